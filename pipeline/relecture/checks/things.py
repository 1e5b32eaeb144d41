"""The facts about a common object or animal: its name and its figures in the table become the turns that tie a figure to it.

« un smartphone de 189 grammes », « ce requin mesure quatre mètres », « avec ses 7,9 millimètres d'épaisseur, ce smartphone ».
"""

from __future__ import annotations

from typing import Any

#: Stands for the thing's name in the frames.
_NAME = "NAME"
#: Words that may come between a thing and its figure: none that begins another group.
_GAP = r"(?: (?!(?:une?|les?|la|l|d|des|du|de|ses?|sa|son|leurs?|dans|avec|sur|sous|par|et|qui|pour|en|à|aux?|contre|chez|mais|ou|dont|ni)\b)[\w'’-]+){0,3}?"
_LONG_GAP = r"(?: (?!(?:une?|les?|la|l|des|ses?|sa|son|leurs?|dans|qui|dont|contre|chez|mais|ou|ni|sous)\b)[\w'’-]+){0,5}?,?(?: qui| et| ne)*"
_ABOUT = r"(?:(?:environ|près|plus|moins|quelque|presque|seulement|à peine|jusqu|pas moins|tout juste|autour|parfois|que|guère|largement|bien) ?(?:de |d['’]|à |['’]à )?){0,2}"
_OF = r"(?:de |d['’])"
_THE = r"(?:ce|cet|cette|le|la|l['’]|notre|son|sa|leur|chaque|un|une) ?(?:plus )?(?:petite? |grande? |gros |grosse |jeune |nouveau |nouvelle |vieux |vieille |haute? |bel |belle |beau |vénérable |ancien |ancienne |célèbre )?"
_OWNED = r"(?:du |de la |de l['’]|d['’]une? |des |de ce |de cette |de cet |de son |de sa )"
#: What follows the figure is not what it holds or carries: « un camion de 3 kilos de cocaïne ».
_ALONE = r"(?! (?:d(?:e|u|es)\b(?! (?:muscles?|poids|plus\b|long|haut|large))|d['’](?!envergure)|par\b|pour\b|seulement d))"
_WEIGHS = r"(?:pès\w+|pèse\w*|pesai\w+|pesé\w*|pesant|poids (?:moyen )?(?:est |était )?de|d['’]un poids de|affich\w+|accus\w+|lourde?s? de)"
_MASS = (
    rf"\bNAME\b{_GAP},? {_OF}{_ABOUT}¤{_ALONE}"
    rf"|\bNAME\b{_LONG_GAP},? {_WEIGHS} {_ABOUT}¤{_ALONE}"
    rf"|\b(?:avec|et|malgré) (?:ses|leurs|un poids de) {_ABOUT}¤{_ALONE}[^.;¤]{{0,50}}?, {_THE}NAME\b"
    rf"|\b(?:poids|masse) (?:\w+ )?{_OWNED}NAME\b[^.;,¤]{{0,40}}¤"
    rf"|\b(?:pesant|lourde?s? de) {_ABOUT}¤{_ALONE}, {_THE}NAME\b"
)


def _extent(noun: str, adjective: str, after: str) -> str:
    """The frames of a length that its own words tell: « haut de 3 m », « 3 m de haut »."""
    told = rf"{_OF}(?:{after})\b"
    return (
        rf"\bNAME\b{_LONG_GAP},? (?:{_OF}|mesur\w+ |fait |faisant |affich\w+ |atteint |atteignant |(?:avec|et|pour) (?:ses |leurs )?){_ABOUT}¤ {told}"
        rf"|\bNAME\b{_LONG_GAP},? (?:est |était |d['’]une? )?(?:{adjective}|(?:{noun})(?: \w+)?) {_OF}{_ABOUT}¤"
        rf"|\b(?:avec|et|malgré|du haut de) (?:ses|leurs) {_ABOUT}¤ {told}[^.;¤]{{0,60}}?, {_THE}NAME\b"
        rf"|\b(?:{noun}) (?:\w+ )?{_OWNED}NAME\b[^.;,¤]{{0,40}}¤"
        rf"|\b(?:{adjective}) {_OF}{_ABOUT}¤[^.;,¤]{{0,40}}, {_THE}NAME\b"
    )


