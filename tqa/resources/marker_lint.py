"""What is wrong with a marker pack: examples that don't come out as they say, and suggestions that mend nothing."""

from collections.abc import Iterator
from pathlib import Path

from tqa.errors import ConfigError
from tqa.resources.marker_packs import Marker, Pack, load_pack


def pack_faults(path: Path) -> Iterator[str]:
    """The faults of the pack at `path`, one a line. Raises as `load_pack` does."""
    yield from (f"{path}: {fault}" for fault in faults(load_pack(path)))


def faults(pack: Pack) -> Iterator[str]:
    """The faults of a pack."""
    seen: set[str] = set()
    for marker in pack.markers:
        if marker.id in seen:
            yield f"marker '{marker.id}' stands twice"
        seen.add(marker.id)
        try:
            yield from _of_examples(marker)
        except (ConfigError, IndexError) as error:
            yield f"marker '{marker.id}': {error}"


def _of_examples(marker: Marker) -> Iterator[str]:
    for source, target in marker.bad:
        found = list(marker.matches(source, target))
        if not found:
            yield f"marker '{marker.id}' doesn't find its bad example '{target}'"
        for start, end, suggestion in found:
            mended = target[:start] + (suggestion or "") + target[end:]
            if suggestion is not None and list(marker.matches(source, mended)):
                yield f"marker '{marker.id}' finds its bad example again, once its suggestion is taken: '{mended}'"
    for source, target in marker.good:
        if list(marker.matches(source, target)):
            yield f"marker '{marker.id}' finds its good example '{target}'"
