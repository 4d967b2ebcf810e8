"""The files of a report that is too large for one, and what the user is told."""

import ast
import json
import re
from dataclasses import replace

import pytest
from sample_report import HOSTILE, ISSUES, RESULT, report

from tqa.cli import main
from tqa.reporters.output import Output, write
from tqa.reporters.reporter import REPORTERS

HTML = REPORTERS.named("html")
MANY = replace(RESULT, issues=tuple(replace(ISSUES[n % 10], message=f"{n} '\\n\n' {HOSTILE}") for n in range(25)))


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr("tqa.reporters.html.report.MOST_INLINE", 20)
    monkeypatch.setattr("tqa.reporters.html.data.SHARD", 10)


def written(tmp_path, result=MANY, name="out.html"):
    beside = write(Output(HTML, tmp_path / name), report(result), None)
    return [path.relative_to(tmp_path).as_posix() for path in beside]


def test_each_issue_is_in_one_script_and_none_of_them_holds_markup(tmp_path):
    names = written(tmp_path)
    assert names == ["out-data/1.js", "out-data/2.js", "out-data/3.js"]
    messages = []
    for name in names:
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "<" not in text
        rows = re.fullmatch(r"tqaShard\(JSON\.parse\(('\[.*\]')\), \"[0-9a-f]{16}\"\);\n", text)[1]
        messages += [row[8] for row in json.loads(ast.literal_eval(rows))]
    assert messages == [issue.message for issue in MANY.issues]


def test_a_report_of_usual_size_is_one_file(tmp_path):
    assert written(tmp_path, RESULT) == []
    assert [path.name for path in tmp_path.iterdir()] == ["out.html"]
    assert (tmp_path / "out.html").read_text(encoding="utf-8") == "".join(HTML.render(report(RESULT)))


def test_standard_output_gets_all_in_one(tmp_path):
    assert all(f"{n} " in "".join(HTML.render(report(MANY))) for n in range(25))


def test_the_user_is_told_of_the_files_beside(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("The goverment signed it.\n" * 25, encoding="utf-8")
    args = ["a.txt", "--target-lang", "en", "--select", "spelling", "--exit-zero", "--output-format", "html:r/x.html"]
    assert main(["check", *args]) == 0
    assert "r/x.html needs the 3 files in r/x-data beside it" in capsys.readouterr().err
