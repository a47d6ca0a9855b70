"""Whose the victims are, and for whom a source speaks, where no word tells it, by signs: see `weighed`.

The rules name the country of the place, of the source, or of the text, in an order that is right six times of seven.
Which of the sides that a text names it is, is weighed once more here: where each was named last, and how, whether it
attacks, speaks or is hit, and whose the victims and the sources before were. What the rule says is the heaviest sign.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from facttrack.actors import attacks
from facttrack.attacks import attack_of
from facttrack.bands import are_rebels
from facttrack.candidates import Mention
from facttrack.classes import CIVILIANS
from facttrack.drafts import Draft
from facttrack.lexicon import lexicon
from facttrack.looks import Look, sits_there
from facttrack.memory import ALOOF, ARMED_GROUPS, Actor, Memory
from facttrack.names import states_of
from facttrack.owners import FIGHTERS, OWN_ARMY
from facttrack.parties import Known, Victims, fights
from facttrack.silence import Silence
from facttrack.weighed import weight_of

__all__ = [
    "SIDE",
    "SPEAKER",
    "UNSAID",
    "WEIGHED_RULES",
    "Signed",
    "side_signs",
    "speaker_signs",
    "unsaid_signs",
    "weigh_side",
    "weigh_speaker",
    "weigh_unsaid",
]

SIDE, SPEAKER, UNSAID = "victim_side", "source_side", "unsaid_side"
"""The decisions whether victims are of a side, whether a source speaks for one, and whether it is about the losses of
one that a silence or denial is."""
WEIGHED_RULES = frozenset(
    ["home", "place", "source_home", "own_army", "own_emergency", "insurgents", "not_the_attacker", "group_in_text"]
) | {"target", "", "unknown"}
"""Rules by which no word tells whose the victims are."""
LOCATING = frozenset("in at near on from outside around across".split())
"""Prepositions of a place at which something can have happened."""
BACK = 3
"""Sentences back to which it counts how far off a side was named."""
REACH = 12
"""Sentences back to which a side is looked for in a paragraph."""
SHARES = ((0.0, "none"), (0.15, "little"), (0.3, "some"), (0.5, "much"))
"""How much of something is of one side: up to which part."""

Naming = tuple[str, int, bool, bool]
"""A side or country that a sentence names: by which unit, whether by a place where something can happen, whether it
attacks."""
Told = tuple[Memory, Sequence[Draft]]
"""Whom a text has named, and its claims so far."""
Signed = tuple[str | None, list[str]]
"""A side, or none, and the signs for it."""


def weigh_side(
    looks: Sequence[Look], look: Look, mention: Mention, victims: Victims, known: Known, drafts: Sequence[Draft]
) -> str | None:
    """The side of the victims that the signs speak for most; that of the rule where nothing is known of them.

    What is named of a breakaway republic are places of another state, so the signs know it badly.
    """
    own = known.source_side is not None and victims.side == known.source_side and mention.voice != "active"
    if own and victims.side in lexicon().lands:
        return victims.side
    if own and victims.rule == "place" and not known.carried_place and known.place is not None:
        seat = lexicon().match([known.place[0]], [known.place[0].lower()], 0, False)
        if seat is None or seat[0].side_role != "capital":
            return victims.side  # "Rwanda reported 16 civilians killed in Gisenyi", in a text about Goma
    side = _heaviest(SIDE, side_signs(looks, look, mention, victims, known, drafts), victims.side)
    head = look.reading.units[mention.group.head].low if mention.group.head is not None else ""
    if (
        side == known.source_side
        and (head in OWN_ARMY or head.startswith("police"))
        and side in lexicon().groups
        and _rules_nothing(side)
    ):
        return known.memory.enemy_of(side)  # "Boko Haram said 12 soldiers had died", who are not its own
    return side


def weigh_speaker(
    looks: Sequence[Look],
    look: Look,
    source: Actor,
    at: int,
    place: str | None,
    told: Told,
) -> str | None:
    """The side for which a source speaks that the signs speak for most; its own where nothing is known of them.

    `at` is the unit of the number, `place` the country of its place.
    """
    side = _heaviest(SPEAKER, speaker_signs(looks, look, source, at, place, told), source.side)
    words = look.reading.units[source.first : source.last]
    if side not in lexicon().groups and words and not source.pronoun and are_rebels(words):
        return source.side  # "the guerrillas", who speak for no state
    return side


def weigh_unsaid(
    looks: Sequence[Look], look: Look, silence: Silence, source_side: str | None, rule: str | None, told: Told
) -> str | None:
    """Whose losses a silence or denial is about, as far as the signs tell; `rule` is what the rules say."""
    return _heaviest(UNSAID, unsaid_signs(looks, look, silence, source_side, rule, told), rule)


def _heaviest(decision: str, signed: Iterable[Signed], rule: str | None) -> str | None:
    """The side whose signs have the highest sum; that of the rule where no sign has a weight."""
    best, most = rule, None
    for side, signs in signed:
        weight = weight_of(decision, signs)
        if weight is not None and (most is None or weight > most):
            best, most = side, weight
    return best


def side_signs(
    looks: Sequence[Look], look: Look, mention: Mention, victims: Victims, known: Known, drafts: Sequence[Draft]
) -> Iterator[Signed]:
    """Each side that a text names, and none of them, with the signs for its being the victims'."""
    memory, source = known.memory, known.source
    kind = (source.kind or "unknown") if source is not None else "outlet"
    sort, rule, own = _sort(look, mention, victims), victims.rule or "unknown", known.source_side
    stance = victims.stance or "no stance"
    attacker, target = attack_of(look.reading.units, mention)
    enemy, near = memory.enemy_of(own), known.near_home()
    scene = _scene_at(looks, look, mention.group.first, memory)
    counts = [draft for draft in drafts if draft.kind == "count"]
    before = counts[-1] if counts else None
    theirs = Counter(draft.victims.side for draft in counts)
    alike = next((draft for draft in reversed(counts) if draft.victims.victim_class == sort), None)
    told = next((draft for draft in reversed(counts) if draft.side == own), None)
    placed = rule == "place" and not known.carried_place
    kin = _kin_among(look, mention, drafts)
    says = ["rule says so", f"rule {rule}", f"rule says so, {sort}"]
    none = ["none", f"none, {sort}", f"none, rule {rule}", f"none, source {kind}", f"none, {stance}"]
    yield None, none + (says if victims.side is None else [])
    for side in scene.sides(own, victims.side, attacker, target, known.country, enemy, near):
        if side == attacker and side != victims.side:
            continue  # "Israeli troops opened fire on stone-throwers, killing | two of them"
        if placed and side == memory.dateline and side not in (own, victims.side) and memory.places[side] == 0:
            continue  # "LONDON — 150 people were killed in | Plateau state, Amnesty said"
        if sort == "civilian" and lexicon().groups.get(side, ("", ()))[0] in ARMED_GROUPS:
            continue  # "killed 44 al-Shabaab fighters and | nine civilians"
        if side == kin:
            continue  # "two Indians were among the | 700 people killed" by a wave in Thailand
        if side in ALOOF and side != victims.side and sort != "combatant":
            continue  # "UNAMA documented 142 casualties (67 | deaths)": they are nobody's who only counts them
        if side == own and victims.stance == "enemy":
            continue  # "18,000 | enemy soldiers", said by Eritrea
        rose = rule == "insurgents" and stance != "enemy" and side not in known.words.groups
        if rose and not (own and fights(own, side, known.words)):
            continue  # no country's people are those who rise against it
        what = _sort_of_side(side)
        signs = [f"{what}, {sort}", f"{what}, {stance}", f"{what}, source {kind}", *scene.signs(side, what, sort)]
        add = signs.append
        if side in scene.theatres:
            signs += [f"theatre, {sort}", "theatre, source" if side == own else "theatre"]
        elif side in scene.abroad:
            add(f"fights abroad, {sort}")
        signs += says if side == victims.side else []
        for name, country in (("near home", near), ("attacker", attacker)):
            signs += [name, f"{name}, {sort}"] if side == country else []
        if side == target:
            add("target")
        if attacker and side != attacker and fights(attacker, side, known.words):
            add("fights the attacker")
        if side == own:
            voice = "active" if mention.voice == "active" else "passive"
            signs += [f"source {kind}, {sort}", f"source, {voice}", f"source, {what}", f"source, {stance}"]
            signs += [f"source, {mention.outcome}", *(["source admits"] if known.admits else [])]
        elif own and fights(own, side, known.words):
            signs += [f"enemy of {kind}, {sort}", f"enemy, {stance}", f"enemy, active {mention.voice == 'active'}"]
        if side == enemy:
            add(f"the enemy, {sort}")
        if side == known.country:
            of_source = "own" if side == own else "of nobody" if own is None else "of others"
            signs += [f"place, {sort}", f"place carried {known.carried_place}", f"place, source {kind}"]
            signs += [f"place {of_source}", f"place {of_source}, {sort}"]
        if before is not None and before.victims.side == side:
            same = before.mention is not None and before.mention.outcome == mention.outcome
            signs += [
                "before",
                f"before, same sort {before.victims.victim_class == sort}",
                f"before, same source {before.side == own}",
                f"before, same outcome {same}",
                f"before, sentences {min(BACK, look.number - before.look.number)}",
            ]
        if alike is not None and alike.victims.side == side:
            add("of the same sort before")
        if told is not None and told.victims.side == side:
            signs += ["of the same source before", f"of the same source before, {sort}"]
        if counts:
            add(f"of those before {_share(theirs[side] / len(counts))}")
        yield side, signs


