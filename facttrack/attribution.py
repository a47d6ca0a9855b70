"""Who says it: cue, source, and the stretch of a sentence that an attribution governs.

The innermost credited speaker is the source; the outlet through which it came is `via`. What no attribution governs is
the outlet's own voice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from facttrack.actors import Actor, Memory
from facttrack.units import Reading, Unit

__all__ = ["Attribution", "find_attributions", "find_subject", "govern"]

BETWEEN = re.compile(
    r"(?:[~fbwnTNMhm]|/[tasd]?[NUmxJX]{0,3}[NU]|,?r[^;.\"]{1,22},?|,[^,;.:\"]{1,24},|,/[^,;.:\"]{1,30},|/[tas]?[xXSRNAJmUY]{1,5}|[x>]t?[BX]|x(?=~?$)|%|V(?=$))*$"
)
"""What may stand between a subject and its cue: adverbs, auxiliaries, dates, relative clauses, phrases between commas."""
OPENS = frozenset(",;:\"-(&ur)zNUA~h>.'|")
"""Classes after which a noun phrase can be a subject."""
VICTIM_HEADS = frozenset(
    "soldiers fighters civilians troops militants rebels forces children women men people personnel servicemen".split()
)
ANONYMOUS = frozenset("anonymity anonymously identified anonymous unnamed".split())
MAX_TAIL = 16
"""Units between a trailing cue and the end of its clause: "…, he said in a video posted after midnight on Friday"."""
SPEAKERS = frozenset("official military emergency international monitor media witness unnamed".split())


@dataclass(slots=True)
class Attribution:
    """A source with its cue. It governs what follows (`forward`), what precedes (`backward`), or both."""

    actor: Actor
    first: int
    last: int
    forward: bool
    backward: bool
    rule: str
    via: Actor | None = None
    admits: bool = False
    counts: bool = False


def find_attributions(reading: Reading, actors: list[Actor], memory: Memory) -> list[Attribution]:
    """The attributions of a sentence in text order.

    Covers: "X said …", "…, X said", "…, said X", "according to X", "X, who …, told Reuters", "by X's count", "RIA said, citing X",
    "X, whose own estimate of …", "adding that …". Must not: "X said nothing", "the tank was said to be hit".
    """
    units, found = reading.units, []
    classes = reading.classes
    starts: dict[int, Actor] = {}
    quoted: dict[int, Actor] = {}  # who quotes an actor that becomes the source only later in the sentence
    for actor in actors:
        starts[actor.first] = actor
    for at, unit in enumerate(units):
        if unit.cls == ">" or ("according" in unit.senses and unit.cls not in "c"):
            made = _according(units, at, starts, memory)
        elif "via" in unit.senses and at + 1 < len(units):
            made = _citing(units, at, starts, found, quoted)
        elif (
            unit.cls == "^"
            and at
            and (
                units[at - 1].senses & {"figure", "account"}
                or (at > 1 and units[at - 1].low.endswith("ed") and units[at - 2].senses & {"figure", "account"})
            )
            and _actor_from(units, at + 1, starts) is not None
        ):
            made = _according(units, at, starts, memory)
            if made is not None:
                made.forward, made.rule = True, "account_by"
        elif unit.cls == "^" or unit.low == "on":
            made = _by_account(reading, at, starts, memory)
        elif unit.cls == "x" and at and units[at - 1].cls == '"' and unit.low.endswith("ed") and at + 1 in starts:
            made = Attribution(
                starts[at + 1], at, starts[at + 1].last, forward=False, backward=True, rule="said"
            )  # “…,” sobbed X
        elif unit.cls == "c" or "cue" in unit.senses:
            made = _subject_cue(reading, at, actors, starts, quoted, found)
        elif unit.cls == "G":
            made = _gerund(reading, at, actors, found, memory)
        elif unit.low == "whose own":
            made = _whose_own(units, at, actors)
        elif unit.cls == ":" and at:
            made = _label(units, at, actors, reading.capitals)
        elif unit.cls == "-" and at:
            made = _signed(units, at, starts)
        elif unit.cls == "r" and unit.low == "that" and at:
            made = _that_clause(units, classes, at, actors)
        else:
            made = None
        if made is None and ("tally_noun" in unit.senses or "document_role" in unit.senses or "account" in unit.senses):
            made = _tally_of(units, at, actors)
        if made is None:
            continue
        if made is not None:
            pronoun = made.actor.pronoun
            made.actor = _resolve(made.actor, memory)
            if (
                pronoun in ("it", "they", "he")
                and found
                and found[-1].actor.source == made.actor.source
                and not found[-1].actor.pronoun
            ):
                made.actor = found[-1].actor  # "the Observatory said it had confirmed 502"
            if not _usable(made.actor):
                continue
            if (
                found
                and found[-1].actor.first == made.actor.first
                and found[-1].rule == made.rule
                and found[-1].last >= made.first - 1
            ):
                continue
            found.append(made)
            memory.speaker = made.actor
            memory.remember(made.actor)
    named = [a for a in found if a.actor.text.lower() not in ("we", "i")]
    for attribution in found:
        if attribution.actor.text.lower() in ("we", "i") and named:  # “We counted 35 bodies,” X told AP
            attribution.actor = named[-1].actor
    return found


def _usable(actor: Actor) -> bool:
    return bool(actor.kind in SPEAKERS or actor.side or actor.named or actor.pronoun or actor.head)


def _resolve(actor: Actor, memory: Memory) -> Actor:
    """A pronoun takes everything from whom it means but the words."""
    if not actor.pronoun:
        return actor
    find = {"he": memory.last_person, "it": memory.last_body, "they": memory.last_plural, "I": memory.last_person}[
        actor.pronoun
    ]
    who = find(actor.order if actor.order > (0, 0) else None)
    body = memory.subject
    if (
        actor.pronoun == "it"
        and body is not None
        and body.order < actor.order
        and (memory.speaker is None or body.order[0] > memory.speaker.order[0])
    ):
        who = body
    elif actor.pronoun == "it" and memory.speaker is not None and not memory.speaker.person and memory.speaker.kind:
        who = memory.speaker
    topic = memory.topic
    if (
        actor.pronoun == "he"
        and topic is not None
        and topic.order < actor.order
        and (memory.speaker is None or topic.order[0] > memory.speaker.order[0])
    ):
        who = topic
    elif (
        actor.pronoun == "he"
        and memory.speaker is not None
        and memory.speaker.person
        and not memory.speaker.plural
        and not memory.speaker.pronoun
    ):
        who = memory.speaker
    if who is None:
        who = memory.speaker
    if who is None:
        return actor
    return replace(who, first=actor.first, last=actor.last, text=actor.text, order=actor.order)


def _according(units: list[Unit], at: int, starts: dict[int, Actor], memory: Memory) -> Attribution | None:
    actor = _actor_from(units, at + 1, starts)
    if actor is None:
        return None
    opening = at == 0 or units[at - 1].cls in ';:"&u.-(' or (units[at - 1].cls == "," and at < 3)
    via = None
    nested = starts.get(actor.last + 1)
    if actor.media and actor.last < len(units) and "via" in units[actor.last].senses and nested is not None:
        actor, via = nested, actor
    close = actor.last
    follows = close < len(units) and units[close].cls in ",:"
    return Attribution(actor, at, close, forward=opening or follows, backward=not opening, rule="according_to", via=via)


def _actor_from(units: list[Unit], at: int, starts: dict[int, Actor]) -> Actor | None:
    """The actor that begins at a unit, or just after an article, a quotation mark or a number."""
    for i in range(at, min(at + 3, len(units))):
        if i in starts:
            return starts[i]
        if units[i].cls not in 'tasxJm"~FN':
            return None
    return None


def _citing(
    units: list[Unit], at: int, starts: dict[int, Actor], found: list[Attribution], quoted: dict[int, Actor]
) -> Attribution | None:
    """ "RIA said, citing the ministry": the ministry is the source, RIA the way; "officials quoted by the Times" the other way round."""
    actor = _actor_from(units, at + 1, starts)
    if actor is None:
        return None
    low = units[at].low
    if low.endswith(" by") or low == "in a statement carried by":
        for attribution in reversed(found):
            if attribution.actor.last <= at:
                attribution.via = actor
                return None
        earlier = [a for a in starts.values() if a.last == at and not a.pronoun]
        if earlier:
            quoted[earlier[0].first] = actor
        return None
    if (
        actor.kind in ("witness", "unnamed", None)
        and found
        and found[-1].actor.kind in ("official", "military", "emergency", "international")
    ):
        return None  # "the city council said, citing witnesses": the council answers for it
    via = found[-1].actor if found and found[-1].actor.kind in ("media", None, "monitor") else None
    before = [a for a in starts.values() if a.last <= at and a.kind == "media"]
    if via is None and before:
        via = before[-1]
    if via is None and found:
        via = found[-1].actor
    if found and found[-1].actor is via:
        last = found.pop()
        return Attribution(actor, last.first, actor.last, last.forward or True, True, "citing", via=via)
    return Attribution(actor, at, actor.last, True, True, "citing", via=via)


def _by_account(reading: Reading, at: int, starts: dict[int, Actor], memory: Memory) -> Attribution | None:
    """ "by his account", "by the ministry's count", "on its own reckoning"."""
    units = reading.units
    for i in range(at + 1, min(at + 8, len(units))):
        unit = units[i]
        if unit.cls in ",;.:":
            return None
        bare = unit.cls == "'" and (i + 1 >= len(units) or units[i + 1].cls in ",;.") and units[at].cls == "^"
        if (
            "account" in unit.senses
            and not (
                units[at].low == "on"
                and unit.low in ("site", "page", "channel", "website", "post", "paper", "broadcast", "list")
            )
            or bare
        ):
            lead = units[at + 1] if at + 1 < i and units[at + 1].cls == "s" else None
            owner = (
                None
                if lead is not None
                else next(
                    (
                        starts[k]
                        for k in range(at + 1, i + 1)
                        if k in starts and (starts[k].side or starts[k].kind or starts[k].named)
                    ),
                    None,
                )
            )
            if owner is None:
                possessive = next((u for u in units[at + 1 : i] if u.cls == "s"), None)
                if possessive is None:
                    return None
                pronoun = possessive.low.split()[0]
                kind = "he" if pronoun in ("his", "her") else "it" if pronoun == "its" else "they"
                owner = Actor(at + 1, i, possessive.text.split()[0], possessive.text, pronoun=kind)
            return Attribution(owner, at, i + 1, forward=True, backward=True, rule="by_account")
    return None


def _gerund(
    reading: Reading, at: int, actors: list[Actor], found: list[Attribution], memory: Memory
) -> Attribution | None:
    """ "…, adding that 12 were missing": goes on with the last speaker, else with the subject of the sentence."""
    speakers = [a for a in found if a.rule not in ("account_by", "citing", "tally_of")]
    if speakers:
        actor = speakers[-1].actor
    else:
        units = reading.units
        if at == 0 or units[at - 1].cls != ",":
            return None
        subjects = [
            a
            for a in actors
            if a.last < at
            and (a.first == 0 or units[a.first - 1].cls in OPENS)
            and (a.kind in SPEAKERS - {"witness"} or a.side or a.pronoun)
        ]
        if not subjects:
            return None
        actor = subjects[0]
    return Attribution(
        actor, at, at + 1, forward=True, backward=False, rule="adding", via=found[-1].via if found else None
    )


def _whose_own(units: list[Unit], at: int, actors: list[Actor]) -> Attribution | None:
    before = [a for a in actors if a.last <= at and at - a.last <= 1]
    if not before:
        return None
    end = next((i for i in range(at, len(units)) if units[i].cls in ",;."), len(units))
    return (
        Attribution(before[-1], at, at + 1, forward=True, backward=False, rule="whose_own", counts=True)
        if end
        else None
    )


def _tally_of(units: list[Unit], at: int, actors: list[Actor]) -> Attribution | None:
    """ "Russia's last overall figure, 5,937", "the White Helmets' count", "a UN tally": the owner of a count is its source."""
    if not any(u.cls in "0qhz" for u in units[at + 1 : at + 14]) or (
        at + 1 < len(units) and units[at + 1].cls in "kLjv"
    ):
        return None
    if (
        at + 1 < len(units)
        and units[at + 1].cls == "F"
        and units[at].low in ("number", "numbers", "total", "list", "sum", "figure")
        and not (units[at - 1].cls in "J'" if at else False)
    ):
        return None
    owner = None
    for actor in actors:
        if (
            actor.first < at < actor.last + 4
            and actor.last <= at + 1
            and (actor.side or actor.kind)
            and not actor.pronoun
        ):
            gap = units[actor.last : at]
            if actor.last == at + 1 and (actor.document or any(u.cls == "'" for u in units[actor.first : at])):
                owner = actor
            elif gap and gap[0].cls == "'" and all(u.cls in "'xJmRU" for u in gap):
                owner = actor
    if owner is None or owner.kind == "witness":
        return None
    return Attribution(
        owner, owner.first, max(at + 1, owner.last), forward=True, backward=False, rule="tally_of", counts=True
    )


def _label(units: list[Unit], at: int, actors: list[Actor], shouted: bool) -> Attribution | None:
    """ "Police sources: at least 18 dead", "STATE TV: …": a source set before a colon at the start of its clause."""
    for actor in actors:
        if actor.last > at or actor.pronoun or (actor.kind in (None, "witness") and not actor.surname):
            continue
        if actor.last < at and not all(u.cls in "d)(xX~/,QJU" for u in units[actor.last : at]) or at - actor.last > 4:
            continue
        start = actor.first
        while start > 0 and units[start - 1].cls in "NM-x)(U0" and start > actor.first - 5:
            start -= 1
        if start > 0 and units[start - 1].cls not in ".;":
            continue
        if actor.last - actor.first == 1 and units[actor.first].cls == "S" and not shouted:
            continue  # "Libya: air strike kills dozens" names a place
        if (
            any(u.cls in "cpjk" for u in units[actor.first : at])
            or actor.head in VICTIM_HEADS
            or units[actor.first].cls in "0zqh"
        ):
            continue
        return Attribution(actor, actor.first, at + 1, forward=True, backward=False, rule="label")
    return None


def _signed(units: list[Unit], at: int, starts: dict[int, Actor]) -> Attribution | None:
    """ "12 killed in blast – police": a source set behind a dash at the end of its sentence."""
    actor = starts.get(at + 1)
    if actor is None or actor.kind in (None, "witness") and not actor.side or units[at + 1].cls in "0zqha":
        return None
    rest = units[actor.last :]
    if rest and rest[0].cls not in '.;,/"' or any(u.cls in "cpjkbf0" for u in rest[:8]):
        return None
    return Attribution(actor, at, actor.last, forward=False, backward=True, rule="signed")


def _that_clause(units: list[Unit], classes: str, at: int, actors: list[Actor]) -> Attribution | None:
    """ "Relatives shouted that …", "the paper crowed that …": whatever the verb is, a that-clause after a speaker is reported speech."""
    verb = at - 1
    while verb > 0 and units[verb].cls in "~vNBS" and at - verb < 3:
        verb -= 1
    word = units[verb]
    if word.cls not in "xEiW" or "-" in word.low or not word.low.endswith(("ed", "s", "t", "d", "e")):
        return None
    subject = _subject(units, classes, verb, actors)
    if subject is None or not (subject.kind in SPEAKERS or subject.pronoun or subject.side or subject.named):
        return None
    return Attribution(subject, subject.first, at + 1, forward=True, backward=False, rule="that_clause")


def _subject_cue(
    reading: Reading,
    at: int,
    actors: list[Actor],
    starts: dict[int, Actor],
    quoted: dict[int, Actor],
    earlier: list[Attribution],
) -> Attribution | None:
    units, classes = reading.units, reading.classes
    unit = units[at]
    if at and units[at - 1].cls in "ta'sJ" and unit.low not in ("said", "says"):
        return None
    if "figure" in unit.senses and (at + 1 >= len(units) or units[at + 1].cls in ",.;"):
        return None  # "based on previous reports,": the noun
    passive = _is_passive(units, at)
    subject = _subject(units, classes, at, actors)
    inverted = None
    if (
        subject is None
        and not passive
        and at
        and units[at - 1].cls in "&u,"
        and earlier
        and "say" in unit.senses
        and at + 1 < len(units)
        and units[at + 1].cls not in ",."
    ):
        subject = earlier[-1].actor  # "… confirmed a strike but said that …"
    if subject is None and not passive and at and units[at - 1].cls == "u" and "say" in unit.senses:
        subject = next(
            (
                a
                for a in actors
                if a.last < at and a.kind in SPEAKERS and (a.first == 0 or units[a.first - 1].cls in OPENS)
            ),
            None,
        )
    if subject is None and not passive and ("say" in unit.senses or "count" in unit.senses):
        subject = _unknown_subject(reading, at)
    if subject is None or (passive and unit.low not in ("quoted",)):
        if passive:
            return None
        inverted = starts.get(at + 1)
        if inverted is None or not (at == 0 or units[at - 1].cls in ',";:.-&)' or unit.low in ("says", "said")):
            return None
        if "say" not in unit.senses or inverted.media and unit.low in ("told",):
            return None
        if not (inverted.last >= len(units) or units[inverted.last].cls in ',.;:"N-)~/r'):
            return None
        subject = inverted
    if "count" in unit.senses and "say" not in unit.senses and not _can_count(subject):
        return None
    if subject.kind in ("witness",) and not _speaks(units[subject.first : subject.last]) and "say" not in unit.senses:
        return None
    if subject.media and any(a.rule == "citing" and subject.last <= a.first and a.last <= at for a in earlier):
        return None  # "AP, citing a spokesman, reports that …": the spokesman is the source
    if subject.side is None and subject.local and any(u.low in ANONYMOUS for u in units[subject.last : at + 12]):
        subject = replace(subject, local=False)
    end = at + 1
    via = quoted.get(subject.first)
    if unit.low in ("told", "tells", "informed") or (via is None and end < len(units)):
        heard = starts.get(end)
        if heard is not None and heard is not inverted and heard.media and unit.low in ("told", "tells", "informed"):
            via = via or heard
    tail_from = inverted.last if inverted is not None else end
    rest = next((i for i in range(tail_from, len(units)) if units[i].cls in ',;.:"-'), len(units))
    lead = subject.first - 1 if inverted is None else at - 1
    detached = lead < 0 or units[lead].cls in ',";:-.'
    told_before = any(u.cls in "0qzapijgkLKol" for u in _clause_before(units, lead))
    trailing = (
        told_before
        and rest - tail_from <= MAX_TAIL
        and not any(u.cls in "0qzpijgk" for u in units[tail_from:rest])
        and not (tail_from < len(units) and units[tail_from].low == "that")
    )
    closes = rest >= len(units) or units[rest].cls in '.;,"-'
    forward = not (trailing and closes and lead >= 0 and detached)
    backward = trailing and lead >= 0 and detached
    if trailing and rest < len(units) and units[rest].cls == ":":
        forward = True
    if trailing and lead < 0:
        forward = True
    both = backward and rest < len(units) and units[rest].cls in ",:-" and rest + 1 < len(units)
    return Attribution(
        subject, min(subject.first, at), max(tail_from, at + 1), forward=forward or both, backward=backward, rule="said" if "say" in unit.senses else "counted",
        via=via, admits="admit" in unit.senses, counts="count" in unit.senses,
    )  # fmt: skip


def _unknown_subject(reading: Reading, at: int) -> Actor | None:
    """A speaker that no table knows: "A collective of bereaved families counts …", "Advocates say …"."""
    units = reading.units
    if at + 1 >= len(units) or units[at + 1].cls not in 'r0qhz":ta':
        return None
    start = at
    while start > 0 and at - start < 9 and units[start - 1].cls in "xXJmRSAFtasvEU'/":
        start -= 1
    while start < at and units[start].cls in "F'":
        start += 1
    while start < at and units[start].cls in "/":
        start += 1
    words = units[start:at]
    if not words or (start > 0 and units[start - 1].cls not in ',;:."-u&'):
        return None
    if words[0].cls not in "taX" and not words[-1].low.endswith("s"):
        return None
    if any(
        u.cls in "LkKj*" or u.senses & {"neutral_attack", "tally_noun", "time", "unit", "equipment", "document_role"}
        for u in words
    ) or not any(u.cls in "xXv" for u in words):
        return None
    if words[0].low in ("it", "this", "that", "there", "these") or any(
        u.low.endswith(("ed", "ing")) for u in words if u.cls == "x"
    ):
        return None
    text = reading.text(start, at)
    named = all(u.cls in "XtRS" for u in words)
    return Actor(start, at, text, text, kind="unnamed", named=named, person=True)


def _clause_before(units: list[Unit], lead: int) -> list[Unit]:
    """The units before an attribution up to the last semicolon: what a trailing cue could govern."""
    start = max((i for i in range(lead) if units[i].cls == ";"), default=-1) + 1
    return units[start : max(lead, start)]


def _is_passive(units: list[Unit], at: int) -> bool:
    """ "was reported", "is believed", "were recorded": no subject says it."""
    i = at - 1
    while i >= 0 and units[i].cls in "~n":
        i -= 1
    return (
        i >= 0
        and units[i].cls == "b"
        and units[at].low.endswith(("ed", "en", "id", "nt", "st"))
        and units[at].low not in ("silent",)
    )


def _can_count(actor: Actor) -> bool:
    return (
        actor.kind not in (None, "witness")
        or (
            actor.kind == "witness"
            and not actor.text[:1].isdigit()
            and actor.text.split()[0].lower() in ("a", "an", "the", "one")
        )
        or bool(actor.pronoun)
        or bool(actor.side)
        or actor.document
        or actor.named
    )


def _speaks(units: list[Unit]) -> bool:
    return any("person_role" in u.senses for u in units)


def _subject(units: list[Unit], classes: str, at: int, actors: list[Actor]) -> Actor | None:
    """The nearest noun phrase before a cue that can be its subject."""
    for actor in reversed([a for a in actors if a.last <= at]):
        if at - actor.last > 30:
            return None
        gap = classes[actor.last : at]
        if gap.startswith(",") and "," in actor.text and "," not in gap[1:]:
            gap = gap[1:]
        if gap.endswith(",") and "," in actor.text:
            gap = gap[:-1]
        if not BETWEEN.match(gap):
            if any(c in ";.:" for c in classes[actor.last : at]):
                return None
            continue
        lead = actor.first - 1
        if (
            lead >= 0
            and units[lead].cls not in OPENS
            and not (units[lead].cls in "SAXB" and lead > 0)
            and not (units[lead].cls in "c" and actor.pronoun)
            and not _after_phrase(units, lead, actor)
        ):
            continue
        if lead >= 0 and units[lead].cls == "r" and units[lead].low in ("who", "which", "whom", "whose"):
            continue
        if actor.head in ("people",) and not actor.pronoun and not actor.named:
            continue
        if units[actor.first].cls in "0zq" and not _speaks(units[actor.first : actor.last]):
            continue
        return actor
    return None


def find_subject(
    reading: Reading, verb: int, actors: list[Actor], attributions: list[Attribution], memory: Memory
) -> Actor | None:
    """The actor that is the subject of the verb group at a unit; of a second verb ("…, but gave none") that of the first."""
    units, at = reading.units, verb
    while at > 0 and units[at - 1].cls in "bfwn~":
        at -= 1
    found = _subject(units, reading.classes, at, actors)
    if found is None and at > 0 and units[at - 1].low in ("who", "which"):
        found = next((a for a in reversed(actors) if a.last in (at - 1, at - 2)), None)
    if found is None and at > 0 and units[at - 1].cls in ",&u":
        governing = [a for a in attributions if a.first <= at and not (a.backward and not a.forward)]
        if governing:
            return governing[-1].actor
        for actor in reversed([a for a in actors if a.last < at]):
            lead = actor.first - 1
            if (lead < 0 or units[lead].cls in OPENS) and (actor.kind not in (None, "witness") or actor.side):
                found = actor
                break
    return _resolve(found, memory) if found is not None else None


def _after_phrase(units: list[Unit], lead: int, actor: Actor) -> bool:
    """Whether a subject follows an opening phrase without a comma: "In the first hours of the battle | the colonel said"."""
    if (units[actor.first].cls not in "tasd" and not actor.named) or units[lead].cls not in "xUENkQ":
        return False
    start = lead
    while start > 0 and units[start - 1].cls not in ',;:."-':
        start -= 1
    return units[start].cls in "/uh" and not any(u.cls in "cbf" for u in units[start:lead])


def govern(
    attributions: list[Attribution], reading: Reading, at: int, end: int, active: bool = False
) -> Attribution | None:
    """The attribution that governs the units from `at` to `end`, or None for the outlet's own voice."""
    units = reading.units
    left = max((i for i in range(at) if units[i].cls == ";"), default=-1)
    right = next((i for i in range(end, len(units)) if units[i].cls == ";"), len(units))
    inside = [a for a in attributions if left < a.first < right]
    before = [a for a in inside if a.forward and a.last <= end and a.first <= at]
    after = [a for a in inside if a.backward and a.first >= end - 1]
    nearest = max(before, key=lambda a: a.last, default=None)
    if (
        nearest is not None
        and any(u.low == "as" and u.cls == "u" for u in units[nearest.last : at - 1])
        and not any(u.cls == "r" for u in units[nearest.last : at])
    ):
        nearest = None  # "Russia says missiles hit officers as death toll rises to 34"
    follow = min(after, key=lambda a: a.first, default=None)
    if nearest is not None and follow is not None:
        between = units[nearest.last : at]
        if any(u.cls in "u" or (u.cls == "&" and i and between[i - 1].cls == ",") for i, u in enumerate(between)):
            return follow
        return nearest
    if nearest is not None or follow is not None:
        return nearest or follow
    # A clause after a semicolon goes on with the speaker before it, unless it tells of its own doer ("; floods killed 56").
    earlier = [a for a in attributions if a.first <= left]
    if earlier and left >= 0 and not active:
        return max(earlier, key=lambda a: a.last)
    return None
