"""Who the victims are: their noun, their class and the side that they belong to.

The side is taken from the phrase, then from "its" and "our", then from the other named side, then from the place;
where none of these decides, it stays empty.
"""

from __future__ import annotations

from facttrack.attacks import attack_of, subject_side
from facttrack.candidates import Mention, side_in_front
from facttrack.classes import (
    HOSTAGES,
    MEMBERS,
    MEN,
    OF_TOLL,
    class_of,
    class_of_loser,
    class_of_noun,
    class_of_predicate,
    class_of_them,
)
from facttrack.context import side_from_context
from facttrack.losers import (
    BANDS_OF,
    ENEMY,
    flank_of,
    is_enemy,
    of_insurgents,
    stance_of,
    suffering_before,
    words_near,
)
from facttrack.memory import ALOOF, ARMED_GROUPS, Actor
from facttrack.mustered import by_heading, some_of_those_before
from facttrack.named_sides import OPPOSING, named_side
from facttrack.own_dead import (
    is_own_army,
)
from facttrack.owners import (
    FIGHTERS,
    OWN_ARMY,
    OWNED,
    STATE,
    counts_its_own,
    has_lost,
    is_of_rebels,
    of_the_state,
    theirs,
    we_have,
)
from facttrack.parties import Known, Victims, fights
from facttrack.places import place_after
from facttrack.strangers import (
    are_foreign,
    are_not_its_own,
    are_seamen,
    origin_of,
    owns_a_tally,
)
from facttrack.units import Reading, Unit

__all__ = ["breaks_down", "describe_victims"]

UNSPECIFIC = frozenset("others more dead members victims comrades colleagues companions prisoner prisoners".split())
"""Nouns that say no more than the noun of the number before."""
OWN_TROOPS = frozenset(["forces", "troops", "soldiers", "own forces", "own troops"])
"""Whom the label of an army's list names."""
MAX_HEADED = 12
"""Units of a label such as "Enemy (GAM), past 24 hours"."""
OF_NOBODY = frozenset({"two_sides", "two_lands", "foreign", "at_sea"})
"""Rules by which the victims are of no single side."""
MAX_OPENING = 26
"""Units from the beginning of a clause to a number that counts some of those with whom it opens."""
CITIZENS = frozenset("citizen citizens national nationals compatriot compatriots countrymen".split())
"""Nouns by which a state means its own people."""
OWNERS = BANDS_OF | {"army", "military", "force", "forces", "government", "state", "country"}
"""Who owns the victims where one of it speaks: "the movement's men"."""
OTHER_SIDE = frozenset("other opposing enemy adversary".split())
"""Words before "side" for those whom the source fights."""
PLACED = frozenset({"here", "place", "home"})
"""Rules by which the victims' side is the country where they died."""
GOING_ON = frozenset({"postposed", "past_object", "active_object", "predicate", "held"})
"""Rules of a number without a noun that goes on with those before it: "14 rebels died and | six were hurt"."""
GOES_ON = frozenset({"named", "loser", "own_possessive", "enemy_noun"})
"""Rules by which words told whose the victims before were, who are still spoken of."""
BARE_RULES = frozenset({"rival", "gapped", "carried"})
"""Rules of bare numbers that go on with what was counted before."""


