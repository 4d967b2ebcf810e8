"""What a command needs no part of isn't loaded: a short check is over before it would be."""

import subprocess
import sys

import pytest

HEAVY = {"jinja2", "langdetect", "lxml", "multiprocessing", "numpy", "sacrebleu", "sentencesplit", "snowballstemmer"}
# Behind the checks: what only some rules, reports and inputs need.
UNUSED = {
    "importlib.metadata",
    "langcodes",
    "rich.console",
    "tqa.alignment.documents",
    "tqa.reporters.html.report",
    "tqa.scores.metrics",
    "tqa.language.second_opinion",
}
FOR_CHECKS = {"babel", "rapidfuzz", "regex", "tomllib", "tqa.api", "tqa.language.lexicon", "tqa.registry"}


def loaded(folder, *arguments):
    code = (
        "import sys\n"
        "from tqa.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "finally:\n"
        "    print('loaded:', *sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, encoding="utf-8", cwd=folder
    )
    last = done.stdout.splitlines()[-1]
    assert last.startswith("loaded:"), done.stderr
    return set(last.split()[1:])


@pytest.fixture
def sentences(tmp_path):
    rows = ["source\ttarget"]
    rows += [
        f"Chuyến tàu số {n} đi Huế rời ga lúc tám giờ.\tTrain {n} to Hue leaves the station at eight o'clock."
        for n in range(2, 22)
    ]
    (tmp_path / "trains.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


def test_the_version_is_told_without_the_checks(tmp_path):
    assert not loaded(tmp_path, "--version") & (HEAVY | UNUSED | FOR_CHECKS)


def test_a_short_check_loads_nothing_heavy(sentences):
    modules = loaded(sentences, "check", "trains.tsv", "--source-lang", "vi", "--target-lang", "en")
    assert "tqa.checks.accuracy.number_mismatch" in modules
    assert not modules & (HEAVY | UNUSED)
