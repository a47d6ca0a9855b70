"""Quantities to noun groups: what each number of a sentence counts ("about 400 | Russian forces").

A group has one of four letters:

    #  a victim noun, or a side: "400 soldiers", "400 Russians"    0  no noun: "400"
    K  a casualty noun: "27 deaths", "no bodies"                   $  something else: "12 police stations"
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facttrack.quantities import Quantity, find_quantities, skip_short_name
from facttrack.units import Reading, Unit

__all__ = ["CAPTIVE", "WHICH", "Group", "find_groups"]

MAX_GROUP = 9
"""Units: no noun group of the development passages has more modifiers before its head."""
END = "."
"""The class that stands for what follows the last unit."""
ALLEGED = frozenset(["alleged", "purported"])
"""Words of saying that, before a noun, only doubt who somebody was."""
OWNERS = frozenset(["gang", "police", "passenger", "security forces", "army", "personnel", "rebel"])
"""Plural victim nouns that may stand before a thing: "12 police stations"."""
MAX_OWNER = 5
"""Units of a person's title and name."""
WHICH = frozenset("original remaining initial surviving".split())
"""Adjectives before the whole of a share: "three of the | original five"."""
VERBISH = frozenset(
    "in on at were was had have has from for with when who as to by and or but so than he she it they then "
    "later lie lies lay alive".split()
)
"""Words that no table knows as modifiers and that never begin a noun group."""
ADVERBIAL = frozenset("late early here there nearby elsewhere abroad aboard outside inside downtown".split())
"""Words that modify a noun, or stand alone before none: "wounded 47 | late on Friday"; but "two | late goals"."""


CALIBRES = frozenset(["mm", "millimetre", "millimeter", "cm", "kg", "tonne", "ton", "calibre", "caliber"])
"""Measures of arms, whose number stands behind how many there are."""


@dataclass(slots=True)
class Group:
    """A quantity with its noun, units `first` up to, not including, `last`.

    `head` is the noun's unit, and `noun` the unit where the words after the number begin.
    """

    quantity: Quantity
    letter: str
    first: int
    last: int
    noun: int
    head: int | None
    part: bool = False
    """Whether the number is a share of others: "five of the soldiers", "two of them"."""
    attributive: int | None = None
    """Unit of an outcome word inside the group: "30 wounded soldiers"."""
    unknown: bool = False
    """A plural that no table knows: people only beside a verb that is said of people ("six Jesuits were murdered")."""


def find_groups(reading: Reading) -> list[Group]:
    """Every quantity of a sentence with the noun that it counts; one that lies inside the group before has none."""
    units = reading.units
    groups: list[Group] = []
    for quantity in find_quantities(reading):
        if not (groups and quantity.first < groups[-1].last):
            groups.append(_group(units, quantity))
    return groups


