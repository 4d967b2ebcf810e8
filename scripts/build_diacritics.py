#!/usr/bin/env python3
"""Make tqa/language/data/diacritics/LANG.dia from the texts that diacritics_texts.py gathered, and from wordfreq.

    build_diacritics.py --cache FOLDER [--corpora corpora/vi-en] [--only vi,cs] [--out tqa/language/data/diacritics]

A model holds the words of a language, their shares (wordfreq's, mixed with those of the texts), pairs and, for
Vietnamese, triples of words, discounted and interpolated (absolute discounting; Ney, Essen and Kneser 1994). Counts of
a text that is far from what people translate (interfaces) weigh less: WEIGHTS. WEIGHTS and SETTINGS were chosen by the
accuracy of restoration on news (part of NTREX-128), which isn't trained on. model.py describes the format.
"""

import argparse
import json
import lzma
import math
import re
import struct
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from diacritics_counts import MORE, counted, spell, wordfreq_shares
from diacritics_estimate import WEIGHTS, Estimate
from diacritics_letters import train
from diacritics_sources import LANGUAGES
from diacritics_texts import bitexts
from diacritics_translations import DISCOUNT, DISCOUNT_OTHERS, bilingual, counts, telling

from tqa.language.diacritics.model import FILTERS, MAGIC, SCALE
from tqa.language.diacritics.units import MARKERS, units
from tqa.language.fold import fold, lower

# Words to learn letters from, and in the languages read most.
LETTER_WORDS, MORE_LETTER_WORDS = 60_000, 150_000
STEM_WEIGHT = 1.0
# Languages whose lists of words are too short to learn letters from, so that a spelling dictionary helps.
FEW_WORDS = {"hu", "ro", "tr", "sk", "hr", "lt", "lv", "sl", "et"}
SETTINGS = {
    "discount": 0.75,
    "discount3": 0.9,
    "unseen": 2.0,
    "unseen3": 1.0,
    "list": 0.7,
    "gain": 0.004,
    "stray": 0.0,
    "words": 12_000,
}
# What other languages set differently.
OTHERS = {"gain": 0.03, "stray": 0.002, "discount": 0.6, "words": 45_000}
# Pairs have less to add where endings tell which classes of words stand together.
GAIN_BESIDE_ENDINGS = {"cs": 0.06, "es": 0.06, "pl": 0.06}
# Languages of many forms a word need more words.
WORDS = {"hu": 95_000, "cs": 80_000, "pl": 70_000, "tr": 70_000, "sv": 55_000, "fi": 55_000}
# Languages of which an English translation tells much, and what a message of a program weighs beside the own sentences.
TRANSLATED, MESSAGE_WEIGHT = {"vi", "sv", "da", "nb", "hu"}, 0.25
# Of other languages than Vietnamese only so many messages, evenly spread.
MOST_MESSAGES = 80_000


def step(p: float) -> int:
    return min(255, max(0, round(-SCALE * math.log(max(p, 1e-12)))))


def pull_step(pull: float) -> int:
    """A pull as model.PULLS has it, in steps of three; hardly any is none."""
    return 128 + 3 * min(42, max(-42, int(SCALE * math.log(pull) / 3 + math.copysign(0.35, pull - 1))))


def planes(code: str, numbers: Iterable[int]) -> bytes:
    data, width = array(code, numbers).tobytes(), array(code).itemsize
    return b"".join(data[plane::width] for plane in range(width))


def deltas(numbers: list[int]) -> list[int]:
    return [b - a for a, b in zip([0, *numbers], numbers, strict=False)]


def encode(
    lang: str,
    estimate: Estimate,
    letters: Mapping[str, tuple[str, float]],
    translations: Mapping[str, Sequence[tuple[str, float]]],
) -> bytes:
    """The content of a .dia file."""
    forms = [form for marker in MARKERS for form in estimate.folds[marker]]
    forms += [form for word, found in estimate.folds.items() if word not in MARKERS for form in found]
    number = {word: n for n, word in enumerate([*MARKERS, *(word for word in estimate.folds if word not in MARKERS)])}
    place = {form: (number[word], n) for word, found in estimate.folds.items() for n, form in enumerate(found)}
    sections = {
        "forms": "\n".join(forms[len(MARKERS) :]).encode(),
        "share": bytes(step(estimate.share[form]) for form in forms),
        "left": bytes(step(estimate.left[form]) for form in forms),
        "capital": bytes(min(255, max(0, round(128 + SCALE * math.log(estimate.capital[form])))) for form in forms),
        "letter-keys": "\n".join(sorted(letters)).encode(),
        "letter-marks": "".join(letters[key][0] for key in sorted(letters)).encode(),
        "letter-share": bytes(step(letters[key][1]) for key in sorted(letters)),
    }
    for name, table in (("pair", estimate.pairs), ("triple", estimate.triples)):
        rows: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for words, p in table.items():
            key = which = 0
            for at, word in enumerate(words):
                key = key << 20 | place[word][0]
                which |= place[word][1] << 4 * at
            rows[key].append((which, step(p), step(estimate.left2.get(words, 1.0)) if name == "pair" else 0))
        keys = sorted(rows)
        entries = [entry for key in keys for entry in sorted(rows[key])[:255]]
        sections[f"{name}-keys"] = planes("Q", deltas(keys))
        sections[f"{name}-counts"] = bytes(min(255, len(rows[key])) for key in keys)
        sections[f"{name}-forms"] = (
            planes("H", [e[0] for e in entries]) if name == "triple" else bytes(e[0] for e in entries)
        )
        sections[f"{name}-share"] = bytes(e[1] for e in entries)
        if name == "pair":
            sections["pair-left"] = bytes(e[2] for e in entries)
    if len(estimate.pulls) > 1:
        sections["class"] = bytes(estimate.classes[form] for form in forms)
        sections["pull"] = bytes(pull_step(pull) for row in estimate.pulls for pull in row)
    if translations:
        sections.update(encode_translations(translations, {form: at for at, form in enumerate(forms)}))
    packed = [(name, lzma.compress(data, format=lzma.FORMAT_RAW, filters=FILTERS)) for name, data in sections.items()]
    header = json.dumps({"language": lang, "sections": [(name, len(data)) for name, data in packed]}).encode()
    return b"".join([MAGIC, struct.pack("<I", len(header)), header, *(data for _, data in packed)])


