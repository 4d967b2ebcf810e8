r"""The tabs aren't those of the source.

Why it matters: a tab stands between columns, or between a command and its key; without it the two run together.

How to fix: keep as many tabs as the source has, in their places.
"""

from collections.abc import Iterator

from tqa.rule import Found, Pair, Trait, bad, good, rule


@rule(
    "design/layout",
    "minor",
    bilingual=True,
    when=Trait.TAB,
    yields_to=("escape-mismatch", "whitespace-only", "missing-translation"),
    examples=[
        bad(("Save\tCtrl+S", "Speichern Ctrl+S"), marks="Ctrl", langs=("en", "de")),
        bad(("Save", "Lưu\t"), marks="\t", suggestion="", langs=("en", "vi")),
        bad(("a\tb", "a\t\tb"), marks="\t", langs=("en", "de")),
        good(("Save\tCtrl+S", "Lưu\tCtrl+S"), langs=("en", "vi")),
        good("Save\tnow"),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report tabs too many or too few."""
    source, target = pair.source, pair.target
    wanted, had = source.text.count("\t"), target.text.count("\t")
    if wanted == had or not target.words or source.is_key:
        return
    message = f"{wanted} tab{'s' * (wanted != 1)} in the source, {had} here"
    if had > wanted:
        at = target.text.rindex("\t")
        yield Found(
            message, [target.span(at, at + 1)], "" if not wanted and at == len(target.text) - 1 else None, "unsafe"
        )
        return
    # The word that stands behind the source's last tab if there is the same, the first word otherwise.
    behind = source.text.rsplit("\t", 1)[1].split()
    at = target.text.find(behind[0]) if behind else -1
    word = next((word for word in target.words if word.start == at), target.words[0])
    tab = source.text.rindex("\t")
    yield Found(message, [target.span(word.start, word.end), source.span(tab, tab + 1)])
