"""Rules by which a number hangs on a noun: the figure of a toll, of losses, of a list, of what somebody did.

Each takes a number and gives a mention; False, it certainly counts nobody; or None, which lets the next rule look.
`linked` asks them in its order.
"""

from __future__ import annotations

import re

from facttrack.amid import are_given
from facttrack.candidates import (
    CLOSED,
    Candidate,
    Mention,
    Verdict,
    clause_before,
    is_combatant,
    is_counted,
    left_office,
)
from facttrack.chunks import Chunk
from facttrack.estimates import are_of_violence
from facttrack.groups import Group
from facttrack.units import Unit

__all__ = [
    "BRINGING",
    "FORMATIONS",
    "INCLUDE",
    "NOMINAL",
    "NUMBERING",
    "OF_THE",
    "PUTTING",
    "STOPS",
    "among_the_dead",
    "amount",
    "are_back",
    "brought_to",
    "exceeded",
    "label",
    "list_object",
    "listed_before",
    "losses",
    "names_of_dead",
    "nominal",
    "number_of",
    "of_the_dead",
    "on_list",
    "outcome_of_those",
    "own_tally",
    "passes_it",
    "put_at",
    "toll",
]

ONE_DEATH = frozenset("death loss killing murder burial execution assassination martyr victim casualty injury".split())
"""Nouns of one casualty, which no figure can follow: "after his death he remained one"."""
BRINGING = frozenset(
    "bringing brings bring brought taking takes take took raising raises raise raised lifting lifts lifted pushing "
    "pushes push pushed upping ups upped increasing increases increased lowering lowers lowered cutting cuts cut "
    "revised".split()
)
"""Verbs that lead to a figure whose toll stands behind it: "bringing to | 600 the number of dead"."""
EXCEEDING = frozenset("exceeded topped surpassed passed approached exceeds exceed".split())
"""Verbs of a toll that is above its figure."""
PUTTING = frozenset("put puts placed places set sets".split())
"""The same with "at": "put at | 16 the number of dead"."""
FORMATIONS = frozenset("unit force battalion brigade division regiment garrison column company army crew".split())
"""Units of an army, whose own losses a line or a verb of losing may tell."""
INCLUDE = frozenset("include included includes".split())
"""Verbs between the dead and some of them."""
TOGETHER = frozenset(["along with", "together with", "as well as", "alongside"])
"""What joins others to those of whom a verb tells."""
RETURNED = frozenset("returned resurfaced reappeared rejoined rescued".split())
"""What became of missing people who are so no longer."""
TURNS = frozenset("though although while when before".split())
"""Words behind which others are told of."""
SAFE = frozenset("alive safe unharmed to back".split())
"""Behind "found" or "reported", what the missing were who are so no longer."""
MAX_BACK = 12
"""Units behind "eight of the missing" in which they come back."""
ASKING = ("demand", "urge", "urging", "seek", "sought", "negotiat", "await", "plot", "prevent", "avert")
"""Beginnings of verbs whose object has not happened."""
OF_THE = {
    "dead": "killed",
    "killed": "killed",
    "slain": "killed",
    "fatalities": "killed",
    "deaths": "killed",
    "bodies": "killed",
    "victims": "killed",
    "deceased": "killed",
    "fallen": "killed",
    "died": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "missing": "missing",
    "captured": "captured",
    "casualties": "casualties",
}
"""Outcomes of "of the …"."""
AMOUNTING = frozenset("come comes came run runs ran running amount amounts amounted climbed".split())
"""Verbs before "to" or "into" and a number: "the injured come | to 2,142"."""
NUMBERING = frozenset("number numbered numbers total totalled totaled".split()) | {
    f"{verb} {to}" for verb in AMOUNTING for to in ("to", "into")
}
"""Verbs right before such a number."""
MAX_AMOUNT = 18
"""Units from such a verb back to the noun of those it counts."""
ANTIQUITY = ("archaeolog", "ancient", "museum", "prehistoric", "medieval", "centuries", "roman", "neolithic")
"""Beginnings of words by which remains are no news."""
LISTS = frozenset("list lists register roll tally count number".split())
"""Before "of the injured", whose number or names are told."""
MAX_NAMES = 8
"""Units behind "names" in which a word may tell whose they are: "of those | missing"."""
FORETELLING = frozenset("will would could might may should shall".split())
"""Modals behind "two of the wounded"."""
STOPS = (*CLOSED, "(", "&", "u", "-", "x(")
TOTAL_NEXT = re.compile(r"\*F(?:x|v|r|[/F]x){0,4}[pPj]|L")
ON_LIST = re.compile(r"c?/x?\*(?:I[jpk]?|F[jpk])")
ACTIVE_LIST = re.compile(r"(?P<verb>[Agp])(?:x|\$|[/F]x){1,3}(?:,(?:x|\$|[/F]x){1,3}){0,4},?&$")
NOMINAL = re.compile(r"(?P<verb>[kgo](?=\(?x?F$)|k(?=(?:/x(?:Fx)?){1,2}F$)|O(?=F$))")
NOMINAL_LIST = re.compile(r"(?P<verb>[kg])F(?:x|[/F]x){1,3}(?:,(?:x|[/F]x){1,3}){0,4}(?:,?&|,)$")
WITH = re.compile(r"(?P<verb>P)(?:x|[/F]x|\([^()]{0,9}\)){0,6},?&$")
TOLL = re.compile(
    r"(?P<verb>L)(?:[^;.#K0$cuL]|\$|\]0|F0(?=T$)|\^0(?=,?T)|c(?=,?/?(?:\]0)?[/T]$))*?(?:[TF/:\-(]|v|c|x)?$"
)
TWO_TOLLS = re.compile(r"(?P<first>L)(?:[/F]x)?&(?P<second>L)(?:x|v|c|,){0,3}[T/](?P<other>0&)?$")
PUT_AT = re.compile(r"(?P<cue>c)(?:x|v|[/F]x){0,3}(?P<verb>[pPj])(?:x|[/F]x|,){0,5}/$")
LOSSES = re.compile(
    r"(?P<verb>k)(?:x|[/F]{1,2}[x$]|v|c|\]\$|\]x,?Tx,?|,?uFx,?|&[pj]|,pI,|,){0,8}?(?:[T/:\-F(v*x]|/[/T]|Tv)?$"
)
NUMBERED = re.compile(
    r"\*F(?:x|r|v|&x|[/F]x){0,6}(?P<verb>[pPj])(?:(?:/x)?u[^;.,c0#]{1,10})??(?:x|v(?=v?(?:\]0)?x?[T/x]$)|c(?=/)|[/F^]{1,2}[x$]|,|\]0){0,6}(?:/?[/T(:]|vv?|v?c|x)$"
)
AND_OF = re.compile(r"(?:&|,)F(?P<verb>[pjk])[T/]$")
COUNT_OF_THOSE = re.compile(r"\*(?P<verb>I)(?:x|[/F][x$]){0,4}[/T]$")
OWN_TOLL = re.compile(r"(?P<verb>\*)(?:x|[/F]x|v|c|\]0){0,5}[T/]$")
EXCEEDED = re.compile(r"(?P<verb>[kL]|(?<=x)p)(?:x|[/F]x|v|,x,){0,6}$")
LABEL = re.compile(r"(?:(?P<verb>[pj])(?:[/^]x|/\$){0,2}|(?P<bodies>o)[xc]?)[:\-(]$")
BARE_LABELS = re.compile(r"[pj]0(?:(?:[,;&]|,&)[pj]0)+(?:$|[,;.(/r].*)")
"""A line that opens with several labels, each before its figure: "Dead | 14, injured | 29"."""
NAMED_DEAD = re.compile(r"(?P<verb>[kL])(?:x|[/F^]x|v){0,4}:$")
LOSSES_LABEL = re.compile(r"(?:^|[.;,])x{0,2}(?P<verb>[kL])(?:[/F]x)?-$")
INCLUDED = re.compile(r"(?:^|[,;:&uc]|\.x)(?:x(?=[pj]))?(?P<verb>[kpjxv])(?:[/F]x|x){0,3}I$")
MAX_ASIDE = 10
"""Units between the commas behind a subject."""
AMONG_THE_DEAD = re.compile(r"(?:^|[,;:&])(?P<verb>I)(?:(?:[/F^]x){0,2}vx?|:)?$")


