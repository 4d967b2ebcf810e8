"""Which forms a row of folds stands for: a hidden Markov model over the forms of each fold.

The forward-backward algorithm (Rabiner 1989), first with pairs, then, over the forms that are left, with triples. What
a model doesn't list goes by the share of the single form, so a step costs the number of forms and of listed pairs, not
the product of the forms.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tqa.language.diacritics.model import Model

# A candidate: the number of a form in its fold, and the weight of what was seen (its emission).
Candidates = Sequence[tuple[int, float]]
_NEGLIGIBLE = 1e-2
# So many settled words in a row part what is before and behind them, for triples.
_SETTLED = 2


def posteriors(model: Model, row: Sequence[int], candidates: Sequence[Candidates]) -> list[dict[int, float]]:
    """For each position of `row` (numbers of folds) the probability of each of its `candidates`, by form number.

    The row should begin with the fold of `<s>` and end with that of `</s>`.
    """
    steps = [model.pair(a, b) for a, b in pairwise(row)]
    single = (_endings_pass if model.pulls else _first_pass)(model, row, candidates, steps)
    if not model.triples.keys:
        return single
    for start, end in _spans([at for at, found in enumerate(single) if len(found) > 1], len(row)):
        if end - start > _SETTLED:
            part = slice(start, end)
            single[part] = _second_pass(model, row[part], candidates[part], steps[start : end - 1], single[part])
    return single


def _spans(doubtful: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    """The stretches that can be read each by itself: two positions that are settled part what is on their sides."""
    for at, position in enumerate(doubtful):
        if at == 0 or position - doubtful[at - 1] > _SETTLED:
            start = max(position - _SETTLED, 0)
        if at + 1 == len(doubtful) or doubtful[at + 1] - position > _SETTLED:
            yield start, min(position + _SETTLED + 1, length)


def _endings_pass(
    model: Model,
    row: Sequence[int],
    candidates: Sequence[Candidates],
    steps: Sequence[Sequence[tuple[int, int, float, float]]],
) -> list[dict[int, float]]:
    """The same as `_first_pass` where what stands together goes by the endings of words too: they have few forms."""
    first, unlisted = model.first, model.unlisted
    forward: list[dict[int, float]] = [dict(candidates[0])]
    follows: list[dict[tuple[int, int], float]] = []
    for at in range(1, len(row)):
        start, base = first[row[at - 1]], first[row[at]]
        before = forward[-1]
        follow = {(i, j): unlisted(start + i, base + j) for i in before for j, _ in candidates[at]}
        for i, j, p, _ in steps[at - 1]:
            if (i, j) in follow:
                follow[i, j] = p
        here = {j: seen * sum(before[i] * follow[i, j] for i in before) for j, seen in candidates[at]}
        forward.append(_shares(here))
        follows.append(follow)
    backward = dict.fromkeys(forward[-1], 1.0)
    found: list[dict[int, float]] = [{}] * len(row)
    for at in range(len(row) - 1, -1, -1):
        found[at] = _likely(forward[at], backward)
        if at:
            after = [(j, seen * backward[j]) for j, seen in candidates[at]]
            follow = follows[at - 1]
            earlier = {i: sum(follow[i, j] * value for j, value in after) for i in forward[at - 1]}
            backward = _shares(earlier)
    return found


def _first_pass(
    model: Model,
    row: Sequence[int],
    candidates: Sequence[Candidates],
    steps: Sequence[Sequence[tuple[int, int, float, float]]],
) -> list[dict[int, float]]:
    share, left, first = model.share, model.left, model.first
    forward: list[dict[int, float]] = [dict(candidates[0])]
    gains: list[list[tuple[int, int, float]]] = []
    for at in range(1, len(row)):
        before, base, start = forward[-1], first[row[at]], first[row[at - 1]]
        rest = sum(weight * left[start + i] for i, weight in before.items())
        here = {j: rest * share[base + j] for j, _ in candidates[at]}
        gain = []
        for i, j, p, _ in steps[at - 1]:
            if i in before and j in here:
                extra = p - left[start + i] * share[base + j]
                here[j] += before[i] * extra
                gain.append((i, j, extra))
        for j, seen in candidates[at]:
            here[j] *= seen
        forward.append(_shares(here))
        gains.append(gain)
    backward = dict.fromkeys(forward[-1], 1.0)
    found: list[dict[int, float]] = [{}] * len(row)
    for at in range(len(row) - 1, -1, -1):
        found[at] = _likely(forward[at], backward)
        if at:
            base, start = first[row[at]], first[row[at - 1]]
            seen_after = {j: seen * backward[j] for j, seen in candidates[at]}
            rest = sum(share[base + j] * value for j, value in seen_after.items())
            earlier = {i: left[start + i] * rest for i in forward[at - 1]}
            for i, j, extra in gains[at - 1]:
                earlier[i] += extra * seen_after[j]
            backward = _shares(earlier)
    return found


def _shares(values: dict[int, float]) -> dict[int, float]:
    total = sum(values.values()) or 1e-300
    return {reading: value / total for reading, value in values.items()}


def _likely(forward: dict[int, float], backward: dict[int, float]) -> dict[int, float]:
    """The shares of the readings that both sides of the text leave likely."""
    both = {reading: value * backward[reading] for reading, value in forward.items()}
    total = sum(both.values()) or 1e-300
    return {reading: value / total for reading, value in both.items() if value > _NEGLIGIBLE * total} or both


def _second_pass(
    model: Model,
    row: Sequence[int],
    candidates: Sequence[Candidates],
    steps: Sequence[Sequence[tuple[int, int, float, float]]],
    single: Sequence[dict[int, float]],
) -> list[dict[int, float]]:
    share, left, first = model.share, model.left, model.first
    # Of each step the probability of the second form behind the first, and what is left to followers not listed.
    follows: list[dict[tuple[int, int], float]] = []
    lefts: list[dict[tuple[int, int], float]] = []
    for at in range(1, len(row)):
        base, start = first[row[at]], first[row[at - 1]]
        follow = {(i, j): left[start + i] * share[base + j] for i in single[at - 1] for j in single[at]}
        rest = {}
        for i, j, p, unlisted in steps[at - 1]:
            if (i, j) in follow:
                follow[i, j] = p
                rest[i, j] = unlisted
        follows.append(follow)
        lefts.append(rest)
    seen = [dict(of) for of in candidates]
    forward: list[dict[tuple[int, int], float]] = [
        {pair: p * seen[0][pair[0]] * seen[1][pair[1]] for pair, p in follows[0].items()}
    ]
    gains: list[list[tuple[int, int, int, float]]] = []
    for at in range(2, len(row)):
        before, follow, rest = forward[-1], follows[at - 1], lefts[at - 2]
        into = dict.fromkeys(single[at - 1], 0.0)
        for (i, j), value in before.items():
            into[j] += value * rest.get((i, j), 1.0)
        here = {(j, k): into[j] * p for (j, k), p in follow.items()}
        gain = []
        if rest:
            for i, j, k, p in model.triple(row[at - 2], row[at - 1], row[at]):
                if (i, j) in before and (j, k) in follow:
                    extra = p - rest.get((i, j), 1.0) * follow[j, k]
                    here[j, k] += before[i, j] * extra
                    gain.append((i, j, k, extra))
        total = 0.0
        for j, k in here:
            here[j, k] *= seen[at][k]
            total += here[j, k]
        total = total or 1e-300
        forward.append({pair: value / total for pair, value in here.items()})
        gains.append(gain)
    found: list[dict[int, float]] = [{}] * len(row)
    backward = dict.fromkeys(forward[-1], 1.0)
    for at in range(len(row) - 1, 0, -1):
        second: dict[int, float] = dict.fromkeys(single[at], 0.0)
        begin: dict[int, float] = dict.fromkeys(single[at - 1], 0.0)
        for (i, j), value in forward[at - 1].items():
            value *= backward[i, j]
            second[j] += value
            begin[i] += value
        total = sum(second.values()) or 1e-300
        found[at] = {j: value / total for j, value in second.items()}
        if at == 1:
            found[0] = {i: value / total for i, value in begin.items()}
            break
        out = dict.fromkeys(single[at - 1], 0.0)
        for (j, k), p in follows[at - 1].items():
            out[j] += p * seen[at][k] * backward[j, k]
        rest = lefts[at - 2]
        earlier = {(i, j): rest.get((i, j), 1.0) * out[j] for i, j in forward[at - 2]}
        for i, j, k, extra in gains[at - 2]:
            earlier[i, j] += extra * seen[at][k] * backward[j, k]
        total = sum(earlier.values()) or 1e-300
        backward = {pair: value / total for pair, value in earlier.items()}
    return found
