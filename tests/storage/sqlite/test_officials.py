"""Protected names in the database, and who is known by a name that looks like another."""

import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.lookalikes import skeleton
from bot.domain.officials import Official
from bot.storage.sqlite.officials import _KNOWN, _LOOKS
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, bluesky

LEMONDE = Official("lemonde.fr", "lemondefr", 24744541, "Le Monde", below=True)
MSF = Official("msf.fr", "msf_france")


def known(tx: SqliteTransaction, handle: str, level: int = 3, x_id: int = 1) -> None:
    tx.people.link(tx.people.register(x_id, handle, "", NOW).id, bluesky(f"p{x_id}"), level, "s", NOW)


def test_the_list_takes_the_place_of_the_one_before(tx: SqliteTransaction) -> None:
    tx.people.set_officials([LEMONDE, MSF], NOW)
    assert tx.people.officials() == [LEMONDE, MSF]
    tx.people.set_officials([MSF], NOW)
    assert tx.people.officials() == [MSF] and tx.people.protected("lemondefr") is None


def test_a_name_is_protected_by_its_handle_and_its_number(tx: SqliteTransaction) -> None:
    tx.people.set_officials([LEMONDE, MSF, Official("nohandle.fr")], NOW)
    assert tx.people.protected("lemondefr") == LEMONDE == tx.people.protected("renamed", 24744541)
    assert tx.people.protected("msf_france", 9) == MSF
    assert tx.people.protected("") is None is tx.people.protected("alice", 9)


def test_an_official_is_found_at_its_domain_and_below_it(tx: SqliteTransaction) -> None:
    tx.people.set_officials([LEMONDE, MSF], NOW)
    assert tx.people.official_at("live.lemonde.fr") == LEMONDE and tx.people.official_at("msf.fr") == MSF
    assert tx.people.official_at("live.msf.fr") is None is tx.people.official_at("fauxlemonde.fr")


def test_known_people_are_looked_like(tx: SqliteTransaction) -> None:
    known(tx, "alice_m")
    assert tx.people.lookalikes("al1ce_rn_") == ["alice_m"] and tx.people.lookalikes("alісе_m") == ["alice_m"]
    assert tx.people.lookalikes("alice_m") == [] == tx.people.lookalikes("alice_official")


def test_whoever_is_disputed_is_protected_all_the_same(tx: SqliteTransaction) -> None:
    known(tx, "alice_m")
    tx.people.hold(bluesky("p1"), "dispute:1", NOW)
    known(tx, "bob_m", level=2, x_id=2)
    tx.people.hold(bluesky("p2"), "dispute:1", NOW)
    assert tx.people.lookalikes("al1ce_rn") == ["alice_m"] and tx.people.lookalikes("bob_rn") == []


def test_a_server_is_nobodys_lookalike(tx: SqliteTransaction) -> None:
    """Its people must not wait because it has an X account of its own."""
    known(tx, "piaillefr")
    assert tx.people.lookalikes("piaille.fr") == [] and tx.people.lookalikes("piaille_fr") == ["piaillefr"]


def test_weakly_proven_and_heard_names_protect_nobody(tx: SqliteTransaction) -> None:
    known(tx, "alice_m", level=2)
    known(tx, "", x_id=2)
    tx.people.name_x({2: "bob_m"})
    assert tx.people.lookalikes("alice_rn") == [] == tx.people.lookalikes("bob_rn")


def test_protected_names_are_looked_like_with_additions_too(tx: SqliteTransaction) -> None:
    tx.people.set_officials([LEMONDE, MSF], NOW)
    for name in ("1emondefr", "lemondefr_officiel", "lemondefrs", "lemonde_fr", "1emonde.fr", "lemоnde.fr"):
        assert tx.people.lookalikes(name) == ["lemondefr"], name
    assert tx.people.lookalikes("lemondefr") == [] == tx.people.lookalikes("lemonde.fr")
    assert tx.people.lookalikes("lemondier") == []


def test_the_question_is_answered_by_the_index(session: Session) -> None:
    (plan, *_) = session.execute(f"EXPLAIN QUERY PLAN {_KNOWN}", ("x", "y", 3)).fetchall()
    assert "person_looks" in plan[-1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=string.ascii_letters + string.digits + "_", min_size=1, max_size=20))
def test_the_database_sees_what_we_see(session: Session, handle: str) -> None:
    ((looks,),) = session.execute(f"SELECT {_LOOKS} FROM (SELECT ? AS x_handle)", (handle,)).fetchall()
    assert looks == skeleton(handle)


def test_the_bare_name_of_a_protected_domain_is_looked_like(tx: SqliteTransaction) -> None:
    tx.people.set_officials([LEMONDE, MSF, Official("la-croix.com", "lacroix_off")], NOW)
    for name in ("lemonde", "1emonde", "lemondeinfo", "lemonde-officiel"):
        assert tx.people.lookalikes(name) == ["lemondefr"], name
    assert tx.people.lookalikes("la_croix") == ["lacroix_off"]
    for innocent in ("lemon", "lemondial", "msf", "lemonde.social", "croix"):
        assert tx.people.lookalikes(innocent) == [], innocent
