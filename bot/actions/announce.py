"""announce: one slot of an Announcement becomes one Post per network; each function is one transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.announcements import (
    CURVES,
    HISTORY_DAYS,
    Announcement,
    Bulletin,
    Counters,
    Speech,
    bulletin_of,
    implausible,
    natural_key,
)
from bot.domain.encounters import Visibility
from bot.domain.outbox import REHEARSAL, Draft, Priority, State, derive_key
from bot.domain.wording import render
from bot.ports import Network, Snapshot, Transaction, Words

IMAGE_SIZE = (1200, 675)
SHOWN = "announced"  # meta: the values published last, and those that wait for the admin
WAITING_KEPT = 20


@dataclass(frozen=True, slots=True)
class Press:
    """What stays the same from one Announcement to the next."""

    campaign: str
    tag: str
    timezone: str  # IANA name; slots are its wall-clock minutes
    language: str
    words: Words

    @property
    def speech(self) -> Speech:
        """The catalogue in the campaign's language."""
        return Speech(self.words, self.language)


def read_counters(snapshot: Snapshot, local: datetime) -> Counters:
    """The tallies and their history at one moment, all from the same snapshot; `local` is in the campaign's zone."""
    today = local.date().isoformat()
    history = {name: snapshot.tallies.history(name, HISTORY_DAYS, today) for name in CURVES}
    return Counters(at=local, values=snapshot.tallies.now(), history=history)


def write_bulletin(counters: Counters, slot: str, press: Press) -> Bulletin:
    """The words of a slot, without a picture yet."""
    return bulletin_of(counters, slot, press.campaign, press.tag, press.speech)


def draft_of(
    announcement: Announcement, slot: str, bulletin: Bulletin, network: Network, press: Press, now: datetime
) -> Draft:
    """The Post this slot owes to one network. Public, whatever the visibility of answers there."""
    trigger = natural_key(announcement.id, slot, network.name)
    return Draft(
        key=derive_key(trigger, announcement.kind),
        text=render(bulletin.wording, press.words, bulletin.language, network.limits_for("")),
        language=bulletin.language,
        visibility=Visibility.PUBLIC,
        created_at=now,
        trigger=trigger,
        mark=bulletin.headline,
        image=bulletin.image,
        alt=bulletin.alt,
        image_size=IMAGE_SIZE if bulletin.image else (0, 0),
    )


def announce(
    tx: Transaction,
    announcement: Announcement,
    slot: str,
    bulletin: Bulletin,
    network: Network,
    press: Press,
    now: datetime,
    *,
    rehearsal: bool = False,
) -> int | None:
    """Owe this slot to one network, once: the Post's id, or None if the slot was dealt with before.

    Values that jumped implausibly are `held` with the reason, for the admin to retry or withdraw.
    """
    held = implausible(bulletin.values, _published(tx)) or (REHEARSAL if rehearsal else "")
    if not tx.slots.take(announcement.id, slot, network.name, "held" if held else "posted", now):
        return None
    draft = draft_of(announcement, slot, bulletin, network, press, now)
    post = tx.outbox.add(
        draft,
        network.compose(draft),
        network=network.name,
        kind=announcement.kind,
        state=State.HELD if held else State.READY,
        thread="",
        counts=False,
        reason=held or None,
        priority=Priority.ANNOUNCEMENT,
    )
    if post is None:
        return None
    _remember(tx, post, bulletin.values, held=bool(held))
    return post


def skip(tx: Transaction, announcement: Announcement, slots: tuple[str, ...], now: datetime) -> int:
    """Record slots that came and went while nobody was there; how many were not dealt with before."""
    places = [(slot, network) for slot in slots for network in announcement.networks]
    return sum(tx.slots.take(announcement.id, slot, network, "skipped", now) for slot, network in places)


def dealt_until(snapshot: Snapshot, announcement: Announcement, timezone: str) -> datetime | None:
    """Up to when the slots of this schedule were dealt with; None for a new schedule, or one that was changed."""
    kept = json.loads(snapshot.get_meta(_until_key(announcement)) or "{}")
    if kept.get("cron") != announcement.cron or kept.get("timezone") != timezone:
        return None
    return datetime.fromisoformat(kept["until"])


def deal_until(tx: Transaction, announcement: Announcement, timezone: str, now: datetime) -> None:
    """Every slot up to `now` has been dealt with."""
    kept = {"cron": announcement.cron, "timezone": timezone, "until": now.isoformat()}
    tx.set_meta(_until_key(announcement), json.dumps(kept))


def keep_day(tx: Transaction, day: date) -> None:
    """Write the tallies into the history of that day."""
    tx.tallies.keep_day(day.isoformat())


def _until_key(announcement: Announcement) -> str:
    return f"dealt-until:{announcement.id}"


def _published(tx: Transaction) -> Mapping[str, int]:
    """The values published last; held ones count as soon as the admin has let their Post go."""
    kept: dict[str, Any] = json.loads(tx.get_meta(SHOWN) or "{}")
    for post_id, values in reversed(kept.get("waiting", [])):
        post = tx.outbox.get(post_id)
        if post and post.state not in (State.HELD, State.WITHDRAWN):
            return dict(values)
    return dict(kept.get("published", {}))


def _remember(tx: Transaction, post: int, values: Mapping[str, int], *, held: bool) -> None:
    kept: dict[str, Any] = json.loads(tx.get_meta(SHOWN) or "{}")
    if held:
        kept["waiting"] = [*kept.get("waiting", []), [post, dict(values)]][-WAITING_KEPT:]
    else:
        kept = {"published": dict(values)}
    tx.set_meta(SHOWN, json.dumps(kept))
