"""Who speaks throughout a document or a part of it: whoever issues it, the label of a turn, or who is interviewed."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from facttrack.attribution import find_attributions
from facttrack.cues import VICTIM_HEADS
from facttrack.lexicon import lexicon
from facttrack.looks import HEADING, LISTED, Look, ends_heading
from facttrack.memory import ARMED, Actor, Memory
from facttrack.scene import Attribution
from facttrack.units import Reading, Unit

__all__ = ["FIRST_PERSONS", "give_turns"]

MIN_TURNS = 2
"""Labels in capitals that make a text a transcript: one alone may be a heading."""
MAX_HEADING = 22
"""Units: a longer first line is a sentence, not the heading of a communiqué."""
LABEL = re.compile(r"[A-Z][A-Z .'’-]{0,40}(?:\([^)]*\))?:")
"""The label of a speaker in a transcript, known or not."""
MAX_BESIDE = 4
"""Units beside the issuer in its heading: a date, a number."""
ISSUERS = frozenset("official military emergency international monitor".split())
"""Kinds of body that issue communiqués."""
CAPITAL_KINDS = frozenset("official military".split())
"""Kinds of body that are of the state in whose capital they sit."""
ALONE = frozenset("international monitor".split())
"""Kinds of body whose name alone heads what it tells, and not what is told of it: "Human Rights Watch. It has …"."""
OTHERS = frozenset("official military media".split())
"""Kinds of "our ministry" and "our army", which speak for themselves."""
ABOUT = frozenset("to on about against with regarding concerning".split())
"""Words behind which a heading names what it is about, and not who issues it."""
OF_WHOM = re.compile(
    r"[\w ]+? (?:of|by|from) (?:the )?(?P<body>.+?)(?: (?:on|about|concerning|regarding) .*)?$", re.IGNORECASE
)
"""A document and whose it is."""


NOTE = re.compile(r"\W{0,2}(?:Editors?['’]?s?['’]? note|Note (?:by|of|from) the editors?)\b", re.IGNORECASE)
"""How what the outlet adds to a communiqué begins."""
FIELDS = frozenset(["from", "issued by", "released by", "published by", "sender", "issuer"])
"""Fields of a heading that name who issues it."""
PAPERS = frozenset("interview paper papers document documents".split())
"""Documents that make no heading a communiqué's."""
OF_STATES = frozenset("army forces police military government".split())
"""Words in the names of armed groups by which a text means the state's."""
ENEMY = frozenset("enemy adversary opponent foe occupation".split())
VERSIONS = frozenset("side version account view position tally figures claim claims".split())
"""Last words of a heading over what one of two sides tells: "The Ukrainian | side:"."""
MAX_LABEL = 4
"""Units up to the colon of a label behind which somebody else's figures stand."""
SOURCES = frozenset("source sources".split())
MAX_FIELD = 8
"""Units of a field up to its colon: "Source of all figures unless stated:"."""
MIN_FIELD = 3
"""Units of a field: its name, a colon, and a body."""
ASKING = re.compile(r"(?:Q|Question|QUESTION)[:.] ")
ANSWERING = re.compile(r"(?:A|Answer|ANSWER)[:.] ")
QUOTES = ('"', "“", "'", "‘")
MAX_ACCOUNT = 2
"""Characters behind the mark of an account in which who owns it has been told."""
QUESTION, ANSWER = "question", "answer"
FIRST_PERSONS = frozenset("i we our my us me".split())
"""Words by which somebody answers for himself."""


