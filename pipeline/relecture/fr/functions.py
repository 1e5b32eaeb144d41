"""Functions that people hold, as the French press writes them, and which of them exclude each other. Data only.

Titles are given in the masculine and compared by a key without gender (`relecture.checks.titles`). A « rung »
is a string of titles that may be said of one person; two rungs of one ladder may not.
"""

from __future__ import annotations

from relecture.fr.words import words

#: Titles of several words, and titles of another name for the same thing: the name under which they are compared.
TITLES = {
    "président-directeur général": "pdg", "présidente-directrice générale": "pdg", "p-dg": "pdg", "ceo": "pdg", "dg": "directeur général",
    "directeur général": "directeur général", "secrétaire général": "secrétaire général",
    "secrétaire d'état": "secrétaire d'état", "procureur de la république": "procureur", "procureur général": "procureur général",
    "procureur du roi": "procureur", "avocat général": "avocat général", "rédacteur en chef": "rédacteur en chef",
    "conservateur en chef": "conservateur en chef", "administrateur général": "administrateur général",
    "délégué général": "délégué général", "premier ministre": "premier ministre", "mairesse": "maire",
    "premier adjoint": "adjoint au maire", "deuxième adjoint": "adjoint au maire", "adjoint au maire": "adjoint au maire",
    "conseiller d'état": "conseiller d'état", "conseiller national": "conseiller national",
    "conseiller fédéral": "conseiller fédéral", "conseiller aux états": "conseiller aux états",
    "commissaire européen": "commissaire européen", "gardien de la paix": "gardien de la paix",
    "gardien de but": "gardien de but", "président du directoire": "président du directoire",
    "maître de conférences": "maître de conférences", "contrôleur général": "contrôleur général",
    "capitaine de police": "capitaine", "sage-femme": "sage-femme", "chef d'orchestre": "chef d'orchestre",
    "chef de cabinet": "chef de cabinet", "chef de service": "chef de service", "maire adjoint": "adjoint au maire",
    "juge d'instruction": "juge", "président délégué": "vice-président", "professeur des écoles": "instituteur",
    "premier édile": "maire", "édile": "maire", "premier magistrat": "maire", "premier violon": "violoniste",
}  # fmt: skip

#: Functions that one person holds in one organisation, or one place, at a time.
EXCLUSIVE = words(
    """
    pdg directeur_général secrétaire_général maire ministre préfet procureur procureur_général patron recteur
    premier_ministre évêque archevêque proviseur entraîneur sélectionneur sous-préfet ambassadeur député sénateur
    président_du_directoire gouverneur bourgmestre sous-préfet rédacteur_en_chef
    """
)

#: Functions that may be held twice (« présidente du club et du comité »): another organisation is no conflict
#: unless it is of the same sort (« la région Bretagne », « la région Normandie »).
SHARED = words(
    "président directeur vice-président porte-parole fondateur délégué_général chef conservateur_en_chef "
    "administrateur_général"
)

#: Functions with one holder in an organisation: two people are a conflict.
SINGLE = (EXCLUSIVE | {"président"}) - words("ministre député sénateur entraîneur ambassadeur")

#: Those whose holder is said in full only once: « le maire de Dole, X », then « la maire, Y ».
UNIQUE = words("maire préfet pdg directeur_général procureur proviseur recteur évêque bourgmestre sous-préfet")

