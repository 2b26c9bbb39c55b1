"""Bars on a terminal, silence elsewhere."""

import io
import sys

import pytest

from bot.cli.progress import Progress


class Screen(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize("total", [10, None])
@pytest.mark.parametrize("terminal", [True, False])
def test_only_a_terminal_shows_them(monkeypatch: pytest.MonkeyPatch, terminal: bool, total: int | None) -> None:
    screen = Screen(terminal=terminal)
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with Progress() as progress, progress.bar("reading", total) as bar:
        bar.reach(4)
        bar.advance(2)
    assert ("reading" in screen.getvalue()) is terminal
    assert terminal or screen.getvalue() == ""
