"""From a document to its claims: the spine of the extraction, one numbered step after the other."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from facttrack.asides import end_of_aside
from facttrack.attacks import attack_of, fights_rebels
from facttrack.believed import speaks_of_harm
from facttrack.bereaved import bereaved_by
from facttrack.candidates import Mention
from facttrack.classes import MEN
from facttrack.columns import SEPARATOR
from facttrack.cues import FIRST_PERSON
from facttrack.drafts import STAGES, Draft, claim_of, confidence_of, find_spans, link_parts, link_sums, name_drafts
from facttrack.going_on import are_joined, gone_on_with, of_same_army, of_those_told_of, the_same
from facttrack.governing import find_subject, govern, quoted_behind_colon
from facttrack.issuers import give_turns
from facttrack.lexicon import Lexicon, lexicon
from facttrack.looks import (
    LISTED,
    MAX_ANSWERED,
    MAX_QUOTATION,
    Look,
    give_headings,
    near_home,
    read_document,
)
from facttrack.memory import ALOOF, Actor, Memory, is_we
from facttrack.models import Claim, Document, Span
from facttrack.owners import OWN_ARMY
from facttrack.parties import Known, Victims
from facttrack.periods import Period, find_period, is_incident_report, is_war_report, tells_of_day, tells_since
from facttrack.places import Place, fronted, place_after, place_of, place_there
from facttrack.pointers import find_pointer, find_reporter, may_point, may_report, repeats_figure
from facttrack.scene import IMPARTIAL, Attribution
from facttrack.silence import Silence, find_silences, tells_ahead
from facttrack.silence_sides import whose_losses
from facttrack.sureness import confidence_of_count
from facttrack.tellers import find_teller
from facttrack.tolls import BRINGING, outcome_of_those
from facttrack.topics import asks_how_many
from facttrack.units import Unit
from facttrack.victims import breaks_down, describe_victims
from facttrack.voices import STATE_KINDS, is_mere_source
from facttrack.weighed_sides import WEIGHED_RULES, weigh_side, weigh_speaker, weigh_unsaid
from facttrack.weighed_sources import WEIGHED, is_doubted, weigh_source

__all__ = ["STAGES", "find_claims", "find_drafts"]

OPENING = 2
"""Sentences at the beginning that tell what a text is about."""
ADDING_UP = frozenset("bringing taking raising lifting pushing driving".split())
"""Words that begin a clause with a total: "bringing the toll since May to 40"."""
NEAR = 1
"""Sentences back to the attack or accident that a claim without words of time is of."""
INCIDENT_SIZE = 100
"""A smaller figure without words of time is of one incident: so it is in four of five annotated ones."""
SMALL_TEXT = 360
"""Below this largest figure a text is of one incident, whose toll "so far" it tells."""
LARGE_FIGURE = 500
"""From which a figure without words of time is a running total in a report of a war."""
TEXT_INCIDENT_SIZE = 500
"""The same in a text that has figures of incidents, and no more of totals: so are four of five."""
MIDDLING = 1_200
"""Below which a figure goes with those of incidents around it, where the text is of no one disaster."""
WAR_TOTAL = 3000
"""A figure as large as this, without words of time or of an attack in its clause, is of the war so far: so are three of
four that no heading gives to one disaster."""
FAR_FROM = frozenset("weighed carried counted_people tally".split())
"""Rules of mentions that no word ties to the figure before, two sentences behind which they are of their own side."""
MAX_REPORTED = 3
"""Sentences behind a figure in which one may say who reported it."""
ITEM = re.compile(r"[^.:]{2,40}: \S")
"""How a sentence begins that is one more item of a line of a list: "Children: 468 killed"."""
MAX_LIST = 30
"""Lines back to the heading of a list."""
ASKED = frozenset({"asked", "asked about", "pressed", "questioned"})
"""With which a sentence begins that tells what somebody is asked."""
TOTALS = frozenset({"toll", "tally", "own_tally", "number_of"})
"""Rules of mentions that can be such a total."""
MAX_NAMED = 5
"""Units from "reports of" to a figure that is called false, and from there to the word that calls it so."""
STATE_REACH = 8
"""Sentences back to the one that opens with the state whose ministry speaks; a text may be one long paragraph."""
DOMESTIC = frozenset("police governor mayor administrator councillor magistrate prosecutor prosecutors".split()) | {
    *("health ministry", "interior ministry", "health minister", "health officials", "civil defence", "fire service"),
    *("local official", "local officials", "police official", "police officials", "security officials"),
    *("state media", "state television", "state news agency"),
}
"""Heads and last words of heads of those who speak of what happens in their own country."""
ABROAD = ("army", "military", "ministry", "defence", "defense", "forces", "navy", "spokesman")
"""Ends of the heads of those who tell of a state's soldiers abroad."""
MAX_TO_THOSE = 2
"""Sentences from "two of the wounded" back to those of whom they are, over the end of a paragraph."""
MAX_FRONTED = 6
"""Units from the beginning of a sentence to the comma behind the place with which it begins."""
OF_ONE = frozenset(["part", "coordinate", "predicate_part"])
"""Rules of mentions that whoever told the figure before has told."""
BESIDE = frozenset(["predicate", "postposed"])
"""The same of those that go with it, if whoever told it spoke in a sentence before: "One died and | six were hurt"."""
CONTINUING = frozenset("also too further another additional".split())


def find_claims(document: Document) -> list[Claim]:
    """Every casualty claim of a document, in text order.

    A sentence that a text repeats word for word yields its claims once.

    >>> claim, = find_claims(Document("a.txt", "About 400 Russian soldiers were killed, Ukraine's army said."))
    >>> claim.number_text, claim.best, claim.qualifier, claim.outcome, claim.victims, claim.victim_side
    ('About 400', 400, 'approximate', 'killed', 'Russian soldiers', 'Russia')
    >>> claim.source, claim.source_side
    ("Ukraine's army", 'Ukraine')
    """
    drafts, _, _ = find_drafts(document)
    if not drafts:
        return []
    # 5. Rows.
    document_id = document.document_id
    name_drafts(document_id, drafts)
    return [claim_of(document, document_id, draft) for draft in drafts]


def find_drafts(document: Document) -> tuple[list[Draft], list[Look], Memory]:
    """The claims of a document before they are rows, its sentences, and whom it named."""
    words = lexicon()
    # 1. Sentences, tokens and classes; what each says of people, cues and casualties.
    memory = Memory(published=document.published)
    looks = read_document(document, words, memory)
    if not looks:
        return [], looks, memory
    give_turns(looks, document.text, memory)
    give_headings(looks)
    opening = [document.title or "", *(look.sentence.text for look in looks[:OPENING])]
    of_incident = any(map(is_incident_report, opening))
    drafts: list[Draft] = []
    for look in looks:
        if look.mentions:
            near = (one.sentence.text for one in looks[max(0, look.number - NEAR) : look.number + 1])
            memory.incident = of_incident or any(map(is_incident_report, near))
        # 2. Numbers of casualties, with the attribution that governs each.
        drafts += _counts(looks, look, drafts, memory, words)
        # 3. Silence and denial; a number inside one ("has not given a number of dead") is no count.
        silences = _silences(looks, look, drafts, memory, words) if look.silent else []
        silences = [s for s in silences if s.rules != [WEIGHED] or not _counts_within(drafts, s)]
        covered = [(s.first, _reach(s)) for s in silences if s.kind == "no_count"]
        if covered:
            drafts = [d for d in drafts if d.look is not look or not any(a <= d.first < b for a, b in covered)]
        denials = [s for s in silences if s.kind == "denial"]
        if denials:  # a number that only a denial names is nobody's: "dismissed reports that 300 had died"
            drafts = [d for d in drafts if d.look is not look or not any(_only_denied(d, s) for s in denials)]
        drafts += silences
    if drafts and all(draft.kind != "count" for draft in drafts) and not speaks_of_harm(looks):
        drafts = []  # "the poet rarely makes any effort to capture a mood" is no silence about losses
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    # 4. Parts of wholes; what a figure without words of time covers, by its size.
    link_parts(drafts)
    link_sums(drafts)
    _answer_ahead(drafts)
    _scope_of_bulletin(looks, drafts)
    _scope_by_size(drafts, of_incident, any(map(is_war_report, opening)))
    return drafts, looks, memory


