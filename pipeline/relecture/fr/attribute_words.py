"""What the press measures of a thing, and the words that say which measure a figure is. Data only: insides of patterns."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Attribute:
    """A measure: the field of a row that holds its range, its label, the unit of the range, and the words that tell it.

    ``nouns`` name it, ``verbs`` lead to its figure, ``adjectives`` do with « de », ``after`` follows the figure. ``alone``
    says that its unit is enough to tell it, ``at`` what right before the figure tells it where nothing else is named, ``adds`` that the figures of many things are added up, ``bare`` that
    « un X de ¤ » tells it; ``period`` is the stretch of time over which it is counted; ``counted`` the nouns of a number of things.
    """

    field: str
    label: tuple[str, str]
    unit: str
    nouns: str = ""
    verbs: str = ""
    adjectives: str = ""
    after: str = ""
    at: str = ""
    alone: bool = False
    adds: bool = False
    bare: bool = False
    period: str = ""
    counted: str = ""


_FLAT = r"mesur\w+|fai(?:t|sai\w+|sant)|attei\w+"
_LENGTH = r"dépass\w+|avoisin\w+|frôl\w+|attei\w+|mesur\w+|fai(?:t|sai\w+|sant)"
_USES = r"consomm\w+|engloutit|englouti\w*|aval\w+|dévor\w+|réclam\w+|absorb\w+|nécessit\w+|utilis\w+|dépens\w+|gaspill\w+|soutir\w+|pomp\w+"
_EATS = r"mang\w+|aval\w+|ingurgit\w+|ingèr\w+|consomm\w+|englouti\w*|dévor\w+|boi\w+|boit|buvai\w*|absorb\w+|produi\w+|donn\w+|fourni\w+|brout\w+|réclam\w+"

_PRICE = Attribute("price", ("Prix", "Price"), "euro", nouns=r"prix|tarif|coût|facture|somme", verbs=r"coût\w+|val(?:ent|ait|aient|u)|vaut|vaudra|vend\w+|vendue?s?(?: à)?|achet\w+|achetée?s?(?: à)?|(?:factur|affich|propos|commercialis|annonc|négoci|cédé|bradé?|cot|adjug|pay|échang|tarif|déstock|liquid|sold)\w*(?: à)?|revi(?:ent|endra|endrait) à|s'(?:échang|écoul|arrach|achèt|enlèv)\w+ à|pass\w+ à|débours\w+|démarr\w+ à|à partir de|moyennant|se (?:vend|négoci|monnai|pay|pai)\w*(?: à)?|franchi\w*|dépass\w+|attei\w+|avoisin\w+|frôl\w+|touch\w+|clôtur\w* à|fini\w* à|tourn\w+|(?:pai|pay|vend|factur|propos|affich)\w* (?:le|la|son|sa|une?) [\w-]+", after=r"(?:la|le|l'|pour une?|par|pièce|l'unité|chacune?|en magasin|en boutique|hors taxes|ttc)\b", at=r"à|sous(?: les)?|au-dessus des?|autour des?", adds=True)  # fmt: skip

ATTRIBUTES = (
    Attribute("power", ("Puissance", "Power"), "watt", nouns=r"puissance|capacité", alone=True, adds=True, bare=True),
    Attribute("energy", ("Énergie", "Energy"), "kilowatt_hour", nouns=r"capacité|batterie|pack|réserve|énergie|consommation", verbs=rf"{_USES}|stock\w+|emmagasin\w+|embarqu\w+|contien\w+|restitu\w+|délivr\w+|coût\w+|compte[rz]|faut", adds=True, bare=True),
    Attribute("energy_year", ("Énergie en un an", "Yearly energy"), "kilowatt_hour", alone=True, adds=True, bare=True, period="year"),
    Attribute("energy_day", ("Énergie en un jour", "Daily energy"), "kilowatt_hour", alone=True, adds=True, bare=True, period="day"),
    Attribute("mass", ("Masse", "Mass"), "kilogram", nouns=r"poids|masse|tonnage", verbs=r"pès\w+|pes(?:ai\w+|er|ant|é\w*)|affich\w+|accus\w+|fai(?:t|sai\w+|sant)", adjectives=r"lourde?s?", after=r"sur la balance|à la pesée|à la naissance|à vide|de muscles|tout mouillé|sur la bascule", adds=True, bare=True),
    Attribute("mass_day", ("Masse en un jour", "Daily mass"), "kilogram", verbs=_EATS, nouns=r"ration|consommation|production", adds=True, period="day"),
    Attribute("mass_year", ("Masse en un an", "Yearly mass"), "kilogram", verbs=_EATS, nouns=r"consommation|production|récolte|rendement", adds=True, period="year"),
    Attribute("height", ("Hauteur", "Height"), "meter", nouns=r"hauteur|garrot", verbs=rf"{_LENGTH}|culmin\w+(?: à)?|s'élèv\w+ (?:à|jusqu'à)|s'élev\w+ (?:à|jusqu'à)|se (?:dress|hiss)\w+ (?:à|jusqu'à)|domin\w+|tois\w+", adjectives=r"hautes?|hauts?|grande?s?", after=r"(?:de|en) (?:haut|hauteur)|d'élévation|au garrot|en bout de pale|au-dessus du sol", bare=True),
    Attribute("long", ("Longueur", "Length"), "meter", nouns=r"longueur", verbs=rf"{_LENGTH}|s'(?:étir|étend|étal)\w+ sur|cour\w+ sur|déroul\w+|aligne\w*", adjectives=r"longues?|longs?", after=r"de (?:long|longueur)", bare=True),
    Attribute("wide", ("Largeur", "Width"), "meter", nouns=r"largeur", verbs=_LENGTH, adjectives=r"larges?", after=r"de (?:large|largeur)"),
    Attribute("thick", ("Épaisseur", "Thickness"), "meter", nouns=r"épaisseur", verbs=_FLAT, adjectives=r"épais|épaisses?", after=r"d'épaisseur"),
    Attribute("across", ("Diamètre", "Diameter"), "meter", nouns=r"diamètre", verbs=_FLAT, after=r"de diamètre"),
    Attribute("span", ("Envergure", "Wingspan"), "meter", nouns=r"envergure", after=r"d'envergure|d'une aile à l'autre"),
    Attribute("deep", ("Profondeur", "Depth"), "meter", nouns=r"profondeur", verbs=r"plong\w+ (?:à|jusqu'à)|descend\w* (?:à|jusqu'à)", adjectives=r"profondes?|profonds?", after=r"de (?:profondeur|fond|creux)|sous terre|sous la surface"),
    Attribute("size", ("Taille", "Size"), "meter", nouns=r"taille|stature", verbs=rf"{_LENGTH}|tois\w+", adjectives=r"grande?s?|longues?|longs?|hautes?|hauts?", bare=True),
    Attribute("range", ("Autonomie ou portée", "Range"), "kilometer", nouns=r"autonomie|portée|rayon d'action|allonge", verbs=r"(?:p[eo]u\w+|capables? de|permet\w* de|promet\w* de) (?:parcourir|rouler|voler|tenir|franchir|couvrir)(?: sur| jusqu'à)?", after=r"d'autonomie|de portée|en une (?:seule )?charge|sur une (?:seule )?charge|avec un plein|sans (?:se |re)?recharger|entre deux recharges"),
    Attribute("length", ("Longueur", "Length"), "kilometer", nouns=r"longueur", verbs=r"mesur\w+|fai(?:t|sai\w+|sant)|s'(?:étir|étend|étal)\w+ sur|coul\w+ sur|parcour\w+|serpent\w+ sur|déroul\w+|traverse\w*", adjectives=r"longues?|longs?", after=r"de (?:long|longueur|parcours|cours|méandres)"),
    Attribute("altitude", ("Altitude", "Altitude"), "meter", nouns=r"altitude", verbs=r"culmin\w+(?: à)?|perchée?s? à|juchée?s? à|nichée?s? à", after=r"d'altitude|au-dessus (?:du niveau )?de la mer|au-dessus des océans"),
    Attribute("area", ("Surface", "Area"), "meter**2", nouns=r"surface|superficie|emprise", verbs=r"mesur\w+|fai(?:t|sai\w+|sant)|s'(?:étend|étal|étir)\w* sur|couvr\w+|occup\w+|offr\w+|dépli\w+|déploi\w+|compt\w+", adjectives=r"grande?s?|vastes?", after=r"de (?:surface|superficie)", bare=True),
    Attribute("volume", ("Volume", "Volume"), "liter", nouns=r"volume|contenance|capacité|réservoir|cuve|cylindrée", verbs=rf"contien\w+|conten\w+|renferm\w+|{_USES}|stock\w+|emport\w+|embarqu\w+|cub\w+|vidang\w+|vid\w+|rempli\w*|rejet\w+|évacu\w+|déleste\w*|achemin\w+|transport\w+|reti(?:ent|endra)|reten(?:ir|ait|ant)|charri\w+", after=r"d'eau\b|de contenance|de (?:sa )?capacité", adds=True, bare=True),
    Attribute("volume_day", ("Volume en un jour", "Daily volume"), "liter", verbs=_EATS, nouns=r"consommation|production|traite", adds=True, period="day"),
    Attribute("volume_year", ("Volume en un an", "Yearly volume"), "liter", verbs=_EATS, nouns=r"consommation|production", adds=True, period="year"),
    Attribute("speed", ("Vitesse", "Speed"), "kilometer/hour", nouns=r"vitesse|allure", alone=True, bare=True),
    Attribute("temperature", ("Température", "Temperature"), "degree_Celsius", nouns=r"température", alone=True, bare=True),
    Attribute("flow", ("Débit", "Flow"), "meter**3/second", nouns=r"débit|module", alone=True, bare=True),
    Attribute("barrels", ("Barils en un jour", "Barrels a day"), "barrel/day", nouns=r"débit|production", alone=True, bare=True),
    Attribute("pressure", ("Pression", "Pressure"), "bar", nouns=r"pression", alone=True, bare=True),
    Attribute("noise", ("Niveau sonore", "Noise level"), "decibel", nouns=r"bruit|niveau sonore|volume", alone=True, bare=True),
    Attribute("voltage", ("Tension", "Voltage"), "volt", nouns=r"tension", alone=True, bare=True),
    Attribute("current", ("Intensité", "Current"), "ampere", nouns=r"intensité|courant", alone=True, bare=True),
    Attribute("frequency", ("Fréquence", "Frequency"), "hertz", nouns=r"fréquence", alone=True, bare=True),
    Attribute("rotation", ("Régime", "Rotation speed"), "revolution/minute", nouns=r"régime|vitesse de rotation", alone=True, bare=True),
    Attribute("torque", ("Couple", "Torque"), "newton_meter", nouns=r"couple", alone=True, bare=True),
    Attribute("light", ("Flux lumineux", "Luminous flux"), "lumen", nouns=r"flux", alone=True, bare=True),
    Attribute("data", ("Données", "Data"), "gigabyte", nouns=r"mémoire|capacité|stockage", verbs=r"pès\w+|stock\w+|embarqu\w+|contien\w+", adds=True, bare=True),
    Attribute("rate", ("Débit", "Data rate"), "megabit/second", nouns=r"débit", alone=True, bare=True),
    Attribute("fuel", ("Consommation de carburant", "Fuel use"), "liter/(100*kilometer)", nouns=r"consommation", alone=True, bare=True),
    Attribute("electric", ("Consommation au kilomètre", "Electric consumption"), "kilowatt_hour/(100*kilometer)", nouns=r"consommation", alone=True, bare=True),
    Attribute("carbon", ("CO2 au kilomètre", "CO2 per kilometre"), "gram/kilometer", nouns=r"émissions|rejets", alone=True, bare=True),
    Attribute("content", ("CO2 par kilowattheure", "CO2 per kilowatt-hour"), "gram/kilowatt_hour", nouns=r"intensité|contenu|facteur", alone=True, bare=True),
    Attribute("yield", ("Rendement à l’hectare", "Yield"), "metric_ton/hectare", nouns=r"rendement|production|récolte", alone=True, bare=True),
    _PRICE,
    replace(_PRICE, field="dollars", unit="dollar"),
    Attribute("price_month", ("Montant par mois", "Monthly amount"), "euro", alone=True, adds=True, bare=True, period="month"),
    Attribute("price_year", ("Montant par an", "Yearly amount"), "euro", alone=True, adds=True, bare=True, period="year"),
    Attribute("price_energy", ("Prix de l’énergie", "Energy price"), "euro/megawatt_hour", nouns=r"prix|tarif|coût", alone=True, bare=True),
    Attribute("price_mass", ("Prix à la tonne", "Price by mass"), "euro/metric_ton", nouns=r"prix|cours", alone=True, bare=True),
    Attribute("price_area", ("Prix au mètre carré", "Price by area"), "euro/meter**2", nouns=r"prix|loyer", alone=True, bare=True),
    Attribute("price_volume", ("Prix au litre", "Price by volume"), "euro/liter", nouns=r"prix", alone=True, bare=True),
    Attribute("duration", ("Durée", "Duration"), "second", nouns=r"durée|temps|chrono", verbs=r"dur\w+|met(?:tent|trai?t|tra|tait)?|en|prend\w*|boucl\w+ en|après|demand\w+|nécessit\w+|réclam\w+|exig\w+", bare=True),
    Attribute("gestation", ("Durée de gestation", "Gestation"), "day", nouns=r"gestation|couvaison|incubation", after=r"de gestation|d'incubation|de couvaison"),
    Attribute("life", ("Âge ou durée de vie", "Age or lifespan"), "year", nouns=r"longévité|espérance de vie|durée de vie|âge", verbs=r"viv\w+|vit|vécu|âgée?s? de|vieux de|vieille de|mort\w* à|s'est éteinte? à|fêt\w+(?: ses)?|souffl\w+(?: ses)?", after=r"d'espérance de vie|de longévité|d'existence"),
    Attribute("seats", ("Places", "Seats"), "count", verbs=r"accueill\w+|transport\w+|emport\w+|embarqu\w+|conten\w+|contien\w+|offr\w+|compt\w+|dispos\w+ de|peut \w+", nouns=r"capacité|jauge", counted=r"^(?:passager|voyageur|place|siège|spectateur|fauteuil)s?(?: assises?)?$", bare=True),
    Attribute("storeys", ("Étages", "Storeys"), "count", verbs=r"compt\w+|comport\w+|s'élèv\w+ sur", counted=r"^(?:étage|niveau)[sx]?$", bare=True),
    Attribute("horses", ("Puissance", "Power"), "count", nouns=r"puissance", counted=r"^(?:cheval|chevaux)$", alone=True, bare=True),
    Attribute("knots", ("Vitesse", "Speed"), "count", nouns=r"vitesse", counted=r"^nœuds?$", alone=True, bare=True),
    Attribute("people", ("Population ou effectif", "People"), "count", verbs=r"compt\w+|recens\w+|abrit\w+|peuplée?s? de", counted=r"^(?:habitant|âme)s?$", bare=True),
)  # fmt: skip

#: A toy, a likeness: nothing is sure of their size.
LIKENESS = (
    r"\b(?:maquettes?|miniatures?|statues?|statuettes?|sculptures?|jouets?|modèles? réduits?|répliques?|géante?s?|fossiles?|préhistori\w*|dinosaures?|gonflables?|bronze|peluches?"
    r"|chocolat|(?:de|en) (?:bois|pierre|plastique|carton|métal|acier|papier|fer|résine|verre|plâtre|béton|osier)|(?:une|cette|des|les) affiches?|l'affiche|fresques?|mosaïques?|lego|cumul\w*|au total|ensemble|millions? de|milliards? de|marionnettes?|char|masque|costume|photos?|portraits?|peint\w*|tapisserie|figurines?)\b"
)
#: Names of things that are adjectives too.
ADJECTIVES_TOO = frozenset(("éolienne", "éoliennes", "hydrolienne", "hydroliennes"))
#: Currencies of which one is worth about a euro.
NEAR_EURO = frozenset("dollar canadian_dollar australian_dollar swiss_franc pound_sterling".split())

#: The larger units of those above, the largest first, with how many of them each is.
LARGER = {
    "watt": (("gigawatt", 10**9), ("megawatt", 10**6), ("kilowatt", 10**3)),
    "kilowatt_hour": (("terawatt_hour", 10**9), ("gigawatt_hour", 10**6), ("megawatt_hour", 10**3)),
    "kilogram": (("metric_ton", 10**3),),
    "second": (("hour", 3600), ("minute", 60)),
}

#: Words of the stretch of time over which an amount is counted.
PERIODS = {
    "year": r"par an\b|annuel\w*|chaque année|à l'année|en un an\b|sur un an\b|sur l'année|par année|l'an\b|bon an|tous les ans|dans l'année|en une année",
    "day": r"par jour|quotidien\w*|journali\w+|chaque jour|en une journée|en un jour|en vingt-quatre heures|en 24 heures|la journée|tous les jours",
    "month": r"par mois|mensuel\w*|chaque mois|le mois\b|tous les mois|au mois\b|mensualités?",
    "week": r"par semaine|hebdomadaires?|chaque semaine|la semaine|toutes les semaines",
    "hour": r"par heure|de l'heure|chaque heure|l'heure\b|en une heure|par minute|chaque minute|par seconde",
    "each": r"par (?:personne|habitant|foyer|ménage|salarié|élève|hectare|tonne|kilo|litre|mètre|lot|tête)\w*|au kilo|(?:le kilo|la tonne|le litre)(?! d[e'u])|à l'hectare|au litre",
}

#: What may stand between the word that tells and the figure.
ABOUT = (
    r"(?:(?:environ|près de|près d'|plus de|plus d'|moins de|moins d'|quelque|quelques|à peine|presque|seulement|jusqu'à|jusqu'aux?|pas moins de|pas moins d'|tout juste|autour de|aux alentours de"
    r"|aux environs de|de l'ordre de|au moins|au plus|à peu près|parfois|déjà|bien|largement|exactement|précisément|entre|désormais|aujourd'hui|maintenant|encore|ainsi|tout de même|quand même|également|souvent"
    r"|à lui seul|à elle seule|adulte|en moyenne|au total|guère plus de|plus que|que|un peu plus de|un peu moins de|pourtant|aussi|facilement|allègrement|pas loin de|les|ses|la bagatelle de|le record de) ?)*"
)

#: Verbs that lead to the figure of any measure, whose name stands elsewhere.
STATES = (
    r"attei\w+|dépass\w+|avoisin\w+|frôl\w+|approch\w+|excèd\w+|excéd\w+|tourn\w+ autour|oscill\w+|vari\w+|grimp\w+|mont\w+|descend\w*|tomb\w+|rest\w+|est|sont|était|étaient|sera|serait|fut"
    r"|plafonn\w+|culmin\w+|s'élèv\w+|s'élev\w+|s'établi\w+|s'affich\w+|se chiffr\w+|se situ\w+|ressort\w*|hiss\w+|port\w+|fix\w+|limit\w+|brid\w+|réglée?s?|annonc\w+|promet\w*|revendiqu\w+|affich\w+|indiqu\w+|délivr\w+|développ\w+|fourni\w*|offr\w+"
)
