"""The facts about a place: a name and its figures in the table become the sentences in which the press gives them."""

from __future__ import annotations

from typing import Any

#: What makes a count of inhabitants another one than the place's own.
_PART = (
    r"\b(?:banlieue|quartiers?|arrondissements?|provinces?|régions?|districts?|départements?|îles?|vallée|l.ouest|l.est|nord|sud|diaspora|communauté"
    r"|minorité|musulmans?|chrétiens?|réfugiés?|touristes?|étudiants?|électeurs?|inscrits|chômeurs?|femmes|enfants|jeunes|retraités|ruraux|pauvres?"
    r"|de plus|de moins|supplémentaires?|chaque année|par an|perd\w*|gagn\w*|privée?s?|touchée?s?|évacué\w*|déplacé\w*|sans|accès|menac\w*|concern\w*"
    r"|juifs?|juives?|étrang\w*|originaires?|français|vaccin\w*|raccord\w*|aliment\w*|desserv\w*|couvr\w*|par jour|demandeurs)\b"
)
_CITY = r"\b(?:villes?|capitales?|métropoles?|agglomérations?|localités?|communes?|villages?|cités?|bidonvilles?|municipalités?)\b"
_MEMBERS = r"^(?:habitant|âme)s?$"
#: Stands for the place's name in the frames.
_NAME = "NAME"
_ARTICLE = r"(?:l['’]|la |le |les )?"
_SET_OFF = r"|\bNAME,? \(¤\)|\bNAME, ¤,"
_POPULATION = (
    rf"\b(?:forte?s?|peuplée?s?|riches?) d(?:e |es |['’])(?:ses |près de |plus de |quelque )?¤,? {_ARTICLE}NAME\b"
    r"|\bNAME(?: \w+)?,? (?:compt\w+|abrit\w+|recens\w+|dépass\w+|franchi\w*|atteint|atteign\w+|approch\w*|(?:est|était|sera) peuplée? d(?:e|['’])"
    r"|rassembl\w+|regroup\w+|(?:avec|et) ses|(?:pays|ville|forte?s?|peuplée?s?|riches?) d(?:e|['’])) ?(?:\w+ ){0,3}?¤"
    r"|\bpopulation (?:\w+ )?(?:de |d['’]|du |des )(?:l['’]|la )?NAME\b[^.;]{0,45}¤"
    rf"|¤ (?:que compte|qui peuplent|que recense) {_ARTICLE}NAME\b{_SET_OFF}"
)
_AREA = (
    r"\b(?:superficie|surface|territoire) (?:\w+ )?(?:de |d['’]|du |des )(?:l['’]|la )?NAME\b[^.;]{0,40}¤"
    r"|\bNAME(?: \w+)? (?:s['’](?:étend|étale|étire)\w* sur|couvr\w+|occup\w+) (?:\w+ ){0,3}?¤"
)
_HEIGHT = (
    r"\bNAME\b,?(?: \w+){0,3}? (?:culmin\w+|mesur\w+|haute? de|s['’]élèv\w+ (?:à|jusqu)|se dress\w+|atteint|(?:avec|et|du haut de) ses)[^.;,¤]{0,30}¤"
    r"|¤ (?:d['’]altitude|de haut|de hauteur) (?:de |du |d['’])(?:l['’]|la )?NAME\b"
    r"|\b(?:hauteur|altitude|sommet) (?:de |du |d['’])(?:l['’]|la )?NAME\b[^.;¤]{0,30}¤"
    rf"|\bdu haut de (?:ses|ces) ¤, (?:l['’]|la |le )?NAME\b{_SET_OFF}"
)
_LENGTH = (
    r"\bNAME\b,?(?: \w+){0,4}? (?:mesur\w+|long(?:ue)? de|s['’](?:étir|étend)\w*|coul\w+ sur|parcour\w+|(?:avec|et) ses)[^.;,¤]{0,40}¤"
    r"|¤ (?:de long|de longueur|de parcours|de cours) (?:de |du |d['’])(?:l['’]|la )?NAME\b"
    rf"|\blongueur (?:totale )?(?:de |du |d['’])(?:l['’]|la )?NAME\b[^.;¤]{{0,30}}¤{_SET_OFF}"
)
_DISTANCE = (
    r"\bNAME\b,?(?: \w+){0,4}? (?:sépar\w+|distante?|(?:est|se trouve|située?|tourne|gravite|orbite|évolue|file|vole) (?:\w+ ){0,2}?à)[^.;,¤]{0,30}¤"
    r"|\bdistance (?:\w+ ){0,3}?(?:de |du |à |d['’])(?:l['’]|la )?NAME\b[^.;¤]{0,40}¤"
    r"|¤ (?:qui |nous |la )*sépar\w+ (?:\w+ ){0,5}?(?:l['’]|la |du |le )?NAME\b"
    rf"|\bà ¤ (?:de la terre|d['’]ici),? (?:l['’]|la |le )?NAME\b{_SET_OFF}|\bNAME, (?:située? )?à ¤ d(?:e (?:la terre|nous)|['’]ici),"
)
_ABOUT = r"(?:(?:environ|près|plus|moins|quelque|presque|seulement|à peine|déjà|désormais|autour|pas moins|encore|en|fin|en tout|aujourd['’]hui|(?:19|20)\d\d|l['’]an (?:dernier|passé)) ?(?:de |d['’])?){0,4}"
_MADE = (
    r"(?:consomm\w+|produi\w+|soutir\w+|livr\w+|export\w+|génér\w+|englouti\w*|utilis\w+|fourni\w*|injecté?\w*)"
)
_ELECTRICITY = (
    rf"\bNAME,?(?: ne)? (?:a |ont |aura |avait |en a |n['’]a )?{_MADE} {_ABOUT}¤(?! (?:avec|vers|à|aux?|grâce|via|de gaz|de chaleur|d['’]hydrogène|de bio))"
    rf"|\b(?:consommation|production)(?: (?:annuelle|totale|nette|brute|nationale|d['’]électricité|électrique|nucléaire)){{0,3}} (?:de |du |d['’]|des |en )(?:l['’]|la )?NAME\b[^.;,¤]{{0,40}}¤"
)
_HELD = r"(?:compt\w+|dispos\w+ d(?:e|['’])|raccord\w+|install\w+|exploit\w+|possèd\w+|possédait|mis en service|ajout\w+|affich\w+|totalis\w+|aligne\w*|détien\w+)"
_CAPACITY = (
    rf"\bNAME,?(?: ne)? (?:a |ont |aura |avait |en a |n['’]a )?{_HELD} ?{_ABOUT}¤|\bNAME et ses {_ABOUT}¤"
)
_GDP = (
    rf"\b(?:pib|produit intérieur brut|richesse nationale)(?: \w+)? (?:de |du |d['’]|des )(?:l['’]|la )?NAME\b[^.;,¤]{{0,40}}¤"
    rf"|\bNAME\b[^.;¤]{{0,30}} (?:dont le|avec un|et son) (?:pib|produit intérieur brut)[^.;¤]{{0,30}}¤"
    rf"|\b(?:avec|fort d['’]|malgré) ?un (?:pib|produit intérieur brut) de {_ABOUT}¤, (?:l['’]|la |le |les )?NAME\b"
)
_SHORT_TIME = r"jours?|journée|mois|semaines?|heures?|trimestre|semestre|minutes?|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|quotidien\w*|mensuel\w*|week-end|hiver|été|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|panne|tempête"
_LESSER = r"de plus|de moins|supplémentaires?|hausse|baisse|géotherm\w*|bio\w+|marémot\w*|houl\w*|commune|ville|village|maisons?|habitants?|centrale|usine|barrage|site"
_OF_WEALTH = r"\b(?:hausse|baisse|points?|perd\w*|coût\w*|gagn\w*|par habitant|de plus|de moins|soit|amput\w*|croissance|progress\w*|recul\w*|augment\w*|allemand\w*)\b"
#: Field of a row, the label, the frame of its sentences, the unit, and what sets them aside.
_FIELDS: tuple[tuple[str, tuple[str, str], str, str, str], ...] = (
    ("population", ("Population", "Population"), _POPULATION, "count", _PART),
    ("area", ("Superficie", "Area"), _AREA, "kilometer**2", r"\b(?:brûl\w*|forêts?|dont|incendi\w*|détrui\w*|cultiv\w*|parc|réserve|perd\w*|gagn\w*)\b"),
    ("height", ("Hauteur ou altitude", "Height"), _HEIGHT, "meter", r"\b(?:dénivel\w*|refuge|camp|étage|reste|distance|kilomètres|face|paroi|chut\w*|gagn\w*|perd\w*|grandi|rabot\w*|sous|sapin|réplique|maquette)\b"),
    ("distance", ("Distance de la Terre", "Distance from Earth"), _DISTANCE, "kilometer", r"\b(?:années?-lumière|fois|taille|masse|exoplanètes?|galaxies?|étoiles?|par an|rapproch\w*|éloign\w*|cratère|surface de|diamètre|rayon|rover|sol|tache|mission)\b"),
    ("electricity", ("Électricité en un an", "Yearly electricity"), _ELECTRICITY, "terawatt_hour", rf"\b(?:{_SHORT_TIME}|{_LESSER}|éolien\w*|solaires?|photovolt\w*|par habitant)\b"),
    ("capacity", ("Puissance électrique installée", "Installed power"), _CAPACITY, "gigawatt", rf"\b(?:{_LESSER}|par habitant|batteries?|hydrogène|électrolyse\w*|bornes?|data ?centers?|centres? de données)\b"),
    ("gdp", ("Produit intérieur brut", "Gross domestic product"), _GDP, "euro", _OF_WEALTH),
    ("gdp", ("Produit intérieur brut", "Gross domestic product"), _GDP, "dollar", _OF_WEALTH),
    ("length", ("Longueur", "Length"), _LENGTH, "kilometer", r"\b(?:sur ¤|tronçon|crue|dernier|premier|bouchon|large\w*|reste|rapproch\w*|éloign\w*|par an)\b"),
)  # fmt: skip


