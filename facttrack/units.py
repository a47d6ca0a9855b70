"""Sentences to units: tokens joined to the longest form that the lexicon knows, each with a class letter.

The class letters of a sentence, written one after the other, are the text over which the patterns of the grammar run
("h0vbp" for "about 400 soldiers were killed"); `lexicon.CLASSES` says what each letter means. Here the classes
that depend on the neighbours are settled too: dates, years, clock times, ages, labels such as "Article 4".
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from facttrack.lexicon import Entry, Lexicon
from facttrack.sentences import Sentence, find_tokens

__all__ = ["HURTS", "Reading", "Unit", "read_sentence"]

MIN_YEAR, MAX_YEAR, OLDEST = 1900, 2099, 1000
YEARLY = frozenset("war earthquake quake revolution uprising genocide massacre famine plague fire flood revolt".split())
"""What is called by its year: "the War of | 1812"."""
MIN_CAPITALS, MIN_CAPITAL_SHARE = 12, 0.8
"""Letters, and which share of them are capitals, in a sentence that is written in capitals."""
MAX_DIGITS = 18
"""Digits of a numeral that can count anything; a longer one is a code."""
LABELS = frozenset(
    "no no. article day flight unit resolution chapter section phase group aged age magnitude category level channel "
    "act route highway part room page area block sector district zone week round lane point version table row gate km "
    "line model type size grade apollo covid g clause protocol building school camp hospital brigade detachment boeing "
    "airbus battalion squadron regiment division pages bulletin communiqué communique platform pier ward region "
    "regions zones wards districts barangay precinct paragraph annex footnote".split()
)
"""Words whose number names a thing: "Article 4"."""
MAX_AGE = 120
"""Years: a larger number behind a name is no age."""
HURTS = frozenset("injuries wounds burns fractures wound".split())
"""What people suffer: a form of casualties.csv with "injuries" stands for all, and for whatever is said of them."""
FORMATIONS = frozenset(
    "force brigade division regiment battalion commando para squadron corps wing flotilla bde bn regt".split()
)
"""Last words in the names of units of an army, which often begin with a number."""
MAX_FORMATION = 4
"""Words of such a name behind its number."""
BAR = "|"
"""What stands between the cells of a row."""
CELL_WORDS = frozenset("pjikLlo")
"""Classes of casualty words, one of which tells what the number in the other cell counts."""
MAX_CELL = 3
"""Units of a cell that holds a number: "36", "36 (+4)" is longer."""
GAPPED = HURTS | {"hands"}
"""Last words of forms in which something else may stand."""
MAX_HOLDER = 5
"""Units of "in the rebels' hands"."""
MAX_WOUNDING, MAX_WOUNDS = 4, 5
"""Units of "under treatment for", and behind it up to the noun."""
LASTED = frozenset("past last previous same next".split())
"""Words before "day", which then bears no number."""
AGE_WORDS = frozenset("aged age ages turned".split())
NO_SENSES: frozenset[str] = frozenset()
PUNCTUATION = {
    mark: cls
    for marks, cls in (
        (",/", ","),
        (";•*·|", ";"),
        (":", ":"),
        (".!?…", "."),
        ("([", "("),
        (")]", ")"),
        ("-–—‒−_", "-"),
        ("\"“”«»„'‘’", '"'),
        ("&", "&"),
        ("%", "%"),
        ("+", "+"),
        ("~≈><≥≤", "h"),
    )
    for mark in marks
}
"""The class of each mark."""
YEAR_BEFORE = frozenset(
    "in since of from until till by during before after through mid early late and to spring summer autumn winter "
    "around end".split()
)
CLOCK_BEFORE = frozenset("at by around before after about until from".split())
CLOCK_AFTER = frozenset("a.m. p.m. am pm gmt utc hours".split())
HOURS = 12
"""On a clock."""
MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
IN_MONTH = ("mid-", "early-", "late-")
"""What may stand before a month in one word."""
YOUNG = frozenset("boy girl man woman child student teenager youth age boys girls".split())
"""Words whose number is an age: "a boy of 12"."""
AGE_ENDS = frozenset(",.;:)(&-bfwpijcr/'")
"""Classes behind a number that counts nothing that follows: "a diver of 40 | had been shot"."""
VICTIM_WORDS = "vVkpjo"
"""Classes before which a number counts, whatever stands before it."""
PARTICLES = frozenset("de del la las los da dos das di du van von der den bin ibn al el e y".split())
"""Small words inside names: "Norte de Santander"."""
REGIONS = frozenset(
    "province district county region oblast township governorate prefecture parish valley island peninsula".split()
)
"""Words behind the name of a place, with a capital or without: "in Logar Province"."""
SETTLING = PARTICLES | {"since", "pm", "hit", "national", "major", "'d"}
"""Words whose class depends on their neighbour."""
PAST = tuple("ed en wn ne id ld st de".split())
"""Ends of participles: what stands behind "they'd" was, and is not what they would do."""
MAX_PARTICLE = 2
"""Letters of a particle before the name of a place: "Al", "El", "As"."""
MIN_SMALL_WORDS = 3
"""Words in small letters: with fewer a sentence is a headline, in which all words may have a capital."""
PARTS_OF_PLACE = frozenset(
    "north south east west northern southern eastern western central greater upper lower inner outer old new port "
    "camp fort mount lake east-central downtown besieged occupied liberated annexed recaptured ancient historic nova "
    "novo novi santa san deir beit bani wadi tell khan".split()
)
"""Words before the name of a place that mean a part of it, or a place of its own beside it."""
MAX_VOCABULARY, MAX_WORD_CHARS = 100_000, 40
"""Words that are kept once they were looked up, and how long one may be: more than ten years of news have."""
RULED = frozenset("held run led controlled appointed installed ruled".split())
"""Endings that make a body part of a side: "Hamas-run"; "Iran-backed" does not."""
SOFT_HYPHEN = "\u00ad"
HYPHENS = re.compile(r"[-‐‑]")
SHOUTED = frozenset(["may", "march"])
"""Months that are other words where all is in capitals."""
DAYS = 31
BEFORE_BRACKET, BEHIND_BRACKET = frozenset("F;,.&tahcIgbf/yp"), frozenset("vVRJSDxopkbfIF")
"""Classes around a number in brackets that counts what stands behind them."""
MIN_OPENING = 10
"""The least number in brackets that opens a clause and is no item of a list."""
MIN_UNIT, MAX_UNIT = 2, 4
"""Letters of what an army's units are called by: "LIB 232"."""
WEEKDAYS = frozenset(["Sun", "Mon", "Thu", "Fri", "Sat", "May", "Mar", "Jan"])
"""Days and months that are names too, between names: "Khaing Thu Kha"."""
NICKNAMED = re.compile(r'[XP](?P<nick>"X{1,3}")[XP]')
"""Classes of a name with a nickname in quotation marks."""
CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
"""A clock time of four digits."""
SHORT_YEAR = re.compile(r"[4-9]\d")
"""The last two digits of a year behind a day and a month, which no day of a month has."""
STAMP = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
"""The time that opens an entry of a live blog."""
ARTICLED = re.compile(r"(?:al|el|ad|ash|as|at|ar|az|an|ul|bin|ibn)[-‐‑][A-Z]")
"""Names that begin with a small article: "al-Mesmari"."""
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
SHORT_NUMERAL = re.compile(r"(\d+(?:\.\d+)?)(k|m|bn)")
SHORT_SCALES = {"k": 1e3, "m": 1e6, "bn": 1e9}
SEPARATORS = re.compile(r"[,\s'’]")
DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")


