"""Mixed pages: which lines are source language, and which line translates each."""

import pytest

from tqa.alignment.link import Link
from tqa.alignment.mixed import align_mixed
from tqa.language.fold import fold

ENGLISH = [
    "Farmers in An Giang harvest early to escape the flood",
    "More than 12,500 hectares of rice had been cut by Friday, the province said.",
    "Officials opened two sluice gates on the Hau river at 6:30 a.m.",
    '"We slept three hours a night," said Le Thi Ut, 54, whose field lies below the dyke.',
    "Traders from Can Tho paid 7,200 dong a kilo, 300 dong less than last week.",
    "The water is expected to peak on October 3.",
]
TRANSLATED = {
    "vi": [
        "Nông dân An Giang gặt sớm để chạy lũ",
        "Tính đến thứ Sáu, hơn 12.500 ha lúa đã được gặt xong, theo thông tin từ tỉnh.",
        "Lúc 6 giờ 30, ngành chức năng mở hai cửa cống trên sông Hậu.",
        "“Mỗi đêm chúng tôi chỉ ngủ ba tiếng”, bà Lê Thị Út, 54 tuổi, có ruộng dưới chân đê, kể.",
        "Thương lái từ Cần Thơ trả 7.200 đồng một ký, thấp hơn tuần trước 300 đồng.",
        "Dự kiến nước lên cao nhất vào ngày 3/10.",
    ],
    "de": [
        "Bauern in An Giang ernten früh, um der Flut zu entgehen",
        "Bis Freitag seien mehr als 12.500 Hektar Reis geschnitten worden, teilte die Provinz mit.",
        "Um 6:30 Uhr öffneten die Behörden zwei Schleusentore am Fluss Hau.",
        "„Wir haben drei Stunden pro Nacht geschlafen“, sagte Le Thi Ut, 54, deren Feld unterhalb des Deichs liegt.",
        "Händler aus Can Tho zahlten 7.200 Dong pro Kilo, 300 Dong weniger als letzte Woche.",
        "Der Höchststand wird für den 3. Oktober erwartet.",
    ],
    "cs": [
        "Rolníci v An Giangu sklízejí brzy, aby unikli povodni",
        "Do pátku bylo podle provincie sklizeno přes 12 500 hektarů rýže.",
        "Úředníci otevřeli v 6:30 dvě stavidla na řece Hau.",
        "„Spali jsme tři hodiny denně,“ řekla čtyřiapadesátiletá Le Thi Ut, jejíž pole leží pod hrází.",
        "Obchodníci z Can Tho platili 7 200 dongů za kilo, o 300 dongů méně než minulý týden.",
        "Voda by měla kulminovat 3. října.",
    ],
    "fr": [
        "À An Giang, les paysans récoltent tôt pour échapper à la crue",
        "Plus de 12 500 hectares de riz avaient été coupés vendredi, selon la province.",
        "Les autorités ont ouvert deux vannes sur le fleuve Hau à 6 h 30.",
        "« Nous dormions trois heures par nuit », dit Le Thi Ut, 54 ans, dont le champ se trouve sous la digue.",
        "Les négociants de Can Tho payaient 7 200 dongs le kilo, 300 dongs de moins que la semaine dernière.",
        "Le pic de la crue est attendu le 3 octobre.",
    ],
    "es": [
        "Los campesinos de An Giang cosechan antes para escapar de la inundación",
        "Hasta el viernes se habían segado más de 12.500 hectáreas de arroz, dijo la provincia.",
        "Las autoridades abrieron dos compuertas en el río Hau a las 6:30.",
        "«Dormíamos tres horas por noche», dijo Le Thi Ut, de 54 años, cuyo campo está al pie del dique.",
        "Los comerciantes de Can Tho pagaron 7.200 dong por kilo, 300 menos que la semana pasada.",
        "Se espera que el agua alcance su máximo el 3 de octubre.",
    ],
    "pl": [
        "Rolnicy w An Giang zbierają wcześniej, by uciec przed powodzią",
        "Do piątku skoszono ponad 12 500 hektarów ryżu, podała prowincja.",
        "O 6:30 urzędnicy otworzyli dwie śluzy na rzece Hau.",
        "„Spaliśmy po trzy godziny na dobę” – powiedziała 54-letnia Le Thi Ut, której pole leży pod wałem.",
        "Kupcy z Can Tho płacili 7200 dongów za kilogram, o 300 mniej niż w zeszłym tygodniu.",
        "Szczyt fali spodziewany jest 3 października.",
    ],
    "ru": [
        "Крестьяне Анзянга убирают рис раньше срока, спасаясь от паводка",
        "К пятнице убрано более 12 500 гектаров риса, сообщили в провинции.",
        "В 6:30 чиновники открыли два шлюза на реке Хау.",
        "«Мы спали по три часа», — рассказала Ле Тхи Ут, 54 года, чьё поле лежит под дамбой.",
        "Торговцы из Кантхо платили 7200 донгов за килограмм, на 300 меньше, чем на прошлой неделе.",
        "Пик паводка ожидается 3 октября.",
    ],
    "zh": [
        "安江农民提前收割躲避洪水",
        "省方称,截至周五已收割超过12500公顷水稻。",
        "官员于早上6点30分打开了后江上的两座水闸。",
        "“我们每晚只睡三个小时，”54岁的黎氏幺说,她的田在堤坝下面。",
        "芹苴的商人每公斤付7200越南盾,比上周少300盾。",
        "预计10月3日水位达到最高。",
    ],
    "ja": [
        "アンザン省の農家、洪水を避けて早めに収穫",
        "省によると、金曜日までに1万2500ヘクタール以上の稲が刈り取られた。",
        "当局は午前6時30分、ハウ川の水門二つを開けた。",
        "「一晩に三時間しか眠れなかった」と、堤防の下に田を持つレ・ティ・ウットさん（54）は語った。",
        "カントーの業者は1キロ7200ドンを支払い、先週より300ドン安かった。",
        "水位は10月3日に最高になる見込みだ。",
    ],
}


