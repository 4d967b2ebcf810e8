"""Sentence embeddings, where there are any: what words and lengths don't tell."""

import numpy as np

from tqa.alignment.documents import align_documents


def test_lines_close_in_meaning_are_linked_whatever_their_words(monkeypatch):
    source = ["Ba ko ri tu.", "Ne sa lo mi.", "Va du pe ho.", "Gi fa zu ba."]
    target = ["Und erk iol.", "Ust ep orn.", "Ath uv ysk.", "Elm igg och."]
    # The second of the source has no counterpart, nor has the third of the target.
    meanings = dict(zip(source, (0, 1, 2, 3), strict=True)) | dict(zip(target, (0, 2, 4, 3), strict=True))
    monkeypatch.setattr("tqa.language.embedding.can_embed", lambda lang: True)
    monkeypatch.setattr(
        "tqa.language.embedding.embed",
        lambda texts, lang: np.eye(5, dtype=np.float32)[[meanings[text] for text in texts]],
    )
    links = align_documents(source, target, "rw", "und")
    assert [(link.source, link.target) for link in links if link.source and link.target] == [
        ((0,), (0,)),
        ((2,), (1,)),
        ((3,), (3,)),
    ]
