"""Estimates without a reference, and the judges: a language model on a local server, COMET's stand-in, plug-ins."""

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import ModuleType, SimpleNamespace
from typing import ClassVar

import pytest

from tqa.model import Issue, Segment, Severity
from tqa.scores.estimate.features import NAMES, features
from tqa.scores.estimate.model import load_model

GOOD = "The bridge was closed on Monday because the river had risen."
SOURCE = "Die Brücke wurde am Montag gesperrt, weil der Fluss gestiegen war."


def estimate(target, source=SOURCE, issues=()):
    segment = Segment("1", target, source, "de", "en")
    return load_model().estimate(features(segment, issues))


def issue(category, severity):
    return Issue("r", category, severity, "m", "f", 1, "1", "de", "en", None, "", "", (), None, None, (), "")


def test_more_is_expected_of_worse_translations():
    good = estimate(GOOD)
    assert estimate("The bridge closed.").points > good.points
    assert estimate("The brigde was closd on Mnday because the riverr had risn.").points > good.points
    assert estimate("On was because bridge the risen Monday closed had the river the.").points > good.points
    assert 0 < good.points < 5
    assert 0 <= good.share <= 1


def test_findings_count_by_severity_but_not_hints_or_matters_of_the_whole_text():
    none = estimate(GOOD).points
    minor, major = (estimate(GOOD, issues=[issue("accuracy/omission", Severity(s))]).points for s in ("minor", "major"))
    assert none < minor < major
    assert estimate(GOOD, issues=[issue("accuracy/omission", Severity.NEUTRAL)]).points == none
    assert estimate(GOOD, issues=[issue("terminology/inconsistent-use", Severity.MINOR)]).points == none


def test_odd_segments_have_an_estimate():
    for target, source in (("", SOURCE), (GOOD, ""), ("", ""), ("42", "42"), ("x" * 20_000, "y " * 9000)):
        found = estimate(target, source)
        assert 0 < found.points <= 100
        assert found.parts.keys() == NAMES.keys()


@pytest.fixture
def bitext(tmp_path):
    (tmp_path / "b.tsv").write_text(f"source\ttarget\n{SOURCE}\t{GOOD}\n{SOURCE}\tThe bridge\n", encoding="utf-8")
    return "b.tsv"


LANGUAGES = ("--source-lang", "de", "--target-lang", "en")


def test_the_command_shows_the_worst_first(tqa, bitext):
    status, out, err = tqa("score", bitext, "--estimate", *LANGUAGES)
    assert status == 0, err
    rows = [line for line in out.split("\n") if line.startswith("b.tsv:")]
    assert [row.split(" ")[0] for row in rows] == ["b.tsv:3", "b.tsv:2"]
    document = json.loads(tqa("score", bitext, "--estimate", *LANGUAGES, "--output-format", "json")[1])
    assert [one["segment"] for one in document["segments"]] == ["1", "2"]
    assert document["points"] == pytest.approx(sum(one["points"] for one in document["segments"]))
    assert set(document["segments"][0]["parts"]) == set(NAMES)


def test_a_text_takes_its_source(tqa, tmp_path):
    (tmp_path / "s.txt").write_text(SOURCE + "\n", encoding="utf-8")
    (tmp_path / "t.txt").write_text(GOOD + "\n", encoding="utf-8")
    assert tqa("score", "t.txt", "--source", "s.txt", "--estimate", *LANGUAGES)[0] == 0
    status, _, err = tqa("score", "t.txt", "--estimate", "--target-lang", "en")
    assert status == 2
    assert "--source" in err


class _Model(BaseHTTPRequestHandler):
    """A chat model of few words, which is overloaded at its first request."""

    seen: ClassVar[list] = []

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.seen.append((self.path, self.headers.get("Authorization"), body))
        if len(self.seen) == 1:
            self.send_error(503)
            return
        texts = json.loads(body["messages"][1]["content"])
        error = {"span": "bridge", "category": "accuracy/omission", "severity": "Major"}
        said = {"errors": [] if "Monday" in texts["translation"] else [error]}
        content = "no idea" if body["model"] == "confused" else f"```json\n{json.dumps(said)}\n```"
        answer = {"choices": [{"message": {"content": content}}], "usage": {"total_tokens": 120}}
        data = b"[]" if body["model"] == "odd" else json.dumps(answer).encode()
        self.send_response(401 if body["model"] == "closed" else 200)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments):
        pass


@pytest.fixture
def endpoint(monkeypatch):
    monkeypatch.setattr(_Model, "seen", [])
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Model)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


