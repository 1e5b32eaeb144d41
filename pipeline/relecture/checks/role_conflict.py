"""One person with two functions that exclude each other, or one function with two holders.

Reads functions in apposition (« Marc Delorne, PDG d'EDF »), before the name (« la préfète du Gard, Lise
Aubin », « le capitaine Perrin ») and between parentheses. A conflict is: the same person heading two
different organisations with the same title; the same person with two ranks or stations of one ladder
(commandant and lieutenant, député and sénatrice); two people with the same exclusive title in the same
organisation; a person in two parties.

Admitted: whatever a word nearby says is past, to come, shared or has changed hands (« ancien », « ex- »,
« par intérim », « nommé », « successeur »…), shorter forms of one organisation, ministers whose
portfolios are usually held together, « lieutenant-colonel » taken up as « colonel ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from relecture.checks.base import Rule, evidence, finding
from relecture.checks.names import bare
from relecture.checks.roles import Held, held, parties
from relecture.fr.functions import CORPS, EXCLUSIVE, HEADS, LADDERS, MASCULINE, PLURAL, PORTFOLIOS, SYNONYMS
from relecture.settings import Settings
from relecture.types import Article, Finding, Severity, Span

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
        "Samia Roubaud (UDI) mène la liste. Au second tour, Samia Roubaud (LR) a retiré la sienne.",
    ),
    accepted=(
        "Jeanne Aubertin, préfète du Gard, a pris un arrêté. Son successeur, Marc Fabre, préfet du Gard, le lèvera.",
        "Le lieutenant-colonel Rémi Vasseur dirige la battue. Le colonel Vasseur remercie les volontaires.",
        "Le PDG de Valortec, Hugo Lambertin, a reçu Claire Sorel, PDG de Mécanord.",
        "Ancien maire de Dole, Luc Perrin est aujourd’hui président de l’office. Le maire de Dole, Jean Caron, l’a salué.",
    ),
    false_positives=(
        "Une promotion ou un changement de poste que l’article ne dit pas.",
        "Deux homonymes réels, ou deux coprésidents nommés séparément.",
    ),
)


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a person or a function in conflict, at the first pair of mentions that shows it."""
    prose = article.text.prose
    done: set[str] = set()
    for one, other in combinations(held(prose), 2):
        if one.changed or other.changed:
            continue
        same = _same_person(one.person, other.person)
        if same and _excludes(one, other):
            key, subject, person = "organisation", bare(other.person), _fuller(one.person, other.person)
        elif not same and _two_holders(one, other):
            key, subject, person = "holders", one.title + one.organisation, one.person
        else:
            continue
        if subject not in done:
            done.add(subject)
            yield finding(
                RULE,
                settings,
                [evidence(article, _whole(h), "fonction") for h in (one, other)],
                key,
                confidence=0.88,
                one=_short(one.span.of(prose)),
                other=_short(other.span.of(prose)),
                person=person,
                second=other.person,
            )
    yield from _two_parties(article, settings)


def _whole(item: Held) -> Span:
    """The function and the person, as one span."""
    return Span(min(item.span.start, item.person_span.start), max(item.span.end, item.person_span.end))


def _same_person(one: str, other: str) -> bool:
    a, b = bare(one).split(), bare(other).split()
    shorter, longer = sorted((a, b), key=len)
    return longer[-len(shorter) :] == shorter


def _fuller(one: str, other: str) -> str:
    return max(one, other, key=len)


def _excludes(one: Held, other: Held) -> bool:
    """True when one person cannot be both."""
    if one.title == other.title:
        if not (one.organisation and other.organisation) or _same_organisation(one, other):
            return False
        if one.title in EXCLUSIVE:
            return True
        return one.organisation.split()[0] == other.organisation.split()[0] and one.organisation[0].isalpha()
    if one.organisation and one.organisation == other.organisation and {one.title, other.title} <= HEADS:
        return not any({one.title, other.title} <= group for group in SYNONYMS)
    for ladder in LADDERS:
        ranks = {MASCULINE.get(rank, rank) for rank in ladder}
        if one.title in ranks and other.title in ranks:
            return _rungs_apart(one, other) if "colonel" in ranks else True
    return False


def _rungs_apart(one: Held, other: Held) -> bool:
    """True for two military ranks; « lieutenant-colonel » may be taken up as « colonel », and « commandant de
    bord » or « capitaine de l'équipe » are no ranks."""
    if any(h.organisation and not h.organisation.startswith(CORPS) for h in (one, other)):
        return False
    return one.title not in other.title and other.title not in one.title


def _same_organisation(one: Held, other: Held) -> bool:
    """True when two names may be of one organisation: a word in common, or two usual portfolios of a minister."""
    a, b = (set(re.findall(r"[\w-]{2,}", h.organisation)) - _EMPTY for h in (one, other))
    if a & b and not (len(a - b) and len(b - a) and one.title != "ministre"):
        return True
    if one.title == "ministre":
        wide = [{bare(w) for w in group} for group in PORTFOLIOS]
        return bool(a & b) or any(a & group and b & group for group in wide)
    return False


_EMPTY = frozenset({"de", "du", "des", "la", "le", "les", "et", "aux", "au"})


def _two_holders(one: Held, other: Held) -> bool:
    """True when two people hold one function that takes one holder, in one named organisation."""
    if one.title != other.title or one.title not in (*EXCLUSIVE, "président") or one.title in PLURAL:
        return False
    return bool(one.organisation) and one.organisation == other.organisation


def _two_parties(article: Article, settings: Settings) -> Iterator[Finding]:
    seen: dict[str, tuple[str, Span]] = {}
    for person, party, span in parties(article.text.prose):
        before = seen.setdefault(bare(person), (party, span))
        if before[0] != party:
            yield finding(
                RULE,
                settings,
                [evidence(article, s, "étiquette") for s in (before[1], span)],
                "organisation",
                confidence=0.88,
                person=person,
                one=before[0],
                other=party,
            )
            return


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 44 else text[:43].rstrip() + "…"
