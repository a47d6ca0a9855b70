"""The claims without a number: parties that give no count, and parties that reject one.

Silence and denial are data. A `no_count` needs words of giving nothing *and* words about figures or losses; a `denial`
needs a rejected figure, toll or death. A bare "no comment", a denial of responsibility and "could not be independently
verified" are neither.
"""

from __future__ import annotations

from dataclasses import replace

from facttrack.clues import bare_text
from facttrack.denials import ACCUSING, BLAME, MAX_BEHIND, MAX_DENIER, PREDICATES, TRUE, denial_at, is_claim
from facttrack.governing import AUXILIARIES
from facttrack.memory import Actor
from facttrack.topics import (
    NO_FIGURE,
    REACH,
    STARTERS,
    TOPIC_PREPOSITIONS,
    first_within,
    is_asked,
    loses_things,
    of_own,
    opening_of,
    topic_before,
    topic_fronted,
    topic_of,
)
from facttrack.units import Reading, Unit
from facttrack.unsaid import (
    COSTING,
    EVIDENCE,
    FIGURES,
    FRONTING,
    POINTING,
    ActorAt,
    Silence,
    are_of_nobody,
    find_unsaid,
    given_later,
    is_toll,
    tells_of_dead,
)
from facttrack.weighed_silences import AGREEING, asks_for_the_way, is_mourning, sorts, weigh_silence

__all__ = ["Silence", "find_silences", "tells_ahead"]

