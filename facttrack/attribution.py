"""The attributions of a sentence, by the first rule that finds each."""

from __future__ import annotations

from facttrack.accounts import (
    HAVING,
    OWNED_SENSES,
    account_by,
    as_it_has,
    by_account,
    comes_from,
    figure_given,
    from_according,
    from_citing,
    from_origin,
    in_telling,
    is_account,
    pointed_at,
    rejected_claim,
    tally_of,
    whose_own,
)
from facttrack.cues import FIRST_PERSON, from_gap, from_gerund, subject_cue, that_clause, verb_with_by
from facttrack.governing import FINDING
from facttrack.labels import from_label, from_signature, in_brackets
from facttrack.memory import OF_SPEAKER, Actor, Memory
from facttrack.scene import Attribution, Scene, actor_from
from facttrack.subjects import SPEAKERS
from facttrack.units import Reading

__all__ = ["find_attributions"]

CUE_CLASSES = frozenset(">^cG:-r(")
CUE_WORDS = frozenset({"on", "from", "whose own"}) | HAVING
CUE_SENSES = frozenset({"according", "via", "cue", "tally_noun", "document_role", "account"})
"""What a unit must have of these, or be a word after a closing quotation mark, to be a cue."""
MAX_CREW = 9
"""Units between who speaks and those who count for him: "asserted in a statement from London | that their fighters"."""
CLAIMS_TO = frozenset(["claim to have", "claims to have", "claim to have counted"])
"""Nouns for a claim with the verb that follows: "the rebels' | claim to have killed 40"."""


def find_attributions(reading: Reading, actors: list[Actor], memory: Memory) -> list[Attribution]:
    """The attributions of a sentence in text order.

    Covers: "X said …", "…, X said", "…, said X", "according to X", "X, who …, told Reuters", "by X's count",
    "RIA said, citing X", "X, whose own estimate of …", "adding that …", "X: …", "… – X".
    Must not: "X said nothing", "the tank was said to be hit".
    """
    scene = Scene(reading, reading.units, actors, {actor.first: actor for actor in actors}, memory)
    before = ""
    for at, unit in enumerate(reading.units):
        cls = unit.cls
        if (
            cls in CUE_CLASSES
            or (unit.entry is not None and (unit.low in CUE_WORDS or not unit.senses.isdisjoint(CUE_SENSES)))
            or (before == '"' and cls == "x")
            or (cls == "/" and unit.low == "in" and reading.classes[at + 1 : at + 2] == "s")
            or (cls == "0" and scene.found and scene.found[-1].last < at)
        ):
            made = _attribution_at(scene, at)
            if made is None and (not unit.senses.isdisjoint(OWNED_SENSES) or unit.low in CLAIMS_TO):
                made = tally_of(scene, at) or pointed_at(scene, at) or from_origin(scene, at)
            if made is not None:
                _add(scene, made)
            if "deny" in unit.senses:
                claimed = rejected_claim(scene, at)
                if claimed is not None:
                    _add(scene, claimed)
        before = cls
    _credit_first_person(scene.found)
    return scene.found


def _attribution_at(scene: Scene, at: int) -> Attribution | None:
    """The attribution whose cue stands at a unit; the first rule that fits the cue decides, even if it finds none."""
    unit, units = scene.units[at], scene.units
    cls, senses = unit.cls, unit.senses
    if cls == ">" or ("according" in senses and cls != "c"):
        return from_according(scene, at) or verb_with_by(scene, at)
    if "via" in senses and at + 1 < len(units):
        return from_citing(scene, at)
    if cls == "^" and is_account(units, at) and actor_from(scene, at + 1) is not None:
        return account_by(scene, at)
    if cls == "^" or unit.low == "on":
        return by_account(scene, at)
    if unit.low == "in":
        return in_telling(scene, at)
    if cls == "x" and at and units[at - 1].cls == '"' and unit.low.endswith("ed") and at + 1 in scene.starts:
        actor = scene.starts[at + 1]  # “…,” sobbed X
        return Attribution(actor, at, actor.last, forward=False, backward=True, rule="said")
    if cls == "c" or "cue" in senses:
        return subject_cue(scene, at)
    if cls == "G":
        return from_gerund(scene, at)
    if unit.low in HAVING:
        return as_it_has(scene, at)
    if unit.low == "from":
        return comes_from(scene, at)
    if cls == "(":
        return in_brackets(scene, at)
    if unit.low == "whose own":
        return whose_own(scene, at)
    if at == 0:
        return None
    if cls == "0":
        return from_gap(scene, at) if scene.found else None
    if cls == ":":
        return from_label(scene, at) or figure_given(scene, at) or from_signature(scene, at)
    if cls == "-":
        return from_signature(scene, at)
    if cls == "r" and unit.low == "that":
        return that_clause(scene, at)
    return None


