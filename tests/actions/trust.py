"""People who say who they were on X, others who lie, and an X where posts can be read: for the tests about trust."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.actions import checking, claims, notices
from bot.actions.receive import Desk, apply, read_facts
from bot.domain.accounts import Account, Platform
from bot.domain.effects import Ignore, Say
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.domain.people import Claim
from bot.domain.proving import Outcome, XPost
from bot.domain.replies import decide
from bot.domain.requests import Request, Understood
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.actions.test_receive import DESK
from tests.paper import PaperNetwork
from tests.storage.builders import NOW

X_ID = 4242
DAY = timedelta(days=1)
UNLIMITED = replace(DESK, policy=replace(DESK.policy, per_person_hour=0, per_person_day=0))


@dataclass
class Trust:
    """Who says what to the bot, without a network: `asks` gives the message it answers, or why it does not."""

    tx: SqliteTransaction
    number: int = 0
    tweets: dict[str, XPost] = field(default_factory=dict)
    desk: Desk = UNLIMITED
    at: timedelta = timedelta(0)

    def later(self, span: timedelta) -> None:
        self.at += span

    @property
    def moment(self) -> datetime:
        return NOW + self.at

    def asks(self, account: Account, request: Request, handle: str = "", post: str = "") -> str:
        self.number += 1
        encounter = Encounter(
            network="paper", uri=f"at://{account.id}/{self.number}", kind=Kind.MENTION, account=account, at=self.moment,
            addressed=True, languages=("en",), visibility=Visibility.DIRECT,
        )  # fmt: skip
        self.tx.inbox.add(encounter, self.moment)
        understood = Understood(request, handle, "en", x_post=post)
        facts = read_facts(self.tx, encounter, understood, self.desk, self.moment)
        effects = decide(encounter, understood, facts, self.desk.policy)
        apply(self.tx, encounter, effects, self.desk, self.moment, facts)
        last = effects[-1]
        assert isinstance(last, Say | Ignore)
        return last.wording.message if isinstance(last, Say) else str(last.why)

    def claims(self, account: Account, handle: str = "alice") -> Claim:
        self.asks(account, Request.LINK, handle)
        claim = self.tx.people.waiting_claim(account)
        assert claim is not None
        return claim

    def code(self, account: Account) -> str:
        assert self.asks(account, Request.PROVE) == "prove"
        code = self.tx.proving.code(account, self.moment)
        assert code is not None
        return code.text

    def tweets_it(self, author: str, text: str) -> str:
        number = str(len(self.tweets) + 1)
        self.tweets[number] = XPost(author, text)
        return f"https://x.com/{author}/status/{number}"

    def shows(self, account: Account, address: str) -> str:
        """Somebody names a post on X; what they are answered once it was looked at."""
        said = self.asks(account, Request.PROVE, post=address)
        return self.looked() or said

    def looked(self) -> str:
        """Every post that is due is looked at; the last answer."""
        message = ""
        for check in self.tx.proving.due(self.moment, 10, ["paper"]):
            handle = checking.handle_of(self.tx, check)
            seen = self.tweets.get(check.post) if handle else Outcome.EXPIRED
            message = checking.settle(self.tx, check, seen, self.desk, self.moment)
        return message

    def proves(self, account: Account, handle: str = "alice") -> str:
        """The whole way, honestly: claim, code, post, look."""
        self.claims(account, handle)
        return self.shows(account, self.tweets_it(handle, f"moving! {self.code(account)}"))

    def ripens(self) -> list[bool]:
        return [claims.ripen(self.tx, claim, self.desk.minimum, self.moment) for claim in self.tx.proving.ripe(100)]

    def told(self) -> list[tuple[str, str]]:
        """(recipient, kind) of every private message owed out of the blue since the last time."""
        bluesky = replace(self.desk, network=PaperNetwork())
        mastodon = replace(self.desk, network=PaperNetwork(name="elephant", platform=Platform.MASTODON))
        before = {row.id for row in self.tx.outbox.rows(limit=1000)}
        desks = notices.by_platform([bluesky, mastodon])
        for notice in self.tx.proving.notices(100, list(desks)):
            notices.say(self.tx, notice, desks[notice.account.platform], self.moment)
        new = [row for row in self.tx.outbox.rows(limit=1000) if row.id not in before]
        posts = [self.tx.outbox.get(row.id) for row in new]
        return sorted((post.recipient_id, post.kind) for post in posts if post)

    def who_is(self, x_id: int = X_ID, minimum: int = 1) -> set[str]:
        """The handles of those who are believed to have the number."""
        person = self.tx.people.by_x(x_id)
        return {link.account.handle for link in person.links if link.stands(minimum)} if person else set()
