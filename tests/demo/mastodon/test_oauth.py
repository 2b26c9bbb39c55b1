"""Apps and tokens through the real Mastodon.py."""

from __future__ import annotations

import asyncio
import re

import httpx
import pytest
from mastodon import Mastodon, MastodonAPIError, MastodonIllegalArgumentError, MastodonUnauthorizedError

from bot.demo.mastodon import MastodonServer
from tests.demo.conftest import Api


async def test_the_code_flow_gives_a_token_with_the_scopes_asked_for(mastodon: MastodonServer, api: Api) -> None:
    mastodon.account("quittex", password="secret")
    scopes = ["read:accounts", "write:statuses"]
    made = await asyncio.to_thread(
        Mastodon.create_app, "test", scopes=scopes, api_base_url=mastodon.url, session=api.session()
    )
    client = api.at(mastodon.url, client_id=made[0], client_secret=made[1])
    async with httpx.AsyncClient(base_url=mastodon.url) as browser:
        form = await browser.get(await client.auth_request_url(scopes=scopes, allow_http=True))
        hidden = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form.text))
        page = await browser.post("/oauth/authorize", data=hidden | {"username": "quittex", "password": "secret"})
    code = page.text.removeprefix("<code>").removesuffix("</code>")
    await client.log_in(code=code, scopes=scopes, allow_http=True)
    assert (await client.account_verify_credentials()).acct == "quittex"
    assert (await client.app_verify_credentials()).name == "test"
    with pytest.raises(MastodonIllegalArgumentError):
        await client.log_in(code=code, scopes=scopes, allow_http=True)


async def test_narrow_and_revoked_tokens(mastodon: MastodonServer, api: Api) -> None:
    bot = mastodon.account("quittex")
    narrow = api(bot, token=mastodon.token(bot, "read:notifications write:statuses"))
    assert (await narrow.status_post("hello")).id
    assert set((await narrow.app_verify_credentials()).scopes) == {"read:notifications", "write:statuses"}
    with pytest.raises(MastodonAPIError) as caught:
        await narrow.account_verify_credentials()
    assert caught.value.args[1] == 403
    bot.revoke_token()
    for client in (narrow, api(bot)):
        with pytest.raises(MastodonUnauthorizedError):
            await client.notifications()
