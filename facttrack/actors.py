"""Who is who: people, bodies, places and groups, and the side that they belong to or speak for.

`find_actors` gives the noun phrases of a sentence that could be a source; `Memory` keeps those of the sentences before,
so that "he", "its spokesman", "the ministry" and a bare surname lead back to somebody. Where two readings remain, the
side stays empty.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from facttrack.bands import (
    BAND_OWNERS,
    BAND_WORDS,
    are_rebels,
    is_no_soldier,
    is_of_some_band,
    serves_breakaway,
    serves_rebels,
    speaks_for_band,
)
from facttrack.lexicon import Entry, Person, lexicon
from facttrack.memory import ALOOF, ARMED_GROUPS, BANDS, HE, IT, THEY, Actor, Memory, has_rebels, surname_of
from facttrack.phrases import PHRASE, VIEWING, find_phrase
from facttrack.uncounted import PERIODICALS
from facttrack.units import Reading, Unit
from facttrack.voices import FORMER, MEDICS, STATE_KINDS, is_close_to, speaks_for_nobody

__all__ = ["FRONTING", "attacks", "bears_it", "find_actors", "lies_beyond"]

SILENT_KINDS = frozenset({"witness", "monitor", "unnamed"})
"""Kinds of source that speak for nobody, whatever adjective stands before them."""
INHERITED_KINDS = frozenset({"military", "international", "emergency", "monitor", "media"})
"""Kinds of source that "its spokesman" takes from its body."""
ARMS = frozenset(
    ["army", "defence", "defense", "government", "intelligence", "law enforcement", "military", "security"]
)
"""What a state's nameless sources are from."""
KIND_RANK = ("military", "emergency", "international", "monitor", "media", "official", "witness", "unnamed")
"""Which of several kinds in one phrase decides, the most telling first."""
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
DESCRIPTORS = {
    "agency": ("international", "media"),
    "organisation": ("international", "monitor"),
    "organization": ("international", "monitor"),
    "mission": ("international",),
    "office": ("international",),
    "charity": ("monitor", "international"),
    "monitor": ("monitor",),
    "monitors": ("monitor",),
    "watchdog": ("monitor",),
    "observatory": ("monitor",),
    "network": ("monitor", "media"),
    "newspaper": ("media",),
    "paper": ("media",),
    "broadcaster": ("media",),
    "channel": ("media",),
    "association": ("monitor",),
    "body": ("international",),
    "fund": ("international",),
}
"""Words by which a text goes on with an institution that it has named, and the kinds that they fit."""
GROUPS = frozenset(
    "jihadists islamists extremists outfit group movement organisation organization faction rebels militants "
    "insurgents guerrillas fighters paramilitaries "
    "separatists".split()
)
"""Words by which a text goes on with an armed group."""
NO_NAMES = frozenset(
    "late early speaking asked overnight elsewhere reached contacted pressed nobody everyone reminder recap quick "
    "update updated correction yesterday breaking factbox explainer timeline summary context background main latest "
    "exclusive watch video photos photo listen read alert urgent flash developing verdict claim rating myth fact "
    "factcheck opinion editorial analysis review profile obituary overview highlights headlines warning note map "
    "graphic live check news".split()
)
"""Words that are no name, though they begin with a capital: "Late on Saturday he said", "BREAKING: 12 dead"."""
STATEMENTS = frozenset("statement communique communiqué bulletin announcement message".split())
"""Documents that go on with whoever spoke last: "The statement did not say"."""
PLACING = frozenset("in at near outside around".split())
"""Prepositions behind which an unknown name is that of a place."""
FRONTING = frozenset("in from at".split())
"""Prepositions of a place that opens a clause, and in which its subject sits."""
REPORTS = frozenset(
    "report study inquiry investigation survey dossier list register document documents records ledger log "
    "diary".split()
)
"""Documents that can say something when nobody tells whose they are: "The report said"."""
ARMIES = frozenset(
    ["army", "military", "armed forces", "air force", "general staff", "defence ministry", "defense ministry"]
)
"""Words by which a text goes on with the army that it has named: "the army" after "the Israeli military"."""
NOT_LOCAL = frozenset(
    "coalition alliance group rebels militants insurgents movement faction guerrillas fighter fighters embassy crew "
    "leader leaders "
    "diplomat diplomats elder elders activist activists imam priest priests pastor clerics".split()
)
"""Bodies that need not be of the country in which they act."""
ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ", "THE ", "AN ")
POSSESSIVES = frozenset("his her its their our".split())
ATTACKS = frozenset({"neutral_attack", "attack_verb"})
"""Senses of words for attacks."""
ATTACK_REACH = 4
"""Units behind the name of a side in which its attack stands: "Indian forces | shelled"."""
MAX_BASED = 6
"""Units of "based in the United Kingdom" behind a description."""
KIN = frozenset(
    "family families mother father parents brother sister son daughter wife husband widow uncle cousin relatives "
    "neighbours neighbors friends".split()
)
"""Nouns for those whose side is not that of whom they belong to."""
POSTED = frozenset("based stationed posted deployed".split())
"""Words behind a body that tell where it serves."""
BRANCHES = frozenset({"branch", "wing", "media wing", "arm", "affiliate", "offshoot", "franchise", "proxy"})
"""Words for what a named body is of a larger one: "JNIM, the al-Qaeda branch,"."""
PEACEKEEPING = frozenset(["peacekeepers", "peacekeeper", "peacekeeping", "blue helmets", "blue helmet"])
ALLIANCES = frozenset({"coalition", "alliance"})
"""Words by which a text goes on with an alliance."""
WHERE = frozenset("in at near".split())
"""Prepositions of the place in which somebody is."""
LABELLED = re.compile(r"[XVDYP.]{1,5}:$")
"""The label of who speaks in a transcript, before what he says of somebody: "PRESENTER: | President Musa said"."""
CALLING = frozenset("known name identified calls calling called introduced nicknamed".split())
"""Words by which somebody goes by a name."""
MAX_CALLED = 6
"""Units of ", who gave his name as"."""
GANGS = frozenset("paramilitary gang militia cartel mafia".split())
"""Words before those who lead people, and serve no state: "the paramilitary | chief"."""
ASKED = frozenset("reached asked contacted interviewed met phoned telephoned called".split())
"""What a reporter does with whoever is to answer."""
FRONTED = re.compile(r"[/FUN~][^,;.:\"cbfwnpijg]{1,12},$")
"""Classes of a phrase before the subject: "In Baghdad, | General Kimmitt declined …"."""
ENVOYS = frozenset("diplomat diplomats envoy envoys attaché attachés consul consulate ambassadors".split()) | {
    "military attaché",
    "military attachés",
}
"""Heads of those who speak for another country than the one in which they are."""
ELSEWHERE = "from_elsewhere"
"""The sense of words for people who are not of the country: "Western", "international"."""
OFFICES = ("service", "ministry", "police", "department", "directorate")
"""Last words of bodies that every country has: "the State Emergency Service"."""
STATE_OFFICES = frozenset("minister president premier ambassador governor".split())
"""Titles that nobody has but from a state, unless the tables say so."""
SPOKES = ("spokesman", "spokeswoman", "spokesperson")
BORDERS = frozenset("border borders frontier boundary fence".split())
OPENING_MARKS = frozenset(';.:"&u-(NU')
"""Classes before a body that opens its clause."""
RUN = frozenset("run controlled led headed installed appointed administered operated owned set founded formed".split())
"""Participles of a body before "by" and those for whom it speaks."""
ISSUED = frozenset("sent written issued released published signed drafted drawn prepared compiled filed".split())
"""Participles of a document before "by" or "from" and whose it is."""
MAX_RUN_BY = 3
"""Units of such a participle with its preposition: "set up by"."""
MISSIONS = re.compile(r"\b[Mm]ission\b")
MAX_INSERTED = 10
"""Units between the commas behind a name: "Anton Tus, | who commanded Zagreb's forces at the time, |"."""
ADVISING = ("advis", "aide", "envoy", "ambassador", "deputy")
"""Beginnings of roles that one has to somebody, not of somebody."""
SINGULARS = (("men", "man"), ("women", "woman"), ("ies", "y"), ("s", ""))
DOUBLED = re.compile(r"\b(\w+) \1\b")


