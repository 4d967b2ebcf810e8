"""`tqa fix` and `tqa restore`, as a user sees them."""

import gzip
import zipfile
from pathlib import Path

import pytest

from tqa.errors import ReadError
from tqa.model import Edit, Issue, Segment, Severity, Span
from tqa.readers.reader import Settings, choose_reader
from tqa.readers.source import Input
from tqa.writers.edits import plan
from tqa.writers.files import replace_content
from tqa.writers.rewrite import rewrite

LOST = "Ngay hom qua, Thu tuong da den tham Ha Noi."
FOUND = "Ngày hôm qua, Thủ tướng đã đến thăm Hà Nội."


@pytest.fixture
def page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "page.txt"
    path.write_bytes(f"\ufeff{LOST}\r\nXin chào các bạn.".encode())
    return path


def test_fix_applies_what_is_sure_and_keeps_every_other_byte(tqa, page):
    page.chmod(0o640)
    done = tqa("fix", page, "--target-lang", "vi", "--unsafe")
    assert done.status == 0
    assert page.read_bytes() == f"\ufeff{FOUND}\r\nXin chào các bạn.".encode()
    assert "fixed 1 issue in 1 file" in done.err
    assert page.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in page.parent.iterdir()] == ["page.txt"]


def test_diff_shows_and_changes_nothing(tqa, page):
    before = page.read_bytes()
    done = tqa("fix", page, "--target-lang", "vi", "--unsafe", "--diff")
    assert page.read_bytes() == before
    assert f"\n-{LOST}\n+{FOUND}\n" in done.out.replace("\r", "")
    assert "would fix 1 issue" in done.err


def test_a_word_document_is_written(tqa, page):
    tag = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'
    runs = "<w:r><w:t>Ngay hom qua, Thu tuong </w:t></w:r><w:r><w:t>da den tham Ha Noi.</w:t></w:r>"
    with zipfile.ZipFile("a.docx", "w") as archive:
        archive.writestr("word/document.xml", f"{tag}{runs}</w:p></w:body></w:document>")
    shown = tqa("fix", "a.docx", "--target-lang", "vi", "--unsafe", "--diff")
    assert f"\n-document:1: {LOST}\n+document:1: {FOUND}\n" in shown.out
    assert tqa("fix", "a.docx", "--target-lang", "vi", "--unsafe").status == 0
    with zipfile.ZipFile("a.docx") as archive:
        new = archive.read("word/document.xml").decode()
    assert "<w:t>Ngày hôm qua, Thủ tướng </w:t></w:r><w:r><w:t>đã đến thăm Hà Nội.</w:t>" in new


def test_a_compressed_file_is_refused_and_the_rest_is_fixed(tqa, page):
    packed = Path("page.txt.gz")
    packed.write_bytes(gzip.compress(page.read_bytes()))
    done = tqa("fix", packed, page, "--target-lang", "vi", "--unsafe")
    assert done.status == 2
    assert "page.txt.gz: compressed (gzip); unpack it" in done.err
    assert FOUND in page.read_text("utf-8-sig")


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("new")
    with pytest.raises(ReadError, match="changed since it was checked"):
        replace_content(path, b"old", b"fixed")
    assert path.read_text() == "new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_a_symbolic_link_stays_one(tmp_path):
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_text("old")
    link.symlink_to(path)
    replace_content(link, b"old", b"fixed")
    assert link.is_symlink()
    assert path.read_text() == "fixed"


def test_letters_that_the_encoding_lacks_are_not_written(tmp_path):
    path = tmp_path / "a.vi.properties"
    data = "k=Ha Noi caf\xe9\n".encode("latin-1")
    path.write_bytes(data)
    reader, entry = choose_reader(Input.of(str(path)), Settings())
    (segment,) = reader.read(entry, Settings())
    new = rewrite(entry, data, reader, Settings(), {0: segment}, {0: [(3, 6, "Nội")]})
    assert (new.after, new.missed) == (data, [0])


def issue(target, suggestion=None, applicability=None, edits=(), span=(0, 1)):
    spans = (Span("target", *span),)
    place = ("a.txt", 1, "1", "und", "vi", "vi", None, target)
    return Issue("r", "c", Severity.MINOR, "m", *place, spans, suggestion, applicability, edits, "f")


def test_only_safe_suggestions_and_sure_edits_count_unless_all_are_wanted():
    from tqa.model import Location

    target = "abcdef"
    segments = [Segment("1", target, location=Location("a.txt", 1), raw=(0, 6))]
    sure, unsure = Edit("target", 2, 3, "C", 0.9), Edit("target", 3, 4, "D", 0.89)
    issues = [
        issue(target, "A", "safe"),
        issue(target, "CD", "unsafe", (sure, unsure), (2, 4)),
        issue(target, "E", "unsafe", (), (4, 5)),
        issue(target, "X", "safe", (), (0, 2)),
        issue(target),
    ]
    made = plan(issues, segments, unsafe=False)
    assert made.changes == {0: [(0, 1, "A"), (2, 3, "C")]}
    assert (made.fixed, made.unsafe, made.without) == (2, 1, 2)
    assert plan(issues, segments, unsafe=True).changes == {0: [(0, 1, "A"), (2, 4, "CD"), (4, 5, "E")]}


def test_restore_writes_the_text_and_a_sound_one_byte_for_byte(tqa, page):
    out = Path("out.txt")
    assert tqa("restore", page, "--target-lang", "vi", "--output", out).status == 0
    assert out.read_bytes() == f"\ufeff{FOUND}\r\nXin chào các bạn.".encode()
    assert tqa("restore", out, "--target-lang", "vi", "--output", "again.txt").status == 0
    assert Path("again.txt").read_bytes() == out.read_bytes()


def test_restore_knows_both_sides_of_a_bitext(tqa, tmp_path):
    path, out = tmp_path / "a.tsv", tmp_path / "out.tsv"
    path.write_text(f"source\ttarget\n{LOST}\tYesterday the Prime Minister visited Hanoi.\n")
    assert tqa("restore", path, "--source-lang", "vi", "--target-lang", "en", "--output", out).status == 0
    expected = f"source\ttarget\n{FOUND}\tYesterday the Prime Minister visited Hanoi.\n"
    assert out.read_text("utf-8") == expected
