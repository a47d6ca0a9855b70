"""Tokens: a sentence is read field by field, each field once a run; that must not change a token."""

from hypothesis import given
from hypothesis import strategies as st

from facttrack.sentences import POSSESSIVE, TOKEN, find_tokens

PIECES = """
5 840 5,840 5.840 1,00,000 137 2nd 9.30 am GMT 14:05 $ 5 million $5m €1.2bn 12-year-old F-16 al-Shabaab kil\u00adled U.S. Dr.
Gen Gen. p.m. Ukraine's Ukraine’s soldiers' soldiers’ James’ the ' ‘ ’ “ ” … ... - – O'Brien O’Brien rock'n'roll 's '' x' 1's
٣٤ ½ 5\u00a0840 \t a\tb \u00a0 \n one\ntwo _ __a +130 (+130) 40% #1 3'
""".split(" ")
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map(" ".join)


def tokens_in_one_go(text):
    """The same, one match after the other over the whole sentence."""
    tokens = []
    for found in TOKEN.finditer(text):
        word, start, end = found.group(), found.start(), found.end()
        if (
            word in "'’"
            and tokens
            and tokens[-1][2] == start
            and tokens[-1][0][-1:] in "sSzZx"
            and tokens[-1][0].isalpha()
            and text[end : end + 1] == " "
            and "'" not in text[:start]
            and "‘" not in text[:start]
        ):
            tokens.append(("'s", start, end))
            continue
        tail = POSSESSIVE.search(word) if len(word) > 2 else None
        if tail and tail.start() and not word[tail.start() - 1].isspace():
            tokens.append((word[: tail.start()], start, start + tail.start()))
            tokens.append(("'s", start + tail.start(), end))
        else:
            tokens.append((word.replace("’", "'").replace("`", "'") if len(word) > 2 else word, start, end))
    return tokens


@given(TEXTS)
def test_tokens_are_those_of_the_whole_sentence(text):
    assert find_tokens(text) == tokens_in_one_go(text)


@given(TEXTS)
def test_tokens_stand_where_they_say(text):
    ends = [0]
    for _, start, end in find_tokens(text):
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)
