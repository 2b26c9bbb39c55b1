"""Plain lines where there is no terminal; a picture with letters that any reader has."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree

from bot.charts.render import to_png
from bot.demo.screen import WIDTH, Row, Screen

ROWS = [Row("Camille asks", "bluesky", "one answer", "one answer", True), Row("Gus", "mastodon", "silence", "2", False)]


def test_plain_lines_without_a_terminal():
    stream = io.StringIO()
    screen = Screen(stream)
    screen.opening("QuitteX", ["nothing leaves this machine"])
    screen.scene(1, "Camille asks", pictured=False)
    screen.said("bluesky", "Camille", "@quittex [bold]trouve[/bold] :smile:", private=False)
    screen.said("mastodon", "QuitteX", "Voilà", private=True, bot=True)
    screen.command("quittex run")
    screen.verdict("two answers", False)
    screen.summary(ROWS)
    screen.closing("1 of 2 went wrong.", False, {"chart": "/tmp/" + "x" * 200})
    printed = stream.getvalue()
    assert "\x1b" not in printed
    assert "[bold]trouve[/bold] :smile:" in printed, "people's words are not markup"
    assert "Mastodon private" in printed
    assert "x" * 200 in printed, "a path can be copied"
    assert max(len(line) for line in printed.splitlines() if "xxx" not in line) <= WIDTH


def test_the_summary_says_what_is_wrong():
    stream = io.StringIO()
    Screen(stream).summary(ROWS)
    lines = stream.getvalue().splitlines()
    assert any("Camille" in line and "the same" in line and "✓" in line for line in lines)
    assert any("Gus" in line and "silence" in line and "2" in line and "✗" in line for line in lines)


def test_the_transcript_is_kept_in_order():
    screen = Screen(io.StringIO())
    screen.said("bluesky", "Camille", "trouve", private=False)
    screen.said("bluesky", "QuitteX", "Voilà", private=False, bot=True)
    assert [(said["who"], said["bot"]) for said in screen.transcript] == [("Camille", False), ("QuitteX", True)]


def test_the_picture_holds_the_pictured_scenes_and_needs_nobody(tmp_path: Path):
    screen = Screen(io.StringIO(), picture=True)
    screen.opening("QuitteX", [])
    screen.scene(1, "Shown", pictured=True)
    screen.said("bluesky", "Élodie", "où êtes-vous ?", private=False)
    screen.scene(2, "Left out", pictured=False)
    screen.summary(ROWS)
    screen.closing("All went as told.", True, {"chart": "/tmp/here"})
    path = tmp_path / "demo.svg"
    screen.save_picture(path)
    words = "".join(ElementTree.parse(path).getroot().itertext()).replace("\N{NO-BREAK SPACE}", " ")  # noqa: S314
    assert "Shown" in words
    assert "Élodie" in words
    assert "All went as told." in words
    assert "Left out" not in words
    assert "/tmp/here" not in words
    assert "http" not in path.read_text().replace("http://www.w3.org/2000/svg", "")
    assert to_png(path.read_text()).startswith(b"\x89PNG")


def test_without_a_picture_nothing_is_written(tmp_path: Path):
    Screen(io.StringIO()).save_picture(tmp_path / "demo.svg")
    assert not (tmp_path / "demo.svg").exists()
