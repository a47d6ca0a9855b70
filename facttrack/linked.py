"""Rules by which a number hangs on a casualty word: before it, behind it, or around it.

Each takes a number and gives a mention; False, it certainly counts nobody; or None, which lets the next rule look.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from facttrack.amid import (
    among_several,
    among_victims,
    are_given,
    buried,
    in_all,
    is_among_victims,
    none_among,
    number_when,
)
from facttrack.candidates import (
    CLOSED,
    Candidate,
    Mention,
    Verdict,
    clause_before,
    does_else,
    is_combatant,
    is_counted,
    left_office,
)
from facttrack.chunks import Chunk
from facttrack.estimates import are_of_violence, estimated
from facttrack.fates import FATES, WOUND_CAUSE, is_hostile
from facttrack.groups import CAPTIVE, WHICH, Group
from facttrack.turned import and_them, company_of, inverted, some_of_those
from facttrack.uncounted import IMPACT, is_shared_out
from facttrack.units import HURTS, Unit

__all__ = [
    "AROUND",
    "BESIDE",
    "BRINGING",
    "CLAIMED",
    "CLAIMERS",
    "COSTS",
    "FORMATIONS",
    "HOLDING",
    "INCLUDE",
    "MAX_COST",
    "NUMBERING",
    "OF_THE",
    "PUTTING",
    "STOPS",
    "TAKEN",
    "are_back",
    "died",
    "listed_before",
    "may_share_noun",
    "outcome_of_those",
    "shares_noun",
]

MAX_MODIFIERS = 4
"""Units between a number and the casualty noun that it counts: "a couple then helped Juliet fake her | death"."""
ONE_DEATH = frozenset("death loss killing murder burial execution assassination martyr victim casualty injury".split())
"""Nouns of one casualty, which no figure can follow: "after his death he remained one"."""
HOLDING = frozenset("holding held hold holds seized".split())
"""Words that make captives of soldiers."""
BRINGING = frozenset(
    "bringing brings bring brought taking takes take took raising raises raise raised lifting lifts lifted pushing "
    "pushes push pushed upping ups upped increasing increases increased lowering lowers lowered cutting cuts cut "
    "revised".split()
)
EXCEEDING = frozenset("exceeded topped surpassed passed approached exceeds exceed".split())
PUTTING = frozenset("put puts placed places set sets".split())
TAKEN = CAPTIVE | {"alive"}
"""What stands behind those who are "taken"."""
CAPTIVE_NOUNS = CAPTIVE - {"prisoner"}
"""Words for one captive, who is not always told to have been taken."""
TAKING = frozenset("took takes take taken taking".split())
FORMATIONS = frozenset("unit force battalion brigade division regiment garrison column company army crew".split())
ARRESTING = frozenset("suspicion charges charge questioning remand trial bail connection".split())
COSTS = frozenset("cost costs costing price".split())
MAX_COST = 6
"""Units between "cost" and the number of those whom it cost."""
SUFFERED = frozenset("suffered sustained received".split())
INCLUDE = frozenset("include included includes".split())
GONE = frozenset({"missing", "captured"})
TOGETHER = frozenset(["along with", "together with", "as well as", "alongside"])
RETURNED = frozenset("returned resurfaced reappeared rejoined rescued".split())
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
OTHERS = frozenset("those all victims people".split())
"""Words right before a participle that is theirs: "for those killed"."""
BROUGHT = frozenset(
    "evacuated flown taken brought admitted treated carried rushed airlifted ferried transferred hospital hospitals "
    "clinic clinics ward wards care".split()
)
"""What is done with the wounded: "flown out with injuries"; not "sidelined with injuries"."""
MAIMED = "maimed"
"""The sense of what somebody's limbs are: "people with | severed hands"."""
CARED = frozenset("treated hospital treatment".split())
ILLS = frozenset(
    "cold feet malaria cholera measles dehydration malnutrition hunger exhaustion fever infection infections disease "
    "diseases pneumonia flu covid heatstroke poisoning allergies".split()
)
"""For what people are treated who were not hurt."""
ANTIQUITY = ("archaeolog", "ancient", "museum", "prehistoric", "medieval", "centuries", "roman", "neolithic")
"""Beginnings of words by which remains are no news."""
ABSENT = frozenset(
    "rolls roll register analysis data dataset sample squad team lineup side game match session training vote debate "
    "survey records class classes photograph photo picture image".split()
)
"""From what those are missing who are safe."""
LISTS = frozenset("list lists register roll tally count number".split())
"""Before "of the injured", whose number or names are told."""
MAX_DEED = 6
"""Units behind a number in which another deed than killing may stand."""
MAX_NAMES = 8
"""Units behind "names" in which a word may tell whose they are: "of those | missing"."""
FORETELLING = frozenset("will would could might may should shall".split())
"""Modals behind "two of the wounded"."""
SENTENCING = frozenset(
    "sentence sentences sentenced sentencing condemn condemns condemned condemning scared frightened bored".split()
)
"""Verbs that leave those alive of whom they say "to death"."""
STOPS = (*CLOSED, "(", "&", "u", "-", "x(")
# Patterns over chunk letters, by the side of the number on which they look. `verb` is the chunk of the casualty word.

