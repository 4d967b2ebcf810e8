"""What stands beside a number: its unit, its currency, a percent sign, a minus sign."""

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import regex

from tqa.language.fold import lower
from tqa.language.lazy import lazily
from tqa.language.numbers.cldr import unit_names
from tqa.language.numbers.number import Number
from tqa.language.numbers.vocabulary import shared
from tqa.language.tags import base_language

if TYPE_CHECKING:
    from tqa.language.numbers.scan import Numbers

# A translator rounds what he converts: 10 miles are 16 km, 2 pounds 1 kg.
_TOLERANCE = 0.11
_REACH = 28
# Short for a century in Italian, as the CLDR has it; texts mean seconds.
_MISREAD = frozenset({("century", "sec")})
_WORDS = 3
_WORD = regex.compile(r"[\p{L}\p{M}²³°℃℉/]+[23²³]?")
_GAP = re.compile(r"[ ‑-]?")
_PERCENT = re.compile(
    r"%|٪|‰|percent|per cent|pct\b|prozent|pour[ -]?cent|por ?ciento|por ?cento|per ?cento|procent|процент|відсот"
    r"|prosent|százalék|yüzde|phần trăm|phan tram|τοις εκατό|τα εκατό|(?:في|ب|فى) ?ال?م[ئا]+ة|بالمئة|بالمائة|درصد|فیصد"
    r"|प्रतिशत|फ़ीसदी|फीसदी|परसेंट|เปอร์เซ็นต์|เปอร์เซนต์|ร้อยละ|persen|peratus|パーセント|퍼센트|百分"
    r"|אחוז|postot|odstot|posto\b|за сто|la sută|la suta|protsen|procen|vidsot"
)
# What percent may be said as.
_SHARE = lazily(
    re.compile,
    r"分之|成|割|ポイント|프로|포인트|ποσοστό|persentase|p\.c\.|points?\b|punti|puntos?|pontos?|half|third|hundredth|quarter|điểm",
)
_PERCENT_BEFORE = lazily(re.compile, r"(?:yüzde|ร้อยละ|百分之|%|٪)\s?$")
# Elsewhere %1 is a placeholder.
_LEADING_SIGN = frozenset("tr az eu ku fa ar he ur".split())
_MINUS_BEFORE = lazily(re.compile, r"(?:(?:^|[\s(\[:=,“\"'])[-−](?:[$€£¥] ?)?)$")
_MINUS_SAID = re.compile(r"(?:\b(?:minus|минус|мінус) |零下|氷点下|マイナス ?|영하 ?)$")
_DASHED = re.compile(r"[-−–—‑] ?(?:[$€£¥] ?)?$")
_MINUS_WORD = re.compile(
    r"minus|âm|moins|menos|meno\b|минус|мінус|miínusz|mínusz|miinus|eksi|πλην|μείον|سالب|ناقص|ऋण|माइनस|ลบ|零下|负|負"
    r"|マイナス|氷点下|영하|마이너스|below zero|sub-zero|unter null"
    r"|unter dem gefrierpunkt|negativ|bawah nol|dưới 0|dưới không|mráz|ниже нуля"
    r"|đông|under noll|nullan ala|pod ničlo|sotto zero|sous zéro|bajo cero|zero graus negativos"
)


# Abbreviations of units that are words: "four in the morning".
_WORDS_BESIDES = frozenset({"in"})
# "tháng Tư" is April, "năm Nhâm Tuất" a year by its name.
_VIETNAMESE_NAME = re.compile(r"(?:tháng (?i:\d|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp)|năm [A-ZĐ\d])")
_HYPHENATED = 2


class Unit(NamedTuple):
    """A unit's name in the CLDR, what it measures, and how many of the base unit it is."""

    name: str
    dimension: str
    factor: float


@cache
def _units() -> dict[str, Unit]:
    return {
        name: Unit(name, dimension, float(factor))
        for dimension, members in shared("units").items()
        if dimension != "names"
        for name, factor in members.items()
    }


@cache
def _names(language: str) -> tuple[dict[str, Unit], int, frozenset[str]]:
    """The names of units in a language (lower case from four letters on), the longest one's length, first letters."""
    units = _units()
    tables = shared("units")["names"]
    found: dict[str, Unit] = {}
    own = tables.get(base_language(language), {})
    for source in (own, tables["all"]):
        for name, forms in source.items():
            for form in forms.split():
                found.setdefault(_form(form), units[name])
    for name, forms in unit_names(language).items():
        if name in units:
            for form in forms:
                if form in _WORDS_BESIDES:
                    continue
                # A single letter may stand for several ("m." for months in French).
                if len(form.rstrip(".")) > 1 and (name, form.rstrip(".")) not in _MISREAD:
                    found.setdefault(_form(form.rstrip(".")), units[name])
    return found, max(map(len, found), default=0), frozenset(name[:2].lower() for name in found)


def _form(name: str) -> str:
    return lower(name) if len(name) > 3 else name


def unit(numbers: "Numbers", number: Number) -> Unit | None:
    """The unit that stands behind a number, None where none that is known does."""
    names, longest, heads = _names(numbers.language)
    gap = _GAP.match(numbers.plain, number.end)
    start = gap.end() if gap else number.end
    rest = numbers.text[start : start + longest + 1]
    if not rest or (rest[:2].lower() not in heads and rest[0].lower() not in heads):
        return None
    lowered = lower(rest)
    suffixed = numbers.vocabulary.suffixed
    for length in range(min(longest, len(rest)), 0, -1):
        after = rest[length : length + 1]
        if after.isalnum() and not _unspaced(rest[length - 1], after) and not (suffixed and length > 3):
            continue
        if after == "-" and length <= _HYPHENATED and rest[length + 1 : length + 2].islower():
            continue
        found = names.get(rest[:length]) or (names.get(lowered[:length]) if length > 3 else None)
        if found is not None:
            return None if _VIETNAMESE_NAME.match(rest) and numbers.language.startswith("vi") else found
    return None


