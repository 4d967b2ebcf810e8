"""A page for a browser: one file without scripts that needs no network, the texts in it escaped by Jinja."""

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from tqa.cli._pages.page import Page
from tqa.reporters.visible import safe


def render(page: Page) -> Iterator[str]:
    """Yield the page in pieces. The same page gives the same text: it holds no time and no chance."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_visible
    )
    style = _file("page.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = environment.from_string(_file("page.html"))
    yield from template.generate(page=page, style=Markup(style), style_hash=f"sha256-{digest}")


def _visible(value: Any) -> Any:
    return safe(value) if type(value) is str else value


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