Pairs = list[tuple[int, int | None]]


def page(source: list[str], target: list[str], places: dict[int, str]) -> tuple[list[str], Pairs]:
    """A page of the target lines with the source lines at some of them, and the pairs of line numbers to be found."""
    lines, pairs = list[str](), Pairs()
    for i, (one, other) in enumerate(zip(source, target, strict=True)):
        place = places.get(i)
        if place == "before":
            pairs.append((len(lines), len(lines) + 1))
            lines += [one, other]
        elif place == "after":
            pairs.append((len(lines) + 1, len(lines)))
            lines += [other, one]
        elif place == "blank":
            pairs.append((len(lines), len(lines) + 2))
            lines += [one, "", other]
        elif place == "alone":
            pairs.append((len(lines), None))
            lines.append(one)
        else:
            lines.append(other)
    return lines, pairs


def spaced_page(source: list[str], target: list[str], places: dict[int, str]) -> tuple[list[str], Pairs]:
    """The same as a page, with a blank line after each line but between those of a pair that stand side by side."""
    lines, pairs = list[str](), Pairs()
    for i, (one, other) in enumerate(zip(source, target, strict=True)):
        part, inside = page([one], [other], {0: places[i]} if i in places else {})
        pairs += [(a + len(lines), None if b is None else b + len(lines)) for a, b in inside]
        lines += [*part, ""]
    return lines, pairs


def found(lines: list[str], source_lang: str, target_lang: str) -> Pairs:
    links = align_mixed(lines, source_lang, target_lang)
    return [(link.source[0], link.target[0] if link.target else None) for link in links]


@pytest.mark.parametrize("lang", TRANSLATED)
@pytest.mark.parametrize("strip", [False, True])
def test_source_lines_before_their_translations(lang: str, strip: bool) -> None:
    source = [fold(line) for line in TRANSLATED[lang]] if strip else TRANSLATED[lang]
    lines, pairs = page(source, ENGLISH, {0: "before", 1: "before", 3: "before", 5: "before"})
    assert found(lines, lang, "en") == pairs


@pytest.mark.parametrize("lang", TRANSLATED)
def test_the_other_way_round(lang: str) -> None:
    lines, pairs = page(ENGLISH, TRANSLATED[lang], {1: "before", 3: "before", 4: "before"})
    assert found(lines, "en", lang) == pairs


@pytest.mark.parametrize("lang", TRANSLATED)
def test_before_after_and_with_a_blank_line_between(lang: str) -> None:
    lines, pairs = page(TRANSLATED[lang], ENGLISH, {1: "before", 3: "after", 4: "blank"})
    assert found(lines, lang, "en") == pairs


