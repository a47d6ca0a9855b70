"""Rules by which a number goes on with what was counted before it: in its sentence, or in the sentences before."""

from __future__ import annotations

import re
from collections.abc import Callable

from facttrack.amid import is_among_victims
from facttrack.candidates import (
    CLOSED,
    MAX_RIVAL,
    MIN_RIVAL,
    Candidate,
    Mention,
    Verdict,
    clause_before,
    is_counted,
    side_in_front,
)
from facttrack.chunks import Chunk
from facttrack.linked import died
from facttrack.tolls import BRINGING, FORMATIONS, INCLUDE, NUMBERING, OF_THE, PUTTING, STOPS, listed_before
from facttrack.units import Unit
from facttrack.unreal import GRAVELY

__all__ = ["STRENGTH", "TOLD", "carried", "list_line", "shared"]

FATALLY = frozenset("fatally mortally".split())
"""Adverbs by which some of those shot or wounded died."""
FATAL = FATALLY | {"fatal", "irretrievable", "irretrievably", "irrecoverable", "irrecoverably"}
"""What some of the casualties counted before were, who died."""
ESCAPED = frozenset("escaped fled".split())
MAX_DEED = 10
"""Units behind a number in which a verb may say something else of those counted."""
MAX_VERB = 5
"""Units behind a number in which its verb stands: "11 | have since been freed"."""
STRENGTH = frozenset("personnel troops soldiers servicemen manpower men forces".split())
MIN_BARE = 10
"""A smaller number needs a comma, a name or "and" before it: "multiplied by three"."""
AGES = frozenset("youngest oldest aged age ages born year years older younger".split())
"""Words whose number is an age or a year."""
MAX_AGE = 100
HE = frozenset(["he", "she"])
YEAR = re.compile(r"(?:19|20)\d\d")
MIN_ANSWERED = 20
"""People: fewer, who are not "of them", are often not those told before."""
ANSWERING = frozenset(["responsible", "blamed", "answerable", "responsible for", "answerable for"])
"""What those are to whom deaths are put down: "were | responsible for 205 of them"."""
NEXT_DAY = frozenset("next following".split())
"""Words for a day that is told apart from the one before: "thirteen the | next"."""
MAX_PARTS = 9
"""Chunks from one part to the next."""
APART = frozenset("in during at from near".split())
"""Prepositions by which one figure is told apart from the next by place or year."""
ABOARD = frozenset("aboard strong apiece".split())
"""Words after a number that counts no victims."""
NO_RIVAL = frozenset({"release", "equipment", "rate", "verify", "other_deed"})
"""Senses of words whose number counts something else."""
TOLD = frozenset("told tells informed".split())
"""Verbs whose object is whoever was told, mostly the outlet."""
RAISING = frozenset("revised raised lowered cut increased corrected".split())
MAX_NAMED = 7
"""Units behind a part up to "among the dead"."""
MAX_BRINGING = 7
"""Units of "raised that within days to" before a number."""
FIGURES = frozenset("figure toll tally count".split())
TOLD_FIGURES = FIGURES | {"number", "figures", "total", "numbers", "this", "these"}
"""What includes some of those counted before."""
LATER = frozenset("later then now finally subsequently eventually".split())
AGAINST = frozenset("against besides beside plus".split())
COMPARING = frozenset(["against", "compared with", "compared to"])
YEAR_AGO = ("last year", "a year earlier", "a year ago", "a year before", "the year before", "the previous year")
MAX_DATED = 6
"""Units of "in the whole of 2020" behind a number that another year is compared with."""
CLAIMING = frozenset("claims claimed claim boasted".split())
"""Verbs of saying whose object can be those killed: "JNIM | claims 50 Russians"."""
BELONGED = frozenset("belonged belong".split())
"""Verbs that tell whose some of those counted were."""
SORTS = frozenset("children women men boys girls minors".split())
"""Nouns for a share of the people counted before."""
VICTIMS = frozenset({"victims"})
"""Nouns that count casualties where the text speaks of them."""
MAX_LIKELY = 50
"""How many times the largest figure told before people counted after it may be."""
LIKELY_ALONE = 10_000
"""How many they may be where no figure was told."""
CONTRASTING = frozenset("by in at on from with".split())
"""Prepositions that tell how or where others died: "seven died, six | by their own belts"."""
CLOSED_OR_JOINED = (*CLOSED, "&", "-")
OF_PHRASE = re.compile(r"(?:^|[,;:]|[cT])x{0,2}[koL]F#(?:,#)*&$")
OF_THOSE = re.compile(r"(?:^|[,;])(?:[FI]x?|/x{0,2}F?)(?P<verb>[pjk])(?:,[^;.:P]{0,12},?&?|,)?$")
PLACED = frozenset("in at from near".split())
"""Prepositions before the place of those who are told apart by it."""
OF_WHOM = re.compile(r"(?:^|[,;r])I(?:,[^,;.:P0#]{1,4}(?=,))?,?(?:0vx,?&)?$")
INCLUDING = re.compile(r"(?:&#)?I")
TALLY = re.compile(r"(?:^|[,;:.&ucx/])\*(?:x|[/F]x|v|c|,x,|,){0,4}?(?P<last>[T/^:]|v|c|x|\*)$")
LIST_LINE = re.compile(r";?-?(?:x|[&F/,]|I)+[:\-;]$")
PLACE_LINE = re.compile(r";?-?/?x$")
"""A line of a list without a mark before its figure: "– in Homs | 12"."""
# between the mention before and the number
COORDINATE = re.compile(r"(?:x?[/F\]][x$](?:\(x\))?|&?x){0,4}(?:,Ix{1,2})?(?:,|&|,&)$")
BOTH_SUFFER = re.compile(r"(?:[,&][#0K])+P")
"""Behind the first of several of whom a clause of its own tells: "12 men | and 8 boys were wounded"."""
INSERTED = re.compile(r",(?:xc|[>^]x),(?=&)")
"""Who told it, between two of one list: "12 soldiers were killed, he said, and two civilians"."""
GAPPED = re.compile(r"(?:[/F]x|x|P|j|p|,x(?=,)){0,5}(?:(?:[,;]&?|&)(?:/?x|/x,|xFx)|;&?x,)$")
GAPPED_AT = re.compile(r"(?:[,;]&?|&)x(?:Fx)?/$")
AMONG_THEM = re.compile(r"I(?:v|:)x?|xI")
ARE_AMONG_THEM = re.compile(r"(?:(?:,#){0,3},?&#)?vI(?:[,.;]|$)")
OF_THEM = re.compile(r"(?:[pPj]|x|[/F^]x){0,5}[,(\-]")
DIED_THEN = re.compile(r"P(?:x|[/F^]{1,2}x){0,4}(?:,|&|,&)")
PLACED_THEN = re.compile(r"[Pp](?:x|[/F^]x){0,2}/x{1,3},?&")
PLACING = frozenset("in at near on".split())
"""Prepositions of the place or the day of others who died."""
CLOSING_PLACE = ",.;:)&-/u"
"""Classes behind such a place where nothing else is said of them."""
AS_WERE = re.compile(r"[^;.]{0,24},?u[vx]")
TOGETHER_WITH = re.compile(r"P?(?:x|[/F]x){0,3},?&")
CLOSING_LIST = re.compile(r"(?:,?&?#)+[.;]?")
"""The rest of a sentence that does nothing but list people: "13 bodies were seen; eight rebels | , four soldiers"."""
BREAKDOWN = re.compile(r"[^;.]{0,10}[:\-(]")
CONTAINING = INCLUDE | frozenset("contains contained comprises comprised".split())
"""Verbs of a list whose object is some of those on it."""
OF_DEAD = frozenset("names dead victims fallen".split())
"""Words by which a list is one of casualties."""
MIN_ANSWER = 100
"""The least bare number that answers where the text has given no figure yet."""
MAX_DISPUTE = 10.0
"""How many times as large one account's figure may be as another's."""
MAX_ANSWER = 12
"""Units behind a number that opens a sentence in which somebody gives it."""
MAX_ACCOUNT = 8
"""Units behind a number in which an account tells whose it is: "300 by the reckoning of the villagers"."""
TOLD_APART = re.compile(r"v?x{1,2}(?:,|,?&)|(?:,|,?&)")
"""What stands between two sorts of those counted: "49 | were women and | 13 children"."""
VERBLESS = re.compile(r"&?[#0]/x(?:,?&?[#0]/x)*[.;]?")
"""A sentence of nothing but people and places: "And four civilians in Taiz."."""
ANSWER = re.compile(r"(?:x{0,2}:)?[-,]?(?:x,|u?F?x,)?")
"""What stands before the number in an answer: a label, a dash, "as of this morning,"."""
ANOTHER = re.compile(r"(?:[/F]x)?(?:x?0x?)?(?:,|&|,&)[#0K]")
"""What goes on with a list behind one person: ", | a teacher and two pupils"."""
SPOKE = re.compile(r"F0|(?:[/F]x){1,2}c")
"""What follows one who tells, and is no victim."""
TELLS = re.compile(r"[^,;.]{0,16}(?:,[^,;.#0K$]{1,16},)?c")
"""What follows one who tells what stands before: ", | an official who asked not to be named, Ali Musa, said"."""
BREAKDOWN_SERIES = re.compile(r"(?:,#){0,4},?&#(?:[.;)]|$)")


