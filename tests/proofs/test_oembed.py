"""Posts on X are read through oEmbed; whatever a hostile answer says, it proves nothing, and costs little."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import tracemalloc
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.demo.messages import Response
from bot.demo.oembed import OEmbedServer, Tweet, document
from bot.domain.proving import Outcome, XPost, judge
from bot.errors import NotSent, Refused
from bot.proofs.oembed import LARGEST_ANSWER, LONGEST_WAIT, OEmbed, post_in

CODE = "QX-ABCDEFG"


@pytest.fixture
async def x() -> AsyncIterator[OEmbedServer]:
    async with OEmbedServer() as server:
        yield server


@pytest.fixture
async def reader(x: OEmbedServer) -> AsyncIterator[OEmbed]:
    made = OEmbed(x.url, timeout=10.0)
    yield made
    await made.close()


async def read(reader: OEmbed, address: str, handle: str = "alice") -> XPost | None:
    return await reader.read(handle, address.rpartition("/")[2])


async def test_a_post_is_its_author_and_its_own_words(x: OEmbedServer, reader: OEmbed) -> None:
    post = await read(reader, x.post("Alice", f"I move!\n{CODE} <b>& more", name=f"{CODE} @bob"))
    assert post == XPost("alice", f"I move!\n{CODE} <b>& more")
    assert judge(post, "alice", CODE) is Outcome.PROVEN


async def test_what_is_gone_is_no_post(x: OEmbedServer, reader: OEmbed) -> None:
    gone = x.post("alice", CODE)
    x.remove(gone)
    assert await read(reader, gone) is None


async def test_a_refusal_says_nothing_of_the_post(x: OEmbedServer, reader: OEmbed) -> None:
    """A post for followers only, or an address of ours that X shuts out: there is no telling."""
    hidden = x.post("alice", CODE)
    x.protect(hidden)
    with pytest.raises(NotSent):
        await read(reader, hidden)


async def test_the_author_of_the_post_counts_and_not_the_handle_in_an_address(x: OEmbedServer, reader: OEmbed) -> None:
    post = await read(reader, x.post("mallory", CODE), handle="alice")
    assert judge(post, "alice", CODE) is Outcome.OTHER_AUTHOR


@pytest.mark.parametrize("status", [401, 403, 408, 429, 500, 503])
async def test_an_x_that_does_not_answer_is_asked_again_later(x: OEmbedServer, reader: OEmbed, status: int) -> None:
    address = x.answers("alice", Response(status, b"", (("Retry-After", "60"),)))
    with pytest.raises(NotSent) as caught:
        await read(reader, address)
    assert caught.value.wait == 60


async def test_an_x_that_is_not_there_is_asked_again_later() -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        reader = OEmbed(f"http://127.0.0.1:{door.getsockname()[1]}/oembed", timeout=10.0)
        with pytest.raises(NotSent):
            await reader.read("alice", "1")
        await reader.close()


async def test_no_redirect_is_followed(x: OEmbedServer, reader: OEmbed) -> None:
    async with OEmbedServer() as inner:
        aim = inner.post("alice", CODE)
        to = f"{inner.url}?url={aim}"
        for status in (301, 302, 303, 307, 308):
            with pytest.raises(Refused):
                await read(reader, x.answers("alice", Response(status, b"", (("Location", to),))))
        assert inner.asked_for == []


async def test_an_endless_answer_is_cut_off(x: OEmbedServer, reader: OEmbed) -> None:
    given = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal given
        while True:
            given += 65_536
            yield b"x" * 65_536

    with pytest.raises((Refused, NotSent)):
        await read(reader, x.answers("alice", Response(200, stream=endless)))
    assert given < 400 * LARGEST_ANSWER  # the rest of it only fills the buffers between the two


async def test_a_slow_answer_is_not_waited_for(x: OEmbedServer) -> None:
    async def drip() -> AsyncIterator[bytes]:
        while True:
            yield b" "
            await asyncio.sleep(0.02)

    impatient = OEmbed(x.url, timeout=0.3)
    with pytest.raises(NotSent):
        await read(impatient, x.answers("alice", Response(200, stream=drip)))
    await impatient.close()
    assert OEmbed(x.url, timeout=900.0)._timeout == LONGEST_WAIT


async def test_what_is_packed_is_not_unpacked(x: OEmbedServer, reader: OEmbed) -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    assert len(bomb) < LARGEST_ANSWER
    address = x.answers("alice", Response(200, bomb, (("Content-Encoding", "gzip"),)))
    tracemalloc.start()
    with pytest.raises(Refused):
        await read(reader, address)
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def told(**more: Any) -> bytes:
    return json.dumps(document(Tweet("alice", f"my code is {CODE}"), "1") | more).encode()


def a_post(inside: str, after: str = "") -> str:
    return f"<blockquote>{inside}&mdash; Alice (@alice)</blockquote>{after}"


NONSENSE = {
    "not JSON": b"<html>",
    "not UTF-8": b"\xff\xfe{}",
    "a list": b"[]",
    "nothing": b"",
    "nested without end": b"[" * 200_000,
    "a number without end": b'{"author_url": ' + b"9" * 5000 + b"}",
    "NaN": b'{"author_url": NaN}',
    "a name twice": b'{"author_url": "https://x.com/mallory", ' + told()[1:],
    "no author": told(author_url=None),
    "an author of another kind": told(author_url=["https://x.com/alice"]),
    "no words": told(html=None),
    "words of another kind": told(html={"p": CODE}),
    "userinfo": told(author_url="https://x.com@evil.example/alice"),
    "a name before the host": told(author_url="https://alice@x.com/alice"),
    "a host that begins alike": told(author_url="https://x.com.evil.example/alice"),
    "a host that ends alike": told(author_url="https://notx.com/alice"),
    "a host in other letters": told(author_url="https://х.com/alice"),
    "more path": told(author_url="https://x.com/mallory/alice"),
    "a query": told(author_url="https://x.com/alice?"),
    "a handle in other letters": told(author_url="https://x.com/аlice"),
    "a port": told(author_url="https://x.com:444/alice"),
    "another scheme": told(author_url="javascript://x.com/alice"),
    "two posts": told(html=a_post("<p>hello</p>", a_post(f"<p>{CODE}</p>"))),
    "two paragraphs": told(html=a_post(f"<p>hello</p><p>{CODE}</p>")),
    "no quotation": told(html=f"<p>{CODE}</p>"),
    "never closed": told(html=f"<blockquote><p>{CODE}"),
    "wrongly closed": told(html=f"<blockquote><p>{CODE}</blockquote></p>"),
    "closed in itself": told(html=a_post(f"<p><script/>{CODE}</p>")),
    "a comment": told(html=a_post(f"<p><!-- -->{CODE}</p>")),
    "an unknown section": told(html=a_post(f"<p><![CDATA[{CODE}]]></p>")),
    "many tags": told(html=a_post("<p>" + "<b>" * 5000 + CODE + "</p>")),
    "open tags": told(html="<a " * 15_000),
    "long": told(html=a_post(f"<p>{'x' * 60_000} {CODE}</p>")),
}


@pytest.mark.parametrize("body", NONSENSE.values(), ids=NONSENSE.keys())
def test_nonsense_is_no_post(body: bytes) -> None:
    with pytest.raises(Refused):
        post_in(body)


ELSEWHERE = {
    "in the author's name": (f"<p>hello</p>&mdash; {CODE}", ""),
    "in a link": (f'<p>hello <a href="https://t.co/{CODE}">here</a></p>', ""),
    "in the words of a link": (f'<p>hello <a href="https://t.co/x">{CODE}</a></p>', ""),
    "in a quoted post": (f"<p>hello <blockquote><p>{CODE}</p></blockquote></p>", ""),
    "beside it": (f"<p>hello</p><blockquote><p>{CODE}</p></blockquote>", ""),
    "in a script": (f"<p>hello <script>{CODE}</script></p>", ""),
    "after it": ("<p>hello</p>", f"<p>{CODE}</p>"),
    "in a picture": (f'<p>hello <img alt="{CODE}"></p>', ""),
    "cut in two": (f"<p>{CODE[:5]}<b></b>{CODE[5:]}</p>", ""),
    "in a longer word": (f"<p>{CODE}H and X{CODE} and {CODE}-2</p>", ""),
}


@pytest.mark.parametrize(("inside", "after"), ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_a_code_that_stands_elsewhere_proves_nothing(inside: str, after: str) -> None:
    post = post_in(told(html=a_post(inside, after)))
    assert judge(post, "alice", CODE) is Outcome.NO_CODE


async def test_x_is_asked_for_the_post_of_the_claimed_handle_and_nothing_else(x: OEmbedServer, reader: OEmbed) -> None:
    number = x.post("mallory", CODE).rpartition("/")[2]
    await reader.read("alice", number)
    assert x.asked_for == [f"https://x.com/alice/status/{number}"]
