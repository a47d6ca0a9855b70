"""What a silence or denial is about: figures, a toll, how many died."""

from __future__ import annotations

from facttrack.units import Unit
from facttrack.unsaid import FIGURES, FRONTING, LOSSES, is_of_things, is_toll, tells_of_dead
from facttrack.weighed_silences import ANY, ASKED, SUSPECTS

__all__ = [
    "DENIED",
    "NO_FIGURE",
    "REACH",
    "STARTERS",
    "TOPIC_PREPOSITIONS",
    "asks_how_many",
    "first_within",
    "is_asked",
    "loses_things",
    "of_own",
    "opening_of",
    "topic_before",
    "topic_fronted",
    "topic_of",
]

MAX_FRONTED = 16
"""Units between the beginning of a clause that opens with its topic and the verb."""
MAX_ASKED = 24
"""Units between such a word and the silence that answers."""
REACH = 12
"""Units after "has not" or "denied" in which its object must be found."""
STARTERS = frozenset({"deny", "deny_apart", "false", "inflate", "refuse", "silent", "omit", "inability", "negation"})
"""Senses of words of silence and denial, one of which a sentence must have, if it has no "no" or "not"."""
MAX_ASIDE = 9
"""Units of what may stand between commas right behind a verb: "did not say, however, how many"."""
OTHER_THAN_DENY = ("repudiat", "reject", "dismiss", "rul", "challeng", "disput", "contest", "question")
"""Verbs that deny only a figure or a toll: one can reject many things with a death in them."""
LOST = frozenset(["loss", "losses"])
"""Words that are said of things as well."""
THEIRS = frozenset("theirs hers ours".split())
DENIED = frozenset("list lists study survey dossier".split())
"""What holds a figure and can be denied."""
TOPIC_PREPOSITIONS = frozenset("on about over to".split())
"""Last words of "on", "talk about", "as to"."""
NO_FIGURE = frozenset(
    "accusation accusations allegation allegations one whether matter information word details detail update story "
    "version statement".split()
)
"""Words for a figure that alone do not refer to one."""
RUMOURS = frozenset("reports claims suggestions assertions".split())
"""Words for what is said, which "that" may say: "reports that the drone was a rebel one"."""


def first_within(units: list[Unit], at: int, reach: int, sense: str, stop: str) -> int | None:
    """The first of the next units that has a sense, if no class of `stop` stands before it."""
    for i in range(at, min(at + reach, len(units))):
        if sense in units[i].senses:
            return i
        if units[i].cls in stop:
            return None
    return None


def topic_of(
    units: list[Unit],
    at: int,
    claims_near: bool,
    *,
    from_give: bool = False,
    denial: bool = False,
    asked: bool = False,
    limit: int = REACH,
) -> tuple[int, int] | None:
    """The words after a verb that make it one about figures or losses.

    Covers: a figure noun with a casualty word ("a toll of the dead"), "how many died"; "those numbers" where claims are
    near. With `from_give` the verb is one of giving, with `denial` one of denying: then a casualty word is enough.
    """
    figure, casualty = _figure_and_casualty(units, at, denial, limit)
    who_died = casualty is not None and units[casualty - 1].low == "who"  # "was silent on the protesters | who died"
    bare = casualty is not None and figure is None and not who_died
    if bare and casualty is not None and not is_toll(units[casualty]) and not _is_any(units, casualty):
        strict = units[at].low.startswith(OTHER_THAN_DENY) if denial else True
        asks = units[at + 1].low in ("if", "whether") and any(u.low in ANY for u in units[at + 2 : casualty])
        if strict and from_give and asks:
            return at + 1, casualty + 1  # "would not say | if anyone was hurt"
        if strict and not (denial and any(u.low in ANY or u.low == "no" for u in units[at + 1 : casualty])):
            return None
    if casualty is not None and _of_things(units, at, figure, casualty, denial):
        return None
    if figure is not None and units[figure].low == "how many" and casualty is None:
        told = claims_near or any(u.entry is not None and u.entry.outcome for u in units[:at])
        return (figure, figure + 1) if from_give and told and _counts_victims(units, figure + 1) else None
    if casualty is not None and (
        figure is not None
        or denial
        or from_give
        or asked
        or units[at].cls == "z"
        or not units[at].senses.isdisjoint(STARTERS)
    ):
        return casualty if figure is None else min(figure, casualty), casualty + 1
    if denial and at + 2 < len(units) and units[at + 1].low == "that":
        nouns = units[at + 2 : at + 4] if units[at + 2].cls in "m~xJ" else [units[at + 2]]  # "that second | number"
        if not any("figure" in noun.senses for noun in nouns):
            return None
    if figure is None or not claims_near:
        return None
    low = units[figure].low
    if low in RUMOURS and units[figure - 1].cls not in "tsd" and units[figure + 1 : figure + 2]:
        that = units[figure + 1 : at + limit]
        return None if that and that[0].low == "that" and not any(u.cls in "vV" for u in that) else (figure, figure + 1)
    if low not in NO_FIGURE:
        return figure, figure + 1
    if low != "one" or denial or figure + 1 >= len(units):
        return None
    if units[figure + 1].cls in ",.;":
        return figure, figure + 1
    end = of_own(units, figure + 1)  # "has never offered one | for the guerrillas"
    return (figure, end) if end is not None else None


