"""Claims in the making: the spans and the confidence of each, parts and wholes, and the rows that they become."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from facttrack.candidates import Mention
from facttrack.lexicon import SILENCE, Lexicon
from facttrack.looks import Look
from facttrack.memory import Actor
from facttrack.models import Claim, Document, Span
from facttrack.parties import Victims
from facttrack.periods import Period
from facttrack.places import Place
from facttrack.scene import Attribution
from facttrack.units import Unit

__all__ = ["STAGES", "Draft", "claim_of", "confidence_of", "find_spans", "link_parts", "link_sums", "name_drafts"]

STAGES = ("mention", "side", "source", "voice")
"""Stages whose rules a count names, in this order after the rule of its number; rules.csv has what each is worth."""
VOICE = "voice"
"""The stage whose shares are relative: how much more or less often rows are right than their other rules say."""
SUREST = 0.99
"""No row is surer."""
UNSEEN_RULE = 0.7
"""What a rule is worth that no gold row has shown."""
OF_SILENCES = 0.9
"""How much of the share of a silence's rule held on the gold that is only measured, with whose losses it is about."""
MIN_SUM = 10
"""The least total that two figures make up by more than chance."""
MIN_SUM_OF_MORE = 6
"""The same of three figures or more."""
MAX_PARTS = 9
"""The most figures that are added up."""
MAX_NOUN = 4
"""Units from the number of a force to its noun."""
MAX_WHOLE_CHARS = 400
"""Characters back to the sentence that gives the whole of a part."""
MAX_OF_WHOM = 3
"""Figures back to the one of whose people some are counted."""
MAX_APPOSED = 4
"""Units between a figure and the first of two that stand beside it and make it up."""
MAX_ALONE = 8
"""Units from "at the hall alone" to the number."""
AMONG_SEVERAL = "among_several"
"""The rule of mentions whose whole is the next one."""


@dataclass(slots=True, eq=False)
class Draft:
    """A claim in the making: the units `first` up to `last` of a sentence, and what has been found out about it."""

    look: Look
    first: int
    last: int
    kind: str
    start: int
    end: int
    victims: Victims
    period: Period
    attribution: Attribution | None
    actor: Actor | None
    side: str | None
    """The side of the source, which may be that of the place."""
    rules: list[str]
    spans: list[Span]
    mention: Mention | None = None
    place: Place | None = None
    whole: Draft | None = None
    confidence: float = 1.0
    claim_id: str = ""


def find_spans(
    look: Look, mention: Mention, victims: Victims, attribution: Attribution | None, number: Span
) -> list[Span]:
    """Where number, outcome, victims, source and cue of a count stand, in text order."""
    units = look.reading.units
    spans = [number]
    if mention.cue[1] > mention.cue[0]:
        spans.append(Span("outcome", units[mention.cue[0]].start, units[mention.cue[1] - 1].end))
    if victims.span is not None and victims.span[1] > victims.span[0]:
        spans.append(Span("victims", units[victims.span[0]].start, units[victims.span[1] - 1].end))
    if attribution is not None and attribution in look.attributions:
        actor = attribution.actor
        if actor.first < actor.last <= len(units):
            spans.append(Span("source", units[actor.first].start, units[actor.last - 1].end))
        first, last = _cue_units(attribution)
        if first < last <= len(units):
            spans.append(Span("cue", units[first].start, units[last - 1].end))
    return sorted(spans, key=lambda span: (span.start, span.end))


def _cue_units(attribution: Attribution) -> tuple[int, int]:
    """The units of an attribution without its source."""
    actor = attribution.actor
    if attribution.first >= actor.last or attribution.last <= actor.first:
        return attribution.first, attribution.last
    if attribution.first < actor.first:
        return attribution.first, actor.first
    return actor.last, attribution.last


def confidence_of(rules: list[str], words: Lexicon) -> float:
    """How likely a claim is right in number, outcome, class, side and source, by what its rules scored: their product.

    The last of them tells how the source's side is known: it makes the product larger or smaller. Of counts it is only
    asked where no weights are known (`sureness`).

    A silence or denial has one rule, whose share says how often there was one, of that source's side; less often whose
    losses it is about is told right.
    """
    if len(rules) == 1:
        return round(words.right.get((SILENCE, rules[0]), UNSEEN_RULE) * OF_SILENCES, 2)
    share = 1.0
    for stage, rule in zip(STAGES, rules[1:], strict=False):
        share *= words.right.get((stage, rule), 1.0 if stage == VOICE else UNSEEN_RULE)
    return min(SUREST, round(share, 2))


