"""The members of an archive that are read, wherever they lie, and the choice among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.archives.x_archive.limits import check_total
from bot.archives.x_archive.names import Place, Role, shown
from bot.errors import InputError


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive. `pieces()` are its unpacked bytes; whatever is wrong with them is an InputError."""

    name: str
    size: int
    pieces: Callable[[], Iterator[bytes]]

    def read(self, limit: int) -> bytes:
        """All of it; InputError if it is empty or longer than `limit` bytes."""
        if self.size > limit:
            raise InputError(f"{self.name}: longer than {limit} bytes")
        text = b"".join(self.pieces())
        if not text:
            raise InputError(f"{self.name}: empty")
        return text


Members = tuple[dict[Role, Member], list[str]]
"""The members of one archive by their roles, and the notes taken while they were looked for."""


@dataclass(slots=True)
class Found:
    """What a container holds of X's archives, by archive and role; `notes` say what was odd and accepted."""

    by_root: dict[str, dict[Role, Member]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def add(self, place: Place, member: Member) -> None:
        """InputError if the same part was there already."""
        roles = self.by_root.setdefault(place.root, {})
        if place.role in roles:
            raise InputError(f"{roles[place.role].name} and {member.name}: the same file twice")
        roles[place.role] = member
        if place.backslashes:
            self.notes.append(f"{member.name}: named with backslashes")

    def chosen(self, needed: Sequence[str], nothing: str) -> Members:
        """Those of the one archive that it holds; InputError if there are two, or none (`nothing` says why).

        An archive is where files of one of the kinds `needed` are.
        """
        roots = [root for root, roles in self.by_root.items() if any(role.kind in needed for role in roles)]
        if not roots:
            raise InputError(nothing)
        if len(roots) > 1:
            places = ", ".join(sorted(shown(root) or "the top folder" for root in roots)[:3])
            raise InputError(f"holds more than one archive ({places}): give one at a time")
        members = self.by_root[roots[0]]
        check_total(member.size for member in members.values())
        return members, self.notes
