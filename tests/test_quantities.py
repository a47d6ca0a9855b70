"""Numbers are read back as they were written: any number, in any form, with any hedge.

Each property writes a number the way a newsroom would, puts it into a sentence, and reads it with `find_quantities`.
"""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from facttrack.lexicon import lexicon, read_table
from facttrack.quantities import find_quantities
from facttrack.sentences import Sentence
from facttrack.units import parse_hyphenated, parse_numeral, read_sentence

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split()
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
HARD_SPACES = {"no break": "\N{NO-BREAK SPACE}", "narrow": "\N{NARROW NO-BREAK SPACE}", "thin": "\N{THIN SPACE}"}
MAX_WRITTEN = 99_999_999
"""No war of the last ten years has had a hundred million casualties."""

counts = st.one_of(st.integers(1, 120), st.integers(121, 9_999), st.integers(10_000, MAX_WRITTEN))
thorough = settings(max_examples=300, deadline=None, derandomize=True)


# --- writing -------------------------------------------------------------------------------------------------------


def in_groups(number, separator):
    """137; 5,840; 1 234 567."""
    return f"{number:,}".replace(",", separator)


def in_indian_groups(number):
    """1,00,000; 12,34,567."""
    head, tail = divmod(number, 1000)
    if not head:
        return str(number)
    pairs = []
    while head:
        head, pair = divmod(head, 100)
        pairs.append(f"{pair:02d}")
    return ",".join([str(int(pairs[-1])), *reversed(pairs[:-1]), f"{tail:03d}"])


def below_hundred(number, joint):
    if number < 20:
        return ONES[number]
    tens, one = divmod(number, 10)
    return TENS[tens - 2] + (joint + ONES[one] if one else "")


def below_thousand(number, joint, link):
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return below_hundred(number, joint)
    return f"{ONES[hundreds]} hundred" + (f" {link}{below_hundred(rest, joint)}" if rest else "")


def in_words(number, joint="-", link="and ", scales=((10**6, "million"), (1000, "thousand"))):
    """one hundred and thirty-seven; two million three hundred thousand and five."""
    parts, rest = [], number
    for size, name in scales:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{below_thousand(count, joint, link)} {name}")
    if rest:
        parts.append((link if parts and rest < 100 else "") + below_thousand(rest, joint, link))
    return " ".join(parts)


INDIAN = ((10**7, "crore"), (10**5, "lakh"), (1000, "thousand"))


def decimal(number, scale, places=1):
    """1.2 for 1,200,000 and million; None where that would round."""
    if number * 10**places % scale:
        return None
    text = f"{number / scale:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@st.composite
def written(draw):
    """A number and one of the ways to write it."""
    number = draw(counts)
    form = draw(st.sampled_from(["plain", "comma", "indian", "space", "words", "words apart", "indian words"]))
    if form == "plain":
        return number, str(number)
    if form == "comma":
        return number, in_groups(number, ",")
    if form == "indian":
        return number, in_indian_groups(number)
    if form == "space":
        return number, in_groups(number, " ")
    if form == "indian words":
        return number, in_words(number, scales=INDIAN)
    if form == "words":
        return number, in_words(number, link=draw(st.sampled_from(["and ", ""])))
    return number, in_words(number, joint=" ", link=draw(st.sampled_from(["and ", ""])))


# --- reading -------------------------------------------------------------------------------------------------------


def read(text):
    """The quantities of a sentence as (words, best, low, high, qualifier)."""
    reading = read_sentence(Sentence(text, 0, len(text), 0), lexicon())
    return [(reading.text(q.first, q.last), q.best, q.low, q.high, q.qualifier) for q in find_quantities(reading)]


def bounds(number, qualifier):
    low = number if qualifier in ("exact", "at_least", "more_than") else None
    high = number if qualifier in ("exact", "at_most", "fewer_than") else None
    return number, low, high, qualifier


FRAMES = (
    "The blast killed {} people.",
    "{} soldiers were killed, the ministry said.",
    "Officials said {} civilians had died in the town.",
    "They buried {} men.",
)


@thorough
@given(written(), st.sampled_from(FRAMES))
@example((2014, "2014"), FRAMES[0])
@example((5840, "5,840"), FRAMES[1])
@example((100_000, "1,00,000"), FRAMES[0])
def test_a_number_is_read_as_it_was_written(pair, frame):
    number, text = pair
    assert read(frame.format(text)) == [(text, *bounds(number, "exact"))]


