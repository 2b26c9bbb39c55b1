"""What taking back means on Bluesky."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.outbox import DELETES, Post, State
from bot.networks.bluesky.removal import meant
from bot.networks.bluesky.settings import CHAT

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def removal(receipt: str) -> Post:
    return Post(1, "k", "b", "deletion", State.READY, "deletion:k", {DELETES: receipt}, NOW)


@pytest.mark.parametrize(
    ("receipt", "record"),
    [
        (
            "at://did:plc:bot/app.bsky.feed.post/3k2a",
            {"collection": "app.bsky.feed.post", "rkey": "3k2a", "record": None, "owner": "did:plc:bot"},
        ),
        ("chat:convo1/message1", {"collection": CHAT, "convo": "convo1", "gone": "message1", "record": None}),
    ],
)
def test_a_receipt_tells_what_goes(receipt: str, record: dict[str, object]) -> None:
    assert meant(removal(receipt)).record == record


def test_every_other_post_stays_what_it_is() -> None:
    post = Post(1, "k", "b", "find", State.READY, "at://x", {"collection": "c", "rkey": "r", "record": {}}, NOW)
    assert meant(post) is post