def give_turns(looks: list[Look], text: str, memory: Memory) -> None:
    """Who speaks where a sentence names nobody: the last label of a transcript or of a part, else the issuer.

    Covers: "SHEA: …", "Q: … A: …" of somebody who is interviewed, "IRAQ, General Command: …", "What the army says:".
    A note of the editors ends what an issuer says.
    """
    issuer = _issuer(looks) or next((_speaks(actor, "issuer") for actor in map(_sourced, looks) if actor), None)
    capitals = all(look.sentence.text.isupper() for look in looks)
    begins = _begin_lines(looks, text)
    names = _repeated_labels(looks, begins)
    labels = [None if capitals else _turn(look, names) for look in looks]
    transcript = len(labels) - labels.count(None) >= MIN_TURNS
    below = _below(looks, text, labels) if transcript else frozenset[int]()
    roles = _roles(looks, begins)
    answering = None if transcript else _interviewed(looks, roles)
    turn: Attribution | None = None
    voice = issuer
    in_line = False
    for look, label, role, fresh, alone in zip(looks, labels, roles, begins, [*begins[1:], True], strict=True):
        if fresh and NOTE.match(look.sentence.text) is not None:
            turn = issuer = None
            look.attributions = [said for said in look.attributions if NOTE.match(said.actor.text) is None]
        elif transcript:
            if label is not None or LABEL.match(look.sentence.text):
                turn = label
            elif look.number in below:
                turn = None
        elif answering is not None and role:
            turn = answering if role == ANSWER else None
        elif answering is not None:
            pass
        elif in_line and not fresh and any(u.cls == ":" for u in look.reading.units[:MAX_LABEL]):
            turn = None  # "Army: 12 killed. | Rebels: 40 killed."
        elif fresh:
            head = _head(look, capitals, alone)
            if head is not None or in_line:
                turn = None if head is None else _speaks(head, "label" if head.person else "issuer")
                in_line = head is not None and not (alone and _is_all_head(look))
        look.turn = turn or issuer
        voice = look.turn or voice
        if voice is not None and not look.quoted:
            _speak_for(look, voice)
            _name_enemy(look, voice.actor, memory)


def _below(looks: list[Look], text: str, labels: list[Attribution | None]) -> frozenset[int]:
    """Where the outlet adds something below an interview: a block without a label, where each turn is but a line."""
    labelled = [label is not None or LABEL.match(look.sentence.text) for look, label in zip(looks, labels, strict=True)]
    ends = [0, *(look.sentence.end for look in looks)]
    blank = [text[end : look.sentence.start].count("\n") > 1 for end, look in zip(ends, looks, strict=False)]
    first = next(i for i, one in enumerate(labelled) if one)
    blocks = [i for i in range(first + 1, len(looks)) if blank[i]]
    return frozenset() if any(labelled[i] for i in blocks) else frozenset(blocks)


def _begin_lines(looks: list[Look], text: str) -> list[bool]:
    """Whether each sentence begins a line."""
    ends = [0, *(look.sentence.end for look in looks)]
    return [end == 0 or "\n" in text[end : look.sentence.start] for end, look in zip(ends, looks, strict=False)]


def _roles(looks: list[Look], fresh: list[bool]) -> list[str]:
    """Whether a question or an answer begins with each sentence of an interview: by its letter, or as a line that asks.

    Covers: "Q: …", "A: …", and a line that ends with a question mark, whose answer is the line below.
    """
    roles = [QUESTION if ASKING.match(look.sentence.text) else "" for look in looks]
    if any(roles):
        return [
            role or (ANSWER if ANSWERING.match(look.sentence.text) else "")
            for look, role in zip(looks, roles, strict=True)
        ]
    begins = [*fresh[1:], True]
    for i, look in enumerate(looks):
        if fresh[i] and begins[i] and _asks(look):
            roles[i] = QUESTION
        elif i and roles[i - 1] == QUESTION:
            roles[i] = ANSWER
    lead = next((i for i, role in enumerate(roles) if role), len(roles))
    spoken = sum(any(u.low in FIRST_PERSONS for u in look.reading.units) and not look.quoted for look in looks[lead:])
    return roles if roles.count(QUESTION) >= MIN_TURNS and spoken >= MIN_TURNS else [""] * len(looks)


def _asks(look: Look) -> bool:
    """Whether a line is a question, or puts something to somebody: "The rebels say 47 of your soldiers died."."""
    if look.sentence.text.endswith("?"):
        return True
    lows = {unit.low for unit in look.reading.units}
    return not look.quoted and not lows.isdisjoint(("you", "your")) and lows.isdisjoint(FIRST_PERSONS)


