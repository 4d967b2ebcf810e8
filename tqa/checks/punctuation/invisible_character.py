"""A character that nobody sees stands in the text: a zero-width space, a control character, a byte-order mark.

Why it matters: searching and comparing fail, words don't break or wrap where they should, and fonts may show a box.

How to fix: take it out. Joiners in the scripts and emoji that need them, soft hyphens inside of words, and what the
source has too aren't reported. Marks that steer the direction of writing are the matter of bidi-control.
"""

import unicodedata
from collections.abc import Iterator

import regex

from tqa.language.lazy import lazily
from tqa.rule import Found, Pair, Trait, bad, good, rule

_ODD = lazily(
    regex.compile,
    "(?:[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b"
    "\u2060-\u2064\u3164\ufeff\uffa0\ufff9-\ufffb])+|[\ue000-\uf8ff]|(?<![\\p{L}\\p{M}])\u00ad|\u00ad(?!\\p{L})"
    "|(?<!\U0001f3f4[\U000e0020-\U000e007f]*)[\U000e0000-\U000e007f]"
    "|(?<=[\\p{Latin}\\p{Cyrillic}\\p{Greek}\\p{Han}\\s])[\u200c\u200d](?=[\\p{Latin}\\p{Cyrillic}\\p{Greek}\\p{Han}\\s]|$)",
)
# Languages that mark the places where a line may break.
_BREAKING = frozenset({"th", "lo", "km", "my", "bo", "dz", "ja", "zh"})
_NAMES = {"\ufeff": "BYTE ORDER MARK", "\u00ad": "SOFT HYPHEN"}


@rule(
    "linguistic-conventions/character-encoding",
    "minor",
    when_target=Trait.INVISIBLE,
    yields_to=("whitespace-only", "mojibake"),
    examples=[
        bad("The tr\u200bain leaves.", marks="\u200b", suggestion=""),
        bad("\ufeffTàu khởi hành.", marks="\ufeff", langs=("en", "vi")),
        bad("Der Zug\u0007 fährt.", marks="\u0007", langs=("en", "de")),
        bad("По\u200dезд", langs=("en", "ru")),
        bad("An icon \uf101 here", marks="\uf101"),
        good("می\u200cخواهم", langs=("en", "fa")),
        good("क्\u200dष 👩\u200d👩\u200d👧", langs=("en", "hi")),
        good("รถไฟ\u200bออก", langs=("en", "th")),
        good("Donau\u00addampf", langs=("en", "de")),
        good(("a\u200bb", "a\u200bb")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report each run of such characters."""
    target = pair.target
    for match in _ODD.finditer(target.text):
        char = match[0][0]
        if char in pair.source.text or (char == "\u200b" and target.base in _BREAKING):
            continue
        name = _NAMES.get(char) or unicodedata.name(char, "CONTROL OR PRIVATE-USE CHARACTER")
        # A private-use character may be an icon that the text needs.
        is_sure = unicodedata.category(char) != "Co"
        message = f"U+{ord(char):04X} ({str(name).capitalize()}) can't be seen"
        yield Found(message, [target.span(*match.span())], "", "safe" if is_sure else "unsafe")