def _answer_ahead(drafts: list[Draft]) -> None:
    """Gives a denial ahead of the first figures the victims' side of what it denies: "Army denies rebel toll. …"."""
    for i, draft in enumerate(drafts):
        if not draft.look.ahead or draft.kind != "denial":
            continue
        told = next((d for d in drafts[i + 1 :] if d.kind == "count"), None)
        if told is not None and told.victims.side is not None and told.side != draft.side:
            draft.victims = replace(draft.victims, side=told.victims.side)


def _counts_within(drafts: list[Draft], silence: Draft) -> bool:
    """Whether a number of the sentence stands in the words of a silence: "no sailors had died" counts none."""
    return any(d.look is silence.look and d.first < silence.last and silence.first < d.last for d in drafts)


def _only_denied(draft: Draft, denial: Draft) -> bool:
    """Whether a figure is named only to be rejected, by whoever rejects it.

    Covers: "called reports of | 2,000 dead a lie", "rejects the figure of | 120 dead", "reports of | 120 dead are
    false, the army said". Must not: "rejects Kyiv's figure of | 120 dead", "denied it; | 12 were killed, he said".
    """
    units = draft.look.reading.units
    start = next(
        (i for i in range(draft.first - 1, max(-1, draft.first - MAX_NAMED), -1) if _is_figure(units[i])), None
    )
    if start is None and units[draft.first].low.endswith(" of"):
        start = draft.first  # "described | estimates of 2,000 dead as speculation"
    within = denial.first <= draft.first < denial.last
    if denial.rules == ["false"] and start is not None and draft.first < denial.first:
        between = units[draft.last : denial.first]
        within = (
            start < denial.first and all(unit.cls in "vVpjbi/FAxRSN~t" for unit in between) and len(between) < MAX_NAMED
        )
    if not within:
        return False
    if not _is_told(draft):
        return True
    if draft.actor is None or denial.actor is None or start is None:
        return False
    same = (draft.actor.first, draft.actor.last) == (denial.actor.first, denial.actor.last)
    same = same or (draft.side is not None and draft.side == denial.side)
    owned = start > 0 and units[start - 1].cls in "'RSPBY"
    return same and not owned and not any(unit.cls in "'^]>" for unit in units[start : draft.first])


def _is_figure(unit: Unit) -> bool:
    """Whether a word names what is said of the dead: "the figure of", "reports that"."""
    return "figure" in unit.senses or unit.low in ("report", "reports", "claim", "claims")


def _is_told(draft: Draft) -> bool:
    """Whether words credit a figure to somebody, and not only signs."""
    told = draft.attribution
    return told is not None and told.rule != WEIGHED and told is not draft.look.turn


def _counts(looks: list[Look], look: Look, drafts: list[Draft], memory: Memory, words: Lexicon) -> list[Draft]:
    """The counts of a sentence; a number goes on with those before it where it shares their words."""
    made: list[Draft] = []
    by_mention: dict[int, Draft] = {}
    for mention in look.mentions:
        base = by_mention.get(id(mention.shared)) if mention.shared is not None else None
        if base is None and mention.inherited and mention.shared is None:
            base = next((d for d in reversed(drafts) if d.kind == "count"), None)
        draft = _count(looks, look, mention, base, made, drafts, memory, words)
        if base is not None and mention.part:
            draft.whole = _whole_of(look.reading.units, base, mention)
        if made:
            _join_total(look.reading.units, made[-1], draft, mention)
        by_mention[id(mention)] = draft
        made.append(draft)
    return made


def _whole_of(units: list[Unit], base: Draft, mention: Mention) -> Draft | None:
    """The whole of a part: the figure before, or its whole where both are parts of that; None if that is found later.

    Covers: "89 dead, 31 of them women and | five of them children", "including 38 children and | 21 women".
    """
    if mention.rule == "coordinate" and base.mention is not None and base.mention.part:
        return base.whole
    if mention.rule == "breakdown" and base.mention is not None and base.mention.rule == "of_the_dead":
        return base.whole  # "of the dead, 24 were men and | 16 women"
    joined = mention.rule == "part" and any(u.cls == "&" for u in units[base.last : mention.group.first])
    return (base.whole or base) if joined or mention.rule == "coordinate" else base


def _scope_of_bulletin(looks: list[Look], drafts: list[Draft]) -> None:
    """What an issuer tells in the bulletin of a day is of that day, but for running totals."""
    issued = [draft for draft in drafts if draft.attribution is not None and draft.attribution.rule == "issuer"]
    told = [draft for draft in issued if draft.kind == "count" and draft.period.scope in ("incident", "unknown")]
    turns = [look.turn for look in looks if tells_of_day(look.sentence.text)] if told else []
    for draft in told:
        if any(turn is draft.look.turn for turn in turns) and (_size_of_whole(draft) or 0) < WAR_TOTAL:
            draft.period = replace(draft.period, scope="period")


def _scope_by_size(drafts: list[Draft], of_incident: bool, of_war: bool) -> None:
    """The scope of figures without words of time: small ones are of an incident, very large ones of a whole war.

    A part goes with its whole; what lies between goes with the other figures of the text, and stays unknown where most
    of them are totals. "So far" is the toll of one incident where no figure is large, and a large figure in a report of
    a war is a total, if no word tells.
    """
    counts = [draft for draft in drafts if draft.kind == "count"]
    largest = max((_size_of_whole(draft) or 0 for draft in counts), default=0)
    for draft in counts:
        scope = draft.period.scope
        small = scope == "unknown" and 0 < (_size_of_whole(draft) or 0) < INCIDENT_SIZE
        so_far = scope == "cumulative" and largest < SMALL_TEXT and not tells_since(draft.look.sentence.text)
        if small or so_far:
            draft.period = replace(draft.period, scope="incident")
    scopes = [draft.period.scope for draft in counts]
    incidents, totals = scopes.count("incident"), scopes.count("cumulative") + scopes.count("period")
    for draft in counts:
        size = _size_of_whole(draft)
        if draft.period.scope != "unknown" or size is None:
            continue
        if (0 < size < TEXT_INCIDENT_SIZE and 0 < incidents >= totals) or (size == 0 and incidents > totals):
            draft.period = replace(draft.period, scope="incident")
        elif (size >= WAR_TOTAL and not of_incident) or (size >= LARGE_FIGURE and of_war):
            draft.period = replace(draft.period, scope="cumulative")
        elif size and (size < MIDDLING or of_incident) and 0 < incidents >= totals:
            draft.period = replace(draft.period, scope="incident")


