"""The text starts with a small letter where the source starts with a capital, or the other way round.

Why it matters: a sentence or label that starts small looks cut off; a fragment that starts with a capital breaks the
sentence that a program puts it into.

How to fix: start as the source does. Brands and words that are always written small or with a capital, nouns in German
and scripts without capitals are taken into account; a sentence needs its capital whatever the source's script.
"""

from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.capitals import is_common
from tqa.language.fold import lower
from tqa.language.openings import CAPITAL_NOUNS, Opening, begins_name, names_time_or_people, opening, starts_with_number
from tqa.language.traits import LETTER, Trait
from tqa.language.writing import UNCAPITALISED
from tqa.model import Severity
from tqa.rule import Found, Pair, bad, good, rule

_SENTENCE = 5
_UNCASED = int(Trait.UNCASED)


@rule(
    "linguistic-conventions/spelling",
    "minor",
    bilingual=True,
    when_target=LETTER,
    yields_to=(
        "sentence-case-lost",
        "all-caps",
        "name-case",
        "term-case",
        "untranslated",
        "partly-untranslated",
        "shuffled-translation",
        "placeholder-mismatch",
        "start-punctuation",
        "identifier-case",
    ),
    examples=[
        bad(("Der Zug hält.", "the train stops."), marks="the", suggestion="The", langs=("de", "en")),
        bad(("Name:", "tên:"), marks="tên", suggestion="Tên", langs=("en", "vi")),
        bad(("Save file", "lưu tệp"), marks="lưu", suggestion="Lưu", langs=("en", "vi")),
        bad(("火车已经离开了车站。", "the train has left the station."), marks="the", langs=("zh", "en")),
        bad(("and then", "Và sau đó"), marks="Và", suggestion="và", langs=("en", "vi")),
        bad(("“Open the door”", "«ouvre la porte»"), marks="ouvre", suggestion="Ouvre", langs=("en", "fr")),
        good(("Save file", "Lưu tệp"), ("iPhone is new.", "iPhone mới."), langs=("en", "vi")),
        good(("settings", "Einstellungen"), langs=("en", "de")),
        good(("In the morning he left.", "'s Ochtends vertrok hij."), langs=("en", "nl")),
        good(("De Gaulle left.", "de Gaulle est parti."), langs=("en", "fr")),
        good(
            ("Python files", "tệp Python"),
            ("<b>Save</b>", "<b>Lưu</b>"),
            langs=("en", "vi"),
            options={"sentences": True},
        ),
        good(
            ("March", "mars"),
            ("Nov", "nov"),
            ("Bengali", "bengali"),
            ("Algerian Arabic", "arabe algérien"),
            langs=("en", "fr"),
        ),
        good(("Choose a file", "აირჩიეთ ფაილი"), langs=("en", "ka")),
        good(("monday", "Monday"), ("nato", "NATO"), langs=("de", "en")),
    ],
)
def check(pair: Pair, *, sentences: bool = False) -> Iterator[Found]:
    """Report a first letter of the other case. sentences: only where the source is a sentence, not a label."""
    source, target = pair.source, pair.target
    first, ours = target.text[0], source.text[:1]
    if (first.isupper() and (ours.isupper() or source.traits & _UNCASED)) or not ours:
        return
    if target.base in UNCAPITALISED or target.traits & _UNCASED:
        return
    start, model = opening(target.text), opening(source.text)
    if start is None or (model is None and not starts_with_number(source.text)):
        return
    word, own = start.word, model.word if model else "0"
    if start.is_code or own == word or begins_name(target.text, start, target.base):
        return
    span = [target.span(start.start, start.end)]
    if word[0].islower() and (_opens(source, own, target) if not sentences else _is_sentence(source)):
        yield Found(f"'{word}' should start with a capital", span, word[0].upper() + word[1:], "unsafe")
    elif model and word[0].isupper() and own[0].islower() and _is_small(pair, word, model):
        message = f"'{word}' should start small, as the source does"
        yield Found(message, span, word[0].lower() + word[1:], "unsafe", severity=Severity.NEUTRAL)


def _opens(source: Text, own: str, target: Text) -> bool:
    """Whether what the source starts with calls for a capital."""
    if own[0].isupper():
        is_plain = own[1:].islower() or len(own) == 1
        return _is_sentence(source) or (is_plain and not names_time_or_people(source.words, source.base))
    return own[0] == own[0].upper() == own[0].lower() and _is_sentence(target) and _is_sentence(source)


def _is_sentence(text: Text) -> bool:
    """Whether a text ends as a sentence and is no label."""
    return bool(text.ending.kinds) and text.ending.kinds[-1] in ".!?" and len(text.text) >= _SENTENCE


def _is_small(pair: Pair, word: str, model: Opening) -> bool:
    """Whether a word with a capital is an ordinary one, in a text whose source isn't a sentence that starts small."""
    target, source = pair.target, pair.source
    if target.base in CAPITAL_NOUNS or len(source.words) < 2 or model.is_code or not word[1:].islower():
        return False
    return is_common(lower(word), target.base, source.base) and not _is_sentence(target)
