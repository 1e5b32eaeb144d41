"""Finding and reading annotation files, with the decisions that lie beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from relecture.errors import InputError
from relecture.schema import SCHEMA_VERSION, Annotation

DECISIONS_SUFFIX = ".decisions.json"
#: Keys that tell an annotation from the other JSON files of a folder (manifests, decisions).
_HALLMARKS = frozenset({"schema_version", "generator", "findings", "text"})


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One annotation, the name to show it under, and the decisions already taken (``by fingerprint``)."""

    name: str
    annotation: Annotation
    decisions: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def decisions_name(self) -> str:
        """The file name under which the decisions of this article are kept."""
        stem = PurePosixPath(self.annotation.source.path.replace("\\", "/")).name or "article"
        return stem + DECISIONS_SUFFIX


def load_annotations(paths: Iterable[Path]) -> Iterator[Reviewed | InputError]:
    """Every annotation of *paths*, folders searched to the bottom in name order.

    What cannot be read gives an `InputError` in its place, so that the others are still done. Inside a
    folder, JSON files that are no annotation are passed over; a file named outright must be one.
    """
    for path in paths:
        if path.is_dir():
            yield from _folder(path)
        else:
            try:
                yield load_annotation(path)
            except InputError as error:
                yield error


def _folder(folder: Path) -> Iterator[Reviewed | InputError]:
    found = False
    for path in sorted(folder.rglob("*.json")):
        relative = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in relative.parts)
        if hidden or path.name.endswith(DECISIONS_SUFFIX) or not path.is_file():
            continue
        try:
            values = _json(path)
            if not isinstance(values, dict) or not values.keys() >= _HALLMARKS:
                continue
            found = True
            yield _reviewed(values, path, relative.as_posix())
        except InputError as error:
            found = True
            yield error
    if not found:
        yield InputError(str(folder), "no annotation in this folder (run « annotate … -o » first)")


def load_annotation(path: Path) -> Reviewed:
    """The annotation in the file *path*; raises `InputError` when there is none."""
    values = _json(path)
    if not isinstance(values, dict) or not values.keys() >= _HALLMARKS:
        raise InputError(str(path), "not an annotation (run « annotate » on the article first)")
    return _reviewed(values, path, path.name)


def _reviewed(values: dict[str, Any], path: Path, name: str) -> Reviewed:
    version = str(values["schema_version"])
    if version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        raise InputError(str(path), f"schema version {version}, this program reads {SCHEMA_VERSION}")
    try:
        annotation = Annotation.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(str(path), f"not a valid annotation: {where}: {first['msg']}") from error
    item = Reviewed(name.removesuffix(".json"), annotation)
    return Reviewed(item.name, annotation, _decisions(path.with_name(item.decisions_name)))


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise InputError(str(path), f"not JSON: {error}") from error


def _decisions(path: Path) -> dict[str, dict[str, str]]:
    """The decisions kept in *path*, by fingerprint; none when there is no such file."""
    if not path.is_file():
        return {}
    values = _json(path)
    rows = values.get("decisions") if isinstance(values, dict) else None
    if not isinstance(rows, list):
        raise InputError(str(path), "not a file of decisions")
    return {
        row["fingerprint"]: {key: str(value) for key, value in row.items()}
        for row in rows
        if isinstance(row, dict) and isinstance(row.get("fingerprint"), str)
    }
