"""Verbs that lead to what somebody tells, and their subject: "said", "told reporters", "adding that", gapped ones."""

from __future__ import annotations

from dataclasses import replace

from facttrack.asides import is_dated, passes_on
from facttrack.carried import TOLD
from facttrack.memory import SPEAKING, Actor
from facttrack.scene import Attribution, Scene, actor_from, can_count, ends_speech
from facttrack.subjects import (
    OPENS,
    REDUCED,
    SELVES,
    SPEAKERS,
    gives_toll,
    is_of_them,
    is_participle,
    is_passive,
    is_person_role,
    subject_before,
)
from facttrack.units import Unit
from facttrack.unlisted import closes_with_speaker, find_parted, find_unknown, find_unknown_behind

__all__ = [
    "ANSWERABLE",
    "FIRST_PERSON",
    "HEARERS",
    "MAX_DATED",
    "MAX_OPENING",
    "VICTIM_HEADS",
    "from_gap",
    "from_gerund",
    "subject_cue",
    "that_clause",
    "verb_with_by",
]

MAX_OPENING = 10
"""Units of a subject with which a sentence opens."""
MAX_DATED = 6
"""Units of time and auxiliaries between "which" and its verb."""
VICTIM_HEADS = frozenset(
    "soldiers fighters civilians troops militants rebels forces children women men people personnel servicemen".split()
)
ANONYMOUS = frozenset("anonymity anonymously identified anonymous unnamed".split())
HEARERS = frozenset("reporters journalists correspondents".split())
"""Who is told, and may be counted."""
FIRST_PERSON = frozenset({"we", "i"})
ANSWERABLE = frozenset("official military emergency international".split())
"""Kinds of source that answer themselves for what they say, even where they cite witnesses."""
EMERGING = frozenset("emerged emerges transpired transpires appears appeared seems seemed".split())
"""What "it" does before a that-clause that nobody says."""
RECKONING = frozenset("sees has finds reckons reports".split())
"""Verbs with which a second voice counts otherwise: "where the monitor counts 150, the army sees 37"."""
GIVING = frozenset("gave give gives given giving".split())
GIVEN = frozenset("ground way chase birth battle shelter fire rise cover pause".split())
"""What is given where no figure is: "had given | ground"."""
HELD = frozenset("controlled held occupied ruled run seized captured shelled hit struck attacked led backed".split())
"""What is done by who says nothing: "in territory | controlled by the army"."""
MAX_AGENT = 9
"""Units between a cue in the passive and "by"."""
MAX_TAIL = 16
"""Units between a trailing cue and the end of its clause: "…, he said in a video posted after midnight on Friday"."""


def verb_with_by(scene: Scene, at: int) -> Attribution | None:
    """Who says it, where "by" belongs to a time or a means.

    Covers: "the PKK had claimed by | noon to have killed 15", "a rebel spokesman said by | satellite telephone".
    """
    units = scene.units
    if at + 1 >= len(units) or not units[at].low.endswith(("ed by", "said by")):
        return None
    if units[at].low != "said by" and units[at + 1].cls not in "NU0":
        return None
    subject = None if is_passive(units, at) else subject_before(units, scene.reading.classes, at, scene.actors)
    if subject is None or not (subject.kind in SPEAKERS or subject.side or subject.pronoun):
        return None
    forward, backward = _directions(units, subject.first - 1, at + 1)
    return Attribution(subject, subject.first, at + 1, forward=forward, backward=backward, rule="said")


