"""HTML: a page that needs no network, for a reviewer to work through and a manager to read.

The texts under test are full of markup, so no text reaches the page but by Jinja's autoescape, as JSON without `<`, or
by the script's `textContent`; a content security policy forbids everything else.
"""

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import PurePath
from typing import Any

from tqa.gate import FAIL_ON
from tqa.reporters.gates import gate_text
from tqa.reporters.html.data import MOST_INLINE, Data
from tqa.reporters.html.overview import overview
from tqa.reporters.reporter import Report, Reporter
from tqa.reporters.visible import safe

_SCRIPTS = (
    *("text.js", "issues.js", "marks.js", "segments.js", "filters.js", "table.js", "suppress.js", "detail.js"),
    *("export.js", "shards.js", "main.js"),
)


def render(report: Report) -> Iterator[str]:
    """Yield the page in pieces. The same report gives the same page: it holds no time and no chance."""
    return _page(report, Data(report))


def parts(report: Report, name: str) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the files of a report: above 100,000 issues scripts with them in a folder beside it; the page last.

    name: of the page's file.
    """
    data = Data(report)
    if len(report.result.issues) + len(report.result.known) > MOST_INLINE:
        yield from data.write_shards(PurePath(name).stem + "-data")
    yield name, _page(report, data)


def _page(report: Report, data: Data) -> Iterator[str]:
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FunctionLoader(_page_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_made_visible,
    )
    environment.filters["number"] = "{:,}".format
    style = _page_file("style.css")
    script = '(() => {\n"use strict";\n' + "\n".join(map(_page_file, _SCRIPTS)) + "})();\n"
    result = report.result
    return environment.get_template("page.html").generate(
        run=result.run,
        summary=result.summary,
        problems=result.problems,
        issue_count=len(result.issues),
        known_count=len(result.known),
        stale=result.stale,
        suppressed_count=len(result.suppressed),
        verdict=report.verdict,
        gates=[gate_text(gate) for gate in report.verdict.gates],
        failed_gates=sum(not gate.passed for gate in report.verdict.gates),
        blocking=_blocking(report),
        scores=report.scores,
        overview=overview(report),
        data=map(Markup, data.island()),
        shards=data.shards,
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def _blocking(report: Report) -> int:
    """The number of issues that fail the run by their severity; 0 where it is another gate that does."""
    failed = [gate for gate in report.verdict.gates if not gate.passed]
    is_severity = bool(failed) and failed[0].name == FAIL_ON and not failed[0].is_narrow
    return report.verdict.failing if is_severity else 0


def _made_visible(value: Any) -> Any:
    return safe(value) if type(value) is str else value


def _page_file(name: str) -> str:
    return files(__package__).joinpath("page", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The text's hash as a content security policy has it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


REPORTER = Reporter(
    "html", "a page to review in a browser, one file", render, default_file="reports/report.html", parts=parts
)
