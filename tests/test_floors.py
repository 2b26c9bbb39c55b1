"""The house: imports go down only, each library lives in one room, files and functions are small and have a test."""

import ast
import graphlib
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
FILE_LINES = 400
FUNCTION_LINES = 40
FUNCTION_LINES_P90 = 30

# Part of the house -> (its floor, the floors below it that it may import from). A part may always import itself.
FLOORS: dict[str, tuple[int, set[int]]] = {
    "domain": (0, {0}),
    "errors": (0, {0}),
    "ports": (1, {0}),
    "actions": (2, {0, 1}),
    "networks": (3, {0, 1}),
    "storage": (3, {0, 1}),
    "archives": (3, {0, 1}),
    "charts": (3, {0, 1}),
    "locales": (3, {0, 1}),
    "proofs": (3, {0, 1}),
    "config": (3, {0, 1}),
    "log": (3, {0, 1}),
    "loops": (4, {0, 1, 2}),
    "web": (4, {0, 1, 2}),
    "app": (5, {0, 1, 2, 3, 4}),
    "running": (6, {0, 1, 2, 3, 4, 5}),
    "cli": (7, {0, 1, 2, 3, 4, 5, 6, 7}),
    "demo": (7, {0, 1, 2, 3, 4, 5, 6, 7}),
    "bench": (7, {0, 1, 2, 3, 4, 5, 6, 7}),
    "__main__": (7, {7}),
}
# Twins which never import one another; what they share lies beside them.
TWINS = [("networks", {"bluesky", "mastodon"}), ("storage", {"sqlite", "postgres"})]