def from_gerund(scene: Scene, at: int) -> Attribution | None:
    """Going on: "…, adding that 12 were missing" has the last speaker, else the subject of the sentence."""
    found, units = scene.found, scene.units
    beside = next((a for a in scene.actors if a.last == at and _leads_to(units, a)), None)
    speaks = beside is not None and beside.kind in SPEAKERS and not beside.counted
    if beside is not None and speaks and at + 1 < len(units) and units[at + 1].cls in "r0h":
        # "The fighting went on, with officials | insisting that 14 had died", "Despite the rebels | claiming that …"
        return Attribution(beside, beside.first - 1, at + 1, forward=True, backward=False, rule="said")
    if at and units[at - 1].cls == "b" and "disclose" in units[at].senses:  # "the army is | putting its losses at 12"
        subject = subject_before(units, scene.reading.classes, at, scene.actors)
        if subject is not None and can_count(subject):
            return Attribution(subject, subject.first, at + 1, True, False, "counted", counts=True)
    actor = next(
        (
            a.actor
            for a in reversed(found)
            if a.rule not in ("account_by", "citing", "tally_of") and not units[a.first].low.endswith("ed by")
        ),
        None,
    )
    if scene.quoted and at and units[at - 1].low == "as":  # "A commander was quoted by the agency as | saying that"
        who = max(scene.quoted)
        return Attribution(
            scene.starts[who], at, at + 1, forward=True, backward=False, rule="said", via=scene.quoted[who]
        )
    told = next((a for a in scene.actors if a.last == at - 1 and units[at - 1].low == "as"), None)
    if told is not None and found and found[-1].last == told.first:  # "AFP reported | a military source as saying"
        outlet = found.pop()
        return Attribution(told, outlet.first, at + 1, outlet.forward, outlet.backward, "said", via=outlet.actor)
    own = next((a for a in scene.actors if a.last == at and _is_beside(units, a)), None)
    if own is not None:
        return Attribution(own, own.first, at + 1, forward=True, backward=False, rule="said")
    if actor is None and at and units[at - 1].cls in "xEv":
        actor = find_unknown(scene.reading, at)  # ", with exile parties | alleging that"
    if actor is None:
        if at == 0 or units[at - 1].cls != ",":
            return None
        if units[at - 2].cls == "c" and any(a.document and a.last == at - 2 for a in scene.actors):
            return (
                None  # "the rebels were hit, the statement said, | adding that 18 had died": nobody knows whose it is
            )
        actor = next(
            (
                a
                for a in scene.actors
                if a.last < at
                and (a.first == 0 or units[a.first - 1].cls in OPENS)
                and ((a.kind in SPEAKERS and a.kind != "witness") or a.side or a.pronoun)
            ),
            None,
        )
        if actor is None:
            return None
    via = found[-1].via if found else None
    return Attribution(actor, at, at + 1, forward=True, backward=False, rule="adding", via=via)


def _leads_to(units: list[Unit], actor: Actor) -> bool:
    """Whether "with" or "despite" stands before somebody, or before his article."""
    lead = actor.first - 1
    if lead > 0 and units[lead].cls == "t":
        lead -= 1
    return lead >= 0 and units[lead].low in ("with", "despite")


def _is_beside(units: list[Unit], actor: Actor) -> bool:
    """Whether somebody has a gerund of its own beside the clause: ", with | residents saying", ", | the army claiming".

    Must not: "the attack on | the army, claiming …", "a man in the | army claiming …".
    """
    lead = actor.first - 1
    return lead > 0 and (units[lead].low == "with" or (units[lead].cls == "," and units[actor.first].cls in "taSRYv"))


