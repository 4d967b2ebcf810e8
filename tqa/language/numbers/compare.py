"""Compares the numbers of a source and its translation: what each of the rules on numbers has to report."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from tqa.language.numbers import calendar, codes
from tqa.language.numbers.beside import currency_mismatch, minus_lost, number_format, percent_mismatch, unit_mismatch
from tqa.language.numbers.finding import Finding, quoted
from tqa.language.numbers.match import Matching, match
from tqa.language.numbers.number import Number, Weight
from tqa.language.numbers.scan import Numbers

Spanned = TypeVar("Spanned", calendar.Date, calendar.Time)
# From here on a number that only one side has is worth a word: smaller ones are put in and left out freely.
_WORTH_MENTIONING = 13
_ROUND = 100
_LAST_HOUR = 24


class _Settled(NamedTuple):
    """The parts of both texts whose numbers are compared already, with what was found in them."""

    source: list[tuple[int, int]]
    target: list[tuple[int, int]]
    findings: list[Finding]


def compare(source: Numbers, target: Numbers) -> tuple[Finding, ...]:
    """What is wrong with the numbers of `target`, the translation of `source`."""
    settled = _Settled([], [], [])
    has_numbers = source.has_digits or target.has_digits or (source.may_have and target.may_have)
    if source.has_digits and target.has_digits:
        _codes(source, target, settled)
        _times(source, target, settled)
    named = calendar.months(source), calendar.months(target)
    if has_numbers or named[0] or named[1]:
        _dates(source, target, named, settled)
    _weekdays(source, target, settled)
    if not has_numbers:
        return tuple(settled.findings)
    left, right = _outside(source.certain, settled.source), _outside(target.certain, settled.target)
    if not left and not right:
        return tuple(settled.findings)
    _excuse_months(named, left, right)
    matching = match(source, target, left, right)
    found = [*settled.findings, *_unmatched(matching, source, target)]
    for pair in matching.pairs:
        for check in (minus_lost, percent_mismatch, currency_mismatch, unit_mismatch, number_format):
            found += check(source, target, *pair)
    return tuple(found)


def _outside(numbers: Iterable[Number], spans: Sequence[tuple[int, int]]) -> list[Number]:
    if not spans:
        return list(numbers)
    return [number for number in numbers if not any(s < number.end and number.start < e for s, e in spans)]


def _codes(source: Numbers, target: Numbers, settled: _Settled) -> None:
    for one, other in codes.changed(source, target):
        message = f"'{other.text}' here, '{one.text}' in the source"
        settled.findings.append(
            Finding("code-mismatch", message, (other.start, other.end), (one.start, one.end), suggestion=one.text)
        )
        settled.source.append((one.start, one.end))
        settled.target.append((other.start, other.end))


def _dates(source: Numbers, target: Numbers, named: tuple[list[calendar.Name], ...], settled: _Settled) -> None:
    ours, theirs = calendar.dates(source, named[0]), calendar.dates(target, named[1])
    if not ours or not theirs:
        return
    for one, other in _agreeing(ours, theirs, calendar.agree):
        _settle_common(one, other, source, target, settled)
    for one, other in _differing(ours, theirs, calendar.agree):
        message = f"another date: {quoted(target, other)} here, {quoted(source, one)} in the source"
        settled.findings.append(Finding("date-mismatch", message, (other.start, other.end), (one.start, one.end)))
        settled.source.append((one.start, one.end))
        settled.target.append((other.start, other.end))


def _settle_common(
    one: calendar.Date, other: calendar.Date, source: Numbers, target: Numbers, settled: _Settled
) -> None:
    """Settle of two dates that agree the numbers that both have, and the month."""
    ours, theirs = _within(source, one), _within(target, other)
    common = {v for n in ours for v in n.values} & {v for n in theirs for v in n.values}
    common |= {float(month) for _, month, _ in one.readings | other.readings}
    for numbers, spans in ((ours, settled.source), (theirs, settled.target)):
        spans += [(n.start, n.end) for n in numbers if not common.isdisjoint(n.values) or not n.values]


def _within(numbers: Numbers, place: calendar.Date) -> list[Number]:
    return [n for n in numbers.certain if place.start <= n.start and n.end <= place.end]


def _times(source: Numbers, target: Numbers, settled: _Settled) -> None:
    ours, theirs = calendar.times(source), calendar.times(target)
    if not ours or not theirs:
        return
    for one, other in _agreeing(ours, theirs, _same_time):
        settled.source.append((one.start, one.end))
        settled.target.append((other.start, other.end))
    ours = [one for one in ours if not _is_hour_elsewhere(one, target, theirs)]
    theirs = [other for other in theirs if not _is_hour_elsewhere(other, source, ours)]
    for one, other in _differing(ours, theirs, _same_time):
        message = f"another time: {quoted(target, other)} here, {quoted(source, one)} in the source"
        settled.findings.append(Finding("time-mismatch", message, (other.start, other.end), (one.start, one.end)))
        settled.source.append((one.start, one.end))
        settled.target.append((other.start, other.end))


def _is_hour_elsewhere(time: calendar.Time, other: Numbers, times: list[calendar.Time]) -> bool:
    """Whether the hour of a time is a number of the other side that isn't known as a time there."""
    hours = {float(minutes // 60 % 12) for minutes in time.readings if minutes % 60 == 0}
    return any(
        number.value % 12 in hours and number.value <= _LAST_HOUR
        for number in other.certain
        if number.values and not any(t.start <= number.start < t.end for t in times)
    )


def _same_time(one: calendar.Time, other: calendar.Time) -> bool:
    return not one.readings.isdisjoint(other.readings)


def _agreeing(
    ours: list[Spanned], theirs: list[Spanned], agree: Callable[[Spanned, Spanned], bool]
) -> Iterator[tuple[Spanned, Spanned]]:
    return ((one, other) for one in ours for other in theirs if agree(one, other))


def _differing(
    ours: list[Spanned], theirs: list[Spanned], agree: Callable[[Spanned, Spanned], bool]
) -> Iterator[tuple[Spanned, Spanned]]:
    """The pairs of those that have no equal on the other side, in order."""
    left = [one for one in ours if not any(agree(one, other) for other in theirs)]
    right = [other for other in theirs if not any(agree(one, other) for one in ours)]
    return zip(left, right, strict=False)


def _weekdays(source: Numbers, target: Numbers, settled: _Settled) -> None:
    ours = calendar.weekdays(source)
    theirs = calendar.weekdays(target) if ours else []
    left = [day for day in ours if day.sure and all(day.value != other.value for other in theirs)]
    right = [day for day in theirs if day.sure and all(day.value != other.value for other in ours)]
    for one, other in zip(left, right, strict=False):
        message = f"another day: {quoted(target, other)} here, {quoted(source, one)} in the source"
        settled.findings.append(Finding("date-mismatch", message, (other.start, other.end), (one.start, one.end)))
    settled.source.extend((day.start, day.end) for day in ours)
    settled.target.extend((day.start, day.end) for day in theirs)


def _excuse_months(named: tuple[list[calendar.Name], ...], left: list[Number], right: list[Number]) -> None:
    """A month by its name on one side explains a number on the other; so may a number the month of a date."""
    for names, numbers in ((named[1], left), (named[0], right)):
        values = {float(name.value) for name in names}
        for number in numbers:
            if number.raw and not values.isdisjoint(number.values):
                number.excused = True


def _unmatched(matching: Matching, source: Numbers, target: Numbers) -> Iterator[Finding]:
    left, right = list(matching.source), list(matching.target)
    for one, other in _substitutions(left, right, source, target):
        left.remove(one)
        right.remove(other)
        yield _substitution(one, other, source, target)
    for number in left:
        if _is_worth(number) and not _is_glued(source, number):
            message = f"the number {quoted(source, number)} of the source is missing"
            yield Finding("number-mismatch", message, None, (number.start, number.end), severity="minor")
    for number in right:
        if _is_worth(number) and not _is_glued(target, number):
            message = f"the number {quoted(target, number)} isn't in the source"
            yield Finding("number-mismatch", message, (number.start, number.end), None, severity="minor")


def _is_glued(numbers: Numbers, number: Number) -> bool:
    """Whether a number is the end of a Latin word (Win32, i18n), which may be translated without it."""
    before = numbers.text[number.start - 1 : number.start]
    return before.isascii() and before.isalpha()


def _is_worth(number: Number) -> bool:
    if number.weight is not Weight.DIGITS or not number.values:
        return False
    return (number.value >= _WORTH_MENTIONING or number.value % 1 != 0) and number.value != _ROUND


def _substitutions(
    left: list[Number], right: list[Number], source: Numbers, target: Numbers
) -> list[tuple[Number, Number]]:
    """Which number was put in the place of which: digits for digits first, then by the place in the text."""
    candidates = sorted(
        (
            (one.weight is not other.weight)
            + (one.scale != other.scale) * 0.5
            + abs(one.start / len(source.text) - other.start / len(target.text)),
            i,
            j,
        )
        for i, one in enumerate(left)
        for j, other in enumerate(right)
    )
    used_left, used_right = set[int](), set[int]()
    pairs = []
    for _, i, j in candidates:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((left[i], right[j]))
    return pairs


def _substitution(one: Number, other: Number, source: Numbers, target: Numbers) -> Finding:
    message = f"{quoted(target, other)} here, {quoted(source, one)} in the source"
    rule = "number-mismatch"
    if (one.scale > 1 or other.scale > 1) and one.values and other.values and _is_power_of_ten(one, other):
        rule, message = "quantity-mismatch", f"another order of magnitude: {message}"
    return Finding(rule, message, (other.start, other.end), (one.start, one.end))


def _is_power_of_ten(one: Number, other: Number) -> bool:
    low, high = sorted((abs(one.value), abs(other.value)))
    digits = (f"{value:.10e}".split("e")[0] for value in (low, high))
    return low > 0 and len(set(digits)) == 1
