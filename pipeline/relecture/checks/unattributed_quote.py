"""A quotation that nobody is given as saying.

Looks at quotations of five words or more that stand as a sentence of their own (« … » or "…"). A speaker
may be in the sentence or the ones around it: a verb of speech, « selon », a colon, a person or a pronoun,
a noun of speech (« le slogan »), a dash of dialogue. Silent when the paragraph before ends on a speaker's
words or introduces one, since a quotation may go on.

So is « Le constat est sévère : « … » » where no one has been named, and a headline of someone's words (« On travaille à
perte ») that the text neither repeats nor gives to anyone.

Admitted: quoted words inside a sentence, other headlines and headings, pull quotes that repeat the article,
interviews (a question before each answer), readers' voices listed one a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.base import Rule, evidence, finding
from relecture.checks.prose import paragraph_around, paragraphs
from relecture.checks.speakers import nobody, orphan, spoken
from relecture.checks.speech import incise, verb, verb_pattern
from relecture.checks.untold import unowned, untold
from relecture.settings import Settings
from relecture.types import Article, Finding, SegmentRole, Severity, Span

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
#: …in one that is a sentence with its stop.
_MIN_SENTENCE = 4
#: How far, in characters, the speaker of a quotation may still be the one who is quoted.
_GOES_ON = 250


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"«[^«»\n]{12,600}»|“[^“”\n]{12,600}”|\"[^\"\n]{12,600}\"")


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a free-standing quotation with no speaker in reach."""
    prose = article.text.prose
    if _interview(prose):
        return
    seen: list[str] = []
    speaker_until = -1
    portrayed = False
    first: Span | None = None
    for match in _quotation().finditer(prose):
        span = Span(match.start(), match.end())
        first = first or span
        said = re.findall(r"\w[\w'-]*", match.group())
        text = " ".join(said).lower()
        repeated = any(text in other for other in seen)
        seen.append(text)
        tail = _tail(prose, span)
        if portrayed:
            continue
        # « observe-t-il »: the article follows one person, whose words need no more telling.
        portrayed = _by_him().search(prose, span.start, tail.end) is not None and not orphan(
            article, span, tail
        )
        if len(tail) and verb().search(prose, tail.start, tail.end):
            if len(said) >= _MIN_WORDS and span.start > speaker_until and orphan(article, span, tail):
                yield finding(RULE, settings, [evidence(article, span, "citation")], confidence=0.85)
            speaker_until = span.end + _GOES_ON
        elif span.start <= speaker_until or repeated or _said_inside(prose, span):
            continue
        elif (
            len(said) >= (_MIN_SENTENCE if _sentence_ends(match.group()) else _MIN_WORDS)
            and _stands_alone(article, span)
            and not spoken(article, span, tail)
        ) or unowned(article, span, tail):
            yield finding(RULE, settings, [evidence(article, span, "citation")], confidence=0.85)
    if first is not None and len(seen) == 1 and untold(article, first):
        yield finding(RULE, settings, [evidence(article, first, "citation")], confidence=0.8)


def _sentence_ends(quoted: str) -> bool:
    return quoted[:-1].rstrip()[-1:] in {".", "!", "?", "…"}


@cache
def _by_him() -> re.Pattern[str]:
    return re.compile(rf",\s(?:s')?{verb_pattern()}-(?:t-)?(?:il|elle)\b")


def _said_inside(prose: str, span: Span) -> bool:
    """« "Je n'ai pas dormi, raconte l'éclusier, mais…" »: the incise stands within the marks."""
    return incise().search(prose, span.start, span.end) is not None


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
    if lead[-1:] in {"–", "—"} and lead[:-1].strip():  # a dash within a paragraph is none of a dialogue
        lead = lead[:-1].rstrip()
    opens = not lead or lead[-1] in ".!?…»”" or (_goes_on(lead) and _nobody_spoke(article, span.start))
    inside = prose[span.start : span.end].rstrip('»”" ')
    tail = prose[span.end : paragraph.end].strip()
    ends = inside[-1:] in ".!?…" or tail[:1] in {".", "!", "?", "…"} or not tail
    return opens and ends and (not tail or tail[0] in ".!?…«" or tail[0].isupper() or inside[-1:] in ".")


def _nobody_spoke(article: Article, until: int) -> bool:
    return nobody(article, Span(0, until)) and verb().search(article.text.prose, 0, until - 20) is None


def _goes_on(lead: str) -> bool:
    """« Et d'ajouter : »: who speaks was to be said before."""
    return re.search(r"(?:^|[.!?…»”]\s?)Et d(?:e\s|')\w+(?:er|ir|re)\s?:$", lead) is not None


def _tail(prose: str, span: Span) -> Span:
    """The rest of the quotation's sentence; that of the next quotation when it follows at once."""
    end = span.end
    while following := _next_quotation().match(prose, end):
        end = following.end()
    rest = _rest().match(prose, end)
    return Span(end, rest.end() if rest else end)


@cache
def _next_quotation() -> re.Pattern[str]:
    return re.compile(rf"\ *(?:{_quotation().pattern})")


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(r"\s?[,a-zà-ÿ–—(][^.!?…\n]*")


def _interview(prose: str) -> bool:
    """True for questions and answers: several paragraphs that are one question."""
    return sum(p.of(prose).rstrip().endswith("?") and len(p) < 240 for p in paragraphs(prose)) >= 3
