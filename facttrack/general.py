"""Numbers of nobody in particular: of people in general, in titles, of things; and mentions that only look like any."""

from __future__ import annotations

from facttrack.candidates import Mention
from facttrack.groups import Group
from facttrack.units import Reading, Unit

__all__ = ["in_general", "is_of_nobody"]

WHENEVER = frozenset("when whenever once where".split())
"""Words before what happens again and again: "| when a man is laid to rest"."""
NOW = frozenset("is gets dies".split())
"""Verbs of what is so at any time."""
BEREAVEMENT = frozenset("death loss passing".split())
"""Nouns of what befalls "a family member"."""
KIN = frozenset(
    ["family member", "relative", "loved one", "spouse", "parent", "partner", "friend", "grandparent", "sibling"]
)
"""Whose death is nobody's in particular where nothing tells whose kin it was."""
CHANCES = frozenset("possibility risk threat prospect fear fears likelihood chance danger chances".split())
"""Nouns of what may happen: "the | risk of the death of a patient"."""
FINANCIAL = frozenset(
    "net operating extraordinary pretax pre-tax quarterly one-time loan credit trading paper tax underwriting".split()
)
"""What losses of money are."""
MIN_SUM = 1000
"""From which on a bare "loss of" is one of money."""
SKILFULLY = frozenset("perfectly well flawlessly brilliantly beautifully poorly badly expertly superbly".split())
"""How plans are executed, and no people."""
ORDINALS = frozenset("thousandth hundredth millionth billionth".split())
"""Ends of numbers that tell which one it is."""
RANKS = frozenset("private minor major general native human criminal patient senior junior regular youth".split())
"""Nouns of people that are adjectives too: "a private | company"."""
INSTITUTIONAL = frozenset(
    "international regulatory governing professional public sporting sports advisory statutory elected legislative "
    "trade industry national official independent supervisory charitable regional representative licensing".split()
)
"""Adjectives of bodies that are institutions."""
WOUNDS = frozenset("injuries wounds".split())
"""What one person can have several of."""
ATTENDED = frozenset("school schools classes class work lessons meals breakfast training practice church games".split())
"""What people may miss."""
BEARING = frozenset("with suffered sustained suffering sustaining from of has had received".split())
"""Words before the injuries that one person has."""
DIALLING, MAX_DIALLED = frozenset("call phone ring dial helpline hotline lifeline tel telephone text".split()), 6
"""Words before a telephone number, and units between."""
LEARNING = ("learn", "reali", "discover", "suspect", "know", "find")
"""Begins of verbs before "that | one of them is a spy"."""
SHOT_OUT = (["out", "of", "a"], ["out of", "a", "cannon"], ["from", "a", "cannon"])
"""What follows "shot" of those who fly through the air."""
PLURAL = frozenset("were are have".split())
"""Verbs of several: "| an official who knows more said they were hurt"."""
ADMITTED = ("admitted", "treated", "hospitali", "discharged")
"""Begins of what is done to the ill at any time."""
SHOTS = frozenset("shot hit".split())
"""Verbs of hurting that are nouns behind an adjective: "a poor shot"."""
FIGURATIVE = "figurative"
"""The sense of adjectives of deaths and wounds that are none: "an emotional | death"."""
ANY_LIFE = frozenset("human civilian innocent single more further additional".split())
"""Words between "no" and "life" where lives are counted: "no | human life was lost"."""
LAST_ONES = frozenset("earlier latest previous current new old last first second next same original other".split())
"""Adjectives before a "one" that points back: "tougher than the | earlier one"."""
CAUSES = frozenset(["due to", "because of", "through", "owing to", "with"])
"""Prepositions before the injuries for which somebody is absent."""
MAX_CLAUSE = 14
"""Units back to the beginning of a clause."""
MIN_SMALL, MIN_LETTERS = 3, 3
"""How many longer words without a capital show that a sentence is no headline in capitals, and of how many letters."""
MAX_WON = 8
"""Units between "won 12" and "lost | nine"."""
WON = frozenset("won win wins winning".split())
SPORTS = frozenset({"match", "fixture", "athlete", "contest"})
"""Senses of words of games and of those who play them."""
VIOLENT = frozenset({"of_war", "neutral_attack", "attack_verb", "life_taking", "wound_cause"})
"""Senses of words for what takes lives."""
DAYS = frozenset("day night morning evening afternoon week month year time moment hour".split())
"""Nouns for when something happened, before who it happened to: "the | day Brown was killed"."""
MAX_PARTS = 10
"""Into how many parts a whole is cut at most: "1/10"."""
MAX_BODY = 8
"""Units from "has the" to "body of"."""


