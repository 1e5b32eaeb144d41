"""Precision of the mentions by row of `confidence.rows`; written by ``make train``."""

from __future__ import annotations

PRECISION: dict[str, float] = {"PER": 0.9, "ORG": 0.8, "LOC": 0.9}
