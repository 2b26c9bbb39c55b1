"""The table of faults, over real sockets: each fault of a put in our words."""

import json
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.errors import BotError, NotSent, Refused, Stopped, Unknown
from bot.networks.bluesky.errors import RefusedAs, TokenRejected, as_read, translated
from bot.networks.bluesky.session import Keeper
from bot.networks.pacing import BACK_OFF, LONGEST_WAIT
from tests.networks.bluesky.conftest import HandClock, Make

PUT = "com.atproto.repo.putRecord"
PATH = f".*{PUT}"


def record(bot: Person) -> dict[str, Any]:
    text = {"$type": "app.bsky.feed.post", "text": "x", "createdAt": "2027-01-20T12:00:00.000Z"}
    where = {"repo": bot.did, "collection": "app.bsky.feed.post", "rkey": "3lbqzd2bk7c2a"}
    return {**where, "record": text, "swapRecord": None}


TABLE = [
    pytest.param("refuse", {}, Unknown, None, id="reset"),
    pytest.param("drop_request", {}, Unknown, None, id="cut before an answer"),
    pytest.param("drop_answer", {}, Unknown, None, id="accepted, then cut"),
    pytest.param("cut_midway", {}, Unknown, None, id="cut in the answer"),
    pytest.param("hang", {}, Unknown, None, id="no answer in time"),
    pytest.param("status", {"status": 500}, Unknown, None, id="500"),
    pytest.param("status", {"status": 502, "body": "<html>"}, Unknown, None, id="502"),
    pytest.param("status", {"status": 503, "headers": {"Retry-After": "7"}}, Unknown, None, id="503"),
    pytest.param("status", {"status": 504}, Unknown, None, id="504"),
    pytest.param("status", {"status": 520, "body": "<html>"}, Unknown, None, id="520"),
    pytest.param("status", {"status": 408, "body": "<html>"}, Unknown, None, id="408"),
    pytest.param("status_after", {"status": 500}, Unknown, None, id="500 after the work"),
    pytest.param("status", {"status": 400, "body": '{"error":"InvalidRequest"}'}, Refused, None, id="400"),
    pytest.param("status", {"status": 400, "body": "<html>"}, Refused, None, id="400 without a name"),
    pytest.param("status", {"status": 413, "body": '{"error":"PayloadTooLarge"}'}, Refused, None, id="413"),
    pytest.param("status", {"status": 413, "body": "<html>"}, Refused, None, id="413 of a gateway"),
    pytest.param("status", {"status": 409, "body": '{"error":"Conflict"}'}, Refused, None, id="409"),
    pytest.param("status", {"status": 403, "body": '{"error":"Forbidden"}'}, Refused, None, id="403"),
    pytest.param("status", {"status": 403, "body": "<html>"}, NotSent, BACK_OFF, id="403 of a gateway"),
    pytest.param("status", {"status": 404, "body": "<html>"}, NotSent, BACK_OFF, id="404 of a gateway"),
    pytest.param("status", {"status": 501, "body": '{"error":"MethodNotImplemented"}'}, Refused, None, id="501"),
    pytest.param("status", {"status": 302, "headers": {"Location": "http://127.0.0.1:1/"}}, NotSent, None, id="302"),
    pytest.param("rate_limit", {"form": "seconds", "seconds": 40}, NotSent, 40, id="429 seconds"),
    pytest.param("rate_limit", {"form": "date", "seconds": 40}, NotSent, 40, id="429 date"),
    pytest.param("rate_limit", {"form": "iso", "seconds": 40}, NotSent, 40, id="429 iso"),
    pytest.param("rate_limit", {"form": "epoch", "seconds": 40}, NotSent, 40, id="429 epoch"),
    pytest.param("rate_limit", {"form": "bluesky", "seconds": 40}, NotSent, 40, id="429 bluesky"),
    pytest.param("rate_limit", {"form": "nothing"}, NotSent, BACK_OFF, id="429 nothing"),
    pytest.param("rate_limit", {"form": "decades"}, NotSent, LONGEST_WAIT, id="429 decades"),
    pytest.param("rate_limit", {"form": "negative"}, NotSent, BACK_OFF, id="429 negative"),
    pytest.param("rate_limit", {"form": "nonsense"}, NotSent, BACK_OFF, id="429 nonsense"),
    pytest.param("garbage", {"form": "html"}, Unknown, None, id="HTML in 200"),
    pytest.param("garbage", {"form": "truncated"}, Unknown, None, id="truncated JSON"),
    pytest.param("garbage", {"form": "deep"}, Unknown, None, id="deep JSON"),
    pytest.param("garbage", {"form": "huge"}, Unknown, None, id="16 MB"),
    pytest.param("garbage", {"form": "charset"}, Unknown, None, id="wrong charset"),
    pytest.param("garbage", {"form": "empty"}, Unknown, None, id="empty"),
    pytest.param("status", {"status": 401, "body": '{"error":"AccountTakedown"}'}, Stopped, None, id="taken down"),
    pytest.param("status", {"status": 401, "body": '{"error":"AccountDeactivated"}'}, Stopped, None, id="deactivated"),
]


