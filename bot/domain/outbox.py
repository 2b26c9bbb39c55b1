"""The Posts we owe: their states, their keys, and what an outcome does to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.domain.encounters import Visibility
    from bot.domain.text import Text


class State(StrEnum):
    """`ready -> sending -> sent`, or one of the ends."""

    READY = "ready"
    SENDING = "sending"  # committed before the call: a crash from here on leaves the outcome unknown
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    HELD = "held"  # waits for the admin (rehearsal, an implausible counter)
    WITHDRAWN = "withdrawn"  # we decided not to send it after all


class Priority(IntEnum):
    """Who goes first when not everything can go at once."""

    RIGHTS = 0  # what erases, or acknowledges a wish for silence; nothing ever holds it back
    PROOF = 1  # somebody is proving who they are
    NOTICE = 2  # how long an answer takes, and what the admin must know
    KNOWN = 3  # answers to registered people, so that no crowd of new accounts makes them wait
    NEWCOMER = 4  # the first answer to somebody
    ANSWER = 5  # to somebody who is not registered and had an answer before
    ANNOUNCEMENT = 6
    DIGEST = 7  # nobody waits for it; never at night, and never with the last of the budget
    LISTING = 8  # the same


TURNS: Mapping[int, Priority] = {3: Priority.NEWCOMER, 6: Priority.ANSWER, 9: Priority.ANNOUNCEMENT}
"""Every tenth Post is one of these if any waits, so that whoever comes last in a crowd still gets a tenth of it all."""


def favoured(turn: int) -> Priority | None:
    """Who goes first at this turn (the number of Posts sent so far), after what cannot wait; None: in their order.

    An age alone would not do: a crowd that waits for an hour would then go before everybody known.

    >>> [favoured(turn) for turn in (0, 3, 19)]
    [None, <Priority.NEWCOMER: 4>, <Priority.ANNOUNCEMENT: 6>]
    """
    return TURNS.get(turn % 10)


DELETION = "deletion"
"""The kind of a Post that takes one of ours back. One that finds nothing to delete is sent."""

DELETES = "deletes"
"""The one word of its record, in the same form on every network: the receipt of what goes."""

REHEARSAL = "rehearsal"
"""The reason of a Post that is held because its network only rehearses."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A Post before the network has given it its form; `compose` of the network freezes it into a record.

    `mark` is the part of the words by which the post is recognised among our own when it has no trigger to be
    found by (an announcement's headline); empty for answers.
    `recipient` is the handle to address where the network needs it in the words (Mastodon), else empty.
    """

    key: str
    text: Text
    language: str
    visibility: Visibility
    created_at: datetime
    trigger: str  # URI of the Encounter, or the natural key of an Announcement
    recipient: str = ""
    recipient_id: str = ""
    reply: Mapping[str, Any] = field(default_factory=dict)
    mark: str = ""
    image: bytes | None = None
    alt: str = ""
    image_size: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Post:
    """One row of the outbox. `record` is frozen JSON in the network's own form; `ticket` what `prepare` gave."""

    id: int
    key: str
    network: str
    kind: str
    state: State
    trigger: str
    record: Mapping[str, Any]
    created_at: datetime
    recipient_id: str = ""
    thread: str = ""
    attempts: int = 0
    first_try: datetime | None = None
    last_try: datetime | None = None
    not_before: datetime | None = None
    sent_at: datetime | None = None
    receipt: str | None = None
    reason: str | None = None
    ticket: Mapping[str, Any] = field(default_factory=dict)
    image: bytes | None = None
    priority: Priority = Priority.ANSWER


def derive_key(trigger: str, kind: str) -> str:
    """The key of the Post that `trigger` (a URI or natural key) earns for `kind`; always the same one.

    Derived, never random: after restoring an old backup nothing doubles (2,448 duplicates of 32,760 with
    random keys, 0 with derived ones, in simulated restores).
    """
    import hashlib  # here: it loads a library of 5 MB that `status` does without

    return hashlib.sha256(f"{kind}\n{trigger}".encode()).hexdigest()[:32]


ERASED = "somebody it was for, or about, was erased"
"""The reason of a Post that has no words any more: it can never be sent."""

TAKEN_BACK = "taken back"
"""The reason of a Post that somebody who may say so wanted deleted before it was known to be there."""

SENT_BY_ADMIN = "to be sent after all, says the admin"
"""The reason of a Post that was retried by hand: it is never too late for it."""

ABSENT_FOR = timedelta(seconds=30)
"""How long a trigger the network does not show is asked for again: the AppView lags the stream by less."""

FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=1), timedelta(minutes=5)


