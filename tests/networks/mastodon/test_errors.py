"""What a fault of the server, the line or the SDK means to the outbox: the table, on real sockets."""

import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.demo.mastodon import MastodonServer
from bot.errors import BotError, NotSent, Refused, Stopped, Unknown
from bot.networks.mastodon.errors import LONGEST_REASON, Missing, Patience, for_reading, from_status
from bot.networks.mastodon.session import Session
from bot.networks.mastodon.settings import Settings
from tests.networks.mastodon.conftest import Wall, session_for

NOON = datetime(2027, 1, 20, 12, tzinfo=UTC)

STATUSES = [
    (400, Refused), (401, Stopped), (403, Refused), (404, Missing), (408, Unknown), (410, Missing), (413, Refused),
    (422, Refused), (425, Unknown), (429, Patience), (500, Unknown), (502, Unknown), (503, Unknown), (504, Unknown),
    (520, Unknown), (302, NotSent),
]  # fmt: skip

LINES: list[tuple[str, dict[str, Any], type[BotError]]] = [
    ("refuse", {}, Unknown),  # a reset of an open connection: the request may have been read
    ("hang", {}, Unknown),
    ("drop_request", {}, Unknown),
    ("drop_answer", {}, Unknown),
    ("cut_midway", {}, Unknown),
    *(("garbage", {"form": form}, Unknown) for form in ("html", "truncated", "deep", "empty")),
]


@pytest.fixture
async def session(server: MastodonServer) -> AsyncIterator[Session]:
    session = session_for(server, request_timeout_seconds=0.3)
    yield session
    await session.close()


async def say(session: Session) -> Any:
    return await session.call(lambda sdk: sdk.status_post("Hello", visibility="public")["id"])


@pytest.mark.parametrize(("status", "outcome"), STATUSES)
async def test_a_status_has_one_meaning_for_what_we_send(
    server: MastodonServer, session: Session, status: int, outcome: type[BotError]
) -> None:
    headers = {"Location": "https://elsewhere.example/"} if status == 302 else {}
    server.faults.add("status", status=status, body='{"error":"No"}', headers=headers)
    with pytest.raises(BotError) as caught:
        await say(session)
    assert type(caught.value) is outcome


@pytest.mark.parametrize(("status", "outcome"), STATUSES)
async def test_what_is_unknown_about_a_question_may_be_asked_again(
    server: MastodonServer, session: Session, status: int, outcome: type[BotError]
) -> None:
    server.faults.add("status", status=status, body='{"error":"No"}')
    with pytest.raises(BotError) as caught:
        await session.get("/api/v1/accounts/verify_credentials")
    assert type(caught.value) is (NotSent if outcome is Unknown else outcome)


@pytest.mark.parametrize(("kind", "more", "outcome"), LINES, ids=[f"{k}-{m.get('form', '')}" for k, m, _ in LINES])
async def test_a_broken_line_leaves_what_we_sent_unknown(
    server: MastodonServer, session: Session, kind: str, more: dict[str, Any], outcome: type[BotError]
) -> None:
    server.faults.add(kind, **more)
    with pytest.raises(BotError) as caught:
        await say(session)
    assert type(caught.value) is outcome


@pytest.mark.parametrize(("kind", "more"), [line[:2] for line in LINES])
async def test_a_broken_line_is_no_answer_to_a_question(
    server: MastodonServer, session: Session, kind: str, more: dict[str, Any]
) -> None:
    server.faults.add(kind, **more)
    with pytest.raises(NotSent):
        await session.get("/api/v1/accounts/verify_credentials")


@pytest.mark.parametrize("url", ["http://127.0.0.1:{port}", "https://127.0.0.1:{port}"])
async def test_nobody_listens_so_nothing_was_sent(url: str) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # bound and not listening: refused
        session = Session(Settings(url.format(port=held.getsockname()[1]), "secret-token"), Wall())
        for call in (say(session), session.get("/api/v1/instance")):
            with pytest.raises(NotSent) as caught:
                await call
            assert "secret-token" not in str(caught.value)
        await session.close()


async def test_a_server_that_speaks_no_tls_got_nothing(server: MastodonServer) -> None:
    session = Session(Settings(server.url.replace("http:", "https:"), "token"), Wall())
    with pytest.raises(NotSent):
        await session.get("/api/v1/instance")
    await session.close()


async def test_a_redirect_is_not_followed_and_gets_no_token(server: MastodonServer, session: Session) -> None:
    server.faults.add("status", "/api/v1/statuses", status=302, headers={"Location": server.url + "/api/v2/instance"})
    with pytest.raises(NotSent):
        await say(session)
    assert [seen.path for seen in server.http.requests] == ["/api/v1/statuses"]


@pytest.mark.parametrize("form", ["seconds", "date", "iso", "epoch", "decades", "negative", "nonsense", "nothing"])
async def test_patience_is_asked_for_in_many_forms(server: MastodonServer, session: Session, form: str) -> None:
    server.faults.add("rate_limit", form=form, seconds=120)
    with pytest.raises(Patience) as caught:
        await say(session)
    known = {"decades": 3600.0, "negative": 60.0, "nonsense": 60.0, "nothing": 60.0}
    assert abs(caught.value.wait - known.get(form, 120)) <= 2
    assert session.posts.wait(1, Wall().now()) > caught.value.wait - 2


async def test_after_a_429_to_a_question_no_more_are_asked(server: MastodonServer, session: Session) -> None:
    server.faults.add("rate_limit", form="seconds", seconds=60, count=1)
    for _ in range(2):
        with pytest.raises(NotSent) as caught:
            await session.get("/api/v1/instance")
        assert caught.value.wait > 55
    assert len(server.http.requests) == 1


@pytest.mark.parametrize("said", ["This action is outside the authorized scopes", "Your login is currently disabled"])
def test_a_403_that_will_never_change_stops_the_network(said: str) -> None:
    fault = from_status(403, {}, said, NOON)
    assert isinstance(fault, Stopped)
    assert type(for_reading(fault)) is Refused  # a question we may not ask is no reason to fall silent


def test_what_a_server_says_is_shown_short_and_without_names() -> None:
    fault = from_status(422, {}, "No @alice@piaille.fr\x1b[2J\n" + "x" * 500, NOON)
    assert "alice" not in str(fault) and "\x1b" not in str(fault) and "\n" not in str(fault)
    assert len(str(fault)) < LONGEST_REASON + 50


async def test_an_answer_too_large_is_cut_off(server: MastodonServer, session: Session) -> None:
    server.faults.add("garbage", form="huge")
    with pytest.raises(Unknown):
        await say(session)
    with pytest.raises(NotSent):
        await session.get("/api/v1/instance")
