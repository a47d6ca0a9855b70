"""From a document to its claims: the spine of the extraction, one numbered step after the other."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass, field, replace

from facttrack.actors import ALOOF, Actor, Memory, find_actors
from facttrack.attribution import Attribution, find_attributions, find_subject, govern
from facttrack.lexicon import Lexicon, lexicon
from facttrack.mentions import Chunk, Mention, find_mentions
from facttrack.models import Claim, Document, Span
from facttrack.periods import Period, find_period, is_incident_report
from facttrack.sentences import Sentence, find_sentences
from facttrack.silence import Silence, find_silences
from facttrack.units import Reading, Unit, read_sentence
from facttrack.victims import Victims, describe_victims, place_after, place_of

__all__ = ["STAGES", "find_claims"]

OPENING = 2
"""Sentences at the beginning that tell what a text is about."""
MAX_LIST = 30
"""Lines back to the heading of a list."""
MIN_TURNS = 2
"""Labels in capitals that make a text a transcript: one alone may be a heading."""
MAX_HEADING = 22
"""Units: a longer first line is a sentence, not the heading of a communiqué."""
STAGES = ("mention", "side", "source")
"""Stages whose rules a count names, in this order after the rule of its number; rules.csv has what each is worth."""
UNSEEN_RULE = 0.7
"""What a rule is worth that no gold row has shown."""
CARRY_SENTENCES = 2
"""Sentences back to which a bare "counted over 790" may look for what it counts."""
LISTED = re.compile(r"\s*(?:[•▫*·–-]|[^.:]{2,60}:\s*\S{1,12}$)")
"""Lines of a list, under which the outcome of the heading holds on."""
BRINGING = frozenset("bringing taking raising pushing brings brought lifting".split())
"""Verbs that join an increase to its total: "added 51, bringing the total to 198"."""
CONTINUING = frozenset("also too further another additional meanwhile separately".split())


@dataclass(slots=True, eq=False)
class Look:
    """What has been read of one sentence, with what was known when it was read; `number` counts the sentences."""

    number: int
    sentence: Sentence
    reading: Reading
    actors: list[Actor]
    attributions: list[Attribution]
    mentions: list[Mention]
    chunks: list[Chunk]
    country: str | None
    speaker: Actor | None
    quoted: bool
    closes: bool
    turn: Attribution | None = None
    """The speaker of a transcript, or the issuer of a communiqué, who speaks where nobody else does."""


@dataclass(slots=True, eq=False)
class Draft:
    """A claim in the making."""

    look: Look
    first: int
    last: int
    kind: str
    attribution: Attribution | None
    actor: Actor | None
    rules: list[str]
    spans: list[Span]
    mention: Mention | None = None
    silence: Silence | None = None
    victims: Victims | None = None
    period: Period | None = None
    place: tuple[str, str | None] | None = None
    whole: Draft | None = None
    side: str | None = None
    confidence: float = 1.0
    start: int = 0
    end: int = 0
    claim_id: str = ""
    outcome: str | None = None
    doubts: list[str] = field(default_factory=list)


def find_claims(document: Document) -> list[Claim]:
    """Every casualty claim of a document, in text order.

    A sentence that a text repeats word for word yields its claims once.

    >>> found = find_claims(Document("a.txt", "About 400 Russian soldiers were killed, Ukraine's army said."))
    >>> [(c.number_text, c.best, c.qualifier, c.outcome, c.victims, c.victim_side, c.source, c.source_side) for c in found]
    [('About 400', 400, 'approximate', 'killed', 'Russian soldiers', 'Russia', "Ukraine's army", 'Ukraine')]
    """
    words = lexicon()
    # 1. Sentences, tokens and classes; what each says of people, cues and casualties.
    memory = Memory(published=document.published)
    looks = _read(document, words, memory)
    # 2. Numbers of casualties, with the attribution that governs each.
    _give_turns(looks)
    memory.incident = is_incident_report(
        " ".join([document.title or "", *(look.sentence.text for look in looks[:OPENING])])
    )
    drafts: list[Draft] = []
    for at, look in enumerate(looks):
        drafts += _counts(looks, at, drafts, memory, words)
        # 3. Silence and denial; a number inside one ("has not given a number of dead") is no count.
        silences = _silences(looks, at, drafts, memory)
        drafts = [
            d
            for d in drafts
            if not any(
                s.kind == "no_count" and d.look is look and d.kind == "count" and s.first <= d.first < _reach(s)
                for s in silences
            )
        ]
        drafts += silences
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    # 4. Parts of wholes.
    _link_parts(drafts)
    # 5. Rows.
    _name(document, drafts)
    return [_claim(document, draft) for draft in drafts]


def _read(document: Document, words: Lexicon, memory: Memory) -> list[Look]:
    looks: list[Look] = []
    seen: set[str] = set()
    inside = False
    paragraph = -1
    outcome: str | None = None
    age = 0
    for sentence in find_sentences(document.text):
        if sentence.paragraph != paragraph:
            memory.country = None if memory.places else memory.country
            inside = False if '"' in sentence.text else inside
            paragraph = sentence.paragraph
        key = sentence.text.strip("\"“”' ")
        if key in seen and len(key) > 20:
            continue
        seen.add(key)
        reading = read_sentence(sentence, words)
        _note_sides(reading, memory, first=not looks)
        actors = find_actors(reading, words, memory)
        began = inside
        inside = _quote_state(sentence.text, inside)
        speaker = memory.speaker
        attributions = find_attributions(reading, actors, memory)
        mentions, chunks = find_mentions(reading, outcome)
        age += 1
        said = mentions[-1].outcome if mentions else _topic_outcome(reading)
        if said is not None:
            outcome, age = said, 0
        elif age > CARRY_SENTENCES and not LISTED.match(sentence.text):
            outcome = None
        looks.append(
            Look(
                len(looks),
                sentence,
                reading,
                actors,
                attributions,
                mentions,
                chunks,
                memory.country or memory.home(),
                speaker,
                began,
                began and not inside,
            )
        )
    return looks


def _give_turns(looks: list[Look]) -> None:
    """Who speaks where a sentence names nobody: the last label of a transcript, else the issuer in the heading."""
    issuer = _issuer(looks)
    turn: Attribution | None = None
    labels = sum(1 for look in looks if _turn(look))
    for look in looks:
        if labels >= MIN_TURNS:
            found = _turn(look)
            if found is not None:
                turn = found
            elif re.match(r"[A-Z][A-Z .'’-]{0,40}(?:\([^)]*\))?:", look.sentence.text):
                turn = None
        look.turn = turn or issuer


def _turn(look: Look) -> Attribution | None:
    """The speaker's label at the start of a sentence: "SHEA: …"."""
    first = look.attributions[0] if look.attributions else None
    if (
        first is not None
        and first.rule == "label"
        and first.actor.first <= 2
        and first.actor.text.isupper()
        and not look.reading.capitals
    ):
        return first
    return None