def _size_of_whole(draft: Draft) -> int | None:
    """The size of a figure, or of that of which it is a part."""
    mention = draft.whole.mention if draft.whole is not None else draft.mention
    if mention is None:
        return None
    quantity = mention.group.quantity
    return next((size for size in (quantity.best, quantity.high, quantity.low) if size is not None), None)


def _count(
    looks: list[Look],
    look: Look,
    mention: Mention,
    base: Draft | None,
    made: list[Draft],
    drafts: list[Draft],
    memory: Memory,
    words: Lexicon,
) -> Draft:
    """One count: who says it, where, of whom and when. `base` is the draft from which it inherits its outcome."""
    units, group = look.reading.units, mention.group
    of_those = outcome_of_those(units, group)
    whole = _last_dead(look, [*drafts, *made], of_those) if of_those is not None else None
    attribution, carried = _attribution(looks, look, group.first, group.last, mention.voice == "active")
    if mention.rule == "column":
        attribution, carried = _told_in_row(look, group.first) or attribution, carried
    if attribution is None:
        told = base.attribution if base is not None and base.look is look else None
        if told is None and made and _goes_on(units, made[-1].last, group.first):
            told = made[-1].attribution
        if told is not None and (told.rule == "teller" or (mention.part and told.rule == WEIGHED)):
            attribution = told
        elif LISTED.match(look.sentence.text) is None:
            attribution = find_teller(look.reading, look.actors, mention, memory)
        if attribution is None and whole is not None and not made and look.number - whole.look.number == 1:
            told = whole.attribution
            if told is not None and told.actor.kind in IMPARTIAL:  # no party: with the outlet, it has ended
                attribution, carried = told, True
    earlier = [*drafts, *made]
    by_rule = attribution
    if (
        made
        and (mention.rule in OF_ONE or (mention.rule in BESIDE and _is_led_on(made[-1])))
        and (by_rule is None or carried)
        and _is_told_alike(units, made[-1].last, group.first)
    ):
        attribution = made[-1].attribution
    elif by_rule is None and mention.part and base is not None and base.look is look:
        attribution = base.attribution
    elif by_rule is None or (carried and not look.quoted) or is_doubted(by_rule):
        attribution = weigh_source(looks, look, mention, earlier, memory, by_rule)
    if attribution is not None and units[0].low in ASKED and group.first < attribution.actor.first:
        attribution = None  # "Asked about the raid, in which | eight died, the army made no mention of victims"
    if attribution is not by_rule:
        carried = attribution is not None and attribution.rule != WEIGHED
    own = attribution if attribution is not None and attribution in look.attributions else None
    aside = end_of_aside(units, mention)
    spoken = (aside, len(units)) if aside else _spoken(own, group.first, units)
    place = place_of(units, group.first, group.last, spoken, memory)
    if place is None and look.number:
        place = place_there(units, mention.cue[1], looks[look.number - 1].reading.units)
    where = place if place is not None and place[1] is not None else _last_place(look, made or drafts)
    before = next((d.side for d in reversed(made or drafts[-1:]) if d.side), None)
    spoke = _last_state(looks, look) if attribution is not None and attribution.actor.local else None
    source = (
        _credited(attribution.actor, where, memory, before, spoke, look.headed) if attribution is not None else None
    )
    if source is not None and _are_of_a_nation(source, units):
        source = replace(source, side=None)
    elif source is not None and not source.told and not is_mere_source(source):
        country = where[1] if where is not None else None
        held = memory.holder_of(country or memory.home()) if source.local or _is_of_an_army(source) else None
        name = source.surname or source.source
        fallen = _side_of_fallen(source, units, mention, memory) or memory.serving.get(name)
        fallen = fallen or _side_of_statement(source, earlier)
        if fallen is not None:
            memory.serving[name] = fallen
        side = fallen or source.side
        settled = fallen is not None or (side is not None and side == held)
        if settled:
            pass
        elif place and side == country and _is_of_the_scene(attribution, place, memory):
            if source.named and source.surname:
                memory.serving[name] = side  # "police chief Shirzad said …", and from then on what "Shirzad said"
        else:
            spoken_of = (memory, earlier)
            same = next((d for d in reversed(made) if d.attribution is attribution), None)  # who is of one side
            side = same.side if same else weigh_speaker(looks, look, source, group.first, country, spoken_of)
        source = source if side == source.side else replace(source, side=side)
    others = _are_others(units, mention)
    last = drafts[-1] if others and drafts and (attribution is None or carried) else None
    if of_those is not None and mention.shared is None:
        last = whole  # "five of those killed" are of whom the text told before
        if last is not None and last.mention is not None and last.mention.voice == "active":
            last = None if last.victims.side == last.side else last  # "Israel says it killed 17"
    pool = made or ([last] if last is not None and look.number - last.look.number == 1 else [])
    wholes = [d for d in reversed(pool) if d.mention is not None and (mention.part or not d.mention.part)]
    deeds = [d for d in made if d.mention is not None and d.mention.voice == mention.voice == "active"]
    model = next(iter(wholes or deeds[-1:]), None)  # "killed eight of them and | wounded five"
    known = Known(
        memory,
        words,
        source=source,
        admits=attribution is not None and attribution.admits,
        counts=attribution is not None and attribution.counts,
        place=where,
        carried_place=place is None or place[1] is None,
        order=(look.number + 1, group.first),
        shared=base.victims
        if base is not None and _reaches(base, look, mention) and not _is_against(base, mention, units)
        else None,
        before=model.victims
        if model is not None
        and (others or model is last or _same_clause(units, model, mention) or breaks_down(units, mention))
        and (mention.part or group.head is not None or not _is_mixed(units, made, model, of_sides=True))
        else None,
        issuer=look.turn.actor.side
        if look.turn is not None and look.turn.rule == "issuer" and not look.quoted
        else None,
        denier=_denier(look, attribution, memory) if own is not None else None,
        parallel=model is not None
        and model.look is look
        and model.mention is not None
        and place_after(units, model.mention) is not None,
        goes_on=gone_on_with(look, mention, attribution, place, earlier),
        mixed=model is not None and _is_mixed(units, made, model),
        heading=_heading(looks, look) if _is_in_list(look, mention) else (),
        sentence_before=looks[look.number - 1].reading.units
        if look.number and units[group.last - 1].low == "of them"
        else (),
        near_home=lambda: near_home(looks, look, words.groups),
        headed=look.headed,
        befell_us=source is not None and source.side in words.groups and _befell_us(looks, look),
        struck=_struck_before(look, source, earlier),
    )
    victims = describe_victims(mention, look.reading, known)
    if (
        victims.rule in WEIGHED_RULES
        and not made
        and (side := of_same_army(look, mention, victims, earlier, source.side if source is not None else None))
    ):
        victims.side, victims.rule = side, "coordinated"
    if victims.rule in WEIGHED_RULES and (again := the_same(look, mention, earlier)) is not None and again.side:
        victims.side, victims.rule = again.side, "coordinated"
        if victims.victim_class == "unspecified":
            victims.victim_class = again.victim_class
    if victims.rule in WEIGHED_RULES and (side := of_those_told_of(look, mention, source, earlier)) is not None:
        victims.side, victims.rule = side, "coordinated"
    if victims.rule in WEIGHED_RULES and made and are_joined(made[-1], mention, victims):
        victims.side, victims.rule = made[-1].victims.side, "coordinated"
    if victims.rule in WEIGHED_RULES:
        side = weigh_side(looks, look, mention, victims, known, earlier)
        whole_too = mention.part and model is not None and model.look is look and model.victims.side == victims.side
        if side != victims.side and not whole_too:  # "137 heroes, including | 10 military officers"
            victims.side, victims.rule = side, WEIGHED
    if source is not None and attribution is not None and _serves(attribution.actor, victims, mention, memory):
        source = replace(source, side=victims.side)
        memory.serving[source.surname or source.source] = victims.side
    number = _number_span(units, mention)
    rules = [
        group.quantity.rule or "number",
        mention.rule,
        f"side:{victims.rule or 'unknown'}",
        ("carried:" if carried else "") + (attribution.rule if attribution is not None else "narrator"),
        f"voice:{_voice(source)}",
    ]
    draft = Draft(
        look,
        group.first,
        group.last,
        "count",
        number.start,
        number.end,
        victims,
        _period(look, mention, memory, made[-1].period.scope if made else None, own),
        attribution,
        source,
        source.side if source is not None else None,
        rules,
        find_spans(look, mention, victims, attribution, number),
        mention=mention,
        place=place,
    )
    confidence = confidence_of_count(draft, memory, len(earlier))
    draft.confidence = confidence if confidence is not None else confidence_of(rules, words)
    return draft


