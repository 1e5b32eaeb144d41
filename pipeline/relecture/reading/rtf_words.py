"""The control words of RTF 1.9.1 that matter to a reader of the text (data only)."""

from __future__ import annotations

#: Groups whose text is not the article's.
SKIPPED = frozenset(
    """
    annotation atnauthor atndate atnicn atnid atnparent atnref atntime author bkmkend bkmkstart blipuid
    buptim category colorschememapping colortbl comment company creatim datafield datastore defchp defpap do
    docvar falt fchars filetbl footer footerf footerl footerr footnote ftncn ftnsep ftnsepc generator header
    headerf headerl headerr hlinkbase keywords latentstyles lchars levelnumbers leveltext listoverridetable
    listtable listtext manager mmath nonshppict objdata object operator panose passwordhash pgptbl picprop
    pict pntext pntxta pntxtb printim private revtbl revtim rsidtbl rxe shppict sp subject tc template
    themedata upr userprops vern wgrffmtfilter xe xmlnstbl
    """.split()
)
#: Words that stand for one character.
CHARACTERS = {
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "tab": "\t",
    "cell": "\t",
    "nestcell": "\t",
}
#: Control symbols that stand for one character; ``\\-`` is an optional hyphen, never shown.
SYMBOLS = {"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\"}
#: Words that end a paragraph.
PARAGRAPH_ENDS = frozenset({"par", "sect", "page", "column", "row", "nestrow"})
#: Windows character sets of fonts (``\\fcharset``) by Python codec; others are read in the document's.
FONT_CODECS = {
    77: "mac-roman",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    186: "cp1257",
    204: "cp1251",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
DOCUMENT_CODECS = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
