"""Which members of an archive are read, by their names; one we would read whose name is a trap is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.errors import InputError

LISTS = ("following", "follower")
"""The two kinds of lists, in X's own words."""


_ROLE = re.compile(
    r"(following|follower|account|profile|manifest|tweets?)(?:-part([0-9]{1,6}))?\.js", re.IGNORECASE | re.ASCII
)
_PARTED = (*LISTS, "tweet")
_DRIVE = re.compile(r"^[A-Za-z]:")
_SHOWN = 120


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """What a file is for: its kind in X's own words (tweets are `tweet` in every year) and which part of it."""

    kind: str
    part: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which kinds of files are read, and of which of them there must be one."""

    kinds: frozenset[str]
    needed: tuple[str, ...]


ARCHIVE = Wanted(frozenset({*LISTS, "account", "profile", "manifest"}), LISTS)
TWEETS = Wanted(frozenset({"tweet"}), ("tweet",))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a member that is read lies.

    `root` is the folder of its archive in lower case: `data` stands below it, or nothing does.
    """

    role: Role
    root: str
    path: str
    backslashes: bool


def role_of(base: str) -> Role | None:
    """The role of a file by its name without folders, None if it has none.

    >>> role_of("Following-Part2.js"), role_of("like.js")
    (Role(kind='following', part=2), None)
    """
    found = _ROLE.fullmatch(base)
    if not found:
        return None
    kind = found[1].lower()
    kind = "tweet" if kind == "tweets" else kind
    return Role(kind, int(found[2] or 0)) if kind in _PARTED or not found[2] else None


def place_of(name: str, wanted: Wanted = ARCHIVE) -> Place | None:
    """Where a member that is wanted lies, None if it is not; InputError if it is and its name is a trap."""
    slashed = name.replace("\\", "/")
    steps = slashed.split("/")
    role = role_of(_DRIVE.sub("", steps[-1])) or role_of(slashed.partition("\0")[0].rpartition("/")[2])
    if role is None or role.kind not in wanted.kinds or _is_left_behind(steps):
        return None
    if why := _trap(slashed, steps):
        raise InputError(f"{shown(name)}: {why}")
    folders = [step for step in steps[:-1] if step not in ("", ".")]
    path = "/".join([*folders, steps[-1]])
    lowered = [step.lower() for step in folders]
    root = "/".join(lowered[:-1] if lowered[-1:] == ["data"] else lowered)
    return Place(role, root, path, "\\" in name)


def shown(name: str) -> str:
    """A name from outside as it may stand in one line of a message."""
    plain = "".join(c if c.isprintable() else "?" for c in name[: _SHOWN + 1])
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]}..."


def _is_left_behind(steps: list[str]) -> bool:
    """Whether it is a shadow that macOS packs beside every file, or a script of the archive's own viewer."""
    lowered = [step.lower() for step in steps]
    return "__macosx" in lowered or steps[-1].startswith("._") or lowered[-3:-1] == ["assets", "js"]


def _trap(slashed: str, steps: list[str]) -> str:
    if "\0" in slashed:
        return "a NUL in its name"
    if slashed.startswith("/") or _DRIVE.match(slashed):
        return "an absolute name"
    return "a name that climbs out of its folder" if ".." in steps else ""
