"""A Chromium for the tests of the HTML report.

It is looked for in `TQA_CHROMIUM`, then on the PATH. Without one the tests are skipped, and say so; with
`TQA_REQUIRE_BROWSER=1` they fail instead.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "reporters"))

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# Runs before the page: what the policy blocks is remembered, since nothing of the page may see to it.
_WATCH = (
    "window.violations = []; addEventListener('securitypolicyviolation', e => violations.push(e.violatedDirective))"
)


def _absent(reason: str) -> None:
    if os.environ.get("TQA_REQUIRE_BROWSER") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(f"BROWSER TESTS DID NOT RUN: {reason}")


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """A headless Chromium."""
    executable = os.environ.get("TQA_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if executable is None:
        _absent("no Chromium on the PATH; install one or name it in TQA_CHROMIUM")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _absent("playwright isn't installed (it is in the extra 'dev')")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, tmp_path) -> Iterator[Callable]:
    """Opens the report of a result, and holds in the end that it ran without an error and without the network."""
    from sample_report import RESULT, report

    from tqa.reporters.output import Output, write
    from tqa.reporters.reporter import REPORTERS

    contexts, faults, pages = [], [], []

    def opened(result=RESULT, anchor="", history=(), scores=(), **options):
        whole = replace(report(result), history=history, scores=scores)
        file = tmp_path / "report.html"
        write(Output(REPORTERS.named("html"), file), whole, sys.stdout)
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        context.add_init_script(_WATCH)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: request.url.startswith("file:") or faults.append(f"request: {request.url}"))
        page.goto(file.as_uri() + anchor)
        pages.append((page, options.get("java_script_enabled", True)))
        return page

    yield opened
    for page, has_script in pages:
        if has_script:
            faults.extend(page.evaluate("violations"))
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def contrast() -> Callable:
    """Measures the contrast of an element's text with what is behind it."""
    return _contrast


def _contrast(page, selector: str) -> float:
    """The contrast of the first such element's text with what is behind it, as WCAG 2 counts it."""
    return page.evaluate(
        """(selector) => {
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const rgb = (color, under) => {
            canvas.fillStyle = under; canvas.fillRect(0, 0, 1, 1);
            canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
            return `rgb(${[...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)})`;
          };
          const element = document.querySelector(selector);
          const layers = [];
          for (let at = element; at; at = at.parentElement) layers.unshift(getComputedStyle(at).backgroundColor);
          const behind = layers.reduce((under, color) => rgb(color, under), "rgb(255,255,255)");
          const light = (color) => {
            const [r, g, b] = color.match(/[\\d.]+/g).map((v) => v / 255)
              .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const lights = [light(rgb(getComputedStyle(element).color, behind)), light(behind)];
          const [low, high] = lights.sort((a, b) => a - b);
          return (high + 0.05) / (low + 0.05);
        }""",
        selector,
    )
