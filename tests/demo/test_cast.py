"""The cast and what their lists must come to."""

from __future__ import annotations

from bot.demo.cast import BLUESKY, CAST, MASTODON, Registry, crowd


def ids() -> dict[tuple[str, str], str]:
    everybody = Registry().everybody
    return {(network, key): f"{network}-{key}" for key, one in everybody.items() for network in one.networks}


def test_nobody_is_anybody():
    people = Registry().everybody.values()
    assert all(len(person.x_handle) <= 15 for person in CAST.values()), "X allows 15"
    assert len({person.x_id for person in people}) == len(list(people)) == len(CAST) + len(crowd())
    assert all(handle.endswith(".test") for person in people for handle in person.handles)


def test_people_the_asker_may_not_see_are_in_no_number():
    registry = Registry()
    followed, followers = registry.shown_to("tom")
    assert "yael" in registry.follows["tom"]
    assert "yael" not in followed | followers
    assert registry.numbers_for("tom") == (3, 2, 1)


def test_numbers_are_those_of_the_lists():
    registry = Registry()
    registry.follows = {"camille": {"tom", "gus", "radio"}, "radio": {"camille"}, "priya": {"camille"}}
    assert registry.numbers_for("camille") == (2, 1, 1), "Gus never registered"
    registry.register("gus")
    assert registry.numbers_for("camille") == (3, 1, 1)


def test_counters_count_pairs_of_registered_people():
    registry = Registry()
    registry.registered = {"camille", "radio", "tom", "felix"}
    registry.follows = {"camille": {"radio", "gus"}, "radio": {"camille"}}
    assert registry.counters() == (4, 3, 2, 2, 2)


def test_a_line_gives_each_account_with_its_server():
    lines = Registry().lines(3, "https://piaf.test", ids())
    [radio] = [line for line in lines if line["x_handle"] == CAST["radio"].x_handle]
    assert radio["accounts"] == [
        {"network": BLUESKY, "id": "bluesky-radio", "handle": "radio.sky.test"},
        {"network": MASTODON, "id": "mastodon-radio", "handle": "radio", "instance": "https://piaf.test"},
    ]


def test_only_registered_people_brought_their_lists():
    registry = Registry()
    known = {str(registry.everybody[key].x_id) for key in registry.registered}
    assert {line["x_id"] for line in registry.archives()} <= known
    nadia = str(CAST["nadia"].x_id)
    assert any(nadia in line["follows"] for line in registry.archives()), "the far ends may be anybody"