class Unit:
    """One form of a sentence: its text and offsets in the document, its class letter, what the lexicon says of it."""

    __slots__ = ("cls", "end", "entry", "low", "senses", "start", "text", "value")

    def __init__(
        self, text: str, low: str, start: int, end: int, cls: str, entry: Entry | None, value: float | None = None
    ) -> None:
        self.text = text  # one by one: a tuple would be made and taken apart for every word of an archive
        self.low = low
        self.start = start
        self.end = end
        self.cls = cls
        self.entry = entry
        self.value = value
        self.senses = entry.senses if entry else NO_SENSES

    def __repr__(self) -> str:
        return f"{self.text}<{self.cls}>"


class Reading:
    """A sentence as units; `classes` holds one letter a unit, in step with `units`, `senses` what any of them means."""

    __slots__ = ("capitals", "classes", "senses", "sentence", "units")

    def __init__(self, sentence: Sentence, units: list[Unit], capitals: bool, classes: str) -> None:
        self.sentence, self.units, self.capitals, self.classes = sentence, units, capitals, classes
        self.senses = NO_SENSES.union(*{unit.senses for unit in units})

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
    text, offset = sentence.text, sentence.start
    tokens = find_tokens(text)
    capitals = _is_capitals(text)
    vocabulary = _vocabulary(words, capitals)
    alone = [vocabulary[word] for word, _, _ in tokens]
    lows = [word.low for word in alone]
    count = len(alone)
    texts: list[str] = []
    units: list[Unit] = []
    add, read = units.append, 0
    for at, (word, (_, start, end)) in enumerate(zip(alone, tokens, strict=True)):
        if at < read:
            continue
        seconds = word.seconds
        if seconds and at + 1 < count:
            follow = lows[at + 1]
            initial = len(follow) == 2 and follow[1] == "." and at + 2 < count and lows[at + 2] in seconds
            if initial or follow in seconds:
                texts = texts or [each.text for each in alone]
                found = words.match(texts, lows, at, capitals)
                if initial and (found is None or found[1] == 1):
                    found = _initialled(words, texts, lows, at)
                if found is not None and found[1] > 1:
                    entry, length = found
                    read = at + length
                    low, end = " ".join(lows[at:read]), tokens[read - 1][2]
                    add(Unit(text[start:end], low, start + offset, end + offset, entry.cls, entry, entry.value))
                    continue
        add(Unit(text[start:end], word.low, start + offset, end + offset, word.cls, word.entry, word.value))
    if not GAPPED.isdisjoint(lows):
        _join_gapped(units, text, offset, words)
    if not (capitals or REGIONS.isdisjoint(lows)):
        _join_regions(units, text, offset)
    classes = _classes(units)
    if "(0)" in classes:
        units = _open_brackets(units, classes)
        classes = _classes(units)
    settled = False
    if "0" in classes:
        numbers = [at for at, cls in enumerate(classes) if cls == "0"]
        if capitals:
            _settle_shouted(units, numbers)
        _settle_dates(units, numbers)
        _join_years(units, numbers)
        _settle_labels(units, numbers)
        _settle_adjectives(units, numbers)
        if BAR in text:
            _settle_cells(units, numbers)
        settled = True
    if "XNX" in classes:
        for at in range(1, len(units) - 1):
            if classes[at - 1 : at + 2] == "XNX" and units[at].text in WEEKDAYS:
                units[at].cls = "X"
        settled = True
    if "NX" in classes:
        for at in range(1, len(units) - 2):
            leads = classes[at - 1] in "DV" or (classes[at - 1] == classes[at + 2] == ",")
            if leads and classes[at : at + 2] == "NX" and units[at].text in WEEKDAYS:
                units[at].cls = "X"  # "the chairman, | Monday Kassah, said"
                settled = True
    if "A" in classes:
        _settle_names(units)
        settled = True
    if '"' in classes and (named := NICKNAMED.search(classes)) is not None:
        _settle_nickname(units, named)
        settled = True
    if "%B" in classes or "%X" in classes:
        _settle_dailies(units)
        settled = True
    if not SETTLING.isdisjoint(lows):
        _settle_adverbs(units)
        settled = True
    return Reading(sentence, units, capitals, _classes(units) if settled else classes)


