"""Sentences to units: tokens joined to the longest form that the lexicon knows, each with a class letter.

The class letters of a sentence, written one after the other, are the text over which the patterns of the grammar run
("h0vbp" for "about 400 soldiers were killed"); `lexicon.CLASSES` says what each letter means. Here the classes
that depend on the neighbours are settled too: dates, years, clock times, ages, labels such as "Article 4".
"""

from __future__ import annotations

import re

from facttrack.lexicon import Entry, Lexicon
from facttrack.sentences import Sentence, find_tokens

__all__ = ["Reading", "Unit", "read_sentence"]

MIN_YEAR, MAX_YEAR = 1900, 2099
MAX_DIGITS = 18
"""Digits of a numeral that can count anything; a longer one is a code."""
LABELS = frozenset(
    "no no. article day flight unit resolution chapter section phase group aged age magnitude category level channel act "
    "route highway part room page number area block sector district zone week round lane point version figure table row gate "
    "km line model type size grade size apollo covid g area clause protocol building school camp hospital brigade".split()
)
AGE_WORDS = frozenset("aged age ages".split())
NO_SENSES: frozenset[str] = frozenset()
PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "(": "(", "[": "(", ")": ")", "]": ")", "-": "-", "–": "-", "—": "-", "‒": "-", "−": "-", "/": ",",
    '"': '"', "“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "'": '"', "‘": '"', "’": '"', "&": "&", "%": "%", "+": "+", "•": ";", "*": ";", "·": ";", "|": ";", "~": "h", "≈": "h", ">": "h", "<": "h", "≥": "h", "≤": "h",
}  # fmt: skip
YEAR_BEFORE = frozenset(
    "in since of from until till by during before after through mid early late and to spring summer autumn winter around end".split()
)
PARTICLES = frozenset("de del la las los da dos das di du van von der den bin ibn al el e y".split())
"""Small words inside names: "Norte de Santander"."""
RULED = frozenset("held run led controlled appointed installed ruled".split())
"""Endings that make a body part of a side: "Hamas-run"; "Iran-backed" does not."""
NUMBER_START = re.compile(r"\d")
HYPHENS = re.compile(r"[-‐‑]")


class Unit:
    """One form of a sentence: its text and offsets in the document, its class letter and what the lexicon says of it."""

    __slots__ = ("cls", "end", "entry", "low", "senses", "start", "text", "value")

    def __init__(
        self, text: str, low: str, start: int, end: int, cls: str, entry: Entry | None, value: float | None = None
    ) -> None:
        self.text, self.low, self.start, self.end, self.cls, self.entry, self.value = (
            text,
            low,
            start,
            end,
            cls,
            entry,
            value,
        )
        self.senses: set[str] | frozenset[str] = entry.senses if entry else NO_SENSES

    def __repr__(self) -> str:
        return f"{self.text}<{self.cls}>"


class Reading:
    """A sentence as units; `classes` holds one letter a unit, in step with `units`."""

    __slots__ = ("capitals", "classes", "sentence", "units")

    def __init__(self, sentence: Sentence, units: list[Unit], capitals: bool) -> None:
        self.sentence, self.units, self.capitals = sentence, units, capitals
        self.classes = "".join(unit.cls for unit in units)

    def text(self, first: int, last: int) -> str:
        """The words from unit `first` up to, not including, unit `last`, as printed."""
        begin = self.sentence.start
        return self.sentence.text[self.units[first].start - begin : self.units[last - 1].end - begin]


def read_sentence(sentence: Sentence, words: Lexicon) -> Reading:
    """A sentence as units.

    >>> from facttrack.lexicon import lexicon
    >>> from facttrack.sentences import find_sentences
    >>> read_sentence(find_sentences("About 400 soldiers were killed on 2 March.")[0], lexicon()).classes
    'h0vbp/NN.'
    """
    tokens = find_tokens(sentence.text)
    letters = [c for c in sentence.text if c.isalpha()]
    capitals = len(letters) > 12 and sum(1 for c in letters if c.isupper()) > 0.8 * len(letters)
    texts = [word.replace("­", "") for word, _, _ in tokens]
    lows = [word.lower() for word in texts]
    units: list[Unit] = []
    at, count, offset = 0, len(tokens), sentence.start
    while at < count:
        text, start, end = texts[at], tokens[at][1] + offset, tokens[at][2] + offset
        found = words.match(texts, lows, at, capitals)
        if found:
            entry, length = found
            end = tokens[at + length - 1][2] + offset
            units.append(
                Unit(
                    sentence.text[start - offset : end - offset],
                    " ".join(lows[at : at + length]),
                    start,
                    end,
                    entry.cls,
                    entry,
                    entry.value,
                )
            )
            at += length
            continue
        units.append(_unknown(text, lows[at], start, end, words))
        at += 1
    _settle_dates(units)
    _settle_labels(units)
    _settle_adverbs(units)
    return Reading(sentence, units, capitals)


