"""Who says it: cue, source, and the stretch of a sentence that an attribution governs.

The innermost credited speaker is the source; the outlet through which it came is `via`. What no attribution governs is
the outlet's own voice.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from facttrack.asides import is_beside, is_dated, kin_of, passes_on
from facttrack.carried import TOLD
from facttrack.memory import SPEAKING, Actor, Memory
from facttrack.phrases import VIEWING
from facttrack.subjects import (
    OPENS,
    REDUCED,
    SELVES,
    SPEAKERS,
    gives_toll,
    is_of_them,
    is_participle,
    is_passive,
    is_person_role,
    subject_before,
)
from facttrack.units import Reading, Unit
from facttrack.unlisted import closes_with_speaker, find_named, find_parted, find_unknown, find_unknown_behind

__all__ = [
    "ACCOUNTS",
    "AMOUNTS",
    "AUXILIARIES",
    "COMING",
    "FIRST_PERSON",
    "HEARERS",
    "IMPARTIAL",
    "INCLUDING",
    "POINTING",
    "VICTIM_HEADS",
    "Attribution",
    "find_attributions",
    "find_subject",
    "govern",
]

CUE_CLASSES = frozenset(">^cG:-r(")
BLAMING, MAX_BLAMED = frozenset(["attributed to"]), 5
"""Cues that blame whoever they name, if an attack stands so many units before."""
MAX_OPENING = 10
"""Units of a subject with which a sentence opens."""
SAID = frozenset("said says reported announced confirmed".split())
"""Verbs of saying that close what they tell."""
MAX_DATED = 6
"""Units of time and auxiliaries between "which" and its verb."""
HAVING = frozenset(["has", "had", "have", "would have"])
"""Verbs of "as the army | has it"."""
CUE_WORDS = frozenset({"on", "from", "whose own"}) | HAVING
CUE_SENSES = frozenset({"according", "via", "cue", "tally_noun", "document_role", "account"})
"""What a unit must have of these, or be a word after a closing quotation mark, to be a cue."""
OWNED_SENSES = frozenset({"tally_noun", "document_role", "account"})
"""Nouns whose owner is a source: "the ministry's count"."""
ACCOUNTS = frozenset({"figure", "account"})
VICTIM_HEADS = frozenset(
    "soldiers fighters civilians troops militants rebels forces children women men people personnel servicemen".split()
)
ANONYMOUS = frozenset("anonymity anonymously identified anonymous unnamed".split())
MAX_CREW = 9
"""Units between who speaks and those who count for him: "asserted in a statement from London | that their fighters"."""
FINDING = frozenset("found find discovered recovered retrieved collected".split())
"""Verbs by which those whom a speaker sends count the dead for him."""
HEARERS = frozenset("reporters journalists correspondents".split())
"""Who is told, and may be counted."""
TELLINGS = frozenset("telling estimation reckoning view opinion version account judgment judgement estimate".split())
"""Nouns for what somebody thinks, behind "in his"."""
BASING = frozenset("based built drawn relying drawing".split())
"""Words between a tally and what it goes by."""
WHERE_POSTED = frozenset("site page channel website post paper broadcast list".split())
"""Nouns for an account that stand after "on" as a mere place."""
AMOUNTS = frozenset("number numbers total list sum figure".split())
CLAIMS_TO = frozenset(["claim to have", "claims to have", "claim to have counted"])
"""Nouns for a claim with the verb that follows: "the rebels' | claim to have killed 40"."""
MAX_REJECTED = 9
"""Units between a verb of denying and the claim that it rejects: "dismissed as fabricated a rebel | claim"."""
COMING = frozenset("comes came come stems stemmed originates originated".split())
"""Verbs before "from" whose subject may be a figure."""
OWN_ACCOUNTS = frozenset(["by_account", "account_by", "according_to"])
"""Rules whose words stand beside the very figure that they tell of."""
POINTING = frozenset("that this which these those".split())
"""Words that point back at a figure: "that's the police figure"."""
FIRST_DATA = ("preliminary ", "initial ", "the preliminary ", "the latest data", "latest data")
"""Beginnings of what is cited without an owner."""
MAX_POINTING = 10
"""Units from such a word to the account that it points at."""
FIRST_PERSON = frozenset({"we", "i"})
ANSWERABLE = frozenset("official military emergency international".split())
"""Kinds of source that answer themselves for what they say, even where they cite witnesses."""
INCLUDING = frozenset("includes included include counts lists contains".split())
EMERGING = frozenset("emerged emerges transpired transpires appears appeared seems seemed".split())
"""What "it" does before a that-clause that nobody says."""
BEHIND_LABEL, OFFICE, MAX_BEHIND = "d)(xX~/^,QJUtEAS", "DYRP", 4
"""Classes of what may stand between a label and its colon, those of an office, and how many units."""
LABELLING = frozenset("residents villagers witnesses eyewitnesses survivors relatives locals activists".split())
"""Witnesses who head a line that they tell: "Residents: 30 dead"; not "Civilians: 63"."""
HEADING = frozenset("rebels militants fighters".split())
"""Fighters who head a line that they tell, if it counts those whom they fight."""
THEIR_FOES = frozenset("soldiers policemen troops servicemen civilians police villagers".split())
MAX_COUNTING = 6
"""Units behind a colon in which the counted people are named: "at least 40 government soldiers"."""
NEWS = frozenset("word news update correction statement announcement latest".split())
RECKONING = frozenset("sees has finds reckons reports".split())
"""Verbs with which a second voice counts otherwise: "where the monitor counts 150, the army sees 37"."""
IMPARTIAL = frozenset("monitor emergency international media".split())
"""Kinds of source that are no party. "Its" can mean them, though people are named ("Human Rights Activists"), and they
tell the line of a list that they head, where an army may head that of its own dead."""
MAX_GIVING = 7
"""Units between a verb of giving and the noun of the figure that it gives."""
EVENT_SENSES = frozenset({"neutral_attack", "life_claimer", "of_war"})
"""Senses of the last word of a headline's label that names no source but what happened."""
AUXILIARIES = frozenset("has have had did does do would will".split())
"""Verbs before the subject in "nor | has Kigali"."""
HELD = frozenset("controlled held occupied ruled run seized captured shelled hit struck attacked led backed".split())
"""What is done by who says nothing: "in territory | controlled by the army"."""
MAX_AGENT = 9
"""Units between a cue in the passive and "by"."""
AS_SUCH = (" as missing", " as dead", " as killed", " as wounded")
"""Ends of what somebody's list says of people."""
MAX_CITED = 8
"""Units from "citing" to whose figures they are."""
MAX_VIEWED = 6
"""Units of a document before "seen by"."""
MAX_BESIDE = 6
"""Units between a figure and "according to" behind it."""
MAX_TAIL = 16
"""Units between a trailing cue and the end of its clause: "…, he said in a video posted after midnight on Friday"."""


@dataclass(slots=True)
class Attribution:
    """A source with its cue. It governs what follows (`forward`), what precedes (`backward`), or both."""

    actor: Actor
    first: int
    last: int
    forward: bool
    backward: bool
    rule: str
    via: Actor | None = None
    admits: bool = False
    counts: bool = False