def _kin_among(look: Look, mention: Mention, drafts: Sequence[Draft]) -> str | None:
    """The side of those who were among the people counted now, as few are told by it who are all of one."""
    last = drafts[-1] if drafts and drafts[-1].look is look else None
    if last is None or last.mention is None or last.mention.rule != "among_several" or last.victims.rule != "named":
        return None
    return last.victims.side if last.victims.victim_class != "combatant" and not mention.part else None


def _sort(look: Look, mention: Mention, victims: Victims) -> str:
    """What sort of people are counted: those of an army or police, fighters, else their class."""
    head = look.reading.units[mention.group.head].low if mention.group.head is not None else ""
    if head in OWN_ARMY or head.startswith("police"):
        return "army"
    return "fighters" if head in FIGHTERS else victims.victim_class


def speaker_signs(
    looks: Sequence[Look],
    look: Look,
    source: Actor,
    at: int,
    place: str | None,
    told: Told,
) -> Iterator[Signed]:
    """Each side that a text names, and none of them, with the signs for a source's speaking for it."""
    memory, drafts = told
    kind, head = source.kind or "unknown", source.head.split()[-1] if source.head else "-"
    manner = "named" if source.named else "definite" if source.definite else "plain"
    scene = _scene_at(looks, look, at, memory)
    earlier = [draft for draft in drafts if draft.actor is not None]
    before = earlier[-1] if earlier else None
    spoken = Counter(draft.side for draft in earlier)
    same = next((draft for draft in reversed(earlier) if draft.actor and draft.actor.head == source.head), None)
    counted = next((draft for draft in reversed(drafts) if draft.kind == "count"), None)
    says = ["rule says so", f"rule says so, {kind}", f"rule says so, {manner}", f"rule says so, local {source.local}"]
    says += [f"rule says so, head {head}"]
    none = ["none", f"none, {kind}", f"none, {manner}", f"none, head {head}", f"none, local {source.local}"]
    none += ["none, plural"] if source.plural else []
    yield None, none + (["rule says none", f"rule says none, {kind}"] if source.side is None else [])
    attacking = {side for side, _, _, attacking in _named(look) if attacking} if source.side is not None else set()
    bearers = states_of(source.source) if source.named and source.person else frozenset[str]()
    for side in scene.sides(source.side, place):
        if side in attacking and side != source.side:
            continue  # "An Israeli strike killed three soldiers near Tyre, | the army said"
        what = _sort_of_side(side)
        if what == "group" and source.local and side != source.side and _rules_nothing(side):
            continue  # "M23 overran a base; | the government said"
        signs = [f"{what}, {kind}", f"{what}, {manner}", f"{what}, head {head}", *scene.signs(side, what, kind)]
        signs += says if side == source.side else []
        signs += ["place", f"place, {kind}", f"place, {manner}"] if side == place else []
        if bearers and what == "state":
            bears = side in bearers
            signs += [f"bears its names {bears}", f"bears its names {bears}, {kind}"]
            signs += ["bears its names, not the rule's"] if bears and source.side not in bearers else []
        if before is not None and before.side == side:
            gap = min(BACK, look.number - before.look.number)
            signs += ["spoke before", f"spoke before, {kind}", f"spoke before, {manner}", f"spoke {gap} before"]
        if same is not None and same.side == side:
            signs += ["same word before", f"same word before, {kind}"]
        if counted is not None and counted.victims.side == side:
            signs += ["victims before", f"victims before, {kind}"]
        if earlier:
            signs.append(f"of those who spoke {_share(spoken[side] / len(earlier))}")
        yield side, signs


