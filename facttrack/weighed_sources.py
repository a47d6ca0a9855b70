"""Who tells a figure that no rule credits: the outlet itself, somebody in the sentence, or whoever spoke before.

Each has signs, and what they are worth stands in data/lexicon/weights.csv (see `weighed`): where somebody stands, what
stands beside and between, of what kind he is. Who has the highest sum tells it; only more than the outlet's will do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facttrack.asides import end_of_aside, kin_of, passes_on
from facttrack.attacks import attack_of
from facttrack.candidates import Mention
from facttrack.classes import SUFFERING
from facttrack.drafts import Draft
from facttrack.issuers import FIRST_PERSONS
from facttrack.linked import COSTS
from facttrack.looks import LISTED, Look
from facttrack.memory import SPEAKING, Actor, Memory
from facttrack.scene import Attribution
from facttrack.subjects import SPEAKERS, is_of_them
from facttrack.tellers import ATTENDING, BEARING, WARS
from facttrack.units import Unit
from facttrack.weighed import weight_of

__all__ = ["SOURCE", "WEIGHED", "is_doubted", "told_by", "weigh_source"]

SOURCE = "source"
"""The decision whether somebody is the source of a figure."""
WEIGHED = "weighed"
"""The rule of an attribution that only signs speak for."""
TALLY = "tally_of"
"""The rule of attributions to whoever owns a tally."""
CARRIED = 3
"""Sentences back to the figure whose source may go on."""
NAMES = frozenset("XSAP")
"""Classes of names, which are no signs as they are written."""
MARKS = ("named", "person", "plural", "definite", "media", "document", "local")
"""What is known of an actor."""
ENDINGS = ("ed", "ing", "s")
"""Ends of words by which a verb shows that no table knows."""
DISTANCES = (0, 2, 5, 11, 23)
"""Units between somebody and the figure, by steps."""
OPENING = 2
"""Sentences at the beginning that name who speaks throughout, and before a figure in which a question may stand."""
MAX_AUXILIARIES = 5
"""Units behind somebody in which a verb of losing stands: "has so far officially | lost"."""
KILLERS = ("military", "official")
"""Kinds of those who may kill, and tell nothing by it."""
TURNING = frozenset("meanwhile elsewhere separately separate unrelated".split())
"""Words by which a sentence turns to something else."""
TURN = 6
"""Units of a sentence in which such a word stands."""
EVENTS = frozenset({"neutral_attack", "life_claimer"})
"""Senses of what happened, of which the name before it says where."""
GOING_ON = frozenset("also too further another additional others more".split())

Teller = tuple[Attribution | None, list[str]]
"""Who may tell a figure, None for the outlet, and the signs for it."""


def weigh_source(
    looks: Sequence[Look],
    look: Look,
    mention: Mention,
    drafts: Sequence[Draft],
    memory: Memory,
    rule: Attribution | None = None,
) -> Attribution | None:
    """Who tells a figure, as far as the signs tell; None if that is the outlet. `rule` is who does by the rules.

    Covers: "In his opinion, | fewer than 20,000 died", "Lazarevic keeps to | 34 dead".
    Must not: "Soldiers of the Sixth Division entered the town, and | 12 people died".
    """
    if LISTED.match(look.sentence.text) is not None:
        return rule  # "• Malian army: | 14 killed" tells whose they are
    best: Attribution | None = rule
    most: float | None = None
    for told, signs in told_by(looks, look, mention, drafts, memory, rule):
        weight = weight_of(SOURCE, signs)
        if weight is not None and (most is None or weight > most):
            best, most = told, weight
    return best


def is_doubted(said: Attribution) -> bool:
    """Whether a rule that credits somebody is often wrong: that of tallies which are nobody's: "the list has | 12"."""
    return said.rule == TALLY and said.actor.side is None and said.actor.kind in (None, "unnamed")


