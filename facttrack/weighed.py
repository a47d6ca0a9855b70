"""What no rule decides is weighed: by signs, each too weak to decide alone, and what each has been worth.

A number that by no rule hangs on a casualty word may count casualties all the same ("the list has | 1,417 names"): its
signs are the classes and words around it, what it counts, and how it compares with the figures before. What a sign is
worth stands in data/lexicon/weights.csv, counted out on the gold by `python tests/fit.py`: the natural logarithm of how
many times likelier it makes a claim. The sum of the weights of all signs says how likely the number is one.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum, log10

from facttrack.candidates import Candidate, Mention, does_else
from facttrack.lexicon import lexicon
from facttrack.units import Unit

__all__ = ["DOUBTED", "NUMBER", "number_signs", "outcome_signs", "weigh", "weight_of"]

NUMBER = "number"
"""The decision whether a number is a claim; that of its outcome is named after the outcome."""
TAKEN, KEPT = 0.6, -0.3
"""The least sum of weights with which a number becomes a claim that no rule made, so that two of three are one; and
with which it stays one by a rule that is often wrong, so that nearly every second is."""
INCLUDING = frozenset("include includes included including".split())
"""Words behind which a rule finds the part of a toll; of anything else, what is included is no claim."""
DOUBTED = frozenset(
    "rival carried tally own_tally names predicate_part counted_people list_line gapped postposed_far".split()
)
"""Rules of mentions by which a number without a casualty word of its own goes on with others."""
ALWAYS = "always"
"""The sign that everything has: its weight is what all others are added to."""
PLAINLY = frozenset("pijgykLlo")
"""Classes of words that are said of casualties alone, as "fell" and "destroyed" are not."""
CASUALTY = PLAINLY | {"W"}
"""Classes of casualty words."""
STOPS = frozenset(";.:")
"""Classes that end a clause."""
NEAR, BESIDE = 4, 6
"""Units before and behind a number whose senses are signs of a claim, and of its outcome."""
FAR = 8
"""Units from which on a distance is far."""
JOINED = 5
"""Units between two numbers that are a sign by their classes."""
RATIOS = ((1.0, "the same"), (3.0, "near"), (10.0, "within ten times"), (100.0, "within a hundred times"))
"""How one figure compares with another: up to how many times larger or smaller it is."""
OUTCOMES = ("killed", "wounded", "missing", "captured", "casualties")


def weigh(number: Candidate, mention: Mention | None, refused: str) -> Mention | None:
    """What a number becomes that no rule made a mention, or one that is often wrong, as far as its signs tell.

    `refused` is the rule that would have none of it, if any.

    Covers: "the prosecutor's list runs to | 338 names", "a dozen had been shot in the head and | one in the shoulder".
    Must not: "sent | 12,000 men to the border", "was born in the year in which 300 died and is | 59", "the passenger
    list included | four doctors".
    """
    if mention is not None and mention.rule not in DOUBTED:
        return mention
    if mention is None:
        if number.group.quantity.kind == "article":
            return None  # "a man": in any text there are more who did something than to whom something was done
        if number.context is None and number.last is None and PLAINLY.isdisjoint(number.reading.classes):
            return None
        if any(unit.low in INCLUDING for unit in _clause(number.units[: number.group.first][::-1])):
            return None
        if any(verb.negated or verb.hypothetical for verb in number.verbs_beside()):
            return None  # "he fears that | 20 men may die"
        if _did_it(number) or _is_set_free(number) or _lost_things(number):
            return None
        if does_else(number) or number.counts_others():
            return None
    weight = weight_of(NUMBER, number_signs(number, mention, refused))
    if mention is not None:
        return mention if weight is None or weight >= KEPT else None
    if weight is None or weight < TAKEN:
        return None
    noun = number.units[number.group.head].entry if number.letter == "K" and number.group.head is not None else None
    if noun is not None and noun.outcome is not None:
        return number.inherit(noun.outcome, "weighed", part=number.part)  # "asked forgiveness for | 21,396 abductions"
    signs = outcome_signs(number)
    outcome = max(OUTCOMES, key=lambda one: weight_of(one, signs) or 0.0)
    return number.inherit(outcome, "weighed", part=number.part)


def _is_set_free(number: Candidate) -> bool:
    """Whether those counted are set free by the word before: "the rebels released | six of the soldiers"."""
    at = number.group.first - 1
    return at >= 0 and "release" in number.units[at].senses and number.units[at].cls not in "kE"


def _lost_things(number: Candidate) -> bool:
    """Whether those counted lost what they own: "| hundreds of residents lost their homes"; not "lost their lives"."""
    after = number.units[number.group.last : number.group.last + 3]
    return len(after) == 3 and after[0].cls == "l" and after[1].cls == "s" and after[2].cls not in "OvVRS"


def _did_it(number: Candidate) -> bool:
    """Whether those counted did to others what the verb behind them says: "| three brothers killed 12 people".

    Must not: "| 12 soldiers killed, 30 wounded", "| 12 soldiers killed 30 wounded".
    """
    after = number.line[number.rest : number.rest + 3]
    return number.letter == "#" and after[:2] in ("p#", "p0") and after[2:] not in ("p", "j")


def weight_of(decision: str, signs: Iterable[str]) -> float | None:
    """The sum of what some signs are worth for a decision; None where the table has nothing about it."""
    weights = lexicon().weights.get(decision)
    if not weights:
        return None
    return fsum(filter(None, map(weights.get, (ALWAYS, *signs))))


def number_signs(number: Candidate, mention: Mention | None, refused: str) -> list[str]:
    """The signs of a number for being a claim or none, each once."""
    context, letter = number.context or "nothing", number.letter
    quantity = number.group.quantity
    signs = [
        f"letter {letter}",
        f"kind {quantity.kind}",
        f"qualifier {quantity.qualifier}",
        f"told {context}",
        f"told {context}, letter {letter}",
        f"figures before {len(number.figures) > number.recent}, letter {letter}",
    ]
    if mention is None:
        signs.append("by no rule")
    elif mention.rule in DOUBTED:
        signs.append(f"by {mention.rule}")
    if refused:
        signs.append(f"refused {refused}")
    if number.part:
        signs.append("part")
    if any(unit.cls == "w" for unit in number.units):
        signs.append("modal")
    return signs + _noun_signs(number) + _size_signs(number) + _neighbours(number) + _last_signs(number)


def _noun_signs(number: Candidate) -> list[str]:
    """What is counted."""
    group = number.group
    if group.head is None:
        return ["noun none"]
    head = number.units[group.head]
    sort = head.entry.victim_class if head.entry is not None else None
    signs = [
        f"noun class {head.cls}",
        f"noun {head.low}",
        f"people {sort}",
        f"people {sort}, told {number.context or 'nothing'}",
    ]
    return [*signs, "noun unknown"] if group.unknown else signs


def _size_signs(number: Candidate) -> list[str]:
    """How large a number is, alone and beside the figures before."""
    quantity = number.group.quantity
    own = quantity.best or quantity.high or quantity.low
    if not own:
        return ["size none"]
    signs = ["size one" if own == 1 else f"size {int(log10(own))}"]
    sizes = [size for _, size in number.figures if size]
    if sizes:
        signs.append(f"beside figures {min(_ratio(own, size) for size in sizes)[1]}")
        signs.append(f"beside the last {_ratio(own, sizes[-1])[1]}")
        signs.append(f"smaller than the largest {own < max(sizes)}")
    return signs


def _ratio(own: float, other: float) -> tuple[float, str]:
    """How many times a figure is larger or smaller than another, and the words for it."""
    ratio = max(own / other, other / own)
    for most, name in RATIOS:
        if ratio <= most:
            return ratio, name
    return ratio, "far"


def _neighbours(number: Candidate) -> list[str]:
    """The units and phrases beside a number, and the casualty words of its sentence."""
    units, line, at = number.units, number.line, number.at
    first, last = number.group.first, number.group.last
    signs = [
        f"phrases before {line[max(0, at - 2) : at]}",
        f"phrases behind {line[at + 1 : at + 3]}",
        f"phrases {line[at - 1 : at] or 'start'} {number.letter} {line[at + 1 : at + 2] or 'end'}",
    ]
    for step in (1, 2, 3):
        before = units[first - step] if first >= step else None
        behind = units[last + step - 1] if last + step <= len(units) else None
        signs.append(f"{step} before {before.cls if before is not None else 'start'}")
        signs.append(f"{step} behind {behind.cls if behind is not None else 'end'}")
        if step < 3:
            signs += [f"{step} before “{before.low}”"] if before is not None else []
            signs += [f"{step} behind “{behind.low}”"] if behind is not None else []
    back = next((first - i for i in range(first - 1, -1, -1) if units[i].cls in CASUALTY), 0)
    ahead = next((i - last + 1 for i in range(last, len(units)) if units[i].cls in CASUALTY), 0)
    signs += [f"casualty word before {min(back, FAR)}", f"casualty word behind {min(ahead, FAR)}"]
    near_before, near_behind = units[max(0, first - NEAR) : first], units[last : last + NEAR]
    for where, near, clause in (
        ("before", near_before, _clause(units[:first][::-1])),
        ("behind", near_behind, _clause(units[last:])),
    ):
        signs += [f"near {where} {sense}" for sense in frozenset[str]().union(*(unit.senses for unit in near))]
        signs += [f"clause {where} {cls}" for cls in {unit.cls for unit in clause}]
    return signs


def _clause(units: list[Unit]) -> list[Unit]:
    """The units up to a stop."""
    end = next((i for i, unit in enumerate(units) if unit.cls in STOPS), len(units))
    return units[:end]


def _last_signs(number: Candidate) -> list[str]:
    """The mention before in the sentence, and what stands between."""
    last, letter = number.last, number.letter
    if last is None:
        return ["first", f"first, told {number.context or 'nothing'}, letter {letter}"]
    first = number.group.first
    between = number.units[max(last.group.last, min(last.cue[1], first)) : first]
    classes = "".join(unit.cls for unit in between)
    signs = [
        f"last by {last.rule}",
        f"last {last.outcome}",
        f"joined by {classes[:JOINED]}",
        f"last {min(len(between), FAR)} units before",
    ]
    if STOPS.isdisjoint(classes):
        signs += ["last in the same clause", f"last in the same clause, letter {letter}"]
    return signs


def outcome_signs(number: Candidate) -> list[str]:
    """The signs of what happened to those whom a number counts."""
    units, group = number.units, number.group
    signs = [f"told {number.context or 'nothing'}", f"figures {number.outcome_told() or 'nothing'}"]
    if number.last is not None:
        signs.append(f"last {number.last.outcome}")
    if group.head is not None:
        signs.append(f"noun {units[group.head].low}")
    signs += _nearest_outcome(units[: group.first][::-1], "before")
    signs += _nearest_outcome(units[group.last :], "behind")
    near = units[max(0, group.first - BESIDE) : group.first] + units[group.last : group.last + BESIDE]
    signs += {f"word {unit.low}" for unit in near if unit.cls == "x"}
    signs += [f"near {sense}" for sense in frozenset[str]().union(*(unit.senses for unit in near))]
    return signs


def _nearest_outcome(units: list[Unit], where: str) -> list[str]:
    """The outcome of the nearest casualty word, and whether it stands in the clause of the number."""
    same = True
    for unit in units:
        same = same and unit.cls not in STOPS
        if unit.cls in CASUALTY and unit.entry is not None and unit.entry.outcome:
            outcome = unit.entry.outcome
            return [f"{where} {outcome}", f"{where} {outcome} {'here' if same else 'there'}"]
    return []
