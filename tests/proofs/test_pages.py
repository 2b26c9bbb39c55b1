"""Pages, good and hostile, from a real server over TLS."""

import asyncio
import gzip
import resource
import time
import zlib
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.errors import BotError, NotSent, Refused
from bot.proofs.pages import LARGEST, SECONDS, Pages, Web
from tests.proofs.site import HTML, TEXT, Answer, Site, a_site, pages_of, web_of

ME = '<a rel="me" href="https://piaille.fr/@lemonde">'
PATIENCE = SECONDS + 15
MEMORY = 64 * 1024  # kB


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with a_site() as made:
        yield made


@pytest.fixture
def pages(site: Site) -> Pages:
    return pages_of(site)


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


async def test_a_page_says_who_its_owner_is(pages: Pages, site: Site) -> None:
    site.says("/", f"<html>{ME}")
    assert await pages.owners("lemonde.example") == {"https://piaille.fr/@lemonde"}
    assert site.asked == [("lemonde.example", "/")]


async def test_a_page_may_lead_to_its_own_www_and_not_to_anothers(pages: Pages, site: Site) -> None:
    site.leads("/", "https://www.lemonde.example/home")
    site.says("/home", ME)
    assert await pages.owners("lemonde.example") == {"https://piaille.fr/@lemonde"}
    site.leads("/", "https://other.example/home")
    assert await pages.owners("lemonde.example") is None


async def test_a_packed_page_is_unpacked(pages: Pages, site: Site) -> None:
    site.says("/", gzip.compress(ME.encode()), HTML + "Content-Encoding: gzip\r\n")
    assert await pages.owners("lemonde.example") == {"https://piaille.fr/@lemonde"}


async def test_a_domain_says_which_account_it_is(pages: Pages, site: Site) -> None:
    path = "/.well-known/atproto-did"
    assert await pages.did_of("lemonde.example") is None
    site.says(path, "did:plc:ewvi7nxzyoun6zhxrhs64oiz\n", TEXT)
    assert await pages.did_of("lemonde.example") == "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
    site.says(path, "<html>not found, nicely said</html>")
    assert await pages.did_of("lemonde.example") is None


async def test_a_name_in_the_dns_asks_no_page(site: Site) -> None:
    async def said(_: str) -> str | None:
        return "did:plc:dns"

    assert await Pages(Web(did_by_dns=said)).did_of("lemonde.example") == "did:plc:dns" and not site.asked


async def test_where_neither_answers_nothing_is_told(site: Site) -> None:
    async def silent(_: str) -> str | None:
        raise NotSent("no answer")

    with pytest.raises(NotSent):
        await Pages(replace(web_of(site), did_by_dns=silent)).did_of("lemonde.example")


@pytest.mark.parametrize(
    "url",
    [
        "http://lemonde.example/", "https://127.0.0.1/", "https://[::1]/", "https://2130706433/", "https://0x7f.1/",
        "https://localhost/", "https://lemonde.example:8443/", "https://me@lemonde.example/", "file:///etc/passwd",
        "https://127.0.0.1.:443/", "gopher://lemonde.example/", "https://a b.example/",
        "https://inside.example/", "https://mapped.example/", "https://half.example/", "https://metadata.example/",
        "https://[::ffff:10.0.0.1]/", "http://127.0.0.1/", "https://127.0.0.1.example.0/",
    ],
)  # fmt: skip
async def test_where_we_never_ask(pages: Pages, site: Site, url: str) -> None:
    with pytest.raises(Refused):
        await pages.read(url)
    site.leads("/to", url)
    with pytest.raises(Refused):
        await pages.read("https://lemonde.example/to")
    assert site.asked == [("lemonde.example", "/to")]


async def test_a_name_that_changes_its_mind_is_not_asked_again(site: Site) -> None:
    """DNS rebinding: first a public address, for the check, then one inside."""
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])

    async def turncoat(_: str) -> list[str]:
        return next(answers)

    site.says("/", ME)
    site.leads("/again", "/")
    rebinding = Pages(replace(web_of(site), resolve=turncoat))
    assert await rebinding.read("https://lemonde.example/") is not None
    with pytest.raises(Refused):
        await rebinding.read("https://lemonde.example/again")
    assert [path for _, path in site.asked] == ["/", "/again"]


async def test_the_certificate_must_be_of_the_name(pages: Pages, site: Site) -> None:
    site.says("/", ME)
    with pytest.raises(NotSent):
        await pages.read("https://impostor.example/")
    assert not site.asked


async def test_nothing_leads_on_for_ever(pages: Pages, site: Site) -> None:
    for step in range(1000):
        site.leads(f"/{step}", f"/{step + 1}")
    with pytest.raises(Refused):
        await pages.read("https://lemonde.example/0")
    assert len(site.asked) == 4


@pytest.mark.parametrize("kind", ["application/octet-stream", "image/svg+xml", "application/json", "", "text/htmlx"])
async def test_only_text_is_read(pages: Pages, site: Site, kind: str) -> None:
    site.says("/", ME, f"Content-Type: {kind}\r\n" if kind else "")
    with pytest.raises(Refused):
        await pages.read("https://lemonde.example/")


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (b"x" * (10 * LARGEST), HTML),
        (gzip.compress(b"x" * (100 * LARGEST), 1), HTML + "Content-Encoding: gzip\r\n"),
        (zlib.compress(b"x" * (50 * LARGEST), 1), HTML + "Content-Encoding: deflate\r\n"),
        (gzip.compress(gzip.compress(b"x" * LARGEST)), HTML + "Content-Encoding: gzip, gzip\r\n"),
        (b"no gzip at all", HTML + "Content-Encoding: gzip\r\n"),
        (b"x", HTML + "Content-Encoding: br\r\n"),
    ],
    ids=["10 MB", "gzip bomb", "deflate bomb", "twice packed", "damaged", "unknown packing"],
)
async def test_a_page_too_long_or_unreadable_is_left(pages: Pages, site: Site, body: bytes, head: str) -> None:
    site.says("/", body, head)
    before, began = memory(), time.monotonic()
    with pytest.raises(Refused):
        await pages.read("https://lemonde.example/")
    assert time.monotonic() - began < PATIENCE and memory() - before < MEMORY


async def drip(writer: asyncio.StreamWriter) -> None:
    writer.write(f"HTTP/1.1 200 OK\r\n{HTML}\r\n".encode())
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.1)


async def header_without_end(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        writer.write(b"X-More: " + b"x" * 1000 + b"\r\n")
        await writer.drain()
        await asyncio.sleep(0)


@pytest.mark.parametrize("answer", [drip, header_without_end])
async def test_what_never_ends_is_left_in_time(
    pages: Pages, site: Site, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.proofs.pages.SECONDS", 1.0)
    site.answers["/"] = answer
    before, began = memory(), time.monotonic()
    with pytest.raises(BotError):
        await pages.read("https://lemonde.example/")
    assert time.monotonic() - began < PATIENCE and memory() - before < MEMORY


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
async def test_what_is_not_there(pages: Pages, site: Site, status: str) -> None:
    site.says("/", ME, HTML, status)
    assert await pages.owners("lemonde.example") is None


@pytest.mark.parametrize("status", ["500 Oops", "503 Later", "403 Forbidden", "429 Slowly", "206 Some"])
async def test_what_may_be_there_again(pages: Pages, site: Site, status: str) -> None:
    site.says("/", ME, HTML, status)
    with pytest.raises(NotSent):
        await pages.owners("lemonde.example")


async def test_a_name_that_leads_nowhere(pages: Pages) -> None:
    with pytest.raises(NotSent):
        await pages.read("https://nowhere.example/")