def shared(number: Candidate) -> Verdict:
    """A number without a casualty word of its own shares that of the mention before."""
    if number.last is None:
        return None
    own = number.group.attributive
    entry = number.units[own].entry if own is not None else None
    if own is not None and entry is not None and entry.outcome and entry.outcome != number.last.outcome:
        if entry.outcome == "captured" and any("release" in unit.senses for unit in number.units):
            return False  # "killed 12 gunmen and rescued | 30 kidnapped villagers"
        return Mention(number.group, entry.outcome, (own, own + 1), "attributive", part=number.part)
    between = INSERTED.sub(",", number.line[number.last_at + 1 : number.at])
    for name, shares, part in SHARING:
        if shares(number, number.last, between):
            last = number.last
            part = part and not _exceeds(number, last)
            if part and last.outcome == "captured" and _got_away(number):
                return False
            named = _outcome_behind(number) if part or last.part else None
            if named is not None and named != last.outcome:
                return Mention(number.group, named, last.cue, name, part=True)
            return Mention(
                number.group,
                last.outcome,
                last.cue,
                name,
                part=last.part if part is None else part,
                shared=last,
                voice=last.voice,
                inherited=True,
            )
    return None


def _exceeds(number: Candidate, last: Mention) -> bool:
    """Whether a number is larger than the one before, and no part of it: "six died on Monday, | 41 on Friday"."""
    own, whole = number.group.quantity.best, last.group.quantity.best
    return bool(own and whole and own > whole) and not last.part and last.group.quantity.kind == "number"


def _got_away(number: Candidate) -> bool:
    """Whether some of those taken are free: "28 pupils, of whom | 11 have been freed", "| 11 of whom escaped"."""
    after = number.units[number.group.last : number.group.last + MAX_VERB]
    after = after[: next((i for i, u in enumerate(after) if u.cls in ",;.:nw"), len(after))]
    return any("release" in u.senses or u.low in ESCAPED for u in after)


def _outcome_behind(number: Candidate) -> str | None:
    """The outcome that parts name behind them.

    Covers: "60,034 killed and 145,870 wounded, including | 18,592 children and 9,782 women among the dead", "57,000
    casualties, | 19,000 of them fatal", "1,200 casualties, of which | 300 were deaths".
    Must not: "300 casualties, | 20 of them after fatal blunders".
    """
    units, at = number.units, number.group.last
    at += at < len(units) and units[at].cls == "b"
    if at < len(units) and (units[at].low in FATAL or (units[at].cls == "k" and units[at].low == "deaths")):
        return "killed"
    for unit in units[number.group.last : number.group.last + MAX_NAMED]:
        if unit.cls in ",;.:":
            return None
        if unit.low.startswith("among the "):
            return OF_THE.get(unit.low.split()[-1])
    return None


def _is_added(number: Candidate, last: Mention, between: str) -> bool:
    """Covers: "5,840 (| +130)". Must not: "5,840 tanks (| +130)"."""
    return number.group.quantity.added and number.left[-2:] in ("0(", "#(", "K(", "p(", "j(")


def _is_next_place(number: Candidate, last: Mention, between: str) -> bool:
    """Whether a place and its figure in brackets follow others: "deaths from Perm (3,768) and Tambov (| 3,711)".

    Must not: "killed 12 in Perm (| 3)", "the men of Perm (12) met those of Tambov (| 3)".
    """
    units, (first, end) = number.units, (number.group.first, number.group.last)
    if number.letter != "0" or first < 2 or end >= len(units) or last.group.first < 2:
        return False
    placed = [units[at - 2].cls in "AX" and units[at - 1].cls == "(" for at in (last.group.first, first)]
    closed = units[end].cls == ")" and units[last.group.last].cls == ")"
    return closed and all(placed) and all(u.cls in "),&AX(" for u in units[last.group.last : first])


def _is_part(number: Candidate, last: Mention, between: str) -> bool:
    """Covers: "12 people, | five of them children", "12 people, | a mother and two sons among them".

    Must not: "| five of them said".
    """
    group = number.group
    if number.letter == "#" and "," in between and INCLUDING.match(number.line, number.rest):
        return True
    if number.letter == "#" and between[-1:] == "," and is_among_victims(number):
        return True  # "13 dead, | a boy of eight among the victims"
    return number.part and not (group.part and group.head is None and number.follow in ("c", "v", "x"))


def _is_one_a(number: Candidate, last: Mention, between: str) -> bool:
    """Covers: "five civilians died, | one a girl", "two were officers and | one a nurse". Must not: "| one a month"."""
    at = number.group.last
    if number.letter != "0" or number.group.quantity.best != 1 or number.follow != "#" or between[-1:] not in ",&-(":
        return False
    return number.units[at].cls == "a" and number.chunks[number.rest].first == at


def _is_of_them(number: Candidate, last: Mention, between: str) -> bool:
    """Covers: "a list of 119 dead, | 45 of whom had not turned 18".

    Must not: "12 dead in a town of 300, | 5 of whom", "officials speak of 12 dead, and | one of them".
    """
    bare = number.letter == "5" and number.group.head is None and number.group.quantity.kind == "number"
    return bare and OF_THEM.fullmatch(between) is not None


