"""Names of accounts."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.demo.mastodon.state import Account


def test_an_address_holds_the_host_of_others_only() -> None:
    born = datetime(2026, 1, 1, tzinfo=UTC)
    assert Account("1", "alice", "", born).acct == "alice"
    assert Account("2", "zoe", "far.example", born).acct == "zoe@far.example"
