"""Where the time of an article goes: every stage of the whole batch timed from inside, less what it calls."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

OTHER = "the rest"
#: Stage, and the functions that are it: module, attribute (of a class where there is a point).
STAGES: tuple[tuple[str, str, str], ...] = (
    ("reading", "relecture.batch.pipeline", "read_bytes"),
    ("sentences, words, lemmas (spaCy)", "relecture.analyse", "Analyser._documents"),
    ("quantities", "relecture.quantities", "read_quantities"),
    ("quantities", "relecture.quantities.context", "enrich"),
    ("names", "relecture.entities", "read_entities"),
    ("names", "relecture.entities.quotes", "read_quotes"),
    ("relations", "relecture.annotator", "relate_all"),
    ("checks", "relecture.annotator", "check_all"),
    ("checks", "relecture.annotator", "suppress"),
    ("serialise", "relecture.serialise", "annotation"),
    ("serialise", "relecture.schema", "Annotation.to_json"),
    ("serialise", "relecture.batch.pipeline", "record"),
    ("write", "relecture.batch.worker", "write_atomic"),
    ("index", "relecture.batch.store", "Store.record"),
    ("index", "relecture.batch.store", "Store.transaction"),
)
#: The two decoders of the model are told apart by the component they are given.
_DECODER = {"ner": "names (spaCy's ner)", "parser": "syntax (spaCy's parser)"}


class _Watch:
    """Processor time by stage; a stage inside another stops the clock of the outer one."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._open: list[str] = []
        self._last = 0.0

    def _turn(self) -> None:
        now = time.process_time()
        if self._open:
            self.seconds[self._open[-1]] += now - self._last
        self._last = now

    @contextmanager
    def inside(self, stage: str) -> Iterator[None]:
        self._turn()
        self._open.append(stage)
        try:
            yield
        finally:
            self._turn()
            self._open.pop()

    def wrap(self, stage: Callable[..., str], function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **kwargs: Any) -> Any:
            name = stage(*args)
            with self.inside(name):
                result = function(*args, **kwargs)
            return self._stepped(name, result) if isinstance(result, Iterator) else result

        return timed

    def _stepped(self, name: str, steps: Iterator[Any]) -> Iterator[Any]:
        while True:
            with self.inside(name):
                try:
                    item = next(steps)
                except StopIteration:
                    return
            yield item


def measure(source: Path, output: Path) -> dict[str, float]:
    """Seconds of processor by stage for the articles of *source*, in the order of `STAGES`."""
    from benchmarks import inline
    from relecture.fastpath import decoder

    watch = _Watch()
    with ExitStack() as patches:
        for stage, module, attribute in STAGES:
            owner: Any = import_module(module)
            *path, name = attribute.split(".")
            for part in path:
                owner = getattr(owner, part)
            wrapped = watch.wrap(lambda *_, stage=stage: stage, getattr(owner, name))
            patches.enter_context(patch.object(owner, name, wrapped))
        parse = watch.wrap(lambda component, _: _DECODER[component.name], decoder.parse)
        patches.enter_context(patch.object(decoder, "parse", parse))
        inline.load()
        inline.annotate(source, output / "warm")
        watch.seconds.clear()
        with watch.inside(OTHER):
            inline.annotate(source, output / "timed")
    order = list(
        dict.fromkeys([stage for stage, *_ in STAGES][:2] + list(_DECODER.values()) + [s for s, *_ in STAGES])
    )
    return {stage: watch.seconds[stage] for stage in [*order, OTHER]}
