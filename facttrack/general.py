"""Numbers of nobody in particular: of people in general, in titles, of things."""

from __future__ import annotations

from facttrack.groups import Group
from facttrack.ordinary import VIOLENT
from facttrack.reasons import Reason
from facttrack.units import Unit

__all__ = ["GENERAL"]

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
BEARING = frozenset("with suffered sustained suffering sustaining from of has had received".split())
"""Words before the injuries that one person has."""
DIALLING, MAX_DIALLED = frozenset("call phone ring dial helpline hotline lifeline tel telephone text".split()), 6
"""Words before a telephone number, and units between."""
FIGURATIVE = "figurative"
"""The sense of adjectives of deaths and wounds that are none: "an emotional | death"."""
ANY_LIFE = frozenset("human civilian innocent single more further additional".split())
"""Words between "no" and "life" where lives are counted: "no | human life was lost"."""
LAST_ONES = frozenset("earlier latest previous current new old last first second next same original other".split())
"""Adjectives before a "one" that points back: "tougher than the | earlier one"."""
MIN_SMALL, MIN_LETTERS = 3, 3
"""How many longer words without a capital show that a sentence is no headline in capitals, and of how many letters."""
MAX_WON = 8
"""Units between "won 12" and "lost | nine"."""
WON = frozenset("won win wins winning".split())
SPORTS = frozenset({"match", "fixture", "athlete"})
"""Senses of words of games and of those who play them."""
HARMING = VIOLENT | {"wound_cause"}
"""Senses of words for what takes lives or wounds."""
MAX_PARTS = 10
"""Into how many parts a whole is cut at most: "1/10"."""
MAX_BODY = 8
"""Units from "has the" to "body of"."""


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


def _is_no_injury_of_players(units: list[Unit], group: Group) -> bool:
    """Whether a team is fit: "| no injuries, and a full season ahead", "reported | no injuries before the match".

    Must not: "| no injuries were reported after the stand collapsed", "the blast at the match
    caused | no injuries".
    """
    if group.head is None or not units[group.head].low.startswith("injur"):
        return False
    return not any(not unit.senses.isdisjoint(HARMING) or unit.low.startswith("crash") for unit in units)


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


def _are_bodies(units: list[Unit], group: Group) -> bool:
    """Whether bodies are institutions: "dozens of | international bodies", "| two governing bodies"."""
    head = group.head if group.head is not None else group.last
    return 0 < head < len(units) and units[head].low == "bodies" and units[head - 1].low in INSTITUTIONAL


def _are_killers(units: list[Unit], group: Group) -> bool:
    """Whether those who killed are counted: "the hunt for | two killers"."""
    return group.head is not None and units[group.head].low == "killers"


def _is_figurative(units: list[Unit], group: Group) -> bool:
    """Whether a death is none: "another | emotional death", "suffered | two symbolic deaths"."""
    head = group.head
    return head is not None and units[head].cls in "ko" and FIGURATIVE in units[head - 1].senses


ARTICLE, ZERO, NUMBER = frozenset({"article"}), frozenset({"zero"}), frozenset({"number"})
GENERAL = (
    Reason("anybody", _is_whenever, ARTICLE),
    Reason("anybody", _is_bereavement, ARTICLE),
    Reason("a word that is an adjective here", _is_rank_as_adjective, ARTICLE),
    Reason("how somebody is built", _is_physique, ARTICLE),
    Reason("how somebody lives", _is_no_life, ZERO),
    Reason("players who are fit", _is_no_injury_of_players, ZERO, SPORTS),
    Reason("money", _is_loss_of_money, NUMBER),
    Reason("the number of one person", _is_labelled, NUMBER),
    Reason("a telephone number", _is_phone, NUMBER),
    Reason("part of another number", _is_mixed, NUMBER),
    Reason("part of another number", _is_or_of_time, NUMBER),
    Reason("a name or a title", _is_title, NUMBER),
    Reason("a pronoun", _is_pointing_back, NUMBER),
    Reason("games", _is_lost_game, NUMBER),
    Reason("institutions", _are_bodies),
    Reason("wounds of one person", _are_wounds),
    Reason("those who killed", _are_killers),
    Reason("a figure of speech", _is_figurative, senses=frozenset({FIGURATIVE})),
)
"""What numbers are that count nobody in particular."""
