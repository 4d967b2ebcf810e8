"""A mail address is missing or altered in the translation.

Why it matters: mail to a mistyped address is lost, or reaches a stranger.

How to fix: copy the address from the source. Upper and lower case don't matter.
"""

from collections.abc import Iterator

from tqa.language.addresses import emails, is_example
from tqa.language.identical import pair_off, pieces
from tqa.model import Severity
from tqa.rule import Found, Pair, Trait, bad, good, rule

# Whoever reads the text is to put another name there.
_ANYBODY = ("you", "your", "yourname", "your.name", "name", "user", "username", "someone", "me")


@rule(
    "accuracy/mistranslation",
    "major",
    bilingual=True,
    when=Trait.AT,
    yields_to=("attribute-mismatch",),
    examples=[
        bad(
            ("Write to ana.le@example.org.", "Schreib an ana.lee@example.org."),
            marks="ana.lee@example.org",
            suggestion="ana.le@example.org",
            langs=("en", "de"),
        ),
        bad(("Write to ana@example.org.", "Hãy viết thư cho Ana."), marks="ana@example.org", langs=("en", "vi")),
        bad(("Mail help@example.org", "Viết tới trợgiúp@example.org"), langs=("en", "vi")),
        bad(("Mail help@example.org", "Schreib an help @ example.org"), marks="help@example.org", langs=("en", "de")),
        good(("Mail Help@Example.org!", "Schreib an help@example.org!"), langs=("en", "de")),
        good(("Follow @ana and @example", "Folge @ana und @example"), langs=("en", "de")),
        good(("Lunch @ 12", "Mittagessen um 12"), langs=("en", "de")),
        good(("联系：help@example.org。", "Contact: help@example.org."), langs=("zh", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report mail addresses of the source that the target lacks or has otherwise."""
    source, target = pair.source.text, pair.target.text
    if not target.strip():
        return
    missing, added = pair_off(pieces(source, emails(source)), pieces(target, emails(target)), _same)
    for n, (start, end, address) in enumerate(missing):
        spans = [pair.source.span(start, end)]
        is_free = address.partition("@")[0].lower() in _ANYBODY or is_example(source, address)
        severity = Severity.NEUTRAL if is_free else None
        if len(missing) == len(added):
            spans.insert(0, pair.target.span(*added[n][:2]))
            yield Found(f"the source has the address '{address}'", spans, address, "unsafe", severity=severity)
        else:
            yield Found(f"the address '{address}' is missing", spans, severity=severity)


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
