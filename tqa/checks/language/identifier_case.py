"""A name with capitals inside, such as GitHub or fileName, is written with others.

Why it matters: programs tell `fileName` from `filename`, and brands insist on how their names are written.

How to fix: copy the name from the source.
"""

import re
from collections.abc import Iterator

import regex

from tqa.facts import Text
from tqa.language.lazy import lazily
from tqa.language.traits import Trait
from tqa.rule import Found, Pair, bad, good, rule

# "S_wap" is a word with an access key.
_NAME = lazily(
    regex.compile,
    r"(?<![\w@/.-])(?=\w*(?:\p{Ll}\p{Lu}|\p{Lu}\p{Ll}*_|\p{Ll}\w*_\w*\p{Lu}))"
    r"(?!\p{Lu}\p{Ll}*_\p{Ll}+(?!\w))[\p{Latin}_][\p{Latin}\p{N}_]+(?![\w@])",
)
_WORD = lazily(regex.compile, r"(?<![\w@/.-])[\p{Latin}_][\p{Latin}\p{N}_]+(?![\w@]|\.\w|/)")
# Mega, giga and tera, which in small letters are milli and others.
_UNIT = lazily(regex.compile, r"(?<=\d\s?)[MGT](?:i?[bB](?:it|yte)?|Hz|W|V|Pa)\b")
# Begins with what is rare, which the search then jumps to.
_QUICK = re.compile(r"[A-Z_](?:(?<=[a-z].)|(?<=_))")
_SHORTEST = 4
_LOWER = int(Trait.LOWER)


@rule(
    "accuracy/do-not-translate",
    "minor",
    bilingual=True,
    when_source=Trait.UPPER,
    when_target=Trait.UPPER | Trait.LOWER,
    yields_to=("placeholder-mismatch", "name-case", "term-case", "do-not-translate", "untranslated", "code-mismatch"),
    examples=[
        bad(("Log in to GitHub.", "Đăng nhập vào Github."), marks="Github", suggestion="GitHub", langs=("en", "vi")),
        bad(
            ("Set fileName first.", "Setze zuerst Filename."),
            marks="Filename",
            suggestion="fileName",
            langs=("en", "de"),
        ),
        bad(("LibreOffice starts.", "Libreoffice startet."), marks="Libreoffice", langs=("en", "de")),
        bad(("Set MAX_SIZE now.", "Đặt max_size ngay."), suggestion="MAX_SIZE", langs=("en", "vi")),
        good(("Log in to GitHub.", "Đăng nhập vào GitHub."), langs=("en", "vi")),
        good(("NASA is here. McDonald left.", "La Nasa est là. McDonald est parti."), langs=("en", "fr")),
        bad(("Mit 600Mbit/s", "At 600mbit/s"), marks="mbit", suggestion="Mbit", langs=("de", "en")),
        good(("Ein Block hat 4 MB.", "A block is 4 MB, a cell 3 mb."), langs=("de", "en")),
        good(("GitHub (github.com)", "GitHub (github.com)"), langs=("en", "de")),
        good(("S_wap", "Troca (s_wap)"), langs=("en", "pt")),
        good(("GitHub and Github", "GitHub và Github"), langs=("en", "vi")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report words that are a name of the source but for their capitals."""
    source, target = pair.source, pair.target
    if source.traits & Trait.DIGIT:
        for unit in dict.fromkeys(match[0] for match in _UNIT.finditer(source.text)):
            small = target.text.find(unit.lower())
            if unit not in target.text and small > 0 and target.text[:small].rstrip()[-1:].isdigit():
                span = target.span(small, small + len(unit))
                yield Found(f"'{unit.lower()}' is '{unit}' in the source", [span], unit, "unsafe")
    if not _QUICK.search(source.text):
        return
    names = {match[0].lower(): match[0] for match in _NAME.finditer(source.text) if len(match[0]) >= _SHORTEST}
    if not names:
        return
    for match in _WORD.finditer(target.text):
        name = names.get(match[0].lower())
        if name is None or match[0] == name or match[0] in source.text or name in target.text or _is_all_caps(target):
            continue
        yield Found(f"'{match[0]}' is '{name}' in the source", [target.span(*match.span())], name, "unsafe")


def _is_all_caps(text: Text) -> bool:
    return not text.traits & _LOWER
