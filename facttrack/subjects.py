"""Subjects: the noun phrase that does what a verb of saying says."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from facttrack.memory import Actor
from facttrack.units import Reading, Unit

__all__ = [
    "OPENS",
    "REDUCED",
    "SELVES",
    "SPEAKERS",
    "find_named",
    "find_parted",
    "find_unknown",
    "is_passive",
    "is_person_role",
    "subject_before",
    "with_joined",
]

BETWEEN = re.compile(
    r"(?:"
    r"[~fbwnTNMhmdE]|um|mU|u~"  # adverbs, auxiliaries, dates, "once more", "last week", "until then"
    r"|/[tasd]?[NUmxJX]{0,3}[NU]"  # "on the second day"
    r"|,?r[^;.\"]{1,22},?"  # a relative clause
    r"|,[^,;.:\"]{1,24},"  # what stands between commas
    r"|h[XA]{1,2}"  # "in the region of Kherson"
    r"|-[^-;.:\"]{1,30}-"  # "– which had denied everything –"
    r"|,/[^;.:\"]{1,40},|,[^;.:\"bfwnc]{1,40},"  # ", through its spokesman in Honiara, Martin Miriori,"
    r"|[xc]\^t?[xXBYQEJ]{1,5}"  # "quoted by the broadcaster VRT"
    r"|,/[^,;.:\"]{1,30},"  # ", in a statement on Monday and again on Tuesday,"
    r"|[/\]h][tas]?[xXSRNAJmUYE]{1,5}(?:F[xXSRAE]{1,3})?"  # "in the northern province", "from a rival group"
    r"|\([^()]{1,16}\),?"  # "(MoD)", "(2,500 strong)"
    r"|[x>]t?[BX]"  # "told the AP"
    r"|x(?=~?$)|%|V(?=$)"
    r")*$"
)
"""What may stand between a subject and its cue, as class letters."""
TOLD_OF = re.compile(r"[ta][xJ]{1,3}r")
"""What opens with a noun that no table knows, and tells of it: "the centre that coordinates"."""
OPENS = frozenset(",;:\"-(&ur)zNUA~h>.'|")
"""Classes after which a noun phrase can be a subject."""
SPEAKERS = frozenset("official military emergency international monitor media witness unnamed".split())
"""Kinds of actor that can make a claim."""
TYING = frozenset("to of for from with under in at near on".split())
"""Prepositions with which somebody belongs to the noun phrase before: "an adviser | to the president"."""
SERVING = frozenset("to of for".split())
"""Those of them behind which stands whom somebody serves."""
SELVES = ("itself", "himself", "herself", "themselves")
"""What may stand behind a subject to stress it."""
RELATIVES = frozenset("who which whom whose".split())
SUBJECTS = RELATIVES - {"whom"}
COUNTED_SENSES = frozenset({"neutral_attack", "tally_noun", "time", "unit", "equipment", "document_role"})
"""Senses of words that no speaker has in its name."""
SPEAKING = "speaking_thing"
"""The sense of things that speak all the same: "the company", "the city"."""
UNSPEAKING = frozenset("people children women men soldiers civilians troops villagers".split())
"""Nouns of those who are counted, and speak together with nobody."""
REDUCED = frozenset(
    "taken brought driven led flown escorted sent posted stationed based deployed embedded invited allowed admitted "
    "familiar close loyal allied appointed named installed".split()
)
"""Words that begin a relative clause without "who": "reporters | taken to the trenches counted"."""
KNOWING = frozenset("familiar briefed privy aware involved knowledgeable".split())
"""What makes people a source: "three people | familiar with its operations"."""
INVERTED = frozenset("did has had does do have".split())
OPENING_WORDS = frozenset("only never not nor rarely seldom hardly little".split())
"""Words that open a clause whose verb stands before its subject."""
ATTRIBUTE = "attribute"
"""The sense of adjectives of figures, which name nobody: "the exact", "previous"."""
CITING = frozenset("said says claimed claims added adds".split())
"""Verbs behind which another speaker can begin."""
EMPTY = frozenset("it this that there these".split())
"""Words that begin no unknown speaker."""
DOERS = ("or", "er", "ors", "ers")
"""Endings of those who do something: "the owner of the ship"."""
PASSIVE_ENDINGS = ("ed", "en", "id", "nt", "st")
MAX_REDUCED = 9
"""Units of a relative clause without "who" between a subject and its verb."""
MAX_GAP = 30
"""Units between a subject and its verb."""
MAX_UNKNOWN = 9
"""Units that the name of an unknown speaker can have."""


def subject_before(units: list[Unit], classes: str, at: int, actors: list[Actor]) -> Actor | None:
    """The nearest noun phrase before a verb that can be its subject.

    Covers: "the ministry | said", "the ministry, which runs the hospitals, | said", "In Kyiv the president | said",
    "an adviser to Prime Minister Meles Zenawi | said".
    Must not: "of the ministry's hospital | said", "who | said".
    """
    inner: Actor | None = None  # whom a preposition ties to the noun phrase before
    for actor in reversed(actors):
        if actor.last > at:
            continue
        if at - actor.last > MAX_GAP:
            return None
        if inner is not None and actor.last == inner.first - 1 and not BETWEEN.match(classes[actor.last : at]):
            text = _words(units, actor.first, inner.last)
            side = actor.side or (inner.side if units[inner.first - 1].low in SERVING else None)
            actor = replace(actor, last=inner.last, text=text, side=side)
        behind = actor.last + (actor.last < at and units[actor.last].low in SELVES)  # "the police | themselves report"
        gap = between = classes[behind:at]
        if "," in classes[actor.first : actor.last]:  # the comma that closes an appositive
            if gap.startswith(",") and "," not in gap[1:]:
                gap = gap[1:]
            if gap.count(",") % 2:
                gap = gap.removesuffix(",")
        elif gap == ",f" and (actor.first == 0 or units[actor.first - 1].cls == ":"):
            gap = "f"  # "The BLA, | has claimed"
        elif gap == "," and _is_apposed(units, actor.first) and all(a.last != actor.first - 1 for a in actors):
            gap = ""
        if not BETWEEN.match(gap) and not _is_reduced(units, actor.last, gap):
            if any(c in ";.:" for c in between):
                return None
            continue
        if _can_be_subject(units, actor) and not _in_relative(units, actor):
            subject = with_joined(units, actor, actors)
            return replace(subject, kind="unnamed") if subject.head == "people" and not subject.named else subject
        inner = actor if actor.first and units[actor.first - 1].low in TYING else None
    return None


def _is_apposed(units: list[Unit], at: int) -> bool:
    """Whether a name stands between commas behind a phrase that opens its sentence: "Its branch, ISWAP, |".

    Must not: "In Goma, M23, | claims", "Troops fired, police, | say".
    """
    if not 2 < at <= MAX_UNKNOWN or units[at - 1].cls != "," or units[at].cls not in "SBPX":
        return False
    return units[0].cls in "tasSRBYXD" and not any(u.cls in "cbfwnpijygkL/,;:0" for u in units[1 : at - 1])


def _is_reduced(units: list[Unit], at: int, gap: str) -> bool:
    """Whether a reduced relative clause fills a gap.

    Covers: "villagers | burying their dead in Chechnya said", "reporters | taken to the trenches on Wednesday counted".
    """
    return (
        units[at].cls in "xclJQ"
        and (units[at].low.endswith("ing") or units[at].low in REDUCED)
        and len(gap) <= MAX_REDUCED
        and not any(cls in ',;:."bfwnr' for cls in gap)
    )


def _in_relative(units: list[Unit], actor: Actor) -> bool:
    """Whether a noun phrase closes a relative clause between commas: "the diocese, which runs the hospital, | said"."""
    if actor.last >= len(units) or units[actor.last].cls != ",":
        return False
    start = actor.first
    while start > 0 and units[start - 1].cls not in ",;.:":
        start -= 1
    return start > 0 and start < actor.first and units[start - 1].cls == "," and units[start].low in RELATIVES


def with_joined(units: list[Unit], actor: Actor, actors: list[Actor]) -> Actor:
    """The subject with what is joined to it: "the army | and its allies", "the Royal | and Mater hospitals".

    Two who speak together speak for the side of the first. Must not: "Troops shot the minister and | police said".
    """
    at = actor.first - 1
    if at < 1 or units[at].cls != "&":
        return actor
    first = next((a for a in actors if a.last == at and not a.pronoun), None)
    if first is not None and first.counted and not is_person_role(units[first.first : first.last]):
        first = None  # but "two officials | and a medic said"
    if first is None:
        start = at
        while start > 0 and units[start - 1].cls in "xXmJRY":
            start -= 1
        if start and units[start - 1].cls in "ta":
            start -= 1
        opens = start < at and (start == 0 or units[start - 1].cls in ',;.:"')
        return replace(actor, first=start, text=_words(units, start, actor.last)) if opens else actor
    lead = first.first - 1
    if (lead >= 0 and units[lead].cls not in ',;.:"-u') or first.head in UNSPEAKING:
        return actor
    if not (first.kind in SPEAKERS or first.side or first.named):
        return actor
    text = _words(units, first.first, actor.last)
    if units[actor.first].cls == "s":
        return replace(first, last=actor.last, text=text)
    source, kind = f"{first.source} and {actor.source}", first.kind if first.side else actor.kind or first.kind
    side = first.side
    if side is None and first.kind == "witness" and actor.kind in ("official", "emergency") and not actor.local:
        side = actor.side  # "witnesses | and Lebanese officials"
    return replace(first, last=actor.last, text=text, source=source, side=side, kind=kind, plural=True)


def _words(units: list[Unit], first: int, last: int) -> str:
    """Some units as text, with a space between those that are apart."""
    text = units[first].text
    for before, unit in pairwise(units[first:last]):
        text += (" " if unit.start > before.end else "") + unit.text
    return text


def _can_be_subject(units: list[Unit], actor: Actor) -> bool:
    """Whether what stands before a noun phrase, and what it is, let it be a subject."""
    lead = actor.first - 1
    if lead >= 0:
        cls = units[lead].cls
        if (
            (cls not in OPENS or units[lead].low.endswith(" by"))
            and not (cls in "SAXB" and lead > 0)
            and not (cls == "c" and (actor.pronoun or _is_cited(units, lead, actor)))
            and units[lead].low not in ("neither", "nor", "so")
            and not _after_phrase(units, lead, actor)
            and not _is_inverted(units, lead)
            and not (lead and cls in "Qc" and units[lead - 1].cls == "a")  # "a claim | Phnom Penh rejected"
            and not (lead and units[lead - 1].low == "whose")  # "the ministry, whose figures | Israel disputes"
        ):
            return False
        if cls == "r" and units[lead].low in SUBJECTS and not actor.pronoun and not _is_object(units, lead):
            return False  # "who | ministers said"; but "in which | the General Staff says"
    if actor.head == "people" and not actor.pronoun and not actor.named:
        return actor.last < len(units) and units[actor.last].low in KNOWING
    first = units[actor.first]
    several = first.cls in "0zq" and first.low != "one" and actor.kind not in ("media", "monitor")
    return not several or is_person_role(units[actor.first : actor.last])


def _is_cited(units: list[Unit], lead: int, actor: Actor) -> bool:
    """Whether somebody tells what another says: "the colonel said | a rebel spokesman claimed that 12 had died".

    Must not: "the spokesman told | reporters", "said | 12 soldiers".
    """
    party = actor.kind in ("military", "official", "emergency") and not (actor.counted or actor.plural)
    return party and lead > 0 and units[lead].low in CITING and units[lead - 1].cls not in ',"'


def _is_inverted(units: list[Unit], lead: int) -> bool:
    """Whether the verb stands before its subject: "Only this month did | the prosecutor present a reckoning"."""
    if units[lead].low not in INVERTED:
        return False
    start = lead
    while start > 0 and units[start - 1].cls not in ';.:"':
        start -= 1
    return lead > start and units[start].low in OPENING_WORDS


def _is_object(units: list[Unit], at: int) -> bool:
    """Whether "which" is not who speaks: "in | which", "a figure | which", "a toll, | which"."""
    before = at - 1 if units[at - 1].cls != "," else at - 2
    return units[at - 1].cls in "/F" or (before >= 0 and "figure" in units[before].senses)


def _after_phrase(units: list[Unit], lead: int, actor: Actor) -> bool:
    """Whether a subject follows a phrase without a comma: "In the first hours of the battle | the colonel said"."""
    known = actor.named or (actor.person and actor.plural and not actor.counted)
    if (units[actor.first].cls not in "tasd" and not known) or units[lead].cls not in "xUENkQvYAX":
        return False
    start = lead
    while start > 0 and units[start - 1].cls not in ',;:."-':
        start -= 1
    return units[start].cls in "/uhF]" and not any(u.cls in "cbf" for u in units[start:lead])


def find_unknown(reading: Reading, at: int, alone: bool = True) -> Actor | None:
    """A speaker that no table knows, before a verb of saying; `alone` asks that what is said follows at once.

    Covers: "A collective of bereaved families | counts …", "Advocates | say that …".
    Must not: "The reported number of dead | says …", "It | says …".
    """
    units = reading.units
    if alone and not _answers(units, at):
        return None
    start = at
    while start > 0 and at - start < MAX_UNKNOWN and units[start - 1].cls in "xXJmRSAFtasvVEU'/B":
        start -= 1
    if units[start].cls == "/":  # "In the town | the gravediggers said"
        start = next((i for i in range(at - 1, start + 1, -1) if units[i].cls == "t"), start)
    while start < at and units[start].cls in "F'":
        start += 1
    while start < at and units[start].cls == "/":
        start += 1
    words = units[start:at]
    opened = units[start].cls == "t" and start > 1 and units[start - 1].cls in "xXASEUNd"
    if not words or (start > 0 and units[start - 1].cls not in ',;:."-u&' and not opened):
        return None
    if not _is_name(words):
        return None
    text = reading.text(start, at)
    return Actor(start, at, text, text, kind="unnamed", named=all(u.cls in "XtRS" for u in words), person=True)


def _answers(units: list[Unit], at: int) -> bool:
    """Whether what is said follows a verb of saying at once."""
    return at + 1 < len(units) and units[at + 1].cls in 'r0qhz":taeZ['


def find_parted(reading: Reading, at: int) -> Actor | None:
    """A speaker that no table knows and opens its sentence, parted from its verb by what is told of it.

    Covers: "A railway controller at Mach, who did not want his name used, | said on Thursday that …", "217 have died,
    the centre that coordinates the rescue | said".
    Must not: "The blast in Kabul, police | said, …".
    """
    units = reading.units
    start = next((i + 1 for i in range(at - 1, -1, -1) if units[i].cls in ';:."-'), 0)
    comma = reading.classes.rfind(",", start, at)
    if comma > start and TOLD_OF.match(reading.classes, comma + 1, at):
        start = comma + 1
    end = start
    while end < at and end - start < MAX_UNKNOWN and units[end].cls in "taxXmJRVY%":
        end += 1
    words, gap = units[start:end], reading.classes[end:at]
    if not words or not gap or words[-1].cls not in "xXVY" or not _is_name(words) or not BETWEEN.match(gap):
        return None
    text = reading.text(start, end)
    return Actor(start, end, text, text, kind="unnamed", named=all(u.cls in "XtRS" for u in words), person=True)


def find_named(reading: Reading, at: int) -> Actor | None:
    """Whoever stands behind "according to", whom no table knows: "the | insurers", "its | war diary"."""
    units, end = reading.units, at
    while end < len(units) and end - at < MAX_UNKNOWN and units[end].cls in "tasxXmJRVvEY'":
        end += 1
    words = units[at:end]
    if len(words) < 2 or words[0].cls not in "tasX" or words[-1].cls not in "xXVvEY" or not _is_name(words):
        return None
    text = reading.text(at, end)
    return Actor(at, end, text, text, kind="unnamed", named=all(u.cls in "XtRS" for u in words))


def _is_name(words: list[Unit]) -> bool:
    """Whether words can name somebody: an article or a plural, no number noun, and no verb form."""
    head = next((i for i, u in enumerate(words) if u.cls == "/" and i), len(words))  # "boffins | in London"
    of = next((i for i, u in enumerate(words) if u.cls == "F"), 0)
    if of and words[of - 1].cls == "x" and words[of - 1].low.endswith(DOERS):
        words, head = words[:of], min(head, of)  # "the operator | of the ship"
    if words[0].low in EMPTY or (words[0].cls not in "tasX" and not words[head - 1].low.endswith("s")):
        return False
    if not any(u.cls in "xXvEV" and ATTRIBUTE not in u.senses for u in words):
        return False
    if any(u.cls in "LkKj*" or not (SPEAKING in u.senses or u.senses.isdisjoint(COUNTED_SENSES)) for u in words):
        return False
    return not any(u.cls == "x" and u.low.endswith(("ed", "ing")) for u in words)


def is_person_role(units: list[Unit]) -> bool:
    """Whether a phrase names a role of persons: "three officials", not "three villages"."""
    return any("person_role" in u.senses for u in units)


def is_passive(units: list[Unit], at: int) -> bool:
    """Whether nobody says it: "was reported", "is believed", "were recorded"."""
    i = at - 1
    while i >= 0 and units[i].cls in "~n":
        i -= 1
    low = units[at].low
    return (
        i >= 0
        and (units[i].cls == "b" or units[i].low.endswith(" been"))
        and (low.endswith(PASSIVE_ENDINGS) or low == "put")
        and low != "silent"
    )
