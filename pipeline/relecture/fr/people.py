"""Common nouns of people, who may be speaking, and nouns that only end like them. Data only."""

from __future__ import annotations

from relecture.fr.words import words

#: Endings of nouns of people: « l'éleveuse », « un syndicaliste », « les riverains ».
ENDINGS = (
    "eur", "euse", "eurs", "euses", "ien", "ienne", "iens", "iennes", "iste", "istes", "ier", "ière", "iers", "ières",
    "trice", "trices", "ant", "ante", "ants", "antes", "naire", "naires", "ain", "aine", "ains", "aines",
)  # fmt: skip

#: Nouns of people with another ending.
NOUNS = words(
    """
    maire maires élu élue élus élues ministre ministres patron patronne patrons voisin voisine voisins homme
    femme hommes femmes fille garçon mère père président présidente chef cheffe préfet préfète médecin médecins
    avocat avocate avocats juge juges témoin témoins habitante parent parents élève élèves salarié salariée
    salariés guide juré curé cadre cadres responsable responsables employé employée employés artiste ami amie
    amis époux épouse contremaître contremaîtres maître maîtresse apprenti apprentie doyen doyenne veuf veuve couple famille retraité retraitée retraités client cliente clients internaute internautes
    député députée expert experte experts porte-parole secrétaire collègue gendarme gendarmes pompier pompiers
    foule public assistance abonné abonnés usager usagers marin marins fleuriste libraire pharmacienne capitaine capitaines skippeuse
    """
)

#: Nouns of bodies that speak.
BODIES = words(
    """
    syndicat syndicats association associations ministère direction police parquet mairie gouvernement enseigne
    entreprise agence opposition majorité préfecture collectif fédération communiqué rectorat département
    opérateur opérateurs exploitant exploitants gestionnaire gestionnaires constructeur constructeurs fabricant fabricants
    distributeur distributeurs fournisseur fournisseurs promoteur promoteurs transporteur transporteurs assureur assureurs
    bailleur bailleurs aménageur aménageurs concessionnaire concessionnaires régulateur énergéticien
    équipementier avionneur armateur industriel industriels diffuseur prestataire délégataire courtier actionnaires
    """
)

#: What ends like a person and is none.
INANIMATE = words(
    """
    secteur secteurs moteur moteurs compteur compteurs capteur capteurs réacteur réacteurs ordinateur ordinateurs tracteur
    vecteur indicateur indicateurs valeur valeurs chaleur couleur couleurs hauteur largeur longueur profondeur vapeur
    ampleur rigueur vigueur erreur erreurs peur fleur fleurs faveur humeur rumeur rumeurs lueur odeur douleur bonheur
    malheur cœur intérieur extérieur meilleur meilleure majeur majeure mineure heure heures facteur facteurs radiateur
    transformateur générateur convertisseur congélateur réfrigérateur ascenseur accélérateur onduleur chargeur
    quartier quartiers chantier chantiers papier papiers métier métiers dossier dossiers janvier février atelier ateliers
    escalier calendrier courrier panier premier première dernier dernière derniers dernières premiers premières particulier
    entier entière collier charpentier sentier gravier rivière lumière lumières matière matières frontière frontières
    filière filières carrière carrières manière manières bière lisière barrière poussière chaudière chaudières croisière
    bien biens lien liens milieu pilier piliers pivot principal principale général générale entretien maintien soutien quotidien quotidienne ancien ancienne
    piste pistes liste listes tiers
    restaurant restaurants instant courant courants volant avenant avant montant montants pendant suivant suivante
    suivants plante plantes variante attente constante croissante importante importants important récente étang sang rang
    anniversaire anniversaires annuaire imaginaire itinéraire honoraires ordinaire
    terrain terrains train trains main mains pain pains bain bains gain gains semaine semaines domaine domaines plaine
    plaines laine dizaine douzaine quinzaine soixantaine vingtaine trentaine quarantaine cinquantaine centaine centaines fontaine chaîne
    éolienne éoliennes hydrolienne persienne persiennes moyenne moyennes chien chiens rien aérien aérienne
    aspirateur climatiseur climatiseurs détecteur détecteurs simulateur conteneur conteneurs aspirateurs serveurs tumeur tumeurs
    terreur ardeur stupeur grandeur lenteur fraîcheur sueur saveur saveurs liqueur fureur horreur honneur moniteurs routeur
    routeurs propulseur démarreur interrupteur disjoncteur alternateur ventilateur brûleur brûleurs incinérateur séparateur
    gibier palier grenier clavier fichier fichiers tablier mobilier foncier cahier cahiers acier levier leviers glacier
    glaciers voilier voiliers chalutier chalutiers pétrolier méthanier échiquier casier casiers brasier bélier olivier oliviers
    pommier pommiers peuplier peupliers cerisier marronnier bouclier sablier calendriers
    prière prières clairière gouttière cimetière cafetière pépinière fourmilière volière tourbière tourbières bannière charnière
    rizière rizières gravière sablière lisières carrières billetterie
    carburant carburants versant versants croissant aimant aimants désherbant diamant géants chant chants gant gants polluant
    polluants calmant penchant excédent tournant montants volants isolant isolants fertilisant imprimante
    brocante amiante épouvante soixante quarante cinquante
    questionnaire questionnaires séminaire séminaires dictionnaire vocabulaire inventaire
    grain grains refrain levain étain poulain poulains haine migraine aubaine veine porcelaine huitaine
    matrice cicatrice cicatrices motrice motrices tondeuse tondeuses perceuse moissonneuse tronçonneuse pelleteuse pelleteuses
    bétonneuse balayeuse balayeuses déneigeuse faucheuse trayeuse dameuse nébuleuse veilleuse
    prochain prochaine certain certaine lendemain demain soudain urbain urbaine humaine graine capitaine-général
    """
)

