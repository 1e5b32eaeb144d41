"""Nouns that name one and the same group from one sentence to the next. Data only."""

from __future__ import annotations

from relecture.fr.words import words

#: Each row holds nouns that take one another up: « quatorze éoliennes… les quatorze mâts ».
KIN = tuple(
    words(row)
    for row in (
        "éolienne mât machine turbine aérogénérateur",
        "match rencontre partie",
        "élève écolier collégien lycéen",
        "salarié employé",
        "logement appartement",
        "voiture véhicule automobile",
        "enseignant professeur",
        "bus autobus autocar car",
        "train rame",
        "tableau toile peinture",
        "manifestant participant personne",
        "passager voyageur usager",
        "coureur participant concurrent marathonien",
        "patient malade",
        "spectateur place siège",
        "voix vote suffrage député sénateur élu",
        "demandeur chômeur inscrit personne",
        "migrant exilé",
        "agent fonctionnaire",
        "bateau navire",
        "poste emploi",
        "commune municipalité",
        "licencié adhérent sociétaire membre",
        "pompier sapeur-pompier",
        "policier gendarme",
        "médecin praticien",
        "appareil avion",
        "cheval monture",
        "vache bovin",
        "brebis ovin mouton",
        "film long-métrage",
        "livre ouvrage volume",
        "magasin boutique enseigne",
        "usine site",
        "panneau module",
        "borne chargeur",
        "arbre plant",
        "victime mort",
        "détenu prisonnier",
        "otage captif",
        "député parlementaire élu",
    )
)
