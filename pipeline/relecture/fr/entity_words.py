"""French words around names: civilities, nouns that announce an organisation, verbs of organisations.

Data only; the mechanisms are in `relecture.entities`. Lists are written by hand from press usage.
Everything is in folded form (straight apostrophe, plain space).
"""

from __future__ import annotations

from relecture.fr.words import words

#: Words that may open a span by mistake and never belong to a name, unless a gazetteer says so.
LEADING = (
    "l'", "d'", "le ", "la ", "les ", "un ", "une ", "des ", "de ", "du ", "au ", "aux ", "et ", "ou ", "à ",
    "ce ", "cette ", "son ", "sa ", "ses ", "leur ", "leurs ", "notre ", "nos ", "en ", "chez ", "selon ",
    "pour ", "par ", "dans ", "avec ", "sur ", "sous ", "que ", "qu'", "mais ", "si ", "comme ",
)  # fmt: skip

#: Civilities and titles before a person's name; never part of the mention.
CIVILITIES = (
    "M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Monsieur", "Madame", "Mademoiselle", "Messieurs", "Mesdames",
    "Me", "Mᵉ", "Mᵐᵉ", "Dr", "Docteur", "docteur", "Pr", "Professeur", "professeur", "Maître", "maître", "Mgr", "Monseigneur",
    "Sir", "Lord", "Lady", "Mr", "Mr.", "Mrs", "Ms",
)  # fmt: skip

#: Common nouns that announce the name of an organisation (« la startup X », « le groupe X »).
ORG_NOUNS = words(
    """
    startup start-up jeune_pousse entreprise société groupe compagnie firme PME ETI ONG association
    agence_de_presse agence banque constructeur équipementier opérateur énergéticien électricien
    pétrolier gazier fournisseur gestionnaire filiale fabricant éditeur industriel sous-traitant
    distributeur enseigne think_tank cabinet bureau_d'études institut fédération syndicat collectif
    coopérative mutuelle fondation parti chaîne quotidien hebdomadaire mensuel magazine journal
    site_d'information média radio fonds assureur développeur géant mastodonte laboratoire spécialiste
    concurrent rival avionneur motoriste armateur chimiste sidérurgiste cimentier plateforme consortium
    conglomérat holding multinationale coentreprise régie promoteur exploitant installateur transporteur
    prestataire organisme observatoire label maison_mère
    """
)

#: Functions held in an organisation: « le PDG de X », « porte-parole de X ». A place may follow them too.
ORG_HEADS = words(
    """
    PDG P-DG DG CEO directeur_général directrice_générale patron patronne cofondateur cofondatrice
    fondateur fondatrice porte-parole dirigeant dirigeante dirigeants président présidente
    vice-président vice-présidente directeur directrice salariés salarié employés ingénieur ingénieurs
    ingénieure chercheurs chercheur chercheuse équipes analyste analystes économiste actionnaire
    actionnaires administrateur responsable filiale filiales concurrents clients action actions capital
    siège chiffre_d'affaires bénéfice bénéfices technicien techniciens abonnés experts expert délégué
    """
)

#: Those that a place does not have: in the training material an organisation follows, 46 times out of 51.
COMPANY_HEADS = words(
    """
    PDG P-DG DG CEO patron patronne fondateur fondatrice cofondateur cofondatrice directeur directrice
    directeur_général directrice_générale porte-parole analyste économiste actionnaire filiale
    """
)

#: What one signs or has with an organisation: « un contrat avec X ».
ORG_DEALS = words(
    """
    contrat accord partenariat alliance coentreprise fusion protocole marché convention
    """
)

#: Verbs whose subject is a company or an institution (third person, present; participle after « a »).
ORG_VERBS_PRESENT = words(
    """
    annonce affirme assure indique précise prévoit prévient compte emploie exploite développe
    commercialise fabrique produit vend achète rachète investit recrute livre publie révèle rapporte
    estime table dément lance confirme réclame finance construit propose détient gère promet espère
    envisage refuse dénombre recense
    """
)
ORG_VERBS_PAST = words(
    """
    annoncé affirmé assuré indiqué précisé prévu signé lancé levé investi publié révélé racheté acquis
    vendu cédé développé livré déposé confirmé démenti inauguré construit mobilisé rétabli réalimenté
    recruté embauché supprimé remporté conclu ouvert fermé déclaré fait_savoir réalisé dépensé doublé
    revendu commandé retenu reçu
    """
)

