"""`tqa explain`: what a rule is about."""

import argparse
from collections.abc import Iterator

from tqa.errors import ConfigError, near_miss
from tqa.registry import rules
from tqa.rule import Example, Rule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("rule", metavar="RULE", help="the id of a rule, such as diacritic-loss")


def run(options: argparse.Namespace) -> int:
    """Print a rule's documentation; raises `ConfigError` with a near-miss for an unknown one."""
    known = rules()
    if options.rule not in known:
        raise ConfigError(f"unknown rule '{options.rule}'{near_miss(options.rule, known)} (tqa rules lists all)")
    print("\n".join(_page(known[options.rule])))
    return 0


def _page(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({rule.severity.value}, {rule.category}{', preview' if rule.preview else ''})"
    yield ""
    yield rule.documentation
    if rule.languages is not None:
        yield f"\nTarget languages: {', '.join(sorted(rule.languages))}"
    if rule.options:
        yield "\nOptions (in tqa.toml under [rules." + rule.id + "])"
        for option in rule.options.values():
            yield f"  {option.name.replace('_', '-')} = {_toml(option.default)}"
    for title, is_bad in (("Found", True), ("Not found", False)):
        yield f"\n{title}"
        for example in rule.examples:
            if example.is_bad is is_bad:
                yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    for segment in example.segments():
        if segment.source is not None:
            yield f"  {segment.source_lang:>3}  {segment.source}"
        yield f"  {segment.target_lang:>3}  {segment.target}"
    for mark in example.marks:
        yield f"       marked: {mark}"
    if example.suggestion is not None:
        yield f"       suggested: {example.suggestion}"
    yield ""


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return f'"{value}"' if not isinstance(value, int | float) else str(value)