@dataclass(slots=True)
class Scene:
    """A sentence while its attributions are found: who stands where, who has spoken, what was known before."""

    reading: Reading
    units: list[Unit]
    actors: list[Actor]
    starts: dict[int, Actor]
    """The actors by their first unit."""
    memory: Memory
    found: list[Attribution] = field(default_factory=list)
    quoted: dict[int, Actor] = field(default_factory=dict)
    """Who quotes an actor, by its first unit, that becomes the source only later in the sentence."""


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
                made = _tally_of(scene, at) or _pointed(scene, at) or _origin(scene, at)
            if made is not None:
                _add(scene, made)
            if "deny" in unit.senses:
                claimed = _rejected_claim(scene, at)
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
        return _according(scene, at) or _verb_with_by(scene, at)
    if "via" in senses and at + 1 < len(units):
        return _citing(scene, at)
    if cls == "^" and _is_account(units, at) and _actor_from(scene, at + 1) is not None:
        return _account_by(scene, at)
    if cls == "^" or unit.low == "on":
        return _by_account(scene, at)
    if unit.low == "in":
        return _in_telling(scene, at)
    if cls == "x" and at and units[at - 1].cls == '"' and unit.low.endswith("ed") and at + 1 in scene.starts:
        actor = scene.starts[at + 1]  # “…,” sobbed X
        return Attribution(actor, at, actor.last, forward=False, backward=True, rule="said")
    if cls == "c" or "cue" in senses:
        return _subject_cue(scene, at)
    if cls == "G":
        return _gerund(scene, at)
    if unit.low in HAVING:
        return _has_it(scene, at)
    if unit.low == "from":
        return _comes_from(scene, at)
    if cls == "(":
        return _in_brackets(scene, at)
    if unit.low == "whose own":
        return _whose_own(scene, at)
    if at == 0:
        return None
    if cls == "0":
        return _gapped(scene, at) if scene.found else None
    if cls == ":":
        return _label(scene, at) or _figure_given(scene, at) or _signed(scene, at)
    if cls == "-":
        return _signed(scene, at)
    if cls == "r" and unit.low == "that":
        return _that_clause(scene, at)
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
    """The speaker who is named for the one who says "we": “We counted 35 bodies,” X told AP."""
    named = [a for a in found if a.actor.text.lower() not in FIRST_PERSON]
    if not named or len(named) == len(found):
        return
    for attribution in found:
        if attribution.actor.text.lower() in FIRST_PERSON:
            attribution.actor = named[-1].actor


def _according(scene: Scene, at: int) -> Attribution | None:
    """A source after its cue: "according to X, …", "…, according to X", "according to RIA, citing X".

    Covers also: "were said by | X to have killed 12".
    Must not: "according to plan".
    """
    units, actor = scene.units, _actor_from(scene, at + 1)
    if units[at].low in VIEWING and actor is not None and at and not units[at - 1].senses.isdisjoint(OWNED_SENSES):
        _note_way(scene, at, actor)
        return None  # "according to a UN report | seen by the agency"
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
        actor = actor or find_named(scene.reading, at + 1)
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
    if viewed == close and (outlet := _actor_from(scene, close + 1)) is not None:
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


def _verb_with_by(scene: Scene, at: int) -> Attribution | None:
    """Who says it, where "by" belongs to a time or a means.

    Covers: "the PKK had claimed by | noon to have killed 15", "a rebel spokesman said by | satellite telephone".
    """
    units = scene.units
    if at + 1 >= len(units) or not units[at].low.endswith(("ed by", "said by")):
        return None
    if units[at].low != "said by" and units[at + 1].cls not in "NU0":
        return None
    subject = None if is_passive(units, at) else subject_before(units, scene.reading.classes, at, scene.actors)
    if subject is None or not (subject.kind in SPEAKERS or subject.side or subject.pronoun):
        return None
    forward, backward = _directions(units, subject.first - 1, at + 1)
    return Attribution(subject, subject.first, at + 1, forward=forward, backward=backward, rule="said")


def _is_account(units: list[Unit], at: int) -> bool:
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


def _account_by(scene: Scene, at: int) -> Attribution | None:
    """The author of an account: "figures by the ministry", "a count published by the UN". Must not: "killed by X"."""
    made = _according(scene, at)
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


def _actor_from(scene: Scene, at: int) -> Actor | None:
    """The actor that begins at a unit, or just after an article, a quotation mark or a number."""
    for i in range(at, min(at + 3, len(scene.units))):
        if i in scene.starts:
            return scene.starts[i]
        if scene.units[i].cls not in 'tasxJm"~FN':
            return None
    return None


def _citing(scene: Scene, at: int) -> Attribution | None:
    """A source and who passed it on: of "RIA said, citing the ministry" the ministry is the source, RIA the way.

    Covers: "citing X", "quoting X", "X quoted by the Times", where the Times is the way; "quoted her as saying".
    Must not: "the council said, citing witnesses": the council answers for it.
    """
    actor = _actor_from(scene, at + 1)
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
        _note_way(scene, at, actor)
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


def _note_way(scene: Scene, at: int, outlet: Actor) -> None:
    """Note the outlet of "X said, quoted by the Times" on what X said; of "X, quoted by the Times, said" for later."""
    units = scene.units
    for attribution in reversed(scene.found):
        if attribution.actor.last <= at:
            attribution.via = outlet
            return
    end = at - 1 if units[at - 1].cls == "b" else at  # "A commander was | quoted by the agency as saying"
    earlier = next((a for a in scene.starts.values() if a.last == end and not a.pronoun), None)
    if earlier is not None:
        scene.quoted[earlier.first] = outlet


def _by_account(scene: Scene, at: int) -> Attribution | None:
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
        owner = _owner_between(scene, at + 1, i)
        last = i + 1
        if owner is None and last < len(units) and (units[last].cls == "F" or units[last].low == "that"):
            # "by the count | of the ministry", "by the estimate | that the envoy gave"
            owner = _actor_from(scene, last + 1)
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


def _in_telling(scene: Scene, at: int) -> Attribution | None:
    """Whose telling it is: "In his telling, 40 died", "…, in their estimation, …".

    Must not: "in its report", "in his words to the troops".
    """
    units = scene.units
    if at + 2 >= len(units) or units[at + 1].cls != "s" or units[at + 2].low not in TELLINGS:
        return None
    closed = at + 3 >= len(units) or units[at + 3].cls in ",.;0hqzta"
    if not closed or (at and units[at - 1].cls not in ',;:"&-('):
        return None
    owner = _owner_between(scene, at + 1, at + 2)
    return None if owner is None else Attribution(owner, at, at + 3, forward=True, backward=True, rule="by_account")


def _owner_between(scene: Scene, first: int, last: int) -> Actor | None:
    """Who owns an account at unit `last`: an actor named before it, else the person of "his", "its", "their"."""
    units = scene.units
    if first == last or units[first].cls != "s":
        for k in range(first, last + 1):
            actor = scene.starts.get(k)
            if actor is not None and (actor.side or actor.kind or actor.named):
                return actor
    possessive = next((u for u in units[first:last] if u.cls == "s"), None)
    if possessive is None:
        return None
    pronoun = _person_of(possessive)
    for actor in reversed(scene.actors):  # "Hezbollah lost 13 men by | its own account"
        opens = actor.last < first and (actor.first == 0 or units[actor.first - 1].cls in OPENS)
        fits = _fits(pronoun, actor)
        if (
            opens
            and fits
            and units[actor.first].cls not in "xh"  # "north of Mogadishu"
            and (actor.side or (actor.kind in SPEAKERS and actor.kind != "witness"))
        ):
            return replace(actor, first=first, last=last)
    order = (scene.memory.sentence, first)
    return Actor(first, last, possessive.text.split()[0], possessive.text, pronoun=pronoun, order=order)


def _person_of(possessive: Unit) -> str:
    """The pronoun that belongs to "his", "its own", "their"."""
    word = possessive.low.split()[0]
    return "he" if word in ("his", "her") else "it" if word == "its" else "they"


def _fits(pronoun: str, actor: Actor) -> bool:
    """Whether a pronoun can mean an actor, by number and kind."""
    if actor.pronoun:
        return False
    if pronoun == "he":
        return actor.person and not actor.plural
    return not actor.person or actor.kind in IMPARTIAL or (pronoun == "they" and actor.plural)


