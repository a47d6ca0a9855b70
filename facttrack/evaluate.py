"""How well the extraction does: claims found in annotated passages, held against the claims that people found there.

A gold file is JSON Lines, one passage a line, as data/README.md describes it. A found claim matches a gold claim of the
same passage and kind if their offsets overlap; a silence or a denial, if both stand in the same sentence. From the
matches come precision, recall and F1; a field's accuracy is over the matched claims. `claim` is the share of gold
claims that were found with all of `CORE` right, and `record` is that as F1. A gold claim marked `optional` counts
neither for nor against.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from facttrack.claims import find_claims
from facttrack.dates import parse_date
from facttrack.documents import find_published
from facttrack.errors import InputError, UsageError
from facttrack.models import CLASSES, KINDS, OUTCOMES, QUALIFIERS, Claim, Document
from facttrack.sentences import find_sentences

__all__ = [
    "CORE",
    "FIELDS",
    "Band",
    "Evaluation",
    "Mistake",
    "Passage",
    "Tally",
    "calibration",
    "evaluate",
    "gold_span",
    "is_same_source",
    "read_gold",
    "render",
    "table_rows",
]

Gold = Mapping[str, Any]
"""A gold claim as it stands in the file; a field whose value is a list accepts any member."""
ErrorHandler = Callable[[InputError], object]
Path = str | os.PathLike[str]
Format = Literal["table", "json", "csv", "markdown"]

NUMBER = ("best", "low", "high")
FIELDS = (
    "number",
    "qualifier",
    "outcome",
    "victim_class",
    "victim_side",
    "source",
    "source_side",
    "source_kind",
    "scope",
    "part_of",
)
"""What is compared of a matched claim; `number` is best, low and high together, `source` the words of source_text."""
CORE = ("number", "outcome", "victim_class", "victim_side", "source_side")
"""The fields without which a row of the table misleads."""
FIELDS_OF_SILENCE = ("source", "source_side", "source_kind", "victim_side")
"""What is compared of a silence or a denial."""

MIN_SHARED_WORDS = 0.5
"""Share of the words of two sources, taken together, that both must have to name the same source."""
BANDS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.0)
"""Lower ends of the bands of confidence."""


# --- gold ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Passage:
    """A document with the claims that it makes; `file` and `line` say where it stands, `style` the sort of text."""

    document: Document
    claims: tuple[Gold, ...]
    style: str | None = None
    file: str = ""
    line: int = 0


def read_gold(path: Path, *, on_error: ErrorHandler | None = None) -> list[Passage]:
    r"""Read a gold file (`-` is standard input). The first fault is raised, or all go to `on_error`.

    A passage with a fault is left out, so that figures over the rest are not those of the file.

    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp(), "gold.jsonl")
    >>> size = file.write_text('{"id": "a1", "text": "Five died.", "claims": [{"kind": "denial", "anchor": "Six"}]}\n')
    >>> read_gold(file, on_error=lambda error: print(str(error).replace(str(file), "gold.jsonl")))
    gold.jsonl, line 1: a1, claim 0: the anchor 'Six' is not in the text; mend the claim
    []
    """
    name = "stdin" if path == "-" else os.fspath(path)
    report = on_error or _raise
    passages: list[Passage] = []
    lines_of: dict[str, int] = {}
    try:
        text = _read(path, name)
    except InputError as error:
        report(error)
        return []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        faults = []
        try:
            passage = _passage(line, name, number)
        except InputError as error:
            faults.append(error)
        else:
            same = lines_of.setdefault(passage.document.name, number)
            if same != number:
                what = f"{passage.document.name} stands on line {same} already"
                faults.append(InputError(name, what, line=number, hint="give each passage an id of its own"))
            faults += _faults(passage)
            if not faults:
                passages.append(passage)
        for fault in faults:
            report(fault)
    return passages


def _raise(error: InputError) -> None:
    raise error from None


def _read(path: Path, name: str) -> str:
    try:
        if path == "-":
            return sys.stdin.buffer.read().decode("utf-8-sig")
        with open(path, encoding="utf-8-sig", newline="\n") as file:
            return file.read()
    except UnicodeDecodeError:
        raise InputError(name, "not UTF-8", hint="save it as JSON Lines in UTF-8") from None
    except OSError as error:
        raise InputError(name, (error.strerror or "cannot be read").lower(), hint="check the path") from None


def _passage(line: str, name: str, number: int) -> Passage:
    hint = 'write {"id": …, "text": …, "published": …, "claims": […]}'
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError(name, "not valid JSON", line=number, hint="mend or delete the line") from None
    if not isinstance(record, dict):
        raise InputError(name, "not a JSON object", line=number, hint=hint)
    for key in ("id", "text"):
        if not isinstance(record.get(key), str) or not record[key].strip():
            raise InputError(name, f"no {key}", line=number, hint=hint)
    claims = record.get("claims")
    if not isinstance(claims, list) or not all(isinstance(claim, dict) for claim in claims):
        what = f"{record['id']}: claims is no list of objects"
        raise InputError(name, what, line=number, hint="write [] where the passage makes no claim")
    text, written = record["text"], record.get("published")
    published, origin = parse_date(str(written or "")), "metadata"
    if written and not published:
        what = f"{record['id']}: published is no date: {str(written)[:40]!r}"
        raise InputError(name, what, line=number, hint="write it as 2022-02-25")
    if not published:
        published, origin = find_published(text) or (None, "")
    outlet, title, url, style = (
        str(record[key]) if record.get(key) else None for key in ("outlet", "title", "url", "style")
    )
    document = Document(record["id"], text, published, origin or None, outlet, title, url)
    return Passage(document, tuple(claims), style, name, number)


def _faults(passage: Passage) -> Iterator[InputError]:
    """What is wrong with the claims of a passage."""
    for i, claim in enumerate(passage.claims):

        def fault(what: str, hint: str = "mend the claim", claim_number: int = i) -> InputError:
            place = f"{passage.document.name}, claim {claim_number}"
            return InputError(passage.file, f"{place}: {what}", line=passage.line, hint=hint)

        anchor, nth = claim.get("anchor"), claim.get("nth", 1)
        if not isinstance(anchor, str) or not anchor:
            yield fault("no anchor", "write the number phrase as printed")
        elif not isinstance(nth, int) or nth < 1:
            yield fault(f"nth {nth!r}", "write a whole number from 1 up")
        elif gold_span(passage.document.text, claim) is None:
            yield fault(f"the anchor {anchor!r} is not in the text" + (f" {nth} times" if nth > 1 else ""))
        if claim.get("kind") not in KINDS:
            yield fault(f"kind {claim.get('kind')!r}", f"write one of {', '.join(KINDS)}")
        if claim.get("kind") == "count":
            for key, values in (("qualifier", QUALIFIERS), ("outcome", OUTCOMES), ("victim_class", CLASSES)):
                if not all(value in values for value in _options(claim.get(key))):
                    yield fault(f"{key} {claim.get(key)!r}", f"write one of {', '.join(values)}")
            stated = [value for key in NUMBER for value in _options(claim.get(key)) if not _is_blank(value)]
            if not stated and "vague" not in _options(claim.get("qualifier")):
                yield fault("a count without a number", "write best, low or high")
            if not all(map(_is_number, stated)):
                yield fault("a number that is none", "write best, low and high as whole numbers")
        part = claim.get("part_of")
        if part is not None and not (isinstance(part, int) and 0 <= part < len(passage.claims)):
            yield fault(f"part_of {part!r}", "write the place of the whole in the passage's claims, from 0 up")


def gold_span(text: str, claim: Gold) -> tuple[int, int] | None:
    """Where the anchor of a gold claim stands in the text of its passage; None if it does not."""
    at = -1
    for _ in range(claim.get("nth", 1)):
        at = text.find(claim["anchor"], at + 1)
        if at < 0:
            return None
    return at, at + len(claim["anchor"])


# --- one field -----------------------------------------------------------------------------------------------------


def _options(value: Any) -> list[Any]:
    """The values that a gold field accepts."""
    return value if isinstance(value, list) else [value]


def _is_blank(value: object) -> bool:
    return value is None or str(value).strip() in ("", "None", "nan", "NaN", "<NA>", "NaT")


def _number(value: Any) -> int | None:
    return None if _is_blank(value) else round(float(value))


def _is_number(value: Any) -> bool:
    try:
        return _number(value) is not None
    except (TypeError, ValueError, OverflowError):
        return False


_EMPTY_WORDS = frozenset(("the", "a", "an", "of", "s", "its"))


def _words(value: object) -> set[str]:
    return set() if _is_blank(value) else set(re.findall(r"\w+", str(value).lower())) - _EMPTY_WORDS


def is_right(name: str, gold: Gold, claim: Claim, pairs: Mapping[int, Claim]) -> bool | None:
    """Whether a found claim has the gold claim's value of a field; None where the gold does not say."""
    if name == "number":
        return all(
            any(_number(value) == _number(getattr(claim, key)) for value in _options(gold.get(key))) for key in NUMBER
        )
    if name == "part_of":
        whole = gold.get("part_of")
        if whole is None:
            return _is_blank(claim.part_of)
        return whole in pairs and not _is_blank(claim.part_of) and pairs[whole].claim_id == claim.part_of
    if name == "source":
        return any(is_same_source(value, claim.source_text) for value in _options(gold.get("source_text")))
    if name not in gold:
        return None
    found = "" if (value := getattr(claim, name)) is None else str(value)
    return any(
        (_is_blank(value) and _is_blank(found)) or str(value).strip().lower() == found.strip().lower()
        for value in _options(gold[name])
    )


