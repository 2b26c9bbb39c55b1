"""An actor's own word on which other accounts are theirs, from their own server and nobody else's."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest

from bot.errors import Refused
from bot.proofs.actors import ActorPages
from tests.proofs.site import Site, a_site, pages_of

ACTOR = "https://lemonde.example/users/ann"
JSON = "Content-Type: application/activity+json; charset=utf-8\r\n"


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with a_site() as serving:
        yield serving


@pytest.fixture
def actors(site: Site) -> ActorPages:
    return ActorPages(pages_of(site))


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (["https://m.example/users/ann", 7], {"https://m.example/users/ann"}),
        ("https://m.example/users/ann", {"https://m.example/users/ann"}),
        (None, set()),
        ({"a": 1}, set()),
    ],
)
async def test_what_an_actor_says(site: Site, actors: ActorPages, known: object, said: set[str]) -> None:
    site.says("/users/ann", json.dumps({"id": ACTOR, "alsoKnownAs": known}), JSON)
    assert await actors.also_known_as(ACTOR) == said


async def test_nobody_says_nothing(site: Site, actors: ActorPages) -> None:
    site.says("/users/ann", "", JSON, status="410 Gone")
    assert await actors.also_known_as(ACTOR) == set()


@pytest.mark.parametrize("body", ["no json", "[]", '{"id": "https://lemonde.example/users/bob"}', "[" * 200_000])
async def test_another_document_is_refused(site: Site, actors: ActorPages, body: str) -> None:
    site.says("/users/ann", body, JSON)
    with pytest.raises(Refused):
        await actors.also_known_as(ACTOR)


async def test_another_host_is_refused(site: Site, actors: ActorPages) -> None:
    body = json.dumps({"id": ACTOR, "alsoKnownAs": ["https://m.example/users/ann"]})
    site.leads("/users/ann", "https://other.example/elsewhere")
    site.says("/elsewhere", body, JSON)
    with pytest.raises(Refused):
        await actors.also_known_as(ACTOR)
