"""Lost diacritics: found in any text, put back, and nothing else touched."""

import unicodedata

import pytest

from tqa.language.diacritics import detect, detect_any, restore
from tqa.language.fold import fold

SOUND = {
    "vi": "Sáng nay nông dân xã Mỹ Hòa đã thu hoạch xong vụ lúa đông xuân.",
    "cs": "Včera večer přišli všichni sousedé na schůzi a hlasovali o nové silnici.",
    "pl": "Wczoraj wieczorem sąsiedzi przyszli na zebranie i głosowali za nową drogą.",
    "hu": "Tegnap este minden szomszéd eljött a gyűlésre, és szavazott az új útról.",
    "ro": "Aseară toți vecinii au venit la ședință și au votat pentru un drum nou.",
    "tr": "Dün akşam bütün komşular toplantıya geldi ve yeni yol için oy kullandı.",
    "fr": "Hier soir, tous les voisins sont venus à la réunion et ont voté la nouvelle route après le dîner.",
    "es": "Anoche todos los vecinos acudieron a la reunión y votaron también la construcción del camino.",
    "pt": "Ontem à noite todos os vizinhos foram à reunião e não votaram a construção da estrada.",
    "de": "Gestern Abend kamen alle Nachbarn zur Sitzung über die Straße und wählten natürlich später.",
    "sv": "I går kväll kom alla grannar på mötet och röstade för den nya vägen.",
}


@pytest.mark.parametrize("lang", SOUND)
def test_a_stripped_sentence_is_found_and_a_sound_one_is_not(lang: str) -> None:
    assert detect(SOUND[lang], lang) is None
    loss = detect(fold(SOUND[lang]), lang)
    assert loss is not None
    assert loss.language == lang


def test_context_decides_what_a_word_was() -> None:
    assert "đất hiếm" in restore("Cac nha dia chat tim thay mot mo dat hiem o vung nui nay.", "vi").text
    assert "đặt câu hỏi" in restore("Phong vien dat cau hoi cho bo truong.", "vi").text


def test_the_translation_decides_where_the_words_alone_do_not() -> None:
    assert restore("Bo toi ban bo.", "vi", 1.0, "My father sells beef.").text == "Bố tôi bán bò."
    assert restore("Toi can mua ban.", "vi", 1.0, "I need to buy a copy.").text == "Tôi cần mua bản."
    assert restore("Toi can mua ban.", "vi", 1.0).text == "Tôi cần mua bán."


def test_a_name_that_the_translation_writes_the_same_way_lost_nothing() -> None:
    assert detect("Kaptenen Thomas Bjorn talade i natt.", "sv") is not None
    assert detect("Kaptenen Thomas Bjorn talade i natt.", "sv", "Captain Thomas Bjorn spoke last night.") is None
    found = restore("Nguyen Van Binh da toi Ha Noi hom qua.", "vi", english="Nguyen Van Binh came to Hanoi yesterday.")
    assert found.text == "Nguyễn Văn Bình đã tới Hà Nội hôm qua."


def test_what_a_translation_says_changes_no_sound_text() -> None:
    assert restore("Tôi mua bàn.", "vi", english="I bought a copy.").edits == ()


def test_words_nobody_listed() -> None:
    assert restore("Kirjastohenkilokunta lakkoili.", "fi", 1.0).text == "Kirjastohenkilökunta lakkoili."
    assert restore("Mluvila i pani Greenwoodova.", "cs", 1.0).text == "Mluvila i paní Greenwoodová."


def test_turkish_endings_sound_with_the_word_before_them() -> None:
    assert restore("Bolivya'nin baskenti La Paz mi?", "tr", 1.0).text == "Bolivya'nın başkenti La Paz mı?"
    assert restore("Tokyo'nun ve Berlin'in nufusu", "tr", 1.0).text == "Tokyo'nun ve Berlin'in nüfusu"


def test_case_numbers_addresses_and_names_pass_untouched() -> None:
    text = "CHINH PHU QUYET DINH NGAY 12.5 tai https://tin.example.vn/the-gioi voi Scott Anderson va {name}."
    restored = restore(text, "vi").text
    assert restored.startswith(
        "CHÍNH PHỦ QUYẾT ĐỊNH NGÀY 12.5 tại https://tin.example.vn/the-gioi với Scott Anderson và {name}"
    )


def test_the_name_in_a_placeholder_is_no_word() -> None:
    text = "Le montant %(debit)s dépasse %(credit)s"
    assert detect(text, "fr") is None
    assert restore(f"{fold(text)} au debut", "fr").text == f"{text} au début"


def test_the_offsets_of_edits_are_those_of_the_text_as_given() -> None:
    text = unicodedata.normalize("NFD", "Bệnh viện tỉnh ") + "vua khanh thanh khu dieu tri moi"
    loss = detect(text, "vi")
    assert loss is not None
    for edit in loss.edits:
        assert fold(edit.replacement) == text[edit.start : edit.end]
    assert text[loss.start : loss.end].startswith("vua")
    assert "khánh thành khu điều trị mới" in restore(text, "vi").text


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the new road to the port will open on Monday.",
        "Long Nguyen and Kim An met Tom Hanks in Los Angeles.",
        "Manchester United",
        "OK",
        "SKU-2231 / A4 / 80 gsm",
        "Photo: Reuters",
        "After ten months they sold them at the Tết market in Hội An, and the men of Cồn Sơn sat on a mat.",
        "",
    ],
)
def test_english_and_codes_in_a_vietnamese_field_raise_no_alarm(text: str) -> None:
    assert detect(text, "vi") is None
    assert detect_any(text) is None
    assert restore(text, "vi").text == text


@pytest.mark.parametrize("lang", ["vi", "cs", "pl", "hu", "ro", "tr", "fr", "sv"])
def test_a_stripped_sentence_of_a_language_nobody_named_is_recognised(lang: str) -> None:
    loss = detect_any(fold(SOUND[lang]))
    assert loss is not None
    assert loss.language == lang


def test_both_placements_of_the_tone_are_sound() -> None:
    for text in ("Thuỷ điện Hoà Bình đã hoàn thành.", "Thủy điện Hòa Bình đã hoàn thành."):
        assert detect(text, "vi") is None
        assert restore(text, "vi", 1.0).text == text


def test_a_language_without_diacritics_is_left_alone() -> None:
    assert detect("Bu bir deneme", "en") is None
    assert restore("Bu bir deneme", "zz").text == "Bu bir deneme"


@pytest.mark.parametrize(
    ("text", "lang", "word"),
    [
        ("Quando sono arrivata la partita era gia finita da un pezzo.", "it", "già"),
        ("Mañana no vendrá porque está muy ocupada y tambien tiene fiebre.", "es", "también"),
    ],
)
def test_one_lost_word_shows_by_its_neighbours(text: str, lang: str, word: str) -> None:
    loss = detect(text, lang)
    assert loss is not None
    assert word in [edit.replacement for edit in loss.edits]


def test_german_of_switzerland_is_written_without_sharp_s() -> None:
    text = "Die Strasse ist heute ausserdem gesperrt, weil die Brücke gebaut wird."
    assert detect(text, "de-CH") is None
    loss = detect(text, "de")
    assert loss is not None
    assert [edit.replacement for edit in loss.edits] == ["Straße", "außerdem"]
    assert detect("Er musste lassen, was der Fluss dem Schloss gelassen hatte.", "de") is None
