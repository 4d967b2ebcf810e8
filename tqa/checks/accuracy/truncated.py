"""The translation breaks off.

Why it matters: a field that was too short, or a machine that stopped, leaves half a sentence, and the rest of what the
source says is lost.

How to fix: complete the sentence. Reported is a target without an end mark, where the source has one, that ends with a
word after which more must come (of the), with a comma or an opening bracket, or is much too short.
"""

from collections.abc import Iterator

import regex

from tqa.facts import Text
from tqa.language.fold import lower
from tqa.language.lengths import expected_ratio, length, length_deviation
from tqa.language.sentences import ends_sentence
from tqa.language.traits import LETTER, Trait
from tqa.model import Severity
from tqa.rule import Found, Pair, bad, good, rule

_SHORT, _FEWEST = -2.5, 30
_FEWEST_WORDS = 2
# A label before what a program puts behind it.
_GOES_ON = regex.compile(r"\b(?:e\. ?g|i\. ?e|z\. ?B|p\. ?ex)\.\s*$")
# From here on a text is too long to have lost its end: it has a comma for its full stop, or was cut at another place.
_WHOLE = -1.0
_DANGLING = regex.compile(r"[,(（\[【«„‚“‘、，]\s*$")
_EITHER_WAY, _QUOTES = frozenset("«“‘"), regex.compile("[«»„“”‚‘]")
# After which a sentence goes on.
_LEADING = {
    "en": "the a an of and or to with for from at by into than because which whose if is was are were as my our their",
    "de": "der die das den dem des ein eine einen einem einer und oder mit für von zu zur zum im am weil dass wenn als",
    "fr": "le la les un une des de du et ou à au aux avec pour par dans sur que qui dont si",
    "es": "el la los las un una de del y o a al con para por en que si cuando",
    "it": "il lo la i gli le un una di del della e o a al con per in che se quando",
    "pt": "o a os as um uma de do da e ou com para por em que se quando no na",
    "nl": "de het een van en of met voor door in dat omdat als",
    "cs": "a v ve na s se z ze do pro že aby když",
    "pl": "i w we na z ze do dla że żeby gdy oraz",
    "ru": "и в во на с со из к для что чтобы когда от",
    "sv": "en ett och av med för till att som när på",
    "vi": "của và các những với cho là tại khi bởi vì nhưng một",
    "id": "yang dan di dari untuk dengan pada oleh karena",
}
_LEADING_WORDS = {language: frozenset(words.split()) for language, words in _LEADING.items()}


@rule(
    "accuracy/omission",
    "major",
    bilingual=True,
    when_source=Trait.SENTENCE_END,
    when_target=LETTER,
    yields_to=("untranslated", "shuffled-translation"),
    examples=[
        bad(("Der Zug hält in der Stadt Bonn.", "The train stops in the city of"), marks="of", langs=("de", "en")),
        bad(
            ("Der Zug hält in Bonn, aber nicht in Köln.", "The train stops in Bonn,"), marks="Bonn,", langs=("de", "en")
        ),
        bad(("The roof of the house leaks.", "Mái nhà của"), marks="của", langs=("en", "vi")),
        good(("Der Zug hält in Bonn.", "The train stops in Bonn"), langs=("de", "en")),
        good(("Woher kommen Sie?", "Where do you come from?"), langs=("de", "en")),
        good(("Name:", "Tên của"), langs=("en", "vi")),
        good(("An ending, such as '.txt'.", "Eine Endung, etwa „.txt“"), langs=("en", "de")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report targets that end before their sentence does."""
    source, target = pair.source, pair.target
    if not target.words or ends_sentence(target.text, target.base) or not ends_sentence(source.text, source.base):
        return
    if len(source.words) < _FEWEST_WORDS or _GOES_ON.search(source.text):
        return
    last = target.words[-1]
    end = len(target.text.rstrip())
    ratio = expected_ratio(source.base, target.base)
    size = _length(source)
    deviation = length_deviation(size, _length(target), ratio) if ratio else None
    is_open = _DANGLING.search(target.text) is not None and not _is_closed(target.text)
    if is_open or (last.end == end and last.text.islower() and lower(last.text) in _LEADING_WORDS.get(target.base, ())):
        severity = Severity.MINOR if is_open and deviation is not None and deviation > _WHOLE else None
        yield Found("the sentence breaks off here", [target.span(last.start, end)], severity=severity)
    elif deviation is not None and size >= _FEWEST and deviation < _SHORT:
        yield Found("the sentence breaks off here, much shorter than the source", [target.span(last.start, end)])


def _is_closed(text: str) -> bool:
    """Whether a quotation mark at the end, which opens in some languages, closes one that opened before it."""
    return text.rstrip()[-1] in _EITHER_WAY and len(_QUOTES.findall(text)) % 2 == 0


def _length(text: Text) -> int:
    """The length without tags, whose addresses no language writes longer."""
    return text.length - sum(length(tag.text) for tag in text.tags if tag.is_certain)
