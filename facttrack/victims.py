"""Who the victims are: their noun, their class and the side that they belong to.

The side is taken from the phrase, then from "its" and "our", then from the other named side, then from the place;
where none of these decides, it stays empty.
"""

from __future__ import annotations

from dataclasses import dataclass

from facttrack.actors import Actor, Memory
from facttrack.lexicon import Lexicon
from facttrack.mentions import Mention
from facttrack.units import Reading, Unit

__all__ = ["Victims", "describe_victims", "place_after", "place_of"]

LOSING = frozenset("lost losing loses lose buried buries mourned mourns mourn".split())
"""Casualty words whose subject is the side of the dead."""
SUFFERING = frozenset("suffered suffers suffer suffering sustained sustains incurred taken took".split())
"""Verbs whose subject has the casualties."""
ENEMY = frozenset({"enemy", "adversary", "invaders", "occupiers", "opponent", "foe"})
KILLING_WORDS = frozenset(
    "eliminated liquidated neutralised neutralized destroyed eliminating liquidating neutralising annihilated".split()
)
IN_PLACE = frozenset(
    "in at near on around outside inside from across over of to south-east north for against throughout".split()
)
PLACE_CLASSES = "AS"


@dataclass(slots=True)
class Victims:
    """The victims of a mention; `rule` says what gave their side, `span` the units of their noun phrase."""

    text: str | None
    victim_class: str
    side: str | None
    rule: str
    span: tuple[int, int] | None


def describe_victims(
    mention: Mention,
    reading: Reading,
    source: Actor | None,
    admits: bool,
    counts: bool,
    memory: Memory,
    place: tuple[str, str | None] | None,
    words: Lexicon,
    shared: Victims | None,
    before: Victims | None,
    heading: list[Unit],
    parallel: bool = False,
) -> Victims:
    """The victims of a mention, by the order of the codebook (§4).

    `place` is the place of the clause with its country; `shared` the victims of the mention whose outcome this one shares;
    `before` those of the mention before in the same clause, from which a number without a noun takes noun and side;
    `heading` the units of the line over a list; `parallel` says that the number before has a place of its own.
    """
    units, group = reading.units, mention.group
    if mention.rule == "list_line":
        return _list_line(units, group.first, source, heading, memory, words, shared)
    span = _span(units, mention)
    text = reading.text(*span) if span else None
    victim_class = _class(units, mention, span)
    has_noun = (
        span is not None
        and group.letter in "#5"
        or mention.rule in ("number_of", "predicate_part", "put_at")
        and victim_class != "unspecified"
    )
    vague_noun = group.head is not None and units[group.head].low in ("others", "more", "dead", "members", "victims")
    side, rule = _named_side(units, mention, span)
    told_there = place_after(units, mention) if parallel else None
    if side is None and rule == "two_sides":
        return Victims(text, victim_class, None, rule, span)
    source_side = source.side if source is not None else None
    if side is None:
        side, rule = _own_or_enemy(units, mention, source_side, memory)
    model = shared or before
    if (
        model is not None
        and (not has_noun or vague_noun)
        and victim_class == "unspecified"
        and (shared is None or not mention.inherited or mention.shared is not None)
    ):
        victim_class, text = model.victim_class, text or model.text
    if side is None and told_there is not None and (shared is not None or before is not None):
        return Victims(text, victim_class, told_there, "place", span)
    if side is None and shared is not None and (not has_noun or mention.part or mention.inherited):
        return Victims(text, victim_class, shared.side, "shared", span)
    if side is None and before is not None and not has_noun and before.side is not None:
        return Victims(text, victim_class, before.side, "coordinated", span)
    if side is None:
        side, rule = _from_context(units, mention, victim_class, source, admits, counts, memory, place, words)
    return Victims(text, victim_class, side, rule, span)


def place_after(units: list[Unit], mention: Mention) -> str | None:
    """The country of a place right after the number: "20,000 in Turkey and over 3,500 | in Syria"."""
    at = mention.group.last
    if at < len(units) and units[at].cls in "pj":
        at += 1
    if at + 1 < len(units) and units[at].cls == "/" and units[at].low in ("in", "at", "near"):
        for unit in units[at + 1 : at + 4]:
            if unit.cls in "AS" and unit.entry is not None and unit.entry.place_country:
                return unit.entry.place_country
            if unit.cls not in "tJxXm":
                return None
    return None