def _issuer(looks: list[Look]) -> Attribution | None:
    """The body in whose name a communiqué speaks: its heading is little more than the body, and it says "we" or "our", or calls itself a bulletin."""
    if not looks:
        return None
    first_person = any(u.low in ("our", "we") for look in looks for u in look.reading.units if not look.quoted)
    for look in looks[:3]:
        units = look.reading.units
        if look.sentence.text[-1] in '.!?"”' or len(units) > MAX_HEADING or look.mentions:
            return None
        bulletin = any("document_role" in u.senses or "account" in u.senses for u in units)
        for actor in look.actors:
            if actor.kind not in ("official", "military", "emergency", "international", "monitor") or not (
                actor.side or actor.named or actor.head
            ):
                continue
            bare = len(units) - (actor.last - actor.first) <= 4
            if (
                (first_person and (bare or bulletin))
                or (bulletin and (bare or actor.first <= 1))
                or (bare and look.sentence.text.isupper() and not looks[-1].reading.capitals)
            ):
                return Attribution(actor, 0, 0, forward=True, backward=True, rule="issuer")
    return None


def _topic_outcome(reading: Reading) -> str | None:
    """The outcome that a sentence without a number speaks of, for a bare tally in the next."""
    for unit in reading.units:
        if unit.entry is not None and unit.entry.outcome and unit.cls in "jkLpio":
            return unit.entry.outcome
    return None


