"""Precision of the mentions by row of `confidence.rows`; written by ``make train``."""

from __future__ import annotations

PRECISION: dict[str, float] = {
    "LOC": 0.918,
    "LOC model": 0.918,
    "LOC model, one word": 0.92,
    "LOC model, repeated": 0.947,
    "LOC model, several words": 0.694,
    "ORG": 0.808,
    "ORG correction": 0.676,
    "ORG correction, listed": 0.846,
    "ORG correction, one word": 0.718,
    "ORG correction, repeated": 0.746,
    "ORG correction, several words": 0.718,
    "ORG model": 0.814,
    "ORG model, listed": 0.96,
    "ORG model, one word": 0.708,
    "ORG model, repeated": 0.913,
    "ORG model, several words": 0.675,
    "PER": 0.941,
    "PER correction": 0.947,
    "PER correction, repeated": 0.947,
    "PER model": 0.94,
    "PER model, one word": 0.787,
    "PER model, repeated": 0.98,
    "PER model, several words": 0.943,
}
