"""Suppressions in the comments of the files themselves."""

import json

import pytest

FILES = {
    "a.po": """msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# tqa: ignore {rules} -- as on the sign
msgid "Nhà khách"
msgstr "The goverment house"

msgid "Nhà kho"
msgstr "The goverment store"
""",
    "a.properties": "# tqa: ignore {rules} -- as on the sign\na = The goverment house\nb = The goverment store\n",
    "a.ftl": "# tqa: ignore {rules} -- as on the sign\na = The goverment house\nb = The goverment store\n",
    "a.md": "<!-- tqa: ignore {rules} -- as on the sign -->\nThe goverment house\n\nThe goverment store\n",
    "a.html": "<p><!-- tqa: ignore {rules} -- as on the sign -->The goverment house</p><p>The goverment store</p>\n",
    "a.srt": (
        "NOTE tqa: ignore {rules} -- as on the sign\n\n1\n00:00:01,000 --> 00:00:03,000\nThe goverment house\n\n"
        "2\n00:00:04,000 --> 00:00:06,000\nThe goverment store\n"
    ),
    "a.tsv": (
        "source\ttarget\tnote\nNhà khách\tThe goverment house\ttqa: ignore {rules} -- as on the sign\n"
        "Nhà kho\tThe goverment store\t\n"
    ),
}


@pytest.fixture
def run(tqa, tmp_path):
    """Checks the file of a format with the rules given in its comment."""

    def check(name, rules, *arguments):
        (tmp_path / name).write_text(FILES[name].replace("{rules}", rules), encoding="utf-8")
        done = tqa("check", name, "--target-lang", "en", "--select", "spelling", "--output-format", "json", *arguments)
        return done, json.loads(done.out)

    return check


@pytest.mark.parametrize("name", sorted(FILES))
@pytest.mark.parametrize("rules", ["spelling", "end-punctuation, spelling", ""])
def test_a_comment_suppresses_on_its_segment_alone(run, name, rules):
    done, result = run(name, rules)
    assert [issue["target"] for issue in result["issues"]] == ["The goverment store"]
    assert result["summary"]["suppressed"] == 1
    assert done.err == ""


@pytest.mark.parametrize("name", ["a.po", "a.md"])
def test_a_comment_for_another_rule_suppresses_nothing(run, name):
    _, result = run(name, "end-punctuation")
    assert len(result["issues"]) == 2
    # Its rule didn't run, so nobody can say that it isn't needed.
    assert result["summary"]["unused_suppressions"] == []


def test_a_comment_that_is_not_needed_any_more_is_told(tqa, tmp_path):
    (tmp_path / "a.properties").write_text("# tqa: ignore spelling\na = The government house\n", encoding="utf-8")
    done = tqa("check", "a.properties", "--target-lang", "en", "--output-format", "json")
    assert json.loads(done.out)["summary"]["unused_suppressions"] == ["a.properties:2: tqa: ignore spelling"]


def test_an_unknown_rule_is_an_error_with_a_near_miss(run):
    done, result = run("a.po", "speling")
    assert done.status == 2
    assert "a.po:8: unknown rule 'speling' in the comment 'tqa: ignore'; did you mean 'spelling'" in done.err
    assert len(result["issues"]) == 2


def test_the_reason_is_kept_in_a_saved_run(run, tmp_path):
    run("a.po", "spelling", "--save", "run.jsonl")
    assert "as on the sign" in (tmp_path / "run.jsonl").read_text(encoding="utf-8")
