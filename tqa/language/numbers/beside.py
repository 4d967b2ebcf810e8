"""Checks of a number that both sides have: its sign, percent sign, currency, unit and separators."""

import re
from collections.abc import Iterator

from tqa.language.fold import lower
from tqa.language.lazy import lazily
from tqa.language.numbers.calendar import times
from tqa.language.numbers.cldr import Signs, signs
from tqa.language.numbers.digits import read
from tqa.language.numbers.finding import Finding, quoted
from tqa.language.numbers.measures import (
    currency,
    has_percent,
    is_negative,
    is_percent,
    may_be_negative,
    unit,
)
from tqa.language.numbers.number import Number, Weight, canonical
from tqa.language.numbers.scan import Numbers

# Families that share a name or a sign.
_SAME_MONEY = (
    frozenset({"yen", "yuan", "yensign"}),
    frozenset({"pound", "lira"}),
    frozenset({"rupee", "rupiah", "ruble"}),
    frozenset({"yuan", "dollar_bill"}),
)
_LABEL = lazily(
    re.compile,
    r"(?:version|versión|versione|версия|phiên bản|ver|v|section|sec|chapter|part|article|art|fig|figure|table|no|nr"
    r"|abschnitt|kapitel|mục|điều|chương|hình|bảng|пункт|раздел|глава|§|#|rev|ch|p|page)\.? ?$",
    re.I,
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ -]?$")
# A style's or a parameter's value, an argument, an element of a list in code.
_CODE_BEFORE = re.compile(
    r"(?:\w\([^()\n]*|[<>≤≥] ?|[=\[] ?|(?<![^\W_])[a-z][a-z-]*[\"']?: ?(?:[\w.%-]+ )*|\[(?:[\d.]+, ?)+)-?$"
)
# No prose writes 1.0: it is a value that a program takes, or a version.
_VALUE = re.compile(r"\d\.0")
_COMPARED = re.compile(r" ?[<>≤≥]")
# width: 31.35%; and Surround 4.1
_STYLE = re.compile(r"\s*[a-z-]+: ?[\w.% -]+;\s*")
_NAMED = re.compile(r"\W*[A-Z]\w+ \d\.\d\W*")
_UNIT_OF = 0.01
# In short both kilometres and kilograms.
_KILO = re.compile(" ?(?:キロ(?![メグ])|킬로(?![미그])|กิโล(?!เม|กรัม))")
_KILOS = frozenset({"kilometer", "kilogram"})


def minus_lost(source: Numbers, target: Numbers, one: Number, other: Number) -> Iterator[Finding]:
    """A minus sign on one side only."""
    if Weight.DIGITS not in (one.weight, other.weight) or one.weight is not other.weight:
        return
    if is_negative(source, one) and not may_be_negative(target, other):
        message = f"the minus sign of {quoted(source, one)} is lost"
        yield Finding("number-mismatch", message, (other.start, other.end), (max(one.start - 1, 0), one.end))
    elif is_negative(target, other) and not may_be_negative(source, one):
        message = f"a minus sign before {quoted(target, other)} that the source hasn't"
        yield Finding("number-mismatch", message, (max(other.start - 1, 0), other.end), (one.start, one.end))


def percent_mismatch(source: Numbers, target: Numbers, one: Number, other: Number) -> Iterator[Finding]:
    """Percent on one side only."""
    if Weight.MAYBE in (one.weight, other.weight):
        return
    here, there = is_percent(target, other), is_percent(source, one)
    if here == there:
        return
    if there and (not has_percent(target) or _is_sum(target, other)):
        message = f"{quoted(target, other)} is percent in the source"
    elif here and (not has_percent(source) or _is_sum(source, one)):
        message = f"{quoted(target, other)} isn't percent in the source"
    else:
        return
    yield Finding("percent-mismatch", message, (other.start, other.end), (one.start, one.end))


def _is_sum(numbers: Numbers, number: Number) -> bool:
    return currency(numbers, number) is not None and unit(numbers, number) is None


def currency_mismatch(source: Numbers, target: Numbers, one: Number, other: Number) -> Iterator[Finding]:
    """Another currency."""
    there = currency(source, one)
    here = currency(target, other) if there else None
    if here is None or there is None or here == there or any({here, there} <= group for group in _SAME_MONEY):
        return
    if here in _all(currency, source, other) or there in _all(currency, target, one):
        return
    message = f"another currency: {here} here, {there} in the source"
    yield Finding("currency-mismatch", message, _wide(target, other), (one.start, one.end))


