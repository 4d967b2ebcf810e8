"""Which script a letter belongs to, and which scripts a language is written in (ISO 15924 codes)."""

import unicodedata
from functools import cache


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in pairs.split())


# By the first word of a letter's Unicode name.
_BY_NAME = _table(
    """LATIN:Latn FULLWIDTH:Latn CYRILLIC:Cyrl GREEK:Grek HEBREW:Hebr ARABIC:Arab ARMENIAN:Armn GEORGIAN:Geor
    DEVANAGARI:Deva BENGALI:Beng GURMUKHI:Guru GUJARATI:Gujr ORIYA:Orya TAMIL:Taml TELUGU:Telu KANNADA:Knda SINHALA:Sinh
    MALAYALAM:Mlym THAI:Thai LAO:Laoo TIBETAN:Tibt MYANMAR:Mymr KHMER:Khmr ETHIOPIC:Ethi MONGOLIAN:Mong THAANA:Thaa
    HANGUL:Hang CJK:Hani IDEOGRAPHIC:Hani HIRAGANA:Kana KATAKANA:Kana KATAKANA-HIRAGANA:Kana HALFWIDTH:Kana"""
)
# Written without blanks between words.
UNSPACED = frozenset({"Hani", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
# Languages whose letters Unicode gives capitals that no text starts a sentence with.
UNCAPITALISED = frozenset({"ka", "xmf", "chr"})

# Scripts of one widely written language, where tqa has no words of it.
SOLE_LANGUAGES = _table(
    """Thai:th Laoo:lo Khmr:km Mymr:my Tibt:bo Geor:ka Armn:hy Ethi:am Guru:pa Gujr:gu Orya:or Telu:te Knda:kn Mlym:ml
    Sinh:si Thaa:dv"""
)
_BY_LANGUAGE = {
    **{language: (code,) for code, language in SOLE_LANGUAGES.items()},
    **dict.fromkeys(("ba", "be", "bg", "ce", "cv", "kk", "ky", "mk", "mn", "os", "ru", "tg", "tt", "uk"), ("Cyrl",)),
    **dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), ("Arab",)),
    **dict.fromkeys(("hi", "mr", "ne"), ("Deva",)),
    **dict.fromkeys(("bs", "sr", "uz"), ("Cyrl", "Latn")),
    "bn": ("Beng",),
    "ta": ("Taml",),
    "el": ("Grek",),
    "he": ("Hebr",),
    "zh": ("Hani",),
    "ja": ("Hani", "Kana"),
    "ko": ("Hang", "Hani"),
}
# Parts of tags that name several scripts, or the writing of one language.
_BY_TAG = {"Hans": ("Hani",), "Hant": ("Hani",), "Jpan": ("Hani", "Kana"), "Kore": ("Hang", "Hani"), "Hrkt": ("Kana",)}


@cache
def script(letter: str) -> str:
    """The script of a letter, `Zzzz` for one of a script that tqa has no name for."""
    if letter.isascii():
        return "Latn"
    return _BY_NAME.get(unicodedata.name(letter, "").split(" ", 1)[0], "Zzzz")


@cache
def scripts(tag: str) -> frozenset[str]:
    """The scripts that texts of the language with the BCP 47 `tag` are written in; a script in the tag settles it."""
    language, *rest = tag.replace("_", "-").split("-")
    for part in rest:
        if len(part) == 4 and part.isalpha():
            return frozenset(_BY_TAG.get(part.title(), (part.title(),)))
    return frozenset(_BY_LANGUAGE.get(language.lower()) or _likely(language.lower()))


def _likely(language: str) -> tuple[str, ...]:
    from tqa.language.lexicon import LANGUAGES

    if language in LANGUAGES:
        return ("Latn",)
    from langcodes import Language

    code = Language.get(language).maximize().script or "Latn"
    return _BY_TAG.get(code, (code,))