def _quote_state(text: str, inside: bool) -> bool:
    """Whether a quotation is still open at the end of a sentence."""
    opened = text.count("“") - text.count("”")
    if opened or "“" in text or "”" in text:
        return (inside or opened > 0) and opened >= 0 if opened else inside and not ("“" in text)
    if text.count('"') % 2:
        return not inside
    return inside


def _note_sides(reading: Reading, memory: Memory, first: bool) -> None:
    """Count the sides named, and keep the country of the last place."""
    units = reading.units
    for i, unit in enumerate(units):
        entry = unit.entry
        if entry is None:
            continue
        if unit.cls in "RSBP" and entry.side:
            memory.sides[entry.side] += 1
            if unit.cls in "RS":
                memory.named[entry.side] += 1
        if unit.cls in "AS" and entry.place_country:
            before = units[i - 1] if i else None
            if i > 1 and before is not None and before.cls == "/" and units[i - 2].cls == "c":
                continue  # "the UN office said in Geneva": where it was said
            located = (
                before is not None
                and before.cls in "/hF"
                and before.low in ("in", "at", "near", "on", "outside", "around", "from", "across", "of")
            )
            if first and i < 4 and _is_dateline(units, i):
                memory.dateline = memory.dateline or entry.place_country
            elif unit.cls == "A" or located:
                memory.country = entry.place_country
                memory.places[entry.place_country] += 2 if unit.cls == "A" else 1


def _is_dateline(units: list, at: int) -> bool:  # type: ignore[type-arg]
    return (
        any(u.cls in "-(:" or u.cls == "N" for u in units[at + 1 : at + 4])
        and units[at].text.isupper()
        or any(u.cls in "-" for u in units[at + 1 : at + 3])
    )


