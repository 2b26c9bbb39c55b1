"""Who we are and what the server lets us do, told at start and set right on request."""

import pytest

from bot.demo.mastodon import MastodonServer
from bot.errors import BotError, NotSent, Stopped
from bot.networks.mastodon import Mastodon, Settings
from tests.networks.mastodon.conftest import Wall, network_on, settings_for


async def opened(server: MastodonServer) -> Mastodon:
    return Mastodon("home", settings_for(server), clock=Wall())


async def test_the_server_says_who_we_are_and_what_fits(any_server: MastodonServer) -> None:
    network = await opened(any_server)
    identity = await network.open()
    host = any_server.url.removeprefix("http://")
    assert identity.account.handle == f"qxbot@{host}"
    assert identity.account.local_id == any_server.person("qxbot").id
    limits = network.limits_for("")
    assert (limits.graphemes, limits.url_length) == (any_server.flavour.max_characters, any_server.flavour.url_length)
    assert network.limits_for("alice@far.example").graphemes == limits.graphemes - len("@alice@far.example ")
    await network.close()


async def test_a_mastodon_keeps_back_what_strangers_write_in_private(server: MastodonServer) -> None:
    network = await opened(server)
    identity = await network.open()
    assert not identity.labelled_bot
    assert "the server keeps back private mentions from strangers" in identity.notes
    assert "write" in " ".join(identity.rights)
    await network.close()


async def test_the_label_opens_what_was_closed_and_changes_nothing_else(any_server: MastodonServer) -> None:
    network = await opened(any_server)
    before = any_server.person("qxbot").described()
    await network.open()
    await network.label_as_bot()
    identity = await network.open()
    assert identity.labelled_bot
    assert identity.notes == ()
    assert any_server.person("qxbot").described() == before
    assert any_server.person("qxbot").account.locked is False
    await network.close()


async def test_a_locked_account_is_told(server: MastodonServer) -> None:
    network = await network_on(server)
    server.person("qxbot").set_profile(locked=True)
    assert (await network.open()).notes == ("the account is locked: follows arrive as requests",)
    await network.close()


async def test_a_refused_token_stops_and_is_not_shown(any_server: MastodonServer) -> None:
    network = Mastodon("home", Settings(any_server.url, "wrong-token"), clock=Wall())
    with pytest.raises(Stopped) as caught:
        await network.open()
    assert "wrong-token" not in str(caught.value)
    await network.close()


async def test_a_server_that_is_not_there_may_come_back(server: MastodonServer) -> None:
    network = await opened(server)
    await server.stop()
    with pytest.raises(NotSent):
        await network.open()
    await network.close()


@pytest.mark.parametrize("form", ["html", "other", "deep"])
async def test_what_is_no_mastodon_is_not_taken_for_one(server: MastodonServer, form: str) -> None:
    network = await opened(server)
    server.faults.add("garbage", form=form)
    with pytest.raises(NotSent):
        await network.open()
    await network.close()


@pytest.mark.parametrize(("status", "outcome"), [(403, Stopped), (404, NotSent), (503, NotSent)])
async def test_a_refusal_at_the_door_is_the_admins_and_a_failure_is_not(
    server: MastodonServer, status: int, outcome: type[BotError]
) -> None:
    network = await opened(server)
    server.faults.add("status", ".*/verify_credentials", status=status)
    with pytest.raises(outcome):
        await network.open()
    await network.close()


async def test_an_old_server_is_read_by_the_first_version(server: MastodonServer) -> None:
    network = await opened(server)
    server.faults.add("status", "/api/v2/instance", status=404)
    await network.open()
    assert network.limits_for("").graphemes == server.flavour.max_characters
    await network.close()


async def test_a_token_without_the_right_to_ask_costs_only_notes(server: MastodonServer) -> None:
    server.account("qxbot")
    token = server.token("qxbot", "read:accounts read:statuses write:statuses")
    network = Mastodon("home", Settings(server.url, token), clock=Wall())
    identity = await network.open()
    assert identity.account.handle.startswith("qxbot@")
    await network.close()


async def test_before_it_is_open_it_knows_only_defaults() -> None:
    network = Mastodon("home", Settings("https://piaille.example", "token"), clock=Wall())
    assert network.limits_for("").graphemes == 500
    with pytest.raises(RuntimeError):
        network.encounters({})
    assert network.budgets() == ["300 statuses in 3 hours", "300 pages in 15 minutes"]
    await network.close()
