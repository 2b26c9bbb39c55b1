"""The server's JSON in our words: one classifier, whatever page or stream a thing came by. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlsplit

from bot.domain.accounts import Account, Platform, normalise_handle
from bot.domain.bridges import home_of, is_web_site, original_of, same_host
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.domain.text import clean, fold_tag
from bot.errors import InputError
from bot.networks.mastodon.html import Mention, Plain, read, to_text

Json = Mapping[str, Any]

BRIDGES: Final = ("brid.gy", "mostr.pub", "momostr.pink", "bird.makeup", "sportsbots.xyz")
"""Hosts whose accounts are copies of somebody elsewhere; https://fed.brid.gy/docs names its own subdomains."""

VISIBILITIES: Final = {
    "public": Visibility.PUBLIC,
    "unlisted": Visibility.UNLISTED,
    "private": Visibility.PRIVATE,
    "mutuals_only": Visibility.PRIVATE,
    "direct": Visibility.DIRECT,
}
"""A form we do not know is taken for the narrowest: an answer is never more visible than the question."""

FOLLOWS: Final = frozenset({"follow", "follow_request"})
SIGN_UP: Final = "admin.sign_up"


@dataclass(frozen=True, slots=True)
class Us:
    """Who reads: the account of the bot as its own server knows it. `tags` are folded."""

    network: str
    account: Account
    host: str
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the thread around a status tells; the empty one when nobody asked."""

    root: str = ""  # URI of the thread's first post
    root_author: str = ""  # stable id of who wrote it
    names_us: bool | None = None  # whether the parent named us or was ours; None when unknown


NOTHING_AROUND: Final = Surroundings()


def to_account(told: Json, host: str) -> Account | None:
    """The Account behind the server's account JSON; None for one that makes no sense. `host` is the server's domain."""
    url, local_id = str(told.get("url") or ""), str(told.get("id") or "")
    stable = str(told.get("uri") or url)
    try:
        handle = normalise_handle(Platform.MASTODON, str(told.get("acct") or ""), host)
    except InputError:
        return None
    if not stable or not local_id:
        return None
    return Account(
        Platform.MASTODON,
        id=stable,
        handle=handle,
        url=url,
        local_id=local_id,
        local_host=host,
        display_name=clean(str(told.get("display_name") or "")),
    )


def from_notification(
    told: Json, us: Us, at: datetime, around: Surroundings = NOTHING_AROUND
) -> Encounter | None:
    """What a notification calls for; None for those that call for nothing."""
    kind = told.get("type")
    status, account = told.get("status"), told.get("account")
    if kind == "mention" and isinstance(status, Mapping):
        return from_status(status, us, at, around)
    if not isinstance(account, Mapping):
        return None
    if kind in FOLLOWS:
        return _meeting(account, Kind.FOLLOW, us, at)
    if kind == SIGN_UP:
        return _meeting(account, Kind.SIGN_UP, us, at)
    return None


def from_status(
    told: Json, us: Us, at: datetime, around: Surroundings = NOTHING_AROUND, asked: str = ""
) -> Encounter | None:
    """What a status calls for; None when it is ours, a boost, or neither names us nor carries a tag.

    `asked` is the folded tag in whose timeline it stood: servers fold tags more widely than we do.
    """
    teller = told.get("account")
    if told.get("reblog") or not isinstance(teller, Mapping) or not told.get("uri") or not told.get("id"):
        return None
    account = to_account(teller, us.host)
    if account is None or is_us(teller, us):
        return None
    mentions = _mentions(told, us)
    tags = frozenset(fold_tag(str(tag.get("name") or "")) for tag in _tables(told.get("tags"))) | ({asked} - {""})
    reply_to_us = _is_ours(told.get("in_reply_to_account_id"), us)
    named = reply_to_us or any(mention.ours for mention in mentions)
    if not named and not tags & us.tags:
        return None
    plain = read(str(told.get("content") or ""), mentions)
    visibility = VISIBILITIES.get(str(told.get("visibility")), Visibility.DIRECT)
    return Encounter(
        network=us.network,
        kind=Kind.MENTION if named else Kind.TAG,
        uri=str(told["uri"]),
        at=at,
        text=_words(told, plain),
        languages=_languages(told),
        visibility=visibility,
        tags=tags,
        **_place(told, account, around),
        reply_to_us=reply_to_us,
        addressed=_addressed(told, plain, visibility, mentions, around),
        others_mentioned=any(not mention.ours and mention.handle != account.handle for mention in mentions),
        **_about(teller, account),
        names=_names(told, home_of(account) or account),
        reply=_to_answer(told, teller),
    )


def surroundings(context: Json, told: Json, us: Us) -> Surroundings:
    """What a status's context says of its thread."""
    ancestors = _tables(context.get("ancestors"))
    if not ancestors:
        return NOTHING_AROUND
    parent = next((one for one in ancestors if one.get("id") == told.get("in_reply_to_id")), ancestors[-1])
    author = parent.get("account")
    ours = isinstance(author, Mapping) and is_us(author, us)
    names_us = ours or any(_is_ours(mention.get("id"), us) for mention in _tables(parent.get("mentions")))
    return Surroundings(str(ancestors[0].get("uri") or ""), _stable(ancestors[0].get("account")), names_us)


