"""quittex announce: shows without login or database, posts once, says no clearly."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from click.testing import CliRunner, Result

from bot.cli import main
from bot.domain.accounts import Account, Platform
from bot.ports import Transaction
from bot.storage import open_store, snapshot

CONFIG = """
[campaign]
name = "QuitteX"
operator = "@admin@mastodon.example"
[networks.bluesky]
kind = "bluesky"
service = "http://127.0.0.1:9"
handle = "quittex.example.org"
password = "env:QUITTEX_ABSENT"
[networks.piaille]
kind = "mastodon"
url = "http://127.0.0.1:9"
token = "env:QUITTEX_ABSENT"
mode = "rehearsal"
[[announcements]]
id = "weekly"
cron = "0 9 * * mon"
networks = ["bluesky"]
[[announcements]]
id = "daily"
cron = "0 9 * * *"
"""
NINE = datetime(2026, 11, 23, 8, 0, 30, tzinfo=UTC)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    file = tmp_path / "config.toml"
    file.write_text(CONFIG, "utf-8")
    return file


def run(config: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["announce", *arguments, "--config", str(config)])


def document(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, result.output
    loaded: dict[str, Any] = json.loads(result.stdout)
    return loaded


def fill(config: Path, work: Callable[[Transaction], None]) -> None:
    async def once() -> None:
        store = await open_store(config.parent / "data/quittex.db", config.parent / "data/pseudonym.key")
        await store.write(work)
        await store.close()

    asyncio.run(once())


def voices(count: int) -> Callable[[Transaction], None]:
    def work(tx: Transaction) -> None:
        for number in range(count):
            tx.people.voice(Account(Platform.BLUESKY, f"did:plc:{number}", f"p{number}.example"), NINE)

    return work


def outbox(config: Path) -> list[tuple[str, str, str, str | None]]:
    with snapshot(config.parent / "data/quittex.db") as view:
        return [(row.network, row.kind, str(row.state), row.reason) for row in view.outbox.rows()]


def test_a_dry_run_needs_no_login_and_no_database_and_writes_the_picture(config: Path) -> None:
    image = config.parent / "out.png"
    result = run(config, "counters", "--dry-run", "--image", str(image))
    assert result.exit_code == 0, result.output
    assert "bluesky: dry run" in result.stdout
    assert "QuitteX · " in result.stdout
    assert image.read_bytes().startswith(b"\x89PNG")
    assert not (config.parent / "data").exists()


def test_a_dry_run_on_a_database_shows_its_numbers_and_posts_nothing(config: Path) -> None:
    fill(config, voices(17))
    shown = document(run(config, "daily", "--dry-run", "--json"))
    assert [post["network"] for post in shown["posts"]] == ["bluesky", "piaille"]
    assert all("17 voix" in post["text"] for post in shown["posts"])
    assert outbox(config) == []


def test_by_hand_the_slot_is_the_minute_and_the_same_minute_is_posted_once(config: Path) -> None:
    fill(config, voices(12))
    with time_machine.travel(NINE, tick=False):
        first = document(run(config, "weekly", "--json"))
        assert first["slot"] == "2026-11-23T09:00"
        assert first["posts"][0]["state"] == "ready"
        again = document(run(config, "counters", "--json"))
        assert again["announcement"] == "weekly"
        assert again["posts"][0]["id"] is None
        assert "already" in again["posts"][0]["reason"]
    with time_machine.travel(NINE.replace(minute=1), tick=False):
        assert document(run(config, "weekly", "--json"))["posts"][0]["state"] == "ready"
    assert outbox(config) == [("bluesky", "counters", "ready", None)] * 2


def test_a_network_in_rehearsal_holds_it(config: Path) -> None:
    fill(config, voices(12))
    assert run(config, "daily").exit_code == 0
    assert ("piaille", "counters", "held", "rehearsal") in outbox(config)


def test_an_unknown_name_is_one_line_and_exit_2(config: Path) -> None:
    result = run(config, "monthly", "--dry-run")
    assert result.exit_code == 2
    assert result.stderr.strip() == "there is no announcement monthly; known here: weekly, daily, counters"


def test_a_picture_that_cannot_be_written_is_one_line_and_exit_2(config: Path) -> None:
    result = run(config, "weekly", "--dry-run", "--image", str(config.parent / "absent" / "out.png"))
    assert result.exit_code == 2
    assert "cannot write" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
