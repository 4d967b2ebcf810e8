"""Codes of letters and digits, and version numbers: what a translation keeps as it is."""

import re
from typing import NamedTuple

from tqa.language.lazy import lazily
from tqa.language.numbers.scan import Numbers

_CODE = lazily(
    re.compile,
    r"(?<![\w.-])(?:"
    r"(?P<version>[vV]?\d+(?:\.\d+){2,}(?:[-+]?[a-z]+\d*)?)"
    r"|(?P<code>(?=[A-Za-z0-9]*[A-Z])[A-Za-z]{1,12}[-–‑]?\d+[A-Za-z0-9]*(?:-[A-Z0-9]+)*|\d{1,6}[A-Z]{1,3}\d+[A-Z0-9]*)"
    r")(?![\w]|[.,]\d|-\d)",
)
_MAY_BE_CODE = re.compile(r"\d[A-Z]|\d\.\d+\.\d|[A-Z][a-z]{0,11}[-–‑]?\d")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,2}\.\d{1,2}\.\d{2,4}")


class Code(NamedTuple):
    """A code at [start:end): its letters and its digits without what joins them."""

    start: int
    end: int
    text: str
    letters: str
    digits: str


def codes(numbers: Numbers) -> list[Code]:
    """The codes of a text in Latin letters, a capital among them, and its versions of three numbers or more."""
    found: list[Code] = []
    if not _MAY_BE_CODE.search(numbers.plain):
        return found
    for match in _CODE.finditer(numbers.plain):
        text = match[0]
        if _GROUPED.fullmatch(text):
            continue
        letters = "".join(filter(str.isalpha, text)).upper()
        digits = text.lstrip("vV") if match["version"] else "".join(filter(str.isdigit, text))
        found.append(Code(match.start(), match.end(), text, "" if match["version"] else letters, digits))
    return found


def changed(source: Numbers, target: Numbers) -> list[tuple[Code, Code]]:
    """The codes of the target that are like one of the source, but for a letter or digit; the source's first."""
    ours, theirs = codes(source), codes(target)
    left = [code for code in ours if all(_key(code) != _key(other) for other in theirs)]
    right = [code for code in theirs if all(_key(code) != _key(other) for other in ours)]
    left = [code for code in left if not _is_apart(code, target.plain)]
    right = [code for code in right if not _is_apart(code, source.plain)]
    pairs = []
    for code in right:
        other = next((one for one in left if _is_like(one, code)), None)
        if other is not None:
            left.remove(other)
            pairs.append((other, code))
    return pairs


def _is_apart(code: Code, text: str) -> bool:
    """Whether a text has the code with a blank before its last digits: Direct3D 9."""
    word = code.text.rstrip("0123456789")
    return bool(word) and f"{word} {code.text[len(word) :]}" in text


def _key(code: Code) -> tuple[str, str]:
    return code.letters, code.digits


def _is_like(code: Code, other: Code) -> bool:
    if code.letters == other.letters:
        return True
    if not (code.text.isupper() and other.text.isupper()):  # a word with a number behind it, translated: Option-1
        return False
    close = len(code.letters) == len(other.letters) and sorted(code.letters) == sorted(other.letters)
    differing = sum(a != b for a, b in zip(code.letters, other.letters, strict=False))
    one_off = len(code.letters) == len(other.letters) > 1 and differing == 1
    return code.digits == other.digits and (close or one_off)
