"""Silence that no rule finds, by signs: see `weighed`.

"The Force has received no confirmed reports of civilian casualties", "Moscow's men will not put a number on it": there
are more ways to say nothing than there will be rules. Near a figure each word of refusal or negation is weighed, with
the words of its clause.
"""

from __future__ import annotations

from facttrack.units import Unit
from facttrack.weighed import STOPS, weight_of

__all__ = [
    "AGREEING",
    "ANY",
    "ASKED",
    "NOTHING",
    "SUSPECTS",
    "asks_for_the_way",
    "is_mourning",
    "silence_signs",
    "sorts",
    "starts",
    "weigh_silence",
]

NOTHING = "no_count"
"""The decision whether words give no figure. Denials are left to the rules: too few of those missed are alike."""
STARTS = frozenset({"deny", "deny_apart", "false", "false_verb", "inflate", "refuse", "silent", "omit", "inability"})
"""Senses of words at which a silence can begin, besides "no" and "not"."""
WORDS = frozenset("neither nobody none nothing nor without never".split())
SUSPECTS = frozenset("suspects accused defendants arrested detainees convicts perpetrators".split())
"""Those of whom one may ask how many they are, and who are no victims."""
ASKING = frozenset("whether if why where when".split())
"""Words with which a question opens that need not ask for a toll."""
WHO, BEHIND = frozenset("who whom which".split()), frozenset("behind responsible".split())
"""Words with which a question opens that asks for no number, and of what that is about."""
MOMENTS = frozenset("moment moments minute minutes hour".split())
"""How long silence is kept for the dead."""
MUTE = frozenset("dead stunned complete eerie deafening awkward absolute deathly hushed respectful".split())
"""How silent people are who withhold nothing."""
CAUSES = frozenset("cause causes motive motives".split())
"""What else than a number of a death is not told."""
MATTERS = frozenset("matter subject issue question point topic incident attack losses".split())
"""Nouns that point back to what was told."""
WHAT = frozenset("what why where when which who whether if".split())
"""Words with which a question opens that asks for no number either."""
ASKED = frozenset("asked pressed questioned quizzed".split())
"""Words that tell of a question."""
MAX_ASKED = 14
"""Units from there to the answer that is not given."""
OTHERS = ("verif", "name")
"""Beginnings of verbs of what is no figure: "could not verify | the claim", "did not name | the victims"."""
ANY = frozenset("any anyone anybody".split())
"""Words for whoever might have died: "did not say if anyone was hurt"."""
AGREEING = frozenset("agreed accepted consensus agreement unanimity".split())
"""Words of those who differ over a figure, and keep none back: "no agreed toll", "no consensus on the dead"."""
NAMES = "XSAPRN0"
"""Classes of names and numbers, which are no signs as they are written."""
REACH = 10
"""Units behind such a word that are signs as they are written."""
BACK = 8
"""Units before it whose senses are signs."""
VERB_REACH = 5
"""Units behind it in which its verb is looked for."""
MAX_WORDS = 7
"""Units that the words of a silence have at most, if nothing ends them before."""
LEFT = frozenset("remain remains remained fled escaped joined surrendered took participated".split())
"""Verbs of what those do who are no victims."""
SUM = 0.6
"""The least sum of weights with which such a word is one, so that two of three are."""
TOPICS = frozenset(["casualty_topic", "figure", "tally_noun"])
TOPIC_CLASSES = "kLjpo"
"""Senses and classes of words that a silence is about."""


def sorts(units: list[Unit], at: int) -> bool:
    """Whether somebody sorts the dead, and keeps no secret.

    Covers: "it | classified 263 as civilians", "the remainder, not yet | classified". Must not: "its losses are |
    classified".
    """
    if units[at].low != "classified":
        return False
    unsorted = at > 0 and units[at - 1].low in ("yet", "not", "not yet")
    return unsorted or (at + 1 < len(units) and units[at + 1].cls in "0hqzteasvVJ")


def is_mourning(units: list[Unit], at: int) -> bool:
    """Whether silence is kept for the dead, or all are struck dumb: "a moment of | silence", "a dead | silence".

    Must not: "a week of | silence about its losses".
    """
    if at < 2 or units[at].low != "silence":
        return False
    if at + 1 < len(units) and units[at + 1].low in ("on", "over", "about"):
        return False  # "an awkward | silence over casualties"
    return units[at - 1].low in MUTE or (units[at - 1].cls == "F" and units[at - 2].low in MOMENTS)


