"""Addresses of the web and of mail, paths and options of commands in a text, each with its offsets."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from tqa.language.lazy import lazily

Place = tuple[int, int]

_URL_CHAR = r"[^\s<>\"|\\^`\u200b-\u200f\u3000-\u303f\uff00-\uffef\u2018-\u201f«»]"
_URL = lazily(re.compile, rf"(?:https?|ftp|sftp|wss?)://{_URL_CHAR}+|\bwww\.[\w-]+\.{_URL_CHAR}+", re.IGNORECASE)
_EMAIL = lazily(re.compile, r"(?<![\w.+%-])[A-Za-z0-9][\w.+%-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![\w@])", re.ASCII)
_TRAILING = ".,;:!?'’*_~…。"
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_](?:[a-z]{2}|[a-z]{4}|\d{3}))?\Z", re.IGNORECASE)
# A letter or digit but of the scripts that have no blanks, where a word may stand right beside an address.
_W = r"[^\W\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_POSIX = r"(?:~|\.{1,2}|\$\{?[A-Z_]+\}?)?(?:/[\w.+@%*${}-]+)+/?"
_WINDOWS = r"(?:[A-Za-z]:|%\w+%|\\)\\(?:[^\s\\/:*?\"<>|,;()]+\\)*[^\s\\/:*?\"<>|,;()]*"
_PATH = lazily(re.compile, rf"(?<!{_W})(?<![/.:\\<~$%-])(?:{_WINDOWS}|{_POSIX})(?!{_W}|/)")
_FILE = lazily(
    re.compile,
    rf"(?<!{_W})(?<![/\\.@-])(?:[\w*][\w+-]*)?(?:\.[\w+-]+)*\.(?:bat|bmp|bz2|cfg|class|conf|config|cpp|css|csv|dll|docx?|exe|gif|gz"
    rf"|html?|ini|iso|jar|java|jpe?g|js|json|log|md|mp[34]|otf|pdf|php|png|pptx?|properties|py|rb|rst|sh|sql|svg|tar|tiff?"
    rf"|toml|tsv|ttf|txt|wav|webp|xlsx?|xml|ya?ml|zip)(?!{_W}|-|\.\w)",
)
# Hosts kept for documentation (RFC 2606) or used as if they were.
_RESERVED = lazily(
    re.compile,
    r"(?:^|[@/.])(?:(?:my|your)?(?:domain|site|company)|example)\.(?:com|org|net|edu)\b|\.(?:example|test|invalid)\b",
    re.IGNORECASE,
)
_EXAMPLE = lazily(re.compile, r"\b(?:examples?|e\.?\s?g\b|formats?|such as|like)\b", re.IGNORECASE)
_INNER_DOT = re.compile(r"\.[a-z]")
_MAY_BE_OPTION = re.compile(r"(?<![A-Za-z0-9_])-[A-Za-z-]")
_OPTION = lazily(
    re.compile,
    rf"(?<!{_W})(?<!-)--[a-z][A-Za-z0-9_-]*[A-Za-z0-9](?!{_W})"
    rf"|(?<!{_W})(?<![.&#;)\]%°€$£”’»-])(?<!\w[\"'])-[A-Za-z](?!{_W}|-)",
)
_DASHES = re.compile(r"[–—―]|(?<=\s)--?(?=\s)|(?<=\w)--")


def urls(text: str) -> Iterator[Place]:
    """Yield the (start, end) of the web addresses of `text`, punctuation of the sentence left out."""
    for match in _URL.finditer(text):
        start, end = match.span()
        while end > start and (text[end - 1] in _TRAILING or _is_unopened(text, start, end)):
            end -= 1
        # A host without a dot stands for any host.
        host = text[start:end].rpartition("//")[2].partition("/")[0]
        if "." in host or host.startswith("localhost"):
            yield start, end


def _is_unopened(text: str, start: int, end: int) -> bool:
    pair = {")": "(", "]": "[", "}": "{"}.get(text[end - 1])
    return pair is not None and text.count(pair, start, end) < text.count(text[end - 1], start, end)


def emails(text: str) -> Iterator[Place]:
    """Yield the (start, end) of the mail addresses of `text`."""
    return (match.span() for match in _EMAIL.finditer(text))


def paths(text: str) -> Iterator[Place]:
    """Yield the (start, end) of absolute and relative paths and of file names with a usual ending."""
    patterns = []
    if "/" in text or "\\" in text:
        patterns.append(_PATH)
    if _INNER_DOT.search(text):
        patterns.append(_FILE)
    if not patterns:
        return
    taken = list(urls(text)) if "://" in text or "www." in text.lower() else []
    for pattern in patterns:
        for match in pattern.finditer(text):
            start, end = match.span()
            end -= len(match[0]) - len(match[0].rstrip(".,"))
            if _is_path(text[start:end]) and not any(start < e and s < end for s, e in taken):
                taken.append((start, end))
                yield start, end


def _is_path(path: str) -> bool:
    """Whether it is no mere slash between words or numbers."""
    if path[0] != "/":
        return len(path) > 2
    if path.startswith("/path/to"):
        return False
    parts = [part for part in path.split("/") if part]
    return any(any(char.isalpha() for char in part) for part in parts) and (len(parts) > 1 or "." in path[1:-1])


def options(text: str) -> Iterator[Place]:
    """Yield the (start, end) of options such as --force and -v."""
    return (match.span() for match in _OPTION.finditer(text)) if _MAY_BE_OPTION.search(text) else iter(())


def has_dash(text: str) -> bool:
    """Whether there is a dash of prose, which some type as two hyphens."""
    return _DASHES.search(text) is not None


def same_url(one: str, other: str) -> bool:
    """Whether two addresses are the same but for notation: case of the host, encoding, a last slash."""
    return _normal(one) == _normal(other)


def _normal(url: str) -> str:
    head, sep, rest = url.partition("://")
    host, slash, path = (rest or head).partition("/")
    scheme = head.lower() if sep else ""
    return unquote(f"{scheme}{sep}{host.lower()}{slash}{path}").rstrip("/")


def is_example(text: str, address: str) -> bool:
    """Whether `text`, in English, gives `address` (of a page, of mail, or the path of a page) as an example only."""
    if not address.startswith("/") and _RESERVED.search(address) is None:
        return False
    rest = text.replace(address, " ")
    return not rest.strip() or _EXAMPLE.search(rest) is not None


def is_localised(one: str, other: str) -> bool:
    """Whether two addresses may be the same page for readers of two languages, or by http and https.

    True where they differ in labels that are language codes (en.wikipedia.org and vi.wikipedia.org, /en-GB/ and /de/),
    or in the top-level domain alone.
    """
    first, second = _split(one), _split(other)
    if first is None or second is None:
        return False
    (host, path), (other_host, other_path) = first, second
    if host != other_host:
        labels, other_labels = host.split("."), other_host.split(".")
        if _without_codes(labels[:-1]) != _without_codes(other_labels[:-1]):
            return False
        # Another edition of a site names its pages in its own language.
        return labels[0] != other_labels[0] or _same_path(path, other_path)
    return _same_path(path, other_path)


def _same_path(one: str, other: str) -> bool:
    return _without_codes(re.split(r"[/?&=#.]", one)) == _without_codes(re.split(r"[/?&=#.]", other))


def _without_codes(parts: list[str]) -> list[str]:
    return [part for part in parts if part and part != "www" and not _LANGUAGE.match(part)]


def _split(url: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
    except ValueError:
        return None
    rest = f"?{parts.query}" if parts.query else ""
    return parts.netloc.lower(), unquote(parts.path + rest).rstrip("/")