@pytest.mark.parametrize(("kind", "fault", "word", "wait"), TABLE)
async def test_every_fault_has_its_word(
    server: BlueskyNetwork, bot: Person, keepers: Make, kind: str, fault: dict[str, Any], word: type, wait: float | None
) -> None:
    keeper: Keeper = keepers(request_timeout_seconds=0.2 if kind == "hang" else 5.0)
    await keeper.open()
    server.faults.add(kind, path=PATH, **fault)
    with pytest.raises(BotError) as caught:
        await keeper.procedure(PUT, record(bot))
    assert isinstance(caught.value, word)
    if wait is not None:
        assert isinstance(caught.value, NotSent)
        assert wait - 2 <= caught.value.wait <= wait + 1


async def test_a_server_that_is_not_there_got_nothing(keepers: Make, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        keeper: Keeper = keepers(service=f"http://127.0.0.1:{free.getsockname()[1]}")
    with pytest.raises(NotSent) as caught:
        await keeper.open()
    assert 0 < caught.value.wait < BACK_OFF


async def test_an_address_that_is_none_got_nothing(keepers: Make) -> None:
    with pytest.raises(NotSent):
        await keepers(service="127.0.0.1:80").open()


async def test_a_refusal_tells_its_name(server: BlueskyNetwork, keeper: Keeper, bot: Person) -> None:
    with pytest.raises(RefusedAs) as caught:
        await keeper.procedure(PUT, record(bot) | {"rkey": "self"})
    assert caught.value.name == "InvalidRequest"


async def test_a_lost_answer_to_a_question_may_be_asked_again(server: BlueskyNetwork, keeper: Keeper) -> None:
    server.faults.add("drop_answer", path=".*getProfiles", count=1)
    with pytest.raises(NotSent):
        await keeper.query("app.bsky.actor.getProfiles", {"actors": ["alice.test"]})
    assert await keeper.query("app.bsky.actor.getProfiles", {"actors": ["alice.test"]})


@pytest.mark.parametrize("words", ["Bad token scope", "Bad token method"])
async def test_what_an_app_password_may_not_do_is_refused_without_a_login(
    server: BlueskyNetwork, keeper: Keeper, clock: HandClock, words: str
) -> None:
    clock.turn(hours=1)
    server.faults.add("status", status=400, body=json.dumps({"error": "InvalidToken", "message": words}))
    with pytest.raises(Refused):
        await keeper.query("chat.bsky.convo.getLog", chat=True)
    assert server.tokens.logins == 1


def test_our_own_words_pass_as_they_are() -> None:
    now = datetime(2027, 1, 20, tzinfo=UTC)
    fault = Refused("why")
    assert translated(fault, now) is as_read(fault) is fault
    assert isinstance(as_read(Unknown("why")), NotSent)
    assert isinstance(TokenRejected(), NotSent)
