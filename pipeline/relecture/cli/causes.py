"""Why something failed, in French: the system and the batch give their reasons in English.

The manifest and the exceptions keep the English words, which do not depend on who reads them.
"""

from __future__ import annotations

import errno
import os
import re

_SYSTEM = {
    errno.ENOSPC: "plus de place sur le disque",
    errno.EDQUOT: "quota de disque atteint",
    errno.EROFS: "système de fichiers en lecture seule",
    errno.EACCES: "permission refusée",
    errno.EPERM: "opération interdite",
    errno.ENOENT: "fichier ou dossier introuvable",
    errno.EISDIR: "c’est un dossier",
    errno.ENOTDIR: "ce n’est pas un dossier",
    errno.EEXIST: "ce nom est déjà pris",
    errno.ELOOP: "lien symbolique sans fin",
    errno.ENAMETOOLONG: "nom de fichier trop long",
    errno.EMFILE: "trop de fichiers ouverts",
    errno.EIO: "erreur d’entrée-sortie",
}
#: Patterns of whole reasons, in the order in which they are tried.
_REASONS = (
    (r"not done after (.+) s", r"pas fini après \1 s"),
    (r"out of memory \(limit (\d+) MB\)", r"mémoire épuisée (limite : \1 Mo)"),
    (r"its worker was ended by (?:signal )?(\w+)", r"son processus a été arrêté (signal \1)"),
    (r"its worker ended with code (\S+)", r"son processus s’est arrêté (code \1)"),
    (r"its worker was lost", "son processus a disparu"),
    (r"the article is no longer there", "l’article n’y est plus"),
    (r"the file is empty", "le fichier est vide"),
    (r"no article in this folder \(known: (.*)\)", r"aucun article dans ce dossier (lus : \1)"),
    (r"no file matches this pattern", "aucun fichier ne correspond à ce motif"),
    (r"another run is writing there", "une autre exécution y écrit déjà"),
    (r"database or disk is full", "plus de place sur le disque"),
    (r"attempt to write a readonly database", "l’index est en lecture seule"),
    (r"unable to open database file", "l’index ne peut pas être ouvert"),
    (r"disk I/O error", "erreur d’entrée-sortie"),
)
_TABLE = tuple(
    (re.compile(rf"(?:(?<=: )|^){pattern}$"), french)
    for pattern, french in (*((re.escape(os.strerror(n)), words) for n, words in _SYSTEM.items()), *_REASONS)
)


def said(reason: str, lang: str) -> str:
    """*reason*, a cause or « where: cause », in *lang* (``fr`` or ``en``); as it is when it has no French."""
    if lang != "fr":
        return reason
    for pattern, french in _TABLE:
        if pattern.search(reason):
            return pattern.sub(french, reason)
    return reason