def loses_things(units: list[Unit], at: int) -> bool:
    """Whether losses are of things alone: "would not discuss aircraft | losses".

    Must not: "gave no vehicle | losses or troop casualties", "commented on tank | losses or on the deaths of 12".
    """
    if units[at].low not in LOST or units[at - 1].cls != "E" or not units[at - 1].text.islower():
        return False
    more = units[at + 1 : at + 5]
    return not (more and more[0].cls == "&" and any(is_toll(unit) or unit.cls in "kL" for unit in more[1:]))


def _of_things(units: list[Unit], at: int, figure: int | None, casualty: int, denial: bool) -> bool:
    """Whether no people are meant: "how many | mice died", "how many | votes it lost", "that | the base had fallen".

    Must not: "how many | gendarmes died", "that | it had lost any men", "that lives were lost".
    """
    if loses_things(units, casualty):
        return True
    if units[casualty].low == "loss" and casualty + 1 < len(units) and units[casualty + 1].cls == "F":
        return not any(u.cls in "vVO0qhsRSZ" for u in units[casualty + 2 : casualty + 5])  # "the | loss of the town"
    loses = units[casualty].cls in "lWi" and "plain_harm" not in units[casualty].senses
    if figure is not None and units[figure].low == "how many" and figure + 1 < casualty:
        counted = units[figure + 1]
        return counted.cls in "EU" or "animal" in counted.senses or (loses and counted.cls == "x")
    clause = units[at + 1 : casualty + 4]
    return denial and loses and not any(u.cls in "vVOLSRs" or is_toll(u) for u in clause)


def _counts_victims(units: list[Unit], at: int) -> bool:
    """Whether "how many" asks after the casualties told of before: "how many | ", "how many | foreigners were …".

    Must not: "how many | missiles were fired", "how many | remained", "how many | gunmen they faced".
    """
    if any(unit.low in SUSPECTS for unit in units[at : at + 5]):
        return False  # "how many of the 298 | suspects were soldiers"
    if at + 2 < len(units) and units[at].cls == "F" and units[at + 1].cls in "ts" and units[at + 2].cls in "vV":
        at += 2  # "how many | of its men are captive"
    if at < len(units) and units[at].cls in "vVRx":
        at += 1
    if at < len(units) and units[at].low in ("had", "have", "there") and units[-1].cls != "?":
        at += 2 if at + 1 < len(units) and (tells_of_dead(units[at + 1]) or units[at + 1].cls == "b") else 1
    if at + 1 < len(units) and units[at].low == "they" and units[at + 1].low in ("were", "are"):
        at += 2  # "without telling the nation how many | they were"
    if at < len(units) and units[at].low in ("were", "was", "are"):
        return at + 1 >= len(units) or units[at + 1].cls != "x"  # not "how many passengers were | booked"
    return at >= len(units) or units[at].cls in ".;,&"