@pytest.mark.parametrize("space", HARD_SPACES)
def test_hard_spaces_separate_digits(space):
    text = in_groups(1_005_840, HARD_SPACES[space])
    assert read(FRAMES[0].format(text)) == [(text, *bounds(1_005_840, "exact"))]


@thorough
@given(
    st.integers(1, 999),
    st.sampled_from(
        [(1000, "k"), (10**6, "m"), (1000, " thousand"), (10**6, " million"), (10**5, " lakh"), (10**7, " crore")]
    ),
)
def test_decimals_with_scales(tenths, scale):
    size, name = scale
    number = tenths * size // 10
    text = decimal(number, size) + name
    assume(name != "m" or tenths >= 1)
    assert read(f"The war has killed {text} people.") == [(text, *bounds(number, "exact"))]


@thorough
@given(st.integers(11, 9999), st.sampled_from(["k+", "+"]))
def test_a_plus_means_more(tenths, mark):
    number, text = (tenths * 100, decimal(tenths * 100, 1000) + mark) if mark == "k+" else (tenths, f"{tenths:,}+")
    assert read(f"The war has killed {text} people.") == [(text, *bounds(number, "more_than"))]


@pytest.mark.parametrize(
    "scale", [("hundred", 100), ("thousand", 1000), ("million", 10**6), ("lakh", 10**5), ("crore", 10**7)]
)
@pytest.mark.parametrize("count", range(1, 13))
def test_and_a_half(count, scale):
    text = f"{ONES[count]} and a half {scale[0]}"
    assert read(f"The war killed {text} people.") == [(text, *bounds(count * scale[1] + scale[1] // 2, "exact"))]


# --- hedges --------------------------------------------------------------------------------------------------------

HEDGES = [(row["form"], row["qualifier"]) for row in read_table("hedges") if row["position"] == "before"]
JOINING = {row["form"] for row in read_table("context") if row["kind"] == "conjunction"}
AFTER = [
    (row["form"], row["qualifier"])
    for row in read_table("hedges")
    if row["position"] == "after" and row["form"] not in JOINING  # "30 soldiers plus five officers"
]


@thorough
@given(written(), st.sampled_from(HEDGES))
def test_a_hedge_before_the_number(pair, hedge):
    number, text = pair
    form, qualifier = hedge
    found = read(f"Officials said that {form} {text} people had died.")
    assert [quantity[1:] for quantity in found] == [bounds(number, qualifier)]
    assert found[0][0].endswith(text)
    if qualifier != "exact":
        assert found[0][0] == f"{form} {text}"


@thorough
@given(written(), st.sampled_from(AFTER))
def test_a_hedge_after_the_number(pair, hedge):
    number, text = pair
    form, qualifier = hedge
    assume(form[0] != "-" or text[-1].isdigit())
    phrase = text + ("" if form[0] == "-" else " ") + form
    assert read(f"Officials said that {phrase} had died.") == [(phrase, *bounds(number, qualifier))]


@pytest.mark.parametrize(("form", "qualifier"), HEDGES)
def test_every_hedge_covers_only_its_own_number(form, qualifier):
    found = read(f"Officials said that {form} 400 soldiers had been killed and 300 wounded.")
    assert [quantity[1:] for quantity in found] == [bounds(400, qualifier), bounds(300, "exact")]


# --- ranges --------------------------------------------------------------------------------------------------------


@st.composite
def ranges(draw):
    """Ranges whose first number has no part in the second's scale: "two to three thousand" has its own test."""
    low = draw(st.integers(2, 50_000))
    high = low + draw(st.integers(1, 50_000))
    style = draw(st.sampled_from(["between", "to", "dash", "hyphen", "from", "words"]))
    assume(low >= 1000 or high < 100 or (style != "words" and high % 1000))
    first, second = (f"{low:,}", f"{high:,}") if style != "words" else (in_words(low, link=""), in_words(high, link=""))
    texts = {
        "between": f"between {first} and {second}",
        "to": f"{first} to {second}",
        "from": f"from {first} to {second}",
        "dash": f"{first}–{second}",
        "hyphen": f"{first}-{second}",
        "words": f"between {first} and {second}" if high < 100 else f"{first} to {second}",
    }
    return low, high, texts[style]


@thorough
@given(ranges())
def test_a_range_gives_its_ends(written_range):
    low, high, text = written_range
    assert read(f"Officials said that {text} people had died.") == [(text, None, low, high, "range")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between one hundred and two hundred", 100, 200),
        ("between two hundred and three hundred", 200, 300),
        ("between two thousand and three thousand", 2000, 3000),
        ("between one million and two million", 10**6, 2 * 10**6),
    ],
)
def test_a_range_of_number_words_with_their_own_scales(text, low, high):
    assert read(f"Officials said that {text} people had died.") == [(text, None, low, high, "range")]


@pytest.mark.parametrize(
    "joint", ["two to three thousand", "between two and three thousand", "2 to 3 thousand", "2–3 thousand", "2-3k"]
)
def test_a_range_shares_its_scale(joint):
    assert read(f"Officials said that {joint} people had died.") == [(joint, None, 2000, 3000, "range")]


def test_a_range_of_ranges_keeps_the_outer_ends():
    assert read("The war killed 10,000 to 12,500-13,000 men.")[0][1:] == (None, 10_000, 13_000, "range")


# --- number words without a number ---------------------------------------------------------------------------------

VAGUE = {
    "several": 3, "a few": 3, "multiple": 3, "tens of": 10, "dozens of": 12, "scores of": 20, "hundreds of": 100,
    "thousands of": 1000, "tens of thousands of": 10_000, "hundreds of thousands of": 100_000, "several dozen": 36,
    "several hundred": 300, "several thousand": 3000, "a few hundred": 300, "a few thousand": 3000, "many": None,
    "numerous": None, "a large number of": None, "countless": None, "an unknown number of": None,
}  # fmt: skip
"""The floors of the codebook."""


@pytest.mark.parametrize(("words", "floor"), VAGUE.items())
def test_vague_numbers_have_a_floor(words, floor):
    found = read(f"Officials said that {words} people had died.")
    assert [quantity[1:] for quantity in found] == [(None, floor, None, "vague")]


FIXED = {
    "a dozen": (12, "approximate"), "two dozen": (24, "approximate"), "half a dozen": (6, "approximate"),
    "a couple of": (2, "approximate"), "half a million": (500_000, "exact"), "a hundred": (100, "exact"),
    "a thousand": (1000, "exact"), "a million": (10**6, "exact"), "all 13": (13, "exact"), "both": (2, "exact"),
    "all thirteen": (13, "exact"), "no": (0, "exact"), "not a single": (0, "exact"), "zero": (0, "exact"),
    "more than a dozen": (12, "more_than"), "at least two dozen": (24, "at_least"), "about a hundred": (100, "approximate"),
    "nearly half a million": (500_000, "approximate"), "up to a thousand": (1000, "at_most"), "300-odd": (300, "approximate"),
    "1,000-plus": (1000, "more_than"), "twenty-odd": (20, "approximate"), "2 lakh": (200_000, "exact"),
    "another 5": (5, "exact"), "5 more": (5, "exact"), "a further 112": (112, "exact"), "another": (1, "exact"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "value"), FIXED.items())
def test_fixed_expressions(words, value):
    number, qualifier = value
    noun = "person" if words == "another" else "people"
    found = read(f"Officials said that {words} {noun} had died.")
    assert [quantity[1:] for quantity in found] == [bounds(number, qualifier)]


def test_an_article_is_one():
    assert read("A soldier was killed.") == [("A", 1, 1, 1, "exact")]


# --- no quantities -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "It happened on 2 March 2022.",
        "It happened on March 2, 2022.",
        "In 2014 the war began.",
        "At 10:42 GMT the siren sounded.",
        "Article 4 was invoked.",
        "The 2nd brigade left.",
        "Day 12 of the siege was calm.",
        "They fought from 2014 to 2022.",
        "It cost $300 million.",
    ],
)
def test_dates_labels_and_money_are_no_quantities(text):
    assert read(text) == []


def test_an_old_figure_is_marked():
    text = "The death toll rose from 40 to 45."
    reading = read_sentence(Sentence(text, 0, len(text), 0), lexicon())
    assert [(q.best, q.old) for q in find_quantities(reading)] == [(40, True), (45, False)]


# --- the pieces ----------------------------------------------------------------------------------------------------


@thorough
@given(st.integers(0, 2**53))
def test_parse_numeral_reads_every_grouping(number):
    texts = {str(number), in_groups(number, ","), in_groups(number, "\N{NO-BREAK SPACE}"), in_indian_groups(number)}
    assert {parse_numeral(text) for text in texts} == {float(number)}


@thorough
@given(st.text(max_size=30))
def test_parsers_never_raise(text):
    for value in (parse_numeral(text), parse_hyphenated(text.lower())):
        assert value is None or isinstance(value, float)


@thorough
@given(st.integers(21, 99))
def test_parse_hyphenated_reads_tens(number):
    assert parse_hyphenated(below_hundred(number, "-")) == number
