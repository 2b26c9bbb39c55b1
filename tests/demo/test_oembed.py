"""The demo of X's oEmbed says what X's documentation says."""

from __future__ import annotations

import httpx

from bot.demo.oembed import OEmbedServer


async def asked(x: OEmbedServer, address: str) -> tuple[int, dict[str, object]]:
    async with httpx.AsyncClient() as client:
        response = await client.get(x.url, params={"url": address, "omit_script": "1"})
    return response.status_code, response.json()


async def test_a_post_is_shown_without_its_words_becoming_html() -> None:
    async with OEmbedServer() as x:
        status, told = await asked(x, x.post("Interior", "<b>Sun & sand\n2nd line", name="US <Interior>"))
    assert status == 200
    assert (told["author_url"], told["type"], told["version"]) == ("https://twitter.com/Interior", "rich", "1.0")
    assert "&lt;b&gt;Sun &amp; sand<br>2nd line</p>&mdash; US &lt;Interior&gt; (@Interior)" in str(told["html"])


async def test_what_is_gone_or_protected_is_refused() -> None:
    async with OEmbedServer() as x:
        gone, hidden = x.post("alice", "1"), x.post("alice", "2")
        x.remove(gone)
        x.protect(hidden)
        assert [(await asked(x, address))[0] for address in (gone, hidden)] == [404, 403]
