"""A total, those who share it and the share of each, in units that need not be the same: « 36 000 tonnes pour 80 000 habitants… rapporté à chacun, 540 kilos ».

Other figures may stand around. What says that one is the share of each is a word alone (« chacun », « par tête », « un
pour »); which three are meant, the figures tell: the only division that comes out even and gives what is stated with
one figure changed or two swapped, where none gives it exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from relecture.relations.amounts import Amount, Shape
from relecture.relations.conversion import restated
from relecture.relations.links import link, playing
from relecture.relations.skeleton import STOP, Skeleton, heads, pattern
from relecture.relations.slips import near, one_figure_off
from relecture.relations.twos import plural, unnamed, values, window
from relecture.types import Relation, RelationKind

_EACH = (
    r"\b(?:chac\w+|chaque(?! (?:jour|mois|an|année|semaine|heure|matin|soir|nuit|fois)\b)|pièce|par (?:tête|habitant|personne|foyer|élève|salarié|logement|agent|adhérent|famille|commune|joueur|bénéficiaire|classe|place|lit|abonné|client|(?!mois\b|jour|semaine|heure|minute|année|exemple|rapport|ailleurs)[^\W\d]{4,})|rapportée?s? (?:à|au)|ramenée?s? (?:à|au)"
    r"|en moyenne|l'unité|(?P<one>une? (?:seule? )?[^\W\d]+(?: [^\W\d]+)? pour))(?!\w)"
)
_CUE = heads(
    "chacun chacune chaque pièce par rapporté rapportée rapportés ramené ramenée ramenés moyenne unité un une".split()
)
#: Another mean, or another time.
_OTHERWISE = r"\b(?:objectif|nationale?|médiane?|maximum|minimum|au moins|au plus|jusqu'à|serai\w*|faudr\w*|devr\w*|pourr\w*|recommand\w*|préconis\w*|tva)(?!\w)"
#: Another mean.
_PERIOD = r"[^,;.\ue000-\ue0ff]{0,20} par (?:an|mois|jour|semaine|heure)\b"
_CONTRE = r"\b(?:contre|au lieu de|plus que|moins que) <d>$"
_SHARED = (Shape.COUNT, Shape.BARE, Shape.MEASURE, Shape.MONEY)
_MOST = 6
#: Characters from the word to the share.
_REACH = 75
#: Two figures are right but for one by chance: fewer others may stand around, and the two must be near.
_FEWER, _NEAR = 4, Decimal(2)
#: A smaller number of shares is right by chance too often.
_FEWEST = 3


def read(skeleton: Skeleton, found_before: Iterable[Relation]) -> Iterator[Relation]:
    """Each share that *found_before* leaves alone, with the only total and number that give it but for a slip."""
    sure = (
        r
        for r in found_before
        if r.kind is RelationKind.PRODUCT and r.explicit and r.attributes.get("sole", True)
    )
    taken = playing(sure, "unit", "rate")
    seen: set[str] = set()
    for match in skeleton.find_by(_CUE, _EACH):
        low, high = skeleton.sentence(match.start())
        for at, mean in skeleton.amounts_between(low, high):
            if mean.id in taken or mean.id in seen or mean.shape not in _SHARED:
                continue
            between = skeleton.text[min(at, match.start()) : max(at, match.end())]
            if len(between) > _REACH or pattern(f"[;{STOP}]").search(between):
                continue
            if match["one"] and not pattern(r" <d>").fullmatch(skeleton.text, match.end(), at):
                continue  # « un médecin pour 1 200 habitants »
            if pattern(_CONTRE).search(skeleton.text, low, at) or pattern(_PERIOD).match(skeleton.text, at + 1):
                continue
            if mean.low is not None or mean.approximate or not mean.sure or mean.value < _FEWEST:
                continue
            found = _division(skeleton, match.start(), mean)
            if found is not None:
                seen.add(mean.id)
                yield found


def _division(skeleton: Skeleton, at: int, mean: Amount) -> Relation | None:
    for back, on in ((0, 0), (1, 0), (0, 1)):
        start, end = window(skeleton, at, back=back, on=on)
        if pattern(_OTHERWISE).search(skeleton.text, start, end):
            return None
        found = [a for _, a in values(skeleton, start, end, mean) if a.sure]
        if len(found) > _MOST:
            return None
        fitting = []
        for count in found:
            if count.shape not in (Shape.COUNT, Shape.BARE) or not plural(count) or count.value < _FEWEST:
                continue
            for total in found:
                size = None if total is count else _size(total, mean)
                if size is None or size <= mean.value:
                    continue
                due = size / count.value
                if abs(due - mean.value) <= mean.ulp:
                    return None
                short = len(mean.value.normalize().as_tuple().digits) < 3
                if one_figure_off(mean.value, due) and not (
                    short and (len(found) > _FEWER or not near(mean.value, due, _NEAR))
                ):
                    fitting.append((count, total))
        if len(fitting) == 1:
            count, total = fitting[0]
            unit = unnamed(mean).lent(total)
            return link(
                RelationKind.PRODUCT,
                "count",
                skeleton.source(start, end),
                {"count": count, "unit": unit, "result": total.lent(unit)},
                explicit=False,
                even=True,
                near=False,
            )
    return None


def _size(total: Amount, mean: Amount) -> Decimal | None:
    """*total* in the unit of *mean*; ``None`` where they do not measure one thing."""
    if total.approximate or total.low is not None:
        return None
    like = unnamed(mean).lent(total)
    if total.shape is Shape.BARE or like.shape is not total.shape or like.dimension != total.dimension:
        return None
    size = restated(total, like, None)
    return None if size is None else size.value