def unsaid_signs(
    looks: Sequence[Look], look: Look, silence: Silence, source_side: str | None, rule: str | None, told: Told
) -> Iterator[Signed]:
    """Each side that a text names, and none of them, with the signs for a silence or denial about its losses."""
    memory, drafts = told
    words = look.reading.units[silence.first : silence.last + 2]
    lows = {unit.low for unit in words}
    about = "civilians" if lows & CIVILIANS else "its own" if any(unit.cls == "s" for unit in words) else "figures"
    kind = silence.subject.kind or "unknown" if silence.subject is not None else "nobody"
    counts = [draft for draft in drafts if draft.kind == "count"]
    before = counts[-1] if counts else None
    theirs = Counter(draft.victims.side for draft in counts)
    others = next((draft for draft in reversed(counts) if draft.side != source_side), None)
    enemy = memory.enemy_of(source_side)
    sort = f"{silence.kind} {about}"
    scene = _scene_at(looks, look, silence.first, memory)
    none = ["none", f"none, {sort}", f"none, source {kind}", f"none, by {silence.rule}"]
    yield None, none + (["rule says none", f"rule says none, {sort}"] if rule is None else [])
    for side in scene.sides(source_side, rule, enemy):
        what = _sort_of_side(side)
        signs = [f"{what}, {sort}", f"{what}, source {kind}", *scene.signs(side, what, sort)]
        if side == rule:
            signs += ["rule says so", f"rule says so, {sort}", f"rule says so, by {silence.rule}"]
            signs.append(f"rule says so, source {kind}")
        if side == source_side:
            signs += ["source", f"source, {sort}", f"source {kind}", f"source {what}", f"source, by {silence.rule}"]
        elif source_side and fights(source_side, side, lexicon()):
            signs += ["enemy", f"enemy, {sort}", f"enemy of {kind}"]
        for word, draft in (("before", before), ("others' before", others)):
            if draft is not None and draft.victims.side == side:
                gap = min(BACK, look.number - draft.look.number)
                signs += [word, f"{word}, {sort}", f"{word}, {draft.victims.victim_class}", f"{word}, {gap} ago"]
                signs.append(f"{word}, said by the source {draft.side == source_side}")
        if counts:
            signs.append(f"of those before {_share(theirs[side] / len(counts))}")
        yield side, signs


