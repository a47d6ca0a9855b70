"""Tellers: sources whose verb is none of saying, because they show, list, receive or concede what they count.

The subject of a sentence tells a figure that stands behind its verb, if the verb kills nobody: "The morgue keeps a
register of 9,606", "Misrata's doctors have 1,083", "Egypt has flown home 87 bodies".
"""

from __future__ import annotations

from facttrack.asides import kin_of
from facttrack.candidates import Mention
from facttrack.cues import VICTIM_HEADS
from facttrack.memory import Actor, Memory
from facttrack.scene import Attribution
from facttrack.subjects import OPENS, REDUCED, SPEAKERS, is_of_them, with_joined
from facttrack.units import Reading, Unit

__all__ = ["ATTENDING", "BEARING", "WARS", "find_teller"]

WARS = frozenset("war conflict insurgency rebellion unrest crisis".split())
"""What kills in a country without being anybody's attack, and tells nothing."""

MAX_DATELINE = 4
"""Units behind a town within which a dash ends a dateline."""
TELLERS = frozenset("official emergency international monitor media".split())
"""Kinds of actor that a reader takes for the source of what they have counted."""
RULES = frozenset(
    "counted_noun postposed of_the_dead carried tally rival number_of own_tally attributive counted_people label "
    "predicate_part losses toll listed names amount nominal on_list postposed_far brought_to".split()
)
"""Rules of mentions whose number can be the object of a teller's verb."""
DEEDS = frozenset({"neutral_attack", "attack_verb", "life_taking"})
"""Senses of words of an attack: whoever makes one tells nothing by it."""
CLAUSES = frozenset(["predicate", "coordinated", "relative", "listed"])
"""Rules of mentions whose number is the subject of a clause."""
NO_TELLING = frozenset({"deny", "neutral_attack", "attack_verb", "false", "refuse"})
"""Senses of words that do not lead to what somebody tells."""
SEEING = frozenset("saw seen see".split())
ATTENDING = frozenset("attended attends visited visits met mourned joined led watched watches comforted".split())
"""What people do beside the dead, and tell nothing by it."""
BEARING = frozenset(
    "suffered suffers suffering sustained sustains sustaining incurred responsible guilty blamed accused".split()
)
"""What those do who have losses, or are to blame for them, and tell nothing by it."""
HEARSAY = frozenset("said believed reported thought estimated understood known rumoured alleged".split())
"""What others do with those of whom a figure is told: "Eritrea was | thought to have 19,000 dead"."""
CUTTING = frozenset("cut set brought took put".split())
"""Verbs in the past by which somebody moves a toll."""
CLOSING = "pgyiluW;."
"""Classes that end the reach of a subject: casualty verbs, and whatever begins another clause."""


