"""Diacritics: found where they were lost, and put back."""

from tqa.language.diacritics.damage import Damage, damage
from tqa.language.diacritics.detection import Loss, detect
from tqa.language.diacritics.model import LANGUAGES
from tqa.language.diacritics.readings import Edit
from tqa.language.diacritics.restoration import Restoration, restore
from tqa.language.diacritics.unnamed import detect_any

__all__ = ["LANGUAGES", "Damage", "Edit", "Loss", "Restoration", "damage", "detect", "detect_any", "restore"]