def _scene_at(looks: Sequence[Look], look: Look, at: int, memory: Memory) -> _Scene:
    """What a text has named up to a unit of a sentence; the last that was asked for is kept, since two ask for each."""
    if not isinstance(look.scene, _Scene) or look.scene.at != at:
        look.scene = _Scene(looks, look, at, memory)
    return look.scene


class _Scene:
    """Which sides and countries a text has named up to a unit of a sentence, and where."""

    def __init__(self, looks: Sequence[Look], look: Look, at: int, memory: Memory) -> None:
        self.look, self.memory, self.at = look, memory, at
        namings = [
            (one, naming)
            for one in looks[max(0, look.number - REACH) : look.number + 1]
            for naming in _named(one)
            if one is not look or naming[1] < at
        ]
        self.names: dict[str, tuple[int, int]] = {}
        self.places: dict[str, tuple[int, int]] = {}
        self.attacking = {side for _, (side, _, _, attacking) in namings if attacking}
        for one, (side, unit, place, _) in namings:
            self.names[side] = one.number, unit
            if place:
                self.places[side] = one.number, unit
        here = [naming for one, naming in namings if one.sentence.paragraph == look.sentence.paragraph]
        self.here = Counter(side for side, _, _, _ in here)
        self.placed_here = {side for side, _, place, _ in here if place}
        self.behind = {side for side, unit, _, _ in _named(look) if unit >= at}
        self.last_name, self.last_place = (
            max(self.names.values(), default=None),
            max(self.places.values(), default=None),
        )
        self.all_sides, self.all_places = sum(memory.sides.values()) or 1, sum(memory.places.values()) or 1
        self.most = max(memory.sides.values(), default=0)
        self.home, self.scene = memory.home(), memory.scene()
        fighting = frozenset(memory.sides)
        wars = [(war, where) for war, where in lexicon().theatres.items() if war <= fighting]
        self.theatres = {where for _, where in wars}
        self.abroad = {side for war, where in wars for side in war if side != where}

    def sides(self, *others: str | None) -> list[str]:
        """All sides and countries that the text names, and some others, in order."""
        memory = self.memory
        named = {*memory.sides, *memory.places, *memory.named, memory.dateline, self.look.headed, self.home, *others}
        return sorted(side for side in named if side)

    def signs(self, side: str, what: str, sort: str) -> list[str]:
        """Where and how often the text names a side; `sort` is of what it might be the side."""
        memory, look = self.memory, self.look
        share, name = _share(memory.sides[side] / self.all_sides), _since(self.names.get(side), look)
        place = _since(self.places.get(side), look)
        signs = [
            f"named {share}",
            f"named {share}, {what}, {sort}",
            f"places {_share(memory.places[side] / self.all_places)}",
            f"named {name}",
            f"named {name}, {what}",
            f"place {place}",
            f"place {place}, {sort}",
        ]
        for word, true in (
            ("home", side == self.home),
            ("scene", side == self.scene),
            ("dateline", side == memory.dateline),
            ("headed", side == look.headed),
            ("named last", self.last_name is not None and self.names.get(side) == self.last_name),
            ("place last", self.last_place is not None and self.places.get(side) == self.last_place),
            ("behind", side in self.behind),
        ):
            signs += [word, f"{word}, {sort}"] if true else []
        if self.here[side]:
            signs += ["in the paragraph", f"in the paragraph, most {self.here[side] == max(self.here.values())}"]
        signs += ["place in the paragraph"] if side in self.placed_here else []
        signs += ["attacks before"] if side in self.attacking else []
        return [*signs, "named most"] if memory.sides[side] == self.most else signs


