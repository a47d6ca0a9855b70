"""When: the day for which a figure is claimed, the start of its period, and its scope.

`as_of` is a stated day, else the day of publication; weekdays and "yesterday" resolve backwards from publication.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from facttrack.dates import find_dates

__all__ = ["Period", "find_period", "is_incident_report", "is_war_report", "tells_of_day", "tells_since"]

CUMULATIVE = re.compile(
    r"\b(?:(?<!have )(?<!has )(?<!had )since (?!then\b)|"
    r"so far|to date|thus far|in total|overall|altogether|until now|up to now|in all|cumulative|"
    r"from the (?:start|beginning|outset)|(?:at|since) the (?:outset|outbreak|onset)|"
    r"throughout the war|during the war|(?:in|of) the war|in the conflict|have now|has now|"
    r"total (?:losses|casualties|dead|deaths)|"
    r"by (?:midnight|the end of|the evening of|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2} \w+|\w+ \d{1,2}))\b"
)
"""Words for all that have died since a beginning; these patterns read small letters, which is thrice as fast."""
PERIOD = re.compile(
    r"\b(?:"
    r"(?:in|over|during|within|for) the (?:past|last|previous|preceding) (?:(?P<count>\d+|\w+) )?"
    r"(?P<unit>hours?|days?|weeks?|months?|years?|24|48)|"
    r"last (?P<last>week|month|year)|this (?P<this>week|month|year)|the past day|past 24|"
    r"(?:in|over|for) (?:(?P<span>\d+|\w+) )(?P<spanned>hours|days|weeks|months|years)(?: of)?|"
    r"in a (?P<single>day|week|month)|over the weekend|in the same period|"
    r"between (?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"[^,;.]{0,20} and|from \d{1,2} (?:\w+ )?to \d{1,2})\b"
)
"""Words for those who died between two days."""
ATTACK = re.compile(
    r"\b(?:strikes?|struck|attack(?:s|ed)?|blasts?|bombings?|bomb(?:s|ed)?|explosions?|exploded|shelling|shelled|"
    r"raid(?:s|ed)?|ambush(?:ed)?|clash(?:es|ed)?|battle|assault|shootings?|gunfire|crash(?:ed)?|collapsed?|"
    r"earthquake|quake|flood(?:s|ing)?|massacre|missiles?|rockets?|drones?|air ?strikes?|hit|gunmen|gunman|bombers?|"
    r"fire|storm(?:ed)?|cyclone|hurricane|typhoon|tsunami|landslide|stampede|crush|siege|mine|grenade|"
    r"sank|sinks?|sinking|capsized?|derailed|derailment|hostage|overran|landmine|ferry|tower|plane|jet|blaze|inferno|"
    r"queue|capsizing|incident)\b"
)
"""Words for one attack, accident or disaster."""
WAR = re.compile(
    r"\b(?:wars?|truce|cease-?fire|armistice|offensive|campaign|conflict|fighting|invasion|insurgency|uprising|"
    r"hostilities|losses)\b"
)
"""Words for what goes on for longer, or is told of it."""
FROM_A_BEGINNING = re.compile(
    r"\b(?:since|from the (?:start|beginning|outset)|at the (?:outset|outbreak|onset)|(?:in|of|during|throughout) the "
    r"(?:war|conflict|campaign|siege|offensive))\b"
)
"""Words that tell since when or in what those died who are counted."""
DAILY = re.compile(
    r"\b(?:(?:past|last|previous) (?:day|24 hours)|(?:over|during|for|within) the (?:same )?(?:day|24 hours)|"
    r"of the day's losses|in the day)\b"
)
"""Words by which a bulletin says that it is one of a day."""
SUPERLATIVE = re.compile(
    r"\b(?:deadliest|worst|bloodiest|heaviest|highest|largest|biggest|first|most \w+)\b[^,;.]{0,60}$"
)
OF_ATTACKS = re.compile(
    r"\b(?:deadliest|worst|bloodiest|heaviest|largest|biggest) (?:\w+ ){0,3}"
    r"(?:attack|ambush|strike|airstrike|bombing|blast|raid|assault|massacre|incident|crash)(?: \w+){0,3} $"
)
"""What stands before a period that ranks one attack: "in the biggest attack on soldiers | this year"."""
DAY = re.compile(
    r"\b(?:yesterday|today|overnight|(?:this|in the|on \w+|that) (?:morning|afternoon|night|evening)|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
)
PARTS_OF_DAY = ("day", "night", "morning", "noon", "evening")
"""What all words for a day have in them: looked for first, since that is fast."""
SINCE = re.compile(
    r"\b(?:since|from|starting|beginning)\s+(?:the (?:morning|evening|start|beginning|end) of\s+)?$|"
    r"(?<!have )(?<!has )(?<!had )\bsince\s(?:[^\W\d][\w'’-]*\s){1,6}$",
    re.IGNORECASE,
)
"""What stands before the day on which a count begins: "since Friday", "since fighting erupted on 27 September"."""
OWNING = re.compile(r"(?: (?:morning|afternoon|evening|night))?['’]")
"""What is behind a weekday on which something happened: "from Friday night's blast"."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}|yesterday|today)\b")
SCOPES = (("period", PERIOD), ("cumulative", CUMULATIVE))
"""Scopes and the words that give them; the first that fits decides, before words for an attack or a day."""
OF_ONE_INCIDENT = frozenset({"in all", "altogether", "in total", "so far", "have now", "has now"})
"""Words for a total that in the report of one incident mean its own."""
UNIT_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}
SMALL = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
MAX_KNOWN_WORDS = 2**14
"""Words of which is remembered whether they name an attack."""
MAX_KNOWN_TEXTS = 32
"""Stretches of text of which the same is remembered: each claim asks for the sentences around it."""
REACH_CHARS = 60
"""Characters before a date in which "since" must stand."""


