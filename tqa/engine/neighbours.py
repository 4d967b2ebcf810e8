"""What stands before and after the segment of an issue, for whoever judges it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tqa.model import Issue, Neighbour, Segment

# Segments are let go while a run goes on; of the first ones this many are kept, some 50 MB.
MOST = 100_000


def with_neighbours(issues: Iterable[Issue], segments: Sequence[Segment]) -> Iterator[Issue]:
    """Yield the issues with the neighbours of their segments in the same file.

    segments: in the order of the input. An issue on one that isn't among them stays as it is.
    """
    listed = list(issues)
    wanted = {(issue.segment, issue.target) for issue in listed}
    places: dict[tuple[str, str, str], int] = {}
    for number, segment in enumerate(segments):
        if (segment.id, segment.target) in wanted:
            for file in {segment.location.of("target")[0], segment.location.of("source")[0]}:
                places.setdefault((file, segment.id, segment.target), number)
    for issue in listed:
        place = places.get((issue.file, issue.segment, issue.target))
        if place is None:
            yield issue
        else:
            yield replace(issue, neighbours=(_beside(segments, place, -1), _beside(segments, place, 1)))


def _beside(segments: Sequence[Segment], place: int, step: int) -> Neighbour | None:
    """The segment one step on, unless it stands in another file."""
    if not 0 <= place + step < len(segments):
        return None
    one = segments[place + step]
    if one.location.file != segments[place].location.file:
        return None
    return Neighbour(one.id, one.source, one.target)
