"""The scan: which texts, and which sentences of them, can hold a claim at all. Most cannot, and are not read further.

A claim needs a word of casualties, or one of the few other words with which a rule can begin. The scan asks for these
words alone, on the bytes of the text: it looks at nothing else, and so can only ever say yes too often.
"""

from __future__ import annotations

from functools import cache

from facttrack.lexicon import Lexicon
from facttrack.mentions import HOLDING, OF_THE, STRENGTH
from facttrack.silence import LOSSES, VICTIMS

__all__ = ["may_tell"]

TOPICS = frozenset({"casualty_topic", "capture_noun"})
"""Senses of further words with which a rule can begin."""
SOFT_HYPHEN = "\u00ad"
KELVIN = "\u212a"
"""The one sign outside ASCII that is a letter of English in lower case: a k."""
ANYWHERE = b"casualt"
"""What makes a word one of casualties, whether a table knows it or not."""
LETTERS = bytes(c if chr(c).islower() else ord(chr(c).lower()) if chr(c).isupper() else 32 for c in range(128)).ljust(
    256
)
"""Each byte as a small letter, or as the space that all others are."""

Signals = dict[bytes, tuple[frozenset[bytes], ...]]
"""A word of each form, and the other words of the forms that it stands for; none if it is a form of its own."""


def may_tell(text: str, words: Lexicon) -> bool:
    """Whether a text has all the words of any form without which there is no claim.

    >>> from facttrack.lexicon import lexicon
    >>> [may_tell(text, lexicon()) for text in ("Shares fell 4 percent.", "“KIL\u00adLED”", "They lost. Lives go on.")]
    [True, True, True]
    >>> may_tell("The council will vote on the new budget in May.", lexicon())
    False
    """
    signals = _signals(words)
    letters = _letters(text)
    found = letters.split()
    if signals.keys().isdisjoint(found):
        return ANYWHERE in letters
    present = signals.keys() & found
    if any(not signals[word] for word in present) or ANYWHERE in letters:
        return True
    return any(others.issubset(found) for word in present for others in signals[word])


def _letters(text: str) -> bytes:
    """The words of a text in small letters of English, with spaces between; a soft hyphen parts no word."""
    if SOFT_HYPHEN in text:
        text = text.replace(SOFT_HYPHEN, "")
    if KELVIN in text:
        text = text.replace(KELVIN, "k")
    return text.encode("utf-8", "surrogatepass").translate(LETTERS)


@cache
def _signals(words: Lexicon) -> Signals:
    """The words to scan for: of a form of several words the longest, which is seldom "the"."""
    forms = [
        " ".join(form)
        for form, entry in words.entries.items()
        if entry.outcome is not None or not entry.senses.isdisjoint(TOPICS)
    ]
    signals: dict[bytes, set[frozenset[bytes]]] = {}
    for form in (*forms, *HOLDING, *OF_THE, *STRENGTH, *LOSSES, *VICTIMS):
        parts = frozenset(_letters(form).split())
        longest = max(parts, key=lambda part: (len(part), part))
        signals.setdefault(longest, set()).add(parts - {longest})
    return {word: () if frozenset() in others else tuple(others) for word, others in signals.items()}