def _initialled(words: Lexicon, texts: list[str], lows: list[str], at: int) -> tuple[Entry, int] | None:
    """A known person with an initial that the table leaves out, and its tokens: "Mark | T. | Kimmitt"."""
    texts, lows = [texts[at], *texts[at + 2 :]], [lows[at], *lows[at + 2 :]]
    found = words.match(texts, lows, 0, False)
    return (found[0], found[1] + 1) if found is not None and found[0].cls == "P" and found[1] > 1 else None


def _join_gapped(units: list[Unit], text: str, offset: int, words: Lexicon) -> None:
    """Joins what stands apart in a sentence and is one form: "suffered | light head | wounds", "in | rebel | hands".

    Must not: "suffered 12 injuries", "treated for anaemia", "had his wounds", "in their own hands".
    """
    at = 0
    while at < len(units):
        found = _wounds_at(units, at, words) or _hands_at(units, at, words)
        if found is not None:
            last, entry = found
            start, end = units[at].start, units[last].end
            low = " ".join(unit.low for unit in units[at : last + 1])
            units[at : last + 1] = [Unit(text[start - offset : end - offset], low, start, end, entry.cls, entry)]
        at += 1


def _join_regions(units: list[Unit], text: str, offset: int) -> None:
    """Joins the name of a place with what it is: "in | Logar Province"; behind a name that no table knows it is a word.

    Must not: "the Harlan County | Sheriff's Office", "the Ituri District | Commander".
    """
    for i in range(len(units) - 1, 0, -1):
        unit, before = units[i], units[i - 1]
        if unit.low not in REGIONS or before.cls not in "AX" or not unit.text[0].isupper():
            continue
        after = units[i + 1] if i + 1 < len(units) else None
        if after is not None and (after.cls in "DYV" or (after.text[0].isupper() and after.cls in "XP")):
            continue
        if before.cls == "A":
            start, end = before.start, unit.end
            low = f"{before.low} {unit.low}"
            units[i - 1 : i + 1] = [Unit(text[start - offset : end - offset], low, start, end, "A", before.entry)]
        elif unit.cls == "X":
            unit.cls = "x"


def _wounds_at(units: list[Unit], at: int, words: Lexicon) -> tuple[int, Entry] | None:
    """The last unit of words for being wounded that begin at a unit, and the entry of the plain form."""
    for length in range(1, MAX_WOUNDING + 1):
        lead = " ".join(unit.low for unit in units[at : at + length])
        entry = words.entries.get((*lead.split(), "injuries"))
        if entry is None or entry.outcome != "wounded" or entry.cls not in "ip":
            continue
        for last in range(at + length, min(at + length + MAX_WOUNDS, len(units))):
            unit = units[last]
            if unit.entry is not None and unit.entry.outcome == "killed":
                break  # "had | succumbed to their wounds"
            if unit.low.split()[-1] in HURTS:
                return last, entry
            article = unit.cls == "a" and last == at + length  # "received | a gunshot wound"
            if unit.cls not in "xJ~sqpjVE&" and not article and not unit.text.isupper():
                break
    return None


def _hands_at(units: list[Unit], at: int, words: Lexicon) -> tuple[int, Entry] | None:
    """The last unit of "in | Russian hands", and the entry of "in captivity"."""
    if units[at].low != "in":
        return None
    last = next((i for i in range(at + 2, min(at + MAX_HOLDER, len(units))) if units[i].low == "hands"), None)
    entry = words.entries.get(("in", "captivity"))
    if last is None or entry is None or any(unit.cls not in "SRVYJ'" for unit in units[at + 1 : last]):
        return None
    return last, entry


