"""A remark about the translation stands in its place or before it.

Why it matters: "Here is the translation:", "As an AI language model" or "TODO: translate" is what a model or a
translator said to whoever asked, and readers are shown it.

How to fix: take the remark out; where nothing but it stands there, translate the text. Where the source speaks of
translations or of artificial intelligence itself, nothing is reported.
"""

from collections.abc import Iterator

from tqa.language.remarks import remark
from tqa.language.traits import LETTER
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "accuracy/addition",
    "major",
    bilingual=True,
    when_target=LETTER,
    examples=[
        bad(
            ("The lake is deep.", "Hier ist die Übersetzung: Der See ist tief."),
            marks="Hier ist die Übersetzung:",
            langs=("en", "de"),
        ),
        bad(("The lake is deep.", "Sure! Here is the Polish translation: Jezioro jest głębokie."), langs=("en", "pl")),
        bad(("The lake is deep.", "Traduction : Le lac est profond."), marks="Traduction :", langs=("en", "fr")),
        bad(("The lake is deep.", "以下是中文翻译：湖很深。"), langs=("en", "zh")),
        bad(
            ("Buy it now", "As an AI language model, I don't shop."),
            marks="As an AI language model",
            langs=("en", "de"),
        ),
        bad(("Buy it now", "I'm sorry, but I can't assist with that request."), langs=("en", "fr")),
        bad(("Buy it now", "TODO: translate"), marks="TODO: translate", langs=("en", "es")),
        bad(("Der See ist tief.", "The la@@ ke is deep."), marks="la@@ ke", langs=("de", "en")),
        good(("Translation: Anna Berg", "Übersetzung: Anna Berg"), langs=("en", "de")),
        good(("As an AI model it is good at this.", "Als KI-Modell kann es das gut."), langs=("en", "de")),
        good(("Here is the key.", "Hier ist der Schlüssel."), langs=("en", "de")),
        good(("I'm sorry, but I can't help you.", "Lo siento, no puedo ayudarte."), langs=("en", "es")),
        good(("Versión de Marta Ruiz: El lago", "Translation: The lake, by Marta Ruiz"), langs=("es", "en")),
        good(("To do", "Todo"), langs=("en", "es")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report what a translator or a model wrote about the translation."""
    found = remark(pair.target.text, pair.source.text)
    if found is not None:
        yield Found(f"{found.what}, though the source has none", [pair.target.span(found.start, found.end)])
