"""Numbers with Chinese characters, and those of Korean that are built alike: 二十五, 1万2000, 3億5千万, 1만 2천."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tqa.language.lazy import lazily
from tqa.language.numbers.number import canonical

_DIGITS = {
    **{char: n for n, char in enumerate("〇一二三四五六七八九")},
    "零": 0,
    "两": 2,
    "兩": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}
_SMALL = {"十": 10.0, "百": 100.0, "千": 1e3, "십": 10.0, "백": 100.0, "천": 1e3}
# 憶 is what typing 億 by its sound often gives.
_BIG = {"万": 1e4, "萬": 1e4, "만": 1e4, "亿": 1e8, "億": 1e8, "憶": 1e8, "억": 1e8, "兆": 1e12, "조": 1e12}
_UNITS = "".join(_SMALL) + "".join(_BIG)
_NUMBER = lazily(
    re.compile,
    rf"第?(?:\d+(?:[.,]\d+)* ?[多余餘几幾数來来]?(?:[{_UNITS}][多余餘几幾数]?)+"
    rf"(?:(?:(?<=[가-힣]) )?(?:\d+(?:[.,]\d+)*|[一二三四五六七八九两兩])(?:[{_UNITS}]+|(?![\d.,%])))*"
    r"|[〇零一二三四五六七八九十百千万萬亿億兆两兩]+(?:点[一二三四五六七八九〇零]+)?)",
)
_PIECE = lazily(re.compile, rf"\d+(?:[.,]\d+)*|[{_UNITS}]|[{''.join(_DIGITS)}]")
_COUNTED = frozenset(
    "个個名位人年月日天次项項家座条條件岁歳歲层層倍轮輪场場届屆支隻艘辆輛部所级級周週分秒時时小点點代つ回冊枚本台匹頭軒社"
    "校県国國度番目号號集章篇种種块塊元円米公里吨トン杯碗番者女男区"
)
_SURE_LENGTH = 2


_FRACTION = lazily(re.compile, r"([〇一二三四五六七八九十百]+|\d+) ?分之 ?([〇一二三四五六七八九十百]+|\d+(?:\.\d+)?)")


class Han(NamedTuple):
    """A number at [start:end), and whether it surely is one rather than part of a word (十分, 万一)."""

    start: int
    end: int
    value: float
    scale: float
    """What the digits are multiplied by, 1 where there are none or several."""
    digits: tuple[float, ...]
    sure: bool


def numbers(text: str) -> Iterator[Han]:
    """Yield the numbers of a `plain` text that hold such a character."""
    for match in _NUMBER.finditer(text):
        found = match[0]
        body = found.removeprefix("第")
        value = _value(body)
        if value is None:
            continue
        digits = tuple(_digits(piece) for piece in _PIECE.findall(body) if piece[0].isascii())
        after = text[match.end() : match.end() + 1]
        named = sum(char in _DIGITS for char in body)
        sure = bool(digits) or (
            (body != "一" or "第" in found)
            and ("第" in found or after in _COUNTED or (len(body) >= _SURE_LENGTH and named >= 1 and len(body) > named))
            and text[match.start() - 1 : match.start()] not in tuple("数數几幾好若")
        )
        if body in ("一", "万一", "千万", "十分", "百分", "一千", "一百", "一万", "十", "百", "千", "万", "億"):
            sure = False
        scale = value / digits[0] if len(digits) == 1 and digits[0] and body[0].isdigit() else 1.0
        yield Han(match.start(), match.end(), canonical(value), canonical(scale), digits, sure)


def fractions(text: str) -> Iterator[tuple[int, int, float, float]]:
    """Yield the start and end of each fraction (三分之二) of a `plain` text, its denominator and its numerator."""
    for match in _FRACTION.finditer(text):
        parts = [_value(part) or 0.0 for part in (match[1], match[2])]
        yield match.start(), match.end(), parts[0], parts[1]


def _value(body: str) -> float | None:
    pieces = _PIECE.findall(body)
    if all(piece in _DIGITS for piece in pieces):
        digits = "".join(str(_DIGITS[piece]) for piece in pieces)
        return float(digits) if digits else None
    total = section = 0.0
    number: float | None = None
    largest = 0.0
    for piece in pieces:
        if piece in _DIGITS:
            number = _DIGITS[piece] + (number * 10 if number is not None else 0)
        elif piece in _SMALL:
            section += (1.0 if number is None else number) * _SMALL[piece]
            number = None
        elif piece in _BIG:
            section += number or 0
            if largest and _BIG[piece] > largest:
                total, section = (total + section) * _BIG[piece], 0.0
            else:
                total, section = total + (section or 1) * _BIG[piece], 0.0
            largest, number = max(largest, _BIG[piece]), None
        else:
            number = _digits(piece)
    return total + section + (number or 0)


def _digits(piece: str) -> float:
    groups = piece.split(",")
    if all(len(group.split(".")[0]) == 3 for group in groups[1:]):
        piece = piece.replace(",", "")
    try:
        return float(piece.replace(",", "."))
    except ValueError:
        return float("".join(filter(str.isdigit, piece)))