def is_same_source(wanted: str | None, given: str | None) -> bool:
    """Whether two ways to write a source share half of their words; None is the outlet's own voice."""
    return _share_words(_words(wanted), _words(given))


def _share_words(wanted: set[str], given: set[str]) -> bool:
    if not wanted or not given:
        return not wanted and not given
    return len(wanted & given) / len(wanted | given) >= MIN_SHARED_WORDS


# --- one passage ---------------------------------------------------------------------------------------------------

# The gold's own idea of a sentence: what is measured must not depend on the rules that are measured.
_BREAK = re.compile(
    r"(?<![ap]\.m)(?<!\b(?:Mr|Ms|Dr|St|Lt|No))(?<!\b(?:Mrs|Gen|Col|Maj|Sgt))(?<!\b(?:Brig|Capt))[.!?][”\"’']? |\n"
)


def _sentence_start(text: str, at: int) -> int:
    return max((found.end() for found in _BREAK.finditer(text, 0, at)), default=0)


def match_claims(passage: Passage, claims: Iterable[Claim]) -> tuple[dict[int, Claim], list[Claim]]:
    """The found claim of each gold claim, by its place in the passage's claims, and the found claims left over."""
    text, free = passage.document.text, list(claims)
    pairs: dict[int, Claim] = {}
    for i, gold in sorted(enumerate(passage.claims), key=lambda pair: bool(pair[1].get("optional"))):
        start, end = gold_span(text, gold) or (0, 0)
        best: tuple[tuple[object, ...], Claim] | None = None
        for claim in free:
            if claim.kind != gold["kind"]:
                continue
            overlaps = claim.start < end and start < claim.end
            if not overlaps and (
                gold["kind"] == "count" or _sentence_start(text, claim.start) != _sentence_start(text, start)
            ):
                continue
            quality = (
                is_right("outcome", gold, claim, {}) is not False,
                is_right("number", gold, claim, {}),
                overlaps,
                -abs(claim.start - start),
            )
            if best is None or quality > best[0]:
                best = (quality, claim)
        if best:
            pairs[i] = best[1]
            free.remove(best[1])
    return pairs, free


