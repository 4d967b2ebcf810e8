"""A name of the source is missing in the translation, or another stands in its place.

Why it matters: the wrong person, place or firm is the worst that a sentence can get wrong, and nothing in it
shows.

How to fix: write the name of the source, in the form the target language has for it. Names are compared by their
sound, so that inflection and transliteration are no errors; a form of another sound (Wien, Vienna) is known for large
places; others go into the option `names`.
"""

from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.fold import lower
from tqa.language.name_changes import changes
from tqa.language.strays import Side, Stray
from tqa.language.traits import Trait
from tqa.model import Span
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "accuracy/mistranslation",
    "minor",
    bilingual=True,
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
    ours = Side(source.text, source.words, source.language, target.language, lambda: pair.backing)
    theirs = Side(target.text, target.words, target.language, source.language)
    for old, new in changes(ours, theirs, names):
        if _has_lost_marks(source, old) or _has_lost_marks(target, new):  # "Cechach" for Čechách, Bohemia
            continue
        if new is None and old is not None:
            spans = [_near(pair, old), source.span(old.start, old.end)]
            yield Found(f"'{old.text}' of the source is missing", spans)
        elif new is not None and old is None:
            yield Found(f"'{new.text}' isn't in the source", [target.span(new.start, new.end)])
        elif new is not None and old is not None:
            spans = [target.span(new.start, new.end), source.span(old.start, old.end)]
            yield Found(f"'{new.text}' here, '{old.text}' in the source", spans)


def _has_lost_marks(text: Text, name: Stray | None) -> bool:
    return name is not None and text.loss is not None and text.loss.start < name.end and name.start < text.loss.end


def _near(pair: Pair, stray: Stray) -> Span:
    """The word of the target that stands about where the name of the source does; one that may be in its place."""
    target, ours = pair.target, pair.source.lower_words
    new = [word for word in target.words if word.text[0].isupper() and word.start and lower(word.text) not in ours]
    share = stray.start / max(len(pair.source.text), 1)
    word = min(new or target.words, key=lambda word: abs(word.start / max(len(target.text), 1) - share))
    return target.span(word.start, word.end)
