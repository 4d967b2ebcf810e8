"""Runs a rule's own examples; for tqa's tests and for those of plug-ins.

from tqa.testing import check_example, examples_of

@pytest.mark.parametrize("example", examples_of(my_module.check))
def test_example(example):
    check_example(my_module.check, example)
"""

from tqa.engine.chunks import check_groups, check_segments
from tqa.engine.plan import make_jobs
from tqa.model import Issue
from tqa.rule import Example, Rule


def examples_of(rule: Rule) -> tuple[Example, ...]:
    """The examples that the rule's declaration gives."""
    return rule.examples


def issues_of(rule: Rule, example: Example) -> list[Issue]:
    """What the rule finds in an example; raises AssertionError with the reason where it crashes."""
    jobs = make_jobs([rule], {}, {rule.id: example.options})
    findings = check_segments(jobs, example.segments())
    check_groups(jobs, findings)
    assert not findings.problems, findings.problems[0].message
    return findings.issues


def check_example(rule: Rule, example: Example) -> None:
    """Raise AssertionError unless the rule finds what a bad example marks, or nothing in a good one."""
    issues = issues_of(rule, example)
    if not example.is_bad:
        assert not issues, f"{rule.id} finds in a good example: {issues[0].message}"
        return
    assert issues, f"{rule.id} finds nothing in {example.texts}"
    for issue in issues:
        for span in issue.spans:
            assert 0 <= span.start < span.end <= len(issue.text(span.side)), f"{rule.id}: {span} is empty or outside"
    marked = [
        issue.text(issue.spans[0].side)[issue.spans[0].start : issue.spans[0].end] for issue in issues if issue.spans
    ]
    for text in example.marks:
        assert text in marked, f"{rule.id} marks {marked}, not {text!r}"
    if example.suggestion is not None:
        suggestions = [issue.suggestion for issue in issues]
        assert example.suggestion in suggestions, f"{rule.id} suggests {suggestions}, not {example.suggestion!r}"