def _open_brackets(units: list[Unit], classes: str) -> list[Unit]:
    """Numbers that stand in brackets before what they count without them: "a total of (5,599) people", "(2) soldiers".

    Must not: "Tan (34) said", "soldiers (12) and", "LIB (344) comprising", "(1) The ministry".
    """
    kept: list[Unit] = []
    at = 0
    while at < len(units):
        if classes[at : at + 3] == "(0)" and _counts_in_brackets(units, classes, at):
            first, number, last = units[at : at + 3]
            number.start, number.end = first.start, last.end
            kept.append(number)
            at += 3
        else:
            kept.append(units[at])
            at += 1
    return kept


def _counts_in_brackets(units: list[Unit], classes: str, at: int) -> bool:
    """Whether the number in brackets that begin at a unit counts what stands behind them."""
    before, behind = classes[at - 1 : at] if at else ";", classes[at + 3 : at + 4]
    if before not in BEFORE_BRACKET or not behind or behind not in BEHIND_BRACKET:
        return False
    listed = before in ";,.&" and (units[at + 1].value or 0) < MIN_OPENING  # "(1) killed, (2) hurt" is a list
    return not listed or behind in "vV"


def _classes(units: list[Unit]) -> str:
    """The class letters of some units."""
    return "".join([unit.cls for unit in units])


class _Word:
    """What a token is where no longer form begins with it; `seconds` are the words that can go on such a form."""

    __slots__ = ("cls", "entry", "low", "seconds", "text", "value")

    def __init__(self, text: str, capitals: bool, words: Lexicon) -> None:
        self.text, self.low = text, text.lower()
        self.seconds = words.seconds(text, self.low, capitals)
        found = words.match([text], [self.low], 0, capitals)
        if found is not None:
            self.entry: Entry | None = found[0]
            self.cls, self.value = found[0].cls, found[0].value
        else:
            self.cls, self.entry, self.value = _unknown(text, self.low, words)


class _Vocabulary(dict[str, _Word]):
    """The words met so far, each looked up once; emptied when it is full, so that hostile text cannot fill memory."""

    def __init__(self, words: Lexicon, capitals: bool) -> None:
        super().__init__()
        self.words, self.capitals = words, capitals

    def __missing__(self, text: str) -> _Word:
        word = _Word(text.replace(SOFT_HYPHEN, "") or text, self.capitals, self.words)
        if len(self) >= MAX_VOCABULARY:
            self.clear()
        if len(text) <= MAX_WORD_CHARS:
            self[text] = word
        return word


@cache
def _vocabulary(words: Lexicon, capitals: bool) -> _Vocabulary:
    """The vocabulary of sentences in capitals, or of others."""
    return _Vocabulary(words, capitals)


def _is_capitals(text: str) -> bool:
    """Whether a text is written in capitals, as old wire copy is, and more than an acronym."""
    small = text.count("e") + text.count("a") + text.count("t") + text.count("o")
    if small >= (1 - MIN_CAPITAL_SHARE) * len(text):
        return False  # nearly every sentence: counting some small letters is cheaper than looking at each letter
    capitals = sum(map(str.isupper, text))
    if capitals <= MIN_CAPITALS * MIN_CAPITAL_SHARE:
        return False
    letters = sum(map(str.isalpha, text))
    return letters > MIN_CAPITALS and capitals > MIN_CAPITAL_SHARE * letters


def _unknown(text: str, low: str, words: Lexicon) -> tuple[str, Entry | None, float | None]:
    """A token that no table knows, as class, entry and value: a numeral, a mark, or a word of class x or X."""
    head = text[0]
    if head.isdigit():
        cls, value = _numeral(text, low)
        return cls, None, value
    if len(text) == 1 and head in PUNCTUATION:
        return PUNCTUATION[head], None, None
    if head in "$€£¥":
        return "E", None, None
    if text == "'s":
        return "'", None, None
    if text == "...":
        return ".", None, None
    if "-" in text or "‑" in text or "‐" in text:
        value = parse_hyphenated(low)
        if value is None and low.endswith("-odd"):
            value = parse_hyphenated(low[:-4])
        if value is not None:
            return "0", None, value
        first, _, tail = low.replace("‑", "-").replace("‐", "-").partition("-")
        if first in SMALL_NUMBERS:
            return "J", None, None
        if tail in RULED:
            owner = words.match([text[: len(first)]], [first], 0, False)
            if owner and owner[0].cls in "RS":
                return "R", owner[0], None
        branch = _branch(text, first, tail, words)
        if branch is not None:
            return "S", branch, None
    return "X" if head.isupper() or ARTICLED.match(text) else "x", None, None


def _branch(text: str, first: str, tail: str, words: Lexicon) -> Entry | None:
    """The armed group of which a place is told behind its acronym: "NPA-Ilocos"; not "SDF-Damascus", "NPA-linked"."""
    whole, part = text[: len(first)], text[len(first) + 1 :]
    if not (whole.isupper() and part[:1].isupper()):
        return None
    owner, rest = words.match([whole], [first], 0, False), words.match([part], [tail], 0, False)
    if owner is None or owner[0].cls != "S" or owner[0].group_kind is None:
        return None
    return owner[0] if rest is None or rest[0].cls == "A" else None


