"""The keys, their defaults, and what is refused by name."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import load
from tests.config.test_loading import MINIMAL, problems, written


def test_a_minimal_file_gets_the_documented_defaults(tmp_path: Path) -> None:
    settings = load(written(tmp_path, MINIMAL))
    assert settings.campaign.tags == ["QuitteX", "HelloQuitteX"]
    assert settings.database == tmp_path / "data/quittex.db"
    assert settings.networks["sky"].reply_to == "registered"
    assert settings.limits.budget_share == 0.8


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ('[storage]\nurl = "postgresql://h/db"', "storage.url: PostgreSQL is not built yet; write sqlite:PATH"),
        ("[web]\nport = 1", "web: this is not built yet; remove it"),
        ("[networks.sky.courtesy]\nper_day = 0", "networks.sky.courtesy.per_day: should be greater than or equal to 1"),
        (
            '[networks.sky.courtesy]\nhours = "8-22"',
            "networks.sky.courtesy.hours: write from when to when, such as 08:00-22:00",
        ),
        ('[networks.sky.courtesy]\nhours = "08:00-08:00"', "networks.sky.courtesy.hours: that is no time at all"),
        ("[networks.sky.courtesy]\nhours = 8", "networks.sky.courtesy.hours: write hours between quotes"),
        ('[networks.sky.courtesy]\ndeny = "m.example"', "networks.sky.courtesy.deny: write a list of servers"),
        ('[networks.sky.courtesy]\ndeny = ["https://m.example/@ann"]', "networks.sky.courtesy.deny: "),
        ("[networks.sky.courtesy]\nnights = true", "networks.sky.courtesy.nights: "),
        (
            '[[announcements]]\nid = "w"\ncron = "0 9 * * mon"\nkind = "milestone"',
            "announcements.0.kind: should be 'counters'",
        ),
        (
            '[[announcements]]\nid = "w"\ncron = "0 9 * * mon"\nnetworks = ["moon"]',
            "announcement w names the network moon",
        ),
        ('[storage]\nurl = "sqlite::memory:"', "storage.url: write sqlite:PATH"),
        ('[storage]\nurl = "sqlite:."', "storage.url: write sqlite:PATH"),
        ("[storage]\nunresolved_edges_days = 999999999999", "should be less than or equal to 36500"),
        ("[limits]\nanswer_within_hours = inf", "should be less than or equal to 876000"),
        ('[alerts]\nto = "x"', "alerts.to: should have at least 3 characters"),
        (
            '[networks.m]\nkind = "mastodon"\ntoken = "env:T"\nurl = "https://h/@bot"',
            "m.url: write the server's address alone",
        ),
        ("[limits]\nreplies_per_thread = -1", "limits.replies_per_thread: should be greater than or equal to 0"),
        ("[limits]\nbudget_share = 80", "limits.budget_share: should be less than or equal to 1"),
        ('[limits]\nbudget_share = "80 %"', "limits.budget_share: write a number"),
        ("[proof]\nminimum = 9", "proof.minimum: should be less than or equal to 5"),
    ],
)
def test_a_value_that_cannot_work_is_refused_by_name(tmp_path: Path, extra: str, expected: str) -> None:
    found = problems(tmp_path, MINIMAL + extra)
    assert len(found) == 1
    assert expected in found[0]


def test_zero_lifts_every_limit(tmp_path: Path) -> None:
    names = ("replies_per_person_per_hour", "replies_per_person_per_day", "replies_per_thread")
    names += ("budget_share", "answer_within_hours")
    limits = load(written(tmp_path, MINIMAL + "[limits]\n" + "\n".join(f"{name} = 0" for name in names))).limits
    assert {getattr(limits, name) for name in names} == {0}
    assert limits.answer_within > timedelta(days=10_000)


@pytest.mark.parametrize("name", ["@someone@mastodon.example", "two\\nlines", " ", "bell \\u0007"])
def test_a_campaign_name_calls_nobody_and_is_one_line(tmp_path: Path, name: str) -> None:
    (line,) = problems(tmp_path, MINIMAL.replace('"QuitteX"', f'"{name}"'))
    assert line.startswith("config.toml:3 campaign.name: write ")
