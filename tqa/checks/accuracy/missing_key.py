"""A message of the source file isn't in the translation at all.

Why it matters: the program falls back to the source language, or shows the name of the key.

How to fix: add the key to the translation. Forms of a plural that the target language doesn't have aren't asked for.
"""

from collections.abc import Iterable

from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "accuracy/omission",
    "major",
    bilingual=True,
    examples=[
        bad(("Save changes?", ""), langs=("en", "vi"), state="missing"),
        good(("Save changes?", ""), langs=("en", "vi"), state="untranslated"),
        good(("Save changes?", "Lưu thay đổi?"), langs=("en", "vi")),
    ],
)
def check(pair: Pair) -> Iterable[Found]:
    """Report keys that only the source file has. The issue belongs to the translation, which has no line for it."""
    if pair.segment.state != "missing":
        return ()
    return (Found(f"the key '{pair.segment.id}' is missing"),)
