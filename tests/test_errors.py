"""A fault without words of its own says what its class promises."""

from bot.errors import AlreadyRunning, ConfigError, NotSent, Refused, Stopped


def test_the_docstring_is_the_message() -> None:
    assert str(Refused()) == "The network refused it for good: it was not posted and never will be."
    assert str(Stopped("token revoked")) == "token revoked"


def test_a_fault_carries_what_its_reader_needs() -> None:
    assert NotSent("busy", 3.5).wait == 3.5
    assert AlreadyRunning("by another", 42).pid == 42
    assert str(ConfigError(["one", "two"])) == "one\ntwo"
