"""Speaking: the same record on the same key, so that a retry is a look and a look is a retry.

Measured on PDS 0.5.35, putRecord with a null `swapRecord`: free key -> 200, written; same record -> 200, nothing
written; another record -> 400 InvalidSwap, nothing written. createRecord answers a taken key with 500, and without the
null the put would edit the post.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.domain.outbox import Post
from bot.errors import Refused, Unknown
from bot.networks.bluesky.errors import RefusedAs
from bot.networks.bluesky.session import Keeper
from bot.networks.bluesky.settings import MENTION, POST
from bot.ports import Gate

Json = dict[str, Any]

_TAKEN: Final = "InvalidSwap"
_NO_BLOB: Final = {"BlobNotFound", "InvalidBlob"}
_NO_RECORD: Final = {"RecordNotFound", "InvalidRequest"}  # the PDS says either of a record that is not there
_AWAY: Final = ("blockedBy", "blocking", "blockingByList", "muted", "mutedByList")


async def send(keeper: Keeper, post: Post) -> str:
    """Put the record on its key, or delete what is there; its AT URI. Refused, NotSent, Unknown, Stopped."""
    if is_removal(post.record):
        return await _delete(keeper, post.record)
    try:
        return await _put(keeper, post.record)
    except RefusedAs as refused:
        if refused.name not in _NO_BLOB or post.image is None:
            raise
    # A picture that no post uses is thrown away by the PDS after a while.
    await keeper.upload(post.image)
    return await _put(keeper, post.record)


async def find(keeper: Keeper, post: Post) -> str | None:
    """The AT URI of this Post if its key is taken (free, for a removal), else None.

    The PDS answers what it has just written.
    """
    record = post.record
    there = await _is_there(keeper, record)
    return receipt(keeper.did, record) if there is not is_removal(record) else None


async def find_removed(keeper: Keeper, post: Post) -> str | None:
    """What a removal takes away, if it is not there; None too where only another try can tell (private messages)."""
    return None if "gone" in post.record else await find(keeper, post)


async def _is_there(keeper: Keeper, record: Mapping[str, Any]) -> bool:
    try:
        wanted = {"repo": keeper.did, "collection": record["collection"], "rkey": record["rkey"]}
        await keeper.query("com.atproto.repo.getRecord", wanted)
    except RefusedAs as refused:
        if refused.name not in _NO_RECORD:
            raise
        return False
    return True


async def prepare(keeper: Keeper, post: Post) -> Json:
    """Upload the Post's picture; the same bytes twice are one blob."""
    if post.image is None or "embed" not in post.record.get("record", {}):
        return {}
    wanted = post.record["record"]["embed"]["images"][0]["image"]
    blob = await keeper.upload(post.image)
    given = (blob.get("ref") or {}).get("$link"), blob.get("mimeType")
    if given != (wanted["ref"]["$link"], wanted["mimeType"]):
        raise Refused("the server changed the picture")
    return {"blob": given[0]}


async def gate(keeper: Keeper, post: Post) -> Gate:
    """Whether this Post may still be sent; the PDS itself takes replies to people who blocked us, and to nothing."""
    if whom := called(post):
        return await _called_gate(keeper, *whom)
    trigger = post.trigger.split("#")[0]
    if not trigger.startswith("at://") or f"/{POST}/" not in trigger:
        return await _recipient_gate(keeper, post.recipient_id)
    root = str(post.record.get("record", {}).get("reply", {}).get("root", {}).get("uri") or trigger)
    told = await keeper.query("app.bsky.feed.getPosts", {"uris": list(dict.fromkeys([trigger, root]))})
    shown = {str(view.get("uri")): view for view in told.get("posts") or [] if isinstance(view, dict)}
    if trigger not in shown:
        return Gate.ABSENT
    view = shown[trigger]
    if _viewer(view).get("replyDisabled") or keeps_away(view.get("author")):
        return Gate.CLOSED
    if root in shown or _owner(root) == _owner(trigger):
        return Gate.OPEN
    # The thread's first post is deleted, or its author wants nothing from us.
    return await _recipient_gate(keeper, _owner(root))


def called(post: Post) -> tuple[str, str] | None:
    """The handle and DID by which a Post calls its recipient out of the blue; None for all others."""
    record = post.record.get("record") or {}
    for facet in record.get("facets", ()):
        if facet["features"][0]["$type"] == MENTION:
            start, end = facet["index"]["byteStart"], facet["index"]["byteEnd"]
            return record["text"].encode()[start:end].decode().lstrip("@"), facet["features"][0]["did"]
    return None


async def _called_gate(keeper: Keeper, handle: str, did: str) -> Gate:
    """Nobody is called who wants nothing from us or is gone, nor by a name that is somebody else's by now."""
    try:
        view = await keeper.query("app.bsky.actor.getProfile", {"actor": did})
    except Refused:
        return Gate.CLOSED
    is_theirs = str(view.get("handle")).casefold() == handle.casefold()
    return Gate.OPEN if is_theirs and not keeps_away(view) else Gate.CLOSED


async def _recipient_gate(keeper: Keeper, did: str) -> Gate:
    if not did.startswith("did:") or did == keeper.did:
        return Gate.OPEN
    try:
        view = await keeper.query("app.bsky.actor.getProfile", {"actor": did})
    except Refused:
        return Gate.OPEN  # an account that is gone hears nothing
    return Gate.CLOSED if keeps_away(view) else Gate.OPEN


async def _delete(keeper: Keeper, record: Mapping[str, Any]) -> str:
    """What is not there is deleted without a word. Refused for what another account of ours has said."""
    if record.get("owner") not in (None, keeper.did):
        raise Refused("another account said it: delete it by hand")
    where = {"repo": keeper.did, "collection": record["collection"], "rkey": record["rkey"]}
    await keeper.procedure("com.atproto.repo.deleteRecord", where)
    return receipt(keeper.did, record)


async def _put(keeper: Keeper, record: Mapping[str, Any]) -> str:
    body = {"repo": keeper.did, **record, "swapRecord": None}
    ours = receipt(keeper.did, record)
    try:
        told = await keeper.procedure("com.atproto.repo.putRecord", body)
    except RefusedAs as refused:
        if refused.name != _TAKEN:
            raise
        return ours
    if told.get("uri") != ours:
        raise Unknown("the server names another post")
    return ours


def receipt(did: str, record: Mapping[str, Any]) -> str:
    """The AT URI of a record of ours."""
    return f"at://{did}/{record['collection']}/{record['rkey']}"


def is_removal(record: Mapping[str, Any]) -> bool:
    """Whether a frozen record stands for taking away what its key holds."""
    return "record" in record and record["record"] is None


def keeps_away(author: object) -> bool:
    """Whether, by this profile view, there is a block or a mute between us, from either side."""
    viewer = _viewer(author)
    return any(viewer.get(name) for name in _AWAY)


def _viewer(view: object) -> Mapping[str, Any]:
    viewer = view.get("viewer") if isinstance(view, dict) else None
    return viewer if isinstance(viewer, dict) else {}


def _owner(uri: str) -> str:
    return uri.removeprefix("at://").partition("/")[0]