def try_again_after(attempts: int, wait: float) -> timedelta:
    """How long a Post certainly not sent rests: doubling from 1 s to 5 min, never less than told (`wait` s)."""
    backoff = FIRST_WAIT * (1 << min(max(attempts - 1, 0), 11))
    return max(min(backoff, LONGEST_WAIT), timedelta(seconds=max(wait, 0.0)))


def absent_again_after(age: timedelta) -> timedelta:
    """How long until an absent trigger is asked for again, given the Post's age: 0.25 s at first, then doubling."""
    return max(timedelta(seconds=0.25), min(age, timedelta(seconds=8)))


def ask_again_after(age: timedelta, wait: float) -> timedelta:
    """How long a Post rests of which a question could not be asked, given its age: as long again, 1 s to 5 min.

    Tries do not count here, there were none; never less than told (`wait` s).
    """
    return max(min(max(age, FIRST_WAIT), LONGEST_WAIT), timedelta(seconds=max(wait, 0.0)))


_MOVES: Mapping[State, frozenset[State]] = {
    # Postponed; or found to be there already, where a key does not bind and every send is preceded by a look.
    State.READY: frozenset(State) - {State.UNKNOWN},
    State.SENDING: frozenset({State.SENT, State.REFUSED, State.READY, State.UNKNOWN, State.WITHDRAWN}),
    # A look postponed, or its result: there, or not there and no try still under way.
    State.UNKNOWN: frozenset(State) - {State.HELD},
    # Withdrawn while its call or its look was under way, and it is out there: the row tells the truth.
    State.WITHDRAWN: frozenset({State.SENT}),
}
_MOVES_BY_ADMIN: Mapping[State, frozenset[State]] = {
    State.READY: frozenset({State.WITHDRAWN}),
    State.UNKNOWN: frozenset({State.WITHDRAWN}),
    State.HELD: frozenset({State.READY, State.UNKNOWN, State.WITHDRAWN}),
    State.REFUSED: frozenset({State.READY, State.UNKNOWN}),
    State.WITHDRAWN: frozenset({State.READY, State.UNKNOWN}),
}


def tells(before: State | None, after: State) -> bool | None:
    """Whether the recipient knows, or will, what a Post says that went from one state to the other; None: as before.

    Refused, it tells nothing, held nothing yet; nor withdrawn, unless it may have been out there already.

    >>> tells(State.READY, State.REFUSED), tells(State.UNKNOWN, State.WITHDRAWN), tells(State.REFUSED, State.READY)
    (False, None, True)
    """
    if after in (State.REFUSED, State.HELD) or (after is State.WITHDRAWN and before is not State.UNKNOWN):
        return False
    return True if before in (State.REFUSED, State.HELD, State.WITHDRAWN) else None


def allowed(present: State, wanted: State, *, by_admin: bool = False) -> bool:
    """Whether a Post may go from one state to the other; the only table of it.

    Nothing leaves `sent`; what is refused or held moves by the admin only, and so does what is withdrawn, unless it
    turns out to have been sent.

    >>> allowed(State.WITHDRAWN, State.READY)
    False
    """
    return wanted in (_MOVES_BY_ADMIN if by_admin else _MOVES).get(present, frozenset())
