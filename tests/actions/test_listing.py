"""The campaign's list follows who is willing: owed once, overtaken, repaired."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import deliver, listing, lives
from bot.actions.listing import Editor
from bot.actions.receive import Desk
from bot.domain.accounts import Account, Platform
from bot.domain.effects import Policy
from bot.domain.lives import Life, Sign, Standing
from bot.domain.outbox import Priority, State
from bot.locales import Catalogues
from bot.ports import Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.paper import PaperNetwork
from tests.paper_list import PaperLists
from tests.storage.builders import NOW, SECOND, bluesky

WITHIN = timedelta(hours=72)
NAMES = [f"p{number:02}" for number in range(12)]


class Scene:
    """A store, a list on paper, and a sender that carries out what is owed."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store
        self.lists = PaperLists()
        self.now = NOW

    def editor(self) -> Editor:
        policy = Policy(campaign="QuitteX", languages=("fr", "en"))
        network = PaperNetwork(public_list=self.lists)
        desk = Desk(network, policy, Catalogues(("fr", "en")), 1, WITHIN)
        return Editor(desk, self.lists)

    async def write(self, work: Callable[[Transaction], Any]) -> Any:
        return await self.store.write(work)

    async def edit(self) -> int:
        """One round of the loop; how many people it let come or go."""
        editor = self.editor()
        planned = await self.store.read(lambda tx: listing.plan(tx, editor))
        await self.write(lambda tx: listing.edit(tx, editor, planned, self.now))
        return len(planned.leaving) + len(planned.joining)

    async def send_all(self) -> list[str]:
        """Carry out what is owed, as the sender would; the kinds."""
        kinds = []
        while post := await self.write(lambda tx: deliver.next_post(tx, "paper", Platform.BLUESKY, self.now, WITHIN)):
            if await self.write(lambda tx, p=post: deliver.begin(tx, p, Platform.BLUESKY, self.now, WITHIN)):
                self.lists.carry_out(post)
                await self.write(lambda tx, p=post: deliver.sent(tx, p, "receipt", self.now))
                kinds.append(post.kind)
        return kinds

    async def settle(self) -> None:
        """Until nothing is left to do."""
        while await self.edit() or await self.send_all():
            self.now += SECOND

    async def repair(self) -> int:
        self.now += SECOND
        editor, places = self.editor(), await self.lists.places()
        differ = await self.store.read(lambda tx: listing.differences(tx, editor, places, self.now))
        await self.write(lambda tx: listing.believe(tx, editor, differ))
        return len(differ)

    def on_it(self) -> set[str]:
        return {account.removeprefix("did:plc:") for account in self.lists.held.values()}


def join(tx: Transaction, name: str, **consents: str) -> int:
    """Somebody with a Link who chose to be named."""
    person = tx.people.register(None, name, "fr", NOW)
    tx.people.link(person.id, bluesky(name), 4, "s", NOW)
    for purpose, value in {"named": "yes", **consents}.items():
        tx.people.set_consent(person.id, purpose, value, NOW)
    return person.id


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    yield Scene(opened)
    await opened.close()


@pytest.fixture
async def crowd(scene: Scene) -> dict[str, int]:
    """Twelve people on the list."""
    people = {name: await scene.write(lambda tx, n=name: join(tx, n)) for name in NAMES}
    await scene.settle()
    assert scene.on_it() == set(NAMES)
    return people


async def test_there_is_no_list_of_nine(scene: Scene) -> None:
    for name in NAMES[:9]:
        await scene.write(lambda tx, n=name: join(tx, n))
    assert await scene.edit() == 0
    await scene.write(lambda tx: join(tx, NAMES[9]))
    await scene.settle()
    assert scene.on_it() == set(NAMES[:10])
    (head,) = scene.lists.heads
    assert head["name"] == "QuitteX"
    assert "privé" in head["description"]
    assert await scene.store.read(lambda tx: tx.get_meta("list:paper")) == scene.lists.address()


async def test_only_those_who_chose_to_be_named_and_may_be_found(scene: Scene, crowd: dict[str, int]) -> None:
    def others(tx: Transaction) -> None:
        join(tx, "unnamed", named="no")
        join(tx, "hidden", found="nobody")
        join(tx, "followed", found="followed")
        tx.people.silence(bluesky("quiet"), True, NOW)
        join(tx, "quiet")
        claimed = tx.people.register(None, "claimed", "fr", NOW)
        tx.people.link(claimed.id, bluesky("claimed"), 0, "s", NOW)
        tx.people.set_consent(claimed.id, "named", "yes", NOW)

    await scene.write(others)
    await scene.settle()
    assert scene.on_it() == {*NAMES, "followed"}


