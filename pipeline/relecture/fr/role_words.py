"""French words of functions and of reported speech. Data only; see `relecture.entities.roles` and `.quotes`.

Everything is in folded form (straight apostrophe, plain space), lower case unless the word is an acronym.
"""

from __future__ import annotations

from relecture.fr.words import words

#: One-word heads of a function; adjectives and complements are read from the text.
ROLE_NOUNS = words(
    """
    acteur actionnaire actrice adjoint adjointe adjudant administrateur administratrice agent agente
    agriculteur agricultrice agronome aide-soignant aide-soignante ailier alpiniste ambassadeur
    ambassadrice ambulancier ambulancière amiral analyste anesthésiste animateur animatrice
    anthropologue antiquaire apiculteur apicultrice arbitre archevêque architecte archiviste archéologue
    armateur associé associée astronome astrophysicien astrophysicienne attaché attachée attaquant attaquante
    auditeur auditrice aumônier auteur auteure autrice avant-centre avocat avocate banquier banquière
    basketteur basketteuse bibliothécaire biologiste blogueur blogueuse botaniste boucher bouchère
    boulanger boulangère bourgmestre boxeur boxeuse brasseur brasseuse brigadier brocanteur brocanteuse
    bâtonnier bénévole bûcheron bûcheronne candidat candidate capitaine caporal cardiologue cariste
    carreleur cavalier cavalière caviste ceo champion championne chancelier chancelière chanteur
    chanteuse chargé chargée chauffagiste chauffeur chef cheffe chercheur chercheuse chimiste chirurgien
    chocolatier chocolatière chorégraphe chroniqueur chroniqueuse cinéaste climatologue codirecteur
    codirectrice cofondateur cofondatrice coiffeur coiffeuse collectionneur collectionneuse colonel
    colonelle commandant commandante commerçant commerçante commissaire commissaire-priseur compositeur
    comptable comédien comédienne conducteur conductrice conférencier conseiller conseillère
    conservateur conservatrice constitutionnaliste consul consultant consultante contrôleur contrôleuse
    copilote coordinateur coordinatrice coordonnateur coordonnatrice coprésident coprésidente correspondant
    correspondante cosmologue coureur courtier courtière couturier couturière couvreur criminologue
    cuisinier cuisinière curé cycliste céréalier céréalière danseur danseuse dentiste dermatologue
    dessinateur dessinatrice dg dga diplomate directeur directrice dirigeant dirigeante diététicien
    diététicienne doctorant doctorante documentaliste documentariste doyen doyenne décorateur
    décoratrice défenseur défenseure défenseuse délégué déléguée démographe député députée développeur développeuse enseignant
    enseignante entomologiste entraîneur entraîneuse entrepreneur entrepreneuse escrimeur escrimeuse
    esthéticienne eurodéputé eurodéputée expert experte exploitant exploitante fiscaliste fleuriste
    fondateur fondatrice footballeur footballeuse forestier forestière forgeron formateur formatrice
    fromager fromagère galeriste garagiste gardien gardienne gendarme gestionnaire glaciologue golfeur golfeuse
    gouverneur gouverneure greffier greffière grimpeur grimpeuse grutier guide gymnaste gynécologue
    général générale généraliste généticien généticienne géographe géologue géomètre gérant gérante
    habitant habitante handballeur handballeuse haut-commissaire historien historienne horticulteur
    horticultrice huissier humoriste hydrogéologue hydrologue hôtelier hôtelière imam immunologue
    imprimeur imprimeuse infectiologue infirmier infirmière influenceur influenceuse informaticien
    informaticienne ingénieur ingénieure inspecteur inspectrice instituteur institutrice intendant
    intendante investisseur investisseuse jockey joueur joueuse journaliste judoka juge juriste
    kinésithérapeute landamman lauréat lauréate libraire lieutenant lieutenant-colonel lieutenante
    linguiste logisticien logisticienne magistrat magistrate maire mairesse major marathonien
    marathonienne maraîcher maraîchère marin mathématicien mathématicienne maçon maçonne maître
    maître-nageur membre meneur meneuse menuisier menuisière metteur microbiologiste milieu militant militante
    ministre monteur monteuse musicien musicienne mécanicien mécanicienne médaillé médaillée médecin
    médiateur médiatrice météorologiste météorologue nageur nageuse navigateur navigatrice neurologue
    notaire nutritionniste négociant négociante négociateur négociatrice océanographe océanologue
    oncologue ophtalmologue opticien opticienne organiste ornithologue orthophoniste ostéopathe p-dg
    pape pasteur patron patron-pêcheur patronne paysagiste paysan paysanne pdg pdg-fondateur peintre
    pharmacien pharmacienne pharmacologue philosophe photographe physicien physicienne pianiste pilier
    pilote pivot planétologue plasticien plasticienne plombier plombière pneumologue policier policière
    politologue pompier porte-parole porteur portier porteuse prince princesse principal principale procureur
    procureure producteur productrice professeur professeure propriétaire proviseur proviseure préfet
    préfète présentateur présentatrice président président-directeur présidente prévisionniste prêtre
    psychiatre psychologue pâtissier pâtissière pédiatre pénaliste pêcheur pêcheuse rabbin radiologue
    rapporteur rapporteure rapporteuse recteur rectrice reine représentant représentante responsable
    restaurateur restauratrice retraité retraitée riverain riveraine roi romancier romancière rugbyman
    réalisateur réalisatrice réanimateur réanimatrice rédacteur rédactrice sage-femme sauveteur
    sculpteur sculptrice scénariste secouriste secrétaire secrétaire-général sergent serrurier
    sismologue skieur skieuse skipper sociologue sommelier sommelière soudeur soudeuse sous-directeur
    sous-directrice sous-préfet sous-préfète sous-secrétaire sprinteur sprinteuse spécialiste
    statisticien statisticienne styliste substitut surveillant surveillante sylviculteur sylvicultrice
    syndic syndicaliste syndique sélectionneur sénateur sénatrice tailleur tailleuse talonneur tapissier
    tapissière technicien technicienne thermicien thermicienne toxicologue trader traducteur traductrice
    traiteur triathlète trésorier trésorière urbaniste urgentiste vainqueur vice-amiral vice-procureur
    vice-procureure vice-président vice-présidente vigneron vigneronne violoncelliste violoniste
    virologue viticulteur viticultrice volcanologue volleyeur volleyeuse vétérinaire youtubeur
    youtubeuse zoologiste présidente-directrice édile altiste flûtiste clarinettiste hautboïste trompettiste harpiste contrebassiste claveciniste
    soprano ténor baryton ébéniste échevin échevine éclusier écologue économiste écrivain écrivaine
    éditeur éditorialiste éditrice éducateur éducatrice électricien électricienne éleveur éleveuse élu
    élue épicier épicière épidémiologiste étudiant étudiante évêque œnologue
    """
)

