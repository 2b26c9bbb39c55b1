"""The wiring: from Settings to a running bot. The only place that knows which adapter stands behind a port."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.actions.digest import Office, office_of
from bot.actions.receive import Desk
from bot.config.settings import BlueskyNetwork, MastodonNetwork, Settings
from bot.domain.courtesy import Courtesy
from bot.domain.digests import Terms
from bot.domain.encounters import Visibility
from bot.domain.replies import Policy, ReplyTo
from bot.domain.text import fold_tag
from bot.locales import Catalogues
from bot.loops.imports import resume_imports
from bot.loops.prove import Parts
from bot.ports import Actors, Clock, Network, Pages, Servers, Store, Words, XPosts
from bot.proofs.actors import ActorPages
from bot.proofs.oembed import OEmbed
from bot.proofs.pages import Pages as WebPages
from bot.proofs.servers import InstanceServers
from bot.storage import import_lock, open_store


class WallClock:
    """The real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(slots=True)
class App:
    """All parts, built and not yet connected."""

    settings: Settings
    store: Store
    words: Words
    clock: Clock
    networks: dict[str, Network]
    posts: XPosts  # on X, where codes are read
    pages: Pages  # of domains, where officials are proven
    ourselves: set[str] = field(default_factory=set)  # names of our Accounts, known after login
    public_only: set[str] = field(default_factory=set)  # networks that let us neither read nor send private messages
    speaking: set[str] = field(default_factory=set)  # networks we are logged in to now
    stopped: set[str] = field(default_factory=set)  # networks that refuse us
    budgeted: set[str] = field(default_factory=set)  # networks that were told what was sent before this start
    actors: Actors = field(default_factory=lambda: ActorPages(WebPages()))
    servers: Servers = field(default_factory=lambda: InstanceServers(WebPages()))
    recovered: set[str] = field(default_factory=set)  # networks that have spoken since this start

    def desk(self, name: str) -> Desk:
        """What answers the Encounters of one network."""
        return Desk(
            network=self.networks[name],
            policy=replace(policy_of(self.settings, name), private_messages=name not in self.public_only),
            words=self.words,
            minimum=self.settings.proof.minimum,
            answer_within=self.answer_within,
            rehearsal=self.settings.networks[name].mode == "rehearsal",
            courtesy=courtesy_of(self.settings, name),
            ourselves=self.ourselves,
        )

    @property
    def answer_within(self) -> timedelta:
        """Older questions are not answered, older answers not sent."""
        return self.settings.limits.answer_within

    @property
    def terms(self) -> Terms:
        """Of digests."""
        return Terms(ZoneInfo(self.settings.campaign.timezone), self.settings.proof.minimum)

    def terms_of(self, name: str) -> Terms:
        """Of everything that is sent to one network."""
        return replace(self.terms, courtesy=courtesy_of(self.settings, name))

    def parts_of_proving(self) -> Parts:
        """What looks at posts on X; networks we never reached cannot say how their posts are written."""

        def desks() -> list[Desk]:
            return [self.desk(name) for name in self.networks if name in self.budgeted]

        return Parts(self.store, self.posts, desks, self.clock, self.settings.proof.minimum)

    def office(self) -> Office:
        """What tells of arrivals, and where."""
        return office_of([self.desk(name) for name in self.networks], self.budgeted, self.terms, self.stopped)


@asynccontextmanager
async def build(settings: Settings, clock: Clock | None = None) -> AsyncIterator[App]:
    """Every part of the bot, opened in order and closed in reverse. StorageError, WrongKey, AlreadyRunning."""
    clock = clock or WallClock()
    async with AsyncExitStack() as stack:
        store = await open_store(
            settings.database, settings.key_file, role="bot", minimum=settings.proof.minimum, clock=clock
        )
        stack.push_async_callback(store.close)
        await _finish_killed_imports(settings, store, clock)
        networks = {}
        for name in settings.networks:
            networks[name] = network_of(settings, name, clock)
            stack.push_async_callback(networks[name].close)
        patience = min(chosen.request_timeout_seconds for chosen in settings.networks.values())
        posts = OEmbed(settings.proof.oembed, patience)
        stack.push_async_callback(posts.close)
        yield App(settings, store, Catalogues(tuple(settings.campaign.languages)), clock, networks, posts, WebPages())


async def _finish_killed_imports(settings: Settings, store: Store, clock: Clock) -> None:
    """What a killed `registry import` had decided is done; nothing if a command is at it right now."""
    with import_lock(settings.database) as ours:
        if ours:
            await resume_imports(store, clock)


def network_of(settings: Settings, name: str, clock: Clock, sessions: Path | None = None) -> Network:
    """The adapter of one configured network; its SDK is loaded here and not before.

    `sessions` is another folder than the bot's own, for those who want to log in anew.
    """
    chosen = settings.networks[name]
    tags = {fold_tag(tag): tag for tag in settings.campaign.tags}
    if isinstance(chosen, BlueskyNetwork):
        from bot.networks.bluesky import Bluesky
        from bot.networks.bluesky.settings import Settings as BlueskySettings

        return Bluesky(
            name,
            BlueskySettings(
                service=chosen.service,
                handle=chosen.handle,
                password=chosen.password.read(),
                jetstream=tuple(chosen.jetstream),
                tags=frozenset(tags),
                request_timeout_seconds=chosen.request_timeout_seconds,
                settle_seconds=chosen.settle_seconds,
                budget_share=settings.limits.budget_share,
            ),
            session_file=(sessions or sessions_folder(settings)) / f"{name}.session",
            clock=clock,
        )
    return _mastodon(settings, name, chosen, clock, tags)


def _mastodon(settings: Settings, name: str, chosen: MastodonNetwork, clock: Clock, tags: dict[str, str]) -> Network:
    from bot.networks.mastodon import Mastodon
    from bot.networks.mastodon.settings import Settings as MastodonSettings

    return Mastodon(
        name,
        MastodonSettings(
            url=chosen.url,
            token=chosen.token.read(),
            tags=tags,
            request_timeout_seconds=chosen.request_timeout_seconds,
            settle_seconds=chosen.settle_seconds,
            budget_share=settings.limits.budget_share,
        ),
        clock=clock,
    )


def sessions_folder(settings: Settings) -> Path:
    """Where the networks' sessions lie: beside the database, readable by us only."""
    return settings.database.parent / "sessions"


def courtesy_of(settings: Settings, name: str) -> Courtesy:
    """The admin's restraint towards one network."""
    chosen = settings.networks[name].courtesy
    return Courtesy(chosen.hours, frozenset(chosen.deny), chosen.per_day, ZoneInfo(settings.campaign.timezone))


def policy_of(settings: Settings, name: str) -> Policy:
    """The admin's choices for one network, as `decide` wants them."""
    chosen, campaign, limits = settings.networks[name], settings.campaign, settings.limits
    answers = chosen.visibility if isinstance(chosen, MastodonNetwork) else "public"
    return Policy(
        reply_to=ReplyTo(chosen.reply_to),
        welcome=chosen.welcome,
        per_person_hour=limits.replies_per_person_per_hour,
        per_person_day=limits.replies_per_person_per_day,
        per_thread=limits.replies_per_thread,
        visibility=Visibility(answers),
        languages=tuple(campaign.languages),
        tags=frozenset(fold_tag(tag) for tag in campaign.tags),
        operator=campaign.operator,
        campaign=campaign.name,
        guide=campaign.guides.leave or "",
        archive_guide=campaign.guides.archive or "",
    )
