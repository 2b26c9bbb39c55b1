"""`bench stream`: how many events a second one core carries, from the wire to what concerns us."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from contextlib import aclosing
from datetime import UTC, datetime
from typing import Final
from zlib import crc32

from bot.bench.blaster import blasting
from bot.bench.frames import SEED, TAG, US, frames
from bot.bench.measure import Figure, Goal, Report, Took, by_turns, middle, ratio
from bot.networks.bluesky.jetstream import Cursor, decode_and_filter
from bot.networks.bluesky.stream import Stream
from bot.networks.bluesky.translate import Us

DECODED: Final = {"S": 20_000, "M": 200_000, "L": 1_000_000}
RECEIVED: Final = {"S": 20_000, "M": 100_000, "L": 200_000}
TOGETHER: Final = 1000
"""Frames judged at once. Under load the reader has up to 4096 together."""
RECORD: Final = 2000
"""Events a second: https://docs.bsky.app/blog/relay-ops, "sustained traffic of over 2,000 events per second"."""
PER_CPU: Final = "events/cpu-s"

_WE: Final = Us("bluesky", US, frozenset({TAG}))


def bench(size: str, seed: int = SEED) -> Report:
    """Both: decoding and filtering alone, and the whole way over TLS."""
    decoded, received = DECODED[size], RECEIVED[size]
    stream = list(frames(decoded, seed))
    decode, decode_facts = bench_decode(stream)
    whole, whole_facts = bench_whole(received, seed, stream)
    facts = {
        "seed": seed,
        "bytes_per_frame": round(sum(map(len, stream)) / len(stream), 1),
        "decode": {"frames": decoded, "checksum": checksum(stream), **decode_facts},
        "e2e": {"frames": received, **whole_facts},
    }
    return Report("stream", size, facts, (*decode, *whole))


def bench_decode(stream: Sequence[bytes]) -> tuple[list[Figure], dict[str, object]]:
    """stream.decode: frames -> what concerns us, beside a json.loads loop on the same bytes."""
    ours, theirs, kept = by_turns(lambda: keep(stream), lambda: load_all(stream))
    mine, loads = middle(ours), middle(theirs)
    rates = len(stream) / mine.cpu, len(stream) / loads.cpu
    figure = Figure(
        "stream.decode", rates[0], PER_CPU, rates[1], _cpu_ratio(theirs, ours), Goal(">=", 7), "to json.loads"
    )
    return [figure], {"kept": kept, "together": TOGETHER, "ours": _seconds(mine), "baseline": _seconds(loads)}


def bench_whole(count: int, seed: int, stream: Sequence[bytes]) -> tuple[list[Figure], dict[str, object]]:
    """stream.e2e: the bot's own reader over TLS on loopback, the server in another process."""
    same = stream[:count]
    with blasting(count, seed) as host:
        ours, theirs, kept = by_turns(lambda: asyncio.run(read(host, count)), lambda: load_all(same))
    mine, loads = middle(ours), middle(theirs)
    rate, to_loads = count / mine.cpu, _cpu_ratio(theirs, ours)
    figures = [
        Figure("stream.record", rate, PER_CPU, RECORD, rate / RECORD, Goal(">=", 80), "to the record rate"),
        Figure("stream.e2e", rate, PER_CPU, count / loads.cpu, to_loads, Goal(">=", 0.65), "to json.loads alone"),
    ]
    return figures, {"kept": kept, "ours": _seconds(mine), "baseline": _seconds(loads)}


def keep(stream: Sequence[bytes]) -> int:
    """Decode and filter; how many concern us."""
    parts = (stream[at : at + TOGETHER] for at in range(0, len(stream), TOGETHER))
    return sum(len(decode_and_filter(part, _WE)) for part in parts)


def load_all(stream: Sequence[bytes]) -> None:
    """The baseline."""
    for frame in stream:
        json.loads(frame)


async def read(host: str, count: int) -> int:
    """Take `count` events from a host with the bot's own reader; how many concern us."""
    kept = 0
    stream = Stream((host,), _WE, _Now())
    async with aclosing(stream.chunks(Cursor(host, 1, 0))) as chunks:  # type: ignore[type-var]
        async for chunk in chunks:
            kept += len(chunk.sights)
            if chunk.cursor is not None and chunk.cursor.seq >= count:
                break
    return kept


def checksum(stream: Sequence[bytes]) -> str:
    """Of all frames, so that two runs can be seen to have read the same."""
    total = 0
    for frame in stream:
        total = crc32(frame, total)
    return f"{total:08x}"


class _Now:
    """The wall clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


def _cpu_ratio(above: Sequence[Took], below: Sequence[Took]) -> float:
    return ratio([turn.cpu for turn in above], [turn.cpu for turn in below])


def _seconds(took: Took) -> dict[str, float]:
    return {"cpu_seconds": round(took.cpu, 4), "wall_seconds": round(took.wall, 4)}
