"""Quantities to casualty mentions: which numbers count people killed, wounded, missing or captured.

A sentence comes as its noun groups (`groups`) and as a string of chunk letters (`chunks`). `RULES` are the ways in
which a number hangs on a casualty word, in the order in which they are tried: most are a pattern over the letters
before the number, or after it. The name of the rule that made a mention stays with it, down to the claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from facttrack.chunks import Chunk, find_chunks
from facttrack.groups import Group, find_groups
from facttrack.quantities import Quantity
from facttrack.units import Reading, Unit

__all__ = ["Dropped", "Figure", "Mention", "figure_of", "find_mentions"]

Figure = tuple[str, int | None]
"""An outcome, and the number that was told of it."""
Dropped = tuple[Group, str]
"""A number that counts nobody, and why."""

UNREAL = "a modal, a condition, a forecast or a plan"

MAX_COUNT = 2_000_000_000
"""People: a larger number cannot count the victims of one event or war."""
RATE_REACH = 4
"""Units after a noun group in which "a day" makes it a rate."""

HUMAN = frozenset(
    "murdered assassinated executed massacred wounded injured kidnapped abducted beheaded martyred murder murders "
    "assassination massacre execution wounding injuring murdering executing kidnapping abducting wound wounds injure "
    "injures lynched hospitalised hospitalized assassinating".split()
)
"""Casualty words that are hardly said of animals or things."""
GRAVELY = frozenset("critically seriously gravely badly severely".split())
DECIMAL = re.compile(r"\d+\.\d{1,2}")
SCALES = frozenset("thousand million billion trillion".split())
MAX_MODIFIERS = 4
"""Units between a number and the casualty noun that it counts: "a couple then helped Juliet fake her | death"."""
ERAS = frozenset("bc ad bce ce b.c. a.d.".split())
BEFORE_YEAR = frozenset("in since during until before after early late mid from between".split())
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
IMPACT = frozenset("shot hit struck".split())
"""Casualty words that right after a bare "one" are as likely nouns: "one more shot"."""
ONE_DEATH = frozenset("death loss killing murder burial execution assassination martyr victim casualty injury".split())
"""Nouns of one casualty, which no figure can follow: "after his death he remained one"."""
TELLING = frozenset("pijgyWlLOokI")
"""Classes of casualty words, and of "of the dead"."""
HOLDING = frozenset("holding held hold holds seized".split())
"""Words that make captives of soldiers."""
STRENGTH = frozenset("personnel troops soldiers servicemen manpower men forces".split())
BRINGING = frozenset(
    "bringing brings brought taking takes took raising raises raised lifting pushing pushes pushed".split()
)
EXCEEDING = frozenset("exceeded topped surpassed passed approached exceeds".split())
PUTTING = frozenset("put puts placed places set sets".split())
MIN_BARE = 10
"""A smaller number needs a comma, a name or "and" before it: "multiplied by three"."""
MIN_RIVAL, MAX_RIVAL = 3, 3
"""The least number that can be another figure for one told before, and how many times larger or smaller it may be."""
AGES = frozenset("youngest oldest aged age born year years older younger".split())
"""Words whose number is an age or a year."""
MAX_AGE = 100
HE = frozenset(["he", "she"])
ABOARD = frozenset("aboard strong apiece".split())
"""Words after a number that counts no victims."""
NO_RIVAL = frozenset({"release", "equipment", "rate", "verify", "other_deed"})
"""Senses of words whose number counts something else."""
CAPTIVE = frozenset("prisoner captive hostage alive".split())
TAKING = frozenset("took takes take taken taking".split())
TOLD = frozenset("told tells informed".split())
"""Verbs whose object is whoever was told, mostly the outlet."""
FORMATIONS = frozenset("unit force battalion brigade division regiment garrison column company army crew".split())
ARRESTING = frozenset("suspicion charges charge questioning remand trial bail".split())
COSTS = frozenset("cost costs costing".split())
RAISING = frozenset("revised raised lowered cut increased corrected".split())
MAX_BRINGING = 7
"""Units of "raised that within days to" before a number."""
MAX_COST = 6
"""Units between "cost" and the number of those whom it cost."""
HURTS = frozenset("wounds injuries burns".split())
INCLUDE = frozenset("include included includes".split())
FIGURES = frozenset("figure toll tally count".split())
GONE = frozenset({"missing", "captured"})
LATER = frozenset("later then now finally subsequently eventually".split())
AGAINST = frozenset("against besides beside plus".split())
TOGETHER = frozenset(["along with", "together with", "as well as", "alongside"])
OF_THE = {
    "dead": "killed",
    "killed": "killed",
    "slain": "killed",
    "fatalities": "killed",
    "deaths": "killed",
    "bodies": "killed",
    "victims": "killed",
    "fallen": "killed",
    "died": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "missing": "missing",
    "captured": "captured",
    "casualties": "casualties",
}
"""Outcomes of "of the …"."""
AMOUNTING = frozenset("come comes came run runs ran running amount amounts amounted climbed".split())
"""Verbs before "to" or "into" and a number: "the injured come | to 2,142"."""
NUMBERING = frozenset("number numbered numbers total totalled totaled".split()) | {
    f"{verb} {to}" for verb in AMOUNTING for to in ("to", "into")
}
"""Verbs right before such a number."""
MAX_AMOUNT = 18
"""Units from such a verb back to the noun of those it counts."""
CLAIMING = frozenset("claims claimed claim boasted".split())
"""Verbs of saying whose object can be those killed: "JNIM | claims 50 Russians"."""
SORTS = frozenset("children women men boys girls minors".split())
"""Nouns for a share of the people counted before."""
MAX_NAMES = 8
"""Units behind "names" in which a word may tell whose they are: "of those | missing"."""
VICTIMS = frozenset({"victims"})
"""Nouns that count casualties where the text speaks of them."""
MAX_LIKELY = 50
"""How many times the largest figure told before people counted after it may be."""
LIKELY_ALONE = 10_000
"""How many they may be where no figure was told."""
CONTRASTING = frozenset("by in at on from".split())
"""Prepositions that tell how or where others died: "seven died, six | by their own belts"."""
LASTING = frozenset("in within over from after during for".split())
"""Prepositions that make "a day" a stretch of time: "112 injured from | a day of shelling"."""
FORETELLING = frozenset("will would could might may should shall".split())
"""Modals behind "two of the wounded"."""
SENTENCING = ("sentenc", "condemn", "scar", "frighten", "bor", "put")
"""Beginnings of verbs that leave those alive of whom they say "to death"."""
CLOSED = ("", ".", ",", "/", ")", ";")
"""What follows a number whose phrase is at its end."""
CLOSED_OR_JOINED = (*CLOSED, "&", "-")
STOPS = (*CLOSED, "(", "&", "u", "-", "x(")

# Patterns over chunk letters, by the side of the number on which they look. `verb` is the chunk of the casualty word.

FILL = (
    r"(?:x|[/FT^\]][x$]|F[0#]|v[/^T]x"  # words, "in Kyiv", "of 30", "taken to hospital"
    r"|&[vx]{1,2}|&(?=P)|/(?=P)|&\$|,(?=P)"
    r"|,[x/FT^vIpj\]&]{1,8},|,[#05x]I,|,6[^P;.cu]{1,5},(?=P)"  # ", many of them women,", ", a major among them,"
    r"|,[x/u*]{0,3}5[x/FT^v\]&5]{0,8},"  # ", 12 of them children,"
    r"|-[^-;.cu]{1,9}-|\([^()]{0,9}\)|,x?cx?,"
    r"|,?x?I[^P;.cu]{1,14}?,?(?=P)|,?r[^P;.cu]{0,9}?,?(?=P)"  # ", including …,", ", who had …,"
    r"|r[^P;.u0#K]{1,12}(?=P)|,[x/F&#05]{2,8},(?=P))"  # "who “stood up” to it", ", a Dane and two Czechs,"
)
"""What may stand between a number and "were killed"."""

# after the number
OF_NUMBER = re.compile(r"F[0#][pj]")
OUTCOME_NEXT = re.compile(r"[pj](?![#0K])")
POSTPOSED = re.compile(r"(?:(?:&x)?(?P<verb>[pj])(?![#0K])|x?,(?P<apart>p)(?=[.;/^]|$))")
PREDICATE = re.compile(FILL + r"{0,6}(?P<verb>P)")
RELATIVE = re.compile(r"(?:x|[/F]x)?,?r[vx]{0,3}(?P<verb>[Pp])(?![#0K])")
POSTPOSED_FAR = re.compile(r"(?:x|[/F\]]x){0,3}(?P<verb>[pj])(?![#0K])(?!\^)")
COORDINATED = re.compile(FILL + r"{0,4}(?:,[#0]" + FILL + r"{0,3}){0,4},?&[#0x]" + FILL + r"{0,5}(?P<verb>P)")
SERIES = re.compile(r"(?:(?:,|,?&)[#x]){1,5}(?P<verb>[pj])(?![#0Kx$])")
LISTED = re.compile(r"(?:x|[/F]x){0,2}(?:,[#0](?:x|[/F]x){0,2}){0,4},?&[#0](?:x|[/F]x){0,2}(?P<verb>[pj])(?![#0K])")
TOTAL_NEXT = re.compile(r"\*F(?:x|v|r|[/F]x){0,4}[pPj]|L")
PART = re.compile(r"[I6](?:[xv]F?)?$")
OF_THOSE = re.compile(r"(?:^|[,;])(?:[FI]x?|/x{0,2}F?)(?P<verb>[pjk])(?:,[^;.:P]{0,12},?&?|,)?$")
OF_WHOM = re.compile(r"(?:^|[,;])I,?(?:0vx,?&)?$")
SEVERAL_OUTCOMES = re.compile(r"(?:,[pj])*,?&[pj](?![#0K])")
JOINED_BARE = re.compile(r"&[vx](?:x|[/F]x){0,3}(?P<verb>[pj])(?![#0Kxv$])")
WITH_PARTS = re.compile(r",[#0](?:x?(?:,|,?&)[#0]){0,3}x?I,(?P<verb>[pP])(?![#0K])")
AMONG_THEM = re.compile(r"I[,;.)]")
INCLUDING = re.compile(r"(?:&#)?I")
ON_LIST = re.compile(r"c?/x?\*(?:I[jpk]?|F[jpk])")

# before the number
ACTIVE = re.compile(r"(?P<verb>[Ag])(?:x?/x{1,2})?$")
ACTIVE_PAST = re.compile(r"(?P<verb>p)(?:/x{1,2}|,[/^][xFT/]{1,6},)?$")
ACTIVE_LIST = re.compile(r"(?P<verb>[Agp])(?:x|[/F]x){1,3}(?:,(?:x|[/F]x){1,3}){0,4},?&$")
NOMINAL = re.compile(r"(?P<verb>[kgo](?=\(?x?F$)|k(?=(?:/x(?:Fx)?){1,2}F$)|O(?=F$))")
NOMINAL_LIST = re.compile(r"(?P<verb>[kg])F(?:x|[/F]x){1,3}(?:,(?:x|[/F]x){1,3}){0,4}(?:,?&|,)$")
WITH = re.compile(r"(?P<verb>P)(?:x|[/F]x|\([^()]{0,9}\)){0,6},?&$")
TOLL = re.compile(r"(?P<verb>L)(?:[^;.#K0$cu]|\$|\]0|c(?=/?(?:\]0)?[/T]$))*?(?:[TF/:\-(]|v|c|x)?$")
PUT_AT = re.compile(r"(?P<cue>c)(?:x|v|[/F]x){0,3}(?P<verb>[pPj])(?:x|[/F]x|,){0,5}/$")
LOSSES = re.compile(r"(?P<verb>k)(?:x|[/F]{1,2}x|[/F]\$|v|c|\]\$|,pI,|,){0,8}?(?:[T/:\-F(v*x]|/[/T])?$")
NUMBERED = re.compile(
    r"\*F(?:x|r|v|[/F]x){0,6}(?P<verb>[pPj])(?:u[^;.,c0#]{1,10})??(?:x|v(?=x?[T/x]$)|c(?=/)|[/F]{1,2}[x$]|,|\]0){0,6}(?:/?[/T(:]|v|v?c|x)$"
)
COUNT_OF_THOSE = re.compile(r"\*(?P<verb>I)(?:x|[/F][x$]){0,4}[/T]$")
OWN_TOLL = re.compile(r"(?P<verb>\*)(?:x|[/F]x|v|c|\]0){0,5}[T/]$")
EXCEEDED = re.compile(r"(?P<verb>[kL])(?:x|[/F]x|v|,x,){0,6}$")
LABEL = re.compile(r"(?:(?P<verb>[pj])(?:[/^]x){0,2}|(?P<bodies>o)x?)[:\-(]$")
NAMED_DEAD = re.compile(r"(?P<verb>[kL])(?:x|[/F^]x|v){0,4}:$")
INCLUDED = re.compile(r"(?:^|[,;:&uc]|\.x)(?:x(?=[pj]))?(?P<verb>[kpjx])(?:[/F]x|x){0,3}I$")
AMONG_THE_DEAD = re.compile(r"(?:^|[,;:&])(?P<verb>I)vx?$")
OPENED = re.compile(r"(?:^|[,;:])/[x$F/]*$")
TALLY = re.compile(r"(?:^|[,;:.&ucx/])\*(?:x|[/F]x|v|c|,x,|,){0,4}?(?P<last>[T/^:]|v|c|x|\*)$")
LIST_LINE = re.compile(r";?-?(?:x|[&F/,]|I)+[:\-]$")

# between the mention before and the number
COORDINATE = re.compile(r"(?:x?[/F][x$]|&?x){0,4}(?:,Ix{1,2})?(?:,|&|,&)$")
INSERTED = re.compile(r",(?:xc|[>^]x),(?=&)")
"""Who told it, between two of one list: "12 soldiers were killed, he said, and two civilians"."""
GAPPED = re.compile(r"(?:[/F]x|x|P|j|p|,x(?=,)){0,5}(?:[,;]&?|&)(?:/?x|/x,|xFx)$")
GAPPED_AT = re.compile(r"(?:[,;]&?|&)x/$")
OF_THEM = re.compile(r"(?:[pPj]|x|[/F^]x){0,5}[,(\-]")
DIED_THEN = re.compile(r"P(?:x|[/F^]{1,2}x){0,4}(?:,|&|,&)")
AS_WERE = re.compile(r"[^;.]{0,24},?uv")
TOGETHER_WITH = re.compile(r"P?(?:x|[/F]x){0,3},?&")
CLOSING_LIST = re.compile(r"(?:,?&?#)+[.;]?")
"""The rest of a sentence that does nothing but list people: "13 bodies were seen; eight rebels | , four soldiers"."""
BREAKDOWN = re.compile(r"[^;.]{0,10}[:\-(]")
BREAKDOWN_SERIES = re.compile(r"(?:,#){0,4},?&#(?:[.;)]|$)")


@dataclass(slots=True)
class Mention:
    """A number of casualties: what `find_mentions` gives, before anyone asks who said it."""

    group: Group
    outcome: str
    cue: tuple[int, int]
    """Units of the casualty word."""
    rule: str
    part: bool = False
    shared: Mention | None = None
    """The mention whose outcome (and noun, if this one has none) this one shares."""
    voice: str = ""
    """`active` where the victims are the object of a casualty verb, else empty."""
    inherited: bool = False
    """Whether the casualty word belongs to another number, or to a sentence before."""


class _Place:
    """A number in its sentence: all that a rule may look at.

    `left` are the letters before the number's chunk, `rest` is where those after it begin, `follow` is the first of
    them. `last` is the mention before this number, at chunk `last_at`; `context` is the outcome that the text before
    the sentence spoke of, `figures` are those of it and of this sentence so far, the last `recent` of them of this
    sentence and the last one that had any.
    """

    __slots__ = (
        "at",
        "chunk",
        "chunks",
        "context",
        "figures",
        "follow",
        "group",
        "last",
        "last_at",
        "left",
        "letter",
        "line",
        "part",
        "reading",
        "recent",
        "rest",
        "units",
    )

    def __init__(
        self,
        reading: Reading,
        chunks: list[Chunk],
        line: str,
        at: int,
        group: Group,
        last: Mention | None,
        last_at: int,
        context: str | None,
        figures: Sequence[Figure],
        recent: int,
    ) -> None:
        self.reading, self.chunks, self.line, self.at, self.group = reading, chunks, line, at, group
        self.last, self.last_at, self.context = last, last_at, context
        self.figures, self.recent = figures, recent
        self.units, self.chunk, self.letter = reading.units, chunks[at], line[at]
        self.left, self.rest, self.follow = line[:at], at + 1, line[at + 1 : at + 2]
        self.part = group.part or PART.search(self.left) is not None

    def before(self, pattern: re.Pattern[str]) -> Chunk | None:
        """The chunk of the casualty word that a pattern finds before the number."""
        found = pattern.search(self.left)
        return self.chunks[found.start("verb")] if found else None

    def mention(self, word: Chunk, rule: str) -> Mention | None:
        """The number under the outcome of a casualty word."""
        if not word.outcome:
            return None
        return Mention(self.group, word.outcome, (word.first, word.last), rule, part=self.part)

    def of_verb(self, verb: Chunk, rule: str, voice: str = "") -> Mention | None:
        """The number as subject or object of a casualty verb; None for negated, planned and ill-fitting verbs."""
        if verb.negated and self.group.quantity.kind != "zero":
            return None
        outcome = verb.outcome
        if verb.hypothetical or outcome is None:
            return None
        kind = self.group.quantity.kind
        if (
            outcome == "captured"
            and voice == "active"
            and kind in ("article", "both")
            and self.context is None
            and self.last is None
        ):
            return None  # "captures a family", "held both": of pictures and views more often than of people
        if kind in ("article", "zero") and self.units[verb.last - 1].low == "buried":
            return None
        if verb.weak and not _is_combatant(self.units, self.group) and not self._fell_as_a_people(verb):
            told = self.letter == "0" and self.context == "killed" and self.units[verb.last - 1].low == "fallen"
            if not told or self.group.quantity.best in (None, 1):
                return None
        if outcome == "casualties" and self.units[verb.main].low == "shot":
            outcome = self.shot()
        if verb.lose:
            owns = self.letter == "0" and self.follow == "F" and self._are_own()
            bare = self.group.head is None and not (
                owns or (self.letter == "0" and self.follow in CLOSED and self.context)
            )
            if bare or voice != "active" or self.units[verb.main - 1].cls == "T":
                return None
            if self.group.head is None:
                spoken = self.context or (self.last.outcome if self.last is not None else "")
                outcome = "killed" if spoken == "killed" else "casualties"
                return Mention(self.group, outcome, (verb.first, verb.last), rule, part=self.part, voice=voice)
            outcome = "casualties" if _is_combatant(self.units, self.group) else "killed"
            if outcome == "killed" and self.group.quantity.best in (None, 1) and not self.tells_of_casualties(verb):
                return None
        return Mention(self.group, outcome, (verb.first, verb.last), rule, part=self.part, voice=voice)

    def _are_own(self) -> bool:
        """Whether "of its own" follows: "India lost | five of its own"."""
        after = self.units[self.group.last : self.group.last + 2]
        return len(after) == 2 and after[1].cls == "s" and after[1].low.endswith("own")

    def _fell_as_a_people(self, verb: Chunk) -> bool:
        """Whether people of a nation fell: "10,000 Ethiopians | had fallen at Tsorona"; not "had fallen ill"."""
        head, end = self.group.head, verb.last
        if (
            head is None
            or self.units[head].cls != "R"
            or self.units[end - 1].low not in ("fallen", "have fallen", "fell")
        ):
            return False
        return self.group.quantity.best not in (None, 1) and (end >= len(self.units) or self.units[end].cls in ",.;/]&")

    def shot(self) -> str:
        """What became of those who "were shot", by what was told beside it; a sentence before can only tell of dead."""
        told = self.last.outcome if self.last is not None else self.context
        return told if told == "killed" or (told == "wounded" and self.last is not None) else "casualties"

    def tells_of_casualties(self, verb: Chunk) -> bool:
        """Whether a casualty or an attack is spoken of elsewhere: "lost 20 people" alone may tell of staff who left."""
        if self.last is not None or self.context is not None:
            return True
        return any(
            unit.cls in "pPjkKLg" or not unit.senses.isdisjoint(("neutral_attack", "attack_verb"))
            for i, unit in enumerate(self.units)
            if not verb.first <= i < verb.last
        )

    def outcome_told(self) -> str | None:
        """The outcome that a bare number goes on with: of the figure of its size, as far as sizes tell.

        Covers: "killed 72 and wounded 127. The last figure had been | 65": killed.
        """
        quantity = self.group.quantity
        own = quantity.best or quantity.high or quantity.low
        told = self.last.outcome if self.last is not None else self.context
        if told is None or not own:
            return told
        for figures in (self.figures[-self.recent :] if self.recent else (), self.figures):
            sized = [(max(own / size, size / own), outcome) for outcome, size in reversed(figures) if size]
            best = min(sized, key=lambda one: one[0], default=None)
            if best is not None and (best[0] <= MAX_RIVAL or figures is self.figures):
                return best[1]
        return told

    def inherit(self, outcome: str, rule: str, part: bool = False) -> Mention:
        """The number under the outcome of the mention before, or of the text before the sentence."""
        cue = self.last.cue if self.last is not None else (self.group.first, self.group.first)
        return Mention(self.group, outcome, cue, rule, part=part, shared=self.last, inherited=True)


def find_mentions(
    reading: Reading,
    context: str | None = None,
    figures: Sequence[Figure] = (),
    recent: int = 0,
    dropped: list[Dropped] | None = None,
) -> tuple[list[Mention], list[Chunk]]:
    """The casualty mentions of a sentence in text order, and its chunks.

    `context` is the outcome that the text before spoke of last, `figures` are those of the sentences before, the last
    `recent` of them of the last sentence that had any. To `dropped` go the numbers that count nobody, each with why.

    Covers: "137 soldiers were killed", "killing three and wounding another 14", "27 dead, 40 hurt", "the deaths of 12",
    "the toll rose from 40 to 45", "losses of about 300", "12 people, seven of them children", "no one was hurt".
    Must not: "could kill 50,000", "six deaths a day", "12 police stations", "half of them", "killed the bill".
    """
    units = reading.units
    if context is None and not _may_tell(reading):
        return [], []
    groups = find_groups(reading)
    if all(group.letter == "$" for group in groups):
        return [], []
    chunks = find_chunks(reading, groups)
    line = "".join([chunk.letter for chunk in chunks])
    mentions: list[Mention] = []
    last_at = -1
    for at, chunk in enumerate(chunks):
        group = chunk.group
        if group is None or chunk.letter == "$":
            continue
        reason = _set_aside(units, chunk, group)
        if reason is not None:
            if dropped is not None:
                dropped.append((group, reason))
            continue
        last = mentions[-1] if mentions else None
        known = [*figures, *map(figure_of, mentions)]
        here = recent + len(mentions)
        place = _Place(reading, chunks, line, at, group, last, last_at, context, known, here)
        mention = _link(place)
        if (
            mention
            and not (group.unknown and not _is_said_of_people(units, mention))
            and not _is_unreal(units, mention)
            and not _is_compound(units, mention)
        ):
            mentions.append(mention)
            last_at = at
        elif dropped is not None:
            dropped.append((group, _why_dropped(place, mention)))
    return _most_precise(units, mentions), chunks


def figure_of(mention: Mention) -> Figure:
    """What a mention lends to a bare number that goes on with it; a part lends no size."""
    quantity = mention.group.quantity
    return mention.outcome, None if mention.part else quantity.best or quantity.high or quantity.low


def _may_tell(reading: Reading) -> bool:
    """Whether a sentence has a word with which any of the rules can begin; most have none, and are done."""
    return (
        not TELLING.isdisjoint(reading.classes)
        or "capture_noun" in reading.senses
        or any(unit.low in HOLDING or unit.low in STRENGTH or unit.low in HURTS for unit in reading.units)
    )


def _most_precise(units: list[Unit], mentions: list[Mention]) -> list[Mention]:
    """Makes "Dozens dead – at least 38" one claim, the more precise."""
    kept: list[Mention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.group.quantity.kind == "vague"
            and mention.group.letter == "0"
            and mention.group.quantity.kind == "number"
            and mention.outcome == before.outcome
            and not mention.part
            and (mention.group.quantity.best or 0) >= (before.group.quantity.low or 0)
            and {u.cls for u in units[max(before.group.last, before.cue[1]) : mention.group.first]} <= set("-,(:")
        ):
            mention.shared, mention.cue = None, before.cue
            kept.pop()
        kept.append(mention)
    return kept


# --- numbers that count no victims, whatever stands beside them ----------------------------------------------------


def _set_aside(units: list[Unit], chunk: Chunk, group: Group) -> str | None:
    """Why a number counts no victims, if it is replaced, rejected, too large, a rate; else None."""
    quantity = group.quantity
    if quantity.old:
        return "an earlier figure, which the sentence replaces"
    if _is_rejected(units, chunk, group):
        return "named only to be rejected, or one of each"
    if max(quantity.best or 0, quantity.high or 0) > MAX_COUNT:
        return f"above {MAX_COUNT:,}"
    if _is_decimal(units, group):
        return "a decimal"
    if (quantity.kind in ("article", "both") and group.head is None) or (
        units[quantity.first].low == "both" and group.first + 1 < len(units) and units[group.first + 1].cls == "t"
    ):
        return "a word for one or both that counts nobody by itself"
    if _is_year(units, group):
        return "a year"
    if _is_age_limit(units, group):
        return "an age"
    if _is_owner(units, group):
        return "the owner of something"
    if quantity.kind == "number" and units[quantity.first].low in SCALES:
        return "a scale without a number"
    if _is_superlative(units, group):
        return "one by a superlative"
    if _is_pronoun(units, group):
        return "a pronoun"
    if _is_rate(units, chunk):
        return "a rate, an average or a share"
    return "those who speak" if _is_speaker(units, chunk, group) else None


def _why_dropped(place: _Place, mention: Mention | None) -> str:
    """Why a number became no mention, although nothing had set it aside."""
    if mention is None:
        for rule in RULES:
            verdict = rule(place)
            if verdict is not None:
                verb = next((c for c in _verbs_beside(place) if c.negated or c.hypothetical), None)
                if verb is not None:
                    told = " ".join(unit.text for unit in place.units[verb.first : verb.last])
                    return f"“{told}” is not said to have happened: {'a negation' if verb.negated else UNREAL}"
                return f"refused by the rule {rule.__name__.strip('_')}: {(rule.__doc__ or '').partition(chr(10))[0]}"
        return "hangs on no word of casualties"
    words = " ".join(unit.text for unit in place.units[slice(*mention.cue)])
    cue = f"“{words}”" if words else "what it goes on with"
    if _is_unreal(place.units, mention):
        return f"{cue} is not said to have happened: {UNREAL}"
    if _is_compound(place.units, mention):
        return f"{cue} only tells what kind of thing is counted"
    return f"{cue} may be said of what are no people"


def _verbs_beside(place: _Place) -> list[Chunk]:
    """The casualty verbs next to a number, behind it and before it, with no other number between."""
    found: list[Chunk] = []
    for chunks in (place.chunks[place.at + 1 :], place.chunks[: place.at][::-1]):
        for chunk in chunks:
            if chunk.group is not None:
                break
            if chunk.letter in "PApgj":
                found.append(chunk)
                break
    return found


def _is_rejected(units: list[Unit], chunk: Chunk, group: Group) -> bool:
    """Whether a number is named only to be rejected: "not the 300,000 that …", "one or more", "one of every"."""
    first, last, count = chunk.first, chunk.last, len(units)
    at = first - 1
    while at >= 0 and units[at].cls in "ts":
        at -= 1
    if at >= 0:
        low = units[at].low
        if low in ("every", "each", "in every"):
            return True
        if (low == "nor" or low.endswith("not")) and units[first].cls not in "zZ":
            return True
    if last + 1 < count:
        each = units[last] if units[last - 1].cls == "F" else units[last + 1] if units[last].cls == "F" else None
        if each is not None and each.low in ("every", "each"):
            return True
    if first >= 2 and units[first - 2].low == "all" and units[first - 1].low == "but":
        return True
    if first >= 1 and units[first - 1].low == "as" and units[first].low == "many":
        return True
    return group.quantity.best == 1 and group.quantity.qualifier == "at_least"


def _is_year(units: list[Unit], group: Group) -> bool:
    """Whether a number is a year: "a | 1996 siege", "in | 1812", "the | 2008 deaths", "| 1000 BC".

    Must not: "the | 1500 soldiers", "all | 2000 men", which are round and have a noun; "of the | 1917 killed".
    """
    first = group.quantity.first
    if group.last > group.first and units[group.last - 1].low in ERAS:
        return True
    if group.quantity.qualifier == "range" and group.head is None and _are_years(units, group.quantity):
        return True
    if group.last < len(units) and units[group.last].low in ERAS:
        return True
    if first == 0 or group.quantity.kind != "number" or not YEAR.fullmatch(units[first].text):
        return False
    before = units[first - 1]
    after = units[group.last] if group.last < len(units) else None
    if before.cls == "t" and after is not None and after.cls in "pj" and after.low not in IMPACT:
        return False
    if before.cls == "," and first > 2 and units[first - 2].cls in "0N" and units[first - 3].cls in "N0":
        return True
    if before.low not in BEFORE_YEAR and before.cls not in "atN":
        return False
    return group.head is None or int(units[first].text) % 100 > 0


def _is_age_limit(units: list[Unit], group: Group) -> bool:
    """Whether a number is an age: "a third of them | under twelve"."""
    at = group.quantity.first
    return group.head is None and at > 1 and units[at].low == "under" and units[at - 1].cls == "I"


def _are_years(units: list[Unit], quantity: Quantity) -> bool:
    """Whether a range is of years: "| 1914–1918", "from | 1776 to 1780"."""
    return (
        YEAR.fullmatch(units[quantity.word].text) is not None
        and YEAR.fullmatch(units[quantity.last - 1].text) is not None
    )


def _is_owner(units: list[Unit], group: Group) -> bool:
    """Whether those counted only own what is spoken of: "the death of | an elder's son", "| one man's dying fall"."""
    return (
        group.head is not None
        and units[group.head].cls in "vV"
        and group.last < len(units)
        and units[group.last].low in ("'s", "’s")
    )


def _is_decimal(units: list[Unit], group: Group) -> bool:
    """Whether a number is no count for its decimals: "| 8.8 deaths per 100,000". Must not: "1.5 million people"."""
    quantity = group.quantity
    own = units[quantity.first : quantity.last]
    return any(DECIMAL.fullmatch(unit.text) for unit in own) and max(quantity.best or 0, quantity.high or 0) < 1000


def _is_pronoun(units: list[Unit], group: Group) -> bool:
    """Whether "one" stands for a figure: "without offering | one", "gave none, and refused to give | one"."""
    first = group.quantity.first
    return (
        group.head is None
        and units[first].low == "one"
        and first > 0
        and not units[first - 1].senses.isdisjoint(("disclose", "deny"))
        and (group.last >= len(units) or units[group.last].cls in ",.;:")
    )


def _is_superlative(units: list[Unit], group: Group) -> bool:
    """Whether "one of the most …" or "one of the world's …" only ranks somebody: "X, | one of the most famous men,".

    Must not: "| One of the most senior commanders was killed".
    """
    if group.quantity.best != 1 or group.first == 0 or units[group.first - 1].cls not in ",bx":
        return False
    after = [unit.low for unit in units[group.quantity.last : group.quantity.last + 5]]
    return bool(after) and after[0] in ("of", "of the") and any(low in ("most", "world's", "least") for low in after)


def _is_compound(units: list[Unit], mention: Mention) -> bool:
    """Whether the casualty word only tells what kind of thing is counted: "303 execution | warrants".

    Must not: "12 deaths in | custody".
    """
    end = max(mention.group.last, mention.cue[1])
    if end >= len(units) or mention.cue[0] < mention.group.first or units[end].cls in "pPj":
        return False
    return "compound" in units[end].senses


def _is_speaker(units: list[Unit], chunk: Chunk, group: Group) -> bool:
    """Whether people tell, and are no victims: "citing two security sources", "two witnesses said"."""
    if group.head is None or units[group.head].senses.isdisjoint(("person_role", "body_role")):
        return False
    before = units[chunk.first - 1] if chunk.first else None
    if before is not None and (before.cls == ">" or "via" in before.senses):
        return True
    at = chunk.last
    if at < len(units) and units[at].cls == "/":  # "an officer | in Nepalgunj said"
        while at < len(units) and at < chunk.last + 4 and units[at].cls in "/tAXSxY":
            at += 1
    if at >= len(units) or units[at].cls != "c":
        return False
    closes = at + 1 < len(units) and units[at + 1].cls in ",.;r"  # "a nurse at the ward | confirmed;"
    return "say" in units[at].senses or (closes and "disclose" in units[at].senses)


def _is_rate(units: list[Unit], chunk: Chunk) -> bool:
    """Whether a number is an average, a percentage or a multiple: "six deaths a day", "an average of 12"."""
    if _is_share_of_ten(units, chunk.first, chunk.last):
        return True
    signs = [unit.cls for unit in units[chunk.last : chunk.last + RATE_REACH]]
    if "%" in signs:
        at = signs.index("%")
        named = chunk.group is not None and (chunk.group.head is not None or "p" in signs[:at])
        if named and at > 0 and units[chunk.last + at - 1].low in LASTING:
            return False  # "12 men died in | a day", "400 wounded in | a day"; but "ninety die in | a week"
        return not any(cls in ",;.&ru" for cls in signs[:at])
    near = range(chunk.first - 1, max(-1, chunk.first - 4), -1)
    mark = next((i for i in near if "rate" in units[i].senses or units[i].cls in ",;"), 0)
    return "rate" in units[mark].senses and not (mark > 0 and units[mark - 1].low in LASTING)


def _is_share_of_ten(units: list[Unit], first: int, last: int) -> bool:
    """Whether a number is one of "nine in ten", "one in six"."""
    of = units[last : last + 2]
    if len(of) == 2 and of[0].low == "in" and units[last - 1].cls == of[1].cls == "0":
        return (units[last - 1].value or 0) < (units[last + 1].value or 0)
    return (
        first > 1
        and units[first - 1].low == "in"
        and units[first - 2].cls == "0"
        and (units[first - 2].value or 0) < (units[first].value or 0)
    )


def _is_said_of_people(units: list[Unit], mention: Mention) -> bool:
    """Whether the casualty word is one that is hardly said of animals or things."""
    return any(word in HUMAN for unit in units[mention.cue[0] : mention.cue[1]] for word in unit.low.split())


# --- hypotheticals, forecasts and plans ----------------------------------------------------------------------------

TOLLS = frozenset(["toll", "losses", "own_tally", "number_of", "tally", "exceeded"])
"""Rules by which a figure hangs on a noun, so that a modal may stand between: "the toll could reach 400"."""
FACTUAL_MODALS = frozenset(["predicate", "relative", "active_object"])
"""Rules whose verb group has settled the modal already."""


def _is_unreal(units: list[Unit], mention: Mention) -> bool:
    """Whether a modal or an "if" stands in the clause that holds the number or its casualty word."""
    first, last = mention.group.first, mention.group.last
    if mention.rule in TOLLS and any(
        units[i].cls == "w" and not _has_perfect(units, i) for i in range(mention.cue[1], first)
    ):
        return True
    end = max(last, mention.cue[1])
    after = units[end : end + 3]
    if mention.rule != "nominal" and any(u.low in ("if", "unless") and "conditional" in u.senses for u in after):
        return True
    return _is_unreal_clause(units, mention, min(first, mention.cue[0]))


def _is_unreal_clause(units: list[Unit], mention: Mention, start: int) -> bool:
    """Whether the clause is unreal by what stands in it before unit `start`.

    Covers: "if 100 die", "could leave 100 dead". Must not: "could not verify that 100 died", "may have killed 12".
    """
    for i in range(start - 1, -1, -1):
        unit = units[i]
        cls, senses = unit.cls, unit.senses
        if cls in ";.:cG>" or (cls == "r" and i and units[i - 1].cls not in "cx" and mention.cue[0] == start):
            # "denied that he had killed a single civilian"; not "will inquire into the attack that killed 10"
            denied = cls == "r" and any("deny" in u.senses for u in units[max(0, i - 4) : i])
            return denied and _is_sole(units, mention)
        if cls == ",":
            if _is_if_clause(units, i):
                return True
            if i < start - 1:
                return False
        if not senses:
            continue
        if "deny" in senses and mention.group.quantity.kind != "zero":
            return True
        if "conditional" in senses and unit.low != "whether":
            return True
        if cls == "w":
            if mention.rule == "nominal" and mention.cue[0] and units[mention.cue[0] - 1].cls == "t":
                continue  # "will look into the murder of six"
            if any("verify" in after.senses for after in units[i + 1 : i + 3]):
                continue
            if "doubt" not in senses and mention.rule not in FACTUAL_MODALS:
                return not _has_perfect(units, i)
        if "counterfactual" in senses and unit.low != "must have":
            return True
        if cls in "ur" and "conditional" not in senses and i < start - 1:
            return _is_sole(units, mention) and any("deny" in u.senses for u in units[max(0, i - 4) : i])
    return False


def _is_sole(units: list[Unit], mention: Mention) -> bool:
    """Whether the number is "a single civilian", which stands for any."""
    group = mention.group
    return group.quantity.kind == "article" and any(
        u.low in ("single", "a single") for u in units[group.first : group.last]
    )


def _has_perfect(units: list[Unit], at: int) -> bool:
    """Whether a modal speaks of what has happened: "may | have died"; "could | have died" does not."""
    return at + 1 < len(units) and units[at + 1].cls == "f" and units[at].low in ("may", "might", "must")


def _is_if_clause(units: list[Unit], comma: int) -> bool:
    """Whether the clause before a comma is an if-clause: "if 100 die, 50 more"."""
    for i in range(comma - 1, -1, -1):
        if units[i].cls in ";.,":
            return False
        if "conditional" in units[i].senses:
            return units[i].low != "whether"
    return False


# --- the rules -----------------------------------------------------------------------------------------------------

Verdict = Mention | Literal[False] | None
"""What a rule says of a number: a mention; False, it is certainly none; None, ask the next rule."""


def _link(place: _Place) -> Mention | None:
    """How one quantity hangs on a casualty word: the first rule that has a verdict decides."""
    for rule in RULES:
        verdict = rule(place)
        if verdict is not None:
            return verdict or None
    return None


def _counted_noun(place: _Place) -> Verdict:
    """The noun of the number is a casualty word.

    Covers: "25 civilian deaths", "no casualties", "found 45 bodies", "claimed 23 lives".
    Must not: "changed 23 lives", "two bodies may", "a loss".
    """
    units, group = place.units, place.group
    if place.letter != "K" or group.head is None:
        return None
    head = units[group.head]
    if group.head - group.quantity.last > MAX_MODIFIERS:
        return False
    if head.cls == "O":
        around = units[max(0, group.first - 8) : group.last + 8]
        if not any("life_taking" in unit.senses for unit in around):
            return False
    if head.cls == "o":
        if group.last < len(units) and units[group.last].cls == "w":
            return False
        counted = head.low.startswith("corpse") or any(
            "count" in unit.senses for unit in units[max(0, group.first - 4) : group.first]
        )
        counted = counted or (group.first > 0 and "say" in units[group.first - 1].senses)  # "claims | 5,113 bodies"
        if not counted and not any("body_finding" in unit.senses or unit.cls in "pijg" for unit in units):
            return False
    if group.quantity.kind == "article" and head.cls != "O":
        return False
    if head.low in ("kidnappings", "abductions"):
        return False  # of which one can be of many
    if group.quantity.kind == "zero" and head.cls == "o":
        return False  # "he produced no bodies"
    if head.low in ("loss", "losses") and not _is_of_people(place):
        return False
    outcome = "killed" if head.cls in "oO" else head.entry.outcome if head.entry else None
    if outcome is None:
        return False
    return Mention(group, outcome, (group.head, group.head + 1), "counted_noun", part=group.part)


def _shares_noun(place: _Place) -> Verdict:
    """The first of two numbers whose one noun stands behind the second.

    Covers: "| five military and eight civilian deaths". Must not: "| five military and eight bystanders fled".
    """
    units, at = place.units, place.group.quantity.last
    if place.group.quantity.kind not in ("number", "vague") or at + 1 >= len(units):
        return None
    if place.group.head is not None and units[place.group.head].cls not in "YRV":
        return None
    if units[at].cls not in "YRV" or units[at + 1].cls != "&":
        return None
    behind = next((chunk.group for chunk in place.chunks[place.at :] if chunk.group and chunk.first > at + 1), None)
    if behind is None or behind.head is None or behind.first > at + 3:
        return None
    word = units[behind.head]
    if word.cls not in "kK" or word.entry is None or not word.entry.outcome:
        return None
    return Mention(
        place.group, word.entry.outcome, (behind.head, behind.head + 1), "counted_noun", part=place.group.part
    )


def _is_of_people(place: _Place) -> bool:
    """Whether losses are of people: soldiers or sides are spoken of, and no money and no game.

    Covers: "the army suffered 300 losses". Must not: "a 739,146 dollar loss", "two early-round losses".
    """
    units, group = place.units, place.group
    if any(unit.cls == "x" for unit in units[group.quantity.last : group.last]):
        return False
    return place.context is not None or any(
        unit.entry is not None and (unit.entry.victim_class == "combatant" or unit.entry.source_kind == "military")
        for unit in units
    )


def _of_number(place: _Place) -> Verdict:
    """A share of a number that carries the casualty word.

    Covers: "six | of the 14 killed". Must not: "six | of the 14 guests".
    """
    if place.letter != "0" or not OF_NUMBER.match(place.line, place.rest):
        return None
    word = place.chunks[place.at + 3]
    if not word.outcome:
        return None
    return Mention(place.group, word.outcome, (word.first, word.last), "of_number", part=True)


def _number_shared_out(place: _Place) -> Verdict:
    """The number of which the one before is a share counts nobody.

    Covers: "120 of the | 300 guests were hurt". Must not: "six of the | 14 killed".
    """
    shared_out = place.left[-2:] in ("0F", "#F") and place.chunks[place.at - 1].last >= place.group.first - 1
    return False if shared_out and place.follow not in ("p", "j") else None


def _active_object(place: _Place) -> Verdict:
    """The object of a verb that is certainly active.

    Covers: "has killed | 12 people", "killing | three", "wounding in Kyiv | 14". Must not: "could kill | 50,000".
    """
    verb = place.before(ACTIVE)
    if verb is None or (verb.lose and place.letter == "0" and place.follow in ("p", "j")):
        return None  # "lost | 774 killed"
    if verb.lose and place.follow in ("p", "j") and place.line[place.rest + 1 : place.rest + 2] in CLOSED:
        return None  # "lost | 2,500 troops killed"
    return place.of_verb(verb, "active_object", "active") or False


def _past_object_next(place: _Place) -> Verdict:
    """The object right after "killed", where no other number can be its subject.

    Covers: "The blast killed | 12 people". Must not: "killed | 12 wounded", which has a word of its own.
    """
    left = place.left
    if place.units[place.group.quantity.first].low in EXCEEDING:
        return None  # "the number of civilians killed | exceeded 20,000"
    if left[-1:] != "p" or left[-2:-1] in ("0", "#", "K", "5") or OUTCOME_NEXT.match(place.line, place.rest):
        return None
    return place.of_verb(place.chunks[place.at - 1], "past_object", "active")


def _postposed(place: _Place) -> Verdict:
    """The casualty word right after the number.

    Covers: "12 people | killed", "45 | dead", "three soldiers | missing". Must not: "two gunmen | killed 12".
    """
    hit = POSTPOSED.match(place.line, place.rest)
    if hit is None:
        return None
    verb, end = place.chunks[hit.start("verb" if hit["verb"] else "apart")], hit.end()
    if hit["apart"] and place.last is not None:
        return None
    if place.letter == "0" and verb.last < len(place.units) and place.units[verb.last].cls == "E":
        return False  # "hundreds of | captured rifles"
    if place.letter == "#" and verb.letter == "p" and place.line[end : end + 1] in tuple("#0K$x"):
        return None
    low = place.units[verb.first].low
    if low == "to death" and any(u.low.startswith(SENTENCING) for u in _clause_before(place)):
        return False
    if low == "in hospital" and place.last is not None and "&" in place.left[-1:] and _died(place):
        return None  # "two died at the scene and | one in hospital"
    if place.letter != "#" and (
        (low in IMPACT and place.group.quantity.best in (0, 1))
        or (low == "missing" and place.line[end : end + 1] in tuple("xv$"))
    ):
        return False
    found = _unless_denied(place, verb, "postposed")
    if found and _is_of_several(place, found, end):
        found.outcome = "casualties"  # "25,000 | killed, wounded or captured"
    return found


def _is_of_several(place: _Place, found: Mention, end: int) -> bool:
    """Whether one number counts several outcomes: "killed | or wounded"; "missing | or captured" are both gone."""
    more = SEVERAL_OUTCOMES.match(place.line, end)
    if more is None:
        return False
    outcomes = {found.outcome, *(chunk.outcome for chunk in place.chunks[end : more.end()] if chunk.outcome)}
    return not outcomes <= GONE


def _died(place: _Place) -> bool:
    """Whether the mention before tells where people died."""
    return place.last is not None and place.units[place.last.cue[1] - 1].low in ("died", "dies", "die")


def _predicate(place: _Place) -> Verdict:
    """The subject of a verb, with words between.

    Covers: "137 soldiers | were killed", "12 people, seven of them children, | had died".
    Must not: "12 soldiers | were not killed", "12 soldiers | said two were killed".
    """
    if place.left[-1:] == "^" or (place.last is not None and AMONG_THEM.match(place.line, place.rest)):
        return None
    hit = PREDICATE.match(place.line, place.rest)
    if hit is None or (place.group.quantity.kind == "zero" and place.follow in ("x", "v") and "," in hit.group()):
        return None  # "without | a smile, he said that two were hurt"
    verb = place.chunks[hit.start("verb")]
    if place.group.quantity.kind == "zero" and any(
        u.low == "how many" for u in place.units[place.group.last : verb.first]
    ):
        return None  # "| nobody agrees on how many were murdered"
    before = [unit.low for unit in place.units[max(0, place.group.first - 3) : place.group.first]]
    if ["how many", "of"] in (before[:2], before[-2:]):
        return None  # "how many of the | 300 missing men were dead"
    found = _unless_denied(place, verb, "predicate")
    if found and place.group.quantity.kind != "zero":
        found.part = found.part or place.units[verb.last - 1].low.endswith("among the dead")
    if found and _is_of_several(place, found, hit.end()):
        found.outcome = "casualties"
    return found


def _relative(place: _Place) -> Verdict:
    """The number of which a relative clause tells: mostly as the object, since `_predicate` has read the subjects.

    Covers: "12 people | whom the army killed". Must not: "12 people | who killed 30".
    """
    hit = RELATIVE.match(place.line, place.rest)
    return None if hit is None else _unless_denied(place, place.chunks[hit.start("verb")], "relative")


def _is_arrest(units: list[Unit], verb: Chunk) -> bool:
    """Whether somebody is only arrested: "are being held | on suspicion of murder", "held | for questioning"."""
    return verb.outcome == "captured" and any(u.low in ARRESTING for u in units[verb.last : verb.last + 3])


def _unless_denied(place: _Place, verb: Chunk, rule: str) -> Verdict:
    """A mention under a verb; a verb that is negated or hypothetical settles that there is none."""
    if _is_arrest(place.units, verb):
        return False
    return place.of_verb(verb, rule) or (False if verb.negated or verb.hypothetical else None)


def _claimed(place: _Place) -> Verdict:
    """The object of "claimed", where what claims is a war or an attack.

    Covers: "both wars have claimed | 14,000 soldiers". Must not: "the army has claimed | 14,000 recruits".
    """
    if place.letter != "#" or place.left[-1:] != "c":
        return None
    verb = place.chunks[place.at - 1]
    if place.units[verb.first].low not in ("claimed", "claim", "claims"):
        return None
    before = place.units[max(0, verb.first - 5) : verb.first]
    if not any("life_claimer" in unit.senses or "neutral_attack" in unit.senses for unit in before):
        return None
    return Mention(place.group, "killed", (verb.first, verb.last), "claimed", part=place.part)


def _taken_prisoner(place: _Place) -> Verdict:
    """Those who are taken prisoner.

    Covers: "wounded 2,300 and taken | 2,000 prisoner", "took | 12 soldiers hostage". Must not: "12 prisoner swaps".
    """
    group, units = place.group, place.units
    if place.letter not in "#0" or group.last >= len(units) or units[group.last].low not in CAPTIVE:
        return None
    taking = group.first > 0 and units[group.first - 1].low in TAKING
    if not taking:
        return None
    return Mention(group, "captured", (group.last, group.last + 1), "taken_prisoner", part=place.part)


def _past_object(place: _Place) -> Verdict:
    """The object of "killed", words between allowed.

    Covers: "The blast killed in Kyiv | 12 people", "killed, in Kyiv, | 40 people". Must not: "killed. | 12 people".
    """
    verb = place.before(ACTIVE_PAST)
    return None if verb is None else place.of_verb(verb, "past_object", "active")


def _nominal(place: _Place) -> Verdict:
    """A casualty noun or gerund with "of".

    Covers: "the deaths of | 12 people", "the killing of | three", "the bodies of | 45".
    Must not: "changed the lives of | 30".
    """
    if place.left[-1:] != "F" or place.letter not in "#0":
        return None
    word = place.before(NOMINAL)
    if word is None:
        return None
    if word.letter == "O" and not any(
        "life_taking" in unit.senses for unit in place.units[max(0, word.first - 8) : place.group.last + 6]
    ):
        return False
    found = place.mention(word, "nominal")
    if found is not None and word.letter == "o":
        found.outcome = "killed"
    return found


def _toll(place: _Place) -> Verdict:
    """The figure of a toll; one toll has one figure, but for its parts.

    Covers: "the death toll rose to | 45", "put the toll at | 45". Must not: "the toll rose to 45 in | 12 days".
    """
    if place.letter not in "#0" or "L" not in place.left:
        return None
    word = place.before(TOLL)
    if word is None or (place.last is not None and place.last.cue == (word.first, word.last) and not place.part):
        return None
    return place.mention(word, "toll")


def _brought_to(place: _Place) -> Verdict:
    """The figure to which something brings a toll that is named after it.

    Covers: "bringing to | 600 the number of soldiers killed", "takes to | 12 the death toll", "put at | 16 the number
    of civilians killed".
    Must not: "brought to | 600 the number of tanks".
    """
    first = place.group.first
    if place.letter != "0" or first < 2:
        return None
    joint, verb = place.units[first - 1], place.units[first - 2].low
    leads = (joint.cls == "T" and verb in BRINGING) or (joint.low == "at" and verb in PUTTING) or joint.low == "put at"
    hit = TOTAL_NEXT.match(place.line, place.rest) if leads else None
    if hit is None:
        return None
    word = place.chunks[hit.end() - 1]
    if any(unit.cls in "EUQ" for unit in place.units[place.group.last : word.first]):
        return None
    return place.mention(word, "brought_to")


def _losses(place: _Place) -> Verdict:
    """The figure of losses, after a word of counting.

    Covers: "put its losses at | 300 men", "put the dead at | 45". Must not: "the losses near | 300 men".
    """
    left = place.left
    if "k" not in left or not (place.letter == "0" or (place.letter == "#" and left[-1] in "FT/vcx")):
        return None
    word = place.before(LOSSES)
    if word is None or not _is_counted(place.units, word.last, place.group.first):
        return None
    if place.units[word.last - 1].low in ONE_DEATH or _is_strength(place.units, place.group.first):
        return None
    return place.mention(word, "losses")


def _is_strength(units: list[Unit], first: int) -> bool:
    """Whether a number tells how many a unit has: "the losses of the battalion, a unit of | 1,200 men"."""
    return first > 1 and units[first - 1].low == "of" and units[first - 2].low in FORMATIONS


def _number_of(place: _Place) -> Verdict:
    """The figure of a number of casualties.

    Covers: "the tally of soldiers killed rose to | 45". Must not: "the tally of soldiers rose to | 45".
    """
    if place.letter != "0" or "*" not in place.left:
        return None
    word = place.before(NUMBERED)
    if word is not None and place.left[-1] == "x" and not _is_counted(place.units, word.last, place.group.first):
        return None
    if word is None:  # "lowered its count of those killed in the raid to | 114"
        word = place.before(COUNT_OF_THOSE)
        outcome = OF_THE.get(place.units[word.last - 1].low.split()[-1]) if word is not None else None
        if word is None or outcome is None:
            return None
        return Mention(place.group, outcome, (word.first, word.last), "number_of")
    return place.mention(word, "number_of")


def _put_at(place: _Place) -> Verdict:
    """The figure at which somebody puts the casualties.

    Covers: "put those killed in Kyiv at | 12". Must not: "buried those killed in Kyiv at | 12".
    """
    if place.letter != "0" or place.left[-1:] != "/":
        return None
    found = PUT_AT.search(place.left)
    if found is None or place.units[place.chunks[found.start("cue")].first].low not in PUTTING:
        return None
    return place.mention(place.chunks[found.start("verb")], "put_at")


def _own_tally(place: _Place) -> Verdict:
    """The figure of a count whose casualties the text before named.

    Covers: "the figure rose to | 45". Must not: the same, where nothing told of casualties before.
    """
    if place.letter != "0" or not place.context or "*" not in place.left:
        return None
    word = place.before(OWN_TOLL)
    if word is None or not _is_counted(place.units, word.last, place.group.first):
        return None
    return Mention(
        place.group, place.outcome_told() or place.context, (word.first, word.last), "own_tally", part=place.part
    )


def _of_the_dead(place: _Place) -> Verdict:
    """The part marker itself names the outcome.

    Covers: "six of the dead", "two of the wounded". Must not: "many of the dead", "six of the guests".
    """
    units, group = place.units, place.group
    if not group.part or (group.quantity.kind == "vague" and group.quantity.low is None):
        return None
    if group.last < len(units) and units[group.last].low in FORETELLING:
        return False  # "two of the wounded | will lose a limb"
    for i in range(group.quantity.last, group.last):
        if units[i].cls == "I":
            outcome = OF_THE.get(units[i].low.split()[-1])
            if outcome is None:
                return None
            told = place.last if place.last is not None and place.last.outcome == outcome else None
            return Mention(group, outcome, (i, i + 1), "of_the_dead", part=True, shared=told)
    return None


def _names_of_dead(place: _Place) -> Verdict:
    """The names on a list of the dead.

    Covers: "95,323 | names of dead soldiers"; where the text speaks of the killed, "its list has | 22 names" and "the
    names of | 77 servicemen". Must not: "a list of | 12 names" of candidates, "the names of | 12 streets".
    """
    units, group = place.units, place.group
    if group.quantity.kind not in ("number", "vague") or "$" in place.letter:
        return None
    follow = units[group.last].low if group.last < len(units) else ""
    if place.letter == "0" and follow == "names":
        after = units[group.last + 1 : group.last + MAX_NAMES]
        if len(after) > 1 and after[0].cls == "/" and after[1].cls == "0":
            return None  # "three names in four"
        beside = next((u.entry.outcome for u in after if u.entry is not None and u.entry.outcome), None)
        told = (place.context, place.last.outcome if place.last is not None else None)
        return place.inherit(beside or "killed", "names") if beside or "killed" in told else None
    before = [unit.low for unit in units[max(0, group.first - 2) : group.first]]
    if place.letter == "#" and before == ["names", "of"] and (place.follow == "x" or place.follow in CLOSED):
        return place.inherit("killed", "names") if place.context == "killed" else None
    return None


def _amount(place: _Place) -> Verdict:
    """Those of whom there are so many, before a verb of amounting to.

    Covers: "the injured, he said, come to | 2,142", "the killed and wounded run into | hundreds", "casualties verified
    since May come to | 4,577". Must not: "the injured ran to | 12 houses", "the cost of the dead came to | 12 dollars".
    """
    units, first = place.units, place.group.first
    if place.letter != "0" or place.follow not in STOPS or first < 3:
        return None
    at = first - 1
    while at > 0 and units[at].cls in "t":
        at -= 1
    if units[at].low in ("to", "into") and at > 1 and units[at - 1].low in AMOUNTING:
        at -= 1
    elif units[at].low not in NUMBERING and not (units[0].cls == "t" and _is_counted(units, max(2, at - 3), first)):
        return None
    for i in range(at - 1, max(-1, at - MAX_AMOUNT), -1):
        unit = units[i]
        if unit.cls in ";:.0$" or "money" in unit.senses:
            return None
        entry = unit.entry
        if entry is None or not entry.outcome or unit.cls not in "kLpj":
            continue
        if i and units[i - 1].cls in "0q":
            return None  # "added 51 | deaths, bringing the total to"
        named = unit.cls in "kL" or (i and units[i - 1].cls in "ts&") or (i > 1 and units[i - 1].cls == "R")
        if not named or (i + 1 < at and units[i + 1].cls in "xEv"):
            return None
        joined = i > 1 and units[i - 1].cls == "&" and units[i - 2].cls in "pj"
        outcome = "casualties" if joined else entry.outcome
        goes_on = place.context is not None and unit.cls in "pj"
        return Mention(place.group, outcome, (i, i + 1), "amount", part=place.part, inherited=goes_on)
    return None


def _exceeded(place: _Place) -> Verdict:
    """The figure that losses or a toll passed.

    Covers: "losses have | topped 1,000". Must not: "rain has | topped 1,000".
    """
    if place.letter not in "#0" or place.units[place.group.quantity.first].low not in EXCEEDING:
        return None
    word = place.before(EXCEEDED)
    return None if word is None else place.mention(word, "exceeded")


def _label(place: _Place) -> Verdict:
    """The figure after a label.

    Covers: "Killed: | 21", "Dead in Kyiv - | 21", "wounded (| 112". Must not: "killed | 21", which is an object.
    """
    hit = LABEL.search(place.left) if place.left[-1:] in (":", "-", "(") else None
    if hit is not None and hit["bodies"]:  # "Enemy bodies recovered: | 12"
        body = place.chunks[hit.start("bodies")]
        return Mention(place.group, "killed", (body.first, body.last), "label", part=place.part)
    word = place.chunks[hit.start("verb")] if hit is not None else None
    if word is None and place.letter == "#" and place.left[-1:] == ":":
        word = place.before(NAMED_DEAD)  # "knows its dead by name: | 121 soldiers"
    return None if word is None else place.mention(word, "label")


def _among_the_dead(place: _Place) -> Verdict:
    """A part of the dead, before whom they are named.

    Covers: "Among the dead was | an officer". Must not: "Among the guests was | an officer".
    """
    if "I" not in place.left:
        return None
    word = place.before(AMONG_THE_DEAD)
    if word is None:
        return _included(place)
    if not word.outcome:
        return None
    return Mention(place.group, word.outcome, (word.first, word.last), "among_the_dead", part=True)


def _included(place: _Place) -> Verdict:
    """A part of the dead, behind them: "The dead included | five women", "Those wounded include | two officers".

    Must not: "The guests included | five women", "the victims of the flu include | 16 children".
    """
    if place.letter not in "#0" or place.units[place.chunks[place.at - 1].first].low not in INCLUDE:
        return None
    word = place.before(INCLUDED)
    if word is None:
        return None
    low = place.units[word.last - 1].low
    outcome = OF_THE.get(low)
    if low == "victims":
        outcome = place.last.outcome if place.last is not None else place.context
    if outcome is None:
        return None
    return Mention(place.group, outcome, (word.first, word.last), "among_the_dead", part=True)


def _list_object(place: _Place) -> Verdict:
    """The last of several objects, the others without a number.

    Covers: "killed the mayor, his wife and | two guards", "the deaths of the mayor and | two guards",
    "the mayor was killed along with | two guards". Must not: "killed the mayor and | two guards fled".
    """
    if place.letter != "#" or place.left[-1:] not in ("&", ",") or place.follow in ("x", "v", "c", "A"):
        return None
    verb = place.before(ACTIVE_LIST)
    found = place.of_verb(verb, "active_list", "active") if verb is not None else None
    if found is None:
        verb = place.before(NOMINAL_LIST)
        found = place.of_verb(verb, "nominal_list") if verb is not None else None
    if found is None and place.units[place.chunks[place.at - 1].first].low in TOGETHER:
        verb = place.before(WITH)
        found = place.of_verb(verb, "together_with") if verb is not None else None
    return found


def _coordinated_subject(place: _Place) -> Verdict:
    """The first of several subjects with one verb.

    Covers: "Three soldiers | and two policemen were killed", "12 men, | 8 women and a child dead", "Two marines, | two
    civilians dead", "ended with | 920 militants and 47 civilians killed".
    Must not: "Three soldiers | said two policemen were killed".
    """
    left = place.left
    free = left[-1:] in tuple(",&(:-cGu;rxI") or not left or OPENED.search(left) is not None
    ended = left[-1:] in ("/", "F") and place.units[place.group.first - 1].low in ("with", "of")
    if not free and not ended:
        return None
    for pattern, name in (
        (COORDINATED, "coordinated"),
        (LISTED, "listed"),
        (SERIES, "listed"),
        (JOINED_BARE, "listed"),
        (WITH_PARTS, "listed"),
    ):
        if name == "coordinated" and not free:
            continue
        if name == "listed" and (place.letter != "#" or place.group.attributive is not None):
            continue
        hit = pattern.match(place.line, place.rest)
        found = place.of_verb(place.chunks[hit.start("verb")], name) if hit else None
        if found is not None:
            return found
    return None


def _with_wounds(place: _Place) -> Verdict:
    """The wounds for which people are treated, or with which they are brought.

    Covers: "treated | 77 people for burns", "| 82 patients with crush wounds".
    Must not: "| 82 patients with malaria", "could not take | 40 patients with wounds".
    """
    units, at = place.units, place.group.last
    if place.letter != "#" or at >= len(units) or units[at].low not in ("for", "with"):
        return None
    if any(unit.cls in "nw" for unit in _clause_before(place)):
        return None
    for i in range(at + 1, min(at + 4, len(units))):
        if units[i].low in HURTS:
            return Mention(place.group, "wounded", (i, i + 1), "with_wounds", part=place.part)
        if units[i].cls not in "xJR":
            return None
    return None


def _cost(place: _Place) -> Verdict:
    """Those whose lives something cost, and soldiers whom it cost their side.

    Covers: "has cost | 4,572 servicemen their lives", "had cost the enemy | more than 10,000 men".
    Must not: "cost | 300 workers their jobs", "cost the army | 300 tanks".
    """
    if place.letter != "#":
        return None
    units, group = place.units, place.group
    at = next((i for i in range(group.first - 1, max(-1, group.first - MAX_COST), -1) if units[i].low in COSTS), None)
    if at is None or any(u.cls in ",;:.c" for u in units[at + 1 : group.first]):
        return None
    if place.follow == "O":
        return Mention(group, "killed", (at, at + 1), "cost", part=place.part, voice="active")
    if place.follow in CLOSED and _is_combatant(units, group):
        outcome = "killed" if units[at + 1].cls == "F" else "casualties"  # "at a cost of | 13 of its own men"
        return Mention(group, outcome, (at, at + 1), "cost", part=place.part, voice="active")
    return None


def _on_list(place: _Place) -> Verdict:
    """People on a list of the missing, the dead or the wounded.

    Covers: "has | 71 people on its list of the missing", "carries | 7,333 names on its list of those missing".
    Must not: "| 71 people on its list of donors".
    """
    hit = ON_LIST.match(place.line, place.rest) if place.letter in "#0" else None
    if hit is None:
        return None
    chunk = place.chunks[hit.end() - 1]
    outcome = OF_THE.get(place.units[chunk.last - 1].low.split()[-1])
    if outcome is None:
        return None
    return Mention(place.group, outcome, (chunk.first, chunk.last), "on_list", part=place.part)


def _lost_behind(place: _Place) -> Verdict:
    """Soldiers lost, in a list of the dead.

    Covers: "30 insurgents killed, | one soldier lost and six civilians". Must not: "| three soldiers lost their way".
    """
    units, at = place.units, place.group.last
    told = place.last is not None and place.letter == "#" and _is_combatant(units, place.group)
    if not told or at >= len(units) or units[at].low != "lost":
        return None
    closes = at + 1 >= len(units) or units[at + 1].cls in ",.;&"
    return Mention(place.group, "casualties", (at, at + 1), "lost_behind", part=place.part) if closes else None


def _postposed_far(place: _Place) -> Verdict:
    """The casualty word after the number and a few words.

    Covers: "three soldiers of the brigade | missing". Must not: "three soldiers of the brigade | killed by mines".
    """
    hit = POSTPOSED_FAR.match(place.line, place.rest) if place.letter == "#" else None
    return None if hit is None else place.of_verb(place.chunks[hit.start("verb")], "postposed_far")


def _attributive(place: _Place) -> Verdict:
    """The casualty word inside the noun group.

    Covers: "30 wounded soldiers", "two missing pilots". Must not: "released 30 captured soldiers".
    """
    at = place.group.attributive
    entry = place.units[at].entry if at is not None and place.letter == "#" else None
    if at is None or entry is None or not entry.outcome:
        return None
    if entry.outcome == "captured" and any("release" in unit.senses for unit in place.units):
        return False
    return Mention(place.group, entry.outcome, (at, at + 1), "attributive", part=place.part)


def _held(place: _Place) -> Verdict:
    """Captives count where somebody takes or holds them.

    Covers: "took | 30 prisoners", "holding | 12 soldiers". Must not: "freed | 30 prisoners", "held | 105 patients".
    """
    units, group, first = place.units, place.group, place.chunk.first
    if group.head is None:
        bare = place.letter == "0" and group.quantity.kind == "number" and place.follow in CLOSED
        if bare and first > 0 and units[first - 1].low == "holding" and (place.last or place.context):
            return Mention(group, "captured", (first - 1, first), "held", part=place.part)
        return None
    holds = first > 0 and units[first - 1].low in HOLDING
    captives = "capture_noun" in units[group.head].senses
    holds = holds and (captives or _is_combatant(units, group) or place.context == "captured")
    if not (holds or captives) or any("release" in unit.senses for unit in units):
        return None
    if holds:
        return Mention(group, "captured", (first - 1, first), "held", part=place.part)
    for i in range(max(0, group.first - 6), min(len(units), group.last + 8)):
        if "holding" in units[i].senses and not group.first <= i < group.last:
            return Mention(group, "captured", (i, i + 1), "held", part=place.part)
    return None


# --- rules for numbers beside the mention before -------------------------------------------------------------------


def _shared(place: _Place) -> Verdict:
    """A number without a casualty word of its own shares that of the mention before."""
    if place.last is None:
        return None
    between = INSERTED.sub(",", place.line[place.last_at + 1 : place.at])
    for name, shares, part in SHARING:
        if shares(place, place.last, between):
            last = place.last
            named = _outcome_behind(place) if part or last.part else None
            if named is not None and named != last.outcome:
                return Mention(place.group, named, last.cue, name, part=True)
            return Mention(
                place.group,
                last.outcome,
                last.cue,
                name,
                part=last.part if part is None else part,
                shared=last,
                voice=last.voice,
                inherited=True,
            )
    return None


def _outcome_behind(place: _Place) -> str | None:
    """The outcome that parts name behind them.

    Covers: "60,034 killed and 145,870 wounded, including | 18,592 children and 9,782 women among the dead".
    """
    for unit in place.units[place.group.last : place.group.last + MAX_BRINGING]:
        if unit.cls in ",;.:":
            return None
        if unit.low.startswith("among the "):
            return OF_THE.get(unit.low.split()[-1])
    return None


def _is_added(place: _Place, last: Mention, between: str) -> bool:
    """Covers: "5,840 (| +130)". Must not: "5,840 tanks (| +130)"."""
    return place.group.quantity.added and place.left[-2:] in ("0(", "#(", "K(", "p(", "j(")


def _is_part(place: _Place, last: Mention, between: str) -> bool:
    """Covers: "12 people, | five of them children", "12 people, | a mother and two sons among them".

    Must not: "| five of them said".
    """
    group = place.group
    if place.letter == "#" and "," in between and INCLUDING.match(place.line, place.rest):
        return True
    return place.part and not (group.part and group.head is None and place.follow in ("c", "v", "x"))


def _is_of_them(place: _Place, last: Mention, between: str) -> bool:
    """Covers: "a list of 119 dead, | 45 of whom had not turned 18".

    Must not: "12 dead in a town of 300, | 5 of whom", "officials speak of 12 dead, and | one of them".
    """
    bare = place.letter == "5" and place.group.head is None and place.group.quantity.kind == "number"
    return bare and OF_THEM.fullmatch(between) is not None


def _is_coordinate(place: _Place, last: Mention, between: str) -> bool:
    """Covers: "killing 3 soldiers and | 2 policemen", "killed 12 in Kyiv and | 4 in Lviv".

    Must not: "killing 3 soldiers and | 2 policemen fled".
    """
    letter, follow = place.letter, place.follow
    if not COORDINATE.match(between):
        return False
    if any(u.cls == '"' for u in place.units[last.group.last : place.group.first]):
        return False  # "“We found 14 bodies,” | a farmer recalled"
    if follow in ("x", "v", "c", "A", "g", "T") and not (letter == "#" and last.part):
        return False
    if letter == "#":
        return not (
            last.rule in ("postposed", "predicate", "relative")
            and last.group.letter != "K"
            and not last.part
            and "&" in between
            and follow != "I"
            and follow not in CLOSED
        )
    return letter == "0" and (
        ("&" in between and (follow in ("", ".", "/", ",", ")") or (follow == "r" and last.group.letter == "#")))
        or ("&" in between and follow == "F" and last.rule == "breakdown")
        or (follow == "/" and "/" in between)
    )


def _is_died_elsewhere(place: _Place, last: Mention, between: str) -> bool:
    """Covers: "38 died on the spot and | 12 in hospital". Must not: "38 died and | 12 are in hospital"."""
    low = place.units[place.group.last].low if place.group.last < len(place.units) else ""
    return between.endswith("&") and _is_died(place, between) and (low == "in hospital" or place.follow in "^/")


def _is_died_so(place: _Place, last: Mention, between: str) -> bool:
    """Covers: "seven died, | six by their own belts". Must not: "seven died, | six in hospital": they are hurt."""
    return not between.endswith("&") and _is_died(place, between) and place.follow in "^/"


def _is_died(place: _Place, between: str) -> bool:
    """Whether a bare number goes on with those who died in other ways or places."""
    if place.letter != "0" or not _died(place) or DIED_THEN.fullmatch(between) is None:
        return False
    after = place.units[place.group.last : place.group.last + 1]
    return any(unit.low in CONTRASTING or unit.low == "in hospital" for unit in after)


def _is_as_were(place: _Place, last: Mention, between: str) -> bool:
    """Covers: "12 soldiers were killed, as were | three civilians". Must not: "as | three civilians fled"."""
    return place.letter == "#" and between.endswith("uv") and AS_WERE.fullmatch(between) is not None


def _is_together(place: _Place, last: Mention, between: str) -> bool:
    """Covers: "12 soldiers were killed along with | a child", "58 soldiers have died, against | 138 militants".

    Must not: "12 were killed and | a child fled".
    """
    if place.letter == "#" and between.endswith("/") and place.units[place.group.first - 1].low in AGAINST:
        return (place.follow in CLOSED or place.follow == "&") and "." not in between and ";" not in between
    if place.letter == "0" and between.endswith("/") and place.units[place.group.first - 1].low == "against":
        after = [u.low for u in place.units[place.group.last : place.group.last + 4]]
        return after[:2] == ["on", "the"] and "side" in after  # "3,000 killed, against | 19,000 on the Russian side"
    return place.letter == "#" and place.follow in CLOSED and TOGETHER_WITH.fullmatch(between) is not None


def _is_breakdown(place: _Place, last: Mention, between: str) -> bool:
    """Covers: "12 people were killed: | four women", "12 were killed in May, | nine soldiers and three civilians".

    Must not: "12 were killed - | four women said", "12: | 40 men".
    """
    whole = last.group.quantity
    shared_out = place.letter == "0" and place.follow == "F" and between.endswith(":")
    return (
        (place.letter == "#" or shared_out)
        and place.follow not in ("x", "v", "c")
        and (place.group.quantity.best or 0) <= (whole.best or whole.low or 0)
        and (
            BREAKDOWN.fullmatch(between) is not None
            or (between.endswith(",") and BREAKDOWN_SERIES.match(place.line, place.rest) is not None)
            or (between.endswith(";") and CLOSING_LIST.fullmatch(place.line, place.rest) is not None)
        )
    )


SHARING: tuple[tuple[str, Callable[[_Place, Mention, str], bool], bool | None], ...] = (
    ("added", _is_added, True),
    ("part", _is_part, True),
    ("part", _is_of_them, True),
    ("coordinate", _is_coordinate, None),
    ("coordinate", _is_died_elsewhere, None),
    ("part", _is_died_so, True),
    ("as_were", _is_as_were, False),
    ("together_with", _is_together, False),
    ("breakdown", _is_breakdown, True),
)
"""Rules by which a number shares the casualty word before it, and whether it is then a part; None: if that one is."""


# --- rules for bare numbers, whose casualty word stands further off ------------------------------------------------


def _list_line(place: _Place) -> Verdict:
    """A line of a list under a heading that named the casualties.

    Covers: "Civilians: | 46,266", "Kyiv - | 12". Must not: "Tanks: | 12".
    """
    if place.letter != "0" or place.at > 8 or place.follow not in STOPS:
        return None
    if (place.group.quantity.kind == "zero" and place.follow == ",") or not LIST_LINE.fullmatch(place.left):
        return None
    units, group, outcome = place.units, place.group, place.context
    label = units[: group.first]
    if any(unit.cls in "EUQ" or not unit.senses.isdisjoint(("equipment", "time", "unit")) for unit in label):
        return False
    people = any(unit.cls in "vV" for unit in label)
    if outcome is None and people and any(unit.low in STRENGTH for unit in label):
        outcome = "casualties"
    if outcome is not None and (people or (outcome != "casualties" and any(unit.cls in "SRAXP" for unit in label))):
        return Mention(group, outcome, (group.first, group.first), "list_line", inherited=True)
    return None


def _carried(place: _Place) -> Verdict:
    """A number of what the mention before counts, or else the text before the sentence."""
    outcome = place.last.outcome if place.last is not None else place.context
    if outcome is None or place.group.quantity.kind not in ("number", "vague"):
        return None
    if place.group.part and place.group.head is not None and place.last is None and _is_of_sort(place):
        return place.inherit(outcome, "predicate_part", part=True)  # "38 of them were men"
    if place.letter in "05" and place.follow == "v" and _is_predicate(place.units, place.chunks[place.at + 1].last):
        return place.inherit(
            _of_those(place) or outcome, "predicate_part", part=True
        )  # "80 | were children"; not "80 | were released"
    if _are_victims(place):
        return place.inherit(outcome, "counted_people")  # "has since gone up to | 338 victims"
    fresh = place.last is None or ";" in place.line[place.last_at : place.at]
    if place.letter == "#" and fresh and _is_listed_people(place):
        named = next((chunk.outcome for chunk in place.chunks if chunk.letter == "k" and chunk.outcome), None)
        return place.inherit(named or place.outcome_told() or outcome, "counted_people", _is_share(place))
    if place.letter == "5" and place.left[-1:] == "c" and place.group.head is None and place.last is None:
        return place.inherit(outcome, "carried") if _is_carried_on(place, outcome) else None  # "counted | 246 of them"
    if place.letter == "#" and fresh and place.follow in CLOSED and _is_tally(place, outcome):
        return place.inherit(place.outcome_told() or outcome, "tally")  # "its early figure was | some 300 civilians"
    if place.letter != "0" or place.follow not in STOPS:
        return None
    before = _clause_before(place)
    if any("other_deed" in unit.senses for unit in before) or _counts_others(before):
        return None
    for name, carries, part in CARRYING:
        if carries(place, outcome):
            told = place.outcome_told() if name in ("carried", "tally", "rival") else outcome
            return place.inherit(told or outcome, name, part)
    return None


def _is_of_sort(place: _Place) -> bool:
    """Whether those counted before are told apart: "| 38 of them were men"; not "| 38 of them were free men"."""
    units, group = place.units, place.group
    between = units[group.quantity.last : group.head]
    return (
        any(u.cls == "b" for u in between)
        and all(u.cls in "FIdtb~J" for u in between)
        and place.follow in CLOSED_OR_JOINED
    )


def _counts_others(before: list[Unit]) -> bool:
    """Whether a clause tells how many of whom no casualty word is said: "The number of refugees stood at | 35,000"."""
    at = next((i for i, u in enumerate(before[:-1]) if u.low == "number" and before[i + 1].cls == "F"), None)
    return at is not None and not any(u.entry is not None and u.entry.outcome for u in before[at:])


def _of_those(place: _Place) -> str | None:
    """The outcome of whose dead a share is told: "Of those killed, | 127 were women"."""
    named = place.before(OF_THOSE)
    if named is not None:
        return named.outcome
    if not OF_WHOM.search(place.left):
        return None
    opening = place.chunks[place.left.rindex("I")]
    return OF_THE.get(place.units[opening.last - 1].low.split()[-1])


def _are_victims(place: _Place) -> bool:
    """Whether "victims" are counted where the text speaks of casualties; not "three victims in four"."""
    units, group = place.units, place.group
    if place.letter != "#" or group.head is None or units[group.head].low not in VICTIMS:
        return False
    share = [u.cls for u in units[group.last : group.last + 2]] == ["/", "0"]
    told = place.context is not None and place.last is None and place.follow not in ("c", "A")
    return told and not share and group.quantity.kind == "number"


def _is_likely(place: _Place) -> bool:
    """Whether a number of people that no casualty word counts is of the size of those that one does count."""
    own = place.group.quantity.best or place.group.quantity.high or 0
    largest = max((size for _, size in place.figures if size), default=0)
    return own <= MAX_LIKELY * largest if largest else own <= LIKELY_ALONE


def _is_listed_people(place: _Place) -> bool:
    """Whether somebody counts people after a figure of casualties: "Tbilisi lists | 170 servicemen and 14 policemen".

    Must not: "lists | 170 servicemen who fled", "said | 170 servicemen".
    """
    if place.left[-1:] != "c" or place.follow not in CLOSED_OR_JOINED:
        return False
    word = place.units[place.chunks[place.at - 1].first]
    head = place.units[place.group.head].entry if place.group.head is not None else None
    if (
        place.group.quantity.kind != "number"
        or word.low == "admitted"
        or (head is not None and head.stance in ("insurgent", "enemy"))
    ):
        return False  # patients; "she counted five gunmen"
    if not _is_likely(place):
        return False  # "the council registered | 1.9 million citizens"
    if word.low in CLAIMING:
        return place.context == "killed"
    return "count" in word.senses and "say" not in word.senses and word.low not in PUTTING


def _is_share(place: _Place) -> bool:
    """Whether people of one sort are of those counted before: "90 dead; the UN specified | 60 children"."""
    whole = place.last.group.quantity.best if place.last is not None else None
    own, head = place.group.quantity.best, place.group.head
    sort = head is not None and place.units[head].low in SORTS
    return sort and whole is not None and own is not None and own < whole


def _is_predicate(units: list[Unit], at: int) -> bool:
    """Whether "80 were | children" goes on with people or a nationality."""
    if at > 0 and units[at - 1].cls != "b":
        return False
    while at < len(units) and units[at].cls in "Ja~m":
        at += 1
    return at < len(units) and units[at].cls in "vVR"


def _is_gapped(place: _Place, outcome: str) -> bool:
    """Covers: "India lost 10,736 men, Thailand | 4,812". Must not: "14 died in Iraq, later | 12"."""
    if place.last is not None and GAPPED_AT.fullmatch(place.line, place.last_at + 1, place.at) is not None:
        units, first = place.units, place.last.group.first  # "puts the dead at 812, the church at | 1,200"
        return first > 0 and units[first - 1].low == units[place.group.first - 1].low == "at"
    return (
        place.last is not None
        and place.follow != "/"
        and GAPPED.fullmatch(place.line, place.last_at + 1, place.at) is not None
        and (
            _names(place.units, place.chunks[place.at - 1])
            or _follows_up(place, place.last)
            or (
                place.last.rule == "past_object" and place.units[place.group.first - 1].cls == "E"
            )  # "a car bomb | four"
        )
    )


def _follows_up(place: _Place, last: Mention) -> bool:
    """Whether a later figure takes the place of the one before: "first admitted to 38, later | 60"."""
    return last.inherited and place.units[place.group.first - 1].low in LATER


def _names(units: list[Unit], chunk: Chunk) -> bool:
    """Whether a chunk of words names somebody or some place: the subject of a gapped clause."""
    return any(u.cls in "RSPBAXYD" for u in units[chunk.first : chunk.last])


def _is_gravely(place: _Place, outcome: str) -> bool:
    """Covers: "40 wounded, | 12 seriously". Must not: "40 killed, | 12 seriously"."""
    after = place.units[place.group.quantity.last : place.group.last + 1]
    return outcome == "wounded" and any(unit.low in GRAVELY for unit in after)


def _is_carried_on(place: _Place, outcome: str) -> bool:
    """Covers: "Kyiv counted | over 790", "put it at | 45", "spoke of | 45", "told the council of | 108".

    Must not: "The ministry employs | 790".
    """
    left, units, first = place.left, place.units, place.group.first
    before = units[max(0, first - 4) : first]
    if before and before[-1].low == "of" and any(u.low in TOLD for u in units[max(0, first - 8) : first]):
        return True  # "he told the council of | 108"
    brings = any(u.low in BRINGING or u.low in RAISING for u in units[max(0, first - MAX_BRINGING) : first])
    pointed = any(u.low in ("it", "that", "this") for u in units[max(0, first - MAX_BRINGING) : first])
    if brings and pointed and before[-1].low == "to":
        return True  # "by nine he had revised that to | 94"
    if left.endswith(("cx/", "c*/", "c/")):
        return any(u.low in ("put", "puts", "placed", "sets", "set", "gave", "estimated") for u in before)
    if left.endswith(("c", "vG")):
        word = units[place.chunks[place.at - 1].first]
        if word.low in NUMBERING and not (before[-2:] and before[-2].cls == "d"):
            return False  # "an army that he said numbered | 260,400"
        owns = "admit" in word.senses and not word.low.startswith("admit")  # "the hospital admitted | 40"
        return left[-1] == "G" or owns or "count" in word.senses or "say" in word.senses or word.low.endswith(" of")
    if left.endswith("cT"):
        return any("admit" in u.senses for u in before)  # "admitted to only | 40"
    if left.endswith("*F"):
        return any(u.low in FIGURES and i and before[i - 1].cls in "at" for i, u in enumerate(before))
    if left.endswith(("cF", "xF")):
        return any(u.low.endswith(" of") or "count" in u.senses for u in before)
    return False


def _is_tally(place: _Place, outcome: str) -> bool:
    """Covers: "the figure stood at | 45", "It now stands at | 43". Must not: "The ministry employs | 45"."""
    units, first = place.units, place.group.first
    if "*" in place.left and TALLY.search(place.left) and _is_counted(units, max(0, first - 6), first):
        return True
    begin = first
    while begin > 0 and units[begin - 1].cls not in ",;.:&":
        begin -= 1
    return begin < first and units[begin].low in ("it", "that", "this") and _is_counted(units, begin, first)


def _clause_before(place: _Place) -> list[Unit]:
    """The units between the last mark and the number."""
    first = clause = place.group.first
    while clause > 0 and place.units[clause - 1].cls not in ",;.:":
        clause -= 1
    return place.units[clause:first]


def _is_rival(place: _Place, outcome: str) -> bool:
    """A bare number that says nothing else, of the size of a figure told just before, is another figure for it.

    Covers: "The army spoke of 84 dead. The rebels are content with | 50", "the toll … . On Sunday it had been | 97".
    Must not: "the youngest was | 14", "5,840 tanks, up | 40", "they arrested | 51", "Tanks: | 90".
    """
    quantity, units, left = place.group.quantity, place.units, place.left
    own = quantity.best or quantity.high
    if not own or own < MIN_RIVAL or quantity.added or left[-1:] in ("", "-", ":", "(", "$", "%"):
        return False
    if place.units[place.group.first - 1].cls == "t":
        return False  # "asked about the | 2,000": told before
    if own < MIN_BARE and left[-1] not in ",&;" and not _names(units, place.chunks[place.at - 1]):
        return False
    sizes = [size for _, size in place.figures if size]
    if not any(max(own / size, size / own) <= MAX_RIVAL for size in sizes):
        return False
    if quantity.qualifier == "fewer_than" and own < MAX_AGE:
        return False  # "were under | five"
    before = _clause_before(place)
    if before and all(u.cls in "*x" for u in before):
        return False  # "Number | 29"
    if any(u.cls in "w%" or u.low in AGES or not u.senses.isdisjoint(NO_RIVAL) for u in before):
        return False
    if any(u.cls == "U" and before[i].cls == "0" for i, u in enumerate(before[1:])):
        return False  # "gone from 18 rupees a kilo to | 41"
    if before and before[-1].cls == "b" and own < MAX_AGE and any(u.cls in "XP" or u.low in HE for u in before):
        return False  # "whose leader Guzmán is | 48"
    if (
        before
        and before[-1].low == "at"
        and own < MAX_AGE
        and (len(before) == 1 or any(u.cls in "NDP" and u.low not in ("dead", "toll") for u in before))
    ):
        return False  # "At | 44, he …", "meet on Thursday at | 10"
    after = units[place.group.last : place.group.last + 1]
    return not any(u.cls in "EU%" or u.low in ABOARD for u in after)


CARRYING: tuple[tuple[str, Callable[[_Place, str], bool], bool], ...] = (
    ("gapped", _is_gapped, False),
    ("gravely", _is_gravely, True),
    ("carried", _is_carried_on, False),
    ("tally", _is_tally, False),
    ("rival", _is_rival, False),
)
"""Rules by which a bare number carries on the outcome of what was said before, and whether it is then a part."""


RULES: tuple[Callable[[_Place], Verdict], ...] = (
    _counted_noun,
    _shares_noun,
    _of_number,
    _number_shared_out,
    _taken_prisoner,
    _active_object,
    _past_object_next,
    _postposed,
    _predicate,
    _relative,
    _past_object,
    _claimed,
    _nominal,
    _toll,
    _brought_to,
    _losses,
    _number_of,
    _put_at,
    _own_tally,
    _of_the_dead,
    _names_of_dead,
    _amount,
    _exceeded,
    _label,
    _among_the_dead,
    _shared,
    _list_object,
    _coordinated_subject,
    _with_wounds,
    _cost,
    _on_list,
    _lost_behind,
    _postposed_far,
    _attributive,
    _held,
    _list_line,
    _carried,
)
"""All rules in the order in which they are asked: those with a casualty word beside the number first."""


def _is_combatant(units: list[Unit], group: Group) -> bool:
    """Whether the noun of a group is of soldiers or fighters; "men" are taken for it too."""
    head = units[group.head] if group.head is not None else None
    return (
        head is not None
        and head.entry is not None
        and (head.entry.victim_class == "combatant" or head.entry.stance == "own" or head.low == "men")
    )


def _is_counted(units: list[Unit], first: int, last: int) -> bool:
    """Whether words between "losses" and a bare number are of counting ("put … at", "of", "stood at", ":")."""
    if first >= last:
        return False
    end = units[last - 1]
    return (
        end.cls in "F:-T(b" or end.low.split()[-1] == "at" or any("count_verb" in u.senses for u in units[first:last])
    )
