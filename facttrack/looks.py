"""A document read sentence by sentence: what each says of people, cues and casualties, and who speaks throughout."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass, field

from facttrack.acronyms import find_given, give
from facttrack.actors import FRONTING, attacks, find_actors, lies_beyond
from facttrack.attribution import find_attributions
from facttrack.believed import disbelieve
from facttrack.candidates import ASKED, OTHERS, Figure, Mention
from facttrack.clues import bears_it
from facttrack.columns import SEPARATOR, find_columns, read_row
from facttrack.cues import HEARERS, VICTIM_HEADS
from facttrack.lexicon import Entry, Lexicon, lexicon
from facttrack.memory import ALOOF, ARMED_GROUPS, Actor, Memory, most
from facttrack.mentions import figure_of, find_mentions
from facttrack.models import Document
from facttrack.namesakes import BEASTS, forget_beasts, settle_namesakes
from facttrack.pointers import may_point, may_report
from facttrack.scan import find_telling, may_count, may_deny, may_name, may_tell
from facttrack.scene import Attribution
from facttrack.sentences import Sentence, find_sentences, is_hard_wrapped, sentences_around
from facttrack.silence import find_silences, tells_ahead
from facttrack.subjects import SPEAKERS
from facttrack.topics import asks_how_many
from facttrack.units import Reading, Unit, read_sentence

__all__ = [
    "HEADING",
    "LISTED",
    "MAX_ANSWERED",
    "MAX_QUOTATION",
    "Look",
    "anybody",
    "ends_heading",
    "give_headings",
    "near_home",
    "read_document",
    "sits_there",
]

OTHER_DEEDS = frozenset({"other_deed", "holding"})
"""The senses of words of what else happened to people: "fled", "detained"."""
MAX_FIGURES = 8
"""Figures of the sentences before that a bare number is held against."""
HEADING = 3
"""Sentences in which the issuer of a communiqué is looked for."""
MAX_QUOTATION = 6
"""Sentences in which the speaker of a quotation is looked for."""
MAX_ANSWERED = 4
"""Sentences back to a figure that a silence or denial can be about."""
CREDITING = ("say", "count", "according", "figure")
"""Senses of the words that credit the first figures of a text to somebody, so that a toll named before is theirs."""
MAX_AHEAD = 2
"""Sentences forward from a silence or denial to the first figures of a text that it can be about."""
CARRY_SENTENCES = 2
"""Sentences back to which a bare "counted over 790" may look for what it counts."""
MIN_REPEATED_CHARS = 20
"""A shorter sentence that comes again is not a repetition: "Twelve died."."""
STUDIES = frozenset("study studies survey historians historian researchers university universities newspaper".split())
"""Nouns of those who write about wars from elsewhere."""
FOLLOWING = frozenset("linked allied affiliated aligned allegiance loyal loyalty ties connected links".split())
"""Words before "to" and "with" by which a group is named that another follows."""
WAGED, MAX_WAGED = frozenset("war invasion aggression offensive operation campaign assault intervention".split()), 5
"""What a state does in another, and words of its name before it."""
LISTED = re.compile(
    r"\s*(?:[•▫*·–-]"
    r"|[^.:]{2,60}:\s*(?:(?:over|about|around|some|nearly|almost|more than|at least|up to) )?\S{1,12}"
    r"(?: \([^()]{1,60}\))?$)"
)
"""Lines of a list, under which the outcome of the heading holds on."""
MIN_PARTED_CHARS = 400
"""A shorter text is cut into its sentences at once: there is little to be saved."""
LETTERS = re.compile(r"[^\W\d_]+")
LABEL_REACH = 24
"""Runs of letters in which a label begins: it stands behind two forms at most, and no form has as many as a dozen."""
SPEAKING = re.compile("[jkLpio]")
"""Classes of words that speak of an outcome even without a number."""
HEADED = re.compile(r"[•▫*·■–—-]?\s*[\d:.]*\s*[A-Z][^.:–—]{1,40}(?:[.:–—]| -)")
"""How a paragraph begins that a place may head."""
FRESH = re.compile(r"[•▫*·■]|[–—-] |\d{1,2}[:.h]\d\d|[A-Z][\w'’., -]{1,30}(?::| [–—-]) ")
"""How a line begins that goes on with none before it."""
COURT_SEAT = "court_seat"
"""The sense of cities in which courts of several states sit."""
MIN_HEADED = 2
"""Places that head paragraphs or lines in a text that is ordered by them."""
MAX_HEADED, MAX_OTHERS = 8, 2
"""Units before the mark behind such a place, and how many of them may be other than places."""
LISTENERS = HEARERS | {"newsmen", "briefing", "conference"}
"""Who or what is told something in a place, where it need not have happened."""
TOLD = 6
"""Units from "told" to that place: "told a news conference in Geneva"."""
BASED = frozenset("based headquartered registered exiled".split())
"""Words before the place in which a body sits: "a group based in London"."""
PLACE, SEAT = 2.0, 1.5
"""Mentions of a state that one of its places is worth in a paragraph, and a name that is both, such as a capital."""
DIRECTIONS = frozenset("southern northern eastern western central downtown greater".split())
FALLEN = 7
"""Units beside soldiers in which a word may tell that they died or were hurt."""
LOCATING = frozenset("in at near on outside around from across of".split())


Known = tuple[Reading, list[Mention]]
"""A sentence that was read before the others, and the mentions that it has by itself."""


@dataclass(slots=True, eq=False)
class Look:
    """What has been read of one sentence; `number` counts the sentences."""

    number: int
    sentence: Sentence
    words: Lexicon
    quoted: bool
    """Whether it begins inside a quotation."""
    closes: bool
    """Whether that quotation ends in it."""
    may_tell: bool | None = None
    """Whether it has the words with which one that tells of casualties begins; None if its text has to be asked."""
    alone: list[Mention] | None = None
    """The mentions that it has by itself, whatever stands before it, if they were looked for."""
    silent: bool = False
    """Whether it may hold a silence or denial."""
    ahead: bool = False
    """Whether the first figures of the text follow right behind it."""
    mentions: list[Mention] = field(default_factory=list)
    told: tuple[str | None, list[Figure], int] | None = None
    """What the sentences before had told when its mentions were looked for, if they were: see `find_mentions`."""
    actors: list[Actor] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    named: list[tuple[str, int, bool, bool]] | None = None
    """The sides and countries that it names, if somebody asked: see `weighed_sides`."""
    about: dict[str, float] | None = None
    """What its places and states weigh, if somebody asked: see `near_home`."""
    scene: object = None
    """What the text has named up to a place in it, if somebody asked: see `weighed_sides`."""
    headed: str | None = None
    """The country whose place heads the paragraph, in a text of several such: "FREETOWN: …", "• Haiti. …"."""
    turn: Attribution | None = None
    """The speaker of a transcript, or the issuer of a communiqué, who speaks where nobody else does."""
    read: Reading | None = None

    @property
    def reading(self) -> Reading:
        """The sentence as units, read when somebody asks for it."""
        if self.read is None:
            self.read = read_sentence(self.sentence, self.words)
        return self.read


def read_document(document: Document, words: Lexicon, memory: Memory) -> list[Look]:
    """The sentences of a document, each read with what those before have told; none where there can be no claim.

    Who and what a sentence names is read only as far as a claim can ask for it.
    """
    places = find_telling(document.text, words)
    known: dict[int, Known] = {}
    if places is not None and not (places and _may_claim(document.text, places, words, known)):
        return []
    looks = _find_looks(document.text, words, places, known)
    if "(" in document.text:
        _settle_acronyms(looks)
    if BEASTS in document.text:
        for at in forget_beasts([look.reading for look in looks]):
            looks[at].alone = None
    _find_all_mentions(looks)
    disbelieve(looks)
    _mark_ahead(looks)
    _mark_silences(looks)
    if not any(look.mentions or look.silent for look in looks):
        return []
    settle_namesakes(document.text, lambda: [each.reading for each in looks if may_name(each.sentence.text, words)])
    end = _end_of_telling(looks)
    for look in looks[:end]:
        _read_names(look, memory)
    asked = any(map(_asks_whom, looks[:end]))
    for look in looks[end:]:
        if asked:
            _read_names(look, memory)
        elif look.read is not None or may_name(look.sentence.text, words):
            _note_sides(look.reading, memory, first=False)
    return looks


def _may_claim(text: str, places: dict[int, bool], words: Lexicon, known: dict[int, Known]) -> bool:
    """Whether the sentences that may tell hold a claim, or anything with which another one could go on.

    Only the sentences around the words that tell, as `find_telling` has them, are looked for: most texts of news have
    such words in one or two of theirs, "shares fell" among them, and nothing comes of it. What was read goes to
    `known`, by where it begins.
    """
    if len(text) < MIN_PARTED_CHARS or is_hard_wrapped(text):
        return True
    order = sorted(places)
    end = number = 0
    while number < len(order):
        sentences = sentences_around(text, order[number], end)
        for sentence in sentences:
            end = sentence.end
            tells = False
            while number < len(order) and order[number] < end:
                tells = tells or places[order[number]] or may_tell(sentence.text, words)
                number += 1
            if not tells:
                continue
            reading = read_sentence(sentence, words)
            mentions = find_mentions(reading)[0]
            known[sentence.start] = reading, mentions
            if mentions or _topic_outcome(reading) is not None or find_silences(reading, anybody, anybody, False):
                return True
            if reading.units[-1].text == "?" and any(unit.low == "how many" for unit in reading.units):
                return True  # "How many soldiers did you lose? | I have no figures."
    return False


def _read_names(look: Look, memory: Memory) -> None:
    """Reads who and what a sentence names, and who says what."""
    _note_sides(look.reading, memory, first=look.number == 0)
    look.actors = find_actors(look.reading, memory)
    look.attributions = find_attributions(look.reading, look.actors, memory)


def _asks_whom(look: Look) -> bool:
    """Whether a silence or denial may ask whom a pronoun means, as the whole text tells it."""
    if not look.silent and not (look.mentions and "deny" in look.reading.senses):
        return False
    return any(actor.pronoun for actor in (*look.actors, *(said.actor for said in look.attributions)))


def _find_looks(text: str, words: Lexicon, places: dict[int, bool] | None, known: dict[int, Known]) -> list[Look]:
    """The sentences of a text, only those in `known` read yet; a repeated one comes once.

    One that may tell has one of `places`.
    """
    looks: list[Look] = []
    seen: set[str] = set()
    inside = False
    paragraph = -1
    order = sorted(places or ())
    for sentence in find_sentences(text):
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            inside = inside and '"' not in sentence.text
        key = sentence.text.strip("\"“”' ")
        if key in seen and len(key) > MIN_REPEATED_CHARS:
            continue
        seen.add(key)
        began, inside = inside, _is_open(sentence.text, inside)
        look = Look(len(looks), sentence, words, began, began and not inside)
        if places is not None:
            look.may_tell = _may_tell(places, order, sentence)
        if sentence.start in known:
            look.read, look.alone = known[sentence.start]
        looks.append(look)
    return looks


def _may_tell(places: dict[int, bool], order: list[int], sentence: Sentence) -> bool | None:
    """Whether a sentence may tell, by the places of words, in order, that stand in it; None if they do not say."""
    at = first = bisect_left(order, sentence.start)
    while at < len(order) and order[at] < sentence.end:
        if places[order[at]]:
            return True
        at += 1
    return False if at == first else None


def _settle_acronyms(looks: list[Look]) -> None:
    """Gives the acronyms that the text introduces their meaning; what was found in their sentences is found anew."""
    given: dict[str, Entry] = {}
    for look in looks:
        if "(" in look.sentence.text:
            find_given(look.reading, given)
    if not given:
        return
    for look in looks:
        if any(short in look.sentence.text for short in given) and give(look.reading, given):
            look.alone = None


def _find_all_mentions(looks: list[Look]) -> None:
    """Finds the mentions of each sentence, and for the next ones the outcome of which a sentence has spoken."""
    outcome: str | None = None
    figures: list[Figure] = []
    recent = age = 0
    asked = False
    others: int | None = None
    columns: list[str | None] = []
    for look in looks:
        tells = look.may_tell if look.may_tell is not None else may_tell(look.sentence.text, look.words)
        if look.alone is not None and outcome is None:
            look.mentions = look.alone
        elif tells or (outcome is not None and may_count(look.sentence.text, look.words)):
            asked = asked and not look.sentence.text.endswith("?")  # "How many died? | Ten thousand? Twenty?"
            known = [(OTHERS, others), *figures] if others else figures
            look.told = outcome, [*known, (outcome, ASKED)] if asked and outcome else known, recent
            look.mentions = find_mentions(look.reading, *look.told)[0]
            if outcome is not None:
                others = None if look.mentions else _counted_others(look.reading) or others
        if SEPARATOR in look.sentence.text:
            look.mentions = read_row(look.reading, columns) or look.mentions
            columns = find_columns(look.reading) or columns
        age += 1
        said = look.mentions[-1].outcome if look.mentions else _topic_outcome(look.reading) if tells else None
        if said is not None:
            outcome, age = said, 0
            if look.mentions:
                figures, recent = [*figures[-MAX_FIGURES:], *map(figure_of, look.mentions)], len(look.mentions)
        elif age > CARRY_SENTENCES and not LISTED.match(look.sentence.text):
            outcome, figures, recent, others = None, [], 0, None
        asked = said is not None and not look.mentions and _asks_number(look.reading)


def _counted_others(reading: Reading) -> int | None:
    """How many people a sentence counts to whom something else happened: "600,000 Syrians have fled to Lebanon"."""
    if reading.senses.isdisjoint(OTHER_DEEDS):
        return None
    sizes = [int(unit.value) for unit in reading.units if unit.cls == "0" and unit.value]
    return max(sizes, default=None)


def _asks_number(reading: Reading) -> bool:
    """Whether a sentence asks how many: "How many people died?", "And wounded?"."""
    units = reading.units
    if units[-1].text != "?" and not (len(units) > 1 and units[-1].cls in '"-' and units[-2].text == "?"):
        return False
    return any(unit.low == "how many" for unit in units) or len([u for u in units if u.cls not in ',.:-"at&']) <= 2


def _mark_ahead(looks: list[Look]) -> None:
    """Marks the sentences right ahead of the first figures, if somebody gives those."""
    first = next((place for place, look in enumerate(looks) if look.mentions), 0)
    if first and not looks[first].reading.senses.isdisjoint(CREDITING):
        for look in looks[max(0, first - MAX_AHEAD) : first]:
            look.ahead = True


def _mark_silences(looks: list[Look]) -> None:
    """Marks the sentences that may hold a silence or denial, whoever is silent."""
    counted = -MAX_ANSWERED - 1
    for look in looks:
        if look.mentions:
            counted = look.number
        near = look.number - counted <= MAX_ANSWERED
        asks = looks[look.number - 1] if look.number else look
        near = near or (asks.sentence.text.endswith("?") and asks_how_many(asks.reading.units, look.reading.units))
        before = look.number > 0 and looks[look.number - 1].silent
        if look.read is not None or ((near or before or look.ahead) and may_deny(look.sentence.text, look.words)):
            look.silent = bool(find_silences(look.reading, anybody, anybody, near, before))
            if look.ahead and not look.silent:
                found = find_silences(look.reading, anybody, anybody, True, before)
                look.silent = any(tells_ahead(look.reading.units, silence) for silence in found)


def anybody(verb: int) -> Actor:
    """Somebody, for whoever asks only whether there is a silence or denial, and not whose."""
    return Actor(verb, verb, "", "")


def _end_of_telling(looks: list[Look]) -> int:
    """The sentence from which on nobody is asked for who is named: behind the last claim, and what is quoted with it.

    The heading tells who issues a communiqué, and any label after a claim whether a text is a transcript.
    """
    end = next((look.number for look in looks[:HEADING] if ends_heading(look)), HEADING)
    for look in looks:
        if look.mentions or look.silent:
            quoted = any(each.quoted for each in looks[look.number : look.number + 2])
            end = max(end, look.number + (MAX_QUOTATION if quoted else 1))
            behind = looks[end].sentence.text if end == look.number + 1 and end < len(looks) else ""
            end += may_point(behind) or may_report(behind)
    return len(looks) if any(_may_be_labelled(look.sentence.text) for look in looks[end:]) else end


def _may_be_labelled(text: str) -> bool:
    """Whether a word in capitals stands near the beginning and before a colon, as the label of a speaker does."""
    head, colon, _ = text.rpartition(":")
    if not colon:
        return False
    return any(word.isupper() and word not in ("I", "A") for word in LETTERS.findall(head)[:LABEL_REACH])


def give_headings(looks: list[Look]) -> None:
    """Of which country each paragraph is that a place or a state heads, where more than one of a text is headed so.

    Covers: "FREETOWN: …", "LAS VEGAS – …", "Georgia. 215 dead, …", "08:15 BATKEN – …", "Casualties, Gaza. …".
    Must not: "KYIV, 2 March – …", the dateline of a text that has but one.
    """
    headed = [look for look in looks if HEADED.match(look.sentence.text) is not None]
    heads = {look.number: country for look in headed if (country := _heading_country(look.reading.units)) is not None}
    if len(heads) < MIN_HEADED:
        return
    country, paragraph = None, -1
    for look in looks:
        if look.sentence.paragraph != paragraph or look.number in heads or FRESH.match(look.sentence.text) is not None:
            country, paragraph = heads.get(look.number), look.sentence.paragraph
        look.headed = country


def _heading_country(units: list[Unit]) -> str | None:
    """The country of the place or state that stands before the first colon, dash or stop of a paragraph."""
    start = next((i for i, unit in enumerate(units) if unit.cls not in ";N-M"), len(units))
    end = next((i for i in range(start, min(len(units), start + MAX_HEADED)) if units[i].cls in ":-."), None)
    if end is None or any(unit.cls in "cbfwpijgyl0" for unit in units[start:end]):
        return None
    found = [unit.entry for unit in units[start:end] if unit.cls in "AS" and unit.entry is not None]
    countries = {entry.place_country for entry in found if entry.place_country}
    stands_last = end > start + 1 and units[end - 1].cls in "AS" and units[end - 2].cls == ","  # "Politika, Belgrade –"
    near = len(found) >= end - start - MAX_OTHERS or stands_last
    return countries.pop() if len(countries) == 1 and near else None


VIEWED = frozenset(["viewed by", "seen by", "regarded by", "considered by"])
JUDGED = frozenset(
    "viewed seen regarded considered condemned denounced criticised criticized welcomed praised mediated brokered "
    "backed supported recognised recognized demanded rejected".split()
)
"""What a state does, before its name, that need not be what a text is about."""


def ends_heading(look: Look) -> bool:
    """Whether a line is a sentence or tells of casualties, and so is no heading."""
    return look.sentence.text[-1] in '.!?"”' or bool(look.mentions)


def _topic_outcome(reading: Reading) -> str | None:
    """The outcome that a sentence without a number speaks of, for a bare tally in the next."""
    for found in SPEAKING.finditer(reading.classes):
        entry = reading.units[found.start()].entry
        if entry is not None and entry.outcome:
            return entry.outcome
    return None


def _is_open(text: str, inside: bool) -> bool:
    """Whether a quotation is open at the end of a sentence; `inside` if one was open at its beginning."""
    if "“" in text or "”" in text:
        opened = text.count("“") - text.count("”")
        if opened:
            return opened > 0
        return inside and "“" not in text
    return inside != bool(text.count('"') % 2)


def _note_sides(reading: Reading, memory: Memory, first: bool) -> None:
    """Count the sides and places that a sentence names; of the first sentence, keep the dateline."""
    units = reading.units
    memory.homes.clear()
    memory.courts = memory.courts or COURT_SEAT in reading.senses
    for i, unit in enumerate(units):
        entry = unit.entry
        if entry is None or (unit.cls in "PSA" and bears_it(units, i)):
            continue
        waging = unit.cls in "RS" and _wages_war(units, i)
        if unit.cls == "P" and memory.means_another(unit.text, entry.people):
            continue
        if unit.cls in "RSBP" and entry.side:
            memory.sides[entry.side] += not (unit.cls == "S" and _is_followed(units, i))
            if unit.cls in "RS" and not (_only_tells(units, i) or lies_beyond(units, i) or waging):
                memory.named[entry.side] += 1
            if unit.cls in "RS" and (noun := _soldiers_of(units, i)) is not None:
                memory.armies[entry.side] += 1
                fell = units[max(0, i - FALLEN) : i]
                if any(u.cls in "pgyk" for u in fell if "^" not in [u.cls for u in fell]) or any(
                    u.cls in "pij" for u in units[noun + 1 : noun + FALLEN]
                ):
                    memory.fallen.add(entry.side)
            if unit.cls == "R" and i and i + 1 < len(units) and units[i + 1].low == "capital":
                memory.places[entry.side] += _locates(_before_place(units, i)) or _locates(units[max(0, i - 2)])
        land = unit.text if unit.cls == "A" else entry.side if unit.cls in "RS" else None
        if land in lexicon().lands:
            memory.lands[land] += 1
        if unit.cls in "AS" and entry.place_country and not waging:
            before = units[i - 1] if i else None
            if i > 1 and before is not None and before.cls == "/" and units[i - 2].cls == "c":
                continue  # "the UN office said in Geneva": where it was said
            if i > 3 and units[i - 2].low in LISTENERS and any(u.cls == "c" for u in units[max(0, i - TOLD) : i - 2]):
                if "seat" not in unit.senses:  # not "told reporters in | Geneva"
                    memory.dateline = memory.dateline or entry.place_country  # "told reporters in | Quetta"
                continue
            if i > 1 and (units[i - 2].low in BASED or sits_there(units, i)):
                continue
            if first and i < 4 and _is_dateline(units, i):
                if COURT_SEAT in unit.senses:
                    continue  # "THE HAGUE – the judge said"
                memory.dateline = memory.dateline or entry.place_country
                memory.seat += unit.cls == "S" and memory.dateline == entry.place_country
            elif unit.cls == "A":
                memory.places[entry.place_country] += 0 if _is_given_name(units, i) else 2
            elif (before is not None and _locates(_before_place(units, i))) or _is_hit(units, i):
                memory.places[entry.place_country] += 1


def _is_followed(units: list[Unit], at: int) -> bool:
    """Whether an armed group is named only as one that another follows: "linked to the | Islamic State (IS)"."""
    entry = units[at].entry
    if entry is None or entry.group_kind not in ARMED_GROUPS:
        return False
    if at > 2 and units[at - 1].cls == "(":
        at -= 2
        if units[at - 1].low.startswith("pro-"):
            return True  # "pro-Islamic State (| IS) gunmen"
    if at > 0 and units[at - 1].cls == "t":
        at -= 1
    return at > 1 and units[at - 1].low in ("to", "with") and units[at - 2].low in FOLLOWING


def _soldiers_of(units: list[Unit], at: int) -> int | None:
    """Where the soldiers stand whose state a unit names: "British | troops", "UK military | personnel"."""
    for i in range(at + 1, min(at + 3, len(units))):
        entry = units[i].entry
        if units[i].cls in "vV" and entry is not None:
            return i if entry.victim_class == "combatant" and not entry.stance else None
    return None


def _is_given_name(units: list[Unit], at: int) -> bool:
    """Whether a place begins the name of a person in brackets, as under a picture: "(| Samar Reyes/The Post)"."""
    return at > 0 and units[at - 1].cls == "(" and at + 1 < len(units) and units[at + 1].cls == "X"


def sits_there(units: list[Unit], at: int) -> bool:
    """Whether a place is only where those sit who count: "a monitoring group in | Thailand", "a think tank in Oslo"."""
    if at < 2 or units[at - 1].low != "in" or "body_role" not in units[at - 2].senses:
        return False
    who = units[at - 2].entry
    return who is not None and who.source_kind in ("monitor", "media")


def _is_hit(units: list[Unit], at: int) -> bool:
    """Whether a capital is where something happened, by the noun behind it: "BEIRUT | BLAST", "Kabul | bombings"."""
    entry = units[at].entry
    return (
        entry is not None
        and entry.side_role == "capital"
        and at + 1 < len(units)
        and "neutral_attack" in units[at + 1].senses
    )


def _only_tells(units: list[Unit], at: int) -> bool:
    """Whether a state is named only as the home of a study or account, or as one that thinks something of it.

    Covers: "the Belgian | study", "viewed by | Moscow as a threat", "condemned by | Paris". Must not: "held by | Mali".
    """
    if units[at].cls == "S" and at and units[at - 1].low.endswith("by"):
        return units[at - 1].low in VIEWED or (at > 1 and units[at - 2].low in JUDGED)
    return units[at].cls == "R" and at + 1 < len(units) and units[at + 1].low in STUDIES


def _wages_war(units: list[Unit], at: int) -> bool:
    """Whether a state is named only as one that fights in another: "| Russia's full-scale war against Ukraine".

    Covers: "the | Russian invasion of Ukraine", "| Israel's campaign in Gaza". Must not: "| Ukraine's war of survival".
    """
    start = at + 1 + (at + 1 < len(units) and units[at + 1].cls == "'")
    for i in range(start, min(start + MAX_WAGED, len(units) - 1)):
        if units[i].low in WAGED:
            there = units[i + 2 : i + 3] if i + 2 < len(units) and units[i + 2].cls in "SA" else units[i + 3 : i + 4]
            land = there[0].entry.place_country if there and there[0].cls in "SA" and there[0].entry else None
            entry = units[at].entry
            own = entry.side if entry is not None else None
            return units[i + 1].low in ("against", "on", "of", "in", "into") and land not in (None, own)
        if units[i].cls not in "xJEYR-":
            return False
    return False


def _locates(before: Unit) -> bool:
    return before.cls in "/hF" and before.low in LOCATING


def _before_place(units: list[Unit], at: int) -> Unit:
    """What stands before the name of a place and its direction: "in | southern Bogotá"."""
    before = units[at - 1]
    return units[at - 2] if before.low in DIRECTIONS and at > 1 else before


def near_home(looks: list[Look], look: Look, groups: Container[str]) -> str | None:
    """The country that a paragraph has been about up to a sentence, by its places and states; None for a tie.

    Who speaks, and where it was said, does not count: "In Geneva the UN said", "Britain's intelligence committee".
    """
    weights: dict[str, float] = defaultdict(float)
    for each in looks[look.number :: -1]:
        if each.sentence.paragraph != look.sentence.paragraph:
            break
        if each.about is None:
            each.about = _countries(each, groups)
        for country, weight in each.about.items():
            weights[country] += weight
    return most(weights)


def _countries(look: Look, groups: Container[str]) -> dict[str, float]:
    """What the places and states of a sentence weigh, those of the speakers left out."""
    weights: dict[str, float] = defaultdict(float)
    units = look.reading.units
    told = _units_of_tellers(look)
    for i, unit in enumerate(units):
        entry = unit.entry
        if entry is None or i in told:
            continue
        if unit.cls == "A" and entry.place_country:
            weights[entry.place_country] += PLACE
        elif unit.cls in "RS" and entry.side and entry.side not in groups and entry.side not in ALOOF:
            if attacks(units, i):
                continue  # who attacks is not who is hit
            weights[entry.side] += SEAT if entry.place_country else 1
    return weights


def _units_of_tellers(look: Look) -> set[int]:
    """The units of a sentence that tell who speaks, and the places in which it is said."""
    units = look.reading.units
    told: set[int] = set()
    for attribution in look.attributions:
        actor = attribution.actor
        told.update(range(actor.first, actor.last), range(attribution.first, attribution.last))
        start = actor.first
        while start > 0 and units[start - 1].cls not in ";.":
            start -= 1
        if units[start].low in FRONTING and not any(u.cls in "pijgyk" for u in units[start : actor.first]):
            told.update(range(start, actor.first))
    for actor in look.actors:
        if actor.kind in SPEAKERS and actor.head and not actor.counted and actor.head not in VICTIM_HEADS:
            told.update(range(actor.first, actor.last))
    return told


def _is_dateline(units: list[Unit], at: int) -> bool:
    """Whether a place begins a text: "KYIV, 2 March", "Kyiv (Reuters) –"."""
    if at + 2 < len(units) and units[at].text.isupper() and units[at + 1].text == "/" and units[at + 2].text.isupper():
        return True  # "DUBAI/JERUSALEM, June 16"
    return any(u.cls == "-" for u in units[at + 1 : at + 3]) or (
        units[at].text.isupper() and any(u.cls in "-(:N" for u in units[at + 1 : at + 4])
    )
