"""One person stands under two titles that exclude each other.

Why it matters: "Pope Francis" in the headline and "Cardinal Francis" in the text tells the reader that two people are
meant, or that the paper doesn't know. Each sentence alone is fine, so no check of single segments sees it.

How to fix: use the title that the source has. Where a person did change office, a word such as "former" or "then"
before the title keeps the rule quiet.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from tqa.resources.titles import Mention, exclude, mentions
from tqa.rule import Found, Member, Pair, Trait, bad, good, rule


def gather(pair: Pair) -> Iterator[tuple[Hashable, tuple[Mention, bool]]]:
    """Yield the titled names of the target by file, each with whether the source has the same title."""
    found = list(mentions(pair.target.text, pair.target.base))
    if found:
        source = {mention.title for mention in mentions(pair.source.text, pair.source.base)}
        for mention in found:
            yield pair.segment.location.file, (mention, mention.title in source)


@rule(
    "terminology/inconsistent-use",
    "major",
    gather=gather,
    when_target=Trait.UPPER,
    examples=[
        bad(
            "Pope Benedict greets pilgrims in Cologne",
            "Crowds waited for hours to see Cardinal Benedict pass.",
            marks="Cardinal Benedict",
            suggestion="Pope Benedict",
        ),
        bad(
            "President Halonen opened the session.",
            "Prime Minister Tarja Halonen then flew home.",
            "President Tarja Halonen is expected back on Monday.",
            marks="Prime Minister Tarja Halonen",
        ),
        bad(
            ("Thủ tướng Lê Văn Tám phát biểu.", "President Le Van Tam spoke."),
            ("Thủ tướng Tám cảm ơn người dân.", "Prime Minister Tam thanked the people."),
            marks="President Le Van Tam",
            langs=("vi", "en"),
        ),
        bad("Kanzlerin Berger reist nach Wien.", "Präsidentin Berger kehrt am Freitag zurück.", langs=("en", "de")),
        good("President Halonen met Prime Minister Lipponen.", "Mr. Lipponen thanked President Halonen."),
        good("Former President Walesa spoke.", "Then-President Walesa had refused.", "Prime Minister Walesa agreed."),
        good("Cardinal Meisner is in Rome.", "Archbishop Meisner returns on Monday."),
        good("General Hoang inspected the camp.", "Lieutenant General Hoang Van Minh praised the unit."),
        good("President George Bush and Governor Jeb Bush met.", "President Bush left early."),
    ],
)
def check(group: Sequence[Member[tuple[Mention, bool]]]) -> Iterator[Found]:
    """Report the mentions of a person whose title excludes the one the person mostly has."""
    for person in _people(group):
        titles = Counter(member.value[0].title for member in person)
        backed = Counter(member.value[0].title for member in person if member.value[1])
        # First by the source's word, then by majority; of two alike the earlier one stands, as in a headline.
        right = max(titles, key=lambda title: (backed[title], titles[title]))
        model = next(member for member in person if member.value[0].title == right)
        for member in person:
            if exclude(member.value[0].title, right):
                yield _found(member, model)


def _people(group: Sequence[Member[tuple[Mention, bool]]]) -> Iterator[list[Member[tuple[Mention, bool]]]]:
    """The mentions that mean the same person: equal full names, with the short forms that fit one of them only."""
    names = {member.value[0].name for member in group}
    full = [name for name in names if not any(_shortens(name, other) for other in names)]
    for name in sorted(full):
        rivals = [other for other in full if other != name]
        yield [
            member
            for member in group
            if member.value[0].name == name
            or (
                _shortens(member.value[0].name, name)
                and not any(_shortens(member.value[0].name, rival) for rival in rivals)
            )
        ]


def _shortens(name: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `name` is the beginning or the end of `full`, as a surname is."""
    return len(name) < len(full) and name in (full[: len(name)], full[-len(name) :])


def _found(member: Member[tuple[Mention, bool]], model: Member[tuple[Mention, bool]]) -> Found:
    mention, other = member.value[0], model.value[0]
    marked = member.segment.target[mention.start : mention.end]
    elsewhere = model.segment.target[other.start : other.end]
    line = model.segment.location.line
    place = f"in line {line}" if line is not None else f"in segment {model.segment.id}"
    from_span = Pair(member.segment).target.span(mention.start, mention.end)
    suggestion = marked.replace(mention.form, other.form, 1)
    message = f"'{marked}' here, '{elsewhere}' {place}: no one is both"
    return Found(message, [from_span], suggestion, "unsafe", segment=member.segment)