def _gerund(scene: Scene, at: int) -> Attribution | None:
    """Going on: "…, adding that 12 were missing" has the last speaker, else the subject of the sentence."""
    found, units = scene.found, scene.units
    beside = next((a for a in scene.actors if a.last == at and a.first and units[a.first - 1].low == "with"), None)
    speaks = beside is not None and beside.kind in SPEAKERS and not beside.counted
    if beside is not None and speaks and at + 1 < len(units) and units[at + 1].cls in "r0h":
        # "The fighting went on, with officials | insisting that 14 had died"
        return Attribution(beside, beside.first - 1, at + 1, forward=True, backward=False, rule="said")
    if at and units[at - 1].cls == "b" and "disclose" in units[at].senses:  # "the army is | putting its losses at 12"
        subject = subject_before(units, scene.reading.classes, at, scene.actors)
        if subject is not None and _can_count(subject):
            return Attribution(subject, subject.first, at + 1, True, False, "counted", counts=True)
    actor = next(
        (
            a.actor
            for a in reversed(found)
            if a.rule not in ("account_by", "citing", "tally_of") and not units[a.first].low.endswith("ed by")
        ),
        None,
    )
    if scene.quoted and at and units[at - 1].low == "as":  # "A commander was quoted by the agency as | saying that"
        who = max(scene.quoted)
        return Attribution(
            scene.starts[who], at, at + 1, forward=True, backward=False, rule="said", via=scene.quoted[who]
        )
    told = next((a for a in scene.actors if a.last == at - 1 and units[at - 1].low == "as"), None)
    if told is not None and found and found[-1].last == told.first:  # "AFP reported | a military source as saying"
        outlet = found.pop()
        return Attribution(told, outlet.first, at + 1, outlet.forward, outlet.backward, "said", via=outlet.actor)
    own = next((a for a in scene.actors if a.last == at and _is_beside(units, a)), None)
    if own is not None:
        return Attribution(own, own.first, at + 1, forward=True, backward=False, rule="said")
    if actor is None and at and units[at - 1].cls in "xEv":
        actor = find_unknown(scene.reading, at)  # ", with exile parties | alleging that"
    if actor is None:
        if at == 0 or units[at - 1].cls != ",":
            return None
        if units[at - 2].cls == "c" and any(a.document and a.last == at - 2 for a in scene.actors):
            return (
                None  # "the rebels were hit, the statement said, | adding that 18 had died": nobody knows whose it is
            )
        actor = next(
            (
                a
                for a in scene.actors
                if a.last < at
                and (a.first == 0 or units[a.first - 1].cls in OPENS)
                and ((a.kind in SPEAKERS and a.kind != "witness") or a.side or a.pronoun)
            ),
            None,
        )
        if actor is None:
            return None
    via = found[-1].via if found else None
    return Attribution(actor, at, at + 1, forward=True, backward=False, rule="adding", via=via)


def _is_beside(units: list[Unit], actor: Actor) -> bool:
    """Whether somebody has a gerund of its own beside the clause: ", with | residents saying", ", | the army claiming".

    Must not: "the attack on | the army, claiming …", "a man in the | army claiming …".
    """
    lead = actor.first - 1
    return lead > 0 and (units[lead].low == "with" or (units[lead].cls == "," and units[actor.first].cls in "taSRYv"))


def _whose_own(scene: Scene, at: int) -> Attribution | None:
    """A relative clause about a count: "Moscow, whose own | figure was 498"."""
    owner = next((a for a in reversed(scene.actors) if at - 1 <= a.last <= at), None)
    if owner is None:
        return None
    return Attribution(owner, at, at + 1, forward=True, backward=False, rule="whose_own", counts=True)


def _tally_of(scene: Scene, at: int) -> Attribution | None:
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
    if owner.document and scene.found and scene.found[-1].last == owner.first - 1 and units[owner.first - 1].cls == "/":
        return None  # "The group said in | a statement on its website that …"
    first, last = owner.first, max(at + 1, owner.last)
    if units[first].cls == "s":  # "the mission has cut | its estimate to 2,000"
        pronoun = _person_of(units[first])
        owner = next(
            (a for a in reversed(scene.actors) if a.last <= first and _owns(units, a) and _fits(pronoun, a)), owner
        )
    return Attribution(owner, first, last, forward=True, backward=False, rule="tally_of", counts=True)


def _is_bracketed(units: list[Unit], owner: Actor, at: int) -> bool:
    """Whether a claim stands in brackets, behind its figure: "19,000 killed (| Eritrean claim), 67,000 (…)"."""
    end = max(at + 1, owner.last)
    return owner.first > 0 and units[owner.first - 1].cls == "(" and end < len(units) and units[end].cls == ")"


def _origin(scene: Scene, at: int) -> Attribution | None:
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
    actor = _actor_from(scene, lead + 1)
    if actor is None or actor.kind not in SPEAKERS or actor.counted:
        return None
    close = next((i for i in range(actor.last, min(actor.last + MAX_DATED, len(units))) if units[i].cls == ","), None)
    if close is None or close + 2 >= len(units) or units[close + 1].cls not in "bc":
        return None
    if not any(u.cls in "0qz" for u in units[close + 2 : close + 5]):
        return None
    return Attribution(actor, at + 2, close + 1, forward=True, backward=False, rule="account_by", counts=True)


def _rejected_claim(scene: Scene, at: int) -> Attribution | None:
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


def _pointed(scene: Scene, at: int) -> Attribution | None:
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
        owner = owner or _actor_from(scene, last + 1)
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


def _comes_from(scene: Scene, at: int) -> Attribution | None:
    """From whom a figure comes: "The figure of 150 dead | comes from the monitor".

    Must not: "the order | came from the army", "12 dead, who | came from Mali", "no figure | came from the army".
    """
    units, actor = scene.units, _actor_from(scene, at + 1)
    if at == 0 or units[at - 1].low not in COMING or actor is None or not (actor.kind or actor.side):
        return None
    start = next((i for i in range(at - 1, -1, -1) if units[i].cls in ";.:r"), -1)
    figure = next((i for i in range(start + 1, at) if not ACCOUNTS.isdisjoint(units[i].senses)), None)
    if figure is None or not any(u.cls in "0qz" for u in units[figure:at]):
        return None
    return Attribution(actor, at, actor.last, forward=False, backward=True, rule="account_by")


def _owns(units: list[Unit], actor: Actor) -> bool:
    """Whether an actor opens its clause and can own "its estimate"."""
    opens = actor.first == 0 or units[actor.first - 1].cls in OPENS
    return opens and not actor.pronoun and actor.kind in SPEAKERS and actor.kind != "witness" and not actor.counted


def _label(scene: Scene, at: int) -> Attribution | None:
    """A source before a colon at the start of its clause: "Police sources: at least 18 dead", "STATE TV: …".

    Must not: "Libya: air strike kills dozens", which names a place.
    """
    units = scene.units
    for actor in scene.actors:
        if actor.last > at or actor.pronoun:
            continue
        if actor.kind in (None, "witness") and not actor.surname and actor.head not in LABELLING:
            continue
        if actor.document and actor.side is None and not actor.named:
            continue  # "Initial assessment: …"
        if actor.text.lower() in ("source", "sources", "quote"):
            continue  # "Source: the mayor of Nikopol", who is named there
        behind = units[actor.last : at]
        if actor.kind is None and behind and behind[0].cls in "xX~/" and not actor.head:
            continue  # "Brave Yanks: …"
        event = units[actor.first].cls == "A" or not units[at - 1].senses.isdisjoint(EVENT_SENSES)
        if actor.kind is None and event and not actor.head:
            continue  # "Pulwama Encounter: …", "Kashmir Clash: …"
        if any(u.cls == "x" and u.low.endswith("ed") and u.text.islower() for u in behind):
            continue  # "Hospital bombed: …"
        office = bool(behind) and behind[0].cls in ",("  # "ALI HASSAN, presidential spokesman: …"
        allowed = BEHIND_LABEL + OFFICE if office else BEHIND_LABEL
        if len(behind) > MAX_BEHIND or any(u.cls not in allowed for u in behind):
            continue
        if actor.kind is None and not actor.head and office and behind[0].cls == "," and behind[-1].cls in "XA":
            continue  # "BAMBANG, Nueva Vizcaya: …"
        start = actor.first
        while start > 0 and units[start - 1].cls in "NM-x)(U0A" and start > actor.first - 5:
            start -= 1
        if start > 0 and units[start].cls == "-" and units[start - 1].cls == "S":
            start -= 1  # "PAKISTAN – Army: …"
        opens = start == 0 or units[start - 1].cls in ".;" or _is_opening(units[:start])
        if not opens and not _is_word_from(units, start, at):
            continue
        words = units[actor.first : actor.last]
        if words[-1].cls in "xUEJN" and any(u.cls == "'" for u in words):
            continue  # "Baghdad's worst day: 202 dead"
        bare = len(words) == 1 and words[0].cls == "S" and _is_country(words[0])
        if bare and not (scene.reading.capitals and "0" in scene.reading.classes):
            continue  # "Libya: air strike kills dozens", "AFGHANISTAN: CIVILIAN CASUALTIES" over a bulletin
        if any("capture_noun" in u.senses for u in words):
            continue  # "Prisoners of war: 496"
        if (
            any(u.cls in "cpjk" for u in units[actor.first : at])
            or (actor.head in VICTIM_HEADS and not _counts_others(units, actor, at))
            or words[0].cls in "0zqh"
        ):
            continue
        if actor.kind in (None, "witness", "unnamed") and behind and behind[0].cls == ",":
            role = next((a for a in scene.actors if a.first == actor.last + 1 and a.kind is not None), None)
            if role is not None:  # "MARIA LOPEZ, presidential spokeswoman: …"
                actor = replace(actor, kind=role.kind, side=actor.side or role.side, local=role.local)
        return Attribution(actor, actor.first, at + 1, forward=True, backward=False, rule="label")
    return None


