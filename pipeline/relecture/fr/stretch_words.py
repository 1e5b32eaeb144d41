"""Words that begin, end or fill a stretch of time. Data only: the insides of regular expressions."""

from __future__ import annotations

#: What opens a stretch: a thing starts, someone leaves or arrives, a wait begins.
BEGINS = (
    r"mis(?:e|es)? (?:en (?:service|eau|route|ligne|chantier|vente)|sur orbite)|mise en (?:service|eau|route)|couplée?s?|raccordée?s?"
    r"|ouver(?:t|te|ts|tes|ture)|ouvrait|ouvrit|ouvr(?:e|ent|ira|iront|irait)|inaugur\w+|cré(?:é|ée|és|ées|ation)|fond(?:é|ée|és|ées|ation)\b|lanc(?:é|ée|és|ées|ement)"
    r"|commenc\w+|allum\w+|débu\w+|démarr\w+|entam\w+|entrée?s? (?:en|à|au|dans|chez)|partie?s?\b|part(?:ait|ent)?\b|quitt\w+|décoll\w+|appareill\w+"
    r"|embauch\w+|engag\w+|recrut\w+|nommée?s?|élue?s?|installée?s?|arrivée?s? (?:à|au|en|dans|chez)|premi(?:er|ère)s?|s'élan[cç]\w+|parut?|né(?:e|s|es)?\b"
    r"|posé\w*|bâtie?s?|construi\w+|lèv\w+ l'ancre|largu\w+|embarqu\w+|s'ébranl\w+|pren\w+ la mer|s'envol\w+|déclar\w+|éclat\w+|sauté|coupée?s?|dépos\w+|signal\w+|constat\w+|apparu\w*|prend\w* (?:effet|fonctions?|cours)|pris (?:effet|fonctions?)|interromp\w+|interdit\w*|bloqu\w+|disparu\w*|partant|incarcér\w+|écrou\w+|emprisonn\w+|intern(?:é|ée|és|ées)\b|hospitalis\w+|captur\w+|kidnapp\w+|enlevée?s?\b|mari(?:é|ée|és|ées)\b|plac\w+ en (?:détention|garde à vue|rétention)"
)
#: What closes one, or takes up again what had stopped.
ENDS = (
    r"ferm\w+|pris fin|suspend\w+|ajourn\w+|renaî\w+|renait|rené\b|redémarr\w+|relanc\w+|reparu\w*|abouti\w*|pren\w+ fin|baissé le rideau|mis la clé sous la porte|débranch\w+|arrêt\w+|achev\w+|achèv\w+|lev(?:é|ée|és|ées)\b|clo(?:s|se|ses|re|sent|ture)\b|clôtur\w+|étein\w+|mort\w*|mouru\w+|décéd\w+"
    r"|cess\w+|derni(?:er|ère)s?|retraite|stopp\w+|termin\w+|fini\w*|démantel\w+|démoli\w*|abandonn\w+|débarqu\w+|accost\w+|s'amarr\w+|touch\w+ (?:terre|le port)|mouill\w+|rejoi(?:nt|gn\w+)|s'immobilis\w+|atterri\w*|arriv\w+"
    r"|entr\w+ (?:en gare|en rade|au port)|gagn\w+ (?:le port|l'arrivée)|boucl\w+|conclu\w*|rouv\w+|réouver\w+|rendu\w*|reven\w+|revenu\w*|repri\w+|à nouveau|de nouveau"
    r"|rétabli\w*|maîtris\w+|libér\w+|retrouv\w+|sort(?:i|ie|is|ies)?\b|quitt\w+|remplac\w+|jusqu'(?:à|en|au)|vidé\w*|coupé\w*|livr\w+|signé\w*|rentr\w+|vendu\w*|remis\w* en liberté|relâch\w+|ray(?:é|ée|és|ées)\b|radi(?:é|ée|és|ées)\b|dissou\w+|liquid(?:é|ée|és|ées)\b|démission\w+|renvers\w+|divorc\w+|rasée?s?\b|détruit\w*|évacu\w+|franchi\w* la ligne|fran\w+ l'arrivée|disparaî\w+|battue?s?\b|évinc\w+|limog\w+|chassée?s?\b|destitu\w+|licenci\w+|révoqu\w+"
)
#: After the duration, what it measures is another thing than the time between the two dates.
ELSEWHERE = (
    r"(?:de |d')(?:prison|réclusion|négociation\w*|procédure\w*|discussion\w*|retard|sursis|détention|moins|plus\b|crédit|garantie|bail|contrat"
    r"|mandat|exil|études|concession|recul|différence|écart|âge)|d'avance|avec sursis|ferme\b|plus (?:âg|jeun|tôt)|auparavant"
)
#: A break within the hours or days that a duration stands beside.
NOT_FILLED = r"pause|repos|relâche|battement|retard|avance|marche|route|plus|moins|différence|décalage|prison|réclusion|détention|sursis|crédit|garantie|bail"
#: What a stretch is full of from its first moment to its last.
FILLS = (
    r"\s(?:pleine?s\b|entière?s\b|ininterrompue?s\b|durant(?!\w)|pendant\slesquel|où\s|sans\s|d'affilée|en tout|au total|en continu|dans le (?:noir|froid)|(?:de |d')(?:interruption|coupure|panne|attente"
    r"|fermeture|arrêt|silence|absence|existence|service|règne|carrière|mandat|vol(?!\w)|trajet|traversée|voyage|débats?|lutte|activité"
    r"|fonctionnement|détour|éclipse|mariage|pouvoir|présidence|maison|vie commune|exploitation))"
)
#: What runs for a stated time once it is signed, voted or granted.
TERMED = (
    r"bail|baux|contrat|concession|mandat|garantie|prêt|crédit|convention|accord|délégation|licence|permis|autorisation|abonnement|emprunt|moratoire"
    r"|engagement|marché|partenariat|brevet|protection|plan|programme|dérogation|location|bourse|exonération|agrément|label|pacte|assurance"
)
#: …and says that its time is over on the date that follows.
EXPIRES = (
    r"expir\w+|(?:à|son|d')\s?échéance|à (?:son |leur )?terme|au terme|s'achèv\w+|s'achever\w*|pren(?:d|dra|ait|ne) fin|pris fin|prendre fin|se termin\w+"
    r"|s'étein\w+|fini(?:t|ra|r)|cour(?:t|ra|ait|ir|ent)|vala(?:ble|bles|it)|tomb\w+ dans le domaine public|ren(?:d|dra|dre|dait) son mandat|rem(?:et|ettra|ettre) son (?:mandat|titre) en jeu|jusqu'(?:à|en|au)"
)
#: …unless something changed it on the way.
CHANGED = (
    r"prolong|renouvel|recondu|avenant|anticip|\bavant\b|résili|rompu|dénonc|report|repouss|suspen|étend|retard|plus tôt|réduit|écourt|raccourci|réél"
    r"|rallong|dont|tacite|démission|destitu|révoqu"
)
#: What goes from a departure to an arrival, then what goes from its opening to its end.
JOURNEYS = r"traversée|trajet|voyage|vol|parcours|liaison|périple|route|course|ascension|croisière|navette|rotation|expédition"
EVENTS = (
    r"séance|réunion|audience|cérémonie|match|rencontre|concert|spectacle|représentation|débat|cours|leçon|atelier|garde|service|éclipse|coupure|panne"
    r"|intervention|opération|entretien|audition|nuit|journée|veillée|marche|manifestation|grève|fermeture|interruption|émission|film"
)
#: What one does for a time: « il a passé cinq ans à Rome », « la centrale a tourné quarante ans ».
LASTING = (
    r"tourné|passé|vécu|volé|servi|fonctionné|dirigé|travaillé|tenu|régné|occupé|habité|siégé|résisté|navigué|enseigné|exercé|présidé|gouverné|roulé"
    r"|brûlé|attendu|patienté|purgé|existé|séjourné|produit|commandé|entraîné|conduit|restée?s?|demeurée?s?"
)
#: What holds an office does, to what it is the office of.
LED = r"dirigé|présidé|gouverné|administré|conduit|commandé|mené|tenu|incarné|représenté|occupé|exercé|animé|piloté|géré"
OFFICE = r"(?:en (?:fonctions?|poste|place|exercice)|aux (?:affaires|commandes|manettes)|au pouvoir|à (?:la barre|la tête|ce poste)|restée?s? en (?:poste|fonctions?|place)),?"
#: What fills the time between two events that neither begin nor end it by name.
GAPS = r"\s(?:de |d')(?:silence|absence|attente|interruption|fermeture|arrêt|éclipse|panne|coupure|disette|jachère)"
#: What was said to come by a first date, before a delay: « promise pour 2019, … en 2026, avec sept ans de retard ».
PLANNED = r"promis\w*|prévu\w*|annoncée?s?|attendue?s?|programmée?s?|fixée?s?|initialement|planifiée?s?|devai(?:t|ent)|espérée?s?|envisagée?s?"
#: What is done for so many days, whose dates then follow: « les dix jours de quarantaine, du 3 au 12 mai ».
HELD = (
    r"\s(?:de |d')(?:isolement|quarantaine|confinement|fermeture|travaux|grève|festival|festivités|compétition|coupure|interruption|fouilles|trêve|deuil"
    r"|blocage|suspension|occupation|canicule|exposition|consultation|enquête publique|mobilisation)(?:\s[^\W\d][\w'-]*){0,4}"
)
#: What a text says has lasted so long: « en quarante ans d'existence ».
WHOLE = r"\s(?:de |d')(?:existence|service|activité|carrière|règne|exploitation|fonctionnement|mandat|présence|vie commune)"
#: What makes a duration a part of the time, or another time: « a perdu, en dix ans », « aura duré moins de », « avant de fermer trois ans ».
INSIDE = (
    r"en|dont|avant|après|puis|ensuite|pas|jamais|moins|plus|chaque|par|tous|toutes|depuis|dans|il y a|voilà|seulement|notamment|encore|déjà|jusqu'à|d'abord|âgée?s?|ses|leurs"
    r"|condamn\w+|(?:re)?payée?s?|rémunérée?s?|indemnisée?s?|dès|pour|deux|trois|durant|pendant"
)
#: What is so from the first moment to the last, after « aura » or « sera ».
STAYED = r"été|restée?s?|demeurée?s?|tenu|duré|vécu|existé|fonctionné|tourné|navigué|survécu|résisté|attendu|patienté|manqué"
#: How one is locked up, and let go.
CAPTURED = r"incarcér\w+|écrou\w+|emprisonn\w+|plac\w+ en (?:détention|rétention)|détenue?s?|captur\w+|kidnapp\w+|enlevée?s?|otages?|intern(?:é|ée|és|ées)"
RELEASED = r"libér\w+|remise?s? en liberté|relâch\w+|sort(?:i|ie|is|ies)|recouvré la liberté|élargie?s?"
CAPTIVITY = (
    r"\s(?:de |d')(?:détention|prison|captivité|exil|procédure|négociation|discussion|cavale|incarcération|rétention|internement)"
    r"|\s(?:derrière les barreaux|sous les verrous|en (?:détention|prison|captivité|cellule))"
)
#: What a thing of a stated length does from its first day to its last: « d'une durée de quinze ans, court de 2026 à 2041 ».
RUNS = (
    r"cour(?:t|ra|ait|ant|ent|ront)|s'étend(?:ra|ait|ent|ront)?|s'étale(?:ra|nt|ront)?|couvr(?:e|ent|ira|iront|ait|ant)|porte(?:ra)? sur(?: la période| les années)?|se déroule(?:ra|nt|ront)?|se tien(?:t|dra|nent|dront)"
    r"|(?:a|aura|ont|auront) lieu|s'échelonne(?:ra|nt|ront)?|est (?:prévue?|programmée?)|dure(?:ra)?|a couru|était valable|est valable|valable"
)
#: What stays in place from the first day to the last.
STAYS = (
    r"s'install(?:e|era|ait)|s'étal(?:e|era)|restera?(?! en travaux)|demeurera?|dure(?:ra)?|fermera?|s'arrêtera?|prend(?:ra)? (?:place|ses quartiers)|est restée?"
    r"|(?:sera|seront|aura été|auront été|est|sont) (?:donc |ainsi )?(?:fermé|coupé|visible|ouvert|présenté|exposé|bloqué|interdit|inaccessible|impraticable|suspendu|privé|clos|accroché|à l'affiche)\w*"
)
#: What stops, before « depuis »: « les foyers privés d'électricité depuis 19 h 10 ».
STOPPED = r"(?:ferm|coup|priv|interromp|suspend|arrêt|bloqu|interdit|évacu|confin|neutralis)\w*|en (?:panne|grève)|à l'arrêt|dans le noir"
#: What is given so many years when it is drawn up: « un bail de neuf ans court de 2015 à 2024 ».
DRAWN_UP = rf"{TERMED}|programmation|chantier|étude|projet|saison|phase|période|cycle|formation|tournée|exposition|stage|résidence|travaux"
#: What is lived from the first moment to the last, when the sentence begins and ends it: « après vingt-deux jours de mer ».
ENDURED = r"\s(?:de |d')(?:mer|navigation|traversée|route|marche|course|voyage|périple|expédition|pèlerinage|grève|guerre|conflit|siège|cavale|errance|dérive|isolement|confinement|quarantaine|sécheresse)\b"
