"""Whether a figure is that of a thing named in its sentence, or of the thing that a pronoun takes up.

No turn of phrase is looked for: what stands between the two is read for what would own the figure instead, that is for
a noun of its own article which is neither the name of a measure, nor a part of the thing, nor a complement.
"""

from __future__ import annotations

import re
from functools import cache

from relecture.checks.kinds import Kind, Named
from relecture.fr.attribute_words import ABOUT, ATTRIBUTES, STATES

#: How far a figure may stand from its thing, once what is set off by commas is left out.
_FAR = 90

_ARTICLE = r"(?:les?|la|une?|des|du|aux?|ces?|cet|cette|ses|son|sa|nos|notre|votre|leurs?|chaque|plusieurs|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques)"
_BEFORE_NOUN = r"(?:(?:petite?|grande?|gros|grosse|jeune|nouveau|nouvel|nouvelle|vieux|vieille|futur|future|même|seul|seule|simple|premier|première|dernier|dernière|bel|belle|beau|ancien|ancienne|autre|énorme) )?"
_PREPOSITIONS = r"(?:de|d'|à|dans|sur|par|pour|en|avec|sans|sous|vers|chez|contre|entre|depuis|dès|après|avant|pendant|selon|jusqu'à|hors|malgré|près de|face à|lors de|au-dessus de|devant|derrière|durant|parmi|outre|via)"
#: Nouns of time, number and manner, which own no figure.
_NEUTRAL = (
    r"(?:fois|heures?|jours?|journées?|nuits?|ans?|années?|mois|semaines?|matins?|soirs?|après-midi|instants?|moments?|moyenne|total|effort|pointe|maximum|minimum|record|balance|compteur|bascule|pesée|toise|radar"
    r"|plein|charge|état|taille adulte|âge|naissance|vide|repos|fond|coup|reste|monde|garrot|barre|seuil|cap|chiffre|limite|plupart|ensemble|fiche|catalogue|étiquette|constructeur|fabricant|marque|notice|papier|hiver|été|printemps|automne|plein air|haut|niveau|prix|tarif|extérieur|intérieur|bout|air|vent|tour|mer|sol)"
)
#: Words for the whole of a body or of a machine.
_WHOLE = r"(?:silhouette|carcasse|dépouille|corps|structure|masse|carcasse|coque|carrosserie|corpulence|gabarit|stature|version|modèle|moteur|batterie|pack|lame|compteur|écran|châssis)"


@cache
def _measure_names() -> str:
    return "|".join(sorted({a.nouns for a in ATTRIBUTES if a.nouns}))


def before(named: Named, text: str, at: int, rivals: list[int]) -> bool:
    """True when the figure at *at* is that of *named*, which stands before it in *text* (lower case)."""
    if at < named.end or any(named.end <= r < at for r in _outside(text, named.end, at, rivals)):
        return False
    gap = _told_apart(text[named.end : at])
    if _possessed(text, named) and _directly().fullmatch(gap) is None:
        return False
    return len(gap) <= _FAR and not _turned().search(gap) and not _owner(gap, named.kind)


def _possessed(text: str, named: Named) -> bool:
    """True for « le quai des éoliennes », whose figures are the quay's; not for « la hauteur des éoliennes »."""
    match = _possession().search(text, max(0, named.start - 60), named.start)
    return match is not None and not _neutral(match["noun"], named.kind)


@cache
def _possession() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b{_ARTICLE} |\bl'){_BEFORE_NOUN}(?P<noun>[^\W\d_][\w-]*)(?: [\w-]+)? (?:du |de la |des |de l'|d'une? |de (?:ce|cet|cette|ces|son|sa|ses|leurs?|notre|nos|chaque|\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\w+ze|vingt|trente|quarante|cinquante|cent) ){_BEFORE_NOUN}$"
    )


@cache
def _directly() -> re.Pattern[str]:
    """« une éolienne de ¤ », « l'éolienne, haute de ¤ », « l'éolienne, qui mesure ¤ »."""
    return re.compile(rf"(?: (?!qui)[\w-]+){{0,2}}?,? (?:qui .*|(?:[\w-]+ )?(?:de |d'){ABOUT})")


