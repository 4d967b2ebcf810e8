"""A name of the source is missing in the translation, or another stands in its place.

Why it matters: the wrong person, place or firm is the worst that a sentence can get wrong, and nothing in it
shows.

How to fix: write the name of the source, in the form the target language has for it. Names are compared by their
sound, so that inflection and transliteration are no errors; a form of another sound (Wien, Vienna) is known for large
places; others go into the option `names`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from tqa.facts import Text
from tqa.language.fold import lower
from tqa.language.foreign import CAPITAL_NOUNS
from tqa.language.proper import bare
from tqa.language.sounds import may_be_one
from tqa.language.spelling import LANGUAGES
from tqa.language.strays import Kind, Side, Stray, may_differ, open_capitals, strays
from tqa.language.support import romanised
from tqa.language.tags import UNDETERMINED
from tqa.language.tokens import Word
from tqa.language.traits import Trait
from tqa.model import Span
from tqa.rule import Found, Pair, bad, good, rule

_NAMES_OF_SEVERAL, _SHORTEST = 2, 4
_SHORT_FORM = re.compile(r"\b([A-Z][a-z]{1,4})\.")
_GERMAN = frozenset("äöüßÄÖÜ")
# A word longer than this is several, whose blanks are lost: names aren't found in it.
_RUN_TOGETHER = 30
_SPACED = frozenset({"ar", "fa", "ur", "he"})
# Languages whose names take so many endings, or are made of so common words, that one can't be told to be missing.
_GLUING = frozenset({"et", "eu", "fi", "hu", "tr", "vi"})
# Languages that have their own reading of names of half the world, as Vietnamese of Chinese ones.
_REREADING = frozenset({"vi"})


@rule(
    "accuracy/mistranslation",
    "minor",
    bilingual=True,
    # Of what it says of sound texts, under half is so: see docs/rules.md.
    preview=True,
    when_target=Trait.UPPER,
    yields_to=("untranslated", "shuffled-translation", "scrambled", "diacritic-loss"),
    examples=[
        bad(
            ("Gestern sprach Angela Merkel mit den Bürgern.", "Yesterday Noam Chomsky spoke to the citizens."),
            marks="Noam Chomsky",
            langs=("de", "en"),
        ),
        bad(
            (
                "Le groupe Zelnotek a racheté une usine près de la ville.",
                "The group has bought a factory near the city.",
            ),
            langs=("fr", "en"),
        ),
        bad(("Ieri Renzi ha visto gli operai.", "Yesterday Oliver Dauden saw the workers."), langs=("it", "en")),
        good(
            ("Gestern sprach Angela Merkel mit den Bürgern.", "Yesterday Angela Merkel spoke to the citizens."),
            langs=("de", "en"),
        ),
        good(("Вчера Путин встретил рабочих.", "Yesterday Vladimir Putin met the workers."), langs=("ru", "en")),
        good(("Widziałem Jana Kowalskiego w Warszawie.", "I saw Jan Kowalski in Warsaw."), langs=("pl", "en")),
        good(("Der Bundestag tagte.", "The German parliament met."), langs=("de", "en")),
        good(
            ("Die Polizei in Louisiana sucht Zeugen.", "Police in Lafayette, La., are looking for witnesses."),
            langs=("de", "en"),
            options={"names": ("Lafayette",)},
        ),
        good(
            ("Sie fuhr nach Bebra.", "She went to Sontra."), langs=("de", "en"), options={"names": ("Sontra", "Bebra")}
        ),
    ],
)
def check(pair: Pair, *, names: tuple[str, ...] = ()) -> Iterator[Found]:
    """Report names that one side has and the other hasn't. names: those to leave alone."""
    source, target = pair.source, pair.target
    if source.base == target.base or UNDETERMINED in (source.base, target.base):
        return
    if source.base in _SPACED and any(len(word.text) > _RUN_TOGETHER for word in source.words):
        return
    ours = Side(source.text, source.words, source.language, target.language, lambda: pair.backing)
    theirs = Side(target.text, target.words, target.language, source.language)
    if not may_differ(ours, theirs):
        return
    added = list(strays(theirs, ours, names))
    if not added and target.base not in LANGUAGES:
        return
    missing = list(strays(ours, theirs, names))
    pairs = list(product(added, missing))
    for new, old in pairs:
        if _may_replace(new, old) and not _may_be_reread(pair, new, old):
            yield _altered(pair, new, old)
            return
    explained = {name for both in pairs if may_be_one(both[0].telling, both[1].telling) for name in both}
    if target.base not in LANGUAGES:
        return
    for stray in added:
        if stray not in explained and _tells_alone(
            stray, _text(target, stray), source.base, any(map(_is_acronym, source.words))
        ):
            yield Found(f"'{_text(target, stray)}' isn't in the source", [target.span(stray.start, stray.end)])
    if source.base in _GLUING:
        return
    for stray in missing:
        if stray in explained or _is_shortened(stray.telling, target.text):
            continue
        if _is_missed(stray, source.base) and not _may_be_open(stray, theirs, ours):
            spans = [_near(pair, stray), source.span(stray.start, stray.end)]
            yield Found(f"'{_text(source, stray)}' of the source is missing", spans)


