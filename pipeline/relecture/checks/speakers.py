"""Who may be speaking around a quotation: a verb of speech, « selon », a name, a pronoun, a noun of people or of speech.

Nothing here says that someone does speak: only that a reader may take them for who is quoted.
"""

from __future__ import annotations

import re
from functools import cache

from relecture.checks.named_people import collective, named, place_name, speaks
from relecture.checks.names import names
from relecture.checks.prose import paragraph_around, paragraphs, sentences
from relecture.checks.saying import says
from relecture.checks.speech import announced, source, verb, verb_pattern
from relecture.checks.taken_up_within import takes_up_its_own
from relecture.fr.people import ABSENT, LEFT, OF_A_TEXT, UNDERGO
from relecture.fr.speech_verbs import ATTITUDES, COUNTED, NO_SPEECH_BEFORE, OF_SOMETHING, PERSONAL, RULES
from relecture.fr.words import words
from relecture.types import Article, Kind, Label, Span

_MEASURED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.RATE})
_PLURAL = words("les des ces ses leurs aux deux trois")


def spoken(article: Article, span: Span, tail: Span) -> bool:
    """True when something within reach of the quotation *span*, whose sentence ends with *tail*, may be the speaker."""
    prose = article.text.prose
    if verb().search(tail.of(prose)):
        return True
    if named(article, Span(paragraph_around(prose, span).start, span.start)):
        return True
    of_one = _first_person().search(prose, span.start, span.end) is not None
    for stretch in (tail, *_neighbours(prose, span)):
        text = stretch.of(prose)
        follows = stretch.start > tail.end
        if (
            says(text)
            or (not follows and _attitude().search(text))
            or _taken_up(article, span, stretch, follows)
            or text.rstrip().endswith(":")
        ):
            return True
        if _sourced(article, stretch) or _announces(article, span, stretch, follows):
            return True
        if someone(article, stretch, follows, of_one=of_one) or named(article, stretch):
            return True
    return False


@cache
def _impersonal() -> re.Pattern[str]:
    # « a-t-il été répondu », « est-il précisé »: words that are given to no one.
    return re.compile(rf"[\s,]+(?:(?:a|avait)-t-il été|(?:est|était)-il)\s(?:\w+ment\s)?(?={verb_pattern()})")


@cache
def _by_pronoun() -> re.Pattern[str]:
    return re.compile(r"[\s,]+(?:[\w']+\s){0,3}[\w']+-(?:t-)?(?:il|elle)\b")


@cache
def _first_person() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:je\s|j'|mon\s|ma\s|mes\s)", re.I)


@cache
def _several() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:on\s|nous\s|notre\s|nos\s)", re.I)


def orphan(article: Article, span: Span, tail: Span) -> bool:
    """True when the verb of speech of *tail* has no one for a subject.

    It is impersonal; or its subject is a pronoun, that of someone who says « je » (or « on », where no body was named), and no one was
    named before.
    """
    prose = article.text.prose
    rest = Span(tail.start, tail.start)
    if _impersonal().match(prose, tail.start, tail.end):
        return not (
            _announces(article, span, tail, False) or named(article, tail) or someone(article, tail)
        ) and (not spoken(article, span, rest))
    before = Span(0, span.start)
    alone = _by_pronoun().match(prose, tail.start, tail.end) and (
        _first_person().search(prose, span.start, span.end)
        or (_several().search(prose, span.start, span.end) and not collective(article, before))
    )
    return (
        bool(alone)
        and nobody(article, before)
        and not named(article, before)
        and not spoken(article, span, rest)
    )


def _neighbours(prose: str, span: Span) -> list[Span]:
    """What may name a speaker: two sentences before and one after, in the paragraph.

    A quotation that opens its paragraph may go on from the paragraph before, the headline left out.
    """
    paragraph = paragraph_around(prose, span)
    before = [s for s in sentences(prose) if s.end <= span.start]
    near = [s for s in before if paragraph.contains(s)][-2:]
    if not near:
        earlier = [p for p in paragraphs(prose) if p.end <= paragraph.start]
        near = [s for s in before if len(earlier) > 1 and earlier[-1].contains(s)][-2:]
    alone = not prose[paragraph.start : span.start].strip() and not prose[span.end : paragraph.end].strip(" .")
    return near + [s for s in sentences(prose) if s.start >= span.end and (alone or paragraph.contains(s))][:1]


