"""`tqa align` of two files: what is printed where, in each format, and what is said when nothing fits."""

import json
from pathlib import Path

import pytest
from lxml import etree

SOURCE = """Con mèo <ngủ> trên mái nhà & sân.
Trời mưa suốt hai ngày.

Bà mua 3 quả trứng. Ông uống trà.
"""
TARGET = """The cat <sleeps> on the roof & in the yard.
It rained for two days.
Grandmother buys 3 eggs.
Grandfather drinks tea.
"""
LANGS = ("--source-lang", "vi", "--target-lang", "en")
HEADER = "source_lines\ttarget_lines\tscore\tsource\ttarget"


@pytest.fixture
def align(tqa):
    """Aligns two texts, written to files."""

    def run(source=SOURCE, target=TARGET, *options):
        Path("a.vi.txt").write_text(source, encoding="utf-8")
        Path("a.en.txt").write_text(target, encoding="utf-8")
        return tqa("align", "a.vi.txt", "a.en.txt", *LANGS, *options)

    return run


def rows(out):
    header, *lines = out.splitlines()
    assert header == HEADER
    return [line.split("\t") for line in lines]


def test_lines_by_their_numbers_blank_ones_left_out(align):
    done = align()
    assert (done.status, done.err) == (0, "")
    assert [row[:2] for row in rows(done.out)] == [["1", "1"], ["2", "2"], ["4", "3,4"]]
    assert rows(done.out)[2][3:] == [
        "Bà mua 3 quả trứng. Ông uống trà.",
        "Grandmother buys 3 eggs. Grandfather drinks tea.",
    ]


def test_sentences_of_lines(align):
    pytest.importorskip("sentencesplit")
    found = rows(align(SOURCE, TARGET, "--segment", "sentence").out)
    assert [row[:2] for row in found] == [["1", "1"], ["2", "2"], ["4", "3"], ["4", "4"]]
    assert found[3][3:] == ["Ông uống trà.", "Grandfather drinks tea."]


def test_paragraphs(align):
    target = "The cat <sleeps> on the roof & in the yard. It rained\nfor two days.\n\n" + "\n".join(
        TARGET.split("\n")[2:]
    )
    found = rows(align(SOURCE, target, "--segment", "paragraph").out)
    assert [row[:2] for row in found] == [["1,2", "1,2"], ["4", "4,5"]]


def test_jsonl_says_which_links_are_sure(align):
    done = align(SOURCE, TARGET, "--output-format", "jsonl")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [row["source_lines"] for row in found] == [[1], [2], [4]]
    assert all(row["sure"] is (row["score"] >= 0.7) for row in found)


def test_tmx_is_well_formed_and_repeats_itself(align):
    done = align(SOURCE + "Dòng \x01 thừa không ai dịch ở đây.\n", TARGET, "--output-format", "tmx")
    assert done.out == align(SOURCE + "Dòng \x01 thừa không ai dịch ở đây.\n", TARGET, "--output-format", "tmx").out
    tree = etree.fromstring(done.out.encode())
    assert tree.get("version") == "1.4"
    assert {"creationtool", "segtype", "o-tmf", "adminlang", "srclang", "datatype"} <= set(tree.find("header").keys())
    units = [[seg.text for seg in unit.iter("seg")] for unit in tree.iter("tu")]
    assert units[0] == ["Con mèo <ngủ> trên mái nhà & sân.", "The cat <sleeps> on the roof & in the yard."]
    assert len(units) == 3
    langs = {variant.get("{http://www.w3.org/XML/1998/namespace}lang") for variant in tree.iter("tuv")}
    assert langs == {"vi", "en"}


def test_what_tmx_we_write_we_read_as_memory(align, tqa):
    Path("memory.tmx").write_text(align(SOURCE, TARGET, "--output-format", "tmx").out, encoding="utf-8")
    done = align(SOURCE, TARGET, "--memory", "memory.tmx")
    assert (done.status, done.err) == (0, "")
    assert len(rows(done.out)) == 3


def test_xliff_has_a_unit_for_each_source(align):
    done = align(SOURCE + "Câu này \x02 bị bỏ quên.\n", TARGET, "--output-format", "xliff")
    space = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
    tree = etree.fromstring(done.out.encode())
    file = tree.find("x:file", space)
    assert file.get("source-language") == "vi"
    assert file.get("original") == "a.vi.txt"
    units = file.findall(".//x:trans-unit", space)
    assert [unit.get("id") for unit in units] == ["1", "2", "3", "4"]
    assert units[3].find("x:source", space).text == "Câu này \ufffd bị bỏ quên."
    assert units[3].find("x:target", space) is None
    assert units[0].find("x:target", space).text == "The cat <sleeps> on the roof & in the yard."
    assert units[0].find("x:target", space).get("state") == "translated"


@pytest.mark.parametrize(("source", "target", "name"), [("", TARGET, "a.vi.txt"), (SOURCE, " \n\n", "a.en.txt")])
def test_a_file_without_text_gives_a_header_and_is_named(align, source, target, name):
    done = align(source, target)
    assert (done.status, done.out) == (0, HEADER + "\n")
    assert done.err == f"tqa: nothing aligned: there is no text in {name}\n"


def test_the_wrong_file_gives_a_header_and_is_told(align):
    source = [
        "Em bé khóc suốt đêm qua.",
        "Đàn chim bay về tổ trên cây.",
        "Hoa nở đầy vườn nhà bà.",
        "Con suối chảy qua cánh rừng già.",
        "Mẹ nấu cơm chiều cho cả nhà.",
        "Bố sửa lại mái ngói cũ.",
        "Chị giặt chiếu ngoài sân.",
    ]
    other = [
        "Shares in the airline fell sharply.",
        "The central bank kept interest rates.",
        "Bonds rose after the vote.",
        "Gold traded at a record price.",
        "Exports slowed for another quarter.",
        "Regulators fined two insurers.",
        "A spokesman was silent.",
    ]
    done = align("\n".join(source), "\n".join(other))
    assert (done.status, done.out) == (0, HEADER + "\n")
    assert "don't look like a text and its translation" in done.err


def test_a_memory_that_is_not_there(align):
    done = align(SOURCE, TARGET, "--memory", "none.tmx")
    assert (done.status, done.out) == (2, "")
    assert done.err == "tqa: none.tmx: no such file; check the path\n"
