"""Waiting claims are shown to the admin, who decides."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from bot.actions import disputes
from bot.actions.disputes import contest
from tests.cli.conftest import Quittex
from tests.storage.builders import bluesky

Write = Callable[[Callable[[Any], Any]], Any]


def test_a_waiting_claim_is_listed(quittex: Quittex, write: Write) -> None:
    write(lambda tx: tx.people.claim(bluesky("ann"), "ann_x", "at://ann/1", datetime.now(UTC)))
    (row,) = json.loads(quittex("claims", "list", "--json").stdout)
    assert (row["platform"], row["handle"], row["x_handle"], row["state"]) == (
        "bluesky",
        "ann.bsky.social",
        "ann_x",
        "waiting",
    )
    assert "says: x.com/ann_x" in quittex("claims", "list").stdout


def claim(write: Write, x_handle: str = "ann_x") -> str:
    kept = write(lambda tx: tx.people.claim(bluesky("ann"), x_handle, "at://ann/1", datetime.now(UTC)))
    return str(kept.id)


def test_a_claim_whose_handle_the_registry_knows_is_accepted(quittex: Quittex, write: Write) -> None:
    write(lambda tx: tx.people.register(7, "ann_x", "fr", datetime.now(UTC)))
    number = claim(write)
    assert json.loads(quittex("claims", "show", number, "--json").stdout)["x_id"] == "7"
    document = json.loads(quittex("claims", "accept", number, "--json").stdout)
    assert [(link["handle"], link["proof_level"]) for link in document["accounts"]] == [("ann.bsky.social", 3)]
    again = quittex("claims", "accept", number)
    assert (again.exit_code, again.stderr) == (2, f"claim {number} is accepted already\n")
    assert quittex("claims", "list").stdout == ""
    assert "accepted" in quittex("claims", "list", "--all").stdout


def test_a_claim_of_an_unknown_handle_needs_a_number(quittex: Quittex, write: Write) -> None:
    number = claim(write)
    result = quittex("claims", "accept", number)
    assert result.exit_code == 2
    assert "registry link x:NUMBER" in result.stderr
    assert "waiting" in quittex("claims", "list").stdout


def test_a_handle_that_was_only_heard_is_nobodys_word(quittex: Quittex, write: Write) -> None:
    write(lambda tx: tx.people.register(7, "", "fr", datetime.now(UTC)))
    write(lambda tx: tx.people.name_x({7: "ann_x"}))
    number = claim(write)
    assert json.loads(quittex("claims", "show", number, "--json").stdout)["x_id"] is None
    result = quittex("claims", "accept", number)
    assert result.exit_code == 2 and "tweets" in result.stderr and "registry link x:NUMBER" in result.stderr
    assert quittex("registry", "link", "x:7", "ann.bsky.social").exit_code == 0
    document = json.loads(quittex("registry", "show", "x:7", "--json").stdout)
    assert (document["x_handle"], document["proof_level"]) == ("ann_x", 3)


def test_a_rejected_claim_links_nobody(quittex: Quittex, write: Write) -> None:
    write(lambda tx: tx.people.register(7, "ann_x", "fr", datetime.now(UTC)))
    number = claim(write)
    assert json.loads(quittex("claims", "reject", number, "--json").stdout)["state"] == "rejected"
    assert quittex("claims", "accept", number).exit_code == 2
    assert quittex("registry", "show", "ann.bsky.social").exit_code == 2


def test_what_is_no_claim_is_said_in_one_line(quittex: Quittex, write: Write) -> None:
    claim(write)
    for number in ("99", str(2**63 - 1)):
        for what in ("show", "accept", "reject"):
            result = quittex("claims", what, number)
            assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert quittex("claims", "show", str(2**63)).exit_code == 2


def disputed(write: Write) -> tuple[str, str]:
    """Ann is linked by an archive, and Eve brings another: the numbers of their claims."""

    def work(tx: Any) -> tuple[str, str]:
        now = datetime.now(UTC)
        person = tx.people.register(7, "ann_x", "fr", now)
        tx.people.link(person.id, bluesky("ann"), 1, "archive", now)
        contest(tx, 7, bluesky("eve"), 1, now, "archive")
        return str(tx.people.waiting_claim(bluesky("ann")).id), str(tx.people.waiting_claim(bluesky("eve")).id)

    numbers: tuple[str, str] = write(work)
    return numbers


def test_a_dispute_is_shown_with_what_it_contradicts(quittex: Quittex, write: Write) -> None:
    mine, theirs = disputed(write)
    listed = quittex("claims", "list").stdout
    assert listed.count(f"dispute {theirs}") == 2 and "proof 1" in listed
    document = json.loads(quittex("claims", "show", mine, "--json").stdout)
    assert [other["handle"] for other in document["against"]] == ["eve.bsky.social"]
    assert [act["act"] for act in document["audit"]] == ["claimed", "frozen"]
    assert "against:" in quittex("claims", "show", mine).stdout


def test_who_decided_what_and_why_is_kept(quittex: Quittex, write: Write) -> None:
    mine, theirs = disputed(write)
    assert quittex("claims", "accept", theirs, "--reason", "I rang her").exit_code == 0
    listed = quittex("claims", "list", "--all").stdout
    assert listed.count("“I rang her”") == 2 and listed.count("by admin") == 2
    assert "by admin: I rang her" in quittex("claims", "show", mine).stdout
    document = json.loads(quittex("claims", "show", theirs, "--json").stdout)
    assert (document["state"], document["decided_by"], document["reason"]) == ("accepted", "admin", "I rang her")
    assert [link["handle"] for link in json.loads(quittex("registry", "show", "x:7", "--json").stdout)["accounts"]] == [
        "eve.bsky.social"
    ]


def test_a_not_me_says_what_was_done(quittex: Quittex, write: Write) -> None:
    def disown(tx: Any) -> str:
        now = datetime.now(UTC)
        person = tx.people.register(7, "ann_x", "fr", now)
        tx.people.link(person.id, bluesky("ann"), 4, "campaign", now)
        disputes.disown(tx, bluesky("ann"), tx.people.get(person.id), now)
        return str(tx.people.waiting_claim(bluesky("ann")).id)

    number = write(disown)
    assert "not me" in quittex("claims", "list").stdout
    assert quittex("claims", "reject", number).exit_code == 0
    assert json.loads(quittex("registry", "show", "x:7", "--json").stdout)["proof_level"] == 4
    again = write(disown)
    assert quittex("claims", "accept", again).stdout == f"claim {again} is accepted: x:7 unlinked\n"
    assert json.loads(quittex("registry", "show", "x:7", "--json").stdout)["accounts"] == []
