"""Words become one status, for its recipient and nobody else; a fault never makes a second one."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.mastodon import MastodonServer
from bot.domain.encounters import Visibility
from bot.domain.outbox import Priority
from bot.domain.text import Link, Tag
from bot.errors import NotSent, Refused, Unknown
from bot.networks.mastodon import Mastodon, send
from bot.networks.mastodon.send import compose, local_form, name_nobody
from tests.networks.mastodon.conftest import draft, network_on, post_of

REPLY = {"in_reply_to_id": "50", "acct": "Alice@Far.example", "account_id": "7"}
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452")


def test_an_answer_begins_with_its_recipient() -> None:
    text = ("Bonjour, ", Link("the guide", "https://example.org/@guide"), " ", Tag("QuitteX"))
    record = compose(draft(text=text, reply=REPLY, recipient="alice@far.example", language="fr"), "bots.example")
    assert record == {
        "status": "@Alice@Far.example Bonjour, https://example.org/@guide #QuitteX",
        "visibility": "unlisted",
        "language": "fr",
        "sensitive": False,
        "recipients": ["Alice@Far.example"],
        "mark": "",
        "in_reply_to_id": "50",
        "account_id": "7",
    }


def test_an_announcement_begins_with_its_words() -> None:
    drafted = draft("Counters", mark="Counters", visibility=Visibility.PUBLIC, image=PNG, alt="A chart")
    record = compose(drafted, "h.example")
    assert (record["status"], record["recipients"], record["mark"]) == ("Counters", [], "Counters")
    assert (record["visibility"], record["alt"]) == ("public", "A chart")
    assert "in_reply_to_id" not in record


def test_people_of_our_own_server_are_named_without_it() -> None:
    assert compose(draft(recipient="alice@bots.example"), "bots.example")["status"] == "@alice Hello"
    assert local_form("alice@far.example", "bots.example") == "alice@far.example"


@pytest.mark.parametrize(
    ("words", "harmless"),
    [
        ("@bob", "bob"),
        ("(@bob) .@bob twitter:@bob", "(bob) .bob twitter:bob"),
        ("`@bob` x@bob", "`bob` xbob"),
        ("@bob@far.example", "bob@far.example"),
        ("bob@far.example, alice@piaille.fr.", "bob@far.example, alice@piaille.fr."),
        ("@@bob @ bob@", "bob  bob"),
        ("a@b.c@d.e", "a@b.c@d.e"),
        ("é@bob.example", "ébob.example"),
        ("@\n@bob", "\nbob"),
    ],
)
def test_nobody_else_is_named(words: str, harmless: str) -> None:
    assert name_nobody(words) == harmless
    assert compose(draft(words), "h.example")["status"] == harmless


NAMES = ("@", "bob", "alice@far.example", " ", ".", "(", "é", "_", "-", "x.y", "\u200d", "\n")


@given(st.lists(st.sampled_from(NAMES)))
def test_no_words_leave_a_mention_and_none_grow(pieces: list[str]) -> None:
    words = name_nobody("".join(pieces))
    assert len(words) <= len("".join(pieces))
    for place in (n for n, char in enumerate(words) if char == "@"):
        assert place > 0 and words[place - 1].isascii() and (words[place - 1].isalnum() or words[place - 1] == "_")


async def answered(network: Mastodon, server: MastodonServer, words: str = "Hello", **more: Any) -> tuple[str, Any]:
    """A mention by alice, and the Post that answers it."""
    alice = server.account("alice")
    trigger = alice.post("@qxbot find", visibility="direct")
    reply = {"in_reply_to_id": trigger, "acct": "alice", "account_id": alice.id}
    more = {"visibility": Visibility.DIRECT, "reply": reply, **more}
    return trigger, post_of(network, draft(words, **more))


async def test_a_status_is_sent_as_composed(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    trigger, post = await answered(network, any_server, language="fr")
    receipt = await network.send(post)
    (reply,) = any_server.replies_to(trigger)
    assert reply == {
        "id": receipt,
        "acct": "qxbot",
        "text": "@alice Hello",
        "visibility": "direct",
        "language": "fr",
        "parent": trigger,
        "mentions": ["alice"],
        "media": [],
    }
    await network.close()


async def test_a_surplus_recipient_costs_the_status_its_life(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    any_server.account("bob")
    trigger, post = await answered(network, any_server)
    post.record["status"] += " @bob"  # as if our own care had failed
    with pytest.raises(Refused, match="surplus"):
        await network.send(post)
    assert any_server.replies_to(trigger) == []
    await network.close()


async def test_a_surplus_that_could_not_be_deleted_is_told_as_it_is(
    server: MastodonServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(send, "DELETE_PAUSE", 0.0)
    network = await network_on(server)
    server.account("bob")
    trigger, post = await answered(network, server)
    post.record["status"] += " @bob"
    server.faults.add("refuse", "/api/v1/statuses/.*", "DELETE")
    with pytest.raises(Refused, match="could not be deleted"):
        await network.send(post)
    assert len(server.replies_to(trigger)) == 1
    await network.close()


async def test_the_key_travels_along(server: MastodonServer) -> None:
    network = await network_on(server)
    trigger, post = await answered(network, server)
    assert await network.send(post) == await network.send(post)
    assert len(server.replies_to(trigger)) == 1
    await network.close()


@pytest.mark.parametrize("form", ["charset", "other"])
async def test_an_answer_without_an_id_is_no_receipt(server: MastodonServer, form: str) -> None:
    network = await network_on(server)
    trigger, post = await answered(network, server)
    server.faults.add("garbage", "/api/v1/statuses", form=form)
    with pytest.raises(Unknown):
        await network.send(post)
    server.faults.clear()
    assert await network.find(post) == server.replies_to(trigger)[0]["id"]
    await network.close()


async def test_a_trigger_that_is_gone_is_refused(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    trigger, post = await answered(network, any_server)
    any_server.person("alice").delete(trigger)
    with pytest.raises(Refused):
        await network.send(post)
    await network.close()


async def test_the_budget_is_ours_before_it_is_the_servers(server: MastodonServer) -> None:
    network = await network_on(server, budget_share=1 / 300)
    _, post = await answered(network, server)
    assert network.pace(post, post.created_at) == 0
    await network.send(post)
    assert network.pace(post, post.created_at) > 10_000
    with pytest.raises(NotSent) as caught:
        await network.send(post)
    assert caught.value.wait > 10_000
    assert len(server.statuses_of("qxbot")) == 1
    await network.close()


async def test_what_was_sent_before_this_start_counts(server: MastodonServer) -> None:
    network = await network_on(server)
    _, answer = await answered(network, server)
    post = replace(answer, priority=Priority.KNOWN)
    network.spent([post.created_at] * 239)
    assert network.pace(post, post.created_at) == 0
    network.spent([post.created_at])
    assert network.pace(post, post.created_at) > 10_000
    await network.close()


async def test_a_lifted_budget_waits_for_nothing(server: MastodonServer) -> None:
    network = await network_on(server, budget_share=0.0)
    _, post = await answered(network, server)
    network.spent([post.created_at] * 1000)
    assert network.pace(post, post.created_at) == 0
    await network.close()


async def chart(network: Mastodon) -> Any:
    drafted = draft("Counters of 20 January", mark="Counters of 20 January", image=PNG, alt="Two lines rise")
    post = post_of(network, drafted)
    ticket = await network.prepare(post)
    return post_of(network, drafted, ticket=ticket)


async def test_a_picture_goes_first_and_once(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    post = await chart(network)
    assert await network.prepare(post) == post.ticket
    await network.send(post)
    (status,) = any_server.statuses_of("qxbot")
    assert [medium["description"] for medium in status["media"]] == ["Two lines rise"]
    await network.close()


async def test_a_picture_that_is_attached_already_is_the_post_itself(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    post = await chart(network)
    receipt = await network.send(post)
    another_key = post_of(network, draft(trigger="other"), ticket=post.ticket)
    another_key.record["status"] = post.record["status"]
    another_key.record["mark"] = post.record["mark"]
    assert await network.send(another_key) == receipt
    assert len(any_server.statuses_of("qxbot")) == 1
    await network.close()


async def test_a_lost_upload_is_only_an_upload(server: MastodonServer) -> None:
    network = await network_on(server)
    server.faults.add("drop_answer", "/api/v2/media", count=1)
    with pytest.raises(NotSent):
        await chart(network)
    assert (await chart(network)).ticket["media_id"]
    await network.close()
