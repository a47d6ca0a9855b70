"""The two things that travel down the pipeline: a `Document` goes in, `Claim`s come out.

Both are frozen. The fields of `Claim`, in this order, are the columns of the claims table and of every CSV.
Unknown is None, never 0 and never an empty string; spans are half-open character offsets into `Document.text`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any

__all__ = ["Claim", "Document", "Span"]

KINDS = ("count", "no_count", "denial")
QUALIFIERS = ("exact", "approximate", "at_least", "more_than", "at_most", "fewer_than", "range", "vague")
OUTCOMES = ("killed", "wounded", "missing", "captured", "casualties")
CLASSES = ("combatant", "civilian", "unspecified")
SOURCE_KINDS = (
    "official",
    "military",
    "emergency",
    "international",
    "monitor",
    "media",
    "witness",
    "unnamed",
    "narrator",
)
SCOPES = ("incident", "period", "cumulative", "unknown")
DATE_ORIGINS = ("metadata", "dateline", "text")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of `Document.text`, and its role: `number`, `victims`, `cue`, `source` or `outcome`."""

    role: str
    start: int
    end: int

    def __reduce__(self) -> tuple[Any, ...]:
        """From one process to another by its values alone, in half the time that a dataclass takes by itself."""
        return Span, (self.role, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """One article, as the user can see it.

    `name` is what the table's column `document` shows: the path of a file, or the `id` of a JSON line.

    >>> article = Document("day2.txt", "Kyiv said 137 people had died.", dt.date(2022, 2, 25), "metadata")
    >>> article.document_id
    'd4018b724f79'
    """

    name: str
    text: str
    published: dt.date | None = None
    published_from: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None

    @property
    def document_id(self) -> str:
        """Twelve hexadecimal digits from what the article says, not from where it lies: the same everywhere."""
        parts = (self.text, self.published.isoformat() if self.published else "", self.outlet or "", self.url or "")
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that people were killed, wounded, missing or captured, or that a party gives no such number.

    The codebook in CONTRIBUTING.md says how each field is coded. `rules` names the rules that made the claim, and
    `spans` the words that they used; both are what `facttrack explain` prints. `confidence` is between 0 and 1.
    """

    claim_id: str
    kind: str
    number_text: str
    best: int | None
    low: int | None
    high: int | None
    qualifier: str | None
    outcome: str | None
    victims: str | None
    victim_class: str | None
    victim_side: str | None
    part_of: str | None
    source: str | None
    source_text: str | None
    source_side: str | None
    source_kind: str | None
    via: str | None
    published: dt.date | None
    published_from: str | None
    as_of: dt.date | None
    since: dt.date | None
    scope: str | None
    place: str | None
    outlet: str | None
    title: str | None
    url: str | None
    document: str
    document_id: str
    sentence: str
    start: int
    end: int
    confidence: float | None
    rules: tuple[str, ...] = ()
    spans: tuple[Span, ...] = field(default=(), compare=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return Claim, _values(self)


_values = attrgetter(*(one.name for one in fields(Claim)))
