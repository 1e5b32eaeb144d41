"""Precision of the mentions by row of `confidence.rows`; written by ``make train``."""

from __future__ import annotations

PRECISION: dict[str, float] = {
    "LOC": 0.916,
    "LOC model": 0.916,
    "LOC model, one word": 0.915,
    "LOC model, repeated": 0.957,
    "LOC model, several words": 0.644,
    "ORG": 0.841,
    "ORG correction": 0.741,
    "ORG correction, listed": 0.836,
    "ORG correction, one word": 0.773,
    "ORG correction, repeated": 0.766,
    "ORG correction, several words": 0.727,
    "ORG model": 0.85,
    "ORG model, listed": 0.988,
    "ORG model, one word": 0.777,
    "ORG model, repeated": 0.915,
    "ORG model, several words": 0.7,
    "PER": 0.941,
    "PER correction": 0.948,
    "PER correction, repeated": 0.948,
    "PER model": 0.941,
    "PER model, one word": 0.781,
    "PER model, repeated": 0.982,
    "PER model, several words": 0.946,
}