def _counts_others(units: list[Unit], actor: Actor, colon: int) -> bool:
    """Whether those who head a line count others behind its colon: "Rebels | : at least 40 soldiers killed".

    Must not: "Rebels: 40 killed", "Rebels: 12 fighters killed, three civilians hurt", which tell what they lost.
    """
    if actor.head not in HEADING:
        return False
    for unit in units[colon + 1 : colon + 1 + MAX_COUNTING]:
        if unit.cls in ",;.":
            return False
        if unit.low in THEIR_FOES:
            return True
    return False


def _is_word_from(units: list[Unit], start: int, colon: int) -> bool:
    """Whether a line opens with news from somebody: "First word from | Azerbaijan's prosecutors: 14 dead"."""
    if units[start - 1].low not in ("from", "by") or start > MAX_OPENING:
        return False
    begin = start - 1
    while begin > 0 and units[begin - 1].cls not in ".;":
        begin -= 1
    opening = units[begin : start - 1]
    return any(u.low in NEWS or "figure" in u.senses for u in opening) and not any(
        u.cls in "bfwpijgy,:" for u in opening
    )


def _is_opening(units: list[Unit]) -> bool:
    """Whether a line begins with a phrase of time or place: "From Rawalpindi a day later, | the army's wing: 40"."""
    return units[0].cls in "/]NU" and units[-1].cls == "," and not any(u.cls in "bcfpijkwgl;:" for u in units)


def _is_country(unit: Unit) -> bool:
    """Whether a name is of a state, in which things happen: "Libya: air strike kills dozens"; not "UN: 3,709 died"."""
    return unit.entry is not None and unit.entry.place_country is not None


def _gapped(scene: Scene, at: int) -> Attribution | None:
    """A source whose verb is that of the source before: "the army counted 12 dead, the hospital | 30".

    Covers also: "speaks of 12 dead, witnesses of | 30", "X's figure is 12; the army's, | 30", "where X counts 12, the
    army sees | 30".
    Must not: "the army said 12 soldiers had died, the police | 30", where it may be the police who died.
    """
    units = scene.units
    end = at
    while end > 1 and units[end - 1].cls == "h":
        end -= 1
    end = end - 1 if units[end - 1].low in ("at", "of") else at
    if end < at and units[end - 1].cls == ",":
        end -= 1  # "…; Armenian authorities, of | 11 killed"
    owned = (
        units[end - 1].cls == "'" and scene.found[-1].rule == "tally_of"
    )  # "the HRW figure is 150; the army's, | 37"
    if owned:
        end -= 1
    sees = end == at and units[end - 1].low in RECKONING
    if sees:
        end -= 1  # "where the monitor counts 150, the army sees | 37"
    parted = units[end - 1].cls == "," and not owned
    actor = next((a for a in reversed(scene.actors) if a.last == end - parted and not a.pronoun), None)
    if parted and not (actor is not None and _is_parted_clause(scene, actor, at)):
        return None
    if actor is None and end < at and units[end].cls == ",":  # "; the UN office, in a report on Friday, | of 500"
        opens = next((i for i in range(end - 1, max(0, end - MAX_TAIL), -1) if units[i].cls in ",;"), end)
        if units[opens].cls == "," and units[opens + 1].cls in "/]":
            actor = next((a for a in reversed(scene.actors) if a.last == opens and not a.pronoun), None)
    if actor is None or actor.first == 0 or units[actor.first - 1].cls not in ",;&":
        return None
    tells = actor.kind in ("emergency", "international", "monitor", "media")
    counts = scene.found[-1].counts or scene.found[-1].admits
    led = end < at and not sees and not owned and actor.kind is not None and _leads(units, units[end].low, actor.first)
    answers = (counts or owned) and (actor.kind in ANSWERABLE or actor.side)
    if not (tells or led or answers or parted or (end < at and _is_another_name(units, scene.found[-1].actor, actor))):
        return None
    return Attribution(actor, actor.first, at, forward=True, backward=False, rule="counted", counts=True)


def _is_parted_clause(scene: Scene, actor: Actor, at: int) -> bool:
    """Whether a comma stands for who says what: "X said 304 had died; the ministry, | 230; the judiciary, 225".

    Must not: "X said the army had lost 12; the police, | 30", "X said 12 had died: the army, 5; the police, | 7".
    """
    units = scene.units
    if units[actor.first - 1].cls != ";" or actor.kind not in ANSWERABLE | {"monitor", "media"} or actor.counted:
        return False
    if at + 1 < len(units) and units[at + 1].cls not in ".;j":
        return False
    said = scene.found[0]
    if not said.forward or any(u.cls == ":" for u in units[: actor.first]):
        return False
    semicolon = next(i for i in range(len(units)) if units[i].cls == ";")
    return not any(a.kind in ANSWERABLE and said.last <= a.first < semicolon for a in scene.actors)


def _is_another_name(units: list[Unit], last: Actor, actor: Actor) -> bool:
    """Whether one whom no table knows counts after another: "Beevor puts it at 40,000, Preston | at 50,000"."""
    unknown = last.kind in (None, "unnamed") and actor.kind is None and last.named and actor.named
    return unknown and last.side is None and all(u.cls == "X" for u in units[actor.first : actor.last])


def _leads(units: list[Unit], preposition: str, before: int) -> bool:
    """Whether the figure before was led by the same preposition: "speaks of 30 dead, witnesses | of 90"."""
    return any(units[i].low.split()[-1] == preposition and units[i + 1].cls in "0hqza" for i in range(before - 1))


def _figure_given(scene: Scene, at: int) -> Attribution | None:
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


def _has_it(scene: Scene, at: int) -> Attribution | None:
    """Who "has it": "12 died, as the army | has it", "as the ministry would | have it"; not "the army | has it"."""
    units = scene.units
    if at + 1 >= len(units) or units[at + 1].low != "it":
        return None
    actor = next((a for a in reversed(scene.actors) if a.last <= at and at - a.last <= 2), None)
    if actor is None or actor.first == 0 or units[actor.first - 1].low not in ("as", "or so"):
        return None
    return Attribution(actor, actor.first - 1, at + 2, forward=actor.first == 1, backward=True, rule="said")


CLAIMED_IN_BRACKETS = frozenset("claim claims estimate estimates figure figures count".split())
"""What a bracket behind a figure may call it: "12 dead (rebel claim)"."""


