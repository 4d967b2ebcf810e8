"""Two documents: which lines belong together, in several languages and with what real files do to lines."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.alignment.corridor import corridor
from tqa.alignment.documents import align_documents
from tqa.alignment.link import SURE
from tqa.alignment.partners import Partners, kept
from tqa.alignment.text import make_text
from tqa.errors import AlignError
from tqa.language.fold import fold

VI_EN = (
    [
        "Chợ nổi họp từ lúc trời chưa sáng.",
        "Bà Hạnh chèo chiếc thuyền nhỏ chở đầy dứa và chuối.",
        "Năm ngoái một cân dứa giá 12.000 đồng. Năm nay giá đã tăng gấp đôi.",
        "Người mua đứng trên cầu và trả giá rất lâu.",
        "Đến trưa, con sông lại vắng.",
    ],
    [
        "The floating market opens before sunrise.",
        "Mrs Hạnh rows a small boat loaded with pineapples and bananas.",
        "Last year a kilo of pineapples cost 12,000 đồng.",
        "This year the price has doubled.",
        "Her daughter keeps the accounts.",
        "Buyers stand on the bridge and haggle for a long time. By noon the river is empty again.",
    ],
    [((0,), (0,)), ((1,), (1,)), ((2,), (2, 3)), ((), (4,)), ((3, 4), (5,))],
)
DE_EN = (
    [
        "Der Leuchtturm wurde 1884 gebaut.",
        "Jeden Abend stieg der Wärter die 212 Stufen hinauf.",
        "Er trank dabei keinen Tropfen.",
        "Bei Nebel läutete er die Glocke; die Fischer hörten sie noch in der Bucht.",
        "Heute ist in dem Turm ein kleines Museum.",
    ],
    [
        "The lighthouse was built in 1884.",
        "Every evening the keeper climbed the 212 steps.",
        "In fog he rang the bell;",
        "the fishermen could still hear it in the bay.",
        "Today there is a small museum in the tower.",
    ],
    [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2, 3)), ((4,), (4,))],
)
RU_EN = (
    [
        "Поезд на Казань опаздывает.",
        "Пассажиры ждут на платформе уже три часа.",
        "Дежурный обещает горячий чай и хлеб.",
        "Ольга читает книгу, а её брат Антон спит на чемодане.",
    ],
    [
        "The train to Kazan is late. The passengers have been waiting on the platform for three hours.",
        "The man on duty promises hot tea and bread.",
        "Olga is reading a book,",
        "and her brother Anton is asleep on a suitcase.",
    ],
    [((0, 1), (0,)), ((2,), (1,)), ((3,), (2, 3))],
)
FR_DE = (
    [
        "Le boulanger ouvre à six heures.",
        "Sa fille apporte le lait et les œufs.",
        "Personne n'avait vu le voleur.",
        "Le dimanche, toute la ville achète du pain chez lui.",
        "Il ne ferme jamais en hiver.",
    ],
    [
        "Der Bäcker öffnet um sechs Uhr.",
        "Seine Tochter bringt Milch und Eier.",
        "Am Sonntag kauft die ganze Stadt bei ihm Brot.",
        "Im Winter schließt er nie.",
    ],
    [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((4,), (3,))],
)
JA_EN = (
    [
        "祖母は京都で小さな茶店を開いている。",
        "店の前に古い桜の木がある。",
        "春には観光客が写真を撮りに来る。",
        "冬は雪が深くて、とても静かだ。祖母は窓のそばで本を読む。",
    ],
    [
        "My grandmother runs a small tea shop in Kyoto.",
        "An old cherry tree stands in front of the shop.",
        "In spring tourists come to take photographs.",
        "In winter the snow is deep and all is quiet.",
        "My grandmother reads books by the window.",
    ],
    [((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), (3, 4))],
)


def pairs(links):
    return [(link.source, link.target) for link in links]


@pytest.mark.parametrize(
    ("langs", "text"),
    [
        (("vi", "en"), VI_EN),
        (("de", "en"), DE_EN),
        (("ru", "en-GB"), RU_EN),
        (("fr", "de"), FR_DE),
        (("ja", "en"), JA_EN),
    ],
    ids=lambda value: "-".join(value) if isinstance(value[0], str) else "",
)
def test_lines_merged_split_added_and_left_out(langs, text):
    source, target, gold = text
    assert pairs(align_documents(source, target, *langs)) == gold
    turned = [(there, here) for here, there in pairs(align_documents(target, source, *langs[::-1]))]
    assert turned == gold


def test_a_source_that_lost_its_marks():
    source, target, gold = VI_EN
    found = pairs(align_documents([fold(line) for line in source], target, "vi", "en"))
    assert found == gold


def test_blank_lines_stand_alone_and_keep_paragraphs_apart():
    source = ["Die Suppe ist kalt.", "", "Der Wein ist warm.", "Wir gehen nach Hause."]
    target = ["", "The soup is cold.", "", "The wine is warm. We are going home."]
    assert pairs(align_documents(source, target, "de", "en")) == [
        ((), (0,)),
        ((0,), (1,)),
        ((1,), ()),
        ((), (2,)),
        ((2, 3), (3,)),
    ]


def test_numbers_names_and_addresses_are_enough_where_there_is_no_dictionary():
    source = [f"Umugabo {name} yaguze ibitabo {count} kuri {site}." for name, count, site in ROWS]
    target = [f"{name} bought {count} books at {site}." for name, count, site in ROWS if name != "Uwase"]
    found = pairs(align_documents(source, target, "rw", "en"))
    assert found == [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((4,), (3,))]


ROWS = [
    ("Mugisha", "37", "www.igitabo.example"),
    ("Keza", "1,250", "http://inzu.example/a"),
    ("Uwase", "8", "www.ishuri.example"),
    ("Habimana", "64", "soma@inzu.example"),
    ("Ineza", "2019", "www.amakuru.example"),
]


def test_a_doubtful_link_scores_below_a_sure_one():
    source = ["Ja.", "Das Pferd heißt Blitz und ist zwölf Jahre alt.", "Nein, danke."]
    target = ["Hm hm hm.", "The horse is called Blitz and is twelve years old.", "Well well."]
    scores = {link.source: link.score for link in align_documents(source, target, "de", "en") if link.source}
    assert scores[(1,)] >= SURE
    assert all(0 <= score < scores[(1,)] for lines, score in scores.items() if lines != (1,))


def test_the_memory_teaches_words_that_no_dictionary_has():
    memory = [("brix", "apple"), ("brix tol", "red apple"), ("tol vam", "red house"), ("vam", "house")] * 2
    source, target = ["Vam.", "Tol brix.", "Brix."], ["Red apple.", "Apple."]
    found = align_documents(source, target, "und", "en", memory=memory)
    assert pairs(found) == [((0,), ()), ((1,), (0,)), ((2,), (1,))]
    assert min(link.score for link in found) > 0.9


def test_two_texts_that_have_nothing_to_do_with_each_other_are_refused():
    source = [
        "Der Bäcker steht um drei Uhr auf.",
        "Seine Katze schläft auf dem Mehl.",
        "Am Markt kauft er frische Butter.",
        "Im Dorf gibt es nur einen Arzt.",
        "Die Schule beginnt im September.",
        "Abends spielt er Geige.",
    ]
    target = [
        "Interest rates rose again last quarter.",
        "Analysts expect the merger to fail.",
        "The satellite lost contact with Houston.",
        "Engineers blame a faulty valve.",
        "Parliament adjourned without a vote.",
        "Ticket sales reached 40,000.",
    ]
    with pytest.raises(AlignError, match="don't look like a text and its translation") as caught:
        align_documents(source, target, "de", "en")
    assert "looks like" not in str(caught.value)
    with pytest.raises(AlignError, match=r"the source looks like de$"):
        align_documents(source, target, "fr", "en")


def test_lines_of_a_word_each_are_not_refused():
    found = align_documents(
        ["Ba", "Ko", "Ri", "Tu", "Ne", "Sa"], ["Und", "Erk", "Iol", "Ust", "Ep", "Orn"], "und", "und"
    )
    assert sum(len(link.source) for link in found) == 6


@pytest.mark.parametrize(("source", "target"), [([], ["a", "b"]), (["a", ""], []), ([], []), (["", "-"], ["a"])])
def test_a_side_without_text_is_linked_to_nothing(source, target):
    found = align_documents(source, target, "de", "en")
    assert all(not (link.source and link.target) for link in found)
    assert len(found) == len(source) + len(target)


LINES = st.lists(st.one_of(st.text(max_size=30), st.sampled_from(["", " ", "Haus", "The house.", "1,5", "?", "家"])))


@settings(max_examples=150, deadline=None)
@given(LINES, LINES, st.sampled_from([("de", "en"), ("vi", "en"), ("zh", "fr"), ("und", "und")]))
def test_each_line_is_in_one_link_and_links_keep_the_order(source, target, langs):
    try:
        links = align_documents(source, target, *langs)
    except AlignError:
        return
    for side, count in (("source", len(source)), ("target", len(target))):
        lines = [getattr(link, side) for link in links if getattr(link, side)]
        assert sorted(number for part in lines for number in part) == list(range(count))
        assert [part[0] for part in lines] == sorted(part[0] for part in lines)
        assert all(len(part) <= 3 for part in lines)
    assert all(0 <= link.score <= 1 for link in links)


def test_rare_words_that_stand_elsewhere_lead_no_long_text_astray():
    count, apart = 800, 150
    chance = random.Random(1)

    def word(syllables):
        return "".join(chance.choice("bcdfgklmnprst") + chance.choice("aeiou") for _ in range(syllables))

    common, rare = [word(4) for _ in range(count)], [word(6) for _ in range(count)]
    source, target = [], []
    for n in range(count):
        # Two words of the surroundings, and on every tenth line a rare one that stands far away on the other side.
        kept_words = f"{common[n // 6]} {common[-1 - (n + 3) // 6]}"
        source.append(f"{kept_words} {rare[n]}" if n % 10 == 0 else kept_words)
        target.append(f"{kept_words} {rare[n - apart]}" if n % 10 == 0 and n >= apart else kept_words)
    sides = [make_text(lines, range(count), "und") for lines in (source, target)]
    way = corridor(*sides, Partners.of(kept(*sides)))
    assert all(way.has(n, n) for n in range(count))
    assert not any(way.has(n, n + apart) for n in range(count - apart))
