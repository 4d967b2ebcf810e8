"""Fixing Word documents and Excel workbooks: the words change, every other part stays byte for byte."""

import io
import zipfile

import pytest

from tqa.errors import ReadError
from tqa.model import Segment
from tqa.readers.reader import READERS, Settings
from tqa.readers.source import Input
from tqa.writers.rewrite import Rewritten, rewrite

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def packed(parts: dict[str, str], *, stored: str = "", streamed: bool = False) -> bytes:
    """An archive of these parts; the part `stored` isn't compressed. `streamed`: sizes stand behind the data."""
    file = io.BytesIO()
    target = _Pipe(file) if streamed else file
    with zipfile.ZipFile(target, "w") as archive:
        for n, (name, content) in enumerate(parts.items()):
            info = zipfile.ZipInfo(name, (2024, 5, 1 + n, 12, 30, 0))
            info.compress_type = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, content)
    return file.getvalue()


class _Pipe(io.RawIOBase):
    """What can't be gone back in, so that an archive written to it has its sizes behind the data."""

    def __init__(self, file: io.BytesIO) -> None:
        self.file = file

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        return self.file.write(data)  # type: ignore[arg-type]


def document(*paragraphs: str) -> dict[str, str]:
    body = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
    return {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/media/image.bin": "not really an image" * 9,
        "word/footer1.xml": f"<w:ftr {W}><w:p><w:r><w:t>Stand: Mai</w:t></w:r></w:p></w:ftr>",
    }


def workbook(sheet: str, *strings: str) -> dict[str, str]:
    shared = "".join(f"<si>{text}</si>" for text in strings)
    return {
        "xl/workbook.xml": f'<workbook {S} {R}><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Rels><Relationship Id="r1" Target="worksheets/a.xml"/></Rels>',
        "xl/worksheets/a.xml": f"<worksheet {S}><sheetData>{sheet}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f'<sst {S} count="9" uniqueCount="{len(strings)}">{shared}</sst>',
    }


def fixed(name: str, data: bytes, *changes: tuple[str, int, int, str]) -> Rewritten:
    """The file with changes made: the id of a segment, the place and the new text."""
    reader, entry = READERS.all()[name], Input.of_bytes(f"a.{name}", data)
    segments = [item for item in reader.read(entry, Settings("en", "vi")) if isinstance(item, Segment)]
    numbers = {segment.id: n for n, segment in enumerate(segments)}
    wanted: dict[int, list[tuple[int, int, str]]] = {}
    for own_id, start, end, new in changes:
        wanted.setdefault(numbers[own_id], []).append((start, end, new))
    return rewrite(entry, data, reader, Settings("en", "vi"), dict(enumerate(segments)), wanted)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return archive.read(name).decode()


