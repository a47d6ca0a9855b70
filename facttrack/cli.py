"""The command line: thin commands over the library, in its words.

    facttrack claims PATH…              the claims table of articles
    facttrack report PATH…              claims beside their counterclaims
    facttrack explain CLAIM_ID PATH…    how one claim was read
    facttrack archive INPUT… --out DIR  the claims of an archive, on a cluster, to be stopped and started again
    facttrack evaluate GOLD.jsonl…      how well claims are found

Results go to standard output, everything else to standard error, one line each. Exit status: 0 for all well (finding
nothing is well), 1 if anything could not be read or written, 2 for options that make no sense, 130 after Ctrl-C.
pandas and what needs it are imported when a command runs, so that `facttrack --help` answers at once.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal, TextIO, get_args

import typer

from facttrack import __version__
from facttrack.claims import find_claims
from facttrack.dates import parse_date
from facttrack.errors import FacttrackError, InputError, RepeatedTextError, TableError, UsageError, extra
from facttrack.jobs import find_all, processors
from facttrack.models import OUTCOMES, Claim, Document

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd
    from rich.progress import Progress

    from facttrack.dataset import Dataset
    from facttrack.evaluate import Passage

__all__ = ["app", "main"]

PIPED_WIDTH = 120
"""Columns of a report that goes to a file or another program, where no terminal says how wide it is."""

PROGRESS_AFTER_SECONDS = 1.0
"""Work that is done sooner shows no progress bar."""

CLAIMS_AT_ONCE = 20_000
"""Claims that are kept as objects; then they go into a table, which takes a third of the memory."""

ERRORS_SAID = 20
"""Errors of an archive that are printed; all stand in its list of what was set aside."""

TABLE_SUFFIX = ".csv"

Format = Literal["table", "csv", "json", "jsonl", "markdown"]
MACHINE_FORMATS = ("csv", "json", "jsonl")
EvaluationFormat = Literal["table", "json", "csv", "markdown"]
STATUSES = ("corroborated", "contested", "denied", "withheld", "unanswered")
"""Those of compare.py, which is imported late: it brings pandas."""

app = typer.Typer(
    name="facttrack",
    help="Who claimed which casualties of whom: claims and counterclaims from news text.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def main() -> None:
    """Run the command line; the entry point of `facttrack` and of `python -m facttrack`."""
    app(prog_name="facttrack")


# --- options, the same on every command ----------------------------------------------------------------------------

_PATHS_HELP = "Text files, JSON Lines, folders of both, a claims table (FILE.csv), or - for standard input."
Paths = Annotated[list[str], typer.Argument(metavar="PATH", help=_PATHS_HELP, show_default=False)]
Csv = Annotated[
    str | None,
    typer.Option("--csv", metavar="FILE", help="Write the table as CSV too; - writes it instead of the report."),
]
Output = Annotated[
    Format, typer.Option("--format", metavar="FORMAT", case_sensitive=False, help=f"{' | '.join(get_args(Format))}.")
]
VictimSides = Annotated[
    list[str] | None, typer.Option("--side", metavar="SIDE", help="Only claims about victims of this side. Repeatable.")
]
Outcomes = Annotated[
    list[str] | None, typer.Option("--outcome", metavar="OUTCOME", help=f"Only {' | '.join(OUTCOMES)}. Repeatable.")
]
Statuses = Annotated[
    list[str] | None, typer.Option("--status", metavar="STATUS", help=f"Only {' | '.join(STATUSES)}. Repeatable.")
]
SourceSides = Annotated[
    list[str] | None, typer.Option("--source-side", metavar="SIDE", help="Only claims by this side. Repeatable.")
]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="Only claims for this day or later.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Only claims for this day or earlier.")]
Width = Annotated[
    int | None, typer.Option(min=40, metavar="N", help="Columns to print in.  [default: the terminal's, else 120]")
]
Jobs = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Processes that read articles, at most.  [default: one for each core]"),
]
Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="JSON Lines (also .gz, .bz2, .xz, .zst), Parquet, WARC (.gz): files, folders, patterns; also s3:// etc.",
        show_default=False,
    ),
]
Out = Annotated[str, typer.Option(metavar="DIR", help="The folder that the claims go into, here or at s3:// etc.")]
Scheduler = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="A Dask scheduler (tcp://…), in place of processes on this machine."),
]
GoldFiles = Annotated[
    list[str],
    typer.Argument(metavar="GOLD.jsonl", help="Annotated passages, or - for standard input.", show_default=False),
]
EvaluationOutput = Annotated[
    EvaluationFormat, typer.Option("--format", metavar="FORMAT", help=f"{' | '.join(get_args(EvaluationFormat))}.")
]
Errors = Annotated[int, typer.Option("--errors", min=0, metavar="N", help="Print the first N errors too.")]
Calibration = Annotated[
    bool, typer.Option("--calibration", help="Print too how many rows of each band of confidence are right.")
]


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"facttrack {__version__}")
        raise typer.Exit


@app.callback()
def _facttrack(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


# --- commands ------------------------------------------------------------------------------------------------------


@app.command()
def claims(
    paths: Paths,
    csv: Csv = None,
    output: Output = "table",
    side: VictimSides = None,
    outcome: Outcomes = None,
    status: Statuses = None,
    source_side: SourceSides = None,
    since: Since = None,
    until: Until = None,
    jobs: Jobs = None,
    width: Width = None,
) -> None:
    """Print every casualty claim of the articles, one row a claim."""
    with _session() as session:
        printer = _Printer(csv, output, width)
        wanted = _Filter(side, outcome, status, source_side, since, until)
        from facttrack.report import render_claims

        dataset = session.open_archive(paths)
        frame = session.choose(dataset, wanted) if dataset else wanted.of(session.read(paths, jobs))
        if session.has_result:
            printer.show(frame, lambda: render_claims(frame, printer.format, printer.width))
            session.tell_if_none(frame, wanted)


@app.command()
def report(
    paths: Paths,
    csv: Csv = None,
    output: Output = "table",
    side: VictimSides = None,
    outcome: Outcomes = None,
    status: Statuses = None,
    source_side: SourceSides = None,
    since: Since = None,
    until: Until = None,
    jobs: Jobs = None,
    width: Width = None,
) -> None:
    """Print each claim beside its counterclaim, or why there is none."""
    with _session() as session:
        printer = _Printer(csv, output, width)
        wanted = _Filter(side, outcome, status, source_side, since, until)
        from facttrack.compare import compare
        from facttrack.report import build_report, render

        if dataset := session.open_archive(paths):
            frame, comparisons = session.compare(dataset, wanted)
        else:
            frame = session.read(paths, jobs)
            # Compared before it is filtered: a counterclaim counts although it is not shown itself.
            comparisons = compare(frame)
            frame = wanted.of(frame, comparisons, with_cited=True)
            comparisons = comparisons.loc[comparisons.index.isin(frame.index)]
        if session.has_result:
            built = build_report(frame, comparisons, documents=session.documents)
            printer.show(built.table, lambda: render(built, printer.format, printer.width))
            session.tell_if_none(frame, wanted)


@app.command()
def explain(
    claim_id: Annotated[
        str | None, typer.Argument(metavar="CLAIM_ID", help="The claim's name, or how it begins.", show_default=False)
    ] = None,
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", help=_PATHS_HELP, show_default=False)] = None,
    text: Annotated[
        str | None,
        typer.Option("--text", metavar="TEXT", help="Explain this text instead: its claims, and why the rest is none."),
    ] = None,
    csv: Csv = None,
    output: Output = "table",
    width: Width = None,
) -> None:
    """Print how one claim was read: sentence, fields and rules; or why a text has none."""
    if text is None and (claim_id is None or not paths):
        raise typer.BadParameter("give a CLAIM_ID and a PATH, or --text TEXT")
    with _session() as session:
        printer = _Printer(csv, output, width)
        from facttrack import report as reports

        if text is not None:
            if claim_id or csv or output != "table":
                raise UsageError("--text is explained in words; leave out CLAIM_ID, PATH, --csv and --format")
            from facttrack.considered import consider

            found = consider(Document("text", text))
            printer.put(
                lambda target: None,
                lambda: reports.explain_text(found, printer.width) or "no number, no words of silence or denial\n",
            )
            return
        name, given = claim_id or "", paths or []
        if tables := [path for path in given if _is_table(path)]:
            raise UsageError(f"{tables[0]} is a table; explain needs the articles, to show the words")
        if archives := [path for path in given if os.path.isfile(os.path.join(path, "archive.json"))]:
            raise UsageError(f"{archives[0]} is an archive of claims; explain needs the articles, to show the words")
        frame = session.read(given, 1, keep=name)
        frame = frame.loc[frame["claim_id"].str.startswith(name).astype(bool)]
        if len(frame) != 1:
            raise FacttrackError(_not_one(name, list(frame["claim_id"]), session.documents))
        claim, document = session.kept[frame["claim_id"].iloc[0]]

        def explained() -> str:
            if printer.format == "table":
                return reports.explain(claim, document, printer.width)
            return reports.render_claims(frame, printer.format, printer.width)

        printer.show(frame, explained)


@app.command()
def archive(inputs: Inputs, out: Out, scheduler: Scheduler = None, jobs: Jobs = None) -> None:
    """Write the claims of an archive into a folder, as Parquet; what an earlier run has done is not done again."""
    with _session() as session, extra("archive"):
        from facttrack.archive import Outcome, extract_archive

        def show(outcome: Outcome) -> None:
            session.documents = outcome.documents
            session.show_progress()

        tell = session.tell_some(f"{out}/set-aside.csv has all")
        done = extract_archive(inputs, out, scheduler=scheduler, jobs=jobs, on_error=tell, on_progress=show)
        session.hide_progress()
        if not done.tasks:
            return
        tasks = _counted(done.tasks, "task") + (f" ({done.before:,} of them before)" if done.before else "")
        counts = f"{tasks}, {_counted(done.documents, 'document')}, {_counted(done.rows, 'row')}"
        aside = f"; set aside: {_counted(done.set_aside, 'line')}, {_counted(done.failed, 'task')}"
        print(counts + (f"{aside}, listed in {out}/set-aside.csv" if done.set_aside or done.failed else ""))
        session.problems += done.set_aside + done.failed


@app.command()
def evaluate(
    gold: GoldFiles,
    csv: Csv = None,
    output: EvaluationOutput = "table",
    errors: Errors = 0,
    calibration: Calibration = False,
) -> None:
    """Print how well claims are found in annotated passages."""
    with _session() as session:
        printer = _Printer(csv, output, None)
        if errors and printer.format == "csv":
            raise UsageError("--errors does not go with CSV on standard output; write --csv FILE or --format json")
        passages = session.read_gold(gold)
        # Figures over a part of the gold would look like those of the whole.
        if session.problems:
            return
        from facttrack.evaluate import evaluate, render, table_rows
        from facttrack.table import write_rows

        evaluation = evaluate(passages, find=find_claims)
        printer.put(
            partial(write_rows, table_rows(evaluation, with_calibration=calibration)),
            lambda: render(evaluation, output, errors=errors, with_calibration=calibration),
        )


def _not_one(claim_id: str, found: list[str], documents: int) -> str:
    if found:
        return f"{len(found)} claims begin with {claim_id}; write more of it: {', '.join(found[:5])}"
    return f"no claim {claim_id} in {_counted(documents, 'document')}; facttrack claims PATH lists them"


# --- one run -------------------------------------------------------------------------------------------------------


@dataclass
class _Session:
    """One run of a command: what it read, what went wrong, and the lines on standard error."""

    documents: int = 0
    lost: int = 0
    problems: int = 0
    kept: dict[str, tuple[Claim, Document]] = field(default_factory=dict)
    _with_claims: set[str] = field(default_factory=set)
    """The articles with a claim, by `document_id`: a table of theirs that is named, too, makes them no more."""
    _bar: Progress | None = None
    _started: float = field(default_factory=time.monotonic)

    def read(self, paths: list[str], jobs: int | None, keep: str | None = None) -> pd.DataFrame:
        """The claims of all articles and tables; those whose name begins with `keep` are kept as they are, too."""
        import pandas as pd

        from facttrack.table import claims_table

        tables = [path for path in paths if _is_table(path)]
        articles = [path for path in paths if path not in tables]
        found: list[Claim] = []
        frames: list[pd.DataFrame] = []
        explained = keep is not None
        with closing(
            find_all(articles, jobs=jobs or processors(), find=find_claims, with_documents=explained)
        ) as items:
            for item in items:
                self.show_progress()
                if isinstance(item, InputError):
                    self._complain(item)
                    continue
                self.documents += 1
                found += item.claims
                self._with_claims |= {claim.document_id for claim in item.claims}
                if item.document and keep is not None:
                    kept = (claim for claim in item.claims if claim.claim_id.startswith(keep))
                    self.kept |= {claim.claim_id: (claim, item.document) for claim in kept}
                if len(found) > CLAIMS_AT_ONCE:
                    frames.append(claims_table(found))
                    found.clear()
        self.hide_progress()
        frames += [claims_table(found)] if found or not (tables or frames) else []
        frames += [frame for path in tables if (frame := self._read_table(path)) is not None]
        if len(frames) == 1:
            return frames[0]
        # The same claims may come from an article and from a table made of it.
        joined = pd.concat(frames or [claims_table([])], ignore_index=True)
        return joined.drop_duplicates("claim_id", ignore_index=True)

    def open_archive(self, paths: list[str]) -> Dataset | None:
        """The archive that is named in place of articles."""
        if not any(_may_be_archive(path) for path in paths):
            return None
        with extra("archive"):
            from facttrack.dataset import Dataset, is_dataset

            archives = [path for path in paths if _may_be_archive(path) and is_dataset(path)]
            if not archives:
                return None
            if len(paths) > 1:
                raise UsageError(f"{archives[0]} is an archive, which is read by itself; name nothing beside it")
            dataset = Dataset(archives[0])
        self.documents = dataset.documents()
        for number, what in (
            (dataset.left, "not done; start facttrack archive again"),
            (dataset.failed, "set aside; set-aside.csv in it says why"),
        ):
            if number:
                self._say(f"{archives[0]}: {_counted(number, 'task')} {what}")
                self.problems += 1
        return dataset

    def choose(self, dataset: Dataset, wanted: _Filter) -> pd.DataFrame:
        """The rows of an archive that fit, in the order of its input."""
        import pandas as pd

        from facttrack.table import claims_table

        if wanted.status:
            frame, comparisons = self.compare(dataset, wanted)
            return wanted.of(frame, comparisons)
        wanted.know_sides(dataset)
        frames = [wanted.of(frame) for frame in dataset.rows()]
        joined = pd.concat(frames) if frames else claims_table([])
        return joined.drop_duplicates("claim_id", ignore_index=True)

    def compare(self, dataset: Dataset, wanted: _Filter) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The rows of an archive that fit, with those that they cite, and their comparisons."""
        from facttrack.theatres import compare_dataset

        wanted.know_sides(dataset)
        choose = partial(wanted.of, with_cited=True)
        return compare_dataset(dataset, choose, wanted.among.get("victim_side"))

    def read_gold(self, paths: list[str]) -> list[Passage]:
        """The passages of all gold files; every fault is said."""
        from facttrack.evaluate import read_gold

        def complain(error: InputError) -> None:
            self._say(str(error))
            self.problems += 1

        return [passage for path in paths for passage in read_gold(path, on_error=complain)]

    def _read_table(self, path: str) -> pd.DataFrame | None:
        from facttrack.compare import COMPARISON_COLUMNS
        from facttrack.table import read_claims

        try:
            source = sys.stdin if path == "-" else path
            frame = read_claims(source, leave_out=[name for name, _, _ in COMPARISON_COLUMNS])
        except TableError as error:
            self._complain(error)
            return None
        new = set(frame["document_id"].dropna()) - self._with_claims
        self.documents += len(new)
        self._with_claims |= new
        return frame

    @property
    def has_result(self) -> bool:
        """False where nothing at all could be read: there is nothing to show then, not even an empty table."""
        return self.documents > 0 or self.lost == 0

    def tell_if_none(self, frame: pd.DataFrame, wanted: _Filter) -> None:
        if frame.empty:
            what = "no claim fits these options" if wanted.narrows else "no casualty claims found"
            self._say(f"{what} in {_counted(self.documents, 'document')}{wanted.hint}")

    def close(self) -> None:
        self.hide_progress()
        if self.lost and self.documents + self.lost > 1:
            total = _counted(self.documents + self.lost, "document")
            self._say(f"{self.lost} of {total} could not be read")

    def tell_some(self, more: str) -> Callable[[FacttrackError], None]:
        """A handler that says the first errors, and of the others that there are more."""
        said = 0

        def tell(error: FacttrackError) -> None:
            nonlocal said
            said += 1
            self.problems += 1
            if said <= ERRORS_SAID:
                self._say(str(error))
            elif said == ERRORS_SAID + 1:
                self._say(f"more of the kind; {more}")

        return tell

    def _complain(self, error: FacttrackError) -> None:
        self._say(str(error))
        if isinstance(error, RepeatedTextError):
            return
        self.problems += 1
        self.lost += not (isinstance(error, InputError) and error.is_read)

    def _say(self, message: str) -> None:
        # A file name or a cell may hold line breaks and terminal codes; a message is one plain line.
        line = "facttrack: " + "".join(char if char.isprintable() else "�" for char in message)
        if self._bar:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            print(line, file=sys.stderr)

    def show_progress(self) -> None:
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=self.documents)
        elif sys.stderr.isatty() and time.monotonic() - self._started > PROGRESS_AFTER_SECONDS:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (BarColumn(), TextColumn("{task.completed:,.0f} documents"), TimeElapsedColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.add_task("", total=None, completed=self.documents)
            self._bar.start()

    def hide_progress(self) -> None:
        if self._bar:
            self._bar.stop()
            self._bar = None


@contextmanager
def _to_stdout() -> Iterator[None]:
    """Write to standard output: a full disk behind it is an error of one line."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        with suppress(OSError):
            _silence(sys.stdout)
        raise FacttrackError(f"standard output: not written ({(error.strerror or 'failed').lower()})") from None


def _silence(*streams: TextIO) -> None:
    """Let what Python still wants to write at its end go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(nowhere, stream.fileno())


@contextmanager
def _session() -> Iterator[_Session]:
    """Run a command: errors become one line and an exit status, whatever happens the terminal is left as it was."""
    session = _Session()
    try:
        try:
            yield session
            with _to_stdout():
                sys.stdout.flush()
        finally:
            session.close()
    except BrokenPipeError:
        # Whoever reads us has seen enough (`| head`). What Python still wants to write at its end goes nowhere.
        _silence(sys.stdout, sys.stderr)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except UsageError as error:
        session._say(str(error))
        raise typer.Exit(2) from None
    except FacttrackError as error:
        session._say(str(error))
        raise typer.Exit(1) from None
    if session.problems:
        raise typer.Exit(1)


def _is_table(path: str) -> bool:
    """A claims table by its name; on standard input, by its first column."""
    if path != "-":
        return path.lower().endswith(TABLE_SUFFIX)
    peek = getattr(sys.stdin.buffer, "peek", None)
    return peek is not None and peek(16).removeprefix(b"\xef\xbb\xbf").startswith(b"claim_id")


def _may_be_archive(path: str) -> bool:
    """Told without the libraries that read one."""
    return "://" in path or os.path.isfile(os.path.join(path, "archive.json"))


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


# --- which claims, and where to --------------------------------------------------------------------------------------


class _Filter:
    """Which claims to show. A claim's day is the one that its figure is for, else its article's."""

    def __init__(
        self,
        side: list[str] | None,
        outcome: list[str] | None,
        status: list[str] | None,
        source_side: list[str] | None,
        since: str | None,
        until: str | None,
    ) -> None:
        self.among: dict[str, list[str]] = {
            column: [value.casefold() for value in values]
            for column, values in (
                ("victim_side", side),
                ("outcome", _among("--outcome", outcome, OUTCOMES)),
                ("source_side", source_side),
            )
            if values
        }
        self.status = _among("--status", status, STATUSES)
        self.since, self.until = _day("--since", since), _day("--until", until)
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"--since {since} is after --until {until}; no claim can be both")
        self.narrows = bool(self.among or self.status or self.since or self.until)
        self.hint = ""
        self._knows_sides = False

    def know_sides(self, dataset: Dataset) -> None:
        """The sides of a whole archive, of which `of` is given a part at a time, or none."""
        for column, values in self.among.items():
            if column.endswith("_side"):
                self._suggest(values, dataset.values(column))
        self._knows_sides = True

    def _suggest(self, values: list[str], sides: set[str]) -> None:
        if not set(values) & {side.casefold() for side in sides}:
            self.hint = f"; sides here: {', '.join(sorted(sides)) or 'none'}"

    def of(
        self, frame: pd.DataFrame, comparisons: pd.DataFrame | None = None, *, with_cited: bool = False
    ) -> pd.DataFrame:
        """The rows of a claims table that fit; the comparisons are made here if a status is asked for.

        `with_cited` keeps the silences and denials that the comparisons of these rows cite, too: without them nobody
        could see why a claim is withheld or denied.
        """
        fits = frame["claim_id"].notna()
        for column, values in self.among.items():
            known = frame[column].astype("string").str.casefold()
            fits &= known.isin(values)
            if column.endswith("_side") and not self._knows_sides:
                self._suggest(values, set(frame[column].dropna()))
        day = frame["as_of"].fillna(frame["published"])
        if self.since:
            fits &= day >= str(self.since)
        if self.until:
            fits &= day <= str(self.until)
        if self.status:
            if comparisons is None:
                from facttrack.compare import compare

                comparisons = compare(frame)
            statuses = comparisons["status"].astype("string").reindex(frame.index)
            fits &= statuses.isin(self.status)
        fits = fits.astype(bool)
        if with_cited and comparisons is not None:
            shown = comparisons.loc[comparisons.index.isin(frame.index[fits]), "silence_id"]
            fits |= frame["claim_id"].isin({name for cited in shown.dropna() for name in cited.split()})
        return frame.loc[fits]