def describe_victims(mention: Mention, reading: Reading, known: Known) -> Victims:
    """The victims of a mention, in the order in which the codebook asks for them."""
    units, group = reading.units, mention.group
    if mention.rule in ("list_line", "column"):
        return _list_line(units, next(i for i, u in enumerate(units) if i == group.first or u.cls == "0"), known)
    span = _span(units, mention)
    text = reading.text(*span) if span else None
    victim_class = class_of(units, mention, span)
    opening = _opening_noun(units, mention) if group.letter == "0" else None
    if opening is not None and known.source is not None and known.source.first == opening:
        opening = None  # "Residents: | 12 killed"
    if (
        opening is not None
        and units[opening].cls in "YBS"
        and (known.source is None or known.source.last == opening + 1)
    ):
        opening = None  # "Army: | 12 killed", which tells it
    body = units[opening].entry if opening is not None else None
    land = body is not None and body.side in known.words.lands  # "Artsakh: at least | 200 dead"
    if victim_class == "unspecified" and opening is not None and not land:
        victim_class = class_of_noun(units, opening, opening, None)
    if victim_class == "unspecified" and any(u.low in OWN_TROOPS for u in _label_of(units, group.first)[:2]):
        victim_class = "combatant"  # "Own troops: killed | 1"
    if victim_class == "unspecified" and _is_staff_of(units, mention, known):
        victim_class = "civilian"
    of_some = mention.rule == "predicate_part"
    if victim_class == "unspecified":
        if group.head is None and group.letter == "0":
            victim_class, said = class_of_predicate(units, mention)
            of_some, text = of_some or said is not None, said or text
        if victim_class == "unspecified":
            victim_class = _class_around(units, mention, known)
    has_noun = (span is not None and group.letter in "#5") or (
        (mention.rule in OF_TOLL or mention.rule == "predicate_part") and victim_class != "unspecified"
    )
    side, rule = named_side(units, mention, span)
    if side is None and rule != "two_sides":
        origin, told = origin_of(units, mention)
        of_named = mention.rule == "part" and known.shared is not None and known.shared.rule == "named"
        if told and not of_named:  # "62 Americans, one of them | a congressman from Georgia"
            side, rule = origin, told
    if side is None and rule != "two_sides" and known.heading:
        side, headed = by_heading(known.heading, known.source_side, known.memory)
        if headed == "enemy_noun" and side is None:  # of an enemy whom the text has not named
            return Victims(text, victim_class, None, headed, span, None, of_some)
        rule = headed or rule
    if side is None and known.sentence_before and rule != "two_sides":
        side, sort = some_of_those_before(known.sentence_before, mention)
        rule, victim_class = ("named", sort or victim_class) if side else (rule, victim_class)
    stance = stance_of(units, mention)
    if opening is not None and side is None and rule != "two_sides":
        side, rule = _side_of_opening(units, opening)
        entry = units[opening].entry
        stance = stance or (entry.stance if entry is not None else None)
    if side is None and rule != "two_sides" and _is_toll_of_war(units, mention, victim_class, known):
        rule = "two_sides"
    if side is None and rule != "two_sides":
        if victim_class == "combatant" and are_seamen(units, mention):
            victim_class = "civilian"
        if victim_class != "combatant" and are_foreign(units, mention):
            rule = "foreign"
    if side is None and rule in OF_NOBODY:
        return Victims(text, victim_class, None, rule, span, stance, of_some)
    if side is None:
        side, rule = _own_or_enemy(units, mention, known)
    if side is None and rule == "enemy_noun":  # of an enemy whom the text has not named
        return Victims(text, victim_class, None, rule, span, stance, of_some)
    if side is None and not rule:
        state = of_the_state(units, mention, known.source_side, known.memory)
        side, rule = (state, "enemy") if state else (None, "")
    if side is None and _admits_bare(mention, known):
        side, rule = known.source_side, "admitted"
    armed = known.source is not None and (known.source.kind == "military" or known.source.head.startswith("police"))
    owned = group.head is None and any(u.low.endswith(" own") for u in units[group.last - 1 : group.last + 2])
    if armed and owned and rule == "own_possessive":
        victim_class = "combatant"  # "145 civilians and | 11 of its own, the police said"
    shared, model = known.shared, known.shared or known.before
    vague_noun = group.head is not None and units[group.head].low in UNSPECIFIC
    says_all = has_noun and not (vague_noun and victim_class == "unspecified")
    if (
        model is not None
        and (not has_noun or vague_noun)
        and victim_class == "unspecified"
        and (shared is None or not mention.inherited or mention.shared is not None)
        and not model.of_some
        and not known.mixed
    ):
        victim_class, text = model.victim_class, text or model.text
    if victim_class == "unspecified" and known.goes_on is not None and (not has_noun or vague_noun):
        victim_class = known.goes_on.victim_class
    if side is None and model is None and group.part and group.head is None:
        side, rule = _of_those_named(units, group.first)
    if side is None and model is not None:
        side, rule = _taken_over(units, mention, known, says_all)
        if rule:
            return Victims(text, victim_class, side, rule, span, stance, of_some)
    if side is None and known.goes_on is not None and known.goes_on.rule in OF_NOBODY and not has_noun:
        return Victims(text, victim_class, None, known.goes_on.rule, span, stance, of_some)
    goes_on = known.goes_on if side is None and (not has_noun or vague_noun) else None
    if goes_on is not None and goes_on.rule in GOES_ON and suffering_before(units, mention) is None:
        side, rule = goes_on.side, "coordinated"  # "killed 50 Wagner men. | Two others were taken prisoner"
    if side is None:
        side, rule = side_from_context(units, mention, victim_class, known)
    return Victims(text, victim_class, side, rule, span, stance, of_some)