_SIZE = (
    rf"\bNAME\b{_GAP},? (?:{_OF}|mesur\w+ |fait |faisant |d['’]une taille de |longue?s? de |haute?s? de |grande?s? de ){_ABOUT}¤"
    r"(?! (?:d(?:e|u|es)\b(?! (?:long|haut))|d['’]|carrés?|cubes?|plus|à\b|aux?\b|sous|par|plat|haies|départ))"
    rf"|\bavec (?:ses|leurs) {_ABOUT}¤(?! d)[^.;¤]{{0,40}}?, {_THE}NAME\b"
    rf"|\btaille (?:\w+ )?{_OWNED}NAME\b[^.;,¤]{{0,30}}¤"
    rf"|\bNAME\b{_LONG_GAP},? mesur\w+ {_ABOUT}¤(?! d)"
)
_AREA = (
    rf"\bNAME\b{_GAP},? (?:{_OF}|mesur\w+ |fait |faisant |offr\w+ |s['’]étend\w* sur |d['’]une (?:surface|superficie) de ){_ABOUT}¤(?! d(?:e|['’])(?! surface| superficie))"
    rf"|\b(?:surface|superficie) (?:\w+ )?{_OWNED}NAME\b[^.;,¤]{{0,30}}¤"
    rf"|\b(?:avec|dans|sur) (?:ses|leurs) {_ABOUT}¤(?! d)[^.;¤]{{0,40}}?, {_THE}NAME\b"
)
_VOLUME = (
    rf"\bNAME\b{_GAP},? (?:{_OF}|contien\w+ |contenant |contenai\w+ |d['’]une contenance de |consomm\w+ |utilis\w+ |demand\w+ |nécessit\w+ |rempli\w* de |vid\w+ ){_ABOUT}¤"
    rf"|\b(?:volume|contenance|capacité) (?:\w+ )?{_OWNED}NAME\b[^.;,¤]{{0,30}}¤"
    rf"|\b¤ (?:par|pour une?|à chaque) NAME\b"
)
_SPEED = (
    rf"\bNAME\b{_LONG_GAP}[^.;,¤]{{0,40}}(?:à|vitesse de|jusqu['’]à|atteint\w*|atteindre|dépass\w+|plafonn\w+) {_ABOUT}¤"
    rf"|\bvitesse (?:\w+ )?{_OWNED}NAME\b[^.;,¤]{{0,40}}¤"
    rf"|\bà ¤, {_THE}NAME\b"
)
#: A toy, a likeness: nothing is sure of their size.
LIKENESS = (
    r"\b(?:maquettes?|miniatures?|statues?|statuettes?|sculptures?|jouets?|modèles? réduits?|répliques?|géante?s?|fossiles?|préhistori\w*|dinosaures?|gonflables?|bronze|peluches?"
    r"|chocolat|(?:de|en) (?:bois|pierre|plastique|carton|métal|acier|papier|fer|résine|verre|plâtre|béton|osier)|(?:une|cette|des|les) affiches?|l'affiche|fresques?|mosaïques?|lego|cumul\w*|au total|ensemble|millions? de|milliards? de|marionnettes?|char|masque|costume|photos?|portraits?|peint\w*|tapisserie|figurines?)\b"
)
#: Nor of that of a record, as a frame reads it.
_VETO = rf"{LIKENESS}|\brecords?\b"
#: Field of a row, the label, the frames of its sentences, the unit.
_FIELDS: tuple[tuple[str, tuple[str, str], str, str], ...] = (
    ("mass", ("Masse", "Mass"), _MASS, "kilogram"),
    ("height", ("Hauteur", "Height"), _extent("hauteur", "hautes?|hauts?", "haut|hauteur"), "meter"),
    ("long", ("Longueur", "Length"), _extent("longueur", "longues?|longs?", "long|longueur"), "meter"),
    ("wide", ("Largeur", "Width"), _extent("largeur", "larges?", "large|largeur"), "meter"),
    ("thick", ("Épaisseur", "Thickness"), _extent("épaisseur", "épais|épaisses?", "épaisseur"), "meter"),
    ("across", ("Diamètre", "Diameter"), _extent("diamètre", "d['’]un diamètre", "diamètre"), "meter"),
    ("span", ("Envergure", "Wingspan"), _extent("envergure", "d['’]une envergure", "envergure"), "meter"),
    ("deep", ("Profondeur", "Depth"), _extent("profondeur", "profondes?|profonds?", "profondeur|fond|creux"), "meter"),
    ("size", ("Taille", "Size"), _SIZE, "meter"),
    ("area", ("Surface", "Area"), _AREA, "meter**2"),
    ("volume", ("Volume", "Volume"), _VOLUME, "liter"),
    ("speed", ("Vitesse", "Speed"), _SPEED, "kilometer/hour"),
)  # fmt: skip


def of_thing(thing: dict[str, Any]) -> list[dict[str, Any]]:
    """The facts of a row: one for each figure that it gives, in the form of the fact table.

    A row holds ``name`` (French, as a label shows it), ``match`` (a pattern over lower-case text), the ``source`` and
    its ``year``, perhaps a ``veto`` of its own, and the least and greatest values, already wide, of what they measure:
    ``mass`` in kilograms, lengths in metres, ``area`` in square metres, ``volume`` in litres, ``speed`` in km/h.
    """
    veto = f"{_VETO}|{thing['veto']}" if "veto" in thing else _VETO
    return [
        {
            "label": [f"{label[0]} ({thing['name']})", f"{label[1]} ({thing['name']})"],
            "hint": thing["match"],
            "subject": frame.replace(_NAME, f"(?:{thing['match']})"),
            "unit": unit,
            "low": thing[field][0],
            "high": thing[field][1],
            "margin": 1,
            "single": False,
            "veto": veto,
            "source": thing["source"],
            "year": thing["year"],
        }
        for field, label, frame, unit in _FIELDS
        if field in thing
    ]
