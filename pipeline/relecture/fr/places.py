"""French names of regions and countries, and words that tell a place from a body. Data only, folded form."""

from __future__ import annotations

from relecture.fr.words import words

#: Regions with an elected council that pays and signs: France (INSEE, 2016 map), Belgium.
REGIONS = words(
    """
    Auvergne-Rhône-Alpes Bourgogne-Franche-Comté Bretagne Centre-Val_de_Loire Corse Grand_Est Hauts-de-France
    Île-de-France Ile-de-France Normandie Nouvelle-Aquitaine Occitanie Pays_de_la_Loire Sud
    Provence-Alpes-Côte_d'Azur Paca PACA Guadeloupe Guyane Martinique Mayotte Réunion wallonne flamande
    bruxelloise Alsace Aquitaine Auvergne Bourgogne Champagne-Ardenne Franche-Comté Languedoc-Roussillon Limousin
    Lorraine Midi-Pyrénées Nord-Pas-de-Calais Picardie Poitou-Charentes Rhône-Alpes
    """
)

#: Countries: in a sports page they are national teams, which the guide leaves as places.
COUNTRIES = words(
    """
    Afghanistan Albanie Algérie Allemagne Andorre Angleterre Angola Arabie_saoudite Argentine Arménie Australie
    Autriche Azerbaïdjan Belgique Bénin Biélorussie Bolivie Bosnie Botswana Brésil Bulgarie Burkina_Faso Burundi
    Cambodge Cameroun Canada Cap-Vert Chili Chine Chypre Colombie Comores Congo Corée_du_Nord Corée_du_Sud
    Costa_Rica Côte_d'Ivoire Croatie Cuba Danemark Djibouti Écosse Égypte Émirats_arabes_unis Équateur Érythrée
    Espagne Estonie États-Unis Éthiopie Fidji Finlande France Gabon Gambie Géorgie Ghana Grèce Guatemala Guinée
    Haïti Honduras Hongrie Inde Indonésie Irak Iran Irlande Irlande_du_Nord Islande Israël Italie Jamaïque Japon
    Jordanie Kazakhstan Kenya Kosovo Koweït Laos Lettonie Liban Liberia Libye Lituanie Luxembourg Macédoine
    Madagascar Malaisie Mali Malte Maroc Maurice Mauritanie Mexique Moldavie Monténégro Mozambique Namibie Népal
    Nicaragua Niger Nigeria Norvège Nouvelle-Zélande Oman Ouganda Ouzbékistan Pakistan Palestine Panama Paraguay
    Pays-Bas Pays_de_Galles Pérou Philippines Pologne Portugal Qatar République_tchèque Roumanie Royaume-Uni Russie
    Rwanda Salvador Sénégal Serbie Sierra_Leone Singapour Slovaquie Slovénie Somalie Soudan Sri_Lanka Suède Suisse
    Syrie Tadjikistan Taïwan Tanzanie Tchad Tchéquie Thaïlande Togo Tunisie Turquie Ukraine Uruguay Venezuela
    Vietnam Yémen Zambie Zimbabwe Europe Afrique Asie Amérique Océanie
    """
)

#: Words of team sports; three of them make a sports article.
SPORT_WORDS = words(
    """
    club clubs football rugby handball basket basket-ball hockey volley match matchs championnat mercato
    entraîneur attaquant défenseur milieu_de_terrain gardien_de_but buteur Ligue_1 Ligue_2 Ligue_1+ Top_14 Pro_D2
    National_2 National_3 Régional_1 Coupe_de_France Ligue_des_champions Bundesliga Liga Serie_A Premier_League
    pelouse vestiaire derby mi-temps prolongation penalty buts_à_zéro footballeur footballeurs rugbyman transferts
    supporteurs supporters joueur joueurs joueuse joueuses recrue sélectionneur stade défaite défaites victoire coéquipiers quart_de_finale demi-finale
    """
)

#: What before a town makes it a place.
PLACE_PREPOSITIONS = (
    "à ", "de ", "d'", "en ", "dans ", "vers ", "depuis ", "près de ", "pour ", "par ", "chez les ", "sur ",
    "jusqu'à ", "hors de ", "du ", "au ", "aux ", "des ", "le ", "la ", "les ", "l'", "un ", "une ", "quitter ",
    "rejoindre ", "ville ", "maire ",
)  # fmt: skip

#: Competitions, which are events and not organisations.
COMPETITIONS = words(
    """
    Ligue_1 Ligue_2 Ligue_1+ L1 L2 Top_14 Pro_D2 Ligue_des_champions Ligue_Europa Coupe_de_France Coupe_du_monde
    Coupe_Davis Tour_de_France Premier_League Serie_A Bundesliga Euroligue Champions_Cup Roland-Garros Vendée_Globe
    Jeux_olympiques Euro Mondial
    """
)

#: French departments (INSEE, 2024), without « Paris », which is a town as well.
DEPARTMENTS = words(
    """
    Ain Aisne Allier Alpes-de-Haute-Provence Hautes-Alpes Alpes-Maritimes Ardèche Ardennes Ariège Aube Aude Aveyron
    Bouches-du-Rhône Calvados Cantal Charente Charente-Maritime Cher Corrèze Corse-du-Sud Haute-Corse Côte-d'Or
    Côtes-d'Armor Creuse Dordogne Doubs Drôme Eure Eure-et-Loir Finistère Gard Haute-Garonne Gers Gironde Hérault
    Ille-et-Vilaine Indre Indre-et-Loire Isère Jura Landes Loir-et-Cher Loire Haute-Loire Loire-Atlantique Loiret Lot
    Lot-et-Garonne Lozère Maine-et-Loire Manche Marne Haute-Marne Mayenne Meurthe-et-Moselle Meuse Morbihan Moselle
    Nièvre Nord Oise Orne Pas-de-Calais Puy-de-Dôme Pyrénées-Atlantiques Hautes-Pyrénées Pyrénées-Orientales Bas-Rhin
    Haut-Rhin Rhône Haute-Saône Saône-et-Loire Sarthe Savoie Haute-Savoie Seine-Maritime Seine-et-Marne Yvelines
    Deux-Sèvres Somme Tarn Tarn-et-Garonne Var Vaucluse Vendée Vienne Haute-Vienne Vosges Yonne Territoire_de_Belfort
    Essonne Hauts-de-Seine Seine-Saint-Denis Val-de-Marne Val-d'Oise Guadeloupe Martinique Guyane Réunion Mayotte
    """
)
