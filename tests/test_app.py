"""The wiring: what the admin chose reaches the parts it is for."""

from __future__ import annotations

from pathlib import Path

from bot.app import policy_of
from bot.config import load


def test_the_guides_reach_what_is_said(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(
        '[campaign]\nname = "Q"\noperator = "o@example.org"\n[campaign.guides]\nleave = "https://a.example/leave"\n'
        'archive = "https://a.example/archive"\n[networks.sky]\nkind = "bluesky"\nhandle = "q.example.org"\n'
        'password = "env:QUITTEX_TEST_ABSENT"\n',
        encoding="utf-8",
    )
    policy = policy_of(load(path), "sky")
    assert (policy.guide, policy.archive_guide) == ("https://a.example/leave", "https://a.example/archive")