def find_teller(reading: Reading, actors: list[Actor], mention: Mention, memory: Memory) -> Attribution | None:
    """The subject of the sentence, where it tells the number of a mention without a verb of saying.

    Covers: "The hospital | took in 44 bodies", "The morgue | keeps a register of 9,606 dead", "He | was at 150,000".
    Must not: "The army | lost 12 men", "Gunmen | shot 26", "Turkey, Aug 19 – the toll went past 6,800".
    """
    units, first = reading.units, min(mention.group.first, max(mention.cue[0], 0) or mention.group.first)
    if mention.rule == "brought_to":  # "the prosecutor | put at 60 the number of those killed": the cue is behind
        first = mention.group.first
    told = _tells_that(units, actors, mention) or _told_behind(units, actors, mention)
    if told is not None:
        return Attribution(memory.resolve(told), told.first, told.last, forward=True, backward=True, rule="that_clause")
    mourned = "mourn" in units[mention.cue[0]].low
    if (mention.voice == "active" and not mourned) or not (
        mourned or mention.rule in RULES or _is_in_relative(units, mention)
    ):
        return None
    if kin_of(units, mention.group.first) is not None:
        return None  # "The minister | apologised to the families of 97"
    start = _clause_start(units, first)
    seen = _seen_by(units, actors, start, mention.group.first)
    if seen is not None:
        return Attribution(memory.resolve(seen), seen.first, seen.last, forward=True, backward=False, rule="teller")
    actor = next((a for a in actors if a.first >= start and a.last <= first and _begins(units, a, start)), None)
    if actor is None or not _tells(units, actor) or units[actor.last - 1].low in WARS:
        return None  # "Boko Haram's insurgency | has left 3,600 dead"
    if mourned:
        return Attribution(memory.resolve(actor), actor.first, actor.last, forward=True, backward=False, rule="teller")
    joined = next((a for a in actors if a.first == actor.last + 1 and units[actor.last].cls == "&"), None)
    if joined is not None and _tells(units, joined):
        actor = with_joined(units, joined, actors)
    between = units[actor.last : mention.group.first]
    if any(u.cls == "-" for u in between[:MAX_DATELINE]) and actor.first == 0 and units[0].text.isupper():
        return None  # "TUNIS, Tunisia — Divers found 22 bodies"
    if between and between[0].cls == "," and any(u.cls == "," for u in units[actor.first : actor.last]):
        between = between[1:]  # the comma that closes an appositive
    between = _without_time(_without_insertion(between))
    if len(between) > 1 and between[0].cls == "b" and between[1].low.split()[0] in HEARSAY:
        return None  # "Eritrea | was thought to have 19,000 dead"
    if any(u.low == "among" or u.low in ATTENDING or u.low in BEARING for u in between):
        return None  # "The governor | attended the funeral of 43", "Austria | suffered 148 deaths"
    if between and between[0].cls == "'" and any("deed" in u.senses for u in between[1:3]):
        return None  # "Hezbollah| 's capture of two soldiers"
    if (
        between
        and between[0].cls == "'"
        and units[actor.last - 1].cls == "S"
        and any(u.cls == "k" for u in between[1:5])
    ):
        return None  # "Russia| 's total combat losses amounted to 500,000"
    if any("false_verb" in u.senses for u in between) and any(u.cls == "L" or "figure" in u.senses for u in between):
        return None  # "The army | called the figure of 43 absurd"
    cuts = _has_verb_first(between) if between else False
    if (
        not between
        or between[0].cls in ":,-(kLop"
        or any(u.cls == "r" or (_closes(u) and not (cuts and _is_at_toll(between, u))) for u in between)
    ):
        return None
    if any(u.cls == "L" for u in between) and not cuts:
        return None
    meant = memory.resolve(actor)
    if meant.kind not in TELLERS and not (meant.kind == "military" and meant.side):
        return None
    return Attribution(meant, actor.first, actor.last, forward=True, backward=False, rule="teller")


def _tells_that(units: list[Unit], actors: list[Actor], mention: Mention) -> Actor | None:
    """Whose clause a number opens, whatever the verb: "Police in Kano | let it be known that 12 had died".

    Covers also: "The ministry | maintains 12 died".
    Must not: "The bomb that | 12 men had buried", "It is true that | 12 died".
    """
    first = mention.group.first
    if mention.rule not in CLAUSES or first < 2 or mention.voice == "active":
        return None
    that = units[first - 1].low == "that" and units[first - 1].cls == "r"
    end = first - 1 if that else first
    if not that and not _is_verb(units[first - 1]):
        return None
    for actor in reversed(actors):
        if actor.last > end - (0 if that else 1) or actor.pronoun or actor.counted or not _speaks(units, actor):
            continue
        between = units[actor.last : end]
        if not that and len(between) != 1:
            return None
        clear = not any(u.cls in "pijgyLkr;.:0" or not u.senses.isdisjoint(NO_TELLING) for u in between)
        return actor if clear and any(_is_verb(u) or u.cls in "cw" for u in between) else None
    return None


def _told_behind(units: list[Unit], actors: list[Actor], mention: Mention) -> Actor | None:
    """Who tells it at the end, whatever the verb: "12 people had died, the ministry | relayed.".

    Must not: "Shelling kills 12, hospital | damaged.".
    """
    end = max(mention.group.last, mention.cue[1])
    for actor in actors:
        if actor.first <= end or units[actor.first - 1].cls != "," or actor.pronoun or actor.counted:
            continue
        if not (actor.named or units[actor.first].cls in "ta"):
            continue
        verb = actor.last
        closes = verb + 1 < len(units) and units[verb + 1].cls in ".," and verb + 2 >= len(units)
        if not closes or not _is_verb(units[verb]) or not _speaks(units, actor) or actor.kind == "witness":
            continue
        if not any(u.cls in ";.:" for u in units[end : actor.first]):
            return actor
    return None


def _speaks(units: list[Unit], actor: Actor) -> bool:
    """Whether a noun phrase opens a clause and can speak."""
    opens = actor.first == 0 or units[actor.first - 1].cls in OPENS or _begins(units, actor, 0)
    body = actor.kind in SPEAKERS and actor.head not in VICTIM_HEADS and not (actor.kind == "military" and actor.plural)
    return opens and body


def _is_verb(unit: Unit) -> bool:
    """Whether a word that no table has as a verb looks like one: "relayed", "vouches"."""
    return unit.cls == "x" and unit.low.endswith(("ed", "s")) and not unit.low.endswith("ss") and "-" not in unit.low