def _in_brackets(scene: Scene, at: int) -> Attribution | None:
    """A source in brackets behind what it claims: "12 dead (police) and 30 wounded (health ministry)".

    Also "19,000 killed (Eritrean claim), 67,000 killed (Ethiopian claim)". Must not: "12 dead (Kyiv)", which names a
    place, "the ministry (MoD)".
    """
    units, actor = scene.units, scene.starts.get(at + 1)
    if actor is None or actor.last >= len(units):
        return None
    named = units[actor.last].low in CLAIMED_IN_BRACKETS and actor.last + 1 < len(units)
    close = actor.last + named
    if units[close].cls == "," and close + 2 < len(units) and units[close + 1].cls in "SA":  # "(Health Ministry, Baku)"
        close += 2
        seat = units[close - 1].entry
        if actor.side is None and seat is not None:
            actor.side, actor.local = seat.side or seat.place_country, False
    dated = close + 1
    while units[close].cls == "," and dated < min(close + 5, len(units) - 1) and units[dated].cls in "N0M":
        dated += 1
    close = dated if dated > close + 1 else close  # "(health ministry, 24 January)"
    if units[close].cls != ")":
        return None
    words = units[actor.first : actor.last]
    if (words[-1].low in CLAIMED_IN_BRACKETS or named) and (actor.side or actor.kind):
        return Attribution(actor, at, close + 1, forward=False, backward=True, rule="signed")  # "(Eritrean claim)"
    if words[0].low == "same" and scene.memory.speaker is not None:  # "236 wounded (same source)"
        same = replace(scene.memory.speaker, first=actor.first, last=actor.last, text=actor.text)
        return Attribution(same, at, close + 1, forward=False, backward=True, rule="signed")
    office = any(u.cls in "BY" or not u.senses.isdisjoint(("body_role", "person_role")) for u in words)
    if not office or actor.kind not in ANSWERABLE or actor.counted or units[at - 1].cls in "YBDPX":
        return None
    return Attribution(actor, at, close + 1, forward=False, backward=True, rule="signed")


def _signed(scene: Scene, at: int) -> Attribution | None:
    """A source behind a dash or a colon at the end of its sentence: "12 killed in blast – police", "12 killed: ISPR".

    Must not: "12 killed – police arrested two", "the dead: police and soldiers", "133 of the army and 13 – the police".
    """
    units = scene.units
    actor = scene.starts.get(at + 1)
    if at > 1 and units[at - 1].cls == "0" and units[at - 2].cls == "&":
        return None
    if units[at].cls == ":" and actor is not None:
        closes = actor.last == len(units) or (actor.last == len(units) - 1 and units[-1].cls == ".")
        body = actor.plural is False and units[actor.first].cls in "YBSRt" and units[at - 1].cls == "p"
        counts = any(unit.cls in "0qz" for unit in units[:at]) and (units[at - 1].cls not in "pjk" or body)
        if not (closes and counts and actor.kind in SPEAKERS):
            return None
    if actor is None or (actor.kind in (None, "witness") and not actor.side) or units[at + 1].cls in "0zqha":
        return None
    rest = units[actor.last : actor.last + 8]
    if (rest and rest[0].cls not in '.;,/"') or any(u.cls in "cpjkbf0" for u in rest):
        return None
    return Attribution(actor, at, actor.last, forward=False, backward=True, rule="signed")


def _that_clause(scene: Scene, at: int) -> Attribution | None:
    """A that-clause after a speaker is reported speech, whatever the verb: "Relatives shouted that …".

    Must not: "the bomb that …", "The army fired rockets that wounded three".
    """
    units, verb = scene.units, at - 1
    if at + 1 < len(units) and units[at + 1].cls in "pyilgbf":
        return None  # "fired rockets | that wounded three", "Army drones | that were meant for bandits"
    second = next((a for a in scene.actors if a.last == at and a.first and units[a.first - 1].cls in ",;&"), None)
    clause = at + 1 < len(units) and units[at + 1].cls in "d0hqzZtasSRBP"  # not "…, the group that | controls the town"
    if second is not None and clause and scene.found and second.kind and not second.counted:
        # "Moscow says that 900 died, Kyiv | that it has killed 1,200"
        return Attribution(second, second.first, at + 1, forward=True, backward=False, rule="that_clause")
    while verb > 0 and (units[verb].cls in "~vNBS" or units[verb].low.endswith(SELVES)) and at - verb < 3:
        verb -= 1
    if verb > 1 and units[verb - 1].low == "with" and units[verb].cls == "x":
        verb -= 2  # "has learnt with revulsion | that"
    word = units[verb]
    if verb > 0 and units[verb - 1].cls == "b":
        return None  # "it is true | that 12 died"
    if word.cls not in "xEiW" or "-" in word.low or not word.low.endswith(("ed", "s", "t", "d", "e")):
        return None
    subject = subject_before(units, scene.reading.classes, verb, scene.actors)
    if subject is None or not (subject.kind in SPEAKERS or subject.pronoun or subject.side or subject.named):
        return None
    if subject.pronoun == "it" and any(u.low in EMERGING for u in units[subject.last : at]):
        return None
    return Attribution(subject, subject.first, at + 1, forward=True, backward=False, rule="that_clause")


def _subject_cue(scene: Scene, at: int) -> Attribution | None:
    """A verb of saying or counting with its subject, before it or after it.

    Covers: "X said …", "…, X said", "…, said X", "X, who …, told Reuters", "X counted 12 dead", "“…,” says X".
    Must not: "based on previous reports,", "12 were reported dead", "AP, citing X, reports": there X is the source.
    """
    units, unit = scene.units, scene.units[at]
    if _is_noun(units, at):
        return None
    inverted = None
    if at > 1 and unit.low in TOLD and units[at - 1].cls == "b" and units[at - 2].low not in FIRST_PERSON:
        told = _by_agent(scene, at)
        if told is not None:
            return told  # "the mission was | told by a doctor that 17 had died"
    if is_passive(units, at):
        if "deny" in unit.senses:
            return None  # "a figure that was | rejected by the army"
        if unit.low != "quoted":
            return _by_agent(scene, at)
        subject = subject_before(units, scene.reading.classes, at, scene.actors)
    else:
        if _is_inverted(scene, at):
            subject = inverted = _speaker_after(scene, at) or scene.starts[at + 1]
        else:
            subject = _speaker_before(scene, at)
        if subject is None:
            subject = inverted = _speaker_after(scene, at) or find_unknown_behind(scene.reading, at)
    if subject is None or not _may_say(scene, at, subject) or _goes_on(units, at, subject):
        return None
    if "life_taking" in unit.senses and not (subject.person and subject.head) and _takes_lives(units, at):
        return None
    if unit.entry is not None and unit.entry.outcome and subject.kind in (None, "witness", "unnamed"):
        return None  # "a man | mourns"
    if inverted is None and subject.last == at - 1 and "say" not in unit.senses and is_of_them(units[at - 1]):
        return None  # "Police | operations account for 12 of the dead"
    end = inverted.last if inverted is not None else at + 1
    lead = subject.first - 1 if inverted is None else at - 1
    if inverted is None and lead > 1 and units[lead].cls == ")":
        lead = _before_rank(units, lead)
    forward, backward = _directions(units, lead, end)
    if inverted is None and _is_of_what_is_counted(units, lead):
        backward = True
    if "deny" in unit.senses and "say" not in unit.senses:
        forward = backward = False  # who denies a count, or a deed in which people died, claims none of it
    return Attribution(
        _speaking_in(scene, at, _known_by_name(units, at, _of_rank(scene, subject))),
        min(subject.first, at),
        end,
        forward=forward,
        backward=backward,
        rule="said" if "say" in unit.senses else "counted",
        via=_way(scene, at, subject, inverted),
        admits="admit" in unit.senses,
        counts="count" in unit.senses,
    )


def _goes_on(units: list[Unit], at: int, subject: Actor) -> bool:
    """Whether something only lasts, or is done: "rocket fire | continued", "troops | responded, with 12 rebels dead".

    Must not: "“12 died,” he | continued.", "The minister | continued that 12 had died".
    """
    if units[at].low == "went on" and at + 1 < len(units) and units[at + 1].cls in "at":
        return True  # "troops | went on a rampage"
    if units[at].low not in ("continued", "continues", "responded"):
        return False
    quoted = any(u.cls in '":' for u in units[max(0, subject.first - 2) : subject.first] + units[at + 1 : at + 3])
    return not quoted and (at + 1 >= len(units) or units[at + 1].cls not in "r0hqz")


def _before_rank(units: list[Unit], close: int) -> int:
    """The unit before a role that a bracket parts from its name: "| Inspector General (Bastar Range) P Sundarraj"."""
    opening = next((i for i in range(close - 1, max(0, close - 6), -1) if units[i].cls == "("), 0)
    return opening - 2 if opening > 0 and units[opening - 1].cls in "DYV" else close