def _voice(source: Actor | None) -> str:
    """How the side of a source is known, on which its being right hangs more than on the words that credit it."""
    if source is None:
        return "outlet"
    if source.side is not None:
        return "told" if source.told else "led"
    return "unknown" if source.kind in STATE_KINDS else "free"


def _is_against(base: Draft, mention: Mention, units: list[Unit]) -> bool:
    """Whether others are counted against those before: "five of its fighters had fallen, against | 30 soldiers"."""
    head = mention.group.head
    if mention.rule != "together_with" or head is None or base.victims.span is None:
        return False
    against = any(unit.low == "against" for unit in units[base.last : mention.group.first])
    return against and units[head].low not in [unit.low for unit in units[slice(*base.victims.span)]]


def _reaches(base: Draft, look: Look, mention: Mention) -> bool:
    """Whether those counted can be of the side of the figure before: in its paragraph, or beside its rival."""
    if mention.rule in FAR_FROM and look.number - base.look.number > 1:
        return False
    return base.look.sentence.paragraph == look.sentence.paragraph or mention.rule == "rival"


def _goes_on(units: list[Unit], start: int, end: int) -> bool:
    """Whether a number follows another in one clause, so that who tells the one tells the other."""
    return not any(
        u.cls in ';.u"' or (u.cls in "bfc" and u.low not in ("of", "been", "names")) for u in units[start:end]
    )


def _is_told_alike(units: list[Unit], start: int, end: int) -> bool:
    """Whether nobody else speaks between two figures: "19 dead (14 civilians, | five soldiers)"."""
    return not any(u.cls in ';.:"ucG>-(' for u in units[start:end])


def _is_led_on(draft: Draft) -> bool:
    """Whether a figure is told by somebody whom a sentence before names."""
    told = draft.attribution
    return told is not None and told.rule != WEIGHED and told not in draft.look.attributions


def _denier(look: Look, attribution: Attribution | None, memory: Memory) -> str | None:
    """The side that denies a claim, whose "its" is: "Hamas denied the Israeli claim that 20 of | its men had died"."""
    units = look.reading.units
    if attribution is None or attribution.rule not in ("tally_of", "account_by"):
        return None
    for i in range(attribution.first):
        if "deny" in units[i].senses:
            actor = find_subject(look.reading, i, look.actors, look.attributions, memory)
            return actor.side if actor is not None else None
    return None


def _number_span(units: list[Unit], mention: Mention) -> Span:
    """Where the number stands; of "a soldier" the noun belongs to it."""
    quantity = mention.group.quantity
    last = mention.group.last if quantity.kind == "article" else max(quantity.last, quantity.first + 1)
    return Span("number", units[quantity.first].start, units[last - 1].end)


def _join_total(units: list[Unit], before: Draft, draft: Draft, mention: Mention) -> None:
    """Make a draft the whole of the one before: "12 of the | 40", "added 51, bringing the total to | 198"."""
    of_number = before.mention is not None and before.mention.rule == "of_number" and before.whole is None
    added = before.first > 0 and units[before.first - 1].low == "by" and mention.rule == "toll"
    if (
        of_number
        or (added and before.mention is not None and before.mention.rule == "toll")
        or (mention.rule in TOTALS and any(u.low in BRINGING for u in units[before.last : mention.group.first]))
    ) and (_size_of_whole(before) or 0) <= (_size_of_whole(draft) or 0):  # not "8,000, and cut it to 2,000"
        before.whole = draft


def _spoken(attribution: Attribution | None, first: int, units: list[Unit]) -> tuple[int, int]:
    """The units that tell where the source speaks, which is not where people died.

    Covers: "told a briefing in Moscow | that 1,351 had died", "In Geneva the UN said | 300 had died".
    Must not: "condemned a bombing in Aleppo that killed 30", where no subject follows, and "that" is the bombing.
    """
    if attribution is None:
        return 0, 0
    if not attribution.forward:
        return attribution.first, len(units)
    if attribution.first >= first:
        return 0, 0
    if attribution.rule == "according_to" and attribution.first == 0:  # "According to the institute in Washington, | …"
        return 0, next((i for i in range(attribution.last, first) if units[i].cls == ","), attribution.last)
    that = next((i for i in range(attribution.last, first) if units[i].low == "that" and units[i].cls == "r"), None)
    if that is not None and units[that + 1].cls in "pylbf":
        that = None
    return _fronted_end(units, attribution.first), attribution.last if that is None else that


def _fronted_end(units: list[Unit], speaker: int) -> int:
    """Where a fronted place ends that is where it happened: "In Syria, | state media reported 812 deaths"; else 0.

    Must not: "In Geneva, the UN said", "In Moscow, the ministry said": capitals and cities are where somebody speaks.
    """
    at = fronted(units)
    entry = units[at].entry
    if not at or entry is None or entry.side_role != "name":
        return 0
    return next((i for i in range(at + 1, min(speaker, MAX_FRONTED)) if units[i].cls == ","), 0)


def _last_dead(look: Look, drafts: list[Draft], outcome: str) -> Draft | None:
    """The last claim of an outcome in the same paragraph, or hardly before it."""
    found = next((d for d in reversed(drafts) if d.mention is not None and d.mention.outcome == outcome), None)
    if found is None or look.number - found.look.number <= MAX_TO_THOSE:
        return found
    return found if found.look.sentence.paragraph == look.sentence.paragraph else None


def _last_place(look: Look, drafts: list[Draft]) -> Place | None:
    """The place of the claim before, where it stands in the same paragraph."""
    for draft in reversed(drafts):
        if draft.look.sentence.paragraph != look.sentence.paragraph or draft.look.headed != look.headed:
            return None
        if draft.place is not None and draft.place[1] is not None:
            return draft.place
    return None


def _struck_before(look: Look, source: Actor | None, earlier: list[Draft]) -> str | None:
    """The side whose soldiers fell to the source's own side, by the figure of the sentence before.

    Covers: "A Russian missile killed three Ukrainian soldiers, Kyiv said. Russia claimed that | 200 troops died".
    """
    last = earlier[-1] if earlier else None
    if last is None or last.mention is None or source is None or source.side is None:
        return None
    if look.number - last.look.number != 1 or last.victims.victim_class != "combatant":
        return None
    hit = last.victims.side
    if hit in (None, source.side) or attack_of(last.look.reading.units, last.mention)[0] != source.side:
        return None
    return hit


