r"""An escape (`\n`, `\t`, `\"`) is broken, missing or added.

Why it matters: a program turns `\n` into a line break; `\ n` and `/n` it shows. A quote that lost its backslash ends
the text in the middle of the sentence, and often the file can't be read any more.

How to fix: copy each escape from the source. Quotes may be others than the source's, but straight ones must be escaped
where the source's are. In paths (`C:\new`) and formulas nothing is an escape.
"""

import re
from collections import Counter
from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.addresses import paths
from tqa.language.placeholders.dialects import has_branches
from tqa.rule import Found, Pair, Trait, bad, good, rule

_ESCAPE = re.compile(
    r"\\(?:u\{[0-9A-Fa-f]+\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[^\s\w]|[abfnrtv0](?![a-z]{2}\b\{)|.)", re.DOTALL
)
_FORMULA = re.compile(r"\\[A-Za-z]+\s*[{_^]|\$\\")
_COUNTED = ("\\n", "\\t", "\\r")
_BROKEN = {
    "\\n": re.compile(r"\\\s+n|\\N|(?<![\w/:<])/n(?![a-z/])|＼n"),
    "\\t": re.compile(r"\\\s+t|\\T|(?<![\w/:<])/t(?![a-z/])|＼t"),
    "\\r": re.compile(r"\\\s+r|\\R|(?<![\w/:<])/r(?![a-z/])|＼r"),
}


@rule(
    "design/markup",
    "minor",
    bilingual=True,
    when_source=Trait.BACKSLASH,
    yields_to=("path-mismatch", "placeholder-mismatch"),
    examples=[
        bad((r"Done.\nSave?", r"Fertig.\ nSpeichern?"), marks=r"\ n", suggestion=r"\n", langs=("en", "de")),
        bad((r"Done.\nSave?", "Fertig. Speichern?"), marks=r"\n", langs=("en", "de")),
        bad((r"One\ttwo", r"Eins\t\tzwei"), marks=r"\t", langs=("en", "de")),
        bad((r"Done.\n", "Xong./n"), marks="/n", suggestion=r"\n", langs=("en", "vi")),
        bad((r"Say \"yes\".", 'Sag "ja".'), marks='"', suggestion=r"\"", langs=("en", "de")),
        bad((r"Don\'t go", "N'y va pas"), marks="'", suggestion=r"\'", langs=("en", "fr")),
        bad((r"A\nB", "A\\u00zB\\n"), marks=r"\u", langs=("en", "de")),
        good((r"Say \"yes\".", "Sag „ja“."), langs=("en", "de")),
        good((r"One\nTwo", r"Eins\nZwei"), langs=("en", "de")),
        good((r"Open C:\new\table", r"Mở C:\new\table"), langs=("en", "vi")),
        good((r"The term \textbf{x} and \nu_1", r"Der Term \textbf{x}"), langs=("en", "de")),
        good((r"Don\'t go", "Geh nicht"), langs=("en", "de")),
        good((r"50\u00a0km", r"50 km"), langs=("en", "de")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report escapes of the target that are broken, too many or too few, and quotes that need one."""
    source, target = pair.source, pair.target
    if not target.text.strip() or _FORMULA.search(source.text) or has_branches(target.text):
        return
    ours, theirs = _escapes(source), _escapes(target)
    yield from _counts(pair, ours, theirs)
    yield from _quotes(pair, ours, theirs)
    for match in re.finditer(r"\\u(?![0-9A-Fa-f]{4}|\{)", target.text):
        if "\\u" not in {text[:2] for _, text in ours if len(text) < 6} and not re.search(r"\\u[a-z]", source.text):
            yield Found("an escape without its four digits", [target.span(*match.span())])


def _escapes(text: Text) -> list[tuple[int, str]]:
    """The (start, text) of the escapes outside of paths."""
    taken = list(paths(text.text)) if "\\" in text.text else []
    return [
        (match.start(), match[0])
        for match in _ESCAPE.finditer(text.text)
        if not any(start <= match.start() < end for start, end in taken)
    ]


def _counts(pair: Pair, ours: list[tuple[int, str]], theirs: list[tuple[int, str]]) -> Iterator[Found]:
    wanted, had = (Counter(text for _, text in escapes) for escapes in (ours, theirs))
    for escape in _COUNTED:
        lost = wanted[escape] - had[escape]
        # What the file's format made of an escape is one still.
        if lost > 0 and escape == "\\n":
            lost = max(lost - max(pair.target.text.count("\n") - pair.source.text.count("\n"), 0), 0)
        if lost > 0:
            broken = list(_BROKEN[escape].finditer(pair.target.text))[:lost]
            for match in broken:
                yield Found(f"'{match[0]}' isn't '{escape}'", [pair.target.span(*match.span())], escape, "unsafe")
            if not broken:
                at = [start for start, text in ours if text == escape][-1]
                yield Found(f"'{escape}' is missing", [pair.source.span(at, at + 2)])
        elif lost < 0:
            at = [start for start, text in theirs if text == escape][-1]
            yield Found(f"there is one '{escape}' more than in the source", [pair.target.span(at, at + 2)])


def _quotes(pair: Pair, ours: list[tuple[int, str]], theirs: list[tuple[int, str]]) -> Iterator[Found]:
    """Straight quotes without a backslash where the source escapes all of its own."""
    for quote in "\"'":
        escaped = [start for start, text in ours if text == f"\\{quote}"]
        if not escaped or pair.source.text.count(quote) > len(escaped):
            continue
        inside = {start + 1 for start, text in theirs if text == f"\\{quote}"}
        for n, char in enumerate(pair.target.text):
            if char == quote and n not in inside:
                yield Found(
                    f"{char} must be escaped, as in the source", [pair.target.span(n, n + 1)], f"\\{quote}", "unsafe"
                )
