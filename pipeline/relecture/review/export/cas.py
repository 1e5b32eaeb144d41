"""UIMA CAS in its JSON form, type system included: what INCEpTION imports as « UIMA CAS JSON »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relecture.review.export import cas_types
from relecture.review.export.base import Output, sibling
from relecture.review.load import Reviewed


def export(items: Sequence[Reviewed]) -> Iterator[Output]:
    """One ``.cas.json`` file an article."""
    for item in items:
        content = cas_types.cas(item.annotation).to_json(pretty_print=True, ensure_ascii=False)
        yield sibling(item, ".cas.json"), f"{content}\n".encode()
