"""The registry: people, who follows whom on X, and how both come in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from bot.ports.asking import Asking
from bot.ports.protecting import Protecting, Proving

if TYPE_CHECKING:
    from bot.domain.accounts import Account, Platform
    from bot.domain.matching import Match, Matches
    from bot.domain.people import Act, Claim, Person, Said
    from bot.domain.registry import Blind, Import, KeptList, ListChange, ListsRow, PersonRow, Staged


class People(Asking, Protecting, Proving, Protocol):
    """The registry."""

    def by_account(self, account: Account, minimum: int) -> Person | None:
        """The Person who has a Link at level >= `minimum` for this Account.

        Looks by stable id, then by profile URL, then by (handle) among rows still without a stable id; such a row
        is completed with what `account` carries, unless its local id says it is somebody else.
        """

    def by_x(self, x_id: int) -> Person | None:
        """The Person with this X number."""

    def find(self, account: Account) -> Person | None:
        """The Person of an Account given by an admin, whatever the level; ids or handles, x included."""

    def get(self, person: int) -> Person | None:
        """One Person, whole."""

    def page(self, after: int, limit: int) -> list[Person]:
        """The next Persons, whole, by number; 0 is before the first."""

    def register(
        self, x_id: int | None, x_handle: str, language: str, now: datetime, batch: int | None = None
    ) -> Person:
        """The Person with this X number, made if there is none; without one always a new Person.

        A known Person's handle and language become those given, unless empty. `batch` is kept with a new Person only.
        """

    def nameless_x(self, x_ids: Iterable[int]) -> list[int]:
        """Those of these X numbers which somebody has whose X handle is not known."""

    def name_x(self, handles: Mapping[int, str]) -> int:
        """Give X handles, by X number, to those registered who have none; how many got one.

        They are `x_heard`, until somebody who can know says what the handle is.
        """

    def set_x(self, person: int, x_id: int | None, x_handle: str) -> bool:
        """Give a Person an X number or take it away; False if another Person has it."""

    def link(
        self, person: int, account: Account, level: int, source: str, now: datetime, batch: int | None = None
    ) -> bool:
        """Make an Account theirs, with its proof; the Account may still lack its stable id.

        A Link of the same Person keeps the higher level. False, and nothing happens, if the Account is linked to
        another Person at this level or higher; a stronger proof takes it over.
        """

    def unlink(self, account: Account) -> int | None:
        """Undo a Link, the Account given as an admin does; whose it was, None if nobody's."""

    def hold(self, account: Account, reason: str, now: datetime) -> bool:
        """Keep an Account's Link, present or to come, from being believed, matched, told or counted; False if this
        reason holds it already. Nothing of the Link is lost: without any reason left it stands as before."""

    def release(self, account: Account, reason: str) -> bool:
        """Take back one reason; False if it did not hold."""

    def holds(self, account: Account) -> list[str]:
        """Why an Account is held, the oldest reason first."""

    def set_consent(
        self, person: int, purpose: str, value: str, now: datetime, batch: int | None = None, source: str = ""
    ) -> str | None:
        """Keep what a Person allows for found, told, named (yes, no) or counted (yes, no); what it was before.

        `source` is who says so in their place, "" for themselves.
        """

    def consents(self, person: int) -> Mapping[str, Said]:
        """What was said for them, purpose by purpose; what is not there is at its default."""

    def withdraw_consent(self, person: int, purpose: str) -> None:
        """Back to the default of somebody who never said anything."""

    def remove(self, person: int) -> None:
        """Take a Person out of the registry, with Links, consents and lists; their Accounts' silence stays."""

    def claim(self, account: Account, x_handle: str, source: str, now: datetime, *, flag: str = "") -> Claim:
        """Put down a Claim; the same again is the same Claim, another handle replaces one without a proof."""

    def contend(self, account: Account, x_handle: str, x_id: int, level: int, method: str, now: datetime) -> Claim:
        """The open Claim of an Account to an X number, with this proof at least; put down if there is none."""

    def waiting_claim(self, account: Account) -> Claim | None:
        """The latest Claim of an Account that nobody has decided about."""

    def claim_by_handle(self, platform: Platform, handle: str) -> Claim | None:
        """The latest undecided Claim of whoever has this handle now."""

    def get_claim(self, claim_id: int) -> Claim | None:
        """One Claim, in any state."""

    def claims(self, state: str | None = None, limit: int = 100) -> list[Claim]:
        """Claims, newest first; of one state, of those undecided ("open"), or all."""

    def claims_on(self, x_handle: str) -> list[Claim]:
        """Undecided Claims to this X handle, newest first."""

    def claims_to(self, x_id: int) -> list[Claim]:
        """Undecided Claims to this X number, newest first."""

    def disputed(self, dispute: int) -> list[Claim]:
        """The frozen Claims of a dispute."""

    def was_upheld(self, account: Account, x_id: int, by: str) -> bool:
        """Whether a dispute about this X number was decided by them for this Account."""

    def settle_claim(self, claim_id: int, state: str, now: datetime, *, by: str = "", reason: str = "") -> bool:
        """To accepted or rejected, by whom and why; False if it is decided or not there."""

    def change_claim(
        self,
        claim_id: int,
        state: str,
        now: datetime,
        *,
        by: str,
        reason: str = "",
        level: int | None = None,
        method: str | None = None,
        dispute: int | None = None,
        x_id: int | None = None,
        flag: str | None = None,
    ) -> Claim:
        """To another state, with what is new of it; kept in its audit."""

    def audit(self, claim_id: int) -> list[Act]:
        """What was done about a Claim, oldest first."""

    def silence(self, account: Account, silent: bool, at: datetime) -> None:
        """Keep or lift the author's wish for silence, said `at` that moment; for all believed Accounts of their Person.

        After a downtime an older word may be seen later: it ends no silence asked for after it.
        """

    def is_silent(self, account: Account) -> bool:
        """Whether this Account or, where it is believed, another believed one of the same Person asked for silence."""

    def handle_of(self, account: Account) -> str:
        """The handle by which this Account (its stable id) is remembered, "" if it is not."""

    def arrive(self, account: Account, network: str, how: str, now: datetime) -> bool:
        """Record an Arrival, once per Account; False if it was there."""

    def has_arrived(self, account: Account) -> bool:
        """Whether its Arrival is recorded."""

    def voice(self, account: Account, now: datetime) -> bool:
        """Count an Account that uses the tag, once; False if it was there."""

    def unresolved_handles(self, platform: Platform, limit: int) -> list[str]:
        """Handles of Links still without a stable id, then stable ids of those without a handle.

        Those not found in the last day are left out.
        """

    def resolve(self, platform: Platform, handle: str, account: Account | None, now: datetime) -> None:
        """Complete the Account behind a handle or stable id, or note that it could not be found (asked again later)."""


