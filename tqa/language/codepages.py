"""Code pages that were read as another one: which words a text has once it is decoded again."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from tqa.language.diacritics.legacy import from_legacy
from tqa.language.diacritics.model import model
from tqa.language.fold import lower
from tqa.language.lexicon import lexicon
from tqa.language.tags import UNDETERMINED
from tqa.language.writing import UNSPACED, script, scripts

# The code pages that texts of a language were written in, besides UTF-8.
_CENTRAL, _WESTERN = ("cp1250", "iso8859-2"), ("cp1252", "mac_roman", "cp850")
_WRITTEN = {
    **dict.fromkeys(("cs", "sk", "pl", "hu", "sl", "hr"), _CENTRAL),
    "ro": ("iso8859-16",),
    "tr": ("cp1254",),
    **dict.fromkeys(("lt", "lv", "et"), ("cp1257", "iso8859-4")),
    **dict.fromkeys(("fr", "es", "pt", "it", "de", "sv", "da", "nb", "nl", "fi", "ca", "is", "gl", "eu"), _WESTERN),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr"), ("cp1251", "koi8-u", "iso8859-5")),
    "el": ("cp1253", "iso8859-7"),
    "he": ("cp1255",),
    "ar": ("cp1256",),
    "fa": ("cp1256",),
    "ur": ("cp1256",),
    "th": ("cp874",),
    "vi": ("cp1258",),
    "ja": ("shift_jis", "euc_jp"),
    "zh": ("gbk", "big5"),
    "ko": ("cp949",),
}
# Those that they were taken for.
_READ = ("cp1252", "cp1250", "cp1251")
_NAMES = {
    "mac_roman": "Mac Roman",
    "cp850": "the code page 850",
    "cp874": "Windows-874",
    "cp949": "EUC-KR",
    "shift_jis": "Shift JIS",
    "euc_jp": "EUC-JP",
    "gbk": "GBK",
    "big5": "Big5",
    "koi8-u": "KOI8",
    # Where the letters of Romanian stand in Windows-1250 too, with a cedilla for the comma.
    "iso8859-16": "Windows-1250",
}
CHUNK = re.compile("[^ \t\r\n]+")
"""What may be decoded by itself; wider spaces are bytes that were misread."""
_WORD = re.compile(r"[^\W\d_]+")
# How many words must become words of the language, one if it is so long, and which share of those that change.
_LEAST, _LONG, _SHARE, _LATIN_SHARE = 2, 6, 0.8, 0.5
_SHORTEST = 3
# Where no blanks part the words, how many characters must be of the language's script.
_CHARACTERS = 4
# A language's own letters make up at least this share of its words.
_OWN = 3e-5
# How frequent a word must be, one of two letters and less; and how many times as frequent as what stands there.
_FREQUENT, _VERY_FREQUENT, _RATIO = 1e-6, 1e-4, 20
# Marks inside a word, Vietnamese tones that stand behind their vowel as letters, capitals for KOI8's small letters.
_ODD = re.compile("[a-z][‚ƒ„†‡ˆ‰‹“”•˜][a-z]|[âăêôơư][ìò]|[а-я][А-Я]{3}")
# What the words of some languages look like, whatever the text is in: vowels with signs of the Vietnamese fonts, and
# whole words of letters that Western languages have one of here and there.
_SHAPES = (
    (re.compile(r"[^\W\d_][«»¸µ¶·¹¨©ª¬®¾¼½§¦÷×][^\W\d_]|[aeo][äåøõï]|[aeo][^\W\d_]?[ÕÖÞ×][a-z]"), ("vi",)),
    (re.compile(r"(?<!\w)[À-ÿ]{4,}(?!\w)"), ("ru", "uk", "bg", "el")),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a text may have been misread, and the way back for a part of it."""

    kind: str
    decode: Callable[[str], str]


@cache
def characters(page: str) -> dict[str, int]:
    """The byte from 0x80 on that each character stands for in a code page; as Latin-1 where that has a gap."""
    shown = {chr(byte): byte for byte in range(0x80, 0xA0)}
    for byte in range(0x80, 0x100):
        char = bytes([byte]).decode(page, "ignore")
        if char:
            shown[char] = byte
    return shown


def readings(text: str, language: str) -> Iterator[Reading]:
    """Yield the ways in which `text` makes more words of `language` (base code) than as it stands, best first."""
    found = []
    for page in _WRITTEN.get(language, ()):
        for taken in _READ:
            if taken != page and (language, taken) != ("ro", "cp1250") and (good := _gain(text, language, taken, page)):
                reading = Reading(f"{_name(page)} read as {_name(taken)}", _decoder(taken, page))
                found.append((good, reading))
    yield from (reading for _, reading in sorted(found, key=lambda item: -item[0]))
    if language == "vi" and (vietnamese := model("vi")) is not None and (legacy := from_legacy(vietnamese, text)):
        words = dict(zip(text.split(), legacy[1].split(), strict=False))
        yield Reading(f"{legacy[0]} read as Windows-1252", lambda word: words.get(word, word))


