"""The translation is in another language than the one it is meant for.

Why it matters: Ukrainian among Russian strings, Norwegian in a Danish file or English where a model left its role
look right to whoever doesn't read the language, and reach those who do.

How to fix: put the translation into the right language, or correct the language that the file names. Names, short
texts, and quotations that stand in the source as they do here aren't reported; text that stayed in the source
language is reported by `untranslated`. Related languages share whole sentences: these are reported where most of the
file is in the other language, and one odd word is but a hint where most isn't.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from tqa.facts import Text
from tqa.language.names import language_name
from tqa.language.rivals import Other, Reading, are_alike, are_related, has_relatives, read
from tqa.language.tags import UNDETERMINED
from tqa.language.traits import LETTER
from tqa.model import Severity
from tqa.rule import Found, Member, Pair, bad, good, rule

# From how many words and how much confidence on it is a serious matter.
_MANY, _SURE = 5, 0.995
_LABEL = 7
_STOPS = (".", "!", "?", "…")
# Share of the words of a quotation that the source has, too.
_QUOTED = 0.6
# How many segments of a file, and what share of them, show that the file is in another language, and that one in it
# is no stray; so many show that the file isn't, if no greater share of them has a word of the other one.
_FEW_SEGMENTS, _MOSTLY, _PARTLY, _ENOUGH_SEGMENTS, _HARDLY = 5, 0.5, 0.2, 20, 0.1


def gather(pair: Pair) -> Iterator[tuple[Hashable, Reading]]:
    """Yield by file and language what the target says of its language."""
    target = pair.target
    if UNDETERMINED in (target.base, pair.source.base) and not pair.bilingual:
        return  # a line of a page whose languages aren't known
    reading = read(target.text, target.prose, target.language)
    if reading is None:
        return
    other = reading.other
    if other is not None and (_is_of_source(pair, other) or _is_quotation(pair.source, target)):
        other = None
    if other is not None or has_relatives(target.base):
        yield (pair.segment.location.file, target.language), Reading(other, reading.is_own)


@rule(
    "accuracy/untranslated",
    "minor",
    gather=gather,
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
def check(group: Sequence[Member[Reading]]) -> Iterator[Found]:
    """Report targets that are sure to be in another language, and those that may be if most of the file is."""
    tag = group[0].segment.target_lang
    spoken = Counter(member.value.other.language for member in group if member.value.other is not None)
    if not spoken:
        return
    most, count = spoken.most_common(1)[0]
    is_most = count >= max(_FEW_SEGMENTS, _MOSTLY * len(group)) and are_related(tag, most)
    is_stray = len(group) >= _ENOUGH_SEGMENTS and spoken.total() < _HARDLY * len(group)
    for member in group:
        other = member.value.other
        if other is not None:
            is_one_of_many = spoken[other.language] >= max(_FEW_SEGMENTS, _PARTLY * len(group))
            is_label = other.words < _LABEL and not member.segment.target.rstrip().endswith(_STOPS)
            severity = None if is_one_of_many else _doubted(tag, other, is_label, is_stray)
            if severity is None and _is_sure(other):
                severity = Severity.MAJOR
            message = f"the text is {language_name(other.language)} and should be {language_name(tag)}"
            yield _found(member, message, other.language, severity)
        elif is_most and not member.value.is_own:
            message = (
                f"the text may be {language_name(most)}, as most of the file is, and should be {language_name(tag)}"
            )
            yield _found(member, message, most, None)


def _found(member: Member[Reading], message: str, language: str, severity: Severity | None) -> Found:
    whole = Text(member.segment.target, member.segment.target_lang, "target").whole
    return Found(message, [whole], severity=severity, language=language, segment=member.segment)


def _doubted(tag: str, other: Other, is_label: bool, is_stray: bool) -> Severity | None:
    """Related languages share whole labels, and a word of the other gets into any file: no more than a hint then."""
    is_odd = is_stray and not _is_sure(other) and are_alike(tag, other.language)
    return Severity.NEUTRAL if is_odd or (is_label and are_related(tag, other.language)) else None


def _is_of_source(pair: Pair, other: Other) -> bool:
    """Whether the text stayed in the source's language, which another rule reports."""
    if other.language == pair.source.base:
        return True
    return not pair.bilingual and pair.target_guess.language == pair.segment.source_lang


def _is_sure(other: Other) -> bool:
    return other.words >= _MANY and other.confidence >= _SURE


def _is_quotation(source: Text, target: Text) -> bool:
    """Whether most of the words stand in the source, too."""
    words = target.lower_words
    return len(words & source.lower_words) > _QUOTED * len(words)
