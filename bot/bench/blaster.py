"""A Jetstream in a process of its own that sends what it has as fast as one can read: over TLS, frames built before.

`python -m bot.bench.blaster CERTIFICATE KEY COUNT SEED` writes its port when ready, sends the whole stream to everybody
who connects, and ends when its standard input closes.
"""

from __future__ import annotations

import asyncio
import ipaddress
import os
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from websockets.frames import Frame, Opcode
from websockets.http11 import Request
from websockets.server import ServerProtocol

from bot.bench.children import piped
from bot.bench.frames import frames

CHUNK: Final = 256 * 1024  # bytes written at once


@contextmanager
def blasting(count: int, seed: int) -> Iterator[str]:
    """The base address (`wss://…`) of `count` frames, whose certificate this process trusts meanwhile."""
    with TemporaryDirectory(prefix="quittex-bench-") as folder:
        certificate, key = write_certificate(Path(folder))
        with piped(["-m", "bot.bench.blaster", str(certificate), str(key), str(count), str(seed)]) as server:
            assert server.stdin is not None and server.stdout is not None
            try:
                port = int(server.stdout.readline())
                with _trusted(certificate):
                    yield f"wss://127.0.0.1:{port}"
            finally:
                server.stdin.close()


@contextmanager
def _trusted(certificate: Path) -> Iterator[None]:
    """The reader checks certificates as always: OpenSSL's own variable names the ones it believes."""
    before = os.environ.get("SSL_CERT_FILE")
    os.environ["SSL_CERT_FILE"] = str(certificate)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SSL_CERT_FILE"]
        else:
            os.environ["SSL_CERT_FILE"] = before


def write_certificate(folder: Path) -> tuple[Path, Path]:
    """A new certificate for 127.0.0.1, signed by itself and good for a day, and its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "quittex bench")])
    here, now = x509.IPAddress(ipaddress.ip_address("127.0.0.1")), datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([here]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "certificate.pem", folder / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.touch(mode=0o600)
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return certificate, secret


def main(certificate: str, key: str, count: str, seed: str) -> None:
    """Serve until standard input closes."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    chunks = list(on_the_wire(int(count), int(seed)))
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(context, chunks))


def on_the_wire(count: int, seed: int) -> Iterator[bytes]:
    """The frames as a server writes them, many in one piece."""
    piece = bytearray()
    for frame in frames(count, seed):
        piece += Frame(Opcode.TEXT, frame).serialize(mask=False)
        if len(piece) >= CHUNK:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)


async def _serve(context: ssl.SSLContext, chunks: list[bytes]) -> None:
    async def blast(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            writer.writelines(_greeting(await reader.readuntil(b"\r\n\r\n")))
            for chunk in chunks:
                writer.write(chunk)
                await writer.drain()
            await reader.read(1)  # until the reader has had enough
        writer.transport.abort()

    async with await asyncio.start_server(blast, "127.0.0.1", 0, ssl=context) as server:
        sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.buffer.read)


def _greeting(opening: bytes) -> list[bytes]:
    """The answer to a WebSocket's opening request."""
    protocol = ServerProtocol()
    protocol.receive_data(opening)
    [request] = protocol.events_received()
    assert isinstance(request, Request)
    protocol.send_response(protocol.accept(request))
    return protocol.data_to_send()


if __name__ == "__main__":
    main(*sys.argv[1:])