INCLUDING = ("includ", "number", "compris", "total")
"""Begins of verbs of a clause that tells who is among those meant."""
ALONE = frozenset("he she i".split())
"""Subjects that are no number of people."""
FILL = (
    r"(?:x|[/FT^\]][x$]|Fx?[0#]|v[/^T]x"  # words, "in Kyiv", "of 30", "taken to hospital"
    r"|&[vx]{1,2}|(?:,x){1,3},?&x(?=P)|&(?=P)|/(?=P)|&\$|,(?=P)"  # "and aides", ", troops and police"
    r"|,[x/FT^vIpj\]&$]{1,8},|,[#05x]I,|,6[^P;.cu]{1,5},(?=P)"  # ", many of them women,", ", a major among them,"
    r"|,u,(?=P)|,,(?=P)"  # ", however,", ", too,"
    r"|,[x/u*]{0,3}5[x/FT^v\]&5]{0,8},"  # ", 12 of them children,"
    r"|-[^-;.cu]{1,9}-|\([^()]{0,9}\)|,x?cx?,"
    r"|,?x?I[^P;.cuG]{1,14}?,?(?=P)|,?r[^P;.cu]{0,9}?,?(?=P)"  # ", including …,", ", who had …,"
    r"|,r[^P;.:,]{1,14},(?=P)"  # ", who arrived there to offer help,"
    r"|r[^P;.u0#K]{1,12}(?=P)|,[x/F&#05]{2,8},(?=P))"  # "who “stood up” to it", ", a Dane and two Czechs,"
)
"""What may stand between a number and "were killed"."""
# after the number
OF_NUMBER = re.compile(r"F(?:[0#][pj]|K)")
OUTCOME_NEXT = re.compile(r"[pj](?![#0K])")
POSTPOSED = re.compile(r"(?:\([^()]{1,9}\))?(?:(?:&x)?(?P<verb>[pj])(?![#0K])|x?,(?P<apart>p)(?=[.;/^]|$))")
PREDICATE = re.compile(FILL + r"{0,6}(?P<verb>P)")
JOINED = re.compile(
    r"(?:(?:x|[/F]x){0,4},x?[Ir][^P;.cu]{1,14}?,)?(?P<be>v)(?:[vc]|x|[/F^\]T]x){1,5},?&(?P<verb>p)(?![#0K$])"
)
"""What goes on with "were": "12 men | were stopped at a roadblock and killed"."""
RELATIVE = re.compile(r"(?:x|[/F]x)?,?r[vx]{0,3}(?P<verb>[Pp])(?![#0K])")
POSTPOSED_FAR = re.compile(
    r"(?:(?:x|[/F\]]x){0,3}"
    r"|,?I(?!0[pj])[#0x][#0x&/F]{0,5}(?:,(?=j)|(?=[pj](?:[,;.]|$))))"  # ", including a boy, dead"
    r"(?P<verb>[pj])(?![#0K])(?!\^)"
)
COORDINATED = re.compile(FILL + r"{0,4}(?:,[#0]" + FILL + r"{0,3}){0,4},?&(?:x?\*F)?[#0x]" + FILL + r"{0,5}(?P<verb>P)")
SERIES = re.compile(r"(?:(?:,|,?&)[#x]){1,5}(?P<verb>[pj])(?![#0Kx$])")
LISTED = re.compile(r"(?:x|[/F]x){0,2}(?:,[#0](?:x|[/F]x){0,2}){0,4},?&[#0](?:x|[/F]x){0,2}(?P<verb>[pj])(?![#0K])")
TOTAL_NEXT = re.compile(r"\*F(?:x|v|r|[/F]x){0,4}[pPj]|L")
SEVERAL_OUTCOMES = re.compile(r"(?:,[pj])*,?&[pj](?![#0K])")
JOINED_BARE = re.compile(r"&[vx](?:x|[/F]x){0,3}(?P<verb>[pj])(?![#0Kxv$])")
WITH_PARTS = re.compile(r",[#0](?:x?(?:,|,?&)[#0]){0,3}x?I,(?P<verb>[pP])(?![#0K])")
AMONG_THEM = re.compile(r"I[,;.)]")
ON_LIST = re.compile(r"c?/x?\*(?:I[jpk]?|F[jpk])")
WITH_WOUNDS = re.compile(r"(?:v(?:x|[/FT^\]][x$])*){1,2}j")
# before the number
ACTIVE = re.compile(r"(?P<verb>[Ag])(?:x?/x{1,2}|,[/^>][xFT/]{1,6},)?$")
ACTIVE_PAST = re.compile(r"(?P<verb>p)(?:/x{1,2}|,[/^][xFT/]{1,6},)?$")
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
CLAIMED = ("claimed", "claim", "claims")
CLAIMERS = frozenset({"life_claimer", "neutral_attack"})
"""Senses of what claims lives: a war, an attack."""
MAX_ASIDE = 10
"""Units between the commas behind a subject."""
AMONG_THE_DEAD = re.compile(r"(?:^|[,;:&])(?P<verb>I)(?:(?:[/F^]x){0,2}vx?|:)?$")
OPENED = re.compile(r"(?:^|[,;:])/[x$F/]*$")


