"""Facets are claims of strangers: what they name counts, their byte ranges only when they are right."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.networks.bluesky.facets import MOST_FACETS, hidden_tags, read, text_bytes, without

US = "did:plc:us"
MENTION = {"$type": "app.bsky.richtext.facet#mention", "did": US}


def facet(start: Any, end: Any, *features: Any) -> dict[str, Any]:
    return {"index": {"byteStart": start, "byteEnd": end}, "features": list(features)}


def tag(name: Any) -> dict[str, Any]:
    return {"$type": "app.bsky.richtext.facet#tag", "tag": name}


def test_names_tags_and_where_we_are_named() -> None:
    text = "é @quittex.test et @bob.test #QuitteX"
    start = text.encode().index(b"@quittex.test")
    bob = {"$type": "app.bsky.richtext.facet#mention", "did": "did:plc:bob"}
    record = {
        "text": text,
        "facets": [facet(start, start + 13, MENTION), facet(20, 29, bob), facet(30, 38, tag("QuitteX"))],
        "tags": ["HelloQuitteX"],
    }
    found = read(record, US)
    assert found.mentions == {US, "did:plc:bob"}
    assert found.tags == {"quittex", "helloquittex"}
    assert without(text_bytes(record), found.ours) == "é  et @bob.test #QuitteX"


@pytest.mark.parametrize(
    "index",
    [
        (-1, 5), (0, 0), (5, 0), (0, 10_000), (0, 1.5), ("0", "5"), (None, None), (True, 5), (2**70, 2**71),
        (1, 6),  # begins in the middle of the é
        (3, 18),  # reaches beyond the name: it would hide the words
        (0, 2),  # no name at all
    ],
)  # fmt: skip
def test_a_wrong_range_still_names_us_and_hides_nothing(index: tuple[Any, Any]) -> None:
    record = {"text": "é @us.test aide moi", "facets": [facet(*index, MENTION)]}
    found = read(record, US)
    assert found.mentions == {US}
    assert found.ours == ()


def test_a_range_may_cover_a_name_in_any_script() -> None:
    record = {"text": "@us.test", "facets": [facet(0, 8, MENTION), facet(0, 8, MENTION), facet(3, 8, MENTION)]}
    assert read(record, US).ours == ((0, 8),)


@pytest.mark.parametrize(
    "facets",
    [
        None, 12, "x", {}, [None], [12], [[]], [{}], [{"features": 12}], [{"features": [None, 12]}],
        [{"features": [{"$type": 12}]}], [facet(0, 1, {"$type": "app.bsky.richtext.facet#mention", "did": 12})],
        [{"index": [], "features": [tag(12)]}], [facet(0, 1, tag(""))],
    ],
)  # fmt: skip
def test_malformed_facets_name_nobody(facets: Any) -> None:
    found = read({"text": "x", "facets": facets}, US)
    assert (found.mentions, found.tags, found.ours) == (frozenset(), frozenset(), ())


def test_ten_thousand_facets_are_read_and_no_more() -> None:
    many = [facet(n, n + 1, tag(f"t{n}")) for n in range(MOST_FACETS + 5)]
    assert len(read({"text": "x", "facets": many}, US).tags) == MOST_FACETS


def test_hidden_tags_of_any_kind() -> None:
    assert list(hidden_tags({"tags": ["QuitteX", 12, None, "ＱＵＩＴＴＥＸ", "Quitte\u200dX"]})) == ["quittex"] * 3
    assert list(hidden_tags({"tags": "QuitteX"})) == []


def test_lone_surrogates_keep_their_place() -> None:
    record = {"text": "\ud800@us.test x", "facets": [facet(3, 11, MENTION)]}
    assert without(text_bytes(record), read(record, US).ours) == "\ud800 x"


@given(st.text(), st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60))))
def test_nothing_but_a_name_is_ever_cut_out(text: str, ranges: list[tuple[int, int]]) -> None:
    record = {"text": text, "facets": [facet(start, end, MENTION) for start, end in ranges]}
    words = text_bytes(record)
    ours = read(record, US).ours
    assert all(words[start:end].startswith(b"@") and b" " not in words[start:end] for start, end in ours)
    assert all(before[1] <= after[0] for before, after in pairwise(ours))
    without(words, ours).encode("utf-8", "surrogatepass")
