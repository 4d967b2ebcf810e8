"""Compares ICU messages branch by branch, since each of their branches is a text of its own."""

from collections.abc import Iterator

from tqa.language.placeholders import icu
from tqa.language.placeholders.icu import Argument, Message
from tqa.language.placeholders.model import Placeholder
from tqa.language.placeholders.scanner import message_text

# Where the number is known or told by the word, as in "one file", it needn't stand.
_NUMBER_TOLD = ("zero", "one", "two")


def missing_and_added(source: str, target: str, dialect: str) -> tuple[list[Placeholder], list[Placeholder]]:
    """The source's arguments that the target lacks in some case, and the target's that the source never has."""
    is_java = dialect == "java-message"
    ours = icu.parse(message_text(source, dialect), is_java=is_java).message
    theirs = icu.parse(message_text(target, dialect), is_java=is_java).message
    missing: dict[str, Placeholder] = {}
    for name in sorted(_lost(ours, theirs, None)):
        missing[name] = _first(ours, name, source)
    known = _names(ours)
    added = {
        one.name: one
        for one in reversed(icu.placeholders(message_text(target, dialect), is_java=is_java))
        if one.name not in known
    }
    if dialect == "angular":
        extra_missing, extra_added = _interpolations(source, target)
        return sorted([*missing.values(), *extra_missing]), sorted([*added.values(), *extra_added])
    return sorted(missing.values()), sorted(added.values())


def _interpolations(source: str, target: str) -> tuple[list[Placeholder], list[Placeholder]]:
    from tqa.language.placeholders.scanner import scan

    ours, theirs = scan(source, "mustache").placeholders, scan(target, "mustache").placeholders
    return (
        [one for one in ours if one.name not in {other.name for other in theirs}],
        [one for one in theirs if one.name not in {other.name for other in ours}],
    )


def _names(message: Message) -> set[str]:
    """The arguments that a message uses anywhere."""
    names = {argument.name for argument in message.arguments}
    for argument in message.branching():
        for branch in argument.branches:
            names |= _names(branch.message)
    return names


def _shown(message: Message, number: str | None, *, always: bool) -> set[str]:
    """The arguments whose value shows: in every case where `always`, else in some case."""
    names = {argument.name for argument in message.arguments if not argument.branches}
    if number is not None and message.numbers:
        names.add(number)
    for argument in message.arguments:
        if argument.branches:
            inner = number if argument.kind == "select" else argument.name
            each = [_shown(branch.message, inner, always=always) for branch in argument.branches if _counts(branch.key)]
            if each:
                names |= set.intersection(*each) if always else set.union(*each)
    return names


def _counts(key: str) -> bool:
    return not key.startswith("=") and key not in _NUMBER_TOLD


def _lost(ours: Message, theirs: Message, number: str | None) -> set[str]:
    lost = _shown(ours, number, always=True) - _shown(theirs, number, always=False)
    for one, other in _matches(ours, theirs):
        inner = number if one.kind == "select" else one.name
        models = {branch.key: branch.message for branch in one.branches}
        fallback = models.get("other")
        for branch in other.branches:
            model = models.get(branch.key, fallback)
            if model is None:
                continue
            lost_here = _lost(model, branch.message, inner)
            lost |= lost_here - ({one.name} if not _counts(branch.key) else set())
    return lost


def _matches(ours: Message, theirs: Message) -> Iterator[tuple[Argument, Argument]]:
    partners: dict[tuple[str, str], Argument] = {}
    for other in theirs.arguments:
        if other.branches:
            partners.setdefault((other.name, other.kind), other)
    for one in ours.arguments:
        if one.branches and (one.name, one.kind) in partners:
            yield one, partners[one.name, one.kind]


def _first(message: Message, name: str, text: str) -> Placeholder:
    """The place in the source that shows the argument, its `#` too."""
    for argument in message.arguments:
        if argument.name == name and not argument.branches:
            return Placeholder(argument.start, argument.end, name, "", text[argument.start : argument.end])
    for argument in message.arguments:
        for branch in argument.branches:
            if argument.name == name and branch.message.numbers:
                position = branch.message.numbers[0]
                return Placeholder(position, position + 1, name, "", "#")
            found = _first(branch.message, name, text)
            if found.end:
                return found
    return Placeholder(0, 0, name, "", "")
