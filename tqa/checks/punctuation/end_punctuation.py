"""The end mark of the source is missing, or another one stands there.

Why it matters: a label that loses its colon, a sentence without its full stop and a command with the dots of a dialogue
look unfinished, and where texts are put together they run into each other.

How to fix: end as the source does, with the mark of the target's script. Abbreviations, closing quotes and brackets,
languages without full stops (Thai) and the two ways to write an ellipsis are taken into account. Where most sentences
of a file go without the full stop, that is its style, and said once.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tqa.facts import Text
from tqa.language.endings import Ending, agree, closes_quote, ends_short, last_word
from tqa.language.marks import ASK, STOP, UNSTOPPED, local_form
from tqa.language.questions import may_ask
from tqa.language.traits import LETTER
from tqa.rule import Found, Member, Pair, Trait, bad, good, rule

_NAMES = {".": "a full stop", "?": "a question mark", "!": "an exclamation mark", ":": "a colon", ";": "a semicolon"}
_NAMES |= {",": "a comma", "…": "an ellipsis"}
# Languages that leave the stop out before a closing quote.
_NO_STOP_QUOTED = frozenset({"ja", "zh", "ko", "ar", "fa", "he", "ur", "ps", "ckb", "ug", "sd", "hi", "tr"})
_PLAIN = frozenset(".!?")
_LONGEST_LABEL, _LONGEST_SHORT = 6, 6
# So many sentences show the style of a file.
_ENOUGH = 10


class _End(NamedTuple):
    """What a segment's end shows: whether a full stop is asked for at it, and what is wrong."""

    wants_stop: bool
    found: Found | None


def gather(pair: Pair) -> Iterator[tuple[Hashable, _End]]:
    """Yield the ends that are wrong, and those with the full stop they want, by file and language."""
    source, target = pair.source, pair.target
    key = pair.segment.location.file, target.base
    last = target.text[-1]
    if last == source.text[-1] and last in _PLAIN:
        if last == STOP:
            yield key, _HAS_STOP
        return
    ours, theirs = source.ending, target.ending
    if STOP in ours.kinds and STOP in theirs.kinds:
        yield key, _HAS_STOP
    if ours.kinds == theirs.kinds or not ours.core or not theirs.core or set(ours.kinds) & set(theirs.kinds):
        return
    if source.is_key:
        return
    if not ours.kinds:
        found = _added(source, target, theirs)
    elif not theirs.kinds:
        found = _missing(source, target, ours)
    else:
        found = _other(source, target)
    if found is not None:
        yield key, _End(not theirs.kinds and ours.kinds[-1] == STOP, found)


_HAS_STOP = _End(wants_stop=True, found=None)


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    bilingual=True,
    gather=gather,
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
        good(("label_open_file", "Datei öffnen …"), langs=("en", "de")),
        good(("Name:", "名前："), ("<b>Done.</b>", "<b>完了。</b>"), langs=("en", "ja")),
    ],
)
def check(group: Sequence[Member[_End]]) -> Iterator[Found]:
    """Report end marks of the target that are missing, added or others than the source's."""
    wanted = sum(member.value.wants_stop for member in group)
    bare = [member for member in group if member.value.wants_stop and member.value.found]
    is_style = wanted >= _ENOUGH and 2 * len(bare) > wanted
    for member in group:
        end = member.value
        if end.found is None or (is_style and end.wants_stop and member is not bare[0]):
            continue
        found = replace(end.found, segment=member.segment)
        if is_style and end.wants_stop:
            message = f"{len(bare)} of {wanted} sentences here have no full stop: is that the file's style?"
            found = replace(found, message=message)
        yield found


def _other(source: Text, target: Text) -> Found | None:
    ours, theirs = source.ending, target.ending
    if agree((source.text, source.base, ours), (target.text, target.base, theirs)):
        return None
    form = local_form(ours.kinds[-1], target.base)
    message = f"ends with {_NAMES[theirs.kinds[-1]]} where the source has {_NAMES[ours.kinds[-1]]}"
    spans = [target.span(theirs.start, theirs.end), source.span(ours.start, ours.end)]
    return Found(message, spans, form, "unsafe")


def _missing(source: Text, target: Text, ours: Ending) -> Found | None:
    kind = ours.kinds[-1]
    if kind == STOP and (target.base in UNSTOPPED or ends_short(source.text, ours)):
        return None
    if kind in ".!?" and closes_quote(target.text) and target.base in _NO_STOP_QUOTED:
        return None
    if kind == ASK and may_ask(target.text, target.base) and target.base != "vi":
        return None
    core = target.ending.core
    start = last_word(target.text, core, target.base)
    word = target.text[start:core]
    message = f"{_NAMES[kind]} is missing at the end"
    spans = [target.span(start, core), source.span(ours.start, ours.end)]
    return Found(message, spans, word + local_form(kind, target.base), "unsafe")


def _added(source: Text, target: Text, theirs: Ending) -> Found | None:
    kind = theirs.kinds[-1]
    # A sentence needs its full stop: where the source of one has none, the fault is the source's.
    if kind == STOP and (
        source.base in UNSTOPPED or not 0 < len(target.words) <= _LONGEST_LABEL or ends_short(target.text, theirs)
    ):
        return None
    if kind == STOP and len(target.words) <= 2 and len(target.words[-1].text) <= _LONGEST_SHORT:
        return None
    if kind in ".!?" and source.base in _NO_STOP_QUOTED and closes_quote(source.text):
        return None
    if kind == ASK and may_ask(source.text, source.base):
        return None
    spans = [target.span(theirs.start, theirs.end)]
    return Found(f"{_NAMES[kind]} at the end that the source hasn't", spans, "", "unsafe")