def _is_missed(stray: Stray, source_lang: str) -> bool:
    """Whether a word of the source is a name for certain."""
    if stray.is_listed or stray.kind is Kind.PLACE:
        return True
    # A letter that German hasn't shows what is no German noun.
    is_foreign = any(letter > "z" and letter not in _GERMAN for name in stray.telling for letter in name)
    return stray.kind is Kind.OWN and (is_foreign or source_lang not in CAPITAL_NOUNS)


def _may_be_open(stray: Stray, target: Side, source: Side) -> bool:
    """Whether a capital in the target, that nothing in the source accounts for, may be another word for the name."""
    if stray.is_listed and len(stray.telling) >= _NAMES_OF_SEVERAL:
        return False
    is_place = stray.kind is Kind.PLACE
    for word in open_capitals(target, source):
        form = bare(word.text)
        if (is_place or romanised(form)[:1] == romanised(stray.telling[0])[:1]) if form.isupper() else not is_place:
            return True
    return False


def _may_replace(new: Stray, old: Stray) -> bool:
    """Whether `new` may stand in the target where the source has `old`.

    A word that the dictionary knows may be what a name that it doesn't know means: Bohemia, Čechy.
    """
    if Kind.PEOPLE <= new.kind <= Kind.PLACE and Kind.PEOPLE <= old.kind <= Kind.PLACE:
        return True
    is_told = min(new.kind, Kind.PLACE) >= min(old.kind, Kind.PLACE)
    return is_told and not may_be_one(new.telling, old.telling)


def _may_be_reread(pair: Pair, new: Stray, old: Stray) -> bool:
    """Whether two names may be readings of the same characters: Quảng Châu, Guangzhou."""
    if _REREADING.isdisjoint((pair.source.base, pair.target.base)):
        return False
    return not (_text(pair.target, new).isascii() and _text(pair.source, old).isascii())


def _is_shortened(names: Sequence[str], text: str) -> bool:
    """Whether a text has a short form of a name, as English ones have of their states: La. for Louisiana."""
    for short in _SHORT_FORM.findall(text):
        for name in names:
            rest = iter(romanised(name))
            if name[0] == short[0] and all(letter in rest for letter in short.lower()):
                return True
    return False


def _is_acronym(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isupper()


def _tells_alone(stray: Stray, name: str, source_lang: str, has_acronym: bool) -> bool:
    """Whether a name that only the target has is one too many, rather than one that the source writes another way."""
    if stray.kind is Kind.KNOWN and not stray.is_listed:
        return False
    if stray.kind is Kind.PEOPLE and (has_acronym or source_lang in _GLUING):
        return False
    if len(name) < _SHORTEST or "-" in name:
        return False
    return source_lang not in _REREADING or (len(stray.telling) >= _NAMES_OF_SEVERAL and name.isascii())


def _altered(pair: Pair, new: Stray, old: Stray) -> Found:
    """A name of the target that the source hasn't, with one of the source that the target hasn't."""
    message = f"'{_text(pair.target, new)}' here, '{_text(pair.source, old)}' in the source"
    return Found(message, [pair.target.span(new.start, new.end), pair.source.span(old.start, old.end)])


def _near(pair: Pair, stray: Stray) -> Span:
    """The word of the target that stands about where the name of the source does; one that may be in its place."""
    target, ours = pair.target, pair.source.lower_words
    new = [word for word in target.words if word.text[0].isupper() and word.start and lower(word.text) not in ours]
    share = stray.start / max(len(pair.source.text), 1)
    word = min(
        new or target.words,
        key=lambda word: abs(word.start / max(len(target.text), 1) - share),
    )
    return target.span(word.start, word.end)


def _text(text: Text, stray: Stray) -> str:
    return text.text[stray.start : stray.end]
