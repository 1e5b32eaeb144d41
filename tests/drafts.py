"""Annotations written by hand, for the tests of what comes after the analysis.

A `Draft` finds each surface in its text, so that no test counts characters. `awkward()` holds every sort
of text that breaks offsets or pages; `many(n)` has *n* findings.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from relecture import schema
from relecture.schema import Annotation

Where = str | tuple[str, int]
JOULES_PER_KWH = Decimal(3_600_000)


class Draft:
    """An annotation in the making; a surface is a string, or (string, occurrence) counted from 0."""

    def __init__(self, text: str, *, path: str = "article.txt", title: str | None = None) -> None:
        self.text = text
        self.path = path
        self.title = title
        self.segments: list[schema.Segment] = []
        self.quantities: list[schema.Quantity] = []
        self.entities: list[schema.Entity] = []
        self.relations: list[schema.Relation] = []
        self.findings: list[schema.Finding] = []
        self.verifications: list[schema.Verification] = []

    def span(self, where: Where) -> tuple[int, int]:
        """Start and end of a surface."""
        surface, nth = (where, 0) if isinstance(where, str) else where
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(surface, at + 1)
        return at, at + len(surface)

    def segment(self, role: str, where: Where, *, masked: bool = False) -> Draft:
        start, end = self.span(where)
        masking: dict[str, Any] = {"masked": True} if masked else {}
        number = len(self.segments) + 1
        self.segments.append(schema.Segment(id=f"s{number}", role=role, start=start, end=end, **masking))
        return self

    def quantity(
        self, where: Where, value: str | None, symbol: str, *, joules: str | None = None, **more: Any
    ) -> Draft:
        start, end = self.span(where)
        if joules is not None:
            more["si"] = schema.SIValue(unit="J", value=joules)
            more["energy_kwh"] = str(Decimal(joules) / JOULES_PER_KWH)
        if "interval" in more:
            low, high = more["interval"]
            more["interval"] = schema.Interval(low=low, high=high)
        fields: dict[str, Any] = {
            "id": f"q{len(self.quantities) + 1}",
            "start": start,
            "end": end,
            "text": self.text[start:end],
            "kind": "measure",
            "value": value,
            "approximation": "none",
            "unit": schema.Unit(text=symbol, canonical=symbol or "dimensionless", symbol=symbol),
            "dimension": "energy" if joules else "dimensionless",
            "modality": "stated",
        }
        self.quantities.append(schema.Quantity(**{**fields, **more}))
        return self

    def entity(self, label: str, canonical: str, *wheres: Where, role: tuple[str, str] | None = None) -> Draft:
        mentions = [
            schema.Mention(start=a, end=b, text=self.text[a:b], form="full", confidence=0.9)
            for a, b in map(self.span, wheres or (canonical,))
        ]
        roles = []
        if role is not None:
            start, end = self.span(role[0])
            roles.append(schema.Role(start=start, end=end, title=role[0], organisation=role[1]))
        self.entities.append(
            schema.Entity(
                id=f"e{len(self.entities) + 1}",
                label=label,  # type: ignore[arg-type]
                canonical=canonical,
                confidence=0.9,
                mentions=mentions,
                roles=roles,
            )
        )
        return self

    def relation(self, kind: str, *operands: str) -> Draft:
        number = len(self.relations) + 1
        self.relations.append(
            schema.Relation(id=f"r{number}", kind=kind, operands=list(operands), explicit=True)
        )
        return self

    def evidence(self, *wheres: Where, roles: tuple[str, ...] = ()) -> list[schema.Evidence]:
        found = []
        for number, (start, end) in enumerate(map(self.span, wheres)):
            role: dict[str, Any] = {"role": roles[number]} if number < len(roles) else {}
            found.append(schema.Evidence(start=start, end=end, text=self.text[start:end], **role))
        return found

    def finding(
        self,
        slug: str,
        severity: str,
        message: str,
        *wheres: Where,
        roles: tuple[str, ...] = (),
        calculation: tuple[str, str, str, str | None] | None = None,
        suggestion: tuple[str, str] | None = None,
        explanation: str = "",
    ) -> Draft:
        items = self.evidence(*wheres, roles=roles)
        more: dict[str, Any] = {}
        if calculation is not None:
            more["calculation"] = _calculation(*calculation, verdict="inconsistent")
        if suggestion is not None:
            more["suggestion"] = schema.Suggestion(text=suggestion[0], safety=suggestion[1])
        said = "\x1f".join([slug, *(e.text for e in items)])
        self.findings.append(
            schema.Finding(
                id=f"f{len(self.findings) + 1}",
                slug=slug,
                severity=severity,  # type: ignore[arg-type]
                confidence=0.96,
                message=message,
                explanation=explanation,
                evidence=items,
                fingerprint=hashlib.sha256(said.encode()).hexdigest()[:16],
                **more,
            )
        )
        return self

    def verified(self, slug: str, message: str, *wheres: Where, verdict: str = "verified") -> Draft:
        self.verifications.append(
            schema.Verification(
                slug=slug,
                message=message,
                evidence=self.evidence(*wheres),
                calculation=_calculation("égalité", "24 kWh", "23,9 kWh", None, verdict=verdict),
            )
        )
        return self

    def done(self) -> Annotation:
        """The annotation."""
        generator = schema.Generator(
            name="relecture", version="0", model="m", model_version="0", ner="stock", config_sha256="0"
        )
        source = schema.Source(
            path=self.path,
            media_type="text/plain",
            sha256=hashlib.sha256(self.text.encode()).hexdigest(),
            encoding="utf-8",
            bom=False,
            newline="\n",
        )
        return Annotation(
            schema_version=schema.SCHEMA_VERSION,
            generator=generator,
            source=source,
            offset_unit="codepoint",
            text=self.text,
            metadata=schema.Metadata(**({"title": self.title} if self.title else {})),
            segments=self.segments,
            source_map=[],
            quantities=self.quantities,
            entities=self.entities,
            quotes=[],
            relations=self.relations,
            findings=self.findings,
            verifications=self.verifications,
            diagnostics=[],
        )


def _calculation(
    relation: str, stated: str, expected: str, diagnosis: str | None, *, verdict: str
) -> schema.Calculation:
    more: dict[str, Any] = {"diagnosis": diagnosis} if diagnosis else {}
    return schema.Calculation(relation=relation, stated=stated, expected=expected, verdict=verdict, **more)


AWKWARD = (
    "Le réacteur ☢️ livre 12\u202f000\u202fkWh 👩🏽‍🔬 par jour\r\n"
    "\r\n"
    "Soit 43,2\u00a0GJ, dit l’e\u0301quipe d’Hélène Noël : « c’est 10 % de trop 🎉 ».\r\n"
    "\r\n"
    "<script>document.title = 'pris'</script><img src=x onerror=alert(1)>\r\n"
    "\r\n"
    "Lire [ici](javascript:alert(1)) et &lt;là&gt;.\r\n"
    "\r\n"
    "قالت وكالة الطاقة إن الإنتاج بلغ 500 MW أمس\r\n"
    "\r\n"
    "Les 𝟛𝟘 turbines pèsent 2 t ]]> --> </script > fin\u2028de ligne"
)


def awkward(path: str = "revue/😀 <b>article</b>.txt") -> Annotation:
    """Emoji, U+202F, NFD, CRLF, right-to-left, markup, overlapping layers, findings of several spans."""
    draft = Draft(AWKWARD, path=path)
    draft.segment("headline", "Le réacteur ☢️ livre 12\u202f000\u202fkWh 👩🏽‍🔬 par jour")
    draft.segment("link-target", "javascript:alert(1)", masked=True)
    draft.quantity("12\u202f000\u202fkWh", "12000", "kWh", joules="43200000000", interval=("11500", "12500"))
    draft.quantity("43,2\u00a0GJ", "43.2", "GJ", joules="43200000000", interval=("43.15", "43.25"))
    draft.quantity("10 %", "10", "%")
    draft.quantity("500 MW", "500", "MW", dimension="power")
    draft.quantity("𝟛𝟘 turbines", "30", "", noun="turbines")
    draft.entity("PER", "Hélène Noël")
    draft.entity("ORG", "e\u0301quipe d’Hélène Noël")
    draft.relation("equality", "q1", "q2")
    draft.finding(
        "conversion-mismatch",
        "error",
        "« 12\u202f000\u202fkWh » <b>ne valent pas</b> « 43,2\u00a0GJ » ?",
        "12\u202f000\u202fkWh",
        "43,2\u00a0GJ",
        roles=("énoncé", "converti"),
        calculation=("12\u202f000 kWh × 3,6 = 43\u202f200 MJ", "43,2 GJ", "43,2 GJ", None),
        suggestion=("43,3 GJ", "to_confirm"),
    )
    draft.finding("name-variant", "warning", "Deux graphies", "Hélène Noël", "e\u0301quipe d’Hélène")
    draft.finding("malformed-link", "error", "Lien javascript: refusé", "[ici](javascript:alert(1))")
    draft.finding("duplicate-passage", "check", "Passage entier", AWKWARD)
    draft.finding("unit-spacing", "style", "Espace insécable", "500 MW", suggestion=("500\u00a0MW", "safe"))
    draft.verified("conversion-mismatch", "12\u202f000 kWh = 43,2 GJ", "12\u202f000\u202fkWh", "43,2\u00a0GJ")
    return draft.done()


def many(count: int) -> Annotation:
    """*count* findings on as many lines."""
    lines = [f"La turbine numéro {n} a produit {n + 10} MWh en mars." for n in range(count)]
    text = "\n\n".join(lines)
    draft = Draft(text)
    at = 0
    for number, line in enumerate(lines):
        start = at + line.index(f"{number + 10} MWh")
        item = schema.Evidence(start=start, end=start + len(f"{number + 10} MWh"), text=f"{number + 10} MWh")
        severity = ("error", "warning", "check", "style")[number % 4]
        finding = schema.Finding(
            id=f"f{number + 1}",
            slug=f"check-{number % 7}",
            severity=severity,  # type: ignore[arg-type]
            confidence=0.9,
            message=f"Signalement numéro {number + 1}",
            explanation="",
            evidence=[item],
            fingerprint=f"{number:016x}",
        )
        draft.findings.append(finding)
        at += len(line) + 2
    return draft.done()


def write(annotation: Annotation, folder: Path, name: str = "article.txt.json") -> Path:
    """*annotation* as a file in *folder*."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(annotation.to_json() + "\n", encoding="utf-8")
    return path


def script_of(html: str, ident: str) -> Any:
    """The content of the JSON island *ident* of a page."""
    opening = f'<script type="application/json" id="{ident}">'
    start = html.index(opening) + len(opening)
    return json.loads(html[start : html.index("</script>", start)])
