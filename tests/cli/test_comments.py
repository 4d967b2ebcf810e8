"""Suppressions in the comments of the files themselves."""

import json

import pytest

FILES = {
    "a.po": """msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# tqa: ignore {rules} -- as on the sign
msgid "Nhà khách"
msgstr "The goverment house"

msgid "Nhà kho"
msgstr "The goverment store"
""",
    "a.properties": "# tqa: ignore {rules} -- as on the sign\na = The goverment house\nb = The goverment store\n",
    "a.ftl": "# tqa: ignore {rules} -- as on the sign\na = The goverment house\nb = The goverment store\n",
    "a.md": "<!-- tqa: ignore {rules} -- as on the sign -->\nThe goverment house\n\nThe goverment store\n",
    "a.html": "<p><!-- tqa: ignore {rules} -- as on the sign -->The goverment house</p><p>The goverment store</p>\n",
    "a.srt": (
        "NOTE tqa: ignore {rules} -- as on the sign\n\n1\n00:00:01,000 --> 00:00:03,000\nThe goverment house\n\n"
        "2\n00:00:04,000 --> 00:00:06,000\nThe goverment store\n"
    ),
    "a.ass": (
        "[Script Info]\n[Events]\nFormat: Layer, Start, End, Style, Text\n"
        "Comment: 0,0:00:01.00,0:00:03.00,Default,tqa: ignore {rules} -- as on the sign\n"
        "Dialogue: 0,0:00:01.00,0:00:03.00,Default,The goverment house\n"
        "Dialogue: 0,0:00:04.00,0:00:06.00,Default,The goverment store\n"
    ),
    "a.tsv": (
        "source\ttarget\tnote\nNhà khách\tThe goverment house\ttqa: ignore {rules} -- as on the sign\n"
        "Nhà kho\tThe goverment store\t\n"
    ),
    "a.csv": (
        'source,target,note\nNhà khách,The goverment house,"tqa: ignore {rules} -- as on the sign"\n'
        "Nhà kho,The goverment store,\n"
    ),
    "a.yml": "en:\n  # tqa: ignore {rules} -- as on the sign\n  a: The goverment house\n  b: The goverment store\n",
    "behind.yml": "en:\n  a: The goverment house # tqa: ignore {rules} -- as on the sign\n  b: The goverment store\n",
    "block.yml": (
        "en:\n  c: |\n    Good\n    # no comment\n  # tqa: ignore {rules} -- as on the sign\n"
        "  a: |-\n    The goverment house\n  b: >-\n    The goverment store\n"
    ),
    "a.jsonc": (
        '{\n  // tqa: ignore {rules} -- as on the sign\n  "a": "The goverment house",\n'
        '  "b": "The goverment store"\n}\n'
    ),
    "behind.json": (
        '{"x": {\n  "a": "The goverment house", // tqa: ignore {rules} -- as on the sign\n'
        '  "b": "The goverment store"\n}}\n'
    ),
    "a.arb": (
        '{"@@locale": "en", "a": "The goverment house", "b": "The goverment store",\n'
        ' "@a": {"description": "tqa: ignore {rules} -- as on the sign"}}\n'
    ),
    "messages.json": (
        '{"a": {"message": "The goverment house", "description": "tqa: ignore {rules} -- as on the sign"},\n'
        ' "b": {"message": "The goverment store"}}\n'
    ),
    "strings.xml": (
        "<resources>\n  <!-- tqa: ignore {rules} - as on the sign -->\n"
        '  <string name="a">The goverment house</string>\n  <string name="b">The goverment store</string>\n'
        "</resources>\n"
    ),
    "behind.xml": (
        '<resources>\n  <string name="a">The goverment house</string> <!-- tqa: ignore {rules} — as on the sign -->\n'
        '  <string name="b">The goverment store</string>\n</resources>\n'
    ),
    "plurals.xml": (
        "<resources><!-- tqa: ignore {rules} — as on the sign -->\n"
        '  <plurals name="a"><item quantity="other">The goverment house</item></plurals>\n'
        '  <string name="b">The goverment store</string>\n</resources>\n'
    ),
    "a.strings": (
        '/* tqa: ignore {rules} -- as on the sign */\n"a" = "The goverment house";\n"b" = "The goverment store";\n'
    ),
    "behind.strings": (
        '"a" = "The goverment house"; // tqa: ignore {rules} -- as on the sign\n"b" = "The goverment store";\n'
    ),
    "a.stringsdict": (
        '<plist version="1.0"><dict><key>k</key><dict><key>NSStringLocalizedFormatKey</key><string>%#@n@</string>\n'
        "<key>n</key><dict><key>one</key>\n<!-- tqa: ignore {rules} — as on the sign -->\n"
        "<string>The goverment house</string><key>other</key><string>The goverment store</string>\n"
        "</dict></dict></dict></plist>\n"
    ),
    "a.php": (
        "<?php\n// messages\nreturn [\n  // tqa: ignore {rules} -- as on the sign\n"
        "  'a' => 'The goverment house',\n  'b' => 'The goverment store',\n];\n"
    ),
    "behind.php": (
        "<?php\n$lang['a'] = 'The goverment house'; # tqa: ignore {rules} -- as on the sign\n"
        "$lang['b'] = 'The goverment store';\n"
    ),
    "filled.php": (
        "<?php\n/* tqa: ignore {rules} -- as on the sign */\n$lang['a'] = 'The goverment house';\n"
        "$lang['b'] = 'The goverment store';\n"
    ),
    "a.resx": (
        '<root><resheader name="resmimetype"><value>text/microsoft-resx</value></resheader>\n'
        '<data name="a"><value>The goverment house</value>'
        "<comment>tqa: ignore {rules} -- as on the sign</comment></data>\n"
        '<data name="b"><value>The goverment store</value></data></root>\n'
    ),
    "a.ts": (
        '<TS version="2.1" language="en" sourcelanguage="vi"><context><name>c</name>\n'
        "<message><source>Nhà khách</source>"
        "<translatorcomment>tqa: ignore {rules} -- as on the sign</translatorcomment>"
        "<translation>The goverment house</translation></message>\n"
        "<message><source>Nhà kho</source><translation>The goverment store</translation></message></context></TS>\n"
    ),
    "a.xlf": (
        '<xliff version="1.2"><file source-language="vi" target-language="en"><body>\n'
        '<trans-unit id="1"><source>Nhà khách</source><target>The goverment house</target>'
        "<note>tqa: ignore {rules} -- as on the sign</note></trans-unit>\n"
        '<trans-unit id="2"><source>Nhà kho</source><target>The goverment store</target></trans-unit>'
        "</body></file></xliff>\n"
    ),
    "a.tmx": (
        '<tmx version="1.4"><header srclang="vi"/><body>\n<tu><note>tqa: ignore {rules} -- as on the sign</note>'
        '<tuv xml:lang="vi"><seg>Nhà khách</seg></tuv><tuv xml:lang="en"><seg>The goverment house</seg></tuv></tu>\n'
        '<tu><tuv xml:lang="vi"><seg>Nhà kho</seg></tuv><tuv xml:lang="en"><seg>The goverment store</seg></tuv></tu>'
        "</body></tmx>\n"
    ),
    "a.xcstrings": (
        '{"sourceLanguage": "vi", "version": "1.0", "strings": {\n'
        '"Nhà khách": {"comment": "tqa: ignore {rules} -- as on the sign", "localizations": {"en": {"stringUnit": '
        '{"state": "translated", "value": "The goverment house"}}}},\n'
        '"Nhà kho": {"localizations": {"en": {"stringUnit": {"state": "translated", "value": "The goverment store"}}}}'
        "}}\n"
    ),
}


