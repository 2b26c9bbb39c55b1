"""Blocks are cut between entries, wherever these are."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.archives.x_archive import blocks as module
from bot.archives.x_archive.blocks import Blocks
from bot.errors import InputError

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('ab"\\{}[],: \n\té', max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["k", "x", '"k"', "}"]), inner),
    max_leaves=6,
)


def plain(name: str = "f") -> Blocks[object]:
    def decode(text: memoryview) -> list[object] | None:
        try:
            found = json.loads(bytes(text))
        except ValueError:
            return None
        return list(found) if isinstance(found, list) else None

    def one(text: bytes) -> object:
        try:
            return json.loads(text)
        except ValueError:
            raise InputError("broken") from None

    return Blocks(name, "k", decode, one)


def cut(text: bytes, size: int) -> Iterator[bytes]:
    return iter([text[at : at + size] for at in range(0, len(text), size)])


def read(text: bytes, size: int = 40) -> list[object]:
    blocks = plain()
    found = [value for values in blocks.read(cut(text, size)) for value in values]
    assert blocks.count == len(found)
    return found


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PIECE_BYTES", 64)
    monkeypatch.setattr(module, "ENTRY_BYTES", 1000)


ENTRIES = st.lists(st.dictionaries(st.just("k"), VALUES, min_size=1) | VALUES, max_size=30)


@settings(max_examples=150, deadline=None)
@given(ENTRIES, st.integers(1, 90), st.sampled_from([None, 0, 3]), st.sampled_from(["", " ;\n", " " * 300]))
def test_any_list_is_read_as_it_is(entries: list[object], size: int, indent: int | None, end: str) -> None:
    text = json.dumps(entries, indent=indent, ensure_ascii=False) + end
    if max((len(json.dumps(entry, indent=indent)) for entry in entries), default=0) < 900:
        assert plain_read(text.encode(), size) == entries


def plain_read(text: bytes, size: int) -> list[object]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PIECE_BYTES", 64)
        return read(text, size)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "cut short: nothing behind"), ("   ", "cut short: nothing behind"), ("{}", "not a list"),
        ("[1,2", "cut short: its list does not end"), ("[1,2]]", "something follows"), ("[1] [2]", "something follows"),
        ("[" + "1," * 100 + "]", "entry 101: missing|entry 101: broken"), ("[1,,2]", "entry 2: broken"),
        ("[" + "1," * 50 + "x," + "1," * 50 + "1]", "entry 51: broken"), ('["a]', "entry 1: cut short or broken"),
        ("[1]" + " " * 500 + "x", "something follows"), ("[1]" + " " * 500 + "]", "something follows"),
        ("[" + "[" * 40 + "]" * 40 + "]", ""), ("[" + "[" * 300, "nested too deeply|cut short"),
        ("[{" + '"a":[' * 20 + "," + "1" * 100, "cut short"), ('["' + "a" * 2000 + '"]', "entry 1: longer than 1000|"),
        ("[1," + " " * 2000 + "2]", "entry 2: longer than 1000|"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("size", [1, 50, 5000])
def test_what_is_wrong_is_named(text: str, why: str, size: int) -> None:
    try:
        read(text.encode(), size)
    except InputError as fault:
        assert str(fault).startswith("f: ")
        assert any(each in str(fault) for each in why.split("|"))
    else:
        assert "" in why.split("|")


def test_a_long_space_behind_the_list_is_not_held() -> None:
    blocks = plain()
    pieces = (b"[1]" if not number else b" " * 50 for number in range(10_000))
    assert [list(values) for values in blocks.read(pieces)] == [[1]]
    assert len(blocks._buffer) < 1000


def test_no_piece_is_left_unread() -> None:
    """The checksum of a member is known with its last piece."""
    left = cut(b'[{"k": 1}, {"k": 2}]' + b" " * 400, 50)
    assert len([value for values in plain().read(left) for value in values]) == 2
    assert next(left, None) is None