def from_gap(scene: Scene, at: int) -> Attribution | None:
    """A source whose verb is that of the source before: "the army counted 12 dead, the hospital | 30".

    Covers also: "speaks of 12 dead, witnesses of | 30", "X's figure is 12; the army's, | 30", "where X counts 12, the
    army sees | 30".
    Must not: "the army said 12 soldiers had died, the police | 30", where it may be the police who died.
    """
    units = scene.units
    end = at
    while end > 1 and units[end - 1].cls in 'ha"':
        end -= 1
    goes_on = units[end - 1].cls == "T" and scene.found[-1].admits  # "admits to 23 dead and the ministry | to 12"
    end = end - 1 if goes_on or units[end - 1].low in ("at", "of") else at
    if end < at and units[end - 1].cls == ",":
        end -= 1  # "…; Armenian authorities, of | 11 killed"
    owned = (
        units[end - 1].cls == "'" and scene.found[-1].rule == "tally_of"
    )  # "the HRW figure is 150; the army's, | 37"
    if owned:
        end -= 1
    sees = end == at and units[end - 1].low in RECKONING
    if sees:
        end -= 1  # "where the monitor counts 150, the army sees | 37"
    parted = units[end - 1].cls == "," and not owned
    actor = next((a for a in reversed(scene.actors) if a.last == end - parted and not a.pronoun), None)
    if parted and not (actor is not None and _is_parted_clause(scene, actor, at)):
        return None
    if actor is None and end < at and units[end].cls == ",":  # "; the UN office, in a report on Friday, | of 500"
        opens = next((i for i in range(end - 1, max(0, end - MAX_TAIL), -1) if units[i].cls in ",;"), end)
        if units[opens].cls == "," and units[opens + 1].cls in "/]":
            actor = next((a for a in reversed(scene.actors) if a.last == opens and not a.pronoun), None)
    if actor is None or actor.first == 0 or units[actor.first - 1].cls not in ",;&":
        return None
    tells = actor.kind in ("emergency", "international", "monitor", "media")
    counts = scene.found[-1].counts or scene.found[-1].admits
    led = end < at and not sees and not owned and actor.kind is not None and _leads(units, units[end].low, actor.first)
    answers = (counts or owned) and (actor.kind in ANSWERABLE or actor.side)
    if not (tells or led or answers or parted or (end < at and _is_another_name(units, scene.found[-1].actor, actor))):
        return None
    return Attribution(actor, actor.first, at, forward=True, backward=False, rule="counted", counts=True)


def _is_parted_clause(scene: Scene, actor: Actor, at: int) -> bool:
    """Whether a comma stands for who says what: "X said 304 had died; the ministry, | 230; the judiciary, 225".

    Must not: "X said the army had lost 12; the police, | 30", "X said 12 had died: the army, 5; the police, | 7".
    """
    units = scene.units
    if units[actor.first - 1].cls != ";" or actor.kind not in ANSWERABLE | {"monitor", "media"} or actor.counted:
        return False
    if at + 1 < len(units) and units[at + 1].cls not in ".;j":
        return False
    said = scene.found[0]
    if not said.forward or any(u.cls == ":" for u in units[: actor.first]):
        return False
    semicolon = next(i for i in range(len(units)) if units[i].cls == ";")
    return not any(a.kind in ANSWERABLE and said.last <= a.first < semicolon for a in scene.actors)


def _is_another_name(units: list[Unit], last: Actor, actor: Actor) -> bool:
    """Whether one whom no table knows counts after another: "Beevor puts it at 40,000, Preston | at 50,000"."""
    unknown = last.kind in (None, "unnamed") and actor.kind is None and last.named and actor.named
    return unknown and last.side is None and all(u.cls == "X" for u in units[actor.first : actor.last])


def _leads(units: list[Unit], preposition: str, before: int) -> bool:
    """Whether the figure before was led by the same preposition: "speaks of 30 dead, witnesses | of 90"."""
    return any(units[i].low.split()[-1] == preposition and units[i + 1].cls in "0hqza" for i in range(before - 1))


def that_clause(scene: Scene, at: int) -> Attribution | None:
    """A that-clause after a speaker is reported speech, whatever the verb: "Relatives shouted that …".

    Must not: "the bomb that …", "The army fired rockets that wounded three".
    """
    units, verb = scene.units, at - 1
    if at + 1 < len(units) and units[at + 1].cls in "pyilgbf":
        return None  # "fired rockets | that wounded three", "Army drones | that were meant for bandits"
    second = next((a for a in scene.actors if a.last == at and a.first and units[a.first - 1].cls in ",;&"), None)
    clause = at + 1 < len(units) and units[at + 1].cls in "d0hqzZtasSRBP"  # not "…, the group that | controls the town"
    if second is not None and clause and scene.found and second.kind and not second.counted:
        # "Moscow says that 900 died, Kyiv | that it has killed 1,200"
        return Attribution(second, second.first, at + 1, forward=True, backward=False, rule="that_clause")
    while verb > 0 and (units[verb].cls in "~vNBS" or units[verb].low.endswith(SELVES)) and at - verb < 3:
        verb -= 1
    if verb > 1 and units[verb - 1].low == "with" and units[verb].cls == "x":
        verb -= 2  # "has learnt with revulsion | that"
    word = units[verb]
    if verb > 0 and units[verb - 1].cls == "b":
        return None  # "it is true | that 12 died"
    if word.cls not in "xEiW" or "-" in word.low or not word.low.endswith(("ed", "s", "t", "d", "e")):
        return None
    subject = subject_before(units, scene.reading.classes, verb, scene.actors)
    if subject is None or not (subject.kind in SPEAKERS or subject.pronoun or subject.side or subject.named):
        return None
    if subject.pronoun == "it" and any(u.low in EMERGING for u in units[subject.last : at]):
        return None
    return Attribution(subject, subject.first, at + 1, forward=True, backward=False, rule="that_clause")


