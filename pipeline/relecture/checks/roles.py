"""The functions that an article gives to people, as the entities say them, ready to be compared.

Functions in apposition (« Marc Delorne, PDG d'EDF »), before the name (« le capitaine Luc Perrin ») and between
parentheses come from `relecture.entities.roles`; « le professeur X », which is a form of address there, is added.
So is the party or the trade union that a function or a parenthesis gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from relecture.checks.around import any_of
from relecture.checks.party_labels import green_after_office, labelled, party_name
from relecture.checks.pitch_posts import posts
from relecture.checks.prose import sentence_around
from relecture.checks.speech import incise
from relecture.checks.titles import Title, key, read
from relecture.fr.functions import ALLEGIANCES, CHANGED, DATING, HEADING, LEARNT, PITCH, UNCHANGED, UNTIL
from relecture.memo import kept
from relecture.types import Article, Entity, Label, Mention, Role, Span


@dataclass(frozen=True, slots=True)
class Held:
    """A function that the text gives to a person; ``changed`` when it is past, to come, shared or dated."""

    person: str
    person_id: str
    title: Title
    organisation_id: str | None
    span: Span
    person_span: Span
    changed: bool

    @property
    def whole(self) -> Span:
        """The function and the person, as one span."""
        return Span(min(self.span.start, self.person_span.start), max(self.span.end, self.person_span.end))


@kept
def held(article: Article) -> tuple[Held, ...]:
    """Every function given to a person of *article*, in text order."""
    found = []
    at_the_bar = any(map(article.text.prose.__contains__, ("Me ", "Maître ")))
    for entity in article.entities:
        if entity.label is Label.PER:
            found += [_held(article, entity, role) for role in entity.roles]
            found += _addressed(article, entity)
            found += _heading(article, entity)
            if at_the_bar:
                found += _counsel(article, entity)
    found += _on_the_pitch(article, found)
    return tuple(sorted(found, key=lambda h: h.span))


def _on_the_pitch(article: Article, known: Sequence[Held]) -> Iterator[Held]:
    """« le gardien lavallois X », for those not told already."""
    prose, seen = article.text.prose, {h.span.start for h in known}
    people = {e.canonical: e.id for e in article.entities if e.label is Label.PER}
    for name, span in posts(prose):
        if span.start not in seen:
            person = people.get(name.text, name.text)
            yield Held(name.text, person, read(span.of(prose)), None, span, name.span, _changed(prose, span))


def _held(article: Article, entity: Entity, role: Role) -> Held:
    said = role.span.of(article.text.prose)
    return Held(
        person=entity.canonical,
        person_id=entity.id,
        title=read(said),
        organisation_id=role.organisation_id,
        span=role.span,
        person_span=_bearer(entity, role.span).span,
        changed=role.marker is not None or _changed(article.text.prose, role.span),
    )


def _bearer(entity: Entity, span: Span) -> Mention:
    """The mention of *entity* that stands nearest to its function."""
    return min(entity.mentions, key=lambda m: max(span.start - m.span.end, m.span.start - span.end))


@cache
def _addresses() -> frozenset[str]:
    """The last word of each of those."""
    return frozenset(post.rpartition(" ")[2] for post in (*PITCH, "professeur", "professeure"))


@cache
def _address() -> re.Pattern[str]:
    posts = any_of(PITCH)
    return re.compile(
        rf"(?<![\w-])(?:(?:l[ea]|d[ue]|au)\s(?:la\s)?|l')(?:jeune\s)?(professeure?|{posts})\s$", re.I
    )


def _addressed(article: Article, entity: Entity) -> Iterator[Held]:
    """« le professeur X »."""
    prose = article.text.prose
    for mention in entity.mentions:
        start = max(0, mention.span.start - 24)
        last = prose[start : mention.span.start].strip().rpartition(" ")[2].rpartition("'")[2].lower()
        match = _address().search(prose, start, mention.span.start) if last in _addresses() else None
        if match:
            span = Span(*match.span(1))
            changed = _changed(prose, span)
            yield Held(entity.canonical, entity.id, read(match[1]), None, span, mention.span, changed)


@cache
def _defends() -> re.Pattern[str]:
    # « Me X, conseil du prévenu », « Me X, qui défend la famille »
    return re.compile(
        r",?\s(?:(?:le\s)?(?P<noun>conseil|défenseure?)\s|(?:(?:qui|laquelle|lequel)\s)?(?P<verb>défend|représente|assiste)\s|(?P<side>pour|au\snom|du\scôté)\s(?=(?:la|les|des|du|de\sla)\s(?:défense|parties?\sciviles?|prévenue?s?|accusée?s?|victimes?|plaignante?s?)\b))(?P<whom>(?:de\s(?:la\s|l')?|du\s|des\s|l[aes]{1,2}\s|l'|d')[^,.;:()«»\n]{3,60})"
    )


@cache
def _defended() -> re.Pattern[str]:
    # « Conseil des parties civiles, Me »
    return re.compile(
        r"\b(?:[Cc]onseil|[Dd]éfenseure?)\s(?P<whom>(?:de\s(?:la\s|l')?|du\s|des\s|d')[^,.;:()«»\n]{3,60}),\s(?:Me\s|Maître\s)?$"
    )


def _counsel(article: Article, entity: Entity) -> Iterator[Held]:
    """Whom a lawyer speaks for, when another word than « avocat » says it."""
    prose = article.text.prose
    for mention in entity.mentions:
        if not prose.startswith(("Me ", "Maître "), mention.span.start) and not re.search(
            r"\b(?:Me|Maître)\s$", prose[max(0, mention.span.start - 7) : mention.span.start]
        ):
            continue
        match = _defends().match(prose, mention.span.end) or _defended().search(
            prose, max(0, mention.span.start - 90), mention.span.start
        )
        if match:
            whom = _beyond().sub("", match["whom"])
            span = Span(match.start("whom"), match.start("whom") + len(whom))
            said = whom if whom.startswith(("d", "D")) else f"de {whom}"
            changed = _changed(prose, span)
            yield Held(entity.canonical, entity.id, read(f"avocat {said}"), None, span, mention.span, changed)


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(
        r",?\squi\s(?P<verb>dirige|préside|entraîne)\s(?:depuis\s[^,.;:()]{2,20}\s)?(?P<house>(?:l[ae]\s|l')[^,.;:()«»\n]{3,60})"
    )


@cache
def _beyond() -> re.Pattern[str]:
    # « la criée de Lorient depuis six ans »
    return re.compile(r"\s(?:depuis|et|avec|pour|sans|en\s\d|mais|pendant|où|qui|que)\b.*")


def _heading(article: Article, entity: Entity) -> Iterator[Held]:
    """« X, qui dirige la criée de Lorient »."""
    prose = article.text.prose
    for mention in entity.mentions:
        match = _heads().match(prose, mention.span.end)
        if match:
            house = _beyond().sub("", match["house"])
            span = Span(match.start("verb"), match.start("house") + len(house))
            changed = _changed(prose, span)
            yield Held(
                entity.canonical,
                entity.id,
                read(f"{HEADING[match['verb']]} de {house}"),
                None,
                span,
                mention.span,
                changed,
            )


@cache
def _markers() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of(CHANGED)})(?!\w)(?!{UNCHANGED})|(?<!\w)alors(?!\w|\sque?\b|\squ')|(?<!\w)ex-|(?<!\w)co-",
        re.I,
    )


#: The longest match of `_past`.
_PAST = len("avait été les ")


@cache
def _past() -> re.Pattern[str]:
    return re.compile(r"(?:était|fut|avait été|a été)\s(?:l[ea]\s|l')?$")


@cache
def _dated() -> re.Pattern[str]:
    # « maire de Dole de 2001 à 2008 », « (2001-2008) »; who has been « maire depuis 2020 » still is.
    return re.compile(
        r"[\s,(]{0,3}(?:(?:de|en|entre|dès|à partir de)\b)?\s?(?:(?!depuis)\w+\s)?(?:19|20)\d\d\b"
    )


@cache
def _framed() -> re.Pattern[str]:
    return re.compile(
        r"(?:En|Dès|Entre|Jusqu'en)\s(?:\w+\s)?(?:19|20)\d\d\b|L'(?:an|année)\s(?:passée?|derni(?:er|ère))\b|Il\sy\sa\s|Autrefois\b|Naguère\b|Jadis\b"
    )


def _changed(prose: str, span: Span) -> bool:
    """True when the clause around says that the function is past, to come or shared, or gives it a date."""
    sentence = sentence_around(prose, span)
    start, end = max(sentence.start, span.start - 60), min(sentence.end, span.end + 60)
    return (
        _learnt().search(prose, span.start, min(sentence.end, span.end + 20)) is not None
        or any(_of_function(prose, match, span) for match in _markers().finditer(prose, start, end))
        or _past().search(prose, max(sentence.start, span.start - _PAST), span.start) is not None
        or _dated().match(prose, span.end, sentence.end) is not None
        or _framed().match(prose, sentence.start, sentence.end) is not None
    )


@cache
def _learnt() -> re.Pattern[str]:
    return re.compile(LEARNT)


@cache
def _until() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{UNTIL})", re.I)


def _of_function(prose: str, marker: re.Match[str], span: Span) -> bool:
    """False for a word that dates what the person says: « l'arrêté vaut jusqu'à mardi, a précisé X, préfet du Gard »."""
    if marker[0].lower() in {"élu", "élue"} and prose[marker.start() - 2 : marker.start()] in {"l'", "L'"}:
        return False  # « l'élue ne désarme pas »: whom, not how
    if marker[0].lower() == "jusqu'à" and not _until().match(prose, marker.end()):
        return False  # « a foré jusqu'à la roche »: how far, not how long
    if marker.end() > span.start or marker[0].lower() not in DATING:
        return True
    return incise().search(prose, marker.end(), span.start) is None


@cache
def _in_brackets() -> re.Pattern[str]:
    # « (PS) », « (Doubs, LR) », « (LR, Creuse) »
    return re.compile(r"\s\(([^()\n]{2,45})\)")


@cache
def _tags() -> tuple[dict[str, int], ...]:
    """For each sort of allegiance, its index by name: as written for the capitalised, by key for the others."""
    return tuple(
        {(n if n[0].isupper() else key(n)): i for i, names in enumerate(sort) for n in names}
        for sort in ALLEGIANCES
    )


@cache
def _running() -> re.Pattern[str]:
    # « tête de liste écologiste à Tarbes, », « la candidate socialiste »
    return re.compile(
        r"(?<!ex-)(?<!ancienne\s)(?<!ancien\s)\b(?:tête\sde\sliste|chef(?:fe)?\sde\sfile|candidate?|prétendante?|conseill(?:er|ère)\s\w+al)\s(?P<tag>[\w-]{2,20})"
        r"(?:\s(?:à|de|du|dans|pour|en)\s[^,.;:()«»\n]{2,40})?,?\s$",
        re.I,
    )


def _backed(article: Article, entity: Entity) -> Iterator[tuple[int, int, str, Span]]:
    """The party for which *entity* runs: sort, allegiance, its name, span with the person."""
    prose = article.text.prose
    for mention in entity.mentions:
        match = _running().search(
            prose, max(0, mention.span.start - 90), mention.span.start
        ) or labelled().search(prose, max(0, mention.span.start - 60), mention.span.start)
        if match is None:
            continue
        tag = next(t for t in match.groups() if t)
        for sort, tags in enumerate(_tags()):
            found = tags.get(party_name(tag), tags.get(key(tag)))
            if found is not None:
                yield sort, found, tag, Span(match.start(), mention.span.end)


def allegiances(article: Article) -> Iterator[tuple[str, int, int, str, Span]]:
    """(person's id, sort, allegiance, its name, span with the person) wherever *article* gives one to a person."""
    prose = article.text.prose
    for entity in article.entities:
        if entity.label is not Label.PER:
            continue
        for backed in _backed(article, entity):
            yield entity.id, *backed
        for mention in entity.mentions:
            match = _in_brackets().match(prose, mention.span.end)
            said = re.split(r",\s", match[1]) if match is not None else []
            for sort, tags in enumerate(_tags()):
                for name in said:
                    if match is not None and name in tags and name[0].isupper():
                        yield entity.id, sort, tags[name], name, Span(mention.span.start, match.end())
    for item in held(article):
        words = [] if item.changed else re.findall(r"[\w-]+", item.span.of(prose))[1:]
        if (green := green_after_office().search(item.span.of(prose)) if words else None) is not None:
            words = ["Verts" if word == green["tag"] else word for word in words]
        for sort, tags in enumerate(_tags()):
            for word in words:
                tag = tags.get(word, tags.get(key(word)))
                if tag is not None:
                    yield item.person_id, sort, tag, word, item.whole