#: How far out of the range a figure is no part, no yearly addition and no change of the place's own.
_MARGINS = {"population": 3, "electricity": 300, "capacity": 2000, "gdp": 5}


def as_thing(place: dict[str, Any]) -> dict[str, Any] | None:
    """The row of *place* as that of a thing, whose figures are read by what owns them; ``None`` where it has none of those.

    The frames above tell a figure by their turns; this row lets it be found where a place is the subject: « Tokyo, ¤ habitants ».
    """
    row: dict[str, Any] = {}
    for field, attributes in _AS_THING.items():
        if field in place:
            low, high = place[field]
            margin = _MARGINS.get(field, 2)
            row.update({key: [low / margin, high * margin] for key in attributes})
    if not row:
        return None
    parts = [_PART] if place.get("city") else [_PART, _CITY]
    parts.extend(veto for field, _, _, _, veto in _FIELDS if field != "population" and field in place)
    row |= {key: place[key] for key in ("name", "match", "source", "year")}
    return row | {"place": True, "veto": "|".join(parts)}


#: Fields of a place and those of a thing that hold the same.
_AS_THING = {"population": ("people",), "height": ("altitude", "height"), "length": ("length",)}


def of_place(place: dict[str, Any]) -> list[dict[str, Any]]:
    """The facts of a row: one for each figure that it gives, in the form of the fact table.

    A row holds ``name`` (French, as a label shows it), ``match`` (a pattern over lower-case text), the ``source``
    and its ``year``, and ranges named after what they measure: ``population``, ``area`` in square kilometres,
    ``height`` in metres, ``length`` and ``distance`` (from the Earth) in kilometres,
    ``electricity`` in terawatt-hours a year, ``capacity`` in gigawatts, ``gdp`` in euros. ``city`` says that words for a town do not set it aside.
    """
    rows = []
    for field, label, frame, unit, veto in _FIELDS:
        if field not in place:
            continue
        low, high = place[field]
        row = {
            "label": [f"{label[0]} : {place['name']}", f"{label[1]}: {place['name']}"],
            "hint": place["match"],
            "subject": frame.replace(_NAME, f"(?:{place['match']})"),
            "unit": unit,
            "low": low,
            "high": high,
            "margin": _MARGINS.get(field, 2),
            "single": False,
            "veto": veto if field != "population" or place.get("city") else f"{veto}|{_CITY}",
            "source": place["source"],
            "year": place["year"],
        }
        rows.append({**row, "noun": _MEMBERS} if unit == "count" else row)
    return rows
