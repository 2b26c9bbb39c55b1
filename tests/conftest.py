"""What every test stands on: no socket leaves this machine, and the real Bluesky network when it is installed."""

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.realnet import network

# Real servers are only spoken to by those who name one.
REAL_SERVERS = ("QUITTEX_TEST_MASTODON_URL", "QUITTEX_TEST_BLUESKY_URL")
HERE = {"localhost", "::1", "", None}

# Nothing is asserted about time; what fails once in CI fails there again.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")


def _stay_here(event: str, args: tuple[object, ...]) -> None:
    """Audit hook: refuse to look up or connect to anything but this machine."""
    if event == "socket.connect":
        address = args[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event == "socket.getaddrinfo":
        host = args[0]
    else:
        return
    name = host.decode() if isinstance(host, bytes) else host
    if name not in HERE and not str(name).startswith("127."):
        raise OSError(f"tests stay on this machine; refused: {name}")


if not any(name in os.environ for name in REAL_SERVERS):
    sys.addaudithook(_stay_here)


@pytest.fixture(scope="session")
def realnet() -> Iterator[network.RealNetwork]:
    """The real npm Bluesky network; skipped by name where it is not installed, unless QUITTEX_TEST_REALNET=required."""
    reason = network.missing()
    if reason and os.environ.get("QUITTEX_TEST_REALNET") == "required":
        pytest.fail(f"QUITTEX_TEST_REALNET=required, but {reason}")
    if reason:
        pytest.skip(f"real Bluesky network: {reason}")
    with network.running() as started:
        yield started
