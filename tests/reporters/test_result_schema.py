"""What programs are given is as docs/result.schema.json says, and the schema says it of every key."""

import json
from pathlib import Path

import pytest
from sample_report import CLEAN, RESULT, report

from tqa.reporters.reporter import REPORTERS

jsonschema = pytest.importorskip("jsonschema")
SCHEMA = json.loads((Path(__file__).parents[2] / "docs/result.schema.json").read_text(encoding="utf-8"))


def rendered(name, result):
    return "".join(REPORTERS.named(name).render(report(result)))


@pytest.mark.parametrize("result", [RESULT, CLEAN], ids=["sample", "clean"])
def test_json_is_valid(result):
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(rendered("json", result)))


def test_each_line_of_jsonl_is_an_issue():
    issue = {**SCHEMA["$defs"]["issue"], "$defs": SCHEMA["$defs"]}
    for line in rendered("jsonl", RESULT).splitlines():
        jsonschema.Draft202012Validator(issue).validate(json.loads(line))


def test_the_schema_knows_every_key():
    result = json.loads(rendered("json", RESULT))
    assert set(result) == set(SCHEMA["properties"])
    for name, value in (("run", result["run"]), ("summary", result["summary"]), ("issue", result["issues"][0])):
        assert set(value) == set(SCHEMA["$defs"][name]["properties"])


def test_the_schema_refuses_what_is_wrong():
    result = json.loads(rendered("json", RESULT))
    result["issues"][0]["severity"] = "bad"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(result)
