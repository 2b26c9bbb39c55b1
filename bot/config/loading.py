"""From the file to Settings, or to a list of problems a person can act on."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from bot.config.agreement import disagreements
from bot.config.secret import Secret, readable_by_others
from bot.config.settings import BlueskyNetwork, MastodonNetwork, Settings
from bot.config.source import Source, read_toml
from bot.errors import ConfigError

WORDS = {
    "missing": "is missing; write it",
    "string_type": "write text between quotes",
    "int_type": "write a whole number",
    "int_from_float": "write a whole number",
    "float_type": "write a number",
    "bool_type": "write true or false",
    "list_type": "write a list between [ and ]",
    "dict_type": "write a table",
    "model_type": "write a table",
    "model_attributes_type": "write a table",
    "string_pattern_mismatch": "write small letters, digits, - and _ only",
    "string_too_short": "must not be empty",
    "too_short": "must not be empty",
    "union_tag_not_found": 'is missing; write kind = "bluesky" or kind = "mastodon"',
    "union_tag_invalid": 'must be "bluesky" or "mastodon"',
}
KINDS = ("bluesky", "mastodon")


def load_settings(path: Path) -> Settings:
    """Read, validate and anchor; every problem at once. Warnings are `warnings_of`'s business."""
    source = read_toml(path)
    between = disagreements(source)
    try:
        settings = Settings.model_validate(source.values)
    except ValidationError as faults:
        details = faults.errors(include_input=False, include_url=False)
        raise ConfigError([*(_problem(source, fault) for fault in details), *between]) from None
    anchored = _anchored(settings, source)
    if problems := [*between, *_exposed_secrets(anchored), *_folders(anchored)]:
        raise ConfigError(problems)
    return anchored


def warnings_of(settings: Settings) -> list[str]:
    """What is allowed and still worth a word."""
    lines: list[str] = []
    for key, secret in secrets_of(settings).items():
        if not secret.is_reference:
            lines.append(f"{settings.where(key)}: a plain secret; env:NAME or file:PATH is safer")
        elif secret.reference.startswith("file:"):
            place = secret.folder / secret.reference.removeprefix("file:")
            if place.is_file() and readable_by_others(place):
                lines.append(f"{settings.where(key)}: others can read {secret.reference}; chmod 600 it")
    return lines


def absent_secrets(settings: Settings) -> list[str]:
    """One line per secret that cannot be read now."""
    lines: list[str] = []
    for secret in secrets_of(settings).values():
        try:
            secret.read()
        except ConfigError as fault:
            lines.extend(fault.problems)
    return lines


def secrets_of(settings: Settings) -> dict[str, Secret]:
    """Key -> secret, for every network."""
    found = {}
    for name, network in settings.networks.items():
        for field in ("password", "token"):
            secret = getattr(network, field, None)
            if isinstance(secret, Secret):
                found[f"networks.{name}.{field}"] = secret
    return found


def _anchored(settings: Settings, source: Source) -> Settings:
    """Secrets and relative paths know where they start from."""
    networks = {}
    for name, network in settings.networks.items():
        field = "password" if isinstance(network, BlueskyNetwork) else "token"
        secret = Secret(getattr(network, field).reference, source.where(f"networks.{name}.{field}"), source.path.parent)
        networks[name] = network.model_copy(update={field: secret})
    anchored = settings.model_copy(update={"networks": networks})
    anchored._source = source
    return anchored


def _exposed_secrets(settings: Settings) -> list[str]:
    plain = [key for key, secret in secrets_of(settings).items() if not secret.is_reference]
    advice = "a plain secret in a file others can read; write env:NAME or file:PATH, or chmod 600 the file"
    exposed = plain and readable_by_others(settings.path)
    return [f"{settings.where(key)}: {advice}" for key in plain] if exposed else []


def _folders(settings: Settings) -> list[str]:
    places = {"storage.url": settings.database, "storage.key_file": settings.key_file}
    return [f"{settings.where(key)}: {path} is a folder; name a file" for key, path in places.items() if path.is_dir()]


def _problem(source: Source, fault: Any) -> str:
    location = _location(fault["loc"])
    key = ".".join(str(part) for part in location)
    if fault["type"] == "extra_forbidden":
        return f"{source.where(key)}: unknown key{_suggestion(location, source.values)}"
    if fault["type"].startswith("union_tag"):
        return f"{source.where(key + '.kind')}: {WORDS[fault['type']]}"
    return f"{source.where(key)}: {_in_words(fault)}"


def _location(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """Without the tag pydantic adds to the place of a network's key."""
    if len(parts) > 2 and parts[0] == "networks" and parts[2] in KINDS:
        return parts[:2] + parts[3:]
    return tuple(part for part in parts if part != "[key]")


def _in_words(fault: Any) -> str:
    if fault["type"] == "wrong":
        return str(fault["msg"])
    if fault["type"] in ("string_too_short", "too_short") and fault["ctx"]["min_length"] > 1:
        return f"should have at least {fault['ctx']['min_length']} characters"
    if fault["type"] == "string_too_long":
        return f"should have at most {fault['ctx']['max_length']} characters"
    return WORDS.get(fault["type"], str(fault["msg"]).replace("Input should", "should"))


def _suggestion(location: tuple[Any, ...], values: dict[str, Any]) -> str:
    known = _known_keys(location[:-1], values)
    close = difflib.get_close_matches(str(location[-1]), known, n=1, cutoff=0.6)
    return f", did you mean {close[0]}?" if close else f"; known here: {', '.join(sorted(known))}" if known else ""


def _known_keys(table: tuple[Any, ...], values: dict[str, Any]) -> list[str]:
    model: type[BaseModel] = Settings
    if table[:1] == ("networks",):
        bluesky = values["networks"][table[1]].get("kind") == "bluesky"
        model, table = (BlueskyNetwork if bluesky else MastodonNetwork), table[2:]
    for part in table:
        if isinstance(part, int):
            continue
        annotation = model.model_fields[part].annotation
        candidates = [annotation, *get_args(annotation)]
        model = next(c for c in candidates if isinstance(c, type) and issubclass(c, BaseModel))
    return list(model.model_fields)
