"""Titles of office and rank by language, and which of them exclude each other."""

import tomllib
from collections.abc import Collection, Iterator
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any, NamedTuple

import regex

from tqa.language.tokens import words

# A name: words with a capital, particles between them.
_CAPITALISED = r"\p{Lu}[\p{L}\p{M}'’.-]*"
_PARTICLES = r"(?:(?:van|von|der|den|de|da|dos|di|du|la|le|bin|al|el)\s+)*"
_NAME = rf"(?P<name>{_CAPITALISED}(?:\s+{_PARTICLES}{_CAPITALISED}){{0,3}})"
# In German every noun has a capital, so that a name is no longer than it must be.
_GERMAN_NAME = rf"(?P<name>{_CAPITALISED}(?:\s+(?:(?:von|vom|van|zu)\s+)*{_CAPITALISED})?)"
# A Roman numeral behind a name, which is no part of it.
_NUMERAL = regex.compile(r"[IVXLC]+")


Name = tuple[str, ...]


class Mention(NamedTuple):
    """A title with the name behind it: offsets of both together, the title's code and the words of the name."""

    start: int
    end: int
    title: str
    form: str
    name: Name


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads((files("tqa.resources") / "data/titles.toml").read_text(encoding="utf-8"))


@cache
def _pattern(language: str) -> tuple[regex.Pattern[str], dict[str, str]] | None:
    """What finds a title before a name, with the title's code by its group's name."""
    titles = _document()["titles"].get(language)
    if titles is None:
        return None
    forms = sorted(((form, code) for code, all_forms in titles.items() for form in all_forms), key=_longest_first)
    codes = {f"t{n}": code for n, (_, code) in enumerate(forms)}
    title = "|".join(rf"(?P<t{n}>{_as_regex(form)})" for n, (form, _) in enumerate(forms))
    qualifiers = "|".join(map(regex.escape, _document()["qualifiers"].get(language, [])))
    before = rf"(?:(?P<qualifier>(?i:{qualifiers}))[\s-]+)?" if qualifiers else ""
    # "General" before a name is a title in English and German only with its capital ("in general Europe ...").
    case = "" if language in ("en", "de") else "i"
    name = _GERMAN_NAME if language == "de" else _NAME
    return regex.compile(rf"(?<![\w-]){before}(?{case}:{title})\s+{name}"), codes


def _longest_first(item: tuple[str, str]) -> int:
    return -len(item[0])


def _as_regex(form: str) -> str:
    return regex.escape(form).replace(r"\*", r"\p{L}*").replace(r"\ ", r"\s+")


@cache
def _gate(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The lower-case words with which titles begin, and the beginnings of others."""
    first = [form.split()[0].lower() for forms in _document()["titles"].get(language, {}).values() for form in forms]
    return (
        frozenset(words(word)[0].text for word in first if "*" not in word),
        tuple(word.partition("*")[0] for word in first if "*" in word),
    )


def may_mention(forms: frozenset[str], language: str) -> bool:
    """Whether a text whose words in lower case are `forms` could have a title: the cheap question."""
    firsts, beginnings = _gate(language)
    if not firsts.isdisjoint(forms) or (beginnings and any(form.startswith(beginnings) for form in forms)):
        return True
    # Behind an elided article: l'empereur.
    parts = (form.replace("’", "'").split("'") for form in forms if "'" in form or "’" in form)
    return any(part in firsts or part.startswith(beginnings) for split in parts for part in split)


def mentions(text: str, language: str) -> Iterator[Mention]:
    """Yield the titled names in `text`; those of another time ("former President") are left out.

    language: a base code; one without data yields nothing.
    """
    known = _pattern(language)
    if known is None:
        return
    pattern, codes = known
    for match in pattern.finditer(text):
        if match.groupdict().get("qualifier"):
            continue
        group = next(name for name, value in match.groupdict().items() if value is not None and name in codes)
        words = tuple(_bare(word) for word in match["name"].split())
        name = tuple(word for word in words if word and not _NUMERAL.fullmatch(word))
        if name:
            end = match.end("name") - _ending(match["name"])
            yield Mention(match.start(group), end, codes[group], match[group], name)


def _ending(name: str) -> int:
    """The length of a possessive ending or full stop behind a name."""
    return len(name) - len(_bare(name))


def _bare(word: str) -> str:
    word = word.rstrip(".-")
    for ending in ("'s", "’s", "'", "’"):
        word = word.removesuffix(ending)
    return word


@cache
def _exclusive() -> frozenset[frozenset[str]]:
    """All pairs of titles that no one holds together."""
    document = _document()
    pairs = {frozenset(pair) for group in document["groups"].values() for pair in combinations(group, 2)}
    compatible = {frozenset(pair) for group in document["compatible"].values() for pair in combinations(group, 2)}
    return frozenset(pairs - compatible)


def exclude(title: str, other: str) -> bool:
    """Whether one person can't have both titles (by their codes) at the same time."""
    return frozenset((title, other)) in _exclusive()


def bearers(names: Collection[Name]) -> dict[Name, tuple[Name, ...]]:
    """For each of the `names` the full ones among them that it may stand for: itself, or those that it shortens."""
    full = sorted(name for name in names if not any(_shortens(name, other) for other in names))

    def meant(name: Name) -> tuple[Name, ...]:
        # What shortens a name that is itself a part in the middle of another one stands for itself.
        return tuple(other for other in full if name == other or _shortens(name, other)) or (name,)

    return {name: meant(name) for name in names}


def _shortens(name: Name, full: Name) -> bool:
    """Whether `name` is the beginning or the end of `full`, as a surname is."""
    return len(name) < len(full) and name in (full[: len(name)], full[-len(name) :])
