"""What travels between a demo network and its clients: requests, responses, problems. Pure."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Upload:
    """One file of a multipart body."""

    filename: str
    mime: str
    data: bytes


@dataclass(frozen=True)
class Request:
    """One HTTP request, wholly read. Header names are lower case; `path` has no query."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    params: dict[str, str] = field(default_factory=dict)

    def with_params(self, params: dict[str, str]) -> Request:
        return replace(self, params=params)

    @property
    def bearer(self) -> str:
        """The token of the Authorization header, or an empty text."""
        kind, _, token = self.headers.get("authorization", "").partition(" ")
        return token.strip() if kind.lower() == "bearer" else ""

    @property
    def mime(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def json(self) -> Json:
        """The body as one JSON object; anything else is a Problem 400."""
        try:
            value = json.loads(self.body or b"{}")
        except ValueError as error:
            raise Problem(400, "InvalidRequest", "the body is not JSON") from error
        if not isinstance(value, dict):
            raise Problem(400, "InvalidRequest", "the body is not a JSON object")
        return value

    def fields(self) -> Json:
        """Query, form, multipart and JSON fields as one table; `name[]` gathers a list under `name`."""
        pairs: list[tuple[str, Any]] = list(self.query)
        if self.mime == "application/json":
            return gather(pairs) | self.json()
        if self.mime == "multipart/form-data":
            pairs += parts_of(self.headers["content-type"], self.body)
        elif self.body:
            pairs += parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True)
        return gather(pairs)

    def every(self, name: str) -> list[str]:
        """All values of a repeated query parameter."""
        return [value for key, value in self.query if key == name]

    def one(self, name: str, default: str = "") -> str:
        """The first value of a query parameter."""
        return next((value for key, value in self.query if key == name), default)

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A query parameter as an integer, moved inside its bounds; nonsense is a Problem 400."""
        return max(least, min(most, self._integer(name, default)))

    def strict_number(self, name: str, default: int, least: int, most: int) -> int:
        """The same, but outside its bounds it is a Problem 400, as on Bluesky."""
        found = self._integer(name, default)
        for size, bound, outside in (("big", most, found > most), ("small", least, found < least)):
            if outside:
                limit = "maximum" if size == "big" else "minimum"
                why = f"integer too {size} ({limit} {bound}, got {found})"
                raise Problem(400, "InvalidRequest", f"Invalid {self.path.rpartition('/')[2]} params: {why}")
        return found

    def _integer(self, name: str, default: int) -> int:
        try:
            return int(self.one(name) or default)
        except ValueError as error:
            raise Problem(400, "InvalidRequest", f"{name} must be an integer") from error


@dataclass(frozen=True)
class Response:
    """One answer. With `stream` the body is sent as it comes, until the client leaves."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json; charset=utf-8"),)
    stream: Callable[[], AsyncIterator[bytes]] | None = None

    def with_headers(self, *more: tuple[str, str]) -> Response:
        return replace(self, headers=self.headers + more)


def answer(value: Any, status: int = 200) -> Response:
    """A value as a JSON response."""
    return Response(status, dump(value).encode())


def dump(value: Any) -> str:
    """Compact JSON. A lone surrogate, which no UTF-8 can hold, stands as its escape: clients must live with it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace").decode()


def typed(body: bytes, mime: str, status: int = 200) -> Response:
    """Bytes of a given type as a response."""
    return Response(status, body, (("Content-Type", mime),))


class Problem(Exception):  # noqa: N818 - an answer on its way
    """A refusal: status, the error's name, its message. Each network writes it in its own form."""

    def __init__(
        self, status: int, error: str = "", message: str = "", headers: tuple[tuple[str, str], ...] = ()
    ) -> None:
        super().__init__(error or HTTPStatus(status).phrase)
        self.status = status
        self.error = error or HTTPStatus(status).phrase
        self.message = message
        self.headers = headers


def gather(pairs: list[tuple[str, Any]]) -> Json:
    """`a=1&b[]=2&b[]=3` -> {"a": "1", "b": ["2", "3"]}; of a repeated plain name the last one counts."""
    table: Json = {}
    for name, value in pairs:
        if name.endswith("[]"):
            table.setdefault(name[:-2], []).append(value)
        else:
            table[name] = value
    return table


def parts_of(content_type: str, body: bytes) -> list[tuple[str, Any]]:
    """A multipart body as (name, text or Upload); RFC 7578."""
    boundary = parameters_of(content_type).get("boundary", "")
    found: list[tuple[str, Any]] = []
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:]:
        head, gap, data = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        if not gap:
            continue
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in _lines(head))}
        names = parameters_of(headers.get("content-disposition", ""))
        value: Any = data.decode("utf-8", "replace")
        if "filename" in names:
            value = Upload(names["filename"], headers.get("content-type", "application/octet-stream"), data)
        found.append((names.get("name", ""), value))
    return found


def parameters_of(header: str) -> dict[str, str]:
    """`form-data; name="a"; filename="b"` -> {"name": "a", "filename": "b"}."""
    pairs = (piece.strip().partition("=") for piece in header.split(";")[1:])
    return {name.lower(): value.strip('"') for name, _, value in pairs}


def _lines(head: bytes) -> list[str]:
    return head.decode("utf-8", "replace").split("\r\n")
