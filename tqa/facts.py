"""The facts of a segment that several rules ask for, each computed at its first use and shared."""

import re
from collections.abc import Hashable
from typing import TYPE_CHECKING, Generic, TypeVar

from tqa.language.doubling import Chunk, chunks, may_repeat
from tqa.language.fold import lower
from tqa.language.identify import Guess, identify
from tqa.language.lazy import lazy
from tqa.language.lengths import length
from tqa.language.protected import has_code, is_code, protected_spans
from tqa.language.tags import UNDETERMINED, base_language
from tqa.language.tokens import Word, words
from tqa.language.traits import Trait, traits
from tqa.model import Segment, Side, Span

if TYPE_CHECKING:
    from tqa.language.diacritics import Loss
    from tqa.language.endings import Ending
    from tqa.language.markup.tags import Tag
    from tqa.language.numbers.finding import Finding
    from tqa.language.numbers.scan import Numbers

if TYPE_CHECKING:
    from tqa.language.spacing import StraySpace
    from tqa.language.support import Backing

Value = TypeVar("Value")
# A name with hyphens alone is one of a program's if it is long: "up-to-date" is a word.
_KEY = re.compile(r"[A-Za-z][\w-]*(?:[_.:][\w-]+)+|(?=.{20})[a-z]+(?:-[a-z\d]+){2,}")
# What gettext and KDE ask for the names of the translators with.
_CREDITS = frozenset({"translator-credits", "translator_credits", "Your names", "Your emails"})
_QUOTED = int(Trait.QUOTE | Trait.BRACKET)


class Text:
    """One side of a segment.

    `language` is its BCP 47 tag, `base` the tag's language subtag (`pt` of `pt-BR`); `traits` is the union of the
    `Trait` bits of the text's characters. `other` is the text of the other side and its language, where that is known.
    """

    def __init__(self, text: str, language: str, side: Side, other: tuple[str, str] = ("", "")) -> None:
        self.text = text
        self.other = other
        self.language = language
        self.side = side
        self.traits = traits(text)

    @lazy
    def base(self) -> str:
        """The language subtag alone, `und` where the language isn't known."""
        return base_language(self.language)

    @lazy
    def words(self) -> tuple[Word, ...]:
        """The words with their offsets."""
        return tuple(words(self.text))

    @lazy
    def protected(self) -> list[tuple[int, int]]:
        """The (start, end) of addresses, paths, code, placeholders and markup."""
        return protected_spans(self.text, self.traits)

    @lazy
    def prose(self) -> tuple[Word, ...]:
        """The words outside of addresses, paths, code, placeholders and markup."""
        spans = self.protected
        found = self.words
        if spans:
            found = tuple(word for word in found if not any(s < word.end and word.start < e for s, e in spans))
        if has_code(self.text, self.traits):
            found = tuple(word for word in found if not is_code(self.text, word.start, word.end))
        return found

    @lazy
    def prose_forms(self) -> list[str]:
        """The words of the prose in lower case, one for one."""
        return self.forms if self.prose is self.words else [lower(word.text) for word in self.prose]

    @lazy
    def length(self) -> int:
        """The number of characters other than blanks."""
        return length(self.text)

    @lazy
    def may_repeat(self) -> bool:
        """Whether a word may stand twice in a row, or two words come again."""
        return may_repeat(self.text)

    @lazy
    def loss(self) -> "Loss | None":
        """The diacritics that the text lost, None where it is sound or nothing is known of its language."""
        from tqa.language.diacritics import detect, detect_any

        other, language = self.other
        english = other if base_language(language) == "en" else ""
        if self.base == UNDETERMINED:
            return detect_any(self.text, english)
        return detect(self.text, self.language, english)

    @lazy
    def chunks(self) -> tuple[Chunk, ...]:
        """What stands between blanks, without the marks around it; what holds no letter or digit is left out."""
        return chunks(self.text)

    @lazy
    def numbers(self) -> "Numbers":
        """The numbers, read as far as they are asked for."""
        from tqa.language.numbers.scan import Numbers

        return Numbers(self.text, self.language, self.words, self.traits, self.forms)

    @lazy
    def is_key(self) -> bool:
        """Whether the text is no text but the name of one (`label_open_file`), as some catalogues have for a source."""
        return _KEY.fullmatch(self.text) is not None or self.text in _CREDITS

    @lazy
    def ending(self) -> "Ending":
        """The marks with which the text ends."""
        from tqa.language.endings import ending

        return ending(self.text, self.base)

    @lazy
    def forms(self) -> list[str]:
        """The words in lower case, one for one."""
        low = self.text.lower()
        if len(low) != len(self.text):  # İ becomes two code points
            return [lower(word.text) for word in self.words]
        return [low[start:end] for _, start, end in self.words]

    @lazy
    def double_quotes(self) -> "tuple[tuple[int, int], ...]":
        """The (start, end) of the double quotation marks."""
        from tqa.language.pairing_marks import double_quotes

        return double_quotes(self.text) if self.traits & _QUOTED else ()

    @lazy
    def lower_words(self) -> frozenset[str]:
        """The words in lower case."""
        return frozenset(self.forms)

    @lazy
    def tags(self) -> "tuple[Tag, ...]":
        """The tags of HTML, XML or XLIFF, with their offsets; names in angle brackets that may be prose among them."""
        from tqa.language.markup.tags import find_tags

        return find_tags(self.text) if self.traits & Trait.ANGLE else ()

    def span(self, start: int, end: int) -> Span:
        """A span of this side."""
        return Span(self.side, start, end)

    @property
    def whole(self) -> Span:
        """The span over all of the text but the white space around it."""
        start = len(self.text) - len(self.text.lstrip())
        return Span(self.side, start, max(len(self.text.rstrip()), start))


