"""One login, kept: resumed, refreshed, and done again only when it must, few times in a quarter of an hour."""

import asyncio
import json
import os
import stat
from pathlib import Path

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.errors import NotSent, Stopped
from bot.networks.bluesky.session import Keeper
from tests.networks.bluesky.conftest import HandClock, Make

WHO = "com.atproto.server.getSession"


def stored(folder: Path) -> Path:
    return folder / "sessions" / "bluesky"


async def test_the_session_is_kept_for_the_next_start(
    server: BlueskyNetwork, keepers: Make, tmp_path: Path, bot: Person
) -> None:
    for _ in range(3):
        keeper: Keeper = keepers()
        await keeper.open()
        assert (keeper.did, keeper.handle) == (bot.did, bot.handle)
    assert server.tokens.logins == 1
    assert stat.S_IMODE(stored(tmp_path).stat().st_mode) == 0o600
    assert os.listdir(stored(tmp_path).parent) == ["bluesky"]
    assert bot.password not in stored(tmp_path).read_text()


@pytest.mark.parametrize("content", ["", "garbage", "[]", "{}", '{"session": "x"}'])
async def test_a_broken_session_file_is_no_session(
    server: BlueskyNetwork, keepers: Make, tmp_path: Path, content: str
) -> None:
    await keepers().open()
    stored(tmp_path).write_text(content)
    await keepers().open()
    assert server.tokens.logins == 2


@pytest.mark.parametrize("session", ["", "a:::b", "a:::b:::c:::d:::e", 12, None])
async def test_a_broken_session_is_none(server: BlueskyNetwork, keepers: Make, tmp_path: Path, session: object) -> None:
    await keepers().open()
    kept = json.loads(stored(tmp_path).read_text())
    stored(tmp_path).write_text(json.dumps(kept | {"session": session}))
    await keepers().open()
    assert server.tokens.logins == 2


async def test_a_session_on_a_server_that_is_no_more_is_left(
    server: BlueskyNetwork, keepers: Make, tmp_path: Path, bot: Person
) -> None:
    await keepers().open()
    kept = json.loads(stored(tmp_path).read_text())
    stored(tmp_path).write_text(json.dumps(kept | {"session": kept["session"].replace(server.url, "http://127.0.0.1:9")}))
    keeper: Keeper = keepers()
    await keeper.open()
    assert (await keeper.query(WHO))["did"] == bot.did
    assert server.tokens.logins == 2


async def test_the_session_of_another_account_is_not_ours(server: BlueskyNetwork, keepers: Make) -> None:
    await keepers().open()
    zoe = server.account("zoe.test")
    keeper: Keeper = keepers(handle="zoe.test", password=zoe.password)
    await keeper.open()
    assert keeper.did == zoe.did


async def test_tokens_are_refreshed_before_they_expire_once(server: BlueskyNetwork, keepers: Make) -> None:
    server.tokens.access_seconds = 60  # within the quarter of an hour in which the SDK refreshes
    keeper: Keeper = keepers()
    await keeper.open()
    server.tokens.access_seconds = 7200
    before = server.tokens.refreshes
    await asyncio.gather(*(keeper.query(WHO) for _ in range(10)))
    assert server.tokens.refreshes - before <= 1
    assert server.tokens.logins == 1
    await keepers().open()
    assert server.tokens.logins == 1


async def test_a_revoked_session_logs_in_again_and_the_call_is_made(
    server: BlueskyNetwork, keeper: Keeper, bot: Person, clock: HandClock
) -> None:
    clock.turn(minutes=10)
    bot.revoke_sessions()
    answers = await asyncio.gather(*(keeper.query(WHO) for _ in range(5)))
    assert {answer["did"] for answer in answers} == {bot.did}
    assert server.tokens.logins == 2


async def test_a_session_that_is_ended_again_and_again_costs_three_logins_in_a_quarter_of_an_hour(
    server: BlueskyNetwork, keeper: Keeper, bot: Person, clock: HandClock
) -> None:
    for logins in (2, 3):
        bot.revoke_sessions()
        assert (await keeper.query(WHO))["did"] == bot.did
        assert server.tokens.logins == logins
    bot.revoke_sessions()
    with pytest.raises(NotSent) as caught:
        await keeper.query(WHO)
    assert 890 < caught.value.wait <= 900
    assert server.tokens.logins == 3
    clock.turn(minutes=15)
    assert (await keeper.query(WHO))["did"] == bot.did
    assert server.tokens.logins == 4


async def test_a_changed_password_stops_us_after_one_try(
    server: BlueskyNetwork, keepers: Make, bot: Person, clock: HandClock
) -> None:
    keeper: Keeper = keepers(password="an-old-one")
    with pytest.raises(Stopped):
        await keeper.open()
    with pytest.raises(NotSent):
        await keeper.open()
    sessions = [seen for seen in server.http.requests if seen.path.endswith("createSession")]
    assert len(sessions) == 1


@pytest.mark.parametrize("status", ["takendown", "deactivated"])
async def test_an_account_that_is_gone_stops_us(
    server: BlueskyNetwork, keeper: Keeper, keepers: Make, bot: Person, status: str
) -> None:
    bot.set_status(status)
    with pytest.raises(Stopped):
        await keepers().open()
    with pytest.raises(Stopped):
        await keeper.procedure("com.atproto.repo.putRecord", {"repo": bot.did})


async def test_a_server_away_at_the_start_may_be_asked_again_soon(server: BlueskyNetwork, keepers: Make) -> None:
    keeper: Keeper = keepers()
    port = server.http.port
    await server.http.stop()
    with pytest.raises(NotSent) as caught:
        await keeper.open()
    assert caught.value.wait < 60
    await server.http.start(port)
    await keeper.open()
    assert server.tokens.logins == 1


async def test_a_second_factor_is_told_to_the_admin(server: BlueskyNetwork, keepers: Make) -> None:
    server.faults.add("status", path=".*createSession", status=401, body='{"error":"AuthFactorTokenRequired"}')
    with pytest.raises(Stopped, match="app password"):
        await keepers().open()


async def test_lists_and_truth_values_are_asked_for_as_the_server_reads_them(
    server: BlueskyNetwork, keeper: Keeper, alice: Person, bot: Person
) -> None:
    told = await keeper.query("app.bsky.actor.getProfiles", {"actors": [alice.did, bot.did]})
    assert [view["handle"] for view in told["profiles"]] == [alice.handle, bot.handle]
    assert await keeper.query("app.bsky.notification.listNotifications", {"priority": False, "limit": 1})


async def test_our_own_budget_of_requests_holds(server: BlueskyNetwork, keepers: Make) -> None:
    keeper: Keeper = keepers(budget_share=0.001)
    await keeper.open()  # three are allowed; the login and the look at the session were two
    await keeper.query(WHO)
    with pytest.raises(NotSent) as caught:
        await keeper.query(WHO)
    assert caught.value.wait > 200
