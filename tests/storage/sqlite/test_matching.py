"""Matches against a plain model: whatever was linked, said, listed, told and erased before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.accounts import Account, Platform
from bot.domain.matching import Matches, Reason
from bot.domain.people import Link
from bot.storage.sqlite import derived, matching
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.imported import shared_database
from tests.storage.builders import NOW, FixedClock, bluesky, mastodon
from tests.storage.conftest import a_session

ACCOUNTS = [
    *(bluesky(name) for name in ("amy", "Bob", "cleo", "dan", "eve")),
    *(mastodon(name) for name in ("amy", "zoe", "cleo", "Dan")),
    Account(Platform.MASTODON, "https://n.example/users/nameless", url="https://n.example/@nameless"),
    Account(Platform.BLUESKY, "did:plc:untellable"),
]
WHO = st.integers(1, 6)
LISTS = st.tuples(st.just("follow"), WHO, st.integers(0, 1), st.frozensets(WHO, min_size=1))
STEPS = st.one_of(
    st.tuples(st.just("link"), WHO, st.sampled_from(ACCOUNTS), st.sampled_from([0, 1, 3, 4]), st.integers(0, 9)),
    st.tuples(st.just("link"), WHO, st.sampled_from(ACCOUNTS), st.sampled_from([3, 4, 5]), st.integers(0, 9)),
    st.tuples(st.just("unlink"), st.sampled_from(ACCOUNTS)),
    st.tuples(st.just("found"), WHO, st.sampled_from(["nobody", "followed", "network"])),
    st.tuples(st.just("named"), WHO, st.sampled_from(["yes", "no"])),
    LISTS,
    LISTS,
    st.tuples(st.just("tell"), WHO, st.booleans()),
    st.tuples(st.just("remove"), WHO),
    st.tuples(st.just("minimum"), st.sampled_from([1, 3])),
)
ASKED = st.fixed_dictionaries(
    {
        "platform": st.sampled_from([Platform.BLUESKY, Platform.MASTODON]), "minimum": st.sampled_from([1, 3]),
        "limit": st.none() | st.integers(0, 4), "new_only": st.booleans(), "named_only": st.booleans(),
        "followed_only": st.booleans(),
    }
)  # fmt: skip


@dataclass
class Model:
    """Six people, their X number is their name here; `persons` says which row they are."""

    persons: dict[int, int] = field(default_factory=dict)
    links: dict[str, tuple[int, Link]] = field(default_factory=dict)
    said: dict[tuple[int, str], str] = field(default_factory=dict)
    follows: set[tuple[int, int, int]] = field(default_factory=set)  # by whose list, follower, followed
    told: set[tuple[int, int, Platform]] = field(default_factory=set)
    minimum: int = 1

    def visible(
        self, asker: int, minimum: int, *, new_only: bool, followed_only: bool
    ) -> Iterator[tuple[int, Reason, list[Link]]]:
        pairs = {(a, b) for _, a, b in self.follows}
        for other in set(self.persons) - {asker}:
            followed, follower = (asker, other) in pairs, (other, asker) in pairs
            found = self.said.get((other, "found"), "network")
            links = [
                link
                for owner, link in self.links.values()
                if owner == other and link.level >= minimum and (link.account.handle or link.account.url)
                if not (new_only and (asker, other, link.account.platform) in self.told)
            ]
            hidden = found == "nobody" or (found == "followed" and not follower) or (followed_only and not followed)
            if links and (followed or follower) and not hidden:
                reason = Reason.MUTUAL if followed and follower else Reason.FOLLOWED if followed else Reason.FOLLOWER
                yield other, reason, links


def do(session: Session, model: Model, step: tuple[Any, ...]) -> None:
    tx, (name, *args) = SqliteTransaction(session), step
    if name not in {"unlink", "minimum"} and args[0] not in model.persons:
        model.persons[args[0]] = tx.people.register(args[0], "", "", NOW).id
    globals()[f"do_{name}"](tx, model, *args)


def do_link(tx: SqliteTransaction, model: Model, who: int, account: Account, level: int, day: int) -> None:
    at = NOW + timedelta(days=day)
    _, before = model.links.get(account.id, (0, None))
    if tx.people.link(model.persons[who], account, level, "s", at) and (before is None or level > before.level):
        model.links[account.id] = (who, Link(account, level, "s", at))


def do_unlink(tx: SqliteTransaction, model: Model, account: Account) -> None:
    tx.people.unlink(account)
    model.links.pop(account.id, None)


def do_found(tx: SqliteTransaction, model: Model, who: int, value: str, purpose: str = "found") -> None:
    tx.people.set_consent(model.persons[who], purpose, value, NOW)
    model.said[who, purpose] = value


def do_named(tx: SqliteTransaction, model: Model, who: int, value: str) -> None:
    do_found(tx, model, who, value, "named")


def do_follow(tx: SqliteTransaction, model: Model, who: int, direction: int, others: frozenset[int]) -> None:
    tx.graph.replace_list(model.persons[who], direction, "s", others, NOW)
    old = {(by, a, b) for by, a, b in model.follows if by == who and (b if direction else a) == who and a != b}
    model.follows -= {row for row in old if row[0] == who}
    model.follows |= {(who, other, who) if direction else (who, who, other) for other in others if other != who}


def do_tell(tx: SqliteTransaction, model: Model, who: int, followed_only: bool) -> None:
    tx.graph.tell(model.persons[who], None, model.minimum, NOW, followed_only=followed_only)
    for other, _, links in model.visible(who, model.minimum, new_only=False, followed_only=followed_only):
        model.told |= {(who, other, link.account.platform) for link in links}


def do_remove(tx: SqliteTransaction, model: Model, who: int) -> None:
    tx.people.remove(model.persons.pop(who))
    model.links = {id_: (owner, link) for id_, (owner, link) in model.links.items() if owner != who}
    model.said = {key: value for key, value in model.said.items() if key[0] != who}
    model.follows = {row for row in model.follows if row[0] != who}
    model.told = {row for row in model.told if who not in row[:2]}


def do_minimum(tx: SqliteTransaction, model: Model, minimum: int) -> None:
    derived.set_minimum(tx.session, minimum)
    model.minimum = minimum


def expected(model: Model, asker: int, platform: Platform, asked: dict[str, Any]) -> list[tuple[Any, ...]]:
    """(rank and name), person, reason, account, accounts, level, since: best first."""
    which = {name: asked[name] for name in ("new_only", "followed_only")}
    rows = []
    for other, reason, links in model.visible(asker, asked["minimum"], **which):
        here = [link.account for link in links if link.account.platform is platform]
        account = min(here or [link.account for link in links], key=lambda a: (not a.handle, a.handle.casefold()))
        named = model.said.get((other, "named")) == "yes"
        order = (reason is not Reason.MUTUAL, not here, not named, not account.handle, account.handle.casefold())
        since, level = min(link.at for link in links), max(link.level for link in links)
        row = (order, model.persons[other], reason, named, account, {link.account for link in links}, level, since)
        rows.append(row)
    return sorted(rows, key=lambda row: (row[0], row[1]))


def check(found: Matches, everybody: list[tuple[Any, ...]], asked: dict[str, Any]) -> None:
    reasons = [row[2] for row in everybody]
    mutual = reasons.count(Reason.MUTUAL)
    assert found.total == len(everybody) and found.mutual == mutual
    assert found.followed == mutual + reasons.count(Reason.FOLLOWED)
    assert found.followers == mutual + reasons.count(Reason.FOLLOWER)
    for platform in (Platform.BLUESKY, Platform.MASTODON):
        assert found.per_platform[platform] == sum(any(a.platform is platform for a in row[5]) for row in everybody)
    listed = [row[1:] for row in everybody if row[3] or not asked["named_only"]][: asked["limit"]]
    assert [
        (m.person, m.reason, m.named, m.account, set(m.accounts), m.level, m.since) for m in found.ranked
    ] == listed  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return shared_database(tmp_path_factory)


START = [
    *(("link", who, ACCOUNTS[who], 4, who) for who in (1, 2, 3)),
    ("follow", 1, 0, frozenset({2, 3, 4})),
    ("follow", 1, 1, frozenset({3, 5})),
]


@settings(max_examples=150)
@given(steps=st.lists(STEPS, min_size=10, max_size=40), asked=st.lists(ASKED, min_size=3, max_size=3))
def test_they_are_those_of_a_plain_model(
    files: tuple[Path, Path], steps: list[tuple[Any, ...]], asked: list[dict[str, Any]]
) -> None:
    model = Model()
    with a_session(*files, FixedClock()) as session:
        for step in (*START, *steps):
            do(session, model, step)
        for who, person in model.persons.items():
            for how in asked:
                wanted = dict(how)
                platform, minimum = wanted.pop("platform"), wanted.pop("minimum")
                found = SqliteTransaction(session).graph.matches(person, platform, minimum, **wanted)
                check(found, expected(model, who, platform, how), how)


def test_many_are_read_in_portions(files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_SOME", 3)
    with a_session(*files, FixedClock()) as session:
        tx = SqliteTransaction(session)
        people = [tx.people.register(x, "", "", NOW).id for x in range(1, 30)]
        for number, person in enumerate(people):
            tx.people.link(person, bluesky(f"p{number:02}"), 1 + number % 2, "s", NOW)
        tx.graph.replace_list(people[0], 0, "s", range(2, 30), NOW)
        tx.graph.replace_list(people[0], 1, "s", range(20, 30), NOW)
        for minimum, size in ((1, 28), (2, 14)):
            found = tx.graph.matches(people[0], Platform.BLUESKY, minimum)
            assert (found.total, len(found.ranked)) == (size, size)
        tx.graph.tell(people[0], None, 2, NOW)
        assert tx.graph.matches(people[0], Platform.BLUESKY, 1, new_only=True).total == 14
        assert len(list(matching.rows(session, people[0]))) == 28
