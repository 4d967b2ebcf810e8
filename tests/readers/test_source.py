"""What a line is, and what is said of files that can't be read."""

import codecs
import io
import os
import subprocess
import sys
import tempfile
import threading
from encodings.aliases import aliases
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.errors import ConfigError, ReadError
from tqa.readers import source
from tqa.readers.source import MAX_LINE, Input, find_encoding

ENCODINGS = sorted({name for name in aliases.values() if not name.endswith("_codec")} - {"rot_13", "utf_7", "mbcs"})


def lines(name: str, encoding: str | None = None) -> list[str]:
    return list(Input.of(name, encoding).lines())


def trouble(name: str, encoding: str | None = None) -> tuple[list[str], ReadError]:
    """What is read before the error, and the error."""
    read = []
    with pytest.raises(ReadError) as caught:
        for line in Input.of(name, encoding).lines():
            read.append(line)  # noqa: PERF402
    assert "\n" not in str(caught.value)
    return read, caught.value


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", []),
        ("\n", [""]),
        ("một\nhai\n", ["một", "hai"]),
        ("một\nhai", ["một", "hai"]),
        ("một\n\nhai\n\n", ["một", "", "hai", ""]),
        ("a\r\nb\r\n", ["a", "b"]),
        ("a\r\r\nb\rc", ["a\r", "b\rc"]),
        ("a\u2028b\u2029c\x85d\x0be\x0cf\x1cg\x1dh\x1ei\nj", ["a\u2028b\u2029c\x85d\x0be\x0cf\x1cg\x1dh\x1ei", "j"]),
        ("\ufeffa\n\ufeffb", ["a", "\ufeffb"]),
        ("\ufeff", []),
    ],
)
def test_lines_end_at_line_feeds_only(write, content, expected):
    assert lines(write("a.txt", content)) == expected


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_is_honoured_whatever_the_encoding_named(write, encoding):
    mark = "" if encoding == "utf-8-sig" else "\ufeff"
    name = write("a.txt", (mark + "Chữ Việt\r\n😀 \u0a0a\u0d0a").encode(encoding))
    for named in (None, "windows-1258", "utf-16-be"):
        assert lines(name, named) == ["Chữ Việt", "😀 \u0a0a\u0d0a"]


@pytest.mark.parametrize("encoding", ["utf-16", "UTF_16LE", "windows-1258", "latin 1", "shift_jis", "iso-2022-jp"])
def test_an_encoding_can_be_named(write, encoding):
    text = "日本語\nかな" if encoding.endswith(("jis", "jp")) else "déjà\nÿ"
    name = write("a.txt", text.encode(encoding).removeprefix(codecs.BOM_UTF16_LE))
    assert lines(name, encoding) == text.split("\n")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("windows-1285", "did you mean 'windows-1258'?"),
        ("utf9", "did you mean 'utf"),
        ("hex", "windows-1258 are such names"),
        ("rot13", "are such names"),
        ("utf-7", "utf-8"),
        ("idna", ""),
        ("unicode_escape", ""),
        ("", ""),
        ("a\0b", ""),
        ("chữ", ""),
    ],
)
def test_an_unknown_encoding_is_an_error_with_a_near_miss(write, name, hint):
    with pytest.raises(ConfigError) as caught:
        lines(write("a.txt", "a"), name)
    assert f"there is no encoding '{name}'" in str(caught.value)
    assert hint in str(caught.value)
    assert f"mean '{name}'" not in str(caught.value)


def test_bytes_of_another_encoding_are_located_and_what_stands_before_is_read(write):
    read, error = trouble(write("a.txt", "first\nsecond\ncaf\xe9 au lait\nlast".encode("latin-1")))
    assert read == ["first", "second"]
    assert str(error) == (
        "a.txt:3: byte 0xE9 at offset 16 is not UTF-8; "
        "if the file is in another encoding name it with --encoding, e.g. --encoding windows-1258"
    )


def test_the_offset_is_that_in_the_file_also_far_into_it(write):
    # 1,000,001 bytes, so that characters of two bytes stand across the ends of what is read at once.
    content = b"x" + ("é" * 49_999 + "\n").encode() * 10 + b"y" * 9
    assert len(content) == 1_000_000
    read, error = trouble(write("a.txt", content + b"\xff\n"))
    assert len(read) == 10
    assert error.line == 11
    assert "byte 0xFF at offset 1000000 is" in error.message


def test_a_character_cut_off_at_the_end_is_bad(write):
    read, error = trouble(write("a.txt", b"sound\ncut \xe1\xbb"))
    assert read == ["sound"]
    assert (error.line, "byte 0xE1 at offset 10 is not UTF-8" in error.message) == (2, True)


def test_bytes_at_odds_with_the_byte_order_mark(write):
    content = codecs.BOM_UTF16_LE + "ok\nx".encode("utf-16-le") + b"\x00\xdc\x00"
    read, error = trouble(write("a.txt", content), "utf-8")
    assert (read, error.line) == (["ok"], 2)
    assert "at offset 10 is not UTF-16-LE, which the file's byte-order mark says it is" in error.message


def test_a_binary_file_is_called_one(write):
    read, error = trouble(write("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"))
    assert (read, error.line) == ([], None)
    assert str(error).startswith("a.txt: a binary file, not text (NUL byte at offset 8); if it is UTF-16")


def test_utf16_without_a_mark_is_pointed_to_the_option(write):
    name = write("a.txt", "Tin mới\n".encode("utf-16-le"))
    assert "--encoding utf-16-le" in trouble(name)[1].message
    assert lines(name, "utf-16-le") == ["Tin mới"]


def test_a_nul_late_in_a_text_costs_only_what_follows(write):
    read, error = trouble(write("a.txt", "dòng\n" * 5000 + "x\0y\nz\n"))
    assert (len(read), error.line) == (5000, 5001)
    assert "NUL byte at offset 30001" in error.message


