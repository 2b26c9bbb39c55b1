"""Nothing is lost at the border, and nothing gets through that SQLite cannot hold."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from bot.storage.sqlite import values


@given(st.datetimes(timezones=st.just(UTC)))
def test_moments_come_back(moment: datetime) -> None:
    assert values.moment(values.micros(moment)) == moment


def test_a_moment_of_another_zone_is_the_same_moment() -> None:
    paris = datetime(2026, 11, 20, 10, tzinfo=timezone(timedelta(hours=1)))
    assert values.moment(values.micros(paris)) == paris
    assert values.moment_or_none(None) is None


@given(st.text(alphabet=st.characters(codec=None)))
def test_cleaned_text_is_utf_8_and_otherwise_the_same(text: str) -> None:
    cleaned = values.clean(text)
    cleaned.encode()
    assert all(a == b or ("\ud800" <= b <= "\udfff" and a == "?") for a, b in zip(cleaned, text, strict=True))


def test_json_keeps_its_order_and_loses_its_surrogates() -> None:
    written = values.to_json({"z": "\ud800", "a": ["é", None, 1.5]})
    assert written == '{"z":"?","a":["é",null,1.5]}'
    assert values.from_json(written) == {"z": "?", "a": ["é", None, 1.5]}