#: Ranks and stations of which a person holds one: each ladder is a tuple of rungs.
RANKS = tuple(
    words(rung)
    for rung in (
        "caporal caporal-chef", "sergent sergent-chef", "adjudant adjudant-chef", "major", "aspirant",
        "sous-lieutenant", "lieutenant", "capitaine", "commandant", "lieutenant-colonel colonel", "général", "amiral",
        "brigadier brigadier-chef", "gardien_de_la_paix", "commissaire", "inspecteur", "contrôleur_général",
    )
)  # fmt: skip
LADDERS = tuple(
    tuple(words(rung) for rung in ladder)
    for ladder in (
        ("député", "sénateur", "eurodéputé", "conseiller_d'état", "conseiller_national", "conseiller_aux_états",
         "conseiller_fédéral"),
        ("préfet", "sous-préfet", "maire", "recteur", "procureur procureur_général"),
        ("maire bourgmestre", "adjoint_au_maire échevin"),
        ("procureur procureur_général avocat_général vice-procureur substitut", "juge", "avocat bâtonnier", "greffier",
         "notaire", "huissier"),
        ("procureur procureur_général", "vice-procureur substitut"),
        ("préfet sous-préfet procureur procureur_général vice-procureur substitut", "député sénateur eurodéputé "
         "adjoint_au_maire échevin bourgmestre pdg gérant journaliste rédacteur_en_chef entraîneur sélectionneur avocat "
         "notaire médecin généraliste chirurgien infirmier pharmacien proviseur principal évêque curé imam rabbin "
         "architecte agriculteur éleveur viticulteur"),
        ("recteur", "député sénateur eurodéputé maire pdg journaliste entraîneur proviseur principal instituteur"),
        ("évêque", "archevêque", "cardinal", "curé abbé prêtre", "pasteur", "rabbin", "imam"),
        ("ministre", "secrétaire_d'état", "premier_ministre"),
        ("commissaire_européen", "eurodéputé"),
        ("ambassadeur", "consul"),
        ("professeur enseignant maître_de_conférences", "doctorant étudiant", "lycéen", "collégien"),
        ("instituteur", "proviseur", "principal"), ("professeur enseignant", "proviseur", "principal"),
        ("médecin généraliste urgentiste chirurgien anesthésiste réanimateur cardiologue neurologue pédiatre "
         "psychiatre gynécologue oncologue radiologue dermatologue pneumologue infectiologue ophtalmologue",
         "infirmier", "aide-soignant", "pharmacien", "dentiste", "sage-femme", "kinésithérapeute", "vétérinaire",
         "ambulancier", "psychologue", "orthophoniste", "ostéopathe", "opticien"),
        ("cardiologue", "neurologue", "dermatologue", "pédiatre", "psychiatre", "gynécologue", "ophtalmologue",
         "oncologue", "radiologue", "pneumologue", "infectiologue épidémiologiste virologue immunologue",
         "anesthésiste réanimateur urgentiste", "généraliste"),
        ("chirurgien", "anesthésiste réanimateur urgentiste", "psychiatre", "radiologue", "généraliste", "pneumologue",
         "infectiologue"),
        ("physicien astrophysicien astronome cosmologue planétologue climatologue", "chimiste",
         "biologiste écologue généticien botaniste zoologiste entomologiste ornithologue microbiologiste",
         "géologue volcanologue sismologue hydrologue hydrogéologue glaciologue géographe océanographe climatologue",
         "mathématicien statisticien", "historien archéologue anthropologue", "économiste démographe statisticien",
         "juriste constitutionnaliste", "linguiste", "sociologue anthropologue démographe géographe"),
        ("volcanologue sismologue", "glaciologue", "océanographe océanologue", "archéologue anthropologue"),
        ("gardien_de_but gardien portier", "défenseur", "attaquant ailier avant-centre"),
        ("gardien_de_but gardien portier", "milieu"), ("gardien_de_but gardien portier", "pivot"),
        ("pivot pilier", "meneur"), ("pilier talonneur", "ailier"), ("pilier", "talonneur"),
        ("entraîneur sélectionneur", "arbitre", "attaquant défenseur milieu ailier avant-centre gardien_de_but gardien "
         "portier meneur pivot capitaine joueur"),
        ("footballeur", "rugbyman", "handballeur", "basketteur", "volleyeur", "nageur", "navigateur skipper", "skieur", "boxeur", "judoka",
         "escrimeur", "gymnaste", "golfeur"),
        ("médecin chirurgien infirmier aide-soignant pharmacien dentiste sage-femme kinésithérapeute vétérinaire", "architecte",
         "maçon couvreur menuisier plombier chauffagiste électricien grutier carreleur", "avocat notaire huissier greffier",
         "boulanger pâtissier chocolatier boucher", "garagiste mécanicien", "coiffeur", "géomètre", "soudeur"),
        ("pilote", "copilote"), ("commissaire inspecteur brigadier policier gendarme", "avocat bâtonnier", "juge", "greffier"),
        ("gendarme", "policier", "pompier", "douanier"),
        ("pianiste organiste claveciniste", "violoniste", "altiste", "violoncelliste", "contrebassiste", "flûtiste",
         "clarinettiste", "hautboïste", "trompettiste", "harpiste"), ("soprano", "ténor", "baryton"),
        ("boulanger pâtissier chocolatier", "boucher", "plombier chauffagiste", "électricien", "maçon", "couvreur",
         "coiffeur", "libraire", "garagiste", "pêcheur", "agriculteur apiculteur éleveur céréalier maraîcher viticulteur"),
    )
)  # fmt: skip
#: Captains who do not play: « capitaine de l'équipe de France de Coupe Davis » trains it.
TEAM_CUPS = words("coupe davis fed cup france ryder")

