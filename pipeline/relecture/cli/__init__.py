"""The ``annotate`` command. It calls the library and computes nothing."""

from __future__ import annotations


def main() -> None:
    """Entry point of the ``annotate`` script."""
    from relecture.cli.app import run

    run()