@pytest.fixture
def run(tqa, tmp_path):
    """Checks the file of a format with the rules given in its comment."""

    def check(name, rules, *arguments):
        (tmp_path / name).write_text(FILES[name].replace("{rules}", rules), encoding="utf-8")
        done = tqa("check", name, "--target-lang", "en", "--select", "spelling", "--output-format", "json", *arguments)
        return done, json.loads(done.out)

    return check


@pytest.mark.parametrize("name", sorted(FILES))
@pytest.mark.parametrize("rules", ["spelling", "end-punctuation, spelling", ""])
def test_a_comment_suppresses_on_its_segment_alone(run, name, rules):
    done, result = run(name, rules)
    assert [issue["target"] for issue in result["issues"]] == ["The goverment store"]
    assert result["summary"]["suppressed"] == 1
    assert done.err == ""


@pytest.mark.parametrize("name", ["a.po", "a.md"])
def test_a_comment_for_another_rule_suppresses_nothing(run, name):
    _, result = run(name, "end-punctuation")
    assert len(result["issues"]) == 2
    # Its rule didn't run, so nobody can say that it isn't needed.
    assert result["summary"]["unused_suppressions"] == []


def test_a_comment_that_is_not_needed_any_more_is_told(tqa, tmp_path):
    (tmp_path / "a.properties").write_text("# tqa: ignore spelling\na = The government house\n", encoding="utf-8")
    done = tqa("check", "a.properties", "--target-lang", "en", "--output-format", "json")
    assert json.loads(done.out)["summary"]["unused_suppressions"] == ["a.properties:2: tqa: ignore spelling"]


def test_an_unknown_rule_is_an_error_with_a_near_miss(run):
    done, result = run("a.po", "speling")
    assert done.status == 2
    assert "a.po:8: unknown rule 'speling' in the comment 'tqa: ignore'; did you mean 'spelling'" in done.err
    assert len(result["issues"]) == 2


def test_the_reason_is_kept_in_a_saved_run(run, tmp_path):
    run("a.po", "spelling", "--save", "run.jsonl")
    assert "as on the sign" in (tmp_path / "run.jsonl").read_text(encoding="utf-8")
