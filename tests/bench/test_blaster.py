"""The server in another process: it sends what was made, over TLS that is checked."""

import os
import ssl

import pytest
from websockets.asyncio.client import connect

from bot.bench.blaster import blasting, on_the_wire
from bot.bench.frames import frames


async def test_everybody_gets_the_whole_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/before")
    with blasting(500, seed=5) as host:
        for _ in range(2):
            async with connect(host, compression=None) as socket:
                assert [await socket.recv(decode=False) for _ in range(500)] == list(frames(500, seed=5))
    assert os.environ["SSL_CERT_FILE"] == "/before"


async def test_nobody_else_believes_its_certificate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    stranger = ssl.create_default_context()
    with blasting(1, seed=5) as host, pytest.raises(ssl.SSLCertVerificationError):
        async with connect(host, ssl=stranger):
            pass
    assert "SSL_CERT_FILE" not in os.environ


def test_the_wire_holds_every_frame() -> None:
    wire = b"".join(on_the_wire(200, seed=6))
    assert all(frame in wire for frame in frames(200, seed=6))