def unit_mismatch(source: Numbers, target: Numbers, one: Number, other: Number) -> Iterator[Finding]:
    """Another unit with the same number."""
    there = unit(source, one)
    here = unit(target, other) if there else None
    if here is None or there is None or here is there:
        return
    same_size = here.dimension == there.dimension != "temperature"
    if same_size and abs(here.factor - there.factor) <= _UNIT_OF * here.factor:
        return
    if {here.name, there.name} == _KILOS and any(
        _KILO.match(n.text, at.end) for n, at in ((source, one), (target, other))
    ):
        return
    if one.value != other.value and (one.raw.isdigit() or other.raw.isdigit()):  # converted, as feet and inches are
        return
    if here in _all(unit, source, other) or there in _all(unit, target, one):
        return
    message = f"another unit: {here.name} here, {there.name} in the source"
    yield Finding("unit-mismatch", message, _wide(target, other), (one.start, one.end))


def _all(measure, numbers: Numbers, like: Number) -> list[object]:  # type: ignore[no-untyped-def]
    """What stands beside the numbers of a text that are equal to `like`."""
    return [measure(numbers, n) for n in numbers.certain if not set(n.values).isdisjoint(like.values)]


def _wide(numbers: Numbers, number: Number) -> tuple[int, int]:
    """A number with the word or sign beside it."""
    before = re.search(r"[^\s\w]+$", numbers.text[max(number.start - 3, 0) : number.start])
    after = re.compile(r"[ -]?[^\s\d.,;:()!?]+").match(numbers.text, number.end)
    start = number.start - (len(before[0]) if before else 0)
    return start, after.end() if after else number.end


def number_format(source: Numbers, target: Numbers, one: Number, other: Number) -> Iterator[Finding]:
    """The separators of another locale."""
    here = signs(target.language)
    if here is None or not other.raw or not one.raw or other.raw.isdigit() or not one.values:
        return
    written = _written(other, one, source)
    if written is None or not _is_wrong(*written, here) or _is_label(source, target, one, other):
        return
    if other.raw == one.raw and len(other.values) > 1 and _is_foreign(source):
        return
    shown = _shown(other.raw, written, here)
    message = f"'{other.raw}' is '{shown}' in the number format of this language"
    yield Finding("number-format", message, (other.start, other.start + len(other.raw)), (one.start, one.end), shown)


def _written(other: Number, one: Number, source: Numbers) -> tuple[str, str] | None:
    """The decimal and the grouping sign that a number is written with, told by the value that it has in the source."""
    if not set(other.raw) & set(".,"):
        return None
    common = [value for value in one.values if value in other.values and value]  # any sign makes a nought of 0,0
    # What the source's own notation says comes first.
    for value in common:
        for decimal, group in ((".", ","), (",", "."), ("", "."), ("", ","), (".", ""), (",", "")):
            if canonical((read(other.raw, decimal, group) or 0) * other.scale) == value:
                return decimal if decimal in other.raw else "", group if group in other.raw else ""
    return None


def _is_foreign(source: Numbers) -> bool:
    """Whether the source has a number in another notation than its own, so that its 1.105 may be no thousand."""
    own = signs(source.language)
    if own is None or own.decimal not in ".,":
        return False
    group = "," if own.decimal == "." else "."
    return any(
        set(number.raw) & set(".,") and number.values and read(number.raw, own.decimal, group) is None
        for number in source.certain
    )


def _is_wrong(decimal: str, group: str, here: Signs) -> bool:
    return (bool(decimal) and decimal != here.decimal) or (bool(group) and group == here.decimal)


def _shown(raw: str, written: tuple[str, str], here: Signs) -> str:
    decimal, group = written
    new_group = here.group if here.group != " " else "\u00a0"
    return "".join(here.decimal if char == decimal else new_group if char == group else char for char in raw)


def _is_label(source: Numbers, target: Numbers, one: Number, other: Number) -> bool:
    """Whether it is no quantity: a version, a section, a clock time, part of a name (Web 2.0)."""
    before, there = target.plain[: other.start], source.plain[: one.start]
    if _LABEL.search(before) or _LABEL.search(there):
        return True
    word, same = _WORD_BEFORE.search(before), _WORD_BEFORE.search(there)
    if other.raw == one.raw and word and same and lower(word[1]) == lower(same[1]) and word[1][0].isupper():
        return True
    if other.raw == one.raw and (_VALUE.fullmatch(one.raw) or _is_code(before, there) or _is_list(source, one)):
        return True
    if _COMPARED.match(target.plain, other.end) and _COMPARED.match(source.plain, one.end):
        return True
    if _STYLE.fullmatch(source.text) or _NAMED.fullmatch(source.plain):
        return True
    return any(t.start <= n.start < t.end for side, n in ((source, one), (target, other)) for t in times(side))


def _is_list(source: Numbers, one: Number) -> bool:
    """Whether a number of the source is none in its own notation: (0,1) in English is an interval."""
    own = signs(source.language)
    return own is not None and own.decimal == "." and "," in one.raw and read(one.raw, ".", ",") is None


def _is_code(before: str, there: str) -> bool:
    """Whether the same piece of code stands before the numbers of both sides, given all that stands there."""
    here, same = _CODE_BEFORE.search(before), _CODE_BEFORE.search(there)
    return here is not None and same is not None and here[0] == same[0]
