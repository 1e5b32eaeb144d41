"""UIMA CAS in its XMI form, with the type system that XMI readers ask for apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relecture.review.export import cas_types
from relecture.review.export.base import Output, sibling
from relecture.review.load import Reviewed


def export(items: Sequence[Reviewed]) -> Iterator[Output]:
    """``TypeSystem.xml``, then one ``.xmi`` file an article."""
    yield "TypeSystem.xml", str(cas_types.type_system().to_xml()).encode()
    for item in items:
        yield sibling(item, ".xmi"), str(cas_types.cas(item.annotation).to_xmi()).encode()