def find_actors(reading: Reading, memory: Memory) -> list[Actor]:
    """The noun phrases of a sentence that could be a source, in text order; appositives are joined to their noun."""
    units = reading.units
    found: list[Actor] = []
    memory.sentence += 1
    if "Ac" in reading.classes and memory.surnames:
        _settle_surnames(reading, memory)
    at = 0
    while (start := PHRASE.search(reading.classes, at)) is not None:
        span = find_phrase(units, start.start())
        if span is None:
            at = start.start() + 1
            continue
        first, at = span
        if at == first + 1 and _is_adjective(units, first):
            continue
        actor = _describe(reading, first, at, memory)
        if actor is not None:
            actor.order = (memory.sentence, first)
            if first > 1 and units[first - 1].low in PERIODICALS:
                _name_periodical(actor, reading)
            if actor.local and actor.side is None and units[first].cls != "s":
                _settle_by_sentence(actor, units, memory)
            found.append(actor)
            _keep(actor, reading, memory)
    joined = _join_appositives(reading, found)
    known = {id(actor) for actor in found}
    for actor in joined:
        if id(actor) not in known and actor.person and (actor.side or actor.kind):
            _keep(actor, reading, memory)
    return joined


def _settle_surnames(reading: Reading, memory: Memory) -> None:
    """A place that is the surname of somebody named before speaks as that person: "…, | Hobart said"."""
    for i, unit in enumerate(reading.units[:-1]):
        if unit.cls == "A" and reading.units[i + 1].cls == "c" and _is_surname(unit, memory):
            unit.cls = "X"
            reading.classes = reading.classes[:i] + "X" + reading.classes[i + 1 :]


def _is_adjective(units: list[Unit], at: int) -> bool:
    """Whether a nation's name only describes a noun that is nobody: "an | Israeli strike", "| American universities".

    Covers also a word that only the beginning of its sentence makes a name: "| Satellite images show".
    Must not: "| Russians said", "the | Chinese said", "| Karimov visits villages".
    """
    if at == 0 and units[at].cls == "X":
        two = units[1:3]
        return len(two) == 2 and two[0].cls in "xEQ" and two[0].low.endswith("s") and two[1].cls in "cfbw"
    if units[at].cls != "R" or units[at].low.endswith("s") or at + 1 == len(units):
        return False
    follow = units[at + 1]
    if not follow.senses.isdisjoint(("account", "figure")):
        return False  # "by | Israeli reckoning"
    return follow.cls in "ELk" or (follow.cls == "x" and not follow.low.endswith("ed"))


def _name_periodical(actor: Actor, reading: Reading) -> None:
    """The name of a paper behind what it is: "the weekly | Nouvelle Aurore", "the weekly | magazine Tempo"."""
    if reading.units[actor.first - 2].cls != "t" or not actor.named or actor.kind not in (None, "media"):
        return
    actor.first -= 2
    actor.text, actor.kind, actor.person, actor.media = reading.text(actor.first, actor.last), "media", False, True
    actor.side = None


def _keep(actor: Actor, reading: Reading, memory: Memory) -> None:
    """Remember an actor of whom something is known; one that opens a sentence is what the text goes on about."""
    classes = reading.classes
    if not (actor.person or actor.side or actor.kind):
        return
    if not classes[actor.first : actor.last].strip("0hqzvVJRmxat"):
        return  # "12 wounded soldiers": victims, who say nothing
    memory.remember(actor)
    before = classes[: actor.first]
    opens = not before or FRONTED.match(before) or LABELLED.match(before) or _is_asked(reading.units, actor.first)
    if actor.plural or actor.pronoun or not opens:
        return
    label = actor.text.isupper() and classes[actor.last : actor.last + 1] == ":"  # whoever speaks is not "he"
    if actor.person and actor.named and not label:
        memory.topics.append(actor)
    elif not actor.person and actor.kind:
        memory.subjects.append(actor)


def _is_asked(units: list[Unit], at: int) -> bool:
    """Whether the reporter asks somebody, who then is "he": "We reached | Foday Kamara, the rebels' spokesman"."""
    start = 2 if len(units) > 2 and units[1].cls == ":" else 0  # "PRESENTER: We asked | the army spokesman"
    return at - start in (2, 3) and units[start].low in ("we", "i") and units[start + 1].low in ASKED


