"""Whose names a person bears: "Alexei Lizichev" is one of Russia's or the Soviet Union's, whoever he is.

Names are no proof of a side: they are a sign beside others for a speaker whom no table knows (see `weighed_sides`).
data/lexicon/names.csv gives the peoples to whom a name is common, peoples.csv the states of a people.
"""

from __future__ import annotations

from functools import cache, lru_cache

from facttrack.lexicon import read_table

__all__ = ["states_of"]

MIN_ENDING, MAX_ENDING = 3, 8
"""Letters of an ending that tells of a people."""
ARTICLES = ("al-", "el-")
"""What may stand before a name of the Arabs, with which the table does not list it."""

MAX_KNOWN = 2**14
"""Persons whose states are kept: ten years of news name the same ones, and hostile text cannot fill memory."""

Names = dict[str, frozenset[str]]
"""Names in small letters, or their endings, with the states of the peoples to whom they are common."""


@lru_cache(maxsize=MAX_KNOWN)
def states_of(name: str) -> frozenset[str]:
    """The states whose people bear the names of a person; empty where the names tell nothing.

    A given and a family name together tell more than each; where they tell different things, the family name does. It
    may stand first, as in East Asia.

    >>> sorted(states_of("General Alexei Lizichev") & {"Afghanistan", "Russia", "Soviet Union"})
    ['Russia', 'Soviet Union']
    >>> states_of("the governor")
    frozenset()
    """
    words = [word.strip(".,") for word in name.split() if word[:1].isupper() or word.startswith(ARTICLES)]
    given, families, endings = _names("given"), _names("family"), _names("ending")
    family: frozenset[str] = frozenset()
    if len(words) > 1 or (words and words[0].lower() not in given):
        family = _of_family(words[-1].lower(), families, endings) or families.get(words[0].lower(), family)
    first = next((given[word.lower()] for word in words[:-1] or words if word.lower() in given), frozenset[str]())
    return (first & family) or family or first


def _of_family(word: str, families: Names, endings: Names) -> frozenset[str]:
    """The states of a family name, by its ending if the table does not know it."""
    bare = word[3:] if word.startswith(ARTICLES) else word
    found = families.get(word) or families.get(bare)
    if found is None:
        lengths = range(min(MAX_ENDING, len(bare) - 1), MIN_ENDING - 1, -1)
        found = next((endings[bare[-length:]] for length in lengths if bare[-length:] in endings), None)
    return found or frozenset()


@cache
def _names(kind: str) -> Names:
    """The names of a kind: `given`, `family`, `ending`."""
    states = {row["people"]: row["sides"].split("|") for row in read_table("peoples")}
    return {
        row["name"].strip("-").lower(): frozenset(
            state for people in row["people"].split("|") for state in states[people]
        )
        for row in read_table("names")
        if row["kind"] == kind
    }
