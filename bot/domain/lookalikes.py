"""What a name looks like: two names with the same skeleton may be taken for one another.

A skeleton is for comparing, never for showing. It is wide on purpose: whoever is caught by chance waits for an admin.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import regex

from bot.domain.accounts import BLUESKY_DEFAULT_DOMAIN, Account, Platform
from bot.domain.confusables import CONFUSABLES

RULES = (
    ("_", ""),
    ("i", "l"),
    ("1", "l"),
    ("0", "o"),
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
)
"""Signs of X handles that look alike, one after the other. The database has an index by the same rules: they may only
change together with it."""

_MEANT = str.maketrans({char: meant for meant, chars in CONFUSABLES.items() for char in chars} | {"|": "l"})
_BLANKS = str.maketrans("", "", "-.·・ ")
_UNSEEN = ("Mn", "Cf", "Cc")

_WORDS = (
    "official", "officiel", "officielle", "oficial", "offiziell", "ufficiale", "officiell", "real", "true", "verified",
    "verifie", "account", "compte", "konto", "cuenta", "conta", "team", "press", "presse", "news", "info", "infos",
    "actu", "support", "help", "contact", "backup", "live", "online", "media", "the", "its", "iam",
)  # fmt: skip
_CODES = "fr|en|de|es|it|pt|sv|eu|uk|us|be|ch|ca|hq|tv|x"
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_ADDITIONS = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"[_.-]*(?:{_WORD})$",
        rf"^(?:{_WORD})[_.-]*",
        rf"[_.-]+(?:{_CODES})$",
        rf"^(?:{_CODES})[_.-]+",
        r"(?<=.{5})(?:fr|uk|hq|tv)$",
        r"[_.-]*[0-9]{1,4}$",
        r"s$",
        r"(?<=(.))\1$",
    )
)
SHORTEST = 3
"""A name that is left with fewer signs was a word of its own."""

_PROVIDERS = (BLUESKY_DEFAULT_DOMAIN, ".brid.gy")


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """What a handle or a domain looks like, whatever script it is written in.

    >>> skeleton("Le_Monde") == skeleton("lеmоnde") == skeleton("1emonde_") == "lemonde"
    True
    """
    looks = name.lower() if name.isascii() else _latin(name)
    looks = looks.translate(_BLANKS)
    if "|" in looks:
        looks = looks.replace("|", "l")
    for sign, alike in RULES:
        looks = looks.replace(sign, alike)
    return looks


def near(name: str) -> frozenset[str]:
    """The skeletons of the names this one may pretend to be, with an addition: `lemonde_fr`, `lemondes`.

    Only protected names are compared with these: too many people add something to their own.
    """
    return frozenset(skeleton(less) for less in _without_additions(name if name.isascii() else _latin(name)))


def names_of(account: Account) -> frozenset[str]:
    """By what an Account may be taken for somebody: the part of its handle that tells, or a domain."""
    handle = account.handle
    if account.platform is Platform.MASTODON:
        user, _, host = handle.partition("@")
        return frozenset(filter(None, (user, host, _as_shown(host))))
    given = next((handle.removesuffix(end) for end in _PROVIDERS if handle.endswith(end)), "")
    if given or not handle:
        return frozenset(filter(None, (given,)))
    return frozenset({handle, _as_shown(handle), *_labels(handle)})


def _labels(host: str) -> list[str]:
    """The parts of a domain but the last, punycode read as it is shown."""
    return [_shown(label) for label in host.split(".")[:-1] if label != "www"]


def _as_shown(host: str) -> str:
    return ".".join(_shown(label) for label in host.split(".")) if "xn--" in host else host


def _shown(label: str) -> str:
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return label


def _latin(name: str) -> str:
    """Lower case Latin letters for whatever looks like them, without accents and what nobody sees."""
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", name.translate(_MEANT)).casefold())
    seen = "".join(char for char in folded if unicodedata.category(char) not in _UNSEEN)
    return seen.translate(_MEANT)


def _without_additions(name: str) -> Iterator[str]:
    """The name with one, two or three additions taken off, wherever they stand."""
    waiting, done = [name.lower().strip("_.-")], set[str]()
    for _ in range(3):
        found = {less for one in waiting for less in _less(one) if len(less) >= SHORTEST} - done
        yield from found
        done |= found
        waiting = list(found)


def _less(name: str) -> Iterator[str]:
    for pattern in _ADDITIONS:
        less = pattern.sub("", name, count=1).strip("_.-")
        if less != name:
            yield less
