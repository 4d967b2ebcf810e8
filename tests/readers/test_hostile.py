"""Files made to hurt: each must be read or refused in little time and memory, with an error that says where."""

import gzip
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tqa.errors import ReadError
from tqa.model import Problem, Segment
from tqa.readers.reader import Settings, choose_reader
from tqa.readers.source import Input

MANY = 200_000


def packed(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return file.getvalue()


XLIFF = '<xliff version="1.2"><file source-language="en" target-language="vi"><body>'
UNIT = '<trans-unit id="1"><source>a</source><target>{}</target></trans-unit></body></file></xliff>'
NESTED = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
LAUGHS = f'<!DOCTYPE x [<!ENTITY e0 "lol">{NESTED}]>{XLIFF}{UNIT.format("&e12;")}'
OUTSIDE = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>{XLIFF}{UNIT.format("&e;")}'
ALIASES = "vi:\n  a0: &a0 [lol]\n" + "".join(
    f"  a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(20)
)

# The file, and what is said of it ("" where it is read).
FILES: dict[str, tuple[bytes, str]] = {
    "bomb.docx": (packed(document="x" * (64 * 2**20)), "bomb.docx: unpacks to 67,108,864 bytes, .* refused"),
    "bomb.po.gz": (gzip.compress(b"\n" * (40 * 2**20)), "unpacks to more than 250 times its size; refused"),
    "laughs.xlf": (LAUGHS.encode(), ""),
    "outside.xlf": (OUTSIDE.encode(), ""),
    "aliases.vi.yml": (ALIASES.encode(), ""),
    "objects.vi.yml": (b'vi:\n  a: !!python/object/apply:os.system ["touch made"]\n  b: c\n', ""),
    "deep.vi.json": (b"[" * MANY, "deep.vi.json:1: not valid JSON: nested more than 200 deep"),
    "deep.vi.yml": (b"vi: " + b"[" * MANY, "deep.vi.yml.*nest"),
    "deep.vi.php": (b"<?php return " + b"[" * MANY, "deep.vi.php:1: nested more than 100 deep"),
    "deep.xlf": (b'<xliff version="1.2">' + b"<group>" * MANY, "deep.xlf:1: not well-formed XML"),
    "deep.vi.html": (b"<div>" * MANY + b"x", ""),
    "long.vi.json": (b'{"a": "' + b"x" * (11 * 2**20) + b'"}', "long.vi.json:1: a text of more than 10,485,760"),
    "long.csv": (b"source,target\na," + b"x" * (11 * 2**20), "long.csv:2: a text of more than 10,485,760"),
    "long.vi.strings": (b'"a" = "' + b"x" * (11 * 2**20) + b'";', "long.vi.strings:1: a text of more than"),
    "long.vi.properties": (b"a = " + b"x" * (11 * 2**20), "long.vi.properties:1: a text of more than"),
    "long.po": (b'msgid "a"\nmsgstr "' + b"x" * (11 * 2**20) + b'"\n', "long.po:2: a line of more than"),
    "long.xlf": ((XLIFF + UNIT.format("x" * (14 * 2**20))).encode(), "long.xlf:1: more than 10,485,760 characters"),
    "quotes.po": (b'msgid "' + b"\\" * MANY, "quotes.po:1: not a line of a PO file"),
    "quotes.vi.php": (b"<?php return ['a' => '" + b"\\'" * MANY, "quotes.vi.php:1: a quotation mark has no"),
    "heredocs.vi.php": (b"<?php return [" + b"<<<A\n" * MANY, "heredocs.vi.php:1: .* has no line A at its end"),
    "brackets.vi.html": (b"<" * MANY, ""),
    "tags.vi.html": (b"<p>x" + b"<a " * MANY, ""),
    "comments.vi.html": (b"<p>x" + b"<!--" * MANY, ""),
    "blanks.vi.md": (b"a" + b" " * MANY + b"b\n\n# a" + b" " * MANY + b"b\n\n" + b"<b> " * 60 + b"x", ""),
    "stars.vi.strings": (b"/*" + b"*" * MANY, "stars.vi.strings:1: a comment isn't closed"),
    "nul.vi.json": (b'{"a": "b\0c"}', "nul.vi.json: a binary file, not text .NUL byte at offset 8"),
    "half.vi.json": (b'\xff\xfe{\0"', "half.vi.json:1: byte .* is not UTF-16-LE"),
    "seven.xlf": (b'<?xml version="1.0" encoding="utf-7"?><xliff/>', "seven.xlf:1: there is no encoding 'utf-7'"),
}

READ = """
import resource, sys
from test_hostile import read
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
for name in sys.argv[1:]:
    texts, problems = read(name)
    print(name, "|", problems, "|", [text[:80] for text in texts[:9]], flush=True)
"""


def read(name: str) -> tuple[list[str], str]:
    """The texts of a file, and what is said of it."""
    texts: list[str] = []
    said = []
    try:
        reader, entry = choose_reader(Input.of(name), Settings())
        for item in reader.read(entry, Settings()):
            if isinstance(item, Problem):
                said.append(str(item))
            elif isinstance(item, Segment):
                texts.append(item.target)
    except ReadError as error:
        said.append(str(error))
    return texts, "; ".join(said)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What a process with ten seconds and a gigabyte for all of them says of each file, and the folder."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (content, _) in FILES.items():
        (folder / name).write_bytes(content)
    path = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
    done = subprocess.run(
        [sys.executable, "-c", READ, *FILES],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    found = dict(line.split(" | ", 1) for line in done.stdout.splitlines())
    assert (list(found), done.stderr) == (list(FILES), "")
    return found, folder


@pytest.mark.parametrize("name", FILES)
def test_it_is_read_or_refused_in_little_time_and_memory(told, name):
    said = told[0][name].split(" | ")[0]
    wanted = FILES[name][1]
    assert re.search(wanted, said) if wanted else said == ""


def test_entities_are_left_as_they_stand_and_nothing_is_loaded_or_run(told):
    found, folder = told
    assert found["laughs.xlf"].endswith("| ['&e12;']")
    assert found["outside.xlf"].endswith("| ['&e;']")
    assert found["objects.vi.yml"].endswith("'c']")
    assert not (folder / "made").exists()
