"""Languages by their English names, as the CLDR has them."""

from functools import cache

from tqa.language.tags import base_language


@cache
def language_name(tag: str) -> str:
    """Return the English name of a BCP 47 tag's language (`Vietnamese`), or the tag itself where it has none."""
    from babel import Locale

    name: str | None = Locale("en").languages.get(base_language(tag))
    return name or tag
