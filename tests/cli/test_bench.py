"""`quittex bench`: its words, its document, its exit codes."""

import json
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.bench import match, stream
from bot.bench.measure import Figure, Goal, Report
from bot.cli import main
from bot.cli.bench import MODULES


def report(value: float) -> Report:
    return Report("stream", "M", {"seed": 42}, [Figure("decode", value, "events", 1.0, value, Goal(">=", 7))])


@pytest.mark.parametrize(("value", "code", "verdict"), [(7.5, 0, "met"), (6.5, 1, "MISSED")])
def test_a_missed_goal_is_exit_1(value: float, code: int, verdict: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "bench", lambda size: report(value))
    ended = CliRunner().invoke(main, ["bench", "stream", "--size", "M"])
    assert ended.exit_code == code
    header, line = ended.stdout.splitlines()
    assert header.split() == ["figure", "ours", "baseline", "ratio", "goal"]
    assert line.split() == ["decode", str(value), "events", "1", "events", f"{value}x", ">=", "7x:", verdict]


def test_one_document_on_stdout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "bench", lambda size: report(8))
    ended = CliRunner().invoke(main, ["bench", "stream", "--json"])
    assert json.loads(ended.stdout)["results"][0]["met"] is True


@pytest.mark.parametrize("words", [["bench"], ["bench", "everything"], ["bench", "stream", "--size", "XL"]])
def test_wrong_use_is_exit_2(words: list[str]) -> None:
    assert CliRunner().invoke(main, words).exit_code == 2


def test_every_benchmark_has_its_module() -> None:
    for module in MODULES.values():
        assert callable(import_module(f"bot.bench.{module}").bench)


def smaller(tmp_path: Path, **other: object) -> str:
    file = tmp_path / "m.json"
    row = {"id": "match.edge", "ours": 9.5, "baseline": 11.0, "ratio": 1.2, "goal": None, "met": None, "unit": "us"}
    file.write_text(json.dumps({"benchmark": "match", "size": "M", "results": [row], **other}), "utf-8")
    return str(file)


def test_a_smaller_run_can_be_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Figure] = []
    monkeypatch.setattr(match, "bench", lambda size, against: given.extend(against.values()) or report(8))
    assert CliRunner().invoke(main, ["bench", "match", "--size", "L", "--against", smaller(tmp_path)]).exit_code == 0
    assert given == [Figure("match.edge", 9.5, "us", 11.0, 1.2)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["match", "--size", "M", "--against", "m.json"], "goes with"),
        (["erase", "--size", "L", "--against", "m.json"], "goes with"),
        (["match", "--size", "L", "--against", "none.json"], "cannot be read"),
        (["match", "--size", "L", "--against", "s.json"], "is not what"),
        (["match", "--size", "L", "--against", "text"], "is not JSON"),
    ],
)
def test_what_cannot_be_compared_with_is_exit_2(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    smaller(tmp_path)
    (tmp_path / "s.json").write_text('{"benchmark": "match", "size": "S"}')
    (tmp_path / "text").write_text("figure ours baseline")
    ended = CliRunner().invoke(main, ["bench", *words])
    assert ended.exit_code == 2
    assert said in ended.stderr
