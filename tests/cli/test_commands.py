"""The other commands, and what all have in common."""

import json

import pytest

import tqa as package
from tqa.registry import rules


def test_version(tqa, capfd):
    with pytest.raises(SystemExit) as left:
        tqa("--version")
    assert left.value.code == 0
    assert capfd.readouterr().out == f"tqa {package.__version__}\n"


def test_an_unknown_command_gets_a_near_miss(tqa):
    done = tqa("chek")
    assert (done.status, done.out) == (2, "")
    assert done.err == "tqa: there is no command 'chek'; did you mean 'check'? (tqa --help lists all)\n"


def test_rules_lists_each_with_its_category_severity_and_status(tqa):
    done = tqa("rules")
    assert done.status == 0
    lines = done.out.splitlines()
    for rule in rules().values():
        (line,) = [line for line in lines if line.split()[:1] == [rule.id]]
        assert rule.category in line
        assert rule.severity.value in line
        assert ("preview" if rule.preview else "stable") in line
    listed = json.loads(tqa("rules", "--output-format", "json").out)
    assert {row["rule"] for row in listed} == set(rules())


def test_explain_shows_documentation_and_examples(tqa):
    done = tqa("explain", "spelling")
    assert done.status == 0
    for part in ("Why it matters", "How to fix", "The factory makes magnetes", "suggested: magnets", "words = []"):
        assert part in done.out


@pytest.mark.parametrize("name", sorted(rules()))
def test_every_rule_can_be_explained(tqa, name):
    assert tqa("explain", name).out.startswith(name)


def test_explain_offers_the_nearest_rule(tqa):
    done = tqa("explain", "diacritics-loss")
    assert done.status == 2
    assert "did you mean 'diacritic-loss'?" in done.err


def test_align_prints_the_pairs_of_a_page(tqa, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(
        "The harbour reopened on Monday.\n"
        "Tàu đánh cá trở về cảng sau cơn bão. Ảnh: Văn Sơn\n"
        "Fishing boats return to port after the storm. Photo: Văn Sơn\n",
        encoding="utf-8",
    )
    done = tqa("align", page, "--source-lang", "vi", "--target-lang", "en")
    header, row = done.out.splitlines()
    assert header == "source_lines\ttarget_lines\tscore\tsource\ttarget"
    assert row.split("\t")[:2] == ["2", "3"]
    (line,) = tqa(
        "align", page, "--source-lang", "vi", "--target-lang", "en", "--output-format", "jsonl"
    ).out.splitlines()
    assert json.loads(line)["target_lines"] == [3]


def test_align_of_a_page_in_one_language_prints_a_header_alone(tqa, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("The harbour reopened.\nAll boats are back.\n", encoding="utf-8")
    done = tqa("align", page, "--source-lang", "vi", "--target-lang", "en")
    assert (done.status, done.out.count("\n")) == (0, 1)


def test_align_of_what_is_not_there(tqa):
    done = tqa("align", "none.txt", "--source-lang", "vi", "--target-lang", "en")
    assert (done.status, done.out) == (2, "")
    assert "none.txt" in done.err


def test_score_gives_sacrebleus_figures_and_signatures(tqa, tmp_path):
    from sacrebleu.metrics.bleu import BLEU

    hypothesis, reference = tmp_path / "h.txt", tmp_path / "r.txt"
    texts = (
        ["The boats came back before the storm.", "Nobody was hurt."],
        ["The boats returned before the storm.", "No one was hurt."],
    )
    hypothesis.write_text("\n".join(texts[0]) + "\n", encoding="utf-8")
    reference.write_text("\n".join(texts[1]) + "\n", encoding="utf-8")
    document = json.loads(tqa("score", hypothesis, "--ref", reference, "--output-format", "json").out)
    bleu = BLEU()
    expected = bleu.corpus_score(texts[0], [texts[1]]).score
    assert document["scores"][0] == {"metric": "bleu", "value": expected, "signature": str(bleu.get_signature())}
    assert [score["metric"] for score in document["scores"]] == ["bleu", "chrf", "ter"]


def test_score_refuses_unequal_files(tqa, tmp_path):
    (tmp_path / "h.txt").write_text("a\nb\n", encoding="utf-8")
    (tmp_path / "r.txt").write_text("a\n", encoding="utf-8")
    done = tqa("score", tmp_path / "h.txt", "--ref", tmp_path / "r.txt")
    assert done.status == 2
    assert "1 segments" in done.err
    assert "2" in done.err
    done = tqa("score", tmp_path / "h.txt", "--ref", tmp_path / "h.txt", "--metrics", "blue")
    assert "did you mean 'bleu'" in done.err
