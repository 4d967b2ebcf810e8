"""`tqa restore`: what was lost or garbled comes back in any format, and a sound file byte for byte."""

import json
import unicodedata
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tqa.readers.reader import Settings
from tqa.readers.source import Input
from tqa.writers.restored import restored

SOUND = [
    "Chiều nay trẻ con trong xóm thả diều trên bờ đê.",
    "Bệnh viện huyện vừa nhận thêm hai bác sĩ khoa nhi.",
    "Giá cà phê ở Buôn Ma Thuột tăng ba phiên liền.",
    "Mời bà con xem chương trình lúc 20 giờ 30 tại https://vi.example.org/lich?ngay=2-9.",
    "OK",
    "Email: lan.nguyen@example.org (số 12/A)",
]
HOSTILE = [
    "",
    "Ï",
    "“ ”",
    "a\u200bb",
    "\u0323x",
    "ŠĐ",
    "100 %",
    "{0} <b>x</b>",
    "\\n",
    "«é»",
    "ß",
    "Ω≈ç√",
    "\u0378",
    "中文",
]
FORMATS = ["txt", "tsv", "po", "json", "srt", "xlf", "properties"]


def written(kind: str, texts: list[str]) -> str:
    """A file of the texts in a format."""
    if kind == "tsv":
        return "id\tsource\ttarget\n" + "".join(f"{n}\tText {n}\t{text}\n" for n, text in enumerate(texts))
    if kind == "po":
        quoted = [text.replace("\\", "\\\\").replace('"', '\\"') for text in texts]
        return "".join(f'msgid "Text {n}"\nmsgstr "{text}"\n\n' for n, text in enumerate(quoted))
    if kind == "json":
        return json.dumps({f"k{n}": text for n, text in enumerate(texts)}, ensure_ascii=False, indent=3)
    if kind == "srt":
        return "".join(
            f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{text or '-'}\n\n" for n, text in enumerate(texts, 1)
        )
    if kind == "properties":
        return "".join(f"k{n} = {text}\n" for n, text in enumerate(texts))
    if kind == "xlf":
        units = "".join(
            f'<trans-unit id="{n}"><source>Text {n}</source><target>{escape(text)}</target></trans-unit>\n'
            for n, text in enumerate(texts)
        )
        return (
            '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" datatype="plaintext"'
            f' source-language="en" target-language="vi"><body>\n{units}</body></file></xliff>\n'
        )
    return "\n".join(texts) + "\n"


def mojibake(text: str) -> str:
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


DAMAGED = {
    "mojibake": (mojibake(SOUND[0]), SOUND[0]),
    "in pieces": (unicodedata.normalize("NFD", SOUND[1]), SOUND[1]),
    "stripped": ("Benh vien huyen vua nhan them hai bac si khoa nhi.", SOUND[1]),
    "TCVN3": ("C«ng ty cæ phÇn s÷a ViÖt Nam", "Công ty cổ phần sữa Việt Nam"),
    "look-alike": ("Trường Ðại học", "Trường Đại học"),
}


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("damage", DAMAGED)
def test_damage_is_repaired_in_every_format(tqa, tmp_path, kind, damage):
    before, after = DAMAGED[damage]
    path, out = tmp_path / f"page.{kind}", tmp_path / "out"
    path.write_text(written(kind, [SOUND[2], before, SOUND[4]]), encoding="utf-8")
    assert tqa("restore", path, "--source-lang", "en", "--target-lang", "vi", "--output", out).status == 0
    assert out.read_text("utf-8") == written(kind, [SOUND[2], after, SOUND[4]])


def test_romanian_cedillas_and_lost_letters(tqa, tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes("Aceşti copii învaţă la şcoală.\r\nPãrinţii aşteaptă.\r\n".encode())
    done = tqa("restore", path, "--target-lang", "ro", "--output", "out.txt")
    assert done.status == 0
    expected = "Acești copii învață la școală.\r\nPărinții așteaptă.\r\n"
    assert Path("out.txt").read_bytes() == expected.encode()


@pytest.mark.parametrize(("kind", "language"), [*((kind, "vi") for kind in FORMATS), ("txt", "und"), ("tsv", "und")])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.one_of(st.sampled_from(SOUND), st.sampled_from(HOSTILE)), max_size=8))
def test_a_sound_file_comes_back_byte_for_byte(tmp_path, kind, language, texts):
    path = tmp_path / f"page.{kind}"
    path.write_bytes(written(kind, texts).encode())
    new = restored(Input.of(str(path), None), Settings("en", language))
    assert new.after == new.before
    assert new.missed == []
