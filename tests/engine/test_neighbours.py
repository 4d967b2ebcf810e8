"""The segments beside an issue's, and which issues of a rule over several segments belong together."""

import tqa

PAGE = "One quiet morning.\nThe goverment signed.\nTwo boats left.\n"


def neighbours(issue):
    return [one and one.target for one in issue.neighbours]


def test_an_issue_knows_the_segments_before_and_after_it(tmp_path):
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("They recieve a map.\n", encoding="utf-8")
    found = tqa.check(tmp_path, target_lang="en", select=["spelling"]).issues
    assert [neighbours(issue) for issue in found] == [["One quiet morning.", "Two boats left."], [None, None]]


def test_a_known_issue_has_them_too_and_far_segments_have_none(tmp_path, monkeypatch):
    monkeypatch.setattr("tqa.engine.run.MOST", 2)
    path = tmp_path / "a.txt"
    path.write_text(PAGE + "They recieve a map.\n", encoding="utf-8")
    first, last = tqa.check(path, target_lang="en", select=["spelling"]).issues
    assert neighbours(first) == ["One quiet morning.", None]
    assert neighbours(last) == [None, None]


def test_issues_of_one_group_share_its_number(tmp_path):
    rows = ["source\ttarget"]
    rows += ["Đóng cửa\tShut the door"] * 3 + ["Đóng cửa\tClose up", "Đóng cửa\tLock it now"]
    rows += ["Mở ra\tOpen it"] * 3 + ["Mở ra\tUnfold this"]
    (tmp_path / "a.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    found = tqa.check(tmp_path / "a.tsv", source_lang="vi", target_lang="en", select=["inconsistent-target"]).issues
    first, second, third = [issue.group for issue in found]
    assert first == second != third
    assert first is not None
    (tmp_path / "b.txt").write_text(PAGE, encoding="utf-8")
    plain = tqa.check(tmp_path / "b.txt", target_lang="en", select=["spelling"]).issues
    assert [issue.group for issue in plain] == [None]