def _unknown(text: str, low: str, start: int, end: int, words: Lexicon | None = None) -> Unit:
    """A token that no table knows: a numeral, a mark, or a word of class x (X with a capital)."""
    head = text[0]
    if head.isdigit():
        return _numeral(text, low, start, end)
    if head in PUNCTUATION and len(text) == 1:
        return Unit(text, low, start, end, PUNCTUATION[head], None)
    if head in "$€£¥":
        return Unit(text, low, start, end, "E", None)
    if text == "'s":
        return Unit(text, low, start, end, "'", None)
    if text == "...":
        return Unit(text, low, start, end, ".", None)
    if "-" in text or "‑" in text or "‐" in text:
        value = parse_hyphenated(low)
        if value is not None:
            return Unit(text, low, start, end, "0", None, value)
        if low.endswith("-odd"):
            value = parse_hyphenated(low[:-4])
            if value is not None:
                return Unit(text, low, start, end, "0", None, value)
        first, _, tail = low.replace("‑", "-").replace("‐", "-").partition("-")
        if first in SMALL_NUMBERS:
            return Unit(text, low, start, end, "J", None)
        if tail in RULED and words is not None:
            owner = words.match([text[: len(first)]], [first], 0, False)
            if owner and owner[0].cls in "RS":
                return Unit(text, low, start, end, "R", owner[0])
    return Unit(text, low, start, end, "X" if head.isupper() else "x", None)


def _numeral(text: str, low: str, start: int, end: int) -> Unit:
    if ":" in text or re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return Unit(text, low, start, end, "N", None)
    if low[-2:] in ("st", "nd", "rd", "th") and text[:-2].replace(",", "").replace(".", "").isdigit():
        return Unit(text, low, start, end, "N", None)
    if "-" in text or "‑" in text or "‐" in text:
        number, _, tail = low.replace("‑", "-").replace("‐", "-").partition("-")
        if tail in ("odd", "plus", "some") and number.isdigit():
            return Unit(text, low, start, end, "0", None, float(number))
        return Unit(text, low, start, end, "J", None)
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(k|m|bn)", low)
    if found:
        return Unit(text, low, start, end, "0", None, float(found[1]) * {"k": 1e3, "m": 1e6, "bn": 1e9}[found[2]])
    value = parse_numeral(text)
    return Unit(text, low, start, end, "0" if value is not None else "x", None, value)


def parse_numeral(text: str) -> float | None:
    """The value of a numeral as printed, or None for what is none.

    Commas, spaces and dots between groups of digits are separators; a dot before other than three digits is a decimal point.

    >>> parse_numeral("5,840"), parse_numeral("5 840"), parse_numeral("1,00,000"), parse_numeral("1.2"), parse_numeral("5.840")
    (5840.0, 5840.0, 100000.0, 1.2, 5840.0)
    """
    plain = re.sub(r"[,\s]", "", text)
    if len(plain) > MAX_DIGITS or (len(plain) > 1 and plain[0] == "0" and plain[1] != "."):
        return None
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", plain):
        plain = plain.replace(".", "")
    try:
        return float(plain)
    except ValueError:
        return None


SMALL_NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: (place + 2) * 10 for place, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}


def parse_hyphenated(low: str) -> float | None:
    """The value of a hyphenated number word.

    >>> parse_hyphenated("thirty-seven"), parse_hyphenated("two-week")
    (37.0, None)
    """
    parts = HYPHENS.split(low)
    scale = {"hundred": 100, "thousand": 1000, "million": 10**6}
    total = 0.0
    for part in parts:
        if part in SMALL_NUMBERS:
            total += SMALL_NUMBERS[part]
        elif part in scale and total:
            total *= scale[part]
        elif part != "and":
            return None
    return total if total else None


