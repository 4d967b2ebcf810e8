"""Where reports go, and what happens where they can't."""

import io
import os
import sys
import threading

import pytest
from sample_report import report

from tqa.errors import ConfigError
from tqa.reporters.output import Output, output, outputs, write
from tqa.reporters.reporter import REPORTERS, Reporter


def test_the_formats_are_found():
    assert {"console", "json", "jsonl", "html"} <= set(REPORTERS.all())


def test_an_unknown_format_is_an_error_with_a_near_miss():
    with pytest.raises(ConfigError, match="no output format 'jsnl'; did you mean 'jsonl'"):
        REPORTERS.named("jsnl")
    with pytest.raises(ConfigError, match="there are console"):
        REPORTERS.named("zzzzzz")


@pytest.mark.parametrize(
    ("spec", "file", "place"),
    [
        ("jsonl", None, None),
        ("jsonl:-", None, None),
        ("jsonl", "-", None),
        ("jsonl:out.jsonl", None, "out.jsonl"),
        ("jsonl", "out.jsonl", "out.jsonl"),
        ("json:a:b.json", None, "a:b.json"),
        ("html", None, "reports/report.html"),
        ("html:-", None, None),
    ],
)
def test_a_file_is_named_after_the_colon_or_apart(spec, file, place):
    path = output(spec, file).path
    assert (path and path.as_posix()) == place


@pytest.mark.parametrize(
    ("specs", "file", "message"),
    [
        (["jsonl:"], None, "no file is named"),
        (["jsonl", "json"], None, "both be written to standard output"),
        (["jsonl:a", "json:./a"], None, "both be written to"),
        (["jsonl:a"], "b", "exactly one"),
        (["jsonl", "json"], "b", "exactly one"),
    ],
)
def test_outputs_that_contradict_each_other_are_errors(specs, file, message):
    with pytest.raises(ConfigError, match=message):
        outputs(specs, file)


def test_several_outputs_at_once():
    found = outputs(["console", "jsonl:a.jsonl", "html:a.html"])
    assert [(one.reporter.name, one.path and one.path.name) for one in found] == [
        ("console", None),
        ("jsonl", "a.jsonl"),
        ("html", "a.html"),
    ]


def broken(report):
    yield "half"
    raise RuntimeError("crash in the middle")


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    place = tmp_path / "out.txt"
    place.write_text("before")
    with pytest.raises(RuntimeError):
        write(Output(Reporter("broken", "", broken), place), report(), sys.stdout)
    assert place.read_text() == "before"
    assert list(tmp_path.iterdir()) == [place]


def test_who_reads_the_old_file_reads_it_to_its_end(tmp_path):
    place = tmp_path / "out.jsonl"
    place.write_text("before")
    with place.open() as old:
        write(output(f"jsonl:{place}"), report(), sys.stdout)
        assert old.read() == "before"


def test_a_file_is_written_in_utf8_without_colour_in_a_folder_that_is_made(tmp_path):
    place = tmp_path / "new" / "out.txt"
    write(output(f"console:{place}"), report(color=True), sys.stdout)
    text = place.read_bytes().decode("utf-8")
    assert "\x1b" not in text
    assert "博物馆" in text
    assert list(place.parent.iterdir()) == [place]


def test_a_link_keeps_pointing_to_the_file(tmp_path):
    link, file = tmp_path / "link", tmp_path / "file"
    file.write_text("old")
    link.symlink_to(file)
    write(output(f"jsonl:{link}"), report(), sys.stdout)
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8").startswith('{"rule"')


def test_an_unwritable_place_is_one_line(tmp_path):
    (tmp_path / "file").touch()
    for place in (tmp_path, tmp_path / "file" / "out"):
        with pytest.raises(ConfigError, match="can't be written") as error:
            write(output(f"jsonl:{place}"), report(), sys.stdout)
        assert "\n" not in str(error.value)
        assert str(place) in str(error.value)


def test_a_named_pipe_is_written_to_and_stays_one(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    write(output(f"jsonl:{pipe}"), report(), sys.stdout)
    reader.join(timeout=10)
    assert got[0].startswith('{"rule"')
    assert pipe.is_fifo()


class Terminal(io.TextIOWrapper):
    def isatty(self):
        return True


def test_a_terminal_gets_what_its_encoding_has_and_a_pipe_utf8():
    terminal = Terminal(io.BytesIO(), encoding="ascii")
    write(output("jsonl"), report(), terminal)
    assert b"Ch\\xfang t\\xf4i" in terminal.buffer.getvalue()
    pipe = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    write(output("jsonl"), report(), pipe)
    assert "Chúng tôi" in pipe.buffer.getvalue().decode("utf-8")