OPENERS = STARTERS | {"disclose", "have"}
"""Senses of the words at which a silence or denial can begin."""
MAX_REFUSAL = 8
"""Units between "declined" and its verb of giving: "declined for a second day to publish a toll"."""
MAX_BACK = 8
"""Units from words of not giving back to their verb: "gave | no total"."""
IMPERSONAL = frozenset("there it".split())
ONE = frozenset("he she".split())
"""One person, of whom no number is told."""
CHECKING = frozenset({"independently", "verified", "immediately verify", "confirmed independently"})
HAVING_NONE = frozenset("suffered sustained recorded had was were been".split())
"""Verbs with which "no casualty" counts none."""
CHECKED = (["independent", "confirmation"], ["independent", "verification"])
VERIFYING = ("verif", "corroborat")
"""Beginnings of the verbs that only check: "could not verify the toll"."""
HELD = frozenset("comment information word figure figures details breakdown estimate data count".split())
"""What somebody has none of: "has no information"."""
CERTAIN = frozenset("confirmed reliable official exact precise accurate verified firm definite definitive".split())
"""What a toll may be that nobody has."""
REPORTS = frozenset(
    "reports report word comment reaction statement information details confirmation figures figure data estimate toll "
    "count indication news casualty breakdown".split()
)
"""What there is none of: "no reports of casualties"."""
ANSWERS = frozenset(
    "comment confirmation reaction response reply answer word statement acknowledgement acknowledgment".split()
)
"""What no party gives: "no Saudi | confirmation"."""
TABLES = frozenset("figures figure toll count numbers data details".split())
"""What is given of casualties: "no casualty figures"."""
UNKNOWN = frozenset("clear known available certain disclosed released published established".split())
"""What "was not" makes a word of not knowing."""
KEEPING = frozenset("keep keeps kept keeping leave leaves left leaving".split())
HIDING = ("withh", "conceal", "hid", "hush", "suppress")
"""Verbs of silence that take the losses themselves as their object."""
NONE_GIVEN = frozenset(
    [
        "not disclosed",
        "not published",
        "not given",
        "not reported",
        "not released",
        "not stated",
        "not known",
        "not available",
        "not announced",
        "none given",
        "none published",
        "no figure",
        "no data",
        "no number",
        "undisclosed",
        "unreported",
        "unpublished",
        "unknown",
        "withheld",
        "secret",
        "classified",
    ]
)
"""What stands behind the label of a list where no figure is given."""
LABELLING = frozenset("RSBY'stvVkLjpJF/N")
"""Classes of the words of such a label: a party, its soldiers, their losses."""
MAX_LINE, MAX_GIVEN = 7, 4
"""Units of such a label, and of what stands behind it."""
GAPS = frozenset("difference differences discrepancy discrepancies gap increase rise delay".split())
"""What is explained of figures, by whoever gave them."""
BREAKING = frozenset("breaks broke broken breaking break ended ends ending".split())
"""What is done with a silence by who speaks."""
BARE = ("without a number", "without a figure", "without a count", "without a toll", "without a tally", "radio silence")
"""Ends of words of silence that need not say what it is about, where a claim stands near."""
UNTOLD = frozenset(
    [
        "without elaborating",
        "without details",
        "without further details",
        "without giving details",
        "without being specific",
        "without being more specific",
        "without going into detail",
        "without going into details",
        "without saying more",
    ]
)
"""The same where the sentence itself tells of losses."""
DATING = frozenset("until till after before".split())
"""Words between a verb of giving and deaths that only tell when."""
GIVING = ("g", "offer", "publi", "releas", "provid", "issu", "disclos", "suppl")
"""Beginnings of verbs whose object a figure can be: "gave none", "publishes any"."""
SAYING = frozenset("said say says saying report reported reports reporting state stated states".split())
"""Verbs of giving with which "no" tells of nobody: "said | none of its men was hurt"."""
CLAIMS = frozenset("figure number count toll tally total estimate claim report assertion allegation boast".split())
"""What is denied in a clause without "which"."""
EXTENTS = frozenset("extent scale magnitude level full size rest".split())
"""Nouns before "of the losses" that ask after their number."""
CIRCUMSTANCES = frozenset("when where why".split())
"""What else than a number can be unclear."""
MATTERS = frozenset("subject matter question point issue topic discrepancy difference gap allegation".split())
"""Nouns that point back: "on the subject"."""
DETAILS = frozenset("details detail figure figures number numbers breakdown specifics".split())
CAPTIVES = frozenset("prisoners captives hostages".split())
"""Whom a silence can be about: "silent on prisoners"."""
THEM = frozenset("them these those".split())
"""What stands for losses told of before in the sentence."""
MAX_HELD = 7
"""Units from "not" to the noun of what somebody "does not have"."""
WE = frozenset(["we", "i"])
EXACT = frozenset("exact precise specific definite detailed".split())
COUNTS = frozenset(["body count", "body counts", "casualty count", "casualty counts", "death toll", "death tolls"])
"""What a party that is silent "does not do"."""
AHEAD = frozenset("toll tolls tally tallies count counts figure figures total totals".split())
"""Nouns that are of casualties where the first figures of a text follow: "would not discuss the tally"."""
BEFORE_FIGURE = "tsaz'SPRYDbcw"
"""Classes of what may stand before them: "the | tally", "UN | figures", "gave no | figure"."""
OFFICIAL = frozenset("official latest final overall exact precise".split())
"""Words before them that say nothing of what is counted."""
COVERING = frozenset("include includes cover covers contain contains".split())
"""What a count does not do with those whom it leaves out."""
MAKING = frozenset("made makes make making".split())
STATEMENTS = frozenset("statement statements communiqué communique".split())
"""What a party does not issue, whatever it may be about."""
UNNAMED = frozenset("named identified quoted cited".split())
"""What is not done to those who speak without their name."""
VERIFIED = frozenset("confirmed verified corroborated checked substantiated".split())
"""What is done with figures by those who check them."""
BARRED = ("authori", "permitted", "allowed", "entitled", "cleared")
"""Begins of what those are not who speak without their name."""
NAMELESS = frozenset("named identified unnamed nameless".split())
"""Words that tell of somebody that he speaks without it."""
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
    if ":" in reading.classes and (listed := _in_list(units, party_at)) is not None:
        return [listed]
    later = given_later(units, claims_near) if "w" in reading.classes else None
    if not any(cls in reading.classes for cls in "nzZ") and reading.senses.isdisjoint(STARTERS):
        return [later] if later is not None else []
    found: list[Silence] = [] if later is None else [later]
    taken = -1
    for at, unit in enumerate(units):
        if at < taken or not (unit.cls in "nz" or not unit.senses.isdisjoint(OPENERS) or unit.low in TRUE):
            continue
        made = denial_at(units, at, claims_near) or _silence(units, at, claims_near)
        if made is None and (after_silence or found):
            made = _nor_has(units, at)
        if made is None or _says_why_unnamed(units, made) or _is_broken(units, at):
            continue
        if units[made.first].low == "nor" and made.rule != "nor":
            found += _of_neither(units, made, subject_of)
        elif (
            made.kind == "denial"
            and made.first > 0
            and units[made.first].cls != "n"
            and (
                units[made.first - 1].cls == "b"
                or (units[made.first - 1].low.endswith("ly") and units[made.first - 2].cls == "b")
                or _by_agent(units, made)
            )
        ):
            made.subject = _by_whom(units, made.first, party_at) or subject_of(made.first)
        elif made.rule == "false" and units[made.first].cls == ":":
            named = filter(None, map(party_at, range(made.first)))
            made.first, made.subject = made.first + 1, next(named, None)
        elif made.rule == "false" and (units[made.first].cls == "b" or units[made.first].low.split()[0] in PREDICATES):
            told = made.first > 1 and "say" in units[made.first - 1].senses  # "a figure the army says | is inflated"
            made.subject = subject_of(made.first - 1) if told else _in_whose_eyes(units, made.first, party_at)
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
        if made.rule == "unknown_yet" and made.subject is not None:
            touches = made.subject.last == made.first and made.subject.kind == "unnamed"
            if made.subject.pronoun or made.subject.text.lower() == "it" or touches:
                made.subject = None  # "it was not known", "the real | death toll is unknown": nobody in particular
        if made.subject is None and not _is_neither(units, made):
            if made.rule not in ("impersonal", "unknown_yet", "false") and (
                made.kind == "denial" or not _is_impersonal(units, at)
            ):
                continue
        elif made.subject is not None and made.kind == "no_count" and _only_heard(made.subject):
            continue
        second = _of_both(made, units, party_at)
        found += [made, *second]
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