def _among(option: str, values: list[str] | None, known: tuple[str, ...]) -> list[str]:
    """The values of an option in the spelling of the table."""
    for value in values or []:
        if value.casefold() not in known:
            raise UsageError(f"{option} {value}: not known; choose {', '.join(known[:-1])} or {known[-1]}")
    return [value.casefold() for value in values or []]


def _day(option: str, text: str | None) -> dt.date | None:
    if text is None:
        return None
    day = parse_date(text)
    if day is None:
        raise UsageError(f"{option} {text}: no date; write it as 2022-02-25")
    return day


class _Printer:
    """Where the result goes, and in which form."""

    def __init__(self, csv: str | None, output: Format, width: int | None) -> None:
        if csv == "-" and output not in ("table", "csv"):
            raise UsageError(f"--csv - and --format {output} both write to standard output; give --csv a FILE")
        self.file = csv if csv != "-" else None
        self.format: Format = "csv" if csv == "-" else output
        self.width = width or shutil.get_terminal_size((PIPED_WIDTH, 24)).columns

    def show(self, table: pd.DataFrame, render: Callable[[], str]) -> None:
        """Write the CSV if one is asked for, then print: `render` is called only for what the table alone is not."""
        from facttrack.table import write_claims

        self.put(
            partial(write_claims, table),
            lambda: render() if self.format in MACHINE_FORMATS or len(table) else "",
        )

    def put(self, write: Callable[[str | TextIO], None], render: Callable[[], str]) -> None:
        """The same for any result: `write` writes it as CSV to a file or stream, `render` gives it as text."""
        if self.file:
            write(self.file)
        # A name in a script that the terminal cannot show must not end the report.
        machine = self.format in MACHINE_FORMATS
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(
                encoding="utf-8" if machine else None, errors="replace", newline="\n" if machine else None
            )
        text = None if self.format == "csv" else render()
        with _to_stdout():
            if text is None:
                write(sys.stdout)
            else:
                sys.stdout.write(text)
