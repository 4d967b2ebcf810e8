"""Two files in which the same messages stand in two languages, put together."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from pathlib import Path

from tqa.errors import AlignError, ReadError
from tqa.language.plurals import needed_categories
from tqa.language.tags import UNDETERMINED, base_language
from tqa.model import Location, Problem, Segment
from tqa.readers.naming import language_of, names_in
from tqa.readers.reader import FALLBACK, Reader, Settings
from tqa.readers.source import Input
from tqa.readers.tree import key_of_other

# The language of the source where nobody says it and a file in it is there.
USUAL_SOURCE = "en"
# The share of the smaller file's keys that the other one must have if they are one text in two languages.
_ALIKE, _FEWEST = 1 / 3, 3


def find_source(entry: Input, settings: Settings) -> Input | None:
    """The file that `entry`, of a keyed format, is the translation of: its like under the source language's name."""
    if entry.path is None:
        return None
    own = language_of(entry.path)
    source = settings.source_lang if settings.source_lang != UNDETERMINED else USUAL_SOURCE
    if own is None or base_language(own) == base_language(source):
        return None
    for name in names_in(entry.path, source):
        path = Path(name)
        if path != entry.path and path.is_file():
            return Input(str(path), path, entry.encoding)
    return None


def by_key(
    source: tuple[Reader, Input], target: tuple[Reader, Input], settings: Settings
) -> Iterator[Segment | Problem]:
    """Yield the target's segments with their sources, then what is missing, in the order of the source.

    A key that only the translation has gives a segment of the state `obsolete`, one that only the source has gives one
    with an empty target, no line and the state `missing`. Files with hardly a common key aren't each other's
    translation: their targets stand alone, the first in the state `unpaired`.
    """
    originals, items = yield from _both(source, target, settings)
    sources: dict[str, Segment] = {}
    for original in originals:
        sources.setdefault(original.id, original)
    models = [_model(item, sources) for item in items]
    least = min(len(sources), len(items))
    if least >= _FEWEST and sum(model is not None for model in models) < _ALIKE * least:
        first = items[0]
        yield first._replace(state="unpaired", location=first.location._replace(source_file=source[1].name))
        yield from items[1:]
        return
    for item, model in zip(items, models, strict=True):
        yield item._replace(state="obsolete") if model is None else _joined(item, model)
    seen = {item.id for item in items}
    target_lang = items[-1].target_lang if items else settings.target_lang
    plurals = {_stem(key) for key in seen}
    for key, model in sources.items():
        if key not in seen and model.target and not _is_needless(model, target_lang, plurals):
            place = Location(target[1].name, None, model.location.file, model.location.line)
            yield Segment(
                key,
                "",
                model.target,
                model.target_lang,
                target_lang,
                place,
                model.context,
                model.note,
                "missing",
                plural=model.plural,
                syntax=model.syntax,
            )


def _model(item: Segment, sources: Mapping[str, Segment]) -> Segment | None:
    """The message of the source that has the key of a translated one, or the key of another form of its plural."""
    return sources.get(item.id) or next((sources[key] for key in key_of_other(item) if key in sources), None)


def _joined(item: Segment, model: Segment) -> Segment:
    place = model.location
    return item._replace(
        source=model.target,
        source_lang=model.target_lang,
        location=item.location._replace(source_file=place.file, source_line=place.line),
        context=item.context or model.context,
        note=item.note or model.note,
        max_length=item.max_length or model.max_length,
        state=None if not item.target and not model.target else item.state,
    )


def _stem(key: str) -> str:
    """A key without what may be a plural category."""
    cut = max(key.rfind("_"), key.rfind("."))
    return key[:cut] if cut > 0 else key


def _is_needless(model: Segment, target_lang: str, plurals: set[str]) -> bool:
    """Whether the source's form of a plural is one that the target language may do without."""
    if model.plural is None:
        return False
    needed = needed_categories(target_lang)
    if needed is None:
        return _stem(model.id) in plurals
    return model.plural not in needed and _stem(model.id) in plurals


def by_order(
    source: tuple[Reader, Input], target: tuple[Reader, Input], settings: Settings
) -> Iterator[Segment | Problem]:
    """Yield the segments of two documents, the first with the first and so on; raises `ReadError` if counts differ."""
    originals, translations = yield from _both(source, target, settings)
    names = source[1].name, target[1].name
    if len(originals) != len(translations):
        raise ReadError(
            f"{len(translations):,} texts, but its source {names[0]} has {len(originals):,}; "
            "make them equal, or find with --align which belong together",
            names[1],
        )
    for original, translation in zip(originals, translations, strict=True):
        yield _joined(translation, original)


def aligned(
    source: tuple[Reader, Input], target: tuple[Reader, Input], settings: Settings, memories: Sequence[Path] = ()
) -> Iterator[Segment | Problem]:
    """Align two documents text by text; translation memories teach words.

    A source that surely has no counterpart is a segment of the state `omitted`, with an empty target and no line in
    its file; such a target is of the state `added`. What isn't sure to belong together is not checked against each
    other: the target stands alone, its source unknown. Raises `ReadError` where nothing can be aligned.
    """
    from tqa.alignment.memory import read_memory
    from tqa.alignment.segments import link_segments

    originals, translations = yield from _both(source, target, settings)
    names = source[1].name, target[1].name
    if bool(originals) != bool(translations):
        raise ReadError(f"there is no text in {names[bool(originals)]}, so nothing to align", names[1])
    langs = settings.source_lang, settings.target_lang
    is_text = source[0].name == FALLBACK, target[0].name == FALLBACK
    memory = read_memory(memories, *langs)
    try:
        links = link_segments(originals, translations, *langs, is_text=is_text, memory=memory)
    except AlignError as error:
        raise ReadError(f"can't be aligned with {names[0]}: {error}", names[1]) from None
    for link in links:
        models, items = [originals[n] for n in link.source], [translations[n] for n in link.target]
        if models and items and link.is_sure:
            yield _joined(merged(items), merged(models))
        elif items:
            yield from (item._replace(state="added") if link.is_sure and not models else item for item in items)
        elif link.is_sure:
            for model in models:
                place = Location(names[1], None, names[0], model.location.line)
                yield Segment(f"source:{model.id}", "", model.target, *langs, place, state="omitted")


def merged(items: Sequence[Segment]) -> Segment:
    """Segments as one, which stands where the first does."""
    if len(items) == 1:
        return items[0]
    raw = tuple(offset for item in items for offset in item.raw) if all(item.raw for item in items) else ()
    timing = (items[0].timing[0], items[-1].timing[1]) if items[0].timing and items[-1].timing else None
    return items[0]._replace(target=" ".join(item.target for item in items), raw=raw, timing=timing)


def _both(
    source: tuple[Reader, Input], target: tuple[Reader, Input], settings: Settings
) -> Generator[Problem, None, tuple[list[Segment], list[Segment]]]:
    """Yield the problems met in reading a source and its translation, and return the segments of each."""
    originals = yield from _held(source, Settings(UNDETERMINED, settings.source_lang, encoding=settings.encoding))
    translations = yield from _held(target, settings)
    return originals, translations


def _held(file: tuple[Reader, Input], settings: Settings) -> Generator[Problem, None, list[Segment]]:
    reader, entry = file
    found: list[Segment] = []
    for item in reader.read(entry, settings):
        if isinstance(item, Problem):
            yield item
        else:
            found.append(item)
    return found
