"""Imported once by the fork server: loads what workers share, so that each fork starts with it in memory.

The one module of the package that works at import time: that is what `multiprocessing` calls it for. Nothing
else may import it: the variable that it reads is handed down to every child of a process that runs a batch, and
what imports this module ignores Ctrl-C.
"""

from __future__ import annotations

import gc
import json
import os
import signal

from relecture.batch.worker import PRELOAD, made


def _load() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # as the fork server does, but from the start
    factory, options = json.loads(os.environ[PRELOAD])
    try:
        made(factory, options)
    except Exception:
        return  # every worker will meet the same trouble, and can say so
    gc.collect()
    gc.freeze()  # so that the collector does not write in the shared pages


if PRELOAD in os.environ:
    _load()
