"""Check tells an admin what is right, what is not, and what the network says of the account."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from bot.demo.bluesky import BlueskyNetwork
from bot.demo.mastodon import MASTODON, MastodonServer
from bot.demo.program import Program, Result
from tests.cli.conftest import Quittex

HEAD = """
[campaign]
name = "QuitteX"
operator = "operator@example.org"
[[announcements]]
id = "weekly"
cron = "{cron}"
"""
SKY = """
[networks.sky]
kind = "bluesky"
service = "{url}"
handle = "{handle}"
password = "env:SKY"
jetstream = ["ws://127.0.0.1:1"]
"""
TUSK = """
[networks.tusk]
kind = "mastodon"
url = "{url}"
token = "env:TUSK"
"""


async def checked(folder: Path, text: str, *words: str, **secrets: str) -> Result:
    config = folder / "config.toml"
    config.write_text(HEAD.replace("{cron}", "0 9 * * mon") + text, encoding="utf-8")
    return await Program(config, folder / "log", secrets).command("check", "--json", *words)


async def test_it_logs_in_everywhere_and_fixes_the_label(tmp_path: Path) -> None:
    async with BlueskyNetwork() as sky, MastodonServer(MASTODON) as tusk:
        ours, robot = sky.account("quittex.test", "QuitteX"), tusk.account("quittex", locked=True)
        text = SKY.format(url=sky.url, handle=ours.handle) + TUSK.format(url=tusk.url)
        secrets = {"SKY": ours.password, "TUSK": robot.token}
        first = await checked(tmp_path, text, **secrets)
        assert first.code == 0, first.err
        networks = first.document["networks"]
        assert networks["sky"]["account"] == "quittex.test"
        assert networks["sky"]["limits"]["graphemes"] == 300
        assert networks["tusk"]["limits"] == {"graphemes": 500, "bytes": None, "url_length": 23, "images": 4}
        assert [networks[name]["labelled_bot"] for name in networks] == [False, False]
        assert all(networks[name]["budgets"] for name in networks)
        assert len(first.document["schedules"]["weekly"]) == 5
        fixed = await checked(tmp_path, text, "--fix", **secrets)
        assert [fixed.document["networks"][name]["labelled_bot"] for name in networks] == [True, True]
        assert not any(secret in first.out + first.err for secret in secrets.values())


async def test_a_password_that_is_wrong_by_now_is_not_hidden_by_a_kept_session(tmp_path: Path) -> None:
    async with BlueskyNetwork() as sky:
        ours = sky.account("quittex.test", "QuitteX")
        text = SKY.format(url=sky.url, handle=ours.handle)
        program = Program(tmp_path / "config.toml", tmp_path / "log", {"SKY": ours.password})
        assert (await checked(tmp_path, text, SKY=ours.password)).code == 0
        await program.start()
        for _ in range(100):
            if (tmp_path / "data" / "sessions" / "sky.session").exists():
                break
            await asyncio.sleep(0.1)
        await program.stop()
        assert (await checked(tmp_path, text, SKY="wrong")).code == 2


async def test_a_refused_login_is_exit_2_and_an_unreachable_server_exit_1(tmp_path: Path) -> None:
    async with BlueskyNetwork() as sky, MastodonServer(MASTODON) as tusk:
        ours = sky.account("quittex.test", "QuitteX")
        wrong = await checked(tmp_path, SKY.format(url=sky.url, handle=ours.handle), SKY="wrong")
        assert (wrong.code, "wrong" in wrong.err) == (2, False)
        assert "login refused" in wrong.document["networks"]["sky"]["problem"]
        dead = await checked(tmp_path, TUSK.format(url=tusk.url), TUSK="revoked")
        assert dead.code == 2
    gone = await checked(tmp_path, TUSK.format(url="http://127.0.0.1:9"), TUSK="any")
    assert gone.code == 1
    assert "cannot be reached" in gone.document["networks"]["tusk"]["problem"]


@pytest.mark.parametrize(
    ("cron", "expected"),
    [
        ("0 9 31 2 *", "never"),
        ("0 9 * * 1", "mon"),
        ("0 9 * *", "five"),
        ("@daily", "five fields"),
        ("61 9 * * mon", "announcements.weekly.cron"),
    ],
)
def test_a_cron_line_that_cannot_be_meant_is_refused(quittex: Quittex, config: Path, cron: str, expected: str) -> None:
    config.write_text(HEAD.replace("{cron}", cron) + TUSK.format(url="https://m.example"), encoding="utf-8")
    result = quittex("check", "--offline")
    assert result.exit_code == 2
    assert expected in result.stderr and len(result.stderr.splitlines()) == 1


def test_offline_an_absent_secret_is_a_warning(quittex: Quittex) -> None:
    result = quittex("check", "--offline")
    assert result.exit_code == 0
    assert "warning: config.toml:8 networks.sky.password: env:QUITTEX_TEST_ABSENT is not set" in result.stderr
    online = quittex("check")
    assert online.exit_code == 2


def test_schedules_are_told_in_the_campaigns_zone(quittex: Quittex, config: Path) -> None:
    config.write_text(HEAD.replace("{cron}", "0 9 * * mon") + TUSK.format(url="https://m.example"), encoding="utf-8")
    document = json.loads(quittex("check", "--offline", "--json").stdout)
    assert all(moment.endswith(("09:00:00+01:00", "09:00:00+02:00")) for moment in document["schedules"]["weekly"])


def test_the_restraint_of_a_network_is_shown(quittex: Quittex, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUITTEX_TEST_ABSENT", "set")
    assert "courtesy" not in quittex("check", "--offline").stdout
    with config.open("a", encoding="utf-8") as file:
        file.write('[networks.sky.courtesy]\nhours = "08:00-22:00"\ndeny = ["@Spam.example"]\nper_day = 50\n')
    shown = "sky: courtesy: speaks 08:00-22:00; leaves spam.example alone; 50 posts a day at most"
    assert shown in quittex("check", "--offline").stdout
