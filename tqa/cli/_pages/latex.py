"""The tables of a page for a paper, with the rules of the package booktabs."""

import re
from collections.abc import Iterator

from tqa.cli._pages.page import Cell, Page, Table
from tqa.reporters.visible import safe

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "±": r"$\pm$",
    "μ": r"$\mu$",
    "–": "--",
    **{char: f"\\{char}" for char in "&%$#_{}"},
}
_TO_ESCAPE = re.compile("|".join(map(re.escape, _SPECIAL)))


def render(page: Page) -> Iterator[str]:
    """Yield the tables, each a `tabular` that stands by itself, and the facts and notes as comments."""
    yield "% needs \\usepackage{booktabs}\n"
    for name, value in page.facts:
        yield f"% {_flat(name)}: {_flat(value)}\n"
    for table in page.tables:
        yield "\n"
        yield from _table(table)
    for note in page.notes:
        yield f"% {_flat(note)}\n"


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield f"% {_flat(table.title)}\n"
    yield f"\\begin{{tabular}}{{{'l' * table.labels}{'r' * (len(table.columns) - table.labels)}}}\n\\toprule\n"
    yield f"{' & '.join(map(escape, table.columns))} \\\\\n\\midrule\n"
    for row in table.rows:
        yield f"{' & '.join(map(_cell, row))} \\\\\n"
    yield "\\bottomrule\n\\end{tabular}\n"
    if table.note:
        yield f"% {_flat(table.note)}\n"


def _cell(cell: Cell) -> str:
    text = escape(cell.text)
    if cell.strong:
        text = f"\\textbf{{{text}}}"
    if cell.details:
        text += f" {{\\small {escape(', '.join(cell.details))}}}"
    return f"{text}*" if cell.star else text


def escape(text: str) -> str:
    """`text` with the characters that mean something to LaTeX written out."""
    return _TO_ESCAPE.sub(lambda match: _SPECIAL[match[0]], _flat(safe(text)))


def _flat(text: str) -> str:
    return " ".join(text.split())
