"""Words around durations, ages and anniversaries. Data only."""

from __future__ import annotations

from relecture.fr.words import words

#: Between two bounds and the duration they make: « de 2012 à 2020, soit dix ans ».
EQUALS = ("soit", "c'est-à-dire", "autrement dit", "ou", "donc", "pendant", "durant", "pour", "en tout", "au total", "en",
          "pour une durée de", "sur une période de", "sur", "a duré", "aura duré", "dure", "durera", "ce qui fait",
          "période de", "une période de", "une durée de", "ce qui représente", "cela fait", "un mandat de")  # fmt: skip

#: Who celebrates: « fête ses 60 ans », « souffle ses 90 bougies ».
CELEBRATES = ("fête", "fêtera", "fêtait", "a fêté", "fêter", "fêtent", "fêteront", "souffle", "soufflera", "a soufflé",
              "souffler", "soufflait", "soufflent", "ont fêté", "ont soufflé", "ont célébré", "auront fêté", "célèbre", "célébrera", "a célébré", "célébrait", "célébrer",
              "célèbrent", "affiche", "aura", "atteint", "commémore", "commémorera", "marque", "marquera",
              "totalise", "revendique")  # fmt: skip

#: What begins a thing: participles that a first date follows.
BEGUN = ("venu au monde", "venue au monde", "vu le jour", "voit le jour", "né", "née", "nés", "nées", "créé", "créée", "créés", "fondé", "fondée", "fondés", "inauguré", "inaugurée", "lancé",
         "lancée", "ouvert", "ouverte", "bâti", "bâtie", "construit", "construite", "mis en service",
         "mise en service", "apparu", "apparue", "signé", "signée", "établi", "établie", "institué", "instituée",
         "baptisé", "baptisée", "marié", "mariée", "mariés", "mariées", "unis", "unies", "pacsés", "pacsées", "constitué", "constituée", "installé", "installée", "érigé", "érigée", "naissance",
         "fondation", "création", "lancement", "ouverture", "inauguration", "mise en service", "existe depuis",
         "remonte à", "date de")  # fmt: skip

#: Anniversaries with a name of their own, in years.
JUBILEES = {"cinquantenaire": 50, "centenaire": 100, "sesquicentenaire": 150, "bicentenaire": 200, "tricentenaire": 300,
            "quadricentenaire": 400, "millénaire": 1000, "vingtième anniversaire": 20, "trentième anniversaire": 30,
            "dixième anniversaire": 10, "quarantième anniversaire": 40, "cinquantième anniversaire": 50,
            "soixantième anniversaire": 60, "centième anniversaire": 100}  # fmt: skip

#: What an anniversary is that of, up to its date: « la catastrophe survenue le 26 avril 1986 ».
HAPPENED = (
    r"survenue?s?|intervenue?s?|signée?s?|conclue?s?|adoptée?s?|promulguée?s?|votée?s?|ratifiée?s?|morte?s?|décédée?s?|disparue?s?|tombée?s?|commise?s?|perpétrée?s?"
    r"|née?s?|ouverte?s?|fondée?s?|créée?s?|inaugurée?s?|lancée?s?|déclenchée?s?|proclamée?s?|prononcée?s?|arrivée?s?|gagnée?s?|remportée?s?|assassinée?s?|couronnée?s?"
)

#: Decades of age.
DECADES = {"vicénaire": 20, "trentenaire": 30, "quadragénaire": 40, "quinquagénaire": 50, "sexagénaire": 60,
           "septuagénaire": 70, "octogénaire": 80, "nonagénaire": 90, "centenaire": 100}  # fmt: skip

BORN = words(
    "né née nés nées naît naissait naquit naissance venu_au_monde venue_au_monde vu_le_jour voit_le_jour"
)
DIED = words(
    "mort morte décédé décédée disparu disparue éteint éteinte décès meurt mourut disparition décède décédait tué tuée "
    "emporté emportée assassiné assassinée succombé inhumé inhumée obsèques"
)

#: People named by a common noun: « un homme de 45 ans … l'homme de 54 ans ».
PERSON_NOUNS = words(
    """
    homme femme adolescent adolescente garçon fille fillette enfant bébé nourrisson jeune conducteur conductrice
    automobiliste motard motarde cycliste piéton piétonne victime suspect suspecte retraité retraitée étudiant étudiante
    lycéen lycéenne collégien collégienne ouvrier ouvrière agriculteur agricultrice randonneur randonneuse skieur skieuse
    alpiniste prévenu prévenue accusé accusée mère père passager passagère pilote trentenaire quadragénaire
    quinquagénaire sexagénaire septuagénaire octogénaire nonagénaire chauffeur infirmière infirmier enseignant
    enseignante mineur mineure individu octogénaire riverain riveraine touriste baigneur baigneuse joueur joueuse
    """
)

#: The same for people in the public eye.
PUBLIC_NOUNS = words(
    """
    élu élue ministre maire député députée sénateur sénatrice président présidente acteur actrice comédien comédienne
    chanteur chanteuse musicien musicienne athlète champion championne entraîneur patron patronne avocat avocate
    écrivain écrivaine romancier romancière cinéaste réalisateur réalisatrice peintre architecte chercheur chercheuse
    médecin footballeur footballeuse navigateur navigatrice skippeur chef cheffe dirigeant dirigeante candidat candidate
    """
)

