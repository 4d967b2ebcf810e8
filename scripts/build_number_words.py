#!/usr/bin/env python3
"""Write the number words of tqa/language/data/numbers/*.json from the CLDR's rules for spelling numbers out.

    pip install unicode-rbnf && python scripts/build_number_words.py

Input: the rule-based number formats (RBNF) of the CLDR, as the package unicode-rbnf carries and applies them.
Output: a file for each language, {"cardinals": {phrase: value}, "ordinals": {phrase: value}}. A phrase that reads as
tens and units one after the other is left out: the parser puts those together itself.
"""

import json
import re
from pathlib import Path

from unicode_rbnf import FormatPurpose, RbnfEngine

from tqa.language.tokens import words

LANGUAGES = """af be bg bs ca cs da de el en es et fa fi fil fr he hi hr hu hy id is it ka lt lv mk ms nl no pl pt ro ru
    sk sl sq sr sv sw tr uk vi ar az kk ko""".split()
TARGET = Path(__file__).parents[1] / "tqa" / "language" / "data" / "numbers"
_CLDR_TO_TAG = {"no": "nb"}
_CASE = re.compile("genitive|dative|accusative|locative|instrumental|partitive|essive|lative")
ROUND = [*range(21), *range(30, 100, 10), *range(100, 1000, 100)]
BETWEEN = [n for n in range(21, 100) if n % 10]


def tokens(text: str) -> str:
    """The words of a spelled-out number, joined by single blanks, or nothing where it holds something else."""
    text = text.replace("\u00ad", "").replace("\u200b", "").lower()
    return " ".join(word.text for word in words(text)) if not re.search(r"\d", text) else ""


def forms(engine: RbnfEngine, number: int, purpose: FormatPurpose, cases: bool) -> set[str]:
    """The ways to spell `number`; without `cases` the nominative alone."""
    try:
        found = engine.format_number(number, purpose).text_by_ruleset
    except (ValueError, KeyError):
        return set()
    wanted = "ordinal" if purpose is FormatPurpose.ORDINAL else ("cardinal", "numbering")
    wanted = (wanted,) if isinstance(wanted, str) else wanted
    return {
        tokens(text)
        for name, text in found.items()
        if any(part in name for part in wanted) and (cases or not _CASE.search(name))
    } - {""}


def composes(phrase: str, value: int, heads: dict[str, int], tails: dict[str, int]) -> bool:
    """Whether the phrase is that of the tens and that of the units, perhaps with a word for 'and' between."""
    parts = phrase.split()
    return any(
        heads.get(" ".join(parts[:n])) == value - value % 10
        and value % 10 in (tails.get(" ".join(parts[n:])), tails.get(" ".join(parts[n + 1 :])))
        for n in range(1, len(parts))
    )


def table(language: str) -> dict[str, dict[str, int]]:
    """The words of one language."""
    engine = RbnfEngine.for_language(language)
    cardinals: dict[str, int] = {}
    ordinals: dict[str, int] = {}
    for purpose, found in ((FormatPurpose.CARDINAL, cardinals), (FormatPurpose.ORDINAL, ordinals)):
        for number in ROUND:
            for form in sorted(forms(engine, number, purpose, True)):
                found.setdefault(form, number)
        for number in BETWEEN:
            for form in sorted(forms(engine, number, purpose, False)):
                if not composes(form, number, cardinals, found):
                    found.setdefault(form, number)
    return {
        "cardinals": cardinals,
        "ordinals": {form: number for form, number in ordinals.items() if form not in cardinals},
    }


def main() -> None:
    """Write the tables."""
    for language in LANGUAGES:
        text = json.dumps(table(language), ensure_ascii=False, indent=0, separators=(",", ":"))
        (TARGET / f"{_CLDR_TO_TAG.get(language, language)}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
