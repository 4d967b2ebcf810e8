"""Termbases are read in every layout; what is wrong in them is told with its line, and the rest is used."""

import pytest

from tqa.errors import ConfigError, ReadError
from tqa.resources.termbase.load import read_termbase
from tqa.resources.termbase.model import Status
from tqa.resources.termbase.write import write_termbase


def terms(termbase):
    return [(term.text, term.language, term.status.value) for entry in termbase.entries for term in entry.terms]


def written(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_pairs_with_languages_variants_and_forbidden_terms(tmp_path):
    path = written(
        tmp_path,
        "t.csv",
        "source,target,forbidden,source_lang,target_lang\nKlage,lawsuit|legal action,complaint,de,en\n",
    )
    assert terms(read_termbase(path)) == [
        ("Klage", "de", "approved"),
        ("lawsuit", "en", "approved"),
        ("legal action", "en", "approved"),
        ("complaint", "en", "forbidden"),
    ]


def test_semicolons_quotes_and_a_byte_order_mark(tmp_path):
    path = written(tmp_path, "t.csv", '\ufeffde;en\n"Recht; Gesetz";law\n')
    assert terms(read_termbase(path)) == [("Recht; Gesetz", "de", "approved"), ("law", "en", "approved")]


def test_a_column_for_each_language(tmp_path):
    path = written(tmp_path, "t.tsv", "de\ten\ten:forbidden\tfr-CA\nAbgabe\tduty\ttoll\tredevance\n")
    assert terms(read_termbase(path)) == [
        ("Abgabe", "de", "approved"),
        ("duty", "en", "approved"),
        ("toll", "en", "forbidden"),
        ("redevance", "fr-CA", "approved"),
    ]


def test_rows_with_one_entry_belong_together(tmp_path):
    path = written(
        tmp_path,
        "t.csv",
        "entry,language,term,status,case,match,domain,files,context,priority\n"
        "a,de,Frist,,,,law,legal/*.po|*.xlf,menu*,3\n"
        "a,en,deadline,preferred,yes,exact,,,,\n"
        "b,en,Acme,do-not-translate,,,,,,\n",
    )
    first, second = read_termbase(path).entries
    assert [term.text for term in first.terms] == ["Frist", "deadline"]
    assert first.files == ("legal/*.po", "*.xlf")
    assert first.contexts == ("menu*",)
    assert (first.domain, first.priority) == ("law", 3)
    assert first.terms[1].case_sensitive is True
    assert first.terms[1].exact
    assert second.keep


def test_bad_rows_are_told_by_line_and_the_rest_is_used(tmp_path):
    path = written(
        tmp_path,
        "t.csv",
        "source,target,status,colour\n"
        "eins,one,,red\n"
        ",two,,\n"
        '"drei\nund mehr",three,,\n'
        "vier,,,\n"
        "fünf,five,prefered,\n"
        "sechs,six,,\n",
    )
    termbase = read_termbase(path)
    assert [(problem.line, problem.message.split(";")[0]) for problem in termbase.problems] == [
        (1, "unknown column 'colour'"),
        (3, "the source is empty"),
        (6, "the target is empty: give one, or the status do-not-translate"),
        (7, "unknown status 'prefered'"),
    ]
    assert "did you mean 'preferred'?" in termbase.problems[-1].message
    assert [entry.terms[0].text for entry in termbase.entries] == ["eins", "drei und mehr", "sechs"]
    assert {problem.file for problem in termbase.problems} == {str(path)}


def test_a_table_that_is_no_termbase(tmp_path):
    with pytest.raises(ReadError, match="no termbase: the header"):
        read_termbase(written(tmp_path, "t.csv", "name,price\ntea,3\n"))
    with pytest.raises(ConfigError, match="a termbase is one of"):
        read_termbase(written(tmp_path, "t.docx", ""))
    with pytest.raises(ReadError, match="cannot be read"):
        read_termbase(tmp_path / "none.csv")


V2 = """<?xml version="1.0"?>
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="c1">
  <descrip type="subjectField">shipping</descrip>
  <langSet xml:lang="de"><tig><term>Ladung</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
  <langSet xml:lang="en">
    <ntig><termGrp><term>cargo</term>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
    <tig><term>freight</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
    <tig><term>load</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
  </langSet>
</termEntry>
<termEntry id="c2"><langSet xml:lang="de"><tig><term> </term></tig></langSet></termEntry>
</body></text></martif>
"""
DCT = """<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c1"><min:subjectField>shipping</min:subjectField>
  <langSec xml:lang="de"><termSec><term>Ladung</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
  <langSec xml:lang="en">
    <termSec><term>cargo</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>freight</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>load</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec>
</conceptEntry></body></text></tbx>
"""


@pytest.mark.parametrize("text", [V2, DCT])
def test_tbx_of_both_versions_and_styles(tmp_path, text):
    termbase = read_termbase(written(tmp_path, "t.tbx", text))
    (entry,) = termbase.entries
    assert (entry.id, entry.domain) == ("c1", "shipping")
    assert [(term.text, term.language, term.status) for term in entry.terms] == [
        ("Ladung", "de", Status.APPROVED),
        ("cargo", "en", Status.PREFERRED),
        ("freight", "en", Status.ADMITTED),
        ("load", "en", Status.FORBIDDEN),
    ]
    assert entry.terms[0].pos == "noun"


def test_tbx_faults_have_lines(tmp_path):
    termbase = read_termbase(written(tmp_path, "t.tbx", V2))
    assert [(problem.line, problem.message) for problem in termbase.problems] == [
        (13, "a term without text"),
        (13, "an entry without a term"),
    ]
    with pytest.raises(ReadError, match=r"t\.tbx:3: not well-formed XML"):
        read_termbase(written(tmp_path, "t.tbx", V2.replace("<termEntry id", "<termEntry <id", 1)))


def test_entities_of_a_file_are_not_resolved(tmp_path):
    secret = written(tmp_path, "secret.txt", "hidden")
    text = f'<!DOCTYPE martif [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + V2.split("?>", 1)[1].replace(
        "Ladung", "a&x;b"
    )
    assert "hidden" not in str(read_termbase(written(tmp_path, "t.tbx", text)).entries)


FULL = (
    "entry,language,term,status,case,match,pos,term_note,domain,definition,note,files,context,priority\n"
    "c1,de,Ladung,,no,,noun,,shipping,was ein Schiff trägt,fragen & klären,a/*.po|b.csv,hold*,2\n"
    "c1,en,cargo,preferred,,exact,noun,<new>,,,,,,\n"
    "c1,en,load,forbidden,,,,,,,,,,\n"
    "c2,en,Acme Sea,do-not-translate,yes,,,,,,,,,\n"
)


@pytest.mark.parametrize("suffix", [".tbx", ".tsv", ".xlsx", ".csv"])
def test_nothing_is_lost_on_the_way_through_another_format(tmp_path, suffix):
    first = read_termbase(written(tmp_path, "t.csv", FULL))
    assert not first.problems
    through = tmp_path / f"through{suffix}"
    write_termbase(first.entries, through)
    back = tmp_path / "back.csv"
    write_termbase(read_termbase(through).entries, back)
    assert back.read_text(encoding="utf-8") == FULL


def test_a_spreadsheet_without_openpyxl_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(ConfigError, match=r"pip install 'tqa\[xlsx\]'"):
        read_termbase(written(tmp_path, "t.xlsx", ""))
