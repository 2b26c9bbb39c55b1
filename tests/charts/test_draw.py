"""The chart: axes, places of labels, and drawings that hold for any data."""

from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charts.draw import HEIGHT, WIDTH, draw, spread, ticks
from bot.domain.announcements import CURVES, Chart, Curve, Point, Speech
from bot.locales import Catalogues

SVG = "{http://www.w3.org/2000/svg}"
FIRST = date(2026, 9, 1)


def chart_with(*series: list[int], title: str = "QuitteX") -> Chart:
    curves = [
        Curve(name, name, tuple(Point(FIRST + timedelta(days=day), value) for day, value in enumerate(values)))
        for name, values in zip(CURVES, series, strict=False)
    ]
    return Chart(title, "Personnes", "Source", "Rien à montrer", tuple(curves))


def drawn(chart: Chart, language: str = "fr") -> ET.Element:
    return ET.fromstring(draw(chart, Speech(Catalogues(("fr", "en")), language)))  # noqa: S314 - our own drawing


def words(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("highest", "expected"),
    [(10, (2, 10)), (12, (5, 15)), (42, (10, 50)), (99, (20, 100)), (1090, (500, 1500)), (10**9, (2 * 10**8, 10**9))],
)
def test_ticks_are_round(highest: int, expected: tuple[int, int]) -> None:
    assert ticks(highest) == expected


@given(st.integers(1, 10**15))
def test_ticks_hold_every_value(highest: int) -> None:
    step, top = ticks(highest)
    assert top >= highest
    assert top % step == 0
    assert 1 <= top // step <= 5


@given(st.lists(st.floats(200, 540), min_size=1, max_size=3))
def test_labels_never_overlap_nor_leave_the_picture(wanted: list[float]) -> None:
    places = spread(wanted, 92, 200, 526)
    ordered = sorted(places)
    assert all(below - above >= 91.9 for above, below in pairwise(ordered))
    assert ordered[0] >= 199.9
    assert ordered[-1] <= 526.1


def test_labels_keep_the_order_of_the_curves() -> None:
    assert spread([300, 200, 210], 50, 100, 500) == [300, 200, 250]


def test_a_picture_of_growth_names_days_values_and_curves() -> None:
    said = words(drawn(chart_with([1000, 1500, 12119], [500, 700, 8726])))
    assert "12\u202f119" in said
    assert "8\u202f726" in said
    assert "accounts:bluesky" in said
    assert "1 sept. 2026" in said
    assert "3 sept. 2026" in said


def test_a_single_day_is_bars() -> None:
    root = drawn(chart_with([34], [24]))
    widths = [float(rect.get("width", "0")) for rect in root.iter(f"{SVG}rect") if rect.get("height") == "58"]
    assert len(widths) == 2
    assert widths[1] / widths[0] == pytest.approx(24 / 34, rel=0.01)
    assert not list(root.iter(f"{SVG}path"))


def test_without_data_it_says_so() -> None:
    assert "Rien à montrer" in words(drawn(chart_with()))


def test_long_axis_numbers_are_shortened() -> None:
    said = words(drawn(chart_with([10**9, 1_220_000_000])))
    assert any(word.replace("\u202f", "").replace("\xa0", "").startswith("500M") for word in said)


def test_markup_and_control_characters_in_a_name_do_no_harm() -> None:
    title = 'A & B <script>"\x00\x1b\ud800'
    assert 'A & B <script>"' in words(drawn(chart_with([10, 20], title=title)))


@given(st.lists(st.lists(st.integers(10, 10**12), max_size=6), max_size=3))
def test_everything_stays_inside(series: list[list[int]]) -> None:
    root = drawn(chart_with(*[values for values in series if values]), "en")
    for element in root.iter(f"{SVG}text"):
        assert 0 <= float(element.get("x", "-1")) <= WIDTH
        assert 0 <= float(element.get("y", "-1")) <= HEIGHT
        assert float(element.get("font-size", "0")) > 0