def _list_line(
    units: list[Unit],
    number: int,
    source: Actor | None,
    heading: list[Unit],
    memory: Memory,
    words: Lexicon,
    shared: Victims | None,
) -> Victims:
    """ "• Regime soldiers: 32,013", "personnel – about 5,840" under a heading that says whose losses are listed."""
    label = units[:number]
    noun = next((u for u in reversed(label) if u.cls in "vV" and u.entry is not None), None)
    text = noun.text if noun is not None else None
    victim_class = (
        noun.entry.victim_class or "unspecified" if noun is not None and noun.entry is not None else "unspecified"
    )
    if noun is not None and noun.low in ("personnel", "manpower"):
        victim_class = "combatant"
    source_side = source.side if source is not None else None
    for stretch in (label, heading):
        sides = {
            u.entry.side
            for u in stretch
            if u.cls in "RS"
            and u.entry is not None
            and u.entry.side
            and (stretch is label or u.entry.side != source_side)
        }
        if len(sides) == 1:
            return Victims(text, victim_class, sides.pop(), "named", None)
        if any(u.low in ENEMY or (u.entry is not None and u.entry.stance == "enemy") for u in stretch) and source_side:
            return Victims(text, victim_class, memory.enemy_of(source_side), "enemy_noun", None)
    if shared is not None:
        return Victims(text, victim_class, shared.side, "shared", None)
    return Victims(text, victim_class, memory.home(), "place", None)


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
                while i + 1 < len(units) and units[i + 1].cls in "JxvEYX'":
                    i += 1
                last = i + 1
                break
    return noun, last


def _class(units: list[Unit], mention: Mention, span: tuple[int, int] | None) -> str:
    """combatant, civilian or unspecified, from the noun; where there is none, from a word beside the casualty noun."""
    group = mention.group
    if group.head is not None and group.letter in "#5":
        head = units[group.head]
        before = units[group.noun : group.head]
        if any(u.low in ("civilian", "civilians") for u in before):
            return "civilian"
        if head.low in ("members", "member", "personnel", "staff") and span is not None:
            for unit in units[group.head + 1 : span[1]] + _of_phrase(units, group.head + 1):
                if unit.entry is not None and unit.entry.victim_class in ("combatant", "civilian"):
                    return unit.entry.victim_class
                if unit.cls == "Y" and unit.entry is not None and unit.entry.source_kind == "military":
                    return "combatant"
        if head.entry is not None and head.entry.victim_class:
            found = head.entry.victim_class
            if found == "unspecified" and any(
                u.entry is not None and u.entry.victim_class == "combatant" for u in before
            ):
                return "combatant"
            if found != "civilian" and any(
                u.low in ("military", "army", "security", "armed", "paramilitary", "police", "rebel") for u in before
            ):
                return "combatant"
            if head.entry.stance is None and any(
                "person_role" in u.senses and u.entry is not None and u.entry.source_kind == "military" for u in (head,)
            ):
                return "combatant"
            return found
        if "person_role" in head.senses and head.entry is not None:
            return {"military": "combatant", "emergency": "civilian", "official": "civilian", "media": "civilian"}.get(
                head.entry.source_kind or "", "unspecified"
            )
        if (
            head.cls == "S"
            and head.entry is not None
            and head.entry.group_kind in ("insurgent", "militia", "separatist")
        ):
            return "combatant"
        return "unspecified"
    for unit in _beside(units, mention):
        if unit.low in ("civilian", "civilians") or (
            unit.entry is not None and unit.entry.victim_class == "civilian" and unit.cls in "vV"
        ):
            return "civilian"
        if unit.low in ("military", "battlefield", "combat", "army") or (
            unit.entry is not None and unit.entry.victim_class == "combatant" and unit.cls in "vV"
        ):
            return "combatant"
    return "unspecified"


def _beside(units: list[Unit], mention: Mention) -> list[Unit]:
    """The units that say who died where the number has no noun of its own: "civilian deaths", "deaths among soldiers", "the number of troops killed"."""
    group, rule = mention.group, mention.rule
    if rule in ("number_of", "put_at"):
        start = mention.cue[0]
        while start > 0 and "tally_noun" not in units[start].senses and units[start].cls not in ",;.c":
            start -= 1
        return units[start : mention.cue[1]]
    if rule == "predicate_part":
        return units[group.last : group.last + 5]
    found: list[Unit] = []
    if group.letter == "K" and group.head is not None:
        found += units[group.noun : group.head]
        found += _of_phrase(units, group.head + 1)
    elif rule in ("losses", "toll", "exceeded", "own_tally", "label"):
        start = mention.cue[0]
        while start > 0 and units[start - 1].cls in "RSJxVv'" and mention.cue[0] - start < 3:
            start -= 1
        found += units[start : mention.cue[1]] + _of_phrase(units, mention.cue[1])
    elif group.part:
        found += _of_phrase(units, group.last)
    return found