def _describe(reading: Reading, first: int, last: int, memory: Memory) -> Actor | None:
    """What a noun phrase says of itself, and what the text said of it before: name, side, kind."""
    units, classes = reading.units[first:last], reading.classes[first:last]
    text = reading.text(first, last)
    if classes[0] == "d":
        return _pronoun(units[0].low, first, last, text)
    actor = Actor(first, last, text, _strip(text), definite=classes[0] == "t", counted=classes[0] in "0qhz")
    if classes == "S" and _is_surname(units[0], memory):
        return _bare_name(actor, memory)
    one_of = 3 if classes[:2] == "0F" and units[0].low == "one" else 0
    head_end = one_of + _head_length(classes[one_of:])
    clues = _clues(actor, units, head_end, memory)
    _settle(actor, clues, units)
    if _goes_on_with_band(actor, units, memory):
        return actor
    actor.told = actor.side is not None
    if actor.kind and speaks_for_nobody(units, head_end, in_group=(actor.side or "") in lexicon().groups):
        actor.side, actor.told = None, True
        return actor
    if actor.kind is None and not classes.strip("X"):
        return _bare_name(actor, memory)
    if actor.side is not None and (serves_rebels(units) or are_rebels(units)) and has_rebels(actor.side):
        band = memory.armed_group(actor.side, BANDS)
        actor.side = band if band is not None and actor.side in lexicon().groups[band][1] else None
        actor.told, actor.local = True, False  # "Ugandan | rebels", who speak for no state
    if actor.side is None and memory.lands and serves_breakaway(units):
        actor.side, actor.told, actor.local = memory.land(), True, False
        actor.kind = actor.kind or "official"
    elif actor.side is None and speaks_for_band(units):
        known = memory.last_band()
        actor.side = known.side if known is not None else memory.armed_group(kinds=BANDS)
        actor.told, actor.local = True, False
        actor.kind = (known.kind if known is not None else None) or ("military" if actor.side else "unnamed")
    elif actor.side is None:
        allied, rebels = _is_allied(units), serves_rebels(units)
        if _is_from_elsewhere(actor, units):
            actor.told = True  # of a country that nobody names
        elif not (allied or rebels):
            _settle_by_place(actor, clues, units)
        if allied:
            actor.side = memory.alliance()
        if actor.side is None and rebels:
            actor.side, actor.local = memory.armed_group() or memory.armed_group(kinds=BANDS), False
            actor.side = None if is_of_some_band(units) else actor.side
            actor.told = actor.side is None  # of a group that nobody names, and so of no state
            actor.kind = actor.kind or "military"
    if actor.side is None and (actor.definite or not actor.named):
        _continue(actor, memory)
    if actor.side is None and actor.kind == "military" and actor.named and actor.person:
        _serve_with(actor, memory)
    bare = len(units) == 2 and not (actor.named or actor.definite)
    if actor.side is None and actor.head in SPOKES and (bare or (actor.named and units[0].low in SPOKES)):
        _speak_for_last(actor, memory)
    if actor.kind is None and clues.inherits and (actor.side or (actor.person and actor.head)):
        group = lexicon().groups.get(actor.side or "")
        actor.kind = _kind_of_side(group[0]) if group is not None else "official"
        actor.local = actor.side is None and not _is_medic(units)
    if actor.kind is None and actor.side and (actor.person or actor.named):
        actor.kind = _kind_of_side(lexicon().groups.get(actor.side, (None, ()))[0])
    core = len(units) if "F" in classes else _head_length(classes)  # "a study | in The Lancet"
    if actor.kind is None and actor.document and units[core - 1].low in REPORTS:
        actor.kind = "unnamed"
    if actor.kind == "international" and MISSIONS.search(actor.text) and _is_of_a_land(actor):
        _settle_mission(actor, reading, memory)
    if actor.kind in ("international", "official") and actor.side and actor.side.endswith("coalition"):
        actor.kind = "military"  # whoever speaks for armies that fight together
    return actor


def _goes_on_with_band(actor: Actor, units: list[Unit], memory: Memory) -> bool:
    """Whether a group is told by its land or creed only, and is the armed group of the text, which then gives its side.

    Covers: "the Lebanese | group", "the Shi'ite | movement", "the Palestinian militant | group". Must not: "the
    Lebanese | parties", "a Shi'ite | group".
    """
    if len(units) < 3 or units[0].cls != "t" or units[-1].low.split()[-1] not in BAND_WORDS:
        return False
    if not all(u.cls in "VvRJx" for u in units[1:-1]) or all(u.cls in "Jx" for u in units[1:-1]):
        return False
    band = memory.last_band()
    side = band.side if band is not None and band.kind != "monitor" else memory.armed_group(kinds=BANDS)
    countries = lexicon().groups.get(side or "", ("", ()))[1]
    if side is None or actor.side not in (None, side, *countries):
        return False
    actor.side, actor.kind, actor.told, actor.local = side, "military", True, False
    return True


def _is_allied(units: list[Unit]) -> bool:
    """Whether somebody speaks for an alliance: "the coalition", "a coalition | spokesman"."""
    return any(u.cls in "DVvYxE" and not ALLIANCES.isdisjoint(u.low.split()) for u in units)


def _is_of_no_country(actor: Actor, units: list[Unit]) -> bool:
    """Whether somebody speaks for no country in which they are.

    Covers: "diplomats in Dushanbe", "Western officials in Baghdad", "the coalition's spokesman in Baghdad",
    "separatist leaders in Donetsk". Must not: "leaders in Kyiv".
    """
    return _is_from_elsewhere(actor, units) or serves_rebels(units) or _is_allied(units)


def _is_from_elsewhere(actor: Actor, units: list[Unit]) -> bool:
    """Whether somebody is of another country than the one in which they are: "diplomats", "Western officials"."""
    return actor.head in ENVOYS or not _elsewhere().isdisjoint(" ".join([unit.low for unit in units]).split())


@cache
def _elsewhere() -> frozenset[str]:
    """Words for people who are not of the country: "western", "international"."""
    return frozenset(key[0].lower() for key, entry in lexicon().entries.items() if ELSEWHERE in entry.senses)