def _figure_and_casualty(units: list[Unit], at: int, denial: bool, limit: int) -> tuple[int | None, int | None]:
    """The first figure noun and the first casualty word after a verb, in its clause."""
    figure = casualty = None
    without = "without" in units[at].low  # "without naming anybody, the army acknowledges the loss of 48"
    for i in range(at + 1, min(at + limit, len(units))):
        unit = units[i]
        cls = unit.cls
        if cls in ";:.":
            break
        if i == at + 1 and cls == "," and not any(u.cls == "," for u in units[i + 1 : i + MAX_ASIDE]):
            break  # "who would not be named, | clings to an estimate of 5,000 killed"
        if denial and cls == "&" and _opens_clause(units, i + 1):
            break  # "rejects the accusation | and says nothing about victims"
        if i > at + 1 and cls == "," and (denial or without or figure is not None or casualty is not None):
            break
        if not denial and i > at + 1 and _turns_away(units, i):
            break
        if i > at + 2 and cls == "u" and "contrast" in unit.senses:
            break
        is_figure = "figure" in unit.senses or (denial and unit.low in DENIED)
        if (
            i > at + 1
            and cls == "c"
            and not is_figure
            and not denial
            and figure is None
            and "say" in unit.senses
            and unit.low not in ("say", "said")
            and units[i - 1].cls not in "at"
        ):
            break
        if is_figure and figure is None and unit.low != "any":
            figure = i
        if (
            casualty is None
            and ("casualty_topic" in unit.senses or (unit.entry and unit.entry.outcome) or "casualt" in unit.low)
            and not is_of_things(units, i)
        ):
            casualty = i
    return figure, casualty


def _opens_clause(units: list[Unit], at: int) -> bool:
    """Whether a verb goes on behind "and": "and | says nothing", "and | has yet to"."""
    return at < len(units) and (
        units[at].cls in "cfbwn"
        or units[at].low.startswith(("has ", "have "))
        or not STARTERS.isdisjoint(units[at].senses)
    )


def _is_any(units: list[Unit], at: int) -> bool:
    """Whether a singular stands for any: "has not acknowledged a single civilian | death"."""
    return units[at].cls == "k" and any(u.low in ("a single", "single", "any") for u in units[max(0, at - 3) : at])


def _turns_away(units: list[Unit], at: int) -> bool:
    """Whether a clause begins that is not about how many: "did not say | how he died", "| if it was a bomb".

    Must not: "did not say how many", "did not say whether there were casualties".
    """
    unit = units[at]
    if unit.low == "that" and at + 1 < len(units) and "figure" in units[at + 1].senses:
        return False
    if unit.low == "who" and units[at - 1].cls in "vV" and at + 1 < len(units) and tells_of_dead(units[at + 1]):
        return False  # "was silent on the protesters | who died"
    if unit.low in ("how", "why", "when", "where", "who", "what", "that", "which"):
        return True
    if unit.low not in ("if", "whether"):
        return False
    return not any(u.low in ANY or is_toll(u) for u in units[at + 1 : at + 6])


def topic_before(units: list[Unit], at: int, claims_near: bool = False) -> tuple[int, int] | None:
    """The topic that stands before: "kept its losses | to itself", "leaves its fallen | unmentioned"."""
    for i in range(at - 1, max(-1, at - 8), -1):
        unit = units[i]
        if unit.cls in ";:.,":
            return None
        owned = i > 0 and any(u.cls == "s" for u in units[max(0, i - 2) : i])
        if (
            unit.low in LOSSES
            or "casualt" in unit.low
            or unit.cls == "L"
            or unit.low in ("missing", "victims")
            or (unit.cls == "k" and unit.low.endswith("s"))
            or (owned and tells_of_dead(unit))
            or (claims_near and (unit.low in THEIRS or (owned and (unit.low == "own" or unit.low in FIGURES))))
        ):
            return i, i + 1
    return None


