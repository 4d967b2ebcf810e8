"""Makes characters visible that would be unseen, or that would act on the terminal or the page instead of showing."""

import re

# Controls, bidirectional controls, zero-width and line-breaking characters, tags, lone surrogates. Not the zero-width
# joiner and non-joiner: Persian, Indic scripts and emoji need them, and they do no harm.
_UNSAFE_CLASS = (
    "\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
UNSAFE = re.compile(f"[{_UNSAFE_CLASS}]")
# What is worth showing where an issue is about it.
UNSEEN = re.compile(f"[{_UNSAFE_CLASS}\xa0\u2000-\u200d\u202f\u205f\u3000]")

_CONTROLS = (
    "NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI "
    "DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US"
).split()
NAMES = dict(enumerate(_CONTROLS)) | {
    0x7F: "DEL",
    0x85: "NEL",
    0xA0: "NBSP",
    0xAD: "SHY",
    0x061C: "ALM",
    0x200B: "ZWSP",
    0x200C: "ZWNJ",
    0x200D: "ZWJ",
    0x200E: "LRM",
    0x200F: "RLM",
    0x2028: "LS",
    0x2029: "PS",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x202F: "NNBSP",
    0x2060: "WJ",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0x3000: "IDSP",
    0xFEFF: "BOM",
}


def visible(character: str) -> str:
    """A printable stand-in for an unseen character: `␉` for a tab, `⟨RLO⟩`, `⟨U+E0067⟩`."""
    code = ord(character)
    if code < 0x20 and code != 0x1B:
        return chr(0x2400 + code)
    return f"⟨{NAMES.get(code) or f'U+{code:04X}'}⟩"


def safe(text: str) -> str:
    """`text` with everything that is unsafe to print made visible."""
    if text.isascii() and text.isprintable():
        return text
    return UNSAFE.sub(lambda match: visible(match[0]), text)