def _interviewed(looks: list[Look], roles: list[str]) -> Attribution | None:
    """Who answers in an interview: the person whom the lines before the first question name first.

    Covers: "Batu Kutelia is Georgia's deputy defence minister. We met …", "An army medic talks to our correspondent".
    """
    if ANSWER not in roles:
        return None
    asked = next(i for i, role in enumerate(roles) if role)
    named = [
        _with_office(actor, look)
        for look in looks[:asked]
        if not look.sentence.text.startswith(QUOTES)
        for actor in look.actors
        if _may_answer(actor, look.reading)
    ]
    actor = next(iter(sorted(named, key=lambda each: (not each.named, each.order[1] > 1))), None)
    return _speaks(actor, "label") if actor is not None else None


def _may_answer(actor: Actor, reading: Reading) -> bool:
    """Whether somebody can be interviewed: a person of whom more is told than one name, or a full name."""
    if actor.pronoun or actor.counted or actor.plural or actor.kind == "media":
        return False
    name = reading.classes[actor.first : actor.last]
    full = len(name) > 1 and not name.strip("XP") and not reading.capitals
    return full or (actor.person and bool(actor.head or actor.kind))


def _with_office(actor: Actor, look: Look) -> Actor:
    """A name without its description, and with the office that the sentence gives him: "X is the army's spokesman"."""
    actor = replace(actor, text=actor.text.partition(",")[0], person=True)
    units = look.reading.units
    is_one = actor.last < len(units) and units[actor.last].low in ("is", "was")
    office = next((a for a in look.actors if is_one and a.first == actor.last + 1 and a.person), None)
    if office is None or actor.kind is not None:
        return actor
    return replace(actor, kind=office.kind, side=office.side, local=office.local, told=office.told, head=office.head)


def _speaks(actor: Actor, rule: str) -> Attribution:
    """Somebody as the source of whatever nobody else is credited with."""
    return Attribution(actor, 0, 0, forward=True, backward=True, rule=rule)


def _speak_for(look: Look, voice: Attribution) -> None:
    """Whoever speaks for who says "we" in a sentence, and for the body and document that it names without a name.

    Covers: "| we counted 12 dead", "| the Command denies", "| the statement gave no number".
    """
    speaker = voice.actor
    if look.turn is voice and (speaker.named or voice.rule == "issuer"):
        for attribution in look.attributions:
            said = attribution.actor
            if _says_we(said, voice):
                attribution.actor = replace(speaker, first=said.first, last=said.last, order=said.order)
    if speaker.side is None:
        return
    for actor in (*look.actors, *(attribution.actor for attribution in look.attributions)):
        if actor is not speaker and not actor.told and _is_itself(look.reading.units, actor, speaker):
            actor.side, actor.kind, actor.told = speaker.side, speaker.kind, True


def _name_enemy(look: Look, speaker: Actor, memory: Memory) -> None:
    """Whom whoever issues a communiqué fights, where a sentence tells what they say, or do not say.

    Covers: "| The enemy hides its losses", "| The occupation admits that 24 of its soldiers died", "| The American
    enemy conceals its dead".
    Must not: "The enemy has lost 40 men".
    """
    units = look.reading.units
    for i, unit in enumerate(units[:-2]):
        if unit.cls != "t" or (i and units[i - 1].cls not in ",;&.:"):
            continue
        entry = units[i + 1].entry
        state = entry.side if units[i + 1].cls == "R" and entry is not None else None
        other = units[i + 1].low == "other" and units[i + 2].low == "side"
        last = i + 3 if other or state is not None else i + 2
        if not other and units[last - 1].low not in ENEMY:
            continue
        says = any(u.cls == "c" for u in units[last : last + 2])
        if state is not None:  # "the American" is no actor of its own
            look.actors = [a for a in look.actors if (a.first, a.last) != (i, i + 2)]
        if any(a.first < last and a.last > i for a in look.actors) or not (says or (look.silent and not look.mentions)):
            continue
        text, side = look.reading.text(i, last), state or memory.enemy_of(speaker.side)
        actor = Actor(i, last, text, text, side, "military", definite=True, order=(look.number + 1, i))
        actor.told = side is not None
        look.actors = sorted([*look.actors, actor], key=lambda each: each.first)
        if says:
            look.attributions = find_attributions(look.reading, look.actors, memory)


