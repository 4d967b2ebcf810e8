"""What a reporter is, and where the reporters are found.

A reporter is one module under `tqa/reporters/` that declares `REPORTER`. Other people's are found by the entry-point
group `tqa.reporters`; an entry point names such a module, or a package of them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tqa.engine.result import Result
from tqa.gate import Verdict
from tqa.registry import Declared
from tqa.rule import Rule

if TYPE_CHECKING:
    from tqa.scores.history import Entry


@dataclass(frozen=True, slots=True)
class MetricScore:
    """A score of the translation as a whole, such as BLEU, and the limits of its interval, None without one."""

    metric: str
    value: float
    signature: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All that a reporter may know.

    `rules` documents the rules that found something; one that isn't there is shown without its documentation. `color`
    and `width` (in character cells) are those of the place the text goes to; only reporters for people heed them.
    `history` are the runs so far, oldest first, `scores` those against references: both for reports that show them.
    """

    result: Result
    verdict: Verdict
    rules: Mapping[str, Rule] = field(default_factory=dict)
    color: bool = False
    width: int = 100
    history: tuple["Entry", ...] = ()
    scores: tuple[MetricScore, ...] = ()


@dataclass(frozen=True, slots=True)
class Reporter:
    """A format of results: `render` turns a report into chunks of text or bytes, the same for the same report.

    Text holds no lone surrogates, so that it can always be encoded in UTF-8. `default_file` is where it goes when
    the user names no file; None: to standard output. `limit` is the number of issues that its readers take: of more,
    it holds the worst and says so. `parts` is for reports that can be too large for one file: given the report and its
    file's name, it yields the files to write, named relative to its folder, the report itself last.
    """

    name: str
    summary: str
    render: Callable[[Report], Iterator[str] | Iterator[bytes]]
    default_file: str | None = None
    limit: int | None = None
    parts: Callable[[Report, str], Iterator[tuple[str, Iterator[str]]]] | None = None


REPORTERS = Declared("tqa.reporters", "REPORTER", Reporter, "output format")
