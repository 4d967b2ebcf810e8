"""Fingerprints that survive moved lines and reordered files."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tqa.model import Issue


def count_repeats(issues: Iterable[Issue]) -> Iterator[Issue]:
    """Yield the issues with a count appended to each fingerprint that was there before.

    A fingerprint stands for rule, texts and context; two findings alike in all of these differ by their count alone.
    """
    seen: Counter[str] = Counter()
    for issue in issues:
        seen[issue.fingerprint] += 1
        count = seen[issue.fingerprint]
        yield issue if count == 1 else replace(issue, fingerprint=f"{issue.fingerprint}-{count}")


def uncounted(fingerprint: str) -> tuple[str, int]:
    """A fingerprint without the count of repeats, and that count."""
    base, _, count = fingerprint.rpartition("-")
    return (base, int(count)) if base and count.isascii() and count.isdigit() else (fingerprint, 1)
