"""A mark stands twice, or beside one that it doesn't go with.

Why it matters: ",," or ".;" is a slip of typing or what is left of a word taken out.

How to fix: keep the one mark that belongs there. Ellipses, "?!", shouting that the source has too, and short forms
before a comma aren't reported.
"""

import re
from collections.abc import Iterator

import regex

from tqa.language.lazy import lazily
from tqa.rule import Found, Pair, Trait, bad, good, rule

_RUN = lazily(
    regex.compile,
    r"(?<=[\p{L}\p{M}\p{N})\]\"'”’»])(?:(?P<short>\.,)|(?P<run>[,;:.،؛、。，；：।۔]{2,}|[!?！？؟]{2,}"
    r"|[,;،；，、][.!?。！？؟]|[.!?。！？؟][;,،，；、。]|[:：][.,;!?]|[.!?][:])(?![\p{P}\p{S}\p{L}\p{N}]))"
    r"|(?<=[\p{L}\p{M}\p{N})」』”])(?P<wide>[，、。；：！？،؛؟]{2})(?![\p{P}\p{S}])",
)
_QUICK = re.compile(r"[,;:.!?،؛؟、。，；：！？।۔][,;:.!?،؛؟、。，；：！？।۔]")
_ELLIPSIS = regex.compile(r"\.{3,}|。{3,}|\.\.\.[,.;:!?]|[,;!?]\.{3}|[?!]\.{2}|\.{3,}。?|[?!]{1,3}\.{2,3}|,\.\.\.")
# May stand behind each other: "etc.:", "Inc.;", "Wow!,".
_TOGETHER = frozenset({".:", ".;", ".,", "!,", "?,", "؟،", "！，", "？，", "？、", ".?", ".!"})
# Languages whose full stop is often typed as two colons.
_TWO_COLONS = frozenset({"am", "ti"})


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    when_target=Trait.SENTENCE_END | Trait.PUNCTUATION,
    yields_to=("placeholder-mismatch", "escape-mismatch", "mojibake"),
    examples=[
        bad("He came,, saw and left.", marks=",,", suggestion=","),
        bad("He came, saw and left..", marks="..", suggestion="."),
        bad("The story,; by an artist, is old.", marks=",;"),
        bad(("Wirklich?", "Really??"), marks="??", suggestion="?", langs=("de", "en")),
        bad(("The end.", "结束了。。"), marks="。。", suggestion="。", langs=("en", "zh")),
        bad("Anh ấy đã đến,. rồi đi.", marks=",.", langs=("en", "vi")),
        bad("وصل القطار،، ثم غادر.", marks="،،", suggestion="،", langs=("en", "ar")),
        good("Wait... what?! Well… He shouted: “No!”, etc., and left…."),
        good(("Nein!!!", "No!!!"), langs=("de", "en")),
        good("Use a::b, ../path, 1..5 or x := 3."),
        good("可是……他说。", langs=("en", "zh")),
        good("Das gilt für Äpfel usw.: alle.", langs=("en", "de")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report runs of marks that belong to no convention and aren't in the source."""
    target = pair.target
    if not _QUICK.search(target.text):
        return
    code = target.protected
    for match in _RUN.finditer(target.text):
        group = "run" if match["run"] else "wide"
        marks = match[group]
        if not marks or marks in pair.source.text or marks in _TOGETHER or _ELLIPSIS.fullmatch(marks):
            continue
        if any(start <= match.start() < end for start, end in code):
            continue
        if marks == "::" and target.base in _TWO_COLONS:
            continue
        if target.base == "el" and ";" in marks[:1]:
            continue
        # "!?" and "?!" ask and shout at once; only one of the two said over again is a slip.
        if set(marks) <= set("!?！？؟") and (len(set(marks)) > 1 or not pair.bilingual or len(marks) > 3):
            continue
        is_one = len(set(marks)) == 1
        message = f"'{marks}': a mark stands twice" if is_one else f"'{marks}': marks that don't go together"
        yield Found(message, [target.span(*match.span(group))], marks[0] if is_one else marks[-1], "unsafe")