def after(named: Named, text: str, start: int, at: int, end: int) -> bool:
    """True when *named*, after the figure, owns it: « Lancé à ¤ entre Tours et Bordeaux, le TGV », « les ¤ de l'EPR »."""
    gap = text[end : named.start]
    if _of_it().fullmatch(gap) is not None:
        return (
            _definite().search(text, max(0, at - 30), at) is not None or _each_of().fullmatch(gap) is not None
        )
    if _naming().fullmatch(gap) is not None:
        return True
    opening = text[start:at]
    return (
        len(opening) <= _FAR
        and len(gap) <= _FAR
        and _opening().match(opening) is not None
        and not _owner(opening, named.kind)
        and _main_clause().search(gap) is not None
        and not _owner(_main_clause().sub("", gap), named.kind)
    )


def _outside(text: str, low: int, high: int, rivals: list[int]) -> list[int]:
    """The *rivals* that no pair of commas sets off between *low* and *high*."""
    inserts = [m.span() for m in _insert().finditer(text, low, high)]
    return [r for r in rivals if not any(a <= r < b for a, b in inserts)]


def _told_apart(gap: str) -> str:
    """*gap* without what commas, dashes or brackets set off."""
    return _insert().sub("", gap)


@cache
def _insert() -> re.Pattern[str]:
    return re.compile(r" ?\([^()]*\)| — [^—]* —| – [^–]* –|, [^,;:]*,(?! (?:dont|et dont))")


@cache
def _turned() -> re.Pattern[str]:
    """Where another clause or another term begins."""
    return re.compile(
        r";|[.!?…] |\b(?:tandis que|alors que|contre|tandis qu'|alors qu'|pendant que|quand|lorsqu\w*|mais|parce qu\w*|puisqu\w*|fois|équivalent\w*|autant que|soit|comparé\w*|ou)\b|[«»]|, (?:il|elle|on|ils|elles|nous|vous|je|j'|tu|ça|cela)\b"
    )


def _owner(gap: str, kind: Kind) -> bool:
    """True when a noun of *gap* owns the figure that ends it."""
    nouns = [m for m in _noun_phrase().finditer(gap) if not _neutral(m["noun"], kind)]
    if any(m["prep"] is None for m in nouns):
        return True
    return bool(nouns) and _complement().fullmatch(gap, nouns[-1].end()) is not None


def _neutral(noun: str, kind: Kind) -> bool:
    return _no_owner().fullmatch(noun) is not None or (
        kind.parts is not None and re.fullmatch(rf"(?:{kind.parts})", noun) is not None
    )


@cache
def _no_owner() -> re.Pattern[str]:
    return re.compile(rf"{_NEUTRAL}|{_WHOLE}|(?:{_measure_names()})s?")


@cache
def _noun_phrase() -> re.Pattern[str]:
    """A noun with its article, and the preposition before them; « du » and « au » hold one."""
    return re.compile(
        rf"(?P<prep>\b{_PREPOSITIONS} ?|\b(?=(?:du|des|aux?) ))?(?:\b{_ARTICLE} |\bl')(?!\d|[dl]'|qu|plus |moins |environ |jusqu|de ){_BEFORE_NOUN}(?P<noun>[^\W\d_][\w-]*)"
    )


@cache
def _complement() -> re.Pattern[str]:
    """Nothing but adjectives and « de » between a noun and the figure: « dans une usine de ¤ »."""
    return re.compile(rf"(?:(?: (?!(?:{STATES})\b)[\w-]+){{0,2}}? (?:de |d')| à ){ABOUT}")


@cache
def _of_it() -> re.Pattern[str]:
    return re.compile(
        r" (?:(?:de |d'|par |pour |que pèse |que mesure |qu'affiche |que développe |que délivre |que consomme |qu'avale |à )(?:l'|la |le |les |une? |ce |cet |cette |chaque |notre |son |sa |leur )?|du )(?:(?:petite?|grande?|gros|grosse|jeune|nouveau|nouvelle|futur|future|vieux|vieille|futurs|nouveaux) )?"
    )


@cache
def _each_of() -> re.Pattern[str]:
    """« par éolienne », « pour une éolienne », « que pèse l'éléphant »."""
    return re.compile(r" (?:par |pour (?:une? |chaque |le |la |l')|qu).*")


@cache
def _definite() -> re.Pattern[str]:
    return re.compile(rf"\b(?:les|ces|ses|aux|des) {ABOUT}$")


