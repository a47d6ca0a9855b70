"""Calendar dates as news text writes them: "25 February 2022", "Feb. 25", "3 JAN 90", "25.02.2022", "2022-02-25".

A date is only what the text says. A numeric date that could be read in two ways (03/04/2022) is none; a date without a
year takes one only from a day that the caller knows. Weekdays and "yesterday" are no calendar dates: see periods.py.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

__all__ = ["MONTHS", "FoundDate", "date_without_year", "find_dates", "parse_date"]

_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november")
MONTHS = {form: i for i, name in enumerate((*_NAMES, "december"), 1) for form in (name, name[:3])} | {"sept": 9}
"""Month names and abbreviations in lower case, without a dot, to 1-12."""

MAX_AHEAD_DAYS = 30
"""A day without a year is the last one of that name, unless the next one comes this soon: a report of December that
speaks of "24 February" looks back, and one of 28 December that speaks of "3 January" looks ahead."""

MAX_DATE_CHARS = 80
"""No date is longer; `parse_date` reads metadata, which may hold anything."""

PIVOT_YEAR = 69
"""Two-digit years from here on belong to the twentieth century, as in POSIX."""


class FoundDate(NamedTuple):
    """A date in a text, and where it stands: `text[start:end]` is the date as printed."""

    date: dt.date
    start: int
    end: int
    has_year: bool


def _months(*shapes: str) -> str:
    """The month names as a pattern, longest first, in each of the shapes named (`title`, `upper`)."""
    names = sorted(MONTHS, key=len, reverse=True)
    return "|".join(getattr(name, shape)() for shape in shapes for name in names)


# A gap is a space or two, or one line break: never a blank line, which ends a paragraph.
_GAP = r"(?:[ \t\u00a0]{1,3}|[ \t]{0,3}\r?\n[ \t]{0,3})"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NAMED_DAY = rf"{_DAY}(?:st|nd|rd|th|ST|ND|RD|TH)?"
_YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d)"
# "3 JAN 90 --": two digits are a year only where the phrase ends after them, or a headcount would be read as one.
_SHORT_YEAR = r"\d\d(?=\s*(?:[.,;:()\[\]–—]|--|$)|\s+-)"


def _pattern(months: str) -> str:
    return rf"""
    (?=[\dADFJMNOSadfjmnos]) (?<![\w.,/:$€£]) (?<![^\d]-) (?:
      (?P<day1>{_NAMED_DAY}) (?:{_GAP}of)? (?:{_GAP}|-) (?P<month1>{months})\b\.?
          (?: (?:,?{_GAP}|-) (?P<year1>{_YEAR}) | (?:{_GAP}'?|-) (?P<short1>{_SHORT_YEAR}) )?
    | (?P<month2>{months})\b\.? {_GAP} (?:the{_GAP})? (?P<day2>{_NAMED_DAY})(?![\w%]|[.:]\d|,\d\d\d(?!\d))
          (?: ,?{_GAP}? (?<=[\s,\u00a0]) (?P<year2>{_YEAR}) )?
    | (?P<year3>(?:19|20)\d\d) (?P<mark3>[-/.]) (?P<month3>\d\d?) (?P=mark3) (?P<day3>\d\d?)
    | (?P<day4>\d\d?) \. (?P<month4>\d\d?) \. (?P<year4>{_YEAR}|\d\d)
    | (?P<first5>\d\d?) (?P<mark5>[-/]) (?P<second5>\d\d?) (?P=mark5) (?P<year5>{_YEAR})
    | (?<=from\ ) (?P<day6>\d\d) \. (?P<month6>\d\d) (?=\ to\ \d\d\.\d\d)
    | (?<=from\ \d\d\.\d\d\ to\ ) (?P<day7>\d\d) \. (?P<month7>\d\d)
    ) (?![\d%]|\.\d)
    """


_MONTH_OR_MARK = re.compile(
    r"[JFMASOND\d](?:an|eb|ar|pr|ay|u[nlg]|ep|ct|ov|ec|AN|EB|AR|PR|AY|U[NLG]|EP|CT|OV|EC|(?<=\d)[-/.]\d)"
)
"""What every date in a text has; it begins with a set, so that text without dates is passed over fast."""
_IN_TEXT = re.compile(_pattern(_months("title", "upper")), re.VERBOSE)
_ALONE = re.compile(_pattern(_months("lower")), re.VERBOSE | re.IGNORECASE)
_WEEKDAY = re.compile(r"\s*(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s*", re.IGNORECASE)
_TIME = re.compile(
    r"[\s,t|]*(?:at\s)?\s*\d{1,2}[:.]\d\d(?:[:.]\d\d(?:[.,]\d{1,9})?)?\s*(?:[ap]\.?\s?m\.?)?"
    r"(?:\s*(?:[a-z]{1,5}|[+-]\d\d:?\d\d|\([a-z ]{1,20}\))){0,3}\s*",
    re.IGNORECASE,
)
# "Fri Feb 25 10:02:03 UTC 2022", as the date command and some archives write it.
_UNIX = re.compile(r"(\w{3}\s+\d\d?)\s+\d\d:\d\d:\d\d\s+(?:[a-z]{1,5}\s+|[+-]\d{4}\s+)?(\d{4})", re.IGNORECASE)


def parse_date(text: str) -> dt.date | None:
    """The day that a whole string names, or None: ISO dates and times, RFC 2822, and the forms of news text.

    A day needs its year. Of a time only the date is kept, as written, in its own time zone.

    >>> parse_date("2022-02-25T23:10:00Z")
    datetime.date(2022, 2, 25)
    >>> parse_date("Fri, 25 Feb 2022 10:02:03 +0000") == parse_date("February 25, 2022") == parse_date("25.02.2022")
    True
    >>> parse_date("last Friday"), parse_date("03/04/2022"), parse_date("February 25")
    (None, None, None)
    """
    text = text.strip()
    if len(text) > MAX_DATE_CHARS:
        return None
    try:
        return dt.datetime.fromisoformat(text).date()
    except ValueError:
        pass
    weekday = _WEEKDAY.match(text)
    rest = text[weekday.end() :] if weekday else text
    if unix := _UNIX.fullmatch(rest):
        rest = f"{unix[1]}, {unix[2]}"
    match = _ALONE.match(rest)
    if match is None or not (match.end() == len(rest) or _TIME.fullmatch(rest, match.end())):
        return None
    year, month, day = _numbers(match)
    return _date(year, month, day) if year else None


def find_dates(text: str, near: dt.date | None = None) -> list[FoundDate]:
    """Every date in a text, in order. Days without a year are found only `near` a known day: see `date_without_year`.

    Covers: 25 February 2022 · 25th of February · February 25, 2022 · Feb. 25 · 3 JAN 90 -- · 2022-02-25 · 25.02.2022 ·
    from 24.02 to 25.03
    Not: March 25,000 · In March 12 soldiers died · may 5 · 03/04/2022

    >>> find_dates("From 24 February to Mar. 2, 2022")
    [FoundDate(date=datetime.date(2022, 3, 2), start=20, end=32, has_year=True)]
    >>> [str(found.date) for found in find_dates("From 24 February to Mar. 2, 2022", near=dt.date(2022, 3, 2))]
    ['2022-02-24', '2022-03-02']
    """
    if _MONTH_OR_MARK.search(text) is None:
        return []
    found = []
    for match in _IN_TEXT.finditer(text):
        year, month, day = _numbers(match)
        start, end = match.span()
        # A bare two-digit year is believed only in the capitals of an agency's dateline.
        if match["short1"] and not match["month1"].isupper():
            year, end = None, match.end("month1")
        # "In March 12 soldiers died": a month takes "in", a day takes "on".
        if year is None and match["month2"] and text[max(0, start - 3) : start].lower() == "in ":
            continue
        date = _date(year, month, day) if year else date_without_year(month, day, near)
        if date:
            found.append(FoundDate(date, start, end, year is not None))
    return found


def date_without_year(
    month: int, day: int, near: dt.date | None, *, max_ahead_days: int = MAX_AHEAD_DAYS
) -> dt.date | None:
    """The day of that name that a text of the day `near` means: the last one, or one in the next few weeks.

    >>> date_without_year(2, 24, dt.date(2022, 12, 10)), date_without_year(1, 3, dt.date(2022, 12, 28))
    (datetime.date(2022, 2, 24), datetime.date(2023, 1, 3))
    """
    if near is None:
        return None
    latest = near + dt.timedelta(days=max_ahead_days) if near.year < dt.MAXYEAR else near
    dates = (_date(year, month, day) for year in range(latest.year, latest.year - 5, -1))  # five: 29 February
    return next((date for date in dates if date and date <= latest), None)


def _numbers(match: re.Match[str]) -> tuple[int | None, int, int]:
    """Year (if it is written), month and day of a match, not yet checked against the calendar."""
    group = match.groupdict()
    if group["first5"]:
        return int(group["year5"]), *_month_and_day(int(group["first5"]), int(group["second5"]))
    which = next(form for form in "123467" if group[f"day{form}"])
    month, day, year = group[f"month{which}"], group[f"day{which}"], group.get(f"year{which}")
    if which == "1":
        year = year or group["short1"]
    month_number = int(month) if month.isdigit() else MONTHS[month.lower()]
    return _full_year(year), month_number, int(day.rstrip("stndrhSTNDRH"))


def _month_and_day(first: int, second: int) -> tuple[int, int]:
    """Of 25/02 and 02/25 the one way to read it; (0, 0), which is no date, where there are two ways."""
    if first == second or second > 12:
        return first, second
    return (second, first) if first > 12 else (0, 0)


def _full_year(year: str | None) -> int | None:
    if year is None or len(year) == 4:
        return int(year) if year else None
    return int(year) + (1900 if int(year) >= PIVOT_YEAR else 2000)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
