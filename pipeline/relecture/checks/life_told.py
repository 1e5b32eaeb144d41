"""One person's birth, another date and an age, wherever they stand in a paragraph, and whatever the words.

An age is of *then* (« à 18 ans », « elle en avait 49 », « l'année de ses 51 ans ») or of *now* (« aujourd'hui âgé de 44 ans »,
« l'accusé, 44 ans, »). One of then goes with the only date of its clause, when the clause has one verb: nothing else
can have happened that year. One of now is held against the day of the news, and against the years to come, in which no one
has lived yet. Nobody else may have come up between.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from relecture.checks.age_gaps import Elapsed
from relecture.checks.age_spans import one_named
from relecture.checks.aged_then import Aged, candles
from relecture.checks.ages import Age, ages, told_ages
from relecture.checks.births import DatedAge, allowed, births
from relecture.checks.calendar import LATEST, Dated, dated
from relecture.checks.named_people import speaks
from relecture.checks.prose import paragraph_around, preceding, sentence_around
from relecture.fr.time_words import HARMED, NOT_AN_AGE, SOMEONE_ELSE
from relecture.memo import kept
from relecture.types import Article, Span, Token

#: Years that one figure miscopied in an age takes or adds.
_SLIP = 10
#: Dates without which no age can be held.
_BIRTH_AND_DATE = 2
#: The farthest back that the words which make years an age may begin, in characters.
_BEFORE = 48
#: Finite verbs of a clause, and of one with « lorsque », which tells one moment twice.
_ONE_MOMENT = 1
_TWO_AGES = 2
#: What may cut two clauses, in characters, with its blanks.
_CUT = 3


@dataclass(frozen=True, slots=True)
class Told:
    """An age of someone, its clause, and whether it is that of the day of the text."""

    age: Age
    clause: Span
    now: bool


@cache
def _then() -> re.Pattern[str]:
    only = r"(?:l'âge\sde\s|seulement\s|à\speine\s|tout\sjuste\s|déjà\s|que\s|presque\s)?"
    return re.compile(
        rf"(?<!jusqu')(?<!ans\s)(?<!\d\s)\bà\s{only}$"
        rf"|\b(?:venait|allait|venais)\s(?:d'|de\s)?(?:avoir|fêter\sses|souffler\sses)\s{only}$"
        rf"|\b(?:en\s)?comptait\s(?:alors\s)?{only}$"
        rf"|\bn?'?(?:avait|avais|aura|eut)\s(?:alors\s|eu\s)?{only}$"
        rf"|\b(?:alors|était|étais|fut)\s(?:alors\s|seulement\s|déjà\s)?âgée?\sde\s{only}$"
        r"|\b(?:fêt\w+|célèbr\w+|célébr\w+|souffl\w+|anniversaire|année\sde|jour\sde|veille\sde|atteint|pour)\s(?:alors\s)?ses\s$",
        re.I,
    )


@cache
def _now() -> re.Pattern[str]:
    today = r"(?:aujourd'hui|désormais|maintenant|actuellement|à présent)"
    return re.compile(
        rf"(?<!\salors\s)(?<!était\s)(?<!étais\s)\bâgée?,?\s(?:{today},?\s)?de\s(?:{today}\s|seulement\s)?$"
        rf"|(?<!y\s)\ba\s(?:{today}\s)?$|\b{today},?\s(?:à\s)?$"
        r"|[^\W\d][,(]\s?$",
        re.I,
    )


@cache
def _noun() -> re.Pattern[str]:
    # « ce magistrat de 51 ans », « le maire sortant de 44 ans »
    return re.compile(r"(?:\b(?:le|la|ce|cet|cette)\s|\bl')(?P<noun>[\w-]+)(?:\s[\w-]+)?\sde\s$", re.I)


@cache
def _today() -> re.Pattern[str]:
    return re.compile(r"\b(?:aujourd'hui|désormais|maintenant|actuellement|à présent)\b", re.I)


@cache
def _spent() -> re.Pattern[str]:
    # « 30 ans de carrière », « 18 ans plus tard », « dix ans ferme »
    return re.compile(
        r"\s(?:d'|(?:de|du|des|plus|moins|après|avant|ferme|avec|durant|d'affilée|auparavant|révolus?|passés?|ou|et demi|jour pour jour)\b)"
    )


@cache
def _apposed_end() -> re.Pattern[str]:
    return re.compile(r"\s?[,)]")


@cache
def _no_age() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{NOT_AN_AGE})[^,;:]*$", re.I)


@cache
def _another() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{SOMEONE_ELSE}|{HARMED}|plaignante?|un\shomme|une\sfemme|jumea\w+|jumelles|ensemble|couple)",
        re.I,
    )


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(r"[;«»“”—–]|\s:\s")


def clause_of(prose: str, span: Span) -> Span:
    """The part of the sentence around *span* that no semicolon, colon, dash or quotation mark cuts."""
    sentence = sentence_around(prose, span)
    start, end = sentence.start, sentence.end
    for cut in _cut().finditer(prose, sentence.start, sentence.end):
        if cut.end() <= span.start:
            start = cut.end()
        elif cut.start() >= span.end:
            end = cut.start()
            break
    return Span(start, end)


@kept
def told(article: Article) -> tuple[Told, ...]:
    """The ages of the text that are someone's, each with its clause."""
    return tuple(_told(article))