def _stable(teller: object) -> str:
    return str(teller.get("uri") or teller.get("url") or "") if isinstance(teller, Mapping) else ""


def names_us(told: Json, us: Us) -> bool:
    """Whether a status's list of mentions holds us."""
    return any(_is_ours(mention.get("id"), us) for mention in _tables(told.get("mentions")))


def is_us(account: Json, us: Us) -> bool:
    """Whether this is the bot's own account; on its own server the local id decides."""
    return _is_ours(account.get("id"), us)


def is_bridged(account: Account) -> bool:
    """Whether an account is a bridge's copy of somebody on another network; a web site has no other name here."""
    if is_web_site(account):
        return False
    hosts = {account.handle.partition("@")[2], urlsplit(account.id).hostname or ""}
    return any(host == bridge or host.endswith("." + bridge) for host in hosts for bridge in BRIDGES)


def to_bio(account: Json) -> str:
    """A profile's text and its fields, one line each."""
    lines = [
        to_text(str(account.get("note") or "")),
        *(
            f"{clean(str(field.get('name') or ''))}: {to_text(str(field.get('value') or ''))}"
            for field in _tables(account.get("fields"))
        ),
    ]
    return "\n".join(line for line in lines if line)


def moment(value: object, now: datetime) -> datetime:
    """A server's ISO date; `now` for one that makes no sense or lies ahead."""
    try:
        told = datetime.fromisoformat(str(value))
    except ValueError:
        return now
    told = told if told.tzinfo else told.replace(tzinfo=UTC)
    return min(told.astimezone(UTC), now)


def _meeting(teller: Json, kind: Kind, us: Us, at: datetime) -> Encounter | None:
    account = to_account(teller, us.host)
    if account is None or is_us(teller, us):
        return None
    return Encounter(
        network=us.network,
        kind=kind,
        uri=f"{kind}:{account.id}",
        at=at,
        **_about(teller, account),
        reply={"acct": str(teller["acct"]), "account_id": str(teller["id"]), "met": at.isoformat()},
    )


def _names(told: Json, author: Account) -> tuple[str, ...]:
    """The post's page, and the post it is a bridge's copy of."""
    uri, url = str(told["uri"]), str(told.get("url") or "")
    found = (url if same_host(uri, url) else "", original_of(uri, author))
    return tuple(name for name in found if name and name != uri)


def _about(teller: Json, account: Account) -> dict[str, Any]:
    """What an Encounter says of its author."""
    home = home_of(account)
    return {
        "account": home or account,
        "via": account if home else None,
        "bot": bool(teller.get("bot")),
        "bridged": home is None and is_bridged(account),
        "moved": bool(teller.get("moved")),
        "bio": to_bio(teller),
    }


def _is_ours(local_id: object, us: Us) -> bool:
    return bool(local_id) and str(local_id) == us.account.local_id


def _mentions(told: Json, us: Us) -> tuple[Mention, ...]:
    found = []
    for mention in _tables(told.get("mentions")):
        try:
            handle = normalise_handle(Platform.MASTODON, str(mention.get("acct") or ""), us.host)
        except InputError:
            continue
        ours = _is_ours(mention.get("id"), us)
        urls = {str(mention.get("url") or ""), *((us.account.url, us.account.id) if ours else ())}
        found.append(Mention(handle, frozenset(url.rstrip("/") for url in urls if url), ours))
    return tuple(found)


def _addressed(
    told: Json, plain: Plain, visibility: Visibility, mentions: Iterable[Mention], around: Surroundings
) -> bool:
    """Whether the author wrote our name, rather than a client that names everybody who was in the parent."""
    if not any(mention.ours for mention in mentions):
        return False
    if visibility is Visibility.DIRECT or not told.get("in_reply_to_id") or plain.ours_written:
        return True
    return around.names_us is False


def _words(told: Json, plain: Plain) -> str:
    """The warning, which holds words of the author too, and the text."""
    warning = clean(str(told.get("spoiler_text") or "")).strip()
    return f"{warning}\n{plain.text}".strip()


def _languages(told: Json) -> tuple[str, ...]:
    language = told.get("language")
    return (language.lower(),) if isinstance(language, str) and language else ()


def _place(told: Json, account: Account, around: Surroundings) -> dict[str, Any]:
    """Where in a thread it stands, and who began that."""
    parent = str(told.get("in_reply_to_id") or "")
    author = around.root_author if parent else account.id
    return {"thread": around.root or _own_thread(told), "parent": parent, "thread_author": author}


def _own_thread(told: Json) -> str:
    """Without the ancestors the parent's id stands for the thread, so that two answers to one parent still count."""
    parent = told.get("in_reply_to_id")
    return f"{told['uri']}" if not parent else f"status:{parent}"


def _to_answer(told: Json, teller: Json) -> dict[str, str]:
    return {"in_reply_to_id": str(told["id"]), "acct": str(teller["acct"]), "account_id": str(teller["id"])}


def _tables(value: object) -> list[Json]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
