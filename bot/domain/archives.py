"""What somebody's X archive says of them, and whether the registry may take it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.accounts import Account, Platform
from bot.domain.people import ARCHIVE, CODE_OR_ADMIN, Link, Person
from bot.domain.registry import Blind
from bot.errors import InputError

SOURCE = "archive"
"""Of the lists an archive brings, and of the Link its account.js proves."""


FOLLOWS, FOLLOWERS = 0, 1
"""The direction of a list, as `ports.Graph` has it."""

Change = tuple[int, int]
"""How many X numbers a list gets and loses."""


class XList(Protocol):
    """One list of an archive."""

    @property
    def ids(self) -> array[int] | Blind:
        """X numbers, each once, sorted; or what has been made of them."""

    @property
    def count(self) -> int:
        """How many."""

    @property
    def sha256(self) -> str:
        """Of the numbers in decimal, sorted, joined by newlines."""


class Archive(Protocol):
    """An archive that was read, see `bot.archives.x_archive`."""

    @property
    def owner(self) -> int | None:
        """The X number of whoever asked X for it; None if it does not say."""

    @property
    def username(self) -> str:
        """Their handle on X then, "" if unknown."""

    @property
    def date(self) -> datetime | None:
        """When X made it."""

    @property
    def partial(self) -> bool:
        """Whether something of it is known to be missing."""

    @property
    def following(self) -> XList | None:
        """Whom they followed; None if the archive does not say, which is not nobody."""

    @property
    def followers(self) -> XList | None:
        """Who followed them, likewise."""

    @property
    def words(self) -> str:
        """What its owner said of themselves on X: description and website; "" if unknown."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What was odd and accepted, one line each."""


@dataclass(frozen=True, slots=True)
class BlindList:
    """A list whose X numbers are pseudonyms already."""

    ids: Blind
    count: int
    sha256: str


@dataclass(frozen=True, slots=True)
class BlindArchive:
    """An archive with such lists."""

    owner: int | None
    username: str
    date: datetime | None
    partial: bool
    following: BlindList | None
    followers: BlindList | None
    notes: tuple[str, ...]
    words: str = ""


