"""Whatever the text, the comparison ends, marks places inside of it, and finds nothing wrong with a copy."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.facts import Pair
from tqa.model import Segment

LANGUAGES = (
    "en",
    "vi",
    "de",
    "fr",
    "es",
    "ru",
    "pl",
    "cs",
    "hu",
    "fi",
    "tr",
    "ar",
    "hi",
    "zh",
    "ja",
    "ko",
    "th",
    "und",
)
PIECES = (
    "1 12 2020 3.5 1,234 1.234,5 05 00 000 １２ ٣٫٥ १२ 10:30 3/4/2020 2020-05-06 1.2.3 A380 v2.0 -5 5% $ € km °C m "
    "million tỷ 万 億 만 lakh Mrd. two ba năm mươi zwei hundert et and 一 二十 第三 五分之一 ½ IV XIX May tháng Montag "
    "thứ Ba . , - – : / ( ) ' ’ % a.m. p.m. giờ 時 점 {0} %s <b>"
).split()
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).flatmap(
    lambda parts: st.sampled_from([" ".join(parts), "".join(parts)])
)


@given(TEXTS, TEXTS, st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
@settings(max_examples=300, deadline=None)
def test_places_are_inside_of_the_text(source: str, target: str, source_lang: str, target_lang: str) -> None:
    for finding in Pair(Segment("1", target, source, source_lang, target_lang)).number_findings:
        assert finding.target or finding.source
        for span, text in ((finding.target, target), (finding.source, source)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)


@given(TEXTS, st.sampled_from(LANGUAGES))
@settings(max_examples=300, deadline=None)
def test_a_copy_has_the_same_numbers(text: str, language: str) -> None:
    rules = {finding.rule for finding in Pair(Segment("1", text, text, language, language)).number_findings}
    assert rules <= {"number-format"}