def _counted_noun(number: Candidate) -> Verdict:
    """The noun of the number is a casualty word.

    Covers: "25 civilian deaths", "no casualties", "found 45 bodies", "claimed 23 lives".
    Must not: "changed 23 lives", "two bodies may", "a loss".
    """
    units, group = number.units, number.group
    if number.letter != "K" or group.head is None:
        return None
    head = units[group.head]
    if group.head - group.quantity.last > MAX_MODIFIERS:
        return False
    if head.cls == "O":
        around = units[max(0, group.first - 8) : group.last + 8]
        if not any("life_taking" in unit.senses for unit in around):
            return False
    if head.cls == "o":
        if group.last < len(units) and units[group.last].cls == "w":
            return False
        counted = head.low.startswith("corpse") or any(
            "count" in unit.senses for unit in units[max(0, group.first - 4) : group.first]
        )
        counted = counted or (group.first > 0 and "say" in units[group.first - 1].senses)  # "claims | 5,113 bodies"
        counted = counted or number.asked  # "How many were found? | 20 bodies."
        if not counted and not any("body_finding" in unit.senses or unit.cls in "pijg" for unit in units):
            return False
    if group.quantity.kind == "article" and head.cls != "O":
        return False
    if head.low in HURTS and group.first > 0 and units[group.first - 1].low in SUFFERED:
        return False  # "the striker suffered | 12 injuries"
    if head.low in ("kidnappings", "abductions"):
        return False  # of which one can be of many
    if group.quantity.kind == "zero" and head.cls == "o":
        return False  # "he produced no bodies"
    if head.low in ("loss", "losses") and not _is_of_people(number):
        return False
    outcome = "killed" if head.cls in "oO" else head.entry.outcome if head.entry else None
    if outcome is None:
        return False
    if group.quantity.kind != "zero" and head.cls == "k" and _has_another_outcome(units, group.last, outcome):
        outcome = "casualties"  # "scores of | deaths and injuries"
    return Mention(group, outcome, (group.head, group.head + 1), "counted_noun", part=group.part)


def _has_another_outcome(units: list[Unit], at: int, outcome: str) -> bool:
    """Whether a noun of another outcome follows without a number of its own: "40 deaths | and injuries"."""
    other = units[at + 1].entry if at + 1 < len(units) and units[at].cls == "&" and units[at + 1].cls == "k" else None
    return other is not None and other.outcome in ("killed", "wounded") and other.outcome != outcome


def may_share_noun(units: list[Unit], group: Group) -> bool:
    """Whether an adjective and "and" follow a number, whose noun may stand behind the next one."""
    at = group.quantity.last
    if group.quantity.kind not in ("number", "vague") or at + 1 >= len(units):
        return False
    return units[at].cls in "YRV" and units[at + 1].cls == "&"


def shares_noun(number: Candidate) -> Verdict:
    """The first of two numbers whose one noun stands behind the second.

    Covers: "| five military and eight civilian deaths". Must not: "| five military and eight bystanders fled".
    """
    units, at = number.units, number.group.quantity.last
    if not may_share_noun(units, number.group):
        return None
    if number.group.head is not None and units[number.group.head].cls not in "YRV":
        return None
    behind = next((chunk.group for chunk in number.chunks[number.at :] if chunk.group and chunk.first > at + 1), None)
    if behind is None or behind.head is None or behind.first > at + 3:
        return None
    word = units[behind.head]
    if word.cls not in "kK" or word.entry is None or not word.entry.outcome:
        return None
    return Mention(
        number.group, word.entry.outcome, (behind.head, behind.head + 1), "counted_noun", part=number.group.part
    )


def _is_of_people(number: Candidate) -> bool:
    """Whether losses are of people: soldiers or sides are spoken of, and no money and no game.

    Covers: "the army suffered 300 losses". Must not: "a 739,146 dollar loss", "two early-round losses".
    """
    units, group = number.units, number.group
    if any(unit.cls == "x" for unit in units[group.quantity.last : group.last]):
        return False
    return number.context is not None or any(
        unit.entry is not None and (unit.entry.victim_class == "combatant" or unit.entry.source_kind == "military")
        for unit in units
    )


def _of_number(number: Candidate) -> Verdict:
    """A share of a number that carries the casualty word.

    Covers: "six | of the 14 killed", "six | of the 14 deaths". Must not: "six | of the 14 guests", "one | of the 14
    deaths", which may be told twice.
    """
    if number.letter != "0":
        return None
    slain = number.chunks[number.at + 2].group if number.line.startswith("F#", number.rest) else None
    told = number.units[slain.attributive].entry if slain is not None and slain.attributive is not None else None
    if slain is not None and told is not None and told.outcome == "killed":  # "103 | of the 1,012 slain villagers"
        at = slain.attributive or 0
        return Mention(number.group, told.outcome, (at, at + 1), "of_number", part=True)
    if not OF_NUMBER.match(number.line, number.rest):
        return None
    word = number.chunks[number.at + 2]
    if word.letter == "K":
        head = word.group.head if word.group is not None else None
        entry = number.units[head].entry if head is not None else None
        if head is None or entry is None or not entry.outcome or number.group.quantity.best in (None, 0, 1):
            return None
        if number.units[head].low in ("losses", "loss") or number.units[head].cls != "k":
            return None
        return Mention(number.group, entry.outcome, (head, head + 1), "of_number", part=True)
    word = number.chunks[number.at + 3]
    if not word.outcome:
        return None
    return Mention(number.group, word.outcome, (word.first, word.last), "of_number", part=True)


def _whose_bodies(number: Candidate) -> Verdict:
    """Those whose bodies somebody has, whatever was done to them before.

    Covers: "the bodies of | 36 of the 44 sailors who were missing", "the bodies of | four policemen kidnapped on
    Friday". Must not: "counted the bodies of | vehicles".
    """
    if number.left[-2:] != "oF" or number.letter not in "#05":
        return None
    dead = number.chunks[number.at - 2]
    return number.mention(dead, "nominal") if dead.outcome == "killed" else None


def _number_shared_out(number: Candidate) -> Verdict:
    """The number of which the one before is a share counts nobody.

    Covers: "120 of the | 300 guests were hurt". Must not: "six of the | 14 killed".
    """
    which = number.units[number.group.first - 1]
    start = number.group.first - (which.cls == "m")  # "two of the last | four winners"
    shared_out = number.left[-2:] in ("0F", "#F") and number.chunks[number.at - 1].last >= start - 1
    shared_out = shared_out or (number.left[-3:] == "0Fx" and (which.cls == "'" or which.low in WHICH))
    slain = number.group.attributive is not None  # "103 of the | 1,012 slain villagers"
    return False if shared_out and number.follow not in ("p", "j") and not slain else None


