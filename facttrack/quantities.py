"""Numbers of a sentence, with the hedges around them: "about 400", "between two and three thousand", "dozens".

Every quantity keeps its words and their offsets. `best` is the number as stated, `low` and `high` the bounds that the
words state; what the words leave open is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from facttrack.units import Reading, Unit

__all__ = ["Quantity", "find_quantities", "skip_short_name"]

SUFFERING = frozenset("suffer suffered suffering sustain sustained incur incurred have had".split())
"""Verbs of those who had losses, or none: "did not suffer any casualties"."""
UNSPARED = frozenset(["any", "anyone", "anybody"])
SPARING = frozenset(["did not", "didn't", "has not", "hasn't", "had not", "have not"])
"""Negations of what did not happen, and not of what is planned or asked for."""
CLOSING = ",.;:)&u/-"
"""Classes behind "anyone" of whom no more is said."""
BEGINNING = re.compile("[0qezZamd]")
"""The classes with which a number phrase can begin, the last two of them for "another" and "any"."""
MAX_NUMBER = 10**18
"""What the table's integers hold; a larger number is a code, or hostile."""
CHANGE = frozenset(
    "rose risen rising up climbed climb climbs jumped increased increasing grew grown raised raising revised revises "
    "soared leapt leaped doubled tripled shot swelled went gone lifted updated fell down lowered dropped reduced cut "
    "corrected corrects upwards upward downwards downward".split()
)
"""Words of a figure that moves: "rose from 40 to 45" is no range."""
COLLECTIVE = frozenset("crew aircrew staff".split())
"""Nouns for several people of which one is not one person: "a crew"; but "a police personnel" is one."""
MAX_BRACKET = 6
"""Units of a bracket inside a noun group: "(special task force)"."""
EARLIER = frozenset("earlier previous initial original".split())
"""Words for a figure that another replaces."""
BEFORE = frozenset("previously earlier initially originally formerly".split())
REPORTED = frozenset("reported announced given confirmed stated".split())
"""Words of a figure that was told before: "previously reported"."""
OR_SPREAD = 0.5
"""How much larger the second of two numbers with "or" may be, as a share of the first, to be one guess with it."""
SEVERAL = frozenset(["several", "a few", "many", "some"])
"""Vague words that may multiply a scale word: "several hundred"."""
HEDGE_SIGNS = {
    "~": "approximate",
    "≈": "approximate",
    ">": "more_than",
    "≥": "at_least",
    "<": "fewer_than",
    "≤": "at_most",
}
ORDINALS = frozenset("second fourth fifth sixth".split())
"""Words for one more of those counted; "a third" may be a share."""
NATIONAL_BEFORE = "fbwpi,.;:)&rI/"
"""Classes before which a nationality is complete."""
NO_PERSON = ("ish", "ch", "s")
"""Endings of nationalities that are said of no one person without a noun: "a British", "a French", "a Swiss"."""
NATIONS_JOINED = [[one, "&", other] for one in "RS" for other in "RS"]
"""Classes behind "both" that go before no number: "both | the Indian and Pakistani armies"."""
DASHES = "-–—‒−"


VARYING = 3
"""Units before "from" in which a verb tells of several values: "ranging anywhere", "vary widely,"."""


@dataclass(slots=True)
class Quantity:
    """A number phrase, units `first` up to, not including, `last`; `word` is where the number itself begins.

    `kind` is `number`, `vague`, `zero`, `article` ("a soldier"), `all` ("both", "all 13") or `more` ("another one").
    """

    first: int
    last: int
    word: int
    best: int | None
    low: int | None
    high: int | None
    qualifier: str
    kind: str = "number"
    old: bool = False
    """An earlier figure that the same clause replaces ("rose from 40 to 45": the 40)."""
    added: bool = False
    """An increase printed beside its total: "5,840 (+130)"."""
    rule: str = ""


