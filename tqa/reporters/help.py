"""A rule's documentation in Markdown, for places that show it beside a finding."""

from tqa.reporters.visible import safe
from tqa.rule import Example, Rule


def rule_help(rule: Rule) -> str:
    """The documentation with a bad and a good example."""
    parts = [rule.documentation]
    for title, is_bad in (("Found", True), ("Not found", False)):
        texts = [_fenced(example) for example in rule.examples if example.is_bad is is_bad][:1]
        parts += [f"**{title}**", *texts]
    return "\n\n".join(parts)


def _fenced(example: Example) -> str:
    lines = [text for one in example.segments() for text in (one.source, one.target) if text is not None]
    return "\n".join(["~~~~text", *map(safe, lines), "~~~~"])
