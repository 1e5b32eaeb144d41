"""A change told again with another figure: « quatre centimes de plus… cette hausse de 40 centimes », « Un gain de 68 habitants »."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import agree, alike, digits, likeness
from relecture.relations.skeleton import STOP, Skeleton, heads, pattern
from relecture.relations.slips import near
from relecture.relations.twos import window

#: How many times over one figure may be the other when their digits do not look alike.
_SLIP = Decimal("1.6")
_UP = r"hausse|augmentation|progression|gain|bond|surcoût|surplus|croissance|rallonge|majoration|relèvement|envolée"
_DOWN = (
    r"baisse|recul|chute|perte|diminution|repli|rabais|ristourne|remise|réduction|coupe|dégringolade|économie"
)
_CUE = heads(f"{_UP}|{_DOWN}".split("|"))
_TOLD = (
    rf"(?:\b(?P<shown>cette|ce|cet)|(?:^|[§:(–—]|\bsoit)[ «\"]*une?) (?:[^\W\d]+ )?(?:(?P<up>{_UP})|(?P<down>{_DOWN})) (?:[^\W\d]+ )?(?:de |d')<d>(?P<later><V>)"
).replace("§", STOP)
#: « Ces 4 % de plus ».
_MORE = r"\b(?P<shown>ces) (?P<later><V>) (?:de (?:(?P<up>plus|hausse|augmentation)|(?P<down>moins|baisse))|supplémentaires?)\b"
_MORE_CUE = heads(("ces",))
#: Words beside the first figure that make it a change one way or the other.
_ROSE = r"\b(?:gagn\w*|augment\w*|progress\w*|grimp\w*|bond\w*|haussé?\w*|de plus|en plus|supplémentaires?|renchéri\w*|accr\w+|relev\w*|major\w*|envol\w*|monté?\w*|croissance|surcoût)\b"
_FELL = r"\b(?:perd\w*|baiss\w*|recul\w*|chut\w*|diminu\w*|de moins|en moins|céd\w*|lâch\w*|repli\w*|dégringol\w*|rédui\w*|économis\w*|tomb\w*|plong\w*|amput\w*|rabot\w*)\b"
#: After the second figure, the change is that of something else, or told over another time.
_OF_ELSE = r" ?(?:[^\W\d]+ )?(?:des|du|de la|de l'|hors|chez|pour|à|au|aux|en (?!<A>)|par|depuis|supplémentaires?|prévu|attendu|espéré|annoncé)"
_APART = r"\b(?:autres?|contre|après|avant|précédent\w*|l'an (?:dernier|passé|prochain)|puis|ensuite|initial\w*|prévu\w*|attend\w*|ailleurs|d'abord|désormais|tandis|alors que|cumul\w*|au total|dont|espér\w*|objectif)\b"


def read(skeleton: Skeleton) -> Iterator[tuple[Amount, Amount, str]]:
    """Each change taken up with another figure: the two amounts, and how they look alike."""
    for match in (*skeleton.find_by(_CUE, _TOLD), *skeleton.find_by(_MORE_CUE, _MORE)):
        later = skeleton.amount(match, "later")
        low, _ = window(skeleton, match.start("later"))
        before = [
            (p, a)
            for p, a in skeleton.amounts_between(low, match.start())
            if a.shape is not Shape.DATE and alike(a, later)
        ]
        if len(before) != 1 or pattern(_APART).search(skeleton.text, low, skeleton.sentence(match.end())[1]):
            continue
        at, first = before[0]
        if first.low is not None or later.low is not None or first.approximate or later.approximate:
            continue
        if not _changed(skeleton, at, up=match["down"] is None):
            continue
        exact = match["shown"] == "ces" and first.ulp == later.ulp and first.value != later.value
        if agree(first, later) and not exact:
            continue
        if pattern(_OF_ELSE).match(skeleton.text, match.end()):
            continue
        how = likeness(first, later) or _swapped(first, later)
        close = first.canonical == later.canonical and near(first.value, later.value, _SLIP)
        if how or (match["shown"] and close):
            yield first, later, how


def _changed(skeleton: Skeleton, at: int, *, up: bool) -> bool:
    """True when the words beside the figure make it a change that way."""
    start, end = skeleton.sentence(at)
    low, high = max(start, at - 45), min(end, at + 25)
    return pattern(_ROSE if up else _FELL).search(skeleton.text, low, high) is not None


def _swapped(one: Amount, other: Amount) -> str:
    first, second = digits(one.value), digits(other.value)
    same = one.canonical == other.canonical and first != second
    return "swap" if same and sorted(first) == sorted(second) and len(first) > 1 else ""
