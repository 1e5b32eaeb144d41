"""What the figures were measured on; nothing that names the machine."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path


def description() -> str:
    """Processor, cores, memory, system, versions, date, and how busy the machine was meanwhile."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    packages = ", ".join(f"{name} {version(name)}" for name in ("spacy", "fr-core-news-md", "thinc", "numpy"))
    return (
        f"{datetime.now(UTC):%Y-%m-%d}; {_processor()}, {cores} cores, {_memory()}; {platform.system()}, "
        f"Python {platform.python_version()}, relecture {version('relecture')}, {packages}; {_load()}"
    )


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return " ".join(line.partition(":")[2].split())
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _load() -> str:
    """The load average of five minutes; over the number of cores, wall clocks ran on a busy machine."""
    return f"load average {os.getloadavg()[1]:.1f}" if hasattr(os, "getloadavg") else "load unknown"


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / (1 << 30):.0f} GB"
    except (ValueError, OSError):
        return "memory unknown"
