"""The spaCy pipeline assembled: a `Text` becomes an `Article` of mentions.

spaCy objects stop here: what leaves this module is our own types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, cast

from relecture.errors import InputError
from relecture.types import Article, Diagnostic, Span, Text, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Characters given to the model at once: memory grows with the longest document of a batch (the parser
#: and the entity recogniser hold features for every token), so a long text is cut at paragraph ends.
CHUNK_CHARS = 20_000
#: Documents given to the model at once: they are parsed in step, and a step costs the same for 8 or for 16.
BATCH = 16
#: Longest article accepted, in code points. A newspaper page holds 30 000; a book of 400 pages, a million.
MAX_CHARS = 5_000_000
#: How spaCy stores that a word has no morphological feature.
_NO_MORPH = "_"

#: Applies the components of a pipeline to the documents of a batch.
Run = Callable[["Language", list["Doc"]], list["Doc"]]


class Analyser:
    """A loaded French pipeline. Build it once (`load`), use it for any number of texts."""

    def __init__(
        self,
        nlp: Language,
        diagnostics: tuple[Diagnostic, ...] = (),
        gazetteers: tuple[str, ...] = (),
        run: Run | None = None,
    ) -> None:
        self.nlp = nlp
        self._run = run or _pipe
        self.diagnostics = diagnostics
        self.gazetteers = gazetteers

    @property
    def model_version(self) -> str:
        """The version of the French model."""
        return str(self.nlp.meta["version"])

    @property
    def tuned(self) -> bool:
        """True when the shipped entity weights are in use."""
        return not any(d.code == "stock-model" for d in self.diagnostics)

    def analyse(self, text: Text) -> Article:
        """Read the mentions of *text*. Raises `InputError` when it is longer than `MAX_CHARS`."""
        return next(self.analyse_many([text]))

    def analyse_many(self, texts: Iterable[Text], *, batch_size: int = BATCH) -> Iterator[Article]:
        """`analyse` over a stream, in order, in batches of *batch_size* documents."""
        from relecture.dates import read_dates
        from relecture.entities import read_entities
        from relecture.entities.quotes import read_quotes
        from relecture.language import language_diagnostic
        from relecture.quantities import read_quantities
        from relecture.quantities.context import enrich

        for text, doc in self._documents(texts, batch_size):
            sentences = tuple(_trimmed(Span(s.start_char, s.end_char), text.prose) for s in doc.sents)
            tokens = tuple(_tokens(doc))
            quantities = enrich(read_quantities(text), text=text, sentences=sentences, tokens=tokens)
            entities = read_entities(doc, text, quantities, gazetteers=self.gazetteers)
            language = language_diagnostic(doc)
            yield Article(
                text=text,
                sentences=tuple(s for s in sentences if len(s)),
                tokens=tokens,
                quantities=quantities,
                entities=entities,
                dates=read_dates(text),
                quotes=read_quotes(text, sentences, entities),
                diagnostics=(language,) if language else (),
            )

    def _documents(self, texts: Iterable[Text], batch_size: int) -> Iterator[tuple[Text, Doc]]:
        """Each text with its analysed document; long texts are cut, analysed and joined again."""
        from spacy.tokens import Doc

        def pieces() -> Iterator[tuple[Doc, tuple[Text, bool]]]:
            for text in texts:
                if len(text.raw) > MAX_CHARS:
                    raise InputError(
                        text.source.path, f"{len(text.raw)} characters, over the limit of {MAX_CHARS}"
                    )
                parts = _paragraph_chunks(text.prose)
                for n, part in enumerate(parts, 1):
                    yield self.nlp.make_doc(part), (text, n == len(parts))

        def analysed() -> Iterator[tuple[Doc, tuple[Text, bool]]]:
            waiting = pieces()
            while batch := list(islice(waiting, batch_size)):
                docs = self._run(self.nlp, [doc for doc, _ in batch])
                yield from zip(docs, (place for _, place in batch), strict=True)

        pending: list[Doc] = []
        for doc, (text, last) in analysed():
            pending.append(doc)
            if last:
                whole = pending[0] if len(pending) == 1 else Doc.from_docs(pending, ensure_whitespace=False)
                if whole is None:
                    raise InputError(text.source.path, "the model returned no document")
                pending = []
                yield text, whole


@cache
def load(model: str = "fr_core_news_md", gazetteers: tuple[str, ...] = ()) -> Analyser:
    """The pipeline on *model*, kept for the life of the process.

    *gazetteers* are the user's lists of organisations (`Settings.gazetteers`). Raises `ModelError` when the
    model is not installed, `ConfigurationError` when a list cannot be read.
    """
    from relecture import faststart
    from relecture.entities.gazetteer import load as load_gazetteer
    from relecture.entities.model import load_nlp
    from relecture.entities.weights import apply_tuned_weights

    load_gazetteer(gazetteers)
    with faststart.quick_start():
        nlp = load_nlp(model)
        trouble = apply_tuned_weights(nlp)
        run = _pipe
        if faststart.enabled():
            from relecture import fastpath

            fastpath.speed_up(nlp)
            run = fastpath.run
        nlp.add_pipe("relecture_paragraphs", first=True)
    return Analyser(nlp, (trouble,) if trouble else (), gazetteers, run)


def _pipe(nlp: Language, docs: list[Doc]) -> list[Doc]:
    """The components of *nlp* applied to *docs*, as spaCy does it."""
    return list(nlp.pipe(docs, batch_size=len(docs)))


def _paragraph_chunks(prose: str) -> list[str]:
    """*prose* cut at line ends (at spaces where a line is too long) into pieces near `CHUNK_CHARS`."""
    chunks = []
    start = 0
    while len(prose) - start > CHUNK_CHARS:
        limit = start + CHUNK_CHARS
        cut = prose.rfind("\n", start, limit) + 1
        if cut <= start:
            cut = prose.rfind(" ", start, limit) + 1
        if cut <= start:
            cut = limit
        chunks.append(prose[start:cut])
        start = cut
    chunks.append(prose[start:])
    return chunks


def _tokens(doc: Doc) -> Iterator[Token]:
    """The tokens of *doc*, read column by column: it takes a third of the time of token by token."""
    named = cast("Callable[[int], str]", cache(doc.vocab.strings.__getitem__))
    heads = doc.to_array("HEAD").astype("int64").tolist()  # relative; unsigned in spaCy's arrays
    columns = doc.to_array(["LENGTH", "SPACY", "ORTH", "LEMMA", "POS", "DEP", "MORPH"]).T.tolist()
    start = 0
    for i, (head, length, space, *names) in enumerate(zip(heads, *columns, strict=True)):
        text, lemma, pos, dep, morph = map(named, names)
        span = Span(start, start + length)
        yield Token(span, text, lemma, pos, dep, i + head, "" if morph == _NO_MORPH else morph)
        start += length + space


def _trimmed(span: Span, text: str) -> Span:
    """*span* without the white space at its ends."""
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))
