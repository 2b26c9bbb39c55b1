"""Whether any of many names stands in a text: one pattern for all of them, a tree of their letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote

import regex

FEW = 20
"""Up to so many are looked for one by one: that is faster."""

_END = ""
_NO_WIDTH = regex.compile(r"\p{Cf}+")


def holds_any(text: str, names: tuple[str, ...]) -> bool:
    """Whether one of these, in small letters, stands in the text, in any.

    >>> holds_any("ask @Alice.example", ("alice.example", "bob")), holds_any("nobody", ("alice",))
    (True, False)

    However the text writes it:

    >>> holds_any("https://m.example/%40alice", ("m.example/@alice",)), holds_any("ａｌｉｃｅ", ("alice",))
    (True, True)
    """
    if _holds(text.casefold(), names):
        return True
    plain = _plain(text)
    return plain != text and _holds(plain.casefold(), names)


def _holds(small: str, names: tuple[str, ...]) -> bool:
    if len(names) <= FEW:
        return any(name in small for name in names)
    return pattern_of(names).search(small) is not None


def _plain(text: str) -> str:
    """Without the disguises of an address: signs written as %40, full-width letters, signs of no width."""
    if "%" in text:
        text = unquote(text)
    return text if text.isascii() else _NO_WIDTH.sub("", normalize("NFKC", text))


@lru_cache(maxsize=2)
def pattern_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """What finds them; a name that begins with another is found with that."""
    return re.compile(_written(_tree(names)))


def _tree(names: Iterable[str]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for name in names:
        at = tree
        for letter in name:
            at = at.setdefault(letter, {})
        at[_END] = {}
    return tree


def _written(tree: dict[str, Any]) -> str:
    """The tree as a pattern; a stretch without a fork is one piece, so that long names are no deep recursion."""
    pieces: list[str] = []
    while _END not in tree:
        if len(tree) > 1:
            pieces.append("(?:" + "|".join(re.escape(letter) + _written(tree[letter]) for letter in sorted(tree)) + ")")
            break
        ((letter, tree),) = tree.items()
        pieces.append(re.escape(letter))
    return "".join(pieces)
