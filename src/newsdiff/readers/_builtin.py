"""newsdiff's own readers, in the order they are asked: the more telling format first, plain text last."""

from newsdiff.readers._feed import FEED
from newsdiff.readers._html import HTML
from newsdiff.readers._json import JSON, JSONL
from newsdiff.readers._text import TEXT

READERS = (JSONL, JSON, FEED, HTML, TEXT)
