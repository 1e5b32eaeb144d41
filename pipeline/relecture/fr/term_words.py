"""What runs for a set time: contracts, sentences, loans. Data only: the insides of regular expressions."""

from __future__ import annotations

#: Nouns whose length is given as « un contrat de trois ans ».
TERMS = (
    r"contrats?|bail|bails|baux|accords?|engagement|mandat|concession|prêt|prolongation|suspension|exclusion|peine|partenariat|abonnement|garantie|trêve"
    r"|moratoire|délai|convention|licence|mise à pied|interdiction|inéligibilité|embargo|mandature|stage|cdd|bail"
)
#: Verbs that bind someone for a set time, when a headline says « pour quatre ans ».
BINDS = (
    r"s'attach\w+|signe\w*|prolong\w+|resigne\w*|s'engag\w+|engag\w+|renouvel\w+|lou(?:e|é|ée|és)\b|prête\w*|confi\w+|suspend\w*|exclu\w*"
    r"|condamn\w+|écop\w+|interdi\w+|bann\w+|recrut\w+|nomm\w+|élue?|réélue?|reconduit\w*|ferm\w+|verrouill\w+|s'allie\w*|rempile\w*|arrêt\w*|stopp\w*|immobilis\w*|débranch\w*"
)