def nominal(number: Candidate) -> Verdict:
    """A casualty noun or gerund with "of".

    Covers: "the deaths of | 12 people", "the killing of | three", "the bodies of | 45".
    Must not: "changed the lives of | 30".
    """
    if number.left[-1:] != "F" or number.letter not in "#0":
        return None
    one = number.chunks[number.at - 2].group if number.left[-2:] == "$F" else None
    if one is not None and one.quantity.kind == "article" and one.last == number.group.first - 1:
        deed = number.units[one.last - 1]  # "details emerged of a | massacre of 40 people"
        if deed.cls == "k" and deed.entry is not None and deed.entry.outcome == "killed":
            return Mention(number.group, "killed", (one.last - 1, one.last), "nominal", part=number.part)
    word = number.before(NOMINAL)
    if word is None or (number.units[word.main].cls == "y" and number.units[word.last].cls == "x"):
        return None  # "the murder trial of | three officers"
    if number.follow == "F" and number.line[number.rest + 1 : number.rest + 2] == "$":
        return False  # "with the loss of | 400 of its 500 posts"
    if number.units[word.last - 1].low in ("loss", "losses") and left_office(number.reading, number.group):
        return False  # "the loss of | 16,000 officers because of budget cuts"
    if number.units[word.first].low == "surrender" and not is_combatant(number.units, number.group):
        return False  # "the surrender of | 40 babies for adoption"
    if _is_asked_for(number.units, word.first):
        return False  # "demanded the surrender of | 12 rebels"
    if word.letter == "o" and any(u.low.startswith(ANTIQUITY) for u in number.units):
        return False  # "the remains of 13 people who lived 2,000 years ago"
    if word.letter == "O" and not any(
        "life_taking" in unit.senses for unit in number.units[max(0, word.first - 8) : number.group.last + 6]
    ):
        return False
    found = number.mention(word, "nominal")
    if found is not None and word.letter == "o":
        found.outcome = "killed"
    return found


