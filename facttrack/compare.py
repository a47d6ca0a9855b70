"""Claim and counterclaim, or the lack of one.

`compare` lays each count of a claims table beside the figure that another side gives for the same victims, outcome,
scope and time, or beside the words in which the other side refuses one. It reads the table and adds to it; it never
changes what a text said. For each claim, once it is known who fights whom (wars.py), which figures can stand beside
which (figures.py) and which silences and denials answer it (answers.py), `_judge` takes the nearest figure of each
other side and gives the verdict.

Every tuned number is a constant, here or there, with its unit and its reason.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from facttrack.answers import Silences
from facttrack.figures import COMPARED_AS, Figure, Index, Row, figures_of, limits_of, may_answer, rows_of, subject_of
from facttrack.wars import ACCUSING_KINDS, BODIES, Evidence, Wars, group_of

__all__ = ["COMPARISON_COLUMNS", "SPEAKS_OF", "STATUSES", "compare"]

STATUSES = ("corroborated", "contested", "denied", "withheld", "unanswered")
SPEAKS_OF = ("own", "enemy", "third party", "other side", "outlet")

SAME_NEWS_DAYS = 1
"""A figure this near, in days, answers a claim although the claim's own document calls the other side silent. A figure
from farther off does not: on the day of the claim there was none, and the status says so."""
MAX_THIRD_PARTIES = 3
"""Figures of third parties shown beside one claim, the nearest first."""

COMPARISON_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("subject", "string", "whose loss it is, in words: 'Russian combatants killed'"),
    (
        "war",
        "string",
        "the sides of the war that it belongs to, sorted: 'Russia – Ukraine'; without one the victims' side",
    ),
    (
        "speaks_of",
        "category",
        "whose losses the source speaks of: own, enemy, third party, other side (not known which), outlet",
    ),
    (
        "compared_as",
        "category",
        "what it was taken for: a running total, one for a place (local), a period, an incident, a part, an addition",
    ),
    ("status", "category", "corroborated, contested, denied, withheld, unanswered"),
    ("counter_id", "string", "claim_id of the nearest counterclaim; empty where several are equally near"),
    (
        "counter_source",
        "string",
        "who makes it; several equally near are joined by 'or'; a corroborated claim shows one that overlaps",
    ),
    ("counter_side", "string", "the side that this source speaks for"),
    (
        "counter_number",
        "string",
        "its number, readable: '5,840', 'about 400'; of several sides equally near, each with its side",
    ),
    ("counter_date", "datetime64[s]", "the day for which it is claimed"),
    ("days_apart", "Int64", "days from the claim to the counterclaim; negative: the counterclaim is earlier"),
    ("ratio", "Float64", "the larger of the two numbers divided by the smaller, 1 or more; empty where one is 0"),
    ("gap", "Int64", "persons: the claim's number minus the counterclaim's; negative: the claim is lower"),
    ("partners", "Int64", "how many different figures were equally near; above 1 none of them is chosen"),
    ("third_parties", "string", "what further voices say, the nearest first: 'NATO 7,000–15,000 (2022-03-23)'"),
    ("silence", "string", "the words by which the other side denies or gives no count, with its name"),
    ("silence_id", "string", "claim_id of those words' row; of two, separated by a space"),
    ("exceeds_bound", "string", "a casualties figure that is smaller than this number of killed, which cannot be"),
    ("caveat", "string", "what the comparison had to assume: 'only one of them says combatants'"),
)

# The verdict on one claim -----------------------------------------------------------------------------------------


def compare(
    frame: pd.DataFrame, *, opposed: Iterable[tuple[str, str]] = (), whole: Evidence | None = None
) -> pd.DataFrame:
    """Lay every count of a claims table beside its counterclaim, or beside the lack of one.

    `frame` is a claims table (one row a claim; `published`, `as_of`, `since` dates). `opposed` may name pairs of sides
    known to fight each other, where the table alone does not show it (see `find_opponents`). `whole` is what a larger
    table shows of that, of which `frame` is a part: all its documents with a row about the losses of some sides. Of the
    rows about these sides the result is then the same as that of the larger table; the others are to be left aside.

    Returns a new frame: the rows of kind `count` in the table's order and with its index, all columns of the table,
    then those of `COMPARISON_COLUMNS` (name, dtype, meaning). Numbers are persons, `days_apart` is in days. The order
    of the documents does not change a result. The rules:

    - A counterclaim is a figure by another `source_side` on the same victims' side, outcome and kind of scope, with a
      fitting class. Each other side speaks through its figure nearest in time. Voices without a side (outlets,
      monitors, unnamed sources) are third parties, never counterclaims; two figures of one side are revisions.
    - The parties to the war (the victims' side and its opponents) decide the status. Only where none of them
      gives a figure do third sides, such as the United Nations, stand as counterclaims.
    - Running totals are matched within `MAX_CUMULATIVE_DAYS`, incidents by place within `MAX_INCIDENT_DAYS`, periods by
      start and end within `MAX_PERIOD_DAYS`.
    - A figure of unknown scope goes with running totals, unless it names a place, or stands among incidents
      (`INCIDENT_TEXT_SHARE`), or is too small for one (`MAX_FALL`, `MIN_TOTAL_SHARE`); in another document only if both
      state the same class, since a bare "10 died" may be an incident. With an incident or a period it goes only inside
      its document, for want of anything else, and if both name the same place or nobody there names any.
    - Undated figures meet only inside one document.
    - Places are the same if the words of one name hold the other's ("Yavoriv", "the Yavoriv range"). An
      incident without a place meets others of its document if that names one place at most.
    - A fragment (10 officers of 137; children, by `SUBGROUP_NOUNS`) meets only fragments with the same noun, and
      never its own whole; one that comes on top of a figure told before ("two more", "another 3") only its like.
    - `corroborated` if an interval overlaps, after `APPROXIMATE_TOLERANCE`, `OPEN_FACTOR` and `VAGUE_FACTOR`; else
      `contested`.
    - A figure that is given in a denial ("denied it, saying nine") stands beside what it denies, whatever the scope.
    - A denial or a silence in the claim's own document outranks that side's figures more than `SAME_NEWS_DAYS` away:
      on that day it gave none; a denial also outranks those of third sides. The later figure is still shown beside it,
      and a silence beside any figure.
    - Killed and casualties never meet, but `exceeds_bound` says where the killed outnumber a total of casualties.

    Raises `TableError` if a column is missing or a date cannot be read.

    >>> import datetime as dt
    >>> from facttrack.models import Claim
    >>> shared = dict.fromkeys(Claim.__dataclass_fields__) | dict(
    ...     kind="count", qualifier="exact", outcome="killed", victim_class="combatant", victim_side="Russia",
    ...     scope="cumulative", as_of=dt.date(2022, 3, 2), document="a.txt")
    >>> table = pd.DataFrame([
    ...     shared | dict(claim_id="a", best=498, source_side="Russia", source_kind="military"),
    ...     shared | dict(claim_id="b", best=5840, source_side="Ukraine", source_kind="military")])
    >>> compare(table)[["status", "counter_number", "ratio", "gap", "days_apart"]].to_dict("records")[0]
    {'status': 'contested', 'counter_number': '5,840', 'ratio': 11.73, 'gap': -5342, 'days_apart': 0}
    """
    rows = rows_of(frame)
    whole = whole or Evidence().read(rows)
    wars = Wars(rows, whole, opposed)
    figures = figures_of(rows, whole.sides)
    index, silences = Index(figures), Silences(rows, wars.opponents)
    verdicts = []
    for figure in figures:
        row = figure.row
        verdict = _judge(figure, index, silences, wars.opponents)
        verdict["subject"] = subject_of(row.victim_side, row.victim_class, row.outcome)
        verdict["war"] = wars.names[row.index]
        verdicts.append(verdict)
    counts = frame.iloc[[figure.row.index for figure in figures]]
    added = pd.DataFrame(
        {name: _column([v.get(name) for v in verdicts], name, dtype) for name, dtype, _ in COMPARISON_COLUMNS}
    )
    added.index = counts.index
    kept = counts.drop(columns=[name for name in added.columns if name in counts.columns])
    return pd.concat([kept, added], axis=1)


def _column(values: list[Any], name: str, dtype: str) -> pd.Series[Any]:
    if dtype == "category":
        categories = {"status": STATUSES, "speaks_of": SPEAKS_OF, "compared_as": COMPARED_AS}[name]
        return pd.Series(pd.Categorical(values, categories=categories))
    if dtype.startswith("datetime"):
        return pd.to_datetime(pd.Series(values, dtype=object)).astype("datetime64[s]")
    return pd.Series(values, dtype="string[python]" if dtype == "string" else dtype)


def _judge(claim: Figure, index: Index, silences: Silences, opponents: Mapping[str, set[str]]) -> dict[str, Any]:
    parties = {claim.side} | opponents.get(claim.side, set()) if claim.side else set()
    around = [figure for figure in index.around(claim, claim.row.outcome or "") if figure.row.index != claim.row.index]
    around += _said_instead(claim, around, index, silences)
    others = _nearest_of_each(
        [f for f in around if f.speaker and f.speaker != claim.speaker and _measurable(claim, f)], claim
    )
    partners = [figure for figure in others if figure.speaker in parties] or others
    denial, silence, elsewhere = silences.of(claim)
    overlapping = [figure for figure in partners if _overlap(claim, figure)]
    verdict: dict[str, Any] = {
        "speaks_of": _speaks_of(claim, opponents),
        "compared_as": claim.compared_as,
        "status": _status(claim, partners, parties, denial, silence, elsewhere),
    }
    nearest = _nearest(overlapping if verdict["status"] == "corroborated" else partners, claim)
    verdict["partners"] = len(nearest)
    said = [row for row in (denial, silence or elsewhere) if row is not None]
    if said:
        verdict["silence"] = "; ".join(f"{row.source_side}: “{row.number_text}”" for row in said)
        verdict["silence_id"] = " ".join(row.claim_id for row in said)
    verdict |= _beside(claim, nearest)
    verdict["third_parties"] = _third_parties(claim, around, {figure.voice for figure in nearest})
    if claim.row.outcome == "killed":
        verdict["exceeds_bound"] = _exceeded(claim, index.around(claim, "casualties"))
    return verdict


def _said_instead(claim: Figure, around: Sequence[Figure], index: Index, silences: Silences) -> list[Figure]:
    """For want of any other figure by that side: what it gave in denial of the claim, whatever the scope."""
    speakers = {"", *(figure.speaker for figure in around)}
    given = (index.of_row[row] for row in sorted(silences.said_instead(claim)))
    return [
        figure for figure in given if claim.speaker and figure.speaker not in speakers and may_answer(claim, figure)
    ]


def _measurable(claim: Figure, other: Figure) -> bool:
    """Two numbers; or a word without one ("many") against none at all."""
    if claim.reach is None or other.reach is None:
        return (0, 0) in (claim.reach, other.reach)
    return True


def _overlap(one: Figure, other: Figure) -> bool:
    if one.reach is None or other.reach is None:
        return False
    return one.reach[0] <= other.reach[1] and other.reach[0] <= one.reach[1]


def _days_apart(claim: Figure, other: Figure) -> int | None:
    return None if claim.row.day is None or other.row.day is None else other.row.day - claim.row.day


def _rank(claim: Figure, other: Figure) -> tuple[int, bool, bool, bool]:
    """How near a figure stands: in time, then by document, by class, by scope."""
    apart = abs(_days_apart(claim, other) or 0)
    return (
        apart,
        claim.row.document != other.row.document,
        claim.victims != other.victims,
        claim.row.scope != other.row.scope,
    )


def _nearest(figures: Sequence[Figure], claim: Figure) -> list[Figure]:
    """All figures of the best rank, one for each speaker and number, in an order of their own, whatever the input's."""
    if not figures:
        return []
    best = min(_rank(claim, figure) for figure in figures)
    different: dict[tuple[object, ...], Figure] = {}
    for figure in sorted(figures, key=lambda f: (f.speaker.casefold(), f.reach or (0, 0), f.row.claim_id)):
        if _rank(claim, figure) == best:
            different.setdefault((figure.speaker, figure.text, figure.row.day), figure)
    return list(different.values())


def _nearest_of_each(figures: Sequence[Figure], claim: Figure) -> list[Figure]:
    by_speaker: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_speaker[figure.speaker].append(figure)
    return [figure for speaker in sorted(by_speaker) for figure in _nearest(by_speaker[speaker], claim)]


def _speaks_of(claim: Figure, opponents: Mapping[str, set[str]]) -> str | None:
    row, enemies = claim.row, opponents.get(claim.side, set())
    if not claim.speaker:
        return "outlet" if row.source_kind == "narrator" or not row.source else "third party"
    if not claim.side:
        return None
    if claim.speaker == claim.side:
        return "own"
    if claim.speaker in enemies:
        # A rebel group's health ministry tells of its country's people, whom it does not fight.
        people = row.victim_class == "civilian" or (row.source_kind == "emergency" and claim.victims != "combatant")
        return "third party" if people and claim.side in group_of(claim.speaker)[1] else "enemy"
    bystander = (
        enemies or claim.speaker in BODIES or row.source_kind not in ACCUSING_KINDS or row.victim_class == "civilian"
    )
    return "third party" if bystander else "other side"


def _status(
    claim: Figure,
    partners: Sequence[Figure],
    parties: set[str],
    denial: Row | None,
    silence: Row | None,
    elsewhere: Row | None,
) -> str:
    """A party's denial or silence goes before its figures of other days, a denial also before those of third sides."""
    if denial or silence:
        said_by = {row.source_side for row in (denial, silence) if row}
        said_by |= {figure.speaker for figure in partners if denial and figure.speaker not in parties}
        partners = [
            figure
            for figure in partners
            if figure.speaker not in said_by
            or figure.row.document == claim.row.document
            or abs(_days_apart(claim, figure) or 0) <= SAME_NEWS_DAYS
        ]
    if partners:
        return "corroborated" if any(_overlap(claim, figure) for figure in partners) else "contested"
    if denial:
        return "denied"
    return "withheld" if silence or elsewhere else "unanswered"


def _beside(claim: Figure, nearest: Sequence[Figure]) -> dict[str, Any]:
    """The counterclaim's columns. Of several equally near, text is joined by "or" and nothing is computed."""
    if not nearest:
        return {}
    days = {_days_apart(claim, figure) for figure in nearest}
    dates = {figure.row.day for figure in nearest}
    one_side = len({figure.speaker for figure in nearest}) == 1
    beside: dict[str, Any] = {
        "counter_source": _either(figure.row.source or figure.voice for figure in nearest),
        "counter_side": _either(figure.speaker for figure in nearest),
        "counter_number": _either(figure.text if one_side else f"{figure.speaker} {figure.text}" for figure in nearest),
        "counter_date": _date(dates.pop()) if len(dates) == 1 else None,
        "days_apart": days.pop() if len(days) == 1 else None,
        "caveat": _caveat(claim, nearest),
    }
    if len(nearest) == 1:
        one, other = claim.point, nearest[0].point
        beside["counter_id"] = nearest[0].row.claim_id
        if one is not None and other is not None:
            beside["gap"] = one - other
            beside["ratio"] = round(max(one, other) / min(one, other), 2) if min(one, other) > 0 else None
    return beside


def _either(texts: Iterable[str]) -> str:
    return " or ".join(dict.fromkeys(texts))


def _date(day: int | None) -> dt.date | None:
    return None if day is None else dt.date.fromordinal(day)


def _caveat(claim: Figure, nearest: Sequence[Figure]) -> str | None:
    """What differs, where both say it. An unknown scope is no difference; a class that only one states is said."""
    notes: list[str] = []
    scopes = {figure.row.scope for figure in (claim, *nearest)} - {None, "unknown"}
    if len(scopes) > 1:
        notes.append(f"scopes differ: {', '.join(sorted(filter(None, scopes)))}")
    classes = {figure.row.victim_class or "unspecified" for figure in (claim, *nearest)}
    if len(classes) > 1:
        stated = " or ".join(f"{one}s" for one in sorted(classes - {"unspecified"}))
        notes.append(f"only one of them says {stated}")
    if any(bool(claim.place) != bool(figure.place) for figure in nearest):
        notes.append("only one of them names the place")
    elif claim.family == "incident" and not claim.place:
        notes.append("the place is not named")
    return "; ".join(notes) or None


def _third_parties(claim: Figure, around: Sequence[Figure], shown: set[str]) -> str | None:
    """The figures of all voices but the claim's own and those shown as its counterclaim, the nearest of each."""
    voices: dict[str, Figure] = {}
    outsiders = [figure for figure in around if figure.voice not in shown | {claim.voice}]
    for figure in sorted(outsiders, key=lambda f: (_rank(claim, f), f.voice.casefold(), f.row.claim_id)):
        voices.setdefault(figure.voice, figure)
    return "; ".join(_cited(figure) for figure in list(voices.values())[:MAX_THIRD_PARTIES]) or None


def _cited(figure: Figure) -> str:
    day = _date(figure.row.day)
    return f"{figure.voice} {figure.text}" + (f" ({day.isoformat()})" if day else "")


def _exceeded(claim: Figure, totals: Sequence[Figure]) -> str | None:
    """The lowest total of casualties, on the claim's day or later, that the number of killed cannot fit into."""
    least, broken = limits_of(claim.row)[0], []
    for total in totals:
        later = (_days_apart(claim, total) or 0) >= 0 or claim.family == "incident"
        if later and limits_of(total.row)[1] < least:
            broken.append(total)
    if not broken:
        return None
    lowest = min(broken, key=lambda figure: (limits_of(figure.row)[1], figure.voice, figure.row.claim_id))
    return f"exceeds all casualties: {_cited(lowest)}"