def _counts(looks: list[Look], at: int, drafts: list[Draft], memory: Memory, words: Lexicon) -> list[Draft]:
    look = looks[at]
    made: list[Draft] = []
    by_mention: dict[int, Draft] = {}
    for mention in look.mentions:
        quantity = mention.group.quantity
        units = look.reading.units
        begin = min(mention.group.first, mention.cue[0]) if not mention.inherited else mention.group.first
        end = max(mention.group.last, mention.cue[1]) if not mention.inherited else mention.group.last
        attribution, carried = _attribution(
            looks, at, mention.group.first, mention.group.last, mention.voice == "active"
        )
        actor = attribution.actor if attribution is not None else None
        spoken = (0, 0)
        if (
            attribution is not None
            and attribution in look.attributions
            and attribution.forward
            and attribution.first < mention.group.first
        ):
            spoken = (0, attribution.last)
        elif attribution is not None and attribution in look.attributions and not attribution.forward:
            spoken = (attribution.first, len(units))
        place = place_of(units, mention.group.first, mention.group.last, spoken, memory)
        base = by_mention.get(id(mention.shared)) if mention.shared is not None else None
        if base is None and mention.inherited and mention.shared is None:
            base = next((d for d in reversed(drafts) if d.kind == "count"), None)
        where = place if place is not None and place[1] is not None else _last_place(look, made or drafts)
        actor_side = actor.side if actor is not None else None
        if actor is not None and actor.side is None and actor.local:
            actor_side = _local_side(actor, where, memory)
        credited = replace(actor, side=actor_side) if actor is not None and actor_side != actor.side else actor
        model = next(
            (d for d in reversed(made) if d.mention is not None and (mention.part or not d.mention.part)), None
        )
        before = model.victims if model is not None and _same_clause(units, model, mention) else None
        parallel = model is not None and model.mention is not None and place_after(units, model.mention) is not None
        victims = describe_victims(
            mention,
            look.reading,
            credited,
            attribution.admits if attribution else False,
            attribution.counts if attribution else False,
            memory,
            where,
            words,
            base.victims if base else None,
            before,
            _heading(looks, at),
            parallel,
        )
        start, stop = units[quantity.first].start, units[max(quantity.last, quantity.first + 1) - 1].end
        if quantity.kind == "article":
            stop = units[mention.group.last - 1].end
        draft = Draft(
            look,
            mention.group.first,
            mention.group.last,
            "count",
            attribution,
            credited,
            [quantity.rule or "number", mention.rule],
            [],
            mention,
            victims=victims,
            side=actor_side,
            start=start,
            end=stop,
            outcome=mention.outcome,
        )
        draft.place = place
        draft.period = _period(look, begin, end, memory, made[-1] if made else None, attribution, memory.incident)
        draft.rules.append(f"side:{victims.rule}" if victims.rule else "side:unknown")
        draft.rules.append(("carried:" if carried else "") + (attribution.rule if attribution else "narrator"))
        draft.spans = _spans(look, mention, victims, attribution, start, stop)
        draft.confidence = _confidence(draft, words)
        if base is not None and mention.part:
            draft.whole = base.whole if mention.rule == "coordinate" and base.whole is not None else base
        if made and made[-1].mention is not None and made[-1].mention.rule == "of_number" and made[-1].whole is None:
            made[-1].whole = draft
        elif (
            made
            and any(u.low in BRINGING for u in units[made[-1].last : mention.group.first])
            and mention.rule in ("toll", "tally", "own_tally", "number_of")
        ):
            made[-1].whole = draft
        by_mention[id(mention)] = draft
        made.append(draft)
    return made


def _last_place(look: Look, drafts: list[Draft]) -> tuple[str, str | None] | None:
    """The place of the claim before, where it stands in the same paragraph."""
    for draft in reversed(drafts):
        if draft.look.sentence.paragraph != look.sentence.paragraph:
            return None
        if draft.place is not None and draft.place[1] is not None:
            return draft.place
    return None


def _same_clause(units: list[Unit], before: Draft, mention: Mention) -> bool:
    """Whether a number follows another without a new subject between: no semicolon, and no cue."""
    between = units[before.last : mention.group.first]
    return not any(u.cls in ";." or (u.cls == "c" and "say" in u.senses) for u in between)


def _heading(looks: list[Look], at: int) -> list[Unit]:
    """The line over the list in which a sentence stands."""
    for before in reversed(looks[max(0, at - MAX_LIST) : at]):
        if LISTED.match(before.sentence.text) is None:
            return before.reading.units
    return []


def _local_side(actor: Actor, where: tuple[str, str | None] | None, memory: Memory) -> str | None:
    """The side of "police" or "a local official": of the place; of an officer only where no second state is in the text."""
    country = memory.home() if where is None or where[1] is None else where[1]
    if (
        actor.kind == "military"
        and actor.person
        and country != memory.dateline
        and any(side != country and side not in lexicon().groups and side not in ALOOF for side in memory.named)
    ):
        return None
    return country


