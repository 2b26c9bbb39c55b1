"""One demo network in a process of its own: `python -m bot.demo.serve mastodon --account quittex --account alice`.

Prints one JSON line when ready (`{"kind", "url", "jetstream" or "streaming", "accounts": [...]}`) and ends when its
standard input closes, so that it never outlives the test that started it. `spawn` does this from Python.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import http.client
import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from bot.demo.bluesky import BlueskyNetwork
from bot.demo.mastodon import FLAVOURS, MastodonServer
from bot.demo.messages import Json

KINDS = ("bluesky", *FLAVOURS)
TIMEOUT_SECONDS = 30


def main(arguments: list[str] | None = None) -> None:
    """Serve until standard input closes."""
    parser = argparse.ArgumentParser(prog="python -m bot.demo.serve", description="Serve one small local network.")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--account", action="append", default=[], metavar="NAME", help="an account to begin with")
    parser.add_argument("--port", type=int, default=0, help="HTTP port; 0 finds a free one")
    parser.add_argument("--stream-port", type=int, default=0, help="WebSocket port; 0 finds a free one")
    parser.add_argument("--seed", type=int, default=0, help="of the chances that faults take")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(parser.parse_args(arguments)))


async def serve(wanted: argparse.Namespace) -> None:
    """Start, tell, wait for the end of standard input, stop."""
    network = network_of(wanted.kind, wanted.seed)
    for name in wanted.account:
        network.account(name)
    await network.start(wanted.port, wanted.stream_port)
    try:
        print(json.dumps(network.described()), flush=True)
        await asyncio.to_thread(sys.stdin.buffer.read)
    finally:
        await network.stop()


def network_of(kind: str, seed: int = 0) -> BlueskyNetwork | MastodonServer:
    """A network by the name of its kind."""
    return BlueskyNetwork(seed=seed) if kind == "bluesky" else MastodonServer(FLAVOURS[kind], seed=seed)


class Remote:
    """A network in another process. `described` is what it printed; every method speaks to its control."""

    def __init__(self, process: subprocess.Popen[bytes], described: Json) -> None:
        self.process = process
        self.described = described

    @property
    def url(self) -> str:
        return str(self.described["url"])

    def fault(self, kind: str, **more: Any) -> int:
        """Put a fault in, as Faults.add; returns its id."""
        return int(self.ask("POST", "/_demo/faults", {"kind": kind, **more})["id"])

    def clear_faults(self) -> None:
        self.ask("DELETE", "/_demo/faults")

    def faults(self) -> list[Json]:
        """The faults with their `hits`."""
        found: list[Json] = self.ask("GET", "/_demo/faults")
        return found

    def state(self) -> Json:
        """What the network holds: see `state` of the network."""
        found: Json = self.ask("GET", "/_demo/state")
        return found

    def act(self, do: str, by: str = "", **more: Any) -> Any:
        """Let a person do something, or change a setting: `remote.act("post", "alice", text="@quittex find")`."""
        return self.ask("POST", "/_demo/act", {"do": do, "as": by, **more})["result"]

    def ask(self, method: str, path: str, body: Json | None = None) -> Any:
        """One call to the control. Raises RuntimeError with the answer when it is refused."""
        connection = http.client.HTTPConnection(self.url.removeprefix("http://"), timeout=TIMEOUT_SECONDS)
        with contextlib.closing(connection):
            connection.request(method, path, json.dumps(body or {}), {"Content-Type": "application/json"})
            response = connection.getresponse()
            content = json.loads(response.read())
        if response.status != 200:
            raise RuntimeError(f"{method} {path}: {response.status} {content}")
        return content


@contextlib.contextmanager
def spawn(kind: str, *accounts: str, seed: int = 0) -> Iterator[Remote]:
    """A network in a child process for as long as the block lasts; it also dies with its parent."""
    command = [sys.executable, "-m", "bot.demo.serve", kind, "--seed", str(seed)]
    command += [part for name in accounts for part in ("--account", name)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - our own words
    assert process.stdin is not None and process.stdout is not None
    with process:
        line = process.stdout.readline()
        if not line:
            raise RuntimeError(f"the {kind} network did not start")
        try:
            yield Remote(process, json.loads(line))
        finally:
            process.stdin.close()
            process.wait(TIMEOUT_SECONDS)


if __name__ == "__main__":
    main()
