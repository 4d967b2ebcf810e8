"""Documents of other formats than plain text, put side by side, and what teaches their words."""

from pathlib import Path

import pytest

import tqa
from tqa.errors import ConfigError, ReadError

MARKDOWN = """# Der Markt

Der Markt öffnet um sechs Uhr. Frau Klein verkauft
dort Äpfel und Birnen.

- Brot kostet 3 Euro.
- Käse kostet 7 Euro.
"""
HTML = """<!doctype html><html><body><h1>The market</h1>
<p>The market opens at six o'clock. Mrs Klein sells apples and pears there.</p>
<ul><li>Bread costs 3 euros.</li>
<li>Wine is for adults only, ask at the counter.</li>
<li>Cheese costs 7 euros.</li></ul></body></html>
"""


@pytest.fixture
def write(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def put(name, text):
        Path(name).write_text(text, encoding="utf-8")
        return name

    return put


def align(source, target, source_lang="de", **options):
    return tqa.align(source, target, source_lang=source_lang, target_lang="en", **options)


def test_markdown_and_html_by_heading_paragraph_and_item(write):
    rows = align(write("a.md", MARKDOWN), write("b.html", HTML))
    assert [(row.source_lines, row.target_lines) for row in rows] == [
        ((1,), (1,)),
        ((3,), (2,)),
        ((6,), (3,)),
        ((), (4,)),
        ((7,), (5,)),
    ]
    assert rows[1].source == "Der Markt öffnet um sechs Uhr. Frau Klein verkauft dort Äpfel und Birnen."


def test_their_sentences(write):
    pytest.importorskip("sentencesplit")
    rows = align(write("a.md", MARKDOWN), write("b.html", HTML), segment="sentence")
    assert ("Frau Klein verkauft dort Äpfel und Birnen.", "Mrs Klein sells apples and pears there.") in [
        (row.source, row.target) for row in rows
    ]


def test_word_documents(write):
    docx = pytest.importorskip("docx")
    for name, texts in (
        ("a.docx", ["Der Markt", "Brot kostet 3 Euro."]),
        ("b.docx", ["The market", "Bread is 3 euros."]),
    ):
        document = docx.Document()
        for text in texts:
            document.add_paragraph(text)
        document.save(name)
    assert [(row.source_lines, row.target) for row in align("a.docx", "b.docx")] == [
        ((1,), "The market"),
        ((2,), "Bread is 3 euros."),
    ]


def test_a_format_of_both_languages_and_a_broken_file_are_told(write):
    write("a.md", MARKDOWN)
    with pytest.raises(ReadError, match="holds source and translation both"):
        align("a.md", write("b.tmx", "<tmx/>"))
    with pytest.raises(ReadError, match="neither a cue"):
        align("a.md", write("b.srt", "no cue at all\nnor here\n"))
    with pytest.raises(ConfigError, match="no format 'markdwon'; did you mean 'markdown'"):
        align("a.md", "a.md", format="markdwon")


def test_a_termbase_teaches_words(write):
    source, target = write("a.txt", "Vam.\nTol brix.\nBrix.\n"), write("b.txt", "Red apple.\nApple.\n")
    termbase = write("terms.csv", "xx,en\nbrix,apple\ntol,red\nvam,house\n")
    rows = align(source, target, "xx", termbase=[termbase])
    assert [(row.source_lines, row.target_lines) for row in rows] == [((1,), ()), ((2,), (1,)), ((3,), (2,))]


SRT = "1\n00:00:01,000 --> 00:00:03,000\n{}\n\n2\n00:00:04,000 --> 00:00:04,900\n{}\n"


def test_subtitles_are_checked_cue_by_cue_though_numbers_differ(write):
    write(
        "a.srt", SRT.format("Der Zug fährt\num 9 Uhr.", "Anna hat") + "\n3\n00:00:05,000 --> 00:00:07,000\n3 Koffer.\n"
    )
    write(
        "b.srt",
        SRT.format("The train leaves at 8.", "Anna has").replace("04,900", "07,000").replace("has", "has 3 cases."),
    )
    result = tqa.check(
        "b.srt", source="a.srt", align=True, source_lang="de", target_lang="en", select=["number-mismatch"]
    )
    assert [(issue.line, issue.source) for issue in result.issues] == [(3, "Der Zug fährt\num 9 Uhr.")]


def test_what_is_left_out_and_added_is_named_and_nothing_else(write):
    source = ["Der Bäcker steht um drei auf.", "Seine Katze schläft auf dem Mehl.", "Im Dorf gibt es nur einen Arzt."]
    write("a.txt", "\n".join([*source, "Die Schule beginnt im September.", "Abends spielt er Geige."]))
    target = ["The baker gets up at three.", "There is only one doctor in the village."]
    write(
        "b.txt",
        "\n".join(
            [
                *target,
                "School begins in September.",
                "Click here to win 500 euros!",
                "In the evening he plays the violin.",
            ]
        ),
    )
    issues = tqa.check("b.txt", source="a.txt", align=True, source_lang="de", target_lang="en").issues
    assert {(issue.rule, issue.source, issue.target) for issue in issues} == {
        ("omitted-passage", "Seine Katze schläft auf dem Mehl.", ""),
        ("added-passage", None, "Click here to win 500 euros!"),
    }
