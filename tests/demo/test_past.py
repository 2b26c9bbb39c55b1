"""The past of the demo is counted, not made up."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.config import load
from bot.demo import campaign
from bot.demo.cast import Registry
from bot.demo.program import Program
from bot.demo.stage import Stage
from bot.storage import snapshot

FILES = 3


async def test_each_file_gives_its_day_its_counters(tmp_path: Path):
    async with Stage(Registry()) as stage:
        config, files = campaign.write_config(stage, tmp_path), campaign.write_registry(stage, tmp_path)[:FILES]
    words = [word for day, file in files for word in (day.isoformat(), str(file))]
    result = await Program(config, tmp_path / "bot.log", {}).play_the_past(*words)
    assert result.code == 0, result.err
    people = [len(file.read_text().splitlines()) for _, file in files]
    with snapshot(load(config).database) as view:
        history = dict(view.tallies.history("people", 60, datetime.now(UTC).date().isoformat()))
    assert [history[day.isoformat()] for day, _ in files] == [sum(people[: n + 1]) for n in range(FILES)]
