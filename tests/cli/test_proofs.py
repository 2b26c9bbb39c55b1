"""Proofs in `quittex registry show`."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.cli.proofs import proof_document, proof_line
from bot.domain.proof import Method, Proof, State, fresh, pending
from tests.cli.conftest import Quittex
from tests.storage.builders import NOW, bluesky

POST = "https://x.com/ann/status/1"
Write = Callable[[Callable[[Any], Any]], Any]


def line(proof: Proof) -> str:
    return proof_line(json.loads(json.dumps(proof_document(proof))))


def test_a_proof_in_a_line() -> None:
    at = datetime(2026, 11, 20, tzinfo=UTC)
    assert line(fresh(Method.CODE, at, POST)) == f"code (level 3) since 2026-11-20, {POST}, expires 2027-11-20"
    assert line(pending(Method.ARCHIVE_AND_PROFILE, at)).endswith("its other side was not seen yet")
    fallen = replace(fresh(Method.DOMAIN, at, "lemonde.fr"), state=State.FALLEN, failures=4)
    assert line(fallen).endswith("lemonde.fr, not to be seen any more, 4 looks in vain")


def test_every_proof_of_a_link_is_shown(quittex: Quittex, write: Write) -> None:
    def linked(tx: Any) -> None:
        person = tx.people.register(7, "ann", "", NOW).id
        tx.people.link(person, bluesky("ann"), 4, "hqx", NOW, batch=1)
        tx.people.prove(person, bluesky("ann"), fresh(Method.CODE, NOW, POST), NOW)

    write(linked)
    shown = quittex("registry", "show", "x:7").stdout
    assert "    registry (level 4) since 2026-11-20, hqx" in shown
    assert f"    code (level 3) since 2026-11-20, {POST}" in shown
    proofs = json.loads(quittex("registry", "show", "x:7", "--json").stdout)["proofs"]["did:plc:ann"]
    assert [(proof["method"], proof["level"], proof["state"]) for proof in proofs] == [
        ("registry", 4, "stands"), ("code", 3, "stands"),
    ]  # fmt: skip
