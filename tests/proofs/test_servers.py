"""Who speaks for a server is what that server itself shows of its own people, and nobody else's word."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.domain.accounts import Account, Platform
from bot.errors import NotSent, Refused
from bot.proofs.servers import InstanceServers
from tests.proofs.site import Site, a_site, pages_of
from tests.storage.builders import bluesky, mastodon

JSON = "Content-Type: application/json; charset=utf-8\r\n"
V1, V2, LOOKUP = "/api/v1/instance", "/api/v2/instance", "/api/v1/accounts/lookup?acct=ann"
ANN = mastodon("ann", "lemonde.example")


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with a_site() as made:
        yield made


def shows(site: Site, path: str, document: Any) -> None:
    site.says(path, json.dumps(document), JSON)


async def speaks(site: Site, account: Account = ANN) -> bool:
    return await InstanceServers(pages_of(site)).speaks_for(account)


async def test_the_contact_account_of_a_server_speaks_for_it(site: Site) -> None:
    shows(site, V2, {"contact": {"account": {"acct": "Ann"}}})
    assert await speaks(site)
    assert site.asked == [("lemonde.example", V2)]


async def test_an_older_server_names_its_contact_elsewhere(site: Site) -> None:
    shows(site, V1, {"contact_account": {"acct": "ann"}})
    assert await speaks(site)


async def test_somebody_with_a_role_that_is_shown_speaks_for_it(site: Site) -> None:
    shows(site, V2, {"contact": {"account": {"acct": "boss"}}})
    shows(site, LOOKUP, {"acct": "ann", "roles": [{"id": "3", "name": "Moderator"}]})
    assert await speaks(site)


@pytest.mark.parametrize(
    "told",
    [
        {"acct": "ann", "roles": []},
        {"acct": "ann"},
        {"acct": "ann@elsewhere.example", "roles": [{"name": "Owner"}]},
        {"acct": "bob", "roles": [{"name": "Owner"}]},
        {"acct": "ann", "roles": "Owner"},
        {"acct": "ann", "roles": ["Owner"]},
        [],
    ],
)
async def test_anybody_else_does_not(site: Site, told: Any) -> None:
    shows(site, V2, {"contact": {"account": None}})
    shows(site, LOOKUP, told)
    assert not await speaks(site)


async def test_a_contact_of_another_server_speaks_for_that_one(site: Site) -> None:
    shows(site, V2, {"contact": {"account": {"acct": "ann@other.example"}}})
    assert not await speaks(site)


async def test_the_server_asked_is_that_of_their_address_whatever_the_handle_says(site: Site) -> None:
    shows(site, V2, {"contact": {"account": {"acct": "ann"}}})
    await speaks(site, mastodon("ann", "lemonde.example", handle="ann@victim.example"))
    assert {host for host, _ in site.asked} == {"lemonde.example"}


async def test_on_bluesky_nobody_does(site: Site) -> None:
    assert not await speaks(site, bluesky("ann")) and not site.asked
    assert not await speaks(site, Account(Platform.MASTODON, "https://lemonde.example/users/ann")) and not site.asked


async def test_another_server_may_not_answer_in_its_place(site: Site) -> None:
    site.leads(V2, "https://other.example/fake")
    shows(site, "/fake", {"contact": {"account": {"acct": "ann"}}})
    with pytest.raises(Refused, match="another server"):
        await speaks(site)


@pytest.mark.parametrize("host", ["inside.example", "metadata.example", "half.example"])
async def test_a_server_inside_is_never_asked(site: Site, host: str) -> None:
    with pytest.raises(Refused):
        await speaks(site, mastodon("ann", host))
    assert not site.asked


async def test_what_cannot_be_read_is_no_answer(site: Site) -> None:
    site.says(V2, "{" * 100_000, JSON)
    with pytest.raises(Refused):
        await speaks(site)
    site.says(V2, "[" * 200_000, JSON)
    with pytest.raises(Refused):
        await speaks(site)
    site.says(V2, "<html>", "Content-Type: text/html\r\n")
    with pytest.raises(Refused):
        await speaks(site)
    site.says(V2, "", JSON, "503 Service Unavailable")
    with pytest.raises(NotSent):
        await speaks(site)
