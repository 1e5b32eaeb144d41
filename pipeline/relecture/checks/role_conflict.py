"""One person with two functions that exclude each other, or one function with two holders.

Compares the functions that the entities hold (« Marc Delorne, PDG d'EDF », « la préfète du Gard, Lise Aubin »,
« le capitaine Perrin », « X (PDG d'EDF) »). A conflict is: the same person with one function in two houses, two
fields (« directrice financière », « directrice juridique »), two portfolios, or for two sides of a trial; with two
ranks or stations of one ladder (commandant and lieutenant, député and sénatrice, cardiologue and neurologue); in two
parties or two trade unions. Or two people with one exclusive function in one house, named both times or once
(« le maire de Dole, X », then « la maire, Y », with no other place between).

Admitted: whatever a word nearby says is past, to come, shared, dated or has changed hands (« ancien », « ex- »,
« par intérim », « nommé », « successeur »…), functions given together, a house that only takes up a name (« du
groupe »), shorter forms and acronyms of one house, a prefect's region and department, ministers whose portfolios are
usually held together, « lieutenant-colonel » taken up as « colonel ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from relecture.checks.base import Rule, evidence, finding
from relecture.checks.incompatible import excludes, one_chair, one_seat, two_holders
from relecture.checks.names import names, near
from relecture.checks.prose import sentence_around
from relecture.checks.roles import Held, allegiances, held
from relecture.checks.titles import read, same_house
from relecture.checks.trial_sides import both_sides
from relecture.fr.functions import OF_RESEARCH
from relecture.settings import Settings
from relecture.types import Article, Finding, Label, Severity, Span

RULE = Rule(
    slug="role-conflict",
    code="N02",
    family="N",
    severity=Severity.WARNING,
    title={"fr": "Fonctions incompatibles", "en": "Conflicting functions"},
    why={
        "fr": "Une fonction attribuée à deux personnes, ou deux fonctions qui s’excluent, signalent une confusion.",
        "en": "One function given to two people, or two that exclude each other, point to a mix-up.",
    },
    messages={
        "organisation": {
            "fr": "{person} : « {one} », puis « {other} ». Laquelle de ces fonctions est la bonne ?",
            "en": "{person}: “{one}”, then “{other}”. Which function is right?",
        },
        "holders": {
            "fr": "« {one} » est attribué à {person} et à {second} : qui occupe la fonction ?",
            "en": "“{one}” is given to {person} and to {second}: who holds it?",
        },
    },
    flagged=(
        "Jeanne Aubertin, préfète du Gard, a pris un arrêté. Jeanne Aubertin, préfète du Jura, le lèvera mardi.",
        "Le capitaine Rémi Vasseur a coordonné la battue. L’adjudant Rémi Vasseur remercie les volontaires.",
        "Le PDG de Valortec, Hugo Lambertin, promet des embauches. Claire Sorel, PDG de Valortec, ne dit pas combien.",
        "La directrice financière d’Orvalis, Zoé Blin, part. « J’y songeais », dit Zoé Blin, directrice juridique du groupe.",
        "Samia Roubaud (UDI) mène la liste. Au second tour, Samia Roubaud (LR) a retiré la sienne.",
    ),
    accepted=(
        "Jeanne Aubertin, préfète du Gard, a pris un arrêté. Son successeur, Marc Fabre, préfet du Gard, le lèvera.",
        "Le lieutenant-colonel Rémi Vasseur dirige la battue. Le colonel Vasseur remercie les volontaires.",
        "La directrice financière d’Orvalis, Zoé Blin, part. Zoé Blin, directrice financière du groupe, ne dit rien.",
        "Le PDG de Valortec, Hugo Lambertin, a reçu Claire Sorel, PDG de Mécanord.",
        "Ancien maire de Dole, Luc Perrin est aujourd’hui président de l’office. Le maire de Dole, Jean Caron, l’a salué.",
    ),
    false_positives=(
        "Une promotion ou un changement de poste que l’article ne dit pas.",
        "Deux homonymes réels, ou deux coprésidents nommés séparément.",
    ),
)


#: Functions that are compared; no article has more.
_COMPARED = 80


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a person or a function in conflict, at the first pair of mentions that shows it."""
    prose = article.text.prose
    done: set[str] = set()
    standing = [h for h in held(article) if not h.changed][:_COMPARED]
    for one, other in combinations(standing, 2):
        same = one.person_id == other.person_id
        if same and not _listed(prose, one, other) and excludes(one, other):
            key, subject = "organisation", one.person_id
        elif not same and _two_holders(article, one, other) and not _misspelt(one, other):
            key, subject = "holders", one.title.head
        else:
            continue
        if subject not in done:
            done.add(subject)
            yield finding(
                RULE,
                settings,
                [evidence(article, h.whole, "fonction") for h in (one, other)],
                key,
                confidence=0.88,
                one=_short(one.span.of(prose)),
                other=_short(other.span.of(prose)),
                person=one.person,
                second=other.person,
            )
    yield from _left_and_held(article, settings, done)
    yield from _two_allegiances(article, settings, done)
    for person, one_side, other_side in both_sides(article.text.prose):
        spans = (one_side, other_side)
        yield finding(
            RULE,
            settings,
            [evidence(article, span, "fonction") for span in spans],
            "organisation",
            confidence=0.88,
            person=person,
            one=_short(one_side.of(article.text.raw)),
            other=_short(other_side.of(article.text.raw)),
        )


