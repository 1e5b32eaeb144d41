"""The list of known organisations and its look-up.

A gazetteer is a UTF-8 file of tab-separated lines: canonical name, acronym, other names (``|`` apart),
domain, source; the last four may be empty. ``#`` opens a comment. `Settings.gazetteers` names files
of the same form that add to the list shipped in ``relecture/fr/organisations.tsv``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from relecture.entities.candidates import Board, Candidate, Origin, Page, relabelled
from relecture.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Organisation:
    """A known organisation and the ways its name is written; *acronym* is one of them, or empty."""

    canonical: str
    acronym: str
    others: tuple[str, ...]
    domain: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every written form, the canonical one first."""
        return (self.canonical, *((self.acronym,) if self.acronym else ()), *self.others)


@dataclass(frozen=True)
class Gazetteer:
    """Organisations by written form, and by the first word of each form for the search in a text."""

    by_name: dict[str, Organisation]
    by_first: dict[str, tuple[str, ...]]

    def canonical(self, surface: str) -> str | None:
        """The canonical name behind *surface*, exactly as written; ``None`` when it is not listed."""
        found = self.by_name.get(surface)
        return found.canonical if found else None


def load(files: Sequence[str] = ()) -> Gazetteer:
    """The shipped list with *files* added; raises `ConfigurationError` when one cannot be read."""
    return _load(tuple(files))


@cache
def _load(files: tuple[str, ...]) -> Gazetteer:
    shipped = resources.files("relecture.fr").joinpath("organisations.tsv").read_text(encoding="utf-8")
    listed = _parse(shipped, "organisations.tsv")
    for name in files:
        try:
            listed += _parse(Path(name).read_text(encoding="utf-8"), name)
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigurationError(f"{name}: {error}") from error
    by_name = {form: organisation for organisation in listed for form in organisation.names}
    by_first: dict[str, list[str]] = {}
    for form in sorted(by_name, key=len, reverse=True):
        by_first.setdefault(_first_word(form), []).append(form)
    return Gazetteer(by_name, {word: tuple(forms) for word, forms in by_first.items()})


def _parse(content: str, origin: str) -> list[Organisation]:
    found = []
    for number, line in enumerate(content.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, acronym, others, domain, *_ = [*(cell.strip() for cell in line.split("\t")), "", "", ""]
        if not name:
            raise ConfigurationError(f"{origin}, line {number}: the first column, the name, is empty")
        others_listed = tuple(other.strip() for other in others.split("|") if other.strip())
        found.append(Organisation(name, acronym, others_listed, domain))
    return found


_SEPARATORS = str.maketrans("'’-.", "    ")
#: « Ifremer de Plouzané », not « Union européenne de radio-télévision ».
_PLACE = re.compile(r" de [A-ZÀ-Þ0-9]")
_FIRST = re.compile(r"[\w.+]+")
#: Begins with a letter of a set, what stands before checked after: the engine leaps from one to the next.
_WORDS = re.compile(r"[A-ZÀ-ÖØ-Þ0-9x](?<![\w-].)(?:(?<!x)[\w.+]*|(?<=x)[A-Z]\w*)")


def _first_word(form: str) -> str:
    found = _FIRST.match(form)
    return found.group() if found else form


def gazetteer(page: Page, candidates: Sequence[Candidate], known: Gazetteer) -> list[Candidate]:
    """Give listed names the label ORG, the listed bounds, and add those that nothing covers.

    A listed name inside a longer span (« EDF » in « EDF Renouvelables Japon ») changes nothing.
    """
    board = Board(candidates)
    for start, end in _listed(page.text, known):
        over = board.over(start, end)
        if not over:
            if page.is_proper(start) or " " in page.text[start:end] or not page.opens_sentence(start):
                board.put(Candidate(start, end, "ORG", Origin.GAZETTEER))
        elif len(over) == 1 and over[0].start == start and _PLACE.match(page.text, end):
            # « Ifremer de Plouzané »: the place is not part of a listed name.
            board.put(Candidate(start, end, "ORG", Origin.GAZETTEER))
        elif all(start <= c.start and c.end <= end for c in over):
            if len(over) == 1 and (over[0].start, over[0].end) == (start, end):
                board.put(relabelled(over[0], "ORG", Origin.GAZETTEER))
            else:
                board.put(Candidate(start, end, "ORG", Origin.GAZETTEER))
    return board.items()


def _listed(text: str, known: Gazetteer) -> list[tuple[int, int]]:
    found = []
    at = 0
    for word in _WORDS.finditer(text):
        if word.start() < at:
            continue
        for form in known.by_first.get(word.group().rstrip("."), ()):
            end = word.start() + len(form)
            if text.startswith(form, word.start()) and not _continues(text, end):
                found.append((word.start(), end))
                at = end
                break
    return found


def _continues(text: str, end: int) -> bool:
    """True when the name goes on past the listed form: a letter, a hyphen, or another capital."""
    following = text[end : end + 2]
    return bool(following) and (
        following[0].isalnum()
        or (following[0] == "-" and following[1:].isalpha())
        or (following[0] == " " and following[1:].isupper() and not following[1:].isdigit())
    )


@lru_cache(maxsize=8192)
def plain(surface: str) -> str:
    """*surface* in lower case without accents, hyphens or apostrophes: the key under which names meet."""
    decomposed = unicodedata.normalize("NFD", surface.casefold())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(kept.translate(_SEPARATORS).split())
