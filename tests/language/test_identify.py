"""Which language a line is in: headings, captions, names, stripped lines, related languages."""

import subprocess
import sys

import pytest

from tqa.language.fold import fold
from tqa.language.identify import identify, identify_any

LINES = {
    "vi": "Chiều qua, mưa lớn làm ngập nhiều tuyến đường ở trung tâm thành phố.",
    "en": "Heavy rain flooded several streets in the city centre yesterday afternoon.",
    "cs": "Včera odpoledne zaplavil silný déšť několik ulic ve středu města.",
    "sk": "Včera popoludní zaplavil silný dážď niekoľko ulíc v centre mesta.",
    "pl": "Wczoraj po południu ulewny deszcz zalał kilka ulic w centrum miasta.",
    "hu": "Tegnap délután a heves eső elárasztott több utcát a belvárosban.",
    "ro": "Ieri după-amiază ploaia puternică a inundat mai multe străzi din centrul orașului.",
    "tr": "Dün öğleden sonra şiddetli yağmur şehir merkezindeki birçok caddeyi su altında bıraktı.",
    "fr": "Hier après-midi, de fortes pluies ont inondé plusieurs rues du centre-ville.",
    "es": "Ayer por la tarde, una fuerte lluvia inundó varias calles del centro de la ciudad.",
    "pt": "Ontem à tarde, a chuva forte alagou várias ruas no centro da cidade.",
    "it": "Ieri pomeriggio la forte pioggia ha allagato diverse strade del centro della città.",
    "de": "Gestern Nachmittag überflutete heftiger Regen mehrere Straßen in der Innenstadt.",
    "nl": "Gistermiddag zette zware regen verschillende straten in het stadscentrum onder water.",
    "sv": "I går eftermiddag översvämmade kraftigt regn flera gator i stadens centrum.",
    "da": "I går eftermiddags oversvømmede kraftig regn flere gader i byens centrum.",
    "fi": "Eilen iltapäivällä rankkasade tulvi useille kaduille kaupungin keskustassa.",
    "et": "Eile pärastlõunal ujutas tugev vihm üle mitu tänavat kesklinnas.",
    "hr": "Jučer poslijepodne jaka je kiša poplavila nekoliko ulica u središtu grada.",
    "ru": "Вчера днём сильный дождь затопил несколько улиц в центре города.",
    "uk": "Учора вдень сильний дощ затопив кілька вулиць у центрі міста.",
    "bg": "Вчера следобед силен дъжд наводни няколко улици в центъра на града.",
    "el": "Χθες το απόγευμα η δυνατή βροχή πλημμύρισε αρκετούς δρόμους στο κέντρο της πόλης.",
    "ar": "غمرت أمطار غزيرة عدة شوارع في وسط المدينة بعد ظهر أمس.",
    "fa": "بعدازظهر دیروز باران شدید چند خیابان مرکز شهر را زیر آب برد.",
    "hi": "कल दोपहर भारी बारिश से शहर के केंद्र की कई सड़कें डूब गईं।",
    "ja": "昨日の午後、大雨で市の中心部のいくつかの通りが冠水した。",
    "ko": "어제 오후 폭우로 도심의 여러 거리가 물에 잠겼다.",
    "zh": "昨天下午，大雨淹没了市中心的几条街道。",
    "th": "เมื่อวานบ่าย ฝนตกหนักทำให้ถนนหลายสายในใจกลางเมืองถูกน้ำท่วม",
}
LATIN = [lang for lang, line in LINES.items() if any(letter in "aeiou" for letter in line)]


@pytest.mark.parametrize("lang", [lang for lang in LINES if lang != "en"])
def test_a_line_beside_english(lang: str) -> None:
    assert identify(LINES[lang], (lang, "en")).language == lang
    assert identify(LINES["en"], (lang, "en")).language == "en"
    assert identify(LINES[lang], (lang, "en")).stripped is False


@pytest.mark.parametrize("lang", [lang for lang in LATIN if fold(LINES[lang]) != LINES[lang]])
def test_a_stripped_line_is_told_and_named(lang: str) -> None:
    guess = identify(fold(LINES[lang]), (lang, "en"))
    assert guess.language == lang
    # A single mark in a long line (Italian, Finnish) is no more than a misspelling.
    lost = sum(a != b for a, b in zip(LINES[lang], fold(LINES[lang]), strict=True))
    assert guess.stripped or lost < 4


@pytest.mark.parametrize("lang", LINES)
def test_among_all_languages(lang: str) -> None:
    assert identify_any(LINES[lang]).language == lang


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cs", "sk"),
        ("es", "pt"),
        ("da", "sv"),
        ("ru", "uk"),
        ("ru", "bg"),
        ("fr", "it"),
        ("zh", "ja"),
        ("ar", "fa"),
        ("fi", "et"),
    ],
)
def test_related_languages(one: str, other: str) -> None:
    assert identify(LINES[one], (one, other)).language == one
    assert identify(LINES[other], (one, other)).language == other
    assert identify(fold(LINES[one]), (one, other)).language == one
    assert identify(fold(LINES[other]), (one, other)).language == other


