"""The claims without a number: parties that give no count, and parties that reject one.

Silence and denial are data. A `no_count` needs words of giving nothing *and* words about figures or losses; a `denial`
needs a rejected figure, toll or death. A bare "no comment", a denial of responsibility and "could not be independently
verified" are neither.
"""

from __future__ import annotations

from facttrack.attribution import AUXILIARIES
from facttrack.memory import Actor
from facttrack.units import Reading, Unit
from facttrack.unsaid import (
    COSTING,
    FIGURES,
    FRONTING,
    LOSSES,
    POINTING,
    PROOF,
    ActorAt,
    Silence,
    find_unsaid,
    is_toll,
    tells_of_dead,
)
from facttrack.weighed_silences import sorts, weigh_silence

__all__ = ["Silence", "find_silences", "opening_of", "tells_ahead"]

MAX_FRONTED = 16
"""Units between the beginning of a clause that opens with its topic and the verb."""
ASKED = frozenset("asked pressed questioned quizzed".split())
"""Words that tell of a question: "asked about losses"."""
MAX_ASKED = 24
"""Units between such a word and the silence that answers."""
MAX_CLAIMED = 14
"""Units from "a claim that 20 soldiers had died" to the passive that denies it."""
REACH = 12
"""Units after "has not" or "denied" in which its object must be found."""
STARTERS = frozenset({"deny", "deny_apart", "false", "inflate", "refuse", "silent", "omit", "inability", "negation"})
"""Senses of words of silence and denial, one of which a sentence must have, if it has no "no" or "not"."""
OPENERS = STARTERS | {"disclose", "have"}
"""Senses of the words at which a silence or denial can begin."""
MAX_ASIDE = 9
"""Units of what may stand between commas right behind a verb: "did not say, however, how many"."""
MAX_REFUSAL = 8
"""Units between "declined" and its verb of giving: "declined for a second day to publish a toll"."""
MAX_BACK = 8
"""Units from words of not giving back to their verb: "gave | no total"."""
IMPERSONAL = frozenset("there it".split())
NOT_TOLL = frozenset(
    "responsibility involvement role firing targeting attacking carrying launching shelling bombing hitting striking "
    "using having part".split()
)
"""What is denied right after the verb without any word on a toll."""
DEEDS = frozenset(
    "struck hit shelled bombed targeted attacked fired launched shot raided used bombarded supplied armed sent ordered "
    "planned delivered staged".split()
)
"""What somebody denies to have done, whoever died of it."""
CHIEFS = frozenset("leader chief commander founder deputy".split())
"""One person whose death is denied, which is no toll."""
BLAME = frozenset(
    "responsibility involvement role anything part behind links link participation complicity connection".split()
)
"""What is denied if it is the deed, not the toll."""
CHECKING = frozenset({"independently", "verified", "immediately verify", "confirmed independently"})
VERIFYING = ("verif", "corroborat")
"""Beginnings of the verbs that only check: "could not verify the toll"."""
HELD = frozenset("comment information word figure figures details breakdown estimate data count".split())
"""What somebody has none of: "has no information"."""
REPORTS = frozenset(
    "reports report word comment reaction statement information details confirmation figures figure data estimate toll "
    "count indication news casualty breakdown".split()
)
"""What there is none of: "no reports of casualties"."""
ANSWERS = frozenset(
    "comment confirmation reaction response reply word statement acknowledgement acknowledgment".split()
)
"""What no party gives: "no Saudi | confirmation"."""
TABLES = frozenset("figures figure toll count numbers data details".split())
"""What is given of casualties: "no casualty figures"."""
ANY = frozenset("any anyone anybody".split())
PREDICATES = frozenset("do does did has have bear bears bore cannot is was".split())
"""First words of "do not correspond to reality", which needs no verb before it."""
FAKE = frozenset("fake false bogus".split())
"""Words that also stand before what is false."""
PARTICLES = frozenset("away aside off".split())
"""What ends a verb of denying behind its object."""
MAX_APART = 9
"""Units from such a verb to its particle."""
AFTER_DENIAL = frozenset("as within at when in on calling".split())
"""What may follow "a claim that Kyiv denied" or "Kyiv rejected it"."""
OTHER_THAN_DENY = ("repudiat", "reject", "dismiss", "rul", "challeng", "disput", "contest", "question")
"""Verbs that deny only a figure or a toll: one can reject many things with a death in them."""
UNKNOWN = frozenset("clear known available certain disclosed released published established".split())
"""What "was not" makes a word of not knowing."""
KEEPING = frozenset("keep keeps kept keeping leave leaves left leaving".split())
HIDING = ("withh", "conceal", "hid", "hush", "suppress")
"""Verbs of silence that take the losses themselves as their object."""
SUFFERING = frozenset("suffering losing sustaining taking incurring having".split())
THEIRS = frozenset("theirs hers ours".split())
BARE = ("without a number", "without a figure", "without a count", "without a toll", "without a tally", "radio silence")
"""Ends of words of silence that need not say what it is about, where a claim stands near."""
UNTOLD = frozenset(["without elaborating", "without details", "without further details", "without giving details"])
"""The same where the sentence itself tells of losses."""
MAX_BEHIND = 5
"""Units behind "branded as exaggerated" in which what is called so may stand: "the UN's figure"."""
GIVING = ("g", "offer", "publi", "releas", "provid", "issu", "disclos", "suppl")
"""Beginnings of verbs whose object a figure can be: "gave none", "publishes any"."""
SAYING = frozenset("said say says saying report reported reports reporting state stated states".split())
"""Verbs of giving with which "no" tells of nobody: "said | none of its men was hurt"."""
CLAIMS = frozenset("figure number count toll tally total estimate claim report assertion allegation boast".split())
"""What is denied in a clause without "which"."""
MAX_DENIER = 5
"""Units of the name of who denies it."""
NOT_AIMED = frozenset("one any whether accusation accusations".split())
"""Words for a figure that do not make what is called false one."""
DENIED = frozenset("list lists study survey dossier".split())
"""What holds a figure and can be denied."""
CIRCUMSTANCES = frozenset("when where why".split())
"""What else than a number can be unclear."""
LIKENING = frozenset("comparison comparisons parallel parallels".split())
"""What is rejected that is no figure."""
MAX_AGENT = 10
"""Units behind the passive of denying in which its doer and its reason stand."""
MATTERS = frozenset("subject matter question point issue topic".split())
"""Nouns that point back: "on the subject"."""
TRUE = frozenset("true accurate correct".split())
"""What "was not" makes a denial."""
ACCUSING = ("accus", "charg", "blam", "reproach")
"""Beginnings of the verbs before "of inflating the toll"."""
TOPIC_PREPOSITIONS = frozenset("on about over to".split())
"""Last words of "on", "talk about", "as to"."""
DETAILS = frozenset("details detail figure figures number numbers breakdown specifics".split())
CAPTIVES = frozenset("prisoners captives hostages".split())
"""Whom a silence can be about: "silent on prisoners"."""
THEM = frozenset("them these those".split())
"""What stands for losses told of before in the sentence."""
EXACT = frozenset("exact precise specific definite detailed".split())
MILD = frozenset("wrong incorrect inaccurate exaggerated distorted absurd delusional wild".split())
"""Words that call anything false: said of "it" or "this" they need not be about a count."""
NO_FIGURE = frozenset(
    "accusation accusations allegation allegations one whether matter information word details detail update story "
    "version statement".split()
)
"""Words for a figure that alone do not refer to one."""

