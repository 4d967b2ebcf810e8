"""The mark that makes a letter of a label its key: &File, _File, ~File."""

import re
from collections.abc import Callable

MARKS = "&_~"
_LABEL_WORDS = 9
# Before the letter, which may stand inside of the word or, for scripts without keys, in brackets after it.
_MARKED = {
    "&": re.compile(r"(?<!&)(?:&&)*&(?![&#\s])(?=[^\W_])(?!\w+;)"),
    "_": re.compile(r"(?<!_)_(?=[^\W_])(?!\w*_)"),
    "~": re.compile(r"(?<![~\w])~(?=[^\W\d_])|(?<=[^\W\d_])~(?=[^\W\d_])"),
}


def marked(text: str, mark: str) -> list[int]:
    """The offsets of the marks that make a key."""
    return [match.end() - 1 for match in _MARKED[mark].finditer(text)]


def is_label(text: str) -> bool:
    """Whether the text is short enough to be a label."""
    return "\n" not in text.strip() and len(text) < 80 and len(text.split()) < _LABEL_WORDS


def mark_of(text: str, frequency: Callable[[str], float] | None = None) -> str | None:
    """The mark that the label `text` has its key by; None where it has none or no single one.

    frequency: how frequent a lower-case word of the language is, by which a key inside of a word (Sa_ve) is told from
    a name with an underscore (file_name). Without it only a mark at the beginning of a word is one.
    """
    if not is_label(text) or "=" in text or "://" in text:
        return None
    for mark in MARKS:
        places = marked(text, mark)
        is_single = len(places) == 1 and text.replace(mark * 2, "").count(mark) == 1
        if is_single and _is_key(text, places[0], mark, frequency):
            return mark
    return None


def _is_key(text: str, at: int, mark: str, frequency: Callable[[str], float] | None) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or not (before.isalnum() or before in "_-./@\\"):
        # A letter alone is a name more often than a word: R &D.
        return mark != "~" or text[at + 1 :][:1].isupper()
    if not before.isalpha():
        return False
    head, tail = _run(text, at)
    rarer = whole = 0.0
    if frequency is not None:
        whole = frequency((head + tail).lower())
        rarer = min(frequency(part.lower()) if len(part) > 1 else 0.0 for part in (head, tail))
    if mark == "&":
        return after.islower() and (before.islower() or len(head) == 1) and whole >= rarer
    return after.islower() and whole > rarer


def _run(text: str, at: int) -> tuple[str, str]:
    """The letters on both sides of a mark inside of a word."""
    head = re.search(r"[^\W\d_]*\Z", text[:at])
    tail = re.match(r"[^\W\d_]*", text[at + 1 :])
    return (head[0] if head else ""), (tail[0] if tail else "")
