"""Rate limits, counted per token and family."""

from __future__ import annotations

import time

import pytest
from mastodon import MastodonRatelimitError

from bot.demo.mastodon import Limits, MastodonServer
from bot.demo.mastodon.limits import Family
from tests.demo.conftest import Api


async def test_the_headers_count_down_and_the_last_one_is_a_429(mastodon: MastodonServer, api: Api) -> None:
    beginning = (time.time() // 10_800 + 1) * 10_800
    mastodon.limits = Limits(statuses=Family(2, 10_800), clock=lambda: beginning)
    client = api(mastodon.account("quittex"))
    await client.status_post("one")
    assert client.client.ratelimit_remaining == 1
    await client.status_post("two")
    with pytest.raises(MastodonRatelimitError):
        await client.status_post("three")
    await client.notifications()
    assert client.client.ratelimit_remaining == 300 - 4
    assert len(mastodon.statuses_of("quittex")) == 2
    assert 299 < client.client.ratelimit_reset - beginning < 301


async def test_paging_has_its_own_purse_and_windows_end(mastodon: MastodonServer, api: Api) -> None:
    now = [1000.0]
    mastodon.limits = Limits(paging=Family(1, 900), clock=lambda: now[0])
    client = api(mastodon.account("quittex"))
    await client.notifications(since_id="1")
    with pytest.raises(MastodonRatelimitError):
        await client.notifications(since_id="1")
    now[0] += 900
    await client.notifications(since_id="1")
    other = api(mastodon.account("alice"))
    await other.notifications(since_id="1")
