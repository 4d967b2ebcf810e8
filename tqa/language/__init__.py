"""What tqa knows of languages: pure helpers over text, with no notion of files, segments or rules."""
