"""tqa: a linter, aligner and scorer for translated content."""

__version__ = "0.1.0"
