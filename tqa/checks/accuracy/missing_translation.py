"""The translation is missing: nothing but punctuation stands where words should be.

Why it matters: an empty string shows the user nothing at all, or falls back to another language.

How to fix: translate the text. A source without words and a short word
that became a symbol aren't reported; a target of white space alone is `whitespace-only`. What the file itself calls
untranslated is work to do rather than a slip, and minor; a key that isn't there at all is `missing-key`, a
passage of an aligned text `omitted-passage`.
"""

from collections.abc import Iterator

from tqa.language.traits import LETTER
from tqa.model import Severity
from tqa.rule import Found, Pair, Trait, bad, good, rule

_SAYS_SOMETHING = int(LETTER | Trait.DIGIT)
# "Delete" may become "×", "percent" "%"; a sentence hardly becomes a sign.
_SIGNS = int(Trait.SYMBOL | Trait.PERCENT | Trait.CURRENCY | Trait.AMPERSAND | Trait.SLASH | Trait.DASH)
_SHORT = 2


@rule(
    "accuracy/omission",
    "critical",
    bilingual=True,
    when_source=LETTER,
    examples=[
        bad(("Der Bahnhof ist geschlossen.", ""), langs=("de", "en"), marks="Der Bahnhof ist geschlossen."),
        bad(("駅は閉鎖されています。", "."), langs=("ja", "en"), marks="."),
        bad(("Close all windows", "…"), langs=("en", "vi"), marks="…"),
        bad(("Close all windows", ""), langs=("en", "vi"), state="untranslated"),
        good(("Close all windows", ""), langs=("en", "vi"), state="missing"),
        good(("Löschen", "×"), langs=("de", "en")),
        good(("percent", "%"), langs=("en", "vi")),
        good(("hai mươi lăm", "25"), langs=("vi", "en")),
        good(("—", ""), ("", ""), langs=("de", "en")),
        good(("Nein.", "No."), langs=("de", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report targets without a letter or digit whose source has words."""
    target = pair.target
    if target.traits & _SAYS_SOMETHING or (target.text and not target.text.strip()):
        return
    if target.traits & _SIGNS and len(pair.source.words) <= _SHORT:
        return
    if not target.text:
        state = pair.segment.state
        if state == "untranslated":
            yield Found("not translated yet", [pair.source.whole], severity=Severity.MINOR)
        elif state not in ("missing", "omitted"):
            yield Found("the translation is empty", [pair.source.whole])
        return
    yield Found("the translation is only punctuation", [target.whole, pair.source.whole])