# Library -> the only folders or files of bot/ that import it.
HOMES = {
    "atproto": ["networks/bluesky"],
    "atproto_client": ["networks/bluesky"],
    "atproto_core": ["networks/bluesky"],
    "mastodon": ["networks/mastodon"],
    "sqlite3": ["storage"],
    "pysqlite3": ["storage"],
    "sqlite_utils": ["storage"],
    "apscheduler": ["loops/schedule.py"],
    "httpx": ["networks", "proofs"],
    "dns": ["proofs"],
    "requests": ["networks/mastodon"],
    "h11": ["demo"],
    "resvg_py": ["charts"],
    "libipld": ["networks/bluesky", "demo"],
    "tomlkit": ["cli"],
    "numpy": ["archives/x_archive", "storage", "bench"],
}
# Floor 0 has no clock, no chance, no world.
IMPURE = {
    *("asyncio", "http", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil", "signal"),
    *("socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib.request", "uuid"),
}
# Too slow for `quittex --help`: imported inside the command that needs it.
HEAVY = {"atproto", "dns", "mastodon", "apscheduler", "httpx", "sqlite_utils", "pydantic", "rich", "numpy"}

# Installed for what it brings, not for its names.
NEVER_IMPORTED = {"tzdata"}
# Bound to a version by the library that brings it.
PARTS_OF_ANOTHER = {"pydantic-core"}
# "path::function": its length. Each waits to be cut; none may be added.
LONG_FUNCTIONS: dict[str, int] = {}
# Modules without a test of their own name. Each waits for one; none may be added.
UNTESTED: set[str] = set()
# Contracts without code; every adapter is tested against them in tests/contract.
CONTRACTS = {
    "ports/asking.py", "ports/courtesy.py", "ports/listing.py", "ports/lives.py", "ports/pages.py", "ports/people.py",
    "ports/protecting.py", "ports/proving.py", "ports/reconnecting.py", "ports/rights.py", "ports/store.py",
    "ports/work.py",
    "ports/world.py",
}  # fmt: skip


class Import(NamedTuple):
    """`importer` is a path below bot/, `name` is dotted, `top` is false inside a function."""

    importer: str
    name: str
    line: int
    top: bool


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of bot/, by its path below bot/."""
    files = sorted((ROOT / "bot").rglob("*.py"))
    return {file.relative_to(ROOT / "bot").as_posix(): ast.parse(file.read_text("utf-8")) for file in files}


@cache
def modules() -> set[str]:
    return {dotted(path) for path in trees()}


def dotted(path: str) -> str:
    parts = ["bot", *path.removesuffix(".py").split("/")]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports() -> list[Import]:
    return [found for path, tree in trees().items() for found in imports_of(path, tree, top=True)]


def imports_of(path: str, node: ast.AST, top: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(path, alias.name, child.lineno, top) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, f"bot/{path}:{child.lineno}: relative import"
            for alias in child.names:
                whole = f"{child.module}.{alias.name}"
                yield Import(path, whole if whole in modules() else str(child.module), child.lineno, top)
        else:
            inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from imports_of(path, child, top and not inside)


def functions() -> Iterator[tuple[str, int]]:
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path}::{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def part(name: str) -> str:
    """`bot.domain.people` -> `domain`, as does the path `domain/people.py`."""
    first, _, rest = name.removeprefix("bot.").replace("/", ".").partition(".")
    return first if rest or first != "bot" else "bot"


def where(found: Import) -> str:
    return f"bot/{found.importer}:{found.line} imports {found.name}"


def test_no_cancellation_is_swallowed() -> None:
    """`asyncio.wait_for` of Python 3.11 returns instead when its work ends in that moment; `asyncio.timeout` raises."""
    assert not [path for path, tree in trees().items() for node in ast.walk(tree) if _waits(node)]


def _waits(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "wait_for"


def test_every_part_has_its_floor() -> None:
    strangers = {part(path) for path in trees()} - set(FLOORS) - {"__init__"}
    assert not strangers, "give each a floor in FLOORS, or move it"


def test_imports_go_down_only() -> None:
    wrong = []
    for found in imports():
        if not found.name.startswith("bot.") or part(found.importer) == "__init__":
            continue
        own, other = part(found.importer), part(found.name)
        if own != other and FLOORS[other][0] not in FLOORS[own][1]:
            wrong.append(where(found))
    assert not wrong


@pytest.mark.parametrize(("folder", "names"), TWINS, ids=[folder for folder, _ in TWINS])
def test_twins_do_not_know_each_other(folder: str, names: set[str]) -> None:
    wrong = []
    for found in imports():
        for name in names:
            stranger = found.name.startswith(tuple(f"bot.{folder}.{other}" for other in names - {name}))
            if found.importer.startswith(f"{folder}/{name}/") and stranger:
                wrong.append(where(found))
    assert not wrong


def test_no_module_imports_itself_by_a_detour() -> None:
    graph: dict[str, set[str]] = {}
    for found in imports():
        if found.top and found.name in modules() and found.name != dotted(found.importer):
            graph.setdefault(dotted(found.importer), set()).add(found.name)
    graphlib.TopologicalSorter(graph).prepare()


def test_each_library_lives_in_one_room() -> None:
    wrong = []
    for found in imports():
        homes = HOMES.get(found.name.partition(".")[0])
        if homes and not any(found.importer == home or found.importer.startswith(f"{home}/") for home in homes):
            wrong.append(where(found))
    assert not wrong


def test_floor_zero_knows_no_world() -> None:
    pure = {"domain", "errors"}
    wrong = [where(found) for found in imports() if part(found.importer) in pure and impure(found.name)]
    for path, tree in trees().items():
        if part(path) in pure | {"actions"}:
            wrong += [f"bot/{path}:{line} asks for the time; take `now` as an argument" for line in clock_calls(tree)]
    assert not wrong


def impure(name: str) -> bool:
    return name in IMPURE or name.partition(".")[0] in IMPURE


def clock_calls(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            *_, owner, name = ["", *ast.unparse(node.func).split(".")]
            if owner in {"datetime", "date"} and name in {"now", "today", "utcnow"}:
                yield node.lineno


def test_commands_start_light() -> None:
    slow = [found for found in imports() if found.importer.startswith("cli/") and found.top]
    assert not [where(found) for found in slow if found.name.partition(".")[0] in HEAVY]


def test_files_are_one_room_each() -> None:
    lengths = {path: len((ROOT / "bot" / path).read_text("utf-8").splitlines()) for path in trees()}
    assert not {path: count for path, count in lengths.items() if count > FILE_LINES}


def test_functions_are_short() -> None:
    too_long = {name: lines for name, lines in functions() if lines > FUNCTION_LINES}
    assert too_long.keys() <= LONG_FUNCTIONS.keys(), {n: too_long[n] for n in too_long.keys() - LONG_FUNCTIONS.keys()}
    assert LONG_FUNCTIONS.keys() <= too_long.keys(), "short now: take it off the list"
    assert not {name: lines for name, lines in too_long.items() if lines > LONG_FUNCTIONS[name]}, "it grew"
    lengths = sorted(lines for _, lines in functions())
    assert not lengths or lengths[len(lengths) * 9 // 10] <= FUNCTION_LINES_P90


def test_every_module_has_its_test() -> None:
    plain = {path for path in trees() if Path(path).name not in {"__init__.py", "__main__.py"}} - CONTRACTS
    untested = {path for path in plain if not (ROOT / "tests" / path).with_name(f"test_{Path(path).name}").exists()}
    assert untested <= UNTESTED, f"write their tests: {sorted(untested - UNTESTED)}"
    assert untested >= UNTESTED, f"tested now, take them off the list: {sorted(UNTESTED - untested)}"


def test_only_commands_print() -> None:
    wrong = []
    for path, tree in trees().items():
        if part(path) in {"cli", "demo"}:
            continue
        called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        wrong += [f"bot/{path}:{c.lineno}" for c in called if isinstance(c, ast.Name) and c.id == "print"]
    assert not wrong


def test_what_is_imported_is_declared_and_the_other_way_round() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {plain_name(re.split(r"[<>=;\[ ]", line)[0]) for line in project["dependencies"]}
    tops = {found.name.partition(".")[0] for found in imports()} - set(sys.stdlib_module_names) - {"bot"}
    installed = importlib.metadata.packages_distributions()
    brought_by = {top: {plain_name(dist) for dist in installed.get(top, [])} for top in tops}
    known = declared | PARTS_OF_ANOTHER
    assert not {top for top, dists in brought_by.items() if not dists & known}, "not in pyproject.toml"
    used = {dist for dists in brought_by.values() for dist in dists}
    assert not declared - used - NEVER_IMPORTED, "declared in pyproject.toml, imported nowhere"


def plain_name(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()
