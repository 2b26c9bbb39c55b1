"""The work: what was seen, what is owed, what was counted and announced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from bot.domain.outbox import Priority

if TYPE_CHECKING:
    from bot.domain.accounts import Platform
    from bot.domain.consent import Told
    from bot.domain.encounters import Encounter, Gap
    from bot.domain.outbox import Draft, Post, State


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """An outbox row as people see it."""

    id: int
    key: str
    network: str
    kind: str
    state: State
    trigger: str
    created_at: datetime
    sent_at: datetime | None
    receipt: str | None
    reason: str | None


class Inbox(Protocol):
    """What was seen, once each."""

    def add(self, encounter: Encounter, now: datetime) -> bool:
        """Record it; False if (network, uri) is already there."""

    def is_taken(self, names: Iterable[str]) -> bool:
        """Whether a post known by one of these addresses, on any network, was dealt with."""

    def take(self, names: Iterable[str], now: datetime) -> None:
        """A post known by these addresses is dealt with, wherever it is seen again."""

    def settle(self, network: str, uri: str, outcome: str) -> None:
        """Keep what became of it: "answered", or the reason of the silence."""

    def languages(self, account: str) -> tuple[str, ...]:
        """Those of the latest Encounter of this Account (its stable id) that is remembered."""

    def kind_of(self, network: str, uri: str) -> str:
        """The kind of an Encounter that was seen; "" if none of this address was."""

    def outcomes(self, network: str) -> dict[str, int]:
        """How many Encounters ended how; "answered", or why not; all faults are one entry, "fault"."""

    def cursors(self, network: str) -> dict[str, str]:
        """source -> Cursor."""

    def move_cursor(self, network: str, source: str, value: str) -> None:
        """Committed with the work it covers."""

    def first_start(self, network: str, now: datetime) -> datetime:
        """When this network was first listened to; `now` is kept if this is the first time."""

    def add_gap(self, gap: Gap, now: datetime) -> None:
        """Record a Gap; one with the same network, source and reason that touches it is widened."""

    def gaps(self, network: str | None = None) -> list[Gap]:
        """Newest first."""

    def drop_before(self, moment: datetime) -> int:
        """Forget the readable parts of older rows (the URI stays, so seeing twice stays free); rows touched."""


class Outbox(Protocol):
    """The Posts we owe."""

    def add(
        self,
        draft: Draft,
        record: Mapping[str, Any],
        *,
        network: str,
        kind: str,
        state: State,
        thread: str,
        counts: bool,
        reason: str | None = None,
        priority: Priority = Priority.ANSWER,
    ) -> int | None:
        """Enqueue; None if the key is already there (in any state: it was owed once)."""

    def next_ready(
        self, network: str, now: datetime, up_to: Priority = Priority.DIGEST, favoured: Priority | None = None
    ) -> Post | None:
        """The first Post to send now, by priority, then age: `ready` and due, or `unknown` and due for its look.

        After what cannot wait (up to NOTICE) the oldest of the `favoured` priority comes first, if there is one.
        """

    def next_due(self, network: str, up_to: Priority = Priority.DIGEST) -> datetime | None:
        """When the next Post that only waits for time falls due."""

    def mark_sending(self, post_id: int, now: datetime) -> bool:
        """ready/unknown -> sending; False if it is in another state by now."""

    def settle(
        self,
        post_id: int,
        state: State,
        now: datetime,
        *,
        receipt: str | None = None,
        reason: str | None = None,
        not_before: datetime | None = None,
    ) -> bool:
        """Keep an outcome; False if the move is not allowed from its present state (a withdrawn Post stays so)."""

    def keep_ticket(self, post_id: int, ticket: Mapping[str, Any]) -> None:
        """Keep what `prepare` gave."""

    def recover(self, network: str, now: datetime, *, restored: bool, wait: float) -> int:
        """At start: `sending` -> `unknown`; with `restored` every unsent Post. A look is due `wait` s after a try."""

    def get(self, post_id: int) -> Post | None:
        """One Post, whole."""

    def rows(self, *, network: str | None = None, state: State | None = None, limit: int = 100) -> list[OutboxRow]:
        """Newest first."""

    def retry(self, post_id: int, now: datetime) -> bool:
        """refused/held/withdrawn -> ready by the admin (a Post that was ever tried -> unknown: looked for first)."""

    def withdraw(self, post_id: int, now: datetime, reason: str = "withdrawn by the admin") -> bool:
        """ready/held/unknown -> withdrawn, as only the admin may, or for a `reason` that is as good."""

    def receipts(self, network: str, recipient_id: str, limit: int = 50) -> frozenset[str]:
        """Receipts of the latest sent Posts to one recipient."""

    def sent_since(self, network: str, moment: datetime) -> list[datetime]:
        """When Posts were tried since then, for the budget."""

    def answers(self, platform: Platform, recipient_id: str, since: datetime, *, kind: str | None = None) -> int:
        """Posts that count towards the limits, made for one Account since then, whatever their state but withdrawn."""

    def tried(self, network: str, since: datetime) -> int:
        """How many Posts of this network, Priority.RIGHTS excepted, were tried since then."""

    def ahead(self, network: str, priority: Priority) -> int:
        """How many Posts of this priority, or before it, wait to be sent."""

    def notices(self, network: str, since: datetime) -> int:
        """How many were told since then, on this network, how long their answer takes."""

    def is_owed(self, recipient_id: str, trigger: str, besides: int) -> bool:
        """Whether somebody is still owed another Post than this one for the same Encounter."""

    def latest_network(self, recipients: Sequence[str]) -> str | None:
        """Where the latest answer that was sent to one of these recipients went."""

    def answers_in_thread(self, network: str, thread: str) -> int:
        """The same for one thread."""

    def counts(self) -> dict[tuple[str, State], int]:
        """Posts per network and state."""


class Tallies(Protocol):
    """Counts, exact, changed in the transaction of what they count."""

    def now(self) -> dict[str, int]:
        """people, voices, edges, matches, reunited, arrivals, accounts:bluesky, accounts:mastodon..."""

    def history(self, name: str, days: int, today: str) -> list[tuple[str, int]]:
        """(YYYY-MM-DD, value at the end of that day), oldest first, `days` of them."""

    def keep_day(self, day: str) -> None:
        """Write today's values into the history (again is the same)."""

    def recount(self) -> dict[str, int]:
        """Every Tally counted from scratch: what `now` must give."""


class Digests(Protocol):
    """Who wants to hear of arrivals, and what they heard."""

    def agreed(self, often: Told, after: int, limit: int) -> list[tuple[int, datetime]]:
        """The next Persons, by number, who want to be told so often, and when they said so."""

    def highest(self) -> int:
        """The highest number of a Person."""

    def past(self, person: int) -> tuple[Post | None, datetime | None]:
        """The latest digest owed to them, and when the latest that was sent was sent."""

    def keep(self, person: int, post: int) -> None:
        """This Post is now the latest digest owed to them."""

    def waiting(self, network: str) -> int:
        """How many digests wait to be sent there."""

    def restored(self) -> datetime | None:
        """When an older database was last put back."""


class Slots(Protocol):
    """Which slots of which announcement have been dealt with."""

    def take(self, announcement: str, slot: str, network: str, outcome: str, now: datetime) -> bool:
        """Record (announcement, local slot, network); False if it was there."""

    def taken(self, announcement: str, network: str) -> list[tuple[str, str]]:
        """(slot, outcome), newest first."""