def _is_broken(units: list[Unit], at: int) -> bool:
    """Whether a silence ends, and figures are told: "breaks | its silence on its losses"."""
    if units[at].low.split()[-1] != "silence":
        return False
    return any(unit.low in BREAKING for unit in units[max(0, at - 2) : at])


def _in_list(units: list[Unit], party_at: ActorAt) -> Silence | None:
    """A line of a list that gives no figure: "Ukraine's own losses: | not published", "Russian toll: | unknown".

    Must not: "Losses: | not as heavy as feared", "Russia's reply: | none".
    """
    colon = next(i for i, unit in enumerate(units) if unit.cls == ":")
    label, said = units[:colon], [unit for unit in units[colon + 1 :] if unit.cls != "."]
    if not 0 < len(label) <= MAX_LINE or not 0 < len(said) <= MAX_GIVEN:
        return None
    toll = any(is_toll(unit) or "figure" in unit.senses for unit in label)
    whose = any(unit.cls in "RSBYs" for unit in label)
    if not (toll and whose) or not all(
        unit.cls in LABELLING or unit.low == "own" or "figure" in unit.senses for unit in label
    ):
        return None  # "Crop losses: | not known", "French job losses: | undisclosed"
    low = " ".join(unit.low for unit in said if unit.low not in ("so", "far", "so far", "yet"))
    if low not in NONE_GIVEN:
        return None
    made = Silence("no_count", colon + 1, colon + 1 + len(said), "none_given")
    named = next((i for i, unit in enumerate(label) if unit.cls in "RS" and unit.entry is not None), None)
    if named is not None:
        text, entry = label[named].text, label[named].entry
        body = party_at(named) if named + 1 < colon and units[named + 1].cls in "YB" else None
        side = entry.side if entry is not None else None
        made.subject = body or Actor(named, named + 1, text, text, side, "official", told=True)
    return made


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
    if found is None or _is_broken(units, found[0]):
        return []
    nobody = units[found[0]].low in ("no one", "nobody")
    if nobody and found[0] + 1 == len(units):
        return []
    if nobody and units[found[0] + 1].cls not in "/F":
        return [Silence("no_count", *found, "weighed")]  # "since Bush went to war, | nobody knows how many died"
    if any(_stays_unnamed(units, i) for i in range(found[0], min(found[0] + 4, len(units)))):
        return []
    span = range(found[0] + 1, min(found[1], len(units)))
    if any(loses_things(units, i) for i in span):
        return []  # "would not discuss | aircraft losses"
    if any(u.low in COVERING for u in units[found[0] + 1 : found[0] + 3]):
        return []  # "the count did | not include the dead whom families buried"
    stated = next((i for i in range(found[0], min(found[0] + 4, len(units) - 1)) if units[i].low in STATEMENTS), None)
    if stated is not None and not any(is_toll(u) for u in units[found[0] : found[1]]):
        return []  # "has not issued a | statement on either attack"
    made = Silence("no_count", *found, "weighed", subject_of(found[0]))
    if _says_why_unnamed(units, made) or _is_of_checking(units, found[0]):
        return []
    made.subject = _accused(units, found[0], party_at) or made.subject
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
    return made.rule == "denied" and at + 1 < len(units) and units[at + 1].cls == "^" and is_claim(units[at - 1])


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


