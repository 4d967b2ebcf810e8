"""No text makes a rule about markup crash, mark outside of the text, or take long."""

import random
import time

import pytest

from tqa.registry import rules
from tqa.rule import bad
from tqa.testing import issues_of

RULES = [rule for rule in rules().values() if rule.group == "markup" or rule.id in ("url-mismatch", "path-mismatch")]
PIECES = [
    *"{}<>%$\\()[]`#&_~@/|=:\n\"' ",
    *(
        "{{",
        "}}",
        "</",
        "<b>",
        '<a href="',
        "%s",
        "%1$",
        "%(",
        "\\n",
        "](",
        "**",
        "&amp;",
        "&lt",
        "http://",
        "--",
        "é",
        "字",
    ),
    *(
        "{n, plural, ",
        "one {",
        "other {",
        "->",
        "{ $x",
        "*[",
        "''",
        "<!--",
        "]]>",
        "javascript:",
        "C:\\",
        "\ud800",
        "x",
    ),
]


@pytest.mark.parametrize("seed", range(150))
def test_random_pieces(seed: int) -> None:
    chance = random.Random(seed)
    source, target = ("".join(chance.choices(PIECES, k=chance.randint(1, 14))) for _ in range(2))
    for rule in RULES:
        for issue in issues_of(rule, bad((source, target), langs=("en", "de"))):
            assert all(0 <= span.start < span.end <= len(issue.text(span.side)) for span in issue.spans), rule.id


@pytest.mark.parametrize(
    "piece", ['<a href="', "<!--", "{a, select, other {", "[x](", "**", "<b", "%", "&lt", 'a="x ', "/x."]
)
def test_long_texts_take_no_longer_than_long(piece: str) -> None:
    text = piece * 1500
    began = time.perf_counter()
    for rule in RULES:
        issues_of(rule, bad((text, f"{text}x"), langs=("en", "de")))
    assert time.perf_counter() - began < 5