def _class_around(units: list[Unit], mention: Mention, known: Known) -> str:
    """The class of victims whose own noun leaves it open, by the words around the figure."""
    group = mention.group
    if group.head is None or group.letter in "0K" or units[group.head].low in MEMBERS:
        found = class_of_loser(units, mention)
        if found != "unspecified":
            return found
    if group.letter == "0" and known.shared is None and _are_some_of_them(units, mention):
        found = class_of_them(units, mention)
        if found != "unspecified":
            return found
    own = _are_its_soldiers(units, mention, known) or we_have(units, mention, known.source)
    return "combatant" if own else "unspecified"


def _are_some_of_them(units: list[Unit], mention: Mention) -> bool:
    """Whether those counted are some who were named before: "12 of | them", "of whom | 12", "a number of | them"."""
    first, last = mention.group.first, mention.group.last
    if mention.group.part or (first > 0 and units[first - 1].low in ("of whom", "among whom")):
        return True
    return any(u.low == "them" for u in units[last : last + 2])


def _are_its_soldiers(units: list[Unit], mention: Mention, known: Known) -> bool:
    """Whether "its men" are those of an army or an armed group that speaks: "three of | his men, the colonel said"."""
    group, source = mention.group, known.source
    if source is None or group.head is None or units[group.head].low not in MEN:
        return False
    if source.kind != "military" and not (source.kind == "emergency" and "police" in source.text.lower()):
        return False
    return any(u.cls == "s" for u in units[group.quantity.last : group.head])


def _of_those_named(units: list[Unit], number: int) -> tuple[str | None, str]:
    """The side of "two of them", named before in the sentence: "French paratroopers had dead: | two of them".

    Must not: "Israeli troops fired at a crowd, killing | two of them", where no colon says that they are the same.
    """
    if number == 0 or units[number - 1].cls != ":":
        return None, ""
    for i in range(number - 1, 0, -1):
        if units[i].cls in ";.0" or (units[i].cls in "vV" and units[i - 1].cls not in "RS"):
            return None, ""
        if units[i].cls in "vV":
            entry = units[i - 1].entry
            return (entry.side, "named") if entry is not None and entry.side else (None, "")
    return None, ""


def _is_toll_of_war(units: list[Unit], mention: Mention, victim_class: str, known: Known) -> bool:
    """Whether the outlet gives the toll of a war of two states: "over 6,500 people died in the | six-week war"."""
    if known.source is not None or victim_class != "unspecified" or mention.voice == "active":
        return False
    if mention.shared is not None or mention.inherited:
        return False
    near = units[max(0, mention.group.first - 9) : mention.cue[1] + 7]
    at = next((i for i, u in enumerate(near) if u.low in ("war", "wars")), None)
    if at is None or not any(u.low in ("in", "of") for u in near[max(0, at - 4) : at]):
        return False
    if any(u.low in OPPOSING for u in near[at : mention.group.first - max(0, mention.group.first - 9)]):
        return False  # "the army lost 450 men in the war, whereas | 1,300 were hurt"
    return known.memory.names_two_at_war()


