"""The text starts or ends with a space where the source doesn't, or lacks it.

Why it matters: programs put texts together. Without its space "Name: " runs into what follows, and one too many shows
as a gap.

How to fix: start and end as the source does. Where a language writes no spaces (Chinese, Japanese, Thai) or a
full-width mark brings its own, one may be missing.
"""

from collections.abc import Iterator

from tqa.rule import Found, Pair, bad, good, rule

_SPACES = " \u00a0\u202f\u3000"
_UNSPACED = frozenset({"zh", "ja", "yue", "th", "lo", "km", "my"})


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    bilingual=True,
    yields_to=(
        "whitespace-only",
        "missing-translation",
        "untranslated",
        "space-before-punctuation",
        "newline-mismatch",
    ),
    examples=[
        bad(("Name: ", "Tên:"), marks=":", suggestion=": ", langs=("en", "vi")),
        bad((" of 5", "von 5"), marks="v", suggestion=" v", langs=("en", "de")),
        bad(("Save", "Speichern "), marks=" ", suggestion="", langs=("en", "de")),
        bad(("Save", " Lưu"), marks=" ", suggestion="", langs=("en", "vi")),
        good(("Name: ", "Tên: "), (" ", " "), ("Save\n", "Lưu\n"), langs=("en", "vi")),
        good(("Name: ", "名称："), langs=("en", "zh")),
        good("Save "),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report spaces at either end that one side alone has."""
    source, target = pair.source.text, pair.target.text
    if (
        not source
        or not target
        or ((source[0] in _SPACES) == (target[0] in _SPACES) and (source[-1] in _SPACES) == (target[-1] in _SPACES))
    ):
        return
    core, ours = target.strip(_SPACES), source.strip(_SPACES)
    if not core or not ours or pair.source.is_key:
        return
    is_lax = pair.target.base in _UNSPACED or pair.source.base in _UNSPACED
    for edge, name in ((0, "start"), (-1, "end")):
        wanted, had = _spaces(source, ours, edge), _spaces(target, core, edge)
        if bool(wanted) == bool(had) or is_lax:
            continue
        start = 0 if edge == 0 else len(target) - max(len(had), 1)
        span = pair.target.span(start, start + max(len(had), 1))
        if had:
            yield Found(f"a space at the {name} that the source hasn't", [span], "", "safe")
        else:
            char = target[edge]
            text = wanted + char if edge == 0 else char + wanted
            yield Found(f"the space at the {name} is missing", [span], text, "safe")


def _spaces(text: str, core: str, edge: int) -> str:
    """The spaces before (edge 0) or behind the core of a text."""
    at = text.index(core)
    return text[:at] if edge == 0 else text[at + len(core) :]
