"""Subjects: the noun phrase that does what a verb of saying says."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from facttrack.memory import Actor
from facttrack.phrases import has_role
from facttrack.units import Unit

__all__ = [
    "BETWEEN",
    "OPENS",
    "REDUCED",
    "SELVES",
    "SPEAKERS",
    "gives_toll",
    "is_of_them",
    "is_participle",
    "is_passive",
    "is_person_role",
    "is_reduced",
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
    r"|[/\]h][tase]?[xXSRNAJmUYE]{1,5}(?:Ft?[xXSRAEvBY]{1,3})?"  # "in the northern province", "on both sides"
    r"|d[NU]"  # "this morning"
    r"|\([^()]{1,16}\),?"  # "(MoD)", "(2,500 strong)"
    r"|[x>]t?[BX]"  # "told the AP"
    r"|,?>[ta]?[BXSPxYQ]{1,4},"  # "as per the agency,", "according to the agency,"
    r"|x(?=~?$)|%|V(?=$)"
    r")*$"
)
"""What may stand between a subject and its cue, as class letters."""
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
ANSWERING = frozenset("official emergency international".split())
"""Kinds of speakers beside whom others who speak at once are named second: "a mayor | and a rebel said"."""
UNSPEAKING = frozenset("people children women men soldiers civilians troops villagers".split())
"""Nouns of those who are counted, and speak together with nobody."""
REDUCED = frozenset(
    "taken brought driven led flown escorted sent posted stationed based deployed embedded invited allowed admitted "
    "familiar close loyal allied appointed named installed".split()
)
"""Words that begin a relative clause without "who": "reporters | taken to the trenches counted"."""
FEW, MAX_FEW = frozenset("two three four five several".split()), 4
"""How many speak with one voice, and of how many words their name is."""
SPOKEN = frozenset("said say told".split())
"""Verbs of saying that tell nothing else."""
KNOWING = frozenset("familiar briefed privy aware involved knowledgeable".split())
"""What makes people a source: "three people | familiar with its operations"."""
INVERTED = frozenset("did has had does do have".split())
OPENING_WORDS = frozenset("only never not nor rarely seldom hardly little".split())
"""Words that open a clause whose verb stands before its subject."""
CITING = frozenset("said says claimed claims added adds".split())
"""Verbs behind which another speaker can begin."""
PASSIVE_ENDINGS = ("ed", "en", "id", "nt", "st")
MAX_REDUCED = 9
"""Units of a relative clause without "who" between a subject and its verb."""
MAX_APPOSED = 9
"""Units of a phrase that opens a sentence, with a name between commas behind it."""
MAX_GAP = 30
"""Units between a subject and its verb."""


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
        if gap.endswith("),") and any(a.last == actor.first - 1 and units[a.last].cls == "," for a in actors):
            continue  # "The minister, Ali Tan (34), | said": the minister
        if not BETWEEN.match(gap) and not is_reduced(units, actor.last, gap):
            if any(c in ";.:" for c in between):
                return None
            continue
        if units[actor.first].cls == "a" and not actor.person and _is_told_of_body(units, actor, actors):
            continue  # "X, spokesman for the BIFF, | a splinter group whose men joined in, claimed"
        if _can_be_subject(units, actor) and not _in_relative(units, actor):
            if _is_told_number(units, actor):
                text = _words(units, actor.first - 1, actor.last)
                actor = replace(actor, first=actor.first - 1, text=text, definite=True)
            subject = with_joined(units, actor, actors)
            return replace(subject, kind="unnamed") if subject.head == "people" and not subject.named else subject
        inner = actor if actor.first and units[actor.first - 1].low in TYING else None
    return None


def _is_apposed(units: list[Unit], at: int) -> bool:
    """Whether a name stands between commas behind a phrase that opens its sentence: "Its branch, ISWAP, |".

    Must not: "In Goma, M23, | claims", "Troops fired, police, | say".
    """
    if not 2 < at <= MAX_APPOSED or units[at - 1].cls != "," or units[at].cls not in "SBPX":
        return False
    return units[0].cls in "tasSRBYXD" and not any(u.cls in "cbfwnpijygkL/,;:0" for u in units[1 : at - 1])


def is_reduced(units: list[Unit], at: int, gap: str) -> bool:
    """Whether a reduced relative clause fills a gap.

    Covers: "villagers | burying their dead in Chechnya said", "reporters | taken to the trenches on Wednesday counted",
    "an account | linked to the group claims".
    """
    return (
        units[at].cls in "xclJQ"
        and (units[at].low.endswith("ing") or units[at].low in REDUCED or is_participle(units, at))
        and len(gap) <= MAX_REDUCED
        and not any(cls in ',;:."bfwnr' for cls in gap)
    )


def is_participle(units: list[Unit], at: int) -> bool:
    """Whether a word tells what was done to the noun before: "an account | linked to", "a herder | reached in Djenné".

    Must not: "the army | shelled Goma", "they | cared to mention", "Two witnesses | appeared in court".
    """
    if units[at].cls != "x" or not units[at].low.endswith("ed") or not at or units[at - 1].cls == "d":
        return False
    end = at + 1
    while end < len(units) and units[end].low.endswith("ly"):
        end += 1
    if end + 1 >= len(units) or units[end].cls not in "/^]T>":
        return False
    return units[end].cls != "T" or units[end + 1].cls in "tasSRXYAPB"


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
    source = f"{first.source} and {actor.source}"
    kind = first.kind if first.side or first.kind in ANSWERING else actor.kind or first.kind
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


def _is_told_number(units: list[Unit], actor: Actor) -> bool:
    """Whether a number of persons with an office is known already: "the | three Taliban commanders said"."""
    first = actor.first
    if not first or units[first].cls != "0" or units[first - 1].cls != "t":
        return False
    return is_person_role(units[first : actor.last])


def _is_told_of_body(units: list[Unit], actor: Actor, actors: list[Actor]) -> bool:
    """Whether a phrase with "a" tells what the body is for which the person before it speaks."""
    if actor.first < 2 or units[actor.first - 1].cls != ",":
        return False
    return any(a.last == actor.first - 1 and a.person for a in actors) and units[actor.first - 2].cls in "SBY"


def _can_be_subject(units: list[Unit], actor: Actor) -> bool:
    """Whether what stands before a noun phrase, and what it is, let it be a subject."""
    lead = actor.first - 1 - _is_told_number(units, actor)
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
        told = actor.last + 1 < len(units) and units[actor.last].low in SPOKEN and units[actor.last + 1].cls in "fbwlp"
        if cls == "r" and units[lead].low in SUBJECTS and not (actor.pronoun or told or _is_object(units, lead)):
            return False  # "who | ministers said"; not "in which | the army says", "which | officials said had killed"
    if actor.head == "people" and not actor.pronoun and not actor.named:
        return actor.last < len(units) and units[actor.last].low in KNOWING
    first = units[actor.first]
    several = first.cls in "0zq" and first.low != "one" and actor.kind not in ("media", "monitor")
    return not several or is_person_role(units[actor.first : actor.last]) or _say(units, actor)


def _say(units: list[Unit], actor: Actor) -> bool:
    """Whether a few people whom no table has as speakers say it at once: "…, two dockers | said", "Three cooks | told".

    Must not: "12 soldiers | counted their dead", "300 people | reported missing".
    """
    verb = units[actor.last] if actor.last < len(units) else None
    few = units[actor.first].low in FEW and actor.last - actor.first <= MAX_FEW
    return few and verb is not None and (verb.low in SPOKEN or gives_toll(units, actor))


def gives_toll(units: list[Unit], actor: Actor) -> bool:
    """Whether witnesses give a figure: "Four residents | gave a death toll of 80"; not "gave blood"."""
    verb = actor.last
    if verb + 1 >= len(units) or units[verb].low not in ("gave", "give"):
        return False
    return any(u.cls == "L" or u.low in ("tolls", "figure", "figures") for u in units[verb + 1 : verb + 4])


def _is_cited(units: list[Unit], lead: int, actor: Actor) -> bool:
    """Whether somebody tells what another says: "the colonel said | a rebel spokesman claimed that 12 had died".

    Must not: "the spokesman told | reporters", "said | 12 soldiers".
    """
    party = actor.kind in ("military", "official", "emergency") and not (actor.counted or actor.plural)
    own = units[actor.first].cls == "s"  # "the group said | its volunteers had counted 110"
    party = party or (actor.kind == "witness" and not (own or actor.counted) and actor.head not in UNSPEAKING)
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
    if lead and units[lead].low.endswith("ing") and has_role(units[lead - 1]):
        return False  # "but officials treating | Indian soldiers said"
    start = lead
    while start > 0 and units[start - 1].cls not in ',;:."-':
        start -= 1
    return units[start].cls in "/uhF]" and not any(u.cls in "cbf" for u in units[start:lead])


def is_of_them(unit: Unit) -> bool:
    """Whether a word behind a noun is a thing of theirs, and no adverb or verb: "police | operations"."""
    return unit.cls in "xE" and unit.low.endswith(("ions", "ings")) and unit.text.islower()


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
        and (low.endswith(PASSIVE_ENDINGS) or low.split()[0] == "put" or low == "found")
        and low != "silent"
    )
