"""Web pages to documents: trafilatura finds the article in the HTML, its title, its date and whose page it is.

That takes twenty times as long as reading the article does, and most pages tell of no casualties. So the words of a
page are scanned before, as soon as it is parsed and whatever part of it they stand in: comments, tags and entities are
settled by then, and scripts are left out. Of a page without any such word there is a document without text, to be
counted.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from facttrack.documents import ErrorHandler, make_document
from facttrack.errors import InputError, extra
from facttrack.lexicon import lexicon
from facttrack.models import Document
from facttrack.scan import may_tell

__all__ = ["MAX_PAGE_BYTES", "Page", "document_of", "may_hold"]

MAX_PAGE_BYTES = 8 * 1024 * 1024
"""Of one page; a longer one is set aside, since finding its article would take minutes."""
MAX_LETTERS = 40
"""Of a word that tags may stand in; none of the lexicon is as long."""
DATES = {"extensive_search": False, "original_date": True}
"""For htmldate: the date that a page says it was published on, in its metadata or address; none that is guessed."""


class Page(NamedTuple):
    """A page as it was answered, or the text that somebody has made of one; `line` is 0, as in a `Block` of text."""

    name: str
    line: int
    data: bytes
    url: str
    charset: str | None = None
    is_html: bool = True


def document_of(page: Page, report: ErrorHandler) -> Document:
    """The article of a page, without text if it has none that could tell of casualties. Raises `InputError`.

    >>> html = b"<p>Kyiv said 12 soldiers had been kil<b>led</b>.</p><p>" + b"It rained on the road to the north. " * 9
    >>> document_of(Page("a.warc.gz:0", 0, html, "https://example.org/a"), print).text.splitlines()[0]
    'Kyiv said 12 soldiers had been killed.'
    """
    if not page.is_html:
        record: dict[str, object] = {"text": page.data.decode("utf-8", "replace")}
    else:
        try:
            record = _article(page)
        except (MemoryError, RecursionError, ValueError, TypeError, AttributeError, LookupError) as error:
            what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            raise InputError(page.name, f"no article can be found in this page ({what})", hint="leave it out") from None
    if not str(record["text"]).strip():
        return Document(page.name, "", url=page.url or None)
    return make_document(record | {"url": page.url}, page.name, report, where=page.name)


def _article(page: Page) -> dict[str, object]:
    extract, load, decode = _libraries()
    tree = load(_decoded(page, decode))
    if tree is None or not may_hold(tree):
        return {"text": ""}
    found = extract(
        tree, url=page.url or None, fast=True, include_comments=False, with_metadata=True, date_extraction_params=DATES
    )
    if found is None:
        return {"text": ""}
    return {"text": found.text or "", "title": found.title, "published": found.date, "outlet": found.sitename}


@cache
def _libraries() -> tuple[Any, Any, Any]:
    with extra("warc"):
        from trafilatura import bare_extraction
        from trafilatura.utils import decode_file, load_html
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return bare_extraction, load_html, decode_file


def _decoded(page: Page, decode: Any) -> str:
    """The text of a page by what its server said, else by what its bytes look like."""
    if page.charset:
        try:
            return page.data.decode(page.charset)
        except (LookupError, UnicodeDecodeError):
            pass
    return str(decode(page.data))


# --- which pages are worth it ----------------------------------------------------------------------------------------


def may_hold(tree: Any) -> bool:
    """Whether the text of a parsed page, wherever it stands, has a word of casualties: else no article of it has."""
    pieces = list(_pieces(tree))
    text = "\n".join(pieces)
    odd = [char for char in set(text) if not char.isprintable() and not char.isspace()]
    if odd:  # which trafilatura takes away, so that a word is whole again
        gone = str.maketrans(dict.fromkeys(odd))
        pieces = [piece.translate(gone) for piece in pieces]
        text = "\n".join(pieces)
    words = lexicon()
    return may_tell(text, words) or may_tell("\n".join(_joined(pieces)), words)


def _pieces(tree: Any) -> Iterator[str]:
    """Every text of a page from tag to tag; of scripts only the JSON in which an article may stand."""
    for element in tree.iter():
        if not isinstance(element.tag, str):  # a comment
            pass
        elif element.tag in ("script", "style"):
            if element.text and "json" in element.get("type", ""):
                yield _unescaped(element.text)
        elif element.text:
            yield element.text
        if element.tail:
            yield element.tail


def _unescaped(json: str) -> str:
    text = _UNICODE.sub(lambda found: chr(int(found[1], 16)), json)
    return _TAG.sub("", text) + "\n" + _ESCAPE.sub(" ", text)


_UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_ESCAPE = re.compile(r"\\[a-z]")
_TAG = re.compile(r"<[^<>]*>|\\[a-z]")


def _joined(pieces: list[str]) -> Iterator[str]:
    """The words that are whole only without the tags in them, "kil<b>led</b>", and any others that tags may join."""
    run: list[str] = []
    for piece in pieces:
        head = _HEAD.match(piece)
        if run and head is not None:
            run.append(head[0])
            if head.end() == len(piece):
                continue
        yield from _joins(run)
        tail = _TAIL.search(piece)
        run = [tail[0]] if tail is not None else []
    yield from _joins(run)


def _joins(run: list[str]) -> Iterator[str]:
    for first in range(len(run) - 1):
        word = run[first]
        for more in run[first + 1 :]:
            word += more
            if len(word) > MAX_LETTERS:
                break
            yield word


_HEAD = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"(?<![^\W\d_])[^\W\d_]+\Z")
