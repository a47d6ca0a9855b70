"""Attributions without a verb of saying: "according to", "by its count", "citing", tallies and figures of somebody."""

from __future__ import annotations

from dataclasses import replace

from facttrack.cues import ANSWERABLE, MAX_DATED
from facttrack.memory import Actor
from facttrack.phrases import VIEWING
from facttrack.scene import Attribution, Scene, actor_from, can_own, fits_pronoun, note_way, owner_between, person_of
from facttrack.subjects import SPEAKERS, is_passive, subject_before
from facttrack.units import Unit
from facttrack.unlisted import find_named

__all__ = [
    "ACCOUNTS",
    "AMOUNTS",
    "COMING",
    "HAVING",
    "INCLUDING",
    "OWNED_SENSES",
    "POINTING",
    "account_by",
    "as_it_has",
    "by_account",
    "comes_from",
    "figure_given",
    "from_according",
    "from_citing",
    "from_origin",
    "in_telling",
    "is_account",
    "pointed_at",
    "rejected_claim",
    "tally_of",
    "whose_own",
]

BLAMING, MAX_BLAMED = frozenset(["attributed to"]), 5
"""Cues that blame whoever they name, if an attack stands so many units before."""
HAVING = frozenset(["has", "had", "have", "would have"])
"""Verbs of "as the army | has it"."""
OWNED_SENSES = frozenset({"tally_noun", "document_role", "account"})
"""Nouns whose owner is a source: "the ministry's count"."""
ACCOUNTS = frozenset({"figure", "account"})
TELLINGS = frozenset("telling estimation reckoning view opinion version account judgment judgement estimate".split())
"""Nouns for what somebody thinks, behind "in his"."""
BASING = frozenset("based built drawn relying drawing".split())
"""Words between a tally and what it goes by."""
WHERE_POSTED = frozenset("site page channel website post paper broadcast list".split())
"""Nouns for an account that stand after "on" as a mere place."""
AMOUNTS = frozenset("number numbers total list sum figure".split())
MAX_REJECTED = 9
"""Units between a verb of denying and the claim that it rejects: "dismissed as fabricated a rebel | claim"."""
COMING = frozenset("comes came come stems stemmed originates originated".split())
"""Verbs before "from" whose subject may be a figure."""
POINTING = frozenset("that this which these those".split())
"""Words that point back at a figure: "that's the police figure"."""
MAX_POINTING = 10
"""Units from such a word to the account that it points at."""
INCLUDING = frozenset("includes included include counts lists contains".split())
MAX_GIVING = 7
"""Units between a verb of giving and the noun of the figure that it gives."""
AS_SUCH = (" as missing", " as dead", " as killed", " as wounded")
"""Ends of what somebody's list says of people."""
MAX_CITED = 8
"""Units from "citing" to whose figures they are."""
MAX_VIEWED = 6
"""Units of a document before "seen by"."""


def _is_document(units: list[Unit], at: int) -> bool:
    """Whether a word is of something that is read or watched: "a memo | seen by", "footage", "lists of the dead"."""
    return at >= 0 and (units[at].cls in "EQ" or not units[at].senses.isdisjoint(OWNED_SENSES))


