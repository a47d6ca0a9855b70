"""Quantities to casualty mentions: which numbers count people killed, wounded, missing or captured.

First every quantity gets its noun group ("about 400 | Russian forces"), then the sentence is written as a string of
chunk letters, and the named patterns of `LINKS` say how a number hangs on a casualty word. The letters:

    #  number with a victim noun      0  bare number          K  number with a casualty noun ("27 deaths")
    $  number of something else       P  "were killed", "had died"   A  "has killed", "kills"
    p  "killed", active or passive    j  "dead", "missing"     g  "killing"        k  "deaths", "losses", uncounted
    L  "death toll"                   o  "bodies"              O  "lives"          x  other words      v  other verb
    c G >  cues                       I  "including"           r u &  who, when, and   / F T ^ ]  in, of, to, by, from
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from facttrack.quantities import Quantity, find_quantities
from facttrack.units import Reading, Unit

__all__ = ["Group", "Mention", "find_mentions"]

MAX_COUNT = 2_000_000_000
"""People: a larger number cannot count the victims of one event or war."""
MAX_GROUP = 9
"""Units: no noun group of the development passages has more modifiers before its head."""
RATE_REACH = 4
"""Units after a noun group in which "a day" makes it a rate."""


@dataclass(slots=True)
class Group:
    """A quantity with its noun: units `first` to `last`; `head` is the noun's unit, `noun` where the words after the number begin."""

    quantity: Quantity
    letter: str
    first: int
    last: int
    noun: int
    head: int | None
    part: bool = False
    attributive: int | None = None
    """Unit of an outcome word inside the group: "30 wounded soldiers"."""
    unknown: bool = False
    """A plural that no table knows: people only beside a verb that is said of people ("six Jesuits were murdered")."""


@dataclass(slots=True)
class Mention:
    """A number of casualties: what `find_mentions` gives, before anyone asks who said it."""

    group: Group
    outcome: str
    cue: tuple[int, int]
    rule: str
    part: bool = False
    whole: Mention | None = None
    shared: Mention | None = None
    """The mention whose outcome (and noun, if this one has none) this one shares."""
    voice: str = ""
    """`active` where the victims are the object of a casualty verb, else empty."""
    inherited: bool = False


@dataclass(slots=True)
class Chunk:
    letter: str
    first: int
    last: int
    group: Group | None = None
    outcome: str | None = None
    main: int = -1
    negated: bool = False
    hypothetical: bool = False
    weak: bool = False
    lose: bool = False


SKIPPED = {'"', "~", "Z"}
LETTER = {
    "x": "x", "X": "x", "J": "x", "R": "x", "S": "x", "P": "x", "B": "x", "A": "x", "D": "x", "Y": "x", "Q": "x", "m": "x", "V": "x", "v": "x", "d": "x", "t": "", "s": "", "a": "",
    "'": "", "N": "x", "M": "x", "U": "x", "E": "x", "%": "x", "h": "/", "H": "x", "[": "/", "b": "v", "f": "v", "w": "v", "n": "v", "e": "x", "q": "x", "z": "x", "0": "x", "W": "v", "i": "v", "y": "x", "l": "v",
}  # fmt: skip

FILL = r"(?:x|[/FT^\]][x$]|F[0#]|v[/^T]x|&[vx]{1,2}|&(?=P)|/(?=P)|,[x/FT^vIp\]&]{1,8},|,[x/u*]{0,3}5[x/FT^v\]&5]{0,8},|-[^-;.cu]{1,9}-|\([^()]{0,9}\)|,?I[^P;.cu]{1,14}?,?(?=P)|,?r[^P;.cu]{0,9}?,?(?=P)|&\$|,(?=P))"
RIGHT = (
    ("postposed", re.compile(r"(?:&x)?(?P<verb>[pj])(?![#0K])")),
    ("predicate", re.compile(FILL + r"{0,6}(?P<verb>P)")),
    ("relative", re.compile(r"(?:x|[/F]x)?,?r[vx]{0,3}(?P<verb>[Pp])(?![#0K])")),
    ("postposed_far", re.compile(r"(?:x|[/F]x){0,3}(?P<verb>[pj])(?![#0K])(?!\^)")),
)
COORDINATED = re.compile(FILL + r"{0,4}(?:,[#0]" + FILL + r"{0,3}){0,4},?&[#0x]" + FILL + r"{0,5}(?P<verb>P)")
LISTED = re.compile(r"(?:x|[/F]x){0,2}(?:,[#0](?:x|[/F]x){0,2}){0,4},?&[#0](?:x|[/F]x){0,2}(?P<verb>[pj])(?![#0K])")
ACTIVE = re.compile(r"(?P<verb>[Ag])(?:x?/x{1,2})?$")
ACTIVE_PAST = re.compile(r"(?P<verb>p)(?:/x{1,2}|,[/^][xFT/]{1,6},)?$")
NOMINAL = re.compile(r"(?P<verb>[kgo])x?F$|(?P<verb2>O)F$")
TOLL = re.compile(r"(?P<verb>L)(?:[^;.#K0$cu]|\$|\]0|c(?=[/T]$))*?(?:[TF/:\-(]|v|c|x)?$")
PUT_AT = re.compile(r"c(?:x|v|[/F]x){0,3}(?P<verb>[pPj])(?:x|[/F]x|,){0,5}/$")
LOSSES = re.compile(r"(?P<verb>k)(?:x|[/F]{1,2}x|v|c|\]\$|,pI,|,){0,8}?[T/:\-F(v*]?$")
NUMBERED = re.compile(r"\*F(?:x|r|v|[/F]x){0,6}(?P<verb>[pPj])(?:x|[/F]{1,2}x|,|\]0){0,6}(?:[/T(:]|v|c)$")
OWN_TOLL = re.compile(r"(?P<verb>\*)(?:x|[/F]x|v|c|\]0){0,5}[T/]$")
EXCEEDED = re.compile(r"(?P<verb>[kL])(?:x|[/F]x|v|,x,){0,6}$")
ACTIVE_LIST = re.compile(r"(?P<verb>[Agp])(?:x|[/F]x){1,3}(?:,(?:x|[/F]x){1,3}){0,4},?&$")
NOMINAL_LIST = re.compile(r"(?P<verb>[kg])F(?:x|[/F]x){1,3}(?:,(?:x|[/F]x){1,3}){0,4}(?:,?&|,)$")
WITH = re.compile(r"(?P<verb>P)(?:x|[/F]x){0,5},?&$")
COORDINATE = re.compile(r"(?:x?[/F][x$]|x){0,4}(?:,Ix{1,2})?(?:,|&|,&)$")
LABEL = re.compile(r"(?P<verb>[pj])(?:[/^]x){0,2}[:\-(]$")
GAPPED = re.compile(r"(?:[/F]x|x|P|j|p|,x(?=,)){0,5}(?:[,;]&?|&)(?:/?x|/x,|xFx)$")
TALLY = re.compile(r"(?:^|[,;:.&ucx/])\*(?:x|[/F]x|v|c|,x,|,){0,4}?(?P<last>[T/^:]|v|c|x|\*)$")
LIST_LINE = re.compile(r";?-?(?:x|[&F/,]|I)+[:\-]$")