def subject_cue(scene: Scene, at: int) -> Attribution | None:
    """A verb of saying or counting with its subject, before it or after it.

    Covers: "X said …", "…, X said", "…, said X", "X, who …, told Reuters", "X counted 12 dead", "“…,” says X".
    Must not: "based on previous reports,", "12 were reported dead", "AP, citing X, reports": there X is the source.
    """
    units, unit = scene.units, scene.units[at]
    if _is_noun(units, at):
        return None
    inverted = None
    if at > 1 and unit.low in TOLD and units[at - 1].cls == "b" and units[at - 2].low not in FIRST_PERSON:
        told = _by_agent(scene, at)
        if told is not None:
            return told  # "the mission was | told by a doctor that 17 had died"
    if is_passive(units, at):
        if "deny" in unit.senses:
            return None  # "a figure that was | rejected by the army"
        if unit.low != "quoted":
            return _by_agent(scene, at)
        subject = subject_before(units, scene.reading.classes, at, scene.actors)
    else:
        if _is_inverted(scene, at):
            subject = inverted = _speaker_after(scene, at) or scene.starts[at + 1]
        else:
            subject = _speaker_before(scene, at)
        if subject is None:
            subject = inverted = _speaker_after(scene, at) or find_unknown_behind(scene.reading, at)
    if subject is None or not _may_say(scene, at, subject) or _goes_on(units, at, subject):
        return None
    if _is_of_a_sum(units, at, subject):
        return None
    if "life_taking" in unit.senses and not (subject.person and subject.head) and _takes_lives(units, at):
        return None
    if unit.entry is not None and unit.entry.outcome and subject.kind in (None, "witness", "unnamed"):
        return None  # "a man | mourns"
    if inverted is None and subject.last == at - 1 and "say" not in unit.senses and is_of_them(units[at - 1]):
        return None  # "Police | operations account for 12 of the dead"
    end = inverted.last if inverted is not None else at + 1
    lead = subject.first - 1 if inverted is None else at - 1
    if inverted is None and lead > 1 and units[lead].cls == ")":
        lead = _before_rank(units, lead)
    forward, backward = _directions(units, lead, end)
    if inverted is None and _is_of_what_is_counted(units, lead):
        backward = True
    if "deny" in unit.senses and "say" not in unit.senses:
        forward = backward = False  # who denies a count, or a deed in which people died, claims none of it
    return Attribution(
        _speaking_in(scene, at, _known_by_name(units, at, _of_rank(scene, subject))),
        min(subject.first, at),
        end,
        forward=forward,
        backward=backward,
        rule="said" if "say" in unit.senses else "counted",
        via=_way(scene, at, subject, inverted),
        admits="admit" in unit.senses,
        counts="count" in unit.senses,
    )


def _goes_on(units: list[Unit], at: int, subject: Actor) -> bool:
    """Whether something only lasts, or is done.

    Covers: "given | ground", "rocket fire | continued", "troops | responded, with 12 rebels dead".
    Must not: "“12 died,” he | continued.", "The minister | continued that 12 had died".
    """
    if units[at].low == "went on" and at + 1 < len(units) and units[at + 1].cls in "at":
        return True  # "troops | went on a rampage"
    if units[at].low in GIVING and at + 1 < len(units) and units[at + 1].low in GIVEN:
        return True  # "government troops had | given ground"
    if units[at].low not in ("continued", "continues", "responded"):
        return False
    quoted = any(u.cls in '":' for u in units[max(0, subject.first - 2) : subject.first] + units[at + 1 : at + 3])
    return not quoted and (at + 1 >= len(units) or units[at + 1].cls not in "r0hqz")