def _is_from_next(number: Candidate, last: Mention, between: str) -> bool:
    """Whether a list of states goes on: "The dead include eight from Togo, three from Egypt and | four from Chad".

    Must not: "eight from Togo died, | three from thirst", "eight men from Togo and | three from a bank fled".
    """
    units, at, before = number.units, number.group.last, last.group.last
    if number.letter != "0" or at + 2 > len(units) or between.strip("&,") not in ("]x", "/x"):
        return False
    ends = [i + 1 + (units[i + 1].cls == "t") for i in (at, before) if units[i].low == "from"]
    if len(ends) < 2 or any(i >= len(units) or units[i].cls not in "SA" for i in ends):
        return False
    return ends[0] + 1 == len(units) or units[ends[0] + 1].cls in ",.;:&)r"


def _is_of_phrase(number: Candidate, last: Mention) -> bool:
    """Whether several people stand behind one "of" with which a clause opens, up to its verb.

    Covers: "The death of four peacekeepers and | a Malian soldier was confirmed", "The bodies of eight Britons and |
    one German have been found". Must not: "It led to the death of four soldiers and | 40 rebels fled".
    """
    return last.rule in ("nominal", "coordinate", "toll") and OF_PHRASE.search(number.left) is not None


def _is_coordinate(number: Candidate, last: Mention, between: str) -> bool:
    """Covers: "killing 3 soldiers and | 2 policemen", "killed 12 in Kyiv and | 4 in Lviv".

    Must not: "killing 3 soldiers and | 2 policemen fled".
    """
    letter, follow = number.letter, number.follow
    if letter == "#" and _is_of_phrase(number, last):
        return True
    apart = last.rule == "predicate_part" or (last.rule == "part" and "v" in between)
    if apart and letter == "#" and TOLD_APART.fullmatch(between):
        return number.follow in CLOSED_OR_JOINED  # "of whom 49 were women and | 13 children"
    if not COORDINATE.match(between) or _is_told_of(number, last, between):
        return False
    if number.group.quantity.kind == "article" and SPOKE.match(number.line, number.rest):
        return False  # "a nurse spoke of 200 bodies and | a rescuer of 252", "and | a doctor at a clinic said"
    if follow == "p" and number.line[number.rest + 1 : number.rest + 2] in tuple("#0K"):
        return False  # "killed 12, | a policeman shot dead two"
    if any(u.cls == '"' for u in number.units[last.group.last : number.group.first]):
        return False  # "“We found 14 bodies,” | a farmer recalled"
    if follow in ("x", "v", "c", "A", "g", "T") and not (letter == "#" and last.part):
        return False
    if last.part and between == ",&" and BOTH_SUFFER.match(number.line, number.rest):
        return False  # "40 were killed, seven women among them, and | 12 men and 8 boys were wounded"
    if letter == "#":
        return not (
            last.rule in ("postposed", "predicate", "relative")
            and last.group.letter != "K"
            and not last.part
            and "&" in between
            and follow != "I"
            and follow not in CLOSED
        )
    return letter == "0" and (
        ("&" in between and (follow in ("", ".", "/", ",", ")") or (follow == "r" and last.group.letter == "#")))
        or ("&" in between and follow == "F" and last.rule == "breakdown")
        or (follow == "/" and "/" in between)
    )


def _is_told_of(number: Candidate, last: Mention, between: str) -> bool:
    """Whether one person is said to be another, or speaks, and no list goes on.

    Covers: "killed a soldier, | a father of two", "wounded 20 people, | an official who asked not to be named said".
    Must not: "killed a soldier, | a teacher and two pupils", "a soldier, | a policeman, and a child".
    """
    if number.group.quantity.kind != "article" or not between.endswith((",", ",&")):
        return False
    if TELLS.match(number.line, number.rest) is not None:
        return True
    one = between == "," and last.group.quantity.best == 1 and last.shared is None
    return one and ANOTHER.match(number.line, number.rest) is None


def _is_placed_apart(number: Candidate, last: Mention, between: str) -> bool:
    """Covers: "two people were killed in Uttara and | one in Badda", "12 were injured on Friday and | 14 on Sunday".

    Must not: "two people were killed in Uttara and | one in hospital", "12 died in Gao, | 4 in Mopti", "two people were
    killed in Gao and | 300 in Mopti protested".
    """
    if number.letter != "0" or number.follow != "/" or PLACED_THEN.fullmatch(between) is None:
        return False
    units, at = number.units, number.group.last
    if units[at].low not in PLACING or at + 1 >= len(units) or units[at + 1].cls not in "AXSN":
        return False
    end = next((i for i in range(at + 2, len(units)) if units[i].cls not in "AXSN"), len(units))
    return end == len(units) or units[end].cls in CLOSING_PLACE


def _is_died_elsewhere(number: Candidate, last: Mention, between: str) -> bool:
    """Covers: "38 died on the spot and | 12 in hospital", "38 died in Gao, | 12 more in Mopti".

    Must not: "38 died and | 12 are in hospital".
    """
    low = number.units[number.group.last].low if number.group.last < len(number.units) else ""
    apart = between.endswith("&") or _is_in_another_place(number, between)
    return apart and _is_died(number, between) and (low == "in hospital" or number.follow in "^/")


def _is_died_so(number: Candidate, last: Mention, between: str) -> bool:
    """Covers: "seven died, | six by their own belts". Must not: "seven died, | six in hospital": they are hurt."""
    apart = between.endswith("&") or _is_in_another_place(number, between)
    return not apart and _is_died(number, between) and number.follow in "^/"


def _is_in_another_place(number: Candidate, between: str) -> bool:
    """Whether those counted died elsewhere than those before them: "12 died in Gao, | 4 in Mopti"."""
    at = number.group.last + 1
    return "/x" in between and number.follow == "/" and at < len(number.units) and number.units[at].cls == "A"


def _is_died(number: Candidate, between: str) -> bool:
    """Whether a bare number goes on with those who died in other ways or places."""
    if number.letter != "0" or not died(number) or DIED_THEN.fullmatch(between) is None:
        return False
    after = number.units[number.group.last : number.group.last + 1]
    return any(unit.low in CONTRASTING or unit.low == "in hospital" for unit in after)


def _is_as_were(number: Candidate, last: Mention, between: str) -> bool:
    """Covers: "12 soldiers were killed, as were | three civilians", "12 died, as did | a child".

    Must not: "as | three civilians fled", "12 were killed, as did | three civilians".
    """
    if number.letter not in "#5" or AS_WERE.fullmatch(between) is None:
        return False
    if between.endswith("v"):
        return number.letter == "#"
    return number.units[number.group.first - 1].low == "did" and died(number)


