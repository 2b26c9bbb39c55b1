"""How people ask in Spanish."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Language

SPANISH: Final = Language(
    code="es",
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
