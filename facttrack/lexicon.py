"""The words that the grammar knows: the only module that opens data/lexicon.

Every table is a CSV file with a header; each row has an `example` that contains the row's `form`. A form may stand in
several tables ("police" are victims and a source): it then has several *senses*, and one letter, its *class*, by
which the patterns of the grammar know it. `CLASSES` lists the letters.
"""

from __future__ import annotations

import csv
import gc
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from facttrack.errors import LexiconError
from facttrack.sentences import find_tokens

__all__ = [
    "CLASSES",
    "RULE_COLUMNS",
    "SILENCE",
    "Entry",
    "Lexicon",
    "Person",
    "adjective_of",
    "is_shouted",
    "lexicon",
    "lexicon_folder",
    "read_rules",
    "read_table",
]

TABLES: dict[str, tuple[str, ...]] = {
    "bodies": ("form", "name", "side", "source_kind", "example"),
    "casualties": ("form", "kind", "outcome", "example"),
    "context": ("form", "kind", "example"),
    "cues": ("form", "kind", "example"),
    "groups": ("form", "side", "country", "role", "kind", "example"),
    "hedges": ("form", "qualifier", "position", "example"),
    "numbers": ("form", "value", "kind", "example"),
    "people": ("form", "name", "side", "source_kind", "office", "since", "until", "example"),
    "places": ("form", "country", "kind", "example"),
    "roles": ("form", "type", "source_kind", "example"),
    "sides": ("form", "side", "role", "example"),
    "wars": ("side", "opponent", "since", "until", "example"),
    "victims": ("form", "number", "victim_class", "stance", "example"),
}
"""Columns of each table, in order."""

SILENCE = "silence"
"""The stage in rules.csv of the one rule that a silence or denial names."""
RULE_COLUMNS = ("stage", "rule", "seen", "right", "meaning")
"""Columns of rules.csv: what each rule covers, on how many gold rows it was seen and which share of them was right."""

CLASSES: tuple[tuple[str, str], ...] = (
    # Most binding first: a form with several senses takes the first class that one of its senses has.
    ("a", "article"),
    ("t", "the"),
    ("s", "possessive"),
    ("F", "of"),
    ("T", "to"),
    ("^", "by"),
    ("z", "zero"),
    ("Z", "zero_pronoun"),
    ("n", "negation"),
    ("b", "be"),
    ("f", "have"),
    ("w", "modal"),
    ("w", "doubt"),
    ("w", "counterfactual"),
    ("&", "conjunction"),
    ("r", "relative"),
    ("u", "conditional"),
    ("u", "subordinator"),
    ("u", "contrast"),
    ("I", "part"),
    ("0", "number"),
    ("q", "vague"),
    ("e", "all"),
    ("p", "participle"),
    ("i", "intransitive"),
    ("g", "gerund"),
    ("y", "transitive"),
    ("j", "adjective"),
    ("W", "weak"),
    ("l", "lose"),
    ("L", "toll"),
    ("O", "life"),
    ("o", "body"),
    ("k", "noun"),
    ("k", "event"),
    ("%", "rate"),
    ("h", "before"),
    ("[", "between"),
    ("]", "from"),
    ("H", "after"),
    ("m", "another"),
    ("m", "more"),
    ("S", "side_name"),
    ("R", "side_adjective"),
    ("P", "person"),
    ("B", "body_name"),
    ("N", "calendar"),
    ("v", "victims"),
    ("V", "victim"),
    ("D", "person_role"),
    ("Y", "body_role"),
    ("c", "cue"),
    ("G", "cue_gerund"),
    (">", "according"),
    ("A", "place"),
    ("U", "unit"),
    ("U", "time"),
    ("E", "equipment"),
    ("E", "other_noun"),
    ("Q", "document_role"),
    ("/", "preposition"),
    ("d", "demonstrative"),
    ("d", "pronoun"),
    ("~", "adverb"),
    ("J", "adjective_person"),
)
"""The class letters with the senses that give them."""