def blinded(archive: Archive, blind: Callable[[array[int] | Blind], Blind]) -> BlindArchive:
    """The archive with what `blind` makes of its numbers in their place."""

    def one(found: XList | None) -> BlindList | None:
        return BlindList(blind(found.ids), found.count, found.sha256) if found else None

    return BlindArchive(
        archive.owner, archive.username, archive.date, archive.partial,
        one(archive.following), one(archive.followers), archive.notes, archive.words,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Order:
    """For whom an archive is imported, and what is agreed to."""

    account: Account
    partial: bool = False  # take what a partial archive holds as additions
    older: bool = False  # than the one we have
    owner_unchecked: bool = False  # it does not say whose it is; the Person's own, on somebody's word
    names: Mapping[int, str] = field(default_factory=dict)  # X handles its owner mentions, and agreed to give


@dataclass(frozen=True, slots=True)
class Facts:
    """What the registry knows before an archive comes in."""

    person: Person | None  # who has the Account it is imported for
    owner: Person | None  # who has the X number the archive names
    known: datetime | None  # the date of the newest archive of that Person


@dataclass(frozen=True, slots=True)
class ListReport:
    """What became of one list: how many different X numbers it has, their sha256, and the difference it makes."""

    count: int
    sha256: str
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class Report:
    """What became of an archive, or would become of it."""

    owner: int | None
    date: datetime | None
    partial: bool
    following: ListReport | None
    followers: ListReport | None
    notes: tuple[str, ...]


class Why(StrEnum):
    """Why an archive is not taken."""

    NO_LISTS = "no-lists"
    PARTIAL = "partial"
    NO_OWNER = "no-owner"
    NO_LINK = "no-link"
    NOT_THEIRS = "not-theirs"
    OTHER_PERSON = "other-person"
    STRONGER = "stronger"
    OLDER = "older"
    ERASED = "erased"


_WORDS = {
    Why.NO_LISTS: "the archive holds neither a list of who is followed nor of followers: there is nothing to import",
    Why.PARTIAL: "the archive is partial: ask X for it again, or take what it holds as additions only with --partial",
    Why.NO_OWNER: "the archive does not say whose it is (no account.js): for somebody who has a proven link already, "
    "--owner-unchecked takes it on your word",
    Why.NO_LINK: "the archive does not say whose it is, and this account has no proven link to an X id: nothing tells "
    "whose lists these are",
    Why.NOT_THEIRS: "the archive belongs to another X account than the one given",
    Why.OTHER_PERSON: "the archive belongs to another X id than the one this account is linked to",
    Why.STRONGER: "the X id of the archive is linked to another account by a stronger proof: if both are theirs, they "
    "prove this one by a code (`prove`), or you say so with `quittex registry link x:NUMBER ACCOUNT`, first",
    Why.OLDER: "the archive is older than the one we have: take it all the same with --older",
    Why.ERASED: "somebody it is about asked to be forgotten: they come back by their own word, telling the bot who "
    "they were on X from the account they had, or by yours: `quittex registry link`; then import it again",
}


class NotTakenError(InputError):
    """An archive that cannot be taken as it is; the message is one line, and names nobody."""

    def __init__(self, why: Why) -> None:
        self.why = why
        super().__init__(_WORDS[why])


def objection(archive: Archive, order: Order, facts: Facts) -> Why | None:
    """Why the registry, as it is, cannot take an archive; None if it can."""
    return next(_objections(archive, order, facts), None)


def _objections(archive: Archive, order: Order, facts: Facts) -> Iterator[Why]:
    if archive.following is None and archive.followers is None:
        yield Why.NO_LISTS
    if archive.owner is None:
        yield from _ownerless(order, facts)
    else:
        whose = _for_x if order.account.platform is Platform.X else _for_account
        yield from whose(archive, archive.owner, order, facts)
    if archive.partial and not order.partial:
        yield Why.PARTIAL
    if archive.date and facts.known and archive.date < facts.known and not order.older:
        yield Why.OLDER


def _ownerless(order: Order, facts: Facts) -> Iterator[Why]:
    if not order.owner_unchecked:
        yield Why.NO_OWNER
    if facts.person is None or facts.person.x_id is None or not facts.person.links:
        yield Why.NO_LINK


def _for_x(archive: Archive, owner: int, order: Order, facts: Facts) -> Iterator[Why]:
    """An X account must be the owner's: by number, or by a handle that the registry or the archive gives them."""
    account = order.account
    if account.id:
        theirs = int(account.id) == owner
    elif facts.person is not None and facts.person.x_id is not None:
        theirs = facts.person.x_id == owner
    else:
        theirs = account.handle == archive.username
    if not theirs:
        yield Why.NOT_THEIRS


def _for_account(_: Archive, owner: int, order: Order, facts: Facts) -> Iterator[Why]:
    """An account of somebody else stays theirs; a stronger proof of another account of the owner outweighs ours."""
    if facts.person is not None:
        number = facts.person.x_id
        if number not in (None, owner) or (number is None and facts.owner is not None):
            yield Why.OTHER_PERSON
    elif facts.owner is not None and any(_outweighs(link, order.account) for link in facts.owner.links):
        yield Why.STRONGER


def _outweighs(link: Link, account: Account) -> bool:
    """On another network only what no archive proves does: the same person may bring theirs to both."""
    return link.level >= CODE_OR_ADMIN or (link.level > ARCHIVE and link.account.platform is account.platform)


def known_as(archive: Archive, known: Person | None) -> str:
    """The X handle that the archive gives somebody who has none yet, "" if there is nothing to add."""
    return "" if known and known.vouched_handle else archive.username


def dated(archive: Archive, known: datetime | None) -> datetime | None:
    """The date of a list after this archive: additions make it no older, an archive without a date changes none."""
    if archive.date is None:
        return known
    return max(archive.date, known) if archive.partial and known else archive.date


def reported(archive: Archive, change: Callable[[int, XList], Change]) -> Report:
    """The Report on an archive; `change` is asked for each list it has, with its direction."""

    def one(direction: int, found: XList | None) -> ListReport | None:
        return ListReport(found.count, found.sha256, *change(direction, found)) if found else None

    following, followers = one(FOLLOWS, archive.following), one(FOLLOWERS, archive.followers)
    return Report(archive.owner, archive.date, archive.partial, following, followers, archive.notes)


def without_registry(archive: Archive, order: Order) -> Report:
    """What an archive would do where nobody is known yet. NotTakenError."""
    why = objection(archive, order, Facts(None, None, None))
    if why:
        raise NotTakenError(why)
    report = reported(archive, lambda _, found: (found.count, 0))
    return with_names(report, order, int(names_owner(archive, order, None)))


def names_owner(archive: Archive, order: Order, known: Person | None) -> bool:
    """Whether it is what the owner wrote that gives them their own X handle, as neither registry nor archive does."""
    return archive.owner in order.names and not (archive.username or (known and known.x_handle))


def with_names(report: Report, order: Order, named: int) -> Report:
    """The Report, where names were asked for, with how many registered people got theirs."""
    if not order.names:
        return report
    note = f"{named} registered people without an X handle got theirs from its tweets"
    return replace(report, notes=(*report.notes, note))
