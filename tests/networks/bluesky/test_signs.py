"""How accounts live, as the stream tells, from the frame to the Batch, and as the AppView answers."""

import json
from contextlib import aclosing
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlsplit

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.domain.accounts import Account, Platform
from bot.domain.lives import Sign, Standing
from bot.errors import NotSent
from bot.networks.bluesky import Bluesky
from bot.networks.bluesky.signs import AWAY, address, signs_of

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
ALICE = "did:plc:alice"


def frame(kind: str, **payload: object) -> bytes:
    said = {"$type": f"x#{kind}", "seq": 3, "did": ALICE, "time": "2026-11-20T09:00:00Z", **payload}
    return json.dumps({"$type": "message", "payload": said}).encode()


@pytest.mark.parametrize(
    ("given", "statuses"),
    [
        (frame("identity", identity={"did": ALICE, "handle": "alice.example"}), [""]),
        (frame("identity", identity={"did": ALICE}), [""]),
        (frame("account", account={"did": ALICE, "active": True}), ["active"]),
        (frame("account", account={"did": ALICE, "active": False, "status": "deactivated"}), ["deactivated"]),
        (frame("account", account={"did": ALICE, "active": False}), [AWAY]),
        (frame("account", account={"did": ALICE, "active": False, "status": "new\x00" + "w" * 99}), ["new" + "w" * 29]),
        (frame("account", account={"active": "no"}), []),
        (frame("account"), []),
        (frame("commit", operation="create"), []),
        (frame("identity", did=7), []),
        (frame("identity", did="alice"), []),
        (frame("identity", time="yesterday"), []),
        (b"garbage", []),
        (b"[" * 100_000, []),
    ],
)
def test_only_what_a_frame_says_becomes_a_sign(given: bytes, statuses: list[str]) -> None:
    found = list(signs_of([given]))
    assert [sign.status for sign in found] == statuses
    assert all((sign.account, sign.at) == (Account(Platform.BLUESKY, ALICE), AT) for sign in found)


def test_the_address_asks_for_no_records() -> None:
    split = urlsplit(address("wss://host/", 41))
    assert parse_qsl(split.query) == [("kinds", "identity"), ("kinds", "account"), ("cursor", "41")]
    assert "cursor" not in address("wss://host", None)


async def test_the_stream_tells_what_becomes_of_an_account(
    server: BlueskyNetwork, network: Bluesky, alice: Person
) -> None:
    heard: list[Sign] = []
    cursors: dict[str, str] = {}
    async with aclosing(network.encounters({})) as batches:
        async for batch in batches:
            first = not cursors
            cursors |= {batch.source: batch.cursor} if batch.cursor else {}
            heard += [sign for sign in batch.signs if sign.account.id == alice.did]
            if first:
                alice.rename("alice2.test")
                alice.set_status("deactivated")
                alice.set_status("active")
            if len(heard) == 3:
                break
    assert [sign.status for sign in heard] == ["", "deactivated", "active"]
    alice.set_status("takendown")
    async with aclosing(network.encounters(cursors)) as batches:  # nothing is lost while we are away
        async for batch in batches:
            if "takendown" in [sign.status for sign in batch.signs]:
                break


@pytest.mark.parametrize(
    ("status", "standing", "said"),
    [
        ("active", Standing.ACTIVE, ""),
        ("takendown", Standing.AWAY, "takendown"),
        ("suspended", Standing.AWAY, "suspended"),
        ("deactivated", Standing.AWAY, "deactivated"),
        ("deleted", Standing.GONE, ""),
    ],
)
async def test_the_appview_says_how_somebody_is(
    network: Bluesky, alice: Person, status: str, standing: Standing, said: str
) -> None:
    asked = Account(Platform.BLUESKY, alice.did)
    alice.set_status(status)
    life = await network.life(asked)
    assert (life.standing, life.status) == (standing, said)


async def test_names_are_asked_anew_and_one_that_fails_is_none(network: Bluesky, alice: Person) -> None:
    asked = Account(Platform.BLUESKY, alice.did)
    names = []
    for change in (lambda: None, lambda: alice.rename("alice2.test"), alice.lose_handle):
        change()
        life = await network.life(asked)
        assert life.account is not None
        names.append(life.account.handle)
    assert names == ["alice.test", "alice2.test", ""]


async def test_a_fault_is_no_answer(server: BlueskyNetwork, network: Bluesky, alice: Person) -> None:
    server.faults.add("status", path=".*getProfile", status=502)
    with pytest.raises(NotSent):
        await network.life(Account(Platform.BLUESKY, alice.did))