#: Offices whose holder presides over no local body or club…
STATE = words("préfet sous-préfet procureur procureur_général")
LOCAL = (
    "conseil",
    "département",
    "région",
    "métropole",
    "agglomération",
    "communauté",
    "chambre",
    "syndicat",
    "club",
    "fédération",
    "tribunal",
    "cour",
)
#: …nor runs a house, when the office is that of a territory; a sub-prefect may run the prefect's.
RUNNERS = words("directeur directeur_général administrateur_général")
NEAR_PREFECT = words("cabinet préfecture administration sécurité police ministère")
#: Offices whose holder does not preside over a department or a region.
MANDATES = words("maire député sénateur")
EXECUTIVES = ("conseil départemental", "conseil régional", "conseil général", "département", "région")
#: On the pitch or beside it: none of them presides over a club or a federation.
PLAYERS = words("entraîneur sélectionneur arbitre capitaine joueur attaquant défenseur gardien_de_but ailier")
CLUBS = ("club", "fédération", "ligue")

#: Seats of one board: « la trésorière du club », then « la présidente ».
BOARD = tuple(words(rung) for rung in ("président", "vice-président", "trésorier", "secrétaire"))

#: Functions at the head of one house: the same person does not hold two of them there…
HEADS = words(
    """
    préfet maire procureur évêque recteur proviseur directeur conservateur_en_chef président entraîneur sélectionneur
    secrétaire_général directeur_général pdg rédacteur_en_chef administrateur_général sous-préfet vice-président
    trésorier
    """
)
#: …but for those that name one function loosely.
SYNONYMS = (
    words("pdg président directeur_général patron dirigeant"),
    words("directeur directeur_général administrateur_général pdg"),
    words("entraîneur sélectionneur"),
    words("directeur rédacteur_en_chef"),
)

#: Fields of a function in a firm or a body: one person answers for one, and « juridique » is « affaires juridiques ».
DOMAINS = (
    words("financier finances finance budget comptable comptabilité trésorerie"),
    words("juridique juridiques droit conformité"),
    words("communication presse"),
    words("commercial ventes vente clientèle clients marketing"),
    words("humaines rh personnel"),
    words("technique scientifique recherche innovation développement ingénierie technologie"),
    words("industriel production fabrication opérations exploitation maintenance logistique"),
    words("achats approvisionnement"),
    words("artistique programmation musical"),
    words("sportif"),
    words("informatique numérique cybersécurité"),
    words("sécurité sûreté"),
    words("médical soins"),
    words("stratégie stratégique"),
    words("pédagogique études scolarité"),
)
#: Functions that have a field.
DOMAINED = words(
    "directeur responsable chef rédacteur_en_chef secrétaire cadre adjoint_au_maire directeur_général"
)

#: Sides of a trial, before a name, and what tells that one person may be on both.
ACCUSED = (
    r"prévenue?|accusée?|suspecte?|mise? en cause|mise? en examen|condamnée?|agresseu(?:r|se)|meurtri(?:er|ère)"
)
WRONGED = r"plaignante?|victime|partie civile"
BOTH_WRONGED = r"plaintes? (?:croisées?|réciproques?)|(?:à la fois|tour à tour|aussi|également) (?:victime|plaignant|prévenu|accusé|mise? en cause)|lui aussi|elle aussi|à son tour"

#: Functions told apart by the service they head: « cheffe du service de cardiologie ».
SERVED = words("chef responsable")

#: Services of a hospital, each string one that a single person may head.
SERVICES = (
    words("urgences réanimation samu anesthésie soins_intensifs"),
    words("maternité obstétrique gynécologie pédiatrie néonatalogie"),
    words("cardiologie vasculaire"), words("oncologie hématologie cancérologie radiothérapie"),
    words("psychiatrie pédopsychiatrie addictologie"), words("neurologie neurochirurgie"), words("radiologie imagerie"),
    words("gériatrie"), words("pneumologie infectiologie infectieuses"), words("néphrologie dialyse urologie"),
    words("dermatologie"), words("ophtalmologie"), words("rhumatologie orthopédie"), words("gastro-entérologie hépatologie"),
    words("endocrinologie diabétologie"), words("pharmacie"), words("stérilisation"),
)  # fmt: skip