def find_groups(reading: Reading) -> list[Group]:
    """Every quantity of a sentence with the noun that it counts."""
    units = reading.units
    groups: list[Group] = []
    for quantity in find_quantities(reading):
        if groups and quantity.first < groups[-1].last:
            if groups[-1].quantity.kind != "article" or groups[-1].last <= quantity.last:
                continue
            continue
        groups.append(_group(units, quantity))
    return groups


def _group(units: list[Unit], quantity: Quantity) -> Group:
    at, count, part = quantity.last, len(units), False
    if quantity.kind == "zero" and units[quantity.first].cls == "Z" and not (at < count and units[at].cls in "IF"):
        return Group(quantity, "0", quantity.first, quantity.last, at, None)
    if (
        at < count
        and units[at].cls == "I"
        and units[at].low != "of which"
        and units[at].low.startswith(("of", "among", "amongst"))
    ):
        part = True
        at += 1
        while at < count and units[at].cls in "b":
            at += 1
        while at < count and units[at].cls in "ta~":
            at += 1
        if at >= count or units[at].cls not in "vVxXJRmD":
            return Group(quantity, "0", quantity.first, quantity.last + 1, quantity.last + 1, None, part)
        inner = _scan(units, quantity, at)
        if inner.letter == "#":
            inner.part, inner.first = True, quantity.first
            return inner
        return Group(quantity, "0", quantity.first, quantity.last + 1, quantity.last + 1, None, part)
    if (
        at < count
        and units[at].cls == "F"
        and (
            quantity.kind == "vague"
            or (at + 1 < count and units[at + 1].cls in "tsdmRS")
            or quantity.kind == "zero"
            or _is_round(units, quantity)
        )
    ):
        at += 1
        if at < count and units[at].cls in "tsd":
            at += 1
        if at < count and units[at].cls in "pj" and not (at + 1 < count and units[at + 1].cls in "vVRSJxX"):
            return Group(quantity, "0", quantity.first, at, at, None)  # "hundreds of wounded"
    return _scan(units, quantity, at)


def _is_round(units: list[Unit], quantity: Quantity) -> bool:
    """ "a couple of", "dozens of": number words that take "of" before their noun."""
    return any(
        u.entry is not None and u.entry.number_kind in ("dozen", "scale", "about")
        for u in units[quantity.first : quantity.last]
    )


