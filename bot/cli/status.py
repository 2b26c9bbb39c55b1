"""quittex status"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from bot.cli.common import command, config_option, json_option, show


@click.command()
@config_option
@json_option
@command
def status(config: Path, as_json: bool) -> None:
    """What the bot does, what waits, what failed, what it counted. Reads only; works at any time."""
    from datetime import UTC, datetime

    from bot.actions.report import status as report
    from bot.cli.database import network_names, reading

    with reading(config) as snapshot:
        document = report(snapshot, network_names(config), datetime.now(UTC))
    show(document, as_json, lambda: _lines(document))


def _lines(document: dict[str, Any]) -> Iterator[str]:
    state = "running" if document["running"] else "not running"
    yield f"bot: {state}  (last sign of life: {document['heartbeat'] or 'never'})"
    for name, network in document["networks"].items():
        reason = f"  ({network['reason']})" if network.get("reason") else ""
        yield f"{name}: {network.get('state', 'never started')}{reason}"
        until = network.get("paced_until")
        paced = f"  (waits for the network's limits until {until[:16]} UTC)" if until else ""
        yield f"  outbox: {_counts(network['outbox'])}{paced}"
        yield from _waiting(network)
        digests = network["digests"]
        if digests["waiting"]:
            last = f", the last goes out about {digests['last'][:16]} UTC" if digests["last"] else ""
            yield f"  digests: {digests['waiting']} wait{last}"
        yield f"  inbox: {_counts(network['inbox'])}"
        if listed := network.get("list"):
            yield f"  list: {listed['accounts']} accounts  {listed['address']}"
    for denied in document["denied"]:
        yield f"denied: {denied['host']} (by the {denied['by']}, since {denied['since'][:16]})"
    yield f"counters: {_counts(document['tallies'])}"
    for gap in document["gaps"]:
        missed = f", {gap['missed']} left unanswered" if gap["missed"] else ""
        stretch = f"{gap['since'][:16]} to {gap['until'][:16]}"
        yield f"gap: {gap['network']} {gap['source']} {stretch} ({gap['reason']}{missed})"


def _waiting(network: dict[str, Any]) -> Iterator[str]:
    """Who waits for an answer, and for how long."""
    queue = network["queue"]
    if queue["waiting"]:
        minutes = -(-queue["seconds"] // 60)
        long = f", whoever asks now for about {minutes} min" if minutes else ""
        yield f"  queue: {queue['waiting']} wait for an answer{long}"
    if opens := network.get("opens"):
        yield f"  courtesy: closed until {opens[:16]} UTC"


def _counts(numbers: dict[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in numbers.items()) or "nothing"