def _pronoun(low: str, first: int, last: int, text: str) -> Actor | None:
    """A pronoun that can speak: "he", "it", "they", "I"; not "this"."""
    pronoun = "he" if low in HE else "it" if low in IT else "they" if low in THEY else "I" if low in ("i", "me") else ""
    if not pronoun:
        return None
    return Actor(first, last, text, text, pronoun=pronoun, person=pronoun in ("he", "I"), plural=pronoun == "they")


@dataclass(slots=True)
class Clues:
    """What the words of a phrase say of its side and kind, before one of each is chosen."""

    kinds: list[str] = field(default_factory=list)
    sides: list[str] = field(default_factory=list)
    inherits: bool = False
    """Whether a word, such as "spokesman", takes its kind from whom it speaks for."""
    located: str | None = None
    """The country of a place in the phrase."""


def _clues(actor: Actor, units: list[Unit], head_end: int, memory: Memory) -> Clues:
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


def _is_surname(unit: Unit, memory: Memory) -> bool:
    """Whether a name alone is that of somebody whom the text has named: "| Nato said", after "Colonel Isagani Nato"."""
    known = memory.by_surname(unit.text)
    return known is not None and known.person and known.surname == unit.text


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

    Covers: "| South Ossetia's leaders", "the defence ministry of | Nagorno-Karabakh".
    Must not: "a doctor in | Chechnya".
    """
    place, words = units[at].text, lexicon()
    if place not in words.wars or words.groups.get(place, ("separatist", ()))[0] not in ("separatist", "authority"):
        return False
    owns = at + 1 < len(units) and units[at + 1].cls in "'YD"
    return owns or (at > 1 and units[at - 1].cls == "F" and units[at - 2].cls in "YD")


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


def _settle(actor: Actor, clues: Clues, units: list[Unit]) -> None:
    """One kind and one side of those that the words give; monitors and private media speak for no side."""
    actor.kind = _kind(clues.kinds, units)
    actor.side = next(filter(None, clues.sides), None)
    nameless = actor.kind == "unnamed" and not actor.counted
    inside = nameless and (any(map(_is_of_government, units)) or _is_of_a_band(units))
    if actor.counted and not any(not u.senses.isdisjoint(ROLES) for u in units) and units[-1].cls == "R":
        actor.side, actor.kind = None, "unnamed"  # "two unnamed | Russians"
    if (
        actor.kind in SILENT_KINDS
        and not inside
        and not (actor.kind == "witness" and actor.head in ("prisoner", "prisoners"))
    ):
        actor.side = None  # but "a source | in the Revolutionary Guards" speaks for Iran
    if actor.side is None:
        return
    if actor.kind == "media" and not (_is_of_state(units) or _is_of_band(actor.side)):
        actor.side = None
    elif actor.kind == "official" and lexicon().groups.get(actor.side, ("", ()))[0] == "alliance":
        actor.kind = "international"


def _is_of_government(unit: Unit) -> bool:
    """Whether a word names an office of a government or an army: "the Foreign Ministry", "the Revolutionary Guards".

    Covers too: "Malian | military sources", who speak for their state without a name.
    """
    if unit.cls == "D":
        arm, _, last = unit.low.rpartition(" ")
        return last in ("source", "sources") and arm in ARMS
    return unit.cls in "YB" and unit.entry is not None and unit.entry.source_kind in STATE_KINDS


def _is_of_a_band(units: list[Unit]) -> bool:
    """Whether nameless sources are an armed group's own: "LTTE | sources in Kilinochchi", "Houthi | sources"."""
    return any(
        unit.low in ("source", "sources") and before.entry is not None and before.entry.group_kind is not None
        for before, unit in pairwise(units)
    )


def _is_of_state(units: list[Unit]) -> bool:
    """Whether a medium is a state's: "state media", "the official news agency", "Buenos Aires radio", a known one."""
    if any(u.cls == "B" and u.entry is not None and u.entry.side for u in units):
        return True
    if any(map(_is_of_its_state, units)):
        return True
    if units[-1].cls in "YB" and any(u.cls == "F" for u in units) and _is_of_government(units[-1]):
        return True  # "the Telegram channel of the Russian | defence ministry"
    return units[0].cls == "S" and len(units) > 1 and units[1].low in ("radio", "television")


def _is_of_its_state(unit: Unit) -> bool:
    """Whether a word makes a medium that of a state: "state-run", "government radio", "official"."""
    return "state" in unit.low or unit.low.partition(" ")[0] in ("official", "government", "government-run")


def _has_a_home(unit: Unit) -> bool:
    """Whether a word is a person of a side, or a body that not every country has."""
    if unit.cls == "P":
        return unit.entry is not None and unit.entry.side is not None
    return unit.cls == "B" and not unit.low.endswith(OFFICES)


def _is_of_band(side: str) -> bool:
    """Whether a side is an armed group, whose media say what it says: "the rebels' radio", "Houthi media"."""
    words = lexicon()
    return words.groups.get(side, ("", ()))[0] in BANDS and side not in words.lands


def _settle_by_place(actor: Actor, clues: Clues, units: list[Unit]) -> None:
    """Those to whom no word gives a side are of the place: "police in Kabul", "officials"; medics need not be."""
    if actor.kind == "military" and actor.person and any(map(_is_police, units)):
        actor.kind = "emergency"  # "Captain Doyle of the Tulsa Police Department"
    inside = actor.kind == "unnamed" and not actor.counted and any(map(_is_of_government, units))
    speaks = actor.kind in STATE_KINDS or inside
    if speaks and not any(map(_has_a_home, units)):
        stance = next((u.entry.stance for u in units if u.cls in "vV" and u.entry is not None), None)
        actor.local = stance is None and NOT_LOCAL.isdisjoint(actor.head.split()) and not _is_medic(units)
        actor.local = actor.local and not (actor.person and any(u.low in GANGS for u in units[:-1]))
    if clues.located is not None and (speaks or clues.inherits) and not _is_medic(units):
        actor.side, actor.local = clues.located, False
    elif actor.kind == "media" and any(map(_is_of_its_state, units)):
        actor.local = True


def _is_police(unit: Unit) -> bool:
    entry = unit.entry
    return unit.cls in "YB" and "police" in unit.low and entry is not None and entry.source_kind == "emergency"


