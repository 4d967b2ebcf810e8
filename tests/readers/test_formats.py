"""Which reader a file gets, and plain text."""

import io
import sys
import types
from importlib.metadata import EntryPoint

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa import registry
from tqa.errors import ConfigError, PluginError, ReadError
from tqa.model import Location, Segment
from tqa.readers import reader, text
from tqa.readers.reader import READERS, Reader, Settings, choose_reader, reader_by_extension
from tqa.readers.source import Input

HEADER = "source\ttarget\nmột\tone\n"


def chosen(name, **settings):
    return choose_reader(Input.of(name), Settings(**settings))[0].name


def test_each_format_has_its_own_extensions():
    assert {"text", "tsv"} <= set(READERS.all())
    extensions = [extension for found in READERS.all().values() for extension in found.extensions]
    assert len(extensions) == len(set(extensions))
    assert all(extension.startswith(".") and extension == extension.lower() for extension in extensions)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.tsv", "plain", "tsv"),
        ("A.TAB", "plain", "tsv"),
        ("a.txt", HEADER, "text"),
        ("a.dat", HEADER, "tsv"),
        ("a.dat", "một\tone\n", "text"),
        ("README", "plain", "text"),
        ("a.dat", "", "text"),
        ("tsv", "plain", "text"),
    ],
)
def test_the_extension_decides_and_else_the_content(write, name, content, expected):
    assert chosen(write(name, content)) == expected


def test_content_is_told_in_its_encoding(write):
    assert chosen(write("a.dat", HEADER.encode("utf-16"))) == "tsv"
    assert chosen(write("b.dat", HEADER.encode("utf-16-be")), encoding="utf-16-be") == "text"
    assert choose_reader(Input.of("b.dat", "utf-16-be"), Settings())[0].name == "tsv"


def test_the_format_named_outweighs_the_extension(write):
    assert chosen(write("a.txt", HEADER), format="tsv") == "tsv"


def test_standard_input_is_told_by_content_and_loses_nothing(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HEADER.encode())))
    found, entry = choose_reader(Input.of("-"), Settings())
    assert [segment.target for segment in found.read(entry, Settings())] == ["one"]


def test_an_unknown_format_is_an_error_with_a_near_miss(write):
    with pytest.raises(ConfigError, match=r"there is no format 'TVS'; did you mean 'tsv'\?"):
        chosen(write("a.txt"), format="TVS")
    with pytest.raises(ConfigError, match=r"there is no format 'qqq'; there are .*text, .*tsv"):
        chosen(write("a.txt"), format="qqq")


def test_a_file_that_isnt_there_has_no_format():
    with pytest.raises(ReadError, match="no such file"):
        chosen("gone.dat")


def test_plain_text_is_a_segment_a_line_without_the_blank_ones(write):
    name = write("a.txt", "\ufeffone\r\n\r\n \t\u3000\n two \u2028x\n")
    assert list(text.READER.read(Input.of(name), Settings("vi", "en"))) == [
        Segment("1", "one", None, "vi", "en", Location("a.txt", 1)),
        Segment("4", " two \u2028x", None, "vi", "en", Location("a.txt", 4)),
    ]


@given(st.binary())
def test_plain_text_survives_any_bytes(content):
    entry = Input("-", None, opened=reader.Input("-", None)._open()._replace(read=lambda size: b"", head=content))
    try:
        found = list(text.READER.read(entry, Settings()))
    except ReadError:
        return
    assert all(segment.target.strip() for segment in found)


@pytest.fixture
def plug_in(monkeypatch):
    """Installs a module with the constants given as a plug-in."""

    def install(**constants):
        module = types.ModuleType("strange_format")
        vars(module).update(constants)
        monkeypatch.setitem(sys.modules, "strange_format", module)
        point = EntryPoint("strange", "strange_format", READERS.group)
        monkeypatch.setattr(registry, "entry_points", lambda group: [point] if group == READERS.group else [])
        READERS.forget()

    yield install
    monkeypatch.undo()
    READERS.forget()


def strange(name):
    def read(entry, settings):
        yield from (Segment(line[:2], line[2:]) for line in entry.lines())

    return Reader(name, (".lines.txt",), lambda head: head.startswith("%strange"), read, bitext=False)


def test_a_plug_in_adds_a_format(write, plug_in):
    plug_in(READER=strange("strange"))
    assert chosen(write("a.lines.txt", "x")) == "strange"
    assert chosen(write("a.txt", "%strange")) == "text"
    assert chosen(write("a.dat", "%strange")) == "strange"
    assert reader_by_extension("a.xyz") is None


@pytest.mark.parametrize(
    ("constants", "message"),
    [({"READER": strange("tsv")}, "there is a format 'tsv' already"), ({}, "has no constant READER")],
)
def test_a_plug_in_that_is_wrong_is_named(plug_in, constants, message):
    plug_in(**constants)
    with pytest.raises(PluginError, match=f"strange_format: {message}"):
        READERS.all()


def test_a_plug_in_that_doesnt_load_is_named(monkeypatch):
    point = EntryPoint("strange", "no_such_module_at_all", READERS.group)
    monkeypatch.setattr(registry, "entry_points", lambda group: [point])
    READERS.forget()
    with pytest.raises(PluginError, match=r"plug-in 'strange' .* does not load"):
        READERS.all()
    READERS.forget()