def _numeral(text: str, low: str) -> tuple[str, float | None]:
    """A token that begins with a digit, as class and value: a number, a date, or a word such as "12-year-old"."""
    if not text.isdigit():
        if ":" in text or ISO_DATE.fullmatch(text):
            return "N", None
        if low[-2:] in ("st", "nd", "rd", "th") and text[:-2].replace(",", "").replace(".", "").isdigit():
            return "N", None
        if "-" in text or "‑" in text or "‐" in text:
            number, _, tail = low.replace("‑", "-").replace("‐", "-").partition("-")
            if tail in ("odd", "plus", "some") and number.isdigit():
                return "0", float(number)
            return "J", None
        found = SHORT_NUMERAL.fullmatch(low)
        if found:
            return "0", float(found[1]) * SHORT_SCALES[found[2]]
    value = parse_numeral(text)
    return "0" if value is not None else "x", value


def parse_numeral(text: str) -> float | None:
    """The value of a numeral as printed, or None for what is none.

    Commas, spaces and dots between groups of digits are separators; before other than three digits a dot is a point.

    >>> [parse_numeral(text) for text in ("5,840", "5 840", "5.840", "5'840", "1,00,000", "1.2")]
    [5840.0, 5840.0, 5840.0, 5840.0, 100000.0, 1.2]
    """
    plain = SEPARATORS.sub("", text)
    if len(plain) > MAX_DIGITS or (len(plain) > 1 and plain[0] == "0" and plain[1] != "."):
        return None
    if DOTTED.fullmatch(plain):
        plain = plain.replace(".", "")
    try:
        return float(plain)
    except ValueError:
        return None


SMALL_NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    word: (place + 2) * 10 for place, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6}


def parse_hyphenated(low: str) -> float | None:
    """The value of a hyphenated number word.

    >>> parse_hyphenated("thirty-seven"), parse_hyphenated("two-week")
    (37.0, None)
    """
    parts = HYPHENS.split(low)
    total = 0.0
    for part in parts:
        if part in SMALL_NUMBERS:
            total += SMALL_NUMBERS[part]
        elif part in SCALES and total:
            total *= SCALES[part]
        elif part != "and":
            return None
    return total if total else None


def _settle_dates(units: list[Unit], numbers: list[int]) -> None:
    """Numbers that are days, years and clock times become class N."""
    if len(units) > 1 and numbers[0] == 0 and STAMP.fullmatch(units[0].text) and units[1].text[0].isupper():
        units[0].cls = "N"  # "09.55 | The chief of staff said"
    for i in numbers:
        unit = units[i]
        if unit.cls != "0" or unit.value is None:
            continue
        before = units[i - 1] if i else None
        after = units[i + 1] if i + 1 < len(units) else None
        day = unit.value <= 31 and unit.text[0].isdigit() and "," not in unit.text and "." not in unit.text
        dated = i > 1 and units[i - 2].cls == "N" and units[i - 2].text.isdigit()  # "on 23 September | 28 died"
        counts = after is not None and after.cls in VICTIM_WORDS
        in_month = counts and i > 1 and units[i - 2].low == "in"  # "In November | 29 villagers were killed"
        if day and ((before and _is_month(before) and not (dated or in_month)) or (after and _is_month(after))):
            unit.cls = "N"
        elif dated and before and _is_month(before) and SHORT_YEAR.fullmatch(unit.text) and not counts:
            unit.cls = "N"  # "BOGOTA, 2 FEB | 89"
        elif _is_year(unit) and _goes_on_counting(units, i):
            continue  # "887 were killed and | 1957 were injured"
        elif _is_of_war(units, i):
            unit.cls = "N"
        elif _is_year(unit) and not (
            after
            and after.cls in VICTIM_WORDS
            and "event" not in after.senses  # "the 2011 massacre of 77 people"
            and not (
                before and (before.low in YEAR_BEFORE or (_is_month(before) and i > 1 and units[i - 2].cls == "t"))
            )
        ):
            named = before is not None and before.low == "year" and units[i - 2].low in ("the", "calendar", "in the")
            if (before and (named or before.low in YEAR_BEFORE or _is_month(before) or before.cls in "N,t(s")) or (
                after and (after.cls in "xX)." or "event" in after.senses)
            ):
                unit.cls = "N"
        elif (
            before
            and after
            and (
                (after.low in CLOCK_AFTER and before.low in CLOCK_BEFORE)
                or (after.low == "o'clock" and day and before.low in ("at", "by"))
            )
        ):
            unit.cls = "N"
        elif (
            unit.value <= HOURS
            and i > 1
            and units[i - 2].cls == "0"
            and before
            and (before.low == "past" or (before.low == "to" and i > 3 and units[i - 4].low == "it"))
        ):
            unit.cls = units[i - 2].cls = "N"  # "ten past | eight", "it's ten to | seven"
    for i in numbers:  # "2 and 3 March", "15-17 January", "June 16 and 17"
        unit = units[i]
        if (
            i + 3 < len(units)
            and unit.cls == "0"
            and units[i + 1].cls in "&-,T"
            and units[i + 2].cls == "N"
            and units[i + 2].text.isdigit()
            and (unit.value or 0) <= DAYS
            and unit.text.isdigit()
            and _is_month(units[i + 3])
        ) or (i > 2 and unit.cls == "0" and _ends_dates(units, i)):
            unit.cls = "N"


