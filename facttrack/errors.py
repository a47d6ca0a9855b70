"""One family of errors. A message says what is wrong, where, and what to do.

    FacttrackError
    ├── InputError      a file, stream or line that cannot be read as articles
    │   └── RepeatedTextError   an article that was read before: left out, and nothing is wrong
    ├── TableError      a claims table that lacks or misnames columns, or holds a cell that is none
    ├── LexiconError    a row in data/lexicon that breaks the table's rules
    ├── MissingExtraError   a library that pip install 'facttrack[…]' would bring
    └── UsageError      options that contradict each other (the command line exits with 2)

The library raises; the command line prints one line to standard error.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

__all__ = [
    "FacttrackError",
    "InputError",
    "LexiconError",
    "MissingExtraError",
    "RepeatedTextError",
    "TableError",
    "UsageError",
    "extra",
]


class FacttrackError(Exception):
    """Base of all errors that facttrack raises on purpose."""


class InputError(FacttrackError):
    """An article, a folder or a line that cannot be read.

    >>> str(InputError("notes.jsonl", "not valid JSON", line=7, hint="mend or delete the line"))
    'notes.jsonl, line 7: not valid JSON; mend or delete the line'

    `is_read` is True of a fault that does not cost the article, such as a date that is none.
    """

    def __init__(
        self, where: str, what: str, *, line: int | None = None, hint: str = "", is_read: bool = False
    ) -> None:
        self.where, self.what, self.line, self.hint, self.is_read = where, what, line, hint, is_read
        place = where if line is None else f"{where}, line {line}"
        super().__init__(f"{place}: {what}" + (f"; {hint}" if hint else ""))

    def __reduce__(self) -> tuple[Any, ...]:
        """An error goes from one process to another whole; by its message alone it could not be made again."""
        return partial(type(self), line=self.line, hint=self.hint, is_read=self.is_read), (self.where, self.what)


class RepeatedTextError(InputError):
    """An article that was read before, under another name: left out, and no error."""


class TableError(FacttrackError):
    """A table that is no claims table."""


class LexiconError(FacttrackError):
    """A row in data/lexicon that breaks the rules of its table."""


class MissingExtraError(FacttrackError):
    """A library that is not there, since only some commands need it."""


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Imports that only an extra brings: where one fails, the error names it.

    >>> with extra("archive"):
    ...     import a_library_that_is_not_there
    Traceback (most recent call last):
    facttrack.errors.MissingExtraError: this needs a_library_that_is_not_there; pip install 'facttrack[archive]'
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtraError(f"this needs {error.name}; pip install 'facttrack[{name}]'") from None


class UsageError(FacttrackError):
    """Options that cannot go together."""