@cache
def _pronoun() -> re.Pattern[str]:
    impersonal = (
        r"(?:n'|ne\s|en\s|y\s|s')*(?:fau[td]|fall|a\b|avait|aura|agi|reste|pleu|neige|suffi|manque|sembl)"
    )
    return re.compile(
        rf"(?<!\w)(?:il(?!\s{impersonal})|elle|ils|elles|lui|celui-ci|celle-ci|l'un|l'une|certains|d'autres|beaucoup|(?:ceux|celles)\squi"
        r"|quelqu'un|j'|je|nous)(?!\w)",
        re.I,
    )


@cache
def _human() -> re.Pattern[str]:
    # Who may speak without a name: « l'éleveuse hausse les épaules ».
    determiner = (
        r"(?P<determiner>le|la|l'|un|une|les|des|cette?|cet|ces?|son|sa|ses|leurs?|deux|trois|au|du|aux)"
    )
    before = r"(?:jeune|vieille|vieux|petit|petite|ancien|ancienne|même|autre)"
    noun = r"(?P<noun>[\w-]{2,24})"
    return re.compile(
        rf"(?<!\w)(?P<among>chez\s|parmi\s|côté\s)?{determiner}(?:\s|(?<='))(?:{before}\s)?{noun}", re.I
    )


def inhabitant(match: re.Match[str]) -> bool:
    """True for someone by where they are from: « le Liégeois », « l'Italienne »."""
    noun = match["noun"]
    one = match["determiner"].lower() not in _PLURAL
    return (
        one
        and noun[0].isupper()
        and noun.endswith(("ois", "oise", "ais", "aise", "ien", "ienne", "ain", "aine"))
    )


@cache
def _undergo() -> re.Pattern[str]:
    return re.compile(UNDERGO, re.I)


@cache
def _in_the_manner() -> re.Pattern[str]:
    # « un théâtre à l'italienne », « un jardin à la française »
    return re.compile(r"(?<!\w)à\s(?:la\s|l')[a-zà-ÿ]+(?:ienne|aine|aise|oise)$")


@cache
def _set_apart() -> re.Pattern[str]:
    # « Le constructeur, lui, invoque un retard »: someone else than who has just been quoted.
    return re.compile(r"(?:\s[\w'-]+){0,5},\s(?:lui|elle|eux|elles|pour sa part|de son côté)(?:-mêmes?)?,")


@cache
def _absent() -> re.Pattern[str]:
    return re.compile(ABSENT, re.I)


@cache
def _left() -> re.Pattern[str]:
    return re.compile(LEFT, re.I)


def _sized(article: Article, noun: Span) -> bool:
    """True for what a measure sizes: « l'électrolyseur de 20 MW »."""
    prose = article.text.prose
    if not prose.startswith(" de ", noun.end):
        return False
    at = noun.end + len(" de ")
    return any(q.span.start == at and q.kind is Kind.MEASURE for q in article.quantities)


def someone(article: Article, stretch: Span, follows: bool = False, *, of_one: bool = False) -> bool:
    """True when a common noun of *stretch* may be who speaks; in what *follows* a quotation, the subject only.

    Several people who are the object of the verb (« la taxe ruine les éleveurs »), or the subject of a figure
    (« les analystes prévoient 110 euros »), have not been given the floor; nor have those who are lacking, nor several who
    have left when the words are *of_one*, who says « je ».
    """
    prose = article.text.prose
    verb_at = next(
        (t.span.start for t in article.tokens if t.pos in {"VERB", "AUX"} and stretch.contains(t.span)),
        stretch.end,
    )
    measured = any(q.base_kind in _MEASURED for q in article.quantities_in(stretch))
    answers = follows and not _attitude().search(prose, stretch.start, stretch.end)
    for match in _human().finditer(prose, stretch.start, stretch.end):
        noun = Span(*match.span("noun"))
        if not (speaks(match["noun"], answers) or inhabitant(match)) or place_name(article, noun):
            continue
        if _in_the_manner().search(prose, max(0, match.start() - 3), match.end()):
            continue
        if follows and (
            _undergo().match(prose, match.end(), stretch.end) or _set_apart().match(prose, match.end())
        ):
            continue
        if _absent().match(prose, match.end(), stretch.end):
            continue
        if _sized(article, noun):
            continue
        several = match["determiner"].lower() in _PLURAL
        if of_one and several and _left().match(prose, match.end(), stretch.end):
            continue
        subject = match.start() < verb_at
        alone = match["determiner"].lower() not in _PLURAL or match["among"] is not None
        if (alone and (subject or not follows)) or (subject and not measured):
            return True
    return False


