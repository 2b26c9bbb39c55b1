"""The keys of the configuration, with types, defaults and their one-line help."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
)
from pydantic_core import PydanticCustomError

from bot.config.secret import Secret
from bot.config.source import DEFAULT_STORAGE, SQLITE, Source
from bot.domain.accounts import Platform, normalise_host, parse_account
from bot.domain.courtesy import Hours, parse_hours
from bot.errors import InputError

NAME = r"^[a-z0-9][a-z0-9_-]{0,31}$"
FOR_EVER = timedelta(days=36_500)  # how old a mention may be where that limit is lifted


def wrong(message: str) -> PydanticCustomError:
    """A problem in our own words; braces would be taken for placeholders."""
    return PydanticCustomError("wrong", message.replace("{", "(").replace("}", ")"))


def _not_built(value: Any) -> Any:
    raise wrong("this is not built yet; remove it")


def _secret(value: Any) -> Any:
    if not isinstance(value, str) or not value.strip():
        raise wrong("write env:NAME or file:PATH")
    return Secret(value.strip())


def _address(value: Any, scheme: str) -> str:
    """`scheme` stands for its encrypted form too."""
    if not isinstance(value, str) or not re.fullmatch(rf"{scheme}s?://[^\s/@?#]+(/[^\s]*)?", value):
        raise wrong(f"write an address such as {scheme}s://host")
    return value.rstrip("/")


def _web_address(value: Any) -> Any:
    return _address(value, "http")


def _socket_address(value: Any) -> Any:
    return _address(value, "ws")


def _server_address(value: Any) -> Any:
    address = _address(value, "http")
    if address.count("/") > 2:
        raise wrong("write the server's address alone, such as https://host")
    return address


def _one_line(text: str) -> str:
    if not text.strip() or not text.isprintable():
        raise wrong("write one line of visible characters")
    return text.strip()


def _no_call(text: str) -> str:
    if "@" in text:
        raise wrong("write it without '@': it stands in every announcement, and would call somebody each time")
    return text


def _account(value: Any) -> Any:
    if not isinstance(value, str):
        raise wrong("write an account between quotes")
    try:
        named = parse_account(value)
    except InputError as fault:
        raise wrong(str(fault)) from None
    if named.platform is Platform.X:
        raise wrong("write an account on Bluesky or Mastodon: that is where the bot can write to it")
    return value


AccountName = Annotated[str, BeforeValidator(_account)]
Later = Annotated[Any, BeforeValidator(_not_built)]
SecretRef = Annotated[Secret, BeforeValidator(_secret)]
WebAddress = Annotated[str, BeforeValidator(_web_address)]
ServerAddress = Annotated[str, BeforeValidator(_server_address)]
SocketAddress = Annotated[str, BeforeValidator(_socket_address)]
Language = Literal["fr", "en", "de", "es", "it", "pt", "sv"]
Tag = Annotated[str, Field(min_length=1, max_length=64)]
Line = Annotated[str, AfterValidator(_one_line)]
Name = Annotated[Line, AfterValidator(_no_call)]


class Part(BaseModel):
    """A table of the file: unknown keys are errors, values never appear in messages."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, hide_input_in_errors=True, arbitrary_types_allowed=True, strict=True
    )


class Guides(Part):
    """Pages the bot points to."""

    leave: WebAddress | None = Field(default=None, description="why leave X")
    mastodon: WebAddress | None = Field(default=None, description="how to join Mastodon")
    bluesky: WebAddress | None = Field(default=None, description="how to join Bluesky")
    archive: WebAddress | None = Field(default=None, description="how to download one's X archive")
    account: WebAddress | None = Field(default=None, description="what to do with the old X account")