def _scan(units: list[Unit], quantity: Quantity, noun: int) -> Group:
    """Find the head of the noun group that begins at a unit; letter 0 if there is no noun, $ if it is no victim."""
    count, at = len(units), noun
    head: int | None = None
    letter = "0"
    attributive: int | None = None
    side: int | None = None
    seen_word = unknown = False
    singular_ok = quantity.best in (0, 1)
    while at < count and at < noun + MAX_GROUP:
        unit = units[at]
        cls = unit.cls
        follow = units[at + 1].cls if at + 1 < count else "."
        if "presumed" in unit.senses and cls == "x":
            break
        if cls in "vV" or (cls == "D" and follow not in "vVP"):
            if unit.low in ("others", "people") or cls == "v":
                pass
            if (
                follow in "vVDk"
                or (follow in "oO")
                or (follow == "Y" and units[at + 1].low not in ("forces", "police"))
            ):
                at += 1
                continue
            if follow == "E" or (
                follow in "xU"
                and _is_plural(units[at + 1].low)
                and (
                    cls == "V"
                    or (
                        unit.entry is not None
                        and unit.low in ("police", "passenger", "security forces", "army", "personnel", "rebel")
                    )
                )
            ):
                return Group(quantity, "$", quantity.first, at + 2, noun, None)
            if follow == "'" and at + 2 < count and units[at + 2].cls in "Ok":
                letter, head = "K", at + 2
                at += 3
                break
            if (
                cls in "VD"
                and not singular_ok
                and quantity.kind != "vague"
                and not unit.low.endswith("s")
                and not unit.text[0].isupper()
            ):
                if follow in "xJ" and at + 2 < count and units[at + 2].cls in "vVD":
                    at += 1
                    continue
                letter, head = "$", at
                at += 1
                break
            letter, head = "#", at
            at += 1
            break
        if cls == "k":
            letter, head = ("$" if "event" in unit.senses and "noun" not in unit.senses else "K"), at
            at += 1
            break
        if cls == "o":
            letter, head = "K", at
            at += 1
            break
        if cls == "O":
            letter, head = "K", at
            at += 1
            break
        if cls in "pj" and follow in "EU" and at == noun:
            return Group(quantity, "$", quantity.first, at + 2, noun, None)
        if cls in "pj" and "with" not in unit.low:
            if follow in "vVRSJmD" or (follow == "x" and at + 2 < count and units[at + 2].cls in "vV"):
                attributive = at
                at += 1
                continue
            break
        if cls == "R":
            side = at
            at += 1
            continue
        if cls == "S":
            if unit.entry is not None and unit.entry.group_kind is None and follow not in "vVRJxXkoD-'&":
                break
            side = at
            at += 1
            continue
        if cls in "UE%":
            if follow in "vVD" and cls != "%":
                at += 1
                seen_word = True
                continue
            letter = "$"
            at += 1
            break
        if cls in "&,/" and at > noun and units[at - 1].cls in "RJSx" and follow in "RJS" and _has_head(units, at + 1):
            at += 1
            continue
        if cls in "~m" or (cls == "a" and at > noun):
            at += 1
            continue
        if (
            cls == '"'
            and follow in "vVRJoxk"
            and at + 1 < count
            and not (follow == "x" and _is_plural(units[at + 1].low))
        ):
            at += 1
            continue
        if cls == "J":
            at += 1
            seen_word = seen_word or False
            continue
        if cls in "xXBYAPN'q-QcWl" or (cls == "s" and at > noun) or (cls == "g" and follow in "vV"):
            if cls in "x" and at == noun and unit.low in VERBISH:
                break
            if cls == "c" and follow not in "vV":
                break
            if cls in "-q" and not (follow in "xXvVRJ" and at > noun):
                break
            if cls == "N" and follow not in "vVJR":
                break
            if cls in "x" and _is_agentive(unit.low) and follow not in "vVD'":
                letter, head = "#", at
                at += 1
                break
            if cls in "xX" and _is_plural(unit.low) and follow not in "'XvVD" and not unit.low.endswith("ings"):
                letter, head, unknown = "#", at, True
                seen_word = True
                at += 1
                break
            if cls in "xW" and (
                unit.low.endswith("ly")
                or (unit.low.endswith("ed") and follow not in "vVJRxX")
                or (unit.low.endswith("ing") and follow not in "vVJR")
            ):
                break
            seen_word = True
            at += 1
            continue
        break
    if head is None and letter == "0":
        if side is not None and side == at - 1:
            return Group(quantity, "#", quantity.first, at, noun, side, attributive=attributive)
        if seen_word:
            tail = at - 1
            if side is not None and all(u.cls in "RSxXm~J" for u in units[noun:at]) and _is_people(units[side]):
                return Group(quantity, "#", quantity.first, side + 1, noun, side, attributive=attributive)
            return Group(quantity, "$", quantity.first, max(tail, quantity.last), noun, None)
        if side is not None:
            return Group(quantity, "#", quantity.first, side + 1, noun, side, attributive=attributive)
        if any(u.cls == "J" for u in units[noun:at]):
            return Group(quantity, "$", quantity.first, at, noun, None)
        last = at if at > noun and all(u.cls in "m~" for u in units[noun:at]) else quantity.last
        return Group(quantity, "0", quantity.first, last, noun, None, attributive=attributive)
    if letter == "#" and head is not None and at < count and units[at].cls == "V" and units[at - 1].cls == "v":
        at += 1
    return Group(
        quantity, letter, quantity.first, max(at, quantity.last), noun, head, attributive=attributive, unknown=unknown
    )


HUMAN = frozenset(
    "murdered assassinated executed massacred wounded injured kidnapped abducted beheaded martyred murder murders assassination massacre execution wounding injuring murdering executing "
    "kidnapping abducting wound wounds injure injures lynched hospitalised hospitalized murdering assassinating".split()
)
"""Casualty words that are hardly said of animals or things."""
VERBISH = frozenset(
    "in on at were was had have has from for with when who as to by and or but so than he she it they then later".split()
)


def _is_plural(low: str) -> bool:
    """Whether an unknown word looks like a plural noun: such a word ends a noun group ("12 police | stations")."""
    return (
        len(low) > 3
        and low.endswith("s")
        and not low.endswith(("ss", "us", "is", "'s"))
        or low in ("people", "men", "women")
    )


def _is_agentive(low: str) -> bool:
    """Whether an unknown plural ends like a word for people: "observers", "deminers", "cyclists", "attendees"."""
    return len(low) > 6 and low.endswith(("ers", "ists", "ians", "eers", "tors", "sors")) and "-" not in low


def _is_people(unit: Unit) -> bool:
    return unit.cls == "R" and unit.low.endswith(("s", "ese", "sh", "ch", "ss"))


def _has_head(units: list[Unit], at: int) -> bool:
    return any(u.cls in "vVD" for u in units[at : at + 4])


def find_chunks(reading: Reading, groups: list[Group]) -> list[Chunk]:
    """The sentence as chunks in text order."""
    units, chunks = reading.units, []
    starts = {group.first: group for group in groups}
    at, count = 0, len(units)
    while at < count:
        group = starts.get(at)
        if group is not None:
            if group.letter == "K" and group.head is not None:
                chunks.append(Chunk("K", at, group.last, group, _outcome(units[group.head]), group.head))
            else:
                chunks.append(Chunk("5" if group.part else group.letter, at, group.last, group))
            at = max(group.last, at + 1)
            continue
        verb = _verb_group(units, at, starts, chunks)
        if verb is not None:
            chunks.append(verb)
            at = verb.last
            continue
        unit = units[at]
        letter = LETTER.get(unit.cls, unit.cls)
        if unit.cls == "^" and (at == 0 or (at + 1 < count and units[at + 1].cls in "~NMU")):
            letter = "/"  # "by then", "by Friday": no doer
        if unit.cls == "I" and unit.low in ("of whom", "of which"):
            letter = "6"
        elif unit.low in ("since", "until", "till") or (unit.low == "as" and at + 1 in starts):
            letter = "/"
        elif (
            letter == "x"
            and unit.cls == "x"
            and unit.low.endswith("ed")
            and len(unit.low) > 4
            and unit.low != "bloodshed"
        ):
            letter = "v"
        elif "tally_noun" in unit.senses and letter in "xcE" and (at == 0 or units[at - 1].cls in "tsaRJ'xm"):
            letter = "*"
        if unit.cls in SKIPPED or not letter:
            at += 1
            continue
        if letter == "x" and chunks and chunks[-1].letter == "x":
            chunks[-1].last = at + 1
        else:
            chunks.append(Chunk(letter, at, at + 1, outcome=_outcome(unit) if letter in "kLoO" else None, main=at))
        at += 1
    return chunks


