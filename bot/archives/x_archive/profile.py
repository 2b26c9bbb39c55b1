"""profile.js: what its owner said of themselves, where a link to their new home may stand."""

from __future__ import annotations

from dataclasses import dataclass

from bot.archives.x_archive.account import entries
from bot.archives.x_archive.members import Member


@dataclass(frozen=True, slots=True)
class Profile:
    """A description and a website, as they were typed; "" where absent."""

    bio: str = ""
    website: str = ""


def read_profile(member: Member, notes: list[str]) -> Profile | None:
    """The profile, None if the file holds none; InputError if it cannot be read."""
    for entry in entries(member, "profile", notes):
        profile = entry.get("profile", entry) if isinstance(entry, dict) else None
        said = profile.get("description") if isinstance(profile, dict) else None
        if isinstance(said, dict):
            return Profile(_text(said.get("bio")), _text(said.get("website")))
    notes.append(f"{member.name}: holds no profile")
    return None


def _text(value: object) -> str:
    """A text that can be stored and shown: half of a pair of UTF-16 is nothing alone."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else ""
