"""What is written can be read back, and opens harmlessly in a spreadsheet."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.archives.exports import accounts_rows, handle_of, json_lines, left_out_of_users, person_document, users_row
from bot.archives.tables import ACCOUNTS, USERS, read
from bot.domain.accounts import Account, Platform
from bot.domain.consent import Consent, Found, Told
from bot.domain.people import Link, Person
from bot.domain.registry import PersonRow
from tests.storage.builders import NOW, bluesky, mastodon

WAITING = Account(Platform.BLUESKY, "", "old.bsky.social")
AWAY = mastodon("ann", "a.example", local_id="77", local_host="our.example")
HOME = Account(Platform.MASTODON, "", "ann@m.example", local_id="109", local_host="m.example")


def links(*accounts: Account) -> tuple[Link, ...]:
    return tuple(Link(account, 4 - number % 3, "s", NOW) for number, account in enumerate(accounts))


ANN = Person(
    1, 123, "ann_x", "fr", links(bluesky("ann"), WAITING, AWAY, HOME),
    Consent(Found.FOLLOWED, Told.AT_ONCE, named=True, counted=False),
)  # fmt: skip


def back(tmp_path: Path, name: str, text: str) -> PersonRow:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (row,) = read(tmp_path / name, name)
    assert isinstance(row, PersonRow), row
    return row


def table(header: tuple[str, ...], rows: list[list[str]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([header, *rows])
    return written.getvalue()


def test_json_lines_bring_back_everything(tmp_path: Path) -> None:
    row = back(tmp_path, "people.jsonl", "".join(json_lines(ANN)))
    assert (row.x_id, row.x_handle, row.language) == (123, "ann_x", "fr")
    assert row.accounts == tuple(link.account for link in ANN.links)
    assert row.levels == (4, 3, 2, 4)
    assert dict(row.consent) == {"found": "followed", "told": "at-once", "named": "yes", "counted": "no"}


def test_platform_accounts_bring_back_every_account(tmp_path: Path) -> None:
    row = back(tmp_path, "people.csv", table(ACCOUNTS, list(accounts_rows(ANN))))
    assert (row.x_id, row.x_handle) == (123, "ann_x")
    assert [(a.handle, a.local_id, a.local_host) for a in row.accounts] == [
        ("ann.bsky.social", "", ""), ("old.bsky.social", "", ""), ("ann@a.example", "77", "our.example"),
        ("ann@m.example", "109", "m.example"),
    ]  # fmt: skip


def test_users_hold_the_best_account_of_each_network(tmp_path: Path) -> None:
    (cells,) = users_row(ANN)
    assert cells == ["123", "ann_x", "did:plc:ann", "ann.bsky.social", "109", "ann", "https://m.example"]
    assert back(tmp_path, "people.csv", table(USERS, [cells])).accounts == (bluesky("ann"), HOME)
    assert left_out_of_users(ANN) == 2


def test_somebody_with_nothing_but_a_number(tmp_path: Path) -> None:
    bare = Person(1, 9)
    assert back(tmp_path, "a.jsonl", "".join(json_lines(bare))).x_id == 9
    assert back(tmp_path, "b.csv", table(USERS, list(users_row(bare)))) == PersonRow(2, 9)
    assert back(tmp_path, "c.csv", table(ACCOUNTS, list(accounts_rows(bare)))) == PersonRow(2, 9)
    assert left_out_of_users(bare) == 0
    assert person_document(Person(1, None))["x_id"] is None


def test_a_handle_that_was_only_heard_is_not_written() -> None:
    heard = Person(1, 9, "ann_x", x_heard=True)
    assert person_document(heard)["x_handle"] == "ann_x"
    for rows in (json_lines, users_row, accounts_rows):
        assert not ["ann_x" for row in rows(heard) if "ann_x" in row or "ann_x" in "".join(row)]


@pytest.mark.parametrize("wrong", ["=1+1", "@cmd|x", "+1", "-2", "\talice", "a b@m.example", "alice"])
def test_what_is_no_handle_is_not_written(wrong: str) -> None:
    assert handle_of(Platform.MASTODON, wrong) == ""
    assert handle_of(Platform.MASTODON, "ann@m.example") == "ann@m.example"


weird = st.text(max_size=12) | st.sampled_from(["=1", "+1", "-1", "@a", "\t=1", "\r=1", "x@=1", "https://m.example/=1"])
ids = {Platform.BLUESKY: "did:plc:a", Platform.MASTODON: "https://m.example/users/a"}
accounts = st.builds(
    lambda platform, seen, **names: Account(platform, id=ids[platform] if seen else "", **names),
    st.sampled_from(sorted(ids)),
    st.booleans(),
    handle=weird | st.just("ann@m.example"),
    local_id=weird | st.just("109"),
    local_host=st.sampled_from(["", "m.example", "our.example"]),
)


@given(st.lists(accounts, max_size=3), weird)
def test_no_cell_begins_a_formula(named: list[Account], x_handle: str) -> None:
    person = Person(1, 5, x_handle, "", links(*named))
    cells = [cell for rows in (users_row(person), accounts_rows(person)) for row in rows for cell in row]
    assert not [cell for cell in cells if cell[:1] in "=+-@\t\r" and cell]
    assert json.loads("".join(json_lines(person)))["x_id"] == "5"


@given(st.lists(accounts, max_size=3))
def test_whatever_a_network_said_an_export_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, named: list[Account]
) -> None:
    person, folder = Person(1, 5, links=links(*named)), tmp_path_factory.getbasetemp()
    back(folder, "users.csv", table(USERS, list(users_row(person))))
    back(folder, "accounts.csv", table(ACCOUNTS, list(accounts_rows(person))))
