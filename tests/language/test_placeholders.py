"""Placeholders: dialects told from texts, the message parser's offsets, broken copies."""

import pytest

from tqa.language.placeholders import dialect_of, differences, scan
from tqa.language.placeholders.fluent import parse as parse_fluent
from tqa.language.placeholders.icu import parse
from tqa.language.placeholders.mangled import find_mangled


@pytest.mark.parametrize(
    ("source", "dialect"),
    [
        ("{n, plural, one {a} other {b}}", "icu"),
        ("{{name}}: {n, plural, one {a} other {b}}", "angular"),
        ("{n, plural, one {{n} a} other {{n} b}}", "icu"),
        ("{ $user } left", "fluent"),
        ("About { -brand-name }", "fluent"),
        ("{0} isn''t here", "java-message"),
        ("{0} isn't here", "auto"),
        ("Page %1 of %2", "qt"),
        ("%1$s of %2$s", "auto"),
        ("Hello, $name!", "kotlin"),
        ("It costs $5", "auto"),
        ("%Y-%m-%d", "none"),
        ("No placeholder", "auto"),
    ],
)
def test_dialect_is_told_from_the_source(source: str, dialect: str) -> None:
    assert dialect_of(source, "x") == dialect


def test_dialect_is_told_from_the_file_and_declared() -> None:
    assert dialect_of("{name}", "{name}", file="app_vi.arb") == "icu"
    assert dialect_of("Hi", "Hi", file="browser.ftl") == "fluent"
    assert dialect_of("{name}", "{name}", file="browser.ftl", declared="c") == "c"


def test_a_number_with_its_sign_before_it_is_no_placeholder() -> None:
    assert dialect_of("Fiyatlar %1 arttı", "Prices rose by 1%") == "auto"


@pytest.mark.parametrize("text", ["100 % sure", "50% off", "100%sure", "a %age", "20 %\u00a0des", "%20e yakın", "% a"])
def test_per_cent_of_prose_is_no_placeholder(text: str) -> None:
    assert scan(text, "auto").placeholders == ()


def test_offsets_are_those_of_the_text() -> None:
    text = "Đã xong %(n)d of {total}, ${user} – %s"
    assert [text[one.start : one.end] for one in scan(text, "auto").placeholders] == [
        "%(n)d",
        "{total}",
        "${user}",
        "%s",
    ]


def test_message_is_parsed_with_branches_and_numbers() -> None:
    text = "{n, plural, offset:1 =0 {none} one {# by {who}} other {# {g, select, f {her} other {their}}}}"
    parsed = parse(text)
    assert not parsed.faults
    (plural,) = parsed.message.arguments
    assert (plural.name, plural.kind) == ("n", "plural")
    assert [text[branch.start : branch.end] for branch in plural.branches] == ["=0", "one", "other"]
    assert [text[at] for branch in plural.branches for at in branch.message.numbers] == ["#", "#"]
    assert [one.name for one in parsed.message.branching()] == ["n", "g"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{n, plural, one {a}", "{"),
        ("{n, plural, one {a} other b}", "other"),
        ("{n plural}", "{n "),
        ("{n, plurals, other {a}}", "plurals"),
        ("a } b", "}"),
        ("{}", "{"),
    ],
)
def test_faults_of_a_message_are_located(text: str, fault: str) -> None:
    (found,) = parse(text).faults
    assert text[found.start : found.end] == fault


def test_apostrophes_quote_as_each_format_has_it() -> None:
    assert [one.name for one in scan("don't {a} '{b}' it''s {c}", "icu").placeholders] == ["a", "c"]
    assert [one.name for one in scan("don't {a} it''s {c}", "java-message").placeholders] == []
    assert [one.name for one in scan("don''t {a}", "java-message").placeholders] == ["a"]


def test_deep_nesting_is_a_fault_not_a_crash() -> None:
    assert parse("{a, select, other {" * 500).faults
    assert parse_fluent("{" * 5000).faults


def test_fluent_selectors_and_faults_keep_offsets_over_lines() -> None:
    text = 'One\n{ NUMBER($n, type: "ordinal") ->\n    [one] a\n   *[other] b\n}'
    (selector,) = parse_fluent(text).selectors
    assert text[selector.start : selector.end].startswith("NUMBER($n")
    assert (selector.keys, selector.is_ordinal) == (("one", "other"), True)
    broken = "One\nTwo { $a"
    (fault,) = parse_fluent(broken).faults
    assert broken[fault.start : fault.end] == "{ $a"


@pytest.mark.parametrize(
    ("placeholder", "target", "found"),
    [
        ("%s", "ein % s hier", "% s"),
        ("%(name)s", "für %(name)", "%(name)"),
        ("${user.name}", "von $ { user.name }", "$ { user.name }"),
        ("{name}", "｛name｝さん", "｛name｝"),
        ("<b>", "ein < b >", "< b >"),
        ("%s", "es ist % sicher", None),
        ("{name}", "der Name", None),
    ],
)
def test_broken_copies_are_found(placeholder: str, target: str, found: str | None) -> None:
    place = find_mangled(placeholder, target, [])
    assert (None if place is None else target[slice(*place)]) == found


def test_a_files_usual_dialect_counts_where_the_texts_have_it() -> None:
    assert dialect_of("%1 of %2", "%2", syntax="qt") == "qt"
    assert dialect_of("{name} left", "{name}", syntax="java") == "auto"
    assert dialect_of("{n, plural, one {a} other {b}}", "x", syntax="java") == "icu"
    assert dialect_of("{n} apples", "{n}", file="Localizable.strings") == "auto"
    assert dialect_of("Hi", "Hi", syntax="fluent") == "fluent"
    assert dialect_of("%1", "%1", declared="none", syntax="qt") == "none"


def test_a_sign_before_a_brace_is_the_numbers_where_the_source_has_none() -> None:
    for target in ("Klíč #{n}", "%{n}", "${n}"):
        assert not list(differences("Key no. {n}", target, "auto"))
    assert [one.kind for one in differences("Key no. #{n}", "Klíč {n}", "auto")] == ["renamed"]
