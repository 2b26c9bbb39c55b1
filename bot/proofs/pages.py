"""Pages of strangers' choosing: from public addresses only, over TLS only, little, quickly, as text.

A name is resolved once, every address it has must be public, and the very address that was looked at is connected to.
"""

from __future__ import annotations

import asyncio
import ssl
import zlib
from collections.abc import Awaitable, Callable, Sequence, Set
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

import httpx

from bot.domain.accounts import normalise_host, parse_did
from bot.errors import InputError, NotSent, Refused
from bot.proofs.addresses import is_public
from bot.proofs.links import rel_me
from bot.proofs.names import addresses_of, did_by_dns

LARGEST: Final = 1_000_000
"""Bytes, as they come and unpacked."""

SECONDS: Final = 5.0
MOST_REDIRECTS: Final = 3
TYPES: Final = ("text/html", "text/plain")
PACKED: Final = {"": 0, "identity": 0, "gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_GONE: Final = frozenset({404, 410})
_HEADERS: Final = {"Accept-Encoding": "gzip", "User-Agent": "quittex-bot"}

Resolver = Callable[[str], Awaitable[list[str]]]


@dataclass(frozen=True, slots=True)
class Web:
    """How the web is reached; tests put another in its place, the product never does."""

    resolve: Resolver = addresses_of
    did_by_dns: Callable[[str], Awaitable[str | None]] = did_by_dns
    public: Callable[[str], bool] = is_public
    port: int = 443
    trust: ssl.SSLContext | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What was read, and from whose host it came in the end."""

    host: str
    text: str


class Pages:
    """`ports.Pages`."""

    def __init__(self, web: Web | None = None) -> None:
        self._web = web or Web()
        self._trust = self._web.trust

    async def owners(self, domain: str) -> Set[str] | None:
        """See the port. A page that another domain answers with says nothing of this one."""
        page = await self.read(f"https://{domain}/")
        if page is None or page.host.removeprefix("www.") != domain.removeprefix("www."):
            return None
        return await asyncio.to_thread(rel_me, page.text)

    async def did_of(self, domain: str) -> str | None:
        """See the port."""
        fault = None
        try:
            if did := await self._web.did_by_dns(domain):
                return did
        except NotSent as error:
            fault = error
        page = await self.read(f"https://{domain}/.well-known/atproto-did")
        if page is None and fault:
            raise fault
        try:
            return parse_did(page.text) if page else None
        except InputError:
            return None

    async def read(self, url: str, types: Sequence[str] = TYPES) -> Page | None:
        """A page of one of these types, None where there is none.

        NotSent if it cannot be told now; Refused if it may not be read.
        """
        try:
            async with asyncio.timeout(SECONDS):
                return await self._read(url, types)
        except TimeoutError as error:
            raise NotSent("a page takes too long") from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ssl.SSLError) as error:
            raise NotSent("a page cannot be reached") from error

    async def _read(self, url: str, types: Sequence[str]) -> Page | None:
        for _ in range(1 + MOST_REDIRECTS):
            host = _host(url)
            address = await self._address(host)
            found = await self._ask(url, host, address, types)
            if not isinstance(found, str):
                return found
            url = _further(url, found)
        raise Refused("a page leads on and on")

    async def _address(self, host: str) -> str:
        """The one to connect to, after all of them were looked at."""
        found = await self._web.resolve(host)
        if not found:
            raise NotSent("a name leads nowhere")
        if not all(self._web.public(address) for address in found):
            raise Refused("a name does not lead to the public Internet")
        return found[0]

    async def _ask(self, url: str, host: str, address: str, types: Sequence[str]) -> Page | str | None:
        """The page, None where there is none, or where it leads on to."""
        parts = urlsplit(url)
        name = f"[{address}]" if ":" in address else address
        target = httpx.URL(f"https://{name}:{self._web.port}{parts.path or '/'}", query=parts.query.encode() or None)
        timeout, headers = httpx.Timeout(SECONDS), _HEADERS | {"Accept": ", ".join(types), "Host": host}
        if self._trust is None:  # made at first use: it reads the system's certificates
            self._trust = httpx.create_ssl_context()
        async with (
            httpx.AsyncClient(verify=self._trust, trust_env=False, timeout=timeout) as client,
            client.stream("GET", target, headers=headers, extensions={"sni_hostname": host}) as answer,
        ):
            if answer.status_code in _REDIRECTS:
                return str(answer.headers.get("location", ""))
            if answer.status_code in _GONE:
                return None
            if answer.status_code != 200:
                raise NotSent("a page is not there for now")
            return Page(host, _decoded(answer, await _body(answer, types)))


def _further(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        raise Refused("a page leads nowhere") from None


def _host(url: str) -> str:
    """The host of an address that may be asked: a name and no number, over TLS, at the usual port."""
    try:
        parts = urlsplit(url)
        plain = parts.scheme == "https" and parts.port in (None, 443) and "@" not in parts.netloc
        host = normalise_host(parts.hostname or "") if plain else ""
    except (ValueError, InputError):
        host = ""
    last = host.rpartition(".")[2]
    if "." not in host or ":" in host or last.isdigit() or last.startswith("0x"):
        raise Refused("a page is not at an address we ask")
    return host


async def _body(answer: httpx.Response, types: Sequence[str]) -> bytes:
    """As it comes, unpacked bit by bit: a few bytes may stand for any number."""
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    window = PACKED.get(answer.headers.get("content-encoding", "").strip().lower())
    if kind not in types or window is None:
        raise Refused("a page is no text")
    unpack = zlib.decompressobj(window) if window else None
    body, come = bytearray(), 0
    async for chunk in answer.aiter_raw():
        come += len(chunk)
        try:
            body += unpack.decompress(chunk, LARGEST + 1 - len(body)) if unpack else chunk
        except zlib.error as error:
            raise Refused("a page is damaged") from error
        if come > LARGEST or len(body) > LARGEST or (unpack and unpack.unconsumed_tail):
            raise Refused("a page is too long")
    return bytes(body)


def _decoded(answer: httpx.Response, body: bytes) -> str:
    """What is not of its character set is no reason to fail: addresses are ASCII."""
    try:
        return body.decode(answer.charset_encoding or "utf-8", "replace")
    except LookupError:
        return body.decode("utf-8", "replace")
