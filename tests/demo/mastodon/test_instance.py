"""What a client reads of the server before it begins."""

from __future__ import annotations

from bot.demo.mastodon import MastodonServer
from tests.demo.conftest import Api


async def test_limits_and_addresses_are_told(mastodon: MastodonServer, gotosocial: MastodonServer, api: Api) -> None:
    for server, most, url_length in ((mastodon, 500, 23), (gotosocial, 5000, 25)):
        client = api(server.account("quittex"))
        v2, v1 = await client.instance_v2(), await client.instance_v1()
        statuses = v2.configuration.statuses
        assert (statuses.max_characters, statuses.characters_reserved_per_url) == (most, url_length)
        assert v1.configuration.statuses.max_characters == most
        assert v2.configuration.urls.streaming == v1.urls.streaming_api == server.socket.url
        assert (v2.configuration.timelines_access is not None) == (server is mastodon)
        assert v2.version == server.flavour.version
        nodeinfo = await client.instance_nodeinfo()
        assert nodeinfo.software.name == server.flavour.name
