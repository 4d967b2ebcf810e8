"""Tab-separated pairs: what is a segment, and what is said of the rest."""

import tempfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.errors import ReadError
from tqa.model import Location, Problem, Segment
from tqa.readers.reader import Settings
from tqa.readers.source import Input
from tqa.readers.tsv import READER

VI_EN = Settings("vi", "en")


def read(name, settings=VI_EN):
    return list(READER.read(Input.of(name), settings))


def texts(found):
    return [(item.id, item.source, item.target) if isinstance(item, Segment) else str(item) for item in found]


def test_without_header_the_columns_are_source_and_target(write):
    found = read(write("a.tsv", "xin chào\thello\ncảm ơn\tthanks"))
    assert found == [
        Segment("1", "hello", "xin chào", "vi", "en", Location("a.tsv", 1)),
        Segment("2", "thanks", "cảm ơn", "vi", "en", Location("a.tsv", 2)),
    ]


def test_a_header_names_the_columns_in_any_order(write):
    content = (
        "\ufeffTarget\tid\tignored\tsource\tsource_lang\ttarget_lang\tcontext\tnote\tmax_length\tstate\r\n"
        "hello\tgreeting\tx\txin chào\tvi_vn\tEN-gb\tmenu\tbe brief\t12\tfinal\r\n"
        "thanks\t\t\tcảm ơn\t\t\t\t\t\t\r\n"
    )
    assert read(write("a.tsv", content)) == [
        Segment(
            "greeting", "hello", "xin chào", "vi-VN", "en-GB", Location("a.tsv", 2), "menu", "be brief", "final", 12
        ),
        Segment("2", "thanks", "cảm ơn", "vi", "en", Location("a.tsv", 3)),
    ]


def test_two_named_columns_may_stand_in_either_order(write):
    assert texts(read(write("a.tsv", "target\tsource\nhello\txin chào\n"))) == [("1", "xin chào", "hello")]


def test_numbers_count_rows_of_data_while_lines_count_all(write):
    rows = "một\tone\n\n   \nhỏng\nhai\ttwo\n"
    for content, shift in ((rows, 0), ("source\ttarget\n" + rows, 1), ("\nsource\ttarget\n" + rows, 2)):
        first, problem, last = read(write("a.tsv", content))
        assert (first.id, first.location.line) == ("1", 1 + shift)
        assert (problem.file, problem.line) == ("a.tsv", 4 + shift)
        assert (last.id, last.location.line) == ("3", 5 + shift)


def test_a_row_of_too_few_or_too_many_columns_is_a_problem_and_reading_goes_on(write):
    assert texts(read(write("a.tsv", "một\none\ttwo\tthree\nhai\ttwo\n"))) == [
        "a.tsv:1: 1 column where there must be 2, source and target; for more, name them in a header line",
        "a.tsv:2: 3 columns where there must be 2, source and target; for more, name them in a header line",
        ("3", "hai", "two"),
    ]
    assert texts(read(write("b.tsv", "id\tsource\ttarget\nx\tmột\ny\thai\ttwo\tt\nz\tba\tthree\n"))) == [
        "b.tsv:2: 2 columns where the header has 3; is a tab missing, or a line broken in two?",
        "b.tsv:3: 4 columns where the header has 3; is there a tab in a text?",
        ("z", "ba", "three"),
    ]


def test_empty_sides_are_segments(write):
    assert texts(read(write("a.tsv", "một\t\n\tone\n\t\n"))) == [("1", "một", ""), ("2", "", "one"), ("3", "", "")]


def test_fields_are_raw(write):
    content = '"a\\tb"\t\'c"\n a \t b\u2028c\x85d\x0c \n'
    assert texts(read(write("a.tsv", content))) == [("1", '"a\\tb"', "'c\""), ("2", " a ", " b\u2028c\x85d\x0c ")]


