"""Samples of all formats: what is read of them, that they can be changed in place, and that broken ones are survived.

With TQA_UPDATE_GOLD=1 in the environment the gold files are written anew, to be looked at before they are committed.
"""

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tqa.errors import ReadError, TqaError
from tqa.model import Problem, Segment
from tqa.readers import tmx, xliff
from tqa.readers.reader import READERS, Reader, Settings, choose_reader
from tqa.readers.source import Input
from tqa.writers.rewrite import rewrite

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(
    path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*") if path.is_file() and path.suffix != ".gold"
)


def opened(name: str) -> tuple[Reader, Input]:
    """The reader of a sample and the input to give to it. The name is that within the folder of samples."""
    reader, entry = choose_reader(Input(name, SAMPLES / name), Settings())
    return reader, entry


def read(reader: Reader, entry: Input) -> list[Segment | Problem]:
    """All that a reader yields, an error at the end as a problem."""
    found: list[Segment | Problem] = []
    try:
        for item in reader.read(entry, Settings()):
            found.append(item)  # noqa: PERF402  what was read before an error counts
    except ReadError as error:
        found.append(Problem(error.message, error.file, error.line))
    return found


def shown(name: str) -> str:
    """What is read of a sample, in lines: each segment with all that isn't the default."""
    reader, entry = opened(name)
    lines = [f"format: {reader.name}"]
    for item in read(reader, entry):
        if isinstance(item, Problem):
            lines.append(f"problem: {item}")
            continue
        lines.append(f"{item.id!r} line {item.location.line} {item.source_lang}>{item.target_lang}")
        lines.append(f"  source: {item.source!r} line {item.location.source_line}")
        lines.append(f"  target: {item.target!r}")
        more = {name: getattr(item, name) for name in ("context", "note", "state", "max_length", "plural", "syntax")}
        lines += [f"  {name}: {value!r}" for name, value in more.items() if value is not None]
        lines += [f"  counted in: {item.length_unit}"] if item.length_unit != "char" else []
    return "\n".join(lines) + "\n"


WRITABLE = [name for name in FILES if opened(name)[0].codec is not None]


@pytest.mark.parametrize("name", FILES)
def test_what_is_read(name):
    gold = SAMPLES / f"{name}.gold"
    if os.environ.get("TQA_UPDATE_GOLD"):
        gold.write_text(shown(name), encoding="utf-8")
    assert shown(name) == gold.read_text(encoding="utf-8")


def test_every_format_has_a_sample():
    assert {opened(name)[0].name for name in FILES} == set(READERS.all())


@pytest.mark.parametrize("name", WRITABLE)
def test_an_untouched_file_comes_out_byte_for_byte(name):
    reader, entry = opened(name)
    data = (SAMPLES / name).read_bytes()
    assert rewrite(entry, data, reader, Settings(), {}, {}).after == data


@pytest.mark.parametrize("name", WRITABLE)
def test_each_text_can_be_changed_in_place_and_nothing_else_changes(name):
    reader, entry = opened(name)
    data = (SAMPLES / name).read_bytes()
    before = read(reader, entry)
    changed = 0
    for index, item in enumerate(before):
        if isinstance(item, Problem) or not item.raw or _is_inside(item, before):
            continue
        word = next((w for w in re.finditer(r"[^\W\d_]+", item.target) if _is_free(item.target, *w.span())), None)
        if word is None:
            continue
        start, end = word.span()
        new = rewrite(entry, data, reader, Settings(), {index: item}, {index: [(start, end, "Qx q")]})
        if new.missed:
            continue
        changed += 1
        after = read(reader, entry.holding(new.after))
        expected = item.target[:start] + "Qx q" + item.target[end:]
        assert [after[index].target if n == index else x for n, x in enumerate(after)] == [
            expected if n == index else x for n, x in enumerate(before)
        ]
        same = _alike(data, new.after) + _alike(data[::-1], new.after[::-1])
        assert len(data) - same <= 6 * (end - start)  # at most, each letter was an escape such as \u00e0
    assert changed, "no text of the sample could be changed"