# --- the whole -----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Tally:
    """Counts over some passages, and the figures that follow from them.

    `whole` is the number of found claims with all of `CORE` right; `judged` and `right` count by field.

    >>> tally = Tally(passages=2, found=3, missed=1, extra=0, whole=3)
    >>> tally.gold, tally.precision, tally.recall, round(tally.f1, 4), tally.claim
    (4, 1.0, 0.75, 0.8571, 0.75)
    """

    passages: int = 0
    found: int = 0
    missed: int = 0
    extra: int = 0
    whole: int = 0
    judged: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    @property
    def gold(self) -> int:
        return self.found + self.missed

    @property
    def precision(self) -> float:
        return _share(self.found, self.found + self.extra)

    @property
    def recall(self) -> float:
        return _share(self.found, self.gold)

    @property
    def f1(self) -> float:
        return _f1(self.precision, self.recall)

    @property
    def claim(self) -> float:
        return _share(self.whole, self.gold)

    @property
    def record(self) -> float:
        return _f1(_share(self.whole, self.found + self.extra), self.claim)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error. `what` is the field that is wrong, `missed` or `extra`; `anchor` the number as the gold or, if extra,
    the found claim has it; `wanted` and `given` are values of that field, as JSON would hold them.
    """

    file: str
    line: int
    passage: str
    what: str
    anchor: str
    wanted: Any
    given: Any
    sentence: str

    def __str__(self) -> str:
        if self.what in ("missed", "extra"):
            return f"{self.passage}  {self.what}  {self.anchor!r}  in {self.sentence!r}"
        wanted, given = (json.dumps(value, ensure_ascii=False) for value in (self.wanted, self.given))
        return f"{self.passage}  {self.what}  {self.anchor!r}  want {wanted} got {given}"


@dataclass(frozen=True, slots=True)
class Band:
    """The counts found with a confidence of at least `low` and below `high`, and how many have all of `CORE` right.

    A row that is in no gold claim is wrong; one that matches an optional claim is not counted. `low` is None for the
    rows without a confidence; `high` is None for the uppermost band.
    """

    low: float | None
    high: float | None
    rows: int
    right: int

    @property
    def name(self) -> str:
        if self.low is None:
            return "none"
        return f"{self.low:.1f} or more" if self.high is None else f"{self.low:.1f} to {self.high:.1f}"

    @property
    def share(self) -> float:
        return _share(self.right, self.rows)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What `evaluate` measured: tallies in all and by kind, style and file, the mistakes in the order of the passages,
    and the bands of confidence. A style that a passage does not name is "".
    """

    total: Tally
    by_kind: Mapping[str, Tally]
    by_style: Mapping[str, Tally]
    by_file: Mapping[str, Tally]
    mistakes: tuple[Mistake, ...]
    bands: tuple[Band, ...]

    @property
    def figures(self) -> dict[str, Any]:
        """The figures by name: counts, precision, recall, F1, the accuracy of each field, `claim`, `record`, kinds."""
        total = self.total
        names = ("passages", "gold", "found", "missed", "extra", "precision", "recall", "f1")
        return {
            **{name: getattr(total, name) for name in names},
            **{f"{name}_accuracy": total.right[name] / total.judged[name] for name in FIELDS if total.judged[name]},
            "claim": total.claim,
            "record": total.record,
            "by_kind": {
                kind: {name: count for name in ("found", "missed", "extra") if (count := getattr(tally, name))}
                for kind, tally in self.by_kind.items()
            },
        }

    @property
    def table(self) -> list[dict[str, Any]]:
        """All that was measured, one row a tally, field or band; None where a column has no meaning."""
        groups = [("all", {"": self.total}), ("kind", self.by_kind), ("style", self.by_style), ("file", self.by_file)]
        columns = ("passages", "gold", "found", "missed", "extra", "precision", "recall", "f1", "claim", "record")
        rows: list[dict[str, Any]] = [
            {"by": by, "name": name} | {column: getattr(tally, column) for column in columns}
            for by, tallies in groups
            for name, tally in tallies.items()
        ]
        for row in rows:
            if row["by"] == "kind":
                row["passages"] = None
        right, judged = self.total.right, self.total.judged
        rows += [_accuracy("field", name, judged[name], right[name]) for name in FIELDS if judged[name]]
        rows += [_accuracy("confidence", band.name, band.rows, band.right) for band in self.bands]
        return [{column: row.get(column) for column in TABLE_COLUMNS} for row in rows]