def _is_together(number: Candidate, last: Mention, between: str) -> bool:
    """Covers: "12 soldiers were killed along with | a child", "58 soldiers have died, against | 138 militants".

    Must not: "12 were killed and | a child fled".
    """
    if number.letter == "#" and between.endswith("/") and number.units[number.group.first - 1].low in AGAINST:
        return (number.follow in CLOSED or number.follow == "&") and "." not in between and ";" not in between
    if number.letter == "0" and between.endswith("/") and number.units[number.group.first - 1].low == "against":
        after = [u.low for u in number.units[number.group.last : number.group.last + 4]]
        if after[:2] == ["on", "the"] and "side" in after:
            return True  # "3,000 killed, against | 19,000 on the Russian side"
        return number.follow == ">" or (
            number.follow == "c" and "by" in after
        )  # "37 killed, against | 150 reported by the monitor"
    if number.letter != "#" or number.follow not in CLOSED or TOGETHER_WITH.fullmatch(between) is None:
        return False
    rest = number.units[number.group.last : number.group.last + MAX_DEED]
    end = next((i for i, unit in enumerate(rest) if unit.cls in ",;.:&"), len(rest))
    # "40 died and | 900 residents of the town have been moved"
    return not any(unit.cls in "bfw" or unit.low.endswith(" been") for unit in rest[:end])


def _is_breakdown(number: Candidate, last: Mention, between: str) -> bool:
    """Covers: "12 people were killed: | four women", "12 were killed in May, | nine soldiers and three civilians".

    Must not: "12 were killed - | four women said", "12: | 40 men".
    """
    whole = last.group.quantity
    shared_out = number.letter == "0" and number.follow == "F" and between.endswith(":")
    return (
        (number.letter == "#" or shared_out)
        and number.follow not in ("x", "v", "c")
        and (number.group.quantity.best or 0) <= (whole.best or whole.low or 0)
        and (
            BREAKDOWN.fullmatch(between) is not None
            or (between.endswith(",") and BREAKDOWN_SERIES.match(number.line, number.rest) is not None)
            or (between.endswith(";") and CLOSING_LIST.fullmatch(number.line, number.rest) is not None)
        )
    )


def _is_compared(number: Candidate, last: Mention, between: str) -> bool:
    """Covers: "20 were killed this year, compared with | 50 in 2020", "58 died, against | 40 in the whole of 2019".

    Also "compared to | 39 last year", "against | 61 a year earlier".

    Must not: "20 were killed, compared with | 50 tanks", "20 were killed, compared with | 50 earlier".
    """
    units, at = number.units, number.group.first - 1
    if number.letter != "0" or last.part or not between.endswith(("/", "T")) or "." in between or ";" in between:
        return False
    than = units[at].low if units[at].low == "against" else f"{units[at - 1].low} {units[at].low}"
    after = units[number.group.last : number.group.last + MAX_DATED]
    if than not in COMPARING or len(after) < 2:
        return False
    if after[0].low not in ("in", "during"):
        return " ".join(u.low for u in after).startswith(YEAR_AGO)
    return any(u.cls == "N" for u in after) and all(u.cls in "/tFxJNm" for u in after[:2])


SHARING: tuple[tuple[str, Callable[[Candidate, Mention, str], bool], bool | None], ...] = (
    ("added", _is_added, True),
    ("coordinate", _is_next_place, None),
    ("coordinate", _is_from_next, None),
    ("part", _is_part, True),
    ("part", _is_of_them, True),
    ("part", _is_one_a, True),
    ("coordinate", _is_coordinate, None),
    ("coordinate", _is_died_elsewhere, None),
    ("coordinate", _is_placed_apart, None),
    ("part", _is_died_so, True),
    ("as_were", _is_as_were, False),
    ("together_with", _is_together, False),
    ("compared", _is_compared, False),
    ("breakdown", _is_breakdown, True),
)
"""Rules by which a number shares the casualty word before it, and whether it is then a part; None: if that one is."""


def list_line(number: Candidate) -> Verdict:
    """A line of a list under a heading that named the casualties.

    Covers: "Civilians: | 46,266", "Kyiv - | 12", "Malawi | 3", "Homs | 12", "1st Brigade: | 14", "Prisoners: | 496".
    Must not: "Tanks: | 12".
    """
    if number.letter != "0" or number.at > 8 or number.follow not in STOPS:
        return None
    units, group, outcome = number.units, number.group, number.context
    if group.quantity.kind == "zero" and number.follow == ",":
        return None
    label = units[: group.first]
    if LIST_LINE.fullmatch(number.left):
        if label[-1].cls == ";" and label[-1].text != "|":
            return None
    elif not _is_place_line(number):
        return None
    if any(
        unit.cls in "EUQ" or ("ward" not in unit.senses and not unit.senses.isdisjoint(("equipment", "time", "unit")))
        for unit in label
    ):
        return False
    people = any(unit.cls in "vV" for unit in label)
    if group.quantity.kind == "zero" and not people and any(unit.cls == "'" for unit in label):
        return None  # "Russia's reply: | none"
    if outcome is None and people and any(unit.low in STRENGTH for unit in label):
        outcome = "casualties"
    if outcome is not None and any("capture_noun" in unit.senses for unit in label):
        outcome = "captured"  # "Killed: 9,000 / Prisoners of war: | 496"
    if outcome is not None and (
        people or (outcome != "casualties" and any(unit.cls in "SRAXP" or unit.low in FORMATIONS for unit in label))
    ):
        return Mention(group, outcome, (group.first, group.first), "list_line", inherited=True)
    return None


def _is_of_things(number: Candidate) -> bool:
    """Whether arms were counted last before a bare number: "shot down nine aircraft; Lima admits to | four".

    Must not: "hit 12 tanks and killed 40; Georgia says | 21", "dozens died when nine aircraft struck; it says | 40".
    """
    units = number.units
    for at in range(number.at - 1, -1, -1):
        chunk = number.chunks[at]
        if chunk.letter == "0" and at != number.last_at:
            continue  # of things, too: "(India says 471, Pakistan | 165)"
        if chunk.letter in "0#K5pPAgijklLoO" or chunk.outcome is not None:
            return False
        group = chunk.group
        if chunk.letter == "$" and group is not None:
            armed = any("equipment" in unit.senses for unit in units[group.noun : group.last + 1])
            harm = any(before.outcome is not None for before in number.chunks[: number.at])
            return armed and not harm and ";" in number.line[at : number.at]
        about = chunk.letter == "x" and chunk.first > 0 and units[chunk.first - 1].low in ("about", "over")
        if about and "equipment" in units[chunk.last - 1].senses:
            return True  # "quarrel about tanks (India says | 471)"
    return False


def _is_place_line(number: Candidate) -> bool:
    """Whether a line is but a place and its figure, below what told of casualties."""
    whole = number.rest >= len(number.line) and number.last is None and number.group.quantity.kind == "number"
    if not whole or PLACE_LINE.fullmatch(number.left) is None:
        return False
    label = [unit for unit in number.units[: number.group.first] if unit.cls not in ";-/t"]
    return bool(label) and all(unit.cls == "A" for unit in label)


