"""French words of functions and of reported speech. Data only; see `relecture.entities.roles` and `.quotes`.

Everything is in folded form (straight apostrophe, plain space), lower case unless the word is an acronym.
"""

from __future__ import annotations

from relecture.fr.words import words

#: One-word heads of a function; adjectives and complements are read from the text.
ROLE_NOUNS = words(
    """
    pdg p-dg dg dga ceo pdg-fondateur président présidente vice-président vice-présidente coprésident
    coprésidente directeur directrice codirecteur codirectrice sous-directeur sous-directrice dirigeant
    dirigeante patron patronne fondateur fondatrice cofondateur cofondatrice gérant gérante associé
    associée administrateur administratrice ministre secrétaire sous-secrétaire maire adjoint adjointe
    conseiller conseillère député députée eurodéputé eurodéputée sénateur sénatrice préfet préfète
    sous-préfet sous-préfète ambassadeur ambassadrice consul gouverneur gouverneure chancelier
    chancelière commissaire haut-commissaire procureur procureure magistrat magistrate juge avocat
    avocate bâtonnier notaire porte-parole chef cheffe responsable délégué déléguée coordinateur
    coordinatrice coordonnateur coordonnatrice trésorier trésorière rapporteur rapporteure rapporteuse
    secrétaire-général économiste analyste chercheur chercheuse professeur professeure enseignant
    enseignante maître physicien physicienne ingénieur ingénieure astronome climatologue géologue
    sociologue historien historienne politologue météorologue épidémiologiste médecin chirurgien
    infirmier infirmière consultant consultante expert experte spécialiste conférencier journaliste
    rédacteur rédactrice éditorialiste correspondant correspondante écrivain écrivaine romancier
    romancière auteur auteure autrice metteur réalisateur réalisatrice acteur actrice comédien
    comédienne chanteur chanteuse musicien musicienne compositeur architecte entraîneur entraîneuse
    sélectionneur capitaine attaquant défenseur milieu gardien joueur joueuse coureur général générale
    colonel colonelle lieutenant lieutenante commandant commandante adjudant brigadier amiral gendarme
    policier policière pompier agriculteur agricultrice éleveur éleveuse viticulteur viticultrice
    maraîcher maraîchère boulanger boulangère restaurateur restauratrice commerçant commerçante hôtelier
    hôtelière roi reine prince princesse pape évêque archevêque imam rabbin curé candidat candidate élu
    élue militant militante syndicaliste représentant représentante membre doyen doyenne recteur
    rectrice proviseur proviseure principal principale chargé chargée technicien technicienne exploitant
    exploitante propriétaire habitant habitante juriste riverain riveraine porteur porteuse animateur
    animatrice bénévole
    """
)

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
#: Prefixes of the noun itself: « coprésident », « ex-ministre ».
MARKER_PREFIXES = {"ex-": "ex-", "co-": "co-"}
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
    malgré alors comme quand si se s' ne n' il elle ils elles on nous vous je ce c' cela ça
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
    """
)

#: Prepositions that name a source.
SOURCE_PREPOSITIONS = ("selon", "d'après", "pour", "à en croire", "de l'avis de")
