"""An option of a command is missing or altered in the translation.

Why it matters: a manual that says `--kraft` for `--force` teaches a command that fails; a `-v` that became `-V` does
something else.

How to fix: copy options as they are; only the words for their values are translated. Two hyphens that stand for a
dash aren't options.
"""

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from tqa.language.addresses import has_dash, options
from tqa.language.identical import pair_off, pieces
from tqa.rule import Found, Pair, Trait, bad, good, rule

_ALIKE = 50
_TYPOGRAPHIC = str.maketrans({"–": "--", "—": "--", "‑": "-", "−": "-"})


@rule(
    "accuracy/mistranslation",
    "minor",
    bilingual=True,
    when_source=Trait.DASH,
    examples=[
        bad(
            ("Use --force to overwrite.", "Mit --kraft überschreiben."),
            marks="--kraft",
            suggestion="--force",
            langs=("en", "de"),
        ),
        bad(("Use --output=FILE.", "Dùng —output=TỆP."), marks="—output", suggestion="--output", langs=("en", "vi")),
        bad(("Run it with -v.", "Chạy với -V."), marks="-V", langs=("en", "vi")),
        bad(("See --help and --version", "Siehe --help"), marks="--version", langs=("en", "de")),
        good(("Use --output FILE, -v or -q", "Mit -q, -v oder --output DATEI"), langs=("en", "de")),
        good(("He said --and meant it-- no.", "Er sagte – und meinte es –: nein."), langs=("en", "de")),
        good(("From A -B- to C, 5 -7", "Von A bis C"), langs=("en", "de")),
        good(("A well-known co-op", "Eine bekannte Genossenschaft"), langs=("en", "de")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report options of the source that the target lacks or has otherwise."""
    source, target = pair.source.text, pair.target.text
    ours = pieces(source, options(source))
    if not ours or not target.strip():
        return
    missing, added = pair_off(ours, pieces(target, options(target)))
    for start, end, option in missing:
        spans = [pair.source.span(start, end)]
        at = target.translate(_TYPOGRAPHIC).find(option)
        if at == -1 and option.startswith("--") and (has_dash(target) or has_dash(source)):
            continue
        place = _typographic(option, target)
        like = max(added, key=lambda other: ratio(option, other[2]), default=None)
        if place is None and like is not None and (ratio(option, like[2]) >= _ALIKE or len(missing) == len(added)):
            added.remove(like)
            place = like[:2]
        if place is None:
            yield Found(f"the option '{option}' is missing", spans)
        else:
            spans.insert(0, pair.target.span(*place))
            yield Found(f"the source has the option '{option}'", spans, option, "unsafe")


def _typographic(option: str, target: str) -> tuple[int, int] | None:
    """Where the target has the option with a dash of prose for its hyphens."""
    word = option.lstrip("-")
    for dash in ("–", "—", "‑", "−", "- -"):
        at = target.find(dash + word)
        if at != -1 and not target[at + len(dash) + len(word) :][:1].isalnum():
            return at, at + len(dash) + len(word)
    return None
