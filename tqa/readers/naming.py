"""What a file's name tells of its language: `vi.json`, `messages_pt_BR.properties`, `values-zh-rTW/strings.xml`."""

import re
from pathlib import PurePath

from tqa.errors import ConfigError
from tqa.language.tags import parse_tag
from tqa.readers.compression import bare_name

# ISO 639-1, and the longer codes for which catalogues are common.
_CODES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw "
    "ja ji jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na "
    "nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so "
    "sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
    "ach ast bal ber bho brx ceb ckb cmn crh csb doi dsb fil frp fur gom gsw haw hne hsb kab kmr kok lij lmo lzh mai "
    "mni nan nap nds nqo nso pap pms sah sat scn sco shi son szl tzm vec wae yue zgh".split()
)
# Codes that are words in names as well (`how_to.md`, `user_id.json`): they count as a part of a name only with a
# region, or after a name that is usual for catalogues.
_WORDS = frozenset(
    "am an as ad be by do go he hi id ie ii in io is it la li lo me my no oc of om on or so st to ts tw".split()
)
_CATALOGUES = re.compile(
    r"(?i)(?:app|arrays|bundle|common|default|intl|i18n|labels?|lang|language|locale|locali[sz]able|messages?|plurals"
    r"|resources?|strings?|translations?|validators)"
)
_TAG = (
    r"[a-zA-Z]{2,3}(?:[-_](?:[A-Z][a-z]{3}|[A-Z]{2}|[a-z]{2}|latin|cyrillic|[0-9]{3}))*"
    r"(?:@(?:latin|cyrillic|valencia))?"
)
_WHOLE = re.compile(_TAG)
_SUFFIX = re.compile(rf"(?P<name>.*?)(?P<mark>[._-])(?P<tag>{_TAG})")
_ANDROID = re.compile(r"values-(?:b\+(?P<bcp>[a-zA-Z0-9+]+)|(?P<lang>[a-z]{2,3})(?:-r(?P<region>[A-Z]{2}))?)(?:-.*)?")
_FOLDER_MARKS = (".lproj",)
_INNER = frozenset({"lc_messages", "lc_messages.d"})
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl"}
_FOLDERS = 2


def language_of(path: PurePath) -> str | None:
    """The BCP 47 tag of the language that `path` names: by the file, else by its folders (two up), else None."""
    stem = bare_name(path.name)
    stem = stem[: stem.rindex(".")] if "." in stem else stem
    folders = [folder for folder in reversed(path.parts[:-1]) if folder.lower() not in _INNER][:_FOLDERS]
    for folder in folders[:1]:
        if found := _android(folder):
            return found
    return _whole(stem) or _suffix(stem) or next(filter(None, map(_folder, folders)), None)


def _folder(name: str) -> str | None:
    for mark in _FOLDER_MARKS:
        if name.endswith(mark):
            return _whole(name.removesuffix(mark))
    return _android(name) or _whole(name)


def _whole(name: str) -> str | None:
    return _tag(name) if _WHOLE.fullmatch(name) else None


def _suffix(stem: str) -> str | None:
    match = _SUFFIX.fullmatch(stem)
    if match is None:
        return None
    tag = match["tag"]
    if match["mark"] != "." and tag.lower() in _WORDS and not _CATALOGUES.fullmatch(match["name"]):
        return None
    return _tag(tag)


def _android(name: str) -> str | None:
    match = _ANDROID.fullmatch(name)
    if match is None:
        return None
    if match["bcp"]:
        return _tag(match["bcp"].replace("+", "-"))
    return _tag(match["lang"] + (f"-{match['region']}" if match["region"] else ""))


def _tag(name: str) -> str | None:
    base, _, modifier = name.partition("@")
    parts = base.replace("_", "-").split("-")
    if parts[0].lower() not in _CODES:
        return None
    parts = [parts[0].lower(), *(_SCRIPTS.get(part.lower(), part) for part in parts[1:])]
    if modifier in _SCRIPTS:
        parts.insert(1, _SCRIPTS[modifier])
    try:
        return parse_tag("-".join(parts))
    except ConfigError:
        return None


def names_in(path: PurePath, tag: str) -> list[PurePath]:
    """The paths that the file `path` would have in the language `tag`, the likeliest first.

    The part of the name or the folder that names a language is replaced; Android, Java, .NET and Apple have names
    without one as well (`values`, `messages.properties`, `Base.lproj`).
    """
    spellings = _spellings(tag)
    end = path.name[len(bare_name(path.name)) :]
    stem, dot, extension = bare_name(path.name).rpartition(".")
    extension = dot + extension + end
    if not dot:
        stem = bare_name(path.name)
    found: list[PurePath] = []
    suffix = _SUFFIX.fullmatch(stem)
    if _whole(stem):
        found += [path.with_name(name + extension) for name in spellings]
    elif _suffix(stem) and suffix is not None:
        found += [path.with_name(suffix["name"] + suffix["mark"] + name + extension) for name in spellings]
        found.append(path.with_name(suffix["name"] + extension))
    parts = path.parts
    for index in range(len(parts) - 2, max(len(parts) - 3 - _FOLDERS, -1), -1):
        for name in _folder_names(parts[index], spellings):
            found.append(PurePath(*parts[:index], name, *parts[index + 1 :]))
    return [name for name in found if name != path]


def _spellings(tag: str) -> list[str]:
    base = tag.partition("-")[0]
    regions = [f"{base}-{region}" for region in ("US", "GB")] if tag == "en" else []
    names = [tag, base, *regions]
    return list(dict.fromkeys([*names, *(name.replace("-", "_") for name in names)]))


def _folder_names(folder: str, spellings: list[str]) -> list[str]:
    for mark in _FOLDER_MARKS:
        if folder.endswith(mark) and _whole(folder.removesuffix(mark)):
            return [*(name + mark for name in spellings), f"Base{mark}"]
    if _android(folder):
        return [*(f"values-{name}" for name in spellings[:1]), "values"]
    return spellings if _whole(folder) else []