def told_by(
    looks: Sequence[Look],
    look: Look,
    mention: Mention,
    drafts: Sequence[Draft],
    memory: Memory,
    rule: Attribution | None = None,
) -> Iterator[Teller]:
    """The outlet, each speaker of the sentence and who spoke before, with the signs for each.

    Who tells it by the rules is among them, and has that for a sign.
    """
    found = list(_tellers(looks, look, mention, drafts, memory))
    units, first = look.reading.units, mention.group.first
    if rule is None and not look.quoted and (end_of_aside(units, mention) or _is_in_passing(units, first)):
        del found[1:]
    kin = kin_of(look.reading.units, mention.group.first) if rule is None else None
    if kin is not None:  # "Relatives of the | 298 people killed welcomed the ruling, in which the court said …"
        found = found[:1] + [one for one in found[1:] if one[1][0] != "behind" and one[0] and one[0].last < kin - 1]
    if rule is None:
        yield None, [*found[0][1], "rule says so", "rule outlet"]
        yield from found[1:]
        return
    says = ["rule says so", f"rule {rule.rule}", f"rule {rule.rule}, kind {rule.actor.kind}"]
    same = next((i for i, (told, _) in enumerate(found) if told is not None and _is_same(told, rule)), None)
    for i, (told, signs) in enumerate(found):
        yield (rule, [*signs, *says]) if i == same else (told, signs)
    if same is None:
        yield rule, [*says, "rule alone", f"rule alone, {rule.rule}"]


def _is_in_passing(units: Sequence[Unit], first: int) -> bool:
    """Whether a figure stands in what the outlet adds behind a quote: "“…,” he said in Goma, which saw | 40 die"."""
    quotes = [i for i, unit in enumerate(units[:first]) if unit.cls == '"']
    return bool(quotes) and any(passes_on(units, i) for i in range(quotes[-1] + 1, first) if units[i].cls == ",")


def _is_same(told: Attribution, rule: Attribution) -> bool:
    """Whether two attributions are to the same words, or the same source."""
    return told.actor.source == rule.actor.source or told.actor.text == rule.actor.text


def _tellers(
    looks: Sequence[Look], look: Look, mention: Mention, drafts: Sequence[Draft], memory: Memory
) -> Iterator[Teller]:
    yield None, _outlet_signs(looks, look, mention, drafts)
    for actor in look.actors:
        if any(told.group.first <= actor.first < told.group.last for told in look.mentions):
            continue  # "the dead include | a teacher"
        if actor.first >= mention.group.last and look.reading.units[actor.first - 1].low == "where":
            continue  # "810 died in Syria, where | the ministry counts 430 in its own areas"
        who = memory.look_back(actor)
        if who is not None and _may_tell(look.reading.units, actor, mention) and not _says_else(look, actor, mention):
            before = actor.last <= mention.group.first
            told = Attribution(who, actor.first, actor.last, forward=before, backward=not before, rule=WEIGHED)
            yield told, _actor_signs(look, mention, actor, who, drafts)
    last = None if turns_away(look.reading.units) else _last_source(looks, look, drafts)
    if last is not None:
        yield last, _carried_signs(looks, look, mention, last, drafts)
    opener = _opener(looks, look)
    if opener is not None:
        told = Attribution(opener, 0, 0, forward=True, backward=True, rule=WEIGHED)
        yield told, _opener_signs(looks, look, mention, opener, drafts)


def _opener(looks: Sequence[Look], look: Look) -> Actor | None:
    """With whom a text begins that may be its voice throughout: who is interviewed, or issues the bulletin."""
    for first in looks[: min(OPENING, look.number)]:
        for actor in first.actors:
            if actor.counted or actor.pronoun or actor.plural or not (actor.kind in SPEAKERS or actor.named):
                continue
            if "neutral_attack" in first.reading.units[min(actor.last, len(first.reading.units) - 1)].senses:
                continue  # "HOSPITAL ATTACK"
            if actor.kind not in ("media", "witness", None) or (actor.named and actor.person):
                return actor
    return None


def _opener_signs(
    looks: Sequence[Look], look: Look, mention: Mention, opener: Actor, drafts: Sequence[Draft]
) -> list[str]:
    """The signs that with whom a text begins tells it."""
    lows = {unit.low for unit in look.reading.units}
    speakers = sum(not actor.counted for actor in look.actors)
    before = [one.sentence.text for one in looks[max(0, look.number - OPENING) : look.number]]
    told = [draft.attribution.actor.source for draft in drafts if draft.attribution is not None]
    signs = [
        "opener",
        f"opener, kind {opener.kind}",
        f"opener, person {opener.person}",
        f"opener, heads it {opener.first <= 1}",
        f"opener, {mention.rule}",
        f"opener, speakers {min(2, speakers)}",
        f"opener, first person {not lows.isdisjoint(FIRST_PERSONS)}",
        f"opener, asked {any('?' in text for text in before)}",
        f"opener, told before {opener.source in told}",
        f"opener, others told {any(source != opener.source for source in told)}",
        f"opener, last figure told {bool(drafts) and drafts[-1].attribution is not None}",
        f"opener, listed {LISTED.match(look.sentence.text) is not None}",
        f"opener, answer {look.sentence.text[:2] == 'A:'}",
    ]
    signs += ["opener, quoted"] if look.quoted else []
    return [*signs, "opener, told here"] if look.attributions else signs


