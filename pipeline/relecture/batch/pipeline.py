"""What workers run: files read, the whole pipeline on each micro-batch, JSON and index rows."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from typing import Any

from relecture import schema
from relecture.batch.model import (
    Annotated,
    DecisionRow,
    EntityRow,
    Failure,
    FindingRow,
    Format,
    Job,
    QuantityRow,
    Record,
    Result,
    Several,
)
from relecture.batch.sources import shown
from relecture.checks.decisions import decisions_path, read_decisions
from relecture.errors import InputError
from relecture.reading import read_bytes, read_many_bytes
from relecture.reading.limits import MAX_FILE_BYTES
from relecture.reading.registry import find
from relecture.settings import Settings
from relecture.types import Severity, Text

#: The import path of `make`, for `WorkerSpec`.
FACTORY = f"{__name__}:make"
#: New objects after which the collector looks for cycles. A batch of articles keeps many alive for a moment:
#: with the interpreter's 700, it would look at them again and again for nothing.
_COLLECTED_AFTER = 5_000
#: Annotated before the first article, so that the forks share what is loaded or computed on first use.
_WARM_UP = "Le 12 mars, la centrale de 3 MW a produit 20 GWh, selon Anne Martin, directrice d'EDF à Lyon."


def pack(settings: Settings, format: Format, *, index: bool) -> str:
    """What `make` needs, as a string that can be sent anywhere."""
    return json.dumps({"settings": asdict(settings), "format": format.value, "index": index}, sort_keys=True)


def unpack(options: str) -> tuple[Settings, Format, bool]:
    """The inverse of `pack`."""
    given = json.loads(options)
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in given["settings"].items()}
    values["min_severity"] = Severity(values["min_severity"])
    return Settings(**values), Format(given["format"]), given["index"]


def config(options: str) -> str:
    """A hash of all that makes an output but its source: *options* (`pack`), versions, files they name."""
    import relecture

    settings, _, _ = unpack(options)
    parts = [options, relecture.__version__, schema.SCHEMA_VERSION, _model_version(settings.model)]
    parts += [_digest(path) for path in (*settings.gazetteers, *settings.reference_facts)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _model_version(model: str) -> str:
    try:
        return version(model)
    except PackageNotFoundError:  # a folder; `load` says so if it is neither
        return _digest(str(Path(model) / "meta.json"))


def _digest(path: str) -> str:
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""


def holds_several(path: str) -> bool:
    """True for a file that may hold several articles: an archive, a feed."""
    try:
        return find(path).many
    except InputError:
        return False


def make(options: str) -> Worker:
    """The annotator for *options* (`pack`). Raises `ModelError` without the model."""
    annotator = Worker(*unpack(options))
    annotator.warm_up()
    gc.set_threshold(_COLLECTED_AFTER, *gc.get_threshold()[1:])
    return annotator


class Worker:
    """An `Annotate`: each job's articles read, annotated together, turned into JSON and a `Record`."""

    def __init__(self, settings: Settings, format: Format, index: bool) -> None:
        self.settings, self.index = settings, index
        self.indent = 2 if format is Format.JSON else None
        self._open: _Container | None = None

    def warm_up(self) -> None:
        """Load and compute once what every article needs."""
        data = f"{_WARM_UP}\n".encode()
        for _ in self._annotated([read_bytes(data, path="warm-up.txt")]):
            pass

    def __call__(self, jobs: Sequence[Job]) -> Iterator[Result]:
        """One result a job, in order."""
        read = [self._read(job) for job in jobs]
        done = self._annotated([item for item in read if isinstance(item, Text)])
        for item in read:
            yield next(done) if isinstance(item, Text) else item

    def _annotated(self, texts: Sequence[Text]) -> Iterator[Annotated]:
        from relecture.annotator import annotate_texts

        for text, annotation in zip(texts, annotate_texts(texts, settings=self.settings), strict=True):
            kept = record(annotation, index=self.index)
            if self.index:
                kept = replace(kept, decisions=tuple(_decisions(text.source.path)))
            yield Annotated(annotation.to_json(indent=self.indent), kept)

    def _read(self, job: Job) -> Text | Several | Failure:
        try:
            if job.member is None:
                return read_bytes(_bytes(job.path), path=job.name)
            if job.opens:
                articles = read_many_bytes(_bytes(job.path), path=job.name)
                return Several(tuple(a.path if isinstance(a, InputError) else a.source.path for a in articles))
            found = self._member(job.path, job.member)
        except InputError as error:
            return Failure(error.cause)
        except OSError as error:
            return Failure(error.strerror or str(error), transient=True)
        return Failure(found.cause) if isinstance(found, InputError) else found

    def _member(self, path: str, rank: int) -> Text | InputError:
        """The article *rank* of a file; the file stays open at that place for the next one."""
        if self._open is None or self._open.path != path or self._open.rank > rank:
            self._open = _Container(path, read_many_bytes(_bytes(path), path=shown(path)))
        return self._open.at(rank)


class _Container:
    """A file of several articles being read forward."""

    def __init__(self, path: str, articles: Iterator[Text | InputError]) -> None:
        self.path, self.rank, self._articles = path, 0, articles

    def at(self, rank: int) -> Text | InputError:
        found = next(islice(self._articles, rank - self.rank, None), None)
        self.rank = rank + 1
        return found or InputError(self.path, "the article is no longer there")


def _bytes(path: str) -> bytes:
    with open(path, "rb") as stream:
        data = stream.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise InputError(path, f"more than {MAX_FILE_BYTES} bytes")
    return data


def record(annotation: schema.Annotation, *, index: bool) -> Record:
    """What the manifest keeps of *annotation*, and what the index does when there is one."""
    return Record(
        sha256=annotation.source.sha256,
        findings=tuple(_finding(f) for f in annotation.findings),
        title=annotation.metadata.title,
        published=annotation.metadata.published,
        quantities=tuple(_quantity(q) for q in annotation.quantities) if index else (),
        entities=tuple(EntityRow(e.id, e.label, e.canonical, len(e.mentions)) for e in annotation.entities)
        if index
        else (),
        text=annotation.text if index else "",
    )


def _finding(f: schema.Finding) -> FindingRow:
    first = f.evidence[0]
    return FindingRow(
        ident=f.id,
        slug=f.slug,
        severity=f.severity,
        confidence=f.confidence,
        message=f.message,
        start=first.start,
        end=first.end,
        text=first.text,
        fingerprint=f.fingerprint,
    )


def _quantity(q: schema.Quantity) -> QuantityRow:
    return QuantityRow(
        ident=q.id,
        start=q.start,
        end=q.end,
        text=q.text,
        kind=q.kind,
        value=_number(q.value),
        low=_number(q.low),
        high=_number(q.high),
        unit=q.unit.canonical,
        dimension=q.dimension,
        si_value=_number(q.si.value) if q.si else None,
        si_unit=q.si.unit if q.si else None,
        noun=q.noun,
    )


def _decisions(article: str) -> Iterator[DecisionRow]:
    for decision in read_decisions(decisions_path(Path(article))).values():
        yield DecisionRow(**asdict(decision))


def _number(text: str | None) -> float | None:
    return None if text is None else float(text)
