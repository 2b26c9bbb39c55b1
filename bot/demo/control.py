"""The demo networks' own small control over HTTP, for tests whose bot runs in another process.

`GET /_demo/state` tells what the server holds; `POST /_demo/act` lets a person do something:
`{"do": "post", "as": "alice.test", "text": "…"}`, `{"do": "account", "name": "bob.test"}`, or a setting of the network
such as `{"do": "lag", "seconds": 2}`. The answer is `{"result": …}`. Faults: see bot/demo/http.py.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from bot.demo.http import Routes
from bot.demo.messages import Json, Problem, Request, Response, answer


def control_routes(state: Callable[[], Json], do: Callable[[Json], Json]) -> Routes:
    """The two routes for a network's state and acts."""

    def show(request: Request) -> Response:
        return answer(state())

    def act_on(request: Request) -> Response:
        return answer(do(request.json()))

    return {("GET", "/_demo/state"): show, ("POST", "/_demo/act"): act_on}


def act(
    said: Json,
    account: Callable[..., Any],
    person: Callable[[str], Any],
    allowed: Collection[str],
    settings: Mapping[str, Callable[..., Any]],
) -> Json:
    """Do what a control request says; nonsense is a Problem 400."""
    what, who = str(said.get("do", "")), str(said.get("as", ""))
    rest = {key: value for key, value in said.items() if key not in ("do", "as")}
    try:
        if what == "account":
            return {"result": account(rest.pop("name"), **rest).described()}
        if what in settings:
            return {"result": settings[what](**rest)}
        if what in allowed:
            return {"result": getattr(person(who), what)(**rest)}
    except (TypeError, LookupError) as error:
        raise Problem(400, "InvalidRequest", str(error)) from error
    raise Problem(400, "InvalidRequest", f"nobody can do {what!r}")
