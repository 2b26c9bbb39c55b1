"""How people ask in German."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Language

GERMAN: Final = Language(
    code="de",
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
