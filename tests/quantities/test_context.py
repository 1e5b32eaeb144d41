"""What a sentence says of its figures, with the parse of the model and without any."""

from __future__ import annotations

import pytest

from relecture.quantities import read_quantities
from relecture.quantities.context import enrich
from relecture.text import bare
from relecture.types import Measured, Modality, Quantity, Span, Token

#: sentence, noun, owner, verb, direction, period, modality of its first quantity, as the model parses it
PARSED = [
    (
        "La consommation du pays a baissé de 3 % en 2024.",
        "consommation",
        "pays",
        "baisser",
        -1,
        "en 2024",
        "stated",
    ),
    ("Le parc produira 2,7 GWh par an.", "parc", None, "produire", 0, "par an", "planned"),
    ("La demande aurait atteint 90 GW lundi.", "demande", None, "atteindre", 0, None, "conditional"),
    ("Le pays ne consomme pas 450 GWh.", "pays", None, "consommer", 0, None, "negated"),
    ("Une centrale de 900 MW sera construite.", "centrale", None, "construire", 0, None, "planned"),
]

#: sentence, noun, period, modality of its first quantity, from the words alone
WORDS = [
    ("La puissance du parc atteint 300 MW.", "puissance", None, "stated"),
    ("Une production annuelle de 50 gigawatts alimente la ville.", "production", "annuelle", "stated"),
    ("Le site produirait 12 GWh par an.", "site", "par an", "conditional"),
    ("Le site produira 12 GWh en 2030.", "site", "en 2030", "planned"),
    ("La ligne vise une capacité de 2 GW.", "capacité", None, "planned"),
    ("Le pays ne consomme pas 450 GWh.", None, None, "negated"),
    ("Le réacteur ne délivre que 3 MW.", "réacteur", None, "stated"),
    ("La puissance n'excédait pas 2 MW.", "puissance", None, "stated"),
    ("« Il nous faut 3 GW », dit-elle.", None, None, "quoted"),
    ("Il emploie 250 salariés, et non 300 salariés.", None, None, "stated"),
    ("En 2023, le prix était de 40 euros.", "prix", "En 2023", "stated"),
]


def first(sentence: str, tokens: tuple[Token, ...] = ()) -> Quantity:
    text = bare(sentence)
    return enrich(read_quantities(text), text=text, sentences=[Span(0, len(sentence))], tokens=tokens)[0]


@pytest.mark.parametrize(("sentence", "noun", "period", "modality"), WORDS)
def test_from_words_alone(sentence: str, noun: str | None, period: str | None, modality: str) -> None:
    quantity = first(sentence)
    assert (quantity.measures.noun if quantity.measures else None) == noun
    assert (quantity.period, quantity.modality) == (period, Modality(modality))


def test_a_hand_made_parse() -> None:
    sentence = "La dette bondit de 3 %."
    words = [("La", "DET", "det", 1), ("dette", "NOUN", "nsubj", 2), ("bondit", "VERB", "ROOT", 2)]
    words += [("de", "ADP", "case", 5), ("3", "NUM", "nummod", 5), ("%", "NOUN", "obl:arg", 2)]
    tokens, at = [], 0
    for word, pos, dep, head in words:
        at = sentence.index(word, at)
        tokens.append(Token(Span(at, at + len(word)), word, word.lower(), pos, dep, head))
        at += len(word)
    measured = Measured(noun="dette", lemma="dette", span=Span(3, 8), verb="bondit", direction=1)
    assert first(sentence, tuple(tokens)).measures == measured


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "noun", "owner", "verb", "direction", "period", "modality"), PARSED)
def test_from_the_parse(
    sentence: str,
    noun: str,
    owner: str | None,
    verb: str,
    direction: int,
    period: str | None,
    modality: str,
) -> None:
    from relecture.analyse import load

    quantity = load().analyse(bare(sentence)).quantities[0]
    assert quantity.measures is not None
    found = quantity.measures
    assert (found.noun, found.owner, found.verb, found.direction) == (noun, owner, verb, direction)
    assert (quantity.period, quantity.modality) == (period, Modality(modality))
