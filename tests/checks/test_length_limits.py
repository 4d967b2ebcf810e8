"""Limits that files name, and the timing of subtitles, from the file to the issue."""

from pathlib import Path

import pytest

import tqa

CUES = """\
1
00:00:01,000 --> 00:00:03,000
Where have you been all day?

2
00:00:03,200 --> 00:00:03,700
Out.

3
00:00:04,000 --> 00:00:13,500
I see.

4
00:00:14,000 --> 00:00:15,000
I walked all the way to the harbour and then back home again.

5
00:00:16,000 --> 00:00:20,000
That is a line which is much too long for one.

6
00:00:21,000 --> 00:00:25,000
One line,
another line,
and a third.

7
00:00:26,000 --> 00:00:29,000
<i>Did you see her?</i>

8
00:00:28,000 --> 00:00:31,000
No, I did not.

9
00:00:31,020 --> 00:00:34,000
A pity.

10
00:00:36,000 --> 00:00:35,000
Good night.
"""


def rules_by_segment(path: Path, select: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for issue in tqa.check(str(path), target_lang="en", select=select.split(",")).issues:
        found.setdefault(issue.segment, []).append(issue.rule)
    return {segment: sorted(rules) for segment, rules in found.items()}


def test_each_defect_of_subtitles_is_reported_once(tmp_path: Path) -> None:
    (tmp_path / "film.en.srt").write_text(CUES, encoding="utf-8")
    rules = "reading-speed,line-length,line-count,duration,overlap,gap"
    assert rules_by_segment(tmp_path / "film.en.srt", rules) == {
        "2": ["duration"],
        "3": ["duration"],
        "4": ["line-length", "reading-speed"],
        "5": ["line-length"],
        "6": ["line-count"],
        "8": ["overlap"],
        "9": ["gap"],
        "10": ["duration"],
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("film.en.vtt", "WEBVTT\n\n00:01.000 --> 00:01.400 line:0\nOut.\n"),
        (
            "film.en.ass",
            "[Script Info]\n\n[Events]\n"
            "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
            "Dialogue: 0,0:00:01.00,0:00:01.40,Default,,0,0,0,,{\\i1}Out.{\\i0}\n",
        ),
    ],
)
def test_other_formats_have_times_too(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert rules_by_segment(tmp_path / name, "duration,reading-speed") == {"1": ["duration"]}


def test_xliff_names_limits_in_three_units(tmp_path: Path) -> None:
    units = "".join(
        f'<trans-unit id="{unit}" size-unit="{unit}" maxwidth="{limit}"><source>Save</source>'
        "<target>Gem ændringer</target></trans-unit>"
        for unit, limit in (("char", 12), ("byte", 13), ("pixel", 90))
    )
    (tmp_path / "a.xlf").write_text(
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en"'
        f' target-language="da" original="a" datatype="plaintext"><body>{units}</body></file></xliff>',
        encoding="utf-8",
    )
    found = tqa.check(str(tmp_path / "a.xlf"), select=["max-length", "max-bytes", "max-width"]).issues
    assert {issue.segment: (issue.rule, issue.severity.value) for issue in found} == {
        "char": ("max-length", "major"),
        "byte": ("max-bytes", "major"),
        "pixel": ("max-width", "major"),
    }
    assert all(issue.target[issue.spans[0].start :] == issue.target[slice(*issue.spans[0][1:])] for issue in found)
