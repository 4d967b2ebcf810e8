"""`tqa check --since`: a demonstration repository with two locales, and a change that breaks some of it."""

import json
import subprocess

import pytest

ENGLISH = {
    "greeting": "Welcome back, {name}!",
    "saved": "Your changes were saved.",
    "hours": "The library is open from Monday to Friday.",
    "shelf": "Please put the books back on the shelf.",
}
VIETNAMESE = {
    "greeting": "Chào mừng {name} quay lại!",
    "saved": "Các thay đổi của bạn đã được lưu.",
    "hours": "Thư viện mở cửa từ thứ Hai đến thứ Sáu.",
    "shelf": "Vui lòng để sách lại trên kệ {shelf}.",
}
CZECH = {
    "greeting": "Vítejte zpět, {name}!",
    "saved": "Vaše změny byly uloženy.",
    "hours": "Knihovna je otevřena od pondělí do pátku.",
    "shelf": "Vraťte prosím knihy na polici.",
}


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with a fault in it already (a placeholder that the source lacks), one commit old."""
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    git("init", "-q", "-b", "main")
    git("config", "user.email", "demo@example.org")
    git("config", "user.name", "Demo")
    for name, texts in (("en", ENGLISH), ("vi", VIETNAMESE), ("cs", CZECH)):
        write(tmp_path, name, texts)
    git("add", ".")
    git("commit", "-q", "-m", "Two locales")
    return tmp_path


def git(*arguments):
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def write(folder, name, texts):
    path = folder / "locales" / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(texts, ensure_ascii=False, indent=2), encoding="utf-8")


def issues(done):
    return sorted((issue["file"], issue["rule"]) for issue in map(json.loads, done.out.splitlines()))


def test_the_gate_fails_on_exactly_what_the_change_broke(tqa, repository):
    git("checkout", "-q", "-b", "change")
    # The new line on top moves all others, which are no less what they were.
    write(repository, "vi", {"new": "Xin chào", **VIETNAMESE, "hours": "Thu vien mo cua tu thu Hai den thu Sau."})
    write(repository, "en", {"new": "Hello", **ENGLISH})
    write(repository, "cs", {"new": "Dobrý den", **CZECH, "greeting": "Vítejte zpět, {jméno}!"})
    git("commit", "-q", "-a", "-m", "A change")
    done = tqa("check", "locales", "--source-lang", "en", "--since", "main...", "--output-format", "jsonl")
    assert issues(done) == [("locales/cs.json", "placeholder-mismatch"), ("locales/vi.json", "diacritic-loss")]
    assert done.status == 1
    whole = tqa("check", "locales", "--source-lang", "en", "--output-format", "jsonl")
    assert ("locales/vi.json", "placeholder-mismatch") in issues(whole)


def test_nothing_changed_is_nothing_to_report(tqa, repository):
    done = tqa("check", "locales", "--source-lang", "en", "--since", "HEAD")
    assert done.status == 0
    assert "0 segments" in done.out


def test_a_changed_source_makes_its_translation_due(tqa, repository):
    write(repository, "en", {**ENGLISH, "hours": "The library is open from Monday to Friday, {hours}."})
    done = tqa("check", "locales", "--source-lang", "en", "--since", "HEAD", "--output-format", "jsonl")
    due = {(issue["target_lang"], issue["segment"]) for issue in map(json.loads, done.out.splitlines())}
    assert due == {("cs", "hours"), ("vi", "hours")}


def test_a_file_that_git_does_not_know_yet_is_all_new(tqa, repository):
    write(repository, "de", {**ENGLISH, "greeting": "Willkommen zurück, {nome}!"})
    done = tqa("check", "locales/de.json", "--source-lang", "en", "--since", "HEAD", "--output-format", "jsonl")
    assert ("locales/de.json", "placeholder-mismatch") in issues(done)


def test_a_new_segment_is_compared_with_the_old_ones(tqa, repository):
    page = repository / "pairs.tsv"
    page.write_text("source\ttarget\nSave the file\tLưu tệp tin\n", encoding="utf-8")
    git("add", "pairs.tsv")
    git("commit", "-q", "-m", "Pairs")
    with page.open("a", encoding="utf-8") as file:
        file.write("Save the file\tCất tập tài liệu\n")
    done = tqa(
        "check",
        "pairs.tsv",
        "--source-lang",
        "en",
        "--target-lang",
        "vi",
        "--since",
        "HEAD",
        "--output-format",
        "jsonl",
    )
    assert issues(done) == [("pairs.tsv", "inconsistent-target")]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("locales", "--since", "nowhere"), "there is no revision 'nowhere' here"),
        (("-", "--since", "HEAD"), "git knows nothing of standard input"),
    ],
)
def test_what_cannot_be_compared_is_said(tqa, repository, arguments, message):
    done = tqa("check", *arguments)
    assert done.status == 2
    assert message in done.err


def test_outside_of_a_repository(tqa, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("All is well.\n", encoding="utf-8")
    done = tqa("check", "a.txt", "--since", "HEAD")
    assert done.status == 2
    assert "--since needs a git repository" in done.err