def from_according(scene: Scene, at: int) -> Attribution | None:
    """A source after its cue: "according to X, …", "…, according to X", "according to RIA, citing X".

    Covers also: "were said by | X to have killed 12".
    Must not: "according to plan".
    """
    units, actor = scene.units, actor_from(scene, at + 1)
    if units[at].low in VIEWING and actor is not None and at and not units[at - 1].senses.isdisjoint(OWNED_SENSES):
        note_way(scene, at, actor)
        return None  # "according to a UN report | seen by the agency"
    seen = units[at].low == "seen by" and at > 0 and units[at - 1].cls == "b"  # "bodies were | seen by a reporter"
    if (
        units[at].low in VIEWING
        and not seen
        and not _is_document(units, at - 1 - (at > 1 and units[at - 1].cls == ","))
    ):
        return None  # "the raid, which was | viewed by Moscow as a provocation"
    if units[at].low == "claimed by" and at and units[at - 1].cls in "xXAES":
        return None  # "the region | claimed by India and Pakistan"
    if units[at].low in BLAMING and any("neutral_attack" in u.senses for u in units[max(0, at - MAX_BLAMED) : at]):
        return None  # "two attacks in Colombia | attributed to dissidents of the FARC"
    viewed = next((i for i in range(at + 2, min(at + MAX_VIEWED, len(units))) if units[i].low in VIEWING), None)
    if viewed is not None and at + 1 not in scene.starts and not units[viewed - 1].senses.isdisjoint(OWNED_SENSES):
        name = scene.reading.text(at + 1, viewed)  # "according to | internal figures seen by the agency"
        actor = Actor(at + 1, viewed, name, name, kind="unnamed", document=True)
    elif actor is None and units[at].low == "according to":
        told = units[at + 1 : at + 3]
        made_by = [u.cls for u in told] == ["x", "^"]  # "according to exhumations | by experts"
        made_by = made_by or [u.low for u in told] in (["reports", "from"], ["accounts", "from"], ["estimates", "from"])
        actor = next((scene.starts[i] for i in range(at + 3, at + 6) if i in scene.starts), None) if made_by else None
        if actor is not None and all(unit.cls in "SA" for unit in units[actor.first : actor.last]):
            return None  # "according to | reports from Sudan": where they come from
        actor = actor or find_named(scene.reading, at + 1)
    actor = _toll_given(scene, at, actor) or actor
    if actor is None:
        return None
    if units[actor.first].cls == "s" and units[actor.first].low.startswith(("our", "my")):
        return None  # "“According to | our data, nine died,” the colonel said"
    if actor.document and actor.kind is None and actor.side is None:
        actor = replace(actor, kind="unnamed")  # "according to | the indictment"
    opening = at == 0 or units[at - 1].cls in ';:"&u.-(L' or (units[at - 1].cls == "," and at < 3)
    via = None
    close = actor.last
    if actor.media and close < len(units) and "via" in units[close].senses:
        nested = scene.starts.get(close + 1)
        if nested is not None:
            actor, via = nested, actor
            close = actor.last
    if (
        actor.named
        and close + 1 < len(units)
        and units[close].cls in "EQ"
        and units[close + 1].cls in ",."
        and (not units[close].senses.isdisjoint(OWNED_SENSES))
    ):
        close += 1  # "according to Red Cross | figures"
    if viewed == close and (outlet := actor_from(scene, close + 1)) is not None:
        via, close = outlet, outlet.last
    dated = close
    if close + 2 < len(units) and units[close].cls == "(" and units[close + 2].cls == ")":
        close += 3  # "according to the Ministry of Health | (MoH) in Gaza, …"
        if close + 1 < len(units) and units[close].low == "in" and units[close + 1].cls in "SA":
            close += 2
    while dated < len(units) and dated < close + MAX_DATED and units[dated].cls in "N[]&/h0U":
        dated += 1
    colon = dated < len(units) and units[dated].cls == ":"  # "documented by UNAMA between 1 January and 31 May: 12"
    said_to = units[at].low.endswith(" by") and units[close : close + 1] and units[close].low.split()[0] == "to"
    follows = close < len(units) and (units[close].cls == "," or colon or _includes(units, close) or bool(said_to))
    return Attribution(actor, at, close, forward=opening or follows, backward=not opening, rule="according_to", via=via)


def _includes(units: list[Unit], at: int) -> bool:
    """Whether a tally goes on with what it holds: "according to a tally by AFP | that includes 130 civilians"."""
    return at + 1 < len(units) and units[at].low in ("that", "which") and units[at + 1].low in INCLUDING


def is_account(units: list[Unit], at: int) -> bool:
    """Whether "by" follows a figure or an account: "figures | by", "a count published | by"."""
    if at == 0:
        return False
    if not units[at - 1].senses.isdisjoint(ACCOUNTS):
        return True
    if units[at - 1].cls == "p" and units[at - 1].low.endswith(AS_SUCH):
        return True  # "are listed as missing | by the ministry"
    if units[at - 1].cls == "j" and (" " in units[at - 1].low or "presumed" in units[at - 2].senses):
        return True  # "were confirmed dead | by their governments"
    counted = "count" in units[at - 1].senses or "say" in units[at - 1].senses
    if at > 1 and counted and units[at - 1].low.endswith("ed") and units[at - 2].cls in "kKvoj0":
        return True  # "10,993 civilian casualties documented | by UNAMA"
    return at > 1 and units[at - 1].low.endswith("ed") and not units[at - 2].senses.isdisjoint(ACCOUNTS)


