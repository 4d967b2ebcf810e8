"""Each reporter's output for the sample, as a whole."""

import re
from dataclasses import replace

import pytest
from sample_report import CLEAN, RESULT, report

from tqa.config.schema import Config, Limits
from tqa.gate import judge
from tqa.reporters.reporter import REPORTERS

LIMITED = Config(
    gate=Limits(max_issues=9, max_per_1000_words=3.9, min_mqm_score=95.5),
    scoped_gates=(Limits(max_issues=0, rule="spelling"),),
)


def rendered(name: str, *args, **options) -> str:
    return "".join(REPORTERS.named(name).render(report(*args, **options)))


@pytest.mark.parametrize(
    ("file", "name", "options"),
    [
        ("console.txt", "console", {}),
        ("console-narrow.txt", "console", {"width": 48}),
        ("console-color.txt", "console", {"color": True}),
        ("issues.jsonl", "jsonl", {}),
        ("result.json", "json", {}),
        ("result.sarif", "sarif", {}),
        ("junit.xml", "junit", {}),
        ("github.txt", "github", {}),
        ("gitlab.json", "gitlab", {}),
        ("comment.md", "markdown", {}),
        ("issues.csv", "csv", {}),
    ],
)
def test_the_report_is_as_agreed(compare, file, name, options):
    compare(file, rendered(name, RESULT, **options))


@pytest.mark.parametrize(("file", "name"), [("gates-console.txt", "console"), ("gates-junit.xml", "junit")])
def test_the_limits_of_a_gate_are_shown_as_agreed(compare, file, name):
    verdict = judge(RESULT, None, LIMITED)
    compare(file, "".join(REPORTERS.named(name).render(replace(report(), verdict=verdict))))


@pytest.mark.parametrize("name", ["console", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "csv"])
def test_a_clean_run_is_as_agreed(compare, name):
    compare(f"clean-{name}.txt", rendered(name, CLEAN))


@pytest.mark.parametrize(("file", "result"), [("page.html", RESULT), ("clean.html", CLEAN)])
def test_the_page_is_as_agreed(compare, file, result):
    page = rendered("html", result)
    page = re.sub(r"<style>.*?</style>", "<style></style>", page, count=1, flags=re.DOTALL)
    page = re.sub(r"<script>.*?</script>", "<script></script>", page, count=1, flags=re.DOTALL)
    compare(file, re.sub(r"sha256-[^']+", "sha256-", page))


@pytest.mark.parametrize("name", sorted(REPORTERS.all()))
def test_a_report_is_the_same_each_time_and_can_be_encoded(name):
    first, second = (list(REPORTERS.named(name).render(report(RESULT))) for _ in range(2))
    assert first == second
    for chunk in first:
        assert isinstance(chunk, bytes) or chunk.encode("utf-8").decode() == chunk
