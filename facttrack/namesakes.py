"""Names that two states or groups share, given to the one whose country the text names more often.

"Congolese" are people of Kinshasa, in a text about Brazzaville of the other Congo. data/lexicon/namesakes.csv has the
second reading of such names; the first is in the table of each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from facttrack.lexicon import Entry, lexicon, read_table
from facttrack.units import Reading, Unit

__all__ = ["BEASTS", "forget_beasts", "settle_namesakes"]

BEASTS = "Tiger"
"""A name that is an armed group's only in a text that names the group in full or its land; else animals or a team."""
NEVER = (0, 0)
"""How often a country is named that is not, and where."""


@cache
def _others() -> dict[str, list[tuple[str, str]]]:
    """The other sides that a name can mean, with the country that tells it, by the name in small letters."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("namesakes"):
        found.setdefault(row["name"].lower(), []).append((row["side"], row["country"]))
    return found


@cache
def _written() -> frozenset[str]:
    """The names as a text has them, in capitals too: "PLA" stands in few texts, "pla" in "place"."""
    names = {row["name"] for row in read_table("namesakes")}
    return frozenset(names | {name.upper() for name in names})


def settle_namesakes(text: str, readings: Callable[[], Iterable[Reading]]) -> None:
    """Gives the shared names of a text the side whose country it names more often than that of their first side.

    The sentence of a name goes before the text: "Congolese officials in Kinshasa". Of two that are named equally often,
    the one named first; the shared names themselves do not count. Of a text without any of them nothing is read.
    """
    if not any(name in text for name in _written()):
        return
    shared: list[tuple[Unit, Entry, Counter[str]]] = []
    named = Counter[str]()
    for reading in readings():
        here = Counter[str]()
        for unit in reading.units:
            if unit.entry is None or unit.cls not in "RSBPA":
                continue
            if unit.low in _others():
                shared.append((unit, unit.entry, here))
            else:
                here.update(filter(None, dict.fromkeys((unit.entry.side, unit.entry.place_country))))
        named.update(here)
    for unit, entry, here in shared:
        first = _countries(entry)
        side, country = max(_others()[unit.low], key=lambda other: (here[other[1]], named[other[1]]))
        near = here if any(here[each] for each in (country, *first)) else named
        places = list(near)
        weights = [(near[each], -places.index(each)) for each in first if each in near]
        if country in near and (near[country], -places.index(country)) > max(weights, default=NEVER):
            unit.entry = _meaning(entry, side, country)


def forget_beasts(readings: list[Reading]) -> list[int]:
    """Takes the armed group from "Tigers" in a text that names nothing of it or its land; which sentences that changed.

    Covers: "Tigers killed | 12 villagers in the Sundarbans", "Three Tigers were hurt in Detroit".
    Must not: "Colombo said | 35 Tigers had been killed", "12 Tamils died, the Tigers said".
    """
    beasts: list[tuple[int, Unit]] = []
    meant: set[str] = set()
    for at, reading in enumerate(readings):
        for unit in reading.units:
            if unit.entry is not None and unit.cls in "SR" and _is_bare(unit):
                beasts.append((at, unit))
                meant.update(_countries(unit.entry))
    for reading in readings if beasts else ():
        for unit in reading.units:
            if unit.entry is not None and not _is_bare(unit) and not meant.isdisjoint(_countries(unit.entry)):
                return []
    for at, unit in beasts:
        unit.entry, unit.cls, unit.senses = None, "x", frozenset()
        readings[at].classes = "".join([each.cls for each in readings[at].units])
    return [at for at, _ in beasts]


def _is_bare(unit: Unit) -> bool:
    """Whether a name is no more than "Tiger", "Tigers" or "the Tigers"."""
    return unit.low.removeprefix("the ").removesuffix("s") == BEASTS.lower()


def _countries(entry: Entry) -> set[str]:
    """The states of which a name speaks by its first reading."""
    groups = lexicon().groups
    return set(filter(None, (entry.side, entry.place_country, *groups.get(entry.side or "", ("", ()))[1])))


def _meaning(entry: Entry, side: str, country: str) -> Entry:
    """An entry with another side."""
    kind, countries = lexicon().groups.get(side, (None, ()))
    placed = country if entry.place_country else None
    return replace(entry, side=side, group_kind=kind, country=countries, place_country=placed)
