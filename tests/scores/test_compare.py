"""`tqa compare A B --ref R`."""

import json

import pytest

from tqa.scores.comparison import marked


@pytest.fixture
def three(tmp_path):
    """A reference of four lines; `a` is right in the first two, `b` in the last one; all have the third."""
    ref = [
        "Rain fell all night.",
        "The ferry left early this morning, and nobody on the quay had been told of it by the company.",
        "Nothing happened.",
        "Two goats escaped.",
    ]
    a = [ref[0], ref[1], ref[2], "Some animals ran off."]
    b = ["It was wet.", "The boat went.", ref[2], ref[3]]
    for name, lines in {"r": ref, "a": a, "b": b, "s": ["eins", "zwei <i>", "drei", "vier"]}.items():
        (tmp_path / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_where_which_is_better(tqa, three):
    status, out, err = tqa(
        *("compare", "a.txt", "b.txt", "--ref", "r.txt", "--source", "s.txt", "--target-lang", "en"),
        *("--output-format", "json"),
    )
    assert status == 0, err
    found = json.loads(out)
    assert (found["better"], found["ties"], found["identical"]) == ([2, 1], 1, 1)
    assert {one["segment"] for one in found["differences"]} == {"1", "2", "4"}
    gaps = [abs(one["chrf"][0] - one["chrf"][1]) for one in found["differences"]]
    assert gaps == sorted(gaps, reverse=True)
    assert found["differences"][0]["source"] in ("eins", "zwei <i>", "vier")
    assert [(one["range"], one["size"]) for one in found["by_length"]] == [("under 10", 3), ("10 to under 20", 1)]
    assert found["by_length"][1]["scores"][0] == 100
    assert found["frequency_of"] == "language"
    assert sum(one["size"] for one in found["by_frequency"]) == 28
    assert found["length_ratios"][1] < 1
    assert set(found["scores"][0]["p"]) == {"bs", "ar"}


def test_words_are_counted_where_the_language_is_unknown(tqa, three):
    found = json.loads(tqa("compare", "a.txt", "b.txt", "--ref", "r.txt", "--output-format", "json")[1])
    assert found["frequency_of"] == "references"
    assert found["by_frequency"][0]["range"] == "1 to under 2"


def test_examples_are_shown_on_both_sides(tqa, three):
    status, out, _ = tqa("compare", "a.txt", "b.txt", "--ref", "r.txt", "--examples", 1)
    assert status == 0
    better_a, better_b = out.split("Better in b.txt")
    assert "the 1 with most of 2" in better_a
    assert "Two goats escaped." in better_b


def test_differences_are_marked_on_the_page(tqa, three, tmp_path):
    arguments = ("--ref", "r.txt", "--source", "s.txt", "--output-format", "html", "--output", "page.html")
    assert tqa("compare", "a.txt", "b.txt", *arguments)[0] == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<mark>" in page
    assert "zwei &lt;i&gt;" in page
    assert "<i>" not in page


def test_marks_hold_the_whole_text():
    pieces = marked("The old, grey cat sat.", "The old cat sat.")
    assert "".join(text for text, _ in pieces) == "The old, grey cat sat."
    assert [text for text, differs in pieces if differs] == [", grey"]
    assert marked("same", "same") == (("same", False),)
    assert marked("", "x") == ()


def test_saved_runs_have_no_page(tqa, three):
    status, _, err = tqa("compare", "a.txt", "b.txt", "--output-format", "html")
    assert status == 2
    assert "--ref" in err