def carried(number: Candidate) -> Verdict:
    """A number of what the mention before counts, or else the text before the sentence."""
    outcome = number.told
    if outcome is None or number.group.quantity.kind not in ("number", "vague"):
        return None
    behind = number.units[number.group.last : number.group.last + 1]
    if number.letter == "0" and number.group.quantity.best == 1 and behind and behind[0].low == "is":
        return None  # "two have been killed since, | one is a cook"
    if number.letter == "0" and _is_of_things(number):
        return False
    if number.group.part and number.group.head is not None and number.last is None and _is_of_sort(number):
        return number.inherit(outcome, "predicate_part", part=True)  # "38 of them were men"
    if number.letter == "#" and AMONG_THEM.fullmatch(number.left) and _are_among_them(number):
        return number.inherit(outcome, "predicate_part", part=True)  # "Among them were | five children"
    if number.letter == "#" and number.follow in ",&v" and _stand_among_them(number):
        return number.inherit(outcome, "predicate_part", part=True)
    if (
        number.letter in "05"
        and number.follow == "v"
        and _is_predicate(number.units, number.chunks[number.at + 1].last)
    ):
        return number.inherit(
            _of_those(number) or outcome, "predicate_part", part=True
        )  # "80 | were children"; not "80 | were released"
    whole = _of_told(number) if number.letter == "0" and number.follow == "F" else None
    if whole is not None:
        return number.inherit(whole, "predicate_part", part=True)  # "two | of the 25 were children"
    if number.letter in "05" and number.follow in ("v", "x") and (_belonged(number) or _are_placed(number)):
        return number.inherit(outcome, "predicate_part", part=True)
    if number.letter in "05" and number.group.head is None and _are_answered_for(number):
        return number.inherit(outcome, "answered_for", part=True)
    if number.letter == "0" and number.last is not None and number.left[-1:] == "&" and _is_next_day(number):
        return number.inherit(outcome, "apart")
    if number.last is not None and _is_another_part(number, number.last):
        return number.inherit(number.last.outcome, "breakdown", part=True)
    if _is_verbless(number) or _is_of_a_side(number):
        return number.inherit(outcome, "carried")
    if _are_victims(number):
        same = next((told for told, size in number.figures if size == number.group.quantity.best), outcome)
        return number.inherit(same, "counted_people")  # "has since gone up to | 338 victims"
    fresh = number.last is None or ";" in number.line[number.last_at : number.at]
    if number.letter == "#" and fresh and _is_listed_people(number):
        named = next((chunk.outcome for chunk in number.chunks if chunk.letter == "k" and chunk.outcome), None)
        part = _is_share(number) or _is_included(number)
        return number.inherit(named or number.outcome_told() or outcome, "counted_people", part)
    if number.letter == "5" and number.left[-1:] == "c" and number.group.head is None and number.last is None:
        return (
            number.inherit(outcome, "carried") if _is_carried_on(number, outcome) else None
        )  # "counted | 246 of them"
    if number.counts_others() and number.left[-1:] in ("/", "v", "T"):
        return False  # "160,000 people are held; the figure may be as high as | 190,000 people"
    if number.letter == "#" and fresh and number.follow in CLOSED and _is_tally(number, outcome):
        return number.inherit(number.outcome_told() or outcome, "tally")  # "its early figure was | some 300 civilians"
    if _is_answer(number):
        return number.inherit(number.outcome_told() or outcome, "tally")
    if _is_by_account(number):
        return number.inherit(number.outcome_told() or outcome, "rival")
    if number.letter != "0" or number.follow not in STOPS:
        return None
    before = clause_before(number)
    if any("other_deed" in unit.senses for unit in before) or _counts_others(before):
        return None
    if number.last is not None and outcome in ("casualties", "wounded") and _is_fatally(number):
        return number.inherit("killed", "gravely", part=True)  # "eight people were shot, | three fatally"
    for name, carries, part in CARRYING:
        if carries(number, outcome):
            bare = name in ("carried", "tally", "rival")
            told = (listed_before(number) or number.outcome_told()) if bare else outcome
            return number.inherit(told or outcome, name, part)
    return None


def _is_another_part(number: Candidate, last: Mention) -> bool:
    """Whether a bare number is one more part of those of whom a part was told before it, in the same words.

    Covers: "75 of them belonged to the police and | one to the army", "of the dead, nine were women and | four were
    over sixty", "five of the first squad, three of the second and | four of the third".
    Must not: "75 of them belonged to the police and | one said to a reporter", "nine were women and | four is a lot".
    """
    units, at = number.units, number.group.last
    parts = last.part or last.rule in ("predicate_part", "breakdown", "coordinate")
    if not parts or number.letter != "0" or number.left[-1:] not in ("&", ",") or at + 1 >= len(units):
        return False
    if number.group.quantity.kind not in ("number", "vague") or number.last_at < number.at - MAX_PARTS:
        return False
    if (number.group.quantity.best or 0) > (last.group.quantity.best or 0):
        return False  # "of the dead, 12 were workers and | 300 were left homeless"
    between = units[last.group.last : number.group.first - 1]
    if any(u.cls in ";:.0c" for u in between) or not between:
        return False
    if units[at].cls == "b" and (units[at + 1].cls in "pijg" or units[at + 1].low.endswith("ed")):
        return False  # "three were police and | 12 were freed"
    if units[at].cls == "b":
        return between[0].cls == "b" and units[at].low in ("was", "were") and "," not in number.line[number.last_at :]
    same = units[at].cls in "F/]T>" and any(u.low == units[at].low for u in between)
    return same and (between[0].cls == "F" if units[at].cls == "F" else between[0].cls in "xcpb")


def _are_placed(number: Candidate) -> bool:
    """Whether some of those counted before are told apart by where they died.

    Covers: "76 people were killed. Of these, | 68 were in Utoya and | eight were in Oslo". Must not: "Of these, | 12
    were in hospital", nor behind figures of two outcomes, nor of more than were counted.
    """
    opens = OF_WHOM.search(number.left) is not None
    goes_on = number.last is not None and number.last.rule == "predicate_part" and number.left[-1:] == "&"
    units, at = number.units, number.group.last
    if not (opens or goes_on) or at + 2 >= len(units) or units[at].cls != "b" or units[at + 1].low not in PLACED:
        return False
    told = number.figures[-number.recent :] if number.recent else ()
    sizes = [size for _, size in told if size]
    small = bool(sizes) and 0 < (number.group.quantity.best or 0) < max(sizes)
    return units[at + 2].cls in "AS" and small and len({outcome for outcome, _ in told}) == 1


def _is_verbless(number: Candidate) -> bool:
    """Whether a sentence is but a number and a place, or but the answer to how many there were.

    Covers: "12 died in Homs. | Four more in Aleppo.", "How many died? | Eleven, and", "And the injured? — | Forty."
    Must not: "| Four shops in Aleppo.", "How many died? | Twelve witnesses spoke".
    """
    if number.last is not None or number.letter not in "#0K" or number.group.unknown:
        return False
    if number.asked:
        return ANSWER.fullmatch(number.left) is not None and number.follow in (*CLOSED, "&", "-")
    if VERBLESS.fullmatch(number.line) is None or number.left not in ("", "&"):
        return False
    at = number.group.last + 1
    return at < len(number.units) and number.units[at].cls == "A"


def _is_of_a_side(number: Candidate) -> bool:
    """Whether a clause is but a side and its number: "On our side, | 16 heroes", "On the Armenian side: | 12".

    Must not: "On our side | 16 tanks", "On the Armenian side | 12 men fled".
    """
    fronted = side_in_front(number.units, number.group.first)
    head = number.units[number.group.head].entry if number.group.head is not None else None
    ours = head is not None and head.stance == "own"
    bare = number.letter == "0" and number.group.head is None and number.told in ("killed", "casualties")
    if not fronted or number.last is not None or not (ours or bare):
        return False
    end = number.group.last
    return end >= len(number.units) or number.units[end].cls in '.,;"'