def _group(units: list[Unit], quantity: Quantity) -> Group:
    """The group of one quantity; "none | of them" and "dozens of | soldiers" are opened before the noun is read."""
    at, count = quantity.last, len(units)
    if at + 1 < count and units[at].cls == '"' and units[at + 1].cls == "F":
        at += 1  # “hundreds” | of insurgents
    if at + 2 < count and units[at].low == "more" and units[at + 1].cls == "F" and units[at + 2].cls in "ts":
        at += 1  # "eight more | of its citizens"
    cls = units[at].cls if at < count else END
    if cls in "ts" and units[quantity.last - 1].low.endswith(" of"):
        return _read_noun(units, quantity, at + 1)  # "a handful of | its fighters"
    if cls == "." and at + 1 < count and units[at + 1].cls == "0" and units[at + 1].start == units[at].end:
        return Group(quantity, "$", quantity.first, at, at, None)  # "two | .303 rifles"
    if cls == "0" and units[at].text[0].isdigit() and at + 1 < count and units[at + 1].low in CALIBRES:
        return Group(quantity, "$", quantity.first, at, at, None)  # "three | 152 mm guns"
    if quantity.kind == "zero" and units[quantity.first].cls == "Z" and cls not in "IF":
        return Group(quantity, "0", quantity.first, at, at, None)
    if cls == "I" and units[at].low != "of which" and units[at].low.startswith(("of", "among")):
        return _share(units, quantity)
    dead = _of_somebodys_dead(units, at) if cls == "F" else None
    if dead is not None:
        return Group(quantity, "0", quantity.first, dead, dead, None, True)
    if cls == "F" and _is_of_whole(units, at):
        return Group(quantity, "0", quantity.first, at, at, None)
    if cls == "F" and (
        quantity.kind in ("vague", "zero")
        or (at + 1 < count and (units[at + 1].cls in "tsdmRS" or (units[at + 1].low == WHOSE and quantity.best != 1)))
        or (at + 2 < count and units[at + 1].cls in "XPD" and _owns(units, at + 1))
        or _is_round(units, quantity)
    ):
        at += 1
        if units[at : at + 1] and units[at].cls in "XPD" and _owns(units, at):
            owner = next(i for i in range(at, count) if units[i].cls == "'")
            men = _read_noun(units, quantity, owner + 1)
            if men.letter == "#" and not men.unknown:
                return men  # "several hundred | of President Taylor's militiamen"
        if at < count and (units[at].cls in "tsd" or units[at].low == WHOSE):
            at += 1
        if at < count and units[at].cls in "pj" and not (at + 1 < count and units[at + 1].cls in "vVRSJxX"):
            return Group(quantity, "0", quantity.first, at, at, None)  # "hundreds of wounded"
        if at < count and units[at - 1].cls == "s" and units[at - 1].low.endswith(" own") and units[at].cls in CLOSING:
            return Group(quantity, "0", quantity.first, at, at, None)  # "40 of their own had died"
        if at < count and units[at].low in FOES and not (at + 1 < count and units[at + 1].cls in "vVkoEJxXD'"):
            return Group(quantity, "#", quantity.first, at + 1, at, at)  # "250 of the enemy had been killed"
        if at < count and "collective" in units[at].senses and not (at + 1 < count and units[at + 1].cls in "vVkoxXD"):
            return Group(quantity, "0", quantity.first, at + 1, at + 1, None)  # "12 of the convoy were killed"
    if quantity.kind == "zero" and units[at : at + 1] and units[at].low == "damage" and at + 2 < count:
        at += 2 * (units[at + 1].low in ("or", "nor"))  # "no damage or casualties"
    return _read_noun(units, quantity, at)


def _owns(units: list[Unit], at: int) -> bool:
    """Whether the name of a person begins at a unit and ends in a possessive: "President Charles Taylor | 's"."""
    end = at
    while end < min(at + MAX_OWNER, len(units)) and units[end].cls in "XPD":
        end += 1
    return end > at and end < len(units) and units[end].cls == "'"


def _tells_which(unit: Unit) -> bool:
    """Whether an adjective tells of which whole a share is: "two of the | last four", "of the | original five"."""
    return unit.cls == "m" or unit.low in WHICH


def _is_of_whole(units: list[Unit], at: int) -> bool:
    """Whether "of" leads to what something has in all: "thirty-nine | of the ship's 104 crew members"."""
    if at + 3 < len(units) and units[at + 1].cls == "t" and units[at + 3].cls == "0" and _tells_which(units[at + 2]):
        return True  # "two | of the last four winners"
    return (
        at + 5 < len(units)
        and units[at + 1].cls == "t"
        and units[at + 2].cls in "xEYA"
        and units[at + 3].cls == "'"
        and units[at + 4].cls == "0"
        and units[at + 5].cls in "vVD"
    )


def _of_somebodys_dead(units: list[Unit], at: int) -> int | None:
    """Where "of the town's dead" ends, of whom some are counted: "280 | of the town's dead were in mass graves"."""
    end = at + 1
    while end < min(at + MAX_OWNER, len(units)) and units[end].cls in "tsJxXEYASRvVPD":
        end += 1
    if end == at + 1 or end + 1 >= len(units) or units[end].cls != "'" or units[end + 1].low not in OF_AN_OWNER:
        return None
    return end + 2 if end + 2 >= len(units) or units[end + 2].cls not in "vVxXEJD" else None


def _share(units: list[Unit], quantity: Quantity) -> Group:
    """A number of a larger number: "five of the | soldiers"; without a victim noun the group ends after "of them"."""
    at, count = quantity.last + 1, len(units)
    while at < count and units[at].cls == "b":
        at += 1
    while at < count and units[at].cls in "ta~":
        at += 1
    served = at < count and units[at].cls in "YB" and any(u.cls in "vV" for u in units[at + 1 : at + 3])
    if at < count and (units[at].cls in "vVxXJRmD" or served):  # "32 of them government | soldiers"
        inner = _read_noun(units, quantity, at)
        if inner.letter == "#" and not (inner.unknown and units[quantity.last].low.startswith("of the ")):
            inner.part = True
            return inner
    return Group(quantity, "0", quantity.first, quantity.last + 1, quantity.last + 1, None, True)