def _same_clause(units: list[Unit], before: Draft, mention: Mention) -> bool:
    """Whether a number follows another without a new subject between: no semicolon, and no cue but "he said".

    Must not: "a bomb killed two soldiers as | 50 deaths were reported across Iraq".
    """
    if units[mention.group.first - 1].low == "as" and mention.group.letter == "K":
        return False
    return not any(
        units[i].cls in ";." or (units[i].cls == "c" and "say" in units[i].senses and units[i - 1].cls != "d")
        for i in range(before.last, mention.group.first)
    )


def _are_of_a_nation(source: Actor, units: list[Unit]) -> bool:
    """Whether a source is nobody but some of a nation, for which they do not speak: "citing | two unnamed Russians"."""
    named = source.first < source.last <= len(units) and units[source.last - 1].cls == "R"
    return named and source.kind == "unnamed" and not source.pronoun


def _befell_us(looks: list[Look], look: Look) -> bool:
    """Whether a quotation tells of what was done to who speaks: "“We were ambushed. | Fifteen were killed,” he said".

    Must not: "“We ambushed them. | Fifteen were killed”".
    """
    near = [look] if look.number == 0 or not look.quoted else [looks[look.number - 1], look]
    near += [behind for behind in looks[look.number + 1 : look.number + 2] if behind.quoted and not look.quoted]
    if not any(unit.cls == '"' for one in near for unit in one.reading.units):
        return False
    return any(_tells_of_own_harm(one.reading.units, i) for one in near for i in range(len(one.reading.units) - 1))


def _tells_of_own_harm(units: list[Unit], at: int) -> bool:
    """Whether "we" or "our" opens what was done to who speaks: "| we were ambushed", "| our losses", "| we lost"."""
    verb = units[at + 1].low
    if units[at].low == "our":
        return verb in ("casualties", "losses", "dead")
    if units[at].low != "we":
        return False
    if verb not in ("were", "have been", "had been"):
        return verb in ("suffered", "lost")
    done = units[at + 2 : at + 4]  # "ambushed"; not "delighted", "told of it"
    return any(u.cls in "pj" or not u.senses.isdisjoint(("neutral_attack", "attack_verb")) for u in done)


def _is_mixed(units: list[Unit], made: list[Draft], last: Draft, of_sides: bool = False) -> bool:
    """Whether the last of several joined figures counts others than one before: "nine soldiers and | an aid worker".

    With `of_sides`, people of another side: "nine soldiers and | four rebels".
    """
    at = next((i for i, draft in enumerate(made) if draft is last), 0)
    for before, after in zip(reversed(made[:at]), reversed(made[1 : at + 1]), strict=False):
        if any(u.cls not in ",&a~m" for u in units[before.last : after.first]):
            return False
        whose = (before.victims, last.victims)
        if (whose[0].side != whose[1].side) if of_sides else (whose[0].victim_class != whose[1].victim_class):
            return True
    return False


def _are_others(units: list[Unit], mention: Mention) -> bool:
    """Whether those counted are others than those before: "33 of our soldiers died; | 32 others were hurt"."""
    head = mention.group.head
    return head is not None and units[head].low == "others" and mention.outcome in ("killed", "wounded")


def _told_in_row(look: Look, number: int) -> Attribution | None:
    """Who says so in the last cell of a row: "Thailand | Soldiers | 14 | 119 | Royal Thai Army"."""
    actor = look.actors[-1] if look.actors else None
    units = look.reading.units
    if actor is None or actor.first < number or actor.last < len(units) or actor.kind in (None, "witness"):
        return None
    if units[actor.first - 1].text != SEPARATOR:
        return None
    return Attribution(actor, actor.first, actor.last, forward=False, backward=True, rule="signed")


def _is_in_list(look: Look, mention: Mention) -> bool:
    """Whether a figure is that of a line of a list, below a heading."""
    labelled = mention.rule == "label" and LISTED.match(look.sentence.text) is not None
    return mention.rule == "list_line" or labelled


def _heading(looks: list[Look], look: Look) -> list[Unit]:
    """The line over the list in which a sentence stands."""
    for before in reversed(looks[max(0, look.number - MAX_LIST) : look.number]):
        if LISTED.match(before.sentence.text) is None:
            return before.reading.units
    return []


def _serves(actor: Actor, victims: Victims, mention: Mention, memory: Memory) -> bool:
    """Whether an officer of whom no word says whose he is counts soldiers of his own.

    Covers: "51 U.S. troops were killed, General X said". Must not: "12 Boko Haram fighters were killed, X said", nor
    where the text names a state that those soldiers fight, which may be the officer's own.
    """
    return (
        actor.side is None
        and actor.kind == "military"
        and actor.named
        and not actor.plural
        and victims.rule == "named"
        and victims.side is not None
        and victims.side not in lexicon().groups
        and not memory.names_state_against(victims.side)
        and victims.victim_class == "combatant"
        and mention.voice != "active"
        and mention.outcome in ("killed", "wounded")
    )


def _last_state(looks: list[Look], look: Look) -> str | None:
    """The state of which the paragraph speaks before a sentence: with which its last one opens that opens with one.

    Covers: "Russia conceded that men had been lost. | One sailor died, the Defence Ministry said".
    """
    groups = lexicon().groups
    for before in reversed(looks[max(0, look.number - STATE_REACH) : look.number]):
        if before.sentence.paragraph != look.sentence.paragraph:
            return None
        opener = next((a for a in before.actors if _opens_clause(before.reading.units, a)), None)
        if opener is not None and opener.side and opener.side not in groups and opener.side not in ALOOF:
            return opener.side
    return None


def _opens_clause(units: list[Unit], actor: Actor) -> bool:
    """Whether a sentence begins with somebody, or does behind an opening phrase, and counts none of them."""
    if actor.counted or actor.kind in (None, "witness"):
        return False
    opening = units[actor.first - 1].cls == "," and not any(u.cls in "cpijgybf" for u in units[: actor.first])
    return actor.first <= 1 or opening


def _credited(
    actor: Actor,
    where: Place | None,
    memory: Memory,
    before: str | None = None,
    spoke: str | None = None,
    headed: str | None = None,
) -> Actor:
    """The source; "police" or "a local official" with the side of the place, else of the source before.

    `headed` is the country that heads the paragraph.
    """
    side = actor.side or memory.serving.get(actor.surname or actor.source)
    if side is None and actor.local:
        side = headed or (spoke if actor.kind == "military" and actor.definite and not actor.named else None)
        side = side or _local_side(actor, where, memory)
        if side is None and actor.definite and not actor.person and actor.kind != "military":
            side = before
    if not actor.told and actor.kind == "military":
        abroad = memory.expedition(side) if actor.head.endswith(ABROAD) and not actor.named else None
        side = abroad or (memory.holder_of(side) if _is_of_an_army(actor) else None) or side
    return actor if side == actor.side else replace(actor, side=side)


