"""What a person does on the demo's Bluesky, without a client: for the story and for tests."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias, Union

from bot.demo.bluesky.chat import Chat
from bot.demo.bluesky.records import BLOCK, DECLARATION, FOLLOW, GATE, LIKE, POST, PROFILE, stamp
from bot.demo.bluesky.service import Service
from bot.demo.bluesky.state import Repo, Stored, Write, root_of
from bot.demo.bluesky.world import World
from bot.demo.messages import Json

Who: TypeAlias = Union["Person", str]
"""A person, DID or handle."""

_MARKS = re.compile(
    r"(?<![\w/@.])(?:@(?P<mention>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    r"|(?P<link>https?://[^\s]+[^\s.,;:!?)])"
    r"|[#＃](?P<tag>[^\s\d#.,;:!?][^\s#.,;:!?]*))"
)


class Person:
    """One account and its hands. Every act is one commit in its repository, seen by everybody at once."""

    def __init__(self, service: Service, chat: Chat, repo: Repo) -> None:
        self.service = service
        self.world = service.world
        self.chat = chat
        self.repo = repo

    @property
    def did(self) -> str:
        return self.repo.did

    @property
    def handle(self) -> str:
        return self.repo.handle

    @property
    def password(self) -> str:
        return self.repo.password

    def described(self) -> Json:
        """What a client needs to sign in."""
        return {"handle": self.handle, "did": self.did, "password": self.password}

    # posts

    def post(
        self,
        text: str,
        reply_to: str = "",
        *,
        quote: str = "",
        tags: Iterable[str] = (),
        langs: Iterable[str] = ("en",),
        created_at: datetime | None = None,
        facets: list[Json] | None = None,
        original: str = "",
    ) -> str:
        """Write a post and return its address. Mentions of known handles, tags and links become facets by
        themselves unless `facets` is given; `tags` are those outside the text, `original` is what a bridge copied."""
        record: Json = {"$type": POST, "text": text, "createdAt": stamp(created_at or self.world.now())}
        record |= {"langs": list(langs)} if langs else {}
        found = facets_of(self.world, text) if facets is None else facets
        record |= {"facets": found} if found else {}
        record |= {"tags": list(tags)} if tags else {}
        record |= {"bridgyOriginalUrl": original} if original else {}
        if reply_to:
            record["reply"] = self._reply(reply_to)
        if quote:
            record["embed"] = {"$type": "app.bsky.embed.record", "record": self._strong(quote)}
        return self.write(POST, record)

    def edit(self, uri: str, text: str) -> None:
        """Replace the words of one's post, as putRecord does."""
        stored = self._mine(uri)
        record = {key: value for key, value in stored.record.items() if key != "facets"}
        facets = facets_of(self.world, text)
        record |= {"text": text} | ({"facets": facets} if facets else {})
        self._commit(Write("update", stored.collection, stored.rkey, record))

    def delete(self, uri: str) -> None:
        """Remove one's record: a post, like, follow or block."""
        stored = self._mine(uri)
        self._commit(Write("delete", stored.collection, stored.rkey))

    def like(self, uri: str) -> str:
        return self.write(LIKE, {"subject": self._strong(uri), "createdAt": self._now()})

    def gate(self, uri: str, *rules: str) -> str:
        """Let only some reply: rules are mentionRule, followingRule, followerRule; none lets nobody."""
        allow = [{"$type": f"{GATE}#{rule}"} for rule in rules]
        record = {"$type": GATE, "post": uri, "allow": allow, "createdAt": self._now()}
        return self.write(GATE, record, uri.rpartition("/")[2])

    # people

    def follow(self, other: Who) -> str:
        return self._about(FOLLOW, other)

    def unfollow(self, other: Who) -> None:
        self._no_longer(FOLLOW, other)

    def block(self, other: Who) -> str:
        return self._about(BLOCK, other)

    def unblock(self, other: Who) -> None:
        self._no_longer(BLOCK, other)

    def set_profile(self, *, labels: Iterable[str] | None = None, **fields: object) -> str:
        """Change fields of one's profile record: `display_name`, `description`; `labels` are self-labels."""
        old = self.world.profile(self.did)
        record: Json = dict(old.record) if old else {"$type": PROFILE, "createdAt": self._now()}
        names = {"display_name": "displayName"}
        record |= {names.get(name, name): value for name, value in fields.items()}
        if labels is not None:
            values = [{"val": label} for label in labels]
            record |= {"labels": {"$type": "com.atproto.label.defs#selfLabels", "values": values}}
        return self.write(PROFILE, record, "self")

    # chat

    def message(self, other: Who, text: str) -> str:
        """Send a chat message and return its id. Raises Problem when the other's settings refuse it."""
        convo = self.chat.convo([self.did, did_of(self.world, other)])
        return self.chat.say(convo, self.did, text, facets_of(self.world, text)).id

    def messages(self, other: Who) -> list[str]:
        """The texts of the conversation with somebody, oldest first, each as `handle: text`."""
        said = self.chat.messages([self.did, did_of(self.world, other)])
        return [f"{self.world.repos[item.did].handle}: {item.text}" for item in said]

    def allow_messages(self, who: str) -> None:
        """`all`, `following` (what holds without a declaration) or `none`."""
        self.write(DECLARATION, {"$type": DECLARATION, "allowIncoming": who}, "self")

    # the account

    def rename(self, handle: str) -> None:
        self.world.rename(self.repo, handle)

    def lose_handle(self) -> None:
        self.world.lose_handle(self.repo)

    def set_status(self, status: str) -> None:
        """`active`, `takendown`, `suspended`, `deactivated` or `deleted`."""
        self.world.set_status(self.repo, status)

    def revoke_sessions(self) -> None:
        """Every token given so far is refused as expired; the password still works."""
        self.service.tokens.revoke(self.did)

    def write(self, collection: str, record: Json, rkey: str = "") -> str:
        """Write any record, unchecked, and return its address."""
        key = (collection, rkey or self.world.tick())
        action = "update" if key in self.repo.records else "create"
        self._commit(Write(action, *key, {"$type": collection} | record))
        return self.repo.records[key].uri

    def _commit(self, write: Write) -> None:
        self.world.commit(self.repo, [write])

    def _about(self, collection: str, other: Who) -> str:
        return self.write(collection, {"subject": did_of(self.world, other), "createdAt": self._now()})

    def _no_longer(self, collection: str, other: Who) -> None:
        edge = self.world.edge(collection, self.did, did_of(self.world, other))
        if edge:
            self.delete(edge.uri)

    def _mine(self, uri: str) -> Stored:
        stored = self.world.get(uri)
        if stored is None or stored.did != self.did:
            raise LookupError(f"no such record of this account: {uri}")
        return stored

    def _reply(self, uri: str) -> Json:
        parent = self.world.get(uri)
        root = root_of(parent.record) if parent else ""
        return {"root": self._strong(root or uri), "parent": self._strong(uri)}

    def _strong(self, uri: str) -> Json:
        stored = self.world.get(uri)
        if stored is None:
            raise LookupError(f"no such record: {uri}")
        return {"uri": uri, "cid": stored.cid}

    def _now(self) -> str:
        return stamp(self.world.now())


def marks(text: str) -> list[tuple[str, str, int, int]]:
    """Mentions, tags and links in a text as (kind, value, byte start, byte end)."""
    found = []
    for match in _MARKS.finditer(text):
        kind = str(match.lastgroup)
        start = len(text[: match.start()].encode())
        found.append((kind, match[kind], start, start + len(match[0].encode())))
    return found


def facets_of(world: World, text: str) -> list[Json]:
    """Facets of a text: mentions of known handles, tags, links."""
    found = []
    for kind, value, start, end in marks(text):
        if feature := _feature(world, kind, value):
            feature = {"$type": f"app.bsky.richtext.facet#{kind}"} | feature
            found.append({"index": {"byteStart": start, "byteEnd": end}, "features": [feature]})
    return found


def did_of(world: World, who: Who) -> str:
    """The DID of a person, DID or handle. Raises LookupError."""
    repo = who.repo if isinstance(who, Person) else world.who(who)
    if repo is None:
        raise LookupError(f"nobody is called {who}")
    return repo.did


def _feature(world: World, kind: str, value: str) -> Json:
    if kind == "mention":
        repo = world.who(value)
        return {"did": repo.did} if repo else {}
    return {"tag": value} if kind == "tag" else {"uri": value}
