"""What a comparison of numbers found, before it is a rule's."""

from typing import NamedTuple, Protocol

from tqa.language.numbers.scan import Numbers


class Finding(NamedTuple):
    """A potential error: the id of the rule it belongs to, and where it stands; a side that lacks it has None."""

    rule: str
    message: str
    target: tuple[int, int] | None
    source: tuple[int, int] | None
    suggestion: str | None = None
    severity: str | None = None


class Placed(Protocol):
    """What stands at [start:end) of a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def quoted(numbers: Numbers, place: Placed) -> str:
    """The words at a place, in quotation marks."""
    return f"'{numbers.text[place.start : place.end].strip()}'"
