"""The JSON contract, as pydantic models; ``annotate schema`` prints their JSON Schema.

Versioning: ``SCHEMA_VERSION`` is *major.minor*. A minor version only adds keys; anything a reader could
trip over is a major one. Numbers that were written by someone are decimal strings, never floats, so that
« 3,88 » stays 3.88. Offsets are Unicode code points into ``text``, end exclusive. No timestamps: the
same input gives the same bytes.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0"

DecimalString = str


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Spanned(_Model):
    start: int = Field(ge=0, description="first code point")
    end: int = Field(ge=0, description="one past the last code point")


class Generator(_Model):
    """What produced the file."""

    name: Literal["relecture"]
    version: str
    model: str
    model_version: str
    ner: Literal["tuned", "stock"]
    config_sha256: str


class Source(_Model):
    """The bytes that were read, and how."""

    path: str
    media_type: str
    sha256: str
    encoding: str
    bom: bool
    newline: str


class Metadata(_Model):
    """What the source says of itself."""

    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None


class Segment(_Spanned):
    """A stretch of the text with one role."""

    id: str
    role: str
    masked: bool = False
    locator: str | None = None


class Interval(_Model):
    """What the writing implies; a missing bound is open."""

    low: DecimalString | None = None
    high: DecimalString | None = None


class Unit(_Model):
    """The unit as written (``text``) and as understood (``canonical``, a pint-style name)."""

    text: str
    canonical: str
    symbol: str
    start: int | None = None
    end: int | None = None
    note: str | None = None
    spelling: str = "standard"
    expected: str | None = None


class SIValue(_Model):
    """The written number converted exactly."""

    unit: str
    value: DecimalString | None = None
    low: DecimalString | None = None
    high: DecimalString | None = None


class Measured(_Model):
    """What the quantity measures."""

    noun: str | None = None
    lemma: str | None = None
    start: int | None = None
    end: int | None = None
    owner: str | None = None
    verb: str | None = None
    direction: int = 0


class Quantity(_Spanned):
    """A number with its unit; ``value`` is null for a range or a vague quantity."""

    id: str
    text: str
    kind: str
    value: DecimalString | None
    low: DecimalString | None = None
    high: DecimalString | None = None
    range_of: str | None = None
    approximation: str
    interval: Interval | None = None
    unit: Unit
    dimension: str
    si: SIValue | None = None
    energy_kwh: DecimalString | None = None
    noun: str | None = None
    readings: list[DecimalString] | None = None
    measures: Measured | None = None
    period: str | None = None
    modality: str
    vague: bool = False
    segment: str | None = None


class Mention(_Spanned):
    """One naming of an entity."""

    text: str
    form: str
    confidence: float


class Role(_Spanned):
    """A function held, where the text says so."""

    title: str
    organisation: str | None = None
    organisation_id: str | None = None
    marker: str | None = None


class Entity(_Model):
    """A person, an organisation or a place."""

    id: str
    label: Literal["PER", "ORG", "LOC"]
    canonical: str
    confidence: float
    mentions: list[Mention]
    roles: list[Role]


class Quote(_Spanned):
    """Quoted speech and its speaker."""

    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_id: str | None = None


class Relation(_Model):
    """A link that the text makes between mentions."""

    id: str
    kind: str
    operands: list[str]
    explicit: bool
    start: int | None = None
    end: int | None = None


class Evidence(_Spanned):
    """A span to look at."""

    text: str
    role: str | None = None
    mention: str | None = None


class Calculation(_Model):
    """The arithmetic behind a judgement."""

    relation: str
    stated: str
    expected: str
    verdict: str
    diagnosis: str | None = None


class Suggestion(_Model):
    """A replacement for the first evidence; ``safe`` or ``to_confirm``."""

    text: str
    safety: str


class Finding(_Model):
    """Something that does not hold together."""

    id: str
    slug: str
    severity: Literal["error", "warning", "check", "style"]
    confidence: float
    message: str
    explanation: str
    evidence: list[Evidence]
    calculation: Calculation | None = None
    suggestion: Suggestion | None = None
    fingerprint: str


class Verification(_Model):
    """Something that was checked; see the calculation's verdict."""

    slug: str
    message: str
    evidence: list[Evidence]
    calculation: Calculation


class Diagnostic(_Model):
    """Trouble met while reading or analysing; never an editorial judgement."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


class Annotation(_Model):
    """Everything relecture says of one article."""

    schema_version: str
    generator: Generator
    source: Source
    offset_unit: Literal["codepoint"]
    text: str
    metadata: Metadata
    segments: list[Segment]
    source_map: list[tuple[int, int, int, int]]
    quantities: list[Quantity]
    entities: list[Entity]
    quotes: list[Quote]
    relations: list[Relation]
    findings: list[Finding]
    verifications: list[Verification]
    diagnostics: list[Diagnostic]

    def to_json(self, *, indent: int | None = 2) -> str:
        """The annotation as JSON, keys in the contract's order, absent optional keys left out."""
        return self.model_dump_json(indent=indent, exclude_unset=True)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an annotation file."""
    schema = Annotation.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
