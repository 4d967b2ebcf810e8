"""`tqa check --watch` in a process of its own."""

import json
import signal
import subprocess
import sys
import time

import pytest

pytest.importorskip("watchfiles", reason="needs the extra 'watch'")


@pytest.fixture
def watching(tmp_path):
    """Starts the watch on a page; gives the page and a function that waits for the next report."""
    page = tmp_path / "page.txt"
    page.write_text("The goverment signed.\n", encoding="utf-8")
    log = tmp_path / "report.jsonl"
    arguments = [page, "--target-lang", "en", "--watch", "--output-format", f"jsonl:{log}"]
    process = subprocess.Popen(
        [sys.executable, "-m", "tqa", "check", *map(str, arguments)], stderr=subprocess.PIPE, text=True
    )

    def rules(expected):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            found = log.read_text(encoding="utf-8") if log.exists() else None
            if found is not None and [json.loads(line)["rule"] for line in found.splitlines()] == expected:
                return True
            time.sleep(0.05)
        return False

    yield page, rules, process
    process.kill()
    process.wait()


def test_a_change_is_checked_at_once_and_the_status_is_the_last_one(watching):
    page, rules, process = watching
    assert rules(["spelling"])
    time.sleep(0.5)  # until the watch stands
    page.write_text("The government signed.\n", encoding="utf-8")
    assert rules([])
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 0
    assert "page.txt changed" in process.stderr.read()


def test_what_cannot_be_watched_is_said(tqa, tmp_path):
    assert "standard input can be read but once" in tqa("check", "-", "--watch").err
    done = tqa("check", "nowhere.txt", "--watch")
    assert (done.status, "nowhere.txt: there is no such file" in done.err) == (2, True)
