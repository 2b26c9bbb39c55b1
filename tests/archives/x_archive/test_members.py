"""The choice among what is there."""

import pytest

from bot.archives.x_archive.members import Found, Member
from bot.archives.x_archive.names import LISTS, Place, Role
from bot.errors import InputError


def member(name: str, text: bytes = b"text", size: int | None = None) -> Member:
    return Member(name, len(text) if size is None else size, lambda: iter((text,)))


def placed(found: Found, kind: str, root: str = "", size: int | None = None, backslashes: bool = False) -> None:
    path = f"{root}/{kind}.js"
    found.add(Place(Role(kind), root, path, backslashes), member(path, size=size))


def test_a_member_is_read_as_far_as_it_may() -> None:
    assert member("a").read(4) == b"text"
    with pytest.raises(InputError, match=r"^a: longer than 3 bytes$"):
        member("a").read(3)
    with pytest.raises(InputError, match=r"^a: empty$"):
        member("a", b"").read(3)


def test_the_files_beside_the_lists_are_chosen() -> None:
    found = Found()
    placed(found, "following", "a", backslashes=True)
    placed(found, "account", "a")
    placed(found, "account", "b")
    members, notes = found.chosen(LISTS, "nothing")
    assert {role.kind: member.name for role, member in members.items()} == {
        "following": "a/following.js", "account": "a/account.js",
    }  # fmt: skip
    assert notes == ["a/following.js: named with backslashes"]


def test_no_list_is_nothing() -> None:
    found = Found()
    placed(found, "account")
    with pytest.raises(InputError, match=r"^nothing here$"):
        found.chosen(LISTS, "nothing here")


def test_two_archives_are_too_many() -> None:
    found = Found()
    placed(found, "following", "a")
    placed(found, "follower", "")
    with pytest.raises(InputError, match=r"^holds more than one archive \(a, the top folder\)"):
        found.chosen(LISTS, "nothing")


def test_the_same_part_twice_is_refused() -> None:
    found = Found()
    placed(found, "following")
    with pytest.raises(InputError, match=r"^/following\.js and /following\.js: the same file twice$"):
        placed(found, "following")


def test_all_of_them_together_are_bounded() -> None:
    found = Found()
    placed(found, "following", size=900_000_000)
    placed(found, "account", size=100_000_000)
    assert len(found.chosen(LISTS, "nothing")[0]) == 2
    placed(found, "follower", size=1)
    with pytest.raises(InputError, match="more than 1 GB"):
        found.chosen(LISTS, "nothing")
