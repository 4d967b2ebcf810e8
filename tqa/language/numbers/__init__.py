"""Numbers in texts of all scripts and notations: read, matched with those of the translation, and compared."""