def _ends_dates(units: list[Unit], i: int) -> bool:
    """Whether a number is a later day of a month that stands before its first.

    Covers: "June 16 and | 17", "March 5-| 9", "between June 24 and | 26", "from May 3 to | 5 in the hills".
    Must not: "on June 16 and | 17 people died", "12 on June 24 and | 26 on June 25", "rose from 12 on May 3 to | 15".
    """
    unit, joint, first = units[i], units[i - 1], units[i - 2]
    if first.cls != "N" or not (unit.text.isdigit() and first.text.isdigit() and _is_month(units[i - 3])):
        return False
    if not int(first.text) < (unit.value or 0) <= DAYS:
        return False
    if joint.cls == "-" and joint.start == first.end and joint.end == unit.start:
        return True
    after = "".join(u.cls for u in units[i + 1 : i + 3]) or "."
    opened = i > 3 and units[i - 4].low in ("from", "between")
    counts = after[0] in VICTIM_WORDS or (after[0] in "bf" and not opened)
    return joint.cls in ("&-T" if opened else "&-") and not counts and not (after[0] == "/" and after[1:] == "N")


def _join_years(units: list[Unit], numbers: list[int]) -> None:
    """The comma between a day and its year is part of the date: "February 24|, 2022"."""
    for i in numbers:
        if i < 3:
            continue
        comma, day = units[i - 1], units[i - 2]
        dated = comma.cls == "," and day.cls == units[i].cls == "N" and day.text.isdigit()
        if dated and _is_year(units[i]) and _is_month(units[i - 3]):
            comma.cls = "N"


def _goes_on_counting(units: list[Unit], at: int) -> bool:
    """Whether what looks like a year is counted behind "and", where no year stands before it.

    Covers: "887 civilians were killed and | 1957 were injured". Must not: "in 1956 and | 1957 killed thousands".
    """
    if at < 2 or at + 2 >= len(units) or units[at - 1].low != "and" or units[at - 2].cls not in "pjikv":
        return False
    return units[at + 1].cls in "pj" or (units[at + 1].cls == "b" and units[at + 2].cls in "pj")


RELATED = ("-related", "-linked")
"""Endings of words that say of deaths what they had to do with."""


def _settle_adjectives(units: list[Unit], numbers: list[int]) -> None:
    """Words between a number and its noun: "60 | local fishermen", "43 | terror-related deaths"."""
    for i in numbers:
        if i + 2 < len(units):
            unit, noun = units[i + 1], units[i + 2]
            local = unit.low == "local" and noun.cls in "vVR"
            if local or (unit.cls == "x" and noun.cls == "k" and unit.low.endswith(RELATED)):
                unit.cls = "J"


def _settle_adverbs(units: list[Unit]) -> None:
    """Words that their neighbour makes something else: "has since", "Norte de Santander", "PM Modi", "they'd lost"."""
    for before, unit in pairwise(units):
        if unit.low == "since" and before.cls in "fb":
            unit.cls = "~"
        if unit.low in PARTICLES and before.cls == "X":
            unit.cls = "X"
        if before.text == "major" and before.cls == "V" and unit.cls in "xEkKL" and not unit.low.endswith("ed"):
            before.cls, before.senses = "J", NO_SENSES  # "since the outbreak of | major hostilities"
        if unit.low == "hit" and (before.cls in "at" or before.low == "direct"):
            unit.cls = "x"  # "as a result of the | hit two women died"
        if before.text == "National" and before.cls == "V" and unit.cls in "XxEQY" and unit.text[0].isupper():
            before.cls, before.senses, before.entry = "X", NO_SENSES, None  # "the National | Archives"
        if before.low == "'d" and (unit.cls in "pjz0q" or unit.low.endswith(PAST)):
            before.cls, before.senses = "f", frozenset({"have"})  # "they'd | lost 12 men"; not "they'd lose"
        if before.text == "PM" and unit.cls in "XP":
            before.cls = "D"
            before.senses = frozenset({"person_role"})


def _settle_nickname(units: list[Unit], named: re.Match[str]) -> None:
    """A nickname inside a name is part of it: "Armando “Ka Mando” Jacinto"; not "“We won,” Jacinto said"."""
    for unit in units[named.start("nick") : named.end("nick")]:
        unit.cls = "X"


def _settle_names(units: list[Unit]) -> None:
    """A place between an office and a name is a name too: "President Milan Milutinovic"."""
    for before, unit, after in zip(units, units[1:], units[2:], strict=False):
        if unit.cls == "A" and before.cls in "DV" and after.cls == "X" and before.text[0].isupper():
            unit.cls = "X"
        elif before.cls in "DV" and unit.cls == "X" and after.cls in "AS" and after.text[0].isupper():
            after.cls = "X"  # "Police chief Leocadio | Santiago"
    titled = sum(unit.text[0].islower() for unit in units) < MIN_SMALL_WORDS
    for at in range(2, 0 if titled else len(units)):  # "Rebels Seize | Aleppo, 30 Dead"
        unit, before = units[at], units[at - 1]
        if unit.cls == "A" and before.cls == "X" and _names_another(before.text) and unit.text[0].isupper():
            unit.cls = "X"  # "the village of Abu | Dinga", which is not Dinga, "Julius | Malema"