def _of_rank(scene: Scene, subject: Actor) -> Actor:
    """The subject with the role that a bracket parts from its name: "Deputy Commissioner (DC) | Ali Amin told".

    Must not: "the minister (left) and | Ali Amin".
    """
    units = scene.units
    if subject.kind is not None or subject.first < 3 or units[subject.first - 1].cls != ")":
        return subject
    opening = _before_rank(units, subject.first - 1) + 2
    for actor in scene.actors:
        if actor.last == opening and actor.kind in SPEAKERS:
            side = subject.side or actor.side
            return replace(subject, kind=actor.kind, side=side, local=actor.local, head=actor.head)
    return subject


def _is_of_what_is_counted(units: list[Unit], lead: int) -> bool:
    """Whether a relative clause says who counted the noun before it: "107 casualties | that the UN mission verified".

    Must not: "the army, which | the UN says".
    """
    return lead > 1 and units[lead].low in ("that", "whom") and units[lead - 1].cls in "kovV"


def _by_agent(scene: Scene, at: int) -> Attribution | None:
    """By whom something is said: "was put | by the relief director at 408", "are said | by monks to have died".

    Must not: "12 were reported | killed by the army", "were registered | in areas controlled by the army".
    """
    units = scene.units
    for i in range(at + 1, min(at + MAX_AGENT, len(units))):
        if units[i].cls in ",;.:pyig":
            return None
        if units[i].cls == "^":
            if i > at + 1 and units[i - 1].cls == "x" and units[i - 1].low in HELD:
                return None
            actor = _actor_from(scene, i + 1)
            if actor is None or actor.kind not in SPEAKERS or actor.counted:
                return None
            return Attribution(actor, at, at + 1, forward=True, backward=True, rule="said")
    return None


def _is_noun(units: list[Unit], at: int) -> bool:
    """Whether "claim", "count", "reports" is a noun: "the | claim", "based on previous | reports,"."""
    unit = units[at]
    if at and units[at - 1].cls in "ta'sJ" and unit.low not in ("said", "says"):
        return True
    if unit.low == "blame" and at > 1 and units[at - 1].low == "to" and units[at - 2].cls == "b":
        return True  # "a strike was to | blame for 20 deaths"
    if unit.low == "counts" and [u.low for u in units[at + 1 : at + 2]] in (["of"], ["against"]):
        return True  # "found guilty of all homicide | counts against them"
    if at and units[at - 1].cls == "d" and units[at - 1].low in SPEAKING:
        return False  # "The attackers, it | claims, were deserters"
    closes = at + 1 >= len(units) or units[at + 1].cls in ",.;"
    ends = _ends_speech(units, at) or closes_with_speaker(units, at)
    return "figure" in unit.senses and closes and not ends and not _is_parted(units, at)


def _takes_lives(units: list[Unit], at: int) -> bool:
    """Whether "claim" kills: "The revolt has | claimed 12,000 lives"; not "claimed that 12 lives were lost"."""
    for unit in units[at + 1 : at + 7]:
        if unit.cls == "O":
            return True
        if unit.cls not in "h0q~mFtasJxR[&":
            return False
    return False


def _is_parted(units: list[Unit], at: int) -> bool:
    """Whether a verb is parted by commas from what it says: "It | claims, on its site, to have killed 12"."""
    if not 0 < at < MAX_OPENING or at + 1 >= len(units) or not units[at].low.endswith("s"):
        return False
    if units[at - 1].cls not in "SBPYD" or any(u.cls not in "taSBPYDRXJN,-" for u in units[: at - 1]):
        return False
    close = next((i for i in range(at + 2, min(at + MAX_TAIL, len(units) - 1)) if units[i].cls == ","), None)
    return close is not None and (units[close + 1].cls in "Tr0h[q" or units[close + 1].low.startswith("to "))


def _ends_speech(units: list[Unit], at: int) -> bool:
    """Whether "claims" is the verb that closes a sentence: "…, the army | claims.", "…, police | report".

    Covers: "…, the company | said.", "…, generals | admitted, and …".
    Must not: "by its own | estimates.", "a police | report.".
    """
    past = units[at].low.endswith("ed") and not units[at].senses.isdisjoint(("say", "admit"))
    if past or units[at].low in ("said", "says"):
        return at + 1 >= len(units) or units[at + 1].cls in ".,;N/"
    if not units[at].low.endswith("s"):
        at -= units[at - 1].low in SELVES  # "the police themselves | report"
        plural = units[at - 1].low.endswith(("s", "police", "media", "people"))
        start = at - 1
        while start > 0 and at - start < 5 and units[start - 1].cls in "tRSJ":
            start -= 1
        body = units[at - 1].cls in "YDB" or "body_role" in units[at - 1].senses
        return plural and body and start > 0 and units[start - 1].cls == ","
    if units[at - 1].cls not in "YDPSBXx":
        return False
    for i in range(at - 1, max(-1, at - 8), -1):
        if units[i].cls in "^>Fs/":
            return False
        if units[i].cls == ",":
            return True
    return False


def _speaker_before(scene: Scene, at: int) -> Actor | None:
    """The subject before a cue; without one, who spoke before, the subject of the sentence, or an unknown speaker."""
    units = scene.units
    subject = subject_before(units, scene.reading.classes, at, scene.actors)
    if subject is not None:
        return subject
    lead = at
    while lead > 1 and at - lead < MAX_DATED and units[lead - 1].cls in "f~NUm0x":
        lead -= 1
    if lead > 1 and units[lead - 1].low in ("which", "who"):  # "the army, which a week ago had | counted 41 dead, …"
        owner = next((a for a in reversed(scene.actors) if a.last in (lead - 1, lead - 2) and not a.pronoun), None)
        if owner is not None:
            return owner
    says = not units[at].senses.isdisjoint(("say", "admit"))
    lead = at
    while lead and units[lead - 1].cls in "~f":  # "… and in turn | listed", "but so far have | confirmed"
        lead -= 1
    joined = units[lead - 1].cls if lead else ""
    counts = not units[at].senses.isdisjoint(("count", "admit"))
    # who spoke last, not whose figures were spoken of: "rejected the rebels' claims and | confirmed one death"
    last = next((a.actor for a in reversed(scene.found) if a.rule != "tally_of"), None)
    last = last or (scene.found[-1].actor if scene.found else None)
    opener = _opens_clause(scene, at) if last is not None and joined in ("&", "u") else None
    if opener is not None and (says or counts):
        last = opener  # "X claimed 1,200 dead; Y called that a lie and | admitted 19"
    if counts and last is not None and joined in ("&", "u"):
        return last  # "admits to 16 dead and credits them with 130"
    goes_on = joined in ("&", "u", ",") and at + 1 < len(units) and units[at + 1].cls not in ",."
    if says and last is not None and goes_on:
        return last  # "… confirmed a strike but said that …"
    near = units[max(0, at - 6) : at]
    infinitive = at > 1 and units[at - 1].low == "to" and not any(u.cls in "bfnw" or "refuse" in u.senses for u in near)
    if (says and infinitive) or ((says or counts) and joined in ("u", "&")):  # "The minister praised … and said …"
        for actor in scene.actors:
            speaks = actor.kind in SPEAKERS or actor.pronoun in ("he", "they")
            if actor.last < at and speaks and (actor.first == 0 or units[actor.first - 1].cls in OPENS):
                return actor
    if not (says or counts):
        return None
    apart = 0 < at < len(units) - 1 and units[at + 1].cls == "," and says  # ", aid bosses say,"
    tells = units[at].low in TOLD and units[at - 1].cls != "b"  # "An inquest was | told that"
    alone = not (apart or tells or _ends_speech(units, at) or closes_with_speaker(units, at))
    return find_unknown(scene.reading, at, alone) or (find_parted(scene.reading, at) if says else None)


