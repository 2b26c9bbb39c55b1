"""A long list in a process of its own: every phase is told with what it found."""

from pathlib import Path

import numpy as np

from bot.bench.graph.celebrating import run
from bot.bench.graph.made import MadeUp
from bot.bench.graph.product import Product
from tests.bench.graph.small import TINY


def test_every_phase_is_told(tmp_path: Path) -> None:
    ours, made = Product(tmp_path), MadeUp(TINY)
    ours.make(made)
    ours.close()
    followers = np.sort(np.concatenate([made.x_ids[1:40], np.arange(4 * 10**18, 4 * 10**18 + 500)]))
    file = tmp_path / "followers.npy"
    np.save(file, followers)
    phases = {phase.name: phase for phase in run(ours.path, ours.key_file, file, 1)}
    assert [phases[name].found for name in ("ack", "notify_ids", "notify_rows", "notify_count")] == [539, 39, 39, 39]
    assert phases["merge"].found >= 539
    assert all(phase.cpu > 0 and phase.extra >= 0 for phase in phases.values())
