"""From files to segments: pages, pairs of files, and what goes wrong on the way."""

import io
import os
import sys
import threading
import tracemalloc
import types
from pathlib import Path
from typing import NamedTuple

import pytest

from tqa.engine.input import expand, segments
from tqa.errors import AlignError, ConfigError
from tqa.model import Location, Problem, Segment
from tqa.readers.reader import Settings
from tqa.readers.source import Input

VI_EN = Settings("vi", "en")


class Link(NamedTuple):
    """Stands for the aligners' link, which is tested on its own."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float = 1.0


@pytest.fixture
def aligner(monkeypatch):
    """Puts an aligner with a fixed answer in the place of the real ones; returns the calls that it got."""
    calls = []

    def install(*links, error=None):
        def align(*arguments, **_):
            calls.append(arguments)
            if error is not None:
                raise error
            return list(links)

        for name, function in (("mixed", "align_mixed"), ("documents", "align_documents")):
            module = types.ModuleType(f"tqa.alignment.{name}")
            setattr(module, function, align)
            monkeypatch.setitem(sys.modules, module.__name__, module)
        return calls

    return install


def read(*paths, settings=VI_EN, **options):
    if "source" in options:
        options["source"] = Input.of(options["source"])
    return list(segments(expand(paths), settings, **options))


def texts(found):
    return [(item.id, item.source, item.target) if isinstance(item, Segment) else str(item) for item in found]


PAGE = "Headline\n\nTIN KHÁC\n\nDòng đầu.\nThe first line.\nThe second.\nDòng hai,\ntiếp theo.\n"


def test_a_page_is_put_together_from_links(write, aligner):
    calls = aligner(Link((4,), (5,)), Link((7, 8), (6,)), Link((2,), ()), Link((), (0,)))
    found = read(write("page.txt", PAGE))
    assert calls == [(PAGE.removesuffix("\n").split("\n"), "vi", "en")]
    assert found == [
        Segment("1", "Headline", None, "vi", "en", Location("page.txt", 1)),
        Segment("3", "TIN KHÁC", None, "vi", "en", Location("page.txt", 3)),
        Segment("6", "The first line.", "Dòng đầu.", "vi", "en", Location("page.txt", 6, source_line=5)),
        Segment("7", "The second.", "Dòng hai, tiếp theo.", "vi", "en", Location("page.txt", 7, source_line=8)),
    ]


def test_lines_that_the_aligner_leaves_out_are_checked_alone(write, aligner):
    aligner()
    assert texts(read(write("page.txt", "a\n \nb\n"))) == [("1", None, "a"), ("3", None, "b")]


def test_lines_joined_stand_at_the_first(write, aligner):
    aligner(Link((0,), (1, 3)))
    found = read(write("page.txt", "câu\none\nbetween\ntwo\n"))
    assert texts(found) == [("2", "câu", "one two"), ("3", None, "between")]
    assert found[0].location == Location("page.txt", 2, source_line=1)


@pytest.mark.parametrize("langs", [("und", "en"), ("vi", "und"), ("en", "en"), ("en-GB", "en-US")])
def test_where_two_languages_cant_be_told_apart_each_line_stands_alone(write, aligner, langs):
    calls = aligner(Link((0,), (1,)))
    assert texts(read(write("page.txt", "a\n\nb"), settings=Settings(*langs))) == [("1", None, "a"), ("3", None, "b")]
    assert calls == []


def test_a_page_is_checked_up_to_the_byte_that_stops_it(write, aligner):
    aligner(Link((0,), (1,)))
    *before, problem = read(write("page.txt", b"mot\none\nb\xff\n"), write("next.txt", "x"))[:2]
    assert texts(before) == [("2", "mot", "one")]
    assert isinstance(problem, Problem)
    assert (problem.file, problem.line) == ("page.txt", 3)
    assert "byte 0xFF at offset 9" in problem.message


def test_what_cant_be_read_is_a_problem_and_the_next_file_is_read(write):
    names = [write("bad.txt", b"\0"), "gone.txt", write("a.tsv", "x\nmột\tone\n"), write("b.tsv", "hai\ttwo")]
    found = texts(read(*names, settings=Settings()))
    assert found[0].startswith("bad.txt: a binary file")
    assert found[1].startswith("gone.txt: no such file")
    assert found[2].startswith("a.tsv:1: 1 column")
    assert found[3:] == [("2", "một", "one"), ("1", "hai", "two")]


def test_the_file_vanishes_after_it_was_found(write):
    found = expand([write("a.txt", "a"), write("b.txt", "b")])
    Path("a.txt").unlink()
    problem, segment = segments(found, Settings())
    assert (str(problem).startswith("a.txt: no such file"), segment.target) == (True, "b")


def test_settings_may_differ_by_file(write):
    files = [write("vi.dat", "một\tone"), write("cs.txt", "č".encode("windows-1250"))]

    def by_file(entry):
        if entry.name == "vi.dat":
            return Settings("vi", "en", format="tsv")
        return Settings("und", "cs", encoding="windows-1250")

    first, second = read(*files, settings=by_file)
    assert (first.source, first.source_lang, first.target_lang) == ("một", "vi", "en")
    assert (second.target, second.source_lang, second.target_lang) == ("č", "und", "cs")


def test_reading_is_lazy(write, monkeypatch):
    write("a.tsv", "một\tone\n")
    found = segments(expand(["a.tsv"]), VI_EN)
    monkeypatch.setattr(Input, "placed_lines", lambda self: iter([(0, "hai\ttwo")]))
    assert texts(found) == [("1", "hai", "two")]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (Settings(format="tvs"), "did you mean 'tsv'"),
        (Settings(encoding="utf-88"), "did you mean 'utf-8'"),
    ],
)
def test_unknown_names_are_told_before_anything_is_read(write, settings, message):
    with pytest.raises(ConfigError, match=message):
        segments(expand([write("a.txt", "a")]), settings)


def test_two_files_are_paired_line_by_line(write):
    source = write("a.txt", "một\r\n\r\nhai\n\n  \nba")
    target = write("b.txt", "\ufeffone\n\n\nfour\n\t\nthree\n")
    found = read(target, source=source)
    assert texts(found) == [("1", "một", "one"), ("3", "hai", ""), ("4", "", "four"), ("6", "ba", "three")]
    assert found[1] == Segment("3", "", "hai", "vi", "en", Location("b.txt", 3, "a.txt", 3))


def test_unequal_counts_are_one_problem_that_names_both(write):
    source, target = write("a.txt", "một\nhai\nba\n"), write("b.txt", "one\ntwo\n")
    assert texts(read(target, source=source)) == [
        "b.txt: 2 lines, but its source a.txt has 3; make them equal, or find with --align which lines belong together"
    ]


@pytest.mark.parametrize(("bad", "line"), [("a.txt", 2), ("b.txt", 2)])
def test_half_a_pair_that_cant_be_read_is_not_checked(write, bad, line):
    write("a.txt", "một\nhai\n")
    write("b.txt", "one\ntwo\n")
    write(bad, b"x\n\xff\n")
    (problem,) = read("b.txt", source="a.txt")
    assert (problem.file, problem.line) == (bad, line)


def test_a_source_that_is_missing_or_a_folder(write):
    write("b.txt", "one")
    write("folder/a.txt")
    assert texts(read("b.txt", source="gone")) == ["gone: no such file; check the path"]
    assert texts(read("b.txt", source="folder")) == ["folder: a folder where a file is wanted; name a file in it"]


@pytest.mark.parametrize(("source", "target"), [("-", "b.txt"), ("b.txt", "-")])
def test_one_of_the_two_may_come_from_standard_input(write, monkeypatch, source, target):
    write("b.txt", "one\ntwo\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("một\nhai".encode())))
    found = read(target, source=source)
    pairs = [("1", "một", "one"), ("2", "hai", "two")]
    assert texts(found) == (pairs if source == "-" else [(number, t, s) for number, s, t in pairs])


def test_a_bitext_needs_no_source(write):
    write("b.tsv", "một\tone")
    write("a.txt", "một")
    expected = (
        "b.tsv: --source pairs files of one language each, and this is tsv, which holds source and translation both; "
        "check it alone"
    )
    assert texts(read("b.tsv", source="a.txt")) == [expected]
    assert texts(read("a.txt", source="b.tsv")) == [expected]


def test_arguments_that_dont_go_together(write):
    write("a.txt", "a")
    write("b.txt", "b")
    with pytest.raises(ConfigError, match="exactly one FILE, its translation; there are 2"):
        read("a.txt", "b.txt", source="a.txt")
    with pytest.raises(ConfigError, match="exactly one FILE, its translation; there are 0"):
        read(source="a.txt")
    with pytest.raises(ConfigError, match="can be read but once"):
        read("-", source="-")
    with pytest.raises(ConfigError, match="--align needs --source"):
        read("a.txt", align=True)
    assert texts(read("gone.txt", source="a.txt"))[0].startswith("gone.txt: no such file")


def test_aligned_documents(write, aligner):
    calls = aligner(Link((0,), (0, 2)), Link((1, 2), (3,)), Link((3,), ()), Link((), (4,)), Link((), (1,)))
    source = write("a.txt", "một\nhai\nba\nbốn")
    found = read(write("b.txt", "one a\n\none b\ntwo three\nadded"), source=source, align=True)
    assert calls == [(["một", "hai", "ba", "bốn"], ["one a", "", "one b", "two three", "added"], "vi", "en")]
    assert found == [
        Segment("1", "one a one b", "một", "vi", "en", Location("b.txt", 1, "a.txt", 1)),
        Segment("4", "two three", "hai ba", "vi", "en", Location("b.txt", 4, "a.txt", 2)),
        Segment("source:4", "", "bốn", "vi", "en", Location("b.txt", None, "a.txt", 4), state="omitted"),
        Segment("5", "added", None, "vi", "en", Location("b.txt", 5), state="added"),
    ]


def test_what_is_not_sure_to_belong_together_is_not_checked_as_if_it_did(write, aligner):
    aligner(Link((0,), (0,)), Link((1,), (1, 2), 0.4), Link((2,), (), 0.99), Link((3,), (3,)), Link((), (4,), 0.8))
    source = write("a.txt", "một\nhai\nba\nbốn")
    found = read(write("b.txt", "one\ntwo\nthree\nfour\nfive"), source=source, align=True)
    assert [(item.source, item.target, item.state) for item in found] == [
        ("một", "one", None),
        (None, "two", None),
        (None, "three", None),
        ("bốn", "four", None),
        (None, "five", None),
    ]


def test_an_edit_of_lines_that_were_joined_finds_its_line(write, aligner):
    aligner(Link((0,), (0, 1)))
    (found,) = read(write("b.txt", "one\nand two"), source=write("a.txt", "một hai"), align=True)
    assert (found.target, found.raw) == ("one and two", (0, 3, 4, 11))


def test_documents_that_cant_be_aligned_are_a_problem(write, aligner):
    aligner(error=AlignError("too long to align"))
    found = read(write("b.txt", "b"), source=write("a.txt", "a"), align=True)
    assert texts(found) == ["b.txt: can't be aligned with a.txt: too long to align"]
    found = read(write("empty.txt", "\n"), source=write("a.txt", "a"), align=True)
    assert texts(found) == ["empty.txt: there is no text in empty.txt, so nothing to align"]


def test_a_pair_of_large_files_is_not_held_in_memory(write):
    source, target = write("a.txt", "một câu dài hơn\n" * 100_000), write("b.txt", "a longer sentence\n" * 100_000)
    tracemalloc.start()
    try:
        count = sum(1 for _ in segments([Input.of(target)], VI_EN, source=Input.of(source)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    # Held as lists, the lines of one file alone would take more than 7 MB.
    assert (count, peak < 5_000_000) == (100_000, True)


def test_a_source_that_is_a_pipe(write, tmp_path):
    write("b.txt", "one\ntwo")
    os.mkfifo("pipe")
    feeder = threading.Thread(target=lambda: (tmp_path / "pipe").write_text("một\nhai\n"))
    feeder.start()
    assert texts(read("b.txt", source="pipe")) == [("1", "một", "one"), ("2", "hai", "two")]
    feeder.join()


def test_a_page_with_the_real_aligner(write):
    page = (
        "The market opens again after nine months of repairs\n\n"
        "Chợ mở cửa trở lại sau chín tháng sửa chữa với 214 gian hàng.\n"
        "The market has reopened after nine months of repairs with 214 stalls.\n\n"
        "TIN ĐỌC NHIỀU\n"
    )
    assert texts(read(write("page.txt", page))) == [
        ("1", None, "The market opens again after nine months of repairs"),
        (
            "4",
            "Chợ mở cửa trở lại sau chín tháng sửa chữa với 214 gian hàng.",
            "The market has reopened after nine months of repairs with 214 stalls.",
        ),
        ("6", None, "TIN ĐỌC NHIỀU"),
    ]