#: Whom a lawyer speaks for: one side of a trial.
SIDES = (
    words("civile civiles victime victimes plaignant plaignants famille"),
    words("prévenu prévenus accusé accusés défense suspect suspects mis"),
)

#: Houses with one head, by sort: « le directeur du collège » does not run the theatre.
HOUSES = (
    words("école écoles"), words("collège"), words("lycée"), words("université faculté"), words("musée"),
    words("théâtre opéra"), words("hôpital clinique chu chru"), words("aéroport"), words("bibliothèque médiathèque"),
    words("agence ars"), words("prison"), words("festival"), words("orchestre"), words("port"), words("zoo"),
)  # fmt: skip
HOUSED = words("directeur directeur_général proviseur principal conservateur_en_chef administrateur_général")
#: Heads of a house that the text may only name by its sort.
RUN_HOUSES = HOUSED | words("président gérant patron propriétaire exploitant")

#: Political and trade-union allegiances, after a name between parentheses or as they qualify a function: one of
#: each sort at a time. Each string is one allegiance under all its names.
ALLEGIANCES = (
    tuple(words(names) for names in (
        "LR UMP républicain", "PS socialiste", "RN FN frontiste lepéniste", "LFI insoumis", "EELV écologiste Verts",
        "PCF communiste", "LREM RE Renaissance macroniste", "MoDem", "UDI", "Horizons", "DVD", "DVG", "DVC", "NPA", "LO",
        "PRG", "UDR", "LE", "PLR", "UDC", "PSR", "Reconquête",
    )),
    tuple(words(names) for names in (
        "CFDT cédétiste", "CGT cégétiste", "FO", "CFTC", "CFE-CGC", "FSU", "FNSEA", "Unsa UNSA", "Solidaires",
    )),
)  # fmt: skip

#: Who runs a house, and who speaks for its staff: nobody does both. A school's director teaches, and may do so.
EMPLOYERS = words("directeur directeur_général pdg patron dirigeant gérant")
STAFF_SPEAKERS = words(
    "délégué représentant secrétaire secrétaire_général élu responsable porte-parole délégué_général"
)
OF_STAFF = ALLEGIANCES[1] + (words("syndical syndicaux intersyndicale"),)
NOT_EMPLOYED_BY = words("école écoles recherche")

#: What tells that a function is past, to come, shared, or has changed hands: no conflict then.
CHANGED = (
    "ancien", "ancienne", "anciens", "anciennes", "ex-", "ex", "futur", "future", "successeur", "successeuse",
    "succède", "succédé", "succéder", "prédécesseur", "prédécesseure", "intérim", "jusqu'en", "jusqu'à",
    "autrefois", "naguère", "jadis", "à l'époque", "devenu", "devenue", "devient", "deviendra", "nommé", "nommée",
    "nomination", "promu", "promue", "remplacé", "remplacée", "remplace", "remplacer", "quitte", "quitté", "quittera",
    "désormais", "auparavant", "précédent", "précédente", "précédemment", "élu", "élue",
    "candidat", "candidate", "co-", "coprésident", "coprésidente", "codirecteur", "codirectrice",
    "puis", "avant de", "après avoir", "prochain", "prochaine",
    "démissionnaire", "honoraire", "sortant", "sortante", "tour à tour", "successivement",
)  # fmt: skip

#: Those of them that also date what is said: they say nothing of the function of who says it.
DATING = (
    "jusqu'en", "jusqu'à", "désormais", "auparavant", "précédent", "précédente", "puis", "avant de", "après avoir",
    "prochain", "prochaine", "alors", "remplacé", "remplacée", "remplace", "remplacer", "quitte", "quitté", "quittera",
)  # fmt: skip

#: What follows « jusqu'à » when it dates something.
UNTIL = (
    r"\d|l'(?:an|été|automne|année|hiver|élection|arrivée|issue)|la (?:fin|mi-|rentrée|retraite|veille|mort|nomination|semaine|saison|dissolution)|s(?:a|on|es) |leur"
    r"|ce (?:que|qu'|mois|matin|soir|jour|printemps|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|hier|présent|maintenant|récemment|peu|il y a|cette |cet "
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|minuit|midi|nouvel ordre"
)

