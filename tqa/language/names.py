"""Names of languages and countries, as the CLDR has them."""

from functools import cache

from tqa.language.lexicon import lexicon
from tqa.language.tags import base_language


@cache
def language_name(tag: str) -> str:
    """Return the English name of a BCP 47 tag's language (`Vietnamese`), or the tag itself where it has none."""
    from babel import Locale

    name: str | None = Locale("en").languages.get(base_language(tag))
    return name or tag


@cache
def script_name(code: str) -> str:
    """Return the English name of a script's ISO 15924 code (`Cyrillic` for `Cyrl`), or the code where it has none."""
    from babel import Locale

    name: str | None = Locale("en").scripts.get(code)
    return name or code


# Languages that write the names of people, tongues and their adjectives otherwise than that of the country; Spanish
# indonesia and Finnish ranska are both.
_TELLING = frozenset({"da", "de", "en", "fr", "nb", "nl", "sv"})
_FORMER = {"en": frozenset({"turkey", "swaziland", "burma"})}
# Share of all words from which on a word is a common one that happens to be a country's name as well.
_COMMON = 2e-5


@cache
def country_names(language: str) -> frozenset[str]:
    """The names of countries of one word in a language (a base code), in lower case.

    Those that are common words too are left out but in English, and all where the name alone tells nothing.
    """
    from babel import Locale

    if language not in _TELLING:
        return frozenset()
    locale = Locale(language)
    names = {name.lower() for code, name in locale.territories.items() if code.isalpha()}
    names |= _FORMER.get(language, frozenset())
    names -= {name.lower() for name in locale.languages.values()}
    known = lexicon(language)
    if known is not None and language != "en":
        names = {name for name in names if known.frequency(name) < _COMMON}
    return frozenset(name for name in names if name.isalpha() and len(name) >= 4)


# What the CLDR doesn't name: peoples, faiths and parts of the world.
_PEOPLES = frozenset(
    "african american antarctic arabian argentine asian atlantic australian austrian belgian brazilian british"
    " buddhist californian canadian caribbean catholic chilean christian colombian congolese cuban egyptian"
    " european hindu indian iranian iraqi islamic israeli jewish jordanian kenyan korean kuwaiti lebanese libyan"
    " mediterranean mexican moroccan muslim nigerian olympic pacific pakistani palestinian parisian peruvian"
    " philippine protestant roman saudi scandinavian scottish siberian slav slavic slavs syrian taiwanese texan"
    " tunisian venezuelan victorian zambian".split()
)


@cache
def words_with_capital() -> frozenset[str]:
    """English words, in lower case, that have a capital and yet are nobody's name: countries, peoples, days, months."""
    from babel import Locale

    locale = Locale("en")
    names = {name.lower() for table in (locale.territories, locale.languages) for name in table.values()}
    for table in (locale.days, locale.months):
        names |= {name.lower() for name in table["format"]["wide"].values()}
    return _PEOPLES | {name for name in names if name.isalpha()}
