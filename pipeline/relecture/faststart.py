"""Loading spaCy and its model in less time; the pipeline that results is the same.

1. *The garbage collector waits.* It would go again and again through the million objects of the model, which
   are there to stay. Measured on ``annotate article.txt``: 11 % of the CPU time.
2. *spaCy's command line is left out.* ``import spacy`` imports ``spacy.cli``, for its one function ``info``,
   and with it a downloader, HTTP clients and a template engine. Measured: 9 %. It can be imported later.

``RELECTURE_FASTPATH=off`` (see `relecture.fastpath`) leaves both as they are.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


def enabled() -> bool:
    """False when the environment asks for spaCy as it is."""
    return os.environ.get("RELECTURE_FASTPATH", "on") != "off"


@contextmanager
def quick_start() -> Iterator[None]:
    """Around the first import of spaCy and the loading of a model."""
    if not enabled():
        yield
        return
    collecting = gc.isenabled()
    gc.disable()
    try:
        _import_spacy()
        yield
    finally:
        gc.freeze()  # what is loaded stays: later collections need not look at it
        if collecting:
            gc.enable()


def _import_spacy() -> None:
    if "spacy" in sys.modules:
        return
    stand_ins = _cli_stand_ins()
    sys.modules.update(stand_ins)
    try:
        import spacy  # noqa: F401
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _cli_stand_ins() -> dict[str, ModuleType]:
    """Modules to import in the place of ``spacy.cli`` and ``spacy.cli.info``; `info` calls the real one."""
    package, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    package.__path__ = []

    def info(*args: Any, **kwargs: Any) -> Any:
        from spacy.cli.info import info as real

        return real(*args, **kwargs)

    module.info = info  # type: ignore[attr-defined]
    return {"spacy.cli": package, "spacy.cli.info": module}
