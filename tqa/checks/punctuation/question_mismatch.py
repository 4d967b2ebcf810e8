"""A question became a statement, or a statement a question.

Why it matters: "Did the minister resign?" for "The minister resigned." says something else altogether.

How to fix: ask where the source asks, and nowhere else. Question marks of all scripts count, as do the particles with
which Japanese, Chinese and Korean ask without a mark; texts in Thai, which needs none, aren't judged by theirs.
"""

from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.questions import describes, has_mark, may_ask, question_marks
from tqa.language.sentences import ends_sentence
from tqa.language.traits import LETTER, Trait
from tqa.model import Severity
from tqa.rule import Found, Pair, bad, good, rule

_LABEL = 4


@rule(
    "accuracy/mistranslation",
    "minor",
    bilingual=True,
    when_target=LETTER,
    examples=[
        bad(("Der Minister ist zurückgetreten.", "Did the minister resign?"), marks="?", langs=("de", "en")),
        bad(("Kommt er heute?", "He is coming today."), marks="today.", langs=("de", "en")),
        bad(("هل وصل القطار؟", "The train has arrived."), marks="arrived.", langs=("ar", "en")),
        bad(("Έφτασε το τρένο;", "The train has arrived."), marks="arrived.", langs=("el", "en")),
        good(("Έφτασε το τρένο;", "Has the train arrived?"), langs=("el", "en")),
        bad(("Where is it?", "أين هو."), marks="هو.", langs=("en", "ar")),
        bad(("Has the train arrived?", "火车到了吗。"), langs=("en", "zh")),
        good(("電車は着きましたか。", "Has the train arrived?"), langs=("ja", "en")),
        good(("รถไฟมาถึงหรือยัง", "Has the train arrived?"), langs=("th", "en")),
        good(("¿Llegó el tren?", "Has the train arrived?"), langs=("es", "en")),
        good(("Whether the road is closed", "Ist die Straße gesperrt?"), langs=("en", "de")),
        good(("See example.org/find?q=1.", "Xem trang kết quả."), langs=("en", "vi")),
        good("Has the train arrived?"),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report targets that ask where the source doesn't, and the other way round."""
    source, target = pair.source, pair.target
    in_source, in_target = has_mark(source.traits, source.base), has_mark(target.traits, target.base)
    if not (in_source or in_target):
        return
    asked, asks = _marks(source), _marks(target)
    is_lost = "??" in target.text  # what a wrong encoding left of letters
    if asks and not asked and source.words and not is_lost:
        if may_ask(source.text, source.base) or describes(source.text, source.base):
            return
        yield Found("a question, though the source asks nothing", [target.span(*asks[-1])])
    elif asked and not asks and target.words and not may_ask(target.text, target.base):
        if source.text[asked[-1][1] :].startswith(")"):  # a doubt put in: someone (you?) asked for it
            return
        last = target.words[-1].start
        spans = [target.span(last, len(target.text.rstrip())), source.span(*asked[-1])]
        # Labels of a form do without the mark in languages that hardly need it.
        is_label = (
            len(source.words) <= _LABEL
            and bool(target.traits & Trait.UNCASED)
            and not ends_sentence(target.text, target.base)
        )
        severity = Severity.NEUTRAL if is_label else None
        yield Found("the source asks a question here, the translation doesn't", spans, severity=severity)


def _marks(text: Text) -> list[tuple[int, int]]:
    return question_marks(text.text, text.base)
