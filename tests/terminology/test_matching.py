"""Terms are found as a terminologist would find them, and not where they aren't."""

import pytest

from tqa import Segment, check
from tqa.config.schema import Config

RULES = ("term-missing", "term-forbidden", "do-not-translate", "term-case", "term-inconsistent", "term-spurious")


def issues(tmp_path, rows, *texts, langs=("en", "de"), rules=RULES, context=None, header="source,target"):
    path = tmp_path / "terms.csv"
    path.write_text(header + "\n" + "\n".join(rows) + "\n", encoding="utf-8")
    segments = [
        Segment(str(n), target, source, source_lang=langs[0], target_lang=langs[1], context=context)
        for n, (source, target) in enumerate(texts, 1)
    ]
    config = Config(rules={rule: {"termbases": (path,)} for rule in rules})
    result = check(segments, select=rules, config=config)
    assert not result.problems, result.problems
    return [(issue.rule, issue.text(issue.spans[0].side)[slice(*issue.spans[0][1:])]) for issue in result.issues]


@pytest.mark.parametrize(
    ("langs", "row", "source", "target"),
    [
        (("en", "de"), "contract,Vertrag", "Both contracts expire.", "Beide Verträge laufen aus."),
        (("en", "de"), "tax,Steuer", "Taxes rise.", "Die Einkommensteuern steigen."),
        (("cs", "en"), "smlouva,contract", "Bez smlouvy to nejde.", "It can't be done without a contract."),
        (("en", "cs"), "tax office,finanční úřad", "Ask the tax office.", "Zeptejte se na finančním úřadě."),
        (("fi", "en"), "sopimus,contract", "Sopimuksessa lukee niin.", "So it says in the contract."),
        (("en", "fi"), "street,katu", "On this street", "Tällä kadulla"),
        (("tr", "en"), "sözleşme,contract", "Sözleşmelerimizde yok.", "It isn't in our contracts."),
        (("en", "hu"), "contract,szerződés", "In the contracts", "A szerződésekben"),
        (("ru", "en"), "рынок,market", "На рынке тихо.", "The market is quiet."),
        (("en", "pl"), "tax,podatek", "No taxes", "Bez podatków"),
        (("zh", "en"), "稀土,rare earth", "中国的稀土储量很大。", "China has large rare earth reserves."),
        (("en", "ja"), "battery,電池", "A new battery", "新しいリチウム電池です。"),
        (("en", "th"), "contract,สัญญา", "Sign the contract.", "กรุณาลงนามในสัญญา"),
        (("ko", "en"), "정부,government", "정부는 침묵했다.", "The government kept silent."),
        (("vi", "en"), "đất hiếm,rare earth", "Mo dat hiem lon nhat", "The largest rare earth mine"),
        (("fr", "en"), "impôt,tax", "L’impôt augmente.", "Taxes are rising."),
        (("en", "nl"), "e-mail,e-mail", "Send an email.", "Stuur een email."),
        (("en", "de"), "data base,Datenbank", "The database is full.", "Die Datenbank ist voll."),
    ],
)
def test_a_term_in_another_form_is_the_term(tmp_path, langs, row, source, target):
    assert issues(tmp_path, [row], (source, target), langs=langs) == []
    other = {"de": "Etwas anderes.", "ja": "何もない。", "th": "ไม่มี"}.get(langs[1], "Xyz qwr.")
    (found,) = issues(tmp_path, [row], (source, other), langs=langs, rules=("term-missing",))
    assert found[0] == "term-missing"


@pytest.mark.parametrize(
    ("langs", "row", "source"),
    [
        (("en", "de"), "university,Universität", "A universal answer"),
        (("en", "de"), "IT,Informatik", "Take it or leave it."),
        (("en", "de"), "build,Build", "A tall building"),
        (("de", "en"), "Arm,poor-house", "Sie waren arm."),
        (("fr", "en"), "nation,nation", "Un musée national"),
        (("zh", "en"), "国人,compatriot", "中国人民银行"),
        (("th", "en"), "ยา,medicine", "ถนนยาวมาก"),
        (("en", "de"), "power plant,Kraftwerk", "Power. Plant a tree."),
        (("en", "de"), "server,Server", "See https://server.example.org/server for more."),
    ],
)
def test_another_word_is_not_the_term(tmp_path, langs, row, source):
    assert issues(tmp_path, [row], (source, "Xyz qwr."), langs=langs, rules=("term-missing",)) == []


def test_the_longest_term_wins(tmp_path):
    rows = ["server,Server", "server farm,Rechenzentrum"]
    assert issues(tmp_path, rows, ("A server farm burns.", "Ein Rechenzentrum brennt.")) == []
    assert issues(tmp_path, rows, ("A server farm burns.", "Ein Bauernhof brennt.")) == [
        ("term-missing", "server farm")
    ]


def test_a_forbidden_term_within_an_approved_one_is_fine(tmp_path):
    rows = ["clerk,Sachbearbeiter,Beamter", "senior clerk,leitender Beamter,"]
    header = "source,target,forbidden"
    assert issues(tmp_path, rows, ("A senior clerk", "Ein leitender Beamter"), header=header) == []
    assert issues(tmp_path, rows, ("A clerk", "Ein Beamter"), header=header) == [("term-forbidden", "Beamter")]