#: Common nouns of bodies in which a function is held; the title stops before them.
ROLE_BODIES = words(
    """
    société entreprise groupe compagnie firme maison usine site coopérative association amicale club comité
    collectif fédération ligue syndicat parti commune ville village mairie municipalité communauté agglomération
    métropole département région canton arrondissement circonscription pays parc port hôpital clinique centre
    collège lycée école université faculté laboratoire institut agence autorité office bureau cabinet banque fonds
    fondation musée théâtre festival orchestre opérateur gestionnaire exploitant filiale start-up startup structure
    organisation institution établissement chambre conseil assemblée commission intercommunalité interprofession
    équipe sélection cave domaine ferme auberge restaurant boulangerie librairie régie
    """
)

#: Nouns of functions that are also verbs of speech: after a closing quotation mark they are those.
ALSO_VERBS = ("juge", "guide", "arbitre")

#: Adjectives of functions that a tagger takes for participles.
ROLE_ADJECTIVES = words(
    """
    délégué déléguée déléguée adjoint adjointe chargé chargée associé associée élu élue retraité retraitée
    désigné désignée spécialisé spécialisée indépendant indépendante dirigeant dirigeante suppléant suppléante
    """
)

#: Forms of address: before a name and without a complement they are not functions.
ADDRESSES = words("professeur professeure docteur docteure maître")

