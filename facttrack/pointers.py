"""Sentences that say whose figure was told right before them: "That is the figure | given by the governor".

And those that say who reported what stands before: "This was reported by | the press service".
"""

from __future__ import annotations

from collections.abc import Sequence

from facttrack.accounts import ACCOUNTS, AMOUNTS, COMING, INCLUDING, POINTING
from facttrack.memory import Actor
from facttrack.scene import Attribution
from facttrack.subjects import SPEAKERS
from facttrack.units import Reading, Unit

__all__ = ["find_pointer", "find_reporter", "may_point", "may_report", "repeats_figure"]

OPENINGS = ("That ", "This ", "Those ", "These ", "It ", "The ")
EVIDENT = ("evident", "clear", "apparent")
"""What a figure is by the account from which it stands there: "This is evident | from a report of the mission"."""
WORDS = (
    *EVIDENT,
    "figure",
    "toll",
    "count",
    "number",
    "estimate",
    "tally",
    "total",
    "what",
    "according",
    "list",
    "version",
)
"""Words of which a sentence that points back has one."""

NOUNS = ACCOUNTS | {"tally_noun", "toll"}
"""Senses of nouns for a figure."""
LEADING = frozenset("^>F]")
"""Classes of words before whose figure it is: "by", "according to", "of", "from"."""
BY_TIME = frozenset("at around about before after".split())
REPORTED = ("This ", "It ", "this ", " this", " it")
"""Beginnings of the words that stand for what was told before."""
REPORTS = tuple("reported announced stated said told confirmed published wrote posted reports informed".split())
"""Words of which a sentence that says who reported has one."""
REPORTED_BY = frozenset(f"{word} by" for word in REPORTS)
MAX_VERB = 8
"""Units in which "this was reported at a briefing by" stands."""
MAX_CLAUSE = 16
"""Units of a clause that points back."""


def may_point(text: str) -> bool:
    """Whether a sentence can point back, by its words alone."""
    return text.startswith(OPENINGS) and any(word in text for word in WORDS)


def find_pointer(reading: Reading, actors: Sequence[Actor]) -> Attribution | None:
    """Whose the figures of the sentence before are, where a sentence opens with words that point back at them.

    Covers: "That is the figure | given at nine by the director", "The toll | came from the ministry", "This is |
    according to the police", "Those figures are | the hospital's", "That is what | the army says", "This is
    evident from | a report by the mission".
    Must not: "That is not the figure of the army", "The figure given by the army is 40", "That is the work of rebels".
    """
    units = reading.units
    end = next((i for i, unit in enumerate(units) if unit.cls in ".,;:"), len(units))
    if not 3 < end <= MAX_CLAUSE or not _points(units):
        return None
    if any(u.cls in "nqz" or (u.cls == "0" and units[i - 1].low not in BY_TIME) for i, u in enumerate(units[:end])):
        return None
    verb = next((i for i in range(1, 4) if units[i].cls == "b" or units[i].low in COMING), None)
    if verb is None:
        return None
    if verb + 1 < end and units[verb].cls == "b" and units[verb + 1].low == "what":
        said = next((a for a in actors if a.first == verb + 2 and not a.pronoun), None)
        told = said is not None and said.last < end and units[said.last].cls == "c" and _speaks(said)
        return _made(said) if said is not None and told else None
    noun = next((i for i in range(end) if _is_noun(units[i])), None)
    if verb + 2 < end and units[verb + 1].low in EVIDENT and units[verb + 2].low == "from":
        noun = verb
    for actor in actors:
        if actor.first <= verb or actor.first >= end or actor.counted or actor.pronoun or not _speaks(actor):
            continue
        if actor.document and actor.side is None and units[actor.last].cls == "^":
            continue  # "a report | by the mission"
        lead = units[actor.first - 1]
        owns = actor.last < len(units) and units[actor.last].cls == "'"
        if lead.low.startswith("according"):
            return _made(actor)
        if noun is None:
            continue
        if actor.document and actor.first <= noun < actor.last - 1:
            return _made(actor)  # "That is | the figure of the governor."
        if lead.cls in LEADING or lead.low == "from" or lead.low.endswith(" by"):
            return _made(actor)
        if noun < verb and owns and actor.last + 1 >= end:
            return _made(actor)  # "Those figures are | the hospital's."
        if actor.last in (noun, noun + 1) and noun + 1 >= end:
            return _made(actor)  # "That is | the police figure."
        if lead.low == "that" and noun == actor.first - 2 and any(u.cls == "c" for u in units[actor.last : end]):
            return _made(actor)  # "That was the figure that | the police gave at noon."
    return None


def repeats_figure(reading: Reading) -> bool:
    """Whether a sentence opens with the figure that was told right before it, of which it says more.

    Covers: "That number – 40,005 on Thursday – | is …", "That figure includes | 4,000 women". Must not: "Those numbers
    are disputed: 12 died".
    """
    units = reading.units
    if len(units) < 4 or units[0].low not in POINTING or not _is_noun(units[1]):
        return False
    return units[2].cls == "-" or units[2].low in INCLUDING


def may_report(text: str) -> bool:
    """Whether a sentence can say who reported what stands before it, by its words alone: not without "this" or "it"."""
    return any(word in text for word in REPORTS) and any(word in text for word in REPORTED)


def find_reporter(reading: Reading, told: Sequence[Attribution]) -> Attribution | None:
    """Who reported the figures of the sentences before, where a sentence says nothing but that.

    Covers: "This was reported by | the press service on Friday", "As the agency writes, this was announced at a
    briefing by | the spokesman", "| The head of the district reported this on Telegram", "| The mayor wrote about it",
    "This is reported by the agency with reference to | the ministry". Must not: "It was reported by the police that
    …", "This was denied by the army", "This was said of 12 men".
    """
    units = reading.units
    start = 0
    if units[0].cls in ">u":  # "As reported by the agency, | this was …"
        start = next((i + 1 for i, unit in enumerate(units) if unit.cls == ","), 0)
    if any(u.cls in "n0qzZ" or u.low in ("that", ":") for u in units[start + 1 :]):
        return None
    for made in told:
        if made.first < start or made.actor.counted or made.actor.pronoun or not _speaks(made.actor):
            continue
        if made.first <= start + 1 and not made.backward:
            verb = made.last - 1
            this = verb + (2 if made.last < len(units) and units[made.last].low in ("about", "of") else 1)
            said = units[verb].low in REPORTS and this + 1 < len(units) and units[this].low in ("this", "it")
            if said and units[this + 1].cls in "/T^NFU.,":
                return _made(made.actor)
        elif (
            units[start].low in ("this", "it")
            and units[start + 1].cls in "bf"
            and made.first <= start + MAX_VERB
            and (units[start + 2].low in REPORTS or units[start + 2].low in REPORTED_BY)
        ):
            return _made(next((a.actor for a in reversed(told) if a.rule == "citing"), made.actor))
    return None


def _points(units: list[Unit]) -> bool:
    """Whether a sentence opens with "that", "this", "it", or with "the figure"."""
    if units[0].low in POINTING or units[0].low == "it":
        return True
    return units[0].cls == "t" and _is_noun(units[1])


def _is_noun(unit: Unit) -> bool:
    return unit.cls == "L" or unit.low in AMOUNTS or not unit.senses.isdisjoint(NOUNS)


def _speaks(actor: Actor) -> bool:
    return actor.kind in SPEAKERS or bool(actor.side)


def _made(actor: Actor) -> Attribution:
    return Attribution(actor, actor.first, actor.last, forward=False, backward=True, rule="pointed")
