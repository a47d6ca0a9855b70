"""Rules by which a number hangs on a verb or adjective of casualties: before it, behind it, or around it.

Each takes a number and gives a mention; False, it certainly counts nobody; or None, which lets the next rule look.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from facttrack.amid import (
    among_several,
    among_victims,
    buried,
    in_all,
    is_among_victims,
    none_among,
    number_when,
)
from facttrack.candidates import (
    CLOSED,
    LIVING,
    Candidate,
    Mention,
    Verdict,
    clause_before,
    does_else,
    is_combatant,
)
from facttrack.chunks import Chunk
from facttrack.estimates import estimated
from facttrack.fates import FATES, WOUND_CAUSE, is_hostile
from facttrack.groups import CAPTIVE, WHICH, Group
from facttrack.tolls import (
    NOMINAL,
    among_the_dead,
    amount,
    brought_to,
    exceeded,
    label,
    list_object,
    losses,
    names_of_dead,
    nominal,
    number_of,
    of_the_dead,
    on_list,
    own_tally,
    passes_it,
    put_at,
    toll,
)
from facttrack.turned import and_them, company_of, inverted, some_of_those
from facttrack.uncounted import IMPACT, is_shared_out
from facttrack.units import HURTS, Unit

__all__ = [
    "AROUND",
    "BESIDE",
    "CLAIMED",
    "CLAIMERS",
    "COSTS",
    "HOLDING",
    "MAX_COST",
    "TAKEN",
    "died",
    "may_share_noun",
    "shares_noun",
]

MAX_MODIFIERS = 4
"""Units between a number and the casualty noun that it counts: "a couple then helped Juliet fake her | death"."""
HOLDING = frozenset("holding held hold holds seized".split())
"""Words that make captives of soldiers."""
TAKEN = CAPTIVE | {"alive"}
"""What stands behind those who are "taken"."""
CAPTIVE_NOUNS = CAPTIVE - {"prisoner"}
"""Words for one captive, who is not always told to have been taken."""
TAKING = frozenset("took takes take taken taking".split())
ARRESTING = frozenset("suspicion charges charge questioning remand trial bail connection".split())
COSTS = frozenset("cost costs costing price".split())
MAX_COST = 6
"""Units between "cost" and the number of those whom it cost."""
SUFFERED = frozenset("suffered sustained received".split())
GONE = frozenset({"missing", "captured"})
OTHERS = frozenset("those all victims people".split())
"""Words right before a participle that is theirs: "for those killed"."""
BROUGHT = frozenset(
    "evacuated flown taken brought admitted treated carried rushed airlifted ferried transferred hospital hospitals "
    "clinic clinics ward wards care".split()
)
"""What is done with the wounded: "flown out with injuries"; not "sidelined with injuries"."""
MAIMED = "maimed"
"""The sense of what somebody's limbs are: "people with | severed hands"."""
CARED = frozenset("treated hospital treatment".split())
ILLS = frozenset(
    "cold feet malaria cholera measles dehydration malnutrition hunger exhaustion fever infection infections disease "
    "diseases pneumonia flu covid heatstroke poisoning allergies".split()
)
"""For what people are treated who were not hurt."""
ABSENT = frozenset(
    "rolls roll register analysis data dataset sample squad team lineup side game match session training vote debate "
    "survey records class classes photograph photo picture image".split()
)
"""From what those are missing who are safe."""
MAX_DEED = 6
"""Units behind a number in which another deed than killing may stand."""
SENTENCING = frozenset(
    "sentence sentences sentenced sentencing condemn condemns condemned condemning scared frightened bored".split()
)
"""Verbs that leave those alive of whom they say "to death"."""
# Patterns over chunk letters, by the side of the number on which they look. `verb` is the chunk of the casualty word.