def _told(article: Article) -> Iterator[Told]:
    prose = article.text.prose
    for age in (*told_ages(article), *candles(article)):
        if _spent().match(prose, age.span.end):
            continue
        clause = clause_of(prose, age.span)
        start = max(clause.start, age.span.start - _BEFORE)
        if _no_age().search(prose, clause.start, age.span.start):
            continue
        if age.bare:
            yield Told(
                age, clause, not prose[start : age.span.start].lower().rstrip().endswith(("avait", "avais"))
            )
        elif _then().search(prose, start, age.span.start):
            yield Told(age, clause, False)
        elif ((noun := _noun().search(prose, start, age.span.start)) and speaks(noun["noun"], True)) or (
            (now := _now().search(prose, start, age.span.start))
            and (now[0].strip()[-1] not in ",(" or _apposed_end().match(prose, age.span.end))
        ):
            yield Told(age, clause, True)


@kept
def _starts(article: Article) -> list[int]:
    return [token.span.start for token in article.tokens]


def words_of(article: Article, span: Span) -> Sequence[Token]:
    """The tokens of *span*."""
    starts = _starts(article)
    return article.tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def finite(article: Article, span: Span) -> list[Token]:
    """The conjugated verbs of *span*."""
    return [t for t in words_of(article, span) if t.pos in {"VERB", "AUX"} and "VerbForm=Fin" in t.morph]


def past(article: Article, span: Span) -> bool:
    """True when every conjugated verb of *span* tells what is over: « comparaissait », « a été élue »."""
    words = words_of(article, span)
    found = False
    for at, word in enumerate(words):
        if word.pos not in {"VERB", "AUX"} or "VerbForm=Fin" not in word.morph:
            continue
        found = True
        compound = word.pos == "AUX" and any(
            "VerbForm=Part" in w.morph and "Tense=Past" in w.morph for w in words[at + 1 : at + 4]
        )
        if not (compound or "Tense=Imp" in word.morph or "Tense=Past" in word.morph):
            return False
    return found


@cache
def _not_the_day() -> re.Pattern[str]:
    # « depuis 2010 », « la finale de 2022 », « avant 2019 »: years that the verb does not take place in
    return re.compile(
        r"(?:\b(?:depuis|de|des|dès|avant|après|vers|entre|du|au|jusqu'en|jusqu'au|et|à|pour|que)\s(?:le\s|la\s|l'année\s)?(?:mois\sde\s|saison\s)?"
        r"|\bd'|[^\W\d]\s?\()$",
        re.I,
    )


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(r"\b(?:lorsqu|quand\b|au\smoment\soù)", re.I)


def _chunk(prose: str, clause: Span, span: Span) -> Span:
    """What lies between the commas around *span*."""
    start = max(prose.rfind(", ", clause.start, span.start) + 1, clause.start)
    end = prose.find(",", span.end, clause.end)
    return Span(start, end if end >= 0 else clause.end)


def _free(article: Article, chunk: Span, born: Dated | None) -> bool:
    """True for words that hang on the main verb: without a participle of their own (« mariée à 20 ans »)."""
    words = words_of(article, chunk)
    verbs = [w for w in words if w.pos in {"VERB", "AUX"}]
    if any("VerbForm=Fin" in w.morph for w in verbs):
        return True
    if born is not None and chunk.contains(born.span):
        return True
    return not verbs and not any(w.pos == "ADJ" and w.text.endswith(("é", "ée")) for w in words)


def moment(article: Article, case: Told, born: Dated | None) -> Dated | None:
    """The date at which an age of then was reached: the only one of its clause, where one thing happens."""
    prose, clause = article.text.prose, case.clause
    here = [d for d in dated(article) if clause.contains(d.span) and d.year is not None and d != born]
    if case.now or len(here) > 1 or not words_of(article, clause):
        return None
    if not here:
        return _just_told(article, case, born)
    date, age = here[0], case.age.span
    if _not_the_day().search(prose, max(clause.start, date.span.start - 24), date.span.start):
        return None
    one, other = _chunk(prose, clause, age), _chunk(prose, clause, date.span)
    verbs = len(finite(article, clause))
    between = prose[min(age.end, date.span.end) : max(age.start, date.span.start)]
    most = _ONE_MOMENT + (_joined().search(between) is not None)
    if one != other and not (_free(article, one, born) and _free(article, other, born)):
        return None
    if verbs > most or (verbs and " et " in between):
        return None
    return date


