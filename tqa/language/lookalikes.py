"""Letters of different scripts that look the same."""

import re
from functools import cache

from tqa.language.writing import script, scripts

# Pairs of a Latin letter and the Cyrillic or Greek one that most fonts draw alike (after the Unicode Consortium's
# confusables.txt, without the pairs that merely resemble each other).
_CYRILLIC = "AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ YУ aа cс eе iі jј oо pр sѕ xх yу"
_GREEK = "AΑ BΒ EΕ ZΖ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ YΥ XΧ oο vν uυ"
_TO_LATIN = {pair[1]: pair[0] for pair in (_CYRILLIC + " " + _GREEK).split()}
_FROM_LATIN = {
    "Cyrl": {pair[0]: pair[1] for pair in _CYRILLIC.split()},
    "Grek": {pair[0]: pair[1] for pair in _GREEK.split()},
}
# A letter of another alphabet that has the shape of one of the language's own.
_SAME_SCRIPT = {
    **{key: {"Ð": "Đ", "ð": "đ"} for key in ("vi", "hr", "bs", "sl")},
    "is": {"Đ": "Ð", "đ": "ð"},
}

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_OTHER = "\u0370-\u03ff\u0400-\u052f"
MIXED = re.compile(f"[{_LATIN}](?=[{_OTHER}])|[{_OTHER}](?=[{_LATIN}])")
"""Where a Latin letter touches a Greek or Cyrillic one."""


def is_mixed(word: str) -> bool:
    """Whether letters of Latin and of Greek or Cyrillic touch each other in `word`."""
    return MIXED.search(word) is not None


@cache
def same_script(language: str) -> "re.Pattern[str] | None":
    """What finds letters that a language (base code) doesn't have but in looks; None where none is known."""
    table = _SAME_SCRIPT.get(language)
    return re.compile(f"[{''.join(table)}]") if table else None


def repaired(word: str, tag: str) -> str | None:
    """`word` with every letter of a script that isn't that of the language `tag` replaced by its look-alike.

    None where a letter has none, so that the word can't be meant to be in one script.
    """
    own = scripts(tag)
    table = _SAME_SCRIPT.get(tag.split("-")[0])
    if table and any(letter in table for letter in word):
        return "".join(table.get(letter, letter) for letter in word)
    wanted = next((code for code in ("Cyrl", "Grek") if code in own), "Latn")
    if wanted != "Latn" and "Latn" in own:  # written in either: what most letters are in
        wanted = main_script(word)
    out = []
    for letter in word:
        if not letter.isalpha() or script(letter) == wanted:
            out.append(letter)
            continue
        twin = _TO_LATIN.get(letter) if wanted == "Latn" else _FROM_LATIN[wanted].get(letter)
        if twin is None:
            return None
        out.append(twin)
    return "".join(out)


def main_script(word: str) -> str:
    """The script of most letters of `word`."""
    kinds = [script(letter) for letter in word if letter.isalpha()]
    return max(sorted(set(kinds)), key=kinds.count) if kinds else "Zzzz"
