"""Which script a letter belongs to, and which scripts a language is written in (ISO 15924 codes)."""

import unicodedata
from functools import cache

_BY_NAME = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "GURMUKHI": "Guru",
    "GUJARATI": "Gujr",
    "ORIYA": "Orya",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "KANNADA": "Knda",
    "MALAYALAM": "Mlym",
    "SINHALA": "Sinh",
    "THAI": "Thai",
    "LAO": "Laoo",
    "TIBETAN": "Tibt",
    "MYANMAR": "Mymr",
    "GEORGIAN": "Geor",
    "ETHIOPIC": "Ethi",
    "KHMER": "Khmr",
    "MONGOLIAN": "Mong",
    "HANGUL": "Hang",
    "CJK": "Hani",
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
    "THAANA": "Thaa",
    "KATAKANA-HIRAGANA": "Kana",
    "HALFWIDTH": "Kana",
    "FULLWIDTH": "Latn",
    "IDEOGRAPHIC": "Hani",
    "SYRIAC": "Syrc",
}
# Written without blanks between words.
UNSPACED = frozenset({"Hani", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})

_CYRILLIC = "ab av ba be bg ce cv kk kv ky mk mn os ru sah tg tt udm uk".split()
_LANGUAGES = {
    **dict.fromkeys(_CYRILLIC, frozenset({"Cyrl"})),
    **dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), frozenset({"Arab"})),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), frozenset({"Deva"})),
    **dict.fromkeys(("bs", "sr", "uz"), frozenset({"Cyrl", "Latn"})),
    "el": frozenset({"Grek"}),
    "he": frozenset({"Hebr"}),
    "yi": frozenset({"Hebr"}),
    "th": frozenset({"Thai"}),
    "zh": frozenset({"Hani"}),
    "yue": frozenset({"Hani"}),
    "ja": frozenset({"Hani", "Kana"}),
    "ko": frozenset({"Hang", "Hani"}),
}
_BY_TAG = {"Hans": "Hani", "Hant": "Hani", "Jpan": "Kana", "Kore": "Hang", "Hira": "Kana", "Hrkt": "Kana"}


@cache
def script(letter: str) -> str:
    """The script of a letter, `Zzzz` for one of a script that tqa has no name for."""
    if letter.isascii():
        return "Latn"
    name = unicodedata.name(letter, "").split(" ", 1)[0]
    return _BY_NAME.get(name, "Zzzz")


@cache
def scripts(tag: str) -> frozenset[str]:
    """The scripts that texts of the language with the BCP 47 `tag` are written in; a script in the tag settles it."""
    language, *rest = tag.replace("_", "-").split("-")
    language = language.lower()
    for part in rest:
        if len(part) == 4 and part.isalpha():
            code = part.title()
            return frozenset({"Hani", "Kana"}) if code == "Jpan" else frozenset({_BY_TAG.get(code, code)})
    if language in _LANGUAGES:
        return _LANGUAGES[language]
    return frozenset({_likely(language)})


def _likely(language: str) -> str:
    from tqa.language.lexicon import LANGUAGES

    if language in LANGUAGES:
        return "Latn" if language not in ("bn", "ta") else {"bn": "Beng", "ta": "Taml"}[language]
    from langcodes import Language

    code = Language.get(language).maximize().script or "Latn"
    return _BY_TAG.get(code, code)
