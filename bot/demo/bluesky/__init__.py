"""A small Bluesky: PDS, AppView, chat and Jetstream v2, over real HTTP and WebSocket."""

from bot.demo.bluesky.network import BlueskyNetwork
from bot.demo.bluesky.people import Person

__all__ = ["BlueskyNetwork", "Person"]
