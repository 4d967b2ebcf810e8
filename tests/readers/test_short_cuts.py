"""The short cut of the PO reader reads what its way line by line reads."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.errors import TqaError
from tqa.model import Segment
from tqa.readers import po
from tqa.readers.reader import Settings
from tqa.readers.source import Input

HEADER = 'msgid ""\nmsgstr ""\n"Language: cs\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
MESSAGES = [
    '#. For the %s\n#: src/a.py:3\n#, python-format, fuzzy\nmsgid "One %s"\nmsgstr "Jeden %s"\n\n',
    'msgid "a \\"b\\" \\\\n"\nmsgstr "á\\t\\"b\\" \\\\\\n"\n\n\n',
    'msgctxt "menu"\nmsgid ""\n"long "\n"text\\n"\nmsgstr ""\n"dlouhý "\n"text\\n"\n\n',
    '# tqa: ignore spelling -- a name\n#\n#, max-length:12\nmsgid "x"\nmsgstr ""\n\n',
    '#| msgid "old"\nmsgid "new"\nmsgstr "nové"\n\n',
    '#~ msgid "gone"\n#~ msgstr "pryč"\n\n',
    'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d soubor"\nmsgstr[1] "%d soubory"\n\n',
    'msgid "tight"\nmsgstr "těsné"\nmsgid "next"\nmsgstr "další"\n\n',
    'msgid "\\x41\\101"\nmsgstr "\\u"\n \n',
]
DAMAGE = ["", "\n", "\r\n", '"', "\\", "#", "#,", 'msgid "', "msgstr", " "]


def read(content: bytes) -> list[tuple[object, ...] | str]:
    found: list[tuple[object, ...] | str] = []
    try:
        for item in po.read(Input.of_bytes("a.po", content), Settings()):
            found.append(tuple(item) if isinstance(item, Segment) else str(item))  # noqa: PERF401  up to an error
    except TqaError as error:
        found.append(str(error))
    return found


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(MESSAGES), max_size=6), st.data(), st.booleans())
def test_the_short_cut_reads_what_the_lines_say(messages, data, has_crlf):
    text = HEADER + "".join(messages)
    at = data.draw(st.integers(0, len(text)))
    text = text[:at] + data.draw(st.sampled_from(DAMAGE)) + text[at:]
    content = (text.replace("\n", "\r\n") if has_crlf else text).encode()
    usual, never = po._MESSAGE, re.compile("(?!)")
    try:
        po._MESSAGE = never
        line_by_line = read(content)
    finally:
        po._MESSAGE = usual
    assert read(content) == line_by_line
