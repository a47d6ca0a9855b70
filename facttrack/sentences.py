"""Text to sentences, sentences to tokens: offsets kept, nothing looked up yet.

Sentences never cross a blank line. A single line break ends a sentence too, unless the text is hard-wrapped,
as old wire copy is (see `is_hard_wrapped`).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Sentence", "find_sentences", "find_tokens", "is_hard_wrapped", "sentences_around"]

MIN_WRAP_WIDTH, MAX_WRAP_WIDTH = 40, 100
"""Columns: wire copy wraps at 60 to 80, so a text with shorter or longer lines was not wrapped by a machine."""
MAX_SENTENCE_CHARS = 2000
"""A stretch without a stop is cut here, at a space: no real sentence is longer, and work must grow with the text."""
MIN_WRAPPED_SHARE = 0.7
"""Share of lines that must be full before a text counts as hard-wrapped."""
SLACK = 4
"""Columns that a wrapped line may leave free: old wires broke lines a little early."""

TOKEN = re.compile(
    r"""
    \d{4}-\d{2}-\d{2}                                    # 2022-03-02
  | ['’](?:ve|re|ll|d)(?![\w-])                          # they 've
  | \d{1,2}[:.]\d{2}(?=\s?(?:[ap]\.?m\b|GMT|UTC|hrs?\b|[A-Z]{2,4}T\b))   # 9.30 am, 10:42 GMT
  | \d{1,2}:\d{2}                                        # 14:05
  | [$€£¥]\s?\d(?:[\d.,]*\d)?(?:\s?(?:bn|m|k|million|billion)\b)?   # money
  | \d+(?:[.,]\d+)*(?:st|nd|rd|th|ST|ND|RD|TH)\b          # 2nd, 7TH
  | \d+(?:[.,]\d+)?[km]\b                               # 5.8k, 1.2m
  | \d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?![\d])                # 5,840  1,00,000
  | \d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)           # 5 840 with a hard, narrow or thin space
  | (?<!\d\s)(?<!\d)[1-9]\d{0,2}(?:[ ]\d{3})+(?![\d,.]\d|\d)   # 5 840
  | (?<![\d.])\d{1,3}(?:\.\d{3}){2,}(?![\d.]\d|\d)        # 1.200.000
  | \d{1,3}(?:['’]\d{3})+(?!\d)                          # 1'200
  | \d+\.\d+(?!\.\d)                                      # 1.2
  | \d+(?:-[^\W\d_]+)+                                    # 12-year-old, 45-strong
  | \d+                                                   # 137
  | (?:[A-Z]\.){2,}(?:-[a-z]+)?                           # U.S., U.S.-based
  | (?<!\S)(?<!\bon\s)[A-Z]\.(?=\s|$)                     # Mark A. Milley, not "said on X."
  | (?:Maj|MAJ|Brig|BRIG|Lt|LT)\.?-(?:Gen|GEN|Col|COL)\.(?=\s|$)   # Maj.-Gen.
  | (?:Dr|Mr|Mrs|Ms|Gen|Col|Maj|Lt|Sgt|Capt|Brig|Adm|Prof|Rev|Sen|Rep|Gov|Cmdr|Cpl|Pvt)\.(?=\s|$)   # titles
  | (?:Mt|Ft)\.(?=\s|$)                                  # Mt. Cansermon
  | (?:DR|MR|MRS|MS|GEN|COL|MAJ|LT|SGT|CAPT|BRIG|ADM|PROF|REV|SEN|REP|GOV|CMDR|CPL|PVT)\.(?=\s|$)
  | [ap]\.m\.                                             # p.m.
  | [^\W\d_](?:[^\W_]|(?<=\w)[-‐‑­](?=\w)|(?<=\w)['’`](?=[^\W\d_]))*   # words, al-Shabaab, O'Brien, F-16
  | \.\.\.|[^\w\s]                                        # punctuation
  | \S
    """,
    re.VERBOSE,
)
CONTEXTUAL = re.compile(r"[\d$€£¥]|['’]$")
"""Where a token may depend on what stands behind a space: "5 840", "9.30 am", "$ 5 million", "the soldiers' wives"."""
MAX_KNOWN_FIELDS, MAX_FIELD_CHARS = 2**15, 40
"""Stretches between spaces whose tokens are kept, and how long one may be: ten years of news have the same words."""
POSSESSIVE = re.compile(r"['’`]s?$", re.IGNORECASE)
CONTRACTED = re.compile(r"(?:[a-z]+(?='(?:ve|re|ll)$)|(?:i|he|she|it|we|they|who)(?='d$))", re.IGNORECASE)
"""A word with a short verb behind it: "we've lost", "he'd no figure"."""
CLOSING_MARKS = ("'", "’")
ABBREVIATIONS = frozenset(
    "mr mrs ms dr st lt gen col maj sgt capt brig cmdr adm cpl pvt prof sen rep gov no vs jr sr inc ltd co corp etc "
    "approx jan feb mar apr jun jul aug sept sep oct nov dec mt ft est dept rev hon pres ca op cit sq "
    "lt-gen lt.-gen lt-col lt.-col maj-gen maj.-gen brig-gen brig.-gen "
    "u.s u.k u.n a.m p.m i.e e.g".split()
)
FINAL_ABBREVIATIONS = frozenset(["a.m", "p.m", "u.s", "u.k", "u.n", "etc", "no"])
"""Abbreviations that end a sentence too, if the next word opens one."""
OPENERS = frozenset("the a he she it they in on at but and no there this".split())
"""Words that open a sentence after an abbreviation; a name need not."""
INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
END = re.compile(r"[.!?…\n](?:(?<=\n)|[.!?…]*[\"”’'»)\]]*(?=\s|$))")
"""Stops with what closes behind them, or a line break. The pattern begins with a set, so that it is searched fast."""
POSTED = (" on ", " platform ", " network ")
"""What stands before the name of the network X, which ends a sentence."""
STOP = re.compile(r"[.!?…][\"”’'»)\]]*(?:\s|$)")
"""The end of a sentence, of which a wrapped text has at least one."""
LABELLED = re.compile(r"[•▫*·■–—-] |[A-Z][\w' ]{1,24}: ")
"""How the line of a list begins: "• 12 dead", "Killed: 21"."""
LONG_WORD = 7
"""Letters: a word as long is no abbreviation."""


Token = tuple[str, int, int]
"""A word, where it begins and where it ends."""
WHOLE: tuple[Token, ...] = (("", 0, 0),)
"""Stands for the one token of a stretch that is a word, which need not be kept beside it."""


class Sentence(NamedTuple):
    """A stretch of text that is read as one; `text` is `Document.text[start:end]`."""

    text: str
    start: int
    end: int
    paragraph: int
    cut: bool = False
    """Whether it begins in the middle of a longer stretch: its first number may be the end of one."""


def find_tokens(text: str) -> list[Token]:
    """The tokens of a sentence as (word, start, end), offsets relative to the sentence.

    A possessive ending is a token of its own, so that "Ukraine's" is found as Ukraine.

    >>> [word for word, _, _ in find_tokens("Ukraine's army lost 5,840 men, not 180-200.")]
    ['Ukraine', "'s", 'army', 'lost', '5,840', 'men', ',', 'not', '180', '-', '200', '.']
    """
    tokens: list[Token] = []
    start = read = 0
    for field in text.split(" "):
        if start >= read:
            known = FIELDS[field]
            if known is None:
                end = start + len(field)
                if field.isdecimal() and not text[end + 1 : end + 2].isdecimal():
                    tokens.append((field, start, end))  # "400 | soldiers"; not "5 | 840"
                else:
                    read = _read_contextual(text, start, end, tokens)
            elif known is WHOLE:
                tokens.append((field, start, start + len(field)))
            else:
                tokens += [(word, start + first, start + last) for word, first, last in known]
        start += len(field) + 1
    if tokens and len(tokens[-1][0]) == 2 and tokens[-1][0][1] == ".":
        word, first, last = tokens.pop()  # "plan B.": the stop of the sentence
        tokens += [(word[0], first, last - 1), (".", last - 1, last)]
    return tokens


class _Fields(dict[str, tuple[Token, ...] | None]):
    """The tokens of the stretches without a space met so far, with offsets in it; emptied when it is full.

    `WHOLE` where the stretch is one itself, as most are. None where they may depend on what stands around: numbers, and
    marks that can close a quotation or own something.
    """

    def __missing__(self, field: str) -> tuple[Token, ...] | None:
        tokens = None
        if CONTEXTUAL.search(field) is None:
            tokens = tuple(
                part for found in TOKEN.finditer(field) for part in _parts(found.group(), found.start(), found.end())
            )
            if tokens == ((field, 0, len(field)),):
                tokens = WHOLE
        if len(self) >= MAX_KNOWN_FIELDS:
            self.clear()
        if len(field) <= MAX_FIELD_CHARS:
            self[field] = tokens
        return tokens


FIELDS = _Fields()


def _read_contextual(text: str, start: int, end: int, tokens: list[Token]) -> int:
    """Adds the tokens of a stretch, and of those behind it into which a token reaches; the end of what was read."""
    while start < end:
        found = TOKEN.search(text, start)
        if found is None or found.start() >= end:
            return end
        tokens += _parts(found.group(), found.start(), found.end())
        start = found.end()
        if text[start - 1] in CLOSING_MARKS:
            _close_possessive(text, tokens)
        if start > end:
            end = text.find(" ", start)
            end = end if end >= 0 else len(text)
    return end


def _parts(word: str, start: int, end: int) -> list[Token]:
    """A token, or the two of a word with a possessive ending or a short verb; apostrophes inside it are straight."""
    if ("'" in word or "’" in word or "`" in word) and len(word) > 2:
        tail = POSSESSIVE.search(word)
        if tail and tail.start() and not word[tail.start() - 1].isspace():
            cut = start + tail.start()
            return [(word[: tail.start()], start, cut), ("'s", cut, end)]
        word = word.replace("’", "'").replace("`", "'")
        short = CONTRACTED.match(word)
        if short is not None:
            cut = start + short.end()
            return [(short.group(), start, cut), (word[short.end() :], cut, end)]
    return [(word, start, end)]


def _close_possessive(text: str, tokens: list[Token]) -> None:
    """Makes the mark at the end of "the soldiers' families" a possessive ending, if it cannot close a quotation."""
    if len(tokens) < 2:
        return
    (before, _, middle), (mark, start, end) = tokens[-2:]
    if (
        mark in "'’"
        and middle == start
        and before[-1:] in "sSzZx"
        and before.isalpha()
        and text[end : end + 1] == " "
        and "'" not in text[:start]
        and "‘" not in text[:start]
    ):
        tokens[-1] = ("'s", start, end)


def is_hard_wrapped(text: str) -> bool:
    r"""Whether line breaks stand where the paper ended, not where the sentence did.

    >>> wire = "THE ARMY SAID ABOUT 50 PEASANTS WERE TAKEN\nFROM THEIR HOMES NEAR THE TOWN BY REBELS OF\nTHE NORTH."
    >>> is_hard_wrapped(wire)
    True
    >>> is_hard_wrapped("Killed: 21\nWounded: 112\nMissing: 3")
    False
    >>> is_hard_wrapped("BLAST KILLS 12 IN MOSQUE; TOLL RISES TO 61\nNO GROUP SAYS IT DID IT; HOSPITAL ASKS FOR BLOOD")
    False
    """
    first = text.partition("\n")[0]
    if len(first) == len(text) or len(first.strip()) > MAX_WRAP_WIDTH or STOP.search(text) is None:
        return False  # one line, or headings alone
    lines = list(map(str.strip, text.split("\n")))
    width = max(map(len, lines))
    if not MIN_WRAP_WIDTH <= width <= MAX_WRAP_WIDTH:
        return False
    inner = [(a, b) for a, b in pairwise(lines) if a and b]
    if not inner:
        return False
    # A line is wrapped where the first word of the next one would not have fitted on it.
    full = sum(
        1
        for a, b in inner
        if len(a) + 1 + len(b.split(" ", 1)[0]) > width - SLACK
        and a[-1] not in ":;"
        and "|" not in a
        and LABELLED.match(b) is None
    )  # the row of a table or list is none
    return full / len(inner) >= MIN_WRAPPED_SHARE


def find_sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order; headings and list items are sentences too.

    >>> [s.text for s in find_sentences("Lt. Gen. Smith spoke at 6 p.m. on Friday. “Five died.” He left.")]
    ['Lt. Gen. Smith spoke at 6 p.m. on Friday.', '“Five died.”', 'He left.']
    """
    wrapped = is_hard_wrapped(text)
    sentences: list[Sentence] = []
    start, paragraph = 0, 0
    for found in END.finditer(text):
        at, end = found.start(), found.end()
        if text[at] == "\n":
            blank = _is_blank(text, end)
            if wrapped and not blank:
                continue
            if start < at:
                _append(sentences, text, start, at, paragraph)
            start = end
            if blank:
                paragraph += 1
            continue
        if not _ends_sentence(text, at, end):
            continue
        _append(sentences, text, start, end, paragraph)
        start = end
    _append(sentences, text, start, len(text), paragraph)
    return sentences


def sentences_around(text: str, at: int, since: int = 0) -> list[Sentence]:
    r"""The sentence of a text in which a letter stands, as `find_sentences` has it, or the pieces of one that is cut.

    Not for a text that is hard-wrapped. `since` is the beginning of the text, or the end of a sentence before the
    letter. Paragraphs are not counted.

    >>> text = "He left on Friday. At 6 p.m. five died.\nNobody came."
    >>> sentences_around(text, text.index("died"))[0].text
    'At 6 p.m. five died.'
    """
    start = max(since, text.rfind("\n", since, at) + 1)
    end = len(text)
    before: list[re.Match[str]] = []
    for found in END.finditer(text, start):
        if found.end() <= at:
            before.append(found)
        elif text[found.start()] == "\n":
            end = found.start()
            break
        elif _ends_sentence(text, found.start(), found.end()):
            end = found.end()
            break
    for found in reversed(before):
        if _ends_sentence(text, found.start(), found.end()):
            start = found.end()
            break
    sentences: list[Sentence] = []
    _append(sentences, text, start, end, 0)
    return sentences


def _is_blank(text: str, start: int) -> bool:
    """Whether there is nothing between a position and the end of its line."""
    if start < len(text) and not text[start].isspace():
        return False
    stop = text.find("\n", start)
    return not text[start : stop if stop >= 0 else len(text)].strip()


def _ends_sentence(text: str, at: int, end: int) -> bool:
    """Whether the stop at a position ends a sentence: not after an abbreviation, and not before a small letter."""
    follow = end
    while follow < len(text) and text[follow] in " \t  ":
        follow += 1
    if follow >= len(text) or text[follow] == "\n":
        return True
    head = text[follow]
    if text[at] == "." and not (at >= LONG_WORD and text[at - LONG_WORD : at].isalpha()):
        begin = at
        while begin > 0 and (text[begin - 1].isalnum() or text[begin - 1] in ".-"):
            begin -= 1
        word = text[begin:at].lower()
        if word in ABBREVIATIONS and not (
            word in FINAL_ABBREVIATIONS
            and head.isupper()
            and text[follow : follow + 6].split(" ")[0].lower() in OPENERS
        ):
            return False
        posted = word == "x" and text.endswith(POSTED, 0, begin)  # "the ministry said on | X. Earlier"
        if INITIALS.fullmatch(text[begin:at]) and word not in ("u.s", "u.k", "u.n") and not posted:
            return False
    return not head.islower()


def _append(sentences: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    """Adds a stretch of text without the spaces around it, cut where it is too long for a sentence."""
    whole = text[start:end]
    body = whole.lstrip()
    start += len(whole) - len(body)
    body = body.rstrip()
    end = start + len(body)
    if 0 < len(body) <= MAX_SENTENCE_CHARS:
        sentences.append(Sentence(body, start, end, paragraph))
        return
    continued = False
    while end - start > MAX_SENTENCE_CHARS:
        cut = text.rfind(" ", start, start + MAX_SENTENCE_CHARS)
        cut = cut if cut > start else text.find(" ", start + MAX_SENTENCE_CHARS, end)
        if cut < 0:
            break
        sentences.append(Sentence(text[start:cut], start, cut, paragraph, continued))
        start, continued = cut, True
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        sentences.append(Sentence(text[start:end], start, end, paragraph, continued))
