"""The silences and denials of a claims table, and the claims that each of them answers.

A silence about a side's losses as such ("has given no casualty count") answers every claim of its document about them;
one about a claim ("has not commented on the figure"), like a denial, answers the speaker of that claim, and where its
words point back at one thing told ("denied it", "called the figure a lie"), only what was told there (`_Told`).
Where a document tells of several places, a silence about one attack ("did not say how many died") answers the claims
of the place that was told of last.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facttrack.figures import MILITARY_WORDS, PLACE_NOISE, Figure, Row, covers, losses_named, same_place, words_of

__all__ = ["MAX_SILENCE_DAYS", "Silences"]

MAX_SILENCE_DAYS = 7
"""Days over which "gives no count of its military losses" in one document answers a running total in another."""
MAX_ANSWER_CHARACTERS = 200
"""A figure this near behind a denial by the same side, with nobody else's between, is what it says instead: "denied
it. It said that nine had died"."""

SILENT_KINDS = frozenset({"official", "military", "emergency", "media", "unnamed", "witness"})
"""Source kinds whose silence is a side's silence. The Red Cross without an estimate withholds nothing."""
POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "own", "my"})
"""Words by which a silence is about the silent party's own losses only. "Has given no casualty count" is about all."""
RESPONDING = re.compile(r"\b(?:respon|react|comment|address).*\b(?:number|figure|claim|estimate|tally|report)")
"""Words by which a silence is about one speaker's figures ("has not commented on those numbers") and not about all."""
POINTING = re.compile(
    r"""\b(?:it|this)\b | \bthat\W*$ | ^(?:is|was)\b
    | \b(?:call|brand|describ|label|dismiss|reject|refut|disput|contest|accept|brush|wav|scoff|laugh)\w*
    (?:\ (?:at|off))?\ that\b
    | \b(?:figure|number|toll|total|count|tally|sum|claim|report|account|accusation|allegation|assertion|statement
    |estimate)\b(?!\ of\ (?!\d))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that point back at one thing told, not at "the figures", "the number of dead" or the fact of deaths."""
OF_ONE_ATTACK = re.compile(
    r"^(?:.*\bit )?(?:did(?:n't)?|gave|made|offered|provided|mentioned|said|would|declined|refused|without)\b"
    r"|\bimmediate",
    re.IGNORECASE,
)
"""Words of a silence on one occasion. "Has given", "gives no" and "never published" are about the war."""
WHOSE = re.compile(r"\W+(?:of|among|in|for|to)\s+(?:its|their|his|her|our|my)\b", re.IGNORECASE)
"""What may stand behind the words of a silence: "stopped announcing the deaths of its fighters"."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a denial, or a silence about a claim, is about: whose figures, on whose losses, and which of them; None is
    all of these.
    """

    speaker: str
    side: str | None
    rows: frozenset[int] | None


_SilenceKind = tuple[object, ...]


class Silences:
    """Rows by which a side gives no count or rejects one: by document, and silences also by whose losses."""

    def __init__(self, rows: Sequence[Row], opponents: Mapping[str, set[str]]) -> None:
        self._opponents = opponents
        self._in_document: dict[str, dict[_SilenceKind, Row]] = defaultdict(dict)
        self._told: dict[int, _Told | None] = {}
        self._counts: dict[str, list[Row]] = {}
        self._settings: dict[str, dict[int, frozenset[str]]] = {}
        self._instead: dict[int, set[int]] = defaultdict(set)
        self._about: dict[str, dict[_SilenceKind, dict[int, Row]]] = defaultdict(lambda: defaultdict(dict))
        self._days: dict[tuple[str, _SilenceKind], list[int]] = {}
        by_document: dict[str, list[Row]] = defaultdict(list)
        silent = [row for row in rows if row.kind in ("no_count", "denial") and row.source_side]
        documents = {row.document for row in silent}
        for row in rows:
            if row.document in documents:
                by_document[row.document].append(row)
        for document, here in by_document.items():
            here.sort(key=lambda row: (row.start, row.claim_id))
            self._counts[document] = [row for row in here if row.kind == "count"]
            self._settings[document] = _settings(self._counts[document])
        for row in silent:
            if row.source_kind not in SILENT_KINDS:
                continue
            aimed = row.kind == "denial" or RESPONDING.search(row.number_text)
            told = self._what_is_meant(row, self._counts[row.document]) if aimed else None
            kind: _SilenceKind = (
                row.kind,
                row.source_side,
                row.victim_side,
                row.outcome,
                row.victim_class,
                _is_general(row),
                told,
                row.start if OF_ONE_ATTACK.search(row.number_text) else -1,
            )
            self._told[row.index] = told
            self._in_document[row.document].setdefault(kind, row)
            whole_army = not aimed and row.place is None and MILITARY_WORDS & words_of(row.number_text)
            if whole_army and row.victim_side and row.day is not None:
                same_day = self._about[row.victim_side][kind]
                same_day[row.day] = min(row, same_day.get(row.day, row), key=lambda one: one.claim_id)
        for side, kinds in self._about.items():
            self._days |= {(side, kind): sorted(by_day) for kind, by_day in kinds.items()}

    def of(self, claim: Figure) -> tuple[Row | None, Row | None, Row | None]:
        """The denial, the silence in the claim's document, and the nearest silence in another document."""
        denial = silence = None
        for row in self._in_document.get(claim.row.document, {}).values():
            told = self._told[row.index]
            if (
                row.source_side == claim.speaker
                or (told is not None and told.speaker != claim.speaker)
                or (told is not None and told.rows is not None and claim.row.index not in told.rows)
                or not _same_loss(row, claim.row)
            ):
                continue
            if row.kind == "denial":
                if denial is None and told is not None and told.side == claim.row.victim_side:
                    denial = row
            elif silence is None and self._is_silent_on(row, claim):
                silence = row
        elsewhere = None if claim.family != "cumulative" or claim.place else self._elsewhere(claim)
        return denial, silence, elsewhere

    def said_instead(self, claim: Figure) -> set[int]:
        """The rows of figures that were given in denial of the claim ("denied it, saying nine"), or that it denies."""
        return self._instead.get(claim.row.index, set())

    def _is_silent_on(self, row: Row, claim: Figure) -> bool:
        if self._is_on_another_attack(row, claim):
            return False
        own = row.source_side if _says_own(row) else None
        if (row.victim_side or own) == claim.side != "":
            return True
        if not _is_general(row):
            return False
        opponents = self._opponents.get(claim.side)
        by_opponent = row.source_side in opponents if opponents else row.source_side not in self._opponents
        return row.source_side == claim.side or (claim.speaker == claim.side and by_opponent)

    def _is_on_another_attack(self, row: Row, claim: Figure) -> bool:
        """Whether the losses of which the words speak, of the kind that they name or the claim's, are of another place:
        those whose place their sentence names, else the last ones, all of a sentence that tells of several.
        """
        settings = self._settings.get(claim.row.document, {})
        if not settings or not OF_ONE_ATTACK.search(row.number_text) or _says_own(row):
            return False
        outcomes = losses_named(row.number_text)[0] or {claim.row.outcome}
        before = [
            one
            for one in self._counts[claim.row.document]
            if one.start < row.start and one.outcome in outcomes and one.victim_side == claim.row.victim_side
        ]
        here = settings.get(claim.row.index)
        if here is None or not before:
            return False
        words = words_of(row.sentence)
        named = [place for one in before if (place := settings.get(one.index)) is not None and place <= words]
        last = [settings.get(one.index) for one in before if one.sentence == before[-1].sentence]
        meant = named or last
        return None not in meant and not any(same_place(here, place) for place in meant if place is not None)

    def _elsewhere(self, claim: Figure) -> Row | None:
        day = claim.row.day
        if day is None or not claim.side or claim.victims != "combatant":
            return None
        parties = {claim.side} | self._opponents.get(claim.side, set())
        found: list[tuple[int, str, Row]] = []
        for kind, by_day in self._about.get(claim.side, {}).items():
            days = self._days[claim.side, kind]
            at = bisect.bisect_left(days, day)
            for near in days[max(at - 1, 0) : at + 1]:
                row = by_day[near]
                fits = row.source_side != claim.speaker and row.source_side in parties and _same_loss(row, claim.row)
                if fits and abs(near - day) <= MAX_SILENCE_DAYS:
                    found.append((abs(near - day), row.claim_id, row))
        return min(found)[2] if found else None

    def _what_is_meant(self, row: Row, counts: Sequence[Row]) -> _Told | None:
        """The nearest fitting claim by another side before the words, else after, and what was told along with it."""
        fitting = [
            one
            for one in counts
            if one.source_side != row.source_side
            and _same_loss(row, one)
            and row.victim_side in (None, one.victim_side)
        ]
        if not fitting:
            return None
        nearest = min(fitting, key=lambda one: (one.start > row.start, abs(one.start - row.start)))
        told = _told_with(nearest, fitting, counts)
        if nearest.start < row.start:  # it is not about what is told later
            told = [one for one in told if one.start < row.start or one.sentence in (row.sentence, nearest.sentence)]
        if row.kind == "denial":
            for one in told:
                for other in _given_instead(row, one, counts):
                    self._instead[one.index].add(other.index)
                    self._instead[other.index].add(one.index)
        pointing = POINTING.search(row.number_text)
        side = row.victim_side or nearest.victim_side
        return _Told(nearest.source_side or "", side, frozenset(one.index for one in told) if pointing else None)


def _told_with(claim: Row, fitting: Sequence[Row], counts: Sequence[Row]) -> list[Row]:
    """A claim with its parts and its whole, those of its sentence, what the same source told right before and behind
    it, and where its speaker tells the same number again, as a headline does.
    """
    family = {claim.claim_id, claim.part_of} - {None}
    speaker = claim.source_side
    at = next(place for place, one in enumerate(counts) if one.index == claim.index)
    along = {claim.index}
    for way in (range(at - 1, -1, -1), range(at + 1, len(counts))):
        for place in way:
            if (counts[place].source, counts[place].source_side) != (claim.source, speaker):
                break
            along.add(counts[place].index)
    return [
        one
        for one in fitting
        if one.source_side == speaker
        and (
            one.index in along
            or one.sentence == claim.sentence
            or one.claim_id in family
            or one.part_of in family
            or (one.best, one.outcome) == (claim.best, claim.outcome) != (None, claim.outcome)
        )
    ]


def _given_instead(denial: Row, claim: Row, counts: Sequence[Row]) -> list[Row]:
    """The figures that the denying side gives for the same loss in its denial, or right behind it."""
    found = []
    for one in counts:
        if one.start < denial.start and one.sentence != denial.sentence:
            continue
        if one.source_side != denial.source_side:
            if one.start > denial.start:
                break
            continue
        near = one.sentence == denial.sentence or one.start - denial.start <= MAX_ANSWER_CHARACTERS
        same_class = {one.victim_class, claim.victim_class} != {"combatant", "civilian"}
        if near and same_class and (one.victim_side, one.outcome) == (claim.victim_side, claim.outcome):
            found.append(one)
    return found


def _settings(here: Sequence[Row]) -> dict[int, frozenset[str]]:
    """Where each figure of a document, in the order of its text, belongs: to its place, else to the last one named;
    for a document of more than one place.
    """
    places: list[frozenset[str]] = []
    for row in here:
        place = words_of(row.place or "") - PLACE_NOISE
        if place and not any(same_place(place, other) for other in places):
            places.append(place)
    if len(places) < 2:
        return {}
    settings: dict[int, frozenset[str]] = {}
    current: frozenset[str] = frozenset()
    for row in here:
        current = words_of(row.place or "") - PLACE_NOISE or current
        if current:
            settings[row.index] = current
    return settings


def _says_own(row: Row) -> bool:
    if POSSESSIVES & words_of(row.number_text):
        return True
    _, words, behind = row.sentence.partition(row.number_text)
    return bool(words and WHOSE.match(behind))


def _is_general(row: Row) -> bool:
    """Silence about all losses: nobody's by name, or the silent party's without "its" or "own" in the words."""
    return row.victim_side in (None, row.source_side) and not _says_own(row)


def _same_loss(silence: Row, claim: Row) -> bool:
    """Whether outcome and class, as far as the silence names any, are the claim's."""
    named, lost = (silence.outcome, silence.victim_class), (claim.outcome, claim.victim_class)
    return covers(silence.number_text, silence.kind, named, lost)
