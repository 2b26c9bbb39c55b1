"""Registry files as people really save them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.archives.tables import read, split_line
from bot.domain.accounts import Account, Platform
from bot.domain.registry import BadRow, PersonRow, Row
from bot.errors import InputError

USERS = "twitter_id,twitter_username,bluesky_id,bluesky_username,mastodon_id,mastodon_username,mastodon_instance"
ALICE = "1,Alice,did:plc:a,alice.bsky.social,109,alice,https://piaille.fr"
ALICE_ROW = PersonRow(
    2, 1, "alice",
    accounts=(
        Account(Platform.BLUESKY, "did:plc:a", "alice.bsky.social"),
        Account(Platform.MASTODON, "", "alice@piaille.fr", local_id="109", local_host="piaille.fr"),
    ),
    levels=(None, None),
)  # fmt: skip


@pytest.fixture
def rows(tmp_path: Path):  # type: ignore[no-untyped-def]
    def read_text(text: str | bytes, name: str = "people.csv") -> list[Row]:
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return list(read(path, name))

    return read_text


def bad_lines(found: list[Row]) -> dict[int, str]:
    return {row.line: row.reason for row in found if isinstance(row, BadRow)}


def test_users_of_version_one(rows) -> None:  # type: ignore[no-untyped-def]
    assert rows(f"{USERS}\n{ALICE}\n2,,,,,,\n3,,,bob,,,\n") == [
        ALICE_ROW,
        PersonRow(3, 2),
        PersonRow(4, 3, accounts=(Account(Platform.BLUESKY, "", "bob.bsky.social"),), levels=(None,)),
    ]


def test_mappings(rows) -> None:  # type: ignore[no-untyped-def]
    (row,) = rows("twitter_id,bluesky_handle\n1,@alice.bsky.social\n")
    assert row == PersonRow(2, 1, accounts=(Account(Platform.BLUESKY, "", "alice.bsky.social"),), levels=(None,))


ACCOUNTS = "platform,instance,account_id,username,identity\n"


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (0, 3, 1, 4, 2)])
def test_platform_accounts_are_gathered_by_identity_in_any_order(rows, order) -> None:  # type: ignore[no-untyped-def]
    lines = [
        "twitter,,1,alice,i1", "bluesky,,did:plc:a,alice.bsky.social,i1", "MASTODON,https://piaille.fr,109,alice,i1",
        "x,,2,bob,i2", "mastodon,b.example,7,bob,i2",
    ]  # fmt: skip
    found = {row.x_id: row for row in rows(ACCOUNTS + "\n".join(lines[at] for at in order))}
    assert (found[1].x_handle, set(found[1].accounts)) == ("alice", set(ALICE_ROW.accounts))
    assert [account.handle for account in found[2].accounts] == ["bob@b.example"]


def test_an_identity_keeps_its_good_rows_and_all_of_them_need_one_x_number(rows) -> None:  # type: ignore[no-untyped-def]
    found = rows(
        ACCOUNTS + "x,,1,,one\nbluesky,,nodid,,one\nbluesky,,did:plc:a,,one\n"
        "bluesky,,did:plc:b,,no-x\nx,,2,,two-x\nx,,3,,two-x\nx,,4,,\nthreads,,5,,five\n"
    )
    assert [row.accounts for row in found if isinstance(row, PersonRow)] == [(Account(Platform.BLUESKY, "did:plc:a"),)]
    assert {line: reason.partition(":")[0] for line, reason in bad_lines(found).items()} == {
        3: "account_id", 5: "identity", 6: "identity", 7: "identity", 8: "identity", 9: "platform",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff{USERS}\n{ALICE}\n", f"{USERS}\r\n{ALICE}\r\n", f"{USERS}\n{ALICE}",
        f"{USERS}\n{ALICE}\n".replace(",", ";"), f"{USERS}\n{ALICE}\n".replace(",", "\t"),
        f"{USERS.upper()},Bio\n{ALICE},\"one, \"\"two\"\"\"\n", f"{USERS},\n{ALICE},\n\n\n",
        "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in (USERS, ALICE)),
        f" {USERS} \n 1 , @Alice , did:plc:a,ALICE,109,@alice@piaille.fr,\n",
    ],
)  # fmt: skip
def test_one_table_saved_in_many_ways(rows, text: str) -> None:  # type: ignore[no-untyped-def]
    (row,) = rows(text)
    assert (row.x_id, row.x_handle, row.accounts) == (1, "alice", ALICE_ROW.accounts)


def test_an_unclosed_quote_spoils_its_own_line_only(rows) -> None:  # type: ignore[no-untyped-def]
    found = rows('twitter_id,bluesky_handle\n1,"alice\n2,bob\n"3,carol\n4,dave\n5,"eve"x\n6,"fay"\n')
    assert [row.x_id for row in found if isinstance(row, PersonRow)] == [2, 4, 6]
    assert set(bad_lines(found)) == {2, 4, 6}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"1", "1 cells"), (b"1,alice,,,,,,,z", "9 cells"), (b"1,al\0ice,,,,,", "NUL"), (b"1,al\xffice,,,,,", "UTF-8"),
        (b",alice,did:plc:a,,,,", "twitter_id: missing"), (b"1.5E+18,a,,,,,", "twitter_id: "),
        (b"0,,,,,,", "twitter_id: "), (b"9223372036854775808,,,,,,", "twitter_id: "),
        (b"1,not a handle,,,,,", "twitter_username: "), (b"1,,plc:a,,,,", "bluesky_id: "),
        (b"1,,,a_b,,,", "bluesky_username: "), (b"1,,,,9,,piaille.fr", "mastodon_username: missing"),
        (b"1,,,,9,alice,", "mastodon_instance: missing"), (b"1,,,,9,alice,not a host", "mastodon_instance: "),
        (b"1,,,,n/a,alice,piaille.fr", "mastodon_id: "), (b"1,," + b"x" * 70_000 + b",,,,", "longer than"),
        (b"1,a\rb,,,,,", "carriage return"),
    ],
)  # fmt: skip
def test_a_bad_row_says_why_and_the_next_is_read(rows, line: bytes, why: str) -> None:  # type: ignore[no-untyped-def]
    bad, good = rows(f"{USERS}\n".encode() + line + f"\n{ALICE}\n".encode())
    assert isinstance(bad, BadRow) and bad.line == 2 and why in bad.reason
    assert good.x_id == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"", "empty"), (b"\n\n", "empty"), (f"{USERS}\n".encode("utf-16"), "UTF-16"),
        (f"{USERS}\n".encode("utf-16-le"), "UTF-16"), (b"name,surname\n1,2\n", "unknown header"),
        (b"twitter_id\n1\n", "unknown header"), (b'[{"x_id":1}]', "one object per line"),
        (b"twitter_id,twitter_id,bluesky_handle\n", "twice"), (USERS.encode() + b"\r1,,,,,,\r", "line feed"),
        (b"PK\x03\x04\x00\x00", "UTF-8"), (f"{USERS},pr\xe9nom\n".encode("latin-1"), "not UTF-8"),
        (f'{USERS},"\n'.encode(), "quote"), (b"1,alice\n2,bob\n", "unknown header"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_of_ours_is_refused(rows, text: bytes, why: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(InputError, match=rf"^people\.csv[:\d]*: .*{why}|^people\.csv: {why}"):
        rows(text)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(InputError, match=r"^in\.csv: "):
            list(read(path, "in.csv"))


def test_json_lines_are_known_by_their_first_sign_or_their_name(rows) -> None:  # type: ignore[no-untyped-def]
    assert rows('\ufeff{"x_id":1}\n', "people.txt") == [PersonRow(1, 1)]
    assert [type(row) for row in rows('oops\n{"x_id":1}\n', "people.jsonl")] == [BadRow, PersonRow]


def test_progress_ends_with_the_size(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("twitter_id,bluesky_handle\n" + "".join(f"{n},user{n}\n" for n in range(1, 2501)))
    heard: list[int] = []
    assert sum(1 for _ in read(path, "people.csv", heard.append)) == 2500
    assert heard == sorted(heard) and len(heard) >= 3 and heard[-1] == path.stat().st_size


@given(st.lists(st.text(st.characters(exclude_characters="\r\n\0", exclude_categories=["Cs"])), min_size=1))
def test_what_a_spreadsheet_quotes_is_read_back(cells: list[str]) -> None:
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    assert split_line(quoted.encode(), ",") == cells