@pytest.mark.parametrize("value", ["0", "-3", "12.5", "ten", "1_000", "٤", "9" * 5000])
def test_a_bad_length_is_a_problem_and_the_segment_is_read_without(write, value):
    problem, segment = read(write("a.tsv", f"source\ttarget\tmax_length\nmột\tone\t{value}\n"))
    assert str(problem) == f"a.tsv:2: max_length '{value}' is not a whole number above 0"
    assert (segment.target, segment.max_length) == ("one", None)


def test_an_ill_formed_language_is_a_problem_and_the_segment_has_none(write):
    content = "source\ttarget\tsource_lang\ttarget_lang\nmột\tone\tVietnamese!\tpt_br\n"
    problem, segment = read(write("a.tsv", content))
    assert str(problem).startswith("a.tsv:2: 'Vietnamese!' is not a language tag")
    assert (segment.source_lang, segment.target_lang) == ("und", "pt-BR")


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("id\tsource\ttranslation", "the header has no column 'target'; name it so, beside the column 'source'"),
        ("id\ttarget\ttarget", "the header has no column 'source'; name it so, beside the column 'target'"),
        ("source\ttarget\tnote\tsource", "the header has two columns 'source'; rename one"),
    ],
)
def test_a_header_that_doesnt_say_where_the_texts_are_stops_it(write, header, message):
    with pytest.raises(ReadError) as caught:
        read(write("a.tsv", f"\n{header}\na\tb\tc\n"))
    assert str(caught.value) == f"a.tsv:2: {message}"


def test_the_word_source_with_its_translation_is_a_pair(write):
    assert texts(read(write("a.tsv", "source\tnguồn\ntarget\tđích\n"))) == [
        ("1", "source", "nguồn"),
        ("2", "target", "đích"),
    ]


@pytest.mark.parametrize("content", ["", "\n\n", "source\ttarget\n", "\ufeff"])
def test_nothing_in_nothing_out(write, content):
    assert read(write("a.tsv", content)) == []


def test_segments_come_before_the_bytes_that_stop_it(write):
    rows = READER.read(Input.of(write("a.tsv", b"a\tb\nc\t\xff\n")), VI_EN)
    assert next(rows).target == "b"
    with pytest.raises(ReadError, match=r"a\.tsv:2: byte 0xFF at offset 6"):
        next(rows)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("source\ttarget\n", True),
        ("\nid\tTarget\tSource\r\nx", True),
        ("source\ttarget", True),
        ("source\tđích\n", False),
        ("source target\n", False),
        ("a\tb\nsource\ttarget\n", False),
        ("", False),
    ],
)
def test_only_a_header_tells_pairs_from_text(head, expected):
    assert READER.sniff(head) is expected


def read_bytes(content: bytes) -> list[Segment | Problem]:
    with tempfile.NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        return read(file.name)


FIELD = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\t\n\r"))


@given(st.lists(st.tuples(FIELD, FIELD, FIELD)))
def test_pairs_that_go_in_come_out(rows):
    content = "id\tsource\ttarget\n" + "".join("\t".join(row) + "\n" for row in rows)
    expected = [(name or str(number), source, target) for number, (name, source, target) in enumerate(rows, 1)]
    assert texts(read_bytes(content.encode())) == expected


ROWS = st.lists(
    st.sampled_from([b"source", b"target", b"max_length", b"target_lang", b"\t", b"\n", b"7", b"vi", b"\r"])
)


@given(st.one_of(st.binary(), ROWS.map(b"".join), ROWS.map(lambda parts: b"id\ttarget\tsource\n" + b"".join(parts))))
def test_any_bytes_give_segments_problems_or_an_error(content):
    try:
        found = read_bytes(content)
    except ReadError:
        return
    rows = [row for row in content.split(b"\n") if row]
    assert len({item.line if isinstance(item, Problem) else item.location.line for item in found}) <= len(rows)
    assert all((item.line if isinstance(item, Problem) else item.location.line) >= 1 for item in found)
