"""What a control request may do."""

from __future__ import annotations

import json

import pytest

from bot.demo.bluesky import BlueskyNetwork
from bot.demo.control import control_routes
from bot.demo.mastodon import MastodonServer
from bot.demo.messages import Json, Problem, Request


def acted(network: BlueskyNetwork | MastodonServer, said: Json) -> Json:
    routes = control_routes(network.state, network._act)
    response = routes["POST", "/_demo/act"](Request("POST", "/_demo/act", body=json.dumps(said).encode()))
    result: Json = json.loads(response.body)
    return result


def test_people_act_by_name() -> None:
    network = BlueskyNetwork()
    acted(network, {"do": "account", "name": "alice.test"})
    uri = acted(network, {"do": "post", "as": "alice.test", "text": "hello"})["result"]
    acted(network, {"do": "delete", "as": "alice.test", "uri": uri})
    assert network.posts_of("alice.test") == []


@pytest.mark.parametrize(
    "nonsense",
    [
        {},
        {"do": "fly", "as": "alice.test"},
        {"do": "post", "as": "bob.test", "text": "hello"},
        {"do": "post", "as": "alice.test", "words": "hello"},
        {"do": "write", "as": "alice.test", "collection": "x"},
        {"do": "stream", "wind": 3},
    ],
)
def test_nonsense_is_a_400(nonsense: Json) -> None:
    network = BlueskyNetwork()
    network.account("alice.test")
    with pytest.raises(Problem) as caught:
        acted(network, nonsense)
    assert caught.value.status == 400


def test_a_newcomer_signs_up() -> None:
    server = MastodonServer()
    server.account("root", admin=True)
    told = acted(server, {"do": "sign_up", "name": "newcomer"})["result"]
    assert told["token"]
    assert server.state()["notifications"] == 1