def _active_object(number: Candidate) -> Verdict:
    """The object of a verb that is certainly active.

    Covers: "has killed | 12 people", "killing | three", "wounding in Kyiv | 14". Must not: "could kill | 50,000".
    """
    verb = number.before(ACTIVE)
    if verb is not None and number.units[verb.main].low.endswith("mourning") and number.letter not in "#5":
        return None  # "were mourning | two dropped points"
    if verb is None or (verb.lose and number.letter == "0" and number.follow in ("p", "j")):
        return None  # "lost | 774 killed"
    if verb.lose and number.follow in ("p", "j") and number.line[number.rest + 1 : number.rest + 2] in CLOSED:
        return None  # "lost | 2,500 troops killed"
    if number.group.attributive is not None and number.units[verb.main].low.startswith("carr"):
        return None  # "carried off | 35 injured people"
    found = number.of_verb(verb, "active_object", "active")
    if found and verb.lose and number.follow in ("p", "j") and number.line[number.rest + 1 : number.rest + 2] == "&":
        found.outcome = number.chunks[number.rest].outcome or found.outcome  # "lost | 12 men killed and 20 wounded"
    return found or False


def _mourned(number: Candidate) -> Verdict:
    """Those whom somebody mourns, which tells that they died.

    Covers: "the agency mourned | three of its staff". Must not: "mourned | 30 dead soldiers", which has a word of its
    own.
    """
    if number.letter not in "#5" or number.left[-1:] != "c" or number.follow not in CLOSED or number.group.unknown:
        return None
    verb = number.chunks[number.at - 1]
    entry = number.units[verb.last - 1].entry
    if entry is None or entry.outcome is None:
        return None
    return Mention(number.group, entry.outcome, (verb.last - 1, verb.last), "mourned", part=number.part)


def _past_object_next(number: Candidate) -> Verdict:
    """The object right after "killed", where no other number can be its subject.

    Covers: "The blast killed | 12 people". Must not: "killed | 12 wounded", which has a word of its own.
    """
    left = number.left
    if number.units[number.group.quantity.first].low in EXCEEDING:
        return None  # "the number of civilians killed | exceeded 20,000"
    if left[-1:] != "p" or OUTCOME_NEXT.match(number.line, number.rest):
        return None
    doer = number.chunks[number.at - 2].group if left[-2:-1] == "#" else None
    alone = doer is not None and doer.quantity.kind == "article"  # "a police officer shot dead | two tourists"
    if left[-2:-1] in ("0", "#", "K", "5") and not alone:
        return None
    return number.of_verb(number.chunks[number.at - 1], "past_object", "active")


def _postposed(number: Candidate) -> Verdict:
    """The casualty word right after the number.

    Covers: "12 people | killed", "45 | dead", "three soldiers | missing". Must not: "two gunmen | killed 12".
    """
    hit = POSTPOSED.match(number.line, number.rest)
    if hit is None:
        return None
    verb, end = number.chunks[hit.start("verb" if hit["verb"] else "apart")], hit.end()
    if hit["apart"] and number.last is not None:
        return None
    dead = number.before(NOMINAL) if verb.outcome != "killed" else None
    if dead is not None and dead.outcome == "killed":
        return number.mention(dead, "nominal")  # "the bodies of | four policemen kidnapped on Friday"
    if number.letter == "0" and verb.last < len(number.units) and number.units[verb.last].cls == "E":
        return False  # "hundreds of | captured rifles"
    if (
        number.letter == "#"
        and verb.letter == "p"
        and (
            number.line[end : end + 1] in tuple("#0K$x")
            or (number.group.quantity.kind == "article" and _acts(number, verb))
        )
    ):
        return None  # "a motorcyclist | hit her"
    low = number.units[verb.first].low
    if low in CAPTIVE_NOUNS and number.letter == "0" and number.group.quantity.best == 1:
        return None  # "one | hostage has died": a noun
    if low == "to death" and any(u.low in SENTENCING for u in clause_before(number)):
        return False
    if low == "in hospital" and number.last is not None and "&" in number.left[-1:] and died(number):
        return None  # "two died at the scene and | one in hospital"
    if number.letter != "#" and (
        (low in IMPACT and number.group.quantity.best in (0, 1))
        or (low == "missing" and number.line[end : end + 1] in tuple("xv$"))
    ):
        return False
    found = _unless_denied(number, verb, "postposed")
    if found:
        found.outcome = _of_several(number, found.outcome, end)
    return found


def _of_several(number: Candidate, outcome: str, end: int) -> str:
    """What one number counts whose casualty word goes on with another behind chunk `end`.

    Casualties: "25,000 were killed, wounded | or captured". Killed: "were captured | and later executed". What it was:
    "missing | or captured" are both gone, "were injured | and taken to hospital".
    """
    more = SEVERAL_OUTCOMES.match(number.line, end)
    if more is None:
        return outcome
    others = {chunk.outcome for chunk in number.chunks[end : more.end()] if chunk.outcome} - {outcome}
    if not others or {outcome, *others} <= GONE:
        return outcome
    joined = number.units[number.chunks[more.end() - 1].first - 1]
    if joined.cls in "at" or number.units[number.chunks[more.end() - 1].first].cls == "a":
        return outcome  # "two were killed and | a hostage was freed"
    if outcome == "captured" and others == {"killed"} and joined.low != "or":
        return "killed"
    return "casualties"


