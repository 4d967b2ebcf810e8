"""Which files the paths of the command line stand for."""

import os
from pathlib import Path

import pytest

from tqa.engine.input import expand
from tqa.errors import ConfigError
from tqa.model import Problem


def names(*paths, **options):
    return [str(found) if isinstance(found, Problem) else found.name for found in expand(paths, **options)]


def test_a_folder_is_walked_in_order_and_only_known_extensions_are_read(write):
    for name in ("b/2.tsv", "b/10.txt", "a.TXT", "c.tab", "b/readme.md", "b/data", "z.po.bak"):
        write(name)
    assert names(".") == ["a.TXT", "b/10.txt", "b/2.tsv", "c.tab"]
    assert names("b/") == ["b/10.txt", "b/2.tsv"]
    assert names(str(Path.cwd() / "b")) == [str(Path.cwd() / "b/10.txt"), str(Path.cwd() / "b/2.tsv")]


def test_a_named_file_is_always_read_and_none_twice(write):
    for name in ("b.md", ".hidden.txt", "x/a.txt", ".gitignore"):
        write(name, "*.md\n")
    expected = ["b.md", ".hidden.txt", "x/a.txt", "-"]
    assert names("b.md", ".hidden.txt", "x/a.txt", "./b.md", "-", exclude=["*"]) == expected
    assert names("x/a.txt", "x", "./x/a.txt") == ["x/a.txt"]


def test_hidden_folders_and_those_of_version_control_are_passed_over(write):
    for name in (".git/a.txt", ".venv/a.txt", "CVS/a.txt", "_darcs/a.txt", "x/.b.txt", "x/b.txt"):
        write(name)
    assert names(".") == ["x/b.txt"]
    assert names(".venv") == [".venv/a.txt"]


def test_what_is_missing_or_empty_is_a_problem_and_the_rest_goes_on(write):
    for name in ("a.txt", "empty/readme.md", "z.txt"):
        write(name)
    found = names("a.txt", "b.txt", "empty", "z.txt")
    assert (found[0], found[3]) == ("a.txt", "z.txt")
    assert found[1].startswith("b.txt: no such file; did you mean '")
    assert found[2].startswith("empty: no file to read in this folder: none is in a known format")


def test_gitignore_files_count_at_every_depth_the_innermost_first(write):
    write(".gitignore", "*.tab\n/top.txt\nbuild/\n!keep.tab\n# note\n\n!\n[\n")
    write("x/.gitignore", "!*.tab\nlocal.txt\n")
    for name in ("top.txt", "a.tab", "keep.tab", "build/a.txt", "x/build/a.txt", "x/top.txt", "x/a.tab"):
        write(name)
    for name in ("x/local.txt", "x/deep/local.txt", "local.txt"):
        write(name)
    assert names(".") == ["keep.tab", "local.txt", "x/a.tab", "x/top.txt"]


def test_gitignore_files_above_count_in_a_repository_only(write):
    write(".gitignore", "*.tab\n/x/out/\n")
    for name in ("x/a.tab", "x/a.txt", "x/out/b.txt", "x/out/b.tab"):
        write(name)
    assert names("x") == ["x/a.tab", "x/a.txt", "x/out/b.tab", "x/out/b.txt"]
    Path(".git").mkdir()
    assert names("x") == ["x/a.txt"]
    # The user named a folder that is ignored: then its files are wanted.
    assert names("x/out") == ["x/out/b.tab", "x/out/b.txt"]


def test_excluded_globs_are_those_of_a_gitignore_beside_the_configuration(write):
    for name in ("x/a.txt", "x/drafts/b.txt", "x/drafts/c/d.txt", "x/e.bak.txt", "y/a.txt"):
        write(name)
    assert names("x", exclude=["drafts/", "*.bak.txt"]) == ["x/a.txt"]
    assert names("x", "y", exclude=["/a.txt", "/x/drafts"]) == ["x/a.txt", "x/e.bak.txt", "y/a.txt"]
    elsewhere = names("x", "y", exclude=["/a.txt", "/drafts/**"], config_folder=Path("x"))
    assert elsewhere[0] == "x/e.bak.txt"
    assert elsewhere[1:] == [
        "y: no file to read in this folder: none is in a known format and not left out by .gitignore or exclude"
    ]


@pytest.mark.parametrize("glob", ["", "!", "# x"])
def test_an_exclude_that_is_no_pattern_is_an_error(write, glob):
    write("a.txt")
    with pytest.raises(ConfigError, match=r"exclude: '.*' is no pattern"):
        names(".", exclude=["fine", glob])


def test_links_are_followed_once_and_loops_end(write, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "o.txt").touch()
    (outside / "back").symlink_to(Path.cwd())
    write("sub/a.txt")
    Path("sub/up").symlink_to("..")
    Path("sub/self").symlink_to("self")
    Path("again").symlink_to("sub")
    Path("0.txt").symlink_to("sub/a.txt")
    Path("far").symlink_to(outside)
    assert names(".") == ["far/o.txt", "sub/a.txt"]
    assert names("again") == ["again/a.txt", "again/up/far/o.txt"]


def test_a_link_to_nothing_is_a_problem_if_it_would_have_been_read(write):
    write("a.txt")
    Path("b.txt").symlink_to("gone.txt")
    Path("b.md").symlink_to("gone.md")
    assert names(".") == [
        "a.txt",
        "b.txt: a symbolic link to gone.txt, which is not there; mend the link or name the file",
    ]


@pytest.mark.usefixtures("without_root")
def test_a_folder_without_permission_is_a_problem_and_the_rest_goes_on(write):
    user = os.geteuid()
    os.seteuid(os.getuid())
    write("a.txt")
    write("shut/b.txt")
    Path("shut").chmod(0)
    os.seteuid(user)
    found = names(".")
    assert found[0] == "a.txt"
    assert found[1] == "shut: no permission to read it; change its mode or run as a user who may"


def test_standard_input_can_be_given_once():
    assert names("-") == ["-"]
    with pytest.raises(ConfigError, match="give '-' once"):
        names("-", "-")


def test_a_name_that_isnt_unicode_is_read(write):
    name = os.fsdecode(b"caf\xe9.txt")
    write(name)
    assert names(".") == [name]
