"""The whole demo, as a newcomer starts it; .ci/run plays it once more at its own pace."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

DEMO = (sys.executable, "-m", "bot", "demo")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "TMPDIR": str(tmp_path)}


def alive(folder: Path) -> list[str]:
    """Processes that name this folder."""
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(path.read_text().replace("\0", " "))
        except OSError:
            continue
    return [line for line in lines if str(folder) in line]


def test_all_goes_as_told(tmp_path: Path, environment: dict[str, str]):
    picture = tmp_path / "demo.svg"
    words = [*DEMO, "--seconds", "1", "--json", "--picture", str(picture)]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["ok"] is True
    assert len(told["steps"]) >= 15
    assert "All went as told." in done.stderr
    assert "Élodie" in picture.read_text()
    chart = Path(told["files"]["chart"])
    assert chart.read_bytes().startswith(b"\x89PNG")
    assert {path.name for path in chart.parent.iterdir()} == {"chart.png", "config.toml"}
    assert alive(tmp_path) == []


def test_interrupted_it_leaves_nothing(tmp_path: Path, environment: dict[str, str]):
    with subprocess.Popen([*DEMO], env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "listens to both" in line:
                process.send_signal(signal.SIGINT)
                break
        rest = process.stdout.read()
    assert process.returncode == 1
    assert "interrupted" in rest
    assert "Traceback" not in rest
    assert alive(tmp_path) == []
    assert not list(tmp_path.rglob("work"))


def test_nobody_reads_on(tmp_path: Path, environment: dict[str, str]):
    with subprocess.Popen([*DEMO], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
    assert process.returncode == 1
    assert told == b""
    assert alive(tmp_path) == []


@pytest.mark.parametrize("words", [("--seconds", "0"), ("--seconds", "soon"), ("more",)])
def test_wrong_use(words: tuple[str, ...]):
    done = subprocess.run([*DEMO, *words], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
