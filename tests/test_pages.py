"""Web pages: the article, its title and its date; and the scan before them loses no claim."""

import datetime as dt
import html
import json
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("trafilatura")

from facttrack import find_claims, pages
from facttrack.errors import InputError
from facttrack.pages import Page, document_of
from facttrack.sentences import find_sentences

GOLD = Path(__file__).parents[1] / "data" / "gold"
TEXTS = [json.loads(line)["text"] for line in (GOLD / "wild.jsonl").read_text(encoding="utf-8").splitlines()]
SENTENCES = [sentence.text for text in TEXTS for sentence in find_sentences(text)]
RAIN = "It rained on the road to the north, and the market in the old town stayed closed until noon. " * 4
TOLL = "Kyiv said that 12 Russian soldiers had been killed."


def page(body, head="", **more):
    return Page(
        "a.warc:0", 0, f"<html><head>{head}</head><body>{body}</body></html>".encode(), "https://x.org/a", **more
    )


def read(one):
    errors = []
    document = document_of(one, errors.append)
    assert errors == []
    return document


def test_an_article_with_what_its_page_says_of_it():
    head = (
        '<title>Day 7 | The Dispatch</title><meta property="og:title" content="Day 7">'
        '<meta property="og:site_name" content="The Dispatch">'
        '<meta property="article:published_time" content="2022-03-02T10:00:00Z">'
    )
    menu = '<nav><ul><li><a href="/a">Five killed in crash</a></li></ul></nav>'
    document = read(page(f"{menu}<article><h1>Day 7</h1><p>{TOLL}</p><p>{RAIN}</p></article>", head))
    assert TOLL in document.text
    assert "crash" not in document.text
    assert (document.title, document.outlet, document.url) == ("Day 7", "The Dispatch", "https://x.org/a")
    assert (document.published, document.published_from) == (dt.date(2022, 3, 2), "metadata")
    assert [claim.best for claim in find_claims(document)] == [12]


def test_a_page_without_a_date_has_only_one_that_its_text_says():
    assert read(page(f"<p>{TOLL}</p><p>{RAIN}</p>")).published is None
    dated = read(page(f"<p>KYIV, March 25, 2022 (Agency) – {TOLL}</p><p>{RAIN}</p>"))
    assert (dated.published, dated.published_from) == (dt.date(2022, 3, 25), "dateline")


def test_a_page_without_casualties_is_a_document_without_text():
    document = read(page(f"<article><p>{RAIN}</p></article><script>var killed = 1</script><!-- 12 killed -->"))
    assert (document.text, document.name, document.url) == ("", "a.warc:0", "https://x.org/a")


def test_a_text_is_taken_as_it_is():
    document = read(Page("a.wet:0", 0, f"{TOLL}\nKyiv’s".encode(), "https://x.org/a", is_html=False))
    assert (document.text, document.url) == (f"{TOLL}\nKyiv’s", "https://x.org/a")


@pytest.mark.parametrize("charset", ["cp1252", "cp1252-no-such", None])
def test_older_encodings(charset):
    data = f"<p>{TOLL} “Héros”, he said.</p><p>{RAIN}</p>".encode("cp1252")
    document = read(Page("a", 0, data, "https://x.org/a", charset))
    assert TOLL in document.text
    assert "“Héros”" in document.text or charset != "cp1252"


@pytest.mark.parametrize("data", [b"", b"\0\xff", b"{}", b"<", b"<p>", b"<html>" * 3000 + b"killed", b"\x89PNG killed"])
def test_what_is_no_page(data):
    assert find_claims(read(Page("a", 0, data, ""))) == []


def test_a_page_that_the_library_fails_on_is_named():
    def fail(*_, **__):
        raise RecursionError("too deep")

    message = r"a\.warc:0: no article can be found in this page \(RecursionError: too deep\); leave it out"
    libraries = (fail, *pages._libraries()[1:])
    with patch.object(pages, "_libraries", lambda: libraries), pytest.raises(InputError, match=message):
        document_of(page(TOLL), print)


# --- the scan before -------------------------------------------------------------------------------------------------

TAGS = ["b", "i", "em", "span", "a", "font", "p", "div", "li", "x-y"]
BREAKS = [
    "<!-- a > b -->",
    '<a title=">">',
    "<wbr>",
    "&shy;",
    "\u200b",
    "&#8203;",
    "<b></b>",
    "</b><i>",
    "<span class='a'>",
    "&zwnj;",
    " ",
    "<br>",
]
WAYS = st.lists(
    st.tuples(st.integers(0, 400), st.sampled_from(["tag", "break", "entity"]), st.integers(0, 99)), max_size=12
)


def broken(sentence, ways):
    """A sentence as HTML, with tags, entities and invisible letters in the midst of its words."""
    letters = [html.escape(char) for char in sentence]
    for at, how, which in ways:
        at %= len(letters)
        if how == "tag":
            tag = TAGS[which % len(TAGS)]
            letters[at] = f"<{tag}>{letters[at]}</{tag}>"
        elif how == "break":
            letters[at] += BREAKS[which % len(BREAKS)]
        elif len(letters[at]) == 1:
            letters[at] = (f"&#{ord(letters[at])};", f"&#x{ord(letters[at]):x};", f"&#{ord(letters[at]):05}")[which % 3]
    return "".join(letters)


def claims_of(one):
    return [(claim.best, claim.sentence, claim.start) for claim in find_claims(document_of(one, lambda error: None))]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.sampled_from(SENTENCES), WAYS), min_size=1, max_size=4), st.booleans())
def test_the_scan_loses_no_claim_however_a_page_is_written(sentences, with_rain):
    body = "".join(f"<p>{broken(sentence, ways)}</p>" for sentence, ways in sentences)
    one = page(f"<article>{body}{f'<p>{RAIN}</p>' if with_rain else ''}</article>")
    with patch.object(pages, "may_hold", lambda tree: True):
        wanted = claims_of(one)
    assert claims_of(one) == wanted


@pytest.mark.parametrize(
    "word",
    [
        "killed",
        "KILLED",
        "kil<b>led</b>",
        "<i>k</i><i>i</i><i>l</i><i>l</i><i>e</i><i>d</i>",
        "&#107;illed",
        "kil&shy;led",
        "kil\u200bled",
        "kil<!-- > -->led",
        'kil<a title=">">led</a>',
        "<span>been</span><span>kil</span>led<i>Later</i>",
    ],
)
def test_words_that_the_scan_sees(word):
    body = f"<p>Kyiv said that 12 Russian soldiers had been {word}.</p><p>{RAIN}</p>"
    assert pages.may_hold(pages._libraries()[1](body))


def test_an_article_that_stands_in_json_only():
    for text in (f"It rained.\\nKilled: 12. {TOLL}", TOLL.replace("k", "\\u006b"), f"<p>{TOLL}</p>"):
        script = f'<script type="application/ld+json">{{"articleBody": "{text}"}}</script>'
        assert pages.may_hold(pages._libraries()[1](page("<p>x</p>", script).data))
