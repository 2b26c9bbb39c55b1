"""What an Import brings: people and their lists, row by row, and what makes a row bad."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.accounts import Account
from bot.domain.people import Link, Person
from bot.errors import InputError

PURPOSES: dict[str, tuple[str, ...]] = {
    "found": ("nobody", "followed", "network"),
    "told": ("never", "weekly", "daily", "at-once"),
    "named": ("no", "yes"),
    "counted": ("yes", "no"),
}
"""Each purpose of consent and its values."""

_FILE_BITS = 40  # a place is (file << 40) + line: one small integer per row instead of a pair


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One Person as a file gives them. `line` counts from 1.

    Accounts without `id` wait until the network has told it. `levels` are those of `accounts`, `level` that of the
    whole; None where the row does not say. A purpose it does not mention is absent from `consent`; what the import
    assumes then is in `assumed`, and never replaces what was said before.
    """

    line: int
    x_id: int
    x_handle: str = ""
    language: str = ""
    accounts: tuple[Account, ...] = ()
    levels: tuple[int | None, ...] = ()
    consent: tuple[tuple[str, str], ...] = ()
    level: int | None = None
    assumed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ListsRow:
    """Who a Person followed on X and who followed them, as X numbers; None leaves that list as it is."""

    line: int
    x_id: int
    follows: array[int] | None = None
    followers: array[int] | None = None


@dataclass(frozen=True, slots=True)
class ListChange:
    """What a list did to the one of the same Person, direction and source that was there before."""

    count: int  # different X ids given
    added: int
    removed: int


class Blind:
    """X ids that have become pseudonyms: what they were, only the key tells, what they are, only the storage."""

    __slots__ = ()

    def __len__(self) -> int:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list that is known: when the archive it came in was made, if it said so, and when it was brought."""

    made_at: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True, order=True)
class BadRow:
    """A row that cannot be used, and why; not a word of what it holds about anybody."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


Row = PersonRow | ListsRow | BadRow


@dataclass(frozen=True, slots=True)
class Import:
    """One Import as `undo` knows it: rows of people and of lists taken, rows refused as bad, and rows left out because
    the registry had changed between check and turn."""

    id: int
    source: str
    state: str  # staging | applying | done | undoing | undone
    at: datetime
    people: int
    lists: int
    bad: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Staged:
    """A row of an Import whose turn has come; without `row` it is lists, `far_ends` long, of whoever has this X id."""

    id: int
    batch: int
    source: str
    x_id: int
    row: PersonRow | None
    far_ends: int = 0


def parse_consent(purpose: str, value: object) -> str:
    """The value of a purpose, `true` and `false` standing for yes and no; InputError names what is allowed."""
    allowed = PURPOSES.get(purpose)
    if allowed is None:
        raise InputError(f"consent has no such purpose; there are {', '.join(PURPOSES)}")
    said = ("yes" if value else "no") if isinstance(value, bool) else value
    if not isinstance(said, str) or said not in allowed:
        raise InputError(f"{purpose} is one of {', '.join(allowed)}")
    return said


def parse_consents(text: str) -> dict[str, str]:
    """`found=network,told=weekly` as a table; InputError where it cannot be read.

    >>> parse_consents("found=network, told=weekly")
    {'found': 'network', 'told': 'weekly'}
    """
    chosen: dict[str, str] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        purpose, sign, value = (piece.strip() for piece in part.partition("="))
        if not sign or purpose in chosen:
            raise InputError("consent is written purpose=value,purpose=value, each purpose once")
        chosen[purpose] = parse_consent(purpose, value)
    return chosen


def place(file: int, line: int) -> int:
    """A row of an Import of several files as one number, in the order of reading."""
    return (file << _FILE_BITS) + line


def file_and_line(at: int) -> tuple[int, int]:
    """What `place` was made of."""
    return at >> _FILE_BITS, at & ((1 << _FILE_BITS) - 1)


# An account as hashes: platform, stable id, id on a server with that server, handle, that server (0 where unknown).
_Shape = tuple[str, int, int, int, int]