def _is_asked_for(units: list[Unit], deed: int) -> bool:
    """Whether a deed is only wanted: "demanded the | surrender of", "called for the | killing of"; not "ordered"."""
    at = deed - 1
    while at > 0 and units[at].cls in "tJ":
        at -= 1
    if units[at].low == "for" and at:
        at -= 1
        return units[at].low in ("call", "calls", "called", "calling", "asked", "waiting")
    return units[at].low.startswith(ASKING)


def toll(number: Candidate) -> Verdict:
    """The figure of a toll; one toll has one figure, but for its parts.

    Covers: "the death toll rose to | 45", "put the toll at | 45". Must not: "the toll rose to 45 in | 12 days", "the
    number of victims of the fraud rose to | 45".
    """
    if number.letter == "0" and number.follow == "L" and number.group.first and number.group.quantity.kind == "number":
        led = number.units[number.group.first - 1]  # "the | 800,000 death toll"
        return number.mention(number.chunks[number.rest], "toll") if led.cls in "ts" else None
    if number.letter not in "#0" or "L" not in number.left:
        return None
    if number.group.quantity.kind == "zero" and number.follow == "F":
        return None  # "call the toll false, and supply | none of their own"
    two = TWO_TOLLS.search(number.left)
    if two is not None and (two["other"] or number.follow == "&"):
        # "the toll and number of missing rose to | 12 and 30"
        return number.mention(number.chunks[two.start("second" if two["other"] else "first")], "toll")
    word = number.before(TOLL)
    if word is None:
        return None
    if not are_of_violence(number, word):
        return False
    told = number.last is not None and number.last.cue == (word.first, word.last) and not number.part
    if told and number.last is not None and number.units[number.last.group.first - 1].low != "by":
        return None  # but "the toll rose by 12 to | 45"
    return number.mention(word, "toll")


def brought_to(number: Candidate) -> Verdict:
    """The figure to which something brings a toll that is named after it.

    Covers: "bringing to | 600 the number of soldiers killed", "takes to | 12 the death toll", "put at | 16 the number
    of civilians killed".
    Must not: "brought to | 600 the number of tanks".
    """
    first = number.group.first
    if number.letter != "0" or first < 2:
        return None
    joint, verb = number.units[first - 1], number.units[first - 2].low
    leads = (joint.cls == "T" and verb in BRINGING) or (joint.low == "at" and verb in PUTTING) or joint.low == "put at"
    hit = TOTAL_NEXT.match(number.line, number.rest) if leads else None
    if hit is None:
        return None
    word = number.chunks[hit.end() - 1]
    if any(unit.cls in "EUQ" for unit in number.units[number.group.last : word.first]):
        return None
    return number.mention(word, "brought_to")