def _named(look: Look) -> list[Naming]:
    """The sides and countries that a sentence names."""
    if look.named is None:
        units = look.reading.units
        look.named = []
        for i, unit in enumerate(units):
            entry = unit.entry
            if entry is None:
                continue
            if unit.cls in "RSBP" and entry.side and not sits_there(units, i):
                look.named.append((entry.side, i, False, attacks(units, i)))
            if unit.cls in "AS" and entry.place_country and not sits_there(units, i):
                placed = unit.cls == "A" or (i > 0 and units[i - 1].low in LOCATING)
                if placed:
                    look.named.append((entry.place_country, i, True, False))
    return look.named


def _sort_of_side(side: str) -> str:
    """Whether a side is a group of the table, stands aloof from wars, or is a state."""
    return "group" if side in lexicon().groups else "aloof" if side in ALOOF else "state"


def _rules_nothing(side: str) -> bool:
    """Whether a group of the table is an armed one that has no ministries and no police."""
    return lexicon().groups[side][0] in ARMED_GROUPS and side not in lexicon().lands


def _since(where: tuple[int, int] | None, look: Look) -> str:
    """How many sentences ago something was named."""
    return f"{min(BACK, look.number - where[0])} ago" if where is not None else "never"


def _share(part: float) -> str:
    for most, name in SHARES:
        if part <= most:
            return name
    return "most"