COUNTS = frozenset(["body count", "body counts", "casualty count", "casualty counts", "death toll", "death tolls"])
"""What a party that is silent "does not do"."""
AHEAD = frozenset("toll tolls tally tallies count counts figure figures total totals".split())
"""Nouns that are of casualties where the first figures of a text follow: "would not discuss the tally"."""
BEFORE_FIGURE = "tsaz'SPRYDbcw"
"""Classes of what may stand before them: "the | tally", "UN | figures", "gave no | figure"."""
OFFICIAL = frozenset("official latest final overall exact precise".split())
"""Words before them that say nothing of what is counted."""
OF_FIGURES = frozenset("gave_no gave_nothing refused silent denied false none_given nobody".split())
"""Rules by which such a silence or denial may stand before them."""

SIDES = frozenset("side army party government ministry country capital camp force headquarters command".split())
"""What has two parties: "neither side"."""


def find_silences(
    reading: Reading, subject_of: ActorAt, party_at: ActorAt, claims_near: bool, after_silence: bool = False
) -> list[Silence]:
    """The silences and denials of a sentence in text order.

    `claims_near` says whether a claim stands in this or the last sentences, to which "the figures" can refer;
    `after_silence` whether the sentence before was one, with which "Nor has Kigali." goes on.

    Covers: "has given no casualty count", "did not say how many", "declined to put a figure on the dead", "was silent
    on its losses", "there were no immediate reports of casualties"; "denies that any civilian died", "called the figure
    a lie".
    Must not: "declined to comment", "denied responsibility", "could not be independently verified".
    """
    units = reading.units
    if not any(cls in reading.classes for cls in "nzZ") and reading.senses.isdisjoint(STARTERS):
        return []
    found: list[Silence] = []
    taken = -1
    for at, unit in enumerate(units):
        if at < taken or not (unit.cls in "nz" or not unit.senses.isdisjoint(OPENERS) or unit.low in TRUE):
            continue
        made = _denial(units, at, claims_near) or _silence(units, at, claims_near)
        if made is None and (after_silence or found):
            made = _nor_has(units, at)
        if made is None:
            continue
        if units[made.first].low == "nor" and made.rule != "nor":
            found += _of_neither(units, made, subject_of)
        elif (
            made.kind == "denial"
            and made.first > 0
            and units[made.first].cls != "n"
            and (units[made.first - 1].cls == "b" or _by_agent(units, made))
        ):
            made.subject = _by_whom(units, made.first, party_at) or subject_of(made.first)
        elif made.rule == "false" and units[made.first].cls == ":":
            named = filter(None, map(party_at, range(made.first)))
            made.first, made.subject = made.first + 1, next(named, None)
        elif made.rule == "false" and (units[made.first].cls == "b" or units[made.first].low.split()[0] in PREDICATES):
            made.subject = None  # "the rebels' claim | is a lie" is not what the rebels say
        elif made.kind == "denial" and (denier := _in_relative(units, made.first, party_at)) is not None:
            made.subject = denier
        elif made.rule != "impersonal" or (made.first > 0 and units[made.first - 1].cls == "f"):
            made.subject = subject_of(made.first)
        else:
            made.subject = _from_whom(units, made.last, party_at)
        if made.subject is None and made.rule in ("denied", "gave_no", "gave_nothing", "refused", "silent"):
            made.subject = _right_before(units, made.first, party_at)  # "…, which | Yerevan denied"
        if made.rule == "nor" and made.subject is None:
            continue
        if made.subject is None and made.kind == "no_count":
            made.subject = _from_whom(units, made.first, party_at)  # "there was no word | from Moscow on its losses"
        if made.subject is None and made.rule == "impersonal":
            made.subject = _of_verb_before(units, made.first, subject_of, party_at)  # "It gave | no sign of losses"
        if made.subject is None and "without" in units[made.first].low:
            made.subject = next(filter(None, (subject_of(i) for i in range(at) if units[i].cls in "cfx")), None)
        if made.rule == "unknown_yet" and made.subject is not None and made.subject.pronoun:
            made.subject = None  # "it was not known": nobody in particular
        if made.subject is None and not _is_neither(units, made):
            if made.rule not in ("impersonal", "unknown_yet", "false") and (
                made.kind == "denial" or not _is_impersonal(units, at)
            ):
                continue
        elif made.subject is not None and made.subject.kind == "witness" and made.kind == "no_count":
            continue
        found.append(made)
        taken = made.last
    for made in find_unsaid(reading, subject_of, party_at, claims_near):
        if made.subject is None and made.first > 0 and "have" in units[made.first - 1].senses:
            made.subject = subject_of(made.first - 1)  # "the mission was turned back and has | no numbers"
        heard = made.subject is not None and made.subject.kind == "witness" and made.kind == "no_count"
        heard = heard or (made.rule == "not_so" and any(other.kind == "denial" for other in found))
        if not heard and not any(made.first < other.last and other.first < made.last for other in found):
            found.append(made)
    if claims_near and all(made.kind == "denial" for made in found):
        weighed = _weighed(units, subject_of, party_at)
        found += [m for m in weighed if all(m.last <= other.first for other in found)]
    return _once(units, sorted(found, key=lambda silence: silence.first))


def tells_ahead(units: list[Unit], silence: Silence) -> bool:
    """Whether a silence or denial ahead of the first figures of a text is about them: it must name a toll itself.

    Covers: "The Kremlin would not discuss the tally. …", "Rwanda dismisses UN figures as fabrication".
    Must not: "did not discuss it", "denies the report", "rejected the vote count", "gave no figure for the harvest".
    """
    if silence.rule not in OF_FIGURES or silence.subject is None or silence.subject.kind == "unnamed":
        return False
    denies = units[silence.first].low.startswith(("deny", "deni"))
    if denies and any("false" in u.senses for u in units[silence.last : silence.last + 3]):
        return False  # "denied the figures | were wrong"
    span = range(silence.first, min(silence.last + (MAX_BEHIND if silence.rule == "false" else 0), len(units)))
    if any(is_toll(units[i]) or units[i].low == "how many" for i in span):
        return True
    noun = next((i for i in span if units[i].low in AHEAD), None)
    if noun is None or (units[noun - 1].cls not in BEFORE_FIGURE and units[noun - 1].low not in OFFICIAL):
        return False
    return noun + 1 >= len(units) or units[noun + 1].low not in ("of", "for", "on")


def _weighed(units: list[Unit], subject_of: ActorAt, party_at: ActorAt) -> list[Silence]:
    """The silence that only signs speak for; what a witness does not say is none."""
    found = weigh_silence(units)
    if found is None:
        return []
    made = Silence("no_count", *found, "weighed", subject_of(found[0]))
    made.subject = made.subject or _of_verb_before(units, found[0], subject_of, party_at)
    made.subject = made.subject or _from_whom(units, found[0], party_at)
    if made.subject is None and units[found[0]].cls in "nw":
        made.subject = _right_before(units, found[0], party_at)
    if units[made.first].low == "nor":
        both = _of_neither(units, made, subject_of)
        return [*both, made] if made.subject is not None else both
    if made.subject is not None and made.subject.kind == "unnamed" and made.subject.text.islower():
        made.subject = None if " " not in made.subject.text else made.subject  # "describes a fight, but | contains no"
    return [] if made.subject is not None and made.subject.kind == "witness" else [made]


def _by_agent(units: list[Unit], made: Silence) -> bool:
    """Whether a participle of denying stands behind what it denies: "a figure | dismissed by Kyiv"."""
    at = made.first
    return made.rule == "denied" and at + 1 < len(units) and units[at + 1].cls == "^" and _is_claim(units[at - 1])


def _in_relative(units: list[Unit], at: int, party_at: ActorAt) -> Actor | None:
    """Who denies in a clause without "which" behind a figure: "a figure the army | calls invented"."""
    start = at
    while start > 0 and at - start < MAX_DENIER and units[start - 1].cls in "RSYBDPXvxF":
        start -= 1
    article = start > 0 and units[start - 1].cls == "t"
    before = start - 1 if article else start
    if start == at or before == 0 or units[before - 1].low not in CLAIMS:
        return None
    if not article and units[start].cls not in "SP":
        return None
    return party_at(before) or party_at(start)