def losses(number: Candidate) -> Verdict:
    """The figure of losses, after a word of counting.

    Covers: "put its losses at | 300 men", "put the dead at | 45". Must not: "the losses near | 300 men".
    """
    left = number.left
    if "k" not in left or not (number.letter == "0" or (number.letter == "#" and left[-1] in "FT/vcx")):
        return None
    word = number.before(LOSSES)
    first = number.group.first
    if word is None or not (is_counted(number.units, word.last, first) or are_given(number.units, word.first, first)):
        return None
    if number.units[word.last - 1].low in ONE_DEATH or _is_strength(number.units, number.group.first):
        return None
    found = number.mention(word, "losses")
    if found is not None and number.units[word.last].cls == "&" and number.units[word.last + 1].cls in "pj":
        found.outcome = "casualties"  # "puts the dead and missing at | 1,000"
    return found


def _is_strength(units: list[Unit], first: int) -> bool:
    """Whether a number tells how many a unit has: "the losses of the battalion, a unit of | 1,200 men"."""
    return first > 1 and units[first - 1].low == "of" and units[first - 2].low in FORMATIONS


def number_of(number: Candidate) -> Verdict:
    """The figure of a number of casualties.

    Covers: "the tally of soldiers killed rose to | 45", "the number of dead rose to 45 and of wounded to | 90", "the
    number of civilians killed | exceeded 45".
    Must not: "the tally of soldiers rose to | 45".
    """
    if number.letter != "0":
        return None
    other = number.before(AND_OF) if number.last is not None else None
    if other is not None:
        return number.mention(other, "number_of")
    if "*" not in number.left:
        return None
    if passes_it(number):
        found = NUMBERED.search(number.left + "x")  # the verb that is read as part of the number
        verb = number.chunks[found.start("verb")] if found is not None else None
        return None if verb is None or _has_doer(number.units, verb) else number.mention(verb, "number_of")
    word = number.before(NUMBERED)
    if word is not None and number.left[-1] == "x" and not is_counted(number.units, word.last, number.group.first):
        return None
    if word is None:  # "lowered its count of those killed in the raid to | 114"
        word = number.before(COUNT_OF_THOSE)
        outcome = OF_THE.get(number.units[word.last - 1].low.split()[-1]) if word is not None else None
        if word is None or outcome is None:
            return None
        return Mention(number.group, outcome, (word.first, word.last), "number_of")
    return number.mention(word, "number_of")


def put_at(number: Candidate) -> Verdict:
    """The figure at which somebody puts the casualties.

    Covers: "put those killed in Kyiv at | 12". Must not: "buried those killed in Kyiv at | 12".
    """
    if number.letter != "0" or number.left[-1:] != "/":
        return None
    found = PUT_AT.search(number.left)
    if found is None or number.units[number.chunks[found.start("cue")].first].low not in PUTTING:
        return None
    return number.mention(number.chunks[found.start("verb")], "put_at")


def own_tally(number: Candidate) -> Verdict:
    """The figure of a count whose casualties the text before named.

    Covers: "the figure rose to | 45". Must not: the same, where nothing told of casualties before.
    """
    if number.letter != "0" or not number.context or "*" not in number.left:
        return None
    word = number.before(OWN_TOLL)
    if word is None or not is_counted(number.units, word.last, number.group.first):
        return None
    if number.counts_others() or _counts_others(number.units, word.last, number.group.first):
        return False
    return Mention(
        number.group, number.outcome_told() or number.context, (word.first, word.last), "own_tally", part=number.part
    )


def _counts_others(units: list[Unit], start: int, number: int) -> bool:
    """Whether a tally is of people who need not be hurt, or of deeds.

    Covers: "put the number of | men underground at 787", "the number of | incidents rose from 208 to 305".
    Must not: "the number | of victims rose to 45", "the number of | those who died".
    """
    of = units[start : start + 4]
    thing = next((unit for unit in of[1:] if unit.cls not in "tJR"), None)
    if thing is not None and of[0].cls == "F" and thing.cls in "xE" and thing.low.endswith("s"):
        return not any(unit.entry is not None and unit.entry.outcome for unit in units[start:number])
    noun = next((unit for unit in of if unit.cls in "vV"), None)
    if noun is None or not of or of[0].cls != "F" or "casualty_topic" in noun.senses or noun.low in ("those", "people"):
        return False
    return not any(unit.entry is not None and unit.entry.outcome for unit in units[start:number])


