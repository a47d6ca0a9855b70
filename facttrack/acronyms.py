"""Acronyms that a text gives itself, "the Arakan Army (AA)", for the name before their brackets from there on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from facttrack.lexicon import Entry
from facttrack.units import Reading

__all__ = ["settle_acronyms"]

GIVEN = re.compile(r"[SB]\((?P<short>[XSB])\)")
"""Classes of a name that the tables know, and its acronym in brackets."""
MIN_LETTERS, MAX_LETTERS = 2, 6
ARTICLE = "the "


def settle_acronyms(readings: Iterable[Reading]) -> None:
    """Gives acronyms the meaning of the name before the brackets in which the text introduces them.

    Covers: "the Arakan Army (AA) … | AA fighters", "the Armed Forces of the Philippines (AFP) … the | AFP said", which
    is an agency elsewhere. Must not: "Hezbollah (Beirut)", "Islamic State (ISIS)", which the tables know as the same.
    """
    given: dict[str, Entry] = {}
    for reading in readings:
        units = reading.units
        if "(" in reading.classes:
            for found in GIVEN.finditer(reading.classes):
                name, short = units[found.start()], units[found.start("short")]
                if name.entry is not None and _shortens(short.text, name.text):
                    given.setdefault(short.text, name.entry)
        if not given:
            continue
        changed = False
        for unit in units:
            entry = given.get(unit.text)
            if entry is None or unit.cls not in "XSB" or (unit.entry is not None and unit.entry.side == entry.side):
                continue
            unit.entry, unit.cls, unit.senses = entry, entry.cls, entry.senses
            changed = True
        if changed:
            reading.classes = "".join([unit.cls for unit in units])
            reading.senses = reading.senses.union(*[unit.senses for unit in units])


def _shortens(short: str, name: str) -> bool:
    """Whether letters are some of those of a name, in their order, the first and mostly the capitals of it."""
    name = name.removeprefix(ARTICLE)
    if not (MIN_LETTERS <= len(short) <= MAX_LETTERS and short.isupper() and short.isalpha()):
        return False
    rest = iter([letter for letter in name if letter.isupper()])
    return name[:1] == short[:1] and all(letter in rest for letter in short)
