"""Mentions that only look like any, by how a number stands beside its casualty word: who is away, ill, only met."""

from __future__ import annotations

from collections.abc import Callable

from facttrack.candidates import Mention
from facttrack.ordinary import PLURAL_VERBS
from facttrack.units import Unit

__all__ = ["is_of_nobody"]

CHANCES = frozenset("possibility risk threat prospect fear fears likelihood chance danger chances".split())
"""Nouns of what may happen: "the | risk of the death of a patient"."""
FINANCIAL = frozenset(
    "net operating extraordinary pretax pre-tax quarterly one-time loan credit trading paper tax underwriting".split()
)
"""What losses of money are."""
MIN_SUM = 1000
"""From which on a bare "loss of" is one of money."""
SKILFULLY = frozenset("perfectly well flawlessly brilliantly beautifully poorly badly expertly superbly".split())
"""How plans are executed, and no people."""
ATTENDED = frozenset("school schools classes class work lessons meals breakfast training practice church games".split())
"""What people may miss."""
LEARNING = ("learn", "reali", "discover", "suspect", "know", "find")
"""Begins of verbs before "that | one of them is a spy"."""
SHOT_OUT = (["out", "of", "a"], ["out of", "a", "cannon"], ["from", "a", "cannon"])
"""What follows "shot" of those who fly through the air."""
ADMITTED = ("admitted", "treated", "hospitali", "discharged")
"""Begins of what is done to the ill at any time."""
SHOTS = frozenset("shot hit".split())
"""Verbs of hurting that are nouns behind an adjective: "a poor shot"."""
CAUSES = frozenset(["due to", "because of", "through", "owing to", "with"])
"""Prepositions before the injuries for which somebody is absent."""
MAX_CLAUSE = 14
"""Units back to the beginning of a clause."""
DAYS = frozenset("day night morning evening afternoon week month year time moment hour".split())
"""Nouns for when something happened, before who it happened to: "the | day Brown was killed"."""
NEVER = frozenset(["never", "not", "was never", "was not"])
"""Words by which a clause tells of what was not: "| never tried for one of them"."""


def is_of_nobody(units: list[Unit], mention: Mention) -> bool:
    """Whether a mention is of nobody by how its number stands beside its casualty word (`NOBODY`, `NOBODY_BY_RULE`)."""
    return any(rule(units, mention) for rule in (*NOBODY_BY_RULE.get(mention.rule, ()), *NOBODY))


def _is_yet_another(units: list[Unit], mention: Mention) -> bool:
    """Whether "another" is of what was told: "plunges into yet | another, and is killed"."""
    group = mention.group
    lead = [unit.cls for unit in units[max(0, group.first - 2) : group.first] if unit.cls not in "u~"]
    return group.quantity.kind == "more" and group.head is None and lead[-1:] == ["/"]


def _lives_and_dies(units: list[Unit], mention: Mention) -> bool:
    """Whether somebody is told by what he may do: "| a man most fitted to live and die alone"."""
    group, (first, last) = mention.group, mention.cue
    singular = group.quantity.kind == "article" and group.head is not None
    return singular and last - first == 1 and units[first].low == "die" and units[first - 1].cls in "T&"


def _is_verb_of_several(units: list[Unit], mention: Mention) -> bool:
    """Whether a verb of several is not that of one: "| an official who knows more said they were hurt".

    Must not: "two soldiers and | a cook were killed", "| a man, with his two sons, were killed".
    """
    group, (first, _) = mention.group, mention.cue
    if group.quantity.kind != "article" or units[first].low not in PLURAL_VERBS or units[group.last - 1].cls != "V":
        return False
    between = units[group.last : first]
    joined = group.first > 0 and units[group.first - 1].cls in "&,"
    return not joined and not any(unit.cls in "&,(-" or unit.low == "including" for unit in between)


def _are_unknown_things(units: list[Unit], mention: Mention) -> bool:
    """Whether an adjective and a plural that no table knows are counted: "several | coming engagements were scratched".

    Must not: "several | later died".
    """
    if mention.outcome == "killed" or mention.group.head is not None:
        return False
    words = units[mention.group.last : mention.cue[0]]
    unknown = len(words) > 1 and all(unit.cls == "x" and unit.text.islower() for unit in words)
    return unknown and words[-1].low[-1] == "s"


