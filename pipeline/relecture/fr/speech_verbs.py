"""French verbs that introduce or close quoted speech; data only, written by hand from press usage.

`STEMS` take the regular endings of the first group; a stem listed twice carries its two spellings
(« annonc », « annonç »). `FORMS` are the third-person forms and participles of the other groups.
Everything is folded (straight apostrophe).
"""

from __future__ import annotations

from relecture.fr.words import words

STEMS = words(
    """
    abond accus acquiesc admonest affirm agac ajout alarm alert amus analys annonc annonç anticip appell appel
    approuv appréci argu argument articul ass assur assèn assén attaqu attest avanc avanç avou balay baragouin
    bégaie bégay bougonn chuchot chuchotent cit clam cogn commenc commenç comment compar complèt complét
    comptabilis conced concèd concéd confess confi confirm conseill consid consider considèr considér constat
    contest corrig critiqu cri débit déclam déclar décrèt décrét dédramatis défi demand démont dénonc dénonç
    déplor désespèr désespér désol détaill développ diagnostiqu dict dissèqu édict emport énonc énonç enrag
    enseign ent énumèr énumér épingl espèr espér estim étonn étrill évalu évoqu exag excus exig exhort explicit
    expliqu expos exprim exclam extrapol exult félicit flatt fredonn fulmin fustig gliss grogn grommell grommel
    grinc grinç gront gémiss hasard hurl illustr imagin implor indign indiqu inform inquièt inquiét insist
    interpell interrog invit invoqu ironis jubil jug jur justifi lâch lament lanc lanç louang loue martèl martel
    maugré médit mentionn minimis modèr modér moqu murmur narr not notifi nuanc nuanç object observ opin oppos
    ordonn os parl persifl pens pest philosoph plaid plaisant pointe point posit postul précis préconis présag
    présent prévoi proclam prôn pronostiqu prononc prononç prophétis propos protest questionn racont raill raisonn
    râl rappell rappel rapport rassur réagi récapitul récit réclam recommand récus redout réfut regrett relat
    relativis relèv relev remarqu remerci renseign répèt répét répliqu résum rétorqu révèl révél revendiqu rêv
    ripost rugi ruminent salu sanglot scand sermonn siffl signal signifi somm song soulign souffl souhait soupir
    soupçonn spécifi stipul suggèr suggér susurr synthétis tacl tanc témoign tempèr tempér tempêt théoris tonn
    tranch trépign tweet vant vitupèr vitupér vocifèr vocifér écri
    """
)

#: The stems and forms that say nothing but speech: enough, a sentence away, to tell who is quoted.
PLAIN_STEMS = words(
    """
    affirm ajout assur avou chuchot clam confess confi déclam déclar dénonc dénonç déplor détaill enrag exclam expliqu
    fulmin fustig grogn hurl indign insist insurg interpell ironis lâch martel martèl murmur narr pest plaid plaisant
    protest racont raill rassur récit regrett répèt répét répliqu résum rétorqu révèl révél ripost alarm inquièt inquiét
    emport agac étonn sermonn soulign souffl soupir tempêt témoign tonn tranch chant cri désol lament parl
    """
)
PLAIN_FORMS = words(
    """
    dit disent disait disaient dira dirait redit écrit écrivent écrivait répond répondent répondait répondu répondit
    prévient préviennent prévenu avertit avertissent averti renchérit renchéri surenchérit écrie écrient sourit souri
    réjouit réjouissent souvient souviennent plaint plaignent démentit dément conclut
    """
)

ENDINGS = "er|e|ent|ait|aient|é|ée|és|ées|a|era|èrent|eront|erait"

FORMS = words(
    """
    dit disent disait disaient dira dirait dirent redit écrit écrivent écrivait décrit décrivent répond répondent
    répondait répondu répondit poursuit poursuivent poursuivait poursuivi conclut concluent concluait conclu
    reprend reprennent reprenait repris reconnaît reconnait reconnaissent reconnaissait reconnu admet admettent
    admis admettait promet promettent promis promettait prévient préviennent prévenu prévenait soutient
    soutiennent soutenu soutenait maintient maintiennent maintenu convient convenu craint craignent craignait croit
    croient croyait défend défendent défendu sourit souri rit réjouit réjouissent réjoui renchérit renchéri
    avertit avertissent averti avertissait souvient souviennent souvenu souvenait prédit prédisent contredit
    intervient interroge apprend apprennent appris entend veut voit voient sait perçoit définit garantit
    garantissent garanti surenchérit démentit dément démentent démenti rebondit rebondi applaudit applaudi
    enchérit approfondit établit établissent réfléchit réfléchi réagit réagissent réagi écrient plaint
    écrie écrient plaignent plaignait plaint émeut étend sous-entend
    lit
    """
)

