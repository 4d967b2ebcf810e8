"""Diacritics: found where they were lost, and put back."""

from tqa.language.diacritics.detection import Loss, detect
from tqa.language.diacritics.model import LANGUAGES
from tqa.language.diacritics.readings import Edit
from tqa.language.diacritics.restoration import Restoration, restore
from tqa.language.diacritics.unknown import detect_any

__all__ = ["LANGUAGES", "Edit", "Loss", "Restoration", "detect", "detect_any", "restore"]