def _side_of_fallen(source: Actor, units: list[Unit], mention: Mention, memory: Memory) -> str | None:
    """The state whose people died abroad, where an army or a foreign ministry tells it that is of no named state.

    Covers: "A French soldier was killed in Mali, | the defence ministry said", "Two Chinese engineers died in Karachi,
    | the foreign ministry said", "French troops killed 12 jihadists in Mali, | the defence ministry said". Must not:
    "Turkish shells killed two Syrian soldiers, | the army said", "MOSCOW – 300 Ukrainian soldiers were killed, | the
    defence ministry said".
    """
    abroad = source.head.startswith("foreign") or (source.kind == "military" and source.head.endswith(ABROAD))
    if not abroad or source.named:
        return None
    noun = units[mention.group.head].entry if mention.group.head is not None else None
    if noun is not None and noun.stance == "insurgent" and mention.voice != "active":
        return None  # "a Moroccan terrorist was killed, | a military spokesman said" in the Philippines
    groups = lexicon().groups
    side, fights = None, fights_rebels(units, mention, groups)
    if fights:
        side = attack_of(units, mention)[0]
    elif mention.voice != "active" and mention.rule in ("predicate", "postposed"):
        named = {u.entry.side for u in units[mention.group.first : mention.group.last] if u.cls in "RS" and u.entry}
        side = named.pop() if len(named) == 1 else None
    if side is None or side in groups or side in ALOOF:
        return None
    # "Israeli forces killed five gunmen in Lebanon, the military said", if that is not sent from Beirut
    opposed = memory.is_sent_from_against(side) if fights else memory.names_state_against(side)
    return None if opposed else side


def _side_of_statement(source: Actor, earlier: list[Draft]) -> str | None:
    """The side of who issued the statement that goes on: "Four died, the ministry said. …, | the statement said".

    Must not: "Four died, Cairo said. …, | the statement said", whose words tell whose it is.
    """
    if not (source.document and source.definite) or source.text.lower() not in ("the statement", "the communique"):
        return None
    last = next((d for d in reversed(earlier) if d.actor is not None), None)
    if last is None or last.actor is None or last.side in ALOOF:
        return None
    return last.side if last.actor.kind in STATE_KINDS else None


def _is_of_the_scene(attribution: Attribution | None, place: Place, memory: Memory) -> bool:
    """Whether somebody speaks for the country where it happened, and not for that of the agency's bureau.

    Covers: "AMMAN – A car bomb killed 12 in Ramadi, | police said"; and where no bureau is named police, rescuers and
    hospitals: "A blast killed four in Quetta, | SSP Kakar said". Must not: "MOSCOW – A drone killed 12 in Donetsk, |
    the army said", "LONDON – Two soldiers were killed in Helmand, | the government said".
    """
    bureau, (name, country) = memory.dateline, place
    if attribution is None or country is None or not attribution.actor.local:
        return False
    if bureau in (None, country):
        return attribution.actor.kind == "emergency"
    if name == country and memory.named[country] == 1:
        return False  # "ATLANTA – A gunman killed eight in Georgia, | police said"
    head = attribution.actor.head
    domestic = bool(head) and (head in DOMESTIC or head.split()[-1] in DOMESTIC)
    return domestic and memory.named[bureau] + memory.places[bureau] <= memory.seat


def _is_of_an_army(actor: Actor) -> bool:
    """Whether somebody is, or speaks for, an army: "the military", "army officials", "an army spokesman"."""
    return actor.kind == "military" and actor.head.startswith(("army", "military", "armed forces", "air force"))


def _local_side(actor: Actor, where: Place | None, memory: Memory) -> str | None:
    """The side of the place; of an officer only where no second state is in the text."""
    country = memory.home() if where is None or where[1] is None else where[1]
    if actor.kind == "military" and country in lexicon().groups:
        return None  # "the army" in Gaza
    if country is None and not memory.count_states():
        return memory.country_of_bands()
    if actor.kind == "military" and actor.person and country != memory.dateline and not memory.is_mostly_about(country):
        return None
    return country


def _attribution(looks: list[Look], look: Look, first: int, last: int, active: bool) -> tuple[Attribution | None, bool]:
    """The attribution that governs some units of a sentence, and whether it was carried on from another sentence.

    In this order: the sentence itself, the heading of a list, the quotation in which it stands, the sentence behind,
    which points back, the sentence before, whose speaker goes on, the turn of a transcript.
    """
    listed = LISTED.match(look.sentence.text) is not None
    attributions = look.attributions
    if listed and not _speaks_of_us(look.reading.units):
        attributions = [
            a
            for a in attributions
            if a.rule != "label" or _can_label(a) or (a.actor.kind in STATE_KINDS and _has_noun(look))
        ]
    found = govern(attributions, look.reading, first, last, active)
    found = found or quoted_behind_colon(attributions, look.reading.units, first)
    if found is not None and found.actor.text == "I" and not look.quoted and look.turn is None:
        return None, False  # the correspondent, who is the outlet
    if found is not None and is_we(found.actor) and (speaker := _quoting(looks, look)) is not None:
        return speaker, False  # "“We have documented 5,996 deaths. …,” | X said"
    if found is not None:
        return found, False
    if listed and look.turn is None:
        for line in reversed(looks[max(0, look.number - MAX_LIST) : look.number]):
            if LISTED.match(line.sentence.text) is None:
                heading = line.attributions[-1] if line.attributions else _document_over(line)
                return heading, heading is not None
    if not listed and look.number and LISTED.match(looks[look.number - 1].sentence.text) is not None:
        item = looks[look.number - 1]  # "- Women: 219 killed. | Children: 468 killed", in one line of a list
        labelled = ITEM.match(look.sentence.text) is not None and not look.attributions and look.turn is None
        if labelled and item.sentence.paragraph == look.sentence.paragraph:
            return _attribution(looks, item, 0, 0, active)
    found = _quoting(looks, look)
    if found is None and look.number + 1 < len(looks):
        behind = looks[look.number + 1]
        if behind.sentence.paragraph == look.sentence.paragraph and may_point(behind.sentence.text):
            pointer = find_pointer(behind.reading, behind.actors)
            if pointer is not None:
                return pointer, False
    if found is None and (reporter := _reporter(looks, look)) is not None:
        return reporter, False
    if found is None and look.number and not look.attributions:
        before = looks[look.number - 1]
        final = before.attributions[-1] if before.attributions else None
        if final is None:
            pass
        elif (before.mentions and repeats_figure(look.reading)) or (
            before.sentence.paragraph == look.sentence.paragraph
            and before.headed == look.headed
            and (final.forward or final.backward)
            and (
                _continues(look, first, last)
                or _are_his_men(final.actor, before.actors, look.reading.units[first : last + 1])
                or (not listed and _same_label(final, look))
            )
        ):
            found = final
    found = found or look.turn
    return found, found is not None


def _reporter(looks: list[Look], look: Look) -> Attribution | None:
    """Who reported what a sentence tells, by a later one that says so, with figures alone between them."""
    for behind in looks[look.number + 1 : look.number + 1 + MAX_REPORTED]:
        near = behind.number == look.number + 1 or behind.sentence.paragraph == look.sentence.paragraph
        if near and may_report(behind.sentence.text):
            found = find_reporter(behind.reading, behind.attributions)
            if found is not None:
                return found
        if not behind.mentions or behind.attributions:
            return None
    return None


def _document_over(line: Look) -> Attribution | None:
    """The document whose list a line opens: "Summary of the General Staff's bulletin, 8 January:".

    Must not: "Losses reported on Friday:", "The report on the army:".
    """
    if not line.sentence.text.endswith(":"):
        return None
    actor = next((a for a in line.actors if a.document and a.kind not in (None, "unnamed", "witness")), None)
    return Attribution(actor, 0, 0, forward=True, backward=True, rule="issuer") if actor is not None else None


