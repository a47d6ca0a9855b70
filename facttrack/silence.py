"""The claims without a number: parties that give no count, and parties that reject one.

Silence and denial are data. A `no_count` needs words of giving nothing *and* words about figures or losses; a `denial`
needs a rejected figure, toll or death. A bare "no comment", a denial of responsibility and "could not be independently
verified" are neither.
"""

from __future__ import annotations

from dataclasses import dataclass

from facttrack.actors import Actor
from facttrack.units import Reading, Unit

__all__ = ["Silence", "find_silences"]

REACH = 12
"""Units after "has not" or "denied" in which its object must be found."""
IMPERSONAL = frozenset("there it".split())
NOT_TOLL = frozenset(
    "responsibility involvement role firing targeting attacking carrying launching shelling bombing hitting striking using having being its his their any part".split()
)


@dataclass(slots=True)
class Silence:
    """A stretch of units that says that a party is silent (`no_count`) or denies (`denial`); `topic` is what it is about."""

    kind: str
    first: int
    last: int
    subject: Actor | None
    topic: tuple[int, int]
    rule: str
    second: Actor | None = None
    """The other party of "neither Kyiv nor Moscow"."""


def find_silences(reading: Reading, actors: list[Actor], subject_of, claims_near: bool) -> list[Silence]:  # type: ignore[no-untyped-def]
    """The silences and denials of a sentence in text order.

    `subject_of` gives the actor that is the subject of the verb at a unit; `claims_near` says whether a claim stands in
    this or the last sentences, to which "the figures" can refer.

    Covers: "has given no casualty count", "did not say how many", "declined to put a figure on the dead", "was silent on
    its losses", "there were no immediate reports of casualties"; "denies that any civilian died", "called the figure a lie".
    """
    units = reading.units
    if not _worth(units):
        return []
    found: list[Silence] = []
    taken = -1
    for at, unit in enumerate(units):
        if at < taken:
            continue
        made = _denial(units, at, claims_near) or _silence(units, at, claims_near)
        if made is None:
            continue
        made.subject = (
            subject_of(made.first)
            if made.rule != "impersonal" or (made.first > 0 and units[made.first - 1].cls == "f")
            else None
        )
        if made.subject is None and made.rule not in ("impersonal", "unknown_yet", "false"):
            if made.kind == "denial" or not _is_impersonal(units, at):
                continue
        if made.subject is not None and made.subject.kind == "witness" and made.kind == "no_count":
            continue
        found.append(made)
        taken = made.last
    return _once(found, units)


def _worth(units: list[Unit]) -> bool:
    """Whether any word of the sentence can begin a silence or a denial."""
    return any(u.cls in "nz" or u.senses & STARTERS for u in units)


STARTERS = frozenset({"deny", "false", "refuse", "silent", "inability", "negation"})