def died(number: Candidate) -> bool:
    """Whether the mention before tells where people died."""
    return number.last is not None and number.units[number.last.cue[1] - 1].low in ("died", "dies", "die")


def _is_said_in_passing(number: Candidate, verb: Chunk) -> bool:
    """Whether a number stands in a relative clause between commas, behind which the verb tells of somebody else.

    Must not: "the patients, who included | three children, died".
    """
    units, at = number.units, number.group.first - 1
    if units[verb.first - 1].cls != ",":
        return False
    while at > 0 and units[at].cls not in "r,;.:":
        if units[at].low.startswith(INCLUDING):
            return False
        at -= 1
    return at > 0 and units[at].cls == "r" and units[at - 1].cls == ","


def _predicate(number: Candidate) -> Verdict:
    """The subject of a verb, with words between.

    Covers: "137 soldiers | were killed", "12 people, seven of them children, | had died".
    Must not: "12 soldiers | were not killed", "12 soldiers | said two were killed".
    """
    if number.left[-1:] == "^" or (number.last is not None and AMONG_THEM.match(number.line, number.rest)):
        return None
    hit = PREDICATE.match(number.line, number.rest)
    if hit is None:
        return _joined(number)
    goes_on = number.last is not None and number.last.part and number.left[-2:] == "#&"
    if goes_on and hit.group()[0] in ",P" and number.last_at == number.at - 2:
        return None  # "288 people, including 166 men and | 74 women, were killed"
    if number.group.quantity.kind == "zero" and number.follow in ("x", "v") and "," in hit.group():
        return None  # "without | a smile, he said that two were hurt"
    verb = number.chunks[hit.start("verb")]
    if hit.group()[0] == "&" and (number.group.quantity.best or 0) > 1 and number.units[verb.first].low == "was":
        return None  # "The stadium holds | 40,000 and was hit by lightning"
    if _is_said_in_passing(number, verb):
        return None  # "The writer, who won | three Oscars, died", "the convoy, which carried | 12 soldiers, was hit"
    if number.units[verb.first - 1].low in ALONE:
        return None  # "has scored | 12 since he was hurt"
    if "r" in hit.group() and does_else(number):
        return None  # "Hundreds filed past the coffin of a player | who died"
    lost = any(word in number.units[verb.last - 1].low for word in ("been found", "be found", "accounted", "surviv"))
    if lost and number.letter in "05" and number.group.head is None and number.last is None and number.context is None:
        return None  # "The thieves took eight jewels; | seven have not been found"
    if number.group.quantity.kind == "zero" and any(
        u.low == "how many" for u in number.units[number.group.last : verb.first]
    ):
        return None  # "| nobody agrees on how many were murdered"
    before = [unit.low for unit in number.units[max(0, number.group.first - 3) : number.group.first]]
    if ["how many", "of"] in (before[:2], before[-2:]):
        return None  # "how many of the | 300 missing men were dead"
    found = _unless_denied(number, verb, "predicate")
    if found:
        found.outcome = _of_several(number, found.outcome, hit.end())
    return found


def _joined(number: Candidate) -> Verdict:
    """The subject of another deed that was done to them, and then of killing.

    Covers: "12 men | were dragged from their cars and shot dead", "not one civilian | was targeted or killed",
    "nine soldiers, including a captain, | were ambushed and killed".
    Must not: "12 men | were drunk and killed a guard", "12 men | were seen and a guard killed".
    """
    hit = JOINED.match(number.line, number.rest) if number.letter in "#05" else None
    if hit is None:
        return None
    units, verb = number.units, number.chunks[hit.start("verb")]
    be = units[number.chunks[hit.start("be")].first]
    after = units[verb.last] if verb.last < len(units) else None
    if not (be.cls == "b" or be.low.endswith("been")) or any(
        u.cls == "n" for u in units[number.group.last : verb.first]
    ):
        return None
    if units[verb.first - 1].cls != "&" or (after is not None and after.cls in "tsaRSXPvVxEAJ"):
        return None
    return _unless_denied(number, verb, "predicate")


def _relative(number: Candidate) -> Verdict:
    """The number of which a relative clause tells: mostly as the object, since `_predicate` has read the subjects.

    Covers: "12 people | whom the army killed". Must not: "12 people | who killed 30".
    """
    hit = RELATIVE.match(number.line, number.rest)
    verb = number.chunks[hit.start("verb")] if hit is not None else None
    if verb is None:
        return None
    return None if _acts(number, verb) else _unless_denied(number, verb, "relative")


def _acts(number: Candidate, verb: Chunk) -> bool:
    """Whether what may be a participle has an object, so that those counted act: "a man allegedly | stabbed his wife".

    Must not: "a man | killed the day before", "12 people in the house | killed".
    """
    units, end = number.units, verb.last
    if verb.letter != "p" or end + 1 >= len(units) or units[end + 1].cls in "UNmJ%":
        return False
    if units[end].cls not in "tas" and units[end].low not in ("him", "them", "me", "us"):
        return False
    return all(unit.cls in "~r,x/NAS" for unit in units[number.group.last : verb.first])


def _is_arrest(units: list[Unit], verb: Chunk) -> bool:
    """Whether somebody is only arrested: "are being held | on suspicion of murder", "held | for questioning"."""
    return verb.outcome == "captured" and any(u.low in ARRESTING for u in units[verb.last : verb.last + 3])


def _is_absence(units: list[Unit], verb: Chunk) -> bool:
    """Whether somebody is only not there: "were missing | through illness", "missing | from its rolls"."""
    after = [u.low for u in units[verb.last : verb.last + 6]]
    if verb.outcome != "missing" or not after:
        return False
    if after[0] == "for":  # "are missing | for Wales", not "missing | for two days"
        return verb.last + 1 < len(units) and units[verb.last + 1].cls == "S"
    return after[0] == "through" or (after[0] == "from" and not ABSENT.isdisjoint(after))


