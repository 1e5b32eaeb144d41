"""What a rate is the rate of, and the words that say so of things or people. Data only: insides of patterns."""

from __future__ import annotations

#: The name of a rate, with the stems of what is counted for it, or for what it leaves.
RATES: tuple[tuple[str, str], ...] = (
    (r"occupation|remplissage|saturation", r"occup|rempli|pris|réserv|libre|vide|vacant|vendu|lou"),
    (r"vacance|inoccupation", r"vacant|vide|inoccup|occup|lou"),
    (r"réussite|succès|admission|échec", r"reçu|réuss|admis|échou|ajourn|recal|diplôm|obten|rat"),
    (
        r"participation|mobilisation|abstention",
        r"vot|particip|présent|urne|absten|absent|mobilis|grévist|répon",
    ),
    (r"présence|absentéisme|fréquentation", r"présen|absen|manqu"),
    (r"couverture|vaccination|équipement|raccordement", r"couvert|vaccin|équip|raccord|relié"),
    (r"satisfaction|approbation|adhésion|recommandation", r"satisf|approuv|favor|adhér|content|recommand"),
    (r"survie|mortalité|guérison|létalité", r"surv|mort|décéd|guér|péri"),
    (r"retour|réponse", r"répon|renvoy|retourn|rapport"),
    (
        r"conversion|transformation|recyclage|réemploi|recouvrement",
        r"convert|transform|recycl|réemploy|recouvr|pay",
    ),
    (r"embauche|insertion|emploi|chômage", r"embauch|insér|emploi|chôm|travail"),
)
