"""Where a text asks: question marks of all scripts, and languages that can do without."""

import regex

from tqa.language.lazy import lazily
from tqa.language.protected import protected_spans
from tqa.language.traits import Trait, traits

# One within a word is what a wrong encoding left of a letter.
_MARK = lazily(regex.compile, r"(?<![\p{Ll}?])\?|(?<=\p{Ll}\?*)\?(?!\?*\p{Ll})|[？؟⁇⁈⁉❓❔‽՞፧꘏⸮]")
_GREEK = regex.compile(r"(?<=[\p{L}\p{N}»”\")>])\s?[;\u037e](?=[\s»”\")]|$)")
# The last is how gettext chooses a plural.
_ADDRESS = regex.compile(r"\S*(?:://|www\.)\S*|\w+\?\w+=\S*|plural=[^;]+;?")
# Closing particles with which a Japanese, Chinese, Korean or Thai sentence asks, with no mark behind it.
_PARTICLES = {
    "ja": regex.compile(r"(?:か|かな|かしら|の|だろう|でしょう)(?=[。．」』）)!！…―、\s]|$)"),
    # 吗 makes a question of any sentence, which then has its mark.
    "zh": regex.compile(
        r"[吗嗎](?=[”」』）)！…，\s]|$)|[呢么麼吧](?=[。．”」』）)！…，\s]|$)"
        r"|为什么|为何|是否|怎么|什么|如何|哪|谁|難道|难道"
    ),
    "vi": regex.compile(
        r"\b(?:sao|nào|gì|ai|đâu|chăng|hả|nhỉ|ư|nhé|với|giúp|hay|không|chưa|mấy|bao|mà)\b", regex.IGNORECASE
    ),
    "ko": regex.compile(r"(?:까|나|가|냐|니|지|요)(?=[.”\"')!…,\s]|$)"),
}
# How a question begins whose mark was left out, as interfaces do: "Are you sure to delete %s".
_OPENINGS = {
    "en": regex.compile(
        r"^\W*(?:are|is|do|does|did|has|have|should|would|could|can|will|was|were)\s", regex.IGNORECASE
    ),
}
# How a description begins that others put as a question: "When to raise the window".
_INDIRECT = regex.compile(
    r"^\W*(?:if|which|(?:when|where|how|what) to|how (?:many|much|often|long|far|high)|(?:when|where)(?!.*[.,]))\s",
    regex.IGNORECASE,
)
# A mark that is named: click on "?".
_NAMED = regex.compile(r"(?<=[“\"„«'‘「])\?(?=[”\"“»'’」])")
# Written without question marks, or with none that is sure.
_UNMARKED = frozenset({"th", "lo", "km", "my", "bo", "hy"})


def question_marks(text: str, base: str) -> list[tuple[int, int]]:
    """The (start, end) of the question marks in `text`, which is in the language `base`, outside of addresses."""
    pattern = _GREEK if base == "el" else None
    found = [match.span() for match in _MARK.finditer(text)]
    if pattern is not None:
        found += [match.span() for match in pattern.finditer(text)]
    if not found:
        return []
    spans = [match.span() for match in _ADDRESS.finditer(text)] if "/" in text or "=" in text else []
    spans += [(start, end + 1) for start, end in (match.span() for match in _NAMED.finditer(text))]
    spans += protected_spans(text, traits(text)) if "{" in text or "%" in text or "<" in text else []
    return sorted((s, e) for s, e in set(found) if not any(a <= s < b - 1 for a, b in spans))


def may_ask(text: str, base: str) -> bool:
    """Whether `text` could be a question though it has no question mark."""
    particles = _PARTICLES.get(base)
    opening = _OPENINGS.get(base)
    if opening is not None and opening.search(text):
        return True
    return base in _UNMARKED or (particles is not None and particles.search(text) is not None)


def describes(text: str, base: str) -> bool:
    """Whether `text` says what is to be decided, which may be translated by a question."""
    return base == "en" and ("whether " in text.lower() or _INDIRECT.search(text) is not None)


def has_mark(bits: int, base: str) -> bool:
    """Whether a text with these traits could hold a question mark: a cheap way past most texts."""
    return bool(bits & Trait.QUESTION) or (base == "el" and bool(bits & Trait.PUNCTUATION))