def _is_ill(units: list[Unit], verb: Chunk) -> bool:
    """Whether those treated are ill: "are being treated in hospital | for cold"; not "for burns", "for free"."""
    cared = any(not CARED.isdisjoint(unit.low.split()) for unit in units[verb.first : verb.last])
    end = verb.last + (verb.last < len(units) and units[verb.last].low == "in hospital")
    after = units[end : end + 4]
    if not cared or len(after) < 2 or after[0].low != "for" or after[1].cls not in "xEkJ":
        return False
    hurt = any(unit.low in HURTS or WOUND_CAUSE in unit.senses for unit in after[1:])
    return not hurt and any(unit.low in ILLS for unit in after[1:])


def _unless_denied(number: Candidate, verb: Chunk, rule: str) -> Verdict:
    """A mention under a verb; a verb that is negated or hypothetical settles that there is none."""
    if _is_arrest(number.units, verb) or _is_absence(number.units, verb):
        return False
    if verb.outcome == "wounded" and _is_ill(number.units, verb):
        return False
    told = any(u.cls == "r" for u in number.units[number.group.last : verb.first])  # "most of the 12 | who were killed"
    if verb.letter == "P" and number.group.head is not None and not told and is_shared_out(number.units, number.group):
        return False
    return number.of_verb(verb, rule) or (False if verb.negated or verb.hypothetical else None)


def _claimed(number: Candidate) -> Verdict:
    """The object of "claimed", where what claims is a war or an attack.

    Covers: "both wars have claimed | 14,000 soldiers". Must not: "the army has claimed | 14,000 recruits".
    """
    if number.letter != "#" or number.left[-1:] != "c":
        return None
    verb = number.chunks[number.at - 1]
    if number.units[verb.first].low not in CLAIMED:
        return None
    before = number.units[max(0, verb.first - 5) : verb.first]
    if all(unit.senses.isdisjoint(CLAIMERS) for unit in before):
        return None
    return Mention(number.group, "killed", (verb.first, verb.last), "claimed", part=number.part)


def _taken_prisoner(number: Candidate) -> Verdict:
    """Those who are taken prisoner.

    Covers: "wounded 2,300 and taken | 2,000 prisoner", "took | 12 soldiers hostage". Must not: "12 prisoner swaps".
    """
    group, units = number.group, number.units
    if number.letter not in "#0" or group.last >= len(units) or units[group.last].low not in TAKEN:
        return None
    taking = group.first > 0 and units[group.first - 1].low in TAKING
    if not taking:
        return None
    voice = "active" if units[group.first - 2].cls in "&,~" else ""  # "killed 14 rebels and took | five prisoner"
    return Mention(group, "captured", (group.last, group.last + 1), "taken_prisoner", part=number.part, voice=voice)


def _past_object(number: Candidate) -> Verdict:
    """The object of "killed", words between allowed.

    Covers: "The blast killed in Kyiv | 12 people", "killed, in Kyiv, | 40 people". Must not: "killed. | 12 people".
    """
    verb = number.before(ACTIVE_PAST)
    return None if verb is None else number.of_verb(verb, "past_object", "active")


def _nominal(number: Candidate) -> Verdict:
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


def _toll(number: Candidate) -> Verdict:
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


def _brought_to(number: Candidate) -> Verdict:
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


def _losses(number: Candidate) -> Verdict:
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


def _number_of(number: Candidate) -> Verdict:
    """The figure of a number of casualties.

    Covers: "the tally of soldiers killed rose to | 45", "the number of dead rose to 45 and of wounded to | 90".
    Must not: "the tally of soldiers rose to | 45".
    """
    if number.letter != "0":
        return None
    other = number.before(AND_OF) if number.last is not None else None
    if other is not None:
        return number.mention(other, "number_of")
    if "*" not in number.left:
        return None
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


def _put_at(number: Candidate) -> Verdict:
    """The figure at which somebody puts the casualties.

    Covers: "put those killed in Kyiv at | 12". Must not: "buried those killed in Kyiv at | 12".
    """
    if number.letter != "0" or number.left[-1:] != "/":
        return None
    found = PUT_AT.search(number.left)
    if found is None or number.units[number.chunks[found.start("cue")].first].low not in PUTTING:
        return None
    return number.mention(number.chunks[found.start("verb")], "put_at")


def _own_tally(number: Candidate) -> Verdict:
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


def _of_the_dead(number: Candidate) -> Verdict:
    """The part marker itself names the outcome.

    Covers: "six of the dead", "two of the wounded". Must not: "many of the dead", "six of the guests", "one of the
    victims, a nurse, said".
    """
    units, group = number.units, number.group
    if not group.part or (group.quantity.kind == "vague" and group.quantity.low is None):
        return None
    if group.quantity.kind == "zero":
        return None  # "none of the dead | had posed a threat"
    if group.last < len(units) and units[group.last].low in FORETELLING:
        return False  # "two of the wounded | will lose a limb"
    for i in range(group.quantity.last, group.last):
        if units[i].cls == "I":
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
    low = [unit.low for unit in units[at : at + MAX_BACK]]
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


def _names_of_dead(number: Candidate) -> Verdict:
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


def _amount(number: Candidate) -> Verdict:
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


def _exceeded(number: Candidate) -> Verdict:
    """The figure that losses or a toll passed.

    Covers: "losses have | topped 1,000". Must not: "rain has | topped 1,000".
    """
    if number.letter not in "#0" or number.units[number.group.quantity.first].low not in EXCEEDING:
        return None
    word = number.before(EXCEEDED)
    return None if word is None else number.mention(word, "exceeded")