def _is_of_a_sum(units: list[Unit], at: int, subject: Actor) -> bool:
    """Whether something is so many, or is put to others: "they | numbered 20", "with prisoners | added in, 300 men".

    Must not: "the ministry | numbered the dead at 20", "the governor | added in a letter that".
    """
    if units[at].low == "numbered":
        return bool(subject.pronoun) and at + 1 < len(units) and units[at + 1].cls in "0hqza"
    after = units[at + 1 : at + 3]
    return units[at].low == "added" and len(after) > 1 and after[0].low == "in" and after[1].cls in ",.;)"


def _before_rank(units: list[Unit], close: int) -> int:
    """The unit before a role that a bracket parts from its name: "| Inspector General (Bastar Range) P Sundarraj"."""
    opening = next((i for i in range(close - 1, max(0, close - 6), -1) if units[i].cls == "("), 0)
    return opening - 2 if opening > 0 and units[opening - 1].cls in "DYV" else close


def _of_rank(scene: Scene, subject: Actor) -> Actor:
    """The subject with the role that a bracket parts from its name: "Deputy Commissioner (DC) | Ali Amin told".

    Must not: "the minister (left) and | Ali Amin".
    """
    units = scene.units
    if subject.kind is not None or subject.first < 3 or units[subject.first - 1].cls != ")":
        return subject
    opening = _before_rank(units, subject.first - 1) + 2
    for actor in scene.actors:
        if actor.last == opening and actor.kind in SPEAKERS:
            side = subject.side or actor.side
            return replace(subject, kind=actor.kind, side=side, local=actor.local, head=actor.head)
    return subject


def _is_of_what_is_counted(units: list[Unit], lead: int) -> bool:
    """Whether a relative clause says who counted the noun before it: "107 casualties | that the UN mission verified".

    Must not: "the army, which | the UN says".
    """
    return lead > 1 and units[lead].low in ("that", "whom") and units[lead - 1].cls in "kovV"


def _by_agent(scene: Scene, at: int) -> Attribution | None:
    """By whom something is said: "was put | by the relief director at 408", "are said | by monks to have died".

    Must not: "12 were reported | killed by the army", "were registered | in areas controlled by the army".
    """
    units = scene.units
    for i in range(at + 1, min(at + MAX_AGENT, len(units))):
        if units[i].cls in ",;.:pyig":
            return None
        if units[i].cls == "^":
            if i > at + 1 and units[i - 1].cls == "x" and units[i - 1].low in HELD:
                return None
            actor = actor_from(scene, i + 1)
            if actor is None or actor.kind not in SPEAKERS or actor.counted:
                return None
            return Attribution(actor, at, at + 1, forward=True, backward=True, rule="said")
    return None


def _is_noun(units: list[Unit], at: int) -> bool:
    """Whether "claim", "count", "reports" is a noun: "the | claim", "based on previous | reports,"."""
    unit = units[at]
    if at and units[at - 1].cls in "ta'sJ" and unit.low not in ("said", "says"):
        return True
    if unit.low == "blame" and at > 1 and units[at - 1].low == "to" and units[at - 2].cls == "b":
        return True  # "a strike was to | blame for 20 deaths"
    if unit.low == "counts" and [u.low for u in units[at + 1 : at + 2]] in (["of"], ["against"]):
        return True  # "found guilty of all homicide | counts against them"
    if at and units[at - 1].cls == "d" and units[at - 1].low in SPEAKING:
        return False  # "The attackers, it | claims, were deserters"
    closes = at + 1 >= len(units) or units[at + 1].cls in ",.;"
    ends = ends_speech(units, at) or closes_with_speaker(units, at)
    return "figure" in unit.senses and closes and not ends and not _is_parted(units, at)


