"""What runs beside a benchmark is this package."""

from pathlib import Path

import pytest

import bot
from bot.bench.children import piped


def test_a_folder_called_bot_is_not_taken_for_this_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "__init__.py").write_text("raise SystemExit('the wrong one')")
    monkeypatch.chdir(tmp_path)
    with piped(["-c", "import bot; print(bot.__file__)"]) as child:
        assert child.stdout is not None
        assert child.stdout.read().decode().strip() == bot.__file__
