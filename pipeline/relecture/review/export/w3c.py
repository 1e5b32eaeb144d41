"""W3C Web Annotation: one page of annotations an article, each span by position and by quotation.

Positions are code points, as the recommendation asks (Web Annotation Data Model, 4.2.5).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from relecture.review.export.base import Output, pretty, sibling
from relecture.review.load import Reviewed
from relecture.schema import Annotation, Entity, Finding, Quantity

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: Code points of context that tell a quotation from its repetitions.
_AROUND = 32


def export(items: Sequence[Reviewed]) -> Iterator[Output]:
    """One ``.jsonld`` file an article."""
    for item in items:
        yield sibling(item, ".jsonld"), pretty(_page(item.annotation))


def _page(annotation: Annotation) -> dict[str, Any]:
    rows = [_quantity(annotation, q) for q in annotation.quantities]
    rows += [_entity(annotation, e) for e in annotation.entities]
    rows += [_finding(annotation, f) for f in annotation.findings]
    return {
        "@context": CONTEXT,
        "id": _id(annotation, "page"),
        "type": "AnnotationPage",
        "items": [{"@context": CONTEXT, **row} for row in rows],
    }


def _id(annotation: Annotation, part: str) -> str:
    return f"urn:relecture:{annotation.source.sha256}:{part}"


def _annotation(
    annotation: Annotation, ident: str, motivation: str, bodies: list[Any], spans: Any
) -> dict[str, Any]:
    targets = [_target(annotation, start, end) for start, end in spans]
    generator = annotation.generator
    return {
        "id": _id(annotation, ident),
        "type": "Annotation",
        "motivation": motivation,
        "generator": {
            "id": f"urn:relecture:generator:{generator.version}",
            "type": "Software",
            "name": f"{generator.name} {generator.version}",
        },
        "body": bodies,
        "target": targets,
    }


def _body(value: str, purpose: str, language: str | None = None) -> dict[str, str]:
    body = {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
    return {**body, "language": language} if language else body


def _quantity(annotation: Annotation, quantity: Quantity) -> dict[str, Any]:
    bodies = [_body(f"quantity/{quantity.kind}", "tagging")]
    if quantity.si is not None and quantity.si.value is not None:
        bodies.append(_body(f"{quantity.si.value} {quantity.si.unit}", "describing"))
    return _annotation(annotation, quantity.id, "describing", bodies, [(quantity.start, quantity.end)])


def _entity(annotation: Annotation, entity: Entity) -> dict[str, Any]:
    bodies = [_body(entity.label, "tagging"), _body(entity.canonical, "identifying")]
    spans = [(m.start, m.end) for m in entity.mentions]
    return _annotation(annotation, entity.id, "identifying", bodies, spans)


def _finding(annotation: Annotation, finding: Finding) -> dict[str, Any]:
    bodies = [_body(finding.message, "commenting"), _body(finding.slug, "tagging")]
    if finding.suggestion is not None:
        bodies.append(_body(finding.suggestion.text, "editing"))
    spans = [(e.start, e.end) for e in finding.evidence]
    return _annotation(annotation, finding.id, "assessing", bodies, spans)


def _target(annotation: Annotation, start: int, end: int) -> dict[str, Any]:
    text = annotation.text
    return {
        "source": _source(annotation.source.path),
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - _AROUND) : start],
                "suffix": text[end : end + _AROUND],
            },
        ],
    }


def _source(path: str) -> str:
    posix = PurePosixPath(path.replace("\\", "/"))
    return ("file://" if posix.is_absolute() else "") + quote(str(posix))