def _label(number: Candidate) -> Verdict:
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


def _among_the_dead(number: Candidate) -> Verdict:
    """A part of the dead, before whom they are named.

    Covers: "Among the dead was | an officer", "Among the dead: | two nurses", "and among the wounded | six children".
    Must not: "Among the guests was | an officer".
    """
    if "I" not in number.left:
        return None
    word = number.before(AMONG_THE_DEAD)
    if word is None or not word.outcome:
        return _included(number)
    return Mention(number.group, word.outcome, (word.first, word.last), "among_the_dead", part=True)


def _included(number: Candidate) -> Verdict:
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


def _list_object(number: Candidate) -> Verdict:
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


def _coordinated_subject(number: Candidate) -> Verdict:
    """The first of several subjects with one verb.

    Covers: "Three soldiers | and two policemen were killed", "12 men, | 8 women and a child dead", "Two marines, | two
    civilians dead", "ended with | 920 militants and 47 civilians killed".
    Must not: "Three soldiers | said two policemen were killed".
    """
    left, units = number.left, number.units
    free = left[-1:] in tuple(",&(:-cGu;rxI") or not left or OPENED.search(left) is not None
    ended = left[-1:] in ("/", "F") and number.units[number.group.first - 1].low in ("with", "of")
    if not free and not ended:
        return None
    for pattern, name in (
        (COORDINATED, "coordinated"),
        (LISTED, "listed"),
        (SERIES, "listed"),
        (JOINED_BARE, "listed"),
        (WITH_PARTS, "listed"),
    ):
        if name == "coordinated" and not free:
            continue
        if name == "listed" and (
            number.letter != "#" or number.group.attributive is not None or _has_deed(number.units, number.group.last)
        ):
            continue
        hit = pattern.match(number.line, number.rest)
        verb = number.chunks[hit.start("verb")] if hit else None
        if verb is not None and name == "listed" and is_among_victims(number):
            continue  # "13 dead, | a boy among the victims, and 36 injured"
        if verb is not None and left[-1:] == "," and any(u.cls == "c" for u in units[number.group.last : verb.first]):
            return None  # "X, | a professor, said his daughter and her husband were killed"
        found = number.of_verb(verb, name) if verb is not None else None
        if found is not None:
            return found
    return None


def _has_deed(units: list[Unit], at: int) -> bool:
    """Whether what follows says something else of those counted: "60 people | have been displaced and 12 killed"."""
    for unit in units[at : at + MAX_DEED]:
        if unit.cls in ",;.:&(-":
            return False
        if unit.cls in "bfw" or unit.low.endswith(" been") or "other_deed" in unit.senses:
            return True
    return False


def _with_wounds(number: Candidate) -> Verdict:
    """The wounds for which people are treated, or with which they are brought.

    Covers: "treated | 77 people for burns", "| 82 patients with bullet and crush wounds", "| ten were flown out with
    injuries".
    Must not: "| 82 patients with malaria", "could not take | 40 patients with wounds".
    """
    units, at = number.units, number.group.last
    brought = WITH_WOUNDS.match(number.line, number.rest) if number.letter in "#0" else None
    if brought is not None:
        word = number.chunks[brought.end() - 1]
        between = units[at : word.first]
        cared = any(not BROUGHT.isdisjoint(u.low.split()) for u in between)
        if cared and units[word.first].low.startswith("with ") and not any(u.cls in "nw" for u in between):
            return Mention(number.group, "wounded", (word.first, word.last), "with_wounds", part=number.part)
    if number.letter != "#" or at >= len(units) or units[at].low not in ("for", "with"):
        return None
    if any(unit.cls in "nw" for unit in clause_before(number)):
        return None
    for i in range(at + 1, min(at + 6, len(units))):
        if units[i].low in HURTS or MAIMED in units[i].senses:
            return Mention(number.group, "wounded", (i, i + 1), "with_wounds", part=number.part)
        if units[i].cls not in "xJR&" and WOUND_CAUSE not in units[i].senses:
            return None  # "for | blast injuries"
    return None


def _cost(number: Candidate) -> Verdict:
    """Those whose lives something cost, and soldiers whom it cost their side.

    Covers: "has cost | 4,572 servicemen their lives", "had cost the enemy | more than 10,000 men".
    Must not: "cost | 300 workers their jobs", "cost the army | 300 tanks".
    """
    if number.letter != "#":
        return None
    units, group = number.units, number.group
    at = next((i for i in range(group.first - 1, max(-1, group.first - MAX_COST), -1) if units[i].low in COSTS), None)
    if at is None or any(u.cls in ",;:.c" for u in units[at + 1 : group.first]):
        return None
    if number.follow == "O":
        return Mention(group, "killed", (at, at + 1), "cost", part=number.part, voice="active")
    if number.follow in CLOSED and is_combatant(units, group):
        outcome = "killed" if units[at + 1].cls == "F" else "casualties"  # "at a cost of | 13 of its own men"
        return Mention(group, outcome, (at, at + 1), "cost", part=number.part, voice="active")
    return None


def _on_list(number: Candidate) -> Verdict:
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


def _lost_behind(number: Candidate) -> Verdict:
    """Soldiers lost, in a list of the dead.

    Covers: "30 insurgents killed, | one soldier lost and six civilians". Must not: "| three soldiers lost their way".
    """
    units, at = number.units, number.group.last
    told = number.last is not None and number.letter == "#" and is_combatant(units, number.group)
    if not told or at >= len(units) or units[at].low != "lost":
        return None
    closes = at + 1 >= len(units) or units[at + 1].cls in ",.;&"
    return Mention(number.group, "casualties", (at, at + 1), "lost_behind", part=number.part) if closes else None


