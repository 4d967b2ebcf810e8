"""Alignments as TMX 1.4 (LISA, 2005) and XLIFF 1.2 (OASIS, 2008). The same input gives the same bytes."""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from tqa.alignment.output import About, Aligned

# What XML 1.0 can't hold, not even escaped.
_IMPOSSIBLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SEGMENT_TYPES = {"line": "block", "sentence": "sentence", "paragraph": "paragraph"}


def tmx(rows: Iterable[Aligned], about: About) -> Iterator[str]:
    """Yield a TMX file: a unit for each link with both sides, its score a property, another one where it isn't sure."""
    source_lang, target_lang = quoteattr(about.source_lang), quoteattr(about.target_lang)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    yield (
        f'  <header creationtool="tqa" creationtoolversion={quoteattr(about.version)}'
        f' segtype="{_SEGMENT_TYPES[about.segment]}" o-tmf="tqa" adminlang="en" srclang={source_lang}'
        ' datatype="plaintext"/>\n  <body>\n'
    )
    for number, row in enumerate((row for row in rows if row.source and row.target), 1):
        yield f'    <tu tuid="{number}">\n      <prop type="x-score">{row.score:.3f}</prop>\n'
        if not row.is_sure:
            yield '      <prop type="x-review">yes</prop>\n'
        yield f"      <tuv xml:lang={source_lang}><seg>{_text(row.source)}</seg></tuv>\n"
        yield f"      <tuv xml:lang={target_lang}><seg>{_text(row.target)}</seg></tuv>\n    </tu>\n"
    yield "  </body>\n</tmx>\n"


def xliff(rows: Iterable[Aligned], about: About) -> Iterator[str]:
    """Yield an XLIFF file: a unit for each link with a source, whose target, if any, is marked where it isn't sure."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    yield (
        f"  <file original={quoteattr(_possible(about.source_name))} source-language={quoteattr(about.source_lang)}"
        f' target-language={quoteattr(about.target_lang)} datatype="plaintext">\n    <body>\n'
    )
    for number, row in enumerate((row for row in rows if row.source), 1):
        yield f'      <trans-unit id="{number}">\n        <source>{_text(row.source)}</source>\n'
        if row.target:
            state = "translated" if row.is_sure else "needs-review-translation"
            yield f'        <target state="{state}">{_text(row.target)}</target>\n'
        yield f'        <note from="tqa">score {row.score:.3f}</note>\n      </trans-unit>\n'
    yield "    </body>\n  </file>\n</xliff>\n"


def _text(text: str) -> str:
    return escape(_possible(text))


def _possible(text: str) -> str:
    return _IMPOSSIBLE.sub("\ufffd", text)
