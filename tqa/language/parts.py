"""What stands for words in text that is written without blanks between them: letters and pairs of letters."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from tqa.language.writing import UNSPACED, script

# Thai to Burmese, Khmer, and all of East Asia: the blocks in which there are letters of such scripts.
_POSSIBLE = re.compile("[\u0e00-\u109f\u1780-\u17ff\u2e80-\uffff\U00020000-\U0003ffff]")


def parts(run: str) -> Iterator[str]:
    """Yield the words of a run of letters: the run itself, or what stands for words in each unspaced stretch of it."""
    if not _POSSIBLE.search(run):
        yield run
        return
    for unspaced, stretch in groupby(run, _is_unspaced):
        text = "".join(stretch)
        if unspaced:
            yield from text
            yield from map("".join, pairwise(text))
        else:
            yield text


def _is_unspaced(letter: str) -> bool:
    return script(letter) in UNSPACED
