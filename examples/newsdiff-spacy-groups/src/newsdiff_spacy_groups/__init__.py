"""Groups that a spaCy pipeline finds, as more claims of newsdiff's own kind "group"."""

import os
import re
import threading
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from newsdiff import Claim, Document, NamedGroup, Span, hookimpl

VARIABLE = "NEWSDIFF_SPACY_PIPELINE"
_TYPES: dict[str, Literal["ORG", "NORP"]] = {"ORG": "ORG", "NORP": "NORP"}
_SURROGATE = re.compile("[\ud800-\udfff]")  # spaCy stores UTF-8; one for one, so that offsets stay
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
# A model guesses; the built-in extractor's rules count more where both speak.
_CONFIDENCE = 0.7
_PIECE = 100_000
_lock = threading.Lock()
_loaded: dict[str, Any] = {}


def pipeline() -> Any:
    """Return the pipeline, loaded once; raises LookupError when none is installed."""
    name = os.environ.get(VARIABLE, "")
    with _lock:
        if name not in _loaded:
            import spacy  # here, so that listing plugins does not load a model's libraries

            chosen = name or next(iter(sorted(spacy.util.get_installed_models())), "")
            if not chosen:
                raise LookupError("no spaCy pipeline is installed; try: python -m spacy download en_core_web_sm")
            _loaded[name] = spacy.load(chosen)
        return _loaded[name]


def entities(text: str, rows: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Yield place and label of every entity in the paragraphs *rows* of *text*."""
    pieces = [(start, min(start + _PIECE, row.end)) for row in rows for start in range(row.start, row.end, _PIECE)]
    texts = (_SURROGATE.sub("\ufffd", text[start:end]) for start, end in pieces)
    for (offset, _), parsed in zip(pieces, pipeline().pipe(texts), strict=True):
        for entity in parsed.ents:
            if entity.label_ in _TYPES and entity.text.strip():
                yield Span(offset + entity.start_char, offset + entity.end_char), entity.label_


@hookimpl
def newsdiff_claim_kinds() -> tuple[()]:
    """Declare none: the kind "group" is the built-in extractor's."""
    return ()


@hookimpl
def newsdiff_extract(document: Document) -> Iterable[Claim]:
    """Return the organisations and peoples in *document*."""
    for span, label in entities(document.text, document.body):
        name = " ".join(_ARTICLE.sub("", span.of(document.text), count=1).split()) or span.of(document.text)
        yield Claim.at(document, span, kind="group", value=NamedGroup(name, _TYPES[label]), confidence=_CONFIDENCE)