@dataclass(frozen=True, slots=True)
class Period:
    """The time of a claim: its scope, the day for which it is claimed, and the day from which it counts."""

    scope: str
    as_of: dt.date | None
    since: dt.date | None


def find_period(
    sentence: str,
    clause: tuple[int, int],
    published: dt.date | None,
    context: str | None,
    incident: bool,
    spoken: tuple[int, int] | None = None,
) -> Period:
    """The time of a claim in a clause of a sentence, the words of its attribution left out ("said on Monday that …").

    `context` is the scope of the claim before in the same sentence, which a claim without words of its own continues;
    `incident` says whether the text is the report of one attack, accident or disaster; `spoken` is the stretch of the
    attribution, whose day counts where the clause itself names none ("on 12 March the president said").

    >>> find_period("By 2 March 498 had died since the start.", (0, 40), dt.date(2022, 3, 3), None, False).scope
    'cumulative'
    >>> find_period("Five died in the past 24 hours.", (0, 31), dt.date(2022, 3, 3), None, False).since
    datetime.date(2022, 3, 2)
    """
    text = sentence[clause[0] : clause[1]]
    as_of, since = _days(text, published)
    if as_of is None and spoken is not None:
        as_of, told_since = _days(sentence[spoken[0] : spoken[1]], published)
        since = since or told_since
    low = text.lower()
    for scope, pattern in SCOPES:
        found = pattern.search(low)
        if found is None:
            continue
        if found.group().startswith("since") and SUPERLATIVE.search(low[: found.start()]):
            continue  # "the deadliest attack since 2014"
        if scope == "period" and OF_ATTACKS.search(low[: found.start()]):
            continue  # "the biggest attack this year"
        start = since or (_start(found, published) if pattern is PERIOD else None)
        of_one = scope == "cumulative" and incident and found.group() in OF_ONE_INCIDENT
        return Period("incident" if of_one else scope, as_of or published, start)
    if context != "cumulative" and (is_incident_report(text) or _names_day(low)):
        return Period("incident", as_of or published, since)
    if context:
        return Period(context, as_of or published, since)
    return Period("incident" if incident else "unknown", as_of or published, since)