INCLUDING = ("includ", "number", "compris", "total")
"""Begins of verbs of a clause that tells who is among those meant."""
ALONE = frozenset("he she i".split())
"""Subjects that are no number of people."""
FILL = (
    r"(?:x|[/FT^\]][x$]|Fx?[0#]|v[/^T]x"  # words, "in Kyiv", "of 30", "taken to hospital"
    r"|&[vx]{1,2}|(?:,x){1,3},?&x(?=P)|&(?=P)|/(?=P)|&\$|,(?=P)"  # "and aides", ", troops and police"
    r"|,[x/FT^vIpj\]&$]{1,8},|,[#05x]I,|,6[^P;.cu]{1,5},(?=P)"  # ", many of them women,", ", a major among them,"
    r"|,u,(?=P)|,,(?=P)"  # ", however,", ", too,"
    r"|,[x/u*]{0,3}5[x/FT^v\]&5]{0,8},"  # ", 12 of them children,"
    r"|-[^-;.cu]{1,9}-|\([^()]{0,9}\)|,x?cx?,"
    r"|,?x?I[^P;.cuG]{1,14}?,?(?=P)|,?r[^P;.cu]{0,9}?,?(?=P)"  # ", including …,", ", who had …,"
    r"|,r[^P;.:,]{1,14},(?=P)"  # ", who arrived there to offer help,"
    r"|r[^P;.u0#K]{1,12}(?=P)|,[x/F&#05]{2,8},(?=P))"  # "who “stood up” to it", ", a Dane and two Czechs,"
)
"""What may stand between a number and "were killed"."""
# after the number
OF_NUMBER = re.compile(r"F(?:[0#][pj]|K)")
OUTCOME_NEXT = re.compile(r"[pj](?![#0K])")
POSTPOSED = re.compile(r"(?:\([^()]{1,9}\))?(?:(?:&x)?(?P<verb>[pj])(?![#0K])|x?,(?P<apart>p)(?=[.;/^]|$))")
PREDICATE = re.compile(FILL + r"{0,6}(?P<verb>P)")
JOINED = re.compile(
    r"(?:(?:x|[/F]x){0,4},x?[Ir][^P;.cu]{1,14}?,)?(?P<be>v{1,2})(?:[vc]|x|[/F^\]T]x|/(?=[/&])){1,5},?&(?P<verb>p)(?![#0K$])"
)
"""What goes on with "were": "12 men | were stopped at a roadblock and killed"."""
MAX_BEHIND_SHOT = 6
"""Units behind "shot" in which it may be told that they lived."""
LED_TO_DEATH = frozenset(
    "rounded lined led marched blindfolded bound tied herded dragged pulled hauled singled handcuffed".split()
)
"""What is done to those who are then shot, of whom nobody lives: "were | lined up against a wall and shot"."""
RELATIVE = re.compile(r"(?:x|[/F]x)?,?r[vx]{0,3}(?P<verb>[Pp])(?![#0K])")
POSTPOSED_FAR = re.compile(
    r"(?:(?:x|[/F\]]x){0,3}"
    r"|,?I(?!0[pj])[#0x][#0x&/F]{0,5}(?:,(?=j)|(?=[pj](?:[,;.]|$))))"  # ", including a boy, dead"
    r"(?P<verb>[pj])(?![#0K])(?!\^)"
)
COORDINATED = re.compile(FILL + r"{0,4}(?:,[#0]" + FILL + r"{0,3}){0,4},?&(?:x?\*F)?[#0x]" + FILL + r"{0,5}(?P<verb>P)")
SERIES = re.compile(r"(?:(?:,|,?&)[#x]){1,5}(?P<verb>[pj])(?![#0Kx$])")
LISTED = re.compile(r"(?:x|[/F]x){0,2}(?:,[#0](?:x|[/F]x){0,2}){0,4},?&[#0](?:x|[/F]x){0,2}(?P<verb>[pj])(?![#0K])")
SEVERAL_OUTCOMES = re.compile(r"(?:,[pj])*,?&[pj](?![#0K])")
JOINED_BARE = re.compile(r"&[vx](?:x|[/F]x){0,3}(?P<verb>[pj])(?![#0Kxv$])")
WITH_PARTS = re.compile(r",[#0](?:x?(?:,|,?&)[#0]){0,3}x?I,(?P<verb>[pP])(?![#0K])")
AMONG_THEM = re.compile(r"I[,;.)]")
WITH_WOUNDS = re.compile(r"(?:v(?:x|[/FT^\]][x$])*){1,2}j")
# before the number
ACTIVE = re.compile(r"(?P<verb>[Ag])(?:x?/x{1,2}|,[/^>][xFT/]{1,6},)?$")
ACTIVE_PAST = re.compile(r"(?P<verb>p)(?:/x{1,2}|,[/^][xFT/]{1,6},)?$")
CLAIMED = ("claimed", "claim", "claims")
CLAIMERS = frozenset({"life_claimer", "neutral_attack"})
"""Senses of what claims lives: a war, an attack."""
OPENED = re.compile(r"(?:^|[,;:])/[x$F/]*$")


def _counted_noun(number: Candidate) -> Verdict:
    """The noun of the number is a casualty word.

    Covers: "25 civilian deaths", "no casualties", "found 45 bodies", "claimed 23 lives".
    Must not: "changed 23 lives", "two bodies may", "a loss".
    """
    units, group = number.units, number.group
    if number.letter != "K" or group.head is None:
        return None
    head = units[group.head]
    if group.head - group.quantity.last > MAX_MODIFIERS:
        return False
    if head.cls == "O":
        around = units[max(0, group.first - 8) : group.last + 8]
        if not any("life_taking" in unit.senses for unit in around):
            return False
    if head.cls == "o":
        if group.last < len(units) and units[group.last].cls == "w":
            return False
        counted = head.low.startswith("corpse") or any(
            "count" in unit.senses for unit in units[max(0, group.first - 4) : group.first]
        )
        counted = counted or (group.first > 0 and "say" in units[group.first - 1].senses)  # "claims | 5,113 bodies"
        counted = counted or number.asked  # "How many were found? | 20 bodies."
        if not counted and not any("body_finding" in unit.senses or unit.cls in "pijg" for unit in units):
            return False
    if group.quantity.kind == "article" and head.cls != "O":
        return False
    if head.low in HURTS and group.first > 0 and units[group.first - 1].low in SUFFERED:
        return False  # "the striker suffered | 12 injuries"
    if head.low in ("kidnappings", "abductions"):
        return False  # of which one can be of many
    if group.quantity.kind == "zero" and head.cls == "o":
        return False  # "he produced no bodies"
    if head.low in ("loss", "losses") and not _is_of_people(number):
        return False
    outcome = "killed" if head.cls in "oO" else head.entry.outcome if head.entry else None
    if outcome is None:
        return False
    if group.quantity.kind != "zero" and head.cls == "k" and _has_another_outcome(units, group.last, outcome):
        outcome = "casualties"  # "scores of | deaths and injuries"
    return Mention(group, outcome, (group.head, group.head + 1), "counted_noun", part=group.part)


