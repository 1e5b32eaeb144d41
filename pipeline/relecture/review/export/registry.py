"""The explicit list of export formats. One line a format; a module is imported when its format is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from relecture.errors import ConfigurationError

if TYPE_CHECKING:  # the command lists the formats in its help: nothing heavy may be imported here
    from relecture.review.export.base import ExportFunction, Output
    from relecture.review.load import Reviewed


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module that writes it, what it is for, and the extra that installs what it needs."""

    module: str
    title: str
    extra: str | None = None


FORMATS: dict[str, Format] = {
    "sarif": Format("sarif", "SARIF 2.1.0, for code scanning"),
    "label-studio": Format("label_studio", "Label Studio tasks with predictions and relations"),
    "w3c": Format("w3c", "W3C Web Annotation (JSON-LD)"),
    "cas": Format("cas", "UIMA CAS JSON, for INCEpTION", extra="cas"),
    "xmi": Format("xmi", "UIMA CAS XMI with its type system", extra="cas"),
    "spacy": Format("spacy_docbin", "spaCy DocBin with spans"),
    "prodigy": Format("prodigy", "Prodigy JSONL"),
    "doccano": Format("doccano", "doccano JSONL"),
    "csv": Format("table", "CSV: one row a finding, one a quantity"),
    "docx": Format("docx_comments", "Word document with comments", extra="docx"),
    "displacy": Format("displacy", "displaCy HTML"),
}


def export(name: str, items: Sequence[Reviewed]) -> Iterator[Output]:
    """The files of *items* in the format *name*; raises `ConfigurationError` like `exporter`."""
    return exporter(name)(items)


def exporter(name: str) -> ExportFunction:
    """What writes the format *name*.

    Raises `ConfigurationError` on an unknown format or when what it needs is not installed.
    """
    if name not in FORMATS:
        raise ConfigurationError(f"unknown format « {name} »: one of {', '.join(FORMATS)}")
    chosen = FORMATS[name]
    try:
        module = import_module(f"relecture.review.export.{chosen.module}")
    except ModuleNotFoundError as error:
        if chosen.extra is None:
            raise
        raise ConfigurationError(
            f"the format « {name} » needs {error.name}: pip install 'relecture[{chosen.extra}]'"
        ) from error
    return cast("ExportFunction", module.export)
