"""Why something failed, said in French."""

from __future__ import annotations

import errno
import os

import pytest

from relecture.cli.causes import said


@pytest.mark.parametrize(
    ("reason", "french"),
    [
        (f"/disque/out/a.json: {os.strerror(errno.ENOSPC)}", "/disque/out/a.json: plus de place sur le disque"),
        (os.strerror(errno.EACCES), "permission refusée"),
        ("out/index.sqlite: database or disk is full", "out/index.sqlite: plus de place sur le disque"),
        ("not done after 120 s", "pas fini après 120 s"),
        ("its worker was ended by SIGSEGV", "son processus a été arrêté (signal SIGSEGV)"),
        ("out of memory (limit 3072 MB)", "mémoire épuisée (limite : 3072 Mo)"),
        ("ValueError: cannot stand it", "ValueError: cannot stand it"),
    ],
)
def test_known_reasons_have_a_french_wording(reason: str, french: str) -> None:
    assert said(reason, "fr") == french
    assert said(reason, "en") == reason
