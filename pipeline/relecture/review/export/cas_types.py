"""The UIMA type system of an annotation, and its CAS. Shared by the JSON and the XMI forms.

The names begin with ``webanno.custom.``, where INCEpTION looks for the layers of a project. cassis keeps
code points and writes UTF-16, as UIMA counts.
"""

from __future__ import annotations

import re
from typing import Any

from cassis import Cas, TypeSystem

from relecture.review.export.base import links
from relecture.schema import Annotation

_STRING, _ANNOTATION = "uima.cas.String", "uima.tcas.Annotation"
_PREFIX = "webanno.custom."
_FEATURES = {
    "Quantity": ("identifier", "kind", "value", "low", "high", "unit", "si_value", "si_unit", "kwh"),
    "Entity": ("identifier", "label", "canonical"),
    "Finding": ("identifier", "slug", "severity", "message", "suggestion", "fingerprint"),
}
#: XML 1.0 has no way to write these, and XMI is XML.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def type_system() -> TypeSystem:
    """Three span types and a relation between any two of them."""
    types = TypeSystem()
    for name, features in _FEATURES.items():
        made = types.create_type(_PREFIX + name, supertypeName=_ANNOTATION)
        for feature in features:
            types.create_feature(made, feature, _STRING)
    link = types.create_type(_PREFIX + "Link", supertypeName=_ANNOTATION)
    types.create_feature(link, "Governor", _ANNOTATION)
    types.create_feature(link, "Dependent", _ANNOTATION)
    types.create_feature(link, "kind", _STRING)
    return types


def cas(annotation: Annotation) -> Cas:
    """The CAS of *annotation*; characters that XML cannot hold become U+FFFD, one for one."""
    types = type_system()
    made = Cas(typesystem=types, document_language=annotation.metadata.language or "fr")
    made.sofa_string = _NOT_XML.sub("\ufffd", annotation.text)
    made.sofa_mime = "text/plain"
    spans = _spans(annotation, types)
    made.add_all(list(spans.values()))
    link_type = types.get_type(_PREFIX + "Link")
    for link in links(annotation):
        governor, dependent = spans[link.source], spans[link.target]
        ends = {"begin": dependent.begin, "end": dependent.end}
        made.add(link_type(**ends, Governor=governor, Dependent=dependent, kind=link.label))
    return made


def _spans(annotation: Annotation, types: TypeSystem) -> dict[str, Any]:
    size = len(annotation.text)
    found: dict[str, Any] = {}

    def add(ident: str, name: str, item: Any, **features: str | None) -> None:
        if item.start < item.end <= size:
            made = types.get_type(_PREFIX + name)
            found[ident] = made(begin=item.start, end=item.end, identifier=ident, **features)

    for q in annotation.quantities:
        si = {"si_value": q.si.value, "si_unit": q.si.unit} if q.si else {}
        numbers = {"value": q.value, "low": q.low, "high": q.high, "kwh": q.energy_kwh}
        add(q.id, "Quantity", q, kind=q.kind, unit=q.unit.canonical, **numbers, **si)
    for e in annotation.entities:
        for n, mention in enumerate(e.mentions, 1):
            add(f"{e.id}.{n}", "Entity", mention, label=e.label, canonical=e.canonical)
    for f in annotation.findings:
        said = {"slug": f.slug, "severity": f.severity, "message": f.message, "fingerprint": f.fingerprint}
        for n, evidence in enumerate(f.evidence, 1):
            suggested = f.suggestion.text if f.suggestion and n == 1 else None
            add(f"{f.id}.{n}", "Finding", evidence, suggestion=suggested, **said)
    return found