class Pair:
    """A segment as rules see it: its two sides with their facts. An unknown source is an empty text."""

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        source, languages = segment.source or "", (segment.source_lang, segment.target_lang)
        self.source = Text(source, languages[0], "source", (segment.target, languages[1]))
        self.target = Text(segment.target, languages[1], "target", (source, languages[0]))

    @lazy
    def bilingual(self) -> bool:
        """Whether the source is known; a key that stands in its place is none, unless the target is one too."""
        source = self.segment.source
        if source is None:
            return False
        # Sa_ve may be a label with its accelerator.
        is_key = self.source.is_key and (source[0].islower() or source.isupper() or source in _CREDITS)
        return not (is_key and self.target.text) or self.target.is_key

    @lazy
    def target_guess(self) -> Guess:
        """Which of the two languages the target is in, and whether it lost its diacritics; None where nothing tells."""
        return identify(self.target.text, (self.segment.source_lang, self.segment.target_lang))

    @lazy
    def number_findings(self) -> "tuple[Finding, ...]":
        """Where the numbers of the two sides disagree, each with the id of the rule that reports it."""
        from tqa.language.numbers.compare import compare

        if not self.target.text.strip() or not self.source.text.strip():
            return ()  # not translated, which is what is said of it
        return compare(self.source.numbers, self.target.numbers)

    @lazy
    def dialect(self) -> str:
        """The dialect of the placeholders, a key of `tqa.language.placeholders.DIALECTS`."""
        from tqa.language.placeholders.detection import dialect_of

        segment = self.segment
        return dialect_of(self.source.text, self.target.text, file=segment.location.file, syntax=segment.syntax)

    @lazy
    def backing(self) -> "Backing":
        """What the words of the source account for in the target."""
        from tqa.language.support import Backing

        return Backing(self.source.words, self.source.language, self.target.language)

    @lazy
    def stray_spaces(self) -> "tuple[StraySpace, ...]":
        """The spaces in the target that belong neither there nor come from the source."""
        from tqa.language.spacing import stray_spaces

        return stray_spaces(self.target.text, self.target.traits, self.target.base, self.source.text, self.source.base)

    def side(self, side: Side) -> Text:
        """The text of one side."""
        return self.source if side == "source" else self.target


class Member(Generic[Value]):
    """What a rule over several segments gathered from one of them."""

    __slots__ = ("key", "segment", "value")

    def __init__(self, key: Hashable, segment: Segment, value: Value) -> None:
        self.key = key
        self.segment = segment
        self.value = value
