"""Whatever happens in whatever order: the counts kept along the way are those of a plain model."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.accounts import Account, Platform
from bot.domain.people import Person
from bot.domain.reconnecting import Verdict
from bot.storage import open_store
from bot.storage.sqlite import derived
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, FixedClock, bluesky, mastodon
from tests.storage.conftest import a_session
from tests.storage.indexed import indexed, listed

ACCOUNTS = [bluesky("a"), bluesky("b"), bluesky("c"), mastodon("a"), mastodon("b"), mastodon("c")]
X_IDS = st.integers(1, 5)
WHO = st.integers(0, 4)  # place in the list of persons alive, wrapped around
ACCOUNT = st.sampled_from(ACCOUNTS)
LISTS = st.tuples(
    st.just("lists"), WHO, st.integers(0, 1), st.sampled_from("ab"), st.frozensets(st.integers(1, 5), min_size=1)
)
SEEN = st.tuples(
    st.just("seen"), WHO, WHO, st.sampled_from([Platform.BLUESKY, Platform.BLUESKY, Platform.MASTODON]),
    st.sampled_from([True, True, False]),
)  # fmt: skip
OPERATIONS = st.one_of(
    st.tuples(st.just("register"), st.none() | X_IDS),
    st.tuples(st.just("link"), WHO, ACCOUNT, st.sampled_from([0, 1, 4, 5])),
    st.tuples(st.just("unlink"), ACCOUNT),
    st.tuples(st.just("counted"), WHO, st.sampled_from(["yes", "no"])),
    st.tuples(st.just("set_x"), WHO, st.none() | X_IDS),
    LISTS,
    LISTS,
    st.tuples(st.just("drop_list"), WHO, st.integers(0, 1), st.sampled_from("ab")),
    st.tuples(st.just("remove"), WHO),
    st.tuples(st.just("arrive"), ACCOUNT),
    st.tuples(st.just("voice"), ACCOUNT),
    st.tuples(st.just("minimum"), st.sampled_from([1, 1, 1, 3])),
    SEEN,
    SEEN,
)


@dataclass
class Model:
    """The registry as plain sets."""

    minimum: int = 1
    persons: dict[int, int | None] = field(default_factory=dict)
    links: dict[str, tuple[int, int, Platform]] = field(default_factory=dict)
    uncounted: set[int] = field(default_factory=set)
    lists: dict[tuple[int, int, str], frozenset[int]] = field(default_factory=dict)
    arrivals: set[str] = field(default_factory=set)
    voices: set[str] = field(default_factory=set)
    again: dict[tuple[int, int], Platform] = field(default_factory=dict)  # follows seen to exist again

    def tallies(self) -> dict[str, int]:
        here, pairs = self._here(), self._pairs_here()
        self.again = {pair: platform for pair, platform in self.again.items() if self.stands(pair, platform)}
        per = {p: sum(self._shown(link, p) for link in self.links.values()) for p in Platform}
        return {
            "people": len(here),
            "accounts:bluesky": per[Platform.BLUESKY],
            "accounts:mastodon": per[Platform.MASTODON],
            "arrivals": sum(self._free(name) for name in self.arrivals),
            "voices": sum(self._free(name) for name in self.voices),
            "edges": len({(p, d, x) for (p, d, _), ids in self.lists.items() if p not in self.uncounted for x in ids}),
            "matches": len(pairs),
            "reunited": len({person for pair in pairs for person in pair}),
            "reconnected": len(self.again),
        }

    def stands(self, pair: tuple[int, int], platform: Platform) -> bool:
        """Whether both are here, on that platform too, and the one followed the other on X."""
        there = {person for person, level, where in self.links.values() if where is platform and level >= self.minimum}
        return pair in self._pairs_here() and there.issuperset(pair)

    def unsee(self, person: int, platform: Platform) -> None:
        """A link of theirs there has changed: what was seen through it has to be seen again."""
        self.again = {pair: at for pair, at in self.again.items() if person not in pair or at is not platform}

    def _here(self) -> set[int]:
        return {p for p, level, _ in self.links.values() if level >= self.minimum} - self.uncounted

    def _pairs_here(self) -> set[tuple[int, int]]:
        here = self._here()
        return {(a, b) for a, b in self._pairs() if a in here and b in here}

    def _pairs(self) -> Iterator[tuple[int, int]]:
        by_x = {x: p for p, x in self.persons.items() if x is not None}
        for (person, direction, _), ids in self.lists.items():
            for other in (by_x[x] for x in ids if x in by_x):
                if other != person:
                    yield (other, person) if direction else (person, other)

    def _shown(self, link: tuple[int, int, Platform], platform: Platform) -> bool:
        return link[2] is platform and link[1] >= self.minimum and link[0] not in self.uncounted

    def _free(self, name: str) -> bool:
        return name not in self.links or self.links[name][0] not in self.uncounted


def do(session: Session, model: Model, operation: tuple[Any, ...]) -> None:
    tx, (name, *args) = SqliteTransaction(session), operation
    if name in {"link", "counted", "set_x", "lists", "drop_list", "remove", "seen"}:
        if not model.persons:
            return
        args[0] = sorted(model.persons)[args[0] % len(model.persons)]
    globals()[f"do_{name}"](session, tx, model, *args)


def do_register(_: Session, tx: SqliteTransaction, model: Model, x_id: int | None) -> None:
    person: Person = tx.people.register(x_id, "", "", NOW)
    model.persons[person.id] = x_id


def do_link(_: Session, tx: SqliteTransaction, model: Model, person: int, account: Account, level: int) -> None:
    before = model.links.get(account.id)
    linked = tx.people.link(person, account, level, "test", NOW)
    weaker = before is not None and before[1] >= level
    assert linked == (not weaker or (before is not None and before[0] == person))
    if not weaker:
        if before is not None and before[0] != person:
            model.unsee(before[0], account.platform)
        model.links[account.id] = (person, level, account.platform)


def do_unlink(_: Session, tx: SqliteTransaction, model: Model, account: Account) -> None:
    before = model.links.pop(account.id, None)
    if before:
        model.unsee(before[0], account.platform)
    assert tx.people.unlink(account) == (before and before[0])


def do_counted(_: Session, tx: SqliteTransaction, model: Model, person: int, value: str) -> None:
    tx.people.set_consent(person, "counted", value, NOW)
    (model.uncounted.discard if value == "yes" else model.uncounted.add)(person)


def do_set_x(_: Session, tx: SqliteTransaction, model: Model, person: int, x_id: int | None) -> None:
    taken = x_id is not None and any(x == x_id and p != person for p, x in model.persons.items())
    assert tx.people.set_x(person, x_id, "") != taken
    if not taken:
        model.persons[person] = x_id


def do_lists(
    _: Session, tx: SqliteTransaction, model: Model, person: int, direction: int, source: str, ids: frozenset[int]
) -> None:
    assert tx.graph.replace_list(person, direction, source, ids, NOW).count == len(ids)
    model.lists[person, direction, source] = ids


def do_drop_list(_: Session, tx: SqliteTransaction, model: Model, person: int, direction: int, source: str) -> None:
    tx.graph.drop_list(person, direction, source)
    model.lists.pop((person, direction, source), None)


def do_remove(_: Session, tx: SqliteTransaction, model: Model, person: int) -> None:
    tx.people.remove(person)
    del model.persons[person]
    model.uncounted.discard(person)
    model.links = {name: link for name, link in model.links.items() if link[0] != person}
    model.lists = {key: ids for key, ids in model.lists.items() if key[0] != person}


def do_arrive(_: Session, tx: SqliteTransaction, model: Model, account: Account) -> None:
    assert tx.people.arrive(account, "bluesky", "follow", NOW) == (account.id not in model.arrivals)
    model.arrivals.add(account.id)


def do_voice(_: Session, tx: SqliteTransaction, model: Model, account: Account) -> None:
    assert tx.people.voice(account, NOW) == (account.id not in model.voices)
    model.voices.add(account.id)


def do_seen(
    _: Session, tx: SqliteTransaction, model: Model, person: int, other: int, platform: Platform, holds: bool
) -> None:
    other = sorted(model.persons)[other % len(model.persons)]
    tx.reconnections.keep(platform, [Verdict(person, other, holds)], NOW)
    if holds and model.stands((person, other), platform):
        model.again.setdefault((person, other), platform)
    elif not holds and model.again.get((person, other)) is platform:
        del model.again[person, other]


def do_minimum(session: Session, _: SqliteTransaction, model: Model, minimum: int) -> None:
    derived.set_minimum(session, minimum)
    model.minimum = minimum


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("derived")

    async def make() -> None:
        await (await open_store(folder / "quittex.db", folder / "key", role="command")).close()

    asyncio.run(make())
    return folder / "quittex.db", folder / "key"


# Otherwise most stories would end before four people, and lists of both sides, are there.
START: list[tuple[Any, ...]] = [
    *(("register", x) for x in (1, 2, 3)),
    *(("link", who, ACCOUNTS[who], 4) for who in (0, 1, 2)),
]
STORY = st.lists(OPERATIONS, min_size=25, max_size=50).map(lambda operations: [*START, *operations])


@settings(max_examples=100)
@given(operations=STORY)
def test_the_tallies_are_exact_after_every_step(files: tuple[Path, Path], operations: list[tuple[Any, ...]]) -> None:
    model = Model()
    with a_session(*files, FixedClock()) as session:
        tallies = SqliteTransaction(session).tallies
        for operation in operations:
            do(session, model, operation)
            assert tallies.now() == model.tallies(), operation
        assert tallies.recount() == model.tallies()


DERIVED = [
    "SELECT person, other, support FROM graph.match ORDER BY 1, 2",
    "SELECT id, edges, here, reunited, shows, name_bluesky, name_mastodon FROM person ORDER BY 1",
    "SELECT name, value FROM tally WHERE value <> 0 ORDER BY 1",
]


@settings(max_examples=60)
@given(operations=STORY)
def test_mending_gives_what_was_kept_along_the_way(files: tuple[Path, Path], operations: list[tuple[Any, ...]]) -> None:
    model = Model()
    with a_session(*files, FixedClock()) as session:
        for operation in operations:
            do(session, model, operation)
        session.finish()
        assert indexed(session) == listed(session)
        kept = [session.execute(sql).fetchall() for sql in DERIVED]
        derived.mend(session)
        assert [session.execute(sql).fetchall() for sql in DERIVED] == kept


@pytest.mark.parametrize("around", [200, -11])
def test_what_lists_say_is_found_whichever_way_is_shorter(
    around: int, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derived, "_AROUND_AT_MOST", around)  # with -11, more than one row around somebody is too many
    said = [(1, other, derived.OWN_LIST) for other in range(2, 8)] + [(9, 1, derived.THEIR_LIST)]
    derived.support(session.connection, said)
    for pairs in ([(1, 2), (1, 3), (1, 9)], [(9, 1), (2, 1), (3, 1)], [(1, 7), (9, 1), (7, 9)]):
        asked = [(follower, followed, derived.OWN_LIST) for follower, followed in pairs]
        assert derived._said(session, asked) == {pair[:2] for pair in said} & set(pairs)