def _has_another_outcome(units: list[Unit], at: int, outcome: str) -> bool:
    """Whether a noun of another outcome follows without a number of its own: "40 deaths | and injuries"."""
    other = units[at + 1].entry if at + 1 < len(units) and units[at].cls == "&" and units[at + 1].cls == "k" else None
    return other is not None and other.outcome in ("killed", "wounded") and other.outcome != outcome


def may_share_noun(units: list[Unit], group: Group) -> bool:
    """Whether an adjective and "and" follow a number, whose noun may stand behind the next one."""
    at = group.quantity.last
    if group.quantity.kind not in ("number", "vague") or at + 1 >= len(units):
        return False
    return units[at].cls in "YRV" and units[at + 1].cls == "&"


def shares_noun(number: Candidate) -> Verdict:
    """The first of two numbers whose one noun stands behind the second.

    Covers: "| five military and eight civilian deaths". Must not: "| five military and eight bystanders fled".
    """
    units, at = number.units, number.group.quantity.last
    if not may_share_noun(units, number.group):
        return None
    if number.group.head is not None and units[number.group.head].cls not in "YRV":
        return None
    behind = next((chunk.group for chunk in number.chunks[number.at :] if chunk.group and chunk.first > at + 1), None)
    if behind is None or behind.head is None or behind.first > at + 3:
        return None
    word = units[behind.head]
    if word.cls not in "kK" or word.entry is None or not word.entry.outcome:
        return None
    return Mention(
        number.group, word.entry.outcome, (behind.head, behind.head + 1), "counted_noun", part=number.group.part
    )


def _is_of_people(number: Candidate) -> bool:
    """Whether losses are of people: soldiers or sides are spoken of, and no money and no game.

    Covers: "the army suffered 300 losses". Must not: "a 739,146 dollar loss", "two early-round losses".
    """
    units, group = number.units, number.group
    if any(unit.cls == "x" for unit in units[group.quantity.last : group.last]):
        return False
    return number.context is not None or any(
        unit.entry is not None and (unit.entry.victim_class == "combatant" or unit.entry.source_kind == "military")
        for unit in units
    )


def _of_number(number: Candidate) -> Verdict:
    """A share of a number that carries the casualty word.

    Covers: "six | of the 14 killed", "six | of the 14 deaths". Must not: "six | of the 14 guests", "one | of the 14
    deaths", which may be told twice.
    """
    if number.letter != "0":
        return None
    slain = number.chunks[number.at + 2].group if number.line.startswith("F#", number.rest) else None
    told = number.units[slain.attributive].entry if slain is not None and slain.attributive is not None else None
    if slain is not None and told is not None and told.outcome == "killed":  # "103 | of the 1,012 slain villagers"
        at = slain.attributive or 0
        return Mention(number.group, told.outcome, (at, at + 1), "of_number", part=True)
    if not OF_NUMBER.match(number.line, number.rest):
        return None
    word = number.chunks[number.at + 2]
    if word.letter == "K":
        head = word.group.head if word.group is not None else None
        entry = number.units[head].entry if head is not None else None
        if head is None or entry is None or not entry.outcome or number.group.quantity.best in (None, 0, 1):
            return None
        if number.units[head].low in ("losses", "loss") or number.units[head].cls != "k":
            return None
        return Mention(number.group, entry.outcome, (head, head + 1), "of_number", part=True)
    word = number.chunks[number.at + 3]
    if not word.outcome:
        return None
    return Mention(number.group, word.outcome, (word.first, word.last), "of_number", part=True)


def _whose_bodies(number: Candidate) -> Verdict:
    """Those whose bodies somebody has, whatever was done to them before.

    Covers: "the bodies of | 36 of the 44 sailors who were missing", "the bodies of | four policemen kidnapped on
    Friday". Must not: "counted the bodies of | vehicles".
    """
    if number.left[-2:] != "oF" or number.letter not in "#05":
        return None
    dead = number.chunks[number.at - 2]
    return number.mention(dead, "nominal") if dead.outcome == "killed" else None


def _number_shared_out(number: Candidate) -> Verdict:
    """The number of which the one before is a share counts nobody.

    Covers: "120 of the | 300 guests were hurt". Must not: "six of the | 14 killed".
    """
    which = number.units[number.group.first - 1]
    start = number.group.first - (which.cls == "m")  # "two of the last | four winners"
    shared_out = number.left[-2:] in ("0F", "#F") and number.chunks[number.at - 1].last >= start - 1
    shared_out = shared_out or (number.left[-3:] == "0Fx" and (which.cls == "'" or which.low in WHICH))
    slain = number.group.attributive is not None  # "103 of the | 1,012 slain villagers"
    return False if shared_out and number.follow not in ("p", "j") and not slain else None


