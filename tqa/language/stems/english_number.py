"""Number in English nouns: what `english_root` would take for one word with its verb (plane, planned) is told apart."""

_IRREGULAR = {
    "children": "child",
    "men": "man",
    "women": "woman",
    "feet": "foot",
    "teeth": "tooth",
    "geese": "goose",
    "mice": "mouse",
    "lice": "louse",
    "oxen": "ox",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "leaves": "leaf",
    "halves": "half",
    "shelves": "shelf",
    "wolves": "wolf",
    "thieves": "thief",
    "loaves": "loaf",
    "calves": "calf",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "analyses": "analysis",
    "bases": "basis",
    "crises": "crisis",
    "theses": "thesis",
    "hypotheses": "hypothesis",
    "indices": "index",
    "matrices": "matrix",
    "vertices": "vertex",
    "appendices": "appendix",
    "media": "medium",
    "bacteria": "bacterium",
    "curricula": "curriculum",
    "nuclei": "nucleus",
    "fungi": "fungus",
    "stimuli": "stimulus",
}
# Words in -s that are no plural of the word without it.
_NO_PLURAL = frozenset(
    "news means goods customs arms glasses series species lens bus gas bias canvas atlas chaos status campus virus "
    "bonus "
    "focus basis crisis analysis thesis process access address business illness witness mass class glass cross loss "
    "pass press stress physics politics economics mathematics ethics statistics headquarters always perhaps his this "
    "its us is was has does yes thus plus less unless christmas jesus".split()
)
_HISSING = ("ses", "xes", "zes", "ches", "shes")


def singulars(word: str) -> frozenset[str]:
    """The words (lower-case) that `word` may be the plural of, and itself."""
    found = {word}
    if word in _IRREGULAR:
        found.add(_IRREGULAR[word])
    if word.endswith("men") and len(word) > 4:
        found.add(word[:-2] + "an")
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _NO_PLURAL:
        found.add(word[:-1])
        if word.endswith("ies"):
            found.add(word[:-3] + "y")
        if word.endswith(_HISSING) or word.endswith("oes"):
            found.add(word[:-2])
    return frozenset(found)


def same_noun(one: str, other: str) -> bool:
    """Whether two words (lower-case) are one noun, in whatever number."""
    return other in singulars(one) or one in singulars(other)
