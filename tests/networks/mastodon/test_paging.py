"""A list is walked newest first, with an overlap, within our budget, and nothing is left out in silence."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.demo.mastodon import MastodonServer
from bot.errors import NotSent
from bot.networks.mastodon import paging
from bot.networks.mastodon.paging import PAGE, Cursor, Source, first_cursor, loads, moved, since_floor, walk
from bot.networks.mastodon.session import Session
from tests.networks.mastodon.conftest import Wall, session_for

NOON = datetime(2027, 1, 20, 12, tzinfo=UTC)


def source(cursor: Cursor | None = None, **more: Any) -> Source:
    told = {"every": 15.0, "sweep": timedelta(minutes=15), "sweep_every": 600.0, **more}
    return Source("tag:quittex", "/api/v1/timelines/tag/quittex", tag="quittex", cursor=cursor, **told)


def filled(server: MastodonServer, count: int) -> list[str]:
    """So many tagged posts, one a second until now, oldest first."""
    alice, now = server.account("alice"), Wall().now()
    ages = range(count, 0, -1)
    return [alice.post(f"#QuitteX {age}", created_at=now - timedelta(seconds=age)) for age in ages]


def ids(found: paging.Walk) -> list[str]:
    return [str(item["id"]) for item in found.items]


async def walked(session: Session, where: Source, back_to: datetime | None) -> paging.Walk:
    try:
        return await walk(session, where, back_to)
    finally:
        await session.close()


async def test_a_walk_reads_all_pages_back_to_its_target(server: MastodonServer) -> None:
    posts = filled(server, 3 * PAGE)
    back_to = Wall().now() - timedelta(seconds=2 * PAGE + 5)
    found = await walked(session_for(server), source(Cursor(back_to, back_to)), back_to)
    assert found.complete
    assert ids(found)[: 2 * PAGE] == posts[::-1][: 2 * PAGE]
    assert found.oldest <= back_to


async def test_a_list_that_ends_is_read_to_its_end(server: MastodonServer) -> None:
    posts = filled(server, PAGE + 3)
    long_ago = Wall().now() - timedelta(days=9)
    found = await walked(session_for(server), source(Cursor(long_ago, long_ago)), long_ago)
    assert (ids(found), found.complete) == (posts[::-1], True)


async def test_a_page_that_reaches_far_enough_is_the_last(server: MastodonServer) -> None:
    filled(server, 3 * PAGE)
    here = Wall().now() - timedelta(seconds=5)
    await walked(session_for(server), source(Cursor(here, here)), here)
    assert len(server.http.requests) == 1


async def test_a_first_start_reads_a_few_pages(server: MastodonServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "SEEN_AT_FIRST", 2)
    filled(server, 3 * PAGE)
    found = await walked(session_for(server), source(), None)
    assert (len(found.items), found.complete) == (2 * PAGE, True)


async def test_what_lies_beyond_the_last_page_is_not_complete(
    server: MastodonServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "MOST_PAGES", 2)
    posts = filled(server, 3 * PAGE)
    long_ago = Wall().now() - timedelta(days=9)
    found = await walked(session_for(server), source(Cursor(long_ago, long_ago)), long_ago)
    assert (ids(found), found.complete) == (posts[::-1][: 2 * PAGE], False)
    assert found.oldest > long_ago


async def test_a_sweep_of_a_busy_tag_ends_somewhere(server: MastodonServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "SWEEP_PAGES", 2)
    filled(server, 3 * PAGE)
    here = Wall().now() - timedelta(seconds=10)
    found = await walked(session_for(server), source(Cursor(here, here)), here - timedelta(hours=6))
    assert (len(found.items), found.complete) == (2 * PAGE, True)


async def test_a_walk_whose_budget_ends_goes_on_later(server: MastodonServer) -> None:
    posts = filled(server, 3 * PAGE)
    session, long_ago = session_for(server, budget_share=1 / 300), Wall().now() - timedelta(days=9)
    where = source(Cursor(long_ago, long_ago))
    with pytest.raises(NotSent) as caught:
        await walk(session, where, long_ago)
    assert caught.value.wait > 800
    session.paging = session_for(server).paging
    newest = server.person("alice").post("#QuitteX meanwhile")
    found = await walked(session, where, long_ago)
    assert (ids(found), found.complete) == (posts[::-1], True)
    assert newest not in ids(found)
    assert where.begun is None


async def test_without_budget_the_overlap_is_done_without(server: MastodonServer) -> None:
    filled(server, 3 * PAGE)
    here = Wall().now() - timedelta(seconds=10)
    session = session_for(server, budget_share=1 / 300)
    session.paging.spend(1, Wall().now())
    found = await walked(session, source(Cursor(here, here)), here - timedelta(seconds=60))
    assert (len(found.items), found.complete) == (PAGE, True)


async def test_a_post_that_comes_late_is_in_the_overlap(server: MastodonServer) -> None:
    filled(server, 3)
    before = first_cursor(await walked(session_for(server), source(), None), Wall().now())
    late = server.person("alice").post("#QuitteX late", created_at=Wall().now() - timedelta(seconds=30))
    where = source(before)
    found = await walked(session_for(server), where, where.target(0.0))
    assert late in ids(found)


async def test_a_broken_page_is_read_again(server: MastodonServer) -> None:
    posts = filled(server, 2 * PAGE)
    session, long_ago = session_for(server), Wall().now() - timedelta(days=9)
    server.faults.add("drop_answer", after=1, count=1)
    where = source(Cursor(long_ago, long_ago))
    with pytest.raises(NotSent):
        await walk(session, where, long_ago)
    assert ids(await walked(session, where, long_ago)) == posts[::-1]


def test_the_first_walk_of_a_run_sweeps_and_never_below_the_floor() -> None:
    where = source(Cursor(NOON, NOON - timedelta(minutes=5)), sweep_due=100.0)
    assert where.target(99.0) == NOON - timedelta(minutes=1)
    assert where.target(100.0) == NOON - timedelta(minutes=5)
    assert source().target(0.0) is None


def found(*times: datetime) -> paging.Walk:
    return paging.Walk(tuple({"created_at": time.isoformat()} for time in times), True, min(times, default=NOON))


def test_a_cursor_is_kept_as_text_and_only_goes_forward() -> None:
    cursor = Cursor(NOON, NOON - timedelta(days=1))
    assert loads(cursor.dumps(), NOON) == cursor
    assert loads(None, NOON) is None
    assert loads("nonsense", NOON) == loads("[]", NOON) == Cursor(NOON, NOON)
    assert moved(cursor, found(NOON - timedelta(hours=1)), NOON) == cursor
    later = NOON + timedelta(seconds=5)
    assert moved(cursor, found(later), NOON + timedelta(hours=1)).at == later
    assert moved(cursor, found(NOON + timedelta(days=900)), NOON).at == NOON


def test_the_first_cursor_leaves_the_past_behind() -> None:
    assert first_cursor(found(), NOON) == Cursor(NOON - paging.OVERLAP, NOON - paging.OVERLAP)
    assert first_cursor(found(NOON - timedelta(seconds=9)), NOON).at == NOON - timedelta(seconds=9)
    items = found(NOON + timedelta(seconds=1), NOON - timedelta(hours=1)).items
    assert since_floor(items, NOON, NOON + timedelta(minutes=1)) == [items[0]]
