"""The end mark of the source is missing, or another one stands there.

Why it matters: a label that loses its colon, a sentence without its full stop and a command with the dots of a dialogue
look unfinished, and where texts are put together they run into each other.

How to fix: end as the source does, with the mark of the target's script. Abbreviations, closing quotes and brackets,
languages without full stops (Thai) and the two ways to write an ellipsis are taken into account.
"""

from collections.abc import Iterator

from tqa.checks.punctuation._end_marks import may_add, may_lack
from tqa.facts import Text
from tqa.language.endings import Ending, agree, last_word
from tqa.language.marks import local_form
from tqa.language.traits import LETTER
from tqa.rule import Found, Pair, Trait, bad, good, rule

_NAMES = {".": "a full stop", "?": "a question mark", "!": "an exclamation mark", ":": "a colon", ";": "a semicolon"}
_NAMES |= {",": "a comma", "…": "an ellipsis"}
_PLAIN = frozenset(".!?")


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    bilingual=True,
    when=Trait.SENTENCE_END | Trait.PUNCTUATION,
    when_source=LETTER,
    when_target=LETTER,
    yields_to=(
        "truncated",
        "untranslated",
        "omission",
        "addition",
        "question-mismatch",
        "shuffled-translation",
        "repeated-punctuation",
        "missing-translation",
        "placeholder-mismatch",
        "stray-punctuation",
    ),
    examples=[
        bad(("Der Zug hält hier.", "The train stops here"), marks="here", suggestion="here.", langs=("de", "en")),
        bad(("Name:", "Tên"), marks="Tên", suggestion="Tên:", langs=("en", "vi")),
        bad(("Name:", "Tên."), marks=".", suggestion=":", langs=("en", "vi")),
        bad(("Save as…", "Speichern unter"), marks="unter", suggestion="unter…", langs=("en", "de")),
        bad(("Save", "Speichern."), marks=".", suggestion="", langs=("en", "de")),
        bad(("The door is open.", "门开着"), marks="着", suggestion="着。", langs=("en", "zh")),
        bad(("He left.", "वह चला गया"), marks="गया", suggestion="गया।", langs=("en", "hi")),
        bad(("Stop!", "Halt"), suggestion="Halt!", langs=("en", "de")),
        good(("Save as...", "Speichern unter…"), langs=("en", "de")),
        good(("He said: “Go.”", "Er sagte: „Geh“."), langs=("en", "de")),
        good(("He said, “Go.”", "彼は「行け」"), langs=("en", "ja")),
        good(("The door is open.", "ประตูเปิดอยู่"), langs=("en", "th")),
        good(("He works for Acme Inc.", "Er arbeitet für Acme"), langs=("en", "de")),
        good(("Is it open?", "Είναι ανοιχτό;"), langs=("en", "el")),
        good(("Whether the door is open", "Ist die Tür offen?"), langs=("en", "de")),
        good(("label_open_file", "Datei öffnen …"), langs=("en", "de")),
        good(("Name:", "名前："), ("<b>Done.</b>", "<b>完了。</b>"), langs=("en", "ja")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report end marks of the target that are missing, added or others than the source's."""
    source, target = pair.source, pair.target
    last = target.text[-1]
    if last == source.text[-1] and last in _PLAIN:
        return
    ours, theirs = source.ending, target.ending
    if ours.kinds == theirs.kinds or not ours.core or not theirs.core or set(ours.kinds) & set(theirs.kinds):
        return
    if source.is_key:
        return
    if not ours.kinds:
        yield from _added(source, target, theirs)
    elif not theirs.kinds:
        yield from _missing(source, target, ours)
    elif not agree((source.text, source.base, ours), (target.text, target.base, theirs)):
        form = local_form(ours.kinds[-1], target.base)
        message = f"ends with {_NAMES[theirs.kinds[-1]]} where the source has {_NAMES[ours.kinds[-1]]}"
        spans = [target.span(theirs.start, theirs.end), source.span(ours.start, ours.end)]
        yield Found(message, spans, form, "unsafe")


def _missing(source: Text, target: Text, ours: Ending) -> Iterator[Found]:
    if may_lack(source, target, ours):
        return
    kind, core = ours.kinds[-1], target.ending.core
    start = last_word(target.text, core, target.base)
    word = target.text[start:core]
    message = f"{_NAMES[kind]} is missing at the end"
    spans = [target.span(start, core), source.span(ours.start, ours.end)]
    yield Found(message, spans, word + local_form(kind, target.base), "unsafe")


def _added(source: Text, target: Text, theirs: Ending) -> Iterator[Found]:
    if not may_add(source, target, theirs):
        spans = [target.span(theirs.start, theirs.end)]
        yield Found(f"{_NAMES[theirs.kinds[-1]]} at the end that the source hasn't", spans, "", "unsafe")
