"""The chart as SVG: a pure function of its data. Legible on a phone: nothing is smaller than 26 of 1200 pixels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from xml.sax.saxutils import escape

from bot.domain.announcements import Chart, Curve, Point, Speech

WIDTH, HEIGHT = 1200, 675
FONT = "DejaVu Sans"
PAPER, INK, SOFT, GRID = "#FCFBF8", "#16213E", "#555C72", "#DEDCD4"

MARGIN = 60
RIGHT, TOP, BOTTOM = 890, 206, 546
LABELS = 926  # where the last values stand, right of the curves
LABEL_HEIGHT = 92
SMALL, SUBTITLE = 26, 30
GLYPH, BOLD_GLYPH = 0.6, 0.67  # widest average width of a glyph in words, as a share of the font's size

# XML 1.0 has none of these, not even escaped.
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Pen:
    """How one curve is told from the others: by colour, by shape and by dash, so that no one of them is needed."""

    colour: str
    shape: str
    dash: str = ""


# Blue and vermillion of Okabe and Ito, which every kind of colour vision tells apart, with a dark ink.
PENS = {
    "people": Pen(INK, "circle"),
    "accounts:bluesky": Pen("#0072B2", "square", "2 13"),
    "accounts:mastodon": Pen("#C94A00", "diamond", "24 12"),
}
SHAPES = {
    "circle": '<circle cx="0" cy="0" r="13"',
    "square": '<rect x="-12" y="-12" width="24" height="24" rx="2"',
    "diamond": '<rect x="-11" y="-11" width="22" height="22" rx="2"',
}


@dataclass(frozen=True, slots=True)
class Scale:
    """From days and values to pixels; the value axis starts at zero, so that a slope is an honest slope."""

    since: date
    until: date
    step: int
    top: int
    left: float  # right of the numbers of the value axis

    def x(self, day: date) -> float:
        """Left to right."""
        return RIGHT - (RIGHT - self.left) * (self.until - day).days / (self.until - self.since).days

    def y(self, value: int) -> float:
        """Bottom to top."""
        return BOTTOM - (BOTTOM - TOP) * value / self.top


def draw(chart: Chart, speech: Speech) -> str:
    """SVG of 1200 x 675 pixels; `speech` writes numbers and days in the chart's language."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="{FONT}"><rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        f'<rect x="{MARGIN}" y="46" width="72" height="8" fill="{PENS["accounts:mastodon"].colour}"/>',
        _words(chart.title, MARGIN, 112, _fitting(chart.title, 50, WIDTH - 2 * MARGIN, BOLD_GLYPH), INK, bold=True),
        _words(chart.subtitle, MARGIN, 160, _fitting(chart.subtitle, SUBTITLE, WIDTH - 2 * MARGIN), SOFT),
        _words(chart.source, MARGIN, 646, _fitting(chart.source, SMALL, WIDTH - 2 * MARGIN), SOFT),
    ]
    return "".join([*parts, *_picture(chart, speech), "</svg>"])


