"""Numbers read by what stands amid the sentence: some "among the nine", those "in all", "put the number at | 12"."""

from __future__ import annotations

import re

from facttrack.candidates import CLOSED, Candidate, Mention, Verdict
from facttrack.units import Unit

__all__ = [
    "among_several",
    "among_victims",
    "are_given",
    "buried",
    "in_all",
    "is_among_victims",
    "none_among",
    "number_when",
]

AMONG = frozenset("among amongst".split())
AMONG_SEVERAL = re.compile(r"(?:(?:,|,?&)#){0,4}v/(?P<whole>[0#K])(?P<verb>[pPj])?")
"""What follows some who "were among | five people killed", and others named beside them."""
NONE_AMONG = re.compile(r"(?:[/F]x){0,2}v?(?:I|/x)")
AMONG_VICTIMS = re.compile(r"(?:^|[,;:&u])/x(?:,x?cx?,)?v$")
"""What stands before some of them: "Among the victims, he said, were | seven teachers"."""
VICTIMS = frozenset("victims casualties fatalities".split())
BURYING = frozenset(["bury", "buried"])
ABLE = frozenset("help helped had managed able forced".split())
"""What leads to "bury": "helped to | bury nine of his pupils"."""

KILLED_WHEN = re.compile(r"(?P<verb>L)(?:/x|,)?[ur][^;.c0#KL]{2,18}?v{1,2}x?[T/]$")
"""What stands before the figure of those killed in what a clause tells: "when a drone hit a market has risen to"."""

MAX_AMONG = 4
"""Units of "of eight" before "among the victims"."""
SUMMING = frozenset(["in all", "in total", "altogether"])
GIVING = frozenset("gave give gives giving given lists listed".split())
MAX_GIVEN = 4
"""Units of "gave their own" before "losses"."""


def among_several(number: Candidate) -> Verdict:
    """A part of the dead, before their number.

    Covers: "| Three engineers were among five people killed", "| Two Danes and a Norwegian were among the nine dead",
    "| three guards were among five lives lost", and "| two nurses were among the seven", where seven were told of.
    Must not: "| Three engineers were among 500 guests", "were among the seven" of whom nothing was told.
    """
    hit = AMONG_SEVERAL.match(number.line, number.rest) if number.letter == "#" else None
    if hit is None:
        return None
    whole = number.chunks[hit.start("whole")]
    if number.units[number.chunks[hit.start("whole") - 1].first].low not in AMONG:
        return None
    if hit["verb"]:
        found = number.of_verb(number.chunks[hit.start("verb")], "among_several")
        if found is not None:
            found.part = True
        return found or False
    if hit["whole"] == "K":
        return Mention(number.group, whole.outcome or "killed", (whole.main, whole.last), "among_several", part=True)
    size = whole.group.quantity.best if whole.group is not None else None
    told = next((outcome for outcome, figure in reversed(number.figures) if figure == size), None) if size else None
    if told is None or hit["whole"] != "0" or number.line[hit.end() : hit.end() + 1] not in CLOSED:
        return None
    return Mention(number.group, told, (whole.first, whole.last), "part", part=True, inherited=True)


def none_among(number: Candidate) -> Verdict:
    """None of a sort of people, where the text has told of casualties.

    Covers: "insisted that | no civilians were among them", "said | none of its workers was among the victims".
    Must not: "| no women were among them" of guests, "| none of them was among the favourites".
    """
    if number.group.quantity.kind != "zero" or number.letter != "#" or number.told not in ("killed", "wounded"):
        return None
    hit = NONE_AMONG.match(number.line, number.rest)
    if hit is None:
        return None
    last = number.chunks[hit.end() - 1]
    word = number.units[last.first]
    if hit.group()[-1] == "I":
        among = word.low == "among them"
    else:
        among = number.units[number.chunks[hit.end() - 2].first].low in AMONG and word.low in VICTIMS
    return Mention(number.group, number.told, (last.first, last.last), "none_among") if among else None


def among_victims(number: Candidate) -> Verdict:
    """Some of the victims, where the text has told of casualties.

    Covers: "Among the victims, he said, were | seven teachers", "Among the victims was | a judge".
    Must not: "Among the guests were | seven teachers", "Among the victims of the fraud were | seven teachers".
    """
    if number.letter != "#" or number.told is None or number.left[-1:] != "v":
        return None
    hit = AMONG_VICTIMS.search(number.left)
    if hit is None:
        return None
    at = hit.start() + (hit.group()[0] != "/")
    among, word = (number.chunks[i] for i in (at, at + 1))
    if number.units[among.first].low not in AMONG or number.units[word.first].low not in VICTIMS:
        return None
    return Mention(number.group, number.told, (word.first, word.last), "among_the_dead", part=True)


def buried(number: Candidate) -> Verdict:
    """Those whom somebody helped or had to bury.

    Covers: "helped to bury | nine of his pupils", "had to bury | 30 people". Must not: "to bury | two cables".
    """
    units, at = number.units, number.group.first - 1
    if number.letter not in "#5" or number.group.head is None or number.group.unknown or at < 1:
        return None
    if units[at].low not in BURYING or units[at].cls in "pi":
        return None
    lead = at - 2 if units[at - 1].cls == "T" else at - 1
    if lead < 0 or units[lead].low not in ABLE:
        return None
    return Mention(number.group, "killed", (at, at + 1), "buried", part=number.part, voice="active")


def is_among_victims(number: Candidate) -> bool:
    """Whether words behind a number say that it is of some of the victims: ", | a boy of eight among the victims,"."""
    units = number.units
    for i in range(number.group.last, min(number.group.last + MAX_AMONG, len(units) - 1)):
        if units[i].low in AMONG:
            at = i + 1 + (units[i + 1].cls == "t")
            return at < len(units) and units[at].low in VICTIMS
        if units[i].cls not in "F0MU/":
            return False
    return False


def are_given(units: list[Unit], losses: int, first: int) -> bool:
    """Whether somebody gives losses as a number: "gave its own losses as | 1,200 combatants".

    Must not: "suffered losses as | 1,200 fighters attacked".
    """
    return units[first - 1].low == "as" and any(u.low in GIVING for u in units[max(0, losses - MAX_GIVEN) : losses])


def in_all(number: Candidate) -> Verdict:
    """The number of those whom a vague word counted right before.

    Covers: "only a handful of its fighters had fallen, | fewer than 15 in all". Must not: "many fled, | 15 in all".
    """
    last = number.last
    if last is None or last.group.quantity.kind != "vague" or number.letter != "0" or number.follow not in CLOSED:
        return None
    if number.units[number.group.last - 1].low not in SUMMING or number.left[-1:] not in (",", "-", "("):
        return None
    return number.inherit(last.outcome, "in_all")


def number_when(number: Candidate) -> Verdict:
    """The figure of a number of casualties, behind a clause that tells how they came about.

    Covers: "the number of people killed when a drone hit a market in Dilling, South Kordofan, on Friday has risen to |
    41". Must not: "the number of people killed when the army drove to | 12 villages".
    """
    if number.letter != "0" or "L" not in number.left or number.units[number.group.first - 1].low not in ("to", "at"):
        return None
    word = number.before(KILLED_WHEN)
    counts = number.group.first > 1 and "count_verb" in number.units[number.group.first - 2].senses
    return number.mention(word, "number_of") if word is not None and counts else None