def _belonged(number: Candidate) -> bool:
    """Whether a bare number of those counted before is told apart by whose they were.

    Covers: "forty were killed; | eight belonged to the security forces". Must not: "| eight came back alive", "| five
    belonged to no party", a number larger than those told before.
    """
    units, group = number.units, number.group
    if group.head is not None or group.quantity.kind != "number" or group.last + 2 >= len(units):
        return False
    after = units[group.last + 2]
    if units[group.last].low not in BELONGED or units[group.last + 1].cls != "T" or after.cls in "zn":
        return False
    own, sizes = _sizes(number)
    return bool(sizes) and 0 < own < max(sizes)


def _are_answered_for(number: Candidate) -> bool:
    """Whether some of those told before are put down to somebody.

    Covers: "counted 450 killings; paramilitaries were behind | 205 of them, the guerrillas behind | 96", "were
    responsible for | 205". Must not: "was responsible for | 30 villages", a number larger than those told before.
    """
    units, first, own = number.units, number.group.first, number.group.quantity.best or 0
    _, sizes = _sizes(number)
    if first < 2 or not 0 < own < max(sizes, default=0) or (number.letter == "0" and number.follow not in CLOSED):
        return False
    lead, before = units[first - 1], units[first - 2]
    if (
        not any(unit.low == "of them" for unit in units[number.group.quantity.last : number.group.last + 1])
        and own < MIN_ANSWERED
    ):
        return False  # "the landlord was responsible for | two"
    if lead.low == "behind" and before.cls == "b":
        return True
    if lead.low.split()[-1] == "for" and (lead.low in ANSWERING or before.low in ANSWERING):
        return True
    goes_on = number.last is not None and number.last.rule == "answered_for"
    return goes_on and lead.low in ("behind", "for") and before.cls in "SRXYBvP"


def _stand_among_them(number: Candidate) -> bool:
    """Whether a sentence says of people that they are some of those counted before it.

    Covers: "| Nine children and 14 women are among them, it adds". Must not: "| Nine doctors were among them at the
    wedding", nor behind figures of two outcomes.
    """
    found = ARE_AMONG_THEM.match(number.line, number.rest)
    if found is None or (number.last is not None and number.last.rule != "predicate_part"):
        return False
    among = number.units[number.chunks[found.end() - len(found[0]) + found[0].index("I")].first]
    told = number.figures[-number.recent :] if number.recent else ()
    return among.low in ("among them", "among these") and len({of for of, _ in told}) == 1


def _are_among_them(number: Candidate) -> bool:
    """Whether a sentence begins with some of those whom the sentence before counted under one outcome.

    Covers: "Among them were | five children", "They included | two nurses". Must not: either behind "40 were killed and
    90 wounded", or with a larger number than those told before.
    """
    told = number.figures[-number.recent :] if number.recent else ()
    own, sizes = number.group.quantity.best, [size for _, size in told if size]
    opening = number.units[0].low in ("among them", "among these") or number.units[0].low == "they"
    return opening and len({of for of, _ in told}) == 1 and bool(sizes) and 0 < (own or 0) < max(sizes)


def _is_of_sort(number: Candidate) -> bool:
    """Whether those counted before are told apart: "| 38 of them were men", "Turkish citizens"; not "free men"."""
    units, group = number.units, number.group
    between = units[group.quantity.last : group.head]
    return (
        any(u.cls == "b" for u in between)
        and all(u.cls in "FIdtb~JR" for u in between)
        and number.follow in CLOSED_OR_JOINED
    )


def _counts_others(before: list[Unit]) -> bool:
    """Whether a clause tells how many of whom no casualty word is said: "The number of refugees stood at | 35,000"."""
    at = next((i for i, u in enumerate(before[:-1]) if u.low == "number" and before[i + 1].cls == "F"), None)
    return at is not None and not any(u.entry is not None and u.entry.outcome for u in before[at:])


def _of_those(number: Candidate) -> str | None:
    """The outcome of whose dead a share is told: "Of those killed, | 127 were women"."""
    named = number.before(OF_THOSE)
    if named is not None:
        return named.outcome
    if not OF_WHOM.search(number.left):
        return None
    opening = number.chunks[number.left.rindex("I")]
    return OF_THE.get(number.units[opening.last - 1].low.split()[-1])


def _of_told(number: Candidate) -> str | None:
    """The outcome of a figure told before, of which some are told apart: "killed 25. | Two of the 25 were children".

    Must not: "| two of the 25 were released", "| two of the 30 were children", of whom nothing was told.
    """
    of = number.chunks[number.rest : number.rest + 3]
    if [chunk.letter for chunk in of] not in (["F", "0", "v"], ["F", "#", "v"]) or of[1].group is None:
        return None
    size, own = of[1].group.quantity.best, number.group.quantity.best
    if not size or not own or own >= size or not _is_predicate(number.units, of[2].last):
        return None
    return next((outcome for outcome, told in reversed(number.figures) if told == size), None)


def _are_victims(number: Candidate) -> bool:
    """Whether "victims" are counted where the text speaks of casualties; not "three victims in four"."""
    units, group = number.units, number.group
    if number.letter != "#" or group.head is None or units[group.head].low not in VICTIMS:
        return False
    share = [u.cls for u in units[group.last : group.last + 2]] == ["/", "0"]
    told = number.context is not None and number.last is None and number.follow not in ("c", "A")
    if any(u.low in ("witnesses", "families", "relatives") for u in units[group.last + 1 : group.last + 3]):
        return False  # "spoke to | 52 victims and witnesses"
    return told and not share and group.quantity.kind == "number"


def _sizes(number: Candidate) -> tuple[int, list[int]]:
    """The size of a number, 0 for none, and those of the figures told before it."""
    quantity = number.group.quantity
    return quantity.best or quantity.high or 0, [size for _, size in number.figures if size]


def _is_likely(number: Candidate) -> bool:
    """Whether a number of people that no casualty word counts is of the size of those that one does count."""
    own, sizes = _sizes(number)
    largest = max(sizes, default=0)
    return own <= MAX_LIKELY * largest if largest else own <= LIKELY_ALONE


def _is_listed_people(number: Candidate) -> bool:
    """Whether somebody counts people after a figure of casualties: "Tbilisi lists | 170 servicemen and 14 policemen".

    Must not: "lists | 170 servicemen who fled", "said | 170 servicemen".
    """
    if number.left[-1:] not in ("c", "I"):
        return False
    word = number.units[number.chunks[number.at - 1].first]
    if number.follow not in CLOSED_OR_JOINED and not (word.low in CONTAINING and number.follow == "]"):
        return False  # but "this included | 18 service members from the United States"
    if word.low in CONTAINING:  # "the names included | 40 children and two monks"
        return number.group.quantity.kind == "number" and _is_likely(number) and _opens_list(number)
    head = number.units[number.group.head].entry if number.group.head is not None else None
    if (
        number.group.quantity.kind != "number"
        or word.low == "admitted"
        or (head is not None and head.stance in ("insurgent", "enemy"))
    ):
        return False  # patients; "she counted five gunmen"
    if not _is_likely(number):
        return False  # "the council registered | 1.9 million citizens"
    if word.low in CLAIMING:
        return number.context == "killed"
    return "count" in word.senses and "say" not in word.senses and word.low not in PUTTING


