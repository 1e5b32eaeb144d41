"""What « de A à B » is the measure of when it is a range, not a move from A to B. Data only: the insides of regular expressions."""

from __future__ import annotations

#: « la jauge est de 60 à 80 places ».
IS = r"est|sont|était|étaient|sera|seront|serait|seraient|ont été|a été|être"
#: Verbs that say how much there is, in the present, the future or the conditional: « accueillera de 60 à 80 élèves ».
STATES = (
    r"faut|faudra|faudrait|fera|fait|feront|ferait|a fait|compt(?:e|ent|era|eront|ait)|prévoir|patienter"
    r"|produi\w+|fourni\w+|délivr\w+|livr\w+|conti(?:ent|ennent|endra)\w*|abrit\w+|accueill\w+|réuni\w+|rassembl\w+|attir\w+|reçoi\w+|recev\w+|emploi\w+|embauch\w+"
    r"|recrut\w+|form(?:e|ent|era|eront)|plant\w+|récolt\w+|rapport\w+|touch\w+|perç\w+|vers(?:e|ent|era|eront|er)|débours\w+|dépens\w+|consomm\w+|absorb\w+|brûl\w+|rejett\w+"
    r"|émett\w+|exig\w+|nécessit\w+|demand\w+|réclam\w+|pren(?:d|dra|dront|nent)|met(?:tra|tent|tront)?|requi\w+|attend\w*|dor(?:t|ment)|représent\w+|couvr\w+|occup\w+"
    r"|offr\w+|propos\w+|encour\w+|risqu\w+|transport\w+|emport\w+|embarqu\w+|pèse(?:ra|ront)|pesait|mesur\w+|souffl\w+|donn\w+|mobilis\w+|log(?:e|ent|era|eront|er)"
    r"|livrer\w*|génér\w+|économis(?:e|ent|era|er)|stock\w+|import\w+|export\w+|rembours\w+|distribu\w+|invest\w+|pond\w*|vi(?:t|vent|vra)|coût\w+|ven(?:d|dent|dra)|achèt\w+"
    r"|prononc\w+|inflig\w+|requ(?:iert|érait|ièrent)|écop\w+|compren\w+|comport\w+|ramass\w+|cueill\w+|dénombr\w+|recens\w+"
)
#: What may stand aside before the range: « emploiera, à terme, de 60 à 80 salariés ».
ASIDES = (
    r"à terme|d'ordinaire|d'habitude|en général|en moyenne|en principe|chaque (?:année|an|mois|jour|semaine|soir|été|hiver)|par (?:an|jour|mois)|au total|en tout|désormais|habituellement"
    r"|d'abord|à l'avenir|selon les (?:cas|années|jours)|pour sa part|à elle seule|à lui seul|dans un premier temps|en temps normal|tous les ans|cette année|l'an prochain"
)
#: Adjectives and participles that a measure follows: « âgés de », « large de », « estimé de ».
SIZED = (
    r"âgée?s?|large|haute?|longue?|profonde?|épaisse?|lourde?|vieille|vieux|distante?|espacée?|séparée?|estimée?|évaluée?|chiffrée?|rémunérée?|payée?|puni(?:e|t)?|passible"
    r"|composée?|constituée?|dotée?|équipée?|crédité?e?|déficitaire|excédentaire"
)
#: Those of an age, before « de 8 à 12 ans ».
AGED = (
    r"enfants?|jeunes?|élèves?|adolescente?s?|ados?|adultes?|seniors?|femmes?|hommes?|filles?|garçons?|personnes?|publics?|étudiante?s?|collégien(?:ne)?s?|lycéen(?:ne)?s?"
    r"|écoliers?|candidate?s?|participante?s?|bénévoles?|joueu(?:rs?|ses?)|patiente?s?|volontaires?|apprenti(?:e)?s?|stagiaires?|licenciée?s?|salariée?s?|tout-petits|retraitée?s?|mineurs"
)
#: What comes in sizes, whatever its article: « les rafales de 90 à 100 km/h », « avec rafales de… ».
SIZES = (
    r"rafales?|pluies?|cumuls?|précipitations|lames? d'eau|vents?|pointes|températures|maximales|minimales|creux|vagues|houles?|amendes?|peines?|primes?|loyers?|bourses?|cachets?"
    r"|gains?|groupes?|équipes?|portées?|doses?|tranches?|lots?|paquets?|sachets?|classes?|délais?|files?|attentes?|trajets?|marges?|débits?|pentes?|éclaircies|altitudes?"
)
#: Things of which a percentage can only be a change: « les ventes reculeront de 8 à 5 % » speaks of its size.
STOCKS = (
    r"ventes?|chiffres? d'affaires|bénéfices?|résultats?|prix|loyers?|tarifs?|factures?|recettes?|effectifs?|production|trafic|fréquentation|consommation|émissions?|livraisons?"
    r"|exportations?|importations?|commandes?|récoltes?|population|immatriculations?|investissements?|dépenses?|salaires?|coûts?|volumes?|budget|cours|nombre|demande|offre"
    r"|activité|cotisations?|pensions?|primes?|transactions?|réservations?|nuitées|embauches|revenus?|stocks?|facturations?|charges?|pertes"
)
#: …unless what falls is the rate, the share or the pace of it.
RATES = r"taux|part|parts|croissance|marges?|rythme|hausse|baisse|recul|inflation|poids|proportion|ratio|taxes?|tva|droits|commission|rentabilité"
#: What falls from the sky, whose fall is no decrease.
RAIN = r"pluies?|neige|grêle|grésil|eau|précipitations|poudreuse|cumuls?"
#: The names of a lower limit, then of an upper one.
LOW = (
    r"dès|au minimum|minimum|minim(?:al|ale|ales|aux)|planchers?|au moins|au bas mot|(?:l')?hypothèses? basse|scénario bas|(?:l')?estimations? basse|fourchette basse"
    r"|bas de (?:la )?fourchette|à partir|température minimale|minimales"
)
HIGH = (
    r"au maximum|maximum|maxim(?:al|ale|ales|aux)|plafonds?|au plus|tout au plus|(?:l')?hypothèses? haute|scénario haut|(?:l')?estimations? haute|fourchette haute"
    r"|haut de (?:la )?fourchette|jusqu'(?:à|aux?)|température maximale|maximales"
)
#: The small words between two limits.
LIMITED = r"et|ou|mais|à|de|d|du|des|l|la|le|les|un|une|au|aux|dans|en|avec|contre|puis|selon|son|sa|ce|se|il|elle|sera|est|serait|fixée?|atteindra|atteindrait|coûterait"
#: What is given for a run of years: « la période 2021-2027 ».
PERIODS = (
    r"périodes?|années|saisons?|mandatures?|mandat|programmations?|programmes?|plans?|contrats?|exercices?|calendrier|budgets?|feuille de route|convention"
    r"|schéma|projet|stratégie|cycle|campagne|quinquennat|conventionnement|concession|bail|législature|présidence|décennie|délégation|PLU|PPE|PAC"
)
#: What lasts for hours: « l'attente oscille entre cinq et douze heures ».
LASTS = (
    r"attente|attend\w*|patient(?:e|er|ent|é|ait)|dur(?:e|ent|ée|ées|é|er|era|ait)|trajets?|délais?|oscill\w+|vari(?:e|ent|ait)|autonomie|sommeil|dor(?:t|ment|mi)"
    r"|temps|met(?:tre|tent|tait)?|travaill\w+|prend(?:re|ra|rait)?|prennent|perd\w*|gagn\w*"
)
