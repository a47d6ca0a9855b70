"""Acronyms that a text gives itself, "the Arakan Army (AA)", for the name before their brackets."""

from __future__ import annotations

import re

from facttrack.lexicon import Entry
from facttrack.units import Reading

__all__ = ["find_given", "give"]

SHORT = "XSBjpk"
GIVEN = re.compile(rf"[SB]\((?P<short>[{SHORT}])\)")
"""Classes of a name that the tables know, and its acronym in brackets."""
MIN_LETTERS, MAX_LETTERS = 2, 6
ARTICLE = "the "


def find_given(reading: Reading, given: dict[str, Entry]) -> None:
    """Adds the acronyms that a sentence introduces in brackets to those given so far.

    Covers: "the Arakan Army (AA) …", "the Armed Forces of the Philippines (AFP) …", which is an agency elsewhere, "the
    Kachin Independence Army (KIA)", which are dead elsewhere. Must not: "Hezbollah (Beirut)".
    """
    units = reading.units
    for found in GIVEN.finditer(reading.classes) if "(" in reading.classes else ():
        name, short = units[found.start()], units[found.start("short")]
        if name.entry is not None and _shortens(short.text, name.text):
            given.setdefault(short.text, name.entry)


def give(reading: Reading, given: dict[str, Entry]) -> bool:
    """Gives the acronyms of a sentence the meaning that the text gave them; whether that changed anything."""
    changed = False
    for unit in reading.units:
        entry = given.get(unit.text)
        if entry is None or unit.cls not in SHORT or (unit.entry is not None and unit.entry.side == entry.side):
            continue
        unit.entry, unit.cls, unit.senses = entry, entry.cls, entry.senses
        changed = True
    if changed:
        reading.classes = "".join([unit.cls for unit in reading.units])
        reading.senses = reading.senses.union(*[unit.senses for unit in reading.units])
    return changed


def _shortens(short: str, name: str) -> bool:
    """Whether letters are some of those of a name, in their order, the first and mostly the capitals of it."""
    name = name.removeprefix(ARTICLE)
    if not (MIN_LETTERS <= len(short) <= MAX_LETTERS and short.isupper() and short.isalpha()):
        return False
    rest = iter([letter for letter in name if letter.isupper()])
    return name[:1] == short[:1] and all(letter in rest for letter in short)