def _opening_noun(units: list[Unit], mention: Mention) -> int | None:
    """The victims with whom the clause opens, and of whom some are counted.

    Covers: "Of the Iraqi soldiers who went in, | eight died", "Of 30 miners below, | 12 died", "Azerbaijan, servicemen
    – | 192 killed", "Women: | 219".
    Must not: "Of its soldiers the army says little: | 12 died".
    """
    first = mention.group.first
    start = first
    labelled = first > 1 and units[first - 1].cls in "-:" and units[first - 2].cls in "vVYBS"
    if labelled:
        start -= 1  # the colon of a label ends no clause
    while start > 0 and units[start - 1].cls not in ";.:" and first - start < MAX_OPENING:
        start -= 1
    if start < first and units[start].cls in '&",-':
        start += 1
    if labelled and first - start in (2, 3, 4, 5, 6):
        return first - 2
    if start >= first or units[start].low not in ("of", "among", "out of"):
        return None
    noun = next((i for i in range(start + 1, min(start + 6, first)) if units[i].cls in "vV"), None)
    if noun is None or any(u.cls in "cpijbf," for u in units[start + 1 : noun]):
        return None
    return noun


def _side_of_opening(units: list[Unit], noun: int) -> tuple[str | None, str]:
    """The side that stands before such a noun, or that of the body whose name it is."""
    body = units[noun].entry
    if units[noun].cls in "BS" and body is not None and body.side:
        return body.side, "named"
    for unit in reversed(units[max(0, noun - 3) : noun]):
        if unit.cls in "RS" and unit.entry is not None and unit.entry.side:
            return unit.entry.side, "named"
    return None, ""


def _admits_bare(mention: Mention, known: Known) -> bool:
    """Whether a source admits a bare number, which is of its own: "Hezbollah has acknowledged no more than | 68"."""
    return (
        known.admits
        and known.source_side is not None
        and mention.inherited
        and not mention.part
        and mention.group.letter == "0"
        and mention.rule in ("rival", "carried", "tally")
    )


def _is_of_rest(units: list[Unit], mention: Mention, model: Victims) -> bool:
    """Whether more rebels of no group are counted: "14 militants died and | several others were hurt", "| six hurt"."""
    head = mention.group.head
    goes_on = mention.rule in GOING_ON if head is None or mention.rule == "held" else units[head].low == "others"
    return model.rule == "insurgents" and goes_on


def _taken_over(units: list[Unit], mention: Mention, known: Known, has_noun: bool) -> tuple[str | None, str]:
    """The side of the mention before, for a number that goes on with it, unless both have places of their own."""
    model = known.shared or known.before
    if mention.rule == "names" and known.source_side is not None and model is not None:
        return known.source_side, "own_count"  # "Britain lists 255 killed. Argentina's roll holds | 649 names"
    if model is not None and (model.rule in OF_NOBODY or _is_of_rest(units, mention, model)) and not has_noun:
        return None, model.rule  # "over 4,000 had died on both sides and | more than 8,000 been wounded"
    there = place_after(units, mention) if known.parallel else None
    of_rebels = model is not None and model.side is None and model.victim_class == "combatant" and not has_noun
    if there is not None and not of_rebels:  # not "31 rebels were killed in Shopian and | seven in Kulgam"
        return there, "here"
    fellow = model is not None and model.rule == "insurgents" and model.side is None and mention.rule == "predicate"
    if model is not None and fellow and not has_noun and mention.group.quantity.kind != "zero":
        return None, model.rule  # "thirty attackers were shot dead and | one was taken alive"
    if known.shared is not None and not mention.part and has_lost(units, mention):
        return subject_side(units, mention.group.first - 1), "loser"  # "nine South Africans died; Malawi lost | three"
    if mention.shared is None and (suffering_before(units, mention) is not None or has_lost(units, mention)):
        return None, ""
    if mention.rule == "gapped" and units[mention.group.first - 1].cls == "v":  # "14 soldiers and the rebels | 30"
        losers = units[mention.group.first - 1].entry
        hostile = losers is not None and losers.stance == "insurgent"
        return of_insurgents("insurgent", None, known) if hostile else (None, "unknown")
    if known.shared is not None and known.shared.rule == "foreign" and has_noun and not mention.part:
        return None, ""  # "26 foreigners and | 18 policemen"
    if known.shared is not None and (not has_noun or mention.part or mention.inherited):
        own = mention.shared is None and not mention.part and is_own_army(units, mention, known)
        if has_noun and own and not any(map(is_enemy, units)):
            return None, ""  # "…; Tbilisi lists | 170 servicemen"
        of_them = mention.rule == "part" or mention.group.part or units[mention.group.first - 1].cls == "I"
        if has_noun and not of_them and _are_no_fighters(units, mention, known.shared, known):
            return None, ""  # "69 armed Taliban and | 30 civilians"
        rebels = known.shared.stance == "insurgent", stance_of(units, mention) == "insurgent"
        anew = not mention.part or mention.rule == "coordinate" or units[mention.group.first - 1].cls == "&"
        if has_noun and rebels[0] != rebels[1] and (rebels[1] or anew):
            return None, ""  # "290 militants, | 70 soldiers", "28 of them attackers and | nine soldiers"
        head = mention.group.head
        if (
            has_noun
            and known.source_side in known.words.groups
            and head is not None
            and units[head].low in FIGHTERS
            and known.shared.side not in known.words.groups
        ):
            return None, ""  # "58 Pakistani soldiers were killed, and | nine fighters, the Taliban said"
        return known.shared.side, "shared"
    if (
        known.before is not None
        and known.before.side is not None
        and (
            not (has_noun or _fell_elsewhere(known, known.before) or _hit_others(units, mention, known.before))
            or _are_of_those(units, mention, known.before)
            or (known.before.rule == "named" and breaks_down(units, mention) and stance_of(units, mention) is None)
        )
    ):
        return known.before.side, "coordinated"
    return None, ""


