"""An import of an archive, killed at every point and at random: wholly there or not at all, and done when run again."""

from __future__ import annotations

import json
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.cli.database import reading
from bot.config import load
from bot.domain.accounts import Platform
from bot.ports import Snapshot
from tests.brought import a_zip
from tests.cli.conftest import CONFIG
from tests.crash.commands import POINTS, Commands

KILLED = -9
IN_THE_LISTS = POINTS[POINTS.index("after list") :]
FIRST = {"following": range(1, 3000), "followers": [8]}
LATER = {"following": [*range(1000, 3500), 8], "followers": []}


@pytest.fixture(scope="module")
def commands() -> Iterator[Commands]:
    with Commands() as found:
        yield found


class Home:
    """A configuration with a database, in which one person is registered who follows the one that comes."""

    def __init__(self, folder: Path, commands: Commands) -> None:
        self.folder, self.commands = folder, commands
        self.config = folder / "config.toml"
        self.config.write_text(CONFIG, encoding="utf-8")
        self.data = load(self.config).database.parent
        self.archives = [a_zip(folder / f"{name}.zip", **what) for name, what in (("first", FIRST), ("later", LATER))]
        other = a_zip(folder / "other.zip", owner=8, username="bob_x", following=[7, 5000])
        assert self._run("archive", "import", str(other), "--for", "bob@m.example") == 0

    def bring(self, number: int, **kill: Any) -> int:
        """Import one of the archives; its exit code."""
        return self._run("archive", "import", str(self.archives[number]), "--for", "ann.bsky.social", "--json", **kill)

    def changes(self) -> list[list[int]]:
        """(added, removed) of both lists, as the last import said."""
        said = json.loads((self.folder / "log").read_text("utf-8"))
        return [[said[name]["added"], said[name]["removed"]] for name in ("following", "followers")]

    def state(self) -> list[Any]:
        """All that an import may change, without the moments of it."""
        people = "SELECT x_id, x_handle, edges, here, reunited FROM person"
        links = "SELECT p.x_id, a.handle, a.level, a.source FROM account a JOIN person p ON p.id = a.person"
        lists = "SELECT person, direction, made_at, pseudonyms FROM graph.archive"
        with reading(self.config) as view:
            execute = view.session.execute  # type: ignore[attr-defined]
            counts = {name: value for name, value in view.tallies.now().items() if value}
            pairs = [self._matches(view, x_id) for x_id in (7, 8)]
            return [counts, pairs, *(sorted(execute(sql).fetchall(), key=repr) for sql in (people, links, lists))]

    @staticmethod
    def _matches(view: Snapshot, x_id: int) -> list[tuple[str, str]]:
        person = view.people.by_x(x_id)
        found = view.graph.matches(person.id, Platform.BLUESKY, 1).ranked if person else ()
        return [(match.account.handle, match.reason.value) for match in found]

    def keep(self, name: str) -> Path:
        """A copy of the data as they are."""
        return Path(shutil.copytree(self.data, self.folder / name, dirs_exist_ok=True))

    def put_back(self, copy: Path) -> None:
        shutil.rmtree(self.data)
        shutil.copytree(copy, self.data)

    def _run(self, *words: str, **kill: Any) -> int:
        return self.commands.run(*words, "--config", str(self.config), log=self.folder / "log", **kill)


class Story:
    """The data before and after each of two archives of the same person."""

    def __init__(self, home: Home) -> None:
        self.home, self.copies, self.states = home, [home.keep("0")], [home.state()]
        self.seconds = 0.0  # what one takes here and now
        for number in (0, 1):
            began = time.monotonic()
            assert home.bring(number) == 0
            self.seconds = max(self.seconds, time.monotonic() - began)
            self.copies.append(home.keep(str(number + 1)))
            self.states.append(home.state())

    def killed(self, number: int, **kill: Any) -> bool:
        """Kill an import of archive `number`: before or after it, never between; then again. Whether it had ended."""
        self.home.put_back(self.copies[number])
        code = self.home.bring(number, **kill)
        assert code in (KILLED, 0)
        found = self.home.state()
        assert found in self.states[number : number + 2], kill
        assert self.home.bring(number) == 0
        assert self.home.state() == self.states[number + 1]
        if found == self.states[number + 1]:
            assert self.home.changes() == [[0, 0], [0, 0]]
        return found == self.states[number + 1]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory, commands: Commands) -> Story:
    return Story(Home(tmp_path_factory.mktemp("archive"), commands))


# A later archive differs from the first one in its lists alone.
@pytest.mark.parametrize(
    ("point", "number"), [*((point, 0) for point in POINTS), *((point, 1) for point in POINTS if point in IN_THE_LISTS)]
)
def test_killed_at_every_point_it_is_there_or_not(story: Story, point: str, number: int) -> None:
    assert story.killed(number, point=point) == (point == "after commit")


@pytest.mark.parametrize("number", [0, 1])
def test_killed_after_its_second_list_nothing_is_left(story: Story, number: int) -> None:
    assert not story.killed(number, point="after list", skip=1)


def at_random(story: Story, kills: int) -> int:
    """How many of so many imports had ended when they were killed."""
    chance = random.Random(20261120)
    return sum(story.killed(number % 2, seconds=chance.uniform(0.0, story.seconds)) for number in range(kills))


def test_killed_at_random_it_is_there_or_not(story: Story) -> None:
    at_random(story, 6)


@pytest.mark.slice
def test_killed_at_random_it_is_there_or_not_200_times(story: Story) -> None:
    assert 0 < at_random(story, 200) < 200  # some on either side of the commit
