"""A repository of two locales with old faults, and a pull request with new ones: the gate fails on these alone."""

import json

import pytest

from tqa.cli import main

HEADER = 'msgid ""\nmsgstr ""\n"Language: {lang}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CS = {
    "You have %d new messages": "Máte %d nových zpráv",
    "Welcome back, %s": "Vítejte zpátky, %s",
    "The file was saved to {folder}": "Soubor byl uložen do {folder}",
    "It costs 1,250 crowns": "Stojí to 1 520 korun",
}
VI = {
    "You have %d new messages": "Bạn có %d tin nhắn mới",
    "Please enter your phone number to continue": "Vui lòng nhập số điện thoại của bạn để tiếp tục",
    "The file was saved to {folder}": "Tệp đã được lưu vào thư mục",
}


def write(folder, **locales):
    for lang, texts in locales.items():
        entries = "\n".join(f'msgid "{source}"\nmsgstr "{target}"\n' for source, target in texts.items())
        path = folder / "locales" / lang / "app.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEADER.format(lang=lang) + entries, encoding="utf-8")


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """The main branch: known faults in both locales, taken into the baseline."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tqa.toml").write_text('source-lang = "en"\nbaseline = "known.jsonl"\n', encoding="utf-8")
    write(tmp_path, cs=CS, vi=VI)
    assert main(["baseline", "write", "locales"]) == 0
    known = [json.loads(line) for line in (tmp_path / "known.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {(entry["file"], entry["rule"]) for entry in known} == {
        ("locales/cs/app.po", "number-mismatch"),
        ("locales/vi/app.po", "placeholder-mismatch"),
    }
    return tmp_path


def found(capfd):
    capfd.readouterr()
    status = main(["check", "locales", "--output-format", "jsonl", "--output-format", "sarif:tqa.sarif"])
    return status, [json.loads(line) for line in capfd.readouterr().out.splitlines()]


def test_the_main_branch_passes(repository, capfd):
    assert found(capfd) == (0, [])


def test_the_pull_request_fails_on_exactly_what_it_breaks(repository, capfd):
    cs = {"A new first text": "Nový první text", **CS, "Welcome back, %s": "Vítejte zpátky, %d"}
    vi = dict(reversed(VI.items())) | {
        "Please enter your phone number to continue": "Vui long nhap so dien thoai cua ban de tiep tuc"
    }
    write(repository, cs=cs, vi=vi)
    status, issues = found(capfd)
    assert status == 1
    assert [(issue["file"], issue["rule"]) for issue in issues] == [
        ("locales/cs/app.po", "placeholder-mismatch"),
        ("locales/vi/app.po", "diacritic-loss"),
    ]
    log = json.loads((repository / "tqa.sarif").read_text(encoding="utf-8"))
    assert {one["baselineState"] for one in log["runs"][0]["results"]} == {"new"}


def test_a_pull_request_that_mends_an_old_fault_passes_and_lets_the_baseline_shrink(repository, capfd):
    write(repository, cs={**CS, "It costs 1,250 crowns": "Stojí to 1 250 korun"})
    assert found(capfd) == (0, [])
    main(["check", "locales"])
    assert "1 entry of the baseline is no longer found" in capfd.readouterr().out
    assert main(["baseline", "update", "locales"]) == 0
    assert len((repository / "known.jsonl").read_text(encoding="utf-8").splitlines()) == 1
