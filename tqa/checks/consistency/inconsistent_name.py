"""A name is spelled in two ways.

Why it matters: "Zelensky" and "Zelenskyy" in one text, or "Trần Hưng Đạo" beside "Tran Hung Dao", look careless and
keep a search from finding all places.

How to fix: choose one spelling, best the one that the person or the style guide uses. Only spellings of one and the
same name of the source are compared, so that Philip and Phillip may both appear where the source has both.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from tqa.language.fold import fold
from tqa.language.lexicon import lexicon
from tqa.language.name_forms import are_spellings, names, parts, runs, skeleton
from tqa.language.tokens import Word
from tqa.language.traits import Trait
from tqa.model import Span
from tqa.rule import Found, Member, Pair, bad, good, rule


class Spelling(NamedTuple):
    """A name as the target spells it, where, and the source's form of it without its ending."""

    text: str
    start: int
    end: int
    source: str


# How much of the name a source word must share: the rest may be an ending.
_SHARED = 4
# Share of all words from which on a name is one of those that languages have forms of their own for (Commission).
_COMMON = 1e-5
# Languages whose names come as several short words.
_OF_SHORT_WORDS = frozenset(("vi",))


def gather(pair: Pair) -> Iterator[tuple[Hashable, Spelling]]:
    """Yield the names of the target that are in the source too, by what their spellings have in common."""
    of_short_words = pair.source.base in _OF_SHORT_WORDS
    for name, source in _from_runs(pair) if of_short_words else _from_words(pair):
        yield (pair.source.language, pair.target.language, skeleton(name.text)), Spelling(*name, source)


def _from_words(pair: Pair) -> Iterator[tuple[Word, str]]:
    found = list(names(pair.target.text, pair.target.prose))
    if not found:
        return
    in_source = {skeleton(word.text): word.text for word in _capitalised(pair)}
    known, ours = lexicon(pair.source.base), lexicon(pair.target.base)
    for name in found:
        key = skeleton(name.text)
        source = in_source.get(key) or _inflected(key, in_source)
        if source is None:
            continue
        is_rare = known is None or known.frequency(source.lower()) < _COMMON
        # Those who are in the news are common in one language, not in the other.
        if is_rare or (ours is not None and ours.frequency(name.text.lower()) < _COMMON):
            yield name, source


def _from_runs(pair: Pair) -> Iterator[tuple[Word, str]]:
    found = [run for run in runs(pair.target.text, pair.target.prose) if len(run) > 1]
    if not found:
        return
    in_source: dict[str, str] = {}
    for run in runs(pair.source.text, pair.source.prose):
        in_source |= {key: part.text for key, part in parts(pair.source.text, run)}
    for run in found:
        name, source = next(
            ((part, in_source[key]) for key, part in parts(pair.target.text, run) if key in in_source), (None, "")
        )
        if name is not None:
            yield name, source


def _capitalised(pair: Pair) -> Iterator[Word]:
    return (word for word in pair.source.words if word.text[0].isupper() or not word.text.isascii())


def _inflected(key: str, in_source: dict[str, str]) -> str | None:
    """The source's word that differs from the name by its ending alone, without that ending."""
    for other, text in in_source.items():
        if len(other) >= _SHARED and (
            other.startswith(key[: max(_SHARED, len(key) - 2)]) and abs(len(other) - len(key)) <= 3
        ):
            return text[: len(key)]
    return None


@rule(
    "terminology/inconsistent-use",
    "minor",
    gather=gather,
    bilingual=True,
    when_target=Trait.UPPER,
    yields_to=("name-diacritics",),
    examples=[
        bad(
            ("Зеленський приїхав.", "Then Zelensky came."),
            ("Зеленський поїхав.", "Yesterday Zelenskyy left."),
            ("Зеленський мовчав.", "President Zelensky kept silent."),
            marks="Zelenskyy",
            suggestion="Zelensky",
            langs=("uk", "en"),
        ),
        bad(
            ("Тарасевский приехал утром.", "In the morning Tarasevsky arrived."),
            ("Вечером Тарасевский уехал.", "In the evening Tarasevskyy left."),
            ("Репортёры ждали: Тарасевский молчал.", "Reporters waited, but Tarasevsky said nothing."),
            marks="Tarasevskyy",
            suggestion="Tarasevsky",
            langs=("ru", "en"),
        ),
        bad(
            ("Ông Trần Quốc Bảo vào sân.", "Then Trần Quốc Bảo came on."),
            ("Trận này Trần Quốc Bảo ghi hai bàn.", "In this match Tran Quoc Bao scored twice."),
            marks="Tran Quoc Bao",
            langs=("vi", "en"),
        ),
        good(
            ("Philip Mertens spricht.", "Here Philip Mertens speaks."),
            ("Phillip Mertens singt.", "Here Phillip Mertens sings."),
            langs=("de", "en"),
        ),
        good(
            ("Dort wohnt Müller.", "That is where Müller lives."),
            ("Dort wohnt Muller.", "That is where Muller lives."),
            langs=("de", "en"),
        ),
    ],
)
def check(group: Sequence[Member[Spelling]]) -> Iterator[Found]:
    """Report the spellings of a name other than the most frequent one."""
    by_source: defaultdict[str, list[Member[Spelling]]] = defaultdict(list)
    for member in group:
        by_source[member.value.source.lower()].append(member)
    for members in by_source.values():
        counts = Counter(member.value.text for member in members)
        if len({text.lower() for text in counts}) < 2:
            continue
        # Of two alike the one with its marks stands, then the earlier one.
        main = max(counts, key=lambda text: (counts[text], fold(text) != text))
        summary = ", ".join(f"'{text}' {count}×" for text, count in counts.most_common())
        for member in members:
            text, start, end, source = member.value
            if text.lower() != main.lower() and are_spellings(text, main, member.segment.target_lang):
                message = f"'{source}' is spelled in several ways: {summary}"
                yield Found(message, [Span("target", start, end)], main, segment=member.segment)
