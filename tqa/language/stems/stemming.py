"""Stems to look words up by.

The stemmers are Snowball's (Porter and others; snowballstemmer, BSD) where it has the language; for others the endings
of the language's inflection are taken off. What all stems get on top: marks are dropped, and changes of consonants
and vowels inside a paradigm (Czech ruka, ruce; Polish podatek, podatku; Finnish katu, kadun) are levelled. A stem is no
word, and two words with one stem are forms of each other only if `is_form` says so.
"""

import re
from collections.abc import Callable
from functools import cache

from tqa.language.fold import FOLDING
from tqa.language.lazy import lazily

_SNOWBALL = {
    "ar": "arabic",
    "bs": "serbian",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hr": "serbian",
    "hu": "hungarian",
    "hy": "armenian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sk": "czech",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
}
# Endings of inflection, for languages that have no stemmer or one that takes off what makes other words.
_ENDINGS = {
    "uk": (
        "ами ями ові еві ого ому ими іми ах ях ам ям ою ею єю ів їв ей ий ій ої их іх ім им ом ем єм а я о е "
        "є и і ї у ю й ь"
    ),
    "be": "амі ямі аго яго аму яму ымі імі ах ях ам ям аю яю ой ей оў аў яў ых іх ы і а я о е ё у ю й ь",
    "bg": "овете ите ият ата ята ото ето ове ища ът та то те ия ят ии и а я о е у й",
    "mk": "овите ите ата ото ето ови от та то те ии и а о е у",
    "sl": "ami emi ega emu imi ima oma ama eh ah ih om em im am ov ev oma i a e o u",
    "lv": "iem ām ēm īm os ās ēs īs us am im ai ei um as es is u a e i š s ā ē ī ū",
    "id": "nya lah kah ku mu",
    "ms": "nya lah kah ku mu",
    "ko": (
        "에서는 에서도 으로는 으로서 으로써 에게서 까지는 이라는 이라고 에서 에게 께서 "
        "으로 이나 라는 라고 부터 까지 처럼 보다 마다 조차 밖에 하고 이며 이고 들이 "
        "들은 들을 들의 "
        "에는 에도 과의 와의 은 는 이 가 을 를 의 에 로 와 과 도 만 들 께"
    ),
    "ur": "وں یں ات ے ی ا",
    "fa": "هایی های ها ان ی",
}
# Changes at the end of a stem (folded), from the one to the other form; made in this order.
_SLAVIC = (
    (r"([bcdfghjklmnpqrstvwxz])ie?([cknlrtdzwm]|st)$", r"\1\2"),
    (r"([bcdfghjklmnpqrstvwxz])e([cknlrtdz])$", r"\1\2"),
)
# Number, possession and case, as they follow one another on a noun (folded).
_TURKISH = (
    "(?<=...)(?:l[ae]r)?(?:[iu]m(?:[iu]z)?|[iu]n(?:[iu]z)|s?[iu])?"
    "(?:n?[dt][ae]n?|n?[iu]n|[yn]?[iu]|[yn]?[ae]|yl[ae]|l[ae]|c[ae])?$"
)
_LEVELLED: dict[str, tuple[tuple[str, str], ...]] = {
    "cs": (*_SLAVIC, ("k$", "c"), ("ch$", "s"), ("[hg]$", "z"), ("st$", "sk")),
    "sk": (*_SLAVIC, ("k$", "c"), ("ch$", "s"), ("[hg]$", "z")),
    "pl": (("dz$", "d"), *_SLAVIC, ("k$", "c"), ("ch$", "s"), ("g$", "z"), ("rz$", "r")),
    "hr": ((r"([bcdfghjklmnpqrstvwxz])a([cknlrmt])$", r"\1\2"), ("k$", "c"), ("h$", "s"), ("g$", "z")),
    "sl": ((r"([bcdfghjklmnpqrstvwxz])e([cknlrmt])$", r"\1\2"), ("k$", "c"), ("h$", "s"), ("g$", "z")),
    "ru": (("[оеё]([кцнлрг])$", r"\1"), ("[кч]$", "ц"), ("г$", "ж"), ("х$", "ш"), ("ь$", "")),
    "uk": (
        ("[оеі]([кцнлрвгдтжчбзмс]+)$", r"о\1"),
        ("о([кц])$", r"\1"),
        ("[кч]$", "ц"),
        ("г$", "з"),
        ("х$", "с"),
        ("ь$", ""),
    ),
    "be": (("[ае]([кцнлр])$", r"\1"), ("[кч]$", "ц"), ("г$", "з"), ("х$", "с")),
    "fi": (
        ("(u|y)ks$", r"\1s"),
        ("ist?$", "in"),
        ("(?<=..)[aei]+$", ""),
        ("ng([ouy]?)$", r"nk\1"),
        ("mm([ouy]?)$", r"mp\1"),
        (r"([nlr])\1([ouy]?)$", r"\1t\2"),
        (r"([pkt])\1([ouy]?)$", r"\1\2"),
        ("d([ouy]?)$", r"t\1"),
        ("v([ouy]?)$", r"p\1"),
    ),
    "et": ((r"([pkt])\1$", r"\1"), ("g$", "k"), ("b$", "p"), ("d$", "t")),
    "tr": (
        (_TURKISH, ""),
        (_TURKISH, ""),
        ("([bcdfghjklmnpqrstvwxyz]{2})[iu]$", r"\1"),
        ("g$", "k"),
        ("b$", "p"),
        ("d$", "t"),
        ("([bcdfghjklmnpqrstvwxyz])[iu]([lnrzsm])$", r"\1\2"),
    ),
    "de": (("([aeiou])s$", r"\1"),),
    "hu": (("([bcdfghjklmnpqrstvwxyz])[oe]([lrmkgzn])$", r"\1\2"),),
    "es": (("c$", "z"), ("qu$", "c")),
    "pt": (("[oa]$", ""),),
    "it": (("ch$", "c"), ("gh$", "g")),
    "nl": (
        ("([aeou])\\1([bcdfghjklmnpqrstvwxz])$", r"\1\2"),
        ("v$", "f"),
        ("z$", "s"),
        ("([bcdfgklmnprst])\\1$", r"\1"),
    ),
}
_LEVELLED |= {"sr": _LEVELLED["hr"], "bs": _LEVELLED["hr"]}
_SHORTEST = 2
# Words that are written together with the next, and endings of number and gender.
_HEBREW = lazily(re.compile, "^[והבלכש]{1,2}(?=..{3})|(?<=...)(?:ים|ות|ה|ת)$")