def _continue(actor: Actor, memory: Memory) -> None:
    """Continue an actor named before, where one fits the role word: "the ministry", "the group", "the agency"."""
    if actor.named and actor.surname:
        known = memory.by_name(actor.surname) if actor.text == actor.surname else memory.by_surname(actor.surname)
        if known is not None:
            actor.side, actor.kind, actor.source = known.side, known.kind or actor.kind, known.source
            return
    if not actor.definite or actor.named:
        return
    owner, _, rest = actor.text.lower().replace("’", "'").partition("'")
    owned = bool(rest)
    if owned and owner.rpartition(" ")[2] in BAND_OWNERS and owner.count(" ") == 1:
        known = memory.last_band()  # "the group's | military wing"
        if known is not None and known.side:
            actor.side, actor.local = known.side, False
            actor.kind = actor.kind or known.kind
            return
    if actor.document and not owned and memory.speaker is not None and actor.text.split()[-1].lower() in STATEMENTS:
        actor.side, actor.kind = memory.speaker.side, memory.speaker.kind
        return
    if actor.document and actor.text.split()[-1].lower() in REPORTS:
        known = next((x for x in memory.latest() if x.document and x.kind and not x.person), memory.subject)
        if known is not None and (known.document or known.kind in ("international", "monitor", "media")):
            actor.side, actor.kind, actor.source, actor.local = known.side, known.kind, known.source, False
        return
    if not actor.head:
        return
    if actor.head in ARMIES:
        groups = lexicon().groups
        known = next((x for x in memory.latest() if x.head in ARMIES and x.side and x.side not in groups), None)
        if known is not None:
            actor.side, actor.source, actor.local = known.side, known.source, False
            return
    if actor.head in BAND_WORDS and not actor.person:
        known = memory.last_band()
        side = memory.armed_group(kinds=BANDS) if known is None else None
        if known is not None:
            actor.side, actor.kind, actor.source, actor.local = known.side, known.kind, known.source, False
            return
        if side is not None:
            actor.side, actor.kind, actor.local = side, "military", False
            return
    known = memory.same_head(actor.head)
    if known is not None and known.person == actor.person:
        actor.side, actor.source = known.side, known.source
        actor.kind = known.kind or actor.kind
        return
    kinds = DESCRIPTORS.get(actor.head.split()[-1])
    if kinds is not None and not owned:
        known = next((a for a in memory.latest() if a.named and not a.person and a.kind in kinds), None)
        if known is None:  # "Amnesty's director, Isa Musa, said … According to | the organisation"
            served = (a for a in memory.latest() if a.person and a.kind in ("monitor", "international"))
            known = next((a for a in served if a.named and a.kind in kinds), None)
        if known is not None:
            actor.side, actor.kind, actor.source = known.side, known.kind, known.source
            actor.local, actor.media = False, known.media
    elif actor.head in ALLIANCES:
        actor.side = memory.alliance()
    elif actor.head in GROUPS:
        side = memory.armed_group()
        if side is not None:
            actor.side, actor.kind = side, "military"


def _is_of_a_land(actor: Actor) -> bool:
    """Whether a mission is told by nothing but where it is: "the head of the | mission in Ukraine"."""
    return actor.side is None or (actor.side not in ALOOF and actor.side not in lexicon().groups)


def _settle_mission(actor: Actor, reading: Reading, memory: Memory) -> None:
    """Whose "the mission" is: of the body that the text names, the UN's where it says no more than "peacekeepers"."""
    named = [side for side in memory.sides if side in ALOOF]
    if len(named) == 1:
        actor.side, actor.local = named[0], False
    elif not named and any(u.low in PEACEKEEPING for u in reading.units):
        actor.side, actor.local = "United Nations", False


def _speak_for_last(actor: Actor, memory: Memory) -> None:
    """Whom "a spokesman" speaks for of whom no more is said: the body that spoke last.

    Covers: "The United States command reported 24 dead. American dead stood at 614, | a spokesman said", "The Malawi
    Defence Force said … “We confirm it,” | spokesman Emmanuel Banda said".
    """
    body = memory.speaker
    if body is not None and not body.person and body.side and body.kind in INHERITED_KINDS | {"official"}:
        actor.side, actor.kind, actor.local = body.side, body.kind, False


def _serve_with(actor: Actor, memory: Memory) -> None:
    """An unknown officer serves the side that the sentence named before him: "his generals …, Col X said"."""
    groups = lexicon().groups
    for known in memory.latest():
        if known.order[0] != memory.sentence:
            return
        if known.side and known.side not in groups and known.kind in ("military", "official"):
            actor.side, actor.local = known.side, False
            return


def _settle_by_sentence(actor: Actor, units: list[Unit], memory: Memory) -> None:
    """The side of an office without one, from what stands before it: the place in front, else the state named.

    Covers: "In Dushanbe | the foreign ministry said", "After Greece had buried its dead | the general staff said".
    Must not: "In Tyre | the army said", where the army need not be that of the place.
    """
    army = actor.kind == "military"
    side = _fronted_country(units, actor.first, army) or _seat_behind(units, actor)
    actor.told = actor.told or (side is not None and not actor.person)
    known = actor.person and actor.named
    if side is None and (army or (known and actor.kind == "official")):
        side = _state_before(units, actor.first)
    if side is None and army and (known or actor.head.endswith(SPOKES)):
        side = memory.last_army(actor.order)
    if side is not None:
        actor.side, actor.local = side, False


def _fronted_country(units: list[Unit], at: int, seat: bool) -> str | None:
    """The country of a place that opens the clause of a unit: "In Dushanbe, where …, | "; `seat` asks for a capital."""
    for i in range(at - 2, -1, -1):
        if units[i].cls in ";.:":
            return None
        if units[i].low not in FRONTING or (i and units[i - 1].cls not in ',;.:"&u-N'):
            continue
        unit = units[i + 1]
        if unit.entry is None or unit.cls not in ("S" if seat else "AS"):
            return None
        return unit.entry.place_country
    return None


def _seat_behind(units: list[Unit], actor: Actor) -> str | None:
    """The state of a capital in which a body said it: "the defence ministry | said in Ankara"; persons travel."""
    at = actor.last
    if actor.person or at + 2 >= len(units) or units[at].cls != "c" or units[at + 1].low != "in":
        return None
    seat = units[at + 2]
    return seat.entry.side if seat.cls == "S" and seat.entry is not None and seat.entry.side_role == "capital" else None


