"""`tqa terms`: propose, check and convert termbases."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tqa.errors import ConfigError, near_miss

if TYPE_CHECKING:
    from tqa.resources.termbase.extract import Candidate
    from tqa.resources.termbase.model import Entry


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    extract = actions.add_parser("extract", help="propose a termbase from translated texts")
    extract.add_argument("files", nargs="+", metavar="FILE", help="translated texts of any format")
    extract.add_argument("--source-lang", metavar="TAG", required=True, help="language of the source, such as vi")
    extract.add_argument("--target-lang", metavar="TAG", required=True, help="language of the translation")
    extract.add_argument("--least", metavar="N", type=int, default=3, help="segments a term must be in (default: 3)")
    extract.add_argument("--all-words", action="store_true", help="common words too")
    extract.add_argument("--output", metavar="FILE", help="a termbase to write (.csv, .tsv, .tbx, .xlsx), not a table")
    check = actions.add_parser(
        "check", help="find duplicates, conflicts and gaps in termbases, and faults in marker packs"
    )
    check.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="termbases that are used together, and marker packs (.toml, or a folder that has such)",
    )
    check.add_argument("--output-format", choices=("console", "json"), default="console", help="default: console")
    convert = actions.add_parser("convert", help="convert a termbase to another format")
    convert.add_argument("file", metavar="FILE", help="a termbase: .csv, .tsv, .tbx, .xlsx")
    convert.add_argument("output", metavar="OUTPUT", help="where to write it, in the format of its extension")
    convert.add_argument(
        "--source-lang", metavar="TAG", help="language of the column 'source', if the file doesn't say"
    )
    convert.add_argument(
        "--target-lang", metavar="TAG", help="language of the column 'target', if the file doesn't say"
    )


def run(options: argparse.Namespace) -> int:
    """Do what is asked for; 1 where `check` finds what would make checks go wrong, 2 where a file has faults."""
    actions = {"extract": _extract, "check": _check, "convert": _convert}
    return actions[options.action](options)


def _extract(options: argparse.Namespace) -> int:
    from tqa.api import read
    from tqa.language.tags import parse_tag
    from tqa.resources.termbase.extract import extract
    from tqa.resources.termbase.write import write_termbase

    source_lang, target_lang = parse_tag(options.source_lang), parse_tag(options.target_lang)
    pairs = [
        (segment.source, segment.target)
        for file in options.files
        for segment in read(file, source_lang=source_lang, target_lang=target_lang)
        if segment.source and segment.target.strip()
    ]
    found = extract(pairs, source_lang, target_lang, least=options.least, all_words=options.all_words)
    if options.output:
        write_termbase(
            [_entry(one, n, source_lang, target_lang) for n, one in enumerate(found, 1)], Path(options.output)
        )
        print(f"tqa: {len(found):,} terms written to {options.output}", file=sys.stderr)
    else:
        sys.stdout.writelines(_table(found))
    return 0


def _entry(candidate: "Candidate", number: int, source_lang: str, target_lang: str) -> "Entry":
    """A candidate as an entry: the variants stand in the note, since nobody has admitted them yet."""
    from tqa.resources.termbase.model import Entry, Term

    note = f"{candidate.count}×"
    if candidate.variants:
        note += "; also " + ", ".join(f"{text} {count}×" for text, count in candidate.variants)
    terms = (Term(candidate.source, source_lang), Term(candidate.target, target_lang))
    return Entry(id=f"t{number}", terms=terms, note=note)


def _table(found: list["Candidate"]) -> Iterator[str]:
    yield "source\ttarget\tcount\tscore\tvariants\texample_source\texample_target\n"
    for one in found:
        variants = " | ".join(f"{text} {count}×" for text, count in one.variants)
        example = one.examples[0] if one.examples else ("", "")
        cells = (one.source, one.target, str(one.count), f"{one.score:.2f}", variants, *example)
        yield "\t".join(" ".join(cell.split()) for cell in cells) + "\n"


def _check(options: argparse.Namespace) -> int:
    from dataclasses import asdict

    from tqa.model import Severity
    from tqa.resources.marker_lint import pack_faults
    from tqa.resources.termbase.lint import lint
    from tqa.resources.termbase.load import read_termbase

    paths = [path for file in options.files for path in _packs_in(Path(file))]
    packs = [path for path in paths if path.suffix == ".toml"]
    faults = [fault for path in packs for fault in pack_faults(path)]
    termbases = [read_termbase(path) for path in paths if path.suffix != ".toml"]
    flaws = lint(termbases)
    if options.output_format == "json":
        import json

        rows = [{**asdict(flaw), "severity": flaw.severity.value} for flaw in flaws]
        print(json.dumps({"version": 1, "flaws": rows, "markers": faults}, ensure_ascii=False, indent=1))
    else:
        terms = sum(len(entry.terms) for termbase in termbases for entry in termbase.entries)
        entries = sum(len(termbase.entries) for termbase in termbases)
        for line in (*flaws, *faults):
            print(line)
        if termbases:
            print(f"{entries:,} entries with {terms:,} terms; {len(flaws):,} flaws")
        if packs:
            print(f"{len(packs):,} marker packs; {len(faults):,} faults")
    return 1 if faults or any(flaw.severity >= Severity.MAJOR for flaw in flaws) else 0


def _packs_in(path: Path) -> list[Path]:
    """A file itself; of a folder its marker packs."""
    if not path.is_dir():
        return [path]
    packs = sorted(path.glob("*.toml"))
    if not packs:
        raise ConfigError(f"{path}: there is no marker pack (.toml) in this folder")
    return packs


def _convert(options: argparse.Namespace) -> int:
    from tqa.resources.termbase.load import read_termbase
    from tqa.resources.termbase.write import WRITABLE, write_termbase

    suffix = Path(options.output).suffix.lower()
    if suffix not in WRITABLE:
        raise ConfigError(f"'{options.output}': write one of {', '.join(WRITABLE)}{near_miss(suffix, WRITABLE)}")
    termbase = read_termbase(Path(options.file))
    entries = [_in_languages(entry, options.source_lang, options.target_lang) for entry in termbase.entries]
    write_termbase(entries, Path(options.output))
    for problem in termbase.problems:
        print(f"tqa: {problem}", file=sys.stderr)
    return 2 if termbase.problems else 0


def _in_languages(entry: "Entry", source_lang: str | None, target_lang: str | None) -> "Entry":
    """An entry whose terms all have a language. Raises `ConfigError` where nobody says which."""
    from dataclasses import replace

    from tqa.language.tags import UNDETERMINED, parse_tag

    given = {"source": source_lang, "target": target_lang}
    terms = []
    for term in entry.terms:
        if term.language == UNDETERMINED and term.side is not None:
            language = given[term.side]
            if language is None:
                raise ConfigError(f"{entry.place}: the file doesn't say its languages: give --{term.side}-lang")
            terms.append(replace(term, language=parse_tag(language), side=None))
        else:
            terms.append(term)
    return replace(entry, terms=tuple(terms))
