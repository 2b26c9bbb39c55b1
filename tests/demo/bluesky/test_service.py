"""Who is signed in, and whether they may write."""

from __future__ import annotations

import pytest

from bot.demo.bluesky import BlueskyNetwork
from bot.demo.messages import Problem, Request


def test_a_token_opens_its_account_and_a_status_may_close_it_for_writing() -> None:
    network = BlueskyNetwork()
    alice = network.account("alice.test")
    token = network.tokens.pair(alice.did)["accessJwt"]
    request = Request("POST", "/", headers={"authorization": f"Bearer {token}"})
    assert network.service.writer(request) is alice.repo
    alice.set_status("deactivated")
    assert network.service.signed_in(request) is alice.repo
    with pytest.raises(Problem) as caught:
        network.service.writer(request)
    assert (caught.value.status, caught.value.error) == (401, "AccountDeactivated")
