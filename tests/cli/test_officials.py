"""quittex registry import --officials"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.domain.officials import Official
from tests.cli.conftest import Quittex
from tests.storage.builders import NOW, bluesky

LIST = "domain,x_id,x_handle,name\nlemonde.fr,24744541,lemondefr,Le Monde\nmsf.fr,,msf_france,MSF\n"
Write = Callable[[Callable[[Any], Any]], Any]


def officials(write: Write) -> list[str]:
    return [one.domain for one in write(lambda tx: tx.people.officials())]


def test_a_list_is_in_and_a_later_one_takes_its_place(quittex: Quittex, write: Write, tmp_path: Path) -> None:
    file = tmp_path / "officials.csv"
    file.write_text(LIST, encoding="utf-8")
    found = json.loads(quittex("registry", "import", "--officials", str(file), "--json").stdout)
    assert found == {
        "dry_run": False, "stored": True, "officials": 2, "without_number": 1, "bad": 0, "bad_rows": [],
    }  # fmt: skip
    file.write_text("domain,x_id\nother.fr,1\n", encoding="utf-8")
    result = quittex("registry", "import", "--officials", str(file))
    assert result.exit_code == 0 and "1 officials are protected" in result.stdout
    assert officials(write) == ["other.fr"]


def test_with_a_bad_row_nothing_is_stored_unless_asked(quittex: Quittex, write: Write, tmp_path: Path) -> None:
    file = tmp_path / "officials.csv"
    file.write_text(LIST + "nodot,7,,\n", encoding="utf-8")
    result = quittex("registry", "import", "--officials", str(file))
    assert result.exit_code == 2 and f"{file}:4: domain" in result.output and officials(write) == []
    assert quittex("registry", "import", "--officials", str(file), "--keep-good").exit_code == 0
    assert officials(write) == ["lemonde.fr", "msf.fr"]


def test_a_dry_run_stores_nothing(quittex: Quittex, write: Write, tmp_path: Path) -> None:
    file = tmp_path / "officials.csv"
    file.write_text(LIST, encoding="utf-8")
    result = quittex("registry", "import", "--officials", str(file), "--dry-run")
    assert result.exit_code == 0 and "2 officials could be imported" in result.stdout and officials(write) == []


def test_a_domain_in_two_files_is_told(quittex: Quittex, tmp_path: Path) -> None:
    files = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for file in files:
        file.write_text("domain,x_id\na.fr,1\n", encoding="utf-8")
    result = quittex("registry", "import", "--officials", *map(str, files))
    assert result.exit_code == 2 and "has one of these too" in result.output


def test_a_file_without_a_source_is_a_mistake(quittex: Quittex, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("twitter_id,bluesky_handle\n1,ann.bsky.social\n", encoding="utf-8")
    for source in ([], ["--source", "domain"], ["--source", "Code"]):
        result = quittex("registry", "import", str(file), *source)
        assert result.exit_code == 2 and "--source" in result.output


def test_whoever_has_the_name_already_is_looked_at(quittex: Quittex, write: Write, tmp_path: Path) -> None:
    account = bluesky("lemonde")
    there = type(account)(account.platform, account.id, "lemonde.fr")
    write(lambda tx: tx.people.link(tx.people.register(24744541, "", "", NOW).id, there, 1, "archive", NOW))
    file = tmp_path / "officials.csv"
    file.write_text(LIST, encoding="utf-8")
    quittex("registry", "import", "--officials", str(file))
    (due,) = write(lambda tx: tx.people.due_proofs(NOW.replace(year=2090), 9))
    assert due.account == there and due.proof.evidence == "lemonde.fr"
    assert write(lambda tx: tx.people.official_at("lemonde.fr")) == Official(
        "lemonde.fr", "lemondefr", 24744541, "Le Monde"
    )


def test_a_registry_file_may_give_a_protected_name_to_the_officials_number_only(
    quittex: Quittex, write: Write, tmp_path: Path
) -> None:
    officials_file, people = tmp_path / "officials.csv", tmp_path / "people.csv"
    officials_file.write_text(LIST, encoding="utf-8")
    quittex("registry", "import", "--officials", str(officials_file))
    rows = ["24744541,lemondefr,lemonde.fr", "7,lemondefr,fake.example", "8,msf_france,msf.fr", "9,bob,bob.example"]
    people.write_text("twitter_id,twitter_username,bluesky_handle\n" + "\n".join(rows) + "\n", encoding="utf-8")
    words = ("registry", "import", str(people), "--source", "hqx", "--json", "--proof-level", "5")
    result = quittex(*words)
    assert result.exit_code == 2
    assert [(row["line"], row["reason"][:10]) for row in json.loads(result.stdout)["bad_rows"]] == [
        (3, "protected:"), (4, "protected:"),
    ]  # fmt: skip
    assert quittex(*words, "--keep-good").exit_code == 0
    assert write(lambda tx: tx.people.by_x(24744541)) and not write(lambda tx: tx.people.by_x(7))