def find_quantities(reading: Reading) -> list[Quantity]:
    """All number phrases of a sentence in text order, whatever they count.

    >>> from facttrack.lexicon import lexicon
    >>> from facttrack.sentences import find_sentences
    >>> from facttrack.units import read_sentence
    >>> def look(text):
    ...     reading = read_sentence(find_sentences(text)[0], lexicon())
    ...     found = find_quantities(reading)
    ...     return [(reading.text(q.first, q.last), q.best, q.low, q.high, q.qualifier) for q in found]
    >>> look("Between two and three thousand men and about 400 officers died.")
    [('Between two and three thousand', None, 2000, 3000, 'range'), ('about 400', 400, None, None, 'approximate')]
    >>> look("Dozens died, among them at least 38 women.")
    [('Dozens', None, 12, None, 'vague'), ('at least 38', 38, 38, None, 'at_least')]
    """
    units = reading.units
    found: list[Quantity] = []
    at, count = 0, len(units)
    if reading.sentence.cut:
        while at < count and units[at].cls in "0&hqe,":
            at += 1
    while (begin := BEGINNING.search(reading.classes, at)) is not None:
        at = begin.start()
        cls = units[at].cls
        quantity: Quantity | None = None
        if cls == "0":
            whole = parse_cardinal(units, at)
            if whole is not None and whole[0] >= MAX_NUMBER:
                at = whole[1]  # no part of an endless number counts either
                continue
            quantity = _number(units, at)
        elif cls == "q":
            quantity = _vague(units, at)
        elif cls == "e":
            quantity = _all(units, at)
        elif cls in "zZ" and (_loses_single(units, at) or _lacks(units, at)):
            pass  # "without losing | a single man", "200 wounded | without blood"
        elif cls in "zZ":
            quantity = Quantity(at, at + 1, at, 0, 0, 0, "exact", "zero", rule="zero")
        elif cls == "d":
            quantity = _not_any(units, at) if units[at].low in UNSPARED else None
        elif cls == "a" and at + 1 < count:
            quantity = _not_single(units, at) or _article(units, at)
        elif units[at].low == "another" and at + 1 < count and _is_one_more(units, at):
            quantity = Quantity(at, at + 1, at, 1, 1, 1, "exact", "more", rule="another")
        if quantity is None:
            at += 1
            continue
        if not (found and quantity.first < found[-1].last):
            found.append(quantity)
        at = max(quantity.last, at + 1)
    return found


def _is_one_more(units: list[Unit], at: int) -> bool:
    """Whether "another" counts one: "killed a rebel and captured | another near Gao"; not "| another five died"."""
    after = units[at + 1].cls
    return after not in "0qh" or (after == "h" and at + 2 < len(units) and units[at + 2].cls not in "0qah")


def _not_single(units: list[Unit], at: int) -> Quantity | None:
    """None, told by the object of a negated casualty verb: "did not lose | a single soldier".

    Must not: "killed | a single soldier", "did not say that | a single soldier".
    """
    if units[at + 1].low != "single" or at < 2:
        return None
    back = at - 1
    while back > 0 and units[back].cls in "lpgy~":
        back -= 1
    denied = back < at - 1 and (units[back].cls == "n" or units[back].low == "without")
    return Quantity(at, at + 2, at, 0, 0, 0, "exact", "zero", rule="zero") if denied else None


def _not_any(units: list[Unit], at: int) -> Quantity | None:
    """None, told by "any" of those whom a negated verb spares: "did not suffer | any casualties", "not hurt | anyone".

    Must not: "did not report | any casualties", which is silence; "did not say whether | any soldiers died".
    """
    if units[at].low != "any":
        return _spares_everybody(units, at)
    if at < 2 or at + 1 == len(units) or not (units[at - 1].low in SUFFERING or units[at - 1].cls == "l"):
        return None
    denied = units[at - 2].cls == "n"
    return Quantity(at, at + 1, at, 0, 0, 0, "exact", "zero", rule="zero") if denied else None


def _spares_everybody(units: list[Unit], at: int) -> Quantity | None:
    """None, told by whom a casualty verb with a plain "not" spares: "did not injure | anyone", "has not hurt anybody".

    Must not: "denied that it had not killed | anyone", "would not hurt | anyone", "without killing | anyone".
    """
    spared = at > 1 and units[at - 1].cls in "py" and units[at - 2].cls == "n" and units[at - 2].low in SPARING
    if not spared or (at + 1 < len(units) and units[at + 1].cls not in CLOSING):
        return None
    return Quantity(at, at + 1, at, 0, 0, 0, "exact", "zero", rule="zero")


def _loses_single(units: list[Unit], at: int) -> bool:
    """Whether "without" belongs to a casualty verb whose object is "a single …"."""
    return (
        units[at].low == "without"
        and at + 3 < len(units)
        and units[at + 1].cls in "lg"
        and units[at + 2].cls == "a"
        and units[at + 3].low == "single"
    )


