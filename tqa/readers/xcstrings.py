"""Xcode's string catalogues: all languages in one JSON file, with plural, device and other variations.

A segment's id is the key, with the variation after a dot. What isn't to be translated, and what the sources no longer
have (`stale`), isn't read. With a target language named only that language is.
"""

from collections.abc import Iterator

from tqa.errors import ReadError
from tqa.language.tags import UNDETERMINED, base_language
from tqa.model import Location, Problem, Segment
from tqa.readers.json import JsonScanner, pieces, quote
from tqa.readers.pieces import Codec
from tqa.readers.reader import Reader, Settings, bounded, tag_or
from tqa.readers.source import Input
from tqa.readers.tree import CATEGORIES, Leaf

_STALE = "stale"
_UNIT = ("stringUnit", "value")

# By language and variation.
_Values = dict[tuple[str, tuple[str, ...]], Leaf]


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the translations, key by key; raises `ReadError` for what isn't JSON, after what stands before."""
    source = ""
    strings: dict[str, list[Leaf]] = {}
    trouble: ReadError | None = None
    text = entry.text()
    try:
        for leaf in JsonScanner(text, entry.name).leaves():
            if leaf.path == ("sourceLanguage",):
                source = leaf.text or ""
            elif leaf.path[:1] == ("strings",) and len(leaf.path) > 2:
                strings.setdefault(leaf.path[1], []).append(leaf)
    except ReadError as error:
        trouble = error
    wanted = base_language(settings.target_lang)
    untranslated = _not_to_translate(text)
    for key, leaves in strings.items():
        if key in untranslated or any(leaf.path[2:] == ("extractionState",) and leaf.text == _STALE for leaf in leaves):
            continue
        for segment in _segments(key, leaves, source, entry.name):
            if wanted == UNDETERMINED or base_language(segment.target_lang) == wanted:
                yield segment
    if trouble is not None:
        raise trouble


def _not_to_translate(text: str) -> frozenset[str]:
    """The keys with `shouldTranslate` false, which is no text and so no leaf."""
    import json

    if '"shouldTranslate"' not in text:
        return frozenset()
    try:
        strings = json.loads(text).get("strings", {})
        return frozenset(key for key, value in strings.items() if value.get("shouldTranslate") is False)
    except (ValueError, AttributeError, RecursionError):
        return frozenset()


def _segments(key: str, leaves: list[Leaf], source: str, file: str) -> Iterator[Segment]:
    values: _Values = {}
    states: dict[tuple[str, tuple[str, ...]], str] = {}
    note = None
    for leaf in leaves:
        if leaf.path[2:] == ("comment",):
            note = leaf.text
        elif leaf.path[2:3] == ("localizations",) and len(leaf.path) > 5:
            language, variation = leaf.path[3], leaf.path[4:-2]
            if leaf.path[-2:] == _UNIT:
                values[language, variation] = leaf
            elif leaf.path[-2:] == ("stringUnit", "state"):
                states[language, variation] = leaf.text or ""
    for (language, variation), leaf in values.items():
        if language == source:
            continue
        state = states.get((language, variation))
        names = [name for name in variation if name not in ("variations", "plural", "device", "substitutions")]
        model = _model(values, source, variation)
        yield Segment(
            ".".join([key, *names]),
            leaf.text or "",
            (model.text or "") if model else key,
            tag_or(source, UNDETERMINED),
            tag_or(language, UNDETERMINED),
            Location(file, leaf.line, None, model.line if model else None),
            None,
            note,
            state if leaf.text else "untranslated",
            plural=names[-1] if variation[-2:-1] == ("plural",) and names[-1] in CATEGORIES else None,
            syntax="apple",
            raw=(leaf.start, leaf.end) if leaf.text is not None else (),
        )


def _model(values: _Values, source: str, variation: tuple[str, ...]) -> Leaf | None:
    """The source of a variation: the same one, else that of the category `other`, else the plain text."""
    other = tuple("other" if name in CATEGORIES else name for name in variation)
    return next((values[source, wanted] for wanted in (variation, other, ()) if (source, wanted) in values), None)


def sniff(head: str) -> bool:
    """Whether it has the keys of a catalogue."""
    return head.lstrip().startswith("{") and '"sourceLanguage"' in head and '"strings"' in head


READER = Reader("xcstrings", (".xcstrings",), sniff, bounded(read), bitext=True, codec=Codec(pieces, quote))