def in_general(reading: Reading, group: Group) -> str | None:
    """Why a number counts nobody in particular; None if it may count somebody."""
    units, kind = reading.units, group.quantity.kind
    if kind == "article":
        if _is_whenever(units, group) or _is_bereavement(units, group):
            return "anybody"
        if _is_rank_as_adjective(units, group):
            return "a word that is an adjective here"
        if _is_physique(units, group):
            return "how somebody is built"
    elif kind == "zero":
        if _is_no_life(units, group):
            return "how somebody lives"
        if _is_no_injury_of_players(reading, group):
            return "players who are fit"
    elif kind == "number":
        if _is_loss_of_money(units, group):
            return "money"
        if _is_labelled(units, group):
            return "the number of one person"
        if _is_phone(units, group):
            return "a telephone number"
        if _is_mixed(units, group) or _is_or_of_time(units, group):
            return "part of another number"
        if _is_title(units, group):
            return "a name or a title"
        if _is_pointing_back(units, group):
            return "a pronoun"
        if _is_lost_game(units, group):
            return "games"
    if _is_of_bodies(units, group):
        return "institutions"
    if _are_wounds(units, group):
        return "wounds of one person"
    if group.head is not None and units[group.head].low == "killers":
        return "those who killed"
    if FIGURATIVE in reading.senses and _is_figurative(units, group):
        return "a figure of speech"
    return None


