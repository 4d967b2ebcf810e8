"""The translation is missing: the text is still in the source language.

Why it matters: a heading or sentence that stayed in the source language can't be read by those whom the translation is
for, and every check of structure passes it.

How to fix: translate it. What may stay the same (names, numbers, codes, words that both languages have) isn't reported;
further texts go into the option `allow`.
"""

import re
from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.identify import identify, identify_any
from tqa.language.lazy import lazily
from tqa.language.leftovers import JOINING, LENDER
from tqa.language.lexicon import lexicon
from tqa.language.names import language_name
from tqa.language.tags import UNDETERMINED, base_language
from tqa.language.traits import LETTER, Trait
from tqa.model import Severity, Span
from tqa.rule import Found, Pair, bad, good, rule

_SURE = 0.9
# A translation that merely looks like the source language needs more: quotations and names in it look so too.
_VERY_SURE = 0.97
_LONG = 4
_LABEL = 2
_AROUND = "()[]\"'“”‘’.,:;!?…_&"
_SENTENCE = lazily(re.compile, r"\s*([^.!?…。！？]+(?:[.!?…。！？]+(?!\s|$)[^.!?…。！？]*)*[.!?…。！？]*[\"'”’)»]*)")
_QUOTED = re.compile('["“”«»„「」『』]')
# A command line with its arguments (git log [<options>]), or a formula (sin^p).
_COMMAND = lazily(re.compile, r"^[a-z][\w (-]*(?:\[|<[\w-]+>|--\w|\|)|\w\^\w|\( ?[\w.]+ ?[<>=] ?[\w.]+ ?\)")
# A name that keeps its language: of a licence, a school, a society.
_NAMED = lazily(
    re.compile, r"^[A-Z].*\b(?:Universit(?:y|ies)|College|Institute|Society|Foundation|Licen[cs]e|Commons)\b"
)
# Share of all words from which on a word is one of the language, not a foreign one that its texts quote.
_COMMON = 1e-6


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
    if not pair.bilingual and language != UNDETERMINED and (left := _sentences_left(pair)):
        for span in left:
            yield Found(f"not translated: a sentence is still in {language_name(language)}", [span], language=language)
        return
    is_copy = pair.bilingual and _same(text, pair.source.text)
    if _is_in_source_language(pair, is_copy):
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


def _is_in_source_language(pair: Pair, is_copy: bool) -> bool:
    if UNDETERMINED in (pair.source.base, pair.target.base):
        return is_copy and _lower_words(pair.target) >= _LONG
    if pair.bilingual and not is_copy and not _could_be_left(pair):
        return False
    guess = pair.target_guess
    if guess.language != pair.segment.source_lang:
        return False
    if is_copy:
        # A quotation in a third language stays as it is in either.
        language = identify_any(pair.target.text).language
        is_own = language is None or base_language(language) == pair.source.base
        return is_own and guess.confidence >= _SURE and not _is_shared(pair.target)
    if pair.bilingual:
        # Terms that a language borrowed from English read as English; what joins them doesn't.
        is_prose = pair.source.base != LENDER or not JOINING.isdisjoint(pair.target.lower_words)
        return is_prose and guess.confidence >= _VERY_SURE and _lower_words(pair.target) >= _LONG
    return guess.confidence >= _SURE


def _sentences_left(pair: Pair) -> list[Span]:
    """The sentences that stayed in the source language, where others are translated; a quotation may stay."""
    left: list[Span] = []
    is_translated = False
    target_lang = pair.target.base
    for match in _SENTENCE.finditer(pair.target.text):
        sentence = Text(match[1].rstrip(), pair.target.language, "target")
        if not sentence.prose or _QUOTED.search(sentence.text):
            continue
        if _reads_as(sentence, target_lang):
            is_translated = True
        elif len(sentence.prose) >= _LONG or sentence.traits & Trait.UNCASED:
            guess = identify(sentence.text, (pair.segment.source_lang, pair.segment.target_lang))
            if guess.language == pair.segment.source_lang and guess.confidence >= _VERY_SURE:
                left.append(pair.target.span(match.start(1), match.start(1) + len(sentence.text)))
    return left if is_translated else []


def _could_be_left(pair: Pair) -> bool:
    """Whether the target's words look like the source language's: a cheap way past the identification of sound text."""
    if lexicon(pair.target.base) is None:
        # Texts in a language of which nothing is known look like those of the nearest that is.
        return _reads_as(pair.target, pair.source.base)
    return not _reads_as(pair.target, pair.target.base)


def _reads_as(text: Text, language: str) -> bool:
    """Whether most words are words of the language; no, where none of its words are known."""
    known = lexicon(language)
    if known is None:
        return False
    words = text.lower_words
    return 3 * known.count(words, _COMMON) > 2 * len(words)


def _lower_words(text: Text) -> int:
    return sum(word.text.islower() for word in text.prose)


def _is_shared(target: Text) -> bool:
    """Whether a single word is one of the target language too."""
    known = lexicon(target.base)
    return len(target.prose) == 1 and known is not None and known.frequency(target.prose[0].text.lower()) > 0
