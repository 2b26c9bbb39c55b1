"""Numbers, one by one and by the million."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.archives.x_archive.ids import digest, from_json, x_id, x_list
from bot.domain.accounts import MAX_X_ID
from bot.errors import InputError
from tests.archives.x_archive.builder import sha256_of


@pytest.mark.parametrize("value", ["1", "9223372036854775807", 1, MAX_X_ID, "12345678901234567"])
def test_what_is_an_id(value: object) -> None:
    assert x_id(value) == int(str(value))


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            "0",
            "-1",
            "+1",
            " 1",
            "1 ",
            "1\n",
            "01",
            "1.0",
            "1e3",
            "0x1",
            "1_0",
            "٣",
            "9223372036854775808",
            "9" * 5000,
        ),
        *(0, -1, 1.0, 2.5, True, False, None, [], {}, MAX_X_ID + 1, 10**30, b"1"),
    ],
)
def test_what_is_none(value: object) -> None:
    with pytest.raises(InputError, match=r"^an X id is a whole number from 1 to 9223372036854775807"):
        x_id(value)


@given(st.lists(st.integers(1, MAX_X_ID), max_size=200))
def test_lists_are_unique_and_sorted_as_numbers(ids: list[int]) -> None:
    found = x_list(array("Q", ids))
    assert list(found.ids) == sorted(set(ids))
    assert (found.ids.typecode, found.count, found.sha256) == ("Q", len(set(ids)), sha256_of(ids))


def test_the_digest_does_not_depend_on_how_it_is_cut() -> None:
    ids = range(1, 140_001)
    assert digest(ids) == sha256_of(ids)
    assert digest([]) == sha256_of([])


def test_json_is_json() -> None:
    assert from_json(b'{"a": ["\\ud83d"]}') == {"a": ["\ud83d"]}
    for text in (b"", b"{", b"NaN", b"[1,]", b"\xff", b"9" * 5000, b"'a'", "[]".encode("utf-16")):
        with pytest.raises(InputError, match=r"^not valid JSON$"):
            from_json(text)
    with pytest.raises(InputError, match=r"^nested too deeply$"):
        from_json(b"[" * 100_000)