def _active_object(number: Candidate) -> Verdict:
    """The object of a verb that is certainly active.

    Covers: "has killed | 12 people", "killing | three", "wounding in Kyiv | 14". Must not: "could kill | 50,000".
    """
    verb = number.before(ACTIVE)
    if verb is not None and number.units[verb.main].low.endswith("mourning") and number.letter not in "#5":
        return None  # "were mourning | two dropped points"
    if verb is None or (verb.lose and number.letter == "0" and number.follow in ("p", "j")):
        return None  # "lost | 774 killed"
    if verb.lose and number.follow in ("p", "j") and number.line[number.rest + 1 : number.rest + 2] in CLOSED:
        return None  # "lost | 2,500 troops killed"
    if number.group.attributive is not None and number.units[verb.main].low.startswith("carr"):
        return None  # "carried off | 35 injured people"
    found = number.of_verb(verb, "active_object", "active")
    if found and verb.lose and number.follow in ("p", "j") and number.line[number.rest + 1 : number.rest + 2] == "&":
        found.outcome = number.chunks[number.rest].outcome or found.outcome  # "lost | 12 men killed and 20 wounded"
    return found or False


def _mourned(number: Candidate) -> Verdict:
    """Those whom somebody mourns, which tells that they died.

    Covers: "the agency mourned | three of its staff". Must not: "mourned | 30 dead soldiers", which has a word of its
    own.
    """
    if number.letter not in "#5" or number.left[-1:] != "c" or number.follow not in CLOSED or number.group.unknown:
        return None
    verb = number.chunks[number.at - 1]
    entry = number.units[verb.last - 1].entry
    if entry is None or entry.outcome is None:
        return None
    return Mention(number.group, entry.outcome, (verb.last - 1, verb.last), "mourned", part=number.part)


def _past_object_next(number: Candidate) -> Verdict:
    """The object right after "killed", where no other number can be its subject.

    Covers: "The blast killed | 12 people". Must not: "killed | 12 wounded", which has a word of its own.
    """
    left = number.left
    if passes_it(number):
        return None  # "the number of civilians killed | exceeded 20,000"
    if left[-1:] != "p" or OUTCOME_NEXT.match(number.line, number.rest):
        return None
    doer = number.chunks[number.at - 2].group if left[-2:-1] == "#" else None
    alone = doer is not None and doer.quantity.kind == "article"  # "a police officer shot dead | two tourists"
    if left[-2:-1] in ("0", "#", "K", "5") and not alone:
        return None
    return number.of_verb(number.chunks[number.at - 1], "past_object", "active")


def _postposed(number: Candidate) -> Verdict:
    """The casualty word right after the number.

    Covers: "12 people | killed", "45 | dead", "three soldiers | missing". Must not: "two gunmen | killed 12".
    """
    hit = POSTPOSED.match(number.line, number.rest)
    if hit is None:
        return None
    verb, end = number.chunks[hit.start("verb" if hit["verb"] else "apart")], hit.end()
    if hit["apart"] and number.last is not None:
        return None
    dead = number.before(NOMINAL) if verb.outcome != "killed" else None
    if dead is not None and dead.outcome == "killed":
        return number.mention(dead, "nominal")  # "the bodies of | four policemen kidnapped on Friday"
    if number.letter == "0" and verb.last < len(number.units) and number.units[verb.last].cls == "E":
        return False  # "hundreds of | captured rifles"
    if (
        number.letter == "#"
        and verb.letter == "p"
        and (
            number.line[end : end + 1] in tuple("#0K$x")
            or (number.group.quantity.kind == "article" and _acts(number, verb))
        )
    ):
        return None  # "a motorcyclist | hit her"
    low = number.units[verb.first].low
    if low in CAPTIVE_NOUNS and number.letter == "0" and number.group.quantity.best == 1:
        return None  # "one | hostage has died": a noun
    if low == "to death" and any(u.low in SENTENCING for u in clause_before(number)):
        return False
    if low == "in hospital" and number.last is not None and "&" in number.left[-1:] and died(number):
        return None  # "two died at the scene and | one in hospital"
    if number.letter != "#" and (
        (low in IMPACT and number.group.quantity.best in (0, 1))
        or (low == "missing" and number.line[end : end + 1] in tuple("xv$"))
    ):
        return False
    found = _unless_denied(number, verb, "postposed")
    if found:
        found.outcome = _of_several(number, found.outcome, end)
    return found