#: « fait savoir », « tient à préciser », « veut croire »: a verb that lends itself to one of speech.
LIGHT_VERBS = (
    "fait",
    "font",
    "tient à",
    "tiennent à",
    "veut",
    "veulent",
    "tente de",
    "se plaît à",
    "finit par",
)
INFINITIVES = words("savoir valoir croire dire redire prévenir avertir répondre admettre reconnaître entendre")

#: Words that name the source of what follows or precedes, with no verb.
SOURCE_WORDS = (
    "selon",
    "d'après",
    "suivant",
    "dixit",
    "aux yeux de",
    "de l'avis de",
    "de l'aveu de",
    "aux dires de",
)

#: Nouns that announce speech: « ce message : », « le slogan », « la consigne ».
SPEECH_NOUNS = words(
    """
    communiqué message messages lettre courrier courriel mail tribune déclaration déclarations citation réponse aveu slogan
    slogans pancarte pancartes banderole banderoles devise refrain verdict constat formule phrase mot mots maxime
    proverbe dicton adage adresse consigne panneau affiche affiches tract tweet post publication rapport texte loi
    article titre question réaction commentaire commentaires témoignage témoignages appel cri promesse avis diagnostic
    mémo note avertissement annonce discours allocution interview entretien micro leitmotiv credo mantra argument
    reproche critique accusation conclusion conclusions inscription légende plaque chanson paroles poème livre roman
    arrêt jugement décision ordonnance décret règlement charte motion pétition sondage étude document documents
    procès-verbal sms audio enregistrement vidéo conversation échange dialogue antienne
    """
)

#: Those of them that rule and do not speak: what they say is neither « je » nor « nous ».
RULES = words(
    """
    texte loi article rapport verdict décision jugement arrêt ordonnance décret règlement charte étude document documents
    """
)
#: Those of them that announce nothing when they are of something: « l'appel d'offres », « la question du prix », « le titre de transport ».
OF_SOMETHING = words(
    """
    titre question questions appel échange étude avis annonce article post adresse mot micro document documents sondage
    publication enregistrement vidéo critique livre texte loi conclusion plaque
    """
)
#: …and those that are also what is bought or counted: « le titre a perdu un quart de sa valeur ».
COUNTED = words("titre livre livres document documents plaque article mots appel publication")
#: Before one of those nouns, it announces nothing: « s'annonce », « à l'arrêt », « a rendu son verdict », « faire appel ».
NO_SPEECH_BEFORE = r"(?:\b(?:dé)?viss\w+\s(?:leur|sa)\s|s'|\b(?:aucune?|chaque|sans)\s|\bà\sl'|\bfai\w+\s|\b(?:rend\w*|prononc\w+)\s(?:son|sa|leur|une?|le|la)\s)$"
#: Words of someone who speaks, not of a text that rules.
PERSONAL = r"\b(?:je|j'|me|m'|on|nous|notre|nos|vous|votre|vos|mon|ma|mes|c'est|ça|là-bas|ici)\b"
#: How a body or a crowd that is about to be quoted behaves: « EDF se veut rassurant », « une voix s'élève ».
ATTITUDES = (
    r"\b(?:se veu(?:t|lent)|se voulai\w+|(?:rest|demeur)\w+\s(?:très\s|plus\s)?(?:prud|serein|confian|scepti|optimi|pessimi|inflexi|évasi|méfian)\w+"
    r"|voi(?:t|ent) rouge|hauss\w+ (?:le ton|les épaules)|grond(?:e|ent|ait|aient)\b|fulmin\w+|explos\w+ de |gard\w+ (?:son|leur) (?:calme|sang-froid|sourire|espoir)|retien\w+ (?:ses|leurs|des) larmes|(?:une|des) voix|bott\w+ en touche|décol[èé]r\w+|grinc\w+|jubil\w+|savour\w+|s'impatient\w+|mont\w+ au créneau)"
)

#: Verbs of speech that are also what a thing does to people: « la fermeture inquiète le bourg ».
MOVES = r"(?:inqui[èé]t|alarm|agac|étonn|désol|emport|indign|rassur|révèl|révél|surpren)(?:e|ent|ait|aient|a|ra|ront)|(?:réjouit|réjouissent)"
