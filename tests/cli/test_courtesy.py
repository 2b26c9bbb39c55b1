"""Servers whose people get nothing: listed with who said so, denied and allowed by the admin."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.conftest import Quittex
from tests.storage.builders import NOW

Write = Callable[[Callable[[Any], Any]], Any]


def test_a_server_is_denied_and_allowed_again(quittex: Quittex, write: Write) -> None:
    write(lambda tx: tx.courtesy.deny("left.example", "server", NOW))
    assert quittex("courtesy", "deny", "https://M.example/").stdout == "m.example is denied\n"
    assert quittex("courtesy", "deny", "m.example").stdout == "m.example is denied already\n"
    rows = json.loads(quittex("courtesy", "list", "--json").stdout)
    assert [(row["host"], row["by"]) for row in rows] == [("left.example", "server"), ("m.example", "admin")]
    assert "denied: left.example (by the server" in quittex("status").stdout
    assert quittex("courtesy", "allow", "left.example").exit_code == 0
    again = quittex("courtesy", "allow", "left.example")
    assert (again.exit_code, again.stderr) == (2, "left.example is not denied; see `quittex courtesy list`\n")


def test_what_the_configuration_denies_is_listed_too(quittex: Quittex, write: Write, config: Path) -> None:
    write(lambda tx: None)
    assert quittex("courtesy", "list").stderr == "nobody is denied\n"
    with config.open("a", encoding="utf-8") as file:
        file.write('[networks.sky.courtesy]\ndeny = ["spam.example"]\n')
    assert "spam.example  by the config, networks.sky.courtesy.deny" in quittex("courtesy", "list").stdout


def test_what_is_no_server_is_refused_in_one_line(quittex: Quittex, write: Write) -> None:
    write(lambda tx: None)
    result = quittex("courtesy", "deny", "not a server")
    assert result.exit_code == 2 and result.stderr.count("\n") == 1
