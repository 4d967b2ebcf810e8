"""Marks or letters have the width of another script: ASCII marks in Chinese or Japanese, full-width ones elsewhere.

Why it matters: "你好,世界" and "Hello，world" are set with gaps or without any, and a search doesn't find letters
and digits of full width.

How to fix: in Chinese and Japanese use ， 。 ： ； ？ ！ behind their own letters, in all other languages ASCII.
"""

import re
from collections.abc import Iterator

import regex

from tqa.language.marks import kind_of, local_form
from tqa.rule import Found, Pair, Trait, bad, good, rule

_UNCASED = int(Trait.UNCASED)
_EAST = frozenset({"zh", "yue", "ja"})
# Japanese guides to style differ on these.
_EITHER = ":?!"
_ALSO_WIDE = frozenset({"ko"})
_HALF = regex.compile(
    r"(?<=[\p{Han}\p{Hiragana}\p{Katakana}])[,;:!?.](?=\s*(?:[\p{Han}\p{Hiragana}\p{Katakana}“”」』）]|$))"
)
_WIDE = regex.compile(
    r"[\uff01-\uff5e\u3000]+"
    r"|(?<=[^\p{Han}\p{Hiragana}\p{Katakana}\s])[。、](?![\p{Han}\p{Hiragana}\p{Katakana}])"
)
_LIST = re.compile(r"[^\W\d],[^\W\d]")
_ANY_WIDE = re.compile("[\u3000-\u3002\uff01-\uff5e]")
_PLAIN: dict[int, str | int] = {
    ord("\u3000"): " ",
    ord("。"): ".",
    ord("、"): ",",
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
}
_ASIAN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Bopomofo}]")


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    when_target=Trait.SENTENCE_END | Trait.PUNCTUATION | Trait.MARKED | Trait.BRACKET | Trait.ODD_SPACE,
    yields_to=(
        "number-mismatch",
        "end-punctuation",
        "placeholder-mismatch",
        "markdown-mismatch",
        "repeated-punctuation",
    ),
    examples=[
        bad("火车开了,他没赶上。", marks=",", suggestion="，", langs=("en", "zh")),
        bad("火车开了.", marks=".", suggestion="。", langs=("en", "zh")),
        bad("電車が出ました.", suggestion="。", langs=("en", "ja")),
        bad("The train left，and he stayed.", marks="，", suggestion=", ", langs=("zh", "en")),
        bad("Ｔrain", marks="Ｔ", suggestion="T"),
        bad("Tàu đã đi。", marks="。", suggestion=".", langs=("zh", "vi")),
        good("火车开了，他没赶上。版本 2.0, see a.b", langs=("en", "zh")),
        good(("yes,no,maybe", "是,否,也许"), langs=("en", "zh")),
        good("电话:555-1234 (免费)", langs=("en", "zh")),
        good("The train left, and 你好，世界 was written there.", langs=("zh", "en")),
        good("기차가 떠났다.", langs=("en", "ko")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report marks of the wrong width."""
    target = pair.target
    if target.base in _EAST:
        if target.traits & _UNCASED:
            yield from _half(pair)
    elif _ANY_WIDE.search(target.text) and target.base not in _ALSO_WIDE:
        yield from _wide(pair)


def _half(pair: Pair) -> Iterator[Found]:
    target = pair.target
    # "yes,no,maybe" is a list for a program.
    is_list = _LIST.search(pair.source.text) is not None
    for match in _HALF.finditer(target.text):
        if is_list and match[0] == ",":
            continue
        kind = kind_of(match[0], "en")
        form = local_form(kind or match[0], target.base)
        if form != match[0] and not (target.base == "ja" and match[0] in _EITHER):
            yield Found(f"'{match[0]}' should be '{form}'", [target.span(*match.span())], form, "safe")


def _wide(pair: Pair) -> Iterator[Found]:
    text = pair.target.text
    for match in _WIDE.finditer(text):
        start, end = match.span()
        # A quotation in Chinese or Japanese keeps its marks.
        if _ASIAN.search(text, max(start - 1, 0), end + 1):
            continue
        plain = match[0].translate(_PLAIN)
        if plain[-1] in ",;:.!?" and text[end : end + 1].isalnum():
            plain += " "
        yield Found(f"'{match[0]}' should be '{plain}'", [pair.target.span(start, end)], plain, "safe")
