"""The data that the stages hand to each other.

Everything here is a frozen dataclass or an enumeration, and knows nothing of spaCy, pydantic or any
format. Offsets are Unicode code points into ``Text.raw``, end exclusive, everywhere.

Reading order: `Span`, `Text`, `Quantity`, `Entity`, `Relation`, `Finding`, `Article`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``0 <= start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True when the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True when *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of *text* that this span covers."""
        return text[self.start : self.end]


# ---------------------------------------------------------------- text


class SegmentRole(StrEnum):
    """What a stretch of the article is for."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    BODY = "body"
    QUOTE = "quote"
    CAPTION = "caption"
    LINK_LABEL = "link-label"
    LINK_TARGET = "link-target"
    SOURCE = "source"
    CODE = "code"
    ARTEFACT = "artefact"
    METADATA = "metadata"
    MARKUP = "markup"


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of the text with one role; masked segments are never analysed as prose.

    ``locator`` says where the segment stands in the source document (XPath, paragraph number), when
    the source is not plain text.
    """

    id: str
    role: SegmentRole
    span: Span
    masked: bool = False
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A Markdown or HTML link: ``[label](target)``; ``closed`` is false when the last bracket is missing.

    ``address`` is set where the target is not in the text (HTML, office files): ``target`` is then empty.
    """

    span: Span
    label: Span
    target: Span
    closed: bool = True
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from and how its bytes were read."""

    path: str
    media_type: str = "text/plain"
    sha256: str = ""
    encoding: str = "utf-8"
    bom: bool = False
    newline: str = "\n"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Trouble met while reading or analysing; never an editorial judgement."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """An article as decoded.

    ``folded`` has the same length as ``raw`` with typographic variants made plain; ``prose`` has the
    same length again with every masked character replaced by a space (newlines kept), so that an
    offset means the same thing in the three. ``source_map`` holds (text start, text end, source
    start, source end) rows where the text is not the source character for character; empty when it is.
    """

    raw: str
    folded: str
    prose: str
    segments: tuple[Segment, ...]
    source: Source
    links: tuple[Link, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    source_map: tuple[tuple[int, int, int, int], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def segment_at(self, offset: int) -> Segment | None:
        """The innermost (shortest) segment that covers *offset*."""
        covering = [s for s in self.segments if s.span.start <= offset < s.span.end]
        return min(covering, key=lambda s: len(s.span), default=None)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the article with what the French model says of it; ``head`` is an index in the token list."""

    span: Span
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    morph: str = ""


# ---------------------------------------------------------------- quantities


class Kind(StrEnum):
    """What sort of quantity; see the annotation guide."""

    MEASURE = "measure"
    MONEY = "money"
    PERCENT = "percent"
    DURATION = "duration"
    TEMPERATURE = "temperature"
    COUNT = "count"
    RATE = "rate"
    RANGE = "range"


class Approximation(StrEnum):
    """How the writer qualifies the number; only ever from a cue in the text."""

    NONE = "none"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    OVER = "over"
    UNDER = "under"


class Modality(StrEnum):
    """Whether the writer states the figure as a fact."""

    STATED = "stated"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    NEGATED = "negated"
    QUOTED = "quoted"