def _opens_list(number: Candidate) -> bool:
    """Whether a list, a toll or names are what holds those counted: "the list | includes 40 children"."""
    own, sizes = _sizes(number)
    if own > max(sizes, default=own):
        return False
    before = clause_before(number)
    if number.context is not None and any(u.low in TOLD_FIGURES for u in before[-3:]):
        return True  # "the figure | includes 40 rebels"
    return any(u.low in OF_DEAD or u.cls in "kL" for u in before)


def _is_answer(number: Candidate) -> bool:
    """Whether a sentence opens with a bare number, and then says who gives it: "| 271, the Council declared."

    Must not: "| 12, the army said, had fled".
    """
    if number.letter != "0" or number.at > 0 or number.follow != "," or number.group.quantity.kind != "number":
        return False
    after = number.units[number.group.last + 1 : number.group.last + MAX_ANSWER]
    said = next((i for i, u in enumerate(after) if u.cls == "c"), None)
    if said is None or any(u.cls in "bfwpijgk0;:." for u in after[:said]):
        return False
    own, sizes = _sizes(number)
    if own < 2 or (own < MIN_ANSWER if not sizes else min(max(own / s, s / own) for s in sizes) > MAX_DISPUTE):
        return False  # "How many homes were lost? | 300, the mayor said"
    rest = [u for u in number.units[number.group.last + 2 + said :] if u.cls in ",bf"]
    return not (len(rest) > 1 and rest[0].cls == "," and rest[1].cls in "bf")


def _is_by_account(number: Candidate) -> bool:
    """Whether a bare number is another's figure for what was counted before, by the account that follows.

    Covers: "98 dead by the communiqué, | some 300 by the reckoning of the villagers", "13 by its count and | 42 by
    Israel's". Must not: "12 dead and | 30 by Friday".
    """
    if number.letter != "0" or number.follow not in ("^", ">") or number.group.quantity.kind != "number":
        return False
    own, sizes = _sizes(number)
    lead = number.units[number.group.first - 1] if number.group.first else None
    if lead is not None and lead.cls not in ",;&-:(b'.":
        return False  # "the march drew | 300 by police estimates"
    if own < 2 or not any(max(own / size, size / own) <= MAX_DISPUTE for size in sizes):
        return False  # "versions such as the | one attributed to him"
    after = number.units[number.group.last : number.group.last + MAX_ACCOUNT]
    after = after[: next((i for i, u in enumerate(after) if u.cls in ",;.:"), len(after))]
    possessive = len(after) > 1 and after[-1].cls == "'"
    return after[0].cls == ">" or possessive or any("account" in u.senses for u in after)


def _is_share(number: Candidate) -> bool:
    """Whether people of one sort are of those counted before: "90 dead; the UN specified | 60 children"."""
    whole = number.last.group.quantity.best if number.last is not None else None
    own, head = number.group.quantity.best, number.group.head
    sort = head is not None and number.units[head].low in SORTS
    return sort and whole is not None and own is not None and own < whole


def _is_included(number: Candidate) -> bool:
    """Whether a figure includes those counted: "the number includes | ten soldiers"."""
    return number.left[-1:] == "I" and number.units[number.chunks[number.at - 1].first].low in CONTAINING


def _is_predicate(units: list[Unit], at: int) -> bool:
    """Whether "80 were | children" goes on with people or a nationality."""
    if at > 0 and units[at - 1].cls != "b":
        return False
    while at < len(units) and units[at].cls in "Ja~m":
        at += 1
    return at < len(units) and units[at].cls in "vVR"


def _is_gapped(number: Candidate, outcome: str) -> bool:
    """Covers: "India lost 10,736 men, Thailand | 4,812". Must not: "14 died in Iraq, later | 12"."""
    if number.last is not None and GAPPED_AT.fullmatch(number.line, number.last_at + 1, number.at) is not None:
        units, first = number.units, number.last.group.first  # "puts the dead at 812, the church at | 1,200"
        return first > 0 and units[first - 1].low == units[number.group.first - 1].low == "at"
    return (
        number.last is not None
        and (number.follow != "/" or _lost_in(number))
        and not (number.left[-1:] == "," and number.follow == ",")  # "six dead; his son, | two, was saved"
        and GAPPED.fullmatch(number.line, number.last_at + 1, number.at) is not None
        and (
            _names(number.units, number.chunks[number.at - (2 if number.left[-1:] == "," else 1)])
            or _is_other_side(number, number.last)
            or _follows_up(number, number.last)
            or (
                number.last.rule == "past_object" and number.units[number.group.first - 1].cls == "E"
            )  # "a car bomb | four"
        )
    )


def _lost_in(number: Candidate) -> bool:
    """Whether a place or time may follow: "France lost 58 soldiers and the United States | 241 in the bombings"."""
    units, last = number.units, number.last
    lost = last is not None and any(u.cls == "l" for u in units[last.cue[0] : last.cue[1]])
    return lost and units[number.group.first - 1].cls == "S"


def _is_other_side(number: Candidate, last: Mention) -> bool:
    """Whether the subject of a gapped clause lost others: "the army lost 14 soldiers and the rebels | 30"."""
    units, at = number.units, number.group.first - (2 if number.left[-1:] == "," else 1)
    lost = units[last.cue[0] : last.cue[1]]
    return units[at].cls == "v" and at > 0 and units[at - 1].cls == "t" and any(u.cls == "l" for u in lost)


def _follows_up(number: Candidate, last: Mention) -> bool:
    """Whether a later figure takes the place of the one before: "first admitted to 38, later | 60"."""
    return last.inherited and number.units[number.group.first - 1].low in LATER


def _names(units: list[Unit], chunk: Chunk) -> bool:
    """Whether a chunk of words names somebody or some place: the subject of a gapped clause."""
    return any(u.cls in "RSPBAXYD" for u in units[chunk.first : chunk.last])


def _is_gravely(number: Candidate, outcome: str) -> bool:
    """Covers: "40 wounded, | 12 seriously". Must not: "40 killed, | 12 seriously"."""
    after = number.units[number.group.quantity.last : number.group.last + 1]
    return outcome == "wounded" and any(unit.low in GRAVELY for unit in after)


def _is_fatally(number: Candidate) -> bool:
    """Covers: "eight people were shot, | three fatally". Must not: "eight people were shot, | three in the legs"."""
    after = number.units[number.group.quantity.last : number.group.last + 1]
    return any(unit.low in FATALLY for unit in after)