def ticks(highest: int) -> tuple[int, int]:
    """(step, top) of an axis from 0: whole, round steps, three to five of them."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if step * factor * 5 >= highest:
                chosen = step * factor
                return chosen, max(chosen, -(-highest // chosen) * chosen)
        step *= 10


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places at least `gap` apart within low..high, near the wanted ones, in the same order from top to bottom."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    places = [0.0] * len(wanted)
    above = low - gap
    for index in order:
        above = places[index] = max(wanted[index], above + gap)
    below = high + gap
    for index in reversed(order):
        below = places[index] = min(places[index], below - gap)
    return places


def _picture(chart: Chart, speech: Speech) -> list[str]:
    """Curves need two days at least; a single day is shown as bars."""
    days = [point.day for curve in chart.curves for point in curve.points]
    if not days:
        return [_nothing_yet(chart.empty)]
    if min(days) == max(days):
        return _bars(chart.curves, speech)
    step, top = ticks(max(point.value for curve in chart.curves for point in curve.points))
    digits = max(len(_axis_number(value, step, speech)) for value in range(0, top + 1, step))
    return _drawn(chart.curves, Scale(min(days), max(days), step, top, MARGIN + 16 * digits + 22), speech)


def _bars(curves: Sequence[Curve], speech: Speech) -> list[str]:
    highest = max(curve.points[-1].value for curve in curves)
    parts = []
    for index, curve in enumerate(curves):
        y = TOP - 24 + (BOTTOM + 30 - TOP) * (index + 0.5) / len(curves)
        colour = PENS[curve.name].colour
        number = speech.say("chart-number", count=curve.points[-1].value)
        width = max(8.0, (LABELS - 130 - MARGIN) * curve.points[-1].value / highest)
        size = _fitting(number, 54, WIDTH - MARGIN - LABELS + 130 - 24, BOLD_GLYPH)
        parts += [
            _words(curve.label, MARGIN, y, 30, colour),
            f'<rect x="{MARGIN}" y="{y + 16:.1f}" width="{width:.1f}" height="58" rx="6" fill="{colour}"/>',
            _words(number, MARGIN + width + 24, y + 45 + 0.36 * size, size, colour, bold=True),
        ]
    return parts


def _drawn(curves: Sequence[Curve], scale: Scale, speech: Speech) -> list[str]:
    ends = [scale.y(curve.points[-1].value) for curve in curves]
    places = spread(ends, LABEL_HEIGHT, TOP - 6, BOTTOM - 20)
    return [
        *(_rule(value, scale, speech) for value in range(0, scale.top + 1, scale.step)),
        *_days(scale, speech),
        _area(curves[0].points, scale),
        *(_line(curve, scale) for curve in reversed(curves)),
        *(_label(curve, scale, y, speech) for curve, y in zip(curves, places, strict=True)),
    ]


def _rule(value: int, scale: Scale, speech: Speech) -> str:
    y, colour = scale.y(value), GRID if value else INK
    line = f'<line x1="{scale.left:.1f}" x2="{RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="{colour}" stroke-width="2"/>'
    number = _axis_number(value, scale.step, speech) if value else speech.say("chart-number", count=0)
    return line + _words(number, scale.left - 18, y + 9, SMALL, SOFT, anchor="end")


def _axis_number(value: int, step: int, speech: Speech) -> str:
    if step >= 1_000_000:
        return speech.say("chart-millions", count=value // 1_000_000)
    if step >= 10_000:
        return speech.say("chart-thousands", count=value // 1000)
    return speech.say("chart-number", count=value)


def _days(scale: Scale, speech: Speech) -> list[str]:
    span = (scale.until - scale.since).days
    count = min(span, 2)
    days = [scale.since + timedelta(days=round(span * index / count)) for index in range(count + 1)]
    anchors = {scale.since: "start", scale.until: "end"}
    return [_day(day, scale.x(day), anchors.get(day, "middle"), speech) for day in days]


def _day(day: date, x: float, anchor: str, speech: Speech) -> str:
    return _words(speech.day(day), x, BOTTOM + 42, SMALL, SOFT, anchor=anchor)


def _path(points: Sequence[Point], scale: Scale) -> str:
    return "M" + " L".join(f"{scale.x(point.day):.1f},{scale.y(point.value):.1f}" for point in points)


def _area(points: Sequence[Point], scale: Scale) -> str:
    left, right = scale.x(points[0].day), scale.x(points[-1].day)
    path = f"{_path(points, scale)} L{right:.1f},{BOTTOM} L{left:.1f},{BOTTOM} Z"
    return f'<path d="{path}" fill="{INK}" fill-opacity="0.07"/>'


def _line(curve: Curve, scale: Scale) -> str:
    pen, last = PENS[curve.name], curve.points[-1]
    dash = f' stroke-dasharray="{pen.dash}"' if pen.dash else ""
    path = (
        f'<path d="{_path(curve.points, scale)}" fill="none" stroke="{pen.colour}" stroke-width="7" '
        f'stroke-linecap="round" stroke-linejoin="round"{dash}/>'
    )
    return path + _mark(pen, scale.x(last.day), scale.y(last.value))


def _mark(pen: Pen, x: float, y: float) -> str:
    turned = " rotate(45)" if pen.shape == "diamond" else ""
    place = f'transform="translate({x:.1f} {y:.1f}){turned}"'
    return f'{SHAPES[pen.shape]} {place} fill="{pen.colour}" stroke="{PAPER}" stroke-width="4"/>'


def _label(curve: Curve, scale: Scale, y: float, speech: Speech) -> str:
    colour, last = PENS[curve.name].colour, curve.points[-1]
    number = speech.say("chart-number", count=last.value)
    thread = (
        f'<path d="M{RIGHT + 17},{scale.y(last.value):.1f} L{LABELS - 8},{y:.1f}" stroke="{colour}" '
        f'stroke-width="2" stroke-opacity="0.5"/>'
    )
    room = WIDTH - MARGIN / 2 - LABELS
    return (
        thread
        + _words(number, LABELS, y + 13, _fitting(number, 46, room, BOLD_GLYPH), colour, bold=True)
        + _words(curve.label, LABELS, y + 47, _fitting(curve.label, SMALL + 2, room), colour)
    )


def _nothing_yet(message: str) -> str:
    frame = (
        f'<rect x="{MARGIN}" y="{TOP}" width="{WIDTH - 2 * MARGIN}" height="{BOTTOM - TOP + 30}" rx="14" fill="none" '
        f'stroke="{GRID}" stroke-width="3" stroke-dasharray="3 12" stroke-linecap="round"/>'
    )
    size = _fitting(message, 38, WIDTH - 4 * MARGIN)
    return frame + _words(message, WIDTH / 2, (TOP + BOTTOM + 30) / 2 + 12, size, INK, anchor="middle")


def _words(
    words: str, x: float, y: float, size: float, colour: str, *, bold: bool = False, anchor: str = "start"
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" fill="{colour}" text-anchor="{anchor}"{weight}>'
        f"{escape(UNPRINTABLE.sub('', words))}</text>"
    )


def _fitting(words: str, size: float, room: float, glyph: float = GLYPH) -> float:
    return min(size, room / (glyph * max(len(words), 1)))
