"""Outcomes that exclude each other: who is admitted is not failed. Data only: the insides of regular expressions."""

from __future__ import annotations

#: A preposition that nothing follows.
_ALONE = r"(?= ?$| ?[,.]| et\b)"
#: Each group holds the outcomes among which people or things are shared out, an outcome being a pattern.
OUTCOMES: tuple[tuple[str, ...], ...] = (
    (r"reçue?s?|admise?s?|diplômée?s?", r"ajournée?s?|recalée?s?|refusée?s?|éliminée?s?|échou\w+"),
    (r"termin\w+|fini\w*|boucl\w+|franchi\w*|ralli\w+", r"abandonn\w+|renonc\w+|jet\w+ l'éponge"),
    (r"indemnes?|saine?s? et sau\w+", r"bless\w+", r"morte?s?|tuée?s?|péri\w*|décéd\w+|noyée?s?"),
    (r"secourue?s?|sauvée?s?|rescapée?s?|survi\w+", r"morte?s?|tuée?s?|péri\w*|décéd\w+|noyée?s?"),
    (
        rf"pour{_ALONE}|favorables?|oui{_ALONE}",
        rf"contre{_ALONE}|défavorables?|opposée?s?|non{_ALONE}",
        r"abst\w+",
    ),
    (r"condamnée?s?", r"relaxée?s?|acquittée?s?"),
    (r"écrouée?s?|incarcérée?s?", r"libérée?s?|relâchée?s?|remise?s? en liberté"),
    (r"victoires?|succès", r"défaites?|revers", r"nuls?"),
    (r"présente?s?", r"absente?s?"),
    (r"positi(?:f|ve)s?", r"négati(?:f|ve)s?"),
    (
        r"acceptée?s?|accept(?:e|ent|é)|dit oui|retenue?s?",
        r"refusée?s?|refus(?:e|ent|é)|rejetée?s?|dit non|écartée?s?|déclin\w+",
    ),
    (r"ouverte?s?", r"fermée?s?|closes?"),
    (r"vendue?s?", r"invendue?s?"),
    (r"filles?|femmes?|étudiantes?", r"garçons?|hommes?|étudiants"),
    (r"conserv\w+|gardée?s?|maintenue?s?", r"supprim\w+|détrui\w+|perdue?s?"),
)
#: What the whole counts, for the outcomes whose sentences count other things too: a season is neither won nor lost.
PLAYED = frozenset("match rencontre partie journée sortie combat duel confrontation".split())
#: The group of `OUTCOMES` that they go with.
RESULTS = next(n for n, poles in enumerate(OUTCOMES) if "victoire" in poles[0])
#: So many outcomes leave nothing else.
COMPLETE = 3
