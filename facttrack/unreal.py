"""Mentions of what did not happen to people: planned, feared, denied, asked for; and of animals and things."""

from __future__ import annotations

from facttrack.candidates import Mention
from facttrack.units import Reading, Unit

__all__ = ["EVIDENCE", "GRAVELY", "is_compound", "is_said_of_people", "is_unreal"]

EVIDENCE = frozenset("evidence proof".split())
LACKING = frozenset("no little scant".split())
"""Words before "evidence" by which there is hardly any."""
MAX_EVIDENCE = 8
"""Units of "no evidence for the claim that"."""
MAX_KILLER = 5
"""Units of "claims that the PKK shot", in which only a name says who killed."""
HURT = frozenset("wounded injured hurt injuries wounds survivors".split())
"""Last words of "of the injured"."""
HUMAN = frozenset(
    "murdered assassinated executed massacred wounded injured kidnapped abducted beheaded martyred murder murders "
    "assassination massacre execution wounding injuring murdering executing kidnapping abducting wound wounds injure "
    "injures lynched hospitalised hospitalized assassinating".split()
)
"""Casualty words that are hardly said of animals or things."""
GRAVELY = frozenset("critically seriously gravely badly severely moderately lightly slightly".split())
"""How badly somebody is hurt."""
IDENTIFYING = frozenset("name say tell report confirm".split())
"""Verbs by which somebody who "can" does."""
TOLLS = frozenset(["toll", "losses", "own_tally", "number_of", "tally", "exceeded"])
"""Rules by which a figure hangs on a noun, so that a modal may stand between: "the toll could reach 400"."""
FACTUAL_MODALS = frozenset(["predicate", "relative", "active_object"])
"""Rules whose verb group has settled the modal already."""


def is_compound(units: list[Unit], mention: Mention) -> bool:
    """Whether the casualty word only tells what kind of thing is counted: "303 execution | warrants".

    Must not: "12 deaths in | custody".
    """
    end = max(mention.group.last, mention.cue[1])
    if end >= len(units) or mention.cue[0] < mention.group.first or units[end].cls in "pPj":
        return False
    return "compound" in units[end].senses


def is_said_of_people(reading: Reading, mention: Mention) -> bool:
    """Whether the casualty word is one that is hardly said of animals or things, or those counted bear a name.

    Covers: "40 deminers were wounded", "4,000 Persians were killed", "12 Hamas elements were killed".
    Must not: "40 geese were killed", "Poachers Kill 14 Rhinos", "captured 12 Bradleys".
    """
    units = reading.units
    cue = units[mention.cue[0] : mention.cue[1]]
    if any(word in HUMAN for unit in cue for word in unit.low.split()):
        return True
    if mention.group.head is None or mention.outcome not in ("killed", "wounded"):
        return False
    head = units[mention.group.head]
    named = head.cls == "X" and head.text.isalpha() and head.text[1:].islower()
    for unit in units[mention.group.quantity.last : mention.group.head]:
        named = named or (unit.cls == "S" and unit.entry is not None and unit.entry.group_kind is not None)
    return named and bool(cue) and cue[-1].cls in "pij" and cue[-1].text.islower()


def is_unreal(units: list[Unit], mention: Mention) -> bool:
    """Whether a modal or an "if" stands in the clause that holds the number or its casualty word."""
    first, last = mention.group.first, mention.group.last
    if mention.rule == "coordinate" and mention.shared is not None:  # as real as the figure that it goes on with
        return any(u.cls == "w" or "conditional" in u.senses for u in units[mention.shared.group.last : first])
    if _is_unproven(units, min(first, mention.cue[0])):
        return True
    if mention.group.quantity.kind == "zero" and mention.outcome == "wounded" and _of_the_hurt(units, mention):
        return True
    inverted = mention.rule == "predicate" and first and (first == 1 or units[first - 2].cls in ",;:")
    if inverted and units[first - 1].low == "had" and first < mention.cue[0]:
        return True  # "Had | 30 soldiers died, the ministry would have said so"
    if mention.rule in TOLLS and any(
        (units[i].cls == "w" and not _has_perfect(units, i)) or units[i].low in ("won't", "will not")
        for i in range(mention.cue[1], first)
    ):
        return True
    lead = units[max(0, first - 2) : first]
    if mention.outcome == "captured" and any("release" in u.senses and u.cls not in "kEc" for u in lead):
        tells = lead[-1].cls == "c" and first > 2 and units[first - 3].cls == "t"
        return not tells  # "set free | 23 of the mayors kidnapped since April"; not "the freed say | 23 hostages"
    if mention.rule == "predicate" and lead and lead[-1].cls == "T" and units[last].cls == ",":
        return True  # "Hawking, who explained black holes to | millions of readers, died at his home"
    end = max(last, mention.cue[1])
    after = units[end : end + 3]
    if mention.rule != "nominal" and any(u.low in ("if", "unless") and "conditional" in u.senses for u in after):
        return True
    return _is_unreal_clause(units, mention, min(first, mention.cue[0]))


def _is_closed_off(units: list[Unit], at: int, number: int) -> bool:
    """Whether a condition stands apart before a number, between dashes or in brackets: "the navies – | if so –"."""
    opens = at > 0 and units[at - 1].cls in "-("
    return opens and any(unit.cls in "-)" for unit in units[at + 1 : number])