#: After a noun of people, the verb leaves them nothing to say: what is done to them, what they will do, what the law gives them.
UNDERGO = (
    r"(?:,[^,.;«»“”]{2,90},)?(?:\s\w+){0,2}?\s(?:(?:a|ont|avaient|avait)\sété\s|(?:ser(?:a|ont)|(?!dira|diront|opéra|caméra)\w+r(?:a|ont))\b)"
    r"|[^.;]{0,60}\b(?:faire appel|interjeter|se pourvoir|encour\w+|compara[iî]\w+)"
)

#: After a noun of people, they are not there to speak: the insides of a regular expression.
ABSENT = (
    r"(?:\s(?!qui|que)[\w'-]+){0,2}?\s(?:manquent?|manquaient|manqueront|font\sdéfaut|se\sfont\srares|(?:sont|restent|deviennent)\s(?:rares|introuvables|absents|absentes)"
    r"|disparaissent|désertent|ont\s(?:déserté|fui|disparu))(?!\w)"
)
#: …or they have gone, and « je » is someone who stays.
LEFT = r"(?:\s(?!qui|que)[\w'-]+){0,2}?\s(?:ont\s(?:quitté|fermé|dévissé|démissionné|plié|cessé|raccroché)|sont\sparti\w*|partent|s'en\svont)(?!\w)"

#: Nouns of bodies that « elle » or « il » may stand for as who speaks, besides those that speak by themselves.
COLLECTIVES = words(
    """
    commune ville région école université équipe compagnie société marque chaîne maison régie banque coopérative start-up
    filiale communauté métropole agglomération ligue ong organisation institution fondation commission assemblée cour chambre
    club groupe parti village musée hôpital festival port réseau laboratoire magasin théâtre journal cabinet conseil comité
    institut centre collège lycée tribunal sénat état pays plateforme confrérie paroisse troupe compagnies usine boutique
    """
)

#: What « il » or « elle » does when it is a text that has been voted or signed.
OF_A_TEXT = r"(?:prévoi|fix|compor|contien|impos|s'appliqu|concern|entr\w+\sen\svigueur|vis|port|interdi|oblig|encadr|garanti|s'étend|cour)\w*\b"
#: Works whose title is quoted and said by no one.
WORKS = (
    r"(?<!\w)(?:film|album|série|spectacle|pièce|exposition|émission|podcast|chanson|titre|livre|roman|jeu|campagne|slogan"
    r"|pétition|festival|théâtre|concert|opéra|documentaire|comédie|recueil|ouvrage|tube|refrain|devise|tableau|dessin)s?(?!\w)"
)