def _of_several(number: Candidate, outcome: str, end: int) -> str:
    """What one number counts whose casualty word goes on with another behind chunk `end`.

    Casualties: "25,000 were killed, wounded | or captured". Killed: "were captured | and later executed". What it was:
    "missing | or captured" are both gone, "were injured | and taken to hospital".
    """
    more = SEVERAL_OUTCOMES.match(number.line, end)
    if more is None:
        return outcome
    others = {chunk.outcome for chunk in number.chunks[end : more.end()] if chunk.outcome} - {outcome}
    if not others or {outcome, *others} <= GONE:
        return outcome
    joined = number.units[number.chunks[more.end() - 1].first - 1]
    if joined.cls in "at" or number.units[number.chunks[more.end() - 1].first].cls == "a":
        return outcome  # "two were killed and | a hostage was freed"
    if outcome == "captured" and others == {"killed"} and joined.low != "or":
        return "killed"
    return "casualties"


def died(number: Candidate) -> bool:
    """Whether the mention before tells where people died."""
    return number.last is not None and number.units[number.last.cue[1] - 1].low in ("died", "dies", "die")


def _is_said_in_passing(number: Candidate, verb: Chunk) -> bool:
    """Whether a number stands in a relative clause between commas, behind which the verb tells of somebody else.

    Must not: "the patients, who included | three children, died".
    """
    units, at = number.units, number.group.first - 1
    if units[verb.first - 1].cls != ",":
        return False
    while at > 0 and units[at].cls not in "r,;.:":
        if units[at].low.startswith(INCLUDING):
            return False
        at -= 1
    return at > 0 and units[at].cls == "r" and units[at - 1].cls == ","


def _predicate(number: Candidate) -> Verdict:
    """The subject of a verb, with words between.

    Covers: "137 soldiers | were killed", "12 people, seven of them children, | had died".
    Must not: "12 soldiers | were not killed", "12 soldiers | said two were killed".
    """
    if number.left[-1:] == "^" or (number.last is not None and AMONG_THEM.match(number.line, number.rest)):
        return None
    hit = PREDICATE.match(number.line, number.rest)
    if hit is None:
        return _joined(number)
    goes_on = number.last is not None and number.last.part and number.left[-2:] == "#&"
    if goes_on and hit.group()[0] in ",P" and number.last_at == number.at - 2:
        return None  # "288 people, including 166 men and | 74 women, were killed"
    if number.group.quantity.kind == "zero" and number.follow in ("x", "v") and "," in hit.group():
        return None  # "without | a smile, he said that two were hurt"
    verb = number.chunks[hit.start("verb")]
    if hit.group()[0] == "&" and (number.group.quantity.best or 0) > 1 and number.units[verb.first].low == "was":
        return None  # "The stadium holds | 40,000 and was hit by lightning"
    if _is_said_in_passing(number, verb):
        return None  # "The writer, who won | three Oscars, died", "the convoy, which carried | 12 soldiers, was hit"
    if number.units[verb.first - 1].low in ALONE:
        return None  # "has scored | 12 since he was hurt"
    if "r" in hit.group() and does_else(number):
        return None  # "Hundreds filed past the coffin of a player | who died"
    lost = any(word in number.units[verb.last - 1].low for word in ("been found", "be found", "accounted", "surviv"))
    if lost and number.letter in "05" and number.group.head is None and number.last is None and number.context is None:
        return None  # "The thieves took eight jewels; | seven have not been found"
    if number.group.quantity.kind == "zero" and any(
        u.low == "how many" for u in number.units[number.group.last : verb.first]
    ):
        return None  # "| nobody agrees on how many were murdered"
    before = [unit.low for unit in number.units[max(0, number.group.first - 3) : number.group.first]]
    if ["how many", "of"] in (before[:2], before[-2:]):
        return None  # "how many of the | 300 missing men were dead"
    found = _unless_denied(number, verb, "predicate")
    if found:
        found.outcome = _of_several(number, found.outcome, hit.end())
    return found


def _joined(number: Candidate) -> Verdict:
    """The subject of another deed that was done to them, and then of killing.

    Covers: "12 men | were dragged from their cars and shot dead", "12 men | had been rounded up and shot", "not one
    civilian | was targeted or killed", "nine soldiers, including a captain, | were ambushed and killed".
    Must not: "12 men | were drunk and killed a guard", "12 men | were seen and a guard killed".
    """
    hit = JOINED.match(number.line, number.rest) if number.letter in "#05" else None
    if hit is None:
        return None
    units, verb = number.units, number.chunks[hit.start("verb")]
    be = [units[number.chunks[at].first] for at in range(*hit.span("be"))]  # "were", "had been"
    after = units[verb.last] if verb.last < len(units) else None
    if not any(unit.cls == "b" or unit.low.endswith("been") for unit in be) or any(
        u.cls == "n" for u in units[number.group.last : verb.first]
    ):
        return None
    if units[verb.first - 1].cls != "&" or (after is not None and after.cls in "tsaRSXPvVxEAJ"):
        return None
    behind = [unit.low for unit in units[verb.last : verb.last + MAX_BEHIND_SHOT]]
    if behind[:1] == ["at"]:
        return False  # "were rounded up and | shot at"
    found = _unless_denied(number, verb, "predicate")
    led = any(unit.low in LED_TO_DEATH for unit in units[number.group.last : verb.first])
    if found and led and units[verb.last - 1].low == "shot" and LIVING.isdisjoint(behind):
        found.outcome = "killed"
    return found