def _takes_lives(units: list[Unit], at: int) -> bool:
    """Whether "claim" kills: "The revolt has | claimed 12,000 lives"; not "claimed that 12 lives were lost"."""
    for unit in units[at + 1 : at + 7]:
        if unit.cls == "O":
            return True
        if unit.cls not in "h0q~mFtasJxR[&":
            return False
    return False


def _is_parted(units: list[Unit], at: int) -> bool:
    """Whether a verb is parted by commas from what it says: "It | claims, on its site, to have killed 12"."""
    if not 0 < at < MAX_OPENING or at + 1 >= len(units) or not units[at].low.endswith("s"):
        return False
    if units[at - 1].cls not in "SBPYD" or any(u.cls not in "taSBPYDRXJN,-" for u in units[: at - 1]):
        return False
    close = next((i for i in range(at + 2, min(at + MAX_TAIL, len(units) - 1)) if units[i].cls == ","), None)
    return close is not None and (units[close + 1].cls in "Tr0h[q" or units[close + 1].low.startswith("to "))


def _speaker_before(scene: Scene, at: int) -> Actor | None:
    """The subject before a cue; without one, who spoke before, the subject of the sentence, or an unknown speaker."""
    units = scene.units
    subject = subject_before(units, scene.reading.classes, at, scene.actors)
    if subject is not None:
        return subject
    lead = at
    while lead > 1 and at - lead < MAX_DATED and units[lead - 1].cls in "f~NUm0x":
        lead -= 1
    if lead > 1 and units[lead - 1].low in ("which", "who"):  # "the army, which a week ago had | counted 41 dead, …"
        owner = next((a for a in reversed(scene.actors) if a.last in (lead - 1, lead - 2) and not a.pronoun), None)
        if owner is not None:
            return owner
    says = not units[at].senses.isdisjoint(("say", "admit"))
    lead = at
    while lead and units[lead - 1].cls in "~f":  # "… and in turn | listed", "but so far have | confirmed"
        lead -= 1
    joined = units[lead - 1].cls if lead else ""
    counts = not units[at].senses.isdisjoint(("count", "admit"))
    # who spoke last, not whose figures were spoken of: "rejected the rebels' claims and | confirmed one death"
    last = next((a.actor for a in reversed(scene.found) if a.rule != "tally_of"), None)
    last = last or (scene.found[-1].actor if scene.found else None)
    opener = _opens_clause(scene, at) if last is not None and joined in ("&", "u") else None
    if opener is not None and (says or counts):
        last = opener  # "X claimed 1,200 dead; Y called that a lie and | admitted 19"
    if counts and last is not None and joined in ("&", "u"):
        return last  # "admits to 16 dead and credits them with 130"
    goes_on = joined in ("&", "u", ",") and at + 1 < len(units) and units[at + 1].cls not in ",."
    if says and last is not None and goes_on:
        return last  # "… confirmed a strike but said that …"
    near = units[max(0, at - 6) : at]
    infinitive = at > 1 and units[at - 1].low == "to" and not any(u.cls in "bfnw" or "refuse" in u.senses for u in near)
    if (says and infinitive) or ((says or counts) and joined in ("u", "&")):  # "The minister praised … and said …"
        for actor in scene.actors:
            speaks = actor.kind in SPEAKERS or actor.pronoun in ("he", "they")
            if actor.last < at and speaks and (actor.first == 0 or units[actor.first - 1].cls in OPENS):
                return actor
    if not (says or counts):
        return None
    apart = 0 < at < len(units) - 1 and units[at + 1].cls == "," and says  # ", aid bosses say,"
    tells = units[at].low in TOLD and units[at - 1].cls != "b"  # "An inquest was | told that"
    alone = not (apart or tells or ends_speech(units, at) or closes_with_speaker(units, at))
    return find_unknown(scene.reading, at, alone) or (find_parted(scene.reading, at) if says else None)


