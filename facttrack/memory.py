"""Who and what a text has named so far, so that "he", "its spokesman" and "the ministry" lead back to somebody."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from facttrack.lexicon import ARMED_GROUPS, Person, lexicon

__all__ = [
    "ALOOF",
    "ARMED",
    "ARMED_GROUPS",
    "BANDS",
    "HE",
    "IT",
    "OF_SPEAKER",
    "THEY",
    "Actor",
    "Memory",
    "is_we",
    "most",
    "surname_of",
]

HE = frozenset({"he", "she", "him", "her", "his"})
IT = frozenset({"it", "its"})
THEY = frozenset({"they", "we", "their", "our", "them"})
PLACE_WEIGHT = 2.0
"""Mentions of a state that one of its places is worth: places tell where it happened, names also who spoke of it."""
DATELINE_WEIGHT = 0.5
"""What a dateline is worth: enough to break a tie, and no more."""
MOSTLY = 2.0
"""How many times as often as any other a state is named that a text is mostly about."""
CROWD = 3
"""States in a text from which on a paragraph tells more of what it is about than the text."""
ALOOF = frozenset({"United Nations", "European Union", "African Union", "OSCE", "NATO", "Red Cross", "Arab League"})
"""Bodies that speak about wars without being a party to most."""
BANDS = ARMED_GROUPS | {"authority"}
"""Kinds of group that "the group" can mean."""
ARMED = BANDS - {"militia"}
"""Kinds of group that "the rebels" can mean."""

MIN_GIVEN = 3
"""Letters that a given name has to outnumber: no "Al" and no "Bin"."""
SENIORITY = frozenset("jr sr ii iii iv".split())
"""What stands behind a name and is no surname."""
OF_SPEAKER = frozenset("our my".split())
"""Words that mean whoever speaks."""
OWNING = frozenset("his her its their".split())
"""Pronouns that own an account."""
SPEAKING = frozenset("he she it they we i".split())
"""Pronouns that say something."""
PRONOUNS = OWNING | SPEAKING
SHORT = {"mod": "ministry"}
"""Roles that are written short once they have been named in full."""


@dataclass(slots=True)
class Actor:
    """A noun phrase that may be a source: units `first` up to `last`, and what is known of it."""

    first: int
    last: int
    text: str
    source: str
    side: str | None = None
    kind: str | None = None
    head: str = ""
    """The role word by which "the ministry" finds it again."""
    person: bool = False
    plural: bool = False
    pronoun: str = ""
    named: bool = False
    definite: bool = False
    local: bool = False
    """Whether its side, if empty, is that of the place."""
    document: bool = False
    """A statement, bulletin or tally that stands for its issuer."""
    surname: str = ""
    media: bool = False
    counted: bool = False
    """Whether it begins with a number, as victims do: "12 residents"."""
    order: tuple[int, int] = (0, 0)
    """Number of the sentence and of the unit where it stands, so that pronouns look backwards only."""
    told: bool = False
    """Whether its own words tell its side: "Russia's army", and not "the army"."""


@dataclass(slots=True)
class Memory:
    """What the sentences so far have told: actors in the order of their last mention, places and sides."""

    published: dt.date | None = None
    sides: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    """How often states are named by name or adjective, their officials apart."""
    places: Counter[str] = field(default_factory=Counter)
    """How often the places of each country are named."""
    armies: Counter[str] = field(default_factory=Counter)
    """How often soldiers of each state are named: "British troops"."""
    fallen: set[str] = field(default_factory=set)
    """The states of whose soldiers some died or were hurt, as the words beside them tell."""
    speakers: list[Actor] = field(default_factory=list)
    """The sources of attributions, in text order."""
    subjects: list[Actor] = field(default_factory=list)
    """The bodies with which sentences began: whom "it" means before anybody else."""
    topics: list[Actor] = field(default_factory=list)
    """The persons with whom sentences began: whom "he" means before anybody else."""
    serving: dict[str, str | None] = field(default_factory=dict)
    """The side of officers, by surname, that what they count has told."""
    sentence: int = 0
    dateline: str | None = None
    """The country of the place from which the text was sent, which need not be where it happened."""
    seat: int = 0
    """How often its country was named by that, as a capital names it."""
    courts: bool = False
    """Whether it has named a city in which courts of several states sit, whose judges speak for none: The Hague."""
    incident: bool = False
    """Whether the text reports one attack, accident or disaster."""
    line: dict[int, Actor] = field(default_factory=dict)
    """The actors in the order of their last mention, by identity."""
    surnames: dict[str, Actor] = field(default_factory=dict)
    """The last actor of each surname."""
    givens: dict[str, Actor] = field(default_factory=dict)
    """The first actor of each given name, as far as it is told."""
    lands: Counter[str] = field(default_factory=Counter)
    """How often each breakaway republic was named, as a place or as a side."""
    homes: list[str | None] = field(default_factory=list)
    """The country that the text is about, if somebody asked since a side was noted: each claim asks again."""

    @property
    def speaker(self) -> Actor | None:
        """The last source of an attribution."""
        return self.speakers[-1] if self.speakers else None

    @property
    def subject(self) -> Actor | None:
        """The last body with which a sentence began."""
        return self.subjects[-1] if self.subjects else None

    def remember(self, actor: Actor) -> None:
        """Put an actor at the end of the line, where pronouns look first."""
        if actor.pronoun or not actor.text:
            return
        self.line.pop(id(actor), None)
        self.line[id(actor)] = actor
        if actor.surname:
            self.surnames[_plain(actor.surname)] = actor
            for given in _given_names(actor):
                self.givens.setdefault(given, actor)

    def latest(self) -> Iterator[Actor]:
        """The actors so far, the last mentioned first."""
        return reversed(self.line.values())

    def before(self, order: tuple[int, int] | None) -> Iterator[Actor]:
        """The actors named before a place, the last first."""
        return (actor for actor in self.latest() if order is None or actor.order < order)

    def last_person(self, order: tuple[int, int] | None = None) -> Actor | None:
        """Whom "he" means."""
        return next((a for a in self.before(order) if a.person and not a.plural), None)

    def last_body(self, order: tuple[int, int] | None = None) -> Actor | None:
        """Whom "it" means."""
        return next((a for a in self.before(order) if not a.person and not a.counted and (a.side or a.kind)), None)

    def last_plural(self, order: tuple[int, int] | None = None) -> Actor | None:
        """Whom "they" means: several people, else a body."""
        found = next((a for a in self.before(order) if a.plural), None)
        return found or self.last_body(order)

    def last_band(self) -> Actor | None:
        """The armed group or monitor named last: whom "the group" means."""
        groups = lexicon().groups
        return next(
            (
                a
                for a in self.latest()
                if not a.person
                and not a.pronoun
                and ((a.kind == "monitor" and a.named) or (a.side in groups and groups[a.side][0] in BANDS))
            ),
            None,
        )

    def last_army(self, order: tuple[int, int]) -> str | None:
        """The state whose army spoke or was named last before a place."""
        groups = lexicon().groups
        return next(
            (a.side for a in self.before(order) if a.kind == "military" and a.side and a.side not in groups), None
        )

    def same_head(self, head: str) -> Actor | None:
        """The last actor with a role word: "the ministry" after "Russia's Defence Ministry"."""
        head = SHORT.get(head, head)
        tail = head.split()[-1]
        for actor in self.latest():
            if not actor.head or not (actor.side or actor.named):
                continue
            words = actor.head.split()
            if actor.head == head or (not (" " in head and tail == "office") and (words[-1] == tail or head in words)):
                return actor
        return None

    def by_surname(self, surname: str) -> Actor | None:
        """The last actor of a surname, however it is spelt in capitals, with or without its article."""
        return self.surnames.get(_plain(surname))

    def means_another(self, surname: str, people: Iterable[Person]) -> bool:
        """Whether a surname by which the tables know people is that of somebody else whom the text has named in full.

        Covers: "Kadyrov's office" after "Prosecutor General Rashid Kadyrov", where the tables know Ramzan Kadyrov.
        """
        known = self.surnames.get(_plain(surname)) if " " not in surname else None
        words = known.source.casefold().split() if known is not None and known.person and known.named else []
        if surname.casefold() not in words[1:]:
            return False
        given = words[words.index(surname.casefold(), 1) - 1]
        if lexicon().common_word(given) is not None:
            return False  # "the Wagner chief | Prigozhin"
        names = {name[:3] for person in people for name in person.name.casefold().split()[:-1]}
        return names.isdisjoint(word[:3] for word in words)  # Yevgeny is Yevgeniy

    def by_name(self, name: str) -> Actor | None:
        """The last actor of a surname, else the first whose given name it is: "Zabihullah" of Zabihullah Mujahid."""
        return self.by_surname(name) or self.givens.get(_plain(name))

    def resolve(self, actor: Actor, adds: bool = False) -> Actor:
        """The actor itself; for a pronoun, whom it means, with the words and the place of the pronoun.

        Who `adds` something has spoken before: "ISIS had killed 42 prisoners, | it added".
        """
        spoke = _last_before(self.speakers, actor.order) if adds and actor.pronoun == "it" else None
        if spoke is not None and not spoke.person and spoke.kind and actor.order[0] - spoke.order[0] <= 1:
            return self._in_place_of(actor, spoke)
        return self.look_back(actor) or (self._in_place_of(actor, self.speaker) if self.speaker is not None else actor)

    def look_back(self, actor: Actor) -> Actor | None:
        """The same, if the text has named somebody whom a pronoun can mean before it."""
        if not actor.pronoun:
            return actor
        who = self._meant_by(actor)
        return self._in_place_of(actor, who) if who is not None else None

    @staticmethod
    def _in_place_of(actor: Actor, who: Actor) -> Actor:
        """Whom a pronoun means, with the words and the place of the pronoun."""
        names = actor.text.lower() in OWNING and who.text.lower() not in PRONOUNS
        text = who.text if names else actor.text  # "by his account": "his" names nobody
        told = who.told and who.side is None  # who speaks for nobody goes on to
        return replace(who, first=actor.first, last=actor.last, text=text, order=actor.order, told=told)

    def _meant_by(self, actor: Actor) -> Actor | None:
        """Whom a pronoun means: with whom a sentence since the last speaker began, else that speaker, else the last.

        Who speaks or begins a sentence only behind the pronoun does not count.
        """
        order = actor.order
        speaker = _last_before(self.speakers, order)
        if speaker is not None and actor.text.lower().partition(" ")[0] in OF_SPEAKER:
            return speaker  # "“By | our count ten died,” the colonel said"
        if speaker is not None and speaker.person and (actor.pronoun == "I" or is_we(actor)):
            return speaker
        if actor.pronoun == "it":
            subject = _last_before(self.subjects, order)
            if subject is not None and (_is_since(subject, speaker) or _only_passes_on(speaker, subject)):
                return subject
            if speaker is not None and speaker.media:  # "the ministry said, an agency reports. | It added"
                here = [a for a in self.speakers if a.order[0] == speaker.order[0] and not a.person and a.kind]
                speaker = next((a for a in here if not a.media), speaker)
            if speaker is not None and not speaker.person and speaker.kind:
                return speaker
        if actor.pronoun == "he":
            topic = _last_before(self.topics, order)
            if topic is not None and _is_since(topic, speaker) and _may_be(topic, actor):
                return topic
            if speaker is not None and speaker.person and not (speaker.plural or speaker.pronoun):
                if _may_be(speaker, actor):
                    return speaker
                return next((a for a in self.before(order) if a.person and not a.plural and _may_be(a, actor)), speaker)
        near = speaker is not None and not speaker.pronoun and order[0] - speaker.order[0] <= 1
        if near and actor.pronoun == "they" and speaker is not None and speaker.text.lower().endswith("police"):
            return speaker  # "three rebels had died, the police said; the number rose to 31, | they said"
        find = {"it": self.last_body, "they": self.last_plural}.get(actor.pronoun, self.last_person)
        return find(order if order > (0, 0) else None)

    def alliance(self) -> str | None:
        """Whom "the coalition" or "the alliance" means: the one that the text names most, else who fights its group."""
        groups, wars = lexicon().groups, lexicon().wars
        for side, _ in self.sides.most_common():
            if "coalition" in side.lower() or groups.get(side, ("", ()))[0] == "alliance":
                return side
        against = {other for side in self.sides if side in groups for other, _, _ in wars.get(side, ())}
        coalitions = [side for side in against if "coalition" in side.lower()]
        return coalitions[0] if len(coalitions) == 1 else None

    def armed_group(self, other_than: str | None = None, kinds: frozenset[str] = ARMED) -> str | None:
        """The armed group most often named so far: whom "the rebels" means.

        Of several, one that fights `other_than` or in its country: "Angola's army killed 70 rebels", not another's.
        """
        groups = lexicon().groups
        armed = [side for side in self.sides if side != other_than and side in groups and groups[side][0] in kinds]
        if other_than is not None and len(armed) > 1:
            foes = {name for name, _, _ in lexicon().wars.get(other_than, ())}
            armed = [side for side in armed if side in foes or other_than in groups[side][1]] or armed
        return max(armed, key=lambda side: self.sides[side], default=None)

    def land(self) -> str | None:
        """The breakaway republic of a text that names but one: whom "the enclave's ombudsman" speaks for."""
        return next(iter(self.lands)) if len(self.lands) == 1 else None

    def only_band(self) -> str | None:
        """The armed group of a text that names but one."""
        groups = lexicon().groups
        armed = [side for side in self.sides if side in groups and groups[side][0] in ARMED]
        return armed[0] if len(armed) == 1 else None

    def holder_of(self, country: str | None) -> str | None:
        """Whose the army is in a country that only bands of its own fight for, and a state from elsewhere holds.

        Covers: "Two soldiers were killed in the Gaza Strip, the army said". Of a war that has ended, only before that.
        """
        for holder, until in _holders().get(country or "", ()):
            if not until or (self.published is not None and self.published.isoformat()[: len(until)] <= until):
                return holder
        return None

    def expedition(self, country: str | None) -> str | None:
        """The state from elsewhere whose soldiers die in a country, where the text names no others.

        Covers: "Two soldiers were killed in Helmand. It brings the number of British troops killed … to 292".
        Must not: "Russian troops shelled Kharkiv. Two soldiers were killed", who fight each other.
        """
        if country is None or len(self.armies) != 1:
            return None
        (state,) = self.armies
        if state == country or state not in self.fallen or state in lexicon().groups:
            return None
        return state if country not in self._opponents(state) else None

    def country_of_bands(self) -> str | None:
        """The one country of the armed groups of a text: whose "the junta" is that fights the Arakan Army."""
        groups = lexicon().groups
        found = {groups[side][1] for side in self.sides if side in groups and groups[side][0] in BANDS}
        countries = found.pop() if len(found) == 1 else ()
        return countries[0] if len(countries) == 1 else None

    def home(self) -> str | None:
        """The country that the text is about: that of most of its places and words, the dateline breaking a tie.

        None for a tie that no dateline breaks.
        """
        if not self.homes:
            self.homes.append(self._find_home())
        return self.homes[0]

    def _find_home(self) -> str | None:
        groups = lexicon().groups
        scores = {
            side: count + PLACE_WEIGHT * self.places[side]
            for side, count in self.named.items()
            if side not in groups and side not in ALOOF
        }
        for country, count in self.places.items():
            if country not in groups:
                scores.setdefault(country, PLACE_WEIGHT * count)
        if self.dateline and self.dateline not in groups:
            scores[self.dateline] = scores.get(self.dateline, 0.0) + DATELINE_WEIGHT
        return most(scores)

    def is_mostly_about(self, country: str | None) -> bool:
        """Whether no other state is named nearly as often as a country, its places counted."""
        weight = {side: self.named[side] + PLACE_WEIGHT * self.places[side] for side in self._states()}
        own = weight.pop(country or "", 0.0)
        return all(own >= MOSTLY * other for other in weight.values())

    def count_states(self) -> int:
        """How many states the text names."""
        return len(self._states())

    def is_crowded(self) -> bool:
        """Whether the text names so many states that no one of them need be what all of it is about."""
        return len(self._states()) >= CROWD

    def _states(self) -> set[str]:
        """The states that the text names, by their names or their places."""
        groups = lexicon().groups
        return {side for side in (*self.named, *self.places) if side not in groups and side not in ALOOF}

    def names_state_against(self, side: str) -> bool:
        """Whether the text names a state that a side fights on the day of publication."""
        return not self._states().isdisjoint(self._opponents(side))

    def is_sent_from_against(self, side: str) -> bool:
        """Whether the text is sent from a state that a side fights on the day of publication."""
        return self.dateline is not None and self.dateline in self._opponents(side)

    def names_two_at_war(self) -> bool:
        """Whether the text names two states that fought each other, at whatever time."""
        states, wars = self._states(), lexicon().wars
        return any(other in states for state in states for other, _, _ in wars.get(state, ()))

    def scene(self) -> str | None:
        """The country of most places that the text names; None where two have as many."""
        return most(dict(self.places))

    def enemy_of(self, side: str | None) -> str | None:
        """Whom a side fights: its opponent in a known war, one that the text names if it can be.

        For a side without a known war, the side most named beside it.
        """
        if side is None:
            return None
        known = self._opponents(side)
        ever = [name for name, _, _ in lexicon().wars.get(side, ())]
        for told in (self.sides, self.places):  # "the enemy lost 320 soldiers near | Kupiansk"
            named = [name for name in told if name in known]
            if named:
                return max(named, key=lambda name: told[name])
        named = [name for name in self.sides if name in ever]  # whom the text recalls
        if named:
            return max(named, key=lambda name: self.sides[name])
        states = [name for name in known if name not in lexicon().groups]
        if len(known) == 1:
            return known[0]
        if len(states) == 1:
            past = self._ended(side) if self.published is None else ()
            return states[0] if states[0] not in past else None
        if known:
            return None
        return most({name: count for name, count in self.sides.items() if name != side and name not in ALOOF})

    @staticmethod
    def _ended(side: str) -> set[str]:
        """Whom a side once fought, and no longer: no text without a date means Biafra by Nigeria's enemy."""
        return {name for name, _, until in lexicon().wars.get(side, ()) if until}

    def _opponents(self, side: str) -> list[str]:
        """The sides that the table of wars gives a side as opponents, on the day of publication if that is known."""
        day = self.published.isoformat() if self.published else ""
        return [
            name
            for name, since, until in lexicon().wars.get(side, ())
            if not day or (since <= day and (not until or day[: len(until)] <= until))
        ]


