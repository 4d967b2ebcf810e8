"""The main rendering of a term: the run of the translation that stands in most of its segments and hardly elsewhere."""

from collections import Counter

from tqa.alignment.drift.evidence import Evidence
from tqa.resources.termbase.runs import Run, Side

# What makes a rendering the main one: segments that have it, and the share of the term in the segments that have it.
LEAST, _OWN = 3, 0.35
# The share of the term's segments that a longer run must have to be the rendering instead of its part, or a word to
# belong to it.
_SHARE = 0.6
# What a rendering needs that no dictionary and no model of the texts speaks for.
_SHARE_ALONE, _OWN_ALONE, _BY_ITSELF = 0.75, 0.6, 0.1


class Mains:
    """The main renderings of runs, each looked for once."""

    def __init__(self, source: Side, target: Side, evidence: Evidence) -> None:
        """Take both sides of the texts and what is known of their words."""
        self._source, self._target = source, target
        self._evidence = evidence
        self._by_segment = target.in_segment()
        self._found: dict[Run, Run | None] = {}

    def of(self, run: Run) -> Run | None:
        """The main rendering of a source run, if it has one."""
        if run not in self._found:
            self._found[run] = self._main(run)
        return self._found[run]

    def companions(self, run: Run, main: Run) -> set[str]:
        """Stems of words that are part of the rendering mostly, though not next to it: "interest" of "rate"."""
        having = self._source.segments[run] & self._target.segments[main]
        together = self._together(run, having)
        return {
            other[0]
            for other, count in together.items()
            if len(other) == 1
            and other[0] not in main
            and count >= max(LEAST, _SHARE * len(having))
            and count >= _OWN * len(self._target.segments[other])
        }

    def _together(self, run: Run, segments: set[int]) -> Counter[Run]:
        return Counter(other for n in segments for other in self._by_segment.get(n, ()))

    def _main(self, run: Run) -> Run | None:
        segments = self._source.segments[run]
        together = self._together(run, segments)
        best, worth = None, 0.0
        for other, count in together.items():
            own = count / len(self._target.segments[other])
            if count < LEAST or count < 0.5 * len(segments) or own < _OWN:
                continue
            value = 2 * count / (len(segments) + len(self._target.segments[other])) + 0.02 * len(other)
            value += 0.3 * self._means(run, other)
            if value > worth:
                best, worth = other, value
        if best is None or not self._is_likely(run, best, together[best]):
            return None
        return self._extended(run, best, together)

    def _is_likely(self, run: Run, main: Run, count: int) -> bool:
        """Whether a rendering is one, and not just what is told of the thing: the texts may be few."""
        words, others = self._source.form(run).lower().split(), self._target.form(main).lower().split()
        if self._means(run, main) or any(self._evidence.taught(one, two) > _SHARE for one in words for two in others):
            return True
        if any(map(self._evidence.knows, words)) and self._target.form(main)[0].isupper():
            return False  # a name
        share, own = count / len(self._source.segments[run]), count / len(self._target.segments[main])
        return share >= _SHARE_ALONE and own >= _OWN_ALONE

    def _extended(self, run: Run, best: Run, together: Counter[Run]) -> Run:
        """The longer run that `best` is mostly part of: "rare earth" where "rare" is in the other renderings too."""
        if len(run) == 1 and self._means(run, best) >= _BY_ITSELF:
            return best
        while True:
            longer = [
                other
                for other, count in together.items()
                if len(other) == len(best) + 1
                and best in (other[:-1], other[1:])
                and count >= max(LEAST, _SHARE * together[best])
            ]
            if not longer:
                return best
            best = max(longer, key=lambda other: together[other])

    def _means(self, run: Run, other: Run) -> float:
        """How likely a word of the run is translated by one of the other, by the dictionary."""
        ours, theirs = self._source.form(run).lower().split(), self._target.form(other).lower().split()
        return max(self._evidence.chance(one, two) for one in ours for two in theirs)
