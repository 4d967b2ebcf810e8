"""Months, days of the week, dates and clock times of a text."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from tqa.language.fold import lower
from tqa.language.lazy import lazily
from tqa.language.numbers.cldr import calendar
from tqa.language.numbers.scan import Numbers
from tqa.language.numbers.vocabulary import shared
from tqa.language.tags import base_language

_INFLECTING = frozenset("be bg cs el et fi hr hu lt lv pl ro ru sk sl sr tr uk".split())
_GERMANIC = frozenset("de nl sv da nb".split())
_LONGEST_ENDING = 4
_UNSPACED = frozenset("zh ja ko th".split())
# A Persian word goes on behind it: Thursday is a five and a Saturday.
_JOINED = "\u200c"
# Written together with the word behind them: and, in, the, to, from.
_PREFIXES = {"ar": "وب", "he": "ושבהלמ"}
# Words of the language besides: only beside a number, or after a word that says when.
_DOUBTFUL = {
    "en": frozenset("may march mar sun sat wed jan dec sept oct nov feb apr jun jul aug mon tue thu fri sep".split()),
    "fr": frozenset("mars mar".split()),
    "de": frozenset("mi do so mär".split()),
    "tr": frozenset("ocak ekim pazar mart".split()),
    "ja": frozenset[str](),
}
_WHEN = re.compile(
    r"(?:\b(?:in|on|of|since|last|next|early|late|mid|by|until|till|from|to|this|every|en|au|ce)[ -])$", re.I
)
_DAY_BEFORE = re.compile(
    r"(?<![\d.,:/-])(\d{1,2})(?:st|nd|rd|th|er|ère|º|ª|\.|-?(?:го|е|я|oji))?[ ,]*(?:de |of |ngày |की |de l')?$"
)
_DAY_AFTER = re.compile(r"[ .,]{0,2}(\d{1,2})(?:st|nd|rd|th|\.)?(?![\d:.,/%]*\d|[ -]?%)")
_YEAR_AFTER = re.compile(r"[ .,]{0,3}(?:de |del |năm |of |año |г\. ?)?(\d{4})(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\d./-])(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\6(\d{4}|\d{2}))(?![\d/-]|[.,]\d)"
)
_HAN = lazily(re.compile, r"(?:(\d{2,4}) ?[年년] ?)?(\d{1,2}) ?[月월](?!間)(?: ?(\d{1,2}) ?[日号號일])?")
_VIETNAMESE_MONTHS = {
    **{str(n): n for n in range(1, 13)},
    **{"0" + str(n): n for n in range(1, 10)},
    "giêng": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "chạp": 12,
}
_VIETNAMESE = re.compile(
    r"(?:(?:ngày|mùng|mồng|hôm|ngay) )?(?:(\d{1,2}) )?(?:tháng|thang) "
    r"(\d{1,2}(?![\d.,]*\d)|(?:mười )?(?:giêng|một|hai|ba|tư|năm(?! \d)|sáu|bảy|tám|chín|mười|chạp)(?!\w))"
    r"(?:(?: năm| nam|,)? (\d{4})(?!\d))?",
    re.I,
)
_VIETNAMESE_SHORT = re.compile(r"(?:ngày|ngay|hôm|sáng|tối|chiều|mùng) \(?(\d{1,2})/(\d{1,2})(?![/\d])", re.I)
_VIETNAMESE_DAY = re.compile(
    r"((?:vào|sáng|trưa|chiều|tối|đêm|hôm|từ|đến|ngày) )?thứ (hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)", re.I
)
_VIETNAMESE_MONTH = frozenset({"tháng", "thang"})
_VIETNAMESE_GATE = frozenset({"thứ", "nhật"})
_VIETNAMESE_DAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, **{str(n): n - 2 for n in range(2, 8)}}
_MAY_BE_CLOCK = lazily(re.compile, r"\d(?:[:.h時时点點시] ?\d| ?(?:[apAP]\.?[mM]|[Uu]hr|giờ|[時时点點시]))")
_CLOCK = re.compile(
    r"(?<![\d:.,/-])([01]?\d|2[0-4])(?:[:h時시点點] ?| giờ |\.)([0-5]\d)(?:[分분m]|:[0-5]\d)?"
    r"(?![\d:%/.,]*\d)"
    r"|(?<![\d:.,/-])([01]?\d|2[0-4])(?= ?(?:[ap]\.?m\b|uhr\b|giờ (?:sáng|chiều|tối|trưa)|[時点點시](?!间|間|半|间)))",
    re.I,
)
_CLOCK_BEFORE = re.compile(
    r"(?:\b(?:kl|klo|klokken|om|um|saat|pukul|jam|alle|ore|às|godz|godzinie|ora|kell|στις|v|o)\.? )$", re.I
)
_CLOCK_AFTER = re.compile(r" ?(?:uhr|uur|h\b|hrs?\b|[ap]\.?m\b|น\.|wib\b|gmt\b|utc\b|час|godz|giờ)", re.I)
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_REACH = 14
_NOON = 12


class Name(NamedTuple):
    """A month (1 to 12) or a day of the week (0 to 6) by its name; not `sure` where the name is another word too."""

    start: int
    end: int
    value: int
    sure: bool


class Date(NamedTuple):
    """A date at [start:end) with its possible readings (year or 0, month, day or 0)."""

    start: int
    end: int
    readings: frozenset[tuple[int, int, int]]


class Time(NamedTuple):
    """A clock time at [start:end) with its possible readings in minutes of the day."""

    start: int
    end: int
    readings: frozenset[int]


@cache
def _stems(language: str, kind: int) -> tuple[dict[str, int], tuple[tuple[str, int], ...]]:
    """The names of months (kind 0) or days (1), and beginnings of names, longest first."""
    base = base_language(language)
    names = dict(calendar(language)[kind])
    names = {name: value for name, value in names.items() if name not in ("null",)}
    own = shared("calendar")[("months", "days")[kind]].get(base, {})
    stems = [(stem, int(value)) for value, forms in own.items() for stem in forms.split()]
    if base in _INFLECTING:
        stems += [(name[:-1] if len(name) > 5 else name, value) for name, value in names.items() if len(name) > 3]
    if base in _GERMANIC:
        stems += [(name, value) for name, value in names.items() if len(name) > 5]
    return names, tuple(sorted(stems, key=lambda entry: -len(entry[0])))


def months(numbers: Numbers) -> list[Name]:
    """The months that are named in a text; those of Vietnamese, which are numbered, `dates` finds."""
    if base_language(numbers.language) == "vi":
        return []
    return _names(numbers, 0)


def weekdays(numbers: Numbers) -> list[Name]:
    """The days of the week that are named in a text."""
    if base_language(numbers.language) == "vi":
        if _VIETNAMESE_GATE.isdisjoint(numbers.forms):
            return []
        found = [
            Name(
                m.start(),
                m.end(),
                _VIETNAMESE_DAYS[lower(m[2])],
                bool(m[1]) or m[2][0].isupper() or m[2].isdigit(),
            )
            for m in _VIETNAMESE_DAY.finditer(numbers.text)
        ]
        return found + [Name(m.start(), m.end(), 6, True) for m in re.finditer("chủ nhật", numbers.text, re.I)]
    return _names(numbers, 1)


def _names(numbers: Numbers, kind: int) -> list[Name]:
    names, stems = _stems(numbers.language, kind)
    base = base_language(numbers.language)
    if base in _UNSPACED:
        return _unspaced(numbers.text, names if base == "th" and kind == 0 else {}, stems)
    several = _several(numbers.language, kind)
    found = _unspaced(lower(numbers.text), several, ()) if several else []
    if not stems and base not in _PREFIXES and names.keys().isdisjoint(numbers.forms):
        return found
    doubtful = _DOUBTFUL.get(base, frozenset())
    for word, form in zip(numbers.words, numbers.lower_words, strict=True):
        if numbers.text[word.start - 1 : word.start] == _JOINED:
            continue
        form = form.replace("إ", "ا") if base == "ar" else form
        value = _value(form, numbers.language, kind)
        for prefix in _PREFIXES.get(base, "") if value is None else "":
            form = form.removeprefix(prefix)
            value = value or _value(form, numbers.language, kind)
        if value is not None:
            found.append(
                Name(word.start, word.end, value, form not in doubtful or _is_when(numbers, word.start, word.end))
            )
    return found


@lru_cache(maxsize=1 << 16)
def _value(form: str, language: str, kind: int) -> int | None:
    """The month or day that a word (lower-case) is the name of, with an ending or not."""
    names, stems = _stems(language, kind)
    if form in names:
        return names[form]
    return next((v for stem, v in stems if form.startswith(stem) and len(form) - len(stem) <= _LONGEST_ENDING), None)


@cache
def _several(language: str, kind: int) -> dict[str, int]:
    """The names of more than one word, such as segunda-feira."""
    return {name: value for name, value in _stems(language, kind)[0].items() if not _WORD.fullmatch(name)}


def _unspaced(text: str, names: dict[str, int], stems: tuple[tuple[str, int], ...]) -> list[Name]:
    found = []
    for stem, value in (*stems, *names.items()):
        at = text.find(stem)
        while at >= 0:
            found.append(Name(at, at + len(stem), value, len(stem) > 1))
            at = text.find(stem, at + 1)
    return found


def _is_when(numbers: Numbers, start: int, end: int) -> bool:
    text = numbers.plain
    if not text[start].isupper():
        return False
    return bool(
        _WHEN.search(text[max(start - 8, 0) : start])
        or _DAY_BEFORE.search(text[:start])
        or _DAY_AFTER.match(text, end)
        or _YEAR_AFTER.match(text, end)
    )


def dates(numbers: Numbers, named: list[Name]) -> list[Date]:
    """The dates of a text with a month at least; `named` are its `months`."""
    text = numbers.plain
    base = base_language(numbers.language)
    found: list[Date | None] = [_written(text, name) for name in named if name.sure]
    if base == "vi" and not _VIETNAMESE_MONTH.isdisjoint(numbers.forms):
        found += [_vietnamese(match) for match in _VIETNAMESE.finditer(text)]
    if numbers.has_digits:
        if any(mark in text for mark in "-./"):
            found += [_numeric(match, numbers.language) for match in _NUMERIC.finditer(text)]
        if base in ("zh", "ja", "ko"):
            found += [_of(match, match[1], match[2], match[3]) for match in _HAN.finditer(text)]
        if base == "vi" and "/" in text:
            found += [_of(match, None, match[2], match[1]) for match in _VIETNAMESE_SHORT.finditer(text)]
    return [date for date in found if date is not None]


def _vietnamese(match: re.Match[str]) -> Date | None:
    month = _VIETNAMESE_MONTHS.get(lower(match[2]))
    return None if month is None else _of(match, match[3], str(month), match[1])


def _of(match: re.Match[str], year: str | None, month: str, day: str | None) -> Date | None:
    if not 1 <= int(month) <= 12:
        return None
    return Date(match.start(), match.end(), frozenset({(int(year or 0), int(month), int(day or 0))}))


def _numeric(match: re.Match[str], language: str) -> Date | None:
    if match[1]:
        options = [(int(match[1]), int(match[3]), int(match[4]))]
    else:
        first, second, year = int(match[5]), int(match[7]), int(match[8])
        options = [(year, second, first)]
        if base_language(language) in ("en", "und", "fil") or second > 12:
            options.append((year, first, second))
        if len(match[8]) == 2 and base_language(language) in ("zh", "ja", "ko", "hu"):
            options.append((first, second, year))
    readings = frozenset((year, month, day) for year, month, day in options if 1 <= month <= 12 and 1 <= day <= 31)
    return Date(match.start(), match.end(), readings) if readings else None


def _written(text: str, name: Name) -> Date:
    start, end = name.start, name.end
    day = year = 0
    before = _DAY_BEFORE.search(text[max(start - _REACH, 0) : start])
    if before and 1 <= int(before[1]) <= 31:
        day, start = int(before[1]), max(start - _REACH, 0) + before.start()
    else:
        after = _DAY_AFTER.match(text, end)
        if after and 1 <= int(after[1]) <= 31:
            day, end = int(after[1]), after.end()
    found = _YEAR_AFTER.match(text, end)
    if found:
        year, end = int(found[1]), found.end()
    return Date(start, end, frozenset({(year, name.value, day)}))


def agree(one: Date, other: Date) -> bool:
    """Whether two dates may be the same; what one of them leaves out isn't compared."""
    return any(
        a[1] == b[1] and (a[2] == b[2] or not a[2] or not b[2]) and _same_year(a[0], b[0])
        for a in one.readings
        for b in other.readings
    )


