"""Who fights whom, and which war each row of a claims table belongs to.

First come the wars that data/lexicon/wars.csv knows, where the table speaks of them; then what the table shows by
itself: sides that claim each other's losses. Fronts that are told together are one war.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from facttrack.figures import Row, rows_of
from facttrack.lexicon import lexicon, read_table

__all__ = ["ACCUSING_KINDS", "BODIES", "WAR_JOINER", "Evidence", "Wars", "find_opponents", "group_of", "wars_of"]

MERGE_SHARE = 0.5
"""Two fronts that share a side are one war if this share of the rarer front's documents speaks of both."""
MERGE_SHARE_OF_LARGER = 0.2
"""A side of the rarer front gives the war its name only if this share of the larger front's documents speaks of both:
one article on a third army does not rename a war. Where a side has two wars and neither source nor document tells which
is meant, one this much rarer is left aside."""

WAR_JOINER = " – "
ACCUSING_KINDS = frozenset({"official", "military", "media"})
"""Source kinds that speak for a side that may be fighting (media only where they have a side: state media)."""
BODIES = frozenset({"United Nations", "European Union", "African Union", "NATO", "OSCE", "Red Cross", "Arab League"})
"""Bodies that comment on wars: belligerents only where they accuse a side that accuses them of losses too."""
ASSESSING = re.compile(r"\b(?:estimat|assess|believ|intelligence|analys)", re.IGNORECASE)
"""Words of a bystander. A lone claim made in them does not show its speaker to be the enemy."""
REBEL_KINDS = frozenset({"insurgent", "separatist"})
"""Kinds of groups, in the lexicon, that fight the state whose country is given with them."""


def find_opponents(frame: pd.DataFrame, *, opposed: Iterable[tuple[str, str]] = ()) -> set[frozenset[str]]:
    """The pairs of sides that fight each other, of those that the table speaks of.

    A side *accuses* another when its officials, military or state media claim losses (above 0) among the other's
    non-civilians (an armed group, of its own country's combatants only); it does so *outright* in words other than a
    bystander's (`ASSESSING`). Two sides are opposed

    1. if `opposed` names them;
    2. if data/lexicon/wars.csv knows of their war in that year, and the table speaks of it: one of them of the other's
       losses, or one document of soldiers that one of them lost, and of the other;
    3. if each accuses the other;
    4. if a side outright accuses another and is an armed group, or accuses a rebel group of its own country;
    5. if one accuses the other, whom the lexicon knows in no war of this table, and one document speaks of losses of
       both (bodies that comment on wars, `BODIES`, by the ways above only);
    6. failing that, if the victims' side has no opponent yet and exactly one side accuses it outright. Of several,
       those opposed to somebody by the rules above go first; with two or more left, nobody is guessed.

    Returns a set of frozensets of two names. Raises `TableError` if `frame` is no claims table.
    """
    return Evidence().read(rows_of(frame)).opponents(opposed)


class Evidence:
    """What a table shows of who fights whom. Parts of a table may be read one by one, if each has whole documents."""

    def __init__(self) -> None:
        self.sides: set[str] = set()
        self.documents: Counter[frozenset[str]] = Counter()
        """How many documents name just these sides: all that the wars' names need to know of them."""
        self._accusations: set[tuple[str, str]] = set()
        self._outright: set[tuple[str, str]] = set()
        self._together: set[tuple[str, str]] = set()
        """Sides of whose losses one document speaks."""
        self._known: set[frozenset[str]] = set()

    def read(self, rows: Sequence[Row]) -> Evidence:
        self._known |= _known_wars(rows)
        mentioned: dict[str, set[str]] = defaultdict(set)
        losses: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            mentioned[row.document].update(side for side in (row.source_side, row.victim_side) if side)
            if row.victim_side and row.victim_class != "civilian":
                losses[row.document].add(row.victim_side)
            if row.source_side and row.victim_side and _accuses(row):
                self._accusations.add((row.source_side, row.victim_side))
                if row.source_side not in BODIES and not ASSESSING.search(row.sentence):
                    self._outright.add((row.source_side, row.victim_side))
        self.documents.update(map(frozenset, mentioned.values()))
        self.sides.update(*mentioned.values())
        self._together |= {(one, other) for sides in losses.values() for one in sides for other in sides}
        return self

    def opponents(self, opposed: Iterable[tuple[str, str]] = ()) -> set[frozenset[str]]:
        """The pairs that `find_opponents` finds."""
        pairs = {frozenset(pair) for pair in opposed if len(set(pair)) == 2} | self._known
        settled = frozenset[str]().union(*self._known)
        for speaker, victims in self._accusations:
            both_ways = (victims, speaker) in self._accusations
            told_together = (speaker, victims) in self._together
            together = told_together and speaker not in BODIES and victims not in settled
            outright = (speaker, victims) in self._outright
            if both_ways or together or (outright and _is_armed_conflict(speaker, victims)):
                pairs.add(frozenset((speaker, victims)))
        belligerents = frozenset[str]().union(*pairs)
        candidates: dict[str, set[str]] = defaultdict(set)
        for speaker, victims in self._outright:
            if victims not in belligerents:
                candidates[victims].add(speaker)
        for victims, speakers in candidates.items():
            likely = speakers & belligerents or speakers
            if len(likely) == 1:
                pairs.add(frozenset((victims, *likely)))
        return pairs


