"""The engine calls the rules that could fire, groups what must be compared, and hides no crash."""

from dataclasses import replace

from tqa.engine.plan import make_jobs
from tqa.engine.result import Run
from tqa.engine.run import run_jobs
from tqa.language.traits import Trait
from tqa.model import Location, Problem, Segment, Severity
from tqa.registry import rules
from tqa.rule import Found, Rule

RUN = Run("0", (), "und", "en")
TEMPLATE = rules()["untranslated"]


def make_rule(check, name="sample", **changes) -> Rule:
    plain = {"bilingual": False, "when": 0, "when_source": 0, "when_target": 0, "gather": None}
    return replace(TEMPLATE, id=name, check=check, **{**plain, **changes})


def run(segments, *declared, severities=None):
    return run_jobs(segments, make_jobs(list(declared), severities or {}, {}), RUN)


def segment(target, source=None, line=1, file="page.txt", lang="en"):
    return Segment(str(line), target, source, target_lang=lang, location=Location(file, line))


def called_on(segments, **changes):
    seen = []

    def check(pair):
        seen.append(pair.segment.target)
        return ()

    run(segments, make_rule(check, **changes))
    return seen


def test_a_rule_is_called_only_where_it_could_fire():
    with_digit, without = segment("7 boats"), segment("boats")
    assert called_on([with_digit, without], when=int(Trait.DIGIT)) == ["7 boats"]
    assert called_on([segment("a", "7"), segment("7", "a")], when_source=int(Trait.DIGIT)) == ["a"]
    assert called_on([segment("a", "7"), segment("7", "a")], when_target=int(Trait.DIGIT)) == ["7"]
    assert called_on([segment("a"), segment("b", "x")], bilingual=True) == ["b"]
    assert called_on([segment("a"), segment("b", lang="de-AT")], languages=frozenset({"de"})) == ["b"]


def test_a_crash_is_reported_with_rule_and_segment_and_the_others_go_on():
    def broken(pair):
        raise ValueError("no luck")
        yield

    def sound(pair):
        yield Found("x")

    segments = [segment("a", line=4), segment("b", line=5), segment("c", line=6)]
    result = run(segments, make_rule(broken, "broken"), make_rule(sound, "sound"))
    assert [issue.rule for issue in result.issues] == ["sound"] * 3
    (problem,) = result.problems
    assert str(problem).startswith("page.txt:4: rule 'broken' crashed on segment 4 and 2 more: ValueError('no luck')")


def test_members_of_a_group_are_compared_together():
    def gather(pair):
        yield len(pair.target.text), pair.target.text

    def check(group):
        if len(group) > 1:
            yield Found(" ".join(member.value for member in group), segment=group[-1].segment)

    texts = [segment("aa", line=1), segment("b", line=2), segment("cc", line=3)]
    (issue,) = run(texts, make_rule(check, gather=gather)).issues
    assert (issue.message, issue.line) == ("aa cc", 3)


def test_issues_come_in_the_order_of_the_input():
    def check(pair):
        yield Found("b", [pair.target.span(2, 3)])
        yield Found("a", [pair.target.span(0, 1)])

    segments = [segment("xxx", line=9, file="b.txt"), segment("xxx", line=2, file="a.txt")]
    assert [(i.file, i.line, i.message) for i in run(segments, make_rule(check)).issues] == [
        ("b.txt", 9, "a"),
        ("b.txt", 9, "b"),
        ("a.txt", 2, "a"),
        ("a.txt", 2, "b"),
    ]


def test_fingerprints_survive_moving_and_tell_repeats_apart():
    def check(pair):
        yield Found("x")

    one = run([segment("a", line=1), segment("a", line=2), segment("b", line=3)], make_rule(check)).issues
    moved = run([segment("b", line=1, file="z"), segment("a", line=7), segment("a", line=8)], make_rule(check)).issues
    assert len({issue.fingerprint for issue in one}) == 3
    assert {issue.fingerprint for issue in one} == {issue.fingerprint for issue in moved}


def test_a_severity_set_by_the_user_holds_for_all_that_a_rule_finds():
    def check(pair):
        yield Found("x", severity=Severity.CRITICAL)

    rule = make_rule(check)
    assert run([segment("a")], rule).issues[0].severity is Severity.CRITICAL
    assert run([segment("a")], rule, severities={"sample": Severity.NEUTRAL}).issues[0].severity is Severity.NEUTRAL


def test_a_rule_yields_to_one_that_says_more_about_the_same_place():
    def at(start, end):
        def check(pair):
            yield Found("x", [pair.target.span(start, end)])

        return check

    special = make_rule(at(2, 4), "special")
    assert [
        issue.rule
        for issue in run([segment("abcdef")], special, make_rule(at(0, 3), "general", yields_to={"special"})).issues
    ] == ["special"]
    assert len(run([segment("abcdef")], special, make_rule(at(0, 2), "general", yields_to={"special"})).issues) == 2


def test_problems_in_the_input_are_kept_and_counted_apart():
    result = run([segment("a"), Problem("bad row", "t.tsv", 3), segment("b")], make_rule(lambda pair: ()))
    assert result.summary.segments == 2
    assert [str(problem) for problem in result.problems] == ["t.tsv:3: bad row"]


def test_words_of_texts_without_blanks_are_counted():
    assert run([segment("今年の収穫は良かった。", lang="ja")], make_rule(lambda pair: ())).summary.words == 5
    with_source = segment("今年の収穫は良かった。", "The harvest was good this year.", lang="ja")
    assert run([with_source], make_rule(lambda pair: ())).summary.words == 6
    assert run([segment("", "The harvest was good this year.")], make_rule(lambda pair: ())).summary.words == 0