def _state_before(units: list[Unit], at: int) -> str | None:
    """The one state that is named before a unit of its clause; of two, neither.

    Who attacks does not count: "An Israeli strike killed three soldiers near the border, | the army said".
    """
    groups = lexicon().groups
    start = next((i + 1 for i in range(at - 1, -1, -1) if units[i].cls in ";u"), 0)
    named: set[str] = set()
    for i in range(start, at):
        entry = units[i].entry
        if entry is None or units[i].cls not in "RSP" or attacks(units, i) or lies_beyond(units, i):
            continue
        if i and units[i - 1].low == "from":
            continue  # "gunmen who crossed from | Libya"
        owned = units[i + 2 if units[i + 1].cls == "'" else i + 1] if i + 2 < at else None
        if owned is not None and owned.cls in "RS" and owned.entry is not None and owned.entry.side in groups:
            continue  # "| Uganda's ADF rebels"
        if owned is not None and units[i].cls == "R" and owned.cls == "V" and is_no_soldier(owned):
            continue  # "five rebels, one of them a | Moroccan national"
        if entry.side and entry.side not in groups and entry.side not in ALOOF:
            named.add(entry.side)
    return named.pop() if len(named) == 1 else None


def attacks(units: list[Unit], at: int) -> bool:
    """Whether a side is named as the one that attacks: "| Israeli raids", "Indian | forces shelled", "by | Russia"."""
    if any(u.cls == "^" for u in units[max(0, at - 2) : at]):
        return True
    return any(not u.senses.isdisjoint(ATTACKS) or u.cls in "py" for u in units[at + 1 : at + ATTACK_REACH])


def lies_beyond(units: list[Unit], at: int) -> bool:
    """Whether a state is named only as a neighbour: "near the border with | Mali", "the | Syrian border"."""
    if at + 1 < len(units) and units[at + 1].low in BORDERS:
        return True
    return at > 1 and units[at - 1].low == "with" and units[at - 2].low in BORDERS


def _bare_name(actor: Actor, memory: Memory) -> Actor | None:
    """A name that no table knows: somebody introduced before, or a new person."""
    words = actor.text.split()
    if not words:
        return None
    surname = surname_of(words)
    known = memory.by_name(surname) if len(words) == 1 else memory.by_surname(surname)
    if known is not None:
        return replace(known, first=actor.first, last=actor.last, text=actor.text)
    if (len(words) == 1 and len(words[0]) < 3) or all(word.casefold() in NO_NAMES for word in words):
        return None
    actor.named, actor.person, actor.surname = True, True, surname
    return actor


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


def _is_medic(units: list[Unit]) -> bool:
    return any(u.low in MEDICS for u in units)


def _head_length(classes: str) -> int:
    """Units before the first "of", "for" or "at": the words that say what the phrase itself is."""
    return min([at for at in (classes.find("F", 1), classes.find("/", 1)) if at > 0], default=len(classes))


def _kind(kinds: list[str], units: list[Unit]) -> str | None:
    """The kind of a source whose words point to several.

    An army's press officer is military, a ministry's doctor emergency.
    """
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
    return next((kind for kind in KIND_RANK if kind in kinds), kinds[0])


def _kind_of_group(unit: Unit, entry: Entry) -> str:
    """What kind of source a name is by itself: "the Taliban", "the IRGC" military, "the Emirate", "Kyiv" official."""
    if entry.group_kind == "authority" and GOVERNING.isdisjoint(f"{unit.low} {entry.side}".lower().split()):
        return "military"
    return _kind_of_side(entry.group_kind)


def _kind_of_side(group_kind: str | None) -> str:
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
        return f"{_singular(noun)} {_to(noun)} {_strip(owner.source)}"
    if lead in POSSESSIVES and len(words) > 1:
        noun = " ".join(words[1:])
        return f"{noun} {_to(noun)} {_strip(owner.source)}"
    return source


def _to(noun: str) -> str:
    return "to" if noun.split()[0].lower().startswith(ADVISING) else "of"


def _singular(noun: str) -> str:
    first, *rest = noun.split()
    for ending, single in SINGULARS:
        if first.endswith(ending):
            return " ".join([first[: len(first) - len(ending)] + single, *rest])
    return noun


def _strip(text: str) -> str:
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
    return DOUBLED.sub(r"\1", text.replace(printed, name, 1))  # "Sergei" + "Sergei Rudskoy"


def _join_appositives(reading: Reading, actors: list[Actor]) -> list[Actor]:
    """One actor for "its spokesman, Igor Konashenkov," and for "Sergei Rudskoi, first deputy chief of the staff,"."""
    units = reading.units
    joined: list[Actor] = []
    for actor in actors:
        before = joined[-1] if joined else None
        if before is not None and _is_behind_comma(units, before, actor) and _is_appositive(units, before, actor):
            joined[-1] = _merge(reading, before, actor)
        elif before is not None and _names_body(units, before, actor):
            side, kind = actor.side or before.side, actor.kind or before.kind
            side = None if kind in SILENT_KINDS else side  # "a Haitian group, | the Human Rights Network,"
            joined[-1] = replace(
                before, last=actor.last, text=actor.text, source=actor.source, side=side, kind=kind, named=True
            )
        elif before is not None and _is_run_by(units, before, actor):
            joined[-1] = _with_master(reading, before, actor)
        elif before is not None and is_close_to(units, before, actor):
            text = reading.text(before.first, actor.last)
            joined[-1] = replace(
                before, last=actor.last, text=text, source=_strip(text), side=None, local=False, told=True
            )
        elif before is not None and _is_called(units, before, actor):
            text = reading.text(before.first, actor.last)
            joined[-1] = replace(before, last=actor.last, text=text, surname=actor.surname, named=True)
        elif before is not None and _describes_body(units, before, actor):
            joined[-1] = replace(before, last=_end_of_description(units, actor.last))
        else:
            joined.append(actor)
    for actor in joined:
        if actor.person and actor.named and actor.side is None and actor.kind in (None, "military", "unnamed"):
            _serve_by_insertion(units, actor, actors)
        if actor.kind is None and actor.side:
            actor.kind = "official"
    return joined