def is_of_nobody(units: list[Unit], mention: Mention) -> bool:
    """Whether a mention is of nobody by how its number stands beside its casualty word."""
    group, (first, last) = mention.group, mention.cue
    start = group.first
    before, article = units[start - 1] if start else None, group.quantity.kind == "article"
    if mention.rule == "predicate":
        lead = [unit.cls for unit in units[max(0, start - 2) : start] if unit.cls not in "u~"]
        if group.quantity.kind == "more" and group.head is None and lead[-1:] == ["/"]:
            return True  # "plunges into yet | another, and is killed"
        singular = article and group.head is not None
        if singular and last - first == 1 and units[first].low == "die" and units[first - 1].cls in "T&":
            return True  # "| a man most fitted to live and die alone"
    if group.quantity.kind == "zero" and units[start].low == "without" and units[first].low in ("dying", "execution"):
        return True  # "to get there | without dying again", "vision | without execution"
    if article and units[first].low == "is" and first and units[first - 1].cls == "r" and mention.outcome == "wounded":
        return units[last - 1].low.startswith(ADMITTED)  # "the wait of | a patient who is admitted to hospital"
    if mention.rule == "predicate" and article and units[first].low in PLURAL and units[group.last - 1].cls == "V":
        joined = start and (before is None or before.cls in "&,")  # "two soldiers and | a cook were killed"
        return not joined and not any(
            unit.cls in "&,(-" or unit.low == "including" for unit in units[group.last : first]
        )
    if mention.rule == "predicate_part" and group.head is not None and "other_deed" in units[group.head].senses:
        return True  # "125,000 have died. | A million of these refugees are children"
    things = mention.rule == "predicate" and mention.outcome != "killed" and group.head is None
    if things and _are_unknown_things(units[group.last : first]):
        return True
    if group.quantity.best == 1 and start > 1:
        learnt = units[start - 1].low == "that" and units[start - 2].low.startswith(LEARNING)
        if (learnt or mention.rule == "weighed") and _is_somebody(units, start, group.last):
            return True  # "they learn that | one of them is a policeman"
    if "shot" in units[last - 1].low and [unit.low for unit in units[last : last + 3]] in SHOT_OUT:
        return True  # "| a man shot out of a cannon"
    if mention.rule == "losses" and group.quantity.best == 1 and group.part and units[group.last - 1].cls == "x":
        return True  # "the disappearance was | one of the first cases of the unit"
    if mention.rule == "counted_people" and group.quantity.best == 1 and before is not None and before.cls == "/":
        return True  # "exchanged messages with | one of the victims"
    if "missing" in units[last - 1].low and last < len(units) and _is_missed(units[last]):
        return True
    if mention.outcome == "wounded" and any(unit.low in ("sick", "ill") for unit in units[start : group.last]):
        return "hospital" in units[last - 1].low or "treat" in units[last - 1].low
    if mention.rule == "predicate" and _has_other_subject(units, group.last, first):
        return True
    if mention.rule == "postposed" and article and units[first].low in SHOTS:
        head = units[group.head] if group.head is not None else units[group.last - 1]
        return head.cls == "J" and "-" not in head.low and first == group.last  # "hit by | a poor shot"
    if mention.voice == "active" and group.head is None and _are_hidden_things(units, group.last):
        return True
    if mention.rule == "toll" and group.quantity.kind == "zero" and group.head is None:
        return units[start].low == "no"  # "as the body count mounts they are | no contest"
    if units[last - 1].low in ("loss", "losses") and first and units[first - 1].low in FINANCIAL:
        return True  # "an extraordinary loss of | 298,000"
    if units[last - 1].low == "loss" and group.head is None and (group.quantity.best or 0) >= MIN_SUM:
        war = any("of_war" in unit.senses for unit in units)
        return group.quantity.kind == "number" and not war  # "includes a loss of | 49,040 in nine months"
    if before is not None and before.cls == "w" and mention.rule == "predicate":
        return True  # "then we must | all four die of hunger"
    if units[last - 1].low == "executed" and any(unit.low in SKILFULLY for unit in units[first:last]):
        return True  # "was | one that was perfectly executed"
    if mention.rule == "nominal" and _is_only_feared(units, min(first, start)):
        return True
    if mention.rule == "postposed" and before is not None and before.low == "with" and _was_thinkable(units, start - 1):
        return True  # "the war could have gone on, with | thousands killed"
    if mention.rule == "postposed" and last < len(units) and units[first].low == "dead":
        at = last + (units[last].cls == "x" and last + 1 < len(units))
        return units[at].cls == "E"  # "| three dead torch batteries"
    if mention.rule == "part" and group.quantity.best == 1 and before is not None and before.cls == "/":
        clause = units[max(0, start - MAX_CLAUSE) : start]
        return any(
            unit.low in ("never", "not", "was never", "was not") for unit in clause
        )  # "never tried for | one of them"
    if mention.outcome == "killed" or first == 0:
        return False
    injured = last < start and units[first].cls == "k" and units[first - 1].low in CAUSES
    if not injured and "out of action" in units[last - 1].low:
        injured = last < len(units) and units[last].low in CAUSES
    return injured and not any(not unit.senses.isdisjoint({"of_war"}) for unit in units)


def _is_whenever(units: list[Unit], group: Group) -> bool:
    """Whether one stands for anybody: "when | a man is laid to rest, he is", "whenever | a soldier dies".

    Must not: "when | a man was shot", "the spot where a child is buried".
    """
    at, last = group.first - 1, group.last
    if at < 0 or last >= len(units) or units[at].low not in WHENEVER or units[last].low.split()[0] not in NOW:
        return False
    return at == 0 or units[at - 1].cls in ',;:-"'


