"""How people ask in Portuguese."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Language

PORTUGUESE: Final = Language(
    code="pt",
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
