"""The attributes of tags, and which tag of a translation is to be compared with which of its source."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tqa.language.markup.tags import INLINE_CODES, Tag

# What readers see or hear, and what goes by the language or by the program's habits.
TRANSLATABLE = frozenset(
    """title alt abbr label summary placeholder content value standby caption download accesskey prompt lang xml:lang
    rel hreflang dir aria-label aria-description aria-placeholder aria-roledescription aria-valuetext
    aria-braillelabel data-title data-content data-label data-tooltip data-original-title data-text ctype disp equiv
    equiv-text
    """.split()
)


def partners(ours: Sequence[Tag], theirs: Sequence[Tag], free: frozenset[str]) -> Iterator[tuple[Tag, Tag]]:
    """Yield tags of one name that differ in attributes, in their order, where neither side has more of them.

    free: names of attributes that may differ.
    """
    groups: defaultdict[tuple[str, str], tuple[list[Tag], list[Tag]]] = defaultdict(lambda: ([], []))
    for side, tags in enumerate((ours, theirs)):
        for tag in tags:
            if tag.kind != "close" and tag.name not in INLINE_CODES:
                groups[tag.name, tag.kind][side].append(tag)
    for sources, targets in groups.values():
        if len(sources) != len(targets):
            continue
        left = [_fixed(tag, free) for tag in targets]
        unlike = []
        for tag in sources:
            if (fixed := _fixed(tag, free)) in left:
                at = left.index(fixed)
                del left[at], targets[at]
            else:
                unlike.append(tag)
        yield from zip(unlike, targets, strict=True)


def _fixed(tag: Tag, free: frozenset[str]) -> dict[str, str | None]:
    return {one.name: one.value for one in tag.attributes if one.name not in free}
