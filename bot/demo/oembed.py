"""A demo of X's public oEmbed endpoint: posts on X as `publish.x.com/oembed` shows them, and faults.

What it writes was taken from X's documentation, https://docs.x.com/x-for-websites/oembed-api.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from types import TracebackType
from urllib.parse import urlsplit

from bot.demo.faults import Faults
from bot.demo.http import HttpServer
from bot.demo.messages import Problem, Request, Response, answer


@dataclass(frozen=True)
class Tweet:
    """A post on X. `status` is what is answered instead of it: 403 for a protected one."""

    handle: str
    text: str
    name: str = "Somebody"
    status: int = 200


class OEmbedServer:
    """`async with OEmbedServer() as x:`; `x.url` is the endpoint, `x.post("alice", "hello")` the address of a post.

    `x.raw` are answers given as they are, by number, in place of a post; `x.asked_for` the addresses asked for.
    """

    def __init__(self) -> None:
        self.tweets: dict[str, Tweet] = {}
        self.raw: dict[str, Response] = {}
        self.asked_for: list[str] = []
        self.faults = Faults()
        self.server = HttpServer({("GET", "/oembed"): self._oembed}, _problem, self.faults)

    @property
    def url(self) -> str:
        return f"{self.server.url}/oembed"

    async def __aenter__(self) -> OEmbedServer:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Listen; port 0 is a free one."""
        await self.server.start(port)

    async def stop(self) -> None:
        """Close the door."""
        await self.server.stop()

    def post(self, handle: str, text: str, name: str = "Somebody") -> str:
        """Somebody posts on X; the address."""
        number = str(1_800_000_000_000_000_000 + len(self.tweets) + len(self.raw))
        self.tweets[number] = Tweet(handle, text, name)
        return f"https://x.com/{handle}/status/{number}"

    def remove(self, address: str) -> None:
        """It is not shown any more."""
        del self.tweets[address.rpartition("/")[2]]

    def protect(self, address: str) -> None:
        """Its author shows it to followers only."""
        number = address.rpartition("/")[2]
        tweet = self.tweets[number]
        self.tweets[number] = Tweet(tweet.handle, tweet.text, tweet.name, 403)

    def answers(self, handle: str, response: Response) -> str:
        """The address of a post for which exactly this is answered."""
        address = self.post(handle, "")
        self.raw[address.rpartition("/")[2]] = response
        return address

    def _oembed(self, request: Request) -> Response:
        self.asked_for.append(request.one("url"))
        number = urlsplit(request.one("url")).path.rpartition("/")[2]
        if number in self.raw:
            return self.raw[number]
        tweet = self.tweets.get(number)
        if tweet is None:
            raise Problem(404, "Not Found")
        if tweet.status != 200:
            raise Problem(tweet.status, "Forbidden")
        return answer(document(tweet, number))


def document(tweet: Tweet, number: str) -> dict[str, object]:
    """What X writes of a post."""
    page = f"https://twitter.com/{tweet.handle}"
    words = escape(tweet.text, quote=False).replace("\n", "<br>")
    quotation = (
        f'<blockquote class="twitter-tweet"><p lang="en" dir="ltr">{words}</p>&mdash; {escape(tweet.name)} '
        f'(@{tweet.handle}) <a href="{page}/status/{number}?ref_src=twsrc%5Etfw">November 20, 2026</a></blockquote>\n\n'
    )
    return {
        "url": f"{page}/status/{number}",
        "author_name": tweet.name,
        "author_url": page,
        "html": quotation,
        "width": 550,
        "height": None,
        "type": "rich",
        "cache_age": "3153600000",
        "provider_name": "Twitter",
        "provider_url": "https://twitter.com",
        "version": "1.0",
    }


def _problem(problem: Problem) -> Response:
    return answer({"error": problem.message, "errors": [{"code": problem.status}]}, problem.status)
