"""Files of one language each, paired with their source; languages told by names; what is refused."""

import bz2
import gzip
import io
import zipfile
from pathlib import PurePath

import pytest

from tqa.config.load import load_config
from tqa.config.pairs import SourcePattern
from tqa.engine.input import expand, segments
from tqa.errors import ConfigError
from tqa.model import Problem, Segment
from tqa.readers.naming import language_of, names_in
from tqa.readers.reader import Settings
from tqa.readers.source import Input

EN_VI = Settings("en", "vi")


def found(*names, source=None, settings=EN_VI, **options):
    original = None if source is None else Input.of(source)
    return list(segments(expand(names), settings, source=original, **options))


def brief(items):
    return [(x.id, x.source, x.target, x.state) if isinstance(x, Segment) else str(x) for x in items]


def test_keys_are_paired_and_those_without_partner_are_told(write):
    source = write("a.json", '{"one": "One", "gone": "Gone", "blank": ""}')
    target = write("b.json", '{\n"one": "Một",\n"old": "Cũ"}')
    items = found(target, source=source)
    assert brief(items) == [
        ("one", "One", "Một", None),
        ("old", None, "Cũ", "obsolete"),
        ("gone", "Gone", "", "missing"),
    ]
    place = items[0].location
    assert (place.file, place.line, place.source_file, place.source_line) == ("b.json", 2, "a.json", 1)
    assert (items[2].location.file, items[2].location.line) == ("b.json", None)


def test_files_with_hardly_a_common_key_are_not_paired(write):
    write("en.json", '{"boat": "Boat", "sail": "Sail", "mast": "Mast", "oar": "Oar"}')
    target = write("vi.json", '{"boat": "Thuyền", "bread": "Bánh mì", "salt": "Muối", "oil": "Dầu"}')
    items = found(target)
    assert [(x.id, x.source, x.state) for x in items] == [
        ("boat", None, "unpaired"),
        *((key, None, None) for key in ("bread", "salt", "oil")),
    ]
    assert items[0].location.source_file == "en.json"
    half = write("half/vi.json", '{"boat": "Thuyền", "sail": "Buồm", "salt": "Muối", "oil": "Dầu"}')
    states = [x.state for x in found(half, source="en.json")]
    assert states == [None, None, "obsolete", "obsolete", "missing", "missing"]


def test_forms_of_a_plural_go_by_what_the_language_has(write):
    source = write("en.json", '{"n_one": "{{n}} boat", "n_other": "{{n}} boats"}')
    few = write("cs.json", '{"n_one": "a", "n_few": "b", "n_other": "c"}')
    assert [x.source for x in found(few, source=source, settings=Settings("en", "cs"))] == [
        "{{n}} boat",
        "{{n}} boats",
        "{{n}} boats",
    ]
    other = write("vi.json", '{"n_other": "{{n}} thuyền"}')
    assert brief(found(other, source=source)) == [("n_other", "{{n}} boats", "{{n}} thuyền", None)]


def test_a_file_finds_its_source_by_its_name(write):
    write("values/strings.xml", '<resources><string name="a">One</string></resources>')
    write("values-vi/strings.xml", '<resources><string name="a">Một</string></resources>')
    (item,) = found("values-vi/strings.xml", settings=Settings())
    assert (item.source, item.target_lang) == ("One", "vi")


def test_different_formats_with_keys_can_be_paired(write):
    write("a.properties", "k = One\n")
    assert brief(found(write("b.json", '{"k": "Một"}'), source="a.properties")) == [("k", "One", "Một", None)]


