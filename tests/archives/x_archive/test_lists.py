"""One part of a list, in every form entries may have."""

import json
from array import array

import pytest

from bot.archives.x_archive import lists
from bot.archives.x_archive.inflate import PIECE_BYTES
from bot.archives.x_archive.lists import kind_of, read_part
from bot.archives.x_archive.members import Member
from bot.errors import InputError
from tests.archives.x_archive.builder import Layout, entry, text_of


def read(text: bytes, kind: str = "following", part: int = 0, piece: int = PIECE_BYTES) -> tuple[list[int], list[str]]:
    pieces = [text[at : at + piece] for at in range(0, len(text), piece)]
    ids, notes = array("Q"), list[str]()
    count = read_part(kind, part, Member(f"{kind}.js", len(text), lambda: iter(pieces)), ids, notes)
    assert count == len(ids)
    return list(ids), notes


@pytest.mark.parametrize("piece", [1, 7, 1000, PIECE_BYTES])
@pytest.mark.parametrize(
    "layout",
    [
        Layout(), Layout(indent=None, separators=(",", ":")), Layout(wrapped=False), Layout(as_numbers=True),
        Layout(extra=True), Layout(separators=(" \n,", ":")), Layout(wrapped=False, as_numbers=True, link=None),
    ],
)  # fmt: skip
def test_long_lists_in_every_form(layout: Layout, piece: int) -> None:
    ids = [10**17 + number * 7919 for number in range(40 if piece < 1000 else 4000)]
    text = text_of("following", 0, (entry("following", ident, layout) for ident in ids), layout)
    assert read(text, piece=piece) == (ids, [])


def test_the_form_may_change_on_the_way() -> None:
    forms = [Layout(), Layout(wrapped=False), Layout(as_numbers=True), Layout(extra=True)]
    ids = list(range(1, 6001))
    blocks = text_of("follower", 0, [entry("follower", ident, forms[ident // 1000 % 4]) for ident in ids])
    mixed = text_of("follower", 0, [entry("follower", ident, forms[ident % 4]) for ident in ids])
    assert read(blocks, "follower") == read(mixed, "follower") == (ids, [])


def test_there_is_an_end_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "LIST_ENTRIES", 3)
    text = text_of("following", 0, [entry("following", ident) for ident in (1, 2, 3)])
    assert read(text) == ([1, 2, 3], [])
    with pytest.raises(InputError, match=r"^following\.js: more than 3 entries"):
        read(text_of("following", 0, [entry("following", ident) for ident in (1, 2, 3, 3)]))


def test_odd_and_true_json_is_read_as_json_is() -> None:
    odd = '[{"following":{"x":"\\ud83d","accountId":"\\u0031\\u0032"}},{"follo\\u0077ing":{"accountId":7}}]'
    assert read(odd.encode())[0] == [12, 7]


def test_plain_json_and_other_parts_get_a_word() -> None:
    assert read(json.dumps([entry("following", 5)]).encode()) == (
        [5], ["following.js: plain JSON, without X's first line"],
    )  # fmt: skip
    text = text_of("following", 3, [entry("following", 5)])
    assert read(text, part=1) == ([5], ["following.js: calls itself part 3"])
    assert read(text, part=3) == ([5], [])


def test_a_part_and_a_position_are_named() -> None:
    text = text_of("following", 0, [entry("following", 1), {"following": {"accountId": "01"}}])
    with pytest.raises(InputError, match=r"^following\.js \(part 0\): entry 2: accountId: an X id is a whole number"):
        read(text)


def test_positions_count_in_their_own_part() -> None:
    entries = [entry("following", ident) for ident in range(1, 30_001)]
    entries[20_000] = {"following": {}}
    with pytest.raises(InputError, match=r"^following\.js \(part 2\): entry 20001: no following with an accountId$"):
        read(text_of("following", 2, entries), part=2)


@pytest.mark.parametrize(
    ("text", "kind"),
    [(b'[{"following"', "following"), (b'[\n  {\n "follower"', "follower"), (b'[{"a"', None), (b"[]", None)],
)
def test_a_list_tells_its_kind(text: bytes, kind: str | None) -> None:
    assert kind_of(text) == kind
