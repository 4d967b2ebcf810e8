"""Termbases: what a term must be translated by, and what it mustn't."""