@cache
def _naming() -> re.Pattern[str]:
    """« ¤ : c'est le poids de l'avion », « ¤, telle est la puissance de l'EPR »."""
    return re.compile(
        rf",? ?[:,–—-]? ?(?:c'est (?:là )?|ce sera |telle? (?:est|sera|était) |voilà |soit )(?:l[ea] |l')?(?:[\w-]+ )?(?:{_measure_names()})(?: [\w-]+){{0,2}} (?:de la |de l'|du |d'une? |de |des |de ce |de cette )(?:[\w-]+ )?"
        rf"|,? ?[:,–—-]? ?c'est ce que (?:pès\w+|mesur\w+|consomm\w+|coût\w+|dévelop\w+|produi\w+) (?:l'|la |le |une? |ce |cette )"
    )


@cache
def _opening() -> re.Pattern[str]:
    """A group that opens a clause and says something of its subject: « lancé à », « du haut de ses », « d'une portée de »."""
    return re.compile(
        r"(?:et |mais |or |car |bien que |quoique |pourtant )?(?:avec|malgré|du haut de|fort\w* (?:de|d')|longue?s?|hautes?|hauts?|larges?|lourde?s?|puissante?s?|profonde?s?|épais\w*|grande?s?|d'une? |à |pour |vieux|vieille|capables?|gourmande?s?"
        r"|[^\W\d]+(?:ant|[éiu]e?s?|pris|mis|prise|mise|fait|faite)\b)"
    )


@cache
def _main_clause() -> re.Pattern[str]:
    """What leads from the opening group to the subject, right before its noun."""
    return re.compile(
        r",? ?, (?:les?|ces?|cet|cette|la|l'|notre|nos|son|sa|ses|leurs?|chaque|une?)(?: [\w-]+){0,2}? ?$"
    )


def goes_on(text: str, start: int, at: int, end: int) -> bool:
    """False where the sentence that begins at *start* cannot speak of a thing of the one before: see `taken_up` and `emptied`."""
    return text.startswith(" d'eau", end) or _subject().search(text, start, at) is not None


def complement(text: str, named: Named) -> bool:
    """True for a thing that completes another noun or a verb, which no pronoun of the next sentence takes up."""
    return _led_by_preposition().search(text, max(0, named.start - 40), named.start) is not None


@cache
def _led_by_preposition() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_PREPOSITIONS} ?(?:{_ARTICLE} |l')?|du |des |aux? ){_BEFORE_NOUN}$")


def taken_up(text: str, start: int, at: int, kind: Kind) -> str | None:
    """« m », « f » or « » (either) where a pronoun that takes up a thing before is the subject of the figure at *at*.

    ``None`` where the figure has a subject of its own.
    """
    found = None
    for match in _subject().finditer(text, start, at):
        found = match
    if found is None:
        return None
    if found["own"]:
        gap, gender = text[found.start("own") : at], ""
    else:
        gap, gender = text[found.end() : at], "f" if found["she"] else "m" if found["he"] else ""
    if len(gap) > _FAR or _turned().search(gap) or _owner(_told_apart(gap), kind):
        return None
    return gender


@cache
def _subject() -> re.Pattern[str]:
    """A pronoun, a word for anything, or « sa » with the name of a measure."""
    return re.compile(
        r"\b(?:(?P<she>elle|chacune|celle-ci|cette dernière|la bête|la machine)|(?P<he>il|chacun|celui-ci|ce dernier|le spécimen|le bolide|le mastodonte|le monstre|le géant|le véhicule|le bâtiment|l'édifice|l'ouvrage)"
        rf"|(?P<any>l'engin|l'animal|l'appareil|l'objet|l'équipement|l'installation|l'enfant)|(?P<own>(?:son|sa) (?:[\w-]+ )?(?:{_measure_names()})))\b(?! y (?:a|avait|aura)\b| faut| fallait| s'agit)"
    )


def emptied(text: str, named: Named, start: int, at: int, end: int) -> bool:
    """True for « vidanger le bassin olympique. Quelque ¤ d'eau ont été rejetés »: what fills a thing named just before."""
    return (
        text.startswith(" d'eau", end)
        and _filling().search(text, max(0, named.start - 30), named.start) is not None
        and re.fullmatch(ABOUT, text[start:at]) is not None
    )


@cache
def _filling() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:vidang|vid[eé]|rempli|purg|mettre en eau|mis en eau|mise en eau)\w*(?: (?:de|du|d'))?(?: [\w']+)? ?$"
    )