def _attribution(looks: list[Look], at: int, first: int, last: int, active: bool) -> tuple[Attribution | None, bool]:
    """The attribution that governs some units of a sentence, and whether it was carried on from another sentence."""
    look = looks[at]
    attributions = look.attributions
    listed = LISTED.match(look.sentence.text) is not None
    if listed:
        attributions = [a for a in attributions if a.rule != "label"]
    found = govern(attributions, look.reading, first, last, active)
    if found is not None:
        return found, False
    if listed and look.turn is None:
        for before in reversed(looks[max(0, at - MAX_LIST) : at]):
            if LISTED.match(before.sentence.text) is None:
                return (before.attributions[-1], True) if before.attributions else (None, False)
    if look.quoted:
        ahead = at
        while ahead < len(looks) and ahead < at + 6:
            back = [a for a in looks[ahead].attributions if a.backward]
            if ahead > at and back:
                return back[0], True
            if looks[ahead].closes:
                break
            ahead += 1
        for before in reversed(looks[max(0, at - 6) : at]):
            if before.attributions:
                return before.attributions[-1], True
    elif at + 1 < len(looks) and looks[at + 1].quoted and looks[at + 1].attributions and "“" in look.sentence.text:
        back = [a for a in looks[at + 1].attributions if a.backward]
        if back:
            return back[0], True
    if (
        at
        and not look.attributions
        and looks[at - 1].attributions
        and looks[at - 1].sentence.paragraph == look.sentence.paragraph
    ):
        before = looks[at - 1]
        final = before.attributions[-1]
        if _continues(look, first, last) and (final.forward or final.backward):
            return final, True
    return (look.turn, True) if look.turn is not None else (None, False)


def _continues(look: Look, first: int, last: int) -> bool:
    """Whether a sentence without a source goes on with the speech before: "also", "another", or the past perfect."""
    units = look.reading.units
    if any(u.low in CONTINUING for u in units[: last + 4]):
        return True
    near = units[last : last + 8]
    if any(u.cls in "ur" for u in units[:first]):
        return False
    for i, unit in enumerate(near[:-1]):
        if unit.cls in ".;,u":
            break
        if unit.low == "had" and near[i + 1].cls in "bpi":
            return True
    return False


def _period(
    look: Look,
    begin: int,
    end: int,
    memory: Memory,
    before: Draft | None,
    attribution: Attribution | None,
    incident: bool,
) -> Period:
    """The time of the clause in which a number stands; the words of the attribution do not count."""
    units = look.reading.units
    left, right = begin, end
    while left > 0 and units[left - 1].cls not in ";":
        left -= 1
    while right < len(units) and units[right].cls not in ";":
        right += 1
    if attribution is not None and attribution in look.attributions:
        if left <= attribution.first < begin and attribution.last <= begin:
            left = attribution.last
            while left < begin and units[left].cls in "~N/":  # "… said on Monday that"
                left += 1
        elif attribution.first >= end:
            right = min(right, max(attribution.first, end))
    origin = look.sentence.start
    clause = (units[left].start - origin, units[right - 1].end - origin)
    context = (
        before.period.scope or None
        if before is not None and before.period is not None and before.look is look
        else None
    )
    spoken = None
    if attribution is not None and attribution in look.attributions:
        spoken = (
            (units[0].start - origin, units[max(left, 1) - 1].end - origin)
            if attribution.last <= begin
            else (units[right - 1].end - origin, units[-1].end - origin)
        )
    return find_period(look.sentence.text, clause, memory.published, context, incident, spoken)


def _spans(
    look: Look, mention: Mention, victims: Victims, attribution: Attribution | None, start: int, stop: int
) -> list[Span]:
    units = look.reading.units
    spans = [Span("number", start, stop)]
    if mention.cue[1] > mention.cue[0]:
        spans.append(Span("outcome", units[mention.cue[0]].start, units[mention.cue[1] - 1].end))
    if victims.span is not None and victims.span[1] > victims.span[0]:
        spans.append(Span("victims", units[victims.span[0]].start, units[victims.span[1] - 1].end))
    if attribution is not None and attribution in look.attributions:
        actor = attribution.actor
        if actor.last <= len(units) and actor.last > actor.first:
            spans.append(Span("source", units[actor.first].start, units[actor.last - 1].end))
        first, last = _cue_units(attribution)
        if last > first and last <= len(units):
            spans.append(Span("cue", units[first].start, units[last - 1].end))
    return sorted(spans, key=lambda span: (span.start, span.end))


