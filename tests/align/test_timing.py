"""Subtitles of two languages by their times: later, faster, merged, split and missing cues."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.alignment.documents import align_documents
from tqa.alignment.timing import common_times
from tqa.errors import AlignError

# Milliseconds from the end of one cue to the begin of the next, again and again: no regular step repeats itself.
_PAUSES = (40, 1900, 350, 90, 4200, 700, 120, 2600, 60, 510, 3300)
_LASTS = (1400, 2300, 900, 3100, 1750)


def cues(count):
    found, at = [], 12_000
    for n in range(count):
        found.append((at, at + _LASTS[n % len(_LASTS)] + 7 * n % 311))
        at = found[-1][1] + _PAUSES[n % len(_PAUSES)]
    return found


def moved(shown, rate, offset):
    return [(round(start * rate + offset), round(end * rate + offset)) for start, end in shown]


def pairs(links):
    return [(link.source, link.target) for link in links]


@pytest.mark.parametrize(
    ("rate", "offset"), [(1, 0), (1, -8_000), (25 / 23.976, 31_000), (23.976 / 25, 0), (1.0013, 2_500)]
)
def test_cues_without_a_word_in_common_are_linked_by_their_times(rate, offset):
    shown = cues(120)
    source = [f"Ba ko ri {'tu ' * (n % 4)}ne." for n in range(120)]
    target = [f"Und erk {'iol ' * (n * 7 % 5)}ust." for n in range(120)]
    other = moved(shown, rate, offset)
    # The 11th and 12th are one in the translation, the 41st is missing, and the 71st stands as two.
    target[10:12], other[10:12] = [target[10] + " " + target[11]], [(other[10][0], other[11][1])]
    del target[39], other[39]
    middle = sum(other[68]) // 2
    target[68:69], other[68:69] = ["Und erk.", "Iol ust."], [(other[68][0], middle - 20), (middle + 20, other[68][1])]
    found = pairs(align_documents(source, target, "und", "und", times=(shown, other)))
    assert ((10, 11), (10,)) in found
    assert ((40,), ()) in found
    assert ((70,), (68, 69)) in found
    assert [pair for pair in found if len(pair[0]) == len(pair[1]) == 1] == [
        *(((n,), (n,)) for n in range(10)),
        *(((n,), (n - 1,)) for n in range(12, 40)),
        *(((n,), (n - 2,)) for n in range(41, 70)),
        *(((n,), (n - 1,)) for n in range(71, 120)),
    ]


def test_times_of_another_film_say_nothing():
    one = cues(60)
    other = [(at * 2_917 + at * at % 1_337, at * 2_917 + at * at % 1_337 + 1_500) for at in range(60)]
    assert common_times(one, other) is None
    assert common_times(one, [*one[:-1], None]) is None
    source = ["Die Ampel ist rot.", "Wir warten.", "Jetzt ist sie grün.", "Der Bus fährt los."]
    target = ["The traffic light is red.", "We are waiting.", "Now it is green.", "The bus drives off."]
    found = align_documents(source, target, "de", "en", times=(one[:4], other[20:24]))
    assert pairs(found) == [((n,), (n,)) for n in range(4)]


_SHOWN = st.tuples(st.integers(0, 10**7), st.integers(0, 10**7))
_CUES = st.lists(st.tuples(st.sampled_from(["Haus", "The house.", "1,5", "", "?", "家"]), _SHOWN), max_size=12)


@settings(max_examples=100, deadline=None)
@given(_CUES, _CUES)
def test_each_cue_is_in_one_link_whatever_its_times(source, target):
    texts = [[text for text, _ in side] for side in (source, target)]
    shown = [[times for _, times in side] for side in (source, target)]
    try:
        links = align_documents(*texts, "de", "en", times=(shown[0], shown[1]))
    except AlignError:
        return
    assert sorted(n for link in links for n in link.source) == list(range(len(source)))
    assert sorted(n for link in links for n in link.target) == list(range(len(target)))
