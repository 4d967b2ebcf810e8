"""How likely a word of another script is the transliteration of a Latin name.

A stochastic edit distance (Ristad and Yianilos 1998): each pair of sounds, of the name and of the romanised word, has
the log-odds of writing one for the other over meeting by chance. `scripts/build_transliteration.py` learns them from
the names that the CLDR has of places, languages and scripts.
"""

import json
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import regex

from tqa.language.lazy import lazily
from tqa.language.support import romanised
from tqa.language.writing import UNSPACED, script

_DATA = files("tqa.language") / "data/words/transliteration.json"
# Sounds that Latin, and unidecode's romanisation, write with two letters.
_DIGRAPHS = dict(
    pair.split(":") for pair in "tch:C sch:S sh:S ch:C zh:Z ph:f th:T kh:X gh:G ck:k qu:kw x:ks ts:Q ng:N".split()
)
_DIGRAPH = lazily(regex.compile, "|".join(_DIGRAPHS))
_DOUBLE = regex.compile(r"(.)\1+")
# What Japanese writes with two letters, the second small, is one syllable.
_SMALL = dict(zip("ァィゥェォャュョ", "aiueoauo", strict=True))
_SYLLABLE = lazily(regex.compile, f"(\\p{{Katakana}})([{''.join(_SMALL)}])|[ッジフ]")
_KANA = {"ウ": "wu", "ジ": "ji", "フ": "fu", "ッ": ""}
# Greek writes some sounds with two or three letters; what they are romanised from.
_GREEK = dict(pair.split(":") for pair in "γου:w γκ:g γγ:ng μπ:b τζ:j ου:u αι:e ει:i οι:i".split())
_GREEK_GROUP = regex.compile(r"γου(?=[αεηιοω])|(?!γου)" + f"(?:{'|'.join(_GREEK)})")
_GREEK_LETTER = regex.compile(r"\p{Greek}")
# What Latin names write otherwise than they are heard: a soft c, a silent ending.
_HEARD = {"au": "o", "aw": "o", "ee": "i", "oo": "u", "ie": "i"}
_LATIN_GROUP = regex.compile(r"c(?=[eiy])|(?<=[a-z]{2}[^\Waeiou_])e$|au|aw|ee|oo|ie")
ALPHABET = "abcdefghijklmnopqrstuvwxyzCSZTXGQN"
UNIT = 20
"""Of the values in the data: so many make a nat."""
_DIPHTHONG = regex.compile("(?<=[^aeiou])y(?=[^aeiouy])|eu")
# An Arabic word longer than this may be several, the blanks between them lost.
_RUN_TOGETHER = 10
# Endings that inflect the word cost little: letters of it, and nats for each.
_TAIL, _TAIL_COST = 4, 0.3
# Korean has titles and particles behind a name.
_LONG_TAIL = 10
_POWER = 0.7
"""The likeness of random words grows more slowly with their length than that of a name with its transliteration."""
_NOTHING = -9.0


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The sounds of a word of any script, a letter each of `ALPHABET`."""
    if not word.isascii():
        if _GREEK_LETTER.match(word):
            word = _plain_greek(word)
        word = _SYLLABLE.sub(_syllable, word)
    if script(word[:1] or "a") == "Latn":
        word = _LATIN_GROUP.sub(lambda match: "s" if match[0] == "c" else _HEARD.get(match[0], ""), word.lower())
    return _DOUBLE.sub(r"\1", _DIGRAPH.sub(lambda match: _DIGRAPHS[match[0]], romanised(word)))


def _plain_greek(word: str) -> str:
    """A Greek word without its accents, the sounds that it writes with several letters in Latin ones."""
    bare = "".join(filter(str.isalpha, unicodedata.normalize("NFD", word.lower())))
    if bare.startswith("ντ"):
        bare = f"d{bare[2:]}"
    return _GREEK_GROUP.sub(lambda match: _GREEK[match[0]], bare)


def _syllable(match: regex.Match[str]) -> str:
    letter, small = match[1], match[2]
    if letter is None:
        return _KANA[match[0]]
    return (_KANA.get(letter) or romanised(letter))[:-1] + _SMALL[small]


class Costs(NamedTuple):
    """Log-odds in nats: of a pair of sounds, and of one that stands in the name, or in the word, alone."""

    pairs: dict[str, dict[str, float]]
    of_name: dict[str, float]
    of_word: dict[str, float]

    most: dict[str, float]
    """What each sound scores with the one that it is usually written as."""


@cache
def _tables() -> dict[str, dict[str, Sequence[int]]]:
    tables: dict[str, dict[str, Sequence[int]]] = json.loads(_DATA.read_text(encoding="utf-8"))
    return tables


@cache
def costs(code: str) -> Costs | None:
    """The costs for a script (ISO 15924), None where there are none."""
    table = _tables().get(code)
    if table is None:
        return None
    rows = {
        key: {sound: value / UNIT for sound, value in zip(ALPHABET, row, strict=True)} for key, row in table.items()
    }
    pairs = {sound: rows[sound] for sound in ALPHABET}
    return Costs(pairs, rows["name"], rows["word"], {sound: max(row.values()) for sound, row in pairs.items()})


@lru_cache(maxsize=65536)
def likeness(name: str, word: str) -> float:
    """How much `name` sounds like the `word` of another script, or like a part of it where that has no blanks.

    About 1 for a good transliteration, under 0 for most other words. Low for scripts that nothing is known of, and
    for a word of less than two sounds.
    """
    code = script(word[0])
    table = costs(code)
    theirs = sounds(word)
    if table is None or len(theirs) < 2:
        return _NOTHING
    is_part = code in UNSPACED or (code == "Arab" and len(word) > _RUN_TOGETHER)
    tail = _LONG_TAIL if code == "Hang" else _TAIL
    best = _NOTHING
    for one in filter(None, _readings(name)):
        best = max(best, _score(one, theirs, table, is_part, tail) / sum(map(table.most.__getitem__, one)) ** _POWER)
    return best


def _readings(name: str) -> Iterator[str]:
    """The sounds of a name, and those with a y that is heard as in Tyler, or an eu as in Reuter."""
    yield sounds(name)
    if _DIPHTHONG.search(name):
        yield sounds(_DIPHTHONG.sub(lambda match: "oi" if match[0] == "eu" else "ai", name))


def _score(name: str, word: str, table: Costs, is_part: bool, tail: int) -> float:
    of_word = [table.of_word[sound] for sound in word]
    row = [0.0]
    for cost in of_word:
        row.append(0.0 if is_part else row[-1] + cost)
    for sound in name:
        pairs, gap = table.pairs[sound], table.of_name[sound]
        before = row[0]
        last = before + gap
        new = [last]
        # Without `max`, whose calls are most of the work.
        for other, above, skip in zip(word, row[1:], of_word, strict=True):
            best = before + pairs[other]
            if above + gap > best:
                best = above + gap
            if last + skip > best:
                best = last + skip
            new.append(best)
            last, before = best, above
        row = new
    if is_part:
        return max(row)
    length = len(word)
    return max(row[end] - _TAIL_COST * (length - end) for end in range(max(0, length - tail), length + 1))
