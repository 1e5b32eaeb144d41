"""A fraction in words and a percentage that differ: « un quart des foyers (30 %) ».

The two stand side by side, in brackets or after « soit ». A plain fraction is right to 1.5 points; « près
de », « plus de », « environ » give six points on their side.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from relecture.checks.arithmetic import judged, number, relations, surface
from relecture.checks.base import Outcome, Rule
from relecture.relations.amounts import LOOSE, Amount
from relecture.relations.bounds import Bounds
from relecture.relations.links import role
from relecture.settings import Settings
from relecture.types import Article, RelationKind, Severity, Verdict

RULE = Rule(
    slug="fraction-percent-mismatch",
    code="E03",
    family="E",
    severity=Severity.WARNING,
    title={"fr": "Fraction et pourcentage discordants", "en": "Fraction and percentage disagree"},
    why={
        "fr": "Une fraction et le pourcentage qui la redit doivent désigner la même part.",
        "en": "A fraction and the percentage that repeats it must stand for the same share.",
    },
    messages={
        "default": {
            "fr": "« {fraction} » fait {expected} ; le texte dit {said}.",
            "en": "“{fraction}” is {expected}; the text says {said}.",
        }
    },
    flagged=(
        "Un tiers des élèves (25 %) déjeunent à la cantine.",
        "Les trois quarts des communes, soit 68 %, ont répondu.",
        "Plus de la moitié des pompes (46 %) sont à changer.",
    ),
    accepted=(
        "Un tiers des élèves (33 %) déjeunent à la cantine.",
        "Près de la moitié des pompes (46 %) sont à changer.",
        "Un quart des communes ont répondu, contre 30 % l’an dernier.",
    ),
    false_positives=("Un pourcentage entre parenthèses qui dit autre chose que la fraction.",),
)
_MARGIN, _QUALIFIED = Decimal("1.5"), Decimal(6)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The fractions that their percentage contradicts, or confirms."""
    for relation in relations(article, RelationKind.EQUALITY, "fraction"):
        fraction, share = role(relation, "source"), role(relation, "stated")
        expected, stated = _points(fraction), share.bounds(LOOSE)
        lang = settings.lang
        yield from judged(
            RULE,
            article,
            settings,
            (fraction, share),
            stated,
            expected,
            relation=f"{surface(article, fraction, lang)} = {number(expected.value, lang, '%', digits=3)}",
            unit="%",
            verdict=Verdict.VERIFIED if stated.meets(expected) else Verdict.INCONSISTENT,
            fraction=surface(article, fraction, lang),
            said=surface(article, share, lang),
        )


def _points(fraction: Amount) -> Bounds:
    """The percentages that a fraction in words may stand for."""
    value = fraction.value * 100
    if fraction.slack is None:
        return Bounds.around(value, _MARGIN)
    below = _QUALIFIED if fraction.slack.below is None or fraction.slack.below > 0 else Decimal(0)
    above = _QUALIFIED if fraction.slack.above > 0 else Decimal("0.5")
    return Bounds(value - below, value, value + above)