def account_by(scene: Scene, at: int) -> Attribution | None:
    """The author of an account: "figures by the ministry", "a count published by the UN". Must not: "killed by X"."""
    made = from_according(scene, at)
    if made is None:
        return None
    made.forward, made.rule = True, "account_by"
    if scene.units[made.actor.first].low == "their":
        made.actor = replace(made.actor, side=None, local=False, told=True)  # "confirmed dead by | their governments"
    owner = scene.units[at - 2].entry if at > 1 and made.actor.kind == "international" else None
    if owner is not None and owner.side and made.actor.side is None and scene.units[at - 2].cls in "SRBY":
        made.actor = replace(made.actor, side=owner.side, local=False)  # "a UN count by | human rights officers"
    found = scene.found
    if found and found[-1].rule == "according_to" and found[-1].last == at and found[-1].actor.side is None:
        made.first, made.forward = found.pop().first, False  # "according to a report | by the ministry"
    return made


def from_citing(scene: Scene, at: int) -> Attribution | None:
    """A source and who passed it on: of "RIA said, citing the ministry" the ministry is the source, RIA the way.

    Covers: "citing X", "quoting X", "X quoted by the Times", where the Times is the way; "quoted her as saying".
    Must not: "the council said, citing witnesses": the council answers for it.
    """
    actor = actor_from(scene, at + 1)
    if actor is None and [u.low for u in scene.units[at + 1 : at + 3]] == ["her", "as"]:
        order = (scene.memory.sentence, at + 1)
        actor = Actor(at + 1, at + 2, "her", "her", pronoun="he", person=True, order=order)
    actor = actor or _owner_cited(scene, at)
    if actor is None or _is_of_others(scene.units[at + 1 : actor.first]):
        return None
    found, low = scene.found, scene.units[at].low
    if low.endswith(" by"):
        if at and not scene.found and not scene.units[at - 1].senses.isdisjoint(ACCOUNTS):
            # "A figure of 50,000 killed is the figure | quoted by the historian"
            return Attribution(actor, at, actor.last, forward=False, backward=True, rule="account_by")
        note_way(scene, at, actor)
        return None
    if actor.kind in ("witness", "unnamed", None) and found and found[-1].actor.kind in ANSWERABLE:
        return None
    via = found[-1].actor if found and found[-1].actor.kind in ("media", None, "monitor") else None
    if via is None:
        media = [a for a in scene.starts.values() if a.last <= at and a.kind == "media"]
        via = media[-1] if media else found[-1].actor if found else None
    first = at
    if found and found[-1].actor is via:
        last = found.pop()
        first = last.first if at and scene.units[at - 1].cls == "&" else at  # "OCHA wrote that …, and | cited X"
    return Attribution(actor, first, actor.last, forward=True, backward=True, rule="citing", via=via)


def _owner_cited(scene: Scene, at: int) -> Actor | None:
    """Whose figures or papers are cited: "citing records of | the hospital", "quoting a statement from | the army"."""
    units, noun = scene.units, False
    for i in range(at + 1, min(at + MAX_CITED, len(units))):
        if noun and i in scene.starts and (units[i - 1].cls in "F>^" or units[i - 1].low in ("from", "by")):
            return scene.starts[i]
        if units[i].cls in ",;.:0rdP":
            return None
        noun = noun or not units[i].senses.isdisjoint(OWNED_SENSES | ACCOUNTS) or units[i].cls == ">"
    return None


def _is_of_others(between: list[Unit]) -> bool:
    """Whether what is cited is only about somebody: "citing intercepts of | Taliban talk"; not "citing data of |"."""
    of = next((i for i, unit in enumerate(between) if unit.cls == "F"), 0)
    return of > 0 and between[of - 1].cls == "x" and between[of - 1].senses.isdisjoint(OWNED_SENSES | ACCOUNTS)


