"""Judges that tqa doesn't bring itself: learned metrics and language models. Off unless they are asked for."""
