"""Reading the facets of somebody else's post, whatever is in them. Pure.

A facet is a claim of its author: byte ranges may be negative, overlap, cut a character in two, and there may be ten
thousand of them. What a facet names counts whatever its range; the range is used only when it is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.domain.text import fold_tag
from bot.networks.bluesky.settings import MENTION

_TAG: Final = "app.bsky.richtext.facet#tag"
MOST_FACETS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Facets:
    """Whom a post names (DIDs), its tags (folded), and where it names `us` (byte ranges, in order, apart)."""

    mentions: frozenset[str]
    tags: frozenset[str]
    ours: tuple[tuple[int, int], ...]


def read(record: Mapping[str, Any], us: str) -> Facets:
    """The facets of a record and its hidden `tags`, seen by the account `us`; what is malformed is passed over."""
    mentions, tags, ours = set(), set(hidden_tags(record)), []
    words = text_bytes(record)
    for facet in _objects(record.get("facets")):
        for feature in _objects(facet.get("features")):
            kind, did, tag = feature.get("$type"), feature.get("did"), feature.get("tag")
            if kind == MENTION and isinstance(did, str):
                mentions.add(did)
                if did == us and (found := _range(facet.get("index"), words)):
                    ours.append(found)
            elif kind == _TAG and isinstance(tag, str):
                tags.add(fold_tag(tag))
    return Facets(frozenset(mentions), frozenset(tags - {""}), tuple(_apart(ours)))


def hidden_tags(record: Mapping[str, Any]) -> Iterator[str]:
    """The tags of a post that do not show in its text, folded."""
    tags = record.get("tags")
    return (fold_tag(tag) for tag in tags[:MOST_FACETS] if isinstance(tag, str)) if isinstance(tags, list) else iter(())


def text_bytes(record: Mapping[str, Any]) -> bytes:
    """The text as facets count it. Lone surrogates, which JSON allows, keep their place."""
    text = record.get("text")
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else b""


def without(words: bytes, ranges: tuple[tuple[int, int], ...]) -> str:
    """The text without these byte ranges."""
    kept, at = [], 0
    for start, end in ranges:
        kept.append(words[at:start])
        at = end
    return b"".join([*kept, words[at:]]).decode("utf-8", "surrogatepass")


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        yield from (item for item in value[:MOST_FACETS] if isinstance(item, dict))


def _range(index: object, words: bytes) -> tuple[int, int] | None:
    """The range, when it lies on whole characters and holds a name: nobody may hide their words from us with it."""
    if not isinstance(index, dict):
        return None
    start, end = index.get("byteStart"), index.get("byteEnd")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(words):
        return None
    if not (_begins_character(words, start) and _begins_character(words, end)):
        return None
    name = words[start:end]
    return (start, end) if name.startswith(b"@") and not name.split(maxsplit=1)[1:] else None


def _begins_character(words: bytes, at: int) -> bool:
    return at == len(words) or words[at] & 0xC0 != 0x80


def _apart(ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last = 0
    for start, end in sorted(set(ranges)):
        if start >= last:
            yield start, end
            last = end
