#!/usr/bin/env python3
"""How well terms are found, and what that costs.

    python benchmarks/terms.py [findings] [drift] [speed]

`findings`: 400 segments of 8 languages with the term findings that they must give (`term_segments.toml`), beside what
whole-word exact matching finds in them. `drift`: 20 renderings planted in 1,055 pairs of the project's own, and
10 in 151 written for it (`drift_de_en.tsv`). `speed`:
microseconds a segment that 100, 5,000 and 50,000 terms cost, with words, languages and traits of the texts known.
"""

import re
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from per_segment import floor

from tqa import Segment, check
from tqa.alignment.drift.find import Drifts
from tqa.checks.terminology._terms import terms_of
from tqa.config.schema import Config
from tqa.facts import Pair
from tqa.language.english import english_root
from tqa.language.lexicon import lexicon

HERE = Path(__file__).parent
CORPORA = HERE.parent / "corpora" / "vi-en"
RULES = ("term-missing", "term-forbidden", "do-not-translate", "term-case", "term-inconsistent")
Finding = tuple[str, str]


def term_lists(data: dict) -> list[tuple[list[str], list[str], bool]]:
    """The allowed and the forbidden terms of each concept, and whether it is kept."""
    found = []
    for concept in data["terms"].split("; "):
        allowed, *forbidden = concept.split(" !")
        found.append(([allowed.removeprefix("=")], forbidden, concept.startswith("=")))
    return found


def termbase(folder: Path, english: dict, other: dict, language: str) -> Path:
    """Write the termbase of two languages."""
    rows = ["entry,language,term,status"]
    lists = term_lists(english), term_lists(other)
    for n, (allowed, forbidden, keep) in enumerate(lists[0]):
        rows += [f"{n},en,{term},{'do-not-translate' if keep else ''}" for term in allowed]
        rows += [f"{n},en,{term},forbidden" for term in forbidden]
    for n, (allowed, forbidden, _) in enumerate(lists[1]):
        rows += [f"{n},{language},{term}," for term in allowed]
        rows += [f"{n},{language},{term},forbidden" for term in forbidden]
    path = folder / f"{language}.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def segments(english: dict, other: dict, language: str) -> Iterator[tuple[Segment, Counter]]:
    """The segments of both directions, each with the rules that must fire."""
    for source, target, langs in ((english, other, ("en", language)), (other, english, (language, "en"))):
        wrong = target["wrong"]
        for n, sound in enumerate(target["sentences"], 1):
            rule, text = wrong.get(str(n), ("", sound))
            segment = Segment(f"{langs[0]}{n}", text, source["sentences"][n - 1], langs[0], langs[1])
            yield segment, Counter([rule] if rule else [])


def exact(segment: Segment, english: dict, other: dict) -> Counter:
    """What whole-word exact matching finds, as most checkers do it."""

    def has(term: str, text: str) -> bool:
        return re.search(rf"\b{re.escape(term)}\b", text, re.IGNORECASE) is not None

    source, target = (english, other) if segment.source_lang == "en" else (other, english)
    found: Counter = Counter()
    for n, (allowed, _, _) in enumerate(term_lists(source)):
        if not any(has(term, segment.source or "") for term in allowed):
            continue
        lists = term_lists(target)
        if n >= len(lists) or term_lists(source)[n][2]:
            found["do-not-translate"] += not has(allowed[0], segment.target)
        elif any(has(term, segment.target) for term in lists[n][1]):
            found["term-forbidden"] += 1
        else:
            found["term-missing"] += not any(has(term, segment.target) for term in lists[n][0])
    return +found