def _accused(units: list[Unit], at: int, party_at: ActorAt) -> Actor | None:
    """Who is accused of silence, which is not the accuser's: "accused Bamako of | hiding its losses"."""
    if not at or units[at - 1].cls != "F":
        return None
    accuses = next((i for i in range(at - 2, max(-1, at - 2 - REACH), -1) if units[i].low.startswith(ACCUSING)), None)
    found = party_at(accuses + 1) or party_at(accuses + 2) if accuses is not None else None
    if found is None or found.last < at:
        return found
    text = " ".join(unit.text for unit in units[found.first : at - 1])  # "Bamako", not "Bamako of hiding"
    return replace(found, last=at - 1, text=text, source=bare_text(text))


def _in_whose_eyes(units: list[Unit], at: int, party_at: ActorAt) -> Actor | None:
    """The party to which something is false: "to Yerevan that | is propaganda"; not "the rebels' claim | is a lie"."""
    start = next((i + 1 for i in range(at - 1, -1, -1) if units[i].cls in ",;:."), 0)
    return party_at(start + 1) if units[start].low in ("to", "for") else None


def _says_why_unnamed(units: list[Unit], made: Silence) -> bool:
    """Whether it only tells why somebody speaks without a name: "asked for anonymity as they are | not authorised to".

    Must not: "the officer was | not authorised to give a number".
    """
    if not any(u.low.startswith(BARRED) for u in units[made.first : made.last + 1]):
        return False
    who = made.first - 1 - (units[made.first - 1].cls == "b")
    if who > 1 and units[who].cls == "r" and any(u.cls == "a" for u in units[max(0, who - 3) : who]):
        return True  # "an official who | was not allowed to give figures"
    return any("anonym" in u.low or u.low in NAMELESS for u in units)


def _is_of_checking(units: list[Unit], at: int) -> bool:
    """Whether something is not checked, which withholds nothing: "| neither figure could be confirmed"."""
    words = units[at : at + 9]
    if units[at].low not in ("neither", "none"):
        return False
    return any(u.cls == "b" and any(v.low in VERIFIED for v in words[i + 1 : i + 3]) for i, u in enumerate(words))


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


def _only_heard(subject: Actor) -> bool:
    """Whether those who give no figure are people who would not have one; "we" may be whoever is quoted."""
    return subject.kind == "witness" and subject.text.lower().partition("'")[0] not in WE


