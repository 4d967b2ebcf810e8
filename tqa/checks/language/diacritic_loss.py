"""The text has lost its diacritics.

Why it matters: "Nga so huu tru luong dat hiem" is hard to read, ambiguous and reads as careless; most search engines
and all text-to-speech stumble over it. Length, tags and numbers are right, so no structural check sees it.

How to fix: take the suggestion, which restores the whole stretch by context, or only those of its edits that are sure.
The root is mostly a system on the way (an export, a font, a language model) that doesn't keep Unicode.
"""

from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.diacritics import Loss, detect
from tqa.language.names import language_name
from tqa.language.tags import UNDETERMINED
from tqa.language.traits import LETTER
from tqa.model import Edit
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "linguistic-conventions/spelling",
    "major",
    when=LETTER,
    examples=[
        bad(
            ("Hoi dong nhan dan tinh hop vao thang sau.", "The provincial council meets next month."),
            marks="Hoi dong nhan dan tinh hop vao thang",
            langs=("vi", "en"),
        ),
        bad(
            ("The lake froze over.", "Jezero zamrzlo a deti na nem brusli uz od patku."),
            langs=("en", "cs"),
        ),
        bad(("Das Madchen wohnt in der Nahe der Brucke.", "The girl lives near the bridge."), langs=("de", "en")),
        good(("Hội đồng nhân dân tỉnh họp vào tháng sau.", "The provincial council meets."), langs=("vi", "en")),
        good(("See the annual report of Nguyen Van An.", "Xem báo cáo năm của Nguyễn Văn An."), langs=("en", "vi")),
        good("The party met in Quang Ninh and Thanh Hoa.", langs=("vi", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report stretches of source and target without the marks that their language needs."""
    if pair.bilingual:
        yield from _found(pair.source, pair.source.loss)
        yield from _found(pair.target, pair.target.loss)
    elif pair.target_guess.language == pair.segment.source_lang and pair.source.base != UNDETERMINED:
        # A line of a page that stayed in the source language, or stands there without its translation.
        yield from _found(pair.target, detect(pair.target.text, pair.source.language))
    else:
        yield from _found(pair.target, pair.target.loss)


def _found(text: Text, loss: Loss | None) -> Iterator[Found]:
    if loss is None:
        return
    name = language_name(loss.language)
    lost = len(loss.words)
    words = f"{lost} words have" if lost > 1 else f"'{text.text[slice(*loss.words[0])]}' has" if lost else "it has"
    yield Found(
        f"{name}: {words} lost diacritics",
        [text.span(loss.start, loss.end)],
        suggestion=loss.suggestion,
        applicability="unsafe",
        edits=[Edit(text.side, edit.start, edit.end, edit.replacement, edit.confidence) for edit in loss.edits],
        language=loss.language,
    )
