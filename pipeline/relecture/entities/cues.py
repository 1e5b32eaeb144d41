"""Words around a name that say what it is, whatever the model thought of it.

« la startup X », « le PDG de X », « un contrat avec X », « selon X », « X a annoncé », « X, la société qui »
turn MISC, or nothing at all, into ORG; the strongest take a name away from LOC or PER. « M. X », « Mme X »,
« l'attaquant X » make a PER of anything; « la rue X », « la loi X », « l'école X » name a thing, not a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from relecture.entities.alternation import either
from relecture.entities.candidates import NAME, WORD, Board, Candidate, Origin, Page
from relecture.fr import entity_words as fr
from relecture.fr.places import COUNTRIES
from relecture.fr.role_words import ROLE_NOUNS

_PORTFOLIO = re.compile(
    r"\b(?:[Mm]inistre|[Ss]ecrétaire d'État)(?: [a-zà-ÿ]{6,10})? (?:chargée? )?"
    r"(?:de l'|de la |des |du |à la |à l'|au |aux )$"
)
_OF = r"(?:de la |de l'|de |du |des |d'|chez |à |au )"


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern whose group ``name`` is of *label*; it may take names away from the labels *over*.

    Where the words before the name are one of ``sure``, it may take them from PER too.
    """

    pattern: re.Pattern[str]
    label: str
    over: frozenset[str]
    adds: bool = True
    sure: frozenset[str] = frozenset()


#: A name right before a comma, which no preposition places (« à Nantes, la société qui »).
_NAME_BEFORE = re.compile(rf"(?<!\bà )(?<!\bÀ )(?<!\b[Ee]n )\b(?P<name>{NAME})$")
_APPOSITION = Cue(_NAME_BEFORE, "ORG", frozenset({"MISC", "LOC"}))


