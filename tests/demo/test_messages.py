"""Requests and their bodies."""

from __future__ import annotations

import pytest

from bot.demo.messages import Problem, Request, Upload, answer, gather, parts_of

MULTIPART = (
    b'--xyz\r\nContent-Disposition: form-data; name="description"\r\n\r\na chart\r\n'
    b'--xyz\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
    b"\x89PNG\r\n\x1a\n--xy\r\n\r\n\r\n--xyz--\r\n"
)


def test_lists_gather_and_plain_names_keep_the_last() -> None:
    assert gather([("a", "1"), ("b[]", "2"), ("b[]", "3"), ("a", "4")]) == {"a": "4", "b": ["2", "3"]}


def test_a_multipart_body_keeps_every_byte() -> None:
    parts = parts_of("multipart/form-data; boundary=xyz", MULTIPART)
    assert parts == [
        ("description", "a chart"),
        ("file", Upload("a.png", "image/png", b"\x89PNG\r\n\x1a\n--xy\r\n\r\n")),
    ]


def test_fields_come_from_query_form_and_json_alike() -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    json = {"content-type": "application/json; charset=utf-8"}
    assert Request("POST", "/", (("a", "1"),), form, b"b=%C3%A9&c[]=2").fields() == {"a": "1", "b": "é", "c": ["2"]}
    assert Request("POST", "/", (("a", "1"),), json, b'{"c": [2]}').fields() == {"a": "1", "c": [2]}


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff"])
def test_a_body_that_is_no_json_object_is_a_problem(body: bytes) -> None:
    with pytest.raises(Problem) as caught:
        Request("POST", "/", body=body).json()
    assert caught.value.status == 400


def test_numbers_stay_in_their_bounds() -> None:
    request = Request("GET", "/", (("limit", "500"), ("depth", "x")))
    assert request.number("limit", 50, 1, 100) == 100
    assert request.number("absent", 50, 1, 100) == 50
    with pytest.raises(Problem):
        request.number("depth", 6, 0, 10)
    with pytest.raises(Problem, match="InvalidRequest"):
        request.strict_number("limit", 50, 1, 100)
    assert request.strict_number("limit", 50, 1, 500) == 500


def test_only_a_bearer_token_is_one() -> None:
    assert Request("GET", "/", headers={"authorization": "Bearer abc"}).bearer == "abc"
    assert Request("GET", "/", headers={"authorization": "Basic abc"}).bearer == ""


def test_a_lone_surrogate_goes_out_as_its_escape() -> None:
    assert answer({"text": "é \ud83d"}).body == '{"text":"é \\ud83d"}'.encode()
