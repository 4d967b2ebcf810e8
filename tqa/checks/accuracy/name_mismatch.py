"""A name of the source is missing in the translation, or another stands in its place.

Why it matters: the wrong person, place or firm is the worst that a sentence can get wrong, and nothing in it
shows.

How to fix: write the name of the source, in the form the target language has for it. Names are compared by their
sound, so that inflection and transliteration are no errors; a form of another sound (Wien, Vienna) is known for large
places; others go into the option `names`.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqa.facts import Text
from tqa.language.exonyms import is_same_place
from tqa.language.foreign import CAPITAL_NOUNS
from tqa.language.proper import Name, bare, is_place
from tqa.language.proper import names as names_in
from tqa.language.sounds import Heard
from tqa.language.spelling import LANGUAGES
from tqa.language.support import Backing
from tqa.language.tags import UNDETERMINED, base_language
from tqa.language.traits import Trait
from tqa.language.writing import UNSPACED, scripts
from tqa.model import Span
from tqa.rule import Found, Pair, bad, good, rule

_NAMES_OF_SEVERAL = 2
# Languages whose names take so many endings, or are made of so common words, that one can't be told to be missing.
_GLUING = frozenset({"et", "eu", "fi", "hu", "tr", "vi"})
# Languages that have their own reading of names of half the world, as Vietnamese of Chinese ones.
_REREADING = frozenset({"vi"})


class _Stray(NamedTuple):
    """A name that the other side has not; `is_own`: nor has the dictionary, so that it can't be reworded."""

    name: Name
    is_own: bool


@rule(
    "accuracy/mistranslation",
    "minor",
    bilingual=True,
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
            ("Sie fuhr nach Bebra.", "She went to Sontra."), langs=("de", "en"), options={"names": ("Sontra", "Bebra")}
        ),
    ],
)
def check(pair: Pair, *, names: tuple[str, ...] = ()) -> Iterator[Found]:
    """Report names that one side has and the other hasn't. names: those to leave alone."""
    source, target = pair.source, pair.target
    if source.base == target.base or UNDETERMINED in (source.base, target.base):
        return
    added = list(_strays(target, source, names, pair))
    missing = list(_strays(source, target, names, pair))
    added, missing = _unpaired(pair, added, missing)
    if added and missing:
        # A place that the dictionary knows may be what a name it does not know means: Bohemia, Čechy.
        alike = [(theirs, ours) for theirs in added for ours in missing if theirs.is_own or not ours.is_own]
        if alike:
            yield _altered(pair, *alike[0])
        return
    for stray in added:
        if stray.is_own and _tells_alone(stray.name, source.language, target.base):
            text = _text(target, stray.name)
            yield Found(f"'{text}' isn't in the source", [target.span(*_place(stray.name))])
    if target.base not in LANGUAGES or source.base in _GLUING or _has_new_acronym(source, target):
        return
    is_rewritten = _differ(source.language, target.language) or source.base in CAPITAL_NOUNS
    for stray in missing:
        if stray.name.is_known or (stray.is_own and not is_rewritten):
            spans = [_near(pair, stray.name), source.span(*_place(stray.name))]
            yield Found(f"'{_text(source, stray.name)}' of the source is missing", spans)


def _strays(text: Text, other: Text, allowed: tuple[str, ...], pair: Pair) -> Iterator[_Stray]:
    found = list(names_in(text.text, text.words, text.base))
    if not found:
        return
    heard = Heard((word.text for word in other.words), _differ(text.language, other.language))
    backing: Backing | None = None
    for name in found:
        forms = [bare(word.text) for word in name.telling]
        if any(form in allowed or heard.has_written(form) for form in forms):
            continue
        if backing is None:
            is_target = text is pair.target
            backing = pair.backing if is_target else Backing(other.words, other.language, text.language)
        backed = [support.is_backed for support in backing.of(name.telling)]
        if not any(backed) and not any(map(heard.has, forms)):
            yield _Stray(name, False not in backed)


def _unpaired(pair: Pair, added: list[_Stray], missing: list[_Stray]) -> tuple[list[_Stray], list[_Stray]]:
    """The names without those that are a place's in either language."""
    if not (added and missing):
        return added, missing
    langs = pair.target.base, pair.source.base
    same = [
        (theirs, ours)
        for theirs in added
        for ours in missing
        if any(
            is_same_place(bare(one.text), langs[0], bare(other.text), langs[1])
            for one in theirs.name.words
            for other in ours.name.words
        )
    ]
    found = [stray for pairs in same for stray in pairs]
    return [stray for stray in added if stray not in found], [stray for stray in missing if stray not in found]


def _tells_alone(name: Name, source_lang: str, target_lang: str) -> bool:
    """Whether a name that only the target has is one too many, rather than one that the source writes another way."""
    if target_lang not in LANGUAGES or any(is_place(word.text) for word in name.words):
        return False
    if not UNSPACED.isdisjoint(scripts(source_lang)):
        return False
    is_sure = not _differ(source_lang, target_lang) and base_language(source_lang) not in _REREADING
    return is_sure or len(name.telling) >= _NAMES_OF_SEVERAL


def _altered(pair: Pair, added: _Stray, missing: _Stray) -> Found:
    """A name of the target that the source hasn't, with one of the source that the target hasn't."""
    ours, theirs = missing.name, added.name
    message = f"'{_text(pair.target, theirs)}' here, '{_text(pair.source, ours)}' in the source"
    return Found(message, [pair.target.span(*_place(theirs)), pair.source.span(*_place(ours))])


def _has_new_acronym(source: Text, target: Text) -> bool:
    """Whether the target has an acronym that the source hasn't, which may stand for a name (UK, EU)."""
    ours = {word.text for word in source.words if word.text.isupper()}
    return any(word.text.isupper() and len(word.text) > 1 and word.text not in ours for word in target.words)


def _near(pair: Pair, name: Name) -> Span:
    """The word of the target that stands about where the name of the source does."""
    words = pair.target.words
    share = name.words[0].start / max(len(pair.source.text), 1)
    word = min(words, key=lambda word: abs(word.start / max(len(pair.target.text), 1) - share))
    return pair.target.span(word.start, word.end)


@cache
def _differ(one_lang: str, other_lang: str) -> bool:
    return not scripts(one_lang) & scripts(other_lang)


def _place(name: Name) -> tuple[int, int]:
    return name.words[0].start, name.words[-1].end


def _text(text: Text, name: Name) -> str:
    start, end = _place(name)
    return text.text[start:end]