class Spelling(StrEnum):
    """How the unit is written against the unit table."""

    STANDARD = "standard"
    WRONG_CASE = "wrong_case"
    UNACCENTED = "unaccented"
    MISSPELT = "misspelt"


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of Decimals in the quantity's own unit; ``None`` means unbounded on that side."""

    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written and as understood.

    ``canonical`` is the pint-style name (``kilowatt_hour``, ``euro/megawatt_hour``); ``dimension`` a
    pint-style product of base dimensions in our own names (``energy``, ``power``, ``energy/time``,
    ``currency/energy``, ``dimensionless``…); ``note`` qualifies without changing the dimension (peak,
    thermal, electric). ``span`` is the unit's own span, ``None`` where the unit is understood (« 3,3
    milliards » after « 8,5 milliards d'euros »). ``expected`` is the right spelling when
    ``spelling`` is not standard.
    """

    text: str
    canonical: str
    symbol: str
    dimension: str
    span: Span | None = None
    note: str | None = None
    spelling: Spelling = Spelling.STANDARD
    expected: str | None = None


@dataclass(frozen=True, slots=True)
class SIValue:
    """The written number converted exactly; ``low``/``high`` for a range, ``value`` otherwise."""

    unit: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """What a quantity measures: the head noun (surface and lemma), its owner, the governing verb."""

    noun: str | None = None
    lemma: str | None = None
    span: Span | None = None
    owner: str | None = None
    verb: str | None = None
    direction: int = 0


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit.

    ``value`` is set for a single number, ``low``/``high`` for a range or a vague quantity. ``readings``
    lists every possible value when the writing is ambiguous (« 12.294 »), the preferred one first.
    ``number`` is the span of the number with its multiplier word. ``per`` and ``period`` are the
    adverbial period (« par an », « en 2024 ») that is *not* part of the unit. ``low`` ≤ ``high`` always;
    ``descending`` says that a range is written the other way round (« entre 330 et 300 TWh »).
    """

    id: str
    span: Span
    text: str
    kind: Kind
    number: Span
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    range_of: Kind | None = None
    approximation: Approximation = Approximation.NONE
    cue: Span | None = None
    interval: Interval | None = None
    unit: Unit | None = None
    si: SIValue | None = None
    energy_kwh: Decimal | None = None
    noun: str | None = None
    readings: tuple[Decimal, ...] = ()
    measures: Measured | None = None
    period: str | None = None
    modality: Modality = Modality.STATED
    vague: bool = False
    segment: str | None = None
    descending: bool = False

    @property
    def base_kind(self) -> Kind:
        """The kind of the thing measured, ranges looked through."""
        return self.range_of or self.kind

    @property
    def dimension(self) -> str:
        """The dimension of the unit; ``dimensionless`` when there is none."""
        return self.unit.dimension if self.unit else "dimensionless"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar date as written; ``month``, ``day``, ``year`` and ``weekday`` (0 = lundi) where given."""

    span: Span
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


# ---------------------------------------------------------------- entities


class Label(StrEnum):
    """The three labels we report."""

    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"


class MentionForm(StrEnum):
    """How a mention names its entity."""

    FULL = "full"
    SHORT = "short"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of an entity; ``confidence`` is the probability that span and label are right."""

    span: Span
    text: str
    form: MentionForm = MentionForm.FULL
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Role:
    """A function held by a person, where the text says so; ``organisation_id`` when it is a known entity."""

    title: str
    span: Span
    organisation: str | None = None
    organisation_id: str | None = None
    marker: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, an organisation or a place, with all its mentions in text order."""

    id: str
    label: Label
    canonical: str
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted speech: ``span`` includes the quotation marks; ``speaker`` as written, where the text says who."""

    span: Span
    speaker: str | None = None
    speaker_span: Span | None = None
    speaker_id: str | None = None


# ---------------------------------------------------------------- relations and judgements


class RelationKind(StrEnum):
    """How two or more mentions are linked by the text."""

    EQUALITY = "equality"
    PARTITION = "partition"
    INCLUSION = "inclusion"
    SHARE = "share"
    CHANGE = "change"
    RATIO = "ratio"
    PRODUCT = "product"
    COMPARISON = "comparison"
    SAME_FACT = "same-fact"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Relation:
    """A link between mentions that the text makes; ``operands`` are ids in the order the kind defines.

    ``explicit`` is true when a trigger word says so; only then may a finding be an ``error``.
    """

    id: str
    kind: RelationKind
    operands: tuple[str, ...]
    trigger: Span | None = None
    explicit: bool = True
    attributes: dict[str, Any] = field(default_factory=dict)


class Severity(StrEnum):
    """From demonstrable to cosmetic."""

    ERROR = "error"
    WARNING = "warning"
    CHECK = "check"
    STYLE = "style"


class Verdict(StrEnum):
    """What a comparison of intervals concludes."""

    VERIFIED = "verified"
    BORDERLINE = "borderline"
    INCONSISTENT = "inconsistent"
    UNVERIFIABLE = "unverifiable"


class Safety(StrEnum):
    """Whether a suggestion may be applied without a second look."""

    SAFE = "safe"
    TO_CONFIRM = "to_confirm"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span that an editor must look at, and what part it plays (« énoncé », « attendu »…)."""

    span: Span
    text: str
    role: str = ""
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Calculation:
    """The arithmetic behind a judgement, ready to be shown."""

    relation: str
    stated: str
    expected: str
    verdict: Verdict
    diagnosis: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A replacement for the first evidence span."""

    text: str
    safety: Safety


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold together. ``fingerprint`` does not depend on offsets."""

    slug: str
    severity: Severity
    confidence: float
    message: str
    evidence: tuple[Evidence, ...]
    explanation: str = ""
    calculation: Calculation | None = None
    suggestion: Suggestion | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """Something that was checked and found right (or could not be decided, see the verdict)."""

    slug: str
    message: str
    evidence: tuple[Evidence, ...]
    calculation: Calculation


# ---------------------------------------------------------------- the article


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """A text and all that was read in it. Sequences are in text order.

    Two articles are equal when they are one object, so that what is computed of one can be kept in a cache.
    """

    text: Text
    sentences: tuple[Span, ...] = ()
    tokens: tuple[Token, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    entities: tuple[Entity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    relations: tuple[Relation, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that covers *offset*, if any."""
        return next((s for s in self.sentences if s.start <= offset < s.end), None)

    def quantities_in(self, span: Span) -> Iterator[Quantity]:
        """The quantities that lie wholly inside *span*, in text order."""
        return (q for q in self.quantities if span.contains(q.span))


def first_overlapping(spans: Sequence[Span], span: Span) -> Span | None:
    """The first of *spans* that overlaps *span*; ``None`` when none does."""
    return next((s for s in spans if s.overlaps(span)), None)