def _add(scene: Scene, made: Attribution) -> None:
    """Add an attribution whose source is usable and which does not repeat the last; its source is the last speaker."""
    found, memory = scene.found, scene.memory
    last = found[-1] if found else None
    pronoun = made.actor.pronoun
    adds = made.backward and any(u.low == "added" for u in scene.units[made.actor.last : made.last])
    made.actor = memory.resolve(made.actor, adds)
    if (
        pronoun in ("it", "they", "he")
        and last is not None
        and last.actor.source == made.actor.source
        and not last.actor.pronoun
        and made.actor.text.lower() not in ("we", "i")
    ):
        made.actor = last.actor  # "the Observatory said it had confirmed 502"
    if not _is_usable(made.actor) and not (made.rule == "said" and made.actor.document and made.actor.first == 0):
        return  # but "The indictment | says that 12 were killed"
    if (
        last is not None
        and last.actor.first == made.actor.first
        and last.rule == made.rule
        and last.last >= made.first - 1
        and (last.forward or not made.forward)
    ):
        return
    if last is not None and _is_crew(scene, last, made):
        return
    if made.actor.order == (0, 0):
        made.actor.order = (memory.sentence, made.actor.first)
    found.append(made)
    if not (made.rule == "label" and made.actor.person and made.actor.text.isupper() and not scene.reading.capitals):
        memory.speakers.append(made.actor)  # whoever speaks in a transcript is not "he"
    memory.remember(made.actor)


def _is_crew(scene: Scene, last: Attribution, made: Attribution) -> bool:
    """Whether those who count do it for who has just spoken of them, and who stays the source.

    Covers: "the Tigers said that | their fighters had counted 208 bodies", "according to WHO, | burial teams had
    collected 2,000". Must not: "the army said that | the UN mission had counted 12".
    """
    actor, units = made.actor, scene.units
    if not last.forward or last.rule not in ("said", "according_to", "that_clause") or made.actor.named:
        return False
    gap = units[last.last : actor.first]
    if len(gap) > MAX_CREW or any(u.cls in "cbfwpijgy;.:0" for u in gap) or made.admits:
        return False
    if actor.first < last.last or last.actor.kind in (None, "witness") or (last.actor.media and not last.actor.side):
        return False
    counts = made.counts or (made.last and units[made.last - 1].low in FINDING)
    own = units[actor.first].cls == "s" or (actor.pronoun == "they" and last.actor.plural)
    many = actor.plural or (actor.kind == "emergency" and actor.head.endswith("s"))
    return bool(counts) and (own or (many and actor.kind in ("military", "emergency", "witness")))


def _is_usable(actor: Actor) -> bool:
    return bool(actor.kind in SPEAKERS or actor.side or actor.named or actor.pronoun or actor.head)


def _credit_first_person(found: list[Attribution]) -> None:
    """The speaker who is named for the one who says "we" or "our": “By our count, 35 died,” X told AP."""
    named = [a for a in found if not _is_first_person(a.actor)]
    if not named or len(named) == len(found):
        return
    for attribution in found:
        if _is_first_person(attribution.actor):
            attribution.actor = named[-1].actor


def _is_first_person(actor: Actor) -> bool:
    low = actor.text.lower()
    return low in FIRST_PERSON or low.partition(" ")[0] in OF_SPEAKER