def _seen_by(units: list[Unit], actors: list[Actor], start: int, number: int) -> Actor | None:
    """Who saw what is counted: "Reporters | saw 300 bodies", "UNICEF staff who visited three hospitals | saw 100 hurt".

    Must not: "Gaza | saw 300 deaths", "Soldiers | saw 12 of their comrades die".
    """
    verb = next((i for i in range(start + 1, number) if units[i].low in SEEING), None)
    if verb is None or any(u.cls not in "htaqJF~xo" for u in units[verb + 1 : number]):
        return None
    actor = next((a for a in actors if a.first == start and a.last <= verb), None)
    if actor is None or actor.counted or actor.pronoun or actor.kind not in SPEAKERS or units[start].cls == "S":
        return None
    if actor.head in VICTIM_HEADS or (actor.kind == "military" and actor.plural):
        return None
    between = units[actor.last : verb]
    inserted = not between or between[0].cls == "r" or (between[0].cls == "," and between[-1].cls == ",")
    inserted = inserted or between[0].low in REDUCED  # "Reporters taken to the front | saw 300 bodies"
    return actor if inserted and not any(u.cls in ";.:" for u in between) else None


def _clause_start(units: list[Unit], at: int) -> int:
    """Where the clause of a unit begins: behind the last semicolon, and behind ", and" where a new subject follows."""
    for i in range(at - 1, 0, -1):
        if units[i].cls == ";":
            return i + 1
    return 0


def _begins(units: list[Unit], actor: Actor, start: int) -> bool:
    """Whether a noun phrase begins the clause, or follows an opening phrase: "By Sunday | he had 108"."""
    if actor.first == start:
        return True
    lead = units[actor.first - 1].cls
    opening = units[start].cls in "/NhMX~u^" and not any(u.cls in "cpijgyl;." for u in units[start : actor.first])
    return opening and (lead in OPENS or lead in "NMU" or (lead in "SAXE" and units[actor.first].cls in "tavD"))


def _tells(units: list[Unit], actor: Actor) -> bool:
    """Whether an actor can tell: a body, an office, a person; no fighters, and nobody who is counted."""
    if actor.counted or actor.head in VICTIM_HEADS or (actor.kind == "military" and actor.plural):
        return False
    if actor.last < len(units) and is_of_them(units[actor.last]):
        return False  # "Police | operations account for 12 of the dead"
    if "neutral_attack" in units[actor.last - 1].senses:
        return False  # "Hezbollah's rocket | attacks resulted in the deaths of 43"
    return bool(actor.pronoun in ("he", "it") or actor.kind in TELLERS or (actor.kind == "military" and actor.side))


def _is_in_relative(units: list[Unit], mention: Mention) -> bool:
    """Whether people are counted, and what happened to them comes after: "has named | four soldiers who died"."""
    last, cue = mention.group.last, mention.cue[0]
    return mention.rule == "predicate" and last < cue and units[last].cls == "r"


def _closes(unit: Unit) -> bool:
    """Whether a word ends the reach of a subject, or tells of a deed."""
    return unit.cls in CLOSING or not unit.senses.isdisjoint(DEEDS)


def _is_at_toll(between: list[Unit], deed: Unit) -> bool:
    """Whether the attack is that whose toll is told: "| cut the toll of Wednesday's explosions to 84"."""
    toll = next((i for i, u in enumerate(between) if u.cls == "L"), None)
    return toll is not None and deed in between[toll:] and deed.cls not in "pgyi"


def _without_time(between: list[Unit]) -> list[Unit]:
    """Units without a time that opens them: "Indian authorities | on Sunday cut the toll"."""
    at = 0
    if len(between) > 2 and between[0].low in ("on", "in", "by") and between[1].cls == "N":
        at = 2
    while at < len(between) - 1 and between[at].cls in "N~":
        at += 1
    return between[at:]


def _has_verb_first(between: list[Unit]) -> bool:
    """Whether a verb stands before the first noun for a toll: "| gave a lower toll of"; not "– the toll went past"."""
    return between[0].cls in "cfbw~" or (
        between[0].cls == "x" and (between[0].low.endswith(("ed", "s")) or between[0].low in CUTTING)
    )


def _without_insertion(between: list[Unit]) -> list[Unit]:
    """Units without what stands between commas at their beginning.

    Covers: ", who spoke to 14 witnesses, | hold the names of", ", working from the index, | arrived at".
    """
    if len(between) < 2 or between[0].cls != ",":
        return between
    close = next((i for i in range(2, len(between) - 1) if between[i].cls == ","), None)
    if close is None or any(u.cls in ";." for u in between[:close]):
        return between if between[1].cls != "r" else []
    return between[close + 1 :]