#: Verbs that give a function: « X, qui dirige la criée ».
HEADING = {"dirige": "directeur", "préside": "président", "entraîne": "entraîneur"}

#: What a function is when it was only learnt: « économiste de formation ».
LEARNT = r"\sde (?:formation|profession|métier|carrière)\b"

#: What may follow those words when they say nothing of a function: « élu joueur du match », « a quitté la salle ».
UNCHANGED = (
    r"\s(?:(?:pas|jamais|guère|nullement)\b|joueu|homme|femme|meilleu|révélation|sportif|sportive|personnalité|la (?:table|salle|scène|séance|réunion|pièce|piste|pelouse|tribune|ville|basilique|cathédrale|barre)"
    r"|quitter (?:la salle|la scène|la tribune|les lieux|le plateau|l'hémicycle)|(?:conclure|ajouter|répondre|s'éclipser|raccrocher|lever la séance|tourner les talons)\b"
    r"|[A-ZÀ-Þ][\w-]+ (?:dans la|à bord|à l'aube|ce (?:matin|soir)|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
    r"|l[ea]s? (?:terrain|lieu|plateau|court|match|tribunal|palais|vestiaire|navire|bord)|l'hémicycle|l'audience|l'église|l'hôpital)"
)

#: Functions of which nobody has two in two of the houses below.
RUN_FIRMS = words("président directeur directeur_général pdg patron")
#: Sorts of organisations (`fr/organisations.tsv`) whose head is not also at the head of another.
HEADED_ONCE = frozenset({"company", "energy", "institution", "media", "tech"})

#: Heads of a house that is told in full, one of which is « le directeur »: « la directrice de la centrale de Cruas ».
SEATED = words(
    "directeur directeur_général conservateur conservateur_en_chef principal proviseur curé doyen gérant commandant dirigeant "
    "administrateur intendant régisseur patron chef responsable trésorier secrétaire_général commissaire bâtonnier"
)
#: Those that one place has one of.
PARISHES = words("curé bâtonnier")
#: A rank, not a post: there are hundreds in one house.
OF_RESEARCH = r"direct(?:eur|rice) de recherches?\b"
#: …and what several people may well be directors, heads or commanders of.
MANY_SEATS = words(
    "recherche recherches thèse projet projets programme programmes études étude casting quart cuisine orchestre chantier rang gare "
    "équipe mission clientèle secteur bord brigade groupe produit rubrique famille choeur chœur division plateau travaux publication"
)

#: Functions that have a portfolio.
PORTFOLIOED = words("ministre secrétaire_d'état commissaire_européen")
#: Portfolios that one minister often holds together, or that have two usual names.
PORTFOLIOS = (
    words("économie finances budget industrie souveraineté numérique"),
    words("énergie transition écologie écologique énergétique environnement climat biodiversité"),
    words("intérieur outre-mer collectivités"),
    words("éducation jeunesse enseignement recherche sports"),
    words("travail emploi insertion santé solidarités autonomie prévention handicapées sociales"),
    words("affaires étrangères europe extérieures européennes diplomatie"),
    words("armées défense combattants"),
    words("transports logement ville territoires territoire mobilités aménagement"),
    words("agriculture alimentation souveraineté forêt pêche mer"),
)

#: What a rank is held in: « capitaine de gendarmerie ».
CORPS = words("gendarmerie police sapeurs pompiers armée marine crs compagnie groupement terre air")

#: Common nouns of bodies that stand for a name already given: « du groupe », « de l'établissement ».
ANAPHORIC = words(
    """
    société entreprise groupe compagnie firme maison structure organisation institution établissement organisme
    filiale start-up startup ville village commune municipalité mairie constructeur opérateur énergéticien électricien
    fabricant exploitant association syndicat collectif fédération club parti agence banque site géant numéro
    gouvernement état pays marque enseigne
    """
)

#: Posts on a pitch, before a name: « le gardien Luc Perrin ».
PITCH = (
    "gardien", "gardienne", "gardien de but", "gardienne de but", "portier", "défenseur", "défenseure", "attaquant", "attaquante",
    "avant-centre", "ailier", "ailière", "pivot", "meneur", "meneuse", "pilier", "talonneur",
)  # fmt: skip