def of_the_dead(number: Candidate) -> Verdict:
    """The part marker itself names the outcome.

    Covers: "six of the dead", "two of the wounded", "six of the town's dead". Must not: "many of the dead", "six of
    the guests", "one of the victims, a nurse, said".
    """
    units, group = number.units, number.group
    if not group.part or (group.quantity.kind == "vague" and group.quantity.low is None):
        return None
    if group.quantity.kind == "zero":
        return None  # "none of the dead | had posed a threat"
    if group.last < len(units) and units[group.last].low in FORETELLING:
        return False  # "two of the wounded | will lose a limb"
    for i in range(group.quantity.last, group.last):
        if units[i].cls == "I" or units[i - 1].cls == "'":
            outcome = OF_THE.get(units[i].low.split()[-1])
            if outcome is None:
                return None
            if outcome == "missing" and are_back(units, group.last):
                return False  # "eight of the missing | later returned to their base"
            if group.quantity.best == 1 and units[i].low.endswith("victims") and _speaks(units, group.last):
                return False
            told = number.last if number.last is not None and number.last.outcome == outcome else None
            return Mention(group, outcome, (i, i + 1), "of_the_dead", part=True, shared=told)
    return None


def are_back(units: list[Unit], at: int) -> bool:
    """Whether some of the missing came back or were found alive, by the words behind them."""
    stops = (
        i for i in range(at, min(at + MAX_BACK, len(units))) if units[i].cls in ",;.:&0vV-" or units[i].low in TURNS
    )
    end = next(stops, at + MAX_BACK)  # not "six are missing, | though four others were rescued"
    low = [unit.low for unit in units[at:end]]
    return any(word in RETURNED for word in low) or any(
        word in ("found", "reported") and not SAFE.isdisjoint(low[i : i + 3]) for i, word in enumerate(low)
    )


def outcome_of_those(units: list[Unit], group: Group) -> str | None:
    """What befell those of whom some are counted: "two of the wounded"."""
    if not group.part:
        return None
    those = next((u for u in units[group.quantity.last : group.last] if u.cls == "I"), None)
    return OF_THE.get(those.low.split()[-1]) if those is not None else None


def _speaks(units: list[Unit], at: int) -> bool:
    """Whether a verb of saying follows, over what stands between commas."""
    if at < len(units) and units[at].cls == ",":
        at = next((i + 1 for i in range(at + 1, min(at + MAX_ASIDE, len(units))) if units[i].cls == ","), at)
    return at < len(units) and units[at].cls == "c" and "say" in units[at].senses


def names_of_dead(number: Candidate) -> Verdict:
    """The names on a list of the dead.

    Covers: "95,323 | names of dead soldiers"; where the text speaks of the killed, "its list has | 22 names" and "the
    names of | 77 servicemen". Must not: "a list of | 12 names" of candidates, "the names of | 12 streets".
    """
    units, group = number.units, number.group
    if group.quantity.kind not in ("number", "vague") or "$" in number.letter:
        return None
    follow = units[group.last].low if group.last < len(units) else ""
    if number.letter == "0" and follow == "names":
        after = units[group.last + 1 : group.last + MAX_NAMES]
        if len(after) > 1 and after[0].cls == "/" and after[1].cls == "0":
            return None  # "three names in four"
        if after and after[0].cls in "xJ":
            return None  # "13 names separate the two lists"
        beside = next((u.entry.outcome for u in after if u.entry is not None and u.entry.outcome), None)
        beside = beside or listed_before(number)
        if beside is None:  # "added 35 | names to its list of the dead"
            beside = next((OF_THE.get(u.low.removeprefix("of the ")) for u in after if u.cls == "I"), None)
        if beside is None:  # "the list of the dead holds 136 | names"
            beside = next((OF_THE.get(u.low.split()[-1]) for u in clause_before(number) if u.cls in "Ijk"), None)
        told = (number.context, number.last.outcome if number.last is not None else None)
        return number.inherit(beside or "killed", "names") if beside or "killed" in told else None
    before = [unit.low for unit in units[max(0, group.first - 2) : group.first]]
    if number.letter == "#" and before == ["names", "of"] and (number.follow == "x" or number.follow in CLOSED):
        return number.inherit("killed", "names") if number.context == "killed" else None
    return None


