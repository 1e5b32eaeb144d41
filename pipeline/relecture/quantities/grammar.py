"""Reading a whole unit after a number: the unit itself, its denominators, what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from relecture.quantities import quantulum, surfaces, units
from relecture.quantities.surfaces import Atom
from relecture.quantities.table import table
from relecture.types import Spelling

_GAP = re.compile(r" {0,2}")
_OF = re.compile(r" (?:de |d')|-(?=[^\W\d_])")
#: « 20 dernières années », « six premiers mois », « deux bonnes heures ».
_ADJECTIVE = re.compile(
    r"(?:(?:derni[eè]r|premi[eè]r|prochain|long|petit|gros|bon|plein|grand|mauvais|nouveau|entier|autre|"
    r"tout)\w*+ ){1,2}",
    re.I,
)
_SLASH = re.compile(r"(?: ?(?:TTC|HT|H\.T\.))? ?/ ?(?P<open>\()?")
#: « kWh/(m².an) », « kWh/m2.an »: a second denominator after a point.
_DOT = re.compile(r" ?[.·] ?(?=an(?!\w)|jour(?!\w)|h(?!\w))")
_TAX = r"(?: (?:TTC|HT|hors taxes?|toutes taxes comprises|bruts?|nets?))?"
#: A substance between the unit and its denominator: « 21 g de CO2 par kWh ».
_STUFF = re.compile(
    r"(?: (?:de |d')?(?:équivalent[ -])?CO[2₂](?:[ -]?(?:eq|éq|e)\.?(?!\w))?)(?= ?/| par )", re.I
)
_MATTER = re.compile(r" (?:de |d')[^\W\d_]+(?= par )")
_CO2 = re.compile(
    r"(?P<mass>[kMG]?t|[kmµ]?g) ?(?P<co2>(?:[ée]q\.?|[ée]quivalent)?[ -]?CO[2₂]"
    r"(?:[ -]?(?:[ée]q\.?|e)(?!\w))?)(?!\w)",
    re.I,
)
_CO2_NAME = re.compile(
    r" (?:d')?équivalent[ -](?:CO[2₂]|carbone|dioxyde de carbone)(?!\w)"
    r"| (?:de )?CO[2₂][ -](?:équivalent|eq\.?|éq\.?|e)(?!\w)|[ -]équivalent[ -]CO[2₂](?!\w)",
    re.I,
)
_OF_CO2 = re.compile(r" de (?:CO[2₂]|dioxyde de carbone|gaz carbonique)(?!\w)", re.I)
_PER = re.compile(_TAX + r"(?: et)? par ", re.I)
_PER_CHAIN = re.compile(r"(?: et)? par ")
_THE = re.compile(
    _TAX + r" (?:le |la |l'|du |de l'|de la |au |à l'|à la |aux |pour un |pour une |chaque )", re.I
)
_AT = re.compile(r" (?:à l'|à la |au |aux )", re.I)
_HUNDRED_KM = re.compile(r"(?:100|cent) ?(?:km|kilomètres)?(?!\w)", re.I)
#: « 52 000 points de recharge » are places; « deux points de croissance » are what a rate gains.
_POINTS_OF_THINGS = re.compile(
    r"\s(?:de\s|d')(?!pourcentage|croissance|pib|inflation|chômage|tva|csg|taux|marges?\b|popularité|rendement|parts?\b|productivité|moins|plus|mieux"
    r"|retard|avance|écart|hausse|baisse|cotisation|participation|audience|confiance|différence|recul|progression|satisfaction|déficit|dette|impôt)",
    re.I,
)
_DECIMAL_BEFORE = re.compile(r"\d,\d{1,2} ?$")
#: How far around a unit the words that make it one are sought, in characters.
_CONTEXT = 240
_NATURALLY_TIMED = frozenset({"second", "minute", "hour"})


@dataclass(frozen=True, slots=True)
class UnitRead:
    """A unit read at ``start``..``end``: its canonical name and how it was spelt."""

    start: int
    end: int
    canonical: str
    text: str
    symbol: bool = True
    note: str | None = None
    spelling: Spelling = Spelling.STANDARD
    expected: str | None = None

    @property
    def dimension(self) -> str:
        return units.dimension(self.canonical)


@lru_cache(maxsize=16)
def read_unit(text: str, at: int, *, of: bool = False, glued: bool = True) -> UnitRead | None:
    """The unit that follows a number ending at *at*; *of* allows « de » before it (« millions d'euros »).

    The last answers are kept: the readers of ranges, money and durations ask for the same place in turn.
    """
    for start, compound in _starts(text, at, of):
        atom = _co2(text, start) or surfaces.find(text, start, glued=start == at and glued, compound=True)
        if atom is None or (compound and atom.symbol):
            continue
        read = _with_denominators(text, atom)
        if read is not None:
            return read
    return None


def _starts(text: str, at: int, of: bool) -> list[tuple[int, bool]]:
    """Places where the unit may begin, and whether an adjective stands before it."""
    gap = _GAP.match(text, at)
    assert gap is not None
    places = [(gap.end(), False)]
    if of:
        link = _OF.match(text, at)
        if link is not None:
            places.append((link.end(), False))
    adjective = _ADJECTIVE.match(text, places[-1][0])
    if adjective is not None and gap.end() > at:
        places.append((adjective.end(), True))
    return places


def _co2(text: str, at: int) -> Atom | None:
    """« tCO2e », « gCO2 »: a mass whose substance is written into the symbol."""
    match = _CO2.match(text, at)
    if match is None:
        return None
    atom = surfaces.find(match["mass"], 0)
    if atom is None or atom.unit.dimension != "mass":
        return None
    return Atom(at, match.end(), match[0], atom.unit, True, atom.surface, atom.spelling)


def _with_denominators(text: str, atom: Atom) -> UnitRead | None:
    end, note = atom.end, atom.unit.note
    if atom.unit.dimension == "mass":
        if "co" in atom.text.lower():
            note = "CO2"
        named = _CO2_NAME.match(text, end)
        if named is not None:
            end, note = named.end(), "CO2e"
        elif _OF_CO2.match(text, end):
            note = "CO2"
    parts = [atom]
    while len(parts) < 4:
        found = _denominator(text, end, parts)
        if found is None:
            break
        parts.append(found)
        end = found.end
    if "(" in text[atom.end : end] and text.startswith(")", end):
        end += 1
    if len(parts) == 1 and (atom.unit.compound or (atom.symbol and atom.text in surfaces.COMPOUND_ONLY)):
        return None
    if atom.unit.dimension == "time" and not atom.symbol and atom.spelling is Spelling.WRONG_CASE:
        return None  # « 20 Minutes », « la guerre de Cent Ans »: a name
    if len(parts) == 1 and atom.unit.context and not _context_fits(text, atom):
        return None
    wrong = next((p for p in parts if p.spelling is not Spelling.STANDARD), None)
    names = [quantulum.canonical(p.surface) for p in parts]
    canonical = "/".join(n for n in names if n is not None)
    if None in names:  # what quantulum3 does not know as one of our units is not exposed
        return None
    return UnitRead(
        start=atom.start,
        end=end,
        canonical=canonical,
        text=text[atom.start : end],
        symbol=atom.symbol,
        note=note,
        spelling=wrong.spelling if wrong else Spelling.STANDARD,
        expected=_expected(text, atom.start, end, parts) if wrong else None,
    )


def _context_fits(text: str, atom: Atom) -> bool:
    """True when the words around tell that the name is the unit (« 150 chevaux » of an engine)."""
    if " " in atom.text:  # « points de pourcentage », « chevaux DIN » say it themselves
        return True
    if _DECIMAL_BEFORE.search(text, max(0, atom.start - 8), atom.start):
        return True  # things are counted whole
    if atom.unit.name == "percentage_point" and _POINTS_OF_THINGS.match(text, atom.end):
        return False
    around = text[max(0, atom.start - _CONTEXT) : atom.end + _CONTEXT].lower()
    return any(stem in around for stem in atom.unit.context)


def _expected(text: str, start: int, end: int, parts: list[Atom]) -> str:
    """The whole unit with each wrong part put right."""
    out, at = "", start
    for part in parts:
        out += text[at : part.start] + (part.expected or part.text)
        at = part.end
    return out + text[at:end]


def _denominator(text: str, end: int, parts: list[Atom]) -> Atom | None:
    """One more denominator at *end*, if the text has one there."""
    stuff = _STUFF.match(text, end) or _matter(text, end, parts)
    at = stuff.end() if stuff else end
    slash = _SLASH.match(text, at)
    if slash is not None:
        return _hundred(text, slash.end(), parts) or surfaces.find(text, slash.end(), compound=True)
    dot = _DOT.match(text, end) if len(parts) > 1 else None
    if dot is not None:
        return surfaces.find(text, dot.end(), compound=True)
    per = _PER.match(text, at)
    if per is not None:
        return _per(text, per, parts)
    first = parts[0].unit
    article = _THE if first.code else _AT
    the = article.match(text, end)
    if the is None or len(parts) > 1:
        return None
    hundred = _hundred(text, the.end(), parts)
    if hundred is not None:
        return hundred
    atom = surfaces.find(text, the.end(), compound=True)
    if atom is None or atom.unit.name in units.CALENDAR or _plural(atom):
        return None
    if " pour " in the[0] and atom.unit.dimension == "power":  # « retenu à 45 euros pour un gigawatt », a lot
        return None
    return atom if _article_fits(first.dimension, atom) else None


def _matter(text: str, end: int, parts: list[Atom]) -> re.Match[str] | None:
    """« d'eau » in « 120 litres d'eau par mètre carré », a denominator that is neither a period nor people."""
    if len(parts) > 1 or parts[0].unit.dimension not in ("mass", "volume", "energy"):
        return None
    match = _MATTER.match(text, end)
    if match is None:
        return None
    atom = surfaces.find(text, match.end() + len(" par "), compound=True)
    return match if atom is not None and atom.unit.dimension not in ("time", "person") else None


def _plural(atom: Atom) -> bool:
    return not atom.symbol and atom.text[-1:] in "sx" and atom.unit.singular[-1:] not in "sx"


def _article_fits(dimension: str, atom: Atom) -> bool:
    """« euros le mégawattheure », « quintaux à l'hectare », « mètres à l'heure »; not « MW à la tonne »."""
    denominator = atom.unit.dimension
    if dimension == "currency":
        return denominator not in ("currency", "dimensionless", "points", "temperature") and not (
            denominator == "person" and not atom.symbol and atom.text != "habitant"
        )
    if dimension in ("mass", "volume"):
        return denominator in ("area", "volume", "length") or atom.unit.name in _NATURALLY_TIMED
    return denominator == "time" if dimension in ("length", "power", "revolution") else False


def _hundred(text: str, at: int, parts: list[Atom]) -> Atom | None:
    """« 16,4 kWh/100 km », « 5 litres aux cent »."""
    if parts[0].unit.dimension not in ("energy", "volume", "mass", "currency"):
        return None
    match = _HUNDRED_KM.match(text, at)
    if match is None:
        return None
    unit = table().by_name["(100*kilometer)"]
    return Atom(at, match.end(), match[0], unit, True, unit.symbol)


def _per(text: str, per: re.Match[str], parts: list[Atom]) -> Atom | None:
    """The unit after « par », unless it is an adverb of period (« 2,7 GWh par an », « 300 euros par mois »)."""
    atom = _hundred(text, per.end(), parts) or surfaces.find(text, per.end(), compound=True)
    if atom is None or _plural(atom) or atom.unit.dimension in ("dimensionless", "points", "currency"):
        return None
    if atom.unit.name not in units.CALENDAR:
        return atom
    if parts[0].unit.name in ("percent", "percentage_point", "barrel", "kilometer") or len(parts) > 1:
        return atom
    # « 300 kWh par an et par habitant » is one unit; « 300 kWh par an » a quantity and its period.
    chain = _PER_CHAIN.match(text, atom.end)
    return atom if chain is not None and surfaces.find(text, chain.end(), compound=True) else None
