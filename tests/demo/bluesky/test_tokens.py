"""Tokens: signed, short of life, renewed once."""

from __future__ import annotations

import pytest

from bot.demo.bluesky.tokens import ACCESS, REFRESH, Tokens
from bot.demo.messages import Problem


def refused(tokens: Tokens, text: str, scope: str = ACCESS) -> str:
    with pytest.raises(Problem) as caught:
        tokens.read(text, scope)
    return f"{caught.value.status} {caught.value.error}"


def test_a_token_says_whose_it_is() -> None:
    tokens = Tokens()
    pair = tokens.pair("did:plc:a")
    assert tokens.read(pair["accessJwt"], ACCESS).did == "did:plc:a"
    assert tokens.read(pair["refreshJwt"], REFRESH).did == "did:plc:a"


def test_bad_tokens_are_refused_by_name() -> None:
    tokens = Tokens()
    pair = tokens.pair("did:plc:a")
    assert refused(tokens, "") == "401 AuthMissing"
    assert refused(tokens, pair["accessJwt"][:-4] + "AAAA") == "400 InvalidToken"
    assert refused(tokens, pair["refreshJwt"]) == "400 InvalidToken"
    assert refused(tokens, Tokens().pair("did:plc:a")["accessJwt"]) == "400 InvalidToken"
    tokens.access_seconds = -1
    assert refused(tokens, tokens.pair("did:plc:a")["accessJwt"]) == "400 ExpiredToken"
    tokens.revoke("did:plc:a")
    assert refused(tokens, pair["accessJwt"]) == "400 ExpiredToken"


def test_a_refresh_used_twice_gives_the_same_successors() -> None:
    tokens = Tokens()
    token = tokens.read(tokens.pair("did:plc:a")["refreshJwt"], REFRESH)
    assert tokens.renew(token) == tokens.renew(token)
    assert tokens.refreshes == 1
