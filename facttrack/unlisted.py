"""Speakers whom no table knows: whoever is the subject of a verb of saying is a source, whatever the noun.

A beekeeper, a bishop's office, the ship's owners, a post shared on Telegram: there will always be more of them than
rows. What they are called is the noun phrase beside the verb.
"""

from __future__ import annotations

import re

from facttrack.lexicon import lexicon
from facttrack.memory import Actor
from facttrack.subjects import BETWEEN, is_reduced
from facttrack.units import Reading, Unit

__all__ = ["closes_with_speaker", "find_named", "find_parted", "find_unknown", "find_unknown_behind"]

TOLD_OF = re.compile(r"[ta][xJ]{1,3}r")
"""What opens with a noun that no table knows, and tells of it: "the centre that coordinates"."""
BEFORE = "xXJmRSAFtasvVEU'/B"
"""Classes of the words of a speaker before a verb."""
BEHIND = "xXJmRSAFtsvVEY/U'B"
"""Classes of the words of a speaker behind one."""
NOUNS = "xXvEVYQ"
"""Classes of which one is the noun that speaks."""
THINGS = frozenset({"neutral_attack", "tally_noun", "time", "unit", "equipment", "document_role"})
"""Senses of words that no speaker is."""
SPEAKING = "speaking_thing"
"""The sense of things that speak all the same: "the company", "the city"."""
POSTED = "account"
"""The sense of what is written down, and speaks if it opens its sentence: "A post shared on Telegram"."""
ATTRIBUTE = "attribute"
"""The sense of adjectives of figures, which name nobody: "the exact", "previous"."""
EMPTY = frozenset("it this that there these".split())
"""Words that begin no unknown speaker."""
DOERS = ("or", "er", "ors", "ers")
"""Endings of those who do something: "the owner of the ship"."""
HAVING = frozenset("reported reports recorded records registered counted counts saw".split())
"""Verbs of what a place has that says nothing: "Mariupol | recorded 20,000 deaths"."""
ABLE = frozenset("can could".split())
"""Auxiliaries of those who have counted: "the two organisations | can document"."""
MAX_UNKNOWN = 9
"""Units that the name of an unknown speaker can have."""


def find_unknown(reading: Reading, at: int, alone: bool = True) -> Actor | None:
    """A speaker that no table knows, before a verb of saying; `alone` asks that what is said follows at once.

    Covers: "A collective of bereaved families | counts …", "Advocates | say that …", "The ship's owners | confirmed …",
    "The two organisations can | document …", "with exile parties | alleging …".
    Must not: "The reported number of dead | says …", "It | says …", "The attack | claimed …".
    """
    units = reading.units
    if alone and not _answers(units, at):
        return None
    end = at - 1 if at and units[at - 1].low in ABLE else at
    start = end
    while start > 0 and end - start < MAX_UNKNOWN and units[start - 1].cls in BEFORE:
        start -= 1
    if units[start].cls == "/":  # "In the town | the gravediggers said"
        start = next((i for i in range(end - 1, start + 1, -1) if units[i].cls == "t"), start)
    while start < end and units[start].cls in "F'":
        start += 1
    while start < end and units[start].cls == "/":
        start += 1
    first = start
    if start > 1 and units[start - 1].cls == "0" and units[start - 2].cls == "t" and end - start == 1:
        first = start - 2  # "The two | organisations"
    if end - start == 1 and units[start].cls == "A" and end == at:
        return _place(reading, start)
    opened = units[first].cls == "t" and first > 1 and units[first - 1].cls in "xXASEUNd"
    leads = first == 0 or units[first - 1].cls in ',;:."-u&' or opened or _is_with(units, start)
    if start == end or not leads:
        return None
    return _speaker(reading, first, end) if _is_name(units[start:end]) else None


def _place(reading: Reading, at: int) -> Actor | None:
    """A place that opens its clause and speaks for those who govern it: "Rawalpindi | admitted", "Abkhazia | reported".

    Must not: "in the town of Bunia, Goma | said", "Mariupol | recorded 20,000 deaths", which is where they died.
    """
    units = reading.units
    if at > 0 and units[at - 1].cls not in ';:."-u':
        return None
    name = reading.text(at, at + 1)
    side = name if name in lexicon().groups else None
    if side is None and units[at + 1].low in HAVING:
        return None
    told = side is not None
    return Actor(at, at + 1, name, name, side=side, kind="official", named=True, local=not told, told=told)


def _is_with(units: list[Unit], start: int) -> bool:
    """Whether a phrase is that of "with …ing": ", with | exile parties alleging"."""
    return start > 1 and units[start - 1].low == "with" and units[start - 2].cls == ","


def _speaker(reading: Reading, first: int, last: int) -> Actor:
    text = reading.text(first, last)
    named = all(u.cls in "XtRS" for u in reading.units[first:last])
    return Actor(first, last, text, text, kind="unnamed", named=named, person=True)


def _answers(units: list[Unit], at: int) -> bool:
    """Whether what is said follows a verb of saying at once."""
    return at + 1 < len(units) and units[at + 1].cls in 'r0qhz":taeZ['


