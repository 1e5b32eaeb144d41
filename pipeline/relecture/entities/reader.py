"""From a spaCy document to entities: corrections, grouping, roles, confidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from relecture.entities.candidates import from_doc, page_of
from relecture.entities.cluster import Cluster, canonical, cluster, form_of
from relecture.entities.confidence import of_entity, of_mentions
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
    page, known = page_of(doc, text.prose), load(gazetteers)
    masked = [segment.span for segment in text.segments if segment.masked]
    occupied = [*(q.span for q in quantities), *masked]
    candidates = [c for c in corrected(page, from_doc(doc), known, occupied=occupied) if c.label != "MISC"]
    clusters = cluster(page, candidates, known)
    ids = {m.start: f"e{number}" for number, c in enumerate(clusters, 1) for m in c.members}
    sure = of_mentions(page, candidates, known)
    roles: dict[str, list[RoleMention]] = defaultdict(list)
    for role in read_roles(page, candidates):
        roles[ids[role.person.start]].append(role)
    return tuple(_entity(text, c, ids, roles, sure) for c in clusters)


def _entity(
    text: Text,
    group: Cluster,
    ids: dict[int, str],
    roles: dict[str, list[RoleMention]],
    sure: dict[int, float],
) -> Entity:
    name, own_id = canonical(text.raw, group.members), ids[group.members[0].start]
    mentions = tuple(
        Mention(
            span=Span(m.start, m.end),
            text=(surface := text.raw[m.start : m.end]),
            form=form_of(surface, name),
            confidence=sure[m.start],
        )
        for m in group.members
    )
    return Entity(
        id=own_id,
        label=group.label,
        canonical=name,
        mentions=mentions,
        roles=tuple(_role(text, r, ids) for r in roles[own_id]),
        confidence=of_entity(mentions),
    )


def _role(text: Text, role: RoleMention, ids: dict[int, str]) -> Role:
    organisation = role.organisation
    return Role(
        title=" ".join(text.raw[role.start : role.title_end].split()),
        span=Span(role.start, role.end),
        organisation=text.raw[organisation.start : organisation.end] if organisation else None,
        organisation_id=ids.get(organisation.start) if organisation else None,
        marker=role.marker,
    )
