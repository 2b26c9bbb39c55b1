"""The catalogues: one Fluent file per language, with the plurals and the typography of that language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib import resources

from babel.dates import format_date, format_time
from fluent.runtime import FluentBundle, FluentResource

from bot.errors import BotError

AVAILABLE: tuple[str, ...] = ("fr", "en", "de", "es", "it", "pt", "sv")
"""Languages that have a complete catalogue here."""


class CatalogueError(BotError):
    """A message could not be said: a placeable without a value, or a fault in the catalogue."""


class Catalogues:
    """Implements `ports.Words`."""

    def __init__(self, languages: Sequence[str] = AVAILABLE) -> None:
        """`languages`: those of the campaign, the first is the one to fall back to. KeyError if one has none here."""
        self.languages = tuple(languages)
        self._bundles = {language: _bundle(language) for language in self.languages}

    def say(self, message: str, language: str, values: Mapping[str, str | int]) -> str:
        """One message of the catalogue; a language without it falls back to the first. KeyError if none has it."""
        for bundle in (self._bundles.get(language), self._bundles[self.languages[0]]):
            if bundle is not None and bundle.has_message(message):
                return _said(bundle, message, values)
        raise KeyError(message)

    def moment(self, local: datetime, language: str) -> str:
        """A local date and time of day in words, always the same for the same minute.

        >>> Catalogues(["fr"]).moment(datetime(2026, 11, 23, 9, 0), "fr")
        'lundi 23 novembre 2026, 09:00'
        """
        known = language if language in self._bundles else self.languages[0]
        return f"{format_date(local, 'full', locale=known)}, {format_time(local, 'HH:mm', locale=known)}"

    def day(self, local: datetime, language: str) -> str:
        """A local date in short words, for charts and their alt texts: `23 nov. 2026`."""
        known = language if language in self._bundles else self.languages[0]
        return str(format_date(local, "medium", locale=known))

    def weekday(self, local: datetime, language: str) -> str:
        """Its day of the week: `lundi`."""
        known = language if language in self._bundles else self.languages[0]
        return str(format_date(local, "EEEE", locale=known))


def source(language: str) -> str:
    """The catalogue of a language as it is written. KeyError if there is none."""
    if language not in AVAILABLE:
        raise KeyError(language)
    return resources.files(__name__).joinpath(f"{language}.ftl").read_text("utf-8")


@cache
def _bundle(language: str) -> FluentBundle:
    # With isolation on, U+2068 and U+2069 land in posts and shift every byte offset of a link.
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(source(language)))
    return bundle


def _said(bundle: FluentBundle, message: str, values: Mapping[str, str | int]) -> str:
    pattern = bundle.get_message(message).value
    if pattern is None:
        raise KeyError(message)
    words, faults = bundle.format_pattern(pattern, dict(values))
    if faults:
        raise CatalogueError(f"the message {message} cannot be said: {faults[0]!r}")
    return str(words)
