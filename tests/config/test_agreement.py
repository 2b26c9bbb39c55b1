"""What must hold between keys, each named where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.config.test_loading import MINIMAL, problems

CRON = 'cron = "0 9 * * mon"\n'
SAME = MINIMAL[MINIMAL.index("kind") :].replace("quittex", "@quittex")


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (
            f'[[announcements]]\nid = "w"\n{CRON}[[announcements]]\nid = "w"\n{CRON}',
            "config.toml:13 announcements.1.id: two announcements are called w; give each its own id",
        ),
        (
            f'[[announcements]]\nid = "w"\n{CRON}networks = ["sky", "moon"]',
            "config.toml:12 announcements.0.networks: announcement w names the network moon, "
            "which is not in [networks]",
        ),
        (
            f"[networks.again]\n{SAME}",
            "config.toml:9 networks.again: it has the account of networks.sky, and would answer everything twice",
        ),
    ],
)
def test_each_is_named_where_it_stands(tmp_path: Path, extra: str, expected: str) -> None:
    assert problems(tmp_path, MINIMAL + extra) == [expected]


def test_they_come_with_the_other_problems(tmp_path: Path) -> None:
    text = MINIMAL.replace("name =", "nmae =") + '[[announcements]]\nid = "w"\ncron = 3\nnetworks = ["moon"]'
    assert len(problems(tmp_path, text)) == 4


def test_two_accounts_on_one_server_are_no_mistake(tmp_path: Path) -> None:
    several = "".join(
        f'[networks.{name}]\nkind = "mastodon"\nurl = "https://h"\ntoken = "env:{name}"\n' for name in "ab"
    )
    assert len(problems(tmp_path, MINIMAL + several + "[web]\non = true")) == 1


@pytest.mark.parametrize("odd", ["networks = 3", "announcements = 3", "announcements = [3]", "[networks]\nsky = 3"])
def test_odd_types_are_left_to_those_who_check_types(tmp_path: Path, odd: str) -> None:
    assert problems(tmp_path, odd)