def _serve_by_insertion(units: list[Unit], actor: Actor, actors: list[Actor]) -> None:
    """The side and kind of a name, from what stands between the commas behind it.

    Covers: "Alexander Ivanko, for the UN, | had spoken", "Omar Saranga, of the defence ministry, |", "Anton Tus, who
    commanded Zagreb's forces, |". Must not: "Carla Ruiz, who fled Colombia, |".
    """
    at = actor.last + 1
    if at >= len(units) or units[actor.last].cls != ",":
        return
    first, second = units[at], units[at + 1] if at + 1 < len(units) else units[at]
    leads = any("leading" in u.senses for u in units[at + 1 : at + 4])
    if first.low in ("for", "of") or "leading" in first.senses:
        begin = at + 1
    elif first.low == "who" and leads:
        begin = at + 2
    else:
        return
    close = next((i for i in range(begin, min(begin + MAX_INSERTED, len(units))) if units[i].cls in ",:;."), None)
    if close is None or second.cls in "NU0":
        return
    inner = next((a for a in actors if at < a.first and begin < a.last <= close and (a.side or a.head)), None)
    if inner is None or inner.kind in (None, "witness"):
        return
    actor.side, actor.kind, actor.local = inner.side, actor.kind or inner.kind, inner.local and inner.side is None


def _is_behind_comma(units: list[Unit], first: Actor, second: Actor) -> bool:
    """Whether a noun phrase follows another behind a comma, an age between: "Karim Haddad, 54, | a surgeon,"."""
    gap = units[first.last : second.first]
    if len(gap) == 3 and gap[1].cls == "M" and first.named and first.person:
        return gap[0].cls == gap[2].cls == ","
    return len(gap) == 1 and gap[0].cls == ","


def _names_body(units: list[Unit], first: Actor, second: Actor) -> bool:
    """Whether a name between commas is that of the body before it: "The military's media wing, | ISPR, today listed".

    Must not: "The army, the Red Cross and police said", "In the hospital, | Hamas, which", "Hezbollah, | Hamas, said".
    """
    if first.person or not first.head or first.document or first.counted or first.pronoun:
        return False
    if second.person and not (second.text.isupper() and second.last == second.first + 1):  # "the police union, | SNPP,"
        return False
    if not second.named or units[first.last].cls != "," or second.first != first.last + 1:
        return False
    if units[first.last - 1].cls not in "YxE" or (first.first and units[first.first - 1].cls not in OPENING_MARKS):
        return False
    close = second.last
    if close + 1 >= len(units) or units[close].cls != "," or units[second.last - 1].cls not in "BSX":
        return False
    seat = units[second.first].entry
    if seat is not None and seat.place_country and units[second.first].cls == "S":
        return False  # "MINISTRY OF INFORMATION, | Asmara, 16 June"
    return units[second.first].cls in "tBSX" and units[close + 1].cls in "cfN~"


def _is_run_by(units: list[Unit], first: Actor, second: Actor) -> bool:
    """Whether a participle says who runs a body, or whose a document is.

    Covers: "the health ministry run by | the Houthis", "a group set up by | relatives", "a telegram sent from | the
    embassy", "a document from | the same office". Must not: "a village held by | rebels", "the police backed by | X".
    """
    gap = units[first.last : second.first]
    if (
        not 1 <= len(gap) <= MAX_RUN_BY
        or not (first.head or first.document)
        or first.pronoun
        or first.counted
        or second.pronoun
    ):
        return False
    last = gap[-1].low.rpartition(" ")[2]
    if last not in ("by", "from") or (first.person and not first.document):
        return False
    if first.document:
        if gap[0].low in VIEWING:
            return False  # "a report | seen by the agency"
        joined = last == "from" or _finds(units, first, second)
        return gap[0].low.partition(" ")[0] in ISSUED or (len(gap) == 1 and joined)
    return last == "by" and not second.counted and gap[0].low.partition(" ")[0] in RUN


def _finds(units: list[Unit], first: Actor, second: Actor) -> bool:
    """Whether an inquiry speaks that somebody made: "…, an investigation | by the UN mission has found".

    Must not: "rejected a report | by the UN mission that …".
    """
    opens = first.first == 0 or units[first.first - 1].cls in ',;"'
    speaks = second.last < len(units) and units[second.last].cls in "cf~"
    return opens and speaks and units[first.last - 1].low in REPORTS


def _with_master(reading: Reading, first: Actor, second: Actor) -> Actor:
    """A body with who runs it, for whom it speaks, or a document with whose it is."""
    text = reading.text(first.first, second.last)
    side, kind = second.side or first.side, first.kind
    if first.document:
        kind = (second.kind or "unnamed") if kind in (None, "unnamed") else kind
    elif kind is None:
        kind = "unnamed" if second.kind == "witness" else second.kind
    local = (first.local or second.local) and side is None
    return replace(first, last=second.last, text=text, source=_strip(text), side=side, kind=kind, local=local)


def _end_of_description(units: list[Unit], at: int) -> int:
    """Where a description ends that goes on with a place: "a group of activists | based in Washington,"."""
    end = at
    while end < min(at + MAX_BASED, len(units)) and units[end].cls in "x/tSAXRE":
        end += 1
    return end if end > at + 1 and end < len(units) and units[end].cls == "," else at


def _is_called(units: list[Unit], first: Actor, second: Actor) -> bool:
    """Whether words say by what name somebody goes.

    Covers: "A commander known as | Ricardo", "A rebel who gave his name as | Captain Moussa".
    Must not: "a village known as | Ricardo", "The commander said that a man known as | Ricardo".
    """
    gap = units[first.last : second.first]
    if not 2 <= len(gap) <= MAX_CALLED or not first.person or first.surname or second.pronoun or not second.named:
        return False
    return gap[-1].low in ("as", "himself", "herself") and any(u.low in CALLING for u in gap)


def _describes_body(units: list[Unit], first: Actor, second: Actor) -> bool:
    """Whether a noun phrase after a comma says what a named body is: "HRANA, | a group of activists in Washington,".

    Must not: "Kyiv, | the ministry said": that begins a new clause.
    """
    return (
        second.first == first.last + 1
        and units[first.last].cls == ","
        and first.named
        and not first.person
        and first.kind in INHERITED_KINDS
        and bool(second.head)
        and not second.document
        and (not second.person or second.kind == "monitor")
        and (units[second.first].cls == "a" or (second.head in BRANCHES and units[second.first].cls == "t"))
    )


