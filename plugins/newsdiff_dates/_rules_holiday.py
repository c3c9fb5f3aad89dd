"""The rule for holidays; their names and days are in data/holidays.tsv."""

from __future__ import annotations

from datetime import date

from newsdiff_dates._calendar import holiday, holidays
from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._partial import NO_DAY, year_in


def _name(words: str) -> str | None:
    """Return the name of a holiday as the list has it."""
    words = words.replace("’", "'").replace(" '", "'")
    return next((name for name in (words, words.replace("'s", "")) if name in holidays()), None)


@rule(
    "(<w:(last|this|next|this past|this coming)> )?"
    "<n:holidayname unit apos sfx_s?( unit| eve)?|holidayname( apos sfx_s?| sfx_s apos)?( unit| weekday)"
    "|holiday( unit| eve| weekday)?>( ?comma? ?<y:yr>)?",
    "Christmas Eve 1999 = 1999-12-24",
    "Thanksgiving Day 1999 = 1999-11-25",
)
def _holiday(hit: Hit) -> list[Piece]:
    name, year, day = _name(hit["n"]), year_in(hit), hit.frame.day
    if name is None:
        return []
    if day is None and not year:
        fixed = holidays()[name]
        return hit.date(f"XXXX-{fixed}" if fixed[0].isdigit() else NO_DAY)
    found = holiday(name, year) if year else _nearest(hit, name, day) if day else None
    return hit.date(found.isoformat()) if found else []


def _nearest(hit: Hit, name: str, day: date) -> date | None:
    """Return the holiday before, after or nearest to the publication day, as the words in front ask."""
    days = [there for step in (-1, 0, 1) if (there := holiday(name, day.year + step))]
    which = hit["w"].split(" ")[-1]
    if which in ("last", "past"):
        days = [there for there in days if there < day]
    elif which in ("next", "coming"):
        days = [there for there in days if there > day]
    elif which == "this":
        days = [there for there in days if there.year == day.year]
    elif hit.frame.future(hit.at):
        days = [there for there in days if there >= day]
    return min(days, key=lambda there: (abs((there - day).days), there), default=None)
