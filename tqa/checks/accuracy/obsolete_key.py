"""A message of the translation isn't in the source file.

Why it matters: nothing shows it any more; or the key was renamed or misspelt, and the reader gets another text.

How to fix: delete the key, or give it the name that it has in the source file. Where two files have less than a third
of their keys in common, one hint says so, and neither is checked against the other.
"""

from collections.abc import Iterable

from tqa.model import Severity
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "accuracy/addition",
    "minor",
    examples=[
        bad("Đăng xuất", langs=("en", "vi"), state="obsolete", marks="Đăng xuất"),
        bad("", langs=("en", "vi"), state="obsolete"),
        bad("Đăng xuất", langs=("en", "vi"), state="unpaired"),
        good("Đăng xuất", langs=("en", "vi")),
        good(("Log out", "Đăng xuất"), langs=("en", "vi")),
    ],
)
def check(pair: Pair) -> Iterable[Found]:
    """Report keys that the source file doesn't have."""
    if pair.segment.state == "unpaired":
        other = pair.segment.location.source_file or "the source"
        message = f"hardly a key of this file is in {other}: not checked as its translation; name the right --source"
        return (Found(message, [], severity=Severity.NEUTRAL),)
    if pair.segment.state != "obsolete":
        return ()
    spans = [pair.target.whole] if pair.target.text.strip() else []
    return (Found(f"the source file has no key '{pair.segment.id}'", spans),)