def _are_no_fighters(units: list[Unit], mention: Mention, before: Victims, known: Known) -> bool:
    """Whether civilians or soldiers are counted behind an armed group's: "30 Wagner men dead and | ten soldiers".

    Must not: "30 Hamas fighters, | three of them officers".
    """
    kind, head = known.words.groups.get(before.side or "", ("", ()))[0], mention.group.head
    if not kind or (before.victim_class != "combatant" and kind not in ARMED_GROUPS):
        return False
    if head is not None and units[head].low in OWN_ARMY and kind in ARMED_GROUPS and known.source_side != before.side:
        return before.victim_class == "combatant" and not mention.part
    return class_of(units, mention, _span(units, mention)) == "civilian"


def _fell_elsewhere(known: Known, before: Victims) -> bool:
    """Whether a place of their own says that others died than those before: "12 in Gaza; six | were killed in Lebanon".

    It says nothing of an army's dead, who may fall anywhere.
    """
    country = known.country if not known.carried_place else None
    return bool(country) and country != before.side and before.rule in PLACED and before.victim_class != "combatant"


def _hit_others(units: list[Unit], mention: Mention, before: Victims) -> bool:
    """Whether an attack on others killed these: "2,000 died in Gaza since Hamas attacked Israel, killing | 1,400"."""
    if mention.voice != "active":
        return False
    attacker, target = attack_of(units, mention)
    return attacker is not None and target is not None and target != before.side and attacker != target


def breaks_down(units: list[Unit], mention: Mention) -> bool:
    """Whether a number says more of the losses before it: "losses of 3,000, he said, with | some 300 men killed"."""
    first = mention.group.first
    return first > 1 and units[first - 1].low == "with" and units[first - 2].cls == "," and mention.rule == "postposed"


def _are_of_those(units: list[Unit], mention: Mention, whole: Victims) -> bool:
    """Whether some of the dead told of before are counted, and no others: "ten of the dead were | girls".

    Must not: "two of the dead were | soldiers" of people whom an army had shot, whose side the noun tells anew.
    """
    if mention.rule != "of_the_dead" or mention.shared is not None:
        return False
    return class_of(units, mention, _span(units, mention)) != "combatant" or whole.victim_class == "combatant"


