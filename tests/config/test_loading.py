"""Every mistake in the file is named by line and key, all at once, and no secret is ever shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.config import load
from bot.config.loading import secrets_of, warnings_of
from bot.errors import ConfigError

MINIMAL = """
[campaign]
name = "QuitteX"
operator = "@admin@mastodon.example"
[networks.sky]
kind = "bluesky"
handle = "quittex.example.org"
password = "env:QUITTEX_TEST_ABSENT"
"""


def written(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def problems(folder: Path, text: str, mode: int = 0o600, folders: Sequence[str] = ()) -> list[str]:
    for name in folders:
        (folder / name).mkdir()
    with pytest.raises(ConfigError) as caught:
        load(written(folder, text, mode))
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (('"\noperator', '"\nnmae = "x"\noperator'), "config.toml:4 campaign.nmae: unknown key, did you mean name?"),
        (('name = "QuitteX"\n', ""), "config.toml:2 campaign.name: is missing; write it"),
        (('name = "QuitteX"', "name = 3"), "config.toml:3 campaign.name: write text between quotes"),
        (('kind = "bluesky"', 'kind = "diaspora"'), 'config.toml:6 networks.sky.kind: must be "bluesky" or "mastodon"'),
        (
            ('kind = "bluesky"\n', ""),
            'config.toml:5 networks.sky.kind: is missing; write kind = "bluesky" or kind = "mastodon"',
        ),
        (("[networks.sky]", "[networks.Sky]"), "config.toml:5 networks.Sky: write small letters, digits, - and _ only"),
        (
            ("quittex.example.org", "quittex"),
            "config.toml:7 networks.sky.handle: write the full handle, such as quittex.bsky.social",
        ),
    ],
)
def test_a_mistake_names_its_line_and_key(tmp_path: Path, change: tuple[str, str], expected: str) -> None:
    assert problems(tmp_path, MINIMAL.replace(*change)) == [expected]


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    text = MINIMAL.replace("name =", "nmae =") + '[limits]\nreplies_per_thread = "x"\n[web]\non = true'
    assert len(problems(tmp_path, text)) == 4


def test_a_plain_secret_needs_a_private_file_and_earns_a_warning(tmp_path: Path) -> None:
    text = MINIMAL.replace("env:QUITTEX_TEST_ABSENT", "hunter2-hunter2")
    (line,) = problems(tmp_path, text, mode=0o644)
    assert "networks.sky.password: a plain secret" in line
    assert "hunter2" not in line
    settings = load(written(tmp_path, text))
    assert warnings_of(settings) == [
        "config.toml:8 networks.sky.password: a plain secret; env:NAME or file:PATH is safer"
    ]
    assert "hunter2" not in repr(settings)
    assert secrets_of(settings)["networks.sky.password"].read() == "hunter2-hunter2"


def test_a_wrong_value_never_appears_in_a_message(tmp_path: Path) -> None:
    text = MINIMAL.replace('"env:QUITTEX_TEST_ABSENT"', '["hunter2-hunter2"]')
    assert "hunter2" not in "".join(problems(tmp_path, text))


def test_an_unknown_key_is_compared_with_those_of_its_own_kind(tmp_path: Path) -> None:
    (line,) = problems(tmp_path, MINIMAL + 'visibility = "unlisted"')
    assert "known here" in line and "token" not in line and "password" in line


def test_an_unknown_key_of_a_table_in_a_network_is_compared_with_its_neighbours(tmp_path: Path) -> None:
    found = problems(tmp_path, MINIMAL + "[networks.sky.courtesy]\nper_dya = 5\nxyz = 1\n")
    assert found == [
        "config.toml:10 networks.sky.courtesy.per_dya: unknown key, did you mean per_day?",
        "config.toml:11 networks.sky.courtesy.xyz: unknown key; known here: deny, hours, per_day",
    ]


def test_a_folder_where_a_file_must_be_is_named(tmp_path: Path) -> None:
    found = problems(tmp_path, MINIMAL + '[storage]\nurl = "sqlite:data"\nkey_file = "."', folders=["data"])
    assert [line.partition(": ")[0] for line in found] == [
        "config.toml:10 storage.url",
        "config.toml:11 storage.key_file",
    ]
