"""Who is who: people, bodies, places and groups, and the side that they belong to or speak for.

`find_actors` gives the noun phrases of a sentence that could be a source; `Memory` keeps those of the sentences before,
so that "he", "its spokesman", "the ministry" and a bare surname lead back to somebody. Where two readings remain, the
side stays empty.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from facttrack.appositives import REPORTS, SPOKES, join_appositives
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
from facttrack.clues import (
    ALLIANCES,
    INHERITED_KINDS,
    ROLES,
    SILENT_KINDS,
    Clues,
    bare_text,
    find_clues,
    is_allied,
    is_from_elsewhere,
    kind_of_side,
)
from facttrack.lexicon import lexicon
from facttrack.memory import ALOOF, BANDS, HE, IT, THEY, Actor, Memory, has_rebels, surname_of
from facttrack.phrases import PHRASE, find_phrase
from facttrack.uncounted import PERIODICALS
from facttrack.units import Reading, Unit
from facttrack.voices import MEDICS, STATE_KINDS, speaks_for_nobody

__all__ = ["FRONTING", "attacks", "find_actors", "lies_beyond"]

ARMS = frozenset(
    ["army", "defence", "defense", "government", "intelligence", "law enforcement", "military", "security"]
)
"""What a state's nameless sources are from."""
KIND_RANK = ("military", "emergency", "international", "monitor", "media", "official", "witness", "unnamed")
"""Which of several kinds in one phrase decides, the most telling first."""
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
FRONTING = frozenset("in from at".split())
"""Prepositions of a place that opens a clause, and in which its subject sits."""
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
ATTACKS = frozenset({"neutral_attack", "attack_verb"})
"""Senses of words for attacks."""
ATTACK_REACH = 4
"""Units behind the name of a side in which its attack stands: "Indian forces | shelled"."""
PEACEKEEPING = frozenset(["peacekeepers", "peacekeeper", "peacekeeping", "blue helmets", "blue helmet"])
LABELLED = re.compile(r"[XVDYP.]{1,5}:$")
"""The label of who speaks in a transcript, before what he says of somebody: "PRESENTER: | President Musa said"."""
GANGS = frozenset("paramilitary gang militia cartel mafia".split())
"""Words before those who lead people, and serve no state: "the paramilitary | chief"."""
ASKED = frozenset("reached asked contacted interviewed met phoned telephoned called".split())
"""What a reporter does with whoever is to answer."""
FRONTED = re.compile(r"[/FUN~][^,;.:\"cbfwnpijg]{1,12},$")
"""Classes of a phrase before the subject: "In Baghdad, | General Kimmitt declined …"."""
COURTS = frozenset(
    "judge judges court courts tribunal chamber chambers prosecutor prosecutors judgment verdict bench".split()
)
"""Heads of those who speak for a court."""
OFFICES = ("service", "ministry", "police", "department", "directorate")
"""Last words of bodies that every country has: "the State Emergency Service"."""
BORDERS = frozenset("border borders frontier boundary fence".split())
MISSIONS = re.compile(r"\b[Mm]ission\b")


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
    joined = join_appositives(reading, found)
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
    actor = Actor(first, last, text, bare_text(text), definite=classes[0] == "t", counted=classes[0] in "0qhz")
    if units[0].low == "one" and classes in ("0D", "0xD", "0JD", "0RD"):
        actor.counted = False  # "said | one sheikh"
    if classes == "S" and _is_surname(units[0], memory):
        return _bare_name(actor, memory)
    one_of = 3 if classes[:2] == "0F" and units[0].low == "one" else 0
    head_end = one_of + _head_length(classes[one_of:])
    clues = find_clues(actor, units, head_end, memory)
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
    if actor.side is None and memory.courts and actor.head in COURTS and not any(map(_is_of_government, units)):
        actor.told, actor.local = True, False  # "the chamber", in The Hague
        return actor
    if actor.side is None and memory.lands and serves_breakaway(units):
        actor.side, actor.told, actor.local = memory.land(), True, False
        actor.kind = actor.kind or "official"
    elif actor.side is None and speaks_for_band(units):
        known = memory.last_band()
        actor.side = known.side if known is not None else memory.armed_group(kinds=BANDS)
        actor.told, actor.local = True, False
        actor.kind = (known.kind if known is not None else None) or ("military" if actor.side else "unnamed")
    elif actor.side is None:
        allied, rebels = is_allied(units), serves_rebels(units)
        if is_from_elsewhere(actor, units):
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
        actor.kind = kind_of_side(group[0]) if group is not None else "official"
        actor.local = actor.side is None and not _is_medic(units)
    if actor.kind is None and actor.side and (actor.person or actor.named):
        actor.kind = kind_of_side(lexicon().groups.get(actor.side, (None, ()))[0])
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


def _pronoun(low: str, first: int, last: int, text: str) -> Actor | None:
    """A pronoun that can speak: "he", "it", "they", "I"; not "this"."""
    pronoun = "he" if low in HE else "it" if low in IT else "they" if low in THEY else "I" if low in ("i", "me") else ""
    if not pronoun:
        return None
    return Actor(first, last, text, text, pronoun=pronoun, person=pronoun in ("he", "I"), plural=pronoun == "they")


def _is_surname(unit: Unit, memory: Memory) -> bool:
    """Whether a name alone is that of somebody whom the text has named: "| Nato said", after "Colonel Isagani Nato"."""
    known = memory.by_surname(unit.text)
    return known is not None and known.person and known.surname == unit.text


def _ruled_by(side: str) -> str | None:
    """The land for whose people a ministry of an authority speaks that does not fight its own land's state.

    Covers: "the Hamas-run health ministry". Must not: "the Taliban's interior ministry", in a land they fought for.
    """
    words = lexicon()
    kind, lands = words.groups.get(side, ("", ()))
    if kind != "authority" or len(lands) != 1 or any(foe == lands[0] for foe, _, _ in words.wars.get(side, ())):
        return None
    return lands[0]


def _settle(actor: Actor, clues: Clues, units: list[Unit]) -> None:
    """One kind and one side of those that the words give; monitors and private media speak for no side."""
    actor.kind = _kind(clues.kinds, units)
    actor.side = next(filter(None, clues.sides), None)
    if actor.side is not None and actor.head.endswith("ministry"):
        actor.side = _ruled_by(actor.side) or actor.side
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
        armies = (x for x in memory.latest() if x.head in ARMIES or x.head.endswith("command"))
        known = next((x for x in armies if x.side and x.side not in groups), None)
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
