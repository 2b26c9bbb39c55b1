"""delete, forget, export."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.answers.rights import delete, export, forget, forget_or_not
from bot.domain.effects import Facts, Forget, Ignore, Retract, Say, Why
from bot.domain.encounters import Visibility
from bot.domain.people import Person
from bot.domain.requests import Request
from bot.domain.rights import Kept
from tests.domain.answers.cases import BOB, case

HERE = Facts(answer=7)


def test_in_public_an_answer_goes_without_another_word() -> None:
    assert delete(case(Request.DELETE, facts=HERE)) == [Retract(7), Ignore(Why.TAKEN_BACK)]


def test_in_private_one_line_says_so() -> None:
    retract, said = delete(case(Request.DELETE, facts=HERE, visibility=Visibility.DIRECT))
    assert retract == Retract(7)
    assert isinstance(said, Say)
    assert (said.wording.message, said.counts) == ("delete", False)


def test_where_there_is_nothing_to_delete_only_who_asks_in_private_is_told() -> None:
    assert delete(case(Request.DELETE, facts=Facts())) == [Ignore(Why.NOTHING_TO_DELETE)]
    (said,) = delete(case(Request.DELETE, facts=Facts(), visibility=Visibility.DIRECT))
    assert isinstance(said, Say)
    assert said.wording.message == "delete-none"
    helped = Facts(helped_this_week=True)
    assert delete(case(Request.DELETE, facts=helped, visibility=Visibility.DIRECT)) == [Ignore(Why.NOTHING_TO_DELETE)]


def test_an_erasure_is_told_in_numbers_to_them_alone_where_that_can_be() -> None:
    kept = Kept({"account": [{}, {}], "graph.archive": [{}], "outbox": [{}, {}, {}]})
    act, said = forget(case(Request.FORGET, facts=Facts(kept=kept)))
    assert act == Forget()
    assert isinstance(said, Say)
    told = {name: said.wording.values[name] for name in ("accounts", "lists", "posts", "when")}
    assert told == {"accounts": 2, "lists": 1, "posts": 3, "when": "2026-11-20 12:00 UTC"}
    assert said.visibility is Visibility.UNLISTED
    _, there = forget(case(Request.FORGET, author=BOB))
    assert isinstance(there, Say)
    assert there.visibility is Visibility.DIRECT


def test_whoever_asks_again_is_erased_again_and_told_once_a_day() -> None:
    assert forget(case(Request.FORGET, facts=Facts(erased_lately=True))) == [Forget(), Ignore(Why.FORGOTTEN)]


def test_words_short_of_explicit_are_asked_back() -> None:
    unsure = case(Request.FORGET)
    unsure = replace(unsure, understood=replace(unsure.understood, unsure=True))
    (said,) = forget(unsure)
    assert isinstance(said, Say)
    assert (said.wording.message, said.asks) == ("forget-ask", "forget")
    assert forget_or_not(unsure, True)[0] == Forget()
    (no,) = forget_or_not(unsure, False)
    assert isinstance(no, Say)
    assert no.wording.message == "forget-no"


def test_what_is_kept_is_told_in_private_alone() -> None:
    kept = Kept({"account": [{}], "person": [{"x_id": 7}]}, entries=9)
    (public,) = export(case(Request.EXPORT, facts=Facts(kept=kept)))
    assert isinstance(public, Say)
    assert public.wording.message == "export-public"
    facts = Facts(person=Person(1, 7, "alice"), kept=kept)
    (private,) = export(case(Request.EXPORT, facts=facts, visibility=Visibility.DIRECT))
    assert isinstance(private, Say)
    assert [line.message for line in private.wording.items][:4] == [
        "export-x", "export-accounts", "export-lists", "consent-now",
    ]  # fmt: skip
    (nobody,) = export(case(Request.EXPORT, facts=Facts(), visibility=Visibility.DIRECT))
    assert isinstance(nobody, Say)
    assert nobody.wording.message == "export-none"