def _has_other_subject(units: list[Unit], mention: Mention) -> bool:
    """Whether a name or a nearer number is the subject of a verb.

    Covers: "| two builders at work on the day Brown was killed", "| an elder with word of the 40 women being taken".
    Must not: "| two men were killed", "| two builders in Brown were killed", "| two of the 40 women were taken".
    """
    start, verb = mention.group.last, mention.cue[0]
    at = verb - 1
    while at > start and units[at].cls in "XP":
        at -= 1
    if start < at < verb - 1 and units[at].low in DAYS and units[at - 1].cls == "t":
        return True
    if units[verb].low != "being":
        return False
    return any(units[i].cls == "0" and units[i - 1].cls == "t" for i in range(start + 1, verb))


def _is_behind_modal(units: list[Unit], mention: Mention) -> bool:
    """Whether it only may or must happen to them: "then we must | all four die of hunger"."""
    return mention.group.first > 0 and units[mention.group.first - 1].cls == "w"


def _does_else(units: list[Unit], mention: Mention) -> bool:
    """Whether those counted did something else: "125,000 have died. | A million of these refugees are children"."""
    head = mention.group.head
    return head is not None and "other_deed" in units[head].senses


def _is_one_case(units: list[Unit], mention: Mention) -> bool:
    """Whether cases are counted: "the disappearance was | one of the first cases of the unit"."""
    group = mention.group
    return group.quantity.best == 1 and group.part and units[group.last - 1].cls == "x"


def _is_met(units: list[Unit], mention: Mention) -> bool:
    """Whether one of the hurt is whom somebody met: "exchanged messages with | one of the victims"."""
    return mention.group.quantity.best == 1 and mention.group.first > 0 and units[mention.group.first - 1].cls == "/"


def _never_was_one(units: list[Unit], mention: Mention) -> bool:
    """Whether one of several is denied: "never tried for | one of them"."""
    start = mention.group.first
    clause = units[max(0, start - MAX_CLAUSE) : start]
    return _is_met(units, mention) and any(unit.low in NEVER for unit in clause)


def _is_only_feared(units: list[Unit], mention: Mention) -> bool:
    """Whether a death may only come: "the possibility of the death of | one parent", "at risk of death".

    Must not: "fears of an attack after the deaths of | 12".
    """
    at = min(mention.cue[0], mention.group.first) - 1
    while at > 0 and units[at].cls in "ts":
        at -= 1
    return at > 0 and units[at].cls == "F" and units[at - 1].low in CHANCES


def _is_poor_shot(units: list[Unit], mention: Mention) -> bool:
    """Whether a verb of hurting is a noun: "hit by | a poor shot"."""
    group, (first, _) = mention.group, mention.cue
    if group.quantity.kind != "article" or units[first].low not in SHOTS or first != group.last:
        return False
    head = units[group.head if group.head is not None else group.last - 1]
    return head.cls == "J" and "-" not in head.low


def _was_thinkable(units: list[Unit], mention: Mention) -> bool:
    """Whether a clause tells of what could have been, or may be: "it could have gone on, with | thousands killed"."""
    at = mention.group.first - 1
    if at < 0 or units[at].low != "with":
        return False
    for i in range(at - 1, max(-1, at - MAX_CLAUSE), -1):
        if units[i].cls in ",;.:ur&":
            return False
        if units[i].cls == "w" and "doubt" not in units[i].senses:
            return True
    return False


def _are_dead_things(units: list[Unit], mention: Mention) -> bool:
    """Whether "dead" is said of things: "| three dead torch batteries"."""
    first, last = mention.cue
    if units[first].low != "dead" or last >= len(units):
        return False
    return units[last + (units[last].cls == "x" and last + 1 < len(units))].cls == "E"


def _is_no_contest(units: list[Unit], mention: Mention) -> bool:
    """Whether "no" stands before no people: "as the body count mounts they are | no contest"."""
    group = mention.group
    return group.quantity.kind == "zero" and group.head is None and units[group.first].low == "no"


def _is_without(units: list[Unit], mention: Mention) -> bool:
    """Whether nobody did what could be done: "to get there | without dying again", "vision | without execution"."""
    without = mention.group.quantity.kind == "zero" and units[mention.group.first].low == "without"
    return without and units[mention.cue[0]].low in ("dying", "execution")


def _is_admitted(units: list[Unit], mention: Mention) -> bool:
    """Whether the ill are told of at any time: "the wait of | a patient who is admitted to hospital"."""
    (first, last), article = mention.cue, mention.group.quantity.kind == "article"
    if not article or first == 0 or mention.outcome != "wounded":
        return False
    return units[first].low == "is" and units[first - 1].cls == "r" and units[last - 1].low.startswith(ADMITTED)


