"""Which number of the source is which of the target.

Any reading that makes both sides agree is accepted: a false alarm costs more than a miss.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tqa.language.numbers.measures import convertible, is_negative
from tqa.language.numbers.number import Number, Weight
from tqa.language.numbers.scan import Numbers

_HALF_DAY, _LAST_HOUR = 12, 24
_CENTURY = 100
_LONG = 6
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
# The Thai calendar's year in 1 AD.
_BUDDHIST = 543


@dataclass(slots=True)
class Matching:
    """The pairs of equal numbers, and those of either side that nothing on the other one explains, in order."""

    pairs: list[tuple[Number, Number]] = field(default_factory=list)
    source: list[Number] = field(default_factory=list)
    target: list[Number] = field(default_factory=list)


def match(source: Numbers, target: Numbers, left: list[Number], right: list[Number]) -> Matching:
    """Pair the numbers of two texts: `left` and `right`, those that aren't settled yet."""
    left, right = list(left), list(right)
    matching = Matching(_take_equal(left, right, source, target))
    if _sure(left) or _sure(right):
        _take_near(left, right, source, target)
        _take_parts(left, right)
        _take_parts(right, left)
        _take_runs(left, right)
        _take_runs(right, left)
        left = [n for n in left if n.weight and not n.excused and not _is_explained(n, right, matching, source, target)]
        right = [
            n for n in right if n.weight and not n.excused and not _is_explained(n, left, matching, target, source)
        ]
        left, right = _without_repeats(left, right, source, target)
    matching.source, matching.target = _sure(left), _sure(right)
    return matching


def _sure(numbers: list[Number]) -> list[Number]:
    return [number for number in numbers if number.weight is not Weight.MAYBE]


def _take_equal(
    left: list[Number], right: list[Number], source: Numbers, target: Numbers
) -> list[tuple[Number, Number]]:
    """Move the pairs with a common reading out of both lists: sure ones, first readings, signs, like places first."""
    candidates = []
    length, other_length = len(source.text), len(target.text)
    signed = "-" in source.plain and "-" in target.plain
    for i, number in enumerate(left):
        for j, other in enumerate(right):
            if not set(number.values).isdisjoint(other.values) or _is_same_version(number, other):
                likeness = (
                    (number.values[:1] == other.values[:1]) * 2
                    + (number.weight is other.weight)
                    + (Weight.MAYBE not in (number.weight, other.weight)) * 4
                    + (signed and is_negative(source, number) == is_negative(target, other))
                    - abs(number.start / (length or 1) - other.start / (other_length or 1))
                )
                candidates.append((-likeness, i, j))
    return _take(left, right, candidates)


def _is_same_version(number: Number, other: Number) -> bool:
    return not number.values and not other.values and number.raw == other.raw


def _take(
    left: list[Number], right: list[Number], candidates: list[tuple[float, int, int]]
) -> list[tuple[Number, Number]]:
    pairs = []
    used_left, used_right = set[int](), set[int]()
    for _, i, j in sorted(candidates):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((left[i], right[j]))
    left[:] = [number for i, number in enumerate(left) if i not in used_left]
    right[:] = [number for j, number in enumerate(right) if j not in used_right]
    return pairs


def _take_near(left: list[Number], right: list[Number], source: Numbers, target: Numbers) -> None:
    """Drop the pairs that say the same in another way: hours, short years, decades, centuries, converted units."""
    candidates = [
        (0.0, i, j)
        for i, number in enumerate(left)
        for j, other in enumerate(right)
        if _same_otherwise(number, other) or convertible(source, number, target, other)
    ]
    _take(left, right, candidates)


def _same_otherwise(number: Number, other: Number) -> bool:
    return any(_near(a, b) or _near(b, a) for a in number.values for b in other.values)


def _near(a: float, b: float) -> bool:
    if a == b:
        return True
    if abs(a - b) == _HALF_DAY and max(a, b) <= _LAST_HOUR:
        return True
    if not _FIRST_YEAR <= a <= _LAST_YEAR:
        return False
    if a % _CENTURY == b >= 10 or b - a == _BUDDHIST:
        return True
    # The 1800s are the 19th century; an article of a price per hundred is rarer than that.
    return a % _CENTURY == 0 and b in (a // _CENTURY + 1, a // _CENTURY)


def _take_parts(left: list[Number], right: list[Number]) -> None:
    """Take numbers of `left` that are several of `right` (3.5.2020 is 3, 5 and 2020) out of both."""
    for number in list(left):
        for parts in number.parts:
            found = _find_all(parts, right)
            if found is not None:
                left.remove(number)
                for other in found:
                    right.remove(other)
                break


def _take_runs(left: list[Number], right: list[Number]) -> None:
    """Take a long number of `left` out that is the digits of several of `right` one after the other: of a telephone."""
    for number in [n for n in left if n.raw.isdigit() and len(n.raw) >= _LONG]:
        for first in range(len(right)):
            run = ""
            for last in range(first, len(right)):
                run += "".join(filter(str.isdigit, right[last].raw))
                if not number.raw.startswith(run):
                    break
                if run == number.raw:
                    left.remove(number)
                    del right[first : last + 1]
                    return


def _find_all(parts: Iterable[float], numbers: list[Number]) -> list[Number] | None:
    found: list[Number] = []
    for part in parts:
        one = next(
            (n for n in numbers if not any(n is f for f in found) and any(_near(part, v) for v in n.values)), None
        )
        if one is not None:
            found.append(one)
        elif part:
            return None
    return found or None


def _is_explained(number: Number, rest: list[Number], matching: Matching, own: Numbers, other: Numbers) -> bool:
    """Whether something on the other side may stand for the number, though nothing there must."""
    values = set(number.values) | {parts[0] for parts in number.parts if len(parts) == 1}
    if any(_near(a, b) for maybe in other.maybe for a in values for b in maybe.values):
        return True
    if any(not values.isdisjoint(maybe.values) for maybe in other.certain if maybe.weight is Weight.MAYBE):
        return True
    if number.raw and not number.values:
        return all(_is_somewhere(part, other) for part in number.parts[0])
    if number.raw in ("0", "00"):
        return True
    return any(convertible(own, number, side, n) for side in (own, other) for n in side.certain if n is not number)


def _is_somewhere(part: float, other: Numbers) -> bool:
    return not part or any(_near(part, value) for number in other.certain for value in number.values)


def _without_repeats(
    left: list[Number], right: list[Number], source: Numbers, target: Numbers
) -> tuple[list[Number], list[Number]]:
    """Where one side merely says a number twice, or in parts that the other has too, it isn't one too many."""
    if not _sure(left):
        right = [number for number in right if not _is_repeated(number, source)]
    elif not _sure(right):
        left = [number for number in left if not _is_repeated(number, target)]
    return left, right


def _is_repeated(number: Number, other: Numbers) -> bool:
    if any(_near(a, b) or _near(b, a) for a in number.values for n in other.certain for b in n.values):
        return True
    if any(all(_is_somewhere(part, other) for part in parts) for parts in number.parts):
        return True
    return any(value in parts for n in other.certain for parts in n.parts for value in number.values)
