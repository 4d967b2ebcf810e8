"""A mark stands where none belongs: a sentence ends in its middle, or a sign hangs on a word.

Why it matters: "the^ result" and "He came. to the station" are slips that make readers stumble.

How to fix: take the mark out. Short forms, suspended hyphens ("pre- and post-war"), quotations, code and marks that the
source has as well aren't reported.
"""

import re
from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.lexicon import lexicon
from tqa.language.protected import protected_spans
from tqa.language.sentences import SHORT
from tqa.language.traits import LETTER
from tqa.rule import Found, Pair, Trait, bad, good, rule

# A mark before a space, with the letter behind that. Of the marks that prose has too, English alone is looked through.
_MARK = re.compile(r"([\^~@_|.!])(?:\s+([^\W_]?)|$)")
_ENGLISH_MARK = re.compile(r"([\^~@_|.!,;:'’-])(?:\s+([^\W_]?)|$)")
_SIGNS = "^~@_|"
# In English no mark stands behind these.
_DETERMINERS = frozenset("the a an my our your their every".split())
# Nor any but a comma or a stop behind these.
_LINKS = frozenset("of to by from with and or because into".split())
_COLON_LIKE = re.compile('[;:؛；：·—–―“”«»„"「-]')
# Words behind a hyphen that stands for a part left out: "pre- and post-war".
_JOINING = frozenset("and or to".split())
_COMMON = 1e-6
_LONGEST_SHORT = 6
_UNCASED, _UPPER = int(Trait.UNCASED), int(Trait.UPPER)


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    when_target=LETTER,
    yields_to=("placeholder-mismatch", "accelerator-mismatch", "markdown-mismatch", "tokenized"),
    examples=[
        bad("They found that the^ result was old.", marks="^", suggestion=""),
        bad(("Sie fanden das Haus.", "They found the_ house."), marks="_", langs=("de", "en")),
        bad(("Sie fanden das alte Haus.", "They found the. old house."), marks=".", langs=("de", "en")),
        bad(("Sie fanden das alte Haus.", "They found! the old house."), marks="!", langs=("de", "en")),
        bad(("Sie fanden das alte Haus.", "They found- the old house."), marks="-", langs=("de", "en")),
        bad(("They found the house.", "Họ tìm thấy^ ngôi nhà."), marks="^", langs=("en", "vi")),
        bad(("Sie fanden das alte Haus.", "They found the, old house."), marks=",", langs=("de", "en")),
        bad(("Sie fanden das alte Haus.", "They found; the old house."), marks=";", langs=("de", "en")),
        good("Pre- and post-war houses, approx. five, vs. the others etc. and so on."),
        good(("“Geh!”, rief er. Yahoo! ist alt.", "“Go!” he cried. Yahoo! is old."), langs=("de", "en")),
        good("He wrote a_ and x^ 2; ask @ana or see ~ana."),
        good("Der Vor- und der Nachname, ca. drei, evtl. mehr", langs=("en", "de")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report signs behind words, and ends of sentences before a lower-case word that the source hasn't."""
    target = pair.target
    places = list(_places(pair))
    if not places:
        return
    code = protected_spans(target.text, target.traits)
    for at in places:
        if not any(start <= at < end for start, end in code):
            yield Found(f"'{target.text[at]}' doesn't belong here", [target.span(at, at + 1)], "", "unsafe")


def _places(pair: Pair) -> Iterator[int]:
    text, source = pair.target.text, pair.source.text
    is_english = pair.target.base == "en"
    for match in (_ENGLISH_MARK if is_english else _MARK).finditer(text):
        at, mark, letter = match.start(), match[1], match[2] or ""
        if not text[at - 1 : at].isalpha() and not (mark in _SIGNS and text[at - 1 : at] in (",", ";")):
            continue
        if mark in _SIGNS:
            is_stray = mark not in source and len(_word(text, at)) > 1
        elif not pair.bilingual or not letter:
            is_stray = False
        elif mark == "!":
            is_stray = "!" not in source and "！" not in source and not (_word(text, at).istitle() and letter.islower())
        elif mark == ".":
            is_stray = letter.islower() and _ends_between_words(pair.target, at, match.start(2))
        else:
            is_stray = False
        if is_stray or (is_english and letter and pair.bilingual and _is_unmarked(pair, at, match.start(2))):
            yield at


def _word(text: str, at: int) -> str:
    """What stands before `at`, back to a blank."""
    return text[text.rfind(" ", 0, at) + 1 : at]


def _following(text: str, at: int) -> str:
    """The run of letters at `at`."""
    end = at
    while end < len(text) and text[end].isalpha():
        end += 1
    return "" if text[end : end + 1] == "." else text[at:end]


def _is_unmarked(pair: Pair, at: int, behind: int) -> bool:
    """Whether a mark of an English text follows a word that must have none, or stands for nothing in the source."""
    text, mark = pair.target.text, pair.target.text[at]
    word = _word(text, at)
    if word.lower() in _DETERMINERS or (word in _LINKS and mark not in ",."):
        return len(_following(text, behind)) > 1 and _following(text, behind) not in _JOINING
    if mark == "-":
        return word.islower() and "- " not in pair.source.text and _following(text, behind) not in _JOINING
    is_new = mark in ";:" and text[behind].islower() and word[-2:].islower()
    return is_new and not pair.source.traits & _UNCASED and not _COLON_LIKE.search(pair.source.text)


def _ends_between_words(target: Text, at: int, behind: int) -> bool:
    """Whether the words on both sides of a stop are ordinary ones, no short forms or names written small."""
    known = lexicon(target.base)
    if known is None or target.traits & _UNCASED or not target.traits & _UPPER or SHORT.search(target.text, 0, at + 1):
        return False
    word, following = _word(target.text, at).lstrip("\"'“‘("), _following(target.text, behind)
    # Short forms are too many to know them all, but in English.
    least = 2 if target.base == "en" else _LONGEST_SHORT
    is_word = word.islower() and len(word) >= least and len(following) > 1
    return is_word and all(known.frequency(form) >= _COMMON for form in (word, following))