#: Words of reported speech whose complement or subject is the source: « selon X », « rapporte X ».
SOURCE_CUES = words(
    """
    selon d'après rapporte rapportent révèle révèlent indique précise affirme annonce explique signale
    relève estime assure souligne note détaille prévient calcule confirme relate raconte résume rappelle
    """
)

#: Capitalised words that open a sentence or stand for something other than an organisation.
NOT_NAMES = words(
    """
    Le La Les L Un Une Des De Du D Ce Cet Cette Ces Son Sa Ses Leur Leurs Mon Ma Mes Ton Ta Tes Notre
    Nos Votre Vos Il Elle Ils Elles On Nous Vous Je J Tu Qui Que Qu Quoi Dont Où Quand Comment Pourquoi
    Combien Et Ou Mais Or Ni Car Donc Si S Comme Pour Par Avec Sans Sous Sur Dans En Entre Vers Chez
    Selon Depuis Pendant Après Avant Dès Malgré Contre Au Aux À A Y Ainsi Alors Aussi Enfin Ensuite Puis
    Cependant Pourtant Toutefois Hier Demain Aujourd'hui Aujourd Ici Là Tout Toute Tous Toutes Plus
    Moins Plusieurs Certains Certaines Chaque Aucun Aucune Autre Autres Même Oui Non Source Sources
    Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche Janvier Février Mars Avril Mai Juin Juillet Août
    Septembre Octobre Novembre Décembre IA PDG DG CEO TVA PIB CO2 CO₂ EPR EPR2 SMR LED Internet Web PME
    ETI ONG État Etat Covid Covid-19 RN RD ADN SIDA VIH GPS CSG RSA SMIC CDI CDD BTP RTT HLM TGV RER TER
    ZAD PLU JO PV RGPD ETP kWh MWh GWh TWh MW GW kW Wh MWc TW Noël Pâques Terre Soleil Lune Brent WTI Nasdaq Toussaint Ascension Pentecôte Assomption Armistice Région Département Commune Ville Club Énergie Bourse Gouvernement Exécutif Hexagone Français Française
    CAC_40 Dow_Jones Bourse_de_Paris Bourse_de_New_York Bourse_de_Londres Bourse_de_Francfort S&P_500 FTSE_100
    """
)

#: Acronyms of things, techniques, rules and markets: never an organisation.
THING_ACRONYMS = words(
    """
    GPU CPU TPU NPU RAM SSD API USB HDMI NFC LLM LED OLED IRM PCR ARN ADN VIH GNL GPL GNV GNC GTL PPE SNBC DPE CEE PAC ZFE
    ZAN ICPE ZNIEFF QPC OQTF RIP RIC CDI CDD VAE VTC SUV VUL HLM EHPAD Ehpad PIB PNB PIL IPC IPCH OPA OPE IPO LBO ETF SCPI
    LEP PEL PEA NIR URL HTML PDF VPN DLC ORL IVG PMA GPA BAC BTS CAP DUT BUT MBA ENT EMC PFAS PCB BPA OGM HVO SAF BECCS CCS
    CCUS ENR EnR Enr VE VHU MOX RNR AMR PAC STEP ORC BESS DSP AOC AOP IGP BIO HT TTC JO JT Nikkei Dax DAX Nikkei_225 Euro_Stoxx_50
    Euro_Stoxx SBF_120 Libor Euribor TTF OAT BTC Bitcoin G7 G8 G20 Brics BRICS
    """
)

#: Units and symbols that the model takes for names.
UNIT_LIKE = words(
    """
    kWh KWh Kwh KWH kwh MWh Mwh MWH GWh Gwh TWh Twh kW KW MW GW TW Wh MWc kWc GWc MJ GJ kJ kV kVA MtCO2
    CO2 CO₂ mégajoules mégawatts gigawatts kilowattheures euros € °C km km/h tep Mtep
    """
)

#: Small words inside a surname (« von der Leyen », « de Pampelonne »), lower case.
NAME_PARTICLES = words(
    """
    de du des d la le les von van der den di da dos el al ben bin
    """
)

#: Words that need not count in the initials of a name.
SMALL_WORDS = words(
    """
    de du des d la le les l et a au aux en pour sur par
    """
)

#: Heads of institutional names that stand for the whole name once it has been given.
GENERIC_HEADS = words(
    """
    Commission Autorité Agence Union Conseil Fondation Parlement Ligue Fédération Assemblée Institut
    Comité Cour Banque Réserve Organisation Syndicat Association Amicale Haute-Autorité Laboratoire
    Centre Office
    """
)

