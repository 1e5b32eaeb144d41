"""The words of a plain statement: « la production nucléaire de la France a atteint 361,7 TWh en 2024 ». Data only.

Everything is in folded form, in lower case; verbs and openings are sources of regular expressions.
"""

from __future__ import annotations

from relecture.fr.words import words

#: Nouns of what may be measured, in the singular: a statement without one says nothing comparable.
MAGNITUDES = words(
    """
    puissance énergie consommation production capacité débit vitesse prix coût tarif température surface superficie
    volume distance longueur hauteur largeur profondeur altitude diamètre masse poids tension intensité fréquence
    pression rendement taux part dette déficit excédent bénéfice chiffre résultat budget recette dépense
    investissement salaire facture montant subvention autonomie stock émission demande population
    effectif nombre importation exportation vente livraison fréquentation trafic inflation croissance solde
    """
)

#: Magnitudes that a thing keeps: they need no date to be compared.
ATTRIBUTES = words(
    "puissance capacité surface superficie longueur hauteur largeur profondeur altitude diamètre masse poids tension"
)

#: What a site is made of: their number needs no date either.
PARTS = words(
    """
    éolienne réacteur turbine panneau pylône étage chambre logement place siège alternateur moteur cuve étang
    conteneur batterie borne écluse arche pile vanne tranche cheminée tour
    """
)

#: Between what is measured and its value.
VALUE_VERBS = (
    r"(?:(?:est|sont|était|étaient) (?:de|d')|(?:a|ont) été (?:de|d')|atteint|atteignait|(?:a|ont) atteint"
    r"|s'élève à|s'élèvent à|s'élevait à|s'élevaient à|(?:s'est|se sont) élevée?s? à|s'établit à|s'établissait à"
    r"|(?:s'est|se sont) établie?s? à|se monte à|se chiffre à|(?:s'est|se sont) chiffrée?s? à|ressort à"
    r"|(?:est|sont) ressortie?s? à|(?:a|ont) culminé à|culmine à)"
)

#: Before a magnitude that its owner has: « affiche une puissance de ».
HAS = (
    r"(?:(?:a|ont|avait|affiche|affichait|offre|développe|possède|présente"
    r"|(?:a|ont) (?:réalisé|dégagé|affiché|enregistré|publié)) une?)"
)

#: Things with a name of their own, that an article describes in passing.
THINGS = words(
    """
    parc centrale barrage réacteur batterie usine tour pont tunnel viaduc ferme site centre ligne câble éolienne bâtiment
    stade salle hôpital musée lac île commune ville forêt port aéroport gare château cathédrale église télescope
    navire paquebot ferry porte-conteneurs mont glacier epr électrolyseur station four tokamak fusée lanceur canal poste
    chaufferie piscine immeuble gratte-ciel gigafactory datacenter chantier réserve réservoir terminal raffinerie
    """
)

#: Adjectives that give a size: « haut de 88 mètres », under the noun they stand for.
SHAPES = {"hauteur": "haute?", "longueur": "long(?:ue)?", "largeur": "large", "profondeur": "profonde?"}

#: What an owner did or has, with the name under which statements are compared.
DEEDS = {
    "produire": r"(?:a|ont) (?:produit|généré)",
    "consommer": r"(?:a|ont) consommé",
    "exporter": r"(?:a|ont) exporté",
    "importer": r"(?:a|ont) importé",
    "livrer": r"(?:a|ont) livré",
    "vendre": r"(?:a|ont) vendu",
    "fabriquer": r"(?:a|ont) fabriqué",
    "installer": r"(?:a|ont) installé",
    "raccorder": r"(?:a|ont) raccordé",
    "enregistrer": r"(?:a|ont) (?:enregistré|comptabilisé)",
    "fournir": r"(?:a|ont) fourni",
    "injecter": r"(?:a|ont) injecté",
    "récolter": r"(?:a|ont) récolté",
    "traiter": r"(?:a|ont) traité",
    "distribuer": r"(?:a|ont) distribué",
    "dépenser": r"(?:a|ont) dépensé",
    "perdre": r"(?:a|ont) perdu",
    "accueillir": r"(?:a|ont) (?:accueilli|reçu)",
    "transporter": r"(?:a|ont) transporté",
    "investir": r"(?:a|ont) investi",
    "émettre": r"(?:a|ont) émis",
    "coûter": r"(?:a|ont) coûté",
    "mesurer": r"mesure|mesurent",
    "peser": r"pèse|pèsent",
    "compter": r"compte|comptent|comptait|comptaient",
    "employer": r"emploie|emploient|employait",
}

