"""Precision of the mentions by row of `confidence.bucket`; written by ``make train``."""

from __future__ import annotations

from collections import defaultdict

PRECISION: dict[str, float] = defaultdict(lambda: 0.8)