def link_parts(drafts: list[Draft]) -> None:
    """A part without a whole yet takes the last figure of its outcome before it that is large enough.

    Those who were among several have them behind them.
    """
    for i, draft in enumerate(drafts):
        mention = draft.mention
        if mention is None or draft.whole is not None:
            continue
        before = drafts[i - 1] if i and drafts[i - 1].look is draft.look else None
        if before is not None and _is_part_too(draft.look.reading.units, before, draft):
            draft.whole = before.whole
            continue
        if not (mention.part or mention.group.quantity.added or _is_told_as_part(draft, mention)):
            draft.whole = _of_whom(drafts[max(0, i - MAX_OF_WHOM) : i], draft)
            continue
        if mention.rule == AMONG_SEVERAL and i + 1 < len(drafts) and drafts[i + 1].look is draft.look:
            draft.whole = drafts[i + 1]  # "Three engineers were among | five people killed"
            continue
        own = _size(mention)
        if _is_of_a_force(drafts[:i], draft):
            continue
        for other in reversed(drafts[:i]):
            if other.mention is None or other.mention.part:
                continue
            if other.look is not draft.look and draft.look.sentence.start - other.look.sentence.end > MAX_WHOLE_CHARS:
                break
            size = _size(other.mention)
            told = other.mention.outcome in (mention.outcome, "casualties")
            if (told or (mention.group.part and mention.rule != "of_the_dead")) and (
                own is None or size is None or own <= size
            ):
                draft.whole = other
                break


def _is_part_too(units: list[Unit], before: Draft, draft: Draft) -> bool:
    """Whether a figure is a part as the one before: "300 casualties, including 100 killed and | 200 wounded".

    Covers: "42 victims, of whom 23 had been executed and | six had disappeared".
    """
    whole, mention = before.whole, draft.mention
    if whole is None or whole.mention is None or mention is None:
        return False
    joined = units[before.last : mention.group.first]
    if before.first and units[before.first - 1].low in ("of whom", "of which"):
        return any(u.cls == "&" for u in joined) and all(u.cls in "&pjkhfbi" for u in joined)
    if whole.mention.outcome != "casualties":
        return False
    return any(u.cls == "&" for u in joined) and all(u.cls in "&pjkh" for u in joined)


def _is_told_as_part(draft: Draft, mention: Mention) -> bool:
    """Whether words around a figure say that it is a part, by which no rule found it.

    Covers: "213 dead, including | 67 bodies", "| Seventeen of the Palestinian dead were children", "at the concert hall
    alone | 89 people were shot". Must not: "alone on a hill, | 12 died".
    """
    units, first = draft.look.reading.units, draft.first
    lead = first - 1
    while lead > 0 and units[lead].cls in "h~":
        lead -= 1
    if first and units[lead].cls == "I":
        return True
    at = mention.group.quantity.last
    if at + 2 < len(units) and units[at].cls == "F" and units[at + 1].cls == "t":
        those = next((u for u in units[at + 2 : at + 5] if u.cls not in "RJV"), None)
        if those is not None and those.cls in "jp" and those.entry is not None and those.entry.outcome:
            return True
    if _opens_on_whole(units, first):
        return True
    for i in range(first - 1, max(0, first - MAX_ALONE), -1):
        if units[i].cls in ";.":
            return False
        if units[i].low == "alone":
            return units[i - 1].cls in "ANSXEx" and any(
                u.cls in "/[" or u.low == "on" for u in units[max(0, i - 5) : i]
            )
    return False


def _opens_on_whole(units: list[Unit], first: int) -> bool:
    """Whether a clause opens with those of whom some are counted: "Of the dead, | 288 fell", "Of 82 injured, | 19".

    Must not: "Of the wounded nobody spoke, | 19 died".
    """
    comma = first - 1
    while comma > 0 and units[comma].cls in "h~":
        comma -= 1
    if units[comma].cls != ",":
        return False
    start = comma
    while start > 0 and units[start - 1].cls not in ';.:"' and comma - start < MAX_APPOSED + 1:
        start -= 1
    words = units[start:comma]
    if start and units[start - 1].cls not in ';.:"':
        return False
    if len(words) == 1 and words[0].cls == "I":
        return words[0].low.startswith(("of the", "among the"))
    if len(words) < 3 or words[0].low not in ("of", "among", "out of") or words[-1].cls not in "jpv":
        return False
    return words[1].cls in "t0" and not any(u.cls in "bcfgi," for u in words)