def _opens_clause(scene: Scene, at: int) -> Actor | None:
    """Who opens the clause of a verb behind a semicolon, if nobody has spoken in it.

    Must not: "X said 12 had died; the road was cut and | reported two wounded", where nobody opens it who can speak.
    """
    start = next((i + 1 for i in range(at - 1, 0, -1) if scene.units[i].cls == ";"), 0)
    if not start or any(said.first >= start for said in scene.found):
        return None
    actor = next((a for a in scene.actors if a.first == start), None)
    return actor if actor is not None and actor.kind in SPEAKERS and not actor.counted else None


def _speaker_after(scene: Scene, at: int) -> Actor | None:
    """The subject after a cue: "…, said X", "says X"; not the medium of "told Reuters"."""
    units, unit = scene.units, scene.units[at]
    actor = scene.starts.get(at + 1)
    if actor is None or not (at == 0 or units[at - 1].cls in ',";:.-&)' or unit.low in ("says", "said")):
        return None
    if "say" not in unit.senses or (actor.media and unit.low == "told"):
        return None
    if actor.counted and units[at - 1].cls not in ',";' and units[actor.last : actor.last + 1]:
        return None  # "an update by the army | said 17 troops who were injured had died"
    after = units[actor.last] if actor.last < len(units) else None
    if after is not None and after.cls not in ',.;:"N-)(~/r' and after.low not in REDUCED:
        if after.cls in "uF" and units[at - 1].cls == '"':
            return actor  # "“…,” said X | after the meeting", "“…,” said X | of that figure"
        return actor if is_participle(units, actor.last) else None  # "said a herder | reached by telephone"
    return actor


def _is_inverted(scene: Scene, at: int) -> bool:
    """Whether a verb behind a comma has its subject behind it, at the end: "…, | reports the doctors' union.".

    Covers also: "…, | confirmed Defence Minister Guido Crosetto.".
    """
    units, actor = scene.units, scene.starts.get(at + 1)
    if actor is None or at == 0 or units[at - 1].cls != ",":
        return False
    if units[at].low == "said":  # "There would be an inquiry, | said a spokeswoman, but"
        parted = any(u.cls in ',;"' for u in units[: at - 1])
        known = actor.kind in SPEAKERS and not actor.counted and not actor.media
        return known and not parted and actor.last < len(units) and units[actor.last].cls == ","
    if not units[at].low.endswith(("s", "ed")):
        return False
    closes = actor.last >= len(units) or units[actor.last].cls in ".;"
    led = not closes and is_participle(units, actor.last)
    if led and not any(u.cls in "cbfw,;:" for u in units[actor.last : -1]):
        closes = True  # "…, estimates a team | led by X at Y."
    counted = units[at].low.endswith("s") or any(u.cls in "0qzZ" for u in units[: at - 1])
    speaks = actor.kind in SPEAKERS or (led and bool(actor.head))
    return closes and counted and not actor.pronoun and speaks and not actor.counted


def _may_say(scene: Scene, at: int, subject: Actor) -> bool:
    """Whether a subject can do what its cue says: victims count nobody, and a medium that cites is not the source."""
    units, unit = scene.units, scene.units[at]
    if "say" not in unit.senses:
        if "count" in unit.senses and not (can_count(subject) or gives_toll(units, subject)):
            return False
        if subject.kind == "witness" and not is_person_role(units[subject.first : subject.last]):
            return gives_toll(units, subject) or (not subject.counted and subject.head not in VICTIM_HEADS)
    return not (
        (subject.media or subject.kind == "media")
        and any(a.rule == "citing" and subject.last <= a.first and a.last <= at for a in scene.found)
    )


def _known_by_name(units: list[Unit], at: int, subject: Actor) -> Actor:
    """The subject; of a source that speaks "on condition of anonymity" the place does not give the side."""
    if (
        subject.side is None
        and subject.local
        and not subject.definite
        and any(u.low in ANONYMOUS for u in units[subject.last : at + 12])
    ):
        return replace(subject, local=False)
    return subject