def _lacks(units: list[Unit], at: int) -> bool:
    """Whether "without" tells what somebody did not have: "| without anaesthetics"; not "| without casualties"."""
    if units[at].low != "without" or at + 1 >= len(units) or units[at + 1].cls != "x":
        return False
    return at + 2 == len(units) or units[at + 2].cls in ".,;:&/"


def parse_cardinal(units: list[Unit], at: int, ranged: bool = False) -> tuple[float, int] | None:
    """The value of the cardinal that begins at a unit, and where it ends.

    Numerals, number words and scale words are read together: "5.2 million", "two hundred and forty".

    After "between" (`ranged`), "and" before a number of the same scale begins the second number.
    """
    if at >= len(units) or units[at].cls != "0" or units[at].value is None:
        return None
    entry = units[at].entry
    if entry is not None and entry.number_kind == "about":
        return units[at].value or 0.0, at + 1
    total, current, end = 0.0, units[at].value or 0.0, at + 1
    while end < len(units):
        unit = units[end]
        value = unit.value
        if unit.cls == "0" and value is not None and _is_scale(unit):
            if value >= 1000:
                total, current = total + (current or 1) * value, 0.0
            else:
                current = (current or 1) * value
            end += 1
        elif unit.cls == "0" and value is not None and _continues(units, end, current, total):
            current += value
            end += 1
        elif (
            unit.low == "and"
            and end + 1 < len(units)
            and units[end + 1].cls == "0"
            and _is_word(units[end - 1], 100)
            and _is_word(units[end + 1])
        ):
            scale = units[end + 2] if end + 2 < len(units) else None
            if (units[end + 1].value or 0) >= (units[end - 1].value or 0):
                break
            if (
                ranged
                and scale is not None
                and scale.entry is not None
                and scale.entry.number_kind == "scale"
                and (scale.value or 0) >= (units[end - 1].value or 0)
            ):
                break  # "between one hundred | and two hundred"
            end += 1
        elif unit.low == "and" and end + 2 < len(units) and units[end + 1].cls == "a" and units[end + 2].low == "half":
            current += 0.5
            end += 3
        elif unit.low == "and" and end + 2 < len(units) and units[end + 1].cls == "a" and units[end + 2].low in HALVES:
            half = units[end + 2].value or 0  # "two and a | half million"
            total, current = total + current * 2 * half + half, 0.0
            end += 3
        else:
            break
    return total + current, end


HALVES = ("half million", "half-million")
"""Numbers that are half of a scale."""


def _is_scale(unit: Unit) -> bool:
    """Whether a number word multiplies the one before: "hundred", "dozen"."""
    return unit.entry is not None and unit.entry.number_kind in ("scale", "dozen")


def _is_word(unit: Unit, least: float = 0.0) -> bool:
    """Whether a number is written as a word ("hundred") of at least a value."""
    return unit.cls == "0" and not unit.text[0].isdigit() and (unit.value or 0) >= least


def _continues(units: list[Unit], at: int, current: float, total: float) -> bool:
    """Whether the number word at a unit goes on the one before: "thirty seven", "two hundred forty"."""
    unit, before = units[at], units[at - 1]
    value = unit.value or 0
    if unit.text[0].isdigit() or before.text[0].isdigit():
        return False
    kind = before.entry.number_kind if before.entry else None
    if before.low == "and":
        return True
    if kind == "tens":
        return value < 10
    return kind == "scale" and value < (before.value or 0) and (total > 0 or current >= 100)


def _number(units: list[Unit], at: int) -> Quantity | None:
    """The number at a unit with the hedges around it: "about 400", "300-odd", "(+130)", "1,500 to 2,000"."""
    opener = at - 1
    while opener > 0 and units[opener].cls == "h":
        opener -= 1
    parsed = parse_cardinal(units, at, ranged=opener >= 0 and units[opener].cls == "[")
    if parsed is None:
        return None
    value, end = parsed
    if value >= MAX_NUMBER:
        return None
    first, qualifier, rule = _hedge(units, at)
    spread = _range(units, at, end, value, first)
    if spread is not None:
        return spread
    entry = units[at].entry
    if qualifier == "exact" and entry and entry.number_kind in ("about", "dozen"):
        qualifier = "approximate"
    if first == at and at and units[at - 1].cls == "a" and _is_scale(units[at]):  # "about | a hundred"
        first, outer, outer_rule = _hedge(units, at - 1)
        if outer != "exact":
            qualifier, rule = outer, outer_rule
    if any(u.entry and u.entry.number_kind == "dozen" for u in units[at:end]) and qualifier == "exact":
        qualifier = "approximate"
    if units[at].low.endswith(("-odd", "-some")):
        qualifier = "approximate"
    if units[at].low.endswith("-plus"):
        qualifier = "more_than"
    if end + 2 < len(units) and units[end].text == "(" and units[end + 2].text == ")" and units[end + 1].value == value:
        end += 3  # "five | (5) policemen"
    end, after = _after(units, end)
    if after and qualifier in ("exact", "approximate"):
        qualifier, rule = after, "hedge_after"
    quantity = _make(first, end, at, value, qualifier, rule or "number")
    if at and units[at - 1].text == "+":
        quantity.added, quantity.first = True, at - 1
    quantity.old = _is_replaced(units, first, end)
    return quantity


