"""JSON: the whole result as one object, one issue a line within it."""

from collections.abc import Iterator

from tqa.reporters.records import dumps, issue_record, problem_record, run_record, summary_record
from tqa.reporters.reporter import Report, Reporter

VERSION = 1


def render(report: Report) -> Iterator[str]:
    """Yield the object in pieces. `VERSION` rises when a key goes or changes its meaning, not when one is added."""
    result = report.result
    yield f'{{"version": {VERSION},\n'
    yield f' "tool": {dumps({"name": "tqa", "version": result.run.version})},\n'
    yield f' "run": {dumps(run_record(result.run))},\n'
    yield f' "summary": {dumps(summary_record(result, report.verdict))},\n'
    yield ' "issues": ['
    before = "\n  "
    for issue in result.issues:
        yield before + dumps(issue_record(issue))
        before = ",\n  "
    yield f'],\n "problems": {dumps([problem_record(problem) for problem in result.problems])}}}\n'


REPORTER = Reporter("json", "the whole result as one JSON object", render)
