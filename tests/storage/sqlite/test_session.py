"""What ends with the work: the counts are written, and both files carry one generation."""

from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction


def generations(session: Session) -> list[str]:
    rows = (session.execute(f"SELECT value FROM {s}.meta WHERE key = 'generation'") for s in ("main", "graph"))
    return [row.fetchone()[0] for row in rows]


def test_counts_are_written_at_the_end(session: Session) -> None:
    session.counts.update({"voices": 2, "people": 0})
    session.finish()
    session.counts.update({"voices": -1})
    session.finish()
    assert session.execute("SELECT name, value FROM tally").fetchall() == [("voices", 1)]


def test_a_changed_graph_is_marked_in_both_files(session: Session) -> None:
    before = generations(session)
    session.finish()
    assert generations(session) == before
    session.graph_changed = True
    session.finish()
    assert generations(session) == [str(int(number) + 1) for number in before]


def test_the_threshold_is_the_databases(session: Session) -> None:
    assert session.minimum == 1
    SqliteTransaction(session).set_meta("proof_minimum", "4")
    assert session.minimum == 1, "asked for once per transaction"
    session.forget_minimum()
    assert session.minimum == 4