@cache
def _former() -> re.Pattern[str]:
    return re.compile(r"(?:ancien(?:ne)?\s|ex-)", re.I)


@cache
def _current() -> re.Pattern[str]:
    return re.compile(r"\bactuel(?:le)?\s$", re.I)


def _left_and_held(article: Article, settings: Settings, done: set[str]) -> Iterator[Finding]:
    """« l'ancien directeur de la prison, X », then « l'actuel directeur, X »."""
    prose = article.text.prose
    everything = held(article)[:_COMPARED]
    left = [
        (h, read(_former().sub("", h.span.of(prose), count=1)))
        for h in everything
        if _former().match(prose, h.span.start)
    ]
    for one, title in left:
        for other in everything:
            now = _current().search(prose, max(0, other.span.start - 10), other.span.start)
            same = now and other.person_id == one.person_id and other.title.head == title.head
            if same and other.person_id not in done and same_house(title, other.title):
                done.add(other.person_id)
                yield finding(
                    RULE,
                    settings,
                    [
                        evidence(article, h.whole, "fonction")
                        for h in sorted((one, other), key=lambda h: h.span)
                    ],
                    "organisation",
                    confidence=0.88,
                    person=one.person,
                    one=_short(one.span.of(prose)),
                    other=_short(prose[now.start() : other.span.end] if now else ""),
                )


def _listed(prose: str, one: Held, other: Held) -> bool:
    """True for functions given together: « maire de Dole et députée du Jura »."""
    return one.person_span == other.person_span or prose[one.span.end : other.span.start].strip() in {"et", ","}


@cache
def _new() -> re.Pattern[str]:
    return re.compile(r"\bnouve(?:au|l|lle)\s$", re.I)


@cache
def _rank() -> re.Pattern[str]:
    return re.compile(OF_RESEARCH, re.I)


@cache
def _the() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:l[ea]\s|l')$", re.I)


def _two_holders(article: Article, one: Held, other: Held) -> bool:
    prose = article.text.prose
    if any(_new().search(prose, max(0, h.span.start - 10), h.span.start) for h in (one, other)):
        return False
    if _rank().match(one.span.of(prose)):
        return False
    definite = any(_the().search(prose, max(0, h.span.start - 4), h.span.start) for h in (one, other))
    if definite and one_chair(one, other):
        return True
    return two_holders(one, other) or (one_seat(one, other) and not _elsewhere(article, one, other))


def _elsewhere(article: Article, one: Held, other: Held) -> bool:
    """True when a place or a firm is named from *one* on to the end of *other*'s sentence."""
    prose = article.text.prose
    people = [m.span for e in article.entities if e.label is Label.PER for m in e.mentions]
    reach = Span(one.whole.end, max(one.whole.end, sentence_around(prose, other.span).end))
    named = [n.span for n in names(prose) if reach.contains(n.span) and not n.opens]
    named += [
        m.span
        for e in article.entities
        if e.label is not Label.PER
        for m in e.mentions
        if reach.contains(m.span)
    ]
    return any(not any(span.overlaps(p) for p in people) and not one.span.overlaps(span) for span in named)


def _misspelt(one: Held, other: Held) -> bool:
    """True when two names are spellings of one, which is another check's finding."""
    a, b = one.person.split(), other.person.split()
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1 and any(map(near, a, b))


def _two_allegiances(article: Article, settings: Settings, done: set[str]) -> Iterator[Finding]:
    """People in two parties or two trade unions, those of *done* left out."""
    seen: dict[tuple[str, int], tuple[int, str, Span]] = {}
    for person, sort, tag, name, span in allegiances(article):
        first_tag, first_name, first_span = seen.setdefault((person, sort), (tag, name, span))
        if first_tag != tag and person not in done:
            yield finding(
                RULE,
                settings,
                [evidence(article, s, "étiquette") for s in sorted((first_span, span))],
                "organisation",
                confidence=0.88,
                person=next(e.canonical for e in article.entities if e.id == person),
                one=first_name,
                other=name,
            )
            return


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 44 else text[:43].rstrip() + "…"