def _sourced(article: Article, stretch: Span) -> bool:
    """« selon la région », but not « selon la météo »: what follows may speak."""
    prose = article.text.prose
    for match in source().finditer(prose, stretch.start, stretch.end):
        after = Span(match.end(), min(stretch.end, match.end() + 60))
        known = any(after.contains(n.span) for n in names(prose))
        if known or someone(article, after) or announced().search(after.of(prose)):
            return True
    return False


@cache
def _attitude() -> re.Pattern[str]:
    return re.compile(ATTITUDES, re.I)


@cache
def _of_a_text() -> re.Pattern[str]:
    return re.compile(rf"\s(?:n'|ne\s)?{OF_A_TEXT}")


@cache
def _future() -> re.Pattern[str]:
    return re.compile(r"\b\w{2,}r(?:a|ont)\b")


def _taken_up(article: Article, span: Span, stretch: Span, follows: bool) -> bool:
    """True when a pronoun of *stretch* may be who speaks.

    After the quotation, « les aides, elles, … » takes up its own subject, and « il rouvrira en mai » a thing, when
    the text has named no one before; so does « le club joue son maintien : il compte cinq points ».
    """
    prose = article.text.prose
    for match in _pronoun().finditer(prose, stretch.start, stretch.end):
        if takes_up_its_own(prose, stretch, match, things=not follows):
            continue
        if not follows:
            return True
        apposed = prose.endswith(", ", 0, match.start()) and prose.startswith(",", match.end())
        thing = (
            _of_a_text().match(prose, match.end(), stretch.end)
            or _future().search(prose, match.end(), stretch.end)
            or any(q.base_kind in _MEASURED for q in article.quantities_in(stretch))
        )
        if not apposed and not (thing and nobody(article, Span(0, span.start))):
            return True
    return False


def nobody(article: Article, stretch: Span) -> bool:
    """True when *stretch* names no person, by name or by what they do."""
    prose = article.text.prose
    known = any(
        e.label is Label.PER and any(stretch.contains(m.span) for m in e.mentions) for e in article.entities
    )
    return not known and not any(
        speaks(m["noun"], follows=False) or inhabitant(m)
        for m in _human().finditer(prose, stretch.start, stretch.end)
    )


@cache
def _personal() -> re.Pattern[str]:
    return re.compile(PERSONAL, re.I)


@cache
def _no_speech() -> re.Pattern[str]:
    return re.compile(NO_SPEECH_BEFORE, re.I)


@cache
def _of_something() -> re.Pattern[str]:
    return re.compile(r"\s(?:de|du|des|d')\b|\sd'")


@cache
def _newly() -> re.Pattern[str]:
    # « Une pétition circule » brings in something new: it takes up no words just quoted.
    return re.compile(r"\b(?:une?|des|deux|trois|quatre|plusieurs)\s(?:\w+\s)?$", re.I)


def _announces(article: Article, span: Span, stretch: Span, follows: bool) -> bool:
    """True for a noun of speech; after the quotation it must open the sentence (« La formule est de… »).

    A text that rules (« la loi ») announces what it says, not words like « c'est » or « nous », nor what it will do.
    """
    text, quoted = stretch.of(article.text.prose), span.of(article.text.prose)
    counted = any(q.base_kind in _MEASURED for q in article.quantities_in(stretch))
    for match in announced().finditer(text):
        word, before = match.group().lower(), text[: match.start()]
        if _no_speech().search(before) or (word in OF_SOMETHING and _of_something().match(text, match.end())):
            continue
        if (follows and (before.count(" ") > 1 or _newly().search(before))) or (counted and word in COUNTED):
            continue
        rules = word in RULES
        if not rules or not (follows or _future().search(text, match.end()) or _personal().search(quoted)):
            return True
    return False