#: Deeds that are over and qualities that last: no date is needed.
LASTING = words("coûter mesurer peser")

#: What may come before the subject, up to a comma.
OPENINGS = r"(?:(?:en|au|aux|à|dans|sur|l'an|l'année) <h60>|cette année|(?:le|fin|début) <h20><Y>)"
ATTRIBUTIONS = r"(?:selon|d'après) "

#: After the clause, before the name of who says it.
ACCORDING = (
    r"\b(?:selon|d'après|(?:(?:a|ont) (?:annoncé|indiqué|précisé|déclaré|fait savoir|ajouté|rappelé|affirmé)"
    r"|annonce|indique|précise|rappelle|affirme)(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier))?) "
)

#: A place between commas after the subject: « le parc de Fécamp, en Normandie, compte ».
ASIDES = r"(?:en|à|au|aux|dans|près de|sur) "

#: Openings that say nothing: « PARIS, 20 janvier - », « Pour mémoire, ».
PREAMBLES = r"(?:pour mémoire|pour rappel|à titre de comparaison|par ailleurs|enfin|en effet), |[^\W\d_][\w -]{1,40}, <Y> ?(?:\([^)]{1,20}\) ?)?[–—-] "

#: What may follow a comma without changing what was said before it.
AFTERTHOUGHTS = (
    r"(?:dont|contre|soit|c'est-à-dire|selon|d'après|grâce|malgré|après|tandis|alors|mais|en (?:hausse|baisse|recul|progression"
    r"|augmentation|repli|légère|forte|nette)|un (?:record|niveau|plus|nouveau)|son plus|son meilleur|le plus"
    r"|(?:a|ont) (?:annoncé|indiqué|précisé|déclaré|fait savoir|ajouté|rappelé)|annonce|indique|précise|rappelle"
    r"|a-t-(?:il|elle|on))\b"
)

#: Words that make a figure a forecast, a denial, a doubt or one moment among others.
UNSETTLED = (
    r"\b(?:devr\w+|doit|doivent|pourr\w+|peut|peuvent|ser(?:a|ont|ait|aient)|aur(?:a|ont|ait|aient)|estim\w+|prév\w+|attend\w*"
    r"|objectifs?|vis(?:e|ent|ait|é|ée)|project\w+|projets?|potentiel\w*|hypothèse\w*|scénarios?|ne|pas|plus|jamais|guère|aucune?|si"
    r"|qui|que|qu|dont|où|lequel|laquelle|desquel\w+|actuel\w*|aujourd'hui|désormais|hier|demain|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|ce (?:mois|trimestre|semestre|matin|soir)|bientôt|récemment|initial\w*|provisoire\w*|révis\w+|encore|déjà"
    r"|jusqu\w*|autrefois|ancien\w*|futur\w*|chaque|chacun\w*|respectivement|autres?|même|celles?|celui|ceux|il|elles?|ils|on|ce|cet"
    r"|cette|ces|son|sa|ses|leurs?|mon|ma|mes|notre|nos|votre|vos|nous|vous|je)\b|n'"
)