def _speaking_in(scene: Scene, at: int, actor: Actor) -> Actor:
    """An officer or official whom no word gives a side speaks for the state in whose capital he tells it.

    Covers: "General Bacha told reporters | in Addis Ababa that …".
    """
    if actor.side is not None or actor.told or not actor.person or actor.kind not in ("military", "official"):
        return actor
    units = scene.units
    for i in range(at + 1, min(at + 8, len(units) - 1)):
        if units[i].cls in ",;:.r0":
            return actor
        entry = units[i + 1].entry
        if units[i].low == "in" and units[i + 1].cls == "S" and entry is not None and entry.place_country:
            return replace(actor, side=entry.place_country, local=False)
    return actor


def _way(scene: Scene, at: int, subject: Actor, inverted: Actor | None) -> Actor | None:
    """The outlet through which it came: the one that quotes the subject, or that was told."""
    via = scene.quoted.get(subject.first)
    if via is None and scene.units[at].low in TOLD:
        heard = scene.starts.get(at + 1)
        if heard is not None and heard is not inverted and heard.media:
            return heard
    return via


def _directions(units: list[Unit], lead: int, end: int) -> tuple[bool, bool]:
    """Whether a cue governs what follows it and what precedes it.

    `lead` is the unit before subject and cue, `end` the one after them. Alone at the end of its clause, after something
    that can be claimed, a cue governs backwards; if the clause goes on, both ways; else forwards.
    """
    count = len(units)
    if lead > 0 and units[lead].low in ("so", "or so"):
        lead -= 1  # "…, so | the minister says"
    if end and units[end - 1].low in TOLD:  # "he told the 20 or so reporters | who …"
        heard = (i + 1 for i in range(end, min(end + 6, count)) if units[i].low in HEARERS)
        end = next(heard, end)
    if is_dated(units, end):
        return False, lead > 0 and units[lead].cls in ',";-'
    rest = next((i for i in range(end, count) if units[i].cls in ',;.:"-'), count)
    quoted = lead > 0 and units[lead].cls == '"' and end < count and units[end].cls == "G"
    if quoted:
        return False, True  # "“12 died,” police | said adding that …"
    closing = lead > 0 and units[lead].cls == "," and end + 1 < rest == count - 1 and units[end].low == "after"
    if closing and units[end + 1].low.endswith("ing") and any(u.cls in "0qz" for u in units[:lead]):
        return False, True  # "…, police | said after collecting figures from eight hospitals."
    if lead > 0 and end + 1 < count and units[end].low in ("that", "this", "those", "these"):
        told = "figure" in units[end + 1].senses or "account" in units[end + 1].senses
        if told and units[lead].cls in ":;" and (end + 2 >= count or units[end + 2].cls in ".,/N"):
            return False, True  # "950,000 casualties: the Center | published that estimate"
    if (
        lead < 0
        or units[lead].cls not in ',";:-.'
        or rest - end > MAX_TAIL
        or (end < count and units[end].low == "that" and not _is_time(units, end + 1))
        or _says_a_clause(units, end, rest)
        or any(u.cls in "0qzpijgk" for u in units[end:rest])
        or not (units[lead].cls == '"' or any(u.cls in "0qzapijgkLKol" for u in _clause_before(units, lead)))
    ):
        return True, False
    if units[lead].cls == '"' and passes_on(units, rest):
        return False, True
    closes = rest >= count or units[rest].cls in '.;,"-'
    goes_on = rest + 1 < count and units[rest].cls in ",:-"
    return not closes or goes_on, True


def _is_time(units: list[Unit], at: int) -> bool:
    """Whether a time follows: "the rebels announced that | day"."""
    return at < len(units) and units[at].cls in "NU"


def _says_a_clause(units: list[Unit], end: int, rest: int) -> bool:
    """Whether a clause follows a cue, which is what is said: "12 dead – police say | the caller named a wrong road"."""
    if end >= rest or units[end - 1].low in TOLD or units[end].cls not in "xXtavVRSPdB":
        return False
    return any(u.cls in "bfwc" for u in units[end + 1 : rest])


def _clause_before(units: list[Unit], lead: int) -> list[Unit]:
    """The units before an attribution up to the last semicolon: what a trailing cue could govern."""
    start = lead
    while start > 0 and units[start - 1].cls != ";":
        start -= 1
    return units[start:lead]
