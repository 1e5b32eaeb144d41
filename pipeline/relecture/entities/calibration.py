"""Precision of the mentions by row of `confidence.rows`; written by ``make train``."""

from __future__ import annotations

PRECISION: dict[str, float] = {
    "LOC": 0.918,
    "LOC model": 0.918,
    "LOC model, one word": 0.92,
    "LOC model, repeated": 0.947,
    "LOC model, several words": 0.694,
    "ORG": 0.807,
    "ORG correction": 0.591,
    "ORG correction, listed": 0.769,
    "ORG correction, one word": 0.717,
    "ORG correction, repeated": 0.745,
    "ORG correction, several words": 0.645,
    "ORG model": 0.82,
    "ORG model, listed": 0.96,
    "ORG model, one word": 0.743,
    "ORG model, repeated": 0.913,
    "ORG model, several words": 0.671,
    "PER": 0.947,
    "PER correction": 0.953,
    "PER correction, repeated": 0.953,
    "PER model": 0.946,
    "PER model, one word": 0.829,
    "PER model, repeated": 0.981,
    "PER model, several words": 0.943,
}