def _is_carried_on(number: Candidate, outcome: str) -> bool:
    """Covers: "Kyiv counted | over 790", "put it at | 45", "spoke of | 45", "told the council of | 108".

    Must not: "The ministry employs | 790".
    """
    left, units, first = number.left, number.units, number.group.first
    before = units[max(0, first - 4) : first]
    if before and before[-1].low == "of" and any(u.low in TOLD for u in units[max(0, first - 8) : first]):
        return True  # "he told the council of | 108"
    brings = any(u.low in BRINGING or u.low in RAISING for u in units[max(0, first - MAX_BRINGING) : first])
    pointed = any(u.low in ("it", "that", "this") for u in units[max(0, first - MAX_BRINGING) : first])
    if brings and pointed and before[-1].low == "to":
        return True  # "by nine he had revised that to | 94"
    if left.endswith(("cx/", "c*/", "c/")):
        return any(u.low in ("put", "puts", "placed", "sets", "set", "gave", "estimated") for u in before)
    if left.endswith(("c", "vG")):
        word = units[number.chunks[number.at - 1].first]
        if word.low in NUMBERING and not (before[-2:] and before[-2].cls == "d"):
            return False  # "an army that he said numbered | 260,400"
        owns = "admit" in word.senses and not word.low.startswith("admit")  # "the hospital admitted | 40"
        return left[-1] == "G" or owns or "count" in word.senses or "say" in word.senses or word.low.endswith(" of")
    if left.endswith("cT"):
        return any("admit" in u.senses for u in before)  # "admitted to only | 40"
    if left.endswith("*F"):
        return any(u.low in FIGURES and i and before[i - 1].cls in "at" for i, u in enumerate(before))
    if left.endswith(("cF", "xF")):
        return any(u.low.endswith(" of") or "count" in u.senses for u in before)
    return False


def _is_tally(number: Candidate, outcome: str) -> bool:
    """Covers: "the figure stood at | 45", "It now stands at | 43". Must not: "The ministry employs | 45"."""
    units, first = number.units, number.group.first
    if "*" in number.left and TALLY.search(number.left) and is_counted(units, max(0, first - 6), first):
        return True
    begin = first
    while begin > 0 and units[begin - 1].cls not in ",;.:&":
        begin -= 1
    return begin < first and units[begin].low in ("it", "that", "this") and is_counted(units, begin, first)


def _is_rival(number: Candidate, outcome: str) -> bool:
    """A bare number that says nothing else, of the size of a figure told just before, is another figure for it.

    Covers: "The army spoke of 84 dead. The rebels are content with | 50", "the toll … . On Sunday it had been | 97".
    Must not: "the youngest was | 14", "5,840 tanks, up | 40", "they arrested | 51", "Tanks: | 90".
    """
    quantity, units, left = number.group.quantity, number.units, number.left
    own = quantity.best or quantity.high
    if not own or own < MIN_RIVAL or quantity.added or left[-1:] in ("", "-", ":", "(", "$", "%"):
        return False
    if number.units[number.group.first - 1].cls == "t":
        return False  # "asked about the | 2,000": told before
    if own < MIN_BARE and left[-1] not in ",&;" and not _names(units, number.chunks[number.at - 1]):
        return False
    sizes = [size for _, size in number.figures if size]
    if not any(max(own / size, size / own) <= MAX_RIVAL for size in sizes):
        return False
    if quantity.qualifier == "fewer_than" and own < MAX_AGE:
        return False  # "were under | five"
    if number.last is None and any("other_deed" in u.senses for u in units[: number.group.first]):
        return False  # "500,000 were uprooted; Rwanda has received | 2,100"
    before = clause_before(number)
    if any(u.low in AGES for u in units[max(0, number.group.first - 6) : number.group.first]):
        return False  # "five cousins between the ages of 9 and | 18"
    if before and all(u.cls in "*x" for u in before):
        return False  # "Number | 29"
    if any(u.cls in "w%" or u.low in AGES or not u.senses.isdisjoint(NO_RIVAL) for u in before):
        return False
    if any(u.cls == "U" and before[i].cls == "0" for i, u in enumerate(before[1:])):
        return False  # "gone from 18 rupees a kilo to | 41"
    if before and before[-1].cls == "b" and own < MAX_AGE and any(u.cls in "XP" or u.low in HE for u in before):
        return False  # "whose leader Guzmán is | 48"
    if (
        before
        and before[-1].low == "at"
        and own < MAX_AGE
        and (len(before) == 1 or any(u.cls in "NDP" and u.low not in ("dead", "toll") for u in before))
    ):
        return False  # "At | 44, he …", "meet on Thursday at | 10"
    after = units[number.group.last : number.group.last + 2]
    if before and before[-1].low == "at" and len(after) == 2 and after[0].low == "on" and after[1].cls in "NMU":
        return False  # "pulled a girl out alive at | ten on Wednesday night"
    return not any(u.cls in "EU%" or u.low in ABOARD for u in after[:1])


def _is_apart(number: Candidate, outcome: str) -> bool:
    """A bare number of another year or place than the one before it.

    Covers: "75 troops were killed in 2017, | 82 in 2016 and | 47 in 2015", "21 died in Region 10; | four each in Leyte
    and Samar".
    Must not: "12 were killed in 2017, when the unit, | 82 in 2016, had shrunk", "12 died in Gao; | 40 in Mopti fled".
    """
    units, last, at = number.units, number.last, number.group.last
    if last is None or number.letter != "0" or number.left[-1:] not in (",", ";", "&", "T") or at + 1 >= len(units):
        return False
    at += units[at].low == "each"
    if units[at].low not in APART or at + 1 >= len(units):
        return False
    year = units[at + 1].cls == "N" and YEAR.fullmatch(units[at + 1].text) is not None
    if not year and not (_is_name(units[at + 1]) and _ends_place(units, at + 2)):
        return False
    between = number.line[number.last_at + 1 : number.at].replace("u", "", 1)  # "as compared to | 150 in 2016"
    if not set("0#$5KukrL").isdisjoint(between):
        return False
    words = units[last.group.last : number.group.first]
    if year:
        return any(u.cls in "NU%" or u.low.endswith("year") for u in words)
    return "/x" in between and any(_is_name(u) and words[i].low in APART for i, u in enumerate(words[1:]))


def _is_next_day(number: Candidate) -> bool:
    """Whether a bare number is told apart by the day after: "brought eleven bodies that night and | thirteen the next".

    Must not: "killed 12 and | thirteen the next month were freed", behind figures of two outcomes.
    """
    units, at = number.units, number.group.last
    if at + 1 >= len(units) or units[at].cls != "t" or units[at + 1].low not in NEXT_DAY:
        return False
    if len({of for of, _ in number.figures}) > 1:
        return False
    end = at + 2 + (at + 2 < len(units) and (units[at + 2].cls in "UN" or units[at + 2].low in ("day", "night")))
    return end >= len(units) or units[end].cls in ',.;"&'


def _is_name(unit: Unit) -> bool:
    """Whether a word may name a place."""
    return unit.cls == "A" or unit.text[0].isupper()


def _ends_place(units: list[Unit], at: int) -> bool:
    """Whether only the name of a place is told: "in Region | 8;", "in Leyte | and Samar"; not "in Leyte | fled"."""
    while at < len(units) and (units[at].cls in "MA" or (units[at].cls == "&" and units[at + 1 : at + 2])):
        if units[at].cls == "&" and units[at + 1].cls in "0qha":
            return True
        at += 1
    return at >= len(units) or units[at].cls in ",;.)"


CARRYING: tuple[tuple[str, Callable[[Candidate, str], bool], bool], ...] = (
    ("apart", _is_apart, False),
    ("gapped", _is_gapped, False),
    ("gravely", _is_gravely, True),
    ("carried", _is_carried_on, False),
    ("tally", _is_tally, False),
    ("rival", _is_rival, False),
)
"""Rules by which a bare number carries on the outcome of what was said before, and whether it is then a part."""
