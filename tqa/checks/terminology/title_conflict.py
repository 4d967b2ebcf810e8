"""One person stands under two titles that exclude each other.

Why it matters: "Pope Francis" in the headline and "Cardinal Francis" in the text tells the reader that two people are
meant, or that the paper doesn't know. Each sentence alone is fine, so no check of single segments sees it.

How to fix: use the title that the source has. Where a person did change office, a word such as "former" or "then"
before the title keeps the rule quiet.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from tqa.resources.titles import Mention, Name, bearers, exclude, may_mention, mentions
from tqa.rule import Found, Member, Pair, Trait, bad, good, rule

Titled = Member[tuple[Mention, bool]]
"""A mention, and whether the source has the same title."""


def gather(pair: Pair) -> Iterator[tuple[Hashable, tuple[Mention, bool]]]:
    """Yield the titled names of the target by file, each with whether the source has the same title."""
    if not may_mention(pair.target.lower_words, pair.target.base):
        return
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
        bad(
            "Captain Ngo Dat steered the trawler.",
            "Colonel Bui Xuan Dat commands the post.",
            "General Dat thanked the fishermen.",
            marks="General Dat",
        ),
        good("Crowds cheered King Oskar.", "He had come here as Prince Oskar, long before."),
        good(
            "General Tilman Brandt sprach.",
            "General Brandt entschuldigte sich.",
            "Oberst Katja Brandt dankte den Pionieren.",
            langs=("en", "de"),
        ),
        good("Premier Anna", "Premier Anna Berg Ons", "Premier Wim Anna Berg Ons", langs=("en", "nl")),
        good("President George Bush and Governor Jeb Bush met.", "President Bush left early."),
    ],
)
def check(group: Sequence[Titled]) -> Iterator[Found]:
    """Report the mentions of a person whose title excludes the one the person mostly has."""
    who = bearers({member.value[0].name for member in group})
    people: defaultdict[Name, list[Titled]] = defaultdict(list)
    for member in group:
        if len(who[member.value[0].name]) == 1:
            people[who[member.value[0].name][0]].append(member)
    models = {name: _model(mentions) for name, mentions in people.items()}
    for member in group:
        # A surname that several people have is wrong only if its title fits none of them.
        rightly = [models[name] for name in who[member.value[0].name]]
        if all(exclude(member.value[0].title, model.value[0].title) for model in rightly):
            yield _found(member, rightly[0])


def _model(person: list[Titled]) -> Titled:
    """A mention with the title that a person has: by the source's word, or else mostly."""
    titles = Counter(member.value[0].title for member in person)
    backed = Counter(member.value[0].title for member in person if member.value[1])
    # Of two alike the earlier one stands, as in a headline.
    right = max(titles, key=lambda title: (backed[title], titles[title]))
    return next(member for member in person if member.value[0].title == right)


def _found(member: Titled, model: Titled) -> Found:
    mention, other = member.value[0], model.value[0]
    marked = member.segment.target[mention.start : mention.end]
    elsewhere = model.segment.target[other.start : other.end]
    line = model.segment.location.line
    place = f"in line {line}" if line is not None else f"in segment {model.segment.id}"
    from_span = Pair(member.segment).target.span(mention.start, mention.end)
    suggestion = marked.replace(mention.form, other.form, 1)
    message = f"'{marked}' here, '{elsewhere}' {place}: no one is both"
    return Found(message, [from_span], suggestion, "unsafe", segment=member.segment)
