"""Marks of an unfinished text, as French newsrooms write them. Data only."""

from __future__ import annotations

from relecture.fr.words import words

#: Notes in brackets that ask for something to be done.
PENDING = (
    "à compléter", "à vérifier", "à confirmer", "à préciser", "à remplir", "à venir", "à insérer", "à ajouter",
    "à sourcer", "à relire", "compléter", "vérifier", "insérer", "photo ici", "légende ici", "lien ici", "titre ici",
    "chiffre à", "source à", "date à", "nom à", "prénom à", "citation à", "xx", "???", "tk",
)  # fmt: skip

#: What « XX » stands before when it holds the place of a figure.
PLACEHOLDER_UNITS = (
    "%", "€", "euros", "millions", "milliards", "ans", "mois", "jours", "heures", "personnes", "habitants", "salariés",
    "foyers", "km", "kilomètres", "mètres", "tonnes", "hectares", "MW", "GW", "kW", "MWh", "GWh", "TWh", "kWh",
    "mégawatts", "voix", "places", "logements", "élèves", "emplois", "morts", "blessés", "janvier", "février", "mars",
    "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

#: Function words that French never writes twice in a row.
DOUBLED = words(
    "le les de du des dans pour par avec et au aux sur une un ces cette sa ses mais comme sous chez entre leurs dont "
    "était sont avait ont été leur vers depuis selon"
)

#: Words of five letters or more that are said twice on purpose.
REDUPLICATED = words(
    "jamais toujours encore longtemps petit petite petits petites grand grande jolie mille trop plutôt presque merci bonjour "
    "attention rouge blanc blanche noire chaud chaude froid froide quelque partout oui nenni demain cahin minute allons "
    "voilà doucement beaucoup tellement pareil pareille"
)