@dataclass(slots=True)
class Contradictions:
    """Finds rows of one Import that cannot all be true: one X id with other accounts, one account for two X ids.

    Nobody knows which of them is right, so all of them are bad. Rows that agree or complete each other are welcome.
    Holds about 0.8 kB per person: hashes, not names.
    """

    files: Sequence[str]
    _rows: dict[int, tuple[tuple[int, tuple[_Shape, ...]], ...]] = field(default_factory=dict)
    _owners: dict[int, tuple[int, int, bool]] = field(default_factory=dict)

    def check(self, file: int, row: PersonRow) -> Iterator[tuple[int, str]]:
        """(place, reason) of every row, this one and earlier ones, that `row` shows to be bad."""
        at = place(file, row.line)
        shapes = tuple(_shape(account) for account in row.accounts)
        for other, theirs in self._rows.get(row.x_id, ()):
            if _contradict(shapes, theirs):
                yield from self._both(at, other, "gives this X id another account")
        for shape in shapes:
            yield from self._claim(shape, row.x_id, at)
        self._rows[row.x_id] = (*self._rows.get(row.x_id, ()), (at, shapes))

    def good(self, bad: Container[int]) -> Iterator[tuple[int, int]]:
        """(X id, number of accounts) of each row that was checked and whose place is not in `bad`."""
        for x_id, rows in self._rows.items():
            yield from ((x_id, len(shapes)) for at, shapes in rows if at not in bad)

    def _claim(self, shape: _Shape, x_id: int, at: int) -> Iterator[tuple[int, str]]:
        """Each name belongs to one X id; a handle on rows that both know stable ids is only old, not wrong."""
        stable = bool(shape[1])
        for rank, key in enumerate(shape[1:4], start=1):
            if not key:
                continue
            owner, other, theirs_stable = self._owners.setdefault(key, (x_id, at, stable))
            if owner != x_id and not (rank > 1 and stable and theirs_stable):
                yield from self._both(at, other, "gives this account to another X id")

    def _both(self, one: int, other: int, what: str) -> Iterator[tuple[int, str]]:
        yield one, f"{self._name(other)} {what}"
        yield other, f"{self._name(one)} {what}"

    def _name(self, at: int) -> str:
        file, line = file_and_line(at)
        return f"line {line} of {self.files[file]}"


def _shape(account: Account) -> _Shape:
    platform = account.platform.value
    names = (account.id, account.local_id and f"{account.local_host} {account.local_id}", account.handle)
    first, second, third = (hash((platform, rank, name)) if name else 0 for rank, name in enumerate(names))
    return platform, first, second, third, hash(account.local_host) if second else 0


def _contradict(ours: tuple[_Shape, ...], theirs: tuple[_Shape, ...]) -> bool:
    for platform in {shape[0] for shape in ours} & {shape[0] for shape in theirs}:
        here = [shape for shape in ours if shape[0] == platform]
        there = [shape for shape in theirs if shape[0] == platform]
        if not any(_same(a, b) for a in here for b in there):
            return True
    return False


def _same(one: _Shape, other: _Shape) -> bool:
    """`same_account`, by hashes."""
    if one[1] and other[1]:
        return one[1] == other[1]
    if one[4] and one[4] == other[4]:
        return one[2] == other[2]
    return bool(one[3]) and one[3] == other[3]


def same_account(one: Account, other: Account) -> bool:
    """Whether both are one Account: the most stable name that both have decides, a handle last."""
    if one.platform is not other.platform:
        return False
    if one.id and other.id:
        return one.id == other.id or one.id == other.url or other.id == one.url
    if one.local_id and other.local_id and one.local_host == other.local_host:
        return one.local_id == other.local_id
    if one.handle and other.handle:
        return one.handle == other.handle
    return bool(one.url) and one.url == other.url


def completed(row: PersonRow, level: int, ceiling: int, consent: Mapping[str, str]) -> PersonRow:
    """The row with what the command says where it is silent; no level above `ceiling`."""
    whole = min(level if row.level is None else row.level, ceiling)
    levels = tuple(whole if own is None else min(own, ceiling) for own in row.levels)
    said = dict(row.consent)
    assumed = tuple((purpose, value) for purpose, value in consent.items() if purpose not in said)
    return replace(row, level=whole, levels=levels, assumed=assumed)


def wins(level: int, source: str, link: Link) -> bool:
    """Whether a statement may replace a Link: a stronger proof does, and the later word of the same source."""
    return level > link.level or (level == link.level and source == link.source)


def rivals(row: PersonRow, person: Person | None) -> list[tuple[int, Link]]:
    """(level of the row's account, Link) for Links which an account of the row would replace.

    A network on which row and Person have an account in common has none: people may have several there.
    """
    found: list[tuple[int, Link]] = []
    for platform in {account.platform for account in row.accounts}:
        ours = [(a, level) for a, level in zip(row.accounts, row.levels, strict=True) if a.platform is platform]
        theirs = [link for link in person.links if link.account.platform is platform] if person else []
        if not any(same_account(account, link.account) for account, _ in ours for link in theirs):
            best = max(level or 0 for _, level in ours)
            found += [(best, link) for link in theirs]
    return found


def link_of(person: Person, account: Account) -> Link | None:
    """The Person's Link for this Account."""
    return next((link for link in person.links if same_account(link.account, account)), None)


def objection(row: PersonRow, person: Person | None, owners: Sequence[Person | None], source: str) -> str | None:
    """Why the registry, as it is, cannot take a row: an equal or stronger proof says otherwise. None if it can.

    `person` has the row's X id, `owners` are those who have its accounts now.
    """
    for level, link in rivals(row, person):
        if not wins(level, source, link):
            return f"conflict: the registry links this X id to another account, proof level {link.level}"
    for account, own, owner in zip(row.accounts, row.levels, owners, strict=True):
        link_there = link_of(owner, account) if owner and owner.x_id != row.x_id else None
        if link_there and not wins(own or 0, source, link_there):
            return f"conflict: the registry links this account to another X id, proof level {link_there.level}"
    return None