def ask(tqa, bitext, endpoint, model):
    options = ("--judge-option", f"url={endpoint}", "--judge-option", f"model={model}", "--judge-option", "jobs=1")
    return tqa("score", bitext, "--judge", "llm", *options, *LANGUAGES, "--output-format", "json")


def test_a_language_model_is_asked_for_each_segment(tqa, bitext, endpoint, monkeypatch):
    monkeypatch.setenv("TQA_LLM_API_KEY", "secret")
    status, out, err = ask(tqa, bitext, endpoint, "small")
    assert status == 0, err
    document = json.loads(out)
    assert [one["llm"]["score"] for one in document["segments"]] == [0, 5]
    assert "accuracy/omission: bridge" in document["segments"][1]["llm"]["comment"]
    assert document["judges"]["llm"]["costs"] == {"requests": 2, "tokens": 240}
    assert len(_Model.seen) == 3
    path, key, body = _Model.seen[-1]
    assert (path, key) == ("/v1/chat/completions", "Bearer secret")
    assert body["temperature"] == 0
    assert "secret" not in out


def test_answers_that_are_none(tqa, bitext, endpoint):
    status, out, _ = ask(tqa, bitext, endpoint, "confused")
    assert status == 0
    assert json.loads(out)["segments"][0]["llm"] == {"score": None, "comment": "the answer can't be read"}
    for model, said in (("odd", "not that of a chat completion"), ("closed", "answers 401")):
        status, out, err = ask(tqa, bitext, endpoint, model)
        assert (status, out) == (2, "")
        assert said in err
        assert endpoint in err


def test_nothing_is_asked_without_endpoint_and_model(tqa, bitext, monkeypatch):
    monkeypatch.setattr("urllib.request.urlopen", None)
    status, _, err = tqa("score", bitext, "--judge", "llm", *LANGUAGES)
    assert status == 2
    assert "url=URL" in err
    assert tqa("score", bitext, "--estimate", *LANGUAGES)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--judge", "lm"), "did you mean 'llm'"),
        (("--judge", "llm", "--judge-option", "ur=x"), "did you mean 'url'"),
        (("--judge", "llm", "--judge-option", "url"), "NAME=VALUE"),
        (("--judge", "llm", "--judge-option", "key=abc"), "TQA_LLM_API_KEY"),
        (("--judge", "llm", "--judge-option", "url=ftp://x", "--judge-option", "model=m"), "no http"),
        (("--judge", "comet"), "checkpoint"),
        (("--judge", "comet", "--judge-option", "model=none.ckpt"), "no such checkpoint"),
    ],
)
def test_settings_that_do_not_hold(tqa, bitext, arguments, said):
    status, _, err = tqa("score", bitext, *arguments, *LANGUAGES)
    assert status == 2
    assert said in err


def test_comet_judges_by_a_checkpoint_on_disk(tqa, bitext, tmp_path, monkeypatch):
    (tmp_path / "kiwi.ckpt").write_bytes(b"")
    asked = []

    def predict(samples, **settings):
        asked.extend(samples)
        return {"scores": [len(one["mt"]) / 100 for one in samples]}

    stand_in = ModuleType("comet")
    stand_in.load_from_checkpoint = lambda path, local_files_only: SimpleNamespace(predict=predict)
    monkeypatch.setitem(sys.modules, "comet", stand_in)
    arguments = ("--judge", "comet", "--judge-option", "model=kiwi.ckpt", "--output-format", "json")
    segments = json.loads(tqa("score", bitext, *arguments, *LANGUAGES)[1])["segments"]
    assert [one["comet"]["score"] for one in segments] == [len(GOOD) / 100, 0.1]
    assert asked[0] == {"src": SOURCE, "mt": GOOD}


def test_a_judge_of_other_people(tqa, bitext, monkeypatch):
    from tqa.scores.judges import judge

    module = ModuleType("letters")
    module.JUDGE = judge.Judge(
        "letters", "counts", lambda settings: lambda items: judge.Verdicts(tuple(float(len(i.target)) for i in items))
    )
    point = SimpleNamespace(name="letters", value="letters", load=lambda: module)
    monkeypatch.setattr("tqa.registry.entry_points", lambda group: [point] if group == "tqa.scores.judges" else [])
    judge.JUDGES.forget()
    try:
        document = json.loads(tqa("score", bitext, "--judge", "letters", *LANGUAGES, "--output-format", "json")[1])
        assert document["segments"][1]["letters"] == {"score": 10}
        module.JUDGE = judge.Judge("letters", "", lambda settings: lambda items: judge.Verdicts(()))
        judge.JUDGES.forget()
        status, _, err = tqa("score", bitext, "--judge", "letters", *LANGUAGES)
        assert status == 2
        assert "0 scores for 2 segments" in err
    finally:
        judge.JUDGES.forget()
