"""What somebody is to be told in private is told once, where we speak, and never out of a silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.actions import notices
from bot.domain.accounts import Platform
from bot.domain.outbox import State
from bot.locales import AVAILABLE, Catalogues
from tests.actions.trust import Trust
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, bluesky

ALICE = bluesky("alice")
KINDS = ("linked", "disputed", "lost", "joined", "settled")


def test_a_notice_is_said_once_for_its_origin(trust: Trust) -> None:
    told = [trust.tx.proving.notify(ALICE, "lost", origin, NOW) for origin in ("1", "1", "2")]
    assert told == [True, False, True]
    assert trust.told() == [(ALICE.id, "told-lost")] * 2 and trust.told() == []


def test_a_restored_notice_is_the_same_post(trust: Trust) -> None:
    trust.tx.proving.notify(ALICE, "lost", "1", NOW)
    trust.told()
    trust.tx.session.execute("UPDATE notice SET said_at = NULL")
    assert trust.told() == []


def test_its_trigger_names_nobody(trust: Trust) -> None:
    trust.tx.proving.notify(ALICE, "lost", "1", NOW)
    trust.told()
    (row,) = trust.tx.outbox.rows()
    assert "alice" not in row.trigger and row.trigger.startswith("told-lost:")


def test_nobody_silent_is_told(trust: Trust) -> None:
    trust.tx.people.silence(ALICE, True, NOW)
    trust.tx.proving.notify(ALICE, "lost", "1", NOW)
    assert trust.told() == []
    trust.tx.people.silence(ALICE, False, NOW)
    assert trust.told() == [], "nor later"


def test_a_rehearsal_tells_only_where_nobody_else_does(trust: Trust) -> None:
    rehearsal = replace(trust.desk, rehearsal=True, network=PaperNetwork(name="rehearsal"))
    assert notices.by_platform([rehearsal, trust.desk]) == {Platform.BLUESKY: trust.desk}
    assert notices.by_platform([rehearsal]) == {Platform.BLUESKY: rehearsal}
    assert notices.by_platform([]) == {}


def test_a_rehearsal_holds_what_it_would_tell(trust: Trust) -> None:
    trust.tx.proving.notify(ALICE, "lost", "1", NOW)
    (notice,) = trust.tx.proving.notices(1, [Platform.BLUESKY])
    rehearsal = replace(trust.desk, rehearsal=True)
    for _ in range(2):
        notices.say(trust.tx, notice, rehearsal, NOW)
    assert [row.state for row in trust.tx.outbox.rows()] == [State.HELD]


@pytest.mark.parametrize("kind", KINDS)
def test_every_notice_has_its_words_in_every_language(kind: str) -> None:
    for language in AVAILABLE:
        said = Catalogues((language,)).say(
            f"told-{kind}", language, {"campaign": "QuitteX", "operator": "ann at example"}
        )
        assert "QuitteX" in said and "@" not in said


def test_they_go_to_the_platform_of_the_account(trust: Trust) -> None:
    trust.tx.proving.notify(ALICE, "lost", "1", NOW)
    assert trust.tx.proving.notices(10, [Platform.MASTODON]) == []
    assert [notice.account.id for notice in trust.tx.proving.notices(10, list(Platform))] == [ALICE.id]