def _of_whom(before: list[Draft], draft: Draft) -> Draft | None:
    """The figure of those of whom a sentence tells more: "killed 19 soldiers. | Sixteen of the soldiers died".

    Must not: "killed 19 soldiers. | 16 soldiers died at a post", "| Sixteen of the wounded soldiers died".
    """
    units, mention = draft.look.reading.units, draft.mention
    if mention is None or mention.group.head is None or mention.group.letter != "#":
        return None
    at, head = mention.group.quantity.last, mention.group.head
    if at + 2 != head or units[at].cls != "F" or units[at + 1].cls != "t":
        return None
    own = _size(mention)
    for other in reversed(before):
        if other.mention is None or other.mention.outcome != mention.outcome or other.mention.group.head is None:
            continue
        size = _size(other.mention)
        noun = other.look.reading.units[other.mention.group.head].low
        if noun == units[head].low and own is not None and size is not None and own < size:
            return other
    return None


def _is_of_a_force(before: list[Draft], part: Draft) -> bool:
    """Whether "of them" are people of whom the sentence tells how many there were, not how many fell.

    Covers: "32 gunmen came, | of whom 29 were killed", "Nine men sat in the back, and | six of them died".
    """
    units, mention = part.look.reading.units, part.mention
    if mention is None or not mention.group.part or mention.group.head is not None:
        return False
    told = {at for draft in before if draft.look is part.look for at in range(draft.first, draft.last)}
    for at in range(part.first - 1, -1, -1):
        if at in told:
            return False
        if units[at].cls == "0":
            return any(unit.cls == "v" for unit in units[at + 1 : min(at + 1 + MAX_NOUN, part.first)])
    return False


def link_sums(drafts: list[Draft]) -> None:
    """Figures that add up to one before them, or right behind them, are its parts.

    Covers: "10,993 civilian casualties: | 3,804 deaths and 7,189 injuries", "50 died, | 38 on the spot and 12 in
    hospital", "Eight people died: | four in Petah Tikva, three in Haifa and one in Bnei Brak", "| 33 children, 32 women
    and 20 men, or 85 in all". Must not: "12 died on Monday. | 5 died on Tuesday and 7 on Wednesday", by another source.
    """
    counts = [draft for draft in drafts if draft.mention is not None and draft.mention.group.quantity.kind == "number"]
    for i, whole in enumerate(counts):
        total = _exact(whole)
        if total is None or total < MIN_SUM_OF_MORE:
            continue
        parts: list[Draft] = []
        for k in range(i + 1, len(counts) - 1):
            if parts or _is_far(whole, counts[k]):
                break  # further off, two figures add up to a third by chance more often than not
            parts = _adding_up(counts[k : k + MAX_PARTS], whole, total)
        if not parts:
            before = [draft for draft in counts[max(0, i - MAX_PARTS) : i] if draft.look is whole.look][::-1]
            parts = _adding_up(before, whole, total)
        for part in parts:
            part.whole = whole
    _link_appositions(drafts)


def _link_appositions(drafts: list[Draft]) -> None:
    """Figures right behind one that they add up to are its parts, however small: "Three seamen, | two Filipinos and a
    Vietnamese, died".

    Must not: "Three seamen were killed, | two Filipinos and a Vietnamese hurt".
    """
    exact = [(draft, size) for draft in drafts if draft.mention is not None and (size := _exact(draft))]
    for (whole, total), (first, one), (second, other) in zip(exact, exact[1:], exact[2:], strict=False):
        three = (whole, first, second)
        if one + other != total or any(draft.look is not whole.look or draft.whole is not None for draft in three):
            continue
        if len({draft.mention.outcome for draft in three if draft.mention is not None}) > 1:
            continue
        units = whole.look.reading.units
        led, joined = units[whole.last : first.first], units[first.last : second.first]
        closed = second.last >= len(units) or units[second.last].cls in ",):.;-"  # not "five, two and three died"
        plain = not any(unit.cls in "pijgybfc;." for unit in (*led, *joined))
        apposed = 0 < len(led) <= MAX_APPOSED and led[-1].cls in ",-:(" and any(unit.cls == "&" for unit in joined)
        if apposed and closed and plain:
            first.whole = second.whole = whole


