"""Language tags (BCP 47)."""

import re
from functools import lru_cache

from tqa.errors import ConfigError

UNDETERMINED = "und"

# Most tags by far, told without loading the tag library. Four letters and more name no registered language.
_SIMPLE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


@lru_cache(maxsize=256)
def parse_tag(tag: str) -> str:
    """Return a well-formed BCP 47 `tag` in its usual case (`PT_br` gives `pt-BR`).

    Raises `ConfigError` for a tag that isn't well-formed.
    """
    if _SIMPLE.fullmatch(tag):
        return tag
    from langcodes import Language
    from langcodes.tag_parser import LanguageTagError

    try:
        parsed = Language.get(tag.strip(), normalize=False)
    except LanguageTagError:
        parsed = None
    language = parsed.language if parsed is not None else None
    if parsed is None or (language is not None and not re.fullmatch("[a-z]{2,3}|[iIxX]-.*", language)):
        meant = _tag_of(tag)
        hint = f"did you mean {meant}?" if meant else "write one such as vi, en-GB or zh-Hant, or und if unknown"
        raise ConfigError(f"'{tag}' is not a language tag: {hint}")
    return str(parsed)


def _tag_of(name: str) -> str | None:
    """The tag of a language by its English name."""
    from babel import Locale

    return next((tag for tag, known in Locale("en").languages.items() if known.lower() == name.strip().lower()), None)


@lru_cache(maxsize=256)
def base_language(tag: str) -> str:
    """Return the language subtag of a tag in lower case: `pt` of `pt-BR`."""
    return tag.replace("_", "-").split("-", 1)[0].lower() or UNDETERMINED