def _known_wars(rows: Sequence[Row]) -> set[frozenset[str]]:
    """The wars of the lexicon of which the table speaks. An earthquake in two countries is none."""
    wars = _wars_by_side()
    mentioned: dict[str, set[str]] = defaultdict(set)
    silent: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        mentioned[row.document] |= {side for side in (row.source_side, row.victim_side) if side}
        if row.kind != "count" and row.source_side:
            silent[row.document].add(row.source_side)
    found = set()
    for row in rows:
        side = row.victim_side
        if not side or side not in wars:
            continue
        # Of soldiers everybody here may be the enemy; of others, only who speaks of them, or will not.
        spoken = {row.source_side, *silent[row.document]}
        others = mentioned[row.document] if row.victim_class == "combatant" else spoken
        for opponent, since, until in wars[side]:
            if opponent in others and _is_at_war(row.day, since, until):
                found.add(frozenset((side, opponent)))
    return found


@functools.cache
def _wars_by_side() -> Mapping[str, list[tuple[str, str, str]]]:
    both: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for side, wars in lexicon().wars.items():
        for opponent, since, until in wars:
            both[side].append((opponent, since, until))
            both[opponent].append((side, since, until))
    return both


def _is_at_war(day: int | None, since: str, until: str) -> bool:
    """Whether a day lies between two years or ISO dates, both included; an undated row proves nothing against it."""
    if day is None:
        return True
    date = dt.date.fromordinal(day).isoformat()
    return date[: len(since)] >= since and (not until or date[: len(until)] <= until)


def _is_armed_conflict(speaker: str, victims: str) -> bool:
    rebels, _ = group_of(victims)
    return group_of(speaker)[0] not in ("", "alliance") or (rebels in REBEL_KINDS and speaker in group_of(victims)[1])


def group_of(side: str | None) -> tuple[str, tuple[str, ...]]:
    """The kind and the countries of an armed group; empty for states, although units of theirs are listed as groups."""
    return ("", ()) if side is None or side in _states() else lexicon().groups.get(side, ("", ()))


@functools.cache
def _states() -> frozenset[str]:
    return frozenset(row["side"] for row in read_table("sides"))


def _accuses(row: Row) -> bool:
    return (
        row.kind == "count"
        and row.source_side != row.victim_side
        and (row.victim_class == "combatant" or row.victim_side not in group_of(row.source_side)[1])
        and row.source_kind in ACCUSING_KINDS
        and row.victim_class != "civilian"
        and (row.best, row.high) != (0, 0)
    )


def wars_of(frame: pd.DataFrame, *, opposed: Iterable[tuple[str, str]] = ()) -> pd.Series[str]:
    """The war that each row belongs to: a `string` Series on the frame's index, for counts, silences and denials alike.

    Each pair of `find_opponents` is a front. Fronts that share a side are one war if at least half (`MERGE_SHARE`) of
    the documents of the rarer one speak of both. So "Hamas – Israel" and "Israel – Palestine" become one war, and
    America's wars elsewhere stay their own. A war's name is its sides, sorted; those of a rare front, under a fifth
    (`MERGE_SHARE_OF_LARGER`) of the larger one's documents, go with the war and are not in its name. A row goes

    1. with the one war of its victims' side; of several, with the one that the source's side points to, else the
       document, else the one that fills five times the documents of each other;
    2. without a victims' side, with the one war of its document; a silence or denial also with its source's side's;
    3. else under the name of the victims' side alone ("Turkey"), or, where no side is named, nowhere (`<NA>`).

    Raises `TableError` if `frame` is no claims table.
    """
    rows = rows_of(frame)
    names = Wars(rows, Evidence().read(rows), opposed).names
    return pd.Series(names, index=frame.index, dtype="string[python]", name="war")


