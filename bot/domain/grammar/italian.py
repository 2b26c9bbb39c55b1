"""How people ask in Italian."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Language

ITALIAN: Final = Language(
    code="it",
    courtesy=(),
    padding=(),
    whole={},
    complaint=(),
    clause={},
    inside={},
    talk=(),
    chat=(),
    words=frozenset(),
)