def _of_phrase(units: list[Unit], at: int) -> list[Unit]:
    if at < len(units) and (units[at].cls == "F" or units[at].low in ("among", "amongst")):
        end = at + 1
        while end < len(units) and end < at + 5 and units[end].cls in "tasRSJxXvVm'":
            end += 1
        return units[at + 1 : end]
    return []


def _named_side(units: list[Unit], mention: Mention, span: tuple[int, int] | None) -> tuple[str | None, str]:
    """The side that the victims' phrase names, or that stands beside the casualty noun ("Russian losses")."""
    stretches = []
    if span is not None:
        stretches.append((span[0], span[1]))
    group = mention.group
    if mention.rule in ("number_of", "put_at"):
        start = mention.cue[0]
        while start > 0 and "tally_noun" not in units[start].senses and units[start].cls not in ",;.c":
            start -= 1
        stretches.append((start, mention.cue[1]))
    elif mention.rule in ("losses", "toll", "exceeded", "nominal", "own_tally", "label") or group.letter == "K":
        begin = mention.cue[0]
        while begin > 0 and units[begin - 1].cls in "RSJx't" and mention.cue[0] - begin < 4:
            begin -= 1
        stretches.append((begin, mention.cue[1]))
        stretches.append((mention.cue[1], mention.cue[1] + len(_of_phrase(units, mention.cue[1])) + 1))
        if mention.rule == "nominal":
            stretches.append((mention.cue[1], group.first))
    elif mention.rule == "predicate_part":
        stretches.append((group.last, min(group.last + 4, len(units))))
    elif mention.rule == "gapped":
        stretches.append((max(0, group.first - 3), group.first))
    for start, end in stretches:
        found: list[str] = []
        for i in range(start, min(end, len(units))):
            unit = units[i]
            if (
                unit.cls in "RS"
                and unit.entry is not None
                and unit.entry.side
                and unit.entry.side not in found
                and not (i and units[i - 1].low == "ethnic")
            ):
                if unit.entry.group_kind == "alliance" and end - start > 1 and i + 1 < end:
                    continue
                found.append(unit.entry.side)
        if len(found) == 1:
            return found[0], "named"
        if len(found) > 1:
            return None, "two_sides"
    after = units[group.last : group.last + 8]
    low = " ".join(u.low for u in after)
    if "both sides" in low or "all sides" in low or "each side" in low:
        return None, "two_sides"
    for i, unit in enumerate(after[:-1]):
        if unit.cls == "R" and after[i + 1].low in ("side", "ranks", "lines") and unit.entry is not None:
            return unit.entry.side, "named"
    return None, ""


def _own_or_enemy(
    units: list[Unit], mention: Mention, source_side: str | None, memory: Memory
) -> tuple[str | None, str]:
    """ "its soldiers", "heroes", "our losses" are the source's; "enemy troops", "invaders" are its enemy's."""
    group = mention.group
    if group.letter in "K" or mention.rule in ("losses", "toll", "nominal", "label", "own_tally", "exceeded"):
        first = max(0, min(group.first, mention.cue[0]) - 2)
        stretch = units[first : max(group.last, mention.cue[1])]
    elif mention.rule in ("number_of", "put_at"):
        stretch = units[max(0, mention.cue[0] - 4) : mention.cue[1]]
    else:
        stretch = units[group.quantity.last : group.last]
    for unit in stretch:
        stance = unit.entry.stance if unit.entry is not None else None
        if unit.cls == "s" and source_side and unit.low != "whose own":
            return source_side, "own_possessive"
        if stance == "own" and source_side:
            return source_side, "own_noun"
        if (stance == "enemy" or unit.low in ENEMY) and source_side:
            enemy = memory.enemy_of(source_side)
            if enemy:
                return enemy, "enemy_noun"
    after = units[group.last : group.last + 7]
    for i, unit in enumerate(after[:-1]):
        if (
            unit.cls == "s"
            and after[i + 1].low in ("side", "ranks", "own", "part")
            or (unit.cls == "s" and unit.low.endswith(" own") and after[i + 1].low == "side")
        ):
            owner = _subject_side(units, mention.group.first) or source_side
            if owner:
                return owner, "own_possessive"
    return None, ""


