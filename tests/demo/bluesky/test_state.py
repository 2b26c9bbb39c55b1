"""The order records have, and where they point."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.demo.bluesky.state import Stored, parent_of, root_of, subject_of

ARRIVED = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("created", "sort_at"),
    [
        ("2020-01-01T00:00:00Z", datetime(2020, 1, 1, tzinfo=UTC)),
        ("2030-01-01T00:00:00Z", ARRIVED),
        ("nonsense", ARRIVED),
        (None, ARRIVED),
    ],
)
def test_a_record_sorts_by_the_earlier_of_its_two_times(created: str | None, sort_at: datetime) -> None:
    stored = Stored("did:plc:a", "app.bsky.feed.post", "2222222222222", {"createdAt": created}, "cid", ARRIVED)
    assert stored.sort_at == sort_at
    assert stored.uri == "at://did:plc:a/app.bsky.feed.post/2222222222222"


def test_where_records_point() -> None:
    reply: dict[str, Any] = {"reply": {"root": {"uri": "at://r"}, "parent": {"uri": "at://p"}}}
    assert (root_of(reply), parent_of(reply), root_of({}), parent_of({})) == ("at://r", "at://p", "", "")
    assert subject_of({"subject": {"uri": "at://p"}}) == "at://p"
    assert subject_of({"subject": "did:plc:a"}) == "did:plc:a"
