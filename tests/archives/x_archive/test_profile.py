"""What they said of themselves."""

import pytest

from bot.archives.x_archive.members import Member
from bot.archives.x_archive.profile import Profile, read_profile

PREFIX = b"window.YTD.profile.part0 = "


@pytest.mark.parametrize(
    ("entries", "profile"),
    [
        (b'[{"profile": {"description": {"bio": "Me", "website": "https://a.example"}}}]', Profile("Me", "https://a.example")),
        (b'[{"profile": {"description": {"bio": "Me \\ud83d"}}}]', Profile("Me ?", "")),
        (b'[{"profile": {"description": {"bio": 7, "website": null}}}]', Profile("", "")),
        (b'[{"profile": {}}]', None), (b"[]", None), (b"[7]", None), (b'[{"profile": {"description": "Me"}}]', None),
    ],
)  # fmt: skip
def test_profiles(entries: bytes, profile: Profile | None) -> None:
    text, notes = PREFIX + entries, list[str]()
    assert read_profile(Member("profile.js", len(text), lambda: iter((text,))), notes) == profile
    assert notes == ([] if profile else ["profile.js: holds no profile"])