#: Words that change the perimeter from where they stand, anywhere later in the sentence.
PERIMETER = (
    r"\b(?:hors|compris\w*|incl\w+|exclu\w*|exclu[st]?|bruts?|brutes?|nets?|nettes?|provisoire\w*|consolid\w+|comparables?"
    r"|constant\w*|corrig\w+|métropol\w+|outre-mer|estim\w+|prév\w+|révis\w+|seule?s?|sans|sauf|toutes? taxes|ttc|ht)\b"
)

#: Words that say nothing of what is measured, nor where, nor when.
EMPTY = words(
    """
    le la les l un une des de du d à au aux en dans et s c
    """
)

#: Likewise beside a date (« l'année 2024 »), but not in « par an ».
PERIODS = words("année années an ans mois")

#: Words that say how the next one takes part: exports « vers » a country are not those of the country.
BINDING = words("vers depuis par chez avec sans hors sous entre pour sur contre")

#: What begins a subject and names nobody.
DETERMINERS = words(
    "le la les l un une des de du d au aux en tout toute tous toutes quelque quelques plusieurs"
)

#: Years named from the day of publication.
RELATIVE_YEARS = {
    "l'an dernier": -1,
    "l'an passé": -1,
    "l'année dernière": -1,
    "l'année passée": -1,
    "cette année": 0,
}

#: Adjectives that name the owner, in the masculine singular without accents, with what they are compared as.
COUNTRY_ADJECTIVES = {
    "francais": "france",
    "allemand": "allemagne",
    "italien": "italie",
    "espagnol": "espagne",
    "belge": "belgique",
    "suisse": "suisse",
    "britannique": "royaume-uni",
    "portugais": "portugal",
    "polonais": "pologne",
    "neerlandais": "pays-bas",
    "americain": "etats-unis",
    "canadien": "canada",
    "quebecois": "quebec",
    "chinois": "chine",
    "japonais": "japon",
    "indien": "inde",
    "russe": "russie",
    "ukrainien": "ukraine",
    "europeen": "europe",
    "mondial": "monde",
}

#: Common nouns that name a place as well as a proper noun does.
EVERYWHERE = words("monde planète")

#: Those who count or estimate, as the group that the pattern catches; over lower-case text.
_WHO = r"police|préfecture|préfet\w*|gendarmerie|cgt|cfdt|fsu|syndicats?|intersyndicale|organisat\w+|direction|pompiers|mairie|ministère|insee"
SAYERS = (
    rf"\b(?:selon|d'après|pour) (?:la |les |l'|le )?(?P<by>{_WHO})\b"
    rf"|\b(?:la |les |l'|le )(?P<of>{_WHO})(?: \w+)? (?:a |ont |en a |en ont |n'a |n'en a )?(?:\w+ )?(?:compt|recens|dénombr|estim|évalu|annonc|revendiqu|chiffr)\w*"
)
#: Words that say which magnitude a figure is, one row for each; insides of regular expressions.
TOLD = (
    r"long(?:ue|s|ues|ueur)?\b|s'étir\w+|s'étend\w*|étape|parcours|tracé",
    r"haute?s?\b|hauteur|culmin\w+|altitude|s'élèv\w+|s'élev\w+",
    r"large\b|largeur",
    r"profond\w*",
    r"pèse\w*|pès\w+|poids|masse|lourd\w*",
    r"coût\w*|prix|tarif|facturé\w*|débours\w*|montant|facture|vendu\w*|achet\w*|acqui\w*|adjug\w*",
    r"stock\w*|retien\w+|contien\w+|volume|capacité|contenance|retenue",
    r"vitesse|fil(?:e|ait)\b|roul\w+|flash\w*|contrôl\w*|circul\w*",
    r"superficie|surface|couvr\w+|s'étal\w*|hectares?",
    r"puissance",
    r"tir(?:é|ée|és|age|ages)\b",
    r"âg\w+",
    r"budget|enveloppe|crédits?|dotation",
    r"dette|déficit|trou|perte\w*|perd\w*",
    r"salaire|rémunér\w*|pa(?:ye|ie)\w*|touch\w*",
)