def raw_members(data: bytes) -> dict[str, tuple[object, ...]]:
    """What stands in the archive for each member: header, packed bytes and what the directory says, without offsets."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        starts = [*(info.header_offset for info in infos), archive.start_dir]
        return {
            info.filename: (data[a:b], info.date_time, info.compress_type, info.flag_bits, info.external_attr)
            for info, a, b in zip(infos, starts, starts[1:], strict=False)
        }


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("stored", ["", "word/document.xml"])
def test_every_other_part_stays_byte_for_byte(stored, streamed):
    data = packed(document("<w:r><w:t>Ha Noi</w:t></w:r>"), stored=stored, streamed=streamed)
    new = fixed("docx", data, ("document:1", 1, 2, "à"))
    before, after = raw_members(data), raw_members(new.after)
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
    assert before["word/document.xml"][1:] == after["word/document.xml"][1:]
    assert "<w:t>Hà Noi</w:t>" in part(new.after, "word/document.xml")
    assert fixed("docx", data).after == data


def test_a_change_over_several_runs_keeps_their_format():
    runs = "<w:r><w:t>Ha </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Noi &amp; Hue</w:t></w:r>"
    data = packed(document(runs))
    new = part(fixed("docx", data, ("document:1", 0, 6, "Hà Nội")).after, "word/document.xml")
    assert "<w:t>Hà </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Nội &amp; Hue</w:t>" in new
    new = part(fixed("docx", data, ("document:1", 1, 9, "ạ L & ")).after, "word/document.xml")
    bold = '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> &amp; Hue</w:t>'
    assert f"<w:t>Hạ L</w:t></w:r><w:r>{bold}</w:r>" in new


def test_blanks_at_the_end_of_a_run_are_kept_by_word():
    new = fixed("docx", packed(document("<w:r><w:t>Price:5</w:t></w:r>")), ("document:1", 6, 7, " "))
    assert '<w:t xml:space="preserve">Price: </w:t>' in part(new.after, "word/document.xml")


def test_what_would_take_a_tab_away_is_left():
    data = packed(document("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"))
    new = fixed("docx", data, ("document:1", 0, 3, "x"))
    assert (new.after, new.missed) == (data, [0])
    new = fixed("docx", data, ("document:1", 0, 3, "á\tê"))
    assert "<w:t>á</w:t><w:tab/><w:t>ê</w:t>" in part(new.after, "word/document.xml")


def test_headers_and_the_diff_of_the_texts():
    new = fixed("docx", packed(document("<w:r><w:t>a</w:t></w:r>")), ("footer1:1", 0, 5, "Datum"))
    assert new.texts() == ("document:1: a\nfooter1:1: Stand: Mai\n", "document:1: a\nfooter1:1: Datum: Mai\n")


CELL = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
HEADER = f'<row r="1">{CELL.format("A1", "source")}{CELL.format("B1", "target")}</row>'


def test_a_text_that_other_cells_share_changes_in_one_cell_only():
    rows = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="3" t="s"><v>0</v></c></row>'
    data = packed(workbook(HEADER + rows, "<t>Cafe</t>", '<t xml:space="preserve">x </t>'))
    new = fixed("xlsx", data, ("A!2", 3, 4, "é")).after
    assert '<c r="A2" t="s"><v>0</v></c><c r="B2" s="3" t="s"><v>2</v></c>' in part(new, "xl/worksheets/a.xml")
    strings = part(new, "xl/sharedStrings.xml")
    assert 'count="9" uniqueCount="3"' in strings
    assert strings.endswith('<si><t>Cafe</t></si><si><t xml:space="preserve">x </t></si><si><t>Café</t></si></sst>')


def test_a_text_of_one_cell_changes_where_it_stands():
    rows = (
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>'
        '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="inlineStr"><is><t>hai</t></is></c></row>'
        '<row r="4"><c r="A4"><v>7</v></c><c r="B4" t="str"><f>A4</f><v>ba</v></c></row>'
    )
    rich = "<r><t>Ha </t></r><r><rPr><b/></rPr><t>Noi</t></r><rPh><t>x</t></rPh>"
    data = packed(workbook(HEADER + rows, "<t>Hanoi</t>", rich))
    new = fixed("xlsx", data, ("A!2", 0, 6, "Hà Nội"), ("A!3", 0, 3, "Hai"), ("A!4", 0, 1, "B"))
    assert "<r><t>Hà </t></r><r><rPr><b/></rPr><t>Nội</t></r><rPh><t>x</t></rPh>" in part(
        new.after, "xl/sharedStrings.xml"
    )
    assert "<is><t>Hai</t></is>" in part(new.after, "xl/worksheets/a.xml")
    assert new.missed == [2]  # what a formula gives
    assert raw_members(new.after)["xl/workbook.xml"] == raw_members(data)["xl/workbook.xml"]


def test_a_signed_document_is_refused():
    data = packed({**document("<w:r><w:t>a</w:t></w:r>"), "_xmlsignatures/sig1.xml": "<Signature/>"})
    with pytest.raises(ReadError, match="digitally signed"):
        fixed("docx", data, ("document:1", 0, 1, "b"))


def test_an_archive_behind_something_else_is_refused():
    data = b"#!/bin/sh\n" + packed(document("<w:r><w:t>a</w:t></w:r>"))
    with pytest.raises(ReadError, match="save it anew with an Office program"):
        fixed("docx", data, ("document:1", 0, 1, "b"))
