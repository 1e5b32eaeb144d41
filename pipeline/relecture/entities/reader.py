"""From a spaCy document to entities: corrections, grouping, roles, confidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from relecture.entities.candidates import Candidate, from_doc, page_of
from relecture.entities.cluster import Cluster, canonical, cluster, form_of
from relecture.entities.confidence import of_entity, of_mention
from relecture.entities.corrections import corrected
from relecture.entities.gazetteer import load
from relecture.entities.roles import RoleMention, read_roles
from relecture.types import Entity, Mention, Quantity, Role, Span, Text

if TYPE_CHECKING:
    from spacy.tokens import Doc


def read_entities(
    doc: Doc, text: Text, quantities: Sequence[Quantity], *, gazetteers: Sequence[str] = ()
) -> tuple[Entity, ...]:
    """The people, organisations and places of *text*, each with all its mentions, in text order.

    *doc* was made from ``text.prose``, so that its offsets are those of ``text.raw``. *gazetteers* are
    the user's own lists (`Settings.gazetteers`); `ConfigurationError` when one cannot be read.
    """
    page, known = page_of(doc), load(gazetteers)
    masked = [segment.span for segment in text.segments if segment.masked]
    occupied = [*(q.span for q in quantities), *masked]
    candidates = [c for c in corrected(page, from_doc(doc), known, occupied=occupied) if c.label != "MISC"]
    clusters = cluster(page, candidates, known)
    ids = {m: f"e{number}" for number, c in enumerate(clusters, 1) for m in c.members}
    roles = read_roles(page, candidates)
    return tuple(
        _entity(text, c, ids, [r for r in roles if ids[r.person] == ids[c.members[0]]]) for c in clusters
    )


def _entity(text: Text, group: Cluster, ids: dict[Candidate, str], roles: Iterable[RoleMention]) -> Entity:
    name = canonical(text.raw, group.members)
    mentions = tuple(
        Mention(
            span=Span(m.start, m.end),
            text=(surface := text.raw[m.start : m.end]),
            form=form_of(surface, name),
            confidence=of_mention(m, group.members),
        )
        for m in group.members
    )
    return Entity(
        id=ids[group.members[0]],
        label=group.label,
        canonical=name,
        mentions=mentions,
        roles=tuple(_role(text, r, ids) for r in roles),
        confidence=of_entity(mentions),
    )


def _role(text: Text, role: RoleMention, ids: dict[Candidate, str]) -> Role:
    organisation = role.organisation
    return Role(
        title=role.title,
        span=Span(role.start, role.end),
        organisation=text.raw[organisation.start : organisation.end] if organisation else None,
        organisation_id=ids.get(organisation) if organisation else None,
        marker=role.marker,
    )
