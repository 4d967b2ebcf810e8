"""tqa: a linter, aligner and scorer for translated content.

import tqa

result = tqa.check("page.txt", source_lang="vi", target_lang="en")
for issue in result.issues:
    print(issue.line, issue.rule, issue.message)
"""

from importlib import import_module
from typing import TYPE_CHECKING

from tqa.model import Issue, Segment, Severity, Span

if TYPE_CHECKING:
    from tqa.api import align, check, read, score
    from tqa.rule import Rule

__version__ = "0.1.0"
__all__ = ["Issue", "Rule", "Segment", "Severity", "Span", "align", "check", "read", "score"]

# Loaded at their first use, so that `import tqa` and `tqa --version` cost next to nothing.
_LAZY = {"Rule": "tqa.rule", **dict.fromkeys(("align", "check", "read", "score"), "tqa.api")}


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module 'tqa' has no attribute '{name}'")
    return getattr(import_module(_LAZY[name]), name)
