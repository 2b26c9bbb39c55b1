"""The graph against plain sets: whatever happens in whatever order, matches, what is new, and counts are the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.domain.accounts import Platform
from bot.domain.consent import Consent, Found
from bot.domain.matching import Tie
from bot.storage.sqlite import building, edges, merging
from bot.storage.sqlite.keys import check_of, load_keys
from bot.storage.sqlite.memory import Memory
from bot.storage.sqlite.pseudonyms import pack
from bot.storage.sqlite.rekeying import keys_of
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.imported import shared_database
from tests.storage.builders import NOW, FixedClock, bluesky, mastodon
from tests.storage.conftest import a_session
from tests.storage.indexed import indexed, listed
from tests.storage.indexing import pieces, small
from tests.storage.sqlite.test_derived import Model

KEYS = 4
ACCOUNTS = [make(name) for name in "abcd" for make in (bluesky, mastodon)]
X_IDS = st.integers(1, 7)
WHO = st.integers(0, 5)  # place in the list of persons alive, wrapped around
LIST = st.tuples(st.integers(0, 1), st.sampled_from("st"))
IDS = st.frozensets(X_IDS, max_size=6)
Seen = dict[int, tuple[Tie, frozenset[Platform]]]


@dataclass
class GraphModel(Model):
    """With what the counts do not need."""

    found: dict[int, Found] = field(default_factory=dict)
    told: set[tuple[int, int, Platform]] = field(default_factory=set)
    at: dict[tuple[int, int, str], datetime] = field(default_factory=dict)
    expired: tuple[Any, ...] = (NOW - timedelta(days=1),)
    strangers: int = 0
    round: tuple[datetime, int] | None = None  # the age it began with, and the strangers there were

    def seen(self, person: int, *, new_only: bool = False) -> Seen:
        """Everybody this Person may be told of, with their Tie, and where they are."""
        pairs = set(self._pairs())
        ties = {other: ((person, other) in pairs, (other, person) in pairs) for other in self.persons}
        found: Seen = {}
        for other, (followed, follower) in ties.items():
            there = frozenset(p for who, level, p in self.links.values() if who == other and level >= self.minimum)
            if new_only:
                there -= {platform for platform in Platform if (person, other, platform) in self.told}
            tie = Tie(followed, follower, there, self.found.get(other, Consent().found))
            if (followed or follower) and tie.visible:
                found[other] = (tie, there)
        return found

    def forget(self, person: int) -> None:
        """Somebody is erased."""
        self.leave_x(person)
        del self.persons[person]
        self.uncounted.discard(person)
        self.found.pop(person, None)
        self.links = {name: link for name, link in self.links.items() if link[0] != person}
        self.lists = {key: ids for key, ids in self.lists.items() if key[0] != person}
        self.told = {(one, other, p) for one, other, p in self.told if person not in (one, other)}

    def leave_x(self, person: int) -> None:
        """Somebody loses their X id."""
        self.strangers += self.persons[person] is not None

    def due(self, before: datetime, at_most: int) -> list[tuple[int, int, str]]:
        """The next lists to be looked through."""
        began = self.round or (before, self.strangers)
        found = self._older(before, at_most)
        self.round = began if found else self.round
        if not found and self.strangers != began[1] and before > began[0]:
            self.round, self.expired = (before, self.strangers), (NOW - timedelta(days=1),)
            found = self._older(before, at_most)
        return found

    def _older(self, before: datetime, at_most: int) -> list[tuple[int, int, str]]:
        ordered = sorted((self.at[key], *key) for key in self.lists)
        due = [entry for entry in ordered if entry > self.expired and entry[0] < before][:at_most]
        self.expired = due[-1] if due else self.expired
        return [(person, direction, source) for _, person, direction, source in due]


class GraphMachine(RuleBasedStateMachine):
    """Each rule is a job of the writer: a session of its own, in a savepoint."""

    files: tuple[Path, Path]

    def __init__(self) -> None:
        super().__init__()
        self.work = a_session(*self.files, FixedClock())
        self.connection = self.work.__enter__().connection
        self.memory = Memory(self.files[1])
        self.model = GraphModel()
        self.now = NOW
        self.indexing: Iterator[int] | None = None

    def teardown(self) -> None:
        self.kill()
        self.work.__exit__()

    def job(self) -> SqliteTransaction:
        self.now += timedelta(seconds=1)
        return SqliteTransaction(Session(self.connection, memory=self.memory, clock=FixedClock()))

    def alive(self, who: int) -> int:
        return sorted(self.model.persons)[who % len(self.model.persons)]

    @initialize()
    def begin(self) -> None:
        """Otherwise most stories would end before there are matches."""
        for number in (1, 2, 3):
            self.register(number)
            self.link(number - 1, number * 2, 4)
            self.bring(number - 1, (0, "s"), frozenset({1, 2, 3, 6}), only_add=False)

    @rule(x_id=st.none() | X_IDS)
    def register(self, x_id: int | None) -> None:
        tx = self.job()
        self.model.persons[tx.people.register(x_id, "", "", self.now).id] = x_id
        tx.session.finish()

    @precondition(lambda self: self.model.persons)
    @rule(who=WHO, account=st.integers(0, 7), level=st.sampled_from([0, 1, 4, 4]))
    def link(self, who: int, account: int, level: int) -> None:
        tx, person, made = self.job(), self.alive(who), ACCOUNTS[account]
        before = self.model.links.get(made.id)
        tx.people.link(person, made, level, "test", self.now)
        tx.session.finish()
        if before is None or before[1] < level:
            self.model.links[made.id] = (person, level, made.platform)

    @rule(account=st.integers(0, 7))
    def unlink(self, account: int) -> None:
        tx = self.job()
        tx.people.unlink(ACCOUNTS[account])
        tx.session.finish()
        self.model.links.pop(ACCOUNTS[account].id, None)

    @precondition(lambda self: self.model.persons)
    @rule(who=WHO, found=st.sampled_from(Found))
    def say(self, who: int, found: Found) -> None:
        tx, person = self.job(), self.alive(who)
        tx.people.set_consent(person, "found", found.value, self.now)
        tx.session.finish()
        self.model.found[person] = found

    @precondition(lambda self: self.model.persons)
    @rule(who=WHO, x_id=st.none() | X_IDS)
    def set_x(self, who: int, x_id: int | None) -> None:
        tx, person = self.job(), self.alive(who)
        if tx.people.set_x(person, x_id, ""):
            if x_id != self.model.persons[person]:
                self.model.leave_x(person)
            self.model.persons[person] = x_id
        tx.session.finish()

    @precondition(lambda self: self.model.persons)
    @rule(who=WHO, which=LIST, ids=IDS, only_add=st.booleans())
    def bring(self, who: int, which: tuple[int, str], ids: frozenset[int], only_add: bool) -> None:
        tx, key = self.job(), (self.alive(who), *which)
        before = self.model.lists.get(key, frozenset())
        after = before | ids if only_add else ids
        told = tx.graph.compare_list(*key, ids, only_add=only_add)
        assert tx.graph.replace_list(*key, ids, self.now, only_add=only_add) == told
        assert (told.count, told.added, told.removed) == (len(ids), len(after - before), len(before - after))
        tx.session.finish()
        self.model.lists[key], self.model.at[key] = after, self.now

    @precondition(lambda self: self.model.persons)
    @rule(who=WHO, which=LIST)
    def drop_list(self, who: int, which: tuple[int, str]) -> None:
        tx, key = self.job(), (self.alive(who), *which)
        tx.graph.drop_list(*key)
        tx.session.finish()
        self.model.lists.pop(key, None)

    @precondition(lambda self: self.model.persons)
    @rule(who=WHO)
    def remove(self, who: int) -> None:
        tx, person = self.job(), self.alive(who)
        tx.people.remove(person)
        tx.session.finish()
        self.model.forget(person)
        assert person not in {who >> 1 for _, who in indexed(tx.session) | listed(tx.session)}
        for table in ("edge", "unmerged"):
            assert person * 2 not in {row[0] & ~1 for row in self.connection.execute(f"SELECT who FROM graph.{table}")}

    @rule(at_most=st.integers(1, 3), age=st.integers(0, 9))
    def expire(self, at_most: int, age: int) -> None:
        tx, before = self.job(), self.now - timedelta(seconds=age)
        due = self.model.due(before, at_most)
        assert tx.graph.expire(before, at_most) == len(due)
        tx.session.finish()
        here = {x_id for x_id in self.model.persons.values() if x_id is not None}
        for key in due:
            self.model.lists[key] &= here

    @precondition(lambda self: self.model.persons)
    @rule(who=WHO)
    def tell(self, who: int) -> None:
        tx, person = self.job(), self.alive(who)
        tx.graph.tell(person, None, 1, self.now)
        tx.session.finish()
        for other, (_, there) in self.model.seen(person).items():
            self.model.told |= {(person, other, platform) for platform in there}

    @rule(pieces_=st.integers(1, 12), build=st.booleans())
    def index(self, pieces_: int, build: bool) -> None:
        """What waits enters the index, or the index is built anew, a few small transactions further."""
        session = self.job().session
        if self.indexing is None:
            anew = build or session.edge_epoch != session.pseudonyms.epoch or building.unfinished(self.connection)
            make = partial(building.build, path=self.files[0]) if anew else merging.merge
            keys = keys_of(self.connection, self.files[1])
            self.indexing = pieces(session, make(self.connection, keys=keys, told=lambda _: None))
        for _ in range(pieces_):
            if next(self.indexing, None) is None:
                self.indexing = None
                break

    @rule()
    def kill(self) -> None:
        """The process at the index is no more."""
        self.indexing = None

    @precondition(lambda self: self.memory.pseudonyms(self.job().session.epochs).epoch < KEYS)
    @rule()
    def rekey(self) -> None:
        """Another key counts; what was kept is of the old one still."""
        self.kill()
        session = self.job().session
        epoch = session.epochs.epoch + 1
        check = check_of(load_keys(self.files[1])[:epoch])
        for key, value in (("epoch", epoch), ("key_check", check)):
            session.execute("UPDATE graph.meta SET value = ? WHERE key = ?", (str(value), key))

    @rule()
    def lift(self) -> None:
        """Some lists are moved to the present key."""
        session = self.job().session
        for row, epoch, blob in session.execute(
            "SELECT rowid, epoch, pseudonyms FROM graph.archive LIMIT 2"
        ).fetchall():
            values = (pack(session.pseudonyms.listed(blob, epoch)), session.pseudonyms.epoch, row)
            session.execute("UPDATE graph.archive SET pseudonyms = ?, epoch = ? WHERE rowid = ?", values)

    @precondition(lambda self: self.model.persons)
    @rule(who=WHO, x_id=X_IDS, ids=IDS)
    def fail(self, who: int, x_id: int, ids: frozenset[int]) -> None:
        """A job that failed in its middle leaves nothing, in the database or in memory."""
        mark = self.memory.mark()
        self.connection.execute("SAVEPOINT failing")
        tx, person = self.job(), self.alive(who)
        newcomer = tx.people.register(None, "", "", self.now).id
        tx.people.set_x(newcomer, x_id, "")
        tx.graph.replace_list(newcomer, 0, "s", ids, self.now)
        tx.graph.replace_list(person, 1, "s", ids, self.now)
        tx.people.remove(person)
        tx.people.set_x(newcomer, x_id + 1, "")
        self.connection.execute("ROLLBACK TO failing")
        self.connection.execute("RELEASE failing")
        self.memory.restore(mark)

    @invariant()
    def the_same_as_plain_sets(self) -> None:
        tx = self.job()
        assert tx.tallies.now() == self.model.tallies()
        for person in self.model.persons:
            for new_only in (False, True):
                found = tx.graph.matches(person, Platform.BLUESKY, 1, new_only=new_only)
                expected = self.model.seen(person, new_only=new_only)
                assert dict(_told(found.ranked)) == {
                    other: (tie.reason, there) for other, (tie, there) in expected.items()
                }
                assert found.total == len(expected)
        for x_id in range(1, 9):
            lists = {person * 2 + direction for (person, direction, _), ids in self.model.lists.items() if x_id in ids}
            assert edges.named_by(tx.session, x_id) == sorted(lists)
        assert indexed(tx.session) == listed(tx.session)


def _told(ranked: Any) -> Iterator[tuple[int, tuple[Any, frozenset[Platform]]]]:
    for match in ranked:
        yield match.person, (match.reason, frozenset(account.platform for account in match.accounts))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    database, key = shared_database(tmp_path_factory)
    with key.open("a") as file:
        file.writelines(f"{number:02}" * 32 + "\n" for number in range(1, KEYS))
    return database, key


def story(files: tuple[Path, Path]) -> type[GraphMachine]:
    return type("Story", (GraphMachine,), {"files": files})


def test_a_story(files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    small(monkeypatch)
    run_state_machine_as_test(story(files), settings=settings(max_examples=20, stateful_step_count=30, deadline=None))


@pytest.mark.long
def test_many_long_stories(files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    small(monkeypatch)
    run_state_machine_as_test(story(files), settings=settings(max_examples=400, stateful_step_count=60, deadline=None))