def test_the_first_of_several_termbases_wins(tmp_path):
    (tmp_path / "a.csv").write_text("source,target\nlead,Blei\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("source,target\nlead,Führung\n", encoding="utf-8")
    segment = Segment("1", "Blei ist schwer.", "Lead is heavy.", source_lang="en", target_lang="de")
    for order, count in ((("a", "b"), 0), (("b", "a"), 1)):
        config = Config(rules={"term-missing": {"termbases": tuple(tmp_path / f"{name}.csv" for name in order)}})
        assert len(check([segment], select=["term-missing"], config=config).issues) == count


def test_an_entry_counts_in_its_context_alone(tmp_path):
    header, row, text = "source,target,context", "Post,Beitrag,menu*", ("Post", "Post")
    assert issues(tmp_path, [row], text, header=header, context="menu.file") == [("term-missing", "Post")]
    assert issues(tmp_path, [row], text, header=header, context="dialog") == []


def test_exact_terms_have_no_other_forms(tmp_path):
    header = "source,target,match"
    assert issues(tmp_path, ["run,Lauf,exact"], ("Two runs", "Zwei Fahrten"), header=header) == []
    assert issues(tmp_path, ["run,Lauf,exact"], ("One run", "Ein Laufen"), header=header) == [("term-missing", "run")]


def test_symbols_belong_to_a_term(tmp_path):
    rows = ["C++,C++", "AT&T,AT&T"]
    assert issues(tmp_path, rows, ("Vitamin C at T", "Vitamin X")) == []
    assert issues(tmp_path, rows, ("Written in C++.", "In C geschrieben.")) == [("term-missing", "C++")]


def test_kept_terms_may_take_endings_but_not_become_other_words(tmp_path):
    header, row = "source,target,status", "Nordlys,,do-not-translate"
    for langs, target in (
        (("en", "fi"), "Avaa Nordlysissä."),
        (("en", "tr"), "Nordlys'u açın."),
        (("en", "ja"), "Nordlysを開く。"),
    ):
        assert issues(tmp_path, [row], ("Open Nordlys.", target), header=header, langs=langs) == []
    assert issues(tmp_path, [row], ("Open Nordlys.", "Öffnen Sie Nordlicht."), header=header) == [
        ("do-not-translate", "Nordlys")
    ]
    assert issues(tmp_path, [row], ("Open Nordlys.", "Öffnen Sie nordlys."), header=header) == [
        ("term-case", "nordlys")
    ]


def test_decomposed_text_is_marked_where_it_stands(tmp_path):
    import unicodedata

    source = unicodedata.normalize("NFD", "Một mỏ đất hiếm mới")
    (found,) = issues(
        tmp_path, ["đất hiếm,rare earth"], (source, "A new mine"), langs=("vi", "en"), rules=("term-missing",)
    )
    assert unicodedata.normalize("NFC", found[1]) == "đất hiếm"


def test_without_a_termbase_no_rule_is_called(tmp_path, monkeypatch):
    from tqa.config.selection import select_rules
    from tqa.engine.plan import make_jobs

    jobs = make_jobs(select_rules(RULES, (), True), {}, {})
    assert jobs == ()


PHRASES = ["sea ice extent report,Eisbericht", "old harbour pilot,Hafenlotse", "tide table,Gezeitentafel"]


@pytest.mark.parametrize(
    ("source", "marked"),
    [
        ("Read the sea ice extent report.", ["sea ice extent report"]),
        ("Sea-ice extent reports are late.", ["Sea-ice extent reports"]),
        ("A sea ice extent monthly report", ["sea ice extent monthly report"]),  # a word between
        ("Ask the old harbour pilots about tide tables.", ["old harbour pilots", "tide tables"]),
        ("A tidetable lay there.", ["tidetable"]),
        ("The tide-table and the tidetables", ["tide-table", "tidetables"]),
        ("Sea ice, to whose extent a report refers", []),
        ("The pilot of the old harbour reads a table of the tide.", []),
        ("Tide. Table. Old. Harbour. Pilot.", []),
        ("tide", []),
    ],
)
def test_a_term_of_several_words_is_found_by_any_of_them(tmp_path, source, marked):
    found = issues(tmp_path, PHRASES, (source, "Nichts davon."), rules=("term-missing",))
    assert [text for _, text in found] == marked


def test_words_met_before_are_remembered_rightly(tmp_path):
    texts = [("A table", "Ein Tisch"), ("A tide", "Die Flut"), ("Tide tables", "Tafeln"), ("A table", "Ein Tisch")]
    found = issues(tmp_path, PHRASES, *texts, ("TIDE TABLE", "TAFEL"), rules=("term-missing",))
    assert [text for _, text in found] == ["Tide tables", "TIDE TABLE"]


def test_terms_without_their_marks_are_found_in_texts_without_any(tmp_path):
    rows = ["Hà Nội,Hanoi", "đất hiếm,rare earth", "phở,pho"]
    texts = [("Mo dat hiem o Ha Noi", "A mine"), ("Mỏ dat hiem", "A mine")]
    found = issues(tmp_path, rows, *texts, langs=("vi", "en"), rules=("term-missing",))
    assert [text for _, text in found] == ["dat hiem", "Ha Noi"]