def _is_itself(units: list[Unit], actor: Actor, speaker: Actor) -> bool:
    """Whether a noun phrase with an article is the issuer or what it issues: "the Command", "the statement".

    Must not: "the Army", where a "National Liberation Army" speaks.
    """
    words = units[actor.first : actor.last]
    if len(words) != 2 or words[0].low not in ("the", "this"):
        return False
    if "document_role" in words[1].senses:
        return True
    return words[1].low in speaker.text.lower().split() and not (
        words[1].low in OF_STATES and speaker.side in lexicon().groups
    )


def _is_all_head(look: Look) -> bool:
    """Whether a line is a head and nothing else, so that what follows is said by whom it names."""
    return look.sentence.text.endswith(":") or ":" not in look.reading.classes


def _head(look: Look, capitals: bool, alone: bool) -> Actor | None:
    """The body with which a line begins that tells the rest of the line, or the part under it.

    Covers: "IRAQ, General Command, communiqué No. 40: …", "MEDIA CENTRE FOR NATIONAL SECURITY, COLOMBO: …", "What the
    army says:", "The Ukrainian side:", "BELGRADE SAYS", "The ministry reports: 12 died. …", "Human Rights Watch. …".
    Must not: "Libya: air strike kills dozens", "- soldiers: 12", "The general called it a mistake: 12 died".
    `alone` says that nothing else stands in the line.
    """
    if capitals or LISTED.match(look.sentence.text) is not None:
        return None
    units = look.reading.units
    colons = [i for i, u in enumerate(units[:MAX_HEADING]) if u.cls == ":"]
    if len(colons) > 1 and colons[0] == 1 and not any(a.first == 0 and a.kind for a in look.actors):
        del colons[0]  # "URGENT: Qassam Brigades: …"
    colon = colons[0] if colons else None
    if colon is None and alone and len(units) > 1 and _tells_of_side(units[-1]):
        colon = len(units)
    if colon is None:
        return _titled(look)
    end, asked = colon, units[0].low == "what"
    if colon > 1 and units[colon - 1].cls == "c" and not any(u.cls == '"' for u in units):
        end = colon - 1
        if asked:
            look.attributions = [said for said in look.attributions if said.first >= colon]
    if any(u.cls in "bfwpijglkcL" for u in units[:end]):
        return None
    if end < colon or units[end - 1].low in VERSIONS:
        owner = next(
            (a for a in look.actors if a.first <= 1 and a.last in (end, end - 1) and a.told and not a.person), None
        )
        if owner is not None:
            return _without_what(replace(owner, text=look.reading.text(owner.first, end), last=end))
    return _office_of(look, end, asked)


def _tells_of_side(unit: Unit) -> bool:
    """Whether the last word of a heading leads to what one side tells: "BELGRADE | SAYS", "Moscow's | version"."""
    return (unit.cls == "c" and "say" in unit.senses) or unit.low in VERSIONS


def _titled(look: Look) -> Actor | None:
    """The body whose name is a sentence of its own, ahead of what it tells: "MINISTRY OF INFORMATION, MOGADISHU. …"."""
    units = look.reading.units
    if not look.number or units[-1].cls != ".":
        return None
    if look.sentence.text.isupper():
        verbs = any(u.cls in "bfwpijglkcL" for u in units)
        return None if verbs else _office_of(look, len(units))
    actor = look.actors[0] if look.actors else None
    if actor is None or (actor.first, actor.last) != (0, len(units) - 1):
        return None
    return actor if actor.named and actor.kind in ALONE else None


def _office_of(look: Look, end: int, asked: bool = False) -> Actor | None:
    """The body that the first units of a sentence name, with its side, if they name nothing else beside it."""
    units = look.reading.units
    inside = [a for a in look.actors if a.last <= end and not a.pronoun and not a.counted]
    cited = next((said.actor for said in look.attributions if said.rule == "citing" and said.last <= end), None)
    offices = [
        a
        for a in inside
        if (_is_issuer(units, a) or (a.media and a.side) or _is_named(units, a) or (asked and a.kind in ISSUERS))
        and (asked or a.head not in VICTIM_HEADS)
    ]
    offices = [cited] if cited is not None and cited.kind in ISSUERS else offices  # "TAMILNET, quoting LTTE officials:"
    if not offices:
        return None
    known = {i for a in inside for i in range(a.first, a.last)}
    beside = [u for i, u in enumerate(units[:end]) if i not in known and not _is_beside(u)]
    if len(beside) > MAX_BESIDE or any(u.text.islower() and "via" not in u.senses for u in beside):
        return None  # "Lorenzana, the defence secretary, called it a mistake | : …"
    return _without_what(_with_side(look, offices[0], end))


