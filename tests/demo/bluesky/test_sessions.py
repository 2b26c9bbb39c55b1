"""Login, refresh and identity through the real SDK."""

from __future__ import annotations

import httpx
import pytest
from atproto import AsyncClient, DidDocument
from atproto_client import exceptions
from atproto_client.client.session import Session, SessionEvent

from bot.demo.bluesky import BlueskyNetwork
from tests.demo.conftest import Login


async def test_a_session_string_signs_in_again_without_a_password(bluesky: BlueskyNetwork, login: Login) -> None:
    alice = bluesky.account("alice.test", "Alice")
    first = await login(alice)
    again = AsyncClient(bluesky.url)
    profile = await again.login(session_string=first.export_session_string())
    assert (profile.did, profile.display_name) == (alice.did, "Alice")
    assert again._base_url == f"{bluesky.url}/xrpc"
    assert bluesky.tokens.logins == 1
    await again.request.close()


async def test_the_sdk_refreshes_a_token_near_its_end(bluesky: BlueskyNetwork, login: Login) -> None:
    bluesky.tokens.access_seconds = 60
    client = await login(bluesky.account("alice.test"))
    events: list[SessionEvent] = []

    @client.on_session_change
    async def changed(event: SessionEvent, session: Session) -> None:
        events.append(event)

    bluesky.tokens.access_seconds = 7200
    await client.get_posts([f"at://{client.me.did if client.me else ''}/app.bsky.feed.post/2222222222222"])
    assert events == [SessionEvent.REFRESH]
    assert bluesky.tokens.refreshes == 2  # once while logging in, whose own token was as short


async def test_refused_tokens_and_passwords(bluesky: BlueskyNetwork, login: Login) -> None:
    alice = bluesky.account("alice.test")
    client = await login(alice)
    alice.revoke_sessions()
    with pytest.raises(exceptions.BadRequestError) as expired:
        await client.send_post("hello")
    assert expired.value.response.content.error == "ExpiredToken"
    await client.login(alice.handle, alice.password)
    with pytest.raises(exceptions.UnauthorizedError):
        await client.login(alice.handle, "wrong")


async def test_a_taken_down_bot_reads_but_neither_writes_nor_signs_in(bluesky: BlueskyNetwork, login: Login) -> None:
    alice = bluesky.account("alice.test")
    client = await login(alice)
    alice.set_status("takendown")
    assert (await client.app.bsky.notification.list_notifications()).notifications == []
    for attempt in (client.send_post("hello"), client.login(alice.handle, alice.password)):
        with pytest.raises(exceptions.UnauthorizedError) as caught:
            await attempt
        assert caught.value.response.content.error == "AccountTakedown"


async def test_accounts_are_made_and_handles_resolved_over_http(bluesky: BlueskyNetwork) -> None:
    client = AsyncClient(bluesky.url)
    made = await client.com.atproto.server.create_account({"handle": "new.test", "password": "x"})
    found = await client.com.atproto.identity.resolve_handle({"handle": "new.test"})
    described = await client.com.atproto.server.describe_server()
    assert found.did == made.did == bluesky.person("new.test").did
    assert described.available_user_domains == [".test"]
    with pytest.raises(exceptions.BadRequestError):
        await client.com.atproto.identity.resolve_handle({"handle": "nobody.test"})
    await client.request.close()


async def test_the_directory_knows_where_an_account_lives(bluesky: BlueskyNetwork) -> None:
    alice = bluesky.account("alice.test")
    async with httpx.AsyncClient(base_url=bluesky.url) as directory:
        document = DidDocument.from_dict((await directory.get(f"/{alice.did}")).json())
    assert (document.get_handle(), document.get_pds_endpoint()) == ("alice.test", bluesky.url)
