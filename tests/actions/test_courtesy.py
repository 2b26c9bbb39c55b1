"""A server is denied on its own people's proven word, who hear of it once; anybody else is referred to the operator."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.actions import deliver
from bot.actions.courtesy import PATIENCE, ask_again, servers_of, settle_check
from bot.actions.receive import receive
from bot.domain.accounts import Account, Platform
from bot.domain.effects import Why
from bot.domain.encounters import Visibility
from bot.domain.outbox import Post, Priority, State
from bot.ports import ServerCheck
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.actions.test_receive import DESK, asks
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, SECOND, mastodon

TUSK = replace(DESK, network=PaperNetwork(platform=Platform.MASTODON))
MOD, ANN = mastodon("mod"), mastodon("ann")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    await opened.write(lambda tx: tx.inbox.first_start("paper", NOW - SECOND))
    yield opened
    await opened.close()


async def says(
    store: SqliteStore, text: str = "instance stop", who: Account = MOD, uri: str = "https://m.example/1"
) -> str:
    one = asks(text, uri, account=who, visibility=Visibility.DIRECT, reply={"in_reply_to_id": "1"})
    return await store.write(partial(receive, encounter=one, desk=TUSK, now=NOW))


async def check(store: SqliteStore) -> ServerCheck:
    found = await store.read(lambda tx: tx.courtesy.next_check("paper", NOW))
    assert found is not None
    return found


async def settled(store: SqliteStore, *, speaks: bool) -> Post:
    post = await store.write(partial(settle_check, check=await check(store), desk=TUSK, now=NOW, speaks=speaks))
    assert post is not None
    found = await store.read(lambda tx: tx.outbox.get(post))
    assert found is not None
    return found


async def test_nothing_is_said_or_done_before_the_server_was_asked(store: SqliteStore) -> None:
    assert await says(store) == Why.SERVER_ASKED
    assert await store.read(lambda tx: tx.outbox.rows()) == []
    assert await store.read(lambda tx: tx.courtesy.denied()) == []
    assert (await check(store)).account == MOD


async def test_a_moderators_word_silences_us_for_all_of_their_server(store: SqliteStore) -> None:
    assert await says(store, "combien", ANN, "https://m.example/0") == "answered"
    await says(store)
    said = await settled(store, speaks=True)
    assert (said.kind, said.priority, said.record["visibility"]) == ("instance-stop", Priority.RIGHTS, "direct")
    assert await store.read(lambda tx: tx.courtesy.denied()) == [("m.example", "server", NOW)]
    # What was owed before is not sent; the acknowledgement is.
    first = partial(deliver.next_post, network="paper", platform=Platform.MASTODON, now=NOW, within=TUSK.answer_within)
    post = await store.write(first)
    assert post is not None and post.id == said.id
    await store.write(lambda tx: tx.outbox.mark_sending(said.id, NOW))
    assert await store.write(first) is None
    assert await says(store, "combien", ANN, "https://m.example/3") == Why.DENIED
    assert await says(store, "stop", ANN, "https://m.example/4") == Why.DENIED
    assert await store.read(lambda tx: tx.people.is_silent(ANN))
    assert await says(store, "combien", mastodon("bob", "other.example"), "https://other.example/1") == "answered"


async def test_anybody_else_is_referred_to_the_operator_and_nothing_changes(store: SqliteStore) -> None:
    await says(store, who=ANN)
    said = await settled(store, speaks=False)
    assert "admin@example.org" in said.record["text"]
    assert said.priority is Priority.NEWCOMER  # anybody can make up accounts that say so
    assert await store.read(lambda tx: tx.courtesy.denied()) == []
    assert await store.read(lambda tx: tx.courtesy.next_check("paper", NOW)) is None


async def test_the_same_word_seen_again_is_acknowledged_once(store: SqliteStore) -> None:
    await says(store)
    asked = await check(store)
    for _ in range(2):
        await store.write(partial(settle_check, check=asked, desk=TUSK, now=NOW, speaks=True))
    assert len(await store.read(lambda tx: tx.outbox.rows())) == 1


async def test_whoever_is_erased_while_their_server_is_asked_does_not_come_back(store: SqliteStore) -> None:
    await says(store)
    asked = await check(store)
    await says(store, "oublie-moi", uri="https://m.example/2")
    owed = await store.write(partial(settle_check, check=asked, desk=TUSK, now=NOW, speaks=True))
    assert owed is None
    assert [row.kind for row in await store.read(lambda tx: tx.outbox.rows())] == ["forget"]


async def test_a_server_that_does_not_answer_is_asked_for_a_day_and_no_longer(store: SqliteStore) -> None:
    await says(store)
    now, tries = NOW, 0
    while (due := await store.read(lambda tx, at=now: tx.courtesy.next_check("paper", at))) or now - NOW < 2 * PATIENCE:  # type: ignore[misc]
        if due:
            tries += 1
            await store.write(partial(ask_again, check=due, desk=TUSK, now=now))
        now += timedelta(minutes=15)
    assert 8 <= tries <= 20
    assert [row.kind for row in await store.read(lambda tx: tx.outbox.rows())] == ["instance-stop"]
    assert await store.read(lambda tx: tx.courtesy.denied()) == []


async def test_a_server_is_asked_beyond_every_limit(store: SqliteStore) -> None:
    for number in range(3):
        assert await says(store, "combien", uri=f"https://m.example/0{number}") == "answered"
    assert await says(store, "combien", uri="https://m.example/03") == Why.TOO_MANY
    assert await says(store) == Why.TOO_MANY
    assert (await check(store)).account == MOD


async def test_a_server_is_asked_however_late_the_word_is_found_and_not_when_it_is_denied(store: SqliteStore) -> None:
    late = asks("instance stop", "https://m.example/1", account=MOD, visibility=Visibility.DIRECT)
    after = NOW + TUSK.answer_within + SECOND
    assert await store.write(partial(receive, encounter=late, desk=TUSK, now=after)) == Why.TOO_OLD
    asked = await store.read(lambda tx: tx.courtesy.next_check("paper", after))
    assert asked is not None and asked.account == MOD
    await store.write(partial(settle_check, check=asked, desk=TUSK, now=after, speaks=True))
    await store.write(partial(receive, encounter=replace(late, uri="https://m.example/2"), desk=TUSK, now=after))
    assert await store.read(lambda tx: tx.courtesy.next_check("paper", after)) is None


async def test_a_contact_labelled_as_a_bot_is_obeyed_and_told_nothing(store: SqliteStore) -> None:
    word = asks("instance stop", "https://m.example/1", account=MOD, visibility=Visibility.DIRECT, bot=True)
    assert await store.write(partial(receive, encounter=word, desk=TUSK, now=NOW)) == Why.BOT
    asked = await check(store)
    assert await store.write(partial(settle_check, check=asked, desk=TUSK, now=NOW, speaks=True)) is None
    assert await store.read(lambda tx: tx.courtesy.denied()) == [("m.example", "server", NOW)]
    assert await store.read(lambda tx: tx.outbox.rows()) == []


async def test_whoever_does_not_speak_for_their_server_is_told_once_a_day(store: SqliteStore) -> None:
    for number in range(2):
        await says(store, who=ANN, uri=f"https://m.example/{number}")
        await store.write(partial(settle_check, check=await check(store), desk=TUSK, now=NOW, speaks=False))
    assert len(await store.read(lambda tx: tx.outbox.rows())) == 1


async def test_a_rehearsal_says_nothing(store: SqliteStore) -> None:
    await says(store)
    desk = replace(TUSK, rehearsal=True)
    await store.write(partial(settle_check, check=await check(store), desk=desk, now=NOW, speaks=True))
    assert [row.state for row in await store.read(lambda tx: tx.outbox.rows())] == [State.HELD]


def test_a_server_with_two_names_is_denied_by_both() -> None:
    def at(address: str, handle: str) -> tuple[str, ...]:
        account = Account(Platform.MASTODON, address, handle)
        return servers_of(ServerCheck(1, account, "paper", "u", {}, NOW))

    assert at("https://m.example/users/ann", "ann@m.example") == ("m.example",)
    assert at("https://social.m.example/users/ann", "ann@m.example") == ("m.example",)
    assert at("https://web.other/users/ann", "ann@m.example") == ("m.example", "web.other")
