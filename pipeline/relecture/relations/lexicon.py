"""The French verbs and nouns of variation, division and total that relations are read from. Data only.

Each constant is the inside of a regular expression over lower-case text.
"""

from __future__ import annotations

from decimal import Decimal

#: Stems that say that a value grows, then that it shrinks (verbs, nouns, adjectives).
RISE = (
    r"hausses?|crû|augment\w*|progress\w*|cro[iî](?:t|tre|ssent|ssait|ssance)|accr(?:oi\w*|ue?s?)|grimp\w*|bondi\w*|bonds?\b|"
    r"s'envol\w*|envol\w*|explos\w*|(?:re)?montée?s?|(?:re)?monte(?:nt|r)?\b|coups? de pouce|gagn\w+|gains?\b|relev\w+|relèv\w+|s'élarg\w+|gonfl\w+|grossi\w*|"
    r"flamb\w+|rebond\w*|doubl\w+|tripl\w+|quadrupl\w+|quintupl\w+|décupl\w+|renchéri\w*|majorations?|major\w+|"
    r"s'accél\w+|s'alourdi\w*|alourdi\w*|s'appréci\w+|s'est étoffé\w*|dopé\w*|surcoût|renforc\w+|élév(?:ation|er)\w*|"
    r"allong\w*|prolong\w*|revaloris\w*|rehauss\w*|(?<=en )progrès|plus-value|surcote|regagn\w+|de plus|supplémentaires?|en plus|plus élevé\w*|a pris"
)
FALL = (
    r"baiss\w*|recul\w*|diminu\w*|chut\w*|rédui\w+|réduction\w*|tomb\w+|retomb\w+|per(?:d|te|du)\w*|repli\w*|replié\w*|"
    r"dégringol\w*|plong\w+|plongeon|s'effondr\w+|effondr\w+|(?:re)?descen\w+|ramen\w+|ramèn\w+|abaiss\w*|rétréci\w*|fondre\b|fondu\b|fondent\b|"
    r"cède\w*|cédé\w*|cédai\w*|lâche\w*|lâché\w*|lâchai\w*|décro[iî]\w*|décru\w*|contract\w+|fléchi\w*|s'allèg\w+|allég\w+|rabais|remises?|"
    r"économi\w+|de moins|en moins|divis\w+|dégonfl\w+|s'étiol\w+|s'érod\w+|érosion|dévale\w+|dévalu\w+|amput\w+|sabr\w+|"
    r"tassement|se tass\w+|régress\w+|rabot\w+|rogn\w+|décote|ristourne|abattement|moins-value|moins élevé\w*|raccourci\w*|écourt\w+|ralenti\w*|comprim\w+|coup\w+ "
)
#: Verbs that only say that a value moves.
MOVE = r"(?:est|sont|était|étaient|serait|soit) revenue?s?|revien(?:t|nent|drai\w*)|pass(?:e|ent|é|ée|és|ées|er|era|eront|ait|aient|erait|ant)\b|évolu\w+|gliss\w+|port(?:é|ée|és|ées|er|ant|era)\b|transform\w+|vari\w+|révis\w+|revu\w*"
#: Nouns whose fall is good news or whose value is itself a fall: their direction is not judged.
NEGATIVE = r"baisses?|recul|déficits?|pertes?|dettes?|chute|endettement|solde|repli|contraction|ralentissement|inflation négative"
#: The words for a multiple, with its value.
MULTIPLES: tuple[tuple[str, int], ...] = (
    (r"doubl(?:e|é|ée|és|ées|er|era|ent|ant|ait|eront|erait|ement)?", 2),
    (r"tripl(?:e|é|ée|és|ées|er|era|ent|ant|ait|eront|erait|ement)?", 3),
    (r"quadrupl(?:e|é|ée|és|ées|er|era|ent|ant|ait|eront|erait|ement)?", 4),
    (r"quintupl(?:e|é|ée|és|ées|er|era|ent|ant|ait|eront|erait|ement)?", 5),
    (r"sextupl(?:e|é|ée|és|ées|er|era|ent|ant|ait|eront|erait|ement)?", 6),
    (r"décupl(?:e|é|ée|és|ées|er|era|ent|ant|ait|eront|erait|ement)?", 10),
)
#: Between a multiple and the values after it, brings in another subject: « deux fois plus, avec 25 salariés au lieu de 14 ».
OTHER_SUBJECT = " avec "
#: Openings that announce a total, and closings that confirm one.
TOTAL = (
    r"(?:soit|pour|donnant|formant|totalisant|portant|atteignant|représentant|ce qui (?:fait|donne|porte|représente))?"
    r",? ?(?:un|une|le|au|en)? ?(?:total(?:ité)?|ensemble|tout|cumul)(?: général| cumulé)? ?(?:de|d'|à|:|est de|s'élève à|atteint)? ?"
)
#: Open lists and inclusion: the parts need not make up the whole.
OPEN = (
    r"dont|notamment|entre autres|parmi lesquel\w*|y compris|etc|par exemple|principalement|surtout|en particulier|"
    r"au moins|comme|tels? que|telles? que|essentiellement|jusqu'à|environ la moitié|certain\w+"
)
#: No slack: a unit only has to be convertible.
EXACT = Decimal(0)
#: Words that link a unit price, a speed or a yield to the quantity and the result.
LINKED = (
    r"\b(?:soit|densité|réparti\w*|rentr[eé]\w*|engrang\w*|batt\w+|rendement|revien\w*|coût\w*|factur\w*|pay\w+|pai\w+|débours\w*|dépens\w*|total\w*|en tout|s'élèv\w*|addition|note|montant\w*"
    r"|représent\w*|rapport\w*|vend\w*|négoci\w*|affich\w*|touch\w*|encaiss\w*|économis\w*|recettes?|empoch\w*|vers(?:é|er|era|e)\w*|règl\w*|valoris\w*|vaut|valent"
    r"|achet\w*|achèt\w*|acqui\w*|consomm\w*|brûl\w*|absorb\w*|parcour\w*|couvr\w*|reli\w*|met(?:tent|tra)?|effectu\w*|aval\w*|roul\w*|ruban"
    r"|récolt\w*|moissonn\w*|vendang\w*|cueill\w*|pêch\w*|extrai\w*|fauch\w*|produi\w*|donn\w*|livr\w*|obtien\w*|obtenu\w*|émet\w*|émis\w*|rejet\w*|gagn\w*|perd\w*|plein|remplir|remplac\w*|pour"
    r"|chèque|budget|enveloppe|investi\w*|mobilis\w*|immobilis\w*|enregistr\w*|chiffre d'affaires|ardoise|somme|prix|repart\w*|réclam\w*|demand\w*"
    r"|grimp\w*|atteint|atteign\w*|chiffr\w*|commande|devis|loyer|salaire|rémunér\w*|emport\w*|cède\w*|cédé\w*|tir\w+|récupèr\w*|perçoi\w*|perçu\w*|génér\w*"
    r"|à raison|suffi(?:t|sent|ra|ront|rait|raient|sant)|aliment\w+|dédommag\w*|indemni\w*|financ\w*|rembours\w*|amende|fai(?:t|sait|re)|font|fera|trouver|donc|ainsi|au total|aval\w+|engloutit|file|s'envole\w*|envolés?)\b| : |="
)
#: A bound, a discount or a part: the product need not come out.
LOOSE = (
    r"\b(?:jusqu'à|maximum|maximale?|en pointe|pointe|remises?|abonnement|acompte|arrhes|reste à charge|hors|subvention\w*"
    r"|(?<!se )rembours\w*|plafonn\w*|à partir de|contre|au lieu|dont|premier\w*|moitié|tiers|quart|en moins|en plus|en sus|frais|de plus|de moins|au-delà)\b"
)
#: What is said to be left out of both the price and the amount: the product comes out without it.
LEFT_OUT = (
    r"\b(?:hors|sans(?: compter| inclure)?|en dehors de) (?:le |l'|la |les )?(?:coût de l'|part )?(?:abonnement|forfait|prise en charge|frais|livraison|transport|pose|options?|pourboires?|assurances?|taxes?|supplément\w*|caution|péages?)\b"
    r"|\b(?:auxquel\w+|à quoi|à cela|y|à ces? [^\W\d_]+)(?: il (?:faut|faudra|convient d') ?(?:ajouter|rajouter)| (?:s'ajout\w+|viendr\w+ s'ajouter|vien(?:t|nent) s'ajouter)) (?:le |l'|la |les )?(?:abonnement|frais|livraison|transport|pose)\b"
    r"|\b(?:abonnement|frais|livraison|transport|pose)(?: [^\W\d_]+){0,2} (?:en sus|non (?:compris|inclus|compté)\w*|exclu\w*|mis à part|à part)"
)
#: Words that tell two facts one after the other: what is near may belong to either.
APART = r"\b(?:puis|ensuite|tandis|alors que|auparavant|autrefois|par ailleurs|en outre|(?:plus|moins|autant|mieux) que?)\b"
#: Words after a value that give it to each.
EACH_ONE = r"(?:chacun\w*|(?:la )?pièce\b|l'unité\b|à l'unité\b|par tête\b|l'un\b|l'une\b|par (?:personne|exemplaire|unité)\b)"
#: Between a noun and the value of one: « le sac étant à », « chaque billet est vendu », « le titre cote ».
VALUED = (
    r"\b(?:coût\w*|vaut|valai\w*|vaudra|vend\w*|factur\w*|pay[eéa]\w*|pai[eé]\w*|étant|est|était|sera|à|cèd\w*|cédé\w*|négoci\w*|revien\w*|revenait|propos\w*|affich\w*"
    r"|rapport\w*|cot[eéa]\w*|échang\w*|fixé\w*|lou[eéa]\w*|trait[eéa]\w*|achet\w*|achèt\w*|valoris\w*|tarif\w*|rembours\w*|ressort\w*|s'arrach\w*|ach[eè]t\w*"
    r"|vers[eé]\w*|donn[eé]\w*|dépens\w*|touch[eé]\w*|gagn[eé]\w*|reçoi\w*|recev\w*|cotis\w*|consacr\w*|pèse\w*|pesai\w*|consomm\w*|produi\w*|développ\w*|délivr\w*|transport\w*|contien\w*|fourni\w*|avale|fait|mesur\w*|rejet\w*|émet\w*|dure\w*)\b"
)
#: What the press calls by several names when it counts.
_SAME = (
    frozenset(("action", "titre", "part")),
    frozenset(("billet", "place", "entrée", "ticket", "siège", "spectateur", "visiteur")),
    frozenset(("nuit", "nuitée")),
    frozenset(("trajet", "voyage", "course", "aller")),
    frozenset(("véhicule", "voiture", "automobile", "camion", "automobiliste", "camionneur", "routier")),
    frozenset(("séance", "cours", "leçon")),
    frozenset(("colis", "paquet", "envoi")),
    frozenset(("exemplaire", "livre", "album", "volume")),
    frozenset(("repas", "couvert", "menu")),
    frozenset(("dose", "injection", "vaccin")),
    frozenset(("salarié", "employé", "agent", "personne", "tête")),
    frozenset(("foyer", "ménage")),
    frozenset(("habitant", "personne", "tête", "âme", "français", "administré")),
    frozenset(("convive", "invité", "personne", "tête")),
    frozenset(("mensualité", "échéance", "traite", "loyer")),
)
#: What is paid once by each person, and the people who pay it.
_BY_HEAD = frozenset(("entrée", "place", "billet", "ticket", "couvert", "licence"))
_HEADS = frozenset(
    (
        "élève",
        "enfant",
        "adulte",
        "participant",
        "personne",
        "convive",
        "visiteur",
        "spectateur",
        "inscrit",
        "retraité",
        "étudiant",
        "collégien",
        "lycéen",
        "écolier",
        "adhérent",
        "voyageur",
    )
)


#: What is paid once for each offence, and what it is paid for.
_BY_OFFENCE = frozenset(("amende", "contravention", "procès-verbal", "verbalisation", "pv"))
_OFFENCES = frozenset(
    "automobiliste conducteur conductrice chauffeur motard cycliste véhicule voiture scooter trottinette camion infraction piéton contrevenant fraudeur stationnement"
    " vélo moto personne voyageur usager client commerce fumeur".split()
)


def called(noun: str) -> frozenset[str]:
    """*noun* and the other names that the press gives to what it counts, or to those who take one each."""
    one = noun.rstrip("s")
    return frozenset((noun,)).union(
        *(names for names in _SAME if one in names),
        _HEADS if one in _BY_HEAD else (),
        _OFFENCES if one in _BY_OFFENCE else (),
    )


def person(noun: str | None) -> bool:
    """True for a noun that counts people of whom something is so much « par tête »."""
    one = (noun or "").lower().rstrip("s")
    return one in _HEADS or any(one in names for names in _SAME if "personne" in names)


#: Periods by their names.
PERIODS = {
    "an": "year", "mois": "month", "semaine": "week", "jour": "day", "journée": "day", "heure": "hour", "minute": "minute",
}  # fmt: skip
