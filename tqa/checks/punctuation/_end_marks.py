"""When a text may do without the end mark of the other side, or have one that the other lacks."""

from tqa.facts import Text
from tqa.language.endings import Ending, closes_quote, ends_short
from tqa.language.marks import ASK, STOP, UNSTOPPED
from tqa.language.questions import describes, may_ask

# Languages that leave the stop out before a closing quote.
_NO_STOP_QUOTED = frozenset({"ja", "zh", "ko", "ar", "fa", "he", "ur", "ps", "ckb", "ug", "sd", "hi", "tr"})
_LONGEST_LABEL, _LONGEST_SHORT = 6, 6


def may_lack(source: Text, target: Text, ours: Ending) -> bool:
    """Whether the target may do without the mark `ours` of the source."""
    kind = ours.kinds[-1]
    if kind == STOP and (target.base in UNSTOPPED or ends_short(source.text, ours)):
        return True
    if kind in ".!?" and closes_quote(target.text) and target.base in _NO_STOP_QUOTED:
        return True
    return kind == ASK and may_ask(target.text, target.base) and target.base != "vi"


def may_add(source: Text, target: Text, theirs: Ending) -> bool:
    """Whether the target may have the mark `theirs`, which the source hasn't."""
    kind = theirs.kinds[-1]
    # A sentence needs its full stop: where the source of one has none, the fault is the source's.
    if kind == STOP and (
        source.base in UNSTOPPED or not 0 < len(target.words) <= _LONGEST_LABEL or ends_short(target.text, theirs)
    ):
        return True
    if kind == STOP and len(target.words) <= 2 and len(target.words[-1].text) <= _LONGEST_SHORT:
        return True
    if kind in ".!?" and source.base in _NO_STOP_QUOTED and closes_quote(source.text):
        return True
    return kind == ASK and (may_ask(source.text, source.base) or describes(source.text, source.base))
