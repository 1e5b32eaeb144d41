"""Precision of the mentions by row of `confidence.rows`; written by ``make train``."""

from __future__ import annotations

PRECISION: dict[str, float] = {
    "LOC": 0.924,
    "LOC correction": 0.933,
    "LOC correction, one word": 0.933,
    "LOC model": 0.924,
    "LOC model, one word": 0.94,
    "LOC model, repeated": 0.948,
    "LOC model, several words": 0.657,
    "ORG": 0.875,
    "ORG correction": 0.846,
    "ORG correction, listed": 0.9,
    "ORG correction, one word": 0.818,
    "ORG correction, repeated": 0.882,
    "ORG correction, several words": 0.8,
    "ORG model": 0.878,
    "ORG model, listed": 0.98,
    "ORG model, one word": 0.878,
    "ORG model, repeated": 0.857,
    "ORG model, several words": 0.735,
    "PER": 0.941,
    "PER correction": 0.948,
    "PER correction, repeated": 0.948,
    "PER model": 0.941,
    "PER model, one word": 0.781,
    "PER model, repeated": 0.982,
    "PER model, several words": 0.946,
}
