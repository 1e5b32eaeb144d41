"""The whole job on texts already read: analyse, relate, check, serialise."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from functools import lru_cache
from pathlib import Path

from relecture import analyse, schema, serialise
from relecture.checks.decisions import decide, decisions_path, read_decisions
from relecture.checks.run import Judgement, check_all, selected
from relecture.checks.suppressions import suppress
from relecture.errors import RelectureError
from relecture.memo import forget
from relecture.relations import relate_all
from relecture.settings import Settings
from relecture.types import Article, Diagnostic, Text

#: Told of each article with its relations, before it is written down and forgotten.
Watcher = Callable[[Article], None]
#: Characters of the articles that are worked on together: a few pages, or one long text.
_BATCH_CHARS = 100_000


def annotate_text(
    text: Text, *, settings: Settings | None = None, watch: Watcher | None = None
) -> schema.Annotation:
    """Annotate one text.

    Findings that a comment in the text silences, or that the editor dismissed in ``X.decisions.json``
    beside the source, are left out. Raises `relecture.errors.InputError` when it cannot be analysed,
    `ModelError` without a model.
    """
    return next(annotate_texts([text], settings=settings, watch=watch))


def annotate_texts(
    texts: Iterable[Text], *, settings: Settings | None = None, watch: Watcher | None = None
) -> Iterator[schema.Annotation]:
    """`annotate_text` over a stream, in order, a batch at a time."""
    wanted = settings or Settings()
    analyser = analyse.load(wanted.model, wanted.gazetteers)
    generator = _generator(wanted)
    for batch in _batches(analyser.analyse_many(texts)):
        related = [replace(a, relations=r) for a, r in zip(batch, relate_all(batch), strict=True)]
        for article, judgement in zip(related, check_all(related, wanted), strict=True):
            if watch is not None:
                watch(article)
            yield _annotation(article, judgement, wanted, generator, analyser.diagnostics)
        forget()


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """*articles* in groups of `analyse.BATCH`, or of as many as hold `_BATCH_CHARS`."""
    batch: list[Article] = []
    size = 0
    try:
        for article in articles:
            batch.append(article)
            size += len(article.text.raw)
            if len(batch) == analyse.BATCH or size >= _BATCH_CHARS:
                yield batch
                batch, size = [], 0
    except RelectureError:
        yield batch  # what was read before the trouble is not lost
        raise
    yield batch


def _annotation(
    article: Article,
    judgement: Judgement,
    settings: Settings,
    generator: schema.Generator,
    loading: tuple[Diagnostic, ...],
) -> schema.Annotation:
    standing = suppress(article.text, judgement.findings, (c.rule.slug for c in selected(settings)))
    decided = decide(standing.findings, read_decisions(decisions_path(Path(article.text.source.path))))
    return serialise.annotation(
        article,
        decided.findings,
        judgement.verifications,
        (
            *article.text.diagnostics,
            *loading,
            *article.diagnostics,
            *standing.diagnostics,
            *decided.diagnostics,
            *_hidden(judgement.hidden),
        ),
        generator=generator,
    )


def _hidden(counts: dict[str, int]) -> Iterator[Diagnostic]:
    for slug, n in counts.items():
        yield Diagnostic(code="findings-hidden", message=f"{slug} : {n} autres constats du même contrôle")


@lru_cache(maxsize=8)
def _generator(settings: Settings) -> schema.Generator:
    import relecture

    analyser = analyse.load(settings.model, settings.gazetteers)
    return schema.Generator(
        name="relecture",
        version=relecture.__version__,
        model=settings.model,
        model_version=analyser.model_version,
        ner="tuned" if analyser.tuned else "stock",
        config_sha256=config_sha256(settings),
    )


def config_sha256(settings: Settings) -> str:
    """A hash of everything in *settings* that changes the output."""
    return hashlib.sha256(json.dumps(asdict(settings), sort_keys=True).encode()).hexdigest()
