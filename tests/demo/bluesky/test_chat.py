"""Private messages through the real SDK and its chat proxy."""

from __future__ import annotations

import pytest
from atproto_client import exceptions

from bot.demo.bluesky import BlueskyNetwork
from bot.demo.messages import Problem
from tests.demo.conftest import Chat, Login


async def test_a_question_is_found_as_a_request_and_answered(bluesky: BlueskyNetwork, chat: Chat) -> None:
    bot, alice = bluesky.account("bot.test"), bluesky.account("alice.test")
    bot.allow_messages("all")
    alice.message(bot, "find")
    convos = await chat(bot)

    [convo] = (await convos.list_convos()).convos
    [asked] = (await convos.get_messages({"convo_id": convo.id})).messages
    assert (convo.status, convo.unread_count, asked.sender.did, asked.text) == ("request", 1, alice.did, "find")
    assert {member.handle for member in convo.members} == {"alice.test", "bot.test"}

    sent = await convos.send_message({"convo_id": convo.id, "message": {"text": "3 people"}})
    await convos.update_read({"convo_id": convo.id})
    after = (await convos.get_convo_for_members({"members": [alice.did]})).convo

    assert alice.messages(bot) == ["alice.test: find", "bot.test: 3 people"]
    assert (after.id, after.status, after.unread_count, after.last_message.id) == (convo.id, "accepted", 0, sent.id)


def test_two_messages_are_never_of_one_millisecond() -> None:
    network = BlueskyNetwork()
    bot, alice = network.account("bot.test"), network.account("alice.test")
    bot.allow_messages("all")
    for number in range(5):
        alice.message(bot, str(number))
    said = [message.view()["sentAt"] for message in network.chat.messages([bot.did, alice.did])]
    assert said == sorted(set(said))


async def test_the_log_goes_on_from_its_cursor(bluesky: BlueskyNetwork, chat: Chat) -> None:
    bot, alice = bluesky.account("bot.test"), bluesky.account("alice.test")
    bot.allow_messages("all")
    convos = await chat(bot)
    start = await convos.get_log()
    alice.message(bot, "one")
    first = await convos.get_log({"cursor": start.cursor})
    alice.message(bot, "two")
    second = await convos.get_log({"cursor": first.cursor})
    assert [entry.py_type.rpartition("#")[2] for entry in first.logs] == ["logBeginConvo", "logCreateMessage"]
    assert [entry.message.text for entry in second.logs] == ["two"]


async def test_who_may_be_written_to(bluesky: BlueskyNetwork, chat: Chat) -> None:
    bot, alice, bob, eve = (bluesky.account(f"{name}.test") for name in ("bot", "alice", "bob", "eve"))
    alice.allow_messages("none")
    bob.follow(bot)
    eve.allow_messages("all")
    eve.block(bot)
    convos = await chat(bot)
    can = [(await convos.get_convo_availability({"members": [one.did]})).can_chat for one in (alice, bob, eve)]
    assert can == [False, True, False]
    with pytest.raises(exceptions.BadRequestError, match="disabled incoming"):
        await convos.get_convo_for_members({"members": [alice.did]})
    with pytest.raises(Problem, match="InvalidRequest"):
        bot.message(eve, "hello")


async def test_a_convo_is_closed_by_a_block_and_unknown_to_others(bluesky: BlueskyNetwork, chat: Chat) -> None:
    bot, alice, eve = (bluesky.account(f"{name}.test") for name in ("bot", "alice", "eve"))
    bot.allow_messages("all")
    alice.message(bot, "find")
    convos = await chat(bot)
    [convo] = (await convos.list_convos({"status": "request", "read_state": "unread"})).convos
    alice.block(bot)
    with pytest.raises(exceptions.BadRequestError, match="block between"):
        await convos.send_message({"convo_id": convo.id, "message": {"text": "3 people"}})
    others = await chat(eve)
    with pytest.raises(exceptions.BadRequestError, match="Convo not found"):
        await others.get_messages({"convo_id": convo.id})


async def test_pages_batches_and_limits(bluesky: BlueskyNetwork, chat: Chat) -> None:
    bot, alice = bluesky.account("bot.test"), bluesky.account("alice.test")
    bot.allow_messages("all")
    for number in range(5):
        alice.message(bot, str(number))
    convos = await chat(bot)
    [convo] = (await convos.list_convos()).convos
    page = await convos.get_messages({"convo_id": convo.id, "limit": 3})
    rest = await convos.get_messages({"convo_id": convo.id, "limit": 3, "cursor": page.cursor})
    assert [item.text for item in page.messages + rest.messages] == ["4", "3", "2", "1", "0"]
    with pytest.raises(exceptions.BadRequestError, match="longer than 1000"):
        await convos.send_message({"convo_id": convo.id, "message": {"text": "x" * 1001}})
    items = [{"convo_id": convo.id, "message": {"text": text}} for text in ("a", "b")]
    await convos.send_message_batch({"items": items})
    await convos.accept_convo({"convo_id": convo.id})
    await convos.update_all_read()
    assert (await convos.get_convo({"convo_id": convo.id})).convo.unread_count == 0
    assert len(bot.messages(alice)) == 7


async def test_without_the_proxy_header_there_is_no_chat(bluesky: BlueskyNetwork, login: Login) -> None:
    client = await login(bluesky.account("bot.test"))
    with pytest.raises(exceptions.RequestException) as caught:
        await client.chat.bsky.convo.list_convos()
    assert caught.value.response.status_code == 501