def _outcome(unit: Unit) -> str | None:
    return unit.entry.outcome if unit.entry else None


def _verb_group(units: list[Unit], at: int, starts: dict[int, Group], chunks: list[Chunk]) -> Chunk | None:
    """A casualty verb with its auxiliaries: letter P, A, p, j or g; None where no casualty verb begins."""
    i, count = at, len(units)
    be = have = negated = modal = presumed = doubt = False
    while i < count and i not in starts:
        unit = units[i]
        senses = unit.senses
        if unit.cls in "pijgyWl" and "presumed" not in senses:
            break
        if "presumed" in senses and (i > at or _leads(units, i + 1)):
            presumed = True
            if unit.low.endswith("to have") or unit.low == "to have":
                have = True
            if "been" in unit.low or unit.low.endswith(" be"):
                be = True
        elif unit.cls == "b":
            be = be or unit.low not in ("got", "get", "gets")
            be = True
        elif unit.cls == "f":
            have = True
        elif "doubt" in senses:
            doubt = have = True
        elif unit.cls == "w":
            modal = True
        elif unit.cls == "n" or unit.low == "not":
            negated = True
            head = unit.low.split()[0]
            be = be or head in ("was", "were", "is", "are", "wasn't", "weren't", "isn't", "aren't")
            have = have or head in ("has", "have", "had", "hasn't", "haven't", "hadn't")
        elif ("adverb" in unit.senses or unit.cls == '"') and i > at:
            pass
        elif unit.cls == "T" and i + 1 < count and units[i + 1].cls in "bfy":
            modal = modal or (units[i + 1].cls == "y") or (units[i + 1].low == "be" and not presumed)
            if i > at or units[i + 1].low == "have":
                modal = modal and units[i + 1].cls == "y"
        else:
            return None
        i += 1
    if i >= count or i in starts or units[i].cls not in "pijgyWl":
        return None
    unit = units[i]
    cls, outcome = unit.cls, _outcome(unit)
    chunk = Chunk(
        "p", at, i + 1, outcome=outcome, main=i, negated=negated, hypothetical=modal, weak=cls == "W", lose=cls == "l"
    )
    if cls in "iW":
        chunk.letter = "P"
        if cls == "i" and unit.low.startswith("among") and not be:
            chunk.letter = "j" if chunks and chunks[-1].group is not None and chunks[-1].last == at else "I"
        if cls == "W" and not (be or have) and unit.low == "destroyed":
            chunk.letter = "p"
    elif cls == "p":
        chunk.letter = "P" if be or presumed else "A" if have else "p"
        if (
            have
            and i > at
            and units[i - 1].low.endswith(("have", "has", "had", "having"))
            and not units[i - 1].low.endswith("been")
        ):
            chunk.letter = "A"
    elif cls == "j":
        chunk.letter = "P" if be else "j"
        if (
            not be
            and at == i
            and at > 0
            and units[at - 1].cls in "tsRSX'"
            and (not chunks or chunks[-1].group is None or chunks[-1].last < at)
            and not (
                i + 1 < count
                and (
                    units[i + 1].cls in "vVJ"
                    or (units[i + 1].cls == "x" and not units[i + 1].low.endswith(("ed", "ght", "ly")))
                )
            )
        ):
            chunk.letter = "k"
        if not be and at == i and i + 1 < count and units[i + 1].cls in "vVoRS":
            chunk.letter = "x"
    elif cls == "g":
        chunk.letter = "A" if be else "g"
    elif cls == "y":
        finite = (
            unit.low.split()[0].endswith("s")
            or unit.low.split()[0] in ("shot", "took", "claimed", "cost", "captured")
            or modal
            or at < i
        )
        chunk.letter = "A" if finite else "x"
        if at > 0 and units[at - 1].cls == "T":
            chunk.letter, chunk.hypothetical = "A", True
        if (
            not finite
            and at == i
            and at > 0
            and not modal
            and units[at - 1].cls in "vXxEk,"
            and (units[at - 1].low.endswith("s") or units[at - 1].cls == ",")
        ):
            chunk.letter = "A"  # headlines: "Blasts kill 20, injure 50"
        if (
            at == i
            and at > 0
            and units[at - 1].cls in "tasJ"
            and unit.low in ("kill", "murder", "wound", "murders", "wounds", "massacres")
        ):
            chunk.letter = "k" if "event" in unit.senses else "x"
        elif at == i and "event" in unit.senses and i + 1 < count and units[i + 1].cls == "F":
            chunk.letter = "k"
    elif cls == "l":
        chunk.letter = "P" if be else "A"
        if (
            at == i
            and chunks
            and chunks[-1].letter == "#"
            and chunks[-1].last == at
            and not (i + 1 < count and (i + 1 in starts or units[i + 1].cls in "tsa"))
        ):
            chunk.letter, chunk.outcome = "j", "casualties"
    return chunk


def _leads(units: list[Unit], at: int) -> bool:
    """Whether a casualty verb follows within the verb group that goes on at a unit ("reported | to have been killed")."""
    while at < len(units) and (
        units[at].cls in "bf~"
        or "presumed" in units[at].senses
        or (units[at].cls == "T" and at + 1 < len(units) and units[at + 1].cls in "bf")
    ):
        at += 1
    return at < len(units) and units[at].cls in "pjiW"


def find_mentions(reading: Reading, context: str | None = None) -> tuple[list[Mention], list[Chunk]]:
    """The casualty mentions of a sentence in text order, and its chunks.

    Covers: "137 soldiers were killed", "killing three and wounding another 14", "27 dead, 40 hurt", "the deaths of 12",
    "the toll rose from 40 to 45", "losses of about 300", "12 people, seven of them children", "no one was hurt".
    Must not: "could kill 50,000", "six deaths a day", "12 police stations", "half of them", "killed the bill".
    """
    groups = find_groups(reading)
    chunks = find_chunks(reading, groups)
    line = "".join(chunk.letter for chunk in chunks)
    mentions: list[Mention] = []
    for at, chunk in enumerate(chunks):
        if chunk.group is None or chunk.letter == "$" or chunk.group.quantity.old or _is_rejected(reading.units, chunk):
            continue
        if max(chunk.group.quantity.best or 0, chunk.group.quantity.high or 0) > MAX_COUNT:
            continue
        if _is_rate(reading.units, chunk) or _is_speaker(reading.units, chunk):
            continue
        mention = _link(reading, chunks, line, at, mentions, context)
        if (
            mention is not None
            and mention.group.unknown
            and not any(word in HUMAN for u in reading.units[mention.cue[0] : mention.cue[1]] for word in u.low.split())
        ):
            continue
        if mention is not None and not _is_unreal(reading, chunks, at, mention):
            mentions.append(mention)
    return _most_precise(reading, mentions), chunks