def test_documents_are_paired_in_order(write):
    source = write("a.md", "# One\n\nTwo\n")
    assert brief(found(write("b.md", "# Một\n\nHai\n"), source=source)) == [
        ("1", "One", "Một", None),
        ("2", "Two", "Hai", None),
    ]
    assert "1 texts, but its source a.md has 2" in brief(found(write("c.md", "# Một\n"), source=source))[0]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("vi.json", "vi"),
        ("locales/pt_BR/common.json", "pt-BR"),
        ("locale/zh_Hant/LC_MESSAGES/django.po", "zh-Hant"),
        ("messages_vi.properties", "vi"),
        ("res/values-b+sr+Latn/strings.xml", "sr-Latn"),
        ("res/values-zh-rTW/strings.xml", "zh-TW"),
        ("vi.lproj/Main.strings", "vi"),
        ("README.vi.md", "vi"),
        ("django.sr@latin.po.gz", "sr-Latn"),
        ("how_to.md", None),
        ("user_id.json", None),
        ("package.json", None),
        ("src/app.json", None),
    ],
)
def test_the_language_that_a_name_tells(name, expected):
    assert language_of(PurePath(name)) == expected


def test_the_names_of_the_source():
    assert PurePath("locales/en/x.json") in names_in(PurePath("locales/vi/x.json"), "en")
    assert PurePath("m.properties") in names_in(PurePath("m_vi.properties"), "en")
    assert PurePath("Base.lproj/a.strings") in names_in(PurePath("vi.lproj/a.strings"), "en")


def test_only_files_that_name_a_language_are_walked_where_the_extension_says_little(write):
    write("package.json", "{}")
    write("readme.md", "x")
    write("locales/vi.json", '{"a": "b"}')
    write("feed.xml", "<rss/>")
    write("types.ts", "export const a = 1")
    write("x/texts.xml", "<resources/>")
    assert [entry.name for entry in expand(["."])] == ["locales/vi.json", "x/texts.xml"]


def test_patterns_of_the_configuration(write):
    pattern = SourcePattern("locales/en/*.json", "locales/{lang}/*.json")
    assert pattern.match("locales/vi/a.json") == ("locales/en/a.json", "vi")
    assert pattern.match("locales/en/a.json") is None
    assert pattern.match("locales/vi/b/a.json") is None
    assert SourcePattern("a/**/en.yml", "a/**/{lang}.yml").match("a/b/c/vi.yml") == ("a/b/c/en.yml", "vi")
    with pytest.raises(ConfigError, match="has 2 wildcards"):
        SourcePattern("*/*.json", "x/*.json")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('source = "a"', "'target' is missing"),
        ('source = "a"\ntarget = "b"\npattern = "c"', "'pattern' doesn't go with"),
    ],
)
def test_half_a_pair_in_the_configuration_is_an_error(write, tmp_path, table, message):
    write("tqa.toml", f"[[files]]\n{table}\n")
    with pytest.raises(ConfigError, match=message):
        load_config(tmp_path / "tqa.toml")


@pytest.mark.parametrize(("pack", "extension"), [(gzip.compress, ".gz"), (bz2.compress, ".bz2")])
def test_compressed_files_are_read_and_broken_ones_told(write, pack, extension):
    data = pack('{"a": "Một"}'.encode() * 1)
    assert brief(found(write(f"vi.json{extension}", data))) == [("a", None, "Một", None)]
    assert "cut off" in brief(found(write(f"vi.json{extension}", data[:-9])))[0]


def test_entities_are_not_expanded_nor_fetched(write):
    bomb = '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    unit = '<tu><tuv xml:lang="en"><seg>1</seg></tuv><tuv xml:lang="vi"><seg>&b;&x;</seg></tuv></tu>'
    text = f"<tmx><body>{unit}</body></tmx>"
    assert brief(found(write("a.tmx", bomb + text))) == [("1", "1", "&b;&x;", None)]


def test_zip_bombs_and_deep_nesting_are_refused(write):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 40 * 2**20)
    assert "times its size; refused" in brief(found(write("a.docx", packed.getvalue())))[0]
    assert "nested more than" in brief(found(write("vi.json", '{"a":' * 5000)))[0]
    assert "nested more than" in brief(found(write("vi.yml", "- " * 5000 + "a")))[0]


def test_a_broken_file_is_placed_and_the_next_one_read(write):
    broken = write("broken.xlf", '<xliff version="1.2">\n<file>\n</xliff>')
    items = found(broken, write("vi.json", '{"a": "b"}'))
    assert isinstance(items[0], Problem)
    assert str(items[0]) == "broken.xlf:3: not well-formed XML: mismatched tag"
    assert isinstance(items[1], Segment)
