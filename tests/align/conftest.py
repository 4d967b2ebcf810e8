"""Alignment is tested without sentence embeddings, installed or not, but where a test brings its own."""

import pytest


@pytest.fixture(autouse=True, scope="module")
def no_embedder():
    """Nothing turns sentences into vectors."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tqa.language.embedding._languages", lambda: None)
        yield
