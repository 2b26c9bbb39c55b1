"""PNG with our own font only."""

import struct
import zlib

import pytest

from bot.charts.render import png_of, to_png
from bot.domain.announcements import Speech
from bot.locales import Catalogues
from tests.charts.test_draw import chart_with


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def pixels(png: bytes) -> bytes:
    """The image data without its compression; enough to tell whether something is there."""
    data, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        data += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    return zlib.decompress(data)


def svg(words: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60" font-family="DejaVu Sans">'
        f'<text x="5" y="40" font-size="30">{words}</text></svg>'
    )


def test_a_chart_is_1200_by_675() -> None:
    png = png_of(chart_with([10, 20, 30]), Speech(Catalogues(("fr", "en")), "fr"))
    assert size(png) == (1200, 675)
    assert len(png) < 200_000


def test_letters_are_drawn_with_accents_and_narrow_spaces() -> None:
    empty = pixels(to_png(svg("")))
    plain, accented, grouped = (pixels(to_png(svg(words))) for words in ("ete", "été", "1\u202f234"))
    assert len({empty, plain, accented, grouped, pixels(to_png(svg("1234")))}) == 5


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert to_png(svg("été")) == to_png(svg("été"))


def test_what_is_not_svg_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown token"):
        to_png("not svg")
