"""quittex understand: one post per line, one request per line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main

CONFIG = """
[campaign]
name = "AdiosX"
tags = ["AdiosX"]
languages = ["en"]
operator = "@admin@mastodon.example"
[networks.bluesky]
kind = "bluesky"
handle = "adiosx.example.org"
password = "env:QUITTEX_ABSENT"
"""


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(posts: str | bytes, *options: str) -> Result:
    return CliRunner().invoke(main, ["understand", *options], input=posts, catch_exceptions=False)


def test_each_line_is_a_post() -> None:
    result = run("trouve\nje suis @alice sur X\nstop\nmerci !\nblabla\n")
    assert result.stdout.splitlines() == ["find", "link alice", "stop", "nothing", "unclear"]
    assert (result.exit_code, result.stderr) == (0, "")


def test_an_empty_line_is_a_bare_mention() -> None:
    assert run("\nstop\n").stdout.splitlines() == ["find", "stop"]


def test_a_line_may_be_a_json_string_of_several_lines() -> None:
    posts = [json.dumps("Bonjour,\n\ncombien sommes-nous ?"), json.dumps("J'étais @alice sur Twitter \ud800")]
    assert run("\n".join(posts)).stdout.splitlines() == ["count", "link alice"]


def test_a_broken_json_string_is_plain_text() -> None:
    assert run('"trouve\n"trouve" et merci\n').stdout.splitlines()[0] == "find"


def test_bytes_that_are_no_text_are_read_all_the_same() -> None:
    assert run(b"stop \xff\xfe\n\xc3\x28\n\x00aide\n").stdout.splitlines() == ["stop", "find", "help"]


def test_without_a_mention_only_finding_counts() -> None:
    result = run("#QuitteX\nstop #QuitteX\nje quitte X #QuitteX\n", "--no-mention")
    assert result.stdout.splitlines() == ["find", "nothing", "nothing"]


def test_json_is_one_document() -> None:
    assert json.loads(run("I was @alice on X\n#QuitteX\n", "--json").stdout) == [
        {"request": "link", "x_handle": "alice", "language": "en", "bare": False},
        {"request": "find", "x_handle": None, "language": None, "bare": True},
    ]


@pytest.mark.parametrize(
    ("post", "line"),
    [
        ("hide me", "private found=nobody"),
        ("Räkna mig igen", "public counted=yes"),
        ("ne me préviens plus", "tell-me never"),
        ("préviens-moi chaque jour", "tell-me"),
        ("can you delete my data?", "forget unsure"),
        ("vergiss mich", "forget"),
        ("sí, gracias", "nothing yes"),
        ("nej tack", "nothing no"),
        ("here is the proof: x.com/Alice/status/12?s=20", "prove https://x.com/alice/status/12"),
    ],
)
def test_what_goes_with_a_request_is_told(post: str, line: str) -> None:
    assert run(post).stdout == f"{line}\n"


def test_json_tells_it_too() -> None:
    assert json.loads(run("hide me\nnon merci\n", "--json").stdout) == [
        {"request": "private", "x_handle": None, "language": "en", "bare": False, "choice": "found=nobody"},
        {"request": "nothing", "x_handle": None, "language": "fr", "bare": False, "agrees": "no"},
    ]


def test_the_tags_of_a_configuration_are_used(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(CONFIG)
    assert run("#AdiosX\n", "--no-mention").stdout == "find\n"


def test_a_configuration_that_is_named_must_be_there() -> None:
    result = run("stop\n", "--config", "nowhere.toml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nowhere.toml" in result.stderr


def test_the_name_of_the_bot_is_nobody_else() -> None:
    posts = ["delete @quittex.bsky.social", "@QuitteX@piaille.fr supprime", "delete @quittexfan.bsky.social"]
    assert run("\n".join(posts)).stdout.splitlines() == ["delete", "delete", "unclear"]


def test_a_proof_may_repeat_its_code() -> None:
    shown = "voici mon post https://x.com/alice/status/1859999999999999999 QX-ABCDEFG"
    assert run(shown).stdout.split() == ["prove", "https://x.com/alice/status/1859999999999999999"]


def test_the_longer_choice_counts() -> None:
    assert run("hide me\ndon't hide me\n").stdout.splitlines() == ["private found=nobody", "public found=network"]
