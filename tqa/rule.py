"""How a check is declared.

A rule is one module under `tqa/checks/<group>/`: its file name is the rule's id, its docstring the documentation, and
its function `check`, decorated with `@rule`, yields `Found` for a `Pair`. A rule that compares segments gives
`gather`, which picks from each segment what to compare under which key; `check` then gets one group at a time.
"""

import inspect
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

from tqa.errors import PluginError
from tqa.facts import Member, Pair
from tqa.language.traits import Trait
from tqa.model import Applicability, Edit, LengthUnit, Segment, Severity, Span
from tqa.mqm import CATEGORIES

Check = Callable[..., Iterable["Found"]]
Gather = Callable[..., Iterable[tuple[Hashable, Any]]]
Texts = str | tuple[str | None, str]
Limit = tuple[int, LengthUnit]

_HEADINGS = ("Why it matters", "How to fix")


@dataclass(frozen=True, slots=True)
class Found:
    """What a check yields: one potential error.

    The first span is the primary one: the issue stands on its line, and `suggestion` replaces it. A rule over several
    segments names the segment the issue belongs to; `severity` overrides the rule's own where a case differs.
    """

    message: str
    spans: Sequence[Span] = ()
    suggestion: str | None = None
    applicability: Applicability | None = None
    edits: Sequence[Edit] = ()
    severity: Severity | None = None
    language: str | None = None
    segment: Segment | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """Segments that a rule finds something in (`marks`: the texts under the primary spans) or nothing."""

    texts: tuple[Texts, ...]
    is_bad: bool
    langs: tuple[str, str]
    marks: tuple[str, ...] = ()
    suggestion: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    state: str | None = None
    limit: Limit | None = None
    timing: tuple[tuple[int, int], ...] = ()

    def segments(self) -> list[Segment]:
        """The example as segments of one document."""
        pairs = [(None, text) if isinstance(text, str) else text for text in self.texts]
        max_length, unit = self.limit or (None, "char")
        return [
            Segment(
                str(n),
                target,
                source,
                *self.langs,
                state=self.state,
                max_length=max_length,
                length_unit=unit,
                timing=timing,
            )
            for n, ((source, target), timing) in enumerate(zip_longest(pairs, self.timing), 1)
        ]


def bad(
    *texts: Texts,
    marks: str | Sequence[str] = (),
    suggestion: str | None = None,
    langs: tuple[str, str] = ("und", "en"),
    options: Mapping[str, Any] | None = None,
    state: str | None = None,
    limit: Limit | None = None,
    timing: Sequence[tuple[int, int]] = (),
) -> Example:
    """An example the rule must find: each text a target alone or a (source, target).

    `marks` are the texts that must stand under primary spans; `suggestion` one of the suggestions made; `state` is that
    of the segments, `limit` their greatest length with its unit, `timing` when each is shown (milliseconds).
    """
    marked = (marks,) if isinstance(marks, str) else tuple(marks)
    return Example(texts, True, langs, marked, suggestion, options or {}, state, limit, tuple(timing))


def good(
    *texts: Texts,
    langs: tuple[str, str] = ("und", "en"),
    options: Mapping[str, Any] | None = None,
    state: str | None = None,
    limit: Limit | None = None,
    timing: Sequence[tuple[int, int]] = (),
) -> Example:
    """An example in which the rule must find nothing."""
    return Example(texts, False, langs, options=options or {}, state=state, limit=limit, timing=tuple(timing))


@dataclass(frozen=True, slots=True)
class Option:
    """A rule's option, read off the signature of its check."""

    name: str
    type: Any
    default: Any


@dataclass(frozen=True, slots=True)
class Rule:
    """A declared check. `group` is the folder it stands in; `languages` the target languages it is for, None: any."""

    id: str
    group: str
    category: str
    severity: Severity
    summary: str
    documentation: str
    check: Check
    gather: Gather | None
    options: Mapping[str, Option]
    examples: tuple[Example, ...]
    languages: frozenset[str] | None
    preview: bool
    bilingual: bool
    when: int
    when_source: int
    when_target: int
    yields_to: frozenset[str]
    needs: str


def rule(
    category: str,
    severity: str,
    *,
    examples: Sequence[Example],
    gather: Gather | None = None,
    languages: Iterable[str] | None = None,
    preview: bool = False,
    bilingual: bool = False,
    when: Trait | None = None,
    when_source: Trait | None = None,
    when_target: Trait | None = None,
    yields_to: Iterable[str] = (),
    needs: str = "",
) -> Callable[[Check], Rule]:
    """Declare the decorated function as the rule of its module.

    category: an MQM error type of `tqa.mqm.CATEGORIES`. severity: the default one. examples: `bad()` and `good()`, at
    least one each; they are also the rule's tests. gather: for a rule over several segments: called with a `Pair` and
    the rule's options, yields (key, value); `check` then gets a list of `Member` with the same key instead of a `Pair`.
    languages: base codes of the target languages the rule is for. preview: off unless asked for. bilingual: only for
    segments whose source is known. when, when_source, when_target: traits of which either side, the source or
    the target must hold at least one for the rule to be called at all. yields_to: ids of rules that say more about the
    same place: where one of them has an issue whose primary span overlaps, this rule's is dropped. needs: the
    option without which the rule has nothing to go by: where that is empty, the rule isn't called at all.

    Raises `PluginError` for a declaration that isn't complete.
    """

    def declare(check: Check) -> Rule:
        module = inspect.getmodule(check)
        name = module.__name__ if module else "?"
        parts = name.split(".")
        documentation = inspect.cleandoc((module and module.__doc__) or "")
        missing = [heading for heading in _HEADINGS if heading not in documentation]
        if missing:
            raise PluginError(f"{name}: the module's docstring lacks the part '{missing[0]}'")
        if category not in CATEGORIES:
            raise PluginError(f"{name}: '{category}' is not an MQM error type of tqa.mqm.CATEGORIES")
        if not {True, False} <= {example.is_bad for example in examples}:
            raise PluginError(f"{name}: a rule needs a bad() and a good() example at least")
        options = _options(check, gather)
        if needs and needs not in options:
            raise PluginError(f"{name}: needs the option '{needs}', which it doesn't have")
        return Rule(
            id=parts[-1].replace("_", "-"),
            group=parts[-2] if len(parts) > 1 else "",
            category=category,
            severity=Severity(severity),
            summary=documentation.split("\n\n", 1)[0].replace("\n", " "),
            documentation=documentation,
            check=check,
            gather=gather,
            options=options,
            examples=tuple(examples),
            languages=None if languages is None else frozenset(languages),
            preview=preview,
            bilingual=bilingual,
            when=int(when or 0),
            when_source=int(when_source or 0),
            when_target=int(when_target or 0),
            yields_to=frozenset(yields_to),
            needs=needs,
        )

    return declare


def _options(*functions: Callable[..., Any] | None) -> dict[str, Option]:
    """The keyword-only parameters of a rule's functions."""
    options: dict[str, Option] = {}
    for function in filter(None, functions):
        for parameter in inspect.signature(function, eval_str=True).parameters.values():
            if parameter.kind is parameter.KEYWORD_ONLY:
                options[parameter.name] = Option(parameter.name, parameter.annotation, parameter.default)
    return options


def accepts(function: Callable[..., Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """The part of `options` that `function` takes."""
    known = _options(function)
    return {name: value for name, value in options.items() if name in known}


__all__ = ["Example", "Found", "Member", "Option", "Pair", "Path", "Rule", "Trait", "accepts", "bad", "good", "rule"]
