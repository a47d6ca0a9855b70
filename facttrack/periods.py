"""When: the day for which a figure is claimed, the start of its period, and its scope.

`as_of` is a stated day, else the day of publication; weekdays and "yesterday" resolve backwards from publication.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from facttrack.dates import find_dates

__all__ = ["Period", "find_period"]

CUMULATIVE = re.compile(
    r"\b(?:since\b(?! then\b)|so far|to date|thus far|in total|in all|overall|altogether|until now|up to now|since the (?:start|beginning|outbreak|onset)|total(?:s|led)?|tally|cumulative|"
    r"throughout the war|during the war|in the war|of the war|over the course|months of|weeks of|years of|in \w+ (?:weeks|months|years)|over \w+ (?:weeks|months|years)|in the conflict|have now|has now|to have lost|losses)\b",
    re.IGNORECASE,
)
PERIOD = re.compile(
    r"\b(?:(?:in|over|during|within|for) the (?:past|last|previous|preceding) (?:(?P<count>\d+|\w+) )?(?P<unit>hours?|days?|weeks?|months?|years?|24|48)|last (?P<last>week|month|year)|this (?P<this>week|month|year)|"
    r"overnight|the past day|past 24|in a (?P<single>day|week|month)|over the weekend|in the same period|for \d+ hours|between \w+ \d* ?and \w+)\b",
    re.IGNORECASE,
)
INCIDENT = re.compile(
    r"\b(?:strikes?|attack(?:s|ed)?|blasts?|bombings?|bomb(?:ed)?|explosions?|shelling|shelled|raid(?:s|ed)?|ambush(?:ed)?|clash(?:es|ed)?|battle|assault|shooting|crash(?:ed)?|collapse[ds]?|earthquake|quake|flood(?:s|ing)?|massacre|missiles?|rockets?|drones?|air ?strikes?|hit|struck|"
    r"gunmen|gunman|bomber|fire|storm(?:ed)?|cyclone|hurricane|tsunami|landslide|stampede|siege|mine|grenade|yesterday|today|morning|afternoon|night|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
SINCE = re.compile(r"\b(?:since|from|starting|beginning)\s+(?:the (?:morning|evening|start|beginning|end) of\s+)?$", re.IGNORECASE)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = re.compile(r"\b(?P<last>last )?(?P<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)\b", re.IGNORECASE)
UNIT_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}
SMALL = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}


@dataclass(frozen=True, slots=True)
class Period:
    """The time of a claim; `words` are the words that gave its scope, as (start, end) in the sentence."""

    scope: str
    as_of: dt.date | None
    since: dt.date | None
    words: tuple[int, int] | None = None


def find_period(sentence: str, clause: tuple[int, int], published: dt.date | None, context: str | None, incident_before: bool) -> Period:
    """The time of a claim in a clause of a sentence.

    `context` is the scope of the claim before in the same document, which a claim without words of its own continues if
    it stands in the same sentence; `incident_before` says whether the sentences before tell of one attack.

    >>> find_period("By 2 March 498 had died since the start.", (0, 40), dt.date(2022, 3, 3), None, False).scope
    'cumulative'
    >>> find_period("Five died in the past 24 hours.", (0, 31), dt.date(2022, 3, 3), None, False).since
    datetime.date(2022, 3, 2)
    """
    text = sentence[clause[0] : clause[1]]
    as_of, since = _days(text, published)
    found = PERIOD.search(text)
    if found:
        return Period("period", as_of or published, since or _start(found, published), (clause[0] + found.start(), clause[0] + found.end()))
    cumulative = CUMULATIVE.search(text)
    incident = INCIDENT.search(text)
    if cumulative and not (incident and cumulative.group().lower() in ("total", "totals", "tally", "in all", "altogether")):
        return Period("cumulative", as_of or published, since, (clause[0] + cumulative.start(), clause[0] + cumulative.end()))
    if incident:
        return Period("incident", as_of or published, since, (clause[0] + incident.start(), clause[0] + incident.end()))
    wide_cumulative, wide_incident = CUMULATIVE.search(sentence), INCIDENT.search(sentence)
    if wide_cumulative and not wide_incident:
        return Period("cumulative", as_of or published, since, (wide_cumulative.start(), wide_cumulative.end()))
    if wide_incident:
        return Period("incident", as_of or published, since, (wide_incident.start(), wide_incident.end()))
    if context is not None:
        return Period(context, as_of or published, since)
    return Period("incident" if incident_before else "unknown", as_of or published, since)


def _days(text: str, published: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """The day for which a clause claims its figure and the day since which it counts, where it states them."""
    as_of = since = None
    for found in find_dates(text, near=published):
        before = text[max(0, found.start - 40) : found.start]
        day = found.date
        if SINCE.search(before):
            since = day
        else:
            as_of = day
    if as_of is None and published is not None:
        found_day = WEEKDAY.search(text)
        if found_day:
            as_of = _weekday(found_day["day"].lower(), published)
    return as_of, since


def _weekday(word: str, published: dt.date) -> dt.date:
    if word == "today":
        return published
    if word == "yesterday":
        return published - dt.timedelta(days=1)
    return published - dt.timedelta(days=(published.weekday() - WEEKDAYS.index(word)) % 7)


def _start(found: re.Match[str], published: dt.date | None) -> dt.date | None:
    """The first day of "in the past two weeks"; None where the words do not say how long."""
    if published is None:
        return None
    unit = (found["unit"] or found["last"] or found["this"] or found["single"] or "").lower().rstrip("s")
    words = found.group().lower()
    if "24" in words or "past day" in words or "overnight" in words:
        return published - dt.timedelta(days=1)
    if "48" in words:
        return published - dt.timedelta(days=2)
    days = UNIT_DAYS.get(unit)
    if days is None:
        return None
    count = found["count"]
    number = 1 if not count else int(count) if count.isdigit() else SMALL.get(count.lower(), 0)
    return published - dt.timedelta(days=round(number * days)) if number else None
