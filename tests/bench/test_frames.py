"""The made-up stream: repeatable, of the mix it claims, and judged rightly by the real filter."""

import json
from collections import Counter
from datetime import UTC, datetime

from bot.bench.frames import TAG, US, frames
from bot.networks.bluesky import translate
from bot.networks.bluesky.jetstream import decode_and_filter
from bot.networks.bluesky.translate import Sight, Us

WE = Us("bluesky", US, frozenset({TAG}))


def test_a_seed_gives_the_same_frames_again() -> None:
    assert list(frames(300, seed=1)) == list(frames(300, seed=1))
    assert list(frames(300, seed=1)) != list(frames(300, seed=2))


def test_the_mix_is_what_it_claims() -> None:
    some = list(frames(20_000))
    payloads = [json.loads(frame)["payload"] for frame in some]
    assert [payload["seq"] for payload in payloads] == list(range(1, 20_001))
    kinds = Counter(
        "delete" if payload.get("operation") == "delete" else payload.get("collection", "").rpartition(".")[2]
        for payload in payloads
    )
    shares = {kind: round(count / 200) for kind, count in kinds.items()}
    wanted = {"like": 52, "post": 13, "follow": 12, "delete": 9, "repost": 7}
    assert all(abs(shares[kind] - share) <= 1 for kind, share in wanted.items())
    assert 560 < sum(map(len, some)) / len(some) < 680


def test_the_last_frame_is_for_us() -> None:
    *_, last = frames(10)
    assert len(decode_and_filter([last], WE)) == 1


def test_the_filter_keeps_what_looking_at_everything_keeps() -> None:
    some = list(frames(20_000, seed=3))
    wanted = [payload["seq"] for frame in some if concerns(payload := json.loads(frame)["payload"])]
    assert len(wanted) > 10
    numbers = {json.loads(frame)["payload"]["rkey"]: n for n, frame in enumerate(some, 1) if b'"rkey"' in frame}
    kept = [sight for at in range(0, len(some), 700) for sight in decode_and_filter(some[at : at + 700], WE)]
    assert [sight.did for sight in kept] == [json.loads(some[seq - 1])["payload"]["did"] for seq in wanted]
    assert all(numbers[sight.uri.rpartition("/")[2]] for sight in kept)


def concerns(payload: dict[str, object]) -> bool:
    """By the classifier alone, without any look at bytes."""
    record = payload.get("record")
    if not isinstance(record, dict):
        return False
    uri = f"at://{payload['did']}/{payload['collection']}/{payload['rkey']}"
    return translate.concerns(Sight(uri, str(payload["cid"]), str(payload["did"]), record, datetime.now(UTC)), WE)
