"""delete, forget, export: what people may ask of us by right."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import Final

from bot.domain.accounts import Platform
from bot.domain.answers.case import Case
from bot.domain.effects import Effect, Forget, Ignore, Retract, Say, Why
from bot.domain.encounters import Visibility
from bot.domain.rights import Kept
from bot.domain.wording import Value, Wording

FORGET: Final = "forget"
"""The kind of the question whether somebody really wants to be erased, and of the receipt."""

NOTHING: Final = Kept({})


def delete(case: Case) -> list[Effect]:
    """Our answer goes; in public nothing more is said of it, in private one line.

    Only whoever asked for the answer may say so, or who began the thread it stands in.
    """
    answer = case.facts.answer
    if answer is None:
        told = case.private and not case.facts.helped_this_week
        return [case.say("unclear", "delete-none") if told else Ignore(Why.NOTHING_TO_DELETE)]
    said = case.say("delete", counts=False) if case.private else Ignore(Why.TAKEN_BACK)
    return [Retract(answer), said]


def forget(case: Case) -> list[Effect]:
    """Everything goes, with a receipt; words that merely point there are asked back."""
    if case.understood.unsure:
        return [replace(case.say("forget-ask"), asks=FORGET)]
    return [Forget(), _receipt(case)]


def forget_or_not(case: Case, agrees: bool) -> list[Effect]:
    """What the answer to our question does."""
    return [Forget(), _receipt(case)] if agrees else [case.say("forget-no", counts=False)]


def _receipt(case: Case) -> Say | Ignore:
    """One a day. To them alone where that can be: on Bluesky a reply is public, and a message might not reach them."""
    if case.facts.erased_lately:
        return Ignore(Why.FORGOTTEN)
    kept = case.facts.kept or NOTHING
    values: dict[str, Value] = {
        "when": f"{case.encounter.at.astimezone(UTC):%Y-%m-%d %H:%M} UTC",
        "accounts": max(kept.count("account"), 1),
        "lists": kept.count("graph.archive"),
        "posts": kept.count("outbox"),
    }
    said = Say(FORGET, Wording(FORGET, case.campaign() | values), case.visibility, case.language)
    return replace(said, visibility=Visibility.DIRECT) if case.platform is Platform.MASTODON else said


def export(case: Case) -> list[Effect]:
    """In private what is kept, in numbers; in public nothing of it."""
    if not case.private:
        return [case.say("export", "export-public" if case.policy.private_messages else "export-elsewhere")]
    kept = case.facts.kept or NOTHING
    if not kept:
        return [case.say("export", "export-none")]
    wording = Wording("export", case.campaign(), tuple(_lines(case, kept)), foot="export-foot")
    return [Say("export", wording, case.visibility, case.language)]


def _lines(case: Case, kept: Kept) -> list[Wording]:
    person = case.facts.person
    known = any(row.get("x_id") for row in kept.tables.get("person", ()))
    lines = [
        Wording("export-x", {"known": "yes" if known else "no"}),
        Wording("export-accounts", {"count": kept.count("account")}),
        Wording("export-lists", {"count": kept.count("graph.archive"), "edges": kept.entries}),
        Wording("export-posts", {"count": kept.count("outbox")}),
        Wording("export-inbox", {"count": kept.count("inbox")}),
    ]
    if person:
        said = person.consent
        words: dict[str, Value] = {
            "found": said.found.value,
            "told": said.told.value,
            "named": "yes" if said.named else "no",
            "counted": "yes" if said.counted else "no",
        }
        lines.insert(3, Wording("consent-now", words))
    return lines