def closes_with_speaker(units: list[Unit], at: int) -> bool:
    """Whether a sentence ends with who says it, whom no table knows: "22 killed in Tillabéri, civic groups | report".

    Must not: "the ministry had no details, only early | reports", "12 dead in six days of clashes, | reports".
    """
    if at + 1 < len(units) and units[at + 1].cls not in ".N":
        return False
    start = at
    while start > 0 and at - start < MAX_UNKNOWN and units[start - 1].cls in BEFORE:
        start -= 1
    words = units[start:at]
    plural = bool(words) and words[-1].cls in "xEvV" and words[-1].low.endswith("s")
    return plural and start > 1 and units[start - 1].cls == "," and _is_name(words)


def find_unknown_behind(reading: Reading, at: int) -> Actor | None:
    """A speaker behind a verb of saying whom no table knows.

    Covers: "“…,” | said a mason named Nasreddine, 31.", "12 died, | reckon war watchers at the Observatory."
    Must not: ", | said the 12 dead had been", ", | confirmed reports of".
    """
    units = reading.units
    plain = units[at].low in ("said", "says")
    if at == 0 or units[at - 1].cls not in ',"' or at + 2 >= len(units):
        return None
    if plain and (units[at + 1].cls not in "at" or units[at + 2].cls not in "xJX"):
        return None
    end = at + 1
    while end < len(units) and end - at < MAX_UNKNOWN and (units[end].cls in BEHIND + "a" or units[end].low == "named"):
        end += 1
    if end < len(units) and units[end].cls not in ',.;"-r':
        return None
    words = units[at + 1 : end]
    if not plain and not (end >= len(units) - 1 and "figure" not in units[at].senses and _is_name(words)):
        return None
    return _speaker(reading, at + 1, end)


def find_parted(reading: Reading, at: int) -> Actor | None:
    """A speaker that no table knows and opens its sentence, parted from its verb by what is told of it.

    Covers: "A railway controller at Mach, who did not want his name used, | said on Thursday that …", "217 have died,
    the centre that coordinates the rescue | said", "A post shared widely on Telegram | says that …".
    Must not: "The blast in Kabul, police | said, …".
    """
    units = reading.units
    start = next((i + 1 for i in range(at - 1, -1, -1) if units[i].cls in ';:."-'), 0)
    if units[start].cls in "/]" and "," in reading.classes[start : start + MAX_UNKNOWN]:
        start = reading.classes.index(",", start) + 1  # "On its site, | the museum in Hull says"
    comma = reading.classes.rfind(",", start, at)
    if comma > start and TOLD_OF.match(reading.classes, comma + 1, at):
        start = comma + 1
    end = start
    while end < at and end - start < MAX_UNKNOWN and units[end].cls in "taxXmJRVY%EQ":
        end += 1
        if end < at and is_reduced(units, end, reading.classes[end:at]):
            break
    words, gap = units[start:end], reading.classes[end:at]
    if not words or not gap or words[-1].cls not in "xXVYEQ" or not _is_name(words):
        return None
    if not BETWEEN.match(gap) and not is_reduced(units, end, gap):
        return None
    return _speaker(reading, start, end)


def find_named(reading: Reading, at: int) -> Actor | None:
    """Whoever stands behind "according to", whom no table knows: "the | insurers", "its | war diary".

    Must not: "according to | plan", "according to the | death toll".
    """
    units, end = reading.units, at
    while end < len(units) and end - at < MAX_UNKNOWN and units[end].cls in "tasxXJmRVvEY'":
        end += 1
    words = units[at:end]
    if len(words) < 2 or words[0].cls not in "tasX" or words[-1].cls not in "xXVvEY" or not _is_name(words):
        return None
    text = reading.text(at, end)
    return Actor(at, end, text, text, kind="unnamed", named=all(u.cls in "XtRS" for u in words))


def _is_name(words: list[Unit]) -> bool:
    """Whether words can name somebody: an article or a plural, no number noun, and no verb form."""
    head = next((i for i, u in enumerate(words) if u.cls == "/" and i), len(words))  # "boffins | in London"
    of = next((i for i, u in enumerate(words) if u.cls == "F"), 0)
    if of and words[of - 1].cls == "x" and words[of - 1].low.endswith(DOERS):
        words, head = words[:of], min(head, of)  # "the operator | of the ship"
    if words[0].low in EMPTY or (words[0].cls not in "tasX" and not words[head - 1].low.endswith("s")):
        return False
    if not any(u.cls in NOUNS and ATTRIBUTE not in u.senses for u in words):
        return False
    if any(u.cls in "LkKj*" for u in words) or any(_is_thing(u) for u in _heads(words)):
        return False
    return not any(u.cls == "x" and u.low.endswith(("ed", "ing")) for u in words)


def _heads(words: list[Unit]) -> list[Unit]:
    """The words of a name that tell what speaks: those behind its last owner."""
    owned = next((i for i in range(len(words) - 2, 0, -1) if words[i].cls == "'"), -1)  # "the ship's | owners"
    return words[owned + 1 :]


def _is_thing(unit: Unit) -> bool:
    """Whether a word names what cannot speak: "attack", "toll", "week", "figures"; but "the company", "a post"."""
    if "figure" in unit.senses:
        return True
    return unit.senses.isdisjoint((SPEAKING, POSTED)) and not unit.senses.isdisjoint(THINGS)
