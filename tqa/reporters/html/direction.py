"""Which way a language is written, for the `dir` of a text on the page."""

# Scripts written from right to left, and languages whose usual script is one of them (Unicode CLDR, likely subtags).
_SCRIPTS = frozenset("adlm arab aran armi avst hebr mand mend nkoo rohg samr syrc syrj syrn syre thaa yezi".split())
_LANGUAGES = frozenset(
    "aeb ar arc ars ary arz az-ir azb bal bgn bqi ckb dv fa glk he iw ji khw ks lrc luz mzn nqo pnb prs ps sd sdh syr "
    "ug ur yi".split()
)


def direction(tag: str) -> str:
    """`ltr`, `rtl`, or `auto` for a language that isn't known; `tag` is a BCP 47 tag."""
    language, *subtags = tag.lower().split("-")
    if language in ("und", ""):
        return "auto"
    script = next((subtag for subtag in subtags if len(subtag) == 4 and subtag.isalpha()), None)
    if script is not None:
        return "rtl" if script in _SCRIPTS else "ltr"
    region = f"{language}-{subtags[0]}" if subtags else language
    return "rtl" if language in _LANGUAGES or region in _LANGUAGES else "ltr"