def _names_another(first: str) -> bool:
    """Whether a word before a place is part of another name: "Abu | Dinga"; not "South | Donetsk", "Al | Khobar"."""
    lower = first[1:].islower() and first[0].isupper() and first.isalpha()
    return lower and len(first) > MAX_PARTICLE and first.lower() not in PARTS_OF_PLACE


def _settle_dailies(units: list[Unit]) -> None:
    """A daily with a name is a newspaper, and no rate: "the Italian daily La Stampa"; not "30 die daily"."""
    for before, unit, after in zip(units, units[1:], units[2:], strict=False):
        if unit.cls == "%" and "body_role" in unit.senses and before.cls in "Rtas" and after.cls in "BX":
            unit.cls, unit.senses = "Y", unit.senses - {"rate"}


def _is_month(unit: Unit) -> bool:
    """Whether a word is a month; "MAY" and "MARCH" are where a date leaves no other reading (`_settle_shouted`)."""
    if unit.low.startswith(IN_MONTH) and unit.low.partition("-")[2][:3] in MONTHS:
        return True  # "since | mid-December 2010"
    return unit.low[:3] in MONTHS and ("calendar" in unit.senses or (unit.cls == "N" and unit.low in SHOUTED))


def _settle_shouted(units: list[Unit], numbers: list[int]) -> None:
    """The months that are other words in capitals, and clock times: "UNTIL MAY 1989", "14 MARCH", "AT 1545 (2145 GMT)".

    Must not: "HE MAY 1,200 TIMES", "AT LEAST 1545 SOLDIERS".
    """
    for i in numbers:
        unit = units[i]
        before = units[i - 1] if i else None
        after = units[i + 1] if i + 1 < len(units) else None
        whole = unit.text.isdigit()
        if before is not None and before.low in SHOUTED and (_is_year(unit) or (whole and (unit.value or 0) <= DAYS)):
            before.cls = "N"
        day = whole and len(unit.text) <= 2 and (unit.value or 0) <= DAYS
        if (
            after is not None
            and day
            and after.low in SHOUTED
            and (before is None or before.cls in "/N" or before.low in YEAR_BEFORE)
        ):
            after.cls = "N"
        if CLOCK.fullmatch(unit.text) and before is not None and not (after is not None and after.cls in VICTIM_WORDS):
            lead = units[i - 2] if before.cls == "h" and i > 1 else before
            zone = units[i + 1 : i + 4]
            named = any(u.low in CLOCK_AFTER for u in zone) and after is not None and after.cls in "(U"
            if lead.low in CLOCK_BEFORE and (named or before.low == "approximately"):
                unit.cls = "N"
                if named and after is not None and after.cls == "(":
                    units[i + 2].cls = "N"


def _is_of_war(units: list[Unit], i: int) -> bool:
    """Whether a year names a war or a disaster: "the War of | 1812 (another 20,000 died)".

    Must not: "the massacre of | 1500 villagers".
    """
    if i < 2 or units[i - 1].low != "of" or len(units[i].text) != 4 or not OLDEST <= (units[i].value or 0) <= MAX_YEAR:
        return False
    counts = i + 1 < len(units) and units[i + 1].cls in VICTIM_WORDS
    return units[i].text.isdigit() and units[i - 2].low in YEARLY and not counts


def _is_year(unit: Unit) -> bool:
    return len(unit.text) == 4 and unit.text.isdigit() and MIN_YEAR <= int(unit.text) <= MAX_YEAR


def _settle_cells(units: list[Unit], numbers: list[int]) -> None:
    """Reads the bar between two cells as the colon between what is counted and its number: "Soldiers killed | 36".

    Must not: "Taiz | 14 | 33", "Live | Four killed in Gao", "Killed | 12 on Monday, 40 wounded".
    """
    bars = [at for at, unit in enumerate(units) if unit.text == BAR]
    inner = [at for at in bars if 0 < at < len(units) - 1]
    if len(inner) != 1 or any(unit.cls != "h" for unit in units[inner[0] + 1 : numbers[0]]) or numbers[0] < inner[0]:
        return
    if len(units) - (bars[-1] != inner[0]) - numbers[0] > MAX_CELL:
        return
    if any(unit.cls in CELL_WORDS for unit in units[: inner[0]]):
        units[inner[0]].cls = ":"