def starts(units: list[Unit], at: int) -> bool:
    """Whether a silence can begin at a unit: not with who killed or hurt nobody, "| did not hurt anyone"."""
    unit = units[at]
    if unit.cls == "n" and at + 1 < len(units) and units[at + 1].cls in "py":
        return False
    if unit.cls in "nzZ" or unit.low in WORDS:
        return True
    return not unit.senses.isdisjoint(STARTS) and not sorts(units, at) and not is_mourning(units, at)


def weigh_silence(units: list[Unit]) -> tuple[int, int] | None:
    """The units of the silence of a sentence that the signs speak for most.

    Covers: "has received | no confirmed reports of civilian casualties", "| will not put a number on it".
    Must not: "did | not comment on the talks", "has | no plans to call up men".
    """
    best: tuple[float, int] | None = None
    for at, unit in enumerate(units):
        if unit.cls == "b":
            continue  # "was", which also leads to "a lie": "whether a third of the town | was still standing"
        if starts(units, at) and not _asks_of_others(units, at):
            weight = weight_of(NOTHING, silence_signs(units, at))
            if weight is not None and weight >= SUM and (best is None or weight > best[0]):
                best = weight, at
    if best is None:
        return None
    at = best[1]
    end = next((i for i in range(at + 1, min(at + MAX_WORDS, len(units))) if units[i].cls in STOPS), at + MAX_WORDS)
    end = min(end, len(units))
    topics = [i for i in range(at + 1, end) if _is_topic(units[i])]
    return at, topics[-1] + 1 if topics else end


def _is_topic(unit: Unit) -> bool:
    """Whether a word tells of losses, or of what they are told in."""
    return unit.cls in TOPIC_CLASSES or not unit.senses.isdisjoint(TOPICS)


def silence_signs(units: list[Unit], at: int) -> list[str]:
    """The signs of the words that begin at a unit for being a silence, each once."""
    unit = units[at]
    begin = at
    while begin > 0 and units[begin - 1].cls not in STOPS and units[begin - 1].cls != '"':
        begin -= 1
    end = next((i for i in range(at + 1, len(units)) if units[i].cls in STOPS), len(units))
    before, behind, near = units[begin:at][-BACK:], units[at + 1 : end], units[at + 1 : end][:REACH]
    signs = [f"at “{unit.low}”", f"at {unit.cls}", *(f"at {sense}" for sense in unit.senses)]
    verb = next((u for u in behind[:VERB_REACH] if u.cls in "cx" or "disclose" in u.senses), None)
    if verb is not None:
        signs += [f"verb “{verb.low}”", *(f"verb {sense}" for sense in verb.senses)]
    for step in (1, 2, 3):
        if at + step < len(units):
            signs += [f"{step} behind “{units[at + step].low}”", f"{step} behind {units[at + step].cls}"]
        if at >= step:
            signs.append(f"{step} before {units[at - step].cls}")
    if at:
        signs.append(f"1 before “{units[at - 1].low}”")
    signs += [f"near “{low}”" for low in {u.low for u in near if u.cls not in NAMES}]
    for where, some in (("near", near), ("before", before)):
        signs += [f"{where} {cls}" for cls in {u.cls for u in some}]
        signs += [f"{where} sense {sense}" for sense in frozenset[str]().union(*(u.senses for u in some))]
    signs.append(f"clause of {min(6, len(behind) // 3)}")
    many = next((i for i, u in enumerate(behind) if u.low.endswith("how many")), None)
    if many is not None:
        signs.append(f"how many {_asked(behind[many + 1 :])}")
    topic = any(map(_is_topic, near))
    signs.append(f"topic {topic}")
    return [*signs, f"topic behind {unit.cls}"] if topic and unit.cls in "nzZ" else signs


def asks_for_the_way(units: list[Unit], how: int) -> bool:
    """Whether "how" asks for no number: "did not explain | how it got to these figures".

    Must not: "would not say | how heavy its losses were".
    """
    return how + 1 < len(units) and units[how + 1].cls in "dtsRSv"


