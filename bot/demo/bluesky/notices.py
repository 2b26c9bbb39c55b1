"""Who is told about a record, and whom a thread's gate lets in: the AppView's rules as measured on the real one."""

from __future__ import annotations

from bot.demo.bluesky.records import FOLLOW, GATE, LIKE, POST, mentioned
from bot.demo.bluesky.state import Notice, Stored, parent_of, root_of, subject_of
from bot.demo.bluesky.world import World
from bot.demo.messages import Json

REPLY_DEPTH = 4
"""A reply notifies the authors of this many posts above it; the fifth heard nothing (research/bluesky.md)."""


class Notices:
    """Everybody's notifications, kept as records come and go."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._of: dict[str, list[Notice]] = {}
        world.watchers.append(self._note)

    def to(self, did: str) -> list[Notice]:
        """What one account was told, in the order it happened."""
        return list(self._of.get(did, ()))

    def _note(self, stored: Stored, came: bool) -> None:
        for notice in notices_of(self.world, stored) if came else ():
            self._of.setdefault(notice.to, []).append(notice)
        if not came:
            for did, told in self._of.items():
                self._of[did] = [notice for notice in told if notice.source is not stored]


def notices_of(world: World, stored: Stored) -> list[Notice]:
    """The notifications one record makes: at most one per person, never to oneself."""
    found: dict[str, Notice] = {}
    for notice in _RULES.get(stored.collection, _nothing)(world, stored):
        if notice.to != stored.did and notice.to in world.repos:
            found.setdefault(notice.to, notice)
    return list(found.values())


def may_reply(world: World, did: str, root_uri: str) -> bool:
    """Whether the thread's gate lets this account reply; no gate lets everybody."""
    root = world.get(root_uri)
    gate = world.get(root_uri.replace(POST, GATE)) if root else None
    if root is None or gate is None or did == root.did or "allow" not in gate.record:
        return True
    return any(_admits(world, rule, did, root) for rule in gate.record["allow"])


def refused(world: World, stored: Stored) -> bool:
    """Whether the AppView hides this post as a reply that was not allowed: gated, or between people apart."""
    parent = world.get(parent_of(stored.record))
    if not parent_of(stored.record):
        return False
    gated = not may_reply(world, stored.did, root_of(stored.record))
    return gated or (parent is not None and world.apart(stored.did, parent.did))


def _admits(world: World, rule: Json, did: str, root: Stored) -> bool:
    kind = str(rule.get("$type", "")).rpartition("#")[2]
    return {
        "mentionRule": did in mentioned(root.record),
        "followingRule": world.edge(FOLLOW, root.did, did) is not None,
        "followerRule": world.edge(FOLLOW, did, root.did) is not None,
    }.get(kind, False)


def _nothing(world: World, stored: Stored) -> list[Notice]:
    return []


def _of_post(world: World, stored: Stored) -> list[Notice]:
    if refused(world, stored):
        return []
    found = [Notice("mention", did, stored) for did in sorted(mentioned(stored.record))]
    quoted = _quoted(stored.record)
    if quoted:
        found.append(Notice("quote", _author(quoted), stored, quoted))
    above = parent_of(stored.record)
    for _ in range(REPLY_DEPTH):
        parent = world.get(above)
        if parent is None:
            break
        found.append(Notice("reply", parent.did, stored, parent.uri))
        above = parent_of(parent.record)
    return found


def _of_like(world: World, stored: Stored) -> list[Notice]:
    subject = subject_of(stored.record)
    return [Notice("like", _author(subject), stored, subject)]


def _of_follow(world: World, stored: Stored) -> list[Notice]:
    return [Notice("follow", subject_of(stored.record), stored)]


def _quoted(record: Json) -> str:
    embed = record.get("embed") or {}
    inner = embed.get("record") or {}
    return str(inner.get("uri") or (inner.get("record") or {}).get("uri") or "")


def _author(uri: str) -> str:
    return uri.removeprefix("at://").partition("/")[0]


_RULES = {POST: _of_post, LIKE: _of_like, FOLLOW: _of_follow}