#: Markers before the noun, as found in the text (lower case) and as reported.
MARKERS_BEFORE = {
    "ancien": "ancien", "ancienne": "ancien", "ex": "ex-", "ex-": "ex-", "futur": "futur", "future": "futur",
    "feu": "feu",
}  # fmt: skip
#: Markers after the noun.
MARKERS_AFTER = {
    "par intérim": "par intérim", "sortant": "sortant", "sortante": "sortant", "démissionnaire": "démissionnaire",
    "honoraire": "honoraire",
}  # fmt: skip

#: Shared offices: nouns that mean one of several holders.
SHARED = (
    "coprésident",
    "codirecteur",
    "codirectrice",
    "cofondateur",
    "cofondatrice",
    "cogérant",
    "codirigeant",
)

#: Words at which the complement of a function ends.
ROLE_STOPS = words(
    """
    et ou qui que qu' dont où mais ni car depuis lors hier lundi mardi mercredi jeudi vendredi samedi
    dimanche a est était sont ont avait avaient sera seront fut furent devant après avant pendant selon
    malgré alors comme quand si se s' ne n' il elle ils elles on nous vous je ce c' cela ça près auprès
    loin afin ainsi aussi hors sans sous sur
    """
)

#: Prepositions and articles that join a function to its organisation; dropped from the title.
ROLE_LINKS = words(
    """
    de d' du des la le les l' chez à au aux pour dans en au sein
    """
)

#: Verbs of reported speech: third person present and participle (agreement is added in the code).
SPEECH_PRESENT = words(
    """
    dit disent affirme affirment assure assurent explique expliquent précise précisent indique indiquent
    déclare déclarent ajoute ajoutent poursuit raconte racontent confie confient résume résument estime
    estiment juge jugent souligne soulignent note notent relève relèvent rappelle rappellent prévient
    préviennent promet promettent reconnaît reconnaissent regrette regrettent déplore déplorent dénonce
    dénoncent constate constatent observe observent annonce annoncent répond répondent répète répètent
    insiste insistent conclut concluent commente commentent plaide plaident soutient soutiennent avoue
    avouent admet admettent tranche lance lâche glisse souffle soupire sourit plaisante ironise martèle
    s'inquiète se_réjouit s'amuse s'agace s'interroge se_souvient se_félicite se_défend nuance détaille
    décrit analyse calcule rapporte rapportent révèle signale signalent argumente avertit tempère
    témoigne témoignent tient_à_préciser tient_à_rassurer écrit écrivent prédit espère espèrent craint
    craignent réplique rétorque renchérit abonde rassure met_en_garde fait_savoir fait_valoir complète
    reprend propose demande interroge
    voit évoque salue fustige pointe vante réclame revendique parle fulmine s'indigne
    """
)
SPEECH_PAST = words(
    """
    dit affirmé assuré expliqué précisé indiqué déclaré ajouté poursuivi raconté confié résumé estimé
    jugé souligné noté relevé rappelé prévenu promis reconnu regretté déploré dénoncé constaté observé
    annoncé répondu répété insisté conclu commenté plaidé soutenu avoué admis tranché lancé lâché glissé
    soufflé soupiré plaisanté ironisé martelé nuancé détaillé décrit analysé calculé rapporté révélé
    signalé averti tempéré témoigné tenu_à_préciser écrit prédit espéré craint répliqué rétorqué
    renchéri rassuré mis_en_garde fait_savoir fait_valoir complété repris proposé demandé réjoui
    inquiété félicité amusé agacé défendu interrogé exclamé emporté justifié réagi
    salué évoqué fustigé pointé vanté réclamé revendiqué indigné
    """
)

#: Prepositions that name a source.
SOURCE_PREPOSITIONS = ("selon", "d'après", "pour", "à en croire", "de l'avis de")
