"""All that may have befallen a text's letters is undone together, and nothing else is touched."""

import re
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.language.changes import applied
from tqa.language.fold import fold
from tqa.language.letter_slips import slips
from tqa.language.repair import composed, repairs

SOUND = {
    "vi": "Sáng nay nông dân xã Mỹ Hòa đã thu hoạch xong vụ lúa đông xuân.",
    "cs": "Včera večer přišli všichni sousedé na schůzi a hlasovali o nové silnici.",
    "ro": "Aseară toți vecinii au venit la ședință și au votat pentru un drum nou.",
    "hu": "Tegnap este minden szomszéd eljött a gyűlésre, és szavazott az új útról.",
    "fr": "Hier soir, tous les voisins sont venus à la réunion et ont voté après le dîner.",
    "en": "Last night all neighbours came to the café and voted: “Yes”, they said – naïve or not.",
    "it": "Ieri sera i vicini sono andati alla riunione perché la strada è chiusa, un po' per forza.",
}


def repaired(text: str, *languages: str) -> str:
    return applied(text, repairs(text, languages))


def mojibake(text: str) -> str:
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("language", SOUND)
def test_sound_text_needs_no_repair(language: str) -> None:
    assert repairs(SOUND[language], [language]) == []
    assert repairs(SOUND[language], ["und"]) == []
    assert repairs(SOUND[language], ["en", language]) == []


@pytest.mark.parametrize("language", ["vi", "cs", "ro", "hu", "fr"])
def test_each_damage_is_undone(language: str) -> None:
    sound = SOUND[language]
    assert repaired(mojibake(sound), language) == sound
    assert repaired(unicodedata.normalize("NFD", sound), language) == sound
    assert repaired(re.sub(r"(?<=\w\w)a", "\N{CYRILLIC SMALL LETTER A}", sound, count=1), language) == sound
    if language in ("vi", "cs"):
        assert repaired(fold(sound), language) == sound


def test_damage_of_several_kinds_in_one_text() -> None:
    lost = "Tỉnh Quảng Ninh da khanh thanh benh vien moi."
    assert repaired(lost, "vi") == "Tỉnh Quảng Ninh đã khánh thành bệnh viện mới."
    assert repaired(mojibake(lost), "vi") == repaired(lost, "vi")
    assert repaired("Toţi oamenii din Bucureşti au venit sa\u0306 vadă.", "ro") == (
        "Toți oamenii din București au venit să vadă."
    )


def test_a_line_of_the_source_among_those_of_the_translation() -> None:
    assert repaired("C«ng ty cæ phÇn s÷a ViÖt Nam", "en", "vi") == "Công ty cổ phần sữa Việt Nam"


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("Aceşti copii învaţă.", "ro", "Acești copii învață."),
        ("Pãrinţii lui Erdoğan", "ro", "Părinții lui Erdoğan"),
        ("PÃRINÞII", "ro", None),
        ("aăâ… sşștţț", "ro", None),
        ("Az elsõ", "hu", "Az első"),
        ("paral.lel i intel•ligent", "ca", "paral·lel i intel·ligent"),
        ("coŀlegi", "ca", "col·legi"),
        ("E' vero: la citta' piu' bella", "it", "È vero: la città più bella"),
        ("Un po' di calma, va' via.", "it", None),
        ("'La citta' e' bella", "it", None),
        ("i\u0307yi günler", "tr", "iyi günler"),
        ("cafe´ y te´", "es", "café y té"),
        ("5´ 30¨", "es", None),
        ("i\u0307", "lt", None),
    ],
)
def test_letters_that_a_language_does_not_have(text: str, language: str, right: str | None) -> None:
    done = applied(text, [slip[:3] for slip in slips(text, language)])
    assert done == (right or text)


WORDS = st.text("abcdefgh", max_size=30)


@st.composite
def changes_to(draw: st.DrawFn, text: str) -> list[tuple[int, int, str]]:
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    pairs = list(zip(places[::2], places[1::2], strict=False))
    return [(start, end, draw(st.text("XYZ", min_size=1, max_size=4))) for start, end in pairs]


@given(st.data())
def test_two_rounds_of_changes_are_one(data: st.DataObject) -> None:
    text = data.draw(WORDS)
    first = data.draw(changes_to(text))
    between = applied(text, first)
    second = data.draw(changes_to(between))
    both = composed(text, first, second)
    assert applied(text, both) == applied(between, second)
    assert all(a[1] <= b[0] for a, b in pairwise(both))


HOSTILE = st.one_of(
    st.text("\u0300\u0301\u0323\u0302\u0306\u031b\u0327\u0307", max_size=6),
    st.text("\ud800\udfff\u0378\ufffe\U000e0080ÃÂ©º»Đðþı", max_size=6),
    st.text(max_size=8),
    st.sampled_from(["được", "läsning", "şi", "e'", "Ã©", "đ", "i̇", "l·l", "dat hiem", "ΑΒ", "Річ"]),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(HOSTILE, max_size=10).map(" ".join), st.sampled_from(["vi", "ro", "it", "ca", "tr", "ru", "und", "zz"]))
def test_any_text_is_survived(text: str, language: str) -> None:
    done = 0
    for start, end, new in repairs(text, [language]):
        assert done <= start < end <= len(text)
        assert text[start:end] != new
        done = end


SYLLABLES = st.sampled_from("Nông dân đã thu hoach xong vu lua đông xuân, gia lúa tang manh so voi nam ngoai".split())


@settings(max_examples=60, deadline=None)
@given(st.lists(SYLLABLES, min_size=2, max_size=14).map(" ".join))
def test_the_normal_form_of_a_text_makes_no_difference(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert applied(apart, repairs(apart, ["vi"])) == applied(text, repairs(text, ["vi"]))


MANY = {
    "\u0301": ("vi", 200_000),
    "a\u0301": ("cs", 100_000),
    "Ã": ("vi", 200_000),
    "Ã©": ("fr", 100_000),
    "ş": ("ro", 200_000),
    "e'": ("it", 20_000),
    "\N{CYRILLIC SMALL LETTER A}": ("ru", 200_000),
    "\ud800": ("vi", 100_000),
    "i\u0307": ("tr", 100_000),
    "l.l": ("ca", 50_000),
    "a?": ("vi", 50_000),
    "é\u0323 ": ("vi", 30_000),
    "a¨": ("de", 50_000),
}


@pytest.mark.parametrize("piece", MANY, ids=ascii)
def test_a_lot_of_anything_takes_bounded_time(piece: str) -> None:
    language, times = MANY[piece]
    start = time.perf_counter()
    repairs(piece * times, [language])
    assert time.perf_counter() - start < 30
