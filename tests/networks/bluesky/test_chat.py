"""Private messages: read from their log, answered once although they have no key."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.domain.encounters import Kind, Visibility
from bot.domain.outbox import Draft, Post, State, derive_key
from bot.errors import NotSent, Refused, Unknown
from bot.networks.bluesky.chat import Chat, Said, encounter
from bot.networks.bluesky.compose import compose
from bot.networks.bluesky.session import Keeper
from bot.networks.bluesky.translate import Us
from bot.ports import Gate

NOW = datetime(2027, 1, 20, tzinfo=UTC)


@pytest.fixture
def chat(keeper: Keeper) -> Chat:
    return Chat(keeper)


def owed(trigger: str, reply: dict[str, Any], words: str = "Bonjour") -> Post:
    draft = Draft(derive_key(trigger, "find"), (words,), "fr", Visibility.DIRECT, NOW, trigger, reply=reply)
    return Post(1, draft.key, "bluesky", "find", State.READY, trigger, compose(draft), NOW)


async def asked(chat: Chat, alice: Person, bot: Person, words: str = "trouve") -> Post:
    """The Post that answers a new message of Alice."""
    alice.message(bot, words)
    said = (await chat.news(""))[0][-1]
    made = encounter(said, Us("bluesky", bot.did))
    return owed(made.uri, dict(made.reply))


async def test_the_log_is_read_once_and_in_order(chat: Chat, alice: Person, bot: Person) -> None:
    for n in range(120):
        alice.message(bot, str(n))
        bot.message(alice, f"answer {n}")
    said, cursor = await chat.news("")
    assert [one.text for one in said] == [str(n) for n in range(120)]
    assert await chat.news(cursor) == ([], cursor)
    alice.message(bot, "encore")
    assert [one.text for one in (await chat.news(cursor))[0]] == ["encore"]
    assert [one.text for one in await chat.latest()] == ["encore"]


def test_a_message_is_a_private_encounter() -> None:
    made = encounter(Said("c1", "m1", "did:plc:alice", " trouve\u202e ", NOW), Us("bluesky", "did:plc:us"))
    assert (made.kind, made.visibility, made.addressed) == (Kind.MESSAGE, Visibility.DIRECT, True)
    assert (made.uri, made.thread, made.text, made.at) == ("chat:c1/m1", "chat:c1", "trouve", NOW)
    assert made.reply == {"convo": "c1", "after": "m1"}


async def test_an_answer_is_found_and_no_other_is_taken_for_it(
    server: BlueskyNetwork, chat: Chat, alice: Person, bot: Person
) -> None:
    alice.allow_messages("all")
    bot.message(alice, "Bonjour")  # the same words, said before
    post = await asked(chat, alice, bot)
    assert await chat.find(post, frozenset()) is None
    receipt = await chat.send(post)
    assert await chat.find(post, frozenset()) == receipt
    assert await chat.find(post, frozenset({receipt})) is None
    alice.message(bot, "Bonjour")  # theirs, not ours
    assert await chat.find(post, frozenset({receipt})) is None
    assert server.messages(bot, alice).count("quittex.test: Bonjour") == 2


async def test_a_lost_answer_is_found_by_looking(
    server: BlueskyNetwork, chat: Chat, alice: Person, bot: Person
) -> None:
    post = await asked(chat, alice, bot)
    server.faults.add("drop_answer", path=".*sendMessage", count=1)
    with pytest.raises(Unknown):
        await chat.send(post)
    assert await chat.find(post, frozenset())


async def test_far_down_the_conversation(chat: Chat, alice: Person, bot: Person) -> None:
    post = await asked(chat, alice, bot)
    receipt = await chat.send(post)
    for n in range(250):
        alice.message(bot, f"and {n}")
    assert await chat.find(post, frozenset()) == receipt


async def test_a_first_word_to_a_newcomer(server: BlueskyNetwork, chat: Chat, alice: Person, bot: Person) -> None:
    post = owed("follow:x", {"member": alice.did}, "Bienvenue")
    alice.allow_messages("none")
    assert await chat.gate(post) is Gate.CLOSED
    with pytest.raises(Refused):
        await chat.send(post)
    alice.allow_messages("all")
    assert await chat.gate(post) is Gate.OPEN
    assert await chat.find(post, frozenset()) is None
    await chat.send(post)
    assert await chat.find(post, frozenset())
    assert server.messages(bot, alice) == ["quittex.test: Bienvenue"]


async def test_a_message_with_a_mark_is_found_whatever_its_other_words(chat: Chat, alice: Person, bot: Person) -> None:
    alice.allow_messages("all")

    def digest(words: str, mark: str) -> Post:
        draft = Draft("key", (words,), "fr", Visibility.DIRECT, NOW, "t", reply={"member": alice.did}, mark=mark)
        return Post(1, "key", "bluesky", "digest", State.READY, "t", compose(draft), NOW)

    receipt = await chat.send(digest("Two people № 2026-W48", "№ 2026-W48"))
    assert await chat.find(digest("Three people № 2026-W48", "№ 2026-W48"), frozenset()) == receipt
    assert await chat.find(digest("Two people № 2026-W49", "№ 2026-W49"), frozenset()) is None


async def test_the_gate_closes_with_a_block(chat: Chat, alice: Person, bot: Person) -> None:
    post = await asked(chat, alice, bot)
    assert await chat.gate(post) is Gate.OPEN
    alice.block(bot)
    assert await chat.gate(post) is Gate.CLOSED
    gone = replace(post, record={**post.record, "convo": "nowhere"})
    assert await chat.gate(gone) is Gate.CLOSED


async def test_a_server_without_chat_says_so(server: BlueskyNetwork, chat: Chat) -> None:
    server.faults.add("status", path=".*chat.bsky.*", status=501, body='{"error":"MethodNotImplemented"}')
    with pytest.raises(Refused):
        await chat.news("")


@pytest.mark.parametrize(
    ("status", "error", "lacks"),
    [
        (501, "MethodNotImplemented", True),
        (400, "InvalidRequest", True),
        (500, "InternalServerError", True),
        (502, "UpstreamFailure", False),
        (429, "RateLimitExceeded", False),
    ],
)
async def test_a_server_without_chat_is_told_from_a_chat_that_is_away(
    server: BlueskyNetwork, chat: Chat, status: int, error: str, lacks: bool
) -> None:
    assert await chat.lacking() == ""
    server.faults.add("status", path=".*chat.bsky.*", status=status, body=f'{{"error":"{error}","message":"m"}}')
    assert ("no private messages" in await chat.lacking()) is lacks


async def test_a_conversation_that_cannot_be_opened_got_nothing(
    server: BlueskyNetwork, chat: Chat, alice: Person, bot: Person
) -> None:
    post = await asked(chat, alice, bot)
    server.faults.add("drop_answer", path=".*getConvo", count=1)
    with pytest.raises(NotSent):
        await chat.send(post)
    assert server.messages(bot, alice) == ["alice.test: trouve"]


async def test_malformed_logs_are_passed_over(server: BlueskyNetwork, chat: Chat) -> None:
    odd = '{"logs":[12,{},{"message":12},{"convoId":"c","message":{"id":"m","text":12,"sender":"x"}}],"cursor":"9"}'
    server.faults.add("status", path=".*getLog", status=200, body=odd)
    assert await chat.news("") == ([], "9")