#: Another person than the one whose age was told: the insides of a regular expression.
SOMEONE_ELSE = (
    r"(?:père|mère|fils|fille|frère|sœur|mari|femme|épou\w+|(?:beau|belle|grand)-\w+|oncle|tante|cousin|neveu|nièce|ami|compagn\w+|rival|associé|voisin"
    r"|coéquipi\w+|prédécesseur|successeur|celui|celle|autre|dernière? fois|par une?|devant(?!\s(?:la\scour|le\stribunal|les\s(?:juges|assises)|la\sjustice))|contre)(?:e|s|es)?\b|(?:s[oa]n?|leur)\s\w+(?:eur|euse|trice|ien|ienne|iste)\b"
)
#: Years « à » that are no one's age: a sentence, a pension, a mean.
NOT_AN_AGE = (
    r"condamn|peine|prison|réclusion|requi|âge (?:légal|moyen|médian|minim|de départ|de la retraite|pivot)|moyenne|espérance|(?<!l'a )(?<!l'ont )port(?:é|er|ée)\b|relev|repouss|recul|abaiss"
    r"|passé\w* de|ramen|durée|(?<!fin de son )(?<!fin du )mandat|intervalle|majorité|seuil"
)

#: Words that bound an age, with the least and the greatest that they allow.
AGE_WORDS = {"nourrisson": (0, 2), "bébé": (0, 4), "bambin": (1, 7), "fillette": (2, 14), "garçonnet": (2, 13),
             "adolescent": (10, 19), "adolescente": (10, 19), "collégien": (9, 17), "collégienne": (9, 17),
             "lycéen": (13, 22), "lycéenne": (13, 22), "écolier": (3, 13), "écolière": (3, 13), "mineur": (0, 17),
             "mineure": (0, 17), "préadolescent": (8, 14), "préadolescente": (8, 14)}  # fmt: skip
#: Those of them that nothing but use bounds: a range of ages need only meet them.
LOOSE_AGES = frozenset(
    (
        "nourrisson",
        "bébé",
        "bambin",
        "fillette",
        "garçonnet",
        "adolescent",
        "adolescente",
        "préadolescent",
        "préadolescente",
    )
)
#: « un mineur de 45 ans » digs coal: above this age the word is another.
OTHER_WORD = {"mineur": 25, "mineure": 25, "bébé": 20}

#: One's child, one of those that one may have.
CHILDREN = r"fils|fille|enfant|garçon|bébé|aînée?|premier-née?|première-née"

#: What happens to the one person of a sentence, told again as « la victime » in the next.
SUFFERED = (
    r"bless\w+|frappée?|mordue?|violée?|insultée?|menacée?|enlevée?|séquestrée?|tuée?|morte?|décédée?|secourue?|percutée?|renversée?|fauchée?|agressée?|retrouvée?|sauvée?|hospitalisée?|héliportée?|noyée?|disparue?|évacuée?|relogée?|intoxiquée?"
    r"|brûlée?|poignardée?|escroquée?|portée? disparue?|meurt|perd|succomb\w+|grièvement|légèrement|mortellement"
)
#: …and what is done to the one who did it.
ARRESTED = r"interpell\w+|arrêtée?|condamnée?|jugée?|écrouée?|incarcérée?|soupçonnée?|mise? en examen|placée? en|poursuivie?|déférée?|relaxée?|acquittée?"
#: The one person taken up by a common noun: always, after harm, after an arrest.
SAME_PERSON = r"père de famille|mère de famille|homme|femme|jeune homme|jeune femme|jeune fille|adolescente?|fillette|garçonnet|garçon|retraitée?|lycéen(?:ne)?|collégien(?:ne)?|étudiante?|trentenaire|quadragénaire|quinquagénaire|sexagénaire|septuagénaire|octogénaire|nonagénaire|intéressée?"
HARMED = r"victime|défunte?|blessée?|locataire|occupante?|disparue?|malheureu(?:x|se)|rescapée?|miraculée?"
ACCUSED = r"suspecte?|prévenue?|mise? en cause|accusée?|condamnée?|auteur présumé|individu"
#: A brother or a sister, and on which side of the other.
YOUNGER = r"petite? (?:sœur|frère)|(?:sœur|frère) cadet(?:te)?|cadet(?:te)?|benjamine?|jeune (?:sœur|frère)"
ELDER = r"grande? (?:sœur|frère)|(?:sœur|frère) aînée?"
#: The ends of a group of people, by age.
YOUNGEST = r"(?:la|le) benjamine?|(?:la|le) plus jeune|(?:la|le) cadet(?:te)?"
OLDEST = r"l'aînée?|(?:la|le) doyen(?:ne)?|(?:la|le) plus âgée?"
#: Adjectives that give the length of a guarantee or of a plan, in years.
NAMED_TERMS = {"décennale": 10, "décennal": 10, "biennale": 2, "triennale": 3, "triennal": 3, "quinquennale": 5,
               "quinquennal": 5, "trentenaire": 30}  # fmt: skip
#: What someone does on the first day of a career, or of an office: the insides of a regular expression.
ENTERS = (
    r"entrée?|arrivée?|embauchée?|recrutée?|engagée?|enrôlée?|débutée?|débuté|commencé|débarquée?|apprentie?|installée?|descendue?|montée?|admise?|affectée?|nommée?|élue?"
    r"|a\s(?:poussé|franchi)|ordonnée?|incorporée?|mousse"
)
STARTS = r"entr(?:e|ait|a)|arriv(?:e|ait|a)|début(?:e|ait|a)|commen[cç](?:e|ait|a)|rejoi(?:nt|gnait|gnit)|rejoint|intégr(?:e|ait|a)|intégré"
