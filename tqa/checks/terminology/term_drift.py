"""A term that recurs is rendered in one way mostly, and in another way here.

Why it matters: "rare earth" in nine paragraphs and "rare soil" in the tenth reads as two things. Each sentence alone is
fine, so nobody notices who sees them one by one.

How to fix: use the main rendering, or leave the other one where the sense asks for it. No termbase is needed; texts of
a few dozen segments and more give enough evidence. Words that merely vary in style may be reported: a preview rule.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from tqa.language.traits import LETTER
from tqa.model import Span
from tqa.rule import Found, Member, Pair, bad, good, rule

_LEAST_SEGMENTS = 6


def gather(pair: Pair) -> Iterator[tuple[Hashable, None]]:
    """Yield each translated segment under its two languages."""
    if pair.source.text.strip() and pair.target.text.strip() and pair.source.base != pair.target.base:
        yield (pair.source.language, pair.target.language), None


@rule(
    "terminology/inconsistent-use",
    "minor",
    gather=gather,
    bilingual=True,
    preview=True,
    when_source=LETTER,
    when_target=LETTER,
    yields_to=("term-missing", "term-forbidden", "mistranslation-marker"),
    examples=[
        bad(
            ("Đất hiếm được khai thác ở miền bắc.", "Rare earths are mined in the north."),
            ("Giá đất hiếm lại tăng.", "The price of rare earths is up again."),
            ("Nhật Bản mua nhiều đất hiếm.", "Japan buys a lot of rare earths."),
            ("Xe điện cần đất hiếm.", "Electric cars need rare earths."),
            ("Kho đất hiếm đã đầy.", "The rare earth store is full."),
            ("Công ty bán đất hiếm cho Hàn Quốc.", "The company sells rare soil to Korea."),
            marks="rare soil",
            langs=("vi", "en"),
        ),
        good(
            ("Đất hiếm được khai thác ở miền bắc.", "Rare earths are mined in the north."),
            ("Giá đất hiếm lại tăng.", "The price of rare earths is up again."),
            ("Nhật Bản mua nhiều đất hiếm.", "Japan buys a lot of rare earths."),
            ("Xe điện cần đất hiếm.", "Electric cars need rare earths."),
            ("Kho đất hiếm đã đầy.", "The rare earth store is full."),
            ("Công ty bán đất hiếm cho Hàn Quốc.", "The company sells them to Korea."),
            langs=("vi", "en"),
        ),
    ],
)
def check(group: Sequence[Member[None]]) -> Iterator[Found]:
    """Report renderings of a recurring term other than its main one, with the counts of all."""
    if len(group) < _LEAST_SEGMENTS:
        return
    from tqa.alignment.drift.find import Drifts

    first = group[0].segment
    pairs = [(member.segment.source or "", member.segment.target) for member in group]
    drifts = Drifts(pairs, first.source_lang, first.target_lang).find()
    others = {
        term: Counter(one.other.lower() for one in drifts if one.term == term) for term in {d.term for d in drifts}
    }
    for drift in drifts:
        counts = ", ".join(f"'{text}' {count}×" for text, count in others[drift.term].most_common())
        message = f"'{drift.term}' is '{drift.main}' {drift.count}×, but also {counts}"
        spans = [Span("target", *drift.target), Span("source", *drift.source)]
        yield Found(message, spans, segment=group[drift.segment].segment)