def _most_precise(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """ "Dozens dead – at least 38" is one claim, the more precise."""
    kept: list[Mention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.group.quantity.kind == "vague"
            and mention.group.letter == "0"
            and mention.group.quantity.kind == "number"
            and mention.outcome == before.outcome
            and not mention.part
            and (mention.group.quantity.best or 0) >= (before.group.quantity.low or 0)
            and {u.cls for u in reading.units[max(before.group.last, before.cue[1]) : mention.group.first]}
            <= {"-", ",", "(", ":"}
        ):
            mention.shared, mention.cue = None, before.cue
            kept.pop()
        kept.append(mention)
    return kept


def _is_rejected(units: list[Unit], chunk: Chunk) -> bool:
    """ "not the 300,000 that …", "one or more persons": a number that is named only to be set aside."""
    at = chunk.first - 1
    while at >= 0 and units[at].cls in "ts":
        at -= 1
    if at >= 0 and units[at].low in ("every", "each", "in every"):
        return True
    if chunk.last + 1 < len(units) and units[chunk.last - 1].cls == "F" and units[chunk.last].low in ("every", "each"):
        return True
    if chunk.last + 1 < len(units) and units[chunk.last].cls == "F" and units[chunk.last + 1].low in ("every", "each"):
        return True
    if at >= 0 and (units[at].low == "nor" or units[at].low.endswith("not")) and units[chunk.first].cls not in "zZ":
        return True
    quantity = chunk.group.quantity if chunk.group else None
    before = [u.low for u in units[max(0, chunk.first - 2) : chunk.first]]
    if before[-2:] == ["all", "but"] or (before[-1:] == ["as"] and units[chunk.first].low == "many"):
        return True
    return quantity is not None and quantity.best == 1 and quantity.qualifier == "at_least"


def _is_speaker(units: list[Unit], chunk: Chunk) -> bool:
    """ "citing two security sources", "two witnesses said": people who tell, not victims."""
    before = units[chunk.first - 1] if chunk.first else None
    after = units[chunk.last] if chunk.last < len(units) else None
    head = units[chunk.group.head] if chunk.group is not None and chunk.group.head is not None else None
    if head is None or head.senses.isdisjoint(("person_role", "body_role")):
        return False
    if before is not None and (before.cls == ">" or "via" in before.senses):
        return True
    return after is not None and "say" in after.senses and after.cls == "c"


def _is_rate(units: list[Unit], chunk: Chunk) -> bool:
    """Averages, percentages and multiples are no claims."""
    if any(u.cls == "%" for u in units[chunk.last : chunk.last + RATE_REACH] if u.cls not in ".;"):
        for u in units[chunk.last : chunk.last + RATE_REACH]:
            if u.cls in ",;.&ru":
                return False
            if u.cls == "%":
                return True
    return any("rate" in u.senses for u in units[max(0, chunk.first - 3) : chunk.first])


def _link(
    reading: Reading, chunks: list[Chunk], line: str, at: int, before: list[Mention], context: str | None
) -> Mention | None:
    """How one quantity hangs on a casualty word; the first pattern that fits decides."""
    chunk, units = chunks[at], reading.units
    group = chunk.group
    assert group is not None
    if chunk.letter == "K":
        return _counted_noun(reading, chunk)
    if (
        chunk.letter == "0" and re.match(r"F[0#][pj]", line[at + 1 :]) and chunks[at + 3].outcome
    ):  # "six of the 14 killed"
        return Mention(
            group,
            chunks[at + 3].outcome or "killed",
            (chunks[at + 3].first, chunks[at + 3].last),
            "of_number",
            part=True,
        )
    last = before[-1] if before else None
    left, rest = line[:at], at + 1
    if (
        re.search(r"[0#]F$", left)
        and chunks[at - 1].last >= group.first - 1
        and line[rest : rest + 1] not in ("p", "j")
    ):
        return None  # "120 of the 300 guests": the number of which the first is a share
    part = group.part or (at > 0 and line[at - 1] in "I6") or (at > 1 and line[at - 2 : at] in ("Ix", "Iv", "6x", "6v"))

    def made(verb: Chunk, rule: str, voice: str = "") -> Mention | None:
        if verb.negated and group.quantity.kind != "zero":
            return None
        if verb.hypothetical or verb.outcome is None:
            return None
        if verb.weak and not _is_combatant(units, group):
            return None
        if verb.lose and (group.head is None or voice != "active"):
            return None
        if verb.lose and units[verb.main - 1].cls == "T":
            return None
        outcome = ("casualties" if _is_combatant(units, group) else "killed") if verb.lose else verb.outcome
        return Mention(group, outcome, (verb.first, verb.last), rule, part=part, voice=voice)

    found = ACTIVE.search(left)
    if found:
        return made(chunks[found.start("verb")], "active_object", "active")
    direct = line[at - 1 : at] == "p" and line[at - 2 : at - 1] not in ("0", "#", "K", "5") and at > 0
    if direct and not re.match(r"[pj](?![#0K])", line[rest:]):
        result = made(chunks[at - 1], "past_object", "active")
        if result:
            return result
    for name, pattern in RIGHT[:3]:
        hit = pattern.match(line, rest)
        if hit and not (name == "predicate" and _is_agent(chunks, at, hit)):
            verb = chunks[hit.start("verb")]
            if (
                name == "postposed"
                and chunk.letter == "#"
                and verb.letter == "p"
                and hit.end() < len(line)
                and _takes_object(line, hit.end())
            ):
                continue
            result = made(verb, name)
            if result:
                return result
            if verb.negated or verb.hypothetical:
                return None
    found = ACTIVE_PAST.search(left)
    if found:
        result = made(chunks[found.start("verb")], "past_object", "active")
        if result:
            return result
    found = NOMINAL.search(left)
    if found and chunk.letter in "#0":
        index = found.start("verb") if found.group("verb") else found.start("verb2")
        verb = chunks[index]
        if verb.letter == "O" and not any(
            "life_taking" in u.senses for u in units[max(0, verb.first - 8) : group.last + 6]
        ):
            return None
        if verb.outcome:
            return Mention(
                group, verb.outcome if verb.letter != "o" else "killed", (verb.first, verb.last), "nominal", part=part
            )
    found = TOLL.search(left)
    if found and chunk.letter in "#0":
        verb = chunks[found.start("verb")]
        if verb.outcome and not (last is not None and last.cue == (verb.first, verb.last) and not part):
            return Mention(group, verb.outcome, (verb.first, verb.last), "toll", part=part)
    found = LOSSES.search(left)
    if found and (chunk.letter == "0" or (chunk.letter == "#" and line[at - 1] in "FT/v")):
        verb = chunks[found.start("verb")]
        if verb.outcome and _is_counted(units, verb.last, group.first):
            return Mention(group, verb.outcome, (verb.first, verb.last), "losses", part=part)
    found = NUMBERED.search(left)
    if found and chunk.letter == "0":
        verb = chunks[found.start("verb")]
        if verb.outcome:
            return Mention(group, verb.outcome, (verb.first, verb.last), "number_of", part=part)
    found = PUT_AT.search(left)
    if (
        found
        and chunk.letter == "0"
        and units[chunks[found.start()].first].low in ("put", "puts", "placed", "places", "set", "sets")
    ):
        verb = chunks[found.start("verb")]
        if verb.outcome:
            return Mention(group, verb.outcome, (verb.first, verb.last), "put_at", part=part)
    found = OWN_TOLL.search(left)
    if found and chunk.letter == "0" and context and _is_counted(units, chunks[found.start("verb")].last, group.first):
        verb = chunks[found.start("verb")]
        return Mention(group, context, (verb.first, verb.last), "own_tally", part=part)
    if (
        part
        and group.part
        and not (group.quantity.kind == "vague" and group.quantity.low is None)
        and (dead := _of_the_dead(units, group)) is not None
    ):
        return Mention(group, dead[0], (dead[1], dead[1] + 1), "of_the_dead", part=True, shared=last)
    if chunk.letter in "#0" and units[group.quantity.first].low in (
        "exceeded",
        "topped",
        "surpassed",
        "passed",
        "approached",
        "exceeds",
    ):
        found = EXCEEDED.search(left)
        if found and chunks[found.start("verb")].outcome:
            verb = chunks[found.start("verb")]
            return Mention(group, verb.outcome or "killed", (verb.first, verb.last), "exceeded", part=part)
    found = LABEL.search(left)
    if found:
        verb = chunks[found.start("verb")]
        if verb.outcome:
            return Mention(group, verb.outcome, (verb.first, verb.last), "label", part=part)
    opener = re.search(r"(?:^|[,;:&])(?P<verb>I)vx?$", left)
    if opener and chunks[opener.start("verb")].outcome:  # "Among the dead was | an officer"
        verb = chunks[opener.start("verb")]
        return Mention(group, verb.outcome or "killed", (verb.first, verb.last), "among_the_dead", part=True)
    shared = _shared(chunks, line, at, last, part)
    if shared is not None:
        return shared
    if chunk.letter == "#" and line[at + 1 : at + 2] not in ("x", "v", "c", "A"):
        for pattern, name in ((ACTIVE_LIST, "active_list"), (NOMINAL_LIST, "nominal_list"), (WITH, "together_with")):
            found = pattern.search(left)
            if found and (
                name != "together_with"
                or units[chunks[at - 1].first].low in ("along with", "together with", "as well as", "alongside")
            ):
                result = made(chunks[found.start("verb")], name, "active" if name == "active_list" else "")
                if result:
                    return result
    if (
        line[:at].endswith((",", "&", "(", ":", "-"))
        or at == 0
        or line[at - 1] in "cGu;rxI"
        or re.search(r"(?:^|[,;:])/[x$F/]*$", line[:at])
    ):
        for pattern, name in ((COORDINATED, "coordinated"), (LISTED, "listed")):
            hit = pattern.match(line, rest)
            if hit:
                result = made(chunks[hit.start("verb")], name)
                if result:
                    return result
    hit = RIGHT[3][1].match(line, rest)
    if hit and chunk.letter == "#":
        result = made(chunks[hit.start("verb")], RIGHT[3][0])
        if result:
            return result
    if group.attributive is not None and chunk.letter == "#":
        unit = units[group.attributive]
        if unit.entry is not None and unit.entry.outcome:
            if unit.entry.outcome == "captured" and any("release" in u.senses for u in units):
                return None
            return Mention(
                group, unit.entry.outcome, (group.attributive, group.attributive + 1), "attributive", part=part
            )
    return _held(reading, chunk, part) or _elliptic(reading, chunks, line, at, last, context)


STOPS = ("", ".", ",", ";", ")", "(", "/", "&", "u", "-", "x(")
GRAVELY = frozenset("critically seriously gravely badly severely".split())
STRENGTH = frozenset("personnel troops soldiers servicemen manpower men forces".split())


def _elliptic(
    reading: Reading, chunks: list[Chunk], line: str, at: int, last: Mention | None, context: str | None
) -> Mention | None:
    """A bare number whose casualty word stands in the sentence before, or before the comma.

    Covers: "The White Helmets counted over 790.", "India 10,736, Thailand 4,812", "It now stands at 43", "Civilians: 46,266" in a
    list under "deaths", "80 were children". Must not: "The ministry employs 790."
    """
    units, chunk = reading.units, chunks[at]
    group = chunk.group
    assert group is not None
    outcome = last.outcome if last is not None else context
    left, follow = line[:at], line[at + 1 : at + 2]
    if chunk.letter == "0" and LIST_LINE.fullmatch(left) and at <= 8 and follow in STOPS:
        label = units[: group.first]
        if any(u.cls in "EUQ" or u.senses & {"equipment", "time", "unit"} for u in label):
            return None
        people = any(u.cls in "vV" for u in label)
        if context is None and people and {u.low for u in label} & STRENGTH:
            context = "casualties"
        if context is not None and (people or (context != "casualties" and any(u.cls in "SRAXP" for u in label))):
            return Mention(group, context, (group.first, group.first), "list_line", inherited=True)
    if outcome is None or group.quantity.kind not in ("number", "vague"):
        return None
    cue = (last.cue if last is not None else (group.first, group.first), last)
    if chunk.letter in "05" and follow == "v" and _is_predicate(units, chunks[at + 1].last):
        return Mention(group, outcome, cue[0], "predicate_part", part=True, shared=last, inherited=True)
    if chunk.letter != "0" or follow not in STOPS:
        return None
    if last is not None:
        index = next(i for i, c in enumerate(chunks) if c.group is last.group)
        if GAPPED.fullmatch(line[index + 1 : at]) and _names(units, chunks[at - 1]) and follow != "/":
            return Mention(group, outcome, last.cue, "gapped", shared=last, inherited=True)
    after = units[group.last].low if group.last < len(units) else ""
    if outcome == "wounded" and after in GRAVELY:
        return Mention(group, outcome, cue[0], "gravely", part=True, shared=last, inherited=True)
    if left.endswith(("cx/", "c*/", "c/")) and any(
        u.low in ("put", "puts", "placed", "sets", "set", "gave", "estimated")
        for u in units[max(0, group.first - 4) : group.first]
    ):
        return Mention(group, outcome, cue[0], "carried", shared=last, inherited=True)
    if left.endswith("c"):
        word = units[chunks[at - 1].first]
        if "count" in word.senses or word.low.endswith(" of") or "say" in word.senses:
            return Mention(group, outcome, cue[0], "carried", shared=last, inherited=True)
    if left.endswith(("cF", "xF")) and any(
        u.low.endswith(" of") or "count" in u.senses for u in units[max(0, group.first - 4) : group.first]
    ):
        return Mention(group, outcome, cue[0], "carried", shared=last, inherited=True)
    if left and TALLY.search(left) and _is_counted(units, group.first - 6 if group.first > 6 else 0, group.first):
        return Mention(group, outcome, cue[0], "tally", shared=last, inherited=True)
    begin = group.first
    while begin > 0 and units[begin - 1].cls not in ",;.:&":
        begin -= 1
    if (
        units[begin : group.first]
        and units[begin].low in ("it", "that", "this")
        and _is_counted(units, begin, group.first)
    ):
        return Mention(group, outcome, cue[0], "tally", shared=last, inherited=True)
    return None


def _names(units: list[Unit], chunk: Chunk) -> bool:
    """Whether a chunk of words names somebody or some place: the subject of a gapped clause."""
    return any(u.cls in "RSPBAXYD" for u in units[chunk.first : chunk.last])


def _is_predicate(units: list[Unit], at: int) -> bool:
    """Whether "80 were | children" goes on with people or a nationality."""
    if at > 0 and units[at - 1].cls != "b":
        return False
    while at < len(units) and units[at].cls in "Ja~m":
        at += 1
    return at < len(units) and units[at].cls in "vVR"


OF_THE = {
    "dead": "killed",
    "killed": "killed",
    "slain": "killed",
    "fatalities": "killed",
    "deaths": "killed",
    "bodies": "killed",
    "victims": "killed",
    "fallen": "killed",
    "died": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "missing": "missing",
    "captured": "captured",
}


def _of_the_dead(units: list[Unit], group: Group) -> tuple[str, int] | None:
    """ "six of the dead": the part marker itself names the outcome."""
    for i in range(group.quantity.last, group.last):
        if units[i].cls == "I":
            outcome = OF_THE.get(units[i].low.split()[-1])
            return (outcome, i) if outcome else None
    return None


def _takes_object(line: str, at: int) -> bool:
    """Whether "killed" at a place has an object of its own: "two gunmen killed 12", "soldiers killed by" has none."""
    return line[at] in "#0K$" or line[at : at + 1] == "x"


def _is_agent(chunks: list[Chunk], at: int, hit: re.Match[str]) -> bool:
    """Whether the number belongs to the doer: "killed by three gunmen who died"."""
    return at > 0 and chunks[at - 1].letter == "^"


def _is_combatant(units: list[Unit], group: Group) -> bool:
    head = units[group.head] if group.head is not None else None
    return (
        head is not None
        and head.entry is not None
        and (head.entry.victim_class == "combatant" or head.entry.stance == "own" or head.low == "men")
    )


def _is_counted(units: list[Unit], first: int, last: int) -> bool:
    """Whether words between "losses" and a bare number are of counting ("put … at", "of", "stood at", ":")."""
    between = units[first:last]
    if not between:
        return False
    return between[-1].cls in "F:-T(b" or between[-1].low in ("at",) or any("count_verb" in u.senses for u in between)


def _counted_noun(reading: Reading, chunk: Chunk) -> Mention | None:
    """ "25 civilian deaths", "no casualties", "45 bodies", "claimed 23 lives"."""
    units, group = reading.units, chunk.group
    assert group is not None and group.head is not None
    head = units[group.head]
    around = units[max(0, group.first - 8) : group.last + 8]
    if head.cls == "O" and not any("life_taking" in u.senses for u in around):
        return None
    if head.cls == "o" and group.last < len(units) and units[group.last].cls == "w":
        return None
    if head.cls == "o" and not any("body_finding" in u.senses or u.cls in "pijg" for u in units):
        return None
    if group.quantity.kind == "article" and head.low == "loss":
        return None
    outcome = "killed" if head.cls in "oO" else head.entry.outcome if head.entry else None
    if outcome is None:
        return None
    return Mention(group, outcome, (group.head, group.head + 1), "counted_noun", part=group.part)


def _shared(chunks: list[Chunk], line: str, at: int, last: Mention | None, part: bool) -> Mention | None:
    """A number without a casualty word of its own shares that of the one before: "killing 3 soldiers and 2 policemen", "five of them children"."""
    if last is None:
        return None
    group = chunks[at].group
    assert group is not None
    index = next(i for i, chunk in enumerate(chunks) if chunk.group is last.group)
    between = line[index + 1 : at]
    if group.quantity.added and line[at - 2 : at] in ("0(", "#(", "K(", "p(", "j("):
        return Mention(group, last.outcome, last.cue, "added", part=True, shared=last, voice=last.voice, inherited=True)
    if re.match(r"(?:&#)?I", line[at + 1 :]) and chunks[at].letter == "#" and "," in between:
        part = True
    if part and not (group.part and group.head is None and line[at + 1 : at + 2] in ("c", "v", "x")):
        return Mention(group, last.outcome, last.cue, "part", part=True, shared=last, voice=last.voice, inherited=True)
    follow = line[at + 1 : at + 2]
    if (
        COORDINATE.search(between)
        and COORDINATE.search(between).start() == 0
        and (follow not in ("x", "v", "c", "A", "g", "T") or (chunks[at].letter == "#" and last.part))
    ):  # type: ignore[union-attr]
        if (
            chunks[at].letter == "#"
            or (chunks[at].letter == "0" and "&" in between and follow in ("", ".", "/", ",", ")"))
            or (chunks[at].letter == "0" and follow == "/" and "/" in between)
        ):
            if (
                last.rule in ("postposed", "predicate", "relative")
                and last.group.letter != "K"
                and not last.part
                and "&" in between
                and follow not in ("", ".", ",", "/", "I", ")", ";")
            ):
                return None
            return Mention(
                group,
                last.outcome,
                last.cue,
                "coordinate",
                part=last.part,
                shared=last,
                voice=last.voice,
                inherited=True,
            )
    if re.fullmatch(r"[^;.]{0,24},?uv", between) and chunks[at].letter == "#":
        return Mention(group, last.outcome, last.cue, "as_were", shared=last, voice=last.voice, inherited=True)
    if (
        re.fullmatch(r"P?(?:x|[/F]x){0,3},?&", between)
        and chunks[at].letter == "#"
        and follow in ("", ".", ",", "/", ")", ";")
    ):
        return Mention(group, last.outcome, last.cue, "together_with", shared=last, voice=last.voice, inherited=True)
    if (
        re.fullmatch(r"[^;.]{0,10}[:\-(]", between)
        and chunks[at].letter == "#"
        and (group.quantity.best or 0) <= (last.group.quantity.best or last.group.quantity.low or 0)
        and follow not in ("x", "v", "c")
    ):
        return Mention(
            group, last.outcome, last.cue, "breakdown", part=True, shared=last, voice=last.voice, inherited=True
        )
    return None


def _held(reading: Reading, chunk: Chunk, part: bool) -> Mention | None:
    """ "took 30 prisoners": captives count where somebody takes or holds them, not where they are freed."""
    units, group = reading.units, chunk.group
    if group is None or group.head is None or chunk.letter == "$":
        return None
    if (
        chunk.first
        and units[chunk.first - 1].low in ("holding", "held", "hold", "holds", "seized")
        and not any("release" in u.senses for u in units)
    ):
        return Mention(group, "captured", (chunk.first - 1, chunk.first), "held", part=part)
    if "capture_noun" not in units[group.head].senses:
        return None
    if any("release" in u.senses for u in units):
        return None
    for i in range(max(0, group.first - 6), min(len(units), group.last + 8)):
        if "holding" in units[i].senses and not group.first <= i < group.last:
            return Mention(group, "captured", (i, i + 1), "held", part=part)
    return None


def _is_unreal(reading: Reading, chunks: list[Chunk], at: int, mention: Mention) -> bool:
    """Hypotheticals, forecasts and plans: a modal or "if" in the clause that holds the number or its casualty word."""
    units = reading.units
    start = min(mention.group.first, mention.cue[0])
    if mention.rule in ("toll", "losses", "own_tally", "number_of", "tally", "exceeded"):
        for i in range(mention.cue[1], mention.group.first):
            if units[i].cls == "w" and not _has_perfect(units, i):
                return True
    tail = units[max(mention.group.last, mention.cue[1]) : max(mention.group.last, mention.cue[1]) + 3]
    if any("conditional" in u.senses and u.low in ("if", "unless") for u in tail):
        return True
    i = start - 1
    while i >= 0:
        unit = units[i]
        if (
            unit.cls in ";.:"
            or unit.cls in "cG>"
            or (unit.cls == "," and i < start - 1 and "conditional" not in unit.senses and not _if_clause(units, i))
        ):
            break
        if unit.cls == "," and _if_clause(units, i):
            return True
        if "deny" in unit.senses and mention.group.quantity.kind != "zero":
            return True  # "denied killing 12", "denied that 400 had died"
        if "conditional" in unit.senses and unit.low != "whether":
            return True
        if (
            unit.cls == "w"
            and i + 1 < len(units)
            and ("verify" in units[i + 1].senses or "verify" in units[min(i + 2, len(units) - 1)].senses)
        ):
            i -= 1
            continue
        if (
            unit.cls == "w"
            and "doubt" not in unit.senses
            and mention.rule not in ("predicate", "relative", "active_object")
        ):
            return not _has_perfect(units, i)
        if "counterfactual" in unit.senses and unit.low != "must have":
            return True
        if unit.cls in "ur" and "conditional" not in unit.senses and i < start - 1:
            break
        i -= 1
    return False


def _has_perfect(units: list[Unit], at: int) -> bool:
    return at + 1 < len(units) and units[at + 1].cls == "f" and units[at].low in ("may", "might", "must", "will")


def _if_clause(units: list[Unit], comma: int) -> bool:
    """Whether the clause before a comma is an if-clause: "if 100 die, 50 more"."""
    for i in range(comma - 1, -1, -1):
        if units[i].cls in ";.,":
            return False
        if "conditional" in units[i].senses:
            return units[i].low != "whether"
    return False