def _settle_dates(units: list[Unit]) -> None:
    """Numbers that are days, years and clock times become class N."""
    for i, unit in enumerate(units):
        if unit.cls != "0" or unit.value is None:
            continue
        before = units[i - 1] if i else None
        after = units[i + 1] if i + 1 < len(units) else None
        day = unit.value <= 31 and unit.text[0].isdigit() and "," not in unit.text and "." not in unit.text
        if day and ((before and _is_month(before)) or (after and _is_month(after))):
            unit.cls = "N"
        elif _is_year(unit) and not (after and after.cls in "vVkpjo" and not (before and before.low in YEAR_BEFORE)):
            if (before and (before.low in YEAR_BEFORE or _is_month(before) or before.cls in "N,t(s")) or (
                after and after.cls in "xX)."
            ):
                unit.cls = "N"
        elif (
            after
            and after.low in ("a.m.", "p.m.", "am", "pm", "gmt", "utc", "hours")
            and before
            and before.low in ("at", "by", "around", "before", "after", "about", "until", "from")
        ):
            unit.cls = "N"
        elif day and before and before.low in ("at", "by") and after and after.low == "o'clock":
            unit.cls = "N"
    for i, unit in enumerate(units[:-2]):  # "2 and 3 March", "15-17 January"
        if (
            unit.cls == "0"
            and units[i + 1].cls in "&-,T"
            and units[i + 2].cls == "N"
            and units[i + 2].text.isdigit()
            and (unit.value or 0) <= 31
            and unit.text.isdigit()
        ):
            if i + 3 < len(units) and _is_month(units[i + 3]):
                unit.cls = "N"


def _settle_adverbs(units: list[Unit]) -> None:
    """ "has since conceded": between auxiliary and verb "since" is an adverb."""
    for before, unit in zip(units, units[1:], strict=False):
        if unit.low == "since" and before.cls in "fb":
            unit.cls = "~"
        if unit.low in PARTICLES and before.cls == "X":
            unit.cls = "X"
        if before.text == "PM" and unit.cls in "XP":
            before.cls = "D"
            before.senses = frozenset({"person_role"})


def _is_month(unit: Unit) -> bool:
    return "calendar" in unit.senses and unit.low[:3] in (
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    )


def _is_year(unit: Unit) -> bool:
    return len(unit.text) == 4 and unit.text.isdigit() and MIN_YEAR <= int(unit.text) <= MAX_YEAR


def _settle_labels(units: list[Unit]) -> None:
    """Numbers that name a thing ("Article 4") or tell an age ("aged 20", "Anna, 34,") are no quantities: class M."""
    for i, unit in enumerate(units):
        if unit.cls != "0":
            continue
        before = units[i - 1] if i else None
        after = units[i + 1] if i + 1 < len(units) else None
        small = (unit.value or 0) < 120 and unit.text.isdigit()
        if before is None:
            continue
        if before.low in LABELS and not (after and after.cls in "vVkpjo") and before.low not in ("number", "figure"):
            unit.cls = "M"
        elif before.low in AGE_WORDS:
            unit.cls = "M"
        elif small and before.cls == "," and after and after.cls in ",.()" and i > 1 and units[i - 2].cls in "PXVD":
            unit.cls = "M"
        elif (
            small
            and before.cls == "F"
            and i > 1
            and units[i - 2].low in ("boy", "girl", "man", "woman", "child", "student", "teenager", "youth", "age")
        ):
            unit.cls = "M"
        elif (
            small
            and before.low in ("under", "over")
            and i > 1
            and units[i - 2].cls in "vV"
            and not (after and after.cls in "vVkpjo")
        ):
            unit.cls = "M"
        elif before.cls == "N" and before.text.isdigit() and not (after and after.cls in "vVkpjo"):
            unit.cls = "M"
    for i in range(2, len(units)):  # "aged 20 and 26"
        if (
            units[i].cls == "0"
            and units[i - 1].cls in "&,T-"
            and units[i - 2].cls == "M"
            and not (i + 1 < len(units) and units[i + 1].cls in "vVkpjo")
        ):
            units[i].cls = "M"