def opening_of(units: list[Unit], at: int) -> int:
    """Where the clause of a silence opens with its topic: "| on its own losses it said nothing"; else the same unit."""
    start = at
    while start > 0 and at - start < MAX_FRONTED and units[start - 1].cls not in ",;.:":
        start -= 1
    fronted = start < at and units[start].low in FRONTING and units[start + 1].cls not in "0qU"
    return start if fronted else at


def topic_fronted(units: list[Unit], at: int, claims_near: bool) -> tuple[int, int] | None:
    """The topic with which a clause opens: "Of its own men | it gives no figure", "How many died | the SDF has not".

    Must not: "Of the negotiations | it gives no details".
    """
    if is_asked(units, at, claims_near):
        return max(0, at - 1), at
    start = at
    while start > 0 and units[start - 1].cls not in ";.:" and not (units[start - 1].cls == "," and start < at - 1):
        start -= 1
    opening = units[start:at]
    if len(opening) < 3 or at - start > MAX_FRONTED:
        return None
    if opening[0].low == "how many" or (opening[0].low == "how" and opening[1].low == "many"):
        return (start, start + 1) if any(tells_of_dead(u) for u in opening[1:]) else None
    if opening[0].low not in FRONTING or (opening[1].cls in "0qU" and not tells_of_dead(opening[2])):
        return None  # "for six weeks"
    own = claims_near and any(u.cls == "s" for u in opening[1:3])
    for i, unit in enumerate(opening[1:], start + 1):
        if tells_of_dead(unit) or (own and unit.cls in "vV"):
            return start, i + 1
    return None


def is_asked(units: list[Unit], at: int, claims_near: bool = False) -> bool:
    """Whether who is silent was asked about casualties: "Asked how many had died, | he had no figures"."""
    asked = next((i for i, u in enumerate(units) if u.low.split()[-1] in ASKED), None)
    if asked is None or abs(asked - at) > MAX_ASKED:
        return False
    words = units[asked + 1 : asked + MAX_FRONTED]
    words = words[: next((i for i, u in enumerate(words) if u.cls in ",;.:"), len(words))]
    many = any(u.low == "how many" for u in words)
    armed = any(u.cls in "SR" or (u.entry is not None and u.entry.source_kind == "military") for u in units)
    told = (claims_near and any(u.low in FIGURES for u in words)) or any(
        (is_toll(u) and (armed or u.low not in ("loss", "losses"))) or (many and tells_of_dead(u)) for u in words
    )
    referred = units[at].low.startswith("referred")  # "referred questions | to the ministry"
    own = [u.low for u in units[at + 1 : at + 6]] if not referred else []
    return told and not any(low.split()[-1] in TOPIC_PREPOSITIONS for low in own)  # "no comment on the ceasefire"


def asks_how_many(units: list[Unit], answer: list[Unit]) -> bool:
    """Whether a sentence asks somebody for a number of casualties, who answers: "How many rebels did you kill?"."""
    if not any(unit.low in ("i", "we") for unit in answer):
        return False
    return units[-1].text == "?" and any(u.low == "how many" for u in units) and any(map(tells_of_dead, units))


def of_own(units: list[Unit], at: int) -> int | None:
    """Where the words end by which nobody's losses are given: "none | for the army", "nothing | about its own"."""
    while at < len(units) and units[at].low in ("at", "all", "whatever", "at all"):
        at += 1
    if at + 1 >= len(units) or units[at].low not in ("for", "about", "on", "of"):
        return None
    if units[at + 1].cls == "s":
        return at + 2
    body = units[at + 1].cls == "t" and at + 2 < len(units) and units[at + 2].cls in "YvRS"
    return at + 3 if body else at + 2 if units[at + 1].cls in "RSP" else None