class Campaign(Part):
    """Who speaks, about what, in which languages."""

    name: Name = Field(min_length=1, max_length=40, description="the campaign's name, as people know it")
    tags: list[Tag] = Field(
        default=["QuitteX", "HelloQuitteX"], min_length=1, max_length=10, description="hashtags it listens to"
    )
    languages: list[Language] = Field(
        default=["fr", "en"], min_length=1, description="answers; the first is the default"
    )
    timezone: str = Field(default="Europe/Paris", description="zone of every schedule")
    day: Later = Field(default=None, description="the campaign day (a later release)")
    operator: Line = Field(min_length=1, max_length=200, description="a human people can write to; shown in help")
    guides: Guides = Guides()

    @field_validator("tags")
    @classmethod
    def _bare_tags(cls, tags: list[str]) -> list[str]:
        bare = [tag.strip().removeprefix("#") for tag in tags]
        if any(not tag or re.search(r"[\s#@]", tag) for tag in bare):
            raise wrong("write tags as single words, without '#'")
        return bare

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise wrong("no such time zone; write one such as Europe/Paris") from None
        return name


class Storage(Part):
    """Where the bot remembers."""

    url: str = Field(default=DEFAULT_STORAGE, description="sqlite:PATH")
    key_file: str = Field(
        default="data/pseudonym.key", min_length=1, description="made at first start; losing it loses the graph"
    )
    unresolved_edges_days: int = Field(
        default=180, ge=1, le=36_500, description="edges to people who never register expire after this"
    )

    @field_validator("url")
    @classmethod
    def _sqlite(cls, url: str) -> str:
        if url.startswith(("postgres:", "postgresql:")):
            raise wrong("PostgreSQL is not built yet; write sqlite:PATH")
        if not url.startswith(SQLITE) or not Path(url.removeprefix(SQLITE)).name or url.startswith(f"{SQLITE}:"):
            raise wrong("write sqlite:PATH, such as sqlite:data/quittex.db")
        return url


def _host_list(value: Any) -> Any:
    if not isinstance(value, list) or not all(isinstance(host, str) for host in value):
        raise wrong('write a list of servers, such as ["server.example"]')
    try:
        return [normalise_host(host.strip().removeprefix("@").removeprefix("*.")) for host in value]
    except InputError as fault:
        raise wrong(str(fault)) from None


def _hours(value: Any) -> Any:
    if not isinstance(value, str):
        raise wrong('write hours between quotes, such as "08:00-22:00"')
    try:
        return parse_hours(value)
    except InputError as fault:
        raise wrong(str(fault)) from None


class Courtesy(Part):
    """Restraint towards one network, as its moderators may ask for it. What people have a right to is never held."""

    hours: Annotated[Hours, BeforeValidator(_hours)] | None = Field(
        default=None, description="when it speaks, in campaign.timezone; answers and announcements wait"
    )
    deny: Annotated[list[str], BeforeValidator(_host_list)] = Field(
        default=[], description="servers, with all below them, whose people get no answer and no message"
    )
    per_day: int | None = Field(default=None, ge=1, description="most posts a day")


class NetworkPart(Part):
    """What every network has."""

    reply_to: Literal["mention", "registered", "everyone"] = Field(
        "registered", description="whose tagged posts are answered; mentions always are"
    )
    mode: Literal["live", "rehearsal"] = Field(
        default="live", description="rehearsal: everything runs, nothing is sent"
    )
    welcome: bool = Field(default=False, description="one message for life to a new follower or local sign-up")
    request_timeout_seconds: float = Field(default=15.0, gt=0, le=300, description="patience with one request")
    settle_seconds: float = Field(default=60.0, ge=0, le=3600, description="before a lost answer is looked for")
    courtesy: Courtesy = Courtesy()

    @field_validator("request_timeout_seconds", "settle_seconds", mode="before")
    @classmethod
    def _whole_seconds_too(cls, value: Any) -> Any:
        return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


