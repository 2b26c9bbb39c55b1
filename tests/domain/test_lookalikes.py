"""Names that may be taken for one another, and names that may not."""

import json
import string
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.accounts import Account, Platform
from bot.domain.lookalikes import RULES, names_of, near, skeleton

PAIRS: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("lookalikes.jsonl").read_text("utf-8").splitlines()
]
ALIKE = [pair for pair in PAIRS if pair["alike"]]
INNOCENT = [pair for pair in PAIRS if not pair["alike"]]


def looks_like(pair: dict[str, Any]) -> bool:
    same = skeleton(pair["name"]) == skeleton(pair["like"])
    return same or (pair["protected"] and skeleton(pair["like"]) in near(pair["name"]))


def test_every_lookalike_is_seen() -> None:
    assert len(ALIKE) >= 200 and not [pair for pair in ALIKE if not looks_like(pair)]


def test_nobody_innocent_is_stopped() -> None:
    assert len(INNOCENT) >= 200 and not [pair for pair in INNOCENT if looks_like(pair)]


@given(st.text(alphabet=string.ascii_letters + string.digits + "_", min_size=1, max_size=20))
def test_of_an_x_handle_it_is_what_the_rules_say_one_after_the_other(handle: str) -> None:
    looks = handle.lower()
    for sign, alike in RULES:
        looks = looks.replace(sign, alike)
    assert skeleton(handle) == looks


@given(st.text(max_size=40))
def test_any_text_has_a_skeleton(text: str) -> None:
    assert skeleton(skeleton(text)) is not None and isinstance(near(text), frozenset)


def test_a_whole_word_of_another_script_is_seen_through() -> None:
    assert skeleton("раураӏ") == skeleton("paypal") and skeleton("ｌｅｍｏｎｄｅ") == "lemonde"
    assert skeleton("lé.mon-de") == skeleton("Ιемоηԁе_") == "lemonde"


@pytest.mark.parametrize(
    ("account", "names"),
    [
        (Account(Platform.BLUESKY, "did:plc:a", "1emonde.bsky.social"), {"1emonde"}),
        (Account(Platform.BLUESKY, "did:plc:a", "www.xn--lmonde-bva.fr"),
         {"www.xn--lmonde-bva.fr", "www.lémonde.fr", "lémonde"}),
        (Account(Platform.MASTODON, "u", "info@xn--lmonde-3of.fr"), {"info", "xn--lmonde-3of.fr", "lеmonde.fr"}),
        (Account(Platform.MASTODON, "u", "lemonde@m.example"), {"lemonde", "m.example"}),
        (Account(Platform.MASTODON, "u"), set()),
    ],
)
def test_the_part_of_a_handle_that_tells(account: Account, names: set[str]) -> None:
    assert names_of(account) == names


def test_an_addition_is_taken_off_but_never_the_name() -> None:
    assert near("lemonde_fr_officiel") >= {"lemonde"} and near("the_real_lemonde") >= {"lemonde"}
    assert near("the") == frozenset() == near("lemonde")