def _list_line(units: list[Unit], number: int, known: Known) -> Victims:
    """The victims of a line under a heading that says whose losses are listed.

    Covers: "• Regime soldiers: 32,013", "personnel – about 5,840", "Killed: 12", "Thailand | Soldiers | 14 | 119".
    """
    label = units[:number]
    noun = next((u for u in reversed(label) if u.cls in "vV" and u.entry is not None), None)
    text = noun.text if noun is not None else None
    victim_class = (noun.entry.victim_class if noun is not None and noun.entry is not None else None) or "unspecified"
    if noun is not None and noun.low in ("personnel", "manpower"):
        victim_class = "combatant"
    source_side = known.source_side
    for stretch in (label, known.heading):
        side, headed = by_heading(stretch, source_side, known.memory) if stretch is not label else (None, "")
        if headed:
            return Victims(text, victim_class, side, headed, None)
        sides = {u.entry.side for u in stretch if u.cls in "RS" and u.entry is not None and u.entry.side}
        if stretch is not label:
            sides.discard(source_side)
        if len(sides) == 1:
            return Victims(text, victim_class, sides.pop(), "named", None)
        if sides and stretch is label:
            return Victims(text, victim_class, None, "two_sides", None)  # "Maute and Abu Sayyaf fighters: | 920"
        if source_side and any(u.low in ENEMY or (u.entry is not None and u.entry.stance == "enemy") for u in stretch):
            return Victims(text, victim_class, known.memory.enemy_of(source_side), "enemy_noun", None)
    if known.shared is not None and known.shared.rule not in (
        "named",
        "two_sides",
    ):  # a line that names a side tells of no other
        return Victims(text, victim_class, known.shared.side, "shared", None)
    return Victims(text, victim_class, known.memory.home(), "place", None)


def _span(units: list[Unit], mention: Mention) -> tuple[int, int] | None:
    """The units of the victims' noun phrase, without the number, with an of-phrase that names a side."""
    group = mention.group
    if group.quantity.kind == "article" and group.head is not None:
        return group.first + 1, group.last
    if group.head is None or group.noun >= group.last:
        return None
    last, noun = group.last, group.noun
    while noun < group.head and units[noun].cls in "m~":
        noun += 1
    if last < len(units) and units[last].cls == "F":
        for i in range(last + 1, min(last + 6, len(units))):
            if units[i].cls in ",.;cpijbf&u/":
                break
            if units[i].cls in "RSB":
                while i + 1 < len(units) and units[i + 1].cls in "JxvEYX'" and not units[i + 1].low.endswith(" been"):
                    i += 1
                last = i + 1
                break
    return noun, last


def _is_staff_of(units: list[Unit], mention: Mention, known: Known) -> bool:
    """Whether the victims work for a source that is no army: "| three of its staff had died, the charity said"."""
    head, source = mention.group.head, known.source
    if head is None or source is None or units[head].low not in MEMBERS:
        return False
    return source.kind in ("monitor", "international", "media") and any(
        u.cls == "s" for u in words_near(units, mention)
    )


