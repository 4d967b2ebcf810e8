"""The translation means something else than its source.

Why it matters: a fluent sentence under the wrong source, or one that a model made up, passes every check of form.

How to fix: compare the two and translate again. The rule compares what a language model makes of the two sentences; it
needs the extra `tqa[embed]`, and languages that its model knows (Arabic, Chinese, Dutch, English, French, German,
Italian, Japanese, Korean, Polish, Portuguese, Russian, Spanish, Thai, Turkish). Without these it finds nothing; with
the option `require` a run without the extra fails. A free translation can be reported wrongly: `least` says how alike
(0 to 1) the two must be.
"""

from collections.abc import Iterator

from tqa.errors import ConfigError
from tqa.language.embedding import MISSING, can_embed, embed, is_installed
from tqa.language.traits import LETTER
from tqa.rule import Found, Pair, bad, good, rule

# A label or heading of few words says too little; letters for scripts without blanks.
_FEWEST_WORDS, _FEWEST_LETTERS = 5, 20


@rule(
    "accuracy/mistranslation",
    "minor",
    preview=True,
    bilingual=True,
    when_source=LETTER,
    when_target=LETTER,
    yields_to=("untranslated", "shuffled-translation", "wrong-language", "scrambled", "truncated"),
    examples=[
        bad(
            (
                "Der Bürgermeister eröffnete gestern die neue Brücke über den Fluss.",
                "Beat the butter with the sugar until it is soft, then add the eggs.",
            ),
            langs=("de", "en"),
            options={"require": True},
        ),
        good(
            (
                "Der Bürgermeister eröffnete gestern die neue Brücke über den Fluss.",
                "Yesterday the mayor opened the new bridge across the river.",
            ),
            langs=("de", "en"),
        ),
        good(("Weiter", "Beat the butter"), langs=("de", "en")),
        good(("Hôm qua trời mưa rất to ở Huế.", "Beat the butter with the sugar first."), langs=("vi", "en")),
    ],
)
def check(pair: Pair, *, least: float = 0.25, require: bool = False) -> Iterator[Found]:
    """Report targets that mean something else. least: how alike they must be. require: fail without the extra."""
    source, target = pair.source, pair.target
    if require and not is_installed():
        raise ConfigError(f"rule meaning-mismatch: {MISSING}")
    if source.base == target.base or not can_embed(source.language) or not can_embed(target.language):
        return
    if any(len(side.words) < _FEWEST_WORDS and len(side.text) < _FEWEST_LETTERS for side in (source, target)):
        return
    one, other = embed([source.text], source.language), embed([target.text], target.language)
    if one is not None and other is not None and (alike := float(one[0] @ other[0])) < least:
        yield Found(f"it seems to mean something else (likeness {alike:.2f})", [target.whole])