def _of_both(made: Silence, units: list[Unit], party_at: ActorAt) -> list[Silence]:
    """The silence of a second party joined to the first: "Moscow and | Kyiv do not disclose their losses"."""
    one = made.subject
    if one is None or one.last - one.first != 3 or [u.cls for u in units[one.first : one.last]] != ["S", "&", "S"]:
        return []
    first, second = party_at(one.first), party_at(one.last - 1)
    if first is None or second is None or first.side == second.side or None in (first.side, second.side):
        return []
    made.subject = first
    return [Silence(made.kind, made.first, made.last, made.rule, second)]


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
        return made if made or unknown is None else _not_known(units, unknown, claims_near, at)
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
    before = at - 1 if at < 2 or units[at - 1].cls != "~" else at - 2
    vague = at > 0 and units[before].cls in "a0"  # "an | unspecified number", "300 previously | undisclosed deaths"
    if made is None and "inability" in senses and "zero" not in senses and not vague:
        made = _not_known(units, at, claims_near)
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
    if at + 2 < len(units) and units[at + 1].low == "have":
        return _has_not(units, at, claims_near)
    words = [u.low for u in units[at + 1 : at + 4]]
    if claims_near and words[:2] == ["be", "more"] and words[2:] and words[2] in EXACT:
        return Silence("no_count", at, at + 4, "gave_no")  # "would not | be more precise"
    give = first_within(units, at + 1, 5, "disclose", stop=",;.:c&")
    if give is None or any(u.low in CHECKING for u in units[at : at + 6]) or _stays_unnamed(units, give):
        return None
    names = units[give].low.startswith("nam") and give + 2 < len(units) and units[give + 1].cls == "t"
    checks = units[give].low.startswith(VERIFYING)
    if names or (
        checks and (units[at].low.startswith(("could", "can")) or any("able" in u.low.split() for u in units[at:give]))
    ):
        # "cannot verify the claim", "has not been able to verify it" are about checking; not so "did not name the
        # soldiers | or say how many had died"
        give = first_within(units, give + 1, MAX_REFUSAL, "disclose", stop=",;.:c")
        if give is None:
            return None
    asked = units[give + 1].low if give + 1 < len(units) else ""
    if asked in CIRCUMSTANCES or (asked == "how" and asks_for_the_way(units, give + 1)):
        return None  # "did not know | when the wounded would go home"
    gaps = units[give].low.startswith("expla") and any(u.low in GAPS for u in units[give + 1 : give + 3])
    if gaps or any(u.low in EVIDENCE for u in units[give + 1 : give + 3]):
        return None  # "gave no | evidence for its account of losses", "could not explain | the difference"
    topic = topic_of(units, give, claims_near, from_give=True) or topic_fronted(units, at, claims_near)
    if topic is not None and _is_other_report(units, topic[1]):
        return None
    if topic is not None and any(unit.low in DATING for unit in units[give + 1 : topic[0]]):
        return None  # "the tapes were not | released until after the deaths of all"
    topic = topic or _them(units, give) or _no_number(units, give)
    if topic is None and claims_near:
        topic = _what_it_cost(units, give) or _pointed_at(units, give if _takes_topic(units[give]) else give + 1)
        others = ("any", "others", "another") if units[at].low == "nor" else ("any",)
        any_given = give + 1 < len(units) and units[give + 1].low in others and units[give].low.startswith(GIVING)
        if topic is None and any_given and (give + 2 >= len(units) or units[give + 2].cls in ".;,&"):
            topic = give + 1, give + 2  # "seldom gives | any"
    return Silence("no_count", at, max(give + 1, topic[1]), "gave_no") if topic else None