def _speaks_of_us(units: list[Unit]) -> bool:
    """Whether those who speak tell of their own: "• Army: 2 of | our boys hurt"."""
    return any(unit.low.split()[0] in ("our", "we") for unit in units)


def _can_label(label: Attribution) -> bool:
    """Whether the label of a list's line is a source, and not whose dead the line counts: "• UN mission: 52 killed"."""
    return label.actor.kind in IMPARTIAL and bool(label.actor.head or label.actor.named)


def _has_noun(look: Look) -> bool:
    """Whether a line tells who died, so that its label need not: "• Army: | 14 rebels killed", not "• Army: | 14"."""
    mention = look.mentions[0] if look.mentions else None
    return mention is not None and mention.group.head is not None and mention.rule != "list_line"


def _same_label(label: Attribution, look: Look) -> bool:
    """Whether a sentence behind a labelled one has nobody else as its subject: "Police: 12 dead. | Four more …"."""
    units = look.reading.units
    if label.rule != "label" or look.turn is not None or label.actor.kind in (None, "unnamed", "witness"):
        return False
    if units[0].cls in "0N" and len(units) > 1 and units[1].cls in ":-U":
        return False  # the next entry of a live blog
    return not any(a.first == 0 and a.kind and not a.counted and not a.pronoun for a in look.actors)


def _quoting(looks: list[Look], look: Look) -> Attribution | None:
    """Who is quoted: named where the quotation ends, or before it began; of its first sentence, named after it."""
    at = look.number
    if look.quoted:
        for ahead in looks[at : at + MAX_QUOTATION]:
            back = next((a for a in ahead.attributions if a.backward), None)
            if back is not None and ahead is not look:
                return back
            if ahead.closes:
                break
        earlier = reversed(looks[max(0, at - MAX_QUOTATION) : at])
        return next((before.attributions[-1] for before in earlier if before.attributions), None)
    if (
        at + 1 < len(looks)
        and looks[at + 1].quoted
        and look.sentence.text.count('"') % 2 + look.sentence.text.count("“")
    ):
        for ahead in looks[at + 1 : at + MAX_QUOTATION]:
            back = next((a for a in ahead.attributions if a.backward), None)
            if back is not None:
                return back
            if ahead.closes or not ahead.quoted:
                break
    return _quoted_before(looks, look)


def _quoted_before(looks: list[Look], look: Look) -> Attribution | None:
    """Who was quoted in the sentence before, where another quotation follows: “We lost nine,” he said. “They lost 30.”

    Must not: 'The army claimed victory. "Old Tower", a village, lost 30 men', where no quotation fills the sentence.
    """
    text = look.sentence.text
    if not look.number or text[0] not in '"“' or not all(is_we(said.actor) for said in look.attributions):
        return None
    goes_on = look.number + 1 < len(looks) and looks[look.number + 1].quoted
    if not (text.rstrip().endswith(('"', "”")) or goes_on):
        return None
    before = looks[look.number - 1]
    said = before.attributions[-1] if before.attributions else None
    if (
        said is None
        or said.rule != "said"
        or not (said.actor.person or '"' in before.sentence.text or "”" in before.sentence.text)
    ):
        return None
    return said


def _are_his_men(speaker: Actor, named: list[Actor], words: list[Unit]) -> bool:
    """Whether those counted are the men of who spoke last: "The general said … . | Nine of his men were wounded".

    Must not: "Netanyahu said Sinwar was hiding. | Twelve of his men were killed".
    """
    if any(actor.person and actor.named and actor is not speaker for actor in named):
        return False
    owned = any(word.low in ("his", "her") for word in words) and any(word.low in OWN_ARMY | MEN for word in words)
    return owned and speaker.person and speaker.kind in ("military", "official", "emergency")


def _continues(look: Look, first: int, last: int) -> bool:
    """Whether a sentence without a source goes on with the speech before: "also", "another", or the past perfect."""
    units = look.reading.units
    if any(u.low.rpartition(" ")[2] in CONTINUING for u in units[: last + 4]):
        return True
    others = next((i for i in range(min(last + 4, len(units))) if units[i].low == "others"), 0)
    if others and not any(u.cls in "piygj" for u in units[: min(first, others)]):
        return True  # "| Five others were hurt", not "A woman was killed and | three others hurt"
    if len(units) > 1 and units[0].low in ("its", "their") and units[1].cls in "jkL":
        return True  # "The army confirms that 13 of its soldiers died. | Its dead number 18."
    if any(u.cls in "ur" for u in units[:first]):
        return False
    near = units[last : last + 8]
    for i, unit in enumerate(near[:-1]):
        if unit.cls in ".;,u":
            break
        if unit.low == "had" and near[i + 1].cls in "bpi":
            return True
    return False


def _period(
    look: Look, mention: Mention, memory: Memory, context: str | None, attribution: Attribution | None
) -> Period:
    """The time of the clause in which a number stands; the words of the attribution do not count.

    `context` is the scope of the count before in the sentence; the attribution is one of this sentence, or None.
    """
    units, group = look.reading.units, mention.group
    begin, end = group.first, group.last
    if not mention.inherited:
        begin, end = min(begin, mention.cue[0]), max(end, mention.cue[1])
    classes = look.reading.classes
    left, right = classes.rfind(";", 0, begin) + 1, classes.find(";", end)
    adding = [at for at, unit in enumerate(units) if unit.low in ADDING_UP and _adds_up(units, at)]
    passing = _in_passing(units, begin)
    left = max([left, *(at for at in adding if at <= begin), *passing])
    right = min([right if right >= 0 else len(units), *(at for at in adding if at >= end)])
    if attribution is not None:
        if left <= attribution.first < begin and attribution.last <= begin:
            left = attribution.last
            while left < begin and units[left].cls in "~N/":  # "… said on Monday that"
                left += 1
        elif attribution.first >= end:
            right = min(right, attribution.first)
    origin = look.sentence.start
    clause = (units[left].start - origin, units[right - 1].end - origin)
    spoken = None
    if attribution is not None and attribution.last <= begin:
        spoken = (units[0].start - origin, units[max(left, 1) - 1].end - origin)
    elif attribution is not None:
        spoken = (clause[1], units[-1].end - origin)
    quantity = group.quantity
    incident = memory.incident and (quantity.best or quantity.low or 0) < WAR_TOTAL
    before = None if passing else context or None
    if (
        before == "period" and left in adding and "," not in classes[left:begin]
    ):  # "58 in the past day, | taking the toll to 29,500"
        before = "cumulative"
    if mention.rule == "added":  # "about 720,880 (| +1,690)": since the last bulletin
        before = "period"
    return find_period(look.sentence.text, clause, memory.published, before, incident, spoken)


def _in_passing(units: list[Unit], begin: int) -> list[int]:
    """Where a clause begins that only says what happened then: "missing since the attack of May 12, | when 4 died"."""
    start = next((i for i in range(begin - 1, 0, -1) if units[i].cls in ",;"), 0)
    return [start + 1] if units[start].cls == "," and units[start + 1].low in ("when", "where") else []


def _adds_up(units: list[Unit], at: int) -> bool:
    """Whether a word begins the clause of a total, which has its own time: "…, | bringing the toll since May to 40"."""
    return at > 0 and units[at - 1].cls in ",-" and at + 1 < len(units)