@cache
def stem(language: str) -> Callable[[str], str]:
    """The function that gives the stem of a word (lower-case) of `language` (a base code); it keeps what it gave."""
    return _Stems(language).__getitem__


class _Stems(dict[str, str]):
    def __init__(self, language: str) -> None:
        self._cut = _cutter(language)
        self._levels = [(re.compile(old), new) for old, new in _LEVELLED.get(language, ())]
        self._is_marked = language != "vi"

    def __missing__(self, word: str) -> str:
        found = self._cut(word)
        if self._is_marked:
            found = found.translate(FOLDING)
            for old, new in self._levels:
                levelled = old.sub(new, found)
                found = levelled if len(levelled) >= _SHORTEST else found
        self[word] = found
        return found


def _cutter(language: str) -> Callable[[str], str]:
    if language == "en":
        from tqa.language.english import english_root

        return english_root
    if language in _SNOWBALL:
        from snowballstemmer import stemmer

        cut: Callable[[str], str] = stemmer(_SNOWBALL[language]).stemWord
        return cut
    if language == "he":
        return lambda word: _HEBREW.sub("", word)
    endings = sorted(_ENDINGS.get(language, "").split(), key=lambda ending: -len(ending))
    if not endings:
        return _whole
    least = 1 if language == "ko" else _SHORTEST
    pattern = re.compile(rf"(?<=.{{{least}}})(?:{'|'.join(endings)})$")
    return lambda word: pattern.sub("", word, count=1)


def _whole(word: str) -> str:
    return word
