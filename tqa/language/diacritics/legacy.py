"""Vietnamese of the time before Unicode, whose bytes were read as Windows-1252 or Latin-1: TCVN3, VNI and VISCII.

TCVN3 is the encoding of the ABC fonts (.VnTime), VNI that of the VNI fonts; VISCII is RFC 1456.
"""

import re
from functools import cache
from unicodedata import normalize

from tqa.language.diacritics.model import Model
from tqa.language.diacritics.spelling import tone_in_front
from tqa.language.fold import lower

_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)  # The second letter of a VNI pair: a tone alone, a circumflex or a breve with or without a tone.
_VNI_MARKS = {
    **dict(zip("øùûõï", ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323"), strict=True)),
    **dict(
        zip(
            "âàáåãä",
            ("\u0302", "\u0302\u0300", "\u0302\u0301", "\u0302\u0309", "\u0302\u0303", "\u0302\u0323"),
            strict=True,
        )
    ),
    **dict(
        zip(
            "êèéúüë",
            ("\u0306", "\u0306\u0300", "\u0306\u0301", "\u0306\u0309", "\u0306\u0303", "\u0306\u0323"),
            strict=True,
        )
    ),
}
_VNI_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ì": "ì", "í": "í"}
_VNI_PAIR = re.compile("([aeoôuöy])([øùûõïâàáåãäêèéúüë])|[ñôöæóòî]", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_TRACES = re.compile("[\x80-\xff]")


def _vni(match: re.Match[str]) -> str:
    if match[1] is None:
        alone = _VNI_ALONE[match[0].lower()]
        return alone.upper() if match[0].isupper() else alone
    base = {"ô": "ơ", "ö": "ư", "Ô": "Ơ", "Ö": "Ư"}.get(match[1], match[1])
    return normalize("NFC", base + _VNI_MARKS[match[2].lower()])


@cache
def _tables() -> tuple[tuple[str, dict[int, str]], ...]:
    viscii = {}
    for byte, letter in enumerate(_VISCII, 0x80):
        for encoding in ("latin-1", "cp1252"):
            shown = bytes([byte]).decode(encoding, "ignore")
            if shown:
                viscii[ord(shown)] = letter
    return (("TCVN3", {ord(a): b for a, b in _TCVN3.items()}), ("VISCII", viscii))


def from_legacy(found: Model, text: str) -> tuple[str, str] | None:
    """The encoding that `text` was in and the text as it was meant; None where it makes no better Vietnamese.

    `found` is the model of Vietnamese. At least two words must become Vietnamese ones, and nearly all that change.
    """
    if not _TRACES.search(text):
        return None
    readings = [(name, text.translate(table)) for name, table in _tables()]
    readings.append(("VNI", _VNI_PAIR.sub(_vni, text)))
    words = text.split()
    best: tuple[int, str, str] | None = None
    for name, meant in readings:
        changed = [(a, b) for a, b in zip(words, meant.split(), strict=False) if a != b]
        good = sum(_known(found, b) and not _known(found, a) for a, b in changed)
        if good >= 2 and good >= 0.8 * len(changed) and (best is None or good > best[0]):
            best = (good, name, meant)
    return (best[1], best[2]) if best else None


def _known(found: Model, chunk: str) -> bool:
    """Whether all words in `chunk` are words of the model, with their marks."""
    words = [tone_in_front(lower(word)) for word in _WORD.findall(chunk)]
    return bool(words) and all(word in found.known for word in words)
