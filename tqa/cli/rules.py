"""`tqa rules`: the table of all rules."""

import argparse
import sys

from tqa.registry import rules
from tqa.rule import Rule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--output-format", choices=("console", "json"), default="console", help="default: console")


def run(options: argparse.Namespace) -> int:
    """Print all rules with group, category, severity, languages and status."""
    rows = [_row(rule) for rule in sorted(rules().values(), key=lambda rule: (rule.group, rule.id))]
    if options.output_format == "json":
        import json

        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        _print_table(rows)
    return 0


def _row(rule: Rule) -> dict[str, str]:
    return {
        "rule": rule.id,
        "group": rule.group,
        "category": rule.category,
        "severity": rule.severity.value,
        "languages": "any" if rule.languages is None else " ".join(sorted(rule.languages)),
        "status": "preview" if rule.preview else "stable",
        "summary": rule.summary,
    }


def _print_table(rows: list[dict[str, str]]) -> None:
    import shutil

    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in rows[0]:
        table.add_column(name, no_wrap=name != "summary", overflow="fold")
    for row in rows:
        table.add_row(*row.values())
    # In a pipe the table has its natural width, one row a line, so that grep works on it.
    width = max(shutil.get_terminal_size().columns, 120) if sys.stdout.isatty() else 400
    Console(width=width, highlight=False).print(table)
