"""What a Post that takes one of ours back means on Bluesky. Pure.

A record is deleted from our repository, idempotently; a picture that no record uses is thrown away by the PDS after a
while. Of a private message only our own copy can go: `chat.bsky.convo.deleteMessageForSelf` is all there is
(https://docs.bsky.app/docs/api/chat-bsky-convo-delete-message-for-self).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.domain.outbox import DELETES, Post
from bot.networks.bluesky.settings import CHAT


def meant(post: Post) -> Post:
    """The Post with the record that deletes what it names; any other Post as it is."""
    receipt = post.record.get(DELETES)
    return post if receipt is None else replace(post, record=_record(str(receipt)), trigger="", recipient_id="")


def _record(receipt: str) -> Mapping[str, Any]:
    if receipt.startswith("chat:"):
        convo, _, message = receipt.removeprefix("chat:").partition("/")
        return {"collection": CHAT, "convo": convo, "gone": message, "record": None}
    owner, _, rest = receipt.removeprefix("at://").partition("/")
    collection, _, rkey = rest.partition("/")
    return {"collection": collection, "rkey": rkey, "record": None, "owner": owner}
