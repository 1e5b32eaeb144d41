"""A quotation that nobody is given as saying.

Looks at quotations of five words or more that stand as a sentence of their own (« … » or "…"). A speaker
may be in the sentence or the ones around it: a verb of speech, « selon », a colon, a person or a pronoun,
a noun of speech (« le slogan »), a dash of dialogue. Silent when the paragraph before ends on a speaker's
words or introduces one, since a quotation may go on.

Admitted: quoted words inside a sentence, headlines and headings, pull quotes that repeat the article,
interviews (a question before each answer), readers' voices listed one a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.around import any_of
from relecture.checks.base import Rule, evidence, finding
from relecture.checks.names import names
from relecture.checks.prose import paragraph_around, paragraphs, sentences
from relecture.checks.speech import announced, plain_verb, source, verb
from relecture.fr.people import ENDINGS, INANIMATE, NOUNS
from relecture.settings import Settings
from relecture.types import Article, Finding, Label, SegmentRole, Severity, Span

RULE = Rule(
    slug="unattributed-quote",
    code="Q02",
    family="Q",
    severity=Severity.CHECK,
    title={"fr": "Citation sans auteur", "en": "Quotation without a speaker"},
    why={
        "fr": "Le lecteur doit savoir qui parle : une citation sans auteur ne se vérifie pas.",
        "en": "A reader must know who speaks: a quotation without a speaker cannot be checked.",
    },
    messages={
        "default": {
            "fr": "À qui attribuer cette citation ? Rien autour ne dit qui parle.",
            "en": "Whose words are these? Nothing around says who speaks.",
        },
    },
    flagged=(
        "Le loyer a doublé en deux ans. « Les propriétaires profitent de la situation. » À Brest, la file s’allonge.",
        "« La forêt ne s’en remettra pas avant un siècle. »\n\nLa sécheresse a vidé les étangs.",
        'Les trains sont en retard. "Le matériel est à bout de souffle depuis des mois." Le trafic reprendra mardi.',
    ),
    accepted=(
        "Le loyer a doublé en deux ans. « Les propriétaires profitent de la situation », déplore Malik Benna. À Brest, la file s’allonge.",
        "Selon la région, « la marge est suffisante pour passer l’hiver ».",
        "Un « pataquès » administratif retarde le chantier.",
        "La pancarte était claire : « Ici commence la réserve, merci de rester sur le sentier. »",
        "L’éleveuse hausse les épaules. « On fera comme chaque année, avec ce qu’on aura. »",
    ),
    false_positives=(
        "Un personnage installé plusieurs paragraphes plus haut, dont la parole continue.",
        "Un texte de loi ou une chanson cités sans annonce.",
    ),
)

_MIN_WORDS = 5


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"«[^«»\n]{12,600}»|“[^“”\n]{12,600}”|\"[^\"\n]{12,600}\"")


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:il|elle|ils|elles|lui|celui-ci|celle-ci|l'un|l'une|certains|d'autres|beaucoup|quelqu'un|j'|je|nous)(?!\w)",
        re.I,
    )


@cache
def _human() -> re.Pattern[str]:
    # Who may speak without a name: « l'éleveuse hausse les épaules ».
    determiner = r"(?:le|la|l'|un|une|les|des|cette?|cet|ce|son|sa|ses|leurs?|deux|trois|au|du|aux)"
    before = r"(?:jeune|vieille|vieux|petit|petite|ancien|ancienne|même|autre)"
    noun = rf"(?P<noun>{any_of(NOUNS)}|\w{{2,20}}(?:{'|'.join(ENDINGS)}))"
    return re.compile(rf"(?<!\w){determiner}\s?(?:{before}\s)?{noun}(?!\w)", re.I)


def _someone(text: str) -> bool:
    return any(m["noun"].lower() not in INANIMATE for m in _human().finditer(text))


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a free-standing quotation with no speaker in reach."""
    prose = article.text.prose
    if _interview(prose):
        return
    seen: list[str] = []
    for match in _quotation().finditer(prose):
        span = Span(match.start(), match.end())
        words = re.findall(r"\w[\w'-]*", match.group())
        text = " ".join(words).lower()
        repeated = any(text in other for other in seen)
        seen.append(text)
        if len(words) < _MIN_WORDS or repeated or not _stands_alone(article, span) or _spoken(article, span):
            continue
        yield finding(RULE, settings, [evidence(article, span, "citation")], confidence=0.85)


