"""Translation memories that teach an alignment words: TSV with the columns source and target, TMX, folders of both."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tqa.errors import ConfigError, ReadError
from tqa.language.tags import base_language
from tqa.model import Problem
from tqa.readers import tsv
from tqa.readers.reader import Settings
from tqa.readers.source import Input, why_unreadable

if TYPE_CHECKING:
    from lxml import etree

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Elements that hold codes of the format the text comes from, not text.
_CODES = frozenset(("bpt", "ept", "it", "ph", "ut"))

Pair = tuple[str, str]


def read_memory(paths: Iterable[str | Path], source_lang: str, target_lang: str) -> list[Pair]:
    """The pairs of source and target texts of all files at `paths`; in folders, of all *.tsv and *.tmx files.

    Languages are BCP 47 tags: a TMX file has any number of languages. Raises `ReadError` for what can't be read, and
    `ConfigError` for a file of another kind.
    """
    return [pair for path in paths for file in _files(Path(path)) for pair in _read(file, source_lang, target_lang)]


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*") if file.suffix.lower() in (".tsv", ".tmx") and file.is_file())
    if not found:
        raise ReadError("no translation memory in this folder (.tsv, .tmx)", str(path))
    return found


def _read(path: Path, source_lang: str, target_lang: str) -> Iterator[Pair]:
    suffix = path.suffix.lower()
    if suffix == ".tmx":
        return read_tmx(path, source_lang, target_lang)
    if suffix in tsv.READER.extensions:
        return _read_tsv(path, source_lang, target_lang)
    raise ConfigError(f"{path}: a memory is a .tsv file with the columns source and target, or a .tmx file")


def _read_tsv(path: Path, source_lang: str, target_lang: str) -> Iterator[Pair]:
    for item in tsv.READER.read(Input.of(str(path)), Settings(source_lang, target_lang)):
        if isinstance(item, Problem):
            raise ReadError(item.message, item.file or str(path), item.line)
        if item.source and item.target:
            yield item.source, item.target


def read_tmx(path: Path, source_lang: str, target_lang: str) -> Iterator[Pair]:
    """Yield the texts of each unit of a TMX file that has both languages.

    Read piece by piece, without entities of the file's own and without looking anything up outside of it. Raises
    `ReadError` for what can't be read or isn't TMX.
    """
    from lxml import etree

    wanted = (base_language(source_lang), base_language(target_lang))
    try:
        with path.open("rb") as file:
            units = etree.iterparse(
                file, events=("end",), tag="{*}tu", resolve_entities=False, no_network=True, load_dtd=False
            )
            for _, unit in units:
                texts = dict(map(_variant, unit.iterfind("{*}tuv")))
                if wanted[0] in texts and wanted[1] in texts:
                    yield texts[wanted[0]], texts[wanted[1]]
                unit.clear()
                while unit.getprevious() is not None:
                    del unit.getparent()[0]
    except OSError as error:
        raise ReadError(why_unreadable(error, path), str(path)) from error
    except etree.XMLSyntaxError as error:
        raise ReadError(f"this is not well-formed TMX: {error.msg}", str(path), error.lineno or None) from error


def _variant(variant: "etree._Element") -> tuple[str, str]:
    """The language of a variant of a unit, and its text."""
    language = variant.get(_XML_LANG) or variant.get("lang") or ""
    segment = variant.find("{*}seg")
    return base_language(language), " ".join("".join(_texts(segment)).split()) if segment is not None else ""


def _texts(element: "etree._Element") -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] not in _CODES:
            yield from _texts(child)
        if child.tail:
            yield child.tail
