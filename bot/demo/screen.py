"""What the person in front of the terminal sees; the same as plain lines where there is no terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from bot.demo.cast import BLUESKY, MASTODON

WIDTH = 104  # columns of the picture, and of plain lines
NETWORKS = {BLUESKY: ("Bluesky", "bright_blue"), MASTODON: ("Mastodon", "magenta")}
GOOD, BAD = "✓", "✗"

_THEME = TerminalTheme(
    (22, 25, 37), (214, 219, 233),
    [(22, 25, 37), (240, 98, 106), (108, 205, 140), (232, 190, 96), (92, 150, 250), (190, 140, 250), (90, 200, 210),
     (190, 196, 212)],
    [(110, 118, 140), (250, 120, 128), (130, 222, 160), (245, 210, 120), (110, 172, 255), (206, 160, 255),
     (120, 216, 226), (240, 243, 250)],
)  # fmt: skip

# Rich's own form asks a font server for its letters; every reader's own will do.
_SVG = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>quittex demo, in a terminal</title>
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width;
}}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def place(network: str, *, private: bool = False) -> str:
    """Where something is said, in words."""
    name, _ = NETWORKS[network]
    return f"{name} private" if private else name


@dataclass(frozen=True)
class Row:
    """One line of the summary."""

    title: str
    where: str
    expected: str
    seen: str
    ok: bool


class _Terminal(Console):
    """Rich ends the process when nobody reads on; we have a bot to stop first."""

    def on_broken_pipe(self) -> None:
        """Print nothing more. BrokenPipeError, once."""
        self.quiet = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), self.file.fileno())
        raise BrokenPipeError


class Screen:
    """Prints to `stream`; `picture` keeps the pictured scenes for `save_picture`; `transcript` is what was said."""

    def __init__(self, stream: IO[str], *, picture: bool = False) -> None:
        plain = not stream.isatty()
        self._console = _Terminal(file=stream, width=WIDTH if plain else None, highlight=False, markup=False)
        self._picture = _recorder() if picture else None
        self._pictured = True
        self.transcript: list[dict[str, Any]] = []

    def opening(self, title: str, words: Iterable[str]) -> None:
        """What this is."""
        self._print(Text(title, style="bold"))
        for line in words:
            self._print(Text(line, style="bright_black"))

    def scene(self, number: int, title: str, *, pictured: bool) -> None:
        """A new part begins."""
        self._pictured = pictured
        self._print(Text(""))
        self._print(Rule(Text(f"{number}. {title}", style="bold"), align="left", style="bright_black"))

    def said(self, network: str, who: str, text: str, *, private: bool, bot: bool = False) -> None:
        """Somebody wrote this."""
        self.transcript.append({"network": network, "who": who, "text": text, "private": private, "bot": bot})
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=16)
        grid.add_column(width=15)
        grid.add_column(ratio=1)
        style = "bright_green" if bot else "bright_white"
        where = Text(place(network, private=private), style=NETWORKS[network][1])
        grid.add_row(where, Text(who, style=f"bold {style}"), Text(text, style="" if bot else "italic"))
        self._print(Padding(grid, (0, 0, 0, 2)))

    def note(self, text: str) -> None:
        """Something that is not said, but happens."""
        self._aside("·", text, "bright_black")

    def command(self, text: str) -> None:
        """The admin types."""
        self._aside("$", text, "yellow")

    def verdict(self, text: str, ok: bool) -> None:
        """Whether what came is right."""
        self._aside(GOOD if ok else BAD, text, "green" if ok else "bold red")

    def summary(self, rows: Iterable[Row]) -> None:
        """The table at the end."""
        self._pictured = True
        table = Table(box=SIMPLE_HEAD, border_style="bright_black", header_style="bold", expand=True)
        table.add_column("What happens", ratio=6)
        table.add_column("Where", width=16)
        table.add_column("Expected", ratio=8)
        table.add_column("On the servers", ratio=4)
        table.add_column("", width=1)
        for row in rows:
            seen = "the same" if row.ok and row.seen == row.expected else row.seen
            style = "green" if row.ok else "bold red"
            mark = Text(GOOD if row.ok else BAD, style=style)
            table.add_row(row.title, row.where, row.expected, Text(seen, style=style), mark)
        self._print(Text(""))
        self._print(table)

    def closing(self, text: str, ok: bool, facts: Mapping[str, object]) -> None:
        """The last lines."""
        self._print(Text(text, style="bold green" if ok else "bold red"))
        self._pictured = False
        width = max((len(name) for name in facts), default=0)
        for name, value in facts.items():
            self._print(Text(f"  {name:<{width}}  {value}"), soft_wrap=True)

    def lines(self, title: str, lines: Iterable[str]) -> None:
        """Lines as they are, under a title."""
        self._pictured = False
        self._print(Text(title, style="bold"))
        for line in lines:
            self._print(Text(f"  {line}", style="bright_black"), soft_wrap=True)

    def save_picture(self, path: Path) -> None:
        """The pictured scenes as SVG, whose letters are drawn by the reader's own fixed-width font."""
        if self._picture is not None:
            drawn = self._picture.export_svg(title="quittex demo", theme=_THEME, code_format=_SVG, unique_id="quittex")
            path.write_text(drawn, encoding="utf-8")

    def _aside(self, mark: str, text: str, style: str) -> None:
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=33, justify="right")
        grid.add_column(ratio=1)
        grid.add_row(Text(mark, style=style), Text(text, style=style))
        self._print(Padding(grid, (0, 0, 0, 2)))

    def _print(self, what: RenderableType, *, soft_wrap: bool = False) -> None:
        self._console.print(what, soft_wrap=soft_wrap)
        if self._picture is not None and self._pictured:
            self._picture.print(what, soft_wrap=soft_wrap)


def _recorder() -> Console:
    """A terminal that nobody looks at, of a known width and with all colours."""
    from io import StringIO

    return Console(
        file=StringIO(), width=WIDTH, record=True, force_terminal=True, color_system="truecolor", highlight=False,
        markup=False, legacy_windows=False,
    )  # fmt: skip
