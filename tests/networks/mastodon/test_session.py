"""One connection, two clients, one set of bounds."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from bot.demo.mastodon import MastodonServer
from bot.networks.mastodon.session import Session
from tests.networks.mastodon.conftest import Wall, session_for, settings_for


class Shifted(Wall):
    """A wall clock that is wrong."""

    def __init__(self, by: timedelta) -> None:
        self.by = by

    def now(self) -> datetime:
        return super().now() + self.by


async def test_both_clients_speak_as_the_bot(any_server: MastodonServer) -> None:
    session = session_for(any_server)
    ours = await session.get("/api/v1/accounts/verify_credentials")
    assert (await session.call(lambda sdk: sdk.account_verify_credentials()))["id"] == ours["id"]
    await session.close()


async def test_a_page_says_whether_there_is_more(any_server: MastodonServer) -> None:
    session, alice = session_for(any_server), any_server.account("alice")
    for number in range(5):
        alice.post(f"#QuitteX {number}")
    path = "/api/v1/timelines/tag/quittex"
    first, more = await session.page(path, {"limit": 3})
    assert (len(first), more) == (3, True)
    second, _ = await session.page(path, {"limit": 3, "max_id": first[-1]["id"]})
    assert len({status["id"] for status in first + second}) == 5
    assert await session.page(path, {"limit": 3, "max_id": second[-1]["id"]}) == ([], False)
    page, more = await session.page("/api/v1/timelines/tag/nothing", {"limit": 3})
    assert (page, more) == ([], False)
    await session.close()


async def test_without_a_link_a_full_page_has_more_behind_it(server: MastodonServer) -> None:
    session = session_for(server)
    server.faults.add("status", status=200, body='[{"id": "2"}, {"id": "1"}]')
    assert [(await session.page("/api/v1/notifications", {"limit": n}))[1] for n in (2, 3)] == [True, False]
    await session.close()


async def test_a_list_of_odd_things_is_an_empty_page(server: MastodonServer) -> None:
    session = session_for(server)
    server.faults.add("status", status=200, body='["odd", 5, null, {"id": "1"}]')
    assert await session.page("/api/v1/notifications", {"limit": 40}) == ([{"id": "1"}], False)
    server.faults.clear()
    server.faults.add("status", status=200, body='{"error": "odd"}')
    assert await session.page("/api/v1/notifications", {"limit": 40}) == ([], False)
    await session.close()


async def test_times_of_the_server_are_put_on_our_clock(server: MastodonServer) -> None:
    settings = settings_for(server)
    for hours in (-2, 2):
        session = Session(settings, Shifted(timedelta(hours=hours)))
        server.faults.clear()
        date = format_datetime(datetime.now(UTC), usegmt=True)
        server.faults.add("status", status=200, body="{}", headers={"Date": date})
        await session.get("/api/v1/instance")
        off = session.ahead + timedelta(hours=hours)
        assert abs(off) < timedelta(seconds=2)
        assert abs(session.here(datetime.now(UTC)) - session.clock.now()) < timedelta(seconds=2)
        await session.close()


async def test_nothing_that_happens_in_the_future_is_told(server: MastodonServer) -> None:
    session = session_for(server)
    assert session.here(datetime.now(UTC) + timedelta(days=1)) <= datetime.now(UTC)
    await session.close()
