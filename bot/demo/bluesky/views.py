"""How the AppView shows people and posts to one viewer."""

from __future__ import annotations

from bot.demo.bluesky.notices import may_reply, refused
from bot.demo.bluesky.records import BLOCK, DECLARATION, FOLLOW, GATE, POST, stamp
from bot.demo.bluesky.state import Repo, Stored, parent_of, root_of, subject_of
from bot.demo.bluesky.world import World
from bot.demo.messages import Json


class Views:
    """Views of one world. `url` is where this server is reached, known once it listens."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.url = ""

    # people

    def basic(self, repo: Repo, viewer: str) -> Json:
        """A #profileViewBasic."""
        stored = self.world.profile(repo.did)
        profile = stored.record if stored else {}
        view: Json = {"did": repo.did, "handle": repo.handle, "createdAt": stamp(repo.created)}
        if profile.get("displayName"):
            view["displayName"] = profile["displayName"]
        if ref := (profile.get("avatar") or {}).get("ref"):
            view["avatar"] = self.picture(repo.did, ref["$link"])
        if declared := repo.records.get((DECLARATION, "self")):
            view["associated"] = {"chat": {"allowIncoming": declared.record["allowIncoming"]}}
        return view | {"viewer": self.relation(viewer, repo.did), "labels": self.labels(stored)}

    def described(self, repo: Repo, viewer: str) -> Json:
        """A #profileView."""
        view, stored = self.basic(repo, viewer), self.world.profile(repo.did)
        if stored is None:
            return view
        said = {"description": stored.record["description"]} if stored.record.get("description") else {}
        return view | said | {"indexedAt": stamp(stored.arrived)}

    def detailed(self, repo: Repo, viewer: str) -> Json:
        """A #profileViewDetailed."""
        return self.described(repo, viewer) | {
            "followersCount": len(self.followers(repo.did)),
            "followsCount": len(self.follows(repo.did)),
            "postsCount": len(self.posts(repo)),
        }

    def labels(self, stored: Stored | None) -> list[Json]:
        """The self-labels of a record."""
        if stored is None:
            return []
        values = (stored.record.get("labels") or {}).get("values") or []
        about = {"src": stored.did, "uri": stored.uri, "cid": stored.cid, "cts": stamp(stored.arrived)}
        return [about | {"val": item["val"]} for item in values]

    def relation(self, viewer: str, did: str) -> Json:
        """What there is between the viewer and a person; a block hides the follows."""
        edge = self.world.edge
        view: Json = {"muted": False, "blockedBy": edge(BLOCK, did, viewer) is not None}
        found = {"blocking": edge(BLOCK, viewer, did)}
        if not self.world.apart(viewer, did):
            found |= {"following": edge(FOLLOW, viewer, did), "followedBy": edge(FOLLOW, did, viewer)}
        return view | {name: stored.uri for name, stored in found.items() if stored and self.world.shown(stored)}

    def followers(self, did: str) -> list[str]:
        return [item.did for item in self.world.ends(FOLLOW, did, incoming=True) if self.world.shown(item)]

    def follows(self, did: str) -> list[str]:
        return [subject_of(item.record) for item in self.world.ends(FOLLOW, did, incoming=False)]

    # posts

    def posts(self, repo: Repo) -> list[Stored]:
        return [item for key, item in repo.records.items() if key[0] == POST]

    def visible(self, stored: Stored | None, viewer: str) -> bool:
        """Whether the AppView gives this post to the viewer: there, not late, nobody blocking."""
        return stored is not None and self.world.shown(stored) and not self.world.apart(stored.did, viewer)

    def post(self, stored: Stored, viewer: str) -> Json:
        """A #postView; `indexedAt` is the sort time, as on the real AppView."""
        root = root_of(stored.record) or stored.uri
        view: Json = {
            "uri": stored.uri,
            "cid": stored.cid,
            "author": self.basic(self.world.repos[stored.did], viewer),
            "record": stored.record,
            "bookmarkCount": 0,
            "replyCount": len(self.answers(stored.uri)),
            "repostCount": 0,
            "likeCount": self.world.likes(stored.uri),
            "quoteCount": 0,
            "indexedAt": stamp(stored.sort_at),
            "viewer": {"threadMuted": False, "bookmarked": False, "embeddingDisabled": False},
            "labels": self.labels(stored),
        }
        if not may_reply(self.world, viewer, root):
            view["viewer"]["replyDisabled"] = True
        if gate := self.world.get(stored.uri.replace(POST, GATE)):
            view["threadgate"] = {"uri": gate.uri, "cid": gate.cid, "record": gate.record, "lists": []}
        if embed := self.embed(stored, viewer):
            view["embed"] = embed
        return view

    def embed(self, stored: Stored, viewer: str) -> Json | None:
        """The view of a post's pictures, card or quotation."""
        embed = stored.record.get("embed") or {}
        kind = embed.get("$type")
        if kind == "app.bsky.embed.images":
            return {"$type": f"{kind}#view", "images": [self._image(stored.did, item) for item in embed["images"]]}
        if kind == "app.bsky.embed.external":
            shown = {name: embed["external"].get(name, "") for name in ("uri", "title", "description")}
            return {"$type": f"{kind}#view", "external": shown}
        if kind == "app.bsky.embed.record":
            return {"$type": f"{kind}#view", "record": self._quoted(embed["record"]["uri"], viewer)}
        return None

    def picture(self, did: str, cid: str) -> str:
        return f"{self.url}/xrpc/com.atproto.sync.getBlob?did={did}&cid={cid}"

    def _image(self, did: str, item: Json) -> Json:
        where = self.picture(did, item["image"]["ref"]["$link"])
        view = {"thumb": where, "fullsize": where, "alt": item.get("alt", "")}
        return view | ({"aspectRatio": item["aspectRatio"]} if item.get("aspectRatio") else {})

    def _quoted(self, uri: str, viewer: str) -> Json:
        stored = self.world.get(uri)
        if stored is None or not self.visible(stored, viewer):
            return {"$type": "app.bsky.embed.record#viewNotFound", "uri": uri, "notFound": True}
        return {
            "$type": "app.bsky.embed.record#viewRecord",
            "uri": stored.uri,
            "cid": stored.cid,
            "author": self.basic(self.world.repos[stored.did], viewer),
            "value": stored.record,
            "indexedAt": stamp(stored.sort_at),
        }

    # threads

    def answers(self, uri: str) -> list[Stored]:
        """The replies the AppView shows under a post."""
        return [item for item in self.world.replies(uri) if self.world.shown(item) and not refused(self.world, item)]

    def thread(self, uri: str, viewer: str, depth: int, height: int) -> Json:
        """A #threadViewPost, or what stands for a post that cannot be shown."""
        stored = self.world.get(uri)
        if stored is None or not self.world.shown(stored):
            return {"$type": "app.bsky.feed.defs#notFoundPost", "uri": uri, "notFound": True}
        if self.world.apart(stored.did, viewer):
            between = self.relation(viewer, stored.did)
            author = {"did": stored.did, "viewer": {key: between[key] for key in between if key.startswith("block")}}
            return {"$type": "app.bsky.feed.defs#blockedPost", "uri": uri, "blocked": True, "author": author}
        view: Json = {"$type": "app.bsky.feed.defs#threadViewPost", "post": self.post(stored, viewer)}
        if height and (parent := parent_of(stored.record)):
            view["parent"] = self.thread(parent, viewer, 0, height - 1)
        if depth:
            view["replies"] = [self.thread(item.uri, viewer, depth - 1, 0) for item in self.answers(uri)]
        return view
