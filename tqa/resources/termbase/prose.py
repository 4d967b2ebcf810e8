"""Which terms stand in prose, and not in an address, in code or in markup."""

from tqa.language.protected import CODE_LIKE, protected_spans
from tqa.resources.termbase.known import Match

_MARKS = ".,;:!?…)]\"'”’»"


def in_prose(found: list[Match], text: str, traits: int) -> list[Match]:
    """The matches in `text`, which has these traits, but for those in what isn't prose."""
    if not traits & CODE_LIKE and all(_is_plain(text, match[0], match[1]) for match in found):
        return found
    spans = protected_spans(text, traits)
    if not spans:
        return found
    return [match for match in found if not any(s < match.end and match.start < e for s, e in spans)]


def _is_plain(text: str, start: int, end: int) -> bool:
    """Whether what a match is part of, up to the next blanks, is words alone."""
    if text[start - 1 : start] in (" ", "") and text[end : end + 1] in (" ", ""):
        return True
    begin, finish = text.rfind(" ", 0, start) + 1, text.find(" ", end)
    around = text[begin:start] + text[end : len(text) if finish < 0 else finish].rstrip(_MARKS)
    return not around or around.isalpha()