TABLE_COLUMNS = (
    *("by", "name", "passages", "gold", "found", "missed", "extra", "precision", "recall", "f1", "claim", "record"),
    *("judged", "right", "accuracy"),
)
"""Columns of `Evaluation.table`."""


def _accuracy(by: str, name: str, judged: int, right: int) -> dict[str, Any]:
    return {"by": by, "name": name, "judged": judged, "right": right, "accuracy": _share(right, judged)}


def evaluate(passages: Iterable[Passage], *, find: Callable[[Document], Iterable[Claim]] = find_claims) -> Evaluation:
    """Find the claims of each passage, as an article with its date as metadata, and hold them against its gold.

    >>> gold = {"kind": "count", "anchor": "137", "best": 137, "low": 137, "high": 137, "outcome": "killed"}
    >>> found = evaluate([Passage(Document("a1", "Kyiv said 137 soldiers had been killed."), (gold,))])
    >>> found.figures["f1"], found.figures["number_accuracy"], found.total.missed
    (1.0, 1.0, 0)
    """
    total = Tally()
    kinds: dict[str, Tally] = {}
    styles: dict[str, Tally] = {}
    files: dict[str, Tally] = {}
    mistakes: list[Mistake] = []
    rows: list[tuple[float | None, bool]] = []
    for passage in passages:
        here = (total, styles.setdefault(passage.style or "", Tally()), files.setdefault(passage.file, Tally()))
        for tally in here:
            tally.passages += 1
        pairs, left = match_claims(passage, find(passage.document))
        for i, gold in enumerate(passage.claims):
            if gold.get("optional"):
                continue
            tallies = (*here, kinds.setdefault(gold["kind"], Tally()))
            claim = pairs.get(i)
            if claim is None:
                for tally in tallies:
                    tally.missed += 1
                mistakes.append(_missed(passage, gold))
                continue
            answers = {name: is_right(name, gold, claim, pairs) for name in _compared(gold["kind"])}
            wrong = [name for name, answer in answers.items() if answer is False]
            good = not set(wrong) & set(CORE)
            for tally in tallies:
                tally.found += 1
                tally.whole += good
                tally.judged.update(name for name, answer in answers.items() if answer is not None)
                tally.right.update(name for name, answer in answers.items() if answer)
            mistakes += [_wrong(passage, gold, claim, name) for name in wrong]
            if claim.kind == "count":
                rows.append((claim.confidence, good))
        for claim in left:
            for tally in (*here, kinds.setdefault(claim.kind, Tally())):
                tally.extra += 1
            mistakes.append(_extra(passage, claim))
            if claim.kind == "count":
                rows.append((claim.confidence, False))
    return Evaluation(
        total,
        dict(sorted(kinds.items())),
        dict(sorted(styles.items())),
        files,
        tuple(mistakes),
        tuple(_bands(rows)),
    )


