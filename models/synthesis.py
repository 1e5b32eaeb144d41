"""Sentences of our own filled at random with names: training text for what the public corpora lack."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from material import Row, Span

LISTS = Path(__file__).parent / "lists"
GAZETTEER = Path(__file__).parent.parent / "pipeline" / "relecture" / "fr" / "organisations.tsv"
_SLOT = re.compile(r"\{([A-Z](?:\.acronym)?)\}|\[([^\]]+)\]")
_LABELS = {
    "P": "PER",
    "S": "PER",
    "T": "LOC",
    "D": "LOC",
    "Z": "LOC",
    "M": "MISC",
    "X": "MISC",
    "W": "MISC",
    "B": "LOC",
    "N": "",
}
_VOWELS = "AEIOUYÉÈÊÀÂÎÔÛHaeiouyéèêàâîôûh"
MEDIA_DOMAINS = ("media",)
COMPANY_DOMAINS = ("energy", "tech", "company")


@cache
def blocks(name: str) -> dict[str, tuple[str, ...]]:
    """A list file by its headings (« # title »): words apart by spaces, « ~ » for a space inside a name."""
    found: dict[str, list[str]] = {"": []}
    heading = ""
    for line in (LISTS / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ").strip()
            found[heading] = []
        else:
            found[heading] += [word.replace("~", " ") for word in line.split()]
    return {title: tuple(words) for title, words in found.items()}


@cache
def sentences() -> tuple[str, ...]:
    """The sentences with slots."""
    lines = (LISTS / "sentences.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def listed(domains: tuple[str, ...]) -> tuple[str, ...]:
    """The canonical names of the gazetteer in *domains*, the longest left out."""
    return tuple(row[0] for row in _gazetteer() if row[3] in domains and len(row[0]) < 40)


@dataclass
class Names:
    """A source of names drawn at random; the same seed gives the same names."""

    random: random.Random

    def pick(self, file: str, heading: str = "") -> str:
        """One entry of a list file."""
        return self.random.choice(blocks(file)[heading])

    def first_name(self) -> str:
        return self.pick("first_names.txt")

    def surname(self) -> str:
        name = self.pick("surnames.txt")
        double = " " not in name and self.random.random() < 0.03
        return f"{name}-{self.pick('surnames.txt')}" if double else name

    def person(self) -> str:
        return f"{self.first_name()} {self.surname()}"

    def town(self) -> str:
        return self.pick("places.txt", "towns")

    def acronym(self) -> str:
        return "".join(self.random.choices("ABCDEFGIJLMNOPRSTUV", k=self.random.choice((2, 3, 3, 3, 4, 4, 5))))

    def company(self) -> str:
        """A listed company, an acronym, or an invented name."""
        draw = self.random.random()
        if draw < 0.35:
            return self.random.choice(listed(COMPANY_DOMAINS))
        if draw < 0.42:
            return self.acronym()
        syllables = blocks("words.txt")["syllables of invented names"]
        root = "".join(self.random.choices(syllables, k=self.random.choice((2, 2, 3)))).capitalize()
        if draw > 0.9:
            root += self.random.choice(("Meudon", "Elec", "Lab", "Watt", "AI", "Tech", "Sol"))
        if draw > 0.7:
            root += f" {self.pick('words.txt', 'endings of company names')}"
        return self.surname() if draw > 0.97 else root

    def institution(self, before: str) -> str:
        """An institution spelt out whose head agrees with the article that ends *before*."""
        if before.endswith(("L'", "l'", "d'")):
            heading = "heads after « l' »"
        elif re.search(r"\b[Ll]a $", before):
            heading = "heads after « la »"
        else:
            heading = "heads after « le »"
        head = self.pick("words.txt", heading)
        feminine = heading != "heads after « le »" and head not in ("Institut", "Observatoire", "Office")
        masculine, other = self.pick("words.txt", "adjectives, masculine then feminine after a bar").split("|")
        adjective = other if feminine else masculine
        if head == "Laboratoire" and self.random.random() < 0.5:
            return f"{head} {adjective} {self.person() if self.random.random() < 0.5 else self.town()}"
        purpose = self.pick("words.txt", "what institutions do")
        return f"{head} {adjective} {purpose}" if self.random.random() < 0.7 else f"{head} {purpose}"

    def club(self) -> str:
        """A club under its full name."""
        if self.random.random() < 0.4:
            return self.pick("words.txt", "whole clubs")
        return f"{self.pick('words.txt', 'club words before or after a town')} {self.town()}"

    def fill(self, slot: str, before: str) -> str:
        """A name for *slot*; *before* is the sentence so far."""
        if slot == "P":
            return self.person()
        if slot in ("S", "N"):
            return self.surname()
        if slot == "I":
            return self.institution(before)
        if slot in ("T", "C"):
            return self.town()
        if slot == "K":
            return self.club()
        if slot == "O":
            return self.company()
        if slot == "A":
            return self.random.choice(_acronyms()) if self.random.random() < 0.5 else self.acronym()
        if slot == "G":
            return self.random.choice(listed(MEDIA_DOMAINS))
        file, heading = _LISTED[slot]
        name = self.pick(file, heading)
        return f"région {name}" if slot == "R" else name


_LISTED = {
    "D": ("places.txt", "countries"),
    "Z": ("places.txt", "departments and regions"),
    "R": ("places.txt", "regions that act"),
    "V": ("words.txt", "associations"),
    "U": ("words.txt", "parties and unions"),
    "M": ("words.txt", "products and machines"),
    "X": ("words.txt", "competitions and events"),
    "W": ("words.txt", "works, plans and operations"),
    "B": ("words.txt", "streets and buildings"),
}


@cache
def _acronyms() -> tuple[str, ...]:
    return tuple(row[1] for row in _gazetteer() if row[1])


@cache
def _gazetteer() -> tuple[list[str], ...]:
    lines = GAZETTEER.read_text(encoding="utf-8").splitlines()
    return tuple(line.split("\t") for line in lines if line and not line.startswith("#"))


def sentence(names: Names) -> Row:
    """One filled sentence."""
    return fill(names.random.choice(sentences()), names)


def fill(pattern: str, names: Names) -> Row:
    """*pattern* with its slots filled, and what they hold as entities."""
    text, at, institution = "", 0, ""
    ents: list[Span] = []
    for slot in _SLOT.finditer(pattern):
        text += pattern[at : slot.start()]
        at = slot.end()
        if slot.group(2):
            name = fill(slot.group(2), names).text
        elif slot.group(1) == "I.acronym":
            name = initials(institution)
        else:
            name = names.fill(slot.group(1), text)
            institution = name if slot.group(1) == "I" else institution
        text = elided(text, name) if slot.group(1) else text
        label = _LABELS.get((slot.group(1) or "O")[0], "ORG")
        if label:
            ents.append((len(text), len(text) + len(name), label))
        text += name
    return Row(text + pattern[at:], tuple(ents))


def elided(before: str, name: str) -> str:
    """*before* with « de » or « d' » as *name* wants it."""
    if before.endswith("d'") and name[0] not in _VOWELS:
        return before[:-1] + "e "
    if before.endswith(("l'", "L'")) and name[0] not in _VOWELS:
        return before[:-1] + ("a " if before[-2] == "l" else "e ")
    if before.endswith(" de ") and name[0] in _VOWELS[:-1] and name[0] not in "Hh":
        return before[:-2] + "'"
    return before


def initials(name: str) -> str:
    """The acronym that a newspaper would give *name*."""
    words = re.split(r"[ '-]", name)
    small = ("de", "des", "du", "la", "le", "les", "l", "d", "à", "et", "pour", "contre", "en")
    return "".join(word[0].upper() for word in words if word and word not in small)
