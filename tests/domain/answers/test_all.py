"""Answers: all of them."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.accounts import Account, Platform
from bot.domain.answers import ALWAYS_OBEYED, ANSWERS
from bot.domain.encounters import Visibility
from bot.domain.matching import Reason
from bot.domain.requests import Request
from bot.locales import AVAILABLE
from tests.domain.answers.cases import ALICE, BLUESKY, BOB, MASTODON, case, matches, words


def test_every_request_has_an_answer() -> None:
    assert set(ANSWERS) == set(Request) - {Request.NOTHING}
    assert set(ANSWERS) > ALWAYS_OBEYED


handles = st.from_regex(r"[a-z0-9-]{1,60}", fullmatch=True)


@given(
    st.lists(st.tuples(handles, st.sampled_from(list(Reason)), st.booleans()), max_size=80),
    st.sampled_from(list(Platform)[1:]), st.sampled_from([ALICE, BOB]), st.sampled_from(list(Visibility)),
    st.sampled_from(AVAILABLE),
)  # fmt: skip
def test_no_answer_ever_calls_anybody(
    people: list[tuple[str, Reason, bool]], platform: Platform, author: Account, seen: Visibility, language: str
) -> None:
    limits = BLUESKY if author is ALICE else MASTODON
    told = words(case(found=matches(*people, platform=platform), author=author, visibility=seen), language, limits)
    assert not any(word.startswith("@") for word in told.replace("(", " ").split())
