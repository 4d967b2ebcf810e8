"""The note that a language's spelling isn't checked, since its dictionary isn't installed."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tqa.engine.result import Result

if TYPE_CHECKING:
    from tqa.config.schema import Config
    from tqa.reporters.output import Output

_RULE = "spelling"


def tell_unchecked_spelling(result: Result, targets: "Sequence[Output]", config: "Config") -> None:
    """Say once for each language what to install, where a person reads the result: not beside machine formats."""
    is_read = any(target.path is None and target.reporter.name == "console" for target in targets)
    if not is_read or _RULE not in result.run.rules:
        return
    from tqa.language.hunspell import what_is_missing
    from tqa.language.names import language_name

    folder = config.options_of(_RULE, ("dictionaries",)).get("dictionaries")
    for language in sorted(result.summary.words_by_lang):
        command = what_is_missing(language, folder)
        if command:
            print(f"tqa: the spelling of {language_name(language)} isn't checked: {command}", file=sys.stderr)
