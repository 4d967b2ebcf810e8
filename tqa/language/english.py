"""The root of an English word: one form for all that a bilingual dictionary has one entry for."""

from functools import cache

_FORMS = """
be am is are was were been being|have has had|do does did done|say said|go went gone|get got gotten|make made|know knew
known|think thought|take took taken|see saw seen|come came|find found|give gave given|tell told|feel felt|become became
|leave left|bring brought|begin began begun|keep kept|hold held|write wrote written|stand stood|hear heard|mean meant
|meet met|run ran|pay paid|sit sat|speak spoke spoken|lead led|grow grew grown|lose lost|fall fell fallen|send sent
|build built|understand understood|draw drew drawn|break broke broken|spend spent|rise rose risen|drive drove driven
|buy bought|wear wore worn|choose chose chosen|seek sought|throw threw thrown|catch caught|deal dealt|win won|forget
forgot forgotten|sell sold|fight fought|teach taught|eat ate eaten|sing sang sung|strike struck|hang hung|shake shook
shaken|ride rode ridden|feed fed|shoot shot|drink drank drunk|sleep slept|fly flew flown|lie lay lain|steal stole
stolen|freeze froze frozen|swim swam swum|child children|man men|woman women|foot feet|tooth teeth|mouse mice|person
people|life lives|wife wives|good better best|bad worse worst|lay laid|bear bore born borne|show shown|blow blew blown
|bite bit bitten|hide hid hidden|dig dug|stick stuck|sweep swept|swear swore sworn|tear tore torn|wake woke woken|weep
wept|flee fled|bend bent|lend lent|light lit|slide slid|spin spun|bind bound|forgive forgave forgiven|arise arose
arisen|ring rang rung|sink sank sunk|shine shone|i me my mine myself|he him his himself|she her hers herself|we us our
ours ourselves|they them their theirs themselves|you your yours yourself|it its itself|this these|that those|who whom
whose|a an|not n't
"""
_BASE = {form: forms[0] for line in _FORMS.split("|") if (forms := line.split()) for form in forms}
_VOWELS = frozenset("aeiouy")
_HISSING = ("sses", "xes", "ches", "shes", "zes")


@cache
def english_root(word: str) -> str:
    """Return what is left of `word` (lower-case) without the endings of number, tense and adverb.

    Irregular forms go to their base form. Roots are for comparing only: `taking` and `take` give `tak`.
    """
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    word = _BASE.get(word, word)
    word = _without_tense(_without_number(word))
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sleo":
        word = word[:-1]
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "y" if len(word) > 2 and word.endswith("i") else word


def _without_number(word: str) -> str:
    if len(word) <= 3:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(_HISSING):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_tense(word: str) -> str:
    if len(word) <= 4:
        return word
    if word.endswith("ied"):
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and not _VOWELS.isdisjoint(word[: -len(ending)]):
            return word[: -len(ending)]
    return word[:-2] if word.endswith("ly") and len(word) > 5 else word