LEAVING: dict[str, Callable[[Transaction, int, Account], Any]] = {
    "private": lambda tx, person, account: tx.people.set_consent(person, "named", "no", NOW),
    "hidden": lambda tx, person, account: tx.people.set_consent(person, "found", "nobody", NOW),
    "stop": lambda tx, person, account: tx.people.silence(account, True, NOW),
    "unlinked": lambda tx, person, account: tx.people.unlink(account),
    "erased": lambda tx, person, account: tx.people.remove(person),
}


@pytest.mark.parametrize("how", LEAVING)
async def test_one_word_is_enough_to_leave(scene: Scene, crowd: dict[str, int], how: str) -> None:
    await scene.write(lambda tx: LEAVING[how](tx, crowd["p03"], bluesky("p03")))
    assert await scene.edit() == 1
    assert await scene.send_all() == ["unlisted"]
    assert scene.on_it() == set(NAMES) - {"p03"}
    assert await scene.edit() == 0

    def kept(tx: Any) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = tx.session.execute("SELECT * FROM listed").fetchall()
        return [row for row in rows if "did:plc:p03" in row]

    assert await scene.store.read(kept) == [], "the list remembers who left"


async def test_somebody_comes_and_goes_as_often_as_they_like(scene: Scene, crowd: dict[str, int]) -> None:
    for value, expected in (("no", False), ("yes", True), ("no", False), ("yes", True)):
        await scene.write(lambda tx, v=value: tx.people.set_consent(crowd["p00"], "named", v, NOW))
        await scene.settle()
        assert ("p00" in scene.on_it()) is expected


async def test_who_left_before_the_post_was_sent_is_never_put_up(scene: Scene, crowd: dict[str, int]) -> None:
    late = await scene.write(lambda tx: join(tx, "late"))
    assert await scene.edit() == 1
    await scene.write(lambda tx: tx.people.set_consent(late, "named", "no", NOW))
    assert await scene.send_all() == []
    assert "late" not in scene.on_it()
    rows = await scene.store.read(lambda tx: tx.outbox.rows(limit=1))
    assert (rows[0].state, rows[0].reason) == (State.WITHDRAWN, "overtaken by a later decision")


async def test_who_left_before_the_plan_was_carried_out_is_owed_nothing(scene: Scene) -> None:
    people = [await scene.write(lambda tx, n=name: join(tx, n)) for name in NAMES]
    editor = scene.editor()
    planned = await scene.store.read(lambda tx: listing.plan(tx, editor))
    assert len(planned.joining) == len(NAMES)
    await scene.write(lambda tx: tx.people.remove(people[0]))
    await scene.write(lambda tx: tx.people.set_consent(people[1], "named", "no", NOW))
    await scene.write(lambda tx: tx.people.silence(bluesky(NAMES[2]), True, NOW))
    await scene.write(lambda tx: listing.edit(tx, editor, planned, NOW))
    known = await scene.store.read(lambda tx: tx.listed.accounts("paper", "", 99))
    assert known == [bluesky(name).id for name in NAMES[3:]]
    assert await scene.store.read(lambda tx: tx.listed.pending("paper")) == 1 + len(known)


async def test_where_all_have_left_meanwhile_no_list_is_made(scene: Scene) -> None:
    people = [await scene.write(lambda tx, n=name: join(tx, n)) for name in NAMES]
    editor = scene.editor()
    planned = await scene.store.read(lambda tx: listing.plan(tx, editor))
    for person in people:
        await scene.write(lambda tx, p=person: tx.people.set_consent(p, "found", "nobody", NOW))
    await scene.write(lambda tx: listing.edit(tx, editor, planned, NOW))
    assert await scene.store.read(lambda tx: tx.outbox.rows()) == []


async def test_a_post_that_was_overtaken_while_it_waited_changes_nothing(scene: Scene, crowd: dict[str, int]) -> None:
    """It waits for its second try while its Account leaves: the second try would put them up for good."""

    def wait(tx: Transaction) -> None:
        post = tx.outbox.next_ready("paper", scene.now, Priority.LISTING)
        assert post and post.kind == "listed"
        tx.outbox.mark_sending(post.id, scene.now)
        tx.outbox.settle(post.id, State.READY, scene.now, not_before=scene.now + 60 * SECOND)

    late = await scene.write(lambda tx: join(tx, "late"))
    await scene.edit()
    await scene.write(wait)
    await scene.write(lambda tx: tx.people.set_consent(late, "named", "no", NOW))
    await scene.settle()
    scene.now += 120 * SECOND
    await scene.settle()
    assert "late" not in scene.on_it()