PROPER = frozenset({"side_name", "side_adjective", "person", "body_name", "place", "calendar"})
"""Senses of names: looked up with their capitals, unless the sentence is all capitals."""
MIN_SHOUTED = 3
"""Letters: a longer word all in capitals may be a name in a dateline or a heading; shorter ones are acronyms."""
CUE_KINDS = {
    "say": "cue",
    "admit": "cue",
    "count": "cue",
    "deny": "cue",
    "gerund": "cue_gerund",
    "according": "according",
}


@dataclass(frozen=True, slots=True)
class Person:
    """An office that somebody held; `since` and `until` are ISO dates, years or empty."""

    name: str
    side: str | None
    source_kind: str
    office: str
    since: str
    until: str


@dataclass(slots=True)
class Entry:
    """What the tables say of one form. `senses` are the kinds under which it is listed, `cls` its class letter."""

    form: str
    senses: frozenset[str] = frozenset()
    cls: str = "x"
    value: float | None = None
    number_kind: str | None = None
    qualifier: str | None = None
    outcome: str | None = None
    victim_class: str | None = None
    stance: str | None = None
    singular: bool = False
    side: str | None = None
    side_role: str | None = None
    group_kind: str | None = None
    country: tuple[str, ...] = ()
    place_country: str | None = None
    source_kind: str | None = None
    name: str | None = None
    people: tuple[Person, ...] = ()


class Lexicon:
    """All tables, ready for look-up: `match(words, at)` gives the longest form that begins at a token."""

    def __init__(self, entries: Entries, proper: Entries) -> None:
        self.common = Forms(entries)
        self.proper = Forms(proper)
        self.entries, self.names = entries, proper
        self.adjectives: dict[str, str] = {}
        self.countries: dict[str, str] = {}
        self.groups: dict[str, tuple[str, tuple[str, ...]]] = {}
        self.right: dict[tuple[str, str], float] = {}
        """Which share of the gold rows that a rule made was right, by stage and rule."""
        self.wars: dict[str, list[tuple[str, str, str]]] = defaultdict(list)

    @cached_property
    def upper(self) -> Forms:
        """The names in capitals; made when the first word in capitals is looked up."""
        upper: Entries = {}
        for key, entry in self.names.items():
            upper.setdefault(tuple(word if word == "'s" else word.upper() for word in key), entry)
        return Forms(upper)

    def match(self, words: list[str], lows: list[str], at: int, capitals: bool) -> tuple[Entry, int] | None:
        """The entry of the longest form at token `at`, and how many tokens it has; of equal length, the name."""
        best = _longest(self.common, lows, at)
        name = _longest(self.upper if capitals else self.proper, words, at)
        if name is not None and (best is None or name[1] > best[1] or (name[1] == best[1] and not capitals)):
            return name
        if best is None and not capitals and is_shouted(words[at]):
            return _longest(self.upper, words, at)
        return best

    def common_word(self, word: str) -> Entry | None:
        """The entry of a word that is no name, by itself."""
        found = _longest(self.common, [word.lower()], 0)
        return found[0] if found is not None else None

    def seconds(self, word: str, low: str, capitals: bool) -> frozenset[str]:
        """The words, in lower case, that can go on a form that begins with a word."""
        branches = [self.common[low], self.upper[word] if capitals else self.proper[word]]
        if not capitals and is_shouted(word):
            branches.append(self.upper[word])
        return frozenset(second.lower() for branch in branches for second in branch if second)


def is_shouted(word: str) -> bool:
    """Whether a word may be a name all in capitals, as in a dateline: "KYIV, March 2".

    >>> is_shouted("KYIV"), is_shouted("UN"), is_shouted("Kyiv")
    (True, False, False)
    """
    return len(word) > MIN_SHOUTED and word.isupper()


Entries = dict[tuple[str, ...], Entry]
"""The entries of forms by their tokens."""
Rows = list[tuple[int, list[str], Entry]]
"""Forms, the longest first: number of tokens, those after the second, entry."""


