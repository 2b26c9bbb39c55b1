"""The same members from a path or a stream, and every fault in the same words."""

import io
import tempfile
from pathlib import Path

import pytest

from bot.archives.x_archive.members import Member
from bot.archives.x_archive.names import TWEETS, Role
from bot.archives.x_archive.sources import read_source
from bot.errors import InputError
from tests.archives.x_archive.builder import Invented, Layout, archive_zip, files, write_folder


def kinds(members: dict[Role, Member], notes: list[str]) -> list[str]:
    assert notes == []
    return sorted(role.kind for role in members)


ALL = ["account", "follower", "following", "manifest", "profile"]


def test_paths_and_streams(tmp_path: Path) -> None:
    text = archive_zip(Invented())
    (tmp_path / "x.zip").write_bytes(text)
    write_folder(files(Invented(), Layout()), tmp_path / "x")
    with tempfile.SpooledTemporaryFile() as upload:
        upload.write(text)
        for source in (tmp_path / "x.zip", tmp_path / "x", io.BytesIO(text), upload):
            assert read_source(source, kinds) == ALL  # type: ignore[arg-type]
            assert read_source(source, kinds, TWEETS) == ["tweet"]  # type: ignore[arg-type]
        assert not upload.closed


def test_what_use_objects_to_is_told_with_the_source(tmp_path: Path) -> None:
    def objects(_members: object, _notes: object) -> None:
        raise InputError("not good")

    for source in (tmp_path, io.BytesIO(archive_zip(Invented()))):
        write_folder(files(Invented(), Layout()), tmp_path)
        label = "the archive" if isinstance(source, io.BytesIO) else str(tmp_path)
        with pytest.raises(InputError, match=f"^{label}: not good$"):
            read_source(source, objects)


def test_what_the_system_refuses_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.zip: cannot be read: No such file or directory$"):
        read_source(tmp_path / "nothing.zip", kinds)

    def vanished(_members: object, _notes: object) -> None:
        (tmp_path / "data" / "gone.js").read_bytes()

    write_folder(files(Invented(), Layout()), tmp_path)
    with pytest.raises(InputError, match=r": cannot be read: .*gone\.js: No such file or directory$"):
        read_source(tmp_path, vanished)