def _from_context(
    units: list[Unit],
    mention: Mention,
    victim_class: str,
    source: Actor | None,
    admits: bool,
    counts: bool,
    memory: Memory,
    place: tuple[str, str | None] | None,
    words: Lexicon,
) -> tuple[str | None, str]:
    """The side of victims whom no word names: the loser, the other side, the source's own people, the country of the place."""
    group = mention.group
    head = units[group.head] if group.head is not None else None
    stance = head.entry.stance if head is not None and head.entry is not None else None
    if head is None:
        stance = next((u.entry.stance for u in _beside(units, mention) if u.entry is not None and u.entry.stance), None)
    source_side = source.side if source is not None else None
    attacker, target = _attacker(units, mention)
    cue_words = {u.low for u in units[mention.cue[0] : mention.cue[1]]}
    if cue_words & LOSING:
        if any(u.low in ENEMY for u in units[max(0, mention.cue[0] - 4) : mention.cue[0]]) and source_side:
            return memory.enemy_of(source_side), "enemy_noun"
        loser = _subject_side(units, mention.cue[0])
        if loser or source_side:
            return loser or source_side, "loser"
    if group.letter == "K" and any(u.low in SUFFERING for u in units[max(0, group.first - 3) : group.first]):
        verb = next(i for i in range(group.first - 1, -1, -1) if units[i].low in SUFFERING)
        while verb > 0 and units[verb - 1].cls in "fbw~":
            verb -= 1
        loser = _subject_side(units, verb)
        if loser:
            return loser, "loser"
    own_country = _country_of(source_side, words)
    country = place[1] if place is not None and place[1] is not None else None
    if stance in ("insurgent", "enemy"):
        group_side = memory.armed_group(source_side)
        if group_side is not None:
            return group_side, "group_in_text"
        if country is not None and country not in (source_side, attacker) and (source_side or attacker):
            return country, "place"
        enemy = memory.enemy_of(source_side)
        return (enemy, "enemy") if stance == "enemy" and enemy else (None, "insurgents")
    if victim_class == "combatant" and source_side and attacker is None and (admits or cue_words & {"fallen", "fell"}):
        return source_side, "admitted"
    if cue_words & KILLING_WORDS and source_side:
        enemy = memory.enemy_of(source_side)
        if enemy:
            return enemy, "eliminated"
    if (
        target is not None
        and target != attacker
        and victim_class != "combatant"
        and (attacker is not None or country is None)
    ):
        return target, "target"
    if attacker is not None and attacker == country and attacker not in words.groups and victim_class != "combatant":
        return country, "place"  # a state that kills its own people
    if attacker is not None and country in (None, attacker, _country_of(attacker, words)):
        home = memory.home()
        if (
            country is None
            and victim_class != "combatant"
            and home not in (None, attacker)
            and words.groups.get(attacker, ("alliance",))[0] == "alliance"
        ):
            return home, "home"
        enemy = memory.enemy_of(attacker)
        return (enemy, "not_the_attacker") if enemy else (None, "")
    if (
        victim_class == "combatant"
        and source_side
        and attacker is None
        and source is not None
        and source.kind in ("military", "official")
        and own_country == source_side
        and source_side != country
        and _own_army(head)
    ):
        return source_side, "own_army"
    if country is not None:
        return country, "place"
    home = memory.home()
    if (
        attacker is None
        and own_country is not None
        and source is not None
        and source.kind in ("official", "emergency")
        and victim_class != "combatant"
        and (
            own_country == home
            or admits
            or home is None
            or _fights(own_country, home, words)
            or (counts and home not in words.wars and source.last - source.first == 1)
        )
    ):
        return own_country, "source_home"
    if home is not None and home != attacker:
        return home, "home"
    if own_country is not None and source is not None and source.kind in ("official", "emergency") and attacker is None:
        return own_country, "source_home"
    return None, ""


def _fights(side: str, other: str, words: Lexicon) -> bool:
    return any(opponent == other for opponent, _, _ in words.wars.get(side, ()))


def _country_of(side: str | None, words: Lexicon) -> str | None:
    """The country for whose people a side speaks: its own, or the one in which an authority such as Hamas rules."""
    if side is None or side not in words.groups:
        return side
    kind, countries = words.groups[side]
    return countries[0] if kind == "authority" and len(countries) == 1 else None


