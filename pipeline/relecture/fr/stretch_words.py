"""Words that begin, end or fill a stretch of time. Data only: the insides of regular expressions."""

from __future__ import annotations

#: What opens a stretch: a thing starts, someone leaves or arrives, a wait begins.
BEGINS = (
    r"mis(?:e|es)? (?:en (?:service|eau|route|ligne|chantier|vente)|sur orbite)|mise en (?:service|eau|route)|couplée?s?|raccordée?s?"
    r"|ouver(?:t|te|ts|tes|ture)|ouvrait|ouvrit|ouvr(?:e|ent)|inaugur\w+|cré(?:é|ée|és|ées|ation)|fond(?:é|ée|és|ées|ation)\b|lanc(?:é|ée|és|ées|ement)"
    r"|commenc\w+|allum\w+|débu\w+|démarr\w+|entam\w+|entrée?s? (?:en|à|au|dans|chez)|partie?s?\b|part(?:ait|ent)?\b|quitt\w+|décoll\w+|appareill\w+"
    r"|embauch\w+|engag\w+|recrut\w+|nommée?s?|élue?s?|installée?s?|arrivée?s? (?:à|au|en|dans|chez)|premi(?:er|ère)s?|s'élan[cç]\w+|parut?|né(?:e|s|es)?\b"
    r"|posé\w*|bâtie?s?|construi\w+|déclar\w+|éclat\w+|sauté|coupée?s?|interromp\w+|interdit\w*|bloqu\w+|disparu\w*|partant"
)
#: What closes one, or takes up again what had stopped.
ENDS = (
    r"ferm\w+|débranch\w+|arrêt\w+|achev\w+|achèv\w+|lev(?:é|ée|és|ées)\b|clo(?:s|se|ses|re|sent|ture)\b|clôtur\w+|étein\w+|mort\w*|mouru\w+|décéd\w+"
    r"|cess\w+|derni(?:er|ère)s?|retraite|stopp\w+|termin\w+|fini\w*|démantel\w+|démoli\w*|abandonn\w+|débarqu\w+|atterri\w*|arriv\w+"
    r"|entre(?:nt)? en gare|gagn\w+ (?:le port|l'arrivée)|boucl\w+|conclu\w*|rouv\w+|réouver\w+|rendu\w*|reven\w+|revenu\w*|repri\w+|à nouveau|de nouveau"
    r"|rétabli\w*|maîtris\w+|libér\w+|retrouv\w+|sort(?:i|ie|is|ies)?\b|quitt\w+|remplac\w+|jusqu'(?:à|en|au)|vidé\w*|coupé\w*|livr\w+|signé\w*|rentr\w+|vendu\w*"
)
#: After the duration, what it measures is another thing than the time between the two dates.
ELSEWHERE = (
    r"(?:de |d')(?:prison|réclusion|négociation\w*|procédure\w*|discussion\w*|attente|retard|sursis|détention|moins|plus\b|crédit|garantie|bail|contrat"
    r"|mandat|exil|études|concession|recul|différence|écart|âge)|d'avance|avec sursis|ferme\b|plus (?:âg|jeun|tôt)|auparavant"
)
