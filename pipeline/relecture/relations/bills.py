"""A price, a number and a sum, alone in a sentence or two: « Prix : 49,90 euros. Le club en a pris trois, soit 149,70 euros ».

No word says that the sum is of all of them at that price: it is only worth judging where it differs from the product as
a slip of the pen does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relecture.relations.amounts import Shape
from relecture.relations.links import link, maybe
from relecture.relations.skeleton import Skeleton, heads, pattern
from relecture.relations.twos import clock, plural, window
from relecture.types import Relation, RelationKind

#: Words of a bill.
_BILL = r"\b(?:soit|donc|factur\w*|note|addition|total|pay\w+|coût\w*|régl\w*|débours\w+|recettes?|reven\w+|dépens\w+|encaiss\w+|vers\w*|montant|somme)\b"
_BILL_CUE = heads(
    "soit donc facture factures note addition total paie payé coûte coûté coûtera réglé réglera débourse déboursé recette recettes revient reviennent dépense dépensé encaisse encaissé verse versé montant somme".split()
)
#: What makes a price another than that of one, or a sum another than that of all.
_NOT_A_BILL = (
    r"\b(?:dont|contre|au lieu|de plus|de moins|chacun\w*|remise|rabais|réduction|par (?:an|mois|jour|semaine|personne|habitant)|l'an (?:dernier|passé)|hausse|baisse"
    r"|moyenne|budget|millions?|milliards?|supplément\w*|frais|acompte|subvention\w*|amende)\b"
)


def read(skeleton: Skeleton, found_before: Iterable[Relation]) -> Iterator[Relation]:
    """The bills of an article whose sum is the result of no product of *found_before*."""
    results = {
        result.id for r in found_before if r.kind is RelationKind.PRODUCT and (result := maybe(r, "result"))
    }
    known: set[tuple[int, int]] = set()
    for match in skeleton.find_by(_BILL_CUE, _BILL):
        for back in (0, 1):
            start, end = window(skeleton, match.start(), back=back)
            if (start, end) in known:
                break
            known.add((start, end))
            found = [
                a
                for p, a in skeleton.amounts_between(start, end)
                if a.shape is not Shape.DATE and not clock(skeleton, p)
            ]
            if len(found) < 3:
                continue
            money = [a for a in found if a.shape is Shape.MONEY]
            counts = [a for a in found if a.shape is Shape.COUNT and plural(a)]
            if len(found) == 3 and len(money) == 2 and len(counts) == 1:
                price, total = sorted(money, key=lambda a: a.value)
                plain = all(a.low is None and a.sure and not a.approximate for a in money)
                aside = pattern(_NOT_A_BILL).search(skeleton.text, start, end)
                if (
                    plain
                    and not aside
                    and price.canonical == total.canonical
                    and found[-1] is total
                    and total.id not in results
                ):
                    yield link(
                        RelationKind.PRODUCT,
                        "count",
                        skeleton.source(start, end),
                        {"count": counts[0], "unit": price, "result": total},
                        explicit=False,
                        near=False,
                    )
            break