class Graph(Protocol):
    """Who follows whom on X, by keyed pseudonyms."""

    def matches(
        self,
        person: int,
        platform: Platform,
        minimum: int,
        *,
        limit: int | None = None,
        new_only: bool = False,
        named_only: bool = False,
        followed_only: bool = False,
    ) -> Matches:
        """Who of this Person's X network is here with a Link at level >= `minimum` and may be told to them.

        The numbers are exact, whatever their size; `ranked` holds the first `limit` (None: all) for an asker on
        `platform`, with `named_only` the first of those who may be named in public. `followed_only` leaves out who
        only followed them. With `new_only` only what they were never told of is there: a person on a platform, so
        that Accounts on a platform they were told of are left out of a Match, and whoever has no other is no Match.
        """

    def tell(self, person: int, post: int | None, minimum: int, now: datetime, *, followed_only: bool = False) -> None:
        """They are being told, by this Post of the outbox, of everybody `matches` would give them at this moment.

        Not while the Post is held; until it is refused, or withdrawn before it can have been sent. What it told is new
        again then. A Post tells once.
        """

    def list_names(self, person: int, post: int, listed: Iterable[Match], *, public: bool) -> None:
        """This Post lists these people to them by name; `public`: for all to read."""

    def names_stand(self, post: int, minimum: int) -> bool:
        """Whether everybody this Post lists by name may still be: they may be told, by that Account, and be named.

        Nor, since an answer was made, has anybody hidden from its recipient who may be in its numbers.
        """

    def told_by_lists(self, person: int, others: Iterable[int]) -> Mapping[int, int]:
        """What lists tell of this Person and these others: bits of `matching.Tells`; who is in none is left out."""

    def listed_at(self, person: int) -> Mapping[int, datetime]:
        """Per direction, of when the newest list is that this Person brought: the archive's own date where known."""

    def replace_list(
        self,
        person: int,
        direction: int,
        source: str,
        x_ids: Iterable[int] | Blind,
        now: datetime,
        batch: int | None = None,
        *,
        made_at: datetime | None = None,
        only_add: bool = False,
        whole: bool = False,
    ) -> ListChange:
        """Keep whom a Person follows (direction 0) or who follows them (1) on X, in place of the list of that source.

        X ids are 0 <= id < 2**63, else InputError; an array of them is never turned into Python numbers. With
        `only_add` whom the list had before stays in it. `made_at` is the date of the archive itself. `whole` is for
        what must be there with the rest of this transaction or not at all, wherever a crash falls: see `committed`.
        """

    def blind(self, x_ids: Iterable[int] | Blind) -> Blind:
        """X ids as `replace_list` takes them later: what takes long is done, and they need not be held any more.

        InputError as there. It needs the key, as every Snapshot of a Store that writes has it.
        """

    def committed(self, at: datetime) -> bool:
        """The lists brought `whole` at that moment are committed: what was kept in case of a crash may go.

        That is done in short transactions; whether there is more to do.
        """

    def compare_list(
        self, person: int, direction: int, source: str, x_ids: Iterable[int] | Blind, *, only_add: bool = False
    ) -> ListChange:
        """What `replace_list` would answer; nothing is written. It needs the key, which few Snapshots have."""

    def list_of(self, person: int, direction: int, source: str) -> KeptList | None:
        """Of when the list of that source is; None if there is none."""

    def drop_list(self, person: int, direction: int, source: str) -> None:
        """Forget one list."""

    def drop_person(self, person: int) -> None:
        """Forget all lists a Person brought."""

    def expire(self, before: datetime, at_most: int) -> int:
        """Drop, from up to `at_most` lists brought before that moment, everybody who is not registered; how many lists.

        0 when every list of that age was looked through. Somebody who registers later is not found by those lists.
        """