def findings() -> None:
    """Print precision and recall by language."""
    data = tomllib.loads((HERE / "term_segments.toml").read_text(encoding="utf-8"))
    print(f"{'':4}{'segments':>9}{'gold':>6}   {'tqa':>19}   {'whole-word exact':>19}")
    totals: list[Counter] = [Counter(), Counter()]
    with tempfile.TemporaryDirectory() as folder:
        for language in data:
            if language == "en":
                continue
            path = termbase(Path(folder), data["en"], data[language], language)
            pairs = list(segments(data["en"], data[language], language))
            config = Config(rules={rule: {"termbases": (path,)} for rule in RULES})
            ours: dict[tuple[str, str], Counter] = {}
            for issue in check([segment for segment, _ in pairs], select=RULES, config=config).issues:
                ours.setdefault((issue.source_lang, issue.segment), Counter())[issue.rule] += 1
            counts = [Counter(), Counter()]
            for segment, gold in pairs:
                mine = ours.get((segment.source_lang, segment.id), Counter())
                if mine != gold and "-v" in sys.argv:
                    print("   ", segment.source, "|", segment.target, "| wanted", dict(gold), "found", dict(mine))
                for count, found in zip(counts, (mine, exact(segment, data["en"], data[language])), strict=True):
                    right = (found & gold).total()
                    count.update(right=right, found=found.total(), gold=gold.total())
            print(f"{language:4}{len(pairs):9}{counts[0]['gold']:6}   {'   '.join(map(shares, counts))}")
            for total, count in zip(totals, counts, strict=True):
                total.update(count)
    print(f"{'all':4}{'':9}{totals[0]['gold']:6}   {'   '.join(map(shares, totals))}")


def shares(count: Counter) -> str:
    """Precision and recall for the table."""
    precision = count["right"] / count["found"] if count["found"] else 1.0
    return f"P {precision:6.1%}  R {count['right'] / count['gold']:6.1%}"


# Source term, its main rendering as a pattern, and what takes its place in one segment.
PLANTED = """
bác sĩ|doctors?|physician
bệnh viện|hospitals?|infirmary
hợp đồng|contracts?|agreement
công nhân|workers?|labourers
thẩm phán|judges?|magistrate
bồi thường|compensation|indemnity
tranh chấp|disputes?|conflict
quyết định|decisions?|ruling
bảo hiểm|insurance|assurance
nông dân|farmers?|peasants
tín dụng|credit|loan
hợp tác xã|cooperatives?|collective
khách sạn|hotels?|inn
giấy phép|licences?|permit
điều tra|investigators?|detectives
xét nghiệm|tests?|examination
siêu thị|supermarkets?|superstore
gia đình|family|household
điện thoại|phones?|telephone
kỹ sư|engineers?|technician
"""
# Renderings that differ in the corpus as it is, read one by one: what a reviser would ask about.
NATURAL = """
phát hiện/detected ung thư/tumour
gấp đôi/twice vợ chồng/wife cán bộ/staff tối thiểu/least đi bộ/trek xếp hàng/line giám đốc/head công ty/firm
giấy phép/permits công ty/corporation hồ sơ/record hợp đồng/charter giám đốc/chief bắt buộc/mandatory bắt đầu/starts
bắt đầu/starting bản án/verdict ma túy/narcotics hồ sơ/documents dữ liệu/records lao động/work bị cáo/accused
con gái/girls cà phê/café xử lý/processing khởi tố/charged con số/digit thành viên/shareholders tư pháp/legal
"""


