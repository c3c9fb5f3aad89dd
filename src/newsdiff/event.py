"""Do two articles report one event?"""

from newsdiff.models import Article, Extraction
from newsdiff.reports import EventMatch


def same_event(left: Article | Extraction, right: Article | Extraction) -> EventMatch:
    """Tell whether *left* and *right* report one event."""
    return EventMatch(False, False, 0.0, ("not written yet",))
