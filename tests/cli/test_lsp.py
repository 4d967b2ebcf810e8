"""The language server, talked to by a client as an editor does."""

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tqa.cli._editor import Languages, findings

types = pytest.importorskip("lsprotocol.types", reason="needs the extra 'lsp'")
client_module = pytest.importorskip("pygls.lsp.client", reason="needs the extra 'lsp'")

PO = """msgid ""
msgstr ""
"Language: vi\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#: shop.py:3
msgid "Hello 😀 \\"friend\\", {name}!"
msgstr "Xin chào 😀 \\"bạn\\", {ten}!"
"""
PAGE = "The goverment signed it.\n"
XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2"><file original="a" source-language="vi" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>Đã ký – “xong”.</source><target>“Done” – the goverment signed.</target></trans-unit>
</body></file></xliff>
"""
JSON = '{\n  "a": "\\u201cThe\\u201d goverment"\n}\n'
MARKDOWN = "# News\n\nThe *goverment* signed it.\n"


@pytest.mark.parametrize(
    ("name", "text", "marked"),
    [
        ("shop.po", PO, "{ten}"),
        ("page.txt", PAGE, "goverment"),
        ("a.xlf", XLIFF, "goverment"),
        ("en.json", JSON, "goverment"),
        ("page.md", MARKDOWN, "goverment"),
    ],
)
def test_the_place_in_the_document_is_that_of_the_span(tmp_path, name, text, marked):
    found = [one for one in findings(tmp_path / name, text, Languages(None, "en")) if one.issue.severity.rank]
    assert marked in [text[slice(*one.place)] for one in found]


def test_a_fix_mends_the_document(tmp_path):
    (found,) = findings(tmp_path / "a.xlf", XLIFF, Languages())
    ((place, text),) = found.fix.edits
    assert XLIFF[: place[0]] + text + XLIFF[place[1] :] == XLIFF.replace("goverment", "government")


def test_what_is_wrong_with_the_document_or_the_settings_stands_in_it(tmp_path):
    (found,) = findings(tmp_path / "a.json", '{\n"a": nothing\n}', Languages())
    assert found.issue is None
    assert found.place[0] == 2
    (tmp_path / "tqa.toml").write_text("selct = []\n", encoding="utf-8")
    (found,) = findings(tmp_path / "page.txt", PAGE, Languages())
    assert "selct" in found.message


def test_the_file_on_the_disk_is_not_what_is_checked(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert findings(tmp_path / "page.txt", "The government signed it.\n", Languages(None, "en")) == []


async def talk(path, text):
    """Open a document, change it, ask for fixes and documentation; returns what the server said of each."""
    client = client_module.LanguageClient("test", "1")
    published = asyncio.Queue()
    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda event: published.put_nowait(event))
    await client.start_io(sys.executable, "-m", "tqa", "lsp", "--target-lang", "en")
    try:
        await client.initialize_async(
            types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=path.parent.as_uri())
        )
        client.initialized(types.InitializedParams())
        uri = path.as_uri()
        document = types.TextDocumentItem(uri=uri, language_id="text", version=1, text=text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        first = await asyncio.wait_for(published.get(), 30)
        spot = first.diagnostics[0].range
        identifier = types.TextDocumentIdentifier(uri)
        actions = await client.text_document_code_action_async(
            types.CodeActionParams(identifier, spot, types.CodeActionContext(diagnostics=[]))
        )
        hover = await client.text_document_hover_async(types.HoverParams(identifier, spot.start))
        change = types.TextDocumentContentChangeWholeDocument(text.replace("goverment", "government"))
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(2, uri), [change])
        )
        second = await asyncio.wait_for(published.get(), 30)
        await client.shutdown_async(None)
        client.exit(None)
    finally:
        await client.stop()
    return first, actions, hover, second


def in_a_loop(work):
    """The result of a coroutine, in a thread: the browser tests leave a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def test_an_editor_gets_diagnostics_fixes_and_documentation(tmp_path):
    text = "All is well 😀 in the goverment today.\n"
    first, actions, hover, second = in_a_loop(talk(tmp_path / "page.txt", text))
    (diagnostic,) = first.diagnostics
    assert (diagnostic.code, diagnostic.source) == ("spelling", "tqa")
    # In UTF-16 units, of which the emoji takes two.
    assert (diagnostic.range.start.character, diagnostic.range.end.character) == (22, 31)
    (edit,) = next(iter(actions[0].edit.changes.values()))
    assert "government" in edit.new_text
    assert "How to fix" in hover.contents.value
    assert not second.diagnostics


def test_an_ill_formed_language_is_said(tqa):
    done = tqa("lsp", "--target-lang", "e!")
    assert done.status == 2
    assert "'e!'" in done.err
