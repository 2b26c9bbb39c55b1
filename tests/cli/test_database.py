"""Commands reach the database the configuration names, and say plainly when they cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.cli.database import network_names, reading, tidy, write
from bot.config import load
from bot.errors import StorageError, WrongKey
from bot.storage.sqlite.engine import graph_path
from bot.storage.sqlite.locks import RunLock
from bot.storage.sqlite.tidying import MANY, due
from tests.cli.conftest import CONFIG
from tests.storage.builders import NOW, bluesky


def test_reading_and_writing_meet_in_the_same_file(config: Path) -> None:
    write(config, lambda tx: tx.set_meta("word", "hello"))
    with reading(config) as snapshot:
        assert snapshot.get_meta("word") == "hello"


def test_networks_are_named_without_validating_the_rest(config: Path) -> None:
    config.write_text("[networks.a]\n[networks.b]\n", encoding="utf-8")
    assert network_names(config) == ["a", "b"]


def test_a_file_that_is_no_database_is_refused_in_one_line(config: Path) -> None:
    data = config.parent / "data"
    data.mkdir()
    (data / "quittex.db").write_bytes(b"not a database, whatever its name says" * 100)
    with pytest.raises(StorageError) as caught, reading(config):
        pass
    assert len(str(caught.value).splitlines()) == 1


def test_edges_without_their_key_or_with_another_are_refused(config: Path) -> None:
    def follows(tx: object) -> None:
        person = tx.people.register(1, "", "fr", NOW)  # type: ignore[attr-defined]
        tx.graph.replace_list(person.id, 0, "test", [2, 3], NOW)  # type: ignore[attr-defined]

    write(config, follows)
    key = config.parent / "data" / "pseudonym.key"
    kept = key.read_bytes()
    key.unlink()
    with pytest.raises(WrongKey):
        write(config, lambda tx: None)
    assert not key.exists()
    key.write_bytes(kept[::-1])
    with pytest.raises(WrongKey):
        write(config, lambda tx: None)
    key.write_bytes(kept)
    write(config, lambda tx: None)


def test_the_threshold_of_the_configuration_holds_before_the_bot_has_ever_run(config: Path) -> None:
    def link(tx: Any) -> None:
        person = tx.people.register(1, "", "fr", NOW)
        tx.people.link(person.id, bluesky("ann"), 3, "test", NOW)

    for minimum, people in ((4, 0), (3, 1), (5, 0)):
        config.write_text(f"{CONFIG}[proof]\nminimum = {minimum}\n", encoding="utf-8")
        write(config, link)
        with reading(config) as snapshot:
            assert snapshot.tallies.now()["people"] == people


def test_what_a_crash_left_between_two_files_is_mended_before_it_is_read(config: Path) -> None:
    def arrives(tx: Any) -> None:
        person = tx.people.register(7, "", "fr", NOW)
        tx.people.link(person.id, bluesky("ann"), 1, "archive", NOW)
        tx.graph.replace_list(person.id, 0, "archive", [1, 2], NOW, whole=True)

    write(config, lambda tx: None)
    graph = config.parent / "data" / "quittex-graph.db"
    before = graph.read_bytes()
    write(config, arrives)
    graph.write_bytes(before)
    lock = RunLock.take(config.parent / "data" / "quittex.db")
    with reading(config) as snapshot:  # a bot that runs does it
        assert not snapshot.graph.list_of(1, 0, "archive")
    lock.release()
    for _ in range(2):
        with reading(config) as snapshot:
            person = snapshot.people.by_x(7)
            assert person and snapshot.graph.list_of(person.id, 0, "archive")
    (config.parent / "data" / "pseudonym.key").unlink()
    graph.write_bytes(before)
    with reading(config) as snapshot:  # nobody can mend it now: it is read as it is
        assert snapshot.people.by_x(7)


def test_who_brings_many_lists_leaves_a_tidy_index_unless_a_bot_does_it(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def many_lists(tx: Any) -> None:
        person = tx.people.register(1, "", "fr", NOW)
        for number in range(MANY):
            tx.graph.replace_list(person.id, 0, "test", [number + 2], NOW)

    write(config, many_lists)
    settings = load(config)
    lock = RunLock.take(settings.database)
    tidy(settings)
    assert due(settings.database, MANY)
    lock.release()
    graph_path(settings.database).rename(config.parent / "elsewhere.db")
    tidy(settings)
    assert "behind" in capsys.readouterr().err
    (config.parent / "elsewhere.db").rename(graph_path(settings.database))
    tidy(settings)
    assert not due(settings.database, 1)
