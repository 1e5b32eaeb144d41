"""Times of day (« à 9 heures », « de 10 h à midi », « 19 h 30. Le point »), which are not durations."""

from __future__ import annotations

import re

_BACK = 24
_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|hier|jour"
_STRONG_BEFORE = re.compile(rf"(?<!\w)(?:à|vers|dès|jusqu'à|il est|(?:{_DAYS}),?) $", re.I)
_BEFORE = re.compile(
    r"(?<!\w)(?:avant|après|depuis|était|entre|et|peu avant|peu après|ou|matin|midi|sur les coups de|"
    rf"aux alentours de|(?:{_DAYS}|aujourd'hui|soir|\d{{4}}|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre),?|"
    r"(?:train|tgv|bus|car|avion|séance|messe|journal|jt|navette|bateau|ferry) de|[:;-]) ?$",
    re.I,
)
_AFTER = re.compile(
    r" (?:du matin|du soir|de l'après-midi|précises?|pile|heure locale|gmt|utc|et demie? du)"
    r"|-\d{1,2} ?h| ?[-–à] ?\d{1,2} ?(?:h|heures)",
    re.I,
)
#: After these, hours are a length whatever comes before (« à 5 heures de route »).
_TRAVEL = re.compile(
    r" (?:de (?:route|marche|vol|train|trajet|voiture|course|travail|cours|vélo|bateau|bus|car|retard|avance|"
    r"mer|navigation|spectacle|débats?|garde|sommeil|vie|combats?|fonctionnement|production|\w+ation)|d'avance|d'attente|"
    r"d'écart|d'autonomie|d'affilée|plus tard|plus tôt|durant|sur 24|chrono|consécutive|supplémentaire)",
    re.I,
)
#: « le trajet tombe à 2 h 05 »: what changes is a length.
_CHANGED = re.compile(r"(?:tomb|ramen|rédui|descen|raccourci|allong|abaiss)\w*+ à $", re.I)
_LENGTH = re.compile(r" (?:de (?!l')|d'(?!après)|par |en |après|sans )", re.I)
#: What opens a line of a live report: « **19 h 30. Le point »; decoration only may stand before.
_LINE_START = re.compile(r"(?:^|\n)[ \t*#>_•–-]*$")
#: « de 10 à 18 heures »; after a noun of length, hours are hours (« une autonomie de 6 à 8 heures »).
_OPENING = re.compile(r"\d{1,2}(?: ?h(?:eures?)?)? (?:à|-) \d{1,2} ?(?:h|heures)(?!\w| (?:de|d'|par|supplé))")
_LONG = re.compile(
    r"(?:durée|autonomie|délai|attente|trajet|voyage|nuits?|travail|séances?|vol|journées?|semaines?|entre)"
    r" (?:de |d')?$",
    re.I,
)
#: « entre 8 heures et 10 heures », each with its unit.
_BETWEEN = re.compile(r"(?<!\w)entre \w+ ?h(?:eures?)? et \w+ ?h(?:eures?)?(?!\w)", re.I)
#: « entre 8 heures et midi », « de 9 heures à minuit ».
_TO_NOON = re.compile(r" (?:et|à|jusqu'à) (?:midi|minuit)\b", re.I)
#: « entre minuit et 6 heures », « de midi à 14 heures ».
_FROM_NOON = re.compile(r"(?<!\w)(?:entre|de) (?:midi|minuit) (?:et|à) $", re.I)
#: « Fos, 9 heures : … » at the head of a line.
_PLACE = re.compile(r"[*_–—-]* ?(?:[^\W\d_][\w' -]{1,18}, )?")
_COLON = re.compile(r" ?: | ?[–—] ")
#: In an article that gives times « en 2 h 31 », those in brackets are times of the same race.
_RACE = re.compile(r"(?<!\w)en \d{1,2} ?h(?:eures?)? ?\d\d")
_AROUND = 400


def is_hour_of_day(text: str, start: int, end: int, *, sure: bool = False) -> bool:
    """True when whole hours at ``start``..``end`` (« 9 heures », « 11 h ») tell a time of day.

    *sure* asks for more than a preposition before.
    """
    if _TRAVEL.match(text, end) or _LENGTH.match(text, end):
        return False
    back = max(0, start - _BACK)
    if _AFTER.match(text, end) or _BETWEEN.search(text, back, min(len(text), end + 16)):
        return True
    if _TO_NOON.match(text, end) or _FROM_NOON.search(text, back, start) or _heads_line(text, start, end):
        return True
    return not sure and _STRONG_BEFORE.search(text, back, start) is not None


def _heads_line(text: str, start: int, end: int) -> bool:
    line = text.rfind("\n", max(0, start - _BACK), start) + 1
    near = line > 0 or start < _BACK
    return near and _COLON.match(text, end) is not None and _PLACE.fullmatch(text, line, start) is not None


def is_clock(text: str, start: int, end: int) -> bool:
    """True when hours and minutes at ``start``..``end`` (« 20h30 ») tell a time of day."""
    if _TRAVEL.match(text, end):
        return False
    back = max(0, start - _BACK)
    if _CHANGED.search(text, back, start):
        return False
    if _STRONG_BEFORE.search(text, back, start) or _AFTER.match(text, end):
        return True
    if _LINE_START.search(text, back, start) and text[end : end + 1] in (".", ":", " ", "*", ",", ""):
        return True
    if text[start - 1 : start] == "(":
        return _RACE.search(text, max(0, start - _AROUND), end + _AROUND) is None
    return _BEFORE.search(text, back, start) is not None and _LENGTH.match(text, end) is None


def opening_hours(text: str, at: int) -> int | None:
    """The end of « 10 à 18 heures » in « ouvert de 10 à 18 heures »; ``None`` when it is a length."""
    match = _OPENING.match(text, at)
    before = text[max(0, at - _BACK) : at]
    if match is None or not before.lower().endswith(("de ", ", ")) or _LONG.search(before):
        return None
    return match.end()


def at_an_hour(text: str, start: int) -> bool:
    """True when what stands before *start* calls for a time of day (« à », « vers », « mardi »)."""
    return _STRONG_BEFORE.search(text, max(0, start - _BACK), start) is not None
