"""Words around a name that say what it is, whatever the model thought of it.

« la startup X », « le PDG de X », « un contrat avec X », « selon X », « X a annoncé », « X, la société qui »
turn MISC, or nothing at all, into ORG; the strongest take a name away from LOC or PER. « M. X », « Mme X »,
« l'attaquant X » make a PER of anything; « la rue X », « la loi X », « l'école X » name a thing, not a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from relecture.entities.alternation import either
from relecture.entities.candidates import NAME, WORD, Board, Candidate, Origin, Page
from relecture.fr import entity_words as fr
from relecture.fr.places import COUNTRIES
from relecture.fr.role_words import ROLE_NOUNS
from relecture.openings import at_words, first_words, opened

_PORTFOLIO = re.compile(
    r"\b(?:[Mm]inistre|[Ss]ecrétaire d'État)(?: [a-zà-ÿ]{6,10})? (?:chargée? )?"
    r"(?:de l'|de la |des |du |à la |à l'|au |aux )$"
)
_OF = r"(?:de la |de l'|de |du |des |d'|chez |à |au )"


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern whose group ``name`` is of *label*; it may take names away from the labels *over*.

    Where the words before the name are one of ``sure``, it may take them from PER too. ``opens`` are the words
    that the pattern can begin with, where they are known.
    """

    pattern: re.Pattern[str]
    label: str
    over: frozenset[str]
    adds: bool = True
    sure: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()


_CIVILITIES = ("M", "MM", "Mme", "Mmes", "Mlle", "Me", "Dr", "Dre", "Pr", "Monsieur", "Madame")
_OWN = ("son ", "sa ", "leur ", "ses ", "leurs ")
_TOWARDS = ("au ", "le ", "du ", "l'")
#: A name right before a comma, which no preposition places (« à Nantes, la société qui »).
_NAME_BEFORE = re.compile(rf"(?<!\bà )(?<!\bÀ )(?<!\b[Ee]n )\b(?P<name>{NAME})$")
_APPOSITION = Cue(_NAME_BEFORE, "ORG", frozenset({"MISC", "LOC"}))


def cues(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Apply every cue to *candidates*; new candidates are added where the model saw nothing."""
    board = Board(c for c in candidates if not _is_portfolio(page.text, c))
    for cue in _cues():
        by = cue.opens
        for found in opened(cue.pattern, by, page.text) if by else at_words(cue.pattern, page.text):
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
    name, word = rf"(?P<name>{NAME})", rf"(?P<name>{WORD})"
    adjectives = r"(?: [a-zà-ÿ][a-zà-ÿ'-]{2,20}){0,2}"
    present, past = either(fr.ORG_VERBS_PRESENT), either(fr.ORG_VERBS_PAST)
    adverb = r"(?: (?:déjà|aussi|également|notamment|récemment|d'ailleurs))?"
    people = ROLE_NOUNS - fr.ORG_NOUNS - fr.ORG_HEADS
    weak, strong, person = frozenset({"MISC"}), frozenset({"MISC", "LOC"}), frozenset({"MISC", "LOC", "ORG"})
    bodies, thing = frozenset({"ORG", "PER"}), frozenset({"PER"})
    proper = rf"(?P<name>(?![A-ZÀ-Þ]{{2,}}\b){WORD})"
    return (
        _opened(_CIVILITIES, rf"\.? {name}", person, "PER"),
        _opened(
            people, rf"(?: [a-zà-ÿ]{{4,14}})? {proper}", person, "PER", after=("l'", "le ", "la "), adds=False
        ),
        _opened(fr.THINGS, f" {name}", thing, "MISC", adds=False),
        _opened(fr.SITES, f" (?:de |d'|du ){word}", bodies, "LOC", adds=False),
        _opened(fr.PLANTS, f" (?:de |d'|du ){word}", bodies, "LOC", after=_OWN, adds=False),
        _opened(fr.DIRECTIONS, f" (?:de |d'|du ){word}", bodies, "LOC", after=_TOWARDS, adds=False),
        _led(rf"[àÀ] (?:(?<=\n..)|(?<=[.!?»,] ..)){word}(?=,)", bodies, "LOC", adds=False),
        _opened(fr.ORG_NOUNS, rf"{adjectives} [«\"“]? ?{name}", strong, sure=fr.COMPANY_NOUNS),
        _opened(fr.NATIONALITIES, f" {name}", strong, after=("l'", "le ", "Le ")),
        _opened(fr.ORG_HEADS, rf"(?: [a-zà-ÿ]{{4,14}})? {_OF}{name}", weak),
        _opened(fr.COMPANY_HEADS, rf"(?: [a-zà-ÿ]{{4,14}})? (?:de |d'|du ){name}", strong),
        _opened(fr.ORG_DEALS, rf" (?:[a-zà-ÿ]{{4,14}} )?(?:avec|entre) {name}", weak),
        _opened(("Chez", "chez"), f" {name}", strong | {"PER"}),
        _opened({*fr.SOURCE_CUES, "Selon", "D'après"}, f" (?:l'|la |le )?{name}", weak),
        _led(rf"{name} (?:n')?(?:a|ont|avait|vient d[e'])(?: pas)?{adverb} ?(?:{past}|{past}r)\b", weak),
        _led(rf"{name} (?:ne |n'|s')?{present}\b", weak),
    )


def _opened(
    words: Iterable[str],
    rest: str,
    over: frozenset[str],
    label: str = "ORG",
    *,
    after: tuple[str, ...] = (),
    adds: bool = True,
    sure: frozenset[str] = frozenset(),
) -> Cue:
    """A cue that begins with one of *words*, right after one of the strings *after* if there are any."""
    before = "|".join(rf"(?<=\b{word})" for word in after)
    pattern = re.compile(rf"(?:{before}){either(words)}{rest}")
    return Cue(pattern, label, over, adds, sure, first_words(words))


def _led(pattern: str, over: frozenset[str], label: str = "ORG", *, adds: bool = True) -> Cue:
    """A cue that begins with a capital, or with « à »."""
    return Cue(re.compile(pattern), label, over, adds)