def _relative(number: Candidate) -> Verdict:
    """The number of which a relative clause tells: mostly as the object, since `_predicate` has read the subjects.

    Covers: "12 people | whom the army killed". Must not: "12 people | who killed 30".
    """
    hit = RELATIVE.match(number.line, number.rest)
    verb = number.chunks[hit.start("verb")] if hit is not None else None
    if verb is None:
        return None
    return None if _acts(number, verb) else _unless_denied(number, verb, "relative")


def _acts(number: Candidate, verb: Chunk) -> bool:
    """Whether what may be a participle has an object, so that those counted act: "a man allegedly | stabbed his wife".

    Must not: "a man | killed the day before", "12 people in the house | killed".
    """
    units, end = number.units, verb.last
    if verb.letter != "p" or end + 1 >= len(units) or units[end + 1].cls in "UNmJ%":
        return False
    if units[end].cls not in "tas" and units[end].low not in ("him", "them", "me", "us"):
        return False
    return all(unit.cls in "~r,x/NAS" for unit in units[number.group.last : verb.first])


def _is_arrest(units: list[Unit], verb: Chunk) -> bool:
    """Whether somebody is only arrested: "are being held | on suspicion of murder", "held | for questioning"."""
    return verb.outcome == "captured" and any(u.low in ARRESTING for u in units[verb.last : verb.last + 3])


def _is_absence(units: list[Unit], verb: Chunk) -> bool:
    """Whether somebody is only not there: "were missing | through illness", "missing | from its rolls"."""
    after = [u.low for u in units[verb.last : verb.last + 6]]
    if verb.outcome != "missing" or not after:
        return False
    if after[0] == "for":  # "are missing | for Wales", not "missing | for two days"
        return verb.last + 1 < len(units) and units[verb.last + 1].cls == "S"
    return after[0] == "through" or (after[0] == "from" and not ABSENT.isdisjoint(after))


def _is_ill(units: list[Unit], verb: Chunk) -> bool:
    """Whether those treated are ill: "are being treated in hospital | for cold"; not "for burns", "for free"."""
    cared = any(not CARED.isdisjoint(unit.low.split()) for unit in units[verb.first : verb.last])
    end = verb.last + (verb.last < len(units) and units[verb.last].low == "in hospital")
    after = units[end : end + 4]
    if not cared or len(after) < 2 or after[0].low != "for" or after[1].cls not in "xEkJ":
        return False
    hurt = any(unit.low in HURTS or WOUND_CAUSE in unit.senses for unit in after[1:])
    return not hurt and any(unit.low in ILLS for unit in after[1:])


def _unless_denied(number: Candidate, verb: Chunk, rule: str) -> Verdict:
    """A mention under a verb; a verb that is negated or hypothetical settles that there is none."""
    if _is_arrest(number.units, verb) or _is_absence(number.units, verb):
        return False
    if verb.outcome == "wounded" and _is_ill(number.units, verb):
        return False
    told = any(u.cls == "r" for u in number.units[number.group.last : verb.first])  # "most of the 12 | who were killed"
    if verb.letter == "P" and number.group.head is not None and not told and is_shared_out(number.units, number.group):
        return False
    return number.of_verb(verb, rule) or (False if verb.negated or verb.hypothetical else None)


def _claimed(number: Candidate) -> Verdict:
    """The object of "claimed", where what claims is a war or an attack.

    Covers: "both wars have claimed | 14,000 soldiers". Must not: "the army has claimed | 14,000 recruits".
    """
    if number.letter != "#" or number.left[-1:] != "c":
        return None
    verb = number.chunks[number.at - 1]
    if number.units[verb.first].low not in CLAIMED:
        return None
    before = number.units[max(0, verb.first - 5) : verb.first]
    if all(unit.senses.isdisjoint(CLAIMERS) for unit in before):
        return None
    return Mention(number.group, "killed", (verb.first, verb.last), "claimed", part=number.part)


def _taken_prisoner(number: Candidate) -> Verdict:
    """Those who are taken prisoner.

    Covers: "wounded 2,300 and taken | 2,000 prisoner", "took | 12 soldiers hostage". Must not: "12 prisoner swaps".
    """
    group, units = number.group, number.units
    if number.letter not in "#0" or group.last >= len(units) or units[group.last].low not in TAKEN:
        return None
    taking = group.first > 0 and units[group.first - 1].low in TAKING
    if not taking:
        return None
    voice = "active" if units[group.first - 2].cls in "&,~" else ""  # "killed 14 rebels and took | five prisoner"
    return Mention(group, "captured", (group.last, group.last + 1), "taken_prisoner", part=number.part, voice=voice)


def _past_object(number: Candidate) -> Verdict:
    """The object of "killed", words between allowed.

    Covers: "The blast killed in Kyiv | 12 people", "killed, in Kyiv, | 40 people". Must not: "killed. | 12 people".
    """
    verb = None if passes_it(number) else number.before(ACTIVE_PAST)
    return None if verb is None else number.of_verb(verb, "past_object", "active")


