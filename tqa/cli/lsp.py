"""`tqa lsp`: issues as one writes, for any editor that speaks the Language Server Protocol (3.17)."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tqa import __version__
from tqa.errors import ConfigError
from tqa.model import Severity

if TYPE_CHECKING:
    from lsprotocol import types
    from pygls.lsp.server import LanguageServer

    from tqa.cli._editor import Finding

_SOURCE = "tqa"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--source-lang", metavar="TAG", help="language of the source, where no configuration says it")
    parser.add_argument("--target-lang", metavar="TAG", help="language of the translation, such as en-GB")


def run(options: argparse.Namespace) -> int:
    """Serve on standard input and output until the editor leaves.

    Raises `ConfigError` for an ill-formed language or where the package pygls isn't installed.
    """
    from tqa.language.tags import parse_tag

    for tag in filter(None, (options.source_lang, options.target_lang)):
        parse_tag(tag)
    server(options.source_lang, options.target_lang).start_io()
    return 0


def server(source_lang: str | None = None, target_lang: str | None = None) -> "LanguageServer":
    """The server, not yet started. Raises `ConfigError` where the package pygls isn't installed."""
    try:
        from lsprotocol import types
        from pygls.lsp.server import LanguageServer
    except ImportError:
        raise ConfigError("the language server needs the package pygls: pip install 'tqa[lsp]'") from None
    from tqa.cli._editor import Languages

    made = LanguageServer("tqa", __version__)
    desk = _Desk(made, Languages(source_lang, target_lang))
    quick_fixes = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    # pygls marks the functions that it is given, which methods don't let it do: hence the lambdas.
    for kind in (types.TEXT_DOCUMENT_DID_OPEN, types.TEXT_DOCUMENT_DID_CHANGE, types.TEXT_DOCUMENT_DID_SAVE):
        made.feature(kind)(lambda event: desk.check(event))
    made.feature(types.TEXT_DOCUMENT_DID_CLOSE)(lambda event: desk.close(event))
    made.feature(types.TEXT_DOCUMENT_CODE_ACTION, quick_fixes)(lambda asked: desk.actions(asked))
    made.feature(types.TEXT_DOCUMENT_HOVER)(lambda asked: desk.hover(asked))
    return made


class _Desk:
    """The open documents and what was found in each."""

    def __init__(self, server: "LanguageServer", languages: Any) -> None:
        self._server = server
        self._languages = languages
        self._found: dict[str, list[tuple[types.Range, Finding]]] = {}

    def check(self, event: Any) -> None:
        """Check a document that was opened, changed or saved."""
        from lsprotocol import types
        from pygls.uris import to_fs_path

        from tqa.cli._editor import findings

        uri = event.text_document.uri
        document = self._server.workspace.get_text_document(uri)
        name = to_fs_path(uri)
        if name is None:
            return
        found = [
            (self._range(uri, finding.place), finding)
            for finding in findings(Path(name), document.source, self._languages)
        ]
        self._found[uri] = found
        diagnostics = [_diagnostic(place, finding) for place, finding in found]
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, diagnostics, version=document.version)
        )

    def close(self, event: Any) -> None:
        """Forget a document."""
        from lsprotocol import types

        uri = event.text_document.uri
        self._found.pop(uri, None)
        self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def actions(self, asked: Any) -> "list[types.CodeAction]":
        """The fixes of the issues at a place."""
        from lsprotocol import types

        uri = asked.text_document.uri
        out = []
        for place, finding in self._found.get(uri, []):
            fix = finding.fix
            if fix is None or finding.issue is None or not _touch(place, asked.range):
                continue
            edits = [types.TextEdit(self._range(uri, where), text) for where, text in fix.edits]
            action = types.CodeAction(
                f"{finding.issue.rule}: {_title(finding)}",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[_diagnostic(place, finding)],
                is_preferred=fix.is_safe,
                edit=types.WorkspaceEdit(changes={uri: edits}),
            )
            out.append(action)
        return out

    def hover(self, asked: Any) -> "types.Hover | None":
        """The documentation of the rules that found something at a place."""
        from lsprotocol import types

        from tqa.registry import rules
        from tqa.reporters.help import rule_help

        here = types.Range(asked.position, asked.position)
        ids = {
            finding.issue.rule: place
            for place, finding in self._found.get(asked.text_document.uri, [])
            if finding.issue is not None and _touch(place, here)
        }
        if not ids:
            return None
        text = "\n\n---\n\n".join(f"### {rule}\n\n{rule_help(rules()[rule])}" for rule in ids)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), next(iter(ids.values())))

    def _range(self, uri: str, place: tuple[int, int]) -> "types.Range":
        from lsprotocol import types

        document = self._server.workspace.get_text_document(uri)
        return types.Range(*map(document.client_position_at_offset, place))


def _diagnostic(place: "types.Range", finding: "Finding") -> "types.Diagnostic":
    from lsprotocol import types

    levels = {
        Severity.CRITICAL: types.DiagnosticSeverity.Error,
        Severity.MAJOR: types.DiagnosticSeverity.Error,
        Severity.MINOR: types.DiagnosticSeverity.Warning,
        Severity.NEUTRAL: types.DiagnosticSeverity.Hint,
    }
    issue = finding.issue
    return types.Diagnostic(
        place,
        finding.message,
        severity=types.DiagnosticSeverity.Error if issue is None else levels[issue.severity],
        code=None if issue is None else issue.rule,
        source=_SOURCE,
    )


def _title(finding: "Finding") -> str:
    issue = finding.issue
    if issue is None or issue.suggestion is None:
        return "put in what was lost"
    return f"change to “{issue.suggestion}”" if issue.suggestion else "take it out"


def _touch(one: "types.Range", other: "types.Range") -> bool:
    return bool(one.start <= other.end and other.start <= one.end)
