"""How the placeholders of a translation differ from those of its source."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tqa.language.placeholders import branches
from tqa.language.placeholders.mangled import find_mangled
from tqa.language.placeholders.model import Placeholder, Scan
from tqa.language.placeholders.scanner import scan

Kind = Literal[
    "missing",
    "added",
    "counted",
    "renamed",
    "retyped",
    "reformatted",
    "broken",
    "repeated",
    "doubled",
    "percent",
    "mixed",
    "term",
]

_COUNT = re.compile(
    r"(?:^|[_\W]|(?-i:(?<=[a-z])(?=[A-Z])))(?:n|num|number|count|counter|total|amount|quantity)\Z", re.IGNORECASE
)
_SIGNED_BRACE = re.compile(r"[#$%]\{")
_AT_THE_END = re.compile(r"%\s*[.)\"'”»]?$")
# Where more are missing, the target is another text, and looking for what is left of each takes long.
_MOST_BROKEN = 100
# %1$s and Go's %[1]s.
_NUMBERED = re.compile(r"\d[$\]]")
_ONE = re.compile(r"\b(?:an?|one|once|single|1)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. source: (start, end) in the source, target: in the target; one of them at least is given."""

    kind: Kind
    message: str
    source: tuple[int, int] | None = None
    target: tuple[int, int] | None = None
    suggestion: str | None = None


def differences(source: str, target: str, dialect: str, *, is_for_one_number: bool = False) -> Iterator[Difference]:
    """Yield the differences between the placeholders of two texts in one dialect.

    is_for_one_number: the target is a form of a plural that stands for one number alone and may do without it.
    """
    if dialect == "auto" and "{" in source and not _SIGNED_BRACE.search(source):
        dialect = "auto-brace"
    ours, theirs = scan(source, dialect), scan(target, dialect)
    if dialect in ("icu", "angular") or (dialect == "java-message" and "choice" in source):
        missing, added = branches.missing_and_added(source, target, dialect)
    else:
        missing = _without(ours, theirs)
        added = _without(theirs, ours)
        if dialect == "fluent":
            # What the source only chooses by may be shown as well.
            added = [one for one in added if not (one.name.startswith("$") and one.name in source)]
    if is_for_one_number:
        missing = _without_count(missing, ours)
    broken = list(_missing_or_added(source, target, missing, added, theirs))
    yield from broken
    gone = {one.name for one in (*missing, *added)}
    yield from _changed(ours, theirs, gone)
    # Vue's plurals are texts side by side: {n} car | {n} cars.
    if dialect not in ("icu", "angular", "fluent", "java-message") and " | " not in source:
        yield from _repeated(ours, theirs, gone)
    yield from _mixed(theirs)
    spans = [one.target for one in broken if one.target]
    for one in _percents(ours, theirs, target):
        if not any(start <= one.target[0] < end for start, end in spans if one.target):
            yield one


def _without(one: Scan, other: Scan) -> list[Placeholder]:
    """The placeholders of `one` whose names `other` lacks, each name once."""
    names = {placeholder.name for placeholder in other.placeholders}
    found = {placeholder.name: placeholder for placeholder in reversed(one.placeholders)}
    return sorted(placeholder for name, placeholder in found.items() if name not in names)


def _without_count(missing: list[Placeholder], ours: Scan) -> list[Placeholder]:
    """What is missing but the number that a plural is chosen by: the first that looks like it, or the only one."""
    for one in missing:
        if _is_count(one) or len(ours.placeholders) == 1:
            return [other for other in missing if other != one]
    return missing


def _is_count(one: Placeholder) -> bool:
    return one.kind.startswith(("d", "u")) or one.name == "%n" or _COUNT.search(one.name) is not None