class Wars:
    """The wars of a table: `names[i]` for row i, and `opponents[side]`. The rows may be some documents of the table."""

    def __init__(self, rows: Sequence[Row], evidence: Evidence, opposed: Iterable[tuple[str, str]] = ()) -> None:
        pairs = evidence.opponents(opposed)
        self.opponents: dict[str, set[str]] = defaultdict(set)
        for pair in pairs:
            for side in pair:
                self.opponents[side] |= pair - {side}
        documents = _Documents(evidence.documents)
        self._wars_with: dict[str, list[frozenset[str]]] = defaultdict(list)
        self._weights: dict[frozenset[str], int] = {}
        self._war_names = _merge_fronts(pairs, documents)
        for war in self._war_names:
            fought_in = [documents.of(one, other) for one in war for other in war & self.opponents[one]]
            self._weights[war] = documents.count(set[frozenset[str]]().union(*fought_in))
            for side in sorted(war):
                self._wars_with[side].append(war)
        self._mentioned: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            self._mentioned[row.document].update(side for side in (row.source_side, row.victim_side) if side)
        self.names = [self._name(row) for row in rows]

    def _name(self, row: Row) -> str | None:
        here = self._mentioned[row.document]
        if not row.victim_side:
            around = {war for side in here for war in self._wars_with.get(side, []) if len(war & here) > 1}
            if len(around) != 1 and row.kind != "count":
                around = set(self._wars_with.get(row.source_side or "", []))
            return self._war_names[next(iter(around))] if len(around) == 1 else None
        wars = self._wars_with.get(row.victim_side, [])
        if len(wars) > 1:
            by_source = [war for war in wars if row.source_side != row.victim_side and row.source_side in war]
            by_document = [war for war in wars if (war - {row.victim_side}) & here]
            by_weight = [war for war in wars if self._outweighs(war, wars)]
            wars = next((some for some in (by_source, by_document, by_weight) if len(some) == 1), [])
        return self._war_names[wars[0]] if wars else row.victim_side

    def _outweighs(self, war: frozenset[str], wars: Sequence[frozenset[str]]) -> bool:
        weight = self._weights[war] * MERGE_SHARE_OF_LARGER
        return all(weight >= self._weights[other] for other in wars if other != war)


class _Documents:
    """Documents by the sides that they name: all that name the same ones count as one kind."""

    def __init__(self, numbers: Mapping[frozenset[str], int]) -> None:
        self._numbers = numbers
        self._with: dict[str, set[frozenset[str]]] = defaultdict(set)
        for kind in numbers:
            for side in kind:
                self._with[side].add(kind)

    def of(self, *sides: str) -> set[frozenset[str]]:
        """The kinds that name all these sides."""
        return set.intersection(*(self._with.get(side, set()) for side in sides))

    def count(self, kinds: Iterable[frozenset[str]]) -> int:
        return sum(self._numbers[kind] for kind in kinds)


def _merge_fronts(pairs: set[frozenset[str]], documents: _Documents) -> dict[frozenset[str], str]:
    """The wars, each as all of its sides, with their names."""
    fronts = sorted(pairs, key=sorted)
    on = {front: documents.of(*front) for front in fronts}
    size = {front: documents.count(on[front]) for front in fronts}
    leader = {front: front for front in fronts}

    def find(front: frozenset[str]) -> frozenset[str]:
        while leader[front] != front:
            front = leader[front]
        return front

    rare: list[tuple[int, int, frozenset[str], frozenset[str]]] = []
    for front, other in _neighbours(fronts):
        shared = documents.count(on[front] & on[other])
        rarer, larger = sorted((front, other), key=size.__getitem__)
        if not shared or shared < MERGE_SHARE * size[rarer]:
            continue
        if shared >= MERGE_SHARE_OF_LARGER * size[larger]:
            leader[find(front)] = find(other)
        else:
            rare.append((-shared, -size[larger], rarer, larger))
    joined: dict[frozenset[str], list[frozenset[str]]] = defaultdict(list)
    for front in fronts:
        joined[find(front)].append(front)
    largest = {war: max(size[front] for front in joined[war]) for war in joined}
    # A rare war goes with one larger war, and never makes two others one.
    host: dict[frozenset[str], frozenset[str]] = {}
    for _, _, rarer, larger in sorted(rare, key=lambda one: (one[:2], sorted(one[2]), sorted(one[3]))):
        if largest[find(rarer)] < largest[find(larger)]:
            host.setdefault(find(rarer), find(larger))
    sides: dict[frozenset[str], set[str]] = defaultdict(set)
    for war, its_fronts in joined.items():
        main = war
        while main in host:
            main = host[main]
        sides[main] |= frozenset[str]().union(*its_fronts)
    names = {war: _war_name(frozenset[str]().union(*joined[war])) for war in sides}
    return {frozenset(sides[war]): names[war] for war in sorted(sides, key=lambda war: sorted(sides[war]))}


def _neighbours(fronts: Sequence[frozenset[str]]) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The pairs of fronts that share a side."""
    by_side: dict[str, list[frozenset[str]]] = defaultdict(list)
    for front in fronts:
        for side in front:
            by_side[side].append(front)
    for side in sorted(by_side):
        for i, front in enumerate(by_side[side]):
            for other in by_side[side][:i]:
                yield front, other


def _war_name(war: frozenset[str]) -> str:
    return WAR_JOINER.join(sorted(war, key=lambda side: (side.casefold(), side)))
