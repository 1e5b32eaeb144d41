"""The French verbs and nouns of variation, division and total that relations are read from. Data only.

Each constant is the inside of a regular expression over lower-case text.
"""

from __future__ import annotations

#: Stems that say that a value grows, then that it shrinks (verbs, nouns, adjectives).
RISE = (
    r"hausses?|crû|augment\w*|progress\w*|cro[iî](?:t|tre|ssent|ssait|ssance)|accr(?:oi\w*|ue?s?)|grimp\w*|bondi\w*|bonds?\b|"
    r"s'envol\w*|envol\w*|explos\w*|montée?s?|monte(?:nt|r)?\b|gagn\w+|gains?\b|relev\w+|relèv\w+|s'élarg\w+|gonfl\w+|grossi\w*|"
    r"flamb\w+|rebond\w*|doubl\w+|tripl\w+|quadrupl\w+|quintupl\w+|décupl\w+|renchéri\w*|majorations?|major\w+|"
    r"s'accél\w+|s'alourdi\w*|alourdi\w*|s'appréci\w+|s'est étoffé\w*|dopé\w*|surcoût|renforc\w+|élév(?:ation|er)\w*|"
    r"regagn\w+|de plus|supplémentaires?|en plus|plus élevé\w*|a pris"
)
FALL = (
    r"baiss\w*|recul\w*|diminu\w*|chut\w*|rédui\w+|réduction\w*|tomb\w+|retomb\w+|per(?:d|te|du)\w*|repli\w*|replié\w*|"
    r"dégringol\w*|plong\w+|plongeon|s'effondr\w+|effondr\w+|descen\w+|ramen\w+|ramèn\w+|abaiss\w*|rétréci\w*|fondre\b|fondu\b|fondent\b|"
    r"cède\w*|cédé\w*|lâche\w*|lâché\w*|décro[iî]\w*|décru\w*|contract\w+|fléchi\w*|s'allèg\w+|allég\w+|rabais|remises?|"
    r"économi\w+|de moins|en moins|divis\w+|dégonfl\w+|s'étiol\w+|s'érod\w+|érosion|dévale\w+|dévalu\w+|amput\w+|sabr\w+|"
    r"moins élevé\w*|raccourci\w*|écourt\w+|ralenti\w*|comprim\w+|coup\w+ "
)
#: Verbs that only say that a value moves.
MOVE = r"pass(?:e|ent|é|ée|és|ées|er|era|eront|ait|aient|erait|ant)\b|évolu\w+|gliss\w+|port(?:é|ée|és|ées|er|ant|era)\b|transform\w+|vari\w+|révis\w+|revu\w*"
#: Nouns whose fall is good news or whose value is itself a fall: their direction is not judged.
NEGATIVE = r"baisses?|recul|déficits?|pertes?|dettes?|chute|endettement|solde|repli|contraction|ralentissement|inflation négative"
#: The words for a multiple, with its value.
MULTIPLES: tuple[tuple[str, int], ...] = (
    (r"doubl(?:e|é|ée|és|ées|er|era|ent|ant|ait|eront|erait|ement)?", 2),
    (r"tripl(?:e|é|ée|és|ées|er|era|ent|ant|ait|eront|erait|ement)?", 3),
    (r"quadrupl(?:e|é|ée|és|ées|er|era|ent|ant|ait|eront|erait|ement)?", 4),
    (r"quintupl(?:e|é|ée|és|ées|er|era|ent|ant|ait|eront|erait|ement)?", 5),
    (r"sextupl(?:e|é|ée|és|ées|er|era|ent|ant|ait|eront|erait|ement)?", 6),
    (r"décupl(?:e|é|ée|és|ées|er|era|ent|ant|ait|eront|erait|ement)?", 10),
)
#: Openings that announce a total, and closings that confirm one.
TOTAL = (
    r"(?:soit|pour|donnant|formant|totalisant|portant|atteignant|représentant|ce qui (?:fait|donne|porte|représente))?"
    r",? ?(?:un|une|le|au|en)? ?(?:total(?:ité)?|ensemble|tout|cumul)(?: général| cumulé)? ?(?:de|d'|à|:|est de|s'élève à|atteint)? ?"
)
#: Open lists and inclusion: the parts need not make up the whole.
OPEN = (
    r"dont|notamment|entre autres|parmi lesquel\w*|y compris|etc|par exemple|principalement|surtout|en particulier|"
    r"au moins|comme|tels? que|telles? que|essentiellement|jusqu'à|environ la moitié|certain\w+"
)