def _is_round(units: list[Unit], quantity: Quantity) -> bool:
    """Whether a number takes "of" before its noun: "a couple of", "dozens of"."""
    return any(
        u.entry is not None and u.entry.number_kind in ("dozen", "scale", "about")
        for u in units[quantity.first : quantity.last]
    )


# --- the noun, read unit by unit -----------------------------------------------------------------------------------


class _Scan:
    """A noun group while it is read: `at` is the next unit, the rest is what has been seen so far."""

    __slots__ = ("at", "attributive", "head", "letter", "noun", "quantity", "seen_word", "side", "units", "unknown")

    def __init__(self, units: list[Unit], quantity: Quantity, noun: int) -> None:
        self.units, self.quantity, self.noun, self.at = units, quantity, noun, noun
        self.letter = "0"
        self.head: int | None = None
        self.attributive: int | None = None
        self.side: int | None = None
        self.seen_word = self.unknown = False

    def cls(self, ahead: int) -> str:
        """The class of a unit ahead of this one, or `END`."""
        at = self.at + ahead
        return self.units[at].cls if at < len(self.units) else END

    def step(self, word: bool = False) -> bool:
        """Goes on to the next unit."""
        self.at += 1
        self.seen_word = self.seen_word or word
        return True

    def ends(self, letter: str) -> bool:
        """The unit at hand is the head, and the last of the group."""
        self.letter, self.head = letter, self.at
        self.at += 1
        return False

    def counts_things(self) -> bool:
        """The next unit is a thing, and the last of the group: "12 police | stations"."""
        self.letter, self.head, self.attributive = "$", None, None
        self.at += 2
        return False


def _read_noun(units: list[Unit], quantity: Quantity, noun: int) -> Group:
    """The group whose words begin at unit `noun`: every unit is read by the step of its class, until one says stop."""
    scan = _Scan(units, quantity, noun)
    stop = min(len(units), noun + MAX_GROUP)
    while scan.at < stop:
        unit = units[scan.at]
        read = STEPS.get(unit.cls)
        if read is None or not read(scan, unit, scan.cls(1)):
            break
    if scan.letter == "0":
        return _without_head(scan)
    last = max(scan.at, quantity.last)
    if scan.letter == "#":
        last += _of_all_ages(units, last) or _of_one_home(units, last)
    return Group(
        quantity,
        scan.letter,
        quantity.first,
        last,
        noun,
        scan.head,
        attributive=scan.attributive,
        unknown=scan.unknown,
    )


def _of_all_ages(units: list[Unit], at: int) -> int:
    """How many units go on with "40 men|, women and children", whom one number counts."""
    if at + 1 >= len(units) or units[at - 1].low != "men" or units[at].cls != ",":
        return 0
    words = [unit.low for unit in units[at + 1 : at + 4]]
    if words[0] in ("women and children", "women and girls"):
        return 2
    return 4 if words in (["women", "and", "children"], ["women", "and", "girls"]) else 0


def _of_one_home(units: list[Unit], at: int) -> int:
    """How many units tell that those counted were kin: "five members | of one family", "four boys | of a family"."""
    words = [unit.low for unit in units[at : at + 4]]
    if words[:1] != ["of"] or units[at - 1].cls not in "vV":
        return 0
    noun = next((i for i in (2, 3) if words[i : i + 1] and words[i] in HOME), 0)
    return noun + 1 if noun and words[1] in ONE_HOME else 0


def _without_head(scan: _Scan) -> Group:
    """What words without a victim noun amount to: a side ("400 Russians"), a thing, or nothing at all."""
    units, quantity, noun, at, side = scan.units, scan.quantity, scan.noun, scan.at, scan.side
    words = units[noun:at]
    if side is not None and (
        side == at - 1
        or not scan.seen_word
        or (_is_people(units[side]) and all(unit.cls in "RSxXm~J" for unit in words))
    ):
        return Group(quantity, "#", quantity.first, side + 1, noun, side, attributive=scan.attributive)
    if len(words) == 1 and words[0].low in SORTS and (at >= len(units) or units[at].cls in ",.;)"):
        return Group(quantity, "#", quantity.first, at, noun, noun)  # "13 deaths: eight civilian, | five military"
    if scan.seen_word:
        if at < len(units) and units[at].low in DEAD_OR_MISSING and all(unit.cls in "YJRB" for unit in words):
            return Group(quantity, "#", quantity.first, at, noun, at - 1)  # "462 army | dead"
        return Group(quantity, "$", quantity.first, max(at - 1, quantity.last), noun, None)
    if any(unit.cls == "J" for unit in words):
        if at < len(units) and units[at].cls in "jp":  # "9,000 enemy | dead"
            return Group(quantity, "#", quantity.first, at, noun, at - 1)
        return Group(quantity, "$", quantity.first, at, noun, None)
    last = at if words and all(unit.cls in "m~" for unit in words) else quantity.last
    return Group(quantity, "0", quantity.first, last, noun, None, attributive=scan.attributive)


