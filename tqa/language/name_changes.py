"""Where a translation has other names than its source."""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from tqa.language.foreign import CAPITAL_NOUNS
from tqa.language.lexicon import lexicon
from tqa.language.proper import bare
from tqa.language.sounds import may_be_one
from tqa.language.spelling import LANGUAGES
from tqa.language.strays import Kind, Side, Stray, may_differ, open_capitals, strays
from tqa.language.support import romanised
from tqa.language.tags import UNDETERMINED

_SEVERAL, _SHORTEST = 2, 4
# Texts of fewer words may be labels, whose words have capitals whatever they are.
_SENTENCE = 6
_SHORT_FORM = re.compile(r"\b([A-Z][a-z]{1,4})\.")
_GERMAN = frozenset("äöüßÄÖÜ")
# A word longer than this, in these languages, is several, whose blanks are lost: names aren't found in it.
_RUN_TOGETHER = 30
_SPACED = frozenset({"ar", "fa", "ur", "he"})
# Languages whose names take so many endings, or are made of so common words, that one can't be told to be missing.
_GLUING = frozenset({"et", "eu", "fi", "hu", "tr", "vi"})
# Languages in which a word that no dictionary has may be a rare case of any other.
_INFLECTING = frozenset({"be", "bg", "cs", "el", "hr", "is", "mk", "pl", "ro", "ru", "sk", "sl", "uk"})
_CASE = 3
# Languages in Latin letters that write foreign names as they hear them: Vilobija, Tramp.
_BY_EAR = frozenset({"az", "eo", "kk", "lt", "lv", "sq", "sr", "tk", "uz"})
# Languages that have their own reading of names of half the world, as Vietnamese of Chinese ones.
_REREADING = frozenset({"vi"})


class Change(NamedTuple):
    """A name `old` of the source that the target hasn't, a `new` one that the source hasn't, or one for the other."""

    old: Stray | None
    new: Stray | None


def changes(source: Side, target: Side, allowed: Sequence[str]) -> Iterator[Change]:
    """Yield the names that only one of two texts has, other than the `allowed`.

    A name alone is only told where the target is English, in which a dictionary tells names from other words.
    """
    if not _is_comparable(source, target) or not may_differ(source, target):
        return
    added = list(strays(target, source, allowed))
    if not added and target.base not in LANGUAGES:
        return
    missing = list(strays(source, target, allowed))
    pairs = list(product(added, missing))
    for new, old in pairs:
        if _may_replace(new, old) and not (_may_be_read_anew(source, target) and not (new.text + old.text).isascii()):
            yield Change(old, new)
            return
    if target.base in LANGUAGES and len(target.words) >= _SENTENCE:
        explained = {name for both in pairs if may_be_one(both[0].telling, both[1].telling) for name in both}
        yield from (Change(None, new) for new in added if new not in explained and _is_new(new, source))
        yield from (Change(old, None) for old in missing if old not in explained and _is_lost(old, source, target))


def _is_comparable(source: Side, target: Side) -> bool:
    bases = {source.base, target.base}
    if len(bases) == 1 or UNDETERMINED in bases or not bases.isdisjoint(_BY_EAR):
        return False
    return source.base not in _SPACED or all(len(word.text) <= _RUN_TOGETHER for word in source.words)


def _may_replace(new: Stray, old: Stray) -> bool:
    """Whether `new` may stand in the target where the source has `old`.

    A word that the dictionary knows may be what a name that it doesn't know means: Bohemia, Čechy.
    """
    if Kind.PEOPLE <= new.kind <= Kind.PLACE and Kind.PEOPLE <= old.kind <= Kind.PLACE:
        return True
    is_told = min(new.kind, Kind.PLACE) >= min(old.kind, Kind.PLACE)
    return is_told and not may_be_one(new.telling, old.telling)


def _may_be_read_anew(source: Side, target: Side) -> bool:
    """Whether the languages may read the same characters each in its own way: Quảng Châu, Guangzhou."""
    return not _REREADING.isdisjoint((source.base, target.base))


def _is_new(stray: Stray, source: Side) -> bool:
    """Whether a name that only the target has is one too many, rather than one that the source writes another way."""
    if (stray.kind is Kind.KNOWN and not stray.is_listed) or len(stray.text) < _SHORTEST or "-" in stray.text:
        return False
    if stray.kind is Kind.PEOPLE:
        # An acronym of the source may stand for a country, as FYROM.
        is_short = any(len(word.text) > 1 and word.text.isupper() for word in source.words)
        return not is_short and source.base not in _GLUING
    return source.base not in _REREADING or (len(stray.telling) >= _SEVERAL and stray.text.isascii())


def _is_lost(stray: Stray, source: Side, target: Side) -> bool:
    """Whether a name that only the source has is one, and the target has no other word for it."""
    if source.base in _GLUING or _is_shortened(stray.telling, target.text):
        return False
    if not stray.is_listed and stray.kind is not Kind.PLACE:
        # A letter that German hasn't shows what is no German noun.
        is_foreign = any(letter > "z" and letter not in _GERMAN for name in stray.telling for letter in name)
        if source.base in _INFLECTING and not any(map(_is_met_in_english, stray.telling)):
            return False
        if stray.kind is not Kind.OWN or (source.base in CAPITAL_NOUNS and not is_foreign):
            return False
    if stray.is_listed and len(stray.telling) >= _SEVERAL:
        return True
    return not any(_may_be(stray, bare(word.text)) for word in open_capitals(target, source))


def _is_met_in_english(name: str) -> bool:
    """Whether English texts have a name, in whatever case it stands here."""
    english = lexicon("en")
    form = romanised(name)
    ends = range(max(len(form) - _CASE, _SHORTEST), len(form) + 1)
    return english is not None and any(english.frequency(form[:end]) for end in ends)


def _may_be(stray: Stray, capital: str) -> bool:
    """Whether a word with a capital, that nothing in the source accounts for, may be another word for a name."""
    if not capital.isupper():
        return stray.kind is not Kind.PLACE
    return stray.kind is Kind.PLACE or romanised(capital)[:1] == romanised(stray.telling[0])[:1]


def _is_shortened(names: Sequence[str], text: str) -> bool:
    """Whether a text has a short form of a name, as English ones have of their states: La. for Louisiana."""
    for short in _SHORT_FORM.findall(text):
        for name in names:
            rest = iter(romanised(name))
            if name[0] == short[0] and all(letter in rest for letter in short.lower()):
                return True
    return False
