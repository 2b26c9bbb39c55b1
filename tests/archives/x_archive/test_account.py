"""Whose archive it is."""

import pytest

from bot.archives.x_archive.account import Owner, read_account
from bot.archives.x_archive.members import Member
from bot.errors import InputError

PREFIX = b"window.YTD.account.part0 = "


def read(text: bytes) -> tuple[Owner, list[str]]:
    notes: list[str] = []
    return read_account(Member("account.js", len(text), lambda: iter((text,))), notes), notes


@pytest.mark.parametrize(
    ("entry", "owner"),
    [
        (b'{"account": {"accountId": "12", "username": "Alice_X"}}', Owner(12, "alice_x")),
        (b'{"accountId": 12}', Owner(12)), (b'{"account": {"accountId": "12", "username": null}}', Owner(12)),
        (b'{"account": {"accountId": "12", "username": "no handle!"}}', Owner(12)),
        (b'{"account": {"accountId": "12", "accountDisplayName": "\\ud83d"}}', Owner(12)),
    ],
)  # fmt: skip
def test_owners(entry: bytes, owner: Owner) -> None:
    assert read(PREFIX + b"[ " + entry + b" ];\n") == (owner, [])
    assert read(b"[" + entry + b"," + entry + b"]") == (owner, ["account.js: plain JSON, without X's first line"])


def test_an_empty_list_names_nobody() -> None:
    assert read(PREFIX + b"[]") == (Owner(), ["account.js: names no account"])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (PREFIX + b'[{"account": {"accountId": "012"}}]', "accountId: an X id is"),
        (PREFIX + b'[{"account": {"accountId": null}}]', "no account with|accountId: "),
        (PREFIX + b'[{"accountId": "1"}, {"accountId": "2"}]', "names two accounts"),
        (PREFIX + b"[{}]", "no account with an accountId"), (PREFIX + b"[7]", "no account with an accountId"),
        (PREFIX + b"{}", "not a list"), (PREFIX + b"[", "not valid JSON"), (b"", "empty"),
        (b"window.YTD.profile.part0 = []", "calls itself profile, not account"),
    ],
)  # fmt: skip
def test_what_is_no_account(text: bytes, why: str) -> None:
    with pytest.raises(InputError, match=rf"^account\.js: ({why})"):
        read(text)
