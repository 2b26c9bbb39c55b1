"""Once, whatever becomes of the answer; never to somebody who wants nothing from us."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.domain.encounters import Visibility
from bot.domain.outbox import Draft, Post, State, derive_key
from bot.domain.text import Mention
from bot.errors import NotSent, Refused, Unknown
from bot.networks.bluesky import send
from bot.networks.bluesky.compose import compose
from bot.networks.bluesky.session import Keeper
from bot.ports import Gate

PNG = b"\x89PNG\r\n\x1a\n" + b"chart" * 100

NOON = datetime(2027, 1, 20, tzinfo=UTC)


def owed(server: BlueskyNetwork, trigger: str, words: str = "Bonjour", **more: Any) -> Post:
    """The Post that answers this post, or an announcement."""
    stored = server.world.get(trigger)
    parent = {"uri": trigger, "cid": stored.cid} if stored else {}
    root = (stored.record.get("reply") or {}).get("root", parent) if stored else {}
    draft = Draft(
        key=derive_key(trigger, "find"),
        text=(words,),
        language="fr",
        visibility=Visibility.PUBLIC,
        created_at=NOON,
        trigger=trigger,
        reply={"root": root, "parent": parent} if stored else {},
        **more,
    )
    record = compose(draft)
    return Post(1, draft.key, "bluesky", "find", State.READY, trigger, record, draft.created_at, image=draft.image)


@pytest.fixture
def question(alice: Person, bot: Person) -> str:
    return alice.post(f"@{bot.handle} trouve")


LOST = [
    {"kind": "drop_answer"},
    {"kind": "drop_request"},
    {"kind": "refuse"},
    {"kind": "cut_midway"},
    {"kind": "status", "status": 500},
    {"kind": "status_after", "status": 500},
    {"kind": "garbage", "form": "html"},
    {"kind": "garbage", "form": "truncated"},
]


@pytest.mark.parametrize("fault", LOST)
async def test_whatever_was_lost_the_same_put_again_is_once(
    server: BlueskyNetwork, keeper: Keeper, bot: Person, question: str, fault: dict[str, Any]
) -> None:
    post = owed(server, question)
    server.faults.add(path=".*putRecord", count=1, **fault)
    with pytest.raises(Unknown):
        await send.send(keeper, post)
    receipt = await send.send(keeper, post)
    assert await send.find(keeper, post) == receipt
    assert [reply["uri"] for reply in server.replies_to(question, by=bot)] == [receipt]


async def test_a_late_first_put_changes_nothing(
    server: BlueskyNetwork, keeper: Keeper, bot: Person, question: str
) -> None:
    post = owed(server, question)
    server.faults.add("late", path=".*putRecord", count=1, seconds=0.2, form="cut")
    with pytest.raises(Unknown):
        await send.send(keeper, post)
    await send.send(keeper, post)
    commits = server.commits(bot)
    await asyncio.sleep(0.3)
    assert server.commits(bot) == commits
    assert len(server.replies_to(question, by=bot)) == 1


async def test_other_words_on_the_same_key_do_not_edit(
    server: BlueskyNetwork, keeper: Keeper, bot: Person, question: str
) -> None:
    receipt = await send.send(keeper, owed(server, question, "les premiers mots"))
    assert await send.send(keeper, owed(server, question, "d'autres mots")) == receipt
    assert [reply["text"] for reply in server.replies_to(question, by=bot)] == ["les premiers mots"]


async def test_many_at_once_are_one(server: BlueskyNetwork, keeper: Keeper, bot: Person, question: str) -> None:
    post = owed(server, question)
    before = server.commits(bot)
    assert len(set(await asyncio.gather(*(send.send(keeper, post) for _ in range(12))))) == 1
    assert server.commits(bot) == before + 1


async def test_a_picture_is_there_before_its_post(server: BlueskyNetwork, keeper: Keeper, bot: Person) -> None:
    post = owed(server, "announcement:weekly:2026-11-23T09:00:bluesky", image=PNG, alt="Une courbe", image_size=(8, 9))
    assert await send.gate(keeper, post) is Gate.OPEN
    first, again = await send.prepare(keeper, post), await send.prepare(keeper, post)
    assert first == again == {"blob": post.record["record"]["embed"]["images"][0]["image"]["ref"]["$link"]}
    await send.send(keeper, post)
    [shown] = server.posts_of(bot)
    assert shown["record"]["embed"]["images"][0]["alt"] == "Une courbe"


async def test_a_picture_thrown_away_meanwhile_is_brought_again(
    server: BlueskyNetwork, keeper: Keeper, bot: Person
) -> None:
    post = owed(server, "announcement:weekly:2026-11-23T09:00:bluesky", image=PNG, alt="x")
    await send.send(keeper, post)  # never prepared: the server knows no such blob
    assert len(server.posts_of(bot)) == 1


async def test_a_server_that_changes_the_picture_is_refused(server: BlueskyNetwork, keeper: Keeper) -> None:
    post = owed(server, "announcement:weekly:2026-11-23T09:00:bluesky", image=PNG, alt="x")
    with pytest.raises(Refused):
        await send.prepare(keeper, replace(post, image=PNG + b"!"))


async def test_nothing_to_prepare(server: BlueskyNetwork, keeper: Keeper, question: str) -> None:
    assert await send.prepare(keeper, owed(server, question)) == {}


async def test_the_gate_is_open_to_those_who_asked(server: BlueskyNetwork, keeper: Keeper, question: str) -> None:
    assert await send.gate(keeper, owed(server, question)) is Gate.OPEN


async def test_absent_while_the_appview_lags(server: BlueskyNetwork, keeper: Keeper, alice: Person) -> None:
    server.lag = float("inf")
    late = owed(server, alice.post("@quittex.test trouve"))
    assert await send.gate(keeper, late) is Gate.ABSENT
    server.lag = 0.0
    assert await send.gate(keeper, late) is Gate.OPEN


async def test_closed_to_the_gated_and_absent_for_the_rest(
    server: BlueskyNetwork, keeper: Keeper, alice: Person, bot: Person
) -> None:
    bob = server.account("bob.test")
    questions = {name: alice.post(f"@{bot.handle} {name}") for name in ("deleted", "gated", "open")}
    blocked = bob.post(f"@{bot.handle} blocked")
    alice.delete(questions["deleted"])
    alice.gate(questions["gated"])
    bob.block(bot)
    gone = server.account("gone.test")
    taken = gone.post(f"@{bot.handle} taken down")
    gone.set_status("takendown")
    gates = {name: await send.gate(keeper, owed(server, uri)) for name, uri in questions.items()}
    assert gates == {"deleted": Gate.ABSENT, "gated": Gate.CLOSED, "open": Gate.OPEN}
    assert await send.gate(keeper, owed(server, blocked)) is not Gate.OPEN
    assert await send.gate(keeper, owed(server, taken)) is Gate.ABSENT


async def test_closed_when_we_block_or_mute_them(
    server: BlueskyNetwork, keeper: Keeper, alice: Person, bot: Person, question: str
) -> None:
    bot.block(alice)
    assert await send.gate(keeper, owed(server, question)) is not Gate.OPEN


async def test_a_thread_of_somebody_who_blocked_us_is_closed(
    server: BlueskyNetwork, keeper: Keeper, alice: Person, bot: Person
) -> None:
    zoe, bob = server.account("zoe.test"), server.account("bob.test")
    hers, his = zoe.post("my thread"), bob.post("my thread")
    in_hers = alice.post(f"@{bot.handle} trouve", reply_to=hers)
    in_his = alice.post(f"@{bot.handle} trouve", reply_to=his)
    posts = owed(server, in_hers), owed(server, in_his)
    zoe.block(bot)
    bob.delete(his)
    assert await send.gate(keeper, posts[0]) is Gate.CLOSED
    assert await send.gate(keeper, posts[1]) is Gate.OPEN  # deleted, and nobody minds


async def test_a_post_without_trigger_asks_after_its_recipient(
    server: BlueskyNetwork, keeper: Keeper, alice: Person, bot: Person
) -> None:
    trigger = alice.follow(bot)
    welcome = replace(owed(server, "announcement:x"), trigger=trigger, recipient_id=alice.did)
    assert await send.gate(keeper, welcome) is Gate.OPEN
    alice.block(bot)
    assert await send.gate(keeper, welcome) is Gate.CLOSED


async def test_nobody_is_called_who_blocks_is_gone_or_has_another_name(
    server: BlueskyNetwork, keeper: Keeper, alice: Person, bot: Person
) -> None:
    def calling(handle: str, did: str) -> Post:
        text = (Mention(handle, did), " Bonjour")
        draft = Draft(
            derive_key("digest:1:2026-W48", "digest"), text, "fr", Visibility.PUBLIC, NOON, "digest:1:2026-W48"
        )
        return replace(owed(server, "announcement:x"), trigger=draft.trigger, recipient_id=did, record=compose(draft))

    assert await send.gate(keeper, calling("alice.test", alice.did)) is Gate.OPEN
    assert await send.gate(keeper, calling("Alice.Test", alice.did)) is Gate.OPEN
    assert await send.gate(keeper, calling("alice.before.test", alice.did)) is Gate.CLOSED
    assert await send.gate(keeper, calling("zoe.test", "did:plc:nobody")) is Gate.CLOSED
    alice.block(bot)
    assert await send.gate(keeper, calling("alice.test", alice.did)) is Gate.CLOSED


async def test_a_gate_that_does_not_answer_is_asked_again(
    server: BlueskyNetwork, keeper: Keeper, question: str
) -> None:
    server.faults.add("status", path=".*getPosts", status=502)
    with pytest.raises(NotSent):
        await send.gate(keeper, owed(server, question))


async def test_what_the_server_refuses_is_refused(server: BlueskyNetwork, keeper: Keeper, question: str) -> None:
    post = owed(server, question)
    odd = replace(post, record={**post.record, "rkey": "self"})
    with pytest.raises(Refused):
        await send.send(keeper, odd)
    assert await send.find(keeper, odd) is None