def _alike(one: bytes, other: bytes) -> int:
    """How many bytes both begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _is_inside(item: Segment, others: list[Segment | Problem]) -> bool:
    """Whether a text stands inside another one, as an attribute of HTML does."""
    return any(
        isinstance(other, Segment) and other is not item and other.raw and other.raw[0] <= item.raw[0] < other.raw[1]
        for other in others
    )


def _is_free(text: str, start: int, end: int) -> bool:
    """Whether a word stands outside of tags and placeholders."""
    return text[:start].count("<") == text[:start].count(">") and text[:start].count("{") == text[:start].count("}")


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_damaged_file_is_survived(name, data):
    content = bytearray((SAMPLES / name).read_bytes())
    reader, entry = opened(name)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        cut = data.draw(st.integers(0, 12))
        content[at : at + cut] = data.draw(st.sampled_from(_JUNK) | st.binary(max_size=4))
    survive(reader, entry.holding(bytes(content)))


_JUNK = [b"<", b"</", b'"', b"'", b"{", b"}", b"[", b"\\", b"\\u", b"&#0;", b"&x;", b"\n", b"\r\n", b"\x00", b"<!--"]
_JUNK += [b"<![CDATA[", b"*/", b"%", b"=", b"\xff", "\u2028".encode(), b"msgid ", b'"a" = ', b"]]>", b": ", b"- ", b"|"]


@pytest.mark.parametrize("name", sorted(READERS.all()))
@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_survived(name, content):
    survive(READERS.all()[name], Input.of_bytes("fuzz", content))


def survive(reader, entry):
    try:
        for item in reader.read(entry, Settings()):
            assert isinstance(item, Segment | Problem)
    except TqaError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize(("module", "kind"), [(tmx, "TmxReader"), (xliff, "XliffReader")])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_the_short_cut_reads_what_the_parser_reads(module, kind, data):
    units = data.draw(st.lists(st.sampled_from(_UNITS[kind]), min_size=1, max_size=6))
    units += data.draw(st.integers(0, 9)) * [data.draw(st.sampled_from(_UNITS[kind]))] + units
    content = bytearray((_FRAMES[kind][0] + "".join(units) + _FRAMES[kind][1]).encode())
    if data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(content)))
        content[at:at] = data.draw(st.sampled_from(_JUNK))
    entry = Input.of_bytes("a", bytes(content))
    reader = getattr(module, kind)

    class Whole(reader):
        shortcut = None

    found = [_all(kind(entry, Settings()).read()) for kind in (reader, Whole)]
    assert found[0] == found[1]


def _all(items):
    found = []
    try:
        for item in items:
            found.append(tuple(item) if isinstance(item, Segment) else str(item))  # noqa: PERF401  up to an error
    except TqaError as error:
        found.append(str(error))
    return found


_FRAMES = {
    "TmxReader": ('<tmx version="1.4">\n<header srclang="en"/>\n<body>\n', "\n</body></tmx>\n"),
    "XliffReader": (
        '<xliff version="1.2"><file source-language="en" target-language="vi"><body>\n',
        "\n</body></file></xliff>\n",
    ),
}
_UNITS = {
    "TmxReader": [
        '<tu tuid="1"><tuv xml:lang="en"><seg>A &amp; <ph x="1">{0}</ph></seg></tuv>\n'
        '<tuv xml:lang="vi"><seg>Á &#233; <bpt i="1"/>b</seg></tuv></tu>\n',
        '<tu><note>n</note><tuv xml:lang="en"><seg>A</seg></tuv><tuv lang="cs"><seg>B &eacute;</seg></tuv></tu>\n',
        '<tu><tuv xml:lang="en"><seg>A</seg></tuv></tu>',
        "<!-- <tu></tu> -->\n",
        '<tu tuid="&lt;"><tuv xml:lang="en"><seg>A <hi>b</hi></seg></tuv><tuv xml:lang="vi"><seg>\rB</seg></tuv></tu>',
        '<tu><tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="vi"><seg>B</seg></tuv>'
        '<tuv xml:lang="fr"><seg>C</seg></tuv></tu>',
    ],
    "XliffReader": [
        '<trans-unit id="1"><source>A <g id="1">b</g></source>\n<target state="new">Á <g id="1">é</g></target>'
        "</trans-unit>\n",
        '<trans-unit id="2" resname="r" size-unit="char" maxwidth="9"><source>&lt;</source><note>n &amp;</note>'
        "</trans-unit>",
        '<trans-unit id="7"><source>A <g id="1"></g><g id="2"/></source><target><x id="3"/>b</target></trans-unit>',
        '<trans-unit id="3" translate="no"><source>A</source></trans-unit>',
        '<group id="g" translate="no"><trans-unit id="4"><source>A</source><target/></trans-unit></group>\n',
        '<trans-unit id="5"><source>A <x id="1"/></source><target>B <g id="1">c</target></trans-unit>',
        "<!-- </trans-unit> -->",
        '<trans-unit id="6"><source>A</source><alt-trans><target>z</target></alt-trans></trans-unit>\n',
    ],
}