def _own_army(head: Unit | None) -> bool:
    return head is not None and head.low in (
        "servicemen",
        "soldiers",
        "troops",
        "officers",
        "soldier",
        "serviceman",
        "officer",
        "pilots",
        "sailors",
        "paratroopers",
        "border guards",
        "airmen",
        "marines",
        "conscripts",
        "reservists",
        "personnel",
        "service members",
        "crew",
        "crewmen",
        "crew members",
    )


@dataclass(slots=True)
class Attack:
    """An attack that a sentence names, at a unit, with the side that made it and the side that it hit, where they are named."""

    at: int
    attacker: str | None
    target: str | None


ATTACKING = frozenset({"neutral_attack", "attack_verb"})
AIMLESS = frozenset("launched fired carried unleashed killed massacred detonated".split())


def find_attacks(units: list[Unit]) -> list[Attack]:
    """The attacks of a sentence: "an Israeli strike", "Hamas launched an attack on Israel", "killed by Hamas gunmen"."""
    found = []
    for i, unit in enumerate(units):
        if not unit.senses & ATTACKING and not (unit.cls == "^" and _by_killer(units, i)):
            continue
        attack = Attack(i, _maker(units, i), _aim(units, i))
        if attack.attacker is not None or attack.target is not None:
            found.append(attack)
    return found


def _side_at(units: list[Unit], at: int, reach: int) -> str | None:
    """The side named at a unit, articles and adjectives passed over."""
    for unit in units[at : at + reach]:
        if unit.cls in "RS" and unit.entry is not None and unit.entry.side:
            return unit.entry.side
        if unit.cls not in "tasxXJm":
            return None
    return None


def _maker(units: list[Unit], at: int) -> str | None:
    """Who made the attack: "an Israeli | strike", "Hamas | attacked", "attack by Hamas gunmen"."""
    if units[at].cls == "^":
        return _side_at(units, at + 1, 4)
    for i in range(at - 1, max(-1, at - 5), -1):
        unit = units[i]
        if unit.cls in "RS" and unit.entry is not None and unit.entry.side:
            if i and units[i - 1].low in ("on", "against", "in", "of", "into"):
                return None
            if (
                unit.cls == "S"
                and unit.entry.place_country
                and "attack_verb" not in units[at].senses
                and units[i + 1].cls != "'"
            ):
                return None  # "Myanmar village strike" names the place
            return unit.entry.side
        if unit.cls not in "xXJN'EvVfb~j":
            break
    for i in range(at + 1, min(at + 5, len(units))):
        if units[i].cls == "^":
            for unit in units[i + 1 : i + 6]:
                if unit.cls in "RS" and unit.entry is not None and unit.entry.side:
                    return unit.entry.side
                if unit.cls in "/,;c":
                    break
            return None
        if units[i].cls in ",;.c":
            break
    if "attack_verb" in units[at].senses:
        return _subject_side(units, at)
    return None


def _aim(units: list[Unit], at: int) -> str | None:
    """Whom the attack hit: "attacked Israel", "an assault on southern Israeli towns"."""
    follow = at + 1
    if follow < len(units) and units[follow].cls == "/" and units[follow].low in ("on", "against", "into"):
        return _side_at(units, follow + 1, 4)
    if "attack_verb" in units[at].senses and units[at].low.split()[0] not in AIMLESS:
        return _side_at(units, follow, 4)
    return None


def _attack_of(units: list[Unit], mention: Mention) -> Attack | None:
    """The attack nearest to a casualty word; one before it is nearer than one after it."""
    cue = mention.cue[0]
    attacks = [a for a in find_attacks(units) if not mention.cue[0] <= a.at < mention.cue[1]]
    if not attacks:
        return None
    best = min(attacks, key=lambda a: (cue - a.at if a.at <= cue else 1.5 * (a.at - cue), a.at))
    merged = Attack(best.at, best.attacker, best.target)
    for other in attacks:  # "Hamas launched | an attack on Israel" names the two sides by two words
        if abs(other.at - best.at) <= 5 and not any(
            u.cls in ",;" for u in units[min(other.at, best.at) : max(other.at, best.at)]
        ):
            merged.attacker = merged.attacker or other.attacker
            merged.target = merged.target or other.target
    return merged


def _attacker(units: list[Unit], mention: Mention) -> tuple[str | None, str | None]:
    """The side that did it and the side that was hit, where the words name them."""
    gerund = any(u.cls == "g" for u in units[mention.cue[0] : mention.cue[1]])
    doer = _subject_side(units, mention.cue[0], ",") if mention.voice == "active" and not gerund else None
    attack = _attack_of(units, mention)
    if attack is None:
        return doer, None
    return doer or attack.attacker, attack.target


