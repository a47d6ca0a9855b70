"""What the words of a noun phrase say of who is named: names, bodies, roles, owners and the country of a place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache

from facttrack.bands import serves_rebels
from facttrack.lexicon import Entry, Person, lexicon
from facttrack.memory import HE, IT, Actor, Memory, surname_of
from facttrack.units import Unit

__all__ = [
    "ALLIANCES",
    "BRANCHES",
    "INHERITED_KINDS",
    "KIN",
    "ROLES",
    "SILENT_KINDS",
    "Clues",
    "bare_text",
    "bears_it",
    "find_clues",
    "is_allied",
    "is_from_elsewhere",
    "kind_of_side",
]

SILENT_KINDS = frozenset({"witness", "monitor", "unnamed"})
"""Kinds of source that speak for nobody, whatever adjective stands before them."""
INHERITED_KINDS = frozenset({"military", "international", "emergency", "monitor", "media"})
"""Kinds of source that "its spokesman" takes from its body."""
ROLES = frozenset({"person_role", "body_role"})
KIND_OF_SIDE = {
    "alliance": "international",
    "insurgent": "military",
    "militia": "military",
    "separatist": "military",
}
"""What kind of source a side itself is: Al-Shabaab military, NATO international; others, such as Moscow, official."""
GOVERNING = frozenset("government republic emirate junta council".split())
"""Words of the names of those who govern, and are no army: "the Government of National Accord"."""
ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ", "THE ", "AN ")
POSSESSIVES = frozenset("his her its their our".split())
KIN = frozenset(
    "family families mother father parents brother sister son daughter wife husband widow uncle cousin relatives "
    "neighbours neighbors friends".split()
)
"""Nouns for those whose side is not that of whom they belong to."""
BRANCHES = frozenset({"branch", "wing", "media wing", "arm", "affiliate", "offshoot", "franchise", "proxy"})
"""Words for what a named body is of a larger one: "JNIM, the al-Qaeda branch,"."""
ALLIANCES = frozenset({"coalition", "alliance"})
"""Words by which a text goes on with an alliance."""
WHERE = frozenset("in at near".split())
"""Prepositions of the place in which somebody is."""
ENVOYS = frozenset("diplomat diplomats envoy envoys attaché attachés consul consulate ambassadors".split()) | {
    "military attaché",
    "military attachés",
}
"""Heads of those who speak for another country than the one in which they are."""
ELSEWHERE = "from_elsewhere"
"""The sense of words for people who are not of the country: "Western", "international"."""
STATE_OFFICES = frozenset("minister president premier ambassador governor gov gov. mayor senator".split())
"""Titles that nobody has but from a state, unless the tables say so."""
ADVISING = ("advis", "aide", "envoy", "ambassador", "deputy")
"""Beginnings of roles that one has to somebody, not of somebody."""
SINGULARS = (("men", "man"), ("women", "woman"), ("ies", "y"), ("s", ""))
DOUBLED = re.compile(r"\b(\w+) \1\b")


def is_allied(units: list[Unit]) -> bool:
    """Whether somebody speaks for an alliance: "the coalition", "a coalition | spokesman"."""
    return any(u.cls in "DVvYxE" and not ALLIANCES.isdisjoint(u.low.split()) for u in units)


def _is_of_no_country(actor: Actor, units: list[Unit]) -> bool:
    """Whether somebody speaks for no country in which they are.

    Covers: "diplomats in Dushanbe", "Western officials in Baghdad", "the coalition's spokesman in Baghdad",
    "separatist leaders in Donetsk". Must not: "leaders in Kyiv".
    """
    return is_from_elsewhere(actor, units) or serves_rebels(units) or is_allied(units)


def is_from_elsewhere(actor: Actor, units: list[Unit]) -> bool:
    """Whether somebody is of another country than the one in which they are: "diplomats", "Western officials"."""
    return actor.head in ENVOYS or not _elsewhere().isdisjoint(" ".join([unit.low for unit in units]).split())


@cache
def _elsewhere() -> frozenset[str]:
    """Words for people who are not of the country: "western", "international"."""
    return frozenset(key[0].lower() for key, entry in lexicon().entries.items() if ELSEWHERE in entry.senses)


@dataclass(slots=True)
class Clues:
    """What the words of a phrase say of its side and kind, before one of each is chosen."""

    kinds: list[str] = field(default_factory=list)
    sides: list[str] = field(default_factory=list)
    inherits: bool = False
    """Whether a word, such as "spokesman", takes its kind from whom it speaks for."""
    located: str | None = None
    """The country of a place in the phrase."""


def find_clues(actor: Actor, units: list[Unit], head_end: int, memory: Memory) -> Clues:
    """The clues of a phrase, word by word; what concerns name, role and number is noted on the actor."""
    clues = Clues()
    for i, unit in enumerate(units):
        cls, entry, inner = unit.cls, unit.entry, i >= head_end
        if entry is None and cls not in "XD":
            continue  # a word that no table knows
        if cls == "P" and entry is not None:
            if (i and _is_namesake(units[i - 1], unit, entry, memory)) or memory.means_another(unit.text, entry.people):
                actor.named = actor.person = True
                actor.surname = unit.text
                continue
            _note_person(actor, clues, unit, entry, memory.published, units[:i])
        elif cls == "S" and i and units[i - 1].low in WHERE and _is_of_no_country(actor, units):
            if entry is None or entry.side not in lexicon().lands or not serves_rebels(units):
                continue  # "diplomats in | Dushanbe"
            clues.sides.append(entry.side)  # "separatist leaders in | Tskhinvali"
        elif cls == "S" and bears_it(units, i):
            actor.named = actor.person = True
            actor.surname = unit.text
        elif cls in "RS" and entry is not None:
            actor.named = True
            if entry.side and (_is_at_home(units, i) or (i and units[i - 1].low in BRANCHES)):
                clues.sides.insert(0, entry.side)  # "Lebanon's | Hezbollah", "the al-Qaeda affiliate | JNIM"
                clues.kinds.insert(0, _kind_of_group(unit, entry))
            elif entry.side:
                clues.sides.append(entry.side)
            if entry.source_kind and (not inner or (clues.inherits and not clues.kinds)):
                clues.kinds.append(entry.source_kind)
            elif cls == "S" and len(units) <= 2:
                clues.kinds.append(_kind_of_group(unit, entry))
        elif cls == "B" and entry is not None:
            _note_body(actor, clues, unit, entry)
        elif not unit.senses.isdisjoint(ROLES):
            if unit.low != "local" or i + 1 == len(units):  # "the | local Red Cross"
                _note_role(actor, clues, unit, inner)
        elif "document_role" in unit.senses:
            clues.inherits = True
            actor.document = actor.document or not inner
            if entry is not None and entry.source_kind not in (None, "inherit") and not (inner or clues.kinds):
                clues.kinds.append(entry.source_kind)  # "official figures", "police records"
        elif cls in "vV" and entry is not None and not inner:
            if entry.stance == "insurgent" and i + 1 < len(units) and units[i + 1].cls == "'":
                clues.sides.append(memory.armed_group() or "")  # "the rebels' own defence ministry"
            _note_victims(actor, clues, unit, entry)
        elif cls == "s":
            _note_owner(actor, clues, units, i, memory)
        elif cls == "A" and entry is not None and entry.place_country:
            if _rules_itself(units, i):
                clues.sides.append(unit.text)  # "| South Ossetia's leaders"
            clues.located = clues.located or entry.place_country
        elif cls == "X" and not inner:
            actor.named, actor.surname = True, surname_of([actor.surname, unit.text]) or unit.text
    return clues


def bears_it(units: list[Unit], at: int) -> bool:
    """Whether a name that the tables know is somebody else's surname, by the first name before it.

    Covers: "Leocadio | Santiago", a capital, "Turki | al-Maliki", which another al-Maliki is known by, and "Colonel
    Isagani | Nato". Must not: "Colonel Ali | Hamas commander".
    """
    entry, before = units[at].entry, units[at - 1] if at else None
    if entry is None or before is None or before.cls != "X":
        return False
    if units[at].cls == "P":
        return " " not in units[at].text and not any(before.text in person.name for person in entry.people)
    ranked = at > 1 and units[at].cls == "S" and units[at - 2].cls in "DV" and not units[at].text.isupper()
    return entry.side_role == "capital" or (ranked and (at + 1 == len(units) or units[at + 1].cls not in "vVDYQ'"))


def _is_at_home(units: list[Unit], at: int) -> bool:
    """Whether a group stands behind its country: "Lebanon's | Hezbollah", "the Colombian | FARC"."""
    entry = units[at].entry
    before = at - 2 if at and units[at - 1].cls == "'" else at - 1
    if entry is None or entry.side not in lexicon().groups or before < 0 or units[before].cls not in "RS":
        return False
    owner = units[before].entry
    return owner is not None and owner.side is not None and owner.side not in lexicon().groups


def _rules_itself(units: list[Unit], at: int) -> bool:
    """Whether a place is a side of its own to which a body belongs.

    Covers: "| South Ossetia's leaders", "the defence ministry (MoD) of the unrecognised | Nagorno-Karabakh".
    Must not: "a doctor in | Chechnya".
    """
    place, words = units[at].text, lexicon()
    if place not in words.wars or words.groups.get(place, ("separatist", ()))[0] not in ("separatist", "authority"):
        return False
    owns = at + 1 < len(units) and units[at + 1].cls in "'YD"
    of = at - 1
    while of > 1 and units[of].cls in "txJ":
        of -= 1
    body = of - 1
    while body > 0 and units[body].cls in "()XB":
        body -= 1
    return owns or (of > 0 and units[of].cls == "F" and units[body].cls in "YD")


def _is_namesake(before: Unit, unit: Unit, entry: Entry, memory: Memory) -> bool:
    """Whether a surname stands behind another first name, in a text that does not name the side of who is known by it.

    Covers: "Taha | Mutawakil" in a text about Yemen. Must not: "Alexander | Syrsky" in one about Ukraine.
    """
    if before.cls != "X" or " " in unit.text:
        return False
    person = _person_at(entry.people, memory.published)
    if person is None or before.text in person.name:
        return False
    return not (memory.sides[person.side or ""] > 1 or memory.places[person.side or ""])


def _note_person(
    actor: Actor, clues: Clues, unit: Unit, entry: Entry, published: dt.date | None, before: list[Unit]
) -> None:
    """A known person: the office on that day; the side of a name goes before that of every word around it.

    But who is called by an office of state speaks for the state, whatever group he is known for: "Communications
    minister | Getachew Reda".
    """
    titles = {word for other in before for word in other.low.replace("-", " ").split()}
    person = _person_at(entry.people, published, titles)
    if person is None:
        return
    actor.named = actor.person = True
    actor.surname = surname_of(unit.text.split())
    side, groups = person.side or "", lexicon().groups
    if side in groups and not titles.isdisjoint(STATE_OFFICES.difference(person.office.split())):
        countries = groups[side][1]
        side = countries[0] if len(countries) == 1 else ""
    clues.sides.insert(0, side)
    if not clues.kinds:
        clues.kinds.append(person.source_kind)
    actor.source = _with_name(actor.source, unit.text, person.name)


def _note_body(actor: Actor, clues: Clues, unit: Unit, entry: Entry) -> None:
    """A known body: "Reuters", "the White Helmets"."""
    actor.named = True
    actor.head = actor.head or unit.low
    actor.media = actor.media or entry.source_kind == "media"
    if entry.side:
        clues.sides.append(entry.side)
    if entry.source_kind:
        clues.kinds.append(entry.source_kind)


def _note_role(actor: Actor, clues: Clues, unit: Unit, inner: bool) -> None:
    """A role: "spokesman", "ministry"; `inner` if it stands behind "of" or "for": it is not what the phrase is."""
    kind = unit.entry.source_kind if unit.entry is not None else None
    is_person = "person_role" in unit.senses and unit.cls != "Y"
    if kind == "inherit":
        clues.inherits = True
    elif kind and not (inner and clues.kinds):
        clues.kinds.append(kind)
    elif inner and kind in SILENT_KINDS and actor.head in ALLIANCES:
        clues.kinds[:] = [kind]  # "a coalition of | civil society groups"
    if not inner:
        actor.head = unit.low
        actor.person = actor.person or is_person
        actor.plural = actor.plural or (is_person and unit.low.endswith("s") and not unit.low.endswith("ss"))
    actor.media = actor.media or (kind == "media" and not is_person)


def _note_victims(actor: Actor, clues: Clues, unit: Unit, entry: Entry) -> None:
    """Victims: "soldiers", "residents", who are counted, and may speak."""
    actor.head = actor.head or unit.low
    actor.person = True
    actor.plural = unit.cls == "v"
    if unit.low.startswith(("un ", "u.n. ")):
        clues.kinds.append("international")  # "UN workers"
        clues.sides.append("United Nations")
    elif unit.low.startswith(("red cross ", "red crescent ")):
        clues.kinds.append("international")
    elif not clues.kinds:
        clues.kinds.append("military" if entry.victim_class == "combatant" else "witness")


def _note_owner(actor: Actor, clues: Clues, units: list[Unit], i: int, memory: Memory) -> None:
    """An owner: what "its" lends to "its spokesman", "his" to "one of his advisers"."""
    low, place = units[i].low, actor.first + i
    if low == "its" and place == 0 and len(units) > 1 and units[1].cls in "Yv":
        before = memory.subject  # "Israel has not spoken. | Its army …"
        last = before is not None and before.order[0] == memory.sentence - 1 and before.text == before.side
        home = before.side if before is not None and last else memory.home()
        if home:  # "Its army is ill-equipped": the country that the text is about, not the neighbour named last
            clues.sides.append(home)
            return
    owner = _antecedent(low, memory, (memory.sentence, place))
    opener = memory.subject
    last = opener is not None and opener.order[0] == memory.sentence - 1 and opener.side in lexicon().groups
    if low == "its" and place == 0 and last:
        owner = opener  # "The LURD movement has shelled the port. Its | secretary-general said"
    if owner is None:
        return
    if i + 1 < len(units) and units[i + 1].low in KIN:
        clues.kinds.append("witness")  # a family speaks for nobody
    elif owner.side:
        clues.sides.append(owner.side)
    actor.source = _possessive(actor.source, owner)
    if owner.kind in INHERITED_KINDS and not clues.kinds:
        clues.kinds.append(owner.kind)


def _person_at(
    people: tuple[Person, ...], published: dt.date | None, titles: Collection[str] = frozenset()
) -> Person | None:
    """The office of a person that fits a date; where none decides, the first that has a word of the titles before."""
    if len(people) < 2:
        return people[0] if people else None
    if published is not None:
        day = published.isoformat()
        for person in people:
            if (not person.since or person.since <= day) and (
                not person.until or day[: len(person.until)] <= person.until
            ):
                return person
    return next((person for person in people if not set(person.office.split()).isdisjoint(titles)), people[0])


def _kind_of_group(unit: Unit, entry: Entry) -> str:
    """What kind of source a name is by itself: "the Taliban", "the IRGC" military, "the Emirate", "Kyiv" official."""
    if entry.group_kind == "authority" and GOVERNING.isdisjoint(f"{unit.low} {entry.side}".lower().split()):
        return "military"
    return kind_of_side(entry.group_kind)


def kind_of_side(group_kind: str | None) -> str:
    return KIND_OF_SIDE.get(group_kind or "", "official")


def _antecedent(pronoun: str, memory: Memory, order: tuple[int, int]) -> Actor | None:
    """Whom "his", "its" or "their" means: the last that fits."""
    word = pronoun.split()[-2 if pronoun.endswith("own") else -1]
    if word in HE:
        return memory.last_person(order)
    if word in IT:
        body = memory.last_body(order)
        if body is None or not body.document or body.side:
            return body
        before = (a for a in memory.before(order) if not (a.person or a.counted or a.document) and (a.side or a.kind))
        return next(before, body)  # "The UN office, in a report, tells another story, and | its investigators"
    return memory.last_plural(order)


def _possessive(source: str, owner: Actor) -> str:
    """A source with its owner named: "its spokesman" → "spokesman of Moscow", "one of his aides" → "aide to X"."""
    words = source.split()
    lead = words[0].lower() if words else ""
    if lead == "one" and len(words) >= 4 and words[1].lower() == "of":
        noun = " ".join(words[3:])
        return f"{_singular(noun)} {_to(noun)} {bare_text(owner.source)}"
    if lead in POSSESSIVES and len(words) > 1:
        noun = " ".join(words[1:])
        return f"{noun} {_to(noun)} {bare_text(owner.source)}"
    return source


def _to(noun: str) -> str:
    return "to" if noun.split()[0].lower().startswith(ADVISING) else "of"


def _singular(noun: str) -> str:
    first, *rest = noun.split()
    for ending, single in SINGULARS:
        if first.endswith(ending):
            return " ".join([first[: len(first) - len(ending)] + single, *rest])
    return noun


def bare_text(text: str) -> str:
    """A text without the article at its beginning."""
    if text[:1] in "tTaA":
        for article in ARTICLES:
            if text.startswith(article):
                return text[len(article) :]
    return text


def _with_name(text: str, printed: str, name: str) -> str:
    """A text with the full name for the printed one: "President Zelenskyy" → "President Volodymyr Zelenskyy"."""
    if printed not in text or name in text:
        return text
    before, given = text[: text.index(printed)].split(), name.split()[0]
    alike = bool(before) and before[-1][:3] == given[:3] and before[-1] not in (given, given[:1])
    if alike and before[-1].isalpha() and given != printed:
        text = text.replace(before[-1] + " ", "", 1)  # "Oleksii" is the table's "Oleksiy" Dmytrashkivskyi
    return DOUBLED.sub(r"\1", text.replace(printed, name, 1))  # "Sergei" + "Sergei Rudskoy"
