"""From our own types to the JSON contract. Pure mapping: it decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from relecture import schema
from relecture import types as t

_METADATA_KEYS = tuple(schema.Metadata.model_fields)


def decimal_text(value: Decimal) -> str:
    """A Decimal without exponent nor useless zeros: ``3.88``, ``3880000``, ``-0.5``."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def annotation(
    article: t.Article,
    findings: Iterable[t.Finding],
    verifications: Iterable[t.Verification],
    diagnostics: Iterable[t.Diagnostic],
    *,
    generator: schema.Generator,
) -> schema.Annotation:
    """The annotation of *article*; *diagnostics* are those of all stages, in order."""
    text = article.text
    source = text.source
    return schema.Annotation(
        schema_version=schema.SCHEMA_VERSION,
        generator=generator,
        source=schema.Source(
            path=source.path,
            media_type=source.media_type,
            sha256=source.sha256,
            encoding=source.encoding,
            bom=source.bom,
            newline=source.newline,
        ),
        offset_unit="codepoint",
        text=text.raw,
        metadata=schema.Metadata(**{k: text.metadata[k] for k in _METADATA_KEYS if k in text.metadata}),
        segments=[_segment(s) for s in text.segments],
        source_map=list(text.source_map),
        quantities=[_quantity(q) for q in article.quantities],
        entities=[_entity(e) for e in article.entities],
        quotes=[_quote(q) for q in article.quotes],
        relations=[_relation(r) for r in article.relations],
        findings=[_finding(f"f{n}", f) for n, f in enumerate(findings, 1)],
        verifications=[_verification(v) for v in verifications],
        diagnostics=[_diagnostic(d) for d in diagnostics],
    )


def _set(**values: Any) -> dict[str, Any]:
    """Only the keys that have a value: the others stay unset and are not written."""
    return {key: value for key, value in values.items() if value is not None}


def _ends(span: t.Span | None, prefix: str = "") -> dict[str, Any]:
    return {} if span is None else {f"{prefix}start": span.start, f"{prefix}end": span.end}


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else decimal_text(value)


def _segment(segment: t.Segment) -> schema.Segment:
    return schema.Segment(
        id=segment.id,
        role=segment.role.value,
        **_ends(segment.span),
        **_set(masked=segment.masked or None, locator=segment.locator),
    )


def _quantity(q: t.Quantity) -> schema.Quantity:
    interval = q.interval and schema.Interval(
        **_set(low=_decimal(q.interval.low), high=_decimal(q.interval.high))
    )
    si = q.si and schema.SIValue(
        unit=q.si.unit,
        **_set(value=_decimal(q.si.value), low=_decimal(q.si.low), high=_decimal(q.si.high)),
    )
    return schema.Quantity(
        id=q.id,
        **_ends(q.span),
        text=q.text,
        kind=q.kind.value,
        value=_decimal(q.value),
        approximation=q.approximation.value,
        unit=_unit(q.unit),
        dimension=q.dimension,
        modality=q.modality.value,
        **_set(
            low=_decimal(q.low),
            high=_decimal(q.high),
            range_of=q.range_of and q.range_of.value,
            interval=interval,
            si=si,
            energy_kwh=_decimal(q.energy_kwh),
            noun=q.noun,
            readings=[decimal_text(r) for r in q.readings] if len(q.readings) > 1 else None,
            measures=_measured(q.measures),
            period=q.period,
            vague=q.vague or None,
            segment=q.segment,
        ),
    )


def _unit(unit: t.Unit | None) -> schema.Unit:
    if unit is None:
        return schema.Unit(text="", canonical="dimensionless", symbol="")
    spelling = None if unit.spelling is t.Spelling.STANDARD else unit.spelling.value
    return schema.Unit(
        text=unit.text,
        canonical=unit.canonical,
        symbol=unit.symbol,
        **_ends(unit.span),
        **_set(note=unit.note, spelling=spelling, expected=unit.expected),
    )


def _measured(measured: t.Measured | None) -> schema.Measured | None:
    if measured is None:
        return None
    return schema.Measured(
        **_ends(measured.span),
        **_set(
            noun=measured.noun,
            lemma=measured.lemma,
            owner=measured.owner,
            verb=measured.verb,
            direction=measured.direction or None,
        ),
    )


def _entity(entity: t.Entity) -> schema.Entity:
    return schema.Entity(
        id=entity.id,
        label=entity.label.value,
        canonical=entity.canonical,
        confidence=round(entity.confidence, 3),
        mentions=[
            schema.Mention(**_ends(m.span), text=m.text, form=m.form.value, confidence=round(m.confidence, 3))
            for m in entity.mentions
        ],
        roles=[
            schema.Role(
                **_ends(r.span),
                title=r.title,
                **_set(organisation=r.organisation, organisation_id=r.organisation_id, marker=r.marker),
            )
            for r in entity.roles
        ],
    )


def _quote(quote: t.Quote) -> schema.Quote:
    return schema.Quote(
        **_ends(quote.span),
        **_ends(quote.speaker_span, "speaker_"),
        **_set(speaker=quote.speaker, speaker_id=quote.speaker_id),
    )


def _relation(relation: t.Relation) -> schema.Relation:
    return schema.Relation(
        id=relation.id,
        kind=relation.kind.value,
        operands=list(relation.operands),
        explicit=relation.explicit,
        **_ends(relation.trigger),
    )


def _evidence(items: Iterable[t.Evidence]) -> list[schema.Evidence]:
    return [
        schema.Evidence(**_ends(e.span), text=e.text, **_set(role=e.role or None, mention=e.mention))
        for e in items
    ]


def _calculation(calculation: t.Calculation) -> schema.Calculation:
    return schema.Calculation(
        relation=calculation.relation,
        stated=calculation.stated,
        expected=calculation.expected,
        verdict=calculation.verdict.value,
        **_set(diagnosis=calculation.diagnosis),
    )


def _finding(ident: str, finding: t.Finding) -> schema.Finding:
    suggestion = finding.suggestion and schema.Suggestion(
        text=finding.suggestion.text, safety=finding.suggestion.safety.value
    )
    return schema.Finding(
        id=ident,
        slug=finding.slug,
        severity=finding.severity.value,
        confidence=round(finding.confidence, 3),
        message=finding.message,
        explanation=finding.explanation,
        evidence=_evidence(finding.evidence),
        fingerprint=finding.fingerprint,
        **_set(
            calculation=finding.calculation and _calculation(finding.calculation),
            suggestion=suggestion,
        ),
    )


def _verification(verification: t.Verification) -> schema.Verification:
    return schema.Verification(
        slug=verification.slug,
        message=verification.message,
        evidence=_evidence(verification.evidence),
        calculation=_calculation(verification.calculation),
    )


def _diagnostic(diagnostic: t.Diagnostic) -> schema.Diagnostic:
    return schema.Diagnostic(code=diagnostic.code, message=diagnostic.message, **_ends(diagnostic.span))
