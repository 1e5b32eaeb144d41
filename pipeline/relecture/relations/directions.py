"""Which way a change goes, as the verb of a pair or the words around a percentage say."""

from __future__ import annotations

from relecture.relations.amounts import Amount, Shape
from relecture.relations.lexicon import FALL, NEGATIVE, RISE
from relecture.relations.pairs import Pair
from relecture.relations.ranges import by_percent
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.types import Span

_FALLING_SUBJECT = rf"\b(?:{NEGATIVE}|moins|écarts?|retards?|froid|évit\w+|pour)\b"


_SIDE = rf"(?:(?P<up>\b(?:{RISE}))|(?P<down>\b(?:{FALL})))"


_ADVERB = r"(?: (?:légèrement|fortement|nettement|encore|ainsi|déjà|à nouveau|de nouveau|même|donc|brutalement|rapidement|d'ailleurs))?"


_OBJECT_AFTER = r" (?:les?|la|l'|des|du|leurs?|ses|son|sa|ces|cette|nos|d'ici)"


def governed(skeleton: Skeleton, pair: Pair) -> tuple[int, Span] | None:
    """The direction that the verb of the pair gives, with its span; ``None`` when nothing governs it."""
    start, end = skeleton.sentence(pair.start)
    text = skeleton.text
    low = max(start, pair.start - 70)
    if pair.form == "from-to":
        tail = rf"{_ADVERB}(?: \(.{{1,20}}\))?(?:,? (?:et |pour |en )?(?:pass\w+|tomb\w+|mont\w+|all\w+))?,? ?$"
    else:
        tail = r"(?: [^,;:]{0,25})?,? (?:à|avec|pour atteindre|s'établi\w+ à) <d>$"
    found = pattern(_SIDE + tail).search(text, low, pair.start)
    if found is None and pair.form == "from-to":
        found = pattern(
            r"<g20>,? en (?:(?P<up>hausse|augmentation|progression|croissance)|(?P<down>baisse|recul|repli|diminution))(?= ?[,.;)"
            + STOP
            + "])"
        ).match(text, pair.end, end)
    if found and pair.before.value < pair.after.value and pattern(_OBJECT_AFTER).match(text, pair.end):
        return None  # « réduire de 25 % à 33 % les vols » is a range
    if pair.form == "from-to" and by_percent(pair.before.lent(pair.after), text[low : pair.start]):
        return None  # « les ventes reculeront de 8 à 5 % » is a range, with its ends inverted
    if found is None or pattern(_FALLING_SUBJECT).search(text, low, found.start()):
        return None
    group = "up" if found["up"] else "down"
    if pattern(r"(?:ne |n'|pas |sans |non |freine\w* |limit\w+ )(?:\w+ )?$").search(
        text, max(start, found.start(group) - 20), found.start(group)
    ):
        return None
    return (1 if group == "up" else -1), skeleton.span(found, group)


#: Between « la chute » and its size.
_REACHES = r"(?:attei(?:nt|gn\w+)|avoisin\w+|frôl\w+|dépass\w+|approch\w+|est (?:donc )?de|était de|serait de|(?:s'élève|s'élevait|s'établit|s'établissait|se monte|se chiffre|ressort) à)"


#: Opens the sentence of a percentage that takes up the values of the one before: « Cette envolée de 150 %… », « La chute atteint 20 % ».
TAKEN_UP = (
    rf"[ «\"]*(?:(?:soit |c'est |voilà |de |avec |devant |après |malgré |face à )?(?:une?|cette|cet|ce|pareille|telle)(?: [^\W\d]+)? (?:{RISE}|{FALL})(?: [^\W\d]+){{0,2}}? (?:de |d')"
    rf"|(?:la |le |l'|cette |ce )(?:{RISE}|{FALL})(?: [^\W\d]+)? {_REACHES} "
    rf"|(?:(?:en|sur) <D>,? |au total,? |en tout,? )?(?:ils?|elles?|on) (?:l'|les )?(?:a|ont) (?:(?!été)[^\W\d]+ )?(?:été )?(?:{RISE}|{FALL})(?: [^\W\d]+)? (?:de |d')"
    rf"|(?:ils?|elles?|on) (?:a|ont) (?:(?:ainsi|donc|déjà) )?(?:gagné|perdu|pris|repris|regagné|cédé) )<d>"
)


#: « ces 12 % de hausse », wherever they stand in the sentence after their values.
_THESE = r"\b(?:de |à )?(?:ces|ce) $"
_OF_CHANGE = r" (?:de |d')(?:hausse|baisse|augmentation|croissance|progression|recul|repli|diminution|réduction|plus|moins|mieux)\b(?! (?:de |d'|des |du )(?!plus))"
#: After a percentage, what it is the change of.
OF_ELSE = (
    r" (?:(?:des?|du|d'|de la|chez|pour|aux?|hors|dans) ?+(?!plus|moins|mieux|(?:surface|superficie|volume|valeur|terrain|effectifs?|sa |son |leur )\b)|à (?!la fin|fin|ce jour)"
    r"|en (?!<A>|<Y>|<D>|une? |quelques |moins |seulement |à peine |tout |glissement|rythme|l'espace))"
)


#: Verbs that take the change as their object (« le titre gagne 3 % »).
_OBJECT = r"(?P<up2>gagn\w+|pren(?:d|nent)|repren\w+|regagn\w+|a pris)|(?P<down2>perd\w*|c[èé]d\w+|lâch\w+|abandonn\w+|recul\w+)"