def _own_or_enemy(units: list[Unit], mention: Mention, known: Known) -> tuple[str | None, str]:
    """The source's own side or its enemy's, where a word says so.

    Covers: "its soldiers", "heroes", "our losses", "12 on its own side"; "enemy troops", "invaders".
    """
    group, source_side = mention.group, known.source_side
    listed = _listed_loser(units, mention, known)
    if listed is not None:
        return listed, "named"
    fronted = side_in_front(units, group.first)
    if any(u.cls in "RS" and u.entry is not None and u.entry.side for u in fronted):
        return next(u.entry.side for u in fronted if u.cls in "RS" and u.entry is not None), "named"
    if source_side and any(u.low in OTHER_SIDE for u in fronted):
        return known.memory.enemy_of(source_side), "enemy_noun"
    if source_side and any(u.cls == "s" for u in fronted):
        return source_side, "own_possessive"
    flank = flank_of(units, mention) if group.head is None and group.letter == "0" else []
    if source_side and any(map(is_enemy, flank)):
        return known.memory.enemy_of(source_side), "enemy_noun"
    if any(u.cls in "vV" and u.entry is not None and u.entry.stance == "insurgent" for u in flank):
        return of_insurgents("insurgent", None, known)
    if any(u.low in STATE for u in flank):
        ours = source_side if source_side not in known.words.groups and source_side not in ALOOF else None
        home = ours or known.home()
        if home not in known.words.groups:
            return home, "home"  # "ten died on the side of the rebels and | three on the government side"
    label = _label_of(units, group.first)
    if label and source_side:
        if label[0].low == "own":
            return source_side, "own_possessive"
        named = next((u.entry.side for u in label if u.cls in "RS" and u.entry is not None and u.entry.side), None)
        return named or known.memory.enemy_of(source_side), "enemy_noun"
    if group.quantity.kind == "zero" and units[group.first].low.startswith("without"):
        own = attack_of(units, mention)[0] or (source_side if source_side not in ALOOF else None)
        if own:
            return own, "own_count"  # "patrols killed 14 rebels | without suffering losses"
    if group.head is not None and units[group.head].low in HOSTAGES and source_side in known.words.groups:
        return None, ""  # "Hamas said 13 of its | hostages were killed"
    if source_side:
        if _are_its_names(units, mention, known):
            return source_side, "own_count"
        if known.befell_us and group.head is None and group.letter == "0" and mention.voice != "active":
            return source_side, "own_count"
        if mention.rule in BARE_RULES and any(
            u.cls == "s" and u.low.endswith(" own") for u in units[max(0, group.first - 2) : group.first]
        ):
            return source_side, "own_possessive"  # "put Russian losses at 900 and its own at | 300"
        if counts_its_own(units, group.first, known.source):
            return source_side, "own_possessive"
        band = _band_of(units, mention, known)
        if band is not None:
            return band, "group_in_text"
        for unit in words_near(units, mention):
            stance = unit.entry.stance if unit.entry is not None else None
            if unit.cls == "s" and (owns_a_tally(units, unit, known.source) or are_not_its_own(units, mention)):
                continue
            if (
                unit.cls == "s"
                and unit.low in ("his", "her")
                and known.before is not None
                and not _is_person(known.source)
            ):
                return (
                    known.before.side,
                    "coordinated",
                )  # "a Malaysian died and | ten of his comrades, the mission said"
            if unit.cls == "s" and unit.low != "whose own":
                if is_of_rebels(units, group.first):
                    return None, ""  # "the attackers left | 15 of their own dead"
                loser = subject_side(units, mention.cue[0]) if has_lost(units, mention) else None
                whose = loser or theirs(units, unit, group.first, known.source)
                if whose:
                    return whose, "own_possessive"
                ours = known.issuer if unit.low.startswith("our") else None
                return ours or known.denier or source_side, "own_possessive"
            if stance == "own" or (
                unit.low in CITIZENS and source_side not in known.words.groups and _is_bare(mention)
            ):
                return source_side, "own_noun"
            if (
                unit.low in OWNERS
                and _owns(units, unit)
                and (unit.low in BANDS_OF) == (source_side in known.words.groups)
            ):
                return source_side, "own_possessive"  # "28 of the movement's men", said by one of it
            if stance == "enemy" or unit.low in ENEMY:
                enemy = known.memory.enemy_of(source_side)
                if enemy:
                    return enemy, "enemy_noun"
    else:
        owner = _owner(units, mention, known)
        if owner:
            return owner, "own_possessive"
    if source_side not in known.words.groups and any(
        u.low in BANDS_OF and _owns(units, u) for u in words_near(units, mention)
    ):
        body = known.memory.last_band()
        if body is not None and body.side in known.words.groups:
            return body.side, "group_in_text"  # "more than 600 of the | organisation's combatants"
    after = units[group.last : group.last + 9]
    for i, unit in enumerate(after):
        share = unit.cls in "0q" and after[i + 1 : i + 2] and after[i + 1].cls == "F"
        if unit.cls in ";.nc" or unit.low in OPPOSING or share:
            break
        if unit.low == "ours" and i and after[i - 1].low == "on" and source_side:
            return source_side, "own_possessive"
        if unit.cls == "s" and (
            (unit.low.endswith(" own") and after[i + 1 : i + 2] and after[i + 1].cls in OWNED)
            or (i + 1 < len(after) and after[i + 1].low in ("side", "ranks", "own", "part"))
        ):
            if is_of_rebels(units, group.first):
                return None, ""  # "it said the attackers left | 15 of their own dead"
            owner = subject_side(units, group.first) or source_side
            if owner:
                return owner, "own_possessive"
    return None, ""


def _are_its_names(units: list[Unit], mention: Mention, known: Known) -> bool:
    """Whether an army names the dead, as it does its own: "the army released the names of | ten of those killed".

    Must not: "the army released the names of | ten militants killed".
    """
    first = mention.group.first
    if known.source is None or known.source.kind != "military" or known.source_side in known.words.groups:
        return False
    told = any(u.low in ("released", "published", "announced") for u in units[max(0, first - 5) : first])
    named = told and units[first - 2].low == "names" and units[first - 1].cls == "F"
    return named and (mention.group.part or mention.group.head is None)