@pytest.mark.parametrize(
    ("line", "lang", "stripped"),
    [
        ("ĐỌC NHIỀU NHẤT", "vi", False),
        ("DOC NHIEU NHAT", "vi", True),
        ("BÀI CÙNG CHỦ ĐỀ", "vi", False),
        ("MOST READ", "en", False),
        ("Nông dân thu hoạch lúa sớm. Ảnh: Reuters", "vi", False),
        ("Nong dan thu hoach lua som. Anh: Reuters", "vi", True),
        ("Farmers harvest rice early. Photo: Reuters", "en", False),
        ("Giá vàng", "vi", False),
        ("gia vang hom nay", "vi", True),
    ],
)
def test_short_lines(line: str, lang: str, stripped: bool) -> None:
    guess = identify(line, ("vi", "en"))
    assert (guess.language, guess.stripped) == (lang, stripped)


@pytest.mark.parametrize(
    "line",
    [
        "Nguyễn Thu Hà",
        "Thu Hà |",
        "Tran Van Long",
        "Dr. Vu Dinh An",
        "Lê Công Thành",
        "Bill Gates, Tim Cook",
        "12/3/2024, 8:45",
        "1.250.000",
        "https://example.com/tin-tuc?id=7",
        "bao@example.org",
        "NASA",
        "|",
        "***",
        "",
        "   ",
    ],
)
def test_names_numbers_and_addresses_tell_nothing(line: str) -> None:
    assert identify(line, ("vi", "en")).language is None
    assert identify_any(line).language is None


@pytest.mark.parametrize(
    "line",
    [
        "Nguyễn Thị Ánh Viên won two gold medals in Kuala Lumpur",
        "Mr. Lê Văn Thành met officials from Quảng Ngãi and Thừa Thiên Huế",
        "Pho, banh mi and bun cha are served in Ha Noi and Ho Chi Minh City",
        "The phrase “chúc mừng năm mới” is heard everywhere in February.",
        "Truong My Lan and Nguyen Phuong Hong appeared in court on Tuesday.",
    ],
)
def test_english_with_vietnamese_in_it_stays_english(line: str) -> None:
    guess = identify(line, ("vi", "en"))
    assert (guess.language, guess.stripped) == ("en", False)


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("Ông Elon Musk nói “we will be back” trước khi rời sân khấu.", "vi"),
        ("Hãng Apple giới thiệu iPhone mới tại Steve Jobs Theater", "vi"),
        ("Компания Tesla Motors открыла завод под Berlin Brandenburg", "ru"),
        ("新型iPhoneは米国のApple Storeで発売された", "ja"),
        ("谷歌发布 Android 新版本", "zh"),
    ],
)
def test_lines_with_foreign_names_and_quotations(line: str, lang: str) -> None:
    assert identify(line, (lang, "en")).language == lang


def test_even_a_name_tells_the_language_by_its_script() -> None:
    assert identify("Иван Петров", ("ru", "en")).language == "ru"
    assert identify("田中太郎", ("ja", "en")).language == "ja"
    assert identify("Ivan Petrov", ("ru", "en")).language is None
    assert identify("Иван Петров", ("ru", "uk")).language is None


def test_decomposed_text_is_the_same_text() -> None:
    import unicodedata

    for lang in ("vi", "cs", "ko"):
        composed, decomposed = (unicodedata.normalize(form, LINES[lang]) for form in ("NFC", "NFD"))
        assert identify(decomposed, (lang, "en")) == identify(composed, (lang, "en"))


def test_the_tag_comes_back_as_given() -> None:
    assert identify(LINES["pt"], ("pt-BR", "en-GB")).language == "pt-BR"
    assert identify(LINES["zh"], ("zh-Hant", "ja")).language == "zh-Hant"


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("sq", "Dje pasdite shiu i dendur përmbyti disa rrugë në qendër të qytetit."),
        ("cy", "Prynhawn ddoe gorlifodd glaw trwm sawl stryd yng nghanol y ddinas."),
        ("sw", "Jana alasiri mvua kubwa ilifurika mitaa kadhaa katikati ya jiji."),
    ],
)
def test_languages_without_a_lexicon(lang: str, line: str) -> None:
    assert identify(line, (lang, "en")).language == lang
    assert identify(LINES["en"], (lang, "en")).language == "en"


def test_an_answer_never_changes() -> None:
    line = "Prynhawn ddoe gorlifodd glaw trwm sawl stryd"
    assert len({identify(line, ("cy", "en")) for _ in range(5)}) == 1


@pytest.mark.parametrize("tags", [("und", "en"), ("en", "en"), ("en",)])
def test_one_language_alone_is_held_against_all(tags: tuple[str, ...]) -> None:
    assert identify(LINES["en"], tags).language == "en"
    assert identify(LINES["fr"], tags).language is None


def test_confidence_grows_with_the_evidence() -> None:
    short, long = identify("Mưa lớn", ("vi", "en")), identify(LINES["vi"], ("vi", "en"))
    assert 0.5 < short.confidence < long.confidence <= 1


def test_ordinary_lines_dont_load_langdetect_or_numpy() -> None:
    code = (
        "import sys; from tqa.language.identify import identify, identify_any;"
        f"identify({LINES['vi']!r}, ('vi', 'en')); identify_any({LINES['fr']!r}); identify('Thu Hà |', ('vi', 'en'));"
        "print(sorted({'langdetect', 'numpy', 'langcodes'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(
    "text", ["\u0301" * 5000, "ạ" * 100_000, "\ud800 abc", "a" * 50_000, "क" * 10_000, "\U0001f600" * 100]
)
def test_odd_texts_are_survived(text: str) -> None:
    identify(text, ("vi", "en"))
    identify_any(text)
