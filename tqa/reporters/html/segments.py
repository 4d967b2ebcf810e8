"""The figures about segments: how the penalties are spread over them, the worst ones, and groups of like ones."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tqa.model import Issue
from tqa.mqm import PENALTY
from tqa.reporters.html.direction import direction
from tqa.reporters.html.links import link
from tqa.reporters.visible import safe

# Points of a segment, from and to; the last bucket has no end. `page/segments.js` reads them off the links.
_BUCKETS: tuple[tuple[int, int | None], ...] = ((0, 0), (1, 1), (2, 4), (5, 9), (10, 24), (25, 49), (50, None))
_WORST = 10
_MOST_GROUPS = 50
_MOST_TEXT = 160


@dataclass(frozen=True, slots=True)
class Bucket:
    """The segments with issues whose points lie in a range; `share` is in percent of the fullest bucket."""

    label: str
    count: int
    share: float
    link: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text to show, perhaps cut, with its language and direction."""

    text: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class Worst:
    """A segment that costs much."""

    place: str
    segment: str
    target: Text
    rules: tuple[str, ...]
    points: int
    link: str


@dataclass(frozen=True, slots=True)
class Group:
    """Issues of a rule over several segments that belong together.

    `shared` is the source that all of them have, `model` what all of them should have instead; None where they differ.
    `variants` are the texts found, with how often, the most frequent first.
    """

    rule: str
    shared: Text | None
    model: Text | None
    variants: tuple[tuple[Text, int], ...]
    count: int
    points: int
    link: str


def histogram(issues: Iterable[Issue]) -> tuple[Bucket, ...]:
    """How many of the segments with issues have how many points."""
    points = _by_segment(issues)
    totals = [sum(PENALTY[issue.severity] for issue in found) for found in points.values()]
    counts = [sum(low <= total and (high is None or total <= high) for total in totals) for low, high in _BUCKETS]
    most = max(counts)
    return tuple(
        Bucket(_label(low, high), count, 100 * count / most if most else 0.0, link(points=_range(low, high)))
        for (low, high), count in zip(_BUCKETS, counts, strict=True)
    )


def worst(issues: Iterable[Issue]) -> tuple[Worst, ...]:
    """The segments that cost most, at most ten, in input order where they cost the same."""
    ranked = sorted(_by_segment(issues).values(), key=_points, reverse=True)
    return tuple(map(_worst, filter(_points, ranked[:_WORST])))


def groups(issues: Iterable[Issue]) -> tuple[tuple[Group, ...], int]:
    """The groups that cost most, at most fifty, and how many there are in all."""
    found: defaultdict[int, list[Issue]] = defaultdict(list)
    for issue in issues:
        if issue.group is not None:
            found[issue.group].append(issue)
    ranked = sorted(found.values(), key=lambda group: (-_points(group), -len(group)))
    return tuple(map(_group, ranked[:_MOST_GROUPS])), len(ranked)


def _by_segment(issues: Iterable[Issue]) -> dict[tuple[str, str], list[Issue]]:
    found: defaultdict[tuple[str, str], list[Issue]] = defaultdict(list)
    for issue in issues:
        found[issue.file, issue.segment].append(issue)
    return found


def _points(issues: Iterable[Issue]) -> int:
    return sum(PENALTY[issue.severity] for issue in issues)


def _range(low: int, high: int | None) -> str:
    return str(low) if low == high else f"{low}-{'' if high is None else high}"


def _label(low: int, high: int | None) -> str:
    return f"{low} or more" if high is None else _range(low, high).replace("-", "–")


def _worst(issues: list[Issue]) -> Worst:
    first = issues[0]
    file = safe(first.file)
    return Worst(
        file if first.line is None else f"{file}:{first.line}",
        first.segment,
        _text(first.target, first.target_lang),
        tuple(dict.fromkeys(issue.rule for issue in issues)),
        _points(issues),
        link(file=file, segment=first.segment),
    )


def _group(issues: list[Issue]) -> Group:
    first = issues[0]
    sources = {issue.source for issue in issues}
    models = {issue.suggestion for issue in issues}
    side = first.spans[0].side if first.spans else "target"
    lang = first.source_lang if side == "source" else first.target_lang
    variants = Counter(_marked(issue) for issue in issues)
    return Group(
        first.rule,
        _text(first.source, first.source_lang) if len(sources) == 1 and first.source is not None else None,
        _text(first.suggestion, lang) if len(models) == 1 and first.suggestion else None,
        tuple((_text(text, lang), count) for text, count in variants.most_common()),
        len(issues),
        _points(issues),
        link(group=str(first.group)),
    )


def _marked(issue: Issue) -> str:
    """The text under the primary span, or the whole target."""
    if not issue.spans:
        return issue.target
    side, start, end = issue.spans[0]
    return issue.text(side)[start:end]


def _text(text: str, lang: str) -> Text:
    return Text(text if len(text) <= _MOST_TEXT else text[:_MOST_TEXT] + "…", lang, direction(lang))