def _make(first: int, last: int, word: int, value: float, qualifier: str, rule: str) -> Quantity:
    """A quantity with the bounds that its qualifier states."""
    number = round(value)
    low = number if qualifier in ("exact", "at_least", "more_than") else None
    high = number if qualifier in ("exact", "at_most", "fewer_than") else None
    return Quantity(first, last, word, number, low, high, qualifier, rule=rule)


def _hedge(units: list[Unit], at: int) -> tuple[int, str, str]:
    """Where the hedges before a number begin, and what they make of it; a bound wins over "about"."""
    first, qualifier = at, "exact"
    if at > 2 and units[at - 1].cls == '"' and units[at - 2].cls == "h" and units[at - 3].cls == '"':
        first = at - 1  # “at least” | eight
    while first > 0:
        unit = units[first - 1]
        if (unit.cls == "h" or "before" in unit.senses) and not (
            unit.low == "past" and first > 1 and units[first - 2].cls in "tsJ"
        ):
            value = (unit.entry.qualifier if unit.entry else None) or HEDGE_SIGNS.get(unit.text, "exact")
            if qualifier in ("exact", "approximate") and value != "exact":
                qualifier = value
            first -= 1
        elif (unit.cls == "m" and unit.low in ("another", "further", "additional")) or (
            first != at and first > 1 and unit.low in ("the", "a", "an") and units[first - 2].cls == "h"
        ):
            first -= 1
        else:
            break
    if (
        first > 0
        and units[first - 1].cls == "a"
        and units[first].low in ("estimated", "approximate", "reported", "confirmed", "further", "additional")
    ):
        first -= 1
    return first, qualifier, "hedge_before" if qualifier != "exact" else ""


def _after(units: list[Unit], end: int) -> tuple[int, str | None]:
    """A hedge after the number: "40 or more", "300-odd", "1,000+"."""
    if end < len(units):
        unit = units[end]
        if unit.text == "+" and not (end + 1 < len(units) and units[end + 1].cls == "0"):
            return end + 1, "more_than"
        if "after" in unit.senses and (unit.cls in "Hh" or unit.low == "plus"):
            if unit.low == "plus" and end + 1 < len(units) and units[end + 1].cls in "0a":
                return end, None
            if unit.low in ("at least", "at most", "approximately", "roughly") and not (
                end + 1 >= len(units) or units[end + 1].cls in ",.;)"
            ):
                return end, None
            return end + 1, unit.entry.qualifier if unit.entry else None
        if (
            unit.low == "and"
            and end + 1 < len(units)
            and units[end + 1].low == "more"
            and not (end + 2 < len(units) and units[end + 2].low == "than")
        ):
            return end + 2, "at_least"
        if unit.cls == "-" and end + 1 < len(units) and units[end + 1].low in ("odd", "plus"):
            return end + 2, "approximate" if units[end + 1].low == "odd" else "more_than"
        if (
            unit.cls == ","
            and end + 1 < len(units)
            and units[end + 1].low in ("at least", "perhaps", "or more")
            and end + 2 < len(units)
            and units[end + 2].cls in ",."
        ):
            return end + 2, "at_least" if units[end + 1].low != "perhaps" else "approximate"
    return end, None


