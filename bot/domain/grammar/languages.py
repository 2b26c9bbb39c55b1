"""Every language whose words are known."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar.english import ENGLISH
from bot.domain.grammar.french import FRENCH
from bot.domain.grammar.german import GERMAN
from bot.domain.grammar.italian import ITALIAN
from bot.domain.grammar.portuguese import PORTUGUESE
from bot.domain.grammar.spanish import SPANISH
from bot.domain.grammar.swedish import SWEDISH

LANGUAGES: Final = (FRENCH, ENGLISH, GERMAN, SPANISH, ITALIAN, PORTUGUESE, SWEDISH)