def _postposed_far(number: Candidate) -> Verdict:
    """The casualty word after the number and a few words.

    Covers: "three soldiers of the brigade | missing", "left two men, including a boy of nine, | dead". Must not: "three
    soldiers of the brigade | killed by mines", "two soldiers | captured the flag".
    """
    hit = POSTPOSED_FAR.match(number.line, number.rest) if number.letter == "#" else None
    if hit is None:
        return None
    verb = number.chunks[hit.start("verb")]
    before = number.units[verb.first - 1]
    if verb.first > number.group.last and (before.low in OTHERS or before.cls == "s"):
        return None  # "a man at a vigil in Tel Aviv for those | killed", "a son who finds his | wounded father"
    if _acts(number, verb):
        return None
    return number.of_verb(verb, "postposed_far")


def _attributive(number: Candidate) -> Verdict:
    """The casualty word inside the noun group.

    Covers: "30 wounded soldiers", "two missing pilots". Must not: "released 30 captured soldiers".
    """
    at = number.group.attributive
    entry = number.units[at].entry if at is not None and number.letter == "#" else None
    if at is None or entry is None or not entry.outcome:
        return None
    if number.group.quantity.kind == "article" and number.units[at].low == "buried":
        return None  # "the uniform of | a buried soldier"
    if entry.outcome == "captured" and any("release" in unit.senses for unit in number.units):
        return False
    return Mention(number.group, entry.outcome, (at, at + 1), "attributive", part=number.part)


def _announces_captives(number: Candidate) -> bool:
    """Whether somebody tells of captives beside casualties: "spoke of 500 enemies killed and of | 2,000 prisoners".

    Must not: "spoke of | 2,000 prisoners" in a text about jails, "announced that | 2,000 prisoners would be freed".
    """
    head = number.group.head
    if number.group.quantity.kind != "number" or head is None or "capture_noun" not in number.units[head].senses:
        return False
    noun = number.units[number.group.quantity.last : number.group.last]
    sided = any(u.cls == "R" for u in noun) or number.units[head].low in ("prisoners of war", "pows", "captives")
    told = number.left[-2:] == "&F" or (sided and (number.left[-1:] == "c" or number.left[-2:] in ("cF", "xF")))
    casualties = number.told is not None
    free = any("release" in u.senses or u.cls == "w" for u in number.units)
    return told and casualties and not free and (number.follow in CLOSED or number.follow in "&uc")


def _held(number: Candidate) -> Verdict:
    """Captives count where somebody takes or holds them.

    Covers: "took | 30 prisoners", "holding | 12 soldiers". Must not: "freed | 30 prisoners", "held | 105 patients".
    """
    units, group, first = number.units, number.group, number.chunk.first
    if group.head is None:
        bare = number.letter == "0" and group.quantity.kind == "number" and number.follow in CLOSED
        if bare and first > 0 and units[first - 1].low == "holding" and number.told:
            return Mention(group, "captured", (first - 1, first), "held", part=number.part)
        return None
    if _announces_captives(number):
        return Mention(group, "captured", (group.head, group.head + 1), "held", part=number.part)
    if any(unit.low in ("police", "detectives") for unit in clause_before(number)) and number.told != "captured":
        return None  # "police were last night holding | two men"
    holds = first > 0 and units[first - 1].low in HOLDING
    captives = "capture_noun" in units[group.head].senses
    holds = holds and (
        captives
        or is_combatant(units, group)
        or number.context == "captured"
        or (units[group.head].cls in "vRV" and _holds_still(units, first - 1))
    )
    free = any("release" in u.senses and (i == 0 or units[i - 1].cls != "t") for i, u in enumerate(units))
    if not (holds or captives) or free:  # but "the | freed tell of 30 hostages"
        return None
    if holds:
        return Mention(group, "captured", (first - 1, first), "held", part=number.part)
    for i in range(max(0, group.first - 6), min(len(units), group.last + 8)):
        if "holding" in units[i].senses and not group.first <= i < group.last:
            return Mention(group, "captured", (i, i + 1), "held", part=number.part)
    return None


def _holds_still(units: list[Unit], at: int) -> bool:
    """Whether somebody hostile "still" holds people: "the rebels still | hold 27 villagers"."""
    return at > 1 and units[at - 1].low == "still" and is_hostile(units[at - 2])


BESIDE: tuple[Callable[[Candidate], Verdict], ...] = (
    _counted_noun,
    shares_noun,
    _of_number,
    _whose_bodies,
    _number_shared_out,
    _taken_prisoner,
    _active_object,
    _mourned,
    _past_object_next,
    _postposed,
    _predicate,
    _relative,
    _past_object,
    _claimed,
    _nominal,
    _toll,
    _brought_to,
    _losses,
    _number_of,
    _put_at,
    estimated,
    _own_tally,
    _of_the_dead,
    _names_of_dead,
    _amount,
    _exceeded,
    _label,
    _among_the_dead,
    inverted,
    among_several,
    none_among,
    among_victims,
    number_when,
    in_all,
)
"""The rules of a casualty word beside the number, in the order in which they are asked."""
AROUND: tuple[Callable[[Candidate], Verdict], ...] = (
    company_of,
    _list_object,
    _coordinated_subject,
    _with_wounds,
    _cost,
    _on_list,
    _lost_behind,
    and_them,
    buried,
    _postposed_far,
    *FATES,
    _attributive,
    _held,
    some_of_those,
)
"""The rules of one further off, asked where the number goes on with no other."""
