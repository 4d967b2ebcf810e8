"""Which words are forms of one another: a stem to look words up by, and tests of two words."""

from tqa.language.stems.forms import bare, is_form, is_near
from tqa.language.stems.stemming import stem

__all__ = ["bare", "is_form", "is_near", "stem"]
