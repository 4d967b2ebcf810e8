"""The translation is written in another script than its language.

Why it matters: Serbian in Cyrillic in a file for Latin script, or a Greek text typed in Latin letters, can't be read by
many of those who need it, and sorts and searches wrongly.

How to fix: write it in the script that the language tag names; a tag such as `sr-Latn` or `uz-Cyrl` settles which one.
Names and short texts in Latin letters aren't reported.
"""

from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.names import script_name
from tqa.language.tags import UNDETERMINED
from tqa.language.traits import LETTER
from tqa.language.writing import script, scripts
from tqa.rule import Found, Pair, bad, good, rule

_SHARE = 0.8
_FEWEST_LETTERS = 6
# Latin letters are at home in texts of every script: only sentences in them tell something.
_FEWEST_LATIN_WORDS = 4


@rule(
    "linguistic-conventions/character-encoding",
    "major",
    bilingual=True,
    when_target=LETTER,
    yields_to=("untranslated", "partly-untranslated"),
    examples=[
        bad(("The door is open.", "Врата су отворена."), langs=("en", "sr-Latn")),
        bad(("The door is open.", "Vrata su otvorena od jutros."), langs=("en", "sr-Cyrl")),
        bad(("The door is open.", "Дверь была открыта."), langs=("en", "ar")),
        bad(("Good morning, everyone", "kalimera se olous tous filous mas"), langs=("en", "el")),
        good(("The door is open.", "Врата су отворена."), langs=("en", "sr")),
        good(("The door is open.", "Vrata su otvorena."), langs=("en", "sr")),
        good(("Hotel Adlon", "Hotel Adlon"), langs=("en", "ru")),
        good(
            ("{n, plural, one {needs help} other {need help}}", "{n, plural, one {मदत हवी} other {मदत हवी आहे}}"),
            langs=("en", "mr"),
        ),
        good(("git commit", "git commit --amend"), langs=("en", "ja")),
        good(("日本語", "日本語"), langs=("ja", "en")),
        good(("x = αβγ", "x = αβγ")),
        good(("한국", "大韓民國"), langs=("en", "ko")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report targets whose letters are mostly of a script that the language isn't written in."""
    target = pair.target
    if target.base == UNDETERMINED or _may_be_right(target):
        return
    if pair.dialect in ("icu", "angular"):  # whose keywords are English
        return
    own = scripts(target.language)
    letters = [char for word in target.prose for char in word.text if char.isalpha()]
    kinds = [script(char) for char in letters]
    foreign = [kind for kind in kinds if kind not in own and kind != "Zzzz"]
    if len(letters) < _FEWEST_LETTERS or len(foreign) < _SHARE * len(letters):
        return
    found = max(sorted(set(foreign)), key=foreign.count)
    if found == "Latn" and sum(word.text.islower() for word in target.prose) < _FEWEST_LATIN_WORDS:
        return
    if target.text.strip() in pair.source.text:
        return
    wanted = " or ".join(sorted(filter(None, map(script_name, own))))
    yield Found(f"the text is in {script_name(found)} script and should be in {wanted}", [target.whole])


def _may_be_right(target: Text) -> bool:
    """Whether a look at the first and last letter is enough to see that the script is right."""
    words = target.prose
    if not words:
        return True
    own = scripts(target.language)
    return script(words[0].text[0]) in own and script(words[-1].text[0]) in own