def _is_bereavement(units: list[Unit], group: Group) -> bool:
    """Whether somebody's death is spoken of in general: "the death of | a man is unique", "the loss of | a loved one".

    Must not: "the death of | a man is being investigated", "the death of | a relative of the mayor".
    """
    at, last = group.first - 1, group.last
    if at < 1 or group.head is None or units[at].cls != "F" or units[at - 1].low not in BEREAVEMENT:
        return False
    entry = units[group.head].entry
    if entry is not None and entry.victim_class == "combatant":
        return False  # "the death of | a peacekeeper is the third this year"
    if units[group.head].low in KIN:
        return last >= len(units) or (units[last].cls not in "Fr" and units[last].low != "in")
    if last + 1 >= len(units) or units[last].low != "is" or not _opens(units, at - 1):
        return False
    return units[last + 1].cls in "xatd" or units[last + 1].low in ("like", "unlike")


def _opens(units: list[Unit], noun: int) -> bool:
    """Whether a noun, with its article, opens a sentence whose verb takes no participle: "The | death of a man is"."""
    verbish = units[-1].cls == "." and any(unit.low.endswith("ing") for unit in units[noun:])
    return noun <= 1 and not verbish


def _is_rank_as_adjective(units: list[Unit], group: Group) -> bool:
    """Whether a word for people is an adjective before a noun: "the loss of | a major private player".

    Must not: "| a private shot dead", "| a minor from the town".
    """
    head, last = group.head, group.last
    if head is None or units[head].low not in RANKS or last >= len(units):
        return False
    while last + 1 < len(units) and units[last].cls in "SRAXJ":
        last += 1  # "a major | Moscow competition"
    noun = units[last]
    return noun.cls == "x" and noun.text.islower() and not noun.low.endswith(("ed", "ly", "ing"))


def _is_physique(units: list[Unit], group: Group) -> bool:
    """Whether a body is a living one: "has the slim, highly trained body of | a dancer".

    Must not: "had the body of | a woman in the boot".
    """
    of = group.first - 1
    if of < 3 or units[of].cls != "F" or units[of - 1].low != "body":
        return False
    at = of - 2
    while at > 0 and of - at < MAX_BODY and units[at].cls in "x~,J":
        at -= 1
    return at < of - 2 and at > 0 and units[at].cls in "ta" and units[at - 1].cls == "f"


def _is_no_life(units: list[Unit], group: Group) -> bool:
    """Whether "no life" is how somebody lives: "with | no social life". Must not: "| no human life was lost"."""
    head = group.head
    if head is None or units[head].low != "life" or head - group.first < 2:
        return False
    lost = any(unit.low in ("lost", "taken", "claimed") for unit in units[head + 1 : head + 5])
    return not lost and not any(unit.low in ANY_LIFE for unit in units[group.first : head])


def _is_no_injury_of_players(reading: Reading, group: Group) -> bool:
    """Whether a team is fit: "| no injuries, and a full season ahead", "reported | no injuries before the match".

    Must not: "| no injuries were reported after the stand collapsed", "the blast at the match
    caused | no injuries".
    """
    units, head = reading.units, group.head
    if head is None or not units[head].low.startswith("injur") or reading.senses.isdisjoint(SPORTS - {"contest"}):
        return False
    return reading.senses.isdisjoint(VIOLENT) and "crash" not in reading.sentence.text


def _is_phone(units: list[Unit], group: Group) -> bool:
    """Whether digits stand in a row: "call the helpline on 13 11 | 14". Must not: "in 2014 | 12 died"."""
    first = last = group.quantity.first
    if not units[first].text.isdigit():
        return False
    while first > 0 and units[first - 1].text.isdigit():
        first -= 1
    while last + 1 < len(units) and units[last + 1].text.isdigit():
        last += 1
    if last == first:
        return False
    return last - first > 1 or any(unit.low in DIALLING for unit in units[max(0, first - MAX_DIALLED) : first])


def _is_labelled(units: list[Unit], group: Group) -> bool:
    """Whether a number tells which one something is: "became victim number | two", "# | 3 died within a week".

    Must not: "the number | two died".
    """
    at = group.first - 1
    if group.head is None and at >= 0 and units[at].text == "#":
        return True
    return group.head is None and at > 0 and units[at].low == "number" and units[at - 1].cls == "V"


