"""Sentences to chunks: a sentence once more as a string, now one letter a phrase, for the patterns of `mentions`.

"About 400 soldiers were killed, Kyiv said." is `#P,xc.`. The letters, words of one phrase taken together:

    #  number with a victim noun      0  bare number            K  number with a casualty noun ("27 deaths")
    $  number of something else       5  number that is a share ("two of them")
    P  "were killed", "had died"      A  "has killed", "kills"  p  "killed", active or passive
    g  "killing"                      j  "dead", "missing"      k  "deaths", "losses", "the dead", uncounted
    L  "death toll"                   o  "bodies"               O  "lives"
    *  "number", "figure", "count"    I  "including", "among"   6  "of whom", "of which"
    v  other verbs, "be", "not"       x  other words, names     /  in, of time and place; between, since, about
    F  of    T  to    ^  by    ]  from    &  and    r  who, which    u  when, if, but
    c  "said", "reported"             G  "saying"               >  "according to"
    , ; : . ( ) -  punctuation

Articles, possessives, adverbs and quotation marks have no chunk, nor have "as" in "lists 13 as missing"
and "last" in "the last three gunmen".
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass

from facttrack.groups import Group
from facttrack.units import Reading, Unit

__all__ = ["Chunk", "find_chunks"]

ADJOINED = frozenset("xXEvVYDBQUJSR")
"""Classes of nouns and names, behind which no verb can stand that an article leads."""
SILENT = frozenset("tsa'\"~Z")
"""Classes of units that make no chunk."""
LETTER = dict.fromkeys("xXJRSPBAYDQmVvdNMUE%Heqz0y", "x") | dict.fromkeys("bfwnWil", "v") | dict.fromkeys("h[", "/")
"""The letters of classes outside groups and casualty verbs; a class that is not listed keeps its own letter."""
CASUALTY_VERBS = frozenset("pijgyWl")
ORDINALS = frozenset("last first final remaining".split())
"""Words before a number that leave it as it is: "the last three gunmen"."""
VERB_GROUP = CASUALTY_VERBS | frozenset("bfwnT")
"""Classes that may begin a casualty verb with its auxiliaries, besides "reported" and "believed"."""


@dataclass(slots=True)
class Chunk:
    """A phrase of a sentence, units `first` up to, not including, `last`; `main` is the unit of its verb or noun."""

    letter: str
    first: int
    last: int
    group: Group | None = None
    outcome: str | None = None
    main: int = -1
    negated: bool = False
    hypothetical: bool = False
    weak: bool = False
    """A verb that kills soldiers only: "destroyed", "neutralised"."""
    lose: bool = False
    """The verb "lost": soldiers lost are casualties, civilians lost were killed."""


def find_chunks(reading: Reading, groups: list[Group]) -> list[Chunk]:
    """The sentence as chunks in text order."""
    units = reading.units
    chunks: list[Chunk] = []
    starts = {group.first: group for group in groups}
    at, count = 0, len(units)
    while at < count:
        group = starts.get(at)
        if group is not None:
            chunks.append(_group_chunk(units, group))
            at = max(group.last, at + 1)
            continue
        unit = units[at]
        cls = unit.cls
        if cls in VERB_GROUP or "presumed" in unit.senses:
            verb = _verb_group(units, at, starts, chunks)
            if verb is not None:
                chunks.append(verb)
                at = verb.last
                continue
        if cls not in SILENT and not _is_idle(units, at, starts):
            letter = LETTER.get(cls, cls) if unit.entry is None and cls != "x" else _letter(units, at, starts)
            if letter in "x-" and chunks and chunks[-1].letter == letter:  # names; "--"
                chunks[-1].last = at + 1
            else:
                outcome = unit.entry.outcome if unit.entry and letter in "kLoO" else None
                chunks.append(Chunk(letter, at, at + 1, None, outcome, at))
        at += 1
    return chunks


def _group_chunk(units: list[Unit], group: Group) -> Chunk:
    """The chunk of a number with its noun; a casualty noun gives the outcome."""
    if group.letter == "K" and group.head is not None:
        entry = units[group.head].entry
        return Chunk("K", group.first, group.last, group, entry.outcome if entry else None, group.head)
    return Chunk("5" if group.part else group.letter, group.first, group.last, group)


def _letter(units: list[Unit], at: int, starts: Container[int]) -> str:
    """The letter of a unit outside groups and casualty verbs: that of its class, but for a few words."""
    unit = units[at]
    cls, low = unit.cls, unit.low
    if cls == "x" and low.endswith("ed") and len(low) > 4 and low != "bloodshed":
        lead = at - 1 - (at > 1 and units[at - 1].low.endswith("ly"))  # "the newly | formed brigade"
        adjective = at > 0 and units[lead].cls in "ats" and at + 1 < len(units) and units[at + 1].cls in ADJOINED
        return "x" if adjective else "v"  # "an | extended family", "the | renowned Red Brigade"
    if cls == "I" and low in ("of whom", "of which"):
        return "6"
    if unit.entry is None:
        return LETTER.get(cls, cls)
    if low == "out of" and at + 1 in starts and (units[at + 1].value or 0) > 1:
        return "F"  # "15 | out of 22 miners were killed"
    if low in ("since", "until", "till") or (low == "as" and (at + 1 in starts or _is_office(units, at + 1))):
        return "/"
    if cls == "^" and (at == 0 or (at + 1 < len(units) and units[at + 1].cls in "~NMU")):
        return "/"  # "by then", "by Friday": no doer
    letter = LETTER.get(cls, cls)
    if letter in "xc" and "tally_noun" in unit.senses:
        if at == 0 or units[at - 1].cls in "tsaRJ'xm":
            return "*"
        if units[at - 1].low == "that" and at > 1 and units[at - 2].cls == "c":
            return "*"  # "puts that | number at 60"
    return letter


def _is_idle(units: list[Unit], at: int, starts: Container[int]) -> bool:
    """Whether a word changes nothing where it stands: "lists 13 | as missing", "shot the | last three gunmen"."""
    if at + 1 >= len(units):
        return False
    low = units[at].low
    return (low == "as" and units[at + 1].cls in "pj") or (
        low in ORDINALS and at + 1 in starts and units[at - 1].cls == "t"
    )


def _is_office(units: list[Unit], at: int) -> bool:
    """Whether "as" names what somebody is: "acting as | her bodyguards"; not "as | her son was born"."""
    if at + 1 >= len(units) or units[at].cls not in "sta" or units[at + 1].cls not in "vVDYx":
        return False
    if units[at].cls == "a" and at + 2 < len(units) and units[at + 2].low == "were":
        return True  # "a man who worked as | a guard were killed": one is no subject of "were"
    return at + 2 >= len(units) or units[at + 2].cls in ",;.&F/"


# --- casualty verbs with their auxiliaries -------------------------------------------------------------------------


class _Verb:
    """A verb group while it is read: its auxiliaries begin at unit `first`, its casualty verb is unit `main`."""

    __slots__ = ("be", "chunks", "first", "have", "main", "modal", "negated", "presumed", "starts", "units")

    def __init__(self, units: list[Unit], first: int, starts: Container[int], chunks: list[Chunk]) -> None:
        self.units, self.first, self.main, self.starts, self.chunks = units, first, first, starts, chunks
        self.be = self.have = self.negated = self.modal = self.presumed = False

    @property
    def bare(self) -> bool:
        """Whether the verb has no auxiliary."""
        return self.first == self.main

    @property
    def before(self) -> Chunk | None:
        """The chunk before the group."""
        return self.chunks[-1] if self.chunks else None

    @property
    def left(self) -> Unit | None:
        """The unit before the group."""
        return self.units[self.first - 1] if self.first else None

    @property
    def right(self) -> Unit | None:
        """The unit after the verb."""
        return self.units[self.main + 1] if self.main + 1 < len(self.units) else None


def _verb_group(units: list[Unit], at: int, starts: Container[int], chunks: list[Chunk]) -> Chunk | None:
    """A casualty verb with its auxiliaries: letter P, A, p, j, g or k; None where no casualty verb begins."""
    verb = _Verb(units, at, starts, chunks)
    if not _read_auxiliaries(verb):
        return None
    main = verb.main
    unit = units[main]
    chunk = Chunk(
        "p",
        at,
        main + 1,
        outcome=unit.entry.outcome if unit.entry else None,
        main=main,
        negated=verb.negated,
        hypothetical=verb.modal,
        weak=unit.cls == "W",
        lose=unit.cls == "l",
    )
    VERBS[unit.cls](verb, unit, chunk)
    return chunk


def _read_auxiliaries(verb: _Verb) -> bool:
    """Reads "may not have been" up to the casualty verb, and says whether there is one."""
    units, starts, i = verb.units, verb.starts, verb.first
    while i < len(units) and i not in starts:
        unit = units[i]
        presumed = "presumed" in unit.senses
        if unit.cls in CASUALTY_VERBS and not presumed:
            verb.main = i
            return True
        if presumed and (i > verb.first or _leads(units, i + 1)):  # "are believed to have", "reported"
            verb.presumed = True
            verb.have = verb.have or unit.low.endswith("to have")
            verb.be = verb.be or "been" in unit.low or unit.low.endswith(" be")
        elif unit.cls == "b":
            verb.be = True
        elif unit.cls == "f" or "doubt" in unit.senses:  # "had", "may have"
            verb.have = True
        elif unit.cls == "w":
            verb.modal = not _is_doubt(units, i)
        elif unit.cls == "n":
            _negation(verb, unit.low.split()[0])
        elif i > verb.first and _is_adverb(unit):
            pass
        elif unit.cls == "T" and i + 1 < len(units) and units[i + 1].cls in "bfy":
            _infinitive(verb, i)
        else:
            return False
        i += 1
    return False


def _is_doubt(units: list[Unit], at: int) -> bool:
    """Whether "may" and "have" are parted by an adverb: "may | also have been killed". Must not: "could also have"."""
    if units[at].low not in ("may", "might") or at + 2 >= len(units):
        return False
    return _is_adverb(units[at + 1]) and units[at + 2].low.startswith("have")


def _is_adverb(unit: Unit) -> bool:
    """Whether a word may stand inside a verb group: "were | mercilessly killed", "were “| killed”"."""
    return (
        "adverb" in unit.senses
        or unit.cls == '"'
        or (unit.low.endswith("ly") and (unit.cls == "x" or unit.text.isupper()))
    )


def _negation(verb: _Verb, head: str) -> None:
    """Reads "not", "were not", "hasn't"."""
    verb.negated = True
    verb.be = verb.be or head in ("was", "were", "is", "are", "wasn't", "weren't", "isn't", "aren't")
    verb.have = verb.have or head in ("has", "have", "had", "hasn't", "haven't", "hadn't")


def _infinitive(verb: _Verb, at: int) -> None:
    """Reads "to kill", "to be killed": plans; "are said to be", "to have killed" are not."""
    following = verb.units[at + 1]
    if at == verb.first and verb.left is not None and "implicative" in verb.left.senses:
        return  # "managed | to kill": done
    planned = verb.modal or following.cls == "y" or (following.low == "be" and not verb.presumed)
    verb.modal = planned and (following.cls == "y" or (at == verb.first and following.low != "have"))


def _leads(units: list[Unit], at: int) -> bool:
    """Whether a casualty verb follows in the verb group that goes on at a unit: "reported | to have been killed".

    Also "have been | reportedly killed".
    """
    while at < len(units) and (
        units[at].cls in "bf~"
        or "adverb" in units[at].senses
        or "presumed" in units[at].senses
        or (units[at].cls == "T" and at + 1 < len(units) and units[at + 1].cls in "bf")
    ):
        at += 1
    return at < len(units) and units[at].cls in "pjiW"


def _intransitive(verb: _Verb, unit: Unit, chunk: Chunk) -> None:
    """Class i: "died", "were among the dead"; without "were", "among the dead" follows its number or opens a list."""
    chunk.letter = "P"
    if unit.low.startswith("among") and not verb.be:
        touches = verb.before is not None and verb.before.group is not None and verb.before.last == verb.first
        chunk.letter = "j" if touches else "I"


def _weak(verb: _Verb, unit: Unit, chunk: Chunk) -> None:
    """Class W: "have fallen"; "destroyed" may be active, as "had destroyed" is."""
    active = unit.low == "destroyed" and not verb.be
    chunk.letter = "P" if not active else "A" if verb.have else "p"


def _participle(verb: _Verb, unit: Unit, chunk: Chunk) -> None:
    """Class p: "were killed", "believed killed"; "have killed"; "killed"."""
    if verb.have and not verb.bare and verb.units[verb.main - 1].low.endswith(("have", "has", "had", "having")):
        chunk.letter = "A"
    else:
        chunk.letter = "P" if verb.be or verb.presumed else "A" if verb.have else "p"


def _adjective(verb: _Verb, unit: Unit, chunk: Chunk) -> None:
    """Class j: "were dead"; "30 dead"; "the dead" without a number; "dead soldiers" is part of a noun group."""
    chunk.letter = "P" if verb.be else "j"
    if verb.be or not verb.bare:
        return
    left, right, before = verb.left, verb.right, verb.before
    if right is not None and right.cls == "T" and verb.main + 2 in verb.starts and unit.low.startswith("with "):
        chunk.letter = "k"  # "killing 32, | with injuries to 20 others"
        return
    if right is not None and right.cls in "vVoRS":
        chunk.letter = "x"
    elif (
        left is not None
        and left.cls in "tsRSX'vV"
        and (before is None or before.group is None or before.last < verb.first)
        and not (
            right is not None
            and "count_verb" not in right.senses
            and (right.cls == "J" or (right.cls == "x" and not right.low.endswith(("ed", "ght", "ly"))))
        )
    ):
        chunk.letter = "k"


def _gerund(verb: _Verb, unit: Unit, chunk: Chunk) -> None:
    """Class g: "killing"; "were killing"."""
    chunk.letter = "A" if verb.be else "g"


def _transitive(verb: _Verb, unit: Unit, chunk: Chunk) -> None:
    """Class y: "kills", "could kill", "blasts kill 20"; "to kill" is a plan, "a kill" a noun."""
    left, right, head = verb.left, verb.right, unit.low.split()[0]
    finite = (
        not verb.bare
        or verb.modal
        or head.endswith(("s", "ed"))
        or head in ("shot", "took", "claimed", "cost", "captured", "lost", "slit", "cut")
    )
    chunk.letter = "A" if finite else "x"
    if left is not None and left.cls == "T":
        managed = verb.first > 1 and "implicative" in verb.units[verb.first - 2].senses
        chunk.letter, chunk.hypothetical = "A", not managed
    joined = _joined_infinitive(verb) if not finite and left is not None and left.cls in "&," else None
    if joined is not None:
        chunk.letter, chunk.hypothetical = "A", joined.hypothetical
    elif not finite and left is not None and left.cls in "vXxEk," and (left.low.endswith("s") or left.cls == ","):
        chunk.letter = "A"  # headlines: "Blasts kill 20, injure 50"
    elif not finite and left is not None and verb.main + 1 in verb.starts:
        placed = left.cls in "AXS" and verb.first > 2 and verb.units[verb.first - 2].cls == "/"
        if _are_several(left) or _is_said_plainly(verb, left) or (placed and _are_several(verb.units[verb.first - 3])):
            chunk.letter = "A"  # "we mourn 2", "Gunmen mow down 9", "Boko Haram execute 11", "Bandits in Oyo abduct 39"
    if not verb.bare:
        return
    if left is not None and left.cls in "tasJ" and unit.low in EVENTS:
        chunk.letter = "k" if "event" in unit.senses else "x"
    elif right is not None and right.cls == "F" and "event" in unit.senses:
        chunk.letter = "k"


WE = frozenset({"we", "they"})
"""Pronouns of several who do what a bare verb says."""


def _is_said_plainly(verb: _Verb, left: Unit) -> bool:
    """Whether "we" or "they" open the clause of a bare verb: "; | we mourn 2"; not "when | they kill 12"."""
    at = verb.first - 1
    opens = at == 0 or verb.units[at - 1].cls in ';:."'
    return left.low in WE and opens and verb.units[-1].low != "?"


def _are_several(unit: Unit) -> bool:
    """Whether a word names people, or an armed group, who do what a bare verb says: "police | kill 12"."""
    return unit.cls == "v" or (unit.cls == "S" and unit.entry is not None and unit.entry.group_kind is not None)


def _joined_infinitive(verb: _Verb) -> Chunk | None:
    """The verb that a bare one goes on with: "managed to kill 1 and | wound 12", "could kill 30 and | wound 50"."""
    for chunk in reversed(verb.chunks):
        if chunk.letter in "c;.r":
            return None
        if chunk.letter == "A":
            return chunk if chunk.last - chunk.first > 1 and verb.units[chunk.main].cls == "y" else None
    return None


EVENTS = frozenset("kill murder wound murders wounds massacres".split())
"""Verbs that are nouns after an article: "a murder"."""


def _loss(verb: _Verb, unit: Unit, chunk: Chunk) -> None:
    """Class l: "lost 30 men"; "30 soldiers lost" without an object is an outcome."""
    chunk.letter = "P" if verb.be else "A"
    before, right = verb.before, verb.right
    if (
        verb.bare
        and before is not None
        and before.letter == "#"
        and before.last == verb.first
        and not (right is not None and (verb.main + 1 in verb.starts or right.cls in "tsa"))
    ):
        chunk.letter, chunk.outcome = "j", "casualties"


VERBS: dict[str, Callable[[_Verb, Unit, Chunk], None]] = {
    "i": _intransitive,
    "W": _weak,
    "p": _participle,
    "j": _adjective,
    "g": _gerund,
    "y": _transitive,
    "l": _loss,
}
"""How the verbs of each class get their letter."""
