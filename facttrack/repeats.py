"""Which texts were read before, in memory that stays small over a million articles."""

from __future__ import annotations

from array import array

from facttrack.errors import RepeatedTextError

__all__ = ["Repeats"]

MAX_NAMES = 100_000
"""Texts whose names are kept, to say which one a text repeats: some 20 MB. Of those after them only the ids are."""

MAX_LOAD = 0.6
"""Share of the places in the set of ids that may be taken: above it, looking one up takes ever more steps."""


class Repeats:
    """The texts that came so far, by their `document_id`.

    >>> repeats = Repeats()
    >>> repeats.find("d4018b724f79", "a.txt")
    >>> str(repeats.find("d4018b724f79", "b.txt"))
    'b.txt: skipped, the same text as a.txt'
    """

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._ids = _Ids()

    def find(self, document_id: str, name: str) -> RepeatedTextError | None:
        """What is to be said of a text that came before; None of a new one, which is kept in mind."""
        if (first := self._names.get(document_id)) is not None:
            return RepeatedTextError(name, f"skipped, the same text as {first}")
        if len(self._names) < MAX_NAMES:
            self._names[document_id] = name
            return None
        if self._ids.add(int(document_id, 16)):
            return None
        return RepeatedTextError(name, "skipped, the same text as one before")


class _Ids:
    """A set of whole numbers above 0: some 20 bytes each, where Python's own takes a hundred."""

    def __init__(self) -> None:
        self._places = array("Q", bytes(8 * 1024))
        self._size = 0

    def add(self, number: int) -> bool:
        """Whether the number is new."""
        number = number or 1  # 0 is an empty place; a text whose id is 0 shares that of the id 1
        if not self._put(number):
            return False
        self._size += 1
        if self._size > MAX_LOAD * len(self._places):
            numbers = self._places
            self._places = array("Q", bytes(8 * 2 * len(numbers)))
            for one in filter(None, numbers):
                self._put(one)
        return True

    def _put(self, number: int) -> bool:
        places = self._places
        last = len(places) - 1
        at = number & last
        while places[at]:
            if places[at] == number:
                return False
            at = (at + 1) & last
        places[at] = number
        return True