def _silence(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    unit = units[at]
    if unit.cls == "n" or (unit.cls == "z" and unit.low in ("no",) and False):
        give = _within(units, at + 1, 5, "disclose", stop=",;.:c&")
        if give is not None and not _is_own_modal(units, at):
            topic = _topic(units, give, claims_near, from_give=True)
            if topic is not None:
                return Silence("no_count", at, max(give + 1, topic[1]), None, topic, "gave_no")
        return None
    if "disclose" in unit.senses and at + 1 < len(units):
        follow = next(
            (
                i
                for i in range(at + 1, min(at + 4, len(units)))
                if units[i].cls in "zn" and units[i].low in ("no", "nothing", "none", "neither")
            ),
            None,
        )
        if follow is not None and all(u.cls in "~ntax/HM" for u in units[at + 1 : follow]):
            topic = _topic(units, follow, claims_near)
            if topic is not None:
                return Silence("no_count", at, topic[1], None, topic, "gave_nothing")
        return None
    if (
        "have" in unit.senses
        and at + 2 < len(units)
        and units[at + 1].cls == "z"
        and units[at + 2].low
        in ("comment", "information", "word", "figure", "figures", "details", "breakdown", "estimate", "data", "count")
    ):
        topic = _topic(units, at + 1, claims_near)
        if topic is not None:
            return Silence("no_count", at, topic[1], None, topic, "gave_nothing")
    if "refuse" in unit.senses or (unit.low in ("declined", "refused") and True):
        give = _within(units, at + 1, 4, "disclose", stop=",;.:")
        if give is not None:
            topic = _topic(units, give, claims_near, from_give=True)
            if topic is not None:
                return Silence("no_count", at, topic[1], None, topic, "refused")
        topic = _topic(units, at, claims_near) if unit.low.startswith("withh") else None
        return Silence("no_count", at, topic[1], None, topic, "refused") if topic else None
    if "silent" in unit.senses:
        topic = _topic(units, at, claims_near)
        if topic is None:
            topic = _topic_before(units, at)
        if topic is not None and unit.low not in ("no word", "no mention") or (topic is not None and at > 0):
            assert topic is not None
            return Silence("no_count", at, max(at + 1, topic[1]) if topic[0] > at else at + 1, None, topic, "silent")
        if topic is not None:
            return Silence("no_count", at, topic[1], None, topic, "impersonal")
    if unit.cls == "z" and unit.low == "no":
        reports = next(
            (
                i
                for i in range(at + 1, min(at + 5, len(units)))
                if units[i].low
                in (
                    "reports",
                    "report",
                    "word",
                    "information",
                    "details",
                    "confirmation",
                    "figures",
                    "figure",
                    "data",
                    "estimate",
                    "toll",
                    "count",
                    "indication",
                    "news",
                    "casualty",
                    "breakdown",
                )
            ),
            None,
        )
        if reports is not None and all(u.cls in "JxmN~k" for u in units[at + 1 : reports]):
            topic = _topic(units, reports - 1, claims_near=False)
            if (
                topic is not None
                and topic[0] >= reports
                and (topic[1] > reports + 1 or units[reports].low in ("casualty", "toll", "count"))
            ):
                return Silence("no_count", at, topic[1], None, topic, "impersonal")
    if "inability" in unit.senses and "zero" not in unit.senses:
        topic = _topic(units, at, claims_near=False, limit=8) or _topic_before(units, at)
        if topic is not None:
            return Silence("no_count", min(at, topic[0]), max(at + 1, topic[1]), None, topic, "unknown_yet")
    return None


def _is_own_modal(units: list[Unit], at: int) -> bool:
    """ "could not be independently verified" is about checking: nobody withholds a figure."""
    return any(
        u.low in ("independently", "verified", "immediately verify", "confirmed independently")
        for u in units[at : at + 6]
    )


def _denial(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    unit = units[at]
    if "deny" in unit.senses:
        if at + 1 < len(units) and (
            units[at + 1].low in NOT_TOLL - {"its", "his", "their", "any", "being"}
            or units[at + 1].cls in "gG"
            or (units[at + 1].low.endswith("ing") and units[at + 1].cls in "xf")
        ):
            return None
        if any(
            u.low in ("responsibility", "involvement", "role", "anything", "part", "behind")
            for u in units[at + 1 : at + 9]
        ):
            return None
        topic = _topic(units, at, claims_near, denial=True)
        if topic is not None:
            return Silence("denial", at, topic[1], None, topic, "denied")
        return None
    if "false" in unit.senses:
        verb = next(
            (
                i
                for i in range(at - 1, max(-1, at - 12), -1)
                if "false_verb" in units[i].senses
                or units[i].low in ("as", "not", "was not", "is not", "were not", "are not")
            ),
            None,
        )
        if verb is None:
            return None
        verb = next(
            (
                i
                for i in range(verb, max(-1, verb - 10), -1)
                if units[i].senses & {"false_verb", "deny"} or units[i].cls == "n"
            ),
            verb,
        )
        between = units[verb + 1 : at]
        if any(u.cls in ";.:" for u in between):
            return None
        near = units[max(0, verb - 8) : at]
        aimed = any(
            ("figure" in u.senses and u.low not in ("one", "any", "whether"))
            or "casualty_topic" in u.senses
            or u.low in ("that", "this", "it", "them")
            for u in near
        )
        counted = any("casualty_topic" in u.senses for u in near) or claims_near
        if aimed and counted:
            return Silence("denial", verb, at + 1, None, (verb, at + 1), "false")
    return None


def _within(units: list[Unit], at: int, reach: int, sense: str, stop: str) -> int | None:
    for i in range(at, min(at + reach, len(units))):
        if sense in units[i].senses:
            return i
        if units[i].cls in stop:
            return None
    return None


def _topic(
    units: list[Unit], at: int, claims_near: bool, *, from_give: bool = False, denial: bool = False, limit: int = REACH
) -> tuple[int, int] | None:
    """The words after a verb that make it one about figures or losses: a figure noun with a casualty word, "how many", or "those numbers"."""
    figure = casualty = None
    for i in range(at + (0 if from_give else 1), min(at + limit, len(units))):
        unit = units[i]
        if i > at and unit.cls in ";:.":
            break
        if i > at + 1 and unit.cls in "," and (figure is not None or casualty is not None):
            break
        if i > at + 2 and unit.cls == "u" and "contrast" in unit.senses:
            break
        if (
            i > at + 1
            and unit.cls == "c"
            and "figure" not in unit.senses
            and not denial
            and figure is None
            and "say" in unit.senses
            and unit.low not in ("say", "said")
        ):
            break
        if i > at and "figure" in unit.senses and figure is None and unit.low not in ("any",):
            figure = i
        if i > at and "casualty_topic" in unit.senses and casualty is None:
            casualty = i
        elif i > at and unit.entry is not None and unit.entry.outcome and casualty is None:
            casualty = i
        elif i > at and "casualt" in unit.low and casualty is None:
            casualty = i
    if figure is not None and units[figure].low == "how many" and casualty is None:
        return None
    if casualty is not None and (
        figure is not None or denial or from_give or units[at].senses & STARTERS or units[at].cls == "z"
    ):
        return min(x for x in (figure, casualty) if x is not None), casualty + 1
    if denial and at + 2 < len(units) and units[at + 1].low == "that" and "figure" not in units[at + 2].senses:
        return None
    if (
        figure is not None
        and claims_near
        and (
            units[figure].low
            not in (
                "one",
                "whether",
                "matter",
                "information",
                "word",
                "details",
                "detail",
                "update",
                "story",
                "version",
                "statement",
            )
            or (units[figure].low == "one" and figure + 1 < len(units) and units[figure + 1].cls in ",.;")
        )
    ):
        if denial and units[figure].low in ("one",):
            return None
        return figure, figure + 1
    return None


def _topic_before(units: list[Unit], at: int) -> tuple[int, int] | None:
    """ "kept its losses to itself", "casualties were being clarified": the topic stands before."""
    for i in range(at - 1, max(-1, at - 7), -1):
        if units[i].cls in ";:.,":
            return None
        if units[i].low in (
            "losses",
            "casualties",
            "toll",
            "death toll",
            "dead",
            "casualty figures",
            "number of casualties",
            "casualty count",
            "deaths",
        ) or (units[i].entry is not None and units[i].entry.outcome == "casualties" and units[i].cls in "kL"):
            return i, i + 1
    return None


def _is_impersonal(units: list[Unit], at: int) -> bool:
    return any(u.low in IMPERSONAL for u in units[max(0, at - 3) : at + 1])


def _once(found: list[Silence], units: list[Unit]) -> list[Silence]:
    """One row for each party, kind and sentence: "called it inaccurate, but gave none itself" is one denial."""
    seen: set[tuple[str, int]] = set()
    kept: list[Silence] = []
    for silence in found:
        who = silence.subject.first if silence.subject is not None else -1
        if (
            any(key[1] == who for key in seen)
            and silence.kind == "no_count"
            and any(k == "denial" and w == who for k, w in seen)
        ):
            continue
        if (silence.kind, who) in seen or (silence.rule == "false" and any(k == "denial" for k, _ in seen)):
            continue
        seen.add((silence.kind, who))
        kept.append(silence)
    return kept
