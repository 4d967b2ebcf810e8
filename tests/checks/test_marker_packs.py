"""The markers that tqa brings find their bad examples and leave their good ones alone."""

import pytest

from tqa.resources.marker_packs import own_packs

CASES = [
    pytest.param(marker, *example, is_bad, id=f"{pack.source_lang}-{pack.target_lang}-{marker.id}-{is_bad}-{n}")
    for pack in own_packs()
    for marker in pack.markers
    for is_bad, examples in ((True, marker.bad), (False, marker.good))
    for n, example in enumerate(examples, 1)
]


@pytest.mark.parametrize(("marker", "source", "target", "is_bad"), CASES)
def test_example(marker, source, target, is_bad):
    assert bool(list(marker.matches(source, target))) is is_bad
