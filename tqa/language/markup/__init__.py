"""Markup in translated texts: tags, entities, Markdown."""