def _opens_clause(scene: Scene, at: int) -> Actor | None:
    """Who opens the clause of a verb behind a semicolon, if nobody has spoken in it.

    Must not: "X said 12 had died; the road was cut and | reported two wounded", where nobody opens it who can speak.
    """
    start = next((i + 1 for i in range(at - 1, 0, -1) if scene.units[i].cls == ";"), 0)
    if not start or any(said.first >= start for said in scene.found):
        return None
    actor = next((a for a in scene.actors if a.first == start), None)
    return actor if actor is not None and actor.kind in SPEAKERS and not actor.counted else None


def _speaker_after(scene: Scene, at: int) -> Actor | None:
    """The subject after a cue: "…, said X", "says X"; not the medium of "told Reuters"."""
    units, unit = scene.units, scene.units[at]
    actor = scene.starts.get(at + 1)
    if actor is None or not (at == 0 or units[at - 1].cls in ',";:.-&)' or unit.low in ("says", "said")):
        return None
    if "say" not in unit.senses or (actor.media and unit.low == "told"):
        return None
    if actor.counted and units[at - 1].cls not in ',";' and units[actor.last : actor.last + 1]:
        return None  # "an update by the army | said 17 troops who were injured had died"
    after = units[actor.last] if actor.last < len(units) else None
    if after is not None and after.cls not in ',.;:"N-)(~/r' and after.low not in REDUCED:
        if after.cls == "u" and units[at - 1].cls == '"':
            return actor  # "“…,” said X | after the meeting"
        return actor if is_participle(units, actor.last) else None  # "said a herder | reached by telephone"
    return actor


def _is_inverted(scene: Scene, at: int) -> bool:
    """Whether a verb behind a comma has its subject behind it, at the end: "…, | reports the doctors' union.".

    Covers also: "…, | confirmed Defence Minister Guido Crosetto.".
    """
    units, actor = scene.units, scene.starts.get(at + 1)
    if actor is None or at == 0 or units[at - 1].cls != ",":
        return False
    if units[at].low == "said":  # "There would be an inquiry, | said a spokeswoman, but"
        parted = any(u.cls in ',;"' for u in units[: at - 1])
        known = actor.kind in SPEAKERS and not actor.counted and not actor.media
        return known and not parted and actor.last < len(units) and units[actor.last].cls == ","
    if not units[at].low.endswith(("s", "ed")):
        return False
    closes = actor.last >= len(units) or units[actor.last].cls in ".;"
    led = not closes and is_participle(units, actor.last)
    if led and not any(u.cls in "cbfw,;:" for u in units[actor.last : -1]):
        closes = True  # "…, estimates a team | led by X at Y."
    counted = units[at].low.endswith("s") or any(u.cls in "0qzZ" for u in units[: at - 1])
    speaks = actor.kind in SPEAKERS or (led and bool(actor.head))
    return closes and counted and not actor.pronoun and speaks and not actor.counted


def _may_say(scene: Scene, at: int, subject: Actor) -> bool:
    """Whether a subject can do what its cue says: victims count nobody, and a medium that cites is not the source."""
    units, unit = scene.units, scene.units[at]
    if "say" not in unit.senses:
        if "count" in unit.senses and not (_can_count(subject) or gives_toll(units, subject)):
            return False
        if subject.kind == "witness" and not is_person_role(units[subject.first : subject.last]):
            return gives_toll(units, subject) or (not subject.counted and subject.head not in VICTIM_HEADS)
    return not (
        (subject.media or subject.kind == "media")
        and any(a.rule == "citing" and subject.last <= a.first and a.last <= at for a in scene.found)
    )


def _can_count(actor: Actor) -> bool:
    """Whether an actor can count the dead: "a resident counted 12", "villagers spoke of dozens"; not "12 residents"."""
    if actor.kind == "witness":
        first = actor.text.split()[0].lower()
        if actor.plural or actor.head.endswith("people") or first in ("a", "an", "the", "one"):
            return not actor.counted or (first == "one" and not actor.plural)
    elif actor.kind is not None:
        return True
    office = actor.definite and bool(actor.head) and not actor.person
    return bool(actor.pronoun or actor.side or actor.document or actor.named or office)


def _known_by_name(units: list[Unit], at: int, subject: Actor) -> Actor:
    """The subject; of a source that speaks "on condition of anonymity" the place does not give the side."""
    if (
        subject.side is None
        and subject.local
        and not subject.definite
        and any(u.low in ANONYMOUS for u in units[subject.last : at + 12])
    ):
        return replace(subject, local=False)
    return subject


def _speaking_in(scene: Scene, at: int, actor: Actor) -> Actor:
    """An officer or official whom no word gives a side speaks for the state in whose capital he tells it.

    Covers: "General Bacha told reporters | in Addis Ababa that …".
    """
    if actor.side is not None or actor.told or not actor.person or actor.kind not in ("military", "official"):
        return actor
    units = scene.units
    for i in range(at + 1, min(at + 8, len(units) - 1)):
        if units[i].cls in ",;:.r0":
            return actor
        entry = units[i + 1].entry
        if units[i].low == "in" and units[i + 1].cls == "S" and entry is not None and entry.place_country:
            return replace(actor, side=entry.place_country, local=False)
    return actor


def _way(scene: Scene, at: int, subject: Actor, inverted: Actor | None) -> Actor | None:
    """The outlet through which it came: the one that quotes the subject, or that was told."""
    via = scene.quoted.get(subject.first)
    if via is None and scene.units[at].low in TOLD:
        heard = scene.starts.get(at + 1)
        if heard is not None and heard is not inverted and heard.media:
            return heard
    return via


def _directions(units: list[Unit], lead: int, end: int) -> tuple[bool, bool]:
    """Whether a cue governs what follows it and what precedes it.

    `lead` is the unit before subject and cue, `end` the one after them. Alone at the end of its clause, after something
    that can be claimed, a cue governs backwards; if the clause goes on, both ways; else forwards.
    """
    count = len(units)
    if lead > 0 and units[lead].low in ("so", "or so"):
        lead -= 1  # "…, so | the minister says"
    if end and units[end - 1].low in TOLD:  # "he told the 20 or so reporters | who …"
        heard = (i + 1 for i in range(end, min(end + 6, count)) if units[i].low in HEARERS)
        end = next(heard, end)
    if is_dated(units, end):
        return False, lead > 0 and units[lead].cls in ',";-'
    rest = next((i for i in range(end, count) if units[i].cls in ',;.:"-'), count)
    quoted = lead > 0 and units[lead].cls == '"' and end < count and units[end].cls == "G"
    if quoted or _is_timed(units, lead, end, rest):
        return False, True  # "“12 died,” police | said adding that …"
    closing = lead > 0 and units[lead].cls == "," and end + 1 < rest == count - 1 and units[end].low == "after"
    if closing and units[end + 1].low.endswith("ing") and any(u.cls in "0qz" for u in units[:lead]):
        return False, True  # "…, police | said after collecting figures from eight hospitals."
    if lead > 0 and end + 1 < count and units[end].low in ("that", "this", "those", "these"):
        told = "figure" in units[end + 1].senses or "account" in units[end + 1].senses
        if told and units[lead].cls in ":;" and (end + 2 >= count or units[end + 2].cls in ".,/N"):
            return False, True  # "950,000 casualties: the Center | published that estimate"
    if (
        lead < 0
        or units[lead].cls not in ',";:-.'
        or rest - end > MAX_TAIL
        or (end < count and units[end].low == "that" and not _is_time(units, end + 1))
        or _says_a_clause(units, end, rest)
        or any(u.cls in "0qzpijgk" for u in units[end:rest])
        or not (units[lead].cls == '"' or any(u.cls in "0qzapijgkLKol" for u in _clause_before(units, lead)))
    ):
        return True, False
    if units[lead].cls == '"' and passes_on(units, rest):
        return False, True
    closes = rest >= count or units[rest].cls in '.;,"-'
    goes_on = rest + 1 < count and units[rest].cls in ",:-"
    return not closes or goes_on, True