def _stands_alone(article: Article, span: Span) -> bool:
    """True for a quotation that opens and ends as a sentence does, in the body."""
    prose = article.text.prose
    segment = article.text.segment_at(span.start)
    if segment is not None and segment.role in {SegmentRole.HEADLINE, SegmentRole.HEADING, SegmentRole.CAPTION}:
        return False
    paragraph = paragraph_around(prose, span)
    if paragraph == paragraphs(prose)[0] and span.contains(paragraph):
        return False if not re.search(r"[.!?…]\s?[»”\"]?$", paragraph.of(prose)) else len(paragraphs(prose)) > 1
    lead = prose[paragraph.start : span.start].rstrip()
    opens = not lead or lead[-1] in ".!?…»”"
    inside = prose[span.start : span.end].rstrip('»”" ')
    tail = prose[span.end : paragraph.end].strip()
    ends = inside[-1:] in ".!?…" or tail[:1] in {".", "!", "?", "…"} or not tail
    return opens and ends and (not tail or tail[0] in ".!?…«" or tail[0].isupper() or inside[-1:] in ".")


def _spoken(article: Article, span: Span) -> bool:
    """True when something within reach may be the speaker."""
    prose = article.text.prose
    tail = _tail(prose, span)
    if verb().search(tail.of(prose)):
        return True
    patterns = (plain_verb(), source(), announced(), _pronoun())
    for stretch in (tail, *_neighbours(prose, span)):
        text = stretch.of(prose)
        if any(pattern.search(text) for pattern in patterns) or text.rstrip().endswith(":"):
            return True
        if _someone(text) or _named(article, stretch):
            return True
    return False


def _tail(prose: str, span: Span) -> Span:
    """The rest of the quotation's sentence; that of the next quotation when it follows at once."""
    end = span.end
    while following := _quotation().match(prose, end + len(prose[end:]) - len(prose[end:].lstrip(" "))):
        end = following.end()
    rest = re.match(r"\s?[,a-zà-ÿ–—(][^.!?…\n]*", prose[end:])
    return Span(end, end + (rest.end() if rest else 0))


def _neighbours(prose: str, span: Span) -> list[Span]:
    """What may name a speaker: two sentences before and one after, in the paragraph.

    A quotation that opens its paragraph may go on from the paragraph before, the headline left out.
    """
    paragraph = paragraph_around(prose, span)
    before = [s for s in sentences(prose) if s.end <= span.start]
    near = [s for s in before if paragraph.contains(s)][-2:]
    if not near:
        earlier = [p for p in paragraphs(prose) if p.end <= paragraph.start]
        near = [s for s in before if len(earlier) > 1 and earlier[-1].contains(s)]
    alone = not prose[paragraph.start : span.start].strip() and not prose[span.end : paragraph.end].strip(" .")
    return near + [s for s in sentences(prose) if s.start >= span.end and (alone or paragraph.contains(s))][:1]


def _named(article: Article, stretch: Span) -> bool:
    """True when a person is named: by the model, by a civility or by first name and surname."""
    people = [m.span for e in article.entities if e.label is Label.PER for m in e.mentions]
    if any(stretch.contains(p) for p in people):
        return True
    return any(stretch.contains(n.span) and (n.civil or len(n.words) > 1) for n in names(article.text.prose))


def _interview(prose: str) -> bool:
    """True for questions and answers: several paragraphs that are one question."""
    return sum(p.of(prose).rstrip().endswith("?") and len(p) < 240 for p in paragraphs(prose)) >= 3
