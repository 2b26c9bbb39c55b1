"""When a digest is due, for whom, where, and in which words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.accounts import Account, Platform
from bot.domain.consent import Consent, Told
from bot.domain.digests import (
    CLOSED,
    Occasion,
    Past,
    Place,
    closed_to_us,
    is_over,
    is_quiet,
    issue_of,
    last_goes_out,
    period_due,
    period_of,
    person_of,
    place_for,
    public_wording_of,
    speaks_to,
    trigger_of,
    wording_of,
)
from bot.domain.matching import Match, Matches, Reason
from bot.domain.outbox import Post, State
from bot.domain.people import Link, Person
from bot.domain.text import Limits, Mention, Text, graphemes, plain
from bot.domain.wording import render
from bot.locales import Catalogues

PARIS = ZoneInfo("Europe/Paris")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
WORDS = Catalogues()


def paris(day: str, hour: str = "12:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=PARIS).astimezone(UTC)


def name_of(often: Told, now: datetime) -> str:
    return period_of(often, now, PARIS).name


@pytest.mark.parametrize(
    ("often", "moment", "name"),
    [
        (Told.WEEKLY, paris("2026-11-23", "08:00"), "2026-W48"),
        (Told.WEEKLY, paris("2026-11-23", "07:59"), "2026-W47"),
        (Told.WEEKLY, paris("2026-11-29", "23:59"), "2026-W48"),
        (Told.WEEKLY, paris("2027-01-03"), "2026-W53"),
        (Told.WEEKLY, paris("2027-01-04"), "2027-W01"),
        (Told.DAILY, paris("2026-11-20", "07:59"), "2026-11-19"),
        (Told.DAILY, paris("2026-11-20", "08:00"), "2026-11-20"),
        (Told.AT_ONCE, paris("2026-11-20", "14:59"), "2026-11-20T14"),
    ],
)
def test_a_period_is_named_by_the_campaigns_wall_clock(often: Told, moment: datetime, name: str) -> None:
    assert name_of(often, moment) == name


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25", "2026-11-20"])
def test_every_moment_of_a_day_on_which_clocks_change_is_in_one_period(day: str) -> None:
    begin = paris(day, "00:00")
    for often in (Told.WEEKLY, Told.DAILY, Told.AT_ONCE):
        for minutes in range(0, 25 * 60, 10):
            moment = begin + timedelta(minutes=minutes)
            period = period_of(often, moment, PARIS)
            assert period.start <= moment
            assert period_of(often, period.start, PARIS) == period


def test_mornings_begin_at_eight_in_winter_and_in_summer() -> None:
    starts = [period_of(Told.DAILY, paris(day), PARIS).start for day in ("2026-03-28", "2026-03-29", "2026-10-25")]
    assert [start.astimezone(PARIS).hour for start in starts] == [8, 8, 8]


@pytest.mark.parametrize(
    ("hour", "quiet"), [("07:59", True), ("08:00", False), ("21:59", False), ("22:00", True), ("00:30", True)]
)
def test_nights_are_quiet(hour: str, quiet: bool) -> None:
    assert is_quiet(paris("2026-11-20", hour), PARIS) is quiet


def due(often: Told, now: datetime, agreed: datetime = LONG_AGO, **past: object) -> str | None:
    period = period_due(often, Past(agreed, **past), now, PARIS)  # type: ignore[arg-type]
    return period.name if period else None


def a_post(state: State, created_at: datetime, reason: str | None = None) -> Post:
    return Post(1, "key", "here", "digest", state, "digest:1:2026-W48", {}, created_at, reason=reason)


FRIDAY = paris("2026-11-27")


def test_only_the_latest_period_is_due_however_long_nobody_was_there() -> None:
    assert due(Told.WEEKLY, FRIDAY) == "2026-W48"
    assert due(Told.WEEKLY, FRIDAY, sent=paris("2026-08-03")) == "2026-W48"


def test_nothing_is_due_at_night_nor_for_those_who_are_never_told() -> None:
    assert due(Told.AT_ONCE, paris("2026-11-20", "23:00")) is None
    assert due(Told.NEVER, FRIDAY) is None


def test_the_first_digest_is_that_of_the_next_morning_or_monday() -> None:
    assert due(Told.WEEKLY, FRIDAY, agreed=paris("2026-11-24")) is None
    assert due(Told.WEEKLY, paris("2026-11-30"), agreed=paris("2026-11-24")) == "2026-W49"
    assert due(Told.DAILY, FRIDAY, agreed=paris("2026-11-27", "09:00")) is None
    assert due(Told.AT_ONCE, FRIDAY, agreed=FRIDAY) == "2026-11-27T12"


def test_one_was_sent_in_this_period_whatever_it_was_called() -> None:
    assert due(Told.DAILY, FRIDAY, sent=paris("2026-11-27", "08:05")) is None
    assert due(Told.DAILY, FRIDAY, sent=paris("2026-11-26", "21:00")) == "2026-11-27"
    assert due(Told.AT_ONCE, FRIDAY, sent=FRIDAY - timedelta(minutes=59)) == "2026-11-27T12"


def test_after_a_restore_nothing_is_owed_that_may_have_been_sent_before() -> None:
    assert due(Told.WEEKLY, FRIDAY, restored=paris("2026-11-25")) is None
    assert due(Told.WEEKLY, paris("2026-11-30"), restored=paris("2026-11-25")) == "2026-W49"


@pytest.mark.parametrize("state", [State.READY, State.SENDING, State.UNKNOWN])
def test_who_waits_for_one_gets_no_other(state: State) -> None:
    assert due(Told.WEEKLY, FRIDAY, last=a_post(state, FRIDAY - 20 * DAY)) is None


def test_one_held_gives_way_when_its_period_is_over() -> None:
    assert due(Told.WEEKLY, FRIDAY, last=a_post(State.HELD, FRIDAY - DAY)) is None
    assert due(Told.WEEKLY, FRIDAY, last=a_post(State.HELD, FRIDAY - 7 * DAY)) == "2026-W48"
    assert due(Told.AT_ONCE, FRIDAY, last=a_post(State.HELD, FRIDAY - 5 * HOUR)) is None
    assert due(Told.AT_ONCE, FRIDAY, last=a_post(State.HELD, FRIDAY - 25 * HOUR)) is not None


def test_where_somebody_wants_nothing_from_us_we_keep_away_for_a_week() -> None:
    for last in (a_post(State.REFUSED, FRIDAY - DAY), a_post(State.WITHDRAWN, FRIDAY - DAY, CLOSED)):
        assert due(Told.AT_ONCE, FRIDAY, last=last) is not None
        assert closed_to_us(last, FRIDAY) == "here"
        assert closed_to_us(last, FRIDAY + 7 * DAY) == ""
    assert closed_to_us(a_post(State.WITHDRAWN, FRIDAY - DAY, "too late"), FRIDAY) == ""
    assert closed_to_us(None, FRIDAY) == ""


def test_a_digest_is_too_late_when_the_next_period_has_begun() -> None:
    weekly = trigger_of(7, period_of(Told.WEEKLY, FRIDAY, PARIS))
    assert (weekly, person_of(weekly)) == ("digest:7:2026-W48", 7)
    assert not is_over(weekly, paris("2026-11-30", "07:59"), PARIS)
    assert is_over(weekly, paris("2026-11-30", "08:00"), PARIS)
    assert is_over(trigger_of(7, period_of(Told.DAILY, FRIDAY, PARIS)), FRIDAY + DAY, PARIS)
    hourly = trigger_of(7, period_of(Told.AT_ONCE, FRIDAY, PARIS))
    assert not is_over(hourly, FRIDAY + DAY, PARIS)
    assert is_over(hourly, FRIDAY + DAY + HOUR, PARIS)


def test_no_digest_is_too_late_when_the_clock_goes_back() -> None:
    assert not is_over(trigger_of(7, period_of(Told.WEEKLY, FRIDAY, PARIS)), FRIDAY - 30 * DAY, PARIS)


def test_turns_are_spread_so_that_nobody_is_always_last() -> None:
    turns = sorted(period_of(Told.WEEKLY, FRIDAY + 7 * n * DAY, PARIS).turn for n in range(20))
    gaps = [later - earlier for earlier, later in zip(turns, [*turns[1:], turns[0] + 1], strict=True)]
    assert max(gaps) < 0.1


BLUE = Account(Platform.BLUESKY, "did:plc:ann", "ann.example")
MAST = Account(Platform.MASTODON, "https://m.example/users/ann", "ann@m.example")
PLACES = (Place("bsky", Platform.BLUESKY), Place("piaille", Platform.MASTODON), Place("other", Platform.MASTODON))


def someone(*accounts: Account, level: int = 3) -> Person:
    links = tuple(Link(account, level, "test", LONG_AGO) for account in accounts)
    return Person(1, 1, links=links, consent=Consent(told=Told.WEEKLY))


@pytest.mark.parametrize(
    ("accounts", "last", "where"),
    [
        ((BLUE, MAST), "", "bsky"),
        ((BLUE, MAST), "other", "other"),
        ((MAST,), "bsky", "piaille"),
        ((Account(Platform.BLUESKY, "", "ann.example"), MAST), "", "piaille"),
        ((Account(Platform.MASTODON, "", "ann@m.example"),), "", "piaille"),
        ((Account(Platform.X, "1", "ann"),), "", None),
        ((), "", None),
    ],
)
def test_everybody_is_told_in_one_place(accounts: tuple[Account, ...], last: str, where: str | None) -> None:
    chosen = place_for(someone(*accounts), PLACES, last, 1)
    assert (chosen[0].name if chosen else None) == where


def test_a_link_that_is_not_believed_is_no_place() -> None:
    assert place_for(someone(BLUE, level=0), PLACES, "", 1) is None
    assert not speaks_to(someone(BLUE, level=0), Platform.BLUESKY, BLUE.id, 1)
    assert speaks_to(someone(BLUE), Platform.BLUESKY, BLUE.id, 1)
    assert not speaks_to(someone(BLUE), Platform.BLUESKY, "did:plc:eve", 1)


PRIVATE, PUBLIC = Place("bsky", Platform.BLUESKY), Place("bsky", Platform.BLUESKY, private=False)
PIAILLE = Place("piaille", Platform.MASTODON)


@pytest.mark.parametrize(
    ("accounts", "places", "closed", "where"),
    [
        ((BLUE,), (PUBLIC,), "", PUBLIC),
        ((BLUE, MAST), (PUBLIC, PIAILLE), "", PIAILLE),
        ((BLUE, MAST), (PUBLIC, PIAILLE), "piaille", None),
        ((BLUE, MAST), (PUBLIC, replace(PIAILLE, refuses=True)), "", None),
        ((BLUE, MAST), (PUBLIC, replace(PIAILLE, open=False)), "", replace(PIAILLE, open=False)),
        ((BLUE,), (PUBLIC, PIAILLE), "", PUBLIC),
        ((BLUE,), (PRIVATE,), "bsky", None),
        ((BLUE,), (PUBLIC,), "bsky", None),
        ((replace(BLUE, id=""),), (PUBLIC,), "", None),
        ((replace(BLUE, handle=""),), (PUBLIC,), "", None),
        ((replace(BLUE, handle=""),), (PRIVATE,), "", PRIVATE),
        ((MAST,), (replace(PIAILLE, private=False),), "", None),
    ],
)
def test_in_public_only_where_nothing_of_theirs_is_private(
    accounts: tuple[Account, ...], places: tuple[Place, ...], closed: str, where: Place | None
) -> None:
    chosen = place_for(someone(*accounts), places, "", 1, closed)
    assert (chosen and chosen[0]) == where


def news(count: int, listed: int) -> Matches:
    ranked = tuple(
        Match(n, Account(Platform.MASTODON, f"m{n}", f"m{n}@m.example"), (), Reason.FOLLOWED, False, 3, LONG_AGO)
        for n in range(listed)
    )
    return Matches(ranked=ranked, total=count, followed=count)


def said(sent: datetime | None, count: int, language: str = "en", often: Told = Told.WEEKLY) -> str:
    now = paris("2026-11-23", "08:00")
    occasion = Occasion(period_of(often, now, PARIS), sent, now.astimezone(PARIS), "QuitteX", "@op@m.example")
    wording = wording_of(news(count, min(count, 3)), occasion, Platform.MASTODON, WORDS, language)
    return plain(render(wording, WORDS, language, Limits(graphemes=500)))


def test_it_says_since_when_who_how_many_more_and_how_it_ends() -> None:
    assert said(paris("2026-11-16", "08:00").astimezone(PARIS), 7) == (
        "Since Monday 7 people you followed on X have arrived:\n"
        "→ m0@m.example (you followed them)\n→ m1@m.example (you followed them)\n→ m2@m.example (you followed them)\n"
        "And 4 more.\nOne word, “stop”, and I write no more. № 2026-W48"
    )


@pytest.mark.parametrize(
    ("sent", "head"),
    [
        ("2026-11-23", "1 personne que vous suiviez sur X vient d’arriver\u202f:"),
        ("2026-11-22", "Depuis hier, 1 personne que vous suiviez sur X est arrivée\u202f:"),
        ("2026-11-19", "Depuis jeudi, 1 personne que vous suiviez sur X est arrivée\u202f:"),
        ("2026-11-02", "Depuis le 2 nov. 2026, 1 personne que vous suiviez sur X est arrivée\u202f:"),
    ],
)
def test_in_french_too_one_is_singular_and_the_day_is_plain(sent: str, head: str) -> None:
    assert said(paris(sent, "08:00").astimezone(PARIS), 1, "fr").splitlines()[0] == head


def said_in_public(
    sent: str, count: int, language: str, handle: str = "ann.example", operator: str = "@op@m.example"
) -> Text:
    now, then = paris("2026-11-23", "08:00"), sent and paris(sent, "08:00").astimezone(PARIS)
    occasion = Occasion(period_of(Told.AT_ONCE, now, PARIS), then or None, now.astimezone(PARIS), "QuitteX", operator)
    wording = public_wording_of(news(count, min(count, 3)), occasion, replace(BLUE, handle=handle), WORDS, language)
    return render(wording, WORDS, language, Limits(graphemes=300, utf8_bytes=3000))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("sent", ["", "2026-11-23", "2026-11-22", "2026-11-19", "2026-11-02"])
def test_in_public_it_is_a_number_to_one_person_and_names_nobody(sent: str, language: str) -> None:
    text = said_in_public(sent, 999_999_999, language, "a" * 18 + ".bsky.social", "admin@mastodon.campaign.example")
    words = plain(text)
    assert text[0] == Mention("a" * 18 + ".bsky.social", "did:plc:ann")
    assert words.replace("admin@mastodon.campaign.example", "").count("@") == 1
    assert not any(f"m{n}@" in words for n in range(3)) and "→" not in words
    assert "stop" in words and ("trouve" if language == "fr" else "find") in words and "№" in words
    assert ("QuitteX" in words) is (not sent)
    assert len(graphemes(words)) <= 300 and "…" not in words


def test_in_public_it_says_since_when_how_many_and_how_to_know_more() -> None:
    assert plain(said_in_public("2026-11-22", 3, "fr")) == (
        "@ann.example Depuis hier, 3 personnes que vous suiviez sur X sont arrivées.\n"
        "Répondez «\u202ftrouve\u202f» pour en savoir plus, «\u202fstop\u202f» pour que je n’écrive plus. "
        "№ 2026-11-23 08h"
    )


def test_the_first_says_who_we_are() -> None:
    first = said(None, 1)
    assert first.startswith("1 person you followed on X is here already:")
    assert "bot of QuitteX, run by " in first


def test_each_period_has_a_mark_of_its_own_in_every_language() -> None:
    assert "№ 2026-11-23 08h" in said(None, 1, "fr", Told.AT_ONCE)
    assert issue_of(period_of(Told.DAILY, FRIDAY, PARIS)) == "№ 2026-11-27"


@pytest.mark.parametrize(
    ("waiting", "begin", "end"),
    [
        (0, paris("2026-11-20", "12:00"), paris("2026-11-20", "12:00")),
        (80, paris("2026-11-20", "12:00"), paris("2026-11-20", "13:00")),
        (80, paris("2026-11-20", "23:00"), paris("2026-11-21", "09:00")),
        (80, paris("2026-11-20", "03:00"), paris("2026-11-20", "09:00")),
        (880, paris("2026-11-20", "12:00"), paris("2026-11-21", "09:00")),
        (80 * 14 * 10, paris("2026-11-20", "08:00"), paris("2026-11-30", "08:00")),
    ],
)
def test_the_last_goes_out_when_the_pace_and_the_nights_allow(waiting: int, begin: datetime, end: datetime) -> None:
    assert last_goes_out(waiting, 80.0, begin, PARIS) == end
