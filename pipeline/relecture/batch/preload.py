"""Imported once by the fork server: loads what workers share, so that each fork starts with it in memory.

The one module of the package that works at import time: that is what `multiprocessing` calls it for.
"""

from __future__ import annotations

import gc
import json
import os
import signal

from relecture.batch.worker import made

#: The environment variable that says what to load: JSON, [factory, options].
VARIABLE = "RELECTURE_PRELOAD"


def _load() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # as the fork server does, but from the start
    factory, options = json.loads(os.environ[VARIABLE])
    try:
        made(factory, options)
    except Exception:
        return  # every worker will meet the same trouble, and can say so
    gc.collect()
    gc.freeze()  # so that the collector does not write in the shared pages


if VARIABLE in os.environ:
    _load()
