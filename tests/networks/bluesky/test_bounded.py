"""An answer too large is cut off while it is read."""

import asyncio
import gzip
import random
from collections.abc import AsyncIterator
from contextlib import suppress

import httpx
import pytest

from bot.demo.bluesky import BlueskyNetwork
from bot.networks.bluesky.bounded import LARGEST_PACKED, UNPACKED, bound

PATH = "/xrpc/com.atproto.server.describeServer"


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(headers=UNPACKED, event_hooks={"response": [bound]}) as made:
        yield made


async def test_small_answers_pass_and_large_ones_end(server: BlueskyNetwork, client: httpx.AsyncClient) -> None:
    answer = await client.get(server.url + PATH)
    assert answer.json()
    assert answer.request.headers["Accept-Encoding"] == "identity"
    server.faults.add("garbage", form="huge")
    with pytest.raises(httpx.ReadError):
        await client.get(server.url + PATH)


@pytest.mark.parametrize("size", [1000, LARGEST_PACKED + 1000])
async def test_a_packed_answer_may_hold_less(client: httpx.AsyncClient, size: int) -> None:
    packed, gone = gzip.compress(random.Random(0).randbytes(size)), asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(packed)}\r\n\r\n"
        writer.write(head.encode() + packed)
        with suppress(OSError):
            await reader.read()
            writer.close()
            await writer.wait_closed()
        gone.set()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as listening:
        url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
        if size < LARGEST_PACKED:
            assert len((await client.get(url)).content) == size
        else:
            with pytest.raises(httpx.ReadError):
                await client.get(url)
        await client.aclose()
        await gone.wait()
