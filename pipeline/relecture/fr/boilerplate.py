"""Lines that a newspaper repeats on purpose, and words that tell twin sentences apart. Data only."""

from __future__ import annotations

from relecture.fr.words import words

#: How practical and service lines begin.
PRACTICAL = (
    "lire aussi", "à lire aussi", "lire également", "à lire", "voir aussi", "à voir", "photo", "photos", "crédit",
    "légende", "publicité", "abonnez-vous", "s'abonner", "inscrivez-vous", "cliquez", "partager", "suivez",
    "renseignements", "réservation", "réservations", "tarif", "tarifs", "entrée", "ouvert", "ouverte", "horaires",
    "contact", "tél", "téléphone", "rendez-vous", "inscriptions", "adresse", "départ", "propos recueillis",
    "retrouvez", "cet article", "article réservé", "mis à jour", "publié le", "source", "sources",
)  # fmt: skip

#: Small words that change what a sentence says: numbers, negation, direction, order.
TELLING = words(
    """
    zéro un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente
    quarante cinquante soixante cent cents mille million millions milliard milliards premier première deuxième second
    seconde troisième quatrième dernier dernière ne pas plus moins non oui ni jamais hausse baisse avant après nord
    sud est ouest lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août
    septembre octobre novembre décembre matin soir hier demain homme femme hommes femmes garçons filles garçon fille
    messieurs dames il elle ils elles droite gauche pair impair interdit autorisé gagné perdu victoire défaite
    """
)
