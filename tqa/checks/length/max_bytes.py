"""The translation takes more bytes than the file allows.

Why it matters: a fixed field of a database, a firmware or a text message counts bytes; what is over is cut off, maybe
in the middle of a letter, and a letter outside of ASCII takes two to four.

How to fix: shorten the text. The limit is that of the format (`maxwidth` with `size-unit="byte"` in XLIFF); the option
`limit` sets one for segments without, and `encoding` names another encoding than UTF-8.
"""

from collections.abc import Iterator

from tqa.errors import ConfigError
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "design/length",
    "major",
    examples=[
        bad(("Save", "Lưu lại"), limit=(8, "byte"), marks="ại", langs=("en", "vi")),
        bad(("Save", "保存更改"), options={"limit": 10}, marks="改", langs=("en", "zh")),
        good(("Save", "保存更改"), options={"limit": 10, "encoding": "gb18030"}, langs=("en", "zh")),
        good(("Save", "Lưu lại"), limit=(12, "byte"), langs=("en", "vi")),
        good(("Save", "Lưu lại"), limit=(5, "char"), langs=("en", "vi")),
        good(("Save", "Lưu lại"), langs=("en", "vi")),
    ],
)
def check(pair: Pair, *, limit: int = 0, encoding: str = "utf-8") -> Iterator[Found]:
    """Report targets over the limit. limit: bytes, for segments whose file names none. encoding: what is counted in."""
    segment = pair.segment
    if segment.max_length is not None and segment.length_unit == "byte":
        limit = segment.max_length
    if not limit or 4 * len(segment.target) <= limit:
        return
    try:
        data = segment.target.encode(encoding, "replace")
    except LookupError:
        message = f"rule max-bytes: there is no encoding '{encoding}'; utf-8, utf-16-le and cp1252 are such names"
        raise ConfigError(message) from None
    if len(data) > limit:
        kept = len(data[:limit].decode(encoding, "ignore"))
        yield Found(f"{len(data)} bytes, where {limit} are allowed", [pair.target.span(kept, len(segment.target))])
