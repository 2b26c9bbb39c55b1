"""Keys are TIDs the PDS takes, the same for the same trigger and kind, different for any other."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outbox import derive_key
from bot.networks.bluesky.keys import micros_of, record_key, tid

TID = re.compile(r"[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}")
POST = "at://did:plc:alice/app.bsky.feed.post/3lbqzd2bk7c2a"


def test_a_known_tid() -> None:
    # https://atproto.com/specs/tid
    assert tid(0, 0) == "2222222222222"
    assert micros_of("3jzfcijpj2z2a") == 1688137381887007
    assert tid(1688137381887007, 6) == "3jzfcijpj2z2a"


@pytest.mark.parametrize("key", ["abc", "self", "zzzzzzzzzzzzz", "3JZFCIJPJ2Z2A", "3jzfcijpj2z2", ""])
def test_what_is_no_tid(key: str) -> None:
    assert micros_of(key) is None


@given(st.integers(0, 2**53 - 1), st.integers(0, 1023))
def test_there_and_back(micros: int, clock_id: int) -> None:
    assert TID.fullmatch(tid(micros, clock_id))
    assert micros_of(tid(micros, clock_id)) == micros


def test_an_answer_sorts_within_a_second_of_its_trigger() -> None:
    source = micros_of(POST.rpartition("/")[2])
    answer = micros_of(record_key(POST, derive_key(POST, "find")))
    assert source is not None
    assert answer is not None
    assert 0 <= answer - source < 1_000_000


def test_the_same_again_and_no_other() -> None:
    triggers = [POST, POST[:-1] + "b", "follow:did:plc:alice", "announcement:weekly:2026-11-23T09:00:bluesky"]
    keys = [record_key(trigger, derive_key(trigger, kind)) for trigger in triggers for kind in ("find", "help")]
    again = [record_key(trigger, derive_key(trigger, kind)) for trigger in triggers for kind in ("find", "help")]
    assert keys == again
    assert len(set(keys)) == len(keys)


def test_an_announcement_sorts_at_its_slot() -> None:
    trigger = "announcement:weekly:2026-11-23T09:00:bluesky"
    at = micros_of(record_key(trigger, derive_key(trigger, "counters")))
    assert at is not None
    assert 0 <= at - 1_795_424_400_000_000 < 1_000_000


@given(st.text(), st.text())
def test_any_trigger_gives_a_key_the_server_takes(trigger: str, kind: str) -> None:
    key = derive_key(trigger.encode("utf-8", "replace").decode(), kind.encode("utf-8", "replace").decode())
    assert TID.fullmatch(record_key(trigger, key))
    assert TID.fullmatch(record_key(f"announcement:{trigger}:9999-99-99T99:99:x", key))
    assert TID.fullmatch(record_key("at://did:plc:x/app.bsky.feed.post/jzzzzzzzzzzzz", key))