def by_account(scene: Scene, at: int) -> Attribution | None:
    """The owner of an account: "by his account", "by the ministry's count", "on its own reckoning", "by Kyiv's".

    Covers also an account that is nobody's: "by Western | estimates", "by official | count".
    Must not: "on its website".
    """
    units = scene.units
    if scene.found and at and units[at - 1].low in BASING:
        return None  # "according to an AFP tally based | on official figures"
    if at + 1 < len(units) and units[at + 1].cls == "s" and units[at + 1].low.startswith(("our", "my")) and scene.found:
        return None  # "SELEZNYOV: | By our count they had 868 killed"
    for i in range(at + 1, min(at + 8, len(units))):
        unit = units[i]
        if (
            unit.cls in ",;.:"
            or unit.low.startswith("without")
            or (units[at].low == "on" and (unit.cls in "Ncf" or (unit.cls == "t" and i > at + 1)))
        ):
            return None  # "on Israel's side | the tally"
        bare = unit.cls == "'" and (i + 1 >= len(units) or units[i + 1].cls in ",;.") and units[at].cls == "^"
        account = "account" in unit.senses and not (units[at].low == "on" and unit.low in WHERE_POSTED)
        if not account and not bare:
            continue
        owner = owner_between(scene, at + 1, i)
        last = i + 1
        if owner is None and last < len(units) and (units[last].cls == "F" or units[last].low == "that"):
            # "by the count | of the ministry", "by the estimate | that the envoy gave"
            owner = actor_from(scene, last + 1)
            last = owner.last if owner is not None else last
        official = units[at + 1].low == "official"
        if owner is None and i == at + 2 and (official or (unit.low.endswith("s") and units[at + 1].cls in "JR")):
            text, kind = scene.reading.text(at + 1, last), "official" if official else "unnamed"
            owner = Actor(at + 1, last, text, text, kind=kind, local=official, told=not official)
        if owner is None and scene.memory.speaker is not None and any(u.low == "same" for u in units[at + 1 : i]):
            text = scene.reading.text(at + 1, last)  # "by the same | count"
            owner = replace(scene.memory.speaker, first=at + 1, last=last, text=text)
        if owner is None:
            return None
        return Attribution(owner, at, last, forward=True, backward=True, rule="by_account")
    return None


def in_telling(scene: Scene, at: int) -> Attribution | None:
    """Whose telling it is: "In his telling, 40 died", "…, in their estimation, …".

    Must not: "in its report", "in his words to the troops".
    """
    units = scene.units
    if at + 2 >= len(units) or units[at + 1].cls != "s" or units[at + 2].low not in TELLINGS:
        return None
    closed = at + 3 >= len(units) or units[at + 3].cls in ",.;0hqzta"
    if not closed or (at and units[at - 1].cls not in ',;:"&-('):
        return None
    owner = owner_between(scene, at + 1, at + 2)
    return None if owner is None else Attribution(owner, at, at + 3, forward=True, backward=True, rule="by_account")


def whose_own(scene: Scene, at: int) -> Attribution | None:
    """A relative clause about a count: "Moscow, whose own | figure was 498"."""
    owner = next((a for a in reversed(scene.actors) if at - 1 <= a.last <= at), None)
    if owner is None:
        return None
    return Attribution(owner, at, at + 1, forward=True, backward=False, rule="whose_own", counts=True)


def _toll_given(scene: Scene, at: int, actor: Actor | None) -> Actor | None:
    """A toll as what tells: "according to | an official provisional toll"; not "according to | the UN toll"."""
    units = scene.units
    end = next((i for i in range(at + 1, min(at + MAX_TOLL, len(units))) if units[i].cls == "L"), None)
    if end is None or (actor is not None and (actor.last > end or actor.side or actor.named)):
        return None
    if any(u.cls not in "taxJ" and u.low != "official" for u in units[at + 1 : end]):
        return None
    first = at + 1 + (units[at + 1].cls in "ta")
    official = any(u.low == "official" for u in units[first:end])
    text, kind = scene.reading.text(first, end + 1), "official" if official else "unnamed"
    return Actor(first, end + 1, text, text, kind=kind, document=True, local=official, told=not official)


MAX_TOLL = 6
"""Units behind "according to" in which the toll stands that tells it."""
MAX_WANTED = 6
"""Units before an account in which a word says that it is wanted only."""