def _has_not(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """Not having what a number is told in: "does not | have casualty figures", "did not have a breakdown of the dead".

    Must not: "did not have any casualties", "does not have the numbers to hold the town".
    """
    for i in range(at + 2, min(at + MAX_HELD, len(units))):
        low = units[i].low.split()[-1]
        if units[i].cls in ",;.:cr":
            return None
        if units[i].cls != "L" and low not in HELD and low not in FIGURES:
            continue
        if i + 1 < len(units) and units[i + 1].cls == "T":
            return None
        topic = (i, i + 1) if units[i].cls == "L" else topic_of(units, at + 1, claims_near, from_give=True)
        return Silence("no_count", at, max(i + 1, topic[1]), "gave_no") if topic else None
    return None


def _stays_unnamed(units: list[Unit], give: int) -> bool:
    """Whether somebody does not want to be named, whatever he tells: "an officer who asked not to be | named put …"."""
    return give > 0 and units[give].low in UNNAMED and units[give - 1].low in ("be", "being")


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
    armed = any(
        u.cls in "vV"
        or (u.entry is not None and u.entry.source_kind == "military")
        or (u.cls == "S" and units[i + 1].cls in "cbfwlx")  # "Russia | suffered losses", not "the UK bank"
        for i, u in enumerate(units[:at])
    )
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
            after = [unit.low for unit in units[i + 1 : i + 3]]
            if units[at].low in MAKING and after[:1] in (["claim"], ["claims"]) and after[1:] != ["of"]:
                return None  # "the group made | no claim", of having done it
            topic = topic_of(units, i, claims_near) or topic_fronted(units, at, claims_near)
            if units[i].low != "nothing" and units[at].low in SAYING and not _tells_figure(units, i + 1):
                return None  # "said | none of his men was hurt", "says | no such deaths occurred"
            if topic is not None and any(u.low in BLAME for u in units[topic[1] : topic[1] + 3]):
                return None  # "made no claim of responsibility"
            if topic is None and claims_near and units[i].low in ("none", "nothing"):
                end = of_own(units, i + 1)
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


def _has_none(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """Having nothing: "has | no information on casualties"."""
    if at + 2 >= len(units) or not (units[at + 1].cls == "z" or units[at + 1].low.startswith("no ")):
        return None
    words = [unit.low.split()[0] for unit in units[at + 2 : at + 4]]
    sort = at + 3 < len(units) and units[at + 2].low in CERTAIN
    toll = units[at + 2 + sort].cls == "L"  # "has no | casualty figures", "no confirmed | toll"
    if not toll and not HELD.intersection(words[sort : 1 + sort] if units[at + 2].cls not in "xJ~" else words):
        return None
    topic = (at + 2 + sort, at + 3 + sort) if toll and sort else topic_of(units, at + 1, claims_near, from_give=True)
    if topic is None and is_asked(units, at):
        topic = at + 1, at + 3
    return Silence("no_count", at, topic[1], "gave_nothing") if topic else None


def _refused(units: list[Unit], at: int, claims_near: bool) -> Silence | None:
    """Refusing: "declined | to put a figure on the dead", "withheld | casualty figures".

    Must not: "declined to comment".
    """
    if at > 1 and units[at - 1].low == "be" and units[at - 2].cls == "w":
        return None  # "the bank might be | hiding losses"
    give = first_within(units, at + 1, MAX_REFUSAL, "disclose", stop=",;.:")
    if give is not None and _stays_unnamed(units, give):
        return None
    if give is not None and units[give].low.startswith(VERIFYING):
        return None  # "was unable to verify the casualty figure": that is about checking
    topic = topic_of(units, give, claims_near, from_give=True) if give is not None else None
    if topic is None and give is not None and claims_near:
        topic = _what_it_cost(units, give) or _pointed_at(units, give if _takes_topic(units[give]) else give + 1)
        topic = topic or _more_exact(units, give)
    if topic is None and give is not None:
        topic = _them(units, give)
    if topic is None and "disclose" not in units[at].senses and units[at].low.startswith(HIDING):
        topic = topic_of(units, at, claims_near)
    if topic is None and give is not None and is_asked(units, at):
        topic = give, give + 1
    if topic is None and give is not None and any(map(is_toll, units[:at])) and _closes_with(units, give + 1):
        topic = give, give + 2  # "spoke of heavy Russian losses, but declined to give | figures"
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
    if is_mourning(units, at):
        return None
    if sorts(units, at) or ("adjective_person" in units[at].senses and at + 1 < len(units) and is_toll(units[at + 1])):
        return None  # "300 | unreported deaths"
    without = units[at].low.startswith("without ")
    told = claims_near or (without and _told_of_losses(units, at))
    topic = (
        topic_of(units, at, told, from_give=without)
        or topic_fronted(units, at, claims_near)
        or topic_before(units, at, claims_near)
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
    """Silence of nobody in particular, or of whoever is named behind it: "| no immediate reports of casualties".

    Must not: "no reports" without a word on casualties, "no agreed toll", "no independent confirmation of the toll".
    """
    if [u.low for u in units[at + 1 : at + 3]] in CHECKED:
        return None  # that is about checking
    for i in range(at + 1, min(at + 5, len(units))):
        if units[i].low in REPORTS or units[i].low in ANSWERS:
            there = at > 0 and units[at - 1].cls == "b"  # "There is | no official word on the dead"
            if units[i].low == "casualty" and i + 1 < len(units) and units[i + 1].cls in "bfp":
                return None  # "no casualty | was reported" is a count of none
            ends = i + 1 >= len(units) or units[i + 1].cls in ".,;/&"
            if units[i].low == "casualty" and at and ends and units[at - 1].low.split()[-1] in HAVING_NONE:
                return None  # "suffered | no casualty"
            between = [u for u in units[at + 1 : i] if not (there and u.low == "official")]
            if any(u.cls not in "JxmN~kR" or u.low in AGREEING for u in between):
                return None
            topic = topic_of(units, i - 1, claims_near=False)
            if units[i].low in TABLES and units[i - 1].low in ("casualty", "loss", "death"):
                return Silence("no_count", at, i + 1, "impersonal")  # "no casualty figures | were available"
            if topic is None and units[i].low in ANSWERS and is_asked(units, at):
                return Silence("no_count", at, i + 1, "impersonal")  # "| no reply from the army when asked for a toll"
            if topic is None or topic[0] < i:
                return None
            if topic[1] <= i + 1 and units[i].low not in ("casualty", "toll", "count"):
                return None
            return Silence("no_count", at, topic[1], "impersonal")
    return None


def _not_known(units: list[Unit], at: int, claims_near: bool, first: int | None = None) -> Silence | None:
    """What cannot be said yet: "unable to confirm the toll", "casualties were being clarified", "was not | known".

    `first` is the unit at which the words begin, if not at `at`.
    """
    if at and units[at].low == "unknown" and units[at - 1].cls == "n":
        return None  # "murders are not | unknown": a litotes
    follow = units[at + 1 : at + 4]
    if follow and (follow[0].low in CIRCUMSTANCES or any("verify" in u.senses for u in follow)):
        return None  # "it is not clear | when the wounded died", "it was not possible | to verify the toll"
    if len(follow) > 1 and follow[0].low in ("if", "whether") and (follow[1].cls in "tPX" or follow[1].low in ONE):
        return None  # "it is too early to say | whether the toll will rise", "not clear | whether he has given up"
    topic = topic_of(units, at, claims_near=False, limit=8, asked=True) or topic_before(units, at)
    if topic is None or _of_another(units, topic[0]) or any(u.low in DATING for u in units[at + 1 : topic[0]]):
        return None
    if len(follow) > 1 and follow[0].low == "as" and follow[1].low != "of":
        return None  # "the deaths are | yet to be confirmed as drug-related"
    if any(are_of_nobody(units, i, claims_near) for i in range(*topic)):
        return None
    return Silence("no_count", min(at if first is None else first, topic[0]), max(at + 1, topic[1]), "unknown_yet")


def _of_another(units: list[Unit], at: int) -> bool:
    """Whether losses only tell of what else something is: "the motive for the | killings", "the nationality of the |
    casualties".

    Must not: "the number of | victims", "the extent of the | losses".
    """
    lead = at if units[at].cls == "I" else at - 1
    while lead > 0 and units[lead].cls in "tsaJR":
        lead -= 1
    if lead < 1 or not units[lead].low.startswith(("of", "for", "behind")):
        return False
    noun = units[lead - 1]
    return noun.cls in "xE" and "figure" not in noun.senses and noun.low not in EXTENTS


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
