"""The translation is missing: the text is still in the source language.

Why it matters: a heading or sentence that stayed in the source language can't be read by those whom the translation is
for, and every check of structure passes it.

How to fix: translate it. What may stay the same (names, numbers, codes, words that both languages have) isn't reported;
further texts go into the option `allow`.
"""

import re
from collections.abc import Iterator

from tqa.checks.accuracy._source_language import is_in_source_language, sentences_left
from tqa.facts import Text
from tqa.language.lazy import lazily
from tqa.language.leftovers import LENDER
from tqa.language.names import language_name
from tqa.language.tags import UNDETERMINED, base_language
from tqa.language.traits import LETTER
from tqa.model import Severity
from tqa.rule import Found, Pair, bad, good, rule

_LABEL = 2
_AROUND = "()[]\"'“”‘’.,:;!?…_&"
# A command line with its arguments (git log [<options>]), or a formula (sin^p).
_COMMAND = lazily(re.compile, r"^[a-z][\w (-]*(?:\[|<[\w-]+>|--\w|\|)|\w\^\w|\( ?[\w.]+ ?[<>=] ?[\w.]+ ?\)")
# A name that keeps its language: of a licence, a school, a society.
_NAMED = lazily(
    re.compile, r"^[A-Z].*\b(?:Universit(?:y|ies)|College|Institute|Society|Foundation|Licen[cs]e|Commons)\b"
)


@rule(
    "accuracy/untranslated",
    "major",
    when_target=LETTER,
    examples=[
        bad("TIN LIÊN QUAN", marks="TIN LIÊN QUAN", langs=("vi", "en")),
        bad("TIN DOC NHIEU", langs=("vi", "en")),
        bad(("Mức lương của giáo viên sẽ tăng.", "Mức lương của giáo viên sẽ tăng."), langs=("vi", "en")),
        bad(("Die Brücke bleibt gesperrt.", "Die Brücke bleibt gesperrt."), langs=("de", "en")),
        bad(("The museum opens at nine.", "The museum opens at nine."), langs=("en", "vi")),
        bad(
            "The captain is suspended. Hành khách được hoàn lại toàn bộ tiền vé.",
            marks="Hành khách được hoàn lại toàn bộ tiền vé.",
            langs=("vi", "en"),
        ),
        good("The motto is 'Uống nước nhớ nguồn'. It hangs over the gate.", langs=("vi", "en")),
        good(("Immer wieder sagte er: C'est la vie.", "C'est la vie, he kept saying."), langs=("de", "en")),
        good(("Il faut bien le faire.", "Il faut bien le faire."), langs=("en", "cs")),
        good(
            ("The key could not be found.", "Una clau a pas pogut èsser trobada dins lo fichièr."), langs=("en", "oc")
        ),
        good(("Khánh Minh |", "Khánh Minh |"), langs=("vi", "en")),
        good(("Hotel Adlon, Berlin", "Hotel Adlon, Berlin"), langs=("de", "en")),
        good(("Version 2.0", "Version 2.0"), langs=("de", "en")),
        good(("Software", "Software"), langs=("de", "en")),
        good("The dish is called bún chả, and everyone in Hanoi eats it.", langs=("vi", "en")),
        good(("Xem thêm", "Xem thêm"), langs=("vi", "en"), options={"allow": ("Xem thêm",)}),
    ],
)
def check(pair: Pair, *, allow: tuple[str, ...] = ()) -> Iterator[Found]:
    """Report targets in the source language. allow: texts that may stay as they are."""
    target = pair.target
    text = target.text.strip()
    if pair.source.base == target.base or text in allow or not target.prose:
        return
    if pair.bilingual and not pair.source.text.strip():
        return
    language = pair.source.base
    if not pair.bilingual and language != UNDETERMINED and (left := sentences_left(pair)):
        for span in left:
            yield Found(f"not translated: a sentence is still in {language_name(language)}", [span], language=language)
        return
    is_copy = pair.bilingual and _same(text, pair.source.text)
    if is_in_source_language(pair, is_copy):
        words = f"still in {language_name(language)}" if language != UNDETERMINED else "the same as the source"
        known = None if language == UNDETERMINED else language
        severity = _severity(target, text, language) if is_copy or _COMMAND.search(text) else None
        yield Found(f"not translated: the text is {words}", [target.whole], severity=severity, language=known)


def _severity(target: Text, text: str, language: str) -> Severity | None:
    """Labels of a word or two are often borrowed; commands (SKIP LOCKED) and names (csv) are left on purpose."""
    if base_language(language) == LENDER:
        is_name = text.isupper() or (len(target.prose) == 1 and text.islower())
        if is_name or _COMMAND.search(text) or _NAMED.search(text) or _is_technical(text):
            return Severity.NEUTRAL
    return Severity.MINOR if len(target.prose) <= _LABEL or text.isupper() else None


def _is_technical(text: str) -> bool:
    """Whether hardly a plain word stands beside what has digits or marks in it: test-output.%s, 8bpc GRAYA."""
    tokens = [token.strip(_AROUND) for token in text.split()]
    plain = sum(token.isalpha() for token in tokens)
    return plain < _LABEL and any(token and not token.isalpha() for token in tokens)


def _same(one: str, other: str) -> bool:
    """Whether two texts differ at most in case and white space."""
    if one[:1].casefold()[:1] != other.lstrip()[:1].casefold()[:1]:
        return False
    return one.casefold().split() == other.casefold().split()