def _missing_or_added(
    source: str, target: str, missing: list[Placeholder], added: list[Placeholder], theirs: Scan
) -> Iterator[Difference]:
    missing, added = list(missing), list(added)
    sound = [(one.start, one.end) for one in theirs.placeholders if one not in added]
    renamed = len(missing) == len(added)
    is_translation = len(missing) <= _MOST_BROKEN
    for one in list(missing):
        place = find_mangled(one.text, target, sound) if is_translation else None
        if place is not None:
            missing.remove(one)
            added = [other for other in added if other.end <= place[0] or place[1] <= other.start]
            sound.append(place)
            message = f"'{target[place[0] : place[1]]}' is no placeholder: '{one.text}' is what the source has"
            yield Difference("broken", message, (one.start, one.end), place, one.text)
    if renamed and len(missing) == len(added):
        for one, other in zip(missing, added, strict=True):
            message = f"the placeholder '{one.text}' became '{other.text}'"
            yield Difference("renamed", message, (one.start, one.end), (other.start, other.end), one.text)
        return
    for one in missing:
        # A name of a product may give way to a pronoun; a variable can't.
        kind: Kind = "term" if one.name.startswith("-") else "missing"
        yield Difference(kind, f"the placeholder '{one.text}' is missing", (one.start, one.end))
    for other in added:
        message = f"the source has no placeholder '{other.text}'"
        # The form for one of a plural ("an hour ago") needs the number in languages that have it for 21 as well.
        kind = "counted" if _is_count(other) and not missing and _ONE.search(source) else "added"
        yield Difference(kind, message, None, (other.start, other.end))


def _changed(ours: Scan, theirs: Scan, gone: set[str]) -> Iterator[Difference]:
    """Placeholders of the same name and another kind."""
    known = {one.kind for one in ours.placeholders}
    models: dict[str, Placeholder] = {}
    kinds: dict[str, set[str]] = {}
    for one in ours.placeholders:
        models.setdefault(one.name, one)
        kinds.setdefault(one.name, set()).add(one.kind)
    for other in theirs.placeholders:
        model = models.get(other.name)
        if model is None or other.name in gone or other.kind in kinds[other.name]:
            continue
        # A look that only one of the two asks for is as often a decision as an oversight; so is a plural put in.
        if not other.strict and (not other.kind or not model.kind):
            continue
        kind: Kind = "retyped" if other.strict else "reformatted"
        if other.name.isdigit() and not _NUMBERED.search(other.text) and other.kind in known:
            message = f"unnumbered placeholders can't change places: '{other.text}' stands where '{model.text}' must"
            yield Difference(kind, message, (model.start, model.end), (other.start, other.end))
            continue
        message = f"'{other.text}' stands for what the source has as '{model.text}'"
        yield Difference(kind, message, (model.start, model.end), (other.start, other.end), model.text)


def _repeated(ours: Scan, theirs: Scan, gone: set[str]) -> Iterator[Difference]:
    """Placeholders that the target has more or less often, as a language may well need; side by side none does."""
    wanted = Counter(one.name for one in ours.placeholders)
    had = Counter(one.name for one in theirs.placeholders)
    for name, count in wanted.items():
        if name in gone or not had[name] or had[name] == count:
            continue
        model = next(one for one in ours.placeholders if one.name == name)
        last = [one for one in theirs.placeholders if one.name == name][-1]
        message = f"'{last.text}' stands {_times(had[name])} here, {_times(count)} in the source"
        places = [one for one in theirs.placeholders if one.name == name]
        is_doubled = had[name] > count and any(b.start - a.end <= 1 for a, b in pairwise(places))
        kind: Kind = "doubled" if is_doubled else "repeated"
        yield Difference(kind, message, (model.start, model.end), (last.start, last.end))


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _mixed(theirs: Scan) -> Iterator[Difference]:
    """Numbered conversions beside unnumbered ones: what goes where is undefined."""
    conversions = [one for one in theirs.placeholders if one.strict and one.text.startswith("%") and one.name.isdigit()]
    numbered = {one for one in conversions if _NUMBERED.search(one.text)}
    if numbered and len(numbered) < len(conversions):
        other = next(one for one in conversions if one not in numbered)
        message = f"'{other.text}' has no number while others have one"
        yield Difference("mixed", message, None, (other.start, other.end))


def _percents(ours: Scan, theirs: Scan, target: str) -> Iterator[Difference]:
    """Per cent signs that must be doubled, or must not."""
    is_format = any(one.strict or one.name == "%n" for one in ours.placeholders) or bool(ours.doubled_percents)
    if is_format and not ours.lone_percents:
        for position in theirs.lone_percents:
            if _AT_THE_END.match(target, position) and not ours.doubled_percents:
                continue
            message = "a per cent sign begins a conversion here: it must be doubled"
            yield Difference("percent", message, None, (position, position + 1), "%%")
    elif ours.lone_percents and not is_format:
        for position in theirs.doubled_percents:
            yield Difference("percent", "the per cent sign is doubled", None, (position, position + 2), "%")