def cues(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Apply every cue to *candidates*; new candidates are added where the model saw nothing."""
    board = Board(c for c in candidates if not _is_portfolio(page.text, c))
    for cue in _cues():
        for found in cue.pattern.finditer(page.text):
            lead = page.text[found.start() : found.start("name")].rstrip(' «"“')
            over = cue.over | {"PER"} if lead in cue.sure else cue.over
            _mark(page, board, found.start("name"), found.end("name"), cue, over)
    for found in _apposed().finditer(page.text):
        if named := _NAME_BEFORE.search(page.text, max(found.start() - 60, 0), found.start()):
            _mark(page, board, named.start("name"), found.start(), _APPOSITION, _APPOSITION.over)
    return board.items()


def _is_portfolio(text: str, candidate: Candidate) -> bool:
    """« la ministre de l'Énergie »: what a minister is in charge of is no organisation."""
    before = text[max(candidate.start - 40, 0) : candidate.start]
    return candidate.label != "PER" and _PORTFOLIO.search(before) is not None


def _mark(page: Page, board: Board, start: int, end: int, cue: Cue, labels: frozenset[str]) -> None:
    """Give the name at ``start:end`` the label of *cue*, if it has none or one of *labels*."""
    over = board.over(start, end)
    if not over:
        first = page.text[start:end].split(" ", 1)[0]
        if cue.adds and page.is_proper(start) and first not in fr.NOT_NAMES:
            board.put(Candidate(start, end, cue.label, Origin.CUE))
        return
    held = over[0]
    surface = page.text[held.start : held.end]
    if len(over) > 1 or held.start > start or surface in fr.NOT_NAMES or surface in COUNTRIES:
        return
    if held.label == "PER" and cue.label == "ORG" and _is_someone(page.text, surface):
        return
    if held.label in labels:
        # The model's span may stop short of the name (« Helion » for « Helion Energy ») or go beyond.
        board.put(Candidate(held.start, max(held.end, end), cue.label, Origin.CUE))
    elif held.label == cue.label and held.end < end:
        board.put(Candidate(held.start, end, cue.label, held.origin))


def _is_someone(text: str, surface: str) -> bool:
    """True when the article calls *surface* « M. » or « Mme », or gives it a first name: « Anne Kerbrat »."""
    return re.search(rf"(?:\bM\. |\bMme |[a-zà-ÿ] [A-ZÀ-Þ][\w-]+ ){re.escape(surface)}\b", text) is not None


@cache
def _apposed() -> re.Pattern[str]:
    """« X, la société qui », seen from the comma."""
    after = r"(?:qui|que|chargée?|spécialisée?|créée?|fondée?)\b"
    return re.compile(rf", (?:la |le |l'|une |un ){either(fr.ORG_NOUNS)} {after}")


@cache
def _cues() -> tuple[Cue, ...]:
    name = rf"(?P<name>{NAME})"
    adjectives = r"(?: [a-zà-ÿ][a-zà-ÿ'-]{2,20}){0,2}"
    nouns, heads = either(fr.ORG_NOUNS), either(fr.ORG_HEADS)
    present, past = either(fr.ORG_VERBS_PRESENT), either(fr.ORG_VERBS_PAST)
    adverb = r"(?: (?:déjà|aussi|également|notamment|récemment|d'ailleurs))?"
    people = either(ROLE_NOUNS - fr.ORG_NOUNS - fr.ORG_HEADS)
    weak, strong, person = frozenset({"MISC"}), frozenset({"MISC", "LOC"}), frozenset({"MISC", "LOC", "ORG"})
    bodies, owned = frozenset({"ORG", "PER"}), rf"(?:son|sa|leur|ses|leurs) {either(fr.PLANTS)}"
    return (
        _cue(rf"\b(?:M|MM|Mme|Mmes|Mlle|Me|Dr|Monsieur|Madame)\b\.? {name}", person, "PER"),
        _cue(
            rf"\b(?:l'|le |la ){people}(?: [a-zà-ÿ]{{4,14}})? (?P<name>(?![A-ZÀ-Þ]{{2,}}\b){WORD})",
            person,
            "PER",
            adds=False,
        ),
        _cue(rf"\b{either(fr.THINGS)} {name}", frozenset({"PER"}), "MISC", adds=False),
        _cue(rf"\b(?:{either(fr.SITES)}|{owned}) (?:de |d'|du )(?P<name>{WORD})", bodies, "LOC", adds=False),
        _cue(
            rf"\b(?:au |le |du |l'){either(fr.DIRECTIONS)} (?:de |d'|du )(?P<name>{WORD})",
            bodies,
            "LOC",
            adds=False,
        ),
        _cue(rf"(?:\n|[.!?»] |, )[àÀ] (?P<name>{WORD})(?=,)", bodies, "LOC", adds=False),
        _cue(rf"\b{nouns}{adjectives} [«\"“]? ?{name}", strong, sure=fr.COMPANY_NOUNS),
        _cue(rf"\b(?:l'|[Ll]e ){either(fr.NATIONALITIES)} {name}", strong),
        _cue(rf"\b{heads}(?: [a-zà-ÿ]{{4,14}})? {_OF}{name}", weak),
        _cue(rf"\b{either(fr.COMPANY_HEADS)}(?: [a-zà-ÿ]{{4,14}})? (?:de |d'|du ){name}", strong),
        _cue(rf"\b{either(fr.ORG_DEALS)} (?:[a-zà-ÿ]{{4,14}} )?(?:avec|entre) {name}", weak),
        _cue(rf"\b[Cc]hez {name}", strong | {"PER"}),
        _cue(rf"(?:\b{either(fr.SOURCE_CUES)}|\b[Ss]elon|\bD'après) (?:l'|la |le )?{name}", weak),
        _cue(rf"\b{name} (?:n')?(?:a|ont|avait|vient d[e'])(?: pas)?{adverb} ?(?:{past}|{past}r)\b", weak),
        _cue(rf"\b{name} (?:ne |n'|s')?{present}\b", weak),
    )


def _cue(
    pattern: str,
    over: frozenset[str],
    label: str = "ORG",
    *,
    adds: bool = True,
    sure: frozenset[str] = frozenset(),
) -> Cue:
    return Cue(re.compile(pattern), label, over, adds, sure)