@lru_cache(MAX_KNOWN_TEXTS)
def is_incident_report(opening: str) -> bool:
    """Whether the first sentences of a text tell of one attack, accident or disaster.

    >>> is_incident_report("A bomb killed 12 in a market."), is_incident_report("NATO put Russian losses at 15,000.")
    (True, False)
    """
    return any(map(_names_attack, opening.split()))


@lru_cache(MAX_KNOWN_TEXTS)
def is_war_report(opening: str) -> bool:
    """Whether the first sentences of a text tell of a war or campaign.

    >>> is_war_report("On the 40th day of the war Kyiv counted."), is_war_report("A bomb killed 12 in a market.")
    (True, False)
    """
    return WAR.search(opening.lower()) is not None


def tells_of_day(sentence: str) -> bool:
    """Whether a sentence of a bulletin says that it is about the past day.

    >>> tells_of_day("Over the past day 42 assaults were repelled."), tells_of_day("A bomb went off that day.")
    (True, False)
    """
    return DAILY.search(sentence.lower()) is not None


def tells_since(sentence: str) -> bool:
    """Whether a sentence tells since when, or in what, those died whom it counts.

    >>> tells_since("Since May 40 have died."), tells_since("So far 40 have died.")
    (True, False)
    """
    return FROM_A_BEGINNING.search(sentence.lower()) is not None


def _names_day(low: str) -> bool:
    """Whether a clause in small letters tells of one day, or of a part of one."""
    return any(part in low for part in PARTS_OF_DAY) and DAY.search(low) is not None


@lru_cache(MAX_KNOWN_WORDS)
def _names_attack(word: str) -> bool:
    """Whether a stretch without a space holds a word for an attack: none of them needs a second word."""
    return ATTACK.search(word.lower()) is not None


def _days(text: str, published: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """The day for which a clause claims its figure and the day since which it counts, where it states them."""
    as_of = since = None
    for found in find_dates(text, near=published):
        before = text[max(0, found.start - REACH_CHARS) : found.start]
        if SINCE.search(before):
            since = found.date
        else:
            as_of = found.date
    if as_of is None and published is not None and "day" in (low := text.lower()):
        for word in WEEKDAY.finditer(low):
            day = _weekday(word.group(), published)
            before = low[max(0, word.start() - REACH_CHARS) : word.start()]
            if SINCE.search(before) and not (before.endswith("from ") and OWNING.match(low[word.end() :])):
                since = since or day
            else:
                as_of = as_of or day  # "on Friday", "the toll from Friday's blast"
    return as_of, since


def _weekday(word: str, published: dt.date) -> dt.date:
    """The last day of that name up to publication."""
    if word == "today":
        return published
    if word == "yesterday":
        return published - dt.timedelta(days=1)
    return published - dt.timedelta(days=(published.weekday() - WEEKDAYS.index(word)) % 7)


def _start(found: re.Match[str], published: dt.date | None) -> dt.date | None:
    """The first day of "in the past two weeks"; None where the words do not say how long."""
    if published is None:
        return None
    unit = found["unit"] or found["spanned"] or found["last"] or found["this"] or found["single"] or ""
    words = found.group()
    if "24" in words or "past day" in words or "overnight" in words:
        return published - dt.timedelta(days=1)
    if "48" in words:
        return published - dt.timedelta(days=2)
    days = UNIT_DAYS.get(unit.rstrip("s"))
    if days is None:
        return None
    count = found["count"] or found["span"]
    number = 1 if not count else int(count) if count.isdigit() else SMALL.get(count, 0)
    return published - dt.timedelta(days=round(number * days)) if number else None
