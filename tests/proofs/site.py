"""A server whose every answer is written by hand, over TLS, and the product's own way to it but for its address."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.proofs.addresses import is_public
from bot.proofs.pages import Pages, Web

HTML = "Content-Type: text/html; charset=utf-8\r\n"
TEXT = "Content-Type: text/plain\r\n"
HOSTS = ["lemonde.example", "www.lemonde.example", "live.lemonde.example", "other.example"]
NAMES = {
    "inside.example": ["10.0.0.1"],
    "mapped.example": ["::ffff:10.0.0.1"],
    "half.example": ["127.0.0.1", "192.168.0.1"],
    "nowhere.example": [],
    "metadata.example": ["169.254.169.254"],
}

Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]


class Site:
    """It remembers what was asked of it: hosts and paths."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.answers: dict[str, bytes | Answer] = {}
        self.port = 0

    def says(self, path: str, body: str | bytes, head: str = HTML, status: str = "200 OK") -> None:
        told = body.encode() if isinstance(body, str) else body
        lines = f"HTTP/1.1 {status}\r\n{head}Content-Length: {len(told)}\r\nConnection: close\r\n\r\n"
        self.answers[path] = lines.encode() + told

    def leads(self, path: str, to: str) -> None:
        self.says(path, "", f"Location: {to}\r\n", "302 Found")

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = (await reader.readuntil(b"\r\n\r\n")).decode()
            path = request.split(" ")[1]
            host = next(line for line in request.splitlines() if line.lower().startswith("host:")).split(" ")[1]
            self.asked.append((host, path))
            answer = self.answers.get(path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            if isinstance(answer, bytes):
                writer.write(answer)
                await writer.drain()
            else:
                await answer(writer)
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def a_site() -> AsyncIterator[Site]:
    made = Site()
    server = await asyncio.start_server(made.serve, "127.0.0.1", 0, ssl=_server_side())
    made.port = server.sockets[0].getsockname()[1]
    yield made
    server.close()


def web_of(site: Site) -> Web:
    """The product's, but that one loopback address counts as public, and there is no DNS."""

    async def here(host: str) -> list[str]:
        return NAMES.get(host, ["127.0.0.1"])

    async def nothing(_: str) -> str | None:
        return None

    trust = ssl.create_default_context(cadata=_certificate()[1].decode())
    return Web(here, nothing, lambda address: address == "127.0.0.1" or is_public(address), site.port, trust)


def pages_of(site: Site) -> Pages:
    return Pages(web_of(site))


@cache
def _certificate() -> tuple[bytes, bytes]:
    """Key and certificate, PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOSTS[0])])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in HOSTS]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    return key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain), made.public_bytes(pem)


def _server_side() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "server.pem"
        file.write_bytes(b"".join(_certificate()))
        context.load_cert_chain(file)
    return context