def _without_what(actor: Actor) -> Actor:
    """A speaker without the word that leads to what he says: "What | Israel says:"."""
    what, _, rest = actor.text.partition(" ")
    return replace(actor, text=rest, source=rest) if rest and what.lower() == "what" else actor


def _is_beside(unit: Unit) -> bool:
    """Whether a unit stands beside the name of a body in its heading and names nobody: a date, a place, a mark."""
    return unit.cls in ",.-():;|/NMU0zAtaFQ" or "document_role" in unit.senses


def _with_side(look: Look, actor: Actor, end: int) -> Actor:
    """A body with the side of the state beside it, if its own words tell none: "IRAQ, General Command", "…, ASMARA"."""
    if actor.told or not (actor.kind in CAPITAL_KINDS or (actor.kind == "emergency" and actor.local)):
        return actor
    units = look.reading.units
    for i in range(end):
        entry = units[i].entry
        if actor.first <= i < actor.last or entry is None or units[i].cls not in "SA":
            continue
        side = entry.side or entry.place_country
        if side is None:
            continue
        text, source = actor.text, actor.source
        if i == actor.first - 2 and units[i + 1].cls == "," and entry.side_role == "name":
            text = source = look.reading.text(i, actor.last)
        return replace(actor, side=side, told=True, text=text, source=source)
    return actor


def _says_we(actor: Actor, voice: Attribution) -> bool:
    """Whether a source is whoever speaks: "we", "I", "our mission"; not "our reporter", nor somebody's "our army"."""
    first = actor.text.split(" ")[0].lower().partition("'")[0]
    return first in ("we", "i") or (first == "our" and (voice.rule == "issuer" or actor.kind not in OTHERS))


def _repeated_labels(looks: list[Look], begins: list[bool]) -> set[str]:
    """The names with which several lines begin, in whatever letters: "Hartwig: …", "Q: …", "Hartwig: …"."""
    labels = [
        look.attributions[0].actor.text
        for look, fresh in zip(looks, begins, strict=True)
        if fresh and look.attributions and look.attributions[0].rule == "label" and look.attributions[0].actor.person
    ]
    names = [label.split()[-1] for label in labels]  # "Col. Ibrahim Sesay: …", and from then on "Sesay: …"
    return {label for label, name in zip(labels, names, strict=True) if names.count(name) >= MIN_TURNS}


def _turn(look: Look, names: set[str]) -> Attribution | None:
    """The speaker's label at the start of a sentence: "SHEA: …", or one of the names that are labels of a text."""
    first = look.attributions[0] if look.attributions else None
    if (
        first is not None
        and first.rule == "label"
        and (first.actor.first <= 2 or all(u.text.isupper() or u.cls == "." for u in look.reading.units[: first.first]))
        and (first.actor.text.replace("Mc", "MC").isupper() or first.actor.text in names)
    ):
        return first
    return None


def _issuer(looks: list[Look]) -> Attribution | None:
    """The body in whose name a communiqué speaks.

    Its heading is little more than the body, and it says "we" or "our", or calls itself a bulletin; or the heading is
    the office and nothing else. Covers: "General Staff of the Armed Forces of Ukraine: daily bulletin", "Ministry of
    Defence of the Russian Federation", "Issued by: Defence Headquarters", "ARMY COMMAND, BEIRUT.", "PRESS STATEMENT"
    over "Ministry of Information, Asmara". Must not: "Army kills 12 rebels", "WEST BANK - Flash update".
    """
    actor = _headed(looks[0]) or _posted(looks[0])
    if actor is None:
        lines = list(takewhile(lambda look: _is_heading(look, looks), looks[:HEADING]))
        ours = (
            any(u.low in ("our", "we") for look in looks if not look.quoted for u in look.reading.units)
            if lines
            else False
        )
        titled = any(_is_bulletin(look.reading.units) for look in lines)
        lines.sort(
            key=lambda look: not _is_bulletin(look.reading.units)
        )  # "BELLAVISTA, MUNICIPALITY OF …. | Brief of the UN"
        found = (_issued_by(look) or _names_issuer(look, ours, titled, looks) for look in lines)
        actor = next((each for each in found if each is not None), None)
    return _speaks(actor, "issuer") if actor is not None else None