def tally_of(scene: Scene, at: int) -> Attribution | None:
    """The owner of a count is its source.

    Covers: "Russia's last overall figure, 5,937", "the White Helmets' count", "a UN tally".
    Must not: "Russia's number of dead".
    """
    units = scene.units
    if not any(u.cls in "0qhz" for u in units[at + 1 : at + 14]) or units[at + 1].cls in "kLjv":
        return None
    if units[at + 1].cls == "F" and units[at].low in AMOUNTS and not (at and units[at - 1].cls in "J'"):
        return None
    owner = None
    for actor in scene.actors:
        if (
            actor.first < at < actor.last + 4
            and (actor.last <= at + 1 or (actor.document and units[at - 1].cls == "'"))
            and (actor.side or actor.kind)
            and not actor.pronoun
        ):
            gap = units[actor.last : at]
            inside = actor.last > at and (actor.document or any(u.cls == "'" for u in units[actor.first : at]))
            if inside or (gap and gap[0].cls == "'" and all(u.cls in "'xJmRU" for u in gap)):
                owner = actor
    if owner is None or owner.kind == "witness" or _is_bracketed(units, owner, at):
        return None
    lead = [u.low for u in units[max(0, owner.first - MAX_WANTED) : owner.first]]
    if "," not in lead and ("should" in lead or "must" in lead):
        return None  # "should conduct | investigations into the killings, of which 71 …"
    if owner.document and scene.found and scene.found[-1].last == owner.first - 1 and units[owner.first - 1].cls == "/":
        return None  # "The group said in | a statement on its website that …"
    first, last = owner.first, max(at + 1, owner.last)
    if units[first].cls == "s":  # "the mission has cut | its estimate to 2,000"
        pronoun = person_of(units[first])
        owner = next(
            (a for a in reversed(scene.actors) if a.last <= first and can_own(units, a) and fits_pronoun(pronoun, a)),
            owner,
        )
    return Attribution(owner, first, last, forward=True, backward=False, rule="tally_of", counts=True)


def _is_bracketed(units: list[Unit], owner: Actor, at: int) -> bool:
    """Whether a claim stands in brackets, behind its figure: "19,000 killed (| Eritrean claim), 67,000 (…)"."""
    end = max(at + 1, owner.last)
    return owner.first > 0 and units[owner.first - 1].cls == "(" and end < len(units) and units[end].cls == ")"


def from_origin(scene: Scene, at: int) -> Attribution | None:
    """From whom a figure is, between commas: "The last number, | from President Zelenskyy in February, was 46,000".

    Covers also: "The toll, | issued by the junta, is 40", "The highest estimate, | that of the opposition, is 900".
    Must not: "The number, | from Monday, was 40".
    """
    units = scene.units
    if at + 4 >= len(units) or units[at + 1].cls != ",":
        return None
    lead = at + 2 + (units[at + 2].low == "that" and units[at + 3].cls == "F")
    if units[lead].cls not in "^>F]" and units[lead].low != "from":
        return None
    actor = actor_from(scene, lead + 1)
    if actor is None or actor.kind not in SPEAKERS or actor.counted:
        return None
    close = next((i for i in range(actor.last, min(actor.last + MAX_DATED, len(units))) if units[i].cls == ","), None)
    if close is None or close + 2 >= len(units) or units[close + 1].cls not in "bc":
        return None
    if not any(u.cls in "0qz" for u in units[close + 2 : close + 5]):
        return None
    return Attribution(actor, at + 2, close + 1, forward=True, backward=False, rule="account_by", counts=True)


def rejected_claim(scene: Scene, at: int) -> Attribution | None:
    """Whose claim a verb of denying rejects: "denied | opposition claims that 200 had died", "a rebel claim that".

    Must not: "denied | claims that 200 had died", "denied a report of 12 dead".
    """
    units = scene.units
    for i in range(at + 2, min(at + MAX_REJECTED, len(units) - 1)):
        unit = units[i]
        if unit.cls in ",;.:0r^":
            return None
        if units[i + 1].low != "that" or unit.senses.isdisjoint(("figure", "account", "document_role")):
            continue
        bare = i - 1 if units[i - 1].cls == "'" else i
        owner = next((a for a in scene.actors if at < a.first and a.last == bare), None)
        if owner is None or owner.kind not in SPEAKERS or owner.pronoun or owner.counted:
            return None
        return Attribution(owner, owner.first, i + 1, forward=True, backward=False, rule="tally_of", counts=True)
    return None