def _unspaced(char: str, after: str) -> bool:
    """Whether no blank is needed between two letters: text in Chinese, Japanese, Thai, and Korean with its endings."""
    return char >= "\u2e80" or "\u0e00" <= char <= "\u0e7f" or (char.isascii() and after >= "\u2e80")


def convertible(own: "Numbers", number: Number, other: "Numbers", counterpart: Number) -> bool:
    """Whether two numbers with their units are the same measure, as a translator converts it."""
    first = unit(own, number)
    if first is None:
        return False
    second = unit(other, counterpart)
    if second is None or first.dimension != second.dimension or first is second:
        return False
    return any(_same_measure(first, a, second, b) for a in number.values for b in counterpart.values)


def _same_measure(first: Unit, a: float, second: Unit, b: float) -> bool:
    if first.dimension == "temperature":
        celsius, fahrenheit = (a, b) if first.name == "celsius" else (b, a)
        return abs(abs(celsius) * 1.8 + 32 - fahrenheit) <= 3 or abs(-abs(celsius) * 1.8 + 32 - fahrenheit) <= 3
    one, two = a * first.factor, b * second.factor
    return abs(one - two) <= _TOLERANCE * max(one, two)


@cache
def _money() -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
    """Currency signs, and beginnings of currency words by their first two letters."""
    signs: dict[str, str] = {}
    words: dict[str, list[tuple[str, str]]] = {}
    for family, forms in shared("currencies").items():
        for sign in forms["signs"].split():
            signs.setdefault(sign, family)
        for word in forms["words"].split():
            words.setdefault(word[:2], []).append((word, family))
    for entries in words.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return signs, words


_SIGN_BEFORE = re.compile(r"(?:([A-Z]{0,3}[$€£¥₹₽₩₫฿₺₴₪₦₱₿]|\b[A-Z]{3}|\b(?:Rs|Rp|kr|R|Fr)\.?) ?)[-−]?$")
_SIGN_AFTER = re.compile(r"(?:[ -]?([$€£¥₹₽₩₫฿₺₴₪₦₱₿]|(?:[A-Z]{3}|kr|Kč|Ft|zł|TL|Rs|VNĐ|vnđ|đ|円)(?![^\W\d_])))")
_STOP = re.compile(r"[.,;:()!?\d。，、；：（）“”\"]")


def currency(numbers: "Numbers", number: Number) -> str | None:
    """The family of the currency that stands beside a number (`dollar`), None where none that is known does."""
    signs, _ = _money()
    text = numbers.plain
    for sign in (
        _SIGN_BEFORE.search(text, max(number.start - 6, 0), number.start),
        _SIGN_AFTER.match(text, number.end),
    ):
        if sign and (found := _signs_family(sign[1], signs)):
            return found
    rest = lower(text[number.end : number.end + _REACH])
    stop = _STOP.search(rest)
    rest = rest[: stop.start()] if stop else rest
    beside = (_family(match[0]) for match in islice(_WORD.finditer(rest), _WORDS))
    return next(filter(None, beside), None)


def _signs_family(sign: str, signs: dict[str, str]) -> str | None:
    if sign in ("đ", "Đ"):
        return "dong"
    return signs.get(sign) or (signs.get(sign[-1]) if not sign[-1].isalnum() else None)


def _family(word: str) -> str | None:
    words = _money()[1]
    for at in range(min(len(word), 1 if word[0] < "\u0900" else 3)):
        for stem, family in (*words.get(word[at : at + 2], ()), *words.get(word[at], ())):
            if word[at:].startswith(stem.rstrip("$")) and (not stem.endswith("$") or word[at:] == stem[:-1]):
                return str(family)
    return None


def is_percent(numbers: "Numbers", number: Number) -> bool:
    """Whether a percent sign or word stands beside a number."""
    text = numbers.plain
    has_sign = text[number.start - 1 : number.start] == "%"
    may_lead = not has_sign or base_language(numbers.language) in _LEADING_SIGN
    if may_lead and _PERCENT_BEFORE.search(text, max(number.start - 8, 0), number.start):
        return True
    return bool(_PERCENT.match(lower(text[number.end : number.end + _REACH]).lstrip(" -")))


def has_percent(numbers: "Numbers") -> bool:
    """Whether a percent sign, or a word that may stand for one, is anywhere in the text."""
    text = lower(numbers.plain)
    return bool(_PERCENT.search(text) or _SHARE.search(text))


def is_negative(numbers: "Numbers", number: Number) -> bool:
    """Whether a minus sign, not a dash or a bullet, or the word for one stands before a number."""
    before = numbers.plain[max(number.start - 6, 0) : number.start]
    return bool(_MINUS_BEFORE.search(before[-4:]) or _MINUS_SAID.search(lower(before)))


def may_be_negative(numbers: "Numbers", number: Number) -> bool:
    """Whether anything may say that the number is below zero: a dash before it, or a word in the text."""
    before = numbers.plain[max(number.start - 4, 0) : number.start]
    return bool(_DASHED.search(before)) or bool(_MINUS_WORD.search(lower(numbers.text)))
