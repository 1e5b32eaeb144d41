"""Entities: people, organisations and places, their mentions, roles and words.

Reading order: `candidates`, `corrections` (and the modules it lists), `cluster`, `roles`, `reader`, `quotes`.
"""

from __future__ import annotations

from relecture.entities.reader import read_entities

__all__ = ["read_entities"]