def _name(page: str) -> str:
    return _NAMES.get(page) or page.replace("cp", "Windows-").replace("iso8859", "ISO 8859")


@cache
def _decoder(taken: str, page: str) -> Callable[[str], str]:
    bytes_of = characters(taken)

    def decode(text: str) -> str:
        data = bytearray()
        for char in text:
            if char < "\x80":
                data.append(ord(char))
            elif char in bytes_of:
                data.append(bytes_of[char])
            else:
                return text
        return normalize("NFC", data.decode(page, "replace"))

    return decode


def _gain(text: str, language: str, taken: str, page: str) -> int:
    """How many words become words of the language; 0 where those are too few or too many become none."""
    decode = _decoder(taken, page)
    changed = [(word, new) for word in CHUNK.findall(text) if not word.isascii() and (new := decode(word)) != word]
    if not changed or any("\ufffd" in new for _, new in changed):
        return 0
    own = scripts(language)
    if "Latn" in own:
        good = [new for word, new in changed if _is_gain(word, new, language)]
        if any(_is_loss(word, new, language) for word, new in changed):
            return 0
        enough = len(good) >= _LEAST or any(len(word) >= _LONG for word in good)
        return len(good) if enough and len(good) >= _LATIN_SHARE * len(changed) else 0
    good = [new for _, new in changed if all(script(char) in own for char in new if char.isalpha())]
    if len(good) < _SHARE * len(changed):
        return 0
    if not own.isdisjoint(UNSPACED):
        return len(good) if sum(map(len, good)) >= _CHARACTERS else 0
    telling = [new for new in good if sum(map(str.isalpha, new)) >= _SHORTEST]
    known = sum(_share(new, language) > 0 for new in telling)
    return known if 2 * known >= len(telling) else 0


def _is_gain(word: str, new: str, language: str) -> bool:
    return (
        any(map(str.isalpha, word))
        and _keeps_letters(word, new)
        and _share(new, language) > _RATIO * _standing(word, language)
    )


def _is_loss(word: str, new: str, language: str) -> bool:
    """Whether a sound word with marks would become none."""
    has_marks = any(char.isalpha() and not char.isascii() for char in word)
    return has_marks and _standing(word, language) > _RATIO * _share(new, language)


def _keeps_letters(word: str, new: str) -> bool:
    """Whether no letter of a word became a mark, as happens where a sound word is decoded."""
    return len(word) != len(new) or all(b.isalpha() or not a.isalpha() for a, b in zip(word, new, strict=True))


def _share(chunk: str, language: str) -> float:
    """The share in all words of the least frequent word in `chunk`; 0 where one is rare or none tells."""
    known = lexicon(language)
    words = _WORD.findall(chunk)
    if known is None or not words:
        return 0.0
    share = min(known.frequency(lower(word)) for word in words)
    return share if share >= (_FREQUENT if max(map(len, words)) >= _SHORTEST else _VERY_FREQUENT) else 0.0


def _standing(chunk: str, language: str) -> float:
    """The same for what stands in the text, where marks inside a word don't part it."""
    return 0.0 if _ODD.search(chunk) else _share(chunk, language)


def suspected(text: str, there: frozenset[str], language: str) -> tuple[str, ...]:
    """The languages (base codes) whose words `text`, in `language`, may hold in a code page taken for another one.

    `there` are the characters of the text outside ASCII. None where it has only letters that its language has, or
    nothing is known of that. Where the language isn't known, those whose misread words have a look of their own.
    """
    if language == UNDETERMINED:
        return tuple(lang for pattern, langs in _SHAPES if len(pattern.findall(text)) > 1 for lang in langs)
    own = _own_letters(language) if language in _WRITTEN else None
    if own is None or (own.issuperset(there) and not _ODD.search(text)):
        return ()
    return (language,)


@cache
def _own_letters(language: str) -> frozenset[str] | None:
    """ASCII and the letters outside it that words of the language have, in both cases, with usual marks."""
    known = lexicon(language)
    if known is None:
        return None
    shares: dict[str, float] = {}
    for word, share in known.words.items():
        if not word.isascii():
            for char in set(word):
                shares[char] = shares.get(char, 0.0) + share
    small = {char for char, share in shares.items() if share >= _OWN and not char.isascii()}
    ascii_ = set(map(chr, range(0x80)))
    return frozenset(ascii_ | small | {char.upper() for char in small} | set("‘’‚“”„–—…•€™‹›«»°©®·\u00a0\u202f"))
