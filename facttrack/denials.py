"""Denials: who rejects a figure, a toll, or that anybody died."""

from __future__ import annotations

from facttrack.topics import DENIED, NO_FIGURE, REACH, topic_of
from facttrack.units import Unit
from facttrack.unsaid import FIGURES, POINTING, Silence, is_toll, tells_of_dead

__all__ = ["ACCUSING", "BLAME", "MAX_BEHIND", "MAX_DENIER", "PREDICATES", "TRUE", "denial_at", "is_claim"]

MAX_CLAIMED = 14
"""Units from "a claim that 20 soldiers had died" to the passive that denies it."""
NOT_TOLL = frozenset(
    "responsibility involvement role firing targeting attacking carrying launching shelling bombing hitting striking "
    "using having part".split()
)
"""What is denied right after the verb without any word on a toll."""
DEEDS = frozenset(
    "struck hit shelled bombed targeted attacked fired launched shot raided used bombarded supplied armed sent ordered "
    "planned delivered staged".split()
)
"""What somebody denies to have done, whoever died of it."""
CHIEFS = frozenset("leader chief commander founder deputy".split())
"""One person whose death is denied, which is no toll."""
BLAME = frozenset(
    "responsibility involvement role anything part behind links link participation complicity connection".split()
)
"""What is denied if it is the deed, not the toll."""
PREDICATES = frozenset("do does did has have had bear bears bore cannot is was".split())
"""First words of "do not correspond to reality", which needs no verb before it."""
FAKE = frozenset("fake false bogus propaganda".split())
"""Words that also stand before what is false."""
PARTICLES = frozenset("away aside off down".split())
"""What ends a verb of denying behind its object."""
MAX_BLAMED = 16
"""Units before "denied it" in which somebody is blamed for the deed that is denied."""
LYING = frozenset("lie lies lay".split())
"""What figures do between bounds, and is no falsehood."""
MAX_APART = 9
"""Units from such a verb to its particle."""
AFTER_DENIAL = frozenset("as within at when in on calling".split())
"""What may follow "a claim that Kyiv denied" or "Kyiv rejected it"."""
SUFFERING = frozenset("suffering losing sustaining taking incurring having".split())
MAX_BEHIND = 5
"""Units behind "branded as exaggerated" in which what is called so may stand: "the UN's figure"."""
MAX_LEAD = 3
"""Units with which a sentence opens that says whose claim is called false."""
MAX_REPORTS = 30
"""Units from a denial to the deaths of which the denied reports speak."""
MAX_DENIER = 5
"""Units of the name of who denies it."""
NOT_AIMED = frozenset("one any whether accusation accusations".split())
"""Words for a figure that do not make what is called false one."""
LIKENING = frozenset("comparison comparisons parallel parallels".split())
"""What is rejected that is no figure."""
MAX_AGENT = 10
"""Units behind the passive of denying in which its doer and its reason stand."""
TRUE = frozenset("true accurate correct credible reliable realistic".split())
"""What "was not" makes a denial."""
ACCUSING = ("accus", "charg", "blam", "reproach")
"""Beginnings of the verbs before "of inflating the toll"."""
TALK = "talk"
"""The sense of words for empty talk, which call a figure false only where they are what it is called."""
BEFALLEN = frozenset("lost losing lose taken taking captured seized held holding hold hurt killed wounded".split())
"""What somebody denies that befell anyone: "denied that it had | lost anyone"."""
ANYONE = frozenset({"any", "anyone", "anybody"})
MAX_BEFALLEN = 9
"""Units of "that any of its men had been taken"."""
MILD = frozenset("wrong incorrect inaccurate exaggerated distorted absurd delusional wild".split())
"""Words that call anything false: said of "it" or "this" they need not be about a count."""


