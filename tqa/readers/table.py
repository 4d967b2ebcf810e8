"""What the columns of a table (CSV, XLSX) hold: the two sides, or a key and a column for each language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from tqa.errors import ReadError
from tqa.language.tags import UNDETERMINED, base_language
from tqa.model import Location, Problem, Segment
from tqa.readers.naming import language_of
from tqa.readers.reader import Settings, tag_or

# What other tools call the columns.
_NAMES = {
    "source": "source",
    "source text": "source",
    "original": "source",
    "target": "target",
    "translation": "target",
    "target text": "target",
    "id": "id",
    "key": "id",
    "identifier": "id",
    "string id": "id",
    "context": "context",
    "note": "note",
    "notes": "note",
    "comment": "note",
    "comments": "note",
    "description": "note",
    "developer_comments": "note",
    "max_length": "max_length",
    "max length": "max_length",
    "maxlength": "max_length",
    "limit": "max_length",
    "state": "state",
    "status": "state",
    "source_lang": "source_lang",
    "target_lang": "target_lang",
}
_LENGTH = re.compile(r"([1-9]\d{0,8})(?:\.0+)?")

# A cell: its text, and where it stands in the file.
Cell = tuple[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column is what, by index. `languages` are the columns of a table with one for each language."""

    known: dict[str, int]
    languages: dict[int, str]
    width: int

    @classmethod
    def of(cls, header: Sequence[str]) -> "Columns | None":
        """The columns that a header names; None where it is no header of a table of texts."""
        names = [" ".join(cell.lower().split()) for cell in header]
        known: dict[str, int] = {}
        for index, name in enumerate(names):
            if name in _NAMES:
                known.setdefault(_NAMES[name], index)
        if {"source", "target"} <= known.keys():
            return cls(known, {}, len(names))
        languages = {
            index: tag
            for index, cell in enumerate(header)
            if names[index] not in _NAMES and (tag := _language(cell)) is not None
        }
        if len(languages) > 1 or (languages and "id" in known):
            return cls(
                {name: index for name, index in known.items() if name not in ("source", "target")},
                languages,
                len(names),
            )
        return None

    @classmethod
    def without_header(cls) -> "Columns":
        """Two columns, source and target."""
        return cls({"source": 0, "target": 1}, {}, 2)

    @property
    def is_bilingual(self) -> bool:
        """Whether each row has a source and a target."""
        return not self.languages

    def segments(
        self, row: Sequence[Cell], default_id: str, place: Location, settings: Settings
    ) -> Iterator[Segment | Problem]:
        """Yield the segments of a row; a value that isn't as it should be is left out, with a problem."""
        values = {name: row[index][0] for name, index in self.known.items() if index < len(row)}
        limit = _LENGTH.fullmatch(values.get("max_length", "").strip())
        if limit is None and values.get("max_length", "").strip():
            yield Problem(f"the length '{values['max_length']}' is not a whole number above 0", place.file, place.line)
        template = Segment(
            values.get("id") or default_id,
            "",
            None,
            tag_or(values.get("source_lang"), settings.source_lang),
            tag_or(values.get("target_lang"), settings.target_lang),
            place,
            values.get("context") or None,
            values.get("note") or None,
            values.get("state") or None,
            int(limit[1]) if limit else None,
        )
        if self.is_bilingual:
            target, raw = row[self.known["target"]]
            state = template.state or (None if target else "untranslated")
            yield template._replace(target=target, source=row[self.known["source"]][0], state=state, raw=raw)
        else:
            yield from self._by_language(row, template)

    def _by_language(self, row: Sequence[Cell], template: Segment) -> Iterator[Segment]:
        source, targets = self._sides(template)
        original = row[source][0] if source is not None and source < len(row) else None
        for index in targets:
            if index < len(row) and (row[index][0] or original):
                target, raw = row[index]
                yield template._replace(
                    target=target,
                    source=original,
                    source_lang=self.languages[source] if source is not None else template.source_lang,
                    target_lang=self.languages[index],
                    state=template.state if target else "untranslated",
                    raw=raw,
                )

    def _sides(self, template: Segment) -> tuple[int | None, list[int]]:
        """The column of the source language (the first one where it isn't said) and those of the targets."""
        if len(self.languages) == 1:
            return None, list(self.languages)
        wanted = base_language(template.source_lang)
        source = next((n for n, tag in self.languages.items() if base_language(tag) == wanted), min(self.languages))
        only = base_language(template.target_lang)
        targets = [n for n, tag in self.languages.items() if n != source and only in (UNDETERMINED, base_language(tag))]
        return source, targets


def _language(cell: str) -> str | None:
    name = cell.strip()
    return language_of(PurePath(f"{name}.x")) if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*", name) else None


def no_header(file: str, line: int | None) -> ReadError:
    """What to say of a table whose columns nobody knows."""
    return ReadError(
        "no header says which columns hold what; name them source and target, or key and a language each (vi, en)",
        file,
        line,
    )
