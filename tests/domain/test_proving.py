"""Codes in posts on X: which address is one, where a code stands, and how patient we are."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.proving import LETTERS, Outcome, XPost, address_of, holds, judge, look_again_after

CODE = "QX-ABCDEFG"


@pytest.mark.parametrize(
    "text",
    [
        "https://x.com/alice/status/1860000000000000000",
        "http://www.twitter.com/alice/statuses/1860000000000000000/photo/1",
        "x.com/Alice/status/1860000000000000000?s=46&t=abc#m",
        " https://mobile.twitter.com/ALICE/status/1860000000000000000 ",
    ],
)
def test_an_address_of_a_post_gives_its_handle_and_number(text: str) -> None:
    assert address_of(text) == ("alice", "1860000000000000000")


@pytest.mark.parametrize("text", ["https://x.com/i/status/12", "twitter.com/i/web/status/12"])
def test_an_address_may_name_nobody(text: str) -> None:
    assert address_of(text) == ("", "12")


@pytest.mark.parametrize(
    "text",
    [
        "", "https://x.com", "https://x.com/alice", "https://x.com/alice/status/", "https://x.com/alice/status/12a",
        "https://x.com/alice/status/١٢", "https://x.com/alice/status/" + "1" * 20, "ftp://x.com/alice/status/12",
        "https://x.com.evil.example/alice/status/12", "https://evil.example/x.com/alice/status/12",
        "https://alice@x.com/alice/status/12", "https://x.com:8080/alice/status/12", "https://127.0.0.1/a/status/1",
        "https://x.com/al%69ce/status/12", "https://x.com/toolonganameforx/status/12", "//x.com/alice/status/12",
    ],
)  # fmt: skip
def test_nothing_else_is_an_address_of_a_post(text: str) -> None:
    assert address_of(text) is None


@pytest.mark.parametrize("text", [CODE, f"my code: {CODE}.", f"({CODE.lower()})", f"a\n{CODE}\nb", f"{CODE}H {CODE}"])
def test_a_code_stands_as_a_word_of_its_own(text: str) -> None:
    assert holds(text, CODE)


@pytest.mark.parametrize("text", ["", "QX-ABCDEF", f"{CODE}H", f"1{CODE}", f"{CODE}_", f"é{CODE}", "QX ABCDEFG"])
def test_a_part_of_another_word_is_no_code(text: str) -> None:
    assert not holds(text, CODE)


@given(st.text(), st.text(alphabet=LETTERS, min_size=7, max_size=7))
def test_any_text_may_be_looked_through(text: str, letters: str) -> None:
    assert holds(f"{text} QX-{letters} {text}", f"QX-{letters}")
    assert not holds(text, "")


def test_only_the_claimed_author_proves_anything() -> None:
    assert judge(XPost("alice", CODE), "Alice", CODE) is Outcome.PROVEN
    assert judge(XPost("mallory", CODE), "alice", CODE) is Outcome.OTHER_AUTHOR
    assert judge(XPost("alice", "hello"), "alice", CODE) is Outcome.NO_CODE
    assert judge(None, "alice", CODE) is Outcome.GONE


def test_patience_grows_to_an_hour_and_follows_what_x_says() -> None:
    waits = [look_again_after(tries, 0.0) for tries in range(1, 40)]
    assert waits[0] == timedelta(seconds=15) and waits[-1] == timedelta(hours=1) and waits == sorted(waits)
    assert look_again_after(1, 600.0) == timedelta(minutes=10)
    assert look_again_after(1, 1e9) == timedelta(hours=1)
