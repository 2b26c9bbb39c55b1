"""No token, password, key, handle or X id leaves through a log line, whoever wrote it."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest

from bot.log import HIDDEN, Redactor, configure

SECRET = "canary-7f3a9c"


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.parametrize(
    "name",
    [
        "did:plc:ewvi7nxzyoun6zhxrhs64oiz",
        "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/app.bsky.feed.post/3kabc",
        "@alice",
        "alice@piaille.fr",
        "@alice@piaille.fr",
        "alice.bsky.social",
        "https://piaille.fr/@alice/109876543210",
        "https://piaille.fr/users/alice",
        "1234567890123456789",
        "access_token=abc",
        "Bearer abc.def.ghi",
        SECRET,
    ],
)
def test_names_and_secrets_are_hidden(name: str) -> None:
    cleaned = Redactor([SECRET]).clean(f"could not ask {name} today")
    assert cleaned.startswith("could not ask ") and cleaned.endswith(" today")
    assert HIDDEN in cleaned and name not in cleaned


@pytest.mark.parametrize("line", ["post 12 sent", "network piaille: 429 after 3.5 s", "2026-11-20 09:00"])
def test_ordinary_words_and_numbers_stay(line: str) -> None:
    assert Redactor([]).clean(line) == line


def test_a_line_of_any_library_is_cleaned_with_its_values_and_its_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    configure([SECRET], as_json=True)
    try:
        raise ValueError(f"token {SECRET} of @alice refused")
    except ValueError:
        logging.getLogger("somebody.else").exception("for %s", "bob@m.example", extra={"of": SECRET, "post": 3})
    line = capsys.readouterr().err
    assert not any(word in line for word in (SECRET, "@alice", "bob@m.example"))
    document = json.loads(line)
    assert document["post"] == 3 and "ValueError" in document["exception"]


def test_http_libraries_are_kept_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    configure([])
    logging.getLogger("httpx").info("GET https://m.example/api?access_token=abc")
    assert capsys.readouterr().err == ""