def _coordinated_subject(number: Candidate) -> Verdict:
    """The first of several subjects with one verb.

    Covers: "Three soldiers | and two policemen were killed", "12 men, | 8 women and a child dead", "Two marines, | two
    civilians dead", "ended with | 920 militants and 47 civilians killed".
    Must not: "Three soldiers | said two policemen were killed".
    """
    left, units = number.left, number.units
    free = left[-1:] in tuple(",&(:-cGu;rxI") or not left or OPENED.search(left) is not None
    ended = left[-1:] in ("/", "F") and number.units[number.group.first - 1].low in ("with", "of")
    if not free and not ended:
        return None
    for pattern, name in (
        (COORDINATED, "coordinated"),
        (LISTED, "listed"),
        (SERIES, "listed"),
        (JOINED_BARE, "listed"),
        (WITH_PARTS, "listed"),
    ):
        if name == "coordinated" and not free:
            continue
        if name == "listed" and (
            number.letter != "#" or number.group.attributive is not None or _has_deed(number.units, number.group.last)
        ):
            continue
        hit = pattern.match(number.line, number.rest)
        verb = number.chunks[hit.start("verb")] if hit else None
        if verb is not None and name == "listed" and is_among_victims(number):
            continue  # "13 dead, | a boy among the victims, and 36 injured"
        if verb is not None and left[-1:] == "," and any(u.cls == "c" for u in units[number.group.last : verb.first]):
            return None  # "X, | a professor, said his daughter and her husband were killed"
        found = number.of_verb(verb, name) if verb is not None else None
        if found is not None:
            return found
    return None


def _has_deed(units: list[Unit], at: int) -> bool:
    """Whether what follows says something else of those counted: "60 people | have been displaced and 12 killed"."""
    for unit in units[at : at + MAX_DEED]:
        if unit.cls in ",;.:&(-":
            return False
        if unit.cls in "bfw" or unit.low.endswith(" been") or "other_deed" in unit.senses:
            return True
    return False


def _with_wounds(number: Candidate) -> Verdict:
    """The wounds for which people are treated, or with which they are brought.

    Covers: "treated | 77 people for burns", "| 82 patients with bullet and crush wounds", "| ten were flown out with
    injuries".
    Must not: "| 82 patients with malaria", "could not take | 40 patients with wounds".
    """
    units, at = number.units, number.group.last
    brought = WITH_WOUNDS.match(number.line, number.rest) if number.letter in "#0" else None
    if brought is not None:
        word = number.chunks[brought.end() - 1]
        between = units[at : word.first]
        cared = any(not BROUGHT.isdisjoint(u.low.split()) for u in between)
        if cared and units[word.first].low.startswith("with ") and not any(u.cls in "nw" for u in between):
            return Mention(number.group, "wounded", (word.first, word.last), "with_wounds", part=number.part)
    if number.letter != "#" or at >= len(units) or units[at].low not in ("for", "with"):
        return None
    if any(unit.cls in "nw" for unit in clause_before(number)):
        return None
    for i in range(at + 1, min(at + 6, len(units))):
        if units[i].low in HURTS or MAIMED in units[i].senses:
            return Mention(number.group, "wounded", (i, i + 1), "with_wounds", part=number.part)
        if units[i].cls not in "xJR&" and WOUND_CAUSE not in units[i].senses:
            return None  # "for | blast injuries"
    return None


def _cost(number: Candidate) -> Verdict:
    """Those whose lives something cost, and soldiers whom it cost their side.

    Covers: "has cost | 4,572 servicemen their lives", "had cost the enemy | more than 10,000 men".
    Must not: "cost | 300 workers their jobs", "cost the army | 300 tanks".
    """
    if number.letter != "#":
        return None
    units, group = number.units, number.group
    at = next((i for i in range(group.first - 1, max(-1, group.first - MAX_COST), -1) if units[i].low in COSTS), None)
    if at is None or any(u.cls in ",;:.c" for u in units[at + 1 : group.first]):
        return None
    if number.follow == "O":
        return Mention(group, "killed", (at, at + 1), "cost", part=number.part, voice="active")
    if number.follow in CLOSED and is_combatant(units, group):
        outcome = "killed" if units[at + 1].cls == "F" else "casualties"  # "at a cost of | 13 of its own men"
        return Mention(group, outcome, (at, at + 1), "cost", part=number.part, voice="active")
    return None


def _lost_behind(number: Candidate) -> Verdict:
    """Soldiers lost, in a list of the dead.

    Covers: "30 insurgents killed, | one soldier lost and six civilians". Must not: "| three soldiers lost their way".
    """
    units, at = number.units, number.group.last
    told = number.last is not None and number.letter == "#" and is_combatant(units, number.group)
    if not told or at >= len(units) or units[at].low != "lost":
        return None
    closes = at + 1 >= len(units) or units[at + 1].cls in ",.;&"
    return Mention(number.group, "casualties", (at, at + 1), "lost_behind", part=number.part) if closes else None