def calibration(
    passages: Iterable[Passage], *, find: Callable[[Document], Iterable[Claim]] = find_claims
) -> tuple[Band, ...]:
    """How far `Claim.confidence` can be trusted: the counts found, by band of confidence, surest first.

    >>> gold = {"kind": "count", "anchor": "137", "best": 137, "low": 137, "high": 137, "outcome": "killed"}
    >>> passage = Passage(Document("a1", "Kyiv said 137 soldiers had been killed."), (gold,))
    >>> [(band.rows, band.right) for band in calibration([passage])]
    [(1, 1)]
    """
    return evaluate(passages, find=find).bands


def _compared(kind: str) -> tuple[str, ...]:
    return FIELDS if kind == "count" else tuple(name for name in FIELDS if name in FIELDS_OF_SILENCE)


def _bands(rows: Sequence[tuple[float | None, bool]]) -> Iterator[Band]:
    """The bands that hold a row."""
    for low, high in (*zip(BANDS, (None, *BANDS), strict=False), (None, None)):
        inside = [
            good
            for confidence, good in rows
            if (confidence is None and low is None)
            or (
                confidence is not None and low is not None and low <= confidence and (high is None or confidence < high)
            )
        ]
        if inside:
            yield Band(low, high, len(inside), sum(inside))


# --- mistakes ------------------------------------------------------------------------------------------------------


def _missed(passage: Passage, gold: Gold) -> Mistake:
    return _mistake(passage, "missed", gold["anchor"], None, None, _gold_sentence(passage, gold))


def _extra(passage: Passage, claim: Claim) -> Mistake:
    return _mistake(passage, "extra", claim.number_text, None, None, claim.sentence)


def _wrong(passage: Passage, gold: Gold, claim: Claim, name: str) -> Mistake:
    wanted: Any
    given: Any
    if name == "number":
        wanted, given = {key: gold.get(key) for key in NUMBER}, {key: getattr(claim, key) for key in NUMBER}
    elif name == "source":
        wanted, given = gold.get("source_text"), claim.source_text
    else:
        wanted, given = gold.get(name), getattr(claim, name)
    return _mistake(passage, name, gold["anchor"], wanted, given, claim.sentence)


def _mistake(passage: Passage, what: str, anchor: str, wanted: Any, given: Any, sentence: str) -> Mistake:
    return Mistake(passage.file, passage.line, passage.document.name, what, anchor, wanted, given, sentence)


def _gold_sentence(passage: Passage, gold: Gold) -> str:
    start, _ = gold_span(passage.document.text, gold) or (0, 0)
    sentences = find_sentences(passage.document.text)
    return next((sentence.text for sentence in sentences if sentence.start <= start < sentence.end), "")


