"""The gate: what a limit counts, how limits go together, and what the exit status of a check says of them."""

from dataclasses import replace

import pytest

from tqa.config.load import load_config
from tqa.config.schema import Config, Limits
from tqa.engine.result import Result, Run, Summary
from tqa.errors import ConfigError
from tqa.gate import judge, mqm_score
from tqa.model import Issue, Problem, Severity


def issue(severity, rule="spelling", file="a.txt"):
    langs, rest = ("und", "en", None), ((), None, None, (), "f")
    return Issue(rule, "design/length", Severity(severity), "m", file, 1, "1", *langs, None, "t", *rest)


def result(*severities, words=1000, issues=None, words_by_file=None, problems=()):
    found = tuple(map(issue, severities)) if issues is None else tuple(issues)
    summary = Summary(1, 10, words, words_by_file=words_by_file or {"a.txt": words})
    return Result(Run("1", (), "und", "en"), summary, found, problems)


def gates(verdict):
    return [(gate.name, gate.allowed, gate.actual, gate.passed) for gate in verdict.gates]


def test_without_limits_a_minor_issue_fails_and_a_hint_does_not():
    assert gates(judge(result("minor", "neutral"))) == [("fail-on", 0, 1, False)]
    assert judge(result("neutral")).passed
    assert judge(result("neutral"), Severity.NEUTRAL).passed
    assert judge(result("minor"), Severity.MAJOR).passed


def test_a_limit_stands_in_place_of_the_default_but_beside_what_is_asked_for():
    config = Config(gate=Limits(max_issues=2))
    found = result("minor", "major", "neutral", "neutral")
    assert gates(judge(found, None, config)) == [("max-issues", 2, 2, True)]
    verdict = judge(found, Severity.MAJOR, config)
    assert gates(verdict) == [("fail-on", 0, 1, False), ("max-issues", 2, 2, True)]
    assert not verdict.passed
    assert not judge(result("minor", "minor", "minor"), None, config).passed


def test_the_rate_is_of_issues_in_target_words():
    config = Config(gate=Limits(max_per_1000_words=4))
    assert gates(judge(result("minor", "critical", words=500), None, config)) == [("max-per-1000-words", 4, 4.0, True)]
    assert not judge(result("minor", "critical", words=499), None, config).passed


def test_the_mqm_score_weighs_severities():
    issues = result("minor", "major", "critical", "neutral").issues
    assert mqm_score(issues, 1000) == pytest.approx(100 * (1 - 31 / 1000))
    config = Config(gate=Limits(min_mqm_score=97))
    assert not judge(result("minor", "major", "critical"), None, config).passed
    assert judge(result("minor", "major", "major", "neutral"), None, config).passed


def test_without_words_only_a_run_without_issues_meets_a_rate():
    config = Config(gate=Limits(max_per_1000_words=9, min_mqm_score=50))
    assert judge(result(words=0), None, config).passed
    assert gates(judge(result("minor", words=0), None, config)) == [
        ("max-per-1000-words", 9, None, False),
        ("min-mqm-score", 50, None, False),
    ]


def test_a_problem_fails_whatever_the_gates_say():
    verdict = judge(result(problems=(Problem("unreadable"),)))
    assert all(gate.passed for gate in verdict.gates)
    assert not verdict.passed


def test_narrower_limits_count_their_own_and_leave_the_default_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    config = Config(
        folder=tmp_path,
        scoped_gates=(
            Limits(max_issues=0, rule="untranslated"),
            Limits(max_per_1000_words=10, fail_on=Severity.CRITICAL, pattern="vi/*.po"),
        ),
    )
    issues = [issue("minor", file="vi/a.po"), issue("minor", file="cs/a.po"), issue("minor", "untranslated", "cs/a.po")]
    found = result(issues=issues, words_by_file={"vi/a.po": 100, "cs/a.po": 900})
    assert gates(judge(found, None, config)) == [
        ("fail-on", 0, 3, False),
        ("max-issues", 0, 1, False),
        ("fail-on", 0, 0, True),
        ("max-per-1000-words", 10, 10.0, True),
    ]


def test_a_limit_of_a_language_is_of_its_issues_and_words():
    found = [replace(issue("minor"), target_lang=tag) for tag in ("pt", "pt-BR", "pt-PT", "en", "ptx")]
    summary = Summary(1, 10, 1000, words_by_lang={"pt": 100, "pt-BR": 100, "pt-PT": 100, "en": 400, "ptx": 300})
    run = Result(Run("1", (), "und", "und"), summary, tuple(found))

    def gate_of(tag):
        config = Config(scoped_gates=(Limits(max_per_1000_words=10, language=tag),))
        return gates(judge(run, Severity.CRITICAL, config))[-1]

    assert gate_of("pt") == ("max-per-1000-words", 10, 10.0, True)
    assert gate_of("pt-BR") == ("max-per-1000-words", 10, 10.0, True)
    assert gate_of("en") == ("max-per-1000-words", 10, 2.5, True)


def test_limits_are_read_from_the_configuration(tmp_path):
    path = tmp_path / "tqa.toml"
    path.write_text(
        """
        [gate]
        fail-on = "major"
        max-issues = 20
        max-per-1000-words = 2
        min-mqm-score = 98.5
        [gate.rules.untranslated]
        max-issues = 0
        [gate.languages.pt-br]
        min-mqm-score = 90
        [[gate.files]]
        pattern = "vi/**"
        fail-on = "minor"
        """,
        encoding="utf-8",
    )
    config = load_config(path)
    assert config.fail_on is Severity.MAJOR
    assert config.gate == Limits(None, 20, 2.0, 98.5)
    assert config.scoped_gates == (
        Limits(max_issues=0, rule="untranslated"),
        Limits(min_mqm_score=90.0, language="pt-BR"),
        Limits(fail_on=Severity.MINOR, pattern="vi/**"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[gate]\nmax-isues = 1", "unknown key 'max-isues'; did you mean 'max-issues'?"),
        ("[gate]\nmax-issues = -1", "gate: max-issues: -1 is less than 0"),
        ("[gate]\nmax-issues = 1.5", "a whole number is wanted, not 1.5"),
        ("[gate]\npattern = 'x'", "unknown key 'pattern'"),
        ("[gate.rules.speling]\nmax-issues = 1", "unknown rule 'speling'; did you mean 'spelling'?"),
        ("[[gate.files]]\nmax-issues = 1", "gate.files number 1: 'pattern' is missing"),
        ("[gate.languages.english]\nmax-issues = 1", "'english' is not a language tag"),
        ("fail-on = 'major'\n[gate]\nfail-on = 'minor'", "'fail-on' stands both"),
        ("[gate]\nfail-on = 'majr'", "did you mean 'major'?"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path, text, said):
    path = tmp_path / "tqa.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        load_config(path)
    assert said in str(raised.value)
    assert str(path) in str(raised.value)