def drift() -> None:
    """Print how many of the planted drifts are found, and what else is."""
    rows = [
        line.split("\t")
        for domain in ("health", "trade", "law")
        for line in (CORPORA / f"{domain}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    ]
    pairs = [[row[1], row[2]] for row in rows]
    planted: dict[int, str] = {}
    for line in filter(None, PLANTED.split("\n")):
        term, main, other = line.split("|")
        pattern = re.compile(rf"\b(?:{main})\b", re.IGNORECASE)
        places = [
            n for n, (one, two) in enumerate(pairs) if term in one.lower() and pattern.search(two) and n not in planted
        ]
        n = places[len(places) // 2]
        pairs[n][1] = pattern.sub(
            lambda match, other=other: other.title() if match[0].istitle() else other, pairs[n][1]
        )
        planted[n] = other
    found = Drifts([(one, two) for one, two in pairs], "vi", "en").find()
    hits = {one.segment for one in found if planted.get(one.segment, "\0") in one.other.lower()}
    rest = [one for one in found if one.segment not in hits]
    natural = {entry.replace("_", " ") for entry in re.findall(r"[^\s/][^/]*?/\S+", " ".join(NATURAL.split()))}
    false = [one for one in rest if f"{one.term}/{one.other.lower()}" not in natural]
    print(f"{len(pairs):,} pairs: {len(hits)} of {len(planted)} planted drifts found")
    print(f"  {len(rest) - len(false)} further ones that were there before; {len(false)} false")
    if "-v" in sys.argv:
        print("  missed:", [other for n, other in planted.items() if n not in hits])
        print("  false:", [(one.term, one.main, one.other) for one in false])
    rows = [line.split("\t") for line in (HERE / "drift_de_en.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    written = {n: row[2] for n, row in enumerate(rows) if len(row) > 2}
    found = Drifts([(row[0], row[1]) for row in rows], "de", "en").find()
    hits = {one.segment for one in found if written.get(one.segment) == one.other}
    print(f"{len(rows):,} pairs, German: {len(hits)} of {len(written)} drifts found; {len(found) - len(hits)} false")


def speed() -> None:
    """Print what terms cost a segment, by the size of the termbase."""
    import gc
    import random

    gc.set_threshold(50_000, 20, 100)  # as the command does
    rows = [
        line.split("\t")
        for path in sorted(CORPORA.glob("*.tsv"))
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
    ]
    pairs = [Pair(Segment(row[0], row[1], row[2], "en", "vi")) for row in rows]
    for pair in pairs:
        for text in (pair.source, pair.target):
            _ = text.forms, text.lower_words, text.traits, text.base
    known = lexicon("en")
    assert known is not None
    rng = random.Random(1)
    # As in a termbase: rare words, and phrases of words of middling frequency, two in three of them.
    # No forms of everyday words, such as "thes" would be of "the".
    everyday = {english_root(word) for word, share in known.words.items() if share >= 1e-4}
    listed = [
        (word, share)
        for word, share in known.words.items()
        if word.isalpha() and len(word) > 3 and english_root(word) not in everyday
    ]
    rare = [word for word, share in listed if share < 2e-6]
    usual = [word for word, share in listed if share >= 2e-6]
    start = time.process_time()
    floor([pair.segment for pair in pairs])
    base = time.process_time() - start
    print(f"floor of benchmarks/per_segment.py: {base / len(pairs) * 1e6:.1f} µs/segment")
    print(f"{'terms':>7}{'µs/segment':>12}{'x floor':>9}{'terms found':>13}{'seconds to load':>17}")
    with tempfile.TemporaryDirectory() as folder:
        for size in (100, 5_000, 50_000):
            path = Path(folder) / f"{size}.csv"
            lines = ["en,vi"]
            for n in range(size):
                words = [rng.choice(rare)] if n % 3 == 0 else rng.sample(usual, 2 + n % 2)
                lines.append(f"{' '.join(words)},từ {n}")
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
            start = time.process_time()
            found = sum(len(terms_of(pair, (path,)).source) for pair in pairs)
            first = time.process_time() - start
            best = min(timed(pairs, path) for _ in range(5))
            print(f"{size:7,}{best / len(pairs) * 1e6:12.2f}{best / base:9.1f}{found:13,}{first - best:17.2f}")


def timed(pairs: list[Pair], path: Path) -> float:
    """Seconds of processor time to look for terms in all sources."""
    termbases = (path,)
    start = time.process_time()
    for pair in pairs:
        _ = terms_of(pair, termbases).source
    return time.process_time() - start


if __name__ == "__main__":
    for name in [word for word in sys.argv[1:] if word != "-v"] or ["findings", "drift", "speed"]:
        {"findings": findings, "drift": drift, "speed": speed}[name]()