def _postposed_far(number: Candidate) -> Verdict:
    """The casualty word after the number and a few words.

    Covers: "three soldiers of the brigade | missing", "left two men, including a boy of nine, | dead". Must not: "three
    soldiers of the brigade | killed by mines", "two soldiers | captured the flag".
    """
    hit = POSTPOSED_FAR.match(number.line, number.rest) if number.letter == "#" else None
    if hit is None:
        return None
    verb = number.chunks[hit.start("verb")]
    before = number.units[verb.first - 1]
    if verb.first > number.group.last and (before.low in OTHERS or before.cls == "s"):
        return None  # "a man at a vigil in Tel Aviv for those | killed", "a son who finds his | wounded father"
    if _acts(number, verb):
        return None
    return number.of_verb(verb, "postposed_far")


def _attributive(number: Candidate) -> Verdict:
    """The casualty word inside the noun group.

    Covers: "30 wounded soldiers", "two missing pilots". Must not: "released 30 captured soldiers".
    """
    at = number.group.attributive
    entry = number.units[at].entry if at is not None and number.letter == "#" else None
    if at is None or entry is None or not entry.outcome:
        return None
    if number.group.quantity.kind == "article" and number.units[at].low == "buried":
        return None  # "the uniform of | a buried soldier"
    if entry.outcome == "captured" and any("release" in unit.senses for unit in number.units):
        return False
    return Mention(number.group, entry.outcome, (at, at + 1), "attributive", part=number.part)


def _announces_captives(number: Candidate) -> bool:
    """Whether somebody tells of captives beside casualties: "spoke of 500 enemies killed and of | 2,000 prisoners".

    Must not: "spoke of | 2,000 prisoners" in a text about jails, "announced that | 2,000 prisoners would be freed".
    """
    head = number.group.head
    if number.group.quantity.kind != "number" or head is None or "capture_noun" not in number.units[head].senses:
        return False
    noun = number.units[number.group.quantity.last : number.group.last]
    sided = any(u.cls == "R" for u in noun) or number.units[head].low in ("prisoners of war", "pows", "captives")
    told = number.left[-2:] == "&F" or (sided and (number.left[-1:] == "c" or number.left[-2:] in ("cF", "xF")))
    casualties = number.told is not None
    free = any("release" in u.senses or u.cls == "w" for u in number.units)
    return told and casualties and not free and (number.follow in CLOSED or number.follow in "&uc")


def _held(number: Candidate) -> Verdict:
    """Captives count where somebody takes or holds them.

    Covers: "took | 30 prisoners", "holding | 12 soldiers". Must not: "freed | 30 prisoners", "held | 105 patients".
    """
    units, group, first = number.units, number.group, number.chunk.first
    if group.head is None:
        bare = number.letter == "0" and group.quantity.kind == "number" and number.follow in CLOSED
        if bare and first > 0 and units[first - 1].low == "holding" and number.told:
            return Mention(group, "captured", (first - 1, first), "held", part=number.part)
        return None
    if _announces_captives(number):
        return Mention(group, "captured", (group.head, group.head + 1), "held", part=number.part)
    if any(unit.low in ("police", "detectives") for unit in clause_before(number)) and number.told != "captured":
        return None  # "police were last night holding | two men"
    holds = first > 0 and units[first - 1].low in HOLDING
    captives = "capture_noun" in units[group.head].senses
    holds = holds and (
        captives
        or is_combatant(units, group)
        or number.context == "captured"
        or (units[group.head].cls in "vRV" and _holds_still(units, first - 1))
    )
    free = any("release" in u.senses and (i == 0 or units[i - 1].cls != "t") for i, u in enumerate(units))
    if not (holds or captives) or free:  # but "the | freed tell of 30 hostages"
        return None
    if holds:
        return Mention(group, "captured", (first - 1, first), "held", part=number.part)
    for i in range(max(0, group.first - 6), min(len(units), group.last + 8)):
        if "holding" in units[i].senses and not group.first <= i < group.last:
            return Mention(group, "captured", (i, i + 1), "held", part=number.part)
    return None


def _holds_still(units: list[Unit], at: int) -> bool:
    """Whether somebody hostile "still" holds people: "the rebels still | hold 27 villagers"."""
    return at > 1 and units[at - 1].low == "still" and is_hostile(units[at - 2])


BESIDE: tuple[Callable[[Candidate], Verdict], ...] = (
    _counted_noun,
    shares_noun,
    _of_number,
    _whose_bodies,
    _number_shared_out,
    _taken_prisoner,
    _active_object,
    _mourned,
    _past_object_next,
    _postposed,
    _predicate,
    _relative,
    _past_object,
    _claimed,
    nominal,
    toll,
    brought_to,
    losses,
    number_of,
    put_at,
    estimated,
    own_tally,
    of_the_dead,
    names_of_dead,
    amount,
    exceeded,
    label,
    among_the_dead,
    inverted,
    among_several,
    none_among,
    among_victims,
    number_when,
    in_all,
)
"""The rules of a casualty word beside the number, in the order in which they are asked."""
AROUND: tuple[Callable[[Candidate], Verdict], ...] = (
    company_of,
    list_object,
    _coordinated_subject,
    _with_wounds,
    _cost,
    on_list,
    _lost_behind,
    and_them,
    buried,
    _postposed_far,
    *FATES,
    _attributive,
    _held,
    some_of_those,
)
"""The rules of one further off, asked where the number goes on with no other."""