def _cue_units(attribution: Attribution) -> tuple[int, int]:
    actor = attribution.actor
    if attribution.first >= actor.last or attribution.last <= actor.first:
        return attribution.first, attribution.last
    if attribution.first < actor.first:
        return attribution.first, actor.first
    return actor.last, attribution.last


def _reach(silence: Draft) -> int:
    """The unit up to which a silence covers numbers: to the end of "has not confirmed reports that one of its citizens …"."""
    units = silence.look.reading.units
    for i in range(silence.last - 1, min(silence.last + 2, len(units))):
        if units[i].low == "that":
            return next((k for k in range(i, len(units)) if units[k].cls in ",;."), len(units))
    return silence.last


def _silences(looks: list[Look], at: int, drafts: list[Draft], memory: Memory) -> list[Draft]:
    look = looks[at]
    units = look.reading.units
    near = [d for d in drafts if d.kind == "count" and at - d.look.number <= 3]

    def subject_of(verb: int) -> Actor | None:
        return find_subject(look.reading, verb, look.actors, look.attributions, memory)

    made = []
    for silence in find_silences(look.reading, look.actors, subject_of, bool(near)):
        actor = silence.subject
        attribution = next((a for a in look.attributions if actor is not None and a.actor.first == actor.first), None)
        side = actor.side if actor is not None else None
        if actor is not None and side is None and actor.local:
            side = _local_side(actor, None, memory)
        first, last = silence.first, min(silence.last, len(units))
        start, end = units[first].start, units[last - 1].end
        draft = Draft(
            look,
            first,
            last,
            silence.kind,
            attribution,
            actor,
            [silence.rule],
            [Span("cue", start, end)],
            silence=silence,
            side=side,
            start=start,
            end=end,
        )
        draft.victims = Victims(None, "", _silence_side(silence, look, side, near, memory), "", None)
        draft.period = Period("", memory.published, None)
        if actor is not None and actor.last <= len(units) and actor.first < actor.last:
            draft.spans.append(Span("source", units[actor.first].start, units[actor.last - 1].end))
        made.append(draft)
    return made


def _silence_side(
    silence: Silence, look: Look, source_side: str | None, near: list[Draft], memory: Memory
) -> str | None:
    """Whose losses a silence or denial is about: the side named with them, "its" own, else those of the claim before."""
    units = look.reading.units
    for i in range(max(0, silence.first), min(silence.last + 3, len(units))):
        unit = units[i]
        if unit.cls in ".;":
            break
        if silence.subject is not None and silence.subject.first <= i < silence.subject.last:
            continue
        if unit.cls == "R" and unit.entry is not None:
            return unit.entry.side
        if unit.cls == "l" and source_side and i and units[i - 1].low in ("it", "they", "he", "has", "have", "had"):
            return source_side
        owner = i + 2 < len(units) and units[i + 1].cls == "'"
        if unit.cls == "S" and unit.entry is not None and unit.entry.side:
            if owner and any("casualty_topic" in u.senses or u.low == "own" for u in units[i + 2 : i + 4]):
                return unit.entry.side
            if i and units[i - 1].low in ("for", "of", "in"):
                return unit.entry.side
        if owner and unit.cls in "SPX":  # "Rudskoi's numbers", "Moscow's figure": what that speaker said
            name = unit.text.split()[-1]
            said = [
                d
                for d in near
                if (d.actor is not None and d.actor.surname == name)
                or (unit.entry is not None and unit.entry.side and d.side == unit.entry.side)
            ]
            if said and said[-1].victims is not None:
                return said[-1].victims.side
        if (
            unit.cls == "s"
            and source_side
            and i + 2 < len(units)
            and any("casualty_topic" in u.senses or u.cls in "kvV" for u in units[i : i + 4])
        ):
            return source_side
    same = [d for d in near if d.look is look]
    if same:
        return same[-1].victims.side if same[-1].victims else None
    if near:
        return near[-1].victims.side if near[-1].victims else None
    return memory.home() if silence.rule in ("impersonal", "unknown_yet") else None


