"""`bench start`: few spawns; that commands load nothing heavy is a promise and no figure."""

from pathlib import Path

import pytest

from bot.bench import start
from bot.bench.children import environment
from bot.bench.world import Broken


def test_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(start.SPAWNS, "S", 1)
    monkeypatch.setattr(start, "IDLE_SECONDS", 0.1)
    document = start.bench("S").document()
    assert document["heavy_modules"] == {"help": [], "status": []}
    assert set(document["cpu_milliseconds"]) == {"empty", "help", "status"}
    figures = {figure["id"]: figure for figure in document["results"]}
    assert figures["start.help"]["ratio"] > 1
    assert figures["start.help.heavy"]["ours"] == figures["start.status.heavy"]["ours"] == 0
    assert figures["start.memory"]["ours"] > 20


def test_heavy_modules_are_named() -> None:
    assert start.heavy(["atproto.models", "json", "asyncio"]) == ["atproto", "asyncio"]
    assert start.heavy(["atproto_like", "json"]) == []


def test_a_command_that_fails_is_not_measured(tmp_path: Path) -> None:
    around = environment()
    with pytest.raises(Broken, match="ended with 2"):
        start.spawned(("-m", "bot", "status", "--config", str(tmp_path / "none.toml")), around)
    with pytest.raises(Broken, match="quittex status failed"):
        start.loaded(["status", "--config", str(tmp_path / "none.toml")], around)
