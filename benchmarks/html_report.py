"""How long a browser takes over a large HTML report: to open it, to filter it, to turn its pages.

    python benchmarks/html_report.py [--issues 100000] [--browser /usr/bin/chromium]

The issues are made up, about 14 words a side, no two texts alike. "open" is from the start of the navigation to the
first page of rows drawn; the others are from the event to the next frame after it. Each is the median of several runs.
Above 100,000 issues the report has scripts beside it, and "all" is when the last of them is there.
"""

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tqa.engine.neighbours import MOST
from tqa.engine.result import Result, Run, Summary
from tqa.gate import judge
from tqa.model import Issue, Neighbour, Severity, Span
from tqa.reporters.output import Output, write
from tqa.reporters.reporter import REPORTERS, Report

RUNS = 5
SYLLABLES = "ka lo mi ten var sul pra nor dis bel qu em ta ri go".split()
# Do something and wait for the next frame; returns milliseconds.
TIMED = """(action) => new Promise((done) => {
  const start = performance.now();
  new Function(action)();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
CHOOSE = (
    "const one = document.getElementById('{0}'); one.value = '{1}';"
    " one.dispatchEvent(new Event('change', {{bubbles: true}}));"
)
SEARCH = "location.hash = '#q={0}'; dispatchEvent(new HashChangeEvent('hashchange'));"
ACTIONS = {
    "severity": "document.querySelector('.chip-major').click();",
    "rule": CHOOSE.format("rule", "rule-7"),
    "file": CHOOSE.format("file", "locales/12/messages.po"),
    "points": CHOOSE.format("points", "5-9"),
    "text, first": SEARCH.format("kalo"),
    "text": SEARCH.format("tenvar"),
    "regex": SEARCH.format("/sul.*nor$/"),
    "sort": CHOOSE.format("sort", "severity"),
    "next page": "document.getElementById('next').click();",
    "clear": "document.getElementById('clear').click();",
}


def texts(rng: random.Random, words: int = 14) -> str:
    """A sentence of words that nobody knows."""
    return " ".join("".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(words))


def report(count: int) -> Report:
    """A report with `count` issues in 50 files, on every second segment, with the neighbours that the engine keeps."""
    rng = random.Random(count)
    severities = list(Severity)
    issues = []
    after = None
    for number in range(count):
        source, target = texts(rng), texts(rng)
        before, after = after, Neighbour(str(2 * number + 1), texts(rng), texts(rng)) if 2 * number < MOST else None
        issues.append(
            Issue(
                f"rule-{number % 40}", "accuracy/mistranslation", rng.choice(severities), f"{texts(rng, 6)} {number}",
                f"locales/{number * 50 // count}/messages.po", number, str(2 * number), "vi", "en", None, source,
                target, (Span("target", 0, 5),), texts(rng, 2), "unsafe", (), f"{rng.getrandbits(80):020x}",
                (before, after),
            )
        )  # fmt: skip
    rules = tuple(f"rule-{number}" for number in range(40))
    result = Result(Run("0", rules, "vi", "en"), Summary(50, count * 2, count * 28), tuple(issues))
    return Report(result, judge(result, Severity.MINOR))


def measure(page: Path, executable: str, is_sharded: bool) -> dict[str, list[float]]:
    """Milliseconds by what was done."""
    from playwright.sync_api import sync_playwright

    times: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(RUNS):
            tab = browser.new_page(viewport={"width": 1440, "height": 900})
            start = time.perf_counter()
            tab.goto(page.as_uri(), wait_until="commit")
            tab.wait_for_selector("#rows tbody tr:nth-child(100)")
            times.setdefault("open", []).append(1000 * (time.perf_counter() - start))
            if is_sharded:
                tab.wait_for_selector("#loading:empty", state="attached", timeout=120_000)
                times.setdefault("all", []).append(1000 * (time.perf_counter() - start))
            for name, action in ACTIONS.items():
                times.setdefault(name, []).append(tab.evaluate(TIMED, action))
                if name not in ("sort", "next page"):
                    tab.evaluate(TIMED, ACTIONS["clear"])
            tab.close()
        browser.close()
    return times


def main() -> None:
    """Make the report, measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--issues", type=int, default=100_000)
    parser.add_argument("--browser", default=shutil.which("chromium") or shutil.which("google-chrome"))
    options = parser.parse_args()
    if options.browser is None:
        sys.exit("no Chromium on the PATH: name one with --browser")
    with tempfile.TemporaryDirectory() as folder:
        page, made = Path(folder, "report.html"), report(options.issues)
        start = time.perf_counter()
        beside = write(Output(REPORTERS.named("html"), page), made, sys.stdout)
        seconds = time.perf_counter() - start
        size = sum(one.stat().st_size for one in (page, *beside)) / 1e6
        print(f"{options.issues:,} issues: written in {seconds:.1f} s, {size:.1f} MB in {1 + len(beside)} files")
        for name, times in measure(page, options.browser, bool(beside)).items():
            print(f"{name:12} {statistics.median(times):7.0f} ms   (from {min(times):.0f} to {max(times):.0f})")


if __name__ == "__main__":
    main()
