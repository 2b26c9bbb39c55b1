"""Imports flat out in another process: they are all there when it has ended."""

import asyncio
from pathlib import Path

import pytest

from bot.bench.graph import answering
from bot.storage import open_store


async def test_the_imports_are_real(tmp_path: Path) -> None:
    path, key_file = tmp_path / "quittex.db", tmp_path / "pseudonym.key"
    await (await open_store(path, key_file, role="command")).close()
    with answering.flooding(path, key_file) as flood:
        await asyncio.to_thread(flood.begun)
        await asyncio.sleep(0.2)
        archives = await asyncio.to_thread(flood.ended)
    assert archives > 0
    store = await open_store(path, key_file, role="command")
    counted = await store.write(lambda tx: tx.tallies.recount())
    await store.close()
    assert counted["edges"] > 100 * archives


def test_answers_are_measured_in_quiet_and_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "ROUNDS", 1)
    monkeypatch.setattr(answering, "WARM_UP", 1)
    found = answering.answers_beside(1)
    assert set(found.networks) == {"bluesky", "mastodon"}
    assert all(quiet > 0 and busy > 0 for quiet, busy in found.networks.values())
    assert found.archives_per_second > 0
