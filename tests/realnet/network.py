"""Starts the real Bluesky network of this folder (PLC, PDS, AppView with PostgreSQL, relay); speaks to its control."""

import contextlib
import json
import os
import random
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

FOLDER = Path(__file__).parent
NODE = FOLDER / "node_modules/.bin/node"
BUILT = FOLDER / "node_modules/better-sqlite3/build/Release/better_sqlite3.node"
# Seconds; 4 to 11 were measured on two idle cores.
START_TIMEOUT = 120
STOP_TIMEOUT = 15
# testnet.mjs takes base+1 to base+6, the relay base+7.
PORTS_USED = 7


@dataclass(frozen=True)
class RealNetwork:
    """Addresses of a running network; `jetstream` is a base address as the configuration wants it."""

    pds: str
    appview: str
    plc: str
    jetstream: str
    control: str
    admin_password: str
    jwt_secret: str

    def create_account(self, handle: str, password: str) -> str:
        """Make an account (`alice.test`; `bot.test` and some others are reserved), wait until it is seen; its DID."""
        body = {"handle": handle, "email": f"{handle}@example.test", "password": password}
        answer = httpx.post(f"{self.pds}/xrpc/com.atproto.server.createAccount", json=body, timeout=30)
        answer.raise_for_status()
        self.settle()
        return str(answer.json()["did"])

    def settle(self) -> None:
        """Wait until the AppView has indexed all that the PDS has; a login before that fails with 400."""
        self._ask("/settle")

    def pause_appview(self) -> None:
        """The AppView goes stale while the PDS and the stream go on."""
        self._ask("/appview/pause")

    def resume_appview(self) -> None:
        self._ask("/appview/resume")

    def _ask(self, path: str) -> None:
        httpx.get(self.control + path, timeout=30).raise_for_status()


def missing() -> str | None:
    """Why the network cannot run here, in one line; None when it can."""
    if not NODE.exists():
        return "tests/realnet/node_modules is missing (npm ci --ignore-scripts && npm run build, in tests/realnet)"
    if not BUILT.exists():
        return "better-sqlite3 is not built (npm run build, in tests/realnet)"
    if not shutil.which("setpriv"):
        return "setpriv is missing (util-linux)"
    if "DB_POSTGRES_URL" not in os.environ and not _has_postgres():
        return "PostgreSQL is missing (apt-get install postgresql)"
    return None


def _has_postgres() -> bool:
    packaged = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    given = Path(os.environ.get("PG_BIN", "/nonexistent")) / "initdb"
    return any(packaged) or given.exists() or shutil.which("initdb") is not None


@contextlib.contextmanager
def running() -> Iterator[RealNetwork]:
    """A network of its own on free ports, gone with all its data at the end."""
    base = _free_ports()
    with contextlib.ExitStack() as stack:
        net = stack.enter_context(_testnet(base))
        relay = stack.enter_context(_relay(net["pds"], base + PORTS_USED))
        yield RealNetwork(
            pds=net["pds"],
            appview=net["appview"],
            plc=net["plc"],
            jetstream=relay["v2"].removesuffix("/xrpc"),
            control=net["control"],
            admin_password=net["adminPassword"],
            jwt_secret=net["jwtSecret"],
        )


def _testnet(base: int) -> contextlib.AbstractContextManager[dict[str, str]]:
    # It watches its stdin, so that a killed test run leaves no network behind.
    env = os.environ | {"TESTNET_BASE_PORT": str(base), "TESTNET_DIE_WITH_STDIN": "1"}
    return _serving([str(NODE), "testnet.mjs"], env)


def _relay(pds: str, port: int) -> contextlib.AbstractContextManager[dict[str, str]]:
    upstream = pds.replace("http", "ws", 1)
    command = ["setpriv", "--pdeathsig", "TERM", sys.executable, "jetstream_relay.py", upstream, "--port", str(port)]
    return _serving(command, dict(os.environ))


@contextlib.contextmanager
def _serving(command: list[str], env: dict[str, str]) -> Iterator[dict[str, str]]:
    with subprocess.Popen(command, cwd=FOLDER, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        try:
            yield _first_line(child)
        finally:
            child.send_signal(signal.SIGTERM)
            try:
                child.wait(STOP_TIMEOUT)
            except subprocess.TimeoutExpired:
                child.kill()


def _first_line(child: subprocess.Popen[bytes]) -> dict[str, str]:
    """The one JSON line it prints when it is ready."""
    assert child.stdout
    ready, _, _ = select.select([child.stdout], [], [], START_TIMEOUT)
    line = child.stdout.readline() if ready else b""
    if not line:
        raise RuntimeError(f"{child.args!r} did not come up in {START_TIMEOUT} s; its own words stand above")
    return dict(json.loads(line))


def _free_ports() -> int:
    """A base with all ports above it free; below the range from which the kernel gives ports to anybody."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        base = random.randrange(20_000, 32_000, 10)
        if all(_is_free(base + n) for n in range(1, PORTS_USED + 1)):
            return base
    raise RuntimeError("no free ports on 127.0.0.1")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
