"""Noun phrases that name one and the same: offices behind names, bodies run by others, who "is called" something."""

from __future__ import annotations

from dataclasses import replace

from facttrack.clues import BRANCHES, INHERITED_KINDS, SILENT_KINDS, bare_text
from facttrack.lexicon import lexicon
from facttrack.memory import ARMED_GROUPS, Actor
from facttrack.phrases import VIEWING
from facttrack.units import Reading, Unit
from facttrack.voices import FORMER, is_close_to

__all__ = ["REPORTS", "SPOKES", "join_appositives"]

PLACING = frozenset("in at near outside around".split())
"""Prepositions behind which an unknown name is that of a place."""
REPORTS = frozenset(
    "report study inquiry investigation survey dossier list register document documents records ledger log "
    "diary".split()
)
"""Documents that can say something when nobody tells whose they are: "The report said"."""
MAX_BASED = 6
"""Units of "based in the United Kingdom" behind a description."""
POSTED = frozenset("based stationed posted deployed".split())
"""Words behind a body that tell where it serves."""
CALLING = frozenset("known name identified calls calling called introduced nicknamed".split())
"""Words by which somebody goes by a name."""
MAX_CALLED = 6
"""Units of ", who gave his name as"."""
SPOKES = ("spokesman", "spokeswoman", "spokesperson")
OPENING_MARKS = frozenset(';.:"&u-(NU')
"""Classes before a body that opens its clause."""
RUN = frozenset("run controlled led headed installed appointed administered operated owned set founded formed".split())
"""Participles of a body before "by" and those for whom it speaks."""
ISSUED = frozenset("sent written issued released published signed drafted drawn prepared compiled filed".split())
"""Participles of a document before "by" or "from" and whose it is."""
MAX_RUN_BY = 3
"""Units of such a participle with its preposition: "set up by"."""
MAX_INSERTED = 10
"""Units between the commas behind a name: "Anton Tus, | who commanded Zagreb's forces at the time, |"."""


def join_appositives(reading: Reading, actors: list[Actor]) -> list[Actor]:
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
                before, last=actor.last, text=text, source=bare_text(text), side=None, local=False, told=True
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
    return replace(first, last=second.last, text=text, source=bare_text(text), side=side, kind=kind, local=local)


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