def _is_bulletin(units: list[Unit]) -> bool:
    """Whether a line calls itself a bulletin: "press release", "daily briefing"."""
    return any(("document_role" in u.senses or "account" in u.senses) and u.low not in PAPERS for u in units)


def _is_verbless(units: list[Unit]) -> bool:
    return not any(u.cls in "bfwpijlc" and u.low.islower() for u in units)


def _is_heading(look: Look, looks: list[Look]) -> bool:
    """Whether one of the first lines is a heading, and no sentence: not with a stop, unless it is in capitals."""
    units = look.reading.units
    if len(units) > MAX_HEADING:
        return False
    if not ends_heading(look):
        return True
    if look.mentions or units[-1].cls != ".":
        return look.number == 0 and _is_bulletin(units) and _is_verbless(units)
    capitals = look.sentence.text.isupper() and not looks[-1].reading.capitals
    named = look.number == 0 and _is_bulletin(units)
    titled = any(_is_bulletin(each.reading.units) for each in looks[: look.number])
    return (capitals or named or (titled and "N" in look.reading.classes and _is_bare(look))) and _is_verbless(units)


def _is_bare(look: Look) -> bool:
    """Whether a line has nothing beside a body but dates and places: "Headquarters, Eighth Army in Korea, 24 May."."""
    return any(_is_issuer(look.reading.units, a) for a in look.actors) and _count_beside(look) == 0


def _count_beside(look: Look) -> int:
    """How many units of a line belong to no body, date or place."""
    named = {i for actor in look.actors for i in range(actor.first, actor.last)}
    return sum(not _is_beside(unit) for i, unit in enumerate(look.reading.units) if i not in named)


def _names_issuer(look: Look, ours: bool, titled: bool, looks: list[Look]) -> Actor | None:
    """The body that a line of the heading names, if the line tells of little else.

    `ours` says that the text speaks of "us", `titled` that one of the lines calls it a bulletin.
    """
    units = look.reading.units
    bulletin, toll = _is_bulletin(units), any(u.cls == "L" for u in units)
    offices = [a for a in look.actors if _is_issuer(units, a)]
    rest = len(units) - sum(a.last - a.first for a in offices) - (len(offices) - 1)  # "Ministry X, Centre Y"
    beside = _count_beside(look)
    for actor in offices:
        if actor.first and units[actor.first - 1].low in ABOUT:
            continue  # "Briefing in relation to | the military coup"
        if not actor.document and actor.last < len(units) and "neutral_attack" in units[actor.last].senses:
            continue  # "KENYA UNIVERSITY | ATTACK"
        if toll and actor.first > 1:
            continue  # "Death toll climbs in | Boko Haram raid"
        named = actor.last > actor.first + 1 or " " in actor.text  # not "POLICE" alone
        named = named and any(u.cls != "S" for u in units[actor.first : actor.last])  # nor "NATO", over its news
        if (
            (ours and (rest <= MAX_BESIDE or bulletin))
            or (bulletin and (rest <= MAX_BESIDE or actor.first <= 1 or (look.number == 0 and _is_verbless(units))))
            or (titled and beside == 0)
            or (
                named
                and beside == 0
                and rest <= MAX_BESIDE
                and look.sentence.text.isupper()
                and not looks[-1].reading.capitals
            )
            or (named and rest == 0 and look.number == 0)
            or (named and _opens_capitals(look, actor) and not looks[-1].reading.capitals)
            or (beside == 0 and look.number == 0 and len(offices) > 1)
        ):
            return _with_side(look, _without_document(actor), len(units))
    return None


def _opens_capitals(look: Look, actor: Actor) -> bool:
    """Whether a first line in capitals is a body, a dash and what it does: "GENERAL STAFF | - OPERATION DAWN, DAY 29".

    Must not: "ARMY | - 12 KILLED IN RAID", "THE ARMY | AND THE PEOPLE".
    """
    units = look.reading.units
    opens = look.number == 0 and actor.first == 0 and look.sentence.text.isupper() and not look.mentions
    if not opens or actor.last >= len(units) or units[actor.last].cls not in "-|":
        return False
    return not any(u.cls in "bfwpijlck" for u in units)


