"""What CI servers are given is valid by their schemas, and its scripts do what they are for."""

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

from tqa.config.load import load_config

yaml = pytest.importorskip("yaml", reason="needs the extra 'yaml'")
ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "ci/tqa.gitlab-ci.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
DOCS = (ROOT / "docs/ci.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", DOCS, re.MULTILINE | re.DOTALL)


@pytest.mark.skipif(not find_spec("check_jsonschema"), reason="NOT LINTED: check-jsonschema isn't installed")
@pytest.mark.parametrize(
    ("schema", "path"),
    [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "ci/tqa.gitlab-ci.yml")],
)
def test_the_templates_are_valid(schema, path):
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_hook_names_its_command_and_matches_translations():
    for hook in HOOKS:
        assert {"id", "name", "entry", "language", "files"} <= set(hook)
        assert re.search(hook["files"], "locales/vi/app.po")
        assert not re.search(hook["files"], "src/app.py")
    assert [hook["entry"] for hook in HOOKS] == ["tqa check", "tqa fix"]


@pytest.fixture
def shell(tmp_path):
    """Runs a script as a CI server does, with this tqa as `tqa`, on a page with a misspelling."""
    bin_folder, work = tmp_path / "bin", tmp_path / "work"
    bin_folder.mkdir()
    work.mkdir()
    tool = bin_folder / "tqa"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tqa "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    (work / "a page.txt").write_text("The goverment signed.\n", encoding="utf-8")
    (work / "good.txt").write_text("The government signed.\n", encoding="utf-8")

    def run(command, **variables):
        environment = {**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), **variables}
        return subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, check=False)

    return run


def check_step():
    return next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")


@pytest.mark.parametrize(("paths", "status"), [("good.txt", 0), (".", 1), ("none.txt", 2)])
def test_the_action_annotates_summarises_and_passes_the_status_on(shell, tmp_path, paths, status):
    output, summary = tmp_path / "output", tmp_path / "summary"
    done = shell(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", check_step()["run"]],
        TQA_PATHS=paths,
        TQA_ARGS="--target-lang en\n--select spelling",
        TQA_OUTPUT=str(tmp_path / "out put"),
        GITHUB_OUTPUT=str(output),
        GITHUB_STEP_SUMMARY=str(summary),
    )
    assert done.returncode == status, done.stderr
    outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
    assert set(outputs) == set(ACTION["outputs"])
    assert all(Path(path).is_file() for path in outputs.values())
    assert "Translation quality" in summary.read_text(encoding="utf-8")
    assert ("::warning file=a page.txt,line=1" in done.stdout) == (status == 1)


def test_no_input_of_the_action_can_run_as_a_script(shell, tmp_path):
    assert "${{" not in "".join(step.get("run", "") for step in ACTION["runs"]["steps"])
    done = shell(
        ["bash", "-eo", "pipefail", "-c", check_step()["run"]],
        TQA_PATHS="$(touch hacked) ; touch hacked *",
        TQA_ARGS="",
        TQA_OUTPUT=str(tmp_path / "out"),
        GITHUB_OUTPUT=str(tmp_path / "o"),
        GITHUB_STEP_SUMMARY=str(tmp_path / "s"),
    )
    assert done.returncode == 2
    assert not (tmp_path / "work/hacked").exists()


@pytest.mark.parametrize(("paths", "status"), [("good.txt", 0), (".", 1)])
def test_the_gitlab_job_leaves_the_reports_that_it_names(shell, tmp_path, paths, status):
    job = GITLAB["tqa"]
    done = shell(["sh", "-ec", "\n".join(job["script"])], TQA_PATHS=paths, TQA_ARGS="--target-lang en")
    assert done.returncode == status, done.stderr
    artifacts = job["artifacts"]
    for name in (*artifacts["paths"], *artifacts["reports"].values()):
        assert (tmp_path / "work" / name).is_file()
    found = json.loads((tmp_path / "work" / artifacts["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert [one["location"]["path"] for one in found] == ["a page.txt"] * status


def test_the_settings_in_the_documentation_hold(tmp_path):
    found = blocks("toml")
    assert found
    for number, text in enumerate(found):
        path = tmp_path / f"{number}.toml"
        path.write_text(text, encoding="utf-8")
        config = load_config(path)
        assert bool(config.suppress) == ("suppress" in tomllib.loads(text))


def test_the_documentation_names_what_there_is():
    from tqa.reporters.reporter import REPORTERS

    assert {name for name in REPORTERS.all() if f"`{name}`" in DOCS} == set(REPORTERS.all())
    for text in blocks("yaml"):
        assert yaml.safe_load(text)
    action = next(block for block in blocks("yaml") if "copy-of-tqa@" in block)
    used = yaml.safe_load(action)["jobs"]["translations"]["steps"][1]["with"]
    assert set(used) <= set(ACTION["inputs"])
    assert set(re.findall(r"steps\.tqa\.outputs\.(\w+)", action)) <= set(ACTION["outputs"])
    for hook in yaml.safe_load(blocks("yaml")[0])["repos"][0]["hooks"]:
        assert hook["id"] in {one["id"] for one in HOOKS}
