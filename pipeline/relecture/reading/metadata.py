"""Metadata in one form: title, byline, published (ISO), language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from relecture.reading.markers import METADATA_KEYS, MONTHS
from relecture.text import unaccented

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_WORDS = re.compile(r"(\d{1,2})(?:er)? ([a-z]{3,9}) (\d{4})")


def normalised(values: Mapping[Any, Any]) -> dict[str, str]:
    """The keys of *values* that we know, under our names; the first of two synonyms wins.

    A date that cannot be read is left out: ``published`` is ISO 8601 or absent.
    """
    found: dict[str, str] = {}
    for key, value in values.items():
        name = METADATA_KEYS.get(unaccented(str(key)).replace("_", "").replace("-", ""))
        text = _as_text(value)
        if name == "published":
            text = iso_date(text) or ""
        if name and text:
            found.setdefault(name, text)
    return found


def _as_text(value: Any) -> str:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, (str, int, float)):
        return " ".join(str(value).split())
    if isinstance(value, list):
        return ", ".join(str(v) for v in value if isinstance(v, str))
    return ""


def iso_date(text: str) -> str | None:
    """*text* as an ISO date, with its time if any; « 12/03/2024 » and « 12 mars 2024 » are understood."""
    text = " ".join(text.split())
    if _ISO.match(text):
        try:
            return (
                datetime.fromisoformat(text).isoformat()
                if len(text) > 10
                else date.fromisoformat(text).isoformat()
            )
        except ValueError:
            return _date(*(int(part) for part in text[:10].split("-")))
    slashed = _SLASHED.search(text)
    if slashed:
        day, month, year = (int(group) for group in slashed.groups())
        return _date(year, month, day)
    words = _WORDS.search(unaccented(text))
    if words and words.group(2) in MONTHS:
        return _date(int(words.group(3)), MONTHS[words.group(2)], int(words.group(1)))
    return None


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