def _merge(reading: Reading, first: Actor, second: Actor) -> Actor:
    """Two noun phrases that name one person; a person whom the tables know gives the side."""
    merged = replace(first, last=second.last, text=reading.text(first.first, second.last))
    known = any(u.cls == "P" for u in reading.units[second.first : second.last])
    office = second.side if second.head and not second.local else None  # "Olusegun Obasanjo, the African Union's envoy"
    former = any(u.low in FORMER for u in reading.units[second.first : second.last])
    left = any(u.low in FORMER for u in reading.units[first.first : first.last])  # "the former premier, Saad Hariri,"
    known = known and not left
    if known and first.told and first.side and first.head and reading.units[first.first].cls != "s":
        offices = [p.side for u in reading.units[second.first : second.last] if u.entry for p in u.entry.people]
        band = lexicon().groups.get(second.side or "", ("", ()))[0] in ARMED_GROUPS
        known = not (band or first.side in offices)  # "Ethiopia's minister, Getachew Reda", "NATO's chief, Mark Rutte"
    if former or (not second.told and first.told):
        office = None  # "Eduard Kokoity, leader of breakaway South Ossetia": the place is no party
    if reading.units[second.first].cls == "s" and any(u.cls == "P" for u in reading.units[first.first : first.last]):
        office = first.side or office  # "Zabihullah Mujahid, its spokesman"
    if office in lexicon().groups.get(first.side or "", ("", ()))[1] and second.head.endswith(SPOKES):
        office = first.side  # "Yahya Saree, spokesman of the Yemeni armed forces", as a band calls its own
    nobody = second.told and second.side is None and not (known or first.told)  # "Colonel Deng, the rebels' spokesman"
    mine = None if nobody else first.side
    merged.side = (second.side if known else None) or office or mine or (None if former or left else second.side)
    merged.told = merged.told or (merged.side is None and (former or second.told))
    if first.person and second.named and second.person and not first.named:
        merged.source = f"{second.source}, {first.source}"
    merged.named = first.named or second.named
    serves = second.head.endswith(SPOKES) and first.kind not in (None, "witness", "unnamed")
    merged.kind = second.kind if first.kind is None or (first.named and second.kind and not serves) else first.kind
    merged.surname = first.surname or second.surname
    merged.head = (second.head or first.head) if first.named and first.person else (first.head or second.head)
    merged.person = True
    merged.local = (first.local or second.local) and not (merged.side or nobody)
    return merged


def _is_placed(units: list[Unit], at: int) -> bool:
    """Whether a name is that of a place: "in | Soroka", "in Market | Street"."""
    while at > 0 and units[at - 1].cls in "EXxJAN'":
        at -= 1
    return at > 0 and units[at - 1].low in PLACING


def _is_ranked(words: list[Unit]) -> bool:
    """Whether a name stands behind its rank: "Brigadier Udaya Nanayakkara", "Lieutenant Commander Christine Hall"."""
    return words[-1].cls in "XP" and all(u.cls in "XP-D" or (u.cls == "V" and "person_role" in u.senses) for u in words)


def _is_appositive(units: list[Unit], first: Actor, second: Actor) -> bool:
    """Whether a noun phrase after a comma names the one before it again.

    Covers: "its spokesman | Igor Konashenkov,", "Sergei Rudskoi | first deputy chief of the General Staff,".
    Must not: "Putin | Zelenskyy", "the minister | the army chief and …", "in Tyre, | the hospital".
    """
    if first.pronoun or second.pronoun or not first.person or not (second.person or second.head):
        return False
    if first.plural and second.person and not second.plural and not first.counted and second.named:
        return False  # "to Muslim leaders in Malaysia, | Prime Minister Siniora said"
    victims = not first.named and any(u.cls in "vV" and u.low == first.head for u in units[first.first : first.last])
    one_of = units[first.first].low == "one" and units[first.first + 1].cls == "F"
    if (first.counted and not one_of) or (victims and units[second.first].cls in "DJ"):
        return False  # "killed two women in Nikopol, | regional governor Serhii Lysak reported"
    words = units[second.first : second.last]
    if any(u.cls == "P" for u in units[first.first : first.last]) and any(u.cls == "P" for u in words):
        return False
    end = second.last
    active = end + 1 < len(units) and units[end].cls == "x" and units[end + 1].cls == "/"
    active = active and (units[end].low.endswith("ing") or units[end].low in POSTED)  # "of the band | operating in"
    if end < len(units) and (active or units[end].cls == "/"):  # "the top officer | in the region,"
        while end < len(units) and end < second.last + 8 and units[end].cls in "/taxXAJFSUE":
            end += 1
    told = first.named and second.head and end < len(units) and units[end].low in ("who", "whose")
    if end < len(units) and units[end].cls not in ',.;"c-)' and not told:
        return False
    if first.named and not first.head and first.first and units[first.first - 1].low in PLACING:
        return False  # "in Astaneh, | the deputy governor tells state television"
    if first.named and first.first and units[first.first - 1].low in ("for", "to", "from") and words[0].cls == "s":
        return False  # "as they made for Athriya, | its director, Rami Saleh, told reporters"
    bare_first = first.named and not first.head
    if bare_first and first.first > 1 and units[first.first - 1].cls == "F" and units[first.first - 2].cls in "xE":
        return False  # "at the airfield of Sanfebagar, | an army officer said"
    bare_office = (
        "person_role" in words[0].senses and len(words) > 2 and words[1].cls in "/F"
    )  # "Col. John Thomas, | spokesman for U.S. Central Command,"
    office = second.person and (words[0].cls in "tam" or bare_office)
    if first.named and units[first.last - 1].cls in "XP" and second.head and office:
        return True  # "General Joseph Votel, | the top American officer in the region,"
    if bare_first and not second.person and _is_placed(units, first.first):
        return False  # "treated at Soroka, | the hospital says", "in Market Street, | the police said"
    if bare_first and not (words[0].cls in "tamJ" or second.person):
        return False
    if first.head and second.named and second.person and all(u.cls in "XP-D" for u in words):
        return True
    closed = second.last < len(units) and units[second.last].cls == ","
    if first.head and not first.named and second.named and closed and _is_ranked(words):
        return True  # "the military spokesman, | Brigadier Udaya Nanayakkara, called"
    placed = any(u.cls == "F" for u in words[1:])  # "chief medical officer of | Etah"
    return bare_first and bool(second.head) and (words[-1].cls not in "PX" or placed)
