"""digest: what arrived for one Person since they were last told becomes one Post; each function is one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions.receive import Desk
from bot.actions.report import DIGESTS
from bot.domain.accounts import Account, Platform
from bot.domain.answers import LISTED, listed_in
from bot.domain.consent import Told, Use, may
from bot.domain.digests import (
    DIGEST,
    Occasion,
    Past,
    Period,
    Place,
    Terms,
    closed_to_us,
    is_over,
    issue_of,
    name_of,
    period_due,
    person_of,
    place_for,
    public_wording_of,
    speaks_to,
    trigger_of,
    wording_of,
)
from bot.domain.encounters import Visibility
from bot.domain.matching import Matches
from bot.domain.outbox import REHEARSAL, Draft, Post, Priority, State, derive_key
from bot.domain.people import Person
from bot.domain.text import Text, plain
from bot.domain.wording import render
from bot.ports import Snapshot, Transaction


@dataclass(frozen=True, slots=True)
class Office:
    """What stays the same from one digest to the next."""

    desks: Mapping[str, Desk]  # by network
    places: tuple[Place, ...]  # in the order of the configuration
    terms: Terms


def office_of(desks: Iterable[Desk], opened: Set[str], terms: Terms, refusing: Set[str] = frozenset()) -> Office:
    """Of the networks in the order of the configuration; `opened` were reached already, `refusing` refuse us."""
    known = {desk.network.name: desk for desk in desks}
    places = tuple(
        Place(name, desk.network.platform, name in opened, desk.policy.private_messages, name in refusing)
        for name, desk in known.items()
    )
    return Office(known, places, terms)


@dataclass(frozen=True, slots=True)
class Errand:
    """Somebody who may be told something now: what for, and where."""

    person: Person
    period: Period
    past: Past
    place: Place
    account: Account


def errand_for(
    tx: Snapshot, person_id: int, often: Told, agreed: datetime, office: Office, now: datetime
) -> Errand | None:
    """Whether anything may be told to this Person now, whatever the news."""
    last, sent = tx.digests.past(person_id)
    past = Past(agreed, last, sent, tx.digests.restored())
    period = period_due(often, past, now, office.terms.zone)
    person = tx.people.get(person_id) if period else None
    if period is None or person is None or person.consent.told is not often:
        return None
    if _is_silent(tx, person, office.terms.minimum):
        return None
    answered, closed = tx.outbox.latest_network(_names(person)) or "", closed_to_us(last, now)
    chosen = place_for(person, office.places, answered, office.terms.minimum, closed)
    return Errand(person, period, past, *chosen) if chosen else None


def with_news(
    tx: Snapshot, people: Iterable[tuple[int, datetime]], often: Told, office: Office, now: datetime
) -> tuple[list[tuple[int, datetime]], bool]:
    """Those of these people (and when they agreed) who have something to hear; and whether a network must open first.

    Reads only, so that most people cost no transaction.
    """
    found, later = [], False
    for person, agreed in people:
        errand = errand_for(tx, person, often, agreed, office, now)
        if errand is None or not _news(tx, errand, office, limit=0).followed:
            continue
        if errand.place.open:
            found.append((person, agreed))
        later = later or not errand.place.open
    return found, later


def owe_digest(
    tx: Transaction, person: int, often: Told, agreed: datetime, office: Office, now: datetime
) -> int | None:
    """Owe this Person one digest for the present period, and keep what it tells; None if there is nothing to tell."""
    errand = errand_for(tx, person, often, agreed, office, now)
    if errand is None or not errand.place.open:
        return None
    _make_way(tx, errand.past.last, now)
    news = _news(tx, errand, office, limit=LISTED)
    if not news.followed:
        return None
    desk, draft = office.desks[errand.place.name], _draft(errand, news, office, now)
    post = tx.outbox.add(
        draft,
        desk.network.compose(draft),
        network=errand.place.name,
        kind=DIGEST,
        state=State.HELD if desk.rehearsal else State.READY,
        reason=REHEARSAL if desk.rehearsal else None,
        thread="",
        counts=False,
        priority=Priority.DIGEST,
    )
    if post is not None:
        tx.digests.keep(person, post)
        tx.graph.tell(person, post, office.terms.minimum, now, followed_only=True)
        tx.graph.list_names(person, post, listed_in(draft.text, news), public=not errand.place.private)
    return post


def unwanted(tx: Transaction, post: Post, platform: Platform, now: datetime, terms: Terms) -> str | None:
    """Why a digest should not be sent after all: everything that allowed it is asked again, whoever wants it sent."""
    if is_over(post.trigger, now, terms.zone):
        return "its time is over, the news come with the next"
    restored = tx.digests.restored()
    if restored is not None and post.created_at <= restored:
        return "it may have been sent before the backup was put back"
    person = tx.people.get(person_of(post.trigger))
    if person is None or not speaks_to(person, platform, post.recipient_id, terms.minimum):
        return "no longer linked"
    if not may(person.consent, Use.TOLD):
        return "did not agree to be told"
    return "asked for silence" if _is_silent(tx, person, terms.minimum) else None


def keep_rate(tx: Transaction, network: str, per_hour: float, timezone: str) -> None:
    """Remember how many digests an hour a network takes (0 for no limit), where `status` looks."""
    tx.set_meta(f"{DIGESTS}{network}", json.dumps({"per_hour": per_hour, "timezone": timezone}))


def _names(person: Person) -> list[str]:
    return [name_of(link.account) for link in person.links]


def _is_silent(tx: Snapshot, person: Person, minimum: int) -> bool:
    """Said through any of their Accounts that is believed, silence holds for all of these."""
    believed = [link.account for link in person.links if link.level >= minimum and not link.held]
    return any(tx.people.is_silent(account) for account in believed)


def _news(tx: Snapshot, errand: Errand, office: Office, limit: int) -> Matches:
    """People they followed on X who are here, and of whom they have not heard, or not on that network."""
    platform, minimum = errand.account.platform, office.terms.minimum
    return tx.graph.matches(errand.person.id, platform, minimum, limit=limit, new_only=True, followed_only=True)


def _make_way(tx: Transaction, last: Post | None, now: datetime) -> None:
    """What a rehearsal or the admin held so long is not sent any more: its news come with the next."""
    if last is not None and last.state is State.HELD:
        tx.outbox.withdraw(last.id, now, "the next has come")


def _draft(errand: Errand, news: Matches, office: Office, now: datetime) -> Draft:
    desk, account, zone = office.desks[errand.place.name], errand.account, office.terms.zone
    trigger = trigger_of(errand.person.id, errand.period)
    sent = errand.past.sent
    occasion = Occasion(
        period=errand.period,
        sent=sent and sent.astimezone(zone),
        now=now.astimezone(zone),
        campaign=desk.policy.campaign,
        operator=desk.policy.operator,
    )
    language = _language(errand.person, desk)
    if errand.place.private:
        wording = wording_of(news, occasion, account.platform, desk.words, language)
    else:
        wording = public_wording_of(news, occasion, account, desk.words, language)
    words = render(wording, desk.words, language, desk.network.limits_for(account.handle))
    draft = Draft(
        key=derive_key(trigger, DIGEST),
        text=words,
        language=language,
        visibility=Visibility.PUBLIC,
        created_at=now,
        trigger=trigger,
        recipient=account.handle,
        recipient_id=name_of(account),
        mark=_mark(errand.period, words),
    )
    return _in_private(draft, errand, desk) if errand.place.private else draft


def _in_private(draft: Draft, errand: Errand, desk: Desk) -> Draft:
    # Nobody can have been sent it before its period began.
    reply = {**desk.network.private_to(errand.account), "met": errand.period.start.isoformat()}
    return replace(draft, visibility=Visibility.DIRECT, reply=reply)


def _mark(period: Period, words: Text) -> str:
    """By what it is recognised, unless very long names have cut it off."""
    said = plain(words)
    return issue_of(period) if issue_of(period) in said else said


def _language(person: Person, desk: Desk) -> str:
    language = person.language.partition("-")[0].lower()
    return language if language in desk.policy.languages else desk.policy.languages[0]
