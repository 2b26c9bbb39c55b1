"""README, docs, example configuration, `--help` and program agree: what is said is there, what is there is said."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import click
import pytest
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from bot.archives.tables import read
from bot.cli import main
from bot.config.settings import BlueskyNetwork, MastodonNetwork, Settings
from bot.domain.answers import ANSWERS, later
from bot.domain.registry import PURPOSES, BadRow
from bot.domain.replies import ReplyTo
from bot.domain.requests import Request, understand
from bot.storage.sqlite.locks import RunLock

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLE = (ROOT / "config.example.toml").read_text("utf-8")
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
}
COMMANDS_PAGE = PAGES["docs/commands.md"]

EVERYWHERE = {"--config", "--json", "--help", "-h"}
# How CONTRIBUTING writes "any module".
PATTERNS = {"bot/x/y.py", "tests/x/test_y.py", "bot/networks/NAME/", "bot/locales/CODE.ftl"}


def commands(group: click.Group = main, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that does something, by its words after `quittex`."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None, name
        if isinstance(found, click.Group):
            yield from commands(found, (*above, name))
        else:
            yield (*above, name), found


COMMANDS = dict(commands())


def options(command: click.Command) -> set[str]:
    """The long options a person is told of."""
    shown = (each for each in command.params if isinstance(each, click.Option) and not each.hidden)
    return {word for each in shown for word in each.opts if word.startswith("--")}


def fragments(page: str) -> Iterator[str]:
    """What is set as code: fenced, indented, between backticks."""
    for fenced in re.findall(r"```\w*\n(.*?)```", page, re.DOTALL):
        yield from fenced.splitlines()
    rest = re.sub(r"```.*?```", "", page, flags=re.DOTALL).replace("\\|", "/")
    yield from re.findall(r"^ {4,}(.*)$", rest, re.MULTILINE)
    yield from re.findall(r"`([^`\n]+)`", rest)


def spoken(page: str) -> Iterator[tuple[str, list[str]]]:
    """Each `quittex WORDS` of a page: where it stands, and its words."""
    for fragment in fragments(page):
        for piece in re.split(r"&&|[|;#]", fragment):
            words = piece.replace("'", " ").split()
            calls = [at for at, word in enumerate(words) if _is_ours(word, words[at - 1] if at else "")]
            rest = words[calls[-1] + 1 :] if calls else []
            if rest:
                yield fragment, rest


def _is_ours(word: str, before: str) -> bool:
    """Whether a word calls the program; behind an option (`-u quittex`) it is a user or an image."""
    return word.endswith("bin/quittex") or (word == "quittex" and not before.startswith("-"))


def resolved(words: list[str]) -> tuple[str, ...] | None:
    """The command that these words call, as far as they name it."""
    return next((path for path in COMMANDS if tuple(words[: len(path)]) == path), None)


@pytest.mark.parametrize("name", PAGES)
def test_every_command_and_option_that_is_mentioned_exists(name: str) -> None:
    strangers = []
    for fragment, words in spoken(PAGES[name]):
        path = resolved(words)
        known = options(COMMANDS[path]) | {"--help"} if path else {"--help", "--version"}
        used = {word.partition("=")[0] for word in words if word.startswith("--") and len(word) > 2}
        if (path is None and words[0] not in known) or used - known - {"--nonsense"}:
            strangers.append(fragment)
    assert not strangers


def test_every_command_and_option_has_its_line() -> None:
    rows: dict[tuple[str, ...], set[str]] = {}
    for line in COMMANDS_PAGE.splitlines():
        for _, words in spoken(line) if line.startswith("| `quittex") else ():
            rows.setdefault(resolved(words) or tuple(words), set()).update(re.findall(r"(?<![\w-])--[a-z-]+", line))
    for path, command in COMMANDS.items():
        assert path in rows, f"docs/commands.md does not tell of quittex {' '.join(path)}"
        assert options(command) - rows[path] - EVERYWHERE <= _not_worth_a_word(path), " ".join(path)
        assert rows[path] - options(command) <= {"--version"}, " ".join(path)


def _not_worth_a_word(path: tuple[str, ...]) -> set[str]:
    return {"--size"} if path == ("bench",) else set()


def test_every_command_and_option_says_what_it_does() -> None:
    silent = [path for path, command in COMMANDS.items() if not command.help]
    assert not silent
    for path, command in COMMANDS.items():
        told = [each for each in command.params if isinstance(each, click.Option) and not each.hidden]
        assert not [each.opts for each in told if not each.help], path


@pytest.mark.parametrize(("what", "then"), [(".", "quittex demo"), ("'.[test]'", "pytest")])
def test_one_line_of_the_readme_does_all_the_set_up(what: str, then: str) -> None:
    line = f"    python3 -m venv .venv && .venv/bin/pip install {what} && .venv/bin/{then}"
    assert line in README.splitlines()


def exit_codes() -> list[tuple[int, str]]:
    rows = re.findall(r"^\| ([0-9]) \| [^|]* \| ([^|]*) \|$", README, re.MULTILINE)
    return [(int(code), re.findall(r"`quittex ([^`]*)`", example)[0]) for code, example in rows]


def test_the_readme_tells_every_exit_code() -> None:
    assert [code for code, _ in exit_codes()] == [0, 1, 2, 3]


@pytest.mark.parametrize(("code", "words"), exit_codes(), ids=str)
def test_the_examples_of_exit_codes_are_true(code: int, words: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "config.example.toml", tmp_path)
    network = '[networks.sky]\nkind = "bluesky"\nhandle = "quittex.example.org"\npassword = "env:QUITTEX_TEST_SET"\n'
    (tmp_path / "config.toml").write_text(f'[campaign]\nname = "Q"\noperator = "o@example.org"\n{network}', "utf-8")
    lock = RunLock.take(tmp_path / "data" / "quittex.db") if code == 3 else None
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *words.split()], cwd=tmp_path, capture_output=True, text=True, check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT), "QUITTEX_TEST_SET": "invented"},
        )  # fmt: skip
    finally:
        if lock:
            lock.release()
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


def not_served() -> str:
    """The paragraph on what is understood and cannot be done yet."""
    return README[README.index("It understands more") :].partition("\n\n")[0]


def request_words() -> list[tuple[str, str]]:
    """(request, words) of the README: the table of those that are served, then the sentence on the others."""
    rows = re.findall(r"^\| `([a-z-]+)` \| ([^|]*) \|", README, re.MULTILINE)
    others = re.findall(r"`([a-z-]+)`\s\(([^)]*)\)", not_served())
    return [
        (request, "@quittex.example.org" if "mention alone" in word else word.strip())
        for request, words in rows + others
        for word in words.split(",")
    ]


@pytest.mark.parametrize(("request_name", "words"), request_words())
def test_the_words_of_the_readme_are_understood(request_name: str, words: str) -> None:
    assert understand(words).request is Request(request_name)
    if request_name == "link":
        assert understand(words).x_handle == "alice"


def test_the_readme_tells_every_request_and_which_ones_are_not_served_yet() -> None:
    told = {request for request, _ in request_words()}
    assert told == {request.value for request in Request} - {"nothing", "unclear"}
    unserved = {request.value for request, answer in ANSWERS.items() if answer is later}
    assert {request for request in told if f"`{request}` (" in not_served()} == unserved
    assert {request for request in told if f"\n| `{request}` |" in README} == told - unserved


def test_the_readme_tells_the_values_of_reply_to() -> None:
    (header,) = re.findall(r"^\| it sees \|(.*)\|$", README, re.MULTILINE)
    assert re.findall(r"`([a-z]+)`", header) == [value.value for value in ReplyTo]
    default = BlueskyNetwork.model_fields["reply_to"].default
    assert f"`{default}` (default)" in header


@pytest.mark.parametrize("name", PAGES)
def test_links_pictures_and_paths_lead_somewhere(name: str) -> None:
    page, folder = PAGES[name], (ROOT / name).parent
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", page)]
    lost = [target for target in targets if "://" not in target and not (folder / target).is_file()]
    paths = set(re.findall(r"`((?:bot|tests|docs)/[^`\s*]*)`", page)) - PATTERNS
    assert not lost + [path for path in sorted(paths) if not (ROOT / path).exists()]


def test_the_changelog_begins_with_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert re.findall(r"^## ([0-9.]+)", PAGES["CHANGELOG.md"], re.MULTILINE)[0] == version


def test_the_examples_of_registry_files_can_be_imported(tmp_path: Path) -> None:
    examples = re.findall(r"```(csv|json)\n(.*?)```", PAGES["docs/registry.md"], re.DOTALL)
    assert len(examples) == 4
    for kind, text in examples:
        file = tmp_path / f"example.{kind}"
        file.write_text(text, "utf-8")
        rows = list(read(file, file.name))
        assert rows and not [row for row in rows if isinstance(row, BadRow)]


def test_the_page_on_the_registry_tells_every_consent_with_its_default_first() -> None:
    rows = re.findall(r"^\| `([a-z]+)`: [^|]* \| ([^|]*) \|$", PAGES["docs/registry.md"], re.MULTILINE)
    told = {purpose: re.findall(r"`([a-z-]+)`", values) for purpose, values in rows}
    assert {purpose: set(values) for purpose, values in told.items()} == {p: set(v) for p, v in PURPOSES.items()}
    assert [values[0] for values in told.values()] == ["network", "never", "no", "yes"]


# The example configuration


def uncommented() -> dict[str, Any]:
    """The example with what it only shows in comments."""
    return tomllib.loads(re.sub(r"^# ?(\[[\w.]+\]|\w+ = )", r"\1", EXAMPLE, flags=re.MULTILINE))


Table = tuple[str, type[BaseModel], Mapping[str, Any]]
NETWORKS: dict[str, type[BaseModel]] = {"bluesky": BlueskyNetwork, "mastodon": MastodonNetwork}


def tables(model: type[BaseModel], shown: Mapping[str, Any], at: str = "") -> Iterator[Table]:
    """Each table of the settings with what the example holds of it."""
    yield at, model, shown
    for key, field in model.model_fields.items():
        inner = [each for each in (field.annotation, *get_args(field.annotation)) if _is_model(each)]
        if key == "networks" and not at:
            for name, network in shown[key].items():
                yield from tables(NETWORKS[network["kind"]], network, name)
        elif inner and isinstance(shown.get(key), list):
            yield from tables(inner[0], shown[key][0], f"{at}.{key}")
        elif inner and key in shown:
            yield from tables(inner[0], shown[key], f"{at}.{key}")


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


TABLES = list(tables(Settings, uncommented()))
every_table = pytest.mark.parametrize(("at", "model", "shown"), TABLES, ids=[at or "top" for at, _, _ in TABLES])


def test_the_example_shows_both_kinds_of_network() -> None:
    kinds = {model for _, model, _ in TABLES}
    assert {BlueskyNetwork, MastodonNetwork} <= kinds


@every_table
def test_the_example_holds_every_key_and_no_other(at: str, model: type[BaseModel], shown: Mapping[str, Any]) -> None:
    courtesy = {"courtesy"} if model is BlueskyNetwork else set()  # shown once, at the other kind
    assert set(model.model_fields) - courtesy == set(shown)


@every_table
def test_the_example_shows_the_defaults(at: str, model: type[BaseModel], shown: Mapping[str, Any]) -> None:
    for key, value in shown.items():
        default = model.model_fields[key].default
        if default not in (PydanticUndefined, None, []) and not isinstance(value, dict):
            assert value == default, f"{at}.{key}"


@every_table
def test_every_key_has_its_one_line_help(at: str, model: type[BaseModel], shown: Mapping[str, Any]) -> None:
    assert model.__doc__
    part = [key for key in shown if not isinstance(shown[key], dict) and key not in {"announcements"}]
    silent = [key for key in part if not model.model_fields[key].description]
    assert not silent