def _adding_up(figures: list[Draft], whole: Draft, total: int) -> list[Draft]:
    """The first figures of a sentence that add up to a total, those left out that are parts of one of them."""
    parts: list[Draft] = []
    missing = total
    for figure in figures:
        if figure.look is not figures[0].look or missing <= 0:
            break
        if figure.whole is not None and figure.whole in (*parts, *figures):
            continue  # "46 civilians (| nine of them children) and 31 fighters"
        size = _exact(figure)
        if size is None or figure.whole not in (None, whole) or not _is_of(figure, whole):
            return []
        parts.append(figure)
        missing -= size
    enough = len(parts) > 2 or (len(parts) == 2 and total >= MIN_SUM)
    return parts if missing == 0 and enough else []


def _exact(draft: Draft) -> int | None:
    """The number of a draft, None where it is a round one: "about 70" is no sum."""
    if draft.mention is None or draft.mention.group.quantity.qualifier == "approximate":
        return None
    return draft.mention.group.quantity.best


def _is_far(whole: Draft, part: Draft) -> bool:
    return part.look.sentence.start - whole.look.sentence.end > MAX_WHOLE_CHARS


def _is_of(part: Draft, whole: Draft) -> bool:
    """Whether a figure is of the same source and outcome as another, or of one that the other takes in."""
    if part.mention is None or whole.mention is None or part.side != whole.side:
        return False
    return part.mention.outcome == whole.mention.outcome or whole.mention.outcome == "casualties"


def _size(mention: Mention) -> int | None:
    """The largest number that a mention allows."""
    quantity = mention.group.quantity
    return max((v for v in (quantity.best, quantity.high, quantity.low) if v is not None), default=None)


def name_drafts(document_id: str, drafts: list[Draft]) -> None:
    """Identifiers from what the claim is and where it stands: the same on every machine and in every release."""
    counts: dict[tuple[str, int, int], int] = {}
    for draft in drafts:
        key = (draft.kind, draft.start, draft.end)
        number = counts[key] = counts.get(key, 0) + 1
        text = f"{document_id}|{draft.kind}|{draft.start}|{draft.end}|{number}"
        draft.claim_id = hashlib.sha256(text.encode()).hexdigest()[:12]


def claim_of(document: Document, document_id: str, draft: Draft) -> Claim:
    """The row of a draft."""
    mention, victims, period, actor = draft.mention, draft.victims, draft.period, draft.actor
    quantity = mention.group.quantity if mention is not None else None
    via = draft.attribution.via if draft.attribution is not None else None
    narrator = "narrator" if draft.kind == "count" else None
    return Claim(
        claim_id=draft.claim_id,
        kind=draft.kind,
        number_text=document.text[draft.start : draft.end],
        best=quantity.best if quantity else None,
        low=quantity.low if quantity else None,
        high=quantity.high if quantity else None,
        qualifier=quantity.qualifier if quantity else None,
        outcome=mention.outcome if mention is not None else None,
        victims=victims.text,
        victim_class=victims.victim_class or None,
        victim_side=victims.side,
        part_of=draft.whole.claim_id if draft.whole is not None else None,
        source=actor.source if actor is not None else None,
        source_text=actor.text if actor is not None else None,
        source_side=draft.side,
        source_kind=(actor.kind or "unnamed") if actor is not None else narrator,
        via=via.source if via is not None else None,
        published=document.published,
        published_from=document.published_from,
        as_of=period.as_of,
        since=period.since,
        scope=period.scope or None,
        place=(draft.place[0] or None) if draft.place is not None else None,
        outlet=document.outlet,
        title=document.title,
        url=document.url,
        document=document.name,
        document_id=document_id,
        sentence=draft.look.sentence.text,
        start=draft.start,
        end=draft.end,
        confidence=draft.confidence,
        rules=tuple(draft.rules),
        spans=tuple(draft.spans),
    )
