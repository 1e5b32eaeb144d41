"""A figure that the next sentence takes up under words of the first: « a commandé 32 rames… des 23 rames commandées ».

What ties the two is a qualifier (« les 29 tonnes ramassées »), a noun made of the first one's verb (« ces dix-sept
fermetures »), what owns them (« ses 26 lits »), or another name of the very thing (« l'entrepôt de 28 000 m²… la
plateforme de 26 000 m² »). The figure before must be the only one of its kind, and near the second or its digits swapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from relecture.fr.event_words import GENERIC
from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import agree, akin, alike, content, digits, likeness, of_one_thing, root
from relecture.relations.mentions import Place
from relecture.relations.retold import HOURS, names
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.slips import near

#: How far back the first figure may stand, in characters, and how many times over one may be the other.
_NEAR, _CLOSE = 420, Decimal("1.34")
#: A count under this is no rounding of another, unless it ends in a zero; and smaller groups are often told in part.
_EXACT, _FEW = 1000, 3
#: No more places than this are looked back at.
_MOST = 24
#: Figures of one total stand this close: « 15 hommes et 3 femmes ».
_BESIDE = 30
#: « la première des 23 rames », « chacune des 16 communes »: the group is the whole.
_WHOLE = r"\b(?:premi\w+|derni\w+|chacune?|aucune?|l'une?|moitié|majorité|tiers|quart|ensemble|totalité|plupart|parmi|toutes?|tous) (?:des|les|ces) $"
_DEFINITE = r"(?:^|[^\w])(?:les|ces|ses|leurs|aux|des) $"
#: What a thing may have.
_SHAPES = (Shape.COUNT, Shape.MEASURE, Shape.MONEY, Shape.PERCENT, Shape.RATE)
#: What stands before the measure of a thing named again.
_HEADED = (
    r"\b(?P<the>le |la |l'|ce |cet |cette |son |sa |leur |du |au )(?P<head>[^\W\d_]{3,})(?: (?!de\b)[^\W\d_]+)?"
    r"(?:,? (?:de|d'|à|évaluée?|estimée?|chiffrée?|fixée?|arrêtée?) ?(?:à |de |d')?| ?\()$"
)
_SHOWN = r"\bc(?:e|et|ette) [^\W\d_]+(?:, [^\W\d_]+ à| de| d')? ?$"
#: « que nul câble ne relie encore »: what is not yet so adds nothing.
_NOT_YET = r"\b(?:ne |n')[^\W\d_]+ (?=encore)"
#: What follows a figure and says which group it is, up to the verb.
_CHAIN = r"(?: (?:l'|d'|s'|qu')?(?!(?:ont|a|est|sont|était|étaient|sera|seront|se|ne|y|et|ou|mais|devant|(?!comment|excédent)[^\W\d_]+(?:ent|ra|ront|ait))\b|[sn]')[\w'-]+){0,7}"
#: What says no more than the figure does.
_COUNTED = re.compile(
    r"(?:compté|dénombré|recensé|comptabilisé|concerné|annoncé|évoqué|cité|mentionné)e?s?|question"
)
#: « dépasse les 12 000 habitants » points at nothing.
_REACHED = r"\b(?:frôl|dépass|attei|approch|avoisin|franchi|pass)\w* (?:la barre |le cap )?(?:les|des) $"
#: The staff of a firm is not that of one of its places.
_OF_THE_FIRM = r" (?:du |de la |de l'|de leur |de son )(?:groupe|entreprise|société|firme|enseigne|chaîne|compagnie|multinationale|maison|marque)\b"
_PLACE_OF_WORK = r"\b(?:usine|site|atelier|agence|magasin|filiale|établissement|dépôt|entrepôt|fonderie|antenne|succursale|unité|abattoir|scierie|papeterie|laboratoire|hôtel|boutique|restaurant|plateforme|centre)s?\b"
#: « les 557 kilomètres de cette liaison » points at what was told.
_OF_THIS = r" (?:de |d')(?:cette|ce|cet) [^\W\d_]+(?: [^\W\d_]+)?"
#: What was done with a group does not make it another.
_PARTICIPLE = r" [^\W\d_]{2,}(?:é|i|u|is|it|ert)e?s(?!\w)"
_WHEN = r"\b(?:depuis|avant|après|pendant|durant|chaque)\b"
_RELATIVE = r"\b(?:qui|que|dont|où|qu)\b"
#: After the measure of a thing named again, its verb or nothing.
_FOLLOWED = r" ?(?:$|[,.;:)»\ue0ff]|(?:a|est|était|sera|serait|fut|n'a|n'est|ne|se|s'est|devant|doit|[^\W\d_]+(?:era|ait|erait))\b)"
#: Another time, another thing, a figure that has moved.
_OTHERS = (
    r"\b(?:contre|au lieu|autres?|voisin\w*|rival\w*|supplémentaires?|finalement|ensuite|puis|désormais|révis\w+|revue?s?|portée?s? (?:à|de)|port(?:ant|er|era)|l'an (?:dernier|passé|prochain)"
    r"|auparavant|d'abord|initial\w*|prévue?s?|prévoi\w*|précédent\w*|suivant\w*|d'avant|plus t(?:ôt|ard)|la veille|le lendemain|encore|restant\w*|rest(?:e|ent)|déjà"
    r"|dont(?= <d><A>)|sauf|hormis|hors|moins|celui|ceux|celles|deuxième|cumul\w*|jum(?:eau|elle)\w*|(?:hiver|été|automne|printemps|mois|semaine|année|saison|fois|édition|session) (?:dernière?|passée?|précédente?)|au total|en tout|moyenne|chaque|maxim\w+|minim\w+|jusqu'à|estimations?|environ|anc?ien\w*"
    r"|passée?s? (?:de|à)|réclam\w+|requis\w*|requér\w*|demand\w+|visai\w*|vise\w*|objectif\w*|espér\w*|promi\w*|propos\w*|offr\w*|confondu\w*|par (?:an|jour|mois|semaine|habitant|personne))\b|\bil y a\b"
)
#: The same where nothing but a noun ties the two.
_FAINT = r"\b(?:depuis|entre|estim\w+|(?<!une )(?<!un )seule?s?|nouve\w+|futur\w*|second\w*|toutes?|tous)\b(?! (?:tour|par)\b)"
#: After a whole group, what is said of it.
_SAID_OF_ALL = r" ?(?:ont|sont|seront|étaient|avaient|auront|doivent|devront|peuvent|pourront|vont|iront|resteront|restent|(?!comment\b)[^\W\d_]+ent)\b"
#: The same after « ce trou de ».
_UNBOUND = r"(?! ?(?:qui|que|dont|du|des?|d'|\()(?!\w))"
_PERIODS = r"\b(?:week-end|année|saison|semaine|nuit|mois|matin|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
#: A size told by an adjective before its thing: « Longue de 68 mètres, la passerelle ».
_SIZED = (
    r"(?:^|[§ «\"])(?P<adj>haut|long|large|profond|lourd|puissant|vaste|riche)(?:ue)?e?s? (?:de |d')$".replace(
        "§", STOP
    )
)
_THEN = r", (?:le |la |l'|ce |cette |cet )(?P<head>[^\W\d_]{3,})"


def read(skeleton: Skeleton, places: Sequence[Place], prose: str) -> Iterator[tuple[Place, Place, str]]:
    """Each figure of the body given again with another value: the two, and how they look alike."""
    for n, later in enumerate(places):
        if later.title or later.amount.low is not None or later.amount.approximate:
            continue
        start = later.sentence.start
        lead = skeleton.text[max(start, later.at - 48) : later.at]
        if not any(pattern(words).search(lead) for words in (_DEFINITE, _HEADED, _SIZED)):
            continue
        window = [p for p in places[max(0, n - _MOST) : n] if p.at < start and later.at - p.at < _NEAR]
        if not window or later.moved(*_votes(later)):
            continue
        if any(p.sentence is later.sentence and _kindred(p, later) for p in places[max(0, n - _MOST) : n]):
            continue
        first = _first(skeleton, window, later)
        if first is None:
            continue
        if not _opposed(skeleton, first, later, _OTHERS, but=_NOT_YET) and _tied(
            skeleton, first, later, start, prose
        ):
            yield first, later, likeness(first.amount, later.amount)


def _first(skeleton: Skeleton, window: list[Place], later: Place) -> Place | None:
    """The only figure before that *later* may be a copy of."""
    rivals = [p for p in window if _kindred(p, later)]
    if not rivals or any(_same(p.amount, later.amount) for p in rivals):
        return None
    looking = [p for p in rivals if _looks(p.amount, later.amount)]
    if not looking and later.amount.shape is Shape.MEASURE:
        looking = [p for p in rivals if _scaled(p.amount, later.amount)]
    if len({p.amount.value for p in rivals}) > 1 and len(looking) != 1:
        return None
    first = looking[0] if len(looking) == 1 else rivals[-1]
    own = later.amount
    if (first.part and not later.shown) or first.amount.approximate or first.amount.low is not None:
        return None
    still = pattern(_NOT_YET).search(first.sentence.text) is not None
    if first.moved("désormais" if later.pointed else "", "encore" if still else "", *_votes(first)):
        return None
    few = own.shape is Shape.COUNT and min(first.amount.value, own.value) < _FEW
    if few or not (looking or near(first.amount.value, own.value, _CLOSE) or _scaled(first.amount, own)):
        return None
    others = skeleton.amounts_between(window[0].at, later.at)
    if any(a.value == own.value for _, a in others) or _made_of(others, later):
        return None
    one, other = first.times - HOURS, later.times - HOURS
    apart = one and other and not one & other
    shown = later.pointed or pattern(_SHOWN).search(skeleton.text, max(0, later.at - 40), later.at)
    return None if (apart and not shown) or (first.title and not later.shown) else first


def _looks(one: Amount, other: Amount) -> bool:
    """True for the same digits in another order."""
    first, second = digits(one.value), digits(other.value)
    return (
        one.canonical == other.canonical
        and len(first) == len(second) > 1
        and sorted(first) == sorted(second)
        and "".join(sorted(first)).strip("0") != first.strip("0")[:1]
    )


def _scaled(one: Amount, other: Amount) -> bool:
    """True for the same digits, two or more, at another power of ten."""
    return likeness(one, other) == "power" and len(digits(other.value).strip("0")) > 1


def _kindred(place: Place, later: Place) -> bool:
    one, other = place.amount, later.amount
    if alike(one, other):
        return one.canonical == other.canonical or _scaled(one, other)
    if one.shape is not Shape.COUNT or other.shape is not Shape.COUNT:
        return False
    return akin(one.noun, other.noun) or _told_as(place, later)


def _told_as(first: Place, later: Place) -> bool:
    """« fermez quatorze agences… ces dix-sept fermetures », « quinze candidats admissibles… les dix-sept admissibles »."""
    noun = content(later.amount.noun or "")
    return bool(noun) and noun <= first.words and len(root(later.amount.noun or "")) > 4


def _same(one: Amount, other: Amount) -> bool:
    """True for what may be one value; a count that is written to the unit is no rounding of another."""
    exact = one.shape is other.shape is Shape.COUNT and not one.approximate
    if exact and max(one.value, other.value) < _EXACT and one.value % 10 and other.value % 10:
        return one.value == other.value
    return agree(one, other)


def _votes(place: Place) -> tuple[str, ...]:
    """« adopté par 289 voix contre 261 »: nothing has moved."""
    return ("contre",) if akin(place.amount.noun, "voix") else ()


def _made_of(others: list[tuple[int, Amount]], later: Place) -> bool:
    """True when the figure is the sum or the difference of some that were told."""
    own = later.amount
    kin = [a.value for _, a in others if a.shape is Shape.BARE or alike(a, own) or akin(a.noun, own.noun)][-6:]
    near_by = [
        (a.value, b.value)
        for (at, a), (place, b) in pairwise(others)
        if a.shape is b.shape is own.shape and place - at < _BESIDE
    ]
    if own.value in (one + other for one, other in near_by):
        return True
    sums = (sum(some) for k in range(2, len(kin) + 1) for some in combinations(kin, k))
    return own.value in sums or own.value in (abs(one - other) for one, other in combinations(kin, 2))


def _opposed(skeleton: Skeleton, first: Place, later: Place, words: str, *, but: str = "") -> bool:
    """True when words set the two figures against each other, those after *but* left out."""
    low, end = skeleton.sentence(first.at)[0], skeleton.sentence(later.at)[1]
    aside = {m.end() for m in pattern(but).finditer(skeleton.text, low, end)} if but else set()
    found = {m[0] for m in pattern(words).finditer(skeleton.text, low, end) if m.start() not in aside}
    return bool(found - {"désormais" if later.pointed else "", *_votes(first)})


def _strange(skeleton: Skeleton, first: Place, start: int, end: int, prose: str) -> bool:
    """True when a stretch of the later sentence names something that the first does not."""
    low, high = skeleton.sentence(first.at)
    last = len(skeleton.text) - 1
    known = skeleton.source(low, min(high, last)).of(prose)
    return any(name not in known for name in names().findall(skeleton.source(start, min(end, last)).of(prose)))


def _tied(skeleton: Skeleton, first: Place, later: Place, start: int, prose: str) -> bool:
    """True when words of the later sentence make its figure that of the first."""
    if _strange(skeleton, first, start, later.at, prose):
        return False
    lead = skeleton.text[max(start, later.at - 48) : later.at]
    whole = pattern(_WHOLE).search(lead) is not None
    if later.part and not whole and not _same_part(first, later):
        return False
    if not pattern(_DEFINITE).search(lead):
        return _renamed(skeleton, first, later, lead) or _sized(skeleton, first, later, lead)
    found = pattern(_CHAIN).match(skeleton.text, later.at + 1, later.sentence.end)
    chain = found[0] if found else ""
    looks = _looks(first.amount, later.amount)
    scaled = _scaled(first.amount, later.amount)
    if _strange(skeleton, first, later.at, later.at + 1 + len(chain), prose) or pattern(_WHEN).search(chain):
        return False
    strange = _foreign(first, pattern(_PARTICIPLE).sub(" ", chain) if scaled else chain)
    if pattern(_OF_THE_FIRM).match(chain) and pattern(_PLACE_OF_WORK).search(first.sentence.text):
        return False
    if (looks or scaled) and pattern(_OF_THIS).fullmatch(chain):
        return True
    if pattern(_RELATIVE).search(chain):
        return (looks and not _foreign(first, chain.split(" qu")[0])) or (not strange and bool(content(chain)))
    if strange:
        return strange == 1 and _gathered(first, chain)
    if _qualified(first, later, chain) or (looks and (later.amount.shape is Shape.COUNT or later.owned)):
        return True
    if scaled and later.amount.shape is not Shape.MONEY:
        return (
            later.definite
            and pattern(_REACHED).search(lead) is None
            and not _opposed(skeleton, first, later, _FAINT)
        )
    if _opposed(skeleton, first, later, _FAINT) or later.amount.shape is not Shape.COUNT:
        return False
    return _of_the_same(skeleton, first, later, whole=whole) or (
        later.owned and alike(first.amount, later.amount)
    )


def _same_part(first: Place, later: Place) -> bool:
    """True for « de cette première tranche » where the first figure is of the first too."""
    return bool(re.search(r"\bpremière? ", later.tail) and re.search(r"\bpremière? ", first.sentence.text))


def _foreign(first: Place, chain: str) -> int:
    """How many words after the figure the first sentence does not know: they tell another group."""
    words = re.findall(r"[^\W\d_]{4,}", chain)
    told = set(re.findall(r"[^\W\d_]{4,}", first.sentence.text))
    return sum(
        not (content(w) <= first.words or w in GENERIC or _COUNTED.fullmatch(w))
        and not any(of_one_thing(w, other) for other in told)
        for w in words
    )


def _qualified(first: Place, later: Place, chain: str) -> bool:
    """True for a group with words of the first sentence: « les 23 rames commandées », « les 68 appartements de la tranche »."""
    told = content(chain) - content(later.amount.noun or "")
    if later.amount.shape is Shape.MEASURE:
        return bool(told)  # « les 12,8 kilomètres de l'ouvrage »
    return len(told & first.words) > (later.amount.shape is Shape.PERCENT)


def _gathered(first: Place, chain: str) -> bool:
    """True for « les 29 tonnes ramassées ce week-end » after « en un week-end »."""
    if re.match(r" [^\W\d_]+(?:é|i|u|is|it|ert)e?s ", chain) is None:
        return False
    when = set(pattern(_PERIODS).findall(chain))
    return bool(when) and when <= set(pattern(_PERIODS).findall(first.sentence.text))


def _of_the_same(skeleton: Skeleton, first: Place, later: Place, *, whole: bool) -> bool:
    """True for a whole group, under the first one's noun or its verb's: « les sept scènes resteront », « ces dix-sept fermetures »."""
    if first.definite:
        return False
    if not alike(first.amount, later.amount) and _told_as(first, later):
        return True
    return whole or pattern(_SAID_OF_ALL).match(skeleton.text, later.at + 1) is not None


def _renamed(skeleton: Skeleton, first: Place, later: Place, lead: str) -> bool:
    """True for the measure of a thing named again: « la plateforme de 26 000 m² », « cette sanction de 46 millions »."""
    found = pattern(_HEADED).search(lead)
    if found is None or later.amount.shape not in _SHAPES:
        return False
    after = _FOLLOWED if not found["the"].startswith("c") else _UNBOUND
    if pattern(after).match(skeleton.text, later.at + 1, later.sentence.end) is None:
        return False
    return _thing(skeleton, first, found["head"], shown=found["the"].startswith("c"))


def _thing(skeleton: Skeleton, first: Place, head: str, *, shown: bool) -> bool:
    """True when *head* names what stands beside the first figure."""
    low, high = skeleton.sentence(first.at)
    beside = re.findall(r"[^\W\d_]{3,}", skeleton.text[max(low, first.at - 50) : min(high, first.at + 40)])
    return any(of_one_thing(head, word) or (shown and content(head) & content(word)) for word in beside)


def _sized(skeleton: Skeleton, first: Place, later: Place, lead: str) -> bool:
    """True for « Longue de 68 mètres, la passerelle » after « la passerelle de 86 mètres »."""
    found, then = pattern(_SIZED).search(lead), pattern(_THEN).match(skeleton.text, later.at + 1)
    if found is None or later.amount.shape is not Shape.MEASURE:
        return False
    said = pattern(rf"\b{found['adj']}\w* (?:de |d')?$").search(skeleton.text, max(0, first.at - 16), first.at)
    named = then and re.search(rf"\b{then['head']}\b", first.sentence.text)
    again = pattern(r"\b(?:celle-ci|celui-ci),? $").search(lead[: found.start() + 1])
    return bool((named or again) and (said or _looks(first.amount, later.amount)))
