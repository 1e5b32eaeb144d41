"""French for quantulum3, in the shape of its own ``_lang/en_US``.

``units.json`` and ``entities.json`` are generated from the unit table (``python -m
relecture.quantities.generate``); the rest is written by hand. Two differences with the English pack: the
decimal comma is made a point before quantulum3 sees it, and nothing here imports ``inflect``.
"""

from pathlib import Path

lang = Path(__file__).parent.name
