"""The server on real sockets, and what each fault does to a real client."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.demo.faults import Faults
from bot.demo.http import HttpServer
from bot.demo.messages import Problem, Request, Response, answer


class Notebook:
    """A server that writes down what it was told."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.written = asyncio.Event()
        self.faults = Faults()
        routes = {
            ("POST", "/lines"): self.write,
            ("GET", "/lines/{number}"): self.read,
            ("GET", "/stream"): lambda request: Response(200, b"", stream=self.stream),
        }
        self.http = HttpServer(routes, lambda problem: answer({"error": problem.error}, problem.status), self.faults)

    def write(self, request: Request) -> Response:
        self.lines.append(str(request.json()["line"]))
        self.written.set()
        return answer({"lines": len(self.lines)})

    def read(self, request: Request) -> Response:
        number = int(request.params["number"])
        if number >= len(self.lines):
            raise Problem(404, "NotFound")
        return answer({"line": self.lines[number]})

    async def stream(self) -> AsyncIterator[bytes]:
        for number in range(3):
            yield f"data: {number}\n\n".encode()
        await asyncio.Event().wait()


@pytest.fixture
async def notebook() -> AsyncIterator[Notebook]:
    made = Notebook()
    await made.http.start()
    yield made
    await made.http.stop()


@pytest.fixture
async def client(notebook: Notebook) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=notebook.http.url, timeout=5) as opened:
        yield opened


async def test_it_counts_the_time_its_handlers_work(notebook: Notebook, client: httpx.AsyncClient) -> None:
    assert notebook.http.busy == 0.0
    await client.post("/lines", json={"line": "one"})
    once = notebook.http.busy
    assert once > 0.0
    await client.get("/nothing")
    assert notebook.http.busy > once


async def test_requests_are_routed_and_the_connection_kept(notebook: Notebook, client: httpx.AsyncClient) -> None:
    for line in ("one", "two"):
        await client.post("/lines", json={"line": line})
    assert (await client.get("/lines/1")).json() == {"line": "two"}
    assert (await client.get("/lines/7")).status_code == 404
    assert (await client.delete("/lines/1")).status_code == 405
    assert (await client.get("/nowhere")).status_code == 404
    assert [seen.method for seen in notebook.http.requests] == ["POST", "POST", "GET", "GET", "DELETE", "GET"]


async def test_a_mistake_of_ours_is_a_500_and_told(client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    assert (await client.post("/lines", json={"words": "one"})).status_code == 500
    assert "KeyError" in caplog.text
    assert (await client.post("/lines", json={"line": "one"})).status_code == 200


async def test_a_stream_flows_until_the_client_leaves(notebook: Notebook, client: httpx.AsyncClient) -> None:
    async with client.stream("GET", "/stream") as response:
        lines = response.aiter_lines()
        assert [await anext(lines) for _ in range(5)] == ["data: 0", "", "data: 1", "", "data: 2"]


async def test_a_stopped_server_refuses_and_opens_the_same_door_again(
    notebook: Notebook, client: httpx.AsyncClient
) -> None:
    port = notebook.http.port
    await notebook.http.stop()
    with pytest.raises(httpx.ConnectError):
        await client.post("/lines", json={"line": "one"})
    await notebook.http.start(port)
    assert (await client.post("/lines", json={"line": "one"})).json() == {"lines": 1}


@pytest.mark.parametrize(
    ("fault", "error", "written"),
    [
        ({"kind": "refuse"}, httpx.ReadError, 0),
        ({"kind": "hang"}, httpx.ReadTimeout, 0),
        ({"kind": "drop_request"}, httpx.RemoteProtocolError, 0),
        ({"kind": "drop_answer"}, httpx.RemoteProtocolError, 1),
        ({"kind": "cut_midway"}, httpx.RemoteProtocolError, 1),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else None,
)
async def test_an_answer_is_lost(
    notebook: Notebook, client: httpx.AsyncClient, fault: dict[str, str], error: type[Exception], written: int
) -> None:
    notebook.faults.add(**fault, count=1)
    with pytest.raises(error):
        await client.post("/lines", json={"line": "one"}, timeout=0.2)
    assert len(notebook.lines) == written
    assert (await client.post("/lines", json={"line": "two"})).status_code == 200


@pytest.mark.parametrize(("form", "error"), [("", httpx.ReadTimeout), ("cut", httpx.RemoteProtocolError)])
async def test_a_late_server_does_the_work_after_the_client_has_gone(
    notebook: Notebook, client: httpx.AsyncClient, form: str, error: type[Exception]
) -> None:
    notebook.faults.add("late", seconds=0.15, form=form)
    with pytest.raises(error):
        await client.post("/lines", json={"line": "one"}, timeout=0.05)
    assert notebook.lines == []
    await notebook.written.wait()
    assert notebook.lines == ["one"]


async def test_answers_instead_of_the_true_one(notebook: Notebook, client: httpx.AsyncClient) -> None:
    notebook.faults.add("status", status=502, body="<h1>Bad Gateway</h1>", headers={"X-Sent-By": "proxy"}, count=1)
    notebook.faults.add("status_after", status=500, count=1)
    notebook.faults.add("rate_limit", form="seconds", seconds=7, count=1)
    notebook.faults.add("garbage", form="html", count=1)
    notebook.faults.add("latency", seconds=0.01, count=1)
    answers = [await client.post("/lines", json={"line": str(number)}) for number in range(5)]
    assert [response.status_code for response in answers] == [502, 500, 429, 200, 200]
    assert answers[0].headers["X-Sent-By"] == "proxy"
    assert answers[2].headers["Retry-After"] == "7"
    assert answers[3].text.startswith("<!DOCTYPE html>")
    assert notebook.lines == ["1", "3", "4"]
    assert [seen.fault for seen in notebook.http.requests] == [
        "status",
        "status_after",
        "rate_limit",
        "garbage",
        "latency",
    ]


async def test_faults_are_controlled_over_http_and_never_strike_the_control(client: httpx.AsyncClient) -> None:
    await client.post("/_demo/faults", json={"kind": "drop_answer"})
    told = (await client.get("/_demo/faults")).json()
    assert [(fault["kind"], fault["hits"]) for fault in told] == [("drop_answer", 0)]
    assert (await client.post("/_demo/faults", json={"kind": "earthquake"})).status_code == 400
    await client.delete("/_demo/faults")
    assert (await client.get("/_demo/faults")).json() == []


async def test_a_broken_request_costs_only_its_connection(notebook: Notebook, client: httpx.AsyncClient) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", notebook.http.port)
    writer.write(b"NONSENSE\r\n\r\n")
    assert await reader.read() == b""
    writer.close()
    assert (await client.post("/lines", json={"line": "one"})).status_code == 200
