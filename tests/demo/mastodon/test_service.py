"""Tokens, pages and refusals."""

from __future__ import annotations

import json

import pytest

from bot.demo.mastodon import GOTOSOCIAL, MASTODON, MastodonServer
from bot.demo.messages import Problem, Request


def asking(server: MastodonServer, token: str) -> Request:
    return Request("GET", "/", headers={"authorization": f"Bearer {token}"})


def test_scopes_open_their_part_or_all_of_it() -> None:
    server = MastodonServer()
    bot = server.account("quittex")
    for scopes, status in (("read", 0), ("read:notifications", 0), ("read:accounts", 403), ("write", 403)):
        request = asking(server, server.token(bot, scopes))
        if status:
            with pytest.raises(Problem) as caught:
                server.service.me(request, "read:notifications")
            assert caught.value.status == status
        else:
            assert server.service.me(request, "read:notifications") is bot.account


def test_suspended_and_appless_tokens() -> None:
    server = MastodonServer()
    bot = server.account("quittex")
    bot.suspend()
    app = server.oauth.issue(None, frozenset({"read"}))
    for token, status in ((bot.token, 403), (app, 422), ("nonsense", 401)):
        with pytest.raises(Problem) as caught:
            server.service.me(asking(server, token))
        assert caught.value.status == status
    assert server.service.viewer(Request("GET", "/")) is None


def test_pages_link_to_their_neighbours_and_keep_the_filters() -> None:
    server = MastodonServer()
    request = Request("GET", "/list", (("limit", "2"), ("types[]", "mention"), ("max_id", "9")))
    page = server.service.page(request, ["1", "2", "10", "3"], str, str, 20, 40)
    assert json.loads(page.body) == ["3", "2"]
    link = dict(page.headers)["Link"]
    assert 'limit=2&types%5B%5D=mention&max_id=2>; rel="next"' in link
    assert 'limit=2&types%5B%5D=mention&min_id=3>; rel="prev"' in link
    assert "Link" not in dict(server.service.page(request, ["10"], str, str, 20, 40).headers)


def test_refusals_speak_the_flavours_words() -> None:
    assert MastodonServer(MASTODON).service.refuse("long", "longer").status == 422
    refusal = MastodonServer(GOTOSOCIAL).service.refuse("long", "longer")
    assert (refusal.status, refusal.error) == (400, "Bad Request: longer")
