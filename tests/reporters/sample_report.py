"""A result of every kind of issue that a reporter must cope with. The texts are written for these tests."""

from dataclasses import replace

from sample_rules import markup, number_mismatch

from tqa.engine.result import Result, Run, Summary
from tqa.gate import judge
from tqa.model import Edit, Issue, Problem, Severity, Span
from tqa.reporters.reporter import Report

HOSTILE = '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 2">'


def issue(rule: str, severity: str, message: str, target: str, **fields) -> Issue:
    """An issue of the sample; what isn't given is plain. `marks`: (side, text) of the spans, found in the texts."""
    source = fields.pop("source", None)
    spans = []
    for side, text in fields.pop("marks", ()):
        start = (target if side == "target" else source).index(text)
        spans.append(Span(side, start, start + len(text)))
    defaults = {
        "category": "accuracy/mistranslation",
        "file": "shop/pairs.tsv",
        "line": None,
        "segment": "1",
        "source_lang": "vi",
        "target_lang": "en",
        "language": None,
        "suggestion": None,
        "applicability": None,
        "edits": (),
        "fingerprint": f"{rule}:{fields.get('segment', '1')}",
    }
    return Issue(
        rule=rule,
        severity=Severity(severity),
        message=message,
        source=source,
        target=target,
        spans=tuple(spans),
        **{**defaults, **fields},
    )


ISSUES = (
    issue(
        "diacritic-loss",
        "major",
        "Vietnamese text has lost its diacritics",
        "Chung toi mo cua luc bay gio sang",
        category="linguistic-conventions/character-encoding",
        file="news/page.txt",
        line=3,
        segment="3",
        source_lang="und",
        language="vi",
        marks=[("target", "Chung toi mo cua luc bay gio sang")],
        suggestion="Chúng tôi mở cửa lúc bảy giờ sáng",
        applicability="unsafe",
        edits=(Edit("target", 0, 5, "Chúng", 0.98), Edit("target", 6, 9, "tôi", 0.97)),
    ),
    issue(
        "spelling",
        "minor",
        "“magnetes” is not a word of English",
        "The fridge magnetes are sold in the shop beside the ferry, " + "which opens at seven and closes late. " * 4,
        category="linguistic-conventions/spelling",
        file="news/page.txt",
        line=5,
        segment="5",
        source_lang="und",
        marks=[("target", "magnetes")],
        suggestion="magnets",
        applicability="safe",
    ),
    issue(
        "number-mismatch",
        "critical",
        "12,5 in the source became 125",
        "The ticket costs 125 thousand dong, the return 20.",
        source="Vé giá 12,5 nghìn đồng, khứ hồi 20.",
        category="accuracy/mistranslation",
        line=2,
        segment="1",
        marks=[("target", "125"), ("source", "12,5"), ("target", "20")],
        suggestion="12.5",
        applicability="safe",
    ),
    issue(
        "markup",
        "critical",
        "The tag <b> is not closed",
        f"<b>Warning: {HOSTILE}",
        source="<b>Cảnh báo</b>",
        category="design/markup",
        line=3,
        segment="2",
        marks=[("target", "<b>"), ("source", "</b>")],
    ),
    issue(
        "control-character",
        "major",
        "A control character stands in the text",
        "Save\x1b[31m the\tfile\x07 as \u202egnp.exe\u202c now",
        source="Lưu\u00a0tệp",
        category="linguistic-conventions/character-encoding",
        line=4,
        segment="menu.save",
        marks=[("target", "\u202e"), ("target", "\x07"), ("source", "\u00a0")],
        suggestion="",
        applicability="unsafe",
    ),
    issue(
        "untranslated",
        "major",
        "The text is the same in both languages",
        "Welcome to the museum",
        source="Welcome to the museum",
        category="accuracy/untranslated",
        file="app/ar.po",
        line=12,
        segment="welcome",
        source_lang="en",
        target_lang="ar",
        marks=[("target", "Welcome to the museum")],
    ),
    issue(
        "wrong-term",
        "minor",
        "The glossary has «معرض» for “exhibition”",
        "يفتح المتحف عرضا جديدا غدا (الدور 3)",
        source="The museum opens a new exhibition tomorrow (floor 3)",
        category="terminology/wrong-term",
        file="app/ar.po",
        line=18,
        segment="opening",
        source_lang="en",
        target_lang="ar",
        marks=[("target", "عرضا"), ("source", "exhibition")],
        suggestion="معرضا",
        applicability="unsafe",
    ),
    issue(
        "punctuation",
        "neutral",
        "A half-width comma stands in Chinese text",
        "博物馆明天开放,门票免费😀，欢迎参观。",
        source="The museum opens tomorrow, admission is free 😀, welcome.",
        category="linguistic-conventions/punctuation",
        file="app/zh.json",
        line=7,
        segment="free-entry",
        source_lang="en",
        target_lang="zh-Hans",
        marks=[("target", ","), ("source", "😀")],
        suggestion="，",
        applicability="safe",
    ),
    issue(
        "omission",
        "major",
        "The translation is empty",
        "",
        source="Closed on Mondays",
        category="accuracy/omission",
        file="app/zh.json",
        line=9,
        segment="closed",
        source_lang="en",
        target_lang="zh-Hans",
    ),
    issue(
        "spelling",
        "minor",
        "“cafe\u0301s” is written in two ways",
        "Two cafe\u0301s and one broken \ud800 half",
        category="linguistic-conventions/spelling",
        file="app/zh.json",
        segment="unit\n7",
        source_lang="und",
        target_lang="und",
        marks=[("target", "\u0301"), ("target", "\ud800")],
    ),
)


RULES = {module.check.id: module.check for module in (number_mismatch, markup)}

RESULT = Result(
    run=Run("1.2.3", ("diacritic-loss", "markup", "number-mismatch", "spelling"), "und", "und", config="tqa.toml"),
    summary=Summary(
        files=5,
        segments=120,
        words=2304,
        known=2,
        segments_by_file={
            "news/page.txt": 40,
            "shop/pairs.tsv": 50,
            "app/ar.po": 20,
            "app/zh.json": 10,
            "app/clean.po": 0,
        },
    ),
    issues=ISSUES,
    problems=(Problem("not UTF-8: byte 0xff at offset 17; try --encoding", "shop/old.txt", 2),),
)
CLEAN = Result(run=RESULT.run, summary=replace(RESULT.summary, known=0), issues=())


def report(result: Result = RESULT, *, color: bool = False, width: int = 100) -> Report:
    """The sample as a reporter gets it."""
    return Report(result, judge(result, Severity.MINOR), RULES, color, width)
