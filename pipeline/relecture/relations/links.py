"""Building relations: what a reader found, as the public `Relation` with the amounts it links.

A relation names its operands by role; the checks read them back with `role` and `roles`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from relecture.relations.amounts import Amount
from relecture.types import Relation, RelationKind, Span


def link(
    kind: RelationKind,
    form: str,
    trigger: Span,
    roles: dict[str, Amount | tuple[Amount, ...] | None],
    /,
    *,
    explicit: bool = True,
    **attributes: Any,
) -> Relation:
    """A relation of *kind*; *form* says which pattern read it, for the checks that tell them apart.

    Empty roles are left out. The id is given by `relate`.
    """
    given = {name: value for name, value in roles.items() if value}
    operands: list[str] = []
    for value in given.values():
        operands.extend(a.id for a in (value if isinstance(value, tuple) else (value,)))
    return Relation(
        id="",
        kind=kind,
        operands=tuple(operands),
        trigger=trigger,
        explicit=explicit,
        attributes={"form": form, "roles": given, **attributes},
    )


def form(relation: Relation) -> str:
    """Which pattern read *relation*."""
    return str(relation.attributes["form"])


def role(relation: Relation, name: str) -> Amount:
    """The amount that plays *name*; raises `KeyError` when none does."""
    value = relation.attributes["roles"][name]
    if not isinstance(value, Amount):
        raise KeyError(name)
    return value


def maybe(relation: Relation, name: str) -> Amount | None:
    """The amount that plays *name*, ``None`` when none does."""
    value = relation.attributes["roles"].get(name)
    return value if isinstance(value, Amount) else None


def playing(relations: Iterable[Relation], *names: str) -> set[str]:
    """The ids of the amounts that play one of *names* in *relations*."""
    return {a.id for relation in relations for name in names if (a := maybe(relation, name))}


def several(relation: Relation, name: str) -> tuple[Amount, ...]:
    """The amounts that play *name* together."""
    value = relation.attributes["roles"].get(name, ())
    return value if isinstance(value, tuple) else (value,)