# A step reads the unit at hand, knowing the class of the next one. It says whether the group goes on.


CAPTIVE = frozenset("prisoner captive hostage".split())
"""Nouns that say what became of those before them."""


def _victim(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Victim nouns and roles: "soldiers", "police | officers", "soldiers' | deaths"; not "police stations"."""
    units, at, cls = scan.units, scan.at, unit.cls
    if cls == "D" and follow in "vVP":
        led = scan.quantity.kind == "article" and "adjective_person" in unit.senses and follow != "P"
        return scan.step() if led else False  # "a | local driver"
    if unit.low in HOMES:
        return scan.ends("$")  # "55 | families": how many people that is, nobody says
    if follow == "V" and units[at + 1].low in CAPTIVE and cls == "v":
        return scan.ends("#")  # "took 110 | soldiers prisoner"
    if follow in "vVDkoO" or (follow == "Y" and units[at + 1].low not in ("forces", "police")):
        return scan.step()
    if follow == "E" or (follow in "xU" and _is_plural(units[at + 1].low) and (cls == "V" or unit.low in OWNERS)):
        return scan.counts_things()
    if follow == "'" and scan.cls(2) in "Oko":
        scan.at += 2
        return scan.ends("K")
    if cls == "V" and follow == "j" and units[at + 1].low in DEAD_OR_MISSING:
        return scan.ends("#")  # "some 300 | civilian dead"
    if unit.low in CAPTIVE and scan.quantity.best not in (0, 1):
        return False  # "taken 2,000 | prisoner"
    if (
        cls in "VD"
        and scan.quantity.best not in (0, 1)
        and scan.quantity.kind != "vague"
        and not unit.low.endswith("s")
        and not unit.text[0].isupper()
    ):  # a singular after a plural number modifies what follows
        sorted_out = unit.low in SORTS and follow in ",.;)" + END
        return scan.step() if follow in "xJ" and scan.cls(2) in "vVD" else scan.ends("#" if sorted_out else "$")
    return scan.ends("#")


MAX_JOINED, MAX_SHARED = 5, 8
"""Units behind "and" or a slash up to the noun of those of two names: "Boko Haram/Islamic State (ISWAP) | men"."""
SORTS = frozenset("civilian military".split())
"""Adjectives that tell two sorts of victims apart, and stand for them at the end of a phrase."""
DEAD_OR_MISSING = frozenset("dead missing".split())
"""Adjectives before which what modifies a noun stands for the noun: "300 civilian | dead", "462 army | dead"."""
OF_AN_OWNER = DEAD_OR_MISSING | {"wounded"}
"""Behind an owner: "12 of the town's | wounded"."""
CLOSING = frozenset("fbwpij")
"""Classes of verbs, before which a noun is complete: "40 of their own | had died"."""
AFTER_MEN = "fbwpi/&,.;)" + END
"""Classes before which "military" stands for its men: "two Russian | military were wounded"."""
HOMES = frozenset("families households".split())
"""Nouns of groups of people whose number is no number of people."""
HOME = frozenset("family household clan".split())
"""The same in the singular, of which several people are."""
ONE_HOME = frozenset(["one", "a", "the", "the same", "an", "a single", "single"])
"""Words before them: "of | one family"."""
FOES = frozenset("enemy foe".split())
"""Nouns in the singular of which several can be counted: "250 of the enemy"."""


def _casualty_noun(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Casualty nouns: "27 | deaths", "45 | bodies", "23 | lives"; not "three | attacks"."""
    return scan.ends("$" if unit.cls == "k" and "event" in unit.senses and "noun" not in unit.senses else "K")


WHOSE = "whose"
"""What stands between a number and the men of those named before it: "the Taliban, 28 of | whose men died"."""
COUNTED = ("number", "count", "tally", "toll")
"""Beginnings of forms that count deaths themselves: "number of deaths"."""
FALLEN = frozenset(["fallen", "have fallen", "fell"])
"""Words of class W that end a group: "some 1,600 peshmerga | have fallen"."""


def _toll_noun(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Deaths that a table knows by two words: "287 | confirmed deaths"; not "12 death | tolls"."""
    return scan.at == scan.noun and unit.low.endswith("deaths") and not unit.low.startswith(COUNTED) and scan.ends("K")


def _outcome_word(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Participles and adjectives before the noun: "30 | wounded soldiers"; "30 | wounded in" ends the group."""
    if follow in "EU" and scan.at == scan.noun:
        return scan.counts_things()
    if unit.cls == "W" and unit.low not in FALLEN:
        return _word(scan, unit, follow)
    if unit.low in CAPTIVE and scan.quantity.best in (0, 1):
        return scan.ends("#")  # "no | hostage was hurt"
    if "with" not in unit.low and (follow in "vVRSJmD" or (follow == "x" and scan.cls(2) in "vV")):
        scan.attributive = scan.at
        return scan.step()
    return False


def _side_adjective(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Nationalities, which may be the head: "400 | Russian forces", "400 | Russians"."""
    scan.side = scan.at
    return scan.step()


def _side_name(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Names of sides: "40 | Hamas fighters"; a state needs a noun behind it, so that "five, Ukraine said" has none."""
    adjective = follow in "pj" and unit.text.isupper()  # "four U.S. | killed in action"
    served = follow == "Y" and (scan.cls(2) in "vV" or skip_short_name(scan.units, scan.at + 2) is not None)
    bare = follow not in "vVRJxXkoD-'&" and not (adjective or served)  # but "a Sri Lanka | Navy (SLN) sailor"
    if unit.entry is not None and unit.entry.group_kind is None and bare:
        return False
    scan.side = scan.at
    return scan.step()


def _thing(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Units of measure, time, equipment: "12 | tanks"; before a victim noun they modify it ("12 | tank crewmen")."""
    if follow in "vVD" and unit.cls != "%":
        return scan.step(word=True)
    if follow == "'" and unit.cls == "E" and scan.cls(2) in "vVRJ" and scan.units[scan.at - 1].cls in "ts":
        scan.at += 2
        return True  # "19,000 of the | country's soldiers"
    scan.letter = "$"
    scan.at += 1
    return False


def _joint(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Commas and "and" between modifiers: "12 Syrian | and Russian soldiers".

    Must not: "12 Palestinians|, Israeli and Palestinian officials said".
    """
    joins = scan.at > scan.noun and scan.units[scan.at - 1].cls in "RJSx" and follow in "RJSY"
    end = min(scan.at + (MAX_SHARED if unit.text == "/" else MAX_JOINED), len(scan.units))
    noun = next((i for i in range(scan.at + 1, end) if scan.units[i].cls in "vVD"), None)
    if not joins or noun is None:
        return False
    speak = unit.cls == "," and _is_people(scan.units[scan.at - 1]) and scan.units[noun + 1 : noun + 2]
    return not (speak and speak[0].cls == "c") and scan.step()


def _adverb(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Words that change nothing: "12 | more soldiers", "12 | mostly young men".

    Must not: "12 | last week", "a Belgian | also died".
    """
    if unit.cls == "~" and scan.side == scan.at - 1 and follow in CLOSING:
        return False
    return not (unit.low == "last" and follow in "UN") and not _stands_alone(unit, follow) and scan.step()


def _stands_alone(unit: Unit, follow: str) -> bool:
    """Whether a word behind a number tells when or where: "wounded 47 | late on Friday", "killed 12 | nearby."."""
    return unit.low in ADVERBIAL and follow in "/N.,;:)"


def _inner_hedge(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Hedges that can stand inside the group: "10,000 | further troops"."""
    return unit.low == "further" and follow in "vVRJx" and scan.step()


def _inner_article(scan: _Scan, unit: Unit, follow: str) -> bool:
    """An article inside the group."""
    return scan.at > scan.noun and scan.step()


def _quote(scan: _Scan, unit: Unit, follow: str) -> bool:
    """A quotation mark before the noun: "12 | “terrorists”"; not before an unknown plural."""
    quoted = follow in "vVRJoxkS" and not (follow == "x" and _is_plural(scan.units[scan.at + 1].low))
    return quoted and scan.step()


def _word(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Other words: modifiers, or plurals that may be people ("40 | deminers", "six | Jesuits"); verbs end the group."""
    low, cls = unit.low, unit.cls
    if low == "ones" and scan.side == scan.at - 1:
        return scan.ends("#")  # "three Pakistani soldiers and five | Indian ones"
    if low == "names" and follow not in "vVD":
        scan.at += 1  # "a list of 400 | names": the names of those who died
        return False
    if cls == "x":
        if "presumed" in unit.senses:
            return follow in "vV" and scan.step(word=True)  # "40 | presumed rebels"; not "40 | presumed dead"
        if scan.at == scan.noun and (low in VERBISH or _stands_alone(unit, follow)):
            return False
        if _is_agentive(low) and follow not in "vVD'":
            return scan.ends("#")
    named = cls == "X" and follow in "xE" and _is_plural(scan.units[scan.at + 1].low)  # "three | Beatles films"
    if cls != "W" and _is_plural(low) and follow not in "'XvVD" and not low.endswith("ings") and not named:
        scan.unknown = scan.seen_word = True
        return scan.ends("#")
    if cls != "X" and (
        low.endswith("ly")
        or (low.endswith("ed") and follow not in "vVJRxX")
        or (low.endswith("ing") and follow not in "vVJR")
    ):
        return False
    return scan.step(word=True)


def _modifier(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Names, offices, possessives and other forms that only modify: "12 | Kyiv residents", "12 | UN staff".

    The military ends a group where nothing of it follows: "two Russian | military were wounded".
    """
    if unit.low == "military" and follow in AFTER_MEN and scan.quantity.kind in ("number", "vague", "more"):
        return scan.ends("#")
    return scan.step(word=True)


def _inner_possessive(scan: _Scan, unit: Unit, follow: str) -> bool:
    """A possessive inside the group: "12 of | its soldiers" has it before, and ends here."""
    return scan.at > scan.noun and scan.step(word=True)


def _before_victims(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Cue words and gerunds, right before a victim noun only: "two | reported victims", "287 | confirmed deaths"."""
    named = unit.low in ALLEGED and follow in "SRJY" and scan.cls(2) in "vVJR"  # "seven | alleged Abu Sayyaf militants"
    return (follow in "vV" or named or (follow in "ko" and unit.low.endswith("ed"))) and scan.step(word=True)


def _bracket(scan: _Scan, unit: Unit, follow: str) -> bool:
    """What a body is called for short, before its people: "two Border Security Force | (BSF) jawans"."""
    end = skip_short_name(scan.units, scan.at) if scan.at > scan.noun else None
    if end is None:
        return False
    scan.at, scan.seen_word = end, True
    return True


def _hyphen(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Dashes and vague words between modifiers: "12 central | - African soldiers"."""
    return follow in "xXvVRJ" and scan.at > scan.noun and scan.step(word=True)


def _date(scan: _Scan, unit: Unit, follow: str) -> bool:
    """Dates and years, right before a victim noun, a nationality or an adjective."""
    return follow in "vVJR" and scan.step(word=True)


STEPS: dict[str, Callable[[_Scan, Unit, str], bool]] = {
    **dict.fromkeys("vVD", _victim),
    **dict.fromkeys("koO", _casualty_noun),
    **dict.fromkeys("pjW", _outcome_word),
    "L": _toll_noun,
    "R": _side_adjective,
    "S": _side_name,
    **dict.fromkeys("UE%", _thing),
    **dict.fromkeys("&,/", _joint),
    **dict.fromkeys("~mJ", _adverb),
    "a": _inner_article,
    "h": _inner_hedge,
    '"': _quote,
    **dict.fromkeys("xX", _word),
    **dict.fromkeys("BYAP'Ql", _modifier),
    "s": _inner_possessive,
    **dict.fromkeys("cg", _before_victims),
    **dict.fromkeys("-q", _hyphen),
    "(": _bracket,
    "N": _date,
}
"""The step of each class; a class without one ends the group."""


def _is_plural(low: str) -> bool:
    """Whether an unknown word looks like a plural noun: such a word ends a noun group ("12 police | stations")."""
    return low in ("people", "men", "women") or (
        len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s"))
    )


def _is_agentive(low: str) -> bool:
    """Whether an unknown plural ends like a word for people: "observers", "deminers", "cyclists", "newsmen"."""
    ending = low.endswith(("ers", "ists", "ians", "eers", "tors", "sors", "men", "people", "folk"))
    return len(low) > 6 and ending and "-" not in low


def _is_people(unit: Unit) -> bool:
    """Whether a nationality can be a noun of its own: "12 Russians", "12 Burmese", "12 Irish"."""
    return unit.cls == "R" and unit.low.endswith(("s", "ese", "sh", "ch", "ss"))