def _is_somebody(units: list[Unit], mention: Mention) -> bool:
    """Whether a number is told who he is: "they learn that | one of them is a policeman"."""
    start, end = mention.group.first, mention.group.last
    if mention.group.quantity.best != 1 or start < 2:
        return False
    learnt = units[start - 1].low == "that" and units[start - 2].low.startswith(LEARNING)
    ours = any(unit.low in ("of them", "of us", "of you") for unit in units[start:end])
    if not ours or not (learnt or mention.rule == "weighed"):
        return False
    return any(units[i].low == "is" and units[i + 1].cls == "a" for i in range(start, min(end + 1, len(units) - 1)))


def _is_shot_out(units: list[Unit], mention: Mention) -> bool:
    """Whether somebody flies: "| a man shot out of a cannon"."""
    last = mention.cue[1]
    return "shot" in units[last - 1].low and [unit.low for unit in units[last : last + 3]] in SHOT_OUT


def _is_missed(units: list[Unit], mention: Mention) -> bool:
    """Whether something is what people do not attend or have: "are missing | school"; not "are missing | after"."""
    last = mention.cue[1]
    if "missing" not in units[last - 1].low or last >= len(units):
        return False
    return units[last].low in ATTENDED or (units[last].cls == "E" and units[last].low.endswith("s"))


def _are_ill(units: list[Unit], mention: Mention) -> bool:
    """Whether the ill are treated: "| 300 sick workers were taken to hospital"."""
    if mention.outcome != "wounded":
        return False
    ill = any(unit.low in ("sick", "ill") for unit in units[mention.group.first : mention.group.last])
    low = units[mention.cue[1] - 1].low
    return ill and ("hospital" in low or "treat" in low)


def _are_hidden_things(units: list[Unit], mention: Mention) -> bool:
    """Whether arms follow behind an adjective: "hit | two concealed rocket launchers"; not "hit | two close by"."""
    if mention.voice != "active" or mention.group.head is not None:
        return False
    at = mention.group.last
    while at + 1 < len(units) and units[at].cls in "xJ" and units[at].text.islower():
        at += 1
        if "equipment" in units[at].senses:
            return True
    return False


def _is_sum_lost(units: list[Unit], mention: Mention) -> bool:
    """Whether money was lost: "an extraordinary loss of | 298,000", "includes a loss of | 49,040 in nine months".

    Must not: "the loss of | 2,000 in the war".
    """
    group, (first, last) = mention.group, mention.cue
    if units[last - 1].low not in ("loss", "losses"):
        return False
    if first and units[first - 1].low in FINANCIAL:
        return True
    if units[last - 1].low != "loss" or group.head is not None or (group.quantity.best or 0) < MIN_SUM:
        return False
    return group.quantity.kind == "number" and not _tells_of_war(units)


def _is_executed(units: list[Unit], mention: Mention) -> bool:
    """Whether a plan was executed: "was | one that was perfectly executed"."""
    first, last = mention.cue
    return units[last - 1].low == "executed" and any(unit.low in SKILFULLY for unit in units[first:last])


def _is_absent(units: list[Unit], mention: Mention) -> bool:
    """Whether somebody is away because he is hurt: "due to injuries to | two", "| two out of action with"."""
    first, last = mention.cue
    if mention.outcome == "killed" or first == 0:
        return False
    injured = last < mention.group.first and units[first].cls == "k" and units[first - 1].low in CAUSES
    if not injured and "out of action" in units[last - 1].low:
        injured = last < len(units) and units[last].low in CAUSES
    return injured and not _tells_of_war(units)


def _tells_of_war(units: list[Unit]) -> bool:
    return any("of_war" in unit.senses for unit in units)


NOBODY_BY_RULE: dict[str, tuple[Callable[[list[Unit], Mention], bool], ...]] = {
    "predicate": (
        _is_yet_another,
        _lives_and_dies,
        _is_verb_of_several,
        _are_unknown_things,
        _has_other_subject,
        _is_behind_modal,
    ),
    "predicate_part": (_does_else,),
    "postposed": (_is_poor_shot, _was_thinkable, _are_dead_things),
    "nominal": (_is_only_feared,),
    "losses": (_is_one_case,),
    "counted_people": (_is_met,),
    "part": (_never_was_one,),
    "toll": (_is_no_contest,),
}
"""By the rule that made a mention, those by which it is of nobody."""


NOBODY: tuple[Callable[[list[Unit], Mention], bool], ...] = (
    _is_without,
    _is_admitted,
    _is_somebody,
    _is_shot_out,
    _is_missed,
    _are_ill,
    _are_hidden_things,
    _is_sum_lost,
    _is_executed,
    _is_absent,
)
"""The same for mentions of every rule."""
