"""Which dimensions the name of a magnitude admits, and the words of production, storage and machines. Data only."""

from __future__ import annotations

from dataclasses import dataclass

from relecture.fr.words import words


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A magnitude: its names, the dimensions that contradict it, what its units are and examples of them."""

    names: tuple[str, ...]
    wrong: frozenset[str]
    expected: str
    examples: str


_SPACE = frozenset(("length", "area", "volume"))
_WORK = frozenset(("energy", "power"))
_ELECTRIC = frozenset(("electric_potential", "electric_current", "electric_charge", "electric_resistance"))
#: What nearly no other magnitude is counted in.
_OWN = _ELECTRIC | {"frequency", "pressure", "information", "torque", "luminous_flux", "radioactivity"}
_MATTER = _SPACE | _WORK | {"mass", "speed", "temperature"}

MAGNITUDES = (
    Magnitude(("puissance", "puissances"), (_MATTER | _ELECTRIC | {"pressure"}) - {"power", "mass"}, "puissance", "W, kW, MW"),
    Magnitude(("capacité de production", "capacité installée", "capacité électrique"), words("energy"), "puissance", "kW, MW"),
    Magnitude(("débit", "débits"), (_MATTER | _OWN) - {"power"}, "volume par unité de temps", "m³/s, l/min"),
    Magnitude(("vitesse", "allure"), (_MATTER | _ELECTRIC | {"pressure"}) - {"speed"}, "vitesse", "km/h, m/s"),
    Magnitude(("surface", "superficie", "emprise"), (_MATTER | _OWN) - {"area", "temperature"} - _ELECTRIC, "surface", "m², ha, km²"),
    Magnitude(("volume", "contenance"), words("area length speed temperature power pressure"), "volume", "m³, litres"),
    Magnitude(
        ("distance", "longueur", "hauteur", "largeur", "profondeur", "altitude", "diamètre", "épaisseur", "envergure", "dénivelé"),
        (_MATTER | _ELECTRIC | {"pressure"}) - {"length"}, "longueur", "m, km",
    ),
    Magnitude(("masse", "tonnage"), (_MATTER | _ELECTRIC | {"pressure"}) - {"mass", "volume"}, "masse", "kg, tonnes"),
    Magnitude(("poids",), (_MATTER | _ELECTRIC | {"pressure"}) - {"mass"}, "masse", "kg, tonnes"),
    Magnitude(("température", "températures"), (_MATTER | _OWN | {"percent"}) - {"temperature"}, "température", "°C"),
    Magnitude(("humidité", "hygrométrie"), words("temperature speed length energy power"), "proportion", "%"),
    Magnitude(("tension",), (_ELECTRIC | _WORK | {"frequency", "temperature"}) - {"electric_potential"}, "tension", "V, kV"),
    Magnitude(("intensité",), (_ELECTRIC | {"energy", "frequency"}) - {"electric_current"}, "intensité", "A"),
    Magnitude(("un courant",), _WORK, "intensité", "A"),  # « de courant : 650 MWh » is electricity, « un courant de 63 kV » usual
    Magnitude(("fréquence",), (_MATTER | _OWN | {"sound_level"}) - {"frequency"}, "fréquence", "Hz"),
    Magnitude(("pression",), (_MATTER | _ELECTRIC | {"frequency"}) - {"mass"}, "pression", "bar, Pa"),
    Magnitude(("durée", "délai"), _MATTER | _OWN, "durée", "jours, heures"),
    Magnitude(("autonomie", "portée"), words("energy power speed mass area"), "distance ou durée", "km, heures"),
    Magnitude(("couple",), words("power energy speed volume frequency pressure"), "moment de force", "N·m"),
    Magnitude(("niveau sonore", "niveau de bruit", "volume sonore", "bruit"), _WORK | {"frequency", "speed", "temperature", "pressure"}, "niveau sonore", "dB"),
    Magnitude(("mémoire vive",), _WORK | {"frequency"}, "quantité d’information", "Go"),
    Magnitude(("dose",), _WORK | {"radioactivity"}, "dose", "mSv, mg"),
    Magnitude(("poussée",), words("power energy"), "force", "N, kN"),
    Magnitude(("flux lumineux",), words("power energy"), "flux lumineux", "lm"),
    Magnitude(("cylindrée",), words("power mass energy"), "volume", "cm³, litres"),
    Magnitude(("facteur de charge",), words("energy power temperature length speed"), "proportion", "%"),
    # A shot of fusion, a field of panels have a « rendement » in joules or kilowatthours: what they yield.
    Magnitude(("rendement",), words("power temperature length speed"), "proportion", "%"),
)  # fmt: skip

#: « une énergie de 500 mégawatts », « une production annuelle de 50 gigawatts »: magnitudes that power contradicts,
#: written with what must come with the noun.
ENERGY_NAMES = (
    r"(?:une|l'|cette|d'|quantité d'|dose d')\s?énergie(?:\s(?:totale|cinétique|électrique|thermique|laser|finale|utile|libérée|dégagée|déposée|"
    r"produite|consommée|stockée|restituée|fournie|délivrée))?",
    r"(?:production|consommation|productible|besoins?|demande)(?:\s(?:d'électricité|électrique|énergétique|totale|moyenne|globale|d'énergie|nette|brute))?"
    r"\s(?:annuelle?s?|mensuelle?s?|quotidien(?:ne)?s?|journali(?:er|ère)s?|hebdomadaires?)(?:\s(?:d'électricité|électrique|moyenne|totale|estimée|prévue|attendue|espérée|escomptée|visée|projetée|prévisionnelle|d'énergie)){0,2}",
)  # fmt: skip

#: Words that leave a magnitude as it is: « puissance électrique maximale installée ».
ADJECTIVES = words(
    """
    nominale maximale minimale maximum minimum moyenne totale installée électrique thermique mécanique nette brute
    unitaire cumulée crête souscrite utile active réactive apparente instantanée disponible annoncée prévue théorique
    réelle globale supplémentaire additionnelle énorme colossale considérable importante gigantesque phénoménale lumineuse
    laser solaire éolienne hydraulique nucléaire raccordée garantie effective autorisée limitée habitable cultivée brûlée
    boisée agricole parcourue arrosée utile commerciale vendue construite couverte record initiale finale constante
    requise nécessaire suffisante équivalente estimée évaluée respectable modeste faible grande forte petite haute basse
    maximal minimal moyen total nominal annoncé prévu global initial final record quotidien vertical cumulé horizontal
    positive négative extrême ambiante extérieure intérieure idéale normale habituelle élevée commune délivrée fournie
    nécessaires électriques de_pointe de_crête de_charge de_croisière de_sortie de_raccordement de_tir au_sol en_mer
    atmosphérique artérielle ressentie relevée mesurée enregistrée annuelle maximaux maxi mini sonore radiative efficace
    développée dégagée absorbée consommée appelée restituée impressionnante continue alternative nominales
    """
)

#: Between the name of a magnitude and its figure.
LINKS = (
    "de", "d'", ":", "est de", "était de", "sera de", "serait de", "atteint", "atteindra", "atteignait", "atteindrait",
    "atteignant", "s'élève à", "s'élèvera à", "s'élevait à", "avoisine", "avoisinera", "de l'ordre de", "comprise entre",
    "compris entre", "dépasse", "dépassera", "dépassant", "supérieure à", "supérieur à", "inférieure à", "inférieur à",
    "approche", "frôle", "plafonne à", "limitée à", "limité à", "fixée à", "fixé à", "estimée à", "estimé à", "évaluée à",
    "évalué à", "portée à", "ramenée à", "passe à", "passera à", "est passée à", "est limitée à", "est fixée à", "qui atteint",
    "égale à", "équivalente à", "culmine à", "grimpe à", "tourne autour de", "se chiffre à", "allant jusqu'à", "pouvant atteindre",
    "a atteint", "a été de", "a été limitée à", "s'établit à", "s'établissait à", "représente", "ne dépasse pas",
)  # fmt: skip

#: Stems of the verbs that give a magnitude its value, with « à » or « autour de » after them.
STATES = (
    "établi", "élev", "élèv", "chiffr", "mont", "descend", "tomb", "ramen", "ramèn", "fix", "limit", "port", "grimp", "effondr", "chut",
    "pass", "évalu", "estim", "plafonn", "culmin", "stabilis", "abaiss", "rédui", "calcul", "maint", "bloqu", "arrondi", "relev", "relèv",
    "mesur", "bond", "retomb", "remont", "redescend", "arrêt", "annonc", "revu", "bais", "augment", "ressort", "sera port", "doubl",
)  # fmt: skip

#: Approximators and determiners before a number.
LOOSE = (
    "environ", "près de", "près d'", "plus de", "plus d'", "moins de", "moins d'", "quelque", "à peu près", "presque",
    "autour de", "au moins", "au plus", "jusqu'à", "un peu plus de", "un peu moins de", "à peine", "seulement", "de",
    "d'", "quelques", "entre", "les", "l'ordre de", "exactement", "déjà", "respectivement", "tout juste", "un total de",
    "une", "un", "dépassant", "quasiment",
)  # fmt: skip

#: What makes « puissance » another word.
NOT_A_MAGNITUDE = words(
    "calcul feu fiscale publique fiscaux sonore acoustique explosive salariale monétaire publicitaire"
)

#: A dose given to a patient is counted in becquerels.
INJECTED = (
    "inject",
    "administr",
    "traceur",
    "patient",
    "iode",
    "techn",
    "scinti",
    "radiopharm",
    "radiothérap",
    "nucléaire médic",
)

#: Nouns of machines whose size is a power.
MACHINES = words(
    """
    centrale centrales réacteur réacteurs tranche tranches éolienne éoliennes parc parcs ferme fermes turbine turbines
    panneau panneaux chaudière chaudières moteur moteurs borne bornes data_center data_centers datacenter datacenters
    électrolyseur électrolyseurs hydrolienne hydroliennes alternateur alternateurs groupe_électrogène barrage barrages
    onduleur radiateur radiateurs chargeur chargeurs four fours EPR SMR cogénération unité_de_production
    installation_solaire installation_photovoltaïque centrale_solaire pompe_à_chaleur transformateur
    transformateurs centre_de_données convecteur
    """
)

#: What may stand between a machine and its size: « centrale solaire photovoltaïque de », « borne de recharge de ».
MACHINE_KINDS = words(
    """
    solaire solaires éolien éolienne éoliens éoliennes photovoltaïque photovoltaïques nucléaire nucléaires hydraulique
    hydrauliques hydroélectrique hydroélectriques électrique électriques thermique thermiques biomasse terrestre terrestres
    marin marine offshore flottant flottante flottantes rapide rapides ultrarapide ultrarapides domestique domestiques
    collective individuelle géothermique voltaïque diesel fioul bois gaz neuf neuve nouvel nouvelle industriel industrielle
    à_gaz au_gaz au_fioul à_bois au_bois au_charbon à_charbon au_sol en_mer de_chauffage de_recharge de_production villageois
    villageoise communal communale citoyen citoyenne agrivoltaïque privé privée public publique supplémentaire existante
    existant géante géant petit petite gros grosse d'éoliennes d'essai de_secours alpha air-eau réversible à_granulés
    à_condensation à_vapeur principale principal vapeur historique
    """
)

#: Words that make a machine a store of energy.
STORES = words(
    """
    batterie batteries accumulateur accumulateurs stockage ballon réservoir step pompage voiture voitures véhicule
    véhicules pack powerwall accus pile piles inertie hydrogène volant gigafactory usine cellules volant
    """
)

#: A period that follows an energy or a power: « par an », « en 2023 ».
EACH = (r"par an(?:née)?", r"par jour", r"par mois", r"par semaine", r"par trimestre", r"chaque année", r"chaque jour", r"chaque mois",
        r"chaque semaine", r"/\s?an", r"/\s?jour", r"/\s?mois", r"annuel(?:le)?s?", r"annuellement", r"quotidien(?:ne)?s?", r"quotidiennement",
        r"mensuel(?:le)?s?", r"tous les (?:ans|jours|mois)", r"à l'année", r"journali(?:er|ère)s?", r"par foyer et par an", r"l'an\b")  # fmt: skip
DURING = (r"en (?:1[89]|20)\d\d", r"sur (?:toute )?l'année", r"sur un an", r"en un an", r"pendant un an", r"l'an dernier", r"l'année dernière",
          r"cette année", r"au cours de l'année", r"durant l'année", r"sur l'ensemble de l'année", r"en une (?:année|journée|semaine)",
          r"sur les douze mois", r"au premier semestre", r"au (?:premier|deuxième|troisième|quatrième) trimestre", r"le mois dernier",
          r"en un mois", r"en un jour", r"dans l'année", r"en (?:douze|six|trois|deux|quatre|neuf|12|6|3) mois",
          r"(?:sur|en|pour) (?:l'ensemble de |toute )?(?:l'année )?(?:1[89]|20)\d\d", r"sur (?:l'ensemble de )?(?:l'exercice|la période)",
          r"depuis (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|le (?:début|printemps|1er janvier)|l'(?:été|hiver|automne|an dernier))",
          r"du 1er janvier au 31 décembre", r"l'an passé", r"l'année passée",
          r"(?:sur|pendant|durant) (?:tout )?(?:l'|un )(?:hiver|été|automne)", r"sur (?:la|une|toute la) saison", r"l'(?:hiver|été|automne) dernier")  # fmt: skip

#: Stems of verbs and nouns of producing and consuming energy.
PRODUCE = ("produi", "génèr", "génér", "fourni", "délivr", "inject", "consomm", "économis", "dépens", "utilis", "production",
           "englouti", "absorb", "aval", "dévor", "brûl", "débit", "turbin", "soutir", "restitu")  # fmt: skip

#: Stems that make « MW par an » right: the pace of building, factories, ramps, peaks.
PACE = ("install", "raccord", "ajout", "mis en service", "mise en service", "mettre en service", "mettra en service", "construi", "attribu",
        "fabri", "supplémentaire", "nouveau", "nouvel", "croître", "croissance", "perdr", "appel d'offres", "appels d'offres",
        "gigafactory", "capacité", "de batteries", "cellules", "modules", "électrolyseurs", "déploi", "déploy", "rythme", "augment",
        "panneaux par", "commande", "vend", "assembl", "manufactur")  # fmt: skip
#: Stems that are those of energy given only when a plant gives it: « les panneaux ont livré 96 MWh », not a maker's « livré 300 MW ».
GIVEN = ("livr",)
PLANTS = (
    "panneaux",
    "éolien",
    "centrale",
    "barrage",
    "toiture",
    "toit",
    "ombrière",
    "réacteur",
    "turbine",
    "parc",
    "ferme solaire",
    "hydrolienne",
)
PEAKS = (
    "record",
    "pic ",
    "pics ",
    "pointe",
    "à son maximum",
    "culmin",
    "instantané",
    "au plus fort",
    "à plein régime",
    "puissance",
)

#: Where electricity is bought and sold, and where a price by megawatt is right.
MARKET = ("prix", "tarif", "marché", "spot", "vend", "achet", "achèt", "factur", "coût de l'électricité", "soutien", "négoci", "cours",
          "électricité", "courant", "bourse", "gros", "kilowattheure", "payé", "payer", "rémunér", "contrat")  # fmt: skip
INVESTMENT = ("install", "construi", "invest", "capacité", "raccord", "enchère", "coût d'installation", "puissance souscrite",
              "abonnement", "ifer", "par an", "taxe", "chantier", "bâti", "financ", "développement", "loyer", "redevance", "coûte",
              "coûtera", "coût de construction", "d'éolien", "de solaire", "de nucléaire", "de puissance", "prime", "subvention",
              "par mois", "turpe", "devis", "turbine")  # fmt: skip

#: Kinds of energy: « 8 GW d'énergie éolienne » names a sector, not an amount.
KINDS = ("éolienne", "éoliennes", "solaire", "solaires", "renouvelable", "renouvelables", "nucléaire", "photovoltaïque", "hydraulique",
         "verte", "vertes", "propre", "propres", "marine", "marines", "décarbonée", "décarbonées", "fossile", "fossiles", "primaire",
         "géothermique", "hydroélectrique", "intermittente", "bas carbone", "houlomotrice", "installée", "raccordée")  # fmt: skip

#: Where a milliwatt is at home, and where only a megawatt can be.
TINY = ("laser", "pointeur", "capteur", "pile", "bouton", "puce", "diode", "led", "veille", "micro", "antenne", "émetteur", "implant",
        "smartphone", "signal", "montre", "circuit", "composant", "nano", "bracelet", "objet connecté", "téléphone", "oreillette", "stimulateur", "bluetooth",
        "wi-fi", "rayon", "faisceau", "pacemaker", "accéléromètre", "puissance d'émission", "étiquette", "radiofréquence")  # fmt: skip
GRID = ("centrale", "parc", "éolien", "réacteur", "marché", "réseau", "prix", "électricité", "foyers", "ménages", "production", "produi",
        "solaire", "photovolta", "barrage", "turbine", "installation", "ferme", "raccord", "nucléaire", "euros", "€", "tarif",
        "borne", "data center", "centre de données", "usine", "batterie", "chaudière", "industri", "ville", "pays", "hydro")  # fmt: skip
#: Of those, the ones that tell in a sentence nearby that megawatts are meant: no device lives among them.
NEARBY_GRID = ("centrale", "éolien", "réacteur", "foyers", "solaire", "photovolta", "barrage", "turbine", "nucléaire", "hydro",
               "data center", "centre de données", "sous-marin", "interconn", "haute tension", "raccord", "kilomètres", "hectare", "mâts",
               "RTE", "Enedis", "réseau électrique", "électrolyse", "aciérie", "gisement")  # fmt: skip

#: Ramps: « monter de 300 MW par heure » is right.
RAMPS = ("mont", "baiss", "vari", "augment", "rampe", "gradient", "modul", "rédui", "perd", "gagn", "grimp", "accél", "rythme", "descend",
         "flexib", "chut", "croît", "diminu")  # fmt: skip

#: A sentence about the mistake itself.
COMMENTS = (
    "par minute",
    "n'existe",
    "n'a pas de sens",
    "et non",
    "la faute",
    "une faute",
    "fautes",
    "erreur",
    "on n'écrit pas",
    "confon",
)
