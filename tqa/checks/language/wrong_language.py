"""The translation is in another language than the one it is meant for.

Why it matters: Ukrainian among Russian strings, Norwegian in a Danish file or English where a model left its role
look right to whoever doesn't read the language, and reach those who do.

How to fix: put the translation into the right language, or correct the language that the file names. Names, short
texts, and quotations that stand in the source as they do here aren't reported; text that stayed in the source
language is reported by `untranslated`.
"""

from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.names import language_name
from tqa.language.rivals import Other, are_related, other_language
from tqa.language.tags import UNDETERMINED
from tqa.language.traits import LETTER
from tqa.model import Severity
from tqa.rule import Found, Pair, bad, good, rule

# From how many words and how much confidence on it is a serious matter.
_MANY, _SURE = 5, 0.995
_LABEL = 7
# Share of the words of a quotation that the source has, too.
_QUOTED = 0.6


@rule(
    "accuracy/untranslated",
    "minor",
    when_target=LETTER,
    yields_to=("untranslated", "diacritic-loss", "wrong-script"),
    examples=[
        bad(("The shop is closed today.", "Сьогодні магазин зачинений через державне свято."), langs=("en", "ru")),
        bad(("The shop is closed today.", "Сегодня магазин почему-то закрыт."), langs=("en", "uk")),
        bad(("We were there when it began.", "Byli jsme tam, když to začalo."), langs=("en", "sk")),
        bad(("I don't know what to say.", "Jeg vet ikke hva jeg skal si."), langs=("en", "da")),
        bad(("Save your changes first.", "Guarde antes los cambios que ha hecho."), langs=("en", "pt")),
        bad(("Die Tür ist zu.", "I'm sorry, but I can't help with that."), langs=("de", "fr")),
        bad(("The mayor opened the bridge.", "市长昨天为城市北部的新桥举行了开幕仪式。"), langs=("en", "ja")),
        good(("The shop is closed today.", "Сегодня магазин закрыт."), langs=("en", "ru")),
        good(("I don't know what to say.", "Jeg ved ikke, hvad jeg skal sige."), langs=("en", "da")),
        good(("He said: C'est la vie, mon ami.", "C'est la vie, mon ami, he said."), langs=("en", "de")),
        good(("Hotel Adlon, Berlin", "Hotel Adlon, Berlin"), langs=("en", "cs")),
        good(("Il faut bien le faire.", "Il faut bien le faire."), langs=("en", "cs")),
        good(("The council meets in March.", "Hoi dong nhan dan hop vao thang ba."), langs=("en", "vi")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report targets that are sure to be in another language."""
    target = pair.target
    if UNDETERMINED in (target.base, pair.source.base) and not pair.bilingual:
        return  # a line of a page whose languages aren't known
    other = other_language(target.text, target.prose, target.language)
    if other is None or other.language == pair.source.base or _is_quotation(pair.source, target):
        return
    if not pair.bilingual and pair.target_guess.language == pair.segment.source_lang:
        return
    name, meant = language_name(other.language), language_name(target.language)
    message = f"the text is {name} and should be {meant}"
    if other.words < _LABEL and are_related(pair.target.language, other.language):
        severity: Severity | None = Severity.NEUTRAL  # related languages share whole labels
    else:
        severity = Severity.MAJOR if _is_sure(other) else None
    yield Found(message, [target.whole], severity=severity, language=other.language)


def _is_sure(other: Other) -> bool:
    return other.words >= _MANY and other.confidence >= _SURE


def _is_quotation(source: Text, target: Text) -> bool:
    """Whether most of the words stand in the source, too."""
    words = target.lower_words
    return len(words & source.lower_words) > _QUOTED * len(words)
