"""A code or version number differs from that of the source by a letter or digit.

Why it matters: a part number, flight, road or version that is one digit off sends the reader to another one.

How to fix: take the suggestion, which is the code as the source has it.
"""

from collections.abc import Iterator

from tqa.checks._numbers import found
from tqa.rule import Found, Pair, Trait, bad, good, rule


@rule(
    "accuracy/mistranslation",
    "major",
    bilingual=True,
    when_source=Trait.DIGIT,
    when_target=Trait.DIGIT,
    examples=[
        bad(("Chuyến bay VN245", "Flight VN254"), marks="VN254", suggestion="VN245", langs=("vi", "en")),
        bad(("Update to 2.4.1.", "Cập nhật lên 2.1.4."), marks="2.1.4", suggestion="2.4.1", langs=("en", "vi")),
        bad(("The A380 landed.", "Die A830 landete."), marks="A830", langs=("en", "de")),
        bad(("Use the HB-12 pencil.", "Nimm den BH-12-Stift."), marks="BH-12", langs=("en", "de")),
        good(("Chuyến bay VN245", "Flight VN 245"), langs=("vi", "en")),
        good(("The G20 met.", "Nhóm G-20 đã họp."), langs=("en", "vi")),
        good(("Update to 2.4.1.", "Cập nhật lên phiên bản 2.4.1."), langs=("en", "vi")),
        good(("The F-16 landed.", "Истребитель Ф-16 сел."), langs=("en", "ru")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report codes that are like one of the source that the target lacks."""
    return found(pair, "code-mismatch")
