"""A number in its sentence: all that a rule may look at, and what it becomes if it counts casualties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from facttrack.chunks import Chunk
from facttrack.groups import Group
from facttrack.lexicon import ARMED_GROUPS
from facttrack.units import Reading, Unit

__all__ = [
    "ASKED",
    "CLOSED",
    "LIVING",
    "MAX_RIVAL",
    "MIN_RIVAL",
    "OTHERS",
    "Candidate",
    "Figure",
    "Mention",
    "Verdict",
    "clause_before",
    "does_else",
    "is_combatant",
    "is_counted",
    "left_office",
    "side_in_front",
]

Figure = tuple[str, int | None]
"""An outcome, and the number that was told of it."""
KIDNAPPING = ("kidnap", "abduct")
"""Begins of verbs of taking people, and nothing else."""
STAFFING = "staffing"
"""The sense of words by which those lost were employed: "budget cuts", "redundancies"."""
MAX_LEAVING = 10
"""Units behind those who leave within which it is told why."""
SUBORDINATE = frozenset("as while despite when who although".split())
"""Words that open what tells of something else."""
OTHERS = "others"
"""In place of an outcome, for those who were counted last and to whom something else happened: refugees, detainees."""
ASKED = 0
"""The size of a figure for which a question asks; nothing that is counted has it."""
NO_TOLL = 2.0
"""How much nearer in size a figure must be than one of the killed, of whom a bare number tells most often."""
MIN_RIVAL, MAX_RIVAL = 3, 3
"""The least number that can be another figure for one told before, and how many times larger or smaller it may be."""
CLOSED = ("", ".", ",", "/", ")", ";")
"""What follows a number whose phrase is at its end."""
PART = re.compile(r"[I6](?:,x?cx?,)?(?:[xv]F?)?$")
TO_DEATH = ("dead", "to death")
"""What follows those whom somebody killed by what need not kill."""
FALLING = frozenset(["fell", "fallen", "have fallen", "has fallen", "had fallen"])
ONTO = tuple(
    "onto into off over through down out from to behind asleep ill sick short silent foul victim under apart".split()
)
"""What follows those who fell and did not die by it."""
MAX_SIDE = 4
"""Units of "the Armenian side" behind "on"."""
MANY_FALLEN = 50
"""People of a nation who "fell in" anything: so many play no tennis."""
MAX_LOST = 4
"""Units behind "lost" in which it is told where: "in the battle"."""
MAX_FALL = 6
"""Units behind "fell" in which the arms are named to which somebody fell."""
WEAK_BLOWS = frozenset(["hit", "wiped out", "wipes out", "wiping out"])
"""Words that tell of casualties only beside others that do."""
ANYBODY = frozenset(["people", "persons", "members"])
"""Nouns for whom an army or an armed group loses."""
CAMERAS = frozenset("camera cameras footage video videos cctv photograph photographer photo photos image film".split())
"""What captures people in pictures."""
MAX_CAMERA = 4
"""Units of "cameras at the station" before the verb."""
LIVING = frozenset("survive survives survived surviving".split())
MAX_LIVING = 4
"""Units behind "were shot" in which a word may tell that those survived."""
KIN = frozenset("sons daughters children brothers sisters siblings parents relatives cousins grandchildren kin".split())
"""Those whom nobody loses but by death: "who lost two sons"."""
LEAVING = frozenset(
    "rivals rival jobs job injury injuries retirement competitors illness emigration resignation resignations "
    "suspension suspensions follow-up competition cards desertion desertions defection defections amnesty "
    "demobilisation demobilization".split()
)
"""To what those are lost who are neither dead nor hurt in a war."""


@dataclass(slots=True)
class Mention:
    """A number of casualties: what `find_mentions` gives, before anyone asks who said it."""

    group: Group
    outcome: str
    cue: tuple[int, int]
    """Units of the casualty word."""
    rule: str
    part: bool = False
    shared: Mention | None = None
    """The mention whose outcome (and noun, if this one has none) this one shares."""
    voice: str = ""
    """`active` where the victims are the object of a casualty verb, else empty."""
    inherited: bool = False
    """Whether the casualty word belongs to another number, or to a sentence before."""
    attack: tuple[str | None, str | None] | None = None
    """The side that caused it and the side that was hit, once somebody asked: see `attacks.attack_of`."""


class Candidate:
    """A number in its sentence: all that a rule may look at.

    `left` are the letters before the number's chunk, `rest` is where those after it begin, `follow` is the first of
    them. `last` is the mention before this number, at chunk `last_at`; `context` is the outcome that the text before
    the sentence spoke of, `figures` are those of it and of this sentence so far, the last `recent` of them of this
    sentence and the last one that had any.
    """

    __slots__ = (
        "at",
        "chunk",
        "chunks",
        "context",
        "figures",
        "follow",
        "group",
        "last",
        "last_at",
        "left",
        "letter",
        "line",
        "others",
        "part",
        "reading",
        "recent",
        "rest",
        "units",
    )

    def __init__(
        self,
        reading: Reading,
        chunks: list[Chunk],
        line: str,
        at: int,
        group: Group,
        last: Mention | None,
        last_at: int,
        context: str | None,
        figures: Sequence[Figure],
        recent: int,
    ) -> None:
        self.reading, self.chunks, self.line, self.at, self.group = reading, chunks, line, at, group
        self.last, self.last_at, self.context = last, last_at, context
        self.figures, self.recent = [figure for figure in figures if figure[0] != OTHERS], recent
        self.others = next((size for outcome, size in figures if outcome == OTHERS), None)
        self.units, self.chunk, self.letter = reading.units, chunks[at], line[at]
        self.left, self.rest, self.follow = line[:at], at + 1, line[at + 1 : at + 2]
        self.part = group.part or PART.search(self.left) is not None

    def before(self, pattern: re.Pattern[str]) -> Chunk | None:
        """The chunk of the casualty word that a pattern finds before the number."""
        found = pattern.search(self.left)
        return self.chunks[found.start("verb")] if found else None

    def mention(self, word: Chunk, rule: str) -> Mention | None:
        """The number under the outcome of a casualty word."""
        if not word.outcome:
            return None
        return Mention(self.group, word.outcome, (word.first, word.last), rule, part=self.part)

    def of_verb(self, verb: Chunk, rule: str, voice: str = "") -> Mention | None:
        """The number as subject or object of a casualty verb; None for negated, planned and ill-fitting verbs."""
        if verb.negated and self.group.quantity.kind != "zero":
            return None
        outcome = verb.outcome
        if verb.hypothetical or outcome is None:
            return None
        kind = self.group.quantity.kind
        if verb.weak and voice != "active" and verb.last < len(self.units) and self.units[verb.last].cls == "0":
            return None  # "a contractor | fell 5,600 trees", "shares | fell 4.2 percent"
        if (
            outcome == "captured"
            and voice == "active"
            and kind in ("article", "both")
            and self.context is None
            and self.last is None
            and not self.units[verb.main].low.startswith(KIDNAPPING)
        ):
            return None  # "captures a family", "held both": of pictures and views more often than of people
        doers = self.units[max(0, verb.first - MAX_CAMERA) : verb.first]
        if outcome == "captured" and voice == "active" and any(unit.low in CAMERAS for unit in doers):
            return None
        if self.units[verb.last - 1].low == "buried" and (
            kind in ("article", "zero") or (self.group.quantity.best == 2 and self.told is None)
        ):
            return None  # "a couple has been buried together in one grave"
        if self.units[verb.last - 1].low in FALLING and self._fell_down(verb):
            return None
        if verb.weak and not is_combatant(self.units, self.group) and not self._fell_as_a_people(verb):
            told = self.letter == "0" and self.context == "killed" and self.units[verb.last - 1].low == "fallen"
            if not told or self.group.quantity.best in (None, 1):
                return None
        if outcome == "casualties" and self.units[verb.main].low == "shot":
            outcome = "wounded" if self._survived(verb) else "killed" if self._killed_too(verb) else self.shot()
        if voice == "active" and " ".join(u.low for u in self.units[self.group.last : self.group.last + 2]).startswith(
            TO_DEATH
        ):
            outcome = "killed"  # "a man stabs | two people to death"
        hit = outcome == "wounded" and self.units[verb.main].low.startswith("hit")
        hurt = self.units[0].low.endswith(("wounded", "injured"))  # "Among the injured is | a man who was hit"
        if hit and self.part and self.told == "killed" and not hurt:
            outcome = "killed"  # "ten dead, | four of them hit by their own tanks"
        if verb.lose:
            if rule == "postposed" and verb.letter == "j" and self._are_soldiers() and self._in_war(verb.last):
                return Mention(self.group, "casualties", (verb.first, verb.last), rule, part=self.part)
            owns = self.letter == "0" and self.follow == "F" and (self._are_own() or self._of_troops())
            passive = voice != "active" and any(u.cls == "b" for u in self.units[verb.first : verb.last])
            if passive and self.told and self.group.head is not None and is_combatant(self.units, self.group):
                gone = "contact" in [u.low for u in self.units[max(0, self.group.first - 2) : self.group.first]]
                outcome = "missing" if gone else outcome  # "contact with eight men | had been lost"
                return Mention(self.group, outcome, (verb.first, verb.last), rule, part=self.part)
            bare = self.group.head is None and not (
                owns or (self.letter == "0" and self.follow in CLOSED and self.context)
            )
            if bare or voice != "active" or self._is_to_lose(verb):
                return None
            if self.group.head is None:
                spoken = self.context or (self.last.outcome if self.last is not None else "")
                outcome = "killed" if spoken == "killed" else "casualties"
                return Mention(self.group, outcome, (verb.first, verb.last), rule, part=self.part, voice=voice)
            outcome = "casualties" if is_combatant(self.units, self.group) else "killed"
            head = self.units[self.group.head].low.split()[-1]
            if head in ANYBODY and not self._went_elsewhere(self.group) and self._is_army(self._loser(verb)):
                return Mention(self.group, "casualties", (verb.first, verb.last), rule, part=self.part, voice=voice)
            kin = head in KIN
            athletes = "athlete" in self.units[self.group.head].senses
            if outcome == "killed" and athletes and not any("of_war" in unit.senses for unit in self.units):
                return None  # "the Jaguars have lost two key players, and four more were hurt"
            if outcome == "killed" and not kin and not self.tells_of_casualties(verb, strict=True):
                return None  # "the company lost 1,200 engineers": they left
            if self._went_elsewhere(self.group) or left_office(self.reading, self.group):
                return None
        if self.units[verb.main].low in WEAK_BLOWS and not self.tells_of_casualties(verb):
            armed = self.group.head is not None and is_combatant(self.units, self.group)
            if not armed:
                return None  # "hackers hit 3,000 customers", "the sell-off wiped out 2,000 traders"
        if outcome == "captured" and self.group.unknown and voice == "active" and not self.tells_of_casualties(verb):
            return None  # "captured 11 turnovers"
        if voice == "active" and outcome in ("wounded", "captured") and self._did_more(verb):
            outcome = "casualties"
        return Mention(self.group, outcome, (verb.first, verb.last), rule, part=self.part, voice=voice)

    def _loser(self, verb: Chunk) -> Unit:
        """The unit of who lost somebody, before "who" too: "the | Tigers, who lost"."""
        at = verb.first - 1
        if at > 1 and self.units[at].low in ("it", "they"):  # "the front said | it lost four members"
            at -= 1 + (self.units[at - 1].cls == "r")
            at -= at > 0 and self.units[at].cls == "c"
            at -= at > 0 and self.units[at].cls == ","
        if at > 1 and self.units[at].cls == "r":
            at -= 2 if self.units[at - 1].cls == "," else 1
        return self.units[at]

    def _did_more(self, verb: Chunk) -> bool:
        """Whether "killed" has the same object as a verb behind it: "killed, wounded or | captured 7,800 troops".

        Must not: "wounded and | captured 7,800", who are captives; "stabbed and | killed 12".
        """
        at, killed = verb.first - 1, False
        while at > 0 and self.units[at].cls in ",&" and self.units[at - 1].cls in ",pgyW":
            entry = self.units[at - 1].entry
            killed = killed or (entry is not None and entry.outcome == "killed")
            at -= 1 if self.units[at - 1].cls == "," else 2
        return killed

    def _is_army(self, unit: Unit) -> bool:
        """Whether a word names those whose people are soldiers: "the enemy", "the army", "the occupiers", "the ELN"."""
        entry = unit.entry
        return unit.low == "enemy" or (
            entry is not None
            and (
                (unit.cls in "vVYJ" and (entry.stance == "enemy" or entry.source_kind == "military"))
                or (unit.cls == "S" and entry.group_kind in ARMED_GROUPS)
            )
        )

    def _went_elsewhere(self, group: Group) -> bool:
        """Whether those lost only left: "lost 1,100 officers | to other jobs"; not "lost 12 men | to enemy fire"."""
        after = self.units[group.last : group.last + 4]
        if not after or after[0].cls != "T":
            return False
        return any(unit.low.split()[-1] in LEAVING for unit in after[1:])

    def _are_own(self) -> bool:
        """Whether "of its own" follows: "India lost | five of its own"."""
        after = self.units[self.group.last : self.group.last + 2]
        return len(after) == 2 and after[1].cls == "s" and after[1].low.endswith("own")

    def _of_troops(self) -> bool:
        """Whether "of its 400 fighters" follows, who did not just leave: "lost | 70 of its 400 fighters"."""
        troops = self.chunks[self.at + 2].group if self.at + 2 < len(self.chunks) else None
        return troops is not None and is_combatant(self.units, troops) and not self._went_elsewhere(troops)

    def _fell_as_a_people(self, verb: Chunk) -> bool:
        """Whether people of a nation or band fell: "10,000 Ethiopians | had fallen at Tsorona"; not "had fallen ill".

        Of those who are "its own" too: "nine of their own | had fallen".
        """
        head, end = self.group.head, verb.last
        own = head is None and self.units[self.group.last - 1].low.endswith(" own")
        if not (own or (head is not None and self._is_nation_or_band(head))) or self.units[end - 1].low not in (
            "fallen",
            "have fallen",
            "fell",
        ):
            return False
        if self.units[end - 1].low == "fell" and end < len(self.units) and self.units[end].low in ("in", "on"):
            behind = self.units[end + 1 : end + 5]
            dated = any(u.cls in "ANU" or "of_war" in u.senses or "neutral_attack" in u.senses for u in behind)
            if (self.group.quantity.best or 0) < MANY_FALLEN or not dated:
                return False  # "the last two Argentines | fell in straight sets", "60 Brazilians fell in love"
        return self.group.quantity.best not in (None, 1) and (
            end >= len(self.units) or self.units[end].cls in ",.;/]&" or self.units[end].low == "since"
        )

    def _is_nation_or_band(self, at: int) -> bool:
        """Whether a unit names a people or those who fight: "Eritreans", "peshmerga"."""
        unit = self.units[at]
        return unit.cls == "R" or (unit.cls == "S" and unit.entry is not None and unit.entry.group_kind is not None)

    @property
    def told(self) -> str | None:
        """The outcome that was told last, in this sentence or before it; None where nobody died or was hurt yet."""
        return self.last.outcome if self.last is not None else self.context

    @property
    def asked(self) -> bool:
        """Whether the sentence before asked for a number, and nothing was counted since."""
        return self.last is None and bool(self.figures) and self.figures[-1][1] == ASKED

    def _are_soldiers(self) -> bool:
        """Whether soldiers are told to be "lost": "spoke of | 12 soldiers lost at Kargil"; "men" only beside others."""
        head = self.units[self.group.head].low if self.group.head is not None else ""
        several = (self.group.quantity.best or 0) != 1
        return several and is_combatant(self.units, self.group) and (head != "men" or self.told is not None)

    def _in_war(self, at: int) -> bool:
        """Whether those "lost" are so to a war: "12 soldiers lost |", "lost in the battle"; not "in the woods"."""
        after = self.units[at : at + MAX_LOST]
        if not after or after[0].cls in ".,;" or after[0].low in ("so far", "there"):
            return True
        war = any("neutral_attack" in unit.senses or "of_war" in unit.senses for unit in after)
        return after[0].cls in "/]" and (war or any(unit.cls in "AS" for unit in after[1:3]))

    def _is_to_lose(self, verb: Chunk) -> bool:
        """Whether somebody may lose men: "is | to lose 12 men". Must not: "admitted | to losing 12 men"."""
        return self.units[verb.main - 1].cls == "T" and not self.units[verb.main].low.endswith("ing")

    def _survived(self, verb: Chunk) -> bool:
        """Whether those who were shot live, by what stands behind: "were shot, but | survived".

        Must not: "were shot, survivors said", "were shot and one survived".
        """
        for unit in self.units[verb.last : verb.last + MAX_LIVING]:
            if unit.low in LIVING:
                return True
            if unit.cls not in ",&bfur~":
                return False
        return False

    def _fell_down(self, verb: Chunk) -> bool:
        """Whether people fell and did not die by it: "both men | fell onto the tracks".

        Must not: "eight Marines | fell to enemy fire".
        """
        behind = self.units[verb.last : verb.last + MAX_FALL]
        if not " ".join(unit.low for unit in behind[:2]).startswith(ONTO):
            return False
        by_arms = behind[0].low in ("to", "victim") and any(
            unit.low == "fire" or "of_war" in unit.senses or "neutral_attack" in unit.senses for unit in behind
        )
        return not (by_arms and is_combatant(self.units, self.group))

    def _killed_too(self, verb: Chunk) -> bool:
        """Whether a verb of killing is joined to "shot": "were shot and | hacked to death"."""
        after = self.units[verb.last : verb.last + 2]
        entry = after[1].entry if len(after) == 2 and after[0].cls == "&" and after[1].cls in "pi" else None
        return entry is not None and entry.outcome == "killed"

    def shot(self) -> str:
        """What became of those who "were shot", by what was told beside it; a sentence before can only tell of dead."""
        if self.part and self.units[self.group.last - 1].low == "of the dead":
            return "killed"
        told = self.told
        return told if told == "killed" or (told == "wounded" and self.last is not None) else "casualties"

    def tells_of_casualties(self, verb: Chunk, strict: bool = False) -> bool:
        """Whether a casualty or an attack is spoken of elsewhere: "lost 20 people" alone may tell of staff who left.

        With `strict`, a sentence before has to tell of killed.
        """
        if self.last is not None or (self.context is not None and (not strict or self.context == "killed")):
            return True
        return any(
            unit.cls in "pPjkKLg" or not unit.senses.isdisjoint(("neutral_attack", "attack_verb"))
            for i, unit in enumerate(self.units)
            if not verb.first <= i < verb.last
        )

    def verbs_beside(self) -> list[Chunk]:
        """The casualty verbs next to the number, behind it and before it, with no other number between."""
        found: list[Chunk] = []
        for chunks in (self.chunks[self.at + 1 :], self.chunks[: self.at][::-1]):
            for chunk in chunks:
                if chunk.group is not None:
                    break
                if chunk.letter in "PApgj":
                    found.append(chunk)
                    break
        return found

    def outcome_told(self) -> str | None:
        """The outcome that a bare number goes on with: of the figure of its size, as far as sizes tell.

        Covers: "killed 72 and wounded 127. The last figure had been | 65", "61 killed and 120 wounded; the rebels
        put the number at | 90": killed.
        """
        quantity = self.group.quantity
        own = quantity.best or quantity.high or quantity.low
        told = self.told
        if told is None or not own:
            return told
        for figures in (self.figures[-self.recent :] if self.recent else (), self.figures):
            sized = [
                (max(own / size, size / own) * (1 if outcome == "killed" else NO_TOLL), outcome)
                for outcome, size in reversed(figures)
                if size
            ]
            best = min(sized, key=lambda one: one[0], default=None)
            if best is not None and (best[0] <= MAX_RIVAL or figures is self.figures):
                return best[1]
        return told

    def counts_others(self) -> bool:
        """Whether a tally is of those counted last, who fled or are held: "600,000 fled; the total is | a million"."""
        quantity = self.group.quantity
        own = quantity.best or quantity.high or quantity.low
        if not self.others or not own or self.last is not None:
            return False
        ratio = max(own / self.others, self.others / own)
        return ratio <= MAX_RIVAL and all(max(own / size, size / own) >= ratio for _, size in self.figures if size)

    def inherit(self, outcome: str, rule: str, part: bool = False) -> Mention:
        """The number under the outcome of the mention before, or of the text before the sentence."""
        cue = self.last.cue if self.last is not None else (self.group.first, self.group.first)
        return Mention(self.group, outcome, cue, rule, part=part, shared=self.last, inherited=True)


Verdict = Mention | Literal[False] | None
"""What a rule says of a number: a mention; False, it is certainly none; None, ask the next rule."""


def clause_before(number: Candidate) -> list[Unit]:
    """The units between the last mark and the number."""
    first = clause = number.group.first
    while clause > 0 and number.units[clause - 1].cls not in ",;.:":
        clause -= 1
    return number.units[clause:first]


def side_in_front(units: list[Unit], first: int) -> list[Unit]:
    """The units of "on our side" with which the clause of a number opens, and nothing else stands before it."""
    end = first
    while end > 0 and units[end - 1].cls in ",:h":
        end -= 1
    if end < 3 or units[end - 1].low not in ("side", "sides"):
        return []
    start = next((i for i in range(end - 2, max(-1, end - 2 - MAX_SIDE), -1) if units[i].low == "on"), None)
    opens = start is not None and (start == 0 or units[start - 1].cls in '";.:-')
    return units[start:end] if opens else []


def does_else(number: Candidate) -> bool:
    """Whether many with whom a sentence opens do something else: "| Hundreds filed past the coffin of a hero who died".

    Must not: "| Hundreds feared dead", "| Dozens were shot".
    """
    if number.left or number.letter != "0" or number.group.quantity.kind != "vague":
        return False
    verb = number.units[number.group.last : number.group.last + 1]
    return bool(verb) and verb[0].cls == "x" and not verb[0].senses and verb[0].low.endswith("ed")


def is_combatant(units: list[Unit], group: Group) -> bool:
    """Whether the noun of a group is of soldiers or fighters; "men" are taken for it too."""
    head = units[group.head] if group.head is not None else None
    return (
        head is not None
        and head.entry is not None
        and (head.entry.victim_class == "combatant" or head.entry.stance == "own" or head.low == "men")
    )


def left_office(reading: Reading, group: Group) -> bool:
    """Whether those "lost" only left, by what stands near them: "the loss of | 16,000 officers to budget cuts".

    Must not: "lost | 300 men as Congress delayed the budget", "lost | 12 officers in the attack despite staffing".
    """
    if STAFFING not in reading.senses:
        return False
    behind = reading.units[group.last : group.last + MAX_LEAVING]
    clause = list(takewhile(lambda unit: unit.cls not in "r;." and unit.low not in SUBORDINATE, behind))
    armed = any("of_war" in unit.senses or "neutral_attack" in unit.senses for unit in clause)
    before = any(STAFFING in unit.senses for unit in reading.units[: group.first])
    return not armed and (before or any(STAFFING in unit.senses for unit in clause))


def is_counted(units: list[Unit], first: int, last: int) -> bool:
    """Whether words between "losses" and a bare number are of counting ("put … at", "of", "stood at", ":")."""
    if first >= last:
        return False
    end = units[last - 1]
    return (
        end.cls in "F:-T(b" or end.low.split()[-1] == "at" or any("count_verb" in u.senses for u in units[first:last])
    )
