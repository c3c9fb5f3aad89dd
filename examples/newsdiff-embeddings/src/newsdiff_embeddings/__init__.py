"""Likeness of sentences and quotations by embeddings, for newsdiff's alignment."""

import math
import os
import threading
from collections.abc import Sequence
from typing import Any, Protocol

from newsdiff import hookimpl

VARIABLE = "NEWSDIFF_EMBEDDINGS"


class Encoder(Protocol):
    """Whatever turns texts into vectors: sentence-transformers' SentenceTransformer, or yours."""

    def encode(self, sentences: list[str]) -> Any:
        """Return one vector (a sequence of floats) a text."""


class Embeddings:
    """The plugin, around an encoder; without one, the model that the environment names, and without that no opinion."""

    __name__ = "embeddings"

    def __init__(self, encoder: Encoder | None = None, floor: float = 0.4) -> None:
        if not 0 <= floor < 1:
            raise ValueError(f"floor must be at least 0 and below 1: {floor}")
        self._encoder, self._floor = encoder, floor
        self._lock = threading.Lock()

    @hookimpl
    def newsdiff_claim_kinds(self) -> tuple[()]:
        """Declare none."""
        return ()

    @hookimpl
    def newsdiff_likeness(self, left: tuple[str, ...], right: tuple[str, ...]) -> list[list[float]] | None:
        """Return the cosines above the floor, stretched to 0..1."""
        encoder = self._ready()
        if encoder is None:
            return None
        texts = sorted({*left, *right})  # each once, in an order that does not depend on the sides
        vectors = dict(zip(texts, map(_unit, encoder.encode(texts)), strict=True))
        return [[self._stretched(vectors[one], vectors[other]) for other in right] for one in left]

    def _ready(self) -> Encoder | None:
        name = os.environ.get(VARIABLE, "")
        with self._lock:
            if self._encoder is None and name:
                from sentence_transformers import SentenceTransformer  # seconds, so only when it is wanted

                self._encoder = SentenceTransformer(name)
        return self._encoder

    def _stretched(self, one: Sequence[float], other: Sequence[float]) -> float:
        cosine = math.fsum(x * y for x, y in zip(one, other, strict=True))
        return min(1.0, max(0.0, (cosine - self._floor) / (1 - self._floor)))


def _unit(vector: Sequence[float]) -> list[float]:
    """The vector at length one; a null vector stays, and is like nothing."""
    values = [float(x) for x in vector]
    norm = math.sqrt(math.fsum(x * x for x in values))
    return [x / norm for x in values] if norm else values


plugin = Embeddings()
