"""Was it said already, may it still be said, who is this: asked of the server before every word."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.demo.mastodon import MastodonServer
from bot.domain.accounts import Account, Platform
from bot.domain.encounters import Visibility
from bot.errors import NotSent, Stopped, Unknown
from bot.networks.mastodon import Mastodon
from bot.ports import Gate
from tests.networks.mastodon.conftest import Wall, draft, network_on, post_of


async def asked(network: Mastodon, server: MastodonServer, who: str = "alice", **more: Any) -> tuple[str, Any]:
    """A mention, and the Post that would answer it."""
    person = server.account(who) if who not in {one.acct for one in server.people.values()} else server.person(who)
    trigger = person.post("@qxbot find", visibility=more.pop("visibility", "public"))
    reply = {"in_reply_to_id": trigger, "acct": person.acct, "account_id": person.id}
    return trigger, post_of(network, draft(trigger=trigger, reply=reply), **more)


async def test_a_post_is_found_by_its_trigger(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    _, post = await asked(network, any_server)
    assert await network.find(post) is None
    receipt = await network.send(post)
    assert await network.find(post) == receipt
    assert await network.find(post, frozenset({receipt})) is None
    await network.close()


async def test_others_who_answer_and_our_other_answers_are_not_it(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    trigger, post = await asked(network, any_server)
    _, other = await asked(network, any_server)
    await network.send(other)
    any_server.account("bob").post("@alice I know", reply_to=trigger)
    assert await network.find(post) is None
    await network.close()


async def test_a_lost_answer_is_found_and_a_lost_request_is_not(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    for kind, found in (("drop_answer", True), ("drop_request", False)):
        trigger, post = await asked(network, any_server)
        any_server.faults.add(kind, "/api/v1/statuses", "POST", count=1)
        with pytest.raises(Unknown):
            await network.send(post)
        assert (await network.find(post) is not None) is found is bool(any_server.replies_to(trigger))
    await network.close()


@pytest.mark.parametrize("settle", [0.0, 0.2])
async def test_every_answer_over_a_bad_line_is_there_once(any_server: MastodonServer, settle: float) -> None:
    """30 % of the answers and 20 % of the requests are lost; blind repetition made 15 of 40 double."""
    network = await network_on(any_server, request_timeout_seconds=0.05, budget_share=0.0)
    if settle:  # some are committed 0.1 s after we gave up
        any_server.faults.add("late", "/api/v1/statuses", "POST", seconds=0.15, probability=0.2)
    any_server.faults.add("drop_answer", "/api/v1/statuses", "POST", probability=0.3)
    any_server.faults.add("drop_request", "/api/v1/statuses", "POST", probability=0.2)
    triggers = []
    for _ in range(12 if settle else 40):
        trigger, post = await asked(network, any_server)
        triggers.append(trigger)
        while (await network.find(post)) is None:
            try:
                await network.send(post)
            except Unknown:
                await asyncio.sleep(settle)
    assert {len(any_server.replies_to(trigger)) for trigger in triggers} == {1}
    await network.close()


async def test_an_answer_outlives_its_trigger(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    trigger, post = await asked(network, any_server, first_try=Wall().now())
    receipt = await network.send(post)
    any_server.person("alice").delete(trigger)
    assert await network.find(post) == receipt
    _, never_tried = await asked(network, any_server)
    any_server.person("alice").delete(never_tried.record["in_reply_to_id"])
    assert await network.find(never_tried) is None
    await network.close()


async def test_an_announcement_is_found_by_its_mark(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    told = {"visibility": Visibility.PUBLIC, "mark": "Counters of 20 January"}
    post = post_of(network, draft("Counters of 20 January: 12 people.", **told))
    assert await network.find(post) is None
    receipt = await network.send(post)
    for _ in range(45):  # more than a page
        any_server.person("qxbot").post("something else")
    assert await network.find(post) == receipt
    told["mark"] = "Counters of 21 January"
    next_day = post_of(network, draft("Counters of 21 January: 12 people.", **told))
    assert await network.find(next_day) is None
    await network.close()


async def test_a_look_goes_back_no_further_than_the_post_can_be(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    now = Wall().now()
    for age, found in ((timedelta(hours=20), False), (timedelta(hours=11), True)):
        any_server.person("qxbot").post("The counters", created_at=now - age, visibility="public")
        post = post_of(network, draft("The counters", mark="The counters"), created_at=now)
        assert (await network.find(post) is not None) is found
        tried = post_of(network, draft("The counters", mark="The counters"), first_try=now)
        assert await network.find(tried) is None
    await network.close()


async def test_a_welcome_is_found_by_its_words_and_its_recipient(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    posts = []
    for name in ("alice", "bob@far.example"):
        person = any_server.account(name)
        reply = {"acct": person.acct, "account_id": person.id}
        posts.append(post_of(network, draft("Welcome! See https://example.org/guide", trigger=name, reply=reply)))
    receipt = await network.send(posts[0])
    assert await network.find(posts[0]) == receipt
    assert await network.find(posts[1]) is None
    other = await network.send(posts[1])
    assert [await network.find(post) for post in posts] == [receipt, other]
    await network.close()


async def test_a_welcome_of_before_a_restored_backup_is_found(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    bot, alice, met = any_server.person("qxbot"), any_server.account("alice"), Wall().now() - timedelta(days=2)
    bot.post("@alice Welcome!", visibility="direct", created_at=met + timedelta(seconds=1))
    for _ in range(45):  # more than a page
        bot.post("something else", created_at=met + timedelta(hours=1))
    reply = {"acct": "alice", "account_id": alice.id}
    assert await network.find(post_of(network, draft("Welcome!", trigger="alice", reply=reply))) is None
    reply["met"] = met.isoformat()
    assert await network.find(post_of(network, draft("Welcome!", trigger="alice", reply=reply))) is not None
    await network.close()


async def test_a_message_out_of_the_blue_is_found_by_its_mark_and_whom_it_was_for(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    any_server.account("alice"), any_server.account("bob")
    posts = []
    for name in ("alice", "bob"):
        # Known by the handle alone, as a registry has it; whatever other words a lost part of history used.
        account = Account(Platform.MASTODON, "", f"{name}@{any_server.world.domain}")
        reply = {**network.private_to(account), "met": Wall().now().isoformat()}
        told = {"reply": reply, "mark": "№ 2026-W48", "visibility": Visibility.DIRECT, "trigger": name}
        posts.append([post_of(network, draft(f"{words} № 2026-W48", **told)) for words in ("Two people", "Three")])
    receipt = await network.send(posts[0][0])
    assert [await network.find(post) for post in posts[0]] == [receipt, receipt]
    assert [await network.find(post) for post in posts[1]] == [None, None]
    await network.close()


async def test_another_servers_number_of_somebody_is_not_ours(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    here, far = (
        Account(Platform.MASTODON, "", "alice@far.example", local_id="7", local_host=host)
        for host in (any_server.world.domain, "far.example")
    )
    assert network.private_to(here) == {"acct": "alice@far.example", "account_id": "7"}
    assert network.private_to(far) == {"acct": "alice@far.example", "account_id": ""}
    await network.close()


async def test_a_look_that_fails_is_asked_again(server: MastodonServer) -> None:
    network = await network_on(server)
    _, post = await asked(network, server)
    for kind in ("hang", "drop_answer"):
        server.faults.clear()
        server.faults.add(kind, ".*/context")
        with pytest.raises(NotSent):
            await network.find(post)
    server.faults.clear()
    server.person("qxbot").revoke_token()
    with pytest.raises(Stopped):
        await network.find(post)
    await network.close()


async def test_the_gate_is_open_for_whoever_asked(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    for visibility in ("public", "unlisted", "private", "direct"):
        _, post = await asked(network, any_server, visibility=visibility)
        assert await network.gate(post) is Gate.OPEN
    assert await network.gate(post_of(network, draft(mark="Counters"))) is Gate.OPEN
    await network.close()


@pytest.mark.parametrize("visibility", ["public", "direct"])
async def test_the_gate_is_closed_by_a_deletion_or_a_block(any_server: MastodonServer, visibility: str) -> None:
    network = await network_on(any_server)
    alice, bob = any_server.account("alice"), any_server.account("bob")
    trigger, deleted = await asked(network, any_server, visibility=visibility)
    alice.delete(trigger)
    _, blocked = await asked(network, any_server, "bob", visibility=visibility)
    bob.block("qxbot")
    assert [await network.gate(post) for post in (deleted, blocked)] == [Gate.CLOSED, Gate.CLOSED]
    bob.unblock("qxbot")
    any_server.person("qxbot").block("bob")
    assert await network.gate(blocked) is Gate.CLOSED
    await network.close()


async def test_a_welcome_asks_for_its_recipient(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    alice = any_server.account("alice")
    post = post_of(network, draft("Welcome", reply={"acct": "alice", "account_id": alice.id}))
    assert await network.gate(post) is Gate.OPEN
    alice.block("qxbot")
    assert await network.gate(post) is Gate.CLOSED
    await network.close()


async def test_a_profile_is_found_in_every_form_of_its_name(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    alice, bob = any_server.account("alice", "Alice"), any_server.account("bob@far.example")
    host = any_server.url.removeprefix("http://")
    for name in ("alice", "@alice", f"@Alice@{host}"):
        found = await network.profile(name)
        assert found is not None
        assert (found.handle, found.local_id, found.local_host) == (f"alice@{host}", alice.id, host)
        assert (found.platform, found.display_name) == (Platform.MASTODON, "Alice")
    for name in ("@bob@far.example", "bob@FAR.example", bob.url):
        found = await network.profile(name)
        assert found is not None
        assert (found.handle, found.url) == ("bob@far.example", "https://far.example/@bob")
    for nobody in ("nobody", "nobody@far.example", "not a name", ""):
        assert await network.profile(nobody) is None
    await network.close()


async def test_a_profile_is_read_with_its_fields_and_what_the_server_verified(server: MastodonServer) -> None:
    network, ann = await network_on(server), server.account("ann")
    fields = [("X", "@ann"), ("Site", "https://lemonde.fr/"), ("Blog", "https://blog.example")]
    ann.set_profile(note="Journaliste", fields=fields, verified=["https://lemonde.fr/"])
    account = await network.profile(f"ann@{server.world.domain}")
    assert account is not None
    portrait = await network.portrait(account)
    assert portrait is not None and portrait.verified == {"lemonde.fr"}
    assert portrait.words.splitlines() == [
        "Journaliste", "X: @ann", "Site: https://lemonde.fr/", "Blog: https://blog.example",
    ]  # fmt: skip
    await network.close()


@pytest.mark.parametrize("page", ["blog/eve", "about/staff/eve/", "?user=eve", "#eve", "%2F"])
async def test_a_page_that_is_not_the_front_page_does_not_speak_for_its_domain(
    server: MastodonServer, page: str
) -> None:
    network, address = await network_on(server), f"https://lemonde.fr/{page}"
    server.account("eve").set_profile(fields=[("Work", address)], verified=[address])
    account = await network.profile(f"eve@{server.world.domain}")
    assert account is not None
    portrait = await network.portrait(account)
    assert portrait is not None and not portrait.verified
    await network.close()