def test_a_nul_late_in_what_isnt_text_doesnt_hide_where_that_began(write):
    read, error = trouble(write("a.txt", b"a\n" * 5000 + b"\xff\n\0"))
    assert (len(read), error.line) == (5000, 5001)
    assert "byte 0xFF at offset 10000" in error.message


def test_a_missing_file_and_one_with_a_similar_name(write):
    write("article.txt")
    assert str(trouble("artcle.txt")[1]) == "artcle.txt: no such file; did you mean 'article.txt'?"
    assert str(trouble("nowhere/x.txt")[1]) == "nowhere/x.txt: no such file; check the path"
    assert "no such file" in str(trouble("article.txt/x.txt")[1])
    assert "no file can have this name" in str(trouble("a\0b.txt")[1])


def test_a_folder_is_no_file(write):
    write("folder/a.txt")
    assert str(trouble("folder")[1]) == "folder: a folder where a file is wanted; name a file in it"


@pytest.mark.usefixtures("without_root")
def test_no_permission(tmp_path):
    path = tmp_path / "a.txt"
    user = os.geteuid()
    os.seteuid(os.getuid())
    path.write_text("a")
    path.chmod(0)
    os.seteuid(user)
    assert "no permission to read it" in trouble(str(path))[1].message


def test_links_that_lead_nowhere(write):
    write("b.txt")
    Path("dangling.txt").symlink_to("gone.txt")
    Path("loop.txt").symlink_to("loop.txt")
    assert "a symbolic link to gone.txt, which is not there" in trouble("dangling.txt")[1].message
    assert "can't be read (" in trouble("loop.txt")[1].message


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_a_line_of_the_greatest_length_is_read_and_one_more_is_not(write, ending):
    content = "ok\n" + "é" * MAX_LINE
    sound = content if ending == "\r\n" else content + ending
    assert [len(line) for line in lines(write("a.txt", sound))] == [2, MAX_LINE]
    read, error = trouble(write("a.txt", content + "éé" + ending))
    assert (read, error.line) == (["ok"], 2)
    assert "a line of more than 10,485,760 characters" in error.message


def test_a_line_of_200_mb_is_refused_in_little_memory(tmp_path):
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.write(b"first\n")
        for _ in range(200):
            file.write("đ".encode() * 2**19)
    program = (
        "import resource, sys\n"
        "from tqa.errors import ReadError\n"
        "from tqa.readers.source import Input\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "lines = Input.of(sys.argv[1]).lines()\n"
        "print(next(lines))\n"
        "try:\n"
        "    next(lines)\n"
        "except ReadError as error:\n"
        "    print(error.line, error.message)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, path], check=True, capture_output=True, text=True)
    first, error, grown = done.stdout.splitlines()
    assert first == "first"
    assert error.startswith("2 a line of more than")
    assert int(grown) < 100 * 1024


def test_standard_input_is_read_and_peeked_at_without_loss(monkeypatch):
    content = codecs.BOM_UTF8 + "dòng\r\n".encode() * 3000
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    head, entry = Input.of("-").peek()
    assert head.startswith("dòng\r\ndòng")
    assert list(entry.lines()) == ["dòng"] * 3000


def test_closed_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert "standard input is closed" in trouble("-")[1].message


def test_a_pipe_is_read_though_it_was_peeked_at_and_comes_in_pieces(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)

    def feed():
        with path.open("wb", buffering=0) as pipe:
            for piece in (b"so", b"urce\ttar", b"get\n", "một\t".encode()[:3], "một\t".encode()[3:], b"one"):
                pipe.write(piece)

    feeder = threading.Thread(target=feed)
    feeder.start()
    head, entry = Input.of(str(path)).peek()
    assert head.startswith("source\t")
    assert list(entry.lines()) == ["source\ttarget", "một\tone"]
    feeder.join()


def test_an_input_can_be_read_as_often_as_its_file(write):
    entry = Input.of(write("a.txt", "a\nb"))
    head, again = entry.peek()
    assert head == "a\nb"
    assert [list(again.lines()), list(again.lines())] == [["a", "b"]] * 2


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), st.integers(1, 9))
def test_text_that_goes_in_comes_out(text, chunk):
    expected = [line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n")]
    last = text.removeprefix("\ufeff").rsplit("\n", 1)[-1]
    expected[-1:] = [last] if last else []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "_CHUNK", chunk)
        patch.setattr(source, "_HEAD", 1)
        assert lines_of(text.encode()) == expected


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([None, *ENCODINGS]), st.integers(1, 9))
def test_any_bytes_in_any_encoding_give_lines_or_an_error(content, encoding, chunk):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "_CHUNK", chunk)
        patch.setattr(source, "_HEAD", 1)
        try:
            read = lines_of(content, encoding)
        except ReadError as error:
            assert error.line is None or 1 <= error.line <= content.count(b"\n") + 1 or encoding is not None
            return
        assert all("\n" not in line for line in read)
        "".join(read).encode()  # no half characters


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), st.binary(min_size=1, max_size=3))
def test_the_byte_blamed_is_the_one_at_the_offset(text, junk):
    content = text.encode() + b"\xc0" + junk
    try:
        lines_of(content)
    except ReadError as error:
        assert f"byte 0xC0 at offset {len(text.encode())} is" in error.message or "NUL" in error.message
    else:
        pytest.fail("0xC0 is never UTF-8")


def lines_of(content: bytes, encoding: str | None = None) -> list[str]:
    with tempfile.NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        return lines(file.name, encoding)


def test_all_encodings_fuzzed_are_known():
    assert len(ENCODINGS) > 80
    assert all(find_encoding(name) for name in ENCODINGS)