def _is_mixed(units: list[Unit], group: Group) -> bool:
    """Whether a fraction, or the word for which one it is, follows: "| 3 1/2 hours", "the | ten thousandth corpse"."""
    first, last = group.quantity.first, group.quantity.last
    if last < len(units) and units[last].low in ORDINALS:
        return True
    if last + 1 < len(units) and units[last].text == "/" and units[last].end == units[last + 1].start:
        return (
            units[last + 1].text.isdigit() and units[last - 1].value == 1 and (units[last + 1].value or 0) <= MAX_PARTS
        )
    if first > 1 and units[first - 1].text == "/" and units[first - 1].end == units[first].start:
        return units[first - 2].text.isdigit() and units[first - 2].end == units[first - 1].start  # "1/| 3 of them"
    if last + 2 >= len(units) or group.head is not None or not units[last].text.isdigit():
        return False
    return units[last + 1].text == "/" and units[last + 2].text.isdigit()


def _is_or_of_time(units: list[Unit], group: Group) -> bool:
    """Whether two numbers are of how often or how long: "shot | six or eight times", "| two or three years"."""
    last = group.last
    if group.head is not None or last + 2 >= len(units) or units[last].low != "or" or units[last + 1].cls != "0":
        return False
    return units[last + 2].cls in "%U"


def _is_loss_of_money(units: list[Unit], group: Group) -> bool:
    """Whether one loss is so large: "a | 2.4 mln loss", "the | 4,000 loss". Must not: "| 400 losses"."""
    return group.head is not None and units[group.head].low == "loss" and (group.quantity.best or 0) > 1


def _are_wounds(units: list[Unit], group: Group) -> bool:
    """Whether one person's wounds are counted: "| 29 minor injuries on his body", "with | multiple head injuries".

    Must not: "| 29 injuries in the city", "with | 29 injuries reported".
    """
    head = group.head
    if head is None or units[head].low not in WOUNDS:
        return False
    own = group.first and group.quantity.kind == "vague" and units[group.first - 1].low in BEARING
    if own and units[group.quantity.first].low in ("multiple", "several", "numerous"):
        return True
    return head + 2 < len(units) and units[head + 1].cls == "/" and units[head + 2].cls == "s"


def _is_title(units: list[Unit], group: Group) -> bool:
    """Whether a number belongs to a name: "the Forty | Martyrs of Sebaste", "House of | 1000 Corpses".

    Must not: "Bomb Kills Forty Martyrs in Gaza", "| Forty martyrs were buried", "| 12 Killed in Kano".
    """
    first, last = group.quantity.first, group.quantity.last
    if not first or last >= len(units):
        return False
    before, number, noun = units[first - 1], units[first], units[last]
    if before.cls == '"' and last + 1 < len(units) and number.text.istitle() and noun.text.istitle():
        return units[last + 1].text.istitle() and any(unit.text.islower() and len(unit.text) > 3 for unit in units)
    if not (noun.text[:1].isupper() and noun.text[1:].islower() and noun.cls in "ok"):
        return False
    named = number.text[:1].isupper() and number.text[1:].islower() and before.cls in 'ta"F'
    named = named or (before.cls == "F" and first > 1 and units[first - 2].text[:1].isupper() and number.text.isdigit())
    small = sum(len(unit.text) > MIN_LETTERS and unit.text.islower() for unit in units)
    return named and small >= MIN_SMALL


def _is_pointing_back(units: list[Unit], group: Group) -> bool:
    """Whether "one" stands for what was named before: "tougher than the | earlier one", "the | only one missing was".

    Must not: "the first | one to die was a boy", "the last | one died in June".
    """
    first, last = group.quantity.first, group.last
    if group.head is None and first and units[first].low == "only" and units[first - 1].low == "the":
        return group.quantity.best == 1 and last < len(units) and units[last].low == "missing"
    if group.head is not None or first < 2 or units[first].low != "one" or units[first - 1].low not in LAST_ONES:
        return False
    return units[first - 2].cls in "ts" and (last >= len(units) or units[last].cls in ".,;")


