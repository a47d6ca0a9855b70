"""The scan: which texts, and which sentences of them, can hold a claim at all. Most cannot, and are not read further.

A claim needs a word of casualties, or one of the few other words with which a rule can begin. The scan asks for these
words alone, on the bytes of the text: it looks at nothing else, and so can only ever say yes too often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import compress

from facttrack.carried import STRENGTH
from facttrack.lexicon import Lexicon
from facttrack.linked import CLAIMED, CLAIMERS, HOLDING, TAKEN
from facttrack.mentions import BEGINNING
from facttrack.tolls import OF_THE
from facttrack.topics import STARTERS
from facttrack.units import SCALES, SMALL_NUMBERS
from facttrack.unsaid import LOSSES, VICTIMS

__all__ = ["find_telling", "may_count", "may_deny", "may_name", "may_tell"]

TOPICS = BEGINNING | {"casualty_topic"}
"""Senses of further words with which a rule can begin."""
NEGATING = STARTERS | {"zero", "zero_pronoun"}
"""Senses of words with which a silence or denial begins."""
COUNTING = frozenset({"number", "vague", "zero", "zero_pronoun", "all"})
"""Senses of words that count."""
DIGIT = re.compile(r"\d")
SOFT_HYPHEN = "\u00ad"
KELVIN = "\u212a"
"""The one sign outside ASCII that is a letter of English in lower case: a k."""
MIN_TELLING = 3
"""Letters: a longer word with a capital seldom is anything but a name; "In" and "A" mostly are."""
FORM_REACH = 12
"""Words before and behind the one by which a form is found, among which its others stand: no form is as long."""
ANYWHERE = b"casualt"
"""What makes a word one of casualties, whether a table knows it or not."""
CASED = bytes(code if chr(code).isalpha() or chr(code) == "\n" else 32 for code in range(128)).ljust(256)
"""Each byte as the letter or line break that it is, or as the space that all others are."""
SMALL = CASED.lower()
"""The same in small letters."""
ONE_LINE = SMALL.replace(b"\n", b" ")
"""The same without line breaks."""

WEAK = "W"
"""The class of words of casualties that are said of shares and buildings too."""

LISTING = re.compile("[:–—‒−-]")
"""What stands before the number in a line of a list."""
STRONG = frozenset(word.encode() for word in STRENGTH)
"""Words that tell of casualties in such a line: "Personnel: 5,840"."""

Signals = dict[bytes, tuple[frozenset[bytes], ...]]
"""A word of each form, and the other words of the forms that it stands for; none if it is a form of its own."""


def find_telling(text: str, words: Lexicon) -> dict[int, bool] | None:
    """Where the words stand without one of which no sentence of a text may tell (`may_tell`), in no order.

    With each whether it is enough; else its sentence has to be asked. None where that is not worth the search: then any
    sentence has to be.

    >>> from facttrack.lexicon import lexicon
    >>> find_telling("It rained. “No,” he said: nobody died, nobody.", lexicon())
    {33: True}
    >>> find_telling("The council will vote on the new budget in May.", lexicon())
    {}
    """
    if SOFT_HYPHEN in text or KELVIN in text:
        return None
    letters = b" %b " % text.encode("ascii", "replace").translate(ONE_LINE)  # one byte for each character
    found = letters.split()
    here = frozenset(found)
    places: dict[int, bool] = {}
    signals = _telling(words)
    weak = _weak(words)
    for word in _beginning(words) & here:
        others = signals.get(word)
        alone = b" %b " % word
        if others == ():
            places.update(dict.fromkeys(_places(letters, alone), True))
        elif word in weak and _fighting(words).isdisjoint(here):
            continue
        elif word in weak or (word in STRONG and LISTING.search(text) is not None):
            places.update(dict.fromkeys(_places(letters, alone), False))
        elif others:
            held = [each for each in others if each <= here]
            if held:
                places.update(dict.fromkeys(compress(_places(letters, alone), _beside(found, word, held)), False))
    if ANYWHERE in letters:
        places.update((at - 1, True) for at in _places(letters, ANYWHERE))
    return places


def _beside(found: list[bytes], word: bytes, others: list[frozenset[bytes]]) -> Iterator[bool]:
    """For each time that a word is found, whether all other words of one of its forms stand near."""
    at = -1
    for _ in range(found.count(word)):
        at = found.index(word, at + 1)
        near = frozenset(found[max(0, at - FORM_REACH) : at + FORM_REACH])
        yield any(map(near.issuperset, others))


def _places(letters: bytes, word: bytes) -> list[int]:
    """Where some letters begin in others."""
    places: list[int] = []
    at = letters.find(word)
    while at >= 0:
        places.append(at)
        at = letters.find(word, at + 1)
    return places


def may_tell(text: str, words: Lexicon) -> bool:
    """Whether a text has all the words of any form without which there is no claim.

    >>> from facttrack.lexicon import lexicon
    >>> [may_tell(text, lexicon()) for text in ("Three soldiers fell.", "“KIL\u00adLED”", "They lost. Lives go on.")]
    [True, True, True]
    >>> [may_tell(text, lexicon()) for text in ("Shares fell 4 percent.", "The council will vote in May.")]
    [False, False]
    """
    letters = _letters(text)
    found = letters.split()
    return (
        ANYWHERE in letters
        or _has_any(found, _telling(words))
        or not (_weak(words).isdisjoint(found) or _fighting(words).isdisjoint(found))
        or (LISTING.search(text) is not None and not STRONG.isdisjoint(found))
    )


def may_deny(text: str, words: Lexicon) -> bool:
    """Whether a text has a word without which there is no silence and no denial.

    >>> from facttrack.lexicon import lexicon
    >>> [may_deny(text, lexicon()) for text in ("He gave no figure.", "It is a lie.", "He gave a figure.")]
    [True, True, False]
    """
    return _has_any(_letters(text).split(), _denying(words))


def may_count(text: str, words: Lexicon) -> bool:
    """Whether a text has a number of any kind, which can go on with the casualties of a sentence before.

    >>> from facttrack.lexicon import lexicon
    >>> [may_count(text, lexicon()) for text in ("It stands at 40.", "None from Kyiv.", "Thirty-odd.", "It rose.")]
    [True, True, True, False]
    """
    return DIGIT.search(text) is not None or _has_any(_letters(text).split(), _counting(words))


def may_name(text: str, words: Lexicon) -> bool:
    """Whether a text has a word of the name of a side or a place.

    >>> from facttrack.lexicon import lexicon
    >>> [may_name(text, lexicon()) for text in ("It rained in Kyiv.", "UKRAINE’S ARMY", "A Hamas-run body", "Rain.")]
    [True, True, True, False]
    """
    return not _naming(words).isdisjoint(_letters(text, CASED).split())


def _has_any(found: list[bytes], signals: Signals) -> bool:
    """Whether any form has all its words among some."""
    if signals.keys().isdisjoint(found):
        return False
    for word in found:
        others = signals.get(word)
        if others is not None and (not others or any(each.issubset(found) for each in others)):
            return True
    return False


def _letters(text: str, table: bytes = SMALL) -> bytes:
    """The words of a text in letters of English, small ones unless told otherwise, with spaces between.

    A soft hyphen parts no word.
    """
    if SOFT_HYPHEN in text:
        text = text.replace(SOFT_HYPHEN, "")
    if KELVIN in text:
        text = text.replace(KELVIN, "k")
    return text.encode("utf-8", "surrogatepass").translate(table)


@cache
def _telling(words: Lexicon) -> Signals:
    """The words of casualties, and the few others with which a rule can begin; without the weak ones.

    A weak form of several words, "have fallen", has one that is weak by itself.
    """
    forms = [
        form
        for form, entry in words.entries.items()
        if (entry.outcome is not None or not entry.senses.isdisjoint(TOPICS)) and entry.cls != WEAK
    ]
    claimers = [" ".join(form) for form, entry in words.entries.items() if not entry.senses.isdisjoint(CLAIMERS)]
    claiming = [f"{claimer} {verb}" for claimer in claimers for verb in CLAIMED]  # "both wars claimed 14,000 soldiers"
    return _signals([*map(" ".join, forms), "in hands", *TAKEN, *HOLDING, *OF_THE, *LOSSES, *VICTIMS, *claiming])


@cache
def _weak(words: Lexicon) -> frozenset[bytes]:
    """Single words that tell of casualties only where soldiers or a nation are counted: "fell", "destroyed"."""
    return frozenset(form[0].encode() for form, entry in words.entries.items() if len(form) == 1 and entry.cls == WEAK)


@cache
def _fighting(words: Lexicon) -> frozenset[bytes]:
    """Words of which one stands wherever soldiers or fighters are named, or people by their nation."""
    forms = [
        " ".join(form)
        for form, entry in words.entries.items()
        if entry.victim_class == "combatant" or entry.stance == "own"
    ]
    return frozenset(_signals([*forms, *words.names.nations(), "men"]))


@cache
def _beginning(words: Lexicon) -> frozenset[bytes]:
    """The words with which one that tells is found: those above, and those that tell in a list."""
    return STRONG.union(_telling(words), _weak(words))


@cache
def _denying(words: Lexicon) -> Signals:
    """The words with which a silence or denial begins."""
    return _signals(" ".join(form) for form, entry in words.entries.items() if not entry.senses.isdisjoint(NEGATING))


@cache
def _counting(words: Lexicon) -> Signals:
    """The words that count."""
    forms = [form for form, entry in words.entries.items() if not entry.senses.isdisjoint(COUNTING)]
    return _signals([*map(" ".join, forms), *SMALL_NUMBERS, *SCALES, "another"])


@cache
def _naming(words: Lexicon) -> frozenset[bytes]:
    """Of each name of a side or place the word that tells most, as written and in capitals."""
    lines = "\n".join(words.names.placed())
    runs = map(bytes.split, _letters(f"{lines}\n{lines.upper()}", CASED).split(b"\n"))
    return frozenset(
        [
            parts[0]
            if len(parts) == 1
            else max(parts, key=lambda part: (part[:1].isupper() and len(part) > MIN_TELLING, len(part)))
            for parts in runs
        ]
    )


def _signals(forms: Iterable[str]) -> Signals:
    """The words to scan for: of a form of several words the longest, which is seldom "the"."""
    signals: dict[bytes, set[frozenset[bytes]]] = {}
    for form in forms:
        parts = frozenset(_letters(form).split())
        longest = max(parts, key=lambda part: (len(part), part))
        signals.setdefault(longest, set()).add(parts - {longest})
    return {word: () if frozenset() in others else tuple(others) for word, others in signals.items()}