def _by_killer(units: list[Unit], at: int) -> bool:
    """Whether a casualty verb or an attack stands shortly before "by": "were killed by Hamas militants"."""
    return any(u.cls in "pijk" or "neutral_attack" in u.senses for u in units[max(0, at - 5) : at])


def _subject_side(units: list[Unit], verb: int, stop: str = "") -> str | None:
    """The side named by the subject of a verb: the last one before it in its clause, if it heads the clause."""
    for i in range(verb - 1, max(-1, verb - 14), -1):
        unit = units[i]
        if unit.cls in ';.:"cur,-' + stop:  # "which Hamas said | killed 12": the speaker is not the doer
            return None
        if unit.cls in "RS" and unit.entry is not None and unit.entry.side:
            if i > 0 and (units[i - 1].cls == "/" or (units[i - 1].cls == "t" and i > 1 and units[i - 2].cls == "/")):
                continue
            if (
                unit.cls == "R"
                and not (i + 1 < len(units) and (units[i + 1].cls in "vVYDE" or units[i + 1].senses & ATTACKING))
                and not unit.low.endswith("s")
            ):
                continue
            return unit.entry.side
    return None


def _in_relative(units: list[Unit], place: int, number: int) -> bool:
    """Whether a place stands in a relative clause of its own ("Hamas, which is banned in the UK,")."""
    i = place
    while i > 0 and units[i].cls not in ",;.":
        i -= 1
    if i + 1 >= len(units) or units[i].cls != "," or units[i + 1].low not in ("which", "who", "where"):
        return False
    end = place
    while end < len(units) and units[end].cls not in ",;.":
        end += 1
    return not i < number < end


def _name_at(units: list[Unit], at: int) -> str:
    """The whole name of which a unit is the first or a later word: "the Black | Sea"."""
    words = [units[at].text]
    i = at - 1
    while i >= 0 and units[i].cls == "X" and units[at].cls == "X":
        words.insert(0, units[i].text)
        i -= 1
    i = at + 1
    while i < len(units) and units[i].cls == "X" and units[at].cls == "X":
        words.append(units[i].text)
        i += 1
    return " ".join(words)


def place_of(
    units: list[Unit], at: int, end: int, spoken: tuple[int, int] = (0, 0), memory: Memory | None = None
) -> tuple[str, str | None] | None:
    """The place of a clause as written, with its country: the nearest after the number, else the nearest before.

    `spoken` are units that tell where the source speaks ("In Geneva the UN said"), which is not where people died.
    """
    found: list[tuple[int, str, str | None]] = []
    for i, unit in enumerate(units):
        if unit.cls not in "ASX" or i == 0 or spoken[0] <= i < spoken[1]:
            continue
        back = i - 1
        while back > 0 and units[back].cls in "tAXJRm" and i - back < 4:
            back -= 1
        if units[back].cls not in "/h" or units[back].low not in IN_PLACE:
            if not (units[back].cls == "/" and units[back].low.endswith(" of")) and not (
                units[back].cls == "F"
                and back > 1
                and units[back - 1].cls in "xEX"
                and any(u.cls == "/" for u in units[max(0, back - 4) : back - 1])
            ):
                continue
        if back > 0 and units[back - 1].cls == "c" and units[back].cls == "/":
            continue
        if unit.cls == "S" and (unit.entry is None or unit.entry.place_country is None):
            continue
        if unit.cls == "S" and i + 2 < len(units) and units[i + 1].cls == "'" and units[i + 2].cls not in "AX":
            continue
        country = unit.entry.place_country if unit.entry is not None else None
        if unit.cls == "X" and units[back].low not in ("in", "at", "near", "outside"):
            continue
        if unit.cls == "X" and i + 1 < len(units) and units[i + 1].cls in "vVDYcE":
            continue
        distance = i - end if i >= end else (at - i) * 2
        if any(u.cls in ";." for u in units[min(i, end) : max(i, at)]):
            distance += 20
        if country is None:
            distance += 6
        if _in_relative(units, i, at):
            distance += 12
        found.append((distance, _name_at(units, i), country))
    if not found:
        return None
    found.sort(key=lambda item: item[0])
    text = found[0][1]
    country = found[0][2] or next((c for _, _, c in found if c), None)
    if memory is not None and country is not None and memory.places[country] <= 2:
        # A name that stands in two countries ("the Yarmouk district of Khartoum") is where the rest of the text is.
        home = memory.home()
        if any(c == home for _, _, c in found):
            country = home
    return text, country
