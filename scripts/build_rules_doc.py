#!/usr/bin/env python3
"""Make docs/rules.md from the rules, docs/measured.toml (`scripts/measure_rules.py`) and docs/judged.toml.

python scripts/build_rules_doc.py
"""

import sys
import tomllib
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
from tqa.registry import rules
from tqa.rule import Example, Rule
from tqa.testing import issues_of

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs/rules.md"
Table = Mapping[str, Any]
HEAD = """# Rules

Made by `scripts/build_rules_doc.py`; don't edit. `tqa explain RULE` prints the same about one rule.

- **Default**: whether the rule runs without being asked for; *preview* rules run with `--preview`, or by name in
  `--select`.
- **Fix**: whether `tqa fix` can correct what it finds: *safe*, or *unsafe* where a person should look.
- **Alarms**: findings per 1,000 segments of {segments} sound ones (professional translations of news, {pairs}
  directions), by severity: c critical, m major, n minor. Rules that need an option find nothing there.
- **Judged**: of a random sample of what the rule found in real files, how much was right, and how many of those
  matter to a reader. A rule under 80 % of at least 20 is a preview.
"""
COLUMNS = ("Rule", "What it finds", "Error type", "Severity", "Default", "Fix", "Alarms", "Judged")


def read(path: Path) -> Table:
    """The content of a TOML file, nothing where there is none."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def fix(rule: Rule) -> str:
    """How sure the fixes are that the rule suggests for its own bad examples."""
    found = {
        issue.applicability
        for example in rule.examples
        if example.is_bad
        for issue in issues_of(rule, example)
        if issue.suggestion is not None or issue.edits
    } - {None}
    return ", ".join(sorted(found)) or "–"


def alarms(counts: Table, segments: int) -> str:
    """Findings per 1,000 segments by severity."""
    shown = [
        f"{1000 * counts[severity] / segments:.2g} {letter}"
        for severity, letter in (("critical", "c"), ("major", "m"), ("minor", "n"))
        if segments and counts.get(severity)
    ]
    return ", ".join(shown) or "0"


def judged(row: Table) -> str:
    """What a person said of a sample."""
    if not row.get("n"):
        return "–"
    text = f"{100 * row['right'] / row['n']:.0f} % of {row['n']}"
    return f"{text}, {row['material']} matter" if "material" in row else text


def table(some: list[Rule], measured: Table, verdicts: Table) -> Iterator[str]:
    """The lines of one group's table."""
    yield "| " + " | ".join(COLUMNS) + " |"
    yield "|---" * len(COLUMNS) + "|"
    for rule in some:
        cells = (
            f"[{rule.id}](#{rule.id})",
            rule.summary.replace("|", "\\|"),
            rule.category,
            rule.severity.value,
            "preview" if rule.preview else "yes",
            fix(rule),
            alarms(measured.get("rules", {}).get(rule.id, {}), measured.get("segments", 0)),
            judged(verdicts.get(rule.id, {})),
        )
        yield "| " + " | ".join(cells) + " |"


def section(rule: Rule) -> Iterator[str]:
    """The lines about one rule: its documentation, options and an example of either kind."""
    yield f"### {rule.id}"
    yield ""
    yield rule.documentation
    yield ""
    if rule.languages is not None:
        yield f"Target languages: {', '.join(sorted(rule.languages))}."
        yield ""
    for option in rule.options.values():
        yield f"- Option `{option.name}`, by default `{option.default!r}`."
    if rule.options:
        yield ""
    for is_bad in (True, False):
        example = next(example for example in rule.examples if example.is_bad is is_bad)
        yield from shown(example)


def shown(example: Example) -> Iterator[str]:
    """The lines of an example: source and target, or target alone."""
    langs = " > ".join(example.langs)
    yield f"{'Bad' if example.is_bad else 'Good'} ({langs}):"
    yield ""
    for text in example.texts:
        source, target = (None, text) if isinstance(text, str) else text
        for side in (source, target):
            if side is not None:
                yield f"    {side!r}"
    yield ""


def document() -> str:
    """The whole text."""
    measured, verdicts = read(ROOT / "docs/measured.toml"), read(ROOT / "docs/judged.toml")
    some = sorted(rules().values(), key=lambda rule: (rule.group, rule.id))
    lines = [HEAD.format(segments=measured.get("segments", 0), pairs=len(measured.get("pairs", ())))]
    groups = [(name, list(members)) for name, members in groupby(some, key=lambda rule: rule.group)]
    for name, members in groups:
        lines += [f"## {name.capitalize()}", "", *table(members, measured, verdicts), ""]
    lines += ["# Each rule", ""]
    for _, members in groups:
        for rule in members:
            lines += section(rule)
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Write."""
    OUT.write_text(document(), encoding="utf-8")
    print(f"{OUT}: {len(rules())} rules")


if __name__ == "__main__":
    main()
