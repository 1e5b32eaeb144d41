"""Whether a stretch of text names a person, and whether a common noun is of people who speak."""

from __future__ import annotations

import re
from functools import cache

from relecture.checks.names import Name, names
from relecture.fr.name_words import FIRST_NAMES
from relecture.fr.people import BODIES, COLLECTIVES, ENDINGS, INANIMATE, NOUNS
from relecture.fr.role_words import ROLE_NOUNS
from relecture.types import Article, Label, Span


def place_name(article: Article, noun: Span) -> bool:
    """True for a department or a river whose name ends as a word for people does: « la Meuse », « la Vienne »."""
    return article.text.prose[noun.start].isupper() and any(
        e.label is Label.LOC and any(m.span.overlaps(noun) for m in e.mentions) for e in article.entities
    )


def named(article: Article, stretch: Span) -> bool:
    """True when a person is named: by the model, by a civility or by first name and surname."""
    prose = article.text.prose
    mentions = [(e.label, m.span) for e in article.entities for m in e.mentions if stretch.contains(m.span)]
    if any(label is Label.PER and not _work(prose, span) for label, span in mentions):
        return True
    full = [
        n
        for n in names(prose)
        if stretch.contains(n.span)
        and (n.civil or (len(n.words) > 1 and not _body(prose, n)) or (n.opens and n.words[0] in FIRST_NAMES))
    ]
    return any(n.civil or not any(n.span.overlaps(span) for _, span in mentions) for n in full)


@cache
def _latest() -> re.Pattern[str]:
    # « l'accueil fait au nouveau Garraud »: a film or a book, by the name of who made it.
    return re.compile(
        r"(?<!\w)(?:le|la|du|au)\s(?:nouve(?:l|lle|au)|derni(?:er|ère)|premi(?:er|ère)|prochaine?)\s$", re.I
    )


def _work(prose: str, span: Span) -> bool:
    return _latest().search(prose, max(0, span.start - 16), span.start) is not None


def _body(prose: str, name: Name) -> bool:
    """True for a thing of a place or of people, after its article: « la Bourse de Paris », « l'Union des sportifs »."""
    linked = name.text.partition(" ")[2].startswith(("de ", "du ", "des ", "d'"))
    return linked and _article().search(prose, max(0, name.span.start - 4), name.span.start) is not None


@cache
def _article() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:l[ae]\s|les\s|l'|du\s|aux?\s|des\s)$", re.I)


def speaks(noun: str, follows: bool) -> bool:
    """True for a noun of people, or of a body that speaks: what *follows* a quotation is not the body's answer."""
    word = noun.lower()
    if word in INANIMATE:
        return False
    if word in BODIES:
        return not follows
    return word in NOUNS or word.removesuffix("s") in ROLE_NOUNS or word.endswith(ENDINGS)


@cache
def _collectives() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(COLLECTIVES))})s?(?!\w)", re.I)


def collective(article: Article, stretch: Span) -> bool:
    """True for a body in *stretch*, which may be who speaks: « la ville », « La Poste », « l'Argentine »."""
    prose = article.text.prose
    for entity in article.entities:
        for mention in entity.mentions:
            led = prose.endswith(
                ("L'", "l'", "La ", "la ", "Le ", "le ", "Les ", "les "), 0, mention.span.start
            )
            if stretch.contains(mention.span) and (entity.label is Label.ORG or led):
                return True
    return _collectives().search(prose, stretch.start, stretch.end) is not None