def _last_before(line: list[Actor], order: tuple[int, int]) -> Actor | None:
    """The last of some actors that stands before a place; the last of all where the place is not known."""
    return next((a for a in reversed(line) if a.order < order or order == (0, 0)), None)


def _may_be(who: Actor, pronoun: Actor) -> bool:
    """Whether the word for somebody lets him be "he", or her "she"."""
    word = pronoun.text.lower()
    if word in ("he", "him", "his"):
        return not who.head.endswith("woman")
    return word not in ("she", "her") or not who.head.endswith("man") or who.head.endswith("woman")


def _is_since(actor: Actor, speaker: Actor | None) -> bool:
    """Whether an actor stands in a later sentence than the last speaker."""
    return speaker is None or actor.order[0] > speaker.order[0]


def _only_passes_on(speaker: Actor | None, subject: Actor) -> bool:
    """Whether an outlet closes a sentence that begins with a body: "The ministry has a new tally, | AFP reported."."""
    if speaker is None or speaker.kind != "media" or speaker.side is not None:
        return False
    return speaker.order[0] == subject.order[0] and speaker.order > subject.order and subject.kind != "media"


@cache
def has_rebels(state: str) -> bool:
    """Whether the table of wars has a group that rose against a state in its own land: Uganda, but not Palestine."""
    words = lexicon()
    return any(state in words.groups.get(other, ("", ()))[1] for other, _, _ in words.wars.get(state, ()))


