"""Newly migrated accounts: what in a profile says that somebody came from X."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

import regex

from bot.domain.text import clean, fold_tag

_X: Final = r"(?:twitter|(?-i:X)(?![\w’'&/+-]))"
_ON: Final = r"(?:on|sur|from|de|auf|en|no|na|su|på|at|@)"
_NAMES: Final = tuple(
    regex.compile(pattern, regex.IGNORECASE)
    for pattern in (
        # An address: x.com/alice, but neither netflix.com/… nor a post's share button.
        r"(?<![\w.-])(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com/@?(?!(?:intent|share|home|search|i|hashtag)\b)\w{1,20}",
        rf"@?\w{{1,20}}\s+{_ON}\s+{_X}",
        rf"\bex[\s-]{_X}",
        rf"\b(?:formerly|previously|anciennement|autrefois|avant)\s+(?:known\s+as\s+)?(?:@\w{{1,20}}\s+)?{_ON}\s+{_X}",
        rf"\b{_X}\s*[:=]\s*@?\w{{1,20}}\b",
        r"\b(?:twitter|X)\s+(?:refugee|exile|migrant)\b",
        r"\b(?:réfugié|exilé|rescapé)(?:e|·e|\(e\))?\s+de\s+(?:twitter|X)\b",
    )
)
_NEVER: Final = regex.compile(rf"\b(?:never|not|jamais|pas)\s+(?:been\s+)?(?:on|sur)\s+{_X}", regex.IGNORECASE)
_TAG: Final = regex.compile(r"[#＃]([\w\p{Cf}]+)")


def names_x_account(bio: str, tags: Set[str]) -> bool:
    """Whether a profile names an account on X, or carries one of the campaign's tags (`tags` are folded).

    >>> names_x_account("Journalist. Formerly @alice on Twitter", frozenset())
    True
    >>> names_x_account("I work on X-rays", frozenset())
    False
    """
    if any(fold_tag(tag) in tags for tag in _TAG.findall(bio)):
        return True
    words = _NEVER.sub(" ", clean(bio))
    return any(pattern.search(words) for pattern in _NAMES)
