"""From SVG to PNG."""

from __future__ import annotations

from importlib.resources import as_file, files

import resvg_py

from bot.charts.draw import draw
from bot.domain.announcements import Chart, Speech

FONTS = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")


def png_of(chart: Chart, speech: Speech) -> bytes:
    """The picture of a chart, 1200 x 675 pixels. About 0.1 s: not for the event loop, nor inside a transaction."""
    return to_png(draw(chart, speech))


def to_png(svg: str) -> bytes:
    """PNG bytes, the same on every machine: only our own fonts are used (without one, text vanishes silently).

    ValueError if it is not SVG.
    """
    with as_file(files("bot.charts") / "fonts") as folder:
        font_files = [str(folder / name) for name in FONTS]
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg, skip_system_fonts=True, font_files=font_files, font_family="DejaVu Sans",
                sans_serif_family="DejaVu Sans",
            )
        )  # fmt: skip