def _asks_of_others(units: list[Unit], at: int) -> bool:
    """Whether what is not said is something else, or how many of others there are, or those who differ hold none back.

    Covers: "would not say | how many remained in the plant", "did not say | whether they had fled", "did not reply to
    | a request for an interview", "there is | no consensus on the number of dead".
    """
    end = next((i for i in range(at + 1, len(units)) if units[i].cls in STOPS), len(units))
    if units[at].low == "neither" and at and units[at - 1].cls == "/":
        return True  # "is in | neither count"
    if any(unit.low in AGREEING or "independently" in unit.low for unit in units[at : at + 5]):
        return True  # "no | consensus on the number of dead", "| could not be independently confirmed"
    how = next((i for i in range(at + 2, min(at + 5, end - 1)) if units[i].low == "how"), None)
    if how is not None and asks_for_the_way(units, how):
        return True
    if any(units[i].cls == "T" and units[i + 1].low.startswith("verif") for i in range(at + 1, min(at + 7, end - 1))):
        return True  # "it is not | possible for us to verify the toll"
    verb = next((i for i in range(at + 1, min(at + 4, end - 1)) if units[i].low.startswith(OTHERS)), None)
    if verb is not None and units[verb + 1].cls == "t":
        return True
    if any(unit.low in WHO for unit in units[at + 1 : at + 4]) or any(
        unit.low in BEHIND for unit in units[at + 1 : at + 2]
    ):
        return True  # "have not said | who was behind the killings"
    if any(unit.low in CAUSES for unit in units[at + 1 : at + 5]):
        return True  # "did not mention | the cause of death"
    if units[at].low.endswith("silent") and _is_on_other(units, at + 1):
        return True
    asked = next((i for i in range(max(0, at - MAX_ASKED), at - 1) if units[i].low in ASKED), None)
    if asked is not None and units[asked + 1].low in WHAT and not any(map(_is_topic, units[asked:at])):
        return True  # "asked | what training they had received, they were unable to give details"
    other = next((i for i in range(at + 1, min(at + 4, end)) if units[i].low in ASKING), None)
    if other is not None and not any(_is_topic(u) or u.low in ANY for u in units[other + 1 : end]):
        return True
    whether = next((i for i in range(at + 1, min(at + 8, end)) if units[i].low in ASKING), end)
    deed = any("other_deed" in u.senses for u in units[whether + 1 : end])
    if deed and not any(_is_topic(u) for u in units[at + 1 : end] if u.low != "whether"):
        return True  # "has not said | whether anyone has been arrested"
    request = next((i for i in range(at + 1, end) if units[i].low.startswith("request")), None)
    if request is not None and not any(_is_topic(u) or "comment" in u.low for u in units[request:end]):
        return True
    many = next((i for i in range(at + 1, end) if units[i].low.endswith("how many")), None)
    return many is not None and _asked(units[many + 1 : end]) == "of others"


def _is_on_other(units: list[Unit], at: int) -> bool:
    """Whether somebody is silent on something else: "silent | on the deal with the army", not "| on the matter"."""
    if at + 2 >= len(units) or units[at].low not in ("on", "about") or units[at + 1].cls != "t":
        return False
    return (
        units[at + 2].cls in "xE" and units[at + 2].low not in MATTERS and not any(map(_is_topic, units[at : at + 6]))
    )


def _asked(units: list[Unit]) -> str:
    """What "how many" asks for: the toll, people of whom nothing is said, or of whom something else is."""
    if not units or units[0].cls in '".,&':
        return "by itself"
    clause = units[: next((i for i, unit in enumerate(units) if unit.cls in ",;."), len(units))]
    if any(unit.cls in "pijkLlWo" for unit in clause):
        return "of the toll"
    if len(clause) > 2 and clause[0].cls in "vV" and clause[1].cls == "d" and "say" not in clause[2].senses:
        return "of others"  # "how many | gunmen they were facing"
    if any(unit.low in LEFT or unit.low in SUSPECTS for unit in clause):
        return "of others"  # "how many | militants have remained in the town"
    return "of people" if any(unit.cls in "vVRS" for unit in clause) else "of others"
