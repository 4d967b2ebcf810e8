"""Rules of other packages are found by their entry point, run, listed and explained like tqa's own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SITE = Path(__file__).parent / "site"


def tqa(*arguments, site=SITE):
    return subprocess.run(
        [sys.executable, "-m", "tqa", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(site)},
    )


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("We won!!!\n", encoding="utf-8")
    return path


def test_its_rule_runs(page):
    done = tqa("check", page, "--target-lang", "en", "--output-format", "jsonl")
    (issue,) = map(json.loads, done.stdout.splitlines())
    assert (issue["rule"], issue["suggestion"], issue["applicability"]) == ("no-shouting", "!", "safe")


def test_its_rule_takes_options(page):
    (page.parent / "tqa.toml").write_text("[rules.no-shouting]\nmost = 3\n", encoding="utf-8")
    assert tqa("check", page, "--target-lang", "en").returncode == 0


def test_its_rule_is_listed_and_explained():
    assert "no-shouting" in tqa("rules").stdout
    assert "our house style knows one" in tqa("explain", "no-shouting").stdout


def test_its_examples_run_with_what_tqa_offers():
    code = (
        "from tqa_house_style import no_shouting\n"
        "from tqa.testing import check_example, examples_of\n"
        "for example in examples_of(no_shouting.check): check_example(no_shouting.check, example)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(SITE)})
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("module", "said"),
    [
        ("import nothing_of_the_kind\n", "plug-in 'broken' (broken_rule) does not load: ModuleNotFoundError"),
        ("x = 1\n", "broken_rule: declares 0 rules; one file is one rule"),
    ],
)
def test_a_broken_one_is_named_in_one_line(page, tmp_path, module, said):
    site = tmp_path / "site"
    (site / "broken-1.dist-info").mkdir(parents=True)
    (site / "broken-1.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1\n")
    (site / "broken-1.dist-info/entry_points.txt").write_text("[tqa.rules]\nbroken = broken_rule\n")
    (site / "broken_rule.py").write_text(module)
    done = tqa("check", page, site=site)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
