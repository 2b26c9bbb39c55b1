"""An unzipped archive."""

import io
import os
from pathlib import Path

import pytest

from bot.archives.x_archive.folder import pieces_of, read_folder
from bot.archives.x_archive.inflate import PIECE_BYTES
from bot.archives.x_archive.names import Role
from bot.errors import InputError
from tests.archives.x_archive.builder import write_folder


def test_members_are_found_by_their_places(tmp_path: Path) -> None:
    texts = {"t/data/following.js": b"1", "t/data/FOLLOWER-PART1.JS": b"2", "t/.DS_Store": b"", "other/profile.js": b""}
    members, notes = read_folder(write_folder(texts, tmp_path))
    assert {role: (member.name, member.read(9)) for role, member in members.items()} == {
        Role("following"): ("t/data/following.js", b"1"), Role("follower", 1): ("t/data/FOLLOWER-PART1.JS", b"2"),
    }  # fmt: skip
    assert notes == []


def test_names_with_backslashes_are_taken_as_paths(tmp_path: Path) -> None:
    """What some tools make of a zip packed on Windows."""
    members, notes = read_folder(write_folder({"data\\following.js": b"1"}, tmp_path))
    assert members[Role("following")].read(9) == b"1"
    assert notes == ["data/following.js: named with backslashes"]


def test_links_that_nobody_reads_do_no_harm(tmp_path: Path) -> None:
    write_folder({"data/following.js": b"1"}, tmp_path)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "data" / "like.js").symlink_to("/nowhere")
    os.mkfifo(tmp_path / "data" / "tweets.js")
    assert len(read_folder(tmp_path)[0]) == 1


def test_a_path_may_itself_be_a_link(tmp_path: Path) -> None:
    write_folder({"data/following.js": b"1"}, tmp_path / "there")
    (tmp_path / "here").symlink_to(tmp_path / "there")
    assert len(read_folder(tmp_path / "here")[0]) == 1


def test_what_changes_while_it_is_read_is_told(tmp_path: Path) -> None:
    members, _ = read_folder(write_folder({"following.js": b"123"}, tmp_path))
    (tmp_path / "following.js").write_bytes(b"1234")
    with pytest.raises(InputError, match=r"^following\.js: changed while it was read$"):
        members[Role("following")].read(9)
    (tmp_path / "following.js").unlink()
    os.mkfifo(tmp_path / "following.js")
    with pytest.raises(InputError, match=r"^following\.js: no regular file$"):
        members[Role("following")].read(9)


def test_pieces_are_small(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(bytes(3 * PIECE_BYTES + 1))
    pieces = list(pieces_of(str(file), "a", file.stat().st_size))
    assert len(pieces) == 4
    assert io.BytesIO(b"".join(pieces)).read() == file.read_bytes()
