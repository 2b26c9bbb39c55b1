"""The two kinds of servers differ where the research says so."""

from __future__ import annotations

from dataclasses import fields

from bot.demo.mastodon import FLAVOURS, GOTOSOCIAL, MASTODON


def test_no_difference_is_decoration() -> None:
    same = [item.name for item in fields(MASTODON) if getattr(MASTODON, item.name) == getattr(GOTOSOCIAL, item.name)]
    assert same == ["repeated_key_status"]
    assert list(FLAVOURS) == ["mastodon", "gotosocial"]
