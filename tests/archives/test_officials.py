"""The list of officials, in every form, and what is wrong with a row."""

from pathlib import Path

import pytest

from bot.archives.officials import read_officials
from bot.domain.officials import Official
from bot.domain.registry import BadRow
from bot.errors import InputError


def read(tmp_path: Path, text: str | bytes) -> list[Official | BadRow]:
    file = tmp_path / "officials"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(read_officials(file, "officials"))


LEMONDE = Official("lemonde.fr", "lemondefr", 24744541, "Le Monde", below=True)


@pytest.mark.parametrize(
    "text",
    [
        "domain,x_id,x_handle,name,below\nlemonde.fr,24744541,lemondefr,Le Monde,yes\n",
        "\ufeffName;Domain;Note;Below;X_Handle;X_Id\r\nLe Monde;https://www.lemonde.fr/;x;TRUE;@LeMondefr;24744541\r\n",
        "domain\tx_id\tx_handle\tname\tbelow\n\nlemonde.fr\t24744541\thttps://x.com/lemondefr\tLe Monde\t1\n",
        '{"domain":"lemonde.fr","x_id":24744541,"x_handle":"lemondefr","name":"Le Monde","below":true}\n',
        '\n{"domain":"LeMonde.fr","x_id":"24744541","x_handle":"@lemondefr","name":"Le Monde","below":true}',
    ],
)
def test_a_row_is_read_in_every_form(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == [LEMONDE]


def test_what_is_not_known_is_left_open(tmp_path: Path) -> None:
    assert read(tmp_path, "domain,x_handle\nmsf.fr,msf_france\n") == [Official("msf.fr", "msf_france")]
    assert read(tmp_path, '{"domain":"msf.fr","x_id":7}') == [Official("msf.fr", "", 7)]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("lemonde,7,,,", "domain"), ("127.0.0.1,7,,,", "domain"), (",7,,,", "domain"), ("a.fr:8443,7,,,", "domain"),
        ("a.fr,1.2E+18,,,", "x_id"), ("a.fr,-1,,,", "x_id"), ("a.fr,,not a handle,,", "x_handle"),
        ("a.fr,,,,", "both missing"), ("a.fr,7,,,perhaps", "below"), ("a.fr,7", "cells"), ('a.fr,7,,"open,', "quote"),
        ("a.fr,7,," + "n" * 201 + ",", "name"),
    ],
)  # fmt: skip
def test_a_bad_row_is_named_by_its_line(tmp_path: Path, row: str, why: str) -> None:
    good, bad = read(tmp_path, f"domain,x_id,x_handle,name,below\nok.fr,1,,,\n{row}\n")
    assert good == Official("ok.fr", "", 1)
    assert isinstance(bad, BadRow) and bad.line == 3 and why in bad.reason


@pytest.mark.parametrize(
    "line",
    ['{"domain":"a.fr"}', '{"domain":"a.fr","x_id":1.5}', '{"domain":7,"x_id":1}', "{", '{"domain":"a.fr","x":1}', "["],
)
def test_a_bad_line_of_json(tmp_path: Path, line: str) -> None:
    _, bad = read(tmp_path, f'{{"domain":"ok.fr","x_id":1}}\n{line}\n')
    assert isinstance(bad, BadRow) and bad.line == 2


def test_a_domain_is_there_once(tmp_path: Path) -> None:
    _, bad = read(tmp_path, "domain,x_id\na.fr,1\nwww.A.fr,2\n")
    assert bad == BadRow("officials", 3, "domain: line 2 has it too")


def test_a_handle_has_one_number(tmp_path: Path) -> None:
    rows = read(tmp_path, "domain,x_id,x_handle\na.fr,1,ann\na.org,1,ann\na.net,,ann\na.com,2,Ann\n")
    assert [type(row) for row in rows] == [Official, Official, Official, BadRow]
    assert rows[-1] == BadRow("officials", 5, "x_id: line 2 has another number for this x_handle")


@pytest.mark.parametrize("domain", ["bsky.social", "mastodon.social", "co.uk", "www.github.io"])
def test_nobody_owns_what_is_below_a_domain_open_to_all(tmp_path: Path, domain: str) -> None:
    bad, good = read(tmp_path, f"domain,x_id,below\n{domain},1,yes\nbbc.co.uk,2,yes\n")
    assert bad == BadRow("officials", 2, "below: anybody gets a name below that domain; write no")
    assert good == Official("bbc.co.uk", "", 2, below=True)


@pytest.mark.parametrize("text", ["", "\n\n", "name,number\nx,1\n", "domain,name\na.fr,x\n", "domain,domain,x_id\na"])
def test_a_file_that_is_no_list(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match="officials"):
        read(tmp_path, text)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(InputError):
            list(read_officials(path, "x"))
