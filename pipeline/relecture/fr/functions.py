"""Functions that people hold, as the French press writes them. Data only."""

from __future__ import annotations

from relecture.fr.words import words

#: Functions that one person holds in one organisation at a time, in lower case; the feminine is listed too.
EXCLUSIVE = (
    "PDG", "P-DG", "président-directeur général", "présidente-directrice générale", "directeur général",
    "directrice générale", "secrétaire général", "secrétaire générale", "maire", "ministre", "préfet", "préfète",
    "procureur", "procureure", "procureur de la République", "procureure de la République", "patron", "patronne",
    "recteur", "rectrice", "Premier ministre", "Première ministre", "évêque", "archevêque", "proviseur", "proviseure",
    "entraîneur", "entraîneuse", "sélectionneur", "sous-préfet", "sous-préfète", "ambassadeur", "ambassadrice",
    "député", "députée", "sénateur", "sénatrice", "directeur financier", "directrice financière",
    "président du directoire", "présidente du directoire", "gouverneur", "gouverneure",
)  # fmt: skip

#: Functions that may be held twice (« présidente du club et du comité »): another organisation is no conflict
#: unless it is of the same sort.
SHARED = ("président", "présidente", "directeur", "directrice", "vice-président", "vice-présidente", "porte-parole",
          "fondateur", "fondatrice", "délégué général", "déléguée générale", "chef", "cheffe", "conservateur en chef", "conservatrice en chef",
          "administrateur général", "administratrice générale", "rédacteur en chef", "rédactrice en chef")  # fmt: skip

#: Several people hold these at once: two holders are no conflict.
PLURAL = words(
    "député députée sénateur sénatrice vice-président vice-présidente porte-parole fondateur fondatrice directeur "
    "directrice ministre entraîneur entraîneuse chef cheffe ambassadeur ambassadrice"
)

#: Ranks and stations of which a person holds one; each line is one ladder.
LADDERS = (
    ("caporal", "sergent", "sergent-chef", "adjudant", "adjudant-chef", "major", "aspirant", "sous-lieutenant",
     "lieutenant", "capitaine", "commandant", "commandante", "lieutenant-colonel", "colonel", "colonelle", "général",
     "générale", "amiral", "brigadier", "brigadier-chef", "gardien de la paix", "commissaire", "inspecteur",
     "inspectrice", "contrôleur général", "lieutenante", "sergente", "adjudante"),
    ("député", "députée", "sénateur", "sénatrice", "eurodéputé", "eurodéputée"),
    ("préfet", "préfète", "sous-préfet", "sous-préfète"),
    ("procureur", "procureure", "juge", "avocat", "avocate", "substitut", "greffier", "greffière"),
    ("évêque", "archevêque", "cardinal", "curé", "abbé"),
    ("ministre", "secrétaire d'État", "Premier ministre", "Première ministre"),
    ("maire", "adjoint au maire", "adjointe au maire"),
    ("professeur", "professeure", "doctorant", "doctorante"),
)  # fmt: skip

#: The masculine of feminine forms, so that « la directrice » and « le directeur » are one function.
MASCULINE = {
    "présidente-directrice générale": "PDG", "président-directeur général": "PDG", "P-DG": "PDG",
    "directrice générale": "directeur général", "secrétaire générale": "secrétaire général", "préfète": "préfet",
    "procureure": "procureur", "procureur de la République": "procureur",
    "procureure de la République": "procureur", "rectrice": "recteur", "Première ministre": "Premier ministre",
    "proviseure": "proviseur", "entraîneuse": "entraîneur", "sous-préfète": "sous-préfet",
    "ambassadrice": "ambassadeur", "députée": "député", "sénatrice": "sénateur",
    "directrice financière": "directeur financier", "présidente": "président", "directrice": "directeur",
    "vice-présidente": "vice-président", "fondatrice": "fondateur", "déléguée générale": "délégué général",
    "cheffe": "chef", "commandante": "commandant", "colonelle": "colonel", "générale": "général",
    "lieutenante": "lieutenant", "sergente": "sergent", "adjudante": "adjudant", "patronne": "patron",
    "avocate": "avocat", "greffière": "greffier", "adjointe au maire": "adjoint au maire",
    "eurodéputée": "eurodéputé", "gouverneure": "gouverneur", "professeure": "professeur",
    "doctorante": "doctorant", "conservatrice en chef": "conservateur en chef",
    "administratrice générale": "administrateur général", "rédactrice en chef": "rédacteur en chef", "inspectrice": "inspecteur", "présidente du directoire": "président du directoire",
}  # fmt: skip

#: Functions at the head of one house: the same person does not hold two of them there, in the masculine…
HEADS = frozenset({"préfet", "maire", "procureur", "évêque", "recteur", "proviseur", "directeur", "conservateur en chef", "président",
                   "entraîneur", "sélectionneur", "secrétaire général", "directeur général", "PDG", "rédacteur en chef",
                   "administrateur général", "sous-préfet"})  # fmt: skip
#: …but for those that name one function loosely.
SYNONYMS = (
    frozenset({"PDG", "président", "directeur général"}),
    frozenset({"directeur", "directeur général", "administrateur général", "PDG"}),
    frozenset({"entraîneur", "sélectionneur"}),
    frozenset({"directeur", "rédacteur en chef"}),
)

#: What tells that a function is past, to come, shared, or has changed hands: no conflict then.
CHANGED = (
    "ancien", "ancienne", "anciens", "anciennes", "ex-", "ex", "futur", "future", "successeur", "successeuse",
    "succède", "succédé", "succéder", "prédécesseur", "prédécesseure", "intérim", "alors", "jusqu'en", "jusqu'à",
    "autrefois", "naguère", "jadis", "à l'époque", "devenu", "devenue", "devient", "deviendra", "nommé", "nommée",
    "nomination", "promu", "promue", "remplacé", "remplacée", "remplace", "remplacer", "quitte", "quitté", "quittera",
    "désormais", "auparavant", "précédent", "précédente", "précédemment", "élu", "élue",
    "candidat", "candidate", "co-", "coprésident", "coprésidente", "codirecteur", "codirectrice",
    "puis", "avant de", "après avoir", "était", "fut", "prochain", "prochaine",
    "démissionnaire", "honoraire", "sortant", "sortante", "tour à tour", "successivement",
)  # fmt: skip

#: Portfolios that one minister often holds together, or that have two usual names.
PORTFOLIOS = (
    words("économie finances budget industrie souveraineté numérique"),
    words("énergie transition écologie écologique énergétique environnement climat biodiversité"),
    words("intérieur outre-mer collectivités"),
    words("éducation jeunesse enseignement recherche sports"),
    words("travail emploi insertion santé solidarités autonomie prévention handicapées"),
    words("affaires étrangères europe extérieures"),
    words("armées défense combattants"),
    words("transports logement ville territoires territoire mobilités aménagement"),
    words("agriculture alimentation souveraineté forêt pêche mer"),
)

#: Parties, as written after a name between parentheses.
PARTIES = words(
    "LR PS RN LFI EELV PCF UDI LREM RE MoDem Renaissance Horizons DVD DVG DVC NPA LO FN UMP PRG UDR LE PLR UDC PSR"
)

#: What a rank is held in: « capitaine de gendarmerie ».
CORPS = (
    "gendarmerie",
    "police",
    "sapeurs",
    "pompiers",
    "armee",
    "marine",
    "crs",
    "la gendarmerie",
    "la police",
    "compagnie",
    "groupement",
)