@cache
def _pronoun() -> re.Pattern[str]:
    # « il avait 49 ans », « elle en aura 67 », « il venait de souffler ses »
    return re.compile(
        r"\s*(?:il|elle|j')\s?(?:n')?(?:en\s)?(?:(?P<past>avait|avais|venait|allait)|(?P<future>aura))\b[^,.]*$",
        re.I,
    )


def _just_told(article: Article, case: Told, born: Dated | None) -> Dated | None:
    """« En 2011, il revendait sa société : il en avait 49 »: the date of what has just been told."""
    prose, clause = article.text.prose, case.clause
    says = _pronoun().fullmatch(prose, clause.start, case.age.span.start)
    if says is None:
        return None
    sentence = sentence_around(prose, clause)
    if clause.start > sentence.start + _CUT:
        before = clause_of(prose, Span(clause.start - _CUT, clause.start - _CUT))
    elif (before := preceding(prose, sentence)) == sentence:
        return None
    here = [d for d in dated(article) if before.contains(d.span) and d.year is not None and d != born]
    if len(here) != 1 or len(finite(article, before)) > _ONE_MOMENT:
        return None
    if _not_the_day().search(prose, max(before.start, here[0].span.start - 24), here[0].span.start):
        return None
    if not _free(article, _chunk(prose, before, here[0].span), born):
        return None
    future = any("Tense=Fut" in verb.morph for verb in finite(article, before))
    agree = past(article, before) if says["past"] else future
    return here[0] if agree else None


@cache
def _of_oneself() -> re.Pattern[str]:
    # « cette fille de mineur », « sœur Andrée »
    return re.compile(
        r"\bfil(?:le|s)\s(?:uniques?\s)?(?:de|d'|du|des)\b|(?<!sa\s)(?<!petite\s)(?<!grande\s)\bsœur\s[A-ZÀ-Þ]"
    )


def one_life(article: Article, window: Span) -> bool:
    """True when nobody else comes up in *window*."""
    prose = article.text.prose
    if any(
        not _of_oneself().match(prose, other.start())
        for other in _another().finditer(prose, window.start, window.end)
    ):
        return False
    return one_named(article, window)


@cache
def _woman() -> re.Pattern[str]:
    return re.compile(r"\b(?:née|venue\sau|âgée|elle)\b", re.I)


@cache
def _man() -> re.Pattern[str]:
    return re.compile(r"\b(?:né|venu\sau|âgé|il)\b", re.I)


def _same_gender(prose: str, birth: Span, age: Span) -> bool:
    one, other = sentence_around(prose, birth), sentence_around(prose, age)
    if one == other:
        return True
    told_she, told_he = (
        p.search(prose, max(one.start, birth.start - _BEFORE), birth.start) for p in (_woman(), _man())
    )
    she, he = (p.search(prose, other.start, age.end + 1) for p in (_woman(), _man()))
    return not ((told_she and he and not she) or (told_he and she and not he))


@cache
def _of_its_own() -> re.Pattern[str]:
    # « Son chef, 45 ans, jubile »
    return re.compile(r"[«\s]*(?:Son|Sa|Leur|Ses|Leurs)\s")


@cache
def _parent() -> re.Pattern[str]:
    # « Fils d'un docker né en 1931 »
    return re.compile(
        r"\b(?:d'une?|du|des|de\s(?:la|son|sa|leur|l'))\s?[^\W\d][\w'-]*(?:\s[\w'-]+)?\s(?:lui-même\s|elle-même\s)?(?:née?s?|venue?s?)\b[^,;.\d]*$"
    )


@cache
def _births() -> re.Pattern[str]:
    # those of a country, the life expectancy that one has then
    return re.compile(r"\b(?:naissances|née?s\s(?:en\sFrance|entre)|espérance|bébés|à\sla\snaissance)", re.I)


def lives(article: Article) -> Iterator[DatedAge]:
    """The ages that the only birth of their paragraph and a date decide, or that no year yet allows."""
    prose = article.text.prose
    days = [d for d in dated(article) if d.year is not None]
    if len(days) < _BIRTH_AND_DATE:
        return
    for case in told(article):
        paragraph = paragraph_around(prose, case.age.span)
        here = [d for d in days if paragraph.contains(d.span)]
        if len(here) < 2:
            continue
        born = [b for d in here for b in births(prose, sentence_around(prose, d.span), [d])]
        if (
            len(born) != 1
            or _births().search(prose, paragraph.start, born[0].span.start)
            or not _same_gender(prose, born[0].span, case.age.span)
        ):
            continue
        told_in = sentence_around(prose, born[0].span)
        start = told_in.start
        if case.age in candles(article) and told_in.contains(case.age.span):
            continue  # « née en 1978, elle a soufflé ses 46 bougies en 2024 »: an anniversary, read as such
        if _parent().search(prose, start, born[0].span.start) or (
            case.now and _of_its_own().match(prose, case.clause.start)
        ):
            continue
        ends = sorted((born[0].span, case.age.span))
        window = Span(ends[0].start, max(ends[1].end, case.clause.end))
        if not one_life(article, Span(min(window.start, case.clause.start), window.end)):
            continue
        yield from _held(article, case, born[0], [d for d in here if d != born[0]])