def _listed(units: list[Unit], at: int) -> str | None:
    """The outcome of those whose list a phrase names: "the list | of the injured"."""
    if at and units[at].cls == "I" and units[at - 1].low in LISTS:
        return OF_THE.get(units[at].low.removeprefix("of the "))
    return None


def listed_before(number: Candidate) -> str | None:
    """The outcome of those whose list, or of whom as a whole, the clause speaks before a number.

    Covers: "the list of the missing has | 40 names", "it put the wounded from the raid at | 698".
    Must not: "the wounded officer put it at | 40".
    """
    units, first = number.units, number.group.first
    for i in range(first - 1, first - 1 - len(clause_before(number)), -1):
        unit = units[i]
        if unit.cls in "jp" and i and units[i - 1].cls == "t" and units[i + 1].cls in "F/T]xbf":
            return OF_THE.get(unit.low)
        listed = _listed(units, i)
        if listed is not None:
            return listed
    return None


def amount(number: Candidate) -> Verdict:
    """Those of whom there are so many, before a verb of amounting to.

    Covers: "the injured, he said, come to | 2,142", "the killed and wounded run into | hundreds", "casualties verified
    since May come to | 4,577", "the list of the injured ran to | 85".
    Must not: "the injured ran to | 12 houses", "the cost of the dead came to | 12 dollars".
    """
    units, first = number.units, number.group.first
    if number.letter != "0" or number.follow not in STOPS or first < 3:
        return None
    at = first - 1
    while at > 0 and units[at].cls in "t":
        at -= 1
    if units[at].low in ("to", "into") and at > 1 and units[at - 1].low in AMOUNTING:
        at -= 1
    elif units[at].low in ("in", "in the") and at > 1 and units[at - 1].low in ("number", "numbered"):
        at -= 1  # "the wounded number in the | hundreds"
    elif units[at].low not in NUMBERING and not (units[0].cls in "tSYBR" and is_counted(units, max(2, at - 3), first)):
        return None
    for i in range(at - 1, max(-1, at - MAX_AMOUNT), -1):
        unit = units[i]
        if unit.cls in ";:.0$" or "money" in unit.senses:
            return None
        listed = _listed(units, i)
        if listed is not None:
            return Mention(number.group, listed, (i, i + 1), "amount", part=number.part)
        entry = unit.entry
        if entry is None or not entry.outcome or unit.cls not in "kLpj":
            continue
        if i and units[i - 1].cls in "0q":
            return None  # "added 51 | deaths, bringing the total to"
        named = unit.cls in "kL" or (i and units[i - 1].cls in "ts&") or (i > 1 and units[i - 1].cls == "R")
        if not named or (i + 1 < at and units[i + 1].cls in "xEv"):
            return None
        joined = i > 1 and units[i - 1].cls == "&" and units[i - 2].cls in "pj"
        outcome = "casualties" if joined else entry.outcome
        goes_on = number.context is not None and unit.cls in "pj"
        return Mention(number.group, outcome, (i, i + 1), "amount", part=number.part, inherited=goes_on)
    return None


def exceeded(number: Candidate) -> Verdict:
    """The figure that losses or a toll passed.

    Covers: "losses have | topped 1,000". Must not: "rain has | topped 1,000".
    """
    if number.letter not in "#0" or not passes_it(number):
        return None
    word = number.before(EXCEEDED)
    return None if word is None or _has_doer(number.units, word) else number.mention(word, "exceeded")


def _has_doer(units: list[Unit], verb: Chunk) -> bool:
    """Whether somebody did what a verb tells: "the number of terrorists Israel | killed exceeded 8,000"."""
    return units[verb.first].cls in "pP" and units[verb.first - 1].cls in "SYB"


def passes_it(number: Candidate) -> bool:
    """Whether a number is read with a verb by which something is more: "the killed | exceeded 40"."""
    return number.units[number.group.quantity.first].low in EXCEEDING