def _may_tell(units: list[Unit], actor: Actor, mention: Mention) -> bool:
    """Whether somebody can be a source at all: not who is counted, denies, attends a funeral, or was killed."""
    if actor.counted or (actor.pronoun and actor.text.lower() not in SPEAKING):
        return False
    if [unit.cls for unit in units[actor.last : actor.last + 2]] == ["b", "p"]:
        return False  # "He | was killed along with two of his children"
    if actor.pronoun == "it" and any(u.low == "that" for u in units[actor.last + 1 : actor.last + 4]):
        return units[actor.last].cls not in "bf"  # "It | is estimated that 40,000 died": nobody does
    if actor.last < len(units) and not units[actor.last].senses.isdisjoint(EVENTS) and units[actor.last].cls in "xE":
        return False  # "Delhi | violence: toll rises to 27"
    if actor.first > 1 and units[actor.first - 1].cls == "^" and not units[actor.first - 2].senses.isdisjoint(EVENTS):
        return False  # "a reprisal attack by | the gunmen"
    if actor.last < len(units) and is_of_them(units[actor.last]):
        return False  # "Police | operations account for 12 of the dead"
    if mention.rule == "taken_away" and actor.first and units[actor.first - 1].cls == "^":
        return False  # "Many were taken away by | the rebels"
    if actor.first > 1 and units[actor.first - 1].cls == '"' and units[actor.first - 2].low == "as":
        return False  # "described 370 of them as “| terrorists”"
    if actor.first >= mention.group.last and actor.last < len(units) and "deny" in units[actor.last].senses:
        return False  # "46 sailors died in an attack that | Pyongyang denies"
    owned = actor.side or actor.local or any(unit.cls == "'" for unit in units[actor.first : actor.last])
    if not owned and "tally_noun" in units[actor.last - 1].senses:
        return False  # "| The figure most often given is 15,000"
    if actor.first and units[actor.first - 1].cls in "py":
        return False  # "Troops killed | the acting premier and 20 priests"
    if units[actor.first].cls == "a" and actor.last + 1 == mention.group.first and units[actor.last].cls in "yip":
        return False  # "| A gunman shot three dead"
    if units[actor.last - 1].low in WARS:
        return False  # "The movement's | insurgency has left 3,600 dead"
    if actor.first > 1 and [u.cls for u in units[actor.first - 2 : actor.first]] == ["A", ","] and not actor.kind:
        return False  # "near Crossmaglen, | County Armagh"
    if actor.first and units[actor.first - 1].low == "what":
        return False  # "killed 20 in what | sources said was revenge", who say why
    between = units[actor.last : mention.group.first]
    if between and actor.kind in (None, "unnamed") and all(unit.cls in '("' for unit in between):
        return False  # "the “South” (| 275 killed)"
    if _is_bereaved(units, actor, mention):
        return False
    if actor.first > 1 and units[actor.first - 1].cls == "^" and _is_done(units[actor.first - 2]):
        return False  # "were killed by | the regime's forces", "an offensive ordered by | the president"
    deed = mention.voice == "active" or mention.rule == "taken_prisoner"
    kills = deed and actor.kind in KILLERS and actor.last <= mention.cue[0]
    if kills and not any(u.cls in "cG>:" and u.low != "responded" for u in units[actor.last : mention.cue[0]]):
        return False  # "The gunmen, who came on motorbikes, | shot dead 21": who kills tells nothing
    return not any("deny" in unit.senses or unit.low in ATTENDING or unit.low in BEARING for unit in between)


def _is_done(deed: Unit) -> bool:
    """Whether a participle is of a deed, and of no account: "killed", "ordered"; not "reported", "a count kept"."""
    return deed.cls in "pi" or (deed.cls in "xJ" and deed.low.endswith("ed") and not deed.senses)