def _range(units: list[Unit], at: int, end: int, value: float, first: int) -> Quantity | None:
    """Reads "1,500 to 2,000", "7,000–15,000", "between two and three thousand"; not "rose from 40 to 45"."""
    if end >= len(units):
        return None
    opener = units[first - 1] if first else None
    between = opener is not None and opener.cls == "["
    joint = units[end]
    if not (
        joint.cls == "T"
        or joint.text in DASHES
        or (between and joint.low == "and")
        or (joint.low == "or" and end == at + 1)
    ):
        return None
    at2 = end + 1
    while at2 < len(units) and units[at2].cls == "h":
        at2 += 1
    if at2 + 1 < len(units) and units[at2].cls == "a" and _is_scale(units[at2 + 1]):
        at2 += 1  # "300,000 to | a million"
    parsed = parse_cardinal(units, at2)
    if parsed is None:
        return None
    top, last = parsed
    low_scaled, top = _share_scale(units, at, end, at2, last, value, top)
    if top <= low_scaled:
        return None
    if joint.low == "or" and (  # "two or three soldiers", "40 or 50 Indian troops"
        top - low_scaled > max(2.0, OR_SPREAD * low_scaled)
        or not (last < len(units) and units[last].cls in 'vVkpjJoRSAxX"')
    ):
        return None
    if joint.low == "to" and opener is not None and opener.low == "by":
        return None  # "the toll rose by | 12 to 45"
    if joint.cls == "T" and opener is not None and opener.cls == "]" and _is_change(units, first - 1):
        return None
    while last + 1 < len(units) and units[last].text in "-–—‒to":  # "10,000 to 12,500–13,000": the outer ends
        more = parse_cardinal(units, last + 1)
        if more is None or more[0] <= top:
            break
        top, last = more
    start = first - 1 if opener is not None and opener.cls in "[]" else first
    if start > 0 and units[start - 1].cls == "h" and start != first:
        start = _hedge(units, start)[0]
    return Quantity(start, last, at, None, round(low_scaled), round(top), "range", rule="range")


def _share_scale(
    units: list[Unit], at: int, end: int, at2: int, last: int, value: float, top: float
) -> tuple[float, float]:
    """Reads "two to three thousand", "15–18,000", "10-20k": the first number borrows the scale of the second."""
    scales = [u.value for u in units[at2:last] if _is_scale(u)]
    own = any(_is_scale(u) for u in units[at:end])
    if scales and not own and scales[-1] and value * scales[-1] <= top and value < 1000:
        return value * scales[-1], top
    if units[end].text in DASHES and value < 1000 <= top and top % 1000 == 0 and value < top / 1000:
        return value * 1000, top
    if units[at2].low.endswith("k") and not units[at].low.endswith("k") and value < 1000:
        return value * 1000, top
    return value, top


def _is_change(units: list[Unit], opener: int) -> bool:
    """Whether "from A to B" tells of a toll that rose, not of a range: "estimates of deaths vary | from 30 to 50"."""
    if any("varying" in u.senses for u in units[max(0, opener - VARYING) : opener]):
        return False
    return any(
        u.low in CHANGE or u.cls == "L" or (u.entry is not None and u.entry.outcome is not None and u.cls in "kK")
        for u in units[max(0, opener - 14) : opener]
    )


def _is_replaced(units: list[Unit], first: int, end: int) -> bool:
    """Whether a figure is the old one: "rose from 40 to 45", "up from 40", "from an earlier 40"."""
    if first == 0:
        return False
    before = units[first - 1]
    if before.cls in "at" and first > 1:
        before = units[first - 2]
    if before.low in REPORTED and first > 2 and units[first - 2].low in BEFORE:
        return "]" in (
            units[first - 3].cls,
            units[max(0, first - 4)].cls,
        )  # "risen to 23 from previously reported | 19"
    if before.low in EARLIER:
        return any(u.cls == "]" for u in units[max(0, first - 4) : first])
    if before.cls == "F" and any(u.low in EARLIER for u in units[max(0, first - 4) : first]):
        return any(u.cls == "]" for u in units[max(0, first - 6) : first])  # "from the earlier figure of | 1,400"
    if before.low.endswith("ed") and units[first - 2].low in ("previously", "earlier"):
        return any(u.cls == "]" for u in units[max(0, first - 5) : first])  # "from the previously recorded | 11"
    if before.low not in ("from", "against"):
        return False
    back = units[max(0, first - 14) : first - 1]
    if any(u.low in CHANGE or u.low.endswith(" up") for u in back):
        return True
    if before.low == "from" and back and back[-1].cls == "L":
        return end >= len(units) or units[end].cls in ",.;&:"  # "updating the death toll from | four"
    return end < len(units) and units[end].cls == "T" and end + 1 < len(units) and units[end + 1].cls in "0h"


