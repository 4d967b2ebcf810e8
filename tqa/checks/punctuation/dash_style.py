"""A hyphen stands where a dash belongs.

Why it matters: "Monday - Friday" and "it -- of course" are how typewriters wrote; a dash sets off a thought, a hyphen
joins.

How to fix: use an en dash, or what your style guide says. Since usage differs, the rule is off by default. Bullets,
minus signs, options of commands and hyphens that the source has in the same place aren't reported.
"""

import re
from collections.abc import Iterator

from tqa.rule import Found, Pair, Trait, bad, good, rule

_HYPHEN = re.compile(r"(?<=[^\W\d_\d]) (--?) (?=[^\W\d_])|(?<=\d) (-) (?=\d{4}\b)|(?<=[^\W\d_])(--)(?=[^\W\d_])")


@rule(
    "style/inconsistent-style",
    "minor",
    preview=True,
    when_target=Trait.DASH,
    examples=[
        bad("The town - an old one - is small.", marks="-", suggestion="–"),
        bad("The town -- an old one -- is small.", marks="--", suggestion="–"),
        bad("Thành phố - một nơi cũ - rất nhỏ.", suggestion="–", langs=("en", "vi")),
        good("The well-known town – an old one – is small."),
        good(("A - B", "A - B"), langs=("en", "de")),
        good("- a bullet", "ls -l --all"),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report hyphens between words with a space on both sides, and double ones."""
    target = pair.target
    if "- " not in target.text and "--" not in target.text:
        return
    code = target.protected
    for match in _HYPHEN.finditer(target.text):
        group = match.lastindex or 1
        if f" {match[group]} " in pair.source.text or any(a < match.end() and match.start() < b for a, b in code):
            continue
        yield Found("a hyphen for a dash", [target.span(*match.span(group))], "–", "unsafe")
