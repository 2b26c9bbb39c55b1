"""`bench stream`: both ways find the same, and the report holds what it must."""

import pytest

from bot.bench import stream
from bot.bench.blaster import blasting
from bot.bench.frames import frames


async def test_the_whole_way_keeps_what_decoding_keeps() -> None:
    some = list(frames(6000, seed=4))
    with blasting(6000, seed=4) as host:
        assert await stream.read(host, 6000) == stream.keep(some) > 1


def test_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(stream.DECODED, "S", 3000)
    monkeypatch.setitem(stream.RECEIVED, "S", 2000)
    document = stream.bench("S").document()
    assert document["seed"] == 42
    assert document["decode"]["frames"] == 3000
    assert document["decode"]["checksum"] == stream.checksum(list(frames(3000)))
    assert 0 < document["e2e"]["kept"] <= document["decode"]["kept"] + 1
    figures = {figure["id"]: figure for figure in document["results"]}
    assert set(figures) == {"stream.decode", "stream.record", "stream.e2e"}
    assert all(min(figure["ours"], figure["baseline"], figure["ratio"]) > 0 for figure in figures.values())
