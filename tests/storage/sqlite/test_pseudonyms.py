"""Pseudonyms: a permutation of 63 bits, the same one by one and in bulk, from any epoch to any other."""

from array import array

import numpy as np
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import InputError
from bot.storage.sqlite.pseudonyms import Pseudonyms, pack, unpack

KEYS = (bytes(range(32)), bytes(range(1, 33)), bytes(range(2, 34)))
X_ID = st.integers(0, 2**63 - 1) | st.sampled_from([0, 1, 2**31 - 1, 2**31, 2**32, 2**62, 2**63 - 1])
LISTS = st.lists(X_ID, max_size=50)
EPOCH = st.integers(1, 3)


def aes(key: bytes, block: bytes) -> bytes:
    return Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(block)  # noqa: S305


def by_the_book(key: bytes, x_id: int) -> int:
    """Six rounds over halves of 32 and 31 bits, as docs/graph.md says."""
    left, right = divmod(x_id, 2**31)
    for number in range(6):
        block = (left if number % 2 else right).to_bytes(4, "little") + bytes([number]) + bytes(11)
        secret = int.from_bytes(aes(key, block)[:4], "little")
        if number % 2:
            right ^= secret % 2**31
        else:
            left ^= secret
    return left * 2**31 + right


@given(LISTS)
def test_they_are_what_the_book_says(x_ids: list[int]) -> None:
    pseudonyms = Pseudonyms(KEYS[:1])
    found = pseudonyms.of(x_ids)
    assert found.tolist() == [by_the_book(KEYS[0], x_id) for x_id in x_ids]
    assert [pseudonyms.one(x_id) for x_id in x_ids] == found.tolist()


@given(LISTS, EPOCH, EPOCH)
def test_each_key_is_a_permutation_of_63_bits(x_ids: list[int], since: int, until: int) -> None:
    pseudonyms = Pseudonyms(KEYS)
    found = pseudonyms.of(x_ids)
    assert all(0 <= number < 2**63 for number in found.tolist())
    assert len(set(found.tolist())) == len(set(x_ids)), "no two ids share one"
    assert pseudonyms.one(2**63 - 1) == pseudonyms.of([2**63 - 1])[0]
    there = pseudonyms.at(x_ids, until)
    assert pseudonyms.move(pseudonyms.at(x_ids, since), since, until).tolist() == there.tolist()
    assert pseudonyms.move(found, 3, 0).tolist() == x_ids, "with the keys it can be undone"


@given(LISTS)
def test_lifting_gives_what_the_new_keys_would_have(x_ids: list[int]) -> None:
    first, second = Pseudonyms(KEYS[:1]), Pseudonyms(KEYS[:2])
    assert second.lift(first.of(x_ids), 1).tolist() == second.of(x_ids).tolist()
    assert second.listed(pack(first.of(x_ids)), 1).tolist() == sorted(second.of(x_ids).tolist())
    assert second.at(x_ids, 1).tolist() == first.of(x_ids).tolist()


@given(LISTS)
def test_an_older_database_keeps_its_first_step(x_ids: list[int]) -> None:
    older = Pseudonyms(KEYS[:1], cut=True)
    blocks = [x_id.to_bytes(8, "little") + bytes(8) for x_id in x_ids]
    expected = [int.from_bytes(aes(KEYS[0], block)[:8], "little") >> 1 for block in blocks]
    assert older.of(x_ids).tolist() == expected == [older.one(x_id) for x_id in x_ids]
    newer = Pseudonyms(KEYS[:2], cut=True)
    assert newer.lift(older.of(x_ids), 1).tolist() == newer.of(x_ids).tolist()


def test_more_than_one_portion() -> None:
    x_ids = np.arange(100_001, dtype=np.uint64)
    found = Pseudonyms(KEYS[:1]).of(array("Q", x_ids.tobytes()))
    assert len(np.unique(found)) == 100_001
    assert found[70_000] == by_the_book(KEYS[0], 70_000)


@pytest.mark.parametrize("x_ids", [[2**63], [-1], [2**64], array("Q", [2**63]), array("q", [-1]), {2**63}])
def test_what_is_no_x_id_is_told(x_ids: object) -> None:
    with pytest.raises(InputError, match="from 0 to 2"):
        Pseudonyms(KEYS[:1]).of(x_ids)  # type: ignore[arg-type]


def test_keys_differ_in_what_they_say_and_in_their_check() -> None:
    one, other, both = Pseudonyms(KEYS[:1]), Pseudonyms(KEYS[1:2]), Pseudonyms(KEYS[:2])
    assert len({found.one(5) for found in (one, other, both)}) == 3
    assert len({found.check for found in (one, other, both)}) == 3
    assert KEYS[0].hex() not in one.check


def test_blobs_are_little_endian() -> None:
    assert pack([1, 2**62]) == bytes([1, *[0] * 7, *[0] * 7, 64])
    assert unpack(pack([5, 6])).tolist() == [5, 6]
