"""Which archives the registry takes, and why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.accounts import Account, Platform
from bot.domain.archives import (
    Facts,
    ListReport,
    NotTakenError,
    Order,
    Why,
    dated,
    known_as,
    objection,
    reported,
    without_registry,
)
from bot.domain.people import ARCHIVE, ARCHIVE_AND_PROFILE, REGISTRY, Link, Person
from bot.errors import InputError
from tests.brought import MADE, AnArchive, a_list
from tests.storage.builders import NOW, bluesky, mastodon

ANN = AnArchive(following=a_list([1, 2]))
EARLIER, LATER = MADE - timedelta(days=30), MADE + timedelta(days=30)
NOBODY = Facts(None, None, None)


def person(x_id: int | None, *accounts: Account, level: int = REGISTRY, handle: str = "") -> Person:
    return Person(x_id or 1, x_id, handle, "", tuple(Link(account, level, "hqx", NOW) for account in accounts))


def x(text: str) -> Account:
    return Account(Platform.X, text if text.isdecimal() else "", "" if text.isdecimal() else text)


SEVEN = person(7, bluesky("ann"))
STRANGER = person(8, bluesky("ann"))

CASES: list[tuple[str, AnArchive, Order, Facts, Why | None]] = [
    ("somebody new", ANN, Order(bluesky("ann")), NOBODY, None),
    ("their own link", ANN, Order(bluesky("ann")), Facts(SEVEN, SEVEN, None), None),
    ("another X id", ANN, Order(bluesky("ann")), Facts(STRANGER, None, None), Why.OTHER_PERSON),
    ("another X id, both known", ANN, Order(bluesky("ann")), Facts(STRANGER, SEVEN, None), Why.OTHER_PERSON),
    ("a person without a number", ANN, Order(bluesky("ann")), Facts(person(None), None, None), None),
    ("the number is another's", ANN, Order(bluesky("ann")), Facts(person(None), SEVEN, None), Why.OTHER_PERSON),
    ("a second account there", ANN, Order(bluesky("ann2")), Facts(None, SEVEN, None), Why.STRONGER),
    ("an account elsewhere", ANN, Order(mastodon("ann")), Facts(None, SEVEN, None), Why.STRONGER),
    ("an account elsewhere, by an archive too", ANN, Order(mastodon("ann")),
     Facts(None, person(7, bluesky("ann"), level=ARCHIVE_AND_PROFILE), None), None),
    ("a second archive's word", ANN, Order(bluesky("ann2")),
     Facts(None, person(7, bluesky("ann"), level=ARCHIVE), None), None),
    ("their number", ANN, Order(x("7")), NOBODY, None),
    ("another number", ANN, Order(x("8")), NOBODY, Why.NOT_THEIRS),
    ("another's number", ANN, Order(x("8")), Facts(STRANGER, SEVEN, None), Why.NOT_THEIRS),
    ("the handle of the archive", ANN, Order(x("ann_x")), NOBODY, None),
    ("a handle nobody knows", ANN, Order(x("other")), NOBODY, Why.NOT_THEIRS),
    ("a handle of the registry", ANN, Order(x("other")), Facts(SEVEN, SEVEN, None), None),
    ("a handle of somebody else now", ANN, Order(x("ann_x")), Facts(STRANGER, None, None), Why.NOT_THEIRS),
    ("partial", replace(ANN, partial=True), Order(bluesky("ann")), NOBODY, Why.PARTIAL),
    ("partial, agreed to", replace(ANN, partial=True), Order(bluesky("ann"), partial=True), NOBODY, None),
    ("older", ANN, Order(bluesky("ann")), Facts(SEVEN, SEVEN, LATER), Why.OLDER),
    ("older, agreed to", ANN, Order(bluesky("ann"), older=True), Facts(SEVEN, SEVEN, LATER), None),
    ("the same", ANN, Order(bluesky("ann")), Facts(SEVEN, SEVEN, MADE), None),
    ("newer", ANN, Order(bluesky("ann")), Facts(SEVEN, SEVEN, EARLIER), None),
    ("without a date", replace(ANN, date=None), Order(bluesky("ann")), Facts(SEVEN, SEVEN, LATER), None),
    ("no owner", replace(ANN, owner=None), Order(bluesky("ann")), Facts(SEVEN, None, None), Why.NO_OWNER),
    ("no owner, agreed to", replace(ANN, owner=None), Order(bluesky("ann"), owner_unchecked=True),
     Facts(SEVEN, None, None), None),
    ("no owner, nobody", replace(ANN, owner=None), Order(bluesky("ann"), owner_unchecked=True), NOBODY, Why.NO_LINK),
    ("no owner, no link", replace(ANN, owner=None), Order(x("7"), owner_unchecked=True),
     Facts(person(7), None, None), Why.NO_LINK),
    ("no owner, no number", replace(ANN, owner=None), Order(bluesky("ann"), owner_unchecked=True),
     Facts(person(None, bluesky("ann")), None, None), Why.NO_LINK),
    ("nothing agreed to makes another's theirs", ANN,
     Order(bluesky("ann"), partial=True, older=True, owner_unchecked=True), Facts(STRANGER, None, None),
     Why.OTHER_PERSON),
    ("no list", AnArchive(), Order(bluesky("ann")), NOBODY, Why.NO_LISTS),
    ("one empty list", AnArchive(followers=a_list([])), Order(bluesky("ann")), NOBODY, None),
]  # fmt: skip


@pytest.mark.parametrize(("archive", "order", "facts", "why"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_what_the_registry_takes(archive: AnArchive, order: Order, facts: Facts, why: Why | None) -> None:
    assert objection(archive, order, facts) == why


@pytest.mark.parametrize("why", list(Why))
def test_each_refusal_is_one_line_for_people(why: Why) -> None:
    fault = NotTakenError(why)
    assert isinstance(fault, InputError) and fault.why is why
    assert str(fault) and "\n" not in str(fault)


def test_a_handle_is_given_to_whoever_has_none() -> None:
    assert known_as(ANN, None) == known_as(ANN, person(7)) == "ann_x"
    assert known_as(ANN, person(7, handle="ann")) == ""


@pytest.mark.parametrize(
    ("changes", "known", "then"),
    [
        ({}, None, MADE), ({}, EARLIER, MADE), ({}, LATER, MADE),
        ({"date": None}, LATER, LATER), ({"date": None}, None, None),
        ({"partial": True}, EARLIER, MADE), ({"partial": True}, LATER, LATER), ({"partial": True}, None, MADE),
    ],
)  # fmt: skip
def test_the_date_of_a_list_is_that_of_what_it_says(changes: dict[str, Any], known: Any, then: Any) -> None:
    assert dated(replace(ANN, **changes), known) == then


def test_a_list_that_is_absent_is_not_asked_for() -> None:
    archive = replace(ANN, followers=a_list([]), following=None, notes=("odd",))
    found = reported(archive, lambda direction, _: (direction, 5))
    assert (found.following, found.owner, found.notes) == (None, 7, ("odd",))
    assert found.followers == ListReport(0, a_list([]).sha256, 1, 5)


def test_where_nobody_is_known_all_is_new() -> None:
    found = without_registry(ANN, Order(bluesky("ann")))
    assert found.following and (found.following.added, found.following.removed) == (2, 0)
    with pytest.raises(NotTakenError):
        without_registry(replace(ANN, partial=True), Order(bluesky("ann")))