def _vague(units: list[Unit], at: int) -> Quantity:
    """Reads "dozens", "several hundred", "hundreds of": a floor at most."""
    entry = units[at].entry
    floor = entry.value if entry else None
    end = at + 1
    if units[at].low in SEVERAL and end < len(units) and units[end].cls == "0" and _is_scale(units[end]):
        floor = (floor or 0) * (units[end].value or 1) or None
        end += 1
    first = _hedge(units, at)[0]
    if first < at and units[first].low == "some" and units[at].low not in ("dozens", "hundreds", "thousands"):
        first = at
    return Quantity(first, end, at, None, round(floor) if floor else None, None, "vague", "vague", rule="vague")


def _all(units: list[Unit], at: int) -> Quantity | None:
    """Reads "both", "all 13", "all of the 13"."""
    if units[at].low == "both" and [u.cls for u in units[at + 1 : at + 4]] in NATIONS_JOINED:
        return None  # "both | British and American passports"
    if units[at].low == "both":
        return Quantity(at, at + 1, at, 2, 2, 2, "exact", "all", rule="both")
    start = at + 1
    while start < len(units) and units[start].cls in "Ftsd":
        start += 1
    parsed = parse_cardinal(units, start)
    if parsed is None or parsed[0] <= 1:
        return None
    quantity = _make(at, parsed[1], start, parsed[0], "exact", "all_of")
    quantity.kind = "all"
    return quantity


def _is_national(units: list[Unit], at: int) -> bool:
    """Whether a nationality stands for one of its people: "a | Malaysian had died", "a | Belgian also died".

    Must not: "a | Russian-made drone", "a | Russian also held at the base".
    """
    follow = units[at + 1].cls if at + 1 < len(units) else "."
    if follow == "~" and at + 2 < len(units) and units[at + 2].cls in "bfi":
        return not units[at].low.endswith(NO_PERSON)
    return follow in NATIONAL_BEFORE and not units[at].low.endswith(NO_PERSON)


def skip_short_name(units: list[Unit], at: int) -> int | None:
    """The victims' unit behind a bracket that says what their body is called for short, or in full.

    Covers: "a Sri Lanka Navy | (SLN) sailor", "an STF | (special task force) constable". Must not: "three Ukrainian |
    (two Russian) soldiers", "the army | (which lost two) officers".
    """
    if at >= len(units) or units[at].cls != "(" or units[at - 1].cls not in "XYBSxA":
        return None
    close = next((i for i in range(at + 2, min(at + MAX_BRACKET, len(units))) if units[i].cls == ")"), None)
    if close is None or close + 1 >= len(units) or units[close + 1].cls not in "vVD":
        return None
    return None if any(u.cls not in "XBSYDxJEk" for u in units[at + 1 : close]) else close + 1


def _article(units: list[Unit], at: int) -> Quantity | None:
    """Reads "a soldier", only where a victim noun follows; "a dozen" and "a hundred" are numbers."""
    if units[at + 1].low in ORDINALS and at + 2 < len(units) and units[at + 2].cls in "bfpi":
        return Quantity(at, at + 2, at + 1, 1, 1, 1, "exact", "more", rule="another")  # "a second was wounded"
    if units[at + 1].cls == "0" and _is_scale(units[at + 1]):
        quantity = _number(units, at + 1)
        if quantity and quantity.first > at:
            quantity.first = at
        return quantity
    end = at + 1
    while end < len(units) and end < at + 6:
        cls = units[end].cls
        if cls in "VjopgkvO":
            break
        if cls in "xXJRSmPBAYDUEN'~-pqa0" or (
            cls == "," and units[end - 1].cls in "Jx" and end + 1 < len(units) and units[end + 1].cls in "JxR"
        ):
            end += 1
            continue
        behind = skip_short_name(units, end) if cls == "(" and end > at + 1 else None
        if behind is None:
            break
        end = behind
    if end + 1 < len(units) and units[end].cls == "v" and units[end + 1].cls == "'":
        return None  # "in | a women's prison"
    if end < len(units) and units[end].cls in "VDvopk" and units[end].low.split()[-1] not in COLLECTIVE:
        return Quantity(at, at + 1, at, 1, 1, 1, "exact", "article", rule="article")
    if units[at + 1].cls == "R" and end in (at + 2, at + 3) and _is_national(units, at + 1):
        return Quantity(at, at + 1, at, 1, 1, 1, "exact", "article", rule="article")
    return None