def label(number: Candidate) -> Verdict:
    """The figure after a label.

    Covers: "Killed: | 21", "Dead in Kyiv - | 21", "wounded (| 112"; "Dead | 14, injured | 29". Must not: "killed | 21",
    which is an object; "Dead | 14 years".
    """
    if number.letter == "0" and number.left[-1:] in ("p", "j") and BARE_LABELS.fullmatch(number.line):
        return number.mention(number.chunks[number.at - 1], "label")
    hit = LABEL.search(number.left) if number.left[-1:] in (":", "-", "(") else None
    if hit is not None and hit["bodies"]:  # "Enemy bodies recovered: | 12"
        body = number.chunks[hit.start("bodies")]
        return Mention(number.group, "killed", (body.first, body.last), "label", part=number.part)
    word = number.chunks[hit.start("verb")] if hit is not None else None
    if word is not None and number.left[-1:] == ":" and number.follow in ("v", "c", "A"):
        return None  # "Murdered: | Two officers have linked him to it", below a picture
    if word is not None and word.first > 0 and number.units[word.first - 1].cls == "E":
        return None  # "Vehicles destroyed: | 6"
    if word is None and number.letter == "#" and number.left[-1:] == ":":
        word = number.before(NAMED_DEAD)  # "knows its dead by name: | 121 soldiers"
    if word is None and number.letter == "#" and number.left[-1:] == "-" and number.follow in CLOSED:
        word = number.before(LOSSES_LABEL)  # "Enemy losses – | 318 men"
    return None if word is None else number.mention(word, "label")


def among_the_dead(number: Candidate) -> Verdict:
    """A part of the dead, before whom they are named.

    Covers: "Among the dead was | an officer", "Among the dead: | two nurses", "and among the wounded | six children".
    Must not: "Among the guests was | an officer".
    """
    if "I" not in number.left:
        return None
    word = number.before(AMONG_THE_DEAD)
    if word is None or not word.outcome:
        return included(number)
    return Mention(number.group, word.outcome, (word.first, word.last), "among_the_dead", part=True)


def included(number: Candidate) -> Verdict:
    """A part of the dead, behind them: "The dead included | five women", "Those wounded include | two officers".

    Must not: "The guests included | five women", "the victims of the flu include | 16 children".
    """
    if number.letter not in "#0" or number.units[number.chunks[number.at - 1].first].low not in INCLUDE:
        return None
    word = number.before(INCLUDED)
    if word is None:
        return None
    low = number.units[word.last - 1].low
    outcome = OF_THE.get(low)
    if low == "victims":
        outcome = number.told
    if outcome is None:
        return None
    return Mention(number.group, outcome, (word.first, word.last), "among_the_dead", part=True)


def list_object(number: Candidate) -> Verdict:
    """The last of several objects, the others without a number.

    Covers: "killed the mayor, his wife and | two guards", "the deaths of the mayor and | two guards",
    "the mayor was killed along with | two guards", "lost 3 aircraft and | 14 airmen".
    Must not: "killed the mayor and | two guards fled".
    """
    if number.letter != "#" or number.left[-1:] not in ("&", ",", "/") or number.follow in ("x", "v", "c", "A"):
        return None
    if number.left[-1:] == "," and number.units[number.group.first - 1].cls == "t":
        return None  # "After the murder of the senator, the | 4,015 judges of the country struck"
    verb = number.before(ACTIVE_LIST)
    found = number.of_verb(verb, "active_list", "active") if verb is not None else None
    if found is None:
        verb = number.before(NOMINAL_LIST)
        found = number.of_verb(verb, "nominal_list") if verb is not None else None
    if found is None and number.units[number.chunks[number.at - 1].first].low in TOGETHER:
        verb = number.before(WITH)
        found = number.of_verb(verb, "together_with") if verb is not None else None
    if found is None and number.left[-2:] == "P/" and number.units[number.group.first - 1].low == "with":
        verb = number.chunks[number.at - 2]
        after = number.units[number.group.last].low if number.follow == "/" else ""
        placed = number.follow in CLOSED[:3] or after in ("in", "near", "outside")
        if verb.outcome in ("killed", "captured") and placed:
            found = number.of_verb(verb, "together_with")  # "he was killed with | nine of his men"
    return found


def on_list(number: Candidate) -> Verdict:
    """People on a list of the missing, the dead or the wounded.

    Covers: "has | 71 people on its list of the missing", "carries | 7,333 names on its list of those missing".
    Must not: "| 71 people on its list of donors".
    """
    hit = ON_LIST.match(number.line, number.rest) if number.letter in "#0" else None
    if hit is None:
        return None
    chunk = number.chunks[hit.end() - 1]
    outcome = OF_THE.get(number.units[chunk.last - 1].low.split()[-1])
    if outcome is None:
        return None
    return Mention(number.group, outcome, (chunk.first, chunk.last), "on_list", part=number.part)
