"""QuitteX bot: helps people who leave X find each other again on Bluesky and Mastodon."""

__version__ = "0.1.0"
