"""report: what every view shows: `status`, `doctor`, later the web pages. Reads one Snapshot, writes nothing."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.domain.outbox import Priority

if TYPE_CHECKING:
    from bot.ports import Snapshot

HEARTBEAT, NETWORK, PACED, LIST = "heartbeat", "network:", "paced:", "list:"
DIGESTS, DIGESTS_PACED = "digests:", "digests paced:"
QUEUE = "queue:"
"""The meta key, with a network's name: `{"seconds", "opens"}`, what somebody who asks now may expect."""

BEAT_IS_OLD = timedelta(seconds=60)
WAITING_IS_LONG = timedelta(minutes=5)


def status(snapshot: Snapshot, networks: Iterable[str], now: datetime) -> dict[str, Any]:
    """Running or not, each network with its outbox, the counters, gaps and what the admin should look at. JSON."""
    beat = _meta(snapshot, HEARTBEAT)
    alive = is_alive(beat, now)
    counts = snapshot.outbox.counts()
    return {
        "running": alive,
        "heartbeat": beat.get("at"),
        "networks": {
            name: {
                **_network(snapshot, name, alive, now),
                "outbox": {str(state): count for (network, state), count in counts.items() if network == name},
                "inbox": snapshot.inbox.outcomes(name),
                "queue": _queue(snapshot, name),
                "digests": _digests(snapshot, name, now),
            }
            for name in networks
        },
        "denied": [
            {"host": host, "by": source, "since": since.isoformat()}
            for host, source, since in snapshot.courtesy.denied()
        ],
        "tallies": snapshot.tallies.now(),
        "gaps": [
            {
                "network": gap.network,
                "source": gap.source,
                "since": gap.since.isoformat(),
                "until": gap.until.isoformat(),
                "reason": gap.reason,
                "missed": gap.missed,
            }
            for gap in snapshot.inbox.gaps()
        ],
    }


def ailments(snapshot: Snapshot, networks: Iterable[str], now: datetime) -> list[str]:
    """Why the bot is not well, one line each; empty when it is."""
    beat = _meta(snapshot, HEARTBEAT)
    found = [] if is_alive(beat, now) else ["the bot is not running, or hangs: its last sign of life is too old"]
    for name in networks:
        state = _meta(snapshot, f"{NETWORK}{name}")
        if state.get("state") == "stopped":
            found.append(f"{name}: stopped: {state.get('reason')}")
        due = snapshot.outbox.next_due(name, Priority.ANNOUNCEMENT)  # digests wait for the morning and for room
        if due is None or state.get("state") != "listening" or _rests(snapshot, name, now):
            continue
        if due < now - WAITING_IS_LONG:
            found.append(f"{name}: posts wait since {due:%Y-%m-%d %H:%M} UTC")
    return found


def is_alive(beat: dict[str, Any], now: datetime) -> bool:
    """Whether the last sign of life is recent and was not a farewell (pid 0)."""
    return bool(beat.get("pid")) and now - datetime.fromisoformat(beat["at"]) < BEAT_IS_OLD


def _network(snapshot: Snapshot, name: str, alive: bool, now: datetime) -> dict[str, Any]:
    """How it fares; a bot that does not run listens nowhere, but why a network was stopped stays worth knowing."""
    known = _meta(snapshot, f"{NETWORK}{name}")
    if not alive and known.get("state") not in (None, "stopped"):
        known["state"] = "not running"
    until = _paced_until(snapshot, name, now)
    if until and alive:
        known["paced_until"] = until
    opening = _meta(snapshot, f"{QUEUE}{name}").get("opens", "")
    if alive and opening and datetime.fromisoformat(opening) > now:
        known["opens"] = opening
    if address := snapshot.get_meta(f"{LIST}{name}"):
        known["list"] = {"address": address, "accounts": snapshot.listed.size(name)}
    return known


def _queue(snapshot: Snapshot, name: str) -> dict[str, Any]:
    """How many wait for an answer, and how long whoever asks now may wait, in seconds, as was seen last."""
    waiting = snapshot.outbox.ahead(name, Priority.ANSWER)
    return {"waiting": waiting, "seconds": _meta(snapshot, f"{QUEUE}{name}").get("seconds", 0) if waiting else 0}


def _digests(snapshot: Snapshot, name: str, now: datetime) -> dict[str, Any]:
    """How many wait to be sent, and when the last of them will have gone; None while the pace is not known."""
    waiting, pace = snapshot.digests.waiting(name), _meta(snapshot, f"{DIGESTS}{name}")
    if not waiting or not pace:
        return {"waiting": waiting, "last": None}
    from bot.domain.digests import last_goes_out  # here: `status` starts without the domain's words

    begin = max(now, datetime.fromisoformat(_paced_until(snapshot, name, now, DIGESTS_PACED) or now.isoformat()))
    last = last_goes_out(waiting, pace["per_hour"] or math.inf, begin, ZoneInfo(pace["timezone"]))
    return {"waiting": waiting, "last": last.isoformat()}


def _rests(snapshot: Snapshot, name: str, now: datetime) -> bool:
    """Whether it waits for the budget, or for the hours of courtesy."""
    opening = _meta(snapshot, f"{QUEUE}{name}").get("opens", "")
    return bool(_paced_until(snapshot, name, now)) or bool(opening and datetime.fromisoformat(opening) > now)


def _paced_until(snapshot: Snapshot, name: str, now: datetime, which: str = PACED) -> str:
    """Until when its Posts wait for the budget; "" when they do not."""
    until = snapshot.get_meta(f"{which}{name}") or ""
    return until if until and datetime.fromisoformat(until) > now else ""


def _meta(snapshot: Snapshot, key: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(snapshot.get_meta(key) or "{}")
    return value
