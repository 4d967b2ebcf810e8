"""How far two lots of findings about the same segments agree: the checks' and people's, or two people's.

Cohen's kappa: Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20, 1960.
The F1 of marked characters is that of the WMT quality estimation tasks on error spans (Blain et al., Findings of the
WMT 2023 Shared Task on Quality Estimation), without their half credit for another severity.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tqa.model import Severity, Span

Findings = Sequence[tuple[Severity, Sequence[Span]]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures. kappa: Cohen's, of whether a segment has an error (`any`), and one that is major or critical.

    It is None where all segments are alike. precision, recall, f1: of the first lot's marked characters against the
    second's, in percent, None where nothing is marked.
    """

    segments: int
    kappa_any: float | None
    kappa_serious: float | None
    precision: float | None
    recall: float | None
    f1: float | None
    both: int
    only_first: int
    only_second: int
    neither: int


def agreement(pairs: Iterable[tuple[Findings, Findings]]) -> Agreement:
    """Compare the findings of each segment. Hints (neutral) are no errors."""
    any_error: list[tuple[bool, bool]] = []
    serious: list[tuple[bool, bool]] = []
    first_marked = second_marked = both_marked = 0
    for first, second in pairs:
        any_error.append((_reaches(first, Severity.MINOR), _reaches(second, Severity.MINOR)))
        serious.append((_reaches(first, Severity.MAJOR), _reaches(second, Severity.MAJOR)))
        ours, theirs = _marked(first), _marked(second)
        first_marked += len(ours)
        second_marked += len(theirs)
        both_marked += len(ours & theirs)
    marked = first_marked + second_marked
    return Agreement(
        len(any_error),
        kappa(any_error),
        kappa(serious),
        100 * both_marked / first_marked if first_marked else None,
        100 * both_marked / second_marked if second_marked else None,
        200 * both_marked / marked if marked else None,
        *(any_error.count(case) for case in ((True, True), (True, False), (False, True), (False, False))),
    )


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of two judges' labels for the same things; None where chance alone would agree always."""
    if not pairs:
        return None
    size = len(pairs)
    observed = sum(first == second for first, second in pairs) / size
    counts: Mapping[Hashable, list[int]] = {label: [0, 0] for pair in pairs for label in pair}
    for first, second in pairs:
        counts[first][0] += 1
        counts[second][1] += 1
    expected = sum(first * second for first, second in counts.values()) / size**2
    return (observed - expected) / (1 - expected) if expected < 1 else None


def _reaches(findings: Findings, severity: Severity) -> bool:
    return any(found >= severity for found, _ in findings)


def _marked(findings: Findings) -> set[tuple[str, int]]:
    return {
        (span.side, at)
        for severity, spans in findings
        if severity > Severity.NEUTRAL
        for span in spans
        for at in range(span.start, span.end)
    }
