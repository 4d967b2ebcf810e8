"""What a judge is, and where judges are found.

A judge gives each segment a score of its own kind. tqa's are `llm` (`tqa.scores.judges.llm`) and `comet`
(`tqa.scores.judges.comet`). Other people's are found by the entry-point group `tqa.scores.judges`: an entry point names
a module that declares `JUDGE`, or a package of such modules.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tqa.errors import ConfigError, PluginError, TqaError, near_miss
from tqa.registry import Declared


class JudgeError(TqaError):
    """A judge that can't be asked, or whose answer can't be understood."""


class Item(NamedTuple):
    """A segment to be judged."""

    source: str
    target: str
    source_lang: str
    target_lang: str
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The scores, one a segment, None where the judge gave none; what it said of them, and what it cost.

    costs: whatever the judge counts (`tokens`), by name.
    """

    scores: tuple[float | None, ...]
    comments: tuple[str, ...] = ()
    costs: Mapping[str, float] = field(default_factory=dict)


Ask = Callable[[Sequence[Item]], Verdicts]


@dataclass(frozen=True, slots=True)
class Judge:
    """A judge: `prepare` takes its settings, by the names in `settings`, and gives the function that judges.

    settings: names with what they mean. higher_is_better: of its scores. unit: what they are, for the reader.
    Raises, when prepared or asked, `JudgeError` for what the user can mend.
    """

    name: str
    summary: str
    prepare: Callable[[Mapping[str, str]], Ask]
    settings: Mapping[str, str] = field(default_factory=dict)
    higher_is_better: bool = True
    unit: str = ""


JUDGES = Declared("tqa.scores.judges", "JUDGE", Judge, "judge")


def ask(name: str, items: Sequence[Item], settings: Mapping[str, str]) -> Verdicts:
    """Ask the judge called `name`.

    Raises `ConfigError` for an unknown judge or setting, `JudgeError` for one that can't be asked, and `PluginError`
    for one that fails, or gives another number of scores than there are segments.
    """
    judge = JUDGES.named(name)
    for setting in settings:
        if setting not in judge.settings:
            hint = near_miss(setting, judge.settings) or f"; it has {', '.join(judge.settings) or 'none'}"
            raise ConfigError(f"the judge {name} has no setting '{setting}'{hint}")
    try:
        verdicts = judge.prepare(settings)(items)
    except TqaError:
        raise
    except Exception as error:
        raise PluginError(f"the judge '{name}' failed: {error!r}") from error
    if len(verdicts.scores) != len(items):
        raise PluginError(f"the judge '{name}' gave {len(verdicts.scores):,} scores for {len(items):,} segments")
    return verdicts