# --- writing it ----------------------------------------------------------------------------------------------------


def render(
    evaluation: Evaluation,
    format: Format = "table",  # noqa: A002
    *,
    errors: int = 0,
    with_calibration: bool = False,
) -> str:
    """An evaluation as text: tables for people, or `json` with the figures, all rows of the table, and the errors.

    `errors` is the number of mistakes to show. Raises `UsageError` if there is no such format; CSV is the table's rows,
    which `table.write_rows` writes.
    """
    shown = evaluation.mistakes[:errors]
    if format == "json":
        data = evaluation.figures | {"table": [row for row in evaluation.table if _is_shown(row, with_calibration)]}
        if errors:
            names = Mistake.__slots__
            data["errors"] = [{name: getattr(mistake, name) for name in names} for mistake in shown]
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    if format not in ("table", "markdown"):
        raise UsageError(f"{format} is no format for an evaluation; choose table, json, csv or markdown")
    write = _plain_table if format == "table" else _markdown_table
    parts = [write(titles, cells) for titles, cells in _sections(evaluation, with_calibration)]
    if errors:
        parts.append("".join(f"{'- ' if format == 'markdown' else ''}{_one_line(str(m))}\n" for m in shown))
    return "\n".join(part for part in parts if part)


def table_rows(evaluation: Evaluation, *, with_calibration: bool = False) -> list[list[str]]:
    """The rows of `Evaluation.table` as the cells of a CSV, the header first."""
    rows = [row for row in evaluation.table if _is_shown(row, with_calibration)]
    return [
        list(TABLE_COLUMNS),
        *(["" if row[name] is None else str(row[name]) for name in TABLE_COLUMNS] for row in rows),
    ]


def _is_shown(row: Mapping[str, Any], with_calibration: bool) -> bool:
    return with_calibration or row["by"] != "confidence"


_COUNTED = ("passages", "gold", "found", "missed", "extra", "precision", "recall", "f1", "claim", "record")
_JUDGED = ("judged", "right", "accuracy")


def _sections(evaluation: Evaluation, with_calibration: bool) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The tables to print, as titles and cells; a table that would only repeat the first one is left out."""
    rows = evaluation.table
    for by, columns in (("all", _COUNTED), ("field", _JUDGED), ("kind", _COUNTED[1:]), ("style", _COUNTED)):
        inside = [row for row in rows if row["by"] == by]
        if by == "style" and [row["name"] for row in inside] == [""]:
            continue
        if by == "all" and len(evaluation.by_file) > 1:
            inside = [row for row in rows if row["by"] == "file"] + inside
        yield _titled(by, columns), [_cells(row, columns) for row in inside]
    if with_calibration:
        inside = [row for row in rows if row["by"] == "confidence"]
        yield _titled("confidence", _JUDGED), [_cells(row, _JUDGED) for row in inside]


def _titled(by: str, columns: Sequence[str]) -> list[str]:
    return ["" if by == "all" else by, *("F1" if name == "f1" else name for name in columns)]


def _cells(row: Mapping[str, Any], columns: Sequence[str]) -> list[str]:
    name = _one_line(row["name"]) or ("all" if row["by"] == "all" else "-")
    if row["by"] == "field" and name in CORE:
        name += " (core)"
    values = (row[column] for column in columns)
    return [name, *(f"{value:.4f}" if isinstance(value, float) else f"{value:,}" for value in values)]


def _plain_table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    rooms = [max(map(len, column)) for column in zip(titles, *rows, strict=True)]
    lines = [titles, ["-" * room for room in rooms], *rows]
    return "".join(
        "  ".join(
            cell.rjust(room) if i else cell.ljust(room) for i, (cell, room) in enumerate(zip(line, rooms, strict=True))
        )
        + "\n"
        for line in lines
    )


def _markdown_table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    rule = [":--", *("--:" for _ in titles[1:])]
    escaped = ([cell.replace("|", "\\|") for cell in row] for row in rows)
    return "".join(f"| {' | '.join(line)} |\n" for line in (titles, rule, *escaped))


def _one_line(text: str) -> str:
    """Text from a gold file, plain and on one line: no control codes reach a terminal."""
    return "".join(char if char.isprintable() else " " for char in text)