def _is_bereaved(units: list[Unit], actor: Actor, mention: Mention) -> bool:
    """Whether somebody bears the losses, and tells nothing: "| The mission had suffered 146 deaths", "cost | Italy 40".

    Must not: "| The mission said it had suffered 146 deaths", "| We lost 12 men".
    """
    first = mention.group.first
    if actor.person or actor.pronoun or actor.last > first or any(u.cls in 'cG>:"' for u in units[actor.last : first]):
        return False
    if any(u.low in COSTS for u in units[max(0, actor.first - 2) : actor.first]):
        return True
    lost = units[actor.last : min(actor.last + MAX_AUXILIARIES, first)]
    if any(u.low in ("in", "to") for u in lost):
        return False  # "The hospital | has taken in 700 wounded"
    return any(u.low in SUFFERING or u.cls == "l" for u in lost) and all(u.cls not in ",;" for u in lost)


def _says_else(look: Look, actor: Actor, mention: Mention) -> bool:
    """Whether somebody behind the figure says something else: "killed 20 | and the agency said that it had left".

    Must not: "killed 20, the agency said of the day".
    """
    lead = look.reading.units[actor.first - 1] if actor.first > mention.group.last else None
    if lead is None or actor.pronoun or not (lead.cls in "&-" or lead.low in ("as", "while", "but")):
        return False
    said = next((said for said in look.attributions if said.actor.first == actor.first), None)
    return said is not None and said.rule == "said" and said.forward and not said.backward


def turns_away(units: Sequence[Unit]) -> bool:
    """Whether a sentence opens by turning to something else, which the last speaker need not have told.

    Covers: "Meanwhile, …", "Elsewhere …", "In Kherson, meanwhile, …", "In a separate incident …".
    """
    return any(unit.low in TURNING for unit in units[:TURN])


def _last_source(looks: Sequence[Look], look: Look, drafts: Sequence[Draft]) -> Attribution | None:
    """Who spoke last in the sentence before, else of whom the last figure was."""
    if look.number and looks[look.number - 1].headed != look.headed:
        return None  # the next of several briefs, each headed by its place
    before = looks[look.number - 1].attributions if look.number else None
    if before:
        return before[-1]
    if drafts and look.number - drafts[-1].look.number <= CARRIED:
        return drafts[-1].attribution
    return None


def _outlet_signs(looks: Sequence[Look], look: Look, mention: Mention, drafts: Sequence[Draft]) -> list[str]:
    """The signs that nobody but the outlet tells it."""
    speakers = sum(not actor.counted for actor in look.actors)
    before = looks[look.number - 1] if look.number else None
    signs = [
        "outlet",
        f"outlet, {mention.rule}",
        f"outlet, speakers {min(3, speakers)}",
        f"outlet, attributions {min(2, len(look.attributions))}",
        f"outlet, spoken before {before is not None and bool(before.attributions)}",
        f"outlet, last figure told {bool(drafts) and drafts[-1].attribution is not None}",
    ]
    signs += ["outlet, first"] if not look.number else []
    signs += ["outlet, quoted"] if look.quoted else []
    return [*signs, "outlet, active"] if mention.voice == "active" else signs


