"""What teaches an alignment words: translation memories (TSV, TMX, folders of both) and termbases."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tqa.errors import ConfigError, ReadError
from tqa.language.tags import base_language
from tqa.model import Problem
from tqa.readers import tmx, tsv
from tqa.readers.reader import Settings
from tqa.readers.source import Input

# The codes of a text's own format, as the reader shows them.
_CODE = re.compile(r'<(?:ph|bpt|ept|it|ut) id="[^"]*"/?>|</(?:ph|bpt|ept|it|ut)>')
# How many pairs of texts a term counts for: it is given by someone who knows.
_TERM_COUNTS = 3

Pair = tuple[str, str]


def read_memory(paths: Iterable[str | Path], source_lang: str, target_lang: str) -> list[Pair]:
    """The pairs of source and target texts of all files at `paths`; in folders, of all *.tsv and *.tmx files.

    Languages are BCP 47 tags: a TMX file has any number of languages. Raises `ReadError` for what can't be read, and
    `ConfigError` for a file of another kind.
    """
    return [pair for path in paths for file in _files(Path(path)) for pair in _read(file, source_lang, target_lang)]


def read_terms(paths: Iterable[str | Path], source_lang: str, target_lang: str) -> list[Pair]:
    """The terms of all termbases at `paths` with their translations, so often as they are to count.

    Languages are BCP 47 tags. Forbidden terms teach too: a translation may have them. Raises as `load_termbase` does.
    """
    from tqa.resources.termbase.load import load_termbase

    return [
        (term.text, other.text)
        for path in paths
        for entry in load_termbase(Path(path)).entries
        for term in entry.terms_of(source_lang, "source")
        for other in entry.terms_of(target_lang, "target")
        for _ in range(_TERM_COUNTS)
    ]


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*") if file.suffix.lower() in (".tsv", ".tmx") and file.is_file())
    if not found:
        raise ReadError("no translation memory in this folder (.tsv, .tmx)", str(path))
    return found


def _read(path: Path, source_lang: str, target_lang: str) -> Iterator[Pair]:
    suffix = path.suffix.lower()
    if suffix in tmx.READER.extensions:
        return _read_tmx(path, source_lang, target_lang)
    if suffix in tsv.READER.extensions:
        return _read_tsv(path, source_lang, target_lang)
    raise ConfigError(f"{path}: a memory is a .tsv file with the columns source and target, or a .tmx file")


def _read_tsv(path: Path, source_lang: str, target_lang: str) -> Iterator[Pair]:
    for item in tsv.READER.read(Input.of(str(path)), Settings(source_lang, target_lang)):
        if isinstance(item, Problem):
            raise ReadError(item.message, item.file or str(path), item.line)
        if item.source and item.target:
            yield item.source, item.target


def _read_tmx(path: Path, source_lang: str, target_lang: str) -> Iterator[Pair]:
    """The units that have both languages, without codes; a unit of one language alone is no mistake here."""
    wanted = base_language(source_lang), base_language(target_lang)
    for item in tmx.READER.read(Input.of(str(path)), Settings(source_lang, target_lang)):
        if (
            not isinstance(item, Problem)
            and (base_language(item.source_lang), base_language(item.target_lang)) == wanted
        ):
            texts = [" ".join(_CODE.sub("", text).split()) for text in (item.source or "", item.target)]
            if all(texts):
                yield texts[0], texts[1]
