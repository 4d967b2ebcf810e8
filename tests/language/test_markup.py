"""Tags, addresses, keys of labels and plural categories."""

import pytest

from tqa.language.accelerators import mark_of, marked
from tqa.language.addresses import emails, is_localised, options, paths, same_url, urls
from tqa.language.lexicon import lexicon
from tqa.language.markup.markdown import parse
from tqa.language.markup.tags import find_tags
from tqa.language.plurals import known_categories, needed_categories


def test_tags_have_names_kinds_and_attributes_with_offsets() -> None:
    text = 'é <A HREF="/x" title=\'a > b\'>link</A><br/><x id="3"/>'
    tags = find_tags(text)
    assert [(tag.name, tag.kind) for tag in tags] == [("a", "open"), ("a", "close"), ("br", "void"), ("x", "void")]
    assert [(one.name, text[one.start : one.end]) for one in tags[0].attributes] == [("href", "/x"), ("title", "a > b")]
    assert tags[3].key == ("x", "void", "3")


@pytest.mark.parametrize(
    "text", ["a < b and c > d", "<3 you", "mail <ana@example.org>", "<https://example.org>", "x <- y"]
)
def test_brackets_of_prose_are_no_tags(text: str) -> None:
    assert find_tags(text) == ()


def test_a_word_in_brackets_is_certain_only_when_closed() -> None:
    assert [tag.is_certain for tag in find_tags("<file>")] == [False]
    assert [tag.is_certain for tag in find_tags("<Bold>x</Bold>")] == [True, True]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://example.org/a_(b)).", ["https://example.org/a_(b)"]),
        ("参见https://example.org/a。", ["https://example.org/a"]),
        ("“https://example.org”, www.example.org!", ["https://example.org", "www.example.org"]),
        ("https://host[:port]/file and Booking.com", []),
    ],
)
def test_urls_end_where_the_sentence_goes_on(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in urls(text)] == found


def test_urls_of_other_language_editions() -> None:
    assert is_localised("https://en.wikipedia.org/wiki/Dog", "https://vi.wikipedia.org/wiki/Ch%C3%B3")
    assert is_localised("https://example.org/en-GB/help", "https://example.org/de/help")
    assert is_localised("https://example.com/a", "https://example.de/a")
    assert not is_localised("https://example.org/help", "https://example.org/hlep")
    assert same_url("https://Example.org/%C3%A9/", "https://example.org/é")
    assert not same_url("https://example.org/A", "https://example.org/a")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Edit /etc/app.conf.", ["/etc/app.conf"]),
        (r"In C:\Program Files\x", [r"C:\Program"]),
        ("and/or 24/7 km/h he/she 1/2", []),
        ("~/notes.txt, ./run.sh, data.csv", ["~/notes.txt", "./run.sh", "data.csv"]),
        ("https://example.org/a/b.html", []),
    ],
)
def test_paths(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in paths(text)] == found


def test_options_and_mail_addresses() -> None:
    text = "«--all», '-v', well-known, 20%-a, a -b- c: ana.le+x@example.org"
    assert [text[start:end] for start, end in options(text)] == ["--all", "-v"]
    assert [text[start:end] for start, end in emails(text)] == ["ana.le+x@example.org"]


@pytest.mark.parametrize(
    ("label", "mark"),
    [
        ("&Open", "&"),
        ("E&xit", "&"),
        ("_Save", "_"),
        ("Sa_ve", "_"),
        ("~Tools", "~"),
        ("Find && &Replace", "&"),
        ("文件(&F)", "&"),
        ("AT&T", None),
        ("Q&A", None),
        ("Salt & pepper", None),
        ("file_name", None),
        ("_emphasis_", None),
        ("~20 users", None),
        ("a=1&b=2", None),
        ("&nbsp;x", None),
    ],
)
def test_keys_of_labels(label: str, mark: str | None) -> None:
    words = lexicon("en")
    assert words is not None
    assert mark_of(label, words.frequency) == mark


def test_doubled_marks_are_literal() -> None:
    assert marked("Salt && &Pepper", "&") == [8]


def test_plural_categories_leave_out_what_only_fractions_have() -> None:
    assert needed_categories("cs") == {"one", "few", "other"}
    assert known_categories("cs") == {"one", "few", "many", "other"}
    assert needed_categories("fr") == {"one", "other"}
    assert needed_categories("ru-RU") == {"one", "few", "many"}
    assert needed_categories("vi") == {"other"}
    assert needed_categories("en", is_ordinal=True) == {"one", "two", "few", "other"}
    assert needed_categories("und") is None


def test_nothing_in_code_is_markdown() -> None:
    found = parse("`[a](b) **c**` and [d](/e) **f** ![g](h.png) [^1]")
    assert [one[2] for one in found.links] == ["/e"]
    assert [one[2] for one in found.images] == ["h.png"]
    assert (len(found.strong), len(found.code), len(found.references)) == (1, 1, 1)
