"""What the demo's Mastodon knows: accounts, statuses, notifications; who may see what. No sockets here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.demo.mastodon.content import Target, mentions_of, tags_of
from bot.demo.mastodon.flavours import Flavour
from bot.demo.mastodon.ids import Ids, Snowflakes, Ulids, order
from bot.demo.mastodon.relations import Relations
from bot.demo.mastodon.state import POLICY, Account, Happening, Media, Notification, Status
from bot.demo.messages import Problem


@dataclass(frozen=True)
class Draft:
    """What somebody wants to post."""

    text: str
    visibility: str = ""
    reply_to: Status | None = None
    language: str | None = None
    media: tuple[Media, ...] = ()
    spoiler: str = ""
    sensitive: bool = False
    created: datetime | None = None
    uri: str = ""


class World:
    """Everything on one server. `domain` is what its own mentions end in; listeners get every Happening at once."""

    def __init__(
        self, flavour: Flavour, now: Callable[[], datetime] = lambda: datetime.now(UTC), seed: int = 0
    ) -> None:
        self.flavour = flavour
        self.now = now
        self.domain = ""
        self.ids: Ids = Ulids(seed) if flavour.ulids else Snowflakes(seed)
        self.accounts: dict[str, Account] = {}
        self.statuses: dict[str, Status] = {}
        self.notifications: list[Notification] = []
        self.media: dict[str, Media] = {}
        self.relations = Relations()
        self.listeners: list[Callable[[Happening], None]] = []

    # accounts

    def create(self, name: str) -> Account:
        """A new account, `user` or `user@host`. Raises Problem when the name is taken."""
        username, _, host = name.removeprefix("@").partition("@")
        if self.who(name):
            raise Problem(422, "Validation failed: Username has already been taken")
        account = Account(self.ids.random(), username, self._foreign(host), self.now())
        account.locked = self.flavour.locked_by_default and not account.host
        account.policy = dict(POLICY)
        self.accounts[account.id] = account
        return account

    def who(self, name: str) -> Account | None:
        """The account of an id, `user`, `@user` or `user@host`, in any case."""
        if name in self.accounts:
            return self.accounts[name]
        username, _, host = name.removeprefix("@").lower().partition("@")
        host = self._foreign(host)
        everybody = self.accounts.values()
        same = (one for one in everybody if one.username.lower() == username and one.host.lower() == host)
        return next((one for one in same if not one.deleted), None)

    def _foreign(self, host: str) -> str:
        return "" if host.lower() == self.domain.lower() else host

    def site(self, account: Account, local: str) -> str:
        """The origin of an account's pages; `local` is ours."""
        return f"https://{account.host}" if account.host else local

    def target(self, user: str, host: str, local: str) -> Target | None:
        """Whom a mention in a text means."""
        found = self.who(f"{user}@{host}" if host else user)
        return Target(f"{self.site(found, local)}/@{found.username}", found.username) if found else None

    # statuses

    def post(self, author: Account, draft: Draft) -> Status:
        """Post, notify the mentioned, ring the streams. The draft was checked before."""
        created = draft.created or self.now()
        status = Status(
            self.ids.new(created), author, draft.text, draft.visibility or self.flavour.default_visibility, created,
            draft.language, draft.reply_to, self._mentioned(author, draft.text), tags_of(draft.text),
            list(draft.media), draft.spoiler, draft.sensitive,
        )  # fmt: skip
        status.uri = draft.uri
        self.statuses[status.id] = status
        author.posted, author.last_posted = author.posted + 1, created
        for medium in draft.media:
            medium.status_id = status.id
        if status.reply_to:
            status.reply_to.replies.append(status)
        self._tell(Happening("update", self._channels(status), status))
        for account_id in status.mentions:
            self.notify("mention", self.accounts[account_id], author, status)
        return status

    def _mentioned(self, author: Account, text: str) -> list[str]:
        found = (self.who(f"{user}@{host}" if host else user) for user, host in mentions_of(text))
        return list(dict.fromkeys(account.id for account in found if account and account is not author))

    def edit(self, status: Status, text: str) -> None:
        status.text, status.tags, status.edited = text, tags_of(text), self.now()
        status.mentions = self._mentioned(status.account, text)
        self._tell(Happening("status.update", self._channels(status), status))

    def delete(self, status: Status) -> None:
        """Gone, and its notifications with it; replies stay."""
        del self.statuses[status.id]
        status.account.posted -= 1
        if status.reply_to:
            status.reply_to.replies.remove(status)
        self.notifications = [item for item in self.notifications if item.status is not status]
        self._tell(Happening("delete", self._channels(status), status))

    def visible(self, status: Status | None, viewer: Account | None) -> bool:
        """Whether the viewer may read it: a direct one only its author and the mentioned."""
        if status is None or status.id not in self.statuses or status.account.suspended:
            return False
        if viewer is status.account:
            return True
        if viewer is None:
            return status.visibility in ("public", "unlisted")
        if (status.account.id, viewer.id) in self.relations.blocks:
            return False
        follower = (viewer.id, status.account.id) in self.relations.follows
        return (
            status.visibility in ("public", "unlisted")
            or viewer.id in status.mentions
            or (status.visibility == "private" and follower)
        )

    def newest(self, statuses: Iterable[Status]) -> list[Status]:
        return sorted(statuses, key=lambda status: order(status.id), reverse=True)

    # notifications

    def notify(self, kind: str, to: Account, by: Account, status: Status | None = None) -> None:
        """Tell a local account, unless it blocked or muted the other or its policy says no."""
        unwanted = self.relations.apart(to.id, by.id) or (to.id, by.id) in self.relations.mutes
        verdict = self._verdict(to, by, status)
        if to.host or to is by or unwanted or verdict == "drop":
            return
        at = self.now()
        item = Notification(self.ids.new(at), kind, to.id, by, at, status, filtered=verdict == "filter")
        self.notifications.append(item)
        if not item.filtered:
            channels = frozenset({f"user:{to.id}", f"user:notification:{to.id}"})
            self._tell(Happening("notification", channels, status, item))

    def _verdict(self, to: Account, by: Account, status: Status | None) -> str:
        """accept, filter or drop: only private mentions by strangers, out of the blue, are in question."""
        private = status is not None and status.visibility == "direct"
        asked = status is not None and status.reply_to is not None and status.reply_to.account is to
        known = (to.id, by.id) in self.relations.follows
        if not self.flavour.filters_private_mentions or not private or asked or known:
            return "accept"
        return to.policy["for_private_mentions"]

    def _channels(self, status: Status) -> frozenset[str]:
        """The streams a status shows in: its author's, its readers' homes, its tags' when public."""
        readers = {status.account.id}
        if status.visibility != "direct":
            readers |= set(self.relations.followers(status.account.id))
        channels = {f"direct:{one}" for one in (*status.mentions, status.account.id) if status.visibility == "direct"}
        if status.visibility == "public":
            tags = set(status.tags)
            readers |= {one.id for one in self.accounts.values() if one.followed_tags & tags}
            channels |= {"public"} | {f"hashtag:{tag}" for tag in tags}
            channels |= set() if status.account.host else {"public:local"}
        return frozenset(channels | {f"user:{reader}" for reader in readers})

    def _tell(self, happening: Happening) -> None:
        for listener in self.listeners:
            listener(happening)