def _sourced(look: Look) -> Actor | None:
    """The body from which all figures of a text are.

    Covers: "Source: Mumbai Police", "Source of all figures: army", "Toll of the strike (source: health ministry)".

    Must not: "Source: Reuters", "A source: 12 died".
    """
    if not look.actors or ":" not in look.sentence.text:
        return None
    units = look.reading.units
    brackets = (i + 1 for i, unit in enumerate(units[:-MIN_FIELD]) if unit.cls == "(" and units[i + 1].low in SOURCES)
    start = next(brackets, 0)
    if len(units) < start + MIN_FIELD or units[start].low not in SOURCES:
        return None
    colon = next((i for i in range(start + 1, min(start + MAX_FIELD, len(units))) if units[i].cls == ":"), None)
    actor = next((a for a in look.actors if a.first - 1 == colon and _is_issuer(units, a)), None)
    return _with_side(look, actor, len(units)) if actor is not None and not look.mentions else None


def _issued_by(look: Look) -> Actor | None:
    """The body of a field of the heading: "From: Armed Forces of the Philippines", "Issued by: Ministry of Defence"."""
    units = look.reading.units
    if len(units) < MIN_FIELD or units[1].cls != ":" or units[0].low not in FIELDS:
        return None
    return _office_of(look, len(units))


def _without_document(actor: Actor) -> Actor:
    """An issuer without the word for what it issues: "Statement of the Islamic Emirate on the raid"."""
    found = OF_WHOM.match(actor.text) if actor.document else None
    return actor if found is None else replace(actor, text=found["body"], source=found["body"])


def _headed(look: Look) -> Actor | None:
    """The body before a colon at the head of a text: "Text of communiqué by the General Staff: Our forces …"."""
    units = look.reading.units
    colon = next((i for i, u in enumerate(units[:MAX_HEADING]) if u.cls == ":"), None)
    if colon is None or "document_role" not in {sense for u in units[:colon] for sense in u.senses}:
        return None
    if any(u.cls in "fwpij" or (u.cls == "b" and colon != len(units) - 1) for u in units[:colon]):
        return None
    owns = ("by", "from", "of")
    return next(
        (
            a
            for a in look.actors
            if a.last == colon and a.first and units[a.first - 1].low in owns and _is_issuer(units, a)
        ),
        None,
    )


def _posted(look: Look) -> Actor | None:
    """Who posted a text or a thread, before the name of the account: "Edil Baisalov, deputy head @Edil"."""
    account = look.sentence.text.find(" @")
    if account < 0 or look.mentions or not look.actors:
        return None
    actor, units = look.actors[0], look.reading.units
    if actor.first > 0 or actor.counted or not (actor.kind in ISSUERS and (actor.person or actor.named)):
        return None
    before = units[actor.last].start if actor.last < len(units) else len(look.sentence.text) + look.sentence.start
    return actor if before - look.sentence.start <= account + MAX_ACCOUNT else None


def _is_issuer(units: list[Unit], actor: Actor) -> bool:
    """Whether a phrase names an office, a body, a mission or an armed group, and not a state or a place alone."""
    return actor.kind in ISSUERS and any(
        u.cls in "BY"
        or not u.senses.isdisjoint(("body_role", "person_role"))
        or (u.cls == "S" and u.entry is not None and _issues(u.entry.group_kind, actor))
        for u in units[actor.first : actor.last]
    )


def _is_named(units: list[Unit], actor: Actor) -> bool:
    """Whether a phrase is a person whose office is known: "ANTONIO GUTERRES: …"."""
    return actor.kind in ISSUERS and actor.person and any(u.cls == "P" for u in units[actor.first : actor.last])


def _issues(kind: str | None, actor: Actor) -> bool:
    """Whether the name of a group is that of an issuer: "HAMAS STATEMENT", "UNMISS"; not "UN REPORT ON MOURA"."""
    return kind in ARMED or kind == "militia" or (kind is not None and not actor.document)
