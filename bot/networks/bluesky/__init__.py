"""Bluesky: AT Protocol for speaking, Jetstream for listening."""

from bot.networks.bluesky.network import Bluesky
from bot.networks.bluesky.settings import Settings

__all__ = ["Bluesky", "Settings"]