_STATED = (
    rf"(?:(?P<up>{RISE})|(?P<down>{FALL}))(?: (?!à\b|sous\b|vers\b|jusqu)[^\W\d]+){{0,3}} ?(?:,? ?(?:de |d')|, |: ?|\(|en )(?:l'ordre de )?$"
    rf"|\b(?:(?:la|le|cette|ce) |l')(?:(?P<up3>{RISE})|(?P<down3>{FALL}))(?: [^\W\d]+)? {_REACHES} $"
    rf"|(?:{_OBJECT})(?: (?:ainsi|donc|encore|déjà|environ))? $"
)


#: What a thing has too little or too much of, by so much of what it should have.
_SHORTFALL = r"\b(?:(?P<up>excédents?|surplus)|(?P<down>déficits?|manques?))(?: [^\W\d]+){0,2} (?:de |d'|atteint |est de |: ?)$"
NORMAL = r" (?:par rapport (?:à|aux?)|sur (?:la|les) (?:normales?|moyennes?))"
_AFTERWARDS = (
    r" (?:de |d'|en )(?P<up>plus|hausse|mieux|augmentation|croissance|progression|majoration)"
    r"| (?:de |d'|en )(?P<down>moins|baisse|recul|repli|diminution)|(?: \w+)? (?:(?P<up2>supérieure?s?|plus élevée?s?|au-dessus)|(?P<down2>inférieure?s?|au-dessous|en dessous|en deçà))\b"
)


_BARE = (
    r"(?:soit|, |\(|c'est|: |d'évolution|variation|évolution|écart|de différence)(?: \w+){0,3} ?(?:de |d')?$"
)


#: « 12 % des salariés » is a share; « 12 % de hausse » is not.
_SHARE = r" ?(?:d(?:e|es|u)|d') ?(?:l[ae']|les)? ?(?!plus|moins|hausse|baisse|mieux|croissance|augment|recul|progress|majorat|différence|écart)\w"


_CLOSED = rf" ?[,.;)!?{STOP}]| (?:en|sur|depuis|par rapport|d'une année|de différence|d'écart|entre)\b|$"


def stated_direction(text: str, start: int, stop: int, at: int, amount: Amount) -> int | None:
    """+1 or −1 when the words or the sign make *amount* a change, ``None`` otherwise."""
    before, after = text[max(start, at - 60) : at], text[at + 1 : min(stop, at + 40)]
    written = (amount.quantity.text if amount.quantity else "").lstrip()
    if written[:1] in ("+", "-", "–", "−") or before.rstrip().endswith(("+", "–", "(-", "(−")):
        return 1 if written.startswith("+") or before.rstrip().endswith("+") else -1
    near = pattern(_STATED).search(before)
    if amount.shape is Shape.FRACTION:
        later = pattern(_AFTERWARDS).match(after)
        if near is None and later and amount.value * 2 != 1:
            return 1 if later["up"] or later["up2"] else -1
        if near is None or (
            (near["down"] or near["down3"]) and amount.value * 2 == 1
        ):  # « réduit de moitié »: see `change`
            return None
        return 1 if near["up"] or near["up2"] or near["up3"] else -1
    if near:
        return 1 if near["up"] or near["up2"] or near["up3"] else -1
    short = pattern(_SHORTFALL).search(before) if pattern(NORMAL).match(after) else None
    if short:
        return 1 if short["up"] else -1
    if pattern(_SHARE).match(after):
        return None
    later = pattern(_AFTERWARDS).match(after)
    if later:
        return 1 if later["up"] or later["up2"] else -1
    if pattern(r"[,:(] ?moins $").search(before) and pattern(_CLOSED).match(after):
        return -1
    return None


#: « Il a perdu 5 % en un mois »: over a time of its own.
_WON = r"(?:gagné|perdu|pris|repris|cédé) $"
_OF_LATE = r",? (?:en|sur|depuis|l'an|l'année|cette|ce|au cours|la semaine|le mois|hier|lundi|mardi|mercredi|jeudi|vendredi)\b"


def taken_up(skeleton: Skeleton, at: int) -> bool:
    """True when the percentage at *at* opens its sentence as the change told in the one before."""
    start, _ = skeleton.sentence(at)
    if demonstrative(skeleton, at):
        return True
    opening = pattern(TAKEN_UP).fullmatch(skeleton.text, start, at)
    if opening and pattern(_WON).search(opening[0]) and pattern(_OF_LATE).match(skeleton.text, at + 1):
        return False
    if opening is None and pattern(r"[ «\"']*(?:soit |voilà |donc |c'est )?<d>").fullmatch(
        skeleton.text, start, at
    ):
        return (
            pattern(rf"{_OF_CHANGE}(?= ?[,;:!?.)»{STOP}]| en | sur |$)").match(skeleton.text, at + 1)
            is not None
        )
    return opening is not None and not pattern(OF_ELSE).match(skeleton.text, at + 1)


def demonstrative(skeleton: Skeleton, at: int) -> bool:
    """True for « ces 12 % de hausse », a change that has just been told."""
    said = pattern(_THESE).search(skeleton.text, max(0, at - 10), at)
    return said is not None and pattern(_OF_CHANGE).match(skeleton.text, at + 1) is not None


def unsaid(text: str, start: int, stop: int, at: int) -> int | None:
    """0 when a percentage speaks of the change that a verb carries without saying its direction (« soit 12 % »)."""
    before, after = text[max(start, at - 60) : at], text[at + 1 : min(stop, at + 40)]
    return 0 if pattern(_BARE).search(before) and pattern(_CLOSED).match(after) else None
