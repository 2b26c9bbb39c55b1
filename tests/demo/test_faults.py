"""Which requests a fault strikes, and how often."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import pytest

from bot.demo.faults import GARBAGE_FORMS, RATE_LIMIT_FORMS, Fault, Faults, garbled, rate_limited
from bot.demo.messages import Problem, Request, answer

POST = Request("POST", "/api/v1/statuses", body=b'{"in_reply_to_id": "7"}')


def struck(faults: Faults, times: int, request: Request = POST) -> list[str]:
    return [fault.kind if (fault := faults.pick(request)) else "" for _ in range(times)]


def test_a_fault_strikes_count_times_after_some_went_by() -> None:
    faults = Faults()
    fault = faults.add("hang", path="/api/v1/statuses", method="POST", after=1, count=2)
    assert struck(faults, 4) == ["", "hang", "hang", ""]
    assert fault.hits == 2


@pytest.mark.parametrize(
    "narrowed", [{"method": "GET"}, {"path": "/api/v1/status"}, {"holding": "in_reply_to_id: 8"}, {"count": 0}]
)
def test_others_go_by(narrowed: dict[str, str]) -> None:
    faults = Faults()
    faults.add("hang", **{"path": ".*"} | narrowed)  # type: ignore[arg-type]
    assert struck(faults, 3) == ["", "", ""]


def test_the_body_can_choose() -> None:
    faults = Faults()
    faults.add("hang", holding='"in_reply_to_id"')
    assert struck(faults, 1) == ["hang"]
    assert struck(faults, 1, Request("POST", "/api/v1/statuses", body=b"{}")) == [""]


def test_chances_repeat_with_the_seed() -> None:
    runs = []
    for _ in range(2):
        faults = Faults(seed=7)
        faults.add("drop_answer", probability=0.3)
        runs.append(struck(faults, 200))
    assert runs[0] == runs[1]
    assert 30 < runs[0].count("drop_answer") < 90


def test_the_first_that_strikes_wins_and_clearing_ends_all() -> None:
    faults = Faults()
    faults.add("hang", count=1)
    faults.add("refuse")
    assert struck(faults, 2) == ["hang", "refuse"]
    faults.clear()
    assert struck(faults, 1) == [""]


@pytest.mark.parametrize(
    "nonsense",
    [{"kind": "earthquake"}, {"kind": "hang", "hits": 3}, {"kind": "garbage"}, {"kind": "rate_limit", "form": "x"}, {}],
)
def test_nonsense_is_refused(nonsense: dict[str, str]) -> None:
    with pytest.raises(Problem) as caught:
        Faults().add_json(nonsense)
    assert caught.value.status == 400


def test_every_form_of_429_says_its_wait() -> None:
    headers = {
        form: dict(rate_limited(Fault("rate_limit", form=form, seconds=90)).headers) for form in RATE_LIMIT_FORMS
    }
    assert headers["seconds"]["Retry-After"] == "90"
    now = datetime.now(UTC)
    waits = [
        parsedate_to_datetime(headers["date"]["Retry-After"]),
        datetime.fromisoformat(headers["iso"]["X-RateLimit-Reset"]),
        datetime.fromtimestamp(int(headers["epoch"]["X-RateLimit-Reset"]), UTC),
        datetime.fromtimestamp(int(headers["bluesky"]["ratelimit-reset"]), UTC),
    ]
    assert all(85 < (wait - now).total_seconds() < 95 for wait in waits)
    assert set(headers["nothing"]) == {"Content-Type"}
    assert {"decades", "negative", "nonsense"} < set(headers)


def test_every_garbage_is_unlike_the_true_answer() -> None:
    true = answer({"id": "1", "content": "hello"})
    answers = {form: garbled(Fault("garbage", form=form), true) for form in GARBAGE_FORMS}
    assert all(response.status == 200 and response.body != true.body for response in answers.values())
    assert len(answers["huge"].body) > 10_000_000
