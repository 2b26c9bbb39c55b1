"""How somebody is, as our own server knows it: gone, suspended, moved, and what proves a move."""

import pytest

from bot.demo.mastodon import MastodonServer
from bot.domain.accounts import Account, Platform
from bot.domain.lives import Standing
from bot.errors import NotSent
from bot.networks.mastodon import Mastodon
from bot.networks.mastodon.translate import to_account
from tests.networks.mastodon.conftest import network_on


def account_of(server: MastodonServer, name: str) -> Account:
    found = to_account(server.entities.account(server.person(name).account), server.world.domain)
    assert found is not None
    return found


async def standing(network: Mastodon, account: Account) -> Standing:
    return (await network.life(account)).standing


async def test_somebody_here_is_renamed_suspended_remembered_and_gone(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    ann = any_server.account("ann", "Ann")
    asked = account_of(any_server, "ann")
    assert (await network.life(asked)).account == asked
    ann.suspend()
    assert (await network.life(asked)).status == "suspended"
    ann.suspend(False)
    ann.remember()
    assert (await network.life(asked)).status == "memorial"
    ann.delete_account()
    assert await standing(network, asked) is Standing.GONE
    await network.close()


async def test_only_whoever_can_know_says_that_somebody_is_gone(server: MastodonServer) -> None:
    network = await network_on(server)
    elsewhere = Account(Platform.MASTODON, "https://m.example/users/zoe", "zoe@m.example", "https://m.example/@zoe")
    assert await standing(network, elsewhere) is Standing.UNKNOWN
    by_other = Account(Platform.MASTODON, elsewhere.id, elsewhere.handle, "", "4711", "other.example")
    assert await standing(network, by_other) is Standing.UNKNOWN
    server.account("zoe@m.example")
    assert await standing(network, elsewhere) is Standing.ACTIVE
    server.account("yan@m.example")
    assumed = Account(Platform.MASTODON, "https://m.example/ap/users/1", "yan@m.example")
    assert await standing(network, assumed) is Standing.UNKNOWN, "somebody else has the name now"
    assert not [told for told in server.http.requests if "search" in str(told)], "no other server is made to work"
    await network.close()


async def test_a_fault_is_never_taken_for_gone(server: MastodonServer) -> None:
    network = await network_on(server)
    server.account("ann")
    asked = account_of(server, "ann")
    for status in (500, 502, 408, 429):
        server.faults.add("status", path="/api/v1/accounts/.*", status=status, count=1)
        with pytest.raises(NotSent):
            await network.life(asked)
    await network.close()


@pytest.mark.parametrize(("alias", "expected"), [(True, Standing.MOVED), (False, Standing.ACTIVE)])
async def test_a_move_is_believed_when_the_new_account_says_so(
    server: MastodonServer, alias: bool, expected: Standing
) -> None:
    network = await network_on(server)
    ann, anna = server.account("ann"), server.account("anna")
    asked = account_of(server, "ann")
    ann.move(anna, alias=alias)
    life = await network.life(asked)
    assert life.standing is expected
    assert (life.to and life.to.id) == (account_of(server, "anna").id if alias else None)
    await network.close()


async def test_no_word_or_link_of_a_profile_proves_a_move(server: MastodonServer) -> None:
    """Whoever writes of a friend in their profile must not become them."""
    network = await network_on(server)
    eve, bob = server.account("eve"), server.account("bob@n.example")
    asked = account_of(server, "eve")
    bob.set_profile(note=f"Cats at @{asked.handle}", fields=[("friend", asked.url)], verified=[asked.url])
    eve.move(bob, alias=False)
    told = await network.life(asked)
    assert (told.standing, told.claims and told.claims.handle) == (Standing.ACTIVE, "bob@n.example")
    bob.suspend()
    assert (await network.life(asked)).claims is None
    await network.close()
