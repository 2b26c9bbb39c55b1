"""How people ask in Swedish."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Language

SWEDISH: Final = Language(
    code="sv",
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
