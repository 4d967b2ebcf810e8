"""The text is all capitals where the source isn't, or the other way round.

Why it matters: capitals shout, and hide accents and names; a warning in capitals that lost them may be overlooked.

How to fix: write as the source does. One short word may be an acronym and isn't reported, nor are scripts without
capitals.
"""

from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.traits import Trait
from tqa.language.writing import UNCAPITALISED
from tqa.rule import Found, Pair, bad, good, rule

_LETTERS, _WORDS = 8, 2
_LOWER, _UNCASED = int(Trait.LOWER), int(Trait.UNCASED)


@rule(
    "style/inconsistent-style",
    "minor",
    bilingual=True,
    when_source=Trait.UPPER,
    when_target=Trait.UPPER | Trait.LOWER,
    yields_to=("untranslated", "placeholder-mismatch", "shuffled-translation"),
    examples=[
        bad(("Click here now", "NHẤP VÀO ĐÂY"), marks="NHẤP", langs=("en", "vi")),
        bad(("KEEP OUT OF REACH", "Für Kinder unzugänglich aufbewahren"), marks="Für", langs=("en", "de")),
        good(("KEEP OUT", "ZUTRITT VERBOTEN"), langs=("en", "de")),
        good(("NATO", "Tổ chức Hiệp ước"), ("NASA and ESA", "NASA et ESA"), langs=("en", "vi")),
        good(("KEEP OUT OF REACH", "请放在儿童接触不到的地方"), langs=("en", "zh")),
        good(("HTML PDF XML", "HTML, PDF và XML"), langs=("en", "vi")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report texts of several words all in capitals on one side only."""
    source, target = pair.source, pair.target
    has_small, ours = target.traits & _LOWER, source.traits & _LOWER
    if has_small == ours or (source.traits | target.traits) & _UNCASED or target.base in UNCAPITALISED:
        return
    shouting, other = (source, target) if has_small else (target, source)
    if not _shouts(shouting, other):
        return
    word = target.words[0]
    message = "the source is all capitals" if has_small else "all capitals, which the source isn't"
    yield Found(message, [target.span(word.start, word.end)])


def _shouts(text: Text, other: Text) -> bool:
    """Whether the capitals of a text are no acronyms: several long words, none of which the other side has."""
    words = [word.text for word in text.prose if len(word.text) > 1]
    if len(words) < _WORDS or sum(map(len, words)) < _LETTERS or not other.words:
        return False
    kept = {word.text for word in other.words}
    fresh = [word for word in words if word not in kept]
    return len(fresh) >= _WORDS and len(fresh) * 2 > len(words) and max(map(len, fresh)) > 3