def _is_lost_game(units: list[Unit], group: Group) -> bool:
    """Whether games are counted: "won only one game and lost | nine". Must not: "won the battle and lost | nine"."""
    at = group.first - 1
    if group.head is not None or at < 1 or not units[at].low.endswith(("lost", "lose", "losing")):
        return False
    for i in range(at - 1, max(-1, at - 1 - MAX_WON), -1):
        if units[i].low in WON:
            return any(unit.cls in "0z" for unit in units[i + 1 : i + 4])
    return False


def _is_of_bodies(units: list[Unit], group: Group) -> bool:
    """Whether bodies are institutions: "dozens of | international bodies", "| two governing bodies"."""
    head = group.head if group.head is not None else group.last
    return 0 < head < len(units) and units[head].low == "bodies" and units[head - 1].low in INSTITUTIONAL


def _is_figurative(units: list[Unit], group: Group) -> bool:
    """Whether a death is none: "another | emotional death", "suffered | two symbolic deaths"."""
    head = group.head
    return head is not None and units[head].cls in "ko" and FIGURATIVE in units[head - 1].senses


def _has_other_subject(units: list[Unit], start: int, verb: int) -> bool:
    """Whether a name or a nearer number is the subject of a verb.

    Covers: "| two builders at work on the day Brown was killed", "| an elder with word of the 40 women being taken".
    Must not: "| two men were killed", "| two builders in Brown were killed", "| two of the 40 women were taken".
    """
    at = verb - 1
    while at > start and units[at].cls in "XP":
        at -= 1
    if start < at < verb - 1 and units[at].low in DAYS and units[at - 1].cls == "t":
        return True
    if units[verb].low != "being":
        return False
    return any(units[i].cls == "0" and units[i - 1].cls == "t" for i in range(start + 1, verb))


def _are_unknown_things(words: list[Unit]) -> bool:
    """Whether an adjective and a plural that no table knows are counted: "several | coming engagements were scratched".

    Must not: "several | later died".
    """
    return (
        len(words) > 1 and all(unit.cls == "x" and unit.text.islower() for unit in words) and words[-1].low[-1] == "s"
    )


def _is_missed(unit: Unit) -> bool:
    """Whether something is what people do not attend or have: "are missing | school"; not "are missing | after"."""
    return unit.low in ATTENDED or (unit.cls == "E" and unit.low.endswith("s"))


def _is_somebody(units: list[Unit], first: int, last: int) -> bool:
    """Whether a number is told who he is: "one of them | is a policeman"."""
    ours = any(unit.low in ("of them", "of us", "of you") for unit in units[first:last])
    return ours and any(
        units[i].low == "is" and units[i + 1].cls == "a" for i in range(first, min(last + 1, len(units) - 1))
    )


def _are_hidden_things(units: list[Unit], at: int) -> bool:
    """Whether arms follow behind an adjective: "hit | two concealed rocket launchers"; not "hit | two close by"."""
    while at + 1 < len(units) and units[at].cls in "xJ" and units[at].text.islower():
        at += 1
        if "equipment" in units[at].senses:
            return True
    return False


def _is_only_feared(units: list[Unit], start: int) -> bool:
    """Whether a death may only come: "the possibility of the death of | one parent", "at risk of death".

    Must not: "fears of an attack after the deaths of | 12".
    """
    at = start - 1
    while at > 0 and units[at].cls in "ts":
        at -= 1
    return at > 0 and units[at].cls == "F" and units[at - 1].low in CHANCES


def _was_thinkable(units: list[Unit], at: int) -> bool:
    """Whether a clause tells of what could have been, or may be: "it could have gone on | with thousands killed"."""
    for i in range(at - 1, max(-1, at - MAX_CLAUSE), -1):
        if units[i].cls in ",;.:ur&":
            return False
        if units[i].cls == "w" and "doubt" not in units[i].senses:
            return True
    return False