class Forms(dict[str, dict[str, Rows]]):
    """Forms by their first and their second token, which is empty for a single word; sorted when they are asked for."""

    def __init__(self, entries: Entries) -> None:
        super().__init__()
        self.by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for item in entries.items():
            self.by_first.setdefault(item[0][0], []).append(item)

    def __missing__(self, first: str) -> dict[str, Rows]:
        if first not in self.by_first:
            return {}
        branch = self[first] = {}
        for key, entry in sorted(self.by_first[first], key=lambda item: -len(item[0])):
            branch.setdefault(key[1] if len(key) > 1 else "", []).append((len(key), list(key[2:]), entry))
        return branch


def _longest(forms: Forms, words: list[str], at: int) -> tuple[Entry, int] | None:
    """The entry of the longest form that begins at a token, and how many tokens it has."""
    branch = forms[words[at]]
    if not branch:
        return None
    if at + 1 < len(words):
        for length, rest, entry in branch.get(words[at + 1], ()):
            if length == 2 or words[at + 2 : at + length] == rest:
                return entry, length
    for _, _, entry in branch.get("", ()):
        return entry, 1
    return None


def lexicon_folder() -> Path:
    """The folder of the tables: inside the installed package, or the checkout's own when it is run from there."""
    inside = Path(__file__).parent / "data" / "lexicon"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "data" / "lexicon"


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of one table of data/lexicon as dictionaries.

    Raises LexiconError if the file is missing, its header is not that of `TABLES`, or a row has other cells.

    >>> next(row["side"] for row in read_table("sides") if row["form"] == "Kremlin")
    'Russia'
    """
    columns = TABLES[name]
    return (dict(zip(columns, row, strict=True)) for row in _read_rows(name))


def _read_rows(name: str) -> Iterator[list[str]]:
    """The rows of a table as lists, which are read in two thirds of the time of dictionaries."""
    path = lexicon_folder() / f"{name}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.reader(handle)
            columns = TABLES[name]
            if tuple(next(reader, ())) != columns:
                raise LexiconError(f"{path.name}, line 1: the columns must be {', '.join(columns)}; mend the header")
            for row in filter(None, reader):  # a DictReader takes twice as long
                if len(row) != len(columns):
                    raise LexiconError(
                        f"{path.name}, line {reader.line_num}: {len(row)} cells, not {len(columns)}; mend the row"
                    )
                yield row
    except FileNotFoundError as error:
        raise LexiconError(f"{path.name} is missing from data/lexicon; install facttrack again") from error


def read_rules() -> Iterator[dict[str, str]]:
    """The rules of the grammar as rows of rules.csv: `stage`, `rule`, `seen`, `right`, `meaning`.

    >>> next(row["meaning"] for row in read_rules() if row["rule"] == "side:place")
    'the country of the place'
    """
    with (lexicon_folder() / "rules.csv").open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle)


@cache
def lexicon() -> Lexicon:
    """The tables, read once a process."""
    collecting = gc.isenabled()
    gc.disable()  # tens of thousands of entries are made and none is thrown away: to look for garbage takes a third
    try:
        return _read_lexicon()
    finally:
        if collecting:
            gc.enable()


def _read_lexicon() -> Lexicon:
    common: Entries = {}
    proper: Entries = {}

    def entry(form: str, sense: str) -> Entry:
        key = _key(form)
        table, key = (proper, key) if sense in PROPER else (common, tuple([word.lower() for word in key]))
        found = table.get(key)
        if found is None:
            found = table[key] = Entry(form)
        found.senses = _with(found.senses, sense)
        return found

    _read_grammar(entry)
    _read_names(entry)
    for key, item in list(proper.items()):  # newspapers write Nato and Unicef
        if len(key) == 1 and len(key[0]) > MIN_SHOUTED and key[0].isupper():
            proper.setdefault((key[0].capitalize(),), item)
    for table in (common, proper):
        for item in table.values():
            item.cls = _class_of(item.senses)
    made = Lexicon(common, proper)
    for row in read_rules():
        made.right[row["stage"], row["rule"]] = float(row["right"])
    for row in read_table("wars"):
        made.wars[row["side"]].append((row["opponent"], row["since"], row["until"]))
    states = set()
    for row in read_table("sides"):
        states.add(row["side"])
        if row["role"] == "adjective":
            made.adjectives.setdefault(row["side"], row["form"])
    for row in read_table("groups"):
        if row["side"] in states:  # a state's own militia speaks for the state
            continue
        made.groups.setdefault(row["side"], (row["kind"], tuple(filter(None, row["country"].split("|")))))
        if row["role"] == "adjective":
            made.adjectives.setdefault(row["side"], row["form"])
    return made


def _key(form: str) -> tuple[str, ...]:
    """The tokens of a form, by which it is found; most are plain words."""
    if form.replace(" ", "").isalpha():
        return tuple(form.split(" "))
    return tuple(word for word, _, _ in find_tokens(form))


@cache
def _with(senses: frozenset[str], sense: str) -> frozenset[str]:
    """Some senses and one more; thousands of entries share a set."""
    return senses | {sense}


@cache
def _class_of(senses: frozenset[str]) -> str:
    """The letter of the most binding class that one of some senses has."""
    return next((letter for letter, sense in CLASSES if sense in senses), "x")


def _read_grammar(entry: Callable[[str, str], Entry]) -> None:
    """Reads the tables of common words; `entry` gives the entry of a form, now with the sense too."""
    for row in read_table("context"):
        entry(row["form"], row["kind"])
    for row in read_table("numbers"):
        kind = row["kind"]
        item = entry(row["form"], kind if kind in ("vague", "zero", "zero_pronoun", "all", "another") else "number")
        item.value = float(row["value"]) if row["value"] else None
        item.number_kind = kind
    for row in read_table("hedges"):
        entry(row["form"], row["position"]).qualifier = row["qualifier"]
    for row in read_table("casualties"):
        entry(row["form"], row["kind"]).outcome = row["outcome"]
    for row in read_table("victims"):
        item = entry(row["form"], "victim" if row["number"] == "singular" else "victims")
        item.victim_class = row["victim_class"]
        item.stance = row["stance"] or None
        item.singular = row["number"] == "singular"
    for row in read_table("cues"):
        kind = row["kind"]
        item = entry(row["form"], CUE_KINDS[kind] if kind == "gerund" else kind)
        if kind in CUE_KINDS:
            item.senses = _with(item.senses, CUE_KINDS[kind])
    for row in read_table("roles"):
        item = entry(row["form"], f"{row['type']}_role")
        item.source_kind = item.source_kind or row["source_kind"]


def _read_names(entry: Callable[[str, str], Entry]) -> None:
    """Reads the tables of names, likewise; the first table that says something of a form is believed."""
    for row in read_table("sides"):
        item = entry(row["form"], "side_adjective" if row["role"] in ("adjective", "demonym") else "side_name")
        item.side, item.side_role = row["side"], row["role"]
        if row["role"] in ("name", "capital"):
            item.place_country = row["side"]
    for row in read_table("groups"):
        item = entry(row["form"], "side_adjective" if row["role"] == "adjective" else "side_name")
        if item.side is None:
            item.side, item.side_role, item.group_kind = row["side"], row["role"], row["kind"]
            item.country = tuple(filter(None, row["country"].split("|")))
    for row in read_table("bodies"):
        item = entry(row["form"], "body_name")
        item.name, item.source_kind = row["name"], row["source_kind"]
        item.side = item.side or row["side"] or None
    for form, name, side, source_kind, office, since, until, _ in _read_rows("people"):
        item = entry(form, "person")
        item.people = (*item.people, Person(name, side or None, source_kind, office, since, until))
        item.name = item.name or name
        item.side = item.side or side or None
        item.source_kind = item.source_kind or source_kind
    for form, country, _, _ in _read_rows("places"):
        item = entry(form, "place")
        item.place_country = item.place_country or country or None


def adjective_of(side: str) -> str:
    """The adjective of a side, or the side's own name where the tables have none.

    >>> adjective_of("Russia"), adjective_of("Hamas")
    ('Russian', 'Hamas')
    """
    return lexicon().adjectives.get(side, side)