def _link_parts(drafts: list[Draft]) -> None:
    """A part without a whole yet takes the last figure of its outcome before it that is large enough."""
    for i, draft in enumerate(drafts):
        mention = draft.mention
        if draft.kind != "count" or mention is None:
            continue
        if draft.whole is not None:
            continue
        if not (mention.part or mention.group.quantity.added):
            continue
        for other in reversed(drafts[:i]):
            if other.kind != "count" or other.mention is None or other.mention.part:
                continue
            size, own = _size(other), _size(draft)
            if other.look is not draft.look and draft.look.sentence.start - other.look.sentence.end > 400:
                break
            if (other.outcome in (draft.outcome, "casualties") or mention.group.part) and (
                own is None or size is None or own <= size
            ):
                draft.whole = other
                break


def _size(draft: Draft) -> int | None:
    quantity = draft.mention.group.quantity if draft.mention else None
    if quantity is None:
        return None
    values = [v for v in (quantity.best, quantity.high, quantity.low) if v is not None]
    return max(values) if values else None


def _name(document: Document, drafts: list[Draft]) -> None:
    """Identifiers from what the claim is and where it stands: the same on every machine and in every release."""
    counts: dict[tuple[str, int, int], int] = {}
    for draft in drafts:
        key = (draft.kind, draft.start, draft.end)
        number = counts[key] = counts.get(key, 0) + 1
        text = f"{document.document_id}|{draft.kind}|{draft.start}|{draft.end}|{number}"
        draft.claim_id = hashlib.sha256(text.encode()).hexdigest()[:12]


def _confidence(draft: Draft, words: Lexicon) -> float:
    """How likely number, outcome, class, side and source are all right: the product of what its rules scored on the gold."""
    share = 1.0
    for stage, rule in zip(STAGES, draft.rules[1:], strict=False):
        share *= words.right.get((stage, rule), UNSEEN_RULE)
    return round(share, 2)


def _claim(document: Document, draft: Draft) -> Claim:
    mention, victims, period, actor = draft.mention, draft.victims, draft.period, draft.actor
    quantity = mention.group.quantity if mention is not None else None
    via = draft.attribution.via if draft.attribution is not None else None
    count = draft.kind == "count"
    return Claim(
        claim_id=draft.claim_id,
        kind=draft.kind,
        number_text=document.text[draft.start : draft.end],
        best=quantity.best if quantity else None,
        low=quantity.low if quantity else None,
        high=quantity.high if quantity else None,
        qualifier=quantity.qualifier if quantity else None,
        outcome=draft.outcome,
        victims=victims.text if victims else None,
        victim_class=victims.victim_class or None if victims else None,
        victim_side=victims.side if victims else None,
        part_of=draft.whole.claim_id if draft.whole is not None else None,
        source=actor.source if actor is not None else None,
        source_text=actor.text if actor is not None else None,
        source_side=draft.side,
        source_kind=(actor.kind or "unnamed") if actor is not None else ("narrator" if count else None),
        via=via.source if via is not None else None,
        published=document.published,
        published_from=document.published_from,
        as_of=period.as_of if period else None,
        since=period.since if period else None,
        scope=period.scope or None if period else None,
        place=draft.place[0] if draft.place and draft.place[0] else None,
        outlet=document.outlet,
        title=document.title,
        url=document.url,
        document=document.name,
        document_id=document.document_id,
        sentence=draft.look.sentence.text,
        start=draft.start,
        end=draft.end,
        confidence=draft.confidence,
        rules=tuple(draft.rules),
        spans=tuple(draft.spans),
    )