class BlueskyNetwork(NetworkPart):
    """An account on Bluesky."""

    kind: Literal["bluesky"] = Field(description="what is there")
    service: ServerAddress = Field(default="https://bsky.social", description="the account's server")
    handle: str = Field(min_length=3, max_length=253, description="the bot's handle")
    password: SecretRef = Field(description="an app password: env:NAME or file:PATH")
    jetstream: list[SocketAddress] = Field(
        ["wss://jetstream.us-east.bsky.network"], min_length=1, description="stream base addresses, tried in order"
    )

    @field_validator("handle")
    @classmethod
    def _bare_handle(cls, handle: str) -> str:
        bare = handle.strip().removeprefix("@").lower()
        if not re.fullmatch(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?", bare):
            raise wrong("write the full handle, such as quittex.bsky.social")
        return bare


class MastodonNetwork(NetworkPart):
    """An account on one Mastodon-compatible server."""

    kind: Literal["mastodon"] = Field(description="what is there: Mastodon, GoToSocial or their kin")
    url: ServerAddress = Field(description="the server")
    token: SecretRef = Field(description="an access token: env:NAME or file:PATH")
    visibility: Literal["public", "unlisted", "private", "direct"] = Field(
        "unlisted", description="of answers; never more visible than the question. Announcements are public"
    )


NetworkSettings = Annotated[BlueskyNetwork | MastodonNetwork, Field(discriminator="kind")]


class Announcement(Part):
    """A Post made from the counters, on a schedule."""

    id: str = Field(pattern=NAME, description="its name in keys and commands")
    cron: str = Field(min_length=1, description="five fields, weekdays by name: 0 9 * * mon")
    kind: Literal["counters"] = Field(
        default="counters", description="counters (later: milestone, countdown, arrivals)"
    )
    networks: list[str] = Field(default=[], description="where; all when empty")


class Limits(Part):
    """Restraint. 0 lifts a limit."""

    replies_per_person_per_hour: int = Field(default=3, ge=0, description="answers to one person")
    replies_per_person_per_day: int = Field(default=5, ge=0, description="answers to one person")
    replies_per_thread: int = Field(default=2, ge=0, description="answers in one thread")
    budget_share: float = Field(default=0.8, ge=0, le=1, description="of what each network allows")
    answer_within_hours: float = Field(
        default=72.0, ge=0, le=876_000, description="older mentions found after downtime become a gap"
    )

    @field_validator("budget_share", "answer_within_hours", mode="before")
    @classmethod
    def _whole_numbers_too(cls, value: Any) -> Any:
        return float(value) if isinstance(value, int) and not isinstance(value, bool) else value

    @property
    def answer_within(self) -> timedelta:
        """The age of the oldest mention that is answered."""
        return timedelta(hours=self.answer_within_hours) if self.answer_within_hours else FOR_EVER


class Proof(Part):
    """What counts as proven."""

    minimum: int = Field(default=1, ge=1, le=5, description="proof level from which a link is believed and told")
    oembed: WebAddress = Field(
        default="https://publish.x.com/oembed", description="where codes in X posts are read"
    )


class Alerts(Part):
    """Who is told when something needs a human."""

    to: AccountName | None = Field(
        default=None, min_length=3, max_length=300, description="an account that gets a private message"
    )


class Settings(Part):
    """The whole file."""

    campaign: Campaign
    storage: Storage = Storage()
    networks: dict[Annotated[str, Field(pattern=NAME)], NetworkSettings] = Field(min_length=1)
    announcements: list[Announcement] = []
    limits: Limits = Limits()
    proof: Proof = Proof()
    alerts: Alerts = Alerts()
    web: Later = Field(default=None, description="a later release")

    _source: Source = Source(Path("config.toml"), {})

    @property
    def path(self) -> Path:
        """The file it was read from."""
        return self._source.path

    def where(self, key: str) -> str:
        """`config.toml:14 limits.budget_share`: the place of a key, for messages about it."""
        return self._source.where(key)

    @property
    def folder(self) -> Path:
        """Where relative paths start."""
        return self._source.path.parent

    @property
    def database(self) -> Path:
        """The main database file; everything else the bot writes lies beside it."""
        return self.folder / self.storage.url.removeprefix(SQLITE).removeprefix("//")

    @property
    def key_file(self) -> Path:
        """The key of the pseudonyms."""
        return self.folder / self.storage.key_file

    def networks_of(self, announcement: Announcement) -> list[str]:
        """Where an announcement is posted."""
        return list(announcement.networks or self.networks)


__all__ = ["Announcement", "BlueskyNetwork", "MastodonNetwork", "Settings", "ValidationError"]
