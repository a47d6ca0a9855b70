"""The words that the grammar knows: the only module that opens data/lexicon.

Every table is a CSV file with a header; each row has an `example` that contains the row's `form`. A form may stand in
several tables ("police" are victims and a source): it then has several *senses*, and one letter, its *class*, by
which the patterns of the grammar know it. `CLASSES` lists the letters.
"""

from __future__ import annotations

import csv
import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from facttrack.errors import LexiconError
from facttrack.sentences import find_tokens

__all__ = [
    "ARMED_GROUPS",
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
    "names": ("name", "kind", "people"),
    "namesakes": ("name", "side", "country"),
    "numbers": ("form", "value", "kind", "example"),
    "people": ("form", "name", "side", "source_kind", "office", "since", "until", "example"),
    "peoples": ("people", "sides"),
    "places": ("form", "country", "kind", "example"),
    "roles": ("form", "type", "source_kind", "example"),
    "sides": ("form", "side", "role", "example"),
    "wars": ("side", "opponent", "since", "until", "theatre", "example"),
    "weights": ("decision", "sign", "weight"),
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

NAMES = ("sides", "groups", "bodies", "people", "places")
"""The tables of names, the one that is believed first."""
PLACING = {"sides": 1, "groups": 1, "bodies": 2, "people": 2, "places": 1}
"""Which cell of their rows tells the side, or the country."""
ARMED_GROUPS = frozenset({"insurgent", "militia", "separatist"})
"""Kinds of group that rule no country."""
PROPER = frozenset({"side_name", "side_adjective", "person", "body_name", "place", "calendar", "seat", "court_seat"})
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

    def __init__(self, entries: Entries, names: Names) -> None:
        self.entries, self.names = entries, names
        by_first: dict[str, list[Item]] = defaultdict(list)
        for item in entries.items():
            by_first[item[0][0]].append(item)
        self.common = Forms(lambda first: by_first.get(first, ()))
        self.proper = Forms(names.beginning)
        self.upper = Forms(names.shouted)
        """The names in capitals."""
        self.adjectives: dict[str, str] = {}
        self.groups: dict[str, tuple[str, tuple[str, ...]]] = {}
        self.lands: set[str] = set()
        """The sides that bear the name of a place in another's country: breakaway republics."""
        self.right: dict[tuple[str, str], float] = {}
        """Which share of the gold rows that a rule made was right, by stage and rule."""
        self.weights: dict[str, dict[str, float]] = {}
        """What each sign is worth for each decision that is weighed."""
        self.wars: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self.theatres: dict[frozenset[str], str] = {}
        """The one country in which two sides of `wars` fight or fought, where there is one that not all wars tell."""

    def match(self, words: list[str], lows: list[str], at: int, capitals: bool) -> tuple[Entry, int] | None:
        """The entry of the longest form at token `at`, and how many tokens it has; of equal length, the name."""
        best = _longest(self.common, lows, at)
        name = _longest(self.upper if capitals else self.proper, words, at)
        if name is not None and (best is None or name[1] > best[1] or (name[1] == best[1] and not capitals)):
            return name
        if not capitals and words[at].isupper():
            shouted = _longest(self.upper, words, at)  # "TEL AVIV: …", "ARMED FORCES OF THE PHILIPPINES: …"
            length = best[1] if best is not None else 0
            if shouted is not None and (shouted[1] > max(1, length) or (not length and is_shouted(words[at]))):
                return shouted
        return best

    def common_word(self, word: str) -> Entry | None:
        """The entry of a word that is no name, by itself."""
        found = _longest(self.common, [word.lower()], 0)
        return found[0] if found is not None else None

    def seconds(self, word: str, low: str, capitals: bool) -> frozenset[str]:
        """The words, in lower case, that can go on a form that begins with a word."""
        branches = [self.common[low], self.upper[word] if capitals else self.proper[word]]
        if not capitals and word.isupper() and len(word) > 1:
            branches.append(self.upper[word])
        return frozenset(second.lower() for branch in branches for second in branch if second)


def is_shouted(word: str) -> bool:
    """Whether a word may be a name all in capitals, as in a dateline: "KYIV, March 2".

    >>> is_shouted("KYIV"), is_shouted("UN"), is_shouted("Kyiv")
    (True, False, False)
    """
    return len(word) > MIN_SHOUTED and word.isupper()


Item = tuple[tuple[str, ...], Entry]
"""A form by its tokens, and its entry."""
Entries = dict[tuple[str, ...], Entry]
"""The entries of forms by their tokens."""
Rows = list[tuple[int, list[str], Entry]]
"""Forms, the longest first: number of tokens, those after the second, entry."""


MAX_FORMS = 200_000
"""Words of which is known what begins with them, mostly nothing: hostile text cannot fill memory."""


class Forms(dict[str, dict[str, Rows]]):
    """Forms by their first and their second token, which is empty for a single word; sorted when they are asked for."""

    def __init__(self, beginning: Callable[[str], Sequence[Item]]) -> None:
        super().__init__()
        self.beginning = beginning

    def __missing__(self, first: str) -> dict[str, Rows]:
        items = self.beginning(first)
        branch: dict[str, Rows] = {}
        if len(self) < MAX_FORMS:
            self[first] = branch
        for key, entry in sorted(items, key=lambda item: -len(item[0])):
            branch.setdefault(key[1] if len(key) > 1 else "", []).append((len(key), list(key[2:]), entry))
        return branch


class Names:
    """The rows of the tables of names by the letters with which they begin, and the entries of those asked for.

    Of thirty thousand names a text asks for a few hundred: making an entry of each is most of the time of a short run.
    """

    def __init__(self, rows: Iterable[tuple[str, list[str]]]) -> None:
        self.rows: dict[str, list[tuple[int, str, list[str]]]] = {}
        """Number of the row, table and cells, by the letters with which the form begins."""
        known = self.rows
        for number, (table, cells) in enumerate(rows):
            head = _head(cells[0])
            if head in known:
                known[head].append((number, table, cells))
            else:
                known[head] = [(number, table, cells)]
        self.made: dict[str, dict[str, list[tuple[int, Item]]]] = {}
        """The entries so far with the numbers of their first rows, by the letters and the first token of the form."""

    @cached_property
    def heads(self) -> dict[str, list[str]]:
        """The letters with which names begin, by the same in capitals."""
        heads: dict[str, list[str]] = defaultdict(list)
        for head in self.rows:
            heads[head.upper()].append(head)
        return heads

    def beginning(self, first: str) -> list[Item]:
        """The names that begin with a token, as they are written; newspapers write Nato and Unicef too."""
        items = [item for _, item in self._items(_head(first)).get(first, ())]
        acronym = first.upper()
        if first == acronym or len(first) <= MIN_SHOUTED or first != first.capitalize():
            return items
        if not any(key == (first,) for key, _ in items):
            shouted = self._items(_head(acronym)).get(acronym, ())
            items += [((first,), entry) for _, (key, entry) in shouted if key == (acronym,)]
        return items

    def shouted(self, first: str) -> list[Item]:
        """The names that begin with a token when they are written in capitals; of two that look alike the first."""
        items: Entries = {}
        for _, (key, entry) in sorted(
            (
                found
                for head in self.heads.get(_head(first).upper(), ())
                for begun in self._items(head).values()
                for found in begun
            ),
            key=lambda found: found[0],
        ):
            capitals = tuple(word if word == "'s" else word.upper() for word in key)
            if capitals[0] == first:
                items.setdefault(capitals, entry)
        return list(items.items())

    def placed(self) -> Iterator[str]:
        """The forms that belong to a side or lie in a country."""
        for rows in self.rows.values():
            for _, table, cells in rows:
                if table in PLACING and cells[PLACING[table]]:
                    yield cells[0]

    def nations(self) -> Iterator[str]:
        """The forms that name people by their side: "Ukrainian", "Ethiopians"."""
        for rows in self.rows.values():
            for _, table, cells in rows:
                if "role" in TABLES[table] and cells[TABLES[table].index("role")] in ("adjective", "demonym"):
                    yield cells[0]

    def _items(self, head: str) -> dict[str, list[tuple[int, Item]]]:
        """The entries of the names that begin with some letters, as `made` has them."""
        made = self.made.get(head)
        if made is None:
            if head not in self.rows:
                return {}
            entries: dict[tuple[str, ...], tuple[int, Entry]] = {}
            for number, table, cells in self.rows[head]:
                key = _key(cells[0])
                if key not in entries:
                    entries[key] = (number, Entry(cells[0]))
                _describe_name(entries[key][1], table, cells)
            made = self.made[head] = {}
            for key, (number, entry) in entries.items():
                entry.cls = _class_of(entry.senses)
                made.setdefault(key[0], []).append((number, (key, entry)))
        return made


def _head(form: str) -> str:
    """The letters with which a form, or its first token, begins.

    >>> _head("al-Shabaab"), _head("Kyiv"), _head("17th Brigade")
    ('al', 'Kyiv', '')
    """
    first, _, _ = form.partition(" ")
    if first.isalpha():
        return first
    for at, letter in enumerate(form):
        if not letter.isalpha():
            return form[:at]
    return form


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
            width = len(columns)
            for row in filter(None, reader):  # a DictReader takes twice as long
                if len(row) != width:
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
    names: list[tuple[str, list[str]]] = []

    def entry(form: str, sense: str) -> Entry:
        key = tuple([word.lower() for word in _key(form)])
        found = common.get(key)
        if found is None:
            found = common[key] = Entry(form)
        found.senses = _with(found.senses, sense)
        return found

    for word in _read_rows("context"):
        if word[1] in PROPER:
            names.append(("context", word))
        else:
            entry(word[0], word[1])
    _read_grammar(entry)
    for item in common.values():
        item.cls = _class_of(item.senses)
    for table in NAMES:
        names += [(table, row) for row in _read_rows(table)]
    made = Lexicon(common, Names(names))
    for row in read_rules():
        made.right[row["stage"], row["rule"]] = float(row["right"])
    for decision, sign, weight in _read_rows("weights"):
        made.weights.setdefault(decision, {})[sign] = float(weight)
    for row in read_table("wars"):
        made.wars[row["side"]].append((row["opponent"], row["since"], row["until"]))
        if row["theatre"]:
            made.theatres[frozenset((row["side"], row["opponent"]))] = row["theatre"]
    states: set[str] = set()
    for table, cells in names:
        if table == "places":
            if cells[0] in made.groups or (cells[0] in states and cells[0] != cells[1]):
                made.lands.add(cells[0])
            continue
        if table == "sides":
            form, side, role, _ = cells
            states.add(side)
        elif table == "groups":
            form, side, country, role, kind, _ = cells
            if side in states:  # a state's own militia speaks for the state
                continue
            made.groups.setdefault(side, (kind, tuple(filter(None, country.split("|")))))
        else:
            continue
        if role == "adjective" and not form.endswith(("-led", "-run")):  # "Taliban-led officials", not fighters
            made.adjectives.setdefault(side, form)
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


def _describe_name(item: Entry, table: str, cells: list[str]) -> None:
    """Adds to an entry what a row of a table of names says; the first table that says something of it is believed."""
    match table:
        case "context":
            item.senses = _with(item.senses, cells[1])
        case "sides":
            _, side, role, _ = cells
            item.senses = _with(item.senses, "side_adjective" if role in ("adjective", "demonym") else "side_name")
            item.side, item.side_role = side, role
            if role in ("name", "capital"):
                item.place_country = side
        case "groups":
            _, side, country, role, kind, _ = cells
            item.senses = _with(item.senses, "side_adjective" if role == "adjective" else "side_name")
            if item.side is None:
                item.side, item.side_role, item.group_kind = side, role, kind
                item.country = tuple(filter(None, country.split("|")))
        case "bodies":
            _, name, side, source_kind, _ = cells
            item.senses = _with(item.senses, "body_name")
            item.name, item.source_kind = name, source_kind
            item.side = item.side or side or None
        case "people":
            _, name, side, source_kind, office, since, until, _ = cells
            item.senses = _with(item.senses, "person")
            item.people = (*item.people, Person(name, side or None, source_kind, office, since, until))
            item.name = item.name or name
            item.side = item.side or side or None
            item.source_kind = item.source_kind or source_kind
        case "places":
            item.senses = _with(item.senses, "place")
            item.place_country = item.place_country or cells[1] or None


def adjective_of(side: str) -> str:
    """The adjective of a side, or the side's own name where the tables have none.

    >>> adjective_of("Russia"), adjective_of("Hamas"), adjective_of("Taliban")
    ('Russian', 'Hamas', 'Taliban')
    """
    return lexicon().adjectives.get(side, side)
