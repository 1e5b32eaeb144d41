"""What quantulum3's optional classifier asks of a language; no French classifier is shipped."""

import re


def clean_text(text: str) -> str:
    """*text* as a bag of lower-case words without figures."""
    return " ".join(re.findall(r"[^\W\d_]+", text.lower()))


def stop_words() -> list[str]:
    """French words that tell nothing of the unit."""
    return "au aux ce de des du en et il la le les ne on ou par pas pour que qui sur un une".split()
