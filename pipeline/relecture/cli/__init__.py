"""The ``annotate`` command. It calls the library and computes nothing."""

from __future__ import annotations

import os

#: Read by the linear algebra libraries when numpy is imported. The model's matrices are small: a second
#: thread gains nothing on an idle machine and loses a factor of five on a busy one. More articles at once
#: come from more processes (``--jobs``).
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def main() -> None:
    """Entry point of the ``annotate`` script."""
    for variable in _THREADS:
        os.environ.setdefault(variable, "1")
    from relecture.cli.app import run

    run()
