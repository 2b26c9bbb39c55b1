"""The world outside: networks, the catalogues and the clock."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from bot.domain.outbox import Priority

if TYPE_CHECKING:
    from bot.domain.accounts import Account, Platform
    from bot.domain.encounters import Batch
    from bot.domain.lives import Life
    from bot.domain.outbox import Draft, Post
    from bot.domain.portraits import Portrait
    from bot.domain.text import Limits
    from bot.ports.reconnecting import Relations


class Clock(Protocol):
    """Time as a part that can be replaced."""

    def now(self) -> datetime:
        """The wall clock, in UTC with its zone."""


class Words(Protocol):
    """The catalogues."""

    languages: tuple[str, ...]

    def say(self, message: str, language: str, values: Mapping[str, str | int]) -> str:
        """One message of the catalogue; a language without it falls back to the first. KeyError if none has it."""

    def moment(self, local: datetime, language: str) -> str:
        """A local date and time of day in words, always the same for the same minute."""

    def day(self, local: datetime, language: str) -> str:
        """A local date in short words, for charts and their alt texts."""

    def weekday(self, local: datetime, language: str) -> str:
        """Its day of the week in words."""


class Gate(StrEnum):
    """What the network says of a Post's trigger when we are about to send."""

    OPEN = "open"
    ABSENT = "absent"  # not shown to us now: deleted, blocked, or the network lags behind its own stream
    CLOSED = "closed"  # blocked, muted, gated or gone for good: silence


@dataclass(frozen=True, slots=True)
class Identity:
    """Who we are on a network, as the network says after login, for `check` and `status`."""

    account: Account
    labelled_bot: bool
    rights: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()  # what an admin should know: locked account, filtered private mentions...
    private_messages: bool = True  # whether we may read and answer them


class Lists(Protocol):
    """The campaign's public list on a network, kept by our own account. Plain calls are pure; after `open` only."""

    def place(self, account: str) -> str:
        """The key of the entry of this Account (its stable id); always the same."""

    def head(self, name: str, description: str, created_at: datetime) -> Mapping[str, Any]:
        """The frozen record of the list itself."""

    def entry(self, account: str, created_at: datetime) -> Mapping[str, Any]:
        """The frozen record that puts an Account on the list; sent again it changes nothing."""

    def removal(self, place: str) -> Mapping[str, Any]:
        """The frozen record that takes the entry of this key off; sent again it changes nothing."""

    def address(self) -> str:
        """The list's page, for people."""

    async def places(self) -> frozenset[str]:
        """The keys of all entries, as the network holds them now. Refused, NotSent or Stopped."""


class Network(Protocol):
    """One place where we speak. The plain calls are pure or local; the `async` ones may reach out over the network.

    Faults of `open`, `prepare`, `gate`, `send` and `find` are Refused, NotSent, Unknown or Stopped, never an
    SDK's own. `encounters` reconnects by itself and raises Stopped only.
    """

    name: str
    platform: Platform
    settle_seconds: float  # a lost request may still land this long after the last try (timeout included)

    @property
    def lists(self) -> Lists | None:
        """The campaign's public list; None where there are no such lists."""

    @property
    def relations(self) -> Relations | None:
        """Who follows whom among other people; None where that cannot be asked at a fair price."""

    async def open(self) -> Identity:
        """Log in or resume the session; read the server's limits. Stopped if refused, NotSent if unreachable."""

    def limits_for(self, recipient: str) -> Limits:
        """How much one post to this handle may hold ("" for nobody); the server's own figures after `open`."""

    def encounters(self, since: Mapping[str, str]) -> AsyncGenerator[Batch, None]:
        """Everything that may call for an act since the committed Cursors (source -> cursor), for ever.

        Seeing a thing twice is allowed; missing one without a Gap is not. An empty `since` is a first start:
        what lies before it comes in Batches marked `seen`.
        """

    def compose(self, draft: Draft) -> Mapping[str, Any]:
        """The frozen record of a Draft: pure, and the same for the same Draft. JSON."""

    def private_to(self, account: Account) -> Mapping[str, Any]:
        """What `compose` needs as `Draft.reply` to write to an Account in private, out of the blue."""

    def must_look(self, post: Post) -> bool:
        """Whether a key does not bind this Post, so that even its first send is preceded by `find`."""

    def pace(self, post: Post, now: datetime) -> float:
        """Seconds to wait until our own budget allows this Post; 0.0 to go ahead. Digests leave room for answers."""

    def digests_per_hour(self) -> float:
        """How many digests our own budget allows in the long run; inf where none counts."""

    def answers_per_hour(self) -> float:
        """How many answers our own budget allows in the long run; inf where none counts."""

    def expected_wait(self, answers: int, now: datetime, priority: Priority = Priority.KNOWN) -> float:
        """Seconds until the last of so many answers of this priority will have gone, as our own budget is now."""

    def used(self, now: datetime) -> float:
        """How much of our own budget is spent, 0 to 1, where several hold of the one that is fullest."""

    def spent(self, sent: Iterable[datetime]) -> None:
        """Tell the budget what was sent before this start."""

    async def gate(self, post: Post) -> Gate:
        """Whether this Post may still be sent: trigger there, nobody blocked, not gated."""

    async def prepare(self, post: Post) -> Mapping[str, Any]:
        """What must exist before the Post (an uploaded picture), kept as its ticket before `send`; {} if nothing."""

    async def send(self, post: Post) -> str:
        """Send with the Post's key; the receipt (AT URI, status id, message id). Refused, NotSent, Unknown, Stopped."""

    async def find(self, post: Post, taken: frozenset[str] = frozenset()) -> str | None:
        """The receipt of this Post if it was already published, else None. `taken` are receipts of other Posts."""

    def budgets(self) -> list[str]:
        """What the network allows, one line for people each: `5000 points an hour`."""

    async def label_as_bot(self) -> None:
        """Mark our account as automated and let people reach it; nothing else of it changes. Refused, Stopped..."""

    async def profile(self, handle: str) -> Account | None:
        """The Account behind a handle or id, or None when there is none."""

    @property
    def home(self) -> str:
        """The host whose numbers of Accounts (`Account.local_id`) can be asked for here; "" where ids are global."""

    async def life(self, account: Account) -> Life:
        """How an Account stands now, asked anew. GONE only if the network itself says that there is no such account.

        MOVED only if the new Account names this one back. Refused, NotSent or Stopped: nothing is known then.
        """

    async def portrait(self, account: Account) -> Portrait | None:
        """What an Account's public profile says now; None when there is none. Refused, NotSent or Stopped."""

    async def resolve(self, handles: Iterable[str]) -> Mapping[str, Account | None]:
        """The Accounts behind many handles, None where there is none; {} where that would mean asking other servers."""

    async def close(self) -> None:
        """Let go of connections; nothing is lost by calling it at any time."""
