"""What the rules on numbers share: turns what a comparison found into what a rule yields."""

from collections.abc import Iterator

from tqa.model import Severity, Span
from tqa.rule import Found, Pair


def found(pair: Pair, rule: str) -> Iterator[Found]:
    """Yield what the comparison of the numbers of both sides found for the rule with this id.

    The primary span is the target's; where the target lacks the number, it is that of the source.
    """
    for finding in pair.number_findings:
        if finding.rule == rule:
            spans = [Span("target", *finding.target)] if finding.target else []
            spans += [Span("source", *finding.source)] if finding.source else []
            severity = Severity(finding.severity) if finding.severity else None
            yield Found(finding.message, spans, finding.suggestion, severity=severity)