def _held(article: Article, case: Told, born: Dated, others: Sequence[Dated]) -> Iterator[DatedAge]:
    prose = article.text.prose
    date = moment(article, case, born)
    if date is not None:
        held = _against(case.age, born, date)
        over = (
            past(article, case.clause) or " aura " in case.clause.of(prose) or not finite(article, case.clause)
        )
        near = abs(date.span.start - case.age.span.end) < _BEFORE and date.span.start > case.age.span.end
        if held.allowed[1] > 0 and (over or near or _slipped(held)):
            yield held
        return
    if not case.now or len(others) != 1:
        return
    held = _against(case.age, born, others[0])
    if held.allowed[1] <= 0 or held.agrees:
        return
    reached = (born.year or 0) + case.age.value
    news = others[0].weekday is not None and others[0].exact is not None
    if (
        reached > LATEST >= (others[0].year or 0)
        or (news and _slipped(held))
        or _before_it(article, case, held, others[0])
    ):
        yield held


def _before_it(article: Article, case: Told, held: DatedAge, date: Dated) -> bool:
    """« Il a été élu en 2014… aujourd'hui âgé de 26 ans », younger now than at what is over."""
    prose = article.text.prose
    if case.age.value >= held.allowed[0] or not _today().search(prose, case.clause.start, case.clause.end):
        return False
    return past(article, clause_of(prose, date.span))


def _against(age: Age, born: Dated, date: Dated) -> DatedAge:
    return DatedAge(
        age, tuple(sorted((born.span, date.span))), (born.year or 0, date.year or 0), allowed(born, date)
    )


def _slipped(held: DatedAge) -> bool:
    """True for an age with one figure miscopied: ten years off, or two figures swapped."""
    low, high = held.allowed
    due = range(low, high + 1)
    swapped = int(str(held.age.value)[::-1])
    return any(abs(d - held.age.value) == _SLIP for d in due) or (swapped in due and swapped != held.age.value)


def lived_on(article: Article) -> Iterator[tuple[Aged, Aged]]:
    """Two ages of then of one person, each with its date, in a paragraph without a birth."""
    prose = article.text.prose
    found = [c for c in told(article) if not c.now]
    if len(found) < 2:
        return
    for one, other in pairwise(found):
        first, last = moment(article, one, None), moment(article, other, None)
        if first is None or last is None or first == last:
            continue
        window = Span(one.clause.start, other.clause.end)
        near = paragraph_around(prose, one.age.span).contains(other.age.span)
        if near and one_life(article, window) and not births(prose, window, [first, last]):
            yield (
                Aged(one.age, first.year or 0, first.span),
                Aged(other.age, last.year or 0, last.span),
            )


@cache
def _gone_by() -> re.Pattern[str]:
    return re.compile(r"\s(?:plus\stôt|plus\stard|auparavant|après|avant)(?=[\s,.;:)])")


@cache
def _ago() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:il\sy\sa|voilà|[çc]a\sfait|cela\sfait)\s(?:tout\sjuste\s|exactement\s|déjà\s|maintenant\s)?$",
        re.I,
    )


def years_between(article: Article) -> Iterator[Elapsed]:
    """Two ages of one person, in two sentences, and the years said to lie between them, when they differ as a slip does."""
    prose = article.text.prose
    found = told(article)
    for gap in ages(article):
        back = prose[max(0, gap.span.start - 32) : gap.span.start]
        if not (_gone_by().match(prose, gap.span.end) or _ago().search(back)):
            continue
        sentence = sentence_around(prose, gap.span)
        window = Span(preceding(prose, sentence).start, sentence.end)
        years = [a for a in told_ages(article) if window.contains(a.span) and a.span != gap.span]
        two = [c for c in found if window.contains(c.age.span) and c.age.span != gap.span]
        if (
            len(two) != _TWO_AGES
            or len(years) != _TWO_AGES
            or any(d.year for d in dated(article) if window.contains(d.span))
        ):
            continue
        young, old = sorted((c.age for c in two), key=lambda a: a.value)
        between = old.value - young.value
        if between > 0 and abs(between - gap.value) == _SLIP and one_life(article, window):
            yield Elapsed(old, young, gap)
