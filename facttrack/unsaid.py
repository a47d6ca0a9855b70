"""Silence and denial read from a clause as a whole: a party, words of not giving, and losses, in whatever order.

The rules of `silence.py` begin at a verb and look behind it. These begin at the clause: what is not given may open it
("the wounded | it did not count"), nobody may be its subject ("nobody in the Kremlin has published a toll"), the party
may stand at its end ("no figure came from Moscow"), and a denial may be a mere word ("“Nonsense,” said the army").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from facttrack.memory import Actor
from facttrack.units import Reading, Unit
from facttrack.unreal import EVIDENCE
from facttrack.weighed_silences import sorts

__all__ = [
    "COSTING",
    "EVIDENCE",
    "FIGURES",
    "FRONTING",
    "LOSSES",
    "POINTING",
    "ActorAt",
    "Silence",
    "are_of_nobody",
    "find_unsaid",
    "given_later",
    "is_of_things",
    "is_toll",
    "tells_of_dead",
]

ActorAt = Callable[[int], Actor | None]
"""Gives the actor that is the subject of the verb at a unit, or the one that is named at a unit."""

FRONTING = frozenset(["of", "on", "about", "as for", "as to", "regarding", "for"])
"""Words with which a clause opens that begins with what it is about."""
LOSSES = frozenset(
    {
        "losses",
        "casualties",
        "toll",
        "death toll",
        "death tolls",
        "dead",
        "casualty figures",
        "number of casualties",
        "casualty count",
        "deaths",
        "loss of life",
        "loss of lives",
    }
)
"""What a silence is about that stands before its verb."""
VICTIMS = frozenset(
    ["victims", "wounded", "injured", "missing", "body count", "body counts", "fatalities", "bloodshed"]
)
POINTING = frozenset("that this it them these those".split())
FIGURES = frozenset(
    "number numbers figure figures toll tolls tally tallies count counts total totals estimate estimates breakdown sum "
    "sums statistics data balance".split()
)
"""Nouns that stand for a number that was told of before."""
CLAIMS = FIGURES | frozenset("claim claims report reports account version assertion allegation allegations".split())
CHECKING = ("verif", "corroborat", "substantiat")
"""Beginnings of verbs of checking, which withhold nothing."""
ARRIVING = frozenset("came come comes coming emerged emerge reached arrived forthcoming available followed".split())
"""What no figure does: "no figure | came from Moscow"."""
GIVEN_BY = frozenset(["given by", "released by", "published by", "provided by", "issued by", "offered by"])
"""What no figure was by its party, where the lexicon reads the two words as one."""
FROM = frozenset(["from", "by"])
"""What stands before a party from which no figure came."""
MAX_OPENING = 14
"""Units from the beginning of a clause to the noun of losses that opens it."""
MAX_INSERTED = 10
"""Units of what stands between commas behind it."""
MAX_VERB = 9
"""Units from a subject to the words of not giving."""
MAX_WORD = 5
"""Units of a denial that is a mere word or two."""
MAX_SAID = 12
"""Units from there to the verb of saying."""
ASKING = frozenset(["how many", "how", "whether", "what number", "what"])
"""Words with which a question opens."""
COSTING = frozenset("cost costs lost losing".split())
"""Verbs of "what the assault cost"."""
PARTIES = frozenset("faction factions side party group militia army government".split())
"""What has given nothing if none of them has: "no | faction has said how many"."""
NO = frozenset(["no", "not one", "not a single", "not any"])
EXTENT = frozenset("about on of extent scale size".split())
"""What stands between losses and "which": "heavy losses, the | extent of which it has kept secret"."""
MAX_NAME = 6
"""Units of the name of a party."""
HIDING = ("omit", "silent", "refuse")
"""Senses of words that give nothing without a negation."""
DID_NOT = frozenset(["did not", "didn't", "has not", "hasn't", "have not", "haven't", "does not", "doesn't", "do not"])
"""With what such a clause ends."""
LATER = frozenset("later after once when soon shortly tomorrow".split())
"""Words of another time at which a number is to be told."""
NAMING = frozenset("identities identity names details".split())
"""What else of the dead is to be told later."""
MAX_LATER = 9
"""Units before "will be announced" in which losses are named."""
HAPPENINGS = frozenset("massacre slaughter bloodbath incident massacres event".split())
"""What a party says that there was none of: "there was no massacre"."""
SUBJECT = "dtsPYBSDXzZ"
"""Classes with which a subject begins."""


@dataclass(slots=True)
class Silence:
    """A stretch of units that says that a party is silent (`no_count`) or denies (`denial`), and what it is about."""

    kind: str
    first: int
    last: int
    rule: str
    subject: Actor | None = None


def find_unsaid(reading: Reading, subject_of: ActorAt, party_at: ActorAt, claims_near: bool) -> Iterator[Silence]:
    """The silences and denials of a sentence that only the clause as a whole shows.

    Covers: "The wounded it did not count", "Nobody in the Kremlin has published a toll", "From Moscow came no figure",
    "The losses were not given", "a number that Kyiv has not confirmed", "“Nonsense,” said the army".
    Must not: "The wounded it did not reach", "Nobody in the Kremlin was hurt", "No aid came from Moscow".
    """
    units, classes, senses = reading.units, reading.classes, reading.senses
    none, negated, wrong = "z" in classes or "Z" in classes, "n" in classes, claims_near and "false" in senses
    hidden = none or negated or not senses.isdisjoint(HIDING)
    if not hidden and not wrong:
        return
    for start, end in _clauses(units):
        made = _fronted(units, start, end, subject_of, party_at, claims_near) if hidden else None
        if made is None and none:
            made = _nobody(units, start, end, party_at, claims_near)
        if made is None and (none or negated):
            made = _none_given(units, start, end, party_at, claims_near)
        if made is None and claims_near and hidden:
            made = _which_not(units, start, end, subject_of)
            if made is None and negated:
                made = _did_not(units, start, end, subject_of)
            if made is None and (none or negated):
                made = _not_so(units, start, end) or _no_such(units, start, end)
        if made is None and wrong:
            made = _mere_word(units, start, end)
        if made is not None:
            yield made


def _clauses(units: list[Unit]) -> Iterator[tuple[int, int]]:
    """The stretches between full stops, semicolons, colons, dashes and ", but"."""
    start = 0
    for i, unit in enumerate(units):
        closes = unit.cls in ";:.-"
        joins = unit.cls == "," and i + 2 < len(units) and units[i + 1].cls in "&u"
        if closes or (joins and (units[i + 1].low, units[i + 2].low) != ("if", "any")):
            if i > start:
                yield start, i
            start = i + 1 if closes else i + 2
    if start < len(units):
        yield start, len(units)


def _fronted(
    units: list[Unit], start: int, end: int, subject_of: ActorAt, party_at: ActorAt, claims_near: bool
) -> Silence | None:
    """What is not given opens the clause: "How many fell | the group does not say", "the wounded | it did not count".

    Must not: "the dead the army did not bury".
    """
    asks = any(u.low in ASKING for u in units[start : start + 2])
    if asks and _asks_of_things(units, start):
        return None
    for at in range(start, min(start + MAX_OPENING, end - 2)):
        unit = units[at]
        if unit.cls in "cbfwn" and at > start and not asks:
            return None
        owned = any(u.cls in "s'" for u in units[max(start, at - 2) : at])
        counts = claims_near and owned and unit.low in FIGURES  # "China's own number | China keeps to itself"
        cost = claims_near and unit.low in COSTING and units[start].low == "what"  # "what the war | cost it …"
        if not (tells_of_dead(unit) or unit.low in LOSSES or counts or cost):
            continue
        if asks:
            return _asked(units, start, at, end, subject_of, party_at)
        subject = _behind_insertion(units, at + 1, end)
        if not _opens_subject(units, subject, end):
            continue
        if not is_toll(unit) and not counts and not (units[start].low in FRONTING and units[start + 1].cls in "tsvRSA"):
            return None
        words = _not_giving(units, subject, end)
        if words is None:
            return None
        party = _party_of(units, subject, words[0], subject_of, party_at)
        if party is None and units[subject].cls not in "zZ":
            return None
        return Silence("no_count", start, words[1], "fronted", party)
    return None


def _asks_of_things(units: list[Unit], at: int) -> bool:
    """Whether "how many" asks after things: "how many | seats it lost"; not "how many | of its men were lost"."""
    while at < len(units) and units[at].low in ("how", "many", "how many"):
        if units[at].low.endswith("many"):
            follow = units[at + 1] if at + 1 < len(units) else None
            return follow is not None and follow.cls in "xEU"
        at += 1
    return False


def _asked(units: list[Unit], start: int, at: int, end: int, subject_of: ActorAt, party_at: ActorAt) -> Silence | None:
    """A question that opens the clause and is not answered: "How many were lost the ministry | has yet to say".

    `at` is the word of casualties in it.
    """
    for subject in range(at + 1, end - 1):
        if not _opens_subject(units, subject, end) or units[subject - 1].cls in "/F":
            continue
        if units[subject].cls == "d" and units[subject - 1].low in COSTING:
            continue  # "what the offensive has cost | it"
        words = _not_giving(units, subject, end)
        if words is None or (words[1] < end and units[words[1]].cls not in ',;.:"&-u/~'):
            continue
        party = _party_of(units, subject, words[0], subject_of, party_at)
        if party is not None or units[subject].cls in "zZ":
            return Silence("no_count", start, words[1], "fronted", party)
    for no in range(at + 1, end - 2):  # "How many pilots India lost | has not been disclosed by its air force"
        verb = _participle(units, no + 1, end) if units[no].cls == "n" else None
        if verb is not None:
            named = units[verb].low.endswith(" by") or (verb + 1 < end and units[verb + 1].low == "by")
            party = _named(units, verb + (1 if units[verb].low.endswith(" by") else 2), party_at) if named else None
            return Silence("no_count", start, verb + 1, "fronted", party)
    return None


def _party_of(units: list[Unit], subject: int, verb: int, subject_of: ActorAt, party_at: ActorAt) -> Actor | None:
    """Who gives nothing: the subject; of "nobody in the Kremlin" the Kremlin."""
    if units[subject].cls in "zZ":
        inside = next((i + 1 for i in range(subject + 1, verb) if units[i].cls in "/]F"), None)
        return _named(units, inside, party_at)
    return subject_of(verb) or party_at(subject)


def _behind_insertion(units: list[Unit], at: int, end: int) -> int:
    """The unit behind what stands between commas: "the losses of the Sikin, who laid the trap, | he"."""
    if at < end and units[at].cls in "F/]":
        at += 1
        while at < end and units[at].cls in "tasRJm":
            at += 1
        at += 1  # the noun
        while at < end and units[at].cls in "vVxX" and units[at - 1].cls not in "vV":
            at += 1
    if at < end and units[at].cls == ",":
        close = next((i for i in range(at + 1, min(at + MAX_INSERTED, end)) if units[i].cls == ","), None)
        return at + 1 if close is None else close + 1
    return at


def _opens_subject(units: list[Unit], at: int, end: int) -> bool:
    return at < end and units[at].cls in SUBJECT and units[at].low not in ("that", "this", "these", "those")


def _not_giving(units: list[Unit], subject: int, end: int) -> tuple[int, int] | None:
    """The words by which a subject gives nothing: "did not | count", "left out", "nobody would | say"."""
    nobody = units[subject].cls in "zZ"
    for i in range(subject, min(subject + MAX_VERB, end)):
        unit = units[i]
        if i > subject and unit.cls in ",;:.":
            return None
        if not unit.senses.isdisjoint(("omit", "silent")) and not sorts(units, i):
            return i, i + 1
        if unit.cls == "n" or (nobody and i > subject):
            give = _giving(units, i if nobody and unit.cls != "n" else i + 1, min(i + 6, end))
            if give is not None and not any(u.low in EVIDENCE for u in units[give + 1 : give + 3]):
                return i, give + 1
            if unit.cls == "n":
                return None
        if "disclose" in unit.senses and i + 1 < end and units[i + 1].low in ("nothing", "no", "none"):
            proof = any(u.low in EVIDENCE for u in units[i + 2 : i + 4])
            return None if proof else (i, min(i + 3, end))
        if "refuse" in unit.senses:
            give = _giving(units, i + 1, min(i + 5, end))
            return (i, give + 1) if give is not None else None
    return None


def _giving(units: list[Unit], start: int, end: int) -> int | None:
    """The first verb of giving or counting, if only auxiliaries and adverbs stand before it."""
    for i in range(start, end):
        if not units[i].senses.isdisjoint(("disclose", "count", "tell")):
            return i
        if units[i].cls not in "bfw~TmxJ":
            return None
    return None


def _nobody(units: list[Unit], start: int, end: int, party_at: ActorAt, claims_near: bool) -> Silence | None:
    """Nobody gives it: "Nobody in the Kremlin | has published a toll", "no official | would say how many died"."""
    for at in range(start, end - 2):
        person = units[at].cls == "Z" and units[at].low != "none"
        if not person and not (units[at].cls == "z" and units[at + 1].cls in "DY"):
            continue
        give = next(
            (i for i in range(at + 1, min(at + MAX_VERB, end)) if units[i].cls in "cpigybfw" or _is_giving(units[i])),
            None,
        )
        while give is not None and give < end - 1 and units[give].cls in "bfw~":
            if units[give].low in ("can", "could"):
                return None  # "nobody in Kaya can say how many"
            give += 1
        if give is None or not _is_giving(units[give]):
            return None
        topic = next((i for i in range(give + 1, min(give + MAX_VERB, end)) if _is_topic(units, i, claims_near)), None)
        if topic is None or _asks_of_things(units, topic):
            return None
        inside = next((i + 1 for i in range(at + 1, give) if units[i].cls in "/]F"), None)
        party = _named(units, inside, party_at)  # without one nobody is a party: "nobody can say how many"
        known = party is not None or units[at + 1].low in PARTIES
        return Silence("no_count", at, topic + 1, "nobody", party) if known else None
    return None


def _is_giving(unit: Unit) -> bool:
    return "disclose" in unit.senses


def _is_topic(units: list[Unit], at: int, claims_near: bool) -> bool:
    """Whether a word is what is given or not: losses, "how many", or a figure where claims stand near."""
    unit = units[at]
    if unit.low == "how many" or (unit.low == "many" and units[at - 1].low == "how"):
        return True
    return (is_toll(unit) and not is_of_things(units, at)) or (claims_near and unit.low in FIGURES)


def _none_given(units: list[Unit], start: int, end: int, party_at: ActorAt, claims_near: bool) -> Silence | None:
    """Losses that are not given, without a subject that gives.

    The party is named with "by" or "from", before or behind, or not at all.
    """
    return (
        _no_figure(units, start, end, party_at, claims_near)
        or _not_given(units, start, end, party_at, claims_near)
        or _nothing_from(units, start, end, party_at)
    )


def are_of_nobody(units: list[Unit], at: int, claims_near: bool) -> bool:
    """Whether "losses" are of money or things: "the company's | losses", "crop | losses", "the | loss of property".

    Where people were counted, losses are theirs. Must not: "Ukraine's | losses", "its | losses in the battle".
    """
    if units[at].low == "loss" and at + 2 < len(units) and units[at + 1].cls == "F":
        return not any(u.cls in "vVO0qhsRSZ" for u in units[at + 2 : at + 5])
    if units[at].low not in ("loss", "losses") or claims_near:
        return False
    return not any(u.cls in "SARPYBsvVO" or "of_war" in u.senses for u in units)


def given_later(units: list[Unit], claims_near: bool) -> Silence | None:
    """Losses that will be told at another time, and not now.

    Covers: "Our own killed and wounded | will be announced after their families have been told", "Casualty figures |
    will be made public later". Must not: "The toll | will be released on Monday's anniversary", "the dead will be
    buried later", "their identities | will be made public once".
    """
    for at in range(1, len(units) - 3):
        if units[at].low not in ("will", "would") or units[at + 1].low != "be":
            continue
        verb = next((i for i in range(at + 2, min(at + 4, len(units) - 1)) if _is_giving(units[i])), None)
        if verb is None:
            continue
        end = verb + 2 if units[verb].low == "made" and units[verb + 1].low in ("public", "known") else verb + 1
        later = end < len(units) and units[end].low.split()[0] in LATER
        start = max(0, at - MAX_LATER)
        said = [i for i in range(start, at) if is_toll(units[i]) or tells_of_dead(units[i])]
        topic = bool(said) and not any(are_of_nobody(units, i, claims_near) for i in said)
        if units[verb].low.startswith("releas") and not any(is_toll(units[i]) for i in said):
            continue  # "the girls taken in April | would be released soon"
        if later and topic and not any(u.cls in ",;.:" or u.low in NAMING for u in units[max(0, at - 2) : at]):
            return Silence("no_count", at, end, "none_given")
    return None


def _nothing_from(units: list[Unit], start: int, end: int, party_at: ActorAt) -> Silence | None:
    """A clause without a verb: "Nothing from Israel on the victims". Must not: "Nothing from Israel on the talks"."""
    if start + 4 >= end or units[start].low != "nothing" or units[start + 1].low != "from":
        return None
    on = next((i for i in range(start + 3, min(start + 7, end - 1)) if units[i].low in ("on", "about")), None)
    topic = next((i for i in range(on + 1, min(on + 4, end)) if is_toll(units[i])), None) if on is not None else None
    party = _named(units, start + 2, party_at)
    if topic is None or party is None or any(u.cls in "cpigybfw" for u in units[start:topic]):
        return None
    return Silence("no_count", start, topic + 1, "none_given", party)


def _no_figure(units: list[Unit], start: int, end: int, party_at: ActorAt, claims_near: bool) -> Silence | None:
    """Covers: "no figure | came from Moscow", "from Kyiv there is | no toll"."""
    for at in range(start, end - 1):
        if units[at].low not in NO or units[at].cls not in "zn":
            continue
        topic = next((i for i in range(at + 1, min(at + 5, end)) if units[i].low.split()[-1] in FIGURES), None)
        if topic is not None and not claims_near and not any(map(tells_of_dead, units[at + 1 : topic + 1])):
            continue
        if topic is None or any(u.cls in "cpigybfw,;" for u in units[at + 1 : topic]):
            continue
        party = _party(units, start, at, topic, end)
        verb = next((i for i in range(topic + 1, min(topic + 5, end)) if _arrives(units, i)), None)
        before = any(u.low in ARRIVING or u.cls == "b" for u in units[start:at])
        exists = at > 1 and units[at - 1].cls in "bf" and units[at - 2].low == "there" and units[start].low in FRONTING
        if verb is None and not exists and not (party is not None and (before or at == start)):
            continue
        last = topic + 1 if verb is None else verb + 1
        if any("independently" in u.low for u in units[topic : last + 1]):
            continue  # that is about checking
        return Silence("no_count", at, last, "none_given", _named(units, party, party_at))
    return None


def _not_given(units: list[Unit], start: int, end: int, party_at: ActorAt, claims_near: bool) -> Silence | None:
    """Covers: "losses | were not given", "the toll | was not made public by the army"."""
    for at in range(start + 1, end - 1):
        if units[at].cls != "n":
            continue
        topic = next((i for i in range(at - 1, max(start, at - 6) - 1, -1) if _is_number(units[i], claims_near)), None)
        if topic is None and units[at - 1].cls in "pj":
            topic = _number_of_dead(units, start, at)
        if topic is None or any(u.cls in ",c" for u in units[topic:at]):
            continue
        verb = _participle(units, at + 1, end)
        if verb is not None and "could" in units[at].low and "admit" in units[verb].senses:
            continue  # "the figure could not be confirmed": that is about checking
        if verb is None or any(u.cls not in "bf~pj" and u.cls not in "/FRsStvVA" for u in units[topic + 1 : at]):
            continue
        party = next((i + 1 for i in range(verb, min(verb + 4, end - 1)) if units[i].low.split()[-1] == "by"), None)
        return Silence("no_count", at, verb + 1, "none_given", _named(units, party, party_at))
    return None


def _named(units: list[Unit], at: int | None, party_at: ActorAt) -> Actor | None:
    """The party that is named at a unit, or behind its article."""
    if at is None or at >= len(units):
        return None
    return party_at(at) or (party_at(at + 1) if units[at].cls == "t" else None)


def _is_number(unit: Unit, claims_near: bool) -> bool:
    """Whether a word is of losses as a number: "losses", "casualties", "the toll"; "the dead" need not be."""
    return (unit.low in LOSSES and unit.low != "dead") or (claims_near and unit.low in FIGURES)


def _arrives(units: list[Unit], at: int) -> bool:
    """Whether a word ends "no figure …": "came", "was given", "has been released"."""
    if units[at].low in ARRIVING or (units[at].low in GIVEN_BY and units[at - 1].cls == "b"):
        return True
    return _is_giving(units[at]) and units[at - 1].cls == "b"


def _number_of_dead(units: list[Unit], start: int, at: int) -> int | None:
    """Where a number of those killed is named, whose participle ends at a unit: "the number of troops killed |"."""
    for i in range(at - 2, max(start, at - 7) - 1, -1):
        if units[i].low in FIGURES and units[i + 1].cls == "F":
            return i
        if units[i].cls not in "RSJvVtFs~Y":
            return None
    return None


def _participle(units: list[Unit], at: int, end: int) -> int | None:
    """The participle of giving behind "were not | (been) …"."""
    passive = units[at - 1].low.startswith(("was", "were", "is", "are")) or units[at].cls == "b"
    while at < end and units[at].cls in "b~":
        at += 1
    if not passive or at >= end or not _is_giving(units[at]):
        return None
    made = units[at].low == "made" and at + 1 < end and units[at + 1].low in ("public", "known")
    if units[at].low == "made" and not made:
        return None
    return at + 1 if made else at


def _party(units: list[Unit], start: int, at: int, topic: int, end: int) -> int | None:
    """Where the party is named from which nothing comes: "from | Moscow came no figure", "no figure from | Moscow"."""
    behind = next(
        (i + 1 for i in range(topic + 1, min(topic + 6, end - 1)) if units[i].low in FROM or units[i].low in GIVEN_BY),
        None,
    )
    if behind is not None:
        return behind
    return next((i + 1 for i in range(start, at) if units[i].low == "from"), None)


def _which_not(units: list[Unit], start: int, end: int, subject_of: ActorAt) -> Silence | None:
    """A relative clause on a figure: "a number that | Kyiv has not confirmed", "on which | Moscow said nothing"."""
    for at in range(start + 1, end - 2):
        if units[at].cls != "r" or units[at].low not in ("which", "that"):
            continue
        head = at - 1
        while head > start and (units[head].cls in ",/Ft" or units[head].low in EXTENT):
            head -= 1
        if units[head].low not in CLAIMS and not is_toll(units[head]):
            continue
        if not _opens_subject(units, at + 1, end):
            continue
        words = _not_giving(units, at + 1, end)
        checks = words is not None and units[words[1] - 1].low.startswith(CHECKING)
        if words is not None and not checks and (words[1] >= end or units[words[1]].cls in ",;.:&-/~u"):
            party = subject_of(words[0])
            return Silence("no_count", words[0], words[1], "which_not", party) if party is not None else None
    return None


def _did_not(units: list[Unit], start: int, end: int, subject_of: ActorAt) -> Silence | None:
    """A whole clause that says no more than that a party did not, after another's figure: "Moscow | did not".

    Must not: "Moscow did not attack".
    """
    first = start + 1 if units[start].cls in "&u" else start
    at = next((i for i in range(first + 1, end) if units[i].low in DID_NOT or _never(units, i, end)), None)
    if at is None or at - first > MAX_NAME or any(u.cls not in "tsSPYBDRXxF'Jm~" for u in units[first:at]):
        return None
    last = at + 2 if _never(units, at, end) else at + 1
    while last < end and units[last].low in ("done", "so", "yet", "likewise", "either", "though"):
        last += 1
    party = subject_of(at) if last == end else None
    return Silence("no_count", first, last, "did_not", party) if party is not None and not party.pronoun else None


def _never(units: list[Unit], at: int, end: int) -> bool:
    """Whether "never have" stands at a unit."""
    return units[at].low == "never" and at + 1 < end and units[at + 1].low in ("has", "have", "had", "did")


def _mere_word(units: list[Unit], start: int, end: int) -> Silence | None:
    """A denial that is a word or two, said by somebody: "“Nonsense,” | said the army", "baseless, | a spokesman said".

    Must not: "a false alarm, the army said", "“This is a fake peace,” he said".
    """
    for at in range(start, end):
        if "false" not in units[at].senses:
            continue
        first, last = at, at + 1
        while first > start and units[first - 1].cls not in ',"':
            first -= 1
        if last >= end or units[last].cls not in ',"' or last - first > MAX_WORD:
            continue
        if any(u.cls in "0qcfwpiy" or u.low == "made" for u in units[first:at]):
            continue
        if last < end and units[last].cls == "," and units[last + 1 : last + 3] and units[last + 1].cls == "e":
            last = next(
                (i for i in range(last + 1, end) if units[i].cls == ","), last
            )  # "Lies, all of it, | according to"
        said = next((i for i in range(last, min(last + MAX_SAID, end)) if _tells(units[i])), None)
        closes = next((i for i in range(last, min(last + 3, end - 1)) if units[i].cls == '"'), None)
        if (
            said is None
            and closes is not None
            and units[closes + 1].cls == "x"
            and units[closes + 1].low.endswith("ed")
        ):
            said = closes + 1  # "“Nonsense,” | snapped Serhii Cherevatyi"
        of = next((i for i in range(said, end) if units[i].cls == "F"), None) if said is not None else None
        about = of is not None and any("figure" in u.senses for u in units[of + 1 : of + 4])
        if said is not None and (of != said + 1 or about):  # not "the minister said of the rally"
            return Silence("denial", first, last, "mere_word")
    return None


def _tells(unit: Unit) -> bool:
    return "say" in unit.senses or unit.cls == ">"


def _not_so(units: list[Unit], start: int, end: int) -> Silence | None:
    """Nothing of it is so: "none of it | is true", "that is simply not so", "not the case"."""
    for at in range(start + 1, end):
        unit = units[at]
        if unit.low == "true" and any(u.low in ("none", "nothing") for u in units[max(start, at - 5) : at]):
            first = next(i for i in range(at, -1, -1) if units[i].low in ("none", "nothing"))
            return Silence("denial", first, at + 1, "not_so")
        if unit.low in ("kind", "sort") and [u.low for u in units[at - 3 : at]] == ["nothing", "of", "the"]:
            given = at > 3 and "disclose" in units[at - 4].senses  # "has released | nothing of the kind"
            return None if given else Silence("denial", at - 3, at + 1, "not_so")
        if unit.low in ("so", "the case", "what happened") and any(u.cls == "n" for u in units[at - 2 : at]):
            pointed = units[start].low in POINTING or (units[start].cls == '"' and units[start + 1].low in POINTING)
            if pointed and (at + 1 == end or units[at + 1].cls in ',."'):
                return Silence("denial", start, at + 1, "not_so")
    return None


def _no_such(units: list[Unit], start: int, end: int) -> Silence | None:
    """What was told of never happened: "no such attack | took place", "there was no | massacre", "it | did not happen".

    Must not: "no such order was given", "there were no deaths" (a count of none), "why it did not happen earlier".
    """
    for at in range(start, end - 1):
        unit = units[at]
        if unit.low == "no" and (units[at + 1].low == "such" or _exists(units, at)):
            such = units[at + 1].low == "such"
            noun = at + 2 if such else at + 1
            if noun >= end:
                continue
            happened = units[noun].low in HAPPENINGS or (such and "neutral_attack" in units[noun].senses)
            if happened and (noun + 1 >= end or units[noun + 1].cls in 'bfxin,."/~'):
                return Silence("denial", at, noun + 1, "not_so")
        elif unit.cls == "n" and at > start and units[at + 1].low.startswith("happen"):
            closes = at + 2 >= end or units[at + 2].cls in ',."'
            told = units[at - 1].low in ("it", "this", "that") or "neutral_attack" in units[at - 1].senses
            told = told or units[at - 1].low in HAPPENINGS
            alone = at - 1 == start or units[at - 2].cls in "\"'rtcu"
            if closes and told and alone:
                return Silence("denial", at - 1, at + 2, "not_so")
    return None


def _exists(units: list[Unit], at: int) -> bool:
    """Whether "there was" or "there had been" stands right before a unit."""
    before = at - 1
    while before > 0 and units[before].cls in "bf":
        before -= 1
    return before < at - 1 and before >= 0 and units[before].low == "there"


def is_of_things(units: list[Unit], at: int) -> bool:
    """Whether a word of casualties is a verb here: "he was | missing the chance", "no effort to | capture the mood"."""
    if units[at].low == "missing":
        return at + 1 < len(units) and units[at + 1].cls in "tas"
    return "deed" in units[at].senses and at > 0 and units[at - 1].cls == "T"


def is_toll(unit: Unit) -> bool:
    """Whether a word is a noun of losses: "casualties", "deaths", "its dead"; "killed" and "a body" are not."""
    if unit.low in LOSSES or unit.low in VICTIMS or "casualt" in unit.low:
        return True
    if unit.cls == "L" and unit.low.startswith("number of"):
        return True  # "number of those killed"
    return unit.cls in "kL" and unit.low.endswith(("s", "dead", "toll")) and unit.entry is not None


def tells_of_dead(unit: Unit) -> bool:
    """Whether a word is of casualties: "dead", "losses", "died"."""
    return "casualty_topic" in unit.senses or (unit.entry is not None and unit.entry.outcome is not None)