class Imports(Protocol):
    """Registry files on their way in: staged whole, applied in short transactions, and undone.

    `staging -> applying -> done -> undoing -> undone`. What is staged is seen by nobody; `seal` is the point of no
    return: from there a killed Import is finished by whoever comes next.
    """

    def begin(self, source: str, now: datetime) -> int:
        """A new batch, `staging`."""

    def stage(self, batch: int, rows: Iterable[PersonRow | ListsRow]) -> None:
        """Keep rows, complete with their levels."""

    def seal(self, batch: int, bad: int) -> None:
        """`staging -> applying`; `bad` rows had been refused."""

    def throw_away(self, limit: int) -> bool:
        """Take out up to `limit` rows of batches still `staging`, and the empty batches; False when none is left."""

    def staged(self, limit: int) -> list[Staged]:
        """The next rows of sealed batches: people first. None: every sealed batch becomes `done`."""

    def settle(self, done: Sequence[Staged], left_out: Sequence[Staged]) -> None:
        """The turn of these rows is over; some of them were left out."""

    def make(self, staged: Staged, row: PersonRow, now: datetime) -> bool:
        """Make a Person nobody knows, with Accounts nobody has seen, at once; False, and nothing, if any is known."""

    def before_names(self, batch: int, person: Person, x_handle: str, language: str) -> None:
        """Remember a Person's handle and language as they are, before these take their place."""

    def before_link(self, batch: int, person: int, account: Account) -> None:
        """Remember a Link as it is, before it is taken away."""

    def consent(self, batch: int, person: int, purpose: str, value: str, now: datetime, *, assumed: bool) -> None:
        """Keep what a file says a Person allows; never in place of their own word, if `assumed` of no word at all."""

    def lists(self, staged: Sequence[tuple[Staged, int]], now: datetime) -> None:
        """Put the lists of staged rows in place of those of the same source and Person (the number)."""

    def undo(self, batch: int, enough: Callable[[], bool]) -> bool:
        """Take back what a batch did, what others changed since excepted, until `enough`; False when it is `undone`."""

    def get(self, batch: int) -> Import | None:
        """One Import."""

    def all(self, *states: str) -> list[Import]:
        """Imports in these states (none given: in any), newest first."""