def _actor_signs(look: Look, mention: Mention, actor: Actor, who: Actor, drafts: Sequence[Draft]) -> list[str]:
    """The signs that somebody in the sentence tells it; `who` is whom a pronoun means."""
    units, group = look.reading.units, mention.group
    before = actor.last <= group.first
    where = "before" if before else "behind"
    signs = [where, f"kind {who.kind}", f"kind {who.kind}, {where}", f"{where}, {mention.rule}"]
    signs += ["has a side"] if who.side else []
    for mark in MARKS:
        if getattr(actor, mark):
            signs += [mark, f"{mark}, {where}"]
    signs += [f"pronoun {actor.pronoun}"] if actor.pronoun else []
    signs += [f"head {actor.head.split()[-1]}"] if actor.head else []
    signs += _beside_signs(units, actor, where)
    between = units[actor.last : group.first] if before else units[group.last : actor.first]
    signs += [f"between {cls}, {where}" for cls in {unit.cls for unit in between}]
    signs += [f"between {sense}, {where}" for sense in frozenset[str]().union(*(unit.senses for unit in between))]
    signs.append(f"distance {sum(len(between) > step for step in DISTANCES)}, {where}")
    signs.append(f"commas {min(3, sum(unit.cls == ',' for unit in between))}, {where}")
    for step in (1, 2):
        at = group.first - step
        signs.append(f"number behind {step} {units[at].cls if at >= 0 else 'start'}, {where}")
    others = [other for other in look.actors if not other.counted and other is not actor]
    signs.append(f"other speakers {min(3, len(others))}")
    low, high = (actor.last, group.first) if before else (group.last, actor.first)
    signs += [f"another between, {where}"] if any(low <= other.first < high for other in others) else []
    signs += [f"active, {where}"] if mention.voice == "active" else []
    signs += ["quoted"] if look.quoted else []
    if look.attributions:
        credited = any(said.actor.first == actor.first for said in look.attributions)
        signs += ["sentence is told", f"tells in it, {where}" if credited else "another tells in it"]
    if actor.first == 0:
        signs.append("opens")
    elif all(unit.cls in "NM/th0,x~" for unit in units[: actor.first]):
        signs.append("opens behind a phrase")
    if who.side and attack_of(units, mention)[0] == who.side:
        signs.append("attacks")
    same = [draft for draft in drafts if draft.attribution is not None and draft.attribution.actor.source == who.source]
    signs += ["told before"] if same else []
    return [*signs, "told here"] if any(draft.look is look for draft in same) else signs


def _beside_signs(units: list[Unit], actor: Actor, where: str) -> list[str]:
    """What stands before and behind somebody."""
    lead = units[actor.first - 1] if actor.first else None
    follow = units[actor.last] if actor.last < len(units) else None
    left, right = lead.cls if lead is not None else "start", follow.cls if follow is not None else "end"
    signs = [f"lead {left}", f"lead {left}, {where}", f"follow {right}", f"follow {right}, {where}"]
    if lead is not None and lead.cls not in NAMES:
        signs.append(f"lead “{lead.low}”")
    if follow is None:
        return signs
    if follow.cls not in NAMES:
        signs.append(f"follow “{follow.low}”")
    ending = next((end for end in ENDINGS if follow.cls == "x" and follow.low.endswith(end)), None)
    signs += [f"follow -{ending}", f"follow -{ending}, {where}"] if ending else []
    signs += [f"follow {sense}" for sense in follow.senses]
    if follow.cls == "'" and actor.last + 1 < len(units):
        owned = units[actor.last + 1]
        signs += [f"owns “{owned.low}”", *(f"owns {sense}" for sense in owned.senses)]
    return signs


def _carried_signs(
    looks: Sequence[Look], look: Look, mention: Mention, last: Attribution, drafts: Sequence[Draft]
) -> list[str]:
    """The signs that who spoke before goes on."""
    units = look.reading.units
    speakers = [actor for actor in look.actors if not actor.counted]
    gap = look.number - drafts[-1].look.number if drafts else CARRIED + 1
    signs = [
        "carried",
        f"carried, kind {last.actor.kind}",
        f"carried, by {last.rule}",
        f"carried, {mention.rule}",
        f"carried, speakers {min(2, len(speakers))}",
        f"carried, pronouns {any(actor.pronoun for actor in speakers)}",
        f"carried, opens {units[0].cls}",
        f"carried, opens “{units[0].low}”",
        f"carried, then {units[1].cls if len(units) > 1 else 'end'}",
        f"carried, sentences since {min(gap, CARRIED)}",
        f"carried, last figure told {bool(drafts) and drafts[-1].attribution is not None}",
    ]
    if look.number:
        before = looks[look.number - 1]
        signs += [
            f"carried, same paragraph {before.sentence.paragraph == look.sentence.paragraph}",
            f"carried, attributions there {min(2, len(before.attributions))}",
            f"carried, figures there {min(2, sum(draft.look is before for draft in drafts))}",
            f"carried, reach {last.forward} {last.backward}",
        ]
    signs += ["carried, told here"] if look.attributions else []
    signs += ["carried, quoted"] if look.quoted else []
    signs += ["carried, goes on"] if any(unit.low in GOING_ON for unit in units) else []
    signs += ["carried, had"] if any(unit.low == "had" for unit in units) else []
    return signs