def _same_year(a: int, b: int) -> bool:
    return not a or not b or a % 100 == b % 100 or abs(a - b) == 543


def times(numbers: Numbers) -> list[Time]:
    """The clock times of a text."""
    text = numbers.plain
    if not _MAY_BE_CLOCK.search(text):
        return []
    return [_time(match, text) for match in _CLOCK.finditer(text) if _is_clock(match, text)]


def _is_clock(match: re.Match[str], text: str) -> bool:
    """Whether hours and minutes with a point between are no decimal number, by the word beside them."""
    if match[2] is None or text[match.end(1)] != ".":
        return True
    before, after = text[max(match.start() - 10, 0) : match.start()], text[match.end() : match.end() + _REACH]
    return bool(_CLOCK_BEFORE.search(before) or _CLOCK_AFTER.match(after))


def _time(match: re.Match[str], text: str) -> Time:
    hour, minute = int(match[1] or match[3]), int(match[2] or 0)
    first, second = (_is_half(half, match, text) for half in ("first", "second"))
    if hour > _NOON:
        hours = {hour % 24}
    elif first == second:
        hours = {hour % 12, hour % 12 + 12}
    else:
        hours = {hour % 12 + 12 * second}
        if hour == _NOON:
            hours = {hour % 12, hour % 12 + 12}
    return Time(match.start(), match.end(), frozenset(60 * h + minute for h in hours))


def _is_half(half: str, match: re.Match[str], text: str) -> bool:
    """Whether a word beside a time says which half of the day it is in."""
    before, after = _half_words(half)
    return bool(
        after.match(lower(text[match.end() : match.end() + _REACH]))
        or (before.search(lower(text[max(match.start() - 5, 0) : match.start()])))
    )


@cache
def _half_words(half: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = sorted(shared("calendar")["halves"][half].split(), key=len, reverse=True)
    unspaced = [word for word in words if word >= "\u2e80"]
    after = "|".join(re.escape(word) + ("" if word in unspaced else r"(?!\w)") for word in words)
    return re.compile(rf"(?:{'|'.join(unspaced)}) ?$"), re.compile(
        rf"\W{{0,3}}(?:giờ |h )?(?:(?:phút|de|del|de la|da) )?(?:{after})"
    )