def encode_translations(
    translations: Mapping[str, Sequence[tuple[str, float]]], number: Mapping[str, int]
) -> dict[str, bytes]:
    """The sections of the English roots."""
    rows = {root: sorted((number[form], p) for form, p in translations[root]) for root in sorted(translations)}
    return {
        "root-words": "\n".join(rows).encode(),
        "root-counts": bytes(map(len, rows.values())),
        "root-forms": planes("I", [n for row in rows.values() for n in deltas([form for form, _ in row])]),
        "root-share": bytes(step(p) for row in rows.values() for _, p in row),
    }


def translations_of(cache: Path, corpora: Path, lang: str, estimate: Estimate) -> dict[str, list[tuple[str, float]]]:
    """What English words call for which forms of the folds that have several."""
    if lang not in TRANSLATED:
        return {}
    found = [item for item in bitexts(cache, corpora, lang) if fold(item[1]) != item[1]]
    if lang != "vi":
        found = found[:: len(found) // MOST_MESSAGES + 1]
    texts = [(MESSAGE_WEIGHT if kind == "mo" and lang == "vi" else 1.0, text, english) for kind, text, english in found]
    pairs = bilingual(
        texts,
        lambda text: (spell(unit.text, lang) for unit in units(text) if unit.kind == "word"),
        lambda form: form in estimate.share and len(estimate.folds[estimate.fold_of[form]]) > 1,
    )
    return telling(counts(pairs), estimate.share, DISCOUNT if lang == "vi" else DISCOUNT_OTHERS)


def settings_of(lang: str, settings: dict[str, float]) -> dict[str, float]:
    """The settings for a language."""
    if lang == "vi":
        return settings
    others = {**settings, **OTHERS, "words": WORDS.get(lang, OTHERS["words"])}
    return {**others, "gain": GAIN_BESIDE_ENDINGS.get(lang, others["gain"])}


def build(cache: Path, corpora: Path, lang: str, settings: dict[str, float]) -> bytes:
    listed = wordfreq_shares(lang)
    counts = counted(cache, lang, listed)
    estimate = Estimate(lang, counts, listed, int(settings["words"]), settings)
    estimate.prune(settings["gain"])
    most = MORE_LETTER_WORDS if lang in MORE else LETTER_WORDS
    letters = {} if lang == "vi" else train(letter_words(estimate.everything, stems(cache, lang), most))
    return encode(lang, estimate, letters, translations_of(cache, corpora, lang, estimate))


def letter_words(shares: Mapping[str, float], stems: Iterable[str], most: int) -> dict[str, float]:
    """The words to learn letters from, with their weights: rare words are more like unknown ones than frequent ones.

    `stems`: the words of a spelling dictionary, which have no shares. `most`: how many of the others.
    """
    words = [word for word in shares if word not in MARKERS and 2 < len(word) < 30]
    best = sorted(words, key=lambda word: -shares[word])[:most]
    least = shares[best[-1]]
    weights = dict.fromkeys(stems, STEM_WEIGHT)
    for word in best:
        weights[word] = weights.get(word, 0.0) + min(math.sqrt(shares[word] / least), 8.0)
    return weights


def stems(cache: Path, lang: str) -> set[str]:
    """The words of the hunspell dictionary of a language; empty where the cache has none."""
    found: set[str] = set()
    if lang not in FEW_WORDS:
        return found
    for path in sorted((cache / "x").glob(f"*/usr/share/hunspell/{lang}_*.dic")):
        head = path.with_suffix(".aff").read_bytes()
        encoding = re.search(rb"^SET +(\S+)", head, re.M)
        text = path.read_text(encoding[1].decode() if encoding else "latin-1", "replace")
        words = (unicodedata.normalize("NFC", re.split(r"[/\t]", line, maxsplit=1)[0]) for line in text.split("\n"))
        found |= {lower(word) for word in words if re.fullmatch(r"[^\W\d_]{3,29}", word)}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, default=Path("corpora/vi-en"))
    parser.add_argument("--only", default=",".join(LANGUAGES))
    parser.add_argument("--out", type=Path, default=Path("tqa/language/data/diacritics"))
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="another value of SETTINGS or WEIGHTS"
    )
    options = parser.parse_args()
    settings = dict(SETTINGS)
    for item in options.set:
        name, value = item.split("=")
        (WEIGHTS if name in WEIGHTS else settings)[name] = float(value)
    options.out.mkdir(parents=True, exist_ok=True)
    for lang in options.only.split(","):
        data = build(
            options.cache,
            options.corpora,
            lang,
            settings_of(lang, settings),
        )
        (options.out / f"{lang}.dia").write_bytes(data)
        print(lang, len(data), flush=True)


if __name__ == "__main__":
    main()
