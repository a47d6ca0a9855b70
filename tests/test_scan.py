"""The scan must lose nothing: on any text, the claims with it and without it are the same."""

import json
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facttrack import Document, find_claims, looks, mentions, scan
from facttrack.lexicon import lexicon
from facttrack.scan import find_telling, may_tell
from facttrack.sentences import find_sentences, is_hard_wrapped, sentences_around

ROOT = Path(__file__).parents[1]
FILES = sorted(path for path in (ROOT / "data" / "gold").glob("*.jsonl") if not path.stem.startswith("measured"))
FILES += sorted((ROOT / "tests" / "cases").glob("*.jsonl"))
TEXTS = [json.loads(line)["text"] for path in FILES for line in path.read_text(encoding="utf-8").splitlines()]
SENTENCES = [sentence.text for text in TEXTS for sentence in find_sentences(text)]


@pytest.fixture(autouse=True, scope="module")
def short_texts_are_read_like_long_ones():
    with patch.object(looks, "MIN_PARTED_CHARS", 0):
        yield


def claims_in_full(text):
    """The claims where every sentence is read in full, whatever the scan says of it."""

    def always(*_):
        return True

    def mark_all(every):
        for look in every:
            look.silent = True

    with (
        patch.object(looks, "find_telling", lambda *_: None),
        patch.object(looks, "may_tell", always),
        patch.object(looks, "_mark_silences", mark_all),
        patch.object(looks, "_end_of_telling", len),
        patch.object(mentions, "_may_tell", always),
    ):
        return find_claims(Document("text", text))


def written_otherwise(text):
    """The same words as other texts may write them."""
    yield text.upper()
    yield text.replace("ill", "i\u00adll").replace("dead", "de\u00adad")
    yield text.replace("'", "’").replace("-", "‑").replace(" ", "\u00a0")
    yield text.replace("k", "\u212a").replace("K", "\u212a")
    yield text.replace(" ", "\n", text.count(" ") // 2).replace(".", ".”")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_scan_loses_no_claim(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        assert find_claims(Document("text", text)) == claims_in_full(text)


def test_labels_behind_the_last_claim_make_a_transcript():
    text = "SHEA: We have news.\nTwelve soldiers were killed.\nIt rained.\nIt rained again.\nGEN. JERTZ: Thank you."
    claim, *_ = find_claims(Document("text", text))
    assert (claim.source_text, [claim]) == ("SHEA", claims_in_full(text))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=14), st.sampled_from([" ", "\n", "\n\n"]))
def test_the_scan_loses_no_claim_of_sentences_thrown_together(sentences, gap):
    text = gap.join(sentences)
    assert find_claims(Document("text", text)) == claims_in_full(text)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.sampled_from(TEXTS))
def test_the_scan_loses_no_claim_that_is_written_otherwise(text):
    for other in written_otherwise(text):
        assert find_claims(Document("text", other)) == claims_in_full(other)


def places_are_those_of_sentences(text):
    """Whether each sentence that may tell has a place of `find_telling`, and each place lies in its sentence."""
    places = find_telling(text, lexicon())
    if places is None:
        return "\u00ad" in text or "\u212a" in text
    sentences = find_sentences(text)
    if not is_hard_wrapped(text):
        for sentence in sentences:
            inside = [at for at in places if sentence.start <= at < sentence.end]
            if inside:
                around = sentences_around(text, max(inside))
                assert [(one.start, one.end, one.cut) for one in around if one.start <= max(inside) < one.end] == [
                    (sentence.start, sentence.end, sentence.cut)
                ]
    for sentence in sentences:
        inside = [places[at] for at in places if sentence.start <= at < sentence.end]
        assert may_tell(sentence.text, lexicon()) or not any(inside)
        assert inside or not find_telling(sentence.text, lexicon())
    return all(any(one.start <= at < one.end for one in sentences) for at in places)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_places_are_found_in_the_sentences_that_may_tell(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        for each in (text, *written_otherwise(text)):
            assert places_are_those_of_sentences(each)


MARKS = st.lists(
    st.sampled_from(
        [
            *'abK.!?…"”’)\n\r\t ',
            "\n\n",
            "U.S. ",
            "6 p.m. ",
            "No. ",
            "died",
            "killed 12 ",
            "mass-casualty",
            "𝟘",
            "\ud800",
        ]
    ),
    max_size=60,
)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(MARKS)
def test_places_are_found_between_any_marks(marks):
    text = "".join(marks)
    assert places_are_those_of_sentences(text)
    assert find_claims(Document("text", text)) == claims_in_full(text)


def test_no_form_is_longer_than_its_words_are_looked_for():
    assert max(len(scan._letters(" ".join(form)).split()) for form in lexicon().entries) < scan.FORM_REACH


def test_places_are_found_in_stretches_that_are_cut():
    text = "It rained, and 12 men died " * 400
    assert places_are_those_of_sentences(text)
    assert find_claims(Document("text", text)) == claims_in_full(text)


@pytest.mark.parametrize(
    "text",
    [
        "No one was hurt.",
        "A policeman was KILLED.",
        "Zehn: 10 “k\u00adilled”",
        "the army held 12 soldiers",
        "Personnel - about 5,840",
        "The ministry rejected claims of mass\u2011casualty strikes.",
    ],
)
def test_texts_that_may_tell(text):
    assert may_tell(text, lexicon())


@pytest.mark.parametrize("text", ["", "The shop cut prices.", "Prices went down.", "He took part in a way", "\ud800"])
def test_texts_that_cannot_tell(text):
    assert not may_tell(text, lexicon())


def test_every_weak_form_has_a_word_that_is_weak_by_itself():
    forms = [form for form, entry in lexicon().entries.items() if entry.cls == scan.WEAK]
    assert len(forms) > 3
    assert [form for form in forms if not {word.encode() for word in form} & scan._weak(lexicon())] == []


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Shares fell 4 percent on Friday.", False),
        ("Twelve soldiers fell on Friday.", True),
        ("By then 10,000 Ethiopians had fallen.", True),
        ("Twelve men fell to their deaths.", True),
        ("A visitor fell to his death.", True),
    ],
)
def test_weak_words_tell_only_of_soldiers_and_nations(text, tells):
    assert may_tell(text, lexicon()) is tells
