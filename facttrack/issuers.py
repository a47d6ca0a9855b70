"""Who speaks throughout a document or a part of it: whoever issues it, the label of a turn, or who is interviewed."""

from __future__ import annotations

import re
from dataclasses import replace

from facttrack.attribution import Attribution
from facttrack.looks import HEADING, Look, ends_heading
from facttrack.memory import ARMED, Actor
from facttrack.units import Unit

__all__ = ["give_turns"]

MIN_TURNS = 2
"""Labels in capitals that make a text a transcript: one alone may be a heading."""
MAX_HEADING = 22
"""Units: a longer first line is a sentence, not the heading of a communiqué."""
LABEL = re.compile(r"[A-Z][A-Z .'’-]{0,40}(?:\([^)]*\))?:")
"""The label of a speaker in a transcript, known or not."""
MAX_BESIDE = 4
"""Units beside the issuer in its heading: a date, a number."""
ISSUERS = frozenset("official military emergency international monitor".split())
"""Kinds of body that issue communiqués."""
ABOUT = frozenset("to on about against with regarding concerning".split())
"""Words behind which a heading names what it is about, and not who issues it."""
OF_WHOM = re.compile(
    r"[\w ]+? (?:of|by|from) (?:the )?(?P<body>.+?)(?: (?:on|about|concerning|regarding) .*)?$", re.IGNORECASE
)
"""A document and whose it is."""


def give_turns(looks: list[Look]) -> None:
    """Who speaks where a sentence names nobody: the last label of a transcript, else the issuer in the heading."""
    issuer = _issuer(looks)
    capitals = all(look.sentence.text.isupper() for look in looks)
    labels = [None if capitals else _turn(look) for look in looks]
    transcript = len(labels) - labels.count(None) >= MIN_TURNS
    turn: Attribution | None = None
    for look, label in zip(looks, labels, strict=True):
        if transcript and (label is not None or LABEL.match(look.sentence.text)):
            turn = label
        look.turn = turn or issuer
        if issuer is not None and not look.quoted:
            for attribution in look.attributions:
                if _says_we(attribution.actor):
                    attribution.actor = issuer.actor


def _says_we(actor: Actor) -> bool:
    """Whether a source is the issuer itself: "we", "our forces"."""
    return actor.text.split(" ")[0].lower() in ("we", "our")


def _turn(look: Look) -> Attribution | None:
    """The speaker's label at the start of a sentence: "SHEA: …"."""
    first = look.attributions[0] if look.attributions else None
    if (
        first is not None
        and first.rule == "label"
        and (first.actor.first <= 2 or all(u.text.isupper() or u.cls == "." for u in look.reading.units[: first.first]))
        and first.actor.text.isupper()
    ):
        return first
    return None


def _issuer(looks: list[Look]) -> Attribution | None:
    """The body in whose name a communiqué speaks.

    Its heading is little more than the body, and it says "we" or "our", or calls itself a bulletin; or the heading is
    the office and nothing else. Covers: "General Staff of the Armed Forces of Ukraine: daily bulletin", "Ministry of
    Defence of the Russian Federation". Must not: "Army kills 12 rebels", "WEST BANK - Flash update".
    """
    first_person: bool | None = None
    for look in looks[:HEADING]:
        units = look.reading.units
        bulletin = any("document_role" in u.senses or "account" in u.senses for u in units)
        if look.number == 0:
            label = _headed(look)
            if label is not None:
                return Attribution(label, 0, 0, forward=True, backward=True, rule="issuer")
        verbless = bulletin and look.number == 0 and not any(u.cls in "bfwpijlc" and u.low.islower() for u in units)
        if (ends_heading(look) and not verbless) or len(units) > MAX_HEADING:
            return None
        for actor in look.actors:
            if actor.kind not in ISSUERS or not _is_office(units[actor.first : actor.last]):
                continue
            if actor.first and units[actor.first - 1].low in ABOUT:
                continue  # "Briefing in relation to | the military coup"
            if not actor.document and actor.last < len(units) and "neutral_attack" in units[actor.last].senses:
                continue  # "KENYA UNIVERSITY | ATTACK"
            if first_person is None:
                first_person = any(
                    u.low in ("our", "we") for each in looks if not each.quoted for u in each.reading.units
                )
            offices = [a for a in look.actors if a.kind in ISSUERS and _is_office(units[a.first : a.last])]
            rest = len(units) - sum(a.last - a.first for a in offices) - (len(offices) - 1)  # "Ministry X, Centre Y"
            if (
                (first_person and (rest <= MAX_BESIDE or bulletin))
                or (bulletin and (rest <= MAX_BESIDE or actor.first <= 1 or verbless))
                or (rest <= MAX_BESIDE and look.sentence.text.isupper() and not looks[-1].reading.capitals)
                or (rest == 0 and look.number == 0)
            ):
                return Attribution(_without_document(actor), 0, 0, forward=True, backward=True, rule="issuer")
    return None


def _without_document(actor: Actor) -> Actor:
    """An issuer without the word for what it issues: "Statement of the Islamic Emirate on the raid"."""
    found = OF_WHOM.match(actor.text) if actor.document else None
    return actor if found is None else replace(actor, text=found["body"], source=found["body"])


def _headed(look: Look) -> Actor | None:
    """The body before a colon at the head of a text: "Text of communiqué by the General Staff: Our forces …"."""
    units = look.reading.units
    colon = next((i for i, u in enumerate(units[:MAX_HEADING]) if u.cls == ":"), None)
    if colon is None or "document_role" not in {sense for u in units[:colon] for sense in u.senses}:
        return None
    if any(u.cls in "bfwpij" for u in units[:colon]):
        return None
    owns = ("by", "from", "of")
    return next(
        (
            a
            for a in look.actors
            if a.last == colon
            and a.kind in ISSUERS
            and a.first
            and units[a.first - 1].low in owns
            and _is_office(units[a.first : a.last])
        ),
        None,
    )


def _is_office(units: list[Unit]) -> bool:
    """Whether a phrase names an office, a body or an armed group, and not a state or a place alone."""
    return any(
        u.cls in "BY"
        or not u.senses.isdisjoint(("body_role", "person_role"))
        or (u.cls == "S" and u.entry is not None and u.entry.group_kind in ARMED)
        for u in units
    )