def _is_unproven(units: list[Unit], first: int) -> bool:
    """Whether a text says that nothing speaks for a figure: "there is no evidence that | 10,000 died there".

    Must not: "there is no evidence of a plot, and | 12 died", "no evidence that the 12 were killed by it".
    """
    that = first - 1
    if that < 2 or units[that].low != "that":
        return False
    for i in range(that - 1, max(0, that - MAX_EVIDENCE), -1):
        if units[i].cls in ",;.:":
            return False
        if units[i].low in EVIDENCE:
            return units[i - 1].cls == "z" or not LACKING.isdisjoint(units[i - 1].low.split())
    return False


def _of_the_hurt(units: list[Unit], mention: Mention) -> bool:
    """Whether none is counted of those who were hurt, which denies nothing but how badly: "none of the | injured had".

    Covers: "six were hurt, none of them | critically". Must not: "none of the | passengers was hurt".
    """
    first = mention.group.quantity.last
    if any(u.low in GRAVELY for u in units[mention.group.last : mention.group.last + 1]):
        return True
    words = units[first : first + 3]
    words = words[: next((i for i, u in enumerate(words) if u.cls in "bfw"), len(words))]
    return bool(words) and words[0].cls in "FI" and any(u.low.split()[-1] in HURT for u in words)


def _is_unreal_clause(units: list[Unit], mention: Mention, start: int) -> bool:
    """Whether the clause is unreal by what stands in it before unit `start`.

    Covers: "if 100 die", "could leave 100 dead". Must not: "could not verify that 100 died", "may have killed 12".
    """
    for i in range(start - 1, -1, -1):
        unit = units[i]
        cls, senses = unit.cls, unit.senses
        if cls == "c" and "deny" in senses and "say" not in senses and _is_nobodys(units, i, start):
            return True
        if cls in ";.:cG>" or (cls == "r" and i and units[i - 1].cls not in "cxN" and mention.cue[0] == start):
            # "denied that he had killed a single civilian"; not "will inquire into the attack that killed 10"
            denied = cls == "r" and any("deny" in u.senses for u in units[max(0, i - 4) : i])
            return denied and _is_sole(units, mention)
        if cls == ",":
            if _is_if_clause(units, i):
                return True
            if i < start - 1:
                return False
        if not senses:
            continue
        if "deny" in senses and mention.group.quantity.kind != "zero":
            return True
        if "conditional" in senses and _is_closed_off(units, i, start):
            continue
        if "conditional" in senses and (unit.low != "whether" or _is_in_question(units, i, mention)):
            return True
        if cls == "w":
            if mention.rule == "nominal" and mention.cue[0] and units[mention.cue[0] - 1].cls == "t":
                continue  # "will look into the murder of six"
            if any("verify" in after.senses for after in units[i + 1 : i + 3]):
                continue
            if unit.low == "can" and i + 1 < len(units) and units[i + 1].low in IDENTIFYING:
                continue  # "can name some | 220 dead civilians"
            if "doubt" not in senses and mention.rule not in FACTUAL_MODALS:
                return not _has_perfect(units, i)
        if "counterfactual" in senses and unit.low != "must have":
            return True
        if cls in "ur" and "conditional" not in senses and i < start - 1:
            if unit.low == "that" and i and "conditional" in units[i - 1].senses:
                return True  # "let us suppose | that there are 700 dead"
            deny = next((k for k in range(i - 1, max(-1, i - 6), -1) if "deny" in units[k].senses), None)
            if deny is not None and _is_nobodys(units, deny, start):
                return True
            return _is_sole(units, mention) and any("deny" in u.senses for u in units[max(0, i - 4) : i])
    return False


def _is_in_question(units: list[Unit], whether: int, mention: Mention) -> bool:
    """Whether somebody asks or seeks to learn if people were killed: "is trying to find out whether | three died".

    Must not: "it is unclear whether the | 12 killed were armed", "whether soldiers were among the | 12 dead".
    """
    first = mention.group.first
    return mention.rule == "predicate" and first == whether + 1 and units[first].cls not in "tsad"


def _is_nobodys(units: list[Unit], deny: int, start: int) -> bool:
    """Whether only who denies a deed names its number: "denied | killing 12", "rejects | claims that the PKK shot 60".

    Must not: "rejects the UN's claim that | 60 had died", where the UN counts them.
    """
    between = [unit for i, unit in enumerate(units[deny + 1 : start], deny + 1) if not _is_when(units, i)]
    if not between:
        return units[start].cls == "g"
    that = next((i for i, u in enumerate(between) if u.low == "that"), len(between))
    named = between[:that] if that == 1 and len(between) <= MAX_KILLER else between
    if any(u.cls in "'^]SRPBDYX" for u in named):
        return False
    return "figure" in between[0].senses and that == 1


def _is_when(units: list[Unit], at: int) -> bool:
    """Whether a word only tells when something is denied: "disputed reports | on Monday that"."""
    return units[at].cls == "N" or (units[at].low == "on" and units[at + 1 : at + 2] != [] and units[at + 1].cls == "N")


def _is_sole(units: list[Unit], mention: Mention) -> bool:
    """Whether the number is "a single civilian", which stands for any."""
    group = mention.group
    return group.quantity.kind == "article" and any(
        u.low in ("single", "a single") for u in units[group.first : group.last]
    )


def _has_perfect(units: list[Unit], at: int) -> bool:
    """Whether a modal speaks of what has happened: "may | have died"; "could | have died" does not."""
    return at + 1 < len(units) and units[at + 1].cls == "f" and units[at].low in ("may", "might", "must")


def _is_if_clause(units: list[Unit], comma: int) -> bool:
    """Whether the clause before a comma is an if-clause: "if 100 die, 50 more"."""
    for i in range(comma - 1, -1, -1):
        if units[i].cls in ";.,":
            return False
        if "conditional" in units[i].senses:
            return units[i].low != "whether"
    return False
