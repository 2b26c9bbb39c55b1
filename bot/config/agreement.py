"""What must hold between keys that may each be right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.config.source import Source


def disagreements(source: Source) -> list[str]:
    """One line each. Reads the raw values, whatever else is wrong with them: so all problems come at once."""
    return [f"{source.where(key)}: {problem}" for key, problem in (*_announcements(source), *_accounts(source))]


def _announcements(source: Source) -> Iterator[tuple[str, str]]:
    networks, ids = source.values.get("networks"), set[str]()
    announcements = source.values.get("announcements")
    for number, announcement in enumerate(announcements if isinstance(announcements, list) else []):
        if not isinstance(announcement, dict):
            continue
        name, where = announcement.get("id"), announcement.get("networks")
        if isinstance(name, str) and name in ids:
            yield f"announcements.{number}.id", f"two announcements are called {name}; give each its own id"
        ids.add(str(name))
        for network in dict.fromkeys(n for n in (where if isinstance(where, list) else []) if isinstance(n, str)):
            if isinstance(networks, dict) and network not in networks:
                problem = f"announcement {name} names the network {network}, which is not in [networks]"
                yield f"announcements.{number}.networks", problem


def _accounts(source: Source) -> Iterator[tuple[str, str]]:
    """Two networks that speak for one account would answer everything twice."""
    networks, owners = source.values.get("networks"), dict[tuple[str, ...], str]()
    for name, network in networks.items() if isinstance(networks, dict) else ():
        account = _account(network) if isinstance(network, dict) else None
        if account and (other := owners.setdefault(account, name)) != name:
            yield f"networks.{name}", f"it has the account of networks.{other}, and would answer everything twice"


def _account(network: dict[str, Any]) -> tuple[str, ...] | None:
    names = ("kind", "handle") if network.get("kind") == "bluesky" else ("kind", "url", "token")
    values = [network.get(name) for name in names]
    said = [value.strip().removeprefix("@").rstrip("/") for value in values if isinstance(value, str)]
    return tuple(said) if len(said) == len(names) else None
