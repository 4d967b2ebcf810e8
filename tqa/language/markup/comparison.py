"""How the tags of a translation differ from those of its source."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tqa.language.markup.tags import Tag
from tqa.language.placeholders.dialects import has_branches
from tqa.language.placeholders.mangled import find_mangled

# What a language may need and another not: where lines may break, the direction of a name, the reading of a character.
_FREE = frozenset({"!--", "wbr", "bdi", "bdo", "ruby", "rt", "rp", "rb", "rtc", "nobr"})
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|ère|e|ème|è|o|a|os|as|ten|te|de|ste|mo|ma)\Z", re.IGNORECASE)
_HALVES = ("open", "close")


@dataclass(frozen=True, slots=True)
class TagDifferences:
    """What differs. missing: of the source; added: of the target; broken: a tag of the source and where the target
    has what is left of it; misplaced: tags of the target that close what isn't open or cross another pair."""

    missing: tuple[Tag, ...] = ()
    added: tuple[Tag, ...] = ()
    broken: tuple[tuple[Tag, tuple[int, int]], ...] = ()
    misplaced: tuple[Tag, ...] = ()


def compare_tags(source: Sequence[Tag], target: Sequence[Tag], source_text: str, target_text: str) -> TagDifferences:
    """Compare the tags of two texts."""
    ours, theirs = _counted(source, target, source_text), _counted(target, source, target_text)
    # Each branch of a plural has its tags.
    each = not has_branches(source_text) and not has_branches(target_text)
    missing = _without(ours, theirs, each=each)
    added = _without(theirs, ours, each=each)
    if not missing and not added:
        return TagDifferences(misplaced=tuple(_misplaced(theirs)) if not _misplaced(ours) else ())
    missing, added = _without_empty(missing, added)
    sound = [(tag.start, tag.end) for tag in theirs if tag not in added]
    broken = []
    for tag in list(missing):
        place = find_mangled(tag.text, target_text, sound)
        if place is not None:
            missing.remove(tag)
            sound.append(place)
            broken.append((tag, place))
            added = [other for other in added if other.end <= place[0] or place[1] <= other.start]
    return TagDifferences(tuple(missing), tuple(added), tuple(broken))


def _counted(tags: Sequence[Tag], others: Sequence[Tag], text: str) -> list[Tag]:
    """The tags that must be the same on both sides."""
    certain = {tag.name for tag in others if tag.is_certain}
    free = _ordinals(tags, text)
    return [
        tag for tag in tags if (tag.is_certain or tag.name in certain) and tag.name not in _FREE and tag not in free
    ]


def _ordinals(tags: Sequence[Tag], text: str) -> set[Tag]:
    """The raised endings of ordinal numbers (1<sup>st</sup>), which each language writes in its way."""
    found: set[Tag] = set()
    for one, other in pairwise(tags):
        if one.name == other.name == "sup" and one.kind == "open" and _ORDINAL.match(text, one.end, other.start):
            found |= {one, other}
    return found


def _without(tags: Iterable[Tag], others: Iterable[Tag], *, each: bool) -> list[Tag]:
    """The tags that the others lack; of several alike the last ones, where `each` counts."""
    left = Counter(tag.key for tag in others)
    if not each:
        return [tag for tag in tags if tag.key not in left]
    found = []
    for tag in tags:
        if left[tag.key] > 0:
            left[tag.key] -= 1
        else:
            found.append(tag)
    return found


def _without_empty(missing: list[Tag], added: list[Tag]) -> tuple[list[Tag], list[Tag]]:
    """Both without `<span/>` on one side that is `<span></span>` on the other."""
    for alone, pairs in ((missing, added), (added, missing)):
        for tag in [tag for tag in alone if tag.kind == "void"]:
            pair = [one for kind in _HALVES for one in pairs if (one.name, one.kind) == (tag.name, kind)][:2]
            if len({one.kind for one in pair}) == len(_HALVES):
                alone.remove(tag)
                for one in pair:
                    pairs.remove(one)
    return missing, added


def _misplaced(tags: Iterable[Tag]) -> list[Tag]:
    """The closing tags that don't close what was opened last."""
    stack: list[str] = []
    found = []
    for tag in tags:
        if tag.kind == "open":
            stack.append(tag.name)
        elif tag.kind == "close":
            if not stack or stack[-1] != tag.name:
                # The end of a paragraph or list item may be left out.
                while stack and stack[-1] in ("p", "li", "dt", "dd", "td", "tr", "th", "option") and tag.name in stack:
                    stack.pop()
                    if stack[-1] == tag.name:
                        break
            if stack and stack[-1] == tag.name:
                stack.pop()
            else:
                found.append(tag)
                if tag.name in stack:
                    stack.remove(tag.name)
    return found
