"""What decisions are made of: strict defaults, and reasons an admin can read."""

from bot.domain.effects import Facts, Policy, ReplyTo, Say, Why
from bot.domain.encounters import Visibility
from bot.domain.wording import Wording


def test_a_policy_nobody_chose_is_the_careful_one() -> None:
    policy = Policy()
    assert policy.reply_to is ReplyTo.REGISTERED
    assert not policy.welcome
    assert policy.visibility is Visibility.UNLISTED
    assert (policy.per_person_hour, policy.per_person_day, policy.per_thread) == (3, 5, 2)


def test_nothing_is_known_of_a_stranger() -> None:
    facts = Facts()
    assert facts.person is None and facts.claim is None
    assert not (facts.silenced or facts.arrived or facts.new_matches or facts.matches.total)


def test_an_answer_counts_towards_the_limits_unless_it_says_otherwise() -> None:
    answer = Say("find", Wording("find-none"), Visibility.PUBLIC, "fr")
    assert answer.counts and not answer.told


def test_every_silence_has_a_reason_of_its_own() -> None:
    assert len({why.value for why in Why}) == len(list(Why))
    assert all(why.value == why.value.strip() != "" for why in Why)
