"""What `tqa align` writes as TMX and XLIFF keeps to the rules of the format, and is read again as it was."""

from io import StringIO

import pytest
from lxml import etree

import tqa
from tqa.alignment.markup import tmx, xliff
from tqa.alignment.output import About, Aligned

ROWS = [
    Aligned((1,), (1,), 0.99, "Der Hund <b>bellt</b> & knurrt.", 'The dog "barks" & growls.'),
    Aligned((2,), (), 0.95, "Niemand hört ihn.", ""),
    Aligned((), (2,), 0.9, "", "Added."),
    Aligned((3, 4), (3,), 0.41, "Es wird Nacht. Alle schlafen.", "Night falls, \x0b all sleep."),
]
PAIRS = [
    (ROWS[0].source, ROWS[0].target),
    (ROWS[3].source, "Night falls, \ufffd all sleep."),
]
ABOUT = About("de", "en-GB", 'a "b" <c>.md', "sentence", "1.0")
# The part of TMX 1.4b's document type that an alignment can use.
TMX_TYPE = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header EMPTY>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block|paragraph|sentence|phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
  srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note|prop)*, tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED>
<!ELEMENT note (#PCDATA)>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED>
<!ELEMENT tuv ((note|prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)>
"""
SPACE = "{urn:oasis:names:tc:xliff:document:1.2}"


@pytest.mark.parametrize("segment", ["line", "sentence", "paragraph"])
def test_tmx_keeps_to_its_document_type(segment):
    document = "".join(tmx(ROWS, ABOUT._replace(segment=segment)))
    grammar = etree.DTD(StringIO(TMX_TYPE))
    assert grammar.validate(etree.fromstring(document.encode())), grammar.error_log


def test_xliff_has_what_the_schema_asks_for_in_its_order():
    root = etree.fromstring("".join(xliff(ROWS, ABOUT)).encode())
    (file,) = root
    assert (root.tag, root.get("version")) == (f"{SPACE}xliff", "1.2")
    assert {"original", "source-language", "datatype"} <= set(file.attrib)
    units = list(file.iter(f"{SPACE}trans-unit"))
    assert len({unit.get("id") for unit in units}) == len(units) == 3
    order = [SPACE + name for name in ("source", "target", "note")]
    for unit in units:
        tags = [child.tag for child in unit]
        assert tags[0] == order[0]
        assert tags == [tag for tag in order if tag in tags]


@pytest.mark.parametrize(("write", "name"), [(tmx, "a.tmx"), (xliff, "a.xlf")])
def test_what_is_written_is_read_again(write, name, tmp_path):
    (tmp_path / name).write_text("".join(write(ROWS, ABOUT)), encoding="utf-8")
    found = [item for item in tqa.read(tmp_path / name) if item.target]
    assert [(item.source, item.target) for item in found] == PAIRS
    assert {(item.source_lang, item.target_lang) for item in found} == {("de", "en-GB")}


def test_xliff_says_which_links_to_look_at(tmp_path):
    (tmp_path / "a.xlf").write_text("".join(xliff(ROWS, ABOUT)), encoding="utf-8")
    states = [item.state for item in tqa.read(tmp_path / "a.xlf")]
    assert states[0] == "translated"
    assert states[-1] == "needs-review-translation"