def _of_verb_before(units: list[Unit], at: int, subject_of: ActorAt, party_at: ActorAt) -> Actor | None:
    """The party before words of not giving that begin behind their verb, or have none.

    Covers: "Kyiv gave | no total", "From the army, | not a word", "The army: | no comment on losses".
    Must not: "there was | no mention of villagers".
    """
    start = next((i + 1 for i in range(at - 1, -1, -1) if units[i].cls in ";:."), 0)
    from_party = party_at(start + 1) or party_at(start + 2) if units[start].low == "from" else None
    for i in range(at - 1, max(-1, at - MAX_BACK), -1):
        if units[i].low in IMPERSONAL or units[i].low == "for":
            return from_party  # "criticises the authorities for | publishing no numbers"
        if units[i].cls == ":" and i:
            return party_at(i - 1)
        if units[i].cls in ',;."':
            break
        if units[i].cls in "cxf" and i > 0:
            found = subject_of(i)
            if found is not None and found.kind != "unnamed":
                return found
    return from_party


def _from_whom(units: list[Unit], at: int, party_at: ActorAt) -> Actor | None:
    """The party from which nothing comes: "no word on the toll has come from | the army", "no | Saudi confirmation"."""
    for i in range(at, min(at + 5, len(units) - 1)):
        if units[i].cls in ",.;:":
            return None
        if units[i].low == "from":
            return party_at(i + 1)
        entry = units[i].entry
        if units[i].cls == "R" and units[i + 1].low.split()[0] in ANSWERS and entry is not None:
            return Actor(i, i + 1, units[i].text, entry.side or "", entry.side, "official", told=True)
    return None


def _right_before(units: list[Unit], at: int, party_at: ActorAt) -> Actor | None:
    """The party whose name ends where a verb begins: "How many boys died | the SDF has not disclosed"."""
    end = at
    while end > 0 and units[end - 1].cls in "bfw~":
        end -= 1
    found = party_at(end - 1) if end else None
    while found is not None and found.first > 0:
        wider = party_at(found.first - 1)
        if wider is None or wider.last != found.last or units[found.first - 1].cls in "U0q":
            break
        found = wider
    return found if found is not None and found.last == end else None


def _by_whom(units: list[Unit], at: int, party_at: ActorAt) -> Actor | None:
    """Who denies in the passive: "was rejected | by the army", "was denied outright | in Tehran"."""
    for i in range(at + 1, min(at + 4, len(units) - 1)):
        if units[i].cls in ",.;:":
            return None
        if units[i].cls == "^" or (units[i].low == "in" and units[i + 1].cls == "S"):
            return party_at(i + 1) or (party_at(i + 2) if i + 2 < len(units) and units[i + 1].cls == "t" else None)
    return None


def _of_neither(units: list[Unit], made: Silence, subject_of: ActorAt) -> list[Silence]:
    """Gives "Neither A | nor B has said how many" its subject B, and gives A's own silence, if there is an A."""
    verb = next((i for i in range(made.first + 1, made.last) if units[i].cls in "fcbw"), made.first)
    neither = next((i for i in range(made.first) if units[i].low == "neither"), None)
    if verb == made.first + 1 and neither is not None and units[verb].cls == "c":
        made.subject = subject_of(neither)  # "has neither claimed the attack | nor said anything about its toll"
        return []
    made.subject = subject_of(verb)
    if not any(unit.low == "neither" for unit in units[: made.first]):
        return []
    first = subject_of(made.first)
    return [Silence(made.kind, made.first, made.last, made.rule, first)] if first is not None else []


def _nor_has(units: list[Unit], at: int) -> Silence | None:
    """Another who is silent too: "Nor | has Kigali, whose soldiers …", "…, and neither | has the army."."""
    if units[at].low not in ("nor", "neither") or at + 2 >= len(units) or units[at + 1].low not in AUXILIARIES:
        return None
    end = next((i for i in range(at + 2, min(at + REACH, len(units))) if units[i].cls in ",.;:"), len(units))
    if any(u.cls in "cpigybfw" or "disclose" in u.senses for u in units[at + 2 : end]):
        return None
    return Silence("no_count", at, end, "nor")


def _is_neither(units: list[Unit], made: Silence) -> bool:
    """Whether both of two parties are silent at once, without a name: "Neither side has given", "neither has said"."""
    first = made.first
    return (
        units[first].low == "neither"
        and made.kind == "no_count"
        and (units[first + 1].cls == "f" or units[first + 1].low in SIDES)
        and not any(unit.low == "nor" for unit in units[first : made.last])
    )