def pointed_at(scene: Scene, at: int) -> Attribution | None:
    """The owner of an account that a clause behind the figure points at.

    Covers: "19 are dead – that's the police | figure", "30 dead: that is the army's | version".
    Must not: "19 are dead – that is the figure", "that is a police | matter".
    """
    units = scene.units
    start = at
    while start > 0 and units[start].cls not in ",;:-.(" and at - start < MAX_POINTING:
        start -= 1
    opens = units[start : start + 3]
    if len(opens) < 3 or opens[0].cls not in ",;:-(" or opens[1].low not in POINTING or opens[2].cls not in "b'":
        return None
    last = at + 1
    if last < len(units) and units[last].cls not in ",;.-)/F":
        return None
    if last < len(units) and units[last].cls == "F":  # "that is the count of | the institute"
        owner = next((a for a in scene.actors if a.document and start < a.first <= at < a.last), None)
        owner = owner or actor_from(scene, last + 1)
        last = owner.last if owner is not None else last
        if owner is None or owner.counted or (last < len(units) and units[last].cls not in ",;.-)"):
            return None
    else:
        owner = next(
            (
                a
                for a in reversed(scene.actors)
                if start < a.first and at - 2 <= a.last <= at + 1 and (a.side or a.kind) and not a.counted
            ),
            None,
        )
    if owner is None or not (owner.side or owner.kind or owner.head):
        return None
    return Attribution(owner, start + 1, last, forward=False, backward=True, rule="pointed")


def comes_from(scene: Scene, at: int) -> Attribution | None:
    """From whom a figure comes: "The figure of 150 dead | comes from the monitor".

    Must not: "the order | came from the army", "12 dead, who | came from Mali", "no figure | came from the army".
    """
    units, actor = scene.units, actor_from(scene, at + 1)
    if at == 0 or units[at - 1].low not in COMING or actor is None or not (actor.kind or actor.side):
        return None
    start = next((i for i in range(at - 1, -1, -1) if units[i].cls in ";.:r"), -1)
    figure = next((i for i in range(start + 1, at) if not ACCOUNTS.isdisjoint(units[i].senses)), None)
    if figure is None or not any(u.cls in "0qz" for u in units[figure:at]):
        return None
    return Attribution(actor, at, actor.last, forward=False, backward=True, rule="account_by")


def figure_given(scene: Scene, at: int) -> Attribution | None:
    """Who gives the figure that a colon leads to: "the ministry later offered a far higher one | : 2,000".

    Must not: "the ministry offered money | : 2,000".
    """
    units, noun = scene.units, scene.units[at - 1]
    if noun.senses.isdisjoint(("figure", "account", "told")) and noun.low != "one":
        return None
    for verb in range(at - 2, max(-1, at - 2 - MAX_GIVING), -1):
        if units[verb].cls in ",;.":
            return None
        if "disclose" in units[verb].senses or units[verb].low in HAVING:
            subject = subject_before(units, scene.reading.classes, verb, scene.actors)
            if (
                subject is None
                or is_passive(units, verb)
                or not (subject.kind in SPEAKERS or subject.pronoun or subject.side)
            ):
                return None
            return Attribution(subject, subject.first, at + 1, forward=True, backward=False, rule="figure_given")
    return None


def as_it_has(scene: Scene, at: int) -> Attribution | None:
    """Who "has it": "12 died, as the army | has it", "as the ministry would | have it"; not "the army | has it"."""
    units = scene.units
    if at + 1 >= len(units) or units[at + 1].low != "it":
        return None
    actor = next((a for a in reversed(scene.actors) if a.last <= at and at - a.last <= 2), None)
    if actor is None or actor.first == 0 or units[actor.first - 1].low not in ("as", "or so"):
        return None
    return Attribution(actor, actor.first - 1, at + 2, forward=actor.first == 1, backward=True, rule="said")
