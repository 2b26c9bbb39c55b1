"""The JSON a Mastodon server shows of its accounts, statuses and notifications."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.demo.mastodon.content import tag_name, to_html
from bot.demo.mastodon.state import Account, Media, Notification, Status
from bot.demo.mastodon.world import World
from bot.demo.messages import Json


def iso(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{when.microsecond // 1000:03d}Z"


class Entities:
    """Entities of one server. `url` is where it is reached; `origin` begins the addresses of its pages."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.url = ""
        self.origin = ""

    def account(self, account: Account) -> Json:
        site = self.world.site(account, self.origin)
        picture = f"{self.url}/avatars/missing.png"
        return {
            "id": account.id,
            "username": account.username,
            "acct": account.acct,
            "display_name": account.display_name,
            "locked": account.locked,
            "bot": account.bot,
            "discoverable": True,
            "indexable": False,
            "group": False,
            "created_at": iso(account.created),
            "note": self.html(account.note),
            "url": f"{site}/@{account.username}",
            "uri": account.actor or f"{site}/users/{account.username}",
            "avatar": picture,
            "avatar_static": picture,
            "header": picture,
            "header_static": picture,
            "followers_count": len(self.world.relations.followers(account.id)),
            "following_count": len(self.world.relations.following(account.id)),
            "statuses_count": account.posted,
            "last_status_at": account.last_posted.date().isoformat() if account.last_posted else None,
            "emojis": [],
            **self._life(account),
            "fields": [self._field(account, name, value) for name, value in account.fields],
        }

    def _life(self, account: Account) -> Json:
        """What is only said of accounts that are not as usual."""
        said: Json = {"suspended": True} if account.suspended else {}
        said |= {"memorial": True} if account.memorial else {}
        return said | ({"moved": self.account(account.moved_to)} if account.moved_to else {})

    def actor(self, account: Account) -> Json:
        """The ActivityPub document of one of our own."""
        view = self.account(account)
        return {"id": view["uri"], "type": "Person", "url": view["url"], "alsoKnownAs": list(account.aliases)}

    def own_account(self, account: Account) -> Json:
        """A CredentialAccount: with its source and role."""
        source = {
            "privacy": self.world.flavour.default_visibility,
            "sensitive": False,
            "language": None,
            "note": account.note,
            "fields": [{"name": name, "value": value, "verified_at": None} for name, value in account.fields],
            "follow_requests_count": sum(1 for _, whom in self.world.relations.requests if whom == account.id),
        }
        role = (
            {"id": "3", "name": "Owner", "permissions": "1"}
            if account.admin
            else {"id": "-99", "name": "", "permissions": "0"}
        )
        return self.account(account) | {"source": source, "role": role | {"color": "", "highlighted": account.admin}}

    def status(self, status: Status, viewer: Account | None) -> Json:
        site = self.world.site(status.account, self.origin)
        parent = status.reply_to
        me = viewer.id if viewer else ""
        return {
            "id": status.id,
            "created_at": iso(status.created),
            "in_reply_to_id": parent.id if parent else None,
            "in_reply_to_account_id": parent.account.id if parent else None,
            "sensitive": status.sensitive,
            "spoiler_text": status.spoiler,
            "visibility": status.visibility,
            "language": status.language,
            "uri": status.uri or f"{site}/users/{status.account.username}/statuses/{status.id}",
            "url": f"{site}/@{status.account.username}/{status.id}",
            "replies_count": len(status.replies),
            "reblogs_count": 0,
            "favourites_count": len(status.favourites),
            "edited_at": iso(status.edited) if status.edited else None,
            "content": self.html(status.text),
            "reblog": None,
            "application": {"name": "demo", "website": None},
            "account": self.account(status.account),
            "media_attachments": [self.media(medium) for medium in status.media],
            "mentions": [self._mention(self.world.accounts[one]) for one in status.mentions],
            "tags": [self.tag(name) for name in status.tags],
            "emojis": [],
            "card": None,
            "poll": None,
            "favourited": me in status.favourites,
            "reblogged": False,
            "muted": False,
            "bookmarked": False,
            "pinned": False,
        }

    def notification(self, item: Notification, viewer: Account) -> Json:
        view: Json = {
            "id": item.id,
            "type": item.type,
            "created_at": iso(item.at),
            "group_key": f"ungrouped-{item.id}",
            "account": self.account(item.by),
        }
        view |= {"status": self.status(item.status, viewer)} if item.status else {}
        return view | ({"filtered": True} if item.filtered else {})

    def media(self, medium: Media) -> Json:
        where = f"{self.url}/media/{medium.id}"
        size = {"width": 400, "height": 300, "size": "400x300", "aspect": 4 / 3}
        return {
            "id": medium.id,
            "type": medium.mime.partition("/")[0],
            "url": where,
            "preview_url": where,
            "remote_url": None,
            "text_url": None,
            "meta": {"original": size, "small": size},
            "description": medium.description or None,
            "blurhash": None,
        }

    def tag(self, name: str, viewer: Account | None = None) -> Json:
        view: Json = {"name": tag_name(name), "url": f"{self.origin}/tags/{tag_name(name)}", "history": []}
        return view | ({"following": tag_name(name) in viewer.followed_tags} if viewer else {})

    def html(self, text: str) -> str:
        return to_html(text, lambda user, host: self.world.target(user, host, self.origin), f"{self.origin}/tags/")

    def _field(self, account: Account, name: str, value: str) -> Json:
        shown = self.html(value).removeprefix("<p>").removesuffix("</p>")
        since = iso(account.created) if value in account.verified else None
        return {"name": name, "value": shown, "verified_at": since}

    def _mention(self, account: Account) -> Json:
        site = self.world.site(account, self.origin)
        return {
            "id": account.id,
            "username": account.username,
            "url": f"{site}/@{account.username}",
            "acct": account.acct,
        }
