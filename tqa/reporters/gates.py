"""The gates of a verdict in words: what is measured, what is allowed and what was found."""

from typing import NamedTuple

from tqa.gate import FAIL_ON, Gate
from tqa.model import Severity

_MEASURES = {
    "max-issues": "Issues",
    "max-per-1000-words": "Issues per 1,000 words",
    "min-mqm-score": "MQM score",
}


class GateText(NamedTuple):
    """A gate as it is shown. `setting` is what the user wrote to set it."""

    measure: str
    allowed: str
    found: str
    setting: str
    passed: bool


def gate_text(gate: Gate) -> GateText:
    """The texts of a gate."""
    if gate.name == FAIL_ON:
        worse = "" if gate.severity is Severity.CRITICAL else " or worse"
        measure = f"Issues, {gate.severity.value}{worse}"
        setting, sign = f"fail-on {gate.severity.value}", ""
    else:
        measure, setting = _MEASURES[gate.name], f"{gate.name} {number(gate.allowed)}"
        sign = "≥ " if gate.name.startswith("min") else "≤ "
    scope = f" of {gate.rule}" if gate.rule else f" in {place}" if (place := gate.files or gate.language) else ""
    found = "–" if gate.actual is None else number(gate.actual)
    if gate.actual is not None and not gate.passed and found == number(gate.allowed):
        found = f"{gate.actual:,.6f}"  # so near that rounding would make a riddle of the verdict
    return GateText(measure + scope, sign + number(gate.allowed), found, setting + scope, gate.passed)


def number(value: float) -> str:
    """A number with at most two decimals: 1,200; 97.5."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
