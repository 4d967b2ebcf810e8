"""A file's name or path is missing or altered in the translation.

Why it matters: who types `/etc/dịch-vụ/app.conf` from the manual finds no such file; a turned slash or a lost dot is
enough.

How to fix: copy the path. Parts that readers put their own names into (`<user>`) may be translated, and a folder
named for a language (`/en/`) may change.
"""

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from tqa.language.addresses import is_example, is_localised, paths
from tqa.language.identical import pair_off, pieces
from tqa.model import Severity
from tqa.rule import Found, Pair, Trait, bad, good, rule

_ALIKE = 60


@rule(
    "accuracy/mistranslation",
    "minor",
    bilingual=True,
    when_source=Trait.SLASH | Trait.BACKSLASH | Trait.SENTENCE_END,
    yields_to=("url-mismatch", "attribute-mismatch", "tag-mismatch", "placeholder-mismatch"),
    examples=[
        bad(
            ("Edit /etc/app/main.conf first.", "Bearbeiten Sie zuerst /etc/app/haupt.conf."),
            marks="/etc/app/haupt.conf",
            suggestion="/etc/app/main.conf",
            langs=("en", "de"),
        ),
        bad((r"Open C:\Users\Public", r"Öffne C:\Benutzer\Public"), marks=r"C:\Benutzer\Public", langs=("en", "de")),
        bad(("It lies in ~/.config/app", "Nó nằm trong ~/.cấuhình/app"), langs=("en", "vi")),
        bad(("Read README.md and setup.py", "Đọc README.md"), marks="setup.py", langs=("en", "vi")),
        bad((r"See \\server\share", "Siehe Server"), marks=r"\\server\share", langs=("en", "de")),
        good(("Edit /etc/app/main.conf.", "编辑/etc/app/main.conf。"), langs=("en", "zh")),
        good(("Yes and/or no, 24/7, 5 km/h", "Ja und/oder nein, rund um die Uhr, 5 km/h"), langs=("en", "de")),
        good(("1/2 cup, he/she", "1/2 Tasse, er/sie"), langs=("en", "de")),
        good((r"Open C:\Temp\a.txt", r"Mở C:\Temp\a.txt"), langs=("en", "vi")),
        good(("He works for Node.js fans", "Er arbeitet für Fans von Node.js"), langs=("en", "de")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report paths of the source that the target lacks or has otherwise."""
    source, target = pair.source.text, pair.target.text
    if not target.strip():
        return
    ours = [piece for piece in pieces(source, paths(source)) if not _in_tag(pair, piece[0])]
    if not ours:
        return
    missing, added = pair_off(ours, pieces(target, paths(target)))
    for start, end, path in missing:
        if path in target:
            continue
        spans = [pair.source.span(start, end)]
        like = max(added, key=lambda other: ratio(path, other[2]), default=None)
        if like is None or ratio(path, like[2]) < _ALIKE:
            # A page's path that only serves as an example has words to translate.
            is_free = is_example(source, path) or (added and "." not in path)
            severity = Severity.NEUTRAL if is_free else None
            yield Found(f"the path '{path}' is missing", spans, severity=severity)
            continue
        added.remove(like)
        severity = Severity.NEUTRAL if is_localised(f"http://x{path}", f"http://x{like[2]}") else None
        spans.insert(0, pair.target.span(like[0], like[1]))
        yield Found(f"the source has the path '{path}'", spans, path, "unsafe", severity=severity)


def _in_tag(pair: Pair, position: int) -> bool:
    return any(tag.start <= position < tag.end for tag in pair.source.tags)