def _listed_loser(units: list[Unit], mention: Mention, known: Known) -> str | None:
    """Whose losses an entry of an army's list tells behind its sector: "KILINOCHCHI: LTTE killed | 12, wounded | 19".

    Must not: "Kilinochchi: LTTE killed 12 soldiers", "the LTTE killed 12".
    """
    cue, shared = mention.cue[0], known.shared
    if mention.group.head is not None or known.source_side is None or mention.voice != "active":
        return None
    if cue < 2 or units[cue - 2].cls != ":" or units[cue - 1].cls != "S":
        return shared.side if shared is not None and shared.rule == "named" and mention.group.letter == "0" else None
    entry = units[cue - 1].entry
    side = entry.side if entry is not None else None
    return side if side in known.words.groups and fights(side, known.source_side, known.words) else None


def _label_of(units: list[Unit], number: int) -> list[Unit]:
    """The label of a list of losses that tells whose they are, if one stands before a number.

    Covers: "Enemy (GAM), past 24 hours: killed 11, captured | 6", "Own forces: killed | 1". Must not: "the enemy lied:
    | 12 died", "Enemy: none; weapons seized | 7".
    """
    colon = next((i for i in range(number - 1, 0, -1) if units[i].cls in ":;."), 0)
    if not colon or units[colon].cls != ":":
        return []
    start = next((i + 1 for i in range(colon - 1, -1, -1) if units[i].cls in ";.:"), 0)
    label = units[start:colon]
    heads = bool(label) and len(label) <= MAX_HEADED and (label[0].low == "own" or label[0].low in ENEMY)
    return label if heads and not any(u.cls in "cbfwpi" for u in label) else []


def _is_person(source: Actor | None) -> bool:
    return source is not None and (source.person or source.pronoun == "he")


def _is_bare(mention: Mention) -> bool:
    """Whether a noun stands alone behind its number: "35 | citizens", not "35 foreign citizens"."""
    return mention.group.head == mention.group.quantity.last


def _band_of(units: list[Unit], mention: Mention, known: Known) -> str | None:
    """The armed group whose fighters a state or alliance counts, though it says "its": "hundreds of its | fighters"."""
    head, groups = mention.group.head, known.words.groups
    if head is None or not any(u.cls == "s" for u in words_near(units, mention)):
        return None
    entry = units[head].entry
    if units[head].low not in FIGHTERS and (entry is None or entry.stance not in ("insurgent", "enemy")):
        return None
    speaks = groups.get(known.source_side or "", ("", ()))[0]
    if speaks not in ("", "alliance"):
        return None
    return known.memory.armed_group(known.source_side, ARMED_GROUPS)


def _owns(units: list[Unit], owner: Unit) -> bool:
    """Whether an apostrophe follows a noun."""
    at = next((i for i, unit in enumerate(units) if unit is owner), len(units))
    return at + 1 < len(units) and units[at + 1].cls == "'"


def _owner(units: list[Unit], mention: Mention, known: Known) -> str | None:
    """Whose dead "its dead" are in the outlet's own voice: the subject's, or of the body that the text named last.

    Covers: "Israel knows | its dead by name: 121", "Its dead number | 18".
    """
    near = words_near(units, mention)
    word = next((u for u in near if u.cls == "s" and u.low.split()[0] in ("its", "their", "his", "her")), None)
    if word is None:
        return None
    if word.low.split()[0] in ("his", "her"):
        officer = known.memory.last_person((known.order[0], 0))
        head = mention.group.head
        ours = head is not None and units[head].low in OWN_ARMY | MEN
        return officer.side if officer is not None and ours and officer.kind in ("military", "official") else None
    at = next(i for i, u in enumerate(units) if u is word)
    if at and any(u.cls in "cbfwpijgyl" or u.low.endswith("ed") for u in units[:at]):
        return subject_side(units, mention.cue[0] if mention.voice == "active" else at)  # "killed 70 and | lost its 12"
    body = known.memory.last_body((known.order[0], 0))
    return body.side if body is not None else None
