"""Run refuses at once what cannot work; the rest of it is in tests/test_app.py."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import CONFIG, Quittex


def test_an_absent_secret_stops_it_before_anything_is_made(quittex: Quittex, tmp_path: Path) -> None:
    result = quittex("run")
    assert result.exit_code == 2
    assert "QUITTEX_TEST_ABSENT is not set" in result.stderr
    assert not (tmp_path / "data").exists()


def test_a_bad_cron_line_stops_it(quittex: Quittex, config: Path) -> None:
    config.write_text(CONFIG + '[[announcements]]\nid = "w"\ncron = "0 9 31 2 *"\n', encoding="utf-8")
    assert "announcements.w.cron" in quittex("run").stderr