def _settle_labels(units: list[Unit], numbers: list[int]) -> None:
    """Numbers that name a thing ("Article 4") or tell an age ("aged 20", "Anna, 34,") are no quantities: class M."""
    ages: list[int] = []
    for i in numbers:
        unit = units[i]
        if unit.cls != "0" or not i:
            continue
        before = units[i - 1]
        after = units[i + 1] if i + 1 < len(units) else None
        counts = after is not None and after.cls in VICTIM_WORDS
        listed = (
            i > 1 and units[i - 2].cls == "t" and before.text.islower()
        )  # "the army counted 12 dead, the hospital 30"
        named = (before.low in LABELS and not listed) or (
            before.cls == "N" and before.text.isdigit() and unit.text[0].isdigit()  # not "July 25 | Fourteen people"
        )
        named = named or (
            before.cls == "X"
            and MIN_UNIT <= len(before.text) <= MAX_UNIT
            and before.text.isupper()
            and unit.text.isdigit()
            and after is not None
            and after.cls in "xXDYV"
        )  # "soldiers of LIB | 232 deputy commander"
        lasted = before.cls == "U" and i > 1 and units[i - 2].low in LASTED  # "over the past day | fourteen of our men"
        years = before.cls == "F" and i > 1 and units[i - 2].low in ("age", "ages")  # "between the ages of | 9 and 18"
        years = years or (before.cls == "]" and i > 1 and units[i - 2].low == "age")  # "ranging in age from | 20 to 50"
        years = years or (before.cls == "[" and i > 1 and units[i - 2].low in AGE_WORDS)  # "aged between | 5 and 60"
        if i > 1:
            if before.text == "." and units[i - 2].text == "No":  # "communiqué No. | 2,483", "School No. | 1"
                named, before.cls, units[i - 2].cls = True, "x", "x"
            numbered = before.low == "number" and units[i - 2].cls == "," and i > 2
            named = named or (numbered and units[i - 3].cls in "QxE")  # "its bulletin, number | 108"
        if years or before.low in AGE_WORDS or _are_old(units, i):
            unit.cls = "M"
            ages.append(i)
        elif (named and not counts and not lasted) or (before.cls in "/T]F^t&" and _is_formation(units, i)):
            unit.cls = "M"
        elif i > 1 and (unit.value or 0) < MAX_AGE and _is_age(units, i, counts):
            unit.cls = "M"
            ages.append(i)
    for i in numbers:  # "aged 20 and 26", "men aged 20 to 30 hurt"
        joined = i > 2 and units[i].cls == "0" and units[i - 1].cls in "&," and units[i - 2].cls == "M"
        if joined and units[i - 3].low in LABELS and units[i - 3].low.endswith("s") and units[i - 3].text[0].isupper():
            units[i].cls = "M"  # "in Regions 9 and | 11"
        elif (
            i > 1
            and units[i].cls == "0"
            and units[i - 1].cls in "&,T-"
            and i - 2 in ages
            and not (units[i - 1].cls in "&," and i + 1 < len(units) and units[i + 1].cls in VICTIM_WORDS)
        ):
            units[i].cls = "M"
            ages.append(i)


def _is_formation(units: list[Unit], i: int) -> bool:
    """Whether a number is that of a unit: "assigned to | 1 Marine Expeditionary Force", "men of | 45 Commando".

    Must not: "deaths of | 12 Air Force personnel", "killed | 3 Army Captains".
    """
    if not units[i].text.isdigit() or len(units[i].text) > 3:
        return False
    end = i + 1
    while end < len(units) and end - i <= MAX_FORMATION and units[end].text[0].isupper():
        end += 1
    last = units[end - 1]
    after = units[end].cls if end < len(units) else "."
    return end > i + 1 and last.low.split()[-1] in FORMATIONS and after not in VICTIM_WORDS


def _are_old(units: list[Unit], i: int) -> bool:
    """Whether a number is the first of two ages: "two women | 56 and 40 years old"."""
    if i + 3 >= len(units) or units[i + 1].cls not in "&,":
        return False
    return units[i + 2].cls == "0" and units[i + 3].low == "years old"


def _is_age(units: list[Unit], i: int, counts: bool) -> bool:
    """Whether a number is an age without a word for years; `counts`: whether a noun of people or harm follows it.

    Covers: "Anna, | 34, died", "a boy of | ten", "girls of | 17 and 20", "a diver of | 40", "Adrian Nel, who was
    | forty.", "She is | 46 and has", "men between | 14 and 40", "pupils, all under | 15".
    Must not: "a unit of | 40", "those wounded, who were | 12,", "wrote to a bishop of | 80 dead", "between | 14 and 40
    men".
    """
    unit, before, earlier = units[i], units[i - 1], units[i - 2]
    after = units[i + 1] if i + 1 < len(units) else None
    ends = after is None or after.cls in AGE_ENDS
    if unit.text.isdigit():
        if before.cls == "," and after is not None and after.cls in ",.()" and earlier.cls in "PXVD":
            return True
        if before.cls == "," and after is not None and after.cls == ";" and earlier.cls == "P":
            return True
        if (
            before.cls == ","
            and after is not None
            and after.cls == ";"
            and i > 2
            and earlier.cls + units[i - 3].cls == "XX"
        ):
            return True  # "Ahmed Saqr, | 15; Omar"
        if before.low in ("under", "over") and earlier.cls in "vVe" and not counts:
            return True
    elif before.cls == "," and earlier.cls == "V" and after is not None and after.cls == ",":
        return True  # "and his sister, | seven, was hurt"
    if before.cls == "F" and (earlier.low in YOUNG or earlier.cls == "V"):
        young = earlier.low in YOUNG
        return (ends and (young or after is None or after.cls not in "pj")) or (young and unit.text.isdigit())
    if before.cls == "[" and before.low == "between" and earlier.cls in "vV" and after is not None and after.cls == "&":
        return not (i + 3 < len(units) and units[i + 3].cls in VICTIM_WORDS)
    if before.low not in ("was", "is") or not ends:
        return False
    return earlier.low in ("he", "she") or (earlier.cls == "r" and i > 2 and units[i - 3].cls in ",XPVD")
