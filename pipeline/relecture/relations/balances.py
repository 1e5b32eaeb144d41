"""Balance: « Les recettes atteignent A, les dépenses B : un excédent de C »."""

from __future__ import annotations

from collections.abc import Iterator

from relecture.relations.parts import partition
from relecture.relations.skeleton import Skeleton, pattern
from relecture.types import Relation

_RESULT = r"\b(?P<word>excédent|déficit|bénéfice|solde|perte|manque)\b[^;:\ue0ff]{0,25}?(?:de |d'|à |: )<d>(?P<result><M>)"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """« Les recettes atteignent A, les dépenses B : un excédent de C », in up to three sentences."""
    for match in skeleton.find(_RESULT):
        _, end = skeleton.sentence(match.start())
        low = match.start()
        for _ in range(3):
            low, _end = skeleton.sentence(max(0, low - 2))
        side = r"\b(?P<side>recettes?|produits|dépenses?|charges)\b<h40> (?:atteign\w+|s'élèv\w+ à|sont de|de|à|se mont\w+ à|s'établi\w+ à|totalis\w+|ont atteint|culmin\w+ à|:) ?<d>(?P<value><M>)"
        found = {
            m["side"][:4]: skeleton.amount(m, "value") for m in pattern(side).finditer(skeleton.text, low, end)
        }
        income = found.get("rece") or found.get("prod")
        spent = found.get("dépe") or found.get("char")
        result = skeleton.amount(match, "result")
        if income and spent and result not in (income, spent):
            short = match["word"] in ("déficit", "perte", "manque") or spent.value > income.value
            whole, part = (spent, income) if short else (income, spent)
            yield partition(skeleton.span(match), whole, [part, result], "balance")
