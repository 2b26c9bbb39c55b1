"""The server as one thing: lost answers on both kinds, and what it tells of itself."""

from __future__ import annotations

import httpx
import pytest
from mastodon import MastodonNetworkError

from bot.demo.mastodon import GOTOSOCIAL, MASTODON, Flavour, MastodonServer
from tests.demo.conftest import Api


@pytest.mark.parametrize(("flavour", "answers"), [(MASTODON, 1), (GOTOSOCIAL, 2)], ids=lambda value: str(value)[:20])
async def test_after_a_lost_answer_a_key_saves_only_where_it_counts(flavour: Flavour, answers: int, api: Api) -> None:
    async with MastodonServer(flavour) as server:
        alice, bot = server.account("alice"), server.account("quittex")
        question = alice.post("@quittex find")
        server.faults.add("drop_answer", path="/api/v1/statuses", method="POST", count=1)
        words = {"status": "@alice 3", "in_reply_to_id": question, "idempotency_key": "k"}
        with pytest.raises(MastodonNetworkError):
            await api(bot).status_post(**words)
        assert len((await api(bot).status_context(question)).descendants) == 1
        await api(bot).status_post(**words)
        assert len(server.replies_to(question, by=bot)) == answers


async def test_a_lost_request_posted_nothing(mastodon: MastodonServer, api: Api) -> None:
    bot = mastodon.account("quittex")
    mastodon.faults.add("drop_request", method="POST", count=1)
    with pytest.raises(MastodonNetworkError):
        await api(bot).status_post("hello")
    assert mastodon.statuses_of(bot) == []


async def test_the_state_counts_what_the_server_saw(mastodon: MastodonServer) -> None:
    alice = mastodon.account("alice")
    post = alice.post("@quittex find")
    async with httpx.AsyncClient(base_url=mastodon.url) as plain:
        state = (await plain.get("/_demo/state")).json()
        lost = (await plain.get(f"/api/v1/statuses/{post}0")).json()
    assert [status["id"] for status in state["statuses"]] == [post]
    assert lost == {"error": "Record not found"}
    assert mastodon.described()["accounts"][0]["token"] == alice.token


async def test_a_domain_makes_pretty_addresses() -> None:
    async with MastodonServer(domain="here.test") as server:
        assert server.account("alice").url == "https://here.test/@alice"
        assert server.url.startswith("http://127.0.0.1:")