def _is_timed(units: list[Unit], lead: int, end: int, rest: int) -> bool:
    """Whether a cue closes what is told, and only says when it was said: "12 died, police | said on Monday as two …".

    Must not: "police said | after finding 12 bodies", "The army advanced, police said on Monday as 12 died".
    """
    if lead < 1 or units[lead].cls != "," or units[end - 1].low not in SAID or end + 2 >= rest:
        return False
    as_ = next((i for i in range(end, rest) if units[i].low in ("as", "while", "when")), 0)
    if not end < as_ <= end + MAX_DATED or any(u.cls not in "NU/~" for u in units[end:as_]):
        return False
    return any(u.cls in "0qz" for u in units[:lead]) and any(u.cls in "pijgyk" for u in units[:lead])


def _is_time(units: list[Unit], at: int) -> bool:
    """Whether a time follows: "the rebels announced that | day"."""
    return at < len(units) and units[at].cls in "NU"


def _says_a_clause(units: list[Unit], end: int, rest: int) -> bool:
    """Whether a clause follows a cue, which is what is said: "12 dead – police say | the caller named a wrong road"."""
    if end >= rest or units[end - 1].low in TOLD or units[end].cls not in "xXtavVRSPdB":
        return False
    return any(u.cls in "bfwc" for u in units[end + 1 : rest])


def _clause_before(units: list[Unit], lead: int) -> list[Unit]:
    """The units before an attribution up to the last semicolon: what a trailing cue could govern."""
    start = lead
    while start > 0 and units[start - 1].cls != ";":
        start -= 1
    return units[start:lead]


def find_subject(
    reading: Reading, verb: int, actors: list[Actor], attributions: list[Attribution], memory: Memory
) -> Actor | None:
    """The actor that is the subject of the verb group at a unit.

    Covers: "the ministry | has not said", "officials who | declined", "X confirmed the raid, but | gave no figure".
    Must not: "nobody | said".
    """
    units, at = reading.units, verb
    if units[at].low in ("nor", "neither") and at + 1 < len(units) and units[at + 1].low in AUXILIARIES:
        behind = next((a for a in actors if a.first in (at + 2, at + 3)), None)
        if behind is not None:
            return memory.resolve(behind)
    if at > 1 and units[at - 1].low == "to" and units[at - 2].low.startswith("continu"):
        at -= 2  # "the ministry | continues to conceal"
    while at > 0 and units[at - 1].cls in "bfwn~":
        at -= 1
    found = next((a for a in actors if a.last == at and a.pronoun in ("he", "it", "they")), None)
    if found is not None:
        said = next((a for a in attributions if a.last == found.first and a.forward and not a.actor.pronoun), None)
        if said is not None and found.pronoun != "they":
            return said.actor  # "the Kremlin said it | had no details"
    found = found or subject_before(units, reading.classes, at, actors)
    if found is None and at > 0 and units[at - 1].low in ("who", "which"):
        found = next((a for a in reversed(actors) if a.last in (at - 1, at - 2)), None)
    if found is None and at > 0 and units[at - 1].cls in ",&u":
        governing = [a for a in attributions if a.first <= at and not (a.backward and not a.forward)]
        governing = [a for a in governing if a.rule != "tally_of"]  # "it looks into the report and | has no details"
        if governing:
            return governing[-1].actor
        for actor in reversed(actors):
            lead = actor.first - 1
            if (
                actor.last < at
                and (lead < 0 or units[lead].cls in OPENS)
                and (actor.kind not in (None, "witness") or actor.side)
            ):
                found = actor
                break
    if found is None:
        found = find_unknown(reading, at, alone=False)
    return memory.resolve(found) if found is not None else None


def govern(
    attributions: list[Attribution], reading: Reading, at: int, end: int, active: bool = False
) -> Attribution | None:
    """The attribution that governs the units from `at` to `end`, or None for the outlet's own voice.

    `active` says that the clause tells of its own doer ("; floods killed 56"): such a clause after a semicolon does not
    go on with the speaker before it.
    """
    if not attributions:
        return None
    units = reading.units
    left = max((i for i in range(at) if units[i].cls == ";"), default=-1)
    right = next((i for i in range(end, len(units)) if units[i].cls == ";"), len(units))
    inside = [
        a
        for a in attributions
        if left < a.first < right
        or (a.rule == "signed" and a.last >= len(units) - 1)
        or (a.rule == "pointed" and a.first == right + 1)
    ]
    if len(inside) > 1 and any(map(_is_first_data, inside)):
        spoken = govern([a for a in attributions if not _is_first_data(a)], reading, at, end, active)
        if spoken is not None:
            return spoken  # "The governor said that, according to preliminary data, 12 died"
    kin = kin_of(units, at)
    before = [a for a in inside if a.forward and a.last <= end and a.first <= at]
    if active or any(u.cls in "pij" for u in units[at : end + 3]):
        before = [a for a in before if not is_beside(units, a.last, at)]
    if kin is not None:  # "hailed by the | widows of the 34 miners shot dead"
        before = [a for a in before if not a.actor.first <= kin < a.actor.last]
    after = [a for a in inside if a.backward and a.first >= end - 1]
    nearest = max(before, key=lambda a: a.last, default=None)
    if nearest is not None and _is_left(units, nearest.last, at):
        nearest = None
    follow = min(after, key=lambda a: a.first, default=None)
    if nearest is not None and follow is not None:
        between = units[nearest.last : at]
        joined = nearest.rule in OWN_ACCOUNTS and all(u.cls in "&,~h" for u in between)
        against = nearest.rule == "counted" and any(u.low in ("against", "compared with", "to") for u in between)
        if (joined or against) and follow.first == end and follow.rule in OWN_ACCOUNTS:
            return follow  # "13 by its own account and 42 | by Israel's"
        beside = follow.rule == "according_to" and not follow.actor.media and follow.first - end < MAX_BESIDE
        if beside and nearest.rule == "said" and not any(u.cls in ',;:&cr("' for u in units[end : follow.first]):
            return follow  # "says the offensive, which has killed 23,000 people | according to the ministry, is …"
        if nearest.rule == "label" and follow.rule in ("said", "according_to", "counted"):
            return follow  # "HATHRAS: 121 died, the commissioner | said"
        counted = nearest.rule == "counted" or _are_finders(units, nearest)
        passes = follow.rule == "according_to" and nearest.actor.side is None and nearest.actor.kind == "emergency"
        told = counted and (follow.rule == "said" or passes) and not follow.actor.media
        if nearest.rule in OWN_ACCOUNTS and follow.actor.media and not nearest.actor.media:
            return nearest  # "According to the mayor, 12 died, and 30 were hurt, | the agency reports"
        return follow if told or _is_new_clause(units[nearest.last : at]) else nearest
    if nearest is not None or follow is not None:
        return nearest or follow
    if left >= 0 and not active:
        return max((a for a in attributions if a.first <= left), key=lambda a: a.last, default=None)
    return None


def _is_first_data(made: Attribution) -> bool:
    """Whether nobody's data are cited, for which whoever speaks answers: "according to | preliminary data"."""
    return (
        made.rule == "according_to"
        and made.actor.side is None
        and made.actor.kind in ("unnamed", None)
        and made.actor.text.lower().startswith(FIRST_DATA)
    )


def _are_finders(units: list[Unit], said: Attribution) -> bool:
    """Whether who is named finds the dead, and tells nothing: "Search teams | found 23 bodies"; not "found that"."""
    verb = said.last - 1
    finds = said.rule == "said" and units[verb].low in FINDING and verb >= said.actor.last
    return finds and all(unit.low != "that" for unit in units[verb + 1 : verb + 2])


COMPARED = frozenset("compared against opposed".split())
"""Words behind "as" by which a figure is held against another one."""


def _is_left(units: list[Unit], start: int, at: int) -> bool:
    """Whether the outlet speaks again: "Russia says missiles hit officers | as death toll rises to 34"."""
    ends = any(
        u.low == "as"
        and u.cls == "u"
        and units[start + i + 1].cls not in "pj0hqGF"
        and units[start + i + 1].low not in COMPARED
        for i, u in enumerate(units[start : at - 1])
    )
    return ends and not any(u.cls == "r" for u in units[start:at])


def _is_new_clause(between: list[Unit]) -> bool:
    """Whether a new clause begins between a speaker and a number: "…, and 12 died, B said"."""
    return any(u.cls == "u" or (u.cls == "&" and i and between[i - 1].cls == ",") for i, u in enumerate(between))
