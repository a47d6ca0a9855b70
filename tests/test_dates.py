"""Dates as news text writes them: what is one, what is none, and that hostile text takes no time."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facttrack.dates import MAX_AHEAD_DAYS, date_without_year, find_dates, parse_date

DAY = dt.date(2022, 2, 25)

WHOLE = """
2022-02-25
20220225
2022/02/25
2022.02.25
25.02.2022
25.02.22
25/02/2022
02/25/2022
25-02-2022
25-Feb-2022
25 Feb 22
25 FEB 22
25 February 2022
25th of February, 2022
Friday, 25 February 2022
February 25, 2022
february 25 2022
Feb. 25, 2022 10:30 a.m. EST
February 25, 2022 at 14:05
2022-02-25T10:00:00Z
2022-02-25T10:00:00.000+0000
2022-02-25 10:00:00 UTC
20220225T101500Z
Fri, 25 Feb 2022 10:02:03 GMT
Fri, 25 Feb 2022 23:02:03 -0500
Fri Feb 25 10:02:03 UTC 2022
Fri Feb 25 10:02:03 +0000 2022
"""

NONE = [
    "",
    " ",
    "yesterday",
    "Friday",
    "2022",
    "February 2022",
    "February 25",
    "31.02.2022",
    "2022-13-01",
    "03/04/2022",
    "1645747200",
    "25 February 2022 - 5 killed",
    "0000-00-00",
    "2022-02-25" * 20,
]


@pytest.mark.parametrize("text", WHOLE.strip().splitlines())
def test_a_whole_date(text):
    assert parse_date(text) == DAY


@pytest.mark.parametrize("text", NONE)
def test_no_date(text):
    assert parse_date(text) is None


NEAR = dt.date(2022, 3, 25)

IN_TEXT = [
    ("as of 25 March, 1,351 soldiers", ["2022-03-25 25 March"]),
    ("as of 25 March 1,351 soldiers", ["2022-03-25 25 March"]),
    ("on March 25: 12 killed", ["2022-03-25 March 25"]),
    ("between 24 February and 2 March", ["2022-02-24 24 February", "2022-03-02 2 March"]),
    ("25 March–2 April", ["2022-03-25 25 March", "2022-04-02 2 April"]),
    ("24-25 March", ["2022-03-25 25 March"]),
    ("on 30\nDecember", ["2021-12-30 30\nDecember"]),
    ("the 7th of October", ["2021-10-07 7th of October"]),
    ("October 7th attack", ["2021-10-07 October 7th"]),
    ("(Sept. 11)", ["2021-09-11 Sept. 11"]),
    ("from 24.02 to 25.03 were", ["2022-02-24 24.02", "2022-03-25 25.03"]),
    ("from 24.02.22 to 25.03.22 were", ["2022-02-24 24.02.22", "2022-03-25 25.03.22"]),
    ("SAN SALVADOR, 3 JAN 90 (AGENCY) --", ["1990-01-03 3 JAN 90"]),
    ("ON 3 JAN 14-YEAR-OLD BOYS", ["2022-01-03 3 JAN"]),
    ("on 3 January, 90 people", ["2022-01-03 3 January"]),
    ("since 2022-03-01T10:00", ["2022-03-01 2022-03-01"]),
    ("10 March 2022 14 killed", ["2022-03-10 10 March 2022"]),
    ("March 25,000 soldiers", []),
    ("In March 12 soldiers died", []),
    ("you may 5", []),
    ("killed 30\n\nMay said", []),
    ("3.25 March", []),
    ("$25 Mar", []),
    ("rose to 24.02 billion", []),
    ("version 1.02.03.2004", []),
    ("on 03/04/2022", []),
    ("on 31 February", []),
]


@pytest.mark.parametrize(("text", "expected"), IN_TEXT)
def test_dates_in_text(text, expected):
    assert [f"{date} {text[start:end]}" for date, start, end, _ in find_dates(text, NEAR)] == expected


def test_without_a_known_day_only_full_dates_are_found():
    assert [found.has_year for found in find_dates("From 24 February to 2 March 2022")] == [True]


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_any_date_in_any_form_is_read_back(date):
    for form in (
        "%Y-%m-%d",
        "%d.%m.%Y",
        "%-d %B %Y",
        "%B %-d, %Y",
        "%d %b %Y",
        "%b. %-d, %Y",
        "%a, %d %b %Y 10:00:00 GMT",
    ):
        text = date.strftime(form)
        assert parse_date(text) == date
        assert [found.date for found in find_dates(f"On {text} it was")] == [date]


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.integers(1, 12), st.integers(1, 28))
def test_a_day_without_a_year_is_less_than_a_year_away(near, month, day):
    date = date_without_year(month, day, near)
    assert (date.month, date.day) == (month, day)
    assert dt.timedelta(days=MAX_AHEAD_DAYS - 366) <= date - near <= dt.timedelta(days=MAX_AHEAD_DAYS)


@given(st.text(alphabet="0123456789 -./,:JanFebMrch'\n", max_size=60))
def test_any_text_is_read_without_an_error(text):
    parse_date(text)
    for found in find_dates(text, NEAR):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize("piece", ["1 ", "January ", "25 March ", " ", "2022-", "1.1.", "\n", "from 24.02 to "])
def test_hostile_text_takes_no_time(piece):
    started = time.perf_counter()
    find_dates(piece * (200_000 // len(piece)), NEAR)
    assert time.perf_counter() - started < 5
