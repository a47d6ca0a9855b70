"""What is known of the parties to a figure: its victims so far, its source, the text, and who fights whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from facttrack.lexicon import Lexicon
from facttrack.memory import Actor, Memory
from facttrack.places import Place
from facttrack.units import Unit

__all__ = ["Known", "Victims", "at_war", "country_of", "fights", "land_of"]


@dataclass(slots=True)
class Victims:
    """The victims of a mention; `rule` says what gave their side, `span` the units of their noun phrase."""

    text: str | None
    victim_class: str
    side: str | None
    rule: str
    span: tuple[int, int] | None
    stance: str | None = None
    """What their noun says of where they stand: "rebels", "terrorists", "heroes"."""
    of_some: bool = False
    """Whether the class is that of some of the victims only, and no number behind it takes it over."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known around a mention before its victims are described."""

    memory: Memory
    words: Lexicon
    source: Actor | None = None
    admits: bool = False
    """Whether the source admits, rather than says."""
    counts: bool = False
    """Whether the source counts, rather than says."""
    place: Place | None = None
    """The place of the clause."""
    shared: Victims | None = None
    """The victims of the mention whose outcome this one shares."""
    before: Victims | None = None
    """Those of the mention before in the same clause, from which a number without a noun takes noun and side."""
    denier: str | None = None
    """The side that denies what is claimed, whose "its" is then."""
    issuer: str | None = None
    """The side that says "our" in a communiqué."""
    carried_place: bool = False
    """Whether the place is that of a claim before, not one of this clause."""
    order: tuple[int, int] = (0, 0)
    """Number of the sentence, as `Actor.order` counts it, so that "its" looks backwards only."""
    parallel: bool = False
    """Whether that mention has a place of its own."""
    goes_on: Victims | None = None
    """The victims of the figure before, of whom a number without a noun tells what else befell them."""
    mixed: bool = False
    """Whether that mention is one of several joined ones that count both soldiers and others."""
    heading: Sequence[Unit] = ()
    """The line over a list."""
    sentence_before: Sequence[Unit] = ()
    """What stands before a sentence that tells of "them"."""
    near_home: Callable[[], str | None] = lambda: None
    """Finds the country that the paragraph has been about so far."""

    struck: str | None = None
    """The side whose soldiers the source's own side hit, by the sentence before: of them it goes on to tell."""
    headed: str | None = None
    """The country that heads the paragraph."""
    befell_us: bool = False
    """Whether who speaks tells of what was done to them: "“We were ambushed. Fifteen were killed”"."""

    @property
    def source_side(self) -> str | None:
        return self.source.side if self.source is not None else None

    def home(self) -> str | None:
        """The country that the text is about; where it names many, the one that the paragraph is about."""
        near = self.headed or (self.near_home() if self.memory.is_crowded() else None)
        return near or self.memory.home() or self.memory.scene()

    @property
    def country(self) -> str | None:
        return self.place[1] if self.place is not None else None


def at_war(side: str, known: Known) -> bool:
    """Whether the text names one whom a side fights."""
    return any(fights(side, other, known.words) for other in known.memory.sides)


def fights(side: str, other: str, words: Lexicon) -> bool:
    """Whether the table of wars has two sides as opponents, at whatever time."""
    return any(opponent == other for opponent, _, _ in words.wars.get(side, ()))


def land_of(side: str, words: Lexicon) -> str:
    """The country in which a group fights, if it is one; else the side itself."""
    countries = words.groups[side][1] if side in words.groups else ()
    return countries[0] if len(countries) == 1 else side


def country_of(side: str | None, words: Lexicon) -> str | None:
    """The country for whose people a side speaks: its own, or the one in which an authority such as Hamas rules.

    A breakaway republic that bears the name of its land speaks for its own people.
    """
    if side is None or side not in words.groups:
        return side
    kind, countries = words.groups[side]
    if kind == "separatist" and side in words.lands:
        return side
    return countries[0] if kind == "authority" and len(countries) == 1 else None