async def test_it_waits_as_long_as_it_must_and_never_with_more_than_a_few(scene: Scene) -> None:
    for number in range(70):
        await scene.write(lambda tx, n=number: join(tx, f"q{n}"))
    assert await scene.edit() == listing.AT_ONCE
    assert await scene.edit() == 0
    scene.now += 2 * WITHIN
    assert len(await scene.send_all()) == listing.AT_ONCE + 1
    await scene.settle()
    assert len(scene.on_it()) == 70


async def test_whoever_leaves_does_not_wait_for_those_who_join(scene: Scene, crowd: dict[str, int]) -> None:
    for number in range(60):
        await scene.write(lambda tx, n=number: join(tx, f"q{n}"))
    assert await scene.edit() == listing.AT_ONCE
    await scene.write(lambda tx: tx.people.set_consent(crowd["p00"], "named", "no", NOW))
    assert await scene.edit() == 1
    first = await scene.store.read(lambda tx: tx.outbox.next_ready("paper", scene.now, Priority.LISTING))
    assert first is not None and first.kind == "unlisted"


async def test_nothing_is_owed_where_nothing_differs(scene: Scene, crowd: dict[str, int]) -> None:
    assert await scene.repair() == 0
    assert await scene.edit() == 0


async def test_what_the_network_lost_or_has_too_much_is_owed_again(scene: Scene, crowd: dict[str, int]) -> None:
    await scene.write(lambda tx: tx.people.set_consent(crowd["p01"], "named", "no", NOW))
    await scene.settle()
    del scene.lists.held["place of did:plc:p05"]
    scene.lists.held |= {"place of did:plc:p01": "did:plc:p01", "a place by hand": "did:plc:stranger"}
    assert await scene.repair() == 3
    await scene.settle()
    assert scene.on_it() == set(NAMES) - {"p01"}
    assert await scene.repair() == 0


async def test_what_still_waits_is_not_taken_for_lost(scene: Scene, crowd: dict[str, int]) -> None:
    await scene.write(lambda tx: join(tx, "late"))
    await scene.edit()
    assert await scene.repair() == 0


async def test_who_is_away_leaves_and_comes_back_by_themselves(scene: Scene, crowd: dict[str, int]) -> None:
    editor = scene.editor()
    account = bluesky("p07").id
    await scene.write(lambda tx: listing.keep_away(tx, editor, {account: False, bluesky("p08").id: True}))
    await scene.settle()
    assert scene.on_it() == set(NAMES) - {"p07"}
    assert account in await scene.store.read(lambda tx: listing.accounts(tx, editor, "", 100))
    await scene.write(lambda tx: listing.keep_away(tx, editor, {account: True}))
    await scene.settle()
    assert scene.on_it() == set(NAMES)


async def test_who_is_erased_while_away_is_forgotten(scene: Scene, crowd: dict[str, int]) -> None:
    editor = scene.editor()
    await scene.write(lambda tx: listing.keep_away(tx, editor, {bluesky("p07").id: False}))
    await scene.settle()
    await scene.write(lambda tx: tx.people.remove(crowd["p07"]))
    await scene.settle()
    assert bluesky("p07").id not in await scene.store.read(lambda tx: listing.accounts(tx, editor, "", 100))


async def test_who_is_away_leaves_and_returns_and_who_is_gone_is_forgotten(scene: Scene, crowd: dict[str, int]) -> None:
    away, gone = bluesky(NAMES[0]), bluesky(NAMES[1])
    for status, there in (("deactivated", set(NAMES[1:])), ("active", set(NAMES))):
        await scene.write(lambda tx, s=status: lives.notice(tx, [Sign(away, scene.now, s)], scene.now))
        await scene.settle()
        assert scene.on_it() == there
    for days in (0, 7):
        later = NOW + timedelta(days=days)
        await scene.write(lambda tx, at=later: lives.learn(tx, gone, Life(Standing.GONE), at))
        await scene.settle()
        assert scene.on_it() == set(NAMES) - {NAMES[1]}
    on_it = await scene.store.read(lambda tx: tx.listed.accounts("paper", "", 99))
    assert gone.id not in on_it
