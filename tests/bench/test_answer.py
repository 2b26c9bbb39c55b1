"""`bench answer`, with few questions."""

import pytest

from bot.bench import answer


def test_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(answer.MENTIONS, "S", 2)
    monkeypatch.setattr(answer, "WARM_UP", 1)
    monkeypatch.setattr(answer, "BURST", 2)
    document = answer.bench("S").document()
    for network in ("bluesky", "mastodon"):
        told = document["milliseconds"][network]
        assert told["network"]["p50"] < told["whole"]["p50"]
        assert told["beyond"]["p50"] <= told["whole"]["p50"]
        assert document["answers_per_second_when_asked_at_once"][network] > 0
    figures = {figure["id"]: figure for figure in document["results"]}
    assert all(figure["ours"] > 0 for figure in figures.values())
    assert {f"answer.{network}.p50" for network in ("bluesky", "mastodon")} <= set(figures)


def test_what_the_network_took_is_taken_off() -> None:
    times = answer.Times(whole=[0.030, 0.020], own=[0.001, 0.002])
    assert times.ours == pytest.approx([0.029, 0.018])
