"""A word stands twice in a row.

Why it matters: "the the" is a slip of typing or of machine translation that stays in unseen by those who know the text.

How to fix: take one of the two out. What a language says twice ("had had", Vietnamese and Indonesian reduplication),
names, and what the source says twice aren't reported; further words go into the option `words`.
"""

from collections.abc import Iterator

from tqa.language.doubling import Chunk, echoes, has_twin, may_double, runs
from tqa.language.traits import LETTER, Trait
from tqa.rule import Found, Pair, bad, good, rule

_IN_TAG = frozenset("<>")


@rule(
    "linguistic-conventions/grammar",
    "minor",
    when_target=LETTER,
    examples=[
        bad("They met at the the station.", marks="the the", suggestion="the"),
        bad("The committee (and its chair chair) will decide.", marks="chair chair", suggestion="chair"),
        bad("It lost an electron (or a proton) proton).", marks="proton) proton", suggestion="proton"),
        bad(("Er wohnt in Wien.", "He lives in Vienna Vienna."), marks="Vienna Vienna", langs=("de", "en")),
        bad("I know how old he is is.", marks="is is"),
        bad(("Es waren 60.", "There were 60 60."), marks="60 60", langs=("de", "en")),
        bad("Đây là nhà của của anh ấy.", marks="của của", suggestion="của", langs=("en", "vi")),
        good("He had had that that day; she is very very tired."),
        good("Nous nous sommes levés tôt.", langs=("en", "fr")),
        good("Duran Duran played in Walla Walla, Washington."),
        good("Những đêm xanh xanh, ngày ngày trôi qua.", langs=("en", "vi")),
        good(("Kleine kleine Schritte.", "Small small steps."), langs=("de", "en")),
        good(("Mereka di Hotel Roa-Roa.", "They are at the Roa Roa Hotel."), langs=("id", "en")),
        good('I know what you mean: mean people. The word "word" is short. Vitamin A A 3 3.'),
        good("Say aye aye to the captain.", options={"words": ("aye",)}),
    ],
)
def check(pair: Pair, *, words: tuple[str, ...] = ()) -> Iterator[Found]:
    """Report words that stand twice in a row. words: further ones that may."""
    target = pair.target
    if not target.may_repeat:
        return
    for run in runs(target.chunks):
        first, second = target.chunks[run.first : run.first + 2]
        if run.length != 1 or run.rounds != 2 or first.form in words:
            continue
        if may_double(first.form, target.base, at_end=bool(second.trail)):
            continue
        if not _IN_TAG.isdisjoint(first.trail + second.lead):
            continue
        once = target.text[first.start : first.end]
        if _is_meant(pair, once, second):
            continue
        yield Found(f"'{once}' stands twice", [target.span(first.start, second.end)], once, "unsafe")


def _is_meant(pair: Pair, once: str, second: Chunk) -> bool:
    if len(once) == 1 and (not once.islower() or not once.isalpha()):  # grades, digits, coordinates
        return True
    if not pair.bilingual:
        return pair.target.text[second.start].isupper() or not once.isalpha()
    source = pair.source
    if not once.isalpha() and once[0].isdigit() and source.text.count(once) != 1:
        return True
    return echoes(source.chunks) or bool(source.traits & Trait.UNCASED and has_twin(source.text))
