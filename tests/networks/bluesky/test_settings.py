"""Settings never show the password."""

from bot.networks.bluesky.settings import Settings


def test_the_password_stays_unseen() -> None:
    assert "hunter2" not in repr(Settings(service="https://pds.example", handle="bot.example", password="hunter2"))
