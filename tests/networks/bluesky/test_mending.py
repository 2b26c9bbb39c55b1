"""Half a surrogate pair hides nothing but itself."""

import json

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.networks.bluesky.mending import mended
from tests.networks.bluesky.conftest import Make


@pytest.mark.parametrize(
    "text", [b"", b"{}", "é 👋".encode(), rb'{"a":"\u00e9"}', rb'"\ud83d', b"[" * 10_000 + rb"\ud83d"]
)
def test_what_needs_no_mending_or_cannot_be_mended(text: bytes) -> None:
    assert mended(text) == b""


def test_whole_pairs_stay_and_halves_are_replaced() -> None:
    text = rb'{"\ud83d":["\ud83d\udc4b ok","a\udc4b\ud83db","\u00e9"]}'
    assert json.loads(mended(text)) == {"\ufffd": ["👋 ok", "a\ufffd\ufffdb", "é"]}


async def test_a_page_with_such_a_post_is_read(
    server: BlueskyNetwork, keepers: Make, alice: Person, bot: Person
) -> None:
    keeper = keepers()
    await keeper.open()
    alice.post(f"@{bot.handle} find \ud83d")
    told = await keeper.query("app.bsky.notification.listNotifications", {"limit": 10})
    assert [one["record"]["text"] for one in told["notifications"]] == [f"@{bot.handle} find \ufffd"]
