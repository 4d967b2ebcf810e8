"""The text has a mark of a known mistranslation.

Why it matters: translators and machines err in the same way again and again ("rare soil" for rare earth). Each such
error is plain to those who know it, and can be looked for.

How to fix: take the suggestion or follow the message. The patterns are kept in marker packs by language pair; your own
go into the folder `~/.config/tqa/markers`, or into files named by the option `packs`. `docs/markers.md` describes their
format; `tqa terms check FILE` tries their examples.
"""

from collections.abc import Iterator
from pathlib import Path

from tqa.language.traits import LETTER
from tqa.resources.kept import kept
from tqa.resources.marker_index import MarkerIndex
from tqa.resources.marker_packs import load_pack, own_pack, user_packs
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "accuracy/mistranslation",
    "minor",
    when_target=LETTER,
    yields_to=("untranslated", "quantity-mismatch"),
    examples=[
        bad(
            ("Nga có trữ lượng đất hiếm lớn.", "Russia has large reserves of rare soil."),
            marks="rare soil",
            suggestion="rare earth",
            langs=("vi", "en"),
        ),
        good(
            ("Nga có trữ lượng đất hiếm lớn.", "Russia has large reserves of rare earths."),
            langs=("vi", "en"),
        ),
    ],
)
def check(pair: Pair, *, packs: tuple[Path, ...] = ()) -> Iterator[Found]:
    """Report what a marker matches. packs: files with further markers."""
    markers = _markers(pair.source.base, pair.target.base, packs)
    for marker in markers.candidates(pair.segment.source, pair.target.text):
        for start, end, suggestion in marker.matches(pair.segment.source, pair.target.text):
            span = pair.target.span(start, end)
            yield Found(f"{marker.message} [{marker.id}]", [span], suggestion, severity=marker.severity)


@kept
def _markers(source_lang: str, target_lang: str, paths: tuple[Path, ...]) -> MarkerIndex:
    own = own_pack(source_lang, target_lang)
    packs = (*([own] if own else []), *user_packs(), *map(load_pack, paths))
    return MarkerIndex(marker for pack in packs if pack.serves(source_lang, target_lang) for marker in pack.markers)