def _silence(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """The silence that begins at a unit; the first rule whose word stands there decides."""
    unit = units[at]
    senses = unit.senses
    if unit.cls == "n":
        made = _gave_no(units, at, claims_near)
        unknown = next((i for i in range(at + 1, min(at + 4, len(units))) if units[i].low in UNKNOWN), None)
        return made if made or unknown is None else _not_known(units, unknown, at)
    if "disclose" in senses and at + 1 < len(units):
        return _gave_nothing(units, at, claims_near)
    made = _has_none(units, at, claims_near) if "have" in senses else None
    if made is None and "refuse" in senses:
        return _refused(units, at, claims_near)
    if made is None and "silent" in senses:
        made = _was_silent(units, at, claims_near)
    if made is None and "omit" in senses:
        made = _omitted(units, at, claims_near)
    if made is None and unit.cls == "z" and unit.low == "no":
        made = _no_reports(units, at)
    vague = at > 0 and units[at - 1].cls == "a"  # "an | unspecified number"
    if made is None and "inability" in senses and "zero" not in senses and not vague:
        made = _not_known(units, at)
    return made


def _gave_no(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """A negated verb of giving: "has not | given a toll", "did not | say how many".

    Must not: "has not been independently verified".
    """
    if (
        units[at + 1 : at + 2]
        and units[at + 1].low == "possible"
        and any("verify" in u.senses for u in units[at : at + 5])
    ):
        return None  # "it was not possible to verify the toll": that is about checking
    if at + 2 < len(units) and units[at + 1].low in ("do", "doing", "keep") and units[at + 2].low in COUNTS:
        return Silence("no_count", at, at + 3, "gave_no")  # "does not | do body counts"
    give = _within(units, at + 1, 5, "disclose", stop=",;.:c&")
    if give is None or any(u.low in CHECKING for u in units[at : at + 6]):
        return None
    if units[give].low.startswith(VERIFYING) and "could" in units[at].low:
        return None  # "could not verify the claim": that is about checking
    if units[give].low.startswith("nam") and give + 2 < len(units) and units[give + 1].cls == "t":
        return None  # "did not name the victims"
    if give + 1 < len(units) and units[give + 1].low in CIRCUMSTANCES:
        return None  # "did not know | when the wounded would go home"
    if any(u.low in PROOF for u in units[give + 1 : give + 3]):
        return None  # "gave no | evidence for its account of losses"
    topic = _topic(units, give, claims_near, from_give=True) or _topic_fronted(units, at, claims_near)
    if topic is not None and _is_other_report(units, topic[1]):
        return None
    topic = topic or _them(units, give) or _no_number(units, give)
    if topic is None and claims_near:
        topic = _what_it_cost(units, give) or _pointed_at(units, give if _takes_topic(units[give]) else give + 1)
        others = ("any", "others", "another") if units[at].low == "nor" else ("any",)
        any_given = give + 1 < len(units) and units[give + 1].low in others and units[give].low.startswith(GIVING)
        if topic is None and any_given and (give + 2 >= len(units) or units[give + 2].cls in ".;,&"):
            topic = give + 1, give + 2  # "seldom gives | any"
    return Silence("no_count", at, max(give + 1, topic[1]), "gave_no") if topic else None


def _no_number(units: list[Unit], give: int) -> tuple[int, int] | None:
    """A number that is not given of losses named before: "said it had suffered losses but did not give | a figure".

    Must not: "counted the dead but did not give a reason", "a bank that had losses did not give a figure".
    """
    noun = give + 2
    if noun >= len(units) or (units[give + 1].cls not in "as" and units[give + 1].low != "any"):
        return None
    if not _closes_with(units, noun) and not (units[noun].low in FIGURES and noun + 1 == len(units)):
        return None
    return (give + 1, noun + 1) if _told_of_losses(units, give) else None


def _told_of_losses(units: list[Unit], at: int) -> bool:
    """Whether losses are named before in a sentence in which somebody is armed: an airline has losses too."""
    armed = any(u.cls in "SRvV" or (u.entry is not None and u.entry.source_kind == "military") for u in units[:at])
    return any("casualt" in u.low or u.low in ("deaths", "the dead") for u in units[:at]) or (
        armed and any(map(is_toll, units[:at]))
    )


def _is_other_report(units: list[Unit], at: int) -> bool:
    """Whether reports are of something else: "would not discuss reports | that some escaped"."""
    if at + 1 >= len(units) or units[at].low != "that" or "figure" not in units[at - 1].senses:
        return False
    end = next((i for i in range(at, len(units)) if units[i].cls in ";."), len(units))
    return not any(tells_of_dead(u) or u.cls in "vVkL" for u in units[at + 1 : end])


def _what_it_cost(units: list[Unit], give: int) -> tuple[int, int] | None:
    """The words "what the assault cost", "what its troops have lost" after a verb of giving."""
    if give + 1 >= len(units) or units[give + 1].low != "what":
        return None
    cost = next((i for i in range(give + 2, min(give + REACH, len(units))) if units[i].low in COSTING), None)
    return (give + 1, cost + 1) if cost is not None else None


def _gave_nothing(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """A verb of giving with "no": "gave | no figures for its losses", "published | nothing on casualties"."""
    for i in range(at + 1, min(at + 4, len(units))):
        if (units[i].cls in "znZ" and units[i].low in ("no", "nothing", "none", "neither")) or (
            units[i].low == "no immediate" and claims_near
        ):
            if any(u.cls not in "~ntax/HM" for u in units[at + 1 : i]):
                return None
            topic = _topic(units, i, claims_near) or _topic_fronted(units, at, claims_near)
            if units[i].low != "nothing" and units[at].low in SAYING and not _tells_figure(units, i + 1):
                return None  # "said | none of his men was hurt", "says | no such deaths occurred"
            if topic is not None and any(u.low in BLAME for u in units[topic[1] : topic[1] + 3]):
                return None  # "made no claim of responsibility"
            if topic is None and claims_near and units[i].low in ("none", "nothing"):
                end = _of_own(units, i + 1)
                closes = i + 1 >= len(units) or units[i + 1].cls in ".;,&" or units[i + 1].low == "itself"
                kind = [u.low for u in units[i + 1 : i + 4]] == ["of", "the", "kind"]
                if end is None and units[at].low.startswith(GIVING) and (kind or (closes and units[i].low == "none")):
                    end = i + 4 if kind else i + 1  # "disclosed | none", "released | nothing of the kind"
                return Silence("no_count", at, end, "gave_nothing") if end is not None else None
            armed = claims_near or any(
                u.cls in "SRvV" or (u.entry is not None and u.entry.source_kind == "military") for u in units[:at]
            )  # an airline has losses too
            told = armed and any(map(is_toll, units[:at]))
            if topic is None and told and units[i].low == "no" and _closes_with(units, i + 1):
                topic = i + 1, i + 2  # "conceded that there had been losses but gave | no details"
            if topic is None or (topic[0] == topic[1] - 1 and any(u.cls in "vV" for u in units[i + 1 : topic[1]])):
                return None  # "said no detainees were hurt" is a count of none
            return Silence("no_count", at, max(i + 1, topic[1]), "gave_nothing")
    return None


def _tells_figure(units: list[Unit], at: int) -> bool:
    """Whether a noun for a number that was told stands next: "no | figures", "no | immediate casualty count"."""
    return any(u.low in DETAILS or u.low in FIGURES for u in units[at : at + 4])


def _closes_with(units: list[Unit], at: int) -> bool:
    """Whether a noun for what a figure is told in ends the clause: "no | details", "no | numbers"."""
    closes = at + 1 >= len(units) or (at < len(units) and units[at + 1].cls in ".;,")
    return closes and at < len(units) and units[at].low in DETAILS


def _of_own(units: list[Unit], at: int) -> int | None:
    """Where the words end by which nobody's losses are given: "none | for the army", "nothing | about its own"."""
    while at < len(units) and units[at].low in ("at", "all", "whatever", "at all"):
        at += 1
    if at + 1 >= len(units) or units[at].low not in ("for", "about", "on", "of"):
        return None
    if units[at + 1].cls == "s":
        return at + 2
    body = units[at + 1].cls == "t" and at + 2 < len(units) and units[at + 2].cls in "YvRS"
    return at + 3 if body else at + 2 if units[at + 1].cls in "RSP" else None


def _has_none(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """Having nothing: "has | no information on casualties"."""
    if at + 2 >= len(units) or not (units[at + 1].cls == "z" or units[at + 1].low.startswith("no ")):
        return None
    words = [unit.low.split()[0] for unit in units[at + 2 : at + 4]]
    if not HELD.intersection(words[:1] if units[at + 2].cls not in "xJ~" else words):
        return None
    topic = _topic(units, at + 1, claims_near, from_give=True)
    if topic is None and _is_asked(units, at):
        topic = at + 1, at + 3
    return Silence("no_count", at, topic[1], "gave_nothing") if topic else None


def _refused(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """Refusing: "declined | to put a figure on the dead", "withheld | casualty figures".

    Must not: "declined to comment".
    """
    give = _within(units, at + 1, MAX_REFUSAL, "disclose", stop=",;.:")
    topic = _topic(units, give, claims_near, from_give=True) if give is not None else None
    if topic is None and give is not None and claims_near:
        topic = _what_it_cost(units, give) or _pointed_at(units, give if _takes_topic(units[give]) else give + 1)
        topic = topic or _more_exact(units, give)
    if topic is None and give is not None:
        topic = _them(units, give)
    if topic is None and "disclose" not in units[at].senses and units[at].low.startswith(HIDING):
        topic = _topic(units, at, claims_near)
    if topic is None and give is not None and _is_asked(units, at):
        topic = give, give + 1
    return Silence("no_count", at, topic[1], "refused") if topic else None


def _them(units: list[Unit], give: int) -> tuple[int, int] | None:
    """The losses named before that are not given: "spoke of heavy losses and declined to | quantify them"."""
    if give + 1 >= len(units) or units[give + 1].low not in THEM or not any(map(is_toll, units[:give])):
        return None
    return (give + 1, give + 2) if give + 2 >= len(units) or units[give + 2].cls in ".;," else None


def _takes_topic(verb: Unit) -> bool:
    """Whether a verb of giving is joined to its preposition: "comment on", "talk about"."""
    return verb.low.endswith((" on", " about"))


def _more_exact(units: list[Unit], give: int) -> tuple[int, int] | None:
    """What would be more exact than a claim near by: "refused to offer | anything more exact"."""
    words = [u.low for u in units[give + 1 : give + 4]]
    if words[:2] in (["anything", "more"], ["something", "more"], ["a", "more"]) and words[2:] and words[2] in EXACT:
        return give + 1, give + 4
    return None


def _was_silent(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """Silence said outright: "silent | on its losses", "kept its losses | secret", "no word | on casualties"."""
    if sorts(units, at):
        return None
    without = units[at].low.startswith("without ")
    told = claims_near or (without and _told_of_losses(units, at))
    topic = (
        _topic(units, at, told, from_give=without)
        or _topic_fronted(units, at, claims_near)
        or _topic_before(units, at, claims_near)
        or _on_losses(units, at if units[at].low.endswith((" on", " about")) else at + 1)
    )
    if topic is None and claims_near:
        topic = _pointed_at(units, at + 1)
        if topic is None and units[at].low.endswith(BARE):
            topic = at, at + 1
    if topic is None and told and without and (units[at].low in UNTOLD or units[at].low.endswith(BARE)):
        topic = at, at + 1  # "claimed to have inflicted heavy losses, | without elaborating"
    if topic is None:
        return None
    opens = all(unit.cls in "~u&-:N0U" or unit.low == "still" for unit in units[:at])
    if opens and units[at].low.startswith(("no ", "not a ")):
        return Silence("no_count", at, topic[1], "impersonal")
    if topic[0] > at:
        return Silence("no_count", at, topic[1], "silent")
    if units[at].low.startswith("without "):
        return Silence("no_count", at, at + 1, "silent")  # "acknowledged heavy losses | without elaborating"
    keeps = next((i for i in range(at - 1, max(-1, at - 8), -1) if units[i].low in KEEPING), at)
    if keeps == at and 0 < topic[0] < at and units[opening_of(units, at)].low not in FRONTING:
        keeps = _verb_of(units, topic[0], at)  # "has treated | its losses as a state secret"
    return Silence("no_count", keeps, at + 1, "silent")


def _verb_of(units: list[Unit], noun: int, at: int) -> int:
    """The verb whose object is a noun: the word before its phrase; `at` if no verb stands there."""
    start = noun
    while start > 0 and units[start - 1].cls in "tasJmYRSv'":
        start -= 1
    return start - 1 if start and units[start - 1].cls in "xcGpi" else at


def _omitted(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """A verb of leaving out with losses as its object: "passed over | their number", "left out | the wounded"."""
    for i in range(at + 1, min(at + 6, len(units))):
        if units[i].cls in ",.;:cpijbf" and not tells_of_dead(units[i]):
            return None
        if is_toll(units[i]) or (claims_near and "figure" in units[i].senses and units[i].low not in NO_FIGURE):
            return Silence("no_count", at, i + 1, "silent")
    return None


def _on_losses(units: list[Unit], at: int) -> tuple[int, int] | None:
    """A word of casualties right behind a silence: "nothing | on prisoners", "not a word | on how many lives"."""
    if at + 1 >= len(units) or units[at].low.split()[-1] not in ("on", "about", "over", "of"):
        return None
    for i in range(at + 1, min(at + 4, len(units))):
        if units[i].cls in ",.;:cpijbf":
            return None
        told = "casualty_topic" in units[i].senses or is_toll(units[i]) or units[i].low in CAPTIVES
        if told or units[i].low == "how many":
            return at, i + 1
    return None


def _pointed_at(units: list[Unit], at: int) -> tuple[int, int] | None:
    """What a silence next to a claim is about: "mute | on that", "coy | about the rebels' own", "drawn | on those"."""
    if at + 1 < len(units) and units[at].cls == "t" and units[at + 1].low in MATTERS:  # "has not touched | the subject"
        closes = (
            at + 2 >= len(units) or units[at + 2].cls in ",.;:&-" or units[at + 2].low in ("since", "at all", "again")
        )
        return (at, at + 2) if closes else None
    if at + 1 >= len(units) or units[at].low.split()[-1] not in TOPIC_PREPOSITIONS:
        return None
    if units[at + 1].low in POINTING:
        closes = at + 2 >= len(units) or units[at + 2].cls in ",.;:&-"
        return (at + 1, at + 2) if closes else None
    if units[at + 1].cls == "t" and at + 2 < len(units) and units[at + 2].low in MATTERS:
        closes = at + 3 >= len(units) or units[at + 3].cls in ",.;:&-"
        return (at + 1, at + 3) if closes else None  # "enquiries | on the subject"
    for i in range(at + 1, min(at + 6, len(units))):
        if units[i].cls in ",.;:":
            break
        if units[i].low.split()[-1] == "own" and (i + 1 >= len(units) or units[i + 1].cls in ",.;:&vk"):
            return at + 1, i + 1
    return None


def _no_reports(units: list[Unit], at: int) -> Silence | None:
    """Silence of nobody in particular: "there were | no immediate reports of casualties".

    Must not: "no reports" without a word on casualties.
    """
    for i in range(at + 1, min(at + 5, len(units))):
        if units[i].low in REPORTS:
            if any(u.cls not in "JxmN~kR" for u in units[at + 1 : i]):
                return None
            topic = _topic(units, i - 1, claims_near=False)
            if units[i].low in TABLES and units[i - 1].low in ("casualty", "loss", "death"):
                return Silence("no_count", at, i + 1, "impersonal")  # "no casualty figures | were available"
            if topic is None or topic[0] < i:
                return None
            if topic[1] <= i + 1 and units[i].low not in ("casualty", "toll", "count"):
                return None
            return Silence("no_count", at, topic[1], "impersonal")
    return None


def _not_known(units: list[Unit], at: int, first: int | None = None) -> Silence | None:
    """What cannot be said yet: "unable to confirm the toll", "casualties were being clarified", "was not | known".

    `first` is the unit at which the words begin, if not at `at`.
    """
    follow = units[at + 1 : at + 4]
    if follow and (follow[0].low in CIRCUMSTANCES or any("verify" in u.senses for u in follow)):
        return None  # "it is not clear | when the wounded died", "it was not possible | to verify the toll"
    topic = _topic(units, at, claims_near=False, limit=8, asked=True) or _topic_before(units, at)
    if topic is None:
        return None
    return Silence("no_count", min(at if first is None else first, topic[0]), max(at + 1, topic[1]), "unknown_yet")


def _denial(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """The denial that begins at a unit, or ends there: "called the figure | a lie"."""
    senses = units[at].senses
    if "deny_apart" in senses:
        made = _waved_away(units, at, claims_near)
        if made is not None:
            return made
    if "deny" in senses:
        return _denied(units, at, claims_near)
    if "inflate" in senses:
        return _inflated(units, at, claims_near)
    untrue = "false" in senses or (units[at].low in TRUE and at > 0 and units[at - 1].cls == "n")
    return _called_false(units, at, claims_near) if untrue else None


def _inflated(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """Who is accused of making a figure up: "accused the media | of inflating the toll".

    Must not: "the figures are | inflated", which another rule reads, "accused it | of fabricating evidence".
    """
    accused = next((i for i in range(at - 1, max(-1, at - 9), -1) if units[i].low.startswith(ACCUSING)), None)
    if accused is None or any(u.cls in ",;.:" for u in units[accused:at]):
        return None
    aims = (
        i for i in range(at + 1, min(at + 6, len(units))) if is_toll(units[i]) or (claims_near and _is_claim(units[i]))
    )
    aim = next(aims, None)
    if aim is None or any(u.cls not in "tsaJRSVv'" for u in units[at + 1 : aim]):
        return None  # "of padding | its bills for the wounded"
    return Silence("denial", accused, aim + 1, "denied")


def _waved_away(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """A verb of denying with what it denies before its particle: "waved | that total away", "brushed the toll aside".

    Must not: "waved the convoy away", "laughed the matter off".
    """
    for end in range(at + 2, min(at + MAX_APART, len(units))):
        if units[end].cls in ",;.:":
            return None
        if units[end].low.split()[0] in PARTICLES:
            between = units[at + 1 : end]
            aimed = any(is_toll(u) or (claims_near and (_is_claim(u) or u.low in DENIED)) for u in between)
            pointed = claims_near and len(between) == 1 and between[0].low in POINTING
            return Silence("denial", at, end + 1, "denied") if aimed or pointed else None
    return None


def _denied(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """Denying: "denies | that any civilian died", "rejected | the figure". Must not: "denied responsibility"."""
    if any(u.cls == "n" for u in units[max(0, at - 3) : at]) and "accept" not in units[at].low:
        return None  # "would neither accept nor | contest the figure"
    if units[at].low.endswith((" it", " that")) and claims_near:
        return Silence("denial", at, at + 1, "denied")  # "would have none of it"
    suffered = (
        at + 1 < len(units) and units[at + 1].low in SUFFERING and any(is_toll(u) for u in units[at + 2 : at + 7])
    )
    if at + 1 < len(units):
        follow = units[at + 1]
        spared = _spared_all(units, at + 1)
        if spared is not None:
            return Silence("denial", at, spared, "denied")
        if not suffered and (
            follow.low in NOT_TOLL or follow.cls in "gG" or (follow.low.endswith("ing") and follow.cls in "xf")
        ):
            return None
    if not suffered and (any(u.low in BLAME for u in units[at + 1 : at + 9]) or _of_a_deed(units, at + 1)):
        return None
    if any(u.low in LIKENING for u in units[at + 1 : at + 4]):
        return None  # "reject any comparison between the way some kill and others die"
    agent = units[at + 1 : at + 2] and units[at + 1].cls == "^"
    if agent and any(u.low in ("for", "after") for u in units[at + 2 : at + MAX_AGENT]):
        return None  # "the visit was derided by the prime minister's office for coming hours after an attack"
    if _of_one_person(units, at + 1):
        return None
    topic = _topic(units, at, claims_near, denial=True) or _that_people_died(units, at)
    if topic is not None and units[at].low.startswith("rul") and not _is_next(units, at, topic[1] - 1):
        topic = None  # "ruled out | any pardon for the killers"
    if topic is not None:
        return Silence("denial", at, topic[1], "denied")
    passive = at > 0 and units[at - 1].cls == "b" and at + 1 < len(units) and units[at + 1].cls == "^"
    that_died = at > 0 and units[at - 1].cls == "b" and _is_claim_of_deaths(units, at)
    near = that_died or any(_is_claim(u) or is_toll(u) for u in units[max(0, at - 6) : at])
    if passive and claims_near and near:
        return Silence("denial", at, at + 1, "denied")  # "The toll was | rejected by the army"
    if not claims_near:
        return None
    if agent and at and _is_claim(units[at - 1]):
        return Silence("denial", at, at + 1, "denied")  # "a figure | dismissed by Kyiv"
    if at + 1 == len(units) or units[at + 1].cls in ".;":
        comma = next((i for i in range(at - 2, max(0, at - MAX_DENIER - 2), -1) if units[i].low == "which"), 0)
        told = any(
            "plain_harm" in u.senses or is_toll(u) for u in units[:comma]
        )  # not "said they had taken the town, which the army | denied"
        if told and units[comma - 1].cls == "," and all(u.cls in "RSYBDPXvtsFfx'" for u in units[comma + 1 : at]):
            return Silence("denial", at, at + 1, "denied")  # "said 200 had died, which Yerevan | denied"
    ends = at + 1 == len(units) or units[at + 1].cls in ".,;" or units[at + 1].low in AFTER_DENIAL
    ends = ends or (
        units[at + 1].cls in "~/" and not any(u.cls in "vVkL" or u.low == "that" for u in units[at + 1 : at + 6])
    )
    if ends and (that_died or any(_is_claim(u) for u in units[max(0, at - 9) : at])):
        return Silence("denial", at, at + 1, "denied")  # "…, a claim Kyiv denied"
    if ends and at + 1 < len(units) and units[at + 1].low == "as" and at and units[at - 1].cls in "SPXYDvx":
        return Silence("denial", at, at + 2, "denied")  # "The 40 soldiers whom Delhi claims Islamabad | dismissed as"
    if at + 1 < len(units) and units[at + 1].low in POINTING and units[at + 1].cls != "s":
        closes = at + 2 == len(units) or units[at + 2].cls in ".;:,-" or units[at + 2].low in AFTER_DENIAL
        return Silence("denial", at, at + 2, "denied") if closes else None  # "Kyiv denied | that", "waved it away | as"
    return None


def _of_one_person(units: list[Unit], at: int) -> bool:
    """Whether the death of one person is denied: "denied | that its leader had been killed", "that Petrov died"."""
    if at + 3 >= len(units) or units[at].low != "that":
        return False
    end = next((i for i in range(at + 1, min(at + 6, len(units))) if units[i].cls in "fb"), at)
    words = units[at + 1 : end]
    whole = {u.cls for u in words} <= set("sDPXJRSYV'") and any(u.cls in "DPV" for u in words)
    return whole and words[0].cls in "sPX" and (words[-1].cls in "DPX" or words[-1].low in CHIEFS)


def _of_a_deed(units: list[Unit], at: int) -> bool:
    """Whether an attack is denied, and no death: "denied | it had struck the centre", "that its forces had shelled it".

    Must not: "denied | that it had killed anybody", "that 12 people had been hit".
    """
    have = next((i for i in range(at, min(at + 5, len(units) - 1)) if units[i].cls == "f"), None)
    if have is None or any(u.cls in "0qhvzZ" for u in units[at:have]):
        return False
    return units[have + 1].low in DEEDS


def _is_claim_of_deaths(units: list[Unit], at: int) -> bool:
    """Whether a claim that people died stands before a passive: "the claim that 20 soldiers had died was | denied"."""
    for i in range(max(0, at - MAX_CLAIMED), at - 2):
        if _is_claim(units[i]):
            that = next((k for k in range(i + 1, min(i + 5, at)) if units[k].low == "that"), None)
            return that is not None and any(map(tells_of_dead, units[that:at]))
    return False


def _that_people_died(units: list[Unit], at: int) -> tuple[int, int] | None:
    """That people died, without a number, which is disputed: "disputed | that civilians had died"."""
    if at + 3 >= len(units) or units[at + 1].low != "that" or units[at + 2].cls not in "vV":
        return None
    for i in range(at + 3, min(at + 8, len(units))):
        if tells_of_dead(units[i]):
            cause = any(u.cls in "F^" or u.low in ("because", "due", "from", "as") for u in units[i + 1 : i + 3])
            return None if cause else (at + 1, i + 1)  # "dispute that children died of the vaccine"
        if units[i].cls not in "fb~wRSAX/":
            return None
    return None


def _is_next(units: list[Unit], at: int, noun: int) -> bool:
    """Whether a noun of losses is the object of a verb: "ruled out | any civilian deaths"."""
    return is_toll(units[noun]) and all(u.cls in "adtsJRSVvY~" for u in units[at + 1 : noun])


def _spared_all(units: list[Unit], at: int) -> int | None:
    """Where the words end by which anybody's death is denied: "denied | killing any civilian", "| having hurt anyone".

    Must not: "denied | killing 12 civilians", which denies who did it.
    """
    if units[at].low == "having":
        at += 1
    deed = units[at].entry if at + 1 < len(units) else None
    if deed is None or deed.outcome not in ("killed", "wounded", "casualties"):
        return None
    if units[at + 1].low in ("anyone", "anybody"):
        return None if at + 2 < len(units) and units[at + 2].cls == "'" else at + 2  # "hurting | anyone's feelings"
    closes = at + 2 >= len(units) or units[at + 2].cls in ".;,"
    if units[at + 1].low == "civilians" or (units[at + 1].low == "any" and closes):
        return at + 2 if closes or units[at + 2].cls in "/]~" else None  # "denied having killed | civilians"
    sole = units[at + 1].low in ("any", "a single") and at + 2 < len(units) and units[at + 2].cls in "vV"
    return at + 3 if sole else None


def _called_false(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """Calling false: "called the figure | a lie", "the toll is not | true". Must not: "false alarm"."""
    alone = units[at].low.split()[0] in PREDICATES
    verb = at if alone else next((i for i in range(at - 1, max(-1, at - 12), -1) if _calls(units[i])), None)
    if verb is None:
        return _headed_false(units, at, claims_near)
    for i in range(verb, max(-1, verb - 10), -1):
        if not alone and (units[i].cls == "n" or not units[i].senses.isdisjoint(("false_verb", "deny"))):
            verb = i
            break
    if any(u.cls in ";.:" for u in units[verb + 1 : at]) or units[-1].low == "?":
        return None
    if at and units[at - 1].cls == "t":
        return None  # "the 300,000 dead that the | rumours speak of"
    if units[at].low.split()[-1] in FAKE and at + 1 < len(units) and units[at + 1].cls in "xEvVDY":
        return None  # "it was a fake | grenade"
    near = units[max(0, verb - (12 if alone else 8)) : at] + units[at + 1 : at + MAX_BEHIND]
    counted = any(is_toll(u) for u in near)
    aimed = counted or any(("figure" in u.senses and u.low not in NOT_AIMED) or u.low in DENIED for u in near)
    aimed = aimed or (_is_claim(units[0]) and any(u.low == "that" for u in units[1:verb]))  # "Claims from Kyiv that …"
    if not aimed and any(_points(units, i) for i in [*range(max(0, verb - 8), at), *range(at + 1, at + MAX_BEHIND)]):
        aimed = claims_near and units[at].low not in MILD
    return Silence("denial", verb, at + 1, "false") if aimed and (counted or claims_near) else None


def _headed_false(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """A headline that calls a figure false without one: "Colombo: UN figures | 'pure invention'", "says toll 'fake'".

    Must not: "Ministry: fake banknotes", "says the toll from fake pills rose".
    """
    end = at + 1 if at + 1 >= len(units) or units[at + 1].cls not in "\"'" else at + 2
    noun = at - 2 if at > 1 and units[at - 1].cls in "\"'" else at - 1
    if (end < len(units) and units[end].cls not in ",.;") or noun < 1:
        return None
    if not (is_toll(units[noun]) or (claims_near and units[noun].low in FIGURES)):
        return None
    head = noun - 1
    while head > 0 and units[head].cls in "tRSPYDvX's":
        head -= 1
    named = units[head].cls == ":" or "say" in units[head].senses
    return Silence("denial", head, at + 1, "false") if named and head > 0 else None


def _points(units: list[Unit], at: int) -> bool:
    """Whether a word points back: "called | that a lie"; in "said | that the charge was a lie" it opens a clause."""
    if at >= len(units) or units[at].low not in POINTING:
        return False
    return units[at].low != "that" or at + 1 >= len(units) or units[at + 1].cls not in "tsSRPBYDvVX0qh"


def _is_claim(unit: Unit) -> bool:
    """Whether a word is a noun for what somebody claims: "a claim", "the figure", "those reports"."""
    return "figure" in unit.senses and unit.low not in NO_FIGURE and unit.low not in ("how many", "any")


def _calls(unit: Unit) -> bool:
    """Whether a word leads to "a lie" or "true": "called", "dismissed … as", "is not"."""
    return "false_verb" in unit.senses or unit.low in ("as", "not", "was not", "is not", "were not", "are not")


def _within(units: list[Unit], at: int, reach: int, sense: str, stop: str) -> int | None:
    """The first of the next units that has a sense, if no class of `stop` stands before it."""
    for i in range(at, min(at + reach, len(units))):
        if sense in units[i].senses:
            return i
        if units[i].cls in stop:
            return None
    return None


def _topic(
    units: list[Unit],
    at: int,
    claims_near: bool,
    *,
    from_give: bool = False,
    denial: bool = False,
    asked: bool = False,
    limit: int = REACH,
) -> tuple[int, int] | None:
    """The words after a verb that make it one about figures or losses.

    Covers: a figure noun with a casualty word ("a toll of the dead"), "how many died"; "those numbers" where claims are
    near. With `from_give` the verb is one of giving, with `denial` one of denying: then a casualty word is enough.
    """
    figure, casualty = _figure_and_casualty(units, at, denial, limit)
    who_died = casualty is not None and units[casualty - 1].low == "who"  # "was silent on the protesters | who died"
    bare = casualty is not None and figure is None and not who_died
    if bare and casualty is not None and not is_toll(units[casualty]) and not _is_any(units, casualty):
        strict = units[at].low.startswith(OTHER_THAN_DENY) if denial else True
        asks = units[at + 1].low in ("if", "whether") and any(u.low in ANY for u in units[at + 2 : casualty])
        if strict and from_give and asks:
            return at + 1, casualty + 1  # "would not say | if anyone was hurt"
        if strict and not (denial and any(u.low in ANY or u.low == "no" for u in units[at + 1 : casualty])):
            return None
    if casualty is not None and _of_things(units, at, figure, casualty, denial):
        return None
    if figure is not None and units[figure].low == "how many" and casualty is None:
        told = claims_near or any(u.entry is not None and u.entry.outcome for u in units[:at])
        return (figure, figure + 1) if from_give and told and _counts_victims(units, figure + 1) else None
    if casualty is not None and (
        figure is not None
        or denial
        or from_give
        or asked
        or units[at].cls == "z"
        or not units[at].senses.isdisjoint(STARTERS)
    ):
        return casualty if figure is None else min(figure, casualty), casualty + 1
    if denial and at + 2 < len(units) and units[at + 1].low == "that":
        nouns = units[at + 2 : at + 4] if units[at + 2].cls in "m~xJ" else [units[at + 2]]  # "that second | number"
        if not any("figure" in noun.senses for noun in nouns):
            return None
    if figure is None or not claims_near:
        return None
    low = units[figure].low
    if low not in NO_FIGURE:
        return figure, figure + 1
    if low != "one" or denial or figure + 1 >= len(units):
        return None
    if units[figure + 1].cls in ",.;":
        return figure, figure + 1
    end = _of_own(units, figure + 1)  # "has never offered one | for the guerrillas"
    return (figure, end) if end is not None else None


def _of_things(units: list[Unit], at: int, figure: int | None, casualty: int, denial: bool) -> bool:
    """Whether no people are meant: "how many | mice died", "how many | votes it lost", "that | the base had fallen".

    Must not: "how many | gendarmes died", "that | it had lost any men", "that lives were lost".
    """
    if units[casualty].low == "loss" and casualty + 1 < len(units) and units[casualty + 1].cls == "F":
        return not any(u.cls in "vVO0qhsRSZ" for u in units[casualty + 2 : casualty + 5])  # "the | loss of the town"
    loses = units[casualty].cls in "lWi" and "plain_harm" not in units[casualty].senses
    if figure is not None and units[figure].low == "how many" and figure + 1 < casualty:
        counted = units[figure + 1]
        return counted.cls in "EU" or "animal" in counted.senses or (loses and counted.cls == "x")
    clause = units[at + 1 : casualty + 4]
    return denial and loses and not any(u.cls in "vVOLSRs" or is_toll(u) for u in clause)


def _counts_victims(units: list[Unit], at: int) -> bool:
    """Whether "how many" asks after the casualties told of before: "how many | ", "how many | foreigners were …".

    Must not: "how many | missiles were fired", "how many | remained", "how many | gunmen they faced".
    """
    if at + 2 < len(units) and units[at].cls == "F" and units[at + 1].cls in "ts" and units[at + 2].cls in "vV":
        at += 2  # "how many | of its men are captive"
    if at < len(units) and units[at].cls in "vVRx":
        at += 1
    if at < len(units) and units[at].low in ("had", "have", "there") and units[-1].cls != "?":
        at += 2 if at + 1 < len(units) and (tells_of_dead(units[at + 1]) or units[at + 1].cls == "b") else 1
    if at + 1 < len(units) and units[at].low == "they" and units[at + 1].low in ("were", "are"):
        at += 2  # "without telling the nation how many | they were"
    if at < len(units) and units[at].low in ("were", "was", "are"):
        return at + 1 >= len(units) or units[at + 1].cls != "x"  # not "how many passengers were | booked"
    return at >= len(units) or units[at].cls in ".;,&"


def _figure_and_casualty(units: list[Unit], at: int, denial: bool, limit: int) -> tuple[int | None, int | None]:
    """The first figure noun and the first casualty word after a verb, in its clause."""
    figure = casualty = None
    without = "without" in units[at].low  # "without naming anybody, the army acknowledges the loss of 48"
    for i in range(at + 1, min(at + limit, len(units))):
        unit = units[i]
        cls = unit.cls
        if cls in ";:.":
            break
        if i == at + 1 and cls == "," and not any(u.cls == "," for u in units[i + 1 : i + MAX_ASIDE]):
            break  # "who would not be named, | clings to an estimate of 5,000 killed"
        if denial and cls == "&" and _opens_clause(units, i + 1):
            break  # "rejects the accusation | and says nothing about victims"
        if i > at + 1 and cls == "," and (denial or without or figure is not None or casualty is not None):
            break
        if not denial and i > at + 1 and _turns_away(units, i):
            break
        if i > at + 2 and cls == "u" and "contrast" in unit.senses:
            break
        is_figure = "figure" in unit.senses or (denial and unit.low in DENIED)
        if (
            i > at + 1
            and cls == "c"
            and not is_figure
            and not denial
            and figure is None
            and "say" in unit.senses
            and unit.low not in ("say", "said")
            and units[i - 1].cls not in "at"
        ):
            break
        if is_figure and figure is None and unit.low != "any":
            figure = i
        if casualty is None and (
            "casualty_topic" in unit.senses or (unit.entry is not None and unit.entry.outcome) or "casualt" in unit.low
        ):
            casualty = i
    return figure, casualty


def _opens_clause(units: list[Unit], at: int) -> bool:
    """Whether a verb goes on behind "and": "and | says nothing", "and | has yet to"."""
    return at < len(units) and (
        units[at].cls in "cfbwn"
        or units[at].low.startswith(("has ", "have "))
        or not STARTERS.isdisjoint(units[at].senses)
    )


def _is_any(units: list[Unit], at: int) -> bool:
    """Whether a singular stands for any: "has not acknowledged a single civilian | death"."""
    return units[at].cls == "k" and any(u.low in ("a single", "single", "any") for u in units[max(0, at - 3) : at])


def _turns_away(units: list[Unit], at: int) -> bool:
    """Whether a clause begins that is not about how many: "did not say | how he died", "| if it was a bomb".

    Must not: "did not say how many", "did not say whether there were casualties".
    """
    unit = units[at]
    if unit.low == "that" and at + 1 < len(units) and "figure" in units[at + 1].senses:
        return False
    if unit.low == "who" and units[at - 1].cls in "vV" and at + 1 < len(units) and tells_of_dead(units[at + 1]):
        return False  # "was silent on the protesters | who died"
    if unit.low in ("how", "why", "when", "where", "who", "what", "that", "which"):
        return True
    if unit.low not in ("if", "whether"):
        return False
    return not any(u.low in ANY or is_toll(u) for u in units[at + 1 : at + 6])


def _topic_before(units: list[Unit], at: int, claims_near: bool = False) -> tuple[int, int] | None:
    """The topic that stands before: "kept its losses | to itself", "leaves its fallen | unmentioned"."""
    for i in range(at - 1, max(-1, at - 8), -1):
        unit = units[i]
        if unit.cls in ";:.,":
            return None
        owned = i > 0 and any(u.cls == "s" for u in units[max(0, i - 2) : i])
        if (
            unit.low in LOSSES
            or "casualt" in unit.low
            or unit.cls == "L"
            or unit.low in ("missing", "victims")
            or (unit.cls == "k" and unit.low.endswith("s"))
            or (owned and tells_of_dead(unit))
            or (claims_near and (unit.low in THEIRS or (owned and (unit.low == "own" or unit.low in FIGURES))))
        ):
            return i, i + 1
    return None


def opening_of(units: list[Unit], at: int) -> int:
    """Where the clause of a silence opens with its topic: "| on its own losses it said nothing"; else the same unit."""
    start = at
    while start > 0 and at - start < MAX_FRONTED and units[start - 1].cls not in ",;.:":
        start -= 1
    fronted = start < at and units[start].low in FRONTING and units[start + 1].cls not in "0qU"
    return start if fronted else at


def _topic_fronted(units: list[Unit], at: int, claims_near: bool) -> tuple[int, int] | None:
    """The topic with which a clause opens: "Of its own men | it gives no figure", "How many died | the SDF has not".

    Must not: "Of the negotiations | it gives no details".
    """
    if _is_asked(units, at, claims_near):
        return max(0, at - 1), at
    start = at
    while start > 0 and units[start - 1].cls not in ";.:" and not (units[start - 1].cls == "," and start < at - 1):
        start -= 1
    opening = units[start:at]
    if len(opening) < 3 or at - start > MAX_FRONTED:
        return None
    if opening[0].low == "how many" or (opening[0].low == "how" and opening[1].low == "many"):
        return (start, start + 1) if any(tells_of_dead(u) for u in opening[1:]) else None
    if opening[0].low not in FRONTING or (opening[1].cls in "0qU" and not tells_of_dead(opening[2])):
        return None  # "for six weeks"
    own = claims_near and any(u.cls == "s" for u in opening[1:3])
    for i, unit in enumerate(opening[1:], start + 1):
        if tells_of_dead(unit) or (own and unit.cls in "vV"):
            return start, i + 1
    return None


def _is_asked(units: list[Unit], at: int, claims_near: bool = False) -> bool:
    """Whether who is silent was asked about casualties: "Asked how many had died, | he had no figures"."""
    asked = next((i for i, u in enumerate(units) if u.low.split()[-1] in ASKED), None)
    if asked is None or abs(asked - at) > MAX_ASKED:
        return False
    words = units[asked + 1 : asked + MAX_FRONTED]
    words = words[: next((i for i, u in enumerate(words) if u.cls in ",;.:"), len(words))]
    many = any(u.low == "how many" for u in words)
    armed = any(u.cls in "SR" or (u.entry is not None and u.entry.source_kind == "military") for u in units)
    told = (claims_near and any(u.low in FIGURES for u in words)) or any(
        (is_toll(u) and (armed or u.low not in ("loss", "losses"))) or (many and tells_of_dead(u)) for u in words
    )
    referred = units[at].low.startswith("referred")  # "referred questions | to the ministry"
    own = [u.low for u in units[at + 1 : at + 6]] if not referred else []
    return told and not any(low.split()[-1] in TOPIC_PREPOSITIONS for low in own)  # "no comment on the ceasefire"


def _is_impersonal(units: list[Unit], at: int) -> bool:
    """Whether "there" or "it" stands where the subject would."""
    return any(u.low in IMPERSONAL for u in units[max(0, at - 3) : at + 1])


def _once(units: list[Unit], found: list[Silence]) -> list[Silence]:
    """One row for each party, kind and sentence: "called it inaccurate, but gave none itself" is one denial.

    A silence about losses that it names is another matter: "called it fantasy, and has yet to admit any losses".
    """
    seen: set[tuple[str, int]] = set()
    kept: list[Silence] = []
    for silence in found:
        who = silence.subject.first if silence.subject is not None else -1
        other = any(unit.cls in "kL" and is_toll(unit) for unit in units[silence.first : silence.last])
        if (silence.kind, who) in seen or (silence.kind == "no_count" and ("denial", who) in seen and not other):
            continue
        if silence.rule == "false" and any(kind == "denial" for kind, _ in seen):
            continue
        seen.add((silence.kind, who))
        kept.append(silence)
    return kept