#: Public bodies that are not organisations when they have no name of their own (annotation guide).
UNNAMED_BODIES = (
    "gouvernement", "état", "exécutif", "préfecture", "parquet", "tribunal", "police", "justice", "assemblée générale",
    "conseil municipal", "conseil d'administration", "conseil des ministres", "armée nationale",
    "armée gouvernementale", "armée régulière",
)  # fmt: skip

#: Kinds of machines written in capitals, before the place where they stand.
MACHINES = ("EPR2", "EPR", "SMR", "TGV", "LGV", "ZAC", "ZFE")

#: Nouns that only ever announce a company or an association, even before the name of a person.
COMPANY_NOUNS = words(
    """
    startup start-up jeune_pousse société groupe compagnie firme PME ETI ONG association banque filiale enseigne
    fondation coopérative mutuelle chaîne holding plateforme
    """
)

#: Nouns of things that bear the name of a person.
THINGS = words(
    """
    rue avenue boulevard place quai pont impasse allée square cours école collège lycée crèche gymnase stade salle
    télescope satellite sonde navire paquebot tempête ouragan cyclone typhon loi rapport prix trophée plan
    affaire amendement dispositif centre résidence bibliothèque médiathèque théâtre cinéma parc tour hôpital
    aéroport gare station cathédrale église chapelle basilique musée espace
    """
)

#: Adjectives of nationality used as nouns for a company: « l'italien Enel », « le canadien Enbridge ».
NATIONALITIES = words(
    """
    français allemand italien espagnol portugais anglais britannique écossais irlandais belge suisse néerlandais
    luxembourgeois danois suédois norvégien finlandais islandais polonais tchèque autrichien hongrois roumain
    bulgare grec turc russe ukrainien américain canadien québécois mexicain brésilien argentin chilien chinois
    japonais coréen sud-coréen taïwanais indien pakistanais australien néo-zélandais israélien saoudien émirati
    qatarien qatari marocain algérien tunisien égyptien sud-africain singapourien vietnamien thaïlandais
    malaisien indonésien
    """
)

#: Peoples: capitalised, one of them or all of them, who are neither a place nor an organisation.
PEOPLES = NATIONALITIES | words(
    """
    afghan africain albanais arabe arménien asiatique azerbaïdjanais basque bosniaque bosnien burkinabè burundais
    cambodgien camerounais catalan centrafricain chypriote colombien congolais croate cubain équatorien
    érythréen estonien éthiopien européen gabonais géorgien ghanéen guinéen haïtien irakien iranien
    islandais ivoirien jordanien kazakh kényan kosovar kurde letton libanais libyen lituanien macédonien
    malgache malien maltais mauritanien moldave monégasque monténégrin mozambicain népalais nicaraguayen nigérian
    nigérien nord-coréen ougandais ouzbek palestinien panaméen péruvien philippin rohingya rwandais sénégalais
    serbe slovaque slovène somalien soudanais sri-lankais syrien tanzanien tchadien tchétchène tibétain togolais
    turkmène vénézuélien wallon yéménite zimbabwéen
    """
)

#: Assemblies that a people's adjective names (« le parlement catalan », « le Sénat américain »).
ASSEMBLIES = words("parlement Parlement sénat Sénat")

#: Nouns of places, before the name of the place: « la centrale de X », « la commune de X ».
SITES = words(
    """
    centrale réacteur barrage mine forêt vallée col plage village commune canton quartier lieu-dit ville gare
    aéroport port bourg hameau massif lac étang presqu'île banlieue métropole agglomération
    """
)

#: Where something lies from a place: « à l'est de X », « dans le nord de X ».
DIRECTIONS = words(
    """
    nord sud est ouest nord-est nord-ouest sud-est sud-ouest Nord Sud Est Ouest Nord-Est Nord-Ouest Sud-Est Sud-Ouest
    """
)

#: Nouns of a way between places, before their names: « la ligne Perpignan-Villefranche ».
WAYS = words("ligne lignes liaison liaisons trajet tronçon axe LGV autoroute rocade vol vols route TGV TER")

#: Nouns of what a company owns somewhere: « son usine de X ».
PLANTS = words("usine site siège entrepôt atelier laboratoire agence raffinerie fonderie chantier usines sites")

#: Bodies often named after a person, the noun capitalised and part of the name.
NAMED_BODIES = words(
    "Laboratoire Institut Université Fondation Clinique École Musée Observatoire Centre Hôpital"
)
