"""Events that a thing or a person has once, as a participle and as a noun; words that take up anything. Data only."""

from __future__ import annotations

from relecture.fr.words import words

#: Each event: how it is told, then the noun that takes it up. Insides of regular expressions over lower-case text.
EVENTS: tuple[tuple[str, str], ...] = (
    (r"inaugur(?:ée?s?|ation)", r"inauguration"),
    (r"mis(?:e|es)? en service", r"mise en service"),
    (r"(?:fond|cré)ée?s?", r"(?:fondation|création)"),
    (r"(?:construi|bât|édifi|érig)(?:tes?|ts?|ies?|is?|ée?s?)", r"(?:construction|édification)"),
    (r"ouver(?:te?s?|ts?)", r"ouverture"),
    (r"née?s?", r"naissance"),
    (r"(?:mort|décédée?|disparue?|mourut|décède|meurt)", r"(?:mort|décès|disparition)"),
    (r"lancée?s?", r"lancement"),
    (r"découver(?:te?s?|ts?)", r"découverte"),
    (r"apparue?s?", r"apparition"),
    (r"retraitée?s?|parti\w* en retraite", r"départ (?:à la|en) retraite"),
    (r"arrivée?s?", r"arrivée"),
    (r"élue?s?", r"élection"),
    (r"nommée?s?", r"nomination"),
    (r"(?:publiée?s?|parue?s?)", r"(?:publication|parution)"),
    (r"(?:rachetée?s?|acquise?s?)", r"(?:rachat|acquisition)"),
    (r"(?:fermée?s?)", r"fermeture"),
    (r"signée?s?", r"signature"),
    (r"adoptée?s?", r"adoption"),
    (r"rénovée?s?", r"rénovation"),
    (r"restaurée?s?", r"restauration"),
    (r"installée?s?", r"installation"),
    (r"classée?s?", r"classement"),
    (r"mariée?s?", r"mariage"),
    (r"condamnée?s?", r"condamnation"),
    (r"privatisée?s?", r"privatisation"),
)
#: Events of one day that begin at one time: the insides of a regular expression.
TIMED = (
    r"réunions?|concert|match|rencontre|coup d'envoi|séance|procès|audience|obsèques|cérémonie|messe|conférence|débat|spectacle|représentation|projection|explosion|séisme"
    r"|accident|incendie|collision|éclipse|finale|demi-finale|départ|course|conseil municipal|vote|assemblée générale|inauguration|manifestation|rassemblement|marche|allocution|discours"
    r"|feu d'artifice|vernissage|lecture|dédicace|bal|enterrement|mariage|fusillade|attaque|secousse|visite|atterrissage|décollage|lancement|tirage|bouclage|fermeture des bureaux|office|veillée"
)
#: How such an event takes place, then how it is announced; what makes it another, or moves it.
TAKES_PLACE = (
    r"(?:aura|auront|a eu|ont eu) lieu|se t(?:ient|iennent|iendra|iendront)|s'est tenue?|commenc\w+|début\w+|démarr\w+|(?:sera|seront|est|a été|ont été) (?:donnée?s?|célébrée?s?|lancée?s?|sifflée?s?|ouverte?s?|prévue?s?|fixée?s?|programmée?s?|rendue?s?)"
    r"|s'ouvr\w+|s'est (?:produite?|déclarée?|ouverte?)|sonner\w*|retenti\w*|a retenti"
)
ANNOUNCED = r"prévue?s?|fixée?s?|programmée?s?|annoncée?s?|attendue?s?|donnée?s?|célébrée?s?"
OTHER_TIME = (
    r"second\w*|deuxième|troisième|autres?|nouve\w+|repri\w+|avanc\w+|report\w*|décal\w+|repouss\w+|initial\w*|au lieu|et non|retard\w*|prolong\w*|désormais|finalement|d'abord|puis|ensuite"
    r"|matinée|soirée|chaque|chacun\w*|tous|toutes|heure (?:locale|de paris|française)|gmt|utc|rectificatif|erreur|lendemain|veille|contre|fin|s'achèv\w+|termin\w+|dernière?"
)
#: Nouns that take up what was just named, whatever it is.
GENERIC = words(
    """
    ouvrage édifice bâtiment établissement équipement site machine engin appareil bateau navire structure monument lieu institution
    association entreprise société groupe maison club texte loi œuvre livre roman film album artiste homme femme intéressé intéressée
    écrivain chanteur chanteuse acteur actrice peintre sculpteur architecte auteur autrice
    """
)