def denial_at(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """The denial that begins at a unit, or ends there: "called the figure | a lie"."""
    senses = units[at].senses
    if "deny_apart" in senses:
        made = _waved_away(units, at, claims_near)
        if made is not None:
            return made
    if "deny" in senses:
        return _denied(units, at, claims_near)
    if "inflate" in senses:
        return _inflated(units, at, claims_near)
    untrue = "false" in senses or (units[at].low in TRUE and at > 0 and units[at - 1].cls == "n")
    return _called_false(units, at, claims_near) if untrue else None


def _inflated(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """Who is accused of making a figure up: "accused the media | of inflating the toll".

    Must not: "the figures are | inflated", which another rule reads, "accused it | of fabricating evidence".
    """
    accused = next((i for i in range(at - 1, max(-1, at - 9), -1) if units[i].low.startswith(ACCUSING)), None)
    if accused is None or any(u.cls in ",;.:" for u in units[accused:at]):
        return None
    aims = (
        i for i in range(at + 1, min(at + 6, len(units))) if is_toll(units[i]) or (claims_near and is_claim(units[i]))
    )
    aim = next(aims, None)
    if aim is None or any(u.cls not in "tsaJRSVv'" for u in units[at + 1 : aim]):
        return None  # "of padding | its bills for the wounded"
    return Silence("denial", accused, aim + 1, "denied")


def _waved_away(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """A verb of denying with what it denies before its particle: "waved | that total away", "brushed the toll aside".

    Must not: "waved the convoy away", "laughed the matter off".
    """
    for end in range(at + 2, min(at + MAX_APART, len(units))):
        if units[end].cls in ",;.:":
            return None
        if units[end].low.split()[0] in PARTICLES:
            between = units[at + 1 : end]
            aimed = any(is_toll(u) or (claims_near and (is_claim(u) or u.low in DENIED)) for u in between)
            pointed = claims_near and len(between) == 1 and between[0].low in POINTING
            aimed = aimed and units[end].low.split()[0] != "down"  # "slapped the casualty list down on the table"
            return Silence("denial", at, end + 1, "denied") if aimed or pointed else None
    return None


def _denied(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """Denying: "denies | that any civilian died", "rejected | the figure". Must not: "denied responsibility"."""
    if any(u.cls == "n" for u in units[max(0, at - 3) : at]) and "accept" not in units[at].low:
        return None  # "would neither accept nor | contest the figure"
    if units[at].low.endswith((" it", " that")) and claims_near:
        return Silence("denial", at, at + 1, "denied")  # "would have none of it"
    suffered = (
        at + 1 < len(units) and units[at + 1].low in SUFFERING and any(is_toll(u) for u in units[at + 2 : at + 7])
    )
    if at + 1 < len(units):
        follow = units[at + 1]
        spared = _spared_all(units, at + 1)
        if spared is None and claims_near:
            spared = _lost_none(units, at + 1)
        if spared is not None:
            return Silence("denial", at, spared, "denied")
        if not suffered and (
            follow.low in NOT_TOLL or follow.cls in "gG" or (follow.low.endswith("ing") and follow.cls in "xf")
        ):
            return None
    if _of_a_machine(units, at):
        return None
    reported = _reports_of(units, at)
    if reported is not None:
        return Silence("denial", at, reported[1], "denied")
    if not suffered and (any(u.low in BLAME for u in units[at + 1 : at + 9]) or _of_a_deed(units, at + 1)):
        return None
    if any(u.low in LIKENING for u in units[at + 1 : at + 4]):
        return None  # "reject any comparison between the way some kill and others die"
    if "agree" in units[at].low and not any(map(is_claim, units[at + 1 : at + 4])):
        return None  # "disagreed with | the war that killed 40,000"
    if units[at].low.endswith("accept") and any(u.low == "death" for u in units[at + 1 : at + 4]):
        return None  # "would not accept | the death of the child"
    agent = units[at + 1 : at + 2] and units[at + 1].cls == "^"
    if agent and any(u.low in ("for", "after") for u in units[at + 2 : at + MAX_AGENT]):
        return None  # "the visit was derided by the prime minister's office for coming hours after an attack"
    if _of_one_person(units, at + 1):
        return None
    that = next((i for i in range(at + 2, min(at + REACH, len(units))) if units[i].low == "that"), at)
    if that > at and (any(u.cls in ",;:c" for u in units[at + 1 : that]) or not any(map(is_claim, units[at:that]))):
        that = at  # but "reject the claim by the NPA's eastern command | that six farmers are among the fatalities"
    topic = topic_of(units, at, claims_near, denial=True, limit=that - at + REACH) or _that_people_died(units, at)
    if topic is not None and units[at].low.startswith("rul") and not _is_next(units, at, topic[1] - 1):
        topic = None  # "ruled out | any pardon for the killers"
    if topic is not None:
        return Silence("denial", at, topic[1], "denied")
    be = at - 1 - (at > 1 and units[at - 1].low.endswith("ly"))  # "was | angrily dismissed by"
    passive = at > 0 and units[be].cls == "b" and at + 1 < len(units) and units[at + 1].cls == "^"
    that_died = at > 0 and units[at - 1].cls == "b" and _is_claim_of_deaths(units, at)
    near = that_died or any(is_claim(u) or is_toll(u) for u in units[max(0, at - 6) : at])
    if passive and claims_near and near:
        return Silence("denial", at, at + 1, "denied")  # "The toll was | rejected by the army"
    if not claims_near:
        return None
    if agent and at and is_claim(units[at - 1]):
        return Silence("denial", at, at + 1, "denied")  # "a figure | dismissed by Kyiv"
    closing = at + 1 + (at + 1 < len(units) and units[at + 1].cls == "~")  # "which Kyiv denied | outright"
    if closing == len(units) or units[closing].cls in ".;":
        comma = next((i for i in range(at - 2, max(0, at - MAX_DENIER - 2), -1) if units[i].low == "which"), 0)
        told = any(
            "plain_harm" in u.senses or is_toll(u) for u in units[:comma]
        )  # not "said they had taken the town, which the army | denied"
        if told and units[comma - 1].cls == "," and all(u.cls in "RSYBDPXvtsFfx'" for u in units[comma + 1 : at]):
            return Silence("denial", at, at + 1, "denied")  # "said 200 had died, which Yerevan | denied"
    ends = at + 1 == len(units) or units[at + 1].cls in ".,;" or units[at + 1].low in AFTER_DENIAL
    ends = ends or (
        units[at + 1].cls in "~/" and not any(u.cls in "vVkL" or u.low == "that" for u in units[at + 1 : at + 6])
    )
    if ends and (that_died or any(is_claim(u) for u in units[max(0, at - 9) : at])):
        return Silence("denial", at, at + 1, "denied")  # "…, a claim Kyiv denied"
    if ends and at + 1 < len(units) and units[at + 1].low == "as" and at and units[at - 1].cls in "SPXYDvx":
        return Silence("denial", at, at + 2, "denied")  # "The 40 soldiers whom Delhi claims Islamabad | dismissed as"
    if at + 1 < len(units) and units[at + 1].low in POINTING and units[at + 1].cls != "s":
        if any("blame" in u.senses for u in units[max(0, at - MAX_BLAMED) : at]):
            return None  # "accused the band of shooting it down, and the rebels | denied it"
        closes = at + 2 == len(units) or units[at + 2].cls in ".;:,-" or units[at + 2].low in AFTER_DENIAL
        closes = closes or (units[at + 2].cls == "&" and at + 3 < len(units) and units[at + 3].cls == "c")
        return Silence("denial", at, at + 2, "denied") if closes else None  # "Kyiv denied | that", "waved it away | as"
    return None


def _of_one_person(units: list[Unit], at: int) -> bool:
    """Whether the death of one person is denied: "denied | that its leader had been killed", "that Petrov died"."""
    if at + 3 >= len(units) or units[at].low != "that":
        return False
    end = next((i for i in range(at + 1, min(at + 6, len(units))) if units[i].cls in "fb"), at)
    words = units[at + 1 : end]
    whole = {u.cls for u in words} <= set("sDPXJRSYV'") and any(u.cls in "DPV" for u in words)
    return whole and words[0].cls in "sPX" and (words[-1].cls in "DPX" or words[-1].low in CHIEFS)


def _of_a_deed(units: list[Unit], at: int) -> bool:
    """Whether an attack is denied, and no death: "denied | it had struck the centre", "that its forces had shelled it".

    Must not: "denied | that it had killed anybody", "that 12 people had been hit".
    """
    have = next((i for i in range(at, min(at + 5, len(units) - 1)) if units[i].cls == "f"), None)
    if have is None or any(u.cls in "0qhvzZ" for u in units[at:have]):
        return False
    return units[have + 1].low in DEEDS


def _of_a_machine(units: list[Unit], at: int) -> bool:
    """Whether the loss of arms is denied: "denied | a report that a jet was shot down", "that its ship had been hit".

    Must not: "denied | that the crew of a jet was killed".
    """
    that = next((i for i in range(at + 1, min(at + 6, len(units))) if units[i].low == "that"), None)
    if that is None:
        return False
    verb = next((i for i in range(that + 1, min(that + 7, len(units))) if units[i].cls in "bf"), that)
    subject = units[that + 1 : verb]
    passive = units[verb].cls == "b" or any(unit.cls == "b" for unit in units[verb + 1 : verb + 2])
    hit = verb + 1 + any(unit.cls == "b" for unit in units[verb + 1 : verb + 2])
    if any(unit.cls in "pijgkvV" for unit in units[hit + 1 :]):
        return False  # "denied that a jet was shot down | with two pilots killed"
    lost = passive and bool(subject) and "equipment" in subject[-1].senses
    return lost and all(unit.cls in "atsRSxJE" for unit in subject)


def _is_claim_of_deaths(units: list[Unit], at: int) -> bool:
    """Whether a claim that people died stands before a passive: "the claim that 20 soldiers had died was | denied"."""
    for i in range(max(0, at - MAX_CLAIMED), at - 2):
        if is_claim(units[i]):
            that = next((k for k in range(i + 1, min(i + 5, at)) if units[k].low == "that"), None)
            return that is not None and any(map(tells_of_dead, units[that:at]))
    return False


def _that_people_died(units: list[Unit], at: int) -> tuple[int, int] | None:
    """That people died, without a number, which is disputed: "disputed | that civilians had died"."""
    if at + 3 >= len(units) or units[at + 1].low != "that" or units[at + 2].cls not in "vV":
        return None
    for i in range(at + 3, min(at + 8, len(units))):
        if tells_of_dead(units[i]):
            cause = any(u.cls in "F^" or u.low in ("because", "due", "from", "as") for u in units[i + 1 : i + 3])
            return None if cause else (at + 1, i + 1)  # "dispute that children died of the vaccine"
        if units[i].cls not in "fb~wRSAX/":
            return None
    return None


def _reports_of(units: list[Unit], at: int) -> tuple[int, int] | None:
    """Reports of people killed, however long their clause: "denies | reports that raids it carried out killed 12".

    Must not: "denied | reports that its jets, which killed 12 last week, had crossed the border".
    """
    if at + 3 >= len(units) or not is_claim(units[at + 1]) or units[at + 2].low != "that":
        return None
    for i in range(at + 3, min(at + MAX_REPORTS, len(units) - 1)):
        if units[i].cls in ";.:,-":
            return None
        if units[i].cls == "p" and units[i + 1].cls in "0qhv" and units[i - 1].cls not in "~b":
            return at + 1, i + 1
    return None


def _is_next(units: list[Unit], at: int, noun: int) -> bool:
    """Whether a noun of losses is the object of a verb: "ruled out | any civilian deaths"."""
    return is_toll(units[noun]) and all(u.cls in "adtsJRSVvY~" for u in units[at + 1 : noun])


def _spared_all(units: list[Unit], at: int) -> int | None:
    """Where the words end by which anybody's death is denied: "denied | killing any civilian", "| having hurt anyone".

    Must not: "denied | killing 12 civilians", which denies who did it.
    """
    if units[at].low == "having":
        at += 1
    deed = units[at].entry if at + 1 < len(units) else None
    if deed is None or deed.outcome not in ("killed", "wounded", "casualties"):
        return None
    if units[at + 1].low in ("anyone", "anybody"):
        return None if at + 2 < len(units) and units[at + 2].cls == "'" else at + 2  # "hurting | anyone's feelings"
    closes = at + 2 >= len(units) or units[at + 2].cls in ".;,"
    if units[at + 1].low == "civilians" or (units[at + 1].low == "any" and closes):
        return at + 2 if closes or units[at + 2].cls in "/]~" else None  # "denied having killed | civilians"
    sole = units[at + 1].low in ("any", "a single") and at + 2 < len(units) and units[at + 2].cls in "vV"
    return at + 3 if sole else None


def _lost_none(units: list[Unit], at: int) -> int | None:
    """Where the words end by which it is denied that anybody is lost or held, beside claims that many are.

    Covers: "denied | that it had lost anyone", "| having lost a single man", "| holding a single hostage", "| that any
    of its men had been taken", "| that any civilian was among them".
    Must not: "denied | that it had lost the battle", "| holding talks", "| that any of its ships had been taken".
    """
    end = min(at + MAX_BEFALLEN, len(units))
    verb = at + (units[at].low == "having")
    if units[at].cls == "r":
        verb = next((i for i in range(at + 1, end) if units[i].low in BEFALLEN or units[i].low == "among them"), end)
        clause = units[at + 1 : verb]
        if verb == end or any(u.cls in ",;.:c0q" for u in clause):
            return None
        if clause and clause[0].low in ANYONE:
            people = clause[0].low != "any" or any(u.cls in "vV" for u in clause)
            passive = people and any(u.cls == "b" for u in clause)
            return verb + 1 if passive and _closes(units, verb + 1) else None
    if verb + 1 >= len(units) or units[verb].low not in BEFALLEN:
        return None
    lost = verb + 1 + (units[verb + 1].cls == "a" and [u.low for u in units[verb + 2 : verb + 3]] == ["single"])
    if units[lost].low in ("anyone", "anybody"):
        return lost + 1 if _closes(units, lost + 1) else None
    noun = lost + 1 if units[lost].low in ("any", "single", "a single") else len(units)
    people = noun < len(units) and (units[noun].cls in "vV" or "capture_noun" in units[noun].senses)
    return noun + 1 if people and _closes(units, noun + 1) else None


def _closes(units: list[Unit], at: int) -> bool:
    """Whether nothing more is told of what was done: "had been taken | in Goma"; not "taken | by surprise"."""
    return at >= len(units) or units[at].cls in ".,;&/]~"


def _called_false(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """Calling false: "called the figure | a lie", "the toll is not | true". Must not: "false alarm"."""
    alone = units[at].low.split()[0] in PREDICATES
    verb = at if alone else next((i for i in range(at - 1, max(-1, at - 12), -1) if _calls(units[i])), None)
    if verb is None:
        return _headed_false(units, at, claims_near)
    led = units[verb].low
    for i in range(verb, max(-1, verb - 10), -1):
        if not alone and (units[i].cls == "n" or not units[i].senses.isdisjoint(("false_verb", "deny"))):
            verb = i
            break
    if any(u.cls in ";.:" for u in units[verb + 1 : at]) or units[-1].low == "?":
        return None
    if at and units[at - 1].cls in "tz":
        return None  # "the 300,000 dead that the | rumours speak of", "no | exaggeration"
    if units[verb].cls == "b" and units[verb + 1].cls == "t" and any(u.cls == "F" for u in units[verb + 2 : at]):
        return None  # "is the edge of wild | invention"
    if any("dead" in u.low.split() for u in units[max(0, verb - 5) : verb]) and "false" in units[at].senses:
        lead = next(i for i in range(verb - 1, -1, -1) if "dead" in units[i].low.split())
        if units[lead - 1].cls == "a" and not any(u.cls in "vVRS" for u in units[lead:verb]):
            return None  # "reports of a dead film industry are | exaggerated"
    if units[at].low in MILD and at + 1 < len(units) and units[at + 1].cls == "x" and not is_claim(units[at + 1]):
        return None  # "hope and despair were both | wrong responses"
    lies = units[at].low in LYING and 0 < at < len(units) - 1 and units[at - 1].cls not in "ats"
    if lies and (units[at - 1].cls == "T" or units[at + 1].cls in "[/]"):
        return None  # "its losses are thought to | lie between 105,000 and 375,000"
    if units[at].low.endswith("mistaken") and at + 1 < len(units) and units[at + 1].low == "for":
        return None  # "the drone was | mistaken for another"
    if units[at].low.split()[-1] in FAKE and at + 1 < len(units) and units[at + 1].cls in "xEvVDY":
        return None  # "it was a fake | grenade"
    if TALK in units[at].senses and not _is_complement(units, at):
        return None  # "called the losses small, and | boasts that 300 died"
    near = units[max(0, verb - (12 if alone else 8)) : at] + units[at + 1 : at + MAX_BEHIND]
    counted = any(is_toll(u) for u in near)
    aimed = counted or any(("figure" in u.senses and u.low not in NOT_AIMED) or u.low in DENIED for u in near)
    aimed = aimed or (claims_near and led == "as" and any(u.cls == "k" for u in near))  # "killings"
    # "Claims from Kyiv that …", "The version of Lima, to the effect that …", "calls the 137 a lie"
    aimed = aimed or (any(map(is_claim, units[:MAX_LEAD])) and any(u.low == "that" for u in units[1:verb]))
    aimed = aimed or (claims_near and _names_a_figure(units, verb, at))
    if not aimed and any(_points(units, i) for i in [*range(max(0, verb - 8), at), *range(at + 1, at + MAX_BEHIND)]):
        aimed = claims_near and units[at].low not in MILD
    return Silence("denial", verb, at + 1, "false") if aimed and (counted or claims_near) else None


def _is_complement(units: list[Unit], at: int) -> bool:
    """Whether talk is what something is called: "as wild | speculation", "called that | boasting"."""
    lead = at - 1
    while lead > 0 and units[lead].cls in "xJta~":
        lead -= 1
    return units[lead].low == "as" or units[lead].low in POINTING


def _names_a_figure(units: list[Unit], verb: int, end: int) -> bool:
    """Whether a figure alone is called something: "calls the | 137 absolutely a lie"; not "the | two referendums"."""
    return any(
        units[i].cls == "0" and units[i - 1].cls == "t" and (i + 1 == end or units[i + 1].cls in '"~a')
        for i in range(verb + 2, end)
    )


def _headed_false(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """A headline that calls a figure false without one: "Colombo: UN figures | 'pure invention'", "says toll 'fake'".

    Must not: "Ministry: fake banknotes", "says the toll from fake pills rose".
    """
    end = at + 1 if at + 1 >= len(units) or units[at + 1].cls not in "\"'" else at + 2
    noun = at - 2 if at > 1 and units[at - 1].cls in "\"'" else at - 1
    if (end < len(units) and units[end].cls not in ",.;") or noun < 1:
        return None
    if not (is_toll(units[noun]) or (claims_near and units[noun].low in FIGURES)):
        return None
    head = noun - 1
    while head > 0 and units[head].cls in "tRSPYDvX's":
        head -= 1
    named = units[head].cls == ":" or "say" in units[head].senses
    return Silence("denial", head, at + 1, "false") if named and head > 0 else None


def _points(units: list[Unit], at: int) -> bool:
    """Whether a word points back: "called | that a lie"; in "said | that the charge was a lie" it opens a clause."""
    if at >= len(units) or units[at].low not in POINTING:
        return False
    noun = units[at + 1] if at + 1 < len(units) and units[at].low not in ("it", "them") else None
    if noun is not None and noun.cls == "x" and noun.low.endswith("s") and not noun.senses:
        return False  # "these theories are | implausible"
    return units[at].low != "that" or at + 1 >= len(units) or units[at + 1].cls not in "tsSRPBYDvVX0qh"


def is_claim(unit: Unit) -> bool:
    """Whether a word is a noun for what somebody claims: "a claim", "the figure", "those reports"."""
    return "figure" in unit.senses and unit.low not in NO_FIGURE and unit.low not in ("how many", "any")


def _calls(unit: Unit) -> bool:
    """Whether a word leads to "a lie" or "true": "called", "dismissed … as", "is not"."""
    return "false_verb" in unit.senses or unit.low in ("as", "not", "was not", "is not", "were not", "are not")