@pytest.mark.parametrize("lang", ["vi", "de", "fr", "pl", "ru", "zh"])
def test_a_line_left_untranslated_in_its_place(lang: str) -> None:
    lines, pairs = page(TRANSLATED[lang], ENGLISH, {0: "before", 3: "alone", 4: "before"})
    assert found(lines, lang, "en") == pairs


@pytest.mark.parametrize("lang", TRANSLATED)
@pytest.mark.parametrize("place", ["before", "after"])
def test_among_paragraphs_with_blank_lines_between_a_translation_stands_right_beside(lang: str, place: str) -> None:
    lines, pairs = spaced_page(TRANSLATED[lang], ENGLISH, {1: place, 3: "alone"})
    assert found(lines, lang, "en") == pairs


@pytest.mark.parametrize("lang", TRANSLATED)
def test_untranslated_lines_among_such_paragraphs_take_no_neighbour(lang: str) -> None:
    lines, pairs = spaced_page(TRANSLATED[lang], ENGLISH, {2: "alone", 4: "alone"})
    assert found(lines, lang, "en") == pairs
    lines, pairs = spaced_page(ENGLISH, TRANSLATED[lang], {2: "alone", 4: "alone"})
    assert found(lines, "en", lang) == pairs


@pytest.mark.parametrize("lang", ["vi", "de", "cs", "fr", "es", "pl", "ru"])
def test_blank_lines_between_all_lines_and_their_translations(lang: str) -> None:
    lines, pairs = spaced_page(TRANSLATED[lang], ENGLISH, dict.fromkeys(range(6), "blank"))
    assert found(lines, lang, "en") == pairs


def test_a_shared_topic_makes_no_translation() -> None:
    lines = [
        "Der Hafen von Rostock bekommt einen neuen Kran für schwere Lasten.",
        "",
        "The harbour of Rostock was founded in the Middle Ages and is known for its brick warehouses.",
        "",
        "A museum of ships opened there last year.",
    ]
    assert found(lines, "de", "en") == [(0, None)]


def test_a_heading_of_the_page_is_no_source_of_the_next_headline() -> None:
    lines = ["Thu Hà", "ĐỌC NHIỀU", "", "Ministry plans to double the number of charging stations by 2030", "", "|", ""]
    assert found(lines, "vi", "en") == [(1, None)]


def test_a_block_of_source_lines_before_the_block_of_their_translations() -> None:
    source = TRANSLATED["vi"]
    lines = [ENGLISH[0], *source[1:4], *ENGLISH[1:4], ENGLISH[5]]
    assert found(lines, "vi", "en") == [(1, 4), (2, 5), (3, 6)]


def test_bylines_and_names_stay_with_the_target() -> None:
    lines = ["Minh Châu |", ENGLISH[0], "", "Lê Thị Út", "", ENGLISH[3], "12:30", "https://example.com"]
    assert align_mixed(lines, "vi", "en") == []


@pytest.mark.parametrize("lines", [[], [""], ["", "   ", "|"], ENGLISH, ["Nước lên nhanh trong đêm."]])
def test_pages_with_nothing_to_pair(lines: list[str]) -> None:
    links = align_mixed(lines, "vi", "en")
    assert all(link.target == () for link in links)
    assert len(links) == sum("Nước" in line for line in lines)


@pytest.mark.parametrize("pair", [("und", "en"), ("vi", "und"), ("en", "en-GB"), ("und", "und")])
def test_without_two_known_languages_nothing_is_source(pair: tuple[str, str]) -> None:
    assert align_mixed([*TRANSLATED["vi"], *ENGLISH], *pair) == []


def test_no_line_is_used_twice_and_scores_are_probabilities() -> None:
    lines, _ = page(TRANSLATED["vi"], ENGLISH, dict.fromkeys(range(6), "before"))
    links = align_mixed(lines, "vi", "en")
    used = [i for link in links for i in (*link.source, *link.target)]
    assert len(used) == len(set(used)) == 12
    assert all(isinstance(link, Link) and 0 < link.score <= 1 for link in links)


def test_a_long_page_takes_time_in_proportion() -> None:
    lines, pairs = page(TRANSLATED["vi"], ENGLISH, {1: "before", 3: "before"})
    assert len(found(lines * 100, "vi", "en")) == 100 * len(pairs)
