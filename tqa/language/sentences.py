"""Where sentences end."""

import re

import regex

from tqa.language.lazy import lazily

# The marks with which a sentence ends in any script, with what may close behind them.
_END = regex.compile(r"(?:[.?!…]+|[。？！؟۔।॥։])[\"'“”‘’«»)\]）」』]*(?=\s|$)|[。？！]")
_INNER = lazily(re.compile, r"[.?!…؟۔।॥։][^\s\w]*\s|[。？！].")
# What a full stop belongs to: one letter (initials, "z. B."), or a common short form.
SHORT = regex.compile(
    r"(?:(?<!%)\b\p{L}|\b\p{L}\.\p{L}|\b(?:mr|mrs|ms|dr|prof|sen|rep|gov|gen|lt|sgt|st|jr|sr|vs|no|nr|inc|ltd|co|corp|etc|approx"
    r"|bzw|usw|ca|bsp|evtl|str|tzn|tzv|např|mj|resp|ul|im|tj|np|ok|tys|mln|mld|др|пр|см|стр|тыс|млн|млрд|руб|им|гг"
    r"|sig|sra|srta|ee|uu|av|art|fig|vol|mme|mlle|env|ts|ths|tp|pgs|gs)"
    # German ordinals stand before nouns, which have capitals: "bis zum 15. März", "der 80. Geburtstag".
    r"|\b(?:am|vom|zum|zur|der|die|das|den|dem|des|im|beim|(?:m|s)?ein\w{1,2}|ihr\w{1,2}|jede\w?)\s\d{1,3})\.$",
    regex.IGNORECASE,
)
_CLOSING = " \t\n\"'“”‘’«»)]）」』"
FINAL = ".?!…。？！؟۔।॥։"


def ends_sentence(text: str, language: str) -> bool:
    """Whether `text`, in `language` (base code), ends with the end of a sentence; in Greek `;` is a question mark."""
    last = text.rstrip(_CLOSING)[-1:]
    return bool(last) and (last in FINAL or (last in ";\u037e" and language == "el"))


def has_inner_end(text: str) -> bool:
    """Whether a sentence could end before the text does: a cheap way past texts of one sentence."""
    return _INNER.search(text) is not None


def sentence_count(text: str) -> int:
    """How many sentences end in `text`, its end counted with or without a mark."""
    count = 0
    end = 0
    for match in _END.finditer(text):
        following = text[match.end() :].lstrip()
        if following and (following[0].islower() or (match[0] == "." and SHORT.search(text, end, match.start() + 1))):
            continue
        if following and match[0].startswith("..") and not following[0].isupper():  # what goes on: files...
            continue
        if any(char.isalnum() for char in text[end : match.start()]):
            count += 1
            end = match.end()
    return count + any(char.isalnum() for char in text[end:])
