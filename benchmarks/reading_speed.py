"""Reads the same PO, XLIFF and TMX with tqa and with translate-toolkit, and prints segments a second of CPU time.

    python benchmarks/reading_speed.py [--segments 50000] [--memory MB]

Both give the same of each segment: source, target, id, notes, context and state. `--memory` writes a TMX of so many
megabytes besides, reads it with tqa, and prints the peak of the process. Needs translate-toolkit.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tqa.readers.reader import Settings, choose_reader
from tqa.readers.source import Input

_WORDS = "the harbour opens again after long repairs and boats return with fresh fish from northern waters".split()


def _sentence() -> str:
    return " ".join(random.choices(_WORDS, k=random.randint(5, 18)))


def _po(count: int) -> Iterator[str]:
    yield 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: vi\\n"\n\n'
    for n in range(count):
        yield f"#. note {n}\n#: a.py:{n}\n#, python-format\n"
        yield f'msgid "{_sentence()} %s {n}"\nmsgstr ""\n"{_sentence()} "\n"đã %s {n}\\n"\n\n'


def _xliff(count: int) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    yield '<file original="a" source-language="en" target-language="vi" datatype="plaintext"><body>\n'
    for n in range(count):
        yield f'  <trans-unit id="{n}">\n    <source>{_sentence()} <g id="1">x</g></source>\n'
        yield f'    <target state="translated">{_sentence()} đã <g id="1">x</g></target>\n    <note>n</note>\n'
        yield "  </trans-unit>\n"
    yield "</body></file></xliff>\n"


def _tmx(count: int) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header srclang="en"/>\n<body>\n'
    for n in range(count):
        code = '<bpt i="1">&lt;b&gt;</bpt>x<ept i="1">&lt;/b&gt;</ept>'
        yield f'  <tu tuid="{n}">\n    <tuv xml:lang="en">\n      <seg>{_sentence()} {code}</seg>\n    </tuv>\n'
        yield f'    <tuv xml:lang="vi">\n      <seg>{_sentence()} đã {code}</seg>\n    </tuv>\n  </tu>\n'
    yield "</body>\n</tmx>\n"


def _with_tqa(path: Path) -> int:
    reader, entry = choose_reader(Input.of(str(path)), Settings())
    return sum(1 for _ in reader.read(entry, Settings()))


def _with_toolkit(path: Path) -> int:
    from translate.storage import factory

    count = 0
    for unit in factory.getobject(str(path)).units:
        if not unit.isheader():
            _ = unit.source, unit.target, unit.getid(), unit.getnotes(), unit.getcontext(), unit.isfuzzy()
            count += 1
    return count


def _rate(read: Callable[[Path], int], path: Path) -> float:
    start = time.process_time()
    return read(path) / (time.process_time() - start)


def main() -> None:
    """Print a row for each format, and the memory if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--segments", type=int, default=50_000)
    parser.add_argument("--memory", type=int, default=0, metavar="MB")
    options = parser.parse_args()
    random.seed(1)
    with tempfile.TemporaryDirectory() as folder:
        if options.memory:
            path = Path(folder, "large.tmx")
            with path.open("w", encoding="utf-8") as file:
                file.writelines(_tmx(options.memory * 2500))
            rate = _rate(_with_tqa, path)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"tmx of {path.stat().st_size / 2**20:,.0f} MB: {rate:,.0f} segments/s, peak {peak:,.0f} MB")
        for name, make in (("po", _po), ("xlf", _xliff), ("tmx", _tmx)):
            path = Path(folder, f"a.{name}")
            path.write_text("".join(make(options.segments)), encoding="utf-8")
            ours, theirs = max(_rate(_with_tqa, path) for _ in range(3)), _rate(_with_toolkit, path)
            times = f"{ours / theirs:.1f} times as fast"
            print(f"{name}: tqa {ours:,.0f}, translate-toolkit {theirs:,.0f} segments/s, {times}")


if __name__ == "__main__":
    main()