@cache
def _holders() -> dict[str, list[tuple[str, str]]]:
    """Who fights the bands of a country in it, and until when, of countries that no band of their own fights."""
    words = lexicon()
    groups, found = words.groups, dict[str, list[tuple[str, str]]]()
    for pair, country in words.theatres.items():
        if has_rebels(country):
            continue
        for band in pair:
            (holder,) = pair - {band}
            ends = [until for other, _, until in words.wars[band] if other == holder]
            if band in groups and country in groups[band][1] and holder not in groups and holder != country:
                found.setdefault(country, []).append((holder, max(ends) if all(ends) else ""))
    return found


def surname_of(words: list[str]) -> str:
    """The last name of a person, without what tells father and son apart: "Filemon Tan | Jr."."""
    return words[-2] if len(words) > 1 and words[-1].rstrip(".").lower() in SENIORITY else words[-1]


def _given_names(actor: Actor) -> list[str]:
    """What stands before the surname in a person's name, offices among it, by which nobody is called alone."""
    words = actor.source.split()
    if not actor.person or actor.surname not in words[1:]:
        return []
    before = words[: words.index(actor.surname, 1)]
    return [_plain(word) for word in before if word[:1].isupper() and len(word) > MIN_GIVEN]


def _plain(surname: str) -> str:
    """A surname in small letters without its article: "al-Qidra" and "Qidra" are one."""
    name = surname.casefold()
    return name[3:] if name[:3] in ("al-", "el-") else name


def most(scores: Mapping[str, float]) -> str | None:
    """The name with the highest score; None for none, and for a tie."""
    if not scores:
        return None
    best = max(scores.values())
    first, *others = (name for name, score in scores.items() if score == best)
    return None if others else first


def is_we(actor: Actor) -> bool:
    """Whether somebody is "we", or "we've"."""
    return actor.text.lower().replace("’", "'").partition("'")[0] == "we"
