"""Finding and reading annotation files, with the decisions that lie beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from relecture.checks.decisions import SUFFIX, Decision, decisions_path, read_decisions
from relecture.errors import InputError
from relecture.schema import SCHEMA_VERSION, Annotation

#: Keys that tell an annotation from the other JSON files of a folder (manifests, decisions).
_HALLMARKS = frozenset({"schema_version", "generator", "source", "findings", "text"})


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One annotation, the name to show it under, and the decisions already taken (``by fingerprint``)."""

    name: str
    annotation: Annotation
    decisions: dict[str, Decision] = field(default_factory=dict)

    @property
    def decisions_name(self) -> str:
        """The file name under which the decisions of this article are kept."""
        name = PurePosixPath(self.annotation.source.path.replace("\\", "/")).name or "article"
        return decisions_path(Path(name)).name


def holds_annotations(path: Path) -> bool:
    """True for an annotation file, and for a folder in which there is one."""
    if path.is_dir():
        return any(holds_annotations(inside) for inside in _files(path))
    try:
        return any(_is_annotation(values) for values in _rows(path))
    except InputError:
        return False


def load_annotations(paths: Iterable[Path]) -> Iterator[Reviewed | InputError]:
    """Every annotation of *paths*, folders searched to the bottom in name order.

    A ``.json`` file holds one, a ``.jsonl`` file one a line.

    What cannot be read gives an `InputError` in its place, so that the others are still done. Inside a
    folder, JSON files that are no annotation are passed over; a file named outright must be one.
    """
    for path in paths:
        if path.is_dir():
            yield from _folder(path)
        else:
            yield from _file(path, path.name, named=True)


def _files(folder: Path) -> list[Path]:
    """The files of *folder* that may hold annotations."""
    inside = (p for p in folder.rglob("*.json*") if p.suffix in (".json", ".jsonl"))
    return sorted(
        path
        for path in inside
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and not path.name.endswith(SUFFIX)
        and path.is_file()
    )


def _folder(folder: Path) -> Iterator[Reviewed | InputError]:
    found = False
    for path in _files(folder):
        for item in _file(path, path.relative_to(folder).as_posix(), named=False):
            found = True
            yield item
    if not found:
        yield InputError(str(folder), "no annotation in this folder (run « annotate … -o » first)")


def _file(path: Path, name: str, *, named: bool) -> Iterator[Reviewed | InputError]:
    try:
        for values in _rows(path):
            if _is_annotation(values):
                yield _reviewed(values, path, None if path.suffix == ".jsonl" else name.removesuffix(".json"))
            elif named:
                yield InputError(str(path), "not an annotation (run « annotate » on the article first)")
    except InputError as error:
        yield error


def load_annotation(path: Path) -> Reviewed:
    """The annotation in the file *path*; raises `InputError` when there is none."""
    for item in _file(path, path.name, named=True):
        if isinstance(item, InputError):
            raise item
        return item
    raise InputError(str(path), "an empty file")


def _is_annotation(values: Any) -> bool:
    return isinstance(values, dict) and values.keys() >= _HALLMARKS


def _reviewed(values: dict[str, Any], path: Path, name: str | None) -> Reviewed:
    version = str(values["schema_version"])
    if version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        raise InputError(str(path), f"schema version {version}, this program reads {SCHEMA_VERSION}")
    try:
        annotation = Annotation.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(str(path), f"not a valid annotation: {where}: {first['msg']}") from error
    item = Reviewed(name or annotation.source.path, annotation)
    return replace(item, decisions=read_decisions(path.with_name(item.decisions_name)))


def _rows(path: Path) -> Iterator[Any]:
    """The JSON value of *path*, or one a line."""
    try:
        content = path.read_bytes()
        if path.suffix != ".jsonl":
            yield json.loads(content)
            return
        for line in content.splitlines():
            if line.strip():
                yield json.loads(line)
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise InputError(str(path), f"not JSON: {error}") from error
