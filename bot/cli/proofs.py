"""Proofs as an admin sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.domain.proof import Proof


def proof_document(proof: Proof) -> dict[str, Any]:
    """Why a Link is believed, since when, for how long."""
    return {
        "method": proof.method.value,
        "level": proof.level,
        "since": proof.at.isoformat(),
        "evidence": proof.evidence,
        "expires_at": proof.expires_at and proof.expires_at.isoformat(),
        "state": proof.state.value,
        "checked_at": proof.checked_at and proof.checked_at.isoformat(),
        "failures": proof.failures,
    }


def proof_line(document: dict[str, Any]) -> str:
    """The same in one line."""
    words = [f"{document['method']} (level {document['level']}) since {document['since'][:10]}"]
    words += [document["evidence"]] if document["evidence"] else []
    words += [f"expires {document['expires_at'][:10]}"] if document["expires_at"] else []
    words += [_STATES[document["state"]]] if document["state"] in _STATES else []
    words += [f"{document['failures']} looks in vain"] if document["failures"] else []
    return ", ".join(words)


_STATES = {"pending": "its other side was not seen yet", "fallen": "not to be seen any more"}
