"""A web address is missing or altered in the translation.

Why it matters: a changed letter leads readers to nothing, or to a stranger's page, and nobody who proofreads the text
sees it.

How to fix: copy the address. One that leads to the same page in another language (`en.wikipedia.org` and
`vi.wikipedia.org`, `/en/` and `/de/`, another country's domain) is but a hint. Addresses inside of tags are compared by
attribute-mismatch.
"""

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from tqa.facts import Text
from tqa.language.addresses import is_example, is_localised, same_url, urls
from tqa.language.identical import pair_off
from tqa.model import Severity
from tqa.rule import Found, Pair, Trait, bad, good, rule

_ALIKE = 50
_A = "https://example.org/docs/start"


@rule(
    "accuracy/mistranslation",
    "major",
    bilingual=True,
    when_source=Trait.SLASH | Trait.SENTENCE_END,
    yields_to=("attribute-mismatch",),
    examples=[
        bad((f"See {_A}.", "Siehe https://example.org/docs/strat."), marks="https://example.org/docs/strat"),
        bad((f"See {_A}.", "Siehe die Anleitung."), marks=_A, langs=("en", "de")),
        bad((f"Xem {_A}", "See https://example.org/tài-liệu/start"), suggestion=_A, langs=("vi", "en")),
        bad(("Visit www.example.org now", "Besuchen Sie www.beispiel.org jetzt"), marks="www.beispiel.org"),
        bad(("Open https://a.example/?id=17&x=1", "Mở https://a.example/?id=71&x=1"), langs=("en", "vi")),
        bad(("Visit https://en.example.org/a", "Besuchen Sie https://de.example.org/a"), langs=("en", "de")),
        good((f"See {_A}.", f"参见{_A}。"), langs=("en", "zh")),
        good((f"Read more ({_A})", f"Xem thêm: {_A}"), langs=("en", "vi")),
        good(("https://Example.org/a%C3%A9/", "https://example.org/aé"), langs=("en", "fr")),
        good(("Open https://example.org/a to start.", "https://example.org/aを開いて始めます。"), langs=("en", "ja")),
        good(("Online at www.example.org", "Im Netz: https://www.example.org/"), langs=("en", "de")),
        good(("https://a.example/x_(y)", "(https://a.example/x_(y))"), langs=("en", "de")),
        good(("The site has news.", "Die Seite www.example.org hat Neues."), langs=("en", "de")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report addresses of the source that the target lacks or has otherwise."""
    ours = _addresses(pair.source)
    if not ours or not pair.target.text.strip():
        return
    missing, added = pair_off(ours, _addresses(pair.target), _same)
    for one in missing:
        if _stands(one[2], pair.target.text):
            continue
        like = max(added, key=lambda other: ratio(one[2], other[2]), default=None)
        if like is None or (ratio(one[2], like[2]) < _ALIKE and len(missing) != len(added)):
            message = f"the address '{one[2]}' is missing"
            yield Found(message, [pair.source.span(one[0], one[1])])
            continue
        added.remove(like)
        spans = [pair.target.span(like[0], like[1]), pair.source.span(one[0], one[1])]
        if is_localised(one[2], like[2]):
            message = f"the address leads elsewhere than '{one[2]}': is it the same page in the other language?"
            yield Found(message, spans, severity=Severity.NEUTRAL)
        else:
            severity = Severity.NEUTRAL if is_example(pair.source.text, one[2]) else None
            yield Found(f"the source has the address '{one[2]}'", spans, one[2], "unsafe", severity=severity)


def _stands(address: str, text: str) -> bool:
    """Whether the text has the address with letters of a script without blanks right behind it."""
    at = text.find(address)
    after = text[at + len(address) : at + len(address) + 1]
    return at != -1 and not after.isascii()


def _same(one: str, other: str) -> bool:
    return same_url(one, other) or same_url(one.partition("://")[2] or one, other.partition("://")[2] or other)


def _addresses(text: Text) -> list[tuple[int, int, str]]:
    if "://" not in text.text and "www." not in text.text.lower():
        return []
    return [
        (start, end, text.text[start:end])
        for start, end in urls(text.text)
        if not any(tag.start <= start < tag.end and tag.attributes for tag in text.tags)
    ]
