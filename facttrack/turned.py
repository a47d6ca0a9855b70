"""Rules by which a number hangs on a casualty word in clauses turned round, or as the object of an object."""

from __future__ import annotations

import re

from facttrack.candidates import CLOSED, Candidate, Mention, Verdict

__all__ = ["and_them", "company_of", "inverted", "some_of_those"]

COMPANIES = frozenset("family crew group team patrol squad platoon gang band unit party".split())
"""Nouns of those who are killed together: "killed a family of six"."""
COMPANY = re.compile(r"(?P<verb>[Agp])xF$")
AND_THEM = re.compile(
    r"(?:x|[/F^\]T][x$]){0,4}(?:,vx(?:[/FT]x){0,2}|,x(?:[/FT]x){1,2})?,?&(?:x(?=p))?(?P<verb>[pA])[xI]"
)
"""What stands between people and what was done to them last: "| off a bus and shot them"."""
INVERTED = re.compile(r"(?:^|[,;:&u.c])(?P<lead>x?)(?P<verb>[pj])(?:[/F^]x|x){0,4}(?P<be>v)(?:,xc,)?$")
"""What stands before those of whom a clause tells last: "Killed in the attack were | 12 soldiers"."""
OF_THOSE = re.compile(r"(?:^|[;:])(?P<those>I)(?:,[^,;.:P0#]{1,4})?,$")
"""What opens a clause that tells of some."""
FATES = {"killed": "killed", "dead": "killed", "slain": "killed", "wounded": "wounded", "injured": "wounded"}
"""What those were of whom some are told."""


def company_of(number: Candidate) -> Verdict:
    """Those of a family or crew that is the object of a casualty verb.

    Covers: "killed a family of | six", "murdered a group of | 12 soldiers". Must not: "rescued a family of | six".
    """
    hit = COMPANY.search(number.left) if number.letter in "0#" else None
    if hit is None or (number.letter == "0" and number.follow not in CLOSED and number.follow not in "&-"):
        return None
    units, at = number.units, number.group.first - 2
    if units[at].low not in COMPANIES or units[at + 1].cls != "F":
        return None
    while at > 0 and units[at - 1].cls in "xJRS":
        at -= 1
    if at < 1 or units[at - 1].cls != "a":
        return None
    return number.of_verb(number.chunks[hit.start("verb")], "company_of", "active")


def and_them(number: Candidate) -> Verdict:
    """Those to whom something else was done first, and who are then "them".

    Covers: "pulled | 14 passengers off a bus and shot them", "seized | 12 villagers and executed all of them".
    Must not: "caught | three soldiers and killed two of them", "met | 12 men, who killed them".
    """
    if number.letter != "#" or number.group.unknown or number.left[-1:] not in ("x", "v", "A", "p", "c", "/"):
        return None
    hit = AND_THEM.match(number.line, number.rest)
    if hit is None:
        return None
    units, verb = number.units, number.chunks[hit.start("verb")]
    after = [unit.low for unit in units[verb.last : verb.last + 3]]
    if after[:1] != ["them"] and "all of them" not in after[:1] and after[:2] != ["them", "all"]:
        return None
    found = number.of_verb(verb, "and_them", "active")
    if found is not None and "dead" in after:
        found.outcome = "killed"  # "and shot them dead"
    return found


def inverted(number: Candidate) -> Verdict:
    """Those who stand behind a clause that opens with the casualty word.

    Covers: "Killed in the attack were | 12 soldiers", "Also wounded was | a boy", "Missing are | three divers".
    Must not: "The men killed were | four of the guards", "Killed were all, and | four houses burned".
    """
    hit = INVERTED.search(number.left) if number.letter in "#0" and not number.group.unknown else None
    if hit is None:
        return None
    be, verb = number.units[number.chunks[hit.start("be")].first], number.chunks[hit.start("verb")]
    if be.cls != "b" or verb.negated or verb.hypothetical or not verb.outcome or verb.weak:
        return None
    before = number.units[verb.first - 1] if verb.first and hit["lead"] else None
    if before is not None and before.low != "those":
        return None
    return Mention(number.group, verb.outcome, (verb.first, verb.last), "inverted", part=number.part)


def some_of_those(number: Candidate) -> Verdict:
    """Some of the dead with whom the clause opens, whatever is said of them.

    Covers: "Of those killed, | 187 were in the north", "Of the wounded, | 54 had no papers",
    "Of the dead, he added, | 14 lay in the square".
    Must not: "Of the guests, | 12 left", "Of those killed, | half were in the north".
    """
    if number.letter != "0" or number.group.quantity.kind != "number" or number.follow != "v":
        return None
    opener = OF_THOSE.search(number.left)
    if opener is None:
        return None
    at = number.chunks[opener.start("those")].first
    word = number.units[at]
    outcome = FATES.get(word.low.split()[-1]) if word.low.startswith("of th") else None
    if outcome is None:
        return None
    return Mention(number.group, outcome, (at, at + 1), "of_the_dead", part=True)
