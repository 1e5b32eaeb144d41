"""JSON whose strings know where they are written.

The standard decoder is kept, in its pure Python form: it calls a replaceable function for each value that
is a string, and that function is told the offset.
"""

from __future__ import annotations

import json
import json.decoder
import json.scanner
import re
from typing import Any

from relecture.errors import InputError
from relecture.reading.runs import Run
from relecture.types import Span

_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL
)


class Located(str):
    """A string value and the range of its characters in the source, quotes left out."""

    __slots__ = ("at",)
    at: Span


def loads(source: str, path: str) -> Any:
    """Parse *source*; its string values are `Located`. Raises `InputError` when it is no JSON."""
    decoder = json.JSONDecoder()
    decoder.parse_string = _located  # type: ignore[attr-defined]
    decoder.scan_once = json.scanner.py_make_scanner(decoder)  # type: ignore[attr-defined]
    try:
        return decoder.decode(source)
    except json.JSONDecodeError as error:
        cause = f"not well-formed JSON: {error.msg.lower()} at line {error.lineno}, column {error.colno}"
        raise InputError(path, cause) from None
    except RecursionError:
        raise InputError(path, "refused: JSON nested too deep") from None
    except ValueError as error:
        raise InputError(path, f"refused: {error}") from None


def _located(source: str, start: int, strict: bool = True) -> tuple[Located, int]:
    text, end = json.decoder.scanstring(source, start, strict)  # type: ignore[attr-defined]
    located = Located(text)
    located.at = Span(start, end - 1)
    return located, end


def runs(value: Located, source: str) -> list[Run]:
    """The characters of *value* with their places in *source*, escapes apart."""
    found = []
    at = value.at.start
    for match in _ESCAPE.finditer(source, value.at.start, value.at.end):
        if match.start() > at:
            found.append(Run(source[at : match.start()], Span(at, match.start())))
        found.append(Run(json.loads(f'"{match.group()}"'), Span(*match.span())))
        at = match.end()
    if at < value.at.end:
        found.append(Run(source[at : value.at.end], Span(at, value.at.end)))
    return found
