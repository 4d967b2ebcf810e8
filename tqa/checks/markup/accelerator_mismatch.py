"""The key of a label (&File, _File, ~File) is missing, doubled or marks nothing.

Why it matters: who works by keyboard reaches menus and buttons by these keys; without the mark there is none, with two
the wrong one, and a mark of another system shows in the label.

How to fix: put the source's mark before one letter of the translation, the one that the word is known by; languages
whose script has no keys put it behind in brackets: 文件(&F). The option `mark` names the mark where labels alone don't
tell it; with it, labels that have none in the source must have none.
"""

from collections.abc import Iterator
from typing import Literal

from tqa.language.accelerators import is_label, mark_of, marked
from tqa.language.lexicon import lexicon
from tqa.rule import Found, Pair, Trait, bad, good, rule


@rule(
    "design/markup",
    "minor",
    bilingual=True,
    when=Trait.AMPERSAND | Trait.UNDERSCORE | Trait.SYMBOL,
    yields_to=("entity-mismatch", "placeholder-mismatch"),
    examples=[
        bad(("&Open file", "Datei öffnen"), marks="&O", langs=("en", "de")),
        bad(("_Save as…", "&Speichern unter…"), marks="&", suggestion="_", langs=("en", "de")),
        bad(("E&xit", "&Be&enden"), marks="&", langs=("en", "de")),
        bad(("~Insert", "Chèn"), marks="~I", langs=("en", "vi")),
        bad(("Sa_ve", "Lưu"), marks="_v", langs=("en", "vi")),
        bad(("Help", "&Hilfe"), marks="&", langs=("en", "de"), options={"mark": "&"}),
        good(("&Open file", "&Datei öffnen"), langs=("en", "de")),
        good(("_File", "文件(_F)"), langs=("en", "zh")),
        good(("Find && &Replace", "Suchen && &Ersetzen"), langs=("en", "de")),
        good(("Research & development, AT&T, R&D", "Forschung und Entwicklung"), langs=("en", "de")),
        good(("Rename file_name", "Đổi tên tệp"), langs=("en", "vi")),
        good(("~20 users, see ~/notes", "etwa 20 Nutzer"), langs=("en", "de")),
        good(("An _important_ word", "Ein wichtiges Wort"), langs=("en", "de")),
        good(("Tom&nbsp;Ana", "Tom Ana"), langs=("en", "de")),
    ],
)
def check(pair: Pair, *, mark: Literal["auto", "&", "_", "~", "none"] = "auto") -> Iterator[Found]:
    """Report keys missing, added or doubled. mark: the sign before the key; `none`: labels have no keys."""
    source, target = pair.source, pair.target
    if mark == "none" or not is_label(source.text) or not target.text.strip():
        return
    words = lexicon(source.language)
    found = mark_of(source.text, None if words is None else words.frequency)
    if found is None and mark != "auto":
        for at in marked(target.text, mark):
            yield Found("the source's label has no key", [target.span(at, at + 1)], "", "unsafe")
        return
    if found is None or mark not in ("auto", found):
        return
    ours, theirs = marked(source.text, found), marked(target.text, found)
    if len(theirs) > len(ours):
        yield Found("the label has more than one key", [target.span(theirs[-1], theirs[-1] + 1)], "", "unsafe")
    elif not theirs:
        evidence = source.span(ours[0], ours[0] + 2)
        other = mark_of(target.text)
        if other is not None and other not in source.text:
            at = marked(target.text, other)[0]
            spans = [target.span(at, at + 1), evidence]
            yield Found(f"the source marks the key with {found}", spans, found, "unsafe")
        else:
            yield Found(f"the label has no key: the source has '{source.text[ours[0] : ours[0] + 2]}'", [evidence])
