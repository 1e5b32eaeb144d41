"""French layout words that say what a line is for (data only)."""

from __future__ import annotations

from relecture.types import SegmentRole

#: What a copy writes before a colon at the start of a line, unaccented and in lower case, and the role
#: it gives to the rest of the line.
LABELS = {
    "titre": SegmentRole.HEADLINE,
    "chapo": SegmentRole.STANDFIRST,
    "chapeau": SegmentRole.STANDFIRST,
    "intertitre": SegmentRole.HEADING,
    "surtitre": SegmentRole.HEADING,
    "sous-titre": SegmentRole.STANDFIRST,
    "source": SegmentRole.SOURCE,
    "sources": SegmentRole.SOURCE,
    "source(s)": SegmentRole.SOURCE,
    "legende": SegmentRole.CAPTION,
    "photo": SegmentRole.CAPTION,
    "photos": SegmentRole.CAPTION,
    "credit": SegmentRole.CAPTION,
    "credits": SegmentRole.CAPTION,
    "credit photo": SegmentRole.CAPTION,
    "credits photo": SegmentRole.CAPTION,
    "illustration": SegmentRole.CAPTION,
    "infographie": SegmentRole.CAPTION,
}
#: Labels that are instructions to the layout, not words of the article: the label itself is masked.
INSTRUCTIONS = frozenset({"titre", "chapo", "chapeau", "intertitre", "surtitre", "sous-titre"})
#: Signs that open a credit line.
CREDIT_SIGNS = ("©", "(c)")
#: Front matter keys, unaccented and in lower case, by the name they get in ``Text.metadata``.
METADATA_KEYS = {
    "title": "title",
    "titre": "title",
    "headline": "title",
    "byline": "byline",
    "author": "byline",
    "authors": "byline",
    "auteur": "byline",
    "auteurs": "byline",
    "signature": "byline",
    "date": "published",
    "published": "published",
    "publication": "published",
    "datepublished": "published",
    "pubdate": "published",
    "lang": "language",
    "language": "language",
    "langue": "language",
}
MONTHS = {
    "janvier": 1,
    "fevrier": 2,
    "mars": 3,
    "avril": 4,
    "mai": 5,
    "juin": 6,
    "juillet": 7,
    "aout": 8,
    "septembre": 9,
    "octobre": 10,
    "novembre": 11,
    "decembre": 12,
}
#: Words that sites put in the class or id of what stands around an article.
FURNITURE_WORDS = frozenset(
    """
    nav navigation navbar menu breadcrumb breadcrumbs ariane share sharing partage social reseaux related
    relatedcontent newsletter promo promotion advert advertisement ads pub publicite sponsor cookie cookies
    consent comment comments commentaire commentaires footer sidebar recommended recommendations suggestions
    subscribe subscription paywall abonnement abonnez toolbar outbrain taboola popup modal login connexion
    pagination player skiplink skiplinks tags keywords trending popular
    """.split()
)
#: Words of a class or itemprop that say what an element is for.
STANDFIRST_WORDS = frozenset(
    "chapo chapeau standfirst lead lede dek intro introduction subtitle soustitre".split()
)
CAPTION_WORDS = frozenset("caption legende legend credit credits copyright".split())
BYLINE_WORDS = frozenset("byline author authors auteur auteurs signature dateline datetime publication".split())
#: Names of office styles, unaccented and in lower case: Word's built-in English names (the file keeps them
#: whatever the language of the program), LibreOffice's, and those that French newsrooms give.
STYLE_ROLES = {
    "title": SegmentRole.HEADLINE,
    "titre": SegmentRole.HEADLINE,
    "subtitle": SegmentRole.STANDFIRST,
    "sous-titre": SegmentRole.STANDFIRST,
    "chapo": SegmentRole.STANDFIRST,
    "chapeau": SegmentRole.STANDFIRST,
    "intertitre": SegmentRole.HEADING,
    "surtitre": SegmentRole.HEADING,
    "caption": SegmentRole.CAPTION,
    "illustration": SegmentRole.CAPTION,
    "figure": SegmentRole.CAPTION,
    "legende": SegmentRole.CAPTION,
    "quote": SegmentRole.QUOTE,
    "intense quote": SegmentRole.QUOTE,
    "quotations": SegmentRole.QUOTE,
    "citation": SegmentRole.QUOTE,
    "source": SegmentRole.SOURCE,
    "html preformatted": SegmentRole.CODE,
    "preformatted text": SegmentRole.CODE,
}
