"""A small Mastodon, or one of its kin, over real HTTP, server-sent events and WebSocket."""

from bot.demo.mastodon.flavours import FLAVOURS, GOTOSOCIAL, MASTODON, Flavour
from bot.demo.mastodon.limits import Limits
from bot.demo.mastodon.people import Person
from bot.demo.mastodon.server import MastodonServer

__all__ = ["FLAVOURS", "GOTOSOCIAL", "MASTODON", "Flavour", "Limits", "MastodonServer", "Person"]
