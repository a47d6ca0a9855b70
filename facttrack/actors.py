"""Who is who: people, bodies, places and groups, and the side that they belong to or speak for.

`find_actors` gives the noun phrases of a sentence that could be a source; `Memory` keeps those of the sentences before,
so that "he", "its spokesman", "the ministry" and a bare surname lead back to somebody. Where two readings remain, the
side stays empty.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field, replace

from facttrack.lexicon import Lexicon, Person, lexicon
from facttrack.units import Reading, Unit

__all__ = ["Actor", "Memory", "find_actors", "side_of_units"]

SILENT_KINDS = frozenset({"witness", "monitor", "unnamed"})
"""Kinds of source that speak for nobody, whatever adjective stands before them."""
HE, IT, THEY = (
    frozenset({"he", "she", "him", "her", "his"}),
    frozenset({"it", "its"}),
    frozenset({"they", "we", "their", "our", "them"}),
)
CORE = frozenset("DYBPSQXVvRd")
INSIDE = frozenset("RSXPBADYQVvJmUEKo'HWjpkc")
KIND_RANK = ("military", "emergency", "international", "monitor", "media", "official", "witness", "unnamed")


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
    order: tuple[int, int] = (0, 0)
    """Number of the sentence and of the unit where it stands, so that pronouns look backwards only."""


@dataclass(slots=True)
class Memory:
    """What the sentences so far have told: actors in the order of their last mention, places and sides."""

    published: dt.date | None = None
    actors: list[Actor] = field(default_factory=list)
    sides: Counter[str] = field(default_factory=Counter)
    country: str | None = None
    speaker: Actor | None = None
    subject: Actor | None = None
    """The last body with which a sentence began: whom "it" means before anybody else."""
    topic: Actor | None = None
    """The last person with whom a sentence began: whom "he" means before anybody else."""
    places: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    """How often states are named by name or adjective, their officials apart."""
    sentence: int = 0
    dateline: str | None = None
    """The country of the place from which the text was sent, which need not be where it happened."""
    incident: bool = False
    """Whether the text reports one attack, accident or disaster."""

    def remember(self, actor: Actor) -> None:
        """Put an actor at the end of the line, where pronouns look first."""
        if actor.pronoun or not actor.text:
            return
        self.actors = [a for a in self.actors if a is not actor]
        self.actors.append(actor)

    def before(self, order: tuple[int, int] | None) -> list[Actor]:
        """The actors named before a place, the last first."""
        return [a for a in reversed(self.actors) if order is None or a.order < order]

    def last_person(self, order: tuple[int, int] | None = None) -> Actor | None:
        return next((a for a in self.before(order) if a.person and not a.plural), None)

    def last_body(self, order: tuple[int, int] | None = None) -> Actor | None:
        return next((a for a in self.before(order) if not a.person and (a.side or a.kind)), None)

    def last_plural(self, order: tuple[int, int] | None = None) -> Actor | None:
        found = next((a for a in self.before(order) if a.plural), None)
        return found or self.last_body(order)

    def same_head(self, head: str) -> Actor | None:
        """The last actor with a role word: "the ministry" after "Russia's Defence Ministry"."""
        tail = head.split()[-1]
        for actor in reversed(self.actors):
            if (
                actor.head
                and (actor.head == head or actor.head.split()[-1] == tail or head in actor.head.split())
                and (actor.side or actor.named)
            ):
                return actor
        return None

    def by_surname(self, surname: str) -> Actor | None:
        for actor in reversed(self.actors):
            if actor.surname and actor.surname.casefold() == surname.casefold():
                return actor
        return None

    def armed_group(self, other_than: str | None = None) -> str | None:
        """The armed group most often named so far: whom "the rebels" means."""
        groups = lexicon().groups
        return next(
            (
                side
                for side, _ in self.sides.most_common()
                if side != other_than and side in groups and groups[side][0] in ("insurgent", "separatist", "authority")
            ),
            None,
        )

    def home(self) -> str | None:
        """The country that the text is about: that of most of its places and words, the dateline breaking a tie; None for a tie."""
        groups = lexicon().groups
        scores = {
            side: count + PLACE_WEIGHT * self.places[side]
            for side, count in self.named.items()
            if side not in groups and side not in ALOOF
        }
        for country, count in self.places.items():
            scores.setdefault(country, PLACE_WEIGHT * count)
        if self.dateline:
            scores[self.dateline] = scores.get(self.dateline, 0.0) + 0.5
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def enemy_of(self, side: str | None) -> str | None:
        """Whom a side fights: its opponent in a known war, one that the text names if it can be, else the side most named beside it."""
        if side is None:
            return None
        day = self.published.isoformat() if self.published else ""
        known = [
            name
            for name, since, until in lexicon().wars.get(side, ())
            if not day or (since <= day and (not until or day[: len(until)] <= until))
        ]
        named = [name for name, _ in self.sides.most_common() if name in known]
        if named:
            return named[0]
        states = [name for name in known if name not in lexicon().groups]
        if len(known) == 1 or len(states) == 1:
            return states[0] if states else known[0]
        if known:
            return None
        others = [(count, name) for name, count in self.sides.items() if name != side and name not in ALOOF]
        others.sort(key=lambda item: -item[0])
        if not others or (len(others) > 1 and others[0][0] == others[1][0]):
            return None
        return others[0][1]


PLACE_WEIGHT = 2.0
"""Mentions of a state that one of its places is worth: places tell where it happened, names also who spoke of it."""
ALOOF = frozenset({"United Nations", "European Union", "African Union", "OSCE", "NATO", "Red Cross", "Arab League"})
"""Bodies that speak about wars without being a party to most."""


def person_at(people: tuple[Person, ...], published: dt.date | None) -> Person | None:
    """The office of a person that fits a date; the first listed where no date decides."""
    if not people:
        return None
    if published is None or len(people) == 1:
        return people[0]
    day = published.isoformat()
    for person in people:
        if (not person.since or person.since <= day) and (not person.until or day[: len(person.until)] <= person.until):
            return person
    return people[0]


def side_of_units(units: list[Unit], published: dt.date | None = None) -> str | None:
    """The one side that words name by state, adjective, capital or group; None for none, and for two."""
    sides = {unit.entry.side for unit in units if unit.cls in "RS" and unit.entry is not None and unit.entry.side}
    return sides.pop() if len(sides) == 1 else None


def find_actors(reading: Reading, words: Lexicon, memory: Memory) -> list[Actor]:
    """The noun phrases of a sentence that could be a source, in text order; appositives are joined to their noun."""
    units, found = reading.units, []
    memory.sentence += 1
    at, count = 0, len(units)
    while at < count:
        span = _phrase(units, at)
        if span is None:
            at += 1
            continue
        actor = _describe(reading, span[0], span[1], memory)
        if actor is not None:
            actor.order = (memory.sentence, span[0])
            found.append(actor)
            if actor.person or actor.side or actor.kind:
                if not all(u.cls in "0hqzvVJRmxat" for u in units[span[0] : span[1]]):
                    memory.remember(actor)
                    if span[0] == 0 and actor.person and not actor.plural and not actor.pronoun and actor.named:
                        memory.topic = actor
                    elif span[0] == 0 and not actor.person and not actor.pronoun and actor.kind and not actor.plural:
                        memory.subject = actor
        at = span[1]
    return _join_appositives(reading, found, memory)


def _phrase(units: list[Unit], at: int) -> tuple[int, int] | None:
    """A noun phrase with a core, beginning at a unit, and the of-phrases and for-phrases that belong to it."""
    i, count = at, len(units)
    if at >= count:
        return None
    first = units[i]
    if first.cls == "d":
        return (i, i + 1) if "pronoun" in first.senses else None
    if first.cls == "r" or first.cls not in INSIDE and first.cls not in "tasx0zq~h":
        return None
    if first.cls in "UEKNH" and i + 1 < count and units[i + 1].cls in "PX":
        return None
    if first.cls == "s" and (i + 1 >= count or units[i + 1].cls not in INSIDE and units[i + 1].cls != "x"):
        return None
    determined = first.cls in "tas"
    if determined or first.cls in "0zqh":
        i += 1
        if first.cls in "0qz" and i < count and units[i].cls in "F" and i + 1 < count and units[i + 1].cls in "ts":
            i += 2
            determined = True
    start_core, last_core, loose = i, -1, 0
    while i < count and i < at + 14:
        cls = units[i].cls
        if cls in "cjpk" and not (i + 1 < count and units[i + 1].cls in "DYBPVv" and determined and last_core < 0):
            if not (
                cls == "c"
                and "document_role" in units[i].senses
                and (determined or last_core == i - 1)
                and not _is_verb_here(units, i, last_core)
            ):
                break
            last_core = i
        elif cls in CORE and cls != "d":
            if (
                last_core >= 0
                and cls in "RS"
                and units[last_core].cls in "DYVv"
                and i > at + 1
                and units[i - 1].cls != "'"
                and not (cls == "S" and units[i].entry is not None and units[i].entry.group_kind)
            ):
                break
            if cls == "P" and last_core == i - 1 and units[last_core].cls == "Q":
                break
            last_core = i
        elif (
            cls in "x"
            and (determined or last_core < 0)
            and loose < 3
            and last_core < i
            and _core_follows(units, i + 1)
            and (not _looks_verb(units[i]) or (i == at + 1 and first.cls in "ta"))
        ):
            if last_core >= 0 and units[i - 1].cls != "'" and not determined:
                break
            loose += 1
        elif cls == "N" and determined and last_core < 0:
            pass
        elif cls in "JmUEHWKo'A" or cls == "N" and i + 1 < count and units[i + 1].cls in "DYQ":
            if cls == "'" and last_core < 0 and units[i - 1].cls not in "xUENA":
                break
        elif (
            cls == "&"
            and last_core == i - 1
            and i + 1 < count
            and units[i].low in ("and", "&")
            and _has_role(units[i + 1])
            and _has_role(units[i - 1])
        ):
            pass
        else:
            break
        i += 1
    if last_core < 0:
        return None
    end = last_core + 1
    if end < count and units[end].cls == "'":  # the prime minister's crisis centre
        stop = end + 1
        while stop < count and stop < end + 4 and units[stop].cls in "xEJ" and not _looks_verb(units[stop]):
            stop += 1
        if stop > end + 1 and not (stop < count and units[stop].cls in "vVk"):
            end = stop
    while end < count and end < at + 24:  # of the General Staff, at the AAPP, for the junta
        cls = units[end].cls
        attach = (
            cls == "F"
            or (cls == "T" and units[last_core].cls in "DV" and end + 1 < count and units[end + 1].cls in "tsRSBP")
            or (
                cls in "/"
                and units[last_core].cls in "DYQVvx"
                and units[end].low in ("for", "at", "in", "with", "from", "on", "near", "inside")
            )
        )
        if cls == "r" or not attach:
            break
        if end + 1 < count and units[end + 1].cls == "A":
            end += 2
            continue
        inner = _phrase(units, end + 1)
        if inner is None or units[end + 1].cls in "d0":
            if cls == "/" or end + 2 >= count or units[end + 1].cls not in "tasxJ":
                break
            stop = end + 1
            while stop < count and stop < end + 6 and units[stop].cls in "tasxJEUm'A":
                stop += 1
            if stop == end + 1 or (
                stop < count and units[stop].cls == "c" and units[stop - 1].cls == "x" and stop - end <= 1
            ):
                break
            end = stop
            continue
        if cls == "/" and units[inner[1] - 1].cls == "N":
            break
        end = inner[1]
        if (
            cls == "/"
            and end + 1 < count
            and units[end].low == "and"
            and units[end + 1].cls in "ASX"
            and units[end - 1].cls in "ASX"
        ):
            end += 2
    if end + 1 < count and units[end].low == "and" and units[end - 1].cls in "xAEX" and units[last_core].cls in "DYVv":
        more = _phrase(units, end + 1)  # the governor of Kandahar province | and military officials
        if more is not None and any(_has_role(unit) for unit in units[end + 1 : more[1]]):
            end = more[1]
    if end < count and units[end].low == "there" and units[last_core].cls in "DYv":
        end += 1
    return at, end


def _has_role(unit: Unit) -> bool:
    return unit.cls in "YDQ" or (unit.cls in "vV" and not unit.senses.isdisjoint(("person_role", "body_role")))


def _is_verb_here(units: list[Unit], at: int, last_core: int) -> bool:
    """Whether "report", "claims", "count" after a noun is the verb: "the ministry claims", not "the ministry's count"."""
    if at == 0 or units[at - 1].cls in "tas'JR" or units[at - 1].low in ("own",):
        return False
    return True


def _core_follows(units: list[Unit], at: int) -> bool:
    for unit in units[at : at + 3]:
        if unit.cls in "DYBPSQ" or _has_role(unit):
            return True
        if unit.cls not in "xJXm'RAUE":
            return False
    return False


def _looks_verb(unit: Unit) -> bool:
    return unit.low.endswith(("ed", "ing")) and "-" not in unit.low or unit.low in NOT_IN_PHRASE


NOT_IN_PHRASE = frozenset(
    "took went came left began ran held met sent hit struck won fought told said made got kept saw knew became fled there here so what how why whose will".split()
)


def _describe(reading: Reading, first: int, last: int, memory: Memory) -> Actor | None:
    """What a noun phrase says of itself: name, side, kind."""
    units = reading.units[first:last]
    text = reading.text(first, last)
    if units[0].cls == "d":
        low = units[0].low
        pronoun = (
            "he" if low in HE else "it" if low in IT else "they" if low in THEY else "I" if low in ("i", "me") else ""
        )
        return (
            Actor(first, last, text, text, pronoun=pronoun, person=pronoun in ("he", "I"), plural=pronoun == "they")
            if pronoun
            else None
        )
    actor = Actor(first, last, text, _strip(text), definite=units[0].cls == "t")
    kinds: list[str] = []
    sides: list[str] = []
    inherit = False
    located: str | None = None
    head_end = _head_length(units)
    for i, unit in enumerate(units):
        entry = unit.entry
        inner = i >= head_end
        if unit.cls == "P" and entry is not None:
            person = person_at(entry.people, memory.published)
            if person is not None:
                actor.named = actor.person = True
                actor.surname = unit.text.split()[-1]
                sides.insert(0, person.side or "")
                if not kinds:
                    kinds.append(person.source_kind)
                actor.source = _with_name(actor.source, unit.text, person.name)
        elif unit.cls in "RS" and entry is not None:
            if entry.side:
                sides.append(entry.side)
            actor.named = True
            if entry.source_kind and not inner:
                kinds.append(entry.source_kind)
            elif unit.cls == "S" and len(units) <= 2:
                kinds.append(_kind_of_side(entry.group_kind))
        elif unit.cls == "B" and entry is not None:
            if entry.side:
                sides.append(entry.side)
            actor.named = True
            if entry.source_kind:
                kinds.append(entry.source_kind)
            actor.media = actor.media or entry.source_kind == "media"
            actor.head = actor.head or unit.low
        elif "person_role" in unit.senses or "body_role" in unit.senses:
            kind = entry.source_kind if entry else None
            person_role = "person_role" in unit.senses and not (unit.cls == "Y")
            if kind == "inherit":
                inherit = True
            elif kind and not (inner and kinds):
                kinds.append(kind)
            if not inner:
                actor.head = unit.low
                actor.person = actor.person or person_role
                actor.plural = actor.plural or (person_role and unit.low.endswith("s") and not unit.low.endswith("ss"))
            actor.media = actor.media or (kind == "media" and not person_role)
        elif "document_role" in unit.senses:
            inherit = True
            if not inner:
                actor.document = True
        elif unit.cls in "vV" and not inner:
            actor.head = actor.head or unit.low
            actor.person = True
            actor.plural = unit.cls == "v"
            if not kinds and entry is not None:
                kinds.append("military" if entry.victim_class == "combatant" else "witness")
        elif unit.cls == "s":
            antecedent = _antecedent(unit.low, memory, (memory.sentence, first + i))
            if unit.low == "its" and first + i == 0 and len(units) > 1 and units[1].cls in "Yv" and memory.home():
                # "Its army is ill-equipped": the country that the text is about, not the neighbour named last
                sides.append(memory.home() or "")
                continue
            if antecedent is not None:
                if antecedent.side:
                    sides.append(antecedent.side)
                actor.source = _possessive(actor.source, antecedent)
                if antecedent.kind and inherit_kind(antecedent):
                    kinds.append(antecedent.kind) if not kinds else None
        elif unit.cls == "A" and entry is not None and entry.place_country:
            located = located or entry.place_country
        elif unit.cls == "X" and not inner:
            actor.named = True
            actor.surname = unit.text
    actor.kind = _kind(kinds, units)
    actor.side = next((side for side in sides if side), None)
    if actor.kind in SILENT_KINDS and not actor.named or actor.kind in ("witness", "unnamed", "monitor"):
        if not (actor.kind == "witness" and actor.head in ("prisoner", "prisoners")):
            actor.side = None
    if actor.kind == "media" and not any(
        "state" in u.low or (u.cls == "B" and u.entry and u.entry.side) for u in units
    ):
        actor.side = None
    if (
        actor.kind == "official"
        and actor.side is not None
        and lexicon().groups.get(actor.side, ("", ()))[0] == "alliance"
    ):
        actor.kind = "international"
    if all(u.cls in "X" for u in units) and actor.kind is None:
        return _bare_name(actor, memory)
    if (
        actor.side is None
        and actor.kind in ("official", "military", "emergency")
        and not any(u.cls in "BP" for u in units)
    ):
        stance = next((u.entry.stance for u in units if u.cls in "vV" and u.entry is not None), None)
        actor.local = not _is_medic(units) and stance is None and actor.head not in NOT_LOCAL
    if (
        actor.side is None
        and located is not None
        and (actor.kind in ("official", "military", "emergency") or inherit)
        and not _is_medic(units)
    ):
        actor.side, actor.local = located, False
    if actor.side is None and actor.kind == "media" and any("state" in u.low for u in units):
        actor.local = True
    if actor.side is None and any(u.low == "coalition" for u in units):
        actor.side = next((s for s, _ in memory.sides.most_common() if "coalition" in s.lower()), None)
    if actor.side is None and actor.definite or actor.side is None and not actor.named:
        actor = _continue(actor, units, memory)
    if actor.kind is None and inherit:
        if actor.side or (actor.person and actor.head):
            actor.kind = "official"
            actor.local = actor.side is None and not _is_medic(units)
    if actor.kind is None and actor.side and (actor.person or actor.named):
        actor.kind = _kind_of_side(lexicon().groups.get(actor.side, (None, ()))[0])
    return actor


DESCRIPTORS = {
    "agency": ("international", "media"), "organisation": ("international", "monitor"), "organization": ("international", "monitor"), "mission": ("international",), "office": ("international",),
    "charity": ("monitor", "international"), "monitor": ("monitor",), "monitors": ("monitor",), "watchdog": ("monitor",), "observatory": ("monitor",), "network": ("monitor", "media"),
    "newspaper": ("media",), "paper": ("media",), "broadcaster": ("media",), "channel": ("media",), "association": ("monitor",), "body": ("international",), "fund": ("international",),
}  # fmt: skip
"""Words by which a text goes on with an institution that it has named, and the kinds that they fit."""
NOT_LOCAL = frozenset(
    "coalition alliance group rebels militants insurgents movement faction guerrillas embassy crew leader leaders diplomat diplomats elder elders activist activists imam priest priests pastor clerics".split()
)
"""Bodies that need not be of the country in which they act."""
MEDICS = frozenset(
    "doctor doctors medic medics nurse nurses surgeon surgeons paramedic paramedics rescuer rescuers volunteer volunteers".split()
)


def _is_medic(units: list[Unit]) -> bool:
    return any(u.low in MEDICS for u in units)


def inherit_kind(actor: Actor) -> bool:
    return actor.kind in ("military", "international", "emergency", "monitor", "media")


def _head_length(units: list[Unit]) -> int:
    """Units before the first "of", "for" or "at": the words that say what the phrase itself is."""
    for i, unit in enumerate(units):
        if unit.cls in "F/" and i:
            return i
    return len(units)


def _kind(kinds: list[str], units: list[Unit]) -> str | None:
    """The kind of a source whose words point to several: an army's press officer is military, a ministry's doctor emergency."""
    if not kinds:
        return None
    if "unnamed" in kinds:
        return "unnamed"
    if len(kinds) == 1:
        return kinds[0]
    if "witness" in kinds and len(set(kinds)) > 1:
        kinds = [kind for kind in kinds if kind != "witness"]
    if kinds[0] == "international" and "military" in kinds:
        return "military" if any(u.entry is not None and u.entry.name == "NATO" for u in units) else "international"
    for kind in KIND_RANK:
        if kind in kinds:
            return kind
    return kinds[0]


def _kind_of_side(group_kind: str | None) -> str:
    """What kind of source a side itself is: Moscow is official, Al-Shabaab military, NATO international."""
    return {"alliance": "international", "insurgent": "military", "militia": "military", "separatist": "military"}.get(
        group_kind or "", "official"
    )


def _antecedent(pronoun: str, memory: Memory, order: tuple[int, int]) -> Actor | None:
    """Whom "his", "its" or "their" means: the last that fits."""
    word = pronoun.split()[-1] if pronoun.endswith("own") is False else pronoun.split()[-2]
    if word in HE:
        return memory.last_person(order)
    if word in IT:
        return memory.last_body(order)
    return memory.last_plural(order)


def _possessive(source: str, owner: Actor) -> str:
    """ "one of his advisers" → "adviser to Volodymyr Zelenskyy", "its spokesman" → "spokesman of Moscow"."""
    words = source.split()
    if words and words[0].lower() == "one" and len(words) >= 4 and words[1].lower() == "of":
        noun = " ".join(words[3:])
        return f"{_singular(noun)} {_to(noun)} {_strip(owner.source)}"
    if words and words[0].lower() in ("his", "her", "its", "their", "our") and len(words) > 1:
        noun = " ".join(words[1:])
        return f"{noun} {_to(noun)} {_strip(owner.source)}"
    return source


def _to(noun: str) -> str:
    return "to" if noun.split()[0].lower().startswith(("advis", "aide", "envoy", "ambassador", "deputy")) else "of"


def _singular(noun: str) -> str:
    first, *rest = noun.split()
    for ending, single in (("men", "man"), ("women", "woman"), ("ies", "y"), ("s", "")):
        if first.endswith(ending):
            return " ".join([first[: len(first) - len(ending)] + single, *rest])
    return noun


def _strip(text: str) -> str:
    for article in ("the ", "The ", "a ", "A ", "an ", "An ", "THE ", "AN "):
        if text.startswith(article):
            return text[len(article) :]
    return text


def _with_name(text: str, printed: str, name: str) -> str:
    if printed not in text or name in text:
        return text
    return DOUBLED.sub(r"\1", text.replace(printed, name, 1))  # "Sergei" + "Sergei Rudskoy"


DOUBLED = re.compile(r"\b(\w+) \1\b")


def _bare_name(actor: Actor, memory: Memory) -> Actor | None:
    """A name that no table knows: somebody introduced before, or a new person."""
    words = actor.text.split()
    if words:
        known = memory.by_surname(words[-1])
        if known is not None:
            return replace(known, first=actor.first, last=actor.last, text=actor.text)
    if not words or len(words) == 1 and len(words[0]) < 3:
        return None
    actor.named, actor.person, actor.surname = True, True, words[-1] if words else ""
    return actor


def _continue(actor: Actor, units: list[Unit], memory: Memory) -> Actor:
    """ "the ministry", "the group", "officials": continue an actor named before, where one has that role word."""
    if actor.named and actor.surname and not actor.side:
        known = memory.by_surname(actor.surname)
        if known is not None:
            actor.side, actor.kind, actor.source = known.side, known.kind or actor.kind, known.source
            return actor
    if actor.head and actor.definite and not actor.named:
        known = memory.same_head(actor.head)
        if known is not None and (known.person == actor.person):
            actor.side, actor.source = known.side, known.source
            actor.kind = known.kind or actor.kind
        elif actor.head.split()[-1] in DESCRIPTORS:
            kinds = DESCRIPTORS[actor.head.split()[-1]]
            named = next((a for a in reversed(memory.actors) if a.named and not a.person and a.kind in kinds), None)
            if named is not None:
                actor.side, actor.kind, actor.source, actor.local, actor.media = (
                    named.side,
                    named.kind,
                    named.source,
                    False,
                    named.media,
                )
        elif actor.head in ("coalition", "alliance"):
            side = next(
                (s for s, _ in memory.sides.most_common() if "coalition" in s.lower() or "alliance" in s.lower()), None
            )
            actor.side = side
        elif actor.head in (
            "group",
            "movement",
            "organisation",
            "organization",
            "faction",
            "rebels",
            "militants",
            "insurgents",
            "guerrillas",
            "fighters",
            "separatists",
        ):
            side = memory.armed_group()
            if side is not None:
                actor.side, actor.kind = side, "military"
    return actor


def _join_appositives(reading: Reading, actors: list[Actor], memory: Memory) -> list[Actor]:
    """ "its spokesman, Igor Konashenkov," and "Sergei Rudskoi, first deputy chief of the General Staff," are one each."""
    units = reading.units
    joined: list[Actor] = []
    for actor in actors:
        before = joined[-1] if joined else None
        if (
            before is not None
            and actor.first == before.last + 1
            and units[before.last].cls == ","
            and _is_appositive(units, before, actor)
        ):
            first, second = before, actor
            merged = replace(first, last=second.last, text=reading.text(first.first, second.last))
            known = any(u.cls == "P" for u in units[second.first : second.last])
            merged.side = (second.side if known else None) or first.side or second.side
            if first.person and second.named and second.person and not first.named:
                merged.source = f"{second.source}, {first.source}"
            merged.named = first.named or second.named
            merged.kind = second.kind if first.kind is None or (first.named and second.kind) else first.kind
            merged.surname = first.surname or second.surname
            merged.head = second.head or first.head if first.named and first.person else first.head or second.head
            merged.person = True
            merged.local = first.local or second.local
            if merged.side:
                merged.local = False
            joined[-1] = merged
            continue
        joined.append(actor)
    for actor in joined:
        if actor.kind is None and actor.side:
            actor.kind = "official"
    return joined


def _is_appositive(units: list[Unit], first: Actor, second: Actor) -> bool:
    if any(u.cls == "P" for u in units[first.first : first.last]) and any(
        u.cls == "P" for u in units[second.first : second.last]
    ):
        return False
    if first.pronoun or second.pronoun or not first.person or not (second.person or second.head):
        return False
    if second.last < len(units) and units[second.last].cls not in ',.;"c-)':
        return False
    bare_first = first.named and not first.head
    if bare_first and not (units[second.first].cls in "tamJ" or second.person):
        return False
    role_first = bool(first.head)
    if (
        role_first
        and second.named
        and second.person
        and all(u.cls in "XP-D" for u in units[second.first : second.last])
    ):
        return True
    return bare_first and bool(second.head) and not any(u.cls in "PX" for u in units[second.first : second.last][-1:])
