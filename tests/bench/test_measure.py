"""Turns, medians, ratios and goals."""

import json

import pytest

from bot.bench.measure import Figure, Goal, Report, Took, by_turns, figures_of, middle, percentile, ratio


def test_ours_and_the_baseline_take_turns() -> None:
    order: list[str] = []
    ours, theirs, given = by_turns(lambda: order.append("ours") or 7, lambda: order.append("theirs"), rounds=3)
    assert order == ["ours", "theirs"] * 3
    assert given == 7
    assert len(ours) == len(theirs) == 3
    assert all(turn.wall >= 0 and turn.cpu >= 0 for turn in (*ours, *theirs))


def test_one_bad_turn_moves_nothing() -> None:
    assert middle([Took(1, 2), Took(9, 99), Took(1.5, 2.5)]) == Took(1.5, 2.5)
    assert ratio([7, 14, 700], [1, 2, 1]) == 7


@pytest.mark.parametrize(("share", "value"), [(0.5, 50), (0.99, 99), (1.0, 100), (0.0, 1)])
def test_percentiles(share: float, value: float) -> None:
    assert percentile([*range(100, 0, -1)], share) == value


def test_goals() -> None:
    assert Goal(">=", 7).met(7)
    assert not Goal(">=", 7).met(6.99)
    assert Goal("<=", 8).met(8)
    assert not Goal("<=", 8).met(8.01)


def test_a_figure_is_a_row() -> None:
    above = Figure("decode", 1_420_000, "events/s", 237_000.4, 5.99, Goal(">=", 5, try_for=7), "to json.loads")
    assert above.cells() == (
        "decode (to json.loads)",
        "1,420,000 events/s",
        "237,000 events/s",
        "5.99x",
        ">= 5x [7x]: met",
    )
    below = Figure("memory", 20.5, "MB", goal=Goal("<=", 16, of="ours"))
    assert below.cells() == ("memory", "20.5 MB", "", "", "<= 16: MISSED")
    assert Figure("rate", 0.28614).cells() == ("rate", "0.2861", "", "", "")


def test_what_cannot_be_held_to_its_goal_is_neither_met_nor_missed() -> None:
    assert Figure("rate", 1).met is None
    assert Figure("rate", 1, goal=Goal(">=", 2)).met is None


FIGURES = [Figure("a", 1.0), Figure("b", 2.0, "x", 4.0, 0.5, Goal(">=", 3))]


def test_a_report_is_one_document() -> None:
    report = Report("stream", "M", {"seed": 42}, FIGURES)
    document = json.loads(json.dumps(report.document()))
    assert document["seed"] == 42
    assert {"python", "quittex", "websockets", "sqlite", "numpy"} <= set(document["versions"])
    one, other = document["results"]
    assert {name: one[name] for name in ("id", "ours", "baseline", "ratio", "goal", "met")} == {
        "id": "a", "ours": 1.0, "baseline": None, "ratio": None, "goal": None, "met": None,
    }  # fmt: skip
    assert (other["goal"], other["goal_of"], other["goal_sign"], other["met"]) == (3, "ratio", ">=", False)
    assert document["met"] is report.met is False
    assert Report("stream", "M", {}, FIGURES[:1]).met


def test_size_s_has_no_goals() -> None:
    report = Report("stream", "S", {}, FIGURES)
    assert [(row["goal"], row["met"]) for row in report.document()["results"]] == [(None, None)] * 2
    assert report.met


def test_a_document_gives_its_figures_back() -> None:
    document = json.loads(json.dumps(Report("stream", "M", {}, FIGURES).document()))
    assert list(figures_of(document).values()) == [FIGURES[0], Figure("b", 2.0, "x", 4.0, 0.5)]


def test_people_get_a_table() -> None:
    report = Report("stream", "M", {}, FIGURES, ["", "growth"])
    assert report.document()["remarks"] == ["growth"]
    assert list(report.lines()) == [
        "figure  ours  baseline  ratio  goal",
        "a       1",
        "b       2 x   4 x       0.5x   >= 3x: MISSED",
        "",
        "growth",
    ]
