"""app.bsky.*: what the AppView answers about people, posts and notifications."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.demo.bluesky.records import BLOCK, FOLLOW, LIST, LISTITEM, POST, mentioned, moment, stamp, tags_of
from bot.demo.bluesky.service import DEAD, Service
from bot.demo.bluesky.state import Notice, Repo, Stored, parent_of, root_of
from bot.demo.http import Routes
from bot.demo.messages import Json, Problem, Request, Response, answer

MOST_PROFILES, MOST_POSTS, MOST_RELATIONS = 25, 25, 30


class AppView:
    """The handlers of one network."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.world = service.world

    def routes(self) -> Routes:
        base = "/xrpc/app.bsky."
        return {
            ("GET", base + "actor.getProfile"): self.get_profile,
            ("GET", base + "actor.getProfiles"): self.get_profiles,
            ("GET", base + "feed.getPosts"): self.get_posts,
            ("GET", base + "feed.getPostThread"): self.get_post_thread,
            ("GET", base + "feed.getAuthorFeed"): self.get_author_feed,
            ("GET", base + "feed.searchPosts"): self.search_posts,
            ("GET", base + "graph.getRelationships"): self.get_relationships,
            ("GET", base + "graph.getFollowers"): self.get_followers,
            ("GET", base + "graph.getFollows"): self.get_follows,
            ("GET", base + "graph.getBlocks"): self.get_blocks,
            ("GET", base + "graph.getList"): self.get_list,
            ("GET", base + "notification.listNotifications"): self.list_notifications,
            ("GET", base + "notification.getUnreadCount"): self.get_unread_count,
            ("POST", base + "notification.updateSeen"): self.update_seen,
        }

    # people

    def get_profile(self, request: Request) -> Response:
        viewer = self._viewer(request)
        return answer(self.service.views.detailed(self._actor(request.one("actor")), viewer))

    def get_profiles(self, request: Request) -> Response:
        """Unknown and absent actors are left out, repeated ones shown once."""
        viewer, names = self._viewer(request), _bounded(request, "actors", MOST_PROFILES)
        repos = {repo.did: repo for name in names if (repo := self.world.who(name)) and repo.status == "active"}
        return answer({"profiles": [self.service.views.detailed(repo, viewer) for repo in repos.values()]})

    def get_relationships(self, request: Request) -> Response:
        actor = self._actor(request.one("actor"))
        self._viewer(request)
        others = [self.world.who(name) or name for name in _bounded(request, "others", MOST_RELATIONS)]
        dids = [other if isinstance(other, str) else other.did for other in others]
        return answer({"actor": actor.did, "relationships": [self._relationship(actor.did, did) for did in dids]})

    def _relationship(self, actor: str, other: str) -> Json:
        """What stands between two DIDs; a stranger's is empty."""
        found = {
            "blocking": self.world.edge(BLOCK, actor, other),
            "blockedBy": self.world.edge(BLOCK, other, actor),
            "following": self.world.edge(FOLLOW, actor, other),
            "followedBy": self.world.edge(FOLLOW, other, actor),
        }
        view = {name: stored.uri for name, stored in found.items() if stored and self.world.shown(stored)}
        return {"$type": "app.bsky.graph.defs#relationship", "did": other} | view

    def get_followers(self, request: Request) -> Response:
        actor = self._actor(request.one("actor"))
        return self._people(request, actor, "followers", self.service.views.followers(actor.did))

    def get_follows(self, request: Request) -> Response:
        actor = self._actor(request.one("actor"))
        return self._people(request, actor, "follows", self.service.views.follows(actor.did))

    def get_blocks(self, request: Request) -> Response:
        viewer = self._viewer(request)
        theirs = self.world.repos[viewer].records
        dids = [str(item.record["subject"]) for key, item in theirs.items() if key[0].endswith(".block")]
        return answer({"blocks": self._profiles(dids, viewer)})

    def get_list(self, request: Request) -> Response:
        """An account that several items name is shown once, one that is away not at all."""
        viewer, uri = self._viewer(request), request.one("list")
        head = self.world.get(uri)
        if head is None or head.collection != LIST or not self.world.shown(head):
            raise Problem(400, "InvalidRequest", f"List not found: {uri}")
        items = [item for item in self.world.every(LISTITEM) if item.did == head.did and item.record["list"] == uri]
        first = {str(item.record["subject"]): item for item in reversed(items) if self.world.shown(item)}
        shown = {did: repo for did in first if (repo := self.world.repos.get(did)) and repo.status == "active"}
        described = self.service.views.described
        view: Json = {name: head.record.get(name, "") for name in ("name", "purpose", "description")}
        view |= {"uri": uri, "cid": head.cid, "creator": described(self.world.repos[head.did], viewer)}
        view |= {"indexedAt": stamp(head.sort_at), "listItemCount": len(shown)}
        people = [{"uri": first[did].uri, "subject": described(repo, viewer)} for did, repo in shown.items()]
        return answer({"list": view, "items": people})

    def _people(self, request: Request, actor: Repo, name: str, dids: list[str]) -> Response:
        viewer, start = self._viewer(request), request.strict_number("cursor", 0, 0, 1_000_000)
        limit = request.strict_number("limit", 50, 1, 100)
        body: Json = {"subject": self.service.views.described(actor, viewer)}
        body[name] = self._profiles(dids[::-1][start : start + limit], viewer)
        return answer(body | ({"cursor": str(start + limit)} if start + limit < len(dids) else {}))

    def _profiles(self, dids: Iterable[str], viewer: str) -> list[Json]:
        repos = (self.world.repos.get(did) for did in dids)
        return [self.service.views.described(repo, viewer) for repo in repos if repo and repo.status == "active"]

    # posts

    def get_posts(self, request: Request) -> Response:
        """Blocked, deleted, taken down and not yet indexed posts are absent."""
        viewer, views = self._viewer(request), self.service.views
        found = [self.world.get(uri) for uri in _bounded(request, "uris", MOST_POSTS)]
        posts = [views.post(item, viewer) for item in found if item and views.visible(item, viewer)]
        return answer({"posts": posts})

    def get_post_thread(self, request: Request) -> Response:
        uri, viewer = request.one("uri"), self._viewer(request)
        depth = request.strict_number("depth", 6, 0, 1000)
        thread = self.service.views.thread(uri, viewer, depth, request.strict_number("parentHeight", 80, 0, 1000))
        if thread.get("notFound"):
            raise Problem(400, "NotFound", f"Post not found: {uri}")
        return answer({"thread": thread})

    def get_author_feed(self, request: Request) -> Response:
        viewer, actor = self._viewer(request), self._actor(request.one("actor"))
        if self.world.apart(viewer, actor.did):
            blocked = self.world.edge(BLOCK, viewer, actor.did) is not None
            error, why = ("BlockedActor", "has blocked") if blocked else ("BlockedByActor", "is blocked by")
            raise Problem(400, error, f"Requester {why} actor: {actor.did}")
        posts = self.service.views.posts(actor)
        if request.one("filter") in ("posts_no_replies", "posts_and_author_threads"):
            posts = [item for item in posts if not parent_of(item.record)]
        page, cursor = self._page(request, [item for item in posts if self.service.views.visible(item, viewer)])
        return answer({"feed": [self._feed_item(item, viewer) for item in page]} | cursor)

    def _feed_item(self, stored: Stored, viewer: str) -> Json:
        item: Json = {"post": self.service.views.post(stored, viewer)}
        if parent_of(stored.record):
            root, parent = root_of(stored.record), parent_of(stored.record)
            item["reply"] = {"root": self._reference(root, viewer), "parent": self._reference(parent, viewer)}
        return item

    def _reference(self, uri: str, viewer: str) -> Json:
        thread = self.service.views.thread(uri, viewer, 0, 0)
        return {"$type": "app.bsky.feed.defs#postView"} | thread["post"] if "post" in thread else thread

    def search_posts(self, request: Request) -> Response:
        """All words of `q`, in any case; `tag`, `author`, `mentions`, `since` and `until` narrow it. Newest first."""
        viewer, words = self._viewer(request), request.one("q").lower().split()
        if not request.one("q"):
            raise Problem(400, "InvalidRequest", 'Invalid app.bsky.feed.searchPosts params: Missing required key "q"')
        found = [item for item in self.world.every(POST) if self.service.views.visible(item, viewer)]
        found = [item for item in found if self._fits(item, words, request)]
        page, cursor = self._page(request, found, most=100, usual=25)
        return answer({"posts": [self.service.views.post(item, viewer) for item in page]} | cursor)

    def _fits(self, item: Stored, words: list[str], request: Request) -> bool:
        tags = {tag.lower() for tag in tags_of(item.record)}
        text = str(item.record["text"]).lower()
        author, mention = self.world.who(request.one("author")), self.world.who(request.one("mentions"))
        since, until = moment(request.one("since")), moment(request.one("until"))
        return (
            all(word in text or word.removeprefix("#") in tags for word in words)
            and all(tag.lower() in tags for tag in request.every("tag"))
            and (not request.one("author") or (author is not None and author.did == item.did))
            and (not request.one("mentions") or (mention is not None and mention.did in mentioned(item.record)))
            and (since is None or item.sort_at >= since)
            and (until is None or item.sort_at < until)
        )

    def _page(
        self, request: Request, found: list[Stored], most: int = 100, usual: int = 50
    ) -> tuple[list[Stored], Json]:
        """Newest first from the cursor on, and the cursor of the next page."""
        found.sort(key=_order, reverse=True)
        if before := request.one("cursor"):
            found = [item for item in found if _cursor(item) < before]
        limit = request.strict_number("limit", usual, 1, most)
        return found[:limit], ({"cursor": _cursor(found[limit - 1])} if len(found) > limit else {})

    # notifications

    def list_notifications(self, request: Request) -> Response:
        """Ordered by min(createdAt, arrival), which is also what `isRead` and the cursor follow: not a queue."""
        viewer = self._viewer(request)
        notices = self._notices(viewer, set(request.every("reasons")))
        if before := request.one("cursor"):
            notices = [item for item in notices if _cursor(item.source) < before]
        page = notices[: request.strict_number("limit", 50, 1, 100)]
        seen = self.world.repos[viewer].seen_at
        body: Json = {"notifications": [self._notice(item, viewer, seen) for item in page], "priority": False}
        if len(notices) > len(page):
            body["cursor"] = _cursor(page[-1].source)
        return answer(body | ({"seenAt": stamp(seen)} if seen else {}))

    def get_unread_count(self, request: Request) -> Response:
        viewer = self._viewer(request)
        seen = self.world.repos[viewer].seen_at
        unread = [item for item in self._notices(viewer, set()) if seen is None or item.source.sort_at > seen]
        return answer({"count": len(unread)})

    def update_seen(self, request: Request) -> Response:
        seen = moment(request.json().get("seenAt"))
        if seen is None:
            raise Problem(400, "InvalidRequest", "Input/seenAt must be an valid atproto datetime")
        self.service.signed_in(request).seen_at = seen
        return Response(200, b"", ())

    def _notices(self, viewer: str, reasons: set[str]) -> list[Notice]:
        mine = (item for item in self.service.notices.to(viewer) if not reasons or item.reason in reasons)
        shown = [item for item in mine if self.service.views.visible(item.source, viewer)]
        return sorted(shown, key=lambda item: _order(item.source), reverse=True)

    def _notice(self, notice: Notice, viewer: str, seen: datetime | None) -> Json:
        source = notice.source
        view: Json = {
            "uri": source.uri,
            "cid": source.cid,
            "author": self.service.views.described(self.world.repos[source.did], viewer),
            "reason": notice.reason,
            "record": source.record,
            "isRead": seen is not None and source.sort_at <= seen,
            "indexedAt": stamp(source.sort_at),
            "labels": [],
        }
        return view | ({"reasonSubject": notice.subject} if notice.subject else {})

    def _viewer(self, request: Request) -> str:
        return self.service.signed_in(request).did

    def _actor(self, name: str) -> Repo:
        repo = self.world.who(name)
        if repo is None or repo.status == "deleted":
            raise Problem(400, "InvalidRequest", "Profile not found")
        if repo.status != "active":
            raise Problem(400, DEAD[repo.status], f"Account is {repo.status}")
        return repo


def _bounded(request: Request, name: str, most: int) -> list[str]:
    found = request.every(name)
    if len(found) > most:
        method = request.path.rpartition("/")[2]
        why = f"array too big (maximum {most}, got {len(found)})"
        raise Problem(400, "InvalidRequest", f"Invalid {method} params: {why}")
    return found


def _order(stored: Stored) -> tuple[datetime, str]:
    return stored.sort_at, stored.uri


def _cursor(stored: Stored) -> str:
    """A text that sorts like `_order`."""
    return f"{stamp(stored.sort_at)[:-1]}{stored.sort_at.microsecond % 1000:03d}Z::{stored.uri}"