def _silences(looks: list[Look], look: Look, drafts: list[Draft], memory: Memory, words: Lexicon) -> list[Draft]:
    """The silences and denials of a sentence."""
    units = look.reading.units
    recent = takewhile(lambda draft: look.number - draft.look.number <= MAX_ANSWERED, reversed(drafts))
    near = [draft for draft in recent if draft.kind == "count"][::-1]

    def subject_of(verb: int) -> Actor | None:
        return find_subject(look.reading, verb, look.actors, look.attributions, memory)

    def party_at(at: int) -> Actor | None:
        named = [a for a in look.actors if a.first <= at < a.last]
        best = next((a for a in named if a.first == at), None) or next(iter(named), None)
        if best is None:
            return None
        return memory.resolve(
            best if best.first == at else replace(best, first=at, text=look.reading.text(at, best.last))
        )

    made = []
    after = bool(drafts) and drafts[-1].kind == "no_count" and look.number - drafts[-1].look.number == 1
    asks = looks[look.number - 1] if look.number else look
    asked = asks.sentence.text.endswith("?") and asks_how_many(asks.reading.units, units)
    found = find_silences(look.reading, subject_of, party_at, bool(near) or asked, after)
    if look.ahead and not found:
        silences = find_silences(look.reading, subject_of, party_at, True, after)
        found = [silence for silence in silences if tells_ahead(units, silence)]
    for silence in found:
        actor = silence.subject
        heard = actor is None or _is_account(actor, units) or actor.kind == "witness"
        heard = heard or (
            look.turn is not None and units[silence.first].cls == "b"
        )  # "the rebels lie: that | is false"
        sayings = [said for said in look.attributions if said.rule != "tally_of"]  # not of "the rebels' claim is a lie"
        if look.turn is not None:
            sayings = [said for said in sayings if not _is_answered(said, silence, units)]
        if silence.rule == "false":
            sayings = [said for said in sayings if not _gave_what_is_false(said, silence, units)]
        if silence.rule == "denied" and sayings and actor is not None and _is_account(actor, units):
            actor = sayings[0].actor  # "Reports of deaths are rejected as baseless, the army said"
        if silence.rule == "false" and heard and look.turn is not None and not sayings:
            actor = look.turn.actor  # "Reports that 40 of our men died are false", in a communiqué
        if silence.rule == "false" and sayings and heard:
            if sayings[0].admits:
                continue  # "It has conceded that its account was mistaken"
            others = [said for said in sayings if not _is_account(said.actor, units)]  # not "the army's | claim"
            actor = (others or sayings)[0].actor  # "“These are lies,” said the army", "X said the remark was untrue"
        if silence.rule in ("mere_word", "not_so"):
            behind = next((a for a in look.attributions if a.last > silence.last), None)
            if behind is None and not look.attributions:
                continue
            actor = (behind or look.attributions[-1]).actor
        if actor is None and (silence.rule == "unknown_yet" or units[silence.first].low in ("will", "would")):
            said = [a for a in look.attributions if a.first >= silence.last or (a.forward and a.last <= silence.first)]
            if said and said[-1].actor.kind in ("official", "military", "emergency", "international"):
                actor = said[-1].actor  # "The General Staff said that losses were still being clarified"
        stated = silence.rule == WEIGHED and any(u.cls == "b" for u in units[silence.first : silence.last])
        if (silence.rule == "none_given" or stated) and actor is None and look.turn is not None:
            actor = look.turn.actor  # "Their number will not be made public", in a communiqué
        if actor is not None and actor.text.lower().partition("'")[0] in FIRST_PERSON:
            ours = look.turn.actor if look.turn is not None and not look.quoted else None
            who = replace(ours, first=actor.first, last=actor.last) if ours is not None else actor
            actor = next((a.actor for a in look.attributions if _closes_quote(a, silence, units)), who)
            if actor is who and actor.kind == "witness":
                continue
        if silence.rule == "nor" and actor is not None and actor.pronoun:
            continue
        side = actor.side if actor is not None else None
        if actor is not None and side is None and actor.local:
            side = _credited(actor, None, memory, spoke=_last_state(looks, look)).side
        if actor is not None and not actor.told:
            side = weigh_speaker(looks, look, replace(actor, side=side), silence.first, None, (memory, drafts))
        bereaved = bereaved_by(units, silence, side, memory)
        if bereaved is not None:
            whose = bereaved.side
        else:
            whose, named = whose_losses(silence, look, side, near, memory)
            if not named:
                whose = weigh_unsaid(looks, look, silence, side, whose, (memory, drafts))
        first, last = silence.first, min(silence.last, len(units))
        start, end = units[first].start, units[_with_its_mark(units, first, last) - 1].end
        spans = [Span("cue", start, end)]
        if actor is not None and actor.first < actor.last <= len(units):
            spans.append(Span("source", units[actor.first].start, units[actor.last - 1].end))
        victims = Victims(None, "", whose, "", None)
        period = Period("", memory.published, None)
        attribution = next((a for a in look.attributions if actor is not None and a.actor.first == actor.first), None)
        made.append(
            Draft(
                look,
                first,
                last,
                silence.kind,
                start,
                end,
                victims,
                period,
                attribution,
                actor,
                side,
                [silence.rule],
                spans,
                confidence=confidence_of([silence.rule], words),
            )
        )
    return made


def _gave_what_is_false(said: Attribution, silence: Silence, units: list[Unit]) -> bool:
    """Whether somebody gave the figure that is called false: "the toll claimed by | Colombo is a lie".

    Must not: "According to | Colombo, the toll is a lie".
    """
    return said.rule == "according_to" and 0 < said.first < silence.first and units[said.first - 1].cls not in ',;"-'


def _closes_quote(said: Attribution, silence: Silence, units: list[Unit]) -> bool:
    """Whether it is told at the end who speaks: "“We have no figures,” | X said"."""
    return said.backward or (said.first >= silence.last and units[said.first - 1].cls == '"')


def _is_answered(said: Attribution, silence: Silence, units: list[Unit]) -> bool:
    """Whether words of denial answer somebody, and are not his: "Claims by the rebels that 50 died | are false".

    Covers: "the generals speak of hundreds; | that is a lie". Must not: "the generals say that this is a lie".
    """
    between = units[said.last : silence.first]
    return said.rule in ("account_by", "by_account", "counted") or any(u.cls == ";" for u in between)


def _with_its_mark(units: list[Unit], first: int, last: int) -> int:
    """The end of the words, with the quotation mark behind them that one among them opened: "called it “a lie | ”"."""
    opened = sum(unit.cls == '"' for unit in units[first:last]) % 2
    return last + 1 if opened and last < len(units) and units[last].cls == '"' else last


def _is_account(actor: Actor, units: list[Unit]) -> bool:
    """Whether a noun phrase is what is called false, and not who says so: "the president's remark", "the figure"."""
    last = units[actor.last - 1] if actor.last <= len(units) else units[-1]
    owned = units[actor.last : actor.last + 1]  # "the military | claim is not correct"
    accounts = ("figure", "account", "document_role")
    claimed = any(unit.low in ("claim", "claims") for unit in owned)
    return actor.document or claimed or any(not unit.senses.isdisjoint(accounts) for unit in [last, *owned])


def _reach(silence: Draft) -> int:
    """The unit up to which a silence covers numbers.

    It is the end of the clause in "has not confirmed reports that | one of its citizens was among the dead".
    """
    units = silence.look.reading.units
    for i in range(silence.last - 1, min(silence.last + 2, len(units))):
        if units[i].low == "that":
            return next((k for k in range(i, len(units)) if units[k].cls in ",;."), len(units))
    return silence.last
